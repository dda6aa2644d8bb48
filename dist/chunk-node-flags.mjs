import { a as temporaryName, i as removeLeftOvers, r as writeSealed, t as readSealed } from "./chunk-sealed.mjs";
import { n as sha256, t as hashParts } from "./chunk-hash.mjs";
import { t as distrust } from "./chunk-trust.mjs";
import { t as withLock } from "./chunk-lock.mjs";
import { n as quoteWord } from "./chunk-flags.mjs";
import { n as runToEnd } from "./chunk-spawn.mjs";
import { i as helperBuildFailed, s as runtimeDirUnusable } from "./chunk-toolexec.mjs";
import { t as claimPrivateDir } from "./chunk-socket-name.mjs";
import { r as isHelperSource } from "./chunk-weaver-code.mjs";
import { appendFileSync, chmodSync, closeSync, copyFileSync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import "node:async_hooks";
import "node:v8";

// src/cache/used-files.ts
function add(names, dir, name) {
	const known = names.get(dir);
	if (known) known.add(name);
	else names.set(dir, /* @__PURE__ */ new Set([name]));
}
function listed(names) {
	return [...names].map(([dir, set]) => ({
		dir,
		names: [...set].sort()
	}));
}
/** Adds lines to a file of touched entries in one write, so that those of several processes do not mix. Errors are ignored. */
function appendUsedFiles(file, touched) {
	if (touched.length === 0) return;
	try {
		appendFileSync(file, touched.map((files) => `${JSON.stringify(files)}\n`).join(""));
	} catch {}
}
/**
* What all processes have used together. A line that is not whole (of a process that was killed, on a full disk) counts for nothing.
*
* @param text of a file of touched entries
*/
function parseUsedFiles(text) {
	const all = /* @__PURE__ */ new Map();
	for (const line of text.split("\n")) {
		const files = parseLine(line);
		for (const name of files?.names ?? []) add(all, files?.dir, name);
	}
	return listed(all);
}
function parseLine(line) {
	try {
		const { dir, names } = JSON.parse(line);
		return typeof dir === "string" && Array.isArray(names) && names.every((name) => typeof name === "string") ? {
			dir,
			names
		} : void 0;
	} catch {
		return;
	}
}

// src/driver/programs/program-file.ts
/** Programs of ours may be run by everyone, whatever the umask, and written by their owner only. */
const programMode = 493;
/** Where that is filed. */
const noteOf = (path) => `${path}.sum`;
/**
* Gives a program that was just written its mode and its name, and notes what it holds.
*
* @throws the error of the file system
*/
function settle(temporary, path) {
	chmodSync(temporary, programMode);
	const hash = sha256(readFileSync(temporary));
	sync(temporary);
	renameSync(temporary, path);
	note(path, hash, statSync(path));
}
/** What a launcher runs is not looked at before: after a crash, the name must not be there without the content. */
function sync(file) {
	const fd = openSync(file, "r+");
	try {
		fsyncSync(fd);
	} finally {
		closeSync(fd);
	}
}
/**
* Copies a program to where it is wanted too, if it is not there as it was built.
*
* @throws the error of the file system
*/
function ensureCopy(path, copy) {
	if (isWhole(copy)) return;
	const temporary = temporaryName(copy);
	copyFileSync(path, temporary);
	settle(temporary, copy);
}
/** Whether a program is there as it was built, and only its owner can have written it. Its mode is set right if need be. */
function isWhole(path) {
	const stat = statSync(path, { throwIfNoEntry: false });
	if (!stat?.isFile() || distrust(stat, "group") !== void 0) return false;
	const sealed = readSealed(noteOf(path), "program");
	if ("reason" in sealed) return false;
	const { sha256: hash, state } = JSON.parse(sealed.text);
	if (state === stateOf(stat)) return true;
	if (sha256(readFileSync(path)) !== hash) return false;
	try {
		if ((stat.mode & 511) !== programMode) chmodSync(path, programMode);
		note(path, hash, statSync(path));
	} catch {}
	return true;
}
function note(path, hash, stat) {
	const text = {
		sha256: hash,
		state: stateOf(stat)
	};
	writeSealed(noteOf(path), "program", JSON.stringify(text));
}
function stateOf({ mode, size, mtimeMs, ctimeMs, ino }) {
	return `${mode} ${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

// src/driver/programs/helper-program.ts
/**
* Path of a helper program for this machine, built on first use: `<cacheDir>/bin/<name>-<hash of its sources and the Go version>`.
* One that is damaged, or that somebody else may have written, is built again: it runs as part of every build.
*
* @throws GotsError shim_build_failed, oracle_build_failed or gate_build_failed, with what go printed
*/
async function ensureHelper(name, options) {
	const bin = join(options.cacheDir, "bin");
	const file = helperName(name, options);
	const path = join(bin, file);
	if (!isWhole(path)) await withLock(join(bin, `${file}.lock`), async () => {
		if (!isWhole(path)) await build(name, options, path);
	});
	if (options.touchedFile) appendUsedFiles(options.touchedFile, [{
		dir: options.cacheDir,
		names: [`bin/${file}`, noteOf(`bin/${file}`)]
	}]);
	return path;
}
/** Name of a helper program's file, which tells its sources, the toolchain and the system. */
function helperName(name, { sourceDir, goVersion }) {
	const parts = readdirSync(sourceDir).filter(isHelperSource).sort().flatMap((name) => [name, readFileSync(join(sourceDir, name))]);
	return `${name}-${hashParts(goVersion, process.platform, process.arch, ...parts).slice(0, 20)}`;
}
/** No -trimpath: then the packages of the standard library are those that the user's build needs too, and are compiled once for both. */
async function build(name, options, path) {
	options.log.debug(`building the ${name} with ${options.goVersion}`);
	const temporary = temporaryName(path);
	try {
		const env = await buildEnv(name, options);
		await runGo(name, options, [
			"build",
			"-ldflags=-s -w",
			"-o",
			temporary,
			"."
		], env);
		settle(temporary, path);
	} finally {
		rmSync(temporary, { force: true });
		removeLeftOvers(dirname(path));
	}
}
/** Settings that say where go finds and keeps things; all others could change what is built. */
const places = "GOCACHE GOMODCACHE GOPATH GOPROXY GOSUMDB GONOPROXY GONOSUMDB GOINSECURE GOPRIVATE".split(" ");
/**
* An environment in which `go build` makes a program for this machine, whatever the caller's variables and `go env -w` ask for.
* The toolchain is the one that builds the user's program; it is there already, while go's own may be too old.
*/
async function buildEnv(name, options) {
	const toolchain = /^go1\S*/.exec(options.goVersion)?.[0] ?? "local";
	const asked = {
		...options.env,
		GOTOOLCHAIN: toolchain,
		GOWORK: "off",
		GOCACHEPROG: ""
	};
	const answer = await runGo(name, options, [
		"env",
		"-json",
		"GOHOSTOS",
		"GOHOSTARCH",
		...places
	], asked);
	const { GOHOSTOS = "", GOHOSTARCH = "", ...kept } = JSON.parse(answer);
	const others = Object.entries(options.env).filter(([key]) => !/^(GO(?!ROOT$|TMPDIR$)|CGO_)/.test(key));
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
async function runGo(name, options, args, env) {
	const failed = (status, stderr) => helperBuildFailed(name, [options.go, ...args].join(" "), status, stderr.trim());
	const { code, signal, stdout, stderr } = await runToEnd({
		program: options.go,
		args,
		cwd: options.sourceDir,
		env
	}).catch((error) => failed(error.message, ""));
	return code === 0 ? stdout : failed(signal ?? String(code), stderr);
}

// src/driver/programs/shim.ts
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
	ensureCopy(path, copy);
	return copy;
}

// src/driver/node-flags.ts
/**
* Options of the Node that runs the cache program, against its peak of memory. Young objects get 3 × 4 MB instead of 3 × 16 MB: on an
* application of 624 packages the peak falls from 213 to 168 MB. No build gets slower.
*/
const nodeFlags = ["--max-semi-space-size=4"];

export { ensureCopy as a, helperName as i, ensureShim as n, isWhole as o, ensureHelper as r, parseUsedFiles as s, nodeFlags as t };