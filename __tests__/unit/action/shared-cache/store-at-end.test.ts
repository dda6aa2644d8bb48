import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storedSummary } from '../../../../src/action/shared-cache/shared-summary.ts';
import { storeAtEnd } from '../../../../src/action/shared-cache/store-at-end.ts';
import { addJob } from '../../../../src/cache/remote/outbox.ts';
import { testStep } from '../../../support/action-context.ts';
import { kindOfTests } from '../../../support/remote/built-cache.ts';
import { tempDir } from '../../../support/temp-module.ts';

/** The last step of a job that has left a build, with a program in place of the one that stores. */
async function lastStep(program: string, variables: Readonly<Record<string, string>> = {}, limitMs = 60_000) {
  const dir = tempDir();
  const cacheDir = join(dir, 'weave');
  mkdirSync(join(dir, 'dist'));
  writeFileSync(join(dir, 'dist', 'remote.mjs'), program);
  const folders = { go: join(dir, 'go'), weave: cacheDir };
  addJob(cacheDir, { kind: kindOfTests, folders, used: ['go/x'], createdMs: Date.now() });
  const inputs = { 'remote-cache': 'https://cache.example.com/gots' };
  const env = { GITHUB_REF: 'refs/heads/main', ACTIONS_RUNTIME_TOKEN: 't', AWS_ACCESS_KEY_ID: 'id', ...variables };
  const step = testStep(dir, inputs, env);
  const { env: runner, inputs: read, commands } = step.context;
  const context = { env: runner, inputs: read, commands, home: dir, limitMs };
  const stored = await storeAtEnd({ cacheDir, wish: undefined }, context);
  return { stored, output: step.output() };
}

const job = { command: 'build ./...', packs: 2, bytes: 5_100_000, objects: 120, kept: 3, isNew: true, ms: 1200 };

test('tells what was stored; the program has the address, the mode and the credentials, and none of the runner’s tokens', async () => {
  const program = `
    const { env, argv } = process;
    const { do: what, wait } = JSON.parse(argv[2]);
    const seen = [what, wait, env.GOTS_REMOTE, env.GOTS_REMOTE_MODE, env.AWS_ACCESS_KEY_ID, env.ACTIONS_RUNTIME_TOKEN];
    console.log(JSON.stringify({ ...${JSON.stringify(job)}, command: seen.join(' ') }));`;
  const { stored, output } = await lastStep(program);
  const command = 'push true https://cache.example.com/gots read-write id ';
  expect(stored).toEqual({ jobs: [{ ...job, command }], problem: undefined });
  expect(output).toBe(`shared cache: ${command}: 2 packs stored, 120 objects, 5.1 MB (3 packs before; 1.2 s)\n`);
  expect(storedSummary({ jobs: [job], problem: undefined })).toContain(
    '| `go build ./...` | 2 | 120 | 5.1 MB | 1.2 s | 3 |',
  );
});

test('a server that fails is one notice, and what was stored until then is told', async () => {
  const program = `console.log(${JSON.stringify(JSON.stringify({ ...job, packs: 0, objects: 0 }))});
    process.stderr.write('gots: https://cache.example.com/gots: status 507 (remote_failed)\\nmore\\n', () => process.exit(1));`;
  const { stored, output } = await lastStep(program);
  expect(stored?.problem).toBe('https://cache.example.com/gots: status 507 (remote_failed)');
  expect(output).toBe(
    '::notice::shared cache: https://cache.example.com/gots: status 507 (remote_failed); later builds store it\n' +
      'shared cache: build ./...: nothing new (3 packs before; 1.2 s)\n',
  );
  expect(storedSummary({ jobs: [], problem: 'no answer' })).toBe('\nNot all was stored: no answer.\n');
});

test('what does not end is ended', async () => {
  const { stored, output } = await lastStep('setInterval(() => {}, 1000);', {}, 300);
  expect(stored).toEqual({ jobs: [], problem: 'not all was stored within 0 minutes' });
  expect(output.match(/::notice::/g)).toHaveLength(1);
});

test('whether this run may store is decided again, by what the runner says now', async () => {
  const { stored, output } = await lastStep('throw new Error("started");', {
    GITHUB_EVENT_NAME: 'pull_request_target',
  });
  expect(stored).toBeUndefined();
  expect(output).toBe('');
});
