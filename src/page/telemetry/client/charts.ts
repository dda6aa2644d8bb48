import type { Bucket } from '../model/histogram.ts';
import type { Series } from '../model/metrics.ts';
import { amount, clock, counted } from '../model/units.ts';
import { type Child, el, svg } from './dom.ts';
import { addressOf } from './telemetry-view.ts';

/** Draws a histogram: a bar for each bucket, and below it a mark for each exemplar, which leads to its trace. */
export function drawHistogram(series: Series, unit: string, isThere: (traceId: string) => boolean): HTMLElement {
  const { buckets } = series;
  if (buckets.length === 0) return el('p', { class: 'note' }, 'no values');
  const most = Math.max(...buckets.map(({ count }) => count));
  const bars = buckets.map((bucket) => {
    const exemplars = series.exemplars.filter(({ value }) => value > bucket.from && value <= bucket.to);
    return el(
      'div',
      { class: 'bucket', title: `${rangeText(bucket, unit)}: ${counted(bucket.count, 'value')}` },
      el(
        'i',
        { style: { height: `${(100 * bucket.count) / most}%` } },
        bucket.count > 0 && el('span', {}, bucket.count.toLocaleString('en')),
      ),
      el(
        'span',
        { class: 'marks' },
        ...exemplars.slice(-3).map(({ value, traceId, spanId }) =>
          el(
            isThere(traceId) ? 'a' : 'span',
            {
              class: 'exemplar',
              title: `${amount(value, unit)}, trace ${traceId}`,
              ...(isThere(traceId) ? { href: addressOf('traces', traceId, spanId) } : {}),
            },
            '◆',
          ),
        ),
      ),
      el('small', {}, Number.isFinite(bucket.to) ? amount(bucket.to, unit) : '∞'),
    );
  });
  const isExplained = series.exemplars.length > 0;
  return el(
    'div',
    { class: 'chart' },
    el('div', { class: 'histogram' }, ...bars),
    ...(isExplained ? [el('small', { class: 'legend' }, '◆ a request of that duration: opens its trace')] : []),
  );
}

function rangeText({ from, to }: Bucket, unit: string): string {
  if (from === Number.NEGATIVE_INFINITY) return `up to ${amount(to, unit)}`;
  if (to === Number.POSITIVE_INFINITY) return `more than ${amount(from, unit)}`;
  return `${amount(from, unit)} to ${amount(to, unit)}`;
}

const size = { width: 300, height: 70, edge: 4 };

/** Draws the values of a series over time. */
export function drawHistory({ history }: Series, unit: string): HTMLElement {
  const values = history.map(({ value }) => value).filter(Number.isFinite);
  const [first, last] = [history[0], history.at(-1)];
  if (values.length < 2 || !first || !last) return el('p', { class: 'note' }, 'one value so far');
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const time = Math.max(1, Number(last.timeNs - first.timeNs));
  const x = (timeNs: bigint) => size.edge + (Number(timeNs - first.timeNs) / time) * (size.width - 2 * size.edge);
  const y = (value: number) =>
    size.height - size.edge - (most === least ? 0.5 : (value - least) / (most - least)) * (size.height - 2 * size.edge);
  const points = history.map((each) => `${x(each.timeNs).toFixed(1)},${y(each.value).toFixed(1)}`);
  const parts: Child[] = [
    svg('polyline', { points: points.join(' '), class: 'value' }),
    svg('circle', { cx: x(last.timeNs), cy: y(last.value), r: 3, class: 'end' }),
  ];
  return el(
    'div',
    { class: 'chart' },
    svg(
      'svg',
      {
        viewBox: `0 0 ${size.width} ${size.height}`,
        role: 'img',
        'aria-label': `from ${amount(least, unit)} to ${amount(most, unit)}`,
      },
      ...parts,
    ),
    el(
      'small',
      { class: 'ends' },
      el('span', {}, clock(first.timeNs)),
      el('span', {}, `${amount(least, unit)} … ${amount(most, unit)}`),
      el('span', {}, clock(last.timeNs)),
    ),
  );
}
