import { n as readIfThere } from "./chunk-read-if-there.mjs";
import { r as parseModFile, t as isFolder } from "./chunk-mod-file.mjs";
import { dirname, join, resolve } from "node:path";

// src/cli/answers/local-trees.ts
/**
* The folders of a build's modules that someone may edit: main modules, and those that go.mod or go.work take from a folder.
*
* @param mains folders of the main modules
* @param goWork '' without a workspace
*/
function localTrees(mains, goWork) {
	const replaced = [...mains.map((dir) => join(dir, "go.mod")), ...goWork === "" ? [] : [goWork]].flatMap((file) => parseModFile(readIfThere(file)).replaces.flatMap(({ target, targetVersion }) => isFolder(target) && targetVersion === "" ? [resolve(dirname(file), target)] : []));
	return [.../* @__PURE__ */ new Set([...mains, ...replaced])];
}

export { localTrees as t };