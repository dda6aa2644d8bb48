import { t as SilenceWatch } from "./chunk-silence-watch.mjs";

// src/cache/remote/stores/blob-store.ts
/** What a server did instead of answering. */
var RemoteError = class extends Error {
	/** Status of HTTP; undefined where there was no answer. */
	status;
	constructor(message, status) {
		super(message);
		this.status = status;
	}
};
/** Whether a name is one of a blob of ours. */
function isBlobName(name) {
	return /^(ac|cas)\/[0-9a-f]{64}$/.test(name);
}

// src/cache/remote/stores/http-request.ts
/** A refusal of more bytes is cut off. */
const mostRefusal = 65536;
/** A build waits: a server that is silent for longer is slower than the compiler. */
const hasty = {
	answerMs: 900,
	pauseMs: 900
};
/** No build waits for an upload. */
const patient = {
	answerMs: 6e4,
	pauseMs: 3e4
};
/**
* Sends a request and reads the whole answer. Redirects are not followed: credentials would go elsewhere.
*
* @throws RemoteError if there is no answer, no whole one, or none in time; an answer of any status is one
*/
async function request(what, patience) {
	const controller = new AbortController();
	let why = "";
	const patienceOf = (ms, text) => {
		const giveUp = () => {
			why = text;
			controller.abort();
		};
		return new SilenceWatch(giveUp, { mostMs: ms });
	};
	const answer = patienceOf(patience.answerMs, `no answer within ${patience.answerMs / 1e3} s`);
	const pause = patienceOf(patience.pauseMs, `the answer stopped for ${patience.pauseMs / 1e3} s`);
	const give = () => controller.abort();
	what.signal?.addEventListener("abort", give);
	if (what.signal?.aborted) give();
	try {
		const response = await answer.during(fetch(what.url, {
			method: what.method,
			headers: { ...what.headers },
			body: what.body ? new Uint8Array(what.body) : null,
			redirect: "manual",
			signal: controller.signal
		}));
		const parts = [];
		let length = 0;
		const reader = response.body?.getReader();
		for (;;) {
			const part = reader && await pause.during(reader.read());
			if (part === void 0 || part.done) break;
			pause.heard();
			length += part.value.length;
			if (length > (response.ok ? what.mostBytes : Math.max(what.mostBytes, mostRefusal))) {
				controller.abort();
				throw new RemoteError(`the answer has more than ${what.mostBytes} bytes`);
			}
			what.onBytes?.(part.value.length);
			parts.push(part.value);
		}
		return {
			status: response.status,
			body: Buffer.concat(parts),
			headers: response.headers
		};
	} catch (error) {
		if (error instanceof RemoteError) throw error;
		throw new RemoteError(why || causeOf(error));
	} finally {
		what.signal?.removeEventListener("abort", give);
	}
}
/** What fetch hides in the cause of its `TypeError: fetch failed`. */
function causeOf(error) {
	const { cause, message } = error;
	return cause?.code ?? cause?.message ?? message;
}
/**
* Tells what an answer says that is neither success nor expected.
*
* @throws RemoteError
*/
function reject({ status, headers }) {
	if (status >= 300 && status < 400) {
		const to = headers.get("location");
		throw new RemoteError(`it redirects (${status})${to ? ` to ${hostOf(to)}` : ""}`, status);
	}
	if (status === 401 || status === 403) throw new RemoteError(`it refuses these credentials (${status})`, status);
	throw new RemoteError(`it answers with status ${status}`, status);
}
function hostOf(location) {
	try {
		return new URL(location).host;
	} catch {
		return location.slice(0, 60);
	}
}

export { RemoteError as a, request as i, patient as n, isBlobName as o, reject as r, hasty as t };