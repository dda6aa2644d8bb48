import "./chunk-rolldown-runtime.mjs";
import { B as readPackages } from "./chunk-quote.mjs";
import { t as configuredAspects } from "./chunk-configured-aspects.mjs";
import { n as goFilesIn, t as pluginLoader } from "./chunk-plugins.mjs";
import { s as weaverVersion } from "./chunk-plan.mjs";
import { n as runGo } from "./chunk-go.mjs";
import { t as badUsage } from "./chunk-cli.mjs";
import { n as formatError, t as GotsError } from "./chunk-diagnostic.mjs";
import { r as sourceFile } from "./chunk-source.mjs";
import { D as importTable, n as weaveWithTypes } from "./chunk-weave-with-types.mjs";
import { i as looseView, n as buildFlagsUsage, o as takeBuildFlags, t as aspectsPlaceOf } from "./chunk-build-view.mjs";
import { n as readGrammar, t as withLooseTypes } from "./chunk-loose-types.mjs";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

// src/cli/commands/weave.ts
const usage = `gots weave [--json] [--aspects F]… [--import-path P] [--root-module M] [-o DIR] ${buildFlagsUsage} FILE.go…`;
/** `gots weave`: weaves the files of one package without building anything. */
async function runWeaveCommand(line, context) {
	const { flags, rest } = takeBuildFlags(line.rest, usage);
	const options = readOptions({
		...line,
		rest
	});
	const view = await looseView(context, flags, (reason) => context.log.debug(reason));
	const grammar = await readGrammar();
	const files = options.files.map((name) => readGoFile(name, view));
	const trees = files.map((file) => grammar.parse(sourceFile(file.name, file.bytes)));
	const { aspects, files: aspectFiles } = await readAspects(options, view);
	const plugins = await pluginLoader(aspectFiles)(aspects);
	const request = await weaveRequest({
		options,
		files,
		trees,
		view,
		aspects
	});
	const woven = await withLooseTypes(request, {
		...view,
		folder: context.cwd
	}, (ask) => weaveWithTypes(request, aspects, {
		grammar,
		plugins
	}, ask));
	if (options.json) context.write(`${JSON.stringify(asJson(woven))}\n`);
	else if (options.outDir !== void 0) writeFiles(woven, request, resolve(context.cwd, options.outDir));
	else for (const file of [...woven.files, ...woven.added]) if (file.text !== void 0) context.write(file.text.toString("utf8"));
	return 0;
}
/** @throws GotsError cli_usage */
function readOptions({ aspectFiles, rest }) {
	const values = {};
	const aspects = [...aspectFiles];
	const files = [];
	let json = false;
	for (let i = 0; i < rest.length; i++) {
		const word = rest[i];
		const [, name, inline] = /^--?(aspects|import-path|root-module|o)(?:=([\s\S]*))?$/.exec(word) ?? [];
		if (/^--?json$/.test(word)) json = true;
		else if (name === void 0 && word.startsWith("-")) badUsage(`unknown option "${word}"`, usage);
		else if (name === void 0) files.push(word);
		else {
			const value = inline ?? rest[++i] ?? badUsage(`${word} needs a value`, usage);
			if (name === "aspects") aspects.push(value);
			else values[name] = value;
		}
	}
	if (files.length === 0) badUsage("no file to weave", usage);
	return {
		json,
		aspectFiles: aspects,
		importPath: values["import-path"],
		rootModule: values["root-module"],
		outDir: values["o"],
		files
	};
}
function readGoFile(name, { files, context }) {
	try {
		const bytes = files.read(resolve(context.cwd, name));
		if (bytes) return {
			name,
			bytes
		};
	} catch {}
	return badUsage(`cannot read ${name}`, usage);
}
async function readAspects(options, view) {
	const { cwd, log } = view.context;
	const loaded = await configuredAspects(aspectsPlaceOf(view), {
		named: options.aspectFiles,
		cwd
	});
	for (const warning of loaded.warnings) log.warn(formatError(new GotsError(warning)));
	return loaded;
}
async function weaveRequest({ options, files, trees, view, aspects }) {
	const { context } = view;
	const specs = trees.flatMap((tree) => importTable(tree, () => void 0).specs);
	const names = await packageNames(specs, context);
	const folders = await packageFolders([...new Set(aspects.flatMap(readPackages))], context);
	const module = moduleOf(context.cwd);
	const rootModule = options.rootModule ?? module;
	return {
		facts: {
			importPath: options.importPath ?? module ?? "main",
			imports: new Set(specs.map((spec) => spec.path)),
			testMain: false,
			...rootModule === void 0 ? {} : { rootModule }
		},
		files,
		packageName: (path) => names.get(path),
		packageFiles: (path) => {
			const folder = folders.get(path);
			return folder === void 0 ? void 0 : goFilesIn(folder, path, view.files);
		},
		weaverVersion
	};
}
/** Asks go for the names of packages whose path leaves them open; without a module they stay guesses. */
async function packageNames(specs, context) {
	const open = [...new Set(specs.filter((spec) => !spec.certain).map((spec) => spec.path))];
	if (open.length === 0 || moduleOf(context.cwd) === void 0) return /* @__PURE__ */ new Map();
	const args = [
		"list",
		"-e",
		"-f",
		"{{.ImportPath}} {{.Name}}",
		...open
	];
	const { stdout } = await runGo(args, {
		go: context.go,
		cwd: context.cwd,
		env: context.env
	});
	const pairs = stdout.split("\n").map((row) => row.split(" "));
	return new Map(pairs.flatMap(([path, name]) => path && name ? [[path, name]] : []));
}
/** Asks go for the folders of packages whose files advice refers to. */
async function packageFolders(paths, context) {
	if (paths.length === 0) return /* @__PURE__ */ new Map();
	const args = [
		"list",
		"-e",
		"-f",
		"{{.ImportPath}}	{{.Dir}}",
		"--",
		...paths
	];
	const { stdout } = await runGo(args, {
		go: context.go,
		cwd: context.cwd,
		env: context.env
	});
	const pairs = stdout.split("\n").map((row) => row.split("	"));
	return new Map(pairs.flatMap(([path, dir]) => path && dir ? [[path, dir]] : []));
}
/** Path of the module that a folder is in. */
function moduleOf(folder) {
	for (let at = folder;; at = dirname(at)) {
		const file = join(at, "go.mod");
		if (existsSync(file)) return /^module\s+"?([^\s"]+)/m.exec(readFileSync(file, "utf8"))?.[1];
		if (dirname(at) === at) return void 0;
	}
}
function asJson({ files, added, imports, links, lang }) {
	return {
		files: Object.fromEntries([...files.map(({ name, text }) => [name, {
			woven: text !== void 0,
			text: text?.toString("utf8") ?? ""
		}]), ...added.map(({ name, text }) => [name, {
			woven: true,
			added: true,
			text: text.toString("utf8")
		}])]),
		imports,
		links,
		lang
	};
}
function writeFiles({ files, added }, request, outDir) {
	mkdirSync(outDir, { recursive: true });
	for (const { name, text } of added) writeFileSync(join(outDir, name), text);
	for (const { name, text } of files) {
		const bytes = text ?? request.files.find((file) => file.name === name)?.bytes;
		if (bytes !== void 0) writeFileSync(join(outDir, basename(name)), bytes);
	}
}

export { readOptions as n, runWeaveCommand as r, packageFolders as t };