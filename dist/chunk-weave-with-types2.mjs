import { n as weaveWithTypes, t as answered } from "./chunk-weave-with-types.mjs";

export { answered, weaveWithTypes };