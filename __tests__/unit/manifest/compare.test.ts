import { expect, test } from 'vitest';
import { compareBuilds, isUnchanged } from '../../../src/manifest/compare.ts';
import { exampleManifest, joinPoint, wovenPackage } from '../../support/example-manifest.ts';

const lines = (points: readonly { readonly line: number }[]) => points.map(({ line }) => line);

test('join points that one build has and the other has not are new or gone, of the same aspect in the same package moved', () => {
  const before = exampleManifest([wovenPackage('m/a', [1, 10, 20]), wovenPackage('m/gone', [5])]);
  const now = exampleManifest([wovenPackage('m/a', [1, 12, 20, 30]), wovenPackage('m/new', [7])]);
  const { added, gone, moved } = compareBuilds([before], [now]);
  expect(added.map(({ importPath, line }) => [importPath, line])).toEqual([
    ['m/a', 30],
    ['m/new', 7],
  ]);
  expect(gone.map(({ importPath, line }) => [importPath, line])).toEqual([['m/gone', 5]]);
  expect(moved.map(({ from, to }) => [from.line, to.line])).toEqual([[10, 12]]);
});

test('a join point moves within its file before it moves to another file', () => {
  const other = (line: number) => joinPoint(line, { file: 'other.go' });
  const before = exampleManifest([wovenPackage('m', [], { joinPoints: [joinPoint(4)] })]);
  const now = exampleManifest([wovenPackage('m', [], { joinPoints: [other(2), joinPoint(5)] })]);
  const { added, moved } = compareBuilds([before], [now]);
  expect(moved.map(({ to }) => [to.file, to.line])).toEqual([['file.go', 5]]);
  expect(added.map(({ file }) => file)).toEqual(['other.go']);
});

test('another aspect at the same place is new, and the place of an aspect in its own file does not matter', () => {
  const before = exampleManifest([wovenPackage('m', [], { joinPoints: [joinPoint(4)] })]);
  const elsewhere = exampleManifest([wovenPackage('m', [], { joinPoints: [joinPoint(4, { aspectLine: 90 })] })]);
  expect(isUnchanged(compareBuilds([before], [elsewhere]))).toBe(true);
  const renamed = exampleManifest([wovenPackage('m', [], { joinPoints: [joinPoint(4, { aspect: 'log' })] })]);
  const { added, gone } = compareBuilds([before], [renamed]);
  expect([lines(added), lines(gone)]).toEqual([[4], [4]]);
});

test('several targets that weave alike count once', () => {
  const one = exampleManifest([wovenPackage('m', [1])]);
  const two = exampleManifest([wovenPackage('m', [1])], { target: 'linux/arm64' });
  expect(isUnchanged(compareBuilds([one], [one, two]))).toBe(true);
});

test('modules that come, go and change', () => {
  const before = exampleManifest([], {
    modules: [
      { path: 'a', version: 'v1' },
      { path: 'b', version: 'v1' },
    ],
  });
  const now = exampleManifest([], {
    modules: [
      { path: 'b', version: 'v2' },
      { path: 'c', version: 'v1' },
    ],
  });
  expect(compareBuilds([before], [now]).modules).toEqual([
    { path: 'a', before: 'v1', now: '' },
    { path: 'b', before: 'v1', now: 'v2' },
    { path: 'c', before: '', now: 'v1' },
  ]);
});
