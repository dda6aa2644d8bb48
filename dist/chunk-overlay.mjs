import { n as failure } from "./chunk-message.mjs";
import { S as processStart, d as distrust, f as removeLeftOvers, p as temporaryName, s as readSealed, u as writeSealed, v as pidNamespace, x as processPlace } from "./chunk-plan.mjs";
import { n as sha256, t as hashParts } from "./chunk-hash.mjs";
import { n as runToEnd } from "./chunk-spawn.mjs";
import { n as overlayEntries } from "./chunk-overlay-file.mjs";
import { appendFileSync, chmodSync, existsSync, lstatSync, mkdirSync, openSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { createHash } from "node:crypto";
import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout } from "node:timers/promises";

// src/report/texts/toolexec.ts
const texts = {
	shim_bad_frame: {
		code: "shim_bad_frame",
		message: "a message on the build server's socket cannot be read: %why%",
		hint: "the shim in -toolexec and the cache program in GOCACHEPROG must come from the same gots; run `gots env` again"
	},
	toolexec_unknown_flag: {
		code: "toolexec_unknown_flag",
		message: "flag \"%word%\" of go tool %tool% is not known to gots",
		hint: "if it is a new flag of your Go version, write it as -flag=value; if not, check -gcflags and -ldflags"
	},
	toolexec_flag_without_value: {
		code: "toolexec_flag_without_value",
		message: "flag \"%word%\" of go tool %tool% has no value",
		hint: "check -gcflags and -ldflags"
	},
	toolexec_no_flag: {
		code: "toolexec_no_flag",
		message: "the command line of go tool %tool% has no %flag%",
		hint: "gots weaves what the go command compiles; run the tool without the shim"
	},
	archive_corrupt: {
		code: "archive_corrupt",
		message: "a package archive cannot be read: %why%",
		hint: "the cache may be damaged; `go clean -cache` and `gots cache clean` empty both",
		family: "bug"
	},
	archive_bad_member_name: {
		code: "archive_bad_member_name",
		message: "\"%name%\" cannot be the name of an archive member: at most 15 printable characters, an extension other than .o and .syso",
		family: "bug"
	},
	archive_build_id_length: {
		code: "archive_build_id_length",
		message: "build id \"%from%\" cannot be replaced by \"%to%\": their lengths differ or are zero",
		family: "bug"
	},
	link_deps_unreadable: {
		code: "link_deps_unreadable",
		message: "%archive%: link.deps has a line that cannot be read: \"%line%\"",
		hint: "it was written by another or newer tool; empty its cache and build again"
	},
	socket_no_process: {
		code: "socket_no_process",
		message: "there is no process %pid%, or its start time cannot be read",
		hint: "the cache program is meant to be started by a go command, through GOCACHEPROG; /proc must be mounted on Linux"
	},
	runtime_dir_unusable: {
		code: "runtime_dir_unusable",
		message: "no directory for the build server's socket: %reasons%",
		hint: "point TMPDIR or XDG_RUNTIME_DIR at a directory of your own with a short path"
	},
	shim_build_failed: {
		code: "shim_build_failed",
		message: "the %name% cannot be built: `%command%` ended with %status%%stderr%",
		hint: "gots needs Go 1.24 or newer; `go version` shows yours"
	},
	oracle_build_failed: {
		code: "oracle_build_failed",
		message: "the %name% cannot be built: `%command%` ended with %status%%stderr%",
		hint: "gots needs Go 1.24 or newer; `go version` shows yours"
	},
	gate_build_failed: {
		code: "gate_build_failed",
		message: "the %name% cannot be built: `%command%` ended with %status%%stderr%",
		hint: "gots needs Go 1.24 or newer; `go version` shows yours"
	},
	oracle_failed: {
		code: "oracle_failed",
		message: "type checking %importPath% for its aspects failed: the oracle ended with %status%%stderr%",
		hint: "please report it, with the version of Go",
		family: "bug"
	},
	modinfo_unreadable: {
		code: "modinfo_unreadable",
		message: "the module information for the linker cannot be read: %quoted%",
		hint: "is this Go version supported? `gots version` lists those that are",
		family: "bug"
	}
};

// src/report/codes/toolexec.ts
/** Raised when bytes on the build server's socket are not a message of this version's shim. */
function shimBadFrame(why) {
	throw failure(texts.shim_bad_frame, { why });
}
/** Raised when a tool's command line has a flag that no supported Go version knows: whether it takes a value decides what is a file. */
function toolexecUnknownFlag(tool, word) {
	throw failure(texts.toolexec_unknown_flag, {
		word,
		tool
	});
}
/** Raised when the last word of a tool's command line is a flag that needs a value. */
function toolexecFlagWithoutValue(tool, word) {
	throw failure(texts.toolexec_flag_without_value, {
		word,
		tool
	});
}
/** Raised when a tool's command line lacks a flag that cmd/go always gives. */
function toolexecNoFlag(tool, flag) {
	throw failure(texts.toolexec_no_flag, {
		tool,
		flag
	});
}
/** Raised when an archive, by its own words or size, is damaged. */
function archiveCorrupt(why) {
	throw failure(texts.archive_corrupt, { why });
}
/** Raised when a build id is to be replaced by one of another length, which would move everything behind it. */
function archiveBuildIdLength(from, to) {
	throw failure(texts.archive_build_id_length, {
		from,
		to
	});
}
/** Raised when the list of link dependencies in an archive is of an unknown version or form. */
function linkDepsUnreadable(archive, line) {
	throw failure(texts.link_deps_unreadable, {
		archive,
		line
	});
}
/** Raised when the build server is to listen for a go command that does not run. */
function socketNoProcess(pid) {
	throw failure(texts.socket_no_process, { pid });
}
/** Raised when no directory for sockets is ours alone. */
function runtimeDirUnusable(reasons) {
	throw failure(texts.runtime_dir_unusable, { reasons: reasons.join("; ") });
}
/** Raised when go cannot build one of the programs in `helper/`: shim_build_failed, oracle_build_failed. */
function helperBuildFailed(name, command, status, stderr) {
	throw failure(texts[`${name}_build_failed`], {
		name,
		command,
		status,
		stderr: stderr === "" ? "" : `: ${stderr}`
	});
}
/** Raised when the program that answers questions about types ends in the middle. */
function oracleFailed(importPath, status, stderr) {
	throw failure(texts.oracle_failed, {
		importPath,
		status,
		stderr: stderr === "" ? "" : `: ${stderr}`
	});
}
/** Raised when the module information that cmd/go hands to the linker is not of the form known. */
function modinfoUnreadable(quoted) {
	throw failure(texts.modinfo_unreadable, { quoted: quoted.slice(0, 200) });
}

// src/driver/front/socket-name.ts
/** sun_path of macOS has 104 bytes; the shim passes over longer names. A temporary name to bind to must be no longer. */
const maxPathBytes = 99;
/** `<pid>-<start>-<namespace>.sock` at its longest. */
const nameBytes = 44;
/**
* Path of the socket on which the build server of a go command listens. The shim computes the same from its ancestors, so nothing has
* to be handed down to it (`helper/shim/server.go`).
*
* @param goPid process id of the go command
* @throws GotsError socket_no_process if there is no such process; runtime_dir_unusable
*/
function socketPath(goPid, places) {
	const start = processStart(goPid) ?? socketNoProcess(goPid);
	return join(runtimeDir(places), `${goPid}-${start}-${pidNamespace()}.sock`);
}
/**
* Directory of our sockets: `$XDG_RUNTIME_DIR/gots`, else `$TMPDIR/gots-<uid>`, else `/tmp/gots-<uid>`; made if it is missing. It belongs
* to us, is no symbolic link and is closed to all others; a directory that fails this is passed over, as the shim does.
*
* @throws GotsError runtime_dir_unusable if none of them can be used
*/
function runtimeDir({ XDG_RUNTIME_DIR: xdg, TMPDIR: tmp }) {
	const uid = process.getuid?.() ?? 0;
	return firstUsableDir([
		...xdg ? [`${xdg}/gots`] : [],
		...tmp ? [`${tmp}/gots-${uid}`] : [],
		`/tmp/gots-${uid}`
	]);
}
/**
* The first of some directories that sockets of ours may lie in.
*
* @throws GotsError runtime_dir_unusable
*/
function firstUsableDir(candidates) {
	const reasons = [];
	for (const dir of candidates) {
		const reason = Buffer.byteLength(dir) + 1 + nameBytes <= maxPathBytes ? claimPrivateDir(dir) : "its path is too long for a socket";
		if (reason === void 0) return dir;
		reasons.push(`${dir}: ${reason}`);
	}
	return runtimeDirUnusable(reasons);
}
/**
* Makes a directory that is ours alone, or checks that an existing one is.
*
* @returns why it cannot be used; undefined if it can
*/
function claimPrivateDir(dir) {
	try {
		mkdirSync(dir, { mode: 448 });
	} catch (error) {
		if (error.code !== "EEXIST") return error.message;
	}
	const stat = lstatSync(dir);
	if (!stat.isDirectory()) return "it is no directory";
	if (stat.uid !== process.getuid?.()) return `it belongs to user ${stat.uid}`;
	return (stat.mode & 63) === 0 ? void 0 : "others may enter it";
}

// src/driver/node-flags.ts
/**
* Options of the Node that runs the cache program. Young objects get 3 × 4 MB instead of 3 × 16 MB: on an application of 624
* packages the program's peak falls from 213 to 168 MB and no build gets slower.
*/
const nodeFlags = ["--max-semi-space-size=4"];

// src/base/helper-source.ts
/**
* Whether a file in the folder of a helper program (`helper/shim`, …) is part of that program. Tests are not: they change neither the
* program nor a key.
*/
function isHelperSource(name) {
	return name.endsWith(".go") && !name.endsWith("_test.go") || name === "go.mod";
}

// src/driver/plan/weaver-code.ts
/** Folders below `home` with the files in them that decide what weaving makes of a package. */
const folders = {
	dist: (name) => /\.(mjs|wasm)$/.test(name),
	"helper/oracle": isHelperSource,
	"helper/shim": isHelperSource
};
/** A file changed this shortly ago may change again without its state showing it; file systems may count whole seconds. */
const restlessMs = 2e3;
/**
* Files of the code that weaves; absolute, sorted. `dist/weaver.json`, which the build of dist writes, names those of the command
* and the cache program; without it all count.
*
* @param home folder that holds dist/ and helper/
*/
function weaverFiles(home) {
	const listed = listOf(join(home, "dist", "weaver.json"));
	return Object.entries(folders).flatMap(([folder, isSource]) => {
		const dir = join(home, folder);
		const isMeant = (name) => isSource(name) && (folder !== "dist" || (listed?.has(name) ?? true));
		return (existsSync(dir) ? readdirSync(dir).filter(isMeant).sort() : []).map((name) => join(dir, name));
	});
}
function listOf(file) {
	return existsSync(file) ? new Set(JSON.parse(readFileSync(file, "utf8"))) : void 0;
}
/**
* Hash of the code that weaves: part of every key, so that nothing that other code made is ever taken for what this code would
* make. The files are read once, after that only their states are looked at.
*
* @param cacheDir where the hash is remembered
*/
function weaverCode(home, cacheDir) {
	const files = weaverFiles(home);
	const stats = files.map((file) => statSync(file));
	const state = sha256(files.map((file, at) => `${file} ${stateOf$1(stats[at])}`).join("\n"));
	const memo = join(cacheDir, "builds", `weaver-${sha256(home).slice(0, 16)}.json`);
	const known = readSealed(memo, `weaver ${state}`);
	if ("text" in known) return known.text;
	const code = hashParts(...files.flatMap((file) => [file.slice(home.length), readFileSync(file)]));
	if (Math.max(0, ...stats.map(({ ctimeMs }) => ctimeMs)) + restlessMs < Date.now()) remember(memo, state, code);
	return code;
}
function remember(memo, state, code) {
	try {
		writeSealed(memo, `weaver ${state}`, code);
	} catch {}
}
function stateOf$1({ size, mtimeMs, ctimeMs, ino }) {
	return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

// src/cache/disk/folder.ts
/** A file of a cache by its id, below the cache's folder, with slashes. */
function entryName(id, kind) {
	return `${id.slice(0, 2)}/${id}-${kind}`;
}
/** Writes to a folder in the layout of GOCACHE. Files appear by rename, so readers and writers need no lock. */
var CacheFolder = class {
	dir;
	isOurs;
	made = /* @__PURE__ */ new Set();
	/** @param isOurs whatever the umask, only this user may write to what it makes; in the user's own cache modes are those that go gives */
	constructor(dir, isOurs) {
		this.dir = dir;
		this.isOurs = isOurs;
	}
	/** @throws Error for an id that is none: ids become names of files */
	pathOf(id, kind) {
		if (!/^[0-9a-f]{64}$/.test(id)) throw new Error(`bad cache id ${JSON.stringify(id)}`);
		return join(this.dir, entryName(id, kind));
	}
	/** Writes a file as a whole or not at all. */
	write(file, bytes) {
		const folder = dirname(file);
		const wasMade = this.made.has(folder);
		if (!wasMade) this.makeFolder(folder);
		const temp = temporaryName(file);
		try {
			writeFileSync(temp, bytes, {
				flag: "wx",
				mode: this.fileMode
			});
			renameSync(temp, file);
		} catch (error) {
			this.made.delete(folder);
			if (existsSync(temp)) unlinkSync(temp);
			if (wasMade && !existsSync(folder)) this.write(file, bytes);
			else throw error;
		}
	}
	/** Moves a file into place; false where only a copy can get there, since it lies on another file system. */
	move(from, to) {
		try {
			this.makeFolder(dirname(to));
			renameSync(from, to);
			return true;
		} catch {
			return false;
		}
	}
	/** Opens a file beside the place of an output, for a body that arrives in parts; undefined if that cannot be written. */
	spool(outputId) {
		const path = temporaryName(this.pathOf(outputId, "d"));
		try {
			this.makeFolder(dirname(path));
			return {
				fd: openSync(path, "wx", this.fileMode),
				path
			};
		} catch {
			return;
		}
	}
	get fileMode() {
		return this.isOurs ? 420 : 438;
	}
	makeFolder(folder) {
		mkdirSync(folder, {
			recursive: true,
			mode: this.isOurs ? 493 : 511
		});
		this.made.add(folder);
	}
};

// src/cache/used-files.ts
/**
* What a go command was served and what it stored, for a caller that keeps exactly that (GOTS_TOUCHED). Each process adds a few lines
* to the file when it ends, so that any number of them may write at once.
*/
var UsedFiles = class {
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
		return (id, kind) => this.note(dir, entryName(id, kind));
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
		appendUsedFiles(this.file, listed(this.all));
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

// src/process/lock.ts
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
		writeFileSync(path, `${processPlace} ${process.pid} ${processStart(process.pid)}`, { flag: "wx" });
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
		return host === processPlace ? processStart(Number(pid)) !== start : age > foreignStaleMs;
	} catch {
		return false;
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
	renameSync(temporary, path);
	note(path, hash, statSync(path));
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
	const file = `${name}-${sourceHash(options)}`;
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
function sourceHash({ sourceDir, goVersion }) {
	const parts = readdirSync(sourceDir).filter(isHelperSource).sort().flatMap((name) => [name, readFileSync(join(sourceDir, name))]);
	return hashParts(goVersion, process.platform, process.arch, ...parts).slice(0, 20);
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

// src/gomod/joined-overlay.ts
/**
* The overlay for a go command: the generated one, with the user's own entries, and with the generated ones under the name that the
* folder of the go command has there, which may lead through symbolic links (build-protocol G4).
*
* @param own value of the user's -overlay, or undefined
* @param cwd folder of the go command, as it names it
* @returns path of a file in the cache folder, named by its content
*/
function joinedOverlay({ overlay, entries }, own, cwd, cacheDir) {
	const joined = {
		...overlayEntries(own, cwd),
		...entries,
		...respelled(entries, cwd)
	};
	if (Object.keys(joined).length === Object.keys(entries).length) return overlay;
	const text = `${JSON.stringify({ Replace: joined }, null, 1)}\n`;
	const file = join(cacheDir, "work", hashParts(text).slice(0, 24), "overlay.json");
	if (!existsSync(file)) {
		mkdirSync(dirname(file), { recursive: true });
		const temp = `${file}.${process.pid}`;
		writeFileSync(temp, text);
		renameSync(temp, file);
	}
	return file;
}
/** Entries below the place that a folder really has, as they are named from that folder. */
function respelled(entries, cwd) {
	let real;
	try {
		real = realpathSync(cwd);
	} catch {
		return {};
	}
	if (real === cwd) return {};
	const more = {};
	for (const [path, content] of Object.entries(entries)) {
		const up = relative(real, path);
		const spelled = join(cwd, up);
		if (!path.startsWith(`${real}/`) && !samePlace(dirname(spelled), dirname(path))) continue;
		if (!(spelled in entries)) more[spelled] = content;
	}
	return more;
}
/** Whether an overlay holds all entries of the generated one. */
function coversAll(file, entries, cwd) {
	const has = overlayEntries(file, cwd);
	return Object.entries(entries).every(([path, content]) => has[path] === content);
}
function samePlace(a, b) {
	try {
		return realpathSync(a) === realpathSync(b);
	} catch {
		return false;
	}
}

// src/go/overlay.ts
/** Where there is no overlay. */
const noOverlay = overlayOf("", "", /* @__PURE__ */ new Map());
/**
* Reads an overlay.
*
* @param file value of -overlay; undefined or '' without one
* @param cwd directory of the go command, which relative names refer to
* @see cmd/go/internal/fsys, OverlayJSON (Go 1.24 to 1.27): an empty name deletes a file
*/
function readOverlay(file, cwd) {
	if (file === void 0 || file === "") return noOverlay;
	const path = resolve(cwd, file);
	const hash = createHash("sha256");
	const replace = /* @__PURE__ */ new Map();
	try {
		const text = readFileSync(path, "utf8");
		const { Replace = {} } = JSON.parse(text);
		hash.update(text);
		for (const [from, to] of Object.entries(Replace)) {
			replace.set(resolve(cwd, from), to === "" ? "" : resolve(cwd, to));
			const bytes = to === "" ? Buffer.alloc(0) : readFileSync(resolve(cwd, to));
			hash.update(`\n${bytes.length}\n`).update(bytes);
		}
	} catch {
		return overlayOf(path, "", replace);
	}
	return overlayOf(path, hash.digest("hex"), replace);
}
function overlayOf(file, hash, replace) {
	const added = /* @__PURE__ */ new Map();
	for (const [path, to] of replace) if (to !== "") addWithFolders(added, path);
	const actual = (path) => {
		const to = replace.get(path);
		return to === "" ? void 0 : to ?? path;
	};
	const over = (below) => ({
		read: (path) => {
			const place = actual(path);
			return place === void 0 ? void 0 : below.read(place);
		},
		isDirectory: (path) => added.has(path) || !replace.has(path) && below.isDirectory(path),
		list: (folder) => {
			return [.../* @__PURE__ */ new Set([...below.list(folder), ...added.get(folder) ?? []])].filter((name) => replace.get(join(folder, name)) !== "").sort();
		}
	});
	return {
		file,
		hash,
		actual,
		names: (path) => replace.has(path),
		over
	};
}
/** A file that is not on disk may lie in folders that are not, either. */
function addWithFolders(added, path) {
	for (let at = path; dirname(at) !== at; at = dirname(at)) {
		const folder = dirname(at);
		const names = added.get(folder) ?? /* @__PURE__ */ new Set();
		names.add(at.slice(folder.length).replace(/^\//, ""));
		added.set(folder, names);
	}
}

export { shimBadFrame as C, toolexecUnknownFlag as E, runtimeDirUnusable as S, toolexecNoFlag as T, archiveBuildIdLength as _, ensureHelper as a, modinfoUnreadable as b, UsedFiles as c, weaverCode as d, weaverFiles as f, socketPath as g, runtimeDir as h, joinedOverlay as i, parseUsedFiles as l, claimPrivateDir as m, readOverlay as n, isWhole as o, nodeFlags as p, coversAll as r, settle as s, noOverlay as t, CacheFolder as u, archiveCorrupt as v, toolexecFlagWithoutValue as w, oracleFailed as x, linkDepsUnreadable as y };