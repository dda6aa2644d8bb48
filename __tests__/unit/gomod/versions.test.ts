import { expect, test } from 'vitest';
import { compareGo, compareModuleVersions, someVersion } from '../../../src/gomod/versions.ts';

test.each([
  ['1.24', '1.24.0', -1],
  ['1.24', '1.24rc1', -1],
  ['1.24rc2', '1.24.0', -1],
  ['1.20', '1.20.0', 0],
  ['1.24', '1.24', 0],
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

test.each([
  ['v1.2.3', 'v1.2.3', 0],
  ['v1.10.0', 'v1.9.0', 1],
  ['v2.0.0-rc.2', 'v2.0.0-rc.10', -1],
  ['v2.0.0-rc.2', 'v2.0.0', -1],
  ['v1.0.0', 'v1.0.0+incompatible', 0],
  ['v0.0.0-20260101000000-aaaaaaaaaaaa', 'v0.0.0-20260102000000-000000000000', -1],
  ['v0.0.0-alpha', 'v0.0.0-1', 1],
  ['', 'v0.0.0', -1],
])('%s against %s, as module versions', (a, b, sign) => {
  expect(Math.sign(compareModuleVersions(a, b))).toBe(sign);
  expect(Math.sign(compareModuleVersions(b, a)) + 0).toBe(sign === 0 ? 0 : -sign);
});
