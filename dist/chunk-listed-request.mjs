import { a as weaverVersion } from "./chunk-plan.mjs";
import { t as moduleOf } from "./chunk-module-table.mjs";
import { a as goFileGone } from "./chunk-cli.mjs";
import { join } from "node:path";

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

export { factsOf as n, requestOf as r, compilationsOf as t };