import { n as settledState } from "./chunk-file-state.mjs";
import { n as readIfThere, r as statIfThere } from "./chunk-read-if-there.mjs";
import { n as weaverFiles } from "./chunk-weaver-code.mjs";
import { t as settingsFiles } from "./chunk-settings-file.mjs";
import { r as parseModFile } from "./chunk-mod-file.mjs";
import { accessSync, constants, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

// src/cli/start/decisive-files.ts
/** More files than this take as long to look at as all that is saved. */
const maxWatched = 2e3;
/**
* Files that decide what go and gots find out before a build, whatever it builds; those that are absent included.
*
* @param go the go command, of {@link plainGo}
*/
function decisiveFiles({ env, cwd, home }, { goRoot, goWork }, go) {
	return [
		go,
		process.execPath,
		join(goRoot, "VERSION"),
		...settingsFiles(env, goRoot),
		...modulesAbove(cwd),
		...memberFolders(goWork).map((dir) => join(dir, "go.mod")),
		...codeFiles(home)
	];
}
/**
* The go command that is run. A script in its place may choose a toolchain by files that are not known here.
*
* @returns undefined where PATH does not say it plainly, or where it is another than that of the toolchain in use
*/
function plainGo(context, { goRoot }) {
	const go = goProgram(context);
	return go !== void 0 && isSameFile(go, join(goRoot, "bin", "go")) ? go : void 0;
}
/** The compilers that go looks for: without one, it compiles no files that import "C" (cmd/go/internal/cfg, Go 1.24 to 1.27). */
const compilers = ["gcc", "clang"];
/** Where PATH has, or would have, a go command and a C compiler: a new one may be another go, or another choice of files. */
function programPlaces({ go, env }) {
	const names = go.includes("/") ? compilers : [go, ...compilers];
	return (env["PATH"] ?? "").split(":").flatMap((dir) => names.map((name) => `${dir}/${name}`));
}
function goProgram({ go, env }) {
	if (go.includes("/")) return go.startsWith("/") ? go : void 0;
	for (const dir of (env["PATH"] ?? "").split(":")) {
		if (!dir.startsWith("/")) return void 0;
		if (isProgram(`${dir}/${go}`)) return `${dir}/${go}`;
	}
}
function isProgram(path) {
	if (!statIfThere(path)?.isFile()) return false;
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
function isSameFile(a, b) {
	const [x, y] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }));
	return x !== void 0 && y !== void 0 && x.ino === y.ino && x.dev === y.dev;
}
/** States by path; undefined if one of them does not tell of later changes, or if there are too many. */
function statesOf(paths, startedMs) {
	if (paths.length > maxWatched) return void 0;
	const states = [];
	for (const path of paths) {
		const state = settledState(path, startedMs);
		if (state === void 0) return void 0;
		states.push([path, state]);
	}
	return states;
}
/** Each go.mod and go.work that is, or would be, the one that governs a folder. */
function modulesAbove(cwd) {
	const files = [];
	for (let dir = cwd;; dir = dirname(dir)) {
		files.push(join(dir, "go.mod"), join(dir, "go.work"));
		if (dir === dirname(dir)) return files;
	}
}
/** Folders of the members of a workspace; none without one. */
function memberFolders(goWork) {
	if (goWork === "") return [];
	return parseModFile(readIfThere(goWork)).uses.map((dir) => resolve(dirname(goWork), dir));
}
/** What the hash of the weaver's code is made of, and the folders that a new file would show in. */
function codeFiles(home) {
	const folders = ["helper/shim", "helper/oracle"].map((name) => join(home, name));
	return [
		join(home, "dist", "weaver.json"),
		...folders,
		...weaverFiles(home)
	];
}

export { statesOf as a, programPlaces as i, memberFolders as n, plainGo as r, decisiveFiles as t };