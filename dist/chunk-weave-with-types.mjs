import { n as pluginFailed, o as pluginOfNodes, t as pluginAbsent } from "./chunk-plugin.mjs";
import { n as rawFile, r as reachOfFile, t as packageClauseName } from "./chunk-file.mjs";
import { C as reachOfPackage, M as guessPackageNames, N as stripVendor, P as askedPackages, S as isCommand, j as packageFilterMatches, n as quote, s as fromBytes, v as toBytes, w as versionHolds, x as configurationMatches } from "./chunk-quote.mjs";
import { n as readable, r as sourceFile, t as byteString } from "./chunk-source.mjs";
import { c as adviceNoValue, d as aspectPackageMissing, f as hookMissing, h as replacedFileMissing, l as aspectFileOfPackage, m as hookSyntax, n as spanInTemplate, o as addedFileSyntax, p as hookSignature, r as parseTypeName, s as adviceNoStatement, t as compileGoRegexp } from "./chunk-go-regexp.mjs";
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
function unknownOf(answer) {
	return answer?.unknown === void 0 ? void 0 : { unknown: answer.unknown };
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
	else for (const spec of specsOf(declaration)) names.push(...spec.fields("name"));
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
	return list?.children.some((node) => node.kind === "identifier" && matches$1(lookup, node)) ?? false;
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
const known$4 = /* @__PURE__ */ new WeakMap();
/** Where the compiler reports an offset of a file: line and byte column, with line directives honoured. */
function spanAt(source, offset) {
	let positions = known$4.get(source);
	if (positions === void 0) {
		positions = positionsOf(source);
		known$4.set(source, positions);
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

// src/weave/4-advise/package-session.ts
function packageSession(request, grammar, plugins) {
	return {
		request,
		grammar,
		plugins,
		added: /* @__PURE__ */ new Map(),
		replaced: /* @__PURE__ */ new Map(),
		numbers: { next: 1 }
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
/**
* The Go files of a package that advice names.
*
* @throws GotsError aspect_package_missing
*/
function filesOfPackage({ request }, path, span) {
	return request.packageFiles?.(path) ?? aspectPackageMissing(span, path);
}
/** @throws GotsError aspect_package_missing, aspect_file_of_package */
function fileOfPackage(session, want) {
	const files = filesOfPackage(session, want.path, want.span);
	return files.find((file) => baseName(file.name) === want.file) ?? aspectFileOfPackage(want.span, want, files.map((file) => baseName(file.name)));
}
function baseName(name) {
	return name.slice(name.lastIndexOf("/") + 1);
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
		...ownFile(pkg, advice),
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
	if (!replaced.has(own.name)) replaced.set(own.name, ownFile(pkg, advice));
}
/** The text of another package's file as a part of this one. */
function ownFile(pkg, advice) {
	const file = fileOfPackage(pkg, advice);
	const source = sourceFile(file.name, file.bytes);
	const tree = pkg.grammar.parse(source);
	const clause = tree.root.children.find((node) => node.kind === "package_clause")?.children[0];
	if (tree.hasErrors || clause === void 0) {
		const at = tree.firstError ?? 0;
		addedFileSyntax(spanAt(source, at), readable(source, at, Math.min(at + 40, source.text.length)).trim());
	}
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
	return {
		text: splice(source, [...constraints, clauseEdit]),
		imports: importTable(tree, () => void 0).specs.map((spec) => spec.path)
	};
}
function packageName$1({ request }) {
	const first = request.files[0];
	return first === void 0 ? request.facts.name : packageClauseName(first.bytes);
}

// src/report/codes/weave.ts
/** Raised when only type checking can tell whether a join point matches, and the caller does none. */
function weaveNeedsTypes(span, question) {
	throw new GotsError({
		code: "weave_needs_types",
		message: `only type checking can tell ${question}, and this command does none`,
		hint: "`gots weave` and `gots go build` do",
		span
	});
}
/**
* Raised when a join point depends on a type that type checking could not find out. In a build the compiler is asked first:
* what it has to say about the package is the better message.
*/
function weaveTypeUnknown(span, question, why) {
	throw new GotsError({
		code: "weave_type_unknown",
		message: `type checking cannot tell ${question}: ${why}`,
		hint: "in `gots weave`, files of a package with cgo or of a module whose dependencies cannot be built are not enough; weave such a package in a build",
		span
	});
}
/** Raised when a bare name may come from more than one dot import. */
function weaveDotImports(span, name) {
	throw new GotsError({
		code: "weave_dot_imports",
		message: `"${name}" may come from any of several dot imports, and a join point depends on which`,
		hint: "import all but one of them by name",
		span
	});
}
/** Raised when a file that may match holds text which the grammar cannot read, though it may be valid Go. */
function weaveSyntaxUnknown(span, near) {
	throw new GotsError({
		code: "weave_syntax_unknown",
		message: `the syntax near "${near}" is not known to gots, so this file cannot be woven safely`,
		hint: "if `go vet` accepts the file, please report it; an `//orchestrion:ignore` above the package clause leaves the file unwoven",
		span
	});
}
/** Raised when declarations that an aspect injects match aspects that inject declarations, without an end. */
function weaveEndlessInjection(span, limit) {
	throw new GotsError({
		code: "weave_endless_injection",
		message: `the declarations injected here match an aspect that injects declarations again, more than ${limit} times in a row`,
		hint: "narrow the join point so that it does not match what the aspect injects",
		span
	});
}
/** Raised when the woven file does not parse: advice was applied where its text cannot stand. */
function weaveBrokenOutput(span, aspects, near) {
	throw new GotsError({
		code: "weave_broken_output",
		message: `what ${aspects.join(", ") || "an aspect"} made of this file does not parse, near "${near}"`,
		hint: "narrow the join point to nodes where the advice can stand; if it is narrow, please report a bug",
		span
	});
}
/** Raised when a template is executed and Go's text/template says no. */
function templateExecution(span, message, cause) {
	throw new GotsError({
		code: "template_execution",
		message,
		hint: "the template was executed for a node that it does not fit; narrow the join point or guard with `if`",
		span,
		cause
	});
}
/** Raised when a template does not parse as text/template. */
function templateSyntax(span, message, cause) {
	throw new GotsError({
		code: "template_syntax",
		message,
		hint: "see the text/template reference",
		span,
		cause
	});
}
/** Raised when a template's output holds nothing where something is needed. */
function templateRendersNothing(span, wanted) {
	throw new GotsError({
		code: "template_renders_nothing",
		message: `the template renders nothing, ${wanted} is needed`,
		hint: "print the node itself with `{{ . }}` where it is to stay as it is",
		span
	});
}
/** Raised when a template's output is not the Go that is needed at this place. */
function templateBrokenGo(span, wanted, near) {
	throw new GotsError({
		code: "template_broken_go",
		message: `the template does not render ${wanted}: cannot be parsed near "${near}"`,
		hint: "run `gots weave` on one file to see what the template renders",
		span
	});
}
/** Raised when code that an aspect gives as it is, without a template, is no Go code. */
function codeBrokenGo(span, wanted, near) {
	throw new GotsError({
		code: "code_broken_go",
		message: `this does not make ${wanted}: cannot be parsed near "${near}"`,
		hint: "close what is open, and write statements only",
		span
	});
}
/** Raised when a template prints the same node more than once, or a node and a part of it. */
function templateNodeTwice(span, node) {
	throw new GotsError({
		code: "template_node_twice",
		message: `the template prints "${node}" twice; it would be evaluated twice`,
		hint: "keep it in a variable of the woven code, or print `.AST.Copy` the second time",
		span
	});
}
/** Raised when a template prints a node inside a string literal of its Go text, where none can stand. */
function templateNodeInString(span, node) {
	throw new GotsError({
		code: "template_node_in_string",
		message: `the template prints the node "${node}" inside a string`,
		hint: "print its name or value there (`.AST.Name`, `.AST.Value`), or move the node out of the string",
		span
	});
}
/** Raised when a template prints something that has no text of its own. */
function templateNodeUnprintable(span, kind) {
	throw new GotsError({
		code: "template_node_unprintable",
		message: `the template prints a ${kind}, which has no text of its own to move`,
		hint: "print its parts",
		span
	});
}
/** Raised when an advice is applied to a node that it cannot change. */
function adviceWrongNode(span, advice, problem) {
	throw new GotsError({
		code: "advice_wrong_node",
		message: `${advice} needs ${problem.wanted}, but the join point matched a ${problem.got} at ${problem.at}`,
		hint: "narrow the join point with all-of",
		span
	});
}
/** Raised when a name that an advice gives is no Go identifier. */
function adviceBadName(span, name) {
	throw new GotsError({
		code: "advice_bad_name",
		message: `add-struct-field cannot add a field named ${JSON.stringify(name)}`,
		hint: "a name is letters, digits and underscores",
		span
	});
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
function textOf(node) {
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
		name: textOf(node)
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
/** The dot import a bare name must come from, since nothing else in reach declares it. */
function dotImportOf(node, ctx) {
	if (node.unit.rendered !== void 0 || ctx.imports.dots.length === 0) return void 0;
	if (node.syntax.kind === "field_identifier" || node.syntax.kind === "package_identifier") return void 0;
	const name = textOf(node);
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

// src/weave/4-advise/import-names.ts
/**
* @param texts all files of the package: an added name must not occur in any of them, as package-level names conflict
* with the imports of every file
*/
function importNames(table, texts) {
	const added = /* @__PURE__ */ new Map();
	return {
		added,
		nameFor: (path, key, at) => {
			const own = ownImport(table, path, at);
			if (own !== void 0) return own.name;
			const known = added.get(path);
			if (known !== void 0) return known;
			const name = freshName(key, [...added.values()], texts);
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
function freshName(key, taken, texts) {
	const base = `__gots_${key.replace(/[^\p{L}\p{Nd}_]/gu, "_")}`;
	for (let i = 0;; i++) {
		const name = i === 0 ? base : `${base}${i}`;
		if (!taken.includes(name) && !texts.some((text) => text.includes(name))) return name;
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

// src/weave/3-match/changes.ts
function noChanges() {
	return {
		slots: /* @__PURE__ */ new Map(),
		prepended: /* @__PURE__ */ new Map(),
		beside: /* @__PURE__ */ new Map(),
		addedElements: /* @__PURE__ */ new Map(),
		jumps: /* @__PURE__ */ new Map(),
		appendedArgs: /* @__PURE__ */ new Map(),
		spreads: /* @__PURE__ */ new Map(),
		values: /* @__PURE__ */ new Map(),
		addedFields: /* @__PURE__ */ new Map(),
		texts: /* @__PURE__ */ new Map(),
		dropped: /* @__PURE__ */ new Set(),
		signatures: /* @__PURE__ */ new Map()
	};
}

// src/weave/3-match/syntax-shapes.ts
function isVariadic(field) {
	return field.kind === "variadic_parameter_declaration";
}
/** The callee of a call, or the type of a conversion. */
function calleeOf(call) {
	return call.kind === "type_conversion_expression" ? call.field("type") : call.field("function");
}
/** A call whose callee is an explicit instantiation, `f[T](x)`, as far as the tree keeps the type arguments apart. */
function hasTypeArguments(call) {
	return call.kind === "call_expression" && call.field("type_arguments") !== void 0;
}
/** Arguments of a call; of `f(xs...)` the expression `xs`. */
function argumentsOf$1(call) {
	if (call.kind === "type_conversion_expression") return call.fields("operand");
	return (call.field("arguments")?.children ?? []).map((arg) => arg.kind === "variadic_argument" ? arg.children[0] ?? arg : arg);
}
/** Whether the last argument is followed by `...`. */
function isSpread(call) {
	return call.field("arguments")?.children.at(-1)?.kind === "variadic_argument";
}
/** The expression or literal inside a literal element. */
function unwrapElement(node) {
	return node.kind === "literal_element" ? node.children[0] ?? node : node;
}
/** The literal's `{…}` where its elements are. */
function literalBody(literal) {
	return literal.kind === "literal_value" ? literal : literal.field("body");
}
/** Members of a wrapper node that go/ast does not have: the expressions of an expression list, else the node itself. */
function listed(node) {
	if (node === void 0) return [];
	return node.kind === "expression_list" || node.kind === "statement_list" ? node.children : [node];
}

// src/weave/4-advise/dot/field-readers.ts
const text$1 = (value) => ({
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
		nodes: all(node, listed(node.syntax.field(name)))
	});
}
/** The n-th child that the grammar has no field name for. */
function child(index = 0) {
	return (node) => one(at(node, node.syntax.children.filter((c) => c.kind !== "operator")[index]));
}
function at(node, syntax) {
	return syntax === void 0 ? void 0 : goNode(node.unit, syntax);
}
function all(node, list) {
	return list.map((syntax) => goNode(node.unit, syntax)).filter((found) => found !== void 0);
}

// src/weave/4-advise/dot/declaration-fields.ts
function keyword(node) {
	return text$1(node.syntax.kind.replace("_declaration", ""));
}
/** Identifiers that the grammar keeps under one field name, `a, b int`. */
function names(node) {
	return {
		kind: "nodes",
		nodes: all(node, node.syntax.fields("name"))
	};
}
function values(node) {
	return {
		kind: "nodes",
		nodes: node.unit.changes.values.get(node.syntax) ?? all(node, node.syntax.field("value")?.children ?? [])
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
			nodes: all(node, node.syntax.children.filter((c) => c.kind !== "package_clause"))
		}),
		Imports: (node) => ({
			kind: "nodes",
			nodes: all(node, node.syntax.children.filter((c) => c.kind === "import_declaration").flatMap(specsOf))
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
			nodes: all(node, specsOf(node.syntax))
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
	return list(all(node, inside?.children ?? []));
};
function assignToken(node) {
	if (node.syntax.kind === "short_var_declaration") return text$1(":=");
	const left = node.syntax.field("left");
	if (node.syntax.kind === "receive_statement") return text$1(left !== void 0 && isDefinition(node.unit.tree, left) ? ":=" : "=");
	const operator = node.syntax.field("operator");
	return text$1(operator === void 0 ? "=" : syntaxText(node.unit, operator));
}
function branchToken(node) {
	return text$1(node.syntax.kind.replace("_statement", ""));
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
	if (left === void 0) return text$1("ILLEGAL");
	return text$1(isDefinition(node.unit.tree, left) ? ":=" : "=");
}
/** The braces of a switch have no node in the grammar, so its body shares the node of the switch. */
const switchBody = (node) => one(nodeOfKind(node.unit, node.syntax, "BlockStmt"));
const blockMembers = (node, ctx) => {
	if (node.syntax.kind === "block") return statements$1(node, ctx);
	return list(all(node, node.syntax.children.filter((c) => c.kind.endsWith("_case"))));
};
const caseValues = (node) => list(all(node, node.syntax.kind === "type_case" ? node.syntax.fields("type") : listed(node.syntax.field("value"))));
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
		Tok: (node) => text$1(node.syntax.kind === "inc_statement" ? "++" : "--")
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
	ReturnStmt: { Results: (node) => list(all(node, listed(node.syntax.children[0]))) },
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
		if (folded !== void 0) return name === "Name" || name === "Path" ? text$1((name === "Name" ? folded.name : folded.path) ?? "") : void 0;
	}
	return tables.map((table) => table[node.kind]?.[name]).find((reader) => reader !== void 0)?.(node, ctx);
}
/** The text of the operator child, or of the first character for kinds that do not keep it. */
const operator = (node) => {
	const found = node.syntax.field("operator");
	return text$1(found === void 0 ? "" : syntaxText(node.unit, found));
};
function callFun(node) {
	const callee = calleeOf(node.syntax);
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
		nodes: [...all(node, argumentsOf$1(node.syntax)), ...node.unit.changes.appendedArgs.get(node.syntax) ?? []]
	};
}
function elements(node) {
	return {
		kind: "nodes",
		nodes: all(node, (literalBody(node.syntax)?.children ?? []).map(unwrapElement))
	};
}
function element(name) {
	return (node) => {
		const wrapped = node.syntax.field(name);
		return one(wrapped === void 0 ? void 0 : at(node, unwrapElement(wrapped)));
	};
}
function literalKind(node) {
	return text$1({
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
	if (index !== void 0) return all(node, [index]);
	const args = syntax.field("type_arguments")?.children ?? syntax.children.slice(1);
	return all(node, args.map((arg) => arg.kind === "type_elem" ? arg.children[0] ?? arg : arg));
}
function chanDirection(node) {
	const written = textOf(node);
	return text$1(written.startsWith("<-") ? "2" : /^chan\s*<-/.test(written) ? "1" : "3");
}
const selectorName = (node) => {
	const right = node.syntax.field("field") ?? node.syntax.field("name");
	return text$1(right === void 0 ? "" : syntaxText(node.unit, right));
};
const tables = [
	{
		ArrayType: {
			Len: inField("length"),
			Elt: inField("element")
		},
		BasicLit: {
			Kind: literalKind,
			Value: (node) => text$1(textOf(node))
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
			Name: (node) => text$1(textOf(node)),
			Path: (node, ctx) => text$1(nameOf(node, ctx)?.path ?? "")
		},
		IndexExpr: {
			X: indexed$1,
			Index: (node) => one(indices(node)[0])
		},
		IndexListExpr: {
			X: indexed$1,
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
			Op: (node, ctx) => node.syntax.kind === "negated_type" ? text$1("~") : operator(node, ctx),
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
const known$3 = /* @__PURE__ */ new WeakMap();
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
	let leading = known$3.get(unit);
	if (leading === void 0) {
		leading = attach(unit);
		known$3.set(unit, leading);
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
		syntax,
		fields: [],
		changed: false
	};
	if (syntax.kind !== "parameter_list") return {
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
		case "InterfaceType": return type.name === "any" && type.path === void 0 && syntax.children.length === 0;
		case "Ident":
		case "SelectorExpr": return !type.pointer && matchesName(type, expression, ctx);
		default: return false;
	}
}
function matchesName(type, node, ctx) {
	const name = nameOf(node, ctx);
	if (name !== void 0) return name.name === type.name && samePath(name.path, type.path);
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
function nameAt(groups, index, list) {
	let start = 0;
	for (const field of groups.fields) {
		const width = Math.max(1, field.names.length);
		if (index >= start && index < start + width) return named(groups, field, {
			at: index - start,
			index,
			list
		});
		start += width;
	}
	throw new Error(`index out of bounds: ${index} (only ${start} items)`);
}
/** In an unnamed list every entry must get a name when one does. */
function named(groups, field, entry) {
	if (field.names.length === 0) {
		for (const each of groups.fields) each.names = ["_"];
		groups.changed = true;
	}
	const name = field.names[entry.at];
	if (name !== void 0 && name !== "_") return name;
	const given = `__${entry.list}__${entry.index}`;
	field.names = field.names.map((old, i) => i === entry.at ? given : old);
	groups.changed = true;
	return given;
}
/** Every entry of a list, all of them named. */
function namedEntries(groups, list) {
	if (groups === void 0) return [];
	const widths = groups.fields.map((field) => Math.max(1, field.names.length));
	return groups.fields.flatMap((field, i) => Array.from({ length: widths[i] ?? 1 }, () => field)).map((field, index) => ({
		name: nameAt(groups, index, list),
		field
	}));
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
	switch (name) {
		case "Name": return method$1(() => functionName(inside(fn)));
		case "Receiver": return method$1(() => receiverName(inside(fn)));
		case "Argument": return indexed((index) => nameAt(signatureOf(inside(fn)).parameters, index, "argument"));
		case "Result": return indexed((index) => nameAt(signatureOf(inside(fn)).results, index, "result"));
		case "ArgumentOfType": return typed((type) => firstName(fn, "argument", (field, f) => matchesType(type, typeOfGroup(f.unit, field), site.session.ctx)));
		case "ResultOfType": return typed((type) => firstName(fn, "result", (field, f) => matchesType(type, typeOfGroup(f.unit, field), site.session.ctx)));
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
function receiverName(fn) {
	const { receiver } = signatureOf(fn);
	if (receiver === void 0) throw new Error("the enclosing function is not a method");
	return nameAt(receiver, 0, "receiver");
}
function listOf$1(fn, list) {
	const { parameters, results } = signatureOf(fn);
	return list === "argument" ? parameters : results;
}
/** The first name of the first group that satisfies the test; empty if none does. */
function firstName(fn, list, test) {
	if (fn === void 0) return "";
	const groups = listOf$1(fn, list);
	const found = groups.fields.findIndex((field) => test(field, fn));
	return found < 0 ? "" : nameAt(groups, flatIndex(groups, found), list);
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
	return nameAt(groups, flatIndex(groups, found) + (last ? Math.max(0, width - 1) : 0), list);
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
const directive = {
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
		case "AssignStmt": return syntax.kind === "short_var_declaration" || isWithin$1(child.syntax, syntax.field("right"));
		case "CallExpr": return calleeOf(syntax) === child.syntax;
		case "SendStmt": return syntax.field("value") === child.syntax;
		case "DeferStmt":
		case "GoStmt":
		case "ReturnStmt":
		case "ExprStmt": return true;
		default: return false;
	}
}
function isWithin$1(node, list) {
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
	switch (name) {
		case "FuncName": return method([], () => functionName(fn()));
		case "FuncArgument": return method([goInt], ([index]) => nameAt(groupsOf(fn(), "argument"), Number(index), "argument"));
		case "FuncReturn": return method([goInt], ([index]) => nameAt(groupsOf(fn(), "result"), Number(index), "result"));
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
	}), list);
}
function argumentsOf(fn, directive) {
	if (directive === void 0) return [];
	const comment = leadingComments(fn).find((text) => isDirective(text, directive));
	return comment === void 0 ? [] : parseArguments(comment.slice(directive.length + 2));
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
	const printed = [];
	const { text, segments } = join(template, job.chunks ?? execute(template, job, printed), {
		printed,
		prefix: job.form.prefix
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
function join(template, chunks, { printed, prefix }) {
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
			literal
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
	return textOf(node).replace(/\s+/g, " ").slice(0, 60);
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
	session.generation.set(unit, generation);
	session.appended.push(unit);
}
/** Appends declarations to the file, where the same walk visits them; `links` must be in the binary. */
function injectDeclarations(advice, site) {
	const { session } = site;
	const unit = renderDeclarations(advice.template, site, site.node);
	refuseMoves(unit);
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
				return textOf(shown);
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
		if (error instanceof GotsError) throw error;
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
		const tree = pkg.grammar.parse(sourceFile(name, bytes));
		if (tree.hasErrors) throw new SyntaxError(`${name} is not Go`);
		const imports = importTable(tree, () => void 0).specs.map(({ path }) => path);
		for (const path of imports) if (!pkg.request.facts.imports.has(path)) checkPackage(advice, path);
		return {
			text: bytes,
			imports
		};
	});
}

// src/weave/1-select/test-build.ts
/** Whether a package is compiled with test files, or is the program that `go test` makes. */
function isTestBuild({ files }) {
	return files.some(({ name }) => /(^|[\\/])(_testmain|[^\\/]*_test)\.go$/.test(name));
}

// src/weave/3-match/points/declaration-of.ts
/** `declaration-of: path.Name`: the function (or method), variable or constant of that name, in that package. */
const declarationOf = {
	kinds: () => ["FuncDecl", "ValueSpec"],
	matches: (point, node, ctx) => (node.kind === "FuncDecl" || node.kind === "ValueSpec") && samePath(point.path, ctx.facts.importPath) && node.syntax.fields("name").some((name) => syntaxText(node.unit, name) === point.name)
};

// src/weave/3-match/points/file-has.ts
const known$2 = /* @__PURE__ */ new WeakMap();
/** `file-has`: every node of a file that holds the part; of text that advice added, the file it was added to. */
const fileHas = {
	kinds: () => "any",
	matches: ({ part }, _, { file }) => {
		const answers = known$2.get(file) ?? /* @__PURE__ */ new Map();
		known$2.set(file, answers);
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

// src/weave/3-match/points/function-call.ts
/**
* `function-call: [path.]Name`: calls and conversions whose callee is that name, however the file imports it. Inside the
* declaring package names have no path, so the package's own calls do not match.
*/
const functionCall = {
	kinds: () => ["CallExpr"],
	matches: (point, node, ctx) => {
		if (node.kind !== "CallExpr" || hasTypeArguments(node.syntax)) return false;
		const syntax = calleeOf(node.syntax);
		const callee = syntax === void 0 ? void 0 : goNode(node.unit, syntax);
		if (callee === void 0 || point.qualified && !isQualified(callee, ctx)) return false;
		return isCallee(point, current(callee), ctx);
	}
};
/** `pkg.Name`, where `pkg` is an import. */
function isQualified(callee, ctx) {
	const { left } = selectorParts(callee.syntax);
	return callee.kind === "SelectorExpr" && left !== void 0 && qualifierPath(callee.unit, left, ctx) !== void 0;
}
function isCallee(point, callee, ctx) {
	if (!mentions$1(point.name, callee)) return false;
	const name = nameOf(callee, ctx);
	if (name !== void 0) return name.name === point.name && samePath(name.path, point.path);
	return isMemberOf(point, callee, ctx);
}
/** Cheap: most calls are ruled out by the last word of their callee, before scopes are looked at. */
function mentions$1(name, callee) {
	const { right } = selectorParts(callee.syntax);
	return callee.kind === "Ident" ? true : right !== void 0 && syntaxText(callee.unit, right) === name;
}
/** `http.DefaultClient.Get(u)` counts as `net/http.Get`, as in Orchestrion; without a path any `x.Name()` on a plain `x`. */
function isMemberOf(point, callee, ctx) {
	if (callee.kind !== "SelectorExpr") return false;
	const { left } = selectorParts(callee.syntax);
	const operand = left === void 0 ? void 0 : goNode(callee.unit, left);
	const name = operand === void 0 ? void 0 : nameOf(current(operand), ctx);
	return name !== void 0 && samePath(name.path, point.path);
}

// src/weave/3-match/points/method-call.ts
/** `method-call`: calls `x.Name(…)` where the static type of `x` is the receiver type, or a pointer to it. */
const methodCall = {
	kinds: () => ["CallExpr"],
	matches: (point, node, ctx) => {
		const operand = node.kind === "CallExpr" ? receiverOf(node, point.name, ctx) : void 0;
		if (operand === void 0) return false;
		const type = typeOf$1(operand, `whether ${point.name} is called on a ${typeNameText(point.receiver)}`, ctx);
		if (type?.name !== point.receiver.name || !samePath(type.path || void 0, point.receiver.path)) return false;
		return point.match === "any" || type.pointer === (point.match === "pointer-only");
	}
};
/** The `x` of `x.name(…)`; undefined where it is an import, or was put there by advice and so has no type. */
function receiverOf(call, name, ctx) {
	const syntax = calleeOf(call.syntax);
	const callee = syntax === void 0 ? void 0 : goNode(call.unit, syntax);
	if (callee?.syntax.kind !== "selector_expression" || current(callee) !== callee) return void 0;
	const { left, right } = selectorParts(callee.syntax);
	if (left === void 0 || right === void 0 || syntaxText(call.unit, right) !== name) return void 0;
	if (nameOf(callee, ctx) !== void 0) return void 0;
	const operand = goNode(call.unit, left);
	return operand === void 0 || current(operand) !== operand || call.unit.rendered !== void 0 ? void 0 : operand;
}
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
		const list = node.syntax.parent;
		const declaration = list?.kind === "var_spec_list" ? list.parent : list;
		if (declaration?.parent?.kind !== "source_file") return false;
		if (keyword !== void 0 && declaration.kind !== `${keyword}_declaration`) return false;
		return node.syntax.fields("name").some((each) => syntaxText(node.unit, each) === name);
	}
};

// src/weave/3-match/points/struct-definition.ts
/** `struct-definition: path.T`: the specification of T, written as a struct type, in that package. */
const structDefinition = {
	kinds: () => ["TypeSpec"],
	matches: (point, node, ctx) => {
		const name = node.syntax.field("name");
		return node.kind === "TypeSpec" && name !== void 0 && node.syntax.field("type")?.kind === "struct_type" && syntaxText(node.unit, name) === point.type.name && (point.anyPackage === true || samePath(point.type.path, ctx.facts.importPath));
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
		if (point.match === "pointer-only") return isAddress(node) && isLiteral(point, operandOf(node), ctx);
		if (!isLiteral(point, node, ctx)) return false;
		const parent = point.match === "value-only" ? parentOf(node) : void 0;
		return parent === void 0 || !isAddress(parent);
	}
};
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
	return node.kind === "UnaryExpr" && textOf(node).startsWith("&");
}
function operandOf(node) {
	const operand = node.syntax.field("operand");
	const literal = operand === void 0 ? void 0 : goNode(node.unit, operand);
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
	directive,
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
	"declaration-of": declarationOf,
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
const known$1 = /* @__PURE__ */ new WeakMap();
/** Offsets of the tokens above which a comment says that what starts there is to be left alone. */
function ignoredStarts(unit) {
	if (unit.tree.comments.length === 0) return none;
	let starts = known$1.get(unit);
	if (starts === void 0) {
		starts = new Set([...allLeading(unit)].filter(([, texts]) => texts.some((t) => ignores.test(t))).map(([at]) => at));
		known$1.set(unit, starts);
	}
	return starts;
}

// src/weave/4-advise/type-text.ts
/** A type as Go text for a place in the file; its packages are imported if need be. */
function typeText(type, site, at) {
	return "kind" in type ? goText(type, site, at) : namedType(type, site, at);
}
/** Text with names of imports in it: each is replaced by the one under which the file knows the package. */
function goText({ text, imports = {} }, { session }, at) {
	return text.replace(/(?<![\p{L}\p{Nd}_.])([\p{L}_][\p{L}\p{Nd}_]*)(?=\s*\.\s*[\p{L}_])/gu, (name) => {
		const path = Object.hasOwn(imports, name) ? imports[name] : void 0;
		return path === void 0 ? name : session.names.nameFor(path, name, at);
	});
}
function namedType({ pointer, path, name }, { session }, at) {
	const star = pointer ? "*" : "";
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

// src/weave/4-advise/advice/append-args.ts
/** Adds arguments to a call. Where the last argument is spread with `...`, a function appends them to it. */
function appendArgs(advice, site) {
	const { node } = site;
	if (node.kind !== "CallExpr" || node.syntax.kind !== "call_expression") wrongNode(site, advice, "a call");
	const values = advice.values.map((template) => renderExpression(template, site, node));
	for (const value of values) refuseMoves(value.unit);
	const { appendedArgs, spreads } = node.unit.changes;
	if (isSpread(node.syntax)) {
		if (advice.type === void 0) return;
		const type = typeText(advice.type, site, {
			unit: node.unit,
			syntax: node.syntax
		});
		spreads.set(node.syntax, [...spreads.get(node.syntax) ?? [], {
			type,
			values,
			span: advice.span
		}]);
	} else appendedArgs.set(node.syntax, [...appendedArgs.get(node.syntax) ?? [], ...values]);
}

// src/weave/4-advise/advice/assign-value.ts
/** Gives every name of a variable or constant specification the rendered value, or one of them; the type stays. */
function assignValue(advice, site) {
	const { node } = site;
	if (node.kind !== "ValueSpec") wrongNode(site, advice, "a variable or constant declaration");
	const names = node.syntax.fields("name").filter((name) => name.kind === "identifier" || name.kind === "blank_identifier");
	const { values } = node.unit.changes;
	if (advice.name === void 0) {
		const value = renderExpression(advice.template, site, node);
		values.set(node.syntax, names.map(() => value));
	} else values.set(node.syntax, withOneValue({
		...advice,
		name: advice.name
	}, site, names));
}
/** The values with one of them changed. Where one value serves several names, or there is none to wrap, it cannot be. */
function withOneValue(advice, site, names) {
	const { node } = site;
	const written = valuesOf(node);
	const index = names.findIndex((name) => syntaxText(node.unit, name) === advice.name);
	const old = written[index];
	if (old === void 0 ? advice.wraps || written.length > 0 || names.length > 1 : written.length !== names.length) adviceNoValue(advice.span, advice.name, names.length);
	const value = renderExpression(advice.template, site, advice.wraps && old ? old : node);
	return old === void 0 ? [value] : written.map((each, i) => i === index ? value : each);
}
function valuesOf(node) {
	const changed = node.unit.changes.values.get(node.syntax);
	if (changed !== void 0) return changed;
	return listed(node.syntax.field("value")).flatMap((syntax) => {
		const value = goNode(node.unit, syntax);
		return value === void 0 ? [] : [current(value)];
	});
}

// src/weave/4-advise/hooks/context-text.ts
/** The interface that hooks of a flavour take, as the woven package spells it. Hooks have their own, with the same methods. */
const contextType = {
	otelc: "__gots_HookContext",
	loongsuite: "__gots_CallContext"
};
/** Methods of both, in the form of an interface's body; an interface value passed on works as long as the sets are equal. */
const shared = `
	SetSkipCall(bool)
	IsSkipCall() bool
	SetData(interface{})
	GetData() interface{}
	GetKeyData(string) interface{}
	SetKeyData(string, interface{})
	HasKeyData(string) bool
	GetParam(int) interface{}
	SetParam(int, interface{})
	GetReturnVal(int) interface{}
	SetReturnVal(int, interface{})
	GetFuncName() string
	GetPackageName() string
`;
const interfaces = {
	otelc: `type __gots_HookContext interface {${shared}	GetParamCount() int
	GetReturnValCount() int
}
`,
	loongsuite: `type __gots_CallContext interface {${shared}}
`
};
/**
* What all trampolines of a package share. The context of a call lies in the frame of the function that is called; its
* address is hidden from escape analysis where no hook can keep it.
*/
const runtime = `
import "unsafe"

type __gots_int = int

type __gots_bool = bool

type __gots_any = interface{}

type __gots_hookInfo struct {
	function, pkg   string
	params, results int
	isGeneric       bool
}

type __gots_hookContext struct {
	info     *__gots_hookInfo
	params   func(int, bool, interface{}) interface{}
	results  func(int, bool, interface{}) interface{}
	data     interface{}
	skip     bool
	returned bool
}

//go:nosplit
//go:nocheckptr
func __gots_hookHidden(c *__gots_hookContext) *__gots_hookContext {
	x := uintptr(unsafe.Pointer(c))
	return (*__gots_hookContext)(unsafe.Pointer(x ^ 0))
}

func __gots_hookFailed(what string) {
	if e := recover(); e != nil {
		println(what)
		if err, ok := e.(error); ok {
			println(err.Error())
		}
	}
}

func (c *__gots_hookContext) SetSkipCall(skip bool) { c.skip = skip }

func (c *__gots_hookContext) IsSkipCall() bool { return c.skip }

func (c *__gots_hookContext) SetData(data interface{}) { c.data = data }

func (c *__gots_hookContext) GetData() interface{} { return c.data }

func (c *__gots_hookContext) GetKeyData(key string) interface{} {
	m, _ := c.data.(map[string]interface{})
	return m[key]
}

func (c *__gots_hookContext) SetKeyData(key string, value interface{}) {
	m, _ := c.data.(map[string]interface{})
	if m == nil {
		m = make(map[string]interface{})
		c.data = m
	}
	m[key] = value
}

func (c *__gots_hookContext) HasKeyData(key string) bool {
	m, _ := c.data.(map[string]interface{})
	_, ok := m[key]
	return ok
}

func (c *__gots_hookContext) GetParamCount() int { return c.info.params }

func (c *__gots_hookContext) GetReturnValCount() int {
	if !c.returned {
		return 0
	}
	return c.info.results
}

func (c *__gots_hookContext) GetFuncName() string { return c.info.function }

func (c *__gots_hookContext) GetPackageName() string { return c.info.pkg }

func (c *__gots_hookContext) GetParam(i int) interface{} {
	if c.info.isGeneric {
		panic("GetParam is unsupported for generic functions")
	}
	if i < 0 || i >= c.info.params || c.params == nil {
		return nil
	}
	return c.params(i, false, nil)
}

func (c *__gots_hookContext) SetParam(i int, value interface{}) {
	if c.info.isGeneric {
		panic("SetParam is unsupported for generic functions")
	}
	if i >= 0 && i < c.info.params && c.params != nil {
		c.params(i, true, value)
	}
}

func (c *__gots_hookContext) GetReturnVal(i int) interface{} {
	if c.info.isGeneric {
		panic("GetReturnVal is unsupported for generic functions")
	}
	if i < 0 || i >= c.info.results {
		return nil
	}
	return c.result(i)(i, false, nil)
}

func (c *__gots_hookContext) SetReturnVal(i int, value interface{}) {
	if c.info.isGeneric {
		panic("SetReturnVal is unsupported for generic functions")
	}
	if i >= 0 && i < c.info.results {
		c.result(i)(i, true, value)
	}
}

// Before the function has returned there are no results, and asking for one fails as indexing an empty list does.
func (c *__gots_hookContext) result(i int) func(int, bool, interface{}) interface{} {
	if !c.returned || c.results == nil {
		return []func(int, bool, interface{}) interface{}{}[i]
	}
	return c.results
}
`;
/** Sees to it that the package gets what its trampolines need. */
function needContext(pkg, flavour) {
	const name = packageClauseName(pkg.request.files[0]?.bytes ?? Buffer.alloc(0)) ?? pkg.request.facts.name ?? "_";
	const add = (key, base, body) => {
		if (pkg.added.has(key)) return;
		const text = Buffer.from(`//line <gots>/${base}:1:1\npackage ${name}\n${body}`);
		pkg.added.set(key, {
			name: addedName(pkg, base),
			text,
			imports: [],
			links: []
		});
	};
	add("hooks", "hooks.go", runtime);
	add(`hooks ${flavour}`, `${flavour}_context.go`, `\n${interfaces[flavour]}`);
}

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
	const functions = functionsOf(pkg, advice);
	const found = functions.get(name) ?? hookMissing(advice.span, {
		name,
		path: advice.path
	}, [...functions.keys()]);
	const [context, ...others] = entriesOf(found);
	if (context === void 0) hookSyntax(spanOf(found), `${name} takes no context as its first parameter`);
	return {
		name,
		symbol: pushedSymbol(found, name) ?? `${advice.path}.${name}`,
		parameters: others.map(({ type, variadic }) => ({
			type,
			variadic
		})),
		use: contextUse(functions, name, 0)
	};
}
/** The symbol of a `//go:linkname name symbol` anywhere in the file. */
function pushedSymbol({ tree }, name) {
	return tree.comments.map(({ start, end }) => readable(tree.source, start, end).trim().split(/\s+/)).find(([directive, local]) => directive === "//go:linkname" && local === name)?.[2];
}
function functionsOf(pkg, { path, span }) {
	const cache = known.get(pkg) ?? /* @__PURE__ */ new Map();
	known.set(pkg, cache);
	let functions = cache.get(path);
	if (functions === void 0) {
		functions = readFunctions(filesOfPackage(pkg, path, span).map((file) => pkg.grammar.parse(sourceFile(file.name, file.bytes))));
		cache.set(path, functions);
	}
	return functions;
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
	const { before, after, id, advice } = hooks;
	const use = union([before, after].flatMap((hook) => hook?.use ?? []));
	const makes = {
		target,
		id,
		flavour: advice.flavour,
		kept: use === "kept",
		use
	};
	const context = `__gots_c${id}`;
	const parts = [];
	const texts = [];
	const hasContext = use === "kept" || use.size > 0;
	if (hasContext) {
		parts.push(`var ${context} __gots_hookContext`, `${context}.info = &__gots_info${id}`);
		parts.push(...accessors(makes, context));
		texts.push(infoText(makes, before !== void 0));
	}
	const first = hasContext ? [`&${context}`] : [];
	if (before) {
		const call = `__gots_before${id}(${[...first, ...passed(target.params, before, advice)].join(", ")})`;
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
function infoText({ target, id }, isNamed) {
	const [name, pkg] = isNamed ? [target.name, target.packageName] : ["", ""];
	return `var __gots_info${id} = __gots_hookInfo{${[
		JSON.stringify(name),
		JSON.stringify(pkg),
		target.params.length,
		target.results.length,
		target.isGeneric
	].join(", ")}}\n`;
}
/** Inside the function its parameters may hide any name, so predeclared ones are not used there. */
function accessors(makes, context) {
	const { target } = makes;
	if (target.isGeneric) return [];
	const made = (list, get, set, entries) => {
		if (entries.length === 0 || !uses(makes, get, set)) return [];
		return [`${context}.${list} = func(__gots_i __gots_int, __gots_set __gots_bool, __gots_v __gots_any) __gots_any { switch __gots_i { ${entries.map(({ name }, i) => {
			const read = `__gots_v = ${name}`;
			const write = `__gots_set${makes.id}${list[0]}${i}(&${name}, __gots_v)`;
			return `case ${i}: ${uses(makes, set) ? `if __gots_set { ${write} } else { ${read} }` : read}`;
		}).join("; ")} }; return __gots_v }`];
	};
	return [...made("params", "GetParam", "SetParam", target.params), ...made("results", "GetReturnVal", "SetReturnVal", target.results)];
}
function setterTexts(makes) {
	const { target, id, flavour } = makes;
	if (target.isGeneric) return [];
	const setNil = (type) => flavour === "loongsuite" ? "" : `var zero ${type}\n\t\t*p = zero`;
	const made = (list, entries) => entries.map(({ type }, i) => `func __gots_set${id}${list}${i}(p *${type}, v interface{}) {
	if v == nil {
		${setNil(type)}
	} else {
		*p = v.(${type})
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
	const call = `__gots_after${makes.id}(${[...first, ...isPlain ? [] : results].join(", ")})`;
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
	const { id, flavour } = makes;
	const types = hook.parameters.map((parameter, i) => isAny(parameter.type) && !parameter.variadic ? "interface{}" : entries[i]?.type || "interface{}");
	const params = types.map((type, i) => `p${i} ${type}`);
	const names = types.map((_, i) => `p${i}`);
	const self = hasContext ? makes.kept ? "c" : "__gots_hookHidden(c)" : "nil";
	const head = hasContext ? ["c *__gots_hookContext"] : [];
	const attach = when === "after" && hasContext ? "	c.returned = true\n" : "";
	const failure = JSON.stringify(`failed to exec ${whens[flavour][when]} hook ${hook.name}`);
	return `func __gots_${when}${id}(${[...head, ...params].join(", ")}) {
	defer __gots_hookFailed(${failure})
${attach}	__gots_${when}Hook${id}(${[self, ...names].join(", ")})
}

//go:linkname __gots_${when}Hook${id} ${hook.symbol}
func __gots_${when}Hook${id}(${[`c ${contextType[flavour]}`, ...params].join(", ")})
`;
}
function isAny(type) {
	return type === "any" || /^interface\s*\{\s*\}$/.test(type);
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
	const before = advice.before === void 0 ? void 0 : readHook(session.pkg, advice, advice.before);
	const after = advice.after === void 0 ? void 0 : readHook(session.pkg, advice, advice.after);
	const target = targetOf(site);
	if (before) checkSignature(advice, before, target.params);
	if (after) checkSignature(advice, after, target.results);
	needContext(session.pkg, advice.flavour);
	needImport(session, "unsafe");
	session.links.add(advice.path);
	const id = String(session.pkg.numbers.next++);
	const { jump, declarations } = trampoline(target, {
		advice,
		before,
		after,
		id
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
function targetOf({ node, session }) {
	const { receiver, parameters, results } = signatureOf(node);
	const typeParameters = typeParametersOf(node);
	const entry = (each) => ({
		name: each.name,
		type: typeOf(node, each, typeParameters)
	});
	return {
		name: functionName(node),
		packageName: packageClauseName(session.pkg.request.files[0]?.bytes ?? Buffer.alloc(0)) ?? "",
		isGeneric: typeParameters.size > 0,
		params: [...namedEntries(receiver, "receiver"), ...namedEntries(parameters, "argument")].map(entry),
		results: namedEntries(results, "result").map(entry)
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
function checkSignature(advice, hook, entries) {
	const { parameters } = hook;
	if (advice.contextOnly) {
		if (parameters.length > 0) hookSignature(advice.span, hook.name, "it may take the context only");
		return;
	}
	if (parameters.length !== entries.length) hookSignature(advice.span, hook.name, `behind the context it takes ${parameters.length} parameters, not ${entries.length}`);
	parameters.forEach(({ type, variadic }, i) => {
		const wanted = entries[i]?.type ?? "";
		if (isAny(type)) return;
		const given = plainName(variadic ? `[]${type}` : type);
		const expected = plainName(wanted);
		if (wanted === "") hookSignature(advice.span, hook.name, `its parameter ${i + 1} must be an interface{}, as the type depends on type parameters`);
		if (given !== void 0 && expected !== void 0 && given !== expected) hookSignature(advice.span, hook.name, `its parameter ${i + 1} is a ${type}, not a ${wanted}`);
	});
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
* Gives the results of a function names made of a prefix and an index, where they have none. Where other advice has named
* them already, the code that counts on these names is made to use those.
*
* @param code statements that refer to `<prefix><index>`; undefined as long as there are none
*/
function nameResults(fn, prefix, code) {
	const { results } = signatureOf(fn);
	if (results.fields.filter(({ written }) => written.length === 0).length === 0) return;
	const renamed = /* @__PURE__ */ new Map();
	for (const [i, field] of results.fields.entries()) {
		const name = `${prefix}${i}`;
		const [given] = field.names;
		if (given === void 0 || given === "_") field.names = [name];
		else if (given !== name) renamed.set(name, given);
	}
	results.changed = true;
	if (code !== void 0 && renamed.size > 0) rename(code, code.tree.root, renamed);
}
function rename(unit, node, names) {
	const given = node.kind === "identifier" ? names.get(syntaxText(unit, node)) : void 0;
	if (given !== void 0) unit.changes.texts.set(node, given);
	for (const child of node.children) rename(unit, child, names);
}

// src/weave/4-advise/advice/prepend-statements.ts
/** Puts statements, as a rule in a block of their own, in front of all others in a block. */
function prependStatements(advice, site) {
	const { node } = site;
	if (node.kind !== "BlockStmt") wrongNode(site, advice, "a block");
	const fn = advice.resultNames === void 0 ? void 0 : functionOfBody(node);
	if (fn !== void 0) nameResults(fn, advice.resultNames, void 0);
	const unit = renderStatements(advice.template, site, node);
	refuseMoves(unit);
	if (fn !== void 0) nameResults(fn, advice.resultNames, unit);
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
/** Calls another function with the same arguments. */
function replaceFunction(advice, site) {
	const { node } = site;
	const callee = node.kind === "CallExpr" ? calleeOf(node.syntax) : void 0;
	const slot = callee === void 0 ? void 0 : goNode(node.unit, callee);
	if (slot === void 0) wrongNode(site, advice, "a call");
	const { slots, dropped } = node.unit.changes;
	slots.set(slot.syntax, renderExpression(calleeTemplate(advice), site, node));
	const typeArguments = node.syntax.kind === "call_expression" ? node.syntax.field("type_arguments") : void 0;
	if (typeArguments !== void 0) dropped.add(typeArguments);
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

// src/weave/4-advise/advice/wrap-expression.ts
/** Replaces an expression by the rendered one; of a `key: value` pair only the value, which then is the dot. */
function wrapExpression(advice, site) {
	const slot = slotOf(site);
	if (slot === void 0) wrongNode(site, advice, "an expression");
	const wrapped = renderExpression(advice.template, site, current(slot));
	const shown = moved(wrapped);
	const statement = slot.syntax.parent?.kind;
	if ((statement === "go_statement" || statement === "defer_statement") && shown.kind !== "CallExpr") wrongNode(site, advice, `to render a call where go or defer stands in front, not a ${shown.kind}`);
	slot.unit.changes.slots.set(slot.syntax, wrapped);
}
function slotOf({ slot, node }) {
	if (node.kind === "KeyValueExpr") {
		const value = node.syntax.field("value");
		return value === void 0 ? void 0 : goNode(node.unit, unwrapElement(value));
	}
	return isExpression(node.kind) ? slot : void 0;
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
	return ("template" in advice ? [advice.template] : "values" in advice ? advice.values : []).flatMap(({ lang }) => lang === void 0 || lang === "" ? [] : [lang]);
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

// src/weave/4-advise/local-edits.ts
const text = (value, origin) => ({
	kind: "text",
	text: value,
	origin
});
/** Everything that advice did to a unit, as edits; of two with the same range, the later is the outer one. */
function localEdits(unit) {
	const { changes } = unit;
	const edits = [];
	for (const [node, replacement] of changes.texts) edits.push(replace(node, [text(replacement, spanOf$1(unit, node.start))]));
	for (const node of changes.dropped) edits.push(replace(node, []));
	for (const [node, moved] of unit.rendered?.holes ?? []) edits.push(replace(node, contentParts(moved, unit, node)));
	for (const [node, content] of changes.slots) edits.push(replace(node, contentParts(content, unit, node)));
	for (const block of /* @__PURE__ */ new Set([...changes.prepended.keys(), ...changes.jumps.keys()])) {
		const prepended = (changes.prepended.get(block) ?? []).toReversed().flatMap(blockParts);
		const jumps = (changes.jumps.get(block) ?? []).map((jump) => text(jump.text, jump.span));
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
	for (const [call, args] of changes.appendedArgs) edits.push(...appendedArgs(unit, call, args));
	for (const [call, spreads] of changes.spreads) edits.push(...spreadEdits(unit, call, spreads));
	for (const [spec, values] of changes.values) edits.push(assigned(spec, values));
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
		text("("),
		...body,
		text(")")
	] : body;
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
		text("{"),
		statements,
		text("};")
	];
}
function addedElements(body, elements) {
	const isLast = (i) => i === elements.length - 1 && body.children.length === 0;
	const parts = elements.flatMap(({ name, value }, i) => [
		text(`${name}: `),
		...contentParts(value, value.unit, value.syntax),
		text(isLast(i) ? "" : ", ")
	]);
	return insert(body.start + 1, parts);
}
function appendedArgs(unit, call, args) {
	const list = call.field("arguments") ?? call;
	const open = list.children.length === 0 || hasTrailingComma(unit, list);
	const parts = args.flatMap((arg, i) => [text(open && i === 0 ? "" : ", "), ...contentParts(arg, arg.unit, arg.syntax)]);
	return [insert(list.end - 1, parts)];
}
function hasTrailingComma(unit, list) {
	const last = list.children.at(-1);
	if (last === void 0) return false;
	const { comments, source } = unit.tree;
	let tail = source.text.slice(last.end, list.end);
	for (const { start, end } of comments) if (start >= last.end && end <= list.end) tail = tail.replace(source.text.slice(start, end), "");
	return tail.includes(",");
}
/** `f(xs...)` becomes `f(func(opts ...T) []T { return append(opts, v) }(xs...)...)`. */
function spreadEdits(unit, call, spreads) {
	const last = (isSpread(call) ? call.field("arguments")?.children.at(-1) : void 0)?.children[0];
	if (last === void 0) return [];
	let parts = [{
		kind: "range",
		unit,
		start: last.start,
		end: last.end
	}];
	for (const { type, values, span } of spreads) {
		const added = values.flatMap((value) => [text(", "), ...contentParts(value, value.unit, value.syntax)]);
		parts = [
			text(`func(opts ...${type}) []${type} { return append(opts`, span),
			...added,
			text(") }("),
			...parts,
			text("...)")
		];
	}
	return [replace(last, parts)];
}
function assigned(spec, values) {
	const parts = values.flatMap((value, i) => [text(i === 0 ? "" : ", "), ...contentParts(value, value.unit, value.syntax)]);
	const written = spec.field("value");
	return written === void 0 ? insert(spec.end, [text(" = "), ...parts]) : replace(written, parts);
}
/** Fields are separated by newlines or semicolons; two separators in a row would be a syntax error. */
function addedFields(unit, list, fields) {
	const last = list.children.at(-1);
	const before = unit.tree.source.text.slice(last?.end ?? list.end, list.end - 1);
	const isSeparated = last === void 0 || before.includes("\n") || /^\s*;/.test(before);
	return fields.flatMap(({ name, type, span }, i) => [text(i === 0 && isSeparated ? " " : "; "), text(`${name} ${type}`, span)]);
}
/** An unnamed list gets a name for each entry, a named one new names for its `_`. */
function renamed({ syntax, fields }) {
	const edits = fields.flatMap(({ written, names, syntax: field }) => {
		if (written.length === 0) return [insert(field.start, [text(`${names[0] ?? "_"} `)])];
		return written.map((name, i) => replace(name, [text(names[i] ?? "_")]));
	});
	if (syntax === void 0 || syntax.kind === "parameter_list") return edits;
	const [only] = edits;
	return [insert(syntax.start, [text("("), ...only?.parts ?? []]), insert(syntax.end, [text(")")])];
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
			if (!isWithin(edit, range)) continue;
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
		if (active.includes(edit) || !isWithin(edit, range)) return false;
		return edit.start !== outer?.start || edit.end !== outer.end || index < limit;
	}).sort((a, b) => a.edit.start - b.edit.start || byExtent(a.edit, b.edit) || b.index - a.index).map(({ edit }) => edit);
}
/** Insertions come before what begins at their offset, long ranges before short ones. */
function byExtent(a, b) {
	return Number(b.start === b.end) - Number(a.start === a.end) || b.end - a.end;
}
/** An insertion at the border of a moved node is the affair of what is around the node. */
function isWithin(edit, range) {
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
/** Without recursion: chains of operators nest deeper than the stack is. */
function forEachNode(root, visit) {
	const open = [root];
	for (let node = open.pop(); node !== void 0; node = open.pop()) {
		visit(node);
		open.push(...node.children);
	}
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

// src/weave/weave-file.ts
/** One file; `aspects` are those that can match in it. */
function weaveFile(pkg, file, aspects) {
	const untouched = {
		name: file.name,
		imports: [],
		links: [],
		langs: [],
		matches: []
	};
	if (aspects.length === 0) return untouched;
	const source = sourceFile(file.name, file.bytes);
	const tree = pkg.tools.grammar.parse(source);
	if (tree.hasErrors) {
		if (pkg.tools.acceptBroken) return untouched;
		const at = tree.firstError ?? 0;
		weaveSyntaxUnknown(spanAt(source, at), lineAt(source, at));
	}
	const session = openSession(pkg, {
		tree,
		rendered: void 0,
		changes: noChanges(),
		nodes: /* @__PURE__ */ new Map()
	});
	const matches = advise(session, aspects);
	if (matches.length === 0) return untouched;
	const { text, imports } = finish(session, matches);
	return {
		name: file.name,
		text,
		imports,
		links: [...session.links],
		langs: [...session.langs],
		matches
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
	const texts = request.files.map((each) => each.bytes);
	const names = importNames(imports, texts);
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
		langs: /* @__PURE__ */ new Set()
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
	return {
		text: all.length === 0 ? void 0 : splice(file.tree.source, all),
		imports: [...kept.map(({ path }) => path), ...session.blankImports]
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
	const live = aspects.filter((aspect) => reachOfPackage(aspect.joinPoint, request.facts) !== "none");
	const session = packageSession(request, tools.grammar, tools.plugins);
	const pkg = {
		request,
		tools,
		packageLevel: once(() => packageLevelNames(request, tools.grammar)),
		session
	};
	const whole = live.filter((aspect) => isOfPackage(aspect, request));
	const matches = whole.flatMap((aspect) => changeFiles(session, aspect));
	const inFiles = live.filter((aspect) => !whole.includes(aspect));
	return merge(request, {
		woven: request.files.map((file) => {
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
		}),
		added: [...session.added.values()],
		matches
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
function merge({ facts }, { woven, added, matches }) {
	const sorted = (pick) => [...new Set([...woven, ...added].flatMap(pick))].sort();
	const imports = sorted((file) => file.imports).filter((path) => !facts.imports.has(path) && path !== facts.importPath);
	const links = sorted((file) => file.links).filter((path) => !imports.includes(path) && !facts.imports.has(path));
	return {
		files: woven.map(({ name, text }) => ({
			name,
			text
		})),
		added: added.map(({ name, text }) => ({
			name,
			text
		})),
		imports,
		links,
		lang: highest(woven.flatMap((file) => file.langs)),
		matches: [...matches, ...woven.flatMap((file) => file.matches)]
	};
}
/** Of `go1.N`; by number, since go1.9 is lower than go1.18. */
function highest(langs) {
	const minor = (lang) => Number(/^go1\.([0-9]+)/.exec(lang)?.[1] ?? 0);
	return langs.reduce((best, lang) => best === "" || minor(lang) > minor(best) ? lang : best, "");
}
function once(make) {
	let made;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
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

export { kindOf as C, topLevelNames as E, isExpression as S, isDeclaredLocally as T, current as _, matches as a, syntaxText as b, functionName as c, fieldNames as d, calleeOf as f, selectorParts as g, samePath as h, kindsOf as i, receiverText as l, nameOf as m, weaveWithTypes as n, isTestBuild as o, noChanges as p, isIgnored as r, functionOfBody as s, answered as t, leadingComments as u, goNode as v, importTable as w, textOf as x, nodeOfKind as y };