import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { decode } from '../../src/otlp/decode.ts';
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

const trace = '5759e988bd862e3fe1be46a994272793';
const invocations = [
  { event: {}, xray: `Root=1-${trace.slice(0, 8)}-${trace.slice(8)};Parent=53995c3f42cd8ad8;Sampled=1` },
  { event: { Fail: true }, xray: `Root=1-${trace.slice(0, 8)}-${trace.slice(8)};Parent=53995c3f42cd8ad8;Sampled=0` },
  { event: { Panic: true }, xray: '' },
];

/**
 * The service that a function talks to, and a collector, in one server. As the service does, it freezes the process when that asks for
 * another invocation: only what has come by then has been sent in time. `log` has what came, in order.
 */
async function service() {
  const log: string[] = [];
  const spans: {
    name: string;
    traceId: string;
    spanId: string;
    parentSpanId: string;
    kind: number;
    failed: boolean;
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
        // A request has its scopes in any order: the client's spans are put before the function's.
        spans.push(
          ...(decode('traces', Buffer.concat(parts)).resourceSpans ?? [])
            .flatMap(({ scopeSpans = [] }) => scopeSpans.flatMap(({ spans: of = [] }) => of))
            .map((span) => ({
              name: span.name ?? '',
              traceId: span.traceId ?? '',
              spanId: span.spanId ?? '',
              parentSpanId: span.parentSpanId ?? '',
              kind: span.kind ?? 0,
              failed: span.status?.code === 2,
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
  return { log, spans, host: `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, server };
}

test('each invocation is one trace, sent before the process is frozen, and a panic loses nothing', async () => {
  const { log, spans, host, server } = await service();
  const { status, stderr: err } = await run([join(work, 'function')], {
    ...env,
    AWS_LAMBDA_RUNTIME_API: host,
    AWS_LAMBDA_FUNCTION_NAME: 'f',
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://${host}`,
    OTEL_METRICS_EXPORTER: 'none',
  });
  server.closeAllConnections();
  server.close();
  // aws-lambda-go ends the process after a panic.
  expect(status, err).toBe(1);
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
