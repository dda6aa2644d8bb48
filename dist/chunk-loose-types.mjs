import { i as goFailed } from "./chunk-cli.mjs";
import { t as ensureHelper } from "./chunk-helper-program.mjs";
import { n as runGo, t as parseJsonStream } from "./chunk-go.mjs";
import { n as converse, t as wasmPath } from "./chunk-asset.mjs";
import { t as loadGrammar } from "./chunk-grammar.mjs";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

// src/cli/grammar.ts
/** The Go grammar, from the files beside the bundle. */
function readGrammar() {
	return loadGrammar({
		runtimeWasm: readFileSync(wasmPath("web-tree-sitter.wasm")),
		goWasm: readFileSync(wasmPath("tree-sitter-go.wasm"))
	});
}

// src/cli/loose-types.ts
/**
* A conversation about files that no build compiles: their imports are built by `go list -export` with the user's settings
* and the versions of the module in the working directory.
*
* @throws GotsError cli_go_failed, oracle_build_failed
*/
async function looseTypes(request, { context, folder, overlay }) {
	const { go, cwd, env } = context;
	const contentOf = (path) => overlay?.actual(path) ?? path;
	const settings = await runGo([
		"env",
		"-json",
		"GOVERSION",
		"GOARCH"
	], {
		go,
		cwd,
		env
	});
	if (settings.exitCode !== 0) goFailed("go env", settings.stderr);
	const { GOVERSION: goVersion = "", GOARCH: goarch = "" } = JSON.parse(settings.stdout);
	const program = await ensureHelper("oracle", {
		go,
		goVersion,
		cacheDir: context.cacheDir,
		sourceDir: join(context.home, "helper", "oracle"),
		log: context.log
	});
	const { importPath, imports } = request.facts;
	const packageFiles = await archivesOf([...imports], context);
	const missing = [...imports].filter((path) => !packageFiles.has(path) && path !== "unsafe" && path !== "C");
	const inVendor = await archivesOf((missing.length > 0 && isStandard(importPath) ? missing : []).map((path) => `vendor/${path}`), context);
	const sources = {
		importPath,
		lang: request.lang,
		goarch,
		files: request.files.map(({ name }) => ({
			name,
			path: contentOf(resolve(folder, name))
		})),
		packageFiles: new Map([...packageFiles, ...inVendor]),
		importMap: new Map([...inVendor.keys()].map((path) => [path.slice(7), path]))
	};
	return converse(program, sources, async (path) => (await archivesOf([path], context)).get(path));
}
/**
* Lets something ask for the types of a package; {@link looseTypes} are there from the first question on.
*
* @throws GotsError cli_go_failed, oracle_build_failed, and what `use` throws
*/
async function withLooseTypes(request, place, use) {
	let types;
	try {
		return await use(async (questions) => {
			types ??= await looseTypes(request, place);
			return types.ask(questions);
		});
	} finally {
		types?.close();
	}
}
function isStandard(importPath) {
	return !importPath.split("/")[0].includes(".");
}
/** Archive by import path, for those packages that can be built. */
async function archivesOf(paths, context) {
	const wanted = paths.filter((path) => path !== "unsafe" && path !== "C");
	if (wanted.length === 0) return /* @__PURE__ */ new Map();
	const args = [
		"list",
		"-e",
		"-export",
		"-json=ImportPath,Export",
		"--",
		...wanted
	];
	const { stdout, stderr } = await runGo(args, {
		go: context.go,
		cwd: context.cwd,
		env: context.env
	});
	const found = parseJsonStream(stdout).flatMap(({ ImportPath, Export }) => Export && existsSync(Export) ? [[ImportPath, Export]] : []);
	if (found.length < wanted.length) context.log.debug(`types: some imports cannot be built: ${stderr.trim()}`);
	return new Map(found);
}

export { readGrammar as n, withLooseTypes as t };