import { l as TemplateSyntaxError, n as parseTemplate } from "./chunk-template.mjs";
import { a as toolFileBoth, c as readJson, d as noCheckout, i as isOtelcFile, l as configRuleMissing, n as loadWithPlugins, o as toolFileImport, r as toolFileName, s as toolFileNoRules, u as configUnknownDisabled } from "./chunk-load-plugins.mjs";
import { t as diskReader } from "./chunk-disk-reader2.mjs";
import { i as goFailed } from "./chunk-cli.mjs";
import { n as runGo, t as parseJsonStream } from "./chunk-go.mjs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";

// src/aspects/loongsuite-config.ts
const variables = {
	RuleJsonFiles: "OTELTOOL_RULE_JSON_FILES",
	DisableRules: "OTELTOOL_DISABLE_RULES",
	PkgPath: "OTELTOOL_PKG_PATH"
};
/** The file in which `otel set` keeps its settings, seen from the module's folder. */
const ruleConfigFile = ".otel-build/conf.json";
/**
* The rules that the loongsuite tool would use here: its own, and those named in `.otel-build/conf.json` or in variables, which win.
* Its own lie in a checkout, the `pkg` folder of which PkgPath names or go.mod replaces a module by.
*
* @returns undefined where nothing says that the tool is used
* @throws GotsError rule_no_checkout, rule_file_missing, rule_json
*/
function ruleConfig(root, reader, env) {
	const file = join(root, ruleConfigFile);
	const bytes = reader.read(file);
	if (bytes === void 0 && !env[variables.RuleJsonFiles]) return void 0;
	const stored = bytes === void 0 ? void 0 : readJson(bytes, ruleConfigFile);
	const get = (key) => env[variables[key]] || textIn(stored, key);
	const list = (key) => get(key).split(",").map((text) => text.trim()).filter((text) => text !== "");
	const absolute = (path) => isAbsolute(path) ? path : join(root, path);
	const custom = list("RuleJsonFiles").map(absolute);
	for (const path of custom) if (reader.read(path) === void 0) configRuleMissing(path);
	const pkg = get("PkgPath") === "" ? replacedPkg(root, reader) : absolute(get("PkgPath"));
	const folder = pkg === void 0 ? void 0 : dirname(baseRules(pkg));
	if (pkg === void 0 || folder === void 0 || reader.read(baseRules(pkg)) === void 0) return noCheckout(ruleConfigFile, folder);
	const names = (reader.list?.(folder) ?? []).filter((name) => name.endsWith(".json")).sort();
	const disabled = list("DisableRules");
	const isKept = (name) => name === "base.json" || !(disabled.includes("all") || disabled.includes(name));
	const unknown = disabled.filter((name) => name !== "all" && !names.includes(name));
	return {
		entries: [...names.filter(isKept).map((name) => join(folder, name)), ...custom].reverse(),
		inputs: [file, folder],
		warnings: unknown.map((name) => configUnknownDisabled(name, names))
	};
}
function textIn(node, key) {
	const value = (node?.kind === "object" ? node.entries : []).findLast((entry) => entry.key.toLowerCase() === key.toLowerCase())?.value;
	return value?.kind === "string" ? value.text : "";
}
/** Of the folders by which go.mod replaces modules, the one that is the `pkg` of a checkout, whatever its module is called. */
function replacedPkg(root, reader) {
	return [...(reader.read(join(root, "go.mod"))?.toString("utf8") ?? "").matchAll(/^\s*(?:replace\s+)?\S+(?:\s+v\S+)?\s+=>\s+"?([./][^\s"]*)/gm)].map(([, target = ""]) => isAbsolute(target) ? target : join(root, target)).find((target) => reader.read(baseRules(target)) !== void 0);
}
/** The rules that every build gets, seen from the folder `pkg` of a checkout. */
function baseRules(pkg) {
	return join(dirname(pkg), "tool", "data", "rules", "base.json");
}

// src/aspects/check-template.ts
/**
* The syntax check of code templates, for `loadAspects`. Besides Go's own functions they know `Version`.
* The message is Go's, with the template's name and line.
*/
const checkCodeTemplate = (source) => {
	try {
		parseTemplate("code.Template", source, ["Version"]);
		return;
	} catch (error) {
		if (!(error instanceof TemplateSyntaxError)) throw error;
		return {
			message: error.message,
			offset: error.offset
		};
	}
};

// src/aspects/discover.ts
/**
* Finds the configuration of a project: `gots.yml`, else `orchestrion.tool.go` and `orchestrion.yml`, else that of the
* loongsuite tool, else the built-in set `gots:otel`.
*
* @param root folder of the main module, absolute
*/
function discoverAspects(root, reader, env = {}) {
	const present = (name) => reader.read(join(root, name)) !== void 0;
	if (present("gots.yml")) return {
		entries: [join(root, "gots.yml")],
		orchestrionBuiltIns: false,
		warnings: []
	};
	const entries = [toolFileName, "orchestrion.yml"].filter(present).map((name) => join(root, name));
	if (entries.length > 0) return {
		entries,
		orchestrionBuiltIns: true,
		warnings: []
	};
	const rules = ruleConfig(root, reader, env);
	if (rules) return {
		...rules,
		orchestrionBuiltIns: false
	};
	return {
		entries: ["gots:otel"],
		orchestrionBuiltIns: false,
		warnings: []
	};
}

// src/aspects/load-packages.ts
/**
* As `loadWithPlugins`, for configurations that name Go packages: reads as far as it can, has the packages met so far looked up,
* and reads again, until none is unknown. A configuration without any is read once.
*
* @throws GotsError as `loadWithPlugins`, and what `find` throws
*/
async function loadWithPackages(options, find) {
	const known = /* @__PURE__ */ new Map();
	for (;;) {
		const unknown = /* @__PURE__ */ new Set();
		const problems = [];
		const packageFolder = (path) => {
			const folder = known.get(path);
			if (!folder) unknown.add(path);
			return folder;
		};
		const sink = options.sink && ((problem) => void problems.push(problem));
		const loaded = await loadWithPlugins({
			...options,
			sink,
			packageFolder
		});
		if (unknown.size === 0) {
			for (const problem of problems) options.sink?.(problem);
			return loaded;
		}
		const found = await find([...unknown]);
		for (const path of unknown) known.set(path, found.get(path) ?? { problem: "go list does not name it" });
	}
}

// src/go/packages.ts
/**
* Finds the folders of packages, whatever their build constraints say.
*
* @param where.cwd a folder of the main module; `flags` are those that decide how modules are found
* @throws GotsError cli_go_failed when go cannot list at all
*/
async function findPackages(paths, where) {
	const args = [
		"list",
		"-e",
		"-find",
		"-json=ImportPath,Dir,Module,Error",
		...where.flags,
		"--",
		...paths
	];
	const result = await runGo(args, {
		...where,
		env: {
			...where.env,
			GOFLAGS: "-buildvcs=false",
			GOCACHEPROG: ""
		}
	});
	if (result.exitCode !== 0) goFailed("go list", result.stderr);
	const folders = parseJsonStream(result.stdout).map(({ ImportPath, Dir, Module, Error: error }) => [ImportPath, Dir ? {
		dir: Dir,
		module: Module?.Dir ? {
			path: Module.Path,
			dir: Module.Dir
		} : void 0
	} : { problem: firstLine(error?.Err ?? "") }]);
	return new Map(folders);
}
function firstLine(text) {
	return (text.trim().split("\n")[0] ?? "").replace(/; to add it:$/, "").replace(/:$/, "");
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
	const { env, moduleDir, reader } = request;
	const named = env["OTELC_RULES"] ?? "";
	if (named !== "") {
		const paths = named.split(",").map((path) => resolve(moduleDir, path.trim()));
		return {
			files: paths.flatMap((path) => reader.isDirectory(path) ? rulesBelow(reader, path, false) : [path]),
			inputs: paths.filter((path) => reader.isDirectory(path))
		};
	}
	const tool = toolFileIn(reader, moduleDir);
	if (tool !== void 0) return followToolFile(request, tool);
	const own = list(reader, moduleDir).filter(isOtelcFile);
	if (own.length > 0) return {
		files: own.map((name) => join(moduleDir, name)),
		inputs: []
	};
	const checkout = env["GOTS_OTELC"] ?? "";
	if (checkout === "") return void 0;
	const folder = join(checkout, "instrumentation");
	return {
		files: rulesBelow(reader, folder, false),
		inputs: [folder]
	};
}
/** Rule files of a folder and of those below it, in the order of their paths. */
function rulesBelow(reader, folder, withinModule) {
	return list(reader, folder).flatMap((name) => {
		const path = join(folder, name);
		if (!reader.isDirectory(path)) return isOtelcFile(name) ? [path] : [];
		return withinModule && list(reader, path).includes("go.mod") ? [] : rulesBelow(reader, path, withinModule);
	});
}
function list(reader, folder) {
	return [...reader.list(folder)].sort();
}
function toolFileIn(reader, folder) {
	const [first, second] = toolFileNames.filter((name) => list(reader, folder).includes(name));
	if (second !== void 0) toolFileBoth(folder, [...toolFileNames]);
	return first === void 0 ? void 0 : join(folder, first);
}
/** Packages that a tool file imports, and those that the tool files of their modules do, each once, breadth first. */
async function followToolFile(request, first) {
	const { reader } = request;
	const files = [];
	const toolFiles = [first];
	const folders = [];
	const seen = /* @__PURE__ */ new Set();
	for (const tool of toolFiles) {
		const imports = importsOf(reader, tool).filter(({ path }) => !seen.has(path));
		for (const { path } of imports) seen.add(path);
		const packages = await listPackages(request, imports.map(({ path }) => path));
		for (const { path, line } of imports) {
			const found = packages.find((each) => each.path === path);
			const rules = found === void 0 ? [] : rulesBelow(reader, found.dir, true);
			const nested = found === void 0 || found.moduleDir === request.moduleDir ? void 0 : toolFileIn(reader, found.moduleDir);
			if (rules.length === 0 && nested === void 0) toolFileNoRules({
				file: tool,
				line,
				column: 1
			}, path);
			if (found !== void 0 && !found.isFixed) folders.push(found.dir);
			files.push(...rules.filter((file) => !files.includes(file)));
			if (nested !== void 0 && !toolFiles.includes(nested)) toolFiles.push(nested);
		}
	}
	return {
		files,
		inputs: [...toolFiles, ...folders]
	};
}
/** The imports of a tool file, which is not compiled: blank ones, alone or in parentheses. */
function importsOf(reader, file) {
	return (reader.read(file) ?? Buffer.alloc(0)).toString("utf8").replace(/\/\*[\s\S]*?\*\//g, (text) => text.replace(/[^\n]/g, " ")).split("\n").flatMap((text, i) => {
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
async function listPackages({ go, env, moduleDir }, paths) {
	if (paths.length === 0 || go === void 0) return [];
	const own = {
		...env,
		GOFLAGS: "-buildvcs=false",
		GOCACHEPROG: ""
	};
	const args = [
		"list",
		"-e",
		"-find",
		"-f",
		"{{.ImportPath}}	{{.Dir}}	{{with .Module}}{{.Dir}}	{{with .Replace}}{{.Version}}{{else}}{{.Version}}{{end}}{{end}}",
		...go.flags,
		"--",
		...paths
	];
	return (await runGo(args, {
		go: go.go,
		cwd: moduleDir,
		env: own
	})).stdout.split("\n").map((row) => row.split("	")).flatMap(([path = "", dir = "", folder = "", version = ""]) => dir === "" ? [] : [{
		path,
		dir,
		moduleDir: folder,
		isFixed: version !== ""
	}]);
}

// src/build/configured-aspects.ts
/**
* The configured aspects of a build: those named, else those of the module, in whatever dialect: its own aspect files, the rules of
* otelc, those of loongsuite, or the built-in set. Every command asks here, so that all see what a build sees: under -overlay, and
* with the versions that -mod and -modfile lead to.
*
* @returns the aspects; `folders` hold what else decided which there are
* @throws GotsError of aspects
*/
async function configuredAspects(place, wish) {
	const reader = readerOf(place.overlay, wish.watch ?? ((below) => below));
	const entry = (name) => name.startsWith("gots:") ? name : relative(place.root, resolve(wish.cwd, name)) || ".";
	const found = wish.named.length > 0 ? {
		entries: wish.named.map(entry),
		orchestrionBuiltIns: false,
		warnings: []
	} : await discovered(place, reader);
	const options = {
		entries: found.entries,
		root: place.root,
		moduleCache: place.moduleCache,
		reader,
		builtInSet: (name) => {
			const folder = join(place.home, "aspects", name);
			return reader.isDirectory(folder) ? folder : void 0;
		},
		checkTemplate: checkCodeTemplate,
		orchestrionBuiltIns: found.orchestrionBuiltIns,
		sink: wish.sink
	};
	const { go, root, env } = place;
	const find = go && ((paths) => findPackages(paths, {
		...where(go),
		cwd: root,
		env
	}));
	const loaded = find ? await loadWithPackages(options, find) : await loadWithPlugins(options);
	return {
		...loaded,
		folders: [...loaded.folders, ...found.inputs ?? []],
		warnings: [...found.warnings, ...loaded.warnings]
	};
}
/** What the modules of the build are configured with, each entry once. */
async function discovered(place, reader) {
	const found = await Promise.all((place.configDirs ?? [place.root]).map((dir) => discoveredIn(dir, place, reader)));
	return {
		entries: [...new Set(found.flatMap(({ entries }) => entries))],
		orchestrionBuiltIns: found.some(({ orchestrionBuiltIns }) => orchestrionBuiltIns),
		warnings: found.flatMap(({ warnings }) => warnings),
		inputs: found.flatMap(({ inputs = [] }) => inputs)
	};
}
async function discoveredIn(dir, { env, go, workDir }, reader) {
	const isSetUp = (folder) => [
		"gots.yml",
		"orchestrion.yml",
		"orchestrion.tool.go"
	].some((name) => reader.read(join(folder, name)));
	const isOwn = isSetUp(dir);
	const rules = isOwn ? void 0 : await findOtelcRules({
		moduleDir: dir,
		env,
		reader,
		go: go && where(go)
	});
	if (rules) return {
		entries: rules.files,
		orchestrionBuiltIns: false,
		warnings: [],
		inputs: rules.inputs
	};
	return discoverAspects(!isOwn && workDir !== void 0 && isSetUp(workDir) ? workDir : dir, reader, env);
}
function where({ program, flags }) {
	return {
		go: program,
		flags
	};
}
/** Plug-ins are run by Node, which knows of no overlay. */
function readerOf(overlay, watch) {
	const below = watch(diskReader);
	const over = overlay.over(below);
	return {
		...over,
		read: (path) => /\.m?js$/.test(path) ? below.read(path) : over.read(path)
	};
}

export { ruleConfigFile as i, otelcToolFiles as n, baseRules as r, configuredAspects as t };