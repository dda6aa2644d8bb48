import { d as TemplateSyntaxError, l as parseTemplate } from "./chunk-advice.mjs";
import { n as loadWithPlugins, r as dialects } from "./chunk-load-plugins.mjs";
import { t as diskReader } from "./chunk-disk-reader2.mjs";
import { t as isPluginFile } from "./chunk-plugin-file.mjs";
import { join, relative, resolve } from "node:path";

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

// src/dialects/discover.ts
/** Where a configuration is looked for; the first one found counts. */
const search = [
	["module", "gots"],
	["module", "orchestrion"],
	["module", "otelc"],
	["workspace", "gots"],
	["workspace", "orchestrion"],
	["module", "loongsuite"]
];
/**
* Finds the configuration of a module: its own aspect files, the rules of otelc, the workspace's aspect files, the rules of
* loongsuite, else the built-in set `gots:otel`.
*
* @param workDir folder of the workspace that the module is in
* @throws GotsError what the dialects throw
*/
async function discoverAspects(place, workDir) {
	for (const [owner, name] of search) {
		const dir = owner === "module" ? place.dir : workDir;
		const { discover, builtIn } = dialects[name];
		const found = dir === void 0 ? void 0 : await discover({
			...place,
			dir
		});
		if (found) return {
			...found,
			builtIns: builtIn ? [name] : []
		};
	}
	return {
		entries: ["gots:otel"],
		inputs: [],
		warnings: [],
		builtIns: []
	};
}

// src/dialects/load/load-packages.ts
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

// src/dialects/configured.ts
/**
* The configured aspects of a build: those named, else those of the module, in whatever dialect: its own aspect files, the rules of
* otelc, those of loongsuite, or the built-in set. Every command asks here, so that all see what a build sees: under -overlay, and
* with the versions that -mod and -modfile lead to.
*
* @returns the aspects; `folders` hold what else decided which there are
* @throws GotsError of aspects
*/
async function configuredAspects(place, wish) {
	const reader = readerOf(place.over, wish.watch ?? ((below) => below));
	const entry = (name) => name.startsWith("gots:") ? name : relative(place.root, resolve(wish.cwd, name)) || ".";
	const found = wish.named.length > 0 ? {
		entries: wish.named.map(entry),
		builtIns: [],
		inputs: [],
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
		builtIns: found.builtIns,
		kept: wish.kept,
		sink: wish.sink
	};
	const { findPackages, root } = place;
	const loaded = findPackages ? await loadWithPackages(options, (paths) => findPackages(paths, root)) : await loadWithPlugins(options);
	return {
		...loaded,
		folders: [...loaded.folders, ...found.inputs],
		warnings: [...found.warnings, ...loaded.warnings]
	};
}
/** What the modules of the build are configured with, each entry once. */
async function discovered(place, reader) {
	const { root, configDirs = [root], workDir, env, findPackages } = place;
	const found = await Promise.all(configDirs.map((dir) => discoverAspects({
		dir,
		reader,
		env,
		findPackages
	}, workDir)));
	return {
		entries: [...new Set(found.flatMap(({ entries }) => entries))],
		builtIns: [...new Set(found.flatMap(({ builtIns }) => builtIns))],
		warnings: found.flatMap(({ warnings }) => warnings),
		inputs: found.flatMap(({ inputs }) => inputs)
	};
}
/** Plug-ins are run by Node, which knows of no overlay. */
function readerOf(over, watch) {
	const below = watch(diskReader);
	const view = over(below);
	return {
		...view,
		read: (path) => isPluginFile(path) ? below.read(path) : view.read(path)
	};
}

export { configuredAspects as t };