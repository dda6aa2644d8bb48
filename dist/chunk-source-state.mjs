import { t as hashParts } from "./chunk-hash.mjs";
import { n as settledState, t as fileState } from "./chunk-file-state.mjs";
import { readdirSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";

// src/cli/answers/answer-note.ts
const answerKind = "answer 1";
/** Commands whose answers are kept: they print what follows from files, and change none. */
const answering = /* @__PURE__ */ new Set([
	"explain",
	"lint",
	"diff"
]);
/** Variables that shells and terminals change by themselves, and that have no say here. */
const restless = /* @__PURE__ */ new Set([
	"_",
	"SHLVL",
	"OLDPWD",
	"COLUMNS",
	"LINES",
	"GOTS_STATS"
]);
/** With these, commands do or print more than what is kept. */
const unkept = [
	"GOTS_DEBUG",
	"GOTS_TOUCHED",
	"GOTS_SAVED",
	"GOTS_PLAN",
	"GOTS_TOOLEXEC"
];
/**
* Where the answer to a command line is kept, named by all that is given to it.
*
* @returns undefined for a command line whose answer is not kept
*/
function answerFile({ cwd, env, home, cacheDir }, command, argv) {
	if (!answering.has(command) || unkept.some((name) => env[name])) return void 0;
	const settings = Object.entries(env).filter(([name]) => !restless.has(name));
	const parts = [
		cwd,
		home,
		process.execPath,
		process.version,
		"arguments",
		...argv,
		"environment"
	];
	const name = hashParts(answerKind, ...parts, ...settings.map((each) => each.join("=")).sort()).slice(0, 32);
	return join(cacheDir, "builds", `${name}.answer`);
}

// src/cli/answers/source-state.ts
/** Files that go looks at in a folder of sources, and those that configure what is woven. */
const decisive = /^go\.(mod|sum|work|work\.sum)$|\.(go|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|s|S|sx|swig|swigcxx|syso|ya?ml)$/;
/** Folders of these names hold no packages for go (`go help packages`); one that is asked about is named by itself. */
const passedOver = /^[._]|^testdata$/;
/** More files than this take as long to look at as all that is saved. */
const maxFiles = 1e4;
/**
* What tells states of sources apart: the names in their folders, and of each file that decides mode, size, times and inode. Other files,
* such as a program that is built into its package's folder, do not count.
*
* @param beforeMs where given, in ms since 1970: when reading of the sources began
* @returns undefined if there are too many files, or if one changed after that, or so shortly before that another change might not show
*/
function sourceState({ trees, folders }, beforeMs) {
	const hash = createHash("sha256");
	const seen = /* @__PURE__ */ new Set();
	const todo = [...trees.map((dir) => ({
		dir,
		isRoot: true,
		isTree: true
	})), ...folders.map(alone)];
	let files = 0;
	for (const { dir, isRoot, isTree } of todo) {
		if (seen.has(dir)) continue;
		seen.add(dir);
		if (beforeMs !== void 0 && settledState(dir, beforeMs) === void 0) return void 0;
		const entries = entriesOf(dir);
		hash.update(`${dir}\n${entries.length}\n`);
		const goesOn = isTree && (isRoot || !entries.some(({ name }) => name === "go.mod"));
		for (const entry of entries) if (entry.isDirectory()) {
			if (goesOn) todo.push({
				dir: join(dir, entry.name),
				isRoot: false,
				isTree: true
			});
		} else if (!addFile(hash, join(dir, entry.name), beforeMs)) return void 0;
		files += entries.length + 1;
		if (files > maxFiles) return void 0;
	}
	return hash.digest("hex");
}
function alone(dir) {
	return {
		dir,
		isRoot: true,
		isTree: false
	};
}
/** The entries that decide; none of a folder that is not there. */
function entriesOf(dir) {
	let entries;
	try {
		entries = readdirSync(dir, { withFileTypes: true });
	} catch {
		return [];
	}
	return entries.filter((entry) => entry.isDirectory() ? !passedOver.test(entry.name) : decisive.test(entry.name)).sort((a, b) => a.name < b.name ? -1 : 1);
}
function addFile(hash, path, beforeMs) {
	const state = beforeMs === void 0 ? fileState(path) : settledState(path, beforeMs);
	if (state !== void 0) hash.update(`${path} ${state}\n`);
	return state !== void 0;
}

export { answerFile as n, answerKind as r, sourceState as t };