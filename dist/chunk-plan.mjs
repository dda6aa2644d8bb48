import { n as sha256 } from "./chunk-hash.mjs";
import { readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

// src/build/plan.ts
/** Version of gots: part of every key, of the linker's salt and of the build settings in woven binaries. */
const weaverVersion = "0.1.0";
function readPlan(file) {
	return JSON.parse(readFileSync(file, "utf8"));
}
function hashFile(path) {
	try {
		return sha256(readFileSync(path));
	} catch {
		return "";
	}
}
/** The state of a {@link PlanInput}. */
function hashInput(path) {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? stampOf(path) : hashFile(path);
}
/** Names, sizes and times of all files below a folder: vendor/ holds too many to read them in every build. */
function stampOf(dir) {
	const lines = readdirSync(dir, {
		recursive: true,
		encoding: "utf8"
	}).sort();
	const describe = (name) => {
		const { size, mtimeMs } = statSync(join(dir, name));
		return `${name} ${size} ${mtimeMs}`;
	};
	return sha256(lines.map(describe).join("\n"));
}
/** The first input that is not as it was, or undefined. */
function staleInput(plan) {
	return plan.inputs.find((input) => hashInput(input.path) !== input.hash)?.path;
}
/** Path in the go.mod of a module's directory; '' if it cannot be read. */
function modulePathOf(dir) {
	try {
		return /^module\s+"?([^\s"]+)/m.exec(readFileSync(join(dir, "go.mod"), "utf8"))?.[1] ?? "";
	} catch {
		return "";
	}
}
/** Directory of the go.mod that governs `cwd`, symbolic links resolved; undefined outside any module. */
function moduleDirOf(cwd) {
	let dir;
	try {
		dir = realpathSync(cwd);
	} catch {
		return;
	}
	for (;;) {
		if (hashFile(join(dir, "go.mod")) !== "") return dir;
		const parent = dirname(dir);
		if (parent === dir) return void 0;
		dir = parent;
	}
}

export { readPlan as a, modulePathOf as i, hashInput as n, staleInput as o, moduleDirOf as r, weaverVersion as s, hashFile as t };