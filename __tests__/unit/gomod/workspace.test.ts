import { expect, test } from 'vitest';
import { compareGo } from '../../../src/gomod/workspace.ts';

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
