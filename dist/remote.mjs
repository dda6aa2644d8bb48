import "./chunk-rolldown-runtime.mjs";
import { i as formatError, r as GotsError } from "./chunk-message.mjs";
import { t as megabytes } from "./chunk-amounts.mjs";
import { n as unseal, o as writeWhole } from "./chunk-sealed.mjs";
import { a as pullSigns, c as parseManifest, i as remoteReadOnly, l as FetchServer, m as manifestNames, n as remoteFailed, o as manifestText, p as candidates, r as remoteNotSet, s as packId, t as remoteSettings } from "./chunk-remote-settings.mjs";
import { n as sha256 } from "./chunk-hash.mjs";
import { c as readEntry, i as cacheNames, l as readRegular, n as removeJob, o as isEntryName, r as waitingJobs, s as outputId, u as sourceOf } from "./chunk-outbox.mjs";
import { n as CacheFolder, t as withLock } from "./chunk-lock.mjs";
import { a as RemoteError, n as patient, t as hasty } from "./chunk-http-request.mjs";
import { n as readIfThere, t as namesIfThere } from "./chunk-read-if-there.mjs";
import "./chunk-silence-watch.mjs";
import { availableParallelism, setPriority } from "node:os";
import { readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants as constants$2, gunzipSync, gzipSync } from "node:zlib";

// src/cache/remote/breaker.ts
/**
* The speed below which compiling is faster: a core compiles about 2 MB of archives a second, which are 0.4 MB in packs; a sixth of that leaves
* room for a slow start. With the steps of its clock that is less than a second.
*/
function leastSpeed(cores) {
	return {
		bytesPerSecond: 65536 * cores,
		windowMs: 900
	};
}
/** Watches how fast bytes come while some are awaited. */
var SpeedWatch = class {
	least;
	samples = [];
	bytes = 0;
	lastMs = 0;
	clockMs = 0;
	constructor(least) {
		this.least = least;
	}
	add(count) {
		this.bytes += count;
	}
	/**
	* Takes note of the time; to be called a few times in each window while bytes are awaited.
	*
	* @returns whether too little came during the whole window that ends now
	*/
	isSlow(nowMs) {
		const { windowMs, bytesPerSecond } = this.least;
		this.clockMs += Math.min(Math.max(nowMs - this.lastMs, 0), windowMs / 4);
		this.lastMs = nowMs;
		this.samples.push({
			atMs: this.clockMs,
			bytes: this.bytes
		});
		const start = this.samples.findLast(({ atMs }) => this.clockMs - atMs >= windowMs);
		if (!start) return false;
		return this.bytes - start.bytes < bytesPerSecond * (this.clockMs - start.atMs) / 1e3;
	}
	/** Nothing is awaited any more: the window begins again. */
	forget() {
		this.samples.length = 0;
	}
};

// src/cache/packs/pack-format.ts
const magic = "gots-pack 1\n";
/** A pack holds no more than this before it is compressed: a small file that grows without end is no pack. */
const mostRawBytes = 536870912;
/** Bytes for which zlib changes threads once: with its 16 kB, half of the time goes there. */
const chunkSize = 1 << 20;
const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);
/**
* Puts files into one pack: a line that says what it is, the list of files in JSON, their bytes in the same order, all compressed with brotli.
* Level 5 makes archives a quarter smaller than gzip's best and is read as fast; a pack is written once and read by many machines.
*/
async function encodePack(files) {
	const list = files.map(({ path, bytes }) => [
		path,
		outputId(path) ?? sha256(bytes),
		bytes.length
	]);
	const raw = Buffer.concat([Buffer.from(`${magic}${JSON.stringify({ files: list })}\n`), ...files.map(({ bytes }) => bytes)]);
	return compress(raw, { params: {
		[constants$2.BROTLI_PARAM_QUALITY]: 5,
		[constants$2.BROTLI_PARAM_LGWIN]: constants$2.BROTLI_MAX_WINDOW_BITS,
		[constants$2.BROTLI_PARAM_SIZE_HINT]: raw.length
	} });
}
/**
* The files of a pack, each with the digest that its list names.
*
* @throws Error that says what is wrong, if anything is: half a pack is none
*/
async function decodePack(pack) {
	const raw = await decompress(pack, {
		maxOutputLength: mostRawBytes,
		chunkSize
	});
	const head = raw.indexOf(10, 12);
	if (raw.toString("latin1", 0, 12) !== magic || head < 0) throw new Error("it is no pack");
	const { files } = JSON.parse(raw.toString("utf8", 12, head));
	if (!Array.isArray(files)) throw new Error("its list is damaged");
	let at = head + 1;
	const unpacked = files.map((entry) => {
		const [path, digest, size] = Array.isArray(entry) ? entry : [];
		if (typeof path !== "string" || !isEntryName(path)) throw new Error("it holds a file that no cache has");
		if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0) throw new Error("its list is damaged");
		const bytes = raw.subarray(at, at + size);
		at += size;
		if (bytes.length !== size || sha256(bytes) !== digest) throw new Error(`${path} is not what its digest says`);
		if ((outputId(path) ?? digest) !== digest) throw new Error(`${path} is not what its name says`);
		return {
			path,
			bytes
		};
	});
	if (at !== raw.length) throw new Error("it is longer than its list says");
	return unpacked;
}

// src/cache/packs/unpack.ts
/** Writes the files of packs into the caches of this machine. */
var Unpacker = class {
	folders;
	time;
	writers;
	/** @param time of the files that are added; now, if undefined */
	constructor(folders, time) {
		this.folders = folders;
		this.time = time;
		this.writers = {
			go: new CacheFolder(folders.go, false),
			weave: new CacheFolder(folders.weave, true)
		};
	}
	/**
	* Adds files to the caches, each whole or not at all. What is there stays as it is, and an entry appears after the output that it names:
	* a build may look at any time.
	*
	* @param onFile told after each file
	* @throws the error of the file system, of a full disk for example; what was written until then is whole
	*/
	unpack(files, onFile = () => {}) {
		const count = {
			added: 0,
			kept: 0,
			broken: 0
		};
		const outputsFirst = [...files].sort((a, b) => rank(a.path) - rank(b.path));
		for (const file of outputsFirst) {
			count[this.place(file)]++;
			onFile();
		}
		return count;
	}
	place({ path, bytes }) {
		const target = sourceOf(this.folders, path);
		if (this.isThere(path, target, bytes.length)) return "kept";
		if (path.startsWith("weave/bin/")) {
			writeWhole(target, bytes, path.endsWith(".sum") ? 384 : 493);
			return "added";
		}
		if (path.endsWith("-a") && !this.isUsable(path, bytes)) return "broken";
		const key = /([0-9a-f]{64})-f$/.exec(path)?.[1];
		if (key !== void 0 && "reason" in unseal(key, bytes.toString("utf8"))) return "broken";
		this.writers[path.startsWith("go/") ? "go" : "weave"].write(target, bytes);
		if (this.time) utimesSync(target, this.time, this.time);
		return "added";
	}
	/** An output that was cut off is not there, nor is an entry whose output is gone: a look-up would miss. */
	isThere(path, target, size) {
		const info = statSync(target, { throwIfNoEntry: false });
		if (!info?.isFile()) return false;
		if (outputId(path) !== void 0) return info.size === size;
		return !path.endsWith("-a") || this.isUsable(path, readRegular(target) ?? Buffer.alloc(0));
	}
	/** Whether the text of an entry is one of its action, and the output that it names is there. */
	isUsable(path, text) {
		const entry = readEntry(path, text);
		if (!entry) return false;
		const cache = path.slice(0, path.indexOf("/"));
		const output = sourceOf(this.folders, `${cache}/${entry.outputId.slice(0, 2)}/${entry.outputId}-d`);
		return statSync(output, { throwIfNoEntry: false })?.size === entry.size;
	}
};
/** Outputs, then what names them. */
function rank(path) {
	return outputId(path) === void 0 ? 1 : 0;
}

// src/cache/remote/manifest-store.ts
/** Manifests of more bytes are not read. */
const mostBytes = 16777216;
/** A manifest as it is stored: a line with its signature, or `-`, in front of its text; compressed. */
function sealManifest(manifest, signer) {
	const text = manifestText(manifest);
	return gzipSync(`${signer?.sign?.(text) ?? "-"}\n${text}`);
}
/**
* Reads what {@link sealManifest} made.
*
* @param name under which it was found
* @param signer if any, only what was signed with its key is believed
*/
function openManifest(bytes, name, signer) {
	const unbelievable = (reason) => ({
		kind: "unbelievable",
		reason
	});
	let sealed;
	try {
		sealed = gunzipSync(bytes, { maxOutputLength: 4 * mostBytes }).toString("utf8");
	} catch {
		return unbelievable("a manifest is damaged");
	}
	const end = sealed.indexOf("\n");
	const [signature, text] = [sealed.slice(0, Math.max(end, 0)), sealed.slice(end + 1)];
	if (signer && signature === "-") return unbelievable("a manifest is not signed");
	if (signer && !signer.verify(text, signature)) return unbelievable("a manifest is signed with another key");
	const manifest = parseManifest(text);
	if (!manifest) return unbelievable("a manifest is damaged, or of another version of gots");
	return manifest.names.includes(name) ? {
		kind: "found",
		manifest
	} : unbelievable("a manifest lies under a name that it was not made for");
}
/**
* Asks for all manifests that may help at once, so that this takes one round trip, and takes the best.
*
* @param onDoubt told of each manifest that is not believed
* @returns undefined if there is none
* @throws RemoteError of the server
*/
async function bestManifest(store, from, signer, onDoubt) {
	return (await Promise.all(from.map(async ({ name, isOwn }) => {
		const bytes = await store.get(`ac/${name}`, { mostBytes });
		const read = bytes ? openManifest(bytes, name, signer) : { kind: "absent" };
		if (read.kind === "unbelievable") onDoubt(read.reason);
		return read.kind === "found" ? {
			manifest: read.manifest,
			isOwn
		} : void 0;
	}))).find((manifest) => manifest !== void 0);
}

// src/cache/remote/fetcher.ts
const parallel$2 = 8;
/** A pack of which most is here already is fetched only if a build asks for the rest. */
const worthShare = .1;
/**
* Fetches the packs of a build's manifest and unpacks them into the caches of this machine. A server that is silent, slow, refuses or lies ends
* all of it: the build compiles what has not come.
*/
var Fetcher = class {
	context;
	unpacker;
	speed;
	packs = [];
	queue = [];
	asked = /* @__PURE__ */ new Set();
	giving = new AbortController();
	workers = /* @__PURE__ */ new Set();
	active = 0;
	problem;
	noticed = false;
	hasAnswered = false;
	done = 0;
	bytes = 0;
	added = 0;
	constructor(context) {
		this.context = context;
		this.unpacker = new Unpacker(context.folders, context.fileTime);
		this.speed = new SpeedWatch(context.leastSpeed);
	}
	/** Fetches what a build will most likely ask for. Never rejects. */
	async run() {
		const { candidates, signer, events, local } = this.context;
		try {
			const best = await bestManifest({ get: (name, { mostBytes }) => this.receive(name, mostBytes) }, candidates, signer, (reason) => this.tell(`${reason}; it is not used`));
			this.packs = best?.manifest.packs ?? [];
			events.onIndex(this.packs);
			if (best?.isOwn) {
				for (const [number, { ids }] of this.packs.entries()) if (ids.filter((id) => !local.has(id)).length > worthShare * ids.length) this.want(number);
			}
		} catch (error) {
			this.fail(error);
			events.onIndex([]);
		}
		await this.settled();
	}
	/** A build asks for something of this pack. */
	want(number, first = false) {
		if (this.asked.has(number) || this.packs[number] === void 0) return;
		this.asked.add(number);
		if (this.problem !== void 0) {
			this.context.events.onPack(number);
			return;
		}
		if (first) this.queue.unshift(number);
		else this.queue.push(number);
		this.startWorkers();
	}
	/** A build waits for this pack: it is the next one. */
	hurry(number) {
		this.want(number, true);
		const at = this.queue.indexOf(number);
		if (at > 0) this.queue.unshift(...this.queue.splice(at, 1));
	}
	/** Settles when nothing that was asked for is under way. */
	async settled() {
		while (this.workers.size > 0) await Promise.all(this.workers);
	}
	/** To be called a few times a second: ends a fetch that is too slow. */
	tick() {
		if (this.active === 0) this.speed.forget();
		else if (this.speed.isSlow(this.context.now())) {
			const { bytesPerSecond, windowMs } = this.context.leastSpeed;
			const slow = `it sends less than ${Math.round(bytesPerSecond / 1024)} kB/s`;
			this.fail(new RemoteError(this.hasAnswered ? slow : `no answer within ${windowMs / 1e3} s`));
		}
	}
	result() {
		return {
			...this.progress(),
			added: this.added,
			problem: this.problem
		};
	}
	progress() {
		return {
			packs: this.done,
			wanted: this.asked.size,
			bytes: this.bytes
		};
	}
	startWorkers() {
		while (this.workers.size < parallel$2 && this.workers.size < this.queue.length + this.active) {
			const worker = this.work();
			this.workers.add(worker);
			worker.then(() => this.workers.delete(worker));
		}
	}
	async work() {
		await Promise.resolve();
		for (let number = this.queue.shift(); number !== void 0; number = this.queue.shift()) {
			if (this.problem === void 0) await this.fetchPack(this.packs[number]);
			this.done++;
			this.context.events.onPack(number);
			this.context.events.onProgress(this.progress());
		}
	}
	async fetchPack(ref) {
		const count = (bytes) => {
			this.bytes += bytes;
			this.context.events.onProgress(this.progress());
		};
		const bytes = await this.receive(`cas/${ref.digest}`, ref.size, count).catch((error) => this.fail(error));
		if (bytes === void 0 || this.problem !== void 0) return;
		if (sha256(bytes) !== ref.digest) {
			this.tell("a pack is not what its digest says; it is not used");
			return;
		}
		try {
			const files = await decodePack(bytes);
			this.context.events.onWork();
			this.added += this.unpacker.unpack(files, this.context.events.onWork).added;
		} catch (error) {
			const { code, message } = error;
			if (code !== void 0 && !code.startsWith("ERR_")) this.fail(/* @__PURE__ */ new Error(`what it sends cannot be written here (${code})`));
			else this.tell(`a pack is damaged: ${message}; it is not used`);
		}
	}
	/** @throws RemoteError */
	async receive(name, mostBytes, onBytes) {
		this.active++;
		try {
			return await this.context.store.get(name, {
				mostBytes,
				signal: this.giving.signal,
				onBytes: (count) => {
					this.hasAnswered = true;
					this.speed.add(count);
					onBytes?.(count);
				}
			});
		} finally {
			this.active--;
		}
	}
	fail(error) {
		if (this.problem !== void 0) return;
		this.problem = error.message;
		this.tell(`${this.problem}; the build goes on without it`);
		this.giving.abort();
		for (const number of this.asked) this.context.events.onPack(number);
	}
	tell(text) {
		if (this.noticed) return;
		this.noticed = true;
		this.context.notice(`shared cache ${this.context.store.place}: ${text}`);
	}
};

// src/cache/remote/local-ids.ts
/** The {@link packId} of all that the caches of this machine hold. Names are listed, no file is looked at. */
function localIds(folders) {
	const ids = /* @__PURE__ */ new Set();
	for (const cache of cacheNames) for (const sub of namesIfThere(folders[cache])) {
		if (!/^[0-9a-f]{2}$|^bin$/.test(sub)) continue;
		for (const name of readdirSync(join(folders[cache], sub))) {
			const id = packId(`${cache}/${sub}/${name}`);
			if (id !== void 0) ids.add(id);
		}
	}
	return ids;
}

// src/cache/remote/progress-line.ts
/** What takes less time is not worth a word. */
const quietMs = 1e3;
const everyMs = 200;
/** The one line of a terminal that says how far a fetch is. */
var FetchProgressLine = class {
	terminal;
	now;
	startedMs;
	shownMs = 0;
	isShown = false;
	constructor(terminal, now) {
		this.terminal = terminal;
		this.now = now;
		this.startedMs = now();
	}
	show({ packs, wanted, bytes }) {
		const now = this.now();
		if (!this.terminal.isTerminal || now - this.startedMs < quietMs || now - this.shownMs < everyMs) return;
		this.shownMs = now;
		this.isShown = true;
		this.terminal.write(`\r\u001b[Kfetching packs ${packs} of ${wanted}, ${Math.round(bytes / 1e6)} MB`);
	}
	clear() {
		if (this.isShown) this.terminal.write("\r\x1B[K");
		this.isShown = false;
	}
	/** Prints something that stays. */
	print(text) {
		this.clear();
		this.terminal.write(text);
	}
};

// src/cache/remote/remote-state.ts
function fileOf(cacheDir) {
	return join(cacheDir, "remote", "state.json");
}
function readState(cacheDir) {
	try {
		return JSON.parse(readIfThere(fileOf(cacheDir)) || "{}") ?? {};
	} catch {
		return {};
	}
}
/** Notes something beside what is known. Errors are ignored: it is for people. */
function noteState(cacheDir, news) {
	try {
		writeWhole(fileOf(cacheDir), JSON.stringify({
			...readState(cacheDir),
			...news
		}));
	} catch {}
}

// src/cache/remote/stores/open-store.ts
/** Opens the store of a remote. What signs requests to S3 is loaded for S3 only. */
async function openStore({ url }, env, patience) {
	if (url.protocol === "s3:") return new (await (import("./chunk-s3-store.mjs"))).S3Store(url, env, patience);
	return new (await (import("./chunk-http-store.mjs"))).HttpStore(url, env, patience);
}

// src/cache/remote/fetch-program.ts
/**
* Fills the caches beside a build, and tells the build what may come and what has come. Ends with `parent`, which is the build's end, or when
* nothing is left that the build could ask for.
*/
async function fetchForBuild(request, around, parent) {
	let isOver = false;
	const ended = new Promise((resolve) => {
		const end = () => {
			isOver = true;
			resolve();
		};
		parent.on("end", end).on("error", end).resume();
	});
	let hurry = () => {};
	const server = new FetchServer((number) => hurry(number));
	try {
		await server.listen(request.socket);
		around.write("listening\n");
		let packs = 0;
		const asked = /* @__PURE__ */ new Set();
		let resolveAll = () => {};
		const allAsked = new Promise((resolve) => {
			resolveAll = resolve;
		});
		const fetching = await startFetch(request, around, {
			onIndex: (refs) => {
				packs = refs.length;
				server.index(refs);
				if (packs === 0) resolveAll();
			},
			onPack: (number) => {
				server.arrived(number);
				if (asked.add(number).size >= packs) resolveAll();
			},
			onWork: () => server.alive()
		}, () => isOver);
		hurry = (number) => fetching?.fetcher.hurry(number);
		if (!fetching) server.index([]);
		else {
			const told = fetching.finished.then((report) => around.write(`${signOf(report)}\n`));
			await Promise.race([told.then(() => allAsked), ended]);
			around.write(`${signOf(fetching.report())}\n`);
		}
		fetching?.stop();
		if (!isOver) around.write(`${pullSigns.done}\n`);
	} finally {
		server.close();
		rmSync(request.socket, { force: true });
	}
	return 0;
}
/** Fetches what a build of this kind will ask for, and tells what that was. */
async function pull(request, around) {
	const alive = () => void (request.quiet && around.write(`${pullSigns.alive}\n`));
	const beat = setInterval(alive, 100);
	const fetching = await startFetch(request, around, {
		onIndex: () => {},
		onPack: () => {},
		onWork: () => {}
	});
	const result = await fetching?.finished;
	fetching?.stop();
	clearInterval(beat);
	if (request.quiet) around.write(`${result ? `${signOf(result)}\n` : ""}${pullSigns.done}\n`);
	if (!request.quiet && result) around.write(`fetched ${described(result)}\n`);
	return result?.problem === void 0 || request.quiet ? 0 : 1;
}
async function startFetch(request, { env, terminal, now }, events, isOver = () => false) {
	const settings = remoteSettings(env, request.wish);
	if (!settings) return void 0;
	const store = await openStore(settings, env, hasty);
	const line = new FetchProgressLine(terminal, now);
	const startedMs = now();
	let endedMs;
	const fetcher = new Fetcher({
		store,
		candidates: candidates(request.kind),
		signer: settings.signer,
		folders: request.folders,
		fileTime: request.fileAgeMs === void 0 ? void 0 : new Date(startedMs - request.fileAgeMs),
		local: localIds(request.folders),
		leastSpeed: leastSpeed(availableParallelism()),
		notice: (text) => setImmediate(() => isOver() || line.print(`gots: ${text}\n`)),
		events: {
			...events,
			onProgress: (progress) => line.show(progress)
		},
		now
	});
	const timer = setInterval(() => fetcher.tick(), 100);
	const report = () => ({
		...fetcher.result(),
		ms: Math.round((endedMs ?? now()) - startedMs)
	});
	return {
		fetcher,
		finished: fetcher.run().then(async () => {
			await new Promise((resolve) => setImmediate(resolve));
			line.clear();
			const result = fetcher.result();
			endedMs = now();
			noteState(request.cacheDir, { lastFetch: {
				atMs: now(),
				...result
			} });
			if (result.problem === void 0) noteStamp(request.stamp);
			return report();
		}),
		report,
		stop: () => {
			clearInterval(timer);
			line.clear();
		}
	};
}
/** A fetch that need not be repeated at once. Errors are ignored: then it is. */
function noteStamp({ file, text }) {
	try {
		writeWhole(file, text);
	} catch {}
}
function signOf(report) {
	return `${pullSigns.fetched} ${JSON.stringify(report)}`;
}
function described({ packs, bytes, added }) {
	return `${packs} ${packs === 1 ? "pack" : "packs"}, ${megabytes(bytes)}, ${added.toLocaleString("en")} new files`;
}

// src/cache/remote/stat-text.ts
/** The text for people: what this machine does with the shared cache, a line for each build that is stored, the totals. */
function statText(stat) {
	const lines = [stat.place, ...factLines(stat)];
	if ("problem" in stat.holds) return `${[...lines, fact("server", stat.holds.problem)].join("\n")}\n`;
	const { builds } = stat.holds;
	const tables = builds.length === 0 ? [] : ["", ...aligned([heads, ...builds.map(buildRow)])];
	return `${[
		...lines,
		...tables,
		"",
		...totalLines(stat.holds)
	].join("\n")}\n`;
}
function factLines({ mode, signed, waiting, state }) {
	const { lastFetch, lastUpload, uploading } = state;
	const lines = [fact("mode", `${mode}${signed ? ", signed" : ""}`), fact("uploads waiting", `${waiting}${uploading ? `, process ${uploading.pid} is at work` : ""}`)];
	const done = (what) => what.problem ?? `${what.packs ?? 0} packs, ${megabytes(what.bytes ?? 0)}`;
	if (lastFetch) lines.push(fact("last fetch", `${time(lastFetch.atMs)}  ${done(lastFetch)}`));
	if (lastUpload) lines.push(fact("last upload", `${time(lastUpload.atMs)}  ${done(lastUpload)}`));
	return lines;
}
const heads = [
	"module",
	"branch",
	"go command",
	"target",
	"go",
	"packs",
	"size",
	"stored"
];
/** Columns of numbers. */
const rightHand = /* @__PURE__ */ new Set([5, 6]);
function buildRow({ origin, packs, bytes, timeMs }) {
	const { module, branch, command, target, toolchain } = origin;
	return [
		...[
			module,
			branch || "–",
			command,
			target,
			toolchain
		].map(printable),
		String(packs),
		megabytes(bytes),
		time(timeMs)
	];
}
/** Lines of cells in columns. */
function aligned(rows) {
	const widths = heads.map((_, column) => Math.max(...rows.map((row) => [...row[column] ?? ""].length)));
	const pad = (cell, column) => {
		const blanks = " ".repeat((widths[column] ?? 0) - [...cell].length);
		return rightHand.has(column) ? blanks + cell : cell + blanks;
	};
	return rows.map((row) => row.map(pad).join("  ").trimEnd());
}
function totalLines({ builds, manifests, packs, bytes, unnamed, oldestMs }) {
	return [
		fact("builds", `${builds.length}, under ${manifests} names`),
		fact("packs", `${packs}, ${megabytes(bytes)} with the manifests`),
		fact("unnamed packs", `${unnamed.packs}, ${megabytes(unnamed.bytes)}`),
		...oldestMs === void 0 ? [] : [fact("oldest manifest", time(oldestMs))]
	];
}
function fact(title, text) {
	return `${title.padEnd(20)}${text}`;
}
/** Who may write to the server chooses these texts: none of them moves the cursor of a terminal. */
function printable(text) {
	return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "?");
}
function time(ms) {
	return new Date(ms).toISOString().replace(/:\d\d\.\d+Z$/, "Z").replace("T", " ");
}

// src/cache/remote/trim-store.ts
/** A pack that a build is storing at this moment is named by no manifest yet. */
const graceMs = 864e5;
const parallel$1 = 8;
/** @throws RemoteError */
async function storeContents(store) {
	const { manifests, packs } = await held(store);
	const named = new Set(manifests.flatMap(packsOf));
	const unnamed = [...packs.values()].filter(({ name }) => !named.has(name));
	const times = manifests.map(({ timeMs }) => timeMs);
	return {
		builds: buildsOf(manifests),
		manifests: manifests.length,
		packs: packs.size,
		bytes: sum([...manifests, ...packs.values()]),
		unnamed: {
			packs: unnamed.length,
			bytes: sum(unnamed)
		},
		oldestMs: times.length === 0 ? void 0 : Math.min(...times)
	};
}
function buildsOf(blobs) {
	const byText = /* @__PURE__ */ new Map();
	for (const { manifest, timeMs } of blobs) {
		if (!manifest) continue;
		const { origin, createdMs, packs } = manifest;
		const key = JSON.stringify([
			origin,
			createdMs,
			packs.map(({ digest }) => digest)
		]);
		const bytes = packs.reduce((total, { size }) => total + size, 0);
		const last = Math.max(timeMs, byText.get(key)?.timeMs ?? 0);
		byText.set(key, {
			origin,
			packs: packs.length,
			bytes,
			timeMs: last
		});
	}
	const order = ({ origin }) => [
		origin.module,
		origin.branch,
		origin.command,
		origin.target,
		origin.toolchain
	].join("\n");
	return [...byText.values()].sort((a, b) => order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : b.timeMs - a.timeMs);
}
/**
* Removes manifests that are too old or too much, and then packs that no manifest names.
*
* @returns what was removed
* @throws RemoteError
*/
async function trimStore(store, { ageMs, mostBytes }, now) {
	const { manifests, packs } = await held(store);
	const newestFirst = [...manifests].sort((a, b) => b.timeMs - a.timeMs);
	const named = /* @__PURE__ */ new Set();
	const kept = /* @__PURE__ */ new Set();
	let bytes = 0;
	for (const blob of newestFirst) {
		if (now - blob.timeMs > ageMs) break;
		const more = packsOf(blob).filter((name) => !named.has(name) && packs.has(name));
		bytes += blob.size + sum(more.map((name) => packs.get(name)));
		if (bytes > mostBytes) break;
		kept.add(blob.name);
		for (const name of more) named.add(name);
	}
	const dropped = [...manifests.filter(({ name }) => !kept.has(name)), ...[...packs.values()].filter(({ name, timeMs }) => !named.has(name) && now - timeMs > graceMs)];
	await inParallel(dropped, ({ name }) => store.remove(name));
	return {
		files: dropped.length,
		bytes: sum(dropped)
	};
}
async function held(store) {
	const blobs = await store.list();
	const manifests = await inParallel(blobs.filter(({ name }) => name.startsWith("ac/")), async (blob) => ({
		...blob,
		manifest: await readManifest(store, blob.name)
	}));
	const packs = blobs.filter(({ name }) => name.startsWith("cas/"));
	return {
		manifests,
		packs: new Map(packs.map((blob) => [blob.name, blob]))
	};
}
async function readManifest(store, name) {
	const bytes = await store.get(name, { mostBytes: 16777216 });
	const read = bytes && openManifest(bytes, name.slice(3), void 0);
	return read?.kind === "found" ? read.manifest : void 0;
}
function packsOf({ manifest }) {
	return manifest?.packs.map(({ digest }) => `cas/${digest}`) ?? [];
}
function sum(blobs) {
	return blobs.reduce((total, { size }) => total + size, 0);
}
async function inParallel(items, task) {
	const results = [];
	for (let at = 0; at < items.length; at += parallel$1) results.push(...await Promise.all(items.slice(at, at + parallel$1).map(task)));
	return results;
}

// src/cache/packs/choose-packs.ts
/**
* Sizes and shares by which packs are cut and kept. A pack of 16 MB is 3 MB when compressed: a quarter of a second at 100 Mbit/s, five times a
* round trip of 50 ms, so that eight requests at once keep the line busy; an application of 600 packages has a dozen.
*/
const packRules = {
	/** A new pack is closed when it holds this many bytes before compression. */
	packBytes: 16e6,
	/** A pack stays if at least this share of what it holds was used. */
	leastUse: .6,
	/** A pack of fewer bytes, as it is stored, is a small one. */
	smallBytes: 1e6,
	/**
	* So many small packs are packed together. The number of all packs would be the wrong measure: a program of 1,000 packages has more than 30 full ones,
	* and half of them would be packed and stored again at each build (bench/results-fleet.md).
	*/
	mostSmall: 12
};
/**
* Which packs a new manifest names: those of the last one that are still of use, and new ones with all that these lack. A commit that changes
* little adds one small pack; when there are many small ones, they are packed together.
*
* @param used in the order of use
*/
function choosePacks(last, used, rules = packRules) {
	const wanted = new Set(used.map(({ id }) => id));
	const inUse = withoutDoubles(last.filter(({ ids }) => ids.length > 0 && ids.filter((id) => wanted.has(id)).length >= rules.leastUse * ids.length));
	const full = inUse.filter(({ size }) => size >= rules.smallBytes);
	const kept = inUse.length - full.length >= rules.mostSmall ? full : inUse;
	const held = new Set(kept.flatMap(({ ids }) => ids));
	return {
		kept,
		fresh: cut(used.filter(({ id }) => !held.has(id)), rules.packBytes)
	};
}
/** Packs without those that add nothing to the others. */
function withoutDoubles(packs) {
	const held = /* @__PURE__ */ new Set();
	return packs.filter(({ ids }) => {
		const isNew = ids.some((id) => !held.has(id));
		for (const id of ids) held.add(id);
		return isNew;
	});
}
function cut(things, most) {
	const packs = [];
	let bytes = Number.POSITIVE_INFINITY;
	for (const thing of things) {
		if (bytes >= most) {
			packs.push([]);
			bytes = 0;
		}
		packs.at(-1)?.push(thing);
		bytes += thing.bytes;
	}
	return packs;
}

// src/cache/remote/upload.ts
/** Larger files are left out: programs of `go run`, most often, which are faster linked than fetched. */
const mostFileBytes = 64e6;
/** A manifest that is still right is stored again after this time, so that it is not trimmed. */
const renewMs = 864e5;
const parallel = 4;
/**
* Stores what a build used: packs first, then the manifest that names them, so that no manifest names what is not there.
*
* @throws RemoteError of the server
*/
async function upload({ kind, folders, used }, { store, signer, now }) {
	const names = manifestNames(kind);
	const last = await bestManifest(store, candidates(kind), signer, () => {});
	const { kept, fresh } = choosePacks(last?.manifest.packs ?? [], usedThings(folders, used));
	const lastManifest = last?.manifest;
	const isSame = fresh.length === 0 && kept.length === lastManifest?.packs.length;
	const isNamed = names.every((name) => lastManifest?.names.includes(name));
	if (isSame && isNamed && now() - lastManifest.createdMs < renewMs) return {
		packs: 0,
		bytes: 0,
		objects: 0,
		kept: kept.length,
		isNew: false
	};
	const stored = [];
	for (let at = 0; at < fresh.length; at += parallel) stored.push(...await Promise.all(fresh.slice(at, at + parallel).map((things) => storePack(store, folders, things))));
	const { module, target, toolchain, command, branch } = kind;
	const manifest = {
		names,
		origin: {
			module,
			target,
			toolchain,
			command,
			branch
		},
		createdMs: now(),
		packs: [...kept, ...stored]
	};
	const sealed = sealManifest(manifest, signer);
	await Promise.all(names.map((name) => store.put(`ac/${name}`, sealed, false)));
	return {
		packs: stored.length,
		bytes: stored.reduce((sum, { size }) => sum + size, 0),
		objects: stored.reduce((sum, { ids }) => sum + ids.length, 0),
		kept: kept.length,
		isNew: true
	};
}
async function storePack(store, folders, things) {
	const files = things.flatMap(({ id, paths }) => {
		const read = paths.map((path) => ({
			id,
			path,
			bytes: readRegular(sourceOf(folders, path))
		}));
		return read.every(({ bytes }) => bytes !== void 0) ? read : [];
	});
	const unique = [...new Map(files.map((file) => [file.path, file])).values()];
	const pack = await encodePack(unique.map(({ path, bytes }) => ({
		path,
		bytes
	})));
	const digest = sha256(pack);
	await store.put(`cas/${digest}`, pack, true);
	return {
		digest,
		size: pack.length,
		ids: [...new Set(files.map(({ id }) => id))]
	};
}
/** What a build used, as things: an entry takes its output along. Damaged ones, and those that are gone, are left out. */
function usedThings(folders, used) {
	const things = /* @__PURE__ */ new Map();
	for (const path of new Set(used)) {
		const id = isEntryName(path) ? packId(path) : void 0;
		const thing = id === void 0 ? void 0 : thingOf(folders, path, id);
		if (id === void 0 || !thing || thing.bytes > mostFileBytes) continue;
		const known = things.get(id) ?? {
			id,
			paths: [],
			bytes: 0
		};
		things.set(id, {
			id,
			paths: [...known.paths, ...thing.paths],
			bytes: known.bytes + thing.bytes
		});
	}
	return [...things.values()];
}
function thingOf(folders, path, id) {
	const info = statSync(sourceOf(folders, path), { throwIfNoEntry: false });
	if (!info?.isFile()) return void 0;
	if (!path.endsWith("-a")) return {
		id,
		paths: [path],
		bytes: info.size
	};
	const entry = readEntry(path, readRegular(sourceOf(folders, path)) ?? Buffer.alloc(0));
	if (!entry) return void 0;
	const output = `${path.slice(0, path.indexOf("/"))}/${entry.outputId.slice(0, 2)}/${entry.outputId}-d`;
	const body = statSync(sourceOf(folders, output), { throwIfNoEntry: false });
	if (!body?.isFile() || body.size !== entry.size) return void 0;
	return {
		id,
		paths: [output, path],
		bytes: body.size + info.size
	};
}

// src/cache/remote/store-program.ts
/** An upload that takes longer ends, and the next one begins with what is left. */
const mostUploadMs = 9e5;
/**
* Stores what builds have left, one upload at a time on this machine.
*
* @throws GotsError remote_read_only, remote_failed if somebody waits for it
*/
async function push(request, around) {
	const { cacheDir, wish, wait } = request;
	setTimeout(() => process.exit(1), mostUploadMs).unref();
	const settings = remoteSettings(around.env, wish);
	if (wait) {
		const { url, mode } = settings ?? remoteNotSet();
		if (mode !== "read-write") remoteReadOnly(placeOf(url));
	}
	await withLock(join(cacheDir, "remote", "upload.lock"), () => pushAll(request, settings, around));
	return 0;
}
async function pushAll({ cacheDir, wait, json }, settings, { env, write, now }) {
	noteState(cacheDir, { uploading: {
		pid: process.pid,
		sinceMs: now()
	} });
	try {
		for (const waiting of waitingJobs(cacheDir, now())) {
			if (settings?.mode !== "read-write") {
				removeJob(waiting);
				continue;
			}
			const store = await openStore(settings, env, patient);
			const { signer } = settings;
			const startedMs = now();
			const result = await upload(waiting.job, {
				store,
				signer,
				now
			}).catch((error) => error);
			if (result instanceof Error) {
				noteState(cacheDir, { lastUpload: {
					atMs: now(),
					problem: `${store.place}: ${result.message}`
				} });
				if (wait) throwFor(store, result);
				return;
			}
			removeJob(waiting);
			noteState(cacheDir, { lastUpload: {
				atMs: now(),
				problem: void 0,
				...result
			} });
			const { command } = waiting.job.kind;
			const stored = {
				command,
				...result,
				ms: Math.round(now() - startedMs)
			};
			if (wait) write(`${json ? JSON.stringify(stored) : `${command}: ${describedUpload(result)}`}\n`);
		}
	} finally {
		noteState(cacheDir, { uploading: void 0 });
	}
}
function describedUpload({ packs, bytes, kept, isNew }) {
	if (!isNew) return `nothing new, ${kept} packs are there`;
	return `${packs} packs stored (${megabytes(bytes)}), ${kept} were there`;
}
/** @throws GotsError remote_not_set */
async function stat({ cacheDir, wish, json }, around) {
	const { env, write, now } = around;
	const settings = remoteSettings(env, wish) ?? remoteNotSet();
	const store = await openStore(settings, env, patient);
	const waiting = waitingJobs(cacheDir, now()).length;
	const state = readState(cacheDir);
	const { lastFetch, lastUpload, uploading } = state;
	const holds = await storeContents(store).catch((error) => ({ problem: error.message }));
	const common = {
		place: store.place,
		mode: settings.mode,
		signed: settings.signer !== void 0,
		waiting
	};
	if (json) {
		const contents = "problem" in holds ? holds : { contents: holds };
		write(`${JSON.stringify({
			...common,
			uploading,
			lastFetch,
			lastUpload,
			...contents
		}, null, 2)}\n`);
	} else write(statText({
		...common,
		state,
		holds
	}));
	return 0;
}
/** @throws GotsError remote_not_set, remote_read_only, remote_failed */
async function trim({ wish, days, mostBytes }, around) {
	const settings = remoteSettings(around.env, wish) ?? remoteNotSet();
	if (settings.mode !== "read-write") remoteReadOnly(placeOf(settings.url));
	const store = await openStore(settings, around.env, patient);
	const limits = {
		ageMs: days * 24 * 36e5,
		mostBytes: mostBytes ?? Number.POSITIVE_INFINITY
	};
	const { files, bytes } = await trimStore(store, limits, around.now()).catch((error) => throwFor(store, error));
	around.write(`removed ${files.toLocaleString("en")} ${files === 1 ? "blob" : "blobs"}, ${megabytes(bytes)}\n`);
	return 0;
}
function throwFor({ place }, error) {
	if (error instanceof RemoteError) remoteFailed(place, error.message);
	throw error;
}
function placeOf(url) {
	return `${url.protocol}//${url.host}${url.pathname}`.replace(/\/$/, "");
}

// src/cache/remote/main.ts
const request = JSON.parse(process.argv[2] ?? "{}");
try {
	process.exitCode = await run(request);
} catch (error) {
	const text = error instanceof GotsError ? formatError(error) : `gots: shared cache: ${error.stack}`;
	process.stderr.write(`${text}\n`);
	process.exitCode = error instanceof GotsError && error.family === "user" ? 2 : 1;
}
if (request.do === "fetch") process.kill(process.pid, "SIGKILL");
process.exit();
function run(what) {
	const { env, stdout, stderr } = process;
	const write = (text) => void stdout.write(text);
	const surroundings = {
		env,
		write,
		terminal: {
			write: (text) => void stderr.write(text),
			isTerminal: stderr.isTTY === true
		},
		now: Date.now
	};
	switch (what.do) {
		case "fetch": return fetchForBuild(what, surroundings, process.stdin);
		case "pull": return pull(what, surroundings);
		case "push":
			setPriority(10);
			return push(what, surroundings);
		case "stat": return stat(what, surroundings);
		case "trim": return trim(what, surroundings);
	}
}

export {  };