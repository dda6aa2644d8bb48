import { parseSearch, traceFits } from '../model/search.ts';
import type { ShownTrace } from '../model/shown-trace.ts';
import { clock, counted, duration } from '../model/units.ts';
import { el, serviceDot } from './dom.ts';
import { drawScatter } from './scatter.ts';
import { emptyNote, searchField } from './search-field.ts';
import type { PageContext, View } from './telemetry-view.ts';
import { VirtualList } from './virtual-list.ts';

const orders = {
  newest: (a: ShownTrace, b: ShownTrace) => (a.startNs > b.startNs ? -1 : 1),
  slowest: (a: ShownTrace, b: ShownTrace) => b.durationNs - a.durationNs,
  largest: (a: ShownTrace, b: ShownTrace) => b.spans.length - a.spans.length,
} as const;

/** All traces: search, order, a picture of when they were and how long they took, and a line for each. */
export class TraceListView implements View {
  readonly element: HTMLElement;
  readonly search: HTMLInputElement;
  readonly #context: PageContext;
  readonly #list: VirtualList<ShownTrace>;
  readonly #scatter = el('div', { class: 'scatter' });
  readonly #count = el('output', { class: 'count' });
  readonly #order = el('select', { attributes: { 'aria-label': 'order' } });
  readonly #errors = el(
    'button',
    { class: 'toggle', type: 'button', attributes: { 'aria-pressed': 'false' } },
    'Errors only',
  );
  readonly #empty = el('div', {});
  #longestNs = 1;

  constructor(context: PageContext) {
    this.#context = context;
    this.search = searchField('Search: cart  service:orders  http.route=/pay  >10ms', context.redraw);
    for (const name of Object.keys(orders))
      this.#order.append(el('option', { attributes: { value: name } }, `${name} first`));
    this.#order.addEventListener('change', context.redraw);
    this.#errors.addEventListener('click', () => {
      this.#errors.ariaPressed = String(this.#errors.ariaPressed !== 'true');
      context.redraw();
    });
    this.#list = new VirtualList({
      label: 'traces',
      rowHeight: 44,
      render: (trace) => this.#row(trace),
      onOpen: (trace) => context.go('traces', trace.id),
    });
    this.element = el(
      'section',
      { class: 'traces' },
      el('div', { class: 'tools' }, this.search, this.#errors, this.#order, this.#count),
      this.#scatter,
      this.#empty,
      this.#list.element,
    );
  }

  update(): void {
    const { traces } = this.#context.collection;
    const terms = parseSearch(this.search.value);
    const onlyErrors = this.#errors.ariaPressed === 'true';
    const found = [...traces.values()].filter((trace) => (!onlyErrors || trace.errors > 0) && traceFits(trace, terms));
    found.sort(orders[this.#order.value as keyof typeof orders] ?? orders.newest);
    this.#longestNs = found.reduce((most, { durationNs }) => Math.max(most, durationNs), 1);
    this.#count.value =
      found.length === traces.size
        ? counted(traces.size, 'trace')
        : `${found.length} of ${counted(traces.size, 'trace')}`;
    const current = this.#list.rows[this.#list.current];
    this.#list.setRows(found, current ? found.indexOf(current) : -1);
    this.#list.element.hidden = found.length === 0;
    this.#scatter.hidden = found.length < 2;
    drawScatter(this.#scatter, found, (trace) => this.#context.go('traces', trace.id));
    this.#empty.replaceChildren(
      ...(found.length > 0
        ? []
        : [
            traces.size === 0
              ? emptyNote('No traces yet', 'Send requests to a program that was built with gots.')
              : emptyNote('No trace fits', 'Change the search above.'),
          ]),
    );
  }

  #row(trace: ShownTrace): HTMLElement {
    const { root, durationNs, errors, services } = trace;
    const [first, ...others] = services;
    return el(
      'div',
      { class: errors > 0 ? 'trace failed' : 'trace' },
      el('span', { class: 'time' }, clock(trace.startNs)),
      el(
        'span',
        { class: 'what' },
        el('b', {}, root?.name || '(no name)'),
        el(
          'span',
          { class: 'services' },
          ...[root?.service ?? first ?? '', ...[...others, first ?? ''].filter((each) => each !== root?.service)]
            .filter(Boolean)
            .map((service) => el('span', {}, serviceDot(service), service)),
        ),
      ),
      el('span', { class: 'errors' }, errors > 0 && counted(errors, 'error')),
      el('span', { class: 'spans' }, counted(trace.spans.length, 'span')),
      el(
        'span',
        { class: 'length' },
        el('i', { style: { width: `${Math.max(0.5, (100 * durationNs) / this.#longestNs)}%` } }),
        el('span', {}, duration(durationNs)),
      ),
    );
  }
}
