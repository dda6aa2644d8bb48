import { expect, test } from 'vitest';
import type { BuildReport } from '../../../src/driver/serve/report-file.ts';
import { mergeReports } from '../../../src/manifest/merge-reports.ts';

function report(packages: Readonly<Record<string, boolean>>): BuildReport {
  return {
    version: '0.1.0',
    goVersion: 'go1.26.8',
    rootModule: 'm',
    packages: Object.entries(packages).map(([importPath, fromCache]) => ({ importPath, fromCache, matches: [] })),
    added: [],
    aspectFiles: [],
    aspects: [],
    buildMs: 5,
    compiled: 2,
  };
}

test('packages of several go commands are put together, compiled ones as compiled', () => {
  const merged = mergeReports([report({ b: false, c: true }), report({ b: true, c: false, a: true })]);
  expect(merged.packages.map(({ importPath, fromCache }) => [importPath, fromCache])).toEqual([
    ['a', true],
    ['b', false],
    ['c', false],
  ]);
  expect(merged.buildMs).toBe(10);
  expect(merged.compiled).toBe(4);
});

test('libraries without an aspect are those of all programs; undefined where no command linked one', () => {
  const library = (path: string) => ({ path, version: 'v1.0.0' });
  const [a, b, c] = [
    report({}),
    { ...report({}), uncovered: [library('y')] },
    { ...report({}), uncovered: [library('x'), library('y')] },
  ];
  expect(mergeReports([a, b, c]).uncovered).toEqual([library('x'), library('y')]);
  expect(mergeReports([a, a]).uncovered).toBeUndefined();
});
