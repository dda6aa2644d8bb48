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

// src/cli/answers/planned-sources.ts
/**
* What the answer to a question about a planned build follows from.
*
* @param folders those of packages that the answer is about, wherever they lie
* @returns undefined where the answer is not to be kept
*/
function plannedSources({ plan, goEnv, context }, folders) {
	if (context.log.warnings() > 0 || plan.aspectFiles.some(({ path }) => isPlugin(path))) return void 0;
	const trees = localTrees(plan.moduleDirs, goEnv.goWork);
	return {
		goEnv,
		inputs: plan.inputs.map(({ path }) => path),
		sources: {
			trees,
			folders: [...new Set(folders)].sort()
		}
	};
}
/** Whether an aspect file is code of a plug-in. */
function isPlugin(path) {
	return /\.m?js$/.test(path);
}

export { plannedSources as n, localTrees as r, isPlugin as t };