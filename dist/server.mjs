import "./chunk-rolldown-runtime.mjs";
import { n as warnOfFirst, t as lineLog } from "./chunk-log.mjs";
import { a as removeLeftOvers, c as commandLine, d as pidNamespace, f as processArguments, h as processStart, i as writeSealed, l as hasEnded, n as seal, p as processMark, r as unseal, s as writeWhole, t as readSealed, u as parentPid } from "./chunk-sealed.mjs";
import { a as planStale, c as sharedLibraries, l as toolexecReplaced, n as injectedNotFound, r as injectionCycle, s as planUnusable, t as injectedBuildFailed, u as variantMismatch } from "./chunk-build.mjs";
import { i as formatError, r as GotsError } from "./chunk-message.mjs";
import { n as userCacheProg } from "./chunk-saved-settings.mjs";
import { l as shimBadFrame, o as modinfoUnreadable } from "./chunk-toolexec.mjs";
import { i as takeFrame, n as encodeFrame, r as encodeReply, t as decodeRequest } from "./chunk-protocol.mjs";
import { a as splitQuoted, i as readFlags, r as quoteWord, t as childFlags } from "./chunk-flags.mjs";
import { a as runtimeDir, n as weaverFiles, o as socketPath, t as weaverCode } from "./chunk-weaver-code.mjs";
import { a as UsedFiles, s as nodeFlags, t as ensureHelper } from "./chunk-helper-program.mjs";
import { i as readPlan, o as staleInput, t as hashFile } from "./chunk-plan.mjs";
import { i as start, n as runToEnd, r as signalGroup } from "./chunk-spawn.mjs";
import { n as readIfThere, r as statIfThere, t as namesIfThere } from "./chunk-read-if-there.mjs";
import { t as distrust } from "./chunk-trust.mjs";
import { n as CacheFolder, r as entryName } from "./chunk-lock.mjs";
import { n as hourMs, r as trimCache, t as bytesIfThere } from "./chunk-trim.mjs";
import { o as connectToFetcher, r as packIdOf } from "./chunk-pack-manifest.mjs";
import { n as settledState, r as withAllBelow, t as fileState } from "./chunk-file-state.mjs";
import { a as modulePathOf, i as moduleDirOf, n as holdsGo } from "./chunk-module-folder.mjs";
import { t as settingsFiles } from "./chunk-settings-file.mjs";
import { r as filesThatDecide, t as findInjected } from "./chunk-find-injected.mjs";
import { n as sha256, t as hashParts } from "./chunk-hash.mjs";
import { i as packageFacts, n as liveAspects, o as weavingText, t as aspectsText } from "./chunk-package-aspects.mjs";
import { n as runGo, t as parseJsonStream } from "./chunk-go.mjs";
import { t as injectedFlags } from "./chunk-injected-flags.mjs";
import { $ as predeclaredPath, B as quote$1, H as fromBytes, U as toBytes, V as unquote, et as predeclaredSource } from "./chunk-ask.mjs";
import { A as mergeLinkDeps, C as languageFor, D as Weaver, E as peekArchiveFile, F as readBuildId, I as replaceBuildId, L as goProcess, M as isArchive, N as isRestorable, O as ArchiveDeps, R as usedBy, S as languageFlags, _ as parseCompile, a as checkOrder, b as printCompile, c as recordedName, d as modinfoOf, f as parseImportcfg, g as changeLink, h as changeCompile, i as unlessRefuted, j as printLinkDeps, k as linkDepsMember, l as sourcesOf, m as setModinfo, n as writeWovenFiles, o as hiddenErrors, p as printImportcfg, r as messagesOfPlainGo, s as describeCompile, t as archiveLinks, u as addPackageFiles, v as parseImportPath, w as flagValue, x as printLink, y as parseLink } from "./chunk-fingerprints.mjs";
import { t as pluginLoader } from "./chunk-plugins.mjs";
import { n as converse } from "./chunk-asset.mjs";
import { i as joinedOverlay, r as coversAll } from "./chunk-overlay.mjs";
import { n as moduleSums, s as overlayLost } from "./chunk-sums.mjs";
import { a as someVersion } from "./chunk-versions.mjs";
import { i as goFailed } from "./chunk-cli.mjs";
import { t as addJob } from "./chunk-outbox.mjs";
import { t as buildKind } from "./chunk-build-kind.mjs";
import { tmpdir } from "node:os";
import { chmodSync, closeSync, copyFileSync, existsSync, linkSync, lstatSync, mkdirSync, mkdtempSync, openSync, readFileSync, readSync, realpathSync, renameSync, rmSync, statSync, unlinkSync, utimesSync, writeFileSync, writeSync } from "node:fs";
import { createHash } from "node:crypto";
import { basename, dirname, join, resolve } from "node:path";
import { Socket, createServer } from "node:net";
import { fileURLToPath } from "node:url";

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
	const { GOTS_FRONT: frontFd = "", ...childEnv } = env;
	return {
		planFile: text("GOTS_PLAN"),
		frontFd,
		debug: env["GOTS_DEBUG"] !== void 0,
		weavesNested: env["GOTS_NESTED"] === "1",
		reportFile: text("GOTS_REPORT"),
		reportsSources: text("GOTS_REPORT") !== "" && text("GOTS_REPORT_SOURCES") !== "",
		statsFile: text("GOTS_STATS"),
		usedFile: text("GOTS_TOUCHED"),
		fetchSocket: text("GOTS_FETCH"),
		uploads: !["", "off"].includes(text("GOTS_REMOTE")) && text("GOTS_REMOTE_MODE") === "read-write",
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

// src/driver/front/channel.ts
/**
* Reads the first message of a front, which it sends before anything else.
*
* @param fd descriptor of the stream
* @throws GotsError shim_bad_frame
*/
function readBegin(fd) {
	const head = readBytes(fd, 4);
	const message = decodeFrontMessage(takeFrame(Buffer.concat([head, readBytes(fd, head.readUInt32LE(0))]))?.frame ?? shimBadFrame("it is cut off"));
	return message.kind === "begin" ? message : shimBadFrame(`the front begins with "${message.kind}"`);
}
function readBytes(fd, size) {
	const bytes = Buffer.alloc(size);
	for (let at = 0; at < size;) {
		const got = readSync(fd, bytes, at, size - at, null);
		if (got === 0) shimBadFrame("the front has ended");
		at += got;
	}
	return bytes;
}
/**
* The message in a frame.
*
* @throws GotsError shim_bad_frame
*/
function decodeFrontMessage(frame) {
	const bytes = (name) => frame.fields.get(name)?.[0] ?? shimBadFrame(`"${frame.kind}" has no "${name}"`);
	const text = (name) => bytes(name).toString();
	const number = (name) => Number.parseInt(text(name), 10);
	const readers = {
		begin: () => ({
			kind: "begin",
			goPid: number("goPid"),
			socket: text("socket"),
			replays: text("replays") !== ""
		}),
		greeted: () => ({
			kind: "greeted",
			request: bytes("request")
		}),
		get: () => ({
			kind: "get",
			id: text("id"),
			action: text("action")
		}),
		put: () => ({
			kind: "put",
			id: text("id"),
			action: text("action"),
			output: text("output"),
			file: text("file"),
			size: number("size")
		}),
		tool: () => ({
			kind: "tool",
			shim: number("shim"),
			action: text("action"),
			request: bytes("request")
		}),
		began: () => ({
			kind: "began",
			shim: number("shim"),
			action: text("action"),
			importPath: text("importPath")
		}),
		closed: () => ({
			kind: "closed",
			shim: number("shim")
		}),
		filed: () => ({
			kind: "filed",
			action: text("action"),
			output: text("output"),
			size: number("size"),
			timeMs: number("time"),
			key: text("key"),
			answer: text("answer")
		}),
		end: () => ({ kind: "end" })
	};
	const known = (kind) => Object.hasOwn(readers, kind);
	return known(frame.kind) ? readers[frame.kind]() : shimBadFrame(`its kind is "${frame.kind}"`);
}
/** Bytes of the frame that tells the front something. */
function encodeServerMessage(message) {
	switch (message.kind) {
		case "ready": return encodeFrame("ready", {
			caches: message.caches,
			code: [message.code]
		});
		case "place": return encodeFrame("place", { keys: [message.action, message.key] });
		case "got": {
			const { id, action, answer, path, size, fields } = message;
			return encodeFrame("got", {
				id: [id],
				action: [action],
				answer: [answer],
				path: [path],
				size: [String(size)],
				fields: [fields]
			});
		}
		case "reply": return encodeFrame("reply", {
			shim: [String(message.shim)],
			mode: [message.mode],
			reply: [message.reply]
		});
		case "children": return encodeFrame("children", { count: [String(message.count)] });
		case "spills": return encodeFrame("spills", {});
		case "bye": return encodeBye(message);
	}
}
function encodeBye({ replay, counts }) {
	const numbers = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, [String(count)]]));
	if (typeof replay === "string") return encodeFrame("bye", {
		replay: [replay],
		...numbers
	});
	const { salt, savedMinute, watched } = replay;
	const header = {
		replay: ["fresh"],
		salt: [salt],
		savedMinute: [String(savedMinute)],
		watched: [...watched].flat()
	};
	return encodeFrame("bye", {
		...header,
		...numbers
	});
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
			ActionID: base64$1(actionId)
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
			ActionID: base64$1(actionId),
			OutputID: base64$1(outputId)
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
function base64$1(hex) {
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
		const info = this.stat(path);
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
		const info = this.stat(path);
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
		const info = statIfThere(path);
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
		const info = this.stat(file);
		if (!info || !this.believes(file, info)) return void 0;
		try {
			return readFileSync(file);
		} catch (error) {
			return this.unreadable(file, error);
		}
	}
	/** Undefined for what is not there or cannot be reached. */
	stat(file) {
		try {
			return statSync(file, { throwIfNoEntry: false });
		} catch (error) {
			return this.unreadable(file, error);
		}
	}
	unreadable(file, error) {
		const { code } = error;
		if (code !== "ENOENT" && code !== "ENOTDIR") this.warn(`${file}: it cannot be read (${code})`);
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
function sameContent(path, outputId) {
	const bytes = bytesIfThere(path);
	return bytes !== void 0 && createHash("sha256").update(bytes).digest("hex") === outputId;
}
/** Refreshes the mtime if it is more than an hour old, so that trimming (ours and cmd/go's) sees the use. */
function markUsed(file, mtimeMs = statIfThere(file)?.mtimeMs ?? 0) {
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

// src/cache/tiers/awaited.ts
/**
* What the cache below lacks may be on its way from a shared cache: then this waits for it, and looks again. What is not on its way is a miss at
* once.
*/
var Awaited = class extends Tier {
	arrives;
	constructor(below, arrives) {
		super(below);
		this.arrives = arrives;
	}
	async get(actionId) {
		return await super.get(actionId) ?? (await this.arrives(actionId) ? super.get(actionId) : void 0);
	}
	async getRecord(key) {
		return await super.getRecord(key) ?? (await this.arrives(key) ? super.getRecord(key) : void 0);
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
	const weave = new Counted(new Spilling(onDisk(disk, weaveDir, "weave", settings), temporary, (error) => {
		settings.spilled?.();
		warnUnwritable(log, weaveDir, error);
	}));
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
		settings.coming?.close();
		for (const opened of [
			user,
			weave,
			temporary
		]) await opened.close();
	};
	return {
		user,
		weave,
		aside: awaited(recorded(quiet, weaveDir, settings), settings),
		spool,
		close
	};
}
/** GOCACHE on disk. What cannot be written there (read-only, full) goes to the weave cache. */
function userDisk(weave, settings) {
	const { goCache, log } = settings;
	const disk = new DiskCache(goCache, { warn: warnOfFirst(log, "building again") });
	const warn = (error) => {
		settings.spilled?.();
		log.warn(`cache: cannot write to ${goCache} (${codeOf(error)}); it is left as it is`);
	};
	return {
		cache: new Spilling(onDisk(disk, goCache, goCache, settings), weave, warn),
		spool: disk.spool
	};
}
/** @param name tells the caches of a build apart in what is remembered */
function onDisk(disk, dir, name, settings) {
	const find = (outputId, size) => disk.bodyOf(outputId, size);
	return awaited(recorded(new Remembered(disk, settings.lastBuild.store(name), find), dir, settings), settings);
}
function awaited(cache, { coming }) {
	return coming ? new Awaited(cache, (id) => coming.arrives(packIdOf(id))) : cache;
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

// src/driver/front/replay-header.ts
/**
* What the answers of a build that has ended depend on.
*
* @param build.tool a tool of the toolchain
* @param build.startedMs when this process started, in ms since 1970: files that changed later may have been read before
* @returns undefined if the next build must look for itself
*/
function replayHeader(context, root, build) {
	const { plan, injected } = context;
	const watched = mayReplay(context, root) ? watchedFiles(context, root, build.tool, build.startedMs) : void 0;
	const savedMinute = Math.floor(build.nowMs / 6e4);
	return watched && {
		salt: linkSalt(plan, injected),
		savedMinute,
		watched
	};
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
		const stamp = path === planFile ? fileState(path) : settledState(path, startedMs);
		if (stamp === void 0 || stamp === "-" && needed.includes(path)) return void 0;
		states.set(path, stamp);
	}
	return states;
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
	/** Prefixes of actions whose compilation has begun and whose object has not come. */
	begun = /* @__PURE__ */ new Set();
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
		this.begun.add(prefix);
		if (!outcome.woven) return;
		const { tally, clock } = this.context;
		tally.noteWoven(owner.token === "", outcome.facts.path, {
			...outcome.woven,
			fromCache: false
		});
		if (tally.wants.matches) this.begunMs.set(prefix, clock.now());
	}
	async settle(actionId, outcome) {
		if (outcome.woven) {
			this.redirect(actionId, outcome.woven.weaveId);
			this.context.placed?.(actionId, objectKey(actionId, outcome.woven.weaveId, "object"));
		}
		await this.known.file(actionId, outcome);
	}
	redirect(actionId, id) {
		for (const what of outputs) {
			const [from, key] = [subkey(actionId, what), objectKey(actionId, id, what)];
			this.redirected.set(from, key);
			this.context.placed?.(from, key);
		}
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
			this.begun.delete(prefix);
			const begunMs = this.begunMs.get(prefix);
			if (begunMs !== void 0) context.tally.noteCompileMs(outcome.facts.path, context.clock.now() - begunMs);
			return entry;
		} finally {
			context.jobs.arrived(prefix);
		}
	}
	/** Whether every compilation that began has brought its object: none failed, and none was cut off. */
	isWhole() {
		return this.begun.size === 0;
	}
	/**
	* The front has filed an object, where {@link PolicyContext.placed} says or in the user's cache.
	*
	* @param place.key key in the weave cache; '' if the object lies in the user's
	* @param place.isPlain whether it is a package that was compiled as it is
	*/
	filed(actionId, { outputId, size, timeMs }, { key, isPlain }) {
		const { lastBuild, jobs, plan } = this.context;
		const dir = key === "" ? plan.goCache : plan.cacheDir;
		const entry = {
			outputId,
			size,
			timeMs,
			path: join(dir, entryName(outputId, "d"))
		};
		lastBuild.store(key === "" ? dir : "weave").noteEntry(key === "" ? actionId : key, entry);
		const prefix = actionPrefix(actionId);
		const outcome = this.outcomes.get(prefix);
		if (!outcome && !isPlain) return;
		lastBuild.noteAnswer(actionId, entry, outcome?.woven?.weaveId ?? "");
		this.begun.delete(prefix);
		jobs.arrived(prefix);
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
	counted;
	/** @param counted told how many there are, each time that changes */
	constructor(processes, counted = () => {}) {
		this.processes = processes;
		this.counted = counted;
	}
	/** Announces a child, so that its tools and its cache program are served when they come. */
	adopt(child) {
		this.known.set(child.token, child);
		this.counted(this.known.size);
	}
	dismiss(child) {
		this.known.delete(child.token);
		this.counted(this.known.size);
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
	/** The first request of the outermost go command's shim; undefined until it comes. */
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
	/** The shim has shown itself. */
	async greetedBy(owner, request) {
		await handshake(this.context.handshake, owner, request);
		if (owner === this.root) this.hello ??= request;
	}
	/** Answers a Get. An error of the cache is never one of the build: go sees a miss. */
	async get(owner, actionId) {
		const quick = this.quick(owner, actionId);
		if (quick) return quick;
		try {
			const entry = await this.policy.get(actionId, owner);
			return entry ? describeEntry(entry) : { Miss: true };
		} catch (error) {
			this.context.log.warn(`cache: ${error.message}`);
			return { Miss: true };
		}
	}
	/** Answers a Put. What cannot be kept is no error of the build either. */
	async put(owner, { actionId, outputId, body }) {
		try {
			return describeEntry(await this.policy.put(actionId, outputId, body, owner));
		} catch (error) {
			this.context.log.warn(`cache: ${error.message}`);
			return { Err: error.message };
		}
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
		return entry && describeEntry(entry);
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

// src/driver/steps/profile.ts
const profileName = "default.pgo";
const found = /* @__PURE__ */ new WeakMap();
/**
* The profile that cmd/go uses for a package compiled with -pgoprofile: the one named by -pgo, or default.pgo beside the
* main package (build-protocol D2: a child's `go list` would not find it).
*
* @param forMain import path of the main package that the package is compiled or linked for; undefined when the build has one profile
* @returns absolute path, or 'off' if there is none
*/
function findProfile({ go, plan }, owner, forMain) {
	const known = found.get(owner) ?? /* @__PURE__ */ new Map();
	found.set(owner, known);
	const key = forMain ?? "";
	let profile = known.get(key);
	if (!profile) {
		profile = search({
			go,
			plan
		}, owner, forMain);
		known.set(key, profile);
	}
	return profile;
}
async function search({ go, plan }, owner, forMain) {
	const named = owner.flags?.values.get("pgo");
	if (named !== void 0 && named !== "auto") return named === "off" ? "off" : resolve(owner.cwd, named);
	const hasPath = forMain !== void 0 && forMain !== "command-line-arguments";
	const patterns = hasPath ? [forMain] : owner.flags?.packages ?? [];
	const folder = hasPath ? folderOf(forMain, plan.moduleDirs) : folderOfFiles(patterns, owner.cwd);
	if (folder !== void 0 && !existsSync(join(folder, profileName))) return "off";
	const result = await go.list(owner, [
		"-e",
		"-json=Dir,Name",
		"--",
		...patterns
	]);
	return parseJsonStream(result.stdout).filter((p) => p.Name === "main" && p.Dir).map((p) => join(p.Dir, profileName)).filter((file) => existsSync(file))[0] ?? "off";
}
/** The folder of a package of the main modules; undefined where it takes the go command to tell. */
function folderOf(importPath, moduleDirs) {
	const holds = (module) => importPath === module || importPath.startsWith(`${module}/`);
	const [module] = moduleDirs.map((dir) => ({
		dir,
		path: modulePathOf(dir)
	})).filter(({ path }) => holds(path)).sort((a, b) => b.path.length - a.path.length);
	if (!module) return void 0;
	const folder = join(module.dir, importPath.slice(module.path.length));
	return holdsGo(folder) && moduleDirOf(folder) === module.dir ? folder : void 0;
}
/** The folder of files that were named on the command line. */
function folderOfFiles(patterns, cwd) {
	const [first] = patterns;
	return first?.endsWith(".go") ? dirname(resolve(cwd, first)) : void 0;
}

// src/driver/steps/injected-archives.ts
/**
* The archives of all that weaving makes the host import. What these in turn want linked, a main package imports as well; that is
* not part of its record, since their identities cover it.
*/
async function injectedArchives(context, host, record, woven) {
	const { plan, resolver, deps, names } = context;
	const variant = parseImportPath(host.request.importPath);
	const forMain = variant.forMain ?? (host.command.packagePath === "main" ? variant.path : void 0);
	const pgo = host.command.pgoProfile ? await findProfile(context, host.owner, forMain) : "off";
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

// src/driver/steps/package-names.ts
/**
* Adds the names of the packages that a package imports, as the archives tell them that the compiler reads. Most are known from Gets; where
* the front answered those, they are not.
*
* @param names package name by import path
*/
function learnNames({ importcfg, request }, names) {
	for (const [path, file] of importcfg.packageFiles) {
		const archive = resolve(request.cwd, file);
		if (names.has(path) || !existsSync(archive)) continue;
		const name = peekArchiveFile(archive)?.name;
		if (name !== void 0) names.set(path, name);
	}
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
	const { plan, names, tally, injected } = context;
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
	if (live.length > 0) learnNames(host, names);
	const weave = async (mayGuess) => {
		const read = readRequest(context, host, facts);
		return live.length > 0 ? await context.weaver.weave(read, live, types, mayGuess) : void 0;
	};
	const woven = await weave(true);
	const record = recordOf$1(host, woven);
	if (isUntouched(record, host.facts)) return await untouchedReply(context, host, prefix) ?? asIs;
	const step = await compileWoven(context, host, woven, prefix, record);
	return woven?.isGuessed ? unlessRefuted(step, async () => {
		const exact = await weave(false);
		return compileWoven(context, host, exact, prefix, recordOf$1(host, exact));
	}) : step;
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
	const folder = join(dirname(output), "gots");
	mkdirSync(join(folder, "src"), { recursive: true });
	const mayHideErrors = hiddenErrors(context, host, woven, folder);
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
	const { plan, injected } = context;
	const listed = /* @__PURE__ */ new Map();
	for (const module of knownModules(paths, injected) ?? await listModules(context, owner, paths)) listed.set(module.Path, module);
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
	return [...listed.values()].filter((m) => !m.Main).map(describe).sort((a, b) => a.path < b.path ? -1 : 1);
}
/** The modules of packages, as the handshake found them; undefined if one of the packages was not looked for. */
function knownModules(paths, { identities }) {
	const packages = paths.map((path) => identities.listed(path));
	if (packages.includes(void 0)) return void 0;
	return packages.flatMap((p) => p?.module ?? []);
}
/** The modules of packages, as go tells them. */
async function listModules({ plan, go, records, injected }, owner, paths) {
	const { overlay } = injected;
	const key = hashParts("modules-2", overlay ?? "", owner.cwd, JSON.stringify(plan.inputs), paths.join("\n"));
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
	const modules = parseJsonStream(result.stdout).flatMap((p) => p.Module ?? []);
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
		extended = setModinfo(extended, await extendedModinfo(context, owner, modinfo, paths));
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
		const pgo = missing.length > 0 ? await findProfile(context, owner, mainOf(request.importPath)) : "off";
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

// src/driver/serve/tool-runs.ts
/** Errors that the compiler most likely has as well, and explains better. */
const aboutSource = /* @__PURE__ */ new Set(["weave_syntax_unknown", "weave_type_unknown"]);
/** One run of a tool, from its shim's first request to its end. */
var ToolRun = class {
	parts;
	job;
	/** What follows when the command of the last reply has ended. */
	afterwards;
	failed;
	/** @param failed told when the tool failed, or was not run because of an error */
	constructor(parts, failed = () => {}) {
		this.parts = parts;
		this.failed = failed;
	}
	/** Answers a request. What goes wrong becomes a reply that shows it. */
	async answer(request) {
		try {
			const step = await this.step(request);
			this.afterwards = step.afterwards;
			return step.reply;
		} catch (error) {
			this.failed();
			if (request.kind === "compile" && error instanceof GotsError && aboutSource.has(error.code)) {
				this.afterwards = unlessCompiled(error);
				return {
					kind: "run",
					argv: [request.tool, ...request.args],
					env: [],
					appends: []
				};
			}
			return {
				kind: "done",
				exitCode: exitCode(error),
				stdout: "",
				stderr: `${describeError(error)}\n`
			};
		}
	}
	/** A compile of the outermost go command has begun that needs no answer; others may wait for it. */
	began(prefix, importPath) {
		this.job = this.parts.jobs.start(prefix, importPath, this.parts.root);
	}
	/** The tool's process has ended. */
	ended() {
		if (this.job) this.parts.jobs.ended(this.job);
	}
	async step(request) {
		const { plan, conversation, children, jobs, injected, compile, link, usedFiles, root } = this.parts;
		if (request.kind === "ended") {
			const { output: stdout } = request;
			const { afterwards } = this;
			if (request.exitCode !== 0) this.failed();
			return {
				reply: await afterwards?.ended(request) ?? {
					kind: "done",
					exitCode: 0,
					stdout,
					stderr: ""
				},
				...afterwards && { afterwards }
			};
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
		if (owner.mode !== "weaving") return { reply: {
			kind: "exec",
			argv: [request.tool, ...request.args],
			env: []
		} };
		const job = jobs.start(prefixOf(request), request.importPath, owner);
		this.job = job;
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

// src/driver/serve/front-service.ts
/** Serves a front (channel.ts): answers what it cannot, for the outermost go command. */
var FrontService = class {
	parts;
	stream;
	runs = /* @__PURE__ */ new Map();
	/** Settles when the server is ready to weave for the go command whose shim the front has answered. */
	greeted = Promise.resolve();
	received = Buffer.alloc(0);
	/** @param stream what the front says after `begin` */
	constructor(parts, stream) {
		this.parts = parts;
		this.stream = stream;
	}
	/**
	* Serves until the build ends.
	*
	* @returns whether the front said so; if it did not, it was killed
	*/
	serve() {
		return new Promise((resolve) => {
			this.stream.on("data", (chunk) => {
				try {
					if (this.take(chunk)) resolve(true);
				} catch (error) {
					this.parts.giveUp(error);
				}
			});
			this.stream.on("error", () => resolve(false));
			this.stream.on("close", () => resolve(false));
		});
	}
	/** Tells the front something. */
	tell(message) {
		if (!this.stream.destroyed) this.stream.write(encodeServerMessage(message));
	}
	/** Tells the front the last thing; settles when it is written. */
	sayBye(message) {
		return new Promise((resolve) => {
			if (this.stream.destroyed) resolve();
			else this.stream.write(encodeServerMessage(message), () => resolve());
		});
	}
	/** Takes what has come; true at the end of the build. */
	take(chunk) {
		this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
		for (let taken = takeFrame(this.received); taken; taken = takeFrame(this.received)) {
			this.received = taken.rest;
			if (this.follow(decodeFrontMessage(taken.frame))) return true;
		}
		return false;
	}
	follow(message) {
		switch (message.kind) {
			case "begin": return false;
			case "greeted":
				this.greeted = this.greet(requestIn(message.request));
				return false;
			case "get":
				this.greeted.then(() => this.get(message.id, message.action));
				return false;
			case "put":
				this.greeted.then(() => this.put(message));
				return false;
			case "tool":
				this.greeted.then(() => this.answer(message.shim, message.action, requestIn(message.request)));
				return false;
			case "began":
				this.greeted.then(() => this.run(message.shim).began(message.action, message.importPath));
				return false;
			case "closed":
				this.greeted.then(() => this.runs.get(message.shim)?.ended()).then(() => this.runs.delete(message.shim));
				return false;
			case "filed":
				this.greeted.then(() => this.filed(message));
				return false;
			case "end": return true;
		}
	}
	/** No tool waits for this, so an error ends the build here. */
	async greet(request) {
		const { conversation, root, giveUp } = this.parts;
		if (request.kind !== "hello" && request.kind !== "salt") return;
		await conversation.greetedBy(root, request).catch(giveUp);
	}
	async get(id, action) {
		const actionId = hexOf(action);
		this.got(id, action, await this.parts.conversation.get(this.parts.root, actionId));
	}
	async put({ id, action, output, file, size }) {
		const put = {
			actionId: hexOf(action),
			outputId: hexOf(output),
			body: {
				file,
				size
			}
		};
		this.got(id, action, await this.parts.conversation.put(this.parts.root, put));
	}
	got(id, action, answer) {
		const given = this.parts.lastBuild.given(hexOf(action));
		const kind = given === void 0 ? "-" : given.weaveId === "" ? "v" : "w";
		const { DiskPath: path = "", Size: size = 0, Err: error } = answer;
		const fields = JSON.stringify(answer).slice(1, -1);
		this.tell({
			kind: "got",
			id,
			action: error === void 0 ? action : "",
			answer: kind,
			path,
			size,
			fields
		});
	}
	async answer(shim, action, request) {
		const { root } = this.parts;
		if (shim === noShim) {
			await this.greet(request);
			this.tell({
				kind: "reply",
				shim,
				mode: root.mode,
				reply: Buffer.alloc(0)
			});
			return;
		}
		if (action !== "") {
			const actionId = hexOf(action);
			root.actions.set(actionPrefix(actionId), actionId);
		}
		const reply = await this.run(shim).answer(request);
		this.tell({
			kind: "reply",
			shim,
			mode: root.mode,
			reply: encodeReply(reply)
		});
	}
	run(shim) {
		const run = this.runs.get(shim) ?? new ToolRun(this.parts);
		this.runs.set(shim, run);
		return run;
	}
	filed({ action, output, size, timeMs, key, answer }) {
		const entry = {
			outputId: hexOf(output),
			size,
			timeMs
		};
		this.parts.policy.filed(hexOf(action), entry, {
			key,
			isPlain: answer === "v"
		});
	}
};
/** The number of no shim: the front asks about a greeting that came before it. */
const noShim = 0;
function requestIn(frame) {
	const taken = takeFrame(frame);
	if (!taken) throw new Error("a request is cut off");
	return decodeRequest(taken.frame);
}
function hexOf(base64) {
	return Buffer.from(base64, "base64").toString("hex");
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
		},
		async accepts(program, args, cwd) {
			const running = start({
				program,
				args,
				cwd,
				env,
				group: true,
				stdout: "ignore",
				stderr: "ignore"
			});
			if (running.pid !== void 0) started(running.pid);
			return (await running.ended).code === 0;
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
	isPart;
	answers = /* @__PURE__ */ new Map();
	known = /* @__PURE__ */ new Map();
	validity = "";
	news = false;
	canRepeat;
	/** @param canRepeat whether {@link answer} may give answers again, for which nothing else of the caches is looked at */
	constructor(file, { canRepeat = true, now = Date.now(), code = "", isPart = false } = {}) {
		this.file = file;
		this.code = code;
		this.canRepeat = canRepeat;
		this.isPart = isPart;
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
		const info = statIfThere(known.path);
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
	/** Whether an action is known to hold something else than a package's archive. */
	isOther(actionId) {
		const known = this.knownOthers.has(actionId) || this.usedOthers.has(actionId);
		if (known) this.usedOthers.add(actionId);
		return known;
	}
	noteOther(actionId) {
		this.usedOthers.add(actionId);
	}
	used(savedMs) {
		const { validity } = this;
		const stores = Object.fromEntries([...this.stores].map(([name, memory]) => [name, memory.used()]));
		return {
			savedMs,
			validity,
			answers: Object.fromEntries(this.answers),
			stores,
			others: [...this.usedOthers]
		};
	}
	/** What was used, and what was known before. Its age is that of the last build that asked for everything. */
	withSaved() {
		const { saved } = this;
		const used = this.used(saved.savedMs);
		const stores = Object.fromEntries([.../* @__PURE__ */ new Set([...Object.keys(saved.stores), ...Object.keys(used.stores)])].map((name) => {
			const [before, now] = [saved.stores[name], used.stores[name]];
			return [name, {
				entries: {
					...before?.entries,
					...now?.entries
				},
				texts: {
					...before?.texts,
					...now?.texts
				}
			}];
		}));
		const answers = used.validity === saved.validity ? {
			...saved.answers,
			...used.answers
		} : used.answers;
		return {
			...used,
			answers,
			stores,
			others: [.../* @__PURE__ */ new Set([...saved.others, ...used.others])]
		};
	}
	isNew() {
		if (this.news || this.saved.savedMs === 0 || !this.isPart && this.answers.size !== this.known.size) return true;
		return [...this.stores.values()].some((memory) => memory.hasNews()) || this.usedOthers.size > this.knownOthers.size;
	}
	/** Writes what this build used, if that is not what was loaded. Errors are ignored. */
	save(now = Date.now()) {
		if (!this.isNew()) return;
		const saved = this.isPart && this.saved.savedMs > 0 ? this.withSaved() : this.used(now);
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
/**
* What the last build with the same plan, command line and settings was answered.
*
* @param isPart the front gives the answers of the last build itself, so that only some requests come
*/
function lastBuildOf({ planFile, usedFile, build }, { cacheDir, code }, { cwd, commandLine }, isPart = false) {
	const name = hashParts(planFile, cwd, commandLine, ...build.command).slice(0, 32);
	return new LastBuild(join(cacheDir, "builds", `${name}.json`), {
		canRepeat: usedFile === "",
		code,
		isPart
	});
}

// src/driver/serve/leave-upload.ts
/**
* Leaves what a build used to a process of its own, which stores it in the shared cache and outlives the build. What cannot be left is not stored.
*
* @param used in the order of use
*/
function leaveUpload(used, context) {
	const { plan, root, env, program, log, now } = context;
	const { flags } = root;
	const [moduleDir] = plan.moduleDirs;
	if (!flags || moduleDir === void 0 || used.length === 0) return;
	const { rootModule: module, goVersion: toolchain, code, goCache, cacheDir } = plan;
	const system = [
		"GOOS",
		"GOARCH",
		"CGO_ENABLED"
	].map((name) => env[name] ?? "").join(" ");
	const kind = buildKind({
		module,
		moduleDir,
		cwd: realpathSync(root.cwd),
		toolchain,
		code,
		flags,
		system,
		env
	});
	const folders = {
		go: goCache,
		weave: cacheDir
	};
	const shim = `bin/${basename(plan.shim)}`;
	const paths = [{
		dir: cacheDir,
		names: [shim, `${shim}.sum`]
	}, ...used].flatMap(({ dir, names }) => {
		const cache = dir === goCache ? "go" : dir === cacheDir ? "weave" : void 0;
		return cache === void 0 ? [] : names.map((name) => join(cache, name));
	});
	try {
		addJob(cacheDir, {
			kind,
			folders,
			used: paths,
			createdMs: now
		});
		const request = {
			do: "push",
			cacheDir,
			wait: false
		};
		start({
			program: process.execPath,
			args: [program, JSON.stringify(request)],
			env,
			cwd: cacheDir,
			group: true,
			stdout: "ignore",
			stderr: "ignore"
		});
	} catch (error) {
		log.debug(`shared cache: nothing is stored: ${error.message}`);
	}
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
	const [, pid, start, namespace] = /^(\d+)-(\d+)-(\d+)\.(?:sock|hello|fetch)$/.exec(name) ?? [];
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

// src/driver/serve/server.ts
/**
* The process that GOCACHEPROG starts, one per go command: cache, job server and weaver together. It lives exactly as long
* as the build; everything that must outlive it is on disk when a Put is answered (build-protocol C4).
*/
var BuildServer = class {
	parts;
	place;
	listener;
	failures = 0;
	constructor(parts, place) {
		this.parts = parts;
		this.place = place;
		this.listener = createServer((socket) => this.accept(socket));
	}
	/** Whether a tool failed, or was not run because of an error. */
	hasFailed() {
		return this.failures > 0;
	}
	/** Listens; the socket appears under its name only when it answers (build-protocol I2). */
	async listen() {
		const { socket, pid } = this.place;
		const temp = join(dirname(socket), `${pid}.new`);
		await new Promise((resolve, reject) => {
			this.listener.once("error", reject);
			this.listener.listen({ path: temp }, resolve);
		});
		chmodSync(temp, 384);
		renameSync(temp, socket);
	}
	/** Serves the go command that started this process until it closes the stream. */
	serve(input, output) {
		writeResponse(output, greeting);
		return new Promise((resolve) => {
			this.parts.conversation.converse(this.parts.root, input, output, resolve);
		});
	}
	/** Ends what the build started, and listens no more. */
	close() {
		this.parts.jobs.finishAll();
		this.parts.children.killAll();
		if (this.listener.listening) this.listener.close();
		for (const file of [this.place.socket, noteFile(this.place.socket)]) rmSync(file, { force: true });
	}
	accept(socket) {
		let received = Buffer.alloc(0);
		const run = new ToolRun(this.parts, () => this.failures++);
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
					run.answer(decodeRequest(taken.frame)).then((reply) => {
						if (!socket.destroyed) socket.write(encodeReply(reply));
					});
				}
			} catch (error) {
				this.parts.log.warn(`shim: ${error.message}`);
				socket.destroy();
			}
		};
		socket.on("data", onData);
		socket.on("error", () => socket.destroy());
		socket.on("close", () => run.ended());
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
};

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
	const { log, clock, processes, nested, front, socket, startedMs, pid } = setting;
	const plan = {
		...setting.plan,
		goCache: config.goCache || setting.plan.goCache
	};
	const usedFiles = config.usedFile === "" ? void 0 : new UsedFiles(config.usedFile);
	const lastBuild = lastBuildOf(config, plan, setting.command, front?.replays ?? false);
	const { cacheDir, goCache } = plan;
	const program = splitQuoted(config.userCacheProg);
	const coming = config.fetchSocket === "" ? void 0 : connectToFetcher(config.fetchSocket);
	let service;
	const spilled = () => service?.tell({ kind: "spills" });
	const caches = await openCaches({
		weaveDir: cacheDir,
		goCache,
		program,
		lastBuild,
		usedFiles,
		coming,
		log,
		spilled
	});
	const { weave } = caches;
	const reports = config.reportFile !== "";
	const tally = new Tally({
		matches: reports,
		sources: reports && config.reportsSources
	});
	const injected = new InjectedPackages();
	const children = new Children(processes, (count) => service?.tell({
		kind: "children",
		count
	}));
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
	const placed = front && ((actionId, key) => service?.tell({
		kind: "place",
		action: base64(actionId),
		key
	}));
	const policy = new CachePolicy({
		...common,
		caches,
		lastBuild,
		jobs,
		clock,
		placed
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
		log,
		usedFiles,
		processes,
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
		pid
	});
	const replay = {
		...common,
		planFile,
		userCacheProg,
		settings: build.settings,
		home: setting.home
	};
	/** Files what is left, in the order in which one may need the other. */
	async function finish() {
		if (root.mode === "unknown" && tally.stats.gets > 0) log.debug("no compiler reported through the shim; nothing was woven");
		lastBuild.save();
		usedFiles?.save();
		await caches.close();
		if (config.uploads && usedFiles && root.mode === "weaving" && policy.isWhole() && !server.hasFailed()) {
			const program = join(setting.home, "dist", "remote.mjs");
			leaveUpload(usedFiles.inOrder(), {
				plan,
				root,
				env: config.childEnv,
				program,
				log,
				now: clock.now()
			});
		}
	}
	function byeMessage() {
		const { hello } = conversation;
		const { maxRSS } = process.resourceUsage();
		const never = {
			kind: "bye",
			replay: "never",
			counts: {
				...tally.stats,
				maxRssBytes: maxRSS * 1024
			}
		};
		if (front?.replays) return mayReplay(replay, root) ? {
			...never,
			replay: "same"
		} : never;
		const header = hello && replayHeader(replay, root, {
			tool: hello.tool,
			startedMs,
			nowMs: clock.now()
		});
		return header ? {
			...never,
			replay: header
		} : never;
	}
	return {
		async serve(input, output) {
			const ended = noteAtWork(plan.cacheDir, [plan.cacheDir, plan.goCache]);
			await server.listen();
			await server.serve(input, output);
			server.close();
			await policy.close();
			await finish();
			writeReport(config, {
				plan,
				tally
			}, {
				startedMs,
				nowMs: clock.now()
			});
			ended();
		},
		async serveFront(stream) {
			const ended = noteAtWork(plan.cacheDir, [plan.cacheDir, plan.goCache]);
			service = new FrontService({
				...parts,
				policy,
				lastBuild,
				giveUp: processes.giveUp
			}, stream);
			const isAtEnd = service.serve();
			service.tell({
				kind: "ready",
				caches: [goCache, cacheDir],
				code: plan.code
			});
			await server.listen();
			const said = await isAtEnd;
			server.close();
			if (!said) return false;
			await service.sayBye(byeMessage());
			await finish();
			ended();
			return true;
		}
	};
}
function base64(hex) {
	return Buffer.from(hex, "hex").toString("base64");
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

// src/driver/serve-build.ts
for (const signal of [
	"SIGINT",
	"SIGQUIT",
	"SIGHUP",
	"SIGTERM"
]) process.on(signal, () => {});
allowBrokenPipes();
const startedMs = Date.now() - process.uptime() * 1e3;
/**
* Serves the go command that started this process, until it closes the stream. What goes wrong is printed.
*
* @param env the environment of this process
*/
async function serveBuild(env) {
	try {
		await serve(env);
	} catch (error) {
		const text = error instanceof GotsError ? formatError(error) : `gots: ${error.stack}`;
		process.stderr.write(`${text}\n`);
		process.exitCode = 1;
	}
}
async function serve(env) {
	const config = readConfig(env);
	const { planFile } = config;
	if (planFile === "") planUnusable("GOTS_PLAN", "it is not set");
	const front = config.frontFd === "" ? void 0 : readBegin(Number(config.frontFd));
	const here = dirname(fileURLToPath(import.meta.url));
	const known = readPlan(planFile, weaverCode(dirname(here), dirname(dirname(dirname(planFile)))));
	const plan = "plan" in known ? known.plan : planUnusable(planFile, known.reason);
	const goPid = front?.goPid ?? process.ppid;
	const nested = !config.weavesNested && isNested(goPid, config.runtime);
	const log = lineLog((line) => process.stderr.write(line), config.debug);
	if (!nested) checkGoCommand(processArguments(goPid), plan, log);
	runtimeDir(config.runtime);
	const socket = socketPath(front ? process.pid : goPid, config.runtime);
	const build = await assemble(config, {
		plan,
		log,
		clock: realClock,
		processes: realProcesses,
		nested,
		front,
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
	});
	if (front) {
		if (!await build.serveFront(new Socket({ fd: Number(config.frontFd) }))) process.exit(1);
	} else await build.serve(process.stdin, { write: writeStdout });
	removeAllLeftOvers(plan.cacheDir, socket);
	process.exit(0);
}

export { serveBuild };