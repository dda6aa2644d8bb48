/** The signals of OpenTelemetry that are received here. */
export type Signal = 'traces' | 'metrics' | 'logs';

export const signals: readonly Signal[] = ['traces', 'metrics', 'logs'];

/**
 * OTLP's JSON form (opentelemetry.io/docs/specs/otlp, "JSON Protobuf Encoding"): ids are lower-case hexadecimal, 64-bit numbers are
 * decimal texts, enums are numbers. A sender may leave out every field.
 */
export interface TracesRequest {
  readonly resourceSpans?: readonly ResourceSpans[];
}
export interface MetricsRequest {
  readonly resourceMetrics?: readonly ResourceMetrics[];
}
export interface LogsRequest {
  readonly resourceLogs?: readonly ResourceLogs[];
}
/** A request of any signal: of its three fields it has one. */
export type OtlpRequest = TracesRequest & MetricsRequest & LogsRequest;

/** Decimal text of a 64-bit number. */
type Long = string;
/** What JSON has no number for is a text. */
export type Double = number | 'NaN' | 'Infinity' | '-Infinity';

export interface AnyValue {
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly intValue?: Long;
  readonly doubleValue?: Double;
  readonly arrayValue?: { readonly values?: readonly AnyValue[] };
  readonly kvlistValue?: { readonly values?: readonly KeyValue[] };
  /** Base64. */
  readonly bytesValue?: string;
}
export interface KeyValue {
  readonly key?: string;
  readonly value?: AnyValue;
}
export interface Resource {
  readonly attributes?: readonly KeyValue[];
  readonly droppedAttributesCount?: number;
}
export interface Scope {
  readonly name?: string;
  readonly version?: string;
  readonly attributes?: readonly KeyValue[];
}

export interface ResourceSpans {
  readonly resource?: Resource;
  readonly scopeSpans?: readonly {
    readonly scope?: Scope;
    readonly spans?: readonly OtlpSpan[];
    readonly schemaUrl?: string;
  }[];
  readonly schemaUrl?: string;
}
export interface OtlpSpan {
  readonly traceId?: string;
  readonly spanId?: string;
  readonly traceState?: string;
  readonly parentSpanId?: string;
  readonly flags?: number;
  readonly name?: string;
  /** 1 internal, 2 server, 3 client, 4 producer, 5 consumer. */
  readonly kind?: number;
  readonly startTimeUnixNano?: Long;
  readonly endTimeUnixNano?: Long;
  readonly attributes?: readonly KeyValue[];
  readonly droppedAttributesCount?: number;
  readonly events?: readonly SpanEvent[];
  readonly droppedEventsCount?: number;
  readonly links?: readonly SpanLink[];
  readonly droppedLinksCount?: number;
  /** Code 1 is OK, 2 is an error. */
  readonly status?: { readonly code?: number; readonly message?: string };
}
export interface SpanEvent {
  readonly timeUnixNano?: Long;
  readonly name?: string;
  readonly attributes?: readonly KeyValue[];
}
export interface SpanLink {
  readonly traceId?: string;
  readonly spanId?: string;
  readonly traceState?: string;
  readonly attributes?: readonly KeyValue[];
}

export interface ResourceMetrics {
  readonly resource?: Resource;
  readonly scopeMetrics?: readonly {
    readonly scope?: Scope;
    readonly metrics?: readonly Metric[];
    readonly schemaUrl?: string;
  }[];
  readonly schemaUrl?: string;
}
export interface Metric {
  readonly name?: string;
  readonly description?: string;
  readonly unit?: string;
  readonly gauge?: { readonly dataPoints?: readonly NumberPoint[] };
  readonly sum?: {
    readonly dataPoints?: readonly NumberPoint[];
    readonly aggregationTemporality?: number;
    readonly isMonotonic?: boolean;
  };
  readonly histogram?: { readonly dataPoints?: readonly HistogramPoint[]; readonly aggregationTemporality?: number };
  readonly exponentialHistogram?: {
    readonly dataPoints?: readonly ExponentialPoint[];
    readonly aggregationTemporality?: number;
  };
  readonly summary?: { readonly dataPoints?: readonly SummaryPoint[] };
}
interface Point {
  readonly attributes?: readonly KeyValue[];
  readonly startTimeUnixNano?: Long;
  readonly timeUnixNano?: Long;
  readonly flags?: number;
}
interface Measured {
  readonly asDouble?: Double;
  readonly asInt?: Long;
}
export interface NumberPoint extends Point, Measured {
  readonly exemplars?: readonly Exemplar[];
}
interface Distribution extends Point {
  readonly count?: Long;
  readonly sum?: Double;
  readonly min?: Double;
  readonly max?: Double;
  readonly exemplars?: readonly Exemplar[];
}
export interface HistogramPoint extends Distribution {
  readonly bucketCounts?: readonly Long[];
  readonly explicitBounds?: readonly Double[];
}
export interface ExponentialPoint extends Distribution {
  readonly scale?: number;
  readonly zeroCount?: Long;
  readonly zeroThreshold?: Double;
  readonly positive?: ExponentialBuckets;
  readonly negative?: ExponentialBuckets;
}
export interface ExponentialBuckets {
  readonly offset?: number;
  readonly bucketCounts?: readonly Long[];
}
export interface SummaryPoint extends Point {
  readonly count?: Long;
  readonly sum?: Double;
  readonly quantileValues?: readonly { readonly quantile?: Double; readonly value?: Double }[];
}
export interface Exemplar extends Measured {
  readonly filteredAttributes?: readonly KeyValue[];
  readonly timeUnixNano?: Long;
  readonly spanId?: string;
  readonly traceId?: string;
}

export interface ResourceLogs {
  readonly resource?: Resource;
  readonly scopeLogs?: readonly {
    readonly scope?: Scope;
    readonly logRecords?: readonly LogRecord[];
    readonly schemaUrl?: string;
  }[];
  readonly schemaUrl?: string;
}
export interface LogRecord {
  readonly timeUnixNano?: Long;
  readonly observedTimeUnixNano?: Long;
  readonly severityNumber?: number;
  readonly severityText?: string;
  readonly body?: AnyValue;
  readonly attributes?: readonly KeyValue[];
  readonly droppedAttributesCount?: number;
  readonly flags?: number;
  readonly traceId?: string;
  readonly spanId?: string;
  readonly eventName?: string;
}
