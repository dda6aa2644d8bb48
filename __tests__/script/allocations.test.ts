import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { decode } from '../../src/otlp/decode.ts';
import { signalOfPath } from '../../src/otlp/http-receiver.ts';
import type { Signal } from '../../src/otlp/otlp-json.ts';
import { expectConventional } from '../support/conventions.ts';
import { plainGoEnv } from '../support/go-command.ts';
import { run } from '../support/run.ts';
import { home } from '../support/script.ts';

const product = process.env['GOTS_TEST_HOME'] ?? home;
let work = '';
let env: NodeJS.ProcessEnv = {};
let sink: Server;
let endpoint = '';
/** What came, as it came: to decode it meanwhile would have the program wait, and drop spans. */
const received: { readonly signal: Signal; readonly body: Buffer }[] = [];

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'gots-allocations-'));
  cpSync(inject('warmGoCache'), join(work, 'gocache'), { recursive: true });
  cpSync(join(product, 'aspects', 'e2e'), join(work, 'e2e'), { recursive: true });
  const cwd = join(work, 'e2e');
  env = plainGoEnv({ GOCACHE: join(work, 'gocache'), GOTS_CACHE: join(work, 'gots'), PWD: cwd });
  for (const [kind, go] of [
    ['plain', ['go']],
    ['woven', [process.execPath, join(product, 'dist', 'cli.mjs'), 'go']],
  ] as const) {
    const [command = '', ...args] = [...go, 'build', '-o', join(work, kind), './allocs'];
    const result = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
    expect(result, result.stderr).toMatchObject({ status: 0 });
  }
  sink = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      response.end();
      const signal = signalOfPath(request.url ?? '');
      if (signal) received.push({ signal, body: Buffer.concat(parts) });
    });
  });
  await once(sink.listen(0, '127.0.0.1'), 'listening');
  const address = sink.address();
  endpoint = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});

afterAll(() => {
  sink?.close();
  rmSync(work, { recursive: true, force: true });
});

/** Runs the program; it prints the allocations of a request. */
async function allocations(kind: 'plain' | 'woven', variables: NodeJS.ProcessEnv = {}): Promise<number> {
  const ended = await run([join(work, kind)], { ...env, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, ...variables });
  expect(ended).toMatchObject({ status: 0, stderr: '' });
  return Number(ended.stdout);
}

describe('what a request allocates', () => {
  test('nothing, where telemetry is off', async () => {
    const plain = await allocations('plain');
    expect(plain).toBeGreaterThan(5);
    for (const off of [
      { OTEL_SDK_DISABLED: 'true' },
      { OTEL_TRACES_EXPORTER: 'none', OTEL_METRICS_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none' },
    ])
      expect(Math.abs((await allocations('woven', off)) - plain), JSON.stringify(off)).toBeLessThan(0.5);
  });

  test('30 at most with spans and metrics that are sent', async () => {
    received.length = 0;
    expect(await allocations('woven')).toBeLessThanOrEqual(30);
    expect([...new Set(received.map(({ signal }) => signal))].sort()).toEqual(['metrics', 'traces']);
    expectConventional(received.map(({ signal, body }) => decode(signal, body)));
  });

  test('little more than nothing for a span that is not sampled', async () => {
    const plain = await allocations('plain');
    const unsampled = { OTEL_TRACES_SAMPLER: 'always_off', OTEL_METRICS_EXPORTER: 'none' };
    expect((await allocations('woven', unsampled)) - plain).toBeLessThanOrEqual(6);
  });
});
