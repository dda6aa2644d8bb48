import * as module from "node:module";
import { dirname, join } from "node:path";
import { accessSync, closeSync, constants, existsSync, fstatSync, lstatSync, mkdirSync, openSync, readFileSync, readdirSync, readlinkSync, statSync } from "node:fs";
import { spawn, spawnSync } from "node:child_process";
import { constants as constants$1, homedir, hostname } from "node:os";
import { fileURLToPath } from "node:url";
import { createHash } from "node:crypto";

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
	if (enable && (dir === void 0 || isOwn(dir))) enable(dir);
}
function isOwn(dir) {
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
function runSync(program, args, { env, input = "" } = {}) {
	const { error, status, stdout } = spawnSync(program, args, {
		env,
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
/** Linux tells about processes in /proc. */
const linux = {
	/** @see proc_pid_stat(5): `starttime` is field 22, the 20th behind the name. */
	startOf: (pid) => orUndefined(() => statFields(pid)[19]),
	parentOf: (pid) => orUndefined(() => Number(statFields(pid)[1])),
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
	const [stdout, stderr] = [read$1(child.stdout, command.stdout), read$1(child.stderr, command.stderr)];
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
	return code ?? 128 + constants$1.signals[signal];
}
function stdinOf({ stdin = "none" }) {
	if (stdin === "none") return "ignore";
	return stdin === "inherit" ? "inherit" : "pipe";
}
function stdioOf(sink = "capture") {
	return sink === "inherit" || sink === "ignore" || typeof sink === "number" ? sink : "pipe";
}
/** Reads a stream into its sink; gives what was captured. */
function read$1(stream, sink = "capture") {
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
		cacheProg: join(home, "dist", "cacheprog.mjs"),
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

// src/base/file-state.ts
/** What tells states of a file or folder apart: mode, size, times and inode, as helper/shim/replay.go writes them; '-' if there is none. */
function fileState(path) {
	return read(path)?.state ?? "-";
}
function read(path) {
	const info = statSync(path, {
		bigint: true,
		throwIfNoEntry: false
	});
	if (!info) return void 0;
	const { mode, size, mtimeNs, ctimeNs, ino } = info;
	return {
		state: `${mode} ${size} ${mtimeNs} ${ctimeNs} ${ino}`,
		ctimeNs
	};
}

// src/base/hash.ts
/**
* SHA-256 over parts, each framed by its length, so that no two different lists of parts collide.
*
* @returns 64 lower-case hex digits
*/
function hashParts(...parts) {
	const hash = createHash("sha256");
	for (const part of parts) {
		const bytes = typeof part === "string" ? Buffer.from(part) : part;
		hash.update(`${bytes.length}:`).update(bytes);
	}
	return hash.digest("hex");
}
/** SHA-256 of the bytes themselves, in hex: the id under which cmd/go files an output. */
function sha256(bytes) {
	return createHash("sha256").update(bytes).digest("hex");
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
/** The names in a folder, sorted; none where there is no folder. */
function namesIfThere(dir) {
	try {
		return readdirSync(dir).sort();
	} catch {
		return [];
	}
}

// src/process/identity.ts
/** Inode of our PID namespace, since containers that share a directory may have equal pids; "0" where there are no namespaces. */
function pidNamespace() {
	return system.namespace();
}
/** Where process ids mean the same processes as here: machines and containers may share a cache. */
const processPlace = `${hostname()}/${pidNamespace()}`;
const placeMark = createHash("sha256").update(processPlace).digest("hex").slice(0, 8);

// src/base/sealed.ts
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
/** Reads such a file; one that somebody else has written, or could have, is not believed. */
function readSealed(file, kind) {
	let fd;
	try {
		fd = openSync(file, "r");
	} catch (error) {
		return { reason: `it cannot be read (${error.code})` };
	}
	try {
		const reason = distrust(fstatSync(fd), "group");
		return reason === void 0 ? unseal(kind, readFileSync(fd, "utf8")) : { reason };
	} catch (error) {
		return { reason: `it cannot be read (${error.code})` };
	} finally {
		closeSync(fd);
	}
}

// src/dialects/gots/facts.ts
const gotsFacts = {
	name: "gots",
	files: {
		root: ["gots.yml"],
		aspects: /^gots\.yml$/
	},
	env: [],
	errors: ["aspect_"],
	hasIds: true,
	matchesInjected: false
};

// src/dialects/loongsuite/facts.ts
/** The file in which `otel set` keeps its settings, seen from the module's folder. */
const ruleConfigFile = ".otel-build/conf.json";
/** The variables that stand for keys of {@link ruleConfigFile}. */
const variables = {
	RuleJsonFiles: "OTELTOOL_RULE_JSON_FILES",
	DisableRules: "OTELTOOL_DISABLE_RULES",
	PkgPath: "OTELTOOL_PKG_PATH"
};
const loongsuiteFacts = {
	name: "loongsuite",
	files: {
		root: [ruleConfigFile],
		aspects: /\.json$/
	},
	env: Object.values(variables),
	errors: ["rule_"],
	hasIds: false,
	matchesInjected: true
};

// src/dialects/orchestrion/facts.ts
/** The Go file whose imports name packages that have aspects. */
const toolFileName = "orchestrion.tool.go";
const orchestrionFacts = {
	name: "orchestrion",
	files: {
		root: [toolFileName, "orchestrion.yml"],
		aspects: /^orchestrion\.(yml|tool\.go)$/
	},
	env: [],
	errors: ["aspect_"],
	hasIds: true,
	matchesInjected: false
};

// src/dialects/otelc/facts.ts
/** Go files whose imports name packages that have rules; a module has one of them at most. */
const toolFileNames = ["otel.instrumentation.go", "otelc.tool.go"];
/** Files and folders of rules, with commas between them. */
const rulesVariable = "OTELC_RULES";
/** Folder of a checkout of otelc. */
const checkoutVariable = "GOTS_OTELC";
/** `otelc.yml`, `x.otelc.yaml` and so on. */
const ruleFileName = /^(.*\.)?otelc\.ya?ml$/;
const otelcFacts = {
	name: "otelc",
	files: {
		root: [...toolFileNames, "otelc.yml"],
		rootPattern: ruleFileName,
		aspects: ruleFileName
	},
	env: [rulesVariable, checkoutVariable],
	errors: ["otelc_", "aspect_"],
	hasIds: false,
	matchesInjected: false
};

// src/dialects/facts.ts
/** What is known of each dialect without its readers. */
const dialectFacts = {
	gots: gotsFacts,
	orchestrion: orchestrionFacts,
	otelc: otelcFacts,
	loongsuite: loongsuiteFacts
};
const all = Object.values(dialectFacts);
/** Paths, from a module's folder, of the files that configure a module in any dialect. */
const configurationFiles = all.flatMap(({ files }) => files.root);
/** Environment variables that decide which aspects there are. */
const configurationVariables = all.flatMap(({ env }) => env);
/** Whether a file of this name in a module's folder configures the module. */
function isConfiguration(name) {
	return all.some(({ files }) => files.root.includes(name) || files.rootPattern?.test(name));
}

// src/go/flags.ts
const booleans = new Set("a n v x race msan asan cover work trimpath linkshared modcacherw json c i failfast short benchmem fullpath artifacts e deps export find compiled test m u versions".split(" "));
/** Flags that `go list` takes as well and that change an archive. Those of {@link perPackageFlags} are handled apart. */
const archiveFlags = new Set("race msan asan cover covermode coverpkg tags trimpath compiler buildmode installsuffix mod modfile modcacherw overlay".split(" "));
/** Splits a GOFLAGS value as cmd/internal/quoted does: blanks separate, a word may be wrapped in one kind of quotes. */
function splitQuoted(text) {
	const words = [];
	for (const match of text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)) words.push(match[1] ?? match[2] ?? match[3]);
	return words;
}
/** Quotes a word for GOFLAGS or GOCACHEPROG; undefined if it holds both kinds of quotes, which they cannot express. */
function quoteWord(word) {
	if (!/[\s'"]/.test(word) && word !== "") return word;
	if (!word.includes("\"")) return `"${word}"`;
	if (!word.includes("'")) return `'${word}'`;
}

// src/go/settings-file.ts
/**
* The files in which `go env -w` keeps a user's settings, and a toolchain its own; they need not exist.
*
* @param goRoot root of the toolchain in use
* @see cmd/go/internal/cfg/cfg.go, EnvFile, and os.UserConfigDir (Go 1.24 to 1.27)
*/
function settingsFiles(places, goRoot) {
	const own = join(goRoot, "go.env");
	const named = places.GOENV;
	if (named === "off") return [own];
	return [own, named || join(configDir(places), "go", "env")];
}
function configDir({ HOME, XDG_CONFIG_HOME }) {
	const home = HOME || homedir();
	if (process.platform === "darwin") return join(home, "Library", "Application Support");
	return XDG_CONFIG_HOME || join(home, ".config");
}

// src/driver/node-flags.ts
/**
* Options of the Node that runs the cache program, against its peak of memory. Young objects get 3 × 4 MB instead of 3 × 16 MB: on an
* application of 624 packages the peak falls from 213 to 168 MB. Old ones are collected when they have grown by a quarter, not when they
* have doubled: 188 MB become 123 MB where one program weaves 123 packages of the standard library. No build gets slower.
*/
const nodeFlags = ["--max-semi-space-size=4", "--heap-growing-percent=25"];

// src/driver/plan/saved-settings.ts
/** Variables that gots sets and a user may have set before. */
const saved = ["GOFLAGS", "GOCACHEPROG"];
/**
* The text of GOTS_SAVED: the user's own settings, for a later `gots` in the same environment and for the cache program. They are
* handed on in the environment, where they came from, and written nowhere: they may hold passwords.
*
* @param env the user's environment
* @param cacheProg the user's GOCACHEPROG, from there or from `go env -w`
*/
function savedSettings(env, cacheProg) {
	return JSON.stringify([...saved.map((name) => env[name] ?? null), cacheProg]);
}

// src/report/diagnostic.ts
/** The only error class that gots raises on purpose; made by the functions in `report/codes/`, nowhere else. */
var GotsError = class extends Error {
	code;
	hint;
	span;
	detail;
	family;
	constructor(diagnostic) {
		super(diagnostic.message, diagnostic.cause === void 0 ? void 0 : { cause: diagnostic.cause });
		this.name = "GotsError";
		this.code = diagnostic.code;
		this.hint = diagnostic.hint;
		this.span = diagnostic.span;
		this.detail = diagnostic.detail;
		this.family = diagnostic.family ?? "user";
	}
};

// src/report/message.ts
/** Fills in a text. */
function diagnostic(text, values, about = {}) {
	const { code, message, hint, family } = text;
	const fill = (part) => part.replace(/%([a-zA-Z]+)%/g, (_, name) => String(values[name]));
	return {
		code,
		message: fill(message),
		...hint === void 0 ? {} : { hint: fill(hint) },
		...about,
		...family === void 0 ? {} : { family }
	};
}
/** The error that {@link diagnostic} describes, to throw. */
function failure(text, values, about = {}) {
	return new GotsError(diagnostic(text, values, about));
}

// src/report/texts/cli.ts
const texts = {
	cli_go_not_found: {
		code: "cli_go_not_found",
		message: "cannot run \"%go%\"",
		hint: "install Go 1.24 or newer and put it in PATH"
	},
	cli_go_too_old: {
		code: "cli_go_too_old",
		message: "%version% is too old: gots needs Go 1.24 or newer",
		hint: "install a newer Go, or raise the go or toolchain line of go.mod"
	},
	cli_go_failed: {
		code: "cli_go_failed",
		message: "%command%: %stderr%",
		family: "go"
	},
	cli_unknown_command: {
		code: "cli_unknown_command",
		message: "unknown command \"%name%\"",
		hint: "commands are %known%"
	},
	cli_usage: {
		code: "cli_usage",
		message: "%message%",
		hint: "%hint%"
	},
	cli_unquotable_path: {
		code: "cli_unquotable_path",
		message: "the path %path% holds both kinds of quotes, which GOFLAGS and GOCACHEPROG cannot express",
		hint: "move it to a plain path"
	},
	cli_cache_unwritable: {
		code: "cli_cache_unwritable",
		message: "cannot write to the cache folder %dir%: %message%",
		hint: "set GOTS_CACHE to a folder that can be written and has room"
	},
	cli_file_in_no_package: {
		code: "cli_file_in_no_package",
		message: "go compiles %file% in no package of this build%problem%",
		hint: "name a Go file of this module, of a module that it requires or of the standard library"
	},
	cli_package_not_listed: {
		code: "cli_package_not_listed",
		message: "%path%: %problem%",
		family: "go"
	},
	cli_file_gone: {
		code: "cli_file_gone",
		message: "%path% is not there any more",
		hint: "something removed it after go had listed it; try again"
	}
};

// src/report/codes/cli.ts
/** The path of node, or of this installation: that of the shim is made plain where need be. */
function unquotablePath(path) {
	throw failure(texts.cli_unquotable_path, { path: JSON.stringify(path) });
}

// src/cli/start/woven-variables.ts
/**
* The variables with which a plain go command weaves.
*
* @throws GotsError cli_path_unquotable
*/
function wovenVariables({ cacheProg }, { flags, goCacheProg, shim, planFile, env }) {
	const quoted = quoteWord(shim) ?? unquotablePath(shim);
	const toolexec = quoteWord(`-toolexec=${quoted}`) ?? unquotablePath(shim);
	const node = quoteWord(process.execPath) ?? unquotablePath(process.execPath);
	const program = quoteWord(cacheProg) ?? unquotablePath(cacheProg);
	return {
		GOFLAGS: [...flags.map((word) => quoteWord(word) ?? word), toolexec].join(" "),
		GOCACHEPROG: `${quoted} cacheprog ${[
			node,
			...nodeFlags,
			program
		].join(" ")}`,
		GOTS_PLAN: planFile,
		GOTS_SAVED: savedSettings(env, goCacheProg)
	};
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
/** Plans that are in use are marked once a day, which this way does not do. */
const maxAgeMs = 36e5;
const lastStartKind = "start 1";
/**
* The variables of a woven go command from the last start of the same command, if nothing has changed that they follow from: no go
* command is asked and no plan is read.
*
* @param goArgs arguments of the go command
* @returns undefined where that must be looked at again
*/
function lastStart(context, goArgs) {
	try {
		return ofLastStart(context, goArgs);
	} catch {
		return;
	}
}
function ofLastStart(context, goArgs) {
	const file = lastStartFile(context, goArgs);
	if (file === void 0) return void 0;
	const sealed = readSealed(file, lastStartKind);
	if ("reason" in sealed) return void 0;
	const { savedMs, go, goRoot, planFile, shim, overlay, moduleDir, configurations, watched } = JSON.parse(sealed.text);
	const age = Date.now() - savedMs;
	if (age < 0 || age > maxAgeMs || goProgram(context) !== go) return void 0;
	if (watched.some(([path, state]) => fileState(path) !== state)) return void 0;
	if (configurationsIn(moduleDir).join("\n") !== configurations.join("\n")) return void 0;
	const { goflags, goCacheProg } = userSettings(context.env, goRoot);
	const flags = [...splitQuoted(goflags), ...overlay === "" ? [] : [`-overlay=${overlay}`]];
	return wovenVariables(context, {
		flags,
		goCacheProg,
		shim,
		planFile,
		env: context.env
	});
}
/**
* Where the start of a command is noted, named by all that is given to it.
*
* @returns undefined for commands of which nothing is noted: those inside of `gots env`, those that note what they use, with
*   `-C`, and those that do not weave
*/
function lastStartFile(context, goArgs) {
	const { env, cwd, cacheDir, home } = context;
	if (!buildingCommands.has(goArgs[0] ?? "") || goArgs.some((word) => /^--?C(=|$)/.test(word))) return void 0;
	if ([
		"GOTS_SAVED",
		"GOTS_PLAN",
		"GOTS_TOOLEXEC",
		"GOTS_TOUCHED"
	].some((name) => env[name])) return void 0;
	const settings = Object.keys(env).filter(decides).sort();
	const parts = [
		cwd,
		home,
		process.execPath,
		process.version,
		"arguments",
		...goArgs,
		"environment"
	];
	const key = hashParts(...parts, ...settings.map((name) => `${name}=${env[name]}`));
	return join(cacheDir, "builds", `${key.slice(0, 32)}.start`);
}
/** Whether a variable has a say in what go and gots find out before a build. */
function decides(name) {
	return /^(GO|CGO_|NODE_|XDG_)|^(PATH|HOME|PWD|TMPDIR|CC|CXX|FC|AR)$/.test(name) || configurationVariables.includes(name);
}
/** The go command that a start runs; undefined where PATH does not say it plainly. */
function goProgram({ go, env }) {
	if (go.includes("/")) return go.startsWith("/") ? go : void 0;
	for (const dir of (env["PATH"] ?? "").split(":")) {
		if (!dir.startsWith("/")) return void 0;
		if (isProgram(join(dir, go))) return join(dir, go);
	}
}
function isProgram(path) {
	if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
/** Names of the files in a folder that configure the module there, sorted. */
function configurationsIn(dir) {
	return namesIfThere(dir).filter(isConfiguration);
}
/**
* The user's GOFLAGS and GOCACHEPROG as go knows them: of the environment, else of `go env -w`, else the toolchain's own.
*
* @see cmd/go/internal/cfg/cfg.go, Getenv and readEnvFile (Go 1.24 to 1.27)
*/
function userSettings(env, goRoot) {
	const places = {
		GOENV: env["GOENV"],
		HOME: env["HOME"],
		XDG_CONFIG_HOME: env["XDG_CONFIG_HOME"]
	};
	const [ofToolchain = [], own = []] = settingsFiles(places, goRoot).map((file) => readIfThere(file).split("\n"));
	const value = (name) => {
		const isIt = (line) => line.startsWith(`${name}=`);
		const line = own.filter(isIt).at(-1) ?? ofToolchain.find(isIt) ?? "";
		return env[name] || line.slice(name.length + 1);
	};
	return {
		goflags: value("GOFLAGS"),
		goCacheProg: value("GOCACHEPROG")
	};
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
		const variables = lastStart(context, goArgs);
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