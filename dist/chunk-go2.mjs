import "./chunk-rolldown-runtime.mjs";
import { a as splitQuoted, i as readFlags } from "./chunk-flags.mjs";
import { t as runInForeground } from "./chunk-foreground.mjs";
import { o as goNotFound } from "./chunk-cli.mjs";
import { n as settledState, r as withAllBelow, t as fileState } from "./chunk-file-state.mjs";
import { t as hashParts } from "./chunk-hash.mjs";
import { n as readIfThere, t as namesIfThere } from "./chunk-read-if-there.mjs";
import { i as writeSealed } from "./chunk-sealed.mjs";
import { a as isConfiguration, n as configurationVariables } from "./chunk-facts.mjs";
import { t as settingsFiles } from "./chunk-settings-file.mjs";
import { t as weavingEnv } from "./chunk-weaving-env.mjs";
import { t as distrust } from "./chunk-trust.mjs";
import { a as rulesFile } from "./chunk-plan.mjs";
import { n as weaverFiles } from "./chunk-weaver-code.mjs";
import { r as parseModFile } from "./chunk-mod-file.mjs";
import { accessSync, constants, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

// src/cli/start/last-start.ts
/** Commands of go that compile the module's packages. All others run as they are. */
const buildingCommands = /* @__PURE__ */ new Set([
	"build",
	"run",
	"test",
	"install",
	"vet",
	"list"
]);
const lastStartKind = "start 1";
/**
* Where the start of a command is noted, named by all that is given to it.
*
* @returns undefined for commands of which nothing is noted: those inside of `gots env`, those that note what they use, with
*   `-C`, and those that do not weave
*/
function lastStartFile(context, goArgs) {
	const { env, cwd, cacheDir, home } = context;
	if (!buildingCommands.has(goArgs[0] ?? "") || goArgs.some((word) => /^--?C(=|$)/.test(word))) return void 0;
	if ([
		"GOTS_SAVED",
		"GOTS_PLAN",
		"GOTS_TOOLEXEC",
		"GOTS_TOUCHED"
	].some((name) => env[name])) return void 0;
	const settings = Object.keys(env).filter(decides).sort();
	const parts = [
		cwd,
		home,
		process.execPath,
		process.version,
		"arguments",
		...goArgs,
		"environment"
	];
	const key = hashParts(...parts, ...settings.map((name) => `${name}=${env[name]}`));
	return join(cacheDir, "builds", `${key.slice(0, 32)}.start`);
}
/** Whether a variable has a say in what go and gots find out before a build. */
function decides(name) {
	return /^(GO|CGO_|NODE_|XDG_)|^(PATH|HOME|PWD|TMPDIR|CC|CXX|FC|AR)$/.test(name) || configurationVariables.includes(name);
}
/** The go command that a start runs; undefined where PATH does not say it plainly. */
function goProgram({ go, env }) {
	if (go.includes("/")) return go.startsWith("/") ? go : void 0;
	for (const dir of (env["PATH"] ?? "").split(":")) {
		if (!dir.startsWith("/")) return void 0;
		if (isProgram(join(dir, go))) return join(dir, go);
	}
}
function isProgram(path) {
	if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
/** Names of the files in a folder that configure the module there, sorted. */
function configurationsIn(dir) {
	return namesIfThere(dir).filter(isConfiguration);
}
/**
* The user's GOFLAGS and GOCACHEPROG as go knows them: of the environment, else of `go env -w`, else the toolchain's own.
*
* @see cmd/go/internal/cfg/cfg.go, Getenv and readEnvFile (Go 1.24 to 1.27)
*/
function userSettings(env, goRoot) {
	const places = {
		GOENV: env["GOENV"],
		HOME: env["HOME"],
		XDG_CONFIG_HOME: env["XDG_CONFIG_HOME"]
	};
	const [ofToolchain = [], own = []] = settingsFiles(places, goRoot).map((file) => readIfThere(file).split("\n"));
	const value = (name) => {
		const isIt = (line) => line.startsWith(`${name}=`);
		const line = own.filter(isIt).at(-1) ?? ofToolchain.find(isIt) ?? "";
		return env[name] || line.slice(name.length + 1);
	};
	return {
		goflags: value("GOFLAGS"),
		goCacheProg: value("GOCACHEPROG")
	};
}

// src/cli/start/note-start.ts
/** More files than this take as long to look at as all that is saved. */
const maxWatched = 2e3;
/**
* Notes what a start has found out, for the next one of the same command; not where something may follow from what is not looked at,
* or has changed since the start began. A cache that cannot be written stays as it is.
*
* @param startedMs when this command began, in ms since 1970
*/
function noteStart(context, goArgs, weaving, startedMs) {
	const file = lastStartFile(context, goArgs);
	const found = file === void 0 ? void 0 : startOf(context, goArgs, weaving, startedMs);
	if (file === void 0 || found === void 0) return;
	try {
		writeSealed(file, lastStartKind, JSON.stringify(found));
	} catch {}
}
function startOf(context, goArgs, { variables, plan, goEnv, place, isRemote, goArgs: changed }, startedMs) {
	const { goRoot } = goEnv;
	const go = goProgram(context);
	const own = userSettings(context.env, goRoot);
	const { values } = readFlags(goArgs, splitQuoted(goEnv.goflags));
	if (!(go !== void 0 && !isRemote && isSameFile(go, join(goRoot, "bin", "go")) && goArgs.length === changed.length && goArgs.every((word, at) => word === changed[at]) && own.goflags === goEnv.goflags && own.goCacheProg === goEnv.goCacheProg && variables["GOTS_TOOLEXEC"] === void 0 && values.get("mod") !== "mod" && !values.has("overlay") && !/-toolexec/.test(goEnv.goflags))) return void 0;
	const planFile = variables["GOTS_PLAN"] ?? "";
	const overlay = overlayIn(variables["GOFLAGS"] ?? "");
	const paths = [
		go,
		join(goRoot, "VERSION"),
		...settingsFiles(context.env, goRoot),
		...modulesAbove(context.cwd),
		...membersOf(goEnv.goWork),
		...codeFiles(context.home),
		plan.shim,
		...plan.injection ? [plan.injection.overlay, ...Object.keys(plan.injection.standIns)] : [],
		...overlay === "" ? [] : [overlay],
		...plan.inputs.flatMap(({ path }) => withAllBelow(path))
	];
	const watched = statesOf([...new Set(paths)], startedMs);
	const written = [planFile, rulesFile(planFile)].map((path) => [path, fileState(path)]);
	if (watched === void 0 || !isTrusted(plan.shim)) return void 0;
	return {
		savedMs: Date.now(),
		go,
		goRoot,
		planFile,
		shim: plan.shim,
		overlay,
		moduleDir: place.moduleDir,
		configurations: configurationsIn(place.moduleDir),
		watched: [...watched, ...written]
	};
}
/** States by path; undefined if one of them does not tell of later changes, or if there are too many. */
function statesOf(paths, startedMs) {
	if (paths.length > maxWatched) return void 0;
	const states = [];
	for (const path of paths) {
		const state = settledState(path, startedMs);
		if (state === void 0) return void 0;
		states.push([path, state]);
	}
	return states;
}
function isSameFile(a, b) {
	const [x, y] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }));
	return x !== void 0 && y !== void 0 && x.ino === y.ino && x.dev === y.dev;
}
function isTrusted(path) {
	const stat = statSync(path, { throwIfNoEntry: false });
	return stat !== void 0 && distrust(stat, "group") === void 0;
}
/** The overlay that raised modules need; the user has none. */
function overlayIn(goflags) {
	return splitQuoted(goflags).find((word) => word.startsWith("-overlay="))?.slice(9) ?? "";
}
/** Each go.mod and go.work that is, or would be, the one that governs a folder. */
function modulesAbove(cwd) {
	const files = [];
	for (let dir = cwd;; dir = dirname(dir)) {
		files.push(join(dir, "go.mod"), join(dir, "go.work"));
		if (dir === dirname(dir)) return files;
	}
}
/** The go.mod of each member of a workspace. */
function membersOf(goWork) {
	if (goWork === "") return [];
	return parseModFile(readIfThere(goWork)).uses.map((dir) => join(resolve(dirname(goWork), dir), "go.mod"));
}
/** What the hash of the weaver's code is made of, and the folders that a new file would show in. */
function codeFiles(home) {
	const folders = ["helper/shim", "helper/oracle"].map((name) => join(home, name));
	return [
		join(home, "dist", "weaver.json"),
		...folders,
		...weaverFiles(home)
	];
}

// src/cli/commands/go.ts
/**
* `gots go ARGS…`: any go command, woven.
*
* @returns go's exit code
* @throws GotsError of planning; then go was not run
*/
async function runGoCommand(line, context) {
	const startedMs = Date.now();
	const { command } = readFlags(line.rest, []);
	const weaving = buildingCommands.has(command) ? await weavingEnv(context, line.aspectFiles, line.rest, "beside") : void 0;
	if (weaving && line.aspectFiles.length === 0) noteStart(context, line.rest, weaving, startedMs);
	if (buildingCommands.has(command) && !weaving) context.log.warn("not weaving: no go.mod here");
	const env = {
		...context.env,
		...weaving?.variables
	};
	try {
		return await runOnTerminal(context.go, weaving?.goArgs ?? line.rest, env, context.cwd);
	} finally {
		weaving?.ended();
	}
}
/** @throws GotsError cli_go_not_found */
async function runOnTerminal(go, args, env, cwd) {
	try {
		return await runInForeground(go, args, env, cwd);
	} catch (error) {
		if (error.code === "ENOENT") goNotFound(go);
		throw error;
	}
}

export { runGoCommand };