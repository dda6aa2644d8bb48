import { expect, test } from 'vitest';
import { compareGo, someVersion } from '../../../src/gomod/versions.ts';

test.each([
  ['1.24', '1.24.0', 0],
  ['1.24.1', '1.24', 1],
  ['1.9', '1.10', -1],
  ['1.26rc1', '1.26.0', -1],
  ['1.26beta1', '1.26rc1', -1],
  ['1.26.8', '1.27rc2', -1],
])('%s against %s', (a, b, sign) => {
  expect(Math.sign(compareGo(a, b))).toBe(sign);
  expect(Math.sign(compareGo(b, a)) + 0).toBe(sign === 0 ? 0 : -sign);
});

test.each([
  ['example.com/m', 'v0.0.0'],
  ['example.com/m/v9', 'v9.0.0'],
  ['example.com/v2/m', 'v0.0.0'],
  ['gopkg.in/m.v3', 'v3.0.0'],
])('a version that go takes for %s', (path, version) => {
  expect(someVersion(path)).toBe(version);
});
