import "./chunk-rolldown-runtime.mjs";
import { a as RemoteError, i as request, o as isBlobName, r as reject } from "./chunk-http-request.mjs";
import { n as readIfThere } from "./chunk-read-if-there.mjs";
import { homedir } from "node:os";
import { join } from "node:path";

// src/cache/remote/stores/http-credentials.ts
/**
* The value of the header Authorization for a server, from the first of these: user and password in the URL, GOTS_REMOTE_TOKEN, the line of
* the host in ~/.netrc ($NETRC).
*
* @returns undefined where there is none
*/
function httpAuthorization(url, env) {
	if (url.username !== "" || url.password !== "") return basic(decodeURIComponent(url.username), decodeURIComponent(url.password));
	const token = env["GOTS_REMOTE_TOKEN"];
	if (token) return `Bearer ${token}`;
	const entry = netrcEntry(readIfThere(env["NETRC"] || join(env["HOME"] || homedir(), ".netrc")), url.hostname);
	return entry && basic(entry.login, entry.password);
}
function basic(user, password) {
	return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}
/** Login and password for a host in the text of a netrc file; those of `default` where the host is not named. */
function netrcEntry(text, host) {
	const words = text.replaceAll(/^\s*#.*$/gm, "").split(/\s+/).filter((word) => word !== "");
	let machine;
	const found = /* @__PURE__ */ new Map();
	for (let at = 0; at < words.length; at++) {
		const word = words[at];
		if (word === "macdef") break;
		if (word === "machine") machine = words[++at];
		else if (word === "default") machine = "";
		else if ((word === "login" || word === "password") && machine !== void 0) {
			const entry = found.get(machine) ?? {
				login: "",
				password: ""
			};
			entry[word] = words[++at] ?? "";
			found.set(machine, entry);
		}
	}
	return found.get(host) ?? found.get("");
}

// src/cache/remote/stores/http-store.ts
/** Answers to requests that have no body of interest. */
const shortAnswer = 65536;
const listAnswer = 67108864;
/**
* A server that speaks Bazel's HTTP cache protocol: GET and PUT of `/ac/<hex>` and `/cas/<hex>`, such as nginx with its dav module.
* Listing (PROPFIND) and DELETE are WebDAV, which not every such server has.
*/
var HttpStore = class {
	place;
	base;
	headers;
	patience;
	/** @param base may hold user and password */
	constructor(base, env, patience) {
		const authorization = httpAuthorization(base, env);
		const plain = new URL(base);
		plain.username = "";
		plain.password = "";
		this.base = plain.href.replace(/\/+$/, "");
		this.place = this.base;
		this.headers = authorization === void 0 ? {} : { authorization };
		this.patience = patience;
	}
	async get(name, options) {
		const answer = await this.ask({
			method: "GET",
			url: this.urlOf(name),
			headers: {},
			...options
		});
		if (answer.status === 404 || answer.status === 410) return void 0;
		return answer.status === 200 ? answer.body : reject(answer);
	}
	async put(name, bytes, once) {
		const headers = {
			"content-type": "application/octet-stream",
			...once ? { "if-none-match": "*" } : {}
		};
		const answer = await this.ask({
			method: "PUT",
			url: this.urlOf(name),
			headers,
			body: bytes,
			mostBytes: shortAnswer
		});
		if (answer.status === 412 && once) return "there";
		return answer.status >= 200 && answer.status < 300 ? "stored" : reject(answer);
	}
	async list() {
		return (await Promise.all(["ac", "cas"].map((folder) => this.listFolder(folder)))).flat();
	}
	async remove(name) {
		const answer = await this.ask({
			method: "DELETE",
			url: this.urlOf(name),
			headers: {},
			mostBytes: shortAnswer
		});
		if (answer.status !== 404 && (answer.status < 200 || answer.status >= 300)) reject(answer);
	}
	async listFolder(folder) {
		const headers = { depth: "1" };
		const url = `${this.base}/${folder}/`;
		const answer = await this.ask({
			method: "PROPFIND",
			url,
			headers,
			mostBytes: listAnswer
		});
		if (answer.status === 404) return [];
		if (answer.status === 405 || answer.status === 501 || answer.status === 400) throw new RemoteError(`it cannot list what it holds (PROPFIND: ${answer.status})`, answer.status);
		if (answer.status !== 207) return reject(answer);
		return readPropfind(answer.body.toString("utf8"));
	}
	urlOf(name) {
		return `${this.base}/${name}`;
	}
	ask(what) {
		return request({
			...what,
			headers: {
				...this.headers,
				...what.headers
			}
		}, this.patience);
	}
};
/** Blobs of a multistatus answer. */
function readPropfind(xml) {
	const blobs = [];
	for (const [, response = ""] of xml.matchAll(/<(?:\w+:)?response\b[^>]*>([\s\S]*?)<\/(?:\w+:)?response>/g)) {
		const name = /((?:ac|cas)\/[0-9a-f]{64})$/.exec(property(response, "href") ?? "")?.[1] ?? "";
		if (!isBlobName(name)) continue;
		const timeMs = Date.parse(property(response, "getlastmodified") ?? "");
		blobs.push({
			name,
			size: Number(property(response, "getcontentlength") ?? 0),
			timeMs: timeMs || 0
		});
	}
	return blobs;
}
function property(xml, name) {
	return new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>([^<]*)<`).exec(xml)?.[1]?.trim();
}

export { HttpStore };