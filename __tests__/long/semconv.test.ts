import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const home = join(import.meta.dirname, '..', '..');

test('data/semconv is what the published module of the conventions gives', () => {
  const run = spawnSync(process.execPath, ['scripts/semconv.mjs', '--check'], { cwd: home, encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
});
