#!/usr/bin/env node
/**
 * Runs the integration tests of otelc with gots in its place, and prints a table of what passed.
 *
 *   node scripts/otelc-integration.mjs --checkout DIR [--run REGEXP] [--gots FILE] [--cache DIR]
 *
 * DIR is a checkout of opentelemetry-go-compile-instrumentation; it is copied, as its tests write into it. Each test builds a whole
 * application: a few minutes each, and a module proxy the first time. What weaving makes is kept in the folder --cache, or thrown away; all else is in
 * the user's own build cache, which gots leaves as plain go would. Tests that need containers, and those of otelc's own commands
 * (setup, pin, cleanup), are left out unless --run names them.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: {
    checkout: { type: 'string' },
    run: { type: 'string' },
    gots: { type: 'string' },
    cache: { type: 'string' },
  },
});
if (values.checkout === undefined) {
  console.error('usage: node scripts/otelc-integration.mjs --checkout DIR [--run REGEXP] [--gots FILE] [--cache DIR]');
  process.exit(2);
}
const gots = resolve(values.gots ?? join(root, 'dist', 'cli.mjs'));
const tests =
  values.run ??
  '^Test(Basic|HTTPClient|HTTPServer|GRPCClient|GRPCServer|GRPCServerGRPCClient|HTTPServerDBClient|GRPCServerDBClient|DBClient|GinServer|GinServerHTTPClient|RedisClient|MongoClientV[12]|AWSClient|OpenAIClient(V2)?|AnthropicClient|LinodegoClient|LogsSlog|LogsLogrus|OtelSDKSpanFromContext|OtelTraceWithoutSDK|VendoredBuild|AutoPin_RemovesGeneratedToolFile)$';
const scratch = mkdtempSync(join(tmpdir(), 'gots-otelc-'));
const checkout = join(scratch, 'otelc');
cpSync(resolve(values.checkout), checkout, { recursive: true, filter: (path) => !/[\\/]\.git$/.test(path) });

const goCache = execFileSync('go', ['env', 'GOCACHE'], { encoding: 'utf8' }).trim();
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
const program = join(checkout, 'otelc');
writeFileSync(
  program,
  `#!/bin/sh\nGOCACHE=${quoted(goCache)} GOTS_OTELC=${quoted(checkout)} exec ${quoted(process.execPath)} ${quoted(gots)} "$@"\n`,
);
chmodSync(program, 0o755);
// Without a folder for its caches the tests build with -a.
const caches = join(scratch, 'caches');
mkdirSync(caches);

const args = ['-C', 'test', 'test', '-tags', 'integration', '-count=1', '-parallel', '1', '-timeout', '120m', '-json'];
const child = spawn('go', [...args, '-run', tests, './integration/...'], {
  cwd: checkout,
  env: {
    ...process.env,
    GOFLAGS: '-buildvcs=false',
    OTELC_TEST_GOCACHE: caches,
    GOTS_CACHE: resolve(values.cache ?? join(scratch, 'gots')),
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const outputs = new Map();
const rows = [];
for await (const line of createInterface({ input: child.stdout })) {
  if (!line.startsWith('{')) continue;
  const { Action, Test, Output, Elapsed } = JSON.parse(line);
  if (Test === undefined) continue;
  if (Action === 'output') outputs.set(Test, (outputs.get(Test) ?? '') + Output);
  if (!['pass', 'fail', 'skip'].includes(Action)) continue;
  rows.push({ Test, Action, Elapsed });
  if (!Test.includes('/')) console.error(`${Action} ${Test} ${Elapsed} s`);
  if (Action === 'fail') console.error(outputs.get(Test));
}
const code = await new Promise((done) => child.on('close', done));
console.log('| test | result | seconds |\n|---|---|---|');
for (const { Test, Action, Elapsed } of rows) console.log(`| ${Test} | ${Action} | ${Elapsed} |`);
rmSync(scratch, { recursive: true, force: true });
process.exit(code ?? 1);
