import { readFileSync } from 'node:fs';
import type { AnyValue, KeyValue, Metric, Point, Scoped, TelemetryRequest } from '../../scripts/semconv/form.ts';

// Telemetry as the SDK for Go writes it in JSON. Programs of tests write a line for each span (tracetest.SpanStub), log record and collection of
// metrics (metricdata.ResourceMetrics), because these have passed the program's own SDK, and were exported nowhere.

interface SdkAttribute {
  readonly Key: string;
  readonly Value: { readonly Type: string; readonly Value: unknown };
}
type Attributes = readonly SdkAttribute[] | null;
interface SdkScope {
  readonly Name: string;
  readonly SchemaURL: string;
}
interface SdkSpan {
  readonly Name: string;
  readonly SpanKind: number;
  readonly Status: { readonly Code: string };
  readonly Attributes: Attributes;
  readonly Events: readonly { readonly Name: string; readonly Attributes: Attributes }[] | null;
  readonly Links: readonly { readonly Attributes: Attributes }[] | null;
  readonly Resource?: Attributes;
  readonly InstrumentationScope?: SdkScope;
  /** Before version 1.32. */
  readonly InstrumentationLibrary?: SdkScope;
}
interface SdkPoint {
  readonly Attributes: Attributes;
  readonly Value?: number;
  readonly Bounds?: readonly number[];
  readonly BucketCounts?: readonly number[];
  readonly Exemplars?: readonly { readonly FilteredAttributes: Attributes }[];
}
interface SdkMetric {
  readonly Name: string;
  readonly Unit: string;
  readonly Data: {
    readonly DataPoints: readonly SdkPoint[];
    readonly Temporality?: string;
    readonly IsMonotonic?: boolean;
  };
  /** Whether numbers are float64: JSON does not tell 1 from 1.0. */
  readonly Float: boolean;
}
interface SdkLine {
  readonly span?: SdkSpan;
  readonly log?: { readonly Scope: SdkScope; readonly Resource: Attributes; readonly Attributes: Attributes };
  readonly metrics?: {
    readonly Resource: Attributes;
    readonly ScopeMetrics: readonly { readonly Scope: SdkScope; readonly Metrics: readonly SdkMetric[] }[];
  };
}

/** The telemetry in a file that a test program wrote, in the form of OTLP. */
export function sdkTelemetry(file: string): readonly TelemetryRequest[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => requestOf(JSON.parse(line) as SdkLine));
}

/** One line, in the form of OTLP. */
export function requestOf({ span, log, metrics }: SdkLine): TelemetryRequest {
  return {
    ...(span && {
      resourceSpans: [
        {
          resource: { attributes: attributesOf(span.Resource) },
          scopeSpans: [{ ...scopeOf(span.InstrumentationScope ?? span.InstrumentationLibrary), spans: [spanOf(span)] }],
        },
      ],
    }),
    ...(log && {
      resourceLogs: [
        {
          resource: { attributes: attributesOf(log.Resource) },
          scopeLogs: [{ ...scopeOf(log.Scope), logRecords: [{ attributes: attributesOf(log.Attributes) }] }],
        },
      ],
    }),
    ...(metrics && {
      resourceMetrics: [
        {
          resource: { attributes: attributesOf(metrics.Resource) },
          scopeMetrics: metrics.ScopeMetrics.map(({ Scope, Metrics }) => ({
            ...scopeOf(Scope),
            metrics: Metrics.map(metricOf),
          })),
        },
      ],
    }),
  };
}

const scopeOf = (scope: SdkScope | undefined): Scoped => ({
  scope: { name: scope?.Name ?? '' },
  schemaUrl: scope?.SchemaURL ?? '',
});

const statusCodes: Readonly<Record<string, number>> = { Unset: 0, Ok: 1, Error: 2 };

function spanOf(span: SdkSpan) {
  const code = statusCodes[span.Status.Code];
  if (code === undefined) throw new Error(`${span.Name} has the status ${span.Status.Code}`);
  return {
    name: span.Name,
    kind: span.SpanKind,
    status: { code },
    attributes: attributesOf(span.Attributes),
    events: (span.Events ?? []).map(({ Name, Attributes }) => ({ name: Name, attributes: attributesOf(Attributes) })),
    links: (span.Links ?? []).map(({ Attributes }) => ({ attributes: attributesOf(Attributes) })),
  };
}

function metricOf({ Name, Unit, Data, Float }: SdkMetric): Metric {
  const points = { dataPoints: Data.DataPoints.map((point) => pointOf(point, Float)) };
  const aggregationTemporality = ['', 'DeltaTemporality', 'CumulativeTemporality'].indexOf(Data.Temporality ?? '');
  const named = { name: Name, unit: Unit };
  if (Data.IsMonotonic !== undefined)
    return { ...named, sum: { ...points, aggregationTemporality, isMonotonic: Data.IsMonotonic } };
  return Data.Temporality === undefined
    ? { ...named, gauge: points }
    : { ...named, histogram: { ...points, aggregationTemporality } };
}

function pointOf({ Attributes, Value, Bounds, BucketCounts, Exemplars }: SdkPoint, isFloat: boolean): Point {
  return {
    attributes: attributesOf(Attributes),
    ...(Value !== undefined && (isFloat ? { asDouble: Value } : { asInt: `${Value}` })),
    ...(Bounds && { explicitBounds: Bounds, bucketCounts: BucketCounts ?? [] }),
    exemplars: (Exemplars ?? []).map(({ FilteredAttributes }) => ({
      filteredAttributes: attributesOf(FilteredAttributes),
    })),
  };
}

const attributesOf = (list: Attributes | undefined): KeyValue[] =>
  (list ?? []).map(({ Key, Value: { Type, Value } }) => ({ key: Key, value: anyValue(Type, Value) }));

function anyValue(type: string, value: unknown): AnyValue {
  const element = /^(.*)SLICE$/.exec(type)?.[1];
  if (element) return { arrayValue: { values: (value as unknown[]).map((each) => anyValue(element, each)) } };
  switch (type) {
    case 'STRING':
      return { stringValue: value as string };
    case 'BOOL':
      return { boolValue: value as boolean };
    case 'INT64':
      return { intValue: `${value}` };
    case 'FLOAT64':
      return { doubleValue: value as number };
    default:
      throw new Error(`an attribute of the type ${type}`);
  }
}
