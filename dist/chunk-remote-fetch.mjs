import { i as __toESM } from "./chunk-rolldown-runtime.mjs";
import { d as pidNamespace, h as processStart } from "./chunk-sealed.mjs";
import { t as hashParts } from "./chunk-hash.mjs";
import { a as candidates, t as remoteSettings } from "./chunk-remote-settings.mjs";
import { n as packId, o as connectToFetcher } from "./chunk-pack-manifest.mjs";
import { n as readIfThere } from "./chunk-read-if-there.mjs";
import { a as splitQuoted, i as readFlags } from "./chunk-flags.mjs";
import { a as runtimeDir, t as weaverCode } from "./chunk-weaver-code.mjs";
import { i as start } from "./chunk-spawn.mjs";
import { a as modulePathOf } from "./chunk-module-folder.mjs";
import { n as headState, t as buildKind } from "./chunk-build-kind.mjs";
import { r as parseModFile } from "./chunk-mod-file.mjs";
import { devNull } from "node:os";
import { existsSync, mkdirSync, readFileSync, realpathSync, statSync } from "node:fs";
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
	if (Date.now() - (statSync(stamp.file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < againMs && readIfThere(stamp.file) === stamp.text) return {
		variables,
		awaitProgram: async () => {},
		ready: async () => {},
		stop: () => {}
	};
	mkdirSync(cacheDir, { recursive: true });
	return build.way === "before" ? fetchBefore(context, request, variables) : fetchBeside(context, request, variables);
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
		text: `${env["GOTS_REMOTE"] ?? ""}\n${wish?.url ?? ""}\n${headState(moduleDir)}`
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
function fetchBefore(context, request, variables) {
	const running = startRemote(context, request, "none");
	const ended = running.ended.then(() => {}, () => {});
	return {
		variables,
		awaitProgram: () => ended,
		ready: () => ended,
		stop: () => running.signal("SIGTERM")
	};
}
function fetchBeside(context, request, variables) {
	const { XDG_RUNTIME_DIR, TMPDIR } = context.env;
	const name = `${process.pid}-${processStart(process.pid) ?? 0}-${pidNamespace()}.fetch`;
	const socket = join(runtimeDir({
		XDG_RUNTIME_DIR,
		TMPDIR
	}), name);
	const running = startRemote(context, {
		...request,
		do: "fetch",
		socket
	}, "pipe");
	return {
		variables: {
			...variables,
			GOTS_FETCH: socket
		},
		async awaitProgram(program) {
			await running.listening;
			const coming = connectToFetcher(socket);
			const id = packId(`weave/bin/${program}`);
			if (id !== void 0) await coming.arrives(id);
			coming.close();
		},
		ready: () => running.listening,
		stop: () => void running.input?.end()
	};
}
/** Starts the program of the shared cache; what it says on the terminal is for people. */
function startRemote({ home, env, cwd }, request, stdin) {
	let listens = () => {};
	const line = new Promise((resolve) => {
		listens = resolve;
	});
	const running = start({
		program: process.execPath,
		args: [join(home, "dist", "remote.mjs"), JSON.stringify(request)],
		env,
		cwd,
		stdin,
		stdout: { line: () => listens() },
		stderr: "inherit"
	});
	const ended = running.exited.then(() => {}, () => {});
	return {
		...running,
		listening: Promise.race([line, ended])
	};
}

export { buildPlace as i, useRemote as n, remoteWish as r, fetchRequest as t };