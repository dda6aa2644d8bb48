import { n as moduleGraph, t as allowedModules } from "./chunk-module-graph.mjs";

export { allowedModules, moduleGraph };