import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { disk } from '../../../src/base/file-view.ts';
import { hookModules } from '../../../src/dialects/hook-modules.ts';
import { loadAspects } from '../../../src/dialects/load/load.ts';
import { parseModFile } from '../../../src/lang/modules/mod-file.ts';

let dir = '';
beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'gots-hook-modules-')));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
}

const mod = (path: string, more = '') => `module ${path}\n\ngo 1.24\n${more}`;
const hook = (path: string) => [{ ImportPath: 'main', Function: 'main', OnEnter: 'enter', Path: path }];

function modulesFor(entries: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const root = join(dir, 'app');
  const loaded = loadAspects({ entries, root, reader: disk, builtInSet: () => undefined });
  const goMod = parseModFile(disk.read(join(root, 'go.mod'))?.toString('utf8') ?? '');
  return hookModules(loaded, { moduleDir: root, goMod, mainDirs: [root], home: join(dir, 'gots'), env });
}

test('aspects of every dialect bring the module that their file lies in, the main module aside', () => {
  const aspect = (path: string) =>
    `aspects: [{id: a, join-point: {import-path: main}, advice: [add-blank-import: ${path}]}]\n`;
  const rule = 'r: {target: main, func: main, before: enter, path: example.com/rules/h}\n';
  write({
    'app/go.mod': mod('example.com/app'),
    'app/gots.yml': `extends: [../b/sub/orchestrion.yml, ../rules/x.otelc.yml, ../unused/gots.yml]\n${aspect('example.com/app/own')}`,
    'b/go.mod': mod('example.com/b'),
    'b/sub/orchestrion.yml': aspect('example.com/b/hooks'),
    'rules/go.mod': mod('example.com/rules'),
    'rules/x.otelc.yml': rule,
    'unused/go.mod': mod('example.com/unused'),
    'unused/gots.yml': aspect('fmt'),
  });
  expect(modulesFor(['gots.yml'])).toEqual({
    beside: [
      { dir: join(dir, 'b'), path: 'example.com/b' },
      { dir: join(dir, 'rules'), path: 'example.com/rules' },
    ],
    checkout: [],
    pins: [],
  });
});

test('rules of loongsuite name modules of a checkout, replaced ones, and folders beside them', () => {
  const agent = 'github.com/alibaba/loongsuite-go/pkg';
  write({
    'app/go.mod': mod('example.com/app', '\nreplace example.com/mine => ../mine\n'),
    'app/r.json': JSON.stringify([...hook('./hook'), ...hook('example.com/mine/h'), ...hook(`${agent}/rules/http`)]),
    'app/hook/go.mod': mod('customhook'),
    'mine/go.mod': mod('example.com/mine'),
    'co/pkg/go.mod': mod(agent, '\nrequire (\n\tgo.opentelemetry.io/otel v1.40.0\n\texample.com/x v1.0.0\n)\n'),
    'co/pkg/rules/http/go.mod': mod(`${agent}/rules/http`),
    'co/tool/data/rules/base.json': '[]',
  });
  const expected = {
    beside: [],
    checkout: [
      { path: 'customhook', dir: join(dir, 'app/hook'), anyVersion: true },
      { path: 'example.com/mine', dir: join(dir, 'mine'), anyVersion: true },
      { path: agent, dir: join(dir, 'co/pkg'), anyVersion: true },
      { path: `${agent}/rules/http`, dir: join(dir, 'co/pkg/rules/http'), anyVersion: true },
    ],
    pins: [{ path: 'go.opentelemetry.io/otel', version: 'v1.40.0' }],
  };
  for (const place of ['co', 'co/pkg'])
    expect(modulesFor(['r.json'], { OTELTOOL_PKG_PATH: join(dir, place) })).toEqual(expected);
});
