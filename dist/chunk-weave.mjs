import "./chunk-rolldown-runtime.mjs";
import { t as configuredAspects } from "./chunk-configured.mjs";
import { t as goFilesIn } from "./chunk-package-files.mjs";
import { s as weaverVersion } from "./chunk-plan.mjs";
import { t as pluginLoader } from "./chunk-plugins.mjs";
import { n as runGo } from "./chunk-go.mjs";
import { A as importTable } from "./chunk-advice.mjs";
import { r as sourceFile } from "./chunk-source.mjs";
import { t as badUsage } from "./chunk-cli.mjs";
import { i as formatError, r as GotsError } from "./chunk-message.mjs";
import { a as readPackages } from "./chunk-aspect-packages.mjs";
import { n as weaveWithTypes } from "./chunk-weave-with-types.mjs";
import { a as looseView, n as withLooseTypes, r as aspectsPlaceOf, t as readGrammar } from "./chunk-read-grammar.mjs";
import { t as packageFolders } from "./chunk-package-folders.mjs";
import { r as parseOptions, s as usageOf } from "./chunk-read-options.mjs";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

// src/cli/commands/weave.ts
/** `gots weave`: weaves the files of one package without building anything. */
async function runWeaveCommand(line, context) {
	const options = readOptions(line);
	const view = await looseView(context, options.flags, (reason) => context.log.debug(reason));
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
	const { has, value, values, operands, flags } = parseOptions("weave", rest);
	if (operands.length === 0) badUsage("no file to weave", usageOf("weave"));
	return {
		json: has("json"),
		aspectFiles: [...aspectFiles, ...values("aspects")],
		importPath: value("import-path"),
		rootModule: value("root-module"),
		outDir: value("o"),
		files: operands,
		flags
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
	return badUsage(`cannot read ${name}`, usageOf("weave"));
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

export { runWeaveCommand };