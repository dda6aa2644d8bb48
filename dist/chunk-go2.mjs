import "./chunk-rolldown-runtime.mjs";
import { i as splitQuoted, n as quoteWord, r as readFlags } from "./chunk-flags.mjs";
import { t as runInForeground } from "./chunk-foreground.mjs";
import { o as goNotFound } from "./chunk-cli.mjs";
import { a as ensureCopy, o as isWhole } from "./chunk-node-flags.mjs";
import { n as runSync } from "./chunk-system.mjs";
import { t as hashParts } from "./chunk-hash.mjs";
import { r as isHelperSource } from "./chunk-weaver-code.mjs";
import { n as readIfThere, t as namesIfThere } from "./chunk-read-if-there.mjs";
import { r as withAllBelow, t as fileState } from "./chunk-file-state.mjs";
import { o as writeWhole } from "./chunk-sealed.mjs";
import { t as distrust } from "./chunk-trust.mjs";
import { t as sealedFrame } from "./chunk-protocol.mjs";
import { a as rulesFile } from "./chunk-plan.mjs";
import { t as settingsFiles } from "./chunk-settings-file.mjs";
import { a as statesOf, r as plainGo, t as decisiveFiles } from "./chunk-decisive-files.mjs";
import { t as weavingEnv } from "./chunk-weaving-env.mjs";
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

// src/cli/start/start-program.ts
/** What tells systems apart; a launcher in sh can look at nothing else without starting a program. */
const systemFiles = ["/proc/self", "/System/Library"];
/** Dynamic linkers: of those that there are, a program of this machine's kind uses one. */
const linkers = [
	"/lib64/ld-linux-x86-64.so.2",
	"/lib/ld-linux-aarch64.so.1",
	"/lib/ld-musl-x86_64.so.1",
	"/lib/ld-musl-aarch64.so.1"
];
const machineFiles = [...systemFiles, ...linkers];
const none = "0".repeat(linkers.length);
/** What a shell says of a machine in HOSTTYPE, by what Node says. */
const hostTypes = {
	x64: "x86_64",
	arm64: "arm64"
};
/**
* The program that the launcher looks for: a copy of the shim, under a name that a shell can tell. It is the same for every toolchain, and of this
* code: versions of gots may share a cache, and machines may.
*
* @param home the folder that holds dist/
* @returns undefined where there is no launcher
*/
function launchedProgram({ home, cacheDir }) {
	const digest = /\/start-([0-9a-f]+)-/.exec(readIfThere(join(home, "dist", "gots")))?.[1];
	if (digest === void 0) return void 0;
	return {
		path: join(cacheDir, "bin", `start-${digest}-${machine(existsSync, process.arch)}`),
		digest
	};
}
/**
* The kind of this machine, as far as a shell sees it.
*
* @param isThere whether there is a file of this path
* @param arch as `process.arch`
*/
function machine(isThere, arch) {
	const digits = machineFiles.map((path) => isThere(path) ? "1" : "0").join("");
	return digits.endsWith(none) ? `${digits}-${hostTypes[arch] ?? arch}` : digits;
}
/** What tells the sources of the program. */
function startDigest(home) {
	const dir = join(home, "helper", "shim");
	const names = readdirSync(dir).filter(isHelperSource).sort();
	return hashParts(...names.flatMap((name) => [name, readFileSync(join(dir, name))])).slice(0, 20);
}

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
/**
* Asks the program that the launcher starts (helper/shim/start.go).
*
* @param goArgs arguments of the go command
* @returns undefined where there is no such program yet, or not as it was built
*/
function lastStart(context, goArgs) {
	const { cwd, env, home, cacheDir } = context;
	if (!buildingCommands.has(goArgs[0] ?? "")) return void 0;
	try {
		const program = launchedProgram(context)?.path;
		if (program === void 0 || !isWhole(program)) return void 0;
		const args = [
			"start-print",
			process.execPath,
			home,
			cacheDir,
			"go",
			...goArgs
		];
		const { code, stdout } = runSync(program, args, {
			env,
			cwd
		});
		if (code !== 0) return void 0;
		const [file = "", ...words] = stdout.split("\0").slice(0, -1);
		const variables = words.map((word) => [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)]);
		return {
			file,
			variables: words.length === 0 ? void 0 : Object.fromEntries(variables)
		};
	} catch {
		return;
	}
}

// src/cli/start/note-start.ts
/** How the names of files end that configure a module, and of some that do not; helper/shim/start.go knows no dialects. */
const configurationEndings = [
	".yml",
	".yaml",
	".tool.go",
	".instrumentation.go"
];
/**
* Notes what a start has found out, for the next one of the same command; not where something may follow from what is not looked at,
* or has changed since the start began. A cache that cannot be written stays as it is.
*
* @param startedMs when this command began, in ms since 1970
*/
function noteStart(context, goArgs, weaving, startedMs) {
	const note = noteOf(context, goArgs, weaving, startedMs);
	if (note === void 0) return;
	try {
		const file = (lastStart(context, goArgs) ?? (makeProgram(context, weaving) ? lastStart(context, goArgs) : void 0))?.file ?? "";
		if (file === "") return;
		writeWhole(file, note);
		if (!isSame(lastStart(context, goArgs)?.variables, weaving.variables)) rmSync(file, { force: true });
	} catch {}
}
/** Makes the program that reads notes; false where the launcher is for other sources than the shim's. */
function makeProgram(context, { plan }) {
	const program = launchedProgram(context);
	if (program === void 0 || program.digest !== startDigest(context.home)) return false;
	ensureCopy(plan.shim, program.path);
	return true;
}
/** Whether the next start would set what this one sets. It reads the user's settings by itself: what they hold is not noted. */
function isSame(a, b) {
	const lines = (variables) => JSON.stringify(Object.entries(variables).sort());
	return a !== void 0 && lines(a) === lines(b);
}
/** The content of a note, as helper/shim/startnote.go reads it; undefined where nothing is noted. */
function noteOf(context, goArgs, { variables, plan, goEnv, place, isRemote, goArgs: changed }, startedMs) {
	const { goRoot } = goEnv;
	const go = plainGo(context, goEnv);
	const { values } = readFlags(goArgs, splitQuoted(goEnv.goflags));
	if (!(go !== void 0 && !isRemote && goArgs.length === changed.length && goArgs.every((word, at) => word === changed[at]) && variables["GOTS_TOOLEXEC"] === void 0 && values.get("mod") !== "mod" && !values.has("overlay") && !/-toolexec/.test(goEnv.goflags))) return void 0;
	const planFile = variables["GOTS_PLAN"] ?? "";
	const own = ownFlags(variables["GOFLAGS"] ?? "");
	const overlay = own.find((word) => word.startsWith("-overlay="))?.slice(9) ?? "";
	const settings = settingsFiles(context.env, goRoot);
	const paths = [
		...decisiveFiles(context, goEnv, go),
		plan.shim,
		...plan.injection ? [plan.injection.overlay, ...Object.keys(plan.injection.standIns)] : [],
		...overlay === "" ? [] : [overlay],
		...plan.inputs.flatMap(({ path }) => withAllBelow(path))
	];
	const watched = statesOf([...new Set(paths)], startedMs);
	const written = [planFile, rulesFile(planFile)].map((path) => [path, fileState(path)]);
	if (watched === void 0 || !isTrusted(plan.shim)) return void 0;
	return sealedFrame("start 2", {
		savedMinute: [String(Math.floor(Date.now() / 6e4))],
		go: [go],
		node: [process.execPath],
		settings,
		flags: own.map((word) => quoteWord(word) ?? word),
		cacheProg: [variables["GOCACHEPROG"] ?? ""],
		plan: [planFile],
		moduleDir: [place.moduleDir],
		endings: configurationEndings,
		configurations: namesIfThere(place.moduleDir).filter((name) => configurationEndings.some((ending) => name.endsWith(ending))),
		watched: [...watched, ...written].flat()
	});
}
/** Of the flags of a woven go command those that gots adds: the overlay that raised modules need (the user has none), and -toolexec. */
function ownFlags(goflags) {
	const words = splitQuoted(goflags);
	return words.filter((word, at) => word.startsWith("-overlay=") || at === words.length - 1);
}
function isTrusted(path) {
	const stat = statSync(path, { throwIfNoEntry: false });
	return stat !== void 0 && distrust(stat, "group") === void 0;
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