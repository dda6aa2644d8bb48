import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { diskReader } from '../../../../src/dialects/load/disk-reader.ts';
import type { LoadedAspects } from '../../../../src/dialects/load/load.ts';
import { loadWithPlugins } from '../../../../src/dialects/load/load-plugins.ts';
import { pluginLoader } from '../../../../src/driver/steps/plugins.ts';
import { formatError, GotsError } from '../../../../src/report/diagnostic.ts';
import type { Aspect } from '../../../../src/vocabulary/aspect.ts';

function folder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'gots-plugins-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

function load(root: string, sink?: (problem: GotsError) => void): Promise<LoadedAspects> {
  const options = { entries: ['gots.yml'], root, reader: diskReader, builtInSet: () => undefined };
  return loadWithPlugins(sink ? { ...options, sink } : options);
}

async function errorOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof GotsError) return formatError(error);
    throw error;
  }
  return 'no error';
}

const plugin = `export const plugin = {
  id: 'p', select: { 'all-of': [{ 'import-path': 'x' }, { 'test-main': false }] }, packages: ['a/b'],
  rewrite() {}, extraFiles() { return []; },
};\n`;

function digestOf({ aspects }: { aspects: readonly Aspect[] }): string {
  const [advice] = aspects[0]?.advice ?? [];
  return advice?.kind === 'plugin' ? advice.digest : 'none';
}

test('a plug-in is an aspect for nodes and one for packages', async () => {
  const root = folder({
    'gots.yml': 'extends: [./p.mjs]\naspects: [{ id: own, join-point: { import-path: y }, advice: [] }]',
    'p.mjs': plugin,
  });
  const loaded = await load(root);
  expect(loaded.files.map(({ display }) => display)).toEqual(['gots.yml', 'p.mjs']);
  expect(
    loaded.aspects.map(({ id, advice }) => [id, ...advice.map((each) => ('part' in each ? each.part : ''))]),
  ).toEqual([['p', 'files'], ['p', 'rewrite'], ['own']]);
  expect(loaded.aspects[1]).toMatchObject({
    span: { file: 'p.mjs', line: 1, column: 1 },
    joinPoint: {
      kind: 'all-of',
      points: [
        { kind: 'import-path', path: 'x' },
        { kind: 'test-main', value: false },
      ],
    },
    advice: [{ kind: 'plugin', id: 'p', file: 'p.mjs', packages: ['a/b'] }],
  });
});

test('every file that a plug-in imports decides its digest, and no place of a machine', async () => {
  const files = {
    'gots.yml': 'extends: [plugins/p.mjs]',
    'plugins/p.mjs': `import { a } from './a.mjs';\nimport { sep } from 'node:path';\nexport { b } from '../lib/b.mjs';\nvoid [a, sep, import.meta.url];\n${plugin}`,
    'plugins/a.mjs': "export const a = () => import('./c.mjs');",
    'plugins/c.mjs': "export * from './a.mjs';",
    'lib/b.mjs': 'export const b = 1;',
  };
  const first = await load(folder(files));
  expect(first.files.map(({ display }) => display).sort()).toEqual(Object.keys(files).sort());
  expect(digestOf(await load(folder(files)))).toBe(digestOf(first));
  for (const name of Object.keys(files).slice(1) as (keyof typeof files)[]) {
    const changed = await load(folder({ ...files, [name]: `${files[name]}\n// changed\n` }));
    expect(digestOf(changed)).not.toBe(digestOf(first));
  }
});

test.each([
  ["import fs from 'node:fs';", 'p.mjs:1:17: a plug-in cannot import "node:fs"'],
  ["import x from 'left-pad';", 'p.mjs:1:16: a plug-in cannot import "left-pad"'],
  [
    "import 'fs';",
    'p.mjs:1:9: a plug-in cannot import "fs": what it does must follow from its own files (plugin_import)',
  ],
  ["const n = './a';\nawait import(n);", 'p.mjs:2:14: a plug-in cannot import a module whose name is computed'],
  ["import './gone.mjs';", 'p.mjs:1:9: the module "gone.mjs" does not exist'],
  ['import {', 'p.mjs:1:1: the plug-in cannot be loaded: '],
  ['const = 1;', 'p.mjs:1:1: the plug-in cannot be loaded: '],
  ["throw new Error('at import');", 'p.mjs:1:1: the plug-in cannot be loaded: at import (plugin_load)'],
  ['', 'this is no plug-in: it does not export an object named "plugin" (plugin_shape)'],
  ['export default {};', 'it does not export an object named "plugin"'],
  ["export const plugin = { id: 'p', select: {}, rewrit() {} };", 'unknown key "rewrit"'],
  ["export const plugin = { id: '', select: {}, rewrite() {} };", 'this is no plug-in: "id" must be a text'],
  ["export const plugin = { id: 'p', rewrite() {} };", '"select" must be a join point'],
  ["export const plugin = { id: 'p', select: {} };", 'it has none of rewrite, extraFiles, replaceSource'],
  ["export const plugin = { id: 'p', select: {}, rewrite: 1 };", '"rewrite" must be a function'],
  ["export const plugin = { id: 'p', select: {}, packages: 'x', rewrite() {} };", '"packages" must be a list'],
  ["export const plugin = { id: 'p', select: { not: null }, rewrite() {} };", '"select" holds null'],
  ["export const plugin = { id: 'p', select: { 'import-pat': 'x' }, rewrite() {} };", 'did you mean "import-path"?'],
])('the module %j is refused', async (text, message) => {
  const root = folder({ 'gots.yml': 'extends: [p.mjs]', 'p.mjs': text });
  const shown = await errorOf(load(root));
  expect(shown).toContain(message);
  const problems: string[] = [];
  await load(root, (problem) => problems.push(formatError(problem)));
  const [first] = problems.map((problem) => problem.split('\n')[0]);
  expect([problems.length, first]).toEqual([1, shown.split('\n')[0]]);
});

test('an absent plug-in', async () => {
  const root = folder({ 'gots.yml': 'extends: [p.mjs]' });
  expect(await errorOf(load(root))).toContain('gots.yml:1:11: the module "p.mjs" does not exist (plugin_missing)');
});

test('a plug-in can be named where aspect files are', async () => {
  const root = folder({ 'p.mjs': plugin });
  const loaded = await loadWithPlugins({ entries: ['p.mjs'], root, reader: diskReader, builtInSet: () => undefined });
  expect(loaded.aspects.map(({ id }) => id)).toEqual(['p', 'p']);
});

test('plug-ins of one name in two folders are kept apart', async () => {
  const at = folder({
    'm/gots.yml': 'extends: [../a/p.mjs, ../b/p.mjs]',
    'a/p.mjs': plugin.replace("id: 'p'", "id: 'a'"),
    'b/p.mjs': plugin.replace("id: 'p'", "id: 'b'"),
  });
  const { aspects, files } = await load(join(at, 'm'));
  const plugins = await pluginLoader(files)(aspects);
  const ids = aspects.flatMap(({ advice }) =>
    advice.map((each) => (each.kind === 'plugin' ? plugins?.(each.file, each.digest)?.id : '')),
  );
  expect(ids).toEqual(['a', 'a', 'b', 'b']);
});

test('a plug-in is run only as it was when its aspects were made', async () => {
  const root = folder({ 'gots.yml': 'extends: [p.mjs]', 'p.mjs': plugin });
  const { aspects, files } = await load(root);
  const plugins = await pluginLoader(files)(aspects);
  expect(plugins?.('p.mjs', digestOf({ aspects }))?.id).toBe('p');
  expect(plugins?.('p.mjs', 'other')).toBeUndefined();
  writeFileSync(join(root, 'p.mjs'), `${plugin}// changed\n`);
  expect(await errorOf(pluginLoader(files)(aspects))).toContain('the plug-in p.mjs has changed since the build began');
  expect(await errorOf(pluginLoader([])(aspects))).toContain('(plugin_absent)');
});

test('the script that tests the example has it as it is', () => {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..');
  const script = readFileSync(join(root, '__tests__', 'script', 'testdata', 'plugin.txtar'), 'utf8');
  for (const name of ['main.go', 'gots.yml', 'cases.yml', 'plugins/crc32.mjs', 'plugins/checksum.mjs']) {
    const text = readFileSync(join(root, 'examples', 'plugin-crc32', name), 'utf8');
    expect(script).toContain(`-- ${name} --\n${text}`);
  }
});
