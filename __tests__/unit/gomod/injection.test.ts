import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noOverlay } from '../../../src/go/overlay.ts';
import { inject } from '../../../src/gomod/injection.ts';
import type { ModuleOptions } from '../../../src/gomod/module-options.ts';
import { resolveHooks } from '../../../src/gomod/resolve-hooks.ts';
import { userModules } from '../../../src/gomod/user-modules.ts';

let dir = '';
beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'gots-injection-')));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const env = { ...process.env, GOFLAGS: '', GOWORK: 'off', GOPROXY: 'off', GOTOOLCHAIN: 'local' };
const [goVersion = '', modCache = ''] = spawnSync('go', ['env', 'GOVERSION', 'GOMODCACHE'], { env, encoding: 'utf8' })
  .stdout.trim()
  .split('\n');

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
}

test.each([
  ['1.24', '1.24.0', 'go1.24'],
  ['1.24.0', '1.24', undefined],
  ['1.24.0', '1.24.0', undefined],
  ['1.22', '1.24.0', 'go1.24'],
  ['1.20', '1.21', 'go1.21'],
  ['1.20', '1.20', undefined],
])('go %s in the program, go %s in the module that comes in: go takes both', async (own, theirs, language) => {
  write({
    'app/go.mod': `module example.com/app\n\ngo ${own}\n`,
    'app/main.go': 'package main\n\nfunc main() {}\n',
    'hook/go.mod': `module example.com/hook\n\ngo ${theirs}\n`,
    'hook/h/h.go': 'package h\n',
  });
  const moduleDir = join(dir, 'app');
  const options: ModuleOptions = {
    go: 'go',
    cwd: moduleDir,
    env,
    moduleDir,
    userGoWork: '',
    goVersion,
    modCache,
    folder: join(dir, 'work'),
    flags: { mod: undefined, modfile: undefined, overlay: noOverlay, tags: undefined },
  };
  const user = await userModules([moduleDir], options);
  const hooks = [{ path: 'example.com/hook', dir: join(dir, 'hook') }];
  const request = { hooks, replaced: [], pins: [], packages: ['example.com/hook/h'] };
  const { injection, raised } = await inject(await resolveHooks(request, user, options), request, user, options);
  expect(raised).toEqual([]);
  expect(injection.languages).toEqual(language === undefined ? {} : { 'example.com/hook': language });
  const args = ['list', '-mod=readonly', `-overlay=${injection.overlay}`, '.', 'example.com/hook/h'];
  const listed = spawnSync('go', args, { cwd: moduleDir, env, encoding: 'utf8' });
  expect(listed.stderr).toBe('');
  expect(listed.stdout).toBe('example.com/app\nexample.com/hook/h\n');
});
