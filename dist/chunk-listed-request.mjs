import { a as goFileGone } from "./chunk-cli.mjs";
import { s as weaverVersion } from "./chunk-plan.mjs";
import { t as moduleOf } from "./chunk-module-table.mjs";
import { t as goImports } from "./chunk-go-imports.mjs";
import { t as listPackages } from "./chunk-list.mjs";
import { t as isPluginFile } from "./chunk-plugin-file.mjs";
import { t as localTrees } from "./chunk-local-trees.mjs";
import { join } from "node:path";

// src/cli/answers/planned-sources.ts
/**
* What the answer to a question about a planned build follows from.
*
* @param folders those of packages that the answer is about, wherever they lie
* @returns undefined where the answer is not to be kept
*/
function plannedSources({ plan, goEnv, context }, folders) {
	if (context.log.warnings() > 0 || plan.aspectFiles.some(({ path }) => isPluginFile(path))) return void 0;
	const trees = localTrees(plan.moduleDirs, goEnv.goWork);
	return {
		goEnv,
		inputs: plan.inputs.map(({ path }) => path),
		sources: {
			trees,
			folders: [...new Set(folders)].sort()
		}
	};
}

// src/cli/listed-imports.ts
/**
* Packages as {@link listPackages} tells of them. go is asked for their files only and the imports are read here: go would look for
* everything that they import in turn, which takes longer than all the rest.
*
* @param files what go reads
* @throws GotsError cli_go_failed
*/
async function listWithImports(patterns, options, files) {
	const read = (await listPackages([
		"-find",
		"--",
		...patterns
	], options)).map((each) => withImports(each, files));
	return read.every((each) => each !== void 0) ? read : listPackages(["--", ...patterns], options);
}
/**
* A package that was listed with `-find`, with its imports.
*
* @returns undefined where only go can tell: of the standard library, which has names of its own for what it vendors, and of files
*   that cannot be read
*/
function withImports(listed, files) {
	const { Dir: dir, Standard, GoFiles = [], CgoFiles = [], TestGoFiles = [], XTestGoFiles = [] } = listed;
	if (dir === void 0) return listed;
	if (Standard) return void 0;
	const of = (names) => importsOfFiles(names.map((name) => join(dir, name)), files);
	const [own, tests, external] = [
		of([...GoFiles, ...CgoFiles]),
		of(TestGoFiles),
		of(XTestGoFiles)
	];
	if (!own || !tests || !external) return void 0;
	return {
		...listed,
		Imports: own,
		TestImports: tests,
		XTestImports: external
	};
}
/** Imports of files, sorted; undefined where one cannot be read. */
function importsOfFiles(paths, files) {
	try {
		const all = paths.flatMap((path) => goImports({
			display: path,
			bytes: files.read(path) ?? Buffer.alloc(0)
		}));
		return [...new Set(all.map(({ path }) => path))].sort();
	} catch {
		return;
	}
}

// src/cli/listed-request.ts
/** What go compiles in a folder: the package, with its tests where they are asked for, and its external tests. */
function compilationsOf(listed, withTests) {
	const { GoFiles = [], CgoFiles = [], TestGoFiles = [], XTestGoFiles = [] } = listed;
	const { Imports = [], TestImports = [], XTestImports = [] } = listed;
	const tests = withTests ? TestGoFiles : [];
	const own = {
		listed,
		files: [
			...GoFiles,
			...CgoFiles,
			...tests
		],
		imports: [.../* @__PURE__ */ new Set([...Imports, ...withTests ? TestImports : []])],
		external: false
	};
	if (!withTests || XTestGoFiles.length === 0) return [own];
	return [own, {
		listed,
		files: XTestGoFiles,
		imports: XTestImports,
		external: true
	}];
}
/** The facts of a compilation, without reading its files. */
function factsOf({ listed, imports, external }, build) {
	const { ImportPath, Module: module, Name } = listed;
	const suffix = external ? "_test" : "";
	return {
		importPath: `${ImportPath}${suffix}`,
		imports: new Set(imports),
		testMain: false,
		rootModule: build.rootModule,
		module: build.modules ? moduleOf(build.modules, ImportPath) : module && {
			path: module.Path,
			version: versionOf(module)
		},
		goVersion: build.goVersion,
		name: Name === void 0 ? void 0 : `${Name}${suffix}`
	};
}
function versionOf({ Main, Version = "", Replace }) {
	return Main ? "" : Replace ? Replace.Version ?? "" : Version;
}
/** As the weaver wants it; files are named as in their folder. */
function requestOf(compilation, build) {
	const { listed, files } = compilation;
	const read = (name) => {
		const path = join(listed.Dir ?? "", name);
		return {
			name,
			bytes: build.files.read(path) ?? goFileGone(path)
		};
	};
	return {
		facts: factsOf(compilation, build),
		files: files.map(read),
		packageName: build.packageName,
		weaverVersion
	};
}

export { listWithImports as a, importsOfFiles as i, factsOf as n, withImports as o, requestOf as r, plannedSources as s, compilationsOf as t };