import { n as failure } from "./chunk-message.mjs";
import { s as busyMs } from "./chunk-sealed.mjs";
import { t as hashParts } from "./chunk-hash.mjs";
import { t as lineSplitter } from "./chunk-lines.mjs";
import { t as SilenceWatch } from "./chunk-silence-watch.mjs";
import { createHmac, createPrivateKey, createPublicKey, sign, timingSafeEqual, verify } from "node:crypto";
import { connect, createServer } from "node:net";

// src/cache/packs/manifest-names.ts
const schema = "gots-manifest 1";
/**
* Names of manifests from which a build may fetch, best first: those of the same command, on this branch, on a default branch, on any; then the
* last one of the module, then of any module with this target and toolchain, in which the standard library and common dependencies are.
*/
function candidates(kind) {
	const { own, shared } = namesOf(kind);
	const branches = [kind.branch, ...kind.defaultBranches].filter((branch) => branch !== "");
	return [
		...[...new Set(branches)].map((branch) => ({
			name: own("branch", branch),
			isOwn: true
		})),
		{
			name: own("any"),
			isOwn: true
		},
		...shared.map((name) => ({
			name,
			isOwn: false
		}))
	];
}
/** Names under which a build files its manifest. */
function manifestNames(kind) {
	const { own, shared } = namesOf(kind);
	return [
		...kind.branch === "" ? [] : [own("branch", kind.branch)],
		own("any"),
		...shared
	];
}
function namesOf({ module, target, toolchain, code, command }) {
	return {
		own: (...parts) => hashParts(schema, "build", module, target, toolchain, code, command, ...parts),
		shared: [hashParts(schema, "module", module, target, toolchain), hashParts(schema, "target", target, toolchain)]
	};
}

// src/cache/remote/fetch-wire.ts
/** The side of the program that fetches: tells every build that is connected. */
var FetchServer = class {
	server;
	sockets = /* @__PURE__ */ new Set();
	said = [lineOf({ pid: process.pid })];
	beat;
	beatAtMs = 0;
	/** @param onWant told of packs that a build waits for */
	constructor(onWant) {
		this.server = createServer((socket) => {
			this.sockets.add(socket);
			const { push } = lineSplitter((line) => {
				const { want } = parse(line);
				if (want !== void 0) onWant(want);
			});
			socket.setEncoding("utf8").on("data", push);
			socket.on("error", () => socket.destroy());
			socket.on("close", () => this.sockets.delete(socket));
			for (const line of this.said) socket.write(line);
		});
	}
	/** @throws the system's error */
	listen(path) {
		return new Promise((resolve, reject) => {
			this.server.once("error", reject);
			this.server.listen(path, resolve);
			this.beat = setInterval(() => this.alive(), 100);
		});
	}
	index(packs) {
		this.say({ packs: packs.map(({ ids }) => ids) });
	}
	arrived(number) {
		this.say({ pack: number });
	}
	/** Says that this process is well. To be called in work that holds up all else, too. */
	alive() {
		const nowMs = performance.now();
		if (nowMs - this.beatAtMs < 100 / 2) return;
		this.beatAtMs = nowMs;
		for (const socket of this.sockets) socket.write("{}\n");
	}
	close() {
		clearInterval(this.beat);
		for (const socket of this.sockets) socket.end();
		this.server.close();
	}
	say(message) {
		const line = lineOf(message);
		this.said.push(line);
		for (const socket of this.sockets) socket.write(line);
	}
};
/** Said once, by the first that waits in vain. */
const fetcherHangs = "shared cache: the program that fetches does not answer; the build goes on without it";
/** Said of a program that something has ended before its work was done. */
const fetcherEnded = "shared cache: the program that fetches was ended; the build goes on without it";
/**
* The side of a build. A program that is not there, or ends, brings nothing; nor does one that hangs.
*
* @param onHang called at most once, when the program has said nothing for most of a second in which the build waited for it
*/
function connectToFetcher(path, onHang) {
	const socket = connect(path);
	const packOf = /* @__PURE__ */ new Map();
	const arrived = /* @__PURE__ */ new Set();
	const wanted = /* @__PURE__ */ new Set();
	const waiting = /* @__PURE__ */ new Map();
	let isOver = false;
	let begin = () => {};
	const begun = new Promise((resolve) => {
		begin = resolve;
	});
	const settle = (number) => {
		arrived.add(number);
		for (const resolve of waiting.get(number) ?? []) resolve();
		waiting.delete(number);
	};
	const end = () => {
		isOver = true;
		begin();
		for (const number of [...waiting.keys()]) settle(number);
	};
	let fetcher;
	const hang = () => {
		end();
		socket.destroy();
		onHang();
	};
	const watch = new SilenceWatch(hang, { busyMs: () => busyMs(fetcher) });
	const { push } = lineSplitter((line) => {
		watch.heard();
		const { pid, packs, pack } = parse(line);
		if (pid !== void 0) fetcher = pid;
		for (const [number, ids] of (packs ?? []).entries()) for (const id of ids) packOf.set(id, number);
		if (packs) begin();
		if (pack !== void 0) settle(pack);
	});
	socket.setEncoding("utf8").on("data", push);
	socket.on("error", end);
	socket.on("close", end);
	socket.unref();
	return {
		async arrives(id) {
			await watch.during(begun);
			const number = packOf.get(id);
			if (number === void 0) return false;
			if (isOver || arrived.has(number)) return true;
			if (!wanted.has(number)) {
				wanted.add(number);
				const message = { want: number };
				socket.write(lineOf(message));
			}
			const arrival = new Promise((resolve) => waiting.set(number, [...waiting.get(number) ?? [], resolve]));
			await watch.during(arrival);
			return true;
		},
		close: () => void socket.destroy()
	};
}
function lineOf(message) {
	return `${JSON.stringify(message)}\n`;
}
function parse(line) {
	try {
		return JSON.parse(line) ?? {};
	} catch {
		return {};
	}
}

// src/cache/packs/pack-manifest.ts
/**
* A short name of a file in a pack: of entries and records the beginning of their id, of programs that of a hash.
*
* @param path as in a pack
* @returns 16 hex digits; undefined for an output
*/
function packId(path) {
	const [, id, kind] = /([0-9a-f]{64})-([adf])$/.exec(path) ?? [];
	if (kind === "d") return void 0;
	return packIdOf(id ?? hashParts(path));
}
/** {@link packId} of what has this action id or key. */
function packIdOf(id) {
	return id.slice(0, 16);
}
function manifestText(manifest) {
	const packs = manifest.packs.map(({ digest, size, ids }) => ({
		digest,
		size,
		ids: Buffer.from(ids.join(""), "hex").toString("base64")
	}));
	const written = {
		schema: 1,
		...manifest,
		packs
	};
	return JSON.stringify(written);
}
/**
* Reads a manifest.
*
* @returns undefined if the text is none, or one of another schema
*/
function parseManifest(text) {
	let written;
	try {
		written = JSON.parse(text);
	} catch {
		return;
	}
	const { schema, names, origin, createdMs, packs } = written ?? {};
	if (schema !== 1 || !isTexts(names) || typeof createdMs !== "number" || typeof origin !== "object") return void 0;
	if (!Array.isArray(packs) || !packs.every(isPack)) return void 0;
	return {
		names,
		origin,
		createdMs,
		packs: packs.map(({ digest, size, ids }) => ({
			digest,
			size,
			ids: splitIds(ids)
		}))
	};
}
function splitIds(base64) {
	return Buffer.from(base64, "base64").toString("hex").match(/.{16}/g) ?? [];
}
function isTexts(value) {
	return Array.isArray(value) && value.every((text) => typeof text === "string");
}
function isPack(value) {
	const { digest, size, ids } = value ?? {};
	return /^[0-9a-f]{64}$/.test(String(digest)) && Number.isSafeInteger(size) && typeof ids === "string";
}

// src/cache/remote/remote-request.ts
/**
* Lines that a `fetch` and a quiet `pull` print for the command that started them: a sign of life, the end, and what was done until all had
* come that a build most likely asks for, and once more before the end (`fetched`, a blank, and a {@link FetchReport} in JSON; the last one counts).
*/
const pullSigns = {
	alive: "alive",
	done: "done",
	fetched: "fetched"
};

// src/report/texts/remote.ts
const texts = {
	remote_bad_url: {
		code: "remote_bad_url",
		message: "\"%url%\" is no shared cache",
		hint: "write s3://bucket/prefix, https://host/path, or off"
	},
	remote_bad_mode: {
		code: "remote_bad_mode",
		message: "\"%mode%\" is no mode of a shared cache",
		hint: "modes are %modes%"
	},
	remote_bad_key: {
		code: "remote_bad_key",
		message: "GOTS_REMOTE_KEY cannot be used: %reason%",
		hint: "use hmac:SECRET on both sides, or the private key in PEM where manifests are written and the public key where they are read"
	},
	remote_not_set: {
		code: "remote_not_set",
		message: "no shared cache is set",
		hint: "set GOTS_REMOTE, or the key \"remote\" in gots.yml"
	},
	remote_read_only: {
		code: "remote_read_only",
		message: "%place% may only be read here",
		hint: "set GOTS_REMOTE_MODE=read-write where the shared cache is filled, in CI for example"
	},
	remote_failed: {
		code: "remote_failed",
		message: "%place%: %reason%",
		hint: "builds go on without the shared cache; look at its address, at the credentials and at the server"
	}
};

// src/report/codes/remote.ts
/** @param url without a password */
function remoteBadUrl(url) {
	throw failure(texts.remote_bad_url, { url });
}
function remoteBadMode(mode, modes) {
	throw failure(texts.remote_bad_mode, {
		mode,
		modes
	});
}
/** @param reason does not hold the key */
function remoteBadKey(reason) {
	throw failure(texts.remote_bad_key, { reason });
}
/** A command about the shared cache, and none is set. */
function remoteNotSet() {
	throw failure(texts.remote_not_set, {});
}
/** A command that changes the shared cache where it may only be read. */
function remoteReadOnly(place) {
	throw failure(texts.remote_read_only, { place });
}
/** A command that needs the server's answer, and gets none. */
function remoteFailed(place, reason) {
	throw failure(texts.remote_failed, {
		place,
		reason
	});
}

// src/cache/remote/signer.ts
/**
* Reads GOTS_REMOTE_KEY: `hmac:SECRET`, or an Ed25519 key in PEM, the private one where manifests are written, the public one where they
* are only read. `\n` may stand for line breaks.
*
* @throws Error that says what is wrong with it, without the key
*/
function signerOf(key) {
	if (key.startsWith("hmac:")) {
		const secret = key.slice(5);
		if (secret.length < 16) throw new Error("a secret of at least 16 characters is needed behind \"hmac:\"");
		const sign = (text) => `hmac-sha256:${createHmac("sha256", secret).update(text).digest("base64")}`;
		return {
			sign,
			verify: (text, signature) => areEqual(sign(text), signature)
		};
	}
	const pem = key.replaceAll("\\n", "\n");
	const privateKey = pem.includes("PRIVATE KEY-----") ? read(() => createPrivateKey(pem)) : void 0;
	const publicKey = privateKey ? createPublicKey(privateKey) : read(() => createPublicKey(pem));
	return {
		sign: privateKey && ((text) => `ed25519:${sign(null, Buffer.from(text), privateKey).toString("base64")}`),
		verify(text, signature) {
			const [, base64] = /^ed25519:([A-Za-z0-9+/=]+)$/.exec(signature) ?? [];
			return base64 !== void 0 && verify(null, Buffer.from(text), publicKey, Buffer.from(base64, "base64"));
		}
	};
}
function read(make) {
	let key;
	try {
		key = make();
	} catch {
		throw new Error("it is neither \"hmac:SECRET\" nor a key in PEM");
	}
	if (key.asymmetricKeyType !== "ed25519") throw new Error(`it is a key for ${key.asymmetricKeyType}, not for ed25519`);
	return key;
}
function areEqual(a, b) {
	const [x, y] = [Buffer.from(a), Buffer.from(b)];
	return x.length === y.length && timingSafeEqual(x, y);
}

// src/cache/remote/remote-settings.ts
const remoteModes = ["read", "read-write"];
/**
* Settings of the shared cache: GOTS_REMOTE, GOTS_REMOTE_MODE and GOTS_REMOTE_KEY, else what gots.yml says. GOTS_REMOTE=off is none.
*
* @returns undefined where there is no shared cache
* @throws GotsError remote_bad_url, remote_bad_mode, remote_bad_key
*/
function remoteSettings(env, wish) {
	const text = env["GOTS_REMOTE"] || wish?.url || "off";
	if (text === "off") return void 0;
	return {
		url: parseRemoteUrl(text) ?? remoteBadUrl(withoutPassword(text)),
		mode: modeOf(env["GOTS_REMOTE_MODE"] || wish?.mode || "read"),
		signer: signerFrom(env["GOTS_REMOTE_KEY"])
	};
}
/** The URL of a shared cache; undefined if it is none. */
function parseRemoteUrl(text) {
	if (!/^(s3|https?):\/\/[^/?#]+/.test(text) || !URL.canParse(text)) return void 0;
	return new URL(text);
}
function modeOf(text) {
	return remoteModes.find((mode) => mode === text) ?? remoteBadMode(text, remoteModes.join(", "));
}
function signerFrom(key) {
	if (!key) return void 0;
	try {
		return signerOf(key);
	} catch (error) {
		return remoteBadKey(error.message);
	}
}
function withoutPassword(text) {
	return text.replace(/\/\/[^/@]*@/, "//");
}

export { pullSigns as a, parseManifest as c, fetcherEnded as d, fetcherHangs as f, remoteReadOnly as i, FetchServer as l, manifestNames as m, remoteFailed as n, manifestText as o, candidates as p, remoteNotSet as r, packId as s, remoteSettings as t, connectToFetcher as u };