import { r as GotsError } from "./chunk-message.mjs";
import { i as goFailed, t as badUsage, u as unquotablePath } from "./chunk-cli.mjs";
import { n as withoutOurs } from "./chunk-saved-settings.mjs";
import { i as splitQuoted, n as quoteWord, r as readFlags, t as findFlags } from "./chunk-flags.mjs";
import { n as runGo, t as parseJsonStream } from "./chunk-go.mjs";
import { t as goEnv } from "./chunk-go-env.mjs";
import { i as buildPlace } from "./chunk-remote-fetch.mjs";
import { i as readOverlay, n as joinedOverlay, r as noOverlay, t as weavingEnv } from "./chunk-weaving-env.mjs";
import { r as ensureHelper } from "./chunk-node-flags.mjs";
import { t as disk } from "./chunk-file-view.mjs";
import { n as converse, t as wasmPath } from "./chunk-asset.mjs";
import { t as injectedFlags } from "./chunk-injected-flags.mjs";
import { t as packageFinder } from "./chunk-packages.mjs";
import { t as loadGrammar } from "./chunk-load-grammar.mjs";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

// src/cli/build-view.ts
/**
* The view of a build with some flags, from the working directory.
*
* @throws GotsError of {@link goEnv}
*/
async function buildView(context, flags) {
	const { go, cwd } = context;
	const env = withoutOurs(context.env);
	const found = await goEnv(go, cwd, env);
	const words = [...splitQuoted(found.goflags), ...flags];
	const goflags = words.map((word) => quoteWord(word) ?? unquotablePath(word)).join(" ");
	const place = buildPlace(found, cwd, []);
	const overlay = readOverlay(readFlags([], words).values.get("overlay"), cwd);
	return {
		context: {
			...context,
			env: flags.length === 0 ? env : {
				...env,
				GOFLAGS: goflags
			}
		},
		goEnv: flags.length === 0 ? found : {
			...found,
			goflags
		},
		asked: flags.length === 0 ? found : void 0,
		moduleDir: place?.moduleDir ?? "",
		place,
		overlay,
		files: overlay.over(disk)
	};
}
/**
* As {@link buildView}, also where go cannot be asked: aspects can be read without it.
*
* @param told gets the reason why go cannot be asked
*/
async function looseView(context, flags, told) {
	try {
		return await buildView(context, flags);
	} catch (error) {
		if (!(error instanceof GotsError)) throw error;
		told(error.message);
		return {
			context,
			goEnv: void 0,
			moduleDir: "",
			place: void 0,
			overlay: noOverlay,
			files: disk
		};
	}
}
/** Where the aspects of that build are looked for. */
function aspectsPlaceOf({ context, goEnv: found, moduleDir, place, overlay }) {
	return {
		root: moduleDir || context.cwd,
		configDirs: place?.configDirs,
		workDir: found === void 0 || found.goWork === "" ? void 0 : dirname(found.goWork),
		home: context.home,
		moduleCache: found?.modCache,
		env: context.env,
		findPackages: found && moduleDir !== "" ? packageFinder({
			go: context.go,
			flags: findFlags(flagsOf(found)),
			env: context.env
		}) : void 0,
		over: overlay.over
	};
}
function flagsOf({ goflags }) {
	return readFlags([], splitQuoted(goflags));
}
/**
* Plans that build, as a build would; its modules join the context's environment, and nothing weaves there.
*
* @param aspectFiles named on the command line
* @throws GotsError of planning; cli_usage outside of modules
*/
async function plannedView(view, aspectFiles, command) {
	const { context } = view;
	const weaving = await weavingEnv(context, aspectFiles, [], "before", view.asked);
	if (!weaving) return badUsage(`no go.mod in ${context.cwd} or above`, `run \`gots ${command}\` in the module that is built`);
	const { GOFLAGS = "", GOCACHEPROG: _, GOTS_PLAN: __, GOTS_SAVED: ___, ...joined } = weaving.variables;
	const words = splitQuoted(GOFLAGS).filter((word) => !/^--?toolexec=/.test(word));
	const { injection, cacheDir } = weaving.plan;
	const own = readFlags([], words).values.get("overlay");
	const generated = injection && joinedOverlay(injection, own, context.cwd, cacheDir);
	const goflags = injectedFlags(words, injection, generated).map((word) => quoteWord(word) ?? word).join(" ");
	const env = {
		...context.env,
		...joined,
		GOFLAGS: goflags
	};
	return {
		...view,
		goEnv: weaving.goEnv,
		context: {
			...context,
			env
		},
		plan: weaving.plan
	};
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
		log: context.log,
		env
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

// src/cli/read-grammar.ts
/** The Go grammar, from the files beside the bundle. */
function readGrammar() {
	return loadGrammar({
		runtimeWasm: readFileSync(wasmPath("web-tree-sitter.wasm")),
		goWasm: readFileSync(wasmPath("tree-sitter-go.wasm"))
	});
}

export { looseView as a, buildView as i, withLooseTypes as n, plannedView as o, aspectsPlaceOf as r, readGrammar as t };