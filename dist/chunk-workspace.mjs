import { d as workspaceGoTooOld, f as workspaceModFlag, p as workspaceUnresolved } from "./chunk-cli.mjs";
import { t as hashParts } from "./chunk-hash.mjs";
import { n as runGo } from "./chunk-go.mjs";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

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
	for (let path = importPath; path !== ""; path = path.slice(0, Math.max(0, path.lastIndexOf("/")))) if (Object.hasOwn(versions, path)) candidates.push(path);
	if (candidates.length < 2) return candidates[0];
	return candidates.find((path) => {
		const dir = dirs[path];
		return dir !== void 0 && holdsGo(join(dir, importPath.slice(path.length)));
	}) ?? candidates[0];
}
function holdsGo(folder) {
	try {
		return readdirSync(folder).some((name) => name.endsWith(".go"));
	} catch {
		return false;
	}
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

// src/gomod/godebug.ts
/**
* The godebug settings of a go.mod or go.work, in order. Read from the text, since `go mod edit -json` prints them from Go 1.26 on only,
* and `go work edit -json` from Go 1.27 on.
*
* @see golang.org/x/mod/modfile, rule.go, parseDirective: one unquoted `key=value` a line, alone or in a block
*/
function godebugSettings(text) {
	const settings = [];
	let inBlock = false;
	for (const line of text.split("\n")) {
		const words = line.replace(/\/\/.*$/, "").trim().split(/\s+/);
		if (inBlock && words[0] === ")") inBlock = false;
		else if (words[0] === "godebug" && words[1] === "(") inBlock = true;
		else {
			const [, key, value] = /^([^=]+)=(.*)$/.exec((inBlock ? words[0] : words[0] === "godebug" && words[1]) || "") ?? [];
			if (key !== void 0 && value !== void 0) settings.push({
				key,
				value
			});
		}
	}
	return settings;
}

// src/gomod/run-module-list.ts
/**
* Runs `go list -m ARGS all`. Go asks the proxy when each version was made, which nobody here wants to know; where only that
* cannot be had, the list is taken without. It is whole even so: `go mod graph` has read every go.mod that it comes from.
*/
async function runModuleList(args, run) {
	const listed = await runGo([
		"list",
		"-m",
		...args,
		"all"
	], run);
	if (listed.exitCode === 0) return listed;
	const modfile = args.filter((word) => word.startsWith("-modfile="));
	return (await runGo([
		"mod",
		"graph",
		...modfile
	], run)).exitCode === 0 ? runGo([
		"list",
		"-m",
		"-e",
		...args,
		"all"
	], run) : listed;
}

// src/gomod/workspace.ts
/**
* Writes a go.work outside the user's tree that joins the user's modules and a generated one which requires the hook
* modules. The language level, GODEBUG and versions of the user's own modules stay as they are: go.mod is not touched,
* and `godebug default=` holds what raising the go line of the workspace would change (build-protocol G1).
*
* @returns path of the go.work
* @throws GotsError workspace_mod_flag, workspace_go_too_old, workspace_unresolved
*/
async function makeWorkspace(options) {
	if (options.modFlag !== void 0) workspaceModFlag(options.modFlag);
	const own = await readModule(options, join(options.moduleDir, "go.mod"));
	const user = options.userGoWork === "" ? void 0 : await readWork(options);
	const hookGo = highest((await Promise.all(options.hooks.map((hook) => readModule(options, join(hook.dir, "go.mod"))))).map((hook) => hook.Go ?? "1.16"));
	const userGo = user?.Go ?? own.Go ?? "1.16";
	const needed = highest([hookGo, userGo]);
	if (compareGo(needed, options.goVersion.replace(/^go/, "")) > 0) workspaceGoTooOld(needed, options.goVersion);
	const lines = workLines({
		user,
		own,
		userGo,
		needed,
		options,
		generated: ["./mod"]
	});
	const goMod = generatedModule(options.hooks, hookGo);
	const sums = options.hooks.map((hook) => readIfThere(join(hook.dir, "go.sum"))).join("");
	const dir = join(options.folder, hashParts(lines, goMod, sums).slice(0, 24));
	const goWork = join(dir, "go.work");
	writeOnce(join(dir, "mod", "go.mod"), goMod);
	writeOnce(join(dir, "mod", "go.sum"), [...new Set(sums.split("\n"))].sort().join("\n").trimStart());
	writeOnce(goWork, lines);
	return goWork;
}
function workLines({ user, own, userGo, needed, options, generated }) {
	const base = user ? join(options.userGoWork, "..") : options.moduleDir;
	const absolute = (path) => resolve(base, path);
	const uses = user ? (user.Use ?? []).map((use) => absolute(use.DiskPath)) : [options.moduleDir];
	const toolchain = user ? user.Toolchain : own.Toolchain;
	const godebug = godebugSettings(readIfThere(user ? options.userGoWork : join(options.moduleDir, "go.mod")));
	const lines = [`go ${needed}`];
	if (toolchain && compareGo(toolchain.replace(/^go/, ""), needed) > 0) lines.push(`toolchain ${toolchain}`);
	if (!godebug.some(({ key }) => key === "default") && compareGo(needed, userGo) > 0) lines.push(`godebug default=go${userGo.split(".").slice(0, 2).join(".")}`);
	for (const { key, value } of godebug) lines.push(`godebug ${key}=${value}`);
	for (const use of [...uses, ...generated]) lines.push(`use ${quote(use)}`);
	const ours = generated.length === 0 ? [] : replacements(options);
	lines.push(...ours.map(({ path, target }) => `replace ${path} => ${target}`));
	const taken = new Set(ours.map(({ path }) => path));
	for (const { Old, New } of (user?.Replace ?? []).filter(({ Old }) => !taken.has(Old.Path))) {
		const target = New.Version ? `${New.Path} ${New.Version}` : quote(absolute(New.Path));
		lines.push(`replace ${Old.Path}${Old.Version ? ` ${Old.Version}` : ""} => ${target}`);
	}
	return `${lines.join("\n")}\n`;
}
/** What stands in for modules in the whole workspace; these override the replacements in every go.mod. */
function replacements({ hooks, replaced = [], pins = [] }) {
	const own = hooks.filter(({ anyVersion }) => anyVersion === true);
	return [...[...own, ...replaced.filter(({ path }) => !own.some((hook) => hook.path === path))].map(({ path, dir }) => ({
		path,
		target: quote(dir)
	})), ...pins.map(({ path, version }) => ({
		path,
		target: `${path} ${version}`
	}))];
}
/** A version for a module that is taken from a folder: the lowest that its path allows (`…/v2`, `gopkg.in/….v2`). */
function someVersion(path) {
	return `v${(/\/v(\d+)$/.exec(path) ?? /^gopkg\.in\/.*\.v(\d+)$/.exec(path))?.[1] ?? 0}.0.0`;
}
function generatedModule(hooks, goVersion) {
	return `module gots.injected\n\ngo ${goVersion}\n\n${hooks.map(({ path, dir, anyVersion }) => `require ${path} ${someVersion(path)}\n${anyVersion === true ? "" : `replace ${path} ${someVersion(path)} => ${quote(dir)}\n`}`).join("")}`;
}
/**
* Checks that the workspace resolves, and lets go write its go.work.sum while nothing else reads it.
*
* @param packages packages that must be found
* @throws GotsError workspace_unresolved with go's message
*/
async function checkWorkspace(options, goWork, packages) {
	const env = {
		...options.env,
		GOWORK: goWork,
		GOFLAGS: "-buildvcs=false",
		GOCACHEPROG: ""
	};
	const result = await runGo([
		"list",
		"-deps",
		"-f",
		"{{\"\"}}",
		"--",
		...packages
	], {
		go: options.go,
		cwd: options.cwd,
		env
	});
	if (result.exitCode !== 0) workspaceUnresolved(result.stderr.trim());
}
/**
* Version by path of every module in the build list. Without `goWork`, that of the user's own modules: listed under a
* generated go.work too, since go writes checksums it lacks beside the go.work or go.mod in use, and the user's tree is not ours.
*/
async function buildList(options, goWork) {
	const file = goWork === "" ? await plainWorkspace(options) : goWork;
	const env = {
		...options.env,
		GOFLAGS: "-buildvcs=false",
		GOCACHEPROG: "",
		GOWORK: file
	};
	const result = await runModuleList(["-f", "{{.Path}} {{if and .Replace .Replace.Version}}{{.Replace.Version}}{{else}}{{.Version}}{{end}}"], {
		go: options.go,
		cwd: options.cwd,
		env
	});
	if (result.exitCode !== 0) workspaceUnresolved(result.stderr.trim());
	const list = /* @__PURE__ */ new Map();
	for (const line of result.stdout.split("\n")) {
		const [path, version = ""] = line.split(" ");
		if (path) list.set(path, version);
	}
	return list;
}
/** A go.work with the user's modules and nothing else. */
async function plainWorkspace(options) {
	const own = await readModule(options, join(options.moduleDir, "go.mod"));
	const user = options.userGoWork === "" ? void 0 : await readWork(options);
	const userGo = user?.Go ?? own.Go ?? "1.16";
	const lines = workLines({
		user,
		own,
		userGo,
		needed: userGo,
		options,
		generated: []
	});
	const goWork = join(options.folder, hashParts(lines).slice(0, 24), "go.work");
	writeOnce(goWork, lines);
	return goWork;
}
/** Written by rename, and only if it is not there: another build may be reading it. */
function writeOnce(file, text) {
	if (existsSync(file)) return;
	mkdirSync(dirname(file), { recursive: true });
	const temp = `${file}.${process.pid}`;
	writeFileSync(temp, text);
	renameSync(temp, file);
}
async function readModule(options, file) {
	return parse(await edit(options, [
		"mod",
		"edit",
		"-json",
		file
	]));
}
async function readWork(options) {
	return parse(await edit(options, [
		"work",
		"edit",
		"-json",
		options.userGoWork
	]));
}
function edit(options, args) {
	return runGo(args, {
		go: options.go,
		cwd: options.cwd,
		env: {
			...options.env,
			GOFLAGS: "",
			GOCACHEPROG: ""
		}
	});
}
function parse(result) {
	if (result.exitCode !== 0) workspaceUnresolved(result.stderr.trim());
	return JSON.parse(result.stdout);
}
/** A module that needs no other has no go.sum. */
function readIfThere(path) {
	return existsSync(path) ? readFileSync(path, "utf8") : "";
}
function highest(versions) {
	return versions.reduce((a, b) => compareGo(a, b) >= 0 ? a : b, "1.16");
}
/** Orders Go versions as 1.26.8, 1.27rc1, 1.25: pre-releases come before their release. */
function compareGo(a, b) {
	const parts = (text) => {
		const match = /^(\d+)\.(\d+)(?:\.(\d+))?(?:(rc|beta)(\d+))?/.exec(text);
		const stage = match?.[4] === "beta" ? 0 : match?.[4] === "rc" ? 1 : 2;
		return [
			Number(match?.[1] ?? 0),
			Number(match?.[2] ?? 0),
			Number(match?.[3] ?? 0),
			stage,
			Number(match?.[5] ?? 0)
		];
	};
	const [x, y] = [parts(a), parts(b)];
	for (let n = 0; n < x.length; n++) if (x[n] !== y[n]) return x[n] - y[n];
	return 0;
}
function quote(path) {
	return /[\s"'`()]/.test(path) || path.includes("//") ? JSON.stringify(path) : path;
}

export { readModule as a, moduleOf as c, plainWorkspace as i, packageDir as l, checkWorkspace as n, someVersion as o, makeWorkspace as r, runModuleList as s, buildList as t, vendoredModules as u };