import { n as holdsGo } from "./chunk-module-folder.mjs";
import { xn as pathAndParents } from "./chunk-ask.mjs";
import { join } from "node:path";

// src/gomod/module-table.ts
const found = /* @__PURE__ */ new WeakMap();
/**
* The module that holds a package; undefined for the standard library and for packages of no module.
*
* As the go command does (modload/import.go, importFromModules): of the modules whose path the import path begins with, the
* one in which there is such a folder with a Go file; only where there are several, folders are looked at.
*/
function moduleOf(table, importPath) {
	let known = found.get(table);
	if (!known) {
		known = /* @__PURE__ */ new Map();
		found.set(table, known);
	}
	if (!known.has(importPath)) known.set(importPath, table.vendored[importPath] ?? search(table, importPath));
	const path = known.get(importPath);
	return path === void 0 ? void 0 : {
		path,
		version: table.versions[path] ?? ""
	};
}
function search({ versions, dirs }, importPath) {
	const candidates = [];
	for (const path of pathAndParents(importPath)) if (Object.hasOwn(versions, path)) candidates.push(path);
	if (candidates.length < 2) return candidates[0];
	return candidates.find((path) => {
		const dir = dirs[path];
		return dir !== void 0 && holdsGo(join(dir, importPath.slice(path.length)));
	}) ?? candidates[0];
}
/**
* Reads vendor/modules.txt: `# path version`, `# path version => path [version]`, and the packages of each module below it.
*/
function vendoredModules(modulesTxt) {
	const versions = {};
	const vendored = {};
	let module;
	for (const line of modulesTxt.split(/\r?\n/)) {
		const [path, ...rest] = line.startsWith("# ") ? line.slice(2).split(" ") : [];
		if (path !== void 0) {
			const arrow = rest.indexOf("=>");
			module = path;
			versions[path] = (arrow < 0 ? rest[0] : rest[arrow + 2]) ?? "";
		} else if (module !== void 0 && line !== "" && !line.startsWith("#")) vendored[line] = module;
	}
	return {
		versions,
		dirs: {},
		vendored
	};
}
/** The folder that a package of a module of the build has, or would have. */
function packageDir(table, importPath) {
	const path = search(table, importPath);
	const dir = path === void 0 ? void 0 : table.dirs[path];
	return dir === void 0 ? void 0 : join(dir, importPath.slice(path.length));
}

export { packageDir as n, vendoredModules as r, moduleOf as t };