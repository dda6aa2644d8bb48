import "./chunk-rolldown-runtime.mjs";
import { r as fileInNoPackage, t as badUsage } from "./chunk-cli.mjs";
import { F as reachOfFile, P as rawFile, l as isTopLevel } from "./chunk-predeclared-package.mjs";
import { C as isCommand, E as weavingOf, w as reachOfPackage } from "./chunk-quote.mjs";
import { A as topLevelNames, C as textOf, D as importTable, E as noChanges, S as syntaxText, T as kindOf, _ as nameOf, a as matches, b as goNode, c as isTestBuild, d as receiverText, f as typeNameText, g as isLocalName, i as kindsOf, j as isUnknown, l as functionOfBody, o as receiverOf, p as leadingComments, r as isIgnored, s as calledNode, t as answered, u as functionName, x as nodeOfKind, y as selectorParts } from "./chunk-weave-with-types.mjs";
import { r as sourceFile } from "./chunk-source.mjs";
import { t as GotsError } from "./chunk-diagnostic.mjs";
import { i as printTypeName } from "./chunk-go-regexp.mjs";
import { a as plannedView, n as buildFlagsUsage, o as takeBuildFlags, r as buildView } from "./chunk-build-view.mjs";
import { n as readGrammar, t as withLooseTypes } from "./chunk-loose-types.mjs";
import { t as listPackages } from "./chunk-list.mjs";
import { r as requestOf, t as compilationsOf } from "./chunk-listed-request.mjs";
import { realpathSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";

// src/weave/explain/point-text.ts
/** A join point without its members, as one would write it: `function-call: net/http.Get`. */
function pointText(point) {
	const { kind, span: _span, ...rest } = "quirks" in point ? {
		...point,
		quirks: void 0
	} : point;
	const parts = Object.entries(rest).filter(([key]) => key !== "points" && key !== "point" && key !== "options");
	const texts = ("path" in point && "name" in point ? [qualified(point.path, point.name)] : void 0) ?? parts.map(([key, value]) => partText(key, value)).filter((text) => text !== "");
	return texts.length === 0 ? kind : `${kind}: ${texts.join(", ")}`;
}
/** Code on one line, shortened. */
function oneLine(text) {
	const line = text.replace(/\s+/g, " ").trim();
	return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}
/** An option of `function`: `receiver: *net/http.Server`. */
function optionText(option) {
	const { kind, ...rest } = option;
	return `${kind}: ${Object.entries(rest).map(([key, value]) => partText(key, value)).filter((text) => text !== "").join(", ")}`;
}
function qualified(path, name) {
	return path === void 0 ? name : `${path}.${name}`;
}
/** The key is shown where the value alone would not say what it is. */
function partText(key, value) {
	if (value === void 0 || value === false) return key === "value" ? "false" : "";
	if (value === true) return key === "value" ? "true" : key;
	if (typeof value === "string") {
		if (key === "match") return value === "any" ? "" : value;
		return [
			"path",
			"name",
			"pattern",
			"text"
		].includes(key) ? value : `${key} ${value}`;
	}
	if (Array.isArray(value)) return `${key} (${value.map((each) => typeText(each)).join(", ")})`;
	return typeText(value) || JSON.stringify(value);
}
/** Type names and ranges of versions; the empty text for anything else. */
function typeText(value) {
	if (typeof value !== "object" || value === null) return "";
	if ("pointer" in value) return printTypeName(value);
	return "text" in value && typeof value.text === "string" ? value.text : "";
}

// src/weave/explain/call-reason.ts
/** What a call calls, where it is not the function that a point names. */
function calledReason(call, ctx) {
	const callee = calledNode(call);
	if (callee === void 0) return "it calls an expression";
	const text = oneLine(textOf(callee));
	const name = nameIfKnown(callee, ctx);
	if (name !== void 0) {
		if (name.path !== void 0) return `it calls ${name.path}.${name.name}`;
		return isLocalName(callee) ? `it calls ${text}, which is declared inside the function` : `it calls ${text}`;
	}
	const { left } = selectorParts(callee.syntax);
	const operand = left && goNode(callee.unit, left);
	if (operand === void 0) return `it calls ${text}`;
	const what = operand.kind === "Ident" && ctx.imports.byName.has(textOf(operand)) ? "a variable, which hides the import of that name" : "no package";
	return `it calls ${text}, where ${oneLine(textOf(operand))} is ${what}`;
}
/** On what a call calls which method, where that is not the one that a point names. */
function methodReason(call, ctx) {
	const receiver = receiverOf(call, ctx);
	if (receiver === void 0) return calledReason(call, ctx);
	const { unit, syntax } = receiver;
	const type = ctx.oracle?.typeOf({
		file: unit.tree.source.name,
		start: syntax.start,
		end: syntax.end
	});
	const named = type === void 0 || isUnknown(type) ? void 0 : type;
	const { path = "", name = "", pointer = false } = named ?? {};
	const text = named && typeNameText({
		pointer,
		name,
		...path === "" ? {} : { path }
	});
	return `it calls ${receiver.method} on ${text === void 0 ? oneLine(textOf(receiver)) : `a ${text}`}`;
}
function nameIfKnown(node, ctx) {
	try {
		return nameOf(node, ctx);
	} catch (error) {
		if (!(error instanceof GotsError)) throw error;
		return;
	}
}

// src/weave/explain/explain-package.ts
const answers = {
	none: "no",
	maybe: "open",
	every: "yes"
};
/**
* Why a package as a whole rules an aspect out or lets it in. Each answer is that of the selection itself.
*
* @param file with it, what the text of one file rules out counts too
*/
function explainPackage(point, facts, file) {
	const reach = file ? reachOfFile(point, facts, file) : reachOfPackage(point, facts);
	const members = membersOf$1(point).map((member) => explainPackage(member, facts, file));
	const answer = answers[reach];
	const isLeaf = members.length === 0;
	const reason = answer === "no" && isLeaf ? reasonOf$1(point, facts, file) : void 0;
	return {
		point: pointText(point),
		span: point.span,
		answer,
		reason,
		members
	};
}
function membersOf$1(point) {
	if ("points" in point) return point.points;
	return "point" in point ? [point.point] : [];
}
/** Why a point without members matches no node of the package. */
function reasonOf$1(point, facts, file) {
	if (file !== void 0 && reachOfPackage(point, facts) !== "none") {
		if (point.kind === "package-name") return `the file is of the package ${file.packageName}`;
		const absent = wordsOf(point).find((word) => !file.bytes.includes(word));
		return `the file does not contain ${JSON.stringify(absent ?? "")}`;
	}
	switch (point.kind) {
		case "import-path":
		case "import-glob":
		case "declaration-of":
		case "struct-definition":
		case "package-filter": return filterReason(point, facts);
		case "package-name": return `the package is named ${facts.name}`;
		case "test-main": return facts.testMain ? "this is the main package of a test" : "this is not the main package of a test";
		case "command": return `the package is ${isCommand(facts) ? "" : "not "}compiled to be a program`;
		case "configuration": return "the configuration says httpmode: wrap";
		case "module-version": return facts.module ? `the module is ${facts.module.path}@${facts.module.version || "(a folder)"}` : "the package is in no module";
		case "go-version": return `this is ${facts.goVersion ?? "an unknown version of Go"}`;
		case "function": return point.options.map((option) => optionReason$1(option, facts)).find((reason) => reason !== void 0) ?? "";
		case "function-call": return notImported(point.path);
		case "method-call": return notImported(point.receiver.path);
		case "struct-literal":
		case "value-declaration": return notImported(point.type.path);
		case "all-of":
		case "one-of": return `an empty ${point.kind} matches nothing`;
		default: return "";
	}
}
/** Words without which a file is not even parsed; see `reachOfFile`. */
function wordsOf(point) {
	switch (point.kind) {
		case "directive": return [`//${point.name}`];
		case "function-call":
		case "method-call":
		case "declaration-of": return [point.name];
		case "struct-definition": return ["struct", point.type.name];
		case "struct-literal": return [point.type.name];
		case "file-has": return [point.part.name];
		case "package-value": return [point.name];
		case "function": return point.options.flatMap((option) => {
			if (option.kind === "name") return [option.name];
			return option.kind === "receiver" ? [option.type.name] : [];
		});
		default: return [];
	}
}
function filterReason(point, { importPath, rootModule }) {
	const root = point.kind === "package-filter" && point.root ? ` in the root module ${rootModule ?? "(unknown)"}` : "";
	return `the package is ${importPath}${root && `, and it asks for one${root}`}`;
}
function notImported(path) {
	return `the package does not import ${path} itself`;
}
function optionReason$1(option, { importPath, imports }) {
	if (option.kind === "receiver" && option.type.path !== importPath) return `the package is ${importPath}, and the receiver is a type of ${option.type.path ?? "no package"}`;
	if (option.kind !== "signature" && option.kind !== "signature-contains") return void 0;
	const absent = [...option.args, ...option.returns].find(({ path }) => path !== void 0 && path !== importPath && !imports.has(path));
	return absent && notImported(absent.path);
}

// src/weave/explain/explain-node.ts
/** Asks a join point and all it is made of about a node. Every answer is the matcher's own; only reasons are found here. */
function explainNode(point, node, ctx) {
	const asked = ask(point, node, ctx);
	const members = membersOf(point, node, ctx);
	const reason = asked.reason ?? (asked.answer === "no" && members.length === 0 ? reasonOf(point, node, ctx) : void 0);
	return {
		point: pointText(point),
		span: point.span,
		answer: asked.answer,
		reason,
		members
	};
}
function ask(point, node, ctx) {
	try {
		return { answer: matches(point, node, ctx) ? "yes" : "no" };
	} catch (error) {
		if (!(error instanceof GotsError)) throw error;
		return {
			answer: "open",
			reason: error.message
		};
	}
}
function membersOf(point, node, ctx) {
	switch (point.kind) {
		case "all-of":
		case "one-of": return point.points.map((member) => explainNode(member, node, ctx));
		case "not": return [explainNode(point.point, node, ctx)];
		case "function-body": {
			const fn = functionOfBody(node);
			return fn === void 0 ? [] : [explainNode(point.point, fn, ctx)];
		}
		case "function": return isFunction(node) ? point.options.map((option) => explainOption(option, point, {
			node,
			ctx
		})) : [];
		default: return [];
	}
}
function isFunction({ kind }) {
	return kind === "FuncDecl" || kind === "FuncLit";
}
function explainOption(option, point, { node, ctx }) {
	const asked = ask({
		...point,
		options: [option]
	}, node, ctx);
	const reason = asked.reason ?? (asked.answer === "no" ? optionReason(option, node, ctx) : void 0);
	return {
		point: optionText(option),
		span: point.span,
		answer: asked.answer,
		reason,
		members: []
	};
}
function optionReason(option, fn, { facts }) {
	const receiver = receiverText(fn);
	switch (option.kind) {
		case "name":
		case "name-matches": return fn.kind === "FuncLit" ? "a function literal has no name" : `the name is ${functionName(fn)}`;
		case "receiver": return receiver === "" ? "there is no receiver" : `the receiver is ${starred(receiver, facts.importPath)}`;
		case "has-body": return fn.syntax.field("body") === void 0 ? "there is no body" : "there is a body";
		case "receiver-matches":
		case "receiver-is":
		case "has-receiver": return receiver === "" ? "there is no receiver" : `the receiver is ${receiver}`;
		default: return `the signature is ${signatureText(fn)}`;
	}
}
function starred(receiver, path) {
	return receiver.startsWith("*") ? `*${path}.${receiver.slice(1)}` : `${path}.${receiver}`;
}
function signatureText(fn) {
	const parameters = fn.syntax.field("parameters");
	const end = fn.syntax.field("result")?.end ?? parameters?.end ?? fn.syntax.end;
	return oneLine(fn.unit.tree.source.bytes.toString("utf8", parameters?.start ?? fn.syntax.start, end));
}
function reasonOf(point, node, ctx) {
	const kinds = kindsOf(point);
	if (kinds !== "any" && !kinds.includes(node.kind)) return `the node is a ${node.kind}, not a ${kinds.join(" or ")}`;
	switch (point.kind) {
		case "directive": return directiveReason(node);
		case "function-body": return "the block is not the body of a function";
		case "function-call": return calledReason(node, ctx);
		case "method-call": return methodReason(node, ctx);
		case "struct-definition":
		case "declaration-of":
		case "package-value":
		case "value-declaration": return `it declares ${declaredText(node)} ${declaredWhere(node, ctx)}`;
		case "struct-literal": return `it is ${oneLine(textOf(node))}`;
		case "file-has": return `the file holds no ${point.part.kind} ${point.part.name}`;
		case "test-build": return point.value ? "no file of the package is a test" : "a file of the package is a test";
		case "package-name": return `the package is named ${ctx.facts.name ?? "otherwise"}`;
		default: return explainPackage(point, ctx.facts).reason ?? "";
	}
}
function directiveReason(node) {
	const found = leadingComments(node).filter((comment) => /^\/\/\S/.test(comment));
	return found.length === 0 ? "no such comment stands above it" : `above it stands ${found.join(" ")}`;
}
function declaredText(node) {
	const names = node.syntax.fields("name").map((name) => syntaxText(node.unit, name));
	const type = node.kind === "FuncDecl" ? void 0 : node.syntax.field("type");
	return oneLine(`${names.join(", ")}${type === void 0 ? "" : ` ${syntaxText(node.unit, type)}`}`);
}
function declaredWhere({ syntax }, { facts }) {
	if (syntax.kind === "method_declaration") return `as a method in ${facts.importPath}`;
	return `${(syntax.kind.endsWith("_spec") || syntax.kind === "type_alias" ? !isTopLevel(syntax) : false) ? "inside a function of" : "in"} ${facts.importPath}`;
}

// src/weave/explain/explain-line.ts
/**
* Asks every aspect about the nodes that begin on one line of a file, as it is before weaving.
*
* @param request the package; `file` is one of its files
* @param line from 1, in the file itself: line directives do not count
*/
function explainLine(request, aspects, at) {
	const { file, line, tools } = at;
	const tree = tools.grammar.parse(sourceFile(file.name, file.bytes));
	const unit = {
		tree,
		rendered: void 0,
		changes: noChanges(),
		nodes: /* @__PURE__ */ new Map()
	};
	const nodes = nodesOn(unit, line);
	const { facts, packageName } = request;
	const packageLevel = () => new Set(request.files.flatMap(({ name, bytes }) => topLevelNames(tools.grammar.parse(sourceFile(name, bytes)))));
	const ctx = {
		facts,
		file: unit,
		imports: importTable(tree, packageName),
		packageLevel,
		testBuild: isTestBuild(request),
		oracle: tools.oracle
	};
	return {
		never: neverWoven(request, unit),
		nodes: [...new Set(nodes.map(({ kind }) => kind))],
		aspects: aspects.map((aspect) => explainAspect(aspect, nodes, ctx))
	};
}
/** Why a package is left alone whatever aspects say. */
function neverWoven({ facts }, unit) {
	const { importPath } = facts;
	if (importPath === "cmd" || importPath.startsWith("cmd/")) return "the go command's own tools are never woven";
	if (weavingOf(importPath) === "never") return `${importPath} is never woven: weaving itself depends on it`;
	if (isIgnored(unit)) return "a comment above the package clause says that this file is to be left alone";
}
function nodesOn(unit, line) {
	const { text } = unit.tree.source;
	const lineOf = lineCounter(text);
	const found = [];
	const visit = (syntax) => {
		const first = lineOf(syntax.start);
		if (first > line || lineOf(Math.max(syntax.start, syntax.end - 1)) < line) return;
		const kind = first === line ? kindOf(syntax, unit.tree) : void 0;
		if (kind !== void 0) {
			if (kind === "DeclStmt") found.push(nodeOfKind(unit, syntax, "GenDecl"));
			found.push(nodeOfKind(unit, syntax, kind));
		}
		syntax.children.forEach(visit);
	};
	visit(unit.tree.root);
	return found;
}
function lineCounter(text) {
	const starts = [0];
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return (offset) => {
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = low + high + 1 >> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return low + 1;
	};
}
function explainAspect(aspect, nodes, ctx) {
	const { joinPoint, tracerInternal } = aspect;
	const { facts } = ctx;
	const raw = rawFile(ctx.file.tree.source.bytes);
	if (weavingOf(facts.importPath) === "internal" && !tracerInternal) {
		const reason = `${facts.importPath} is only woven by aspects with tracer-internal: true`;
		return {
			aspect,
			outcome: "package",
			explanation: {
				...explainPackage(joinPoint, facts),
				answer: "no",
				reason
			}
		};
	}
	if (reachOfPackage(joinPoint, facts) === "none") return {
		aspect,
		outcome: "package",
		explanation: explainPackage(joinPoint, facts)
	};
	if (reachOfFile(joinPoint, facts, raw) === "none") return {
		aspect,
		outcome: "file",
		explanation: explainPackage(joinPoint, facts, raw)
	};
	const kinds = kindsOf(joinPoint);
	const best = nodes.filter(({ kind }) => kinds === "any" || kinds.includes(kind)).map((node) => ({
		node,
		explanation: explainNode(joinPoint, node, ctx)
	})).sort((a, b) => score(b.explanation) - score(a.explanation))[0];
	if (best === void 0) {
		const wanted = kinds === "any" ? "node" : kinds.join(" or ");
		return {
			aspect,
			outcome: "no-node",
			explanation: {
				...explainPackage(joinPoint, facts, raw),
				answer: "no",
				reason: `no ${wanted} begins on this line`
			}
		};
	}
	const { node, explanation } = best;
	const place = {
		kind: node.kind,
		column: columnOf(ctx.file.tree, node.syntax.start)
	};
	return {
		aspect,
		outcome: explanation.answer === "yes" && isIgnored(ctx.file, node.syntax) ? "ignored" : {
			yes: "matches",
			no: "node",
			open: "open"
		}[explanation.answer],
		node: place,
		explanation
	};
}
/** How much of a point holds: a match before what is open, then the share of members that say yes. */
function score({ answer, members }) {
	if (answer === "yes") return 2;
	const share = members.length === 0 ? 0 : members.reduce((sum, member) => sum + Math.min(1, score(member)), 0) / members.length;
	return (answer === "open" ? 1 : 0) + share * .9;
}
function columnOf({ source }, offset) {
	return offset - source.text.lastIndexOf("\n", offset - 1);
}

// src/cli/commands/explain/locate.ts
/**
* Finds the package of a file, in the main module, a dependency or the standard library, as go sees it from the working directory.
*
* @throws GotsError cli_usage, cli_file_in_no_package, cli_go_failed
*/
async function locate(name, view) {
	const { context, moduleDir, plan, overlay, files } = view;
	const asked = resolve(context.cwd, name);
	const path = overlay.names(asked) ? asked : realPath(asked, name);
	const go = {
		go: context.go,
		cwd: moduleDir,
		env: context.env
	};
	const [listed] = await listPackages(["--", dirname(path)], go);
	const found = listed && compilationOf(listed, basename(path));
	if (found === void 0) return fileInNoPackage(name, listed?.Error?.Err);
	const named = found.imports.filter((each) => each !== "C");
	const imported = named.length === 0 ? [] : await listPackages([
		"-find",
		"--",
		...named
	], go);
	const names = new Map(imported.map(({ ImportPath, Name }) => [ImportPath, Name]));
	const build = {
		rootModule: plan.rootModule,
		goVersion: plan.goVersion,
		modules: plan.modules,
		files,
		packageName: (each) => names.get(each)
	};
	const request = requestOf(found, build);
	const file = request.files.find((each) => each.name === basename(path));
	return file === void 0 ? fileInNoPackage(name, void 0) : {
		request,
		file,
		folder: dirname(path),
		notes: found.notes
	};
}
/** The compilation that a file of a folder belongs to; undefined where it belongs to none. */
function compilationOf(listed, name) {
	const { CgoFiles = [], IgnoredGoFiles = [] } = listed;
	const [own] = compilationsOf(listed, false);
	if (own?.files.includes(name)) return {
		...own,
		notes: CgoFiles.includes(name) ? ["the compiler gets what cgo makes of this file"] : []
	};
	const inTest = compilationsOf(listed, true).find(({ files }) => files.includes(name));
	if (inTest) return {
		...inTest,
		notes: ["this file is compiled in tests only"]
	};
	if (own === void 0 || !IgnoredGoFiles.includes(name)) return void 0;
	const notes = ["build constraints leave this file out, so it is never woven here"];
	return {
		...own,
		files: [...own.files, name],
		notes
	};
}
function realPath(path, name) {
	try {
		return realpathSync(path);
	} catch {
		return badUsage(`cannot read ${name}`, "gots explain FILE:LINE");
	}
}

// src/weave/explain/explanation.ts
/** The first point that decides a "no": the innermost one on the way. */
function decisive(explanation) {
	if (explanation.point === "not" || explanation.answer !== "no") return explanation;
	const member = explanation.members.find(({ answer }) => answer === "no");
	return member === void 0 ? explanation : decisive(member);
}

// src/cli/commands/explain/render.ts
const marks = {
	yes: "✓",
	no: "✗",
	open: "?"
};
/** What an explanation looks like on a terminal; `verbose` shows the whole tree of aspects that the package rules out, too. */
function renderExplanation(explanation, verbose) {
	const { never, nodes, aspects } = explanation;
	const lines = [];
	if (never !== void 0) lines.push(`nothing is woven here: ${never}`);
	lines.push(nodes.length === 0 ? "no node of Go begins on this line" : `nodes that begin here: ${nodes.join(", ")}`);
	const [near, far] = [true, false].map((wanted) => aspects.filter(({ outcome }) => isNear(outcome) === wanted));
	for (const each of near ?? []) lines.push("", ...renderAspect(each, true));
	if ((far ?? []).length > 0) lines.push("");
	for (const each of far ?? []) lines.push(...renderAspect(each, verbose));
	return `${lines.join("\n")}\n`;
}
function isNear(outcome) {
	return outcome !== "package" && outcome !== "file" && outcome !== "no-node";
}
function renderAspect({ aspect, outcome, node, explanation }, full) {
	const { file, line } = aspect.span;
	const name = `${aspect.id || "(no id)"} (${file}:${line})`;
	const where = node === void 0 ? "" : ` at the ${node.kind} in column ${node.column}`;
	if (outcome === "ignored") return [`✗ ${name}: matches${where}, but a comment above it says to leave it alone`];
	if (outcome === "matches") return [`✓ ${name}: matches${where}`, ...tree(explanation, 1)];
	const why = explanation.reason === void 0 || explanation.members.length === 0 ? decisive(explanation) : explanation;
	const short = `${why === explanation && explanation.members.length > 0 ? "" : `${why.point}: `}${why.reason ?? "says no"}`;
	const head = `${marks[explanation.answer]} ${name}: ${full ? `does not match${where}` : short}`;
	return full ? [head, ...tree(explanation, 1)] : [head];
}
function tree({ point, answer, reason, members }, depth) {
	return [`${"  ".repeat(depth)}${marks[answer]} ${point}${reason ? ` — ${reason}` : ""}`, ...members.flatMap((member) => tree(member, depth + 1))];
}
/** The same for programs. */
function explanationJson({ never, nodes, aspects }) {
	return {
		never,
		nodes,
		aspects: aspects.map(({ aspect, outcome, node, explanation }) => ({
			id: aspect.id,
			span: aspect.span,
			outcome,
			node,
			explanation
		}))
	};
}

// src/cli/commands/explain.ts
const usage = `gots explain [--json] [--verbose] ${buildFlagsUsage} FILE:LINE`;
/**
* `gots explain FILE:LINE`: every aspect, and which of its join points said no.
*
* @throws GotsError cli_usage, cli_file_in_no_package and those of aspects
*/
async function runExplainCommand(line, context) {
	const { flags, rest } = takeBuildFlags(line.rest, usage);
	const options = readOptions(rest);
	const view = await plannedView(await buildView(context, flags), line.aspectFiles, "explain");
	const { aspects } = view.plan;
	const { request: pkg, file, folder, notes } = await locate(options.file, view);
	const grammar = await readGrammar();
	const at = {
		file,
		line: options.line
	};
	const explanation = await withLooseTypes(pkg, {
		context: view.context,
		folder,
		overlay: view.overlay
	}, (ask) => answered((oracle) => explainLine(pkg, aspects, {
		...at,
		tools: {
			grammar,
			oracle
		}
	}), ask));
	if (options.json) {
		const { importPath } = pkg.facts;
		context.write(`${JSON.stringify({
			importPath,
			notes,
			...explanationJson(explanation)
		}, void 0, 2)}\n`);
		return 0;
	}
	context.write(`${options.file}:${options.line} in the package ${pkg.facts.importPath}\n`);
	for (const note of notes) context.write(`${note}\n`);
	context.write(renderExplanation(explanation, options.verbose));
	return 0;
}
/** @throws GotsError cli_usage */
function readOptions(rest) {
	const places = rest.filter((word) => !word.startsWith("-"));
	const unknown = rest.find((word) => word.startsWith("-") && !/^--?(json|verbose|v)$/.test(word));
	if (unknown !== void 0) badUsage(`unknown option "${unknown}" of gots explain`, usage);
	const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(places[0] ?? "") ?? [];
	if (file === void 0 || places.length !== 1) return badUsage("gots explain needs one place, as FILE:LINE", usage);
	const has = (name) => rest.some((word) => name.test(word));
	return {
		file,
		line: Number(line),
		json: has(/^--?json$/),
		verbose: has(/^--?v(erbose)?$/)
	};
}

export { runExplainCommand };