import "./chunk-rolldown-runtime.mjs";
import { i as unifiedDiff, n as formatted, t as plainText } from "./chunk-plain-text.mjs";
import { t as goFilesIn } from "./chunk-package-files.mjs";
import { t as pluginLoader } from "./chunk-plugins.mjs";
import { t as listPackages } from "./chunk-list.mjs";
import { c as packageNotListed } from "./chunk-cli.mjs";
import { a as readPackages } from "./chunk-aspect-packages.mjs";
import { n as aspectsForPackage } from "./chunk-package.mjs";
import { n as weaveWithTypes } from "./chunk-weave-with-types.mjs";
import { i as buildView, n as withLooseTypes, o as plannedView, t as readGrammar } from "./chunk-read-grammar.mjs";
import { a as listWithImports, n as factsOf, r as requestOf, t as compilationsOf } from "./chunk-listed-request.mjs";
import { t as packageFolders } from "./chunk-package-folders.mjs";
import { r as parseOptions } from "./chunk-read-options.mjs";
import { isAbsolute, join, relative } from "node:path";

// src/cli/commands/diff.ts
/**
* `gots diff [PACKAGE…]`: what weaving changes in packages. They are woven again from the sources as they are now, not taken from
* a build, so the answer is never out of date; `./...` by default.
*
* @throws GotsError cli_usage, cli_package_not_listed, those of aspects and of weaving
*/
async function runDiffCommand(line, context) {
	const given = parseOptions("diff", line.rest);
	const options = {
		json: given.has("json"),
		deps: given.has("deps"),
		test: given.has("test"),
		patterns: given.operands.length === 0 ? ["./..."] : given.operands
	};
	const grammar = readGrammar();
	const view = await plannedView(await buildView(context, given.flags), line.aspectFiles, "diff");
	const { aspects, aspectFiles } = view.plan;
	const plugins = await pluginLoader(aspectFiles)(aspects);
	const packages = await weaveAll({
		...options,
		plugins,
		grammar: await grammar
	}, view);
	if (options.json) context.write(`${JSON.stringify(packages.map(asJson), void 0, 2)}\n`);
	else for (const { files } of packages) for (const { diff } of files) context.write(`${diff}\n`);
	return 0;
}
async function weaveAll(options, { plan, context, goEnv: found, overlay, files }) {
	const { aspects } = plan;
	const go = {
		go: context.go,
		cwd: context.cwd,
		env: context.env
	};
	const listed = options.deps ? await listPackages([
		"-deps",
		"--",
		...options.patterns
	], go) : await listWithImports(options.patterns, go, files);
	const broken = listed.find(({ Error: error, Dir }) => error !== void 0 && Dir === void 0);
	if (broken !== void 0) packageNotListed(broken.ImportPath, broken.Error?.Err ?? "");
	const names = await namesOf(listed, options, go);
	const build = {
		rootModule: plan.rootModule,
		goVersion: plan.goVersion,
		modules: plan.modules,
		files,
		packageName: (path) => names.get(path)
	};
	const folders = await packageFolders([...new Set(aspects.flatMap(readPackages))], context);
	const packageFiles = (path) => {
		const folder = folders.get(path);
		return folder === void 0 ? void 0 : goFilesIn(folder, path, files);
	};
	const weaver = {
		aspects,
		build,
		packageFiles,
		tools: {
			grammar: options.grammar,
			plugins: options.plugins
		},
		context,
		overlay,
		goRoot: found.goRoot
	};
	const diffs = [];
	for (const each of listed.flatMap((one) => compilationsOf(one, options.test))) diffs.push(...await diffOf(each, weaver));
	return diffs;
}
/** Declared names of all that is imported; with `--deps` the listing holds them. */
async function namesOf(listed, { deps, test }, go) {
	const known = new Map(listed.map(({ ImportPath, Name }) => [ImportPath, Name]));
	if (deps && !test) return known;
	const open = [...new Set(listed.flatMap((each) => compilationsOf(each, test)).flatMap((each) => each.imports))].filter((path) => path !== "C" && !known.has(path));
	const others = open.length === 0 ? [] : await listPackages([
		"-find",
		"--",
		...open
	], go);
	return new Map([...known, ...others.map(({ ImportPath, Name }) => [ImportPath, Name])]);
}
/** Empty where nothing is woven. */
async function diffOf(compilation, { aspects, build, packageFiles, tools, context, overlay, goRoot }) {
	const facts = factsOf(compilation, build);
	if (facts.importPath === "cmd" || facts.importPath.startsWith("cmd/")) return [];
	const live = aspectsForPackage(aspects, facts);
	if (live.length === 0) return [];
	const request = {
		...requestOf(compilation, build),
		packageFiles
	};
	const place = {
		context,
		folder: compilation.listed.Dir ?? "",
		overlay
	};
	const woven = await withLooseTypes(request, place, (ask) => weaveWithTypes(request, live, tools, ask));
	const folder = relative(context.cwd, compilation.listed.Dir ?? "");
	const shown = folder.startsWith("..") || isAbsolute(folder) ? compilation.listed.ImportPath : folder;
	const gofmt = join(goRoot, "bin", "gofmt");
	const changed = woven.files.flatMap(({ name, text }) => {
		const before = request.files.find((file) => file.name === name)?.bytes ?? Buffer.alloc(0);
		return text === void 0 ? [] : [fileDiff(join(shown, name), before, readable(text, name), gofmt)];
	});
	const added = woven.added.map(({ name, text }) => fileDiff(join(shown, name), void 0, readable(text, name), gofmt));
	const files = [...changed, ...added];
	return files.length === 0 ? [] : [{
		importPath: facts.importPath,
		files,
		woven
	}];
}
/** Directives become notes of where inserted text comes from, so that a line can be found in its aspect file. */
function readable(text, own) {
	return plainText(text, {
		own,
		show: (file, line) => `/* ${file}:${line} */ `
	}).toString("utf8");
}
/** @param before undefined for a file that weaving adds */
function fileDiff(path, before, after, gofmt) {
	const from = before?.toString("utf8") ?? "";
	const isTidy = before === void 0 || formatted(from, gofmt) === from;
	const names = {
		from: before === void 0 ? "/dev/null" : `a/${path}`,
		to: `b/${path}`
	};
	return {
		path,
		diff: unifiedDiff(names, from, isTidy ? formatted(after, gofmt) : after)
	};
}
function asJson({ importPath, files, woven }) {
	const { imports, links, matches } = woven;
	return {
		importPath,
		files,
		imports,
		links,
		matches
	};
}

export { runDiffCommand };