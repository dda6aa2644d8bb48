// \0rolldown/runtime.js
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") {
		for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
			key = keys[i];
			if (!__hasOwnProp.call(to, key) && key !== except) {
				__defProp(to, key, {
					get: ((k) => from[k]).bind(null, key),
					enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
				});
			}
		}
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));

let node_path = require("node:path");
let node_url = require("node:url");
let node_fs = require("node:fs");
let node_module = require("node:module");
node_module = __toESM(node_module, 1);
let node_v8 = require("node:v8");
let node_vm = require("node:vm");
let node_crypto = require("node:crypto");
let node_os = require("node:os");
let node_child_process = require("node:child_process");

// src/base/trust.ts
const others = {
	group: 16,
	world: 2
};
/**
* Why a file or folder is not to be used: another user made it, or may have written to it, or its owner may not read it. The administrator may change any
* file anyway, so files of root are believed.
*
* @param who `group`: where members of its group may not write either
* @returns undefined if it may be used
*/
function distrust({ uid, mode }, who, me = process.getuid?.()) {
	if (me === void 0) return void 0;
	if (uid !== me && uid !== 0) return `it belongs to user ${uid}`;
	if ((mode & others.world) !== 0) return "every user may write to it";
	if (uid === me && (mode & 256) === 0) return "its owner may not read it";
	return who === "group" && (mode & others.group) !== 0 ? "its group may write to it" : void 0;
}

// src/base/compile-cache.ts
const { enableCompileCache: ofNode } = node_module;
/** Makes a folder for compiled code; false where there is none, or where others may write to it: what lies in it is run. */
function claimCodeFolder(dir) {
	try {
		(0, node_fs.mkdirSync)(dir, {
			recursive: true,
			mode: 448
		});
		const stat = (0, node_fs.lstatSync)(dir);
		return stat.isDirectory() && distrust(stat, "group") === void 0;
	} catch {
		return false;
	}
}

// src/base/hash.ts
/**
* SHA-256 over parts, each framed by its length, so that no two different lists of parts collide.
*
* @returns 64 lower-case hex digits
*/
function hashParts(...parts) {
	const hash = (0, node_crypto.createHash)("sha256");
	for (const part of parts) {
		const bytes = typeof part === "string" ? Buffer.from(part) : part;
		hash.update(`${bytes.length}:`).update(bytes);
	}
	return hash.digest("hex");
}
/** SHA-256 of the bytes themselves, in hex: the id under which cmd/go files an output. */
function sha256(bytes) {
	return (0, node_crypto.createHash)("sha256").update(bytes).digest("hex");
}

// src/process/spawn-sync.ts
/**
* Runs a program that ends at once, and waits for it. Its standard error is not read.
*
* @returns its standard output, and its exit code, which is null if a signal ended it
* @throws the system's error if it cannot be started
*/
function runSync(program, args, { env, cwd, input = "" } = {}) {
	const { error, status, stdout } = (0, node_child_process.spawnSync)(program, args, {
		env,
		cwd,
		input,
		encoding: "utf8",
		maxBuffer: Number.POSITIVE_INFINITY,
		stdio: [
			"pipe",
			"pipe",
			"ignore"
		]
	});
	if (error) throw error;
	return {
		code: status,
		stdout
	};
}

// src/process/posix.ts
/** `ps` of macOS, at its fixed place. */
const ps = "/bin/ps";
/** Linux counts processor time in hundredths of a second (USER_HZ), whatever the machine. */
const tickMs = 10;
/** Linux tells about processes in /proc. */
const linux = {
	/** @see proc_pid_stat(5): `starttime` is field 22, the 20th behind the name. */
	startOf: (pid) => orUndefined(() => statFields(pid)[19]),
	parentOf: (pid) => orUndefined(() => Number(statFields(pid)[1])),
	busyMsOf: (pid) => orUndefined(() => {
		const isBusy = (0, node_fs.readdirSync)(`/proc/${pid}/task`).some((id) => orUndefined(() => statFields(`${pid}/task/${id}`)[0]) === "R");
		const [user, system] = statFields(pid).slice(11, 13).map(Number);
		return isBusy ? ((user ?? 0) + (system ?? 0)) * tickMs : void 0;
	}),
	argumentsOf: (pid) => linux.commandLineOf(pid).split("\0").slice(0, -1),
	commandLineOf: (pid) => orUndefined(() => (0, node_fs.readFileSync)(`/proc/${pid}/cmdline`, "utf8")) ?? "",
	namespace: () => orUndefined(() => /^pid:\[(\d+)\]$/.exec((0, node_fs.readlinkSync)("/proc/self/ns/pid"))?.[1]) ?? "0",
	hasGroups: true
};
/** macOS has no /proc; `ps` tells. */
const darwin = {
	startOf: (pid) => orUndefined(() => secondsOfLstart(askPs("lstart=", pid, {
		TZ: "UTC",
		LC_ALL: "C"
	}))),
	parentOf: (pid) => orUndefined(() => Number.parseInt(askPs("ppid=", pid), 10)),
	busyMsOf: (pid) => orUndefined(() => {
		const [state = "", time = ""] = askPs("state=,time=", pid).trim().split(/\s+/);
		return state.startsWith("R") ? msOfTime(time) : void 0;
	}),
	argumentsOf: (pid) => orUndefined(() => askPs("args=", pid).trim().split(/\s+/)) ?? [],
	commandLineOf: () => "",
	namespace: () => "0",
	hasGroups: true
};
/** The fields behind the program's name, which stands in parentheses and may hold anything. */
function statFields(pid) {
	const stat = (0, node_fs.readFileSync)(`/proc/${pid}/stat`, "latin1");
	return stat.slice(stat.lastIndexOf(")") + 1).trim().split(" ");
}
function askPs(column, pid, env) {
	return runSync(ps, [
		"-o",
		column,
		"-p",
		String(pid)
	], { env }).stdout;
}
/** Milliseconds of what `ps -o time=` prints: minutes and seconds with two digits behind the point, such as `12:03.45`. */
function msOfTime(text) {
	const [, minutes, seconds] = /^(\d+):(\d\d\.\d\d)$/.exec(text) ?? [];
	return minutes === void 0 ? void 0 : Math.round(Number(minutes) * 6e4 + Number(seconds) * 1e3);
}
/** Seconds since 1970 of what `ps -o lstart=` prints with TZ=UTC and LC_ALL=C, such as `Sat Nov 21 07:33:05 2026`. */
function secondsOfLstart(text) {
	const milliseconds = Date.parse(`${text.trim()} UTC`);
	return Number.isNaN(milliseconds) ? void 0 : String(milliseconds / 1e3);
}
function orUndefined(ask) {
	try {
		return ask();
	} catch {
		return;
	}
}

// src/process/windows.ts
/**
* Windows tells nothing yet: gots does not build on Windows hosts. What is needed is the creation time and the parent of a process
* (`GetProcessTimes`, `NtQueryInformationProcess`), which Node does not give.
*/
const windows = {
	startOf: () => void 0,
	parentOf: () => void 0,
	busyMsOf: () => void 0,
	argumentsOf: () => [],
	commandLineOf: () => "",
	namespace: () => "0",
	hasGroups: false
};

// src/process/system.ts
/** The one place that chooses. Systems other than these are asked as Linux is. */
const systems = {
	darwin,
	win32: windows
};
/** The system of this machine. */
const system = systems[process.platform] ?? linux;

// src/process/identity.ts
/**
* When a process started: clock ticks since boot on Linux, seconds since 1970 on macOS. With the pid it names a process once and for
* all. `helper/shim` computes the same text.
*
* @returns undefined if there is no such process, or the system does not tell
*/
function processStart(pid) {
	return system.startOf(pid);
}
/** Inode of our PID namespace, since containers that share a directory may have equal pids; "0" where there are no namespaces. */
function pidNamespace() {
	return system.namespace();
}
/** Where process ids mean the same processes as here: machines and containers may share a cache. */
const processPlace = `${(0, node_os.hostname)()}/${pidNamespace()}`;
const placeMark = (0, node_crypto.createHash)("sha256").update(processPlace).digest("hex").slice(0, 8);
let ownMark;
/** This process, in names of files: `<place>-<pid>-<start>`. */
function processMark() {
	ownMark ??= `${placeMark}-${process.pid}-${processStart(process.pid) ?? 0}`;
	return ownMark;
}

// src/base/temporary.ts
/** A new name beside a file, for what becomes that file by a rename. It tells which process made it, see {@link removeLeftOvers}. */
function temporaryName(file) {
	return `${file}.${processMark()}.${(0, node_crypto.randomBytes)(6).toString("hex")}.tmp`;
}
/**
* Writes a file that appears as a whole or not at all, readable by its owner only unless `mode` says otherwise.
*
* @throws the error of the file system
*/
function writeWhole(file, content, mode = 384) {
	(0, node_fs.mkdirSync)((0, node_path.dirname)(file), {
		recursive: true,
		mode: 493
	});
	const temp = temporaryName(file);
	try {
		(0, node_fs.writeFileSync)(temp, content, {
			flag: "wx",
			mode
		});
		if ((mode & 63) === 0) (0, node_fs.chmodSync)(temp, mode);
		(0, node_fs.renameSync)(temp, file);
	} catch (error) {
		(0, node_fs.rmSync)(temp, { force: true });
		throw error;
	}
}

// src/base/sealed.ts
/**
* As {@link writeSealed}, for what is no text.
*
* @throws the error of the file system
*/
function writeSealedBytes(file, kind, bytes) {
	writeWhole(file, Buffer.concat([Buffer.from(headOf(kind, bytes)), bytes]));
}
/** As {@link readSealed}, for what is no text; undefined if it is not there, or not believed. */
function readSealedBytes(file, kind) {
	const bytes = readBelieved(file);
	if ("reason" in bytes) return void 0;
	const rest = bytes.subarray(bytes.indexOf("\n") + 1);
	const head = Buffer.from(headOf(kind, rest));
	return bytes.length === head.length + rest.length && bytes.subarray(0, head.length).equals(head) ? rest : void 0;
}
function headOf(kind, content) {
	return `gots ${kind} ${sha256(content)}\n`;
}
function readBelieved(file) {
	let fd;
	try {
		fd = (0, node_fs.openSync)(file, "r");
	} catch (error) {
		return { reason: `it cannot be read (${error.code})` };
	}
	try {
		const reason = distrust((0, node_fs.fstatSync)(fd), "group");
		return reason === void 0 ? (0, node_fs.readFileSync)(fd) : { reason };
	} catch (error) {
		return { reason: `it cannot be read (${error.code})` };
	} finally {
		(0, node_fs.closeSync)(fd);
	}
}

// src/base/compiled-script.ts
/**
* Runs a CommonJS module from compiled code, where that was kept by an earlier run; else it compiles it. Compiled code belongs to one content of the
* module, to one program of Node, and to one kind of processor. What is damaged or another's is made again.
*
* @param file absolute path of the module; ASCII only. For dynamic imports it calls `importModule`: Node warns of `import()` in a script
*   that it did not load itself
* @param dir where compiled code is kept, made if need be; undefined to keep none. Not used where others may write: what lies there is run
*/
function runCompiled(file, dir) {
	const bytes = (0, node_fs.readFileSync)(file);
	const name = sha256(bytes);
	const kept = dir !== void 0 && claimCodeFolder(dir) ? keptFile(dir, name) : void 0;
	const cachedData = kept === void 0 ? void 0 : readSealedBytes(kept, kindOf(kept));
	const script = new node_vm.Script(`(function (exports, require, module, __filename, __dirname, importModule) {${bytes.toString("latin1")}\n})`, {
		filename: (0, node_url.pathToFileURL)(file).href,
		cachedData
	});
	const module = { exports: {} };
	script.runInThisContext().call(module.exports, module.exports, (0, node_module.createRequire)(file), module, file, (0, node_path.dirname)(file), importModule);
	const isKept = cachedData !== void 0 && script.cachedDataRejected === false;
	return {
		exports: module.exports,
		keep: kept === void 0 || isKept || !isWritable((0, node_path.dirname)(kept)) ? void 0 : () => keep$1(script, kept)
	};
}
/** Of built-in modules, and of URLs. */
const importModule = (specifier) => import(specifier);
/**
* V8 looks at nothing but the length of a source and its own version and flags, and ends the process by a signal where the code was made by another build
* of the same version (Node 20.20.2 of a distribution, 20.19.6 of nodejs.org). So the name tells the content, and the program that runs it.
*/
function keptFile(dir, name) {
	const { size, mtimeMs } = (0, node_fs.statSync)(process.execPath);
	const node = [
		JSON.stringify(process.versions),
		process.arch,
		(0, node_v8.cachedDataVersionTag)(),
		size,
		mtimeMs
	];
	return (0, node_path.join)(dir, `script-${hashParts(name, ...node.map(String)).slice(0, 32)}`);
}
/** It says what the name says, so that code in another's place is none. */
const kindOf = (file) => `compiled code ${(0, node_path.basename)(file)}`;
function keep$1(script, file) {
	try {
		writeSealedBytes(file, kindOf(file), script.createCachedData());
	} catch {}
}
function isWritable(dir) {
	try {
		(0, node_fs.accessSync)(dir, node_fs.constants.W_OK);
		return true;
	} catch {
		return false;
	}
}

// src/driver/node-flags.ts
/**
* Gives V8 its usual flags while code is loaded. V8 refuses compiled code that was made under other flags, and Node's own modules hold such code: with
* other flags a start takes 10 ms more. The heap has its sizes by now.
*/
function setUsualFlags() {
	for (const flag of [
		"--max-semi-space-size=0",
		"--heap-growing-percent=0",
		"--flush-bytecode"
	]) (0, node_v8.setFlagsFromString)(flag);
}
/**
* Sets what counts while a build is served. Old objects are collected when they have grown by a quarter, not when they have doubled:
* 188 MB become 123 MB where one program weaves 123 packages of the standard library.
*
* @param keepsCode functions that are not called for a while stay compiled
*/
function setServingFlags(keepsCode) {
	(0, node_v8.setFlagsFromString)("--heap-growing-percent=25");
	if (keepsCode) (0, node_v8.setFlagsFromString)("--no-flush-bytecode");
}

// src/driver/main.ts
/** The cache program: it runs serve-build.ts, which lies beside it as one file, from compiled code. */
const { GOTS_PLAN: planFile = "" } = process.env;
setUsualFlags();
const { exports: exports$1, keep } = runCompiled((0, node_path.join)((0, node_path.dirname)((0, node_url.fileURLToPath)(require("url").pathToFileURL(__filename).href)), "server.cjs"), planFile === "" ? void 0 : (0, node_path.join)((0, node_path.dirname)((0, node_path.dirname)((0, node_path.dirname)(planFile))), "code"));
setServingFlags(keep !== void 0);
exports$1.serveBuild(process.env, () => {
	setUsualFlags();
	keep?.();
});
