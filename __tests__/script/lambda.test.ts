import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { decode } from '../../src/otlp/decode.ts';
import type { OtlpRequest } from '../../src/otlp/otlp-json.ts';
import { expectConventional } from '../support/conventions.ts';
import { plainGoEnv } from '../support/go-command.ts';
import { run } from '../support/run.ts';
import { product } from '../support/script.ts';

let work = '';
let env: NodeJS.ProcessEnv = {};

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'gots-lambda-'));
  cpSync(inject('warmGoCache'), join(work, 'gocache'), { recursive: true });
  const folder = join(work, 'lambda');
  cpSync(join(product, 'aspects', 'e2e', 'lambda'), folder, { recursive: true });
  env = plainGoEnv({ GOCACHE: join(work, 'gocache'), GOTS_CACHE: join(work, 'gots'), PWD: folder });
  const build = [join(product, 'dist', 'cli.mjs'), 'go', 'build', '-o', join(work, 'function'), '.'];
  const result = spawnSync(process.execPath, build, { cwd: folder, env, encoding: 'utf8' });
  expect(result.stderr + result.stdout).toBe('');
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

interface Invocation {
  readonly event: object;
  readonly xray: string;
}

const trace = '5759e988bd862e3fe1be46a994272793';
const invocations: readonly Invocation[] = [
  { event: {}, xray: `Root=1-${trace.slice(0, 8)}-${trace.slice(8)};Parent=53995c3f42cd8ad8;Sampled=1` },
  { event: { Fail: true }, xray: `Root=1-${trace.slice(0, 8)}-${trace.slice(8)};Parent=53995c3f42cd8ad8;Sampled=0` },
  { event: { Panic: true }, xray: '' },
];

/**
 * The service that a function talks to, and a collector, in one server. As the service does, it freezes the process when that asks for
 * another invocation: only what has come by then has been sent in time. `log` has what came, in order.
 */
async function service(invocations: readonly Invocation[]) {
  const log: string[] = [];
  const requests: OtlpRequest[] = [];
  const spans: {
    name: string;
    traceId: string;
    spanId: string;
    parentSpanId: string;
    kind: number;
    failed: boolean;
    status: string | undefined;
  }[] = [];
  const waiting = [...invocations];
  const frozen: ServerResponse[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const path = request.url ?? '';
      if (path.endsWith('/invocation/next')) {
        log.push('next');
        const next = waiting.shift();
        if (!next) {
          frozen.push(response);
          return;
        }
        response.writeHead(200, {
          'Lambda-Runtime-Aws-Request-Id': `request-${log.length}`,
          'Lambda-Runtime-Deadline-Ms': `${Date.now() + 60_000}`,
          'Lambda-Runtime-Invoked-Function-Arn': 'arn:aws:lambda:eu-1:123:function:f',
          ...(next.xray && { 'Lambda-Runtime-Trace-Id': next.xray }),
        });
        response.end(JSON.stringify(next.event));
        return;
      }
      if (path === '/v1/traces') {
        const sent = decode('traces', Buffer.concat(parts));
        requests.push(sent);
        // A request has its scopes in any order: the client's spans are put before the function's.
        spans.push(
          ...(sent.resourceSpans ?? [])
            .flatMap(({ scopeSpans = [] }) => scopeSpans.flatMap(({ spans: of = [] }) => of))
            .map((span) => ({
              name: span.name ?? '',
              traceId: span.traceId ?? '',
              spanId: span.spanId ?? '',
              parentSpanId: span.parentSpanId ?? '',
              kind: span.kind ?? 0,
              failed: span.status?.code === 2,
              status: span.attributes?.find(({ key }) => key === 'http.response.status_code')?.value?.intValue,
            }))
            .sort((a, b) => b.kind - a.kind),
        );
      }
      log.push(path.replace(/.*\//, ''));
      response.writeHead(path.startsWith('/v1/') ? 200 : 202).end();
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return { log, requests, spans, host: `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, server };
}

/** Hands events to the function, the last of which ends it: aws-lambda-go ends the process after a panic. */
async function invoke(invocations: readonly Invocation[]) {
  const { server, host, ...got } = await service(invocations);
  const { status, stderr } = await run([join(work, 'function')], {
    ...env,
    AWS_LAMBDA_RUNTIME_API: host,
    AWS_LAMBDA_FUNCTION_NAME: 'f',
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://${host}`,
    OTEL_METRICS_EXPORTER: 'none',
  });
  server.closeAllConnections();
  server.close();
  expect(status, stderr).toBe(1);
  expectConventional(got.requests);
  return { ...got, err: stderr };
}

test('each invocation is one trace, sent before the process is frozen, and a panic loses nothing', async () => {
  const { log, spans, err } = await invoke(invocations);
  expect(log, err).toEqual(['next', 'response', 'traces', 'next', 'error', 'traces', 'next', 'error', 'traces']);
  // Of the requests to the service there are no spans.
  expect(spans.map(({ name, kind, failed }) => ({ name, kind, failed }))).toEqual(
    [false, true, true].flatMap((failed) => [
      { name: 'GET', kind: 3, failed: true },
      { name: 'f', kind: 2, failed },
    ]),
  );
  for (const at of [0, 2, 4]) expect(spans[at]?.parentSpanId).toBe(spans[at + 1]?.spanId);
  // X-Ray's span is the parent where X-Ray takes part.
  expect(spans[1]).toMatchObject({ traceId: trace, parentSpanId: '53995c3f42cd8ad8' });
  expect(spans[3]?.parentSpanId).toBe('');
  expect(err).toContain(`trace_id=${trace}`);
});

test('the span of an HTTP event has the status of its response', async () => {
  const rest = (path: string) => ({ resource: path, path, httpMethod: 'GET', requestContext: { stage: 'prod' } });
  const http = (rawPath: string) => ({
    version: '2.0',
    routeKey: '$default',
    rawPath,
    requestContext: { http: { method: 'GET', path: rawPath } },
  });
  const cases = [
    { event: { ...rest('/rest'), As: 'REST API', Status: 201 }, status: '201' },
    { event: { ...rest('/rest'), As: 'REST API', Status: 503 }, status: '503' },
    { event: { ...http('/http'), As: 'HTTP API', Status: 404 }, status: '404' },
    { event: { ...rest('/balanced'), As: 'load balancer', Status: 500 }, status: '500' },
    { event: { ...http('/url'), As: 'function URL', Status: 302 }, status: '302' },
    { event: { ...http('/stream'), As: 'stream', Status: 502 }, status: '502' },
    { event: { ...http('/stream'), As: 'stream' }, status: '200' },
    { event: { ...http('/inferred'), As: 'bytes' }, status: '200' },
    { event: { ...rest('/refused'), As: 'bytes' }, status: undefined },
    { event: { As: 'REST API', Status: 500 }, status: undefined },
    { event: { ...rest('/panics'), Panic: true }, status: undefined },
  ];
  const { spans } = await invoke(cases.map(({ event }) => ({ event, xray: '' })));
  const server = 2;
  expect(spans.filter(({ kind }) => kind === server).map(({ status, failed }) => ({ status, failed }))).toEqual(
    cases.map(({ status, event }) => ({ status, failed: 'Panic' in event || (status?.startsWith('5') ?? false) })),
  );
});
