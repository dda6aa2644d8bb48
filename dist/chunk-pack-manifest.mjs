import { t as hashParts } from "./chunk-hash.mjs";
import { t as lineSplitter } from "./chunk-lines.mjs";
import { connect, createServer } from "node:net";

// src/cache/remote/fetch-wire.ts
/** The side of the program that fetches: tells every build that is connected. */
var FetchServer = class {
	server;
	sockets = /* @__PURE__ */ new Set();
	said = [];
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
		});
	}
	index(packs) {
		this.say({ packs: packs.map(({ ids }) => ids) });
	}
	arrived(number) {
		this.say({ pack: number });
	}
	close() {
		for (const socket of this.sockets) socket.end();
		this.server.close();
	}
	say(message) {
		const line = `${JSON.stringify(message)}\n`;
		this.said.push(line);
		for (const socket of this.sockets) socket.write(line);
	}
};
/** The side of a build. A program that is not there, or ends, brings nothing. */
function connectToFetcher(path) {
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
	const { push } = lineSplitter((line) => {
		const { packs, pack } = parse(line);
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
			await begun;
			const number = packOf.get(id);
			if (number === void 0) return false;
			if (isOver || arrived.has(number)) return true;
			if (!wanted.has(number)) {
				wanted.add(number);
				const message = { want: number };
				socket.write(`${JSON.stringify(message)}\n`);
			}
			await new Promise((resolve) => waiting.set(number, [...waiting.get(number) ?? [], resolve]));
			return true;
		},
		close: () => void socket.destroy()
	};
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

export { FetchServer as a, parseManifest as i, packId as n, connectToFetcher as o, packIdOf as r, manifestText as t };