import { i as __toESM } from "./chunk-rolldown-runtime.mjs";
import { c as pidNamespace, s as busyMs, u as processStart } from "./chunk-sealed.mjs";
import { t as hashParts } from "./chunk-hash.mjs";
import { a as pullSigns, d as fetcherEnded, f as fetcherHangs, p as candidates, s as packId, t as remoteSettings, u as connectToFetcher } from "./chunk-remote-settings.mjs";
import { t as SilenceWatch } from "./chunk-silence-watch.mjs";
import { n as readIfThere } from "./chunk-read-if-there.mjs";
import { i as splitQuoted, r as readFlags } from "./chunk-flags.mjs";
import { r as start } from "./chunk-spawn.mjs";
import { a as modulePathOf } from "./chunk-module-folder.mjs";
import { r as parseModFile } from "./chunk-mod-file.mjs";
import { n as runtimeDir } from "./chunk-socket-name.mjs";
import { t as weaverCode } from "./chunk-weaver-code.mjs";
import { devNull } from "node:os";
import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

// src/driver/plan/build-place.ts
/**
* The module that a go command is about: that of its folder. The root of a workspace is in no module; there it is the members that the
* packages of the command line belong to, or all of them where none is named.
*
* @param goArgs arguments of the go command, [] for any
* @returns undefined outside of modules and workspaces
*/
function buildPlace(goEnv, cwd, goArgs) {
	if (goEnv.goMod !== "") {
		const moduleDir = dirname(goEnv.goMod);
		return {
			moduleDir,
			configDirs: [moduleDir]
		};
	}
	if (goEnv.goWork === "") return void 0;
	const { chdir, packages } = readFlags(goArgs, splitQuoted(goEnv.goflags));
	const from = chdir === void 0 ? cwd : resolve(cwd, chdir);
	const members = membersOf(goEnv.goWork);
	const named = members.filter((dir) => packages.some((pattern) => isAbout(pattern, dir, from)));
	const configDirs = named.length > 0 ? named : members;
	const [moduleDir] = configDirs;
	return moduleDir === void 0 ? void 0 : {
		moduleDir,
		configDirs
	};
}
/** Folders of the modules of a workspace. */
function membersOf(goWork) {
	const { uses } = parseModFile(readFileSync(goWork, "utf8"));
	return uses.map((dir) => resolve(dirname(goWork), dir)).filter((dir) => existsSync(join(dir, "go.mod")));
}
/** Whether a package pattern names packages of the module in a folder. */
function isAbout(pattern, dir, cwd) {
	const isTree = /(^|\/)\.\.\.$/.test(pattern);
	const base = pattern.replace(/\/?\.\.\.$/, "");
	if (/^(\.{1,2}(\/|$)|\/)/.test(pattern) || pattern.endsWith(".go")) {
		const place = resolve(cwd, pattern.endsWith(".go") ? dirname(pattern) : base);
		return isBelow(dir, place) || isTree && isBelow(place, dir);
	}
	const module = modulePathOf(dir);
	return base === module || base.startsWith(`${module}/`) || isTree && (base === "" || module.startsWith(`${base}/`));
}
function isBelow(dir, place) {
	const name = relative(dir, place);
	return name === "" || !(name === ".." || name.startsWith("../"));
}

// src/driver/plan/remote-wish.ts
/**
* What `remote` in the gots.yml of the first folder that has it says. This is asked before there is a plan, at each start: YAML is loaded only
* where the word is there. What is wrong in the file, the plan tells.
*/
async function remoteWish(configDirs) {
	for (const dir of configDirs) {
		const text = readIfThere(join(dir, "gots.yml"));
		if (!/^["']?remote["']?\s*:/m.test(text)) continue;
		const wish = wishIn(await parsed(text));
		if (wish) return wish;
	}
}
async function parsed(text) {
	try {
		return (await import("./chunk-dist3.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1))).parse(text);
	} catch {
		return;
	}
}
function wishIn(file) {
	const remote = file?.remote;
	if (typeof remote === "string") return { url: remote };
	const { url, mode } = remote ?? {};
	if (typeof url !== "string") return void 0;
	return {
		url,
		mode: typeof mode === "string" ? mode : void 0
	};
}

// src/cache/remote/branch.ts
/** Variables by which CI systems name the branch, since they check out a commit. The branch of a pull request comes first. */
const ciVariables = [
	"GITHUB_HEAD_REF",
	"GITHUB_REF_NAME",
	"CI_COMMIT_REF_NAME",
	"CIRCLE_BRANCH",
	"BUILDKITE_BRANCH",
	"BRANCH_NAME"
];
/** The branch that is checked out in a folder, and those that others most likely come from. Reads a few files of git, and starts nothing. */
function branches(dir, env) {
	const git = gitFolders(dir);
	const ofCi = ciVariables.map((name) => env[name]).find((value) => value);
	const checkedOut = git && /^ref: refs\/heads\/(.+)/.exec(readIfThere(join(git.own, "HEAD")))?.[1];
	const remoteHead = git && readIfThere(join(git.common, "refs", "remotes", "origin", "HEAD"));
	const named = /^ref: refs\/remotes\/origin\/(.+)/.exec(remoteHead ?? "")?.[1];
	return {
		current: ofCi ?? checkedOut ?? "",
		defaults: [
			...named ? [named] : [],
			"main",
			"master"
		]
	};
}
/** What changes with the commit that is checked out; '' outside of git. */
function headState(dir) {
	const git = gitFolders(dir);
	if (!git) return "";
	const head = readIfThere(join(git.own, "HEAD")).trim();
	const ref = /^ref: (.+)/.exec(head)?.[1];
	if (ref === void 0) return head;
	const loose = readIfThere(join(git.common, ref)).trim();
	if (loose !== "") return `${ref} ${loose}`;
	return `${ref} ${readIfThere(join(git.common, "packed-refs")).split("\n").find((line) => line.endsWith(` ${ref}`)) ?? ""}`;
}
/** The folder of git that belongs to this checkout, and the one that it shares with other checkouts. */
function gitFolders(dir) {
	for (let at = dir;; at = dirname(at)) {
		const info = lstatSync(join(at, ".git"), { throwIfNoEntry: false });
		if (info?.isDirectory()) return {
			own: join(at, ".git"),
			common: join(at, ".git")
		};
		if (info?.isFile()) {
			const named = /^gitdir: (.+)/.exec(readIfThere(join(at, ".git")))?.[1];
			if (named === void 0) return void 0;
			const own = resolve(at, named);
			const common = readIfThere(join(own, "commondir")).trim();
			return {
				own,
				common: common === "" ? own : resolve(own, common)
			};
		}
		if (dirname(at) === at) return void 0;
	}
}

// src/driver/plan/build-kind.ts
/** Flags that change most archives of a build. */
const archiveFlags = [
	"race",
	"msan",
	"asan",
	"cover",
	"covermode",
	"tags",
	"trimpath",
	"buildmode",
	"compiler"
];
const compileFlags = /* @__PURE__ */ new Set(["gcflags", "asmflags"]);
/** Of which kind a build is: builds of one kind ask for the same packages. */
function buildKind({ module, moduleDir, cwd, toolchain, code, flags, system, env }) {
	const values = archiveFlags.flatMap((name) => {
		const value = flags.values.get(name);
		return value === void 0 || value === "false" ? [] : [`-${name}${value === "true" ? "" : `=${value}`}`];
	});
	const compiling = flags.perPackage.filter(({ flag }) => compileFlags.has(flag));
	const target = [
		system,
		...values,
		...compiling.map(({ flag, value }) => `-${flag}=${value}`)
	].join(" ");
	const command = flags.command === "test" || flags.command === "vet" ? flags.command : "build";
	const place = relative(moduleDir, cwd);
	const packages = flags.packages.length === 0 ? ["."] : [...flags.packages].sort();
	const { current, defaults } = branches(moduleDir, env);
	return {
		module,
		target,
		toolchain,
		code,
		command: [
			command,
			...place === "" ? [] : [`-C ${place}`],
			...packages
		].join(" "),
		branch: current,
		defaultBranches: defaults
	};
}

// src/cli/remote-fetch.ts
/** After this time the shared cache is asked again, though the same commit is built. */
const againMs = 36e5;
/**
* Begins to fill the caches from the shared cache of the module, if there is one and it was not asked for this commit a short time ago.
*
* @returns undefined where no shared cache is set
* @throws GotsError remote_bad_url, remote_bad_mode, remote_bad_key
*/
async function useRemote(context, build) {
	const { env, cacheDir } = context;
	const wish = await remoteWish(build.place.configDirs);
	const settings = remoteSettings(env, wish);
	if (!settings) return void 0;
	const variables = {
		GOTS_REMOTE: env["GOTS_REMOTE"] || (wish?.url ?? ""),
		GOTS_REMOTE_MODE: settings.mode,
		GOTS_FETCH: "",
		...settings.mode === "read-write" && !env["GOTS_TOUCHED"] ? { GOTS_TOUCHED: devNull } : {}
	};
	const request = fetchRequest(context, build, wish);
	const { stamp } = request;
	if (Date.now() - (statSync(stamp.file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < againMs && readIfThere(stamp.file) === stamp.text) return nothingToFetch(variables);
	mkdirSync(cacheDir, { recursive: true });
	return (build.way === "before" ? fetchBefore : fetchBeside)(context, {
		...request,
		fileAgeMs: build.fileAgeMs
	}, variables, build.says);
}
function nothingToFetch(variables) {
	const nothing = async () => {};
	return {
		variables,
		awaitProgram: nothing,
		ready: nothing,
		fetched: nothing,
		stop: () => {},
		report: () => void 0
	};
}
/** What is asked of the program of the shared cache for a build. */
function fetchRequest({ cwd, env, home, cacheDir }, { goEnv, place, goArgs }, wish) {
	const flags = readFlags(goArgs, splitQuoted(goEnv.goflags));
	const moduleDir = realpathSync(place.moduleDir);
	const kind = buildKind({
		module: modulePathOf(place.moduleDir),
		moduleDir,
		cwd: realpathSync(resolve(cwd, flags.chdir ?? "")),
		toolchain: goEnv.version,
		code: weaverCode(home, cacheDir),
		flags,
		system: goEnv.system,
		env
	});
	const names = candidates(kind).map(({ name }) => name);
	const stamp = {
		file: join(cacheDir, "remote", "fetched", hashParts(goEnv.goCache, ...names).slice(0, 32)),
		text: `${hashParts(env["GOTS_REMOTE"] ?? "", wish?.url ?? "")}\n${headState(moduleDir)}`
	};
	return {
		do: "pull",
		quiet: true,
		cacheDir,
		wish,
		kind,
		folders: {
			go: goEnv.goCache,
			weave: cacheDir
		},
		stamp
	};
}
function fetchBefore(context, request, variables, says) {
	const { watch, done, stop, report } = startRemote(context, request, "none", says);
	const kill = () => stop((running) => running.signal("SIGKILL"));
	const ended = watch.during(done).then(kill);
	const wait = () => ended;
	return {
		variables,
		awaitProgram: wait,
		ready: wait,
		fetched: wait,
		stop: kill,
		report
	};
}
let fetches = 0;
function fetchBeside(context, request, variables, says) {
	const { XDG_RUNTIME_DIR, TMPDIR } = context.env;
	const name = `${process.pid}-${processStart(process.pid) ?? 0}-${pidNamespace()}.f${++fetches}`;
	const socket = join(runtimeDir({
		XDG_RUNTIME_DIR,
		TMPDIR
	}), name);
	const { watch, begun, come, giveUp, stop, hangs, report } = startRemote(context, {
		...request,
		do: "fetch",
		socket
	}, "pipe", says);
	return {
		get variables() {
			return {
				...variables,
				GOTS_FETCH: hangs() ? "" : socket
			};
		},
		async awaitProgram(program) {
			await watch.during(begun);
			if (hangs()) return;
			const coming = connectToFetcher(socket, giveUp);
			const id = packId(`weave/bin/${program}`);
			if (id !== void 0) await coming.arrives(id);
			coming.close();
		},
		ready: () => watch.during(begun),
		fetched: () => watch.during(come),
		report,
		stop: () => stop((running) => {
			running.input?.end();
			running.signal("SIGCONT");
		})
	};
}
/** Signals with which a user ends all that runs. */
const fromTerminal = /* @__PURE__ */ new Set([
	"SIGINT",
	"SIGQUIT",
	"SIGHUP",
	"SIGTERM"
]);
/** Starts the program of the shared cache; what it says on the terminal is for people. */
function startRemote({ home, env, cwd, log }, request, stdin, says) {
	const begun = settleable();
	const come = settleable();
	const done = settleable();
	let hangs = false;
	let report;
	const giveUp = () => {
		hangs = true;
		log.warn(fetcherHangs);
		running.signal("SIGKILL");
		for (const { settle } of [
			begun,
			come,
			done
		]) settle();
	};
	let isDone = false;
	let isStopped = false;
	const ended = ({ signal }) => {
		if (signal === null || fromTerminal.has(signal)) return;
		if (!isDone && !isStopped && !hangs) log.warn(fetcherEnded);
	};
	const watch = new SilenceWatch(giveUp, { busyMs: () => busyMs(running.pid) });
	const running = start({
		program: process.execPath,
		args: [join(home, "dist", "remote.mjs"), JSON.stringify(request)],
		env,
		cwd,
		stdin,
		stdout: { line: (line) => {
			watch.heard();
			begun.settle();
			if (line.startsWith(`${pullSigns.fetched} `)) {
				report = JSON.parse(line.slice(pullSigns.fetched.length));
				come.settle();
			}
			if (line !== pullSigns.done) return;
			isDone = true;
			done.settle();
		} },
		stderr: says ? { line: says } : "inherit"
	});
	running.exited.then(ended, () => {});
	for (const { settle } of [
		begun,
		come,
		done
	]) running.exited.then(settle, settle);
	const stop = (how) => {
		isStopped = true;
		how(running);
	};
	return {
		watch,
		begun: begun.promise,
		come: come.promise,
		done: done.promise,
		giveUp,
		stop,
		hangs: () => hangs,
		report: () => report
	};
}
function settleable() {
	let settle = () => {};
	return {
		promise: new Promise((resolve) => {
			settle = resolve;
		}),
		settle
	};
}

export { buildPlace as i, useRemote as n, remoteWish as r, fetchRequest as t };