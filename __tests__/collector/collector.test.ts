import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectConventional } from '../support/conventions.ts';
import { go, plainGoEnv } from '../support/go-command.ts';
import { run } from '../support/run.ts';
import { product } from '../support/script.ts';
import { startCollector } from './collector.ts';
import { type Content, contentOf, contradictions, textOfLogs, textOfMetrics, textOfTraces } from './telemetry-text.ts';

const here = import.meta.dirname;
const work = mkdtempSync(join(tmpdir(), 'gots-collector-'));
const [collector, program] = [join(work, 'collector'), join(work, 'program')];

beforeAll(async () => {
  go(['build', '-o', collector, '.'], join(here, 'collector'));
  const build = [
    process.execPath,
    join(product, 'dist', 'cli.mjs'),
    'go',
    'build',
    '-buildvcs=false',
    '-o',
    program,
    '.',
  ];
  const cwd = join(here, 'program');
  const built = await run(build, plainGoEnv({ GOTS_CACHE: join(work, 'cache'), PWD: cwd }), { cwd });
  expect(built, built.stderr).toMatchObject({ status: 0 });
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

/** What the program prints, whether it is woven or not. */
const output = `POST /orders 201 ""
GET /orders/1?token=hidden 200 "tea"
POST /orders 500 "no order\\n"
GET /later 200 "1"
POST /panics failed
GET /nowhere 404 "404 page not found\\n"
BREW /orders/1 405 "Method Not Allowed\\n"
`;

/** What the collector got from one run of the program. */
async function received(protocol: string): Promise<Content> {
  const folder = mkdtempSync(join(work, 'run-'));
  const started = await startCollector(collector, folder);
  const endpoint = protocol === 'grpc' ? started.endpoints.grpc : started.endpoints.http;
  const result = await run([program], {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
    OTEL_LOGS_EXPORTER: 'otlp',
    GOTS_EXIT_TIMEOUT: '60s',
  });
  const requests = await started.stop();
  expect(result).toMatchObject({ status: 0, stdout: output });
  expect(result.stderr).not.toContain('gots:');
  expectConventional(requests, { programAttributes });
  return contentOf(requests);
}

/** Of the program's own log records. */
const programAttributes = ['item', 'order.count'];

/** UPDATE=1 has the first protocol write the file; the others must give the same. */
function expectGolden(name: string, text: string, protocol: string): void {
  const file = join(here, 'expected', name);
  if (process.env['UPDATE'] && protocol === protocols[0]) writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

const protocols = ['grpc', 'http/protobuf', 'http/json'];
const texts = { traces: textOfTraces, metrics: textOfMetrics, logs: textOfLogs };

describe.each(protocols)('a collector receives over %s', (protocol) => {
  let content: Content;
  beforeAll(async () => {
    content = await received(protocol);
  });

  test.each(Object.entries(texts))('%s', (signal, textOf) => expectGolden(`${signal}.txt`, textOf(content), protocol));
  test('what fits together', () => expect(contradictions(content)).toEqual([]));
});
