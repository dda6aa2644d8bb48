import { expect, test } from 'vitest';
import { checkComplete, checkLinks } from '../../../../src/cli/commands/demo/demo-check.ts';
import { buildTraces, tracedSpans } from '../../../../src/cli/commands/demo/traces.ts';
import { logRequest, metricRequest, type SpanParts, traceRequest } from '../../../support/telemetry-example.ts';

const traces = (...spans: SpanParts[]) => buildTraces(tracedSpans(traceRequest(spans).request));
const gateway = { traceId: 'aa', spanId: '01', kind: 2, service: 'gateway' };
const below = { traceId: 'aa', spanId: '02', parentSpanId: '01', kind: 2, service: 'shop' };
const start = { traceId: 'cc', spanId: '09', kind: 3, service: 'shop' };

test('a request is one connected trace; statements at the start of a service are traces of their own', () => {
  checkComplete(traces(gateway, below, start), 1);
});

test.each([
  ['no trace', [start], 1],
  ['a trace of a request that was not sent', [gateway, { ...gateway, traceId: 'bb' }], 1],
  ['a second part of a trace', [gateway, { ...below, parentSpanId: '07' }], 1],
  ['a server span that begins a trace of its own', [gateway, { ...below, traceId: 'bb', parentSpanId: '' }], 1],
  ['spans without their parent', [gateway, { ...start, parentSpanId: '08' }], 1],
])('%s is not', (_, spans, requests) => {
  expect(() => checkComplete(traces(...spans), requests)).toThrow(
    expect.objectContaining({ code: 'demo_missing_traces' }),
  );
});

const spans = tracedSpans(traceRequest([gateway]).request);
const logged = (spanId: string) => logRequest('shop', [{ traceId: 'aa', spanId }, {}]).request;
const measured = (spanId: string) =>
  metricRequest('shop', [{ name: 'h', histogram: { dataPoints: [{ exemplars: [{ traceId: 'aa', spanId }] }] } }])
    .request;

test('log records and exemplars name spans that came', () => {
  checkLinks(spans, [logged('01'), measured('01')]);
  for (const [requests, message] of [
    [[logged('02'), measured('01')], 'log records and spans are not connected: aa 02'],
    [[logged('01'), measured('03')], 'exemplars and spans are not connected: aa 03'],
    [[measured('01')], 'log records and spans are not connected: none'],
    [[logged('01')], 'exemplars and spans are not connected: none'],
  ] as const)
    expect(() => checkLinks(spans, requests)).toThrow(expect.objectContaining({ code: 'demo_loose_record', message }));
});
