import "./chunk-rolldown-runtime.mjs";
import { t as allowBrokenPipes } from "./chunk-broken-pipe.mjs";
import { n as sha256, t as hashParts } from "./chunk-hash.mjs";
import { n as warnOfFirst, t as lineLog } from "./chunk-log.mjs";
import { C as pidNamespace, S as parentPid, _ as removeLeftOvers, a as readPlan, b as argumentsOf, d as unseal, f as writeSealed, h as processMark, i as modulePathOf, l as readSealed, m as hasEnded, o as staleInput, p as distrust, r as moduleDirOf, t as hashFile, u as seal, v as temporaryName, w as processStart, x as commandLine, y as writeWhole } from "./chunk-plan.mjs";
import { a as splitQuoted, i as readFlags, r as quoteWord, t as childFlags } from "./chunk-flags.mjs";
import { n as readIfThere, r as trimCache, t as hourMs } from "./chunk-trim.mjs";
import { C as toolexecUnknownFlag, S as toolexecNoFlag, _ as modinfoUnreadable, a as weaverFiles, b as shimBadFrame, f as runtimeDir, g as linkDepsUnreadable, h as archiveCorrupt, i as weaverCode, l as readOverlay, m as archiveBuildIdLength, o as coversAll, p as socketPath, s as joinedOverlay, t as ensureHelper, u as nodeFlags, w as Touched, x as toolexecFlagWithoutValue } from "./chunk-helper-program.mjs";
import { _ as sharedLibraries, a as someVersion, c as overlayLost, d as injectedNotFound, f as injectionCycle, g as planUnusable, m as planStale, p as loopSemantics, u as injectedBuildFailed, v as toolexecReplaced, y as variantMismatch } from "./chunk-versions.mjs";
import { n as formatError, t as GotsError } from "./chunk-diagnostic.mjs";
import { n as userCacheProg } from "./chunk-saved-settings.mjs";
import { B as readPackages, I as consultedPackages, R as injectablePackages, V as adviceParts, b as aspectsForPackage, i as unquote, n as quote$1, s as fromBytes, v as toBytes, x as buildText } from "./chunk-quote.mjs";
import { t as goImports } from "./chunk-go-imports.mjs";
import { t as disk } from "./chunk-file-view.mjs";
import { t as injectedFlags } from "./chunk-injected-flags.mjs";
import { n as runGo, t as parseJsonStream } from "./chunk-go.mjs";
import { n as goFilesIn, r as isGoFile, t as pluginLoader } from "./chunk-plugins.mjs";
import { t as moduleOf } from "./chunk-module-table.mjs";
import { N as packageClauseName, n as predeclaredPath, r as predeclaredSource, v as initOrderMoved } from "./chunk-predeclared-package.mjs";
import { i as goFailed } from "./chunk-cli.mjs";
import { n as converse, t as wasmPath } from "./chunk-asset.mjs";
import { chmodSync, closeSync, existsSync, fstatSync, lstatSync, mkdirSync, mkdtempSync, openSync, readFileSync, readSync, readdirSync, realpathSync, renameSync, rmSync, statSync, unlinkSync, utimesSync, writeFileSync, writeSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createHash } from "node:crypto";
import { execFile, spawn } from "node:child_process";
import { Socket, createServer } from "node:net";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

// src/gocache/last-build.ts
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
		this.saved = load$1(file, code, now);
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
	/** Writes what this build used, if that is not what was loaded. Errors are nobody's concern. */
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
	text(key) {
		const value = this.usedTexts.get(key) ?? this.texts.get(key);
		if (value !== void 0) this.usedTexts.set(key, value);
		return value;
	}
	/** @param isNew what was known of this key holds no more */
	noteText(key, value, isNew = !this.texts.has(key)) {
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
function load$1(file, code, now) {
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

// src/gocache/store.ts
function bodySize(body) {
	return Buffer.isBuffer(body) ? body.length : body.size;
}
/** The bytes themselves; a file is read and removed. */
function takeBytes(body) {
	if (Buffer.isBuffer(body)) return body;
	const bytes = readFileSync(body.file);
	unlinkSync(body.file);
	return bytes;
}
/**
* A directory in the layout of GOCACHE: `xx/<action>-a` names the output, `xx/<output>-d` holds it, and, ours,
* `xx/<key>-f` holds a small text by its key. Files appear by rename, so readers and writers need no lock.
*/
var Store = class {
	dir;
	warnCorrupt;
	isOurs;
	overflow;
	memory;
	touch;
	overflown = /* @__PURE__ */ new Map();
	made = /* @__PURE__ */ new Set();
	/**
	* @param warnCorrupt told once of every entry that is there but cannot be used
	* @param more.isOurs the weave cache: what another user made, or may have changed, is not believed. The user's own cache is the go command's affair
	* @param more.overflow takes objects that cannot be written here; without it, {@link put} throws
	* @param more.memory what an earlier build was answered
	* @param more.touch told of each file that is read or written
	*/
	constructor(dir, warnCorrupt, more = {}) {
		this.dir = dir;
		this.isOurs = more.isOurs ?? false;
		this.warnCorrupt = warnCorrupt;
		this.overflow = more.overflow;
		this.memory = more.memory;
		this.touch = more.touch;
	}
	/** The entry of an action, or undefined: absent, or present but broken (then warned of). */
	get(actionId) {
		const overflown = this.overflown.get(actionId);
		if (overflown) return overflown;
		const entry = this.recall(actionId) ?? this.find(actionId);
		if (entry) this.noteEntry(actionId, entry);
		return entry;
	}
	noteEntry(actionId, entry) {
		this.memory?.noteEntry(actionId, entry);
		this.touch?.(actionId, "a");
		this.touch?.(entry.outputId, "d");
	}
	recall(actionId) {
		const known = this.memory?.entry(actionId);
		if (!known) return void 0;
		const path = this.pathOf(known.outputId, "d");
		const info = statSync(path, { throwIfNoEntry: false });
		return info?.isFile() && info.size === known.size && this.believes(path, info) ? {
			...known,
			path
		} : void 0;
	}
	find(actionId) {
		const file = this.pathOf(actionId, "a");
		const text = this.read(file);
		if (text === void 0) return void 0;
		const entry = parseEntry(text.toString("latin1"), actionId);
		if (!entry) {
			this.warnCorrupt(`${file}: not a cache entry`);
			return;
		}
		const path = this.pathOf(entry.outputId, "d");
		const info = statSync(path, { throwIfNoEntry: false });
		if (!info || info.isDirectory()) return void 0;
		if (info.size !== entry.size) {
			this.warnCorrupt(`${path}: ${info.size} bytes instead of ${entry.size}`);
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
	/** A file that may be believed; undefined if there is none. */
	read(file) {
		const info = this.isOurs ? statSync(file, { throwIfNoEntry: false }) : void 0;
		return info && !this.believes(file, info) ? void 0 : readIfThere(file);
	}
	believes(file, info) {
		const reason = this.isOurs ? distrust(info, "world") : void 0;
		if (reason !== void 0) this.warnCorrupt(`${file}: ${reason}`);
		return reason === void 0;
	}
	/**
	* Files `body` under both ids; nothing half-written is ever visible. What cannot be written goes to the overflow, where this
	* store finds it again.
	*
	* @throws the file system's error (full disk, read-only), if there is no overflow
	*/
	put(actionId, outputId, body) {
		try {
			const entry = this.file(actionId, outputId, body);
			this.noteEntry(actionId, entry);
			return entry;
		} catch (error) {
			if (!this.overflow) throw error;
			const entry = this.overflow.take(error, {
				actionId,
				outputId,
				body: this.stillThere(outputId, body)
			});
			this.overflown.set(actionId, entry);
			return entry;
		}
	}
	file(actionId, outputId, body) {
		const path = this.pathOf(outputId, "d");
		const size = bodySize(body);
		const info = statSync(path, { throwIfNoEntry: false });
		if (info?.size !== size || !this.believes(path, info) || !sameContent(path, outputId)) this.place(path, body);
		else {
			markUsed(path, info.mtimeMs);
			if (!Buffer.isBuffer(body)) unlinkSync(body.file);
		}
		const timeMs = Date.now();
		const line = `v1 ${actionId} ${outputId} ${String(size).padStart(20)} ${`${timeMs}000000`.padStart(20)}\n`;
		this.write(this.pathOf(actionId, "a"), Buffer.from(line, "latin1"));
		return {
			outputId,
			size,
			timeMs,
			path
		};
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
	/** A body after a failed attempt, which may have moved its file already. */
	stillThere(outputId, body) {
		if (Buffer.isBuffer(body) || existsSync(body.file)) return body;
		return readFileSync(this.pathOf(outputId, "d"));
	}
	place(path, body) {
		if (!Buffer.isBuffer(body)) try {
			this.makeFolder(dirname(path));
			renameSync(body.file, path);
			return;
		} catch {}
		this.write(path, takeBytes(body));
	}
	/** A small JSON text by its key; undefined when absent or broken (then warned of). */
	getJson(key) {
		const known = this.memory?.text(key);
		if (known !== void 0) {
			this.touch?.(key, "f");
			return known;
		}
		const file = this.pathOf(key, "f");
		const text = this.read(file);
		if (text === void 0) return void 0;
		const sealed = unseal(key, text.toString("utf8"));
		if ("reason" in sealed) {
			this.warnCorrupt(`${file}: ${sealed.reason}`);
			return;
		}
		const value = JSON.parse(sealed.text);
		markUsed(file);
		this.touch?.(key, "f");
		this.memory?.noteText(key, value);
		return value;
	}
	putJson(key, value) {
		this.memory?.noteText(key, value, true);
		this.putAside(key, value);
	}
	/** Files a JSON text that is seldom read, and by this process not again. */
	putAside(key, value) {
		this.write(this.pathOf(key, "f"), Buffer.from(seal(key, JSON.stringify(value))));
		this.touch?.(key, "f");
	}
	/** Such a text; undefined if it is not there, or broken. */
	getAside(key) {
		const text = this.read(this.pathOf(key, "f"));
		const sealed = text && unseal(key, text.toString("utf8"));
		return sealed && "text" in sealed ? JSON.parse(sealed.text) : void 0;
	}
	/** Keeps such a text from being trimmed, together with what it belongs to. */
	markAside(key) {
		this.touch?.(key, "f");
		markUsed(this.pathOf(key, "f"));
	}
	/** Removes what was not used for five days, at most once a day, as cmd/go does. Errors are nobody's concern. */
	trim(now = Date.now()) {
		trimCache(this.dir, now, (stamp, text) => this.write(stamp, text));
	}
	pathOf(id, kind) {
		if (!/^[0-9a-f]{64}$/.test(id)) throw new Error(`bad cache id ${JSON.stringify(id)}`);
		return join(this.dir, id.slice(0, 2), `${id}-${kind}`);
	}
	/** Whatever the umask, nobody else may write to what is believed; in the user's cache modes are those that go gives. */
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
	write(file, body) {
		const folder = dirname(file);
		const wasMade = this.made.has(folder);
		if (!wasMade) this.makeFolder(folder);
		const temp = temporaryName(file);
		try {
			writeFileSync(temp, body, {
				flag: "wx",
				mode: this.fileMode
			});
			renameSync(temp, file);
		} catch (error) {
			this.made.delete(folder);
			if (existsSync(temp)) unlinkSync(temp);
			if (wasMade && !existsSync(folder)) this.write(file, body);
			else throw error;
		}
	}
};
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
	const bytes = readIfThere(path);
	return bytes !== void 0 && createHash("sha256").update(bytes).digest("hex") === outputId;
}
/** Refreshes the mtime if it is more than an hour old, so that trimming (ours and cmd/go's) sees the use. */
function markUsed(file, mtimeMs = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) {
	const now = Date.now();
	if (mtimeMs === 0 || now - mtimeMs < 36e5) return;
	try {
		utimesSync(file, new Date(now), new Date(now));
	} catch {}
}

// src/build/go-command.ts
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

// src/build/jobs.ts
/** How long after a compiler's end its package may take to reach the cache (asm, pack, content id) before nobody waits for it. */
const putGraceMs = 2e3;
/**
* The compilations under way, so that a Get for one of them waits for its Put instead of compiling again.
* Only live compilers are waited for (build-protocol C1).
*/
var Jobs = class {
	running = /* @__PURE__ */ new Map();
	graph;
	counter = 0;
	constructor(graph) {
		this.graph = graph;
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
		setTimeout(() => job.finish(), putGraceMs).unref();
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

// src/build/left-overs.ts
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
	for (const name of namesIn(builds)) {
		const mark = /^(.+)\.running$/.exec(name)?.[1];
		if (mark === void 0 || !hasEnded(mark)) continue;
		const caches = contentOf(join(builds, name)).split("\n");
		for (const dir of caches) for (const folder of entryFolders) removeLeftOvers(join(dir, folder));
		rmSync(join(builds, name), { force: true });
	}
	const sockets = dirname(socket);
	for (const name of namesIn(sockets)) if (isLeftOver(sockets, name)) rmSync(join(sockets, name), { force: true });
}
/** As helper/shim/leftovers.go. */
function isLeftOver(dir, name) {
	const [, pid, start, namespace] = /^(\d+)-(\d+)-(\d+)\.(?:sock|hello)$/.exec(name) ?? [];
	if (pid !== void 0) return namespace === pidNamespace() && processStart(Number(pid)) !== start;
	if (!/\.(new|resume)$|\.hello\.\d+$/.test(name)) return false;
	const info = lstatSync(join(dir, name), { throwIfNoEntry: false });
	return info !== void 0 && Date.now() - info.ctimeMs > momentMs;
}
function namesIn(dir) {
	try {
		return readdirSync(dir);
	} catch {
		return [];
	}
}
function contentOf(file) {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return "";
	}
}

// src/build/nested.ts
const deepest = 32;
/**
* Whether a go command runs below another one that weaves: started by a test or a generator, with the environment of the
* outer command. It builds something else, so it is not woven unless asked (build-protocol G5).
*/
function isNested(goPid) {
	let pid = parentPid(goPid);
	for (let level = 0; level < deepest && pid !== void 0 && pid > 1; level++) {
		try {
			if (existsSync(socketPath(pid))) return true;
		} catch {
			return false;
		}
		pid = parentPid(pid);
	}
	return false;
}

// src/build/overflow.ts
/**
* A folder for what the weave cache cannot take (full disk, read-only), since cmd/go needs the files of injected packages
* (build-protocol H4). It lasts as long as the build.
*/
var TemporaryOverflow = class {
	warn;
	store;
	/** @param warn told of each object that the cache refused */
	constructor(warn) {
		this.warn = warn;
	}
	take(error, { actionId, outputId, body }) {
		this.warn(error);
		this.store ??= new Store(mkdtempSync(join(tmpdir(), "gots-overflow-")), () => {});
		return this.store.put(actionId, outputId, body);
	}
	remove() {
		if (this.store) rmSync(this.store.dir, {
			recursive: true,
			force: true
		});
	}
};
/** One warning for a weave cache that cannot be written. */
function warnUnwritable(log, cacheDir, error) {
	const { code } = error;
	log.warn(`cache: cannot write to ${cacheDir} (${code}); what is woven now is woven again next time`);
}

// src/build/protocol.ts
/**
* What the shim (`helper/shim`) and the build server say to each other over a Unix socket.
*
* One connection serves one tool run: the shim sends one request and gets one reply. After the reply `run` it sends `ended`
* and waits for one more reply (`done`, or `run` again). The connection stays open until the tool has ended, also across the shim's exec,
* so end of file tells the server that the tool is gone.
*
* A frame is a length (4 bytes, little endian, of what follows) and a list of strings. A string is a length (same form) and its bytes.
* The first string is the kind; then for each field its name, the number of its values in decimal, and the values.
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
		const count = Number(strings[at + 1]?.toString() ?? NaN);
		if (!Number.isInteger(count) || count < 0 || at + 2 + count > strings.length) shimBadFrame(`field "${name}" is cut off`);
		fields.set(name, strings.slice(at + 2, at + 2 + count));
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
	switch (frame.kind) {
		case "hello":
		case "salt": return {
			kind: frame.kind,
			...caller(),
			goArgv: list("goArgv")
		};
		case "compile":
		case "link": return {
			kind: frame.kind,
			...caller(),
			args: list("args")
		};
		case "ended": return {
			kind: "ended",
			exitCode: number("exitCode"),
			output: Buffer.concat(frame.fields.get("output") ?? [])
		};
		default: return shimBadFrame(`its kind is "${frame.kind}"`);
	}
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

// src/build/resume.ts
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

// src/gocache/protocol.ts
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

// src/toolexec/flags.ts
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

// src/build/exit-code.ts
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

// src/go/settings-file.ts
/**
* The files in which `go env -w` keeps a user's settings, and a toolchain its own; they need not exist.
*
* @param env environment of the go command
* @param goRoot root of the toolchain in use
* @see cmd/go/internal/cfg/cfg.go, EnvFile, and os.UserConfigDir (Go 1.24 to 1.27)
*/
function settingsFiles(env, goRoot) {
	const own = join(goRoot, "go.env");
	const named = env["GOENV"];
	if (named === "off") return [own];
	return [own, named || join(configDir(env), "go", "env")];
}
function configDir(env) {
	const home = env["HOME"] || homedir();
	if (process.platform === "darwin") return join(home, "Library", "Application Support");
	return env["XDG_CONFIG_HOME"] || join(home, ".config");
}

// src/build/closure.ts
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
	const key = hashParts("closure", options.context, roots.join("\n"), options.flags.join("\n"), options.cwd);
	const stored = options.store.getJson(key);
	if (stored && isCurrent(stored, options.ownModules)) return stored;
	const listed = await runGo([
		"list",
		"-e",
		"-deps",
		`-json=ImportPath,Name,Dir,Standard,Imports,ImportMap,Module,EmbedPatterns,CXXFiles,SwigCXXFiles,Error`,
		...options.flags,
		"--",
		...roots
	], {
		go: options.go,
		cwd: options.cwd,
		env: {
			...options.env,
			GOCACHEPROG: "",
			GOFLAGS: "-buildvcs=false"
		},
		detached: true
	});
	if (listed.exitCode !== 0) throw new Error(listed.stderr.trim());
	const closure = describe(parseJsonStream(listed.stdout), options.fixed);
	try {
		options.store.putJson(key, closure);
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

// src/build/identities.ts
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

// src/build/session.ts
/** Does something for a go command; what it uses of the caches is noted as used by that one. */
function usedBy({ touched }, owner, action) {
	return touched ? touched.within(owner.token, action) : action();
}
function identitiesOf(session) {
	if (!session.identities) throw new Error("identities are asked for before the hello");
	return session.identities;
}
/** Facts of the cache in the weaver's terms; the test-variant suffix goes. */
function packageFacts(facts, plan) {
	return {
		importPath: stripVariant(facts.path),
		imports: new Set(facts.imports),
		testMain: facts.testMain,
		command: facts.name === "main" && stripVariant(facts.path) === facts.path,
		rootModule: plan.rootModule,
		name: facts.name === "" ? void 0 : facts.name,
		module: plan.modules && moduleOf(plan.modules, stripVariant(facts.path)),
		goVersion: plan.goVersion
	};
}
function stripVariant(path) {
	return /^(.*?) \[.*\]$/s.exec(path)?.[1] ?? path;
}
/** Aspects that facts cannot rule out. The go distribution's own programs are never woven (build-protocol F1). */
function liveAspects({ plan, injectedOnly }, facts) {
	if (facts.importPath === "cmd" || facts.importPath.startsWith("cmd/")) return [];
	const live = aspectsForPackage(plan.aspects, facts);
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
/** What is the same of aspects in every package. */
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
*/
function weavingText(session, live, facts) {
	const read = [...new Set(live.flatMap(readPackages))].sort();
	const consulted = [...new Set(live.flatMap(consultedPackages))].sort();
	if (read.length === 0 && consulted.length === 0) return liveText(live, facts);
	const identities = identitiesOf(session);
	return [
		liveText(live, facts),
		...read.map((path) => `${path}=${identities.sourceOf(path)}`),
		...consulted.map((path) => `types of ${path}=${identities.of(path)}`)
	].join("\n");
}

// src/build/user-graph.ts
/**
* Packages that only injected code brings into this build, among those which aspects with the reach `user` would weave: these leave
* them alone. Asked of go before anything is compiled, so that one build has one answer; in another build, of other packages of the
* module, it may be another, and with it the keys are.
*
* @param flags of the go command, as far as they decide which files and modules belong to the build
* @throws Error with go's output when go list fails as a whole
*/
async function injectedOnly(session, owner, closure, flags) {
	const { plan } = session;
	const inQuestion = closure.packages.filter((p) => {
		return liveAspects(session, packageFacts({
			...p,
			testMain: false
		}, plan)).some(({ reach }) => reach === "user");
	});
	if (inQuestion.length === 0) return /* @__PURE__ */ new Set();
	const { command = "", packages = [] } = owner.flags ?? readFlags([], []);
	const tests = command === "test" || command === "vet" ? ["-test"] : [];
	const patterns = packages.length > 0 ? packages : ["."];
	const result = await runGo([
		"list",
		"-e",
		"-deps",
		...tests,
		"-f",
		"{{.ImportPath}}",
		...flags,
		"--",
		...patterns
	], {
		go: owner.go,
		cwd: owner.cwd,
		env: {
			...process.env,
			GOCACHEPROG: "",
			GOFLAGS: "-buildvcs=false"
		},
		detached: true
	});
	if (result.exitCode !== 0) throw new Error(result.stderr.trim());
	const users = new Set(result.stdout.split("\n").map(stripVariant));
	return new Set(inQuestion.map((p) => p.path).filter((path) => !users.has(path)));
}

// src/build/hello.ts
/**
* Environment that decides what archives hold, besides flags.
*
* @see cmd/go/internal/work/exec.go, buildActionID, and internal/cfg (Go 1.24 to 1.27)
*/
const buildVariables = [
	"GOOS GOARCH GOAMD64 GOARM64 GOARM GO386 GOMIPS GOMIPS64 GOPPC64 GORISCV64 GOWASM GOEXPERIMENT GOFIPS140",
	"CGO_ENABLED CC CXX FC AR GCCGO PKG_CONFIG PKG_CONFIG_PATH PKG_CONFIG_LIBDIR PKG_CONFIG_SYSROOT_DIR",
	"CGO_CFLAGS CGO_CPPFLAGS CGO_CXXFLAGS CGO_FFLAGS CGO_LDFLAGS",
	"GOCLOBBERDEADHASH GOSSAFUNC GOSSADIR GOCOMPILEDEBUG",
	"GOTS_TOOLEXEC"
].flatMap((names) => names.split(" "));
/**
* The shim has shown itself: from here on this go command weaves, if it is one of ours.
*
* @throws GotsError build_plan_stale
*/
async function hello(session, owner, request) {
	if (owner.mode !== "unknown") return;
	const { plan, log } = session;
	owner.flags = readFlags(request.goArgv.slice(1), splitQuoted(process.env["GOFLAGS"] ?? ""));
	owner.cwd = logicalCwd(request);
	owner.go = goBeside(request.tool);
	const reason = foreign(session, owner);
	if (reason !== void 0) {
		owner.mode = "plain";
		if (!session.nested) log.warn(`not weaving: ${reason}`);
		return;
	}
	const stale = staleInput(plan);
	if (stale !== void 0) {
		owner.mode = "failed";
		planStale(stale);
	}
	const installed = installedPackages(owner);
	if (installed !== void 0) {
		owner.mode = "failed";
		sharedLibraries(installed);
	}
	if (owner.token === "") session.overlay = overlayFor(session, owner, request.goArgv.slice(1));
	session.identities ??= await makeIdentities(session, owner, request);
	if (owner.token === "" && !session.report) session.lastBuild.validate(hashParts(linkSalt(session), plan.rootModule, plan.moduleDirs.join("\n")));
	owner.mode = "weaving";
}
/** Why this command is none of ours, or undefined (build-protocol G5). */
function foreign(session, owner) {
	if (session.nested) return "a go command below another one; GOTS_NESTED=1 weaves these as well";
	const versioned = owner.flags?.packages.find((name) => /^[^/.][^@]*@/.test(name));
	if (versioned !== void 0) return `${versioned} is built outside the module`;
	const dir = moduleDirOf(owner.cwd);
	if (isInWorkspaceOnly(session.plan, owner.cwd, dir)) return void 0;
	if (dir === void 0) return `${owner.cwd} is in no module`;
	if (session.plan.moduleDirs.includes(dir)) return void 0;
	return `${dir} is another module than ${session.plan.moduleDirs[0]}`;
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
function overlayFor({ plan }, owner, argv) {
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
function installedPackages(owner) {
	if (owner.flags?.values.get("linkshared") === "true") return "-linkshared";
	if (owner.flags?.values.get("buildmode") === "shared") return "-buildmode=shared";
	const { GODEBUG = "" } = process.env;
	return GODEBUG.split(",").includes("installgoroot=all") ? "GODEBUG=installgoroot=all" : void 0;
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
async function makeIdentities(session, owner, request) {
	const { plan, weave } = session;
	const flags = owner.flags ? childFlags(owner.flags, "off").filter((flag) => flag !== "-pgo=off") : [];
	const overlay = readOverlay(owner.flags?.values.get("overlay"), owner.cwd);
	const environment = buildVariables.map((name) => `${name}=${process.env[name] ?? ""}`).join("\n");
	const aspectFiles = new Set(plan.aspectFiles.map(({ path }) => path));
	const files = plan.inputs.filter(({ path }) => !aspectFiles.has(path)).map((input) => `${input.path} ${input.hash}`).join("\n");
	const goRoot = resolve(dirname(request.tool), "..", "..", "..");
	const toolchain = `${dirname(request.tool)} ${hashFile(join(goRoot, "VERSION"))}`;
	const settings = settingsFiles(process.env, goRoot).map(hashFile).join("\n");
	const content = flags.filter((flag) => !/^-(mod|modfile|overlay)=/.test(flag));
	const context = hashParts(plan.code, toolchain, environment, settings, content.join("\n"), overlay.hash);
	const generated = session.overlay === void 0 ? "" : `${session.overlay} ${hashFile(session.overlay)}`;
	const modules = [
		process.env["GOWORK"],
		process.env["GOFLAGS"],
		generated
	].join("\n");
	const roots = [...new Set(plan.aspects.flatMap(packagesBehind))].sort();
	const env = { ...process.env };
	const graphFlags = flags.filter((flag) => /^-(tags|race|msan|asan|mod|modfile|overlay|compiler|installsuffix)\b/.test(flag));
	const load = (paths) => loadClosure(paths, {
		go: owner.go,
		cwd: owner.cwd,
		env,
		flags: injectedFlags(graphFlags, plan.injection, session.overlay),
		context: hashParts(context, modules, files),
		ownModules: plan.moduleDirs.map(modulePathOf),
		store: weave,
		fixed: plan.injection?.standIns ?? {}
	});
	const named = await load(roots);
	const extra = importsOfFiles(plan.aspects, named, overlay.over(disk));
	const closure = extra.length === 0 ? named : await load([...roots, ...extra]);
	const usersFlags = plan.injection?.raises ? injectedFlags(graphFlags, plan.injection, session.overlay) : graphFlags;
	session.injectedOnly = await injectedOnly(session, owner, closure, usersFlags);
	return new Identities(closure, aspectView(session), {
		context,
		recordsPlaces: !flags.includes("-trimpath"),
		overlay,
		roots: [...roots, ...extra]
	});
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
	const imports = [...new Set(aspects.flatMap(addedFiles).flatMap(({ path, file }) => {
		const dir = byPath.get(path)?.dir ?? "";
		return dir === "" ? [] : [join(dir, file)];
	}))].flatMap((file) => importsIn(file, view));
	return [...new Set(imports)].filter((path) => path !== "C" && path !== "unsafe" && !byPath.has(path)).sort();
}
function addedFiles({ advice }) {
	return advice.flatMap((each) => adviceParts(each).files);
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
function aspectView(session) {
	const { plan } = session;
	const factsOf = (p) => packageFacts({
		...p,
		testMain: false
	}, plan);
	const live = (p) => liveAspects(session, factsOf(p));
	return {
		liveText: (p) => liveText(live(p), factsOf(p)),
		injected: (p) => live(p).flatMap(packagesBehind)
	};
}
/** What `link -V=full` is salted with: whatever can change a woven program without changing an action id (build-protocol A1). */
function linkSalt(session) {
	const { plan, identities } = session;
	const ids = (identities?.roots ?? []).map((path) => identities?.of(path) ?? "");
	const versions = plan.modules === void 0 ? "" : JSON.stringify(plan.modules.versions);
	const left = [...session.injectedOnly].sort().join(" ");
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

// src/build/note.ts
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

// src/build/replay.ts
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
			early: [...this.early.values()].flat(),
			late: [...this.late.values()].flat()
		};
	}
};
/**
* Writes the replay of a build that has ended, or removes the one that was there if the next build must look for itself.
*
* @param startedMs when this process started, in ms since 1970: files that changed later may have been read before
* @param hello how the shim showed itself
*/
function writeReplay(session, root, transcript, build) {
	const { file, key } = build.target;
	const watched = mayReplay(session, root) ? watchedFiles(session, root, build.hello.tool, build.startedMs) : void 0;
	try {
		if (!watched) {
			rmSync(file, { force: true });
			return;
		}
		const { cwd, pwd, tool, goArgv } = build.hello;
		const frame = encodeFrame("replay", {
			key: [key],
			savedMinute: [String(Math.floor(Date.now() / 6e4))],
			hello: [hashParts(cwd, pwd, `${dirname(tool)}/`, ...goArgv)],
			code: [session.plan.code],
			salt: [linkSalt(session)],
			caches: [session.plan.goCache, session.plan.cacheDir],
			watched: [...watched].flat(),
			...transcript.words()
		});
		writeWhole(file, Buffer.concat([frame, createHash("sha256").update(frame).digest()]));
	} catch {}
}
/** Not where another program answers, where something must be said again, or where files are read that nobody watches. */
function mayReplay({ plan, log }, root) {
	if (plan.aspects.some(({ reach }) => reach === "user")) return false;
	return root.mode === "weaving" && userCacheProg() === "" && log.warnings() === 0 && !root.flags?.values.has("overlay");
}
/**
* State by path of all that the server looks at to know whether the last answers hold: what {@link import('./hello.ts').hello} reads.
*
* @returns undefined if one of them was changed so recently that its state does not tell, or vanished
*/
function watchedFiles(session, root, tool, startedMs) {
	const { plan } = session;
	const closure = filesThatDecide(identitiesOf(session).closure, plan.moduleDirs);
	if (!closure) return void 0;
	const goRoot = join(dirname(tool), "..", "..", "..");
	const needed = [
		...[process.env["GOTS_PLAN"], plan.injection?.overlay].filter((path) => path !== void 0 && path !== ""),
		...weaverFiles(dirname(dirname(process.argv[1] ?? ""))),
		...plan.inputs.filter((input) => input.hash !== "").flatMap((input) => withAllBelow(input.path)),
		join(goRoot, "VERSION"),
		...closure
	];
	const optional = [
		...plan.inputs.filter((input) => input.hash === "").map((input) => input.path),
		...settingsFiles(process.env, goRoot),
		...moduleFilesAbove(root.cwd)
	];
	const states = /* @__PURE__ */ new Map();
	const planFile = process.env["GOTS_PLAN"];
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

// src/build/answers.ts
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
var Answers = class {
	session;
	policy;
	root;
	socket;
	transcript = new Transcript();
	/** With what the shim of the outermost go command showed itself. */
	hello;
	greeting;
	/**
	* @param root the outermost go command
	* @param socket path of the server's socket, beside which the shim may have left a note
	*/
	constructor(session, policy, root, socket) {
		this.session = session;
		this.policy = policy;
		this.root = root;
		this.socket = socket;
	}
	/** Answers what comes until the stream ends. */
	converse(owner, input, output, ended) {
		const answer = (request) => {
			const response = request.kind === "get" ? this.quick(owner, request.actionId) : void 0;
			if (response) writeResponse(output, {
				ID: request.id,
				...response
			});
			else usedBy(this.session, owner, () => this.answer(owner, request, output));
		};
		readRequests(input, answer, ended, this.session.vanilla.spool);
	}
	/** Gives the answers again that the front has given, so that all that follows from them is as if they had been given here. */
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
		await hello(this.session, owner, request);
		if (owner === this.root) this.hello ??= request;
	}
	/** Keeps what was answered for the next build of the same kind. */
	saveReplay(target, startedMs) {
		if (this.hello) writeReplay(this.session, this.root, this.transcript, {
			target,
			hello: this.hello,
			startedMs
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
			this.session.log.warn(`cache: ${error.message}`);
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
			const given = this.session.lastBuild.given(actionId);
			const kind = given === void 0 ? "-" : given.weaveId === "" ? "v" : "w";
			this.transcript.note(mode, actionId, response, kind);
		}
		return response;
	}
	/** The shim may have greeted before this process was there. */
	greet() {
		const request = this.greeting ? void 0 : takeNote(this.socket);
		if (request) {
			this.greeting = this.greetedBy(this.root, request);
			this.greeting.catch((error) => {
				process.stderr.write(`${describeError(error)}\n`);
				process.exit(exitCode(error));
			});
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

// src/build/archive-deps.ts
const none = [];
/** Link dependencies that archives carry, each archive read once; files below `vanillaDir` never carry any. */
var ArchiveDeps = class {
	vanillaDir;
	known = /* @__PURE__ */ new Map();
	constructor(vanillaDir) {
		this.vanillaDir = `${vanillaDir}/`;
	}
	/** @throws GotsError link_deps_unreadable */
	of(file) {
		if (file.startsWith(this.vanillaDir)) return none;
		let deps = this.known.get(file);
		if (!deps) {
			const text = readMemberText(file, linkDepsMember);
			deps = text === void 0 ? none : parseLinkDeps(text, file);
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

// src/gocache/keys.ts
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

// src/build/language.ts
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

// src/build/known-actions.ts
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
	session;
	facts = /* @__PURE__ */ new Map();
	constructor(session) {
		this.session = session;
	}
	/** Reports what was woven into a package of the cache; false if that is wanted and not known, so that it must be woven again. */
	reportKept(owner, facts, record, key) {
		if (record.textHash === "") return true;
		const { weave, report, reportsSources } = this.session;
		const aside = matchesKey(key);
		const matches = report ? weave.getAside(aside) : [];
		if (!matches) return false;
		const files = reportsSources ? weave.getAside(sourcesKey(key)) : void 0;
		if (reportsSources && !files) return false;
		weave.markAside(aside);
		if (files) weave.markAside(sourcesKey(key));
		this.report(owner, facts, {
			matches,
			files,
			fromCache: true
		});
		return true;
	}
	/** '' if no aspect can touch the package. */
	keyOf(actionId, facts) {
		const { plan } = this.session;
		const known = packageFacts(facts, plan);
		const live = liveAspects(this.session, known);
		const language = languageFor(plan.injection?.languages, known.importPath);
		if (live.length === 0 && facts.inherited.length === 0 && language === void 0) return "";
		const text = weavingText(this.session, live, known);
		return weaveKey(plan.code, actionId, language === void 0 ? text : `${text}\nlanguage ${language}`);
	}
	/** What weaving makes of this action under the current aspects, as far as known. */
	recordOf(key, facts) {
		if (key === "") return "vanilla";
		const record = this.session.weave.getJson(key);
		if (!record) return "unknown";
		return isUntouched(record, facts) ? "vanilla" : record;
	}
	/** Undefined where no build has noted what the action is. */
	factsOf(actionId) {
		if (!this.facts.has(actionId)) {
			const { plan, weave } = this.session;
			this.facts.set(actionId, weave.getJson(factsKey(plan.code, actionId)));
		}
		return this.facts.get(actionId);
	}
	/** Facts that an archive tells of itself; undefined if it does not tell enough. */
	peek(actionId, path) {
		const known = peekArchiveFile(path);
		if (!known || known.path === "main" || known.name === "main") return void 0;
		const facts = {
			path: known.path,
			name: known.name,
			imports: known.imports,
			testMain: false,
			inherited: []
		};
		this.rememberFacts(actionId, facts);
		return facts;
	}
	rememberFacts(actionId, facts) {
		this.facts.set(actionId, facts);
		this.remember(factsKey(this.session.plan.code, actionId), facts);
	}
	remember(key, value) {
		this.writing(() => this.session.weave.putJson(key, value));
	}
	writing(write) {
		try {
			write();
		} catch (error) {
			warnUnwritable(this.session.log, this.session.weave.dir, error);
		}
	}
	/** Files all that a compilation showed under its full action id. */
	file(actionId, { facts, woven }) {
		this.rememberFacts(actionId, facts);
		const key = this.keyOf(actionId, facts);
		if (key === "") return;
		if (woven && woven.record.textHash !== "") {
			this.writing(() => this.session.weave.putAside(matchesKey(key), woven.matches));
			const { files } = woven;
			if (files) this.writing(() => this.session.weave.putAside(sourcesKey(key), files));
		}
		this.remember(key, woven?.record ?? untouched);
	}
	/** Notes what was woven, if somebody wants to know. */
	report(owner, { path }, { matches, files, fromCache }) {
		if (matches.length === 0) return;
		const known = this.session.report?.get(path);
		const asked = owner.token === "" || known?.asked === true;
		const entry = {
			importPath: path,
			fromCache: fromCache && known?.fromCache !== false,
			asked,
			matches,
			files,
			compileMs: known?.compileMs
		};
		this.session.report?.set(path, entry);
	}
};

// src/build/cache-policy.ts
const outputs = ["stdout", "link-stdout"];
/**
* Decides for each Get and Put of cmd/go which cache answers: the user's own for packages as plain go makes them, the
* weave cache for woven ones.
*/
var CachePolicy = class {
	session;
	known;
	outcomes = /* @__PURE__ */ new Map();
	/** When woven compilations began, for the report. */
	begunMs = /* @__PURE__ */ new Map();
	/** Ids under which cmd/go files the output of woven compilations → where it lies in the weave cache. */
	redirected = /* @__PURE__ */ new Map();
	/** Puts of a `-a` build whose action is not known yet: no Get came before (build-protocol H2). */
	held = [];
	constructor(session) {
		this.session = session;
		this.known = new KnownActions(session);
	}
	/** An answer that needs no waiting and no thought: what the last build was told, under the same conditions. */
	quick(actionId, owner) {
		const { session } = this;
		if (owner.mode !== "weaving") return void 0;
		const answer = session.lastBuild.answer(actionId);
		if (!answer) return void 0;
		session.stats.gets++;
		if (answer.weaveId === "") session.stats.vanillaHits++;
		else {
			session.stats.wovenHits++;
			this.redirect(actionId, answer.weaveId);
		}
		return answer;
	}
	/** Package names that were not asked for while answers came quickly, for the first package that is woven. */
	recallNames() {
		for (const actionId of this.session.lastBuild.answered()) {
			const facts = this.known.factsOf(actionId);
			if (facts) this.session.names.set(packageFacts(facts, this.session.plan).importPath, facts.name);
		}
	}
	async get(actionId, owner) {
		const { session } = this;
		session.stats.gets++;
		const prefix = actionPrefix(actionId);
		owner.actions.set(prefix, actionId);
		if (owner.mode !== "weaving") return session.vanilla.get(actionId);
		const redirect = this.redirected.get(actionId);
		if (redirect !== void 0) return session.weave.get(redirect);
		await session.jobs.wait(prefix, owner);
		const { lastBuild } = session;
		if (lastBuild.isOther(actionId)) return this.getOther(actionId);
		const facts = this.known.factsOf(actionId);
		if (facts) return this.getPackage(owner, actionId, facts);
		const entry = await session.vanilla.get(actionId);
		if (!entry) return void 0;
		if (!isArchiveFile(entry.path)) {
			lastBuild.noteOther(actionId);
			return this.getOther(actionId);
		}
		const peeked = this.known.peek(actionId, entry.path);
		return peeked ? this.getPackage(owner, actionId, peeked) : void 0;
	}
	async getOther(actionId) {
		const entry = await this.session.vanilla.get(actionId);
		if (entry) this.session.lastBuild.noteAnswer(actionId, entry, "");
		return entry;
	}
	async getPackage(owner, actionId, facts) {
		const { session } = this;
		session.names.set(packageFacts(facts, session.plan).importPath, facts.name);
		const key = this.known.keyOf(actionId, facts);
		const record = this.known.recordOf(key, facts);
		if (record === "unknown") {
			session.stats.misses++;
			return;
		}
		if (record === "vanilla") {
			const entry = await session.vanilla.get(actionId);
			if (entry) {
				session.stats.vanillaHits++;
				session.lastBuild.noteAnswer(actionId, entry, "");
			} else session.stats.misses++;
			return entry;
		}
		const id = weaveId(session.plan.code, record, facts.inherited, (path) => identitiesOf(session).of(path));
		const entry = session.weave.get(objectKey(actionId, id, "object"));
		if (!entry || !this.known.reportKept(owner, facts, record, key)) {
			session.stats.misses++;
			return;
		}
		session.stats.wovenHits++;
		session.lastBuild.noteAnswer(actionId, entry, id);
		this.redirect(actionId, id);
		return entry;
	}
	/**
	* Notes what a compilation is, before it runs.
	*
	* @param prefix the action id as -buildid shows it; the full one is known if a Get came before
	*/
	compiled(owner, prefix, outcome) {
		const actionId = owner.actions.get(prefix);
		if (actionId !== void 0) this.settle(actionId, outcome);
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
		this.known.report(owner, outcome.facts, {
			...outcome.woven,
			fromCache: false
		});
		if (this.session.report) this.begunMs.set(prefix, performance.now());
	}
	settle(actionId, outcome) {
		this.known.file(actionId, outcome);
		if (outcome.woven) this.redirect(actionId, outcome.woven.weaveId);
	}
	redirect(actionId, id) {
		for (const what of outputs) this.redirected.set(subkey(actionId, what), objectKey(actionId, id, what));
	}
	/** The woven object of an action, if an earlier build made the same one under other aspects. */
	wovenObject(owner, prefix, id) {
		const actionId = owner.actions.get(prefix);
		if (actionId === void 0) return void 0;
		const { weave } = this.session;
		const object = weave.get(objectKey(actionId, id, "object"));
		if (!object) return void 0;
		const output = weave.get(objectKey(actionId, id, "stdout"));
		return {
			object,
			output: output ? readFileSync(output.path) : Buffer.alloc(0)
		};
	}
	/** What plain go keeps for an action; undefined if what the compiler printed is not there to be replayed (build-protocol B2). */
	async plainObject(owner, prefix) {
		const actionId = owner.actions.get(prefix);
		if (actionId === void 0) return void 0;
		const { vanilla } = this.session;
		const object = await vanilla.get(actionId);
		const output = object && await vanilla.get(subkey(actionId, "stdout"));
		return object && output ? {
			object,
			output: readFileSync(output.path)
		} : void 0;
	}
	async put(actionId, outputId, body, owner) {
		const { session } = this;
		const prefix = actionPrefix(actionId);
		if (owner.mode !== "weaving") return session.vanilla.put(actionId, outputId, body);
		const redirect = this.redirected.get(actionId);
		if (redirect !== void 0) return session.weave.put(redirect, outputId, body);
		const outcome = this.outcomes.get(prefix);
		if (!outcome) {
			if (!owner.actions.has(prefix) && owner.flags?.values.get("a") === "true") return this.hold(actionId, outputId, body);
			return session.vanilla.put(actionId, outputId, body);
		}
		if (!owner.actions.has(prefix)) {
			owner.actions.set(prefix, actionId);
			this.settle(actionId, outcome);
			await this.releaseHeld(actionId);
		}
		try {
			const { woven } = outcome;
			const entry = woven ? session.weave.put(objectKey(actionId, woven.weaveId, "object"), outputId, body) : await session.vanilla.put(actionId, outputId, body);
			session.lastBuild.noteAnswer(actionId, entry, woven?.weaveId ?? "");
			const begunMs = this.begunMs.get(prefix);
			const reported = begunMs === void 0 ? void 0 : session.report?.get(outcome.facts.path);
			if (reported && begunMs !== void 0) reported.compileMs = Math.round(performance.now() - begunMs);
			return entry;
		} finally {
			session.jobs.arrived(prefix);
		}
	}
	hold(actionId, outputId, body) {
		const bytes = takeBytes(body);
		this.held.push({
			actionId,
			outputId,
			body: bytes
		});
		return this.session.weave.put(objectKey(actionId, "", "held"), outputId, bytes);
	}
	/** Files what was held for this action where it belongs. */
	async releaseHeld(actionId) {
		const mine = new Set(outputs.map((what) => subkey(actionId, what)));
		const due = this.held.filter((put) => mine.has(put.actionId));
		this.held = this.held.filter((put) => !mine.has(put.actionId));
		for (const put of due) {
			const redirect = this.redirected.get(put.actionId);
			if (redirect !== void 0) this.session.weave.put(redirect, put.outputId, put.body);
			else await this.session.vanilla.put(put.actionId, put.outputId, put.body);
		}
	}
	/** At the end of a build, what is still held belongs to actions that were never compiled here. */
	async close() {
		for (const put of this.held) await this.session.vanilla.put(put.actionId, put.outputId, put.body);
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

// src/build/type-checker.ts
/** Type-checks packages that are being compiled; only those for which an aspect needs it. */
var TypeChecker = class {
	session;
	sourceDir;
	program;
	archives = /* @__PURE__ */ new Map();
	/** @param helperDir the folder `helper` */
	constructor(session, helperDir) {
		this.session = session;
		this.sourceDir = join(helperDir, "oracle");
	}
	/** @throws GotsError oracle_build_failed */
	async open(owner, sources) {
		this.program ??= this.build(owner);
		return converse(await this.program, sources, (path) => this.archiveOf(owner, path));
	}
	async build(owner) {
		const { plan, log } = this.session;
		const env = {
			...process.env,
			GOCACHEPROG: ""
		};
		const version = await runGo(["env", "GOVERSION"], {
			go: owner.go,
			cwd: owner.cwd,
			env,
			detached: true
		});
		if (version.exitCode !== 0) goFailed("go env GOVERSION", version.stderr);
		return ensureHelper("oracle", {
			go: owner.go,
			goVersion: version.stdout.trim(),
			cacheDir: plan.cacheDir,
			sourceDir: this.sourceDir,
			log,
			touchedFile: process.env["GOTS_TOUCHED"]
		});
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
		const { plan, overlay } = this.session;
		const flags = injectedFlags(owner.flags ? childFlags(owner.flags, "off") : [], plan.injection, overlay);
		const result = await runGo([
			"list",
			"-e",
			"-export",
			"-f",
			"{{.Export}}",
			...flags,
			"--",
			path
		], {
			go: owner.go,
			cwd: owner.cwd,
			env: {
				...process.env,
				GOFLAGS: "-buildvcs=false",
				GOTOOLCHAIN: "local",
				GOCACHEPROG: ""
			},
			detached: true
		});
		const file = result.stdout.trim();
		if (file !== "" && existsSync(file)) return file;
		this.session.log.debug(`types: no archive of ${path}: ${result.stderr.trim()}`);
	}
};
/** A package for type checking: what the compiler is given. */
function sourcesOf(host, importPath) {
	const { command, request, importcfg } = host;
	const absolute = (file) => resolve(request.cwd, file);
	return {
		importPath,
		lang: command.lang,
		goarch: process.env["GOARCH"] ?? "",
		files: command.goFiles.map((name) => ({
			name: recordedName(host, name),
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

// src/build/check-woven.ts
/**
* Whether the package's own files have an error that weaving may hide. Packages of other modules are as their authors published them, and
* not looked at.
*/
async function hiddenErrors(context, host, woven) {
	if (!woven?.mayHideErrors || !isUsers(context, host)) return false;
	context.session.log.debug(`errors of ${host.facts.path} that weaving may hide are looked for`);
	try {
		const { error } = await ask(context, host, {
			...ownSources(context, host),
			strict: true
		}, "error");
		return error !== void 0;
	} catch (error) {
		context.session.log.debug(`errors of ${host.facts.path}: ${error.message}`);
		return true;
	}
}
function isUsers({ session }, { command, request }) {
	return [...new Set(command.goFiles.map((file) => dirname(resolve(request.cwd, file))))].some((folder) => session.plan.moduleDirs.includes(moduleDirOf(folder) ?? ""));
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
	context.session.log.debug(`order of initialisation in ${own.importPath} is compared`);
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
function ownSources({ session }, host) {
	return sourcesOf(host, packageFacts(host.facts, session.plan).importPath);
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

// src/build/profile.ts
const found = /* @__PURE__ */ new WeakMap();
/**
* The profile that cmd/go uses for a package compiled with -pgoprofile: the one named by -pgo, or default.pgo beside the
* main package (build-protocol D2: a child's `go list` would not find it).
*
* @param forMain import path of the main package that the package is compiled or linked for; undefined when the build has one profile
* @returns absolute path, or 'off' if there is none
*/
function findProfile(owner, forMain) {
	const known = found.get(owner) ?? /* @__PURE__ */ new Map();
	found.set(owner, known);
	const key = forMain ?? "";
	let profile = known.get(key);
	if (!profile) {
		profile = search(owner, forMain);
		known.set(key, profile);
	}
	return profile;
}
async function search(owner, forMain) {
	const named = owner.flags?.values.get("pgo");
	if (named !== void 0 && named !== "auto") return named === "off" ? "off" : resolve(owner.cwd, named);
	const patterns = forMain !== void 0 && forMain !== "command-line-arguments" ? [forMain] : owner.flags?.packages ?? [];
	const result = await runGo([
		"list",
		"-e",
		"-json=Dir,Name",
		"--",
		...patterns
	], {
		go: owner.go,
		cwd: owner.cwd,
		env: {
			...process.env,
			GOFLAGS: "-buildvcs=false",
			GOCACHEPROG: ""
		},
		detached: true
	});
	return parseJsonStream(result.stdout).filter((p) => p.Name === "main" && p.Dir).map((p) => join(p.Dir, "default.pgo")).filter((file) => existsSync(file))[0] ?? "off";
}

// src/build/go-process.ts
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

// src/build/predeclared-archive.ts
/**
* The archive of the package by way of which woven code reaches predeclared names (see `predeclared-package.ts`). No module holds
* the package, so the go command cannot make it; since none of its code is compiled before it is used, flags of the build do not count.
*
* @throws Error with the compiler's output
*/
async function predeclaredArchive(session, owner) {
	const key = hashParts("predeclared-1", identitiesOf(session).of(predeclaredPath), predeclaredSource);
	const { path: file, size } = session.weave.get(key) ?? await make(session, owner, key);
	return {
		path: predeclaredPath,
		name: "predeclared",
		file,
		size
	};
}
async function make({ weave }, { go, cwd }, key) {
	const { stdout } = await runGo(["env", "GOTOOLDIR"], {
		go,
		cwd,
		env: {
			...process.env,
			GOCACHEPROG: ""
		}
	});
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
		await promisify(execFile)(join(stdout.trim(), "compile"), [
			...flags,
			"-o",
			archive,
			source
		], { cwd: folder });
		const bytes = readFileSync(archive);
		return weave.put(key, sha256(bytes), bytes);
	} finally {
		rmSync(folder, {
			recursive: true,
			force: true
		});
	}
}

// src/build/resolver.ts
/**
* Builds injected packages: `go list -export` with the flags of the go command they serve, woven by the same rules, one
* package at a time, each once per build (build-protocol D).
*/
var Resolver = class {
	session;
	host;
	running = /* @__PURE__ */ new Map();
	counter = 0;
	constructor(session, host) {
		this.session = session;
		this.host = host;
	}
	/**
	* The archives of a package and of everything it imports.
	*
	* @throws GotsError build_injected_not_found, build_injected_failed, build_injection_cycle
	*/
	async resolve(want) {
		const { session } = this;
		if (want.path === "gots/predeclared") return [await predeclaredArchive(session, want.owner)];
		const missing = identitiesOf(session).missing(want.path);
		if (missing) injectedNotFound(want.path, want.host, firstLine(missing), want.span);
		const key = hashParts("archives-1", identitiesOf(session).of(want.path), want.path, profileId(want.pgo));
		const node = `inject ${want.path} ${want.pgo}`;
		const ring = session.graph.add(want.job.node, node);
		if (ring) injectionCycle(describeRing(injectionsOf([want.job.node, ...ring])), want.span);
		try {
			let archives = this.running.get(node);
			if (!archives) {
				archives = this.fromCache(key) ?? this.build(want, node, key);
				this.running.set(node, archives);
				archives.catch(() => this.running.delete(node));
			}
			return await archives;
		} finally {
			session.graph.remove(want.job.node, node);
		}
	}
	fromCache(key) {
		const archives = this.session.weave.getJson(key);
		const whole = archives?.every((a) => statSync(a.file, { throwIfNoEntry: false })?.size === a.size);
		return archives && whole && this.noteUse(key) ? Promise.resolve(archives) : void 0;
	}
	/** Notes what the build of these archives used; false if that is wanted and not known, so that they must be listed again. */
	noteUse(key) {
		const { touched, weave } = this.session;
		const used = touched && weave.getJson(usedKey(key));
		if (used) touched.noteAll(used);
		return touched === void 0 || used !== void 0;
	}
	async build(want, node, key) {
		const { session, host } = this;
		session.stats.resolutions++;
		const own = want.owner.flags ? childFlags(want.owner.flags, want.pgo) : [];
		const flags = injectedFlags(own, session.plan.injection, session.overlay);
		const child = goProcess(`${process.pid}-${++this.counter}`, [...want.owner.chain, {
			host: want.host,
			path: want.path
		}], node);
		child.mode = "weaving";
		child.cwd = want.owner.cwd;
		child.go = want.owner.go;
		child.flags = want.owner.flags;
		host.adopt(child);
		try {
			const args = [
				"list",
				"-export",
				"-deps",
				`-json=ImportPath,Name,Export,Error`,
				...flags,
				host.toolexecFlag,
				"--",
				want.path
			];
			const result = await runGo(args, {
				go: want.owner.go,
				cwd: want.owner.cwd,
				env: host.childEnv(child.token),
				detached: true,
				started: (pid) => host.started(pid)
			});
			if (result.exitCode !== 0) failed(want, result.stderr);
			const changed = identitiesOf(session).changedFile();
			if (changed !== void 0) planStale(changed);
			const archives = parseJsonStream(result.stdout).filter((p) => p.Export && existsSync(p.Export)).map((p) => ({
				path: p.ImportPath,
				name: p.Name,
				file: p.Export,
				size: statSync(p.Export).size
			}));
			try {
				session.weave.putJson(key, archives);
				if (session.touched) session.weave.putJson(usedKey(key), session.touched.of(child.token));
			} catch {}
			return archives;
		} finally {
			host.dismiss(child);
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

// src/build/restore.ts
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

// src/build/source-pairs.ts
/** The files of a package that weaving changed or added, for the report. */
function sourcePairs(host, woven) {
	const { command, request } = host;
	const changed = new Map(woven.files.flatMap(({ name, text }) => text === void 0 ? [] : [[name, text]]));
	return [...command.goFiles.flatMap((file) => {
		const name = recordedName(host, file);
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

// src/build/woven-compile.ts
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

// src/build/compile-step.ts
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
	const host = describeHost(context, owner, request, command, job);
	const { session, policy } = context;
	const facts = packageFacts(host.facts, session.plan);
	session.names.set(facts.importPath, host.facts.name);
	const again = owner.chain.findIndex(({ host: above }) => above === facts.importPath);
	if (again >= 0) injectionCycle(describeRing(owner.chain.slice(again)), void 0);
	const live = liveAspects(session, facts);
	session.stats.compiles++;
	if (live.length === 0 && host.facts.inherited.length === 0 && host.language === "") return await untouchedReply(context, host, prefix) ?? asIs;
	const types = () => context.types.open(owner, sourcesOf(host, facts.importPath));
	if (live.length > 0) policy.recallNames();
	const woven = live.length > 0 ? await context.weaver.weave(readRequest(host, facts, session), live, types) : void 0;
	const record = recordOf$1(host, woven);
	if (isUntouched(record, host.facts)) return await untouchedReply(context, host, prefix) ?? asIs;
	return compileWoven(context, host, woven, prefix, record);
}
function noteCompiled({ owner }, session) {
	if (owner.chain.length === 0) session.stats.compiled++;
}
/** A package that weaving leaves alone, which only now is known: the user's cache may hold it. */
async function untouchedReply(context, host, prefix) {
	const { session, policy, deps } = context;
	policy.compiled(host.owner, prefix, { facts: host.facts });
	const kept = isSparable(host) ? await policy.plainObject(host.owner, prefix) : void 0;
	const restored = kept && restore(host, kept, deps);
	if (restored) session.stats.restored++;
	else noteCompiled(host, session);
	return restored && { reply: restored };
}
function describeHost(context, owner, request, command, job) {
	const importcfg = parseImportcfg(readFileSync(resolve(request.cwd, command.importcfg), "utf8"));
	const inherited = [];
	for (const file of importcfg.packageFiles.values()) inherited.push(...context.deps.of(resolve(request.cwd, file)));
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
	const language = languageFor(context.session.plan.injection?.languages, parseImportPath(path).path) ?? "";
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
function readRequest(host, facts, session) {
	const { command, request } = host;
	return {
		facts,
		files: command.goFiles.map((name) => ({
			name: recordedName(host, name),
			bytes: readFileSync(resolve(request.cwd, name))
		})),
		packageName: (path) => session.names.get(host.importcfg.importMap.get(path) ?? path),
		packageFiles: (path) => identitiesOf(session).goFilesOf(path),
		lang: command.lang,
		weaverVersion: session.plan.version
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
	const { session, policy } = context;
	const { command, request, owner } = host;
	const id = weaveId(session.plan.code, record, host.facts.inherited, (path) => identitiesOf(session).of(path));
	const matches = woven?.matches ?? [];
	const sources = session.reportsSources && woven ? sourcePairs(host, woven) : void 0;
	policy.compiled(owner, prefix, {
		facts: host.facts,
		woven: {
			record,
			weaveId: id,
			matches,
			files: sources
		}
	});
	session.stats.woven++;
	const kept = isSparable(host) ? policy.wovenObject(owner, prefix, id) : void 0;
	const restored = kept && restore(host, kept, context.deps);
	if (restored) {
		session.stats.restored++;
		return { reply: restored };
	}
	noteCompiled(host, session);
	const output = resolve(request.cwd, command.output);
	const archives = await resolveAll(context, host, record, woven);
	const pending = command.packagePath === "main" ? pendingOf(context, host, record, archives) : [];
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
	const { goFiles, originals } = writeSources(folder, host, woven, pending);
	const importcfg = join(folder, "importcfg");
	const files = new Map(archives.map((archive) => [archive.path, archive.file]));
	writeFileSync(importcfg, printImportcfg(addPackageFiles(host.importcfg, files)));
	const flags = languageFlags(command, {
		path: packageFacts(host.facts, session.plan).importPath,
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
/**
* The archives of all that the host imports anew. What these in turn want linked, a main package imports as well; that is
* not part of its record, since their identities cover it.
*/
async function resolveAll(context, host, record, woven) {
	const { session, resolver, deps } = context;
	const variant = parseImportPath(host.request.importPath);
	const forMain = variant.forMain ?? (host.command.packagePath === "main" ? variant.path : void 0);
	const pgo = host.command.pgoProfile ? await findProfile(host.owner, forMain) : "off";
	const direct = /* @__PURE__ */ new Map();
	const resolveOne = async (path) => {
		const archive = (await resolver.resolve({
			path,
			host: packageFacts(host.facts, session.plan).importPath,
			job: host.job,
			owner: host.owner,
			pgo,
			span: spanOf(path, woven, session)
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
	for (const archive of direct.values()) session.names.set(archive.path, archive.name);
	return [...direct.values()].sort((a, b) => a.path < b.path ? -1 : 1);
}
function pendingOf(context, host, record, archives) {
	const wanted = archives.flatMap((archive) => context.deps.of(archive.file)).filter((dep) => dep.kind === "relocation").map((dep) => dep.path);
	return [.../* @__PURE__ */ new Set([...record.pending, ...wanted])].filter((path) => !host.importcfg.packageFiles.has(path)).sort();
}
/** The aspect that brings a package in, for messages. */
function spanOf(path, woven, session) {
	const applied = new Set((woven?.matches ?? []).map((match) => `${match.aspectSpan.file}:${match.aspectSpan.line}`));
	const mentions = session.plan.aspects.filter((aspect) => JSON.stringify(aspect.advice).includes(JSON.stringify(path)));
	return (mentions.find((aspect) => applied.has(`${aspect.span.file}:${aspect.span.line}`)) ?? mentions[0])?.span;
}
function writeSources(folder, host, woven, pending) {
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

// src/gomod/sums.ts
/** Checksums of modules, by `path version`, from every go.sum that the build reads. */
function moduleSums(plan) {
	const sums = /* @__PURE__ */ new Map();
	const files = plan.moduleDirs.map((dir) => join(dir, "go.sum"));
	if (plan.injection) files.push(plan.injection.sums);
	for (const file of files) for (const line of read(file).split("\n")) {
		const [path, version, sum] = line.split(" ");
		if (path && version && sum && !version.endsWith("/go.mod")) sums.set(`${path} ${version}`, sum);
	}
	return sums;
}
function read(file) {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return "";
	}
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

// src/build/injected-modules.ts
/**
* The modinfo line of a binary with the modules of the injected packages in it, and gots' own build settings, so that
* `go version -m` and vulnerability scanners see what is really there.
*
* @param paths import paths of the packages that were added to the link
*/
async function extendedModinfo(session, owner, quoted, paths) {
	const modules = await modulesOf(session, owner, paths);
	const settings = /* @__PURE__ */ new Map([["gots.version", session.plan.version]]);
	return extendModinfo(quoted, {
		modules,
		settings
	});
}
async function modulesOf(session, owner, paths) {
	const key = hashParts("modules-1", session.overlay ?? "", owner.cwd, JSON.stringify(session.plan.inputs), paths.join("\n"));
	const known = session.weave.getJson(key);
	if (known) return known;
	const given = owner.flags?.values.get("modfile");
	const own = given === void 0 ? [] : [`-modfile=${given}`];
	const flags = injectedFlags(own, session.plan.injection, session.overlay);
	const result = await runGo([
		"list",
		"-e",
		"-json=ImportPath,Module,Standard",
		...flags,
		"--",
		...paths
	], {
		go: owner.go,
		cwd: owner.cwd,
		env: {
			...process.env,
			GOFLAGS: "-buildvcs=false",
			GOCACHEPROG: ""
		},
		detached: true
	});
	const listed = /* @__PURE__ */ new Map();
	for (const p of parseJsonStream(result.stdout)) if (p.Module) listed.set(p.Module.Path, p.Module);
	const sums = moduleSums(session.plan);
	const standIns = session.plan.injection?.standIns ?? {};
	const describe = (m) => {
		if (m.Replace && standIns[m.Replace.Path] === `${m.Path}@${m.Version}`) return {
			path: m.Path,
			version: m.Version ?? "",
			sum: sums.get(`${m.Path} ${m.Version}`) ?? ""
		};
		if (m.Replace && !m.Replace.Version && m.Version === someVersion(m.Path)) return {
			path: m.Path,
			version: `v${session.plan.version}`,
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
		session.weave.putJson(key, modules);
	} catch {}
	return modules;
}

// src/build/link-step.ts
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
		extended = setModinfo(extended, await extendedModinfo(context.session, owner, modinfo, paths));
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
		const pgo = missing.length > 0 ? await findProfile(owner, mainOf(request.importPath)) : "off";
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
async function linkerFor({ session }, owner, chosen, added) {
	if (chosen === void 0 || !added.some((archive) => identitiesOf(session).isCxx(archive.path))) return void 0;
	const result = await runGo([
		"env",
		"-json",
		"CC",
		"CXX"
	], {
		go: owner.go,
		cwd: owner.cwd,
		env: process.env
	});
	const { CC, CXX } = JSON.parse(result.stdout);
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

// src/build/report-file.ts
/**
* Writes what GOTS_REPORT and GOTS_STATS ask for.
*
* @param startedMs when this process started, in ms since 1970
*/
function writeReport(session, startedMs) {
	const { report, stats, plan } = session;
	const target = process.env["GOTS_REPORT"];
	if (target && report) {
		const written = {
			version: plan.version,
			goVersion: plan.goVersion,
			rootModule: plan.rootModule,
			packages: [...report.values()].filter(({ asked }) => asked).map(({ asked, ...entry }) => entry).sort((a, b) => a.importPath < b.importPath ? -1 : 1),
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
			buildMs: Math.round(Date.now() - startedMs),
			compiled: stats.compiled
		};
		writeFileSync(target, `${JSON.stringify(written, null, 2)}\n`);
	}
	const statsFile = process.env["GOTS_STATS"];
	if (statsFile) {
		const maxRssBytes = process.resourceUsage().maxRSS * 1024;
		writeFileSync(statsFile, `${JSON.stringify({
			...stats,
			replayed: 0,
			maxRssBytes
		})}\n`);
	}
}

// src/build/weaver.ts
/** Weaves packages; loads weaving and the grammar when the first one needs it, which most builds never do. */
var Weaver = class {
	loaded;
	plugins;
	constructor(plugins) {
		this.plugins = plugins;
	}
	/** @param types begins a conversation about the package; called once, if an aspect needs types */
	async weave(request, aspects, types) {
		this.loaded ??= load();
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
async function load() {
	const [{ loadGrammar }, { weaveWithTypes }] = await Promise.all([import("./chunk-grammar2.mjs"), import("./chunk-weave-with-types2.mjs")]);
	const grammar = await loadGrammar({
		runtimeWasm: readFileSync(wasmPath("web-tree-sitter.wasm")),
		goWasm: readFileSync(wasmPath("tree-sitter-go.wasm"))
	});
	return (request, aspects, plugins, ask) => weaveWithTypes(request, aspects, {
		grammar,
		plugins
	}, ask);
}

// src/build/server.ts
/** Errors that the compiler most likely has as well, and explains better. */
const aboutSource = /* @__PURE__ */ new Set(["weave_syntax_unknown", "weave_type_unknown"]);
/**
* The process that GOCACHEPROG starts, one per go command: cache, job server and weaver together. It lives exactly as long
* as the build; all it must keep is on disk when a Put is answered (build-protocol C4).
*/
var BuildServer = class {
	toolexecFlag;
	session;
	options;
	policy;
	answers;
	resolver;
	weaver;
	deps;
	root = goProcess("", [], void 0);
	children = /* @__PURE__ */ new Map();
	groups = /* @__PURE__ */ new Set();
	/** What follows when the tool at the other end has ended. */
	afterwards = /* @__PURE__ */ new WeakMap();
	listener;
	constructor(options) {
		this.options = options;
		this.session = options.session;
		this.toolexecFlag = options.toolexecFlag;
		this.weaver = new Weaver(pluginLoader(options.session.plan.aspectFiles));
		this.policy = new CachePolicy(options.session);
		this.answers = new Answers(options.session, this.policy, this.root, options.socket);
		this.resolver = new Resolver(options.session, this);
		this.deps = new ArchiveDeps(options.session.plan.goCache);
		this.listener = createServer((socket) => this.accept(socket));
	}
	/** Listens; the socket appears under its name only when it answers (build-protocol I2). */
	async listen() {
		const { socket, resumed } = this.options;
		if (resumed?.listening) return this.goOnListening(resumed, resumed.listening.fd);
		const temp = join(dirname(socket), `${process.pid}.new`);
		await this.listenOn({ path: temp });
		chmodSync(temp, 384);
		renameSync(temp, socket);
	}
	/** Nothing is heard before this server is in the state in which the front was: a compilation must not pass for one before the hello. */
	async goOnListening(resumed, fd) {
		await this.answers.repeat(resumed);
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
		const { resumed } = this.options;
		if (!resumed?.listening) writeResponse(output, greeting);
		if (resumed && resumed.input.length > 0) input.unshift(resumed.input);
		return new Promise((resolve) => {
			this.answers.converse(this.root, input, output, resolve);
		});
	}
	/** Ends what the build started and files what is left. */
	async close() {
		this.session.jobs.finishAll();
		for (const pid of this.groups) try {
			process.kill(-pid, "SIGKILL");
		} catch {}
		this.listener.close();
		for (const file of [this.options.socket, noteFile(this.options.socket)]) rmSync(file, { force: true });
		await this.policy.close();
		if (this.root.mode === "unknown" && this.session.stats.gets > 0 && process.env["GOTS_DEBUG"]) this.session.log.debug("no compiler reported through the shim; nothing was woven");
		this.session.lastBuild.save();
		this.session.touched?.save();
		const { resumed, startedMs } = this.options;
		if (resumed?.target) this.answers.saveReplay(resumed.target, startedMs);
		writeReport(this.session, startedMs);
		await this.session.vanilla.close();
		this.session.weave.trim();
	}
	childEnv(token) {
		return {
			...process.env,
			GOFLAGS: "-buildvcs=false",
			GOTOOLCHAIN: "local",
			GOCACHEPROG: this.options.childCacheProg,
			GOTS_SERVER: this.options.socket,
			GOTS_CHAIN: token
		};
	}
	adopt(child) {
		this.children.set(child.token, child);
	}
	dismiss(child) {
		this.children.delete(child.token);
	}
	started(pid) {
		this.groups.add(pid);
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
				this.session.log.warn(`shim: ${error.message}`);
				socket.destroy();
			}
		};
		socket.on("data", onData);
		socket.on("error", () => socket.destroy());
		socket.on("close", () => {
			if (job) this.session.jobs.ended(job);
		});
		if (before.length > 0) onData(before);
	}
	/** A child's cache program has introduced itself; from here on its stream speaks cmd/go's protocol. */
	adoptStream(frame, socket, rest) {
		const child = this.children.get(frame.fields.get("chain")?.[0]?.toString() ?? "");
		if (!child) {
			socket.destroy();
			return;
		}
		if (rest.length > 0) socket.unshift(rest);
		writeResponse(socket, greeting);
		this.answers.converse(child, socket, socket, () => socket.end());
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
		const { session } = this;
		if (request.kind === "ended") {
			const { output: stdout } = request;
			return { reply: await this.afterwards.get(socket)?.ended(request) ?? {
				kind: "done",
				exitCode: 0,
				stdout,
				stderr: ""
			} };
		}
		const owner = request.chain === "" ? this.root : this.children.get(request.chain) ?? this.root;
		if (request.kind === "hello" || request.kind === "salt") {
			await this.answers.greetedBy(owner, request);
			if (request.kind === "hello") return { reply: { kind: "ok" } };
			return { reply: {
				kind: "salt",
				salt: owner.mode === "weaving" ? linkSalt(session) : ""
			} };
		}
		const asIs = { reply: {
			kind: "exec",
			argv: [request.tool, ...request.args],
			env: []
		} };
		if (owner.mode !== "weaving") return asIs;
		const job = session.jobs.start(prefixOf(request), request.importPath, owner);
		started(job);
		const common = {
			session,
			resolver: this.resolver,
			deps: this.deps
		};
		const tools = {
			...common,
			policy: this.policy,
			weaver: this.weaver,
			types: this.options.types
		};
		return usedBy(session, owner, async () => request.kind === "link" ? { reply: await linkStep(common, owner, request, job) } : compileStep(tools, owner, request, job));
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

// src/build/vanilla.ts
/**
* GOCACHE on disk. What cannot be written there (read-only, full) goes to `spill`, since cmd/go needs a path for packages
* that `go list -export` asked for (build-protocol H4).
*/
function diskCache(dir, more) {
	const { spill, log, memory, touch } = more;
	const store = new Store(dir, warnOfFirst(log, "building anew"), {
		overflow: { take(error, { actionId, outputId, body }) {
			log.warn(`cache: cannot write to ${dir} (${error.code}); it is left as it is`);
			return spill.put(actionId, outputId, body);
		} },
		memory,
		touch
	});
	return {
		get: (actionId) => store.get(actionId),
		put: (actionId, outputId, body) => store.put(actionId, outputId, body),
		spool: (outputId) => store.spool(outputId),
		close: async () => store.trim()
	};
}
/** The user's own GOCACHEPROG, driven as cmd/go would drive it (protocol: see gocache/protocol.ts). */
async function backingCache(argv, log) {
	const backing = new Backing(spawn(argv[0], argv.slice(1), {
		stdio: [
			"pipe",
			"pipe",
			"inherit"
		],
		detached: true
	}));
	await backing.ready;
	return {
		async get(actionId) {
			const answer = await backing.ask({
				Command: "get",
				ActionID: base64(actionId)
			});
			if (answer.Err || answer.Miss || !answer.OutputID || !answer.DiskPath) {
				if (answer.Err) log.warn(`cache: GOCACHEPROG: ${answer.Err}`);
				return;
			}
			const outputId = Buffer.from(answer.OutputID, "base64").toString("hex");
			const timeMs = answer.Time ? Date.parse(answer.Time) : Date.now();
			return existsSync(answer.DiskPath) ? {
				outputId,
				size: answer.Size ?? 0,
				timeMs,
				path: answer.DiskPath
			} : void 0;
		},
		async put(actionId, outputId, body) {
			const bytes = takeBytes(body);
			const request = {
				Command: "put",
				ActionID: base64(actionId),
				OutputID: base64(outputId),
				BodySize: bytes.length
			};
			const answer = await backing.ask(request, bytes);
			if (answer.Err || !answer.DiskPath) throw new Error(answer.Err ?? "GOCACHEPROG gave no DiskPath");
			return {
				outputId,
				size: bytes.length,
				timeMs: Date.now(),
				path: answer.DiskPath
			};
		},
		spool: () => void 0,
		async close() {
			await backing.close();
		}
	};
}
function base64(hex) {
	return Buffer.from(hex, "hex").toString("base64");
}
/** One running GOCACHEPROG. */
var Backing = class {
	ready;
	child;
	waiting = /* @__PURE__ */ new Map();
	known = [];
	nextId = 1;
	ended = false;
	constructor(child) {
		this.child = child;
		this.ready = new Promise((resolve, reject) => {
			this.waiting.set(0, (hello) => {
				this.known = hello.KnownCommands ?? [];
				resolve();
			});
			child.on("error", reject);
			child.on("exit", () => {
				this.ended = true;
				reject(/* @__PURE__ */ new Error("GOCACHEPROG ended before its first message"));
				for (const [id, answer] of this.waiting) answer({
					ID: id,
					Err: "GOCACHEPROG ended"
				});
			});
		});
		createInterface({ input: child.stdout }).on("line", (line) => {
			const answer = JSON.parse(line);
			const done = this.waiting.get(answer.ID);
			this.waiting.delete(answer.ID);
			done?.(answer);
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
			const input = this.child.stdin;
			input.write(`${JSON.stringify({
				ID: id,
				...request
			})}\n\n`);
			if (body && body.length > 0) input.write(`"${body.toString("base64")}"\n`);
		});
	}
	async close() {
		if (!this.ended && this.known.includes("close")) await this.ask({ Command: "close" });
		this.child.stdin?.end();
	}
};

// src/build/wait-graph.ts
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

// src/build/main.ts
for (const signal of [
	"SIGINT",
	"SIGQUIT",
	"SIGHUP",
	"SIGTERM"
]) process.on(signal, () => {});
allowBrokenPipes();
const startedMs = Date.now() - process.uptime() * 1e3;
const resumedFd = process.env["GOTS_RESUME"];
delete process.env["GOTS_RESUME"];
const planFile = process.env["GOTS_PLAN"];
try {
	if (planFile) await main(planFile);
	else planUnusable("GOTS_PLAN", "it is not set");
} catch (error) {
	const text = error instanceof GotsError ? formatError(error) : `gots: ${error.stack}`;
	process.stderr.write(`${text}\n`);
	process.exitCode = 1;
}
/** Writes without a stream: a build asks thousands of questions one after the other, and each answer is waited for. */
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
/** Tells go commands apart: the same command line in the same place asks for the same packages. */
function commandHash(planPath) {
	const { GOOS, GOARCH, CGO_ENABLED, GOFLAGS, GOEXPERIMENT, GOTOOLCHAIN } = process.env;
	const settings = [
		GOOS,
		GOARCH,
		CGO_ENABLED,
		GOFLAGS,
		GOEXPERIMENT,
		GOTOOLCHAIN
	].map((value) => value ?? "");
	return hashParts(planPath, process.cwd(), commandLine(process.ppid), ...settings).slice(0, 32);
}
async function main(file) {
	const resumed = resumedFd ? readResumed(resumedFd) : void 0;
	const here = dirname(fileURLToPath(import.meta.url));
	const known = readPlan(file, weaverCode(dirname(here), dirname(dirname(dirname(file)))));
	const plan = "plan" in known ? known.plan : planUnusable(file, known.reason);
	const nested = process.env["GOTS_NESTED"] !== "1" && isNested(process.ppid);
	const log = lineLog((line) => process.stderr.write(line), process.env["GOTS_DEBUG"] !== void 0);
	const touched = process.env["GOTS_TOUCHED"] ? new Touched(process.env["GOTS_TOUCHED"]) : void 0;
	const lastBuild = new LastBuild(join(plan.cacheDir, "builds", `${commandHash(file)}.json`), {
		canRepeat: !touched,
		code: plan.code
	});
	const overflow = new TemporaryOverflow((error) => warnUnwritable(log, plan.cacheDir, error));
	const weave = new Store(plan.cacheDir, warnOfFirst(log, "weaving anew"), {
		isOurs: true,
		overflow,
		memory: lastBuild.store("weave"),
		touch: touched?.in(plan.cacheDir)
	});
	const goCache = process.env["GOCACHE"] || plan.goCache;
	const backing = splitQuoted(userCacheProg());
	const vanilla = backing.length > 0 ? await backingCache(backing, log) : diskCache(goCache, {
		spill: weave,
		log,
		memory: lastBuild.store(goCache),
		touch: touched?.in(goCache)
	});
	const graph = new WaitGraph();
	const session = {
		plan: {
			...plan,
			goCache
		},
		log,
		weave,
		vanilla,
		graph,
		jobs: new Jobs(graph),
		stats: {
			gets: 0,
			vanillaHits: 0,
			wovenHits: 0,
			misses: 0,
			compiles: 0,
			woven: 0,
			restored: 0,
			resolutions: 0,
			compiled: 0
		},
		identities: void 0,
		overlay: void 0,
		injectedOnly: /* @__PURE__ */ new Set(),
		names: /* @__PURE__ */ new Map(),
		report: process.env["GOTS_REPORT"] ? /* @__PURE__ */ new Map() : void 0,
		reportsSources: Boolean(process.env["GOTS_REPORT"] && process.env["GOTS_REPORT_SOURCES"]),
		lastBuild,
		touched,
		nested
	};
	if (!nested) checkGoCommand(argumentsOf(process.ppid), plan, log);
	runtimeDir();
	const self = join(here, "cacheprog.mjs");
	const socket = resumed?.listening?.socket ?? socketPath(process.ppid);
	const build = new BuildServer({
		session,
		socket,
		startedMs,
		resumed,
		childCacheProg: [
			plan.shim,
			"cacheprog",
			process.execPath,
			...nodeFlags,
			self
		].map(quoteWord).join(" "),
		toolexecFlag: `-toolexec=${quoteWord(plan.shim)}`,
		types: new TypeChecker(session, join(dirname(self), "..", "helper"))
	});
	const ended = noteAtWork(plan.cacheDir, [plan.cacheDir, goCache]);
	await build.listen();
	await build.serve(process.stdin, { write: writeStdout });
	await build.close();
	overflow.remove();
	ended();
	removeAllLeftOvers(plan.cacheDir, socket);
	process.exit(0);
}

export {  };