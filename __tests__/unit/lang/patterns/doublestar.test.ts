import { expect, test } from 'vitest';
import { doublestar } from '../../../../src/lang/patterns/doublestar.ts';

test.each([
  ['a/*', 'a/b', true],
  ['a/*', 'a', false],
  ['a/*', 'a/b/c', false],
  ['a/**', 'a', true],
  ['a/**', 'a/b/c', true],
  ['a/**', 'ab', false],
  ['**/c', 'c', true],
  ['**/c', 'a/b/c', true],
  ['**/c', 'abc', false],
  ['a/**/d', 'a/d', true],
  ['a/**/d', 'a/b/c/d', true],
  ['a/**/d', 'ad', false],
  ['**', 'a/b', true],
  ['a**', 'abc', true],
  ['a**', 'ab/c', false],
  ['a?c', 'abc', true],
  ['a?c', 'a/c', false],
  ['a/[b-d]', 'a/c', true],
  ['a/[^b-d]', 'a/c', false],
  ['a/[!b]', 'a/c', true],
  ['a/{b,c/*}', 'a/c/d', true],
  ['a/{b,c/*}', 'a/c', false],
  ['{a,b}/**', 'b', true],
  ['a\\*', 'a*', true],
  ['a.b', 'axb', false],
  ['a-b/*', 'a-b/c', true],
  ['a/[b-]', 'a/-', true],
  ['a/[-b]', 'a/-', true],
  ['a/[b\\-d]', 'a/c', false],
])('%s on %s', (pattern, path, expected) => {
  expect(doublestar(pattern).test(path)).toBe(expected);
});

test.each(['a[', 'a[]', 'a{b', 'a}', 'a\\'])('%s is malformed', (pattern) => {
  expect(() => doublestar(pattern)).toThrow(SyntaxError);
});
