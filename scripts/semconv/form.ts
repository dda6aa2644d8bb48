// OTLP in its JSON form, as far as the check reads it: what `src/otlp` decodes, and what a collector writes to a file.

export interface AnyValue {
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly intValue?: string | number;
  readonly doubleValue?: number | string;
  readonly bytesValue?: string;
  readonly arrayValue?: { readonly values?: readonly AnyValue[] };
  readonly kvlistValue?: { readonly values?: readonly KeyValue[] };
}

export interface KeyValue {
  readonly key?: string;
  readonly value?: AnyValue;
}

export interface Attributed {
  readonly attributes?: readonly KeyValue[];
}

export interface Scoped {
  readonly scope?: Attributed & { readonly name?: string; readonly version?: string };
  readonly schemaUrl?: string;
}

export interface Span extends Attributed {
  readonly name?: string;
  readonly kind?: number;
  readonly status?: { readonly code?: number };
  readonly events?: readonly (Attributed & { readonly name?: string })[];
  readonly links?: readonly Attributed[];
}

export interface Point extends Attributed {
  readonly asInt?: string | number;
  readonly asDouble?: number | string;
  readonly explicitBounds?: readonly (string | number)[];
  readonly bucketCounts?: readonly (string | number)[];
  readonly exemplars?: readonly { readonly filteredAttributes?: readonly KeyValue[] }[];
}

interface Points {
  readonly dataPoints?: readonly Point[];
  readonly isMonotonic?: boolean;
  readonly aggregationTemporality?: number;
}

export interface Metric {
  readonly name?: string;
  readonly unit?: string;
  readonly gauge?: Points;
  readonly sum?: Points;
  readonly histogram?: Points;
  readonly exponentialHistogram?: Points;
}

export interface Resource {
  readonly resource?: Attributed;
}

/** A request of any signal. */
export interface TelemetryRequest {
  readonly resourceSpans?: readonly (Resource & {
    readonly scopeSpans?: readonly (Scoped & { readonly spans?: readonly Span[] })[];
  })[];
  readonly resourceMetrics?: readonly (Resource & {
    readonly scopeMetrics?: readonly (Scoped & { readonly metrics?: readonly Metric[] })[];
  })[];
  readonly resourceLogs?: readonly (Resource & {
    readonly scopeLogs?: readonly (Scoped & { readonly logRecords?: readonly Attributed[] })[];
  })[];
}
