import type { ShownLog } from './logs.ts';
import type { ShownTrace } from './shown-trace.ts';
import type { ShownSpan } from './spans.ts';
import { parseDuration } from './units.ts';

/** A part of what was typed. All parts must fit. */
export type Term =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'service'; readonly text: string }
  | { readonly kind: 'attribute'; readonly key: string; readonly text: string }
  | { readonly kind: 'error' }
  | { readonly kind: 'duration'; readonly leastNs: number; readonly mostNs: number };

/** Reads a search: `cart service:orders http.route=/pay status:error >10ms "two words"`. What is nothing else is a word. */
export function parseSearch(text: string): readonly Term[] {
  const parts = text.toLowerCase().match(/(?:[^\s"]|"[^"]*"?)+/g) ?? [];
  return parts.map((part) => termOf(part.replaceAll('"', ''))).filter((term) => term !== undefined);
}

function termOf(part: string): Term | undefined {
  if (part === '') return undefined;
  if (part === 'status:error' || part === 'is:error') return { kind: 'error' };
  if (part.startsWith('service:')) return { kind: 'service', text: part.slice('service:'.length) };
  const ns = /^[<>]/.test(part) ? parseDuration(part.slice(1).replace(/^=/, '')) : undefined;
  if (ns !== undefined)
    return part.startsWith('>')
      ? { kind: 'duration', leastNs: ns, mostNs: Number.POSITIVE_INFINITY }
      : { kind: 'duration', leastNs: 0, mostNs: ns };
  const equals = part.indexOf('=');
  if (equals > 0) return { kind: 'attribute', key: part.slice(0, equals), text: part.slice(equals + 1) };
  return { kind: 'word', text: part };
}

/** A trace fits if each part of the search fits one of its spans; durations are those of the trace. */
export function traceFits(trace: ShownTrace, terms: readonly Term[]): boolean {
  return terms.every((term) => {
    if (term.kind === 'duration') return isWithin(trace.durationNs, term);
    if (term.kind === 'error') return trace.errors > 0;
    if (term.kind === 'word' && trace.id.startsWith(term.text)) return true;
    return trace.spans.some((span) => spanFits(span, term));
  });
}

/** Whether a span fits all parts of a search; durations are its own. */
export function spanFitsAll(span: ShownSpan, terms: readonly Term[]): boolean {
  return terms.every((term) => spanFits(span, term));
}

function isWithin(ns: number, { leastNs, mostNs }: { readonly leastNs: number; readonly mostNs: number }): boolean {
  return ns >= leastNs && ns <= mostNs;
}

function spanFits(span: ShownSpan, term: Term): boolean {
  if (term.kind === 'duration') return isWithin(span.durationNs, term);
  if (term.kind === 'error') return span.isError;
  if (term.kind === 'service') return span.service.toLowerCase().includes(term.text);
  if (term.kind === 'attribute') {
    const has = ({ key, value }: { readonly key: string; readonly value: string }) =>
      key.toLowerCase() === term.key && value.toLowerCase().includes(term.text);
    return span.attributes.some(has) || span.resource.some(has);
  }
  return textOfSpan(span).includes(term.text);
}

export function logFits(log: ShownLog, terms: readonly Term[]): boolean {
  return terms.every((term) => {
    if (term.kind === 'error') return log.severity >= 17;
    if (term.kind === 'service') return log.service.toLowerCase().includes(term.text);
    if (term.kind === 'attribute')
      return log.attributes.some(
        ({ key, value }) => key.toLowerCase() === term.key && value.toLowerCase().includes(term.text),
      );
    if (term.kind !== 'word') return true;
    const all = [log.body, log.service, log.severityText, log.traceId, ...log.attributes.map(({ value }) => value)];
    return all.some((text) => text.toLowerCase().includes(term.text));
  });
}

const texts = new WeakMap<ShownSpan, string>();

/** All that is searched in a span, in lower case; made once for each. */
function textOfSpan(span: ShownSpan): string {
  let text = texts.get(span);
  if (text === undefined) {
    const { name, service, kind, spanId, statusMessage, attributes, events } = span;
    const values = attributes.map(({ key, value }) => `${key}=${value}`);
    text = [name, service, kind, spanId, statusMessage, ...values, ...events.map((event) => event.name)]
      .join('\n')
      .toLowerCase();
    texts.set(span, text);
  }
  return text;
}
