import "./chunk-rolldown-runtime.mjs";
import { I as allLeading, Ot as kindOf, St as nodeOfKind, Vt as weaveBrokenOutput, Wt as weaveSyntaxUnknown, a as kindsOf, d as reachOfFile, dt as topLevelNames, f as reachOfPackage, gt as positionsOf, it as inquiry, mt as spanOf, o as matches, p as reachOfPart, pt as spanAt, ut as specsOf, yt as current } from "./chunk-ask.mjs";
import { A as importTable, D as noForesight, E as WeaveAgain, O as ownNames, S as topLevelWords, T as once, a as removeImport, b as addedName, f as predeclaredFile, g as fileEdits, h as lineForm, i as usesIdleImport, k as noChanges, m as splice, n as kindOfAdvice, o as usedNames, p as importNames, s as usesDotImport, v as importInsertion, w as rawFile, x as packageSession, y as freeNames } from "./chunk-advice.mjs";
import { t as UnreadableBody } from "./chunk-grammar.mjs";
import { n as readable, r as sourceFile, t as byteString } from "./chunk-source.mjs";
import { n as isOfPackage, t as changePackage } from "./chunk-change-package.mjs";

// src/weave/init-order/early-variables.ts
/**
* Takes variables out of a text into a file of their own, which is for the compiler to get first: of variables that are ready it initialises
* the one that is declared first. Nothing else in the text moves, not by a byte: the place of a declaration is left blank.
*
* @param names variables to take; a declaration of several goes as a whole
* @returns `none` where there is none; `kept` where the text does not let it be taken: names may come from a dot import, and a
*   `//go:embed` belongs to what follows it
*/
function takeVariables(text, names, file) {
	const tree = file.grammar.outline(sourceFile(file.name, text));
	const taken = tree.root.children.filter((node) => node.kind === "var_declaration" && specsOf(node).some((spec) => namesOf(tree, spec).some((n) => names.has(n))));
	const { specs, dots } = importTable(tree, file.packageName);
	if (taken.length === 0) return "none";
	if (dots.length > 0) return "kept";
	const regions = taken.map((node) => ({
		start: endBefore(tree, node),
		end: node.end
	}));
	const inRegions = ({ start }) => regions.some((each) => each.start <= start && start < each.end);
	const comments = tree.comments.filter((each) => inRegions(each) && directive.test(tree.source.text.slice(each.start, each.end)));
	if (comments.some(({ start }) => tree.source.text.startsWith("//go:embed", start))) return "kept";
	const rest = Buffer.from(text);
	const positions = positionsOf(tree.source);
	const copies = [];
	for (const { start, end } of regions) {
		const copy = Buffer.from(text.subarray(start, end));
		for (const comment of comments) {
			if (comment.start < start || comment.start >= end) continue;
			if (tree.source.text.startsWith("//go:", comment.start)) blank(copy, comment.start - start, comment.end - start);
		}
		let from = start;
		for (const comment of [...comments.filter((each) => each.start >= start && each.end <= end), {
			start: end,
			end
		}]) {
			blank(rest, from, comment.start);
			from = comment.end;
		}
		blank(rest, end, semicolonAfter(tree.source.text, end) ?? end);
		copies.push(Buffer.from(lineForm(positions.at(start))), copy, Buffer.from("\n"));
	}
	const left = file.grammar.outline(sourceFile(file.name, rest));
	const early = file.grammar.outline(sourceFile(file.name, Buffer.concat([Buffer.from("package _\n"), ...copies])));
	const known = specs.filter(({ name }) => name !== "");
	const [before, still, inEarly] = [
		tree,
		left,
		early
	].map((each) => usedNames(each, known.map(({ name }) => name)));
	const wanted = known.filter(({ name }) => inEarly?.has(name));
	for (const { syntax, name } of known) {
		const alias = syntax.field("name");
		if (alias === void 0 || !before?.has(name) || still?.has(name)) continue;
		blank(rest, alias.start, alias.end);
		rest[alias.start] = "_".charCodeAt(0);
	}
	const clause = tree.root.children.find((node) => node.kind === "package_clause")?.children[0];
	const head = [
		"//line <gots>/vars.go:1:1\n",
		`package ${clause === void 0 ? "_" : readable(tree.source, clause.start, clause.end)}`,
		...wanted.map(({ syntax }) => `; import ${readable(tree.source, syntax.start, syntax.end)}`),
		"\n"
	];
	return {
		rest,
		early: Buffer.concat([Buffer.from(head.join("")), ...copies]),
		imports: wanted.map(({ path }) => path)
	};
}
/** Positions hold for what is left as well; a pragma such as go:linkname speaks of the whole package, and must be there once. */
const directive = /^(?:\/\/go:|\/\/line |\/\*line )/;
function namesOf(tree, spec) {
	return spec.fields("name").map((name) => readable(tree.source, name.start, name.end));
}
/** Where what stands before a declaration ends: comments in between are the declaration's. */
function endBefore(tree, node) {
	const { children } = tree.root;
	const end = children[children.indexOf(node) - 1]?.end ?? 0;
	const { text } = tree.source;
	const newline = text.indexOf("\n", end);
	if (newline >= 0 && newline < node.start) return newline + 1;
	return semicolonAfter(text, end) ?? end;
}
/** The offset behind a semicolon that ends a declaration on its line. */
function semicolonAfter(text, end) {
	const found = /^[ \t\r]*;/.exec(text.slice(end, end + 100));
	return found ? end + found[0].length : void 0;
}
function blank(bytes, start, end) {
	for (let at = start; at < end; at++) if (bytes[at] !== 10 && bytes[at] !== 13) bytes[at] = 32;
}

// src/weave/init-order/mentions.ts
/** The declarations of a file. */
function declarationsOf(tree) {
	const declared = [];
	const count = /* @__PURE__ */ new Map();
	const add = (key, node, part) => {
		const receiver = node.field("receiver");
		const base = `${receiver === void 0 ? "" : textOf(tree, receiver)} ${key}`;
		const n = count.get(base) ?? 0;
		count.set(base, n + 1);
		declared.push({
			key,
			id: `${base} ${n}`,
			text: tree.source.text.slice(node.start, node.end),
			mentions: once(() => namesIn(tree, node, node)),
			mentionsIn: (start, end) => namesIn(tree, node, {
				start: node.start + start,
				end: node.start + end
			}),
			...part
		});
	};
	for (const node of tree.root.children) {
		const name = node.field("name");
		if (node.kind === "function_declaration" && name !== void 0) add(textOf(tree, name), node, {
			kind: "function",
			isComputed: false
		});
		else if (node.kind === "method_declaration" && name !== void 0) add(`.${textOf(tree, name)}`, node, {
			kind: "function",
			isComputed: false
		});
		else if (node.kind === "var_declaration") for (const spec of specsOf(node)) {
			const isComputed = spec.fields("value").some(isComputedValue);
			for (const each of spec.fields("name")) if (/identifier$/.test(each.kind)) add(textOf(tree, each), spec, {
				kind: "variable",
				isComputed
			});
		}
	}
	return declared;
}
function textOf(tree, node) {
	return readable(tree.source, node.start, node.end);
}
const literals = /* @__PURE__ */ new Set([
	"expression_list",
	"false",
	"float_literal",
	"imaginary_literal",
	"int_literal",
	"interpreted_string_literal",
	"nil",
	"operator",
	"parenthesized_expression",
	"raw_string_literal",
	"rune_literal",
	"true",
	"unary_expression"
]);
function isComputedValue(node) {
	return !literals.has(node.kind) || node.children.some(isComputedValue);
}
/** Names in what of a node is in a range or touches it. */
function namesIn(tree, root, range) {
	const found = /* @__PURE__ */ new Set();
	const open = [root];
	for (let node = open.pop(); node !== void 0; node = open.pop()) {
		if (node.end < range.start || node.start > range.end) continue;
		if (node.kind === "identifier") found.add(textOf(tree, node));
		else if (node.kind === "field_identifier") found.add(`.${textOf(tree, node)}`);
		for (const child of node.children) open.push(child);
	}
	return found;
}

// src/weave/init-order/file-order.ts
/** Compares a file before and after weaving. The trees are let go; they are made again in the rare case that mentions are asked for. */
function fileOrder(before, after, grammar) {
	const [old, now] = [before === void 0 ? [] : declarationsOf(before), declarationsOf(after)];
	const known = new Map(old.map((each) => [each.id, each]));
	const kept = before === void 0 ? [] : withoutTree(old, before, grammar);
	const same = new Map(old.map(({ id, text }, at) => [id, {
		text,
		kept: kept[at]
	}]));
	return {
		before: kept,
		after: withoutTree(now, after, grammar).map((each, at) => {
			const { id, text } = now[at];
			const found = same.get(id);
			return found?.kept !== void 0 && found.text === text ? {
				...each,
				mentions: found.kept.mentions
			} : each;
		}),
		differences: differencesOf(known, now)
	};
}
function withoutTree(declarations, { source }, grammar) {
	const { name, bytes } = source;
	const again = once(() => declarationsOf(grammar.outline(sourceFile(name, bytes))));
	return declarations.map(({ key, kind, isComputed }, at) => ({
		key,
		kind,
		isComputed,
		mentions: once(() => again()[at].mentions())
	}));
}
/** Text that weaving adds as a whole changes no declaration. */
function differencesOf(known, after) {
	return after.flatMap((now) => {
		const old = known.get(now.id);
		if (old === void 0 || old.text === now.text) return [];
		return [{
			key: now.key,
			names: [...mentionedOnly(now, old), ...mentionedOnly(old, now)]
		}];
	});
}
/**
* What `one` mentions and `other` does not. It can only stand where the texts differ: weaving puts nodes in the place of nodes, so the names
* around them stay what they are. Most bodies need not be read for that.
*/
function mentionedOnly(one, other) {
	const { start, end } = ownPart(one.text, other.text);
	if (!word.test(one.text.slice(Math.max(0, start - 1), end + 1))) return [];
	return [...one.mentionsIn(start, end)].filter((key) => {
		const name = byteString(Buffer.from(key.startsWith(".") ? key.slice(1) : key));
		return !other.text.includes(name) || !other.mentions().has(key);
	});
}
const word = /[\w\x80-\u01ff]/;
/** The range of a text without what the other one begins with and ends with too. */
function ownPart(text, other) {
	const shorter = Math.min(text.length, other.length);
	let start = 0;
	while (start < shorter && text.charCodeAt(start) === other.charCodeAt(start)) start++;
	let behind = 0;
	const left = shorter - start;
	const [last, otherLast] = [text.length - 1, other.length - 1];
	while (behind < left && text.charCodeAt(last - behind) === other.charCodeAt(otherLast - behind)) behind++;
	return {
		start,
		end: text.length - behind
	};
}

// src/weave/init-order/may-declare.ts
const words = /* @__PURE__ */ new WeakMap();
/**
* Whether a Go text may declare what has this key in `mentions.ts`: a function or variable of that name, or, behind a dot, a
* method. In doubt true. The text is not parsed: most do not hold the name at all.
*/
function mayDeclare(text, key) {
	const isMethod = key.startsWith(".");
	const name = isMethod ? key.slice(1) : key;
	if (!text.includes(name)) return false;
	if (isMethod) return !plain.test(name) || new RegExp(`[)/]\\s*${name}(?![\\w\\x80-\\xff])`).test(text.toString("latin1"));
	let known = words.get(text);
	if (known === void 0) {
		known = topLevelWords(byteString(text));
		words.set(text, known);
	}
	return known.has(byteString(Buffer.from(name)));
}
const plain = /^\w+$/;

// src/weave/init-order/order-changes.ts
const unchanged = {
	awaited: /* @__PURE__ */ new Set(),
	mayMove: false
};
/**
* Compares what the declarations of a package mention. Go initialises a variable when all is initialised that its value refers to, also
* through functions and methods; so the order can change only where a declaration mentions something else than before and a
* variable's value leads to that declaration. Names are taken for what they may mean at most: local variables count as package-level ones of
* the same name, and fields as methods.
*/
function orderChange({ woven: files, others, mayDeclare }) {
	const differences = files.flatMap((file) => file.differences);
	if (differences.every(({ names }) => names.length === 0)) return unchanged;
	const before = new Set(files.flatMap((file) => file.before.map(({ key }) => key)));
	const added = files.flatMap((file) => file.after.filter(({ key }) => !before.has(key)));
	if (!added.some(({ kind }) => kind === "variable")) {
		const declared = /* @__PURE__ */ new Set([...before, ...added.map(({ key }) => key)]);
		const leads = (key) => declared.has(key) || mayDeclare(key);
		if (!differences.some(({ names }) => names.some(leads))) return unchanged;
	}
	const rest = others().flatMap(declarationsOf);
	const own = [...files.flatMap(({ before }) => before), ...rest];
	const old = graphOf(own);
	const now = graphOf([...files.flatMap(({ after }) => after), ...rest]);
	const computed = own.filter(({ isComputed }) => isComputed).map(({ key }) => key);
	const waiting = [reach(old, computed), reach(now, computed)];
	const isOwn = new Set(own.filter(({ kind }) => kind === "variable").map(({ key }) => key));
	const variables = files.flatMap(({ after }) => after.filter(({ kind }) => kind === "variable"));
	return {
		awaited: new Set(variables.map(({ key }) => key).filter((key) => !isOwn.has(key) && waiting.some((from) => from.has(key)))),
		mayMove: differences.some(({ key, names }) => {
			if (!waiting.some((from) => from.has(key))) return false;
			return [old, now].some((graph) => [...reach(graph, names)].some((each) => isOwn.has(each)));
		})
	};
}
function graphOf(declarations) {
	const graph = /* @__PURE__ */ new Map();
	for (const each of declarations) {
		const same = graph.get(each.key);
		if (same === void 0) graph.set(each.key, [each]);
		else same.push(each);
	}
	return graph;
}
/** The keys that declarations lead to, themselves included. */
function reach(graph, from) {
	const seen = /* @__PURE__ */ new Set();
	const open = [...from];
	for (let key = open.pop(); key !== void 0; key = open.pop()) {
		if (seen.has(key) || !graph.has(key)) continue;
		seen.add(key);
		for (const each of graph.get(key) ?? []) open.push(...each.mentions());
	}
	return seen;
}

// src/weave/init-order/keep-order.ts
/**
* Keeps the order in which the package's own variables are initialised (ADR 13): variables of woven text on which one of these may wait go
* into files that the compiler gets first, where they are initialised before all others.
*/
function keepOrder(pkg, woven, added) {
	if (!woven.some((file) => file.mayChangeOrder)) return {
		woven,
		added,
		mayMoveOrder: false
	};
	const { request, grammar } = pkg;
	const parse = (name, text) => grammar.outline(sourceFile(name, text));
	const others = woven.flatMap(({ name, text, order }, at) => order === void 0 ? [{
		name,
		text: text ?? request.files[at]?.bytes ?? Buffer.alloc(0)
	}] : []);
	const { awaited, mayMove } = orderChange({
		woven: [...woven.flatMap(({ order }) => order?.() ?? []), ...added.map(({ name, text }) => fileOrder(void 0, parse(name, text), grammar))],
		others: () => others.map(({ name, text }) => parse(name, text)),
		mayDeclare: (key) => others.some(({ text }) => mayDeclare(text, key))
	});
	if (awaited.size === 0) return {
		woven,
		added,
		mayMoveOrder: mayMove
	};
	const early = [];
	let left = 0;
	const part = (file) => {
		const { text } = file;
		if (text === void 0 || ![...awaited].some((key) => mayDeclare(text, key))) return file;
		const parted = takeVariables(text, awaited, {
			name: file.name,
			grammar,
			packageName: request.packageName
		});
		if (parted === "none") return file;
		if (parted === "kept") {
			left++;
			return file;
		}
		const source = {
			name: addedName(pkg, "vars.go"),
			text: parted.early,
			imports: parted.imports,
			links: [],
			first: true
		};
		pkg.added.set(`variables of ${file.name}`, source);
		early.push(source);
		return {
			...file,
			text: parted.rest
		};
	};
	return {
		woven: woven.map(part),
		added: [...early, ...added.map(part)],
		mayMoveOrder: mayMove || left > 0
	};
}

// src/weave/1-select/test-build.ts
/** Whether a package is compiled with test files, or is the program that `go test` makes. */
function isTestBuild({ files }) {
	return files.some(({ name }) => /(^|[\\/])(_testmain|[^\\/]*_test)\.go$/.test(name));
}

// src/weave/3-match/match-file.ts
/** Indexes aspects by node kind; their order stays. */
function watchFor(aspects) {
	const kinds = aspects.map((aspect) => kindsOf(aspect.joinPoint));
	const named = new Set(kinds.flatMap((list) => list === "any" ? [] : list));
	return {
		byKind: new Map([...named].map((kind) => [kind, aspects.filter((_, i) => kinds[i] === "any" || kinds[i].includes(kind))])),
		everywhere: aspects.filter((_, i) => kinds[i] === "any")
	};
}
/**
* Offers the nodes of a file to the aspects, children before parents, as Orchestrion does: an aspect sees what earlier
* ones did to the parts of its node. Declarations that advice appends meanwhile are walked after the file's own.
*
* @param appended grows while the walk goes on
*/
function matchFile(file, appended, walk) {
	const { root, source } = file.tree;
	if (isIgnored(file)) return;
	let end = 0;
	for (const child of root.children) {
		const start = end;
		end = child.end;
		if (child.kind !== "function_declaration" && child.kind !== "method_declaration") {
			walkTree(file, child, walk);
			continue;
		}
		const declaration = source.text.slice(start, end);
		if (!walk.mayMatch({
			text: declaration,
			declaration,
			isBody: false
		})) continue;
		const body = child.field("body");
		const text = body === void 0 ? "" : source.text.slice(body.start, body.end);
		walkTree(file, child, walk, body !== void 0 && !walk.mayMatch({
			text,
			declaration,
			isBody: true
		}) ? body : void 0);
	}
	for (let i = 0; i < appended.length; i++) {
		const unit = appended[i];
		for (const child of unit.tree.root.children) if (child.kind !== "package_clause") walkTree(unit, child, walk);
	}
	offer(file, root, "File", walk);
}
/** @param left a node that is offered without what is in it */
function walkTree(unit, top, walk, left) {
	const ignored = ignoredStarts(unit);
	const path = [top];
	const nexts = [0];
	for (let at = 0; at >= 0;) {
		const node = path[at];
		const next = nexts[at];
		if (next === 0 && ignored.size > 0 && ignored.has(node.start) && kindOf(node, unit.tree) !== void 0) at--;
		else if (node !== left && next < node.children.length) {
			nexts[at] = next + 1;
			at++;
			path[at] = node.children[next];
			nexts[at] = 0;
		} else {
			at--;
			offerAll(unit, node, walk);
		}
	}
}
function offerAll(unit, syntax, walk) {
	const kind = kindOf(syntax, unit.tree);
	if (kind === void 0) return;
	if (kind === "DeclStmt") offer(unit, syntax, "GenDecl", walk);
	offer(unit, syntax, kind, walk);
}
function offer(unit, syntax, kind, { watch, ctx, onMatch }) {
	const interested = watch.byKind.get(kind) ?? watch.everywhere;
	if (interested.length === 0) return;
	const node = nodeOfKind(unit, syntax, kind);
	const matched = interested.filter((aspect) => matches(aspect.joinPoint, node, ctx));
	if (matched.length > 0) onMatch(node, matched);
}
/** Whether a comment keeps a whole file from being woven, or, with `node`, the node or something around it. */
function isIgnored(file, node) {
	const starts = ignoredStarts(file);
	const clause = file.tree.root.children.find((child) => child.kind === "package_clause");
	if (clause !== void 0 && starts.has(clause.start)) return true;
	for (let up = node; up !== void 0 && up.kind !== "source_file"; up = up.parent) if (starts.has(up.start) && kindOf(up, file.tree) !== void 0) return true;
	return false;
}
const ignores = /^\/\/(?:orchestrion|dd|gots):ignore(?: |$)/;
const none = /* @__PURE__ */ new Set();
const known = /* @__PURE__ */ new WeakMap();
/** Offsets of the tokens above which a comment says that what starts there is to be left alone. */
function ignoredStarts(unit) {
	if (unit.tree.comments.length === 0) return none;
	let starts = known.get(unit);
	if (starts === void 0) {
		const { text } = unit.tree.source;
		starts = !text.includes(":ignore") ? none : new Set([...allLeading(unit)].filter(([, texts]) => texts.some((t) => ignores.test(t))).map(([at]) => at));
		known.set(unit, starts);
	}
	return starts;
}

// src/weave/4-advise/order.ts
/**
* The advice of all aspects that match one node, in the order in which it is applied: by namespace, by `order`, and as
* defined. Advice that cannot carry them counts as order 0 of the default namespace, which comes after every other.
*/
function adviceInOrder(aspects) {
	return aspects.flatMap((aspect) => aspect.advice.map((advice) => ({
		aspect,
		advice,
		rank: rankOf(advice)
	}))).sort((a, b) => byNamespace(a.rank, b.rank) || a.rank.order - b.rank.order);
}
function rankOf(advice) {
	return kindOfAdvice(advice).rank?.(advice) ?? { order: 0 };
}
/** Bytes of UTF-8 decide, as in Go; JavaScript's own order is that of UTF-16 and differs beyond the first plane. */
function byNamespace(a, b) {
	const [left = "", right = ""] = [a.namespace, b.namespace];
	if (left === right) return 0;
	if (left === "") return 1;
	if (right === "") return -1;
	return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

// src/weave/4-advise/apply.ts
/**
* Applies the advice of all aspects that matched one node, each to what the one before left.
*
* @returns one record for each aspect
* @throws GotsError advice_wrong_node, template_…
*/
function applyAdvice(session, slot, aspects) {
	for (const { advice } of adviceInOrder(aspects)) {
		const { onNode, templates } = kindOfAdvice(advice);
		if (onNode === void 0) throw new Error(`${advice.kind} changes packages, not nodes`);
		if (onNode.mayMoveOrder) session.effects.add("moves order");
		if (onNode.mayHideErrors(advice, slot)) session.effects.add("hides errors");
		onNode.apply(advice, {
			session,
			slot,
			node: current(slot),
			span: advice.span
		});
		for (const { lang } of templates(advice)) if (lang) session.langs.add(lang);
	}
	const at = spanOf(slot.unit, slot.syntax.start);
	return aspects.map((aspect) => ({
		aspect: aspect.id,
		aspectSpan: aspect.span,
		what: `${aspect.joinPoint.kind} ${slot.kind}`,
		at
	}));
}

// src/weave/weave-file.ts
/** One file; `aspects` are those that can match in it. */
function weaveFile(pkg, file, aspects) {
	const untouched = {
		name: file.name,
		imports: [],
		links: [],
		langs: [],
		matches: [],
		mayHideErrors: false,
		mayChangeOrder: false
	};
	if (aspects.length === 0) return untouched;
	const source = sourceFile(file.name, file.bytes);
	const tree = pkg.tools.grammar.outline(source);
	if (tree.hasErrors) {
		if (pkg.tools.acceptBroken) return untouched;
		const at = tree.firstError ?? 0;
		weaveSyntaxUnknown(spanAt(source, at), lineAt(source, at));
	}
	const unit = {
		tree,
		rendered: void 0,
		changes: noChanges(),
		nodes: /* @__PURE__ */ new Map()
	};
	const session = openSession(pkg, unit);
	freeNames(unit, pkg.session.own);
	const matches = advise(session, aspects, rawFile(file.bytes));
	if (matches.length === 0) return untouched;
	const finished = finish(session, matches);
	return {
		name: file.name,
		links: [...session.links],
		langs: [...session.langs],
		matches,
		...finished
	};
}
function openSession({ request, tools, packageLevel, session }, file) {
	const { facts } = request;
	const imports = importTable(file.tree, request.packageName);
	const ctx = {
		facts,
		file,
		imports,
		packageLevel,
		testBuild: isTestBuild(request),
		oracle: tools.oracle
	};
	const names = importNames(imports, session.own);
	return {
		pkg: session,
		ctx,
		file,
		grammar: tools.grammar,
		names,
		version: request.weaverVersion,
		appended: [],
		declarations: [],
		injected: /* @__PURE__ */ new Map(),
		blankImports: /* @__PURE__ */ new Set(),
		links: /* @__PURE__ */ new Set(),
		langs: /* @__PURE__ */ new Set(),
		effects: /* @__PURE__ */ new Set()
	};
}
function advise(session, aspects, file) {
	const matches = [];
	const single = new Set(aspects.filter(isDoneOnce));
	const done = /* @__PURE__ */ new Set();
	matchFile(session.file, session.appended, {
		watch: watchFor(aspects),
		ctx: session.ctx,
		mayMatch: (part) => aspects.some((aspect) => !done.has(aspect) && reachOfPart(aspect.joinPoint, {
			facts: session.ctx.facts,
			file,
			part
		}) !== "none"),
		onMatch: (node, matched) => {
			const due = matched.filter((aspect) => !done.has(aspect));
			if (due.length === 0) return;
			matches.push(...applyAdvice(session, node, due));
			for (const aspect of due) if (single.has(aspect)) done.add(aspect);
		}
	});
	return matches;
}
/** A second time in the same file would change nothing; points that match every node are made for such advice. */
function isDoneOnce({ advice }) {
	return advice.every((each) => kindOfAdvice(each).onNode?.oncePerFile === true);
}
/**
* Splices the edits, then looks at the result: it must parse, and every import must be used. Only the result can tell
* whether one is, since templates refer to names of the file freely and later advice may drop what earlier advice made.
*/
function finish(session, matches) {
	const { file, names } = session;
	const edits = fileEdits(file, session);
	const added = [...names.added].map(([path, name]) => ({
		path,
		name
	}));
	const draft = parseDraft(session, [...edits, ...importEdits(session, added)], matches);
	const used = usedNames(draft, [...names.added.values()]);
	const kept = added.filter(({ name }) => name !== void 0 && used.has(name));
	const stale = staleImports(session, draft).map((spec) => removeImport(file.tree, spec));
	const all = [
		...edits,
		...importEdits(session, kept),
		...stale
	];
	const spliced = kept.length === added.length && stale.length === 0 ? draft.source.bytes : splice(file.tree.source, all);
	const text = all.length === 0 ? void 0 : spliced;
	const mayHideErrors = session.effects.has("hides errors") || usesIdleImport(file.tree, draft, session.ctx.imports.specs);
	const imports = [...kept.map(({ path }) => path), ...session.blankImports];
	const mayChangeOrder = session.effects.has("moves order");
	return {
		text,
		imports,
		mayHideErrors,
		mayChangeOrder,
		order: orderOf(session, draft, mayChangeOrder)
	};
}
/** Compared at once where that is known to be needed: the trees are at hand. They are not held by what is returned. */
function orderOf({ file, grammar }, draft, isNeeded) {
	if (isNeeded) {
		const order = fileOrder(file.tree, draft, grammar);
		return () => order;
	}
	return orderOfTexts(file.tree.source, draft.source, grammar);
}
function orderOfTexts(before, after, grammar) {
	return once(() => fileOrder(grammar.outline(before), grammar.outline(after), grammar));
}
function importEdits({ file, blankImports }, added) {
	const blanks = [...blankImports].filter((path) => !added.some((spec) => spec.path === path));
	const specs = [...added, ...blanks.map((path) => ({
		name: "_",
		path
	}))].sort((a, b) => a.path < b.path ? -1 : 1);
	const edit = importInsertion(file.tree, specs);
	return edit === void 0 ? [] : [edit];
}
/** Imports of the file that were used and are so no more. One whose name is only a guess is left alone. */
function staleImports({ file, ctx }, draft) {
	const specs = ctx.imports.specs.filter((spec) => spec.certain && spec.name !== "");
	const names = specs.map((spec) => spec.name);
	const after = usedNames(draft, names);
	const before = usedNames(file.tree, names.filter((name) => !after.has(name)));
	const stale = specs.filter(({ name }) => before.has(name));
	const [dot, ...others] = ctx.imports.dots;
	if (dot === void 0 || others.length > 0) return stale;
	return usesDotImport(file.tree, ctx.packageLevel()) && !usesDotImport(draft, ctx.packageLevel()) ? [...stale, dot] : stale;
}
function parseDraft(session, edits, matches) {
	const { source } = session.file.tree;
	const draft = sourceFile(source.name, splice(source, edits));
	const tree = session.grammar.outline(draft);
	readChanged(tree, session.file.tree);
	if (tree.hasErrors) {
		const at = tree.firstError ?? 0;
		const aspects = [...new Set(matches.map((match) => match.aspect))].filter((id) => id !== "");
		weaveBrokenOutput(spanAt(tree.source, at), aspects, lineAt(tree.source, at));
	}
	return tree;
}
/** Reads the bodies that are not those of a file: what is woven must parse, and what is not is as it was. */
function readChanged(draft, file) {
	const bodies = new Set(file.root.children.map((each) => bodyOf(file, each)));
	for (const each of draft.root.children) {
		const body = each.field("body");
		if (body?.isUnread && !bodies.has(bodyOf(draft, each))) body.children;
	}
}
function bodyOf({ source }, declaration) {
	const body = declaration.field("body");
	return body === void 0 ? void 0 : source.text.slice(body.start, body.end);
}
/** The rest of the line; where that is empty, the last line before it that is not. */
function lineAt(source, offset) {
	const end = source.text.indexOf("\n", offset);
	const rest = readable(source, offset, Math.min(end < 0 ? source.text.length : end, offset + 60)).trim();
	return rest !== "" ? rest : (readable(source, 0, offset).trimEnd().split("\n").at(-1) ?? "").trim();
}

// src/weave/weave-package.ts
/**
* One package through the pipeline: select, parse, match, advise, splice. Same request and aspects, same bytes.
*
* @param aspects in definition order; that some packages are not woven at all is for `aspectsForPackage` to see to
* @throws GotsError weave_…, template_…, advice_…: nothing is woven then
*/
function weavePackage(request, aspects, tools) {
	const texts = request.files.map(({ bytes }) => bytes);
	const foresight = noForesight();
	let { grammar } = tools;
	for (;;) try {
		return weaveWith(ownNames(texts, foresight), request, aspects, {
			...tools,
			grammar
		});
	} catch (error) {
		if (error instanceof UnreadableBody) grammar = wholeFiles(tools.grammar);
		else if (!(error instanceof WeaveAgain)) throw error;
	}
}
/** Without bodies that are left unread. */
function wholeFiles({ parse }) {
	return {
		parse,
		outline: parse
	};
}
function weaveWith(own, request, aspects, tools) {
	const reaches = new Map(aspects.map((aspect) => [aspect, reachOfPackage(aspect.joinPoint, request.facts)]));
	const matchesAll = (aspect) => reaches.get(aspect) === "every";
	const live = aspects.filter((aspect) => reaches.get(aspect) !== "none");
	const session = packageSession({
		request,
		grammar: tools.grammar,
		plugins: tools.plugins,
		own
	});
	const pkg = {
		request,
		tools,
		packageLevel: once(() => packageLevelNames(request, tools.grammar)),
		session
	};
	const whole = live.filter((aspect) => isOfPackage(aspect, matchesAll(aspect)));
	const matches = whole.flatMap((aspect) => changePackage(session, aspect, matchesAll(aspect)));
	const inFiles = live.filter((aspect) => !whole.includes(aspect));
	const woven = request.files.map((file) => {
		const instead = session.replaced.get(file.name);
		if (instead === void 0) return weaveFile(pkg, file, aspectsForFile(inFiles, file, request));
		const own = {
			name: file.name,
			bytes: instead.text
		};
		const { text = instead.text, imports, ...rest } = weaveFile(pkg, own, aspectsForFile(inFiles, own, request));
		return {
			...rest,
			text,
			imports: [...imports, ...instead.imports]
		};
	});
	if (own.isStale) throw new WeaveAgain();
	const names = predeclaredFile(session);
	const added = [...session.added.values(), ...names === void 0 ? [] : [names]];
	return merge(request, {
		...keepOrder(session, woven, added),
		matches,
		langs: names === void 0 ? [] : names.langs
	});
}
function aspectsForFile(live, file, { facts }) {
	if (live.length === 0) return [];
	const raw = rawFile(file.bytes);
	return live.filter((aspect) => reachOfFile(aspect.joinPoint, facts, raw) !== "none");
}
function packageLevelNames({ files }, grammar) {
	return new Set(files.flatMap((file) => topLevelNames(grammar.outline(sourceFile(file.name, file.bytes)))));
}
function merge({ facts }, { woven, added, matches, langs, mayMoveOrder }) {
	const sorted = (pick) => [...new Set([...woven, ...added].flatMap(pick))].sort();
	const imports = sorted((file) => file.imports).filter((path) => !facts.imports.has(path) && path !== facts.importPath);
	const links = sorted((file) => file.links).filter((path) => !imports.includes(path) && !facts.imports.has(path));
	return {
		files: woven.map(({ name, text }) => ({
			name,
			text
		})),
		added: added.map(({ name, text, first }) => first ? {
			name,
			text,
			first
		} : {
			name,
			text
		}),
		imports,
		links,
		lang: highest([...woven.flatMap((file) => file.langs), ...langs]),
		matches: [...matches, ...woven.flatMap((file) => file.matches)],
		mayHideErrors: matches.length > 0 || woven.some((file) => file.mayHideErrors),
		mayMoveOrder
	};
}
/** Of `go1.N`; by number, since go1.9 is lower than go1.18. */
function highest(langs) {
	const minor = (lang) => Number(/^go1\.([0-9]+)/.exec(lang)?.[1] ?? 0);
	return langs.reduce((best, lang) => best === "" || minor(lang) > minor(best) ? lang : best, "");
}

// src/weave/weave-with-types.ts
/**
* As `weavePackage`, with types: weaves, asks what it had to guess, and weaves again with the answers, until nothing is
* open. Most packages need no types and are weaved once; of those that do, most need one batch.
*
* @throws GotsError as `weavePackage`, and what `ask` throws
*/
async function weaveWithTypes(request, aspects, tools, ask) {
	return answered((oracle) => weavePackage(request, aspects, {
		...tools,
		oracle
	}), ask);
}
/**
* Computes something that asks for types: with guesses first, then with the answers to what was guessed, until nothing is open.
*
* @throws what `compute` throws with nothing open, and what `ask` throws
*/
async function answered(compute, ask) {
	const known = /* @__PURE__ */ new Map();
	for (;;) {
		const { oracle, open } = inquiry(known);
		const attempt = tryTo(() => compute(oracle));
		if (open.size === 0) {
			if ("error" in attempt) throw attempt.error;
			return attempt.value;
		}
		const questions = [...open];
		const answers = await ask(questions.map(([, question]) => question));
		questions.forEach(([key], at) => {
			const answer = answers[at];
			if (answer === void 0) throw new Error(`${questions.length} questions, ${answers.length} answers`);
			known.set(key, answer);
		});
	}
}
function tryTo(make) {
	try {
		return { value: make() };
	} catch (error) {
		return { error };
	}
}

export { isTestBuild as i, weaveWithTypes as n, isIgnored as r, answered as t };