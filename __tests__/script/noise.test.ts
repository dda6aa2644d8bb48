import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { decodeValue } from '../../src/otlp/from-json.ts';
import { type KeyValue, type OtlpRequest, type Signal, signals } from '../../src/otlp/otlp-json.ts';
import { startSink } from '../../src/otlp/sink.ts';
import { plainGoEnv } from '../support/go-command.ts';
import { run } from '../support/run.ts';
import { home } from '../support/script.ts';

const names: Readonly<Record<Signal, string>> = { traces: 'Spans', metrics: 'Metrics', logs: 'Logs' };
const programs = { quiet: '', exporters: '' };
const product = process.env['GOTS_TEST_HOME'] ?? home;
let work = '';
let env: NodeJS.ProcessEnv = {};

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'gots-noise-'));
  cpSync(inject('warmGoCache'), join(work, 'gocache'), { recursive: true });
  cpSync(join(product, 'aspects', 'e2e'), join(work, 'e2e'), { recursive: true });
  env = plainGoEnv({ GOCACHE: join(work, 'gocache'), GOTS_CACHE: join(work, 'gots') });
  programs.quiet = build('e2e', 'quiet');
  programs.exporters = build(join('e2e', 'api'), 'exporters');
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Builds a program with the built-in set, and gives its file. */
function build(module: string, folder: string): string {
  const [cwd, program] = [join(work, module), join(work, folder)];
  const args = [join(product, 'dist', 'cli.mjs'), 'go', 'build', '-o', program, `./${folder}`];
  const result = spawnSync(process.execPath, args, { cwd, env: { ...env, PWD: cwd }, encoding: 'utf8' });
  expect(result, result.stderr).toMatchObject({ status: 0 });
  return program;
}

const spansOf = (requests: readonly OtlpRequest[]) =>
  requests.flatMap(({ resourceSpans = [] }) =>
    resourceSpans.flatMap(({ scopeSpans = [] }) => scopeSpans.flatMap(({ spans = [] }) => spans)),
  );
const recordsOf = (requests: readonly OtlpRequest[]) =>
  requests.flatMap(({ resourceLogs = [] }) =>
    resourceLogs.flatMap(({ scopeLogs = [] }) => scopeLogs.flatMap(({ logRecords = [] }) => logRecords)),
  );
const histogramsOf = (requests: readonly OtlpRequest[], name: string) =>
  requests
    .flatMap(({ resourceMetrics = [] }) =>
      resourceMetrics.flatMap(({ scopeMetrics = [] }) => scopeMetrics.flatMap(({ metrics = [] }) => metrics)),
    )
    .flatMap((metric) => (metric.name === name ? (metric.histogram?.dataPoints ?? []) : []));

function textOf(attributes: readonly KeyValue[] | undefined, key: string): string | undefined {
  const value = attributes?.find((attribute) => attribute.key === key)?.value;
  return value?.stringValue ?? value?.intValue?.toString();
}

/** How often something was measured, by an attribute: what the last collection says, which has all that came before. */
function counts(requests: readonly OtlpRequest[], name: string, key: string): Record<string, number> {
  const out: Record<string, number> = {};
  const last = requests.findLast(({ resourceMetrics }) => resourceMetrics !== undefined);
  for (const { attributes, count } of histogramsOf(last ? [last] : [], name)) {
    const value = textOf(attributes, key) ?? '';
    out[value] = (out[value] ?? 0) + Number(count);
  }
  return out;
}

const consoles = { OTEL_TRACES_EXPORTER: 'console', OTEL_METRICS_EXPORTER: 'console', OTEL_LOGS_EXPORTER: 'console' };

describe('requests that are left out', () => {
  /** What the program sends, by root span or path. */
  async function seen(variables: NodeJS.ProcessEnv) {
    const { status, stdout, stderr } = await run([programs.quiet], { ...env, ...variables });
    expect(status, stderr).toBe(0);
    const requests = stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => {
        const value = JSON.parse(line) as object;
        const signal = signals.find((each) => `resource${names[each]}` in value);
        return decodeValue(signal ?? 'traces', value);
      });
    const spans = spansOf(requests);
    const trees: Record<string, string[]> = {};
    for (const root of spans.filter(({ parentSpanId }) => !parentSpanId))
      trees[root.name ?? ''] = spans
        .filter(({ parentSpanId }) => parentSpanId === root.spanId)
        .map(({ name = '' }) => name)
        .sort();
    const records: Record<string, boolean> = {};
    for (const { body, spanId } of recordsOf(requests)) records[body?.stringValue ?? ''] = Boolean(spanId);
    return {
      spans: spans.length,
      trees,
      served: counts(requests, 'http.server.request.duration', 'http.route'),
      sent: counts(requests, 'http.client.request.duration', 'server.port'),
      statements: counts(requests, 'db.client.operation.duration', 'db.operation.name'),
      records,
    };
  }

  const below = ['GET', 'SELECT', 'SELECT'];

  const all = {
    spans: 20,
    trees: {
      'GET /orders/{id}': below,
      'GET /search/{query}': below,
      'GET /admin/{page}': below,
      'GET /healthz': below,
      'GET /metrics': below,
    },
    served: { '/orders/{id}': 1, '/search/{query}': 1, '/admin/{page}': 1, '/healthz': 1, '/metrics': 1 },
    sent: { 1: 5 },
    statements: { SELECT: 10 },
    records: { '/orders/1': true, '/search/tea': true, '/admin/users': true, '/healthz': true, '/metrics': true },
  };

  test('are none where the variable says so', async () => {
    expect(await seen({ ...consoles, OTEL_GO_HTTP_EXCLUDE: 'none' })).toEqual(all);
  });

  test('are those of health checks, by default', async () => {
    const { 'GET /healthz': _, 'GET /metrics': __, ...trees } = all.trees;
    expect(await seen(consoles)).toEqual({
      spans: 12,
      trees,
      served: { '/orders/{id}': 1, '/search/{query}': 1, '/admin/{page}': 1 },
      sent: { 1: 3 },
      statements: { SELECT: 6 },
      records: { ...all.records, '/healthz': false, '/metrics': false },
    });
  });

  const orders = {
    spans: 8,
    trees: { 'GET /orders/{id}': below, 'GET /search/{query}': below },
    served: { '/orders/{id}': 1, '/search/{query}': 1 },
    sent: { 1: 2 },
    statements: { SELECT: 4 },
    records: { '/orders/1': true, '/search/tea': true, '/admin/users': false, '/healthz': false, '/metrics': false },
  };

  test('are those of OTEL_GO_HTTP_EXCLUDE: no span, no measurement, and none below; log records remain', async () => {
    expect(await seen({ ...consoles, OTEL_GO_HTTP_EXCLUDE: 'health,/admin/{page}' })).toEqual(orders);
  });

  const file = (noise: string, sampler = 'always_on:') => {
    const path = join(work, 'otel.yaml');
    const text = `file_format: "1.0"
tracer_provider:
  processors: [{ simple: { exporter: { console: } } }]
  sampler: { parent_based: { root: { ${sampler} } } }
meter_provider:
  readers: [{ periodic: { exporter: { console: } } }]
logger_provider:
  processors: [{ simple: { exporter: { console: } } }]
instrumentation/development:
  go:
    net/http:
${noise}`;
    writeFileSync(path, text);
    return { OTEL_CONFIG_FILE: path };
  };

  test('or those of the configuration file', async () => {
    expect(await seen(file('      exclude: [health, /admin/*]\n'))).toEqual(orders);
  });

  test('a route has a sampler of its own: traces are left out, measurements are not', async () => {
    const routes = `      exclude: [health]
      routes:
        - { path: '/search/{query}', sampler: { always_off: } }
        - { path: '/*', sampler: { always_on: } }
`;
    const all = { '/orders/{id}': 1, '/search/{query}': 1, '/admin/{page}': 1 };
    expect(await seen(file(routes, 'always_off:'))).toEqual({
      spans: 8,
      trees: { 'GET /orders/{id}': below, 'GET /admin/{page}': below },
      served: all,
      sent: { 1: 3 },
      statements: { SELECT: 6 },
      // A trace that is not recorded has ids all the same.
      records: { '/orders/1': true, '/search/tea': true, '/admin/users': true, '/healthz': false, '/metrics': false },
    });
  });
});

describe('the requests of exporters', () => {
  const soon = {
    OTEL_BSP_SCHEDULE_DELAY: '10',
    OTEL_BLRP_SCHEDULE_DELAY: '10',
    OTEL_METRIC_EXPORT_INTERVAL: '20',
    OTEL_TRACES_EXPORTER: 'otlp',
    OTEL_METRICS_EXPORTER: 'otlp',
    OTEL_LOGS_EXPORTER: 'otlp',
  };

  /** What a program sends that works until it has sent all signals several times. */
  async function sent(command: readonly [string, ...string[]], protocol: 'grpc' | 'http/protobuf' | 'http/json') {
    const [program, ...args] = command;
    const requests: OtlpRequest[] = [];
    const times: Record<Signal, number> = { traces: 0, metrics: 0, logs: 0 };
    let done = () => {};
    const sink = await startSink({
      host: '127.0.0.1',
      onRequest: (signal, request) => {
        requests.push(request);
        times[signal]++;
        if (signals.every((each) => times[each] >= 4)) done();
      },
    });
    const endpoint = protocol === 'grpc' ? sink.urls.grpc : sink.urls.http;
    const child = spawn(program, args, {
      env: { ...env, ...soon, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: protocol },
    });
    done = () => child.stdin.end();
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    const code = await new Promise((resolve) => child.once('close', resolve));
    await sink.close();
    expect(code, output).toBe(0);
    return { requests, port: new URL(sink.urls.http).port };
  }

  test.each([
    ['ours', 'http/protobuf'],
    ['ours', 'http/json'],
    ['ours', 'grpc'],
    ["the project's", 'http/protobuf'],
  ] as const)('%s, over %s, are in no signal', async (whose, protocol) => {
    const { requests, port } = await sent(whose === 'ours' ? [programs.quiet, 'wait'] : [programs.exporters], protocol);
    const [spans, records] = [spansOf(requests), recordsOf(requests)];
    expect(spans.length).toBeGreaterThan(3);
    expect(spans.filter(({ attributes }) => textOf(attributes, 'server.port') === port)).toEqual([]);
    expect(spans.filter(({ name }) => name?.includes('POST'))).toEqual([]);
    const measured = histogramsOf(requests, 'http.client.request.duration');
    expect(measured.length).toBeGreaterThan(0);
    expect([...new Set(measured.map(({ attributes }) => textOf(attributes, 'server.port')))]).toEqual(['1']);
    const bodies = new Set(records.map(({ body }) => body?.stringValue));
    expect([...bodies].sort()).toEqual(
      whose === 'ours' ? ['/admin/users', '/healthz', '/metrics', '/orders/1', '/search/tea'] : ['worked'],
    );
  });
});
