import { type ShownLog, severities, severityName } from '../model/logs.ts';
import { logFits, parseSearch } from '../model/search.ts';
import { clock, counted } from '../model/units.ts';
import { type Child, el, fill, serviceDot } from './dom.ts';
import { attributeTable, emptyNote, searchField } from './search-field.ts';
import { addressOf, type PageContext, type View } from './telemetry-view.ts';
import { VirtualList } from './virtual-list.ts';

/** All log records, the newest first, each linked to its span. */
export class LogView implements View {
  readonly element: HTMLElement;
  readonly search: HTMLInputElement;
  readonly #context: PageContext;
  readonly #list: VirtualList<ShownLog>;
  readonly #least = el('select', { attributes: { 'aria-label': 'severity' } });
  readonly #count = el('output', { class: 'count' });
  readonly #details = el('aside', { class: 'details', attributes: { 'aria-label': 'log record' } });
  readonly #empty = el('div', {});

  constructor(context: PageContext) {
    this.#context = context;
    this.search = searchField('Search: text  service:orders  order=7', context.redraw);
    severities.forEach((name, at) => {
      this.#least.append(
        el('option', { attributes: { value: String(at * 4) } }, at === 0 ? 'all severities' : `${name} and above`),
      );
    });
    this.#least.addEventListener('change', context.redraw);
    this.#list = new VirtualList({
      label: 'log records',
      rowHeight: 32,
      render: (log) => row(log),
      onOpen: (log) => this.#show(log),
      onMove: (log) => this.#show(log),
    });
    this.element = el(
      'section',
      { class: 'logs' },
      el('div', { class: 'tools' }, this.search, this.#least, this.#count),
      this.#empty,
      el('div', { class: 'log-body' }, this.#list.element, this.#details),
    );
  }

  update(): void {
    const { logs } = this.#context.collection;
    const terms = parseSearch(this.search.value);
    const least = Number(this.#least.value);
    const found = logs.filter((log) => (least === 0 || log.severity > least) && logFits(log, terms));
    found.sort((a, b) => (a.timeNs > b.timeNs ? -1 : a.timeNs < b.timeNs ? 1 : 0));
    this.#count.value =
      found.length === logs.length
        ? counted(logs.length, 'record')
        : `${found.length} of ${counted(logs.length, 'record')}`;
    const current = this.#list.rows[this.#list.current];
    this.#list.setRows(found, current ? found.indexOf(current) : -1);
    this.#details.hidden = this.#list.current < 0;
    this.#list.element.hidden = found.length === 0;
    fill(
      this.#empty,
      found.length === 0 &&
        (logs.length === 0
          ? emptyNote('No log records yet', 'Programs send them where OTEL_LOGS_EXPORTER=otlp is set.')
          : emptyNote('No log record fits', 'Change the search above.')),
    );
  }

  #show(log: ShownLog): void {
    this.#details.hidden = false;
    fill(this.#details, ...detailsOf(log));
  }
}

function row(log: ShownLog): HTMLElement {
  const level = severityName(log.severity) || 'none';
  return el(
    'div',
    { class: `log ${level}` },
    el('span', { class: 'time' }, clock(log.timeNs)),
    el('span', { class: `severity ${level}` }, log.severityText),
    el('span', { class: 'service' }, serviceDot(log.service), log.service),
    el(
      'span',
      { class: 'text' },
      el('b', {}, log.body),
      ...log.attributes.map(({ key, value }) => el('span', {}, el('small', {}, `${key}=`), value)),
    ),
    log.traceId === ''
      ? el('span', {})
      : el('a', { href: addressOf('traces', log.traceId, log.spanId), title: `trace ${log.traceId}` }, 'trace'),
  );
}

function detailsOf(log: ShownLog): readonly Child[] {
  return [
    el('h2', {}, log.body),
    el(
      'p',
      { class: 'facts' },
      el('span', {}, serviceDot(log.service), log.service),
      el('span', { class: 'tag' }, log.severityText || 'no severity'),
      el('span', {}, clock(log.timeNs)),
    ),
    log.traceId !== '' &&
      el(
        'p',
        { class: 'note' },
        el('a', { href: addressOf('traces', log.traceId, log.spanId) }, `span ${log.spanId} of trace ${log.traceId}`),
      ),
    ...(log.attributes.length > 0 ? [el('h3', {}, 'Attributes'), attributeTable(log.attributes)] : []),
    el('h3', {}, 'Resource'),
    attributeTable(log.resource),
    el('h3', {}, 'Scope'),
    el('p', {}, log.scope),
  ];
}
