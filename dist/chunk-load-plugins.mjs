import "./chunk-rolldown-runtime.mjs";
import { i as pluginLoad, s as pluginShape } from "./chunk-plugin.mjs";
import { A as compileGoRegexp, B as typeNameAt, C as bracketRange, Jt as flag, Kt as anyOf, Qt as map, Xt as keysOf, Zt as list$1, _n as isNothing, an as fields, cn as listOf, dn as plainBoolean, en as ref, fn as required, g as withBodies, gn as yamlText, hn as textsOf, ht as spanInTemplate, in as booleanOf, l as namedValues, ln as mapOf, m as readJoinPoint, mn as singleEntry, pn as scalarOf, qt as choice, tn as text$1, un as pairsOf, v as idPattern, vn as attempt, w as commaRange, y as doublestar, yn as attemptEach } from "./chunk-ask.mjs";
import { r as parseModFile, t as isFolder } from "./chunk-mod-file.mjs";
import { A as disableUnused, M as emptyPackage, N as unknownKey, S as aspectTemplateSyntax, c as aspectEmptyFolder, d as aspectExtendsPackage, f as aspectExtendsUnknownSet, h as aspectFileMissing, j as emptyFolder, l as aspectEmptyPackage, m as aspectFileEmpty, o as aspectBadValue, s as aspectDuplicateKey, t as aspectBadFunctionPattern, u as aspectExtendsMissing, w as aspectUnknownAdvice, x as aspectSyntax, y as aspectPackageMissing } from "./chunk-aspect.mjs";
import { c as ruleFileName, d as orchestrionFacts, f as toolFileName, g as gotsFacts, h as variables, i as dialectNamed, l as rulesVariable, m as ruleConfigFile, o as checkoutVariable, p as loongsuiteFacts, s as otelcFacts, u as toolFileNames } from "./chunk-facts.mjs";
import { a as modulePathOf, r as moduleAbove, t as hasGoMod } from "./chunk-module-folder.mjs";
import { r as injectablePackages } from "./chunk-aspect-packages.mjs";
import { t as require_dist } from "./chunk-dist2.mjs";
import { n as kindOfAdvice, t as adviceWords } from "./chunk-advice.mjs";
import { n as moduleGraph } from "./chunk-module-graph.mjs";
import { t as isPluginFile } from "./chunk-plugin-file.mjs";
import { n as failure, t as diagnostic } from "./chunk-message.mjs";
import { n as suggest } from "./chunk-nearest.mjs";
import { t as disk } from "./chunk-file-view.mjs";
import { t as goImports } from "./chunk-go-imports.mjs";
import { existsSync } from "node:fs";
import { basename, dirname, isAbsolute, join, normalize, relative, resolve, sep } from "node:path";
import { crc32 } from "node:zlib";
import { pathToFileURL } from "node:url";

// src/dialects/modules-beside.ts
/**
* The modules that aspect files lie in and that the program does not have, as far as aspects inject packages of them: those of
* plug-in configurations, of a checkout's rules, and the one with the built-in sets.
*/
function modulesBeside(files, { aspects, modules }, { mainDirs, home }) {
	const dirs = /* @__PURE__ */ new Set();
	for (const { path } of files) {
		const dir = moduleAbove(dirname(path));
		if (dir !== void 0 && !mainDirs.includes(dir) && !modules.includes(dir)) dirs.add(dir);
	}
	const builtIn = join(home, "aspects");
	if (files.some(({ path }) => path.startsWith(builtIn))) dirs.add(builtIn);
	const injected = aspects.flatMap((aspect) => injectablePackages(aspect));
	return {
		beside: [...dirs].map((dir) => ({
			dir,
			path: modulePathOf(dir)
		})).filter(({ path }) => injected.some((name) => name === path || name.startsWith(`${path}/`))),
		checkout: [],
		pins: []
	};
}

// src/aspects/file-shape.ts
const aspectShape = map({
	id: {
		shape: text$1("any name"),
		doc: "Names the aspect in reports and for `disable`."
	},
	"tracer-internal": {
		shape: flag,
		doc: "Also woven into the packages of tracers, which are otherwise left alone."
	},
	reach: {
		shape: choice("everything", "user"),
		doc: "`user`: not in packages that only injected code brings in; `everything` by default."
	},
	"join-point": {
		shape: ref("join-point"),
		doc: "Where.",
		required: true
	},
	advice: {
		shape: anyOf(list$1(ref("advice")), ref("advice")),
		doc: "What to do there: one advice or a list.",
		required: true
	}
});
const metaShape = map({
	name: {
		shape: text$1("any name"),
		doc: "Name of the set."
	},
	description: {
		shape: text$1("any text"),
		doc: "What the aspects are for."
	},
	icon: {
		shape: text$1("a name"),
		doc: "For documentation sites."
	},
	caveats: {
		shape: text$1("any text"),
		doc: "What users should know."
	}
}, true);
const remoteUrl = "^(s3|https?)://[^/?#]+|^off$";
const remoteShape = map({
	url: {
		shape: text$1("a URL", remoteUrl),
		doc: "Where it is.",
		required: true
	},
	mode: {
		shape: choice("read", "read-write"),
		doc: "`read-write`: what is built is stored there, too; `read` by default. `GOTS_REMOTE_MODE` wins."
	}
});
const fileShape = map({
	meta: {
		shape: metaShape,
		doc: "About the file."
	},
	extends: {
		shape: list$1(text$1("a path, `gots:NAME` or an import path"), true),
		doc: "Files and folders (relative to this file), built-in sets as `gots:otel`, and Go packages, whose aspects come before the own ones."
	},
	disable: {
		shape: list$1(text$1("a pattern"), true),
		doc: "Patterns over the ids of aspects of this file and of those it extends: `*` is anything but `/`, `**` anything, `?` one character."
	},
	spans: {
		shape: list$1(text$1("a pattern of functions"), true),
		doc: "Functions whose calls are spans, as `example.com/shop/...Service.*`; see telemetry.md. A file without `extends` extends `gots:otel` then."
	},
	remote: {
		shape: anyOf(text$1("a URL", remoteUrl), remoteShape),
		doc: "The shared cache of builds of this module, `s3://bucket/prefix` or `https://host/path`; see remote-cache.md. Only that of a `gots.yml` in the main module counts."
	},
	aspects: {
		shape: list$1(ref("aspect"), true),
		doc: "The aspects."
	}
});

// src/aspects/line-table.ts
var import_dist = require_dist();
/**
* Builds the table of one file.
*
* @param file display name put into every span
*/
function lineTable(text, file) {
	const starts = [0];
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return { span: (offset) => {
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = low + high + 1 >> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		const column = Buffer.byteLength(text.slice(starts[low], offset)) + 1;
		return {
			file,
			line: low + 1,
			column
		};
	} };
}

// src/aspects/scalar-lines.ts
/**
* Where each line of a scalar's value begins in the YAML text.
*
* YAML drops indentation, folds lines and decodes escapes, so value and text differ; this walks both.
*
* @param text the whole YAML file
* @param scalar its style, the half-open range of its spelling (quotes or block header included) and its decoded value
* @returns one offset (UTF-16 units in `text`) per `\n`-separated line of the value
*/
function scalarLines(text, scalar) {
	const { style, start, end, value } = scalar;
	if (style === "literal" || style === "folded") return blockLines(text, scalar);
	const quoted = style !== "plain";
	return exactly(flowLines(text, style, quoted ? start + 1 : start, quoted ? end - 1 : end), value.split("\n").length);
}
function blockLines(text, scalar) {
	const values = scalar.value.split("\n");
	const header = text.indexOf("\n", scalar.start);
	if (header < 0) return exactly([scalar.start], values.length);
	const source = sourceLines(text, header + 1, scalar.end);
	const first = values.findIndex((line) => line.trim() !== "");
	const firstSource = source.findIndex((line) => line.text.trim() !== "");
	const indent = first < 0 ? 0 : leading(source[firstSource]?.text ?? "") - leading(values[first] ?? "");
	const begin = (line) => line.start + Math.min(indent, line.text.length);
	if (scalar.style === "literal") return exactly(source.map(begin), values.length);
	return exactly(foldedLines(values, source, {
		indent,
		begin
	}), values.length);
}
/** A value line stands for as many source lines as it is long, joined by single blanks. */
function foldedLines(values, source, at) {
	const found = [];
	let next = 0;
	const isBlank = (index) => (source[index]?.text ?? "x").slice(at.indent) === "";
	for (const value of values) {
		if (value !== "") while (next < source.length && isBlank(next)) next++;
		const line = source[next];
		if (!line) break;
		found.push(at.begin(line));
		if (value === "") {
			if (isBlank(next)) next++;
			continue;
		}
		let length = -1;
		do {
			length += (source[next]?.text.length ?? 0) - at.indent + 1;
			next++;
		} while (length < value.length && next < source.length);
	}
	return found;
}
/** Plain and quoted scalars: a single line break folds to a blank, n of them to n - 1 breaks. */
function flowLines(text, style, start, end) {
	const found = [];
	let begun = false;
	const endLine = (at) => {
		if (!begun) found.push(at);
		begun = false;
	};
	let at = start;
	while (at < end) {
		const decoded = style === "double" && text[at] === "\\" ? escapeAt(text, at) : void 0;
		if (decoded?.kind === "joins") at = skipBlanks$1(text, decoded.next, end);
		else if (decoded?.kind === "newline") {
			endLine(at);
			at = decoded.next;
		} else if (text[at] === "\n" || text[at] === "\r" && text[at + 1] === "\n") {
			const fold = foldAt(text, at, end);
			if (fold.blanks.length > 0) endLine(at);
			found.push(...fold.blanks.slice(0, -1));
			at = fold.next;
		} else {
			if (!begun) found.push(at);
			begun = true;
			at = decoded?.next ?? at + 1;
		}
	}
	endLine(end);
	return found;
}
/** From a line break on: the starts of the blank lines after it, and where content goes on. */
function foldAt(text, at, end) {
	const blanks = [];
	let lineStart = text.indexOf("\n", at) + 1;
	for (;;) {
		const next = skipBlanks$1(text, lineStart, end);
		if (next >= end || text[next] !== "\n") return {
			blanks,
			next
		};
		blanks.push(lineStart);
		lineStart = next + 1;
	}
}
function skipBlanks$1(text, at, end) {
	let next = at;
	while (next < end && (text[next] === " " || text[next] === "	" || text[next] === "\r")) next++;
	return next;
}
/** What a backslash in double quotes stands for; before a line break it joins the lines. */
function escapeAt(text, at) {
	const letter = text[at + 1] ?? "";
	if (letter === "\n") return {
		kind: "joins",
		next: at + 2
	};
	if (letter === "\r" && text[at + 2] === "\n") return {
		kind: "joins",
		next: at + 3
	};
	const digits = {
		x: 2,
		u: 4,
		U: 8
	}[letter] ?? 0;
	const code = Number.parseInt(text.slice(at + 2, at + 2 + digits), 16);
	return {
		kind: letter === "n" || code === 10 ? "newline" : "character",
		next: at + 2 + digits
	};
}
function sourceLines(text, start, end) {
	const lines = [];
	let at = start;
	while (at < end) {
		const stop = text.indexOf("\n", at);
		const lineEnd = stop < 0 || stop >= end ? end : stop;
		lines.push({
			start: at,
			text: text.slice(at, lineEnd).replace(/\r$/, "")
		});
		at = lineEnd + 1;
	}
	return lines.length > 0 ? [...lines, {
		start: end,
		text: ""
	}] : [{
		start: end,
		text: ""
	}];
}
function leading(line) {
	return line.length - line.replace(/^ +/, "").length;
}
/** The value may have fewer lines than the text (chomped) or one more (a final break). */
function exactly(offsets, count) {
	const last = offsets.at(-1) ?? 0;
	return Array.from({ length: count }, (_, index) => offsets[index] ?? last);
}

// src/aspects/yaml.ts
/** More than any real file has, few enough that nested aliases cannot fill the memory. */
const maxNodes = 2e5;
const maxDepth$1 = 100;
/**
* Reads the first document of a YAML file, by YAML 1.2 rules even where the file says `%YAML 1.1`:
* bare `on`, `off`, `yes` and `no` stay text.
*
* @param file display name for spans
* @param problems without a sink the first problem is thrown
* @returns undefined for a file without content
* @throws GotsError aspect_syntax, aspect_duplicate_key
*/
function readYaml(bytes, file, problems = {}) {
	const text = decode(bytes, file);
	const table = lineTable(text, file);
	const document = parseFirst(text, table);
	if (!document) return void 0;
	const errors = [...document.errors].sort((a, b) => a.pos[0] - b.pos[0]);
	for (const problem of errors) attempt(problems, () => refuse(problem, table));
	if (errors.length > 0) return void 0;
	const content = document.contents;
	if (!content) return void 0;
	return convert(content, {
		text,
		table,
		anchors: /* @__PURE__ */ new Map(),
		sizes: /* @__PURE__ */ new Map(),
		count: 0,
		problems
	}, 0);
}
function refuse(problem, table) {
	if (problem.code === "RESOURCE_EXHAUSTION") aspectSyntax(table.span(0), "it is nested too deeply", problem);
	return aspectSyntax(table.span(problem.pos[0]), sentence(problem.message), problem);
}
function decode(bytes, file) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch (cause) {
		return aspectSyntax({
			file,
			line: 1,
			column: 1
		}, "the file is not UTF-8 text", cause);
	}
}
function parseFirst(text, table) {
	const options = {
		schema: "failsafe",
		version: "1.2",
		prettyErrors: false,
		uniqueKeys: false
	};
	try {
		const [first] = new import_dist.Composer({
			...options,
			logLevel: "silent"
		}).compose(tokensOf(text, table));
		return first;
	} catch (cause) {
		if (!(cause instanceof RangeError)) throw cause;
		return aspectSyntax(table.span(0), "it is nested too deeply", cause);
	}
}
/** Composing is recursive, and what the engine does at the end of its stack is not always an error that can be caught. */
const maxOpen = 1e3;
function* tokensOf(text, table) {
	const parser = new import_dist.Parser();
	for (const lexeme of new import_dist.Lexer().lex(text)) {
		yield* parser.next(lexeme);
		if (parser.stack.length > maxOpen) aspectSyntax(table.span(0), "it is nested too deeply");
	}
	yield* parser.end();
}
function convert(node, state, depth) {
	const before = state.count++;
	const span = state.table.span(node.range[0]);
	if (depth > maxDepth$1) aspectSyntax(span, "it is nested too deeply");
	if ((0, import_dist.isAlias)(node)) return alias(node.source, span, state);
	if (node.tag && !/^(!|tag:yaml\.org,2002:(str|null|bool|int|float|map|seq))$/.test(node.tag)) aspectSyntax(span, `the tag ${node.tag} has no meaning here`);
	const result = shape(node, {
		span,
		state,
		depth
	});
	if (state.count > maxNodes) aspectSyntax(span, `its aliases expand to more than ${maxNodes} values`);
	const anchor = node.anchor;
	if (anchor) {
		state.anchors.set(anchor, result);
		state.sizes.set(anchor, state.count - before);
	}
	return result;
}
function alias(name, span, state) {
	const target = state.anchors.get(name);
	if (!target) return aspectSyntax(span, `the alias *${name} has no anchor &${name} before it`);
	state.count += state.sizes.get(name) ?? 0;
	if (state.count > maxNodes) aspectSyntax(span, `its aliases expand to more than ${maxNodes} values`);
	return target;
}
function shape(node, at) {
	const { span, state, depth } = at;
	if ((0, import_dist.isSeq)(node)) return {
		kind: "list",
		span,
		items: node.items.map((item) => convert(item, state, depth + 1))
	};
	if ((0, import_dist.isMap)(node)) return mapping(node.items, at);
	if (!(0, import_dist.isScalar)(node)) return aspectSyntax(span, "a value of an unknown kind");
	const value = typeof node.value === "string" ? node.value : "";
	const style = styles[node.type ?? "PLAIN"] ?? "plain";
	const [start, end] = node.range;
	return {
		kind: "scalar",
		span,
		text: value,
		plain: style === "plain" && node.tag !== "tag:yaml.org,2002:str" && node.tag !== "!",
		lines: () => scalarLines(state.text, {
			style,
			start,
			end,
			value
		}).map(state.table.span)
	};
}
const styles = {
	PLAIN: "plain",
	QUOTE_SINGLE: "single",
	QUOTE_DOUBLE: "double",
	BLOCK_LITERAL: "literal",
	BLOCK_FOLDED: "folded"
};
function mapping(pairs, at) {
	const { span, state, depth } = at;
	const own = /* @__PURE__ */ new Map();
	const merged = /* @__PURE__ */ new Map();
	const mergeKeys = [];
	for (const pair of pairs) {
		const key = convert(pair.key, state, depth + 1);
		if (key.kind !== "scalar") return aspectSyntax(key.span, "a key must be text");
		const value = pair.value ? convert(pair.value, state, depth + 1) : nothing$1(key.span);
		const [firstMerge] = mergeKeys;
		if (key.text === "<<" && key.plain) {
			if (firstMerge) attempt(state.problems, () => aspectDuplicateKey(key.span, key.text, firstMerge));
			mergeKeys.push(key.span);
			for (const entry of mergeEntries(value)) if (!merged.has(entry.key)) merged.set(entry.key, entry);
			continue;
		}
		const first = own.get(key.text);
		if (first) attempt(state.problems, () => aspectDuplicateKey(key.span, key.text, first.span));
		own.set(key.text, {
			key: key.text,
			span: key.span,
			value
		});
	}
	const inherited = [...merged.values()].filter((entry) => !own.has(entry.key));
	return {
		kind: "map",
		span,
		entries: [...own.values(), ...inherited]
	};
}
/** `<<: *a` or `<<: [*a, *b]`; the earlier mapping wins. */
function mergeEntries(value) {
	if (value.kind === "map") return value.entries;
	if (value.kind === "list") return value.items.flatMap((item) => item.kind === "map" ? item.entries : aspectSyntax(item.span, "only mappings can be merged with <<"));
	return aspectSyntax(value.span, "only mappings can be merged with <<");
}
function nothing$1(span) {
	return {
		kind: "scalar",
		span,
		text: "",
		plain: true,
		lines: () => [span]
	};
}
/** The library's messages are sentences of their own: `Missing closing "quote`. */
function sentence(message) {
	return message.charAt(0).toLowerCase() + message.slice(1);
}

// src/vocabulary/named-by.ts
/** Advice with the names that its join point says, where it says none itself. */
function withNames(advice, point) {
	const names = namedValues(point);
	if (names === void 0) return advice;
	return advice.map((each) => kindOfAdvice(each).forNames?.(each, names) ?? each);
}
/** Whether the functions that an aspect matches must have a body. */
function needBodies(advice) {
	return advice.some((each) => kindOfAdvice(each).needsBody === true);
}

// src/vocabulary/read-advice.ts
/**
* Reads one advice, a mapping of a single key.
*
* @throws GotsError aspect_not_single_key, aspect_unknown_advice, and what the value can violate
*/
function readAdvice(node, ctx) {
	const entry = singleEntry(node, "an advice", "put a dash before each advice");
	const word = Object.hasOwn(adviceWords, entry.key) ? adviceWords[entry.key] : void 0;
	return word ? word.read(entry, ctx) : aspectUnknownAdvice(entry.span, entry.key, Object.keys(adviceWords));
}

// src/dialects/orchestrion/read-orchestrion.ts
const fileKeys = keysOf(fileShape).filter((key) => ![
	"disable",
	"spans",
	"remote"
].includes(key));
const aspectKeys = keysOf(aspectShape);
/**
* Translates an `orchestrion.yml`. Unknown keys warn, as Orchestrion's own loader ignores them; pass
* `ctx.strict` to refuse them.
*
* @throws GotsError aspect_syntax and the other `aspect_…` codes, each with its span
*/
function readOrchestrion(file, ctx) {
	const { spans: _, ...read } = readFile(file, {
		...ctx,
		quirks: true
	}, {
		dialect: "orchestrion",
		known: fileKeys
	});
	return read;
}
const nothing = {
	aspects: [],
	extends: [],
	disable: [],
	spans: []
};
/** The schema that `orchestrion.yml` and `gots.yml` share; `known` are the keys allowed at the top. */
function readFile(file, ctx, as) {
	const read = attempt(ctx, () => ({ root: readYaml(file.bytes, file.display, ctx) }));
	if (read === void 0) return nothing;
	const { root } = read;
	if (root === void 0 || isNothing(root)) {
		const span = root?.span ?? {
			file: file.display,
			line: 1,
			column: 1
		};
		if (ctx.strict) attempt(ctx, () => aspectFileEmpty(span));
		return nothing;
	}
	const found = fields(ctx, root, {
		where: "the file",
		known: as.known
	});
	const { meta, aspects, remote } = found;
	attempt(ctx, () => meta && fields(ctx, meta.value, {
		where: "\"meta\"",
		known: keysOf(metaShape)
	}));
	attempt(ctx, () => remote && checkRemote(remote.value, ctx));
	return {
		aspects: (attempt(ctx, () => aspects ? listOf(aspects.value, "\"aspects\"").items : []) ?? []).map((item) => readAspect(item, ctx, as.dialect)).filter((aspect) => aspect !== void 0),
		extends: attempt(ctx, () => named(found.extends)) ?? [],
		disable: attempt(ctx, () => named(found.disable)) ?? [],
		spans: attempt(ctx, () => textsOf(found.spans).map(({ text, node }) => ({
			text,
			span: textSpan(node)
		}))) ?? []
	};
}
/** The shared cache is read before there is a plan (driver/plan/remote-wish.ts); here it is only looked at. */
function checkRemote(node, ctx) {
	const parts = node.kind === "map" ? fields(ctx, node, {
		where: "\"remote\"",
		known: keysOf(remoteShape)
	}) : void 0;
	const url = parts ? required(parts.url, "url", node, "\"remote\"").value : node;
	const text = yamlText(url, parts ? "\"url\"" : "\"remote\"");
	if (!/^(s3|https?):\/\/[^/?#]+|^off$/.test(text)) aspectBadValue(url.span, "\"remote\"", text, "s3://bucket/prefix, https://host/path or off");
	const mode = parts?.mode ? yamlText(parts.mode.value, "\"mode\"") : "read";
	if (mode !== "read" && mode !== "read-write") aspectBadValue((parts?.mode ?? { value: node }).value.span, "\"mode\"", mode, "read or read-write");
}
function named(entry) {
	return textsOf(entry).map(({ text, node }) => ({
		text,
		span: node.span
	}));
}
/** Where the text itself begins, behind its quote. */
function textSpan(node) {
	return node.kind === "scalar" && node.lines()[0] || node.span;
}
/** Undefined where a problem was collected in it: half an aspect would mean something else. */
function readAspect(node, ctx, dialect) {
	const { sink } = ctx;
	if (!sink) return readWholeAspect(node, ctx, dialect);
	let isWhole = true;
	const noting = (problem) => {
		isWhole = false;
		sink(problem);
	};
	const aspect = attempt({ sink: noting }, () => readWholeAspect(node, {
		...ctx,
		sink: noting
	}, dialect));
	return isWhole ? aspect : void 0;
}
function readWholeAspect(node, ctx, dialect) {
	const known = aspectKeys.filter((key) => dialect === "gots" || key !== "reach");
	const found = fields(ctx, node, {
		where: "an aspect",
		known
	});
	const id = found.id ? yamlText(found.id.value, "\"id\"") : "";
	const where = id === "" ? "an aspect" : `the aspect "${id}"`;
	const point = attempt(ctx, () => required(found["join-point"], "join-point", node, where));
	const joinPoint = point && attempt(ctx, () => readJoinPoint(point.value, ctx));
	const steps = attempt(ctx, () => required(found.advice, "advice", node, where));
	const advice = steps && attempt(ctx, () => adviceList(steps.value, ctx));
	const internal = found["tracer-internal"];
	const tracerInternal = internal ? booleanOf(internal.value, "\"tracer-internal\"") : false;
	if (joinPoint === void 0 || advice === void 0) return void 0;
	return {
		id,
		dialect,
		span: node.span,
		tracerInternal,
		reach: reachOf(found.reach),
		joinPoint: needBodies(advice) ? withBodies(joinPoint) : joinPoint,
		advice: ctx.quirks ? advice : withNames(advice, joinPoint)
	};
}
function reachOf(entry) {
	const written = entry ? yamlText(entry.value, "\"reach\"") : "everything";
	if (written === "everything" || written === "user") return written;
	return aspectBadValue(entry.value.span, "\"reach\"", written, "everything or user");
}
/** A list, or a single advice without a dash. */
function adviceList(node, ctx) {
	return node.kind === "list" ? attemptEach(ctx, node.items, (item) => readAdvice(item, ctx)) : [readAdvice(node, ctx)];
}

// src/dialects/gots/function-pattern.ts
const names = /^[\p{L}_*][\p{L}\p{Nd}_*]*$/u;
const segment = /^(?:\.\.\.|(?!\.)[\p{L}\p{Nd}._~+=@-]+)$/u;
/**
* The bodies of the functions that a pattern of `spans` names: `PATH[...]?.[(*T|T).]NAME`. `...` at the end of a path stands for the package and all
* below it, in a path for any packages, `*` in a name for any letters. Functions above which the directive stands are left out: their spans are
* those that it asks for.
*
* @throws GotsError aspect_bad_function_pattern
*/
function functionsNamed(pattern, span, directive) {
	const points = readPattern(pattern, (at, problem) => aspectBadFunctionPattern({
		...span,
		column: span.column + Buffer.byteLength(pattern.slice(0, at))
	}, pattern, problem)).map((functions) => pointOf(functions, span));
	const [only] = points;
	return {
		kind: "function-body",
		point: {
			kind: "all-of",
			points: [only && points.length === 1 ? only : {
				kind: "one-of",
				points,
				span
			}, {
				kind: "not",
				point: {
					kind: "directive",
					name: directive,
					span
				},
				span
			}],
			span
		},
		span
	};
}
/** Mostly one; two where a dot may belong to a path as well as stand before a name. */
function readPattern(pattern, refuse) {
	const slash = pattern.lastIndexOf("/");
	const head = pattern.slice(0, slash + 1);
	const last = pattern.slice(slash + 1);
	if (slash === 0) return refuse(0, "a part of the path is missing");
	checkPath(head.slice(0, -1), 0, refuse);
	if (last.startsWith("...")) {
		if (slash < 0) return refuse(0, "say whose packages: example.com/...");
		const skipped = last[3] === "." ? 4 : 3;
		return [{
			path: `${head}...`,
			...readName(last.slice(skipped), slash + 1 + skipped, refuse)
		}];
	}
	const bracket = last.indexOf(".(");
	if (bracket >= 0) {
		const path = last.slice(0, bracket);
		checkPath(path, slash + 1, refuse);
		return [{
			path: head + path,
			...readName(last.slice(bracket + 1), slash + 2 + bracket, refuse)
		}];
	}
	return readDotted(head, last, refuse);
}
/** `shop.Place`, `shop.Cart.Place`; of `yaml.v3.Decode`, `v3` may be a type, or a part of the path. */
function readDotted(head, last, refuse) {
	const words = last.split(".");
	const end = head.length + last.length;
	const name = words.at(-1) ?? "";
	if (words.length < 2) return refuse(end, "a dot and the name of a function are missing");
	const at = (index) => head.length + words.slice(0, index).join(".").length + (index > 0 ? 1 : 0);
	checkPath(words[0] ?? "", head.length, refuse);
	for (const [index, word] of words.entries()) if (index > 0) checkName(word, at(index), {
		refuse,
		what: index === words.length - 1 ? "function" : "type"
	});
	const type = words.length > 2 ? words.at(-2) : void 0;
	const whole = words.slice(0, -1).join(".");
	const found = [];
	if (!whole.includes("*")) found.push({
		path: head + whole,
		type: void 0,
		pointer: false,
		name
	});
	if (type !== void 0) found.push({
		path: head + words.slice(0, -2).join("."),
		type,
		pointer: false,
		name
	});
	return found;
}
/** `Place`, `Cart.Place`, `(*Cart).Place` */
function readName(text, start, refuse) {
	if (text.startsWith("(")) {
		const [whole, type = "", name = ""] = /^\(\*([^()]*)\)\.(.*)$/su.exec(text) ?? [];
		if (whole === void 0) return refuse(start, "a pointer receiver is written (*T), with a dot and a name behind it");
		checkName(type, start + 2, {
			refuse,
			what: "type"
		});
		checkName(name, start + 4 + type.length, {
			refuse,
			what: "function"
		});
		return {
			type,
			pointer: true,
			name
		};
	}
	const words = text.split(".");
	const [first = "", second] = words;
	if (words.length > 2) return refuse(start + first.length + 1 + (second ?? "").length, "only a type and a name stand behind the packages");
	if (second === void 0) {
		checkName(first, start, {
			refuse,
			what: "function"
		});
		return {
			type: void 0,
			pointer: false,
			name: first
		};
	}
	checkName(first, start, {
		refuse,
		what: "type"
	});
	checkName(second, start + first.length + 1, {
		refuse,
		what: "function"
	});
	return {
		type: first,
		pointer: false,
		name: second
	};
}
function checkPath(path, start, refuse) {
	if (path === "" && start === 0) return;
	let at = start;
	for (const each of path.split("/")) {
		if (!segment.test(each)) {
			const star = each.indexOf("*");
			if (star >= 0) refuse(at + star, "* stands for letters of a name; packages are ...");
			refuse(at, each === "" ? "a part of the path is missing" : `${JSON.stringify(each)} is not a part of a path`);
		}
		at += each.length + 1;
	}
}
function checkName(word, at, { refuse, what }) {
	if (word === "") refuse(at, `the name of a ${what} is missing`);
	if (!names.test(word)) refuse(at, `${JSON.stringify(word)} is not the name of a ${what}`);
}
function pointOf({ path, type, pointer, name }, span) {
	const where = path.includes("...") ? {
		kind: "import-glob",
		pattern: path.split("/").map((each) => each === "..." ? "**" : each).join("/"),
		span
	} : {
		kind: "import-path",
		path,
		span
	};
	const options = [nameOption$1(name), {
		kind: "has-receiver",
		value: type !== void 0
	}];
	if (type !== void 0) options.push({
		kind: "receiver-matches",
		pattern: `^${pointer ? "\\*" : "\\*?"}${type.replaceAll("*", ".*")}$`
	});
	options.push({
		kind: "has-body",
		value: true
	});
	const point = {
		kind: "all-of",
		points: [where, {
			kind: "function",
			options,
			span
		}],
		span
	};
	return type === void 0 && name.includes("*") ? withoutStarts(point, span) : point;
}
function nameOption$1(name) {
	return name.includes("*") ? {
		kind: "name-glob",
		pattern: name
	} : {
		kind: "name",
		name
	};
}
/** What runs before telemetry, and as long as the program, is meant only where it is named. */
function withoutStarts(point, span) {
	return {
		kind: "all-of",
		points: [point, ...["init", "main"].map((name) => ({
			kind: "not",
			point: {
				kind: "function",
				options: [{
					kind: "name",
					name
				}, {
					kind: "has-receiver",
					value: false
				}],
				span
			},
			span
		}))],
		span
	};
}

// src/dialects/gots/read-gots.ts
/** The aspect whose advice makes spans of functions. */
const model = {
	set: "gots:spanfunc",
	id: "gots:span"
};
const telemetry = "gots:otel";
/**
* Translates a `gots.yml`: Orchestrion's schema with strict keys, built-in sets (`gots:NAME`) in `extends:`,
* `disable:`, a list of patterns over aspect ids, and `spans:`, a list of patterns over functions.
*
* @throws GotsError aspect_syntax and the other `aspect_…` codes, each with its span
*/
function readGots(file, ctx) {
	const strict = {
		...ctx,
		strict: true
	};
	const { spans, ...read } = readFile(file, strict, {
		dialect: "gots",
		known: keysOf(fileShape)
	});
	const [first] = spans;
	if (first === void 0) return read;
	const like = attemptEach(strict, spans, ({ text, span }) => ({
		id: `${model.id} ${text}`,
		span,
		joinPoint: functionsNamed(text, span, model.id),
		model
	}));
	const set = read.extends.length === 0 ? telemetry : model.set;
	return {
		...read,
		extends: [...read.extends, {
			text: set,
			span: first.span
		}],
		like
	};
}

// src/dialects/gots/dialect.ts
/** `gots.yml`: Orchestrion's schema with more words, strict keys, built-in sets and plug-ins. */
const gots = {
	...gotsFacts,
	discover: async ({ dir, reader }) => {
		const file = join(dir, "gots.yml");
		return reader.read(file) && {
			entries: [file],
			inputs: [],
			warnings: []
		};
	},
	parse: readGots,
	extending: {
		folder: [{
			name: "gots.yml",
			before: []
		}, {
			name: "orchestrion.yml",
			before: [toolFileName]
		}],
		sets: true,
		plugins: true,
		empty: "error"
	},
	modules: modulesBeside
};

// src/report/texts/loongsuite.ts
const texts$1 = {
	rule_json: {
		code: "rule_json",
		message: "not valid JSON: expected %wanted%, found %found%"
	},
	rule_wrong_type: {
		code: "rule_wrong_type",
		message: "%where% must be %expected%, not %found%",
		hint: "a rule file is a list of objects: [{\"ImportPath\": \"net/http\", \"Function\": \"Get\", …}]"
	},
	rule_unknown_key: {
		code: "rule_unknown_key",
		message: "unknown key \"%key%\" in a rule",
		hint: "%suggestion%"
	},
	rule_missing_key: {
		code: "rule_missing_key",
		message: "a %kind% rule needs \"%key%\"",
		hint: "add \"%key%\", or remove the rule"
	},
	rule_no_kind: {
		code: "rule_no_kind",
		message: "this rule has none of \"StructType\", \"Function\" and \"FileName\"",
		hint: "add the one that says what the rule changes"
	},
	rule_bad_range: {
		code: "rule_bad_range",
		message: "\"%key%\" cannot be \"%text%\": %problem%",
		hint: "write [1.2.0,1.4.0), where either bound may be left out, without a v"
	},
	rule_bad_regexp: {
		code: "rule_bad_regexp",
		message: "\"%key%\": %problem%",
		hint: "it is a regular expression of Go (RE2); a backslash is written \\\\ in JSON"
	},
	rule_bad_name: {
		code: "rule_bad_name",
		message: "\"%key%\" cannot be \"%text%\"",
		hint: "write %wanted%"
	},
	rule_no_checkout: {
		code: "rule_no_checkout",
		message: "%config% or OTELTOOL_RULE_JSON_FILES asks for the rules of loongsuite-go-agent, but %seen%",
		hint: "set OTELTOOL_PKG_PATH to the folder pkg of a checkout, or write a gots.yml that extends rule files"
	},
	rule_file_missing: {
		code: "rule_file_missing",
		message: "the rule file %path% does not exist",
		hint: "correct \"RuleJsonFiles\" in .otel-build/conf.json, or OTELTOOL_RULE_JSON_FILES"
	},
	rule_unknown_disabled: {
		code: "rule_unknown_disabled",
		message: "\"DisableRules\" names \"%name%\", which is none of the rule files",
		hint: "%suggestion%"
	}
};

// src/report/codes/loongsuite.ts
/** Raised when a rule file is not JSON. */
function jsonSyntax(span, wanted, found) {
	throw failure(texts$1.rule_json, {
		wanted,
		found
	}, { span });
}
/** Raised when a value in a rule file is of another type than its key has. */
function ruleWrongType(span, where, expected, found) {
	throw failure(texts$1.rule_wrong_type, {
		where,
		expected,
		found
	}, { span });
}
/** A warning: a key that no rule has, which the loongsuite tool would ignore without a word. */
function ruleUnknownKey(span, key, known) {
	return diagnostic(texts$1.rule_unknown_key, {
		key,
		suggestion: suggest(key, known)
	}, { span });
}
/** Raised when a rule lacks a key that its kind needs. */
function ruleMissingKey(span, kind, key) {
	throw failure(texts$1.rule_missing_key, {
		kind,
		key
	}, { span });
}
/** Raised when an object is no rule of any kind. */
function ruleNoKind(span) {
	throw failure(texts$1.rule_no_kind, {}, { span });
}
/** Raised when `Version` or `GoVersion` is no range. */
function ruleBadRange(span, key, text, problem) {
	throw failure(texts$1.rule_bad_range, {
		key,
		text,
		problem
	}, { span });
}
/** Raised when a regular expression does not compile. `problem` is what Go says of it. */
function ruleBadRegexp(span, key, problem) {
	throw failure(texts$1.rule_bad_regexp, {
		key,
		problem
	}, { span });
}
/** Raised when a name that must be a Go identifier, or a Go file, is none. */
function ruleBadName(span, key, text, wanted) {
	throw failure(texts$1.rule_bad_name, {
		key,
		text,
		wanted
	}, { span });
}
/** Raised when the loongsuite tool is configured, and its own rules are nowhere to be found. */
function noCheckout(config, folder) {
	const seen = folder === void 0 ? "nothing says where its checkout is" : `there is no base.json in ${folder}`;
	throw failure(texts$1.rule_no_checkout, {
		config,
		seen
	});
}
/** Raised when a rule file of the tool's configuration does not exist. */
function configRuleMissing(path) {
	throw failure(texts$1.rule_file_missing, { path });
}
/** A warning: `DisableRules` names a file that is none of the tool's own. */
function configUnknownDisabled(name, known) {
	return diagnostic(texts$1.rule_unknown_disabled, {
		name,
		suggestion: suggest(name, known)
	});
}

// src/aspects/json.ts
/** Deeper nesting than any rule has, and less than the stack holds. */
const maxDepth = 500;
/**
* Reads JSON text (RFC 8259) of which encoding/json would take every part.
* Written here because parsers with positions, such as jsonc-parser, name the token that is wrong, neither the character in it
* nor what should stand there, and do not say where the lines of a text begin.
*
* @throws GotsError rule_json at the first character that is wrong
*/
function readJson(bytes, display) {
	const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
	const reader = {
		text,
		table: lineTable(text, display),
		at: 0,
		depth: 0
	};
	const value = readValue(reader, "a value");
	skipBlanks(reader);
	if (reader.at < text.length) fail(reader, "nothing more after the value");
	return value;
}
function skipBlanks(reader) {
	while (/^[ \t\r\n]$/.test(reader.text.charAt(reader.at))) reader.at++;
}
function fail(reader, wanted, at = reader.at) {
	const found = reader.text.codePointAt(at);
	const shown = found === void 0 ? "the end of the file" : JSON.stringify(String.fromCodePoint(found));
	return jsonSyntax(reader.table.span(at), wanted, shown);
}
function readValue(reader, wanted) {
	skipBlanks(reader);
	const span = reader.table.span(reader.at);
	const first = reader.text.charAt(reader.at);
	if (first === "\"") return readString(reader);
	if (first === "[" || first === "{") {
		if (++reader.depth > maxDepth) fail(reader, "less nesting");
		reader.at++;
		const node = first === "[" ? {
			kind: "array",
			span,
			items: readItems(reader, "]", () => readValue(reader, "a value"))
		} : {
			kind: "object",
			span,
			entries: readItems(reader, "}", () => readEntry(reader))
		};
		reader.depth--;
		return node;
	}
	const word = readAt(reader, /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y) ?? fail(reader, wanted);
	return {
		kind: word === "null" ? "null" : word === "true" || word === "false" ? "boolean" : "number",
		span,
		text: word
	};
}
function readItems(reader, close, readItem) {
	const items = [];
	skipBlanks(reader);
	if (reader.text.charAt(reader.at) === close) {
		reader.at++;
		return items;
	}
	for (;;) {
		items.push(readItem());
		skipBlanks(reader);
		const next = reader.text.charAt(reader.at);
		if (next !== "," && next !== close) fail(reader, `"," or "${close}"`);
		reader.at++;
		if (next === close) return items;
	}
}
function readEntry(reader) {
	skipBlanks(reader);
	if (reader.text.charAt(reader.at) !== "\"") fail(reader, "a key in double quotes");
	const key = readString(reader);
	skipBlanks(reader);
	if (reader.text.charAt(reader.at) !== ":") fail(reader, "\":\" behind the key");
	reader.at++;
	return {
		key: key.text,
		span: key.span,
		value: readValue(reader, "a value")
	};
}
function readString(reader) {
	const { text, at, table } = reader;
	reader.at++;
	const lines = [table.span(reader.at)];
	for (let piece = readPiece(reader); piece !== void 0; piece = readPiece(reader)) if (/^\\(?:n|u000a)$/i.test(piece)) lines.push(table.span(reader.at));
	if (text.charAt(reader.at) !== "\"") failInString(reader);
	reader.at++;
	const value = JSON.parse(text.slice(at, reader.at));
	return {
		kind: "string",
		span: table.span(at),
		text: Buffer.from(value).toString(),
		lines
	};
}
/** Reads an escape of a string, or the characters up to the next one. */
function readPiece(reader) {
	return readAt(reader, /[^"\\\0-\x1f]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y);
}
/** Fails at the first character that no string holds. */
function failInString(reader) {
	const { text, at } = reader;
	if (text.charAt(at) !== "\\") fail(reader, "the end of the text, or an escape such as \\n");
	if (text.charAt(at + 1) === "u") fail(reader, "four hexadecimal digits behind \\u", at + 2);
	return fail(reader, "one of \" \\ / b f n r t u behind the backslash", at + 1);
}
/** Reads what a sticky expression matches here. */
function readAt(reader, sticky) {
	sticky.lastIndex = reader.at;
	const [found] = sticky.exec(reader.text) ?? [];
	reader.at += found?.length ?? 0;
	return found;
}

// src/dialects/loongsuite/rule-fields.ts
const types$1 = {
	ImportPath: "string",
	Version: "string",
	GoVersion: "string",
	Path: "string",
	Function: "string",
	ReceiverType: "string",
	OnEnter: "string",
	OnExit: "string",
	UseRaw: "boolean",
	Order: "number",
	Dependencies: "array",
	StructType: "string",
	FieldName: "string",
	FieldType: "string",
	FileName: "string",
	Replace: "boolean"
};
const keys$1 = Object.keys(types$1);
const shown = {
	string: "a text in double quotes",
	boolean: "true or false",
	number: "a whole number",
	array: "a list"
};
/**
* Reads an object as encoding/json fills a struct: the case of keys does not count, of two with one key the last holds, null
* changes nothing. Unknown keys warn.
*
* @throws GotsError rule_wrong_type
*/
function ruleFields(node, ctx) {
	if (node.kind !== "object") return ruleWrongType(node.span, "a rule", "an object", described(node));
	const found = /* @__PURE__ */ new Map();
	for (const entry of node.entries) {
		const key = keyOf(entry.key);
		if (key === void 0) ctx.warn(ruleUnknownKey(entry.span, entry.key, keys$1));
		else if (entry.value.kind !== "null") found.set(key, checked(key, entry));
	}
	const given = (key) => found.get(key)?.value;
	const order = given("Order");
	const dependencies = given("Dependencies");
	return {
		node,
		text: (key) => {
			const value = given(key);
			return value?.kind === "string" && value.text !== "" ? value : void 0;
		},
		flag: (key) => {
			const value = given(key);
			return value?.kind === "boolean" && value.text === "true";
		},
		order: order?.kind === "number" ? Number(order.text) : 0,
		dependencies: dependencies?.kind === "array" ? dependencies.items.map(dependency) : []
	};
}
function keyOf(written) {
	const folded = written.toLowerCase();
	return keys$1.find((key) => key === written) ?? keys$1.find((key) => key.toLowerCase() === folded);
}
function checked(key, entry) {
	const { value } = entry;
	const isInteger = value.kind !== "number" || /^-?[0-9]+$/.test(value.text);
	if (value.kind !== types$1[key] || !isInteger) ruleWrongType(value.span, `"${key}"`, shown[types$1[key]], described(value));
	return entry;
}
function dependency(node) {
	if (node.kind === "string") return node;
	return ruleWrongType(node.span, "an item of \"Dependencies\"", "an import path in double quotes", described(node));
}
/** A value for a message. */
function described(node) {
	switch (node.kind) {
		case "object": return "an object";
		case "array": return "a list";
		case "string": return `the text ${JSON.stringify(node.text.length > 40 ? `${node.text.slice(0, 40)}…` : node.text)}`;
		case "number":
		case "boolean":
		case "null": return node.text;
	}
}

// src/dialects/loongsuite/read-loongsuite.ts
/**
* Translates a rule file of loongsuite-go-agent, a JSON list of rules. What that tool checks nowhere, though it has the
* checks, is an error here: a rule without a package, with a version that is no range, of no kind.
*
* @throws GotsError rule_…, each with its span
*/
function readLoongsuite(file, ctx) {
	const root = readJson(file.bytes, file.display);
	if (root.kind !== "array") return ruleWrongType(root.span, "a rule file", "a list of rules", described(root));
	const aspects = attemptEach(ctx, root.items, (item) => readRule$1(withModules(ruleFields(item, ctx), file)));
	aspects.push(...aspects.flatMap(startOf));
	return {
		aspects: aspects.reverse(),
		extends: [],
		disable: []
	};
}
/**
* `Path` is the import path of a package, or the folder of a module such as `./hook`: then the path of that module stands for it.
*
* @throws GotsError rule_bad_name for a folder without a go.mod
*/
function withModules(rule, { moduleIn }) {
	const path = rule.text("Path");
	if (path === void 0 || !isFolder(path.text)) return rule;
	const module = moduleIn?.(path.text) ?? "";
	if (module === "") ruleBadName(path.span, "Path", path.text, "an import path, or a folder with a go.mod");
	return {
		...rule,
		text: (key) => key === "Path" ? {
			...path,
			text: module
		} : rule.text(key)
	};
}
/** The kind is that of the first key there is, in this order (tool/preprocess/match.go). */
function readRule$1(rule) {
	const fn = rule.text("Function");
	if (fn) return rule.flag("UseRaw") ? rawRule$1(rule, fn) : hookRule$1(rule, fn);
	const struct = rule.text("StructType");
	if (struct) return structRule$1(rule, struct);
	const name = rule.text("FileName");
	return name ? fileRule$1(rule, name) : ruleNoKind(rule.node.span);
}
/**
* The rule that gives package runtime its propagation belongs to the base rules; with these, every program starts the SDK, which
* the package above does when it is imported (tool/preprocess/add.go).
*/
function startOf({ advice, span }) {
	const [first] = advice;
	const path = first?.kind === "add-file" && first.file === "runtime_linker.go" ? first.path : "";
	const [, start] = /^(.+\/pkg)\/rules\/runtime$/.exec(path) ?? [];
	if (start === void 0) return [];
	return [{
		id: "main:otel.runtime.go",
		dialect: "loongsuite",
		span,
		tracerInternal: true,
		reach: "everything",
		joinPoint: packagePoint({
			kind: "string",
			text: "main",
			span,
			lines: [span]
		}),
		advice: [{
			kind: "add-blank-import",
			path: start,
			span
		}]
	}];
}
function aspect(rule, kind, { name, point, advice }) {
	const { span } = rule.node;
	const importPath = need(rule, kind, "ImportPath");
	const points = [packagePoint(importPath), ...versionPoints$1(rule)];
	if (point !== void 0) points.push(point);
	const needs = rule.dependencies.map(({ text }) => text);
	return {
		id: `${importPath.text}:${name}`,
		dialect: "loongsuite",
		span,
		tracerInternal: true,
		reach: "everything",
		joinPoint: {
			kind: "all-of",
			points,
			span
		},
		...needs.length === 0 ? {} : { needs },
		advice
	};
}
function need(rule, kind, key) {
	return rule.text(key) ?? ruleMissingKey(rule.node.span, kind, key);
}
/** `main` is what every main package is called by its compiler; the main of a test is none of the user's. */
function packagePoint({ text, span }) {
	if (text !== "main") return {
		kind: "import-path",
		path: text,
		span
	};
	return {
		kind: "all-of",
		points: [{
			kind: "package-name",
			name: "main",
			span
		}, {
			kind: "test-main",
			value: false,
			span
		}],
		span
	};
}
function versionPoints$1(rule) {
	const points = [];
	const [version, goVersion] = [rule.text("Version"), rule.text("GoVersion")];
	if (version) points.push({
		kind: "module-version",
		range: rangeOf("Version", version),
		span: version.span
	});
	if (goVersion) points.push({
		kind: "go-version",
		range: rangeOf("GoVersion", goVersion),
		span: goVersion.span
	});
	return points;
}
function rangeOf(key, { text, span }) {
	const range = bracketRange(text);
	return "problem" in range ? ruleBadRange(span, key, text, range.problem) : range;
}
const identifier$1 = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;
function structRule$1(rule, struct) {
	const [name, type] = [need(rule, "struct", "FieldName"), need(rule, "struct", "FieldType")];
	const { text: path } = need(rule, "struct", "ImportPath");
	if (!identifier$1.test(struct.text)) ruleBadName(struct.span, "StructType", struct.text, "the name of a struct type");
	return aspect(rule, "struct", {
		name: `${struct.text}.${name.text}`,
		point: {
			kind: "struct-definition",
			type: {
				pointer: false,
				path,
				name: struct.text
			},
			anyPackage: true,
			span: struct.span
		},
		advice: [{
			kind: "add-struct-field",
			name: name.text,
			type: {
				kind: "text",
				text: type.text
			},
			span: name.span
		}]
	});
}
function rawRule$1(rule, fn) {
	const [enter, exit] = [rule.text("OnEnter"), rule.text("OnExit")];
	if (!enter && !exit) ruleMissingKey(rule.node.span, "function", "OnEnter");
	const advice = [];
	if (enter) advice.push(statements(rule, enter, {
		before: "",
		after: "\n"
	}));
	if (exit) advice.push(statements(rule, exit, {
		before: "defer func() { ",
		after: "\n}()"
	}));
	return aspect(rule, "function", {
		name: fn.text,
		point: {
			kind: "function-body",
			point: functionPoint(rule, fn),
			span: fn.span
		},
		advice
	});
}
function statements(rule, code, around) {
	return {
		kind: "prepend-statements",
		template: {
			source: code.text,
			imports: {},
			lines: code.lines,
			around
		},
		order: rule.order,
		resultNames: "retVal",
		span: code.span
	};
}
function functionPoint(rule, fn) {
	return {
		kind: "function",
		options: [nameOption(fn), receiverOption(rule)],
		span: fn.span
	};
}
/** Anchored by putting `^` and `$` around the text, so that in `a|b` each holds for one side only, as there. */
function nameOption({ text, span }) {
	if (identifier$1.test(text)) return {
		kind: "name",
		name: text
	};
	return {
		kind: "name-matches",
		pattern: anchored("Function", text, span)
	};
}
function receiverOption(rule) {
	const receiver = rule.text("ReceiverType");
	if (!receiver) return {
		kind: "has-receiver",
		value: false
	};
	const [, star, name] = /^(\\\*)?([\p{L}_][\p{L}\p{Nd}_]*)$/u.exec(receiver.text) ?? [];
	if (name !== void 0) return {
		kind: "receiver-is",
		text: `${star === void 0 ? "" : "*"}${name}`
	};
	return {
		kind: "receiver-matches",
		pattern: anchored("ReceiverType", receiver.text, receiver.span)
	};
}
function anchored(key, text, span) {
	const pattern = `^${text}$`;
	try {
		compileGoRegexp(pattern);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		ruleBadRegexp(span, key, error.message);
	}
	return pattern;
}
/** A hook has the signature of the function only where the rule names one function: where `Function` is no pattern. */
function hookRule$1(rule, fn) {
	const [before, after] = [rule.text("OnEnter"), rule.text("OnExit")];
	if (!before && !after) ruleMissingKey(rule.node.span, "function", "OnEnter");
	const { text: path } = need(rule, "function", "Path");
	for (const hook of [before, after]) if (hook && !identifier$1.test(hook.text)) ruleBadName(hook.span, hook === before ? "OnEnter" : "OnExit", hook.text, "the name of a function, or \"UseRaw\": true for code");
	const hooks = {
		kind: "hooks",
		flavour: "loongsuite",
		path,
		...before ? { before: before.text } : {},
		...after ? { after: after.text } : {},
		contextOnly: !identifier$1.test(fn.text),
		order: rule.order,
		span: (before ?? after ?? fn).span
	};
	return aspect(rule, "function", {
		name: fn.text,
		point: withBodies(functionPoint(rule, fn)),
		advice: [hooks]
	});
}
function fileRule$1(rule, name) {
	const { text: path } = need(rule, "file", "Path");
	const file = name.text.slice(name.text.lastIndexOf("/") + 1);
	if (!/^[^/\\]+\.go$/.test(file)) ruleBadName(name.span, "FileName", name.text, "the name of a Go file");
	const where = {
		path,
		file,
		span: name.span
	};
	return aspect(rule, "file", {
		name: file,
		advice: [rule.flag("Replace") ? {
			kind: "replace-file",
			...where
		} : {
			kind: "add-file",
			unlinked: true,
			...where
		}]
	});
}

// src/dialects/loongsuite/rule-config.ts
/**
* The rules that the loongsuite tool would use here: its own, and those named in `.otel-build/conf.json` or in variables, which win.
* Its own lie in a checkout, the `pkg` folder of which PkgPath names or go.mod replaces a module by.
*
* @returns undefined where nothing says that the tool is used
* @throws GotsError rule_no_checkout, rule_file_missing, rule_json
*/
function ruleConfig(root, reader, env) {
	const file = join(root, ruleConfigFile);
	const bytes = reader.read(file);
	if (bytes === void 0 && !env[variables.RuleJsonFiles]) return void 0;
	const stored = bytes === void 0 ? void 0 : readJson(bytes, ruleConfigFile);
	const get = (key) => env[variables[key]] || textIn(stored, key);
	const list = (key) => get(key).split(",").map((text) => text.trim()).filter((text) => text !== "");
	const absolute = (path) => isAbsolute(path) ? path : join(root, path);
	const custom = list("RuleJsonFiles").map(absolute);
	for (const path of custom) if (reader.read(path) === void 0) configRuleMissing(path);
	const hasRules = (folder) => reader.read(baseRules(folder)) !== void 0;
	const pkg = get("PkgPath") === "" ? replacedPkg(root, reader) : pkgIn(absolute(get("PkgPath")), hasRules);
	const folder = pkg === void 0 ? void 0 : dirname(baseRules(pkg));
	if (pkg === void 0 || folder === void 0 || reader.read(baseRules(pkg)) === void 0) return noCheckout(ruleConfigFile, folder);
	const names = reader.list(folder).filter((name) => name.endsWith(".json")).sort();
	const disabled = list("DisableRules");
	const isKept = (name) => name === "base.json" || !(disabled.includes("all") || disabled.includes(name));
	const unknown = disabled.filter((name) => name !== "all" && !names.includes(name));
	return {
		entries: [...names.filter(isKept).map((name) => join(folder, name)), ...custom].reverse(),
		inputs: [file, folder],
		warnings: unknown.map((name) => configUnknownDisabled(name, names))
	};
}
function textIn(node, key) {
	const value = (node?.kind === "object" ? node.entries : []).findLast((entry) => entry.key.toLowerCase() === key.toLowerCase())?.value;
	return value?.kind === "string" ? value.text : "";
}
/** Of the folders by which go.mod replaces modules, the one that is the `pkg` of a checkout, whatever its module is called. */
function replacedPkg(root, reader) {
	return [...(reader.read(join(root, "go.mod"))?.toString("utf8") ?? "").matchAll(/^\s*(?:replace\s+)?\S+(?:\s+v\S+)?\s+=>\s+"?([./][^\s"]*)/gm)].map(([, target = ""]) => isAbsolute(target) ? target : join(root, target)).find((target) => reader.read(baseRules(target)) !== void 0);
}
/**
* The folder `pkg` that PkgPath stands for. The tool takes it for the folder above; that of a checkout may be named itself.
*
* @param isPkg whether a folder is one
*/
function pkgIn(pkgPath, isPkg) {
	const below = join(pkgPath, "pkg");
	return pkgPath !== "" && isPkg(below) ? below : pkgPath;
}
/** The rules that every build gets, seen from the folder `pkg` of a checkout. */
function baseRules(pkg) {
	return join(dirname(pkg), "tool", "data", "rules", "base.json");
}

// src/dialects/loongsuite/rule-modules.ts
/** Modules that must have the versions of the checkout: whole files of them are replaced. */
const pinned = "go.opentelemetry.io/";
/**
* The modules that hold the packages which rules name: below the checkout that the rule file lies in, or where the user's go.mod
* replaces a module by a folder, which it need not require then (tool/preprocess/update.go); and the modules in folders that rules name.
*/
function ruleModules(files, { aspects }, { moduleDir, goMod, env }) {
	const paths = new Set(aspects.filter(({ dialect }) => dialect === "loongsuite").flatMap(injectablePackages));
	if (paths.size === 0) return {
		beside: [],
		checkout: [],
		pins: []
	};
	const replaced = goMod.replaces.filter(({ target }) => isFolder(target));
	const folders = new Map([...files.flatMap(({ path }) => foldersNamedIn(path)), ...replaced.map(({ path, target }) => [path, resolve(moduleDir, target)])]);
	const agent = agentModule(pkgIn(env[variables.PkgPath] ?? "", hasGoMod) || files.map(({ path }) => checkoutOf(dirname(path))).find((dir) => dir !== void 0), folders);
	if (agent) folders.set(agent.path, agent.dir);
	const modules = /* @__PURE__ */ new Map();
	for (const path of paths) {
		const module = moduleOf(path, folders);
		if (module !== void 0) modules.set(module.path, module.dir);
	}
	const used = agent && [...modules.keys()].some((path) => isBelow(path, agent.path)) ? agent : void 0;
	if (used) modules.set(used.path, used.dir);
	return {
		beside: [],
		checkout: [...modules].sort(([a], [b]) => a < b ? -1 : 1).map(([path, dir]) => ({
			path,
			dir,
			anyVersion: true
		})),
		pins: used ? pinsOf(used.dir) : []
	};
}
/** The modules in folders that the rules of a file name, with these folders. */
function foldersNamedIn(file) {
	const text = disk.read(file)?.toString("utf8") ?? "[]";
	if (!/"[./]/.test(text)) return [];
	return JSON.parse(text).flatMap((rule) => {
		const key = Object.keys(rule).findLast((each) => each.toLowerCase() === "path");
		const path = key === void 0 ? void 0 : rule[key];
		if (typeof path !== "string" || !isFolder(path)) return [];
		const dir = resolve(dirname(file), path);
		return [[modulePathOf(dir), dir]];
	});
}
function isBelow(path, parent) {
	return path === parent || path.startsWith(`${parent}/`);
}
/**
* The module, the `pkg` of the checkout, that all its hooks use. The tool renamed it once, so its go.mod says its path. A folder
* by which the user's go.mod replaces it comes first.
*
* @param folders by which the user's go.mod replaces modules, by path of the module
*/
function agentModule(pkg, folders) {
	const path = pkg === void 0 ? "" : modulePathOf(pkg);
	if (pkg !== void 0 && path !== "") return {
		path,
		dir: folders.get(path) ?? pkg
	};
	const [replaced] = [...folders].filter(([, dir]) => isCheckoutPkg(dir));
	return replaced && {
		path: replaced[0],
		dir: replaced[1]
	};
}
/** The `pkg` of the checkout that a folder lies in. */
function checkoutOf(folder) {
	for (let at = folder;; at = dirname(at)) {
		if (isCheckoutPkg(join(at, "pkg"))) return join(at, "pkg");
		if (dirname(at) === at) return void 0;
	}
}
function isCheckoutPkg(pkg) {
	return modulePathOf(pkg) !== "" && existsSync(baseRules(pkg));
}
/**
* The module that holds a package: the innermost folder with a go.mod, under the path that its place gives it. What its go.mod says
* does not count for a replacement, and is another path in several modules of the checkout.
*/
function moduleOf(path, folders) {
	for (let root = path; root !== "."; root = dirname(root)) {
		const dir = folders.get(root);
		if (dir === void 0) continue;
		for (let at = path; isBelow(at, root); at = dirname(at)) {
			const folder = join(dir, at.slice(root.length));
			if (hasGoMod(folder)) return {
				path: at,
				dir: folder
			};
		}
	}
}
function pinsOf(pkg) {
	const { requires } = parseModFile(disk.read(join(pkg, "go.mod"))?.toString("utf8") ?? "");
	return requires.filter(({ path }) => path.startsWith(pinned)).map(({ path, version }) => ({
		path,
		version
	}));
}

// src/dialects/loongsuite/dialect.ts
/** loongsuite-go: rule files in JSON, in a checkout or named by `.otel-build/conf.json`. */
const loongsuite = {
	...loongsuiteFacts,
	discover: async ({ dir, reader, env }) => ruleConfig(dir, reader, env),
	parse: readLoongsuite,
	ruleFiles: (names) => names.filter((name) => name.endsWith(".json")).sort().reverse(),
	modules: ruleModules
};

// src/dialects/orchestrion/built-in.ts
/**
* What programs can ask of Orchestrion at run time: whether they are woven, and by which version. Its
* configurations import these two aspects under the path `github.com/DataDog/orchestrion`.
*/
const text = `
aspects:
  - id: built.WithOrchestrion
    tracer-internal: true
    join-point:
      all-of:
        - value-declaration: bool
        - one-of:
            - declaration-of: github.com/DataDog/orchestrion/runtime/built.WithOrchestrion
            - directive: orchestrion:enabled
            - directive: dd:orchestrion-enabled
    advice:
      - assign-value:
          template: 'true'
  - id: built.WithOrchestrionVersion
    tracer-internal: true
    join-point:
      all-of:
        - value-declaration: string
        - one-of:
            - declaration-of: github.com/DataDog/orchestrion/runtime/built.WithOrchestrionVersion
            - directive: orchestrion:version
    advice:
      - assign-value:
          template: '{{ Version | printf "%q" }}'
`;
/** The two aspects that every Orchestrion configuration has; their display name is `gots:orchestrion/built-in.yml`. */
function orchestrionBuiltIns(checkTemplate) {
	const file = {
		display: "gots:orchestrion/built-in.yml",
		bytes: Buffer.from(text)
	};
	return readOrchestrion(file, {
		strict: true,
		warn: () => void 0,
		checkTemplate
	}).aspects;
}

// src/dialects/orchestrion/dialect.ts
/** Orchestrion: `orchestrion.tool.go` names packages that have aspects, `orchestrion.yml` holds some. */
const orchestrion = {
	...orchestrionFacts,
	discover: async ({ dir, reader }) => {
		const entries = orchestrionFacts.files.root.map((name) => join(dir, name)).filter((path) => reader.read(path));
		return entries.length === 0 ? void 0 : {
			entries,
			inputs: [],
			warnings: []
		};
	},
	parse: (file, ctx) => basename(file.display) === "orchestrion.tool.go" ? readToolFile(file) : readOrchestrion(file, ctx),
	extending: {
		folder: [{
			name: "orchestrion.yml",
			before: [toolFileName]
		}, {
			name: "gots.yml",
			before: []
		}],
		sets: false,
		plugins: false,
		empty: "warning"
	},
	builtIn: {
		importPath: "github.com/DataDog/orchestrion",
		aspects: orchestrionBuiltIns
	},
	modules: modulesBeside
};
function readToolFile(file) {
	return {
		aspects: [],
		extends: [],
		imports: goImports(file).map(({ path, span }) => ({
			text: path,
			span
		})),
		disable: []
	};
}

// src/report/texts/otelc.ts
const texts = {
	otelc_shape: {
		code: "otelc_shape",
		message: "%problem%",
		hint: "a rule has \"target\", perhaps \"version\" and \"where\", and \"do\" with one or more modifiers"
	},
	otelc_unknown: {
		code: "otelc_unknown",
		message: "unknown %what% \"%key%\"",
		hint: "%suggestion%"
	},
	otelc_missing: {
		code: "otelc_missing",
		message: "a %kind% rule needs %keys%",
		hint: "add %keys%; an empty value counts as none"
	},
	otelc_value: {
		code: "otelc_value",
		message: "\"%key%\" is %shown%, which is not %expected%",
		hint: "write %expected%"
	},
	otelc_filter: {
		code: "otelc_filter",
		message: "not a filter of files: %problem%",
		hint: "a filter is has_func (perhaps with has_recv), has_struct, has_directive, has_package, is_test, all-of, one-of or not, and nothing beside it"
	},
	otelc_unsupported: {
		code: "otelc_unsupported",
		message: "%what% is not supported, here as in otelc",
		hint: "write one rule for each case"
	},
	otelc_tool_file_both: {
		code: "otelc_tool_file_both",
		message: "%folder% holds both %names%",
		hint: "remove one of them"
	},
	otelc_tool_file_import: {
		code: "otelc_tool_file_import",
		message: "the import of %path% is not a blank one",
		hint: "write _ \"%path%\""
	},
	otelc_tool_file_no_rules: {
		code: "otelc_tool_file_no_rules",
		message: "%path% is no package with rules: neither it nor its module brings any, or go does not find it",
		hint: "its module must be required by the project; rules are in otelc.yml, NAME.otelc.yml or a tool file of its module"
	}
};

// src/report/codes/otelc.ts
/** Raised when a rule of otelc is not put together as rules are: `where`, `do` and the modifiers in it. */
function otelcShape(span, problem) {
	throw failure(texts.otelc_shape, { problem }, { span });
}
/** Raised for a key of `where`, or a modifier of `do`, that otelc does not know. */
function otelcUnknown(span, what, key, known) {
	throw failure(texts.otelc_unknown, {
		what,
		key,
		suggestion: suggest(key, known)
	}, { span });
}
/** Raised when a rule of otelc lacks a value that its kind needs. */
function otelcMissing(span, kind, keys) {
	throw failure(texts.otelc_missing, {
		kind,
		keys
	}, { span });
}
/** Raised when a value in a rule of otelc is not what it has to be. */
function otelcValue(span, found) {
	const shown = found.text.length > 60 ? `${found.text.slice(0, 60)}…` : found.text;
	throw failure(texts.otelc_value, {
		key: found.key,
		shown: JSON.stringify(shown),
		expected: found.expected
	}, { span });
}
/** Raised for a node of `where.file` that is no predicate, or more than one. */
function otelcFilter(span, problem) {
	throw failure(texts.otelc_filter, { problem }, { span });
}
/** Raised for what otelc has names for but does not support either. */
function otelcUnsupported(span, what) {
	throw failure(texts.otelc_unsupported, { what }, { span });
}
/** Raised when a module has its tool file under both of its names. */
function toolFileBoth(folder, names) {
	throw failure(texts.otelc_tool_file_both, {
		folder,
		names: names.join(" and ")
	});
}
/** Raised when a tool file imports a package under a name. */
function toolFileImport(span, path) {
	throw failure(texts.otelc_tool_file_import, { path }, { span });
}
/** Raised when a tool file imports a package that has no rules, or is not there. */
function toolFileNoRules(span, path) {
	throw failure(texts.otelc_tool_file_no_rules, { path }, { span });
}

// src/dialects/otelc/find-rules.ts
/**
* The rules of otelc that a module is set up with: files and folders in OTELC_RULES; else what its tool file imports; else rule files
* beside its go.mod; else all that a checkout has whose folder is named in GOTS_OTELC. Undefined where there are none.
*
* @throws GotsError otelc_tool_file_both, otelc_tool_file_import, otelc_tool_file_no_rules
*/
async function findOtelcRules(place) {
	const { env, dir, reader } = place;
	const named = env["OTELC_RULES"] ?? "";
	if (named !== "") {
		const paths = named.split(",").map((path) => resolve(dir, path.trim()));
		return {
			files: paths.flatMap((path) => reader.isDirectory(path) ? rulesBelow(reader, path, false) : [path]),
			inputs: paths.filter((path) => reader.isDirectory(path))
		};
	}
	const tool = toolFileIn(reader, dir);
	if (tool !== void 0) return followToolFile(place, tool);
	const own = list(reader, dir).filter((name) => ruleFileName.test(name));
	if (own.length > 0) return {
		files: own.map((name) => join(dir, name)),
		inputs: []
	};
	const checkout = env["GOTS_OTELC"] ?? "";
	if (checkout === "") return void 0;
	const folder = join(checkout, "instrumentation");
	return {
		files: rulesBelow(reader, folder, false),
		inputs: [folder]
	};
}
/** Rule files of a folder and of those below it, in the order of their paths. */
function rulesBelow(reader, folder, withinModule) {
	return list(reader, folder).flatMap((name) => {
		const path = join(folder, name);
		if (!reader.isDirectory(path)) return ruleFileName.test(name) ? [path] : [];
		return withinModule && list(reader, path).includes("go.mod") ? [] : rulesBelow(reader, path, withinModule);
	});
}
function list(reader, folder) {
	return [...reader.list(folder)].sort();
}
function toolFileIn(reader, folder) {
	const [first, second] = toolFileNames.filter((name) => list(reader, folder).includes(name));
	if (second !== void 0) toolFileBoth(folder, [...toolFileNames]);
	return first === void 0 ? void 0 : join(folder, first);
}
/** Packages that a tool file imports, and those that the tool files of their modules do, each once, breadth first. */
async function followToolFile({ reader, dir, findPackages }, first) {
	const files = [];
	const toolFiles = [first];
	const folders = [];
	const seen = /* @__PURE__ */ new Set();
	for (const tool of toolFiles) {
		const imports = importsOf$1(reader, tool).filter(({ path }) => !seen.has(path));
		for (const { path } of imports) seen.add(path);
		const paths = imports.map(({ path }) => path);
		const packages = paths.length === 0 ? void 0 : await findPackages?.(paths, dir);
		for (const { path, line } of imports) {
			const folder = packages?.get(path);
			const found = folder === void 0 || "problem" in folder ? void 0 : folder;
			const rules = found === void 0 ? [] : rulesBelow(reader, found.dir, true);
			const { module } = found ?? {};
			const nested = module === void 0 || module.dir === dir ? void 0 : toolFileIn(reader, module.dir);
			if (rules.length === 0 && nested === void 0) toolFileNoRules({
				file: tool,
				line,
				column: 1
			}, path);
			if (found !== void 0 && !module?.isFixed) folders.push(found.dir);
			files.push(...rules.filter((file) => !files.includes(file)));
			if (nested !== void 0 && !toolFiles.includes(nested)) toolFiles.push(nested);
		}
	}
	return {
		files,
		inputs: [...toolFiles, ...folders]
	};
}
/** The imports of a tool file, which is not compiled: blank ones, alone or in parentheses. */
function importsOf$1(reader, file) {
	return (reader.read(file) ?? Buffer.alloc(0)).toString("utf8").replace(/\/\*[\s\S]*?\*\//g, (text) => text.replace(/[^\n]/g, " ")).split("\n").flatMap((text, i) => {
		const code = text.replace(/\/\/.*$/, "").trim();
		const [, name, path] = /^(?:import\s*\(?\s*)?(?:([\w.]+)\s+)?"([^"]+)"\s*\)?;?$/.exec(code) ?? [];
		if (path === void 0) return [];
		if (name !== "_") toolFileImport({
			file,
			line: i + 1,
			column: 1
		}, path);
		return [{
			path,
			line: i + 1
		}];
	});
}

// src/dialects/otelc/flat.ts
const selectors = [
	"func",
	"recv",
	"struct",
	"struct_literal",
	"function_call",
	"directive",
	"kind",
	"identifier",
	"signature",
	"signature_contains",
	"result",
	"last_result",
	"param",
	"pattern",
	"placement"
];
const nested = [
	"file",
	"all-of",
	"one-of",
	"not"
];
const modifiers = [
	"inject_hooks",
	"inject_code",
	"add_struct_fields",
	"add_file",
	"wrap_call",
	"expand_directive",
	"assign_value",
	"set_fields"
];
/** Every key of a flat rule. */
const ruleKeys = [
	...[
		"name",
		"target",
		"version",
		"imports"
	],
	...selectors,
	...[
		"path",
		"before",
		"after",
		"file",
		"raw",
		"new_field",
		"template",
		"replace",
		"append_args",
		"variadic_type"
	],
	...["field", "wrap"],
	...nested.map((key) => `where.${key}`)
];
/**
* The flat rules of one entry of a rule file, in the order of its modifiers. The payload of a modifier wins over selectors of the
* same name. Filters of files keep the keys `where.file` and so on.
*
* @throws GotsError otelc_shape, otelc_unknown
*/
function flatten(entry) {
	const map = mapOf(entry.value, `the rule "${entry.key}"`);
	const own = new Map(map.entries.map((each) => [each.key, each]));
	const [where, does] = [own.get("where"), own.get("do")];
	if (!where && !does) return [flat(entry, own)];
	if (!does) return otelcShape(entry.span, `the rule "${entry.key}" has no "do"`);
	own.delete("where");
	own.delete("do");
	if (where) for (const [key, value] of hoisted(where)) own.set(key, value);
	return payloads(does).map((payload) => flat(entry, new Map([...own, ...payload.entries.map((each) => [each.key, each])])));
}
function flat({ key, span }, entries) {
	const given = (name) => entries.get(name);
	const text = (name) => {
		const entry = given(name);
		return entry === void 0 ? "" : yamlText(entry.value, `"${name}"`).trim();
	};
	const filled = (name) => {
		const entry = given(name);
		return entry?.value.kind === "scalar" && (isNothing(entry.value) || entry.value.text.trim() === "") ? void 0 : entry;
	};
	return {
		id: text("name") || key,
		span,
		given,
		filled,
		text,
		entries: [...entries.values()]
	};
}
function hoisted(where) {
	if (where.value.kind !== "map") return otelcShape(where.span, "\"where\" must be a mapping");
	return where.value.entries.map((entry) => {
		const { key, span, value } = entry;
		if (key === "target" || key === "version") otelcShape(span, `"${key}" stands beside "where", not in it`);
		if (selectors.includes(key)) return [key, entry];
		if (!nested.includes(key)) return otelcUnknown(span, "key of \"where\"", key, [...selectors, ...nested]);
		if (key === "file" && value.kind !== "map") otelcShape(span, "\"where.file\" must be a mapping");
		return [`where.${key}`, entry];
	});
}
function payloads({ span, value }) {
	const items = value.kind === "list" ? value.items : [value];
	if (items.length === 0) return otelcShape(span, "\"do\" is empty");
	return items.map((item) => {
		if (item.kind !== "map" || isNothing(item)) return otelcShape(item.span, "an item of \"do\" must be a mapping of one modifier");
		const [modifier, ...others] = item.entries;
		if (modifier === void 0 || others.length > 0) return otelcShape(item.span, `an item of "do" has ${item.entries.length} modifiers, not one`);
		if (!modifiers.includes(modifier.key)) otelcUnknown(modifier.span, "modifier", modifier.key, modifiers);
		if (modifier.value.kind !== "map") return otelcShape(modifier.span, `"${modifier.key}" must be a mapping`);
		return modifier.value;
	});
}

// src/dialects/otelc/otelc-template.ts
/** A template whose dot is otelc's. @throws GotsError aspect_template_syntax, otelc_missing */
function template(ctx, node, imports, otelc) {
	const [source, lines] = [node.text, node.lines()];
	if (source.trim() === "") otelcMissing(node.span, "template", "a template that is not empty");
	const problem = ctx.checkTemplate?.(source);
	if (problem) aspectTemplateSyntax(spanInTemplate({
		source,
		lines
	}, problem.offset), problem.message);
	return {
		source,
		imports,
		lines,
		otelc
	};
}
/** A template that prints the node it is for. @throws GotsError otelc_value */
function withPlaceholder(ctx, key, node, imports) {
	if (!/\{\{-?\s*\.\s*-?\}\}/.test(node.text)) otelcValue(node.span, {
		key,
		text: node.text,
		expected: "an expression with {{ . }} in it"
	});
	return template(ctx, node, imports, {});
}
/** Go code as it is written. */
function plainGoCode(node, imports) {
	return {
		source: node.text,
		imports,
		lines: node.lines(),
		around: {
			before: "",
			after: "\n"
		}
	};
}

// src/dialects/otelc/where.ts
const combinators = [
	"all-of",
	"one-of",
	"not"
];
/**
* A node of `where.file`: exactly one predicate, or one combinator with nodes below it.
*
* @throws GotsError otelc_filter
*/
function readFilter(node, path) {
	const map = mapOf(node, path);
	const given = (name) => {
		const entry = map.entries.find(({ key }) => key === name);
		return entry && !isNothing(entry.value) && textOrMore(entry) ? entry : void 0;
	};
	const named = combinators.flatMap((name) => map.entries.filter(({ key }) => key === name));
	const leaves = [
		"has_func",
		"has_struct",
		"has_directive",
		"has_package",
		"is_test"
	].flatMap((name) => given(name) ?? []);
	const receiver = given("has_recv");
	const [combinator, ...others] = named;
	if (combinator !== void 0) {
		if (others.length + leaves.length > 0 || receiver) otelcFilter(map.span, `${path} has "${combinator.key}" and more beside it`);
		return combined(combinator, path);
	}
	const [leaf, ...more] = leaves;
	if (leaf === void 0) return otelcFilter(map.span, `${path} has ${receiver ? "has_recv without has_func" : "no predicate"}`);
	if (more.length > 0) return otelcFilter(map.span, `${path} has both ${leaf.key} and ${more[0]?.key}`);
	if (receiver && leaf.key !== "has_func") return otelcFilter(receiver.span, `${path} has has_recv without has_func`);
	return predicate(leaf, receiver);
}
function textOrMore({ value }) {
	return value.kind !== "scalar" || value.text.trim() !== "";
}
function combined(entry, path) {
	const { key, span, value } = entry;
	if (key === "not") return {
		kind: "not",
		point: readFilter(value, `${path}.not`),
		span
	};
	const points = (isNothing(value) ? [] : listOf(value, `${path}.${key}`).items).map((item, i) => readFilter(item, `${path}.${key}[${i}]`));
	if (key === "one-of") return {
		kind: "one-of",
		points,
		span
	};
	return points.length === 0 ? always(span) : {
		kind: "all-of",
		points,
		span
	};
}
/** Nothing to ask for is always there; an empty all-of of this representation matches nothing. */
function always(span) {
	return {
		kind: "not",
		point: {
			kind: "one-of",
			points: [],
			span
		},
		span
	};
}
function predicate(leaf, receiver) {
	const { key, span, value } = leaf;
	const name = yamlText(value, `"${key}"`).trim();
	switch (key) {
		case "has_func": return {
			kind: "file-has",
			part: {
				kind: "function",
				name,
				receiver: receiver ? yamlText(receiver.value, "\"has_recv\"").trim() : ""
			},
			span
		};
		case "has_struct": return {
			kind: "file-has",
			part: {
				kind: "struct",
				name
			},
			span
		};
		case "has_directive": return {
			kind: "file-has",
			part: {
				kind: "directive",
				name
			},
			span
		};
		case "has_package": return {
			kind: "package-name",
			name,
			span
		};
		default: {
			const wanted = value.kind === "scalar" ? plainBoolean(value) : void 0;
			if (wanted === void 0) return otelcValue(value.span, {
				key,
				text: name,
				expected: "true or false"
			});
			return {
				kind: "test-build",
				value: wanted,
				span
			};
		}
	}
}
/** Filters over signatures; all of them have to hold. `signature_contains` asks for any one of its types. */
function signaturePoints(flat, fn) {
	const points = [];
	const signature = flat.given("signature");
	if (signature) points.push(fn([{
		kind: "signature",
		flat: true,
		...types(signature)
	}]));
	const contains = flat.given("signature_contains");
	if (contains) {
		const { args, returns } = types(contains);
		const any = [...args.map((type) => ({
			kind: "has-type",
			list: "argument",
			type
		})), ...returns.map((type) => ({
			kind: "has-type",
			list: "result",
			type
		}))];
		points.push({
			kind: "one-of",
			points: any.map((option) => fn([option])),
			span: contains.span
		});
	}
	for (const [key, list] of [
		["result", "result"],
		["last_result", "final-result"],
		["param", "argument"]
	]) {
		const entry = flat.filled(key);
		if (entry) points.push(fn([{
			kind: "has-type",
			list,
			type: typeNameAt(entry.value.span, flat.text(key))
		}]));
	}
	return points;
}
function types(entry) {
	const map = isNothing(entry.value) ? {
		kind: "map",
		span: entry.span,
		entries: []
	} : mapOf(entry.value, `"${entry.key}"`);
	const read = (key) => {
		const list = map.entries.find((each) => each.key === key);
		return list && !isNothing(list.value) ? textsOf(list).map(({ text, node }) => typeNameAt(node.span, text)) : [];
	};
	return {
		args: read("args"),
		returns: read("returns")
	};
}

// src/dialects/otelc/rule-kinds.ts
/** In the order in which otelc looks for them (tool/internal/setup/match.go). */
const ruleKinds = [
	{
		key: "struct",
		read: structRule
	},
	{
		key: "file",
		read: fileRule
	},
	{
		key: "directive",
		read: directiveRule
	},
	{
		key: "raw",
		read: rawRule
	},
	{
		key: "func",
		read: hookRule
	},
	{
		key: "function_call",
		read: callRule
	},
	{
		key: "struct_literal",
		read: literalRule
	},
	{
		key: "identifier",
		read: valueRule
	}
];
/** Names that templates may use. */
function importsOf(flat) {
	const entry = flat.filled("imports");
	const pairs = entry === void 0 ? {} : pairsOf(entry.value, "\"imports\"");
	return Object.fromEntries(Object.entries(pairs).filter(([name]) => name !== "_" && name !== "."));
}
function needed(flat, kind, key) {
	return flat.filled(key) ?? otelcMissing(flat.given(key)?.span ?? flat.span, kind, `"${key}"`);
}
function structRule(flat) {
	const { span } = needed(flat, "struct", "struct");
	const fields = flat.filled("new_field");
	const imports = importsOf(flat);
	const advice = (fields === void 0 ? [] : listOf(fields.value, "\"new_field\"").items).map((item) => {
		const map = mapOf(item, "an item of \"new_field\"");
		const value = (key) => textOfKey(map.entries, key);
		return {
			kind: "add-struct-field",
			name: value("name"),
			type: {
				kind: "text",
				text: value("type"),
				imports
			},
			span: map.span
		};
	});
	return {
		point: [{
			kind: "struct-definition",
			type: {
				pointer: false,
				name: flat.text("struct")
			},
			anyPackage: true,
			span
		}],
		advice
	};
}
function textOfKey(entries, key) {
	const entry = entries.find((each) => each.key === key);
	return entry === void 0 ? "" : yamlText(entry.value, `"${key}"`).trim();
}
function fileRule(flat) {
	const { span } = needed(flat, "file", "file");
	needed(flat, "file", "path");
	return {
		point: [],
		advice: [{
			kind: "add-file",
			path: flat.text("path"),
			file: flat.text("file"),
			span
		}]
	};
}
function functionOptions(flat) {
	const receiver = flat.text("recv");
	return [{
		kind: "name",
		name: flat.text("func")
	}, receiver === "" ? {
		kind: "has-receiver",
		value: false
	} : {
		kind: "receiver-is",
		text: receiver
	}];
}
function hookRule(flat) {
	const { span } = needed(flat, "hook", "func");
	const [before, after] = [flat.text("before") || void 0, flat.text("after") || void 0];
	if (before === void 0 && after === void 0) otelcMissing(flat.span, "hook", "\"before\" or \"after\"");
	const path = needed(flat, "hook", "path");
	const fn = (options) => ({
		kind: "function",
		options,
		span
	});
	const advice = {
		kind: "hooks",
		flavour: "otelc",
		contextOnly: false,
		path: flat.text("path"),
		before,
		after,
		span: path.span
	};
	return {
		point: [fn(functionOptions(flat)), ...signaturePoints(flat, fn)],
		advice: [advice]
	};
}
function rawRule(flat, ctx) {
	const raw = needed(flat, "raw", "raw");
	const pattern = flat.filled("pattern");
	if (pattern) checkRegexp(pattern, flat.text("pattern"));
	const placement = flat.filled("placement");
	const after = flat.text("placement") === "after";
	if (placement && !["before", "after"].includes(flat.text("placement"))) otelcValue(placement.value.span, {
		key: "placement",
		text: flat.text("placement"),
		expected: "before or after"
	});
	const node = scalarOf(raw.value, "\"raw\"");
	const code = node.text.includes("{{") ? template(ctx, node, importsOf(flat), {}) : plainGoCode(node, importsOf(flat));
	const point = {
		kind: "function",
		options: functionOptions(flat),
		span: raw.span
	};
	return {
		point: flat.filled("func") === void 0 ? [{
			kind: "one-of",
			points: [],
			span: raw.span
		}] : [{
			kind: "function-body",
			point,
			span: raw.span
		}],
		advice: [{
			kind: "prepend-statements",
			template: code,
			order: 0,
			open: true,
			resultNames: "_unnamedRetVal",
			...pattern ? { beside: {
				pattern: yamlText(pattern.value, "\"pattern\""),
				placement: after ? "after" : "before"
			} } : {},
			span: raw.span
		}]
	};
}
function checkRegexp(entry, text) {
	try {
		compileGoRegexp(text);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		otelcValue(entry.value.span, {
			key: entry.key,
			text,
			expected: `a regular expression of Go: ${error.message}`
		});
	}
}
const identifier = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;
/** `import/path.Name`, split at the last dot. */
function symbol(flat, kind, key) {
	const entry = needed(flat, kind, key);
	const text = flat.text(key);
	const dot = text.lastIndexOf(".");
	const [path, name] = [text.slice(0, Math.max(0, dot)), text.slice(dot + 1)];
	if (path === "" || !identifier.test(name)) otelcValue(entry.value.span, {
		key,
		text,
		expected: "import/path.Name"
	});
	return {
		path,
		name,
		entry
	};
}
function callRule(flat, ctx) {
	const { path, name, entry } = symbol(flat, "call", "function_call");
	const [replace, append] = [flat.filled("replace"), flat.filled("append_args")];
	if (!replace && !append) otelcMissing(flat.span, "call", "\"replace\" or \"append_args\"");
	const imports = importsOf(flat);
	const advice = [];
	if (append) {
		const values = listOf(append.value, "\"append_args\"").items.map((item) => {
			const node = scalarOf(item, "an item of \"append_args\"");
			if (node.text.trim() === "") otelcValue(item.span, {
				key: "append_args",
				text: "",
				expected: "an expression"
			});
			return plainGoCode(node, imports);
		});
		const variadic = flat.text("variadic_type");
		const type = variadic === "" ? void 0 : {
			kind: "text",
			text: variadic,
			imports
		};
		advice.push({
			kind: "append-args",
			type,
			values,
			span: append.span
		});
	}
	if (replace) {
		const node = scalarOf(replace.value, "\"replace\"");
		advice.push({
			kind: "wrap-expression",
			template: withPlaceholder(ctx, "replace", node, imports),
			span: replace.span
		});
	}
	return {
		point: [{
			kind: "function-call",
			path,
			name,
			qualified: true,
			span: entry.span
		}],
		advice
	};
}
function directiveRule(flat, ctx) {
	const entry = needed(flat, "directive", "directive");
	const name = yamlText(entry.value, "\"directive\"");
	if (/\s/.test(name) || name.startsWith("//")) otelcValue(entry.value.span, {
		key: "directive",
		text: name,
		expected: "a name without blanks and slashes in front"
	});
	const node = scalarOf(needed(flat, "directive", "template").value, "\"template\"");
	const salt = crc32(["target", "version"].map((key) => sized(flat.text(key))).join("") + sized(name) + sized(node.text));
	const { span } = entry;
	const fn = {
		kind: "all-of",
		points: [{
			kind: "function",
			options: [{
				kind: "name-matches",
				pattern: "."
			}],
			span
		}, {
			kind: "directive",
			name,
			span
		}],
		span
	};
	const code = template(ctx, node, importsOf(flat), { directive: name });
	return {
		point: [{
			kind: "function-body",
			point: fn,
			span
		}],
		advice: [{
			kind: "prepend-statements",
			template: code,
			order: 0,
			open: true,
			resultNames: `_unnamedRetVal_${salt}_`,
			span
		}]
	};
}
/** Length and text, as otelc joins them for its salts; the length counts bytes. */
function sized(text) {
	return `${Buffer.byteLength(text)}:${text}`;
}
function valueRule(flat, ctx) {
	const { span } = needed(flat, "declaration", "identifier");
	const kind = flat.text("kind");
	const keyword = kind === "var" || kind === "const" ? kind : void 0;
	const written = flat.filled("kind");
	if (written && keyword === void 0) otelcValue(written.value.span, {
		key: "kind",
		text: kind,
		expected: "var or const"
	});
	const [replace, wrap] = [flat.filled("replace"), flat.filled("wrap")];
	if (replace === void 0 === (wrap === void 0)) otelcMissing(flat.span, "declaration", "either \"replace\" or \"wrap\"");
	const name = flat.text("identifier");
	const imports = importsOf(flat);
	const code = replace ?? wrap;
	const node = scalarOf(code.value, `"${code.key}"`);
	const value = wrap ? withPlaceholder(ctx, "wrap", node, imports) : plainGoCode(node, imports);
	return {
		point: [{
			kind: "package-value",
			name,
			keyword,
			span
		}],
		advice: [{
			kind: "assign-value",
			template: value,
			names: [name],
			wraps: wrap !== void 0,
			span: code.span
		}]
	};
}
function literalRule(flat, ctx) {
	const { path, name, entry } = symbol(flat, "literal", "struct_literal");
	const list = needed(flat, "literal", "field");
	const fields = listOf(list.value, "\"field\"").items.map((item) => fieldValue(item, importsOf(flat), ctx));
	if (fields.length === 0) otelcMissing(list.span, "literal", "\"field\"");
	const names = fields.map((field) => field.name);
	const twice = names.find((each, i) => names.indexOf(each) !== i);
	if (twice !== void 0) otelcValue(list.span, {
		key: "field",
		text: twice,
		expected: "a list of different fields"
	});
	return {
		point: [{
			kind: "struct-literal",
			type: {
				pointer: false,
				path,
				name
			},
			match: "any",
			span: entry.span
		}],
		advice: [{
			kind: "set-fields",
			fields,
			span: list.span
		}]
	};
}
function fieldValue(item, imports, ctx) {
	const { entries, span } = mapOf(item, "an item of \"field\"");
	const code = (key) => {
		const entry = entries.find((each) => each.key === key);
		if (entry === void 0 || isNothing(entry.value)) return void 0;
		const node = scalarOf(entry.value, `"${key}"`);
		if (node.text.trim() === "") return void 0;
		return key === "wrap" ? withPlaceholder(ctx, key, node, imports) : plainGoCode(node, imports);
	};
	const name = textOfKey(entries, "name");
	if (name === "") otelcMissing(span, "literal", "\"name\" for each field");
	const [wrap, value] = [code("wrap"), code("value")];
	if (!wrap && !value) otelcMissing(span, "literal", "\"value\" or \"wrap\" for each field");
	return {
		name,
		wrap,
		value
	};
}

// src/dialects/otelc/read-otelc.ts
/**
* Translates a rule file of otelc, a mapping from names to rules. Its rules are in the order in which otelc applies them: by
* kind, those for exact packages before those with patterns, by name.
*
* @throws GotsError otelc_… and aspect_…, each with its span
*/
function readOtelc(file, ctx) {
	const root = readYaml(file.bytes, file.display);
	const flats = [...root === void 0 || isNothing(root) ? [] : mapOf(root, "a rule file").entries].sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key))).flatMap((entry) => attempt(ctx, () => flatten(entry)) ?? []);
	return {
		aspects: attemptEach(ctx, flats, (flat) => readRule(flat, ctx)).sort((a, b) => a.rank - b.rank || Number(a.isGlob) - Number(b.isGlob)).map(({ aspect }) => aspect),
		extends: [],
		disable: []
	};
}
/** Whether a file of any name holds rules of otelc: a mapping whose values are mappings with a target. */
function looksLikeOtelc({ display, bytes }) {
	const root = readYaml(bytes, display);
	if (root?.kind !== "map" || root.entries.length === 0) return false;
	return root.entries.every(({ value }) => value.kind === "map" && value.entries.some(({ key }) => key === "target"));
}
function readRule(flat, ctx) {
	for (const { key, span } of flat.entries) if (!ruleKeys.includes(key)) ctx.warn(unknownKey(span, {
		key,
		where: `the rule "${flat.id}"`,
		known: ruleKeys
	}));
	const target = targetPoint(flat);
	const rank = ruleKinds.findIndex(({ key }) => flat.given(key) !== void 0);
	const kind = ruleKinds[rank];
	if (kind === void 0) return otelcMissing(flat.span, "every", `one of ${ruleKinds.map(({ key }) => `"${key}"`).join(", ")}`);
	const points = [target, ...versionPoints(flat)];
	const filter = filterOf(flat);
	if (filter && kind.key !== "file") points.push(filter);
	const { point, advice } = kind.read(flat, ctx);
	points.push(...point);
	return {
		aspect: {
			id: flat.id,
			dialect: "otelc",
			span: flat.span,
			tracerInternal: true,
			reach: "user",
			joinPoint: {
				kind: "all-of",
				points,
				span: flat.span
			},
			advice: [...advice, ...blankImports(flat)]
		},
		rank,
		isGlob: target.kind === "import-glob"
	};
}
function targetPoint(flat) {
	const entry = flat.filled("target") ?? otelcMissing(flat.span, "every", "\"target\"");
	const { span } = entry;
	const text = flat.text("target");
	if (text === "$root") return {
		kind: "package-filter",
		root: true,
		span
	};
	if (text.toLowerCase().includes("$root")) otelcValue(entry.value.span, {
		key: "target",
		text,
		expected: "exactly $root"
	});
	if (text === "main") return {
		kind: "command",
		value: true,
		span
	};
	if (!/[*?[{]/.test(text)) return {
		kind: "import-path",
		path: text,
		span
	};
	try {
		doublestar(text);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		otelcValue(entry.value.span, {
			key: "target",
			text,
			expected: "a valid pattern"
		});
	}
	return {
		kind: "import-glob",
		pattern: text,
		span
	};
}
function versionPoints(flat) {
	const entry = flat.filled("version");
	if (entry === void 0) return [];
	const range = commaRange(flat.text("version"));
	if ("problem" in range) {
		const expected = `a version, or two with a comma between them: ${range.problem}`;
		return otelcValue(entry.value.span, {
			key: "version",
			text: flat.text("version"),
			expected
		});
	}
	return [{
		kind: "module-version",
		range,
		span: entry.span
	}];
}
function filterOf(flat) {
	for (const key of [
		"all-of",
		"one-of",
		"not"
	]) {
		const entry = flat.given(`where.${key}`);
		const isEmpty = entry?.value.kind === "list" && entry.value.items.length === 0;
		if (entry && !isNothing(entry.value) && !isEmpty) otelcUnsupported(entry.span, `"${key}" directly in "where"`);
	}
	const file = flat.given("where.file");
	return file && readFilter(file.value, "where.file");
}
/** Imports with names go into the templates; blank ones are there for what importing the package does. */
function blankImports(flat) {
	const entry = flat.filled("imports");
	if (entry === void 0) return [];
	const pairs = pairsOf(entry.value, "\"imports\"");
	if (pairs["."] !== void 0) otelcUnsupported(entry.span, "a dot import");
	return pairs["_"] === void 0 ? [] : [{
		kind: "add-blank-import",
		path: pairs["_"],
		span: entry.span
	}];
}

// src/dialects/otelc/dialect.ts
/** otelc (opentelemetry-go-compile-instrumentation): rule files in YAML, found by tool files, variables and names. */
const otelc = {
	...otelcFacts,
	discover: async (place) => {
		const rules = await findOtelcRules(place);
		return rules && {
			entries: rules.files,
			inputs: rules.inputs,
			warnings: []
		};
	},
	recognises: looksLikeOtelc,
	parse: readOtelc,
	modules: modulesBeside
};

// src/dialects/registry.ts
/** Every dialect that gots reads. */
const dialects = {
	gots,
	orchestrion,
	otelc,
	loongsuite
};

// src/dialects/plugins/read-plugin.ts
const parts = [
	"rewrite",
	"extraFiles",
	"replaceSource"
];
const keys = [
	"id",
	"select",
	"packages",
	...parts
];
/**
* The plug-in that a module exports, looked at closely: it is JavaScript, so its types say nothing.
*
* @throws GotsError plugin_shape
*/
function pluginOf(module, span) {
	const plugin = isRecord(module) ? module["plugin"] : void 0;
	if (!isRecord(plugin)) return pluginShape(span, "it does not export an object named \"plugin\"");
	const unknown = Object.keys(plugin).find((key) => !keys.includes(key));
	if (unknown !== void 0) return pluginShape(span, `unknown key "${unknown}"; known are ${keys.join(", ")}`);
	if (typeof plugin["id"] !== "string" || plugin["id"] === "") return pluginShape(span, "\"id\" must be a text");
	if (!isRecord(plugin["select"])) return pluginShape(span, "\"select\" must be a join point, as in gots.yml");
	const packages = plugin["packages"];
	if (packages !== void 0 && !(Array.isArray(packages) && packages.every((path) => typeof path === "string"))) return pluginShape(span, "\"packages\" must be a list of import paths");
	for (const part of parts) {
		const value = plugin[part];
		if (value !== void 0 && typeof value !== "function") return pluginShape(span, `"${part}" must be a function`);
	}
	if (parts.every((part) => plugin[part] === void 0)) return pluginShape(span, `it has none of ${parts.join(", ")}`);
	return plugin;
}
/**
* A plug-in as aspects: one for what it does to nodes, one for what it does to packages.
*
* @throws GotsError plugin_shape and those of join points
*/
function aspectsOf(plugin, at, ctx) {
	const { span, digest } = at;
	const joinPoint = readJoinPoint(yamlOf(plugin.select, span), {
		...ctx,
		strict: true
	});
	const aspect = (part) => ({
		id: plugin.id,
		dialect: "gots",
		span,
		tracerInternal: false,
		reach: "everything",
		joinPoint,
		advice: [{
			kind: "plugin",
			part,
			id: plugin.id,
			file: span.file,
			digest,
			packages: plugin.packages ?? [],
			span
		}]
	});
	return [...plugin.extraFiles !== void 0 || plugin.replaceSource !== void 0 ? [aspect("files")] : [], ...plugin.rewrite === void 0 ? [] : [aspect("rewrite")]];
}
/** The value as the readers of gots.yml want it; every part of it stands where the plug-in does. */
function yamlOf(value, span) {
	if (Array.isArray(value)) return {
		kind: "list",
		span,
		items: value.map((item) => yamlOf(item, span))
	};
	if (isRecord(value)) return {
		kind: "map",
		span,
		entries: Object.entries(value).map(([key, item]) => ({
			key,
			span,
			value: yamlOf(item, span)
		}))
	};
	if (typeof value !== "string" && typeof value !== "boolean" && typeof value !== "number") return pluginShape(span, `"select" holds ${typeof value === "object" ? "null" : `a ${typeof value}`}`);
	return {
		kind: "scalar",
		span,
		text: String(value),
		plain: typeof value !== "string",
		lines: () => [span]
	};
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/dialects/load/display-name.ts
/**
* A name for an aspect file that is the same on every machine; it ends up in woven positions and in cache keys.
*
* `gots:net/http/gots.yml` among the built-in sets, `example.com/m@v1.2.3/a.yml` in the module cache, `example.com/m/a.yml` in a
* module that a `replace` puts into a folder, the relative path in the main module, else the last path element. Always with slashes.
*/
function displayName(path, folders) {
	const [found] = [...folders.sets].flatMap(([prefix, folder]) => {
		const inSet = below(folder, path);
		return inSet === void 0 ? [] : [{
			name: prefix + inSet,
			depth: folder.length
		}];
	}).sort((a, b) => b.depth - a.depth);
	if (found !== void 0) return found.name;
	const inCache = folders.moduleCache === void 0 ? void 0 : below(folders.moduleCache, path);
	if (inCache !== void 0) return unescapeModule(inCache);
	return below(folders.root, path) ?? basename(path);
}
/**
* How files of the built-in set `name` are named. Where the folder ends in the set's name, all sets lie side by side
* and may extend each other, so the folder above counts.
*/
function setPrefix(name, folder) {
	const ending = join(sep, name);
	return folder.endsWith(ending) ? {
		prefix: "gots:",
		folder: folder.slice(0, -ending.length) || sep
	} : {
		prefix: `gots:${name}/`,
		folder
	};
}
function below(folder, path) {
	const rest = relative(folder, path);
	if (rest === "" || rest === ".." || rest.startsWith(`..${sep}`) || isAbsolute(rest)) return void 0;
	return rest.split(sep).join("/");
}
/** The module cache writes capitals as `!` and the small letter (golang.org/ref/mod#module-cache). */
function unescapeModule(path) {
	return path.replace(/!([a-z])/g, (_, letter) => letter.toUpperCase());
}

// src/dialects/load/load.ts
/**
* Reads aspect files and all they extend. Each file counts once, at its first mention, which also ends cycles.
*
* @throws GotsError with a code that begins with `aspect_`, at the place in the file
*/
function loadAspects(options) {
	const state = {
		plugins: [],
		options,
		seen: /* @__PURE__ */ new Set(),
		sets: /* @__PURE__ */ new Map(),
		files: [],
		folders: [],
		absent: /* @__PURE__ */ new Set(),
		modules: /* @__PURE__ */ new Set(),
		builtInsDone: /* @__PURE__ */ new Set(),
		warnings: /* @__PURE__ */ new Map()
	};
	const aspects = [...(options.builtIns ?? []).flatMap((name) => builtIns(dialects[name], state)), ...options.entries.flatMap((entry) => attempt(options, () => loadEntry(entry, state)) ?? [])];
	const { files, folders } = state;
	const [absent, modules, warnings] = [
		[...state.absent],
		[...state.modules],
		[...state.warnings.values()]
	];
	return {
		aspects,
		plugins: state.plugins,
		files,
		folders,
		absent,
		modules,
		warnings
	};
}
/** The aspects that every configuration in a dialect has, once. */
function builtIns({ name, builtIn }, state) {
	if (!builtIn || state.builtInsDone.has(name)) return [];
	state.builtInsDone.add(name);
	return builtIn.aspects(state.options.checkTemplate);
}
function loadEntry(entry, state) {
	if (entry.startsWith("gots:")) return loadSet({
		text: entry,
		span: void 0
	}, state);
	const path = isAbsolute(entry) ? normalize(entry) : join(state.options.root, entry);
	if (state.options.reader.isDirectory(path)) return loadFolder(path, gots, state) ?? aspectFileMissing(join(entry, "gots.yml"));
	if (isPluginFile(entry) && state.options.reader.read(path)) return loadPlugin(path, {
		file: entry,
		line: 1,
		column: 1
	}, state);
	return loadFile(path, gots, state) ?? aspectFileMissing(entry);
}
function loadSet(entry, state) {
	const name = entry.text.slice(5);
	const found = state.options.builtInSet(name);
	if (found === void 0) return aspectExtendsUnknownSet(entry.span, entry.text);
	const folder = normalize(found).replace(/(.)[\\/]$/, "$1");
	const named = setPrefix(name, folder);
	state.sets.set(named.prefix, named.folder);
	return loadFolder(folder, gots, state) ?? aspectExtendsUnknownSet(entry.span, entry.text);
}
/** Undefined where the folder has no aspect file. */
function loadFolder(folder, dialect, state) {
	const { read } = state.options.reader;
	const { folder: files } = dialect.extending;
	const isThere = ({ name }) => read(join(folder, name)) !== void 0;
	const chosen = files.find(isThere) ?? files.find(({ before }) => before.length > 0);
	const parts = (chosen ? [...chosen.before, chosen.name] : []).map((name) => loadFile(join(folder, name), dialect, state)).filter((part) => part !== void 0);
	return parts.length > 0 ? parts.flat() : loadRules(folder, dialect, state);
}
/** What a file imports, in its order: of each package the aspects it has, and those of its own imports before them. */
function loadImports(imports, from, state) {
	const mayWarn = !relative(state.options.root, from.path).startsWith("..");
	return imports.flatMap((named) => attempt(state.options, () => loadPackage(named, {
		dialect: from.dialect,
		mayWarn
	}, state)) ?? []);
}
function noteModule(module, state) {
	const { root, moduleCache } = state.options;
	state.modules.add(module.dir);
	if (!(moduleCache !== void 0 && !relative(moduleCache, module.dir).startsWith("..")) && module.dir !== root) state.sets.set(`${module.path}/`, module.dir);
}
/** @param as.mayWarn whether the user can do anything about a package without aspects */
function loadPackage({ text, span }, as, state) {
	const own = Object.values(dialects).find(({ builtIn }) => builtIn?.importPath === text);
	if (own) return builtIns(own, state);
	const { packageFolder } = state.options;
	if (!packageFolder) return aspectExtendsPackage(span, text);
	const folder = packageFolder(text);
	if (!folder) return [];
	if ("problem" in folder) return aspectPackageMissing(span, text, folder.problem);
	if (folder.module) noteModule(folder.module, state);
	const { folder: files, empty } = as.dialect.extending;
	for (const name of files.flatMap(({ name, before }) => [...before, name])) {
		const path = join(folder.dir, name);
		if (!state.options.reader.read(path)) state.absent.add(path);
	}
	const aspects = loadFolder(folder.dir, as.dialect, state);
	if (!aspects && empty === "error") aspectEmptyPackage(span, text);
	if (!aspects && as.mayWarn) warn(state, emptyPackage(span, text));
	return aspects ?? [];
}
/** Rule files that lie side by side, of the first dialect that has such. */
function loadRules(folder, inherited, state) {
	const all = state.options.reader.list(folder);
	const names = Object.values(dialects).map(({ ruleFiles }) => ruleFiles?.(all) ?? []).find((found) => found.length > 0);
	if (names === void 0) return void 0;
	state.folders.push(folder);
	return names.flatMap((name) => loadFile(join(folder, name), inherited, state) ?? []);
}
/** Undefined where there is no such file; empty where it was read before. */
function loadFile(path, inherited, state) {
	if (state.seen.has(path)) return [];
	const bytes = state.options.reader.read(path);
	if (!bytes) return void 0;
	state.seen.add(path);
	const display = name(path, state);
	state.files.push({
		path,
		display
	});
	const { read } = state.options.reader;
	const moduleIn = (folder) => {
		const goMod = read(resolve(dirname(path), folder, "go.mod"));
		return goMod === void 0 ? "" : parseModFile(goMod.toString("utf8")).module;
	};
	const text = {
		display,
		bytes,
		moduleIn
	};
	const dialect = dialectOf(path, text, inherited);
	const file = parsed(dialect, text, state);
	const from = {
		path,
		dialect: isExtending(dialect) ? dialect : inherited
	};
	const imported = loadImports(file.imports ?? [], from, state);
	const extended = file.extends.flatMap((target) => attempt(state.options, () => loadExtended(target, from, state)) ?? []);
	const like = (file.like ?? []).map((each) => aspectLike(each, state));
	return enabled([
		...imported,
		...extended,
		...file.aspects,
		...like
	], file, state);
}
/** What a file says by itself. */
function parsed(dialect, text, state) {
	const { kept, sink } = state.options;
	const context = contextOf(state);
	if (!kept || sink) return dialect.parse(text, context);
	return kept.recall(text, () => {
		let isWhole = true;
		const noted = (warning) => {
			isWhole = false;
			context.warn(warning);
		};
		return {
			file: dialect.parse(text, {
				...context,
				warn: noted
			}),
			isWhole
		};
	});
}
/** The set that has the model is among those that the file extends: its files and modules are known. */
function aspectLike({ model, ...own }, state) {
	const path = join(state.options.builtInSet(model.set.slice(5)) ?? "", "gots.yml");
	const bytes = state.options.reader.read(path);
	const { aspects } = gots.parse({
		display: name(path, state),
		bytes: bytes ?? Buffer.alloc(0)
	}, contextOf(state));
	const found = aspects.find(({ id }) => id === model.id);
	if (found === void 0) return aspectExtendsUnknownSet(own.span, model.set);
	return {
		...found,
		...own
	};
}
/** The name of a file says what it holds, or else its content, or else the file that names it. */
function dialectOf(path, file, inherited) {
	const named = dialectNamed(basename(path));
	if (named !== void 0) return dialects[named];
	return Object.values(dialects).find(({ recognises }) => recognises?.(file)) ?? inherited;
}
function isExtending(dialect) {
	return dialect.extending !== void 0;
}
function loadExtended(target, from, state) {
	const { text, span } = target;
	const { sets, plugins, empty } = from.dialect.extending;
	if (sets && text.startsWith("gots:")) return loadSet(target, state);
	const path = join(dirname(from.path), text);
	if (text !== "" && state.options.reader.isDirectory(path)) {
		const aspects = loadFolder(path, from.dialect, state);
		if (aspects) return aspects;
		if (empty === "error") aspectEmptyFolder(span, text);
		warn(state, emptyFolder(span, text));
		return [];
	}
	if (plugins && isPluginFile(text)) return loadPlugin(path, span, state);
	const aspects = text === "" ? void 0 : loadFile(path, from.dialect, state);
	if (aspects) return aspects;
	if (!isImportPath(text)) aspectExtendsMissing(span, text);
	return loadPackage(target, {
		dialect: from.dialect,
		mayWarn: true
	}, state);
}
/** Every file of a plug-in is one of those that were read. */
function loadPlugin(path, from, state) {
	if (state.seen.has(path)) return [];
	state.seen.add(path);
	const { reader, plugin } = state.options;
	const display = (file) => name(file, state);
	const { files, digest } = moduleGraph(path, (file) => reader.read(file), {
		span: from,
		display
	});
	for (const file of files) state.files.push({
		path: file,
		display: display(file)
	});
	const span = {
		file: display(path),
		line: 1,
		column: 1
	};
	const found = plugin?.(path);
	if (found !== void 0) return aspectsOf(found, {
		span,
		digest
	}, contextOf(state));
	state.plugins.push({
		path,
		digest,
		span
	});
	return [];
}
/** `example.com/x/y`: a dot in the first element, and a second one. A file beside this one has no slash. */
function isImportPath(text) {
	return /^[\w-]+(\.[\w-]+)+\/[^\s]+$/.test(text) && !/\.(ya?ml|json)$/.test(text);
}
function enabled(aspects, file, state) {
	const disabled = /* @__PURE__ */ new Set();
	for (const { text, span } of file.disable) {
		const matches = idPattern(text);
		const hits = aspects.filter((aspect) => aspect.id !== "" && matches(aspect.id));
		if (hits.length === 0) {
			const ids = [...new Set(aspects.map((aspect) => aspect.id))].filter((id) => id !== "");
			warn(state, disableUnused(span, text, ids));
		}
		for (const aspect of hits) disabled.add(aspect);
	}
	return aspects.filter((aspect) => !disabled.has(aspect));
}
function name(path, state) {
	const { root, moduleCache } = state.options;
	return displayName(path, {
		root,
		moduleCache,
		sets: state.sets
	});
}
function contextOf(state) {
	const { checkTemplate, sink } = state.options;
	return {
		strict: false,
		warn: (warning) => warn(state, warning),
		checkTemplate,
		sink
	};
}
function warn(state, warning) {
	const key = JSON.stringify([
		warning.code,
		warning.message,
		warning.span?.file
	]);
	if (!state.warnings.has(key)) state.warnings.set(key, warning);
}

// src/dialects/load/load-plugins.ts
/**
* Imports a plug-in's module.
*
* @param digest of its files: other files, another module
* @throws GotsError plugin_load, plugin_shape
*/
async function importPlugin(path, digest, span) {
	const url = pathToFileURL(path);
	url.searchParams.set("gots", digest);
	let module;
	try {
		module = await import(url.href);
	} catch (cause) {
		return pluginLoad(span, cause);
	}
	return pluginOf(module, span);
}
/**
* As `loadAspects`, with plug-ins: those that are met are imported, and then everything is read again.
*
* @throws GotsError aspect_…, plugin_…
*/
async function loadWithPlugins(options) {
	const first = loadAspects({
		...options,
		sink: options.sink && (() => void 0)
	});
	if (first.plugins.length === 0) return options.sink ? loadAspects(options) : first;
	const modules = /* @__PURE__ */ new Map();
	for (const { path, digest, span } of first.plugins) try {
		modules.set(path, await importPlugin(path, digest, span));
	} catch (error) {
		modules.set(path, failing(error));
	}
	return loadAspects({
		...options,
		plugin: (path) => modules.get(path)
	});
}
/** Throws when it is looked at. */
function failing(error) {
	return new Proxy({}, { get: () => {
		throw error;
	} });
}

export { readYaml as i, loadWithPlugins as n, dialects as r, importPlugin as t };