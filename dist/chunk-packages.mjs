import { i as goFailed } from "./chunk-cli.mjs";
import { n as runGo, t as parseJsonStream } from "./chunk-go.mjs";
import { c as readJson, d as noCheckout, l as configRuleMissing, n as loadWithPlugins, r as toolFileName, u as configUnknownDisabled } from "./chunk-load-plugins.mjs";
import { l as TemplateSyntaxError, n as parseTemplate } from "./chunk-template.mjs";
import { dirname, isAbsolute, join } from "node:path";

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

// src/aspects/loongsuite-config.ts
const variables = {
	RuleJsonFiles: "OTELTOOL_RULE_JSON_FILES",
	DisableRules: "OTELTOOL_DISABLE_RULES",
	PkgPath: "OTELTOOL_PKG_PATH"
};
const agent = "github.com/alibaba/loongsuite-go-agent/pkg";
/** The file in which `otel set` keeps its settings, seen from the module's folder. */
const ruleConfigFile = ".otel-build/conf.json";
/**
* The rules that the loongsuite tool would use here: its own, and those named in `.otel-build/conf.json` or in variables, which win.
* Its own lie in a checkout, the `pkg` folder of which PkgPath names or go.mod replaces that module by.
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
	const folder = pkg === void 0 ? void 0 : join(dirname(pkg), "tool", "data", "rules");
	if (folder === void 0 || reader.read(join(folder, "base.json")) === void 0) return noCheckout(ruleConfigFile, folder);
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
function replacedPkg(root, reader) {
	const text = reader.read(join(root, "go.mod"))?.toString("utf8") ?? "";
	const target = new RegExp(`^\\s*(?:replace\\s+)?${agent}(?:\\s+v\\S+)?\\s+=>\\s+"?([./][^\\s"]*)`, "m").exec(text)?.[1];
	return target === void 0 ? void 0 : isAbsolute(target) ? target : join(root, target);
}

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

export { checkCodeTemplate as a, ruleConfigFile as i, loadWithPackages as n, discoverAspects as r, findPackages as t };