import type { Exemplar, OtlpRequest } from '../../../otlp/otlp-json.ts';
import { demoLooseRecord, demoMissingTraces } from '../../../report/codes/demo.ts';
import type { Trace, TraceSpan } from './traces.ts';

/**
 * Each request must have become one connected trace: a span of the gateway, and all else below it. No server span may begin a trace
 * otherwise.
 *
 * @throws GotsError demo_missing_traces
 */
export function checkComplete(traces: readonly Trace[], requests: number): void {
  const beginsAtGateway = ({ roots }: Trace) =>
    roots.length === 1 && roots[0]?.span.kind === 'server' && roots[0].span.service === 'gateway';
  const whole = traces.filter(beginsAtGateway).length;
  const begun = traces.filter(({ roots }) => roots.some(({ span }) => span.kind === 'server' || span.parentId)).length;
  if (whole !== requests || begun !== requests) demoMissingTraces(whole, requests);
}

/**
 * Every log record that names a span, and every exemplar, must name one that came; and there have to be some of both.
 *
 * @throws GotsError demo_loose_record
 */
export function checkLinks(spans: readonly TraceSpan[], requests: readonly OtlpRequest[]): void {
  const known = new Set(spans.map(({ traceId, spanId }) => `${traceId} ${spanId}`));
  for (const [what, records] of [
    ['log record', logged(requests)],
    ['exemplar', exemplars(requests)],
  ] as const) {
    if (records.length === 0) demoLooseRecord(what, 'none');
    for (const { traceId, spanId } of records)
      if (!known.has(`${traceId} ${spanId}`)) demoLooseRecord(what, `${traceId} ${spanId}`);
  }
}

interface Linked {
  readonly traceId?: string;
  readonly spanId?: string;
}

function logged(requests: readonly OtlpRequest[]): readonly Linked[] {
  return requests
    .flatMap(({ resourceLogs = [] }) => resourceLogs)
    .flatMap(({ scopeLogs = [] }) => scopeLogs)
    .flatMap(({ logRecords = [] }) => logRecords)
    .filter(({ traceId }) => traceId);
}

function exemplars(requests: readonly OtlpRequest[]): readonly Exemplar[] {
  return requests
    .flatMap(({ resourceMetrics = [] }) => resourceMetrics)
    .flatMap(({ scopeMetrics = [] }) => scopeMetrics)
    .flatMap(({ metrics = [] }) => metrics)
    .flatMap(({ histogram, sum }) => [...(histogram?.dataPoints ?? []), ...(sum?.dataPoints ?? [])])
    .flatMap((point) => point.exemplars ?? []);
}
