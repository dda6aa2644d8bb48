import { quantile } from '../model/histogram.ts';
import type { Series, ShownMetric } from '../model/metrics.ts';
import { amount, counted, digits } from '../model/units.ts';
import { drawHistogram, drawHistory } from './charts.ts';
import { el, fill, serviceDot } from './dom.ts';
import { emptyNote, searchField } from './search-field.ts';
import { addressOf, type PageContext, type View } from './telemetry-view.ts';

/** More series than these are counted, not drawn. */
const mostSeries = 60;

/** All metrics on the left, the series of one on the right. */
export class MetricView implements View {
  readonly element: HTMLElement;
  readonly search: HTMLInputElement;
  readonly #context: PageContext;
  readonly #names = el('nav', { class: 'names', attributes: { 'aria-label': 'metrics' } });
  readonly #one = el('div', { class: 'one-metric' });

  constructor(context: PageContext) {
    this.#context = context;
    this.search = searchField('Find metrics', context.redraw);
    this.element = el(
      'section',
      { class: 'metrics' },
      el('div', { class: 'left' }, el('div', { class: 'tools' }, this.search), this.#names),
      this.#one,
    );
  }

  /** @param path the metric's name */
  update([name]: readonly string[]): void {
    const all = [...this.#context.collection.metrics.metrics.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    const wanted = this.search.value.toLowerCase();
    const found = all.filter((metric) => `${metric.name} ${metric.description}`.toLowerCase().includes(wanted));
    const shown = all.find((metric) => metric.name === name) ?? found[0];
    const scrollTop = this.#one.scrollTop;
    fill(this.#names, ...found.map((metric) => this.#link(metric, metric === shown)));
    fill(
      this.#one,
      ...(shown
        ? this.#metric(shown)
        : [
            emptyNote(
              'No metrics yet',
              'Programs send metrics once a minute; OTEL_METRIC_EXPORT_INTERVAL=5000 makes that five seconds.',
            ),
          ]),
    );
    this.#one.scrollTop = scrollTop;
  }

  #link(metric: ShownMetric, isShown: boolean): HTMLElement {
    return el(
      'a',
      { href: addressOf('metrics', metric.name), ...(isShown ? { attributes: { 'aria-current': 'page' } } : {}) },
      el('b', {}, metric.name),
      el('small', {}, `${kindText(metric)} · ${counted(metric.series.size, 'series').replace('seriess', 'series')}`),
    );
  }

  #metric(metric: ShownMetric): readonly HTMLElement[] {
    const series = [...metric.series.values()];
    const rest = series.length - mostSeries;
    return [
      el('h1', {}, metric.name),
      el(
        'p',
        { class: 'facts' },
        el('span', { class: 'tag' }, kindText(metric)),
        metric.unit !== '' && el('span', { class: 'tag' }, metric.unit),
        el('span', {}, metric.scope),
      ),
      el('p', { class: 'about' }, metric.description),
      el('div', { class: 'series-grid' }, ...series.slice(0, mostSeries).map((each) => this.#series(metric, each))),
      ...(rest > 0
        ? [el('p', { class: 'note' }, `and ${counted(rest, 'series').replace('seriess', 'series')} more`)]
        : []),
    ];
  }

  #series(metric: ShownMetric, series: Series): HTMLElement {
    return el(
      'article',
      { class: 'series' },
      el(
        'p',
        { class: 'chips' },
        el('span', {}, serviceDot(series.service), series.service),
        ...series.attributes.map(({ key, value }) => el('span', { title: key }, el('small', {}, key), value)),
      ),
      el(
        'dl',
        { class: 'numbers' },
        ...numbersOf(metric, series).map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))),
      ),
      metric.kind === 'histogram'
        ? drawHistogram(series, metric.unit, (traceId) => this.#context.collection.traces.has(traceId))
        : drawHistory(series, metric.unit),
    );
  }
}

function kindText({ kind, isMonotonic }: ShownMetric): string {
  if (kind === 'sum') return isMonotonic ? 'counter' : 'up-down counter';
  return kind;
}

function numbersOf(metric: ShownMetric, series: Series): readonly (readonly [string, string])[] {
  const { unit, kind } = metric;
  if (kind === 'gauge' || kind === 'sum') return [['now', amount(series.history.at(-1)?.value ?? 0, unit)]];
  const mean = series.count === 0 ? [] : [['mean', amount(series.sum / series.count, unit)] as const];
  const count = ['count', digits(series.count)] as const;
  if (kind === 'summary')
    return [
      count,
      ...mean,
      ...series.quantiles.map((each) => [`p${digits(each.quantile * 100)}`, amount(each.value, unit)] as const),
    ];
  const quantiles = [0.5, 0.9, 0.99].flatMap((q) => {
    const value = quantile(series.buckets, q);
    return value === undefined ? [] : [[`p${q * 100}`, `≈ ${amount(value, unit)}`] as const];
  });
  return [count, ...mean, ...quantiles];
}
