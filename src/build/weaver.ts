import { readFileSync } from 'node:fs';
import type { Aspect } from '../aspects/ir.ts';
import { wasmPath } from '../base/asset.ts';
import { type Grammar, loadGrammar } from '../weave/2-parse/grammar.ts';
import { weavePackage } from '../weave/weave-package.ts';
import type { WeaveRequest, WovenPackage } from '../weave/weave-request.ts';

/** Weaves packages; loads the grammar when the first one needs it, which most builds never do. */
export class Weaver {
  private grammar: Promise<Grammar> | undefined;

  async weave(request: WeaveRequest, aspects: readonly Aspect[]): Promise<WovenPackage> {
    this.grammar ??= loadGrammar({
      runtimeWasm: readFileSync(wasmPath('web-tree-sitter.wasm')),
      goWasm: readFileSync(wasmPath('tree-sitter-go.wasm')),
    });
    return weavePackage(request, aspects, { grammar: await this.grammar });
  }
}
