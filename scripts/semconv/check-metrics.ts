import { checkAttributes, namesOf } from './check-attributes.ts';
import type { Conventions, Instrument } from './conventions.ts';
import type { Report } from './finding.ts';
import type { Metric, Point } from './form.ts';

/** A metric has the instrument, number, unit, buckets and attributes that the conventions give it. */
export function checkMetric(metric: Metric, conventions: Conventions, report: Report): void {
  const name = metric.name ?? '';
  const known = conventions.metrics[name] ?? conventions.beyond.metrics[name];
  const points = pointsOf(metric);
  for (const { attributes, exemplars } of points) {
    checkAttributes(attributes, conventions, report);
    for (const { filteredAttributes } of exemplars ?? []) checkAttributes(filteredAttributes, conventions, report);
  }
  if (known === undefined) {
    report('unknown metric', name);
    return;
  }
  const instrument = instrumentOf(metric);
  if (instrument !== known.instrument) report('instrument', `${instrument}, not ${known.instrument}`);
  if ((metric.unit ?? '') !== known.unit) report('unit', `${metric.unit ?? ''}, not ${known.unit}`);
  const temporality = (metric.sum ?? metric.histogram ?? metric.exponentialHistogram)?.aggregationTemporality;
  if (metric.gauge === undefined && temporality !== 1 && temporality !== 2) report('temporality', `${temporality}`);
  for (const point of points) checkPoint(point, name, known, metric, conventions, report);
}

function checkPoint(
  point: Point,
  name: string,
  known: Instrument,
  metric: Metric,
  conventions: Conventions,
  report: Report,
): void {
  const names = namesOf(point.attributes);
  // What would be one series too many is counted in a series without attributes (Metrics SDK, "Overflow attribute").
  const overflow = names.has('otel.metric.overflow');
  for (const [attribute, level] of Object.entries(known.attributes ?? {})) {
    if (level === 'required' && !names.has(attribute) && !overflow && !conventions.beyond.missing[attribute]) {
      report('missing attribute', attribute);
    }
  }
  for (const attribute of names) {
    if (known.attributes?.[attribute] === undefined && attribute !== 'otel.metric.overflow') {
      report('attribute of another metric', attribute);
    }
  }
  if (metric.histogram) {
    checkBuckets(point, conventions.requirements.buckets[name]?.bounds, report);
  } else if (!metric.exponentialHistogram) {
    const number = point.asInt !== undefined ? 'int' : point.asDouble !== undefined ? 'double' : 'none';
    if (number !== known.number) report('number', `${number}, not ${known.number}`);
  }
}

function checkBuckets(point: Point, wanted: readonly number[] | 'runtime' | undefined, report: Report): void {
  const bounds = point.explicitBounds ?? [];
  const counts = point.bucketCounts ?? [];
  if (counts.length !== 0 && counts.length !== bounds.length + 1) {
    report('buckets', `${counts.length} counts for ${bounds.length} bounds`);
  }
  if (Array.isArray(wanted) && bounds.join() !== wanted.join())
    report('buckets', `${bounds.join()}, not ${wanted.join()}`);
}

function pointsOf({ gauge, sum, histogram, exponentialHistogram }: Metric): readonly Point[] {
  return (gauge ?? sum ?? histogram ?? exponentialHistogram)?.dataPoints ?? [];
}

function instrumentOf({ gauge, sum, histogram, exponentialHistogram }: Metric): string {
  if (histogram ?? exponentialHistogram) return 'histogram';
  if (sum) return sum.isMonotonic ? 'counter' : 'updowncounter';
  return gauge ? 'gauge' : 'none';
}
