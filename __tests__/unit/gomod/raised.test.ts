import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askAlways } from '../../../src/go/go-answers.ts';
import { noOverlay } from '../../../src/go/overlay.ts';
import { inject } from '../../../src/gomod/injection.ts';
import type { ModuleOptions } from '../../../src/gomod/module-options.ts';
import { resolveHooks } from '../../../src/gomod/resolve-hooks.ts';
import { userModules } from '../../../src/gomod/user-modules.ts';
import { go, plainGoEnv } from '../../support/go-command.ts';
import { moduleProxy, type ProxyModule } from '../../support/module-proxy.ts';

let dir = '';
let settings: Readonly<Record<string, string>> = {};
beforeEach(async () => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'gots-raised-')));
  settings = {
    GOPROXY: await moduleProxy(join(dir, 'proxy'), published),
    GOSUMDB: 'off',
    GOTOOLCHAIN: 'local',
    GOMODCACHE: join(dir, 'modules'),
    GOFLAGS: '',
  };
});
afterEach(() => {
  // Its files are read-only.
  go(['clean', '-modcache'], dir, settings);
  rmSync(dir, { recursive: true, force: true });
});

/** A module with a package in its folder, and maybe more files. */
function module(
  path: string,
  version: string,
  requires: readonly string[],
  { imports = [], sub }: { readonly imports?: readonly string[]; readonly sub?: string } = {},
): ProxyModule {
  const goMod = [`module ${path}\n`, 'go 1.16\n', ...requires.map((each) => `require ${each}\n`)].join('\n');
  const text = ['package p\n', ...imports.map((each) => `import _ "${each}"\n`)].join('\n');
  return { path, version, goMod, files: { 'p.go': text, ...(sub === undefined ? {} : { 'sub/sub.go': sub }) } };
}

/**
 * The hook needs a newer `a`, which requires a newer `b`, which brings in `c`, and that `d`. A package of the newer `a` that the hook has
 * no use for brings in `e`.
 */
const published = [
  module('example.org/a', 'v1.0.0', [], { sub: 'package sub\n' }),
  module('example.org/a', 'v1.1.0', ['example.org/b v1.1.0', 'example.org/e v1.0.0'], {
    sub: 'package sub\n\nimport _ "example.org/e"\n',
  }),
  module('example.org/b', 'v1.0.0', []),
  module('example.org/b', 'v1.1.0', ['example.org/c v1.0.0'], { imports: ['example.org/c'] }),
  module('example.org/c', 'v1.0.0', ['example.org/d v1.0.0']),
  module('example.org/d', 'v1.0.0', []),
  module('example.org/e', 'v1.0.0', []),
];

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
}

test.each([
  ['a workspace', '1.24', true],
  ['a go.mod before Go 1.17', '1.16', false],
])(
  'what raised modules of %s require in turn has sums, and the files of the user stay as they are',
  async (_, line, isWork) => {
    write({
      'app/go.mod': `module example.com/app\n\ngo ${line}\n\nrequire example.org/a v1.0.0\n\nrequire example.org/b v1.0.0\n`,
      'app/main.go': 'package main\n\nimport _ "example.org/a/sub"\n\nimport _ "example.org/b"\n\nfunc main() {}\n',
      'hook/go.mod': 'module example.com/hook\n\ngo 1.16\n\nrequire example.org/a v1.1.0\n',
      'hook/h/h.go': 'package h\n\nimport _ "example.org/a"\n',
    });
    const moduleDir = join(dir, 'app');
    for (const each of [moduleDir, join(dir, 'hook')]) go(['mod', 'tidy'], each, settings);
    if (isWork) write({ 'go.work': 'go 1.24\n\nuse ./app\n' });
    const env = plainGoEnv(settings);
    const options: ModuleOptions = {
      ...{ go: 'go', cwd: moduleDir, env, moduleDir, answers: askAlways, folder: join(dir, 'work') },
      userGoWork: isWork ? join(dir, 'go.work') : '',
      goVersion: go(['env', 'GOVERSION'], moduleDir, settings).trim(),
      modCache: join(dir, 'modules'),
      flags: { mod: undefined, modfile: undefined, overlay: noOverlay, tags: undefined },
    };
    const texts = () => ['go.mod', 'go.sum'].map((name) => readFileSync(join(moduleDir, name), 'utf8'));
    const before = texts();
    const user = await userModules([moduleDir], options);
    const hooks = [{ path: 'example.com/hook', dir: join(dir, 'hook') }];
    const request = { hooks, replaced: [], pins: [], packages: ['example.com/hook/h'] };
    const { injection, raised } = await inject(await resolveHooks(request, user, options), request, user, options);
    expect(raised.map(({ path, from, to, askedBy }) => [path, from, to, askedBy])).toEqual([
      ['example.org/a', 'v1.0.0', 'v1.1.0', 'example.com/hook'],
      ['example.org/b', 'v1.0.0', 'v1.1.0', 'example.org/a'],
    ]);
    const ask = (...args: string[]) => {
      const words = ['list', '-mod=readonly', `-overlay=${injection.overlay}`, ...args];
      const { stdout, stderr } = spawnSync('go', words, { cwd: moduleDir, env, encoding: 'utf8' });
      expect(stderr).toBe('');
      return stdout.trim().split('\n');
    };
    expect(ask('-deps', '.', 'example.com/hook/h')).toEqual(expect.arrayContaining(['example.org/c', 'example.org/e']));
    expect(ask('-m', 'all')).toContain('example.org/d v1.0.0');
    expect(texts()).toEqual(before);
    expect(existsSync(join(dir, 'go.work.sum'))).toBe(false);
  },
);
