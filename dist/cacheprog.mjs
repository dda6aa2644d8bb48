import * as module from "node:module";
import { dirname, join } from "node:path";
import { lstatSync, mkdirSync } from "node:fs";

// src/base/trust.ts
const others = {
	group: 16,
	world: 2
};
/**
* Why a file or folder is not to be used: another user made it, or may have written to it, or its owner may not read it. The administrator may change any
* file anyway, so files of root are believed.
*
* @param who `group`: where members of its group may not write either
* @returns undefined if it may be used
*/
function distrust({ uid, mode }, who, me = process.getuid?.()) {
	if (me === void 0) return void 0;
	if (uid !== me && uid !== 0) return `it belongs to user ${uid}`;
	if ((mode & others.world) !== 0) return "every user may write to it";
	if (uid === me && (mode & 256) === 0) return "its owner may not read it";
	return who === "group" && (mode & others.group) !== 0 ? "its group may write to it" : void 0;
}

// src/base/compile-cache.ts
const { enableCompileCache: ofNode } = module;
/**
* Lets Node keep compiled code between runs, where it can (Node 22.1 and newer): start-up counts on every build.
*
* @param dir where it is kept, made if need be; Node's own choice by default. Not used where others may write: Node runs what lies there
*/
function enableCompileCache(dir, enable = ofNode) {
	if (enable && (dir === void 0 || isOwn(dir))) enable(dir);
}
function isOwn(dir) {
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

// src/driver/main.ts
/** The cache program: it lets Node keep the compiled code before it loads any. */
const { GOTS_PLAN: planFile = "" } = process.env;
if (planFile !== "") enableCompileCache(join(dirname(dirname(dirname(planFile))), "code"));
const { serveBuild } = await import("./server.mjs");
await serveBuild(process.env);

export {  };