import type { AnyValue, KeyValue, OtlpRequest, OtlpSpan } from '../../../otlp/otlp-json.ts';

export type SpanKind = 'unspecified' | 'internal' | 'server' | 'client' | 'producer' | 'consumer';
export type AttributeValue = string | number | boolean | readonly AttributeValue[];

/** One span as a program exported it. Times are nanoseconds since 1970. */
export interface TraceSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentId?: string | undefined;
  readonly service: string;
  readonly name: string;
  readonly kind: SpanKind;
  readonly startNs: bigint;
  readonly endNs: bigint;
  readonly failed: boolean;
  /** The status' description. */
  readonly message?: string | undefined;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/** A span with the spans it is the parent of, in the order they began. */
export interface SpanNode {
  readonly span: TraceSpan;
  readonly children: readonly SpanNode[];
}

/** All spans of one trace id. More than one root: a parent was not exported. */
export interface Trace {
  readonly id: string;
  readonly roots: readonly SpanNode[];
  readonly spanCount: number;
}

const kinds: readonly SpanKind[] = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer'];
const statusError = 2;

/** The spans of a request, with the service that sent them. */
export function tracedSpans({ resourceSpans = [] }: OtlpRequest): readonly TraceSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans = [] }) => {
    const service = String(attributesOf(resource?.attributes)['service.name'] ?? 'unknown');
    return scopeSpans.flatMap(({ spans = [] }) => spans.map((raw) => spanOf(raw, service)));
  });
}

function spanOf(raw: OtlpSpan, service: string): TraceSpan {
  return {
    traceId: raw.traceId ?? '',
    spanId: raw.spanId ?? '',
    parentId: raw.parentSpanId || undefined,
    service,
    name: raw.name ?? '',
    kind: kinds[raw.kind ?? 0] ?? 'unspecified',
    startNs: BigInt(raw.startTimeUnixNano ?? 0),
    endNs: BigInt(raw.endTimeUnixNano ?? 0),
    failed: raw.status?.code === statusError,
    message: raw.status?.message || undefined,
    attributes: attributesOf(raw.attributes),
  };
}

function attributesOf(list: readonly KeyValue[] = []): Record<string, AttributeValue> {
  return Object.fromEntries(list.map(({ key, value }) => [key ?? '', readValue(value ?? {})]));
}

function readValue(value: AnyValue): AttributeValue {
  if (value.arrayValue) return (value.arrayValue.values ?? []).map(readValue);
  if (value.intValue !== undefined) return Number(value.intValue);
  if (value.doubleValue !== undefined) return Number(value.doubleValue);
  return value.boolValue ?? value.stringValue ?? '';
}

/** Groups spans into traces, in the order the traces began; a span whose parent is not there is a root. */
export function buildTraces(spans: readonly TraceSpan[]): readonly Trace[] {
  const sorted = [...spans].sort(byStart);
  return [...groupBy(sorted, (span) => span.traceId)].map(([id, own]) => {
    const known = new Set(own.map((span) => span.spanId));
    const children = groupBy(own, (span) => (span.parentId && known.has(span.parentId) ? span.parentId : ''));
    const nodes = (parent: string): readonly SpanNode[] =>
      (children.get(parent) ?? []).map((span) => ({ span, children: nodes(span.spanId) }));
    return { id, roots: nodes(''), spanCount: own.length };
  });
}

function byStart(a: TraceSpan, b: TraceSpan): number {
  if (a.startNs !== b.startNs) return a.startNs < b.startNs ? -1 : 1;
  return a.spanId < b.spanId ? -1 : 1;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
