import { t as hashParts } from "./chunk-hash.mjs";
import { t as GotsError } from "./chunk-diagnostic.mjs";
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, readlinkSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { AsyncLocalStorage } from "node:async_hooks";
import { execFileSync, spawn } from "node:child_process";
import { setTimeout } from "node:timers/promises";

// src/gocache/touched.ts
/**
* What a go command was served and what it stored, for whoever keeps exactly that (GOTS_TOUCHED). Each process adds a few lines
* to the file when it ends, so that any number of them may write at once.
*/
var Touched = class {
	file;
	all = /* @__PURE__ */ new Map();
	shares = /* @__PURE__ */ new Map();
	current = new AsyncLocalStorage();
	/** @param file that lines are added to */
	constructor(file) {
		this.file = file;
	}
	/** Notes what is used of the cache in `dir`. */
	in(dir) {
		return (id, kind) => this.note(dir, `${id.slice(0, 2)}/${id}-${kind}`);
	}
	/** @param name below `dir`, with slashes */
	note(dir, name) {
		add(this.all, dir, name);
		const share = this.current.getStore();
		if (share) add(share.names, dir, name);
	}
	/** Notes what an earlier build used for the same purpose. */
	noteAll(files) {
		for (const { dir, names } of files) for (const name of names) this.note(dir, name);
	}
	/** Does something for a child of the build; what it uses meanwhile is gathered by `token` too. Does it as it is for ''. */
	within(token, action) {
		if (token === "") return action();
		let share = this.shares.get(token);
		if (!share) {
			share = { names: /* @__PURE__ */ new Map() };
			this.shares.set(token, share);
		}
		return this.current.run(share, action);
	}
	/** What was used on behalf of a child. */
	of(token) {
		return listed(this.shares.get(token)?.names ?? /* @__PURE__ */ new Map());
	}
	/** Adds what was noted to the file. */
	save() {
		appendTouched(this.file, listed(this.all));
	}
};
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
/** Adds lines to a file of touched entries in one write, so that those of several processes do not mix. Errors are nobody's concern. */
function appendTouched(file, touched) {
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
function parseTouched(text) {
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

// src/build/process-identity.ts
/**
* When a process started, in the system's own unit: clock ticks since boot on Linux, seconds since 1970 on macOS. With the pid it names
* a process once and for all. `helper/shim` computes the same text.
*
* @returns undefined if there is no such process, or it cannot be asked
*/
function processStart(pid) {
	return process.platform === "darwin" ? startByPs(pid) : startByProc(pid);
}
/** @see proc_pid_stat(5): the name in parentheses may hold anything; `starttime` is field 22, the 20th behind the name. */
function startByProc(pid) {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
		return stat.slice(stat.lastIndexOf(")") + 1).trim().split(" ")[19];
	} catch {
		return;
	}
}
/** Process id of a process's parent; undefined if there is no such process, or it cannot be asked. */
function parentPid(pid) {
	try {
		if (process.platform === "darwin") return Number.parseInt(execFileSync("ps", [
			"-o",
			"ppid=",
			"-p",
			String(pid)
		], { encoding: "utf8" }), 10);
		const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
		const fields = stat.slice(stat.lastIndexOf(")") + 1).trim();
		return Number(fields.split(" ")[1]);
	} catch {
		return;
	}
}
/** Arguments of a process in one text; '' where the system does not tell. */
function commandLine(pid) {
	try {
		return process.platform === "linux" ? readFileSync(`/proc/${pid}/cmdline`, "utf8") : "";
	} catch {
		return "";
	}
}
function startByPs(pid) {
	try {
		const env = {
			...process.env,
			TZ: "UTC",
			LC_ALL: "C"
		};
		return secondsOfLstart(execFileSync("ps", [
			"-o",
			"lstart=",
			"-p",
			String(pid)
		], {
			env,
			encoding: "utf8"
		}));
	} catch {
		return;
	}
}
/** Seconds since 1970 of what `ps -o lstart=` prints with TZ=UTC and LC_ALL=C, such as `Sat Nov 21 07:33:05 2026`. */
function secondsOfLstart(text) {
	const milliseconds = Date.parse(`${text.trim()} UTC`);
	return Number.isNaN(milliseconds) ? void 0 : String(milliseconds / 1e3);
}
/** Inode of our PID namespace, since containers that share a directory may have equal pids; "0" where there are no namespaces. */
function pidNamespace() {
	try {
		return /^pid:\[(\d+)\]$/.exec(readlinkSync("/proc/self/ns/pid"))?.[1] ?? "0";
	} catch {
		return "0";
	}
}

// src/report/codes/toolexec.ts
/** Raised when bytes on the build server's socket are not a message of this version's shim. */
function shimBadFrame(why) {
	throw new GotsError({
		code: "shim_bad_frame",
		message: `a message on the build server's socket cannot be read: ${why}`,
		hint: "the shim in -toolexec and the cache program in GOCACHEPROG must come from the same gots; run `gots env` again"
	});
}
/** Raised when a tool's command line has a flag that no supported Go version knows: whether it takes a value decides what is a file. */
function toolexecUnknownFlag(tool, word) {
	throw new GotsError({
		code: "toolexec_unknown_flag",
		message: `flag "${word}" of go tool ${tool} is not known to gots`,
		hint: "if it is a new flag of your Go version, write it as -flag=value; if not, check -gcflags and -ldflags"
	});
}
/** Raised when the last word of a tool's command line is a flag that needs a value. */
function toolexecFlagWithoutValue(tool, word) {
	throw new GotsError({
		code: "toolexec_flag_without_value",
		message: `flag "${word}" of go tool ${tool} has no value`,
		hint: "check -gcflags and -ldflags"
	});
}
/** Raised when a tool's command line lacks a flag that cmd/go always gives. */
function toolexecNoFlag(tool, flag) {
	throw new GotsError({
		code: "toolexec_no_flag",
		message: `the command line of go tool ${tool} has no ${flag}`,
		hint: "gots weaves what the go command compiles; run the tool without the shim"
	});
}
/** Raised when an archive, by its own words or size, is damaged. */
function archiveCorrupt(why) {
	throw new GotsError({
		code: "archive_corrupt",
		message: `a package archive cannot be read: ${why}`,
		hint: "the cache may be damaged; `go clean -cache` and `gots cache clean` empty both",
		family: "bug"
	});
}
/** Raised when a build id is to be replaced by one of another length, which would move everything behind it. */
function archiveBuildIdLength(from, to) {
	throw new GotsError({
		code: "archive_build_id_length",
		message: `build id "${from}" cannot be replaced by "${to}": their lengths differ or are zero`,
		family: "bug"
	});
}
/** Raised when the list of link dependencies in an archive is of an unknown version or form. */
function linkDepsUnreadable(archive, line) {
	throw new GotsError({
		code: "link_deps_unreadable",
		message: `${archive}: link.deps has a line that cannot be read: "${line}"`,
		hint: "it was written by another or newer tool; empty its cache and build again"
	});
}
/** Raised when the build server is to listen for a go command that does not run. */
function socketNoProcess(pid) {
	throw new GotsError({
		code: "socket_no_process",
		message: `there is no process ${pid}, or its start time cannot be read`,
		hint: "the cache program is meant to be started by a go command, through GOCACHEPROG; /proc must be mounted on Linux"
	});
}
/** Raised when no directory for sockets is ours alone. */
function runtimeDirUnusable(reasons) {
	throw new GotsError({
		code: "runtime_dir_unusable",
		message: `no directory for the build server's socket: ${reasons.join("; ")}`,
		hint: "point TMPDIR or XDG_RUNTIME_DIR at a directory of your own with a short path"
	});
}
/** Raised when go cannot build one of the programs in `helper/`: shim_build_failed, oracle_build_failed. */
function helperBuildFailed(name, command, status, stderr) {
	throw new GotsError({
		code: `${name}_build_failed`,
		message: `the ${name} cannot be built: \`${command}\` ended with ${status}${stderr === "" ? "" : `: ${stderr}`}`,
		hint: "gots needs Go 1.24 or newer; `go version` shows yours"
	});
}
/** Raised when the program that answers questions about types ends in the middle. */
function oracleFailed(importPath, status, stderr) {
	throw new GotsError({
		code: "oracle_failed",
		message: `type checking ${importPath} for its aspects failed: the oracle ended with ${status}${stderr === "" ? "" : `: ${stderr}`}`,
		hint: "please report it, with the version of Go",
		family: "bug"
	});
}
/** Raised when the module information that cmd/go hands to the linker is not of the form known. */
function modinfoUnreadable(quoted) {
	throw new GotsError({
		code: "modinfo_unreadable",
		message: `the module information for the linker cannot be read: ${quoted.slice(0, 200)}`,
		hint: "is this Go version supported? `gots version` lists those that are",
		family: "bug"
	});
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

// src/build/helper-program.ts
/**
* Path of a helper program for this machine, built on first use: `<cacheDir>/bin/<name>-<hash of its sources and the Go version>`.
*
* @throws GotsError shim_build_failed, oracle_build_failed or gate_build_failed, with what go printed
*/
async function ensureHelper(name, options) {
	const bin = join(options.cacheDir, "bin");
	const file = `${name}-${sourceHash(options)}`;
	const path = join(bin, file);
	if (!existsSync(path)) await withLock(join(bin, `${file}.lock`), async () => {
		if (!existsSync(path)) await build(name, options, path);
	});
	if (options.touchedFile) appendTouched(options.touchedFile, [{
		dir: options.cacheDir,
		names: [`bin/${file}`]
	}]);
	return path;
}
function sourceHash({ sourceDir, goVersion }) {
	const parts = readdirSync(sourceDir).filter((name) => name.endsWith(".go") || name === "go.mod").sort().flatMap((name) => [name, readFileSync(join(sourceDir, name))]);
	return hashParts(goVersion, process.platform, process.arch, ...parts).slice(0, 20);
}
/** No -trimpath: then the packages of the standard library are those that the user's build needs too, and are compiled once for both. */
async function build(name, options, path) {
	options.log.debug(`building the ${name} with ${options.goVersion}`);
	const temporary = `${path}.${process.pid}`;
	try {
		const env = await buildEnv(name, options);
		await runGo(name, options, [
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
async function buildEnv(name, options) {
	const toolchain = /^go1\S*/.exec(options.goVersion)?.[0] ?? "local";
	const asked = {
		...process.env,
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
	const others = Object.entries(process.env).filter(([key]) => !/^(GO(?!ROOT$|TMPDIR$)|CGO_)/.test(key));
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
	if (status !== "0") helperBuildFailed(name, [options.go, ...args].join(" "), status, output.stderr.trim());
	return output.stdout;
}

export { Touched as _, modinfoUnreadable as a, shimBadFrame as c, toolexecNoFlag as d, toolexecUnknownFlag as f, processStart as g, pidNamespace as h, linkDepsUnreadable as i, socketNoProcess as l, parentPid as m, archiveBuildIdLength as n, oracleFailed as o, commandLine as p, archiveCorrupt as r, runtimeDirUnusable as s, ensureHelper as t, toolexecFlagWithoutValue as u, parseTouched as v };