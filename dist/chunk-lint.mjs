import "./chunk-rolldown-runtime.mjs";
import { n as plural } from "./chunk-amounts.mjs";
import { t as isPluginFile } from "./chunk-plugin-file.mjs";
import { r as dialectFacts } from "./chunk-facts.mjs";
import { Tt as textOf, _n as isNothing, a as kindsOf, an as fields, bn as guessPackageNames, bt as goNode, c as mentions, cn as listOf, dt as topLevelNames, gn as yamlText, hn as textsOf, ht as spanInTemplate, i as kindOfPoint, in as booleanOf, n as constantIn, nt as samePath, r as impliedImports, rt as selectorParts, s as membersOf, st as isDeclaredLocally, un as pairsOf, ut as specsOf, vn as attempt } from "./chunk-ask.mjs";
import { i as formatError, r as GotsError, t as diagnostic } from "./chunk-message.mjs";
import { n as suggest, t as nearest } from "./chunk-nearest.mjs";
import { A as importTable, _ as inconstantPart, c as fieldNames, k as noChanges, l as parseTemplate, n as kindOfAdvice, r as templatesOf, u as fromBytes } from "./chunk-advice.mjs";
import { n as weavingOf } from "./chunk-special-cases.mjs";
import { r as sourceFile, t as byteString } from "./chunk-source.mjs";
import { n as tokens } from "./chunk-tokens.mjs";
import { t as badUsage } from "./chunk-cli.mjs";
import { t as localTrees } from "./chunk-local-trees.mjs";
import { a as looseView, n as withLooseTypes, r as aspectsPlaceOf, t as readGrammar } from "./chunk-read-grammar.mjs";
import { t as packageFolders } from "./chunk-package-folders.mjs";
import { r as parseOptions } from "./chunk-read-options.mjs";
import { n as memberFolders } from "./chunk-decisive-files.mjs";
import { n as runGo } from "./chunk-go.mjs";
import { t as listPackages } from "./chunk-list.mjs";
import { t as configuredAspects } from "./chunk-configured.mjs";
import { i as unifiedDiff, n as formatted, t as plainText } from "./chunk-plain-text.mjs";
import { t as diskReader } from "./chunk-disk-reader2.mjs";
import { t as goFilesIn } from "./chunk-package-files.mjs";
import { s as weaverVersion } from "./chunk-plan.mjs";
import { t as pluginLoader } from "./chunk-plugins.mjs";
import { i as readYaml } from "./chunk-load-plugins.mjs";
import { _ as aspectMissingKey, o as aspectBadValue } from "./chunk-aspect.mjs";
import { n as aspectsForPackage } from "./chunk-package.mjs";
import { a as readPackages } from "./chunk-aspect-packages.mjs";
import { n as weaveWithTypes } from "./chunk-weave-with-types.mjs";
import { n as readIfThere } from "./chunk-read-if-there.mjs";
import { r as parseModFile } from "./chunk-mod-file.mjs";
import { tmpdir } from "node:os";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";

// src/report/texts/lint.ts
const texts = {
	aspect_never_matches: {
		code: "aspect_never_matches",
		message: "this join point can never match: %reason%",
		hint: "correct or remove it"
	},
	aspect_advice_misfit: {
		code: "aspect_advice_misfit",
		message: "%advice% needs %wanted%, but the join point matches %got%",
		hint: "%hint%"
	},
	aspect_template_member: {
		code: "aspect_template_member",
		message: "%of% has no \"%name%\"",
		hint: "%suggestion%"
	},
	aspect_template_no_function: {
		code: "aspect_template_no_function",
		message: ".Function.%name% fails where there is no function around the node%where%",
		hint: "match functions or their bodies, or ask for something that does without (ArgumentOfType, ResultOfType)"
	},
	aspect_import_unused: {
		code: "aspect_import_unused",
		message: "the template does not use its import \"%name%\" of %path%",
		hint: "remove it; where the package is only to be linked, use add-blank-import or links"
	},
	aspect_links_idle: {
		code: "aspect_links_idle",
		message: "\"links\" does nothing here: only \"inject-declarations\" links packages",
		hint: "remove it, or use add-blank-import"
	},
	aspect_advice_idle: {
		code: "aspect_advice_idle",
		message: "%advice% does nothing here: %other% in the same aspect changes the package before its nodes are looked at",
		hint: "move it to an aspect of its own"
	},
	aspect_import_unknown: {
		code: "aspect_import_unknown",
		message: "the template uses \"%name%\" without importing it, so it depends on the imports of the woven file",
		hint: "add \"%name%: %path%\" under \"imports:\""
	},
	aspect_duplicate_id: {
		code: "aspect_duplicate_id",
		message: "the id \"%id%\" is used twice, first at %file%:%line%",
		hint: "\"disable\" and reports cannot tell the two apart; rename one"
	},
	aspect_package_absent: {
		code: "aspect_package_absent",
		message: "no module of this build provides the package \"%path%\"",
		hint: "%suggestion%"
	},
	aspect_symbol_absent: {
		code: "aspect_symbol_absent",
		message: "the package \"%path%\" has no %what% \"%name%\"",
		hint: "%suggestion%"
	},
	aspect_value_no_constant: {
		code: "aspect_value_no_constant",
		message: "the constant %name% cannot have this value: %part% is no constant",
		hint: "write a constant expression"
	},
	aspect_case_failed: {
		code: "aspect_case_failed",
		message: "case \"%name%\": %problem%"
	}
};

// src/report/codes/lint.ts
/** An aspect, or an alternative in it, that matches nothing whatever it is asked about. */
function neverMatches(span, reason) {
	return diagnostic(texts.aspect_never_matches, { reason }, { span });
}
/** Advice that fails wherever the aspect matches. */
function adviceMisfit(span, advice, found) {
	return diagnostic(texts.aspect_advice_misfit, {
		advice,
		wanted: found.wanted,
		got: found.got,
		hint: found.hint
	}, { span });
}
/** A template that asks for something its node does not have. */
function templateMember(span, name, found) {
	return diagnostic(texts.aspect_template_member, {
		of: found.of,
		name,
		suggestion: found.known.length === 0 ? "print the node itself with `{{ . }}`" : suggest(name, found.known)
	}, { span });
}
/** A template that asks for the function around a node which may stand outside of all functions. */
function templateNoFunction(span, name, certain) {
	return diagnostic(texts.aspect_template_no_function, {
		name,
		where: certain ? ", and here there never is one" : ", at package level"
	}, { span });
}
/** An entry of `imports:` that the template does not use. */
function importUnused(span, name, path) {
	return diagnostic(texts.aspect_import_unused, {
		name,
		path
	}, { span });
}
/** `links` of a template that nothing follows. */
function linksIdle(span) {
	return diagnostic(texts.aspect_links_idle, {}, { span });
}
/** Advice for nodes beside advice that changes packages before any node is looked at. */
function adviceIdle(span, advice, other) {
	return diagnostic(texts.aspect_advice_idle, {
		advice,
		other
	}, { span });
}
/** A package name in a template that no import declares: it then means whatever the woven file means by it. */
function importUnknown(span, name, path) {
	return diagnostic(texts.aspect_import_unknown, {
		name,
		path
	}, { span });
}
/** Two aspects of one id. */
function duplicateId(span, id, first) {
	return diagnostic(texts.aspect_duplicate_id, {
		id,
		file: first.file,
		line: first.line
	}, { span });
}
/** A package that no module of the build provides. */
function packageAbsent(span, path, nearby) {
	return diagnostic(texts.aspect_package_absent, {
		path,
		suggestion: nearby === void 0 ? "the aspect matches nothing here; check the spelling" : `did you mean "${nearby}"?`
	}, { span });
}
/** A name that its package does not declare. */
function symbolAbsent(span, symbol, known) {
	return diagnostic(texts.aspect_symbol_absent, {
		path: symbol.path,
		what: symbol.what,
		name: symbol.name,
		suggestion: nearestOrCheck(symbol.name, known)
	}, { span });
}
function nearestOrCheck(name, known) {
	const text = suggest(name, known);
	return text.startsWith("did you mean") ? text : "check the name and the version of the module in use";
}
/** A value for a constant that can be none. */
function valueNoConstant(span, name, part) {
	return diagnostic(texts.aspect_value_no_constant, {
		name,
		part: part.replace(/\s+/g, " ")
	}, { span });
}
/** A case of a cases.yml that does not hold. */
function caseFailed(span, name, problem, detail) {
	return diagnostic(texts.aspect_case_failed, {
		name,
		problem
	}, {
		span,
		detail
	});
}

// src/lint/clash-of-names.ts
/** Points that ask for two names of one thing. */
function clashOfNames(literals) {
	const seen = /* @__PURE__ */ new Map();
	for (const { point, negated } of literals) {
		if (negated) continue;
		for (const [what, value] of kindOfPoint(point).lint.fixes(point)) {
			const before = seen.get(what);
			if (before !== void 0 && before !== value) return {
				point,
				reason: `${what} is not both ${before} and ${value}`
			};
			seen.set(what, value);
		}
	}
}

// src/lint/conjunctions.ts
/** Beyond this many, a point is not analysed: real ones have a few. */
const limit = 1e3;
/**
* A point as alternatives, each a list of literals that must hold together. No alternative: it matches nothing; an empty
* alternative: it matches everything.
*
* @returns undefined where there would be too many
*/
function conjunctions(point, negated = false) {
	const { combines } = kindOfPoint(point);
	if (combines === "none" || typeof combines === "object") return [[{
		point,
		negated
	}]];
	const points = membersOf(point);
	if (points.length === 0) return negated ? [[]] : [];
	const members = points.map((member) => conjunctions(member, combines === "not" !== negated));
	return combines === "all" !== negated ? product(members) : sum(members);
}
function sum(members) {
	const all = members.flatMap((member) => member ?? []);
	return members.includes(void 0) || all.length > limit ? void 0 : all;
}
function product(members) {
	let all = [[]];
	for (const member of members) {
		if (member === void 0 || all.length * member.length > limit) return void 0;
		all = all.flatMap((left) => member.map((right) => [...left, ...right]));
	}
	return all;
}

// src/lint/node-kinds.ts
const words$1 = {
	BlockStmt: "a block",
	CallExpr: "a call",
	CompositeLit: "a literal",
	FuncDecl: "a function",
	FuncLit: "a function",
	GenDecl: "a declaration",
	KeyValueExpr: "a field of a literal",
	TypeSpec: "a type definition",
	UnaryExpr: "an address",
	ValueSpec: "a variable or constant declaration"
};
/** Kinds of nodes for a message: `a function or a block`. */
function describeKinds(kinds) {
	if (kinds === "any") return "any node";
	return [...new Set(kinds.map((kind) => words$1[kind] ?? kind))].join(" or ");
}
/** Points that no one node satisfies together. */
function clashOfKinds(literals, base) {
	let left = base.kinds;
	let before;
	for (const { point, negated } of literals) {
		const kinds = negated ? "any" : kindsOf(point);
		if (kinds === "any") continue;
		const both = left === "any" ? kinds : kinds.filter((kind) => left.includes(kind));
		if (both.length === 0) return {
			point,
			reason: `${before === void 0 ? `"${base.asking}" asks about ${describeKinds(base.kinds)}` : `"${before.kind}" matches ${describeKinds(left)}`}, and "${point.kind}" ${describeKinds(kinds)}; no node is both`
		};
		left = both;
		before ??= point;
	}
}
/** Advice that fails wherever the aspect matches, since it can be applied to none of the nodes that do. */
function misfits(aspect) {
	const kinds = kindsOf(aspect.joinPoint);
	if (kinds === "any" || kinds.length === 0) return [];
	return aspect.advice.flatMap((advice) => {
		const fit = kindOfAdvice(advice).onNode?.fits;
		if (fit === void 0 || kinds.some(fit.accepts)) return [];
		return [{
			advice,
			wanted: fit.wanted,
			hint: fit.hint,
			got: describeKinds(kinds)
		}];
	});
}

// src/lint/package-clash.ts
/** Points that no one package satisfies together. */
function clashOfPackages(literals, internal) {
	const [first, ...others] = literals.flatMap(({ point, negated }) => {
		const path = negated ? void 0 : kindOfPoint(point).lint.home(point);
		return path === void 0 ? [] : [{
			point,
			path
		}];
	});
	const other = others.find(({ path }) => !samePath(path, first?.path));
	if (first !== void 0 && other !== void 0) return {
		point: other.point,
		reason: `no package is both "${first.path}" and "${other.path}"`
	};
	return (first && (unwoven(first, internal) ?? excluded(first.path, literals))) ?? clashOfFacts(literals);
}
function unwoven({ point, path }, internal) {
	if (path === "cmd" || path.startsWith("cmd/")) return {
		point,
		reason: `"${path}" is part of the go command's own tools, which are never woven`
	};
	const weaving = weavingOf(path);
	if (weaving === "never") return {
		point,
		reason: `"${path}" is never woven`
	};
	if (weaving === "internal" && !internal) return {
		point,
		reason: `"${path}" is only woven by aspects with "tracer-internal: true"`
	};
}
/** What the other points say of the only package in question. */
function excluded(home, literals) {
	for (const { point, negated } of literals) {
		const reason = kindOfPoint(point).lint.rulesOut(point, home, negated);
		if (reason !== void 0) return {
			point,
			reason
		};
	}
}
/** Two package names, or something that a package either is or is not. */
function clashOfFacts(literals) {
	const wanted = /* @__PURE__ */ new Map();
	for (const { point, negated } of literals) {
		const fact = kindOfPoint(point).lint.fact(point, negated);
		if (fact === void 0) continue;
		const before = wanted.get(fact.what);
		if (before !== void 0 && before !== fact.value) return {
			point,
			reason: fact.clash(before)
		};
		wanted.set(fact.what, fact.value);
	}
}

// src/lint/never-matches.ts
/**
* Finds the parts of an aspect's join point that can never match: the whole of it, or alternatives of a `one-of`.
* Only certain answers are given.
*/
function neverMatching(aspect) {
	const whole = whyNever(aspect.joinPoint, anywhere, aspect.tracerInternal);
	return whole === void 0 ? deadParts(aspect.joinPoint, [], aspect.tracerInternal) : [whole];
}
/** Alternatives that cannot match together with what must hold beside them. */
function deadParts(point, beside, internal) {
	const { combines } = kindOfPoint(point);
	const members = membersOf(point);
	if (combines === "all") return members.flatMap((member, at) => deadParts(member, [...beside, ...without(members, at)], internal));
	if (combines === "any") return members.flatMap((member) => {
		const dead = whyNever({
			kind: "all-of",
			points: [...beside, member],
			span: member.span
		}, anywhere, internal);
		return dead === void 0 ? deadParts(member, beside, internal) : [{
			point: member,
			reason: dead.reason
		}];
	});
	if (combines === "not" || combines === "none") return [];
	return members.flatMap((member) => deadParts(member, [], internal).filter(({ point: part }) => part !== member));
}
function without(list, at) {
	return list.filter((_, i) => i !== at);
}
const anywhere = {
	kinds: "any",
	asking: ""
};
/** @param base the nodes that the point is asked about */
function whyNever(point, base, internal) {
	const alternatives = conjunctions(point);
	if (alternatives === void 0) return void 0;
	const clashes = alternatives.map((literals) => clash(literals, base, internal));
	if (clashes.includes(void 0)) return void 0;
	const [first] = clashes;
	if (first === void 0) return {
		point,
		reason: `an empty "${point.kind}" matches nothing`
	};
	return clashes.length === 1 ? {
		...first,
		point: kindOfPoint(point).combines === "all" ? first.point : point
	} : {
		point,
		reason: first.reason
	};
}
function clash(literals, base, internal) {
	for (const { point, negated } of literals) {
		const reason = kindOfPoint(point).lint.impossible(point, negated);
		if (reason !== void 0) return {
			point,
			reason
		};
	}
	return opposites(literals) ?? clashOfKinds(literals, base) ?? clashOfPackages(literals, internal) ?? clashOfNames(literals) ?? clashElsewhere(literals, internal);
}
function opposites(literals) {
	const wanted = new Set(literals.filter(({ negated }) => !negated).map(({ point }) => meaning(point)));
	const excluded = literals.find(({ point, negated }) => negated && wanted.has(meaning(point)));
	return excluded && {
		point: excluded.point,
		reason: `it wants "${excluded.point.kind}" and excludes the same`
	};
}
/** A point as text, places left out. */
function meaning(point) {
	return JSON.stringify(point, (key, value) => key === "span" ? void 0 : value);
}
/** A member that is asked about another node is asked about one in the same package. */
function clashElsewhere(literals, internal) {
	const around = literals.filter(({ point }) => kindOfPoint(point).lint.aboutPackage).map(({ point, negated }) => negated ? {
		kind: "not",
		point,
		span: point.span
	} : point);
	for (const { point, negated } of literals) {
		const { combines } = kindOfPoint(point);
		if (negated || typeof combines !== "object") continue;
		const inner = whyNever({
			kind: "all-of",
			points: [...around, ...membersOf(point)],
			span: point.span
		}, {
			kinds: combines.elsewhere,
			asking: point.kind
		}, internal);
		if (inner !== void 0) return inner;
	}
}

// src/lint/template-imports.ts
/**
* Packages of the standard library whose name a template uses most likely in their sense, where it has no import of that
* name. Names that are as likely those of variables (`path`, `url`, `template`, `hash`) are left out.
*/
const standard = new Map("bufio bytes context crypto/tls database/sql encoding/json errors flag fmt io io/fs log log/slog maps math math/rand net net/http os os/exec os/signal path/filepath reflect regexp runtime runtime/debug slices sort strconv strings sync sync/atomic syscall testing time unicode unsafe".split(" ").map((path) => [path.slice(path.lastIndexOf("/") + 1), path]));
/** Compares the imports of a template with its text. */
function importUse(template) {
	const qualifiers = /* @__PURE__ */ new Map();
	const declared = /* @__PURE__ */ new Set();
	const words = wordsOf(goText(template));
	words.forEach(({ text, start }, at) => {
		if (words[at - 1]?.text === ".") return;
		if (words[at + 1]?.text !== ".") declared.add(text);
		else if (!qualifiers.has(text)) qualifiers.set(text, start);
	});
	const imports = Object.keys(template.imports);
	return {
		unused: imports.filter((name) => !qualifiers.has(name)),
		unknown: [...qualifiers].flatMap(([name, offset]) => {
			const path = standard.get(name);
			return path === void 0 || imports.includes(name) || declared.has(name) ? [] : [{
				name,
				path,
				offset
			}];
		})
	};
}
/** Words and marks; what stands in strings and comments is left out. */
function wordsOf(bytes) {
	const kept = (token) => token.kind === "word" || token.kind === "mark";
	return [...tokens(byteString(bytes))].filter(kept).map(({ start, end }) => ({
		text: bytes.toString("utf8", start, end),
		start
	}));
}
/** The template without its actions: blanks stand in their place, so that offsets stay and strings around them end. */
function goText({ source }) {
	const { trees } = parseTemplate("code.Template", source, ["Version"]);
	const text = Buffer.alloc(Buffer.byteLength(source), " ");
	const visit = (node) => {
		if (node.kind === "text") text.write(node.bytes, node.offset, "latin1");
		else if (node.kind === "list") node.nodes.forEach(visit);
		else if (node.kind === "if" || node.kind === "with" || node.kind === "range") {
			visit(node.list);
			if (node.otherwise) visit(node.otherwise);
		}
	};
	for (const { root } of trees.values()) visit(root);
	return text;
}

// src/lint/template-types.ts
const unknown = { kind: "unknown" };
const dotMembers = [
	"AST",
	"Function",
	"DirectiveArgs"
];
const functionMembers = Object.fromEntries([
	"Name",
	"QualifiedName",
	"Receiver",
	"Argument",
	"Result",
	"ArgumentOfType",
	"ResultOfType",
	"ArgumentThatImplements",
	"ResultThatImplements",
	"LastResultThatImplements",
	"FinalResultImplements"
].map((name) => [name, { kind: "plain" }]));
/** The type of `value.name`, or what is wrong with it. */
function memberType(type, name) {
	switch (type.kind) {
		case "dot":
			if (name === "AST") return {
				kind: "node",
				nodes: type.nodes
			};
			if (name === "Function") return { kind: "function" };
			return name === "DirectiveArgs" ? unknown : {
				of: "the dot of an aspect",
				known: dotMembers
			};
		case "function": return functionMembers[name] ?? {
			of: ".Function",
			known: Object.keys(functionMembers)
		};
		case "node": {
			const known = fieldNames(type.nodes);
			if (!known.includes(name)) return {
				of: nodeText(type.nodes),
				known
			};
			return name === "Copy" ? type : {
				kind: "node",
				nodes: "any"
			};
		}
		case "plain":
		case "unknown": return unknown;
	}
}
function nodeText(nodes) {
	return nodes === "any" ? "any node" : `a ${[...new Set(nodes)].join(" or ")}`;
}

// src/lint/template-members.ts
/**
* Follows what a template asks of its dot. Values whose type is not known (what functions return, items of lists) are let
* pass.
*
* @param template syntax is right
*/
function templateMembers(template, dot) {
	const walk = {
		bad: [],
		functions: []
	};
	const { trees, name } = parseTemplate("code.Template", template.source, ["Version"]);
	for (const [tree, { root }] of trees) {
		const type = tree === name ? dot : unknown;
		list(root, {
			dot: type,
			variables: /* @__PURE__ */ new Map([["$", type]]),
			ofFunction: /* @__PURE__ */ new Set(),
			hasFunction: false
		}, walk);
	}
	return walk;
}
function list({ nodes }, scope, walk) {
	let inside = scope;
	for (const node of nodes) inside = visit(node, inside, walk);
}
/** Returns the scope behind the node: it may declare variables. */
function visit(node, scope, walk) {
	switch (node.kind) {
		case "action": return pipe(node.pipe, scope, walk).scope;
		case "template":
			if (node.pipe) pipe(node.pipe, scope, walk);
			return scope;
		case "if":
		case "with":
		case "range":
			branch(node, scope, walk);
			return scope;
		case "list":
			list(node, scope, walk);
			return scope;
		case "text":
		case "break":
		case "continue": return scope;
	}
}
function branch(node, scope, walk) {
	const value = pipe(node.pipe, scope, walk, node.kind === "range");
	const dot = node.kind === "if" ? scope.dot : node.kind === "with" ? value.type : unknown;
	const hasFunction = scope.hasFunction || value.isOfFunction || isOfFunction(node.pipe, scope);
	list(node.list, {
		...value.scope,
		dot,
		hasFunction
	}, walk);
	if (node.otherwise) list(node.otherwise, value.scope, walk);
}
/** `{{ if $x }}`, where the variable holds something of the function. */
function isOfFunction({ commands: [command, ...others] }, { ofFunction }) {
	const [operand, ...more] = command?.args ?? [];
	return others.length === 0 && more.length === 0 && operand?.kind === "variable" && ofFunction.has(operand.name);
}
function pipe(node, scope, walk, isRange = false) {
	const asked = walk.functions.length;
	let type = unknown;
	for (const command of node.commands) type = commandType(command, scope, walk);
	if (node.commands.length !== 1) type = unknown;
	const [first] = node.commands[0]?.args ?? [];
	const isField = first?.kind === "field" || first?.kind === "variable";
	const isOfFunction = walk.functions.length > asked && node.commands.length === 1 && isField;
	if (node.variables.length === 0) return {
		type,
		scope,
		isOfFunction
	};
	const variables = new Map(scope.variables);
	const ofFunction = new Set(scope.ofFunction);
	for (const name of node.variables) if (isOfFunction && !node.assigns) ofFunction.add(name);
	else ofFunction.delete(name);
	for (const name of node.variables) variables.set(name, isRange || node.assigns ? unknown : type);
	return {
		type,
		scope: {
			...scope,
			variables,
			ofFunction
		},
		isOfFunction
	};
}
function commandType({ args }, scope, walk) {
	const [first, ...others] = args;
	for (const argument of others) operand(argument, scope, walk);
	return operand(first, scope, walk);
}
function operand(node, scope, walk) {
	switch (node.kind) {
		case "dot": return scope.dot;
		case "field": return members(scope.dot, node.names, {
			offset: node.offset,
			walk,
			scope
		});
		case "variable": return members(scope.variables.get(node.name) ?? unknown, node.fields, {
			offset: node.offset,
			walk,
			scope
		});
		case "chain": return members(operand(node.head, scope, walk), node.fields, {
			offset: node.offset,
			walk,
			scope
		});
		case "pipe": return pipe(node, scope, walk).type;
		case "identifier":
		case "number":
		case "bool":
		case "string":
		case "nil": return unknown;
	}
}
function members(start, names, at) {
	let type = start;
	for (const bytes of names) {
		const name = fromBytes(bytes);
		if (type.kind === "function" && !at.scope.hasFunction) at.walk.functions.push({
			name,
			offset: at.offset
		});
		const next = memberType(type, name);
		if ("kind" in next) type = next;
		else {
			at.walk.bad.push({
				...next,
				name,
				offset: at.offset
			});
			return unknown;
		}
	}
	return type;
}

// src/lint/lint-aspects.ts
const error = (diagnostic) => ({
	severity: "error",
	diagnostic
});
const warning = (diagnostic) => ({
	severity: "warning",
	diagnostic
});
/** What aspects say that cannot be meant, judged by themselves: no module and no Go source is looked at. */
function lintAspects(aspects) {
	return [...aspects.flatMap(lintAspect), ...duplicates(aspects).map(warning)];
}
function lintAspect(aspect) {
	const never = neverMatching(aspect).map(({ point, reason }) => warning(neverMatches(point.span, reason)));
	const unfit = misfits(aspect).map(({ advice, ...found }) => error(adviceMisfit(advice.span, advice.kind, found)));
	const idle = idleBeside(aspect).map(({ advice, other }) => warning(adviceIdle(advice.span, advice.kind, other.kind)));
	const kinds = kindsOf(aspect.joinPoint);
	const implied = impliedImports(aspect.joinPoint);
	const templates = aspect.advice.flatMap((advice) => templatesOf(advice).flatMap((template) => lintTemplate(template, advice, {
		kinds,
		implied
	})));
	return [
		...never,
		...unfit,
		...idle,
		...templates
	];
}
function lintTemplate(template, advice, { kinds, implied }) {
	const at = (offset) => spanInTemplate(template, offset);
	const nodes = kindOfAdvice(advice).onNode?.dotKinds?.(kinds, advice, template) ?? kinds;
	const { bad, functions } = templateMembers(template, {
		kind: "dot",
		nodes
	});
	const { unused, unknown } = importUse(template);
	const missing = unknown.filter(({ path }) => !implied.includes(path));
	return [
		...bad.map(({ name, offset, ...found }) => error(templateMember(at(offset), name, found))),
		...functions.flatMap((use) => functionProblem(use, at(use.offset), kinds)),
		...unused.map((name) => warning(importUnused(template.lines[0], name, template.imports[name] ?? ""))),
		...template.idleLinks === void 0 ? [] : [warning(linksIdle(template.idleLinks))],
		...missing.map(({ name, path, offset }) => warning(importUnknown(at(offset), name, path)))
	];
}
/** Those that answer nothing where there is no function. */
const quiet = /^(?:Argument|Result)OfType$|Implements?$/;
const always = /* @__PURE__ */ new Set([
	"FuncDecl",
	"FuncLit",
	"BlockStmt",
	"ReturnStmt",
	"ExprStmt",
	"DeferStmt"
]);
const never = /* @__PURE__ */ new Set(["File", "ImportSpec"]);
function functionProblem({ name }, span, kinds) {
	if (kinds === "any" || kinds.length === 0 || quiet.test(name)) return [];
	if (kinds.every((kind) => always.has(kind))) return [];
	const certain = kinds.every((kind) => never.has(kind));
	const found = templateNoFunction(span, name, certain);
	return [certain ? error(found) : warning(found)];
}
/** Advice that changes nodes, in an aspect that changes packages before any node is looked at. */
function idleBeside({ advice }) {
	const when = (each) => kindOfAdvice(each).onPackage?.when(each) ?? "never";
	const other = advice.find((each) => when(each) === "always");
	if (other === void 0) return [];
	return advice.filter((each) => when(each) === "never").map((each) => ({
		advice: each,
		other
	}));
}
function sharesId(advice) {
	return kindOfAdvice(advice).sharesId === true;
}
function duplicates(aspects) {
	const first = /* @__PURE__ */ new Map();
	return aspects.filter(({ dialect, advice }) => dialectFacts[dialect].hasIds && !advice.some(sharesId)).flatMap(({ id, span }) => {
		const before = first.get(id);
		if (id === "" || before === void 0) {
			first.set(id, span);
			return [];
		}
		return [duplicateId(span, id, before)];
	});
}

// src/lint/lint-constants.ts
/** Values for constants that can be none: a build would refuse them. */
function lintConstants(aspects, { known, grammar }) {
	const isConstant = (path, name) => {
		const isIn = ({ constants }) => constants.includes(name);
		const declared = known.declared(path, {
			words: [name],
			isIn
		});
		return declared !== void 0 && isIn(declared);
	};
	return aspects.flatMap(({ advice, joinPoint }) => advice.flatMap((each) => {
		const template = kindOfAdvice(each).valueTemplate?.(each);
		const name = template && constantIn(joinPoint, isConstant);
		const found = name && inconstantIn(template, grammar);
		return found ? [valueNoConstant(spanInTemplate(template, found.offset), name, found.text)] : [];
	}));
}
const prefix = "package p\n\nconst c = (";
/** The part of a template that makes its output no constant, where the template prints nothing but nodes. */
function inconstantIn({ source }, grammar) {
	const text = source.replace(/\{\{-?\s*\.[^{}]*\}\}/g, (action) => "1".padEnd(Buffer.byteLength(action)));
	const tree = grammar.parse(sourceFile("template", Buffer.from(`${prefix}${text}\n)\n`)));
	if (text.includes("{{") || tree.hasErrors) return void 0;
	const unit = {
		tree,
		rendered: void 0,
		changes: noChanges(),
		nodes: /* @__PURE__ */ new Map()
	};
	const value = (tree.root.children.at(-1)?.children[0])?.field("value")?.children[0];
	const node = value && goNode(unit, value);
	const part = node && inconstantPart(node);
	return part && {
		offset: part.syntax.start - 22,
		text: textOf(part)
	};
}

// src/lint/lint-packages.ts
/** Import paths that aspects speak of, sorted. */
function mentionedPaths(aspects) {
	return [...new Set(aspects.flatMap((aspect) => mentions(aspect.joinPoint).map(({ path }) => path)))].sort();
}
/** Packages that are not there, and names that they do not declare. */
function lintPackages(aspects, known) {
	const seen = /* @__PURE__ */ new Set();
	return aspects.flatMap((aspect) => mentions(aspect.joinPoint)).flatMap((mention) => {
		const found = lintMention(mention, known);
		const key = JSON.stringify(found);
		if (found === void 0 || seen.has(key)) return [];
		seen.add(key);
		return [found];
	});
}
function lintMention({ path, span, symbol }, known) {
	const declared = known.declared(path, symbol && soughtFor(symbol));
	if (declared === void 0) return packageAbsent(span, path, nearest(path, known.paths));
	if (symbol === void 0) return void 0;
	const names = namesFor(symbol, declared);
	if (names === void 0 || names.includes(symbol.name)) return void 0;
	const what = words[symbol.what];
	const owner = symbol.receiver === void 0 ? "" : `${symbol.receiver}.`;
	return symbolAbsent(span, {
		path,
		name: `${owner}${symbol.name}`,
		what
	}, names.map((name) => `${owner}${name}`));
}
function soughtFor(symbol) {
	const { name, receiver } = symbol;
	return {
		words: receiver === void 0 ? [name] : [name, receiver],
		isIn: (declared) => namesFor(symbol, declared)?.includes(name) === true
	};
}
const words = {
	type: "type",
	method: "method",
	declaration: "function, type, variable or constant",
	"declaration or method": "function, method, type, variable or constant"
};
function namesFor({ what, receiver }, { topLevel, methods }) {
	if (what === "type" || what === "declaration") return topLevel;
	if (what === "method") return topLevel.includes(receiver ?? "") ? methods.get(receiver ?? "") ?? [] : void 0;
	return [...topLevel, ...[...methods.values()].flat()];
}
/** Collects what the files of a package declare. */
function declaredIn(trees) {
	const methods = /* @__PURE__ */ new Map();
	for (const tree of trees) for (const node of tree.root.children) {
		const name = node.kind === "method_declaration" ? node.field("name") : void 0;
		if (name === void 0) continue;
		const receiver = baseType(tree, node.field("receiver"));
		methods.set(receiver, [...methods.get(receiver) ?? [], text(tree, name)]);
	}
	const constants = trees.flatMap((tree) => tree.root.children.filter(({ kind }) => kind === "const_declaration").flatMap((declaration) => specsOf(declaration).flatMap((spec) => spec.fields("name"))).map((name) => text(tree, name)));
	return {
		topLevel: trees.flatMap(topLevelNames),
		constants,
		methods
	};
}
/** `T` of a receiver `(t *T[K])`. */
function baseType(tree, receiver) {
	const type = receiver?.children[0]?.field("type");
	return type === void 0 ? "" : /^[*(\s]*([\p{L}_][\p{L}\p{Nd}_]*)/u.exec(text(tree, type))?.[1] ?? "";
}
function text(tree, node) {
	return tree.source.bytes.toString("utf8", node.start, node.end);
}

// src/cli/commands/lint/format-problems.ts
const formats = [
	"text",
	"json",
	"github"
];
/**
* Problems as they are printed.
*
* `text`: a line for each, warnings marked. `json`: one array. `github`: workflow commands, which become annotations.
*/
function formatProblems(problems, format) {
	switch (format) {
		case "text": return problems.map((problem) => `${textLine(problem)}\n`).join("");
		case "json": return `${JSON.stringify(problems.map(jsonOf), void 0, 2)}\n`;
		case "github": return problems.map((problem) => `${annotation(problem)}\n`).join("");
	}
}
function textLine({ severity, diagnostic }) {
	const message = severity === "warning" ? `warning: ${diagnostic.message}` : diagnostic.message;
	return formatError(new GotsError({
		...diagnostic,
		message
	}));
}
function jsonOf({ severity, diagnostic }) {
	const { code, message, hint, span, detail } = diagnostic;
	return {
		severity,
		code,
		message,
		hint,
		detail,
		...span
	};
}
/** @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions, "Setting an error message" */
function annotation({ severity, diagnostic }) {
	const { code, span } = diagnostic;
	const place = span ? {
		file: span.file,
		line: String(span.line),
		col: String(span.column)
	} : {};
	return `::${severity} ${Object.entries({
		...place,
		title: code
	}).map(([key, value]) => `${key}=${escapeProperty(value)}`).join(",")}::${escapeData(bodyOf(diagnostic))}`;
}
function bodyOf({ message, hint, detail }) {
	return `${message}${hint ? `; ${hint}` : ""}${detail ? `\n${detail}` : ""}`;
}
function escapeData(text) {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(text) {
	return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// src/cli/commands/lint/known-packages.ts
/**
* Looks packages up in the module of the working directory.
*
* @param paths those that will be asked about
* @throws GotsError cli_go_failed
*/
async function knownPackages(paths, go, reading) {
	const plain = paths.filter((path) => /^[^\s.-][^\s]*$/.test(path));
	const listed = plain.length === 0 ? [] : await listPackages([
		"-find",
		"--",
		...plain
	], go);
	const byPath = new Map(listed.filter(isThere).map((listing) => [listing.ImportPath, listing]));
	const isComplete = paths.every((path) => byPath.has(path));
	const read = /* @__PURE__ */ new Map();
	return {
		folders: [...byPath.values()].flatMap(({ Dir }) => Dir ?? []),
		paths: isComplete ? [...byPath.keys()] : await allPaths(go),
		declared: (path, sought) => {
			const listing = byPath.get(path);
			if (listing === void 0) return void 0;
			const reader = read.get(path) ?? new PackageReader(filesOf$1(listing), reading);
			read.set(path, reader);
			return sought === void 0 ? reader.known() : reader.find(sought);
		}
	};
}
/** A package whose files are all left out by constraints is there as well. */
function isThere({ Dir, GoFiles, CgoFiles, IgnoredGoFiles, TestGoFiles, XTestGoFiles }) {
	return Dir !== void 0 && [
		GoFiles,
		CgoFiles,
		IgnoredGoFiles,
		TestGoFiles,
		XTestGoFiles
	].some((files) => files);
}
function filesOf$1({ Dir = "", GoFiles = [], CgoFiles = [], IgnoredGoFiles = [] }) {
	return [
		...GoFiles,
		...CgoFiles,
		...IgnoredGoFiles
	].map((name) => join(Dir, name));
}
/** Reads what a package declares, of its files only those that it has to. */
var PackageReader = class {
	files;
	grammar;
	trees = /* @__PURE__ */ new Map();
	constructor(paths, { grammar, view }) {
		this.files = paths.map((path) => sourceFile(path, view.read(path) ?? Buffer.alloc(0)));
		this.grammar = grammar;
	}
	/** @see KnownPackages.declared */
	find({ words, isIn }) {
		if (isIn(this.known())) return this.known();
		for (const file of likely(this.files, words)) {
			this.parse(file);
			if (isIn(this.known())) return this.known();
		}
		for (const file of this.files) this.parse(file);
		return this.known();
	}
	/** Of the files that were parsed so far. */
	known() {
		return declaredIn(this.files.flatMap((file) => this.trees.get(file) ?? []));
	}
	parse(file) {
		if (!this.trees.has(file)) this.trees.set(file, this.grammar.parse(file));
	}
};
/** The files with some of the words; first those in which a declaration seems to begin with one. */
function likely(files, words) {
	const names = words.map((word) => word.replace(/[^\p{L}\p{Nd}_]/gu, "\\$&")).join("|");
	const start = new RegExp(`^(?:func\\s+(?:\\([^)]*\\)\\s*)?|(?:type|var|const)\\s+|\\s+)(?:${names})\\b`, "m");
	const some = files.filter(({ bytes }) => words.some((word) => bytes.includes(word)));
	const isLikely = some.map(({ bytes }) => start.test(bytes.toString("utf8")));
	return [...some.filter((_, at) => isLikely[at]), ...some.filter((_, at) => !isLikely[at])];
}
/** Everything that the module's packages import, and the standard library. */
async function allPaths(go) {
	const { stdout } = await runGo([
		"list",
		"-e",
		"-deps",
		"-f",
		"{{.ImportPath}}",
		"./...",
		"std"
	], go);
	return [...new Set(stdout.split("\n"))].filter((path) => path !== "" && !path.startsWith("vendor/"));
}

// src/cli/commands/lint/read-aspects.ts
/**
* Reads aspect files and all they extend, collecting every problem. Nothing named: what a build would use.
*
* @throws GotsError where there is nothing to read at all
*/
async function readAspects(names, place) {
	const { cwd } = place;
	const problems = [];
	const sink = (problem) => void problems.push({
		severity: "error",
		diagnostic: diagnosticOf(problem)
	});
	const read = /* @__PURE__ */ new Set();
	const watch = (below) => ({
		...below,
		read: (path) => {
			read.add(path);
			return below.read(path);
		}
	});
	const loaded = await configuredAspects(place, {
		named: names,
		cwd,
		sink,
		watch
	});
	const isWhole = problems.length === 0;
	for (const diagnostic of loaded.warnings) if (isWhole || diagnostic.code !== "aspect_disable_unused") problems.push({
		severity: "warning",
		diagnostic
	});
	return {
		...loaded,
		problems,
		read: [...read]
	};
}
function diagnosticOf({ code, message, hint, span, detail }) {
	return {
		code,
		message,
		hint,
		span,
		detail
	};
}
/** Names files as they are called from the working directory, and puts problems in the order of files and lines. */
function problemsInOrder(problems, files, cwd) {
	const paths = new Map(files.map(({ display, path }) => [display, path]));
	return problems.map(({ severity, diagnostic }) => {
		const { span } = diagnostic;
		const path = span && paths.get(span.file);
		if (span === void 0 || path === void 0) return {
			severity,
			diagnostic
		};
		return {
			severity,
			diagnostic: {
				...diagnostic,
				span: {
					...span,
					file: relative(cwd, path) || path
				}
			}
		};
	}).sort((a, b) => bySpan(a.diagnostic.span, b.diagnostic.span));
}
function bySpan(a, b) {
	if (a === void 0 || b === void 0) return a === b ? 0 : a === void 0 ? -1 : 1;
	if (a.file !== b.file) return a.file < b.file ? -1 : 1;
	return a.line - b.line || a.column - b.column;
}

// src/lint/cases/read-cases.ts
const common = [
	"name",
	"package",
	"root-module",
	"module",
	"go-version",
	"test-main",
	"input",
	"files"
];
const ofWoven = [
	...common,
	"expected",
	"contains",
	"imports",
	"links",
	"aspects"
];
/**
* Reads a `cases.yml`.
*
* @throws GotsError aspect_… where problems are not collected
*/
function readCases(file, problems) {
	const root = attempt(problems, () => readYaml(file.bytes, file.display, problems));
	if (root === void 0 || isNothing(root)) return [];
	const ctx = {
		...problems,
		strict: true,
		warn: () => void 0
	};
	const found = attempt(problems, () => fields(ctx, root, {
		where: "the file",
		known: ["weaves", "leaves"]
	}));
	const list = (entry, weaves) => {
		return ((entry && attempt(problems, () => listOf(entry.value, `"${entry.key}"`).items)) ?? []).map((item) => attempt(problems, () => readCase(item, weaves, problems))).filter((each) => each !== void 0);
	};
	return [...list(found?.weaves, true), ...list(found?.leaves, false)];
}
function readCase(node, weaves, problems) {
	const where = "a case";
	const known = weaves ? ofWoven : common;
	const found = fields({
		...problems,
		strict: true,
		warn: () => void 0
	}, node, {
		where,
		known
	});
	const text = (entry) => entry && yamlText(entry.value, `"${entry.key}"`);
	const texts = (entry) => textsOf(entry).map((item) => item.text);
	const name = text(found.name);
	if (name === void 0 || name === "") return aspectMissingKey(node.span, "name", where);
	const input = filesOf(found.input, "input.go") ?? filesOf(found.files, "input.go");
	if (input === void 0) return aspectMissingKey(node.span, "input", where);
	const expected = filesOf(found.expected, "input.go") ?? {};
	for (const file of Object.keys(expected)) if (!Object.hasOwn(input, file)) aspectBadValue(found.expected?.span ?? node.span, "\"expected\"", file, "a file of the input");
	return {
		name,
		span: node.span,
		weaves,
		importPath: text(found.package) ?? "example.com/app",
		rootModule: text(found["root-module"]) ?? "example.com/app",
		module: found.module && moduleOf(found.module),
		goVersion: text(found["go-version"]),
		testMain: found["test-main"] ? booleanOf(found["test-main"].value, "\"test-main\"") : false,
		input,
		expected,
		contains: texts(found.contains),
		imports: texts(found.imports),
		links: texts(found.links),
		aspects: texts(found.aspects)
	};
}
/** One text, or a mapping from file names to texts. */
function filesOf(entry, name) {
	if (entry === void 0) return void 0;
	return entry.value.kind === "map" ? pairsOf(entry.value, `"${entry.key}"`) : { [name]: yamlText(entry.value, `"${entry.key}"`) };
}
/** `path@version`, or a path alone for a module in a folder. */
function moduleOf(entry) {
	const [path = "", version = ""] = yamlText(entry.value, "\"module\"").split("@");
	if (path === "") aspectBadValue(entry.value.span, "\"module\"", path, "path@version");
	return {
		path,
		version
	};
}

// src/lint/cases/compare-go.ts
/**
* A Go file as what it says: its tokens without comments, separators that may be left out and the names of its imports. Two
* files with the same answer are the same program, however they are written and whatever they call their imports.
*/
function canonicalGo(tree) {
	const { specs, byName } = importTable(tree, () => void 0);
	const paths = /* @__PURE__ */ new Map();
	const imports = tree.root.children.filter((node) => node.kind === "import_declaration");
	forEachNode(tree.root, (node) => {
		if (node.kind !== "selector_expression" && node.kind !== "qualified_type") return;
		const { left } = selectorParts(node);
		if (left?.kind !== "identifier" && left?.kind !== "package_identifier") return;
		const name = tree.source.bytes.toString("utf8", left.start, left.end);
		const spec = byName.get(name);
		if (spec !== void 0 && !isDeclaredLocally(tree, left, name)) paths.set(left.start, JSON.stringify(spec.path));
	});
	const blank = specs.filter(({ kind }) => kind === "blank").map(({ path }) => `import _ ${JSON.stringify(path)}`);
	const isImport = ({ start }) => imports.some((node) => node.start <= start && start < node.end);
	const words = [...tokens(tree.source.text)].filter((token) => !isImport(token)).flatMap(({ kind, start, end }) => {
		const text = tree.source.text.slice(start, end);
		if (kind === "comment") return /^\/\/go:/.test(text) ? [text.trimEnd()] : [];
		return text === ";" ? [] : [paths.get(start) ?? text];
	});
	const closing = /* @__PURE__ */ new Set([
		")",
		"}",
		"]"
	]);
	return [...blank.sort(), ...words.filter((word, at) => word !== "," || !closing.has(words[at + 1] ?? ""))];
}
function forEachNode(root, visit) {
	const open = [root];
	for (let node = open.pop(); node !== void 0; node = open.pop()) {
		visit(node);
		open.push(...node.children);
	}
}
/**
* Whether the tokens of a piece of Go stand in a row in a file. Blanks, comments and positions do not count; a package is named as
* in the file, or as its path suggests.
*
* @param file as {@link canonicalGo} gives it
*/
function containsGo(file, piece) {
	const text = byteString(Buffer.from(piece));
	const wanted = [...tokens(text)].filter(({ kind }) => kind !== "comment").map(({ start, end }) => text.slice(start, end)).filter((word) => word !== ";");
	return file.some((_, at) => wanted.every((word, i) => isWord(file[at + i], word)));
}
function isWord(found, wanted) {
	if (found === void 0 || found === wanted) return found !== void 0;
	return found.startsWith("\"") && guessPackageNames(found.slice(1, -1)).includes(wanted);
}

// src/lint/cases/run-case.ts
/** Weaves the input of a case twice and says what is not as the case wants it. */
async function runCase(each, aspects, around) {
	const failed = (problem, detail) => caseFailed(each.span, each.name, problem, detail);
	try {
		const request = requestOf(each, around);
		const live = aspectsForPackage(aspects, request.facts);
		const woven = await around.weave(request, live);
		if (!isSame(woven, await around.weave(request, live))) return [failed("two weaves of the same package differ; whatever aspects do must depend on the package alone")];
		return each.weaves ? checkWoven(each, woven, around, failed) : checkLeft(woven, failed);
	} catch (error) {
		if (!(error instanceof GotsError)) throw error;
		return [failed("weaving fails", formatError(error))];
	}
}
function requestOf(each, { grammar, packageFiles, weaverVersion }) {
	const files = Object.entries(each.input).map(([name, text]) => ({
		name,
		bytes: Buffer.from(text)
	}));
	const specs = files.flatMap((file) => importTable(grammar.parse(sourceFile(file.name, file.bytes)), () => void 0).specs);
	const { importPath, rootModule, module, goVersion, testMain } = each;
	return {
		facts: {
			importPath,
			imports: new Set(specs.map(({ path }) => path)),
			testMain,
			rootModule,
			module,
			goVersion
		},
		files,
		packageName: () => void 0,
		packageFiles,
		weaverVersion
	};
}
function isSame(a, b) {
	const shown = ({ files, added, ...others }) => JSON.stringify([others, [...files, ...added].map(({ name, text }) => [name, text?.toString("latin1")])]);
	return shown(a) === shown(b);
}
function checkLeft({ files, added, matches }, failed) {
	const changed = files.some(({ text }) => text !== void 0) || added.length > 0;
	const [match] = matches;
	if (match === void 0) return changed ? [failed("the package is changed and should be left")] : [];
	const { file, line, column } = match.at;
	return [failed(`"${match.aspect}" matches at ${file}:${line}:${column}, and the package should be left`)];
}
function checkWoven(each, woven, around, failed) {
	if (woven.matches.length === 0) return [failed("no aspect matches")];
	const matched = new Set(woven.matches.map(({ aspect }) => aspect));
	const texts = new Map(Object.entries(each.input).map(([name, input]) => {
		const text = woven.files.find((file) => file.name === name)?.text;
		return [name, text === void 0 ? input : plainText(text).toString("utf8")];
	}));
	const added = woven.added.map(({ text }) => plainText(text).toString("utf8"));
	const all = [...texts.values(), ...added].map((text) => canonicalGo(parse(text, around)));
	const missing = (what, wanted, has) => wanted.filter((item) => !has(item)).map((item) => failed(`${what} ${JSON.stringify(item)}`));
	return [
		...missing("no match of the aspect", each.aspects, (id) => matched.has(id)),
		...missing("no import of", each.imports, (path) => woven.imports.includes(path)),
		...missing("no link of", each.links, (path) => woven.links.includes(path) || woven.imports.includes(path)),
		...missing("the woven text does not contain", each.contains, (piece) => all.some((words) => containsGo(words, piece))),
		...Object.entries(each.expected).flatMap(([name, expected]) => {
			const actual = texts.get(name) ?? "";
			if (isSameGo(expected, actual, around)) return [];
			return [failed(`${name} is not woven as expected`, around.diff(name, expected, actual))];
		})
	];
}
function isSameGo(expected, actual, around) {
	const wanted = parse(expected, around);
	return !wanted.hasErrors && canonicalGo(wanted).join("\n") === canonicalGo(parse(actual, around)).join("\n");
}
function parse(text, { grammar }) {
	return grammar.parse(sourceFile("case.go", Buffer.from(text)));
}

// src/cli/commands/lint/folder-beside.ts
/** The folder that a package has in the module that an aspect file lies in, or undefined if it is none of that module. */
function folderBeside(path, aspectFolder) {
	for (let dir = aspectFolder;; dir = dirname(dir)) {
		const { module } = parseModFile(readIfThere(join(dir, "go.mod")));
		if (module !== "") return path === module || path.startsWith(`${module}/`) ? join(dir, path.slice(module.length)) : void 0;
		if (dir === dirname(dir)) return void 0;
	}
}

// src/cli/commands/lint/test-cases.ts
/** Runs the cases in each `cases.yml` that lies beside one of the aspect files: on the aspects of that folder and what they extend. */
async function testCases(aspectFiles, place, tools) {
	const problems = [];
	const files = [];
	let count = 0;
	for (const folder of [...new Set(aspectFiles.map(({ path }) => dirname(path)))]) {
		const path = join(folder, "cases.yml");
		const bytes = diskReader.read(path);
		if (bytes === void 0) continue;
		const beside = aspectFiles.filter((file) => dirname(file.path) === folder);
		const display = join(dirname(beside[0]?.display ?? ""), "cases.yml");
		files.push({
			path,
			display
		});
		const sink = (diagnostic) => void problems.push({
			severity: "error",
			diagnostic
		});
		const cases = readCases({
			display,
			bytes
		}, { sink });
		const { aspects, files: read } = await readAspects(beside.map((file) => file.path), {
			...place,
			cwd: folder
		});
		const plugins = await pluginLoader(read)(aspects);
		const wanted = [...new Set(aspects.flatMap(readPackages))];
		const folders = new Map(await tools.folders(wanted));
		for (const each of wanted) {
			const own = folders.has(each) ? void 0 : folderBeside(each, folder);
			if (own !== void 0) folders.set(each, own);
		}
		count += cases.length;
		const around = surroundings(tools, folders, plugins);
		for (const each of cases) (await runCase(each, aspects, around)).forEach(sink);
	}
	return {
		count,
		problems,
		files
	};
}
function surroundings({ grammar, gofmt, context, files }, folders, plugins) {
	return {
		grammar,
		weave: (request, live) => weaveCase(request, live, {
			grammar,
			plugins,
			context
		}),
		weaverVersion,
		packageFiles: (path) => {
			const folder = folders.get(path);
			return folder === void 0 ? void 0 : goFilesIn(folder, path, files);
		},
		diff: (name, expected, woven) => unifiedDiff({
			from: `expected/${name}`,
			to: `woven/${name}`
		}, formatted(expected, gofmt), formatted(woven, gofmt))
	};
}
/** The files of a case are written to a folder of their own where types are asked for. */
async function weaveCase(request, aspects, { context, ...tools }) {
	const folder = mkdtempSync(join(tmpdir(), "gots-case-"));
	try {
		return await withLooseTypes(request, {
			context,
			folder
		}, (ask) => weaveWithTypes(request, aspects, tools, (questions) => {
			for (const { name, bytes } of request.files) writeFileSync(join(folder, basename(name)), bytes);
			return ask(questions);
		}));
	} finally {
		rmSync(folder, {
			recursive: true,
			force: true
		});
	}
}

// src/cli/commands/lint.ts
/**
* `gots lint`: everything that is wrong with aspect files and all they extend.
*
* @returns 2 with errors, 0 without
* @throws GotsError cli_usage, and where there is nothing to read
*/
async function runLintCommand(line, context) {
	const options = readOptions(line);
	const { cwd } = context;
	const view = await looseView(context, options.flags, (reason) => context.log.warn(`packages and names are not checked: ${reason}`));
	const place = {
		...aspectsPlaceOf(view),
		cwd,
		files: view.files
	};
	const read = await readAspects(options.files, place);
	const ofModule = place.findPackages ? await moduleProblems(read, place, view.context) : {
		problems: [],
		folders: []
	};
	const cases = options.test ? await runCases(read, place, view) : {
		count: 0,
		problems: [],
		files: []
	};
	const found = [
		...read.problems,
		...lintAspects(read.aspects),
		...ofModule.problems,
		...cases.problems
	];
	const problems = problemsInOrder(found, [...read.files, ...cases.files], cwd);
	if (!options.test) context.followsFrom?.(sourcesOf(view, read, ofModule.folders));
	context.write(formatProblems(problems, options.format));
	const errors = problems.filter(({ severity }) => options.strict || severity === "error").length;
	if (options.format !== "json") context.log.warn(`${summary(read, errors, problems.length - errors)}${options.test ? `; ${cases.count} cases` : ""}`);
	return errors > 0 ? 2 : 0;
}
async function runCases({ files }, place, { context, goEnv: go, files: view }) {
	return testCases(files, place, {
		context: {
			...context,
			cwd: place.root
		},
		files: view,
		grammar: await readGrammar(),
		gofmt: go ? join(go.goRoot, "bin", "gofmt") : "gofmt",
		folders: async (paths) => place.findPackages ? packageFolders(paths, {
			...context,
			cwd: place.root
		}) : /* @__PURE__ */ new Map()
	});
}
function summary({ aspects, files }, errors, warnings) {
	return `${plural(aspects.length, "aspect")} in ${plural(files.length, "file")}: ${plural(errors, "error")}, ${plural(warnings, "warning")}`;
}
/** @throws GotsError cli_usage */
function readOptions({ aspectFiles, rest }) {
	const { has, value, operands, flags } = parseOptions("lint", rest);
	const format = value("format") ?? "text";
	return {
		format: formats.find((name) => name === format) ?? badUsage(`unknown format "${format}"`, `formats are ${formats.join(", ")}`),
		strict: has("strict"),
		test: has("test"),
		files: [...aspectFiles, ...operands],
		flags
	};
}
/** Checked for the user's own files: sets made for many programs name packages that few of them have. */
async function moduleProblems({ aspects, files }, { root, home, moduleCache, files: view }, { go, env }) {
	const foreign = [join(home, "aspects"), ...moduleCache ? [moduleCache] : []];
	const isForeign = (path) => foreign.some((dir) => !relative(dir, path).startsWith(".."));
	const own = new Set(files.filter(({ path }) => !isForeign(path)).map(({ display }) => display));
	const mine = aspects.filter((aspect) => own.has(aspect.span.file));
	if (mine.length === 0) return {
		problems: [],
		folders: []
	};
	const grammar = await readGrammar();
	const known = await knownPackages(mentionedPaths(mine), {
		go,
		cwd: root,
		env
	}, {
		grammar,
		view
	});
	return {
		problems: [...lintPackages(mine, known).map((diagnostic) => ({
			severity: "warning",
			diagnostic
		})), ...lintConstants(mine, {
			known,
			grammar
		}).map((diagnostic) => ({
			severity: "error",
			diagnostic
		}))],
		folders: known.folders
	};
}
/** What the answer follows from; undefined where it is not to be kept. */
function sourcesOf(view, read, packages) {
	const { goEnv, place, moduleDir } = view;
	if (goEnv === void 0 || place === void 0 || read.files.some(({ path }) => isPluginFile(path))) return void 0;
	const mains = [
		moduleDir,
		...place.configDirs,
		...memberFolders(goEnv.goWork)
	];
	const folders = goEnv.goWork === "" ? packages : [dirname(goEnv.goWork), ...packages];
	return {
		goEnv,
		inputs: [
			...read.read,
			...read.folders,
			...read.absent
		],
		sources: {
			trees: localTrees(mains, goEnv.goWork),
			folders
		}
	};
}

export { runLintCommand };