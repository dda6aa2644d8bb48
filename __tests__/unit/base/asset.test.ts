import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wasmPath } from '../../../src/base/asset.ts';

test.each(['web-tree-sitter.wasm', 'tree-sitter-go.wasm'] as const)('%s is found', (asset) => {
  expect(readFileSync(wasmPath(asset)).subarray(0, 4).toString('latin1')).toBe('\0asm');
});
