import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type WasmAsset = 'web-tree-sitter.wasm' | 'tree-sitter-go.wasm';

const packages: Readonly<Record<WasmAsset, string>> = {
  'web-tree-sitter.wasm': 'web-tree-sitter/web-tree-sitter.wasm',
  // The package lists no exports, so its files are reachable by path.
  'tree-sitter-go.wasm': 'tree-sitter-go/tree-sitter-go.wasm',
};

/** Absolute path of a .wasm file: beside the bundle this code is part of (dist/), else in node_modules. */
export function wasmPath(asset: WasmAsset): string {
  const beside = join(dirname(fileURLToPath(import.meta.url)), asset);
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve(packages[asset]);
}
