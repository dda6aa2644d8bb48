import "./chunk-rolldown-runtime.mjs";
import { t as pageAssets } from "./chunk-assets2.mjs";
import { t as scriptJson } from "./chunk-script-json.mjs";
import { t as badUsage } from "./chunk-cli.mjs";
import { r as parseOptions, s as usageOf } from "./chunk-read-options.mjs";
import { n as failure } from "./chunk-message.mjs";
import { n as runToEnd } from "./chunk-spawn.mjs";
import { i as OtlpError, r as decodeValue, t as startSink } from "./chunk-sink.mjs";
import { readFileSync, writeFileSync } from "node:fs";
import { createHash, randomUUID } from "node:crypto";
import { resolve } from "node:path";

// src/page/telemetry/render-telemetry.ts
/**
* The page that shows telemetry, as one HTML file. Its own script and style sheet are all that may run, by their hashes.
*
* @param requests what it holds; undefined: it follows the server that it comes from, which is then all that it may speak to
*/
function renderTelemetry({ css, script }, requests) {
	const policy = [
		"default-src 'none'",
		`script-src ${hashOf(script)}`,
		`style-src ${hashOf(css)}`,
		...requests ? [] : ["connect-src 'self'"],
		"base-uri 'none'",
		"form-action 'none'"
	].join("; ");
	return {
		html: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="color-scheme" content="light dark">
<title>Telemetry – gots</title>
<style>${css}</style>
</head>
<body>
<div id="app"></div>
<noscript>This page is drawn by a script that is part of it.</noscript>
${requests ? `<script type="application/json" id="requests">${scriptJson(requests)}<\/script>\n` : ""}<script>${script}<\/script>
</body>
</html>
`,
		policy
	};
}
function hashOf(text) {
	return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

// src/report/texts/view.ts
const texts = {
	view_bad_file: {
		code: "view_bad_file",
		message: "no OTLP JSON: %reason%",
		hint: "`gots view` reads what OTEL_TRACES_EXPORTER=console prints, and files of the OpenTelemetry Collector's file exporter"
	},
	view_bad_address: {
		code: "view_bad_address",
		message: "\"%address%\" is no address of the loopback interface",
		hint: "127.0.0.1:PORT, localhost:PORT or [::1]:PORT"
	},
	view_port_taken: {
		code: "view_port_taken",
		message: "%address% is in use",
		hint: "another program listens there, a collector perhaps; `gots view --listen=127.0.0.1:0` takes a free port"
	}
};

// src/report/codes/view.ts
/** Raised when a file holds no request of OTLP. */
function badTelemetryFile(span, reason) {
	throw failure(texts.view_bad_file, { reason }, { span });
}
/** Raised when the address to listen on is not one of this machine alone. */
function badListenAddress(address) {
	throw failure(texts.view_bad_address, { address });
}
/** Raised when another program listens on the address. */
function portTaken(address) {
	throw failure(texts.view_port_taken, { address });
}

// src/cli/commands/view/listen-address.ts
/** Where programs send that were told nothing: the ports of OTLP/HTTP and OTLP/gRPC. */
const standardAddresses = [{
	host: "127.0.0.1",
	port: 4318
}, {
	host: "127.0.0.1",
	port: 4317
}];
/**
* Reads `127.0.0.1:4318`, `localhost:4318`, `[::1]:4318`, `:4318` or `4318`; port 0 is any that is free.
*
* @throws GotsError view_bad_address
*/
function readListenAddress(text) {
	const [, host = "", digits = ""] = /^(?:(127\.0\.0\.1|localhost|\[::1\])?:)?(\d{1,5})$/.exec(text) ?? [];
	const port = Number(digits);
	if (digits === "" || port > 65535) return badListenAddress(text);
	return {
		host: host === "[::1]" ? "::1" : "127.0.0.1",
		port
	};
}
function addressText({ host, port }) {
	return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}

// src/cli/commands/view/request-ring.ts
/** The newest requests, for pages that are opened later. A page keeps as many spans and log records itself. */
const most = {
	traces: 2e4,
	logs: 2e4,
	metrics: 200
};
/** In all, in UTF-16 units. */
const mostText = 64e6;
/** Requests that came, up to a number and a size: the oldest go first. */
var RequestRing = class {
	#kept = [];
	#nextId = 1;
	#text = 0;
	#items = {
		traces: 0,
		metrics: 0,
		logs: 0
	};
	add(signal, request) {
		const text = JSON.stringify({
			signal,
			request
		});
		const kept = {
			id: this.#nextId++,
			signal,
			text,
			items: itemsOf(signal, request)
		};
		this.#kept.push(kept);
		this.#count(kept, 1);
		const over = (each) => this.#items[each.signal] > most[each.signal] || this.#text > mostText;
		this.#kept = this.#kept.filter((each) => {
			if (each === kept || !over(each)) return true;
			this.#count(each, -1);
			return false;
		});
		return kept;
	}
	/** Those that came after another; 0: all. */
	after(id) {
		return this.#kept.filter((each) => each.id > id);
	}
	#count({ signal, items, text }, sign) {
		this.#items[signal] += sign * items;
		this.#text += sign * text.length;
	}
};
/** Of metrics, requests are counted: each tells the whole state. */
function itemsOf(signal, request) {
	if (signal === "metrics") return 1;
	const spans = (request.resourceSpans ?? []).flatMap(({ scopeSpans = [] }) => scopeSpans.map((scope) => scope.spans));
	const logs = (request.resourceLogs ?? []).flatMap(({ scopeLogs = [] }) => scopeLogs.map((scope) => scope.logRecords));
	return [...spans, ...logs].reduce((sum, list) => sum + (list?.length ?? 0), 0);
}

// src/cli/commands/view/page-server.ts
/** A page that does not read has this much sent ahead; then it is cut off, and asks for the rest when it connects again. */
const mostUnread = 16e6;
/** Serves the page, and sends it what comes, as events (HTML, "Server-sent events"). */
var PageServer = class {
	#page;
	#ring = new RequestRing();
	/** A page that was opened before this process started has to forget what it holds. */
	#run = randomUUID();
	#followers = /* @__PURE__ */ new Set();
	constructor(page) {
		this.#page = page;
	}
	add(signal, request) {
		const { id, text } = this.#ring.add(signal, request);
		for (const follower of this.#followers) send(follower, `id: ${this.#run} ${id}\ndata: ${text}\n\n`);
	}
	/** Answers a request for the page or for its events. */
	answer(request, response) {
		const refuse = (status, text) => response.writeHead(status, {
			"content-type": "text/plain",
			"cache-control": "no-store"
		}).end(`${text}\n`);
		if (!isOwnHost(request.headers.host)) return void refuse(403, "this page is served to 127.0.0.1, localhost and [::1]");
		if (request.method !== "GET") return void refuse(405, "only GET");
		const path = (request.url ?? "").split("?")[0];
		if (path === "/events") this.#follow(request, response);
		else if (path === "/") this.#sendPage(response);
		else refuse(404, "the page is at /");
	}
	#sendPage(response) {
		response.writeHead(200, {
			"content-type": "text/html; charset=utf-8",
			"content-security-policy": `${this.#page.policy}; frame-ancestors 'none'`,
			"x-content-type-options": "nosniff",
			"referrer-policy": "no-referrer",
			"cross-origin-resource-policy": "same-origin",
			"cache-control": "no-store"
		});
		response.end(this.#page.html);
	}
	#follow(request, response) {
		response.writeHead(200, {
			"content-type": "text/event-stream",
			"cache-control": "no-store"
		});
		const [run, id] = String(request.headers["last-event-id"] ?? "").split(" ");
		send(response, `retry: 1000\nevent: hello\ndata: ${this.#run}\n\n`);
		for (const kept of this.#ring.after(run === this.#run ? Number(id) || 0 : 0)) response.write(`id: ${this.#run} ${kept.id}\ndata: ${kept.text}\n\n`);
		this.#followers.add(response);
		response.on("close", () => this.#followers.delete(response));
		response.on("error", () => {});
	}
};
function send(response, text) {
	if (response.writableLength > mostUnread) response.destroy();
	else response.write(text);
}
/** Whether a Host header names the loopback interface. */
function isOwnHost(host) {
	return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host ?? "");
}

// src/cli/commands/view/serve.ts
/**
* Serves the page on the first address, and receives OTLP on all of them.
*
* @param onRequest gets each request too
* @throws GotsError view_port_taken
*/
async function serveTelemetry(assets, addresses, onRequest = () => {}) {
	const page = new PageServer(renderTelemetry(assets, void 0));
	const sinks = [];
	const close = async () => void await Promise.all(sinks.map((sink) => sink.close()));
	for (const [at, address] of addresses.entries()) try {
		sinks.push(await startSink({
			...address,
			onRequest: (signal, request, delivery) => {
				page.add(signal, request);
				onRequest(signal, request, delivery);
			},
			onOther: at === 0 ? (request, response) => page.answer(request, response) : void 0
		}));
	} catch (error) {
		await close();
		if (error.code === "EADDRINUSE") portTaken(addressText(address));
		throw error;
	}
	const endpoints = sinks.map(({ urls }) => urls.http);
	return {
		url: `${endpoints[0]}/`,
		endpoints,
		add: ({ signal, request }) => page.add(signal, request),
		close
	};
}

// src/cli/commands/view/open-browser.ts
const openers = {
	darwin: ["open"],
	win32: ["rundll32", "url.dll,FileProtocolHandler"]
};
/** Opens an address in the user's browser. @returns false where there is none to be found */
async function openBrowser(url, env) {
	const [program, ...args] = openers[process.platform] ?? ["xdg-open"];
	try {
		const { code } = await runToEnd({
			program,
			args: [...args, url],
			env,
			stdout: "ignore",
			stderr: "ignore"
		});
		return code === 0;
	} catch {
		return false;
	}
}

// src/cli/commands/view/telemetry-file.ts
const fields = {
	resourceSpans: "traces",
	resourceMetrics: "metrics",
	resourceLogs: "logs"
};
/**
* Reads the requests of a file: one a line, or the whole file is one, or a list of them. Other lines, such as those that a program prints
* beside what its console exporters write, are passed over; so is a last line that was cut off while it was written.
*
* @param name for messages
* @throws GotsError view_bad_file
*/
function readTelemetryFile(name, text) {
	const whole = parsed(text);
	if (whole !== void 0) {
		const requests = (Array.isArray(whole) ? whole : [whole]).flatMap((value) => requestsOf(value, name, 1));
		return requests.length > 0 ? requests : nothing(name);
	}
	const lines = text.split("\n");
	const requests = lines.flatMap((line, at) => {
		if (!/^\s*\{\s*"resource(Spans|Metrics|Logs)"/.test(line)) return [];
		const value = parsed(line);
		if (value !== void 0) return requestsOf(value, name, at + 1);
		if (at === lines.length - 1) return [];
		return badTelemetryFile({
			file: name,
			line: at + 1,
			column: 1
		}, "the line is no JSON");
	});
	return requests.length > 0 ? requests : nothing(name);
}
function nothing(name) {
	return badTelemetryFile({
		file: name,
		line: 1,
		column: 1
	}, "no line begins with {\"resourceSpans\", {\"resourceMetrics\" or {\"resourceLogs\"");
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
/** One object may hold all three signals. */
function requestsOf(value, name, line) {
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(fields).filter(([field]) => Object.hasOwn(value, field)).map(([, signal]) => {
		try {
			return {
				signal,
				request: decodeValue(signal, value)
			};
		} catch (error) {
			if (!(error instanceof OtlpError)) throw error;
			return badTelemetryFile({
				file: name,
				line,
				column: 1
			}, error.message);
		}
	});
}

// src/cli/commands/view.ts
/**
* `gots view FILE…` and `gots view --listen`: a page with traces, metrics and logs.
*
* @throws GotsError cli_usage, view_*
*/
async function runViewCommand(line, context) {
	const { has, value, operands } = parseOptions("view", line.rest);
	const output = value("o");
	const listen = value("listen");
	if (operands.length === 0 && listen === void 0) badUsage("nothing to view", usageOf("view"));
	if (output !== void 0 && (listen !== void 0 || has("open"))) badUsage("-o writes the page of files; it goes with neither --listen nor --open", usageOf("view"));
	const requests = operands.flatMap((file) => readTelemetryFile(file, readOperand(file, context.cwd)));
	const assets = pageAssets(void 0, "telemetry");
	if (output !== void 0) {
		writeFileSync(resolve(context.cwd, output), renderTelemetry(assets, requests).html);
		return 0;
	}
	const served = await serveTelemetry(assets, addressesOf(listen));
	for (const request of requests) served.add(request);
	context.write(announcement(served, listen !== void 0));
	if (has("open") && !await openBrowser(served.url, context.env)) context.log.warn(`no browser could be opened; the page is at ${served.url}`);
	await untilStopped();
	await served.close();
	return 0;
}
/** @param listen the option's value; '' where it has none, undefined where only files are shown */
function addressesOf(listen) {
	if (listen === void 0) return [{
		host: "127.0.0.1",
		port: 0
	}];
	return listen === "" ? standardAddresses : [readListenAddress(listen)];
}
/** @throws GotsError cli_usage */
function readOperand(file, cwd) {
	try {
		return readFileSync(file === "-" ? 0 : resolve(cwd, file), "utf8");
	} catch (error) {
		return badUsage(`${file} cannot be read: ${error.code}`, usageOf("view"));
	}
}
/** What a user needs to know: the page, and where to send. */
function announcement({ url, endpoints }, isListening) {
	const lines = [`page      ${url}`];
	if (isListening) {
		lines.push(`OTLP      ${endpoints.join(", ")} (grpc, http/protobuf and http/json on each)`);
		if (endpoints.length === 1) lines.push(`programs  OTEL_EXPORTER_OTLP_ENDPOINT=${endpoints[0]}`);
		lines.push("log records come where OTEL_LOGS_EXPORTER=otlp is set");
	}
	return `${[...lines, "Ctrl-C ends this."].join("\n")}\n`;
}
/** Ends with Ctrl-C, or with SIGTERM. */
function untilStopped() {
	return new Promise((resolveStop) => {
		for (const name of [
			"SIGINT",
			"SIGTERM",
			"SIGHUP"
		]) process.once(name, () => resolveStop());
	});
}

export { renderTelemetry as a, serveTelemetry as i, untilStopped as n, openBrowser as r, runViewCommand as t };