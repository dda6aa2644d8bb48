import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attributesOf, checkConventions, printFindings } from '../../../../scripts/semconv/check.ts';
import { attributeNamed, readConventions, staleEntries } from '../../../../scripts/semconv/conventions.ts';
import type { FindingKind } from '../../../../scripts/semconv/finding.ts';
import type { KeyValue, Metric, Point, Span, TelemetryRequest } from '../../../../scripts/semconv/form.ts';

type Plain = Readonly<Record<string, string | number | boolean | readonly string[]>>;

function attributes(plain: Plain): KeyValue[] {
  return Object.entries(plain).map(([key, value]) => {
    if (typeof value === 'string') return { key, value: { stringValue: value } };
    if (typeof value === 'number') return { key, value: { intValue: `${value}` } };
    if (typeof value === 'boolean') return { key, value: { boolValue: value } };
    return { key, value: { arrayValue: { values: value.map((each) => ({ stringValue: each })) } } };
  });
}

const schemaUrl = 'https://opentelemetry.io/schemas/1.43.0';
const scope = { name: 'github.com/gots-dev/gots/aspects/net/http', version: '0.1.0' };
const resource = {
  attributes: attributes({
    'service.name': 'shop',
    'telemetry.sdk.language': 'go',
    'telemetry.sdk.name': 'gots',
    'telemetry.sdk.version': '0.1.0',
  }),
};

const server = {
  'http.request.method': 'GET',
  'http.response.status_code': 200,
  'http.request.header.x-kind': ['a', 'b'],
  'url.path': '/orders/17',
  'url.scheme': 'http',
  'server.address': 'shop',
  'server.port': 80,
};
const serverSpan = (change: Plain = {}, more: Span = {}): Span => ({
  name: 'GET /orders/{id}',
  kind: 2,
  attributes: attributes({ ...server, ...change }),
  ...more,
});
const without = (name: keyof typeof server): Span => {
  const { [name]: _, ...rest } = server;
  return { name: 'GET', kind: 2, attributes: attributes(rest) };
};

const seconds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
const point: Point = {
  attributes: attributes({ 'http.request.method': 'GET', 'url.scheme': 'http', 'http.route': '/orders/{id}' }),
  explicitBounds: seconds,
  bucketCounts: ['1', ...seconds.map(() => '0')],
};
const duration = (change: Partial<Point> = {}, more: Partial<Metric> = {}): Metric => ({
  name: 'http.server.request.duration',
  unit: 's',
  histogram: { aggregationTemporality: 2, dataPoints: [{ ...point, ...change }] },
  ...more,
});
const active = (number: Partial<Point>, isMonotonic: boolean): Metric => ({
  name: 'http.server.active_requests',
  unit: '{request}',
  sum: {
    aggregationTemporality: 2,
    isMonotonic,
    dataPoints: [{ attributes: attributes({ 'http.request.method': 'GET', 'url.scheme': 'http' }), ...number }],
  },
});

const spans = (...all: Span[]): TelemetryRequest => ({
  resourceSpans: [{ resource, scopeSpans: [{ scope, schemaUrl, spans: all }] }],
});
const metrics = (...all: Metric[]): TelemetryRequest => ({
  resourceMetrics: [{ resource, scopeMetrics: [{ scope, schemaUrl, metrics: all }] }],
});
const logs = (plain: Plain): TelemetryRequest => ({
  resourceLogs: [{ resource, scopeLogs: [{ scope, schemaUrl, logRecords: [{ attributes: attributes(plain) }] }] }],
});
const check = (request: TelemetryRequest) => checkConventions([{ request }]);

test('telemetry as the conventions have it gives no finding', () => {
  const requests = [
    spans(
      serverSpan(),
      serverSpan({ 'error.type': '500' }, { status: { code: 2 } }),
      serverSpan({}, { events: [{ name: 'exception', attributes: attributes({ 'exception.type': 'E' }) }] }),
      { name: 'SELECT', kind: 3, attributes: attributes({ 'db.system.name': 'a database of its own' }) },
      { name: 'work', kind: 1 },
    ),
    metrics(
      duration(),
      duration({ attributes: [{ key: 'otel.metric.overflow', value: { boolValue: true } }] }),
      active({ asInt: '1' }, false),
    ),
    logs({ 'code.line.number': 3 }),
  ];
  expect(printFindings(checkConventions(requests.map((request) => ({ request }))))).toBe('');
});

/** For each kind of finding, telemetry that has it, and what the check says of it. */
const bad: Readonly<Record<FindingKind, readonly (readonly [TelemetryRequest, string])[]>> = {
  'unknown attribute': [
    [spans(serverSpan({ 'http.method': 'GET' })), 'http.method'],
    [spans(serverSpan({ 'http.request.header.': 'x' })), 'http.request.header.'],
    [spans(serverSpan({}, { events: [{ name: 'x', attributes: attributes({ 'order.id': 7 }) }] })), 'order.id'],
    [spans(serverSpan({}, { links: [{ attributes: attributes({ why: 'x' }) }] })), 'why'],
    [logs({ 'order.id': 7 }), 'order.id'],
    [metrics(duration({ exemplars: [{ filteredAttributes: attributes({ user: 'x' }) }] })), 'user'],
  ],
  'wrong type': [
    [spans(serverSpan({ 'http.response.status_code': '200' })), 'http.response.status_code is string, not int'],
    [spans(serverSpan({ 'http.request.header.x-kind': 'a' })), 'http.request.header.x-kind is string, not string[]'],
    [logs({ 'code.line.number': true }), 'code.line.number is bool, not int'],
  ],
  'unknown value': [
    [spans(serverSpan({ 'http.request.method': 'BREW' })), 'http.request.method is BREW'],
    [
      spans({ name: 'call', kind: 3, attributes: attributes({ 'rpc.system.name': 'carrier pigeon' }) }),
      'rpc.system.name is carrier pigeon',
    ],
  ],
  'attribute twice': [
    [spans({ ...serverSpan(), attributes: attributes(server).flatMap((each) => [each, each]) }), 'url.path'],
  ],
  'missing attribute': [
    [spans(without('url.path')), 'url.path: http/http-spans.md#http-server'],
    [spans(without('url.scheme')), 'url.scheme: http/http-spans.md#http-server'],
    [spans(serverSpan({}, { status: { code: 2 } })), 'error.type: http/http-spans.md#http-server'],
    [spans({ ...serverSpan(), kind: 3 }), 'url.full: http/http-spans.md#http-client'],
    [
      spans({ name: 'SELECT', kind: 3, attributes: attributes({ 'db.namespace': 'shop' }) }),
      'db.system.name: db/database-spans.md',
    ],
    [
      spans(serverSpan({}, { events: [{ name: 'exception' }] })),
      'exception.type or exception.message of the event exception',
    ],
    [metrics(duration({ attributes: attributes({ 'url.scheme': 'http' }) })), 'http.request.method'],
    [{ resourceSpans: [{ resource: { attributes: attributes({ 'os.version': '6' }) } }] }, 'os.type'],
    [{ resourceMetrics: [{}] }, 'service.name'],
    [{ resourceLogs: [{}] }, 'telemetry.sdk.language'],
  ],
  'span kind': [
    [spans({ ...serverSpan(), kind: 1 }), 'internal, for HTTP server: server; HTTP client: client'],
    [spans({ name: 'work' }), 'it has none'],
  ],
  schema: [
    [{ resourceSpans: [{ resource, scopeSpans: [{ scope }] }] }, `none, not ${schemaUrl}`],
    [{ resourceMetrics: [{ resource, scopeMetrics: [{ scope, schemaUrl: 'x' }] }] }, `x, not ${schemaUrl}`],
  ],
  'unknown metric': [[metrics(duration({}, { name: 'http.server.duration' })), 'http.server.duration']],
  instrument: [
    [metrics(active({ asInt: '1' }, true)), 'counter, not updowncounter'],
    [metrics({ name: 'http.server.request.duration', unit: 's', gauge: { dataPoints: [] } }), 'gauge, not histogram'],
  ],
  number: [[metrics(active({ asDouble: 1 }, false)), 'double, not int']],
  unit: [[metrics(duration({}, { unit: 'ms' })), 'ms, not s']],
  buckets: [
    [metrics(duration({ explicitBounds: [1], bucketCounts: ['0', '1'] })), `1, not ${seconds.join()}`],
    [metrics(duration({ bucketCounts: ['1'] })), '1 counts for 14 bounds'],
  ],
  temporality: [[metrics(duration({}, { histogram: { dataPoints: [point] } })), 'undefined']],
  'attribute of another metric': [
    [
      metrics(
        duration({
          attributes: attributes({ 'http.request.method': 'GET', 'url.scheme': 'http', 'url.path': '/orders/17' }),
        }),
      ),
      'url.path',
    ],
  ],
};

describe.each(Object.entries(bad))('%s', (kind, cases) => {
  test.each(cases)('is found, case %#', (request, what) => {
    expect(check(request)).toContainEqual(expect.objectContaining({ kind, what }));
  });
});

test("only gots' own scopes are compared, and the program's attributes are the program's", () => {
  const request = spans(serverSpan({ 'order.id': 7 }));
  expect(checkConventions([{ request }], { programAttributes: ['order.id'] })).toEqual([]);
  expect(checkConventions([{ request }], { isOurs: () => false })).toEqual([]);
  const bare = { resourceLogs: [{}] };
  expect(checkConventions([{ request: bare }])).not.toEqual([]);
  expect(checkConventions([{ request: bare }], { resources: false })).toEqual([]);
});

test('what occurs is listed', () => {
  expect(
    [
      ...attributesOf([{ request: metrics(duration({ exemplars: [{ filteredAttributes: attributes({ a: 1 }) }] })) }]),
    ].sort(),
  ).toEqual(
    ['a', 'http.request.method', 'http.route', ...resource.attributes.map(({ key }) => key), 'url.scheme'].sort(),
  );
});

describe('data/semconv', () => {
  const conventions = readConventions();

  test('has what is looked up in it', () => {
    expect(conventions.schemaUrl).toBe(schemaUrl);
    expect(attributeNamed('db.query.text', conventions)).toEqual({ type: 'string' });
    expect(attributeNamed('http.request.header.accept', conventions)).toEqual({ type: 'string[]' });
    expect(attributeNamed('http.method', conventions)).toBeUndefined();
    expect(conventions.metrics['go.memory.used']).toMatchObject({
      instrument: 'updowncounter',
      number: 'int',
      unit: 'By',
    });
  });

  test('requirements and buckets are of attributes and histograms that there are', () => {
    const { spans: rules, events, resource: of, buckets } = conventions.requirements;
    const named = [
      ...rules.flatMap(({ required, failed }) => [...required, ...(failed ?? [])]),
      ...events.flatMap(({ oneOf }) => oneOf),
      ...of.required,
      ...of.entities.flatMap(({ required }) => required),
    ];
    expect(named.filter((name) => !conventions.attributes[name])).toEqual([]);
    expect(Object.keys(buckets).filter((name) => conventions.metrics[name]?.instrument !== 'histogram')).toEqual([]);
  });

  test('what files telemetry.yml name is known, and each metric has attributes of its own', async () => {
    interface Library {
      readonly metrics: Readonly<Record<string, readonly string[]>>;
    }
    const { attributesOf, readLibraries } = (await import(
      new URL('../../../../scripts/telemetry/libraries.mjs', import.meta.url).href
    )) as {
      attributesOf(library: Library): Set<string>;
      readLibraries(aspects: string): {
        readonly libraries: readonly Library[];
        readonly described: Readonly<Record<string, unknown>>;
      };
    };
    const { libraries, described } = readLibraries(join(import.meta.dirname, '..', '..', '..', '..', 'aspects'));
    const named = new Set([...libraries.flatMap((library) => [...attributesOf(library)]), ...Object.keys(described)]);
    expect(named.size).toBeGreaterThan(40);
    expect([...named].filter((name) => !attributeNamed(name, conventions))).toEqual([]);
    const metrics = libraries.flatMap((library) => Object.entries(library.metrics));
    const wrong = metrics.flatMap(([name, attributes]) => {
      const known = conventions.metrics[name] ?? conventions.beyond.metrics[name];
      if (!known) return [`the metric ${name} is unknown`];
      const own = Object.entries(known.attributes ?? {});
      return [
        ...attributes.filter((each) => !known.attributes?.[each]).map((each) => `${name} has no ${each}`),
        ...own
          .filter(([each, level]) => level === 'required' && !attributes.includes(each))
          .map(([each]) => `${name} needs ${each}`),
      ];
    });
    expect(wrong).toEqual([]);
  });

  test('what gots adds has a reason, and is not in the conventions', () => {
    expect(staleEntries(conventions)).toEqual([]);
    const stale = {
      ...conventions,
      beyond: {
        attributes: { 'url.path': { type: 'string', reason: 'x' }, 'gots.x': { type: 'string', reason: '' } },
        openValues: { 'url.path': 'x' },
        metrics: {},
        missing: {},
      },
    } as const;
    expect(staleEntries(stale)).toEqual([
      'gots.x has no reason',
      'url.path is in the conventions',
      'url.path is no enumeration',
    ]);
  });
});
