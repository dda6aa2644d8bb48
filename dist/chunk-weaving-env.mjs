import { a as readPlan, c as hashParts, o as staleInput, s as weaverVersion, t as hashFile } from "./chunk-plan.mjs";
import { i as splitQuoted, n as quoteWord, r as readFlags } from "./chunk-flags.mjs";
import { a as goTooOld, i as goNotFound, n as cacheUnwritable, r as goFailed, s as unquotablePath } from "./chunk-cli.mjs";
import { _ as processStart, c as runtimeDirUnusable, g as pidNamespace, t as claimPrivateDir, u as shimBuildFailed } from "./chunk-socket-name.mjs";
import { n as runGo$1 } from "./chunk-go.mjs";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { spawn } from "node:child_process";
import { setTimeout } from "node:timers/promises";

// src/go/go-env.ts
const variables = [
	"GOVERSION",
	"GOMOD",
	"GOWORK",
	"GOCACHE",
	"GOMODCACHE",
	"GOFLAGS",
	"GOCACHEPROG",
	"GOROOT"
];
/**
* Asks go for its settings.
*
* @param chdir value of -C on the command line, if any
* @throws GotsError cli_go_not_found, cli_go_failed, cli_go_too_old
*/
async function goEnv(go, cwd, env, chdir) {
	const result = await runGo$1([
		...chdir === void 0 ? [] : ["-C", chdir],
		"env",
		"-json",
		...variables
	], {
		go,
		cwd,
		env
	}).catch((error) => {
		if (error.code === "ENOENT") goNotFound(go);
		throw error;
	});
	if (result.exitCode !== 0) goFailed("go env", result.stderr);
	const values = JSON.parse(result.stdout);
	const version = values.GOVERSION;
	const minor = /^go1\.(\d+)/.exec(version)?.[1];
	if (minor !== void 0 && Number(minor) < 24) goTooOld(version);
	const file = (path) => path === "/dev/null" || path === "NUL" || path === "off" ? "" : path;
	return {
		version,
		goMod: file(values.GOMOD),
		goWork: file(values.GOWORK),
		goCache: values.GOCACHE,
		modCache: values.GOMODCACHE,
		goflags: values.GOFLAGS,
		goCacheProg: values.GOCACHEPROG,
		goRoot: values.GOROOT
	};
}

// src/build/lock.ts
const pollMs = 50;
/** A lock of another machine or container cannot be asked whether its owner lives; nothing done under a lock takes so long. */
const foreignStaleMs = 6e5;
/**
* Runs a task while no other process runs one under the same lock file. Waits for its turn. A lock that a dead process left behind is
* broken; should two processes break it at once, both may run, so the task must be harmless when done twice at a time.
*
* @param path lock file; its directory is made
* @throws what the task throws, and the errors of the file system
*/
async function withLock(path, task) {
	mkdirSync(dirname(path), { recursive: true });
	while (!tryTake(path)) if (isStale(path)) rmSync(path, { force: true });
	else await setTimeout(pollMs);
	try {
		return await task();
	} finally {
		rmSync(path, { force: true });
	}
}
function tryTake(path) {
	try {
		writeFileSync(path, `${place()} ${process.pid} ${processStart(process.pid)}`, { flag: "wx" });
		return true;
	} catch (error) {
		if (error.code === "EEXIST") return false;
		throw error;
	}
}
function isStale(path) {
	try {
		const age = Date.now() - statSync(path).mtimeMs;
		const [host, pid, start] = readFileSync(path, "utf8").split(" ");
		if (start === void 0) return age > 1e3;
		return host === place() ? processStart(Number(pid)) !== start : age > foreignStaleMs;
	} catch {
		return false;
	}
}
/** Where pids mean the same processes as here. */
function place() {
	return `${hostname()}/${pidNamespace()}`;
}

// src/build/shim.ts
/**
* Path of the shim for this machine, built on first use: `<cacheDir>/bin/shim-<hash of its sources and the Go version>`.
*
* @returns absolute; fit to be quoted in GOFLAGS, for which it is copied elsewhere if need be
* @throws GotsError shim_build_failed with what go printed; runtime_dir_unusable
*/
async function ensureShim(options) {
	const bin = join(options.cacheDir, "bin");
	const name = `shim-${sourceHash(options)}`;
	const path = join(bin, name);
	if (!existsSync(path)) await withLock(join(bin, `${name}.lock`), async () => {
		if (!existsSync(path)) await build(options, path);
	});
	return isQuotable(path) ? path : plainCopy(path, name);
}
function sourceHash({ sourceDir, goVersion }) {
	const parts = readdirSync(sourceDir).filter((name) => name.endsWith(".go") || name === "go.mod").sort().flatMap((name) => [name, readFileSync(join(sourceDir, name))]);
	return hashParts(goVersion, process.platform, process.arch, ...parts).slice(0, 20);
}
/** No -trimpath: then the packages of the standard library are those that the user's build needs too, and are compiled once for both. */
async function build(options, path) {
	options.log.debug(`building the shim with ${options.goVersion}`);
	const temporary = `${path}.${process.pid}`;
	try {
		const env = await buildEnv(options);
		await runGo(options, [
			"build",
			"-ldflags=-s -w",
			"-o",
			temporary,
			"."
		], env);
		renameSync(temporary, path);
	} finally {
		rmSync(temporary, { force: true });
	}
}
/** Settings that say where go finds and keeps things; all others could change what is built. */
const places = "GOCACHE GOMODCACHE GOPATH GOPROXY GOSUMDB GONOPROXY GONOSUMDB GOINSECURE GOPRIVATE".split(" ");
/**
* An environment in which `go build` makes a program for this machine, whatever the caller's variables and `go env -w` ask for.
* The toolchain is the one that builds the user's program; it is there already, while go's own may be too old.
*/
async function buildEnv(options) {
	const toolchain = /^go1\S*/.exec(options.goVersion)?.[0] ?? "local";
	const asked = {
		...process.env,
		GOTOOLCHAIN: toolchain,
		GOWORK: "off"
	};
	const answer = await runGo(options, [
		"env",
		"-json",
		"GOHOSTOS",
		"GOHOSTARCH",
		...places
	], asked);
	const { GOHOSTOS = "", GOHOSTARCH = "", ...kept } = JSON.parse(answer);
	const others = Object.entries(process.env).filter(([name]) => !/^(GO(?!ROOT$|TMPDIR$)|CGO_)/.test(name));
	return {
		...Object.fromEntries(others),
		...kept,
		GOENV: "off",
		GOTOOLCHAIN: toolchain,
		GOOS: GOHOSTOS,
		GOARCH: GOHOSTARCH,
		GOWORK: "off",
		GOFLAGS: "-buildvcs=false",
		CGO_ENABLED: "0"
	};
}
async function runGo(options, args, env) {
	const output = {
		stdout: "",
		stderr: ""
	};
	const child = spawn(options.go, args, {
		cwd: options.sourceDir,
		env,
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		]
	});
	for (const stream of ["stdout", "stderr"]) child[stream].setEncoding("utf8").on("data", (text) => {
		output[stream] += text;
	});
	const status = await new Promise((resolve) => {
		child.on("error", (error) => resolve(error.message));
		child.on("close", (code, signal) => resolve(signal ?? String(code)));
	});
	if (status !== "0") shimBuildFailed([options.go, ...args].join(" "), status, output.stderr.trim());
	return output.stdout;
}
/** Whether `-toolexec=<path>` can stand in GOFLAGS: split twice, with no way to express a word that needs both kinds of quotes. */
function isQuotable(path) {
	const once = quoteWord(path);
	return once !== void 0 && quoteWord(`-toolexec=${once}`) !== void 0;
}
function plainCopy(path, name) {
	const dir = `/tmp/gots-${process.getuid?.() ?? 0}`;
	const reason = claimPrivateDir(dir);
	if (reason !== void 0) runtimeDirUnusable([`${dir}: ${reason}`]);
	const bin = join(dir, "bin");
	mkdirSync(bin, {
		recursive: true,
		mode: 448
	});
	const copy = join(bin, name);
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
async function findOrMake(request) {
	const { goEnv, cacheDir } = request;
	const moduleDir = dirname(goEnv.goMod);
	const modFlag = modeFlag(readFlags(request.goArgs, splitQuoted(goEnv.goflags)).values, readFlags(request.goArgs, []).values);
	const identity = [
		request.aspectFiles.join("\n"),
		JSON.stringify(goEnv),
		modFlag ?? "",
		request.home,
		process.execPath
	];
	const file = join(cacheDir, "plans", hashParts(weaverVersion, moduleDir, ...identity).slice(0, 32), "plan.json");
	const known = lastPlan(file);
	const shim = await ensureShim({
		go: request.go,
		goVersion: goEnv.version,
		cacheDir,
		sourceDir: join(request.home, "helper", "shim"),
		log: request.log
	});
	if (known && known.shim === shim) return {
		file,
		plan: known
	};
	const { newPlan } = await import("./chunk-make-plan.mjs");
	const plan = await newPlan(request, {
		moduleDir,
		modFlag,
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
		utimesSync(file, now, now);
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
			GOCACHEPROG: `${node} ${program}`,
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

export { goEnv as n, weavingEnv as t };