import type {
  Exemplar,
  ExponentialPoint,
  HistogramPoint,
  KeyValue,
  Metric,
  MetricsRequest,
  NumberPoint,
  SummaryPoint,
} from '../../../otlp/otlp-json.ts';
import { type Attribute, attributesOf } from './attributes.ts';
import { addBuckets, type Bucket, explicitBuckets, exponentialBuckets, numberOf } from './histogram.ts';
import { nameOfScope, serviceOf, timeOf } from './spans.ts';

/** A measurement that was made in a trace. */
export interface ShownExemplar {
  readonly value: number;
  readonly timeNs: bigint;
  readonly traceId: string;
  readonly spanId: string;
}

/** One set of attributes of a metric, of one service. */
export interface Series {
  readonly service: string;
  readonly attributes: readonly Attribute[];
  /** Values in the order in which they came, the newest last: of a histogram, how many values it held. */
  history: { readonly timeNs: bigint; readonly value: number }[];
  buckets: readonly Bucket[];
  count: number;
  sum: number;
  readonly quantiles: { readonly quantile: number; readonly value: number }[];
  exemplars: readonly ShownExemplar[];
}

export type MetricKind = 'gauge' | 'sum' | 'histogram' | 'summary';

export interface ShownMetric {
  readonly name: string;
  readonly description: string;
  readonly unit: string;
  readonly kind: MetricKind;
  /** It only grows. */
  readonly isMonotonic: boolean;
  readonly scope: string;
  readonly series: Map<string, Series>;
}

const mostHistory = 240;
const mostExemplars = 20;
/** aggregation_temporality. */
const delta = 1;

interface AnyPoint {
  readonly kind: MetricKind;
  readonly isDelta: boolean;
  readonly point: NumberPoint | HistogramPoint | ExponentialPoint | SummaryPoint;
}

/** All metrics that have come, by scope and name. */
export class MetricTable {
  readonly metrics = new Map<string, ShownMetric>();

  /** Takes in a request. @param mostSeries what a table may hold in all; further series are left out */
  add({ resourceMetrics = [] }: MetricsRequest, mostSeries: number): void {
    let left = mostSeries - [...this.metrics.values()].reduce((sum, { series }) => sum + series.size, 0);
    for (const { resource, scopeMetrics = [] } of resourceMetrics) {
      const service = serviceOf(attributesOf(resource?.attributes));
      for (const { scope, metrics = [] } of scopeMetrics)
        for (const metric of metrics)
          for (const any of pointsOf(metric)) {
            const shown = this.#metric(metric, any.kind, nameOfScope(scope));
            const isNew = take(shown, service, any, left > 0);
            if (isNew) left--;
          }
    }
  }

  #metric(metric: Metric, kind: MetricKind, scope: string): ShownMetric {
    const { name = '', description = '', unit = '' } = metric;
    const key = JSON.stringify([scope, name, kind, unit]);
    let shown = this.metrics.get(key);
    if (!shown) {
      shown = {
        name,
        description,
        unit,
        kind,
        scope,
        isMonotonic: metric.sum?.isMonotonic === true,
        series: new Map(),
      };
      this.metrics.set(key, shown);
    }
    return shown;
  }
}

function pointsOf(metric: Metric): readonly AnyPoint[] {
  const { gauge, sum, histogram, exponentialHistogram, summary } = metric;
  const isDelta = (sum ?? histogram ?? exponentialHistogram)?.aggregationTemporality === delta;
  const of = (kind: MetricKind, points: readonly AnyPoint['point'][] = []) =>
    points.map((point) => ({ kind, isDelta, point }));
  return [
    ...of('gauge', gauge?.dataPoints),
    ...of('sum', sum?.dataPoints),
    ...of('histogram', histogram?.dataPoints),
    ...of('histogram', exponentialHistogram?.dataPoints),
    ...of('summary', summary?.dataPoints),
  ];
}

/** @returns whether that made a new series */
function take(metric: ShownMetric, service: string, { kind, isDelta, point }: AnyPoint, mayBeNew: boolean): boolean {
  const key = JSON.stringify([service, sorted(point.attributes)]);
  const before = metric.series.get(key);
  if (!before && !mayBeNew) return false;
  const series = before ?? newSeries(service, point.attributes);
  metric.series.set(key, series);
  const last = isDelta ? (series.history.at(-1)?.value ?? 0) : 0;
  const value =
    kind === 'gauge' || kind === 'sum' ? measured(point as NumberPoint) : Number((point as HistogramPoint).count ?? 0);
  series.history = [...series.history, { timeNs: timeOf(point.timeUnixNano), value: last + value }].slice(-mostHistory);
  if (kind === 'histogram' || kind === 'summary') {
    const { count, sum } = point as HistogramPoint;
    series.count = (isDelta ? series.count : 0) + Number(count ?? 0);
    series.sum = (isDelta ? series.sum : 0) + numberOf(sum);
  }
  if (kind === 'histogram') {
    const now =
      'scale' in point || 'positive' in point || 'zeroCount' in point
        ? exponentialBuckets(point)
        : explicitBuckets(point);
    series.buckets = isDelta ? addBuckets(series.buckets, now) : now;
  }
  if (kind === 'summary') {
    const quantiles = (point as SummaryPoint).quantileValues ?? [];
    series.quantiles.splice(
      0,
      series.quantiles.length,
      ...quantiles.map((each) => ({ quantile: numberOf(each.quantile), value: numberOf(each.value) })),
    );
  }
  if ('exemplars' in point) series.exemplars = withNew(series.exemplars, point.exemplars ?? []);
  return !before;
}

function newSeries(service: string, attributes: readonly KeyValue[] | undefined): Series {
  return {
    service,
    attributes: attributesOf(attributes),
    history: [],
    buckets: [],
    count: 0,
    sum: 0,
    quantiles: [],
    exemplars: [],
  };
}

function sorted(attributes: readonly KeyValue[] = []): readonly KeyValue[] {
  return [...attributes].sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
}

function measured({ asDouble, asInt }: { readonly asDouble?: Exemplar['asDouble']; readonly asInt?: string }): number {
  return asDouble === undefined ? Number(asInt ?? 0) : numberOf(asDouble);
}

/** The newest; a sender repeats its exemplars until it has others. */
function withNew(before: readonly ShownExemplar[], now: readonly Exemplar[]): readonly ShownExemplar[] {
  const all = new Map(before.map((each) => [`${each.spanId} ${each.timeNs}`, each]));
  for (const exemplar of now) {
    const { traceId = '', spanId = '' } = exemplar;
    const each = { value: measured(exemplar), timeNs: timeOf(exemplar.timeUnixNano), traceId, spanId };
    all.set(`${spanId} ${each.timeNs}`, each);
  }
  return [...all.values()].slice(-mostExemplars);
}
