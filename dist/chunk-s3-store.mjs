import "./chunk-rolldown-runtime.mjs";
import { n as sha256 } from "./chunk-hash.mjs";
import { n as readIfThere } from "./chunk-read-if-there.mjs";
import { i as request, o as isBlobName, r as reject } from "./chunk-http-request.mjs";
import { homedir } from "node:os";
import { join } from "node:path";

// node_modules/aws4fetch/dist/aws4fetch.esm.mjs
/**
* @license MIT <https://opensource.org/licenses/MIT>
* @copyright Michael Hart 2024
*/
const encoder = new TextEncoder();
const HOST_SERVICES = {
	appstream2: "appstream",
	cloudhsmv2: "cloudhsm",
	email: "ses",
	marketplace: "aws-marketplace",
	mobile: "AWSMobileHubService",
	pinpoint: "mobiletargeting",
	queue: "sqs",
	"git-codecommit": "codecommit",
	"mturk-requester-sandbox": "mturk-requester",
	"personalize-runtime": "personalize"
};
const UNSIGNABLE_HEADERS = /* @__PURE__ */ new Set([
	"authorization",
	"content-type",
	"content-length",
	"user-agent",
	"presigned-expires",
	"expect",
	"x-amzn-trace-id",
	"range",
	"connection"
]);
var AwsClient = class {
	constructor({ accessKeyId, secretAccessKey, sessionToken, service, region, cache, retries, initRetryMs }) {
		if (accessKeyId == null) throw new TypeError("accessKeyId is a required option");
		if (secretAccessKey == null) throw new TypeError("secretAccessKey is a required option");
		this.accessKeyId = accessKeyId;
		this.secretAccessKey = secretAccessKey;
		this.sessionToken = sessionToken;
		this.service = service;
		this.region = region;
		this.cache = cache || /* @__PURE__ */ new Map();
		this.retries = retries != null ? retries : 10;
		this.initRetryMs = initRetryMs || 50;
	}
	async sign(input, init) {
		if (input instanceof Request) {
			const { method, url, headers, body } = input;
			init = Object.assign({
				method,
				url,
				headers
			}, init);
			if (init.body == null && headers.has("Content-Type")) init.body = body != null && headers.has("X-Amz-Content-Sha256") ? body : await input.clone().arrayBuffer();
			input = url;
		}
		const signer = new AwsV4Signer(Object.assign({ url: input.toString() }, init, this, init && init.aws));
		const signed = Object.assign({}, init, await signer.sign());
		delete signed.aws;
		try {
			return new Request(signed.url.toString(), signed);
		} catch (e) {
			if (e instanceof TypeError) return new Request(signed.url.toString(), Object.assign({ duplex: "half" }, signed));
			throw e;
		}
	}
	async fetch(input, init) {
		for (let i = 0; i <= this.retries; i++) {
			const fetched = fetch(await this.sign(input, init));
			if (i === this.retries) return fetched;
			const res = await fetched;
			if (res.status < 500 && res.status !== 429) return res;
			await new Promise((resolve) => setTimeout(resolve, Math.random() * this.initRetryMs * Math.pow(2, i)));
		}
		throw new Error("An unknown error occurred, ensure retries is not negative");
	}
};
var AwsV4Signer = class {
	constructor({ method, url, headers, body, accessKeyId, secretAccessKey, sessionToken, service, region, cache, datetime, signQuery, appendSessionToken, allHeaders, singleEncode }) {
		if (url == null) throw new TypeError("url is a required option");
		if (accessKeyId == null) throw new TypeError("accessKeyId is a required option");
		if (secretAccessKey == null) throw new TypeError("secretAccessKey is a required option");
		this.method = method || (body ? "POST" : "GET");
		this.url = new URL(url);
		this.headers = new Headers(headers || {});
		this.body = body;
		this.accessKeyId = accessKeyId;
		this.secretAccessKey = secretAccessKey;
		this.sessionToken = sessionToken;
		let guessedService, guessedRegion;
		if (!service || !region) [guessedService, guessedRegion] = guessServiceRegion(this.url, this.headers);
		this.service = service || guessedService || "";
		this.region = region || guessedRegion || "us-east-1";
		this.cache = cache || /* @__PURE__ */ new Map();
		this.datetime = datetime || (/* @__PURE__ */ new Date()).toISOString().replace(/[:-]|\.\d{3}/g, "");
		this.signQuery = signQuery;
		this.appendSessionToken = appendSessionToken || this.service === "iotdevicegateway";
		this.headers.delete("Host");
		if (this.service === "s3" && !this.signQuery && !this.headers.has("X-Amz-Content-Sha256")) this.headers.set("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD");
		const params = this.signQuery ? this.url.searchParams : this.headers;
		params.set("X-Amz-Date", this.datetime);
		if (this.sessionToken && !this.appendSessionToken) params.set("X-Amz-Security-Token", this.sessionToken);
		this.signableHeaders = ["host", ...this.headers.keys()].filter((header) => allHeaders || !UNSIGNABLE_HEADERS.has(header)).sort();
		this.signedHeaders = this.signableHeaders.join(";");
		this.canonicalHeaders = this.signableHeaders.map((header) => header + ":" + (header === "host" ? this.url.host : (this.headers.get(header) || "").replace(/\s+/g, " "))).join("\n");
		this.credentialString = [
			this.datetime.slice(0, 8),
			this.region,
			this.service,
			"aws4_request"
		].join("/");
		if (this.signQuery) {
			if (this.service === "s3" && !params.has("X-Amz-Expires")) params.set("X-Amz-Expires", "86400");
			params.set("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
			params.set("X-Amz-Credential", this.accessKeyId + "/" + this.credentialString);
			params.set("X-Amz-SignedHeaders", this.signedHeaders);
		}
		if (this.service === "s3") try {
			this.encodedPath = decodeURIComponent(this.url.pathname.replace(/\+/g, " "));
		} catch (e) {
			this.encodedPath = this.url.pathname;
		}
		else this.encodedPath = this.url.pathname.replace(/\/+/g, "/");
		if (!singleEncode) this.encodedPath = encodeURIComponent(this.encodedPath).replace(/%2F/g, "/");
		this.encodedPath = encodeRfc3986(this.encodedPath);
		const seenKeys = /* @__PURE__ */ new Set();
		this.encodedSearch = [...this.url.searchParams].filter(([k]) => {
			if (!k) return false;
			if (this.service === "s3") {
				if (seenKeys.has(k)) return false;
				seenKeys.add(k);
			}
			return true;
		}).map((pair) => pair.map((p) => encodeRfc3986(encodeURIComponent(p)))).sort(([k1, v1], [k2, v2]) => k1 < k2 ? -1 : k1 > k2 ? 1 : v1 < v2 ? -1 : v1 > v2 ? 1 : 0).map((pair) => pair.join("=")).join("&");
	}
	async sign() {
		if (this.signQuery) {
			this.url.searchParams.set("X-Amz-Signature", await this.signature());
			if (this.sessionToken && this.appendSessionToken) this.url.searchParams.set("X-Amz-Security-Token", this.sessionToken);
		} else this.headers.set("Authorization", await this.authHeader());
		return {
			method: this.method,
			url: this.url,
			headers: this.headers,
			body: this.body
		};
	}
	async authHeader() {
		return [
			"AWS4-HMAC-SHA256 Credential=" + this.accessKeyId + "/" + this.credentialString,
			"SignedHeaders=" + this.signedHeaders,
			"Signature=" + await this.signature()
		].join(", ");
	}
	async signature() {
		const date = this.datetime.slice(0, 8);
		const cacheKey = [
			this.secretAccessKey,
			date,
			this.region,
			this.service
		].join();
		let kCredentials = this.cache.get(cacheKey);
		if (!kCredentials) {
			kCredentials = await hmac(await hmac(await hmac(await hmac("AWS4" + this.secretAccessKey, date), this.region), this.service), "aws4_request");
			this.cache.set(cacheKey, kCredentials);
		}
		return buf2hex(await hmac(kCredentials, await this.stringToSign()));
	}
	async stringToSign() {
		return [
			"AWS4-HMAC-SHA256",
			this.datetime,
			this.credentialString,
			buf2hex(await hash(await this.canonicalString()))
		].join("\n");
	}
	async canonicalString() {
		return [
			this.method.toUpperCase(),
			this.encodedPath,
			this.encodedSearch,
			this.canonicalHeaders + "\n",
			this.signedHeaders,
			await this.hexBodyHash()
		].join("\n");
	}
	async hexBodyHash() {
		let hashHeader = this.headers.get("X-Amz-Content-Sha256") || (this.service === "s3" && this.signQuery ? "UNSIGNED-PAYLOAD" : null);
		if (hashHeader == null) {
			if (this.body && typeof this.body !== "string" && !("byteLength" in this.body)) throw new Error("body must be a string, ArrayBuffer or ArrayBufferView, unless you include the X-Amz-Content-Sha256 header");
			hashHeader = buf2hex(await hash(this.body || ""));
		}
		return hashHeader;
	}
};
async function hmac(key, string) {
	const cryptoKey = await crypto.subtle.importKey("raw", typeof key === "string" ? encoder.encode(key) : key, {
		name: "HMAC",
		hash: { name: "SHA-256" }
	}, false, ["sign"]);
	return crypto.subtle.sign("HMAC", cryptoKey, encoder.encode(string));
}
async function hash(content) {
	return crypto.subtle.digest("SHA-256", typeof content === "string" ? encoder.encode(content) : content);
}
const HEX_CHARS = [
	"0",
	"1",
	"2",
	"3",
	"4",
	"5",
	"6",
	"7",
	"8",
	"9",
	"a",
	"b",
	"c",
	"d",
	"e",
	"f"
];
function buf2hex(arrayBuffer) {
	const buffer = new Uint8Array(arrayBuffer);
	let out = "";
	for (let idx = 0; idx < buffer.length; idx++) {
		const n = buffer[idx];
		out += HEX_CHARS[n >>> 4 & 15];
		out += HEX_CHARS[n & 15];
	}
	return out;
}
function encodeRfc3986(urlEncodedStr) {
	return urlEncodedStr.replace(/[!'()*]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase());
}
function guessServiceRegion(url, headers) {
	const { hostname, pathname } = url;
	if (hostname.endsWith(".on.aws")) {
		const match = hostname.match(/^[^.]{1,63}\.lambda-url\.([^.]{1,63})\.on\.aws$/);
		return match != null ? ["lambda", match[1] || ""] : ["", ""];
	}
	if (hostname.endsWith(".r2.cloudflarestorage.com")) return ["s3", "auto"];
	if (hostname.endsWith(".backblazeb2.com")) {
		const match = hostname.match(/^(?:[^.]{1,63}\.)?s3\.([^.]{1,63})\.backblazeb2\.com$/);
		return match != null ? ["s3", match[1] || ""] : ["", ""];
	}
	const match = hostname.replace("dualstack.", "").match(/([^.]{1,63})\.(?:([^.]{0,63})\.)?amazonaws\.com(?:\.cn)?$/);
	let service = match && match[1] || "";
	let region = match && match[2];
	if (region === "us-gov") region = "us-gov-west-1";
	else if (region === "s3" || region === "s3-accelerate") {
		region = "us-east-1";
		service = "s3";
	} else if (service === "iot") {
		if (hostname.startsWith("iot.")) service = "execute-api";
		else if (hostname.startsWith("data.jobs.iot.")) service = "iot-jobs-data";
		else service = pathname === "/mqtt" ? "iotdevicegateway" : "iotdata";
	} else if (service === "autoscaling") {
		const targetPrefix = (headers.get("X-Amz-Target") || "").split(".")[0];
		if (targetPrefix === "AnyScaleFrontendService") service = "application-autoscaling";
		else if (targetPrefix === "AnyScaleScalingPlannerFrontendService") service = "autoscaling-plans";
	} else if (region == null && service.startsWith("s3-")) {
		region = service.slice(3).replace(/^fips-|^external-1/, "");
		service = "s3";
	} else if (service.endsWith("-fips")) service = service.slice(0, -5);
	else if (region && /-\d$/.test(service) && !/-\d$/.test(region)) [service, region] = [region, service];
	return [HOST_SERVICES[service] || service, region || ""];
}

// src/cache/remote/stores/aws-settings.ts
/**
* Reads AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION, AWS_DEFAULT_REGION, AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, and
* the profile AWS_PROFILE of ~/.aws/credentials and ~/.aws/config (AWS_SHARED_CREDENTIALS_FILE, AWS_CONFIG_FILE).
*/
function awsSettings(env) {
	const home = env["HOME"] || homedir();
	const profile = env["AWS_PROFILE"] || "default";
	const credentialsFile = env["AWS_SHARED_CREDENTIALS_FILE"] || join(home, ".aws", "credentials");
	const configFile = env["AWS_CONFIG_FILE"] || join(home, ".aws", "config");
	const ofCredentials = sectionOf(readIfThere(credentialsFile), [profile]);
	const filed = {
		...sectionOf(readIfThere(configFile), [`profile ${profile}`, profile]),
		...ofCredentials
	};
	return {
		credentials: credentialsOf(env["AWS_ACCESS_KEY_ID"], env["AWS_SECRET_ACCESS_KEY"], env["AWS_SESSION_TOKEN"]) ?? credentialsOf(filed["aws_access_key_id"], filed["aws_secret_access_key"], filed["aws_session_token"]),
		region: env["AWS_REGION"] || env["AWS_DEFAULT_REGION"] || filed["region"],
		endpoint: env["AWS_ENDPOINT_URL_S3"] || env["AWS_ENDPOINT_URL"] || filed["endpoint_url"]
	};
}
function credentialsOf(accessKeyId, secretAccessKey, sessionToken) {
	if (!accessKeyId || !secretAccessKey) return void 0;
	return {
		accessKeyId,
		secretAccessKey,
		sessionToken: sessionToken || void 0
	};
}
/** Keys and values of the first of some sections of an ini file that is there. */
function sectionOf(text, names) {
	const sections = /* @__PURE__ */ new Map();
	let current;
	for (const line of text.split("\n")) {
		const header = /^\s*\[\s*([^\]]+?)\s*\]/.exec(line)?.[1];
		if (header !== void 0) {
			current = sections.get(header) ?? {};
			sections.set(header, current);
			continue;
		}
		const [, key, value] = /^([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
		if (current && key !== void 0) current[key] = value ?? "";
	}
	return names.map((name) => sections.get(name)).find((section) => section !== void 0) ?? {};
}

// src/cache/remote/stores/s3-store.ts
const shortAnswer = 65536;
const listAnswer = 16777216;
/** A bucket of S3 or of a server that speaks its protocol. */
var S3Store = class {
	place;
	/** URL of the bucket, without a slash at its end. */
	bucketUrl;
	/** '' or ends with a slash. */
	prefix;
	client;
	patience;
	/** @param url `s3://bucket/prefix?endpoint=https://…&region=…` */
	constructor(url, env, patience) {
		const settings = awsSettings(env);
		const region = url.searchParams.get("region") || settings.region || "us-east-1";
		const bucket = url.hostname;
		const endpoint = url.searchParams.get("endpoint") || settings.endpoint;
		this.bucketUrl = endpoint ? `${withScheme(endpoint).replace(/\/+$/, "")}/${bucket}` : amazonUrl(bucket, region);
		const path = url.pathname.replaceAll(/^\/+|\/+$/g, "");
		this.prefix = path === "" ? "" : `${path}/`;
		this.place = `s3://${bucket}/${path}`.replace(/\/$/, "");
		const { credentials } = settings;
		this.client = credentials && new AwsClient({
			accessKeyId: credentials.accessKeyId,
			secretAccessKey: credentials.secretAccessKey,
			...credentials.sessionToken === void 0 ? {} : { sessionToken: credentials.sessionToken },
			service: "s3",
			region
		});
		this.patience = patience;
	}
	async get(name, options) {
		const answer = await this.ask({
			method: "GET",
			url: this.urlOf(name),
			headers: {},
			...options
		});
		if (answer.status === 404) return void 0;
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
		if (once && (answer.status === 412 || answer.status === 409)) return "there";
		return answer.status === 200 ? "stored" : reject(answer);
	}
	async list() {
		const blobs = [];
		let token;
		do {
			const query = new URLSearchParams({
				"list-type": "2",
				prefix: this.prefix
			});
			if (token !== void 0) query.set("continuation-token", token);
			const url = `${this.bucketUrl}?${query}`;
			const answer = await this.ask({
				method: "GET",
				url,
				headers: {},
				mostBytes: listAnswer
			});
			if (answer.status !== 200) reject(answer);
			const xml = answer.body.toString("utf8");
			blobs.push(...readListing(xml, this.prefix));
			token = element(xml, "IsTruncated") === "true" ? element(xml, "NextContinuationToken") : void 0;
		} while (token !== void 0);
		return blobs;
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
	urlOf(name) {
		return `${this.bucketUrl}/${this.prefix}${name}`;
	}
	async ask(what) {
		if (!this.client) return request(what, this.patience);
		const headers = {
			...what.headers,
			"x-amz-content-sha256": sha256(what.body ?? "")
		};
		const signed = await this.client.sign(what.url, {
			method: what.method,
			headers
		});
		return request({
			...what,
			headers: Object.fromEntries(signed.headers)
		}, this.patience);
	}
};
function withScheme(endpoint) {
	return /^https?:\/\//.test(endpoint) ? endpoint : `https://${endpoint}`;
}
/** A bucket with dots in its name has no certificate as a host. */
function amazonUrl(bucket, region) {
	const host = `s3.${region}.amazonaws.com`;
	return bucket.includes(".") ? `https://${host}/${bucket}` : `https://${bucket}.${host}`;
}
/** Blobs of an answer to ListObjectsV2. */
function readListing(xml, prefix) {
	const blobs = [];
	for (const [, contents = ""] of xml.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
		const key = decodeXml(element(contents, "Key") ?? "");
		const name = key.startsWith(prefix) ? key.slice(prefix.length) : "";
		if (!isBlobName(name)) continue;
		const timeMs = Date.parse(element(contents, "LastModified") ?? "");
		blobs.push({
			name,
			size: Number(element(contents, "Size") ?? 0),
			timeMs: timeMs || 0
		});
	}
	return blobs;
}
function element(xml, name) {
	const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
	return text === void 0 ? void 0 : decodeXml(text);
}
function decodeXml(text) {
	return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", "\"").replaceAll("&amp;", "&");
}

export { S3Store };