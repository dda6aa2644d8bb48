import { badTraceLine } from '../../../report/codes/demo.ts';

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

/** The parts of OTLP's JSON form (opentelemetry-proto 1, trace/v1) that are read here. */
interface Export {
  readonly resourceSpans: readonly {
    readonly resource?: { readonly attributes?: readonly KeyValue[] };
    readonly scopeSpans?: readonly { readonly spans?: readonly RawSpan[] }[];
  }[];
}
interface RawSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name?: string;
  readonly kind?: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes?: readonly KeyValue[];
  readonly status?: { readonly code?: number; readonly message?: string };
}
interface KeyValue {
  readonly key: string;
  readonly value?: RawValue;
}
interface RawValue {
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly intValue?: string | number;
  readonly doubleValue?: number | string;
  readonly arrayValue?: { readonly values?: readonly RawValue[] };
}

const kinds: readonly SpanKind[] = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer'];
const statusError = 2;

/**
 * Reads what the console exporter wrote: a line of OTLP JSON for each export.
 *
 * @param file name for error messages
 * @throws GotsError demo_bad_trace
 */
export function parseTraceLines(text: string, file: string): readonly TraceSpan[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      return spansOf(JSON.parse(line) as Export);
    } catch (cause) {
      return badTraceLine({ file, line: at + 1, column: 1 }, line, cause);
    }
  });
}

function spansOf(data: Export): readonly TraceSpan[] {
  return data.resourceSpans.flatMap((group) => {
    const service = String(attributesOf(group.resource?.attributes)['service.name'] ?? 'unknown');
    return (group.scopeSpans ?? []).flatMap((scope) => (scope.spans ?? []).map((raw) => spanOf(raw, service)));
  });
}

function spanOf(raw: RawSpan, service: string): TraceSpan {
  return {
    traceId: raw.traceId,
    spanId: raw.spanId,
    parentId: raw.parentSpanId || undefined,
    service,
    name: raw.name ?? '',
    kind: kinds[raw.kind ?? 0] ?? 'unspecified',
    startNs: BigInt(raw.startTimeUnixNano),
    endNs: BigInt(raw.endTimeUnixNano),
    failed: raw.status?.code === statusError,
    message: raw.status?.message || undefined,
    attributes: attributesOf(raw.attributes),
  };
}

function attributesOf(list: readonly KeyValue[] = []): Record<string, AttributeValue> {
  return Object.fromEntries(list.map(({ key, value }) => [key, readValue(value ?? {})]));
}

function readValue(value: RawValue): AttributeValue {
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
