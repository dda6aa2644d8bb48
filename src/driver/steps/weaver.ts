import { readFileSync } from 'node:fs';
import { wasmPath } from '../../base/asset.ts';
import type { Plugins } from '../../rewrite/package-session.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';
import type { WeaveRequest, WovenPackage } from '../../weave/weave-request.ts';
import type { AskTypes } from '../../weave/weave-with-types.ts';
import type { OracleConversation } from './oracle.ts';
import type { PluginLoader } from './plugins.ts';

type Weave = (
  request: WeaveRequest,
  aspects: readonly Aspect[],
  plugins: Plugins | undefined,
  ask: AskTypes,
) => Promise<WovenPackage>;

/** Weaves packages; loads weaving and the grammar when the first one needs it, which most builds never do. */
export class Weaver {
  private loaded: Promise<Weave> | undefined;
  private readonly plugins: PluginLoader;

  constructor(plugins: PluginLoader) {
    this.plugins = plugins;
  }

  /** @param types begins a conversation about the package; called once, if an aspect needs types */
  async weave(
    request: WeaveRequest,
    aspects: readonly Aspect[],
    types: () => Promise<OracleConversation>,
  ): Promise<WovenPackage> {
    this.loaded ??= load();
    const weave = await this.loaded;
    const plugins = await this.plugins(aspects);
    let conversation: OracleConversation | undefined;
    try {
      return await weave(request, aspects, plugins, async (questions) => {
        conversation ??= await types();
        return conversation.ask(questions);
      });
    } finally {
      conversation?.close();
    }
  }
}

async function load(): Promise<Weave> {
  const [{ loadGrammar }, { weaveWithTypes }] = await Promise.all([
    import('../../weave/2-parse/load-grammar.ts'),
    import('../../weave/weave-with-types.ts'),
  ]);
  const grammar = await loadGrammar({
    runtimeWasm: readFileSync(wasmPath('web-tree-sitter.wasm')),
    goWasm: readFileSync(wasmPath('tree-sitter-go.wasm')),
  });
  return (request, aspects, plugins, ask) => weaveWithTypes(request, aspects, { grammar, plugins }, ask);
}
