import { expect, test } from 'vitest';
import { matchesPattern, packageFilterMatches, pathMatch } from '../../../../src/lang/patterns/path-match.ts';

test.each([
  ['*', 'a/b/c', true],
  ['**', 'a/b/c', true],
  ['a/*', 'a/b', true],
  ['a/*', 'a/b/c', false],
  ['a/**', 'a', true],
  ['a/**', 'a/b/c', true],
  ['a/**', 'ab', false],
  ['**/c', 'c', true],
  ['**/c', 'a/b/c', true],
  ['**/c', 'a/b/cd', false],
  ['a/**/d', 'a/d', true],
  ['a/**/d', 'a/b/c/d', true],
  ['a/**/d', 'a/b/c/e', false],
  ['a**', 'abc', true],
  ['a**', 'abc/d/e', true],
  ['**b', 'x/y/ab', true],
  ['a**b', 'ax/y/zb', true],
  ['a**b', 'axb', false],
  ['x/[a-c]?', 'x/b1', true],
  ['x/[^a-c]?', 'x/b1', false],
  ['x/[', 'x/[', false],
  ['a-b/**', 'a-b/c-d', true],
  ['', '', true],
])('pattern %j on %j: %j', (pattern, path, expected) => {
  expect(matchesPattern(pattern, path)).toBe(expected);
});

// What Go 1.26's path.Match answers, malformed patterns counting as false.
test.each([
  ['a\\*b', 'a*b', true],
  ['a\\*b', 'axb', false],
  ['a\\', 'a', false],
  ['[\\-]', '-', true],
  ['[x-]', 'x', false],
  ['[a-]', '-', false],
  ['[-a]', 'a', false],
  ['[]a]', ']', false],
  ['[c-a]', 'b', false],
  ['[日-本]', '月', true],
  ['?', '日', true],
  ['a.c', 'abc', false],
  ['a-*', 'a-b', true],
  ['a\\-b', 'a-b', true],
  ['a-b', 'a', false],
  ['(a|b)+{1}$^', '(a|b)+{1}$^', true],
])('path.Match(%j, %j) is %j', (pattern, text, expected) => {
  expect(pathMatch(pattern, text)).toBe(expected);
});

test('a root filter looks at the path inside the root module', () => {
  const facts = (importPath: string) => ({
    importPath,
    imports: new Set<string>(),
    testMain: false,
    rootModule: 'example.com/m',
  });
  const inRoot = (importPath: string, pattern?: string) =>
    packageFilterMatches({ root: true, pattern }, facts(importPath));
  expect(inRoot('example.com/m')).toBe(true);
  expect(inRoot('example.com/m/a')).toBe(true);
  expect(inRoot('example.com/mm')).toBe(false);
  expect(inRoot('example.com/m', '.')).toBe(true);
  expect(inRoot('example.com/m/a/b', 'a/*')).toBe(true);
  expect(inRoot('example.com/m/a/b', 'example.com/**')).toBe(false);
  expect(packageFilterMatches({ root: true }, { ...facts('a'), rootModule: undefined })).toBe(false);
});

test('every ASCII character stands for itself, quoted in Go with a backslash or not', () => {
  for (let code = 32; code < 127; code++) {
    const c = String.fromCharCode(code);
    if (!'*?[\\'.includes(c)) expect(pathMatch(`x${c}y`, `x${c}y`), c).toBe(true);
    expect(pathMatch(`x\\${c}y`, `x${c}y`), c).toBe(true);
    expect(pathMatch(`x[\\${c}]y`, `x${c}y`), c).toBe(true);
  }
});
