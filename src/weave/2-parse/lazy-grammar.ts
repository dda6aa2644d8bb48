import type { Grammar } from '../../lang/syntax/grammar.ts';
import type { SourceFile } from '../../lang/syntax/source.ts';
import { outlinePlain, parsePlain } from './descent/parse-plain.ts';

/** A text needs tree-sitter, which is not loaded yet. */
class NeedsTreeSitter extends Error {}

/** Runs `use` with a grammar; again with tree-sitter, where a text turns out to need it. So `use` must be pure. */
export type WithGrammar = <T>(use: (grammar: Grammar) => Promise<T>) => Promise<T>;

/**
 * A grammar that loads tree-sitter when a text needs it: the first parse there takes 20 MB, and most builds can do without.
 *
 * @param load called once at most
 */
export function lazyGrammar(load: () => Promise<Grammar>): WithGrammar {
  let loading: Promise<Grammar> | undefined;
  let loaded: Grammar | undefined;
  const inDoubt = (source: SourceFile) => {
    if (loaded === undefined) throw new NeedsTreeSitter();
    return loaded.parse(source);
  };
  const grammar: Grammar = {
    parse: (source) => parsePlain(source) ?? inDoubt(source),
    outline: (source) => outlinePlain(source) ?? inDoubt(source),
  };
  return async (use) => {
    try {
      return await use(grammar);
    } catch (error) {
      if (!(error instanceof NeedsTreeSitter)) throw error;
    }
    loading ??= load();
    loaded = await loading;
    return use(grammar);
  };
}
