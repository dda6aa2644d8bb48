import { i as checkCodeTemplate, n as diskReader, r as discoverAspects, t as loadAspects } from "./chunk-load.mjs";
import { n as injectablePackages, t as impliedImports } from "./chunk-injectable.mjs";
import { i as splitQuoted } from "./chunk-flags.mjs";
import { n as runGo, t as parseJsonStream } from "./chunk-go.mjs";
import { c as hashParts, i as modulePathOf, l as sha256, n as hashInput, s as weaverVersion, t as hashFile } from "./chunk-plan.mjs";
import { c as vendorDiffers, d as workspaceUnresolved, l as workspaceGoTooOld, r as goFailed, u as workspaceModFlag } from "./chunk-cli.mjs";
import { n as formatError, t as GotsError } from "./chunk-diagnostic.mjs";
import { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

// src/gomod/vendor.ts
/** The vendor folder that go uses when no workspace of ours stands before it; undefined if there is none. */
function vendorOf(options) {
	const root = options.userGoWork === "" ? options.moduleDir : dirname(options.userGoWork);
	const vendor = join(root, "vendor");
	return existsSync(join(vendor, "modules.txt")) ? vendor : void 0;
}
/**
* With vendor/, a workspace takes the modules from the module cache instead. That is the same program only if the vendored
* files are those of their modules, so each is compared (build-protocol G2). Modules that are not there yet are downloaded.
*
* @throws GotsError workspace_vendor_differs with the files; workspace_unresolved if a module cannot be had
*/
async function checkVendor(options) {
	const vendor = vendorOf(options);
	if (vendor === void 0) return;
	const dirs = await moduleDirs(options, readFileSync(join(vendor, "modules.txt"), "utf8"));
	const paths = [...dirs.keys()].sort((a, b) => b.length - a.length);
	const different = /* @__PURE__ */ new Set();
	const packages = /* @__PURE__ */ new Map();
	for (const file of walk(vendor)) {
		const name = relative(vendor, file);
		const module = paths.find((path) => name.startsWith(`${path}/`));
		if (module === void 0) continue;
		const original = join(dirs.get(module), name.slice(module.length + 1));
		if (hashOf(original) !== hashOf(file)) different.add(`vendor/${name}`);
		if (name.endsWith(".go")) packages.set(dirname(file), dirname(original));
	}
	for (const [copy, original] of packages) for (const name of sourcesOf(original)) if (!existsSync(join(copy, name))) different.add(`vendor/${relative(vendor, join(copy, name))}`);
	if (different.size > 0) vendorDiffers([...different].sort());
}
/** Folder by path of the modules that vendor/modules.txt names (`# path version`, `# path => folder`). */
async function moduleDirs(options, modulesTxt) {
	const vendored = new Set([...modulesTxt.matchAll(/^# (\S+)/gm)].map((match) => match[1]));
	const env = {
		...options.env,
		GOFLAGS: "-mod=readonly",
		GOCACHEPROG: ""
	};
	const listed = await runGo([
		"list",
		"-m",
		"-json=Path,Version,Dir,Main,Replace",
		"all"
	], {
		go: options.go,
		cwd: options.moduleDir,
		env
	});
	if (listed.exitCode !== 0) workspaceUnresolved(listed.stderr.trim());
	const modules = parseJsonStream(listed.stdout).filter((m) => !m.Main && vendored.has(m.Path));
	const dirs = new Map(modules.flatMap((m) => m.Dir === void 0 ? [] : [[m.Path, m.Dir]]));
	const absent = new Map(modules.filter((m) => m.Dir === void 0).map((m) => [`${(m.Replace ?? m).Path}@${(m.Replace ?? m).Version}`, m.Path]));
	if (absent.size === 0) return dirs;
	mkdirSync(options.folder, { recursive: true });
	const outside = {
		go: options.go,
		cwd: options.folder,
		env: {
			...env,
			GOFLAGS: "",
			GOWORK: "off"
		}
	};
	const downloaded = await runGo([
		"mod",
		"download",
		"-json",
		...absent.keys()
	], outside);
	if (downloaded.exitCode !== 0) workspaceUnresolved(downloaded.stderr.trim() || downloaded.stdout.trim());
	for (const m of parseJsonStream(downloaded.stdout)) {
		const path = absent.get(`${m.Path}@${m.Version}`);
		if (path !== void 0) dirs.set(path, m.Dir);
	}
	return dirs;
}
/** Go files of a folder that `go mod vendor` copies: no tests, none with the build constraint `ignore` (modcmd/vendor.go). */
function sourcesOf(dir) {
	return readdirSync(dir).filter((name) => name.endsWith(".go") && !name.endsWith("_test.go") && !/^\/\/(go:build| ?\+build) .*\bignore\b/m.test(readFileSync(join(dir, name), "latin1")));
}
function* walk(dir) {
	for (const entry of readdirSync(dir, { withFileTypes: true })) {
		const path = join(dir, entry.name);
		if (entry.isDirectory()) yield* walk(path);
		else yield path;
	}
}
function hashOf(path) {
	return existsSync(path) ? sha256(readFileSync(path)) : "";
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
	for (const { Old, New } of user?.Replace ?? []) {
		const target = New.Version ? `${New.Path} ${New.Version}` : quote(absolute(New.Path));
		lines.push(`replace ${Old.Path}${Old.Version ? ` ${Old.Version}` : ""} => ${target}`);
	}
	return `${lines.join("\n")}\n`;
}
function generatedModule(hooks, goVersion) {
	return `module gots.injected\n\ngo ${goVersion}\n\n${hooks.map((hook) => `require ${hook.path} v0.0.0\nreplace ${hook.path} v0.0.0 => ${quote(hook.dir)}\n`).join("")}`;
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
	const result = await runGo([
		"list",
		"-m",
		"-f",
		"{{.Path}} {{.Version}}",
		"all"
	], {
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

// src/build/make-plan.ts
/**
* Makes a plan anew: finds and reads the aspects, and joins the modules they inject to the user's.
*
* @throws GotsError of aspects and modules
*/
async function newPlan(request, place) {
	const { moduleDir, modFlag, shim } = place;
	const { goEnv, home } = request;
	const loaded = load(request, moduleDir);
	for (const warning of loaded.warnings) request.log.warn(formatError(new GotsError(warning)));
	const modules = await mainModules(request);
	const options = {
		go: request.go,
		cwd: moduleDir,
		env: request.env,
		moduleDir,
		userGoWork: goEnv.goWork,
		hooks: [],
		goVersion: goEnv.version,
		folder: join(request.cacheDir, "work"),
		modFlag
	};
	const hooks = hooksFor(loaded, modules, home);
	const { aspects, goWork, added } = await bringIn(loaded.aspects, hooks, options);
	return {
		version: weaverVersion,
		aspects,
		aspectFiles: loaded.files,
		inputs: inputsOf(moduleDir, goEnv, loaded, modules, hooks, goWork === "" ? void 0 : vendorOf(options)),
		rootModule: modules.find((m) => m.dir === moduleDir)?.path ?? modules[0]?.path ?? "",
		moduleDirs: modules.map((m) => realpathSync(m.dir)),
		goWork,
		added,
		goCache: goEnv.goCache,
		cacheDir: request.cacheDir,
		shim,
		goflags: splitQuoted(goEnv.goflags).filter((word) => !word.startsWith("-toolexec") && !(goWork !== "" && /^--?mod=vendor$/.test(word))),
		backing: goEnv.goCacheProg
	};
}
function load(request, moduleDir) {
	const { home, goEnv } = request;
	const found = request.aspectFiles.length > 0 ? {
		entries: request.aspectFiles,
		orchestrionBuiltIns: false,
		warnings: []
	} : discoverAspects(moduleDir, diskReader);
	const loaded = loadAspects({
		entries: found.entries,
		root: moduleDir,
		moduleCache: goEnv.modCache,
		reader: diskReader,
		builtInSet: (name) => isDirectory(join(home, "aspects", name)) ? join(home, "aspects", name) : void 0,
		checkTemplate: checkCodeTemplate,
		orchestrionBuiltIns: found.orchestrionBuiltIns
	});
	return {
		...loaded,
		warnings: [...found.warnings, ...loaded.warnings]
	};
}
async function mainModules(request) {
	const env = {
		...request.env,
		GOFLAGS: "-buildvcs=false",
		GOCACHEPROG: ""
	};
	const result = await runGo([
		"list",
		"-m",
		"-f",
		"{{.Path}}	{{.Dir}}"
	], {
		go: request.go,
		cwd: dirname(request.goEnv.goMod),
		env
	});
	if (result.exitCode !== 0) goFailed("go list -m", result.stderr);
	return result.stdout.trim().split("\n").map((line) => line.split("	")).map(([path = "", dir = ""]) => ({
		path,
		dir
	}));
}
/** Modules in directories that hold injectable packages and are none of the user's own: the built-in one, and an aspect file's own. */
function hooksFor(loaded, modules, home) {
	const dirs = /* @__PURE__ */ new Set();
	for (const file of loaded.files) {
		const dir = moduleAbove(dirname(file.path));
		if (dir !== void 0 && !modules.some((m) => m.dir === dir)) dirs.add(dir);
	}
	if (loaded.files.some((file) => file.path.startsWith(join(home, "aspects")))) dirs.add(join(home, "aspects"));
	const injected = loaded.aspects.flatMap((aspect) => injectablePackages(aspect));
	return [...dirs].sort().map((dir) => ({
		dir,
		path: modulePathOf(dir)
	})).filter(({ path }) => injected.some((name) => name === path || name.startsWith(`${path}/`)));
}
function moduleAbove(dir) {
	for (let at = dir;; at = dirname(at)) {
		if (hashFile(join(at, "go.mod")) !== "") return at;
		if (dirname(at) === at) return void 0;
	}
}
/** Joins the hook modules to the build, if any aspect that needs them can match in it. */
async function bringIn(all, hooks, options) {
	if (hooks.length === 0) return {
		aspects: all,
		goWork: "",
		added: []
	};
	const before = await buildList(options, "");
	const aspects = all.filter((aspect) => impliedImports(aspect.joinPoint).every((path) => isProvided(path, before)));
	const needed = new Set(aspects.flatMap((aspect) => injectablePackages(aspect)));
	const used = hooks.filter((hook) => [...needed].some((path) => path === hook.path || path.startsWith(`${hook.path}/`)));
	if (used.length === 0) return {
		aspects,
		goWork: "",
		added: []
	};
	await checkVendor(options);
	const withHooks = {
		...options,
		hooks: used
	};
	const goWork = await makeWorkspace(withHooks);
	await checkWorkspace(withHooks, goWork, [...needed].filter((path) => used.some((hook) => path === hook.path || path.startsWith(`${hook.path}/`))));
	return {
		aspects,
		goWork,
		added: changesOf(before, await buildList(withHooks, goWork))
	};
}
/** Whether the build list, or the standard library, can hold a package of this path. */
function isProvided(path, list) {
	if (!path.split("/")[0].includes(".")) return true;
	for (let at = path; at !== "."; at = dirname(at)) if (list.has(at)) return true;
	return false;
}
function changesOf(before, after) {
	const changes = [];
	for (const [path, version] of after) {
		if (version === "") continue;
		const old = before.get(path);
		if (old === void 0) changes.push({
			path,
			version
		});
		else if (old !== version) changes.push({
			path,
			version,
			raisedFrom: old
		});
	}
	return changes.sort((a, b) => a.path < b.path ? -1 : 1);
}
/** Files whose change makes the plan stale, absent ones that would matter included. */
function inputsOf(moduleDir, goEnv, loaded, modules, hooks, vendor) {
	const paths = /* @__PURE__ */ new Set([
		join(moduleDir, "gots.yml"),
		join(moduleDir, "orchestrion.yml"),
		join(moduleDir, "orchestrion.tool.go")
	]);
	for (const { dir } of [...modules, ...hooks]) for (const name of ["go.mod", "go.sum"]) paths.add(join(dir, name));
	if (goEnv.goWork !== "") paths.add(goEnv.goWork);
	for (const file of loaded.files) paths.add(file.path);
	if (vendor !== void 0) paths.add(vendor);
	return [...paths].sort().map((path) => ({
		path,
		hash: hashInput(path)
	}));
}
function isDirectory(path) {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

export { newPlan };