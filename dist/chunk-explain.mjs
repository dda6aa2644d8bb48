import "./chunk-rolldown-runtime.mjs";
import { n as libraryNames, r as uncoveredLibraries, t as heldIn } from "./chunk-uncovered.mjs";
import { r as fileInNoPackage, t as badUsage } from "./chunk-cli.mjs";
import { A as importTable, k as noChanges, w as rawFile } from "./chunk-advice.mjs";
import { Ot as kindOf, S as pointText, St as nodeOfKind, a as kindsOf, b as answerOf, d as reachOfFile, dt as topLevelNames, f as reachOfPackage, h as textsIn, i as kindOfPoint, o as matches, s as membersOf, x as decisive } from "./chunk-ask.mjs";
import { r as sourceFile } from "./chunk-source.mjs";
import { n as weavingOf } from "./chunk-special-cases.mjs";
import { i as isTestBuild, r as isIgnored, t as answered } from "./chunk-weave-with-types.mjs";
import { i as importsOfFiles, o as withImports, r as requestOf, s as plannedSources, t as compilationsOf } from "./chunk-listed-request.mjs";
import { i as buildView, n as withLooseTypes, o as plannedView, t as readGrammar } from "./chunk-read-grammar.mjs";
import { r as parseOptions, s as usageOf } from "./chunk-read-options.mjs";
import { t as listPackages } from "./chunk-list.mjs";
import { realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

// src/weave/explain/explain-node.ts
/** Asks a join point and all it is made of about a node. Every answer is the matcher's own; only reasons are found here. */
function explainNode(point, node, ctx) {
	const asked = answerOf(() => matches(point, node, ctx));
	const inner = (member, at) => explainNode(member, at, ctx);
	const members = kindOfPoint(point).explain.members(point, node, ctx, inner);
	const reason = asked.reason ?? (asked.answer === "no" && members.length === 0 ? reasonOf$1(point, node, ctx) : void 0);
	return {
		point: pointText(point),
		span: point.span,
		answer: asked.answer,
		reason,
		members
	};
}
function reasonOf$1(point, node, ctx) {
	const kinds = kindsOf(point);
	if (kinds !== "any" && !kinds.includes(node.kind)) return `the node is a ${node.kind}, not a ${kinds.join(" or ")}`;
	return kindOfPoint(point).explain.node(point, node, ctx);
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
	const members = membersOf(point).map((member) => explainPackage(member, facts, file));
	const answer = answers[reach];
	const isLeaf = members.length === 0;
	const reason = answer === "no" && isLeaf ? reasonOf(point, facts, file) : void 0;
	return {
		point: pointText(point),
		span: point.span,
		answer,
		reason,
		members
	};
}
/** Why a point without members matches no node of the package. */
function reasonOf(point, facts, file) {
	const inFile = file !== void 0 && reachOfPackage(point, facts) !== "none" ? file : void 0;
	const absent = inFile && textsIn(point).find((text) => !inFile.bytes.includes(text));
	if (absent !== void 0) return `the file does not contain ${JSON.stringify(absent)}`;
	return kindOfPoint(point).explain.package(point, facts, inFile);
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
	const { listed, imported } = await look(dirname(path), view, go);
	const found = listed && compilationOf(listed, basename(path));
	if (found === void 0) return fileInNoPackage(name, listed?.Error?.Err);
	const build = {
		rootModule: plan.rootModule,
		goVersion: plan.goVersion,
		modules: plan.modules,
		files,
		packageName: (each) => imported.get(each)?.Name
	};
	const request = requestOf(found, build);
	const file = request.files.find((each) => each.name === basename(path));
	const near = [found.listed, ...found.imports.flatMap((each) => imported.get(each) ?? [])];
	return file === void 0 ? fileInNoPackage(name, void 0) : {
		request,
		file,
		folder: dirname(path),
		near,
		notes: found.notes
	};
}
/** Asks go about the package in a folder and what it imports: once, where the imports can be told without it. */
async function look(folder, { files, goEnv }, go) {
	const mentioned = files.list(folder).filter((name) => name.endsWith(".go")).flatMap((name) => importsOfFiles([join(folder, name)], files) ?? []);
	const guessed = /-mod=mod/.test(goEnv.goflags) ? [] : [...new Set(mentioned)].filter(isImportPath);
	const [first, ...others] = await listPackages([
		"-find",
		"--",
		folder,
		...guessed
	], go);
	const own = first && withImports(first, files);
	const [listed] = own ? [own] : await listPackages(["--", folder], go);
	const imports = listed === void 0 ? [] : compilationsOf(listed, true).flatMap((each) => each.imports);
	const known = new Set(others.map(({ ImportPath }) => ImportPath));
	const open = [...new Set(imports)].filter((path) => path !== "C" && !known.has(path));
	const more = open.length === 0 ? [] : await listPackages([
		"-find",
		"--",
		...open
	], go);
	return {
		listed,
		imported: new Map([...others, ...more].map((each) => [each.ImportPath, each]))
	};
}
/** Not what go takes for a pattern. */
function isImportPath(path) {
	return /^[\w~+-][\w~+./-]*$/.test(path) && !/^(C|all|std|cmd|tool|work|main)$|\.\.\./.test(path);
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

// src/cli/commands/explain/render-explanation.ts
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
/**
* `gots explain FILE:LINE`: every aspect, and which of its join points said no.
*
* @throws GotsError cli_usage, cli_file_in_no_package and those of aspects
*/
async function runExplainCommand(line, context) {
	const options = readOptions(line.rest);
	const grammar = readGrammar();
	const view = await plannedView(await buildView(context, options.flags), line.aspectFiles, "explain");
	const { aspects } = view.plan;
	const { request: pkg, file, folder, near, notes } = await locate(options.file, view);
	const at = {
		file,
		line: options.line
	};
	const loaded = await grammar;
	const explanation = await withLooseTypes(pkg, {
		context: view.context,
		folder,
		overlay: view.overlay
	}, (ask) => answered((oracle) => explainLine(pkg, aspects, {
		...at,
		tools: {
			grammar: loaded,
			oracle
		}
	}), ask));
	const uncovered = uncoveredLibraries(aspects, heldIn(near));
	context.followsFrom?.(plannedSources(view, [folder, dirname(resolve(context.cwd, options.file))]));
	if (options.json) {
		const { importPath } = pkg.facts;
		const answer = {
			importPath,
			notes,
			uncovered,
			...explanationJson(explanation)
		};
		context.write(`${JSON.stringify(answer, void 0, 2)}\n`);
		return 0;
	}
	context.write(`${options.file}:${options.line} in the package ${pkg.facts.importPath}\n`);
	for (const note of notes) context.write(`${note}\n`);
	context.write(renderExplanation(explanation, options.verbose));
	for (const name of libraryNames(uncovered)) context.write(`no aspect for: ${name}\n`);
	return 0;
}
/** @throws GotsError cli_usage */
function readOptions(rest) {
	const { has, operands, flags } = parseOptions("explain", rest);
	const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(operands[0] ?? "") ?? [];
	if (file === void 0 || operands.length !== 1) return badUsage("gots explain needs one place, as FILE:LINE", usageOf("explain"));
	return {
		file,
		line: Number(line),
		json: has("json"),
		verbose: has("verbose"),
		flags
	};
}

export { runExplainCommand };