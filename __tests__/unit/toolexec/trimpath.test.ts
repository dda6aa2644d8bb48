import { expect, test } from 'vitest';
import { applyRewrites } from '../../../src/toolexec/trimpath.ts';

test('paths are rewritten as the compiler rewrites them', () => {
  const rewrites = '/tmp/b001=>;/home/u/m/lib=>example.com/m/lib;/overlay/x.txt=>/home/u/m/lib/x.go;/cut';
  expect(applyRewrites('/tmp/b001/_cgo_gotypes.go', rewrites)).toBe('_cgo_gotypes.go');
  expect(applyRewrites('/home/u/m/lib/lib.go', rewrites)).toBe('example.com/m/lib/lib.go');
  expect(applyRewrites('/home/u/m/lib', rewrites)).toBe('example.com/m/lib');
  expect(applyRewrites('/home/u/m/library/lib.go', rewrites)).toBe('/home/u/m/library/lib.go');
  expect(applyRewrites('/overlay/x.txt', rewrites)).toBe('/home/u/m/lib/x.go');
  expect(applyRewrites('/cut/a.go', rewrites)).toBe('a.go');
  expect(applyRewrites('/cut/a.go', '')).toBe('/cut/a.go');
});
