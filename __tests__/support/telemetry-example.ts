import type {
  AnyValue,
  HistogramPoint,
  KeyValue,
  LogRecord,
  Metric,
  OtlpRequest,
  OtlpSpan,
  Resource,
} from '../../src/otlp/otlp-json.ts';
import type { FedRequest } from '../../src/page/telemetry/client/feed.ts';

/** Midday of a day in 2026, in nanoseconds. */
export const begin: bigint = 1_795_867_200_000_000_000n;

export function attributes(values: Readonly<Record<string, string | number | boolean>>): readonly KeyValue[] {
  return Object.entries(values).map(([key, value]) => ({ key, value: anyValue(value) }));
}

function anyValue(value: string | number | boolean): AnyValue {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}

export function resourceOf(service: string): Resource {
  return { attributes: attributes({ 'service.name': service, 'service.version': '1.4.0', 'host.name': 'example' }) };
}

export const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

export interface SpanParts extends Omit<OtlpSpan, 'attributes' | 'startTimeUnixNano' | 'endTimeUnixNano'> {
  readonly service?: string;
  /** Milliseconds after {@link begin}. */
  readonly at?: number;
  /** Milliseconds. */
  readonly took?: number;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
}

/** A request with spans, each of its own service. */
export function traceRequest(spans: readonly SpanParts[]): FedRequest {
  const request: OtlpRequest = {
    resourceSpans: spans.map(({ service = 'shop', at = 0, took = 1, with: values = {}, ...span }) => ({
      resource: resourceOf(service),
      scopeSpans: [
        {
          scope: { name: 'net/http', version: 'v0.3.0' },
          spans: [
            {
              ...span,
              startTimeUnixNano: nanoseconds(at),
              endTimeUnixNano: nanoseconds(at + took),
              attributes: attributes(values),
            },
          ],
        },
      ],
    })),
  };
  return { signal: 'traces', request };
}

export function nanoseconds(ms: number): string {
  return (begin + BigInt(Math.round(ms * 1e6))).toString();
}

export function logRequest(service: string, records: readonly LogRecord[]): FedRequest {
  const scopeLogs = [{ scope: { name: 'log/slog' }, logRecords: records }];
  return { signal: 'logs', request: { resourceLogs: [{ resource: resourceOf(service), scopeLogs }] } };
}

export function metricRequest(service: string, metrics: readonly Metric[]): FedRequest {
  const scopeMetrics = [{ scope: { name: 'net/http' }, metrics }];
  return { signal: 'metrics', request: { resourceMetrics: [{ resource: resourceOf(service), scopeMetrics }] } };
}

/** What one order of a shop of three services sends: a span of each, statements, an event, a log record. Every fifth fails. */
export function orderRequests(count: number): readonly FedRequest[] {
  return Array.from({ length: count }, (_, n) => orderOf(n)).flat();
}

function orderOf(n: number): readonly FedRequest[] {
  const traceId = hex(n + 1, 32);
  const id = (at: number) => hex((n + 1) * 100 + at, 16);
  const at = n * 737;
  const slow = 1 + ((n * 7) % 11) / 3;
  const isBad = n % 5 === 4;
  const failed = isBad ? { status: { code: 2, message: 'UNIQUE constraint failed: orders.reference' } } : {};
  const statement = 'INSERT INTO orders (reference, sku, quantity) VALUES (?, ?, ?)';
  const spans: SpanParts[] = [
    {
      service: 'gateway',
      spanId: id(1),
      name: 'POST /orders',
      kind: 2,
      at,
      took: 24 * slow,
      with: {
        'http.request.method': 'POST',
        'http.route': '/orders',
        'http.response.status_code': isBad ? 409 : 201,
        'url.path': '/orders',
      },
    },
    {
      service: 'gateway',
      spanId: id(2),
      parentSpanId: id(1),
      name: 'GET',
      kind: 3,
      at: at + 1,
      took: 6 * slow,
      with: { 'http.request.method': 'GET', 'url.full': 'http://127.0.0.1:8082/stock/mug' },
    },
    {
      service: 'stock',
      spanId: id(3),
      parentSpanId: id(2),
      name: 'GET /stock/{sku}',
      kind: 2,
      at: at + 1.6,
      took: 5 * slow,
      with: { 'http.route': '/stock/{sku}', 'http.response.status_code': 200 },
    },
    {
      service: 'stock',
      spanId: id(4),
      parentSpanId: id(3),
      name: 'GET stock:mug',
      kind: 3,
      at: at + 2,
      took: 0.4 * slow,
      with: { 'db.system.name': 'redis', 'db.operation.name': 'GET' },
    },
    {
      service: 'stock',
      spanId: id(5),
      parentSpanId: id(3),
      name: 'SELECT stock',
      kind: 3,
      at: at + 2 + 0.5 * slow,
      took: 3 * slow,
      with: { 'db.system.name': 'sqlite', 'db.query.text': 'SELECT quantity FROM stock WHERE sku = ?' },
    },
    {
      service: 'gateway',
      spanId: id(6),
      parentSpanId: id(1),
      name: 'orders.Orders/Place',
      kind: 3,
      at: at + 1 + 7 * slow,
      took: 14 * slow,
      with: { 'rpc.system.name': 'grpc', 'rpc.method': 'orders.Orders/Place' },
    },
    {
      service: 'orders',
      spanId: id(7),
      parentSpanId: id(6),
      name: 'orders.Orders/Place',
      kind: 2,
      at: at + 1.5 + 7 * slow,
      took: 13 * slow,
      with: { 'rpc.system.name': 'grpc', 'rpc.method': 'orders.Orders/Place' },
    },
    {
      service: 'orders',
      spanId: id(8),
      parentSpanId: id(7),
      name: 'INSERT orders',
      kind: 3,
      at: at + 2 + 8 * slow,
      took: 4 * slow,
      with: { 'db.system.name': 'sqlite', 'db.query.text': statement },
      ...failed,
      events: isBad
        ? [
            {
              timeUnixNano: nanoseconds(at + 2 + 11 * slow),
              name: 'exception',
              attributes: attributes({ 'exception.type': '*sqlite.Error' }),
            },
          ]
        : [],
    },
    {
      service: 'orders',
      spanId: id(9),
      parentSpanId: id(7),
      name: 'pack',
      kind: 1,
      at: at + 3 + 12 * slow,
      took: 7 * slow,
      with: {},
      links: [{ traceId: hex(1, 32), spanId: hex(101, 16) }],
    },
  ];
  const severity = isBad ? { severityNumber: 17, severityText: 'ERROR' } : { severityNumber: 9, severityText: 'INFO' };
  const record: LogRecord = {
    timeUnixNano: nanoseconds(at + 4 + 8 * slow),
    traceId,
    spanId: id(7),
    ...severity,
    body: { stringValue: isBad ? 'order refused' : 'order placed' },
    attributes: attributes({ order: n, sku: 'mug' }),
  };
  return [traceRequest(spans.map((span) => ({ traceId, ...span }))), logRequest('orders', [record])];
}

export const durationBounds: readonly number[] = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
];

/** The metrics of that shop after `count` orders. */
export function shopMetrics(count: number): FedRequest {
  const shape = [0, 0.02, 0.12, 0.3, 0.27, 0.16, 0.09, 0.03, 0.01, 0, 0, 0, 0, 0, 0];
  const point: HistogramPoint = {
    attributes: attributes({
      'http.request.method': 'POST',
      'http.route': '/orders',
      'http.response.status_code': 201,
    }),
    timeUnixNano: nanoseconds(count * 737),
    count: String(count * 100),
    sum: count * 100 * 0.06,
    bucketCounts: shape.map((part) => String(Math.round(part * count * 100))),
    explicitBounds: durationBounds,
    exemplars: [
      { asDouble: 0.031, traceId: hex(1, 32), spanId: hex(101, 16), timeUnixNano: nanoseconds(1) },
      { asDouble: 0.088, traceId: hex(3, 32), spanId: hex(301, 16), timeUnixNano: nanoseconds(2) },
    ],
  };
  return metricRequest('gateway', [
    {
      name: 'http.server.request.duration',
      unit: 's',
      description: 'Duration of HTTP server requests.',
      histogram: {
        aggregationTemporality: 2,
        dataPoints: [
          point,
          {
            ...point,
            attributes: attributes({ 'http.request.method': 'GET', 'http.route': '/products' }),
            exemplars: [],
          },
        ],
      },
    },
    {
      name: 'http.server.active_requests',
      unit: '{request}',
      description: 'Number of active HTTP server requests.',
      sum: {
        aggregationTemporality: 2,
        dataPoints: [
          {
            attributes: attributes({ 'http.request.method': 'POST' }),
            timeUnixNano: nanoseconds(count * 737),
            asInt: String(3 + ((count * 5) % 7)),
          },
        ],
      },
    },
    {
      name: 'go.memory.used',
      unit: 'By',
      description: 'Memory used by the Go runtime.',
      sum: {
        aggregationTemporality: 2,
        dataPoints: [
          {
            attributes: attributes({ 'go.memory.type': 'other' }),
            timeUnixNano: nanoseconds(count * 737),
            asInt: String(12_000_000 + count * 40_000 + ((count * 31) % 17) * 300_000),
          },
        ],
      },
    },
    {
      name: 'go.goroutine.count',
      unit: '{goroutine}',
      description: 'Count of live goroutines.',
      sum: {
        aggregationTemporality: 2,
        dataPoints: [{ timeUnixNano: nanoseconds(count * 737), asInt: String(12 + (count % 9)) }],
      },
    },
  ]);
}
