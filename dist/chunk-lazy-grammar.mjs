import "./chunk-rolldown-runtime.mjs";
import { n as parsePlain, t as outlinePlain } from "./chunk-parse-plain.mjs";

// src/weave/2-parse/lazy-grammar.ts
/** A text needs tree-sitter, which is not loaded yet. */
var NeedsTreeSitter = class extends Error {};
/**
* A grammar that loads tree-sitter when a text needs it: the first parse there takes 20 MB, and most builds can do without.
*
* @param load called once at most
*/
function lazyGrammar(load) {
	let loading;
	let loaded;
	const inDoubt = (source) => {
		if (loaded === void 0) throw new NeedsTreeSitter();
		return loaded.parse(source);
	};
	const grammar = {
		parse: (source) => parsePlain(source) ?? inDoubt(source),
		outline: (source) => outlinePlain(source) ?? inDoubt(source)
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

export { lazyGrammar };