import * as module from "node:module";

// src/base/compile-cache.ts
/** Lets Node keep compiled code between runs, where it can (Node 22.1 and newer): start-up counts on every build. */
function enableCompileCache() {
	module.enableCompileCache?.();
}

export { enableCompileCache as t };