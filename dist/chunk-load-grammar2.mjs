import { t as loadGrammar } from "./chunk-load-grammar.mjs";

export { loadGrammar };