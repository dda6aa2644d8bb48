import { t as hashParts } from "./chunk-hash.mjs";
import { i as splitQuoted, n as quoteWord, r as readFlags } from "./chunk-flags.mjs";
import { l as unquotablePath, n as cacheUnwritable } from "./chunk-cli.mjs";
import { a as readPlan, o as staleInput, s as weaverVersion, t as hashFile } from "./chunk-plan.mjs";
import { s as runtimeDirUnusable, t as ensureHelper } from "./chunk-helper-program.mjs";
import { n as claimPrivateDir, t as nodeFlags } from "./chunk-node-flags.mjs";
import { t as goEnv } from "./chunk-go-env.mjs";
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

// src/build/shim.ts
/**
* Path of the shim for this machine, built on first use.
*
* @returns absolute; fit to be quoted in GOFLAGS, for which it is copied elsewhere if need be
* @throws GotsError shim_build_failed with what go printed; runtime_dir_unusable
*/
async function ensureShim(options) {
	const path = await ensureHelper("shim", options);
	return isQuotable(path) ? path : plainCopy(path);
}
/** Whether `-toolexec=<path>` can stand in GOFLAGS: split twice, with no way to express a word that needs both kinds of quotes. */
function isQuotable(path) {
	const once = quoteWord(path);
	return once !== void 0 && quoteWord(`-toolexec=${once}`) !== void 0;
}
function plainCopy(path) {
	const dir = `/tmp/gots-${process.getuid?.() ?? 0}`;
	const reason = claimPrivateDir(dir);
	if (reason !== void 0) runtimeDirUnusable([`${dir}: ${reason}`]);
	const bin = join(dir, "bin");
	mkdirSync(bin, {
		recursive: true,
		mode: 448
	});
	const copy = join(bin, basename(path));
	if (existsSync(copy)) return copy;
	const temporary = `${copy}.${process.pid}`;
	copyFileSync(path, temporary);
	renameSync(temporary, copy);
	return copy;
}

// src/build/current-plan.ts
/**
* The plan of a build, from the last one if nothing it was made from has changed. Warnings are shown when it is made.
*
* @returns path of the plan, and the plan
* @throws GotsError of aspects, modules and the shim; cli_cache_unwritable
*/
async function currentPlan(request) {
	try {
		return await findOrMake(request);
	} catch (error) {
		const { code = "", path = "" } = error;
		if ([
			"EACCES",
			"EPERM",
			"EROFS",
			"ENOSPC",
			"EDQUOT",
			"ENOTDIR"
		].includes(code) && (path === "" || path.startsWith(request.cacheDir))) cacheUnwritable(request.cacheDir, error);
		throw error;
	}
}
/** Marking a plan as used once a day is enough for whoever removes old ones. */
const markAfterMs = 864e5;
async function findOrMake(request) {
	const { goEnv, cacheDir } = request;
	const moduleDir = dirname(goEnv.goMod);
	const flags = readFlags(request.goArgs, splitQuoted(goEnv.goflags));
	const modFlag = modeFlag(flags.values, readFlags(request.goArgs, []).values);
	const moduleFlags = {
		mod: flags.values.get("mod"),
		modfile: flags.values.get("modfile")
	};
	const identity = [
		request.aspectFiles.join("\n"),
		JSON.stringify(goEnv),
		modFlag ?? "",
		JSON.stringify(moduleFlags),
		...[
			"RULE_JSON_FILES",
			"DISABLE_RULES",
			"PKG_PATH"
		].map((name) => request.env[`OTELTOOL_${name}`] ?? ""),
		request.env["OTELC_RULES"] ?? "",
		request.env["GOTS_OTELC"] ?? "",
		...readdirSync(moduleDir).filter((name) => /(^|\.)otelc\.ya?ml$/.test(name)),
		request.home,
		process.execPath,
		process.version
	];
	const file = join(cacheDir, "plans", hashParts(weaverVersion, moduleDir, ...identity).slice(0, 32), "plan.json");
	const known = lastPlan(file);
	const shim = await ensureShim({
		go: request.go,
		goVersion: goEnv.version,
		cacheDir,
		sourceDir: join(request.home, "helper", "shim"),
		log: request.log,
		touchedFile: request.env["GOTS_TOUCHED"]
	});
	if (known && known.shim === shim) return {
		file,
		plan: known
	};
	const { newPlan } = await import("./chunk-make-plan2.mjs");
	const plan = await newPlan(request, {
		moduleDir,
		modFlag,
		moduleFlags,
		shim
	});
	mkdirSync(dirname(file), { recursive: true });
	const temp = `${file}.${process.pid}`;
	try {
		writeFileSync(temp, JSON.stringify(plan));
		renameSync(temp, file);
	} finally {
		rmSync(temp, { force: true });
	}
	return {
		file,
		plan
	};
}
/** The plan on disk, if every input is as it was and its workspace still exists. */
function lastPlan(file) {
	let plan;
	try {
		plan = readPlan(file);
	} catch {
		return;
	}
	if (staleInput(plan) !== void 0 || plan.goWork !== "" && hashFile(plan.goWork) === "") return void 0;
	try {
		const now = /* @__PURE__ */ new Date();
		if (now.getTime() - statSync(file).mtimeMs > markAfterMs) utimesSync(file, now, now);
	} catch {}
	return plan;
}
/** The flag that rules a workspace out, if there is one. -mod=vendor in GOFLAGS is dropped beside a workspace, on the command line it cannot be. */
function modeFlag(values, onCommandLine) {
	if (values.get("mod") === "mod") return "-mod=mod";
	if (onCommandLine.get("mod") === "vendor") return "-mod=vendor";
	return values.has("modfile") ? "-modfile" : void 0;
}

// src/cli/weaving-env.ts
/**
* The variables with which a plain go command weaves the module of the working directory.
*
* @param goArgs arguments of the go command to come, [] for any
* @returns undefined outside a module
* @throws GotsError of planning
*/
async function weavingEnv(context, aspectFiles, goArgs) {
	const { chdir } = readFlags(goArgs, []);
	const unwoven = withoutOurs(context.env);
	const found = await goEnv(context.go, context.cwd, unwoven, chdir);
	if (found.goMod === "") return void 0;
	const { file, plan } = await currentPlan({
		go: context.go,
		goEnv: found,
		cwd: context.cwd,
		env: unwoven,
		aspectFiles,
		goArgs,
		cacheDir: context.cacheDir,
		home: context.home,
		log: context.log
	});
	const shim = quoteWord(plan.shim) ?? unquotablePath(plan.shim);
	const toolexec = quoteWord(`-toolexec=${shim}`) ?? unquotablePath(plan.shim);
	const node = quoteWord(process.execPath) ?? unquotablePath(process.execPath);
	const program = quoteWord(context.cacheProg) ?? unquotablePath(context.cacheProg);
	return {
		variables: {
			GOFLAGS: [...plan.goflags.map((word) => quoteWord(word) ?? word), toolexec].join(" "),
			GOCACHEPROG: `${shim} cacheprog ${[
				node,
				...nodeFlags,
				program
			].join(" ")}`,
			GOTS_PLAN: file,
			GOTS_SAVED: save(unwoven),
			...workspaceOf(plan, context.env, unwoven)
		},
		plan,
		goEnv: found
	};
}
/** GOWORK, also where only an earlier `gots env`, of another module or of other aspects, wanted one. */
function workspaceOf(plan, env, unwoven) {
	if (plan.goWork !== "") return { GOWORK: plan.goWork };
	return env["GOTS_SAVED"] ? { GOWORK: unwoven["GOWORK"] ?? "" } : {};
}
const saved = [
	"GOFLAGS",
	"GOCACHEPROG",
	"GOWORK"
];
/** The user's own settings, for a later `gots` in the same environment. */
function save(env) {
	return JSON.stringify(saved.map((name) => env[name] ?? null));
}
/** The environment without what an earlier `gots env` put there, so that planning sees the user's own settings. */
function withoutOurs(env) {
	const text = env["GOTS_SAVED"];
	if (!text) return env;
	const own = { ...env };
	const values = JSON.parse(text);
	saved.forEach((name, at) => {
		const value = values[at];
		if (typeof value === "string") own[name] = value;
		else delete own[name];
	});
	delete own["GOTS_SAVED"];
	delete own["GOTS_PLAN"];
	return own;
}

export { withoutOurs as n, weavingEnv as t };