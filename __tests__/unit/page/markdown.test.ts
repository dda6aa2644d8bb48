import { expect, test } from 'vitest';
import { compareBuilds } from '../../../src/manifest/compare.ts';
import { changeSection, markdownReport, packageTable, uncoveredLine } from '../../../src/page/markdown.ts';
import { byteLength, code, fitting, plain, table } from '../../../src/page/markdown-text.ts';
import { pageModel } from '../../../src/page/model.ts';
import { exampleManifest, wovenPackage } from '../../support/example-manifest.ts';

test.each([
  ['a`b', '``a`b``'],
  ['`a``', '``` `a`` ```'],
  ['two\nlines', '`two lines`'],
  ['', '–'],
])('%j as a code span is %j', (text, span) => {
  expect(code(text)).toBe(span);
});

test('nothing in plain text is markup or a mention', () => {
  expect(plain('@me [x](http://a) <b>')).not.toMatch(/[@[\]()<>:]/);
});

test('a bar in a cell does not end it, rows beyond the limit are counted', () => {
  expect(
    table(
      ['A', 'B'],
      [
        ['x|y', '1'],
        ['z', '2'],
        ['w', '3'],
      ],
      1,
    ).split('\n'),
  ).toEqual(['| A | B |', '| --- | --- |', '| x\\|y | 1 |', '| … and 2 more, in the report |  |']);
});

test('a document is shortened until it fits, counted in bytes', () => {
  const render = (most: number) => 'ä'.repeat(Math.min(most, 400));
  const text = fitting(render, 600);
  expect(byteLength(text)).toBe(600);
  expect(fitting(render, 5)).toBe('');
});

test('the report names every join point and shows every diff', () => {
  const model = pageModel([exampleManifest([wovenPackage('m/a', [1, 7]), wovenPackage('m/b', [3])])]);
  const text = markdownReport(model);
  expect(text).toContain('# 3 join points in 2 packages');
  expect(text).toContain('| `file.go:7:2` | `trace` | function FuncDecl |');
  expect(text).toContain('+\tdefer trace("f3")()');
  expect(text).toContain('| `shop` `linux/amd64` | 12.0 MB | 10.0 MB | +20.0 % |');
  expect(text).toContain('raised from `v0.36.0`');
  expect(text).toContain('1 aspect matched nothing');
});

test('the report names the libraries without an aspect, those of all targets', () => {
  const library = (path: string) => ({ path, version: 'v1.0.0' });
  const build = (...paths: string[]) => exampleManifest([wovenPackage('m', [1])], { uncovered: paths.map(library) });
  const model = pageModel([build('y'), build('x', 'y')]);
  expect(markdownReport(model)).toContain('\n\nNo aspect for `x` `v1.0.0`, `y` `v1.0.0`\n\n');
  expect(uncoveredLine(model, 1)).toBe('No aspect for `x` `v1.0.0` and 1 more');
  expect(markdownReport(pageModel([build()]))).not.toContain('No aspect');
  expect(markdownReport(pageModel([exampleManifest([])]))).not.toContain('No aspect');
});

test('a diff with a fence in it stays inside of its own', () => {
  const hostile = wovenPackage('m', [1], { files: [{ name: 'f.go', added: true, diff: '+```\n+# out' }] });
  expect(markdownReport(pageModel([exampleManifest([hostile])]))).toContain('````diff\n+```\n+# out\n````');
});

test('targets are told apart only where they weave differently', () => {
  const same = wovenPackage('m/same', [1]);
  const one = exampleManifest([same, wovenPackage('m/own', [1])]);
  const two = exampleManifest([same, wovenPackage('m/own', [2])], { target: 'windows/amd64' });
  const rows = packageTable(pageModel([one, two]), 10)
    .split('\n')
    .slice(2);
  expect(rows).toEqual([
    '| `m/own` | `trace` | 1 | `linux/amd64` |',
    '| `m/own` | `trace` | 1 | `windows/amd64` |',
    '| `m/same` | `trace` | 1 | all |',
  ]);
});

test('times are compared where both builds compiled as many packages', () => {
  const [build] = [exampleManifest([wovenPackage('m', [1])])];
  const row = (compiled: number, plain: { plainBuildMs?: number; plainCompiled?: number }) =>
    /^\| Build.*$/m.exec(
      markdownReport(pageModel([{ ...build, timings: { buildMs: 3000, compiled, ...plain } }])),
    )?.[0];
  expect(row(4, { plainBuildMs: 2000, plainCompiled: 4 })).toMatch(/\| 3\.0 s \| 2\.0 s \| \+50\.0 % \|$/);
  expect(row(12, { plainBuildMs: 2000, plainCompiled: 0 })).toMatch(
    /\| 2\.0 s \| 12 packages compiled woven, 0 plain \|$/,
  );
  expect(row(12, { plainBuildMs: 2000 })).toMatch(/\| 3\.0 s \| 2\.0 s \| +\|$/);
  expect(row(12, {})).toMatch(/\| 3\.0 s \| +\| +\|$/);
});

test('what changed is listed, what moved is folded away', () => {
  const before = exampleManifest([wovenPackage('m', [1, 5])]);
  const now = exampleManifest([wovenPackage('m', [2, 5]), wovenPackage('m/new', [9])]);
  const text = changeSection(compareBuilds([before], [now]), '`main`', 10);
  expect(text).toContain('**Against `main`**: 1 new, 1 moved.');
  expect(text).toContain('| new | `m/new/file.go:9` | `trace` |');
  expect(text).toMatch(/<details><summary>1 join point moved<\/summary>[\s\S]*`m\/file\.go:1` \| `m\/file\.go:2`/);
  expect(changeSection(compareBuilds([now], [now]), '`main`', 10)).toBe(
    '**Against `main`**: the same join points and modules.',
  );
});
