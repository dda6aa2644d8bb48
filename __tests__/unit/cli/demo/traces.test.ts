import { describe, expect, test } from 'vitest';
import { parseLogLines } from '../../../../src/cli/commands/demo/log-lines.ts';
import { renderTraces } from '../../../../src/cli/commands/demo/render-traces.ts';
import { buildTraces, tracedSpans } from '../../../../src/cli/commands/demo/traces.ts';

interface Sample {
  readonly id: string;
  readonly parent?: string;
  readonly name: string;
  readonly kind?: number;
  readonly start?: number;
  readonly trace?: string;
  readonly attributes?: Record<string, unknown>;
  readonly status?: { code: number; message?: string };
}

/** A request in JSON; times are milliseconds. */
function line(service: string, spans: readonly Sample[]): string {
  const value = (v: unknown) => (typeof v === 'number' ? { intValue: String(v) } : { stringValue: v });
  return JSON.stringify({
    resourceSpans: [
      {
        resource: { attributes: [{ key: 'service.name', value: { stringValue: service } }] },
        scopeSpans: [
          {
            scope: { name: 'x' },
            spans: spans.map(
              ({ id, parent, name, kind = 2, start = 1, trace = 't1', attributes = {}, status = {} }) => ({
                traceId: trace,
                spanId: id,
                ...(parent ? { parentSpanId: parent } : {}),
                name,
                kind,
                startTimeUnixNano: `${start}000000`,
                endTimeUnixNano: `${start + 2}500000`,
                attributes: Object.entries(attributes).map(([key, v]) => ({ key, value: value(v) })),
                status,
              }),
            ),
          },
        ],
      },
    ],
  });
}

const read = (...lines: string[]) => lines.flatMap((text) => tracedSpans(JSON.parse(text)));

describe('tracedSpans', () => {
  test('reads every field', () => {
    const status = { code: 2, message: 'bad' };
    const [span] = read(
      line('shop', [{ id: 'a', parent: 'p', name: 'GET /x', kind: 3, attributes: { n: 7, s: 'x' }, status }]),
    );
    expect(span).toEqual({
      traceId: 't1',
      spanId: 'a',
      parentId: 'p',
      service: 'shop',
      name: 'GET /x',
      kind: 'client',
      startNs: 1_000_000n,
      endNs: 3_500_000n,
      failed: true,
      message: 'bad',
      attributes: { n: 7, s: 'x' },
    });
  });

  test('keeps nanoseconds that a number would lose', () => {
    const text = line('shop', [{ id: 'a', name: 'x' }]).replace('"1000000"', '"1795248827123456789"');
    expect(read(text)[0]?.startNs).toBe(1795248827123456789n);
  });

  test.each([
    [{ boolValue: true }, true],
    [{ doubleValue: 0.5 }, 0.5],
    [{ doubleValue: 'NaN' }, Number.NaN],
    [{ arrayValue: { values: [{ stringValue: 'a' }, { intValue: 1 }] } }, ['a', 1]],
    [{ arrayValue: {} }, []],
    [{}, ''],
    [undefined, ''],
  ])('reads the value %j', (value, want) => {
    const data = {
      traceId: 't',
      spanId: 's',
      startTimeUnixNano: '1',
      endTimeUnixNano: '2',
      attributes: [{ key: 'k', value }],
    };
    const [span] = read(JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [data] }] }] }));
    expect(span?.attributes).toEqual({ k: want });
    expect(span?.service).toBe('unknown');
  });
});

describe('buildTraces', () => {
  test('joins the spans of several programs, in the order they began', () => {
    const spans = read(
      line('rates', [{ id: 'd', parent: 'c', name: 'GET /rates', start: 4 }]),
      line('shop', [
        { id: 'c', parent: 'a', name: 'GET', kind: 3, start: 3 },
        { id: 'b', parent: 'a', name: 'SELECT', kind: 3, start: 2 },
        { id: 'z', name: 'later', trace: 't2', start: 9 },
        { id: 'a', name: 'POST /orders', start: 1 },
      ]),
    );
    const names = (nodes: readonly { span: { name: string }; children: readonly never[] }[]): unknown =>
      nodes.map((node) => [node.span.name, names(node.children)]);
    const traces = buildTraces(spans);
    expect(traces.map(({ id, spanCount }) => [id, spanCount])).toEqual([
      ['t1', 4],
      ['t2', 1],
    ]);
    expect(names((traces[0]?.roots ?? []) as never)).toEqual([
      [
        'POST /orders',
        [
          ['SELECT', []],
          ['GET', [['GET /rates', []]]],
        ],
      ],
    ]);
  });

  test('a span whose parent is missing is a root', () => {
    const [trace] = buildTraces(read(line('shop', [{ id: 'a', parent: 'gone', name: 'x' }])));
    expect(trace?.roots.map((node) => node.span.spanId)).toEqual(['a']);
  });
});

describe('parseLogLines', () => {
  test('reads slog lines and leaves out the rest', () => {
    const text = [
      '{"time":"2026-11-21T08:13:47.534544559Z","level":"INFO","msg":"shown","trace_id":"t1","span_id":"a","sku":"mug","n":2}',
      'panic: boom',
      '{"time":"no time","level":"INFO","msg":"x"}',
      '{"time":"2026-11-21T08:13:47+01:00","level":"WARN","msg":"plain"}',
      '{"time":"2026-11-21T0',
    ].join('\n');
    expect(parseLogLines(text, 'shop')).toEqual([
      {
        service: 'shop',
        timeNs: 1795248827534544559n,
        level: 'INFO',
        message: 'shown',
        traceId: 't1',
        spanId: 'a',
        fields: [
          ['sku', 'mug'],
          ['n', '2'],
        ],
      },
      {
        service: 'shop',
        timeNs: 1795245227000000000n,
        level: 'WARN',
        message: 'plain',
        traceId: undefined,
        spanId: undefined,
        fields: [],
      },
    ]);
  });
});

test('renderTraces draws spans with their log lines', () => {
  const spans = read(
    line('shop', [
      { id: 'a', name: 'GET /p/{sku}', start: 0, attributes: { 'http.response.status_code': 404, 'url.path': '/p/x' } },
      {
        id: 'b',
        parent: 'a',
        name: 'SELECT p',
        kind: 3,
        start: 1,
        attributes: { 'db.system.name': 'sqlite', 'db.query.text': `SELECT ${'x'.repeat(90)}` },
      },
      {
        id: 'c',
        parent: 'a',
        name: 'GET',
        kind: 3,
        start: 5,
        attributes: { 'url.full': 'http://r/1' },
        status: { code: 2, message: 'refused' },
      },
    ]),
  );
  const logs = parseLogLines(
    [
      '{"time":"1970-01-01T00:00:00.004Z","level":"WARN","msg":"between","trace_id":"t1","span_id":"a","k":"v"}',
      '{"time":"1970-01-01T00:00:00.009Z","level":"INFO","msg":"after","trace_id":"t1","span_id":"a"}',
      '{"time":"1970-01-01T00:00:00.006Z","level":"INFO","msg":"inner","trace_id":"t1","span_id":"c"}',
      '{"time":"1970-01-01T00:00:00.006Z","level":"INFO","msg":"elsewhere","trace_id":"t2","span_id":"a"}',
    ].join('\n'),
    'shop',
  );
  expect(renderTraces(buildTraces(spans), logs)).toBe(
    [
      'trace t1',
      '└─ GET /p/{sku}                                shop    server     2.50 ms  404  /p/x',
      `   ├─ SELECT p                                 shop    client     2.50 ms  sqlite  SELECT ${'x'.repeat(64)}…`,
      '   │  log WARN "between" k=v',
      '   └─ GET                                      shop    client     2.50 ms  http://r/1  ERROR refused',
      '         log INFO "inner"',
      '      log INFO "after"',
      '',
    ].join('\n'),
  );
});
