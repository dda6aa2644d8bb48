import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { joinModules } from '../../../../src/driver/plan/join-modules.ts';
import { askAlways } from '../../../../src/go/go-answers.ts';
import { noOverlay } from '../../../../src/go/overlay.ts';
import type { ModuleOptions } from '../../../../src/gomod/module-options.ts';
import { userModules } from '../../../../src/gomod/user-modules.ts';
import { gots } from '../../aspects/helpers.ts';

let dir = '';
beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'gots-join-')));
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

const rule = (hook: string, range: string) => `
  - id: ${hook}
    join-point: {all-of: [{import-path: example.com/lib}, {module: {path: example.com/lib, version: "${range}"}}, {function: [{name: F}]}]}
    advice:
      - hooks: {path: example.com/agent/${hook}, before: Before}
`;

test('a hook module below another one comes in only where a rule of its own is for the version in use', async () => {
  const hook = (name: string) => ({
    [`agent/${name}/go.mod`]: `module example.com/agent/${name}\n\ngo 1.24\n\nrequire example.com/agent v1.0.0\n`,
    [`agent/${name}/h.go`]: `package ${name}\n\nimport _ "example.com/agent"\n`,
  });
  write({
    'app/go.mod':
      'module example.com/app\n\ngo 1.24\n\nrequire example.com/lib v1.0.0\n\nreplace example.com/lib v1.0.0 => ../lib\n',
    'app/main.go': 'package main\n\nimport _ "example.com/lib"\n\nfunc main() {}\n',
    'lib/go.mod': 'module example.com/lib\n\ngo 1.24\n',
    'lib/lib.go': 'package lib\n\nfunc F() {}\n',
    'agent/go.mod': 'module example.com/agent\n\ngo 1.24\n',
    'agent/agent.go': 'package agent\n',
    ...hook('early'),
    ...hook('late'),
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
    answers: askAlways,
    flags: { mod: undefined, modfile: undefined, overlay: noOverlay, tags: undefined },
  };
  const hooks = ['', '/early', '/late'].map((below) => ({
    path: `example.com/agent${below}`,
    dir: join(dir, `agent${below}`),
    anyVersion: true,
  }));
  const { aspects } = gots(`aspects:\n${rule('early', 'v1.0.0,v1.1.0')}${rule('late', 'v1.1.0')}`);
  const user = await userModules([moduleDir], options);
  const joined = await joinModules(aspects, { hooks, replaced: [], pins: [] }, user, options);
  expect(joined.added.map(({ path }) => path)).toEqual(['example.com/agent', 'example.com/agent/early']);
});
