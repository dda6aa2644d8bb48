import { a as checkCodeTemplate, i as ruleConfigFile, n as loadWithPackages, r as discoverAspects, t as findPackages } from "./chunk-packages.mjs";
import { t as diskReader } from "./chunk-disk-reader2.mjs";
import { I as impliedImports, L as injectablePackages, R as linkedPackages, y as asksForVersions } from "./chunk-quote.mjs";
import { i as splitQuoted, r as readFlags } from "./chunk-flags.mjs";
import { n as runGo, t as parseJsonStream } from "./chunk-go.mjs";
import { i as goFailed, p as workspaceUnresolved, u as vendorDiffers } from "./chunk-cli.mjs";
import { a as readModule, i as plainWorkspace, l as packageDir, n as checkWorkspace, r as makeWorkspace, s as runModuleList, t as buildList, u as vendoredModules } from "./chunk-workspace.mjs";
import { n as sha256 } from "./chunk-hash.mjs";
import { n as formatError, t as GotsError } from "./chunk-diagnostic.mjs";
import { a as isInRange } from "./chunk-doublestar.mjs";
import { a as toolFileBoth, i as isOtelcFile, o as toolFileImport, s as toolFileNoRules } from "./chunk-load-plugins.mjs";
import { i as modulePathOf, n as hashInput, s as weaverVersion, t as hashFile } from "./chunk-plan.mjs";
import { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
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

// src/gomod/list-modules.ts
/**
* The modules of the build, with the versions in use.
*
* @param goWork generated go.work, or '' where the user's own modules are all there is
* @throws GotsError workspace_unresolved
*/
async function listModules(options, goWork, flags) {
	const vendor = goWork === "" && (flags.mod === void 0 || flags.mod === "vendor") ? vendorOf(options) : void 0;
	if (vendor !== void 0) return vendoredModules(readFileSync(join(vendor, "modules.txt"), "utf8"));
	const args = ["-f", `{{.Path}}\t{{if .Replace}}{{.Replace.Version}}{{else}}{{.Version}}{{end}}\t{{.Dir}}`];
	if (flags.modfile !== void 0) args.push(`-modfile=${flags.modfile}`);
	const file = flags.modfile === void 0 ? goWork || await plainWorkspace(options) : "off";
	const env = {
		...options.env,
		GOFLAGS: "-buildvcs=false",
		GOCACHEPROG: "",
		GOWORK: file
	};
	const result = await runModuleList(args, {
		go: options.go,
		cwd: options.cwd,
		env
	});
	if (result.exitCode !== 0) workspaceUnresolved(result.stderr.trim());
	const known = result.stdout.split("\n").map((line) => line.split("	")).filter(([path]) => path !== void 0 && path !== "");
	return {
		versions: Object.fromEntries(known.map(([path, used]) => [path, used])),
		dirs: Object.fromEntries(known.filter(([, , dir]) => dir !== "").map(([path, , dir]) => [path, dir])),
		vendored: {}
	};
}
/**
* Those of some packages that the modules of the build have, as go finds them; modules that are not there yet are downloaded.
*
* @throws GotsError workspace_unresolved
*/
async function existingPackages(options, goWork, paths) {
	if (paths.length === 0) return /* @__PURE__ */ new Set();
	const file = goWork || options.userGoWork || "off";
	const own = options.modFlag === "-mod=mod" ? [] : splitQuoted(options.env["GOFLAGS"] ?? "").filter(isModFlag);
	const flags = goWork === "" ? own : [];
	const env = {
		...options.env,
		GOFLAGS: ["-buildvcs=false", ...flags].join(" "),
		GOCACHEPROG: "",
		GOWORK: file
	};
	const args = [
		"list",
		"-e",
		"-f",
		"{{if .Dir}}{{.ImportPath}}{{end}}",
		"--",
		...paths
	];
	const result = await runGo(args, {
		go: options.go,
		cwd: options.cwd,
		env
	});
	if (result.exitCode !== 0) workspaceUnresolved(result.stderr.trim());
	return new Set(result.stdout.split("\n").filter((line) => line !== ""));
}
function isModFlag(word) {
	return /^--?(mod|modfile)=/.test(word);
}

// src/build/join-modules.ts
/** A hook module may bring in packages for which there are more rules; so often that is looked at. */
const maxRounds = 5;
/**
* Joins the hook modules to the build, if any aspect that needs them can match in it. Rules of loongsuite are for what hooks bring
* in as well.
*
* @throws GotsError workspace_…
*/
async function joinModules(all, hooks, options) {
	if (hooks.length === 0) return {
		aspects: all,
		goWork: "",
		added: []
	};
	const before = await buildList(options, "");
	let round = {
		list: before,
		used: [],
		goWork: ""
	};
	let aspects = [];
	for (let n = 0; n < maxRounds; n++) {
		const { list } = round;
		aspects = all.filter((aspect) => canMatch(aspect, aspect.dialect === "loongsuite" ? list : before));
		const needed = new Set(aspects.filter((aspect) => versionsAllow(aspect, list)).flatMap(injectablePackages));
		const used = hooks.filter((hook) => round.used.includes(hook) || [...needed].some((path) => holds(hook, path)));
		if (used.length === round.used.length) break;
		if (round.goWork === "") await checkVendor(options);
		const withHooks = {
			...options,
			hooks: used
		};
		const goWork = await makeWorkspace(withHooks);
		round = {
			used,
			goWork,
			list: await buildList(withHooks, goWork).catch(async (error) => {
				await checkWorkspace(withHooks, goWork, linkedIn(aspects, used));
				throw error;
			})
		};
	}
	const { goWork, used, list } = round;
	if (goWork === "") return {
		aspects,
		goWork,
		added: []
	};
	await checkWorkspace({
		...options,
		hooks: used
	}, goWork, linkedIn(aspects, used));
	return {
		aspects,
		goWork,
		added: changesOf(before, list)
	};
}
/** The packages of the hook modules that the aspects link. */
function linkedIn(aspects, used) {
	return [...new Set(aspects.flatMap(linkedPackages))].filter((path) => used.some((hook) => holds(hook, path)));
}
function holds(hook, path) {
	return path === hook.path || path.startsWith(`${hook.path}/`);
}
function canMatch(aspect, list) {
	return impliedImports(aspect.joinPoint).every((path) => isProvided(path, list));
}
/** Whether the build list, or the standard library, can hold a package of this path. */
function isProvided(path, list) {
	return !path.split("/")[0].includes(".") || moduleIn(path, list) !== void 0;
}
function moduleIn(path, list) {
	for (let at = path; at !== "."; at = dirname(at)) if (list.has(at)) return at;
	return path.endsWith("_test") ? moduleIn(path.slice(0, -5), list) : void 0;
}
/** False where the module of the only package that can match has a version the aspect is not for: its hooks may ask for another. */
function versionsAllow({ joinPoint }, list) {
	const points = joinPoint.kind === "all-of" ? joinPoint.points : [];
	const path = points.find((point) => point.kind === "import-path")?.path;
	const version = path === void 0 ? void 0 : list.get(moduleIn(path, list) ?? "");
	if (!version) return true;
	return points.every((point) => point.kind !== "module-version" || isInRange(version, point.range));
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

// src/build/otelc-rules.ts
const toolFileNames = ["otel.instrumentation.go", "otelc.tool.go"];
/** Names of tool files, for whoever watches the folder of a module. */
const otelcToolFiles = toolFileNames;
/**
* The rules of otelc that a module is set up with: files and folders in OTELC_RULES; else what its tool file imports; else rule files
* beside its go.mod; else all that a checkout has whose folder is named in GOTS_OTELC. Undefined where there are none.
*
* @throws GotsError otelc_tool_file_both, otelc_tool_file_import, otelc_tool_file_no_rules
*/
async function findOtelcRules(request) {
	const { env, moduleDir } = request;
	const named = env["OTELC_RULES"] ?? "";
	if (named !== "") return {
		files: named.split(",").flatMap((path) => rulesAt(resolve(moduleDir, path.trim()))),
		toolFiles: []
	};
	const tool = toolFileIn(moduleDir);
	if (tool !== void 0) return followToolFile(request, tool);
	const own = list(moduleDir).filter(isOtelcFile);
	if (own.length > 0) return {
		files: own.map((name) => join(moduleDir, name)),
		toolFiles: []
	};
	const checkout = env["GOTS_OTELC"] ?? "";
	return checkout === "" ? void 0 : {
		files: rulesBelow(join(checkout, "instrumentation"), false),
		toolFiles: []
	};
}
function rulesAt(path) {
	return isDirectory$1(path) ? rulesBelow(path, false) : [path];
}
/** Rule files of a folder and of those below it, in the order of their paths. */
function rulesBelow(folder, withinModule) {
	return list(folder).flatMap((name) => {
		const path = join(folder, name);
		if (!isDirectory$1(path)) return isOtelcFile(name) ? [path] : [];
		return withinModule && list(path).includes("go.mod") ? [] : rulesBelow(path, withinModule);
	});
}
function list(folder) {
	try {
		return readdirSync(folder).sort();
	} catch {
		return [];
	}
}
function isDirectory$1(path) {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
function toolFileIn(folder) {
	const [first, second] = toolFileNames.filter((name) => list(folder).includes(name));
	if (second !== void 0) toolFileBoth(folder, [...toolFileNames]);
	return first === void 0 ? void 0 : join(folder, first);
}
/** Packages that a tool file imports, and those that the tool files of their modules do, each once, breadth first. */
async function followToolFile(request, first) {
	const files = [];
	const toolFiles = [first];
	const seen = /* @__PURE__ */ new Set();
	for (const tool of toolFiles) {
		const imports = importsOf(tool).filter(({ path }) => !seen.has(path));
		for (const { path } of imports) seen.add(path);
		const packages = await listPackages(request, imports.map(({ path }) => path));
		for (const { path, line } of imports) {
			const found = packages.find((each) => each.path === path);
			const rules = found === void 0 ? [] : rulesBelow(found.dir, true);
			const nested = found === void 0 || found.moduleDir === request.moduleDir ? void 0 : toolFileIn(found.moduleDir);
			if (rules.length === 0 && nested === void 0) toolFileNoRules({
				file: tool,
				line,
				column: 1
			}, path);
			files.push(...rules.filter((file) => !files.includes(file)));
			if (nested !== void 0 && !toolFiles.includes(nested)) toolFiles.push(nested);
		}
	}
	return {
		files,
		toolFiles
	};
}
/** The imports of a tool file, which is not compiled: blank ones, alone or in parentheses. */
function importsOf(file) {
	return readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//g, (text) => text.replace(/[^\n]/g, " ")).split("\n").flatMap((text, i) => {
		const code = text.replace(/\/\/.*$/, "").trim();
		const [, name, path] = /^(?:import\s*\(?\s*)?(?:([\w.]+)\s+)?"([^"]+)"\s*\)?;?$/.exec(code) ?? [];
		if (path === void 0) return [];
		if (name !== "_") toolFileImport({
			file,
			line: i + 1,
			column: 1
		}, path);
		return [{
			path,
			line: i + 1
		}];
	});
}
async function listPackages(request, paths) {
	if (paths.length === 0) return [];
	const env = {
		...request.env,
		GOFLAGS: "-buildvcs=false",
		GOCACHEPROG: ""
	};
	const args = [
		"list",
		"-e",
		"-find",
		"-f",
		"{{.ImportPath}}	{{.Dir}}	{{with .Module}}{{.Dir}}{{end}}",
		"--",
		...paths
	];
	return (await runGo(args, {
		go: request.go,
		cwd: request.moduleDir,
		env
	})).stdout.split("\n").map((row) => row.split("	")).flatMap(([path = "", dir = "", moduleDir = ""]) => dir === "" ? [] : [{
		path,
		dir,
		moduleDir
	}]);
}

// src/build/replaced-modules.ts
/**
* The modules that hook modules replace by folders in their own go.mod files. Where there are any, the versions that they require of each
* other mean nothing, and the folders stand in for all.
*/
async function neighbours(hooks, options) {
	const users = await foldersOf(options, options.moduleDir, true);
	const missing = hooks.filter(({ path }) => !users.has(path));
	const found = /* @__PURE__ */ new Map();
	const todo = missing.map(({ dir }) => dir);
	for (const dir of todo) for (const [path, folder] of await foldersOf(options, dir)) {
		if (found.has(path) || users.has(path)) continue;
		found.set(path, folder);
		todo.push(folder);
	}
	const replaced = [...found].sort(([a], [b]) => a < b ? -1 : 1).map(([path, dir]) => ({
		path,
		dir,
		anyVersion: true
	}));
	return {
		hooks: missing.map((hook) => found.has(hook.path) ? {
			...hook,
			anyVersion: true
		} : hook),
		replaced
	};
}
/** Module path → folder, for the replacements of all versions by a folder. */
async function foldersOf(options, dir, onlyRequired = false) {
	const { Replace, Require } = await readModule(options, join(dir, "go.mod"));
	const isRequired = (path) => Require?.some(({ Path }) => Path === path) ?? false;
	const local = (Replace ?? []).filter(({ Old, New }) => !Old.Version && /^(\.{1,2}[\\/]|[\\/]|\.{1,2}$)/.test(New.Path));
	const counted = onlyRequired ? local.filter(({ Old }) => isRequired(Old.Path)) : local;
	return new Map(counted.map(({ Old, New }) => [Old.Path, resolve(dir, New.Path)]));
}

// src/build/rule-modules.ts
/** The module, in a folder of the checkout, that all hooks of loongsuite-go-agent use. */
const agent = "github.com/alibaba/loongsuite-go-agent/pkg";
/** Modules that must have the versions of the checkout: whole files of them are replaced. */
const pinned = "go.opentelemetry.io/";
/**
* The modules that hold the packages which rules name: below the checkout that the rule file lies in, or where the user's go.mod
* replaces a module by a folder, which it need not require then (tool/preprocess/update.go).
*
* @param pkgPath folder of the checkout's `pkg`, where it was set (`OTELTOOL_PKG_PATH`)
*/
async function ruleModules({ aspects, files }, options, pkgPath) {
	const paths = new Set(aspects.filter(({ dialect }) => dialect === "loongsuite").flatMap(injectablePackages));
	if (paths.size === 0) return {
		hooks: [],
		pins: []
	};
	const { Replace } = await readModule(options, join(options.moduleDir, "go.mod"));
	const replaced = (Replace ?? []).filter(({ New }) => /^\.{0,2}[\\/]/.test(New.Path));
	const folders = new Map(replaced.map(({ Old, New }) => [Old.Path, join(absoluteBase(options, New.Path), New.Path)]));
	const rules = files.map(({ path }) => path).filter((path) => path.endsWith(".json"));
	const pkg = pkgPath || rules.map((path) => checkoutOf(dirname(path))).find((dir) => dir !== void 0);
	if (pkg !== void 0 && !folders.has(agent)) folders.set(agent, pkg);
	const modules = /* @__PURE__ */ new Map();
	for (const path of paths) {
		const module = moduleOf(path, folders);
		if (module !== void 0) modules.set(module.path, module.dir);
	}
	const used = folders.get(agent);
	const fromCheckout = used !== void 0 && [...modules.keys()].some((path) => isBelow(path, agent));
	if (fromCheckout) modules.set(agent, used);
	return {
		hooks: [...modules].sort(([a], [b]) => a < b ? -1 : 1).map(([path, dir]) => ({
			path,
			dir,
			anyVersion: true
		})),
		pins: fromCheckout ? await pinsOf(used, options) : []
	};
}
function absoluteBase({ moduleDir }, path) {
	return /^[\\/]/.test(path) ? "" : moduleDir;
}
function isBelow(path, parent) {
	return path === parent || path.startsWith(`${parent}/`);
}
/** The `pkg` of the checkout that a folder lies in. */
function checkoutOf(folder) {
	for (let at = folder;; at = dirname(at)) {
		if (modulePathOf(join(at, "pkg")) === agent) return join(at, "pkg");
		if (dirname(at) === at) return void 0;
	}
}
/**
* The module that holds a package: the innermost folder with a go.mod, under the path that its place gives it. What its go.mod says
* does not count for a replacement, and is another path in several modules of the checkout.
*/
function moduleOf(path, folders) {
	for (let root = path; root !== "."; root = dirname(root)) {
		const dir = folders.get(root);
		if (dir === void 0) continue;
		for (let at = path; isBelow(at, root); at = dirname(at)) {
			const folder = join(dir, at.slice(root.length));
			if (hashFile(join(folder, "go.mod")) !== "") return {
				path: at,
				dir: folder
			};
		}
	}
}
async function pinsOf(pkg, options) {
	const { Require } = await readModule(options, join(pkg, "go.mod"));
	return (Require ?? []).filter(({ Path }) => Path.startsWith(pinned)).map(({ Path, Version = "" }) => ({
		path: Path,
		version: Version
	}));
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
	const loaded = await aspectsOfBuild(request, moduleDir);
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
	const rules = await ruleModules(loaded, options, request.env["OTELTOOL_PKG_PATH"]);
	const beside = hooksFor(loaded, modules, home);
	const { hooks: own, replaced } = await neighbours(beside, options);
	const hooks = [...own, ...rules.hooks.filter(({ dir }) => !own.some((hook) => hook.dir === dir))];
	const joined = await joinModules(loaded.aspects, hooks, {
		...options,
		pins: rules.pins,
		replaced
	});
	const { goWork, added } = joined;
	const table = joined.aspects.some((aspect) => aspect.needs || asksForVersions(aspect.joinPoint)) ? await listModules(options, goWork, place.moduleFlags) : void 0;
	const needs = [...new Set(joined.aspects.flatMap((aspect) => aspect.needs ?? []))].sort();
	const existing = await existingPackages(options, goWork, needs);
	const aspects = joined.aspects.filter((aspect) => aspect.needs?.every((path) => existing.has(path)) ?? true);
	const editable = editableInputs(table, needs, goEnv.modCache);
	const vendor = vendorOf(options);
	const vendorInput = vendor === void 0 || goWork !== "" ? vendor : table && join(vendor, "modules.txt");
	return {
		version: weaverVersion,
		goVersion: goEnv.version,
		modules: table,
		aspects,
		aspectFiles: loaded.files,
		inputs: inputsOf(moduleDir, goEnv, loaded, [
			...modules,
			...hooks,
			...replaced
		], [vendorInput, ...editable]),
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
/**
* The aspects of a build: those named, else those of the module.
*
* @throws GotsError of aspects
*/
async function aspectsOfBuild(request, moduleDir) {
	const { home, goEnv, go, env } = request;
	const found = request.aspectFiles.length > 0 ? {
		entries: request.aspectFiles,
		orchestrionBuiltIns: false,
		warnings: []
	} : await configuredAspects({
		go,
		env,
		moduleDir
	});
	const options = {
		entries: found.entries,
		root: moduleDir,
		moduleCache: goEnv.modCache,
		reader: diskReader,
		builtInSet: (name) => isDirectory(join(home, "aspects", name)) ? join(home, "aspects", name) : void 0,
		checkTemplate: checkCodeTemplate,
		orchestrionBuiltIns: found.orchestrionBuiltIns
	};
	const { values } = readFlags(request.goArgs, splitQuoted(goEnv.goflags));
	const flags = [
		"mod",
		"modfile",
		"overlay"
	].flatMap((name) => values.has(name) ? [`-${name}=${values.get(name)}`] : []);
	const loaded = await loadWithPackages(options, (paths) => findPackages(paths, {
		go,
		cwd: moduleDir,
		env,
		flags
	}));
	const folders = [...loaded.folders, ...found.inputs ?? []];
	return {
		...loaded,
		folders,
		warnings: [...found.warnings, ...loaded.warnings]
	};
}
/**
* What a module is configured with: its own aspect files, the rules of otelc, those of loongsuite, or the built-in set.
*
* @throws GotsError of aspects
*/
async function configuredAspects(where) {
	const rules = hasOwnAspects(where.moduleDir) ? void 0 : await findOtelcRules(where);
	if (!rules) return discoverAspects(where.moduleDir, diskReader, where.env);
	return {
		entries: rules.files,
		orchestrionBuiltIns: false,
		warnings: [],
		inputs: rules.toolFiles
	};
}
/** What a module says for gots or Orchestrion comes before what it says for otelc. */
function hasOwnAspects(moduleDir) {
	return [
		"gots.yml",
		"orchestrion.yml",
		"orchestrion.tool.go"
	].some((name) => existsSync(join(moduleDir, name)));
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
		if (file.path.endsWith(".json")) continue;
		const dir = moduleAbove(dirname(file.path));
		if (!(dir === void 0 || modules.some((m) => m.dir === dir) || loaded.modules.includes(dir))) dirs.add(dir);
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
/** Files whose change makes the plan stale, absent ones that would matter included. */
function inputsOf(moduleDir, goEnv, loaded, modules, more) {
	const paths = /* @__PURE__ */ new Set([
		join(moduleDir, "gots.yml"),
		join(moduleDir, "orchestrion.yml"),
		join(moduleDir, "orchestrion.tool.go"),
		join(moduleDir, ruleConfigFile),
		join(moduleDir, "otelc.yml"),
		...otelcToolFiles.map((name) => join(moduleDir, name))
	]);
	for (const { dir } of modules) for (const name of ["go.mod", "go.sum"]) paths.add(join(dir, name));
	if (goEnv.goWork !== "") paths.add(goEnv.goWork);
	for (const file of loaded.files) paths.add(file.path);
	for (const path of [...loaded.folders, ...loaded.absent]) paths.add(path);
	for (const path of more) if (path !== void 0) paths.add(path);
	return [...paths].sort().map((path) => ({
		path,
		hash: hashInput(path)
	}));
}
/** Of modules that lie outside the module cache the go.mod, and the folders of packages that aspects depend on. */
function editableInputs(table, needs, modCache) {
	if (table === void 0) return [];
	const mods = Object.values(table.dirs).map((dir) => join(dir, "go.mod"));
	const dirs = needs.map((path) => packageDir(table, path)).filter((dir) => dir !== void 0);
	return [...mods, ...dirs].filter((path) => !path.startsWith(`${modCache}/`));
}
function isDirectory(path) {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

export { configuredAspects as n, newPlan as r, aspectsOfBuild as t };