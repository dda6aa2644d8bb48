import "./chunk-rolldown-runtime.mjs";
import { t as pageAssets } from "./chunk-assets2.mjs";
import { a as renderTelemetry, i as serveTelemetry, n as untilStopped, r as openBrowser } from "./chunk-view.mjs";
import { r as parseOptions } from "./chunk-read-options.mjs";
import { n as runToEnd, r as start } from "./chunk-spawn.mjs";
import { n as failure } from "./chunk-message.mjs";
import { tmpdir } from "node:os";
import { closeSync, mkdtempSync, openSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { fileURLToPath } from "node:url";

// src/report/texts/demo.ts
const texts = {
	demo_build_failed: {
		code: "demo_build_failed",
		message: "`%command%` ended with exit code %exitCode%",
		hint: "the go command's own messages are above",
		family: "go"
	},
	demo_not_ready: {
		code: "demo_not_ready",
		message: "%program% did not start to listen; it said: %output%",
		family: "go"
	},
	demo_wrong_answer: {
		code: "demo_wrong_answer",
		message: "%request% was answered with status %seen%, not %wanted%",
		family: "bug"
	},
	demo_bad_end: {
		code: "demo_bad_end",
		message: "%program% %how% after SIGTERM",
		family: "bug"
	},
	demo_missing_traces: {
		code: "demo_missing_traces",
		message: "%wanted% requests were sent, but %seen% of them became one connected trace",
		family: "bug"
	},
	demo_loose_record: {
		code: "demo_loose_record",
		message: "%what%s and spans are not connected: %named%",
		family: "bug"
	}
};

// src/report/codes/demo.ts
/** Raised when one of the demo's builds fails; the go command has said why. */
function demoBuildFailed(command, exitCode) {
	throw failure(texts.demo_build_failed, {
		command,
		exitCode
	});
}
/** Raised when a program of the demo does not come up. */
function demoNotReady(program, output) {
	throw failure(texts.demo_not_ready, {
		program,
		output: output.trim() || "nothing"
	});
}
/** Raised when the woven program answers otherwise than the plain one would. */
function demoWrongAnswer(request, seen, wanted) {
	throw failure(texts.demo_wrong_answer, {
		request,
		seen,
		wanted
	});
}
/** Raised when a program of the demo has to be killed, or ends with another exit code than without weaving. */
function demoBadEnd(program, how) {
	throw failure(texts.demo_bad_end, {
		program,
		how
	});
}
/** Raised when a request has not become one connected trace. */
function demoMissingTraces(seen, wanted) {
	throw failure(texts.demo_missing_traces, {
		wanted,
		seen
	});
}
/** Raised when a log record or an exemplar names no span that came. */
function demoLooseRecord(what, named) {
	throw failure(texts.demo_loose_record, {
		what,
		named
	});
}

// src/cli/commands/demo/demo-build.ts
/**
* Builds twice and takes the time. The command's own messages go to this process's standard error.
*
* @param argv program and arguments
* @throws GotsError demo_build_failed
*/
async function timeBuild(label, argv, at) {
	return {
		label,
		firstMs: await timeOnce(argv, {
			cwd: at.cwd,
			env: {
				...at.env,
				...at.firstEnv
			}
		}),
		againMs: await timeOnce(argv, {
			cwd: at.cwd,
			env: at.env
		})
	};
}
async function timeOnce([program, ...args], at) {
	const began = performance.now();
	const { code } = await runToEnd({
		program,
		args,
		...at,
		stdout: "inherit",
		stderr: "inherit"
	});
	const exitCode = code ?? 1;
	if (exitCode !== 0) demoBuildFailed([program, ...args].join(" "), exitCode);
	return performance.now() - began;
}
/** A table of build times, in seconds. */
function renderTimes(plain, woven) {
	const seconds = (ms) => `${(ms / 1e3).toFixed(2)} s`.padStart(10);
	const width = Math.max(plain.label.length, woven.label.length);
	const row = (times) => `${times.label.padEnd(width)}${seconds(times.firstMs)}${seconds(times.againMs)}`;
	return [
		`${"".padEnd(width)}${"first".padStart(10)}${"again".padStart(10)}`,
		row(plain),
		row(woven),
		"(first: with the caches as they were; again: nothing changed)",
		""
	].join("\n");
}

// src/cli/commands/demo/demo-check.ts
/**
* Each request must have become one connected trace: a span of the gateway, and all else below it. No server span may begin a trace
* otherwise.
*
* @throws GotsError demo_missing_traces
*/
function checkComplete(traces, requests) {
	const beginsAtGateway = ({ roots }) => roots.length === 1 && roots[0]?.span.kind === "server" && roots[0].span.service === "gateway";
	const whole = traces.filter(beginsAtGateway).length;
	const begun = traces.filter(({ roots }) => roots.some(({ span }) => span.kind === "server" || span.parentId)).length;
	if (whole !== requests || begun !== requests) demoMissingTraces(whole, requests);
}
/**
* Every log record that names a span, and every exemplar, must name one that came; and there have to be some of both.
*
* @throws GotsError demo_loose_record
*/
function checkLinks(spans, requests) {
	const known = new Set(spans.map(({ traceId, spanId }) => `${traceId} ${spanId}`));
	for (const [what, records] of [["log record", logged(requests)], ["exemplar", exemplars(requests)]]) {
		if (records.length === 0) demoLooseRecord(what, "none");
		for (const { traceId, spanId } of records) if (!known.has(`${traceId} ${spanId}`)) demoLooseRecord(what, `${traceId} ${spanId}`);
	}
}
function logged(requests) {
	return requests.flatMap(({ resourceLogs = [] }) => resourceLogs).flatMap(({ scopeLogs = [] }) => scopeLogs).flatMap(({ logRecords = [] }) => logRecords).filter(({ traceId }) => traceId);
}
function exemplars(requests) {
	return requests.flatMap(({ resourceMetrics = [] }) => resourceMetrics).flatMap(({ scopeMetrics = [] }) => scopeMetrics).flatMap(({ metrics = [] }) => metrics).flatMap(({ histogram, sum }) => [...histogram?.dataPoints ?? [], ...sum?.dataPoints ?? []]).flatMap((point) => point.exemplars ?? []);
}

// src/cli/commands/demo/demo-program.ts
const startTimeoutMs = 3e4;
const stopTimeoutMs = 15e3;
/**
* Starts a program and waits until its log says on which address it listens.
*
* @throws GotsError demo_not_ready
*/
async function startProgram(name, run) {
	const outFile = join(run.dir, `${name}.out`);
	const logFile = join(run.dir, `${name}.log`);
	const [out, log] = [openSync(outFile, "w"), openSync(logFile, "w")];
	const running = start({
		program: run.file,
		args: run.args,
		cwd: run.dir,
		env: run.env,
		stdout: out,
		stderr: log
	});
	closeSync(out);
	closeSync(log);
	let ended = false;
	const end = () => {
		ended = true;
	};
	running.exited.then(end, end);
	for (const deadline = Date.now() + startTimeoutMs; Date.now() < deadline && !ended; await setTimeout$1(20)) {
		const address = /"msg":"\w+ is open","addr":"([^"]+)"/.exec(readFileSync(logFile, "utf8"))?.[1];
		if (address) return {
			name,
			url: `http://${address}`,
			outFile,
			logFile,
			running
		};
	}
	running.signal("SIGKILL");
	demoNotReady(name, readFileSync(logFile, "utf8"));
}
/**
* Stops a program with SIGTERM.
*
* @param wanted how it ends when it is not woven: an exit code, or the signal itself
* @throws GotsError demo_bad_end
*/
async function stopProgram(program, wanted) {
	const { running, name } = program;
	if (running.exit()) demoBadEnd(name, "had ended before it was stopped, not");
	running.signal("SIGTERM");
	const timer = setTimeout(() => running.signal("SIGKILL"), stopTimeoutMs);
	const { code, signal } = await running.exited;
	clearTimeout(timer);
	const how = code ?? signal;
	if (how !== wanted && process.platform !== "win32") demoBadEnd(name, `ended with ${how} instead of ${wanted}`);
}
/** Ends a program that an error left running. */
function killProgram(program) {
	if (!program.running.exit()) program.running.signal("SIGKILL");
}

// src/cli/commands/demo/log-lines.ts
const known = /* @__PURE__ */ new Set([
	"time",
	"level",
	"msg",
	"trace_id",
	"span_id"
]);
/** Reads log lines; what is not a JSON object with time, level and msg (a panic's stack, say) is left out. */
function parseLogLines(text, service) {
	return text.split("\n").flatMap((line) => {
		const data = jsonObject(line);
		const timeNs = nanoseconds(data?.["time"]);
		if (!data || timeNs === void 0 || typeof data["msg"] !== "string") return [];
		return [{
			service,
			timeNs,
			level: String(data["level"]),
			message: data["msg"],
			traceId: optionalText(data["trace_id"]),
			spanId: optionalText(data["span_id"]),
			fields: Object.entries(data).filter(([name]) => !known.has(name)).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)])
		}];
	});
}
function jsonObject(line) {
	if (!line.startsWith("{")) return void 0;
	try {
		return JSON.parse(line);
	} catch {
		return;
	}
}
const optionalText = (value) => typeof value === "string" ? value : void 0;
/** RFC 3339 with up to nine decimals, as slog writes it; JavaScript's own reader keeps three. */
function nanoseconds(time) {
	const parts = typeof time === "string" ? /^(.*T\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/.exec(time) : null;
	const seconds = parts ? Date.parse(`${parts[1]}${parts[3]}`) : NaN;
	if (!parts || Number.isNaN(seconds)) return void 0;
	return BigInt(seconds) * 1000000n + BigInt((parts[2] ?? "").padEnd(9, "0"));
}

// src/cli/commands/demo/render-traces.ts
/** Columns given to the tree before service, kind and duration follow. */
const treeWidth = 46;
const maxStatement = 72;
/**
* Draws traces as trees: a line for each span with service, kind, duration and what is most telling of its attributes, and
* under it the log lines that carry its id.
*/
function renderTraces(traces, logs) {
	return traces.map((trace) => renderTrace(trace, logs)).join("\n");
}
function renderTrace(trace, logs) {
	const lines = [`trace ${trace.id}`];
	const own = logs.filter((line) => line.traceId === trace.id);
	trace.roots.forEach((root, at) => {
		drawSpan(root, {
			prefix: "",
			last: at === trace.roots.length - 1
		}, own, lines);
	});
	return `${lines.join("\n")}\n`;
}
function drawSpan(node, place, logs, lines) {
	const { span } = node;
	const tree = `${place.prefix}${place.last ? "└─ " : "├─ "}${span.name}`;
	lines.push(`${tree.padEnd(treeWidth)} ${span.service.padEnd(7)} ${span.kind.padEnd(7)}${duration(span)}  ${notes(span)}`.trimEnd());
	const below = [...node.children.map((child) => ({
		startNs: child.span.startNs,
		child,
		line: void 0
	})), ...logs.filter((line) => line.spanId === span.spanId).map((line) => ({
		startNs: line.timeNs,
		child: void 0,
		line
	}))].sort((a, b) => a.startNs < b.startNs ? -1 : a.startNs > b.startNs ? 1 : 0);
	const prefix = `${place.prefix}${place.last ? "   " : "│  "}`;
	below.forEach(({ child, line }, at) => {
		if (child) drawSpan(child, {
			prefix,
			last: !below.slice(at + 1).some((next) => next.child)
		}, logs, lines);
		else if (line) lines.push(`${prefix}${below.slice(at).some((next) => next.child) ? "│  " : "   "}${drawLog(line)}`);
	});
}
function drawLog(line) {
	return [`log ${line.level} "${line.message}"`, ...line.fields.map(([name, value]) => `${name}=${value}`)].join(" ");
}
/** Milliseconds with two decimals, right-aligned. */
function duration(span) {
	return `${(Number(span.endNs - span.startNs) / 1e6).toFixed(2)} ms`.padStart(11);
}
function notes(span) {
	const at = span.attributes;
	return [
		at["http.response.status_code"],
		span.kind === "client" ? at["url.full"] : at["url.path"],
		at["db.system.name"],
		at["db.query.text"] === void 0 ? void 0 : cut(String(at["db.query.text"])),
		span.failed ? `ERROR ${span.message ?? at["error.type"] ?? ""}`.trimEnd() : void 0
	].filter((note) => note !== void 0).join("  ");
}
function cut(statement) {
	const characters = [...statement];
	return characters.length > maxStatement ? `${characters.slice(0, 71).join("")}…` : statement;
}

// src/cli/commands/demo/request.ts
/** What the shop behind the gateway can do, and what it refuses. The order counts: later requests ask for what earlier ones made. */
const demoRequests = [
	{
		title: "list the products",
		method: "GET",
		path: "/products",
		status: 200
	},
	{
		title: "a price in dollars, from the rates service",
		method: "GET",
		path: "/products/mug?currency=USD",
		status: 200
	},
	{
		title: "a product that does not exist",
		method: "GET",
		path: "/products/sofa",
		status: 404
	},
	{
		title: "an order, packed in the background",
		method: "POST",
		path: "/orders",
		body: {
			reference: "demo-1",
			sku: "mug",
			quantity: 2,
			currency: "GBP"
		},
		status: 201
	},
	{
		title: "the same order again: a statement fails",
		method: "POST",
		path: "/orders",
		body: {
			reference: "demo-1",
			sku: "mug",
			quantity: 2
		},
		status: 409
	},
	{
		title: "more than there is",
		method: "POST",
		path: "/orders",
		body: {
			reference: "demo-2",
			sku: "teapot",
			quantity: 2
		},
		status: 409
	},
	{
		title: "prices asked for in goroutines that get no context",
		method: "GET",
		path: "/overview/mug",
		status: 200
	},
	{
		title: "the order",
		method: "GET",
		path: "/orders/1",
		status: 200
	}
];
/**
* Sends requests one after the other.
*
* @param base URL without a slash at the end
* @throws GotsError demo_wrong_answer
*/
async function sendRequests(base, requests) {
	for (const request of requests) {
		const response = await fetch(base + request.path, {
			method: request.method,
			...request.body ? { body: JSON.stringify(request.body) } : {},
			signal: AbortSignal.timeout(3e4)
		});
		await response.arrayBuffer();
		if (response.status !== request.status) demoWrongAnswer(`${request.method} ${request.path}`, response.status, request.status);
	}
}

// src/cli/commands/demo/traces.ts
const kinds = [
	"unspecified",
	"internal",
	"server",
	"client",
	"producer",
	"consumer"
];
const statusError = 2;
/** The spans of a request, with the service that sent them. */
function tracedSpans({ resourceSpans = [] }) {
	return resourceSpans.flatMap(({ resource, scopeSpans = [] }) => {
		const service = String(attributesOf(resource?.attributes)["service.name"] ?? "unknown");
		return scopeSpans.flatMap(({ spans = [] }) => spans.map((raw) => spanOf(raw, service)));
	});
}
function spanOf(raw, service) {
	return {
		traceId: raw.traceId ?? "",
		spanId: raw.spanId ?? "",
		parentId: raw.parentSpanId || void 0,
		service,
		name: raw.name ?? "",
		kind: kinds[raw.kind ?? 0] ?? "unspecified",
		startNs: BigInt(raw.startTimeUnixNano ?? 0),
		endNs: BigInt(raw.endTimeUnixNano ?? 0),
		failed: raw.status?.code === statusError,
		message: raw.status?.message || void 0,
		attributes: attributesOf(raw.attributes)
	};
}
function attributesOf(list = []) {
	return Object.fromEntries(list.map(({ key, value }) => [key ?? "", readValue(value ?? {})]));
}
function readValue(value) {
	if (value.arrayValue) return (value.arrayValue.values ?? []).map(readValue);
	if (value.intValue !== void 0) return Number(value.intValue);
	if (value.doubleValue !== void 0) return Number(value.doubleValue);
	return value.boolValue ?? value.stringValue ?? "";
}
/** Groups spans into traces, in the order the traces began; a span whose parent is not there is a root. */
function buildTraces(spans) {
	return [...groupBy([...spans].sort(byStart), (span) => span.traceId)].map(([id, own]) => {
		const known = new Set(own.map((span) => span.spanId));
		const children = groupBy(own, (span) => span.parentId && known.has(span.parentId) ? span.parentId : "");
		const nodes = (parent) => (children.get(parent) ?? []).map((span) => ({
			span,
			children: nodes(span.spanId)
		}));
		return {
			id,
			roots: nodes(""),
			spanCount: own.length
		};
	});
}
function byStart(a, b) {
	if (a.startNs !== b.startNs) return a.startNs < b.startNs ? -1 : 1;
	return a.spanId < b.spanId ? -1 : 1;
}
function groupBy(items, key) {
	const groups = /* @__PURE__ */ new Map();
	for (const item of items) {
		const group = groups.get(key(item));
		if (group) group.push(item);
		else groups.set(key(item), [item]);
	}
	return groups;
}

// src/cli/commands/demo/woven.ts
/**
* Lists where each aspect went in: aspects in the order of their files, under each the places, with the package.
*
* @param show shortens a file's name for the reader
*/
function renderWoven(places, show) {
	const lines = [];
	const keys = [...new Set(places.map(aspectKey))].sort();
	for (const key of keys) {
		const own = places.filter((place) => aspectKey(place) === key).sort(byPosition);
		const first = own[0];
		if (!first) continue;
		lines.push(`${first.aspect}  (${show(first.aspectSpan.file)}:${first.aspectSpan.line})`);
		const seen = /* @__PURE__ */ new Set();
		for (const { at, importPath, what } of own) {
			const line = `    ${show(at.file)}:${at.line}:${at.column}  ${importPath}  ${what}`;
			if (!seen.has(line)) lines.push(line);
			seen.add(line);
		}
	}
	return `${lines.join("\n")}\n`;
}
function aspectKey(place) {
	return `${place.aspectSpan.file}\0${String(place.aspectSpan.line).padStart(9, "0")}\0${place.aspect}`;
}
function byPosition(a, b) {
	return a.importPath.localeCompare(b.importPath, "en") || a.at.file.localeCompare(b.at.file, "en") || a.at.line - b.at.line || a.at.column - b.at.column;
}

// src/cli/commands/demo/demo.ts
/**
* Builds the example plainly and woven, runs the woven programs, sends requests, and prints the traces, where each aspect went in,
* and what the builds took.
*
* @throws GotsError demo_*
*/
async function demonstrate(options) {
	const dir = mkdtempSync(join(tmpdir(), "gots-demo-"));
	try {
		options.write(`building ${options.shop}: plain, then woven\n`);
		const packages = [
			"./cmd/gateway",
			"./cmd/shop",
			"./cmd/rates"
		];
		const at = {
			cwd: options.shop,
			env: options.env
		};
		const target = (name) => join(dir, name) + (process.platform === "win32" ? "\\" : "/");
		const plain = await timeBuild("go build", [
			options.go,
			"build",
			"-o",
			target("plain"),
			...packages
		], at);
		const reportFile = join(dir, "report.json");
		const woven = await timeBuild("gots go build", [
			...options.wovenGo,
			"build",
			"-o",
			target("woven"),
			...packages
		], {
			...at,
			firstEnv: options.report.env(reportFile)
		});
		const places = options.report.read(reportFile);
		const traces = await runPrograms(dir, options);
		options.write(`\nTraces\n\n${traces}`);
		options.write(`\nAspects\n\n${renderWoven(places, (file) => shorten(file, options.shop))}`);
		options.write(`\nBuild times\n\n${renderTimes(plain, woven)}`);
	} finally {
		rmSync(dir, {
			recursive: true,
			force: true
		});
	}
}
/** Files of the example are named from its folder; all others as they are. */
function shorten(file, shop) {
	const inside = relative(realpathSync(shop), file);
	return inside.startsWith("..") ? file : inside;
}
async function runPrograms(dir, options) {
	const received = [];
	const served = await serveTelemetry(options.assets, [{
		host: "127.0.0.1",
		port: 0
	}], (signal, request) => {
		received.push({
			signal,
			request
		});
	});
	const started = [];
	try {
		const { rates, shop, gateway } = await startPrograms(dir, {
			options,
			served,
			started
		});
		options.write(`\nRequests\n\n${demoRequests.map((r) => `${r.method} ${r.path}: ${r.title}\n`).join("")}`);
		await sendRequests(gateway.url, demoRequests);
		await options.whileOpen?.({
			url: served.url,
			gateway: gateway.url
		});
		await stopProgram(gateway, "SIGTERM");
		await stopProgram(shop, 0);
		await stopProgram(rates, "SIGTERM");
		const spans = received.flatMap(({ request }) => tracedSpans(request));
		const traces = buildTraces(spans);
		const logs = started.flatMap((p) => parseLogLines(readFileSync(p.logFile, "utf8"), p.name));
		if (!options.whileOpen) checkComplete(traces, demoRequests.length);
		checkLinks(spans, received.map(({ request }) => request));
		options.onTelemetry(received);
		return renderTraces(traces, logs);
	} finally {
		for (const program of started) killProgram(program);
		await served.close();
	}
}
/** @param at programs join `started` as they come up */
async function startPrograms(dir, at) {
	const env = {
		...withoutOtel(at.options.env),
		OTEL_EXPORTER_OTLP_ENDPOINT: at.served.endpoints[0],
		OTEL_LOGS_EXPORTER: "otlp",
		OTEL_BSP_SCHEDULE_DELAY: "500",
		OTEL_BLRP_SCHEDULE_DELAY: "500",
		OTEL_METRIC_EXPORT_INTERVAL: "2000"
	};
	const open = async (name, ...args) => {
		const file = join(dir, "woven", process.platform === "win32" ? `${name}.exe` : name);
		const program = await startProgram(name, {
			file,
			args: [
				"-addr",
				"127.0.0.1:0",
				...args
			],
			env,
			dir
		});
		at.started.push(program);
		return program;
	};
	const rates = await open("rates");
	const shop = await open("shop", "-db", join(dir, "shop.db"), "-rates", rates.url);
	return {
		rates,
		shop,
		gateway: await open("gateway", "-shop", shop.url)
	};
}
/** The demo shows its own set-up, not the user's. */
function withoutOtel(env) {
	return Object.fromEntries(Object.entries(env).filter(([name]) => !/^OTEL_|^GOTS_GLS$/.test(name)));
}

// src/cli/commands/demo.ts
/** `gots demo`: the example shop, built plainly and woven, run, asked, and its traces shown. */
async function runDemoCommand(line, context) {
	const { has, value } = parseOptions("demo", line.rest);
	const output = value("o");
	const assets = pageAssets(void 0, "telemetry");
	const aspects = line.aspectFiles.flatMap((file) => ["--aspects", file]);
	await demonstrate({
		shop: join(context.home, "examples", "shop"),
		go: context.go,
		wovenGo: [
			process.execPath,
			entry(),
			...aspects,
			"go"
		],
		env: {
			...context.env,
			PWD: void 0
		},
		report: {
			env: (file) => ({ GOTS_REPORT: file }),
			read: readReport
		},
		write: context.write,
		assets,
		onTelemetry: (requests) => {
			if (output !== void 0) writeFileSync(resolve(context.cwd, output), renderTelemetry(assets, requests).html);
		},
		whileOpen: has("open") ? (page) => showPage(page, context) : void 0
	});
	return 0;
}
/** Opens the page, and waits for Ctrl-C; until then the programs answer. */
async function showPage({ url, gateway }, context) {
	const stopped = untilStopped();
	context.write(`\npage      ${url}\ngateway   ${gateway} takes more requests\nCtrl-C ends this.\n`);
	if (!await openBrowser(url, context.env)) context.log.warn(`no browser could be opened; the page is at ${url}`);
	await stopped;
}
/** The file that node runs now. */
function entry() {
	return process.argv[1] ?? fileURLToPath(import.meta.url);
}
function readReport(file) {
	return JSON.parse(readFileSync(file, "utf8")).packages.flatMap(({ importPath, matches }) => matches.map((match) => ({
		...match,
		importPath
	})));
}

export { runDemoCommand };