import { t as distrust } from "./chunk-trust.mjs";
import * as module from "node:module";
import { lstatSync, mkdirSync } from "node:fs";

// src/base/compile-cache.ts
const { enableCompileCache: ofNode } = module;
/**
* Lets Node keep compiled code between runs, where it can (Node 22.1 and newer): start-up counts on every build.
*
* @param dir where it is kept, made if need be; Node's own choice by default. Not used where others may write: Node runs what lies there
*/
function enableCompileCache(dir, enable = ofNode) {
	if (enable && (dir === void 0 || claimCodeFolder(dir))) enable(dir);
}
/** Makes a folder for compiled code; false where there is none, or where others may write to it: what lies in it is run. */
function claimCodeFolder(dir) {
	try {
		mkdirSync(dir, {
			recursive: true,
			mode: 448
		});
		const stat = lstatSync(dir);
		return stat.isDirectory() && distrust(stat, "group") === void 0;
	} catch {
		return false;
	}
}

export { enableCompileCache as t };