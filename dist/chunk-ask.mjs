import { r as __require, t as __commonJSMin } from "./chunk-rolldown-runtime.mjs";
import { D as aspectUnknownPoint, E as aspectUnknownOption, N as unknownKey, O as aspectWrongType, T as aspectUnknownKey, _ as aspectMissingKey, a as aspectBadTypeName, b as aspectPointerType, i as aspectBadSymbol, k as badGlob, n as aspectBadGlob, o as aspectBadValue, p as aspectFieldWithMatch, v as aspectNotSingleKey } from "./chunk-aspect.mjs";
import { n as failure, r as GotsError } from "./chunk-message.mjs";
import { n as readable, t as byteString } from "./chunk-source.mjs";
import { n as tokens } from "./chunk-tokens.mjs";

// src/lang/names/import-paths.ts
/** `vendor/p` and `m/vendor/p` are `p` to the author of an aspect (the standard library vendors golang.org/x). */
function stripVendor(path) {
	if (path.startsWith("vendor/")) return path.slice(7);
	const at = path.lastIndexOf("/vendor/");
	return at < 0 ? path : path.slice(at + 8);
}
/**
* Names a package may declare, judged by its path, the likeliest first: `github.com/go-chi/chi/v5` → `chi`,
* `gopkg.in/yaml.v3` → `yaml`, `github.com/x/go-y` → `go_y`, `y`.
*/
function guessPackageNames(path) {
	const elements = stripVendor(path).split("/");
	let last = elements.at(-1) ?? "";
	if (/^v[0-9]+$/.test(last) && elements.length > 1) last = elements.at(-2) ?? last;
	const plain = last.replace(/\.v[0-9]+$/, "");
	const forms = [
		plain,
		plain.replace(/^go[-.]/, ""),
		plain.replace(/[-.]go$/, ""),
		plain.replace(/^.*[-.]/, ""),
		plain.replace(/[-.].*$/, ""),
		plain.replace(/[-.]/g, ""),
		last
	];
	return [...new Set(forms.map((form) => form.replace(/[^\p{L}\p{Nd}_]/gu, "_")))].filter((name) => /^[\p{L}_]/u.test(name));
}
/** A path, and those of which it is below: `a.b/c/d`, `a.b/c`, `a.b`. */
function* pathAndParents(path) {
	for (let at = path; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf("/")))) yield at;
}

// src/aspects/attempt.ts
/**
* Reads something that can be done without: where problems are collected, one in it is noted and the answer is undefined.
*
* @throws GotsError whatever `read` throws, where nothing collects
*/
function attempt({ sink }, read) {
	if (!sink) return read();
	try {
		return read();
	} catch (error) {
		if (!(error instanceof GotsError)) throw error;
		sink(error);
		return;
	}
}
/** {@link attempt} for each item of a list; those with a problem are left out. */
function attemptEach(problems, items, read) {
	return items.map((item) => attempt(problems, () => read(item))).filter((value) => value !== void 0);
}

// src/aspects/yaml-node.ts
/** True for an absent value: `key:`, `key: null`, `key: ~`. */
function isNothing(node) {
	return node === void 0 || node.kind === "scalar" && node.plain && /^(|~|null|Null|NULL)$/.test(node.text);
}

// src/aspects/schema.ts
/**
* The known keys of a mapping; a key without a value counts as absent. Unknown keys warn, or throw when strict.
*
* @throws GotsError aspect_wrong_type, aspect_unknown_key
*/
function fields(ctx, node, schema) {
	const found = {};
	for (const entry of mapOf(node, schema.where).entries) {
		const key = schema.known.find((known) => known === entry.key);
		if (key) {
			if (!isNothing(entry.value)) found[key] = entry;
		} else {
			const problem = {
				key: entry.key,
				where: schema.where,
				known: schema.known
			};
			if (ctx.strict) attempt(ctx, () => aspectUnknownKey(entry.span, problem));
			else ctx.warn(unknownKey(entry.span, problem));
		}
	}
	return found;
}
/** @throws GotsError aspect_missing_key – at the mapping that lacks the key */
function required(entry, key, owner, where) {
	return entry ?? aspectMissingKey(owner.span, key, where);
}
/**
* The only entry of a mapping such as `function-call: net/http.Get`.
*
* @throws GotsError aspect_wrong_type, aspect_not_single_key
*/
function singleEntry(node, what, hint) {
	const { entries, span } = mapOf(node, what);
	const [first] = entries;
	if (!first || entries.length !== 1) aspectNotSingleKey(span, what, entries.map((entry) => entry.key), hint);
	return first;
}
/** @throws GotsError aspect_wrong_type */
function mapOf(node, where) {
	return node.kind === "map" ? node : aspectWrongType(node.span, where, "a mapping", kindOf$1(node));
}
/** @throws GotsError aspect_wrong_type */
function listOf(node, where) {
	return node.kind === "list" ? node : aspectWrongType(node.span, where, "a list", kindOf$1(node));
}
/** @throws GotsError aspect_wrong_type */
function scalarOf(node, where) {
	return node.kind === "scalar" ? node : aspectWrongType(node.span, where, "text", kindOf$1(node));
}
/** Text of a scalar; numbers and `true` are taken as they are written, a missing value is the empty text. */
function yamlText(node, where) {
	const scalar = scalarOf(node, where);
	return isNothing(scalar) ? "" : scalar.text;
}
/** @throws GotsError aspect_wrong_type, aspect_missing_key – for the empty text */
function filledTextOf(entry, where) {
	const text = yamlText(entry.value, `"${entry.key}"`);
	return text === "" ? aspectMissingKey(entry.span, entry.key, where) : text;
}
/** `true` or `false`, unquoted. @throws GotsError aspect_wrong_type, aspect_bad_value */
function booleanOf(node, where) {
	const scalar = scalarOf(node, where);
	return plainBoolean(scalar) ?? aspectBadValue(scalar.span, where, scalar.text, "true or false, without quotes");
}
/** The value of a bare `true` or `false`, undefined for everything else. */
function plainBoolean(scalar) {
	if (!scalar.plain || !/^(true|True|TRUE|false|False|FALSE)$/.test(scalar.text)) return void 0;
	return scalar.text.toLowerCase() === "true";
}
/** A whole number. @throws GotsError aspect_wrong_type, aspect_bad_value */
function integerOf(node, where) {
	const scalar = scalarOf(node, where);
	const value = scalar.plain && /^([-+]?[0-9]+|0x[0-9a-fA-F]+|0o[0-7]+)$/.test(scalar.text) ? Number(scalar.text) : NaN;
	return Number.isSafeInteger(value) ? value : aspectBadValue(scalar.span, where, scalar.text, "a whole number, without quotes");
}
/** A list of texts; absent is empty. @throws GotsError aspect_wrong_type */
function textsOf(entry) {
	if (!entry) return [];
	return listOf(entry.value, `"${entry.key}"`).items.map((node) => ({
		text: yamlText(node, `an item of "${entry.key}"`),
		node
	}));
}
/** A mapping from text to text. @throws GotsError aspect_wrong_type */
function pairsOf(node, where) {
	return Object.fromEntries(mapOf(node, where).entries.map((entry) => [entry.key, yamlText(entry.value, `"${entry.key}" in ${where}`)]));
}
function kindOf$1(node) {
	if (isNothing(node)) return "empty";
	if (node.kind === "map") return "a mapping";
	if (node.kind === "list") return "a list";
	const [first = ""] = node.text.split("\n");
	return `the text "${first.length > 40 ? `${first.slice(0, 40)}…` : first}"`;
}

// src/aspects/shape.ts
const text = (of, pattern) => ({
	kind: "text",
	of,
	pattern
});
const flag = { kind: "flag" };
const number$1 = { kind: "number" };
const textsByName = { kind: "texts-by-name" };
const choice = (...values) => ({
	kind: "choice",
	values
});
const list = (of, empty = false) => ({
	kind: "list",
	of,
	empty
});
const anyOf = (...shapes) => ({
	kind: "any-of",
	shapes
});
const ref = (name) => ({
	kind: "ref",
	name
});
const map = (keys, empty = false) => ({
	kind: "map",
	keys,
	empty
});
/** The keys that a mapping knows, for `fields`. */
function keysOf(shape) {
	return Object.keys(shape.keys);
}
/** `[*]path.Name`, as the readers take it. */
const typeName = text("a type name", "^\\*?\\s*(?:[\\w.\\-]+(?:/[\\w.\\-]+)*\\.)?[A-Za-z_]\\w*$");
const importPath$1 = text("an import path");

// src/report/texts/weave.ts
const texts = {
	weave_needs_types: {
		code: "weave_needs_types",
		message: "only type checking can tell %question%, and this command does none",
		hint: "`gots weave` and `gots go build` do"
	},
	weave_type_unknown: {
		code: "weave_type_unknown",
		message: "type checking cannot tell %question%: %why%",
		hint: "in `gots weave`, files of a package with cgo or of a module whose dependencies cannot be built are not enough; weave such a package in a build"
	},
	weave_dot_imports: {
		code: "weave_dot_imports",
		message: "\"%name%\" may come from any of several dot imports, and a join point depends on which",
		hint: "import all but one of them by name"
	},
	weave_syntax_unknown: {
		code: "weave_syntax_unknown",
		message: "the syntax near \"%near%\" is not known to gots, so this file cannot be woven safely",
		hint: "if `go vet` accepts the file, please report it; an `//orchestrion:ignore` above the package clause leaves the file unwoven"
	},
	template_name_hidden: {
		code: "template_name_hidden",
		message: "the predeclared \"%name%\" cannot be reached here, since %by% declares that name",
		hint: "call a function of a package of yours instead, which the template imports"
	},
	weave_endless_injection: {
		code: "weave_endless_injection",
		message: "the declarations injected here match an aspect that injects declarations again, more than %limit% times in a row",
		hint: "narrow the join point so that it does not match what the aspect injects"
	},
	weave_broken_output: {
		code: "weave_broken_output",
		message: "what %aspects% made of this file does not parse, near \"%near%\"",
		hint: "narrow the join point to nodes where the advice can stand; if it is narrow, please report a bug"
	},
	template_execution: {
		code: "template_execution",
		message: "%message%",
		hint: "the template was executed for a node that it does not fit; narrow the join point or guard with `if`"
	},
	template_syntax: {
		code: "template_syntax",
		message: "%message%",
		hint: "see the text/template reference"
	},
	template_renders_nothing: {
		code: "template_renders_nothing",
		message: "the template renders nothing, %wanted% is needed",
		hint: "print the node itself with `{{ . }}` where it is to stay as it is"
	},
	template_broken_go: {
		code: "template_broken_go",
		message: "the template does not render %wanted%: cannot be parsed near \"%near%\"",
		hint: "run `gots weave` on one file to see what the template renders"
	},
	code_broken_go: {
		code: "code_broken_go",
		message: "this does not make %wanted%: cannot be parsed near \"%near%\"",
		hint: "close what is open, and write statements only"
	},
	template_node_twice: {
		code: "template_node_twice",
		message: "the template prints \"%node%\" twice; it would be evaluated twice",
		hint: "keep it in a variable of the woven code, or print `.AST.Copy` the second time"
	},
	template_node_in_string: {
		code: "template_node_in_string",
		message: "the template prints the node \"%node%\" inside a string",
		hint: "print its name or value there (`.AST.Name`, `.AST.Value`), or move the node out of the string"
	},
	template_node_unprintable: {
		code: "template_node_unprintable",
		message: "the template prints a %kind%, which has no text of its own to move",
		hint: "print its parts"
	},
	advice_wrong_node: {
		code: "advice_wrong_node",
		message: "%advice% needs %wanted%, but the join point matched a %got% at %at%",
		hint: "narrow the join point with all-of"
	},
	advice_bad_name: {
		code: "advice_bad_name",
		message: "add-struct-field cannot add a field named %name%",
		hint: "a name is letters, digits and underscores"
	},
	weave_init_order: {
		code: "weave_init_order",
		message: "in %importPath%, %early% would be initialised before %late%: woven code that %late% calls refers to it",
		hint: "leave the function that is called so early out of the join point, or keep what woven code needs in a package that it imports"
	}
};

// src/report/codes/weave.ts
/** Raised when only type checking can tell whether a join point matches, and the caller does none. */
function weaveNeedsTypes(span, question) {
	throw failure(texts.weave_needs_types, { question }, { span });
}
/**
* Raised when a join point depends on a type that type checking could not find out. In a build the compiler is asked first:
* what it has to say about the package is the better message.
*/
function weaveTypeUnknown(span, question, why) {
	throw failure(texts.weave_type_unknown, {
		question,
		why
	}, { span });
}
/** Raised when a bare name may come from more than one dot import. */
function weaveDotImports(span, name) {
	throw failure(texts.weave_dot_imports, { name }, { span });
}
/** Raised when a file that may match holds text which the grammar cannot read, though it may be valid Go. */
function weaveSyntaxUnknown(span, near) {
	throw failure(texts.weave_syntax_unknown, { near }, { span });
}
/** Raised when a template uses a predeclared name that means something else where it is put, and that nothing stands in for. */
function templateNameHidden(span, name, by) {
	throw failure(texts.template_name_hidden, {
		name,
		by
	}, { span });
}
/** Raised when declarations that an aspect injects match aspects that inject declarations, without an end. */
function weaveEndlessInjection(span, limit) {
	throw failure(texts.weave_endless_injection, { limit }, { span });
}
/** Raised when the woven file does not parse: advice was applied where its text cannot stand. */
function weaveBrokenOutput(span, aspects, near) {
	throw failure(texts.weave_broken_output, {
		aspects: aspects.join(", ") || "an aspect",
		near
	}, { span });
}
/** Raised when a template is executed and Go's text/template says no. */
function templateExecution(span, message, cause) {
	throw failure(texts.template_execution, { message }, {
		span,
		cause
	});
}
/** Raised when a template does not parse as text/template. */
function templateSyntax(span, message, cause) {
	throw failure(texts.template_syntax, { message }, {
		span,
		cause
	});
}
/** Raised when a template's output holds nothing where something is needed. */
function templateRendersNothing(span, wanted) {
	throw failure(texts.template_renders_nothing, { wanted }, { span });
}
/** Raised when a template's output is not the Go that is needed at this place. */
function templateBrokenGo(span, wanted, near) {
	throw failure(texts.template_broken_go, {
		wanted,
		near
	}, { span });
}
/** Raised when code that an aspect gives as it is, without a template, is no Go code. */
function codeBrokenGo(span, wanted, near) {
	throw failure(texts.code_broken_go, {
		wanted,
		near
	}, { span });
}
/** Raised when a template prints the same node more than once, or a node and a part of it. */
function templateNodeTwice(span, node) {
	throw failure(texts.template_node_twice, { node }, { span });
}
/** Raised when a template prints a node inside a string literal of its Go text, where none can stand. */
function templateNodeInString(span, node) {
	throw failure(texts.template_node_in_string, { node }, { span });
}
/** Raised when a template prints something that has no text of its own. */
function templateNodeUnprintable(span, kind) {
	throw failure(texts.template_node_unprintable, { kind }, { span });
}
/** Raised when an advice is applied to a node that it cannot change. */
function adviceWrongNode(span, advice, problem) {
	throw failure(texts.advice_wrong_node, {
		advice,
		wanted: problem.wanted,
		got: problem.got,
		at: problem.at
	}, { span });
}
/** Raised when a name that an advice gives is no Go identifier. */
function adviceBadName(span, name) {
	throw failure(texts.advice_bad_name, { name: JSON.stringify(name) }, { span });
}
/** Raised when woven code refers to a variable of the package in such a way that its variables would be initialised in another order. */
function initOrderMoved({ importPath, early, late }, span) {
	throw failure(texts.weave_init_order, {
		importPath,
		early,
		late
	}, { span });
}

// src/lang/tree/go-kind.ts
/** Kinds of tree-sitter-go that have no node in go/ast are missing: lists, clauses and the like. */
const kinds$2 = {
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
	const kind = kinds$2[node.kind];
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

// src/lang/tree/go-node.ts
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
function textBetween(unit, start, end) {
	return readable(unit.tree.source, start, end);
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

// src/lang/syntax/positions.ts
/**
* Positions of a file as the compiler and go/scanner report them; lines end with `\n`, columns count bytes (those of a
* byte order mark too).
*
* Rules: cmd/compile/internal/syntax `updateBase`, `NewLineBase`, `RelCol` and go/scanner `updateLineInfo`, Go 1.26. File
* names are kept as written: the compiler resolves them later, go/scanner cleans them at once.
*/
function positionsOf(source) {
	let positions = known$4.get(source);
	if (positions === void 0) {
		positions = findPositions(source);
		known$4.set(source, positions);
	}
	return positions;
}
const known$4 = /* @__PURE__ */ new WeakMap();
function findPositions(source) {
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
	if (directiveWords.some((word) => source.text.includes(word))) for (const token of tokens(source.text)) {
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
const directiveWords = ["//line ", "/*line "];
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

// src/lang/template/code-template.ts
/**
* The position in the aspect file of a place in a template.
*
* Exact on unescaped text; in a quoted YAML string, columns behind an escape are those of the decoded text.
*
* @param offset bytes of UTF-8 from the start of `template.source`, as templates count; beyond its end counts as its end
*/
function spanInTemplate(template, offset) {
	const before = Buffer.from(template.source).subarray(0, offset);
	const lineStart = before.lastIndexOf(10) + 1;
	const lineIndex = before.filter((byte) => byte === 10).length;
	const line = template.lines[Math.min(lineIndex, template.lines.length - 1)];
	if (!line) throw new RangeError("a template has at least one line");
	return {
		...line,
		column: line.column + before.length - lineStart
	};
}

// src/lang/tree/span.ts
/** Where the compiler reports an offset of a file: line and byte column, with line directives honoured. */
function spanAt(source, offset) {
	const { file, line, column } = positionsOf(source).at(offset);
	return {
		file,
		line,
		column: column ?? 1
	};
}
/** Where a node stands: in its file or, if a template wrote it, in the aspect's file. */
function spanOf(unit, offset) {
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

// src/lang/names/scope.ts
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
		case "type_declaration": return scope.parent?.kind !== "source_file" && (named(lookup, child) || earlierSpec(lookup, scope, child));
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
		case "type_declaration": return specsOf(statement).some((spec) => named(lookup, spec));
		case "labeled_statement": return statement.children.some((inner) => declares(lookup, inner));
		default: return false;
	}
}
function earlierSpec(lookup, declaration, child) {
	return declaration.children.some((spec) => spec.start < child.start && named(lookup, spec));
}
/** The specifications of a declaration, grouped or not. */
function specsOf(declaration) {
	if (!/^(?:var|const|type|import)_declaration$/.test(declaration.kind)) return [];
	return declaration.children.flatMap((child) => child.kind.endsWith("_list") ? child.children : [child]);
}
function listDeclares(lookup, list) {
	return list?.children.some((declaration) => named(lookup, declaration)) ?? false;
}
function listNames(lookup, list) {
	return list?.children.some((node) => isIdentifier(node) && matches$1(lookup, node)) ?? false;
}
/** The grammar has kinds of their own for some predeclared names, though programs may declare these as well. */
function isIdentifier({ kind }) {
	return kind === "identifier" || kind === "nil" || kind === "true" || kind === "false" || kind === "iota";
}
function named(lookup, declaration) {
	return declaration.fields("name").some((node) => matches$1(lookup, node));
}
function matches$1({ tree, name }, node) {
	return node.end - node.start === name.length && tree.source.text.startsWith(name, node.start);
}

// src/lang/names/type-oracle.ts
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
			callShape: (place, onlyValues) => {
				const answer = ask({
					kind: "call",
					...place,
					...onlyValues ? { isRefutable: true } : {}
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
/** What almost always is the answer to a question that is refutable. */
const likelyAnswer = { call: unknownShape };
function unknownOf(answer) {
	return answer?.unknown === void 0 ? void 0 : { unknown: answer.unknown };
}

// src/lang/names/names.ts
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
	const name = textOf(node);
	if (!/^\p{Lu}/u.test(name) || universe.has(name)) return void 0;
	if (ctx.packageLevel().has(name) || isDeclaredLocally(node.unit.tree, node.syntax, name)) return void 0;
	const [first, ...others] = ctx.imports.dots;
	return others.length === 0 ? first?.path : typedDotImport(node, name, ctx);
}
/** With several dot imports, only the type checker knows which of them declares a name. */
function typedDotImport({ unit, syntax }, name, ctx) {
	const { start, end } = syntax;
	if (ctx.oracle === void 0) return weaveDotImports(spanOf(unit, start), name);
	const path = ctx.oracle.packageOf({
		file: unit.tree.source.name,
		start,
		end
	});
	if (isUnknown(path)) return weaveTypeUnknown(spanOf(unit, start), `where "${name}" is declared`, path.unknown);
	return path === "" || path === ctx.facts.importPath ? void 0 : path;
}
/** Whether two import paths are the same package once vendor prefixes are gone. */
function samePath(a, b) {
	return a === b || a !== void 0 && b !== void 0 && stripVendor(a) === stripVendor(b);
}

// src/lang/tree/parents.ts
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

// src/lang/tree/syntax-shapes.ts
function isVariadic(field) {
	return field.kind === "variadic_parameter_declaration";
}
/** The callee of a call, or the type of a conversion. */
function calleeOf(call) {
	return call.kind === "type_conversion_expression" ? call.field("type") : call.field("function");
}
const literals$1 = /_literal$|^(?:func_literal|composite_literal)$/;
/** What is inside parentheses, or in front of what may be type arguments; undefined for anything else. */
function insideOf(node) {
	switch (node.kind) {
		case "parenthesized_expression":
		case "parenthesized_type": return node.children[0];
		case "generic_type":
		case "type_instantiation_expression": return node.field("type") ?? node.children[0];
		case "index_expression": {
			const index = node.field("index");
			return index === void 0 || literals$1.test(index.kind) ? void 0 : node.field("operand");
		}
		default: return;
	}
}
/** The node without parentheses around it. */
function unparenthesized(node) {
	const inner = node.kind.startsWith("parenthesized_") ? node.children[0] : void 0;
	return inner === void 0 ? node : unparenthesized(inner);
}
/** Whether a specification stands at the top level of its file. */
function isTopLevel(spec) {
	const list = spec.parent;
	return (list?.kind.endsWith("_list") ? list.parent : list)?.parent?.kind === "source_file";
}
/** A call whose callee is an explicit instantiation, `f[T](x)`, as far as the tree keeps the type arguments apart. */
function hasTypeArguments(call) {
	return call.kind === "call_expression" && call.field("type_arguments") !== void 0;
}
/** Arguments of a call; of `f(xs...)` the expression `xs`. */
function argumentsOf(call) {
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
function listed$1(node) {
	if (node === void 0) return [];
	return node.kind === "expression_list" || node.kind === "statement_list" ? node.children : [node];
}

// src/lang/tree/signature.ts
/** The signature of a FuncDecl or FuncLit; the same object every time, so that later callers see renames. */
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

// src/lang/names/type-name.ts
const grammar$1 = /^(?<star>\*)?[\t\n\f\r ]*(?:(?<path>[\w.-]+(?:\/[\w.-]+)*)\.)?(?<name>[A-Za-z_]\w*)$/;
/**
* Parses `[*][path.]Name`; the last dot ends the path, so `github.com/A/B.C.t` is `t` of `github.com/A/B.C`.
*
* @returns undefined where the text is something else; slices, maps, functions and type arguments are not type names
*/
function parseTypeName(text) {
	const { star, path, name } = grammar$1.exec(text)?.groups ?? {};
	if (name === void 0) return void 0;
	const pointer = star !== void 0;
	return path === void 0 ? {
		pointer,
		name
	} : {
		pointer,
		path,
		name
	};
}
/** As {@link parseTypeName}. @throws GotsError aspect_bad_type_name */
function typeNameAt(span, text) {
	return parseTypeName(text) ?? aspectBadTypeName(span, text);
}
/** How a type name is written. */
function printTypeName(type) {
	return `${type.pointer ? "*" : ""}${type.path === void 0 ? "" : `${type.path}.`}${type.name}`;
}

// src/lang/tree/comments.ts
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
/** Whether a comment is the directive `//name`, with arguments or without. */
function isDirective(comment, name) {
	return comment.startsWith(`//${name}`) && (comment.length === name.length + 2 || /\s/.test(comment[name.length + 2] ?? ""));
}

// src/lang/names/matches-type.ts
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

// src/lang/names/implements.ts
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
	const question = `whether a type implements ${printTypeName(type)}`;
	if (ctx.oracle === void 0) weaveNeedsTypes(spanOf(unit, start), question);
	const answer = ctx.oracle.implementsInterface({
		file: unit.tree.source.name,
		start,
		end
	}, type);
	return isUnknown(answer) ? weaveTypeUnknown(spanOf(unit, start), question, answer.unknown) : answer;
}

// src/lang/tree/functions.ts
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
/** The function whose body the block is. */
function functionOfBody(node) {
	const { parent } = node.syntax;
	if (node.kind !== "BlockStmt" || parent === void 0 || node.syntax.fieldName !== "body") return void 0;
	const fn = goNode(node.unit, parent);
	return fn !== void 0 && isFunction(fn.kind) ? fn : void 0;
}

// src/lang/patterns/re2.cjs
var require_re2 = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.loadRe2 = () => __require("./re2.cjs");
}));

// src/lang/patterns/go-regexp.ts
var import_re2 = require_re2();
const known$2 = /* @__PURE__ */ new Map();
/**
* Compiles a pattern as regexp.Compile does: RE2's syntax, which JavaScript's own expressions share neither in what they
* accept nor in what it means. Two groups of one name, which Go allows, are an error here.
*
* @throws SyntaxError with Go's own words, `error parsing regexp: missing closing ): ...`
*/
function compileGoRegexp(pattern) {
	let made = known$2.get(pattern);
	if (made === void 0) {
		made = compile(pattern);
		known$2.set(pattern, made);
	}
	return made;
}
function compile(pattern) {
	const { RE2JS, RE2JSSyntaxException } = (0, import_re2.loadRe2)();
	try {
		const compiled = RE2JS.compile(pattern);
		return { test: (text) => compiled.matcher(text).find() };
	} catch (cause) {
		if (!(cause instanceof RE2JSSyntaxException)) throw cause;
		throw new SyntaxError(goWording(cause.message), { cause });
	}
}
/** Go ends this one message with a colon and an empty quotation. */
function goWording(message) {
	return message.endsWith("trailing backslash at end of expression") ? `${message}: \`\`` : message;
}

// src/lang/names/reaches-package.ts
/** The package itself, a direct import, or no package at all (a builtin or local name). */
function reachesPackage(path, facts) {
	return path === void 0 || path === facts.importPath || importsOf(facts).has(path);
}
const stripped = /* @__PURE__ */ new WeakMap();
/** Imports without vendor prefixes: the standard library imports `vendor/golang.org/x/…`, aspects say `golang.org/x/…`. */
function importsOf(facts) {
	let known = stripped.get(facts);
	if (known === void 0) {
		known = new Set([...facts.imports].map(stripVendor));
		stripped.set(facts, known);
	}
	return known;
}

// src/vocabulary/conditions/condition.ts
const everywhere = { kind: "always" };
const nowhere = { kind: "never" };
const nameUnknown = { kind: "name-unknown" };
const isCommand = { kind: "command" };
const isTestMain = { kind: "test-main" };
function pathIs(path) {
	return {
		kind: "path",
		texts: [path]
	};
}
/** The empty prefix holds always. */
function pathBeginsWith(prefix) {
	return prefix === "" ? everywhere : {
		kind: "prefix",
		texts: [prefix]
	};
}
/** One of the paths, or a path below one of them. */
function pathIsIn(paths) {
	const below = paths.map((path) => `${path}/`);
	if (paths.length === 0) return nowhere;
	return {
		kind: "any",
		of: [{
			kind: "path",
			texts: paths
		}, {
			kind: "prefix",
			texts: below
		}]
	};
}
function nameIs(name) {
	return {
		kind: "name",
		texts: [name]
	};
}
/** As {@link reachesPackage}: without a path it holds always. */
function reaches(path) {
	return path === void 0 ? everywhere : {
		kind: "reaches",
		texts: [path]
	};
}
/** A Go file of the package holds the text. In `some` of bounds it stands behind no `not`, in `every` behind one. */
function holdsText(text) {
	return text === "" ? everywhere : {
		kind: "holds",
		texts: [text]
	};
}
function constant(holds) {
	return holds ? everywhere : nowhere;
}
function negation(condition) {
	switch (condition.kind) {
		case "always": return nowhere;
		case "never": return everywhere;
		case "not": return condition.of[0];
		case "all": return disjunction(condition.of.map(negation));
		case "any": return conjunction(condition.of.map(negation));
		case "path":
		case "prefix":
		case "reaches":
		case "name":
		case "holds":
		case "name-unknown":
		case "command":
		case "test-main": return {
			kind: "not",
			of: [condition]
		};
	}
}
/** Holds where each of them does; without any, always. */
function conjunction(conditions) {
	return joined("all", conditions, everywhere, nowhere);
}
/** Holds where one of them does; without any, never. */
function disjunction(conditions) {
	return joined("any", conditions, nowhere, everywhere);
}
/** @param neutral changes nothing  @param absorbing decides alone */
function joined(kind, conditions, neutral, absorbing) {
	const flat = conditions.flatMap((each) => each.kind === kind ? each.of : [each]);
	if (flat.some((each) => each.kind === absorbing.kind)) return absorbing;
	const others = flat.filter((each) => each.kind !== neutral.kind);
	const parts = unique(kind === "any" ? mergedTexts(others) : fewerPaths(others));
	if (kind === "all" && isContradiction(parts)) return nowhere;
	const [only, ...more] = parts;
	if (only === void 0) return neutral;
	return more.length === 0 ? only : {
		kind,
		of: parts
	};
}
/** One list of texts for each word: `any` of many paths is a look into one set. */
function mergedTexts(conditions) {
	const words = /* @__PURE__ */ new Map();
	const others = [];
	for (const each of conditions) if (!("texts" in each)) others.push(each);
	else {
		const texts = words.get(each.kind) ?? /* @__PURE__ */ new Set();
		words.set(each.kind, texts);
		for (const text of each.texts) texts.add(text);
	}
	return [...[...words].map(([kind, texts]) => ({
		kind,
		texts: [...texts].sort()
	})), ...others];
}
function unique(conditions) {
	return [...new Map(conditions.map((each) => [JSON.stringify(each), each])).values()];
}
/** Of a list of paths those that all that is said of paths allows: nothing else need be said of them then. */
function fewerPaths(parts) {
	const list = parts.find((each) => each.kind === "path");
	if (list === void 0 || !("texts" in list)) return parts;
	const [about, others] = [parts.filter(isAboutPath), parts.filter((each) => !isAboutPath(each))];
	return [{
		kind: "path",
		texts: list.texts.filter((importPath) => about.every((each) => conditionHolds(each, {
			importPath,
			imports: /* @__PURE__ */ new Set(),
			testMain: false
		})))
	}, ...others];
}
function isAboutPath(condition) {
	if ("of" in condition) return condition.of.every(isAboutPath);
	return condition.kind === "path" || condition.kind === "prefix";
}
/** Whether no path is left, or a package would need two names. */
function isContradiction(parts) {
	const names = parts.flatMap((each) => each.kind === "name" ? [each.texts] : []);
	return !(names.length < 2 || names[0]?.some((name) => names.every((texts) => texts.includes(name)))) || parts.some((each) => each.kind === "path" && each.texts.length === 0);
}
/** What a condition says of packages whose files are not known: each text counts as if it were there. */
function withoutTexts(condition) {
	if (condition.kind === "holds") return everywhere;
	if (!("of" in condition)) return condition;
	const parts = condition.of.map(withoutTexts);
	if (condition.kind === "not") return negation(parts[0]);
	return condition.kind === "all" ? conjunction(parts) : disjunction(parts);
}
/**
* Whether a condition holds of a package.
*
* @param isHeld whether one of its Go files holds a text; without it, the files are not known, and each may
*/
function conditionHolds(condition, facts, isHeld = () => true) {
	switch (condition.kind) {
		case "always": return true;
		case "never": return false;
		case "all": return condition.of.every((each) => conditionHolds(each, facts, isHeld));
		case "any": return condition.of.some((each) => conditionHolds(each, facts, isHeld));
		case "not": return !conditionHolds(condition.of[0], facts, isHeld);
		case "path": return condition.texts.includes(facts.importPath);
		case "prefix": return condition.texts.some((text) => facts.importPath.startsWith(text));
		case "reaches": return condition.texts.some((text) => reachesPackage(text, facts));
		case "name": return facts.name !== void 0 && condition.texts.includes(facts.name);
		case "holds": return condition.texts.some(isHeld);
		case "name-unknown": return facts.name === void 0;
		case "command": return isCompiledAsCommand(facts);
		case "test-main": return facts.testMain;
	}
}
/** Where the facts do not say how the package is compiled, its name does. */
function isCompiledAsCommand(facts) {
	return facts.command ?? (facts.name === "main" || facts.importPath === "main");
}
/**
* A condition as a list of words, for frames: its kind; behind `all`, `any` and words with texts their number; then its parts, or its
* texts.
*/
function conditionWords(condition) {
	if ("texts" in condition) return [
		condition.kind,
		String(condition.texts.length),
		...condition.texts
	];
	if (!("of" in condition)) return [condition.kind];
	const parts = condition.of.flatMap(conditionWords);
	return condition.kind === "not" ? ["not", ...parts] : [
		condition.kind,
		String(condition.of.length),
		...parts
	];
}

// src/vocabulary/conditions/bounds.ts
/** Bounds that kinds of join points share. */
/** The facts of the package decide: all nodes match, or none. */
function exact(condition) {
	return {
		some: condition,
		every: condition
	};
}
/** Where the condition holds, a node may match; it need not. */
function atMost(some) {
	return {
		some,
		every: nowhere
	};
}
/** For points that any package may hold. */
const anywhere = () => atMost(everywhere);
/** Without points nothing matches. */
function allBounds(bounds) {
	if (bounds.length === 0) return exact(nowhere);
	return {
		some: conjunction(bounds.map(({ some }) => some)),
		every: conjunction(bounds.map(({ every }) => every))
	};
}
function anyBounds(bounds) {
	return {
		some: disjunction(bounds.map(({ some }) => some)),
		every: disjunction(bounds.map(({ every }) => every))
	};
}
function notBounds({ some, every }) {
	return {
		some: negation(every),
		every: negation(some)
	};
}
/**
* Paths that a pattern matches: exactly where it has no wildcard but `/**` at its end, else those that begin as it does.
*
* @param special characters that stand for others in it
* @param at what stands before each path, with a slash at its end or ''
*/
function patternBounds(pattern, special, at = "") {
	if (!special.test(pattern)) return exact(pathIs(at + pattern));
	const folder = pattern.endsWith("/**") ? pattern.slice(0, -3) : void 0;
	if (folder !== void 0 && !special.test(folder)) return exact(pathIsIn([at + folder]));
	const literal = pattern.slice(0, pattern.search(special)).replace(/\/$/, "");
	return atMost(pathBeginsWith(at + literal));
}
/** The package is one of a module at a version for which `fits` holds: the packages of modules inside it cannot be told apart. */
function inModule(path, { versions }, fits) {
	if (versions === void 0) return atMost(path === void 0 ? everywhere : pathIsIn([path]));
	const modules = Object.keys(versions).filter((module) => (path ?? module) === module && fits(versions[module] ?? ""));
	return atMost(pathIsIn(modules));
}

// src/vocabulary/reach.ts
function not$1(reach) {
	return reach === "none" ? "every" : reach === "every" ? "none" : "maybe";
}
/** Two `maybe` may be two different nodes, so the answer is no stronger than `maybe`. No members at all match nothing. */
function all(reaches) {
	if (reaches.length === 0 || reaches.includes("none")) return "none";
	return reaches.every((r) => r === "every") ? "every" : "maybe";
}
/** No members at all match nothing. */
function any(reaches) {
	if (reaches.includes("every")) return "every";
	return reaches.includes("maybe") ? "maybe" : "none";
}
/** For facts that hold of the whole package. */
function exactly(holds) {
	return holds ? "every" : "none";
}
/** For facts without which no node can match. */
function possibly(possible) {
	return possible ? "maybe" : "none";
}

// src/vocabulary/nothing.ts
/** Answers of kinds about which there is nothing to say. A kind writes them down: what it forgets does not compile. */
const nothing = () => [];
const undecided = () => void 0;
const noReason = () => "";
const anyNode = () => "any";
const maybe = () => "maybe";
const noMembers = {
	members: nothing,
	combines: "none"
};
/** Lint knows nothing of the kind beyond what it knows of every kind. */
const silent = {
	aboutPackage: false,
	impossible: undecided,
	fixes: nothing,
	home: undecided,
	rulesOut: undecided,
	fact: undecided,
	mentions: nothing,
	constant: undecided
};
/** The same for options. */
const silentOption = {
	impossible: undecided,
	fixes: nothing,
	home: undecided
};
/** The point says no names of variables, constants or functions. */
const nameless = {
	values: undecided,
	saysFunction: () => false,
	withBodies: (point) => point
};
/** A point that holds of all nodes of a package or of none, and is decided by the package's facts alone. */
function ofPackage(holds, why) {
	return {
		...noMembers,
		texts: nothing,
		near: nothing,
		reach: (point, { facts }) => exactly(holds(point, facts)),
		nodeKinds: anyNode,
		matches: (point, _, { facts }) => holds(point, facts),
		explain: {
			package: why,
			node: (point, _, { facts }) => why(point, facts),
			members: nothing
		}
	};
}

// src/vocabulary/points/kind-sets.ts
function intersection(a, b) {
	if (a === "any") return b;
	return b === "any" ? a : a.filter((kind) => b.includes(kind));
}
function union(a, b) {
	return a === "any" || b === "any" ? "any" : [.../* @__PURE__ */ new Set([...a, ...b])];
}

// src/vocabulary/points/members.ts
/** A list of join points; nothing is the empty list. @throws GotsError aspect_wrong_type and those of its items */
function readMembers(entry, ctx, inner) {
	if (isNothing(entry.value)) return [];
	return attemptEach(ctx, listOf(entry.value, `"${entry.key}"`).items, inner);
}
function joinedNames(lists) {
	return lists.length === 0 ? void 0 : [...new Set(lists.flatMap((names) => names ?? []))];
}
/** The points have the reasons, where there are any. */
const explainPoints = {
	package: reasonOfNone,
	node: reasonOfNone,
	members: ({ points }, node, _, explain) => points.map((point) => explain(point, node))
};
function reasonOfNone({ kind, points }) {
	return points.length === 0 ? `an empty ${kind} matches nothing` : "";
}
const lintPoints = {
	...silent,
	mentions: ({ points }, ask) => points.flatMap(ask.mentions),
	constant: ({ points }, isConstant, ask) => points.map((point) => ask.constant(point, isConstant)).find((name) => name !== void 0)
};

// src/vocabulary/points/all-of/all-of.ts
const allOf = {
	words: { "all-of": {
		shape: list(ref("join-point"), true),
		doc: "Every one of the join points matches.",
		example: "[{ import-path: net/http }, { function: [{ name: Get }] }]",
		read: (entry, ctx, inner) => ({
			kind: "all-of",
			points: readMembers(entry, ctx, inner),
			span: entry.span
		})
	} },
	members: ({ points }) => points,
	combines: "all",
	bounds: ({ points }, build, ask) => allBounds(points.map((point) => ask.bounds(point, build))),
	asks: nothing,
	interfaces: nothing,
	implied: ({ points }, ask) => points.flatMap(ask.implied),
	texts: nothing,
	near: nothing,
	reach: ({ points }, at, ask) => all(points.map((point) => ask.reach(point, at))),
	nodeKinds: ({ points }, ask) => points.map(ask.nodeKinds).reduce(intersection, "any"),
	matches: ({ points }, node, ctx, ask) => points.length > 0 && points.every((point) => ask.matches(point, node, ctx)),
	explain: explainPoints,
	lint: lintPoints,
	names: {
		values: ({ points }, ask) => joinedNames(points.map(ask.values).filter((names) => names !== void 0)),
		saysFunction: () => false,
		withBodies: (point, ask) => point.points.some(ask.saysFunction) ? point : {
			...point,
			points: point.points.map(ask.withBodies)
		}
	}
};

// src/vocabulary/points/flag-fact.ts
/** Something that a package either is or is not. */
function flagFact({ kind, value }, negated) {
	return {
		what: kind,
		value: String(value !== negated),
		clash: () => `"${kind}" is not both true and false`
	};
}

// src/vocabulary/points/command/command.ts
const command = {
	...ofPackage(({ value }, facts) => isCompiledAsCommand(facts) === value, (_, facts) => `the package is ${isCompiledAsCommand(facts) ? "" : "not "}compiled to be a program`),
	words: { command: {
		shape: flag,
		doc: "Packages that are compiled to be programs, or all others.",
		example: "true",
		read: (entry) => ({
			kind: "command",
			value: booleanOf(entry.value, "\"command\""),
			span: entry.span
		})
	} },
	bounds: ({ value }) => exact(value ? isCommand : negation(isCommand)),
	asks: nothing,
	interfaces: nothing,
	implied: nothing,
	lint: {
		...silent,
		fact: flagFact
	},
	names: nameless
};

// src/vocabulary/points/configuration/configuration.ts
/** The value that Orchestrion has in every build. */
const root = { httpmode: "wrap" };
const configuration = {
	...ofPackage(holds, () => "the configuration says httpmode: wrap"),
	words: { configuration: {
		shape: textsByName,
		doc: "Orchestrion's configuration, which is `httpmode: wrap` in every build.",
		example: "{ httpmode: wrap }",
		read: (entry) => ({
			kind: "configuration",
			pairs: pairsOf(entry.value, "\"configuration\""),
			span: entry.span
		})
	} },
	bounds: (point) => exact(constant(holds(point))),
	asks: nothing,
	interfaces: nothing,
	implied: nothing,
	lint: {
		...silent,
		impossible: (point, negated) => negated || holds(point) ? void 0 : "the only configuration there is says httpmode: wrap"
	},
	names: nameless
};
function holds({ pairs }) {
	return Object.entries(pairs).every(([key, value]) => root[key] === value);
}

// src/lang/versions/semver.ts
const number = "(?:0|[1-9][0-9]*)";
const identifier$1 = "[0-9A-Za-z-]+";
const grammar = new RegExp(`^v(${number})(?:\\.(${number})(?:\\.(${number})(?:-(${identifier$1}(?:\\.${identifier$1})*))?(?:\\+${identifier$1}(?:\\.${identifier$1})*)?)?)?$`);
function parse(text) {
	const match = grammar.exec(text);
	if (!match) return void 0;
	const [, major = "0", minor = "0", patch = "0", pre] = match;
	const identifiers = pre?.split(".") ?? [];
	if (identifiers.some((part) => /^0[0-9]+$/.test(part))) return void 0;
	return {
		numbers: [
			major,
			minor,
			patch
		],
		pre: identifiers
	};
}
/** Whether golang.org/x/mod/semver takes the text for a version: with a `v`, of one to three numbers. */
function isVersion(text) {
	return parse(text) !== void 0;
}
/** Orders versions as golang.org/x/mod/semver.Compare: what is none comes before all, build metadata does not count. */
function compareVersions(a, b) {
	const [x, y] = [parse(a), parse(b)];
	if (!x || !y) return Number(x !== void 0) - Number(y !== void 0);
	for (let i = 0; i < 3; i++) {
		const order = compareNumbers(x.numbers[i], y.numbers[i]);
		if (order !== 0) return order;
	}
	return comparePre(x.pre, y.pre);
}
/** By length first: without leading zeros that is by value, however long they are. */
function compareNumbers(a, b) {
	return Math.sign(a.length - b.length) || (a < b ? -1 : Number(a > b));
}
function comparePre(a, b) {
	if (a.length === 0 || b.length === 0) return Number(a.length === 0) - Number(b.length === 0);
	for (const [i, left] of a.entries()) {
		const right = b[i];
		if (right === void 0) return 1;
		const order = compareIdentifiers(left, right);
		if (order !== 0) return order;
	}
	return a.length < b.length ? -1 : 0;
}
function compareIdentifiers(a, b) {
	const [isNumber, isOther] = [/^[0-9]+$/.test(a), /^[0-9]+$/.test(b)];
	if (isNumber && isOther) return compareNumbers(a, b);
	if (isNumber !== isOther) return isNumber ? -1 : 1;
	return a < b ? -1 : Number(a > b);
}

// src/lang/versions/version-range.ts
/** `[1.2.0,1.4.0)`, either bound may be left out; without `v`, blanks do not count (loongsuite). */
function bracketRange(text) {
	const match = /^\[([^,[\]()]*),([^,[\]()]*)\)$/.exec(text.replace(/\s/g, ""));
	if (!match) return { problem: "it has not the form [FROM,BELOW)" };
	const [, from = "", below = ""] = match;
	if (from === "" && below === "") return { problem: "it has no bound" };
	return range(text, from === "" ? void 0 : `v${from}`, below === "" ? void 0 : `v${below}`);
}
/** `v1.2.0`, at least that, or `v1.2.0,v1.4.0`, from the first to below the second (otelc). */
function commaRange(text) {
	const [from = "", below, ...more] = text.split(",");
	if (more.length > 0) return { problem: "it has more than two bounds" };
	return range(text, from, below);
}
function range(text, from, below) {
	for (const bound of [from, below]) if (bound !== void 0 && !isVersion(bound)) return { problem: `"${bound}" is not a version` };
	if (from !== void 0 && below !== void 0 && compareVersions(from, below) >= 0) return { problem: `${from} is not before ${below}` };
	return {
		from,
		below,
		text
	};
}
/** Whether a version lies in a range. No version, or none that can be compared, lies in none. */
function isInRange(version, { from, below }) {
	if (version === void 0 || !isVersion(version)) return false;
	return (from === void 0 || compareVersions(version, from) >= 0) && (below === void 0 || compareVersions(version, below) < 0);
}
/** `go1.26.8` as v1.26.8 and `go1.27rc1` as v1.27.0-rc1, so that it can be compared; undefined for a development version. */
function goVersionAsSemver(version) {
	const match = /^go(\d+)\.(\d+)(?:\.(\d+))?(?:(rc|beta)(\d+))?(?:[-\s]|$)/.exec(version);
	if (!match) return void 0;
	const [, major, minor, patch = "0", stage, count] = match;
	return `v${major}.${minor}.${patch}${stage === void 0 ? "" : `-${stage}.${count}`}`;
}

// src/vocabulary/read-values.ts
/** Values that several words read. */
/** @throws GotsError aspect_wrong_type, aspect_missing_key */
function filledText(entry) {
	return filledTextOf(entry, "the join point");
}
/** @throws GotsError aspect_wrong_type, aspect_bad_type_name */
function typeOf$1(entry) {
	return typeNameAt(entry.value.span, yamlText(entry.value, `"${entry.key}"`));
}
/** A range of versions, in both forms of the tools that have one. @throws GotsError aspect_bad_value */
function rangeOf(entry, written) {
	const range = written.startsWith("[") ? bracketRange(written) : commaRange(written);
	if (!("problem" in range)) return range;
	return aspectBadValue(entry.value.span, `"${entry.key}"`, written, `a range of versions: v1.2.0 (or later), v1.2.0,v1.4.0 or [1.2.0,1.4.0)`);
}
function quirksOf({ quirks }) {
	return quirks ? { quirks } : {};
}
const modes = [
	"any",
	"pointer-only",
	"value-only"
];
const matchKey = {
	shape: choice(...modes),
	doc: "Whether values, pointers to them, or both match; `any` by default."
};
/** @throws GotsError aspect_wrong_type, aspect_bad_value */
function matchModeOf(entry, where) {
	if (!entry) return "any";
	const written = yamlText(entry.value, `"match" of ${where}`);
	return modes.find((known) => known === written) ?? aspectBadValue(entry.value.span, `"match" of ${where}`, written, `one of ${modes.join(", ")}`);
}
const identifier = "[\\p{L}_][\\p{L}_\\p{Nd}]*";

// src/vocabulary/point-text.ts
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
	return path === void 0 ? String(name) : `${path}.${name}`;
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

// src/vocabulary/reasons.ts
function notImported(path) {
	return `the package does not import ${path} itself`;
}
function otherPackage({ importPath }) {
	return `the package is ${importPath}`;
}
/** What a declaration declares, and where. */
function declaredReason(node, ctx) {
	return `it declares ${declaredText(node)} ${declaredWhere(node, ctx)}`;
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
/** Go's identifiers; `what` says what the name is one of, for a message. */
function notAName(name, what) {
	return /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(name) ? void 0 : `"${name}" is not ${what}`;
}

// src/vocabulary/points/declaration-of/declaration-of.ts
const declarationOf = {
	words: { "declaration-of": {
		shape: text("path.Name"),
		doc: "The declaration of a function, variable or constant at the top level of a package.",
		example: "os.Exit",
		read: read$12
	} },
	...noMembers,
	bounds: ({ path }) => atMost(pathIs(path)),
	asks: nothing,
	interfaces: nothing,
	implied: ({ path }) => [path],
	texts: ({ name }) => [name],
	near: ({ name }) => [name],
	reach: ({ path }, { facts }) => possibly(path === facts.importPath),
	nodeKinds: () => ["FuncDecl", "ValueSpec"],
	matches: (point, node, ctx) => (node.kind === "FuncDecl" || node.kind === "ValueSpec") && samePath(point.path, ctx.facts.importPath) && (point.quirks === true || isOfPackage(node)) && node.syntax.fields("name").some((name) => syntaxText(node.unit, name) === point.name),
	explain: {
		package: (_, facts) => otherPackage(facts),
		node: (_, node, ctx) => declaredReason(node, ctx),
		members: nothing
	},
	lint: {
		...silent,
		home: ({ path }) => path,
		mentions: ({ path, name, quirks, span }) => [{
			path,
			span,
			symbol: {
				name,
				what: quirks ? "declaration or method" : "declaration"
			}
		}],
		constant: ({ path, name }, isConstant) => isConstant(path, name) ? `${path}.${name}` : void 0
	},
	names: {
		...nameless,
		values: ({ name }) => [name]
	}
};
const symbol = new RegExp(`^(.+)\\.(${identifier})$`, "u");
function read$12(entry, ctx) {
	const written = yamlText(entry.value, "\"declaration-of\"");
	const [, path, name] = symbol.exec(written) ?? [];
	if (path === void 0 || name === void 0) return aspectBadSymbol(entry.value.span, "\"declaration-of\"", written, "import/path.Name");
	return {
		kind: "declaration-of",
		path,
		name,
		...quirksOf(ctx),
		span: entry.span
	};
}
function isOfPackage({ kind, syntax }) {
	return kind === "FuncDecl" ? syntax.kind === "function_declaration" : isTopLevel(syntax);
}

// src/vocabulary/points/directive/directive.ts
const directive = {
	words: { directive: {
		shape: text("the name of a comment"),
		doc: "The node below a comment `//name`, with arguments or without.",
		example: "myapp:trace",
		read: (entry) => ({
			kind: "directive",
			name: filledText(entry),
			span: entry.span
		})
	} },
	...noMembers,
	bounds: anywhere,
	asks: nothing,
	interfaces: nothing,
	implied: nothing,
	texts: ({ name }) => [`//${name}`],
	near: ({ name }) => [`//${name}`],
	reach: maybe,
	nodeKinds: anyNode,
	matches: ({ name }, node) => hasDirective(node, name),
	explain: {
		package: noReason,
		node: (_, node) => {
			const found = leadingComments(node).filter((comment) => /^\/\/\S/.test(comment));
			return found.length === 0 ? "no such comment stands above it" : `above it stands ${found.join(" ")}`;
		},
		members: nothing
	},
	lint: silent,
	names: nameless
};
function hasDirective(node, name) {
	if (leadingComments(node).some((comment) => isDirective(comment, name))) return true;
	const parent = parentOf(node);
	return parent !== void 0 && handsOn(parent, node) && hasDirective(parent, name);
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

// src/vocabulary/points/file-has/file-has.ts
const keys$5 = map({
	function: {
		shape: text("a function name"),
		doc: "A function or method of this name."
	},
	receiver: {
		shape: text("`T` or `*T`"),
		doc: "Receiver of that method; functions have none."
	},
	struct: {
		shape: text("a type name without path"),
		doc: "A struct type of this name."
	},
	directive: {
		shape: text("the name of a comment"),
		doc: "A comment `//name` above the package clause."
	},
	text: {
		shape: text("a text"),
		doc: "This text, anywhere: in code, a comment or a literal."
	}
});
const known$1 = /* @__PURE__ */ new WeakMap();
const fileHas = {
	words: { "file-has": {
		shape: keys$5,
		doc: "Everything in files that have something at their top level, or a text.",
		example: "{ function: ServeHTTP, receiver: \"*Server\" }",
		read: read$11
	} },
	...noMembers,
	bounds: anywhere,
	asks: nothing,
	interfaces: nothing,
	implied: nothing,
	texts: ({ part }) => [part.name],
	near: nothing,
	reach: maybe,
	nodeKinds: anyNode,
	matches: ({ part }, _, { file }) => {
		const answers = known$1.get(file) ?? /* @__PURE__ */ new Map();
		known$1.set(file, answers);
		const key = JSON.stringify(part);
		const answer = answers.get(key) ?? has(file, part);
		answers.set(key, answer);
		return answer;
	},
	explain: {
		package: noReason,
		node: ({ part }) => part.kind === "text" ? `the file does not hold ${JSON.stringify(part.name)}` : `the file holds no ${part.kind} ${part.name}`,
		members: nothing
	},
	lint: silent,
	names: nameless
};
/** Exactly one of the parts, the receiver beside a function. */
function read$11(entry, ctx) {
	const where = "\"file-has\"";
	const found = fields(ctx, entry.value, {
		where,
		known: keysOf(keys$5)
	});
	const parts = [];
	const name = (part) => filledTextOf(part, where);
	if (found.function) {
		const receiver = found.receiver ? yamlText(found.receiver.value, "\"receiver\"") : "";
		parts.push({
			kind: "function",
			name: name(found.function),
			receiver
		});
	}
	if (found.struct) parts.push({
		kind: "struct",
		name: name(found.struct)
	});
	if (found.directive) parts.push({
		kind: "directive",
		name: name(found.directive)
	});
	if (found.text) parts.push({
		kind: "text",
		name: name(found.text)
	});
	const [part] = parts;
	if (part === void 0 || parts.length > 1) return aspectNotSingleKey(entry.span, where, mapOf(entry.value, where).entries.map(({ key }) => key), "name one function, struct, directive or text; several files are matched with one-of");
	return {
		kind: "file-has",
		part,
		span: entry.span
	};
}
function has(file, part) {
	const { root, comments, source } = file.tree;
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
		case "text": return source.bytes.includes(part.name);
	}
}

// src/vocabulary/explanation.ts
/** The first point that decides a "no": the innermost one on the way. */
function decisive(explanation) {
	if (explanation.point === "not" || explanation.answer !== "no") return explanation;
	const member = explanation.members.find(({ answer }) => answer === "no");
	return member === void 0 ? explanation : decisive(member);
}
/** What a matcher answers; it may need types that are not at hand. */
function answerOf(holds) {
	try {
		return { answer: holds() ? "yes" : "no" };
	} catch (error) {
		if (!(error instanceof GotsError)) throw error;
		return {
			answer: "open",
			reason: error.message
		};
	}
}

// src/vocabulary/mention.ts
/** The package of a type, which has to declare it. */
function mentionOfType(type, span) {
	return type.path === void 0 ? [] : [{
		path: type.path,
		span,
		symbol: {
			name: type.name,
			what: "type"
		}
	}];
}

// src/vocabulary/options/read-option.ts
/** A regular expression as Go reads it. @throws GotsError aspect_wrong_type, aspect_missing_key, aspect_bad_value */
function patternOf(entry) {
	const written = filledTextOf(entry, "an option of \"function\"");
	try {
		compileGoRegexp(written);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		aspectBadValue(entry.value.span, `"${entry.key}"`, written, `a regular expression: ${error.message}`);
	}
	return written;
}
/** @throws GotsError aspect_wrong_type, aspect_missing_key, aspect_bad_type_name */
function filledTypeOf(entry) {
	const text = yamlText(entry.value, `"${entry.key}"`);
	if (text === "") aspectMissingKey(entry.span, entry.key, "an option of \"function\"");
	return typeNameAt(entry.value.span, text);
}

// src/vocabulary/options/what-there-is.ts
/** What a function has where an option asks for something else. */
function nameReason(fn) {
	return fn.kind === "FuncLit" ? "a function literal has no name" : `the name is ${functionName(fn)}`;
}
function receiverReason(fn) {
	const receiver = receiverText(fn);
	return receiver === "" ? "there is no receiver" : `the receiver is ${receiver}`;
}
function signatureReason(fn) {
	const parameters = fn.syntax.field("parameters");
	const end = fn.syntax.field("result")?.end ?? parameters?.end ?? fn.syntax.end;
	const text = fn.unit.tree.source.bytes.toString("utf8", parameters?.start ?? fn.syntax.start, end);
	return `the signature is ${oneLine(text)}`;
}

// src/vocabulary/options/implementing.ts
/**
* An option of this kind: one of the fields is written with the type, or implements it. A type implements an interface
* without importing its package, so nothing is implied; what the interface declares decides.
*/
function implementing(kind, doc, example, fieldsOf) {
	return {
		words: { [kind]: {
			shape: typeName,
			doc,
			example,
			read: (entry) => ({
				kind,
				type: filledTypeOf(entry)
			})
		} },
		types: ({ type }) => [type],
		interfaces: ({ type }) => [type],
		implied: nothing,
		texts: nothing,
		near: nothing,
		reach: maybe,
		bound: () => everywhere,
		holds: ({ type }, fn, ctx) => {
			const { unit } = fn;
			const fields = fieldsOf(fn);
			if (fields.some((field) => matchesType(type, typeOfGroup(unit, field), ctx))) return true;
			return fields.some((field) => groupImplements(type, {
				unit,
				field
			}, ctx) === true);
		},
		explain: {
			package: undecided,
			node: (_, fn) => signatureReason(fn)
		},
		lint: silentOption
	};
}

// src/vocabulary/options/argument-implements/argument-implements.ts
const argumentImplements = implementing("argument-implements", "A parameter is of this type or implements this interface.", "context.Context", (fn) => signatureOf(fn).parameters.fields);

// src/vocabulary/options/body/body.ts
const body = {
	words: { body: {
		shape: flag,
		doc: "Whether there is a body: functions written in assembly have none.",
		example: "false",
		read: (entry) => ({
			kind: "has-body",
			value: booleanOf(entry.value, "\"body\"")
		})
	} },
	types: nothing,
	interfaces: nothing,
	implied: nothing,
	texts: nothing,
	near: nothing,
	reach: maybe,
	bound: () => everywhere,
	holds: ({ value }, fn) => fn.syntax.field("body") !== void 0 === value,
	explain: {
		package: undecided,
		node: (_, fn) => fn.syntax.field("body") === void 0 ? "there is no body" : "there is a body"
	},
	lint: silentOption
};

// src/vocabulary/options/final-result-implements/final-result-implements.ts
const finalResultImplements = implementing("final-result-implements", "The last result is of this type or implements this interface.", "error", (fn) => signatureOf(fn).results.fields.slice(-1));

// src/vocabulary/options/has-receiver/has-receiver.ts
/** YAML writes it `receiver: true`: the word is with the kind `receiver`. */
const hasReceiver = {
	words: {},
	types: nothing,
	interfaces: nothing,
	implied: nothing,
	texts: nothing,
	near: nothing,
	reach: maybe,
	bound: () => everywhere,
	holds: ({ value }, fn) => signatureOf(fn).receiver !== void 0 === value,
	explain: {
		package: undecided,
		node: (_, fn) => receiverReason(fn)
	},
	lint: {
		...silentOption,
		fixes: ({ value }) => [["whether a function is a method", String(value)]]
	}
};

// src/vocabulary/options/has-type/has-type.ts
/** Three words read to this kind, each to one list. */
const hasType = {
	words: {
		argument: word("argument", "A parameter is of this type.", "context.Context"),
		result: word("result", "A result is of this type.", "error"),
		"final-result": word("final-result", "The last result is of this type.", "error")
	},
	types: ({ type }) => [type],
	interfaces: nothing,
	implied: nothing,
	texts: nothing,
	near: nothing,
	reach: ({ type }, facts) => possibly(reachesPackage(type.path, facts)),
	bound: ({ type }) => reaches(type.path),
	holds: ({ type, list }, fn, ctx) => lists[list](fn).some((field) => matchesType(type, typeOfGroup(fn.unit, field), ctx)),
	explain: {
		package: ({ type: { path } }, facts) => reachesPackage(path, facts) ? void 0 : notImported(path),
		node: (_, fn) => signatureReason(fn)
	},
	lint: silentOption
};
function word(list, doc, example) {
	return {
		shape: typeName,
		doc,
		example,
		read: (entry) => ({
			kind: "has-type",
			list,
			type: filledTypeOf(entry)
		})
	};
}
const lists = {
	argument: (fn) => signatureOf(fn).parameters.fields,
	result: (fn) => signatureOf(fn).results.fields,
	"final-result": (fn) => signatureOf(fn).results.fields.slice(-1)
};

// src/vocabulary/options/name/name.ts
const name = {
	words: { name: {
		shape: text("a function name"),
		doc: "The name; the empty one for literals.",
		example: "ServeHTTP",
		read: (entry) => ({
			kind: "name",
			name: yamlText(entry.value, "\"name\"")
		})
	} },
	types: nothing,
	interfaces: nothing,
	implied: nothing,
	texts: (option) => [option.name],
	near: (option) => [option.name],
	reach: maybe,
	bound: () => everywhere,
	holds: (option, fn) => functionName(fn) === option.name,
	explain: {
		package: undecided,
		node: (_, fn) => nameReason(fn)
	},
	lint: {
		...silentOption,
		impossible: (option) => option.name === "" ? void 0 : notAName(option.name, "a function name"),
		fixes: (option) => [["the name of a function", JSON.stringify(option.name)]]
	}
};

// src/lang/patterns/doublestar.ts
const known = /* @__PURE__ */ new Map();
/**
* A pattern of github.com/bmatcuk/doublestar/v4 as a regular expression over a whole path: `*`, `?` and classes stop at
* slashes, `**` as a whole segment stands for any number of segments, `{a,b}` for one of several.
*
* @throws SyntaxError for a malformed pattern
*/
function doublestar(pattern) {
	let found = known.get(pattern);
	if (found === void 0) {
		const { source, end } = alternative([...pattern], 0, false);
		if (end !== [...pattern].length) throw new SyntaxError(`"${pattern}" has a } without a {`);
		found = new RegExp(`^(?:${source})$`, "su");
		known.set(pattern, found);
	}
	return found;
}
function alternative(chars, start, isInner) {
	let out = "";
	let at = start;
	while (at < chars.length) {
		const c = chars[at];
		if (isInner && (c === "," || c === "}")) return {
			source: out,
			end: at
		};
		if (c === "}") return {
			source: out,
			end: at
		};
		const part = one(chars, at);
		if (part.source === anySegments) out = joinSegments(out, chars, part.end);
		else out += part.source;
		at = part.source === anySegments && chars[part.end] === "/" ? part.end + 1 : part.end;
	}
	if (isInner) throw new SyntaxError("a { is not closed");
	return {
		source: out,
		end: at
	};
}
const anySegments = "<**>";
/** `a/**` matches `a`, a leading one matches nothing at all, and one in the middle a single slash: the slashes belong to the segments. */
function joinSegments(out, chars, end) {
	if (chars[end] === "/") return `${out}(?:[^/]+/)*`;
	return out.endsWith("/") ? `${out.slice(0, -1)}(?:/.*)?` : `${out}.*`;
}
function one(chars, at) {
	const c = chars[at];
	if (c === "*") {
		let end = at;
		while (chars[end] === "*") end++;
		const isSegment = (at === 0 || /[/{,]/.test(chars[at - 1])) && (end === chars.length || /[/},]/.test(chars[end]));
		return {
			source: end - at === 2 && isSegment ? anySegments : "[^/]*",
			end
		};
	}
	if (c === "?") return {
		source: "[^/]",
		end: at + 1
	};
	if (c === "[") return characterClass$1(chars, at + 1);
	if (c === "{") return braces(chars, at + 1);
	if (c !== "\\") return {
		source: quoted$1(c),
		end: at + 1
	};
	const next = chars[at + 1];
	if (next === void 0) throw new SyntaxError("it ends in a backslash");
	return {
		source: quoted$1(next),
		end: at + 2
	};
}
function braces(chars, start) {
	const choices = [];
	let at = start;
	for (;;) {
		const choice = alternative(chars, at, true);
		choices.push(choice.source);
		at = choice.end + 1;
		if (chars[choice.end] === "}") return {
			source: `(?:${choices.join("|")})`,
			end: at
		};
	}
}
function characterClass$1(chars, start) {
	let at = start;
	const negated = chars[at] === "^" || chars[at] === "!";
	if (negated) at++;
	let out = "";
	for (; chars[at] !== "]"; at++) {
		if (chars[at] === "\\") at++;
		const c = chars[at];
		if (c === void 0) throw new SyntaxError("a [ is not closed");
		const isRange = c === "-" && chars[at - 1] !== "\\" && out !== "" && chars[at + 1] !== "]";
		out += c !== "-" ? quoted$1(c) : isRange ? c : "\\-";
	}
	if (out === "") throw new SyntaxError("a class is empty");
	return {
		source: negated ? `(?!/)[^${out}]` : `(?!/)[${out}]`,
		end: at + 1
	};
}
function quoted$1(c) {
	return /[\\^$.*+?()[\]{}|]/.test(c) ? `\\${c}` : c;
}

// src/vocabulary/options/name-glob/name-glob.ts
const nameGlob = {
	words: { "name-glob": {
		shape: text("a pattern"),
		doc: "The whole name matches: `*` is any text, `?` one character, `[a-z]` and `{a,b}` one of several; literals have none.",
		example: "'Get*'",
		read: (entry) => ({
			kind: "name-glob",
			pattern: read$10(entry)
		})
	} },
	types: nothing,
	interfaces: nothing,
	implied: nothing,
	texts: ({ pattern }) => literals(pattern),
	near: ({ pattern }) => literals(pattern),
	reach: maybe,
	bound: () => everywhere,
	holds: ({ pattern }, fn) => fn.kind === "FuncDecl" && doublestar(pattern).test(functionName(fn)),
	explain: {
		package: undecided,
		node: (_, fn) => nameReason(fn)
	},
	lint: {
		...silentOption,
		impossible: ({ pattern }) => {
			const sample = pattern.replace(/[*?]/g, "x");
			return hasSets(pattern) || notAName(sample, "") === void 0 ? void 0 : `"${pattern}" is not a pattern of function names`;
		},
		fixes: ({ pattern }) => hasSets(pattern) || /[*?]/.test(pattern) ? [] : [["the name of a function", JSON.stringify(pattern)]]
	}
};
/** Whether there are classes, alternatives or escapes in it, besides `*` and `?`. */
function hasSets(pattern) {
	return /[[\]{}\\]/.test(pattern);
}
/** Texts that each name has in it. */
function literals(pattern) {
	return hasSets(pattern) ? [] : pattern.split(/[*?]+/).filter((part) => part !== "");
}
/** @throws GotsError aspect_bad_value, and others for what is no text */
function read$10(entry) {
	const pattern = filledTextOf(entry, "the join point");
	try {
		doublestar(pattern);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		aspectBadValue(entry.value.span, "\"name-glob\"", pattern, `a pattern: ${error.message}`);
	}
	return pattern;
}

// src/vocabulary/options/name-matches/name-matches.ts
const nameMatches = {
	words: { "name-matches": {
		shape: text("a regular expression of Go's"),
		doc: "The name matches; literals have none.",
		example: "'^Get[A-Z]'",
		read: (entry) => ({
			kind: "name-matches",
			pattern: patternOf(entry)
		})
	} },
	types: nothing,
	interfaces: nothing,
	implied: nothing,
	texts: nothing,
	near: nothing,
	reach: maybe,
	bound: () => everywhere,
	holds: ({ pattern }, fn) => fn.kind === "FuncDecl" && compileGoRegexp(pattern).test(functionName(fn)),
	explain: {
		package: undecided,
		node: (_, fn) => nameReason(fn)
	},
	lint: silentOption
};

// src/vocabulary/options/receiver/receiver.ts
const receiver = {
	words: { receiver: {
		shape: anyOf(flag, typeName),
		doc: "The type of the receiver, or whether there is one.",
		example: "\"*net/http.ServeMux\"",
		read: read$9
	} },
	types: ({ type }) => [type],
	interfaces: nothing,
	implied: ({ type }) => [type],
	texts: ({ type }) => [type.name],
	near: ({ type }) => [type.name],
	reach: ({ type }, facts) => possibly(type.path === facts.importPath),
	bound: ({ type }) => type.path === void 0 ? nowhere : pathIs(type.path),
	holds: ({ type }, fn, ctx) => {
		const fields = signatureOf(fn).receiver?.fields;
		const only = fields?.length === 1 ? fields[0] : void 0;
		return only !== void 0 && matchesDefinition(type, typeOfGroup(fn.unit, only), ctx);
	},
	explain: {
		package: ({ type }, { importPath }) => type.path === importPath ? void 0 : `the package is ${importPath}, and the receiver is a type of ${type.path ?? "no package"}`,
		node: (_, fn, { facts }) => {
			const found = receiverText(fn);
			if (found === "") return "there is no receiver";
			const isPointer = found.startsWith("*");
			return `the receiver is ${isPointer ? "*" : ""}${facts.importPath}.${isPointer ? found.slice(1) : found}`;
		}
	},
	lint: {
		impossible: ({ type }) => type.path === void 0 ? `a receiver is named with its package: path.${type.name}` : void 0,
		fixes: ({ type }) => [["a receiver", printTypeName(type)], ["whether a function is a method", "true"]],
		home: ({ type }) => type.path
	}
};
/** A bare `true` or `false` asks whether there is a receiver; anything else names its type. */
function read$9(entry) {
	const scalar = scalarOf(entry.value, "\"receiver\"");
	const has = plainBoolean(scalar);
	if (has !== void 0) return {
		kind: "has-receiver",
		value: has
	};
	if (scalar.plain && scalar.text !== "" && !Number.isNaN(Number(scalar.text))) aspectBadValue(scalar.span, "\"receiver\"", scalar.text, "a type name, true or false");
	return {
		kind: "receiver",
		type: typeNameAt(scalar.span, scalar.text)
	};
}

// src/vocabulary/options/receiver-is/receiver-is.ts
/** Only rules of otelc and loongsuite name a receiver without its package. */
const receiverIs = {
	words: {},
	types: nothing,
	interfaces: nothing,
	implied: nothing,
	texts: ({ text }) => [text.replace("*", "")],
	near: ({ text }) => [text.replace("*", "")],
	reach: maybe,
	bound: () => everywhere,
	holds: ({ text }, fn) => fn.kind === "FuncDecl" && receiverText(fn) === text,
	explain: {
		package: undecided,
		node: (_, fn) => receiverReason(fn)
	},
	lint: silentOption
};

// src/vocabulary/options/receiver-matches/receiver-matches.ts
const receiverMatches = {
	words: { "receiver-matches": {
		shape: text("a regular expression of Go's"),
		doc: "The receiver type as `T` or `*T` matches; the empty text for functions without one.",
		example: "'^\\*?Client$'",
		read: (entry) => ({
			kind: "receiver-matches",
			pattern: patternOf(entry)
		})
	} },
	types: nothing,
	interfaces: nothing,
	implied: nothing,
	texts: nothing,
	near: nothing,
	reach: maybe,
	bound: () => everywhere,
	holds: ({ pattern }, fn) => fn.kind === "FuncDecl" && compileGoRegexp(pattern).test(receiverText(fn)),
	explain: {
		package: undecided,
		node: (_, fn) => receiverReason(fn)
	},
	lint: silentOption
};

// src/vocabulary/options/result-implements/result-implements.ts
const resultImplements = implementing("result-implements", "A result is of this type or implements this interface.", "error", (fn) => signatureOf(fn).results.fields);

// src/vocabulary/options/signature-types.ts
const signatureKeys = map({
	args: {
		shape: list(typeName, true),
		doc: "Types of the parameters in order; `a, b int` counts once."
	},
	returns: {
		shape: list(typeName, true),
		doc: "Types of the results in order."
	}
}, true);
/**
* An extra key is an error in every dialect: it would change which functions match.
*
* @throws GotsError aspect_wrong_type, aspect_unknown_key, aspect_bad_type_name
*/
function signatureTypes(entry) {
	if (isNothing(entry.value)) return {
		args: [],
		returns: []
	};
	const where = `"${entry.key}"`;
	const known = keysOf(signatureKeys);
	const { entries } = mapOf(entry.value, where);
	for (const { key, span } of entries) if (!known.includes(key)) aspectUnknownKey(span, {
		key,
		where,
		known
	});
	return {
		args: typesOf(entries, "args"),
		returns: typesOf(entries, "returns")
	};
}
function typesOf(entries, key) {
	const entry = entries.find((candidate) => candidate.key === key);
	if (!entry || isNothing(entry.value)) return [];
	return textsOf(entry).map(({ text, node }) => typeNameAt(node.span, text));
}
function allTypes({ args, returns }) {
	return [...args, ...returns];
}
/** Words that are written where the types are. `any` may be written `interface{}`. */
function wordsOfTypes(types) {
	return allTypes(types).flatMap(({ path, name }) => path === void 0 && name === "any" ? [] : [name]);
}
function reachOfTypes(types, facts) {
	return possibly(allTypes(types).every((type) => reachesPackage(type.path, facts)));
}
function boundOfTypes(types) {
	return conjunction(allTypes(types).map((type) => reaches(type.path)));
}
function absentType(types, { importPath, imports }) {
	const absent = allTypes(types).find(({ path }) => path !== void 0 && path !== importPath && !imports.has(path));
	return absent && notImported(absent.path);
}

// src/vocabulary/options/signature/signature.ts
const signature = {
	words: { signature: {
		shape: signatureKeys,
		doc: "Exactly these parameters and results.",
		example: "{ args: [string], returns: [error] }",
		read: (entry) => ({
			kind: "signature",
			...signatureTypes(entry)
		})
	} },
	types: allTypes,
	interfaces: nothing,
	implied: allTypes,
	texts: nothing,
	near: wordsOfTypes,
	reach: reachOfTypes,
	bound: boundOfTypes,
	holds: (option, fn, ctx) => {
		const exact = (wanted, groups) => {
			const fields = listed(option, groups);
			return wanted.length === fields.length && wanted.every((type, i) => matchesType(type, typeOfGroup(fn.unit, fields[i]), ctx));
		};
		const { parameters, results } = signatureOf(fn);
		return exact(option.args, parameters) && exact(option.returns, results);
	},
	explain: {
		package: absentType,
		node: (_, fn) => signatureReason(fn)
	},
	lint: silentOption
};
/** Group by group, as Orchestrion compares: `(a, b int)` is one entry. */
function listed({ flat }, { fields }) {
	if (!flat) return fields;
	return fields.flatMap((field) => Array.from({ length: Math.max(1, field.names.length) }, () => field));
}

// src/vocabulary/options/signature-contains/signature-contains.ts
const signatureContains = {
	words: { "signature-contains": {
		shape: signatureKeys,
		doc: "At least one of the parameters or results.",
		example: "{ args: [context.Context] }",
		read: (entry) => ({
			kind: "signature-contains",
			...signatureTypes(entry)
		})
	} },
	types: allTypes,
	interfaces: nothing,
	implied: nothing,
	texts: nothing,
	near: nothing,
	reach: reachOfTypes,
	bound: boundOfTypes,
	holds: ({ args, returns }, fn, ctx) => {
		const some = (wanted, { fields }) => wanted.some((type) => fields.some((field) => matchesType(type, typeOfGroup(fn.unit, field), ctx)));
		const { parameters, results } = signatureOf(fn);
		return some(returns, results) || some(args, parameters);
	},
	explain: {
		package: absentType,
		node: (_, fn) => signatureReason(fn)
	},
	lint: silentOption
};

// src/vocabulary/options.ts
/** Every option of `function`, in the order of the reference. The union {@link FunctionOption} follows from it. */
const kinds$1 = {
	name,
	"name-glob": nameGlob,
	"name-matches": nameMatches,
	receiver,
	"has-receiver": hasReceiver,
	"receiver-matches": receiverMatches,
	"receiver-is": receiverIs,
	"has-body": body,
	signature,
	"signature-contains": signatureContains,
	"has-type": hasType,
	"argument-implements": argumentImplements,
	"result-implements": resultImplements,
	"final-result-implements": finalResultImplements
};
/** Checks that each kind stands under its own name, and that its words read to kinds of this list. */
const optionKinds = kinds$1;
/** What is known of the kind of an option. */
function kindOfOption(option) {
	return optionKinds[option.kind];
}
/** Every key that an option can have in YAML. */
const optionWords = Object.assign({}, ...Object.values(optionKinds).map(({ words }) => words));
/** Reads one item of the list under `function:`. @throws GotsError aspect_unknown_option and those of its value */
function readFunctionOption(node) {
	const entry = singleEntry(node, "an option of \"function\"", "put a dash before each option");
	const word = Object.hasOwn(optionWords, entry.key) ? optionWords[entry.key] : void 0;
	return word ? word.read(entry) : aspectUnknownOption(entry.span, entry.key, Object.keys(optionWords));
}

// src/vocabulary/points/function/function.ts
const functionPoint = {
	words: { function: {
		shape: list(ref("function-option"), true),
		doc: "Function declarations and literals that satisfy every option.",
		example: "[{ receiver: \"*net/http.Server\" }, { name: Serve }]",
		read: read$8
	} },
	...noMembers,
	bounds: ({ options }) => atMost(conjunction(options.map((option) => kindOfOption(option).bound(option)))),
	asks: nothing,
	interfaces: ({ options }) => options.flatMap((option) => kindOfOption(option).interfaces(option)),
	implied: ({ options }) => options.flatMap((option) => kindOfOption(option).implied(option).flatMap(({ path }) => path === void 0 ? [] : [path])),
	texts: ({ options }) => options.flatMap((option) => kindOfOption(option).texts(option)),
	near: ({ options }) => options.flatMap((option) => kindOfOption(option).near(option)),
	reach: ({ options }, { facts, part }) => {
		if (part?.isBody && !part.text.includes("func")) return "none";
		return all(["maybe", ...options.map((option) => kindOfOption(option).reach(option, facts))]);
	},
	nodeKinds: () => ["FuncDecl", "FuncLit"],
	matches: ({ options }, node, ctx) => isFunction(node.kind) && options.every((option) => kindOfOption(option).holds(option, node, ctx)),
	explain: {
		package: ({ options }, facts) => options.map((option) => kindOfOption(option).explain.package(option, facts)).find((reason) => reason !== void 0) ?? "",
		node: noReason,
		members: ({ options, span }, node, ctx) => isFunction(node.kind) ? options.map((option) => explainOption(option, span, {
			node,
			ctx
		})) : []
	},
	lint: {
		...silent,
		impossible: ({ options }, negated) => negated ? void 0 : options.map((option) => kindOfOption(option).lint.impossible(option)).find((reason) => reason !== void 0),
		fixes: ({ options }) => options.flatMap((option) => kindOfOption(option).lint.fixes(option)),
		home: ({ options }) => options.map((option) => kindOfOption(option).lint.home(option)).find(Boolean),
		mentions: mentions$1
	},
	names: {
		...nameless,
		saysFunction,
		withBodies: (point) => saysFunction(point) ? point : {
			...point,
			options: [...point.options, {
				kind: "has-body",
				value: true
			}]
		}
	}
};
function read$8(entry, ctx) {
	const items = isNothing(entry.value) ? [] : listOf(entry.value, "\"function\"").items;
	return {
		kind: "function",
		options: attemptEach(ctx, items, readFunctionOption),
		span: entry.span
	};
}
function saysFunction({ options }) {
	return options.some((option) => option.kind === "name" && option.name !== "");
}
function explainOption(option, span, { node, ctx }) {
	const kind = kindOfOption(option);
	const asked = answerOf(() => kind.holds(option, node, ctx));
	const reason = asked.reason ?? (asked.answer === "no" ? kind.explain.node(option, node, ctx) : void 0);
	return {
		point: optionText(option),
		span,
		answer: asked.answer,
		reason,
		members: []
	};
}
/** The types of the options; with a receiver and a name, the method too. */
function mentions$1({ options, span }) {
	const found = options.flatMap((option) => kindOfOption(option).types(option).flatMap((type) => mentionOfType(type, span)));
	const receiver = options.find((option) => option.kind === "receiver")?.type;
	const name = options.find((option) => option.kind === "name")?.name;
	if (receiver?.path === void 0 || name === void 0 || name === "") return found;
	return [...found, {
		path: receiver.path,
		span,
		symbol: {
			name,
			what: "method",
			receiver: receiver.name
		}
	}];
}

// src/vocabulary/points/function-body/function-body.ts
const functionBody = {
	words: { "function-body": {
		shape: ref("join-point"),
		doc: "The body of functions that the join point matches.",
		example: "{ function: [{ name: main }] }",
		read: (entry, _, inner) => ({
			kind: "function-body",
			point: inner(entry.value),
			span: entry.span
		})
	} },
	members: ({ point }) => [point],
	combines: { elsewhere: ["FuncDecl", "FuncLit"] },
	bounds: ({ point }, build, ask) => atMost(ask.bounds(point, build).some),
	asks: nothing,
	interfaces: nothing,
	implied: ({ point }, ask) => ask.implied(point),
	texts: nothing,
	near: nothing,
	reach: ({ point }, at, ask) => possibly(ask.reach(point, at) !== "none"),
	nodeKinds: () => ["BlockStmt"],
	matches: ({ point }, node, ctx, ask) => {
		const fn = functionOfBody(node);
		return fn !== void 0 && ask.matches(point, fn, ctx);
	},
	explain: {
		package: noReason,
		node: () => "the block is not the body of a function",
		members: ({ point }, node, _, explain) => {
			const fn = functionOfBody(node);
			return fn === void 0 ? [] : [explain(point, fn)];
		}
	},
	lint: {
		...silent,
		mentions: ({ point }, ask) => ask.mentions(point)
	},
	names: nameless
};

// src/lang/tree/called-node.ts
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

// src/vocabulary/points/call-reason.ts
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
function nameIfKnown(node, ctx) {
	try {
		return nameOf(node, ctx);
	} catch (error) {
		if (!(error instanceof GotsError)) throw error;
		return;
	}
}

// src/vocabulary/points/function-call/function-call.ts
const functionCall = {
	words: { "function-call": {
		shape: text("[path.]Name"),
		doc: "Calls of a function and conversions to a type of another package, however it is imported; not calls of methods. Without a path: of the package itself, or predeclared.",
		example: "net/http.Get",
		read: read$7
	} },
	...noMembers,
	bounds: ({ path }) => atMost(reaches(path)),
	asks: nothing,
	interfaces: nothing,
	implied: ({ path }) => path === void 0 ? [] : [path],
	texts: ({ name }) => [name],
	near: ({ name }) => [name],
	reach: ({ path }, { facts }) => possibly(reachesPackage(path, facts)),
	nodeKinds: () => ["CallExpr"],
	matches: (point, node, ctx) => {
		if (node.kind !== "CallExpr") return false;
		if (point.quirks) return matchesAsOrchestrion(point, node, ctx);
		const callee = calledNode(node);
		if (callee === void 0 || !mayBe(point.name, callee)) return false;
		if (point.qualified && !isQualified(callee, ctx)) return false;
		const name = nameOf(callee, ctx);
		if (name?.name !== point.name || !samePath(name.path, point.path)) return false;
		return name.path !== void 0 || !isLocalName(callee);
	},
	explain: {
		package: ({ path }) => notImported(path),
		node: (_, node, ctx) => calledReason(node, ctx),
		members: nothing
	},
	lint: {
		...silent,
		fixes: ({ path, name }) => [["the callee of a call", JSON.stringify(`${path === void 0 ? "" : `${path}.`}${name}`)]],
		rulesOut: ({ path }, home, negated) => !negated && samePath(path, home) ? `calls of "${home}" are matched in other packages only, not in itself` : void 0,
		mentions: ({ path, name, quirks, span }) => {
			return path === void 0 ? [] : [{
				path,
				span,
				symbol: {
					name,
					what: quirks ? "declaration or method" : "declaration"
				}
			}];
		}
	},
	names: nameless
};
const callee = new RegExp(`^(?:(.+)\\.)?(${identifier})$`, "u");
function read$7(entry, ctx) {
	const written = yamlText(entry.value, "\"function-call\"");
	const [, path, name] = callee.exec(written) ?? [];
	if (name === void 0) return aspectBadSymbol(entry.value.span, "\"function-call\"", written, "Name or import/path.Name");
	const common = {
		name,
		...quirksOf(ctx),
		span: entry.span
	};
	return path === void 0 ? {
		kind: "function-call",
		...common
	} : {
		kind: "function-call",
		path,
		...common
	};
}
/** Only plain callees count, and some methods pass for functions. */
function matchesAsOrchestrion(point, node, ctx) {
	const syntax = hasTypeArguments(node.syntax) ? void 0 : calleeOf(node.syntax);
	const slot = syntax === void 0 ? void 0 : goNode(node.unit, syntax);
	const called = slot === void 0 ? void 0 : current(slot);
	if (called === void 0 || !mayBe(point.name, called)) return false;
	const name = nameOf(called, ctx);
	if (name !== void 0) return name.name === point.name && samePath(name.path, point.path);
	return isMemberOf(point, called, ctx);
}
/** `pkg.Name`, where `pkg` is an import. */
function isQualified(called, ctx) {
	const { left } = selectorParts(called.syntax);
	return called.kind === "SelectorExpr" && left !== void 0 && qualifierPath(called.unit, left, ctx) !== void 0;
}
/** Cheap: most calls are ruled out by the last word of their callee, before scopes are looked at. */
function mayBe(name, called) {
	const { right } = called.kind === "Ident" ? { right: called.syntax } : selectorParts(called.syntax);
	return right !== void 0 && syntaxText(called.unit, right) === name;
}
/** `http.DefaultClient.Get(u)` counts as `net/http.Get`; without a path any `x.Name()` on a plain `x`. */
function isMemberOf(point, called, ctx) {
	if (called.kind !== "SelectorExpr") return false;
	const { left } = selectorParts(called.syntax);
	const operand = left === void 0 ? void 0 : goNode(called.unit, left);
	const name = operand === void 0 ? void 0 : nameOf(current(operand), ctx);
	return name !== void 0 && samePath(name.path, point.path);
}

// src/vocabulary/points/go-version/go-version.ts
const goVersion = {
	...ofPackage(({ range }, facts) => isOfVersion(range, facts), (_, facts) => `this is ${facts.goVersion ?? "an unknown version of Go"}`),
	words: { "go-version": {
		shape: text("a range of versions"),
		doc: "The Go version that compiles, as a range like that of `module`.",
		example: "v1.26.0",
		read: (entry) => ({
			kind: "go-version",
			range: rangeOf(entry, filledText(entry)),
			span: entry.span
		})
	} },
	bounds: ({ range }, build) => exact(constant(isOfVersion(range, build))),
	asks: () => ["go-version"],
	interfaces: nothing,
	implied: nothing,
	lint: silent,
	names: nameless
};
function isOfVersion(range, { goVersion }) {
	return isInRange(goVersion === void 0 ? void 0 : goVersionAsSemver(goVersion), range);
}

// src/vocabulary/points/import-glob/import-glob.ts
/** Characters of a pattern that do not stand for themselves. */
const special$1 = /[*?[\]{}\\]/;
const importGlob = {
	...ofPackage(({ pattern }, { importPath }) => doublestar(pattern).test(importPath), (_, facts) => otherPackage(facts)),
	words: { "import-glob": {
		shape: text("a pattern"),
		doc: "Everything in packages whose path matches: `*` inside a segment, `**` for any number of them, `[a-z]` and `{a,b}`.",
		example: "\"example.com/{api,web}/**\"",
		read: read$6
	} },
	bounds: ({ pattern }) => patternBounds(pattern, special$1),
	asks: nothing,
	interfaces: nothing,
	implied: nothing,
	lint: {
		...silent,
		rulesOut: ({ pattern }, home, negated) => doublestar(pattern).test(home) === negated ? `it matches in "${home}" only, which "${pattern}" ${negated ? "excludes" : "does not contain"}` : void 0
	},
	names: nameless
};
function read$6(entry) {
	const pattern = filledTextOf(entry, "the join point");
	try {
		doublestar(pattern);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		aspectBadValue(entry.value.span, "\"import-glob\"", pattern, `a pattern: ${error.message}`);
	}
	return {
		kind: "import-glob",
		pattern,
		span: entry.span
	};
}

// src/vocabulary/points/import-path/import-path.ts
/** What cmd/go accepts as an import path, roughly: no blanks, quotes or empty elements (golang.org/x/mod/module.CheckImportPath). */
const valid = /^(?![./~-])[\p{L}\p{Nd}._~+=@-]+(?:\/[\p{L}\p{Nd}._~+=@-]+)*$/u;
const importPath = {
	...ofPackage(({ path }, facts) => path === facts.importPath, (_, facts) => otherPackage(facts)),
	words: { "import-path": {
		shape: importPath$1,
		doc: "Everything in the package of this path.",
		example: "net/http",
		read: (entry) => ({
			kind: "import-path",
			path: filledText(entry),
			span: entry.span
		})
	} },
	bounds: ({ path }) => exact(pathIs(path)),
	asks: nothing,
	interfaces: nothing,
	implied: ({ path }) => [path],
	matches: ({ path }, _, { facts }) => samePath(path, facts.importPath),
	lint: {
		...silent,
		aboutPackage: true,
		impossible: ({ path }, negated) => negated || valid.test(path) ? void 0 : `"${path}" is not an import path`,
		home: ({ path }) => path,
		rulesOut: ({ path }, home, negated) => negated && samePath(path, home) ? `it matches in "${home}" only, which is excluded` : void 0,
		mentions: ({ path, span }) => [{
			path,
			span
		}]
	},
	names: nameless
};

// src/vocabulary/points/method-call/method-call.ts
const keys$4 = map({
	receiver: {
		shape: text("a type name without `*`"),
		doc: "Static type of what the method is called on.",
		required: true
	},
	name: {
		shape: text("a method name"),
		doc: "The method.",
		required: true
	},
	match: matchKey
});
const methodCall = {
	words: { "method-call": {
		shape: keys$4,
		doc: "Calls of a method on values of a type, by their static type. A method from an embedded field is one of the type that embeds it.",
		example: "{ receiver: net/http.Client, name: Do }",
		read: read$5
	} },
	...noMembers,
	bounds: ({ receiver }) => atMost(reaches(receiver.path)),
	asks: nothing,
	interfaces: nothing,
	implied: ({ receiver: { path } }) => path === void 0 ? [] : [path],
	texts: ({ name }) => [name],
	near: ({ name }) => [name],
	reach: ({ receiver }, { facts }) => possibly(reachesPackage(receiver.path, facts)),
	nodeKinds: () => ["CallExpr"],
	matches: (point, node, ctx) => {
		const operand = node.kind === "CallExpr" ? receiverOf(node, ctx, point.quirks) : void 0;
		if (operand?.method !== point.name) return false;
		const type = typeOf(operand, `whether ${point.name} is called on a ${printTypeName(point.receiver)}`, ctx);
		if (type?.name !== point.receiver.name || !samePath(type.path || void 0, point.receiver.path)) return false;
		return point.match === "any" || type.pointer === (point.match === "pointer-only");
	},
	explain: {
		package: ({ receiver }) => notImported(receiver.path),
		node: (_, node, ctx) => methodReason(node, ctx),
		members: nothing
	},
	lint: {
		...silent,
		impossible: ({ name }, negated) => negated ? void 0 : notAName(name, "a method name"),
		fixes: ({ name, receiver }) => [["the method of a call", JSON.stringify(name)], ["the receiver of a call", printTypeName(receiver)]],
		mentions: ({ receiver, span }) => mentionOfType(receiver, span)
	},
	names: nameless
};
function read$5(entry, ctx) {
	const where = "\"method-call\"";
	const found = fields(ctx, entry.value, {
		where,
		known: keysOf(keys$4)
	});
	const receiver = required(found.receiver, "receiver", entry.value, where);
	const type = typeNameAt(receiver.value.span, filledTextOf(receiver, where));
	if (type.pointer) aspectPointerType(receiver.value.span, "\"receiver\" of \"method-call\"", printTypeName(type), "remove the *, and write \"match: pointer-only\" if values must not match");
	return {
		kind: "method-call",
		receiver: type,
		name: filledTextOf(required(found.name, "name", entry.value, where), where),
		match: matchModeOf(found.match, where),
		...quirksOf(ctx),
		span: entry.span
	};
}
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
function typeOf(operand, question, ctx) {
	const { unit, syntax } = operand;
	if (ctx.oracle === void 0) weaveNeedsTypes(spanOf(unit, syntax.start), question);
	const answer = ctx.oracle.typeOf({
		file: unit.tree.source.name,
		start: syntax.start,
		end: syntax.end
	});
	return isUnknown(answer) ? weaveTypeUnknown(spanOf(unit, syntax.start), question, answer.unknown) : answer;
}
/** On what a call calls which method, where that is not the one that the point names. */
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
	const text = named && printTypeName({
		pointer,
		name,
		...path === "" ? {} : { path }
	});
	return `it calls ${receiver.method} on ${text === void 0 ? oneLine(textOf(receiver)) : `a ${text}`}`;
}

// src/vocabulary/points/module/module.ts
const keys$3 = map({
	path: {
		shape: text("a module path"),
		doc: "The module; any by default."
	},
	version: {
		shape: text("a range of versions"),
		doc: "Versions, as `v1.2.0` (or later), `v1.2.0,v1.4.0` or `[1.2.0,1.4.0)`.",
		required: true
	}
});
const moduleVersion = {
	...ofPackage(({ path, range }, { module }) => module !== void 0 && (path ?? module.path) === module.path && isInRange(module.version, range), (_, { module }) => module ? `the module is ${module.path}@${module.version || "(a folder)"}` : "the package is in no module"),
	words: { module: {
		shape: keys$3,
		doc: "Everything in packages of a module at certain versions. Packages without a version (main module, folders) do not match.",
		example: "{ path: github.com/redis/go-redis/v9, version: \"v9.0.0,v9.7.0\" }",
		read: read$4
	} },
	bounds: ({ path, range }, build) => inModule(path, build, (version) => isInRange(version, range)),
	asks: () => ["module-version"],
	interfaces: nothing,
	implied: nothing,
	lint: silent,
	names: nameless
};
function read$4(entry, ctx) {
	const where = "\"module\"";
	const found = fields(ctx, entry.value, {
		where,
		known: keysOf(keys$3)
	});
	const version = required(found.version, "version", entry.value, where);
	const path = found.path && filledTextOf(found.path, where);
	const range = rangeOf(version, filledTextOf(version, where));
	return {
		kind: "module-version",
		...path === void 0 ? {} : { path },
		range,
		span: entry.span
	};
}

// src/vocabulary/points/not/not.ts
const not = {
	words: { not: {
		shape: ref("join-point"),
		doc: "The join point does not match.",
		example: "{ test-main: true }",
		read: (entry, _, inner) => ({
			kind: "not",
			point: inner(entry.value),
			span: entry.span
		})
	} },
	members: ({ point }) => [point],
	combines: "not",
	bounds: ({ point }, build, ask) => notBounds(ask.bounds(point, build)),
	asks: nothing,
	interfaces: nothing,
	implied: nothing,
	texts: nothing,
	near: nothing,
	reach: ({ point }, at, ask) => not$1(ask.reach(point, at)),
	nodeKinds: anyNode,
	matches: ({ point }, node, ctx, ask) => !ask.matches(point, node, ctx),
	explain: {
		package: noReason,
		node: noReason,
		members: ({ point }, node, _, explain) => [explain(point, node)]
	},
	lint: silent,
	names: nameless
};

// src/vocabulary/points/one-of/one-of.ts
const oneOf = {
	words: { "one-of": {
		shape: list(ref("join-point"), true),
		doc: "At least one of the join points matches.",
		example: "[{ function-call: net/http.Get }, { function-call: net/http.Head }]",
		read: (entry, ctx, inner) => ({
			kind: "one-of",
			points: readMembers(entry, ctx, inner),
			span: entry.span
		})
	} },
	members: ({ points }) => points,
	combines: "any",
	bounds: ({ points }, build, ask) => anyBounds(points.map((point) => ask.bounds(point, build))),
	asks: nothing,
	interfaces: nothing,
	implied: ({ points }, ask) => {
		const [first = [], ...others] = points.map((point) => new Set(ask.implied(point)));
		return [...first].filter((path) => others.every((other) => other.has(path)));
	},
	texts: nothing,
	near: nothing,
	reach: ({ points }, at, ask) => any(points.map((point) => ask.reach(point, at))),
	nodeKinds: ({ points }, ask) => points.map(ask.nodeKinds).reduce(union, []),
	matches: ({ points }, node, ctx, ask) => points.some((point) => ask.matches(point, node, ctx)),
	explain: explainPoints,
	lint: lintPoints,
	names: {
		values: ({ points }, ask) => {
			const names = points.map(ask.values);
			return names.includes(void 0) ? void 0 : joinedNames(names);
		},
		saysFunction: () => false,
		withBodies: (point, ask) => ({
			...point,
			points: point.points.map(ask.withBodies)
		})
	}
};

// src/aspects/glob.ts
/**
* Whether a `package-filter` pattern is malformed: by Go's `path.Match` as a whole, or, with `**` in it, segment by
* segment, as it is then matched.
*/
function isMalformedGoGlob(pattern) {
	return !(pattern.includes("**") ? pattern.split("/") : [pattern]).every((part) => goGlob.test(part));
}
/** A class is `[`, optional `^`, one or more ranges, `]`; in it, `-` and `]` need a backslash (path.Match, Go 1.26). */
const goGlob = /^(?:[^[\\]|\\.|\[(?:\^|(?!\^))(?:(?:[^\\\]-]|\\.)(?:-(?:[^\\\]-]|\\.))?)+\])*$/su;
/**
* Compiles a pattern over aspect ids: `*` is any run of characters but `/`, `**` any run at all, `?` one character.
* Every other character stands for itself.
*/
function idPattern(pattern) {
	const source = pattern.replace(/\*\*|[\s\S]/gu, (part) => {
		if (part === "**") return "[\\s\\S]*";
		if (part === "*") return "[^/]*";
		if (part === "?") return "[^/]";
		return part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
	});
	const compiled = new RegExp(`^${source}$`, "u");
	return (id) => compiled.test(id);
}

// src/lang/patterns/path-match.ts
/**
* `package-filter`: whether the import path satisfies the pattern. With `root`, the package must belong to the root
* module, and the pattern applies to its path inside the module (`.` for the module's own package).
* A malformed pattern matches nothing, as in Orchestrion.
*/
function packageFilterMatches(filter, facts) {
	if (!filter.root) return filter.pattern !== void 0 && matchesPattern(filter.pattern, facts.importPath);
	const root = facts.rootModule;
	if (root === void 0) return false;
	if (facts.importPath !== root && !facts.importPath.startsWith(`${root}/`)) return false;
	if (filter.pattern === void 0) return true;
	const relative = facts.importPath === root ? "." : facts.importPath.slice(root.length + 1);
	return matchesPattern(filter.pattern, relative);
}
/** `*` alone and `**` alone match every path; `**` inside a pattern spans path segments; the rest is Go's `path.Match`. */
function matchesPattern(pattern, path) {
	if (pattern === "*" || pattern === "**") return true;
	if (!pattern.includes("**")) return pathMatch(pattern, path);
	return matchSegments(pattern.split("/").flatMap(splitDoubleStar), path.split("/"));
}
/** `a**` is `a*` and then any segments, `**b` any segments and then `*b`, `a**b` is `a*`, any segments, `*b`. */
function splitDoubleStar(segment) {
	const at = segment.indexOf("**");
	if (at < 0 || segment === "**") return [segment];
	const before = segment.slice(0, at);
	const after = segment.slice(at + 2);
	return [
		...before === "" ? [] : [`${before}*`],
		"**",
		...after === "" ? [] : splitDoubleStar(after.includes("**") ? after : `*${after}`)
	];
}
function matchSegments(patterns, segments) {
	const [first, ...rest] = patterns;
	if (first === void 0) return segments.length === 0;
	if (first === "**") {
		for (let skip = 0; skip <= segments.length; skip++) if (matchSegments(rest, segments.slice(skip))) return true;
		return false;
	}
	const [segment, ...others] = segments;
	return segment !== void 0 && pathMatch(first, segment) && matchSegments(rest, others);
}
/** Go's `path.Match`: `*` and `?` stop at `/`; `[a-z]`, `[^a]` and `\x` as there. Malformed patterns match nothing. */
function pathMatch(pattern, text) {
	const source = regexpOf(pattern);
	return source !== void 0 && new RegExp(`^${source}$`, "su").test(text);
}
function regexpOf(pattern) {
	const chars = [...pattern];
	let out = "";
	for (let i = 0; i < chars.length; i++) {
		const c = chars[i];
		if (c === "*") out += "[^/]*";
		else if (c === "?") out += "[^/]";
		else if (c === "[") {
			const set = characterClass(chars, i + 1);
			if (set === void 0) return void 0;
			out += set.source;
			i = set.end;
		} else if (c === "\\") {
			const next = chars[++i];
			if (next === void 0) return void 0;
			out += quoted(next);
		} else out += quoted(c);
	}
	return out;
}
/** A class as `path.Match` defines it: optional `^`, then one or more characters or ranges, each perhaps escaped, then `]`. */
function characterClass(chars, start) {
	let at = start;
	let out = "[";
	if (chars[at] === "^") {
		out += "^";
		at++;
	}
	const one = () => {
		if (chars[at] === "\\") at++;
		else if (chars[at] === "-" || chars[at] === "]") return void 0;
		return chars[at++];
	};
	for (let count = 0;; count++) {
		if (chars[at] === "]" && count > 0) return {
			source: `${out}]`,
			end: at
		};
		const low = one();
		if (low === void 0) return void 0;
		let high = low;
		if (chars[at] === "-") {
			at++;
			const upper = one();
			if (upper === void 0) return void 0;
			high = upper;
		}
		if (low <= high) out += `${quotedInClass(low)}-${quotedInClass(high)}`;
	}
}
/** A letter outside of classes. With the flag `u`, a dash must not be quoted there. */
function quoted(c) {
	return /[\\^$.*+?()[\]{}|/]/.test(c) ? `\\${c}` : c;
}
function quotedInClass(c) {
	return c === "-" ? "\\-" : quoted(c);
}

// src/vocabulary/points/package-filter/package-filter.ts
const keys$2 = map({
	root: {
		shape: flag,
		doc: "Only packages of the root module; the pattern then applies to the path inside it."
	},
	pattern: {
		shape: text("a pattern"),
		doc: "As for the short form."
	}
});
const packageFilter = {
	...ofPackage(packageFilterMatches, ({ root }, facts) => {
		const wanted = root ? ` in the root module ${facts.rootModule ?? "(unknown)"}` : "";
		return `${otherPackage(facts)}${wanted && `, and it asks for one${wanted}`}`;
	}),
	words: { "package-filter": {
		shape: anyOf(text("a pattern"), keys$2),
		doc: "Everything in packages whose path satisfies a pattern: Go's path.Match, and `**` for any number of segments.",
		example: "{ root: true, pattern: internal/** }",
		read: read$3
	} },
	bounds: filterBounds,
	asks: ({ root }) => root ? ["root-module"] : [],
	interfaces: nothing,
	implied: nothing,
	lint: {
		...silent,
		aboutPackage: true,
		impossible: ({ root, pattern }, negated) => negated && !root && /^\*\*?$/.test(pattern ?? "") ? `it excludes "${pattern}", which is everything` : void 0,
		rulesOut: (point, home, negated) => {
			if (point.root) return void 0;
			if (packageFilterMatches(point, {
				importPath: home,
				imports: /* @__PURE__ */ new Set(),
				testMain: false
			}) !== negated) return void 0;
			return `it matches in "${home}" only, which "${point.pattern}" ${negated ? "excludes" : "does not contain"}`;
		}
	},
	names: nameless
};
/** Either the pattern, or a mapping with `root`, `pattern` or both. */
function read$3(entry, ctx) {
	const { span, value } = entry;
	if (value.kind === "scalar") {
		const pattern = filledTextOf(entry, "the join point");
		checkGlob(ctx, value.span, pattern);
		return {
			kind: "package-filter",
			root: false,
			pattern,
			span
		};
	}
	const found = fields(ctx, value, {
		where: "\"package-filter\"",
		known: keysOf(keys$2)
	});
	const root = found.root ? booleanOf(found.root.value, "\"root\"") : false;
	const pattern = found.pattern ? yamlText(found.pattern.value, "\"pattern\"") : "";
	if (pattern === "") return root ? {
		kind: "package-filter",
		root,
		span
	} : aspectMissingKey(span, "pattern", "\"package-filter\"");
	checkGlob(ctx, found.pattern?.value.span ?? span, pattern);
	return {
		kind: "package-filter",
		root,
		pattern,
		span
	};
}
function checkGlob(ctx, span, pattern) {
	if (!isMalformedGoGlob(pattern)) return;
	if (ctx.strict) attempt(ctx, () => aspectBadGlob(span, pattern));
	else ctx.warn(badGlob(span, pattern));
}
/** Characters of a pattern that do not stand for themselves. */
const special = /[*?[\]\\]/;
function filterBounds({ root, pattern }, { rootModule }) {
	const isAll = pattern === "*" || pattern === "**";
	if (!root) return pattern === void 0 ? exact(nowhere) : isAll ? exact(everywhere) : patternBounds(pattern, special);
	if (rootModule === void 0) return exact(nowhere);
	if (pattern === void 0 || isAll) return exact(pathIsIn([rootModule]));
	const below = patternBounds(pattern, special, `${rootModule}/`);
	return matchesPattern(pattern, ".") ? anyBounds([exact(pathIs(rootModule)), below]) : below;
}

// src/vocabulary/points/package-name/package-name.ts
const packageName = {
	words: { "package-name": {
		shape: text("a package name"),
		doc: "Everything in packages of this name.",
		example: "main",
		read: (entry) => ({
			kind: "package-name",
			name: filledText(entry),
			span: entry.span
		})
	} },
	...noMembers,
	bounds: ({ name }) => ({
		some: disjunction([nameIs(name), nameUnknown]),
		every: nameIs(name)
	}),
	asks: nothing,
	interfaces: nothing,
	implied: nothing,
	texts: nothing,
	near: nothing,
	reach: ({ name }, { facts, file }) => {
		const found = file === void 0 ? facts.name : file.packageName;
		return found === void 0 ? "maybe" : exactly(found === name);
	},
	nodeKinds: anyNode,
	matches: (point, _, { file }) => {
		const name = file.tree.root.children.find((node) => node.kind === "package_clause")?.children[0];
		return name !== void 0 && syntaxText(file, name) === point.name;
	},
	explain: {
		package: (_, facts, file) => file === void 0 ? `the package is named ${facts.name}` : `the file is of the package ${file.packageName}`,
		node: (_, __, { facts }) => `the package is named ${facts.name ?? "otherwise"}`,
		members: nothing
	},
	lint: {
		...silent,
		aboutPackage: true,
		impossible: ({ name }, negated) => negated ? void 0 : notAName(name, "a package name"),
		fact: ({ name }, negated) => negated ? void 0 : {
			what: "package-name",
			value: name,
			clash: (other) => `no package is named both "${other}" and "${name}"`
		}
	},
	names: nameless
};

// src/vocabulary/points/package-value/package-value.ts
const keys$1 = map({
	name: {
		shape: text("a name"),
		doc: "The variable or constant.",
		required: true
	},
	keyword: {
		shape: choice("var", "const"),
		doc: "Only variables, or only constants."
	}
});
const packageValue = {
	words: { "package-value": {
		shape: anyOf(text("a name"), keys$1),
		doc: "The declaration of a variable or constant of this name at the top level, in whatever package.",
		example: "{ name: version, keyword: var }",
		read: read$2
	} },
	...noMembers,
	bounds: anywhere,
	asks: nothing,
	interfaces: nothing,
	implied: nothing,
	texts: ({ name }) => [name],
	near: ({ name }) => [name],
	reach: (_, { part }) => possibly(part === void 0),
	nodeKinds: () => ["ValueSpec"],
	matches: ({ name, keyword }, node) => {
		if (node.kind !== "ValueSpec") return false;
		if (!isTopLevel(node.syntax) || keyword !== void 0 && node.syntax.kind !== `${keyword}_spec`) return false;
		return node.syntax.fields("name").some((each) => syntaxText(node.unit, each) === name);
	},
	explain: {
		package: noReason,
		node: (_, node, ctx) => declaredReason(node, ctx),
		members: nothing
	},
	lint: {
		...silent,
		constant: ({ name, keyword }) => keyword === "const" ? name : void 0
	},
	names: {
		...nameless,
		values: ({ name }) => [name]
	}
};
function read$2(entry, ctx) {
	const { span, value } = entry;
	if (value.kind === "scalar") return {
		kind: "package-value",
		name: filledTextOf(entry, "the join point"),
		span
	};
	const where = "\"package-value\"";
	const found = fields(ctx, value, {
		where,
		known: keysOf(keys$1)
	});
	const name = filledTextOf(required(found.name, "name", value, where), where);
	if (!found.keyword) return {
		kind: "package-value",
		name,
		span
	};
	const keyword = yamlText(found.keyword.value, "\"keyword\"");
	if (keyword === "var" || keyword === "const") return {
		kind: "package-value",
		name,
		keyword,
		span
	};
	return aspectBadValue(found.keyword.value.span, "\"keyword\"", keyword, "var or const");
}

// src/vocabulary/points/struct-definition/struct-definition.ts
const structDefinition = {
	words: { "struct-definition": {
		shape: text("path.Name"),
		doc: "The definition of a struct type at the top level of the package that has it.",
		example: "net/http.Request",
		read: read$1
	} },
	...noMembers,
	bounds: ({ type, anyPackage }) => atMost(anyPackage === true ? everywhere : type.path === void 0 ? nowhere : pathIs(type.path)),
	asks: nothing,
	interfaces: nothing,
	implied: ({ type: { path } }) => path === void 0 ? [] : [path],
	texts: ({ type }) => ["struct", type.name],
	near: ({ type }) => ["struct", type.name],
	reach: ({ type, anyPackage }, { facts, part }) => possibly(part === void 0 && (anyPackage === true || type.path === facts.importPath)),
	nodeKinds: () => ["TypeSpec"],
	matches: ({ type, anyPackage }, node, ctx) => {
		const name = node.syntax.field("name");
		return node.kind === "TypeSpec" && name !== void 0 && node.syntax.field("type")?.kind === "struct_type" && syntaxText(node.unit, name) === type.name && isTopLevel(node.syntax) && (anyPackage === true || samePath(type.path, ctx.facts.importPath));
	},
	explain: {
		package: (_, facts) => otherPackage(facts),
		node: (_, node, ctx) => declaredReason(node, ctx),
		members: nothing
	},
	lint: {
		...silent,
		impossible: ({ type, anyPackage }, negated) => negated || type.path !== void 0 || anyPackage === true ? void 0 : "a struct is named with its package: path.Name",
		fixes: ({ type }) => [["the name of a type", JSON.stringify(type.name)]],
		home: ({ type, anyPackage }) => anyPackage === true ? void 0 : type.path,
		mentions: ({ type, span }) => mentionOfType(type, span)
	},
	names: nameless
};
function read$1(entry) {
	const type = typeOf$1(entry);
	if (type.pointer) aspectPointerType(entry.value.span, "\"struct-definition\"", printTypeName(type), "remove the *");
	return {
		kind: "struct-definition",
		type,
		span: entry.span
	};
}

// src/vocabulary/points/struct-literal/struct-literal.ts
const keys = map({
	type: {
		shape: typeName,
		doc: "Type that is written on the literal.",
		required: true
	},
	match: matchKey,
	field: {
		shape: text("a field name"),
		doc: "Matches the pair of this field and its value in a literal, instead of the literal."
	}
});
const structLiteral = {
	words: { "struct-literal": {
		shape: keys,
		doc: "Composite literals with the type written on them.",
		example: "{ type: net/http.Server, match: pointer-only }",
		read
	} },
	...noMembers,
	bounds: ({ type }) => atMost(reaches(type.path)),
	asks: nothing,
	interfaces: nothing,
	implied: ({ type: { path } }) => path === void 0 ? [] : [path],
	texts: ({ type }) => [type.name],
	near: ({ type }) => [type.name],
	reach: ({ type }, { facts }) => possibly(reachesPackage(type.path, facts)),
	nodeKinds: ({ field, match }) => {
		if (field !== void 0) return ["KeyValueExpr"];
		return match === "pointer-only" ? ["UnaryExpr"] : ["CompositeLit"];
	},
	matches: (point, node, ctx) => {
		if (point.field !== void 0) return isField(point.field, node) && isLiteral(point, parentOf(node), ctx);
		if (point.match === "pointer-only") return isAddress(node) && isLiteral(point, operandOf(point, node), ctx);
		if (!isLiteral(point, node, ctx)) return false;
		return point.match !== "value-only" || !isAddressed(point, node);
	},
	explain: {
		package: ({ type }) => notImported(type.path),
		node: (_, node) => `it is ${oneLine(textOf(node))}`,
		members: nothing
	},
	lint: {
		...silent,
		impossible: ({ type, field }, negated) => {
			if (negated) return void 0;
			if (type.pointer) return "no literal has a pointer type; write \"match: pointer-only\" for &T{…}";
			return field === void 0 ? void 0 : notAName(field, "a field name");
		},
		mentions: ({ type, span }) => mentionOfType(type, span)
	},
	names: nameless
};
function read(entry, ctx) {
	const where = "\"struct-literal\"";
	const found = fields(ctx, entry.value, {
		where,
		known: keysOf(keys)
	});
	const type = typeOf$1(required(found.type, "type", entry.value, where));
	const match = matchModeOf(found.match, where);
	const field = found.field ? yamlText(found.field.value, "\"field\"") : "";
	const common = {
		type,
		...quirksOf(ctx),
		span: entry.span
	};
	if (field === "") return {
		kind: "struct-literal",
		match,
		...common
	};
	if (match !== "any") aspectFieldWithMatch(found.match?.value.span ?? entry.span, match);
	return {
		kind: "struct-literal",
		field,
		...common
	};
}
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
	const element = unwrapElement(key);
	return element.kind === "identifier" && syntaxText(node.unit, element) === name;
}
/** `&x` */
function isAddress(node) {
	return node.kind === "UnaryExpr" && textOf(node).startsWith("&");
}
function operandOf({ quirks }, node) {
	const operand = node.syntax.field("operand");
	const literal = operand && goNode(node.unit, quirks ? operand : unparenthesized(operand));
	return literal === void 0 ? void 0 : current(literal);
}

// src/vocabulary/points/test-build/test-build.ts
const testBuild = {
	words: { "test-build": {
		shape: flag,
		doc: "Packages that are compiled with test files and test programs, or all others.",
		example: "false",
		read: (entry) => ({
			kind: "test-build",
			value: booleanOf(entry.value, "\"test-build\""),
			span: entry.span
		})
	} },
	...noMembers,
	bounds: anywhere,
	asks: nothing,
	interfaces: nothing,
	implied: nothing,
	texts: nothing,
	near: nothing,
	reach: maybe,
	nodeKinds: anyNode,
	matches: ({ value }, _, ctx) => ctx.testBuild === value,
	explain: {
		package: noReason,
		node: ({ value }) => value ? "no file of the package is a test" : "a file of the package is a test",
		members: nothing
	},
	lint: {
		...silent,
		fact: flagFact
	},
	names: nameless
};

// src/vocabulary/points/test-main/test-main.ts
const testMain = {
	...ofPackage(({ value }, facts) => value === facts.testMain, (_, facts) => facts.testMain ? "this is the main package of a test" : "this is not the main package of a test"),
	words: { "test-main": {
		shape: flag,
		doc: "The main package that `go test` generates, or all others.",
		example: "false",
		read: (entry) => ({
			kind: "test-main",
			value: booleanOf(entry.value, "\"test-main\""),
			span: entry.span
		})
	} },
	bounds: ({ value }) => exact(value ? isTestMain : negation(isTestMain)),
	asks: nothing,
	interfaces: nothing,
	implied: nothing,
	lint: {
		...silent,
		aboutPackage: true,
		fact: flagFact
	},
	names: nameless
};

// src/vocabulary/points/value-declaration/value-declaration.ts
const valueDeclaration = {
	words: { "value-declaration": {
		shape: typeName,
		doc: "Declarations of variables and constants of a type, or without one.",
		example: "bool",
		read: (entry) => ({
			kind: "value-declaration",
			type: typeOf$1(entry),
			span: entry.span
		})
	} },
	...noMembers,
	bounds: ({ type }) => atMost(reaches(type.path)),
	asks: nothing,
	interfaces: nothing,
	implied: ({ type: { path } }) => path === void 0 ? [] : [path],
	texts: nothing,
	near: nothing,
	reach: ({ type }, { facts }) => possibly(reachesPackage(type.path, facts)),
	nodeKinds: () => ["ValueSpec"],
	matches: (point, node, ctx) => {
		if (node.kind !== "ValueSpec") return false;
		const type = node.syntax.field("type");
		return type === void 0 || matchesType(point.type, goNode(node.unit, type), ctx);
	},
	explain: {
		package: ({ type }) => notImported(type.path),
		node: (_, node, ctx) => declaredReason(node, ctx),
		members: nothing
	},
	lint: {
		...silent,
		mentions: ({ type, span }) => mentionOfType(type, span)
	},
	names: nameless
};

// src/vocabulary/points/within/within.ts
const within = {
	words: { within: {
		shape: ref("join-point"),
		doc: "Everything inside functions that the join point matches, function literals in them included.",
		example: "{ function: [{ name: main }] }",
		read: (entry, _, inner) => ({
			kind: "within",
			point: inner(entry.value),
			span: entry.span
		})
	} },
	members: ({ point }) => [point],
	combines: { elsewhere: ["FuncDecl", "FuncLit"] },
	bounds: ({ point }, build, ask) => atMost(ask.bounds(point, build).some),
	asks: nothing,
	interfaces: nothing,
	implied: ({ point }, ask) => ask.implied(point),
	texts: nothing,
	near: nothing,
	reach: ({ point }, at, ask) => possibly(ask.reach(point, aroundIt(at)) !== "none"),
	nodeKinds: anyNode,
	matches: ({ point }, node, ctx, ask) => functionsAround(node).some((fn) => ask.matches(point, fn, ctx)),
	explain: {
		package: noReason,
		node: () => "no function is around it",
		members: ({ point }, node, _, explain) => {
			const asked = functionsAround(node).map((fn) => explain(point, fn));
			return [asked.find(({ answer }) => answer === "yes") ?? asked[0] ?? []].flat();
		}
	},
	lint: {
		...silent,
		mentions: ({ point }, ask) => ask.mentions(point)
	},
	names: nameless
};
/** What is in a body is also inside of the function that has the body. */
function aroundIt(at) {
	const { part } = at;
	if (part === void 0) return at;
	return {
		...at,
		part: {
			text: part.declaration,
			declaration: part.declaration,
			isBody: false
		}
	};
}
/** The outermost comes first: it is the one that a rule most likely names. */
function functionsAround(node) {
	const found = [];
	for (let up = parentOf(node); up !== void 0; up = parentOf(up)) if (isFunction(up.kind)) found.unshift(up);
	return found;
}

// src/vocabulary/points.ts
/** Every join point, in the order of the reference. The union {@link JoinPoint} follows from it. */
const kinds = {
	"all-of": allOf,
	"one-of": oneOf,
	not,
	"import-path": importPath,
	"package-name": packageName,
	"package-filter": packageFilter,
	"import-glob": importGlob,
	command,
	"test-build": testBuild,
	"file-has": fileHas,
	"package-value": packageValue,
	"test-main": testMain,
	"module-version": moduleVersion,
	"go-version": goVersion,
	configuration,
	directive,
	function: functionPoint,
	"function-body": functionBody,
	within,
	"function-call": functionCall,
	"method-call": methodCall,
	"struct-definition": structDefinition,
	"struct-literal": structLiteral,
	"declaration-of": declarationOf,
	"value-declaration": valueDeclaration
};
/** Checks that each kind stands under its own name. */
const pointKinds = kinds;
/** Every key that a join point can have in YAML. */
const pointWords = Object.assign({}, ...Object.values(pointKinds).map(({ words }) => words));

// src/vocabulary/ask.ts
/** The questions that everything else puts to join points, whatever their kinds. */
/** What is known of the kind of a join point. */
function kindOfPoint(point) {
	return pointKinds[point.kind];
}
/**
* Reads a join point, a mapping of a single key.
*
* @throws GotsError aspect_not_single_key, aspect_unknown_point, and what the value can violate
*/
function readJoinPoint(node, ctx) {
	const entry = singleEntry(node, "a join point", "combine several with \"all-of\" or \"one-of\"");
	const word = Object.hasOwn(pointWords, entry.key) ? pointWords[entry.key] : void 0;
	if (word === void 0) return aspectUnknownPoint(entry.span, entry.key, Object.keys(pointWords));
	const inner = (value) => readJoinPoint(value, ctx);
	return word.read(entry, ctx, inner);
}
/** The points inside a point, in order. */
function membersOf(point) {
	return kindOfPoint(point).members(point);
}
/** A join point and all points in it. */
function withPointsIn(point) {
	return [point, ...membersOf(point).flatMap(withPointsIn)];
}
/** What of a build decides whether a join point matches, besides the packages themselves; sorted. */
function questionsOf(point) {
	return [...new Set(withPointsIn(point).flatMap((each) => kindOfPoint(each).asks(each)))].sort();
}
/**
* Packages that every package with a match imports, or is. May have duplicates.
*
* Interfaces of `*-implements` are not among them: a type implements an interface without importing its package.
*/
function implied(point) {
	return kindOfPoint(point).implied(point, ask);
}
/** {@link implied}, sorted and without duplicates. */
function impliedImports(point) {
	return [...new Set(implied(point))].sort();
}
/** How many nodes of a package, of one file of it or of a part can match. A file must hold the words that the point names. */
function reach(point, at) {
	return mayHold(point, at) ? kindOfPoint(point).reach(point, at, ask) : "none";
}
function mayHold(point, { file, part }) {
	if (part !== void 0) return kindOfPoint(point).near(point).every((text) => part.text.includes(isPlain.test(text) ? text : byteString(Buffer.from(text))));
	return file === void 0 || textsIn(point).every((text) => text === "" || file.bytes.includes(text));
}
const isPlain = /^[\0-\x7f]*$/;
/** Texts without which a file holds no match. */
function textsIn(point) {
	return kindOfPoint(point).texts(point);
}
/**
* Which nodes of a package can satisfy a point, from the package's facts alone. As in Orchestrion, points about another
* package's functions and types need that package among the *direct* imports.
*/
function reachOfPackage(point, facts) {
	return reach(point, { facts });
}
/** Which nodes of a file can satisfy a point, from the package's facts and the raw text. */
function reachOfFile(point, facts, file) {
	return reach(point, {
		facts,
		file
	});
}
/** Which nodes of a function of a file, or of its body, can satisfy a point. */
function reachOfPart(point, at) {
	return reach(point, at);
}
/**
* What {@link reachOfPackage} says of all packages of a build, and {@link reachOfFile} of all their files, as conditions that need no Node. Of
* files it tells only where the facts rule out nothing: a point that names a package is rare enough.
*/
function boundsOfPackage(point, build) {
	const bounds = kindOfPoint(point).bounds(point, build, ask);
	if (bounds.some.kind !== "always" || bounds.every.kind !== "never") return bounds;
	return {
		some: conjunction(textsIn(point).map(holdsText)),
		every: bounds.every
	};
}
/** The kinds of nodes that can match. */
function kindsOf(point) {
	return kindOfPoint(point).nodeKinds(point, ask);
}
/** Whether a node matches. @throws GotsError weave_needs_types, weave_type_unknown */
function matches(point, node, ctx) {
	return kindOfPoint(point).matches(point, node, ctx, ask);
}
/** Packages and names that a join point speaks of, those behind a `not` left out: they need not exist. */
function mentions(point) {
	return kindOfPoint(point).lint.mentions(point, ask);
}
/** The first constant that a point names, in whatever alternative. */
function constantIn(point, isConstant) {
	return kindOfPoint(point).lint.constant(point, isConstant, ask);
}
/**
* Names of variables and constants that a join point says; undefined where it may match declarations of other names. An advice
* that gives a value means these: of `A, B = 1, 2`, a point that names B leaves A alone.
*/
function namedValues(point) {
	return kindOfPoint(point).names.values(point, ask);
}
/**
* For hooks, which need a body: a point that matches functions by anything but their name passes over those without one. A
* function that is named must have one, or the hook would be lost silently.
*/
function withBodies(point) {
	return kindOfPoint(point).names.withBodies(point, ask);
}
/** Inner points are join points; only kinds do not know it. */
const ask = {
	implied,
	reach,
	bounds: boundsOfPackage,
	nodeKinds: kindsOf,
	matches,
	mentions,
	constant: constantIn,
	values: namedValues,
	saysFunction: (point) => kindOfPoint(point).names.saysFunction(point),
	withBodies
};

export { parentOf as $, number$1 as $t, compileGoRegexp as A, adviceWrongNode as At, typeNameAt as B, templateSyntax as Bt, bracketRange as C, syntaxText as Ct, conditionWords as D, isFunction as Dt, conditionHolds as E, isExpression as Et, matchesType as F, templateNameHidden as Ft, hasTypeArguments as G, weaveTypeUnknown as Gt, typeOfGroup as H, weaveEndlessInjection as Ht, allLeading as I, templateNodeInString as It, listed$1 as J, flag as Jt, insideOf as K, anyOf as Kt, isDirective as L, templateNodeTwice as Lt, functionOfBody as M, initOrderMoved as Mt, receiverText as N, templateBrokenGo as Nt, disjunction as O, kindOf as Ot, groupImplements as P, templateExecution as Pt, enclosingFunction as Q, map as Qt, leadingComments as R, templateNodeUnprintable as Rt, pointText as S, stripVendor as Sn, nodeOfKind as St, isInRange as T, textOf as Tt, argumentsOf as U, weaveNeedsTypes as Ut, signatureOf as V, weaveBrokenOutput as Vt, calleeOf as W, weaveSyntaxUnknown as Wt, unparenthesized as X, keysOf as Xt, literalBody as Y, importPath$1 as Yt, unwrapElement as Z, list as Zt, withPointsIn as _, isNothing as _n, relative as _t, kindsOf as a, fields as an, isUnknown as at, answerOf as b, guessPackageNames as bn, goNode as bt, mentions as c, listOf as cn, isDefinition as ct, reachOfFile as d, plainBoolean as dn, topLevelNames as dt, ref as en, isPredeclaredName as et, reachOfPackage as f, required as fn, originOf as ft, withBodies as g, yamlText as gn, positionsOf as gt, textsIn as h, textsOf as hn, spanInTemplate as ht, kindOfPoint as i, booleanOf as in, inquiry as it, functionName as j, codeBrokenGo as jt, withoutTexts as k, adviceBadName as kt, namedValues as l, mapOf as ln, isIdentifier as lt, readJoinPoint as m, singleEntry as mn, spanOf as mt, constantIn as n, textsByName as nn, samePath as nt, matches as o, filledTextOf as on, likelyAnswer as ot, reachOfPart as p, scalarOf as pn, spanAt as pt, isSpread as q, choice as qt, impliedImports as r, typeName as rn, selectorParts as rt, membersOf as s, integerOf as sn, isDeclaredLocally as st, boundsOfPackage as t, text as tn, nameOf as tt, questionsOf as u, pairsOf as un, specsOf as ut, idPattern as v, attempt as vn, commentText as vt, commaRange as w, textBetween as wt, decisive as x, pathAndParents as xn, moved as xt, doublestar as y, attemptEach as yn, current as yt, parseTypeName as z, templateRendersNothing as zt };