import type { Collection } from '../model/collection.ts';
import type { ShownTrace } from '../model/shown-trace.ts';
import type { SpanRow } from '../model/span-tree.ts';
import type { ShownEvent, ShownLink } from '../model/spans.ts';
import { clock, duration } from '../model/units.ts';
import { type Child, el, serviceDot } from './dom.ts';
import { attributeTable } from './search-field.ts';
import { addressOf } from './telemetry-view.ts';

/** All that is known of a span. */
export function spanDetails({ span, isOrphan }: SpanRow, trace: ShownTrace, collection: Collection): readonly Child[] {
  const logs = collection.logsOfSpan.get(span.spanId) ?? [];
  return [
    el('h2', {}, span.name || '(no name)'),
    el(
      'p',
      { class: 'facts' },
      el('span', {}, serviceDot(span.service), span.service),
      span.kind !== '' && el('span', { class: 'tag' }, span.kind),
      span.isError && el('span', { class: 'tag bad' }, 'error'),
      el('span', {}, duration(span.durationNs)),
      el('span', {}, `after ${duration(Number(span.startNs - trace.startNs))}`),
    ),
    span.statusMessage !== '' && el('p', { class: 'status' }, span.statusMessage),
    isOrphan && el('p', { class: 'note' }, `Its parent, ${span.parentId}, has not come.`),
    span.dropped > 0 &&
      el('p', { class: 'note' }, `${span.dropped} attributes, events or links were left out by the program's limits.`),
    ...section('Attributes', span.attributes.length, attributeTable(span.attributes)),
    ...section('Events', span.events.length, ...span.events.map((event) => eventOf(event, trace))),
    ...section(
      'Log',
      logs.length,
      ...logs.map((log) =>
        el(
          'div',
          { class: 'entry' },
          el(
            'p',
            {},
            el('span', { class: `severity ${log.severityText.toLowerCase()}` }, log.severityText),
            el('b', {}, log.body),
          ),
          el('small', {}, `after ${duration(Math.max(0, Number(log.timeNs - trace.startNs)))}`),
          attributeTable(log.attributes),
        ),
      ),
    ),
    ...section('Links', span.links.length, ...span.links.map(linkOf)),
    ...section('Resource', span.resource.length, attributeTable(span.resource)),
    ...section(
      'Identity',
      1,
      attributeTable([
        { key: 'span id', value: span.spanId },
        { key: 'parent', value: span.parentId === '' ? 'none' : span.parentId },
        { key: 'scope', value: span.scope },
        { key: 'begin', value: clock(span.startNs) },
      ]),
    ),
  ];
}

function section(title: string, count: number, ...content: readonly Child[]): readonly Child[] {
  return count === 0 ? [] : [el('h3', {}, title), ...content];
}

function eventOf({ name, timeNs, attributes }: ShownEvent, trace: ShownTrace): HTMLElement {
  return el(
    'div',
    { class: 'entry' },
    el('p', {}, el('b', {}, name)),
    el('small', {}, `after ${duration(Math.max(0, Number(timeNs - trace.startNs)))}`),
    attributeTable(attributes),
  );
}

function linkOf({ traceId, spanId, attributes }: ShownLink): HTMLElement {
  return el(
    'div',
    { class: 'entry' },
    el('p', {}, el('a', { href: addressOf('traces', traceId, spanId) }, `span ${spanId} of trace ${traceId}`)),
    attributeTable(attributes),
  );
}
