import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Options } from '../../scripts/semconv/check.ts';
import { tracedSpans } from '../../src/cli/commands/demo/traces.ts';
import { decode } from '../../src/otlp/decode.ts';
import { expectConventional, printedRequests } from '../support/conventions.ts';
import { freePort } from '../support/free-port.ts';
import { plainGoEnv } from '../support/go-command.ts';
import { textsOfTraces } from '../support/otlp.ts';
import { run as runBeside } from '../support/run.ts';
import { home } from '../support/script.ts';
import { sdkTelemetry } from '../support/sdk-telemetry.ts';

const product = process.env['GOTS_TEST_HOME'] ?? home;
let work = '';
let env: NodeJS.ProcessEnv = {};

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'gots-aspects-'));
  cpSync(inject('warmGoCache'), join(work, 'gocache'), { recursive: true });
  cpSync(join(product, 'aspects', 'e2e'), join(work, 'e2e'), { recursive: true });
  // The programs look beside their own folder for what is declared of attributes.
  for (const file of readdirSync(join(product, 'aspects'), { recursive: true, encoding: 'utf8' }))
    if (basename(file) === 'telemetry.yml') cpSync(join(product, 'aspects', file), join(work, file));
  env = plainGoEnv({ GOCACHE: join(work, 'gocache'), GOTS_CACHE: join(work, 'gots'), PWD: join(work, 'e2e') });
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

function run(program: readonly string[], cwd: string, variables: NodeJS.ProcessEnv = {}) {
  const [command = '', ...args] = program;
  const result = spawnSync(command, args, { cwd, env: { ...env, ...variables, PWD: cwd }, encoding: 'utf8' });
  return { status: result.status, output: result.stdout + result.stderr };
}

const woven = () => [process.execPath, join(product, 'dist', 'cli.mjs'), 'go'];

/** Runs woven tests, which must pass; what hooks record in them is as the conventions have it. @param options the program's own attributes */
function testWoven(packages: string, cwd: string, options: Options = {}) {
  const file = join(mkdtempSync(join(work, 'telemetry-')), 'lines.jsonl');
  const result = run([...woven(), 'test', packages], cwd, { E2E_TELEMETRY: file });
  expect(result.output).not.toContain('FAIL');
  expect(result.status).toBe(0);
  expectConventional(sdkTelemetry(file), options);
  return result.output;
}

describe('the built-in aspects', () => {
  const modules = ['aspects', ...['bridge', 'bridge/metric', 'bridge/log'].map((name) => join('aspects', name))];
  test.each([...modules, join('examples', 'shop')])('the module %s passes its tests', (module) => {
    expect(run(['go', 'test', './...'], join(product, module))).toMatchObject({ status: 0 });
  });

  test('requests, statements and log lines of a woven test binary are traced', () => {
    testWoven('./...', join(work, 'e2e'));
  });

  test('spans that a program makes with instrumentation libraries are the only ones', () => {
    testWoven('.', join(work, 'e2e', 'contrib'));
  });

  test('a program that sets providers for three signals has all in them, once', () => {
    const output = testWoven('.', join(work, 'e2e', 'api'), { programAttributes: ['mine', 'w', 'a', 'g.a.b'] });
    expect(output).not.toContain('raises');
  });

  test('a goroutine has the scope of the one that started it, and profiles show nothing of that', () => {
    const result = run([...woven(), 'test', './...'], join(work, 'e2e', 'local'));
    expect(result.output).not.toContain('FAIL');
    expect(result.status).toBe(0);
  });

  test('functions have spans where a comment or gots.yml asks for them', () => {
    // The spans come from a recorder: there is no resource.
    const programAttributes = ['order.id', 'n', 'tier', 'note', 'secret', 'gotsspan', 'first', 'kind', 'tag'];
    testWoven('./...', join(work, 'e2e', 'spans'), { programAttributes, resources: false });
  });

  test('the same with the lowest version of OpenTelemetry that is supported, which is not raised', () => {
    const lowest = join(work, 'lowest');
    cpSync(join(work, 'e2e'), lowest, { recursive: true });
    cpSync(join(lowest, 'testdata', 'lowest'), lowest, { recursive: true });
    const required = readFileSync(join(product, 'aspects', 'bridge', 'go.mod'), 'utf8');
    const [, version] = /opentelemetry\.io\/otel (v\S+)/.exec(required) ?? [];
    expect(readFileSync(join(lowest, 'go.mod'), 'utf8')).toContain(`go.opentelemetry.io/otel ${version}\n`);
    expect(testWoven('.', lowest)).not.toContain('raised');
  });

  test('one of these tests fails without weaving', () => {
    const result = run(['go', 'test', '-run', '^TestStatements$', '.'], join(work, 'e2e'));
    expect(result.output).toContain('--- FAIL: TestStatements');
    expect(result.status).toBe(1);
  });
});

test('a program that sets OpenTelemetry up itself, late, finds all as it is used to', () => {
  const file = join(work, 'ownsdk.jsonl');
  const said = [['go'], woven()].map((go) => {
    const result = run([...go, 'run', './ownsdk'], join(work, 'e2e'), { E2E_TELEMETRY: file });
    expect(result.status).toBe(0);
    return result.output
      .replace(/^\d{4}\S+ \S+ /m, '')
      .trimEnd()
      .split('\n');
  });
  const [plain = [], seen = []] = said;
  expect(plain).toContain('span: early service.name=mine');
  expect(seen.filter((line) => line !== 'span: GET service.name=mine')).toEqual(plain);
  expect(seen.length).toBe(plain.length + 1);
  expectConventional(sdkTelemetry(file), { resources: false }); // which has no more than a name
});

/** The values of a key, wherever it is in a text of JSON. */
function valuesOf(key: string, value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap((each) => valuesOf(key, each));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => (name === key ? [each] : valuesOf(key, each)));
}

test('a program that uses the API alone sends what it records with what hooks record', () => {
  const cwd = join(work, 'e2e', 'api');
  const exporters = {
    OTEL_TRACES_EXPORTER: 'console',
    OTEL_METRICS_EXPORTER: 'console',
    OTEL_LOGS_EXPORTER: 'console',
  };
  const [command = '', ...args] = [...woven(), 'run', './only'];
  const result = spawnSync(command, args, { cwd, env: { ...env, ...exporters, PWD: cwd }, encoding: 'utf8' });
  expect(result.status, result.stderr).toBe(0);
  expectConventional(printedRequests(result.stdout));
  const lines: unknown[] = result.stdout
    .split('\n')
    .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
  const spans = valuesOf('spans', lines).flat() as {
    name: string;
    kind: number;
    spanId: string;
    parentSpanId?: string;
  }[];
  const root = spans.find(({ name }) => name === 'root');
  const path: string[] = [];
  for (let at = root; at; at = spans.find(({ parentSpanId }) => parentSpanId === at?.spanId))
    path.push(`${at.kind} ${at.name}`);
  expect(path).toEqual(['1 root', '3 GET', '2 GET', '1 work']);
  const metrics = valuesOf('metrics', lines).flat() as {
    name: string;
    sum?: { dataPoints: { asInt: string; exemplars: { spanId: string }[] }[] };
  }[];
  expect(metrics.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['http.server.request.duration', 'http.client.request.duration', 'only.requests']),
  );
  const counted = metrics.find(({ name }) => name === 'only.requests')?.sum?.dataPoints;
  expect(counted?.map(({ asInt, exemplars }) => [asInt, exemplars.map(({ spanId }) => spanId)])).toEqual([
    ['2', [spans.find(({ name }) => name === 'work')?.spanId]],
  ]);
  const records = valuesOf('logRecords', lines).flat() as { body: { stringValue: string }; spanId: string }[];
  const spanOf = (id: string) => spans.find(({ spanId }) => spanId === id)?.name;
  expect(records.map(({ body, spanId }) => `${body.stringValue}: ${spanOf(spanId)}`).sort()).toEqual([
    'of log: GET',
    'of slog: work',
    'of the API: work',
  ]);
});

test('requests of libraries that have OpenTelemetry inside are one span each, with a provider of the program or without', () => {
  const cwd = join(work, 'e2e', 'native');
  const exporters = { OTEL_TRACES_EXPORTER: 'console', OTEL_METRICS_EXPORTER: 'none' };
  const program = join(work, 'native-program');
  expect(run([...woven(), 'build', '-o', program, '.'], cwd)).toMatchObject({ status: 0 });
  for (const mode of ['', 'own']) {
    const result = spawnSync(program, [mode], { cwd, env: { ...env, ...exporters, PWD: cwd }, encoding: 'utf8' });
    expect(result.status, result.stderr).toBe(0);
    const lines = result.stdout
      .split('\n')
      .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as object] : []));
    const spans = (mode === 'own' ? lines : valuesOf('spans', lines).flat()) as {
      name: string;
      kind: number;
      spanId: string;
      parentSpanId?: string;
    }[];
    const below = (id = '') =>
      spans.filter(({ parentSpanId = '' }) => parentSpanId === id).sort((a, b) => a.name.localeCompare(b.name));
    const chains = below().map((root) => {
      const path: string[] = [];
      for (let at: (typeof spans)[0] | undefined = root; at; [at] = below(at.spanId))
        path.push(`${at.kind} ${at.name}`);
      return path;
    });
    expect(chains, mode).toEqual([
      ['1 docker', '3 HEAD /_ping', '2 HEAD /_ping'],
      ['1 elastic', '3 search', '2 GET /{index}/_search'],
    ]);
    expect(spans.length).toBe(6);
  }
});

describe('spans are flushed whichever way a program ends', () => {
  const program = (kind: string) => join(work, `exits-${kind}`);

  beforeAll(() => {
    for (const [kind, go] of [['plain', ['go']] as const, ['woven', woven()] as const])
      expect(run([...go, 'build', '-o', program(kind), './exits'], join(work, 'e2e'))).toMatchObject({ status: 0 });
  });

  /** Runs the program, with SIGTERM as soon as it says that it is ready for one. */
  async function end(kind: string, how: string) {
    const child = spawn(program(kind), [how], {
      env: { ...env, OTEL_TRACES_EXPORTER: 'console', OTEL_METRICS_EXPORTER: 'console' },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString();
    });
    child.stderr.on('data', (data: Buffer) => {
      if (!err.includes('ready') && data.includes('ready')) child.kill('SIGTERM');
      err += data.toString();
    });
    await new Promise((resolve) => child.once('close', resolve));
    const requests = printedRequests(out);
    if (requests.length > 0) expectConventional(requests);
    const spans = requests.flatMap(tracedSpans);
    const metrics = requests.filter(({ resourceMetrics }) => resourceMetrics);
    return { how: child.exitCode ?? child.signalCode, spans: spans.length, metrics: metrics.length };
  }

  test.each([
    ['return', 1, 1],
    ['exit', 1, 1],
    ['fatal', 1, 1],
    ['panic', 1, 1],
    ['goroutine', 0, 0],
    ['signal', 1, 1],
    ['handler', 2, 2], // at the signal and at the end
  ])('%s, and metrics as often as it takes', async (how, spans, metrics) => {
    const plain = await end('plain', how);
    expect(plain.spans).toBe(0);
    expect(await end('woven', how)).toEqual({ how: plain.how, spans, metrics });
  });

  test('a panic on another goroutine, with gots:otel/crash', async () => {
    writeFileSync(join(work, 'e2e', 'gots.yml'), 'extends: [gots:otel, gots:otel/crash]\naspects: []\n');
    const build = run([...woven(), 'build', '-o', program('crash'), './exits'], join(work, 'e2e'));
    rmSync(join(work, 'e2e', 'gots.yml'));
    expect(build).toMatchObject({ status: 0 });
    const plain = await end('plain', 'goroutine');
    expect(await end('crash', 'goroutine')).toEqual({ how: plain.how, spans: 1, metrics: 1 });
  });
});

describe('metrics for Prometheus', () => {
  const program = () => join(work, 'scraped');

  beforeAll(() =>
    expect(run([...woven(), 'build', '-o', program(), './scraped'], join(work, 'e2e'))).toMatchObject({ status: 0 }),
  );

  const scrape = (port: number) =>
    spawnSync(program(), {
      encoding: 'utf8',
      env: {
        ...env,
        OTEL_METRICS_EXPORTER: 'prometheus,console',
        OTEL_TRACES_EXPORTER: 'none',
        OTEL_EXPORTER_PROMETHEUS_PORT: String(port),
      },
    });

  test('tell of requests and the runtime, and not of themselves', async () => {
    const { stdout, stderr, status } = scrape(await freePort());
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expectConventional(printedRequests(stdout));
    const lines = stdout.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
    expect(lines.at(-1)).toBe('# EOF');
    const served = lines.filter((line) => line.startsWith('http_server_request_duration_seconds_count{'));
    expect(
      served.map((line) => `${/http_route="[^"]*"/.exec(line)?.[0] ?? 'no route'} ${line.split(' ').at(-1)}`).sort(),
    ).toEqual(['http_route="/orders/{id}" 3', 'no route 1']);
    expect(stdout).not.toContain('4711');
    expect(lines).toContainEqual(expect.stringMatching(/^target_info\{.*service_name="scraped".*\} 1$/));
    expect(lines).toContainEqual(expect.stringMatching(/^go_goroutine_count\{.*\} [1-9]/));
  });

  test('are told to be missing, once, where the port is taken; the program runs', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    taken.on('request', (_request, response) => response.end('mine'));
    const { status, stdout, stderr } = await runBeside([program()], {
      ...env,
      OTEL_METRICS_EXPORTER: 'prometheus',
      OTEL_TRACES_EXPORTER: 'none',
      OTEL_EXPORTER_PROMETHEUS_PORT: String(port),
    });
    taken.close();
    expect({ stdout, status }).toEqual({ stdout: 'mine', status: 0 });
    expect(stderr).toMatch(
      new RegExp(`^gots: metrics cannot be fetched from localhost:${port}: bind: address already in use \\(.*\\)\n$`),
    );
  });
});

/** A collector that answers at a port of this machine from the moment on at which `listen` is called. */
async function collector() {
  const bodies: Buffer[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      bodies.push(Buffer.concat(parts));
      response.end();
    });
  });
  const listen = (at: number) => once(server.listen(at, '127.0.0.1'), 'listening');
  await listen(0);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await new Promise((resolve) => server.close(resolve));
  return { bodies, port, listen: () => listen(port), close: () => server.close() };
}

describe('a client that sends too much, and what is no text', () => {
  const program = () => join(work, 'flood');

  beforeAll(() =>
    expect(run([...woven(), 'build', '-o', program(), './flood'], join(work, 'e2e'))).toMatchObject({ status: 0 }),
  );

  test('costs little memory while the collector is down, and no secret or invalid text leaves', async () => {
    const sink = await collector();
    const child = spawn(program(), [], {
      env: {
        ...env,
        OTEL_EXPORTER_OTLP_ENDPOINT: `http://me:swordfish@127.0.0.1:${sink.port}`,
        OTEL_METRICS_EXPORTER: 'none',
        GOTS_EXIT_TIMEOUT: '60s',
      },
    });
    let [out, err] = ['', ''];
    child.stderr.on('data', (data: Buffer) => {
      err += data.toString();
    });
    const closed = once(child, 'close');
    const held = await new Promise<number>((resolve) => {
      child.stdout.on('data', (data: Buffer) => {
        out += data.toString();
        if (out.endsWith('\n')) resolve(Number(out));
      });
      child.once('close', () => resolve(Number.NaN));
    });
    // 300 requests of 950 KB were served; the queue holds 16 MiB at most.
    expect(held, err).toBeLessThan(32 << 20);
    await sink.listen();
    child.stdin.end('\n');
    await closed;
    sink.close();
    expect(child.exitCode).toBe(0);
    expectConventional(sink.bodies.map((body) => decode('traces', body)));
    const texts = sink.bodies.flatMap((body) => textsOfTraces(body));
    expect(texts).toEqual(
      expect.arrayContaining(['HTTP /q', 'GET /panic', 'INSERT users', 'INSERT INTO users VALUES (?)']),
    );
    expect(texts.filter((text) => text.includes('swordfish') || text.length > 16_384)).toEqual([]);
    expect(err).not.toContain('swordfish');
  });
});
