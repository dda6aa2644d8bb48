import { readFileSync } from 'node:fs';
import type { Aspect } from '../aspects/ir.ts';
import { wasmPath } from '../base/asset.ts';
import type { WeaveRequest, WovenPackage } from '../weave/weave-request.ts';

type Weave = (request: WeaveRequest, aspects: readonly Aspect[]) => WovenPackage;

/** Weaves packages; loads weaving and the grammar when the first one needs it, which most builds never do. */
export class Weaver {
  private loaded: Promise<Weave> | undefined;

  async weave(request: WeaveRequest, aspects: readonly Aspect[]): Promise<WovenPackage> {
    this.loaded ??= load();
    return (await this.loaded)(request, aspects);
  }
}

async function load(): Promise<Weave> {
  const [{ loadGrammar }, { weavePackage }] = await Promise.all([
    import('../weave/2-parse/grammar.ts'),
    import('../weave/weave-package.ts'),
  ]);
  const grammar = await loadGrammar({
    runtimeWasm: readFileSync(wasmPath('web-tree-sitter.wasm')),
    goWasm: readFileSync(wasmPath('tree-sitter-go.wasm')),
  });
  return (request, aspects) => weavePackage(request, aspects, { grammar });
}
