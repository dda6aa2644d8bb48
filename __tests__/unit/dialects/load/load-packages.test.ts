import { expect, test } from 'vitest';
import type { LoadOptions, PackageFolder } from '../../../../src/dialects/load/load.ts';
import { loadWithPackages } from '../../../../src/dialects/load/load-packages.ts';
import { formatError, GotsError } from '../../../../src/report/diagnostic.ts';
import { treeReader } from '../../aspects/helpers.ts';

const aspect = (id: string): string => `aspects: [{id: ${id}, join-point: {import-path: x}, advice: []}]`;

/** Packages of the module at `/mod` are `ex.com/…`; every lookup is noted. */
async function load(
  files: Readonly<Record<string, string>>,
  entries: readonly string[],
  more: Partial<LoadOptions> = {},
) {
  const lookups: string[][] = [];
  const reader = treeReader(files);
  const options = { entries, root: '/app', moduleCache: '/cache', reader, builtInSet: () => undefined, ...more };
  const loaded = await loadWithPackages(options, async (paths) => {
    lookups.push([...paths]);
    return new Map(
      paths.flatMap((path): [string, PackageFolder][] => {
        const dir = path.replace(/^ex\.com/, '/mod');
        if (path.startsWith('ex.com/none')) return [[path, { problem: 'no required module provides it' }]];
        return path.startsWith('ex.com/') ? [[path, { dir, module: { path: 'ex.com', dir: '/mod' } }]] : [];
      }),
    );
  });
  return { ...loaded, lookups, ids: loaded.aspects.map(({ id }) => id) };
}

async function errorOf(files: Readonly<Record<string, string>>, entries: readonly string[]): Promise<string> {
  try {
    await load(files, entries);
  } catch (error) {
    if (error instanceof GotsError) return formatError(error);
    throw error;
  }
  return expect.unreachable('no error was thrown');
}

test('imports come depth first, in their order, before what imports them, each once', async () => {
  const tree = {
    '/app/orchestrion.tool.go': 'package app\nimport (\n_ "ex.com/all"\n_ "ex.com/b"\n)\n',
    '/app/orchestrion.yml': `extends: [./more]\n${aspect('own')}`,
    '/app/more/orchestrion.tool.go': 'package more\nimport _ "ex.com/c"\n',
    '/mod/all/orchestrion.tool.go':
      '//go:build tools\npackage all\nimport (\n_ "ex.com/b"\n_ "ex.com/a"\n_ "ex.com/all"\n)\n',
    '/mod/all/orchestrion.yml': aspect('all'),
    '/mod/a/orchestrion.yml': aspect('a'),
    '/mod/b/orchestrion.yml': `extends: [../a]\n${aspect('b')}`,
    '/mod/c/orchestrion.yml': aspect('c'),
  };
  const { ids, files, lookups, modules, absent, warnings } = await load(tree, [
    'orchestrion.tool.go',
    'orchestrion.yml',
  ]);
  expect(ids).toEqual(['a', 'b', 'all', 'c', 'own']);
  expect(lookups).toEqual([['ex.com/all', 'ex.com/b', 'ex.com/c'], ['ex.com/a']]);
  expect(modules).toEqual(['/mod']);
  expect(files.map(({ display }) => display)).toEqual([
    'orchestrion.tool.go',
    'ex.com/all/orchestrion.tool.go',
    'ex.com/b/orchestrion.yml',
    'ex.com/a/orchestrion.yml',
    'ex.com/all/orchestrion.yml',
    'orchestrion.yml',
    'more/orchestrion.tool.go',
    'ex.com/c/orchestrion.yml',
  ]);
  expect(absent).toContain('/mod/b/orchestrion.tool.go');
  expect(warnings).toEqual([]);
});

test("Orchestrion's own package stands for its built-in aspects, once, and is not looked up", async () => {
  const files = {
    '/app/gots.yml': 'extends: [ex.com/a, ex.com/b]',
    '/mod/a/orchestrion.tool.go': 'package a\nimport _ "github.com/DataDog/orchestrion"\n',
    '/mod/b/orchestrion.tool.go': 'package b\nimport _ "github.com/DataDog/orchestrion"\n',
  };
  const { ids, lookups } = await load(files, ['gots.yml']);
  expect(ids).toEqual(['built.WithOrchestrion', 'built.WithOrchestrionVersion']);
  expect(lookups).toEqual([['ex.com/a', 'ex.com/b']]);
});

test('a gots.yml in a package says all there is to say', async () => {
  const files = {
    '/app/gots.yml': 'extends: [ex.com/a]',
    '/mod/a/gots.yml': aspect('g'),
    '/mod/a/orchestrion.yml': aspect('o'),
    '/mod/a/orchestrion.tool.go': 'package a\nimport _ "ex.com/b"\n',
  };
  expect((await load(files, ['gots.yml'])).ids).toEqual(['g']);
});

test('packages without aspects: an error for gots.yml, a warning in the own tool file, nothing further down', async () => {
  const empty = { '/mod/a/a.go': 'package a' };
  expect(await errorOf({ ...empty, '/app/gots.yml': 'extends:\n  - ex.com/a' }, ['gots.yml'])).toBe(
    'gots.yml:2:5: the package "ex.com/a" provides no aspects: it has neither orchestrion.tool.go nor orchestrion.yml ' +
      '(aspect_empty_package); remove it, or update its module to a version that has aspects',
  );
  const tools = 'package app\nimport _ "ex.com/a"\n';
  const own = await load({ ...empty, '/app/orchestrion.tool.go': tools }, ['orchestrion.tool.go']);
  expect(own.warnings).toMatchObject([
    { code: 'aspect_empty_package', span: { file: 'orchestrion.tool.go', line: 2, column: 10 } },
  ]);
  const below = { ...empty, '/mod/t/orchestrion.tool.go': tools, '/app/orchestrion.yml': 'extends: [ex.com/t]' };
  expect((await load(below, ['orchestrion.yml'])).warnings).toEqual([]);
});

test('packages that cannot be found', async () => {
  const tools = { '/app/orchestrion.tool.go': 'package app\n\nimport _ "ex.com/none"\n' };
  expect(await errorOf(tools, ['orchestrion.tool.go'])).toBe(
    'orchestrion.tool.go:3:10: the package "ex.com/none" cannot be found: no required module provides it ' +
      '(aspect_package_missing); `go get ex.com/none` adds its module; or remove the import',
  );
  const problems: GotsError[] = [];
  const sink = (problem: GotsError) => void problems.push(problem);
  const files = {
    '/app/gots.yml': 'extends: [ex.com/none, other.com/x, ex.com/a]',
    '/mod/a/orchestrion.tool.go': 'package a\nimport _ "ex.com/none/two"\n',
  };
  await load(files, ['gots.yml'], { sink });
  expect(problems.map(({ code, message }) => [code, /"(.*?)"/.exec(message)?.[1]])).toEqual([
    ['aspect_package_missing', 'ex.com/none'],
    ['aspect_package_missing', 'other.com/x'],
    ['aspect_package_missing', 'ex.com/none/two'],
  ]);
});
