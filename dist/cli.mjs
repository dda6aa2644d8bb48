import * as module from "node:module";
import { dirname, join } from "node:path";
import { chmodSync, closeSync, existsSync, fstatSync, lstatSync, mkdirSync, openSync, readFileSync, readdirSync, readlinkSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { spawn, spawnSync } from "node:child_process";
import { constants, homedir, hostname } from "node:os";
import { fileURLToPath } from "node:url";
import { createHash, randomBytes } from "node:crypto";

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
const { enableCompileCache: ofNode } = module;
/**
* Lets Node keep compiled code between runs, where it can (Node 22.1 and newer): start-up counts on every build.
*
* @param dir where it is kept, made if need be; Node's own choice by default. Not used where others may write: Node runs what lies there
*/
function enableCompileCache(dir, enable = ofNode) {
	if (enable && (dir === void 0 || claimCodeFolder(dir))) enable(dir);
}
/** Makes a folder for compiled code; false where there is none, or where others may write to it: what lies in it is run. */
function claimCodeFolder(dir) {
	try {
		mkdirSync(dir, {
			recursive: true,
			mode: 448
		});
		const stat = lstatSync(dir);
		return stat.isDirectory() && distrust(stat, "group") === void 0;
	} catch {
		return false;
	}
}

// src/process/broken-pipe.ts
/**
* What reads our output may stop before its end, as `| head` does. The rest is then written nowhere, and the command goes on and ends as it
* would have ended.
*/
function allowBrokenPipes() {
	for (const stream of [process.stdout, process.stderr]) stream.on("error", (error) => {
		if (error.code !== "EPIPE") throw error;
	});
}

// src/process/lines.ts
/** Cuts text that arrives in parts into lines, without their ends; a last line without an end is one, too. */
function lineSplitter(onLine) {
	let parts = [];
	const emit = () => {
		const line = parts.join("");
		parts = [];
		onLine(line.endsWith("\r") ? line.slice(0, -1) : line);
	};
	return {
		push: (text) => {
			let from = 0;
			for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
				parts.push(text.slice(from, end));
				emit();
				from = end + 1;
			}
			if (from < text.length) parts.push(text.slice(from));
		},
		end: () => {
			if (parts.length > 0) emit();
		}
	};
}

// src/process/spawn-sync.ts
/**
* Runs a program that ends at once, and waits for it. Its standard error is not read.
*
* @returns its standard output, and its exit code, which is null if a signal ended it
* @throws the system's error if it cannot be started
*/
function runSync(program, args, { env, cwd, input = "" } = {}) {
	const { error, status, stdout } = spawnSync(program, args, {
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
		const isBusy = readdirSync(`/proc/${pid}/task`).some((id) => orUndefined(() => statFields(`${pid}/task/${id}`)[0]) === "R");
		const [user, system] = statFields(pid).slice(11, 13).map(Number);
		return isBusy ? ((user ?? 0) + (system ?? 0)) * tickMs : void 0;
	}),
	argumentsOf: (pid) => linux.commandLineOf(pid).split("\0").slice(0, -1),
	commandLineOf: (pid) => orUndefined(() => readFileSync(`/proc/${pid}/cmdline`, "utf8")) ?? "",
	namespace: () => orUndefined(() => /^pid:\[(\d+)\]$/.exec(readlinkSync("/proc/self/ns/pid"))?.[1]) ?? "0",
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
	const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
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

// src/process/spawn.ts
/** Starts a program. Whatever goes wrong is told by `exited` and `ended`. */
function start(command) {
	const group = (command.group ?? false) && system.hasGroups;
	const child = spawn(command.program, command.args, {
		cwd: command.cwd,
		env: command.env,
		detached: group,
		stdio: [
			stdinOf(command),
			stdioOf(command.stdout),
			stdioOf(command.stderr)
		]
	});
	const [stdout, stderr] = [read(child.stdout, command.stdout), read(child.stderr, command.stderr)];
	child.stdin?.on("error", () => {});
	if (typeof command.stdin === "object") child.stdin?.end(command.stdin.text);
	const exit = () => {
		if (child.exitCode !== null && child.pid !== void 0) return {
			code: child.exitCode,
			signal: null
		};
		return child.signalCode === null ? void 0 : {
			code: null,
			signal: child.signalCode
		};
	};
	const signal = (name) => {
		if (child.pid === void 0) return;
		if (group) signalGroup(child.pid, name);
		else child.kill(name);
	};
	const exited = exitOf(child, "exit");
	const ended = exitOf(child, "close").then((how) => ({
		...how,
		stdout: stdout(),
		stderr: stderr()
	}));
	for (const promise of [exited, ended]) promise.catch(() => {});
	if (command.cancel) stopOnCancel(command.cancel, signal, ended);
	return {
		pid: child.pid,
		input: command.stdin === "pipe" ? child.stdin ?? void 0 : void 0,
		exited,
		ended,
		exit,
		signal
	};
}
/** Sends a signal to all processes of a group. Does nothing when they have ended. */
function signalGroup(leader, name) {
	try {
		process.kill(system.hasGroups ? -leader : leader, name);
	} catch {}
}
/** The exit code by which a shell tells of an end: that of the program, or 128 and the number of the signal. */
function exitCodeOf({ code, signal }) {
	return code ?? 128 + constants.signals[signal];
}
function stdinOf({ stdin = "none" }) {
	if (stdin === "none") return "ignore";
	return stdin === "inherit" ? "inherit" : "pipe";
}
function stdioOf(sink = "capture") {
	return sink === "inherit" || sink === "ignore" || typeof sink === "number" ? sink : "pipe";
}
/** Reads a stream into its sink; gives what was captured. */
function read(stream, sink = "capture") {
	if (!stream) return () => "";
	if (sink === "capture") {
		const chunks = [];
		stream.on("data", (chunk) => chunks.push(chunk));
		return () => Buffer.concat(chunks).toString("utf8");
	}
	stream.setEncoding("utf8");
	if (typeof sink === "function") stream.on("data", sink);
	else if (typeof sink === "object") {
		const lines = lineSplitter(sink.line);
		stream.on("data", lines.push).on("end", lines.end);
	}
	return () => "";
}
function exitOf(child, event) {
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.once(event, (code, signal) => resolve(signal === null ? {
			code: code ?? 0,
			signal
		} : {
			code: null,
			signal
		}));
	});
}
function stopOnCancel({ signal: cancel, graceMs }, signal, ended) {
	let grace;
	const stop = () => {
		signal("SIGINT");
		grace ??= setTimeout(() => signal("SIGKILL"), graceMs);
	};
	const forget = () => {
		clearTimeout(grace);
		cancel.removeEventListener("abort", stop);
	};
	ended.then(forget, forget);
	if (cancel.aborted) stop();
	cancel.addEventListener("abort", stop);
}

// src/process/foreground.ts
/**
* Runs a program on this terminal in place of this process: it has the three standard streams, and this process outlives it. Signals from
* the terminal reach it through the terminal's process group, others are passed on.
*
* @returns the exit code, as a shell tells it
* @throws the system's error if it cannot be started
*/
async function runInForeground(program, args, env, cwd) {
	const running = start({
		program,
		args,
		env,
		cwd,
		stdin: "inherit",
		stdout: "inherit",
		stderr: "inherit"
	});
	const ignore = () => {};
	const pass = (name) => running.signal(name);
	for (const name of ["SIGINT", "SIGQUIT"]) process.on(name, ignore);
	for (const name of ["SIGTERM", "SIGHUP"]) process.on(name, pass);
	return exitCodeOf(await running.ended);
}

// src/base/log.ts
/** A log that writes lines `gots: …` through `write`, each warning once. */
function lineLog(write, debug) {
	const seen = /* @__PURE__ */ new Set();
	return {
		warn(message) {
			if (seen.has(message)) return;
			seen.add(message);
			write(`gots: ${message}\n`);
		},
		debug(message) {
			if (debug) write(`gots: ${message}\n`);
		},
		warnings: () => seen.size
	};
}

// src/cli/command-context.ts
function commandContext(env, cwd) {
	const here = dirname(fileURLToPath(import.meta.url));
	const home = [join(here, ".."), join(here, "..", "..")].find((dir) => existsSync(join(dir, "helper", "shim"))) ?? join(here, "..");
	return {
		cwd: env["PWD"] && sameFolder(env["PWD"], cwd) ? env["PWD"] : cwd,
		env,
		log: lineLog((line) => process.stderr.write(line), env["GOTS_DEBUG"] !== void 0),
		go: env["GOTS_GO"] || "go",
		cacheDir: env["GOTS_CACHE"] || join(userCacheDir(env), "gots"),
		home,
		cacheProg: join(home, "dist", "cacheprog.cjs"),
		write: (text) => void process.stdout.write(text)
	};
}
function sameFolder(a, b) {
	try {
		const [x, y] = [statSync(a), statSync(b)];
		return x.ino === y.ino && x.dev === y.dev;
	} catch {
		return false;
	}
}
/** As Go's os.UserCacheDir. */
function userCacheDir(env) {
	if (process.platform === "darwin") return join(homedir(), "Library", "Caches");
	return env["XDG_CACHE_HOME"] || join(env["HOME"] || homedir(), ".cache");
}

// src/base/hash.ts
/** SHA-256 of the bytes themselves, in hex: the id under which cmd/go files an output. */
function sha256(bytes) {
	return createHash("sha256").update(bytes).digest("hex");
}

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
const processPlace = `${hostname()}/${pidNamespace()}`;
const placeMark = createHash("sha256").update(processPlace).digest("hex").slice(0, 8);
let ownMark;
/** This process, in names of files: `<place>-<pid>-<start>`. */
function processMark() {
	ownMark ??= `${placeMark}-${process.pid}-${processStart(process.pid) ?? 0}`;
	return ownMark;
}

// src/base/temporary.ts
/** A new name beside a file, for what becomes that file by a rename. It tells which process made it, see {@link removeLeftOvers}. */
function temporaryName(file) {
	return `${file}.${processMark()}.${randomBytes(6).toString("hex")}.tmp`;
}
/**
* Writes a file that appears as a whole or not at all, readable by its owner only unless `mode` says otherwise.
*
* @throws the error of the file system
*/
function writeWhole(file, content, mode = 384) {
	mkdirSync(dirname(file), {
		recursive: true,
		mode: 493
	});
	const temp = temporaryName(file);
	try {
		writeFileSync(temp, content, {
			flag: "wx",
			mode
		});
		if ((mode & 63) === 0) chmodSync(temp, mode);
		renameSync(temp, file);
	} catch (error) {
		rmSync(temp, { force: true });
		throw error;
	}
}

// src/base/sealed.ts
/**
* Puts a line in front of a text that says what it is and what it must be: a text that was cut off, has grown, was damaged, or is
* another's is told from the one that was written.
*
* @param kind what it is and whose, without line breaks
*/
function seal(kind, text) {
	return headOf(kind, text) + text;
}
/** The text behind such a line. */
function unseal(kind, sealed) {
	const end = sealed.indexOf("\n");
	const head = sealed.slice(0, Math.max(end, 0));
	if (!head.startsWith("gots ")) return { reason: "it is damaged, or of another version of gots" };
	const text = sealed.slice(end + 1);
	const hash = head.slice(head.lastIndexOf(" ") + 1);
	if (hash !== sha256(text)) return { reason: "it is damaged" };
	return head === `gots ${kind} ${hash}` ? { text } : { reason: "it was made by another version of gots, or for something else" };
}
/**
* Writes a sealed file of the user's own, at once.
*
* @throws the error of the file system
*/
function writeSealed(file, kind, text) {
	writeWhole(file, seal(kind, text));
}
/** Reads such a file; one that somebody else has written, or could have, is not believed. */
function readSealed(file, kind) {
	const bytes = readBelieved(file);
	return "reason" in bytes ? bytes : unseal(kind, bytes.toString("utf8"));
}
function headOf(kind, content) {
	return `gots ${kind} ${sha256(content)}\n`;
}
function readBelieved(file) {
	let fd;
	try {
		fd = openSync(file, "r");
	} catch (error) {
		return { reason: `it cannot be read (${error.code})` };
	}
	try {
		const reason = distrust(fstatSync(fd), "group");
		return reason === void 0 ? readFileSync(fd) : { reason };
	} catch (error) {
		return { reason: `it cannot be read (${error.code})` };
	} finally {
		closeSync(fd);
	}
}

// src/driver/programs/program-file.ts
/** Programs of ours may be run by everyone, whatever the umask, and written by their owner only. */
const programMode = 493;
/** Where that is filed. */
const noteOf = (path) => `${path}.sum`;
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

// src/base/read-if-there.ts
/** The text of a file; '' where there is none. */
function readIfThere(path) {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return "";
	}
}

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

// src/cli/main.ts
/**
* The command. All but the start of a go command for which nothing has changed is in run-command.ts, which is loaded when it is needed: the time
* until go runs counts on every build, and most of it is Node loading code.
*/
async function run(argv) {
	const { env } = process;
	const cwd = process.cwd();
	const [command, ...goArgs] = argv;
	const context = commandContext(env, cwd);
	if (command === "go") {
		const variables = lastStart(context, goArgs)?.variables;
		if (variables) return runInForeground(context.go, goArgs, {
			...env,
			...variables
		}, context.cwd);
	}
	enableCompileCache(join(context.cacheDir, "code"));
	const { runCommandLine } = await import("./command.mjs");
	return runCommandLine(argv, {
		env,
		cwd
	});
}
allowBrokenPipes();
process.exitCode = await run(process.argv.slice(2));

export {  };