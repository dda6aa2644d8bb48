import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { plainGoEnv } from '../support/go-command.ts';
import { run } from '../support/run.ts';

const home = join(import.meta.dirname, '..', '..');
const work = mkdtempSync(join(tmpdir(), 'gots-otel-'));
const env = plainGoEnv({ GOTS_CACHE: join(work, 'cache') });

afterAll(() => rmSync(work, { recursive: true, force: true }));

async function go(cwd: string, ...args: string[]): Promise<void> {
  expect(await run(['go', ...args], { ...env, GOFLAGS: '-mod=mod', PWD: cwd }, { cwd })).toMatchObject({ status: 0 });
}

/** From the lowest version that is supported to the newest that this toolchain builds. */
const versions = [
  'v1.11.0',
  'v1.16.0',
  'v1.20.0',
  'v1.24.0',
  'v1.28.0',
  'v1.32.0',
  'v1.38.0',
  'v1.41.0',
  'v1.46.0',
  'v1.47.0',
];

const minor = (version: string) => Number(version.split('.')[1]);

describe.each(versions)('OpenTelemetry %s', (version) => {
  const folder = join(work, version);

  async function at(module: string, ...wanted: string[]): Promise<string> {
    const cwd = join(folder, module);
    await go(cwd, 'mod', 'edit', ...wanted.map((path) => `-require=go.opentelemetry.io/${path}@${version}`));
    await go(cwd, 'mod', 'tidy');
    expect(readFileSync(join(cwd, 'go.mod'), 'utf8')).toContain(`go.opentelemetry.io/otel ${version}`);
    return cwd;
  }

  test('the bridges pass their tests', async () => {
    cpSync(join(home, 'aspects'), folder, { recursive: true });
    await go(await at('bridge', 'otel', 'otel/trace'), 'test', './...');
    if (minor(version) >= 16) await go(await at('bridge/metric', 'otel', 'otel/metric', 'otel/trace'), 'test', './...');
    if (minor(version) >= 47) await go(await at('bridge/log', 'otel', 'otel/log', 'otel/trace'), 'test', './...');
  });

  test('a program that has it is woven and keeps it', async () => {
    cpSync(join(home, 'aspects', 'e2e'), join(folder, 'e2e'), { recursive: true });
    cpSync(join(folder, 'e2e', 'testdata', 'lowest'), join(folder, 'e2e'), { recursive: true });
    const cwd = await at('e2e', 'otel', 'otel/sdk', 'otel/trace');
    const argv = [process.execPath, join(home, 'dist', 'cli.mjs'), 'go', 'test', '.'];
    const result = await run(argv, { ...env, PWD: cwd }, { cwd });
    expect(result.stdout + result.stderr).not.toContain('FAIL');
    expect(result.status).toBe(0);
  });
});
