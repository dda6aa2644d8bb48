import { parseSearch, spanFitsAll } from '../model/search.ts';
import type { ShownTrace } from '../model/shown-trace.ts';
import { type SpanRow, spanRows } from '../model/span-tree.ts';
import { clock, counted, duration } from '../model/units.ts';
import { el, fill, serviceDot } from './dom.ts';
import { emptyNote, searchField } from './search-field.ts';
import { spanDetails } from './span-details.ts';
import { addressOf, type PageContext, type View } from './telemetry-view.ts';
import { VirtualList } from './virtual-list.ts';
import { timeAxis, waterfallRow } from './waterfall.ts';

/** One trace: its spans as a waterfall, and all that is known of the one that is chosen. */
export class TraceView implements View {
  readonly element: HTMLElement;
  readonly search: HTMLInputElement;
  readonly #context: PageContext;
  readonly #list: VirtualList<SpanRow>;
  readonly #head: HTMLElement;
  readonly #title = el('div', {});
  readonly #found = el('span', { class: 'found' });
  readonly #axis = el('div', { class: 'axis' });
  readonly #details = el('aside', { class: 'details', attributes: { 'aria-label': 'span' } });
  readonly #body = el('div', { class: 'trace-body' });
  #trace: ShownTrace | undefined;
  /** A span that the address names and that has not come yet. */
  #wanted: string | undefined;
  #collapsed = new Set<string>();
  #fits: ReadonlySet<string> | undefined;

  constructor(context: PageContext) {
    this.#context = context;
    this.search = searchField('Find spans', context.redraw);
    this.#list = new VirtualList({
      label: 'spans',
      rowHeight: 30,
      render: (row) => this.#row(row),
      onOpen: () => {},
      onMove: (row) => this.#choose(row),
      onKey: (key, row) => this.#onKey(key, row),
    });
    this.#body.append(el('div', { class: 'waterfall' }, this.#axis, this.#list.element), this.#details);
    const tools = el('div', { class: 'tools' }, this.search, this.#found);
    this.#head = el('div', { class: 'trace-head' }, this.#title, tools);
    this.element = el('section', { class: 'one-trace' }, this.#head, this.#body);
  }

  /** @param path the trace's id, then perhaps a span's */
  update([id = '', spanId]: readonly string[]): void {
    const trace = this.#context.collection.traces.get(id);
    if (spanId !== undefined) this.#wanted = spanId;
    if (trace !== this.#trace) this.#collapsed = new Set();
    this.#trace = trace;
    this.#body.hidden = !trace;
    if (!trace) {
      fill(
        this.#title,
        emptyNote('This trace is not here', `No span of trace ${id} has come, or the trace was too old to be kept.`),
      );
      fill(this.#found);
      return;
    }
    const terms = parseSearch(this.search.value);
    const isSearching = terms.length > 0;
    this.#fits = isSearching
      ? new Set(trace.spans.filter((span) => spanFitsAll(span, terms)).map((span) => span.spanId))
      : undefined;
    fill(this.#found, this.#fits && (this.#fits.size === 1 ? '1 match' : `${this.#fits.size} matches`));
    fill(this.#title, ...titleOf(trace));
    fill(this.#axis, timeAxis(trace));
    this.#setRows(trace);
    if (!this.element.contains(document.activeElement)) this.#list.element.focus({ preventScroll: true });
  }

  #setRows(trace: ShownTrace): void {
    const wanted = this.#wanted;
    // What an address names is not hidden.
    if (wanted !== undefined && trace.spans.some(({ spanId }) => spanId === wanted)) this.#collapsed = new Set();
    const rows = spanRows(trace.spans, this.#collapsed);
    const named = rows.findIndex(({ span }) => span.spanId === wanted);
    const chosen = this.#list.rows[this.#list.current]?.span.spanId;
    const current =
      named >= 0
        ? named
        : Math.max(
            0,
            rows.findIndex(({ span }) => span.spanId === chosen),
          );
    this.#list.setRows(rows, current);
    if (named >= 0) {
      this.#wanted = undefined;
      this.#list.moveTo(named);
    } else this.#show(rows[current]);
  }

  #row(row: SpanRow): HTMLElement {
    return waterfallRow(row, this.#trace as ShownTrace, {
      isDimmed: this.#fits !== undefined && !this.#fits.has(row.span.spanId),
      logs: this.#context.collection.logsOfSpan.get(row.span.spanId) ?? [],
      onToggle: () => this.#toggle(row),
    });
  }

  #choose(row: SpanRow): void {
    this.#show(row);
    // The address names the span, so that it can be kept; going back leads to the list.
    history.replaceState(undefined, '', addressOf('traces', row.span.traceId, row.span.spanId));
  }

  #show(row: SpanRow | undefined): void {
    if (!row || !this.#trace) return;
    fill(this.#details, ...spanDetails(row, this.#trace, this.#context.collection));
  }

  #toggle({ span, below }: SpanRow): void {
    if (below === 0) return;
    if (!this.#collapsed.delete(span.spanId)) this.#collapsed.add(span.spanId);
    this.#context.redraw();
  }

  #onKey(key: string, row: SpanRow | undefined): boolean {
    if (!row) return false;
    if (key === 'ArrowLeft') {
      if (row.below > 0 && !row.isCollapsed) this.#toggle(row);
      else this.#list.moveTo(this.#list.rows.findIndex(({ span }) => span.spanId === row.span.parentId));
    } else if (key === 'ArrowRight') {
      if (row.isCollapsed) this.#toggle(row);
      else this.#list.moveTo(this.#list.current + 1);
    } else return false;
    return true;
  }
}

function titleOf(trace: ShownTrace): readonly HTMLElement[] {
  const { root } = trace;
  return [
    el('a', { class: 'back', href: addressOf('traces'), title: 'all traces (Esc)' }, '← Traces'),
    el('h1', {}, root?.name || '(no name)'),
    el(
      'p',
      { class: 'facts' },
      ...[...trace.services].map((service) => el('span', {}, serviceDot(service), service)),
      el('span', {}, duration(trace.durationNs)),
      el('span', {}, counted(trace.spans.length, 'span')),
      trace.errors > 0 && el('span', { class: 'bad' }, counted(trace.errors, 'error')),
      el('span', {}, clock(trace.startNs)),
      el('code', { title: 'trace id' }, trace.id),
    ),
  ];
}
