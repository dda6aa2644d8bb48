import "./chunk-rolldown-runtime.mjs";
import { t as goFilesIn } from "./chunk-package-files.mjs";
import { t as pluginLoader } from "./chunk-plugins.mjs";
import { t as laidOutDiffs } from "./chunk-laid-out-diffs.mjs";
import { t as listPackages } from "./chunk-list.mjs";
import { c as packageNotListed } from "./chunk-cli.mjs";
import { t as plainText } from "./chunk-plain-text.mjs";
import { a as readPackages } from "./chunk-aspect-packages.mjs";
import { n as aspectsForPackage } from "./chunk-package.mjs";
import { n as weaveWithTypes } from "./chunk-weave-with-types.mjs";
import { a as listWithImports, n as factsOf, r as requestOf, s as plannedSources, t as compilationsOf } from "./chunk-listed-request.mjs";
import { i as buildView, n as withLooseTypes, o as plannedView, t as readGrammar } from "./chunk-read-grammar.mjs";
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
async function weaveAll(options, view) {
	const { plan, context, goEnv: found, overlay, files } = view;
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
	const told = {
		rootModule: plan.rootModule,
		goVersion: plan.goVersion,
		modules: plan.modules,
		files
	};
	const touched = listed.flatMap((each) => compilationsOf(each, options.test)).map((compilation) => ({
		compilation,
		live: liveIn(factsOf(compilation, told), aspects)
	})).filter(({ live }) => live.length > 0);
	const names = await namesOf(listed, touched, go);
	const build = {
		...told,
		packageName: (path) => names.get(path)
	};
	const folders = await packageFolders([...new Set(aspects.flatMap(readPackages))], context);
	context.followsFrom?.(plannedSources(view, [...listed.flatMap(({ Dir }) => Dir ?? []), ...folders.values()]));
	const packageFiles = (path) => {
		const folder = folders.get(path);
		return folder === void 0 ? void 0 : goFilesIn(folder, path, files);
	};
	const weaver = {
		build,
		packageFiles,
		tools: {
			grammar: options.grammar,
			plugins: options.plugins
		},
		context,
		overlay
	};
	const changed = [];
	for (const each of touched) changed.push(...await changesOf(each, weaver));
	return diffsOf(changed, join(found.goRoot, "bin", "gofmt"));
}
/** The diffs of all packages at once: a start of gofmt takes longer than its work. */
function diffsOf(packages, gofmt) {
	const all = packages.flatMap(({ changes }) => changes);
	const diffs = new Map(laidOutDiffs(all, gofmt).map((diff, at) => [all[at], diff]));
	return packages.map(({ importPath, changes, woven }) => {
		return {
			importPath,
			files: changes.map((change) => ({
				path: change.path,
				diff: diffs.get(change) ?? ""
			})),
			woven
		};
	});
}
function liveIn(facts, aspects) {
	return facts.importPath === "cmd" || facts.importPath.startsWith("cmd/") ? [] : aspectsForPackage(aspects, facts);
}
/** Declared names of all that these import; go is asked for those that it has not listed. */
async function namesOf(listed, touched, go) {
	const known = new Map(listed.map(({ ImportPath, Name }) => [ImportPath, Name]));
	const open = [...new Set(touched.flatMap(({ compilation }) => compilation.imports))].filter((path) => path !== "C" && !known.has(path));
	const others = open.length === 0 ? [] : await listPackages([
		"-find",
		"--",
		...open
	], go);
	return new Map([...known, ...others.map(({ ImportPath, Name }) => [ImportPath, Name])]);
}
/** Empty where nothing is woven. */
async function changesOf({ compilation, live }, { build, packageFiles, tools, context, overlay }) {
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
	const changed = woven.files.flatMap(({ name, text }) => {
		const before = request.files.find((file) => file.name === name)?.bytes.toString("utf8") ?? "";
		return text === void 0 ? [] : [{
			path: join(shown, name),
			before,
			after: readable(text, name)
		}];
	});
	const added = woven.added.map(({ name, text }) => {
		return {
			path: join(shown, name),
			before: void 0,
			after: readable(text, name)
		};
	});
	const changes = [...changed, ...added];
	return changes.length === 0 ? [] : [{
		importPath: request.facts.importPath,
		changes,
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