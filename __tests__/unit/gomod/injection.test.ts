import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askAlways } from '../../../src/go/go-answers.ts';
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

function optionsOf(moduleDir: string, more: Partial<ModuleOptions> = {}): ModuleOptions {
  return {
    go: 'go',
    cwd: moduleDir,
    env,
    moduleDir,
    userGoWork: '',
    goVersion,
    modCache,
    folder: join(dir, 'work'),
    answers: askAlways,
    flags: { mod: undefined, modfile: undefined, overlay: noOverlay, tags: undefined },
    ...more,
  };
}

/** Brings the hook module in `hook/` into the program in `app/`. */
async function injectHook() {
  const options = optionsOf(join(dir, 'app'));
  const user = await userModules([options.moduleDir], options);
  const hooks = [{ path: 'example.com/hook', dir: join(dir, 'hook') }];
  const request = { hooks, replaced: [], pins: [], packages: ['example.com/hook/h'] };
  const { injection } = await inject(await resolveHooks(request, user, options), request, user, options);
  return injection;
}

/** What go prints as errors, asked in the folder of the program. */
function saidByGo(args: readonly string[]): string {
  return spawnSync('go', args, { cwd: join(dir, 'app'), env, encoding: 'utf8' }).stderr;
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
  const options = optionsOf(join(dir, 'app'));
  const { moduleDir } = options;
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

/** Modules at versions, as a program that has folders for them sees them. */
const replaced = `
replace example.com/api v1.0.0 => ../api

replace example.com/big v1.0.0 => ../big-with-part

replace example.com/big v1.1.0 => ../big-without

replace example.com/big/part v1.0.0 => ../part

replace example.com/old v1.0.0 => ../old
`;
const split = {
  'big-with-part/go.mod': 'module example.com/big\n\ngo 1.24\n',
  'big-with-part/part/part.go': 'package part\n',
  'big-without/go.mod': 'module example.com/big\n\ngo 1.24\n',
  'part/go.mod': 'module example.com/big/part\n\ngo 1.24\n',
  'part/part.go': 'package part\n',
};

test('a package that moved to a module of its own is found there, where what hooks use requires the module without it', async () => {
  write({
    ...split,
    'app/go.mod': `module example.com/app\n\ngo 1.24\n\nrequire example.com/old v1.0.0\n${replaced}`,
    'app/main.go': 'package main\n\nimport _ "example.com/old"\n\nfunc main() {}\n',
    // Without pruning its requirement of the whole module counts.
    'old/go.mod': 'module example.com/old\n\ngo 1.16\n\nrequire example.com/big v1.0.0\n',
    'old/old.go': 'package old\n',
    'api/go.mod':
      'module example.com/api\n\ngo 1.24\n\nrequire example.com/big v1.1.0\n\nrequire example.com/big/part v1.0.0\n',
    'api/api.go': 'package api\n\nimport _ "example.com/big/part"\n',
    'hook/go.mod':
      'module example.com/hook\n\ngo 1.24\n\nrequire example.com/api v1.0.0\n\nrequire example.com/big/part v1.0.0\n\nrequire example.com/old v1.0.0\n',
    'hook/h/h.go': 'package h\n\nimport _ "example.com/api"\n\nimport _ "example.com/old"\n',
  });
  const options = optionsOf(join(dir, 'app'));
  const user = await userModules([options.moduleDir], options);
  const hooks = [{ path: 'example.com/hook', dir: join(dir, 'hook') }];
  const request = { hooks, replaced: [], pins: [], packages: ['example.com/hook/h'] };
  const resolved = await resolveHooks(request, user, options);
  expect(resolved.providers.map(({ path, version }) => [path, version])).toEqual([
    ['example.com/api', 'v1.0.0'],
    ['example.com/big/part', 'v1.0.0'],
    ['example.com/hook', expect.any(String)],
    ['example.com/old', 'v1.0.0'],
  ]);
  const { injection } = await inject(resolved, request, user, options);
  const args = ['list', '-mod=readonly', `-overlay=${injection.overlay}`, '-deps', 'example.com/hook/h'];
  const listed = spawnSync('go', args, { cwd: join(dir, 'app'), env, encoding: 'utf8' });
  expect(listed.stderr).toBe('');
  expect(listed.stdout).toContain('example.com/big/part\n');
});

test('a module that hooks require and do not use stays out where the program has its packages in another', async () => {
  write({
    ...split,
    'app/go.mod': `module example.com/app\n\ngo 1.24\n\nrequire example.com/big v1.0.0\n${replaced}`,
    'app/main.go': 'package main\n\nimport _ "example.com/big/part"\n\nfunc main() {}\n',
    'hook/go.mod': 'module example.com/hook\n\ngo 1.24\n\nrequire example.com/big/part v1.0.0\n',
    'hook/h/h.go': 'package h\n',
  });
  const injection = await injectHook();
  expect(Object.keys(injection.versions)).toEqual(['example.com/hook']);
  const args = ['list', '-mod=readonly', `-overlay=${injection.overlay}`, '-deps', '.', 'example.com/hook/h'];
  expect(saidByGo(args)).toBe('');
});

test('what comes in has at least the version that the modules of the program require, though the program has no use for it', async () => {
  write({
    'app/go.mod': `module example.com/app\n\ngo 1.24\n\nrequire example.com/lib v1.0.0\n
replace example.com/lib v1.0.0 => ../lib\n
replace example.com/deep v1.1.0 => ../deep\n
replace example.com/deep v1.0.0 => ../deep\n
replace example.com/used v1.0.0 => ../used\n
replace example.com/used v1.2.0 => ../used\n
replace example.com/asked v1.0.0 => ../asked\n
replace example.com/asked v1.5.0 => ../asked\n
replace example.com/unused v1.0.0 => ../unused\n
replace example.com/unused v1.3.0 => ../unused\n`,
    'app/main.go': 'package main\n\nimport _ "example.com/lib"\n\nfunc main() {}\n',
    // Before Go 1.17 the requirements of what is required count as well.
    'lib/go.mod':
      'module example.com/lib\n\ngo 1.16\n\nrequire example.com/deep v1.1.0\n\nrequire example.com/used v1.2.0\n',
    'lib/lib.go': 'package lib\n',
    'deep/go.mod': 'module example.com/deep\n\ngo 1.24\n\nrequire example.com/unused v1.3.0\n',
    'used/go.mod': 'module example.com/used\n\ngo 1.24\n\nrequire example.com/asked v1.5.0\n',
    'used/used.go': 'package used\n',
    'asked/go.mod': 'module example.com/asked\n\ngo 1.24\n',
    'unused/go.mod': 'module example.com/unused\n\ngo 1.24\n',
    'hook/go.mod':
      'module example.com/hook\n\ngo 1.24\n\nrequire example.com/used v1.0.0\n\nrequire example.com/unused v1.0.0\n\nrequire example.com/asked v1.0.0\n\nrequire example.com/deep v1.0.0\n',
    'hook/h/h.go': 'package h\n\nimport _ "example.com/used"\n',
  });
  const injection = await injectHook();
  expect(injection.versions).toEqual({
    'example.com/asked': 'v1.5.0',
    'example.com/deep': 'v1.1.0',
    'example.com/hook': '',
    'example.com/unused': 'v1.3.0',
    'example.com/used': 'v1.2.0',
  });
  // Go looks at all requirements for this.
  const args = ['list', '-mod=readonly', `-overlay=${injection.overlay}`, '-m', 'all'];
  expect(saidByGo(args)).toBe('');
});

test('a package that moved to a module of its own is found where the program has it', async () => {
  write({
    ...split,
    'app/go.mod': `module example.com/app\n\ngo 1.24\n\nrequire example.com/big v1.0.0\n\nrequire example.com/old v1.0.0\n${replaced}`,
    'app/main.go': 'package main\n\nimport _ "example.com/big/part"\n\nimport _ "example.com/old"\n\nfunc main() {}\n',
    'old/go.mod': 'module example.com/old\n\ngo 1.24\n\nrequire example.com/big v1.0.0\n',
    'old/old.go': 'package old\n\nimport _ "example.com/big/part"\n',
    'hook/go.mod':
      'module example.com/hook\n\ngo 1.24\n\nrequire example.com/big/part v1.0.0\n\nrequire example.com/old v1.0.0\n',
    'hook/h/h.go': 'package h\n\nimport _ "example.com/big/part"\n\nimport _ "example.com/old"\n',
  });
  const injection = await injectHook();
  expect(Object.keys(injection.versions)).toEqual(['example.com/hook']);
  const args = ['list', '-mod=readonly', `-overlay=${injection.overlay}`, '-deps', '.', 'example.com/hook/h'];
  expect(saidByGo(args)).toBe('');
});

test('a module that hooks require and do not use stays out where it would move one of the program', async () => {
  write({
    'app/go.mod': `module example.com/app\n\ngo 1.24\n\nrequire example.com/lib v1.0.0\n
replace example.com/lib v1.0.0 => ../lib\n
replace example.com/lib v1.1.0 => ../lib\n
replace example.com/unused v1.0.0 => ../unused\n`,
    'app/main.go': 'package main\n\nimport _ "example.com/lib"\n\nfunc main() {}\n',
    'lib/go.mod': 'module example.com/lib\n\ngo 1.24\n',
    'lib/lib.go': 'package lib\n',
    'unused/go.mod': 'module example.com/unused\n\ngo 1.24\n\nrequire example.com/lib v1.1.0\n',
    'hook/go.mod': 'module example.com/hook\n\ngo 1.24\n\nrequire example.com/unused v1.0.0\n',
    'hook/h/h.go': 'package h\n',
  });
  const injection = await injectHook();
  expect(Object.keys(injection.versions)).toEqual(['example.com/hook']);
  const args = ['list', '-mod=readonly', `-overlay=${injection.overlay}`, '-m', 'all'];
  expect(saidByGo(args)).toBe('');
});

/** Brings the hook module in `hook/` into the workspace of `app/` and `lib/`. */
async function injectIntoWorkspace() {
  const userGoWork = join(dir, 'go.work');
  const work = { ...env, GOWORK: '' };
  const options = optionsOf(join(dir, 'app'), { env: work, userGoWork });
  const user = await userModules([join(dir, 'app'), join(dir, 'lib')], options);
  const hooks = [{ path: 'example.com/hook', dir: join(dir, 'hook') }];
  const request = { hooks, replaced: [], pins: [], packages: ['example.com/hook/h'] };
  const { injection } = await inject(await resolveHooks(request, user, options), request, user, options);
  const ask = (args: readonly string[]) =>
    spawnSync('go', args, { cwd: join(dir, 'app'), env: work, encoding: 'utf8' });
  return { user, injection, ask };
}

test('in a workspace nothing is required that its members do not: an old module without packages moves none', async () => {
  write({
    'go.work': `go 1.24\n\nuse ./app\n\nuse ./lib\n
replace example.com/a v1.0.0 => ./a\n
replace example.com/old v1.0.0 => ./old\n
replace example.com/deep v1.0.0 => ./deep\n
replace example.com/deep v1.1.0 => ./deep\n`,
    'app/go.mod':
      'module example.com/app\n\ngo 1.24\n\nrequire example.com/a v1.0.0\n\nrequire example.com/deep v1.0.0\n',
    'app/main.go': 'package main\n\nimport _ "example.com/a"\n\nimport _ "example.com/deep"\n\nfunc main() {}\n',
    'lib/go.mod': 'module example.com/lib\n\ngo 1.24\n',
    'a/go.mod': 'module example.com/a\n\ngo 1.24\n\nrequire example.com/old v1.0.0\n',
    'a/a.go': 'package a\n',
    // Go reads this only where something without pruning requires it.
    'old/go.mod': 'module example.com/old\n\ngo 1.16\n\nrequire example.com/deep v1.1.0\n',
    'deep/go.mod': 'module example.com/deep\n\ngo 1.24\n',
    'deep/deep.go': 'package deep\n',
    'hook/go.mod': 'module example.com/hook\n\ngo 1.24\n\nrequire example.com/deep v1.0.0\n',
    'hook/h/h.go': 'package h\n\nimport _ "example.com/deep"\n',
  });
  const { user, injection, ask } = await injectIntoWorkspace();
  expect(user.work?.isLoaded).toBe(true);
  const list = ['-f', '{{.Path}} {{.Version}}', '-m', 'all'];
  const plain = ask(['list', ...list])
    .stdout.trim()
    .split('\n');
  expect(plain).toContain('example.com/deep v1.0.0');
  const listed = ask(['list', '-mod=readonly', `-overlay=${injection.overlay}`, ...list]);
  expect(listed.stderr).toBe('');
  const own = /^(gots\.injected |example\.com\/hook .*)$/;
  expect(
    listed.stdout
      .trim()
      .split('\n')
      .filter((line) => !own.test(line)),
  ).toEqual(plain);
  const found = ask(['list', '-mod=readonly', `-overlay=${injection.overlay}`, '-deps', '.', 'example.com/hook/h']);
  expect([found.stderr, found.stdout]).toEqual(['', expect.stringContaining('example.com/hook/h\n')]);
});

test('in a workspace whose requirements go cannot load, only what injected packages need is required', async () => {
  write({
    'go.work': `go 1.24\n\nuse ./app\n\nuse ./lib\n
replace example.com/used v1.0.0 => ./used\n
replace example.com/used v1.2.0 => ./used\n`,
    'app/go.mod':
      'module example.com/app\n\ngo 1.24\n\nrequire example.com/lib v1.0.0\n\nrequire example.com/used v1.2.0\n',
    'app/main.go': 'package main\n\nfunc main() {}\n',
    'lib/go.mod': 'module example.com/lib\n\ngo 1.24\n\nrequire example.invalid/private v1.0.0\n',
    'used/go.mod': 'module example.com/used\n\ngo 1.24\n',
    'used/used.go': 'package used\n',
    'hook/go.mod': 'module example.com/hook\n\ngo 1.24\n\nrequire example.com/used v1.0.0\n',
    'hook/h/h.go': 'package h\n\nimport _ "example.com/used"\n',
  });
  const { user, injection, ask } = await injectIntoWorkspace();
  expect(user.work?.isLoaded).toBe(false);
  const format = '{{with .Module}}{{.Path}} {{.Version}}{{end}}';
  const args = ['list', '-mod=readonly', `-overlay=${injection.overlay}`, '-f', format, '-deps', 'example.com/hook/h'];
  const listed = ask(args);
  expect(listed.stderr).toBe('');
  expect(listed.stdout).toBe('example.com/used v1.2.0\nexample.com/hook v0.0.0\n');
});
