import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askAlways } from '../../../src/go/go-answers.ts';
import { noOverlay } from '../../../src/go/overlay.ts';
import { ownWorkspace } from '../../../src/gomod/own-workspace.ts';
import { userModules } from '../../../src/gomod/user-modules.ts';
import { parseModFile } from '../../../src/lang/modules/mod-file.ts';
import { go, plainGoEnv } from '../../support/go-command.ts';

let dir = '';
beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'gots-own-')));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
}

test('it has the members, the replacements and the other lines of the workspace of the user, and a go.work.sum of its own', () => {
  write({
    'go.work':
      'go 1.24\n\ngodebug panicnil=1\n\nuse (\n\t./app\n\t"./a b"\n)\n\nreplace (\n\texample.com/x => ../x\n\texample.com/y v1.0.0 => example.com/z v1.1.0\n)\n',
  });
  const file = join(dir, 'go.work');
  const text = readFileSync(file, 'utf8');
  const sums = 'example.com/z v1.1.0/go.mod h1:abc=\n';
  const own = ownWorkspace({ file, text, mod: parseModFile(text), sums }, join(dir, 'cache'));
  const lines = readFileSync(own.file, 'utf8').split('\n');
  expect(lines.filter((line) => line !== '')).toEqual([
    'go 1.24',
    'godebug panicnil=1',
    `use ${dir}/app`,
    `use "${dir}/a b"`,
    `replace example.com/x => ${dirname(dir)}/x`,
    'replace example.com/y v1.0.0 => example.com/z v1.1.0',
  ]);
  expect(own.sums()).toBe(sums);
  own.remove();
  expect(existsSync(own.file)).toBe(false);
});

test('sums that only the list of all modules needs are found, and go.work.sum stays as it is', async () => {
  const version = 'proxy/example.org/dep/@v/v1.0.0';
  write({
    'go.work': 'go 1.24\n\nuse ./app\n\nreplace example.com/a v1.0.0 => ./a\n',
    'app/go.mod': 'module example.com/app\n\ngo 1.24\n\nrequire example.com/a v1.0.0\n',
    'app/main.go': 'package main\n\nimport _ "example.com/a"\n\nfunc main() {}\n',
    // Pruned: go needs the go.mod of what this requires for the list alone.
    'a/go.mod': 'module example.com/a\n\ngo 1.24\n\nrequire example.org/dep v1.0.0\n',
    'a/a.go': 'package a\n',
    [`${version}.mod`]: 'module example.org/dep\n',
    [`${version}.info`]: '{"Version":"v1.0.0","Time":"2026-01-01T00:00:00Z"}',
  });
  const settings = {
    GOPROXY: `file://${join(dir, 'proxy')}`,
    GOSUMDB: 'off',
    GOTOOLCHAIN: 'local',
    GOMODCACHE: join(dir, 'modules'),
    GOFLAGS: '-modcacherw',
  };
  const moduleDir = join(dir, 'app');
  const user = await userModules([moduleDir], {
    go: 'go',
    cwd: moduleDir,
    env: plainGoEnv(settings),
    moduleDir,
    userGoWork: join(dir, 'go.work'),
    goVersion: go(['env', 'GOVERSION'], moduleDir).trim(),
    modCache: settings.GOMODCACHE,
    folder: join(dir, 'cache'),
    answers: askAlways,
    flags: { mod: undefined, modfile: undefined, overlay: noOverlay, tags: undefined },
  });
  expect([...user.versions]).toEqual([
    ['example.com/a', 'v1.0.0'],
    ['example.org/dep', 'v1.0.0'],
  ]);
  expect(user.work?.sums).toMatch(/^example\.org\/dep v1\.0\.0\/go\.mod h1:\S+\n$/);
  expect(existsSync(join(dir, 'go.work.sum'))).toBe(false);
  go(['build', '-o', join(dir, 'out'), '.'], moduleDir, settings);
  expect(existsSync(join(dir, 'go.work.sum'))).toBe(false);
});
