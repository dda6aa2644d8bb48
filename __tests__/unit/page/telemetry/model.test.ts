import { describe, expect, test } from 'vitest';
import { valueText } from '../../../../src/page/telemetry/model/attributes.ts';
import { Collection, limits } from '../../../../src/page/telemetry/model/collection.ts';
import {
  addBuckets,
  explicitBuckets,
  exponentialBuckets,
  quantile,
} from '../../../../src/page/telemetry/model/histogram.ts';
import { MetricTable } from '../../../../src/page/telemetry/model/metrics.ts';
import { parseSearch } from '../../../../src/page/telemetry/model/search.ts';
import { spanRows } from '../../../../src/page/telemetry/model/span-tree.ts';
import { spansOf } from '../../../../src/page/telemetry/model/spans.ts';
import { amount, duration, parseDuration } from '../../../../src/page/telemetry/model/units.ts';
import {
  attributes,
  hex,
  logRequest,
  metricRequest,
  type SpanParts,
  traceRequest,
} from '../../../support/telemetry-example.ts';

const spans = (parts: readonly SpanParts[]) =>
  spansOf(traceRequest(parts.map((part) => ({ traceId: 'aa', ...part }))).request);
const shape = (parts: readonly SpanParts[], collapsed: readonly string[] = []) =>
  spanRows(spans(parts), new Set(collapsed)).map(
    ({ span, depth, below, isOrphan }) => `${'.'.repeat(depth)}${span.spanId} ${below}${isOrphan ? ' orphan' : ''}`,
  );

describe('the tree of spans', () => {
  test('has parents above children, in the order in which they began', () => {
    expect(
      shape([
        { spanId: '04', parentSpanId: '02', at: 4 },
        { spanId: '03', parentSpanId: '01', at: 5 },
        { spanId: '02', parentSpanId: '01', at: 2 },
        { spanId: '01', at: 1 },
      ]),
    ).toEqual(['01 3', '.02 1', '..04 0', '.03 0']);
  });

  test('hides what is below a collapsed span', () => {
    const parts = [
      { spanId: '01' },
      { spanId: '02', parentSpanId: '01' },
      { spanId: '03', parentSpanId: '02' },
      { spanId: '04', at: 9 },
    ];
    expect(shape(parts, ['02'])).toEqual(['01 2', '.02 1', '04 0']);
    expect(shape(parts, ['01'])).toEqual(['01 2', '04 0']);
  });

  test.each([
    ['a parent that has not come', [{ spanId: '02', parentSpanId: '01' }], ['02 0 orphan']],
    ['itself for a parent', [{ spanId: '01', parentSpanId: '01' }], ['01 0']],
    [
      'parents in a ring',
      [
        { spanId: '01', parentSpanId: '03' },
        { spanId: '02', parentSpanId: '01', at: 1 },
        { spanId: '03', parentSpanId: '02', at: 2 },
      ],
      ['01 2', '.02 1', '..03 0'],
    ],
    ['a parent of zeros', [{ spanId: '01', parentSpanId: '0000000000000000' }], ['01 0']],
  ])('every span has a line: %s', (_, parts, rows) => {
    expect(shape(parts)).toEqual(rows);
  });

  test('may be as deep as it has spans', () => {
    const parts = Array.from({ length: 20_000 }, (_, at) => ({
      spanId: hex(at + 1, 16),
      parentSpanId: hex(at, 16),
      at,
    }));
    expect(spanRows(spans(parts), new Set())).toHaveLength(20_000);
  });
});

describe('what is kept', () => {
  test('the oldest traces go first', () => {
    const collection = new Collection();
    for (let n = 0; n < 5; n++)
      collection.add(
        'traces',
        traceRequest(Array.from({ length: 6_000 }, (_, at) => ({ traceId: hex(n + 1, 32), spanId: hex(at + 1, 16) })))
          .request,
      );
    expect([...collection.traces.keys()]).toEqual([hex(3, 32), hex(4, 32), hex(5, 32)]);
    expect(collection.spanCount).toBe(18_000);
  });

  test('of one trace that is too large, the first spans; the others are counted', () => {
    const collection = new Collection();
    collection.add(
      'traces',
      traceRequest(Array.from({ length: limits.spans + 5 }, (_, at) => ({ traceId: 'aa', spanId: hex(at + 1, 16) })))
        .request,
    );
    expect([collection.spanCount, collection.leftOut]).toEqual([limits.spans, 5]);
  });

  test('a span that is sent twice is one, a server that continues its client’s span id is another', () => {
    const collection = new Collection();
    const span = { traceId: 'aa', spanId: '01', kind: 3, status: { code: 2 } };
    for (let n = 0; n < 2; n++) collection.add('traces', traceRequest([span]).request);
    collection.add('traces', traceRequest([{ ...span, kind: 2, service: 'other' }]).request);
    expect(collection.traces.get('aa')).toMatchObject({ errors: 2, spans: { length: 2 } });
  });

  test('log records go with their place at their span', () => {
    const collection = new Collection();
    const records = Array.from({ length: limits.logs + 1 }, (_, at) => ({
      traceId: 'aa',
      spanId: at === 0 ? '01' : '02',
      body: { stringValue: String(at) },
    }));
    collection.add('logs', logRequest('shop', records).request);
    expect(collection.logs).toHaveLength(limits.logs);
    expect(collection.logsOfSpan.has('01')).toBe(false);
    expect(collection.logsOfSpan.get('02')?.[0]?.body).toBe('1');
  });

  test('no more series than a page can hold', () => {
    const table = new MetricTable();
    const point = (n: number) => ({ attributes: attributes({ n }), asInt: '1' });
    table.add(metricRequest('shop', [{ name: 'many', gauge: { dataPoints: [1, 2, 3].map(point) } }]).request, 2);
    table.add(metricRequest('shop', [{ name: 'many', gauge: { dataPoints: [1, 4].map(point) } }]).request, 2);
    expect([...table.metrics.values()].map(({ series }) => series.size)).toEqual([2]);
  });
});

describe('metrics', () => {
  const seriesOf = (...points: readonly Parameters<typeof metricRequest>[1][number][]) => {
    const table = new MetricTable();
    for (const point of points) table.add(metricRequest('shop', [point]).request, 100);
    const [metric] = [...table.metrics.values()];
    return [...(metric?.series.values() ?? [])];
  };

  test('deltas are summed, cumulative values stand for themselves', () => {
    const sum = (aggregationTemporality: number, asInt: string) => ({
      name: 's',
      sum: { aggregationTemporality, isMonotonic: true, dataPoints: [{ asInt }] },
    });
    expect(seriesOf(sum(1, '3'), sum(1, '4'))[0]?.history.map(({ value }) => value)).toEqual([3, 7]);
    expect(seriesOf(sum(2, '3'), sum(2, '4'))[0]?.history.map(({ value }) => value)).toEqual([3, 4]);
  });

  test('deltas of histograms are summed by bucket', () => {
    const histogram = {
      name: 'h',
      histogram: {
        aggregationTemporality: 1,
        dataPoints: [{ count: '3', sum: 6, bucketCounts: ['1', '2'], explicitBounds: [1] }],
      },
    };
    expect(seriesOf(histogram, histogram)[0]).toMatchObject({
      count: 6,
      sum: 12,
      buckets: [{ count: 2 }, { count: 4 }],
    });
  });

  test('the order of attributes makes no other series', () => {
    const gauge = (...keys: string[]) => ({
      name: 'g',
      gauge: { dataPoints: [{ attributes: keys.map((key) => ({ key })), asDouble: 1 }] },
    });
    expect(seriesOf(gauge('a', 'b'), gauge('b', 'a'))).toHaveLength(1);
  });

  test('an exemplar that is sent again is one', () => {
    const exemplars = [{ asDouble: 1, spanId: '01', traceId: 'aa', timeUnixNano: '5' }];
    const histogram = { name: 'h', histogram: { dataPoints: [{ exemplars }] } };
    expect(seriesOf(histogram, histogram)[0]?.exemplars).toHaveLength(1);
  });

  test('buckets of an exponential histogram', () => {
    const buckets = exponentialBuckets({
      scale: 1,
      zeroCount: '2',
      zeroThreshold: 0.001,
      positive: { offset: 2, bucketCounts: ['3', '4'] },
      negative: { offset: 0, bucketCounts: ['5'] },
    });
    expect(buckets.map(({ count }) => count)).toEqual([5, 2, 3, 4]);
    expect(buckets.map(({ from, to }) => [from, to].map((bound) => Number(bound.toFixed(2))))).toEqual([
      [-1.41, -1],
      [-0, 0],
      [2, 2.83],
      [2.83, 4],
    ]);
  });

  test('quantiles lie in their bucket; where that has no end, at its bound', () => {
    const buckets = explicitBuckets({ bucketCounts: ['0', '10', '10', '1'], explicitBounds: [1, 2, 4] });
    expect(quantile(buckets, 0)).toBe(1);
    expect(quantile(buckets, 10 / 21)).toBeCloseTo(2);
    expect(quantile(buckets, 15 / 21)).toBeCloseTo(3);
    expect(quantile(buckets, 1)).toBe(4);
    expect(quantile([], 0.5)).toBeUndefined();
    expect(addBuckets(buckets, buckets).map(({ count }) => count)).toEqual([0, 20, 20, 2]);
  });
});

test('a search is taken apart', () => {
  expect(parseSearch('Cart service:Orders http.route=/pay is:error >1.5s <2 "two words" =x')).toEqual([
    { kind: 'word', text: 'cart' },
    { kind: 'service', text: 'orders' },
    { kind: 'attribute', key: 'http.route', text: '/pay' },
    { kind: 'error' },
    { kind: 'duration', leastNs: 1.5e9, mostNs: Number.POSITIVE_INFINITY },
    { kind: 'duration', leastNs: 0, mostNs: 2e6 },
    { kind: 'word', text: 'two words' },
    { kind: 'word', text: '=x' },
  ]);
  expect(parseSearch('>x "')).toEqual([{ kind: 'word', text: '>x' }]);
});

test('amounts as they are read', () => {
  expect([0, 999, 1_500, 1_234_567, 59e9, 61e9, 7_200e9].map(duration)).toEqual([
    '0 s',
    '999 ns',
    '1.5 µs',
    '1.23 ms',
    '59 s',
    '1.02 min',
    '2 h',
  ]);
  expect([
    amount(0.25, 's'),
    amount(12_345_678, 'By'),
    amount(3, '{request}'),
    amount(1234.5, '1'),
    amount(0.00012, ''),
  ]).toEqual(['250 ms', '12.3 MB', '3 request', '1235', '0.000120']);
  expect([parseDuration('10ms'), parseDuration('3us'), parseDuration('1h'), parseDuration('x')]).toEqual([
    1e7,
    3e3,
    3.6e12,
    undefined,
  ]);
});

test('values as texts', () => {
  expect(
    valueText({
      kvlistValue: {
        values: [{ key: '__proto__', value: { arrayValue: { values: [{ intValue: '9223372036854775807' }, {}] } } }],
      },
    }),
  ).toBe('{"__proto__":["9223372036854775807",""]}');
  expect([valueText(undefined), valueText({ doubleValue: 'NaN' }), valueText({ boolValue: false })]).toEqual([
    '',
    'NaN',
    'false',
  ]);
});
