import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// src/base/asset.ts
const packages = {
	"web-tree-sitter.wasm": "web-tree-sitter/web-tree-sitter.wasm",
	"tree-sitter-go.wasm": "tree-sitter-go/tree-sitter-go.wasm"
};
/** Absolute path of a .wasm file: beside the bundle this code is part of (dist/), else in node_modules. */
function wasmPath(asset) {
	const beside = join(dirname(fileURLToPath(import.meta.url)), asset);
	return existsSync(beside) ? beside : createRequire(import.meta.url).resolve(packages[asset]);
}

export { wasmPath as t };