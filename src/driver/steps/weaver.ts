import { readFileSync } from 'node:fs';
import { wasmPath } from '../../base/asset.ts';
import { likelyAnswer } from '../../lang/names/type-oracle.ts';
import type { Grammar } from '../../lang/syntax/grammar.ts';
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

/** A woven package, and whether that rests on likely answers. */
export interface WeaveOutcome extends WovenPackage {
  readonly isGuessed?: boolean;
}

/** Weaves packages; loads weaving when the first one needs it, or before, and tree-sitter when a text does. */
export class Weaver {
  private loaded: Promise<Weave> | undefined;
  private readonly plugins: PluginLoader;

  constructor(plugins: PluginLoader) {
    this.plugins = plugins;
  }

  /** Loads weaving before a package needs it, while go still loads packages. An error is one of the first package's. */
  prepare(): void {
    this.loaded ??= load();
    this.loaded.catch(() => {});
  }

  /**
   * @param types begins a conversation about the package; called once, if an aspect needs types
   * @param mayGuess takes likely answers where the compiler refutes what is woven with a wrong one
   */
  async weave(
    request: WeaveRequest,
    aspects: readonly Aspect[],
    types: () => Promise<OracleConversation>,
    mayGuess: boolean,
  ): Promise<WeaveOutcome> {
    this.loaded ??= load();
    const weave = await this.loaded;
    const plugins = await this.plugins(aspects);
    let conversation: OracleConversation | undefined;
    let isGuessed = false;
    try {
      const woven = await weave(request, aspects, plugins, async (questions) => {
        if (mayGuess && conversation === undefined && questions.every((question) => question.isRefutable)) {
          isGuessed = true;
          return questions.map(() => likelyAnswer);
        }
        conversation ??= await types();
        return conversation.ask(questions);
      });
      return { ...woven, isGuessed };
    } finally {
      conversation?.close();
    }
  }
}

async function load(): Promise<Weave> {
  const [{ lazyGrammar }, { weaveWithTypes }] = await Promise.all([
    import('../../weave/2-parse/lazy-grammar.ts'),
    import('../../weave/weave-with-types.ts'),
  ]);
  const withGrammar = lazyGrammar(loadTreeSitter);
  return (request, aspects, plugins, ask) =>
    withGrammar((grammar) => weaveWithTypes(request, aspects, { grammar, plugins }, ask));
}

async function loadTreeSitter(): Promise<Grammar> {
  const tree = await import('../../weave/2-parse/load-grammar.ts');
  return tree.loadTreeSitter({
    runtimeWasm: readFileSync(wasmPath('web-tree-sitter.wasm')),
    goWasm: readFileSync(wasmPath('tree-sitter-go.wasm')),
  });
}
