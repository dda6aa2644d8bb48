import { n as loadTreeSitter, t as loadGrammar } from "./chunk-load-grammar.mjs";

export { loadTreeSitter };