import { r as seconds } from "./chunk-amounts.mjs";
import { t as distrust } from "./chunk-trust.mjs";
import { a as exportVariable, c as notice, d as setSecret, f as startGroup, i as error, l as saveState, o as info, p as warning, r as endGroup, t as addPath, u as setOutput } from "./chunk-core.mjs";
import * as module from "node:module";
import { lstatSync, mkdirSync } from "node:fs";
import { randomBytes } from "node:crypto";

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

// src/action/runner/commands.ts
const tell = {
	notice,
	warning,
	error
};
/**
* The commands of the runner that started this process, by the toolkit's @actions/core. `foreign` and `addMatcher` are
* written here because the toolkit lacks them.
*
* @param env the runner's variables
* @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
*/
function workflowCommands(env) {
	const ifFile = (variable, tell) => (name, value) => {
		if (env[variable]) tell(name, value);
	};
	return {
		line: info,
		annotate: (level, message, { file, line, column, title } = {}) => tell[level](message, {
			...title !== void 0 && { title },
			...file !== void 0 && { file },
			...line !== void 0 && { startLine: line },
			...column !== void 0 && { startColumn: column }
		}),
		group: async (title, body) => {
			const started = Date.now();
			startGroup(title);
			try {
				return await body();
			} finally {
				info(`(${seconds(Date.now() - started)})`);
				endGroup();
			}
		},
		foreign: async (body) => {
			const token = `gots-${randomBytes(24).toString("hex")}`;
			info(`::stop-commands::${token}`);
			try {
				return await body();
			} finally {
				info(`::${token}::`);
			}
		},
		mask: (secret) => {
			for (const part of secret.split(/\r?\n/)) if (part.trim() !== "") setSecret(part);
		},
		addMatcher: (file) => info(`::add-matcher::${file.replaceAll("%", "%25")}`),
		setOutput: ifFile("GITHUB_OUTPUT", setOutput),
		exportVariable: ifFile("GITHUB_ENV", exportVariable),
		addPath: (folder) => ifFile("GITHUB_PATH", addPath)(folder, ""),
		saveState: ifFile("GITHUB_STATE", saveState)
	};
}

export { enableCompileCache as n, workflowCommands as t };