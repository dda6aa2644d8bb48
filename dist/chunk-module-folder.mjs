import { t as namesIfThere } from "./chunk-read-if-there.mjs";
import { readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

// src/base/module-folder.ts
/** Path in the go.mod of a module's directory; '' if it cannot be read. */
function modulePathOf(dir) {
	return /^module\s+"?([^\s"]+)/m.exec(goMod(dir) ?? "")?.[1] ?? "";
}
/** The innermost directory with a go.mod that holds `dir`; undefined outside any module. */
function moduleAbove(dir) {
	for (let at = dir;; at = dirname(at)) {
		if (hasGoMod(at)) return at;
		if (dirname(at) === at) return void 0;
	}
}
/** {@link moduleAbove} of a directory, symbolic links resolved; undefined if there is no such directory. */
function moduleDirOf(cwd) {
	let dir;
	try {
		dir = realpathSync(cwd);
	} catch {
		return;
	}
	return moduleAbove(dir);
}
/** Whether a directory has Go files; false where there is none. */
function holdsGo(dir) {
	return namesIfThere(dir).some((name) => name.endsWith(".go"));
}
/** Whether a directory has a go.mod that can be read. */
function hasGoMod(dir) {
	return goMod(dir) !== void 0;
}
function goMod(dir) {
	try {
		return readFileSync(join(dir, "go.mod"), "utf8");
	} catch {
		return;
	}
}

export { modulePathOf as a, moduleDirOf as i, holdsGo as n, moduleAbove as r, hasGoMod as t };