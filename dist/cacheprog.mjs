import "./chunk-rolldown-runtime.mjs";
import { n as warnOfFirst, t as lineLog } from "./chunk-log.mjs";
import { t as allowBrokenPipes } from "./chunk-broken-pipe.mjs";
import { S as processStart, _ as parentPid, b as processMark, c as seal, d as distrust, f as removeLeftOvers, g as hasEnded, h as commandLine, i as staleInput, l as unseal, m as writeWhole, r as readPlan, s as readSealed, t as hashFile, u as writeSealed, v as pidNamespace, y as processArguments } from "./chunk-plan.mjs";
import { S as variantMismatch, _ as planStale, a as someVersion, b as sharedLibraries, d as overlayLost, g as loopSemantics, h as injectionCycle, m as injectedNotFound, o as moduleSums, p as injectedBuildFailed, x as toolexecReplaced, y as planUnusable } from "./chunk-versions.mjs";
import { i as formatError, r as GotsError } from "./chunk-message.mjs";
import { n as userCacheProg } from "./chunk-saved-settings.mjs";
import { a as splitQuoted, i as readFlags, r as quoteWord, t as childFlags } from "./chunk-flags.mjs";
import { C as shimBadFrame, E as toolexecUnknownFlag, T as toolexecNoFlag, _ as archiveBuildIdLength, a as ensureHelper, b as modinfoUnreadable, c as UsedFiles, d as weaverCode, f as weaverFiles, g as socketPath, h as runtimeDir, i as joinedOverlay, n as readOverlay, p as nodeFlags, r as coversAll, u as CacheFolder, v as archiveCorrupt, w as toolexecFlagWithoutValue, y as linkDepsUnreadable } from "./chunk-overlay.mjs";
import { i as start, n as runToEnd, r as signalGroup } from "./chunk-spawn.mjs";
import { n as hourMs, r as trimCache, t as bytesIfThere } from "./chunk-trim.mjs";
import { n as sha256, t as hashParts } from "./chunk-hash.mjs";
import { n as runGo, t as parseJsonStream } from "./chunk-go.mjs";
import { t as injectedFlags } from "./chunk-injected-flags.mjs";
import { I as quote$1, Jt as predeclaredPath, L as unquote, Q as packageClauseName, R as fromBytes, St as initOrderMoved, Yt as predeclaredSource, z as toBytes } from "./chunk-ask.mjs";
import { n as isGoFile, r as pluginLoader, t as goFilesIn } from "./chunk-package-files.mjs";
import { n as converse, t as wasmPath } from "./chunk-asset.mjs";
import { t as moduleOf } from "./chunk-module-table.mjs";
import { i as injectablePackages, n as adoptedFiles, o as readPackages, r as consultedPackages, t as goImports } from "./chunk-go-imports.mjs";
import { n as aspectsForPackage, r as buildText } from "./chunk-package.mjs";
import { i as modulePathOf, r as moduleDirOf } from "./chunk-module-folder.mjs";
import { t as disk } from "./chunk-file-view.mjs";
import { i as goFailed } from "./chunk-cli.mjs";
import { n as readIfThere, t as namesIfThere } from "./chunk-read-if-there.mjs";
import { chmodSync, closeSync, copyFileSync, existsSync, fstatSync, linkSync, lstatSync, mkdirSync, mkdtempSync, openSync, readFileSync, readSync, readdirSync, realpathSync, renameSync, rmSync, statSync, unlinkSync, utimesSync, writeFileSync, writeSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createHash } from "node:crypto";
import { Socket, createServer } from "node:net";

// src/driver/config.ts
/**
* Environment that decides what archives hold, besides flags.
*
* @see cmd/go/internal/work/exec.go, buildActionID, and internal/cfg (Go 1.24 to 1.27)
*/
const archiveVariables = [
	"GOOS GOARCH GOAMD64 GOARM64 GOARM GO386 GOMIPS GOMIPS64 GOPPC64 GORISCV64 GOWASM GOEXPERIMENT GOFIPS140",
	"CGO_ENABLED CC CXX FC AR GCCGO PKG_CONFIG PKG_CONFIG_PATH PKG_CONFIG_LIBDIR PKG_CONFIG_SYSROOT_DIR",
	"CGO_CFLAGS CGO_CPPFLAGS CGO_CXXFLAGS CGO_FFLAGS CGO_LDFLAGS",
	"GOCLOBBERDEADHASH GOSSAFUNC GOSSADIR GOCOMPILEDEBUG",
	"GOTS_TOOLEXEC"
].flatMap((names) => names.split(" "));
const commandVariables = [
	"GOOS",
	"GOARCH",
	"CGO_ENABLED",
	"GOFLAGS",
	"GOEXPERIMENT",
	"GOTOOLCHAIN"
];
/** @param env the environment of this process */
function readConfig(env) {
	const text = (name) => env[name] ?? "";
	const { GOTS_RESUME: handoverFd = "", ...childEnv } = env;
	return {
		planFile: text("GOTS_PLAN"),
		handoverFd,
		debug: env["GOTS_DEBUG"] !== void 0,
		weavesNested: env["GOTS_NESTED"] === "1",
		reportFile: text("GOTS_REPORT"),
		reportsSources: text("GOTS_REPORT") !== "" && text("GOTS_REPORT_SOURCES") !== "",
		statsFile: text("GOTS_STATS"),
		usedFile: text("GOTS_TOUCHED"),
		userCacheProg: userCacheProg(env),
		goCache: text("GOCACHE"),
		runtime: {
			XDG_RUNTIME_DIR: env["XDG_RUNTIME_DIR"],
			TMPDIR: env["TMPDIR"]
		},
		build: {
			goflags: text("GOFLAGS"),
			goWork: text("GOWORK"),
			godebug: text("GODEBUG"),
			goarch: text("GOARCH"),
			archives: archiveVariables.map((name) => `${name}=${text(name)}`).join("\n"),
			command: commandVariables.map(text),
			settings: {
				GOENV: env["GOENV"],
				HOME: env["HOME"],
				XDG_CONFIG_HOME: env["XDG_CONFIG_HOME"]
			}
		},
		childEnv
	};
}

// src/driver/front/check-go-command.ts
/**
* Looks at the command line of the go command that this process serves for what cannot go together with weaving.
*
* @param argv program first; empty where the system does not tell
* @throws GotsError build_toolexec_replaced
*/
function checkGoCommand(argv, { shim }, log) {
	const { command, packages, values } = readFlags(argv.slice(1), []);
	if (command === "tool" && values.has("n")) {
		const [name = "NAME"] = packages;
		const remedy = `\`GOCACHEPROG= go tool -n ${name}\` prints one that stays`;
		log.warn(`the path that go tool -n prints is gone when it ends: go keeps programs in its own cache only; ${remedy}`);
	}
	const toolexec = values.get("toolexec");
	if (command !== "tool" && toolexec !== void 0 && splitQuoted(toolexec)[0] !== shim) toolexecReplaced(toolexec);
}

// src/driver/front/protocol.ts
/**
* What the shim (`helper/shim`) and the build server say to each other over a Unix socket.
*
* One connection serves one tool run: the shim sends one request and gets one reply. After the reply `run` it sends `ended`
* and waits for one more reply (`done`, or `run` again). The connection stays open until the tool has ended, also across the shim's exec,
* so end of file tells the server that the tool is gone.
*
* A frame is a length (4 bytes, little endian, of what follows) and a list of strings. A string is a length (same form) and its bytes.
* The first string is the kind; then for each field its name, the number of its values in decimal, and the values.
* Fixtures of all messages, which the tests of both sides read: `helper/shim/testdata/frames.json`.
* The shim ignores fields that it does not know. JSON would cost the shim more time to start than all the rest it does.
*/
const protocolVersion = 1;
/** Frames longer than this are refused: no command line comes near, so it can only be a foreign client. */
const maxFrameBytes = 64 << 20;
/** Bytes of one frame, length included. */
function encodeFrame(kind, fields) {
	const strings = [kind];
	for (const [name, values] of Object.entries(fields)) strings.push(name, String(values.length), ...values);
	const parts = [];
	let size = 0;
	for (const text of strings) {
		const bytes = typeof text === "string" ? Buffer.from(text) : text;
		parts.push(u32(bytes.length), bytes);
		size += 4 + bytes.length;
	}
	return Buffer.concat([u32(size), ...parts]);
}
/**
* Takes the first frame off what has arrived so far.
*
* @returns undefined while the frame is incomplete; else the frame and the bytes behind it
* @throws GotsError shim_bad_frame if these bytes cannot be a frame
*/
function takeFrame(received) {
	if (received.length < 4) return void 0;
	const size = received.readUInt32LE(0);
	if (size > 67108864) shimBadFrame(`it has ${size} bytes`);
	if (received.length < 4 + size) return void 0;
	return {
		frame: decodeFrame(received.subarray(4, 4 + size)),
		rest: received.subarray(4 + size)
	};
}
function decodeFrame(payload) {
	const strings = splitStrings(payload);
	const kind = strings[0]?.toString();
	if (kind === void 0) shimBadFrame("it is empty");
	const fields = /* @__PURE__ */ new Map();
	let at = 1;
	while (at < strings.length) {
		const name = strings[at]?.toString() ?? "";
		const digits = strings[at + 1]?.toString() ?? "";
		const count = Number(digits);
		if (!/^\d+$/.test(digits) || at + 2 + count > strings.length) shimBadFrame(`field "${name}" is cut off`);
		if (!fields.has(name)) fields.set(name, strings.slice(at + 2, at + 2 + count));
		at += 2 + count;
	}
	return {
		kind,
		fields
	};
}
function splitStrings(payload) {
	const strings = [];
	let at = 0;
	while (at < payload.length) {
		if (at + 4 > payload.length) shimBadFrame("a length is cut off");
		const end = at + 4 + payload.readUInt32LE(at);
		if (end > payload.length) shimBadFrame("a string is cut off");
		strings.push(payload.subarray(at + 4, end));
		at = end;
	}
	return strings;
}
/**
* The request in a frame.
*
* @throws GotsError shim_bad_frame if a field is missing, the kind is unknown, or the shim speaks another version
*/
function decodeRequest(frame) {
	const list = (name) => (frame.fields.get(name) ?? shimBadFrame(`"${frame.kind}" has no "${name}"`)).map((bytes) => bytes.toString());
	const text = (name) => list(name)[0] ?? shimBadFrame(`"${frame.kind}" has an empty "${name}"`);
	const number = (name) => Number.parseInt(text(name), 10);
	const version = number("protocol");
	if (version !== 1) shimBadFrame(`the shim speaks version ${version}, the server ${1}`);
	const caller = () => ({
		pid: number("pid"),
		goPid: number("goPid"),
		cwd: text("cwd"),
		pwd: text("pwd"),
		tool: text("tool"),
		importPath: text("importPath"),
		chain: text("chain")
	});
	const readers = {
		hello: () => ({
			kind: "hello",
			...caller(),
			goArgv: list("goArgv")
		}),
		salt: () => ({
			kind: "salt",
			...caller(),
			goArgv: list("goArgv")
		}),
		compile: () => ({
			kind: "compile",
			...caller(),
			args: list("args")
		}),
		link: () => ({
			kind: "link",
			...caller(),
			args: list("args")
		}),
		ended: () => ({
			kind: "ended",
			exitCode: number("exitCode"),
			output: Buffer.concat(frame.fields.get("output") ?? [])
		})
	};
	const known = (kind) => Object.hasOwn(readers, kind);
	return known(frame.kind) ? readers[frame.kind]() : shimBadFrame(`its kind is "${frame.kind}"`);
}
/** Bytes of the frame that answers a request. */
function encodeReply(reply) {
	switch (reply.kind) {
		case "ok": return encodeFrame("ok", {});
		case "salt": return encodeFrame("salt", { salt: [reply.salt] });
		case "exec": return encodeFrame("exec", {
			argv: reply.argv,
			env: reply.env
		});
		case "run": return encodeFrame("run", {
			argv: reply.argv,
			env: reply.env,
			appends: reply.appends.flatMap(({ archive, name, file }) => [
				archive,
				name,
				file
			])
		});
		case "done": return encodeFrame("done", {
			exitCode: [String(reply.exitCode)],
			stdout: [reply.stdout],
			stderr: [reply.stderr]
		});
	}
}
function u32(value) {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}

// src/driver/front/handover.ts
/**
* Takes up the state that the front left in an open file without a name.
*
* @param fd text of its descriptor
*/
function readResumed(fd) {
	const file = Number(fd);
	const bytes = Buffer.alloc(fstatSync(file).size);
	for (let at = 0; at < bytes.length;) at += readSync(file, bytes, at, bytes.length - at, at);
	closeSync(file);
	const taken = takeFrame(bytes);
	if (!taken) throw new Error("the state of the front is cut off");
	const list = (name) => taken.frame.fields.get(name) ?? [];
	const first = (name) => list(name)[0] ?? Buffer.alloc(0);
	const actions = (name) => list(name).map((id) => Buffer.from(id.toString(), "base64").toString("hex"));
	const conns = list("conns");
	const replayFile = first("file").toString();
	const socket = first("socket").toString();
	return {
		target: replayFile === "" ? void 0 : {
			key: first("key").toString(),
			file: replayFile
		},
		listening: socket === "" ? void 0 : {
			fd: Number(first("listener").toString()),
			socket
		},
		hello: first("hello"),
		early: actions("early"),
		late: actions("late"),
		input: first("input"),
		connections: conns.flatMap((number, at) => at % 2 === 0 ? [{
			fd: Number(number.toString()),
			received: conns[at + 1] ?? Buffer.alloc(0)
		}] : [])
	};
}

// src/driver/front/nested.ts
const deepest = 32;
/**
* Whether a go command runs below another one that weaves: started by a test or a generator, with the environment of the
* outer command. It builds something else, so it is not woven unless asked (build-protocol G5).
*/
function isNested(goPid, places) {
	let pid = parentPid(goPid);
	for (let level = 0; level < deepest && pid !== void 0 && pid > 1; level++) {
		try {
			if (existsSync(socketPath(pid, places))) return true;
		} catch {
			return false;
		}
		pid = parentPid(pid);
	}
	return false;
}

// src/cache/object-body.ts
function bodySize(body) {
	return Buffer.isBuffer(body) ? body.length : body.size;
}
/** The bytes themselves; a file is left as it is. */
function readBody(body) {
	return Buffer.isBuffer(body) ? body : readFileSync(body.file);
}
/** Removes the file of a body that is kept elsewhere. */
function discardBody(body) {
	if (!Buffer.isBuffer(body)) unlinkSync(body.file);
}
/** The bytes themselves; a file is read and removed. */
function takeBytes(body) {
	const bytes = readBody(body);
	discardBody(body);
	return bytes;
}

// src/cache/cache-program.ts
/** The user's own GOCACHEPROG, driven as cmd/go drives it (wire/gocacheprog.ts). Such a program holds objects only. */
var ProgramCache = class ProgramCache {
	program;
	log;
	constructor(program, log) {
		this.program = program;
		this.log = log;
	}
	/**
	* Starts the program.
	*
	* @param argv program and arguments
	* @throws Error if it cannot be started, or ends before it says which commands it knows
	*/
	static async start(argv, log) {
		const program = new CacheProgram(argv);
		await program.ready;
		return new ProgramCache(program, log);
	}
	async get(actionId) {
		const answer = await this.program.ask({
			Command: "get",
			ActionID: base64(actionId)
		});
		if (answer.Err) this.log.warn(`cache: GOCACHEPROG: ${answer.Err}`);
		if (answer.Err || answer.Miss || !answer.OutputID || !answer.DiskPath) return void 0;
		if (!existsSync(answer.DiskPath)) return void 0;
		const outputId = Buffer.from(answer.OutputID, "base64").toString("hex");
		const timeMs = answer.Time ? Date.parse(answer.Time) : Date.now();
		return {
			outputId,
			size: answer.Size ?? 0,
			timeMs,
			path: answer.DiskPath
		};
	}
	async put(actionId, outputId, body) {
		const bytes = readBody(body);
		const ids = {
			ActionID: base64(actionId),
			OutputID: base64(outputId)
		};
		const answer = await this.program.ask({
			Command: "put",
			...ids,
			BodySize: bytes.length
		}, bytes);
		if (answer.Err || !answer.DiskPath) throw new Error(answer.Err ?? "GOCACHEPROG gave no DiskPath");
		discardBody(body);
		return {
			outputId,
			size: bytes.length,
			timeMs: Date.now(),
			path: answer.DiskPath
		};
	}
	async getRecord() {}
	async putRecord() {
		throw new Error("GOCACHEPROG keeps no records");
	}
	async keepRecord() {}
	close() {
		return this.program.close();
	}
};
function base64(hex) {
	return Buffer.from(hex, "hex").toString("base64");
}
/** A conversation with a running GOCACHEPROG: each question has a number, and its answer the same one. */
var CacheProgram = class {
	/** Settles when the program has said which commands it knows. */
	ready;
	running;
	waiting = /* @__PURE__ */ new Map();
	known = [];
	nextId = 1;
	ended = false;
	constructor([program = "", ...args]) {
		const line = (text) => this.take(JSON.parse(text));
		this.running = start({
			program,
			args,
			group: true,
			stdin: "pipe",
			stdout: { line },
			stderr: "inherit"
		});
		this.ready = new Promise((resolve, reject) => {
			this.waiting.set(0, ({ KnownCommands = [] }) => {
				this.known = KnownCommands;
				resolve();
			});
			this.running.exited.then(() => {
				this.ended = true;
				reject(/* @__PURE__ */ new Error("GOCACHEPROG ended before its first message"));
				for (const [id, answer] of this.waiting) answer({
					ID: id,
					Err: "GOCACHEPROG ended"
				});
			}, reject);
		});
	}
	ask(request, body) {
		const id = this.nextId++;
		if (this.ended) return Promise.resolve({
			ID: id,
			Err: "GOCACHEPROG ended"
		});
		if (!this.known.includes(request.Command)) return Promise.resolve({
			ID: id,
			Miss: true,
			Err: `GOCACHEPROG cannot ${request.Command}`
		});
		return new Promise((resolve) => {
			this.waiting.set(id, resolve);
			this.running.input?.write(`${JSON.stringify({
				ID: id,
				...request
			})}\n\n`);
			if (body && body.length > 0) this.running.input?.write(`"${body.toString("base64")}"\n`);
		});
	}
	async close() {
		if (!this.ended && this.known.includes("close")) await this.ask({ Command: "close" });
		this.running.input?.end();
	}
	take(answer) {
		const done = this.waiting.get(answer.ID);
		this.waiting.delete(answer.ID);
		done?.(answer);
	}
};

// src/cache/disk/disk.ts
/**
* A folder in the layout of GOCACHE: `xx/<action>-a` names the output, `xx/<output>-d` holds it, and, ours, `xx/<key>-f` holds a
* record, sealed by its key. Close trims it, as cmd/go does. All work is done when a call returns its promise: answers to go are in order.
*
* The front reads and writes the same files (helper/shim/put.go, replay.go).
*/
var DiskCache = class {
	folder;
	isOurs;
	warn;
	spool;
	constructor(dir, { isOurs = false, warn }) {
		this.folder = new CacheFolder(dir, isOurs);
		this.isOurs = isOurs;
		this.warn = warn;
		this.spool = (outputId) => this.folder.spool(outputId);
	}
	async get(actionId) {
		const file = this.folder.pathOf(actionId, "a");
		const text = this.read(file);
		if (text === void 0) return void 0;
		const entry = parseEntry(text.toString("latin1"), actionId);
		if (!entry) {
			this.warn(`${file}: not a cache entry`);
			return;
		}
		const path = this.folder.pathOf(entry.outputId, "d");
		const info = statOf(path);
		if (!info || info.isDirectory()) return void 0;
		if (info.size !== entry.size) {
			this.warn(`${path}: ${info.size} bytes instead of ${entry.size}`);
			return;
		}
		if (!this.believes(path, info)) return void 0;
		markUsed(file);
		markUsed(path, info.mtimeMs);
		return {
			...entry,
			path
		};
	}
	async put(actionId, outputId, body) {
		const file = this.folder.pathOf(actionId, "a");
		const path = this.folder.pathOf(outputId, "d");
		const size = bodySize(body);
		const isMoved = this.place(path, outputId, body);
		const timeMs = Date.now();
		const line = `v1 ${actionId} ${outputId} ${String(size).padStart(20)} ${`${timeMs}000000`.padStart(20)}\n`;
		try {
			this.folder.write(file, Buffer.from(line, "latin1"));
		} catch (error) {
			if (isMoved && !Buffer.isBuffer(body)) putBack(path, body.file);
			throw error;
		}
		if (!isMoved) discardBody(body);
		return {
			outputId,
			size,
			timeMs,
			path
		};
	}
	/** The file of an output, if it is there whole and is to be believed. */
	bodyOf(outputId, size) {
		const path = this.folder.pathOf(outputId, "d");
		const info = statOf(path);
		return info?.isFile() && info.size === size && this.believes(path, info) ? path : void 0;
	}
	async getRecord(key) {
		const file = this.folder.pathOf(key, "f");
		const text = this.read(file);
		if (text === void 0) return void 0;
		const sealed = unseal(key, text.toString("utf8"));
		if ("reason" in sealed) {
			this.warn(`${file}: ${sealed.reason}`);
			return;
		}
		markUsed(file);
		return JSON.parse(sealed.text);
	}
	async putRecord(key, value) {
		this.folder.write(this.folder.pathOf(key, "f"), Buffer.from(seal(key, JSON.stringify(value))));
	}
	async keepRecord(key) {
		markUsed(this.folder.pathOf(key, "f"));
	}
	async close() {
		this.trim();
	}
	/** Removes what was not used for five days, at most once a day, as cmd/go does. Errors are ignored: the next build tries again. */
	trim(now = Date.now()) {
		trimCache(this.folder.dir, now, (stamp, text) => this.folder.write(stamp, text));
	}
	/** Brings a body to its place, unless it is there; true if the body's file was moved. */
	place(path, outputId, body) {
		const info = statOf(path);
		if (info?.size === bodySize(body) && this.believes(path, info) && sameContent(path, outputId)) {
			markUsed(path, info.mtimeMs);
			return false;
		}
		if (!Buffer.isBuffer(body) && this.folder.move(body.file, path)) return true;
		this.folder.write(path, readBody(body));
		return false;
	}
	/** A file that may be believed; undefined if there is none. */
	read(file) {
		const info = this.isOurs ? statOf(file) : void 0;
		return info && !this.believes(file, info) ? void 0 : bytesIfThere(file);
	}
	believes(file, info) {
		const reason = this.isOurs ? distrust(info, "world") : void 0;
		if (reason !== void 0) this.warn(`${file}: ${reason}`);
		return reason === void 0;
	}
};
/** Gives a moved body back. The output stays, since another process may have found it; a second name needs no room on a full disk. */
function putBack(path, file) {
	try {
		linkSync(path, file);
	} catch {
		copyFileSync(path, file);
	}
}
function parseEntry(text, actionId) {
	const fields = /^v1 ([0-9a-f]{64}) ([0-9a-f]{64}) +(\d+) +(\d+)\n$/.exec(text);
	if (!fields || fields[1] !== actionId) return void 0;
	return {
		outputId: fields[2],
		size: Number(fields[3]),
		timeMs: Number(fields[4]) / 1e6
	};
}
/** Undefined for what is not there or cannot be reached. */
function statOf(file) {
	try {
		return statSync(file, { throwIfNoEntry: false });
	} catch {
		return;
	}
}
function sameContent(path, outputId) {
	const bytes = bytesIfThere(path);
	return bytes !== void 0 && createHash("sha256").update(bytes).digest("hex") === outputId;
}
/** Refreshes the mtime if it is more than an hour old, so that trimming (ours and cmd/go's) sees the use. */
function markUsed(file, mtimeMs = statOf(file)?.mtimeMs ?? 0) {
	const now = Date.now();
	if (mtimeMs === 0 || now - mtimeMs < 36e5) return;
	try {
		utimesSync(file, new Date(now), new Date(now));
	} catch {}
}

// src/cache/disk/temporary-disk.ts
/** A cache in a folder of its own, which is made by the first put and removed by close. */
var TemporaryDisk = class {
	prefix;
	opened;
	/** @param prefix beginning of the folder's name */
	constructor(prefix) {
		this.prefix = prefix;
	}
	async get(actionId) {
		return this.opened?.cache.get(actionId);
	}
	async put(actionId, outputId, body) {
		return this.open().put(actionId, outputId, body);
	}
	async getRecord(key) {
		return this.opened?.cache.getRecord(key);
	}
	async putRecord(key, value) {
		await this.open().putRecord(key, value);
	}
	async keepRecord(key) {
		await this.opened?.cache.keepRecord(key);
	}
	async close() {
		if (this.opened) rmSync(this.opened.dir, {
			recursive: true,
			force: true
		});
	}
	open() {
		if (!this.opened) {
			const dir = mkdtempSync(join(tmpdir(), this.prefix));
			this.opened = {
				dir,
				cache: new DiskCache(dir, { warn: () => {} })
			};
		}
		return this.opened.cache;
	}
};

// src/cache/tiers/tier.ts
/** A cache that passes everything on to another one. A tier extends it and changes what it is for. */
var Tier = class {
	below;
	constructor(below) {
		this.below = below;
	}
	get(actionId) {
		return this.below.get(actionId);
	}
	put(actionId, outputId, body) {
		return this.below.put(actionId, outputId, body);
	}
	getRecord(key) {
		return this.below.getRecord(key);
	}
	putRecord(key, value) {
		return this.below.putRecord(key, value);
	}
	keepRecord(key) {
		return this.below.keepRecord(key);
	}
	close() {
		return this.below.close();
	}
};

// src/cache/tiers/counted.ts
/** Counts the objects that are asked for and put; what is refused is not counted. */
var Counted = class extends Tier {
	counted = {
		hits: 0,
		misses: 0,
		puts: 0,
		bytesFound: 0,
		bytesPut: 0
	};
	/** As of now. */
	get counts() {
		return { ...this.counted };
	}
	async get(actionId) {
		const entry = await super.get(actionId);
		if (entry) {
			this.counted.hits++;
			this.counted.bytesFound += entry.size;
		} else this.counted.misses++;
		return entry;
	}
	async put(actionId, outputId, body) {
		const size = bodySize(body);
		const entry = await super.put(actionId, outputId, body);
		this.counted.puts++;
		this.counted.bytesPut += size;
		return entry;
	}
};
/** `weave: 12 hits (3.4 MB), 5 misses, 2 puts (0.1 MB)` */
function describeCounts(name, { hits, misses, puts, bytesFound, bytesPut }) {
	const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
	return `${name}: ${hits} hits (${megabytes(bytesFound)}), ${misses} misses, ${puts} puts (${megabytes(bytesPut)})`;
}

// src/cache/tiers/recorded.ts
/** Notes each file of a cache on disk that is served or stored, for who keeps exactly those (GOTS_TOUCHED). */
var Recorded = class extends Tier {
	note;
	constructor(below, note) {
		super(below);
		this.note = note;
	}
	async get(actionId) {
		const entry = await super.get(actionId);
		return entry && this.noted(actionId, entry);
	}
	async put(actionId, outputId, body) {
		return this.noted(actionId, await super.put(actionId, outputId, body));
	}
	async getRecord(key) {
		const value = await super.getRecord(key);
		if (value !== void 0) this.note(key, "f");
		return value;
	}
	async putRecord(key, value) {
		await super.putRecord(key, value);
		this.note(key, "f");
	}
	async keepRecord(key) {
		this.note(key, "f");
		await super.keepRecord(key);
	}
	noted(actionId, entry) {
		this.note(actionId, "a");
		this.note(entry.outputId, "d");
		return entry;
	}
};

// src/cache/tiers/remembered.ts
/**
* Spares the reading of what is known from an earlier build. Bodies are still looked at: an entry holds only while its file has the
* size that it should have.
*/
var Remembered = class extends Tier {
	memory;
	bodyOf;
	constructor(below, memory, bodyOf) {
		super(below);
		this.memory = memory;
		this.bodyOf = bodyOf;
	}
	async get(actionId) {
		const entry = this.recall(actionId) ?? await super.get(actionId);
		if (entry) this.memory.noteEntry(actionId, entry);
		return entry;
	}
	async put(actionId, outputId, body) {
		const entry = await super.put(actionId, outputId, body);
		this.memory.noteEntry(actionId, entry);
		return entry;
	}
	async getRecord(key) {
		const known = this.memory.record(key);
		if (known !== void 0) return known;
		const value = await super.getRecord(key);
		if (value !== void 0) this.memory.noteRecord(key, value);
		return value;
	}
	/** Known from here on, whether it can be kept or not. */
	async putRecord(key, value) {
		this.memory.noteRecord(key, value, true);
		await super.putRecord(key, value);
	}
	recall(actionId) {
		const known = this.memory.entry(actionId);
		if (!known) return void 0;
		const path = this.bodyOf(known.outputId, known.size);
		return path === void 0 ? void 0 : {
			...known,
			path
		};
	}
};

// src/cache/tiers/spilling.ts
/**
* Objects that the cache below refuses (full disk, read-only) go to a second cache, and are found there: cmd/go needs the
* files of injected packages, and those that `go list -export` asked for (build-protocol H4). Records do not: what is not
* known is found out again.
*/
var Spilling = class extends Tier {
	second;
	warn;
	spilled = /* @__PURE__ */ new Map();
	/**
	* @param second outlives this one, and is closed by who opened it
	* @param warn told of each object that the cache below refused
	*/
	constructor(below, second, warn) {
		super(below);
		this.second = second;
		this.warn = warn;
	}
	async get(actionId) {
		return this.spilled.get(actionId) ?? super.get(actionId);
	}
	async put(actionId, outputId, body) {
		try {
			const entry = await super.put(actionId, outputId, body);
			this.spilled.delete(actionId);
			return entry;
		} catch (error) {
			this.warn(error);
			const entry = await this.second.put(actionId, outputId, body);
			this.spilled.set(actionId, entry);
			return entry;
		}
	}
};

// src/cache/open.ts
/**
* Opens the caches of a build. This is the one place that says which tiers stand on which backend.
*
* @throws Error if the user's GOCACHEPROG does not start
*/
async function openCaches(settings) {
	const { weaveDir, log, program } = settings;
	const temporary = new TemporaryDisk("gots-overflow-");
	const disk = new DiskCache(weaveDir, {
		isOurs: true,
		warn: warnOfFirst(log, "weaving again")
	});
	const weave = new Counted(new Spilling(onDisk(disk, weaveDir, "weave", settings), temporary, (error) => warnUnwritable(log, weaveDir, error)));
	const quiet = new DiskCache(weaveDir, {
		isOurs: true,
		warn: () => {}
	});
	const { cache, spool } = program.length > 0 ? {
		cache: await ProgramCache.start(program, log),
		spool: () => void 0
	} : userDisk(weave, settings);
	const user = new Counted(cache);
	const close = async () => {
		for (const [name, { counts }] of Object.entries({
			user,
			weave
		})) log.debug(`cache: ${describeCounts(name, counts)}`);
		for (const opened of [
			user,
			weave,
			temporary
		]) await opened.close();
	};
	return {
		user,
		weave,
		aside: recorded(quiet, weaveDir, settings),
		spool,
		close
	};
}
/** GOCACHE on disk. What cannot be written there (read-only, full) goes to the weave cache. */
function userDisk(weave, settings) {
	const { goCache, log } = settings;
	const disk = new DiskCache(goCache, { warn: warnOfFirst(log, "building again") });
	const warn = (error) => log.warn(`cache: cannot write to ${goCache} (${codeOf(error)}); it is left as it is`);
	return {
		cache: new Spilling(onDisk(disk, goCache, goCache, settings), weave, warn),
		spool: disk.spool
	};
}
/** @param name tells the caches of a build apart in what is remembered */
function onDisk(disk, dir, name, settings) {
	const find = (outputId, size) => disk.bodyOf(outputId, size);
	return recorded(new Remembered(disk, settings.lastBuild.store(name), find), dir, settings);
}
function recorded(cache, dir, { usedFiles }) {
	return usedFiles ? new Recorded(cache, usedFiles.in(dir)) : cache;
}
/** One warning for a weave cache that cannot be written. */
function warnUnwritable(log, cacheDir, error) {
	log.warn(`cache: cannot write to ${cacheDir} (${codeOf(error)}); what is woven now is woven again next time`);
}
function codeOf(error) {
	return error.code;
}

// src/driver/injected/injected-packages.ts
/** The packages that weaving brings in: unknown until the handshake, the same from then on. */
var InjectedPackages = class {
	found;
	/** Keeps what the first handshake found out. Go 1.24 shows itself twice. */
	settle(found) {
		this.found ??= found;
	}
	get areKnown() {
		return this.found !== void 0;
	}
	get identities() {
		return this.known().identities;
	}
	get injectedOnly() {
		return this.known().injectedOnly;
	}
	get overlay() {
		return this.known().overlay;
	}
	known() {
		if (!this.found) throw new Error("injected packages are asked for before the handshake");
		return this.found;
	}
};

// src/driver/serve/go-process.ts
function goProcess(token, chain, resolution) {
	return {
		token,
		chain,
		resolution,
		mode: "unknown",
		flags: void 0,
		cwd: "",
		go: "go",
		actions: /* @__PURE__ */ new Map()
	};
}
/** Does something for a go command; what it uses of the caches is noted as used by that command. */
function usedBy(usedFiles, owner, action) {
	return usedFiles ? usedFiles.within(owner.token, action) : action();
}

// src/driver/injected/predeclared-archive.ts
/**
* The archive of the package by way of which woven code reaches predeclared names (see `predeclared-package.ts`). No module holds
* the package, so the go command cannot make it; since none of its code is compiled before it is used, flags of the build do not count.
*
* @param identity of the package {@link predeclaredPath}
* @throws Error with the compiler's output
*/
async function predeclaredArchive(tools, at, identity) {
	const key = hashParts("predeclared-1", identity, predeclaredSource);
	const { path: file, size } = await tools.weave.get(key) ?? await make(tools, at, key);
	return {
		path: predeclaredPath,
		name: "predeclared",
		file,
		size
	};
}
async function make({ go, weave }, at, key) {
	const folder = mkdtempSync(join(tmpdir(), "gots-predeclared-"));
	try {
		const [source, archive] = [join(folder, "predeclared.go"), join(folder, "predeclared.a")];
		writeFileSync(source, predeclaredSource);
		const flags = [
			"-trimpath",
			folder,
			"-complete",
			"-pack",
			"-p",
			predeclaredPath
		];
		await go.tool(at, "compile", [
			...flags,
			"-o",
			archive,
			source
		], folder);
		const bytes = readFileSync(archive);
		return await weave.put(key, sha256(bytes), bytes);
	} finally {
		rmSync(folder, {
			recursive: true,
			force: true
		});
	}
}

// src/driver/injected/resolver.ts
/**
* Builds injected packages: `go list -export` with the flags of the go command they serve, woven by the same rules, one
* package at a time, each once per build (build-protocol D).
*/
var Resolver = class {
	context;
	running = /* @__PURE__ */ new Map();
	counter = 0;
	constructor(context) {
		this.context = context;
	}
	/**
	* The archives of a package and of everything it imports.
	*
	* @throws GotsError build_injected_not_found, build_injected_failed, build_injection_cycle
	*/
	async resolve(want) {
		const { graph, injected } = this.context;
		const { identities } = injected;
		const identity = identities.of(want.path);
		if (want.path === "gots/predeclared") return [await predeclaredArchive(this.context, want.owner, identity)];
		const missing = identities.missing(want.path);
		if (missing) injectedNotFound(want.path, want.host, firstLine(missing), want.span);
		const key = hashParts("archives-1", identity, want.path, profileId(want.pgo));
		const node = `inject ${want.path} ${want.pgo}`;
		const ring = graph.add(want.job.node, node);
		if (ring) injectionCycle(describeRing(injectionsOf([want.job.node, ...ring])), want.span);
		try {
			let archives = this.running.get(node);
			if (!archives) {
				archives = this.fromCache(key).then((known) => known ?? this.build(want, node, key));
				this.running.set(node, archives);
				archives.catch(() => this.running.delete(node));
			}
			return await archives;
		} finally {
			graph.remove(want.job.node, node);
		}
	}
	async fromCache(key) {
		const archives = await this.context.weave.getRecord(key);
		const whole = archives?.every((a) => statSync(a.file, { throwIfNoEntry: false })?.size === a.size);
		return archives && whole && await this.noteUse(key) ? archives : void 0;
	}
	/** Notes what the build of these archives used; false if that is wanted and not known, so that they must be listed again. */
	async noteUse(key) {
		const { usedFiles, weave } = this.context;
		const used = usedFiles && await weave.getRecord(usedKey(key));
		if (used) usedFiles.noteAll(used);
		return usedFiles === void 0 || used !== void 0;
	}
	async build(want, node, key) {
		const { plan, go, weave, injected, children, tally, usedFiles, pid } = this.context;
		tally.stats.resolutions++;
		const own = want.owner.flags ? childFlags(want.owner.flags, want.pgo) : [];
		const flags = injectedFlags(own, plan.injection, injected.overlay);
		const child = goProcess(`${pid}-${++this.counter}`, [...want.owner.chain, {
			host: want.host,
			path: want.path
		}], node);
		child.mode = "weaving";
		child.cwd = want.owner.cwd;
		child.go = want.owner.go;
		child.flags = want.owner.flags;
		children.adopt(child);
		try {
			const result = await go.listWoven(child, [
				"-deps",
				`-json=ImportPath,Name,Export,Error`,
				...flags
			], [want.path]);
			if (result.exitCode !== 0) failed(want, result.stderr);
			const changed = injected.identities.changedFile();
			if (changed !== void 0) planStale(changed);
			const archives = parseJsonStream(result.stdout).filter((p) => p.Export && existsSync(p.Export)).map((p) => ({
				path: p.ImportPath,
				name: p.Name,
				file: p.Export,
				size: statSync(p.Export).size
			}));
			try {
				await weave.putRecord(key, archives);
				if (usedFiles) await weave.putRecord(usedKey(key), usedFiles.of(child.token));
			} catch {}
			return archives;
		} finally {
			children.dismiss(child);
		}
	}
};
/** Where it is filed what the build of injected packages used of the caches. */
function usedKey(archivesKey) {
	return hashParts("used-1", archivesKey);
}
function failed(want, stderr) {
	const ring = /injection cycle: (.*) \(build_injection_cycle\)/.exec(stderr)?.[1];
	if (ring !== void 0) injectionCycle(ring, want.span);
	if (/no required module provides package|is not in std|cannot find module providing|no Go files|malformed import path/.exec(stderr) && !stderr.includes("\n# ") && !stderr.startsWith("# ")) injectedNotFound(want.path, want.host, firstLine(stderr), want.span);
	injectedBuildFailed(want.path, want.host, stderr, want.span);
}
/** Without go's advice on the next line: ours is fit for aspects. */
function firstLine(text) {
	return (text.trim().split("\n")[0] ?? "").replace(/; to add it:$/, "");
}
function profileId(pgo) {
	return pgo === "off" ? "" : hashParts(readFileSync(pgo));
}
/** A ring of the wait graph, whose nodes are compilations and injections by turns, and whose last is the first again. */
function injectionsOf(nodes) {
	const ring = [];
	for (let at = 0; at + 2 < nodes.length; at += 2) {
		const host = /^compile (.*) #\d+$/.exec(nodes[at])?.[1] ?? "";
		const path = /^inject (\S+)/.exec(nodes[at + 1])?.[1] ?? "";
		ring.push({
			host,
			path
		});
	}
	return ring;
}
/** `weaving a injects x, which needs b; weaving b injects y, which needs a`. */
function describeRing(ring) {
	return ring.map(({ host, path }, at) => `weaving ${host} injects ${path}, which needs ${ring[(at + 1) % ring.length]?.host}`).join("; ");
}

// src/driver/injected/wait-graph.ts
/**
* Who waits for whom during a build: compilations wait for injected packages to be resolved, resolutions wait for the
* compilations their go command runs or asks for. A cycle would never end, so no edge that closes one is ever added
* (build-protocol C1, C2).
*/
var WaitGraph = class {
	edges = /* @__PURE__ */ new Map();
	/** @returns the path `to → … → from` that the edge would close into a ring, or undefined if it was added */
	add(from, to) {
		const ring = this.path(to, from);
		if (ring) return ring;
		const out = this.edges.get(from) ?? /* @__PURE__ */ new Map();
		out.set(to, (out.get(to) ?? 0) + 1);
		this.edges.set(from, out);
	}
	remove(from, to) {
		const out = this.edges.get(from);
		const count = out?.get(to) ?? 0;
		if (count > 1) out?.set(to, count - 1);
		else out?.delete(to);
		if (out?.size === 0) this.edges.delete(from);
	}
	/** A path of nodes from `from` to `to`, both included, or undefined. */
	path(from, to) {
		const seen = /* @__PURE__ */ new Set([from]);
		const queue = [[from]];
		for (let trail = queue.shift(); trail; trail = queue.shift()) {
			const last = trail[trail.length - 1];
			if (last === to) return trail;
			for (const next of this.edges.get(last)?.keys() ?? []) {
				if (!seen.has(next)) queue.push([...trail, next]);
				seen.add(next);
			}
		}
	}
};

// src/toolexec/archive.ts
/** First bytes of every ar archive. */
const archiveMagic = "!<arch>\n";
/** Bytes of the header before each member. */
const memberHeaderBytes = 60;
/** Whether these bytes begin as an ar archive does. */
function isArchive(bytes) {
	return bytes.length >= 8 && latin1(bytes, 0, 8) === "!<arch>\n";
}
/**
* Lists the members of an archive in order.
*
* @throws GotsError archive_corrupt
* @see cmd/internal/archive, Go 1.24 to 1.27: header `%-16s%-12d%-6d%-6d%-8o%-10d` and a backquote, content padded to an even length
*/
function listMembers(bytes) {
	if (!isArchive(bytes)) archiveCorrupt("it does not begin with \"!<arch>\"");
	const members = [];
	let at = 8;
	while (at < bytes.length) {
		const header = latin1(bytes, at, at + 60);
		const size = /^[0-9]+ *$/.test(header.slice(48, 58)) ? Number.parseInt(header.slice(48, 58), 10) : -1;
		if (!header.endsWith("`\n") || header.length < 60 || size < 0) archiveCorrupt(`the header of its member ${members.length + 1} cannot be read`);
		const start = at + 60;
		const end = start + size;
		if (end > bytes.length) archiveCorrupt(`its member ${members.length + 1} is cut off`);
		members.push({
			name: header.slice(0, 16).trimEnd(),
			start,
			end
		});
		at = end + size % 2;
	}
	return members;
}
/**
* Content of the first member of that name.
*
* @returns a view of `bytes`, not a copy; undefined if there is none
* @throws GotsError archive_corrupt
*/
function readMember(bytes, name) {
	const member = listMembers(bytes).find((candidate) => candidate.name === name);
	return member && bytes.subarray(member.start, member.end);
}
/**
* Whether compile alone made this archive, so that a cached copy may stand in for running compile. Anything else (assembly, cgo,
* .syso) was packed by cmd/go afterwards, which would pack it a second time.
*
* @param ours names of members that gots itself appended
* @throws GotsError archive_corrupt
*/
function isRestorable(bytes, ours) {
	const names = listMembers(bytes).map(({ name }) => name);
	return names[0] === "__.PKGDEF" && names[1] === "_go_.o" && names.slice(2).every((name) => ours.has(name));
}
/**
* The build id that an archive carries, as `action/content`.
*
* @returns undefined if the archive was compiled without one
* @throws GotsError archive_corrupt
* @see cmd/internal/buildid/buildid.go, ReadFile: second line of the first member's content, `build id "…"`
*/
function readBuildId(bytes) {
	const packageDefinition = readMember(bytes, "__.PKGDEF");
	if (packageDefinition === void 0) archiveCorrupt("it has no member \"__.PKGDEF\"");
	const lines = latin1(packageDefinition, 0, 1024).split("\n");
	return /^build id "([^"\\]*)"$/.exec(lines[1] ?? "")?.[1];
}
/**
* A copy of the bytes with each occurrence of one build id replaced by another of the same length.
*
* @throws GotsError archive_build_id_length
*/
function replaceBuildId(bytes, from, to) {
	if (from.length !== to.length || from.length === 0) archiveBuildIdLength(from, to);
	const result = Buffer.from(bytes);
	const original = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const key = Buffer.from(from, "latin1");
	for (let at = original.indexOf(key); at >= 0; at = original.indexOf(key, at + key.length)) result.write(to, at, "latin1");
	return result;
}
function latin1(bytes, start, end) {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", start, end);
}

// src/toolexec/link-deps.ts
/** Name of the archive member that lists link dependencies; Orchestrion's, so that both read each other's archives. */
const linkDepsMember = "link.deps";
/**
* Reads the content of a `link.deps` member.
*
* @param archive file name for the message
* @returns sorted by path, one entry a path
* @throws GotsError link_deps_unreadable for a version other than 1 and 2 or an unknown kind
*/
function parseLinkDeps(text, archive) {
	const [head = "", ...lines] = text.split("\n");
	const version = /^#link\.deps@v([12])$/.exec(head.trim())?.[1];
	if (version === void 0) linkDepsUnreadable(archive, head);
	const entries = lines.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
	if (version === "1") return mergeLinkDeps(entries.map((path) => ({
		path,
		kind: "import"
	})));
	return mergeLinkDeps(entries.map((line) => {
		const [kind, path, ...more] = line.split("	");
		if (kind !== "import" && kind !== "relocation" || !path || more.length > 0) linkDepsUnreadable(archive, line);
		return {
			path,
			kind
		};
	}));
}
/** Content of a `link.deps` member, version 2: one line each, sorted by path. Same dependencies, same bytes. */
function printLinkDeps(deps) {
	return `${["#link.deps@v2", ...mergeLinkDeps(deps).map(({ kind, path }) => `${kind}\t${path}`)].join("\n")}\n`;
}
/** One entry a path, sorted by path; `import` is the stronger kind. */
function mergeLinkDeps(deps) {
	const kinds = /* @__PURE__ */ new Map();
	for (const { path, kind } of deps) if (kinds.get(path) !== "import") kinds.set(path, kind);
	return [...kinds].map(([path, kind]) => ({
		path,
		kind
	})).sort((a, b) => a.path < b.path ? -1 : 1);
}

// src/driver/steps/archive-deps.ts
const none$1 = [];
/** Link dependencies that archives carry, each archive read once; files below `vanillaDir` never carry any. */
var ArchiveDeps = class {
	vanillaDir;
	known = /* @__PURE__ */ new Map();
	constructor(vanillaDir) {
		this.vanillaDir = `${vanillaDir}/`;
	}
	/** @throws GotsError link_deps_unreadable */
	of(file) {
		if (file.startsWith(this.vanillaDir)) return none$1;
		let deps = this.known.get(file);
		if (!deps) {
			const text = readMemberText(file, linkDepsMember);
			deps = text === void 0 ? none$1 : parseLinkDeps(text, file);
			this.known.set(file, deps);
		}
		return deps;
	}
	/** Notes what an archive is going to carry, before it is written. */
	set(file, deps) {
		this.known.set(file, deps);
	}
};
/** Text of a member, reading only the headers before it: archives are large, and this runs for every import. */
function readMemberText(file, name) {
	let fd;
	try {
		fd = openSync(file, "r");
	} catch {
		return;
	}
	try {
		const header = Buffer.alloc(60);
		if (readSync(fd, header, 0, "!<arch>\n".length, 0) < "!<arch>\n".length) return void 0;
		if (header.toString("latin1", 0, "!<arch>\n".length) !== "!<arch>\n") return void 0;
		let at = archiveMagic.length;
		while (readSync(fd, header, 0, 60, at) === 60) {
			const size = Number.parseInt(header.toString("latin1", 48, 58), 10);
			if (!(size >= 0)) return void 0;
			if (header.toString("latin1", 0, 16).trimEnd() === name) {
				const content = Buffer.alloc(size);
				readSync(fd, content, 0, size, at + 60);
				return content.toString("utf8");
			}
			at += 60 + size + size % 2;
		}
		return;
	} finally {
		closeSync(fd);
	}
}

// src/driver/steps/type-checker.ts
/** Type-checks with the oracle program. */
var TypeChecker = class {
	context;
	program;
	archives = /* @__PURE__ */ new Map();
	constructor(context) {
		this.context = context;
	}
	async open(owner, sources) {
		this.program ??= this.context.program(owner);
		return converse(await this.program, sources, (path) => this.archiveOf(owner, path));
	}
	/**
	* An archive of a package that the one being compiled does not lead to, as plain go makes it: woven, it might want the very
	* package that waits for it. Its types are the same but for what aspects add to them.
	*/
	archiveOf(owner, path) {
		let archive = this.archives.get(path);
		if (!archive) {
			archive = this.listArchive(owner, path);
			this.archives.set(path, archive);
		}
		return archive;
	}
	async listArchive(owner, path) {
		const { plan, log, go, injected } = this.context;
		const args = [
			"-e",
			"-export",
			"-f",
			"{{.Export}}",
			...injectedFlags(owner.flags ? childFlags(owner.flags, "off") : [], plan.injection, injected.overlay),
			"--",
			path
		];
		const result = await go.list(owner, args, { localToolchain: true });
		const file = result.stdout.trim();
		if (file !== "" && existsSync(file)) return file;
		log.debug(`types: no archive of ${path}: ${result.stderr.trim()}`);
	}
};

// src/driver/steps/weaver.ts
/** Weaves packages; loads weaving and the grammar when the first one needs it, which most builds never do. */
var Weaver = class {
	loaded;
	plugins;
	constructor(plugins) {
		this.plugins = plugins;
	}
	/** @param types begins a conversation about the package; called once, if an aspect needs types */
	async weave(request, aspects, types) {
		this.loaded ??= load$1();
		const weave = await this.loaded;
		const plugins = await this.plugins(aspects);
		let conversation;
		try {
			return await weave(request, aspects, plugins, async (questions) => {
				conversation ??= await types();
				return conversation.ask(questions);
			});
		} finally {
			conversation?.close();
		}
	}
};
async function load$1() {
	const [{ loadGrammar }, { weaveWithTypes }] = await Promise.all([import("./chunk-load-grammar2.mjs"), import("./chunk-weave-with-types2.mjs")]);
	const grammar = await loadGrammar({
		runtimeWasm: readFileSync(wasmPath("web-tree-sitter.wasm")),
		goWasm: readFileSync(wasmPath("tree-sitter-go.wasm"))
	});
	return (request, aspects, plugins, ask) => weaveWithTypes(request, aspects, {
		grammar,
		plugins
	}, ask);
}

// src/cache/keys.ts
/** Hex of the id that cmd/go's cache.Subkey makes (cmd/go/internal/cache/hash.go). */
function subkey(actionId, description) {
	return createHash("sha256").update("subkey:").update(Buffer.from(actionId, "hex")).update(description).digest("hex");
}
/** The part of an action id that `-buildid` shows: its first 15 bytes, base64url (cmd/internal/buildid.HashToString). */
function actionPrefix(actionId) {
	return Buffer.from(actionId.slice(0, 30), "hex").toString("base64url");
}
/** Where the facts of an action are filed; the shim looks whether there are any (helper/shim/replay.go). */
function factsKey(code, actionId) {
	return hashParts("facts", code, actionId);
}
/**
* L1: what weaving makes of an action under these aspects.
*
* @param live canonical text of the aspects that the facts cannot rule out, in order, display names and positions included
*/
function weaveKey(code, actionId, live) {
	return hashParts("weave", code, actionId, live);
}
/** Where what matched is filed, which only reports read: under the key of its L1 answer. */
function matchesKey(weaveKeyHex) {
	return hashParts("matches", weaveKeyHex);
}
/** Where the files of a woven package are filed, before and after: by builds whose report is to hold them. */
function sourcesKey(weaveKeyHex) {
	return hashParts("sources", weaveKeyHex);
}
/** W: the text and the current identity of all that the woven package imports or links beyond its own imports, and the weaver's code. */
function weaveId(code, record, inherited, identity) {
	const extra = [...record.imports, ...record.pending].map((path) => `${path}=${identity(path)}`);
	const deps = [...inherited.map((dep) => `${dep.kind} ${dep.path}`), ...record.links.map((path) => `own ${path}`)];
	return hashParts(code, record.textHash, extra.join("\n"), deps.join("\n"));
}
/** L2: the object of action A woven to W. `what` is `object`, `stdout` or `link-stdout`. */
function objectKey(actionId, weaveIdHex, what) {
	return hashParts("object", actionId, weaveIdHex, what);
}

// src/driver/plan/package-aspects.ts
/** Facts of the cache in the weaver's terms; the test-variant suffix goes. */
function packageFacts(facts, plan) {
	const importPath = stripVariant(facts.path);
	return {
		importPath,
		imports: new Set(facts.imports),
		testMain: facts.testMain,
		command: facts.name === "main" && importPath === facts.path,
		rootModule: plan.rootModule,
		name: facts.name === "" ? void 0 : facts.name,
		module: plan.modules && moduleOf(plan.modules, importPath),
		goVersion: plan.goVersion
	};
}
/** `p [p.test]` → `p`. */
function stripVariant(path) {
	return /^(.*?) \[.*\]$/s.exec(path)?.[1] ?? path;
}
/**
* The aspects that facts cannot rule out. The go distribution's own programs are never woven (build-protocol F1).
*
* @param injectedOnly packages that only injected code brings into the build: aspects with the reach `user` leave them alone
*/
function liveAspects({ aspects }, injectedOnly, facts) {
	if (facts.importPath === "cmd" || facts.importPath.startsWith("cmd/")) return [];
	const live = aspectsForPackage(aspects, facts);
	return injectedOnly.has(facts.importPath) ? live.filter(({ reach }) => reach === "everything") : live;
}
const texts = /* @__PURE__ */ new WeakMap();
/**
* Canonical text of aspects for keys: everything that reaches the woven text, positions included, and what some of them ask
* of the build: an action id need not cover that (a vendored module can change its version and nothing else).
*/
function liveText(live, facts) {
	const asked = new Set(live.map((aspect) => buildText(aspect.joinPoint, facts)));
	return [aspectsText(live), ...asked].filter((text) => text !== "").join("\n");
}
/** The part of {@link liveText} that is the same in every package. */
function aspectsText(live) {
	return live.map((aspect) => {
		let text = texts.get(aspect);
		if (text === void 0) {
			text = JSON.stringify(aspect);
			texts.set(aspect, text);
		}
		return text;
	}).join("\n");
}
/**
* What decides the woven text of a package besides its own sources: {@link liveText}, the sources that advice reads, and the
* packages of interfaces that types are compared with.
*
* @param identities asked for only if aspects look at other packages
*/
function weavingText(live, facts, identities) {
	const read = [...new Set(live.flatMap(readPackages))].sort();
	const consulted = [...new Set(live.flatMap(consultedPackages))].sort();
	if (read.length === 0 && consulted.length === 0) return liveText(live, facts);
	const ids = identities();
	return [
		liveText(live, facts),
		...read.map((path) => `${path}=${ids.sourceOf(path)}`),
		...consulted.map((path) => `types of ${path}=${ids.of(path)}`)
	].join("\n");
}

// src/toolexec/export-data.ts
/** Versions of the unified export format whose beginning is known: 1 and 2 in Go 1.24 to 1.26, 4 in Go 1.27. */
const exportVersions = /* @__PURE__ */ new Set([
	1,
	2,
	3,
	4
]);
/** Sections of the export data, by number; ten in all (internal/pkgbits/reloc.go). */
const section = {
	string: 0,
	meta: 1,
	package: 3,
	count: 10
};
const objectMagic = "\0go120ld";
const fingerprintBytes$1 = 8;
/** The text headers of most object files end well before. */
const objectHeadBytes = 4096;
/**
* The same for an archive on disk, reading only what is looked at: archives have up to tens of megabytes, and after a plain
* build every package's is looked at.
*/
function peekArchiveFile(path) {
	const fd = openSync(path, "r");
	try {
		const { size } = fstatSync(fd);
		return peek(() => readParts((from, to) => readRange(fd, from, to, size)));
	} finally {
		closeSync(fd);
	}
}
function readParts(read) {
	const first = memberAt(read, archiveMagic.length);
	if (read(0, "!<arch>\n".length).toString("latin1") !== "!<arch>\n" || first?.name !== "__.PKGDEF") return void 0;
	const second = memberAt(read, first.end + first.end % 2);
	if (second?.name !== "_go_.o") return void 0;
	const start = objectStart(read, second);
	if (start === void 0) return void 0;
	const offsetAt = second.start + start + 8 + fingerprintBytes$1 + 4 + 4;
	const end = read(offsetAt, offsetAt + 4).readUInt32LE(0);
	return {
		definition: read(first.start, first.end),
		object: read(second.start, second.start + start + end)
	};
}
/** Where the object begins behind its text headers, which hold a line for each C name of a cgo package. */
function objectStart(read, { start, end }) {
	for (let bytes = objectHeadBytes;; bytes *= 16) {
		const at = read(start, Math.min(end, start + bytes)).indexOf("\n!\n", 0, "latin1");
		if (at >= 0) return at + 3;
		if (start + bytes >= end) return void 0;
	}
}
function memberAt(read, at) {
	const header = read(at, at + 60).toString("latin1");
	const size = /^([0-9]+) *$/.exec(header.slice(48, 58))?.[1];
	if (size === void 0 || !header.endsWith("`\n")) return void 0;
	const start = at + 60;
	return {
		name: header.slice(0, 16).trimEnd(),
		start,
		end: start + Number(size)
	};
}
/** @throws RangeError for a range that is not in the file: damaged sizes must not decide what is allocated */
function readRange(fd, from, to, size) {
	if (from > to || to > size) throw new RangeError("the archive is cut off");
	const bytes = Buffer.allocUnsafe(to - from);
	if (readSync(fd, bytes, 0, bytes.length, from) < bytes.length) throw new RangeError("the archive is cut off");
	return bytes;
}
function peek(partsOf) {
	try {
		const parts = partsOf();
		if (!parts) return void 0;
		const own = readExport(parts.definition);
		const linked = readObject(parts.object);
		if (!own || !linked || !own.fingerprint.equals(linked.fingerprint)) return void 0;
		return {
			path: own.path,
			name: own.name,
			imports: linked.imports
		};
	} catch (error) {
		if (error instanceof RangeError || error instanceof GotsError && error.code === "archive_corrupt") return void 0;
		throw error;
	}
}
/** The export data: 'u', version, flags, ends of sections, ends of elements, elements, fingerprint, marker. */
function readExport(definition) {
	const start = definition.indexOf("\n$$B\nu", 0, "latin1");
	if (!definition.toString("latin1", 0, 10).startsWith("go object ") || start < 0) return void 0;
	const data = definition.subarray(start + 6);
	const end = data.length - 4;
	if (data.toString("latin1", Math.max(0, end)) !== "\n$$\n") return void 0;
	const flags = data.readUInt32LE(4);
	if (!exportVersions.has(data.readUInt32LE(0)) || flags !== 0) return void 0;
	const elements = elementTable(data.subarray(8, end - fingerprintBytes$1));
	if (!elements) return void 0;
	const root = readElement(elements(section.meta, 0));
	const self = readElement(elements(section.package, root.reference(section.package)));
	return {
		path: elements(section.string, self.reference(section.string)).toString(),
		name: elements(section.string, self.reference(section.string)).toString(),
		fingerprint: data.subarray(end - fingerprintBytes$1, end)
	};
}
/**
* Finds elements by section and index.
*
* @param data from the ends of sections to the last element
* @returns undefined if the table does not fit the data
*/
function elementTable(data) {
	const total = data.readUInt32LE(4 * (section.count - 1));
	const ends = data.subarray(4 * section.count);
	const content = ends.subarray(4 * total);
	if (total === 0 || ends.readUInt32LE(4 * (total - 1)) !== content.length) return void 0;
	return (kind, index) => {
		const at = (kind === 0 ? 0 : data.readUInt32LE(4 * (kind - 1))) + index;
		if (at >= data.readUInt32LE(4 * kind)) throw new RangeError(`section ${kind} has no element ${index}`);
		return content.subarray(at === 0 ? 0 : ends.readUInt32LE(4 * (at - 1)), ends.readUInt32LE(4 * at));
	};
}
/** An element begins with a table of references (section, index); its data name them by number in that table. */
function readElement(element) {
	let at = 0;
	const uvarint = () => {
		let value = 0;
		for (let scale = 1; scale <= 2 ** 28; scale *= 128) {
			const byte = element.readUInt8(at++);
			value += (byte & 127) * scale;
			if (byte < 128) return value;
		}
		throw new RangeError("a number is too long");
	};
	const count = uvarint();
	if (count > element.length) throw new RangeError("a reference table is too long");
	const references = Array.from({ length: count }, () => ({
		kind: uvarint(),
		index: uvarint()
	}));
	return { reference(kind) {
		const found = references[uvarint()];
		if (found?.kind !== kind) throw new RangeError(`no reference to section ${kind}`);
		return found.index;
	} };
}
/** The object file: text headers, `!`, magic, fingerprint, flags, offsets of blocks (the first is autolib, the second ends it). */
function readObject(member) {
	const start = member.indexOf("\n!\n", 0, "latin1");
	if (start < 0) return void 0;
	const object = member.subarray(start + 3);
	if (object.toString("latin1", 0, 8) !== objectMagic) return void 0;
	const fingerprintAt = 8;
	const offsets = 20;
	const end = object.readUInt32LE(24);
	const imports = /* @__PURE__ */ new Set();
	for (let at = object.readUInt32LE(offsets); at < end; at += 16) {
		const text = object.readUInt32LE(at + 4);
		if (text + object.readUInt32LE(at) > object.length) throw new RangeError("a path lies outside the object");
		imports.add(object.toString("utf8", text, text + object.readUInt32LE(at)));
	}
	return {
		imports: [...imports].sort(),
		fingerprint: object.subarray(fingerprintAt, 16)
	};
}

// src/toolexec/tool-flags.ts
/** Flags of `go tool compile` of Go 1.24 to 1.27, as its -h prints them. */
const compileFlags = {
	tool: "compile",
	switches: words(`% + B C E K L N S V W asan clobberdead clobberdeadreg complete dwarf dwarfbasentries dwarflocationlists
    dynlink e errorurl h j l linkshared live m msan nolocalimports pack r race shared smallframes std t u v w wb`),
	valued: words(`D I asmhdr bench blockprofile buildid c coveragecfg cpuprofile d embedcfg env gendwarfinl goversion importcfg
    installsuffix json lang linkobj memprofile memprofilerate mutexprofile o p pgoprofile spectre symabis traceprofile trimpath`)
};
/** Flags of `go tool link` of Go 1.24 to 1.27, as its -h prints them; `8` exists for plan9 alone. */
const linkFlags = {
	tool: "link",
	switches: words(`8 V a asan aslr bindnow c checklinkname compressdwarf d debugnosplit dumpdep e f g h linkshared msan n
    pruneweakmap race s v w`),
	valued: words(`B D E H I L R T X benchmark benchmarkprofile buildid buildmode capturehostobjs cpuprofile debugtextsize
    debugtramp extar extld extldflags fipso funcalign importcfg installsuffix k libgcc linkmode macos macsdk memprofile
    memprofilerate o pluginpath r randlayout strictdups tmpdir`)
};
/**
* Splits a command line into flags and what follows them, as Go's package flag does: the first word that is no flag ends them.
*
* @param args arguments behind the tool
* @throws GotsError toolexec_unknown_flag, toolexec_flag_without_value
*/
function splitFlags(args, table) {
	const flags = [];
	let at = 0;
	while (at < args.length) {
		const word = args[at] ?? "";
		if (word === "--") return {
			flags,
			rest: args.slice(at + 1)
		};
		if (word.length < 2 || !word.startsWith("-")) break;
		const [, name = "", value] = /^--?([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
		at++;
		if (value !== void 0) flags.push({
			name,
			value,
			form: "equals"
		});
		else if (table.switches.has(name)) flags.push({
			name,
			value: void 0,
			form: "alone"
		});
		else if (!table.valued.has(name)) toolexecUnknownFlag(table.tool, word);
		else {
			flags.push({
				name,
				value: args[at] ?? toolexecFlagWithoutValue(table.tool, word),
				form: "two words"
			});
			at++;
		}
	}
	return {
		flags,
		rest: args.slice(at)
	};
}
/** The words of the flags again, each in its own form. */
function printFlags(flags) {
	return flags.flatMap(({ name, value, form }) => {
		if (form === "alone") return [`-${name}`];
		return form === "equals" ? [`-${name}=${value}`] : [`-${name}`, value ?? ""];
	});
}
/** The value that counts: the tools let the last occurrence win. undefined if the flag is absent or a switch without value. */
function flagValue(flags, name) {
	return flags.findLast((flag) => flag.name === name)?.value;
}
/** Whether a switch is on: `-std` or `-std=true` (any of Go's spellings of true). */
function isSwitchOn(flags, name) {
	const flag = flags.findLast((candidate) => candidate.name === name);
	return flag !== void 0 && (flag.value === void 0 || /^(1|t|T|true|TRUE|True)$/.test(flag.value));
}
/** Gives every occurrence of a flag that takes a value the new value; adds `-name=value` behind all others if there is none. */
function setFlag(flags, name, value) {
	if (!flags.some((flag) => flag.name === name)) return [...flags, {
		name,
		value,
		form: "equals"
	}];
	return flags.map((flag) => flag.name === name ? {
		...flag,
		value
	} : flag);
}
function words(text) {
	return new Set(text.split(/\s+/));
}

// src/driver/steps/language.ts
/** The last version in which an iteration does not have variables of its own is 1.21. */
const ownVariables = 1022;
/** The first compiler that tells a file's version behind a line directive (cmd/compile/internal/noder/writer.go, distinctVars). */
const firstRightCompiler = 1026;
const loop = /\bfor\b[^{}\n]*:=/;
const raisedFile = /^\/\/go:build\b.*\bgo1\.(2[2-9]|[3-9]\d)\b/m;
/**
* Flags of a compile whose sources were woven, with the language level of its templates, and with loop variables as the package's own
* level has them. In packages below Go 1.22 the level that a template needs would change these, and so do, with the compilers of Go 1.24
* and 1.25, the line directives of woven text: those compilers take a position behind one for a file of the newest version.
*
* @throws GotsError build_loop_semantics where the files of one package differ in this
*/
function languageFlags(command, sources) {
	const own = langNumber(command.lang ?? "");
	const needed = langNumber(sources.lang);
	const isRaised = own > 0 && needed > own;
	const flags = isRaised ? command.flags.map((flag) => flag.name === "lang" ? {
		...flag,
		value: sources.lang
	} : flag) : command.flags;
	if (own === 0 || own >= ownVariables) return flags;
	if (!(langNumber(flagValue(command.flags, "goversion") ?? "") < firstRightCompiler && sources.texts.some((text) => loop.test(text.toString("latin1")))) && !(isRaised && needed >= ownVariables)) return flags;
	if (sources.originals().some((file) => raisedFile.test(file.toString("latin1")))) loopSemantics(sources.path, command.lang ?? "", flagValue(command.flags, "goversion") ?? "");
	return [...flags, {
		name: "d",
		value: "loopvarhash=qn",
		form: "equals"
	}];
}
/** `go1.21` and `go1.21.3` as 1021; 0 for anything else. */
function langNumber(lang) {
	const match = /^go(\d+)\.(\d+)/.exec(lang);
	return match ? Number(match[1]) * 1e3 + Number(match[2]) : 0;
}
/**
* The language version of a package that comes in with a module whose go line is lowered in the overlay; undefined where cmd/go's is right.
*
* @param languages version by module path; '' for modules below one of these that keep theirs
*/
function languageFor(languages, importPath) {
	if (languages === void 0) return void 0;
	for (let path = importPath; path !== ""; path = path.slice(0, Math.max(0, path.lastIndexOf("/")))) if (Object.hasOwn(languages, path)) return languages[path] || void 0;
}

// src/driver/serve/known-actions.ts
/** L1's answer for packages that weaving leaves alone. */
const untouched = {
	textHash: "",
	imports: [],
	links: [],
	pending: []
};
/** Whether an archive of this record is, byte for byte, what plain go makes. */
function isUntouched(record, facts) {
	return record.textHash === "" && record.links.length === 0 && record.pending.length === 0 && facts.inherited.length === 0;
}
/** What builds have learnt of actions: facts, what weaving makes of them, what matched. */
var KnownActions = class {
	context;
	facts = /* @__PURE__ */ new Map();
	constructor(context) {
		this.context = context;
	}
	/** Reports what was woven into a package of the cache; false if that is wanted and not known, so that it must be woven again. */
	async reportKept(owner, facts, record, key) {
		if (record.textHash === "") return true;
		const { caches, tally } = this.context;
		const { wants } = tally;
		const { aside } = caches;
		const matches = wants.matches ? await aside.getRecord(matchesKey(key)) : [];
		if (!matches) return false;
		const files = wants.sources ? await aside.getRecord(sourcesKey(key)) : void 0;
		if (wants.sources && !files) return false;
		if (!wants.matches) await aside.keepRecord(matchesKey(key));
		tally.noteWoven(owner.token === "", facts.path, {
			matches,
			files,
			fromCache: true
		});
		return true;
	}
	/** '' if no aspect can touch the package. */
	keyOf(actionId, facts) {
		const { plan, injected } = this.context;
		const known = packageFacts(facts, plan);
		const live = liveAspects(plan, injected.injectedOnly, known);
		const language = languageFor(plan.injection?.languages, known.importPath);
		if (live.length === 0 && facts.inherited.length === 0 && language === void 0) return "";
		const text = weavingText(live, known, () => injected.identities);
		return weaveKey(plan.code, actionId, language === void 0 ? text : `${text}\nlanguage ${language}`);
	}
	/** What weaving makes of this action under the current aspects, as far as known. */
	async recordOf(key, facts) {
		if (key === "") return "vanilla";
		const record = await this.context.caches.weave.getRecord(key);
		if (!record) return "unknown";
		return isUntouched(record, facts) ? "vanilla" : record;
	}
	/** Undefined where no build has noted what the action is. */
	async factsOf(actionId) {
		if (!this.facts.has(actionId)) {
			const { plan, caches } = this.context;
			const facts = await caches.weave.getRecord(factsKey(plan.code, actionId));
			if (!this.facts.has(actionId)) this.facts.set(actionId, facts);
		}
		return this.facts.get(actionId);
	}
	/** Facts that an archive tells of itself; undefined if it does not tell enough. */
	async peek(actionId, path) {
		const known = peekArchiveFile(path);
		if (!known || known.path === "main" || known.name === "main") return void 0;
		const facts = {
			path: known.path,
			name: known.name,
			imports: known.imports,
			testMain: false,
			inherited: []
		};
		await this.rememberFacts(actionId, facts);
		return facts;
	}
	async rememberFacts(actionId, facts) {
		this.facts.set(actionId, facts);
		const { plan, caches } = this.context;
		await this.put(caches.weave, factsKey(plan.code, actionId), facts);
	}
	/** What cannot be kept is found out again by the next build. */
	async put(cache, key, value) {
		try {
			await cache.putRecord(key, value);
		} catch (error) {
			warnUnwritable(this.context.log, this.context.plan.cacheDir, error);
		}
	}
	/** Files all that a compilation showed under its full action id. */
	async file(actionId, { facts, woven }) {
		await this.rememberFacts(actionId, facts);
		const key = this.keyOf(actionId, facts);
		if (key === "") return;
		const { weave, aside } = this.context.caches;
		if (woven && woven.record.textHash !== "") {
			await this.put(aside, matchesKey(key), woven.matches);
			if (woven.files) await this.put(aside, sourcesKey(key), woven.files);
		}
		await this.put(weave, key, woven?.record ?? untouched);
	}
};

// src/driver/serve/cache-policy.ts
const outputs = ["stdout", "link-stdout"];
/**
* Decides for each Get and Put of cmd/go which cache answers: the user's own for packages as plain go makes them, the
* weave cache for woven ones.
*/
var CachePolicy = class {
	context;
	known;
	outcomes = /* @__PURE__ */ new Map();
	/** When woven compilations began, for the report. */
	begunMs = /* @__PURE__ */ new Map();
	/** Ids under which cmd/go files the output of woven compilations → where it lies in the weave cache. */
	redirected = /* @__PURE__ */ new Map();
	/** Puts of a `-a` build whose action is not known yet: no Get came before (build-protocol H2). */
	held = [];
	constructor(context) {
		this.context = context;
		this.known = new KnownActions(context);
	}
	/** An answer that needs no waiting and no thought: what the last build was told, under the same conditions. */
	quick(actionId, owner) {
		const { context } = this;
		if (owner.mode !== "weaving") return void 0;
		const answer = context.lastBuild.answer(actionId);
		if (!answer) return void 0;
		context.tally.stats.gets++;
		if (answer.weaveId === "") context.tally.stats.vanillaHits++;
		else {
			context.tally.stats.wovenHits++;
			this.redirect(actionId, answer.weaveId);
		}
		return answer;
	}
	/** Package names that were not asked for while answers came quickly, for the first package that is woven. */
	async recallNames() {
		for (const actionId of [...this.context.lastBuild.answered()]) {
			const facts = await this.known.factsOf(actionId);
			if (facts) this.context.names.set(packageFacts(facts, this.context.plan).importPath, facts.name);
		}
	}
	async get(actionId, owner) {
		const { context } = this;
		context.tally.stats.gets++;
		const prefix = actionPrefix(actionId);
		owner.actions.set(prefix, actionId);
		if (owner.mode !== "weaving") return context.caches.user.get(actionId);
		const redirect = this.redirected.get(actionId);
		if (redirect !== void 0) return context.caches.weave.get(redirect);
		await context.jobs.wait(prefix, owner);
		const { lastBuild } = context;
		if (lastBuild.isOther(actionId)) return this.getOther(actionId);
		const facts = await this.known.factsOf(actionId);
		if (facts) return this.getPackage(owner, actionId, facts);
		const entry = await context.caches.user.get(actionId);
		if (!entry) return void 0;
		if (!isArchiveFile(entry.path)) {
			lastBuild.noteOther(actionId);
			return this.getOther(actionId);
		}
		const peeked = await this.known.peek(actionId, entry.path);
		return peeked ? this.getPackage(owner, actionId, peeked) : void 0;
	}
	async getOther(actionId) {
		const entry = await this.context.caches.user.get(actionId);
		if (entry) this.context.lastBuild.noteAnswer(actionId, entry, "");
		return entry;
	}
	async getPackage(owner, actionId, facts) {
		const { context } = this;
		context.names.set(packageFacts(facts, context.plan).importPath, facts.name);
		const key = this.known.keyOf(actionId, facts);
		const record = await this.known.recordOf(key, facts);
		if (record === "unknown") {
			context.tally.stats.misses++;
			return;
		}
		if (record === "vanilla") {
			const entry = await context.caches.user.get(actionId);
			if (entry) {
				context.tally.stats.vanillaHits++;
				context.lastBuild.noteAnswer(actionId, entry, "");
			} else context.tally.stats.misses++;
			return entry;
		}
		const id = weaveId(context.plan.code, record, facts.inherited, (path) => context.injected.identities.of(path));
		const entry = await context.caches.weave.get(objectKey(actionId, id, "object"));
		if (!entry || !await this.known.reportKept(owner, facts, record, key)) {
			context.tally.stats.misses++;
			return;
		}
		context.tally.stats.wovenHits++;
		context.lastBuild.noteAnswer(actionId, entry, id);
		this.redirect(actionId, id);
		return entry;
	}
	/**
	* Notes what a compilation is, before it runs.
	*
	* @param prefix the action id as -buildid shows it; the full one is known if a Get came before
	*/
	async compiled(owner, prefix, outcome) {
		const actionId = owner.actions.get(prefix);
		if (actionId !== void 0) await this.settle(actionId, outcome);
		const kept = actionId !== void 0 && outcome.woven ? {
			...outcome,
			woven: {
				...outcome.woven,
				matches: [],
				files: void 0
			}
		} : outcome;
		this.outcomes.set(prefix, kept);
		if (!outcome.woven) return;
		const { tally, clock } = this.context;
		tally.noteWoven(owner.token === "", outcome.facts.path, {
			...outcome.woven,
			fromCache: false
		});
		if (tally.wants.matches) this.begunMs.set(prefix, clock.now());
	}
	async settle(actionId, outcome) {
		if (outcome.woven) this.redirect(actionId, outcome.woven.weaveId);
		await this.known.file(actionId, outcome);
	}
	redirect(actionId, id) {
		for (const what of outputs) this.redirected.set(subkey(actionId, what), objectKey(actionId, id, what));
	}
	/** The woven object of an action, if an earlier build made the same one under other aspects. */
	async wovenObject(owner, prefix, id) {
		const actionId = owner.actions.get(prefix);
		if (actionId === void 0) return void 0;
		const { weave } = this.context.caches;
		const object = await weave.get(objectKey(actionId, id, "object"));
		if (!object) return void 0;
		const output = await weave.get(objectKey(actionId, id, "stdout"));
		return {
			object,
			output: output ? readFileSync(output.path) : Buffer.alloc(0)
		};
	}
	/** What plain go keeps for an action; undefined if what the compiler printed is not there to be replayed (build-protocol B2). */
	async plainObject(owner, prefix) {
		const actionId = owner.actions.get(prefix);
		if (actionId === void 0) return void 0;
		const { user } = this.context.caches;
		const object = await user.get(actionId);
		const output = object && await user.get(subkey(actionId, "stdout"));
		return object && output ? {
			object,
			output: readFileSync(output.path)
		} : void 0;
	}
	async put(actionId, outputId, body, owner) {
		const { context } = this;
		const prefix = actionPrefix(actionId);
		if (owner.mode !== "weaving") return context.caches.user.put(actionId, outputId, body);
		const redirect = this.redirected.get(actionId);
		if (redirect !== void 0) return context.caches.weave.put(redirect, outputId, body);
		const outcome = this.outcomes.get(prefix);
		if (!outcome) {
			if (!owner.actions.has(prefix) && owner.flags?.values.get("a") === "true") return this.hold(actionId, outputId, body);
			return context.caches.user.put(actionId, outputId, body);
		}
		if (!owner.actions.has(prefix)) {
			owner.actions.set(prefix, actionId);
			await this.settle(actionId, outcome);
			await this.releaseHeld(actionId);
		}
		try {
			const { woven } = outcome;
			const entry = woven ? await context.caches.weave.put(objectKey(actionId, woven.weaveId, "object"), outputId, body) : await context.caches.user.put(actionId, outputId, body);
			context.lastBuild.noteAnswer(actionId, entry, woven?.weaveId ?? "");
			const begunMs = this.begunMs.get(prefix);
			if (begunMs !== void 0) context.tally.noteCompileMs(outcome.facts.path, context.clock.now() - begunMs);
			return entry;
		} finally {
			context.jobs.arrived(prefix);
		}
	}
	hold(actionId, outputId, body) {
		const bytes = takeBytes(body);
		this.held.push({
			actionId,
			outputId,
			body: bytes
		});
		return this.context.caches.weave.put(objectKey(actionId, "", "held"), outputId, bytes);
	}
	/** Files what was held for this action where it belongs. */
	async releaseHeld(actionId) {
		const mine = new Set(outputs.map((what) => subkey(actionId, what)));
		const due = this.held.filter((put) => mine.has(put.actionId));
		this.held = this.held.filter((put) => !mine.has(put.actionId));
		for (const put of due) {
			const redirect = this.redirected.get(put.actionId);
			if (redirect !== void 0) await this.context.caches.weave.put(redirect, put.outputId, put.body);
			else await this.context.caches.user.put(put.actionId, put.outputId, put.body);
		}
	}
	/** At the end of a build, what is still held belongs to actions that were never compiled here. */
	async close() {
		for (const put of this.held) await this.context.caches.user.put(put.actionId, put.outputId, put.body);
		this.held = [];
	}
};
function isArchiveFile(path) {
	const head = Buffer.alloc(8);
	try {
		const fd = openSync(path, "r");
		try {
			readSync(fd, head, 0, 8, 0);
		} finally {
			closeSync(fd);
		}
	} catch {
		return false;
	}
	return isArchive(head);
}

// src/driver/serve/children.ts
/** The go commands that this server starts to build injected packages, and their process groups. */
var Children = class {
	processes;
	known = /* @__PURE__ */ new Map();
	groups = /* @__PURE__ */ new Set();
	constructor(processes) {
		this.processes = processes;
	}
	/** Announces a child, so that its tools and its cache program are served when they come. */
	adopt(child) {
		this.known.set(child.token, child);
	}
	dismiss(child) {
		this.known.delete(child.token);
	}
	/** @param token value of GOTS_CHAIN */
	byToken(token) {
		return this.known.get(token);
	}
	/** Keeps a process group in mind, to kill it if the build ends first. */
	started(pid) {
		this.groups.add(pid);
	}
	/** Kills what still runs of all groups. */
	killAll() {
		for (const pid of this.groups) this.processes.killGroup(pid);
	}
};

// src/cache/wire/gocacheprog.ts
/**
* Reads GOCACHEPROG requests from a stream: a JSON line each, and after a Put the body as a JSON string of base64.
*
* @param handle called for each request in order; not awaited, so answers may come out of order
* @param ended called once, at the end of the stream
* @param spool opens a file for a large body, so that it is never in memory as a whole; undefined: it is
*/
function readRequests(stream, handle, ended, spool = () => void 0) {
	const decoder = new RequestDecoder(handle, spool);
	stream.on("data", (chunk) => decoder.push(chunk));
	let done = false;
	const finish = () => {
		if (!done) ended();
		done = true;
	};
	stream.on("end", finish);
	stream.on("close", finish);
	stream.on("error", finish);
}
/** Bodies from this size on are spooled: archives of large packages have tens of megabytes. */
const spoolBytes = 524288;
const newline = 10;
const quote = 34;
var RequestDecoder = class {
	handle;
	spool;
	line = [];
	header;
	sink;
	filled = 0;
	inString = false;
	/** Up to three base64 characters that wait for the rest of their group of four. */
	rest = "";
	constructor(handle, spool) {
		this.handle = handle;
		this.spool = spool;
	}
	push(chunk) {
		let at = 0;
		while (at < chunk.length) at = this.sink ? this.takeBody(chunk, at) : this.takeLine(chunk, at);
	}
	takeLine(chunk, at) {
		const end = chunk.indexOf(newline, at);
		if (end < 0) {
			this.line.push(chunk.subarray(at));
			return chunk.length;
		}
		this.line.push(chunk.subarray(at, end));
		const text = Buffer.concat(this.line).toString("utf8").trim();
		this.line = [];
		if (text !== "") this.takeHeader(JSON.parse(text));
		return end + 1;
	}
	takeHeader(header) {
		if (header.Command === "put" && (header.BodySize ?? 0) > 0) {
			this.header = header;
			this.sink = this.openSink(header);
			this.filled = 0;
			this.inString = false;
			this.rest = "";
			return;
		}
		this.emit(header, Buffer.alloc(0));
	}
	takeBody(chunk, at) {
		let from = at;
		if (!this.inString) {
			while (from < chunk.length && chunk[from] !== quote) from++;
			if (from === chunk.length) return from;
			this.inString = true;
			from++;
		}
		const close = chunk.indexOf(quote, from);
		const to = close < 0 ? chunk.length : close;
		const text = this.rest + chunk.toString("latin1", from, to);
		const whole = close < 0 ? text.length - text.length % 4 : text.length;
		this.rest = text.slice(whole);
		const bytes = Buffer.from(text.slice(0, whole), "base64");
		this.filled += bytes.length;
		this.sink?.write(bytes);
		if (close < 0) return to;
		const header = this.header;
		const body = this.sink?.finish();
		this.sink = void 0;
		this.header = void 0;
		if (this.filled !== header.BodySize) throw new Error(`put ${header.ID}: ${this.filled} bytes instead of ${header.BodySize}`);
		this.emit(header, body ?? Buffer.alloc(0));
		return close + 1;
	}
	openSink(header) {
		const size = header.BodySize;
		const file = size < spoolBytes ? void 0 : this.spool(toHex(header.OutputID ?? header.ObjectID));
		return file ? fileSink(file, size) : memorySink(size);
	}
	emit(header, body) {
		const id = header.ID;
		const actionId = toHex(header.ActionID);
		if (header.Command === "get") this.handle({
			kind: "get",
			id,
			actionId
		});
		else if (header.Command === "close") this.handle({
			kind: "close",
			id
		});
		else if (header.Command === "put") this.handle({
			kind: "put",
			id,
			actionId,
			outputId: toHex(header.OutputID ?? header.ObjectID),
			body
		});
		else throw new Error(`unknown GOCACHEPROG command ${JSON.stringify(header.Command)}`);
	}
};
function memorySink(size) {
	const body = Buffer.allocUnsafe(size);
	let at = 0;
	return {
		write(bytes) {
			at += bytes.copy(body, at);
		},
		finish: () => body
	};
}
/** When the disk is full, what was written is taken back into memory: the store decides what becomes of the object. */
function fileSink({ fd, path }, size) {
	let memory;
	return {
		write(bytes) {
			let at = 0;
			try {
				while (!memory && at < bytes.length) at += writeSync(fd, bytes, at);
			} catch {
				memory = memorySink(size);
				memory.write(readFileSync(path));
				closeSync(fd);
				unlinkSync(path);
			}
			memory?.write(bytes.subarray(at));
		},
		finish() {
			if (memory) return memory.finish();
			closeSync(fd);
			return {
				file: path,
				size
			};
		}
	};
}
function toHex(base64) {
	return base64 === void 0 ? "" : Buffer.from(base64, "base64").toString("hex");
}
/** Writes one answer, a line of JSON. */
function writeResponse(stream, response) {
	stream.write(`${JSON.stringify(response)}\n`);
}

// src/driver/front/early-greeting.ts
/** Where the shim leaves its greeting for a server that has not started yet (helper/shim/server.go, leaveNote). */
function noteFile(socket) {
	return socket.replace(/\.sock$/, ".hello");
}
/**
* Takes up that greeting: go asks for the compiler's version before it starts its cache program if none of the packages of a build
* imports anything.
*
* @returns undefined if there is none
* @throws GotsError shim_bad_frame
*/
function takeNote(socket) {
	const note = noteFile(socket);
	if (!existsSync(note)) return void 0;
	const taken = takeFrame(readFileSync(note));
	unlinkSync(note);
	const request = decodeRequest(taken?.frame ?? shimBadFrame("a note is cut off"));
	return request.kind === "hello" ? request : shimBadFrame(`a note holds "${request.kind}"`);
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

// src/driver/injected/closure.ts
/**
* The closure of `roots`, from the weave cache while no file of its directories changed, else from `go list -deps`.
*
* @throws Error with go's output when go list fails as a whole
*/
async function loadClosure(roots, options) {
	if (roots.length === 0) return {
		packages: [],
		missing: {}
	};
	const key = hashParts("closure", options.context, roots.join("\n"), options.flags.join("\n"), options.at.cwd);
	const stored = await options.records.getRecord(key);
	if (stored && isCurrent(stored, options.ownModules)) return stored;
	const args = [
		"-e",
		"-deps",
		`-json=ImportPath,Name,Dir,Standard,Imports,ImportMap,Module,EmbedPatterns,CXXFiles,SwigCXXFiles,Error`,
		...options.flags,
		"--",
		...roots
	];
	const listed = await options.go.list(options.at, args);
	if (listed.exitCode !== 0) throw new Error(listed.stderr.trim());
	const closure = describe(parseJsonStream(listed.stdout), options.fixed);
	try {
		await options.records.putRecord(key, closure);
	} catch {}
	return closure;
}
/** Whether a remembered closure still holds. A package that was not found may have been written meanwhile. */
function isCurrent({ packages, missing }, ownModules) {
	return !Object.keys(missing).some((path) => mayAppear(path, ownModules)) && packages.every((p) => p.origin !== "" || sameFiles(p));
}
/**
* Files and folders whose change makes a closure another one; undefined if a package may appear without any of them changing.
*
* @param moduleDirs folders of the modules in which a package appears when its folder does
*/
function filesThatDecide({ packages, missing }, moduleDirs) {
	const ownModules = moduleDirs.map(modulePathOf);
	if (Object.keys(missing).some((path) => mayAppear(path, ownModules))) return void 0;
	return packages.filter((p) => p.origin === "").flatMap((p) => [p.dir, ...everythingIn(p)]);
}
function everythingIn({ dir, files, embeds }) {
	return (embeds ? readdirSync(dir, {
		recursive: true,
		encoding: "utf8"
	}) : Object.keys(files)).map((name) => join(dir, name));
}
function mayAppear(path, ownModules) {
	return ownModules.some((module) => path === module || path.startsWith(`${module}/`));
}
function describe(listed, fixed) {
	const missing = {};
	const packages = [];
	for (const p of listed) {
		if (p.Error && !p.Dir) missing[p.ImportPath] = p.Error.Err;
		if (!p.Dir || p.ImportPath === "unsafe") continue;
		const module = p.Module?.Replace ?? p.Module;
		const versioned = module?.Version && !p.Module?.Main && p.Dir.includes(`@${module.Version}`) ? `${module.Path}@${module.Version}` : fixed[p.Module?.Replace?.Path ?? ""] ?? "";
		const origin = p.Standard ? "std" : versioned;
		const embeds = p.EmbedPatterns !== void 0;
		const imports = (p.Imports ?? []).map((path) => p.ImportMap?.[path] ?? path);
		packages.push({
			path: p.ImportPath,
			name: p.Name ?? "",
			imports,
			origin,
			dir: origin === "std" ? "" : p.Dir,
			files: origin === "" ? filesOf(p.Dir, embeds) : {},
			embeds,
			isCxx: p.CXXFiles !== void 0 || p.SwigCXXFiles !== void 0
		});
	}
	return {
		packages,
		missing
	};
}
/** Every file directly in the folder but tests: more than go builds from, never less. With `deep`, tests as well and all files below. */
function filesOf(dir, deep) {
	const files = {};
	for (const name of listFiles(dir, deep)) files[name] = hashFile(join(dir, name));
	return files;
}
function listFiles(dir, deep) {
	try {
		return readdirSync(dir, {
			withFileTypes: true,
			recursive: deep
		}).filter((entry) => !entry.isDirectory() && (deep || !/^\.|_test\.go$/.test(entry.name))).map((entry) => relative(dir, join(entry.parentPath, entry.name))).sort();
	} catch {
		return [];
	}
}
/** Whether a package that may change has the files that it had. */
function sameFiles(p) {
	const now = listFiles(p.dir, p.embeds);
	const then = Object.keys(p.files);
	return now.length === then.length && now.every((name) => p.files[name] === hashFile(join(p.dir, name)));
}

// src/driver/injected/identities.ts
/**
* Says for each injectable package whether it is still the same: a hash over everything its archive is made from, its
* whole closure and the weaving of that closure included, computed without building anything. Two equal identities mean
* interchangeable archives; that is what W and the linker's salt need (build-protocol A1, A2).
*/
var Identities = class {
	byPath;
	closure;
	/** Packages that weaving may bring in, or look at, by their own right; sorted. */
	roots;
	aspects;
	context;
	recordsPlaces;
	overlay;
	view;
	known = /* @__PURE__ */ new Map();
	hashes = /* @__PURE__ */ new Map();
	injectedBy = /* @__PURE__ */ new Map();
	/** @param build what all archives depend on: toolchain, flags and environment, hashed; whether they hold paths; what lies over the files */
	constructor(closure, aspects, build) {
		this.closure = closure;
		this.aspects = aspects;
		this.context = build.context;
		this.recordsPlaces = build.recordsPlaces;
		this.overlay = build.overlay;
		this.roots = build.roots;
		this.view = build.overlay.over(disk);
		this.byPath = new Map(closure.packages.map((p) => [p.path, p]));
	}
	/** Identity of a package; packages that cannot be found have one too, which changes with the reason. */
	of(path) {
		let id = this.known.get(path);
		if (id === void 0) {
			id = this.compute(path);
			this.known.set(path, id);
		}
		return id;
	}
	/** Closure of a package, what weaving injects into it included, sorted by path. */
	packagesBelow(path) {
		const seen = /* @__PURE__ */ new Set();
		const todo = [path];
		for (let next = todo.pop(); next !== void 0; next = todo.pop()) {
			const p = this.byPath.get(next);
			if (seen.has(next) || !p) continue;
			seen.add(next);
			todo.push(...p.imports, ...this.injectedInto(p));
		}
		return [...seen].sort().map((name) => this.byPath.get(name));
	}
	injectedInto(p) {
		let injected = this.injectedBy.get(p);
		if (!injected) {
			injected = this.aspects.injected(p);
			this.injectedBy.set(p, injected);
		}
		return injected;
	}
	/** Identity of the Go files of one package alone. */
	sourceOf(path) {
		const p = this.byPath.get(path);
		return p === void 0 ? "" : hashParts(p.path, p.origin, JSON.stringify(p.files), this.overlay.hash);
	}
	/**
	* The Go files of a package; undefined for the standard library's, and where there is none.
	*
	* @throws GotsError build_plan_stale if one is not the file any more that the package's identity stands for
	*/
	goFilesOf(path) {
		const p = this.byPath.get(path);
		if (p === void 0 || p.dir === "") return void 0;
		const files = goFilesIn(p.dir, path, this.view);
		if (p.origin !== "") return files;
		const names = new Set(files.map(({ name }) => basename(name)));
		for (const name of Object.keys(p.files)) {
			const file = join(p.dir, name);
			if (isGoFile(name) && !names.has(name) && !this.overlay.names(file)) planStale(file);
		}
		for (const { name, bytes } of files) {
			const file = join(p.dir, basename(name));
			if (!this.overlay.names(file) && p.files[basename(name)] !== sha256(bytes)) planStale(file);
		}
		return files;
	}
	/** A file of an injectable package that changed since this build began; undefined if there is none. */
	changedFile() {
		return this.closure.packages.filter(({ origin }) => origin === "").find((p) => !sameFiles(p))?.dir;
	}
	isCxx(path) {
		return this.byPath.get(path)?.isCxx ?? false;
	}
	missing(path) {
		return this.closure.missing[path];
	}
	compute(path) {
		const parts = this.packagesBelow(path).map((p) => this.hashOf(p));
		return hashParts(this.context, path, this.missing(path) ?? "", ...parts);
	}
	/** Hash of one package alone; closures overlap almost entirely. */
	hashOf(p) {
		let hash = this.hashes.get(p);
		if (hash === void 0) {
			const place = this.recordsPlaces ? p.dir : "";
			const { path, origin, files, imports } = p;
			hash = hashParts(path, origin, place, JSON.stringify(files), imports.join(" "), this.aspects.liveText(p));
			this.hashes.set(p, hash);
		}
		return hash;
	}
};

// src/driver/injected/injected-only.ts
const none = /* @__PURE__ */ new Set();
/**
* Packages that only injected code brings into this build, among those which aspects with the reach `user` would weave: these leave
* them alone. Asked of go before anything is compiled, so that one build has one answer; in another build, of other packages of the
* module, it may be another, and with it the keys are.
*
* @param flags of the go command, as far as they decide which files and modules belong to the build
* @throws Error with go's output when go list fails as a whole
*/
async function injectedOnly({ plan, go }, owner, closure, flags) {
	const inQuestion = closure.packages.filter((p) => {
		return liveAspects(plan, none, packageFacts({
			...p,
			testMain: false
		}, plan)).some(({ reach }) => reach === "user");
	});
	if (inQuestion.length === 0) return none;
	const { command = "", packages = [] } = owner.flags ?? readFlags([], []);
	const tests = command === "test" || command === "vet" ? ["-test"] : [];
	const patterns = packages.length > 0 ? packages : ["."];
	const args = [
		"-e",
		"-deps",
		...tests,
		"-f",
		"{{.ImportPath}}",
		...flags,
		"--",
		...patterns
	];
	const result = await go.list(owner, args);
	if (result.exitCode !== 0) throw new Error(result.stderr.trim());
	const users = new Set(result.stdout.split("\n").map(stripVariant));
	return new Set(inQuestion.map((p) => p.path).filter((path) => !users.has(path)));
}

// src/driver/injected/find-injected.ts
/**
* Finds the packages that weaving may bring in, or look at, with all they import, and what decides their content.
*
* @param tool the compiler that the go command uses
* @throws Error with go's output where packages cannot be listed
*/
async function findInjected(context, owner, tool) {
	const { plan, build, go, records, overlay: generatedOverlay } = context;
	const flags = owner.flags ? childFlags(owner.flags, "off").filter((flag) => flag !== "-pgo=off") : [];
	const overlay = readOverlay(owner.flags?.values.get("overlay"), owner.cwd);
	const aspectFiles = new Set(plan.aspectFiles.map(({ path }) => path));
	const files = plan.inputs.filter(({ path }) => !aspectFiles.has(path)).map((input) => `${input.path} ${input.hash}`).join("\n");
	const goRoot = resolve(dirname(tool), "..", "..", "..");
	const toolchain = `${dirname(tool)} ${hashFile(join(goRoot, "VERSION"))}`;
	const settings = settingsFiles(build.settings, goRoot).map(hashFile).join("\n");
	const content = flags.filter((flag) => !/^-(mod|modfile|overlay)=/.test(flag));
	const environment = hashParts(plan.code, toolchain, build.archives, settings, content.join("\n"), overlay.hash);
	const generated = generatedOverlay === void 0 ? "" : `${generatedOverlay} ${hashFile(generatedOverlay)}`;
	const modules = [
		build.goWork,
		build.goflags,
		generated
	].join("\n");
	const roots = [...new Set(plan.aspects.flatMap(packagesBehind))].sort();
	const graphFlags = flags.filter((flag) => /^-(tags|race|msan|asan|mod|modfile|overlay|compiler|installsuffix)\b/.test(flag));
	const load = (paths) => loadClosure(paths, {
		go,
		at: owner,
		flags: injectedFlags(graphFlags, plan.injection, generatedOverlay),
		context: hashParts(environment, modules, files),
		ownModules: plan.moduleDirs.map(modulePathOf),
		records,
		fixed: plan.injection?.standIns ?? {}
	});
	const named = await load(roots);
	const extra = importsOfFiles(plan.aspects, named, overlay.over(disk));
	const closure = extra.length === 0 ? named : await load([...roots, ...extra]);
	const usersFlags = plan.injection?.raises ? injectedFlags(graphFlags, plan.injection, generatedOverlay) : graphFlags;
	const left = await injectedOnly({
		plan,
		go
	}, owner, closure, usersFlags);
	return {
		identities: new Identities(closure, aspectView(plan, left), {
			context: environment,
			recordsPlaces: !flags.includes("-trimpath"),
			overlay,
			roots: [...roots, ...extra]
		}),
		injectedOnly: left,
		overlay: generatedOverlay
	};
}
/** Packages whose content can change what an aspect makes of a package, though that package does not import them. */
function packagesBehind(aspect) {
	return [...injectablePackages(aspect), ...consultedPackages(aspect)];
}
/**
* What files of other packages import that become part of a woven one, and their own packages do not: build constraints do not
* count for such files.
*/
function importsOfFiles(aspects, { packages }, view) {
	const byPath = new Map(packages.map((p) => [p.path, p]));
	const imports = [...new Set(aspects.flatMap(adoptedFiles).flatMap(({ path, file }) => {
		const dir = byPath.get(path)?.dir ?? "";
		return dir === "" ? [] : [join(dir, file)];
	}))].flatMap((file) => importsIn(file, view));
	return [...new Set(imports)].filter((path) => path !== "C" && path !== "unsafe" && !byPath.has(path)).sort();
}
function importsIn(file, view) {
	const bytes = view.read(file);
	try {
		return bytes === void 0 ? [] : goImports({
			display: file,
			bytes
		}).map(({ path }) => path);
	} catch (error) {
		if (error instanceof GotsError) return [];
		throw error;
	}
}
/** How aspects look at packages of the closure, remembered by package. */
function aspectView(plan, injectedOnly) {
	const factsOf = (p) => packageFacts({
		...p,
		testMain: false
	}, plan);
	const live = (p) => liveAspects(plan, injectedOnly, factsOf(p));
	return {
		liveText: (p) => liveText(live(p), factsOf(p)),
		injected: (p) => live(p).flatMap(packagesBehind)
	};
}

// src/driver/front/link-salt.ts
/** What `link -V=full` is salted with: whatever can change a woven program without changing an action id (build-protocol A1). */
function linkSalt(plan, { identities, injectedOnly }) {
	const ids = identities.roots.map((path) => identities.of(path));
	const versions = plan.modules === void 0 ? "" : JSON.stringify(plan.modules.versions);
	const left = [...injectedOnly].sort().join(" ");
	const parts = [
		plan.code,
		aspectsText(plan.aspects),
		versions,
		ids.join("\n"),
		injectedText(plan),
		left
	];
	return hashParts(...parts).slice(0, 32);
}
/** What of the generated files reaches a binary: versions and language levels, not where the modules lie. */
function injectedText({ injection, added }) {
	if (!injection) return "";
	return [JSON.stringify(injection.languages), ...added.map(({ path, version }) => `${path} ${version}`)].join("\n");
}

// src/driver/front/handshake.ts
/**
* The shim has shown itself: from here on this go command weaves, if it builds what the plan is for.
*
* @throws GotsError build_plan_stale, build_shared_libraries, modules_overlay_lost
*/
async function handshake(context, owner, request) {
	if (owner.mode !== "unknown") return;
	const { plan, log, build, injected, lastBuild } = context;
	owner.flags = readFlags(request.goArgv.slice(1), splitQuoted(build.goflags));
	owner.cwd = logicalCwd(request);
	owner.go = goBeside(request.tool);
	const reason = foreign(context, owner);
	if (reason !== void 0) {
		owner.mode = "plain";
		if (!context.nested) log.warn(`not weaving: ${reason}`);
		return;
	}
	const stale = staleInput(plan);
	if (stale !== void 0) {
		owner.mode = "failed";
		planStale(stale);
	}
	const installed = installedPackages(owner, build.godebug);
	if (installed !== void 0) {
		owner.mode = "failed";
		sharedLibraries(installed);
	}
	const overlay = overlayFor(plan, owner, request.goArgv.slice(1));
	if (!injected.areKnown) injected.settle(await findInjected({
		...context,
		overlay
	}, owner, request.tool));
	lastBuild?.validate(hashParts(linkSalt(plan, injected), plan.rootModule, plan.moduleDirs.join("\n")));
	owner.mode = "weaving";
}
/** Why this command is none of ours, or undefined (build-protocol G5). */
function foreign({ plan, nested }, owner) {
	if (nested) return "a go command below another one; GOTS_NESTED=1 weaves these as well";
	const versioned = owner.flags?.packages.find((name) => /^[^/.][^@]*@/.test(name));
	if (versioned !== void 0) return `${versioned} is built outside the module`;
	const dir = moduleDirOf(owner.cwd);
	if (isInWorkspaceOnly(plan, owner.cwd, dir)) return void 0;
	if (dir === void 0) return `${owner.cwd} is in no module`;
	if (plan.moduleDirs.includes(dir)) return void 0;
	return `${dir} is another module than ${plan.moduleDirs[0]}`;
}
/** The root of a workspace, and folders below it that are in none of its modules. */
function isInWorkspaceOnly({ workDir }, cwd, moduleDir) {
	if (workDir === "" || moduleDir !== void 0 && isBelow(workDir, moduleDir)) return false;
	try {
		return isBelow(workDir, realpathSync(cwd));
	} catch {
		return false;
	}
}
function isBelow(dir, place) {
	return place === dir || place.startsWith(`${dir}/`);
}
/**
* The overlay with which go commands that find injected packages run.
*
* @throws GotsError modules_overlay_lost
*/
function overlayFor(plan, owner, argv) {
	const { injection } = plan;
	if (!injection) return void 0;
	const own = owner.flags?.values.get("overlay");
	const onCommandLine = readFlags(argv, []).values.get("overlay");
	if (injection.raises && onCommandLine !== void 0 && !coversAll(onCommandLine, injection.entries, owner.cwd)) {
		owner.mode = "failed";
		overlayLost(onCommandLine);
	}
	return joinedOverlay(injection, own, owner.cwd, plan.cacheDir);
}
/** What makes go take packages from where they are installed: it never asks a cache for those (build-protocol A6). */
function installedPackages(owner, godebug) {
	if (owner.flags?.values.get("linkshared") === "true") return "-linkshared";
	if (owner.flags?.values.get("buildmode") === "shared") return "-buildmode=shared";
	return godebug.split(",").includes("installgoroot=all") ? "GODEBUG=installgoroot=all" : void 0;
}
/** $PWD if it names the same folder: go resolves relative patterns against it (build-protocol G4). */
function logicalCwd(request) {
	try {
		return request.pwd !== "" && realpathSync(request.pwd) === realpathSync(request.cwd) ? request.pwd : request.cwd;
	} catch {
		return request.cwd;
	}
}
/** The go command of the toolchain a tool belongs to: `GOROOT/pkg/tool/<os_arch>/compile` → `GOROOT/bin/go`. */
function goBeside(tool) {
	const go = join(dirname(tool), "..", "..", "..", "bin", process.platform === "win32" ? "go.exe" : "go");
	return existsSync(go) ? resolve(go) : "go";
}

// src/driver/front/replay-writer.ts
/**
* Everything the go command of a build was answered, for the next build with the same command line: the front gives the same answers
* without starting this process, as long as no file has changed that decides whether they hold.
*/
var Transcript = class {
	early = /* @__PURE__ */ new Map();
	late = /* @__PURE__ */ new Map();
	/** @param when mode of the go command when the answer was made; answers to one that is not woven are not kept */
	note(when, actionId, response, kind) {
		const answers = when === "unknown" ? this.early : when === "weaving" ? this.late : void 0;
		const fields = JSON.stringify(response).slice(1, -1);
		const action = Buffer.from(actionId, "hex").toString("base64");
		answers?.set(actionId, [
			action,
			kind,
			response.DiskPath ?? "",
			String(response.Size ?? 0),
			fields
		]);
	}
	words() {
		return {
			early: [...this.early.values()],
			late: [...this.late.values()]
		};
	}
};
/**
* Writes the replay of a build that has ended, or removes the one that was there if the next build must look for itself.
*
* @param build.hello how the shim showed itself
* @param build.startedMs when this process started, in ms since 1970: files that changed later may have been read before
*/
function writeReplay(context, root, transcript, build) {
	const { file, key } = build.target;
	const { plan, injected } = context;
	const watched = mayReplay(context, root) ? watchedFiles(context, root, build.hello.tool, build.startedMs) : void 0;
	try {
		if (!watched) {
			rmSync(file, { force: true });
			return;
		}
		const { cwd, pwd, tool, goArgv } = build.hello;
		const record = encodeReplay({
			key,
			savedMinute: Math.floor(build.nowMs / 6e4),
			hello: hashParts(cwd, pwd, `${dirname(tool)}/`, ...goArgv),
			code: plan.code,
			salt: linkSalt(plan, injected),
			caches: [plan.goCache, plan.cacheDir],
			watched: [...watched],
			...transcript.words()
		});
		writeWhole(file, record);
	} catch {}
}
/** The content of a replay's file: a frame, and the SHA-256 of the frame. */
function encodeReplay(record) {
	const frame = encodeFrame("replay", {
		key: [record.key],
		savedMinute: [String(record.savedMinute)],
		hello: [record.hello],
		code: [record.code],
		salt: [record.salt],
		caches: record.caches,
		watched: record.watched.flat(),
		early: record.early.flat(),
		late: record.late.flat()
	});
	return Buffer.concat([frame, createHash("sha256").update(frame).digest()]);
}
/** Not where another program answers, where something must be said again, or where files are read that are not watched. */
function mayReplay({ plan, log, userCacheProg }, root) {
	if (plan.aspects.some(({ reach }) => reach === "user")) return false;
	return root.mode === "weaving" && userCacheProg === "" && log.warnings() === 0 && !root.flags?.values.has("overlay");
}
/**
* State by path of all that the server looks at to know whether the last answers hold: what {@link import('./handshake.ts').handshake} reads.
*
* @returns undefined if one of them was changed so recently that its state does not tell, or vanished
*/
function watchedFiles({ plan, planFile, injected, settings, home }, root, tool, startedMs) {
	const closure = filesThatDecide(injected.identities.closure, plan.moduleDirs);
	if (!closure) return void 0;
	const goRoot = join(dirname(tool), "..", "..", "..");
	const needed = [
		...[planFile, plan.injection?.overlay].filter((path) => path !== void 0 && path !== ""),
		...weaverFiles(home),
		...plan.inputs.filter((input) => input.hash !== "").flatMap((input) => withAllBelow(input.path)),
		join(goRoot, "VERSION"),
		...closure
	];
	const optional = [
		...plan.inputs.filter((input) => input.hash === "").map((input) => input.path),
		...settingsFiles(settings, goRoot),
		...moduleFilesAbove(root.cwd)
	];
	const states = /* @__PURE__ */ new Map();
	for (const path of [...needed, ...optional]) {
		const stamp = stampOf(path, path === planFile ? Number.POSITIVE_INFINITY : startedMs);
		if (stamp === void 0 || stamp === "-" && needed.includes(path)) return void 0;
		states.set(path, stamp);
	}
	return states;
}
/** A folder with all files and folders below it; of a file, the file. */
function withAllBelow(path) {
	if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
	return [path, ...readdirSync(path, {
		recursive: true,
		encoding: "utf8"
	}).map((name) => join(path, name))];
}
/** Each go.mod that is, or would be, the one that governs the working directory. */
function moduleFilesAbove(cwd) {
	const end = moduleDirOf(cwd);
	const files = [];
	for (let dir = cwd;; dir = dirname(dir)) {
		files.push(join(dir, "go.mod"));
		if (dir === end || dir === dirname(dir)) return files;
	}
}
const secondNs = 1000000000n;
/**
* Tells states of a file or folder apart, as helper/shim/replay.go does; '-' if there is none.
*
* @returns undefined if it changed after the build began, or so shortly before that another change might not show
*/
function stampOf(path, startedMs) {
	const info = statSync(path, {
		bigint: true,
		throwIfNoEntry: false
	});
	if (!info) return "-";
	const { mode, size, mtimeNs, ctimeNs, ino } = info;
	const ticksNs = ctimeNs % secondNs === 0n ? 2n * secondNs : secondNs / 10n;
	if (Number.isFinite(startedMs) && ctimeNs + ticksNs > BigInt(Math.floor(startedMs)) * 1000000n) return void 0;
	return `${mode} ${size} ${mtimeNs} ${ctimeNs} ${ino}`;
}

// src/driver/serve/conversation.ts
/** The first thing that a cache program says. */
const greeting = {
	ID: 0,
	KnownCommands: [
		"get",
		"put",
		"close"
	]
};
/** What go commands ask their cache and are answered. */
var CacheConversation = class {
	context;
	policy;
	root;
	transcript = new Transcript();
	/** The first request of the outermost go command's shim. */
	hello;
	greeting;
	constructor(context, policy) {
		this.context = context;
		this.policy = policy;
		this.root = context.root;
	}
	/** Answers what comes until the stream ends. */
	converse(owner, input, output, ended) {
		const answer = (request) => {
			const response = request.kind === "get" ? this.quick(owner, request.actionId) : void 0;
			if (response) writeResponse(output, {
				ID: request.id,
				...response
			});
			else usedBy(this.context.usedFiles, owner, () => this.answer(owner, request, output));
		};
		readRequests(input, answer, ended, this.context.spool);
	}
	/** Repeats the answers that the front gave, so that this process is in the state in which it would be if it had given them. */
	async repeat({ early, late, hello: frame }) {
		for (const actionId of early) await this.get(this.root, actionId);
		if (frame.length > 0) {
			const request = decodeRequest((takeFrame(frame) ?? shimBadFrame("a greeting is cut off")).frame);
			if (request.kind === "hello" || request.kind === "salt") await this.greetedBy(this.root, request);
		}
		for (const actionId of late) await this.get(this.root, actionId);
	}
	/** The shim has shown itself. */
	async greetedBy(owner, request) {
		await handshake(this.context.handshake, owner, request);
		if (owner === this.root) this.hello ??= request;
	}
	/** Keeps what was answered for the next build of the same kind. */
	saveReplay(target, startedMs) {
		const { replay, clock } = this.context;
		const { hello, root, transcript } = this;
		if (hello) writeReplay(replay, root, transcript, {
			target,
			hello,
			startedMs,
			nowMs: clock.now()
		});
	}
	async answer(owner, request, output) {
		const ID = request.id;
		try {
			if (request.kind === "close") {
				if (owner === this.root) await this.policy.close();
				writeResponse(output, { ID });
				return;
			}
			if (owner.mode === "unknown") await this.greet();
			const response = request.kind === "get" ? await this.get(owner, request.actionId) : await this.put(owner, request);
			writeResponse(output, {
				ID,
				...response
			});
		} catch (error) {
			this.context.log.warn(`cache: ${error.message}`);
			writeResponse(output, request.kind === "get" ? {
				ID,
				Miss: true
			} : {
				ID,
				Err: error.message
			});
		}
	}
	quick(owner, actionId) {
		const entry = this.policy.quick(actionId, owner);
		return entry && this.noted(owner, owner.mode, actionId, describeEntry(entry));
	}
	async get(owner, actionId) {
		const quick = this.quick(owner, actionId);
		if (quick) return quick;
		const { mode } = owner;
		const entry = await this.policy.get(actionId, owner);
		return this.noted(owner, mode, actionId, entry ? describeEntry(entry) : { Miss: true });
	}
	async put(owner, { actionId, outputId, body }) {
		const { mode } = owner;
		return this.noted(owner, mode, actionId, describeEntry(await this.policy.put(actionId, outputId, body, owner)));
	}
	noted(owner, mode, actionId, response) {
		if (owner === this.root) {
			const given = this.context.lastBuild.given(actionId);
			const kind = given === void 0 ? "-" : given.weaveId === "" ? "v" : "w";
			this.transcript.note(mode, actionId, response, kind);
		}
		return response;
	}
	/** The shim may have greeted before this process was there. */
	greet() {
		const request = this.greeting ? void 0 : takeNote(this.context.socket);
		if (request) {
			this.greeting = this.greetedBy(this.root, request);
			this.greeting.catch((error) => this.context.processes.giveUp(error));
		}
		return this.greeting ?? Promise.resolve();
	}
};
function describeEntry(entry) {
	return {
		OutputID: Buffer.from(entry.outputId, "hex").toString("base64"),
		Size: entry.size,
		Time: new Date(entry.timeMs).toISOString(),
		DiskPath: entry.path
	};
}

// src/driver/serve/go-commands.ts
/** The real go commands. */
function goCommands({ env, childCacheProg, toolexecFlag, socket, started }) {
	const settings = async (at, names) => {
		const quiet = {
			...env,
			GOCACHEPROG: ""
		};
		const result = await runGo([
			"env",
			"-json",
			...names
		], {
			...placeOf(at),
			env: quiet,
			detached: true
		});
		if (result.exitCode !== 0) goFailed(`go env ${names.join(" ")}`, result.stderr);
		return JSON.parse(result.stdout);
	};
	return {
		settings,
		list(at, args, { localToolchain } = { localToolchain: false }) {
			const quiet = {
				...env,
				GOFLAGS: "-buildvcs=false",
				GOCACHEPROG: ""
			};
			const own = localToolchain ? {
				...quiet,
				GOTOOLCHAIN: "local"
			} : quiet;
			return runGo(["list", ...args], {
				...placeOf(at),
				env: own,
				detached: true
			});
		},
		listWoven(child, args, patterns) {
			const own = {
				...env,
				GOFLAGS: "-buildvcs=false",
				GOTOOLCHAIN: "local",
				GOCACHEPROG: childCacheProg,
				GOTS_SERVER: socket,
				GOTS_CHAIN: child.token
			};
			const all = [
				"list",
				"-export",
				...args,
				toolexecFlag,
				"--",
				...patterns
			];
			return runGo(all, {
				...placeOf(child),
				env: own,
				detached: true,
				started
			});
		},
		async tool(at, name, args, cwd) {
			const { GOTOOLDIR = "" } = await settings(at, ["GOTOOLDIR"]);
			const program = join(GOTOOLDIR, name);
			const { code, stderr } = await runToEnd({
				program,
				args,
				cwd,
				env
			});
			if (code !== 0) throw new Error(`Command failed: ${[program, ...args].join(" ")}\n${stderr}`);
		}
	};
}
function placeOf({ go, cwd }) {
	return {
		go,
		cwd
	};
}

// src/driver/serve/jobs.ts
/** How long after a compiler's end its package may take to reach the cache (asm, pack, content id) before the server stops waiting for it. */
const putGraceMs = 2e3;
/**
* The compilations under way, so that a Get for one of them waits for its Put instead of compiling again.
* Only live compilers are waited for (build-protocol C1).
*/
var Jobs = class {
	running = /* @__PURE__ */ new Map();
	graph;
	clock;
	counter = 0;
	constructor(graph, clock) {
		this.graph = graph;
		this.clock = clock;
	}
	/** Registers a compilation. A second one of the same action is not registered: its output is the same. */
	start(prefix, importPath, owner) {
		const node = `compile ${importPath} #${++this.counter}`;
		let release = () => {};
		const done = new Promise((resolve) => {
			release = resolve;
		});
		const { resolution } = owner;
		if (resolution) this.graph.add(resolution, node);
		let finished = false;
		const finish = () => {
			if (finished) return;
			finished = true;
			if (resolution) this.graph.remove(resolution, node);
			if (this.running.get(prefix) === job) this.running.delete(prefix);
			release();
		};
		const job = {
			node,
			importPath,
			owner,
			done,
			finish
		};
		if (!this.running.has(prefix)) this.running.set(prefix, job);
		return job;
	}
	/** The tool's process is gone: its package must arrive soon. */
	ended(job) {
		this.clock.later(putGraceMs, () => job.finish());
	}
	/** The package of this action arrived. */
	arrived(prefix) {
		this.running.get(prefix)?.finish();
	}
	/** Waits while another go command compiles this action; returns at once if that could never end. */
	async wait(prefix, asker) {
		for (let job = this.running.get(prefix); job && job.owner !== asker; job = this.running.get(prefix)) {
			const { resolution } = asker;
			if (resolution && this.graph.add(resolution, job.node)) return;
			await job.done;
			if (resolution) this.graph.remove(resolution, job.node);
		}
	}
	finishAll() {
		for (const job of [...this.running.values()]) job.finish();
	}
};

// src/cache/last-build.ts
/** Of other code, the form may be another one. */
const kindOf = (code) => `answers ${code}`;
/** After an hour the stores are asked themselves again: that refreshes the times by which they are trimmed. */
const validMs = 36e5;
/**
* What the last build with the same command line was answered by its caches, in one file. A build in which nothing changed
* asks for the same again, thousands of times; this spares it two or three files for each. Bodies are still looked at: an
* entry holds only while its file has the size it should have.
*/
var LastBuild = class {
	file;
	code;
	stores = /* @__PURE__ */ new Map();
	knownOthers;
	usedOthers = /* @__PURE__ */ new Set();
	saved;
	answers = /* @__PURE__ */ new Map();
	known = /* @__PURE__ */ new Map();
	validity = "";
	news = false;
	canRepeat;
	/** @param canRepeat whether {@link answer} may give answers again, for which nothing else of the caches is looked at */
	constructor(file, { canRepeat = true, now = Date.now(), code = "" } = {}) {
		this.file = file;
		this.code = code;
		this.canRepeat = canRepeat;
		this.saved = load(file, code, now);
		this.knownOthers = new Set(this.saved.others);
	}
	/** Memory of one store; the name tells the stores of a build apart. */
	store(name) {
		let memory = this.stores.get(name);
		if (!memory) {
			const saved = this.saved.stores[name];
			memory = new StoreMemory(new Map(Object.entries(saved?.entries ?? {})), new Map(Object.entries(saved?.texts ?? {})));
			this.stores.set(name, memory);
		}
		return memory;
	}
	/** From here on answers of the last build hold, if they were given under the same hash of all that decides them. */
	validate(validity) {
		this.validity = validity;
		if (this.canRepeat && validity === this.saved.validity) this.known = new Map(Object.entries(this.saved.answers));
		else this.news = true;
	}
	/** What the last build was answered, if its file is still there whole. */
	answer(actionId) {
		const known = this.known.get(actionId);
		if (!known) return void 0;
		const info = statSync(known.path, { throwIfNoEntry: false });
		if (!info?.isFile() || info.size !== known.size) return void 0;
		if (known.weaveId !== "" && distrust(info, "world") !== void 0) return void 0;
		this.answers.set(actionId, known);
		return known;
	}
	noteAnswer(actionId, entry, weaveId) {
		if (!this.known.has(actionId)) this.news = true;
		this.answers.set(actionId, {
			...entry,
			weaveId
		});
	}
	/** What this build has answered so far. */
	given(actionId) {
		return this.answers.get(actionId);
	}
	/** Actions that were answered from here. */
	answered() {
		return this.answers.keys();
	}
	/** Whether an action is known to hold something else than a package's archive. */
	isOther(actionId) {
		const known = this.knownOthers.has(actionId) || this.usedOthers.has(actionId);
		if (known) this.usedOthers.add(actionId);
		return known;
	}
	noteOther(actionId) {
		this.usedOthers.add(actionId);
	}
	isNew() {
		if (this.news || this.saved.savedMs === 0 || this.answers.size !== this.known.size) return true;
		return [...this.stores.values()].some((memory) => memory.hasNews()) || this.usedOthers.size > this.knownOthers.size;
	}
	/** Writes what this build used, if that is not what was loaded. Errors are ignored. */
	save(now = Date.now()) {
		if (!this.isNew()) return;
		const { validity } = this;
		const stores = Object.fromEntries([...this.stores].map(([name, memory]) => [name, memory.used()]));
		const saved = {
			savedMs: now,
			validity,
			answers: Object.fromEntries(this.answers),
			stores,
			others: [...this.usedOthers]
		};
		try {
			writeSealed(this.file, kindOf(this.code), JSON.stringify(saved));
			removeLeftOvers(dirname(this.file));
		} catch {}
	}
};
/** What one store answered: known from the last build, used in this one. */
var StoreMemory = class {
	entries;
	texts;
	usedEntries = /* @__PURE__ */ new Map();
	usedTexts = /* @__PURE__ */ new Map();
	news = false;
	constructor(entries, texts) {
		this.entries = entries;
		this.texts = texts;
	}
	entry(actionId) {
		const known = this.usedEntries.get(actionId) ?? this.entries.get(actionId);
		if (!known) return void 0;
		return {
			outputId: known[0],
			size: known[1],
			timeMs: known[2]
		};
	}
	noteEntry(actionId, { outputId, size, timeMs }) {
		const known = this.entries.get(actionId);
		if (known?.[0] !== outputId) this.news = true;
		this.usedEntries.set(actionId, known?.[0] === outputId ? known : [
			outputId,
			size,
			timeMs
		]);
	}
	record(key) {
		const value = this.usedTexts.get(key) ?? this.texts.get(key);
		if (value !== void 0) this.usedTexts.set(key, value);
		return value;
	}
	noteRecord(key, value, isNew = !this.texts.has(key)) {
		if (isNew) this.news = true;
		this.usedTexts.set(key, value);
	}
	hasNews() {
		return this.news;
	}
	used() {
		return {
			entries: Object.fromEntries(this.usedEntries),
			texts: Object.fromEntries(this.usedTexts)
		};
	}
};
function load(file, code, now) {
	const nothing = {
		savedMs: 0,
		validity: "",
		answers: {},
		stores: {},
		others: []
	};
	const sealed = readSealed(file, kindOf(code));
	if ("reason" in sealed) return nothing;
	const saved = JSON.parse(sealed.text);
	const ageMs = now - saved.savedMs;
	return ageMs >= 0 && ageMs < validMs ? saved : nothing;
}

// src/driver/serve/last-build-of.ts
/** What the last build with the same plan, command line and settings was answered. */
function lastBuildOf({ planFile, usedFile, build }, { cacheDir, code }, { cwd, commandLine }) {
	const name = hashParts(planFile, cwd, commandLine, ...build.command).slice(0, 32);
	return new LastBuild(join(cacheDir, "builds", `${name}.json`), {
		canRepeat: usedFile === "",
		code
	});
}

// src/driver/serve/left-overs.ts
/** A name that a socket or a file has for a moment only, and still has after this time, belongs to no process any more. */
const momentMs = 6e4;
const entryFolders = Array.from({ length: 256 }, (_, at) => at.toString(16).padStart(2, "0"));
/**
* Notes in the weave cache that a build is at work, so that the next one can remove what this one leaves if it is killed.
*
* @param caches folders in the layout of GOCACHE that this process writes to
* @returns ends the note
*/
function noteAtWork(cacheDir, caches) {
	const file = join(cacheDir, "builds", `${processMark()}.running`);
	try {
		writeWhole(file, caches.join("\n"));
	} catch {}
	return () => rmSync(file, { force: true });
}
/**
* Removes what killed builds left: temporary files in the caches they wrote to, sockets and greetings beside our own socket. Errors
* are ignored: the next build tries again.
*
* @param socket path of this build's socket
*/
function removeAllLeftOvers(cacheDir, socket) {
	const builds = join(cacheDir, "builds");
	for (const name of namesIfThere(builds)) {
		const mark = /^(.+)\.running$/.exec(name)?.[1];
		if (mark === void 0 || !hasEnded(mark)) continue;
		const caches = readIfThere(join(builds, name)).split("\n");
		for (const dir of caches) for (const folder of entryFolders) removeLeftOvers(join(dir, folder));
		rmSync(join(builds, name), { force: true });
	}
	const sockets = dirname(socket);
	for (const name of namesIfThere(sockets)) if (isLeftOver(sockets, name)) rmSync(join(sockets, name), { force: true });
}
/** As helper/shim/leftovers.go. */
function isLeftOver(dir, name) {
	const [, pid, start, namespace] = /^(\d+)-(\d+)-(\d+)\.(?:sock|hello)$/.exec(name) ?? [];
	if (pid !== void 0) return namespace === pidNamespace() && processStart(Number(pid)) !== start;
	if (!/\.(new|resume)$|\.hello\.\d+$/.test(name)) return false;
	const info = lstatSync(join(dir, name), { throwIfNoEntry: false });
	return info !== void 0 && Date.now() - info.ctimeMs > momentMs;
}

// src/driver/serve/report-file.ts
/**
* Writes what GOTS_REPORT and GOTS_STATS ask for; '' for a file that is not asked for.
*
* @param times when this process started, and now: ms since 1970
*/
function writeReport({ reportFile, statsFile }, { plan, tally }, { startedMs, nowMs }) {
	const { stats } = tally;
	if (reportFile !== "") {
		const written = {
			version: plan.version,
			goVersion: plan.goVersion,
			rootModule: plan.rootModule,
			packages: tally.wovenPackages().filter(({ asked }) => asked).map(({ asked, ...entry }) => entry).sort((a, b) => a.importPath < b.importPath ? -1 : 1),
			added: plan.added,
			aspectFiles: plan.aspectFiles.map(({ display, path }) => ({
				name: display,
				sha256: hashFile(path)
			})),
			aspects: plan.aspects.map(({ id, span }) => ({
				id,
				file: span.file,
				line: span.line
			})),
			buildMs: Math.round(nowMs - startedMs),
			compiled: stats.compiled
		};
		writeFileSync(reportFile, `${JSON.stringify(written, null, 2)}\n`);
	}
	if (statsFile !== "") {
		const maxRssBytes = process.resourceUsage().maxRSS * 1024;
		writeFileSync(statsFile, `${JSON.stringify({
			...stats,
			replayed: 0,
			maxRssBytes
		})}\n`);
	}
}

// src/toolexec/argv.ts
/**
* Reads a compile command line. It has no response files: cmd/go writes those only for programs called compile, link and so on
* (exec.go, useResponseFile), and below -toolexec the program is the shim.
*
* @param args arguments behind the tool; not modified
* @throws GotsError toolexec_unknown_flag, toolexec_flag_without_value, toolexec_no_flag if -o or -p is missing
* @see cmd/go/internal/work/gc.go, Go 1.24 to 1.27: flags come first, files last
*/
function parseCompile(args) {
	const { flags, rest } = splitFlags(args, compileFlags);
	return compileOf(flags, rest);
}
function compileOf(flags, goFiles) {
	return {
		flags,
		goFiles,
		packagePath: flagValue(flags, "p") ?? toolexecNoFlag("compile", "-p"),
		importcfg: flagValue(flags, "importcfg"),
		output: flagValue(flags, "o") ?? toolexecNoFlag("compile", "-o"),
		buildId: parseBuildId(flagValue(flags, "buildid")),
		lang: flagValue(flags, "lang"),
		isComplete: isSwitchOn(flags, "complete"),
		isStd: isSwitchOn(flags, "std"),
		trimpath: flagValue(flags, "trimpath"),
		pgoProfile: flagValue(flags, "pgoprofile"),
		symabis: flagValue(flags, "symabis"),
		asmHeader: flagValue(flags, "asmhdr"),
		embedcfg: flagValue(flags, "embedcfg"),
		coveragecfg: flagValue(flags, "coveragecfg")
	};
}
/** The words of a compile command line; the inverse of {@link parseCompile}. */
function printCompile(command) {
	return [...printFlags(command.flags), ...command.goFiles];
}
/** The command with some of its parts replaced, all else in its place. */
function changeCompile(command, change) {
	let { flags } = command;
	if (change.importcfg !== void 0) flags = setFlag(flags, "importcfg", change.importcfg);
	if (change.output !== void 0) flags = setFlag(flags, "o", change.output);
	if (change.lang !== void 0) flags = setFlag(flags, "lang", change.lang);
	if (change.trimpath !== void 0) flags = setFlag(flags, "trimpath", change.trimpath);
	return compileOf(flags, change.goFiles ?? command.goFiles);
}
/**
* Reads a link command line.
*
* @param args arguments behind the tool; not modified
* @throws GotsError toolexec_unknown_flag, toolexec_flag_without_value, toolexec_no_flag if -o is missing
*/
function parseLink(args) {
	const { flags, rest } = splitFlags(args, linkFlags);
	return linkOf(flags, rest);
}
function linkOf(flags, files) {
	const buildMode = flagValue(flags, "buildmode") ?? "exe";
	return {
		flags,
		files,
		mainArchive: buildMode === "shared" ? void 0 : files[0],
		importcfg: flagValue(flags, "importcfg"),
		output: flagValue(flags, "o") ?? toolexecNoFlag("link", "-o"),
		buildId: parseBuildId(flagValue(flags, "buildid")),
		buildMode,
		extld: flagValue(flags, "extld")
	};
}
/** The words of a link command line; the inverse of {@link parseLink}. */
function printLink(command) {
	return [...printFlags(command.flags), ...command.files];
}
/** The command with some of its parts replaced, all else in its place. */
function changeLink(command, change) {
	let { flags } = command;
	if (change.importcfg !== void 0) flags = setFlag(flags, "importcfg", change.importcfg);
	if (change.output !== void 0) flags = setFlag(flags, "o", change.output);
	if (change.extld !== void 0) flags = setFlag(flags, "extld", change.extld);
	const files = change.mainArchive === void 0 ? command.files : [change.mainArchive, ...command.files.slice(1)];
	return linkOf(flags, files);
}
function parseBuildId(text) {
	if (text === void 0 || text === "") return void 0;
	const parts = text.split("/");
	return {
		text,
		actionId: parts[0] ?? "",
		contentId: parts.at(-1) ?? ""
	};
}
/**
* Splits the description that cmd/go hands to tools.
*
* @param text `p`, `p [p.test]`, `p [mainpkg]` or `p.test`
* @see cmd/go/internal/load/pkg.go, Package.Desc, Go 1.24 to 1.27
*/
function parseImportPath(text) {
	const [, path, variant] = /^(.*?) \[(.*)\]$/s.exec(text) ?? [];
	if (path === void 0 || variant === void 0) return {
		path: text,
		forTest: void 0,
		forMain: void 0
	};
	return variant.endsWith(".test") ? {
		path,
		forTest: variant.slice(0, -5),
		forMain: void 0
	} : {
		path,
		forTest: void 0,
		forMain: variant
	};
}

// src/toolexec/importcfg.ts
/**
* Reads an import configuration.
*
* @see cmd/compile/internal/base/flag.go and cmd/link/internal/ld/ld.go, readImportCfg, Go 1.24 to 1.27
*/
function parseImportcfg(text) {
	const lines = text.split("\n");
	if (lines.at(-1) === "") lines.pop();
	return importcfgOf(lines.map(parseLine));
}
function importcfgOf(lines) {
	return {
		lines,
		packageFiles: new Map(lines.flatMap((line) => line.kind === "packagefile" ? [[line.path, line.file]] : [])),
		importMap: new Map(lines.flatMap((line) => line.kind === "importmap" ? [[line.from, line.to]] : []))
	};
}
function parseLine(text) {
	const other = {
		kind: "other",
		text
	};
	const [, verb, args = ""] = /^(\S+) +(.*)$/s.exec(text.trim()) ?? [];
	if (verb === "modinfo") return {
		kind: "modinfo",
		quoted: args
	};
	const equals = args.indexOf("=");
	if (equals <= 0 || equals === args.length - 1) return other;
	const left = args.slice(0, equals);
	const right = args.slice(equals + 1);
	if (verb === "packagefile") return {
		kind: "packagefile",
		path: left,
		file: right
	};
	return verb === "importmap" ? {
		kind: "importmap",
		from: left,
		to: right
	} : other;
}
/** The text of an import configuration; the inverse of {@link parseImportcfg}. */
function printImportcfg(importcfg) {
	return importcfg.lines.map((line) => `${printLine(line)}\n`).join("");
}
function printLine(line) {
	switch (line.kind) {
		case "packagefile": return `packagefile ${line.path}=${line.file}`;
		case "importmap": return `importmap ${line.from}=${line.to}`;
		case "modinfo": return `modinfo ${line.quoted}`;
		case "other": return line.text;
	}
}
/**
* Adds archives behind all other lines, sorted by import path.
*
* @param archives import path to archive file; paths that the configuration has already stay as they are, since two archives
*   of one package do not link
*/
function addPackageFiles(importcfg, archives) {
	const added = [...archives].filter(([path]) => !importcfg.packageFiles.has(path)).sort(([a], [b]) => a < b ? -1 : 1).map(([path, file]) => ({
		kind: "packagefile",
		path,
		file
	}));
	return added.length === 0 ? importcfg : importcfgOf([...importcfg.lines, ...added]);
}
/** The quoted module information of a link's configuration; undefined if it has none. */
function modinfoOf(importcfg) {
	return importcfg.lines.find((line) => line.kind === "modinfo")?.quoted;
}
/** Replaces the module information; a configuration without such a line gets none. */
function setModinfo(importcfg, quoted) {
	return importcfgOf(importcfg.lines.map((line) => line.kind === "modinfo" ? {
		kind: "modinfo",
		quoted
	} : line));
}

// src/toolexec/trimpath.ts
/**
* A path as the tools record it under `-trimpath`: the first rewrite whose left side is the path or a folder above it applies.
*
* @param rewrites `from=>to;from=>to`, where `from` alone means `from=>`
* @see cmd/internal/objabi/line.go, ApplyRewrites, Go 1.24 to 1.27
*/
function applyRewrites(path, rewrites) {
	for (const rewrite of rewrites.split(";")) {
		const arrow = rewrite.lastIndexOf("=>");
		const from = arrow < 0 ? rewrite : rewrite.slice(0, arrow);
		const to = arrow < 0 ? "" : rewrite.slice(arrow + 2);
		if (from === "") continue;
		if (path === from) return to;
		if (path.startsWith(`${from}/`)) return to === "" ? path.slice(from.length + 1) : `${to}${path.slice(from.length)}`;
	}
	return path;
}

// src/driver/steps/package-compile.ts
/**
* Reads what a compile is about: its importcfg, the link dependencies of what it imports, and its first file.
*
* @param given what cmd/go asked for; the command must have an importcfg and a Go file
* @param languages language versions by module path, see {@link languageFor}
* @throws GotsError link_deps_unreadable
*/
function describeCompile(given, deps, languages) {
	const { command, request, owner, job } = given;
	const importcfg = parseImportcfg(readFileSync(resolve(request.cwd, command.importcfg), "utf8"));
	const inherited = [];
	for (const file of importcfg.packageFiles.values()) inherited.push(...deps.of(resolve(request.cwd, file)));
	const path = command.packagePath === "main" || request.importPath !== "" ? request.importPath : command.packagePath;
	const testMain = command.packagePath === "main" && command.goFiles.some((file) => basename(file) === "_testmain.go");
	const firstFile = readFileSync(resolve(request.cwd, command.goFiles[0]));
	const imports = [...importcfg.packageFiles.keys()].sort();
	const satisfied = mergeLinkDeps(inherited).filter((dep) => dep.kind === "relocation" || !importcfg.packageFiles.has(dep.path));
	const facts = {
		path,
		name: packageClauseName(firstFile) ?? "",
		imports,
		testMain,
		inherited: satisfied
	};
	const language = languageFor(languages, parseImportPath(path).path) ?? "";
	return {
		command: language === "" ? command : changeCompile(command, { lang: language }),
		request,
		owner,
		job,
		importcfg,
		facts,
		language
	};
}
/** A package for type checking: what the compiler is given. */
function sourcesOf(compilation, importPath, goarch) {
	const { command, request, importcfg } = compilation;
	const absolute = (file) => resolve(request.cwd, file);
	return {
		importPath,
		lang: command.lang,
		goarch,
		files: command.goFiles.map((name) => ({
			name: recordedName(compilation, name),
			path: absolute(name)
		})),
		packageFiles: new Map([...importcfg.packageFiles].map(([path, file]) => [path, absolute(file)])),
		importMap: importcfg.importMap
	};
}
/**
* The name that positions in woven text give to a file. The compiler would shorten it under -trimpath, but records columns of the text
* as it stands, behind a name in it: that must not depend on where the file lies.
*/
function recordedName({ command, request }, name) {
	return applyRewrites(resolve(request.cwd, name), command.trimpath ?? "");
}

// src/driver/steps/before-after.ts
/** The files of a package that weaving changed or added, for the report. */
function sourcePairs(compilation, woven) {
	const { command, request } = compilation;
	const changed = new Map(woven.files.flatMap(({ name, text }) => text === void 0 ? [] : [[name, text]]));
	return [...command.goFiles.flatMap((file) => {
		const name = recordedName(compilation, file);
		const after = changed.get(name);
		if (after === void 0) return [];
		return [{
			name,
			before: readFileSync(resolve(request.cwd, file), "utf8"),
			after: after.toString("utf8")
		}];
	}), ...woven.added.map(({ name, text }) => ({
		name,
		after: text.toString("utf8")
	}))];
}

// src/driver/steps/check-woven.ts
/**
* Whether the package's own files have an error that weaving may hide. Packages of other modules are as their authors published them, and
* not looked at.
*/
async function hiddenErrors(context, host, woven) {
	if (!woven?.mayHideErrors || !isUsers(context, host)) return false;
	context.log.debug(`errors of ${host.facts.path} that weaving may hide are looked for`);
	try {
		const { error } = await ask(context, host, {
			...ownSources(context, host),
			strict: true
		}, "error");
		return error !== void 0;
	} catch (error) {
		context.log.debug(`errors of ${host.facts.path}: ${error.message}`);
		return true;
	}
}
function isUsers({ plan }, { command, request }) {
	return [...new Set(command.goFiles.map((file) => dirname(resolve(request.cwd, file))))].some((folder) => plan.moduleDirs.includes(moduleDirOf(folder) ?? ""));
}
/**
* Checks that the package's own variables are initialised in the order in which they are without weaving. A package with an error is left
* to the compiler.
*
* @param parts.goFiles woven and own files, in the order in which they are compiled; `archives` are those that woven code adds
* @throws GotsError weave_init_order
*/
async function checkOrder(context, host, woven, parts) {
	const own = ownSources(context, host);
	context.log.debug(`order of initialisation in ${own.importPath} is compared`);
	const files = parts.goFiles.map((file) => ({
		name: file,
		path: resolve(host.request.cwd, file)
	}));
	const packageFiles = new Map([...own.packageFiles, ...parts.archives]);
	const [plain, moved] = await Promise.all([ask(context, host, own, "order"), ask(context, host, {
		...own,
		files,
		packageFiles,
		lang: parts.lang
	}, "order")]);
	if (plain.unknown !== void 0 || moved.unknown !== void 0) return;
	const [before, after] = [plain.order ?? [], moved.order ?? []];
	const wanted = before.filter((name) => after.includes(name));
	const found = after.filter((name) => before.includes(name));
	const at = wanted.findIndex((name, index) => found[index] !== name);
	if (at < 0) return;
	const { importPath } = own;
	initOrderMoved({
		importPath,
		early: found[at] ?? "",
		late: wanted[at] ?? ""
	}, woven.matches[0]?.aspectSpan);
}
function ownSources({ plan, goarch }, host) {
	return sourcesOf(host, packageFacts(host.facts, plan).importPath, goarch);
}
async function ask({ types }, { owner }, sources, kind) {
	const conversation = await types.open(owner, sources);
	try {
		const [answer = {}] = await conversation.ask([{ kind }]);
		return answer;
	} finally {
		conversation.close();
	}
}

// src/driver/steps/profile.ts
const found = /* @__PURE__ */ new WeakMap();
/**
* The profile that cmd/go uses for a package compiled with -pgoprofile: the one named by -pgo, or default.pgo beside the
* main package (build-protocol D2: a child's `go list` would not find it).
*
* @param forMain import path of the main package that the package is compiled or linked for; undefined when the build has one profile
* @returns absolute path, or 'off' if there is none
*/
function findProfile(go, owner, forMain) {
	const known = found.get(owner) ?? /* @__PURE__ */ new Map();
	found.set(owner, known);
	const key = forMain ?? "";
	let profile = known.get(key);
	if (!profile) {
		profile = search(go, owner, forMain);
		known.set(key, profile);
	}
	return profile;
}
async function search(go, owner, forMain) {
	const named = owner.flags?.values.get("pgo");
	if (named !== void 0 && named !== "auto") return named === "off" ? "off" : resolve(owner.cwd, named);
	const patterns = forMain !== void 0 && forMain !== "command-line-arguments" ? [forMain] : owner.flags?.packages ?? [];
	const result = await go.list(owner, [
		"-e",
		"-json=Dir,Name",
		"--",
		...patterns
	]);
	return parseJsonStream(result.stdout).filter((p) => p.Name === "main" && p.Dir).map((p) => join(p.Dir, "default.pgo")).filter((file) => existsSync(file))[0] ?? "off";
}

// src/driver/steps/injected-archives.ts
/**
* The archives of all that weaving makes the host import. What these in turn want linked, a main package imports as well; that is
* not part of its record, since their identities cover it.
*/
async function injectedArchives(context, host, record, woven) {
	const { plan, go, resolver, deps, names } = context;
	const variant = parseImportPath(host.request.importPath);
	const forMain = variant.forMain ?? (host.command.packagePath === "main" ? variant.path : void 0);
	const pgo = host.command.pgoProfile ? await findProfile(go, host.owner, forMain) : "off";
	const direct = /* @__PURE__ */ new Map();
	const resolveOne = async (path) => {
		const archive = (await resolver.resolve({
			path,
			host: packageFacts(host.facts, plan).importPath,
			job: host.job,
			owner: host.owner,
			pgo,
			span: spanOf(path, woven, plan)
		})).find((candidate) => candidate.path === path);
		if (archive) direct.set(path, archive);
	};
	let todo = [.../* @__PURE__ */ new Set([...record.imports, ...record.pending])];
	while (todo.length > 0) {
		await Promise.all(todo.map(resolveOne));
		if (host.command.packagePath !== "main") break;
		const wanted = [...direct.values()].flatMap((archive) => deps.of(archive.file)).filter((dep) => dep.kind === "relocation");
		todo = [...new Set(wanted.map((dep) => dep.path))].filter((path) => !direct.has(path) && !host.importcfg.packageFiles.has(path));
	}
	for (const archive of direct.values()) names.set(archive.path, archive.name);
	return [...direct.values()].sort((a, b) => a.path < b.path ? -1 : 1);
}
/** Packages that a main package must import blank: those of its record, and those that what it injects wants linked. */
function pendingOf(deps, host, record, archives) {
	const wanted = archives.flatMap((archive) => deps.of(archive.file)).filter((dep) => dep.kind === "relocation").map((dep) => dep.path);
	return [.../* @__PURE__ */ new Set([...record.pending, ...wanted])].filter((path) => !host.importcfg.packageFiles.has(path)).sort();
}
/** The aspect that brings a package in, for messages. */
function spanOf(path, woven, { aspects }) {
	const applied = new Set((woven?.matches ?? []).map((match) => `${match.aspectSpan.file}:${match.aspectSpan.line}`));
	const mentions = aspects.filter((aspect) => JSON.stringify(aspect.advice).includes(JSON.stringify(path)));
	return (mentions.find((aspect) => applied.has(`${aspect.span.file}:${aspect.span.line}`)) ?? mentions[0])?.span;
}

// src/driver/steps/reuse-object.ts
/** Whether cmd/go does nothing more to the compiler's output than compute its id, and did not ask for a build from scratch. */
function isSparable({ command, owner }) {
	return owner.flags?.values.get("a") !== "true" && !command.symabis && !command.asmHeader;
}
/**
* Puts the object that an earlier build kept for this very text into the compiler's place, and replays what the compiler
* printed. Only archives that hold what a compiler writes, and our own member, can stand in for one (build-protocol B1, B2).
*
* @returns undefined if it must be compiled
*/
function restore(compile, kept, deps) {
	const { command, request } = compile;
	const bytes = readFileSync(kept.object.path);
	if (!isRestorable(bytes, /* @__PURE__ */ new Set(["link.deps"]))) return void 0;
	const buildId = readBuildId(bytes);
	const wanted = command.buildId?.text;
	if (!buildId || !wanted || buildId.length !== wanted.length) return void 0;
	const output = resolve(request.cwd, command.output);
	writeFileSync(output, replaceBuildId(bytes, buildId, wanted));
	deps.set(output, deps.of(kept.object.path));
	return {
		kind: "done",
		exitCode: 0,
		stdout: withoutHeading(kept.output),
		stderr: ""
	};
}
/** cmd/go files what a compiler printed under the heading `# import/path`, and puts that before what is printed now as well. */
function withoutHeading(output) {
	return output.toString("latin1", 0, 2) === "# " ? output.subarray(output.indexOf("\n") + 1) : output;
}

// src/driver/steps/woven-compile.ts
/**
* Shows the user's errors as plain go does: where woven files do not compile, or may compile only because they are woven, the package's
* own files are compiled, for their messages alone. If these have no error, weaving made it, and the woven files' messages are shown.
*/
function messagesOfPlainGo(woven) {
	let failed;
	let isPlain = false;
	return { async ended(request) {
		if (isPlain) return failed === void 0 || request.exitCode !== 0 ? show(request) : showWoven(woven, failed);
		if (request.exitCode === 0 && !await woven.mayHideErrors()) return show(request);
		if (request.exitCode > 128) return show(request);
		if (request.exitCode !== 0) failed = request;
		isPlain = true;
		return plainCompile(woven);
	} };
}
const done = {
	kind: "done",
	exitCode: 0,
	stdout: "",
	stderr: ""
};
/** Ends as the tool did. */
function show({ output }) {
	return {
		...done,
		stdout: output
	};
}
function showWoven(woven, { exitCode, output }) {
	return {
		...done,
		exitCode,
		stdout: withoutWovenNames(woven, output)
	};
}
/** Compiles the package as it is and keeps nothing of that but the messages. */
function plainCompile({ tool, command, folder }) {
	const { flags } = command;
	const asmHeader = command.asmHeader === void 0 ? flags : setFlag(flags, "asmhdr", join(folder, "plain.h"));
	const plain = changeCompile({
		...command,
		flags: asmHeader
	}, { output: join(folder, "plain.a") });
	return {
		kind: "run",
		argv: [tool, ...printCompile(plain)],
		env: [],
		appends: []
	};
}
/**
* Takes the names of woven files out of a compiler's messages. The compiler adds them in brackets to a place inside a message that a line
* directive moved: `main.go:3:8[/tmp/…/gots/src/main.go:4:8]`.
*/
function withoutWovenNames({ originals }, output) {
	const bytes = (text) => Buffer.from(text).toString("latin1");
	let text = output.toString("latin1");
	for (const [file, original] of originals) {
		const name = bytes(file);
		const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
		text = text.replace(new RegExp(`\\[${pattern}:\\d+(?::\\d+)?\\]`, "g"), "").replaceAll(name, bytes(original));
	}
	return Buffer.from(text, "latin1");
}

// src/driver/steps/woven-files.ts
/**
* Writes the woven files of a package, those that weaving adds, and for a main package one that imports what must be linked.
*
* @param folder gets a folder `src`, which must exist
* @param pending packages that a main package imports blank
* @returns files to compile, in the order in which their variables are initialised; of each written file the name of its original
*/
function writeWovenFiles(folder, host, woven, pending) {
	const originals = /* @__PURE__ */ new Map();
	const byName = new Map(woven?.files.map((file) => [file.name, file.text]));
	const used = /* @__PURE__ */ new Set();
	const early = [];
	const goFiles = host.command.goFiles.map((name) => {
		const text = byName.get(recordedName(host, name));
		if (!text) return name;
		let base = basename(name);
		for (let n = 1; used.has(base); n++) base = `${n}_${basename(name)}`;
		used.add(base);
		const file = join(folder, "src", base);
		writeFileSync(file, text);
		originals.set(file, name);
		return file;
	});
	for (const { name, text, first } of woven?.added ?? []) {
		const file = join(folder, "src", name);
		writeFileSync(file, text);
		originals.set(file, name);
		if (first) early.push(file);
		else goFiles.push(file);
	}
	goFiles.unshift(...early);
	if (pending.length === 0) return {
		goFiles,
		originals
	};
	const file = join(folder, "src", "gots_links.go");
	const lines = pending.map((path) => `import _ ${JSON.stringify(path)}\n`);
	writeFileSync(file, `//line <gots>:1:1\npackage main\n${lines.join("")}`);
	return {
		goFiles: [...goFiles, file],
		originals
	};
}

// src/driver/steps/compile-step.ts
/**
* Answers one compile: runs it as it is, runs it on woven files, or hands out what an earlier build made of the same text.
*
* @throws GotsError of weaving and of the injected packages; nothing half-woven is ever compiled
*/
async function compileStep(context, owner, request, job) {
	const command = parseCompile(request.args);
	const asIs = { reply: {
		kind: "exec",
		argv: [request.tool, ...request.args],
		env: []
	} };
	const prefix = command.buildId?.actionId;
	if (!command.importcfg || !prefix || command.goFiles.length === 0) return asIs;
	const { plan, policy, names, tally, injected } = context;
	const host = describeCompile({
		command,
		request,
		owner,
		job
	}, context.deps, plan.injection?.languages);
	const facts = packageFacts(host.facts, plan);
	names.set(facts.importPath, host.facts.name);
	const again = owner.chain.findIndex(({ host: above }) => above === facts.importPath);
	if (again >= 0) injectionCycle(describeRing(owner.chain.slice(again)), void 0);
	const live = liveAspects(plan, injected.injectedOnly, facts);
	tally.stats.compiles++;
	if (live.length === 0 && host.facts.inherited.length === 0 && host.language === "") return await untouchedReply(context, host, prefix) ?? asIs;
	const types = () => context.types.open(owner, sourcesOf(host, facts.importPath, context.goarch));
	if (live.length > 0) await policy.recallNames();
	const woven = live.length > 0 ? await context.weaver.weave(readRequest(context, host, facts), live, types) : void 0;
	const record = recordOf$1(host, woven);
	if (isUntouched(record, host.facts)) return await untouchedReply(context, host, prefix) ?? asIs;
	return compileWoven(context, host, woven, prefix, record);
}
function noteCompiled({ owner }, { stats }) {
	if (owner.chain.length === 0) stats.compiled++;
}
/** A package that weaving leaves alone, which only now is known: the user's cache may hold it. */
async function untouchedReply(context, host, prefix) {
	const { tally, policy, deps } = context;
	await policy.compiled(host.owner, prefix, { facts: host.facts });
	const kept = isSparable(host) ? await policy.plainObject(host.owner, prefix) : void 0;
	const restored = kept && restore(host, kept, deps);
	if (restored) tally.stats.restored++;
	else noteCompiled(host, tally);
	return restored && { reply: restored };
}
function readRequest({ plan, names, injected }, host, facts) {
	const { command, request } = host;
	return {
		facts,
		files: command.goFiles.map((name) => ({
			name: recordedName(host, name),
			bytes: readFileSync(resolve(request.cwd, name))
		})),
		packageName: (path) => names.get(host.importcfg.importMap.get(path) ?? path),
		packageFiles: (path) => injected.identities.goFilesOf(path),
		lang: command.lang,
		weaverVersion: plan.version
	};
}
/** L1's answer. Main packages import blank whatever anything below them wants linked. */
function recordOf$1(host, woven) {
	const links = woven?.links ?? [];
	const changed = woven?.files.filter((file) => file.text) ?? [];
	const wanted = host.facts.inherited.filter((dep) => dep.kind === "relocation").map((dep) => dep.path);
	const pending = host.command.packagePath === "main" ? [.../* @__PURE__ */ new Set([...wanted, ...links])] : [];
	const imports = (woven?.imports ?? []).filter((path) => path !== "unsafe" && !host.importcfg.packageFiles.has(path));
	const added = woven?.added ?? [];
	if (changed.length + added.length + pending.length + links.length === 0 && host.language === "") return untouched;
	const texts = [...changed.flatMap((file) => [file.name.split("/").at(-1), file.text]), ...added.flatMap((file) => [
		file.first ? "first" : "added",
		file.name,
		file.text
	])];
	return {
		textHash: texts.length === 0 && host.language === "" ? "" : hashParts(host.language, woven?.lang ?? "", ...texts),
		imports: [...imports].sort(),
		links: [...links].sort(),
		pending: pending.filter((path) => !host.importcfg.packageFiles.has(path)).sort()
	};
}
async function compileWoven(context, host, woven, prefix, record) {
	const { plan, policy, tally, injected } = context;
	const { command, request, owner } = host;
	const id = weaveId(plan.code, record, host.facts.inherited, (path) => injected.identities.of(path));
	const matches = woven?.matches ?? [];
	const sources = tally.wants.sources && woven ? sourcePairs(host, woven) : void 0;
	await policy.compiled(owner, prefix, {
		facts: host.facts,
		woven: {
			record,
			weaveId: id,
			matches,
			files: sources
		}
	});
	tally.stats.woven++;
	const kept = isSparable(host) ? await policy.wovenObject(owner, prefix, id) : void 0;
	const restored = kept && restore(host, kept, context.deps);
	if (restored) {
		tally.stats.restored++;
		return { reply: restored };
	}
	noteCompiled(host, tally);
	const output = resolve(request.cwd, command.output);
	const archives = await injectedArchives(context, host, record, woven);
	const pending = command.packagePath === "main" ? pendingOf(context.deps, host, record, archives) : [];
	const deps = mergeLinkDeps([
		...host.facts.inherited,
		...record.links.map((path) => ({
			kind: "relocation",
			path
		})),
		...record.imports.map((path) => ({
			kind: "import",
			path
		})),
		...archives.flatMap((archive) => context.deps.of(archive.file))
	]);
	const folder = join(dirname(output), "gots");
	mkdirSync(join(folder, "src"), { recursive: true });
	const { goFiles, originals } = writeWovenFiles(folder, host, woven, pending);
	const importcfg = join(folder, "importcfg");
	const files = new Map(archives.map((archive) => [archive.path, archive.file]));
	writeFileSync(importcfg, printImportcfg(addPackageFiles(host.importcfg, files)));
	const flags = languageFlags(command, {
		path: packageFacts(host.facts, plan).importPath,
		lang: woven?.lang ?? "",
		texts: [...woven?.files ?? [], ...woven?.added ?? []].flatMap((file) => file.text ?? []),
		originals: () => command.goFiles.map((name) => readFileSync(resolve(request.cwd, name)))
	});
	if (woven?.mayMoveOrder) await checkOrder(context, host, woven, {
		goFiles,
		archives: files,
		lang: flagValue(flags, "lang")
	});
	const changed = changeCompile({
		...command,
		flags
	}, {
		goFiles,
		importcfg
	});
	const argv = [request.tool, ...printCompile(changed)];
	context.deps.set(output, deps);
	const file = join(folder, linkDepsMember);
	if (deps.length > 0) writeFileSync(file, printLinkDeps(deps));
	const appends = deps.length > 0 ? [{
		archive: output,
		name: linkDepsMember,
		file
	}] : [];
	const mayHideErrors = hiddenErrors(context, host, woven);
	const compile = {
		tool: request.tool,
		command,
		folder,
		originals,
		mayHideErrors: () => mayHideErrors
	};
	return {
		reply: {
			kind: "run",
			argv,
			env: [],
			appends
		},
		afterwards: messagesOfPlainGo(compile)
	};
}

// src/toolexec/fingerprints.ts
const magic = "\0go120ld";
const fingerprintBytes = 8;
/**
* Fingerprints in the object file of a package archive; what the linker compares before it says "fingerprint mismatch".
*
* @returns undefined for an object format that is not Go 1.20–1.27's
* @see cmd/internal/goobj: magic, fingerprint, flags, block offsets, of which the first two bound the autolib table
*/
function archiveLinks(bytes) {
	const member = readMember(bytes, "_go_.o");
	if (!member) return void 0;
	const buffer = Buffer.from(member.buffer, member.byteOffset, member.byteLength);
	const start = buffer.indexOf("\n!\n", 0, "latin1");
	const object = buffer.subarray(start + 3);
	if (start < 0 || object.toString("latin1", 0, 8) !== magic) return void 0;
	const at = 8;
	const offsets = 20;
	const imports = /* @__PURE__ */ new Map();
	const end = object.readUInt32LE(24);
	for (let entry = object.readUInt32LE(offsets); entry < end; entry += 16) {
		const text = object.readUInt32LE(entry + 4);
		const path = object.toString("utf8", text, text + object.readUInt32LE(entry));
		imports.set(path, object.toString("hex", entry + 8, entry + 8 + fingerprintBytes));
	}
	return {
		fingerprint: object.toString("hex", at, 16),
		imports
	};
}

// src/toolexec/modinfo.ts
/** cmd/go puts these 16 bytes before and behind the information, so that it can be found in a binary (modload.ModInfoData). */
const markBytes = 16;
/**
* Adds modules and build settings to the module information of a link: `dep` lines by path, `build` lines before those about version control.
*
* @param quoted the Go string behind `modinfo` in an importcfg ({@link modinfoOf})
* @returns the same form, for {@link setModinfo}; the same text if there is nothing to add
* @throws GotsError modinfo_unreadable
* @see runtime/debug/mod.go BuildInfo.String, cmd/go/internal/load/pkg.go setBuildInfo, Go 1.24 to 1.27
*/
function extendModinfo(quoted, addition) {
	const data = unquote(toBytes(quoted));
	if (data === void 0 || data.length < 32) modinfoUnreadable(quoted);
	const body = data.slice(markBytes, -16);
	if (body === "") return quoted;
	const text = addSettings(addModules(splitRecords(fromBytes(body), quoted), addition.modules), addition.settings).map(({ lines }) => lines.map((line) => `${line}\n`).join("")).join("");
	return fromBytes(quote$1(data.slice(0, markBytes) + toBytes(text) + data.slice(-16)));
}
function splitRecords(text, quoted) {
	if (!text.endsWith("\n")) modinfoUnreadable(quoted);
	const records = [];
	for (const line of text.slice(0, -1).split("\n")) {
		const [word = "", second = ""] = line.split("	");
		const last = records.at(-1);
		if ((word === "=>" || line === "") && last) records.splice(-1, 1, {
			...last,
			lines: [...last.lines, line]
		});
		else records.push({
			word,
			key: word === "build" ? settingKey(second) : second,
			lines: [line]
		});
	}
	return records;
}
/** `key=value`; a quoted key is left quoted, since no key of ours needs quotes. */
function settingKey(setting) {
	return setting.slice(0, Math.max(0, setting.indexOf("=")));
}
function addModules(records, modules) {
	const isModule = ({ word }) => word === "dep" || word === "mod";
	const present = new Set(records.filter(isModule).map(({ key }) => key));
	const added = modules.filter(({ path }) => !present.has(path)).map(recordOf);
	const sorted = [...records.filter(({ word }) => word === "dep"), ...added].sort((a, b) => a.key < b.key ? -1 : 1);
	const firstSetting = records.findIndex(({ word }) => word === "build");
	const others = records.map((record, at) => ({
		record,
		at
	})).filter(({ record }) => record.word !== "dep");
	const isBefore = ({ at }) => firstSetting < 0 || at < firstSetting;
	return [
		...others.filter(isBefore).map(({ record }) => record),
		...sorted,
		...others.filter((other) => !isBefore(other)).map(({ record }) => record)
	];
}
function recordOf({ path, version, sum, replace }) {
	return {
		word: "dep",
		key: path,
		lines: replace ? [
			`dep\t${path}\t${version}`,
			`=>\t${replace.path}\t${replace.version}\t${replace.sum}`,
			""
		] : [`dep\t${path}\t${version}\t${sum}`]
	};
}
function addSettings(records, settings) {
	const kept = records.filter(({ word, key }) => word !== "build" || !settings.has(key));
	const added = [...settings].sort(([a], [b]) => a < b ? -1 : 1).map(([key, value]) => ({
		word: "build",
		key,
		lines: [`build\t${quoteIf(/^$|[= \t\r\n"`]/, key)}=${quoteIf(/[ \t\r\n"`]/, value)}`]
	}));
	const versionControl = kept.findIndex(({ word, key }) => word === "build" && /^vcs(\.|$)/.test(key));
	return versionControl < 0 ? [...kept, ...added] : kept.toSpliced(versionControl, 0, ...added);
}
function quoteIf(special, text) {
	return special.test(text) ? fromBytes(quote$1(toBytes(text))) : text;
}

// src/driver/steps/injected-modules.ts
/**
* The modinfo line of a binary with the modules of the injected packages in it, and gots' own build settings, so that
* `go version -m` and vulnerability scanners see what is really there.
*
* @param paths import paths of the packages that were added to the link
*/
async function extendedModinfo(context, owner, quoted, paths) {
	const modules = await modulesOf(context, owner, paths);
	const settings = /* @__PURE__ */ new Map([["gots.version", context.plan.version]]);
	return extendModinfo(quoted, {
		modules,
		settings
	});
}
async function modulesOf(context, owner, paths) {
	const { plan, go, records, overlay } = context;
	const key = hashParts("modules-1", overlay ?? "", owner.cwd, JSON.stringify(plan.inputs), paths.join("\n"));
	const known = await records.getRecord(key);
	if (known) return known;
	const given = owner.flags?.values.get("modfile");
	const own = given === void 0 ? [] : [`-modfile=${given}`];
	const flags = injectedFlags(own, plan.injection, overlay);
	const result = await go.list(owner, [
		"-e",
		"-json=ImportPath,Module,Standard",
		...flags,
		"--",
		...paths
	]);
	const listed = /* @__PURE__ */ new Map();
	for (const p of parseJsonStream(result.stdout)) if (p.Module) listed.set(p.Module.Path, p.Module);
	const sums = moduleSums(plan.moduleDirs, plan.injection?.sums);
	const standIns = plan.injection?.standIns ?? {};
	const describe = (m) => {
		if (m.Replace && standIns[m.Replace.Path] === `${m.Path}@${m.Version}`) return {
			path: m.Path,
			version: m.Version ?? "",
			sum: sums.get(`${m.Path} ${m.Version}`) ?? ""
		};
		if (m.Replace && !m.Replace.Version && m.Version === someVersion(m.Path)) return {
			path: m.Path,
			version: `v${plan.version}`,
			sum: ""
		};
		const sum = m.Version && sums.get(`${m.Path} ${m.Version}`) || "";
		return {
			path: m.Path,
			version: m.Version ?? "(devel)",
			sum,
			...m.Replace ? { replace: describe(m.Replace) } : {}
		};
	};
	const modules = [...listed.values()].filter((m) => !m.Main).map(describe).sort((a, b) => a.path < b.path ? -1 : 1);
	try {
		await records.putRecord(key, modules);
	} catch {}
	return modules;
}

// src/driver/steps/link-step.ts
/**
* Answers one link: gives the linker every archive that woven code needs and go does not know of, and lists their modules
* in the binary's build information.
*
* @throws GotsError build_variant_mismatch and those of the injected packages
*/
async function linkStep(context, owner, request, job) {
	const command = parseLink(request.args);
	const asIs = {
		kind: "exec",
		argv: [request.tool, ...request.args],
		env: []
	};
	if (!command.importcfg) return asIs;
	const importcfg = parseImportcfg(readFileSync(resolve(request.cwd, command.importcfg), "utf8"));
	const added = await closureOf(context, owner, job, importcfg.packageFiles, request);
	if (added.length === 0) return asIs;
	if (owner.flags?.command === "test") checkVariants(added, importcfg.packageFiles, basename(command.output));
	const files = new Map(added.map((archive) => [archive.path, archive.file]));
	let extended = addPackageFiles(importcfg, files);
	const modinfo = modinfoOf(importcfg);
	if (modinfo !== void 0) {
		const paths = [...files.keys()].filter((path) => path !== predeclaredPath);
		extended = setModinfo(extended, await extendedModinfo({
			...context,
			overlay: context.injected.overlay
		}, owner, modinfo, paths));
	}
	const folder = join(dirname(resolve(request.cwd, command.importcfg)), "gots");
	mkdirSync(folder, { recursive: true });
	const file = join(folder, "importcfg.link");
	writeFileSync(file, printImportcfg(extended));
	const extld = await linkerFor(context, owner, command.extld, added);
	const changed = changeLink(command, {
		importcfg: file,
		...extld === void 0 ? {} : { extld }
	});
	return {
		kind: "exec",
		argv: [request.tool, ...printLink(changed)],
		env: []
	};
}
/** Archives that the link lacks, found from the link dependencies of all archives, added ones included. */
async function closureOf(context, owner, job, present, request) {
	const { deps, resolver } = context;
	const added = /* @__PURE__ */ new Map();
	let files = [...present.values()].map((file) => resolve(request.cwd, file));
	while (files.length > 0) {
		const missing = [...new Set(files.flatMap((file) => deps.of(file)).map((dep) => dep.path))].filter((path) => !present.has(path) && !added.has(path)).sort();
		const pgo = missing.length > 0 ? await findProfile(context.go, owner, mainOf(request.importPath)) : "off";
		const resolved = await Promise.all(missing.map((path) => resolver.resolve({
			path,
			host: request.importPath,
			job,
			owner,
			pgo,
			span: void 0
		})));
		files = [];
		for (const archive of resolved.flat()) {
			if (present.has(archive.path) || added.has(archive.path)) continue;
			added.set(archive.path, archive);
			files.push(archive.file);
		}
	}
	return [...added.values()];
}
/**
* The external linker, if it must be another than cmd/go chose: that takes the C++ compiler when a package it knows of holds C++
* (gc.go, ld, Go 1.24 to 1.27), and does not know of the added ones (build-protocol D5). A user's own -extld stays.
*/
async function linkerFor({ go, injected }, owner, chosen, added) {
	if (chosen === void 0 || !added.some((archive) => injected.identities.isCxx(archive.path))) return void 0;
	const { CC = "", CXX = "" } = await go.settings(owner, ["CC", "CXX"]);
	return splitQuoted(chosen).join("\n") === splitQuoted(CC).join("\n") ? CXX : void 0;
}
/** The main package whose profile counts for a link: of a test binary the package under test. */
function mainOf(importPath) {
	return parseImportPath(importPath).path.replace(/\.test$/, "");
}
/** Injected archives must have been compiled against the very packages this binary holds (build-protocol D3). */
function checkVariants(added, present, binary) {
	const fingerprints = /* @__PURE__ */ new Map();
	for (const archive of added) {
		const links = archiveLinks(readFileSync(archive.file));
		for (const [path, wanted] of links?.imports ?? []) {
			const file = present.get(path);
			if (file === void 0) continue;
			if (!fingerprints.has(path)) fingerprints.set(path, archiveLinks(readFileSync(file))?.fingerprint);
			const held = fingerprints.get(path);
			if (held !== void 0 && held !== wanted) variantMismatch(archive.path, path, binary);
		}
	}
}

// src/driver/serve/exit-code.ts
/** Exit code of a tool whose run ended with this error: 2 the user's mistake, 70 a bug of ours, 1 anything else. */
function exitCode(error) {
	if (!(error instanceof GotsError) || error.family === "bug") return 70;
	return error.family === "user" ? 2 : 1;
}
/** What is printed of an error, without a line break at the end. */
function describeError(error) {
	if (error instanceof GotsError && error.family !== "bug") return formatError(error);
	return `gots: internal error: ${error.stack ?? String(error)}`;
}

// src/driver/serve/server.ts
/** Errors that the compiler most likely has as well, and explains better. */
const aboutSource = /* @__PURE__ */ new Set(["weave_syntax_unknown", "weave_type_unknown"]);
/**
* The process that GOCACHEPROG starts, one per go command: cache, job server and weaver together. It lives exactly as long
* as the build; everything that must outlive it is on disk when a Put is answered (build-protocol C4).
*/
var BuildServer = class {
	parts;
	place;
	/** What follows when the tool at the other end has ended. */
	afterwards = /* @__PURE__ */ new WeakMap();
	listener;
	constructor(parts, place) {
		this.parts = parts;
		this.place = place;
		this.listener = createServer((socket) => this.accept(socket));
	}
	/** Listens; the socket appears under its name only when it answers (build-protocol I2). */
	async listen() {
		const { socket, pid, resumed } = this.place;
		if (resumed?.listening) return this.goOnListening(resumed, resumed.listening.fd);
		const temp = join(dirname(socket), `${pid}.new`);
		await this.listenOn({ path: temp });
		chmodSync(temp, 384);
		renameSync(temp, socket);
	}
	/** Nothing is heard before this server is in the state in which the front was: a compilation must not pass for one before the hello. */
	async goOnListening(resumed, fd) {
		await this.parts.conversation.repeat(resumed);
		await this.listenOn({ fd });
		for (const { fd: open, received } of resumed.connections) this.accept(new Socket({ fd: open }), received);
	}
	listenOn(where) {
		return new Promise((resolve, reject) => {
			this.listener.once("error", reject);
			this.listener.listen(where, resolve);
		});
	}
	/** Serves the go command that started this process until it closes the stream. */
	serve(input, output) {
		const { resumed } = this.place;
		if (!resumed?.listening) writeResponse(output, greeting);
		if (resumed && resumed.input.length > 0) input.unshift(resumed.input);
		return new Promise((resolve) => {
			this.parts.conversation.converse(this.parts.root, input, output, resolve);
		});
	}
	/** Ends what the build started, and listens no more. */
	close() {
		this.parts.jobs.finishAll();
		this.parts.children.killAll();
		this.listener.close();
		for (const file of [this.place.socket, noteFile(this.place.socket)]) rmSync(file, { force: true });
	}
	/** @param before what came on this connection already */
	accept(socket, before = Buffer.alloc(0)) {
		let received = Buffer.alloc(0);
		let job;
		const onData = (chunk) => {
			received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
			try {
				for (let taken = takeFrame(received); taken; taken = takeFrame(received)) {
					received = taken.rest;
					if (taken.frame.kind === "child") {
						socket.off("data", onData);
						this.adoptStream(taken.frame, socket, received);
						return;
					}
					this.reply(socket, decodeRequest(taken.frame), (started) => {
						job = started;
					});
				}
			} catch (error) {
				this.parts.log.warn(`shim: ${error.message}`);
				socket.destroy();
			}
		};
		socket.on("data", onData);
		socket.on("error", () => socket.destroy());
		socket.on("close", () => {
			if (job) this.parts.jobs.ended(job);
		});
		if (before.length > 0) onData(before);
	}
	/** A child's cache program has introduced itself; from here on its stream speaks cmd/go's protocol. */
	adoptStream(frame, socket, rest) {
		const child = this.parts.children.byToken(frame.fields.get("chain")?.[0]?.toString() ?? "");
		if (!child) {
			socket.destroy();
			return;
		}
		if (rest.length > 0) socket.unshift(rest);
		writeResponse(socket, greeting);
		this.parts.conversation.converse(child, socket, socket, () => socket.end());
	}
	async reply(socket, request, started) {
		let reply;
		try {
			const step = await this.replyTo(socket, request, started);
			if (step.afterwards) this.afterwards.set(socket, step.afterwards);
			reply = step.reply;
		} catch (error) {
			if (request.kind === "compile" && error instanceof GotsError && aboutSource.has(error.code)) {
				this.afterwards.set(socket, unlessCompiled(error));
				reply = {
					kind: "run",
					argv: [request.tool, ...request.args],
					env: [],
					appends: []
				};
			} else reply = {
				kind: "done",
				exitCode: exitCode(error),
				stdout: "",
				stderr: `${describeError(error)}\n`
			};
		}
		if (!socket.destroyed) socket.write(encodeReply(reply));
	}
	async replyTo(socket, request, started) {
		const { plan, conversation, children, jobs, injected, compile, link, usedFiles, root } = this.parts;
		if (request.kind === "ended") {
			const { output: stdout } = request;
			return { reply: await this.afterwards.get(socket)?.ended(request) ?? {
				kind: "done",
				exitCode: 0,
				stdout,
				stderr: ""
			} };
		}
		const owner = request.chain === "" ? root : children.byToken(request.chain) ?? root;
		if (request.kind === "hello" || request.kind === "salt") {
			await conversation.greetedBy(owner, request);
			if (request.kind === "hello") return { reply: { kind: "ok" } };
			return { reply: {
				kind: "salt",
				salt: owner.mode === "weaving" ? linkSalt(plan, injected) : ""
			} };
		}
		const asIs = { reply: {
			kind: "exec",
			argv: [request.tool, ...request.args],
			env: []
		} };
		if (owner.mode !== "weaving") return asIs;
		const job = jobs.start(prefixOf(request), request.importPath, owner);
		started(job);
		return usedBy(usedFiles, owner, async () => request.kind === "link" ? { reply: await linkStep(link, owner, request, job) } : compileStep(compile, owner, request, job));
	}
};
/** The compiler explains its user's mistakes best; where it finds none, the error was not the user's. */
function unlessCompiled(error) {
	return { ended({ exitCode, output }) {
		if (exitCode === 0) throw error;
		return {
			kind: "done",
			exitCode: 0,
			stdout: output,
			stderr: ""
		};
	} };
}
function prefixOf(request) {
	if (request.kind === "link") return `link ${request.pid}`;
	return parseCompile(request.args).buildId?.actionId ?? `compile ${request.pid}`;
}

// src/driver/serve/tally.ts
/** Counts what a build does and, where a report is wanted, collects what was woven. */
var Tally = class {
	stats = {
		gets: 0,
		vanillaHits: 0,
		wovenHits: 0,
		misses: 0,
		compiles: 0,
		woven: 0,
		restored: 0,
		resolutions: 0,
		compiled: 0
	};
	wants;
	/** By import path with its variant. */
	woven = /* @__PURE__ */ new Map();
	constructor(wants) {
		this.wants = wants;
	}
	/**
	* Notes what was woven into a package. Of a package that was compiled, that stays, even if it comes from the cache afterwards.
	*
	* @param isRoot whether the outermost go command wanted it
	*/
	noteWoven(isRoot, path, { matches, files, fromCache }) {
		if (!this.wants.matches || matches.length === 0) return;
		const known = this.woven.get(path);
		const asked = isRoot || known?.asked === true;
		const isKept = fromCache && known?.fromCache !== false;
		const { compileMs } = known ?? {};
		this.woven.set(path, {
			importPath: path,
			fromCache: isKept,
			asked,
			matches,
			files,
			compileMs
		});
	}
	/** Notes how long a package that was woven took from there to the cache. */
	noteCompileMs(path, ms) {
		const known = this.woven.get(path);
		if (known) known.compileMs = Math.round(ms);
	}
	/** In the order in which the packages were first woven. */
	wovenPackages() {
		return [...this.woven.values()];
	}
};

// src/driver/serve/assemble.ts
/** Puts the parts of a build together: the only place that knows all of them. */
async function assemble(config, setting) {
	const { log, clock, processes, nested, resumed, socket, startedMs, pid } = setting;
	const plan = {
		...setting.plan,
		goCache: config.goCache || setting.plan.goCache
	};
	const usedFiles = config.usedFile === "" ? void 0 : new UsedFiles(config.usedFile);
	const lastBuild = lastBuildOf(config, plan, setting.command);
	const { cacheDir, goCache } = plan;
	const program = splitQuoted(config.userCacheProg);
	const caches = await openCaches({
		weaveDir: cacheDir,
		goCache,
		program,
		lastBuild,
		usedFiles,
		log
	});
	const { weave } = caches;
	const reports = config.reportFile !== "";
	const tally = new Tally({
		matches: reports,
		sources: reports && config.reportsSources
	});
	const injected = new InjectedPackages();
	const children = new Children(processes);
	const go = goCommands({
		env: config.childEnv,
		childCacheProg: [
			plan.shim,
			"cacheprog",
			...setting.cacheProg
		].map(quoteWord).join(" "),
		toolexecFlag: `-toolexec=${quoteWord(plan.shim)}`,
		socket,
		started: (group) => children.started(group)
	});
	const graph = new WaitGraph();
	const jobs = new Jobs(graph, clock);
	const names = /* @__PURE__ */ new Map();
	const deps = new ArchiveDeps(plan.goCache);
	const root = goProcess("", [], void 0);
	const common = {
		plan,
		log,
		go,
		injected,
		tally,
		names,
		deps,
		records: weave
	};
	const policy = new CachePolicy({
		...common,
		caches,
		lastBuild,
		jobs,
		clock
	});
	const resolver = new Resolver({
		...common,
		weave,
		children,
		graph,
		usedFiles,
		pid
	});
	const oracle = async (at) => {
		const { GOVERSION: goVersion = "" } = await go.settings(at, ["GOVERSION"]);
		const sourceDir = join(setting.helperDir, "oracle");
		const { usedFile: touchedFile } = config;
		return ensureHelper("oracle", {
			go: at.go,
			goVersion,
			cacheDir,
			sourceDir,
			log,
			env: config.childEnv,
			touchedFile
		});
	};
	const types = new TypeChecker({
		...common,
		program: oracle
	});
	const weaver = new Weaver(pluginLoader(plan.aspectFiles));
	const { build, planFile, userCacheProg } = config;
	const conversation = new CacheConversation({
		handshake: {
			...common,
			build,
			nested,
			lastBuild: tally.wants.matches ? void 0 : lastBuild
		},
		replay: {
			...common,
			planFile,
			userCacheProg,
			settings: build.settings,
			home: setting.home
		},
		log,
		lastBuild,
		usedFiles,
		processes,
		clock,
		root,
		socket,
		spool: caches.spool
	}, policy);
	const parts = {
		plan,
		log,
		conversation,
		children,
		jobs,
		injected,
		compile: {
			...common,
			policy,
			resolver,
			weaver,
			types,
			goarch: build.goarch
		},
		link: {
			...common,
			resolver
		},
		usedFiles,
		root
	};
	const server = new BuildServer(parts, {
		socket,
		pid,
		resumed
	});
	/** Files what is left, in the order in which one may need the other. */
	async function finish() {
		server.close();
		await policy.close();
		if (root.mode === "unknown" && tally.stats.gets > 0) log.debug("no compiler reported through the shim; nothing was woven");
		lastBuild.save();
		usedFiles?.save();
		if (resumed?.target) conversation.saveReplay(resumed.target, startedMs);
		writeReport(config, {
			plan,
			tally
		}, {
			startedMs,
			nowMs: clock.now()
		});
		await caches.close();
	}
	return { async serve(input, output) {
		const ended = noteAtWork(plan.cacheDir, [plan.cacheDir, plan.goCache]);
		await server.listen();
		await server.serve(input, output);
		await finish();
		ended();
	} };
}

// src/driver/serve/real-ports.ts
const realClock = {
	now: () => performance.timeOrigin + performance.now(),
	later(delayMs, action) {
		setTimeout(action, delayMs).unref();
	}
};
const realProcesses = {
	killGroup(pid) {
		signalGroup(pid, "SIGKILL");
	},
	giveUp(error) {
		process.stderr.write(`${describeError(error)}\n`);
		process.exit(exitCode(error));
	}
};

// src/driver/serve/write-stdout.ts
/** Writes without a stream: a build asks thousands of questions one after the other, and waits for each answer. */
function writeStdout(text) {
	let bytes = Buffer.from(text);
	while (bytes.length > 0) try {
		bytes = bytes.subarray(writeSync(1, bytes));
	} catch (error) {
		const { code } = error;
		if (code === "EPIPE") return;
		if (code !== "EAGAIN") throw error;
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
	}
}

// src/driver/main.ts
for (const signal of [
	"SIGINT",
	"SIGQUIT",
	"SIGHUP",
	"SIGTERM"
]) process.on(signal, () => {});
allowBrokenPipes();
const startedMs = Date.now() - process.uptime() * 1e3;
try {
	await main();
} catch (error) {
	const text = error instanceof GotsError ? formatError(error) : `gots: ${error.stack}`;
	process.stderr.write(`${text}\n`);
	process.exitCode = 1;
}
/** Serves the go command that started this process, until it closes the stream. */
async function main() {
	const config = readConfig(process.env);
	const { planFile } = config;
	if (planFile === "") planUnusable("GOTS_PLAN", "it is not set");
	const resumed = config.handoverFd === "" ? void 0 : readResumed(config.handoverFd);
	const here = dirname(fileURLToPath(import.meta.url));
	const known = readPlan(planFile, weaverCode(dirname(here), dirname(dirname(dirname(planFile)))));
	const plan = "plan" in known ? known.plan : planUnusable(planFile, known.reason);
	const goPid = process.ppid;
	const nested = !config.weavesNested && isNested(goPid, config.runtime);
	const log = lineLog((line) => process.stderr.write(line), config.debug);
	if (!nested) checkGoCommand(processArguments(goPid), plan, log);
	runtimeDir(config.runtime);
	const socket = resumed?.listening?.socket ?? socketPath(goPid, config.runtime);
	await (await assemble(config, {
		plan,
		log,
		clock: realClock,
		processes: realProcesses,
		nested,
		resumed,
		socket,
		startedMs,
		pid: process.pid,
		command: {
			cwd: process.cwd(),
			commandLine: commandLine(goPid)
		},
		cacheProg: [
			process.execPath,
			...nodeFlags,
			join(here, "cacheprog.mjs")
		],
		helperDir: join(here, "..", "helper"),
		home: dirname(dirname(process.argv[1] ?? ""))
	})).serve(process.stdin, { write: writeStdout });
	removeAllLeftOvers(plan.cacheDir, socket);
	process.exit(0);
}

export {  };