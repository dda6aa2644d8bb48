import { readFileSync } from 'node:fs';
import { wasmPath } from '../base/asset.ts';
import type { Grammar } from '../lang/syntax/grammar.ts';
import { loadGrammar } from '../weave/2-parse/load-grammar.ts';

/** The Go grammar, from the files beside the bundle. */
export function readGrammar(): Promise<Grammar> {
  return loadGrammar({
    runtimeWasm: readFileSync(wasmPath('web-tree-sitter.wasm')),
    goWasm: readFileSync(wasmPath('tree-sitter-go.wasm')),
  });
}
