import "./chunk-rolldown-runtime.mjs";
import { n as pluginFailed, o as pluginOfNodes, t as pluginAbsent } from "./chunk-plugin.mjs";
import { A as weaveNeedsTypes, C as templateNodeTwice, D as weaveBrokenOutput, E as templateSyntax, F as reachOfFile, M as weaveTypeUnknown, N as packageClauseName, O as weaveDotImports, P as rawFile, S as templateNodeInString, T as templateRendersNothing, _ as codeBrokenGo, a as calleeOf, b as templateExecution, c as isSpread, d as listed, f as literalBody, g as adviceWrongNode, h as adviceBadName, i as argumentsOf$1, j as weaveSyntaxUnknown, k as weaveEndlessInjection, l as isTopLevel$1, m as unwrapElement, n as predeclaredPath, o as hasTypeArguments, p as unparenthesized, s as insideOf, t as exportedName, u as isVariadic, w as templateNodeUnprintable, x as templateNameHidden, y as templateBrokenGo } from "./chunk-predeclared-package.mjs";
import { C as isCommand, F as askedPackages, M as packageFilterMatches, N as guessPackageNames, P as stripVendor, S as configurationMatches, T as versionHolds, V as adviceParts, n as quote, s as fromBytes, v as toBytes, w as reachOfPackage } from "./chunk-quote.mjs";
import { n as readable, r as sourceFile, t as byteString } from "./chunk-source.mjs";
import { _ as replacedFileMissing, c as adviceNoStatement, d as aspectFileOfPackage, g as hookSyntax, h as hookSignature, l as adviceNoValue, m as hookMissing, n as spanInTemplate, o as addedFileSyntax, p as aspectPackageMissing, r as parseTypeName, s as adviceNoConstant, t as compileGoRegexp, u as adviceResultsAsArguments } from "./chunk-go-regexp.mjs";
import { t as tokens } from "./chunk-tokens.mjs";
import { t as GotsError } from "./chunk-diagnostic.mjs";
import { a as struct, c as TemplateExecError, i as slice, l as TemplateSyntaxError, n as parseTemplate, o as goInt, r as bool, s as goString$1, t as executeTemplate } from "./chunk-template.mjs";
import { t as doublestar } from "./chunk-doublestar.mjs";

// src/weave/3-match/type-oracle.ts
function isUnknown(answer) {
	return typeof answer === "object" && answer !== null && "unknown" in answer;
}
/** @param known answers by the keys of {@link Inquiry.open} */
function inquiry(known) {
	const open = /* @__PURE__ */ new Map();
	const ask = (question) => {
		const key = JSON.stringify(question);
		const answer = known.get(key);
		if (answer === void 0) open.set(key, question);
		return answer;
	};
	return {
		oracle: {
			typeOf: (place) => {
				const answer = ask({
					kind: "type",
					...place
				});
				return unknownOf(answer) ?? answer?.named;
			},
			implementsInterface: (place, { path = "", name, pointer }) => {
				if (pointer) return void 0;
				const answer = ask({
					kind: "implements",
					...place,
					interface: {
						path,
						name
					}
				});
				return answer === void 0 ? false : unknownOf(answer) ?? answer.implements;
			},
			callShape: (place) => {
				const answer = ask({
					kind: "call",
					...place
				});
				return unknownOf(answer) ?? answer?.call ?? unknownShape;
			},
			packageOf: (place) => {
				const answer = ask({
					kind: "name",
					...place
				});
				return unknownOf(answer) ?? answer?.named?.path;
			}
		},
		open
	};
}
/** Until the answer is there. */
const unknownShape = {
	values: 1,
	called: false,
	params: 0,
	variadic: false,
	results: 0,
	inferred: false,
	constant: []
};
function unknownOf(answer) {
	return answer?.unknown === void 0 ? void 0 : { unknown: answer.unknown };
}

// src/base/once.ts
/** The function's result, computed when it is asked for first. */
function once(make) {
	let made;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}

// src/weave/3-match/scope.ts
/**
* Whether a function, block, clause or type parameter list around `at` declares `name` so that it is visible there
* (Go specification, "Declarations and scope"). Package level and imports are not looked at: the language forbids a
* package-level name that is also the name of an import of the same file.
*/
function isDeclaredLocally(tree, at, name) {
	const lookup = {
		tree,
		name: byteString(Buffer.from(name))
	};
	let child = at;
	for (let scope = at.parent; scope !== void 0; scope = scope.parent) {
		if (declaresFor(lookup, scope, child)) return true;
		child = scope;
	}
	return false;
}
/** Names that the file declares at package level: functions, variables, constants, types; not methods. */
function topLevelNames(tree) {
	const names = [];
	for (const declaration of tree.root.children) if (declaration.kind === "function_declaration") names.push(...declaration.fields("name"));
	else if (declaration.kind !== "import_declaration") for (const spec of specsOf(declaration)) names.push(...spec.fields("name"));
	return names.map((node) => tree.source.bytes.toString("utf8", node.start, node.end));
}
/** Whether `scope` declares the name for its part `child`. */
function declaresFor(lookup, scope, child) {
	switch (scope.kind) {
		case "statement_list": return scope.children.some((statement) => statement.start < child.start && declares(lookup, statement));
		case "var_spec_list":
		case "var_declaration":
		case "const_declaration": return scope.parent?.kind !== "source_file" && earlierSpec(lookup, scope, child);
		case "type_declaration": return scope.parent?.kind !== "source_file" && (named$1(lookup, child) || earlierSpec(lookup, scope, child));
		case "type_spec":
		case "type_alias": return listDeclares(lookup, scope.field("type_parameters"));
		case "if_statement":
		case "expression_switch_statement":
		case "for_clause": return initializerDeclares(lookup, scope, child);
		case "type_switch_statement": return initializerDeclares(lookup, scope, child) || isCase(child) && listNames(lookup, scope.field("alias"));
		case "for_statement": return child.fieldName === "body" && scope.children.some((clause) => clauseDeclares(lookup, clause));
		case "communication_case": return child.kind === "statement_list" && clauseDeclares(lookup, scope.field("communication"));
		case "func_literal":
		case "function_declaration":
		case "method_declaration": return functionDeclares(lookup, scope, child);
		default: return false;
	}
}
function functionDeclares(lookup, fn, child) {
	if (child.fieldName !== "name" && listDeclares(lookup, fn.field("type_parameters"))) return true;
	const receiver = fn.field("receiver");
	if (receiver !== void 0 && receiverTypeParameters(receiver).some((node) => matches$1(lookup, node))) return true;
	if (child.fieldName !== "body") return false;
	return [
		receiver,
		fn.field("parameters"),
		fn.field("result")
	].some((list) => listDeclares(lookup, list));
}
/** `func (r *T[K, V]) m()` declares K and V. */
function receiverTypeParameters(receiver) {
	const generic = [];
	const visit = (node) => {
		if (node.kind === "type_arguments") generic.push(...leaves(node));
		else node.children.forEach(visit);
	};
	visit(receiver);
	return generic;
}
function leaves(node) {
	return node.children.length === 0 ? [node] : node.children.flatMap(leaves);
}
function initializerDeclares(lookup, scope, child) {
	const initializer = scope.field("initializer");
	return initializer !== void 0 && initializer !== child && declares(lookup, initializer);
}
function isCase(node) {
	return node.kind === "type_case" || node.kind === "default_case";
}
/** What a `for` clause, a range clause or the communication of a `select` case declares. */
function clauseDeclares(lookup, clause) {
	if (clause === void 0) return false;
	if (clause.kind === "for_clause") {
		const initializer = clause.field("initializer");
		return initializer !== void 0 && declares(lookup, initializer);
	}
	if (clause.kind !== "range_clause" && clause.kind !== "receive_statement") return false;
	const left = clause.field("left");
	return left !== void 0 && isDefinition(lookup.tree, left) && listNames(lookup, left);
}
/** Whether the list on the left is followed by `:=`. */
function isDefinition(tree, left) {
	return /^(?:\s|\/\*[\s\S]*?\*\/)*:=/.test(tree.source.text.slice(left.end, left.end + 200));
}
function declares(lookup, statement) {
	switch (statement.kind) {
		case "short_var_declaration": return listNames(lookup, statement.field("left"));
		case "var_declaration":
		case "const_declaration":
		case "type_declaration": return specsOf(statement).some((spec) => named$1(lookup, spec));
		case "labeled_statement": return statement.children.some((inner) => declares(lookup, inner));
		default: return false;
	}
}
function earlierSpec(lookup, declaration, child) {
	return declaration.children.some((spec) => spec.start < child.start && named$1(lookup, spec));
}
/** The specifications of a declaration, grouped or not. */
function specsOf(declaration) {
	if (!/^(?:var|const|type|import)_declaration$/.test(declaration.kind)) return [];
	return declaration.children.flatMap((child) => child.kind.endsWith("_list") ? child.children : [child]);
}
function listDeclares(lookup, list) {
	return list?.children.some((declaration) => named$1(lookup, declaration)) ?? false;
}
function listNames(lookup, list) {
	return list?.children.some((node) => isIdentifier(node) && matches$1(lookup, node)) ?? false;
}
/** The grammar has kinds of their own for some predeclared names, though programs may declare these as well. */
function isIdentifier({ kind }) {
	return kind === "identifier" || kind === "nil" || kind === "true" || kind === "false" || kind === "iota";
}
function named$1(lookup, declaration) {
	return declaration.fields("name").some((node) => matches$1(lookup, node));
}
function matches$1({ tree, name }, node) {
	return node.end - node.start === name.length && tree.source.text.startsWith(name, node.start);
}

// src/weave/3-match/imports.ts
/**
* The imports of a file, `import "C"` left out.
*
* @param packageName declared name of a path, where known
*/
function importTable(tree, packageName) {
	const specs = tree.root.children.filter((node) => node.kind === "import_declaration").flatMap((declaration) => specsOf(declaration)).map((syntax) => importSpec(tree, syntax, packageName)).filter((spec) => spec.path !== "C");
	const byName = /* @__PURE__ */ new Map();
	for (const spec of specs) if (spec.name !== "" && !byName.has(spec.name)) byName.set(spec.name, spec);
	return {
		specs,
		byName,
		dots: specs.filter((spec) => spec.kind === "dot")
	};
}
function importSpec(tree, syntax, packageName) {
	const { bytes } = tree.source;
	const written = syntax.field("path");
	const fullPath = written === void 0 ? "" : unquoteString(bytes.toString("utf8", written.start, written.end));
	const path = stripVendor(fullPath);
	const alias = syntax.field("name");
	if (alias !== void 0) {
		const name = bytes.toString("utf8", alias.start, alias.end);
		if (name === ".") return {
			syntax,
			path,
			kind: "dot",
			name: "",
			certain: true
		};
		if (name === "_") return {
			syntax,
			path,
			kind: "blank",
			name: "",
			certain: true
		};
		return {
			syntax,
			path,
			kind: "named",
			name,
			certain: true
		};
	}
	const known = packageName(fullPath) ?? packageName(path);
	if (known !== void 0) return {
		syntax,
		path,
		kind: "unnamed",
		name: known,
		certain: true
	};
	const guesses = guessPackageNames(path);
	const seen = guesses.find((guess) => new RegExp(`(?<![\\w.])${guess}\\s*\\.`).test(tree.source.text));
	return {
		syntax,
		path,
		kind: "unnamed",
		name: seen ?? guesses[0] ?? "",
		certain: seen !== void 0
	};
}
/** Value of a Go string literal. Import paths hold escapes only in theory; the common ones are read. */
function unquoteString(literal) {
	if (literal.startsWith("`")) return literal.slice(1, -1).replaceAll("\r", "");
	const inner = literal.slice(1, -1);
	if (!inner.includes("\\")) return inner;
	return inner.replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.))/g, (_, x, u, long, octal, c) => {
		const hex = x ?? u ?? long;
		if (hex !== void 0) return String.fromCodePoint(Number.parseInt(hex, 16));
		return octal !== void 0 ? String.fromCharCode(Number.parseInt(octal, 8)) : c ?? "";
	});
}

// src/weave/5-splice/positions.ts
/**
* Positions of a file as the compiler and go/scanner report them; lines end with `\n`, columns count bytes (those of a
* byte order mark too).
*
* Rules: cmd/compile/internal/syntax `updateBase`, `NewLineBase`, `RelCol` and go/scanner `updateLineInfo`, Go 1.26. File
* names are kept as written: the compiler resolves them later, go/scanner cleans them at once.
*/
function positionsOf(source) {
	const starts = lineStarts(source.text);
	const directives = [];
	const at = (offset) => {
		const here = physical(starts, offset);
		const directive = directives[lastBefore(directives.length, (i) => directives[i].next <= offset)];
		if (directive === void 0) return {
			file: source.name,
			...here
		};
		const there = physical(starts, directive.next);
		return relative(directive.place, there, here);
	};
	if (mayHoldDirective.test(source.text)) for (const token of tokens(source.text)) {
		const directive = token.kind === "comment" ? readDirective(source, token, at) : void 0;
		if (directive) directives.push(directive);
	}
	return {
		directives,
		at
	};
}
/** The place of `here`, when a directive gave the point `base` the place `place`. */
function relative(place, base, here) {
	const column = here.line === base.line ? (place.column ?? 0) + here.column - base.column : here.column;
	return {
		file: place.file,
		line: place.line + here.line - base.line,
		column: place.column === void 0 ? void 0 : column
	};
}
const mayHoldDirective = /^\/\/line |\/\*line /m;
const maxLineOrColumn = 2 ** 30;
function readDirective(source, comment, at) {
	const { text, bytes } = source;
	const general = text[comment.start + 1] === "*";
	const atLineStart = comment.start === 0 || text[comment.start - 1] === "\n";
	if (!text.startsWith("line ", comment.start + 2) || !(general || atLineStart)) return void 0;
	let end = general ? comment.end - 2 : comment.end;
	if (!general && text[end - 1] === "\r") end--;
	const written = readPlace(bytes.toString("utf8", comment.start + 7, end));
	if (written === void 0) return void 0;
	const sameFile = written.file === "" && written.column !== void 0;
	return {
		start: comment.start,
		next: general ? comment.end : Math.min(comment.end + 1, text.length),
		place: sameFile ? {
			...written,
			file: at(comment.start).file
		} : written,
		sameFile
	};
}
/** `file:line` or `file:line:column`, read from the right; undefined where the compiler sees no directive or refuses it. */
function readPlace(text) {
	const last = trailingNumber(text);
	if (last === void 0 || last.value === void 0) return void 0;
	const before = trailingNumber(last.rest);
	if (before?.value === void 0) return inRange(last.value) ? {
		file: last.rest,
		line: last.value,
		column: void 0
	} : void 0;
	if (!inRange(last.value) || !inRange(before.value)) return void 0;
	return {
		file: before.rest,
		line: before.value,
		column: last.value
	};
}
function trailingNumber(text) {
	const colon = text.lastIndexOf(":");
	if (colon < 0) return void 0;
	const digits = text.slice(colon + 1);
	return {
		rest: text.slice(0, colon),
		value: /^[0-9]+$/.test(digits) ? Number(digits) : void 0
	};
}
function inRange(value) {
	return value > 0 && value <= maxLineOrColumn;
}
function lineStarts(text) {
	const starts = [0];
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return starts;
}
function physical(starts, offset) {
	const line = lastBefore(starts.length, (i) => starts[i] <= offset);
	return {
		line: line + 1,
		column: offset - starts[line] + 1
	};
}
/** The last index for which `holds`, which is true up to it and false after; -1 if there is none. */
function lastBefore(length, holds) {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = low + high >> 1;
		if (holds(middle)) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}

// src/weave/3-match/span.ts
const known$5 = /* @__PURE__ */ new WeakMap();
/** Where the compiler reports an offset of a file: line and byte column, with line directives honoured. */
function spanAt(source, offset) {
	let positions = known$5.get(source);
	if (positions === void 0) {
		positions = positionsOf(source);
		known$5.set(source, positions);
	}
	const { file, line, column } = positions.at(offset);
	return {
		file,
		line,
		column: column ?? 1
	};
}
/** Where a node stands: in its file or, if a template wrote it, in the aspect's file. */
function spanOf$1(unit, offset) {
	return unit.rendered === void 0 ? spanAt(unit.tree.source, offset) : originOf(unit.rendered, offset);
}
/** Where in the aspect file the text at an offset of a rendered unit comes from. */
function originOf(rendered, offset) {
	const { segments, template } = rendered;
	let low = 0;
	let high = segments.length - 1;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if ((segments[middle]?.start ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	const segment = segments[low];
	if (segment === void 0) return template.lines[0];
	return spanInTemplate(template, segment.offset + (segment.literal ? Math.max(0, offset - segment.start) : 0));
}

// src/report/codes/splice.ts
/** Raised when two edits cover a part of each other: advice must nest its edits or keep them apart. */
function spliceOverlap(file, one, other) {
	throw new GotsError({
		code: "splice_overlap",
		message: `edits [${one.start}, ${one.end}) and [${other.start}, ${other.end}) of ${file} overlap in part`,
		family: "bug"
	});
}
/** Raised when an edit, or a piece of one, reaches out of its bounds. */
function spliceOutside(file, inner, outer) {
	throw new GotsError({
		code: "splice_outside",
		message: `[${inner.start}, ${inner.end}) is not within [${outer.start}, ${outer.end}) of ${file}`,
		family: "bug"
	});
}
/** Raised when a file name cannot stand in a line directive, so that positions could not be kept. */
function spliceFileName(file) {
	throw new GotsError({
		code: "splice_file_name",
		message: `the file name ${JSON.stringify(file)} cannot be written in a line directive`,
		hint: "rename the file or its folder: names with \"*/\" or a line break cannot be woven"
	});
}

// src/weave/5-splice/nest.ts
/**
* Edits as a forest. Of two edits of the same range the one given later is the outer one: it was made for what the
* earlier one left. An insertion at the border of a range is outside of it.
*
* @throws GotsError splice_overlap, splice_outside
*/
function nest(source, edits) {
	const all = {
		start: 0,
		end: source.text.length
	};
	const order = edits.map((_, index) => index).sort((a, b) => compare(edits[a], edits[b]) || tie(edits, a, b));
	const roots = [];
	const open = [];
	for (const index of order) {
		const edit = edits[index];
		if (!within$1(edit, all)) spliceOutside(source.name, edit, all);
		for (const piece of edit.pieces) if (piece.kind === "original" && !within$1(piece, edit)) spliceOutside(source.name, piece, edit);
		while (open.length > 0 && open.at(-1).edit.end <= edit.start) open.pop();
		const outer = open.at(-1);
		if (outer && outer.edit.end < edit.end) spliceOverlap(source.name, outer.edit, edit);
		const made = {
			edit,
			inner: []
		};
		(outer?.inner ?? roots).push(made);
		if (!isInsertion(edit)) open.push(made);
	}
	return roots;
}
function isInsertion(edit) {
	return edit.start === edit.end;
}
/** Insertions come before what begins at their offset; longer ranges before shorter ones. */
function compare(a, b) {
	return a.start - b.start || Number(isInsertion(b)) - Number(isInsertion(a)) || b.end - a.end;
}
function tie(edits, a, b) {
	return isInsertion(edits[a]) ? a - b : b - a;
}
function within$1(inner, outer) {
	return outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
}

// src/weave/5-splice/writer.ts
/**
* Collects a Go text and follows where its next byte would be reported, so that a line directive is written only where
* the position would otherwise be wrong. Owns its buffer.
*/
var Writer = class {
	#chunks = [];
	#here = {
		line: 1,
		column: 1
	};
	#base = {
		line: 1,
		column: 1
	};
	#place;
	#last = 0;
	/** The line so far holds nothing but blanks. */
	#blank = true;
	#openComment = false;
	constructor(file) {
		this.#place = {
			file,
			line: 1,
			column: 1
		};
	}
	/** Where the next byte would be reported. */
	get place() {
		return relative(this.#place, this.#base, this.#here);
	}
	put(bytes) {
		if (bytes.length === 0) return;
		if (this.#openComment) {
			this.#openComment = false;
			if (!/^\r?\n/.test(bytes.toString("latin1", 0, 2))) this.put(newlineBytes);
		}
		this.#chunks.push(bytes);
		this.#last = bytes[bytes.length - 1];
		const newline = bytes.lastIndexOf(10);
		if (newline < 0) this.#here = {
			line: this.#here.line,
			column: this.#here.column + bytes.length
		};
		else this.#here = {
			line: this.#here.line + countNewlines(bytes),
			column: bytes.length - newline
		};
		this.#blank = (newline >= 0 || this.#blank) && isBlank$1(bytes.subarray(newline + 1));
	}
	/** The compiler now takes the next byte for this place, because of a directive that has just been put. */
	rebase(place) {
		this.#place = place;
		this.#base = this.#here;
	}
	/**
	* Makes the next byte be reported at `place`. A comment that the line form of a directive or a `//go:` pragma follows
	* must be alone on its line (`ownLine`): there the line form is written, else the general form, which is no more than
	* a blank to the parser (a general comment without newline never ends a statement).
	*/
	positionAt(place, ownLine) {
		if (this.#openComment || ownLine && !this.#blank) this.put(newlineBytes);
		if (samePlace(this.place, place)) return;
		if (ownLine) {
			if (this.#here.column !== 1) this.put(newlineBytes);
			if (samePlace(this.place, place)) return;
			this.put(Buffer.from(lineForm(place)));
		} else {
			if (this.#last === 47) this.put(Buffer.from(" "));
			this.put(Buffer.from(this.#generalForm(place)));
		}
		this.rebase(place);
	}
	/** What was written last is a line comment without its newline: one is added before anything else is. */
	leaveCommentOpen() {
		this.#openComment = true;
	}
	finish() {
		return Buffer.concat(this.#chunks);
	}
	#generalForm(place) {
		if (/\*\/|\n/.test(place.file)) spliceFileName(place.file);
		return `${place.file === "" && place.column !== void 0 && this.#place.file !== "" ? "/*line :1*/" : ""}/*line ${suffix(place)}*/`;
	}
};
/** `//line FILE:L:C` with its newline, for the beginning of a line. */
function lineForm(place) {
	if (place.file.includes("\n")) spliceFileName(place.file);
	return `//line ${suffix(place)}\n`;
}
function suffix({ file, line, column }) {
	return column === void 0 ? `${file}:${line}` : `${file}:${line}:${column}`;
}
function samePlace(a, b) {
	return a.file === b.file && a.line === b.line && a.column === b.column;
}
const newlineBytes = Buffer.from("\n");
function countNewlines(bytes) {
	let count = 0;
	for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
	return count;
}
function isBlank$1(bytes) {
	for (const byte of bytes) if (byte !== 32 && byte !== 9 && byte !== 13) return false;
	return true;
}

// src/weave/5-splice/splice.ts
/**
* Applies edits once. What no edit covers stays as it is, byte for byte, and every token of it keeps the position
* (file, line, column) at which the compiler reports it: line directives see to that, in the general form, which may
* stand between any two tokens. The result begins with `//line NAME:1:1` (behind a byte order mark and a newline, where
* there is a mark: the line form counts only at the beginning of a line). The caller sees to it that inserted text does
* not run together with what stands before it.
*
* @returns the same Buffer if there are no edits
* @throws GotsError splice_overlap, splice_outside (bugs), splice_file_name
*/
function splice(source, edits) {
	if (edits.length === 0) return source.bytes;
	const roots = nest(source, edits);
	const writer = new Writer(source.name);
	const job = {
		source,
		positions: positionsOf(source),
		writer
	};
	render$1(job, roots, {
		start: putHead(job),
		end: source.bytes.length
	});
	return writer.finish();
}
const byteOrderMark$1 = Buffer.from([
	239,
	187,
	191
]);
/** Writes the mark and the first directive; returns where the text behind the mark begins. */
function putHead({ source, writer }) {
	const marked = source.bytes.subarray(0, 3).equals(byteOrderMark$1);
	if (marked) writer.put(Buffer.concat([byteOrderMark$1, Buffer.from("\n")]));
	const place = {
		file: source.name,
		line: 1,
		column: marked ? 4 : 1
	};
	writer.put(Buffer.from(lineForm(place)));
	writer.rebase(place);
	return marked ? 3 : 0;
}
/** Prints a range of the original with edits inside it, which are in order and apart. */
function render$1(job, edits, range) {
	let from = range.start;
	for (const nested of edits) {
		putOriginal(job, from, nested.edit.start);
		renderEdit(job, nested);
		from = Math.max(from, nested.edit.end);
	}
	putOriginal(job, from, range.end);
}
function renderEdit(job, { edit, inner }) {
	let run = [];
	for (const piece of edit.pieces) if (piece.kind === "inserted") run.push(piece);
	else {
		putInserted(job, run);
		run = [];
		render$1(job, innerOf(job, inner, piece, edit), piece);
	}
	putInserted(job, run);
}
/** The inner edits that a piece prints. An insertion between two pieces belongs to the later one. */
function innerOf(job, inner, piece, outer) {
	return inner.filter(({ edit }) => {
		const inside = piece.start <= edit.start && edit.end <= piece.end;
		if (isInsertion(edit)) {
			const goesOn = (p) => p.kind === "original" && p.start === edit.start && p.end > p.start;
			return inside && (edit.start < piece.end || !outer.pieces.some(goesOn));
		}
		if (!inside && edit.start < piece.end && piece.start < edit.end) spliceOverlap(job.source.name, edit, piece);
		return inside;
	});
}
/** Copies original bytes, at their original position. */
function putOriginal({ source, positions, writer }, start, end) {
	if (start >= end) return;
	const { text } = source;
	const ahead = lookAhead(text, start, end);
	const place = positions.at(start);
	if (ahead === "line-comment") {
		const lineStart = text.lastIndexOf("\n", start - 1) + 1;
		writer.positionAt(place, blanks.test(text.slice(lineStart, start)));
	} else if (ahead === "token" || ahead === "newline" && !sameLine(writer.place, place)) writer.positionAt(place, false);
	putFollowing(writer, source.bytes, positions.directives, {
		start,
		end
	});
}
/** Writes bytes and follows the line directives among them. */
function putFollowing(writer, bytes, directives, range) {
	let from = range.start;
	for (const { start, next, place, sameFile } of directives) {
		if (start < range.start || start >= range.end) continue;
		const { file } = sameFile ? writer.place : place;
		writer.put(bytes.subarray(from, Math.min(next, range.end)));
		if (next > range.end) writer.put(Buffer.from("\n"));
		writer.rebase({
			...place,
			file
		});
		from = Math.min(next, range.end);
	}
	writer.put(bytes.subarray(from, range.end));
}
/** Writes new text. Positions change between its tokens only, also where a piece begins inside a string or comment. */
function putInserted({ writer }, run) {
	const text = run.map((piece) => piece.text).join("");
	if (text === "") return;
	const source = sourceFile("", Buffer.from(text));
	const all = [...tokens(source.text)];
	const { directives } = positionsOf(source);
	let from = 0;
	for (const { offset, place } of placesOf(run, all)) {
		putFollowing(writer, source.bytes, directives, {
			start: from,
			end: offset
		});
		from = offset;
		const ahead = lookAhead(source.text, offset, source.text.length);
		if (ahead === "blank" || ahead === "newline" && sameLine(writer.place, place)) continue;
		writer.positionAt(place, ahead === "line-comment" && pragma.test(source.text.slice(offset)));
	}
	putFollowing(writer, source.bytes, directives, {
		start: from,
		end: source.bytes.length
	});
	const last = all.at(-1);
	if (last?.end === source.text.length && source.text.startsWith("//", last.start)) writer.leaveCommentOpen();
}
/** Where in the joined text of the pieces a position is due, and which; offsets are bytes. */
function placesOf(run, all) {
	const places = [];
	let start = 0;
	let token = 0;
	for (const { text, origin } of run) {
		const bytes = Buffer.from(text);
		while ((all[token]?.end ?? Infinity) <= start) token++;
		const cut = all[token];
		const skip = cut && cut.start < start ? cut.end - start : 0;
		if (origin && skip < bytes.length) {
			const passed = bytes.subarray(0, skip).toString("latin1");
			const line = origin.line + passed.split("\n").length - 1;
			const column = passed.includes("\n") ? skip - passed.lastIndexOf("\n") : origin.column + skip;
			places.push({
				offset: start + skip,
				place: {
					file: origin.file,
					line,
					column
				}
			});
		}
		start += bytes.length;
	}
	return places;
}
const blanks = /^[ \t\r]*$/;
/** A comment that may be a pragma and then has to begin its line. */
const pragma = /^[ \t]*\/\/[a-z]/;
/** What comes first in a range of a text: a newline, a line comment, another token, or nothing but blanks. */
function lookAhead(text, start, end) {
	let at = start;
	while (at < end && (text[at] === " " || text[at] === "	" || text[at] === "\r")) at++;
	if (at >= end) return "blank";
	if (text[at] === "\n") return "newline";
	return text.startsWith("//", at) ? "line-comment" : "token";
}
/** Enough before a newline: behind it the column is the text's own. */
function sameLine(a, b) {
	return a.file === b.file && a.line === b.line && a.column === void 0 === (b.column === void 0);
}

// src/weave/2-parse/top-level-words.ts
/**
* The names that a byte string of Go declares at its top level, methods left out, found without a parser and ten times as fast. In
* files that are no Go it may find others.
*/
function topLevelWords(text) {
	const found = /* @__PURE__ */ new Set();
	const all = [...tokens(text)].filter(({ kind }) => kind !== "comment");
	const word = (at) => text.slice(all[at]?.start, all[at]?.end);
	let depth = 0;
	let inGroup = false;
	for (let at = 0; at < all.length; at++) {
		const token = all[at];
		const here = word(at);
		if (token.kind === "mark") {
			if (here === "(" || here === "[" || here === "{") depth++;
			else if (here === ")" || here === "]" || here === "}") depth--;
			if (depth === 0) inGroup = false;
		} else if (token.kind === "word" && beginsStatement(text, all, at)) {
			const isSpec = depth === 1 && inGroup;
			const isDeclaration = depth === 0 && /^(?:var|const|type|func)$/.test(here);
			if (isDeclaration && word(at + 1) === "(") inGroup = here !== "func";
			else if (isSpec || isDeclaration) addNames(found, word, isSpec ? at : at + 1);
		}
	}
	return found;
}
/** `a, b, c` from a token on. */
function addNames(found, word, from) {
	for (let at = from;; at += 2) {
		found.add(word(at));
		if (word(at + 1) !== ",") return;
	}
}
/** Whether the token comes first behind a `(`, a `;`, or a newline that ends a statement. */
function beginsStatement(text, all, at) {
	const before = all[at - 1];
	if (before === void 0) return true;
	const last = text.slice(before.start, before.end);
	if (last === ";" || last === "(") return true;
	return (before.kind !== "mark" || [
		")",
		"]",
		"}"
	].includes(last)) && text.slice(before.end, all[at].start).includes("\n");
}

// src/weave/3-match/imported-words.ts
/** Names under which a file knows its imports: those that are written, else what the paths suggest. */
function importedWords(text) {
	const found = /* @__PURE__ */ new Set();
	let before = "";
	let inImports = false;
	for (const { kind, start, end } of tokens(text)) {
		if (kind === "comment") continue;
		const here = text.slice(start, end);
		if (kind === "word" && /^(?:var|const|type|func)$/.test(here)) break;
		if (here === "import") inImports = true;
		else if (inImports && kind === "string") {
			const names = before === "" ? guessPackageNames(here.slice(1, -1)) : [before];
			for (const name of names) found.add(name);
		}
		before = kind === "word" && here !== "import" ? here : "";
	}
	return found;
}

// src/weave/4-advise/package-session.ts
function packageSession(given) {
	const texts = once(() => given.request.files.map(({ bytes }) => byteString(bytes)));
	return {
		...given,
		added: /* @__PURE__ */ new Map(),
		replaced: /* @__PURE__ */ new Map(),
		needs: /* @__PURE__ */ new Set(),
		declared: /* @__PURE__ */ new Set(),
		hiddenUses: /* @__PURE__ */ new Set(),
		topLevel: once(() => new Set(texts().flatMap((text) => [...topLevelWords(text)]))),
		imported: once(() => new Set(texts().flatMap((text) => [...importedWords(text)])))
	};
}
/** A name for an added file that no other added file has, not even where case does not count. */
function addedName({ added }, base) {
	const taken = new Set([...added.values()].map(({ name }) => name.toLowerCase()));
	for (let n = 0;; n++) {
		const name = n === 0 ? `gots.${base}` : `gots.${n}.${base}`;
		if (!taken.has(name.toLowerCase())) return name;
	}
}
/** @throws GotsError aspect_package_missing, aspect_file_of_package */
function fileOfPackage(session, want) {
	const files = session.request.packageFiles?.(want.path) ?? aspectPackageMissing(want.span, want.path);
	return files.find((file) => baseName(file.name) === want.file) ?? aspectFileOfPackage(want.span, want, files.map((file) => baseName(file.name)));
}
/** Whether a name is declared at the top level of the package, by its own files or by what weaving has added. */
function isTopLevel({ topLevel, declared }, name) {
	return declared.has(name) || topLevel().has(byteString(Buffer.from(name)));
}
/** The name in the package clause; undefined for a package without files of which no more is known. */
function packageName$1({ request }) {
	const first = request.files[0];
	return first === void 0 ? request.facts.name : packageClauseName(first.bytes);
}
function baseName(name) {
	return name.slice(name.lastIndexOf("/") + 1);
}

// src/weave/3-match/changes.ts
function noChanges() {
	return {
		slots: /* @__PURE__ */ new Map(),
		prepended: /* @__PURE__ */ new Map(),
		beside: /* @__PURE__ */ new Map(),
		addedElements: /* @__PURE__ */ new Map(),
		jumps: /* @__PURE__ */ new Map(),
		appendedArgs: /* @__PURE__ */ new Map(),
		curried: /* @__PURE__ */ new Map(),
		late: /* @__PURE__ */ new Map(),
		spreads: /* @__PURE__ */ new Map(),
		values: /* @__PURE__ */ new Map(),
		addedFields: /* @__PURE__ */ new Map(),
		texts: /* @__PURE__ */ new Map(),
		directives: /* @__PURE__ */ new Map(),
		dropped: /* @__PURE__ */ new Set(),
		signatures: /* @__PURE__ */ new Map()
	};
}

// src/weave/3-match/for-each-node.ts
/** Without recursion: chains of operators nest deeper than the stack is. */
function forEachNode(root, visit) {
	const open = [root];
	for (let node = open.pop(); node !== void 0; node = open.pop()) {
		visit(node);
		open.push(...node.children);
	}
}

// src/weave/3-match/go-kind.ts
/** Kinds of tree-sitter-go that have no node in go/ast are missing: lists, clauses and the like. */
const kinds = {
	array_type: "ArrayType",
	assignment_statement: "AssignStmt",
	binary_expression: "BinaryExpr",
	blank_identifier: "Ident",
	block: "BlockStmt",
	break_statement: "BranchStmt",
	call_expression: "CallExpr",
	channel_type: "ChanType",
	communication_case: "CommClause",
	composite_literal: "CompositeLit",
	const_declaration: declaration,
	const_spec: "ValueSpec",
	continue_statement: "BranchStmt",
	dec_statement: "IncDecStmt",
	default_case: (node) => node.parent?.kind === "select_statement" ? "CommClause" : "CaseClause",
	defer_statement: "DeferStmt",
	dot: "Ident",
	empty_statement: "EmptyStmt",
	expression_case: "CaseClause",
	expression_statement: "ExprStmt",
	expression_switch_statement: "SwitchStmt",
	fallthrough_statement: "BranchStmt",
	false: "Ident",
	field_declaration: "Field",
	field_declaration_list: "FieldList",
	field_identifier: "Ident",
	float_literal: "BasicLit",
	for_statement: (node) => node.children.some((c) => c.kind === "range_clause") ? "RangeStmt" : "ForStmt",
	func_literal: "FuncLit",
	function_declaration: "FuncDecl",
	function_type: "FuncType",
	generic_type: instantiation,
	go_statement: "GoStmt",
	goto_statement: "BranchStmt",
	identifier: "Ident",
	if_statement: "IfStmt",
	imaginary_literal: "BasicLit",
	implicit_length_array_type: "ArrayType",
	import_declaration: "GenDecl",
	import_spec: "ImportSpec",
	inc_statement: "IncDecStmt",
	index_expression: "IndexExpr",
	int_literal: "BasicLit",
	interface_type: "InterfaceType",
	interpreted_string_literal: "BasicLit",
	iota: "Ident",
	keyed_element: "KeyValueExpr",
	label_name: "Ident",
	labeled_statement: "LabeledStmt",
	literal_value: (node) => node.parent?.kind === "literal_element" ? "CompositeLit" : void 0,
	map_type: "MapType",
	method_declaration: "FuncDecl",
	method_elem: "Field",
	negated_type: "UnaryExpr",
	nil: "Ident",
	package_identifier: "Ident",
	parameter_declaration: "Field",
	parameter_list: "FieldList",
	parenthesized_expression: "ParenExpr",
	parenthesized_type: "ParenExpr",
	pointer_type: "StarExpr",
	qualified_type: "SelectorExpr",
	raw_string_literal: "BasicLit",
	receive_statement: (node) => node.field("left") === void 0 ? "ExprStmt" : "AssignStmt",
	return_statement: "ReturnStmt",
	rune_literal: "BasicLit",
	select_statement: "SelectStmt",
	selector_expression: "SelectorExpr",
	send_statement: "SendStmt",
	short_var_declaration: "AssignStmt",
	slice_expression: "SliceExpr",
	slice_type: "ArrayType",
	source_file: "File",
	struct_type: "StructType",
	true: "Ident",
	type_alias: "TypeSpec",
	type_assertion_expression: "TypeAssertExpr",
	type_case: "CaseClause",
	type_conversion_expression: "CallExpr",
	type_declaration: declaration,
	type_elem: (node) => node.parent?.kind === "interface_type" ? "Field" : void 0,
	type_identifier: "Ident",
	type_instantiation_expression: instantiation,
	type_parameter_declaration: "Field",
	type_parameter_list: "FieldList",
	type_spec: "TypeSpec",
	type_switch_statement: "TypeSwitchStmt",
	unary_expression: (node, tree) => tree.source.text[node.start] === "*" ? "StarExpr" : "UnaryExpr",
	var_declaration: declaration,
	var_spec: "ValueSpec",
	variadic_parameter_declaration: "Field"
};
/**
* The kind go/ast gives a node; undefined where go/ast has no node of its own. A declaration inside a function answers
* `DeclStmt` (its `GenDecl` shares the syntax node). `pkg.Name` answers `SelectorExpr` here: whether it is one folded
* identifier depends on imports and scopes.
*/
function kindOf(node, tree) {
	const kind = kinds[node.kind];
	return typeof kind === "function" ? kind(node, tree) : kind;
}
function declaration(node) {
	return node.parent?.kind === "source_file" ? "GenDecl" : "DeclStmt";
}
function instantiation(node) {
	return (node.field("type_arguments")?.children ?? node.children.slice(1)).length > 1 ? "IndexListExpr" : "IndexExpr";
}
const expressions = /* @__PURE__ */ new Set([
	"ArrayType",
	"BasicLit",
	"BinaryExpr",
	"CallExpr",
	"ChanType",
	"CompositeLit",
	"Ellipsis",
	"FuncLit",
	"FuncType",
	"Ident",
	"IndexExpr",
	"IndexListExpr",
	"InterfaceType",
	"KeyValueExpr",
	"MapType",
	"ParenExpr",
	"SelectorExpr",
	"SliceExpr",
	"StarExpr",
	"StructType",
	"TypeAssertExpr",
	"UnaryExpr"
]);
/** Types are expressions too, as in go/ast. */
function isExpression(kind) {
	return expressions.has(kind);
}
function isFunction(kind) {
	return kind === "FuncDecl" || kind === "FuncLit";
}

// src/weave/3-match/go-node.ts
/** The node of go/ast that this syntax node stands for; undefined for what go/ast has no node for. */
function goNode(unit, syntax) {
	const kind = kindOf(syntax, unit.tree);
	return kind === void 0 ? void 0 : nodeOfKind(unit, syntax, kind);
}
function nodeOfKind(unit, syntax, kind) {
	let made = unit.nodes.get(syntax);
	if (made === void 0) {
		made = [];
		unit.nodes.set(syntax, made);
	}
	const found = made.find((node) => node.kind === kind);
	if (found !== void 0) return found;
	const node = {
		unit,
		syntax,
		kind
	};
	made.push(node);
	return node;
}
/** The node's text as a person reads it; of placeholders and changes inside nothing is known here. */
function textOf$2(node) {
	return syntaxText(node.unit, node.syntax);
}
function syntaxText(unit, syntax) {
	return textBetween(unit, syntax.start, syntax.end);
}
const wide = /[\u0100-\uffff]/;
function textBetween(unit, start, end) {
	const { source } = unit.tree;
	const text = source.text.slice(start, end);
	return wide.test(text) ? readable(source, start, end) : text;
}
function commentText(unit, comment) {
	return textBetween(unit, comment.start, comment.end).replace(/\r$/, "");
}
/**
* What stands in a node's place now: the node that replaced it, the node that a placeholder stands for, or itself.
*/
function current(node) {
	return moved(node.unit.changes.slots.get(node.syntax) ?? node);
}
/** The node that a placeholder stands for; any other node itself. */
function moved(node) {
	return node.unit.rendered?.holes.get(node.syntax) ?? node;
}

// src/weave/3-match/names.ts
/**
* The name that an identifier, or a `pkg.Name` whose left side is an import, stands for; undefined for anything else.
* Aliases and dot imports are looked through; a local variable with an import's name is no import.
*/
function nameOf(node, ctx) {
	if (node.kind === "Ident") return {
		path: dotImportOf(node, ctx),
		name: textOf$2(node)
	};
	if (node.kind !== "SelectorExpr") return void 0;
	const { left, right } = selectorParts(node.syntax);
	if (left === void 0 || right === void 0) return void 0;
	const path = qualifierPath(node.unit, left, ctx);
	return path === void 0 ? void 0 : {
		path,
		name: syntaxText(node.unit, right)
	};
}
/** Whether the identifier is declared inside a function, where the code stands or where a template puts it. */
function isLocalName({ unit, syntax }) {
	const name = syntaxText(unit, syntax);
	for (let at = {
		unit,
		syntax
	}; at; at = at.unit.rendered?.host) if (isDeclaredLocally(at.unit.tree, at.syntax, name)) return true;
	return false;
}
function selectorParts(syntax) {
	return syntax.kind === "qualified_type" ? {
		left: syntax.field("package"),
		right: syntax.field("name")
	} : {
		left: syntax.field("operand"),
		right: syntax.field("field")
	};
}
/** Import path that the identifier left of a dot denotes; undefined if it is no import. */
function qualifierPath(unit, left, ctx) {
	if (left.kind !== "identifier" && left.kind !== "package_identifier") return void 0;
	const name = syntaxText(unit, left);
	if (unit.rendered !== void 0) {
		const path = unit.rendered.template.imports[name];
		return path === void 0 || isDeclaredLocally(unit.tree, left, name) ? void 0 : path;
	}
	const spec = ctx.imports.byName.get(name);
	return spec === void 0 || isDeclaredLocally(unit.tree, left, name) ? void 0 : spec.path;
}
/** Names every Go file knows without an import (go/types.Universe, Go 1.26). */
const universe = new Set("any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr true false iota nil append cap clear close complex copy delete imag len make max min new panic print println real recover".split(" "));
function isPredeclaredName(name) {
	return universe.has(name);
}
/** The dot import a bare name must come from, since nothing else in reach declares it. */
function dotImportOf(node, ctx) {
	if (node.unit.rendered !== void 0 || ctx.imports.dots.length === 0) return void 0;
	if (node.syntax.kind === "field_identifier" || node.syntax.kind === "package_identifier") return void 0;
	const name = textOf$2(node);
	if (!/^\p{Lu}/u.test(name) || universe.has(name)) return void 0;
	if (ctx.packageLevel().has(name) || isDeclaredLocally(node.unit.tree, node.syntax, name)) return void 0;
	const [first, ...others] = ctx.imports.dots;
	return others.length === 0 ? first?.path : typedDotImport(node, name, ctx);
}
/** With several dot imports, only the type checker knows which of them declares a name. */
function typedDotImport({ unit, syntax }, name, ctx) {
	const { start, end } = syntax;
	if (ctx.oracle === void 0) return weaveDotImports(spanOf$1(unit, start), name);
	const path = ctx.oracle.packageOf({
		file: unit.tree.source.name,
		start,
		end
	});
	if (isUnknown(path)) return weaveTypeUnknown(spanOf$1(unit, start), `where "${name}" is declared`, path.unknown);
	return path === "" || path === ctx.facts.importPath ? void 0 : path;
}
/** Whether two import paths are the same package once vendor prefixes are gone. */
function samePath(a, b) {
	return a === b || a !== void 0 && b !== void 0 && stripVendor(a) === stripVendor(b);
}

// src/weave/5-splice/imports.ts
/**
* Adds imports behind the package clause, on its own line, so that no other line moves and no comment changes what it
* belongs to. Undefined if there is nothing to add.
*
* @throws Error if the tree has no package clause: such a file cannot be woven
*/
function importInsertion(tree, specs) {
	if (specs.length === 0) return void 0;
	const clause = tree.root.children.find((node) => node.kind === "package_clause");
	if (clause === void 0) throw new Error(`${tree.source.name} has no package clause`);
	const text = specs.map(({ name, path }) => `; import ${name ? `${name} ` : ""}${goString(path)}`).join("");
	return {
		start: clause.end,
		end: clause.end,
		pieces: [{
			kind: "inserted",
			text
		}]
	};
}
/** Gives an import the name `_`, as an import that weaving left unused needs. `spec` is an `import_spec`. */
function blankImport(spec) {
	const name = spec.field("name");
	if (name) return {
		start: name.start,
		end: name.end,
		pieces: [{
			kind: "inserted",
			text: "_"
		}]
	};
	return {
		start: spec.start,
		end: spec.start,
		pieces: [{
			kind: "inserted",
			text: "_ "
		}]
	};
}
/** JSON's escapes are Go's, but for the two that JSON leaves out of ASCII's range; import paths hold neither. */
function goString(path) {
	return JSON.stringify(path);
}

// src/weave/4-advise/own-names.ts
/** The package has to be woven again, with what {@link Foresight} holds now: thrown at the end, so that one time more is enough. */
var WeaveAgain = class extends Error {};
function noForesight() {
	return {
		wordsTaken: 0,
		injected: /* @__PURE__ */ new Set(),
		locals: /* @__PURE__ */ new Map(),
		open: /* @__PURE__ */ new Map()
	};
}
/** @param texts the files of the package */
function ownNames(texts, foresight) {
	const isFree = (word) => !texts.some((text) => text.includes(word));
	let last = 0;
	let word;
	const names = {
		foresight,
		isStale: false,
		get word() {
			word ??= wordOf(isFree, foresight.wordsTaken);
			return word;
		},
		admit: (text) => {
			if (!text.includes(names.word)) return;
			foresight.wordsTaken++;
			throw new WeaveAgain();
		},
		number: () => ++last
	};
	return names;
}
function wordOf(isFree, taken) {
	let left = taken;
	for (let n = 0;; n++) {
		const word = n === 0 ? "__gots" : `__gots${n}`;
		if (isFree(word) && left-- === 0) return word;
	}
}
/** A name for an import that the aspect calls `key`. Behind the word of every other name comes a capital letter. */
function importName({ word }, key) {
	return `${word}_${key.replace(/[^\p{L}\p{Nd}_]/gu, "_")}`;
}
/** A name for anything but an import: `what` in camel case. */
function ownName({ word }, what) {
	return `${word}${what.slice(0, 1).toUpperCase()}${what.slice(1)}`;
}
/** The name of what injected text declares as `name`. */
function injectedName(own, name) {
	return ownName(own, `X${name}`);
}

// src/weave/3-match/constants.ts
/**
* The specification whose expressions a specification has: itself, or of a constant that repeats those above it, the nearest
* that has any. Undefined where there is none.
*/
function governingSpec(spec) {
	if (spec.field("value") !== void 0) return spec;
	return (spec.kind === "const_spec" ? spec.parent?.children ?? [] : []).filter((each) => each.start < spec.start && each.field("value") !== void 0).at(-1);
}
/** The values that a specification is written with, one for each name or one call for all; of constants also repeated ones. */
function writtenValues(unit, spec) {
	return listed(governingSpec(spec)?.field("value")).flatMap((syntax) => {
		const value = goNode(unit, syntax);
		return value === void 0 ? [] : [current(value)];
	});
}
/** Whether only a constant can stand there: as the value of one, as the length of an array, as an index in an array literal. */
function wantsConstant(unit, place) {
	let child = place;
	for (let up = place.parent; up !== void 0; up = up.parent) {
		switch (up.kind) {
			case "const_spec": return child.fieldName === "value" || child.fieldName === void 0;
			case "array_type": return child.fieldName === "length";
			case "keyed_element": return child.fieldName === "key" && isArrayLiteral(up.parent?.parent);
			case "argument_list":
				if (isSizeOf(unit, up.parent)) return false;
				break;
			case "block":
			case "func_literal":
			case "literal_value":
			case "source_file": return false;
		}
		child = up;
	}
	return false;
}
function isArrayLiteral(literal) {
	return /^(?:array|implicit_length_array|slice)_type$/.test(literal?.field("type")?.kind ?? "");
}
function isSizeOf(unit, call) {
	const name = call?.field("function")?.field("field");
	return name !== void 0 && /^(?:Sizeof|Alignof|Offsetof)$/.test(syntaxText(unit, name));
}
/** Functions whose results may be constant. */
const builtins = /^(?:len|cap|min|max|real|imag|complex)$/;
/**
* The part of an expression that makes it no constant, whatever its names stand for; undefined where it may be one. Of
* conversions and calls of other packages only the compiler can tell which they are.
*/
function inconstantPart(node) {
	const { unit, syntax } = current(node);
	switch (syntax.kind) {
		case "unary_expression": {
			const operator = unit.tree.source.text[syntax.start];
			return operator === "&" || operator === "*" || operator === "<" ? current(node) : firstOf(unit, syntax.children);
		}
		case "binary_expression":
		case "parenthesized_expression": return firstOf(unit, syntax.children);
		case "call_expression": return inconstantCall(unit, syntax);
		case "type_conversion_expression": return firstOf(unit, syntax.fields("operand"));
		case "composite_literal":
		case "func_literal":
		case "index_expression":
		case "slice_expression":
		case "type_assertion_expression":
		case "nil": return current(node);
		default: return;
	}
}
function inconstantCall(unit, call) {
	const callee = unparenthesized(call.field("function") ?? call);
	const name = callee.kind === "identifier" ? syntaxText(unit, callee) : "";
	const args = call.field("arguments")?.children ?? [];
	if (callee.kind === "func_literal" || callee.kind === "call_expression" || /^(?:make|new|append|copy|recover)$/.test(name) || args.length !== 1 && name !== "" && !builtins.test(name)) return goNode(unit, call);
	return isSizeOf(unit, call) || builtins.test(name) ? void 0 : firstOf(unit, args);
}
function firstOf(unit, parts) {
	for (const part of parts) {
		const node = part.kind === "operator" ? void 0 : goNode(unit, part);
		const found = node && inconstantPart(node);
		if (found !== void 0) return found;
	}
}

// src/weave/4-advise/extent.ts
/**
* The text that is a node's own. Nodes of go/ast without a syntax node of their own share another's; those whose text
* cannot be told from it have none.
*/
function extentOf({ unit, syntax, kind }) {
	const own = kindOf(syntax, unit.tree);
	if (own === kind || own === "DeclStmt" && kind === "GenDecl") return syntax;
	if (syntax.kind === "call_expression" && (kind === "IndexExpr" || kind === "IndexListExpr")) {
		const args = syntax.field("type_arguments");
		return args === void 0 ? void 0 : {
			start: syntax.start,
			end: args.end
		};
	}
}

// src/weave/4-advise/parentheses.ts
/** Whether an expression needs parentheses to stand, as one operand, where another expression or a placeholder stood. */
function needsParentheses(content, unit, place) {
	const parent = place.parent;
	if (parent === void 0 || parent.kind === "parenthesized_expression") return false;
	return bindsLooser(content, unit, place, parent) || isInHeader(place) && showsLiteral(content);
}
function bindsLooser(content, unit, place, parent) {
	switch (parent.kind) {
		case "selector_expression": return isLoose(content) || /^(?:int|float|imaginary)_literal$/.test(content.syntax.kind);
		case "call_expression":
		case "type_conversion_expression": return calleeOf(parent) === place && isLoose(content);
		case "index_expression":
		case "slice_expression":
		case "type_assertion_expression": return place.fieldName === "operand" && isLoose(content);
		case "type_instantiation_expression": return place.fieldName === "type" && isLoose(content);
		case "unary_expression": return content.kind === "BinaryExpr" || content.kind === "UnaryExpr";
		case "binary_expression": return looserOperand(content, unit, place, parent);
		default: return false;
	}
}
/** Operators, and types that would swallow what follows, `<-chan T` or `func()`. */
function isLoose({ kind }) {
	return /^(?:BinaryExpr|UnaryExpr|StarExpr|FuncType|ChanType)$/.test(kind);
}
function looserOperand(content, unit, place, parent) {
	const isRight = place.fieldName === "right";
	if (content.kind === "UnaryExpr" || content.kind === "StarExpr") return isRight;
	if (content.kind !== "BinaryExpr") return false;
	const outer = precedence(unit, parent);
	const inner = precedence(content.unit, content.syntax);
	return isRight ? inner <= outer : inner < outer;
}
/** Go specification, "Operator precedence": 5 binds strongest. */
function precedence(unit, binary) {
	const operator = binary.field("operator");
	switch (operator === void 0 ? "" : syntaxText(unit, operator)) {
		case "||": return 1;
		case "&&": return 2;
		case "==":
		case "!=":
		case "<":
		case "<=":
		case ">":
		case ">=": return 3;
		case "+":
		case "-":
		case "|":
		case "^": return 4;
		default: return 5;
	}
}
/** In the head of `if`, `for` and `switch` the `{` of a literal would be taken for the block's. */
function isInHeader(place) {
	let child = place;
	for (let up = place.parent; up !== void 0; up = up.parent) {
		switch (up.kind) {
			case "parenthesized_expression":
			case "argument_list":
			case "literal_value":
			case "block":
			case "statement_list": return false;
			case "index_expression":
				if (child.fieldName === "index") return false;
				break;
			case "slice_expression":
				if (child.fieldName !== "operand") return false;
				break;
			case "if_statement":
			case "for_statement":
			case "expression_switch_statement":
			case "type_switch_statement": return true;
			case "expression_case":
			case "type_case":
			case "communication_case": return false;
		}
		child = up;
	}
	return false;
}
/** Whether a literal `T{…}` with a plain type name stands in the open, outside of any brackets. */
function showsLiteral(node) {
	if (node === void 0) return false;
	const { unit, syntax } = node;
	const shows = (part) => {
		const inner = part === void 0 ? void 0 : goNode(unit, part);
		return inner !== void 0 && showsLiteral(current(inner));
	};
	switch (node.kind) {
		case "CompositeLit": {
			const type = syntax.field("type")?.kind;
			return type === "type_identifier" || type === "qualified_type" || type === "generic_type";
		}
		case "BinaryExpr": return shows(syntax.field("left")) || shows(syntax.field("right"));
		case "CallExpr": return shows(calleeOf(syntax));
		case "SelectorExpr":
		case "IndexExpr":
		case "SliceExpr":
		case "TypeAssertExpr":
		case "UnaryExpr":
		case "StarExpr": return shows(syntax.field("operand"));
		default: return false;
	}
}

// src/weave/4-advise/edit-parts.ts
const text$1 = (value, origin) => ({
	kind: "text",
	text: value,
	origin
});
function replace(node, parts) {
	return {
		start: node.start,
		end: node.end,
		parts
	};
}
function insert(at, parts) {
	return {
		start: at,
		end: at,
		parts
	};
}
/** The text of a node, in parentheses where its new place asks for them. */
function contentParts(content, unit, place) {
	const range = extentOf(content) ?? content.syntax;
	const printed = {
		kind: "range",
		unit: content.unit,
		start: range.start,
		end: range.end
	};
	const body = isOutput(content) ? withComments(content, printed) : [printed];
	const shown = moved(content);
	return isExpression(shown.kind) && needsParentheses(shown, unit, place) ? [
		text$1("("),
		...body,
		text$1(")")
	] : body;
}
/**
* The same where only a constant can stand. Whether the value is one is for the compiler to say, which blames the place where
* the expression begins: that has to be the template, though the text begins with what was moved there.
*/
function constantParts(content, unit, place) {
	const { rendered } = content.unit;
	const parts = contentParts(content, unit, place);
	if (!(rendered !== void 0 && !rendered.holes.has(content.syntax)) || !rendered.holes.has(firstOperand(content.syntax, rendered.holes))) return parts;
	return [
		text$1("(", spanOf$1(content.unit, content.syntax.start)),
		...parts,
		text$1(")")
	];
}
function firstOperand(node, holes) {
	const first = node.children[0];
	return first === void 0 || first.start !== node.start || holes.has(node) ? node : firstOperand(first, holes);
}
/** Whether the node is all that its template rendered; then the comments around it belong to it. */
function isOutput({ unit, syntax }) {
	const wrapper = unit.tree.root.children.find((child) => child.kind === "function_declaration");
	return unit.rendered !== void 0 && syntax.parent?.parent?.parent?.parent === wrapper && wrapper !== void 0;
}
function withComments({ unit, syntax }, printed) {
	if (unit.tree.comments.length === 0) return [printed];
	const block = syntax.parent?.parent?.parent ?? syntax;
	return [
		{
			kind: "comments",
			unit,
			start: block.start,
			end: syntax.start
		},
		printed,
		{
			kind: "comments",
			unit,
			start: syntax.end,
			end: block.end
		}
	];
}

// src/weave/4-advise/call-edits.ts
/** The arguments that advice has added to calls. */
function callEdits(unit) {
	const { appendedArgs, curried, spreads } = unit.changes;
	const edits = [];
	for (const [call, args] of appendedArgs) {
		const helper = curried.get(call);
		edits.push(...helper === void 0 ? [appended(unit, call, args)] : curriedEdits(unit, call, {
			helper,
			args
		}));
	}
	for (const [statement, late] of unit.changes.late) edits.push(...lateEdits(unit, statement, late));
	for (const [call, wraps] of spreads) edits.push(...spreadEdits(unit, call, wraps));
	return edits;
}
/**
* `defer f(x)` becomes `{ c := helper(f)(x); defer func() { wrap(c()) }() }`: f and x are evaluated when they were. Where nothing
* is to be evaluated, only the call is put into a function (`local-edits.ts`).
*/
function lateEdits(unit, statement, { bound, call, span }) {
	const callee = calleeOf(call);
	const wrapped = unit.changes.slots.get(call);
	if (callee === void 0 || wrapped === void 0 || bound === void 0) return [];
	const keyword = statement.kind === "go_statement" ? "go " : "defer ";
	const args = {
		kind: "range",
		unit,
		start: callee.end,
		end: call.end
	};
	const list = (values) => values.flatMap((value, i) => [text$1(i === 0 ? "" : ", "), rangeOf(unit, value)]);
	const head = "helper" in bound ? [
		text$1(`${bound.variable} := ${bound.helper}(`, span),
		rangeOf(unit, callee),
		text$1(")"),
		args,
		text$1("; ")
	] : [
		text$1(`${bound.variables.join(", ")} := `, span),
		...list(bound.values),
		text$1("; ")
	];
	const isBound = "helper" in bound || bound.variables.length > 0;
	return [replace(statement, [
		text$1("{ ", span),
		...isBound ? head : [],
		text$1(keyword, span),
		...inFunction(wrapped, span),
		text$1(" }")
	])];
}
/** A function that evaluates what a call was wrapped in, and its call. */
function inFunction(wrapped, span) {
	return [
		text$1("func() { ", span),
		...contentParts(wrapped, wrapped.unit, wrapped.syntax),
		text$1(" }()", span)
	];
}
function appended(unit, call, args) {
	const isFirst = argumentsOf$1(call).length === 0 || hasTrailingComma(unit, call);
	return insert(call.end - 1, [text$1(isFirst ? "" : ", "), ...listParts$1(args)]);
}
function hasTrailingComma(unit, call) {
	const last = argumentsOf$1(call).at(-1) ?? call;
	const { comments, source } = unit.tree;
	let tail = source.text.slice(last.end, call.end);
	for (const { start, end } of comments) if (start >= last.end && end <= call.end) tail = tail.replace(source.text.slice(start, end), "");
	return tail.includes(",");
}
/** `f(g())` becomes `helper(f)(g())(v)`: first f is evaluated, then g(), then v, in a deferred call too. */
function curriedEdits(unit, call, { helper, args }) {
	const callee = calleeOf(call);
	const [results] = argumentsOf$1(call);
	if (callee === void 0 || results === void 0) return [];
	return [replace(callee, [
		text$1(`${helper.name}(`, helper.span),
		rangeOf(unit, callee),
		text$1(")")
	]), replace(results, [
		rangeOf(unit, results),
		text$1(")("),
		...listParts$1(args)
	])];
}
/** `f(xs...)` becomes `f(append[T](xs, v)...)`, or `f(func(opts ...T) []T { return append(opts, v) }(xs...)...)`. */
function spreadEdits(unit, call, spreads) {
	const last = isSpread(call) ? argumentsOf$1(call).at(-1) : void 0;
	if (last === void 0) return [];
	let parts = [rangeOf(unit, last)];
	for (const { type, append, values, span } of spreads) {
		const added = values.flatMap((value) => [text$1(", "), ...contentParts(value, value.unit, value.syntax)]);
		parts = append === void 0 ? [
			text$1(`func(opts ...${type}) []${type} { return append(opts`, span),
			...added,
			text$1(") }("),
			...parts,
			text$1("...)")
		] : [
			text$1(`${append}[${type}](`, span),
			...parts,
			...added,
			text$1(")")
		];
	}
	return [replace(last, parts)];
}
function rangeOf(unit, { start, end }) {
	return {
		kind: "range",
		unit,
		start,
		end
	};
}
function listParts$1(args) {
	return args.flatMap((arg, i) => [text$1(i === 0 ? "" : ", "), ...contentParts(arg, arg.unit, arg.syntax)]);
}

// src/weave/4-advise/value-edits.ts
/** The new values of specifications, and the old ones of constants that repeat those of a changed one. */
function valueEdits(unit) {
	const { values } = unit.changes;
	const groups = new Set([...values.keys()].flatMap((spec) => spec.kind === "const_spec" ? spec.parent ?? [] : []));
	return [...[...values].map(([spec, changed]) => assigned(unit, spec, changed)), ...[...groups].flatMap((group) => keptConstants(unit, group))];
}
function assigned(unit, spec, values) {
	const written = spec.field("value");
	const parts = listParts(values, spec.kind === "const_spec" ? constantParts : contentParts);
	return written === void 0 ? insert(spec.end, [
		...repeatedType(unit, spec),
		text$1(" = "),
		...parts
	]) : replace(written, parts);
}
/**
* A constant without an expression repeats the one above it, which is not its own any more once that was changed. The first
* of those gets it in writing; the ones below repeat that.
*/
function keptConstants(unit, group) {
	const edits = [];
	let repeated;
	for (const spec of group.children) {
		const governing = governingSpec(spec);
		if (unit.changes.values.has(spec)) repeated = void 0;
		else if (spec !== governing && governing !== repeated && governing !== void 0) {
			const parts = [
				...repeatedType(unit, spec),
				text$1(" = "),
				...listParts(writtenValues(unit, spec))
			];
			edits.push(insert(spec.end, parts));
			repeated = governing;
		} else repeated = governing;
	}
	return edits;
}
/** The type is repeated together with the expression. */
function repeatedType(unit, spec) {
	const governing = governingSpec(spec);
	const type = governing === spec ? void 0 : governing?.field("type");
	return type === void 0 ? [] : [text$1(" "), {
		kind: "range",
		unit,
		start: type.start,
		end: type.end
	}];
}
function listParts(values, partsOf = contentParts) {
	return values.flatMap((value, i) => [text$1(i === 0 ? "" : ", "), ...partsOf(value, value.unit, value.syntax)]);
}

// src/weave/4-advise/local-edits.ts
/** Everything that advice did to a unit, as edits; of two with the same range, the later is the outer one. */
function localEdits(unit) {
	const { changes } = unit;
	const edits = [];
	for (const [{ start, end }, said] of changes.directives) edits.push({
		start,
		end,
		parts: [text$1(said)]
	});
	for (const [node, replacement] of changes.texts) edits.push(replace(node, [text$1(replacement, spanOf$1(unit, node.start))]));
	for (const node of changes.dropped) edits.push(replace(node, []));
	for (const [node, moved] of unit.rendered?.holes ?? []) edits.push(replace(node, contentParts(moved, unit, node)));
	for (const [node, content] of changes.slots) {
		const partsOf = wantsConstant(unit, node) ? constantParts : contentParts;
		const late = node.parent && changes.late.get(node.parent);
		edits.push(replace(node, late ? inFunction(content, late.span) : partsOf(content, unit, node)));
	}
	for (const block of /* @__PURE__ */ new Set([...changes.prepended.keys(), ...changes.jumps.keys()])) {
		const prepended = (changes.prepended.get(block) ?? []).toReversed().flatMap(blockParts);
		const jumps = (changes.jumps.get(block) ?? []).map((jump) => text$1(jump.text, jump.span));
		edits.push(insert(block.start + 1, [...prepended, ...jumps]));
	}
	for (const [statement, placed] of changes.beside) {
		const parts = (placement) => placed.flatMap((each) => each.placement === placement ? blockParts({
			unit: each.unit,
			open: true
		}) : []);
		const [before, after] = [parts("before"), parts("after")];
		if (before.length > 0) edits.push(insert(statement.start, before));
		if (after.length > 0) edits.push(insert(statement.end, after));
	}
	for (const [body, elements] of changes.addedElements) edits.push(addedElements(body, elements));
	edits.push(...callEdits(unit));
	edits.push(...valueEdits(unit));
	for (const [struct, fields] of changes.addedFields) {
		const list = struct.children[0] ?? struct;
		edits.push(insert(list.end - 1, addedFields(unit, list, fields)));
	}
	for (const { receiver, parameters, results } of changes.signatures.values()) for (const groups of [
		receiver,
		parameters,
		results
	]) if (groups?.changed) edits.push(...renamed(groups));
	return edits;
}
/** Statements in a block of their own, so that what they declare stays inside. */
function blockParts({ unit, open }) {
	const body = unit.tree.root.children.find((child) => child.kind === "function_declaration")?.field("body");
	if (body === void 0) return [];
	const statements = {
		kind: "range",
		unit,
		start: body.start + 1,
		end: body.end - 1
	};
	return open ? [statements] : [
		text$1("{"),
		statements,
		text$1("};")
	];
}
function addedElements(body, elements) {
	const isLast = (i) => i === elements.length - 1 && body.children.length === 0;
	const parts = elements.flatMap(({ name, value }, i) => [
		text$1(`${name}: `),
		...contentParts(value, value.unit, value.syntax),
		text$1(isLast(i) ? "" : ", ")
	]);
	return insert(body.start + 1, parts);
}
/** Fields are separated by newlines or semicolons; two separators in a row would be a syntax error. */
function addedFields(unit, list, fields) {
	const last = list.children.at(-1);
	const before = unit.tree.source.text.slice(last?.end ?? list.end, list.end - 1);
	const isSeparated = last === void 0 || before.includes("\n") || /^\s*;/.test(before);
	return fields.flatMap(({ name, type, span }, i) => [text$1(i === 0 && isSeparated ? " " : "; "), text$1(`${name} ${type}`, span)]);
}
/** An unnamed list gets a name for each entry, a named one new names for its `_`. */
function renamed({ syntax, fields }) {
	const edits = fields.flatMap(({ written, names, syntax: field }) => {
		if (written.length === 0) return [insert(field.start, [text$1(`${names[0] ?? "_"} `)])];
		return written.map((name, i) => replace(name, [text$1(names[i] ?? "_")]));
	});
	if (syntax === void 0 || syntax.kind === "parameter_list") return edits;
	const [only] = edits;
	return [insert(syntax.start, [text$1("("), ...only?.parts ?? []]), insert(syntax.end, [text$1(")")])];
}

// src/weave/4-advise/pieces.ts
/** The edits of a file, with everything that templates rendered put in place. */
function fileEdits(file, { appended, declarations }) {
	const printer = {
		edits: /* @__PURE__ */ new Map(),
		active: []
	};
	const edits = localEdits(file).map((edit) => ({
		start: edit.start,
		end: edit.end,
		pieces: edit.parts.flatMap((part) => piecesOf(printer, part)).map((piece) => asText(file, piece, edit))
	}));
	if (appended.length + declarations.length > 0) {
		const end = file.tree.source.text.length;
		const pieces = appended.flatMap((unit) => declarationPieces(printer, unit));
		for (const { text, span } of declarations) pieces.push(...ownPieces(text, span));
		edits.push({
			start: end,
			end,
			pieces: pieces.map((piece) => asText(file, piece, {
				start: end,
				end
			}))
		});
	}
	return printedEdits(edits);
}
/** Copies of nodes from elsewhere are new text, reported where the node stands. */
function asText(file, piece, { start, end }) {
	if (piece.kind === "inserted" || piece.start >= start && piece.end <= end) return piece;
	const origin = spanAt(file.tree.source, piece.start);
	return {
		kind: "inserted",
		text: textBetween(file, piece.start, piece.end),
		origin
	};
}
/**
* The edits that show in the result. What replaced a part of a node may itself have been moved somewhere else by what
* replaced the whole; then its pieces are printed there, and its own edit has no place any more.
*/
function printedEdits(edits) {
	const order = edits.map((edit, index) => ({
		edit,
		index
	})).sort((a, b) => a.edit.start - b.edit.start || byExtent(a.edit, b.edit) || b.index - a.index).map(({ edit }) => edit);
	const kept = /* @__PURE__ */ new Set();
	const keepWithin = (range, from, to) => {
		for (let i = from; i < to; i++) {
			const edit = order[i];
			if (!isWithin$1(edit, range)) continue;
			kept.add(edit);
			let next = i + 1;
			while (next < to && order[next].start < edit.end) next++;
			if (edit.start === edit.end) continue;
			for (const piece of edit.pieces) if (piece.kind === "original") keepWithin(piece, i + 1, next);
			i = next - 1;
		}
	};
	keepWithin({
		start: -1,
		end: Number.MAX_SAFE_INTEGER
	}, 0, order.length);
	return edits.filter((edit) => kept.has(edit));
}
/** Behind a newline, since the file may end in a comment, and since pragmas must begin a line. */
function declarationPieces(printer, unit) {
	const clause = unit.tree.root.children.find((child) => child.kind === "package_clause");
	const { length } = unit.tree.source.text;
	return [{
		kind: "inserted",
		text: "\n"
	}, ...rangePieces(printer, unit, {
		start: (clause?.end ?? 0) + 1,
		end: length
	})];
}
/** Text of ours, of which every line is reported where the advice stands. */
function ownPieces(text, origin) {
	return text.split(/(?<=\n)/).map((line) => ({
		kind: "inserted",
		text: line,
		...line.trim() === "" ? {} : { origin }
	}));
}
function piecesOf(printer, part) {
	switch (part.kind) {
		case "text": return part.text === "" ? [] : [{
			kind: "inserted",
			text: part.text,
			origin: part.origin
		}];
		case "comments": return inlineComments(part.unit, part);
		case "range": return rangePieces(printer, part.unit, part);
	}
}
/** A stretch of a unit with its edits applied. Inside a file of the package splicing does that. */
function rangePieces(printer, unit, range) {
	if (unit.rendered === void 0) return [{
		kind: "original",
		start: range.start,
		end: range.end
	}];
	const pieces = [];
	const active = printer.active.filter((each) => each.unit === unit).map((each) => each.edit);
	let from = range.start;
	for (const edit of outermost(editsOf(printer, unit), range, active)) {
		if (edit.start < from) continue;
		pieces.push(...textPieces(unit, from, edit.start));
		printer.active.push({
			edit,
			unit
		});
		pieces.push(...edit.parts.flatMap((part) => piecesOf(printer, part)));
		printer.active.pop();
		from = edit.end;
	}
	return [...pieces, ...textPieces(unit, from, range.end)];
}
function editsOf(printer, unit) {
	let edits = printer.edits.get(unit);
	if (edits === void 0) {
		edits = localEdits(unit);
		printer.edits.set(unit, edits);
	}
	return edits;
}
/** Edits inside a range, outer ones first; of those that are being printed, and their like, only what came before. */
function outermost(edits, range, active) {
	const outer = active.at(-1);
	const limit = outer === void 0 ? edits.length : edits.indexOf(outer);
	return edits.map((edit, index) => ({
		edit,
		index
	})).filter(({ edit, index }) => {
		if (active.includes(edit) || !isWithin$1(edit, range)) return false;
		return edit.start !== outer?.start || edit.end !== outer.end || index < limit;
	}).sort((a, b) => a.edit.start - b.edit.start || byExtent(a.edit, b.edit) || b.index - a.index).map(({ edit }) => edit);
}
/** Insertions come before what begins at their offset, long ranges before short ones. */
function byExtent(a, b) {
	return Number(b.start === b.end) - Number(a.start === a.end) || b.end - a.end;
}
/** An insertion at the border of a moved node is the affair of what is around the node. */
function isWithin$1(edit, range) {
	if (edit.start === edit.end) return range.start < edit.start && edit.end < range.end;
	return range.start <= edit.start && edit.end <= range.end;
}
/** Rendered text line by line, so that each line is positioned at its own place in the aspect file. */
function textPieces(unit, start, end) {
	const { rendered, tree } = unit;
	if (rendered === void 0 || start >= end) return [];
	const pieces = [];
	for (let from = start; from < end;) {
		const newline = tree.source.text.indexOf("\n", from);
		const to = newline < 0 || newline >= end ? end : newline + 1;
		const text = textBetween(unit, from, to);
		pieces.push({
			kind: "inserted",
			text,
			...text.trim() === "" ? {} : { origin: originOf(rendered, from) }
		});
		from = to;
	}
	return pieces;
}
/** Comments around a rendered expression, in the form that may stand in mid-line: without newlines. */
function inlineComments(unit, range) {
	return unit.tree.comments.filter(({ start, end }) => start >= range.start && end <= range.end).map((comment) => ({
		kind: "inserted",
		text: ` ${inline(unit, comment)} `
	}));
}
function inline(unit, comment) {
	const written = commentText(unit, comment);
	return `/*${(written.startsWith("//") ? written.slice(2) : written.slice(2, -2)).replaceAll("*/", "* /").replace(/\s*\n\s*/g, " ")}*/`;
}

// src/weave/3-match/parents.ts
/**
* The node above in go/ast's tree. Above the root of a rendered text comes the node that it was rendered for.
*/
function parentOf(node) {
	const { unit, syntax } = node;
	if (node.kind === "GenDecl" && kindOf(syntax, unit.tree) === "DeclStmt") return nodeOfKind(unit, syntax, "DeclStmt");
	for (let up = syntax.parent; up !== void 0; up = up.parent) {
		if (unit.rendered !== void 0 && isWrapping(up)) return unit.rendered.host;
		const kind = kindOf(up, unit.tree);
		if (kind !== void 0) return nodeOfKind(unit, up, kind === "DeclStmt" ? "GenDecl" : kind);
	}
}
/** What a template's output was put into so that it could be parsed: a file, in it perhaps a function named `_`. */
function isWrapping(syntax) {
	if (syntax.kind === "source_file") return true;
	return syntax.parent?.parent?.kind === "source_file" && syntax.kind === "block" && isWrapper(syntax.parent);
}
function isWrapper(fn) {
	const name = fn.field("name");
	return fn.kind === "function_declaration" && name !== void 0 && name.end - name.start === 1 && fn.field("parameters")?.children.length === 0;
}
/** The nearest function around a node, itself included. */
function enclosingFunction(node) {
	for (let up = node; up !== void 0; up = parentOf(up)) if (isFunction(up.kind)) return up;
}

// src/weave/3-match/signature.ts
/** The signature of a FuncDecl or FuncLit; the same object every time, so that renames are seen by whoever asks later. */
function signatureOf(fn) {
	const { signatures } = fn.unit.changes;
	let signature = signatures.get(fn.syntax);
	if (signature === void 0) {
		const receiver = fn.syntax.field("receiver");
		signature = {
			receiver: receiver === void 0 ? void 0 : groups(fn.unit, receiver),
			parameters: groups(fn.unit, fn.syntax.field("parameters")),
			results: groups(fn.unit, fn.syntax.field("result"))
		};
		signatures.set(fn.syntax, signature);
	}
	return signature;
}
function groups(unit, syntax) {
	if (syntax === void 0) return {
		unit,
		syntax,
		fields: [],
		changed: false
	};
	if (syntax.kind !== "parameter_list") return {
		unit,
		syntax,
		fields: [{
			syntax,
			type: syntax,
			variadic: false,
			written: [],
			names: []
		}],
		changed: false
	};
	return {
		unit,
		syntax,
		fields: syntax.children.map((field) => group(unit, field)),
		changed: false
	};
}
function group(unit, syntax) {
	const written = syntax.fields("name");
	return {
		syntax,
		type: syntax.field("type") ?? syntax,
		variadic: isVariadic(syntax),
		written,
		names: written.map((name) => syntaxText(unit, name))
	};
}
/** The type of a group as an expression; undefined for `...T`, which is no named type. */
function typeOfGroup(unit, field) {
	return field.variadic ? void 0 : goNode(unit, field.type);
}

// src/weave/3-match/declarations.ts
/** Whether a node is a name that stands for something: no field, method, label, or name behind a dot. */
function isName(node) {
	if (node.kind === "type_identifier") return node.parent?.kind !== "qualified_type";
	return isIdentifier(node);
}
/** Whether a name is declared where it stands, below the top level: a variable, constant, type, parameter or result. */
function isLocalDeclaration(tree, node) {
	const { parent } = node;
	switch (parent?.kind) {
		case "parameter_declaration":
		case "variadic_parameter_declaration":
		case "type_parameter_declaration": return node.fieldName === "name";
		case "var_spec":
		case "const_spec":
		case "type_spec":
		case "type_alias": return node.fieldName === "name" && !isTopLevelSpec(parent);
		case "expression_list": return isDefinedList(tree, parent);
		default: return false;
	}
}
/** Whether a name is declared where it stands, at the top level of a file; methods do not count. */
function isTopLevelDeclaration({ parent, fieldName }) {
	if (parent === void 0 || fieldName !== "name") return false;
	if (parent.kind === "function_declaration") return true;
	return /^(?:var|const|type)_(?:spec|alias)$/.test(parent.kind) && isTopLevelSpec(parent);
}
function isTopLevelSpec(spec) {
	const above = spec.parent;
	return (above?.kind.endsWith("_list") ? above.parent : above)?.parent?.kind === "source_file";
}
/** The left side of `:=`, and the variable of a type switch. */
function isDefinedList(tree, list) {
	const statement = list.parent;
	if (statement?.kind === "short_var_declaration") return list.fieldName === "left";
	if (statement?.kind === "type_switch_statement") return list.fieldName === "alias";
	return (statement?.kind === "range_clause" || statement?.kind === "receive_statement") && list.fieldName === "left" && isDefinition(tree, list);
}

// src/weave/4-advise/field-key.ts
/**
* Whether an identifier is the key of an element of a struct literal, and so the name of a field. Where the type of the
* literal only has a name, it is taken for a struct's: named maps and slices seldom have variables for keys.
*/
function isFieldKey(node) {
	const element = node.parent;
	if (element?.kind !== "literal_element" || element.fieldName !== "key") return false;
	const type = typeOfBody(element.parent?.parent);
	return type === void 0 || !/^(?:map|slice|array|implicit_length_array)_type$/.test(type.kind);
}
/** The type of the literal with this `{…}`; of one without a type of its own, that of the elements around it. */
function typeOfBody(body) {
	const owner = body?.parent;
	if (owner?.kind === "composite_literal") return owner.field("type");
	if (owner?.kind !== "literal_element") return void 0;
	const outer = typeOfBody(owner.parent?.kind === "keyed_element" ? owner.parent.parent : owner.parent);
	return outer?.field(owner.fieldName === "key" ? "key" : outer.kind === "map_type" ? "value" : "element");
}

// src/weave/4-advise/freed-names.ts
/** Whether the local names of this kind in the function around a node have other names by now. */
function hasFreedName(node, name, { foresight }) {
	const fn = declarationAround$1(node.syntax);
	return fn !== void 0 && (foresight.locals.get(node.unit.tree.source.name)?.get(fn.start)?.has(name) ?? false);
}
/**
* Asks that, when the package is woven again, what the function around a node declares under a predeclared name is called
* something else: so templates reach the predeclared one. The name of a type stays, since programs can print it.
*
* @returns whether that can be done
*/
function freeNameIn({ unit, syntax }, name, { foresight }) {
	const fn = declarationAround$1(syntax);
	if (fn === void 0 || declaresType(unit, fn, name)) return false;
	const { name: file } = unit.tree.source;
	const inFile = foresight.locals.get(file) ?? /* @__PURE__ */ new Map();
	foresight.locals.set(file, inFile);
	inFile.set(fn.start, new Set(inFile.get(fn.start)).add(name));
	return true;
}
/** Gives the names that {@link freeNameIn} was asked for others, before a file is matched. */
function freeNames(file, own) {
	const inFile = own.foresight.locals.get(file.tree.source.name);
	if (inFile === void 0) return;
	for (const fn of file.tree.root.children) for (const name of inFile.get(fn.start) ?? []) renameLocals(file, fn, name, ownName(own, `${name}${own.number()}`));
}
/** All local names of one function that are alike get the same other name, so that they hide each other as before. */
function renameLocals(unit, fn, name, given) {
	const entries = /* @__PURE__ */ new Set();
	forEachNode(fn, (node) => {
		const made = goNode(unit, node);
		if (made === void 0 || !isFunction(made.kind)) return;
		const { receiver, parameters, results } = signatureOf(made);
		for (const list of [
			receiver,
			parameters,
			results
		]) for (const field of list?.fields ?? []) {
			for (const written of field.written) entries.add(written);
			if (list === void 0 || !field.names.includes(name)) continue;
			field.names = field.names.map((each) => each === name ? given : each);
			list.changed = true;
		}
	});
	forEachNode(fn, (node) => {
		if (entries.has(node) || !isName(node) || isFieldKey(node) || syntaxText(unit, node) !== name) return;
		if (isLocalDeclaration(unit.tree, node) || isDeclaredLocally(unit.tree, node, name)) unit.changes.texts.set(node, given);
	});
}
function declaresType(unit, fn, name) {
	let found = false;
	forEachNode(fn, (node) => {
		found ||= /^type_(?:spec|alias)$/.test(node.kind) && node.fields("name").some((each) => syntaxText(unit, each) === name);
	});
	return found;
}
/** What stands at the top level around a node. */
function declarationAround$1(node) {
	for (let up = node; up !== void 0; up = up.parent) if (up.parent?.kind === "source_file") return up;
}

// src/weave/4-advise/text-names.ts
/** The names in a text; fields, methods, labels and names behind a dot are none. */
function namesIn(unit) {
	const found = [];
	const top = /* @__PURE__ */ new Set();
	forEachNode(unit.tree.root, (node) => {
		if (!isName(node) || isFieldKey(node)) return;
		const name = syntaxText(unit, node);
		if (name === "_") return;
		const isTop = isTopLevelDeclaration(node);
		const declares = isTop || isLocalDeclaration(unit.tree, node);
		if (isTop) top.add(name);
		const kind = !isTop && (declares || isDeclaredLocally(unit.tree, node, name)) ? "local" : isTop ? "top" : "free";
		found.push({
			node,
			name,
			kind,
			declares,
			printed: isPrinted(unit, node)
		});
	});
	return found.map((each) => each.kind === "free" && top.has(each.name) ? {
		...each,
		kind: "top"
	} : each);
}
function isPrinted({ rendered }, { start }) {
	return rendered?.segments.findLast((segment) => segment.start <= start)?.printed ?? false;
}
/**
* Gives local names of a rendered text other ones where they would capture a name that the template prints, or a name in a node
* that it prints, and where they are those of predeclared things.
*
* @param entries names of the parameters, results and receivers of the functions around the text
*/
function keepApart(unit, names, entries, own) {
	const locals = names.filter(({ kind, printed }) => kind === "local" && !printed);
	const declared = new Set(locals.filter(({ declares }) => declares).map(({ name }) => name));
	if (declared.size === 0) return;
	const meeting = new Set([...declared].filter(isPredeclaredName));
	for (const { name, kind, printed } of names) if (printed && kind === "local" && declared.has(name) && entries.has(name)) meeting.add(name);
	for (const [place, node] of unit.rendered?.holes ?? []) for (const word of wordsOf(node)) if (declared.has(word) && isDeclaredLocally(unit.tree, place, word)) meeting.add(word);
	const given = new Map([...meeting].map((name) => [name, ownName(own, `${name}${own.number()}`)]));
	for (const { node, name } of locals) {
		const other = given.get(name);
		if (other !== void 0) unit.changes.texts.set(node, other);
	}
}
const word = /[\p{L}_][\p{L}\p{Nd}_]*/gu;
function wordsIn(text) {
	return new Set(text.match(word) ?? []);
}
/** All words in a node, in what advice has put into it, and in what that prints. */
function wordsOf(node) {
	const found = /* @__PURE__ */ new Set();
	const seen = /* @__PURE__ */ new Set();
	const visit = ({ unit, syntax }) => {
		if (seen.has(syntax)) return;
		seen.add(syntax);
		for (const each of wordsIn(syntaxText(unit, syntax))) found.add(each);
		const isInside = (place) => syntax.start <= place.start && place.end <= syntax.end;
		const { slots, appendedArgs, addedElements, prepended } = unit.changes;
		for (const [place, content] of [...unit.rendered?.holes ?? [], ...slots]) if (isInside(place)) visit(content);
		for (const [place, args] of appendedArgs) if (isInside(place)) args.forEach(visit);
		for (const [place, elements] of addedElements) if (isInside(place)) for (const { value } of elements) visit(value);
		for (const [place, blocks] of prepended) if (isInside(place)) for (const block of blocks) visit({
			unit: block.unit,
			syntax: block.unit.tree.root
		});
	};
	visit(node);
	return found;
}

// src/weave/4-advise/open-names.ts
/**
* Statements that are put into a function without a block of their own share its scope. What they declare at their top under a name that the
* function declares too gets a name of ours, by which advice on the same function knows it as well.
*/
function settleOpen(unit, block, own) {
	const fn = declarationAround$1(block.syntax);
	if (fn === void 0 || block.unit.rendered !== void 0) return;
	const declared = /* @__PURE__ */ new Set();
	forEachNode(fn, (node) => {
		if (isName(node) && isLocalDeclaration(block.unit.tree, node)) declared.add(syntaxText(block.unit, node));
	});
	const names = namesIn(unit).filter(({ kind, printed }) => kind === "local" && !printed);
	for (const { node, name, declares } of names) {
		const isAtTop = (node.parent?.kind === "expression_list" ? node.parent.parent : node.parent?.parent)?.parent?.parent?.parent?.parent?.kind === "source_file";
		if (!declares || !isAtTop || !declared.has(name)) continue;
		const known = own.foresight.open.get(keyOf$1(block.unit, fn.start)) ?? /* @__PURE__ */ new Set();
		own.foresight.open.set(keyOf$1(block.unit, fn.start), known);
		if (!known.has(name)) own.isStale = true;
		known.add(name);
	}
	for (const { node, name } of names) {
		const given = openName(block, name, own);
		if (given !== void 0 && !unit.changes.texts.has(node)) unit.changes.texts.set(node, given);
	}
}
/** What a name that open statements declare in the function around a place is called there; undefined if it is none. */
function openName({ unit, syntax }, name, own) {
	const fn = declarationAround$1(syntax);
	return (fn && own.foresight.open.get(keyOf$1(unit, fn.start)))?.has(name) ? ownName(own, `Open${name}`) : void 0;
}
function keyOf$1({ tree }, start) {
	return `${start} ${tree.source.name}`;
}

// src/weave/4-advise/rename.ts
/** Gives names of a rendered text that it does not declare itself other names. */
function renameFree(unit, names) {
	forEachNode(unit.tree.root, (node) => {
		if (!isIdentifier(node)) return;
		const name = syntaxText(unit, node);
		const given = names.get(name);
		if (given === void 0 || isDeclaredLocally(unit.tree, node, name) || isFieldKey(node)) return;
		unit.changes.texts.set(node, given);
	});
}
/**
* Gives the labels of a rendered text names of ours: a label belongs to the whole function, whatever block it stands in, and so
* would meet those of the function and of other texts.
*/
function renameLabels(unit, own) {
	const uses = [];
	const given = /* @__PURE__ */ new Map();
	forEachNode(unit.tree.root, (node) => {
		if (node.kind !== "label_name") return;
		uses.push(node);
		const label = syntaxText(unit, node);
		if (node.parent?.kind !== "labeled_statement" || label === "_" || given.has(label)) return;
		given.set(label, `${own.word}_${label}${own.number()}`);
	});
	for (const node of uses) {
		const name = given.get(syntaxText(unit, node));
		if (name !== void 0) unit.changes.texts.set(node, name);
	}
}

// src/weave/4-advise/settle-names.ts
/**
* Sees to it that the names of a rendered text stand for the same where it is put as they did where it was written, and that
* it hides nothing there.
*
* @throws GotsError template_name_hidden
*/
function settleNames(unit, { session, slot }, level) {
	const { pkg, ctx, names } = session;
	renameLabels(unit, pkg.own);
	const found = namesIn(unit);
	if (level === "inside") keepApart(unit, found, entriesAround(slot), pkg.own);
	reach$1(unit, found, {
		pkg,
		slot: level === "inside" ? slot : void 0,
		imports: ctx.imports.byName,
		ownImports: new Set(Object.keys(unit.rendered?.template.imports ?? {})),
		nameFor: (path, key, syntax) => {
			session.langs.add("go1.18");
			return names.nameFor(path, key, {
				unit,
				syntax
			});
		}
	});
}
/** Names of the parameters, results and receivers of all functions around a node, itself included. */
function entriesAround(slot) {
	const found = /* @__PURE__ */ new Set();
	for (let fn = enclosingFunction(slot); fn !== void 0; fn = next(fn)) {
		const { receiver, parameters, results } = signatureOf(fn);
		for (const list of [
			receiver,
			parameters,
			results
		]) for (const name of list?.fields.flatMap(({ names }) => names) ?? []) found.add(name);
	}
	return found;
}
function next(fn) {
	const up = parentOf(fn);
	return up && enclosingFunction(up);
}
/** What a text declares at the top level gets names of ours if it meets something; predeclared names mean what they are. */
function reach$1(unit, names, to) {
	const { own, declared, hiddenUses } = to.pkg;
	const { injected } = own.foresight;
	for (const each of names) {
		const { node, name, kind, declares, printed } = each;
		if (printed || kind === "local" || to.ownImports.has(name)) continue;
		if (injected.has(name)) unit.changes.texts.set(node, injectedName(own, name));
		else if (declares) {
			if (meets(to.pkg, name) || hiddenUses.has(name)) rename(own, name);
		} else if (isPredeclaredName(name)) reachPredeclared(unit, each, to);
		else if (to.slot !== void 0 && openName(to.slot, name, own) !== void 0) unit.changes.texts.set(node, openName(to.slot, name, own));
		else if (to.slot !== void 0 && hidingHost(to.slot, name) !== void 0) {
			if (declared.has(name)) rename(own, name);
			hiddenUses.add(name);
		}
	}
}
function rename(own, name) {
	own.foresight.injected.add(name);
	own.isStale = true;
}
/** Whether what is declared under this name would hide something, or be declared a second time. */
function meets({ topLevel, imported }, name) {
	if (name === "init") return false;
	return isPredeclaredName(name) || topLevel().has(byteString(Buffer.from(name))) || imported().has(name);
}
function reachPredeclared(unit, { node, name }, to) {
	const { pkg, slot } = to;
	const host = slot && hidingHost(slot, name);
	if (host !== void 0) freeName$1(host, {
		name,
		span: spanIn(unit, node)
	}, pkg);
	if (!isTopLevel(pkg, name) && !to.imports.has(name)) return;
	const exported = exportedName(name, node);
	if (exported === void 0) templateNameHidden(spanIn(unit, node), name, "the package");
	unit.changes.texts.set(node, `${to.nameFor(predeclaredPath, "predeclared", node)}.${exported}`);
}
/** Sees to it that the function's own names make way. @throws GotsError template_name_hidden */
function freeName$1(host, { name, span }, { own }) {
	if (hasFreedName(host, name, own)) return;
	if (!freeNameIn(host, name, own)) templateNameHidden(span, name, "the function around it");
	own.isStale = true;
}
/** The place in a file where a local name hides the predeclared one from a place. */
function hidingHost(slot, name) {
	for (let at = slot; at !== void 0; at = at.unit.rendered?.host) if (at.unit.rendered === void 0) return isDeclaredLocally(at.unit.tree, at.syntax, name) ? at : void 0;
}
/** Whether a predeclared name means something else at a place. */
function isHidden({ pkg, ctx }, at, name) {
	const host = hidingHost(at, name);
	return host !== void 0 && !hasFreedName(host, name, pkg.own) || isTopLevel(pkg, name) || ctx.imports.byName.has(name);
}
/**
* A predeclared type as text for a place.
*
* @throws GotsError template_name_hidden
*/
function predeclaredType({ session, span }, name, at) {
	const { pkg, ctx, names, langs } = session;
	const host = hidingHost(at, name);
	if (host !== void 0) freeName$1(host, {
		name,
		span
	}, pkg);
	if (!isTopLevel(pkg, name) && !ctx.imports.byName.has(name)) return name;
	const exported = exportedName(name);
	if (exported === void 0) templateNameHidden(span, name, "the package");
	langs.add("go1.18");
	return `${names.nameFor(predeclaredPath, "predeclared", at)}.${exported}`;
}
function spanIn(unit, { start }) {
	return unit.rendered === void 0 ? spanAt(unit.tree.source, start) : originOf(unit.rendered, start);
}

// src/weave/4-advise/linker-symbol.ts
/**
* The linker's symbol of a package-level function or variable (cmd/internal/objabi, PathToPrefix). In the path, control
* characters, spaces, `%`, `"` and bytes that are not ASCII are written `%xx`, and so is a dot of the last element, since
* the first dot behind the last slash ends the path. The name stays as it is.
*
* @param pkg import path with which the package is compiled, and the name in its package clause: programs are compiled as `main`
*/
function linkerSymbol(pkg, name) {
	return `${pkg.name === "main" ? "main" : escapedPath(pkg.path)}.${name}`;
}
function escapedPath(path) {
	const bytes = Buffer.from(path);
	const lastSlash = bytes.lastIndexOf("/");
	return [...bytes].map((byte, at) => {
		return byte > 32 && byte < 127 && byte !== 37 && byte !== 34 && !(byte === 46 && at > lastSlash) ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, "0")}`;
	}).join("");
}

// src/weave/4-advise/settle-symbols.ts
/**
* Directives that tie a name to a symbol: the name may be another by now, and a symbol of a linked package that is written with
* the package's path is spelled as the linker knows it.
*/
function settleSymbols(unit, links, own) {
	for (const comment of unit.tree.comments) {
		const [directive, local = "", symbol, ...rest] = commentText(unit, comment).trim().split(/\s+/);
		if (directive !== "//go:linkname" || rest.length > 0) continue;
		const name = own.foresight.injected.has(local) ? injectedName(own, local) : local;
		const path = links.find((each) => symbol?.startsWith(`${each}.`));
		const spelled = path === void 0 ? symbol : linkerSymbol({ path }, symbol.slice(path.length + 1));
		if (name === local && spelled === symbol) continue;
		unit.changes.directives.set(comment, [
			directive,
			name,
			...spelled === void 0 ? [] : [spelled]
		].join(" "));
	}
}

// src/weave/4-advise/settle-file.ts
/**
* What has to change in a file so that it can become a part of a package whose names it does not know: its imports and what it
* declares hide nothing there, and predeclared names mean what they do where it was written.
*
* @returns edits of the file, and the paths that these import
* @throws GotsError template_name_hidden
*/
function settleFile(tree, pkg) {
	const unit = {
		tree,
		rendered: void 0,
		changes: noChanges(),
		nodes: /* @__PURE__ */ new Map()
	};
	const table = importTable(tree, () => void 0);
	const added = /* @__PURE__ */ new Map();
	reach$1(unit, namesIn(unit), {
		pkg,
		slot: void 0,
		imports: { has: () => false },
		ownImports: table.byName,
		nameFor: (path, key) => {
			const name = importName(pkg.own, key);
			added.set(path, name);
			return name;
		}
	});
	settleSymbols(unit, [], pkg.own);
	const renamed = table.specs.flatMap((spec) => renameImport(unit, spec, pkg));
	const specs = [...added].map(([path, name]) => ({
		path,
		name
	}));
	const insertion = importInsertion(tree, specs);
	return {
		edits: [
			...fileEdits(unit, {
				appended: [],
				declarations: []
			}),
			...renamed,
			...insertion ? [insertion] : []
		],
		imports: [...added.keys()]
	};
}
/** Gives an import another name where the package has its name at the top level. */
function renameImport(unit, { syntax, name }, { own, topLevel }) {
	if (name === "" || !topLevel().has(byteString(Buffer.from(name)))) return [];
	const given = importName(own, `${name}${own.number()}`);
	forEachNode(unit.tree.root, (node) => {
		if (node.kind !== "selector_expression" && node.kind !== "qualified_type") return;
		const { left } = selectorParts(node);
		if (left === void 0 || syntaxText(unit, left) !== name || isDeclaredLocally(unit.tree, left, name)) return;
		unit.changes.texts.set(left, given);
	});
	const written = syntax.field("name");
	const place = written ?? {
		start: syntax.start,
		end: syntax.start
	};
	return [{
		start: place.start,
		end: place.end,
		pieces: [{
			kind: "inserted",
			text: written ? given : `${given} `
		}]
	}];
}

// src/weave/4-advise/advice/add-file.ts
/** Adds the file to the package, wherever in it the aspect matched. */
function addFile(advice, { session }) {
	addFileTo(session.pkg, advice);
}
/**
* Puts a file of another package's folder under this package's name. Nothing else in it changes, and its positions stay.
*
* @throws GotsError aspect_package_missing, aspect_file_of_package, added_file_syntax
*/
function addFileTo(pkg, advice) {
	const key = `file ${advice.path} ${advice.file}`;
	if (pkg.added.has(key)) return;
	const links = advice.unlinked === true ? [] : [advice.path];
	pkg.added.set(key, {
		name: addedName(pkg, advice.file),
		...ownFile(pkg, advice, settleFile),
		links
	});
}
/**
* Puts a file of another package's folder in the place of this package's file of the same name.
*
* @throws GotsError aspect_package_missing, aspect_file_of_package, added_file_syntax, replaced_file_missing
*/
function replaceFileIn(pkg, advice) {
	const { request, replaced } = pkg;
	const own = request.files.find(({ name }) => baseName(name) === advice.file);
	if (own === void 0) {
		const known = request.files.map(({ name }) => baseName(name));
		replacedFileMissing(advice.span, {
			file: advice.file,
			path: request.facts.importPath
		}, known);
	}
	if (!replaced.has(own.name)) replaced.set(own.name, ownFile(pkg, advice, () => ({
		edits: [],
		imports: []
	})));
}
/** The text of another package's file as a part of this one. */
function ownFile(pkg, advice, settle) {
	const file = fileOfPackage(pkg, advice);
	pkg.own.admit(file.bytes);
	const source = sourceFile(file.name, file.bytes);
	const tree = pkg.grammar.parse(source);
	const clause = tree.root.children.find((node) => node.kind === "package_clause")?.children[0];
	if (tree.hasErrors || clause === void 0) {
		const at = tree.firstError ?? 0;
		addedFileSyntax(spanAt(source, at), readable(source, at, Math.min(at + 40, source.text.length)).trim());
	}
	for (const each of topLevelNames(tree)) pkg.declared.add(each);
	const name = packageName$1(pkg) ?? readable(source, clause.start, clause.end);
	const constraints = tree.comments.filter(({ start, end }) => end < clause.start && /^\/\/(go:build| *\+build)\b/.test(source.text.slice(start, end))).map(({ start, end }) => ({
		start,
		end,
		pieces: []
	}));
	const clauseEdit = {
		start: clause.start,
		end: clause.end,
		pieces: [{
			kind: "inserted",
			text: name
		}]
	};
	const { edits, imports } = settle(tree, pkg);
	return {
		text: splice(source, [
			...constraints,
			clauseEdit,
			...edits
		]),
		imports: [...importTable(tree, () => void 0).specs.map((spec) => spec.path), ...imports]
	};
}

// src/weave/4-advise/import-names.ts
function importNames(table, own) {
	const added = /* @__PURE__ */ new Map();
	return {
		added,
		nameFor: (path, key, at) => {
			const written = ownImport(table, path, at);
			if (written !== void 0) return written.name;
			const known = added.get(path);
			if (known !== void 0) return known;
			const name = freshName(importName(own, key), [...added.values()]);
			added.set(path, name);
			return name;
		}
	};
}
function ownImport(table, path, at) {
	return table.specs.find((spec) => spec.name !== "" && spec.certain && samePath(spec.path, path) && isVisible(spec.name, at));
}
/** Whether a file-level name means the same where the text is going to stand, through every text it is nested in. */
function isVisible(name, { unit, syntax }) {
	if (isDeclaredLocally(unit.tree, syntax, name)) return false;
	const host = unit.rendered?.host;
	return host === void 0 || isVisible(name, host);
}
function freshName(base, taken) {
	for (let i = 0;; i++) {
		const name = i === 0 ? base : `${base}${i}`;
		if (!taken.includes(name)) return name;
	}
}
/** The key for paths that come without one: the last element without a version, `github.com/x/go-y/v2` → `go_y`. */
function keyOfPath(path) {
	const elements = path.split("/");
	if (elements.length > 1 && /^v[0-9]+$/.test(elements.at(-1) ?? "")) elements.pop();
	return (elements.at(-1) ?? "").replace(/\.v[0-9]+$/, "").replace(/[^\p{L}\p{Nd}_]/gu, "_");
}

// src/weave/4-advise/plugin/code.ts
/** What a piece of Go is made of; kept here, so that none can be made by hand. */
const pieces = /* @__PURE__ */ new WeakMap();
function made(parts) {
	const code = Object.freeze({ kind: "code" });
	pieces.set(code, parts);
	return code;
}
const identifier = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;
/**
* The `go` of a plug-in.
*
* @param nodeOf the node behind what the plug-in was given
*/
function goCode(advice, nodeOf) {
	const piecesOf = (part) => {
		if (typeof part === "string") return [{
			kind: "text",
			text: fromBytes(quote(toBytes(part)))
		}];
		if (typeof part === "number" || typeof part === "bigint") return [{
			kind: "text",
			text: numberText(part)
		}];
		if (typeof part === "boolean") return [{
			kind: "text",
			text: String(part)
		}];
		if (part === null) return [{
			kind: "text",
			text: "nil"
		}];
		if (isList(part)) return part.flatMap((item, at) => [...at === 0 ? [] : [{
			kind: "text",
			text: ", "
		}], ...piecesOf(item)]);
		const known = typeof part === "object" ? pieces.get(part) ?? nodePiece(nodeOf(part)) : void 0;
		if (known === void 0) throw new TypeError(`a ${typeof part} cannot stand in a piece of Go`);
		return known;
	};
	const tag = (texts, ...parts) => {
		if (!Array.isArray(texts) || !Array.isArray(texts.raw)) throw new TypeError("write go`…`, not go(…)");
		return made(texts.raw.flatMap((text, at) => [{
			kind: "text",
			text
		}, ...at < parts.length ? piecesOf(parts[at]) : []]));
	};
	return Object.assign(tag, {
		import: (path, name) => {
			checkPackage(advice, path);
			if (!identifier.test(name)) throw new TypeError(`${JSON.stringify(name)} is not an identifier`);
			return made([{
				kind: "import",
				path,
				name
			}]);
		},
		ident: (name) => {
			if (!identifier.test(name)) throw new TypeError(`${JSON.stringify(name)} is not an identifier`);
			return made([{
				kind: "text",
				text: name
			}]);
		}
	});
}
function nodePiece(node) {
	return node && [{
		kind: "node",
		node
	}];
}
function isList(part) {
	return Array.isArray(part);
}
/** Negative numbers in parentheses: in front of them may stand a minus. */
function numberText(value) {
	if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError(`${value} has no literal in Go`);
	const text = Object.is(value, -0) ? "0" : String(value);
	return text.startsWith("-") ? `(${text})` : text;
}
/** @throws TypeError for a package that the plug-in does not name */
function checkPackage({ packages }, path) {
	if (!packages.includes(path)) throw new TypeError(`the package ${JSON.stringify(path)} is not among the plug-in's "packages"`);
}
/** @throws TypeError for what is no piece of Go */
function renderedCode(code, { span }) {
	const parts = pieces.get(code);
	if (parts === void 0) throw new TypeError("a piece of Go is needed: go`…`");
	const imports = {};
	const keyFor = (path) => {
		const base = keyOfPath(path);
		for (let n = 0;; n++) {
			const key = n === 0 ? base : `${base}${n}`;
			if (imports[key] === void 0 || imports[key] === path) {
				imports[key] = path;
				return key;
			}
		}
	};
	let source = "";
	const chunks = parts.map((part) => {
		const offset = Buffer.byteLength(source);
		if (part.kind === "node") return {
			kind: "node",
			node: part.node,
			offset
		};
		const text = part.kind === "text" ? part.text : `${keyFor(part.path)}.${part.name}`;
		source += text;
		return {
			kind: "text",
			text,
			offset
		};
	});
	const lines = source.split("\n").map(() => span);
	return {
		template: {
			source,
			imports,
			lines
		},
		chunks: chunks.filter((chunk) => chunk.kind === "node" || chunk.text !== "")
	};
}

// src/weave/4-advise/advice/add-blank-import.ts
/** Puts `import _ "path"` into the file, once, unless the file imports the path anyway. */
function addBlankImport(advice, { session }) {
	needImport(session, advice.path);
}
/** The file has to import the path, under whatever name. */
function needImport(session, path) {
	if (!session.ctx.imports.specs.some((spec) => samePath(spec.path, path))) session.blankImports.add(path);
}

// src/weave/4-advise/dot/field-readers.ts
const text = (value) => ({
	kind: "text",
	text: value
});
const flag = (value) => ({
	kind: "flag",
	value
});
const one = (node) => ({
	kind: "node",
	node
});
/** The node in a field of the grammar. */
function inField(name) {
	return (node) => one(at(node, node.syntax.field(name)));
}
/** The nodes of a list in a field of the grammar; a single node counts as a list of one. */
function listIn(name) {
	return (node) => ({
		kind: "nodes",
		nodes: all$1(node, listed(node.syntax.field(name)))
	});
}
/** The n-th child that the grammar has no field name for. */
function child(index = 0) {
	return (node) => one(at(node, node.syntax.children.filter((c) => c.kind !== "operator")[index]));
}
function at(node, syntax) {
	return syntax === void 0 ? void 0 : goNode(node.unit, syntax);
}
function all$1(node, list) {
	return list.map((syntax) => goNode(node.unit, syntax)).filter((found) => found !== void 0);
}

// src/weave/4-advise/dot/declaration-fields.ts
function keyword(node) {
	return text(node.syntax.kind.replace("_declaration", ""));
}
/** Identifiers that the grammar keeps under one field name, `a, b int`. */
function names(node) {
	return {
		kind: "nodes",
		nodes: all$1(node, node.syntax.fields("name"))
	};
}
function values(node) {
	return {
		kind: "nodes",
		nodes: node.unit.changes.values.get(node.syntax) ?? all$1(node, node.syntax.field("value")?.children ?? [])
	};
}
/** A function's type has no node of its own in the grammar. */
function typeOfFunction(node) {
	return one(nodeOfKind(node.unit, node.syntax, "FuncType"));
}
function results(node) {
	const result = node.syntax.field("result");
	return one(result === void 0 ? void 0 : nodeOfKind(node.unit, result, "FieldList"));
}
/** Members of a parameter list, a field list or, for a single result, the result itself. */
function listMembers(node) {
	const { syntax } = node;
	return {
		kind: "nodes",
		nodes: (syntax.kind.endsWith("_list") || syntax.kind === "interface_type" ? syntax.children : [syntax]).map((member) => nodeOfKind(node.unit, member, "Field"))
	};
}
function fieldType(node) {
	const { syntax } = node;
	if (syntax.kind === "method_elem") return one(nodeOfKind(node.unit, syntax, "FuncType"));
	return one(at(node, syntax.kind.endsWith("_declaration") ? syntax.field("type") : syntax));
}
const declarationFields = {
	Field: {
		Names: names,
		Type: fieldType,
		Tag: inField("tag")
	},
	FieldList: { List: listMembers },
	File: {
		Name: (node) => one(at(node, node.syntax.children.find((c) => c.kind === "package_clause")?.children[0])),
		Decls: (node) => ({
			kind: "nodes",
			nodes: all$1(node, node.syntax.children.filter((c) => c.kind !== "package_clause"))
		}),
		Imports: (node) => ({
			kind: "nodes",
			nodes: all$1(node, node.syntax.children.filter((c) => c.kind === "import_declaration").flatMap(specsOf))
		})
	},
	FuncDecl: {
		Recv: inField("receiver"),
		Name: inField("name"),
		Type: typeOfFunction,
		Body: inField("body")
	},
	FuncType: {
		TypeParams: inField("type_parameters"),
		Params: inField("parameters"),
		Results: results
	},
	GenDecl: {
		Tok: keyword,
		Specs: (node) => ({
			kind: "nodes",
			nodes: all$1(node, specsOf(node.syntax))
		})
	},
	ImportSpec: {
		Name: inField("name"),
		Path: inField("path")
	},
	InterfaceType: { Methods: (node) => one(nodeOfKind(node.unit, node.syntax, "FieldList")) },
	StructType: { Fields: (node) => one(at(node, node.syntax.children[0])) },
	TypeSpec: {
		Name: inField("name"),
		TypeParams: inField("type_parameters"),
		Assign: (node) => flag(node.syntax.kind === "type_alias"),
		Type: inField("type")
	},
	ValueSpec: {
		Names: names,
		Type: inField("type"),
		Values: values
	}
};

// src/weave/4-advise/dot/statement-fields.ts
const list = (nodes) => ({
	kind: "nodes",
	nodes
});
/** Statements of a block or clause. */
const statements$1 = (node) => {
	const inside = node.syntax.children.find((c) => c.kind === "statement_list");
	return list(all$1(node, inside?.children ?? []));
};
function assignToken(node) {
	if (node.syntax.kind === "short_var_declaration") return text(":=");
	const left = node.syntax.field("left");
	if (node.syntax.kind === "receive_statement") return text(left !== void 0 && isDefinition(node.unit.tree, left) ? ":=" : "=");
	const operator = node.syntax.field("operator");
	return text(operator === void 0 ? "=" : syntaxText(node.unit, operator));
}
function branchToken(node) {
	return text(node.syntax.kind.replace("_statement", ""));
}
function clause(node, kind) {
	return node.syntax.children.find((c) => c.kind === kind);
}
/** The condition of `for cond {}` stands without a clause around it. */
function loopCondition(node) {
	const written = clause(node, "for_clause");
	if (written !== void 0) return one(at(node, written.field("condition")));
	return one(at(node, node.syntax.children.find((c) => c.fieldName !== "body")));
}
function rangeVariable(index) {
	return (node) => one(at(node, listed(clause(node, "range_clause")?.field("left"))[index]));
}
function rangeToken(node) {
	const left = clause(node, "range_clause")?.field("left");
	if (left === void 0) return text("ILLEGAL");
	return text(isDefinition(node.unit.tree, left) ? ":=" : "=");
}
/** The braces of a switch have no node in the grammar, so its body shares the node of the switch. */
const switchBody = (node) => one(nodeOfKind(node.unit, node.syntax, "BlockStmt"));
const blockMembers = (node, ctx) => {
	if (node.syntax.kind === "block") return statements$1(node, ctx);
	return list(all$1(node, node.syntax.children.filter((c) => c.kind.endsWith("_case"))));
};
const caseValues = (node) => list(all$1(node, node.syntax.kind === "type_case" ? node.syntax.fields("type") : listed(node.syntax.field("value"))));
const statementFields = {
	AssignStmt: {
		Lhs: listIn("left"),
		Tok: assignToken,
		Rhs: listIn("right")
	},
	BlockStmt: { List: blockMembers },
	BranchStmt: {
		Tok: branchToken,
		Label: child()
	},
	CaseClause: {
		List: caseValues,
		Body: statements$1
	},
	CommClause: {
		Comm: inField("communication"),
		Body: statements$1
	},
	DeclStmt: { Decl: (node) => one(nodeOfKind(node.unit, node.syntax, "GenDecl")) },
	DeferStmt: { Call: child() },
	ExprStmt: { X: child() },
	ForStmt: {
		Init: (node) => one(at(node, clause(node, "for_clause")?.field("initializer"))),
		Cond: loopCondition,
		Post: (node) => one(at(node, clause(node, "for_clause")?.field("update"))),
		Body: inField("body")
	},
	GoStmt: { Call: child() },
	IfStmt: {
		Init: inField("initializer"),
		Cond: inField("condition"),
		Body: inField("consequence"),
		Else: inField("alternative")
	},
	IncDecStmt: {
		X: child(),
		Tok: (node) => text(node.syntax.kind === "inc_statement" ? "++" : "--")
	},
	LabeledStmt: {
		Label: inField("label"),
		Stmt: child(1)
	},
	RangeStmt: {
		Key: rangeVariable(0),
		Value: rangeVariable(1),
		Tok: rangeToken,
		X: (node) => one(at(node, clause(node, "range_clause")?.field("right"))),
		Body: inField("body")
	},
	ReturnStmt: { Results: (node) => list(all$1(node, listed(node.syntax.children[0]))) },
	SelectStmt: { Body: switchBody },
	SendStmt: {
		Chan: inField("channel"),
		Value: inField("value")
	},
	SwitchStmt: {
		Init: inField("initializer"),
		Tag: inField("value"),
		Body: switchBody
	},
	TypeSwitchStmt: {
		Init: inField("initializer"),
		Body: switchBody
	}
};

// src/weave/4-advise/dot/fields.ts
/**
* A field of a node by its name in go/ast (as dst has them: `pkg.Name` is one identifier with a path).
*
* @returns undefined where the node has no such field
*/
function fieldOf(node, name, ctx) {
	if (node.kind === "SelectorExpr") {
		const folded = nameOf(node, ctx);
		if (folded !== void 0) return name === "Name" || name === "Path" ? text((name === "Name" ? folded.name : folded.path) ?? "") : void 0;
	}
	return tables.map((table) => table[node.kind]?.[name]).find((reader) => reader !== void 0)?.(node, ctx);
}
/** The text of the operator child, or of the first character for kinds that do not keep it. */
const operator = (node) => {
	const found = node.syntax.field("operator");
	return text(found === void 0 ? "" : syntaxText(node.unit, found));
};
/** Parentheses around a callee mean nothing, so that templates need not know of them. */
function callFun(node) {
	const written = calleeOf(node.syntax);
	const bare = written && unparenthesized(written);
	const callee = bare !== void 0 && /^(?:identifier|selector_expression|generic_type|index_expression)$/.test(bare.kind) ? bare : written;
	if (callee !== void 0 && hasTypeArguments(node.syntax) && !node.unit.changes.slots.has(callee)) {
		const count = node.syntax.field("type_arguments")?.children.length ?? 1;
		return one(nodeOfKind(node.unit, node.syntax, count > 1 ? "IndexListExpr" : "IndexExpr"));
	}
	return one(at(node, callee));
}
/** Arguments as they are now: with those that advice has appended. */
function callArgs(node) {
	return {
		kind: "nodes",
		nodes: [...all$1(node, argumentsOf$1(node.syntax)), ...node.unit.changes.appendedArgs.get(node.syntax) ?? []]
	};
}
function elements(node) {
	return {
		kind: "nodes",
		nodes: all$1(node, (literalBody(node.syntax)?.children ?? []).map(unwrapElement))
	};
}
function element(name) {
	return (node) => {
		const wrapped = node.syntax.field(name);
		return one(wrapped === void 0 ? void 0 : at(node, unwrapElement(wrapped)));
	};
}
function literalKind(node) {
	return text({
		int_literal: "INT",
		float_literal: "FLOAT",
		imaginary_literal: "IMAG",
		rune_literal: "CHAR"
	}[node.syntax.kind] ?? "STRING");
}
/** `X[A]`: the grammar has one form for values, one for types, one for instantiated functions, one for calls of them. */
function indexed$1(node) {
	const { syntax } = node;
	const inner = syntax.kind === "call_expression" ? syntax.field("function") : syntax.field("operand") ?? syntax.field("type");
	return one(at(node, inner));
}
function indices(node) {
	const { syntax } = node;
	const index = syntax.field("index");
	if (index !== void 0) return all$1(node, [index]);
	const args = syntax.field("type_arguments")?.children ?? syntax.children.slice(1);
	return all$1(node, args.map((arg) => arg.kind === "type_elem" ? arg.children[0] ?? arg : arg));
}
function chanDirection(node) {
	const written = textOf$2(node);
	return text(written.startsWith("<-") ? "2" : /^chan\s*<-/.test(written) ? "1" : "3");
}
/** So that `.AST.Fun.Name` is the name of the function, with type arguments behind it too. */
const indexedName = (node, ctx) => {
	const inner = indexed$1(node);
	return inner.kind === "node" && inner.node && fieldOf(inner.node, "Name", ctx) || text("");
};
const selectorName = (node) => {
	const right = node.syntax.field("field") ?? node.syntax.field("name");
	return text(right === void 0 ? "" : syntaxText(node.unit, right));
};
const tables = [
	{
		ArrayType: {
			Len: inField("length"),
			Elt: inField("element")
		},
		BasicLit: {
			Kind: literalKind,
			Value: (node) => text(textOf$2(node))
		},
		BinaryExpr: {
			X: inField("left"),
			Op: operator,
			Y: inField("right")
		},
		CallExpr: {
			Fun: callFun,
			Args: callArgs,
			Ellipsis: (node) => flag(isSpread(node.syntax))
		},
		ChanType: {
			Dir: chanDirection,
			Value: inField("value")
		},
		CompositeLit: {
			Type: inField("type"),
			Elts: elements
		},
		FuncLit: {
			Type: (node) => one(nodeOfKind(node.unit, node.syntax, "FuncType")),
			Body: inField("body")
		},
		Ident: {
			Name: (node) => text(textOf$2(node)),
			Path: (node, ctx) => text(nameOf(node, ctx)?.path ?? "")
		},
		IndexExpr: {
			X: indexed$1,
			Name: indexedName,
			Index: (node) => one(indices(node)[0])
		},
		IndexListExpr: {
			X: indexed$1,
			Name: indexedName,
			Indices: (node) => ({
				kind: "nodes",
				nodes: indices(node)
			})
		},
		KeyValueExpr: {
			Key: element("key"),
			Value: element("value")
		},
		MapType: {
			Key: inField("key"),
			Value: inField("value")
		},
		ParenExpr: { X: child() },
		SelectorExpr: {
			X: (node) => one(at(node, node.syntax.field("operand") ?? node.syntax.field("package"))),
			Sel: (node) => one(at(node, node.syntax.field("field") ?? node.syntax.field("name"))),
			Name: selectorName
		},
		SliceExpr: {
			X: inField("operand"),
			Low: inField("start"),
			High: inField("end"),
			Max: inField("capacity"),
			Slice3: (node) => flag(node.syntax.field("capacity") !== void 0)
		},
		StarExpr: { X: child() },
		TypeAssertExpr: {
			X: inField("operand"),
			Type: inField("type")
		},
		UnaryExpr: {
			Op: (node, ctx) => node.syntax.kind === "negated_type" ? text("~") : operator(node, ctx),
			X: child()
		}
	},
	statementFields,
	declarationFields
];
/** Names that {@link fieldOf} knows for at least one of the kinds, sorted; `Copy`, which expressions have, included. */
function fieldNames(kinds) {
	const names = tables.flatMap((table) => Object.entries(table).flatMap(([kind, readers]) => kinds === "any" || kinds.includes(kind) ? Object.keys(readers) : []));
	const folded = kinds === "any" || kinds.includes("SelectorExpr") ? ["Name", "Path"] : [];
	const copy = kinds === "any" || kinds.some(isExpression) ? ["Copy"] : [];
	return [.../* @__PURE__ */ new Set([
		...names,
		...folded,
		...copy
	])].sort();
}

// src/weave/4-advise/dot/ast-view.ts
const nodeType = {
	kind: "named",
	name: "*code.nodeWrapper",
	nilable: true
};
/** `.AST`: a node whose fields are those of go/ast, as they are after the changes made so far. Printing it moves it. */
function nodeView(node, view) {
	const shown = current(node);
	return {
		goType: `*dst.${shown.kind}`,
		member(name) {
			if (name === "Copy" && isExpression(shown.kind)) return {
				kind: "field",
				value: copyView(shown, view)
			};
			const value = fieldOf(shown, name, view.ctx);
			return value === void 0 ? void 0 : {
				kind: "field",
				value: templateValue(value, view)
			};
		},
		print: () => ({
			kind: "node",
			node: shown
		}),
		placeholder: () => view.placeholders.add(shown, false)
	};
}
function copyView(node, view) {
	const add = () => view.placeholders.add(node, true);
	return {
		...nodeView(node, view),
		print: () => ({
			kind: "text",
			text: add()
		}),
		placeholder: add
	};
}
function templateValue(value, view) {
	switch (value.kind) {
		case "text": return value.text;
		case "flag": return bool(value.value);
		case "node": return value.node === void 0 ? null : nodeView(value.node, view);
		case "nodes": return slice(nodeType, value.nodes.map((node) => nodeView(node, view)));
	}
}

// src/weave/3-match/comments.ts
const known$4 = /* @__PURE__ */ new WeakMap();
/**
* Comments that belong to the node: those above it that attach to the outermost node at their next token. A comment at
* the end of a line belongs to what it follows; one that is directly below something and set off from what comes next
* by a blank line stays with the former (as dst attaches them, which Orchestrion's directives rely on).
*/
function leadingComments(node) {
	if (node.unit.tree.comments.length === 0) return [];
	const start = node.kind === "File" ? packageStart(node) : node.syntax.start;
	const texts = allLeading(node.unit).get(start);
	return texts === void 0 || !isOutermost(node) ? [] : texts;
}
/** Offset of a node's first token → the comments that lead up to it. */
function allLeading(unit) {
	let leading = known$4.get(unit);
	if (leading === void 0) {
		leading = attach(unit);
		known$4.set(unit, leading);
	}
	return leading;
}
function packageStart(file) {
	return file.syntax.children.find((child) => child.kind === "package_clause")?.start ?? file.syntax.start;
}
function isOutermost(node) {
	if (node.kind === "File") return true;
	if (node.kind === "GenDecl" && kindOf(node.syntax, node.unit.tree) === "DeclStmt") return false;
	for (let up = node.syntax.parent; up?.start === node.syntax.start && up.kind !== "source_file"; up = up.parent) if (kindOf(up, node.unit.tree) !== void 0) return false;
	return true;
}
function attach(unit) {
	const leading = /* @__PURE__ */ new Map();
	const { comments } = unit.tree;
	const { text } = unit.tree.source;
	for (let i = 0; i < comments.length;) {
		const run = runAt(comments, i, text);
		i += run.length;
		const next = skipBlank(text, run.at(-1).end);
		const own = leadersOf(run, text, next).map((comment) => commentText(unit, comment).trim());
		if (own.length > 0) leading.set(next, own);
	}
	return leading;
}
/** The comments from `first` on between which there is only white space. */
function runAt(comments, first, text) {
	const run = [comments[first]];
	for (let i = first + 1; i < comments.length; i++) {
		const comment = comments[i];
		if (skipBlank(text, run.at(-1).end) !== comment.start) break;
		run.push(comment);
	}
	return run;
}
/** Those of a run that belong to what starts at `next`. */
function leadersOf(run, text, next) {
	const first = run[0];
	const previous = lastToken(text, first.start);
	let newlines = previous < 0 ? 2 : newlinesBetween(text, previous, first.start);
	const own = [];
	let group = [];
	let blankBefore = newlines >= 2;
	run.forEach((comment, i) => {
		const after = newlinesBetween(text, comment.end, run[i + 1]?.start ?? next);
		if (newlines > 0 || group.length > 0) group.push(comment);
		if (i + 1 === run.length || after >= 2) {
			if (after < 2 || blankBefore) own.push(...group);
			group = [];
			blankBefore = after >= 2;
		}
		newlines = after;
	});
	return own;
}
function newlinesBetween(text, start, end) {
	let count = 0;
	for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) count++;
	return count;
}
function skipBlank(text, from) {
	let at = from;
	while (at < text.length && isBlank(text.charCodeAt(at))) at++;
	return at;
}
/** Offset just behind the last visible character before `before`; -1 at the start of the file. */
function lastToken(text, before) {
	let at = before;
	while (at > 0 && isBlank(text.charCodeAt(at - 1))) at--;
	return at === 0 || at === byteOrderMark.length && text.startsWith(byteOrderMark) ? -1 : at;
}
/** As `SourceFile.text` shows it: one character per byte. */
const byteOrderMark = "ǯƻƿ";
function isBlank(code) {
	return code === 32 || code === 10 || code === 9 || code === 13;
}

// src/weave/4-advise/dot/directive-args.ts
/**
* Arguments of the nearest `//name …` comment above the node or one of its ancestors: words separated by spaces, quotes
* keep spaces together, `key:value` splits at the first colon and loses the quotes around the value. No such comment: none.
*/
function directiveArguments(node, name) {
	for (let up = node; up !== void 0; up = parentOf(up)) for (const comment of leadingComments(up)) {
		const words = splitWords(comment.trim());
		if (words[0] === `//${name}`) return words.slice(1).map(argument);
	}
	return [];
}
/** Only blanks separate, and not inside quotes. */
function splitWords(text) {
	const words = [];
	let word = "";
	let quote = "";
	for (const c of text) {
		if (quote === "" && c === " ") {
			if (word !== "") words.push(word);
			word = "";
			continue;
		}
		if (quote === "" && (c === "\"" || c === "'")) quote = c;
		else if (c === quote) quote = "";
		word += c;
	}
	if (word !== "") words.push(word);
	return words;
}
function argument(word) {
	const colon = word.indexOf(":");
	if (colon < 0) return {
		key: word,
		value: ""
	};
	return {
		key: word.slice(0, colon),
		value: unquote$1(word.slice(colon + 1))
	};
}
function unquote$1(value) {
	const first = value[0];
	return value.length >= 2 && (first === "\"" || first === "'") && value.endsWith(first) ? value.slice(1, -1) : value;
}

// src/weave/3-match/type-name.ts
/**
* Whether a type expression names the type, by syntax alone: type arguments are ignored, `interface{}` is `any`, and a
* type of the package itself has no path, so that a library's own use of its types never matches `path.T`.
*/
function matchesType(type, node, ctx) {
	if (node === void 0) return false;
	const expression = current(node);
	const { unit, syntax } = expression;
	switch (expression.kind) {
		case "StarExpr": {
			const inner = syntax.children.find((child) => child.kind !== "operator");
			return type.pointer && inner !== void 0 && matchesType({
				...type,
				pointer: false
			}, goNode(unit, inner), ctx);
		}
		case "IndexExpr":
		case "IndexListExpr": {
			const generic = syntax.field("type") ?? syntax.field("operand") ?? syntax.children[0];
			return !type.pointer && generic !== void 0 && matchesType(type, goNode(unit, generic), ctx);
		}
		case "ParenExpr": {
			const [inner] = syntax.children;
			return inner !== void 0 && matchesType(type, goNode(unit, inner), ctx);
		}
		case "InterfaceType": return type.name === "any" && type.path === void 0 && syntax.children.length === 0;
		case "Ident":
		case "SelectorExpr": return !type.pointer && matchesName(type, expression, ctx);
		default: return false;
	}
}
function matchesName(type, node, ctx) {
	const name = nameOf(node, ctx);
	if (name !== void 0) {
		if (name.name !== type.name || !samePath(name.path, type.path)) return false;
		return name.path !== void 0 || !isLocalName(node);
	}
	const { left, right } = selectorParts(node.syntax);
	if (node.unit.rendered === void 0 || left === void 0 || right === void 0) return false;
	return syntaxText(node.unit, right) === type.name && syntaxText(node.unit, left) === type.path;
}
/** Whether a receiver's type is this type, which has to belong to the package at hand. */
function matchesDefinition(type, node, ctx) {
	if (!samePath(type.path, ctx.facts.importPath)) return false;
	return matchesType({
		pointer: type.pointer,
		name: type.name
	}, node, ctx);
}
function typeNameText(type) {
	return `${type.pointer ? "*" : ""}${type.path === void 0 ? "" : `${type.path}.`}${type.name}`;
}

// src/weave/3-match/implements.ts
/**
* Whether a parameter or result is written as the type, or implements it where it is an interface.
*
* @returns undefined where the interface cannot be found
* @throws GotsError weave_needs_types when only the type checker can say and none is at hand, weave_type_unknown when it cannot
*/
function groupImplements(type, where, ctx) {
	const { unit, field } = where;
	const written = typeOfGroup(unit, field);
	if (matchesType(type, written, ctx)) return true;
	if (unit.rendered !== void 0) return false;
	const { start, end } = field.type;
	const question = `whether a type implements ${typeNameText(type)}`;
	if (ctx.oracle === void 0) weaveNeedsTypes(spanOf$1(unit, start), question);
	const answer = ctx.oracle.implementsInterface({
		file: unit.tree.source.name,
		start,
		end
	}, type);
	return isUnknown(answer) ? weaveTypeUnknown(spanOf$1(unit, start), question, answer.unknown) : answer;
}

// src/weave/3-match/points/function.ts
/** `function: [options]`: declarations and literals that satisfy every option. */
const functionPoint = {
	kinds: () => ["FuncDecl", "FuncLit"],
	matches: (point, node, ctx) => (node.kind === "FuncDecl" || node.kind === "FuncLit") && point.options.every((option) => holds(option, node, ctx))
};
function holds(option, fn, ctx) {
	switch (option.kind) {
		case "name": return functionName(fn) === option.name;
		case "name-matches": return fn.kind === "FuncDecl" && compileGoRegexp(option.pattern).test(functionName(fn));
		case "receiver-matches": return fn.kind === "FuncDecl" && compileGoRegexp(option.pattern).test(receiverText(fn));
		case "receiver-is": return fn.kind === "FuncDecl" && receiverText(fn) === option.text;
		case "receiver": return receiverMatches(option.type, fn, ctx);
		case "has-receiver": return signatureOf(fn).receiver !== void 0 === option.value;
		case "has-body": return fn.syntax.field("body") !== void 0 === option.value;
		case "signature": return isSignature(option, fn, ctx);
		case "signature-contains": return containsAny(option, fn, ctx);
		case "has-type": return fieldsOf(option.list, fn).some((field) => matchesType(option.type, typeOfGroup(fn.unit, field), ctx));
		case "argument-implements": return someImplements(option.type, fn.unit, signatureOf(fn).parameters.fields, ctx);
		case "result-implements": return someImplements(option.type, fn.unit, signatureOf(fn).results.fields, ctx);
		case "final-result-implements": return someImplements(option.type, fn.unit, signatureOf(fn).results.fields.slice(-1), ctx);
	}
}
function fieldsOf(list, fn) {
	const { parameters, results } = signatureOf(fn);
	if (list === "argument") return parameters.fields;
	return list === "result" ? results.fields : results.fields.slice(-1);
}
/** The declared name; empty for a literal. */
function functionName(fn) {
	const name = fn.kind === "FuncDecl" ? fn.syntax.field("name") : void 0;
	return name === void 0 ? "" : syntaxText(fn.unit, name);
}
/** `T` or `*T`, without parentheses and type arguments; empty where there is no receiver. */
function receiverText(fn) {
	let type = signatureOf(fn).receiver?.fields[0]?.type;
	let pointer = "";
	while (type !== void 0) if (type.kind === "generic_type") type = type.field("type");
	else if (type.kind === "pointer_type" || type.kind === "parenthesized_type") {
		if (type.kind === "pointer_type") pointer = "*";
		type = type.children[0];
	} else return pointer + syntaxText(fn.unit, type);
	return "";
}
function receiverMatches(type, fn, ctx) {
	const fields = signatureOf(fn).receiver?.fields;
	const only = fields?.length === 1 ? fields[0] : void 0;
	return only !== void 0 && matchesDefinition(type, typeOfGroup(fn.unit, only), ctx);
}
/** Compared group by group, as Orchestrion does: `(a, b int)` is one entry. */
function isSignature(types, fn, ctx) {
	const listed = ({ fields }) => types.flat ? fields.flatMap((field) => Array.from({ length: Math.max(1, field.names.length) }, () => field)) : fields;
	const exact = (wanted, groups) => {
		const fields = listed(groups);
		return wanted.length === fields.length && wanted.every((type, i) => matchesType(type, typeOfGroup(fn.unit, fields[i]), ctx));
	};
	const { parameters, results } = signatureOf(fn);
	return exact(types.args, parameters) && exact(types.returns, results);
}
/** One of the results or one of the parameters is enough. */
function containsAny(types, fn, ctx) {
	const some = (wanted, { fields }) => wanted.some((type) => fields.some((field) => matchesType(type, typeOfGroup(fn.unit, field), ctx)));
	const { parameters, results } = signatureOf(fn);
	return some(types.returns, results) || some(types.args, parameters);
}
function someImplements(type, unit, fields, ctx) {
	if (fields.some((field) => matchesType(type, typeOfGroup(unit, field), ctx))) return true;
	return fields.some((field) => groupImplements(type, {
		unit,
		field
	}, ctx) === true);
}

// src/weave/4-advise/entry-names.ts
/** The name of the entry at a flat index, which it is given if it has none. */
function nameAt(groups, index, list, own) {
	let start = 0;
	for (const field of groups.fields) {
		const width = Math.max(1, field.names.length);
		if (index >= start && index < start + width) return named(groups, field, {
			at: index - start,
			index,
			list
		}, own);
		start += width;
	}
	throw new Error(`index out of bounds: ${index} (only ${start} items)`);
}
/** In an unnamed list every entry must get a name when one does. */
function named(groups, field, entry, own) {
	if (field.names.length === 0) {
		for (const each of groups.fields) each.names = ["_"];
		groups.changed = true;
	}
	const name = field.names[entry.at];
	if (name !== void 0 && name !== "_") return name;
	const given = freeName(groups, `__${entry.list}__${entry.index}`, own);
	field.names = field.names.map((old, i) => i === entry.at ? given : old);
	groups.changed = true;
	return given;
}
/** Every entry of a list, all of them named. */
function namedEntries(groups, list, own) {
	if (groups === void 0) return [];
	const widths = groups.fields.map((field) => Math.max(1, field.names.length));
	return groups.fields.flatMap((field, i) => Array.from({ length: widths[i] ?? 1 }, () => field)).map((field, index) => ({
		name: nameAt(groups, index, list, own),
		field
	}));
}
/**
* The wanted name for an entry, or one of ours where the function, or what advice has named in functions around it or
* inside it, holds the wanted one: it would hide that, or be hidden.
*/
function freeName(groups, wanted, own) {
	const fn = groups.syntax?.parent;
	if (fn === void 0) return wanted;
	const { tree, changes } = groups.unit;
	const isMentioned = tree.source.text.slice(fn.start, fn.end).includes(wanted);
	const isGiven = [...changes.signatures].some(([other, { receiver, parameters, results }]) => (contains(other, fn) || contains(fn, other)) && [
		receiver,
		parameters,
		results
	].some((list) => list?.fields.some(({ names }) => names.includes(wanted))));
	return isMentioned || isGiven ? ownName(own, `${wanted.replace(/^_+/, "")}n${own.number()}`) : wanted;
}
function contains(outer, inner) {
	return outer.start <= inner.start && inner.end <= outer.end;
}

// src/weave/4-advise/dot/function-view.ts
/** `.Function`: the nearest function around the node, itself included. Asking for a name gives one in the signature. */
function functionView(site, asked) {
	const fn = isFunction(site.node.kind) ? site.node : enclosingFunction(site.slot);
	return {
		goType: "*code.function",
		member: (name) => memberOf$1(site, fn, {
			name,
			asked
		})
	};
}
function memberOf$1(site, fn, { name, asked }) {
	const { own } = site.session.pkg;
	switch (name) {
		case "Name": return method$1(() => functionName(inside(fn)));
		case "Receiver": return method$1(() => receiverName(inside(fn), own));
		case "Argument": return indexed((index) => nameAt(signatureOf(inside(fn)).parameters, index, "argument", own));
		case "Result": return indexed((index) => nameAt(signatureOf(inside(fn)).results, index, "result", own));
		case "ArgumentOfType": return typed((type) => firstName(site, fn, "argument", (field, f) => matchesType(type, typeOfGroup(f.unit, field), site.session.ctx)));
		case "ResultOfType": return typed((type) => firstName(site, fn, "result", (field, f) => matchesType(type, typeOfGroup(f.unit, field), site.session.ctx)));
		case "ArgumentThatImplements": return askable(asked, (type) => implementing(site, fn, {
			list: "argument",
			type,
			last: false
		}));
		case "ResultThatImplements": return askable(asked, (type) => implementing(site, fn, {
			list: "result",
			type,
			last: false
		}));
		case "LastResultThatImplements": return askable(asked, (type) => implementing(site, fn, {
			list: "result",
			type,
			last: true
		}));
		case "FinalResultImplements": return askable(asked, (type) => finalImplements(site, fn, type));
		default: return;
	}
}
function method$1(call) {
	return {
		kind: "method",
		method: {
			params: [],
			call
		}
	};
}
function indexed(call) {
	return {
		kind: "method",
		method: {
			params: [goInt],
			call: ([index]) => call(Number(index))
		}
	};
}
function typed(call) {
	return {
		kind: "method",
		method: {
			params: [goString$1],
			call: ([text]) => call(typeArgument(String(text)))
		}
	};
}
/** @throws Error if the name was computed: an edit of that interface would go unnoticed */
function askable(asked, call) {
	return typed((type) => {
		if (type.path === void 0 || asked.includes(type.path)) return call(type);
		throw new Error(`the interface ${type.path}.${type.name} has to be named in the template, not computed`);
	});
}
function typeArgument(text) {
	const type = parseTypeName(text);
	if (type === void 0) throw new Error(`invalid type name ${JSON.stringify(text)}`);
	return type;
}
function inside(fn) {
	if (fn === void 0) throw new Error("no enclosing function");
	return fn;
}
function receiverName(fn, own) {
	const { receiver } = signatureOf(fn);
	if (receiver === void 0) throw new Error("the enclosing function is not a method");
	return nameAt(receiver, 0, "receiver", own);
}
function listOf$1(fn, list) {
	const { parameters, results } = signatureOf(fn);
	return list === "argument" ? parameters : results;
}
/** The first name of the first group that satisfies the test; empty if none does. */
function firstName(site, fn, list, test) {
	if (fn === void 0) return "";
	const groups = listOf$1(fn, list);
	const found = groups.fields.findIndex((field) => test(field, fn));
	return found < 0 ? "" : nameAt(groups, flatIndex(groups, found), list, site.session.pkg.own);
}
function flatIndex(groups, group) {
	return groups.fields.slice(0, group).reduce((sum, field) => sum + Math.max(1, field.names.length), 0);
}
/** A type written as the name wins over one that implements it. */
function implementing(site, fn, { list, type, last }) {
	if (fn === void 0) return "";
	const { ctx } = site.session;
	const groups = listOf$1(fn, list);
	const find = (test) => last ? groups.fields.findLastIndex(test) : groups.fields.findIndex(test);
	let found = find((field) => matchesType(type, typeOfGroup(fn.unit, field), ctx));
	if (found < 0) found = find((field) => implementsType(site, fn, field, type));
	if (found < 0) return "";
	const width = groups.fields[found]?.names.length ?? 0;
	return nameAt(groups, flatIndex(groups, found) + (last ? Math.max(0, width - 1) : 0), list, site.session.pkg.own);
}
function implementsType(site, fn, field, type) {
	const answer = groupImplements(type, {
		unit: fn.unit,
		field
	}, site.session.ctx);
	if (answer === void 0) throw new Error(`cannot resolve interface ${type.path ? `${type.path}.` : ""}${type.name}`);
	return answer;
}
function finalImplements(site, fn, type) {
	const final = fn === void 0 ? void 0 : signatureOf(fn).results.fields.at(-1);
	return fn !== void 0 && final !== void 0 && implementsType(site, fn, final, type);
}

// src/weave/4-advise/dot/dot.ts
/** What a template's dot is: the matched node, printed by itself, and ways to ask about it. */
function dotOf(site, node, { placeholders, asked }) {
	return {
		goType: "*code.dot",
		member(name) {
			switch (name) {
				case "AST": return {
					kind: "field",
					value: nodeView(node, {
						ctx: site.session.ctx,
						placeholders
					})
				};
				case "Function": return {
					kind: "field",
					value: functionView(site, asked)
				};
				case "DirectiveArgs": return {
					kind: "method",
					method: {
						params: [goString$1],
						call: ([word]) => directives(site, String(word))
					}
				};
				default: return;
			}
		},
		print: () => ({
			kind: "node",
			node
		}),
		placeholder: () => placeholders.add(node, false)
	};
}
function directives(site, name) {
	return directiveArguments(site.slot, name).map(({ key, value }) => struct("code.directiveArgument", {
		Key: key,
		Value: value
	}));
}

// src/weave/3-match/points/directive.ts
/**
* `directive: name`: the comment `//name`, perhaps with arguments, stands above the node; or above a statement that
* hands it on: an assignment to its right side (a definition to its left too), a call to its callee, a send to the sent value,
* `go`, `defer`, `return` and expression statements to what they hold; a declaration to its specifications.
*/
const directive$1 = {
	kinds: () => "any",
	matches: (point, node) => hasDirective(node, point.name)
};
function hasDirective(node, name) {
	if (leadingComments(node).some((comment) => isDirective(comment, name))) return true;
	const parent = parentOf(node);
	return parent !== void 0 && handsOn(parent, node) && hasDirective(parent, name);
}
function isDirective(comment, name) {
	return comment.startsWith(`//${name}`) && (comment.length === name.length + 2 || /\s/.test(comment[name.length + 2] ?? ""));
}
function handsOn(parent, child) {
	const { syntax } = parent;
	switch (parent.kind) {
		case "GenDecl": return child.kind === "ImportSpec" || child.kind === "ValueSpec" || child.kind === "TypeSpec";
		case "AssignStmt": return syntax.kind === "short_var_declaration" || isWithin(child.syntax, syntax.field("right"));
		case "CallExpr": return calleeOf(syntax) === child.syntax;
		case "SendStmt": return syntax.field("value") === child.syntax;
		case "DeferStmt":
		case "GoStmt":
		case "ReturnStmt":
		case "ExprStmt": return true;
		default: return false;
	}
}
function isWithin(node, list) {
	return list !== void 0 && node.start >= list.start && node.end <= list.end;
}

// src/weave/3-match/points/function-body.ts
/** `function-body: point`: the function whose body this block is, which the point is asked about. */
function functionOfBody(node) {
	const { parent } = node.syntax;
	if (node.kind !== "BlockStmt" || parent === void 0 || node.syntax.fieldName !== "body") return void 0;
	const fn = goNode(node.unit, parent);
	return fn !== void 0 && isFunction(fn.kind) ? fn : void 0;
}

// src/weave/4-advise/dot/otelc-arguments.ts
/**
* The arguments behind a directive's name: `key:value` with blanks between them, the value bare or a Go string in double quotes.
*
* @throws Error that says what is wrong
*/
function parseArguments(text) {
	const found = [];
	let rest = text.trim();
	while (rest !== "") {
		const [whole, key = "", quoted, bare = ""] = /^([^\s:"']*):(?:("(?:[^"\\]|\\.)*")|([^\s"']*))(?=\s|$)/.exec(rest) ?? [];
		if (whole === void 0 || key === "") throw new Error(`malformed directive argument near ${JSON.stringify(rest)}`);
		found.push({
			key,
			value: quoted === void 0 ? bare : unquote(quoted)
		});
		rest = rest.slice(whole.length).trimStart();
	}
	return found;
}
function unquote(quoted) {
	try {
		return JSON.parse(quoted);
	} catch {
		throw new Error(`malformed string ${quoted} in a directive`);
	}
}

// src/weave/4-advise/dot/otelc-dot.ts
/** What the dot is in templates of otelc's rules: the node, and questions about the function around it. */
function otelcDot(site, node, at) {
	const fn = () => declaredFunction(site.node) ?? missing();
	return {
		goType: "*instrument.funcTemplateData",
		member: (name) => memberOf(site, name, fn, at.directive),
		print: () => ({
			kind: "node",
			node
		}),
		placeholder: () => at.placeholders.add(node, false)
	};
}
/** The function declared at the top level that a node is in, whatever closures are between. */
function declaredFunction(node) {
	const own = functionOfBody(node);
	if (own?.kind === "FuncDecl") return own;
	for (let up = node; up !== void 0; up = parentOf(up)) if (up.kind === "FuncDecl") return up;
}
function missing() {
	throw new Error("no enclosing function");
}
function memberOf(site, name, fn, directive) {
	const { own } = site.session.pkg;
	switch (name) {
		case "FuncName": return method([], () => functionName(fn()));
		case "FuncArgument": return method([goInt], ([index]) => nameAt(groupsOf(fn(), "argument"), Number(index), "argument", own));
		case "FuncReturn": return method([goInt], ([index]) => nameAt(groupsOf(fn(), "result"), Number(index), "result", own));
		case "FuncArgumentCount": return method([], () => BigInt(count(groupsOf(fn(), "argument"))));
		case "FuncReturnCount": return method([], () => BigInt(count(groupsOf(fn(), "result"))));
		case "FuncArgumentOfType": return method([goString$1], ([type]) => ofType(site, fn(), "argument", String(type)));
		case "FuncReturnOfType": return method([goString$1], ([type]) => ofType(site, fn(), "result", String(type)));
		case "DirectiveArgs": return method([], () => argumentsOf(fn(), directive).map(({ key, value }) => struct("ast.DirectiveArg", {
			Key: key,
			Value: value
		})));
		case "DirectiveArg": return method([goString$1], ([key]) => argumentsOf(fn(), directive).find((arg) => arg.key === key)?.value ?? "");
		default: return;
	}
}
function method(params, call) {
	return {
		kind: "method",
		method: {
			params: [...params],
			call: (args) => call(args)
		}
	};
}
function groupsOf(fn, list) {
	const { parameters, results } = signatureOf(fn);
	return list === "argument" ? parameters : results;
}
function count({ fields }) {
	return fields.reduce((sum, { names }) => sum + Math.max(1, names.length), 0);
}
function ofType(site, fn, list, text) {
	const type = parseTypeName(text);
	if (type === void 0) throw new Error(`invalid type name ${JSON.stringify(text)}`);
	const groups = groupsOf(fn, list);
	const found = groups.fields.findIndex((field) => matchesType(type, typeOfGroup(fn.unit, field), site.session.ctx));
	if (found < 0) return "";
	return nameAt(groups, count({
		...groups,
		fields: groups.fields.slice(0, found)
	}), list, site.session.pkg.own);
}
function argumentsOf(fn, directive) {
	if (directive === void 0) return [];
	const comment = leadingComments(fn).find((text) => isDirective(text, directive));
	return comment === void 0 ? [] : parseArguments(comment.slice(directive.length + 2));
}

// src/weave/4-advise/resolve-imports.ts
/**
* Gives every `key.Name` of a rendered text, where `key` is one of the template's imports and no local of the text, the
* name under which the file knows that package. Moved nodes are placeholders at this point, so user code is not touched.
*/
function resolveImports(unit, site) {
	const imports = unit.rendered?.template.imports ?? {};
	if (Object.keys(imports).length === 0) return;
	const visit = (node) => {
		resolve(unit, node, {
			imports,
			site
		});
		node.children.forEach(visit);
	};
	visit(unit.tree.root);
}
function resolve(unit, node, { imports, site }) {
	if (node.kind !== "selector_expression" && node.kind !== "qualified_type") return;
	const { left, right } = selectorParts(node);
	if (left === void 0 || right === void 0 || left.kind !== "identifier" && left.kind !== "package_identifier") return;
	const key = syntaxText(unit, left);
	const path = Object.hasOwn(imports, key) ? imports[key] : void 0;
	if (path === void 0 || isDeclaredLocally(unit.tree, left, key)) return;
	const { ctx, names } = site.session;
	if (samePath(path, ctx.facts.importPath)) unit.changes.texts.set(node, syntaxText(unit, right));
	else unit.changes.texts.set(left, names.nameFor(path, key, {
		unit,
		syntax: left
	}));
}

// src/weave/4-advise/render.ts
const statements = {
	prefix: "package _\nfunc _() {\n",
	suffix: "\n}\n",
	wanted: "Go statements"
};
const declarations = {
	prefix: "package _\n",
	suffix: "\n",
	wanted: "Go declarations"
};
/**
* Renders a template as statements, which may be none.
*
* @param dot the node that `{{ . }}` prints
* @param chunks what a plug-in made in the template's stead: then `template.source` only says where texts come from
* @throws GotsError template_execution, template_broken_go, template_node_twice, template_node_unprintable
*/
function renderStatements(template, site, dot, chunks) {
	return render(template, {
		site,
		dot,
		form: statements,
		chunks
	});
}
/** @throws GotsError as {@link renderStatements}, and template_renders_nothing */
function renderExpression(template, site, dot, chunks) {
	const wanted = "one Go expression";
	const unit = render(template, {
		site,
		dot,
		form: {
			...statements,
			wanted
		},
		chunks
	});
	const [only, ...others] = bodyOf(unit).children.flatMap((child) => child.kind === "statement_list" ? child.children : []);
	const rendered = unit.rendered;
	if (only === void 0) return templateRendersNothing(template.lines[0] ?? site.span, "one Go expression");
	const surplus = only.kind === "expression_statement" ? others[0] : only;
	if (surplus !== void 0) return templateBrokenGo(originOf(rendered, surplus.start), wanted, excerpt(unit, surplus.start, surplus.end));
	const expression = only.children[0];
	return (expression === void 0 ? void 0 : goNode(unit, expression)) ?? templateRendersNothing(template.lines[0] ?? site.span, wanted);
}
/** @throws GotsError as {@link renderStatements}, and template_renders_nothing */
function renderDeclarations(template, site, dot, chunks) {
	const unit = render(template, {
		site,
		dot,
		form: declarations,
		chunks
	});
	const rendered = unit.rendered;
	const own = unit.tree.root.children.filter((child) => child.kind !== "package_clause");
	if (own.length === 0) return templateRendersNothing(template.lines[0] ?? site.span, "a Go declaration");
	for (const node of own) if (!/_declaration$/.test(node.kind) || node.kind === "import_declaration") return templateBrokenGo(originOf(rendered, node.start), form(node), excerpt(unit, node.start, node.end));
	return unit;
}
function form(node) {
	return node.kind === "import_declaration" ? "declarations without imports (use `imports:`)" : declarations.wanted;
}
function bodyOf(unit) {
	const body = unit.tree.root.children.find((child) => child.kind === "function_declaration")?.field("body");
	if (body === void 0) throw new Error("the function around the rendered statements is gone");
	return body;
}
function render(template, job) {
	const { source: written, around } = template;
	job.site.session.pkg.own.admit(`${around?.before ?? ""}${written}${around?.after ?? ""}`);
	const printed = [];
	const { text, segments } = join(template, job.chunks ?? execute(template, job, printed), {
		printed,
		prefix: job.form.prefix,
		isExecuted: job.chunks === void 0 && template.around === void 0
	});
	const source = sourceFile("template", Buffer.from(text + job.form.suffix));
	const tree = job.site.session.grammar.parse(source);
	const holes = /* @__PURE__ */ new Map();
	const copies = /* @__PURE__ */ new Set();
	const rendered = {
		template,
		segments,
		holes,
		copies,
		host: job.site.slot
	};
	const unit = {
		tree,
		rendered,
		changes: noChanges(),
		nodes: /* @__PURE__ */ new Map()
	};
	const broken = tree.hasErrors ? tree.firstError ?? 0 : firstOutside(unit, job.form);
	if (broken !== void 0) {
		const offset = Math.min(Math.max(broken, job.form.prefix.length), source.text.length - job.form.suffix.length);
		const near = excerpt(unit, offset, source.text.length);
		if (template.around !== void 0) codeBrokenGo(originOf(rendered, offset), job.form.wanted, near);
		templateBrokenGo(originOf(rendered, offset), job.form.wanted, near);
	}
	fillHoles(unit, {
		holes,
		copies,
		printed
	});
	checkHoles(unit);
	settleNames(unit, job.site, job.form === declarations ? "top" : "inside");
	resolveImports(unit, job.site);
	return unit;
}
/** Output such as `} func f() {` parses together with what it was put into, but is not what was asked for. */
function firstOutside(unit, { prefix }) {
	if (prefix !== statements.prefix) return void 0;
	return unit.tree.root.children.filter((child) => child.kind !== "package_clause")[1]?.start;
}
const templates = /* @__PURE__ */ new WeakMap();
function parsed(template) {
	let known = templates.get(template);
	if (known === void 0) {
		try {
			known = parseTemplate("code.Template", template.source, ["Version"]);
		} catch (error) {
			if (!(error instanceof TemplateSyntaxError)) throw error;
			return templateSyntax(spanInTemplate(template, error.offset), error.message, error);
		}
		templates.set(template, known);
	}
	return known;
}
function execute(template, { site, dot }, printed) {
	const { around, source } = template;
	if (around !== void 0) return [
		around.before,
		source,
		around.after
	].map((text, i) => ({
		kind: "text",
		text,
		offset: i < 2 ? 0 : Buffer.byteLength(source)
	}));
	const add = (node, copy) => placeholder(printed.push({
		node,
		copy
	}) - 1);
	const placeholders = { add };
	const { otelc } = template;
	try {
		return executeTemplate(parsed(template), otelc ? otelcDot(site, dot, {
			placeholders,
			directive: otelc.directive
		}) : dotOf(site, dot, {
			placeholders,
			asked: askedPackages(template)
		}), { Version: {
			params: [],
			call: () => site.session.version
		} });
	} catch (error) {
		if (!(error instanceof TemplateExecError)) throw error;
		if (error.cause instanceof GotsError) throw error.cause;
		return templateExecution(spanInTemplate(template, error.offset), error.message, error);
	}
}
const placeholder = (index) => `_.__PLACEHOLDER_${index}__`;
/** The output as one text behind the prefix, and where its parts come from. */
function join(template, chunks, { printed, prefix, isExecuted }) {
	const source = Buffer.from(template.source);
	const segments = [];
	let text = prefix;
	let start = Buffer.byteLength(prefix);
	for (const chunk of chunks) {
		const added = chunk.kind === "text" ? chunk.text : placeholder(printed.push({
			node: chunk.node,
			copy: false
		}) - 1);
		const bytes = Buffer.from(added);
		const literal = source.subarray(chunk.offset, chunk.offset + bytes.length).equals(bytes);
		segments.push({
			start,
			offset: chunk.offset,
			literal,
			printed: isExecuted && !literal
		});
		text += added;
		start += bytes.length;
	}
	return {
		text,
		segments
	};
}
const placeholderName = /^__PLACEHOLDER_([0-9]+)__$/;
function fillHoles(unit, { holes, copies, printed }) {
	if (printed.length === 0) return;
	const visit = (node) => {
		const index = placeholderAt(unit, node);
		const found = index === void 0 ? void 0 : printed[index];
		if (found === void 0) {
			if (/_string_literal$/.test(node.kind)) checkString(unit, node, printed);
			node.children.forEach(visit);
			return;
		}
		holes.set(node, found.node);
		if (found.copy) copies.add(node);
	};
	visit(unit.tree.root);
}
/** In a string a placeholder would stay what it is. */
function checkString(unit, literal, printed) {
	const index = /_\.__PLACEHOLDER_([0-9]+)__/.exec(syntaxText(unit, literal))?.[1];
	const found = index === void 0 ? void 0 : printed[Number(index)];
	if (found !== void 0) templateNodeInString(originOf(unit.rendered, literal.start), shown(found.node));
}
function placeholderAt(unit, node) {
	if (node.kind !== "selector_expression" && node.kind !== "qualified_type") return void 0;
	const right = node.field("field") ?? node.field("name");
	const found = right === void 0 ? null : placeholderName.exec(syntaxText(unit, right));
	return found === null ? void 0 : Number(found[1]);
}
/** A node may be moved once, since moving it twice would evaluate it twice; so may its parts, which move with it. */
function checkHoles(unit) {
	const rendered = unit.rendered;
	const seen = [];
	for (const [place, node] of rendered.holes) {
		const span = originOf(rendered, place.start);
		if (extentOf(node) === void 0) templateNodeUnprintable(span, node.kind);
		if (rendered.copies.has(place)) continue;
		if (seen.some((other) => overlap(node, other))) templateNodeTwice(span, shown(node));
		seen.push(node);
	}
}
/**
* For advice that leaves the matched node where it is: printing it, or a part of it, would have it twice.
*
* @throws GotsError template_node_twice
*/
function refuseMoves({ rendered }) {
	for (const [place, node] of rendered?.holes ?? []) if (!rendered?.copies.has(place)) templateNodeTwice(originOf(rendered, place.start), shown(node));
}
function shown(node) {
	return textOf$2(node).replace(/\s+/g, " ").slice(0, 60);
}
function overlap(a, b) {
	return a.unit === b.unit && a.syntax.start < b.syntax.end && b.syntax.start < a.syntax.end;
}
function excerpt(unit, start, end) {
	const lineEnd = unit.tree.source.text.indexOf("\n", start);
	return textBetween(unit, start, Math.min(end, lineEnd < 0 ? end : lineEnd, start + 60)).replace(/_\.__PLACEHOLDER_[0-9]+__/g, "{{…}}").trim();
}

// src/weave/4-advise/advice/inject-declarations.ts
/** Injected declarations may match aspects that inject more; beyond this, they never come to an end. */
const maxGenerations = 8;
/** @throws GotsError weave_endless_injection */
function appendDeclarations(unit, { session, slot }, span) {
	const generation = (session.generation.get(slot.unit) ?? 0) + 1;
	if (generation > maxGenerations) weaveEndlessInjection(span, maxGenerations);
	for (const name of topLevelNames(unit.tree)) session.pkg.declared.add(name);
	session.generation.set(unit, generation);
	session.appended.push(unit);
}
/** Appends declarations to the file, where the same walk visits them; `links` must be in the binary. */
function injectDeclarations(advice, site) {
	const { session } = site;
	const unit = renderDeclarations(advice.template, site, site.node);
	refuseMoves(unit);
	settleSymbols(unit, advice.links, session.pkg.own);
	appendDeclarations(unit, site, advice.span);
	if (advice.links.length === 0) return;
	needImport(session, "unsafe");
	for (const path of advice.links) if (!session.ctx.imports.specs.some((spec) => samePath(spec.path, path))) session.links.add(path);
}

// src/weave/4-advise/plugin/node-view.ts
/** Views of nodes for one match; the same node has the same view. */
function nodeViews(ctx) {
	const views = /* @__PURE__ */ new Map();
	const nodes = /* @__PURE__ */ new WeakMap();
	const of = (node) => {
		const shown = current(node);
		const known = views.get(shown);
		if (known !== void 0) return known;
		const view = Object.freeze({
			kind: shown.kind,
			get text() {
				return textOf$2(shown);
			},
			get position() {
				return spanOf$1(shown.unit, shown.syntax.start);
			},
			get parent() {
				const parent = parentOf(shown);
				return parent && of(parent);
			},
			get symbol() {
				return nameOf(shown, ctx);
			},
			field: (name) => {
				const value = fieldOf(shown, name, ctx);
				return value && plain(value);
			}
		});
		views.set(shown, view);
		nodes.set(view, shown);
		return view;
	};
	const plain = (value) => {
		switch (value.kind) {
			case "text": return value.text;
			case "flag": return value.value;
			case "node": return value.node && of(value.node);
			case "nodes": return value.nodes.map(of);
		}
	};
	return {
		of,
		nodeOf: (view) => nodes.get(view)
	};
}

// src/weave/4-advise/plugin/rewrite.ts
/** Lets a plug-in change the node that matched. @throws GotsError plugin_failed, plugin_absent and those of rendering */
function rewriteByPlugin(advice, site) {
	const { rewrite } = codeOf(advice, site.session.pkg.plugins);
	if (rewrite === void 0) return;
	const views = nodeViews(site.session.ctx);
	const open = { value: true };
	const edit = editorFor({
		advice,
		site,
		views,
		isOpen: () => open.value
	});
	const go = goCode(advice, views.nodeOf);
	const pkg = packageView(site.session.pkg.request);
	run(advice, "rewrite", () => rewrite({
		node: views.of(site.node),
		edit,
		go,
		pkg
	}));
	open.value = false;
}
/** @throws GotsError plugin_absent */
function codeOf({ file, digest, span }, plugins) {
	return plugins?.(file, digest) ?? pluginAbsent(span, file);
}
/**
* Runs a function of a plug-in. What it throws is told with its stack; what gots says to it passes unchanged.
*
* @throws GotsError plugin_failed
*/
function run({ id, span }, what, call) {
	try {
		const result = call();
		if (result instanceof Promise) {
			result.catch(() => void 0);
			throw new TypeError("it is asynchronous; weaving waits for nothing");
		}
		return result;
	} catch (error) {
		if (error instanceof GotsError || error instanceof WeaveAgain) throw error;
		return pluginFailed(span, id, what, error);
	}
}
function packageView({ facts }) {
	const { importPath, name = "", imports, testMain, goVersion } = facts;
	return Object.freeze({
		importPath,
		name,
		imports: [...imports].sort(),
		testMain,
		goVersion
	});
}
function editorFor(editing) {
	const { advice, site } = editing;
	const rendered = (code) => {
		begin(editing);
		return renderedCode(code, advice);
	};
	return Object.freeze({
		replace: (view, code) => {
			const node = behind(editing, view);
			if (!isExpression(node.kind)) throw new TypeError(`only expressions can be replaced, not a ${node.kind}`);
			const { template, chunks } = rendered(code);
			const place = node === site.node ? site.slot : node;
			place.unit.changes.slots.set(place.syntax, renderExpression(template, site, node, chunks));
		},
		prepend: (view, code) => {
			const block = behind(editing, view);
			if (block.kind !== "BlockStmt" || block.syntax.kind !== "block") throw new TypeError(`statements can be put at the top of a block, not of a ${block.kind}`);
			const { template, chunks } = rendered(code);
			const unit = renderStatements(template, site, block, chunks);
			refuseMoves(unit);
			const { prepended } = block.unit.changes;
			prepended.set(block.syntax, [...prepended.get(block.syntax) ?? [], {
				unit,
				open: false
			}]);
		},
		declare: (code) => {
			const { template, chunks } = rendered(code);
			const unit = renderDeclarations(template, site, site.node, chunks);
			refuseMoves(unit);
			appendDeclarations(unit, site, advice.span);
		},
		addImport: (path) => {
			begin(editing);
			checkPackage(advice, path);
			needImport(site.session, path);
		}
	});
}
function begin({ isOpen }) {
	if (!isOpen()) throw new TypeError("the match is over; edits belong into the call of rewrite");
}
/** The node that a view is of: the matched one or one inside it. */
function behind(editing, view) {
	begin(editing);
	const { views, site } = editing;
	const node = views.nodeOf(view);
	if (node === void 0) throw new TypeError("this is no node of the match");
	if (!(node.unit !== site.node.unit || within(node, site.node))) throw new TypeError("only the node that matched, and what is inside it, can be changed");
	return node;
}
function within({ syntax }, { syntax: outer }) {
	return outer.start <= syntax.start && syntax.end <= outer.end;
}

// src/weave/4-advise/plugin/files.ts
/**
* Lets a plug-in add files to a package and put others in the place of its own.
*
* @returns whether it did
* @throws GotsError plugin_failed, plugin_absent
*/
function filesByPlugin(pkg, advice) {
	const plugin = codeOf(advice, pkg.plugins);
	const view = packageView(pkg.request);
	const before = pkg.added.size + pkg.replaced.size;
	for (const { name, bytes } of pkg.request.files) {
		const file = Object.freeze({
			name: baseName(name),
			text: bytes.toString("utf8")
		});
		const text = run(advice, "replaceSource", () => plugin.replaceSource?.(view, file));
		if (text === void 0 || pkg.replaced.has(name)) continue;
		pkg.replaced.set(name, checked(pkg, advice, {
			what: "replaceSource",
			name: file.name,
			text
		}));
	}
	const files = run(advice, "extraFiles", () => plugin.extraFiles?.(view) ?? []);
	for (const { name, text } of listOf(advice, files)) {
		const key = `plugin ${advice.file} ${name}`;
		const { text: bytes, imports } = checked(pkg, advice, {
			what: "extraFiles",
			name,
			text
		});
		pkg.added.set(key, {
			name: addedName(pkg, name),
			text: bytes,
			imports,
			links: []
		});
	}
	return pkg.added.size + pkg.replaced.size > before;
}
function listOf(advice, files) {
	const isFile = (file) => {
		const { name, text } = file ?? {};
		return typeof name === "string" && /^[^/\\._][^/\\]*\.go$/.test(name) && !name.endsWith("_test.go") && typeof text === "string";
	};
	if (!Array.isArray(files) || !files.every(isFile)) return pluginFailed(advice.span, advice.id, "extraFiles", /* @__PURE__ */ new TypeError("it must return a list of { name: \"x.go\", text }"));
	return files;
}
/** A file that a plug-in gave: it must be Go, and import what the package does or the plug-in names. */
function checked(pkg, advice, { what, name, text }) {
	return run(advice, what, () => {
		if (typeof text !== "string") throw new TypeError(`${name} must be a text`);
		const bytes = Buffer.from(`//line ${advice.file}/${name}:1:1\n${text}`);
		pkg.own.admit(bytes);
		const tree = pkg.grammar.parse(sourceFile(name, bytes));
		if (tree.hasErrors) throw new SyntaxError(`${name} is not Go`);
		for (const each of topLevelNames(tree)) pkg.declared.add(each);
		const imports = importTable(tree, () => void 0).specs.map(({ path }) => path);
		for (const path of imports) if (!pkg.request.facts.imports.has(path)) checkPackage(advice, path);
		if (what === "replaceSource") return {
			text: bytes,
			imports
		};
		const settled = settleFile(tree, pkg);
		return {
			text: splice(tree.source, settled.edits),
			imports: [...imports, ...settled.imports]
		};
	});
}

// src/weave/4-advise/predeclared.ts
const entries = {
	any: {
		of: [],
		plain: ({ name }) => `type ${name} = interface{}`,
		imported: () => ""
	},
	appended: {
		of: ["append", "len"],
		plain: ({ name }) => `func ${name}[T interface{}](to []T, more ...T) []T { return append(to[:len(to):len(to)], more...) }`,
		imported: ({ name, from }) => `func ${name}[T interface{}](to []T, more ...T) []T { return ${from}.Appended(to, more) }`
	},
	bool: alias("bool", "Bool"),
	int: alias("int", "Int"),
	string: alias("string", "String"),
	uintptr: alias("uintptr", "Uintptr"),
	noMap: {
		of: [
			"string",
			"bool",
			"nil"
		],
		plain: ({ name }) => `func ${name}(m map[string]interface{}) bool { return m == nil }`,
		imported: ({ name, from }) => `func ${name}(m map[${from}.String]interface{}) ${from}.Bool { return ${from}.NoMap(m) }`
	},
	panic: {
		of: ["panic"],
		plain: ({ name }) => `func ${name}(v interface{}) { panic(v) }`,
		imported: ({ name, from }) => `func ${name}(v interface{}) { ${from}.Panic(v) }`
	},
	failure: {
		of: [
			"string",
			"recover",
			"nil",
			"println",
			"error"
		],
		plain: ({ name }) => `type ${name} string

func (what ${name}) Report() {
	if e := recover(); e != nil {
		println(string(what))
		if err, ok := e.(error); ok {
			println(err.Error())
		}
	}
}`,
		imported: ({ name, from }) => `type ${name} = ${from}.Failure[struct{}]`
	}
};
function alias(type, exported) {
	return {
		of: [type],
		plain: ({ name }) => `type ${name} = ${type}`,
		imported: ({ name, from }) => `type ${name} = ${from}.${exported}`
	};
}
function needPredeclared({ needs }, more) {
	for (const need of more) needs.add(need);
}
/** The file that declares what {@link needPredeclared} was asked for. */
function predeclaredFile(pkg) {
	const { needs, own } = pkg;
	if (needs.size === 0) return void 0;
	const from = importName(own, "predeclared");
	let isImported = false;
	const texts = [...needs].sort().map((need) => {
		const { of, plain, imported } = entries[need];
		const name = ownName(own, need);
		if (!of.some((each) => isTopLevel(pkg, each))) return plain({ name });
		isImported = true;
		return imported({
			name,
			from
		});
	});
	const base = "names.go";
	const clause = `//line <gots>/${base}:1:1\npackage ${packageName$1(pkg) ?? "_"}\n`;
	const head = isImported ? `${clause}\nimport ${from} ${JSON.stringify(predeclaredPath)}\n` : clause;
	const text = Buffer.from(`${head}\n${texts.join("\n\n")}\n`);
	const more = isImported ? {
		imports: [predeclaredPath],
		langs: ["go1.18"]
	} : {
		imports: [],
		langs: []
	};
	return {
		name: addedName(pkg, base),
		text,
		links: [],
		...more
	};
}

// src/weave/init-order/mentions.ts
/** The declarations of a file. */
function declarationsOf(tree) {
	const declared = [];
	const count = /* @__PURE__ */ new Map();
	const add = (key, node, part) => {
		const receiver = node.field("receiver");
		const base = `${receiver === void 0 ? "" : textOf$1(tree, receiver)} ${key}`;
		const n = count.get(base) ?? 0;
		count.set(base, n + 1);
		declared.push({
			key,
			id: `${base} ${n}`,
			text: textOf$1(tree, node),
			mentions: mentionsOf(tree, node),
			...part
		});
	};
	for (const node of tree.root.children) {
		const name = node.field("name");
		if (node.kind === "function_declaration" && name !== void 0) add(textOf$1(tree, name), node, {
			kind: "function",
			isComputed: false
		});
		else if (node.kind === "method_declaration" && name !== void 0) add(`.${textOf$1(tree, name)}`, node, {
			kind: "function",
			isComputed: false
		});
		else if (node.kind === "var_declaration") for (const spec of specsOf(node)) {
			const isComputed = spec.fields("value").some(isComputedValue);
			for (const each of spec.fields("name")) if (/identifier$/.test(each.kind)) add(textOf$1(tree, each), spec, {
				kind: "variable",
				isComputed
			});
		}
	}
	return declared;
}
function textOf$1(tree, node) {
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
function mentionsOf(tree, root) {
	let found;
	return () => {
		if (found !== void 0) return found;
		found = /* @__PURE__ */ new Set();
		const open = [root];
		for (let node = open.pop(); node !== void 0; node = open.pop()) {
			if (node.kind === "identifier") found.add(textOf$1(tree, node));
			else if (node.kind === "field_identifier") found.add(`.${textOf$1(tree, node)}`);
			open.push(...node.children);
		}
		return found;
	};
}

// src/weave/init-order/changes.ts
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
function orderChange({ woven, others }) {
	const files = woven.map(({ before, after }) => ({
		before: before === void 0 ? [] : declarationsOf(before),
		after: declarationsOf(after)
	}));
	const differences = files.flatMap(({ before, after }) => differencesOf(before, after));
	if (differences.every(({ names }) => names.length === 0)) return unchanged;
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
/** For each declaration, what it mentions more or less than before. Text that weaving adds as a whole is nobody's change. */
function differencesOf(before, after) {
	const known = new Map(before.map((each) => [each.id, each]));
	return after.flatMap((now) => {
		const old = known.get(now.id);
		if (old === void 0 || old.text === now.text) return [];
		const [a, b] = [old.mentions(), now.mentions()];
		const names = [...[...b].filter((name) => !a.has(name)), ...[...a].filter((name) => !b.has(name))];
		return [{
			key: now.key,
			names
		}];
	});
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

// src/weave/4-advise/used-imports.ts
/** Those of the names under which a file uses imports: in some `name.X` where no local of that name is in the way. */
function usedNames(tree, names) {
	const wanted = new Map(names.map((name) => [byteString(Buffer.from(name)), name]));
	const used = /* @__PURE__ */ new Set();
	forEachNode(tree.root, (node) => {
		if (node.kind !== "selector_expression" && node.kind !== "qualified_type") return;
		const { left } = selectorParts(node);
		if (left?.kind !== "identifier" && left?.kind !== "package_identifier") return;
		const name = wanted.get(tree.source.text.slice(left.start, left.end));
		if (name !== void 0 && !used.has(name) && !isDeclaredLocally(tree, left, name)) used.add(name);
	});
	return used;
}
/** Whether some bare name of a file can only come from a dot import. */
function usesDotImport(tree, packageLevel) {
	const own = new Set(topLevelNames(tree));
	let found = false;
	forEachNode(tree.root, (node) => {
		if (found || node.kind !== "identifier" && node.kind !== "type_identifier" || node.fieldName === "name") return;
		const name = tree.source.bytes.toString("utf8", node.start, node.end);
		if (!/^\p{Lu}/u.test(name) || packageLevel.has(name) || own.has(name)) return;
		if (node.parent?.kind === "literal_element" && node.parent.fieldName === "key") return;
		found = !isDeclaredLocally(tree, node, name);
	});
	return found;
}
/** Packages whose import means something without a use: `//go:linkname` and `//go:embed` need them. */
const meaningful = /* @__PURE__ */ new Set(["unsafe", "embed"]);
/**
* Takes away an import that weaving left without a use, as Orchestrion does: what replaced the uses decides what the
* program is made of. Where the text around it does not allow that, the import becomes a blank one.
*/
function removeImport({ source }, { syntax, path }) {
	if (meaningful.has(path)) return blankImport(syntax);
	const { parent } = syntax;
	if (parent?.kind === "import_declaration") return {
		start: syntax.start,
		end: syntax.end,
		pieces: [{
			kind: "inserted",
			text: "()"
		}]
	};
	const lineStart = source.text.lastIndexOf("\n", syntax.start - 1) + 1;
	return /^\s*$/.test(source.text.slice(lineStart, syntax.start)) && !/^[ \t]*;/.test(source.text.slice(syntax.end)) ? {
		start: syntax.start,
		end: syntax.end,
		pieces: []
	} : blankImport(syntax);
}

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
	const tree = file.grammar.parse(sourceFile(file.name, text));
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
	const left = file.grammar.parse(sourceFile(file.name, rest));
	const early = file.grammar.parse(sourceFile(file.name, Buffer.concat([Buffer.from("package _\n"), ...copies])));
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
	const parse = (name, text) => grammar.parse(sourceFile(name, text));
	const { awaited, mayMove } = orderChange({
		woven: [...woven.flatMap(({ trees }) => trees ?? []), ...added.map(({ name, text }) => ({
			before: void 0,
			after: parse(name, text)
		}))],
		others: () => woven.flatMap(({ name, text, trees }, at) => trees === void 0 ? [parse(name, text ?? request.files[at]?.bytes ?? Buffer.alloc(0))] : [])
	});
	if (awaited.size === 0) return {
		woven,
		added,
		mayMoveOrder: mayMove
	};
	const early = [];
	let left = 0;
	const part = (file) => {
		if (file.text === void 0) return file;
		const parted = takeVariables(file.text, awaited, {
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

// src/weave/3-match/points/declaration-of.ts
/**
* `declaration-of: path.Name`: the function, variable or constant of that name, in that package. Orchestrion counts methods
* of that name, and variables inside functions.
*/
const declarationOf$1 = {
	kinds: () => ["FuncDecl", "ValueSpec"],
	matches: (point, node, ctx) => (node.kind === "FuncDecl" || node.kind === "ValueSpec") && samePath(point.path, ctx.facts.importPath) && (point.quirks === true || isOfPackage$1(node)) && node.syntax.fields("name").some((name) => syntaxText(node.unit, name) === point.name)
};
function isOfPackage$1({ kind, syntax }) {
	return kind === "FuncDecl" ? syntax.kind === "function_declaration" : isTopLevel$1(syntax);
}

// src/weave/3-match/points/file-has.ts
const known$3 = /* @__PURE__ */ new WeakMap();
/** `file-has`: every node of a file that holds the part; of text that advice added, the file it was added to. */
const fileHas = {
	kinds: () => "any",
	matches: ({ part }, _, { file }) => {
		const answers = known$3.get(file) ?? /* @__PURE__ */ new Map();
		known$3.set(file, answers);
		const key = JSON.stringify(part);
		const answer = answers.get(key) ?? has(file, part);
		answers.set(key, answer);
		return answer;
	}
};
function has(file, part) {
	const { root, comments } = file.tree;
	switch (part.kind) {
		case "function": return root.children.some((syntax) => {
			const fn = goNode(file, syntax);
			return fn?.kind === "FuncDecl" && functionName(fn) === part.name && receiverText(fn) === part.receiver;
		});
		case "struct": return root.children.flatMap(specsOf).some((spec) => {
			const name = spec.kind === "type_spec" ? spec.field("name") : void 0;
			return name && syntaxText(file, name) === part.name && spec.field("type")?.kind === "struct_type";
		});
		case "directive": {
			const clause = root.children.find((node) => node.kind === "package_clause");
			return comments.some((comment) => comment.end <= (clause?.start ?? 0) && isDirective(commentText(file, comment), part.name));
		}
	}
}

// src/weave/3-match/called-node.ts
/**
* What a call calls, as it is now: the `f` of `(f[int])(x)`. Without types, `f[k](x)` could as well call an element of `f`;
* it is taken for a call of `f`, since a join point names functions.
*/
function calledNode(call) {
	const callee = calleeOf(call.syntax);
	let found = callee === void 0 ? void 0 : goNode(call.unit, callee);
	while (found !== void 0) {
		found = current(found);
		const inner = insideOf(found.syntax);
		if (inner === void 0) return found;
		found = goNode(found.unit, inner);
	}
}

// src/weave/3-match/points/function-call.ts
/**
* `function-call: [path.]Name`: calls and conversions whose callee is that name, however the file imports it, with
* parentheses around it and type arguments behind it. Inside the declaring package names have no path, so the package's own
* calls do not match.
*/
const functionCall = {
	kinds: () => ["CallExpr"],
	matches: (point, node, ctx) => {
		if (node.kind !== "CallExpr") return false;
		if (point.quirks) return matchesAsOrchestrion(point, node, ctx);
		const callee = calledNode(node);
		if (callee === void 0 || !mentions$1(point.name, callee)) return false;
		if (point.qualified && !isQualified(callee, ctx)) return false;
		const name = nameOf(callee, ctx);
		if (name?.name !== point.name || !samePath(name.path, point.path)) return false;
		return name.path !== void 0 || !isLocalName(callee);
	}
};
/** Only plain callees count, and some methods pass for functions. */
function matchesAsOrchestrion(point, node, ctx) {
	const syntax = hasTypeArguments(node.syntax) ? void 0 : calleeOf(node.syntax);
	const slot = syntax === void 0 ? void 0 : goNode(node.unit, syntax);
	const callee = slot === void 0 ? void 0 : current(slot);
	if (callee === void 0 || !mentions$1(point.name, callee)) return false;
	const name = nameOf(callee, ctx);
	if (name !== void 0) return name.name === point.name && samePath(name.path, point.path);
	return isMemberOf(point, callee, ctx);
}
/** `pkg.Name`, where `pkg` is an import. */
function isQualified(callee, ctx) {
	const { left } = selectorParts(callee.syntax);
	return callee.kind === "SelectorExpr" && left !== void 0 && qualifierPath(callee.unit, left, ctx) !== void 0;
}
/** Cheap: most calls are ruled out by the last word of their callee, before scopes are looked at. */
function mentions$1(name, callee) {
	const { right } = selectorParts(callee.syntax);
	return callee.kind === "Ident" ? true : right !== void 0 && syntaxText(callee.unit, right) === name;
}
/** `http.DefaultClient.Get(u)` counts as `net/http.Get`; without a path any `x.Name()` on a plain `x`. */
function isMemberOf(point, callee, ctx) {
	if (callee.kind !== "SelectorExpr") return false;
	const { left } = selectorParts(callee.syntax);
	const operand = left === void 0 ? void 0 : goNode(callee.unit, left);
	const name = operand === void 0 ? void 0 : nameOf(current(operand), ctx);
	return name !== void 0 && samePath(name.path, point.path);
}

// src/weave/3-match/points/method-call.ts
/**
* `method-call`: calls `x.Name(…)` where the static type of `x`, as the program is written, is the receiver type, or a pointer
* to it; calls of method expressions `T.Name(x, …)` too. A method that `x` has from an embedded field counts as one of `x`.
*/
const methodCall = {
	kinds: () => ["CallExpr"],
	matches: (point, node, ctx) => {
		const operand = node.kind === "CallExpr" ? receiverOf(node, ctx, point.quirks) : void 0;
		if (operand?.method !== point.name) return false;
		const type = typeOf$1(operand, `whether ${point.name} is called on a ${typeNameText(point.receiver)}`, ctx);
		if (type?.name !== point.receiver.name || !samePath(type.path || void 0, point.receiver.path)) return false;
		return point.match === "any" || type.pointer === (point.match === "pointer-only");
	}
};
/** Undefined where `x` is an import, where the callee was replaced, and in code of a template, which has no types. */
function receiverOf(call, ctx, quirks) {
	const callee = calleeOf(call.syntax);
	const syntax = callee && (quirks ? callee : unparenthesized(callee));
	const selector = syntax && goNode(call.unit, syntax);
	if (selector?.syntax.kind !== "selector_expression" || call.unit.rendered !== void 0) return void 0;
	if (current(selector) !== selector || nameOf(selector, ctx) !== void 0) return void 0;
	const { left, right } = selectorParts(selector.syntax);
	const operand = left && goNode(call.unit, left);
	return operand && right && {
		...operand,
		method: syntaxText(call.unit, right)
	};
}
/** @throws GotsError weave_needs_types, weave_type_unknown */
function typeOf$1(operand, question, ctx) {
	const { unit, syntax } = operand;
	if (ctx.oracle === void 0) weaveNeedsTypes(spanOf$1(unit, syntax.start), question);
	const answer = ctx.oracle.typeOf({
		file: unit.tree.source.name,
		start: syntax.start,
		end: syntax.end
	});
	return isUnknown(answer) ? weaveTypeUnknown(spanOf$1(unit, syntax.start), question, answer.unknown) : answer;
}

// src/weave/3-match/points/package-name.ts
/** `package-name: n`: the name in the file's package clause, so external tests are `n_test`. */
const packageName = {
	kinds: () => "any",
	matches: (point, _, ctx) => {
		const name = ctx.file.tree.root.children.find((node) => node.kind === "package_clause")?.children[0];
		return name !== void 0 && syntaxText(ctx.file, name) === point.name;
	}
};

// src/weave/3-match/points/package-value.ts
/** `package-value`: the specification of a variable or constant at the top level of its file. */
const packageValue = {
	kinds: () => ["ValueSpec"],
	matches: ({ name, keyword }, node) => {
		if (node.kind !== "ValueSpec") return false;
		if (!isTopLevel$1(node.syntax) || keyword !== void 0 && node.syntax.kind !== `${keyword}_spec`) return false;
		return node.syntax.fields("name").some((each) => syntaxText(node.unit, each) === name);
	}
};

// src/weave/3-match/points/struct-definition.ts
/** `struct-definition: path.T`: the specification of T, written as a struct type, in that package; not a T inside a function. */
const structDefinition = {
	kinds: () => ["TypeSpec"],
	matches: (point, node, ctx) => {
		const name = node.syntax.field("name");
		return node.kind === "TypeSpec" && name !== void 0 && node.syntax.field("type")?.kind === "struct_type" && syntaxText(node.unit, name) === point.type.name && isTopLevel$1(node.syntax) && (point.anyPackage === true || samePath(point.type.path, ctx.facts.importPath));
	}
};

// src/weave/3-match/points/struct-literal.ts
/**
* `struct-literal`: a composite literal with the type written on it; with `pointer-only` the `&T{…}` around it; with
* `field` the `Field: value` pair inside it.
*/
const structLiteral = {
	kinds: (point) => {
		if (point.field !== void 0) return ["KeyValueExpr"];
		return point.match === "pointer-only" ? ["UnaryExpr"] : ["CompositeLit"];
	},
	matches: (point, node, ctx) => {
		if (point.field !== void 0) return isField(point.field, node) && isLiteral(point, parentOf(node), ctx);
		if (point.match === "pointer-only") return isAddress(node) && isLiteral(point, operandOf(point, node), ctx);
		if (!isLiteral(point, node, ctx)) return false;
		return point.match !== "value-only" || !isAddressed(point, node);
	}
};
/** Whether `&` stands in front; behind parentheses, Orchestrion does not see it. */
function isAddressed({ quirks }, node) {
	let parent = parentOf(node);
	while (!quirks && parent?.kind === "ParenExpr") parent = parentOf(parent);
	return parent !== void 0 && isAddress(parent);
}
function isLiteral(point, node, ctx) {
	if (node?.kind !== "CompositeLit") return false;
	const type = node.syntax.field("type");
	return type !== void 0 && matchesType(point.type, goNode(node.unit, type), ctx);
}
function isField(name, node) {
	const key = node.kind === "KeyValueExpr" ? node.syntax.field("key") : void 0;
	if (key === void 0) return false;
	const inner = unwrapElement(key);
	return inner.kind === "identifier" && syntaxText(node.unit, inner) === name;
}
/** `&x` */
function isAddress(node) {
	return node.kind === "UnaryExpr" && textOf$2(node).startsWith("&");
}
function operandOf({ quirks }, node) {
	const operand = node.syntax.field("operand");
	const literal = operand && goNode(node.unit, quirks ? operand : unparenthesized(operand));
	return literal === void 0 ? void 0 : current(literal);
}

// src/weave/3-match/points/value-declaration.ts
/** `value-declaration: type`: variables and constants declared with that type, or without one. */
const valueDeclaration = {
	kinds: () => ["ValueSpec"],
	matches: (point, node, ctx) => {
		if (node.kind !== "ValueSpec") return false;
		const type = node.syntax.field("type");
		return type === void 0 || matchesType(point.type, goNode(node.unit, type), ctx);
	}
};

// src/weave/3-match/points/evaluate.ts
const handlers = {
	"all-of": {
		kinds: (point) => point.points.map(kindsOf).reduce(intersection, "any"),
		matches: (point, node, ctx) => point.points.length > 0 && point.points.every((p) => matches(p, node, ctx))
	},
	"one-of": {
		kinds: (point) => point.points.map(kindsOf).reduce(union$1, []),
		matches: (point, node, ctx) => point.points.some((p) => matches(p, node, ctx))
	},
	not: {
		kinds: () => "any",
		matches: (point, node, ctx) => !matches(point.point, node, ctx)
	},
	"import-path": {
		kinds: () => "any",
		matches: (point, _, ctx) => samePath(point.path, ctx.facts.importPath)
	},
	"package-filter": {
		kinds: () => "any",
		matches: (point, _, ctx) => packageFilterMatches(point, ctx.facts)
	},
	"test-main": {
		kinds: () => "any",
		matches: (point, _, ctx) => point.value === ctx.facts.testMain
	},
	"import-glob": {
		kinds: () => "any",
		matches: (point, _, ctx) => doublestar(point.pattern).test(ctx.facts.importPath)
	},
	command: {
		kinds: () => "any",
		matches: (point, _, ctx) => isCommand(ctx.facts) === point.value
	},
	"test-build": {
		kinds: () => "any",
		matches: (point, _, ctx) => ctx.testBuild === point.value
	},
	"file-has": fileHas,
	"package-value": packageValue,
	configuration: {
		kinds: () => "any",
		matches: (point) => configurationMatches(point.pairs)
	},
	"module-version": {
		kinds: () => "any",
		matches: (point, _, ctx) => versionHolds(point, ctx.facts)
	},
	"go-version": {
		kinds: () => "any",
		matches: (point, _, ctx) => versionHolds(point, ctx.facts)
	},
	"package-name": packageName,
	directive: directive$1,
	function: functionPoint,
	"function-body": {
		kinds: () => ["BlockStmt"],
		matches: (point, node, ctx) => {
			const fn = functionOfBody(node);
			return fn !== void 0 && matches(point.point, fn, ctx);
		}
	},
	"function-call": functionCall,
	"method-call": methodCall,
	"struct-definition": structDefinition,
	"struct-literal": structLiteral,
	"declaration-of": declarationOf$1,
	"value-declaration": valueDeclaration
};
function kindsOf(point) {
	return handlerOf(point).kinds(point);
}
function matches(point, node, ctx) {
	return handlerOf(point).matches(point, node, ctx);
}
function handlerOf(point) {
	return handlers[point.kind];
}
function intersection(a, b) {
	if (a === "any") return b;
	return b === "any" ? a : a.filter((kind) => b.includes(kind));
}
function union$1(a, b) {
	return a === "any" || b === "any" ? "any" : [.../* @__PURE__ */ new Set([...a, ...b])];
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
	const { root } = file.tree;
	if (isIgnored(file)) return;
	for (const child of root.children) walkTree(file, child, walk);
	for (let i = 0; i < appended.length; i++) {
		const unit = appended[i];
		for (const child of unit.tree.root.children) if (child.kind !== "package_clause") walkTree(unit, child, walk);
	}
	offer(file, root, "File", walk);
}
function walkTree(unit, top, walk) {
	const ignored = ignoredStarts(unit);
	const path = [{
		node: top,
		next: 0
	}];
	while (path.length > 0) {
		const step = path.at(-1);
		const child = step.node.children[step.next];
		if (step.next === 0 && ignored.has(step.node.start) && kindOf(step.node, unit.tree) !== void 0) path.pop();
		else if (child !== void 0) {
			step.next++;
			path.push({
				node: child,
				next: 0
			});
		} else {
			path.pop();
			offerAll(unit, step.node, walk);
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
const known$2 = /* @__PURE__ */ new WeakMap();
/** Offsets of the tokens above which a comment says that what starts there is to be left alone. */
function ignoredStarts(unit) {
	if (unit.tree.comments.length === 0) return none;
	let starts = known$2.get(unit);
	if (starts === void 0) {
		starts = new Set([...allLeading(unit)].filter(([, texts]) => texts.some((t) => ignores.test(t))).map(([at]) => at));
		known$2.set(unit, starts);
	}
	return starts;
}

// src/weave/4-advise/type-text.ts
/** A type as Go text for a place in the file; its packages are imported if need be. */
function typeText(type, site, at) {
	return "kind" in type ? goText(type, site, at) : namedType(type, site, at);
}
/** Text with names of imports in it: each is replaced by the one under which the file knows the package. */
function goText({ text, imports = {} }, site, at) {
	const { session } = site;
	session.pkg.own.admit(text);
	return text.replace(/(?<![\p{L}\p{Nd}_.])[a-z][a-z0-9]*(?![\p{L}\p{Nd}_]|\s*\.)/gu, (name) => isPredeclaredName(name) ? predeclaredType(site, name, at) : name).replace(/(?<![\p{L}\p{Nd}_.])([\p{L}_][\p{L}\p{Nd}_]*)(?=\s*\.\s*[\p{L}_])/gu, (name) => {
		const path = Object.hasOwn(imports, name) ? imports[name] : void 0;
		return path === void 0 ? name : session.names.nameFor(path, name, at);
	});
}
function namedType({ pointer, path, name }, site, at) {
	const { session } = site;
	const star = pointer ? "*" : "";
	if (path === void 0 && isPredeclaredName(name)) return `${star}${predeclaredType(site, name, at)}`;
	if (path === void 0 || samePath(path, session.ctx.facts.importPath)) return `${star}${name}`;
	return `${star}${session.names.nameFor(path, keyOfPath(path), at)}.${name}`;
}

// src/weave/4-advise/wrong-node.ts
/** @throws GotsError advice_wrong_node */
function wrongNode({ node, slot }, advice, wanted) {
	const { file, line, column } = spanOf$1(slot.unit, slot.syntax.start);
	adviceWrongNode(advice.span, advice.kind, {
		wanted,
		got: node.kind,
		at: `${file}:${line}:${column}`
	});
}

// src/weave/4-advise/advice/add-struct-field.ts
/** Appends a field to a struct type; last, so that the offsets of the others stay. */
function addStructField(advice, site) {
	const { node } = site;
	const type = node.syntax.field("type");
	if (node.kind !== "TypeSpec" || type?.kind !== "struct_type") wrongNode(site, advice, "a struct type definition");
	if (!/^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(advice.name)) adviceBadName(advice.span, advice.name);
	const { addedFields } = node.unit.changes;
	const fields = addedFields.get(type) ?? [];
	addedFields.set(type, fields);
	fields.push({
		name: advice.name,
		type: typeText(advice.type, site, {
			unit: node.unit,
			syntax: type
		}),
		span: advice.span
	});
}

// src/weave/4-advise/call-shape.ts
/**
* The shape of a call in a file of the package.
*
* @throws GotsError weave_needs_types, weave_type_unknown
*/
function shapeOf({ unit, syntax }, { ctx }) {
	const { start, end } = syntax;
	const question = "how many values this call takes and has";
	if (ctx.oracle === void 0) return weaveNeedsTypes(spanOf$1(unit, start), question);
	const shape = ctx.oracle.callShape({
		file: unit.tree.source.name,
		start,
		end
	});
	return isUnknown(shape) ? weaveTypeUnknown(spanOf$1(unit, start), question, shape.unknown) : shape;
}
/** `A0`, `A1` and so on. */
function numbered(letter, count) {
	return Array.from({ length: count }, (_, i) => `${letter}${i}`);
}

// src/weave/4-advise/curried-call.ts
/** Whether the only argument of a call is itself a call, which may have several results. */
function holdsResults({ node }) {
	const args = argumentsOf$1(node.syntax);
	const only = args.length === 1 && args[0] !== void 0 ? unparenthesized(args[0]) : void 0;
	return only !== void 0 && node.unit.rendered === void 0 && goNode(node.unit, only)?.kind === "CallExpr";
}
/**
* Declares a generic function that takes the function of a call `f(g())` of several values, then those values, then what is to be
* added: types need not be written, which the file may have no names for.
*
* @param added how many arguments are added
* @returns its name; undefined where `g()` has one value
* @throws GotsError advice_results_as_arguments, weave_needs_types, weave_type_unknown
*/
function curriedCall(advice, site, added) {
	const { node, session } = site;
	const shape = shapeOf(node, session);
	if (shape.values === 1) return void 0;
	const callee = calleeOf(node.syntax);
	const name = callee === void 0 ? "" : syntaxText(node.unit, callee);
	if (shape.inferred) adviceResultsAsArguments(advice.span, name, "it is generic, and its type arguments are not written");
	if (!shape.called) adviceResultsAsArguments(advice.span, name, "it is no function");
	const { own } = session.pkg;
	const helper = ownName(own, `curried${own.number()}`);
	const appended = ownName(own, "appended");
	if (shape.variadic) needPredeclared(session.pkg, ["appended"]);
	session.langs.add("go1.18");
	session.declarations.push({
		text: helperText$1(helper, shape, {
			added,
			appended
		}),
		span: advice.span
	});
	return helper;
}
function helperText$1(name, { values, params, variadic, results }, { added, appended }) {
	const with_ = (names, type) => names.map((each) => `${each.toLowerCase()} ${type(each)}`);
	const own = (each) => each;
	const fixed = numbered("A", params);
	const rest = variadic ? numbered("v", values - params) : [];
	const more = numbered("M", variadic ? 0 : added);
	const outcome = numbered("R", results);
	const types = [
		...fixed,
		...variadic ? ["T"] : more,
		...outcome
	];
	const result = ` (${outcome.join(", ")})`;
	const last = variadic ? "func(more ...T)" : `func(${with_(more, own).join(", ")})`;
	const args = fixed.map((each) => each.toLowerCase());
	const all = variadic ? [...args, `${appended}[T]([]T{${rest.join(", ")}}, more...)...`] : [...args, ...more.map((each) => each.toLowerCase())];
	const given = [...with_(fixed, own), ...with_(rest, () => "T")].join(", ");
	const called = [...fixed, ...variadic ? ["...T"] : more].join(", ");
	return [
		`\nfunc ${name}[${types.join(", ")} interface{}](f func(${called})${result}) func(${given}) ${last}${result} {`,
		`\treturn func(${given}) ${last}${result} {`,
		`\t\treturn ${last}${result} { ${results > 0 ? "return " : ""}f(${all.join(", ")}) }`,
		"	}\n}\n"
	].join("\n");
}

// src/weave/4-advise/spread-operand.ts
/**
* Whether appending to the last argument of `f(xs...)` writes into no array of the program: there must be no room behind the
* slice, as with a literal. What appends then is the predeclared function, by its name.
*/
function canAppendInPlace({ node, session }) {
	const operand = argumentsOf$1(node.syntax).at(-1);
	if (operand === void 0 || isDeclaredLocally(node.unit.tree, node.syntax, "append")) return false;
	return !session.ctx.packageLevel().has("append") && isTight(node.unit, unparenthesized(operand));
}
function isTight(unit, operand) {
	if (operand.kind === "composite_literal" || operand.kind === "nil") return true;
	return operand.kind === "identifier" && isLiteralVariable(unit, syntaxText(unit, operand), declarationAround(operand));
}
function declarationAround(node) {
	let up = node;
	while (up.parent !== void 0 && up.parent.kind !== "source_file") up = up.parent;
	return up;
}
/** Whether all that gives the name a value in the declaration is one `name := []T{…}`. */
function isLiteralVariable(unit, name, declaration) {
	let definitions = 0;
	let others = 0;
	forEachNode(declaration, (node) => {
		if (node.kind !== "identifier" || syntaxText(unit, node) !== name) return;
		if (isLiteralDefinition(node)) definitions++;
		else if (mayChange(unit, node)) others++;
	});
	return definitions === 1 && others === 0;
}
function isLiteralDefinition({ parent: list }) {
	const statement = list?.fieldName === "left" ? list.parent : void 0;
	const [value, ...more] = statement?.field("right")?.children ?? [];
	return statement?.kind === "short_var_declaration" && list?.children.length === 1 && more.length === 0 && value?.kind === "composite_literal" && value.field("type")?.kind === "slice_type";
}
/** Whether the name is declared, assigned to or pointed to there. */
function mayChange(unit, node) {
	if (node.fieldName === "name") return true;
	let { parent } = node;
	while (parent?.kind === "parenthesized_expression") parent = parent.parent;
	if (parent?.kind === "unary_expression") return unit.tree.source.text[parent.start] === "&";
	return parent?.kind === "expression_list" && parent.fieldName === "left";
}

// src/weave/4-advise/advice/append-args.ts
/**
* Adds arguments to a call, evaluated after those it has. Where the last argument is spread with `...`, they are appended to a
* copy of it; where the arguments are the results of one call, that is made once.
*
* @throws GotsError advice_wrong_node, advice_results_as_arguments, weave_needs_types, weave_type_unknown
*/
function appendArgs(advice, site) {
	const { node } = site;
	if (node.kind !== "CallExpr" || !mayBeCall(node)) wrongNode(site, advice, "a call");
	const values = advice.values.map((template) => renderExpression(template, site, node));
	for (const value of values) refuseMoves(value.unit);
	if (values.length === 0) return;
	if (isSpread(node.syntax)) {
		appendToSpread(advice, site, values);
		return;
	}
	const { appendedArgs, curried } = node.unit.changes;
	const all = [...appendedArgs.get(node.syntax) ?? [], ...values];
	appendedArgs.set(node.syntax, all);
	if (holdsResults(site)) {
		const name = curriedCall(advice, site, all.length);
		if (name !== void 0) curried.set(node.syntax, {
			name,
			span: advice.span
		});
	}
}
/** `f[T](x)` reads like a conversion; `[]T(x)` is one. */
function mayBeCall({ syntax }) {
	const type = syntax.kind === "type_conversion_expression" ? syntax.field("type") : void 0;
	return type === void 0 || insideOf(type) !== void 0;
}
function appendToSpread(advice, site, values) {
	const { node, session } = site;
	const { spreads } = node.unit.changes;
	if (advice.type === void 0) return;
	const type = typeText(advice.type, site, {
		unit: node.unit,
		syntax: node.syntax
	});
	const texts = [type, ...values.map((value) => syntaxText(value.unit, value.syntax))];
	const inPlace = !isHidden(session, node, "append") && canAppendInPlace(site) && !texts.some((text) => /(?<![\p{L}\p{Nd}_.])opts(?![\p{L}\p{Nd}_])/u.test(text));
	if (!inPlace) {
		needPredeclared(session.pkg, ["appended"]);
		session.langs.add("go1.18");
	}
	const append = inPlace ? void 0 : ownName(session.pkg.own, "appended");
	spreads.set(node.syntax, [...spreads.get(node.syntax) ?? [], {
		type,
		append,
		values,
		span: advice.span
	}]);
}

// src/weave/4-advise/require-constant.ts
/**
* Refuses a value that is no constant for a place where only one can stand: the compiler would blame the file.
*
* @param at what takes the value; the place that the message names
* @throws GotsError advice_no_constant
*/
function requireConstant(value, advice, at) {
	const part = inconstantPart(value);
	if (part === void 0) return;
	const { file, line, column } = spanOf$1(at.unit, at.syntax.start);
	const span = part.unit.rendered === void 0 ? advice.span : spanOf$1(part.unit, part.syntax.start);
	const text = textOf$2(part).replace(/_\.__PLACEHOLDER_[0-9]+__/g, "{{…}}").replace(/\s+/g, " ").slice(0, 60);
	adviceNoConstant(span, advice.kind, {
		text,
		at: `${file}:${line}:${column}`
	});
}

// src/weave/4-advise/advice/assign-value.ts
/**
* Gives names of a variable or constant specification the rendered value, or one that is made of the value they have; the type
* stays. Constants that repeat the expression of a changed one keep their values (`value-edits.ts`).
*
* @throws GotsError advice_wrong_node, advice_no_value, advice_no_constant
*/
function assignValue(advice, site) {
	const { node } = site;
	if (node.kind !== "ValueSpec") wrongNode(site, advice, "a variable or constant declaration");
	const names = node.syntax.fields("name").filter((name) => name.kind === "identifier" || name.kind === "blank_identifier").map((name) => syntaxText(node.unit, name));
	const { values } = node.unit.changes;
	const old = values.get(node.syntax) ?? writtenValues(node.unit, node.syntax);
	const chosen = names.map((name) => advice.names === void 0 || advice.names.includes(name));
	const isPossible = old.length === names.length || advice.wraps !== true && chosen.every(Boolean);
	if (!isPossible && advice.names === void 0) return;
	if (!isPossible || !chosen.includes(true)) adviceNoValue(advice.span, advice.names?.[0] ?? names[0] ?? "", names.length);
	values.set(node.syntax, newValues(advice, site, {
		old,
		chosen
	}));
}
function newValues(advice, site, { old, chosen }) {
	const { node } = site;
	const render = (dot) => {
		const value = renderExpression(advice.template, site, dot);
		if (node.syntax.kind === "const_spec") requireConstant(value, advice, node);
		return value;
	};
	const common = advice.wraps ? void 0 : render(node);
	return chosen.map((isChosen, i) => {
		const before = old[i] ?? node;
		return isChosen ? common ?? render(before) : before;
	});
}

// src/weave/4-advise/hooks/package-trees.ts
const known$1 = /* @__PURE__ */ new WeakMap();
/**
* The parsed files of another package, tests left out. Each is parsed once while a package is woven, however many functions
* are hooked.
*
* @returns undefined if its files are not at hand
*/
function treesOfPackage(pkg, path) {
	const cache = known$1.get(pkg) ?? /* @__PURE__ */ new Map();
	known$1.set(pkg, cache);
	if (!cache.has(path)) {
		const files = pkg.request.packageFiles?.(path);
		cache.set(path, files?.map((file) => pkg.grammar.parse(sourceFile(file.name, file.bytes))));
	}
	return cache.get(path);
}

// src/weave/4-advise/hooks/context-methods.ts
/** The methods of a context that a hook may call, each with its signature as the body of an interface has it. */
const signatures = {
	SetSkipCall: "(__gotsBool)",
	IsSkipCall: "() __gotsBool",
	SetData: "(interface{})",
	GetData: "() interface{}",
	GetKeyData: "(__gotsString) interface{}",
	SetKeyData: "(__gotsString, interface{})",
	HasKeyData: "(__gotsString) __gotsBool",
	GetParam: "(__gotsInt) interface{}",
	SetParam: "(__gotsInt, interface{})",
	GetReturnVal: "(__gotsInt) interface{}",
	SetReturnVal: "(__gotsInt, interface{})",
	GetFuncName: "() __gotsString",
	GetPackageName: "() __gotsString",
	GetParamCount: "() __gotsInt",
	GetReturnValCount: "() __gotsInt"
};
const all = Object.keys(signatures);
/** What the tools' own interfaces have, where no file of them is at hand. */
const publishedMethods = {
	otelc: all,
	loongsuite: all.filter((name) => name !== "GetParamCount" && name !== "GetReturnValCount")
};
/** The body of an interface with these methods. */
function interfaceBody(methods) {
	return `interface {\n${methods.map((name) => `\t${name}${signatures[name]}\n`).join("")}}`;
}
/** A number that differs for different sets of methods. */
function numberOfMethods(methods) {
	return methods.reduce((sum, name) => sum + 2 ** all.indexOf(name), 0);
}
/** The tools let a chain of names lead to the interface; more links than this are a mistake. */
const mostLinks = 8;
/**
* The methods of the interface that a hook takes first. They are read from where it is declared: a hook is called through a
* linker symbol, so an interface with other methods than the hook's own makes it call the wrong one. The tools added methods
* between versions.
*
* @param place of the type, as the hook's file writes it
* @throws GotsError hook_syntax
*/
function contextMethods(pkg, advice, place) {
	const methods = methodsOf(pkg, place, 0);
	if (methods === void 0) return publishedMethods[advice.flavour];
	const other = methods.find((name) => signatures[name] === void 0);
	if (other !== void 0) hookSyntax(place.span, `the context has the method ${other}, which gots does not know`);
	return all.filter((name) => methods.includes(name));
}
/** @returns undefined if the interface lies in a package whose files are not at hand */
function methodsOf(pkg, place, links) {
	const { type, tree, trees } = place;
	if (type?.kind === "interface_type") return methodsIn(pkg, place, type, links);
	const [, qualifier, name] = /^(?:([\p{L}_][\p{L}\p{Nd}_]*)\s*\.\s*)?([\p{L}_][\p{L}\p{Nd}_]*)$/u.exec(textOf(place)) ?? [];
	if (name === void 0 || links > mostLinks) return notAnInterface(place);
	if (qualifier === void 0) {
		const found = declarationOf(trees, name);
		if (found !== void 0) return methodsOf(pkg, {
			...place,
			...found
		}, links + 1);
		if (name === "any") return [];
	}
	for (const path of pathsOf(importTable(tree, pkg.request.packageName), qualifier)) {
		const others = treesOfPackage(pkg, path);
		if (others === void 0) return void 0;
		const found = declarationOf(others, name);
		if (found !== void 0) return methodsOf(pkg, {
			...place,
			...found,
			trees: others
		}, links + 1);
	}
	return notAnInterface(place);
}
function methodsIn(pkg, place, type, links) {
	const methods = [];
	for (const member of type.children) {
		const name = member.kind === "method_elem" ? member.field("name") : void 0;
		const embedded = member.kind === "type_elem" ? methodsOf(pkg, {
			...place,
			type: member
		}, links + 1) : [];
		if (embedded === void 0) return void 0;
		methods.push(...name === void 0 ? embedded : [textOf({
			...place,
			type: name
		})]);
	}
	return methods;
}
function pathsOf({ byName, dots }, qualifier) {
	if (qualifier === void 0) return dots.map(({ path }) => path);
	const spec = byName.get(qualifier);
	return spec === void 0 ? [] : [spec.path];
}
function declarationOf(trees, name) {
	for (const tree of trees) {
		const declarations = tree.root.children.filter(({ kind }) => kind === "type_declaration");
		for (const node of declarations.flatMap(({ children }) => children)) {
			const declared = node.field("name");
			if (declared && readable(tree.source, declared.start, declared.end) === name) return {
				tree,
				type: node.field("type")
			};
		}
	}
}
function textOf({ type, tree }) {
	return type === void 0 ? "" : readable(tree.source, type.start, type.end);
}
function notAnInterface(place) {
	return hookSyntax(place.span, `the first parameter is a ${textOf(place)}, which is no interface that can be read`);
}

// src/weave/4-advise/hooks/context-text.ts
/**
* What all trampolines of a package share. The context of a call lies in the frame of the function that is called; its
* address is hidden from escape analysis where no hook can keep it.
*/
const runtime = `
import __gots_unsafe "unsafe"

type __gotsInfo struct {
	function, pkg   __gotsString
	params, results __gotsInt
	generic         __gotsInt
}

type __gotsContext struct {
	info     func() __gotsInfo
	params   func(__gotsInt, __gotsBool, interface{}) interface{}
	results  func(__gotsInt, __gotsBool, interface{}) interface{}
	data     interface{}
	skip     __gotsBool
	returned __gotsBool
}

//go:nosplit
//go:nocheckptr
func __gotsHidden(c *__gotsContext) *__gotsContext {
	x := __gotsUintptr(__gots_unsafe.Pointer(c))
	return (*__gotsContext)(__gots_unsafe.Pointer(x ^ 0))
}

func (c *__gotsContext) SetSkipCall(skip __gotsBool) { c.skip = skip }

func (c *__gotsContext) IsSkipCall() __gotsBool { return c.skip }

func (c *__gotsContext) SetData(data interface{}) { c.data = data }

func (c *__gotsContext) GetData() interface{} { return c.data }

func (c *__gotsContext) GetKeyData(key __gotsString) interface{} {
	m, _ := c.data.(map[__gotsString]interface{})
	return m[key]
}

func (c *__gotsContext) SetKeyData(key __gotsString, value interface{}) {
	m, _ := c.data.(map[__gotsString]interface{})
	if __gotsNoMap(m) {
		m = map[__gotsString]interface{}{}
		c.data = m
	}
	m[key] = value
}

func (c *__gotsContext) HasKeyData(key __gotsString) __gotsBool {
	m, _ := c.data.(map[__gotsString]interface{})
	_, ok := m[key]
	return ok
}

func (c *__gotsContext) GetParamCount() __gotsInt { return c.info().params }

func (c *__gotsContext) GetReturnValCount() __gotsInt {
	if !c.returned {
		return 0
	}
	return c.info().results
}

func (c *__gotsContext) GetFuncName() __gotsString { return c.info().function }

func (c *__gotsContext) GetPackageName() __gotsString { return c.info().pkg }

func (c *__gotsContext) GetParam(i __gotsInt) (none interface{}) {
	if c.info().generic == 1 {
		__gotsPanic("GetParam is unsupported for generic functions")
	}
	if i < 0 || i >= c.info().params {
		return none
	}
	return c.params(i, 0 == 1, none)
}

func (c *__gotsContext) SetParam(i __gotsInt, value interface{}) {
	if c.info().generic == 1 {
		__gotsPanic("SetParam is unsupported for generic functions")
	}
	if i >= 0 && i < c.info().params {
		c.params(i, 0 == 0, value)
	}
}

func (c *__gotsContext) GetReturnVal(i __gotsInt) (none interface{}) {
	if c.info().generic == 1 {
		__gotsPanic("GetReturnVal is unsupported for generic functions")
	}
	if i < 0 || i >= c.info().results {
		return none
	}
	return c.result(i)(i, 0 == 1, none)
}

func (c *__gotsContext) SetReturnVal(i __gotsInt, value interface{}) {
	if c.info().generic == 1 {
		__gotsPanic("SetReturnVal is unsupported for generic functions")
	}
	if i >= 0 && i < c.info().results {
		c.result(i)(i, 0 == 0, value)
	}
}

// Before the function has returned there are no results, and asking for one fails as indexing an empty list does.
func (c *__gotsContext) result(i __gotsInt) func(__gotsInt, __gotsBool, interface{}) interface{} {
	if !c.returned {
		return []func(__gotsInt, __gotsBool, interface{}) interface{}{}[i]
	}
	return c.results
}
`;
/**
* Sees to it that the package gets what its trampolines need.
*
* @param methods of the interface that a hook takes
* @returns the name of an interface with these methods
*/
function needContext(pkg, flavour, methods) {
	needPredeclared(pkg, [
		"any",
		"bool",
		"failure",
		"int",
		"noMap",
		"panic",
		"string",
		"uintptr"
	]);
	const add = (key, base, body) => {
		if (pkg.added.has(key)) return;
		const own = body.replaceAll("__gots", pkg.own.word);
		const text = Buffer.from(`//line <gots>/${base}:1:1\npackage ${packageName$1(pkg) ?? "_"}\n${own}`);
		pkg.added.set(key, {
			name: addedName(pkg, base),
			text,
			imports: [],
			links: []
		});
	};
	add("hooks", "hooks.go", runtime);
	const number = numberOfMethods(methods);
	const isPublished = number === numberOfMethods(publishedMethods[flavour]);
	const name = isPublished ? published[flavour] : `hookContext${number}`;
	const file = isPublished ? flavour : `hooks_${number}`;
	add(`hooks ${file}`, `${file}_context.go`, `\ntype ${ownName({ word: "__gots" }, name)} ${interfaceBody(methods)}\n`);
	return ownName(pkg.own, name);
}
const published = {
	otelc: "hookContext",
	loongsuite: "callContext"
};

// src/weave/4-advise/hooks/context-use.ts
/** How the function's parameter at `index` is used, calls of other functions included. */
function contextUse(functions, name, index) {
	const methods = /* @__PURE__ */ new Set();
	return follow({
		functions,
		methods,
		seen: /* @__PURE__ */ new Set()
	}, name, index) ? methods : "kept";
}
/** False as soon as the parameter may be kept. */
function follow(search, name, index) {
	const key = `${name} ${index}`;
	if (search.seen.has(key)) return true;
	search.seen.add(key);
	const declared = search.functions.get(name);
	const entry = declared && entriesOf(declared)[index];
	const body = declared?.node.field("body");
	if (declared === void 0 || entry === void 0 || body === void 0 || entry.variadic) return false;
	if (declared.node.field("type_parameters") !== void 0) return false;
	if (entry.name === "" || entry.name === "_") return true;
	return everyUse(body, (node) => !isNamed(declared.tree, node, entry.name) || isHarmless(search, declared, node));
}
function everyUse(root, holds) {
	const open = [root];
	for (let node = open.pop(); node !== void 0; node = open.pop()) {
		if (node.kind === "identifier" && !holds(node)) return false;
		open.push(...node.children);
	}
	return true;
}
function isNamed(tree, node, name) {
	return readable(tree.source, node.start, node.end) === name;
}
function isHarmless(search, { tree, node: fn }, use) {
	const call = use.parent?.kind === "argument_list" ? use.parent.parent : use.parent?.parent;
	if (call?.kind !== "call_expression" || !runsBelow(call, fn)) return false;
	const callee = call.field("function");
	if (callee === void 0 || call.field("type_arguments") !== void 0) return false;
	const text = (at) => readable(tree.source, at.start, at.end);
	if (callee === use.parent) {
		const method = callee.kind === "selector_expression" && callee.field("operand") === use ? callee.field("field") : void 0;
		if (method === void 0) return false;
		search.methods.add(text(method));
		return true;
	}
	if (callee.kind !== "identifier" || isDeclaredLocally(tree, callee, text(callee))) return false;
	const index = use.parent?.children.indexOf(use) ?? -1;
	return follow(search, text(callee), index);
}
/**
* Whether the call is over when the function is: not in a closure, not with `go`, and not deferred where a loop may
* defer it many times, as such calls wait on the heap.
*/
function runsBelow(call, fn) {
	let deferred = false;
	for (let up = call.parent; up !== void 0 && up !== fn; up = up.parent) {
		if (up.kind === "func_literal" || up.kind === "go_statement") return false;
		if (up.kind === "defer_statement") deferred = true;
		if (deferred && (up.kind === "for_statement" || up.kind === "labeled_statement")) return false;
	}
	return !deferred || !hasLabels(fn);
}
function hasLabels(fn) {
	return fn.kind === "labeled_statement" || fn.children.some(hasLabels);
}

// src/weave/4-advise/hooks/hook-source.ts
const known = /* @__PURE__ */ new WeakMap();
/**
* Reads a hook's declaration from the package that the advice names.
*
* @throws GotsError aspect_package_missing, hook_missing, hook_syntax
*/
function readHook(pkg, advice, name) {
	const { functions, declared, trees } = hookPackage(pkg, advice);
	const found = functions.get(name) ?? hookMissing(advice.span, {
		name,
		path: advice.path
	}, [...functions.keys()]);
	const [context, ...others] = entriesOf(found);
	if (context === void 0) hookSyntax(spanOf(found), `${name} takes no context as its first parameter`);
	const symbol = linkerSymbol({
		path: advice.path,
		name: packageClauseName(found.tree.source.bytes)
	}, name);
	return {
		name,
		symbol: pushedSymbol(found, name) ?? symbol,
		isLocal: samePath(advice.path, pkg.request.facts.importPath),
		parameters: others.map(({ type, variadic }) => {
			const isPredeclared = isPredeclaredName(type) && !declared.has(type);
			return {
				type,
				variadic,
				isPredeclared,
				takesAnything: (type === "any" ? isPredeclared : /^interface\s*\{\s*\}$/.test(type)) && !variadic
			};
		}),
		use: contextUse(functions, name, 0),
		context: contextMethods(pkg, advice, {
			type: context.syntax,
			span: spanOf(found),
			tree: found.tree,
			trees
		})
	};
}
/** The symbol of a `//go:linkname name symbol` anywhere in the file. */
function pushedSymbol({ tree }, name) {
	return tree.comments.map(({ start, end }) => readable(tree.source, start, end).trim().split(/\s+/)).find(([directive, local]) => directive === "//go:linkname" && local === name)?.[2];
}
function hookPackage(pkg, { path, span }) {
	const cache = known.get(pkg) ?? /* @__PURE__ */ new Map();
	known.set(pkg, cache);
	let found = cache.get(path);
	if (found === void 0) {
		const trees = treesOfPackage(pkg, path) ?? aspectPackageMissing(span, path);
		found = {
			functions: readFunctions(trees),
			trees,
			declared: new Set(trees.flatMap(topLevelNames))
		};
		cache.set(path, found);
	}
	return found;
}
function readFunctions(trees) {
	const functions = /* @__PURE__ */ new Map();
	for (const tree of trees) {
		if (tree.hasErrors) hookSyntax(spanAt(tree.source, tree.firstError ?? 0), "this file of a hook package does not parse");
		for (const node of tree.root.children) {
			const name = node.kind === "function_declaration" ? node.field("name") : void 0;
			const text = name && readable(tree.source, name.start, name.end);
			if (text !== void 0 && !functions.has(text)) functions.set(text, {
				tree,
				node
			});
		}
	}
	return functions;
}
/** The parameters of a function, one by one. */
function entriesOf({ tree, node }) {
	const text = (at) => readable(tree.source, at.start, at.end);
	return (node.field("parameters")?.children ?? []).flatMap((field) => {
		const type = field.field("type");
		const variadic = field.kind === "variadic_parameter_declaration";
		const names = field.fields("name").map(text);
		return (names.length === 0 ? [""] : names).map((name) => ({
			name,
			type: type ? text(type) : "",
			syntax: type,
			variadic
		}));
	});
}
function spanOf({ tree, node }) {
	return spanAt(tree.source, node.start);
}

// src/weave/4-advise/hooks/trampoline.ts
/**
* The text that runs hooks around a function. A context lies in the function's own frame, and accessors are made only where a hook
* uses them: the price of a call is that of calling the hooks, with two deferred functions for what they may throw.
*/
function trampoline(target, hooks) {
	const { before, after, own, advice } = hooks;
	const use = union([before, after].flatMap((hook) => hook?.use ?? []));
	const id = own.number();
	const name = (what) => ownName(own, what);
	const makes = {
		target,
		id,
		name,
		own,
		flavour: advice.flavour,
		kept: use === "kept",
		use
	};
	const context = name(`c${id}`);
	const parts = [];
	const texts = [];
	const hasContext = use === "kept" || use.size > 0;
	if (hasContext) {
		parts.push(`var ${context} ${name("context")}`, `${context}.info = ${name(`info${id}`)}`);
		parts.push(...accessors(makes, context));
		texts.push(infoText(makes, before !== void 0));
	}
	const first = hasContext ? [`&${context}`] : [];
	if (before) {
		const call = `${name(`before${id}`)}(${[...first, ...passed(target.params, before, advice)].join(", ")})`;
		const skips = before.use === "kept" || before.use.has("SetSkipCall");
		texts.push(calledText(makes, {
			hook: before,
			entries: target.params,
			when: "before"
		}, hasContext));
		parts.push(call);
		if (after) parts.push(deferred(makes, after, first));
		if (skips) parts.push(`if ${context}.skip { return }`);
	} else if (after) parts.push(deferred(makes, after, first));
	if (after) texts.push(calledText(makes, {
		hook: after,
		entries: target.results,
		when: "after"
	}, hasContext));
	if (use === "kept" || setters(use).length > 0) texts.push(...setterTexts(makes));
	return {
		jump: `{${parts.join("; ")}};`,
		declarations: `\n${texts.join("\n")}`
	};
}
function union(uses) {
	const methods = /* @__PURE__ */ new Set();
	for (const use of uses) {
		if (use === "kept") return "kept";
		for (const method of use) methods.add(method);
	}
	return methods;
}
function uses({ use }, ...methods) {
	return use === "kept" || methods.some((method) => use.has(method));
}
function setters(use) {
	return ["SetParam", "SetReturnVal"].filter((method) => use.has(method));
}
/**
* A function, not a variable: a variable that the function refers to would delay the initialisation of every variable of the package
* whose value the function computes (ADR 13).
*/
function infoText({ target, id, name }, isNamed) {
	const [fn, pkg] = isNamed ? [target.name, target.packageName] : ["", ""];
	const values = [
		JSON.stringify(fn),
		JSON.stringify(pkg),
		target.params.length,
		target.results.length,
		Number(target.isGeneric)
	];
	return `func ${name(`info${id}`)}() ${name("info")} { return ${name("info")}{${values.join(", ")}} }\n`;
}
/** Inside the function its parameters may hide any name, so predeclared ones are not used there. */
function accessors(makes, context) {
	const { target, id, name } = makes;
	if (target.isGeneric) return [];
	const [index, set, value, any] = [
		name("i"),
		name("set"),
		name("v"),
		name("any")
	];
	const made = (list, getter, setter, entries) => {
		if (entries.length === 0 || !uses(makes, getter, setter)) return [];
		const cases = entries.map((entry, i) => {
			const read = `${value} = ${entry.name}`;
			const write = `${name(`set${id}${list[0]}${i}`)}(&${entry.name}, ${value})`;
			return `case ${i}: ${uses(makes, setter) ? `if ${set} { ${write} } else { ${read} }` : read}`;
		});
		return [`${context}.${list} = ${`func(${index} ${name("int")}, ${set} ${name("bool")}, ${value} ${any}) ${any}`} { switch ${index} { ${cases.join("; ")} }; return ${value} }`];
	};
	return [...made("params", "GetParam", "SetParam", target.params), ...made("results", "GetReturnVal", "SetReturnVal", target.results)];
}
function setterTexts(makes) {
	const { target, id, flavour, name } = makes;
	if (target.isGeneric) return [];
	const [place, value, none, zero] = [
		name("p"),
		name("v"),
		name("none"),
		name("zero")
	];
	const setNil = (type) => flavour === "loongsuite" ? "" : `var ${zero} ${type}\n\t\t*${place} = ${zero}`;
	const made = (list, entries) => entries.map(({ type }, i) => `func ${name(`set${id}${list}${i}`)}(${place} *${type}, ${value} interface{}) {
	var ${none} interface{}
	if ${value} == ${none} {
		${setNil(type)}
	} else {
		*${place} = ${value}.(${type})
	}
}
`);
	return [...uses(makes, "SetParam") ? made("p", target.params) : [], ...uses(makes, "SetReturnVal") ? made("r", target.results) : []];
}
function passed(entries, _, { contextOnly }) {
	return contextOnly ? [] : entries.map(({ name }) => name);
}
function deferred(makes, after, first) {
	const results = makes.target.results.map(({ name }) => name);
	const isPlain = after.parameters.length === 0;
	const call = `${makes.name(`after${makes.id}`)}(${[...first, ...isPlain ? [] : results].join(", ")})`;
	return isPlain ? `defer ${call}` : `defer func() { ${call} }()`;
}
const whens = {
	otelc: {
		before: "Before",
		after: "After"
	},
	loongsuite: {
		before: "onEnter",
		after: "onExit"
	}
};
/** The function that calls a hook and survives its panics, and the declaration of the hook itself. */
function calledText(makes, { hook, entries, when }, hasContext) {
	const { id, flavour, name } = makes;
	const types = hook.parameters.map(({ takesAnything }, i) => takesAnything ? "interface{}" : entries[i]?.type || "interface{}");
	const context = name("c");
	const params = types.map((type, i) => `${name(`p${i}`)} ${type}`);
	const given = types.map((_, i) => `${name(`p${i}`)}${hook.isLocal && hook.parameters[i]?.variadic ? "..." : ""}`);
	const self = hasContext && !makes.kept ? `${name("hidden")}(${context})` : context;
	const head = hasContext ? [`${context} *${name("context")}`] : [];
	const noContext = hasContext ? "" : `\tvar ${context} ${hook.contextType}\n`;
	const attach = when === "after" && hasContext ? `\t${context}.returned = 0 == 0\n` : "";
	const failure = JSON.stringify(`failed to exec ${whens[flavour][when]} hook ${hook.name}`);
	const stub = name(`${when}Hook${id}`);
	const called = hook.isLocal ? hook.name : stub;
	const declared = `
//go:linkname ${stub} ${hook.symbol}
func ${stub}(${[`${context} ${hook.contextType}`, ...params].join(", ")})
`;
	return `func ${name(`${when}${id}`)}(${[...head, ...params].join(", ")}) {
	defer ${name("failure")}(${failure}).Report()
${noContext}${attach}	${called}(${[self, ...given].join(", ")})
}
${hook.isLocal ? "" : declared}`;
}

// src/weave/4-advise/advice/hooks.ts
/**
* Runs functions of another package before and after a function. The same hooks are put on a function once; of several, those put on
* it first are the outermost.
*
* @throws GotsError advice_wrong_node, hook_missing, hook_signature, aspect_package_missing
*/
function hooks(advice, site) {
	const { node, session } = site;
	const body = node.syntax.field("body");
	if (node.kind !== "FuncDecl" || body === void 0 || node.unit.rendered !== void 0) wrongNode(site, advice, "a declared function with a body");
	const { jumps } = node.unit.changes;
	const key = `${advice.flavour} ${advice.path} ${advice.before ?? ""} ${advice.after ?? ""} ${advice.contextOnly}`;
	const own = jumps.get(body) ?? [];
	if (own.some((jump) => jump.key === key)) return;
	const [before, after] = [calledHook(session, advice, advice.before), calledHook(session, advice, advice.after)];
	const target = targetOf(site);
	if (before) checkSignature(site, advice, before, target.params);
	if (after) checkSignature(site, advice, after, target.results);
	needImport(session, "unsafe");
	if (!samePath(advice.path, session.ctx.facts.importPath)) session.links.add(advice.path);
	const { jump, declarations } = trampoline(target, {
		advice,
		before,
		after,
		own: session.pkg.own
	});
	jumps.set(body, [...own, {
		key,
		text: jump,
		span: advice.span
	}]);
	session.declarations.push({
		text: declarations,
		span: advice.span
	});
}
function calledHook({ pkg }, advice, name) {
	if (name === void 0) return void 0;
	const hook = readHook(pkg, advice, name);
	return {
		...hook,
		contextType: needContext(pkg, advice.flavour, hook.context)
	};
}
function targetOf({ node, session }) {
	const { receiver, parameters, results } = signatureOf(node);
	const typeParameters = typeParametersOf(node);
	const { own } = session.pkg;
	const entry = (each) => ({
		name: each.name,
		type: typeOf(node, each, typeParameters)
	});
	return {
		name: functionName(node),
		packageName: packageName$1(session.pkg) ?? "",
		isGeneric: typeParameters.size > 0,
		params: [...namedEntries(receiver, "receiver", own), ...namedEntries(parameters, "argument", own)].map(entry),
		results: namedEntries(results, "result", own).map(entry)
	};
}
function typeOf(node, { field }, typeParameters) {
	if (mentions(node, field.type, typeParameters)) return "";
	const text = syntaxText(node.unit, field.type);
	return field.variadic ? `[]${text}` : text;
}
/** Names of the type parameters of a function, those of its receiver included. */
function typeParametersOf(node) {
	const names = /* @__PURE__ */ new Set();
	const list = node.syntax.field("type_parameters")?.children ?? [];
	for (const declaration of list) for (const name of declaration.fields("name")) names.add(syntaxText(node.unit, name));
	const visit = (at, inArguments) => {
		if (inArguments && at.children.length === 0) names.add(syntaxText(node.unit, at));
		for (const child of at.children) visit(child, inArguments || at.kind === "type_arguments");
	};
	const receiver = node.syntax.field("receiver");
	if (receiver !== void 0) visit(receiver, false);
	return names;
}
function mentions(node, type, names) {
	if (names.size === 0) return false;
	if (type.children.length === 0) return names.has(syntaxText(node.unit, type));
	return type.children.some((child) => mentions(node, child, names));
}
/** Parameters are compared as far as texts can be: their number, and the names and pointers of plain types. */
function checkSignature({ session }, advice, hook, entries) {
	const { parameters } = hook;
	if (advice.contextOnly) {
		if (parameters.length > 0) hookSignature(advice.span, hook.name, "it may take the context only");
		return;
	}
	if (parameters.length !== entries.length) hookSignature(advice.span, hook.name, `behind the context it takes ${parameters.length} parameters, not ${entries.length}`);
	parameters.forEach(({ type, variadic, takesAnything, isPredeclared }, i) => {
		const wanted = entries[i]?.type ?? "";
		if (takesAnything) return;
		const given = plainName(variadic ? `[]${type}` : type);
		const expected = plainName(wanted);
		if (wanted === "") hookSignature(advice.span, hook.name, `its parameter ${i + 1} must be an interface{}, as the type depends on type parameters`);
		if (given !== void 0 && expected !== void 0 && given !== expected || isPredeclared && isDeclaredIn(session, wanted)) hookSignature(advice.span, hook.name, `its parameter ${i + 1} is a ${type}, not a ${wanted}`);
	});
}
/** Whether a predeclared name is something else in the file. */
function isDeclaredIn({ ctx }, name) {
	return ctx.packageLevel().has(name) || ctx.imports.byName.has(name);
}
/** `*pkg.Name` without its package, which hook and function import under names of their own; undefined for other types. */
function plainName(type) {
	const [, pointers, name] = /^(\**)(?:[\p{L}_][\p{L}\p{Nd}_]*\s*\.\s*)?([\p{L}_][\p{L}\p{Nd}_]*)$/u.exec(type) ?? [];
	return name === void 0 ? void 0 : `${pointers}${same[name] ?? name}`;
}
const same = {
	byte: "uint8",
	rune: "int32",
	any: "interface{}"
};

// src/weave/4-advise/result-names.ts
/**
* Gives the results of a function names made of a prefix and an index, where they have none. The code that counts on these
* names is made to use others where advice has named the results already, or the function has the name for something else.
*
* @param code statements that refer to `<prefix><index>`; undefined as long as there are none
*/
function nameResults(fn, prefix, code, own) {
	const { results } = signatureOf(fn);
	if (results.fields.filter(({ written }) => written.length === 0).length === 0) return;
	const renamed = /* @__PURE__ */ new Map();
	for (const [i, field] of results.fields.entries()) {
		const name = `${prefix}${i}`;
		const [given] = field.names;
		if (given === void 0 || given === "_") field.names = [freeName(results, name, own)];
		if (field.names[0] !== name) renamed.set(name, field.names[0]);
	}
	results.changed = true;
	if (code !== void 0 && renamed.size > 0) renameFree(code, renamed);
}

// src/weave/4-advise/advice/prepend-statements.ts
/** Puts statements, as a rule in a block of their own, in front of all others in a block. */
function prependStatements(advice, site) {
	const { node, session } = site;
	if (node.kind !== "BlockStmt") wrongNode(site, advice, "a block");
	const fn = advice.resultNames === void 0 ? void 0 : functionOfBody(node);
	if (fn !== void 0) nameResults(fn, advice.resultNames, void 0, session.pkg.own);
	const unit = renderStatements(advice.template, site, node);
	refuseMoves(unit);
	if (fn !== void 0) nameResults(fn, advice.resultNames, unit, session.pkg.own);
	if (advice.open && advice.beside === void 0) settleOpen(unit, node, session.pkg.own);
	const { prepended, beside } = node.unit.changes;
	if (advice.beside !== void 0) {
		const { pattern, placement } = advice.beside;
		const statement = statementLike(node, compileGoRegexp(pattern));
		if (statement === void 0) adviceNoStatement(advice.span, pattern);
		beside.set(statement, [...beside.get(statement) ?? [], {
			unit,
			placement
		}]);
		return;
	}
	prepended.set(node.syntax, [...prepended.get(node.syntax) ?? [], {
		unit,
		open: advice.open === true
	}]);
}
/** The first statement, outer ones before those inside them, that stands in braces and whose text the pattern is found in. */
function statementLike(block, pattern) {
	const visit = (node) => {
		const isList = node.kind === "statement_list" && node.parent?.kind === "block";
		for (const child of node.children) {
			const found = isList && pattern.test(syntaxText(block.unit, child)) ? child : visit(child);
			if (found !== void 0) return found;
		}
	};
	return visit(block.syntax);
}

// src/weave/4-advise/advice/replace-function.ts
/** Calls another function with the same arguments, and type arguments. */
function replaceFunction(advice, site) {
	const { node } = site;
	const slot = node.kind === "CallExpr" ? slotOf$1(node, advice.quirks) : void 0;
	if (slot === void 0) wrongNode(site, advice, "a call");
	const { slots, dropped } = node.unit.changes;
	slots.set(slot, renderExpression(calleeTemplate(advice), site, node));
	const typeArguments = node.syntax.kind === "call_expression" ? node.syntax.field("type_arguments") : void 0;
	if (advice.quirks && typeArguments !== void 0) dropped.add(typeArguments);
}
/** The name that is called; type arguments behind it stay, those of `f[int]` are those of what replaces `f`. */
function slotOf$1({ unit, syntax }, quirks) {
	let slot = calleeOf(syntax);
	while (slot !== void 0 && !quirks && !unit.changes.slots.has(slot)) {
		const inner = insideOf(slot);
		if (inner === void 0) break;
		slot = inner;
	}
	return slot;
}
/** The new callee as a template, so that its package is imported and named as those of templates are. */
function calleeTemplate({ path, name, span }) {
	if (path === void 0) return {
		source: name,
		imports: {},
		lines: [span]
	};
	const key = keyOfPath(path);
	return {
		source: `${key}.${name}`,
		imports: { [key]: path },
		lines: [span]
	};
}

// src/weave/4-advise/advice/set-fields.ts
/**
* Sets fields of a struct literal. A field that is there is wrapped, if the advice says how, else replaced; one that is not
* is put in front of the others. Literals without field names are left as they are.
*/
function setFields(advice, site) {
	const { node } = site;
	const body = node.kind === "CompositeLit" ? literalBody(node.syntax) : void 0;
	if (body === void 0) wrongNode(site, advice, "a composite literal");
	if (body.children.some((element) => element.kind !== "keyed_element")) return;
	for (const field of advice.fields) setField(field, body, site);
}
function setField({ name, wrap, value }, body, site) {
	const { node } = site;
	const written = body.children.find((element) => keyOf(node, element) === name)?.field("value");
	const slot = written === void 0 ? void 0 : goNode(node.unit, unwrapElement(written));
	if (slot !== void 0) {
		const template = wrap ?? value;
		if (template !== void 0) node.unit.changes.slots.set(slot.syntax, renderExpression(template, site, current(slot)));
	} else if (value !== void 0) {
		const rendered = renderExpression(value, site, node);
		refuseMoves(rendered.unit);
		const { addedElements } = node.unit.changes;
		addedElements.set(body, [...addedElements.get(body) ?? [], {
			name,
			value: rendered
		}]);
	}
}
function keyOf(node, element) {
	const key = element.field("key");
	return key === void 0 ? void 0 : syntaxText(node.unit, unwrapElement(key));
}

// src/weave/4-advise/late-call.ts
/**
* Keeps the time of a call behind `go` or `defer` that is wrapped: `defer f(x)` evaluates f and x, and calls later, while
* `defer wrap(f(x))` would call f at once. The call becomes a variable that has f and x; the wrapping runs with it, later.
*
* @param wrapped what was rendered for the call, which is still in its place
* @throws GotsError weave_needs_types, weave_type_unknown
*/
function runLate(advice, { slot, session }, wrapped) {
	const { unit, syntax } = slot;
	const statement = syntax.parent;
	const { curried, late } = unit.changes;
	if (statement === void 0 || unit.rendered !== void 0 || late.has(statement)) return;
	const place = placeOf(current(slot), wrapped);
	if (place === void 0) return;
	const shape = shapeOf(slot, session);
	const isAsWritten = shape.called && current(slot) === slot && !curried.has(syntax);
	const bind = shape.inferred ? bindValues : bindFunction;
	const bound = isAsWritten ? bind({
		node: slot,
		shape,
		session,
		span: advice.span
	}) : void 0;
	if (bound !== void 0) {
		wrapped.unit.rendered?.holes.delete(place);
		wrapped.unit.changes.texts.set(place, bound.text);
	}
	late.set(statement, {
		bound,
		call: syntax,
		span: advice.span
	});
}
/** Declares a generic function that makes one without parameters of a function and its arguments. */
function bindFunction({ shape, session, span }) {
	const { own } = session.pkg;
	const number = own.number();
	const variable = ownName(own, `bound${number}`);
	const helper = ownName(own, `bind${number}`);
	session.langs.add("go1.18");
	session.declarations.push({
		text: helperText(helper, shape),
		span
	});
	return {
		variable,
		helper,
		text: `${variable}()`
	};
}
/** A function whose type arguments are inferred from its arguments is none without them: only these are evaluated at once. */
function bindValues({ node: { unit, syntax }, shape, session }) {
	const { own } = session.pkg;
	const number = own.number();
	const args = argumentsOf$1(syntax);
	const name = (i) => ownName(own, `bound${number}_${i}`);
	const values = args.filter((_, i) => !shape.constant[i]);
	const variables = shape.values === 1 ? args.flatMap((_, i) => shape.constant[i] ? [] : [name(i)]) : Array.from({ length: shape.values }, (_, i) => name(i));
	const given = shape.values === 1 ? args.map((arg, i) => shape.constant[i] ? syntaxText(unit, arg) : name(i)) : variables;
	const callee = calleeOf(syntax);
	return {
		variables,
		values,
		text: `${callee === void 0 ? "" : syntaxText(unit, callee)}(${given.join(", ")}${isSpread(syntax) ? "..." : ""})`
	};
}
/** Where the template put the call. */
function placeOf(call, { unit }) {
	const { rendered } = unit;
	return [...rendered?.holes ?? []].find(([place, node]) => node === call && !rendered?.copies.has(place))?.[0];
}
/** Takes the function, then its arguments, and gives a function without any. */
function helperText(name, { params, variadic, results }) {
	const fixed = numbered("A", params);
	const types = [
		...fixed,
		...variadic ? ["T"] : [],
		...numbered("R", results)
	];
	const list = types.length === 0 ? "" : `[${types.join(", ")} interface{}]`;
	const result = ` (${numbered("R", results).join(", ")})`;
	const taken = [...fixed, ...variadic ? ["...T"] : []].join(", ");
	const given = [...fixed.map((each) => `${each.toLowerCase()} ${each}`), ...variadic ? ["t ...T"] : []].join(", ");
	const args = [...fixed.map((each) => each.toLowerCase()), ...variadic ? ["t..."] : []].join(", ");
	return [
		`\nfunc ${name}${list}(f func(${taken})${result}) func(${given}) func()${result} {`,
		`\treturn func(${given}) func()${result} {`,
		`\t\treturn func()${result} { ${results > 0 ? "return " : ""}f(${args}) }`,
		"	}\n}\n"
	].join("\n");
}

// src/weave/4-advise/advice/wrap-expression.ts
/** Replaces an expression by the rendered one; of a `key: value` pair only the value, which then is the dot. */
function wrapExpression(advice, site) {
	const slot = slotOf(site);
	if (slot === void 0) wrongNode(site, advice, "an expression");
	const wrapped = renderExpression(advice.template, site, current(slot));
	const shown = moved(wrapped);
	const statement = slot.syntax.parent?.kind;
	const isLate = statement === "go_statement" || statement === "defer_statement";
	if (isLate && shown.kind !== "CallExpr") wrongNode(site, advice, `to render a call where go or defer stands in front, not a ${shown.kind}`);
	if (wantsConstant(slot.unit, slot.syntax)) requireConstant(wrapped, advice, slot);
	if (isLate && !advice.quirks) runLate(advice, {
		...site,
		slot
	}, wrapped);
	slot.unit.changes.slots.set(slot.syntax, wrapped);
}
function slotOf({ slot, node }) {
	if (node.kind === "KeyValueExpr") {
		const value = node.syntax.field("value");
		return value === void 0 ? void 0 : goNode(node.unit, unwrapElement(value));
	}
	return isExpression(node.kind) ? slot : void 0;
}

// src/weave/4-advise/hidden-errors.ts
const jump = /\b(?:goto|break|continue)[ \t]+[\p{L}_]/u;
/**
* Whether advice, put on this node, may make valid what is an error in the file as it is written. In doubt yes: it costs a look at
* the original. Only hooks and statements at the top of a declared function are known to hide little: new names of results make a bare
* `return` valid, statements end an empty body, and a jump uses a label.
*/
function mayHideErrors(advice, node) {
	switch (advice.kind) {
		case "add-blank-import": return false;
		case "hooks": return hasBareReturn(node);
		case "prepend-statements": {
			const fn = functionOfBody(node);
			if (fn?.kind !== "FuncDecl" || advice.beside !== void 0 || jump.test(advice.template.source)) return true;
			return hasBareReturn(fn) || node.syntax.children.length === 0 && signatureOf(fn).results.fields.length > 0;
		}
		default: return true;
	}
}
/** Whether a function whose results have no names returns without values. */
function hasBareReturn(fn) {
	const { fields } = signatureOf(fn).results;
	const body = fn.syntax.field("body");
	if (body === void 0 || fields.length === 0 || fields.some(({ written }) => written.length > 0)) return false;
	const open = [body];
	for (let node = open.pop(); node !== void 0; node = open.pop()) {
		if (node.kind === "return_statement" && node.children.length === 0) return true;
		if (node.kind !== "func_literal") open.push(...node.children);
	}
	return false;
}
/** Whether woven text uses an import that the file as it is written does not use. */
function usesIdleImport(file, draft, specs) {
	if (specs.some(({ kind }) => kind === "dot")) return true;
	const names = specs.map(({ name }) => name).filter((name) => name !== "");
	const before = usedNames(file, names);
	if (names.every((name) => before.has(name))) return false;
	const after = usedNames(draft, names);
	return names.some((name) => !before.has(name) && after.has(name));
}

// src/weave/4-advise/order.ts
/**
* The advice of all aspects that match one node, in the order in which it is applied: by namespace, by `order`, and as
* defined. Advice that cannot carry them counts as order 0 of the default namespace, which comes after every other.
*/
function inOrder(aspects) {
	return aspects.flatMap((aspect) => aspect.advice.map((advice) => ({
		aspect,
		advice
	}))).sort((a, b) => byNamespace(a.advice, b.advice) || orderOf(a.advice) - orderOf(b.advice));
}
function orderOf(advice) {
	return advice.kind === "prepend-statements" || advice.kind === "hooks" ? advice.order ?? 0 : 0;
}
/** Bytes of UTF-8 decide, as in Go; JavaScript's own order is that of UTF-16 and differs beyond the first plane. */
function byNamespace(a, b) {
	const left = namespaceOf(a);
	const right = namespaceOf(b);
	if (left === right) return 0;
	if (left === void 0) return 1;
	if (right === void 0) return -1;
	return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
function namespaceOf(advice) {
	return advice.kind === "prepend-statements" && advice.namespace !== "" ? advice.namespace : void 0;
}

// src/weave/4-advise/apply.ts
const appliers = {
	"add-blank-import": addBlankImport,
	"add-file": addFile,
	"add-struct-field": addStructField,
	"append-args": appendArgs,
	"assign-value": assignValue,
	hooks,
	"inject-declarations": injectDeclarations,
	plugin: rewriteByPlugin,
	"prepend-statements": prependStatements,
	"replace-function": replaceFunction,
	"set-fields": setFields,
	"wrap-expression": wrapExpression
};
/**
* Applies the advice of all aspects that matched one node, each to what the one before left.
*
* @returns one record for each aspect
* @throws GotsError advice_wrong_node, template_…
*/
function applyAdvice(session, slot, aspects) {
	for (const { advice } of inOrder(aspects)) {
		const site = {
			session,
			slot,
			node: current(slot),
			span: advice.span
		};
		session.applied.add(advice.kind);
		if (mayHideErrors(advice, slot)) session.hiding.add(advice.kind);
		appliers[advice.kind](advice, site);
		const lang = langOf(advice);
		for (const level of lang) session.langs.add(level);
	}
	const at = spanOf$1(slot.unit, slot.syntax.start);
	return aspects.map((aspect) => ({
		aspect: aspect.id,
		aspectSpan: aspect.span,
		what: `${aspect.joinPoint.kind} ${slot.kind}`,
		at
	}));
}
function langOf(advice) {
	return adviceParts(advice).templates.flatMap(({ lang }) => lang === void 0 || lang === "" ? [] : [lang]);
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
	const tree = pkg.tools.grammar.parse(source);
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
	const matches = advise(session, aspects);
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
		generation: /* @__PURE__ */ new Map(),
		blankImports: /* @__PURE__ */ new Set(),
		links: /* @__PURE__ */ new Set(),
		langs: /* @__PURE__ */ new Set(),
		hiding: /* @__PURE__ */ new Set(),
		applied: /* @__PURE__ */ new Set()
	};
}
function advise(session, aspects) {
	const matches = [];
	const once = new Set(aspects.filter(isDoneOnce));
	const done = /* @__PURE__ */ new Set();
	matchFile(session.file, session.appended, {
		watch: watchFor(aspects),
		ctx: session.ctx,
		onMatch: (node, matched) => {
			const due = matched.filter((aspect) => !done.has(aspect));
			if (due.length === 0) return;
			matches.push(...applyAdvice(session, node, due));
			for (const aspect of due) if (once.has(aspect)) done.add(aspect);
		}
	});
	return matches;
}
/** A second time in the same file would change nothing; points that match every node are made for such advice. */
function isDoneOnce({ advice }) {
	return advice.every(({ kind }) => kind === "add-blank-import" || kind === "add-file");
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
	const text = all.length === 0 ? void 0 : splice(file.tree.source, all);
	const mayHideErrors = session.hiding.size > 0 || usesIdleImport(file.tree, draft, session.ctx.imports.specs);
	return {
		text,
		imports: [...kept.map(({ path }) => path), ...session.blankImports],
		mayHideErrors,
		mayChangeOrder: [...session.applied].some((kind) => kind !== "hooks" && kind !== "add-blank-import"),
		trees: {
			before: file.tree,
			after: draft
		}
	};
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
	const before = usedNames(file.tree, names);
	const after = usedNames(draft, names);
	const stale = specs.filter(({ name }) => before.has(name) && !after.has(name));
	const [dot, ...others] = ctx.imports.dots;
	if (dot === void 0 || others.length > 0) return stale;
	return usesDotImport(file.tree, ctx.packageLevel()) && !usesDotImport(draft, ctx.packageLevel()) ? [...stale, dot] : stale;
}
function parseDraft(session, edits, matches) {
	const { source } = session.file.tree;
	const draft = sourceFile(source.name, splice(source, edits));
	const tree = session.grammar.parse(draft);
	if (tree.hasErrors) {
		const at = tree.firstError ?? 0;
		const aspects = [...new Set(matches.map((match) => match.aspect))].filter((id) => id !== "");
		weaveBrokenOutput(spanAt(tree.source, at), aspects, lineAt(tree.source, at));
	}
	return tree;
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
	for (;;) try {
		return weaveWith(ownNames(texts, foresight), request, aspects, tools);
	} catch (error) {
		if (!(error instanceof WeaveAgain)) throw error;
	}
}
function weaveWith(own, request, aspects, tools) {
	const live = aspects.filter((aspect) => reachOfPackage(aspect.joinPoint, request.facts) !== "none");
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
	const whole = live.filter((aspect) => isOfPackage(aspect, request));
	const matches = whole.flatMap((aspect) => changeFiles(session, aspect));
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
	return new Set(files.flatMap((file) => topLevelNames(grammar.parse(sourceFile(file.name, file.bytes)))));
}
/**
* Whether the aspect holds for the package as a whole and only adds or replaces files: then none has to be read. A file can be
* replaced before it is looked at only.
*/
function isOfPackage({ advice, joinPoint }, { facts }) {
	if (advice.some((each) => each.kind === "replace-file" || isOfPluginFiles(each))) return true;
	return advice.every(({ kind }) => kind === "add-file") && reachOfPackage(joinPoint, facts) === "every";
}
function isOfPluginFiles(advice) {
	return advice.kind === "plugin" && advice.part === "files";
}
function changeFiles(session, { id, span, joinPoint, advice }) {
	for (const each of advice) if (each.kind === "add-file") addFileTo(session, each);
	else if (each.kind === "replace-file") replaceFileIn(session, each);
	else if (isOfPluginFiles(each)) {
		if (reachOfPackage(joinPoint, session.request.facts) !== "every") pluginOfNodes(span, id);
		if (!filesByPlugin(session, each)) return [];
	}
	const at = {
		file: session.request.files[0]?.name ?? "",
		line: 1,
		column: 1
	};
	return [{
		aspect: id,
		aspectSpan: span,
		what: `${joinPoint.kind} package`,
		at
	}];
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

export { topLevelNames as A, textOf$2 as C, importTable as D, noChanges as E, isDeclaredLocally as O, syntaxText as S, kindOf as T, nameOf as _, matches as a, goNode as b, isTestBuild as c, receiverText as d, typeNameText as f, isLocalName as g, inconstantPart as h, kindsOf as i, isUnknown as j, specsOf as k, functionOfBody as l, fieldNames as m, weaveWithTypes as n, receiverOf as o, leadingComments as p, isIgnored as r, calledNode as s, answered as t, functionName as u, samePath as v, isExpression as w, nodeOfKind as x, selectorParts as y };