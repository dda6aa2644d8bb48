import { t as loadGrammar } from "./chunk-grammar.mjs";

export { loadGrammar };