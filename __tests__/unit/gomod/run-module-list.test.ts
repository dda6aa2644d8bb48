import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runModuleList } from '../../../src/gomod/run-module-list.ts';
import { plainGoEnv } from '../../support/go-command.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gots-list-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }));

/** A module that requires another, and a proxy which has of that one the files given. */
function module(files: Readonly<Record<string, string>>) {
  const versions = join(dir, 'proxy/example.org/dep/@v');
  mkdirSync(versions, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(versions, name), text);
  const cwd = join(dir, 'main');
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'go.mod'), 'module example.com/main\n\ngo 1.24\n\nrequire example.org/dep v1.0.0\n');
  const env = plainGoEnv({
    GOPROXY: `file://${join(dir, 'proxy')}`,
    GOSUMDB: 'off',
    GOFLAGS: '-mod=mod -modcacherw',
    GOMODCACHE: join(dir, 'modules'),
  });
  return { go: 'go', cwd, env };
}

const format = ['-f', '{{.Path}} {{.Version}}'];

test('what only tells the time of a version may be missing', async () => {
  const { stdout, exitCode } = await runModuleList(format, module({ 'v1.0.0.mod': 'module example.org/dep\n' }));
  expect([exitCode, stdout]).toEqual([0, 'example.com/main \nexample.org/dep v1.0.0\n']);
});

test('a go.mod may not be missing', async () => {
  const info = '{"Version":"v1.0.0","Time":"2026-01-01T00:00:00Z"}';
  const { stderr, exitCode } = await runModuleList(format, module({ 'v1.0.0.info': info }));
  expect(exitCode).toBe(1);
  expect(stderr).toContain('v1.0.0.mod');
});
