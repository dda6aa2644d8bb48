import { t as __commonJSMin } from "./chunk-rolldown-runtime.mjs";
import { n as failure, r as GotsError } from "./chunk-message.mjs";
import { n as suggest } from "./chunk-nearest.mjs";
import { n as pluginFailed, o as pluginOfNodes, t as pluginAbsent } from "./chunk-plugin.mjs";
import { D as aspectWrongType, E as aspectUnknownPoint, M as unknownKey, O as badGlob, T as aspectUnknownOption, _ as aspectNotSingleKey, a as aspectBadValue, f as aspectFieldWithMatch, g as aspectMissingKey, i as aspectBadTypeName, n as aspectBadLang, r as aspectBadSymbol, t as aspectBadGlob, w as aspectUnknownKey, x as aspectTemplateSyntax, y as aspectPointerType } from "./chunk-aspect.mjs";
import { n as readable, r as sourceFile, t as byteString } from "./chunk-source.mjs";
import { t as tokens } from "./chunk-tokens.mjs";

// src/lang/tree/syntax-shapes.ts
function isVariadic(field) {
	return field.kind === "variadic_parameter_declaration";
}
/** The callee of a call, or the type of a conversion. */
function calleeOf(call) {
	return call.kind === "type_conversion_expression" ? call.field("type") : call.field("function");
}
const literals = /_literal$|^(?:func_literal|composite_literal)$/;
/** What is inside parentheses, or in front of what may be type arguments; undefined for anything else. */
function insideOf(node) {
	switch (node.kind) {
		case "parenthesized_expression":
		case "parenthesized_type": return node.children[0];
		case "generic_type":
		case "type_instantiation_expression": return node.field("type") ?? node.children[0];
		case "index_expression": {
			const index = node.field("index");
			return index === void 0 || literals.test(index.kind) ? void 0 : node.field("operand");
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
function listed$1(node) {
	if (node === void 0) return [];
	return node.kind === "expression_list" || node.kind === "statement_list" ? node.children : [node];
}

// src/rewrite/names/predeclared-package.ts
/**
* A package of ours by way of which a package that declares predeclared names itself reaches the originals. What is in it is types,
* and generic functions and methods, which their users compile: an archive of it is the same for all flags of a build.
*/
const predeclaredPath = "gots/predeclared";
const exported = new Set("any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr true false append copy delete panic".split(" "));
/** What of the package stands for a predeclared name at a place; undefined where nothing does. */
function exportedName(name, node) {
	const capital = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
	if (exported.has(name)) return node !== void 0 && isEmbedded(node) ? void 0 : capital;
	const call = node?.parent;
	if (name !== "print" && name !== "println" || call?.kind !== "call_expression") return void 0;
	const args = call.field("arguments")?.children ?? [];
	return args.length <= 4 && !isSpread(call) ? `${capital}${args.length}` : void 0;
}
/** The name of an embedded type is also that of its field. */
function isEmbedded({ parent }) {
	return parent?.kind === "field_declaration" && parent.field("name") === void 0;
}
const predeclaredSource = `//line <gots>/predeclared.go:1:1
package predeclared

type (
	Any        = any
	Bool       = bool
	Byte       = byte
	Comparable interface{ comparable }
	Complex64  = complex64
	Complex128 = complex128
	Error      = error
	Float32    = float32
	Float64    = float64
	Int        = int
	Int8       = int8
	Int16      = int16
	Int32      = int32
	Int64      = int64
	Rune       = rune
	String     = string
	Uint       = uint
	Uint8      = uint8
	Uint16     = uint16
	Uint32     = uint32
	Uint64     = uint64
	Uintptr    = uintptr
)

func Appended[T any](to, more []T) []T { return append(to[:len(to):len(to)], more...) }

const (
	True  = true
	False = false
)

func Append[S ~[]E, E any](s S, e ...E) S { return append(s, e...) }

func Copy[D ~[]E, S ~[]E, E any](to D, from S) int { return copy(to, from) }

func Delete[M ~map[K]V, K comparable, V any](m M, k K) { delete(m, k) }

func Print1[A any](a A) { print(a) }

func Print2[A, B any](a A, b B) { print(a, b) }

func Print3[A, B, C any](a A, b B, c C) { print(a, b, c) }

func Print4[A, B, C, D any](a A, b B, c C, d D) { print(a, b, c, d) }

func Println0() { println() }

func Println1[A any](a A) { println(a) }

func Println2[A, B any](a A, b B) { println(a, b) }

func Println3[A, B, C any](a A, b B, c C) { println(a, b, c) }

func Println4[A, B, C, D any](a A, b B, c C, d D) { println(a, b, c, d) }

type Failure[_ any] string

func (what Failure[_]) Report() {
	if e := recover(); e != nil {
		println(string(what))
		if err, ok := e.(error); ok {
			println(err.Error())
		}
	}
}

func NoMap[K comparable, V any](m map[K]V) bool { return m == nil }

func Panic[T any](v T) { panic(v) }
`;

// src/rewrite/render/asked-packages.ts
/**
* Packages of the interfaces that a template names: `.Function.ArgumentThatImplements "path.Name"` and its kin. Strings that
* cannot be such names do no harm.
*/
function askedPackages({ source }) {
	if (!source.includes("Implements")) return [];
	return [...source.matchAll(/["`]\*?([\w.~\-/]+)\.\w+["`]/g)].map(([, path]) => path);
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
function listOf$2(node, where) {
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
	return listOf$2(entry.value, `"${entry.key}"`).items.map((node) => ({
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
const text$3 = (of, pattern) => ({
	kind: "text",
	of,
	pattern
});
const flag = { kind: "flag" };
const number$3 = { kind: "number" };
const textsByName = { kind: "texts-by-name" };
const choice = (...values) => ({
	kind: "choice",
	values
});
const list$1 = (of, empty = false) => ({
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
const typeName = text$3("a type name", "^\\*?\\s*(?:[\\w.\\-]+(?:/[\\w.\\-]+)*\\.)?[A-Za-z_]\\w*$");
const importPath$1 = text$3("an import path");

// src/report/texts/weave.ts
const texts$2 = {
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
	throw failure(texts$2.weave_needs_types, { question }, { span });
}
/**
* Raised when a join point depends on a type that type checking could not find out. In a build the compiler is asked first:
* what it has to say about the package is the better message.
*/
function weaveTypeUnknown(span, question, why) {
	throw failure(texts$2.weave_type_unknown, {
		question,
		why
	}, { span });
}
/** Raised when a bare name may come from more than one dot import. */
function weaveDotImports(span, name) {
	throw failure(texts$2.weave_dot_imports, { name }, { span });
}
/** Raised when a file that may match holds text which the grammar cannot read, though it may be valid Go. */
function weaveSyntaxUnknown(span, near) {
	throw failure(texts$2.weave_syntax_unknown, { near }, { span });
}
/** Raised when a template uses a predeclared name that means something else where it is put, and that nothing stands in for. */
function templateNameHidden(span, name, by) {
	throw failure(texts$2.template_name_hidden, {
		name,
		by
	}, { span });
}
/** Raised when declarations that an aspect injects match aspects that inject declarations, without an end. */
function weaveEndlessInjection(span, limit) {
	throw failure(texts$2.weave_endless_injection, { limit }, { span });
}
/** Raised when the woven file does not parse: advice was applied where its text cannot stand. */
function weaveBrokenOutput(span, aspects, near) {
	throw failure(texts$2.weave_broken_output, {
		aspects: aspects.join(", ") || "an aspect",
		near
	}, { span });
}
/** Raised when a template is executed and Go's text/template says no. */
function templateExecution(span, message, cause) {
	throw failure(texts$2.template_execution, { message }, {
		span,
		cause
	});
}
/** Raised when a template does not parse as text/template. */
function templateSyntax(span, message, cause) {
	throw failure(texts$2.template_syntax, { message }, {
		span,
		cause
	});
}
/** Raised when a template's output holds nothing where something is needed. */
function templateRendersNothing(span, wanted) {
	throw failure(texts$2.template_renders_nothing, { wanted }, { span });
}
/** Raised when a template's output is not the Go that is needed at this place. */
function templateBrokenGo(span, wanted, near) {
	throw failure(texts$2.template_broken_go, {
		wanted,
		near
	}, { span });
}
/** Raised when code that an aspect gives as it is, without a template, is no Go code. */
function codeBrokenGo(span, wanted, near) {
	throw failure(texts$2.code_broken_go, {
		wanted,
		near
	}, { span });
}
/** Raised when a template prints the same node more than once, or a node and a part of it. */
function templateNodeTwice(span, node) {
	throw failure(texts$2.template_node_twice, { node }, { span });
}
/** Raised when a template prints a node inside a string literal of its Go text, where none can stand. */
function templateNodeInString(span, node) {
	throw failure(texts$2.template_node_in_string, { node }, { span });
}
/** Raised when a template prints something that has no text of its own. */
function templateNodeUnprintable(span, kind) {
	throw failure(texts$2.template_node_unprintable, { kind }, { span });
}
/** Raised when an advice is applied to a node that it cannot change. */
function adviceWrongNode(span, advice, problem) {
	throw failure(texts$2.advice_wrong_node, {
		advice,
		wanted: problem.wanted,
		got: problem.got,
		at: problem.at
	}, { span });
}
/** Raised when a name that an advice gives is no Go identifier. */
function adviceBadName(span, name) {
	throw failure(texts$2.advice_bad_name, { name: JSON.stringify(name) }, { span });
}
/** Raised when woven code refers to a variable of the package in such a way that its variables would be initialised in another order. */
function initOrderMoved({ importPath, early, late }, span) {
	throw failure(texts$2.weave_init_order, {
		importPath,
		early,
		late
	}, { span });
}

// src/lang/tree/go-kind.ts
/** Kinds of tree-sitter-go that have no node in go/ast are missing: lists, clauses and the like. */
const kinds$3 = {
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
	const kind = kinds$3[node.kind];
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
function textOf$1(node) {
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

// src/lang/syntax/positions.ts
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
const known$6 = /* @__PURE__ */ new WeakMap();
/** Where the compiler reports an offset of a file: line and byte column, with line directives honoured. */
function spanAt(source, offset) {
	let positions = known$6.get(source);
	if (positions === void 0) {
		positions = positionsOf(source);
		known$6.set(source, positions);
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
		case "type_declaration": return scope.parent?.kind !== "source_file" && (named$3(lookup, child) || earlierSpec(lookup, scope, child));
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
		case "type_declaration": return specsOf(statement).some((spec) => named$3(lookup, spec));
		case "labeled_statement": return statement.children.some((inner) => declares(lookup, inner));
		default: return false;
	}
}
function earlierSpec(lookup, declaration, child) {
	return declaration.children.some((spec) => spec.start < child.start && named$3(lookup, spec));
}
/** The specifications of a declaration, grouped or not. */
function specsOf(declaration) {
	if (!/^(?:var|const|type|import)_declaration$/.test(declaration.kind)) return [];
	return declaration.children.flatMap((child) => child.kind.endsWith("_list") ? child.children : [child]);
}
function listDeclares(lookup, list) {
	return list?.children.some((declaration) => named$3(lookup, declaration)) ?? false;
}
function listNames(lookup, list) {
	return list?.children.some((node) => isIdentifier(node) && matches$1(lookup, node)) ?? false;
}
/** The grammar has kinds of their own for some predeclared names, though programs may declare these as well. */
function isIdentifier({ kind }) {
	return kind === "identifier" || kind === "nil" || kind === "true" || kind === "false" || kind === "iota";
}
function named$3(lookup, declaration) {
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

// src/lang/names/names.ts
/**
* The name that an identifier, or a `pkg.Name` whose left side is an import, stands for; undefined for anything else.
* Aliases and dot imports are looked through; a local variable with an import's name is no import.
*/
function nameOf(node, ctx) {
	if (node.kind === "Ident") return {
		path: dotImportOf(node, ctx),
		name: textOf$1(node)
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
	const name = textOf$1(node);
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

// src/rewrite/need-import.ts
/** Makes the file import a package, under whatever name: adds `import _ "path"` unless the file imports the path already. */
function needImport(session, path) {
	if (!isImported(session, path)) session.blankImports.add(path);
}
/** Links a package that nothing in the file imports. */
function needLink(session, path) {
	if (!isImported(session, path)) session.links.add(path);
}
function isImported({ ctx }, path) {
	return ctx.imports.specs.some((spec) => samePath(spec.path, path));
}

// src/vocabulary/advice/add-blank-import/add-blank-import.ts
const addBlankImport = {
	words: { "add-blank-import": {
		shape: importPath$1,
		doc: "Imports a package for what it does when it is initialized.",
		example: "example.com/x/init",
		read: (entry) => ({
			kind: "add-blank-import",
			path: filledTextOf(entry, "the advice"),
			span: entry.span
		})
	} },
	templates: () => [],
	injects: ({ path }) => [path],
	reads: () => [],
	onNode: {
		fits: void 0,
		apply: ({ path }, { session }) => needImport(session, path),
		mayHideErrors: () => false,
		mayMoveOrder: false,
		oncePerFile: true
	},
	onPackage: void 0
};

// src/lang/names/imports.ts
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

// src/report/texts/hooks.ts
const texts$1 = {
	aspect_hooks_none: {
		code: "aspect_hooks_none",
		message: "the hooks name neither a function to run before nor one to run after",
		hint: "add \"before:\", \"after:\" or both"
	},
	hook_missing: {
		code: "hook_missing",
		message: "the package %path% declares no function %name%",
		hint: "%suggestion%"
	},
	hook_syntax: {
		code: "hook_syntax",
		message: "%problem%",
		hint: "a hook is a function whose first parameter is the context of the call"
	},
	hook_signature: {
		code: "hook_signature",
		message: "the hook %name% does not fit the function: %problem%",
		hint: "before: the context, the receiver if there is one, the parameters; after: the context, the results; any of them may be an interface{}"
	},
	aspect_package_missing_in_build: {
		code: "aspect_package_missing",
		message: "there is no package %path% in this build",
		hint: "its module must be required by the project, or lie beside the aspect file; see `go list` for the path"
	},
	aspect_file_of_package: {
		code: "aspect_file_of_package",
		message: "the package %path% has no file %file%",
		hint: "%suggestion%"
	},
	added_file_syntax: {
		code: "added_file_syntax",
		message: "this file is added to a package and does not parse near \"%near%\"",
		hint: "compile it by itself first"
	},
	replaced_file_missing: {
		code: "replaced_file_missing",
		message: "the package %path% has no file %file% to replace",
		hint: "%suggestion%"
	},
	advice_no_value: {
		code: "advice_no_value",
		message: "the declaration of %name%, one of %names% names, has no value of its own that could be changed",
		hint: "only values that are written one for each name can be replaced or wrapped"
	},
	advice_results_as_arguments: {
		code: "advice_results_as_arguments",
		message: "append-args cannot add to the arguments of %callee%, which are the results of one call: %why%",
		hint: "keep the results in variables and pass those"
	},
	advice_no_constant: {
		code: "advice_no_constant",
		message: "%advice% puts %text%, which is no constant, where only a constant can stand, at %at%",
		hint: "write a constant expression, or narrow the join point to places where any value can stand"
	},
	advice_no_statement: {
		code: "advice_no_statement",
		message: "no statement of the function matches the pattern %pattern%",
		hint: "statements are compared as they are written, those directly in a case of switch or select left out"
	}
};

// src/report/codes/hooks.ts
/** Raised when hook advice names neither a hook before nor one after. */
function aspectHooksNone(span) {
	throw failure(texts$1.aspect_hooks_none, {}, { span });
}
/** Raised when the package of a hook does not declare it. */
function hookMissing(span, hook, known) {
	throw failure(texts$1.hook_missing, {
		path: hook.path,
		name: hook.name,
		suggestion: suggest(hook.name, known)
	}, { span });
}
/** Raised at the hook itself when it cannot be one. */
function hookSyntax(span, problem) {
	throw failure(texts$1.hook_syntax, { problem }, { span });
}
/** Raised when a hook cannot be called with what the function has. */
function hookSignature(span, name, problem) {
	throw failure(texts$1.hook_signature, {
		name,
		problem
	}, { span });
}
/** Raised when advice refers to a package that go does not find. */
function aspectPackageMissing(span, path) {
	throw failure(texts$1.aspect_package_missing_in_build, { path }, { span });
}
/** Raised when advice adds a file that its package does not have. */
function aspectFileOfPackage(span, want, known) {
	throw failure(texts$1.aspect_file_of_package, {
		path: want.path,
		file: want.file,
		suggestion: suggest(want.file, known)
	}, { span });
}
/** Raised when a file that is to be added to a package does not parse. */
function addedFileSyntax(span, near) {
	throw failure(texts$1.added_file_syntax, { near }, { span });
}
/** Raised when advice replaces a file that the package does not have, or not on this platform. */
function replacedFileMissing(span, want, known) {
	throw failure(texts$1.replaced_file_missing, {
		path: want.path,
		file: want.file,
		suggestion: suggest(want.file, known)
	}, { span });
}
/** Raised when the value of one of several variables cannot be told from those of the others, or there is none to wrap. */
function adviceNoValue(span, name, names) {
	throw failure(texts$1.advice_no_value, {
		name,
		names
	}, { span });
}
/** Raised when arguments are added to a call whose arguments are the results of another, and that call cannot be taken apart. */
function adviceResultsAsArguments(span, callee, why) {
	throw failure(texts$1.advice_results_as_arguments, {
		callee,
		why
	}, { span });
}
/** Raised when advice puts something where only a constant can stand. */
function adviceNoConstant(span, advice, problem) {
	throw failure(texts$1.advice_no_constant, {
		advice,
		text: problem.text,
		at: problem.at
	}, { span });
}
/** Raised when code is to be put beside a statement that the function does not have. */
function adviceNoStatement(span, pattern) {
	throw failure(texts$1.advice_no_statement, { pattern }, { span });
}

// src/lang/tree/changes.ts
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

// src/lang/tree/for-each-node.ts
/** Without recursion: chains of operators nest deeper than the stack is. */
function forEachNode(root, visit) {
	const open = [root];
	for (let node = open.pop(); node !== void 0; node = open.pop()) {
		visit(node);
		open.push(...node.children);
	}
}

// src/rewrite/names/own-names.ts
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

// src/base/once.ts
/** The function's result, computed when it is asked for first. */
function once(make) {
	let made;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}

// src/lang/names/imported-words.ts
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

// src/lang/syntax/raw-file.ts
function rawFile(bytes) {
	return {
		bytes,
		packageName: packageClauseName(bytes)
	};
}
const leading = /^(?:\uFEFF|\s|\/\/[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*package(?:\s|\/\*[\s\S]*?\*\/)+([\p{L}_][\p{L}\p{Nd}_]*)/u;
/** The name in the package clause, found without a parser; undefined for text that does not begin as a Go file does. */
function packageClauseName(bytes) {
	return (leading.exec(bytes.toString("utf8", 0, 8192)) ?? leading.exec(bytes.toString("utf8")))?.[1];
}

// src/lang/syntax/top-level-words.ts
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

// src/rewrite/package-session.ts
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
function isTopLevelName({ topLevel, declared }, name) {
	return declared.has(name) || topLevel().has(byteString(Buffer.from(name)));
}
/** The name in the package clause; undefined for a package without files of which no more is known. */
function nameOfPackage({ request }) {
	const first = request.files[0];
	return first === void 0 ? request.facts.name : packageClauseName(first.bytes);
}
function baseName(name) {
	return name.slice(name.lastIndexOf("/") + 1);
}

// src/lang/tree/declarations.ts
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

// src/rewrite/names/field-key.ts
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

// src/rewrite/names/freed-names.ts
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

// src/rewrite/names/text-names.ts
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
const word$2 = /[\p{L}_][\p{L}\p{Nd}_]*/gu;
function wordsIn(text) {
	return new Set(text.match(word$2) ?? []);
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

// src/rewrite/names/open-names.ts
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

// src/rewrite/names/rename.ts
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

// src/rewrite/names/settle-names.ts
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
	for (let fn = enclosingFunction(slot); fn !== void 0; fn = next$1(fn)) {
		const { receiver, parameters, results } = signatureOf(fn);
		for (const list of [
			receiver,
			parameters,
			results
		]) for (const name of list?.fields.flatMap(({ names }) => names) ?? []) found.add(name);
	}
	return found;
}
function next$1(fn) {
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
	if (!isTopLevelName(pkg, name) && !to.imports.has(name)) return;
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
	return host !== void 0 && !hasFreedName(host, name, pkg.own) || isTopLevelName(pkg, name) || ctx.imports.byName.has(name);
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
	if (!isTopLevelName(pkg, name) && !ctx.imports.byName.has(name)) return name;
	const exported = exportedName(name);
	if (exported === void 0) templateNameHidden(span, name, "the package");
	langs.add("go1.18");
	return `${names.nameFor(predeclaredPath, "predeclared", at)}.${exported}`;
}
function spanIn(unit, { start }) {
	return unit.rendered === void 0 ? spanAt(unit.tree.source, start) : originOf(unit.rendered, start);
}

// src/rewrite/names/linker-symbol.ts
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

// src/rewrite/names/settle-symbols.ts
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

// src/rewrite/splice/add-imports.ts
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
	const text = specs.map(({ name, path }) => `; import ${name ? `${name} ` : ""}${goString$1(path)}`).join("");
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
function goString$1(path) {
	return JSON.stringify(path);
}

// src/lang/tree/constants.ts
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
	return listed$1(governingSpec(spec)?.field("value")).flatMap((syntax) => {
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
const builtins$1 = /^(?:len|cap|min|max|real|imag|complex)$/;
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
	if (callee.kind === "func_literal" || callee.kind === "call_expression" || /^(?:make|new|append|copy|recover)$/.test(name) || args.length !== 1 && name !== "" && !builtins$1.test(name)) return goNode(unit, call);
	return isSizeOf(unit, call) || builtins$1.test(name) ? void 0 : firstOf(unit, args);
}
function firstOf(unit, parts) {
	for (const part of parts) {
		const node = part.kind === "operator" ? void 0 : goNode(unit, part);
		const found = node && inconstantPart(node);
		if (found !== void 0) return found;
	}
}

// src/rewrite/edits/extent.ts
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

// src/rewrite/edits/parentheses.ts
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

// src/rewrite/edits/edit-parts.ts
const textPart = (value, origin) => ({
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
		textPart("("),
		...body,
		textPart(")")
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
		textPart("(", spanOf$1(content.unit, content.syntax.start)),
		...parts,
		textPart(")")
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

// src/rewrite/edits/call-edits.ts
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
	const list = (values) => values.flatMap((value, i) => [textPart(i === 0 ? "" : ", "), rangeOf$1(unit, value)]);
	const head = "helper" in bound ? [
		textPart(`${bound.variable} := ${bound.helper}(`, span),
		rangeOf$1(unit, callee),
		textPart(")"),
		args,
		textPart("; ")
	] : [
		textPart(`${bound.variables.join(", ")} := `, span),
		...list(bound.values),
		textPart("; ")
	];
	const isBound = "helper" in bound || bound.variables.length > 0;
	return [replace(statement, [
		textPart("{ ", span),
		...isBound ? head : [],
		textPart(keyword, span),
		...inFunction(wrapped, span),
		textPart(" }")
	])];
}
/** A function that evaluates what a call was wrapped in, and its call. */
function inFunction(wrapped, span) {
	return [
		textPart("func() { ", span),
		...contentParts(wrapped, wrapped.unit, wrapped.syntax),
		textPart(" }()", span)
	];
}
function appended(unit, call, args) {
	const isFirst = argumentsOf$1(call).length === 0 || hasTrailingComma(unit, call);
	return insert(call.end - 1, [textPart(isFirst ? "" : ", "), ...listParts$1(args)]);
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
		textPart(`${helper.name}(`, helper.span),
		rangeOf$1(unit, callee),
		textPart(")")
	]), replace(results, [
		rangeOf$1(unit, results),
		textPart(")("),
		...listParts$1(args)
	])];
}
/** `f(xs...)` becomes `f(append[T](xs, v)...)`, or `f(func(opts ...T) []T { return append(opts, v) }(xs...)...)`. */
function spreadEdits(unit, call, spreads) {
	const last = isSpread(call) ? argumentsOf$1(call).at(-1) : void 0;
	if (last === void 0) return [];
	let parts = [rangeOf$1(unit, last)];
	for (const { type, append, values, span } of spreads) {
		const added = values.flatMap((value) => [textPart(", "), ...contentParts(value, value.unit, value.syntax)]);
		parts = append === void 0 ? [
			textPart(`func(opts ...${type}) []${type} { return append(opts`, span),
			...added,
			textPart(") }("),
			...parts,
			textPart("...)")
		] : [
			textPart(`${append}[${type}](`, span),
			...parts,
			...added,
			textPart(")")
		];
	}
	return [replace(last, parts)];
}
function rangeOf$1(unit, { start, end }) {
	return {
		kind: "range",
		unit,
		start,
		end
	};
}
function listParts$1(args) {
	return args.flatMap((arg, i) => [textPart(i === 0 ? "" : ", "), ...contentParts(arg, arg.unit, arg.syntax)]);
}

// src/rewrite/edits/value-edits.ts
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
		textPart(" = "),
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
				textPart(" = "),
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
	return type === void 0 ? [] : [textPart(" "), {
		kind: "range",
		unit,
		start: type.start,
		end: type.end
	}];
}
function listParts(values, partsOf = contentParts) {
	return values.flatMap((value, i) => [textPart(i === 0 ? "" : ", "), ...partsOf(value, value.unit, value.syntax)]);
}

// src/rewrite/edits/local-edits.ts
/** Everything that advice did to a unit, as edits; of two with the same range, the later is the outer one. */
function localEdits(unit) {
	const { changes } = unit;
	const edits = [];
	for (const [{ start, end }, said] of changes.directives) edits.push({
		start,
		end,
		parts: [textPart(said)]
	});
	for (const [node, replacement] of changes.texts) edits.push(replace(node, [textPart(replacement, spanOf$1(unit, node.start))]));
	for (const node of changes.dropped) edits.push(replace(node, []));
	for (const [node, moved] of unit.rendered?.holes ?? []) edits.push(replace(node, contentParts(moved, unit, node)));
	for (const [node, content] of changes.slots) {
		const partsOf = wantsConstant(unit, node) ? constantParts : contentParts;
		const late = node.parent && changes.late.get(node.parent);
		edits.push(replace(node, late ? inFunction(content, late.span) : partsOf(content, unit, node)));
	}
	for (const block of /* @__PURE__ */ new Set([...changes.prepended.keys(), ...changes.jumps.keys()])) {
		const prepended = (changes.prepended.get(block) ?? []).toReversed().flatMap(blockParts);
		const jumps = (changes.jumps.get(block) ?? []).map((jump) => textPart(jump.text, jump.span));
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
		textPart("{"),
		statements,
		textPart("};")
	];
}
function addedElements(body, elements) {
	const isLast = (i) => i === elements.length - 1 && body.children.length === 0;
	const parts = elements.flatMap(({ name, value }, i) => [
		textPart(`${name}: `),
		...contentParts(value, value.unit, value.syntax),
		textPart(isLast(i) ? "" : ", ")
	]);
	return insert(body.start + 1, parts);
}
/** Fields are separated by newlines or semicolons; two separators in a row would be a syntax error. */
function addedFields(unit, list, fields) {
	const last = list.children.at(-1);
	const before = unit.tree.source.text.slice(last?.end ?? list.end, list.end - 1);
	const isSeparated = last === void 0 || before.includes("\n") || /^\s*;/.test(before);
	return fields.flatMap(({ name, type, span }, i) => [textPart(i === 0 && isSeparated ? " " : "; "), textPart(`${name} ${type}`, span)]);
}
/** An unnamed list gets a name for each entry, a named one new names for its `_`. */
function renamed({ syntax, fields }) {
	const edits = fields.flatMap(({ written, names, syntax: field }) => {
		if (written.length === 0) return [insert(field.start, [textPart(`${names[0] ?? "_"} `)])];
		return written.map((name, i) => replace(name, [textPart(names[i] ?? "_")]));
	});
	if (syntax === void 0 || syntax.kind === "parameter_list") return edits;
	const [only] = edits;
	return [insert(syntax.start, [textPart("("), ...only?.parts ?? []]), insert(syntax.end, [textPart(")")])];
}

// src/rewrite/edits/pending-edits.ts
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

// src/rewrite/edits/settle-file.ts
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

// src/report/texts/splice.ts
const texts = {
	splice_overlap: {
		code: "splice_overlap",
		message: "edits [%start%, %end%) and [%otherStart%, %otherEnd%) of %file% overlap in part",
		family: "bug"
	},
	splice_outside: {
		code: "splice_outside",
		message: "[%start%, %end%) is not within [%outerStart%, %outerEnd%) of %file%",
		family: "bug"
	},
	splice_file_name: {
		code: "splice_file_name",
		message: "the file name %file% cannot be written in a line directive",
		hint: "rename the file or its folder: names with \"*/\" or a line break cannot be woven"
	}
};

// src/report/codes/splice.ts
/** Raised when two edits cover a part of each other: advice must nest its edits or keep them apart. */
function spliceOverlap(file, one, other) {
	throw failure(texts.splice_overlap, {
		start: one.start,
		end: one.end,
		otherStart: other.start,
		otherEnd: other.end,
		file
	});
}
/** Raised when an edit, or a piece of one, reaches out of its bounds. */
function spliceOutside(file, inner, outer) {
	throw failure(texts.splice_outside, {
		start: inner.start,
		end: inner.end,
		outerStart: outer.start,
		outerEnd: outer.end,
		file
	});
}
/** Raised when a file name cannot stand in a line directive, so that positions could not be kept. */
function spliceFileName(file) {
	throw failure(texts.splice_file_name, { file: JSON.stringify(file) });
}

// src/rewrite/splice/nest.ts
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
	const order = edits.map((_, index) => index).sort((a, b) => compare$1(edits[a], edits[b]) || tie(edits, a, b));
	const roots = [];
	const open = [];
	for (const index of order) {
		const edit = edits[index];
		if (!within$2(edit, all)) spliceOutside(source.name, edit, all);
		for (const piece of edit.pieces) if (piece.kind === "original" && !within$2(piece, edit)) spliceOutside(source.name, piece, edit);
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
function compare$1(a, b) {
	return a.start - b.start || Number(isInsertion(b)) - Number(isInsertion(a)) || b.end - a.end;
}
function tie(edits, a, b) {
	return isInsertion(edits[a]) ? a - b : b - a;
}
function within$2(inner, outer) {
	return outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
}

// src/rewrite/splice/writer.ts
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

// src/rewrite/splice/splice.ts
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

// src/rewrite/adopt-file.ts
/**
* Puts a file of another package's folder under this package's name. Its positions stay.
*
* @param names `settled`: its names are made to fit into the package; `kept`: it stands in for a file of the package and fits
* @throws GotsError aspect_package_missing, aspect_file_of_package, added_file_syntax
*/
function adoptFile(pkg, wanted, names) {
	const file = fileOfPackage(pkg, wanted);
	pkg.own.admit(file.bytes);
	const source = sourceFile(file.name, file.bytes);
	const tree = pkg.grammar.parse(source);
	const clause = tree.root.children.find((node) => node.kind === "package_clause")?.children[0];
	if (tree.hasErrors || clause === void 0) {
		const at = tree.firstError ?? 0;
		addedFileSyntax(spanAt(source, at), readable(source, at, Math.min(at + 40, source.text.length)).trim());
	}
	for (const each of topLevelNames(tree)) pkg.declared.add(each);
	const name = nameOfPackage(pkg) ?? readable(source, clause.start, clause.end);
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
	const { edits, imports } = names === "settled" ? settleFile(tree, pkg) : {
		edits: [],
		imports: []
	};
	return {
		text: splice(source, [
			...constraints,
			clauseEdit,
			...edits
		]),
		imports: [...importTable(tree, () => void 0).specs.map((spec) => spec.path), ...imports]
	};
}

// src/vocabulary/advice/file-named-by.ts
/**
* Reads the keys `path` and `file` of advice that takes a file of another package.
*
* @throws GotsError aspect_missing_key, aspect_wrong_type
*/
function fileNamedBy(entry, found) {
	const where = `"${entry.key}"`;
	return {
		path: filledTextOf(required(found.path, "path", entry.value, where), where),
		file: filledTextOf(required(found.file, "file", entry.value, where), where),
		span: entry.span
	};
}

// src/vocabulary/advice/add-file/add-file.ts
const shape$7 = map({
	path: {
		shape: importPath$1,
		doc: "Package in whose folder the file lies; its build constraints do not count.",
		required: true
	},
	file: {
		shape: text$3("a file name"),
		doc: "Name of the file.",
		required: true
	},
	link: {
		shape: flag,
		doc: "Whether the package that the file comes from is linked as well; `true` by default."
	}
});
const addFile = {
	words: { "add-file": {
		shape: shape$7,
		doc: "Adds a Go file of another package to the package.",
		example: "{ path: example.com/x, file: extra.go }",
		read: (entry, ctx) => {
			const found = fields(ctx, entry.value, {
				where: "\"add-file\"",
				known: keysOf(shape$7)
			});
			const unlinked = found.link !== void 0 && !booleanOf(found.link.value, "\"link\"");
			return {
				kind: "add-file",
				...fileNamedBy(entry, found),
				...unlinked ? { unlinked } : {}
			};
		}
	} },
	templates: () => [],
	injects: linksOf,
	reads: ({ path, file }) => [{
		path,
		file
	}],
	onNode: {
		fits: void 0,
		apply: (advice, { session }) => addTo(session.pkg, advice),
		mayHideErrors: () => true,
		mayMoveOrder: true,
		oncePerFile: true
	},
	onPackage: {
		when: () => "if-whole",
		apply: (advice, pkg) => {
			addTo(pkg, advice);
			return true;
		}
	}
};
function linksOf({ path, unlinked }) {
	return unlinked === true ? [] : [path];
}
function addTo(pkg, advice) {
	const key = `file ${advice.path} ${advice.file}`;
	if (pkg.added.has(key)) return;
	const name = addedName(pkg, advice.file);
	pkg.added.set(key, {
		name,
		...adoptFile(pkg, advice, "settled"),
		links: linksOf(advice)
	});
}

// src/lang/names/type-name.ts
const grammar$2 = /^(?<star>\*)?[\t\n\f\r ]*(?:(?<path>[\w.-]+(?:\/[\w.-]+)*)\.)?(?<name>[A-Za-z_]\w*)$/;
/**
* Parses `[*][path.]Name`; the last dot ends the path, so `github.com/A/B.C.t` is `t` of `github.com/A/B.C`.
*
* @returns undefined where the text is something else; slices, maps, functions and type arguments are not type names
*/
function parseTypeName(text) {
	const { star, path, name } = grammar$2.exec(text)?.groups ?? {};
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

// src/rewrite/names/import-names.ts
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

// src/rewrite/render/type-text.ts
/** Import paths that a type names. */
function pathsIn(type) {
	if ("kind" in type) return Object.values(type.imports ?? {});
	return type.path === void 0 ? [] : [type.path];
}
/** A type as Go text for a place in the file; its packages are imported if need be. */
function typeText$1(type, site, at) {
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

// src/rewrite/wrong-node.ts
/** @throws GotsError advice_wrong_node */
function wrongNode({ node, slot }, advice, wanted) {
	const { file, line, column } = spanOf$1(slot.unit, slot.syntax.start);
	adviceWrongNode(advice.span, advice.kind, {
		wanted,
		got: node.kind,
		at: `${file}:${line}:${column}`
	});
}

// src/vocabulary/advice/add-struct-field/add-struct-field.ts
const shape$6 = map({
	name: {
		shape: text$3("a field name"),
		doc: "The field.",
		required: true
	},
	type: {
		shape: typeName,
		doc: "Its type.",
		required: true
	}
});
const addStructField = {
	words: { "add-struct-field": {
		shape: shape$6,
		doc: "Adds a field at the end of a struct type.",
		example: "{ name: traced, type: bool }",
		read: (entry, ctx) => {
			const where = "\"add-struct-field\"";
			const found = fields(ctx, entry.value, {
				where,
				known: keysOf(shape$6)
			});
			const type = required(found.type, "type", entry.value, where);
			return {
				kind: "add-struct-field",
				name: filledTextOf(required(found.name, "name", entry.value, where), where),
				type: typeNameAt(type.value.span, yamlText(type.value, "\"type\"")),
				span: entry.span
			};
		}
	} },
	templates: () => [],
	injects: ({ type }) => pathsIn(type),
	reads: () => [],
	onNode: {
		fits: {
			accepts: (kind) => kind === "TypeSpec",
			wanted: "the definition of a struct type",
			hint: "match one with \"struct-definition\""
		},
		apply: apply$8,
		mayHideErrors: () => true,
		mayMoveOrder: true,
		oncePerFile: false
	},
	onPackage: void 0
};
/** @throws GotsError advice_wrong_node, advice_bad_name */
function apply$8(advice, site) {
	const { node } = site;
	const type = node.syntax.field("type");
	if (node.kind !== "TypeSpec" || type?.kind !== "struct_type") wrongNode(site, advice, "a struct type definition");
	if (!/^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(advice.name)) adviceBadName(advice.span, advice.name);
	const { addedFields } = node.unit.changes;
	const fields = addedFields.get(type) ?? [];
	addedFields.set(type, fields);
	fields.push({
		name: advice.name,
		type: typeText$1(advice.type, site, {
			unit: node.unit,
			syntax: type
		}),
		span: advice.span
	});
}

// src/lang/versions/go-version.ts
const int$1 = "(?:0|[1-9][0-9]*)";
const grammar$1 = new RegExp(`^go(?<major>${int$1})(?:\\.(?<minor>${int$1})(?:\\.${int$1}|[a-z]+(?:${int$1})?)?)?$`);
/**
* The language version of a Go version: `go1.21.3`, `go1.21rc2` and `go1.21-custom` are all `go1.21`.
*
* @returns undefined where go/version.IsValid says no (Go 1.26, go/version and internal/gover)
*/
function languageVersion(version) {
	const [plain = ""] = version.split("-", 1);
	const groups = grammar$1.exec(plain)?.groups;
	if (!groups) return void 0;
	const { major, minor = "0" } = groups;
	return major === "1" && minor === "0" ? "go1" : `go${major}.${minor}`;
}

// src/aspects/template-shape.ts
/** The keys of every mapping that holds a template. */
const templateFields = {
	template: {
		shape: text$3("Go with actions of Go's text/template"),
		doc: "The text; `{{ . }}` is the node that matched."
	},
	imports: {
		shape: textsByName,
		doc: "Names under which the template uses packages, each with its import path."
	},
	lang: {
		shape: text$3("a language version", "^go1(\\.\\d+.*)?$"),
		doc: "Language version that the template needs, as `go1.21`."
	},
	links: {
		shape: list$1(importPath$1, true),
		doc: "Packages that must be in the binary, though nothing imports them."
	}
};
/** Every mapping that holds a template. `links` is read everywhere and used by `inject-declarations` only. */
const templateShape = map(templateFields, true);

// src/aspects/read-template.ts
/** Reads `{template, imports, lang}`. @throws GotsError the codes of {@link templateFrom} */
function readTemplate(ctx, node, where) {
	return templateFrom(ctx, fields(ctx, node, {
		where,
		known: keysOf(templateShape)
	}), node);
}
/**
* Builds the template from keys already picked out of their mapping; a missing `template` is the empty one.
*
* @throws GotsError aspect_template_syntax, aspect_bad_lang, aspect_wrong_type
*/
function templateFrom(ctx, found, owner) {
	const node = found.template?.value;
	const source = node ? scalarOf(node, "\"template\"").text : "";
	const lines = node ? scalarOf(node, "\"template\"").lines() : [owner.span];
	const imports = found.imports ? pairsOf(found.imports.value, "\"imports\"") : {};
	const problem = ctx.checkTemplate?.(source);
	if (problem) {
		const span = spanInTemplate({
			source,
			lines
		}, problem.offset);
		attempt(ctx, () => aspectTemplateSyntax(span, problem.message));
	}
	const lang = attempt(ctx, () => readLang(found.lang));
	textsOf(found.links);
	return lang === void 0 ? {
		source,
		imports,
		lines
	} : {
		source,
		imports,
		lang,
		lines
	};
}
function readLang(entry) {
	if (!entry) return void 0;
	const text = yamlText(entry.value, "\"lang\"");
	return languageVersion(text) ?? aspectBadLang(entry.value.span, text);
}

// src/rewrite/names/predeclared.ts
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
		if (!of.some((each) => isTopLevelName(pkg, each))) return plain({ name });
		isImported = true;
		return imported({
			name,
			from
		});
	});
	const base = "names.go";
	const clause = `//line <gots>/${base}:1:1\npackage ${nameOfPackage(pkg) ?? "_"}\n`;
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

// src/lang/template/errors.ts
/** Raised by parseTemplate. The message is the one Go's text/template/parse prints, name and line included. */
var TemplateSyntaxError = class extends Error {
	/** Counts from 1. */
	line;
	/** Byte in the template's UTF-8 source at which the parser stood when it gave up. */
	offset;
	constructor(message, line, offset) {
		super(message);
		this.name = "TemplateSyntaxError";
		this.line = line;
		this.offset = offset;
	}
};
/**
* Raised by executeTemplate. The message is the one Go's text/template prints. Where a method or function failed,
* `cause` is what it threw, so that a caller can hand on an error of its own unchanged.
*/
var TemplateExecError = class extends Error {
	/** Byte in the template's UTF-8 source of the node that was being evaluated. */
	offset;
	constructor(message, offset, cause) {
		super(message, cause === void 0 ? void 0 : { cause });
		this.name = "TemplateExecError";
		this.offset = offset;
	}
};

// src/lang/text/printable.ts
/**
* The characters above ASCII that Go 1.26 (Unicode 15.0) takes for printable. Not asked of the JavaScript engine, whose
* Unicode version differs: the same template must give the same bytes everywhere. From U+0080 on, in base 36, how many
* characters are not printable, then how many are, and so on; made from Go's unicode.IsPrint, to which a test holds it.
*/
const runLengths = `
  x c 1 ju 2 6 4 7 1 1 1 k 1 b1 1 12 2 1e 2 3 1 1j 8 r 4 6 h m 1 5c 1 1c 2 1n 2 2t e 1n 2 1d 2 f 1 s 2 1 1 b 5 v 9 22
  1 4h 1 8 2 2 2 m 1 7 1 1 3 4 2 9 2 2 2 4 8 1 4 2 1 5 2 p 2 3 1 6 4 2 2 m 1 7 1 2 1 2 1 2 2 1 1 5 4 2 2 3 3 1 7 4 1 1
  7 h a 3 1 9 1 3 1 m 1 7 1 2 1 5 2 a 1 3 1 3 2 1 f 4 2 c 7 7 1 3 1 8 2 2 2 m 1 7 1 2 1 5 2 9 2 2 2 3 7 3 4 2 1 5 2 i
  a 2 1 6 3 3 1 4 3 2 1 1 1 2 3 2 3 3 3 c 4 5 3 3 1 4 2 1 6 1 e l 5 d 1 3 1 n 1 g 2 9 1 3 1 4 7 2 1 3 2 1 2 4 2 a 7 m
  1 3 1 n 1 a 1 5 2 9 1 3 1 4 7 2 6 2 1 4 2 a 1 3 c d 1 3 1 1f 1 3 1 6 4 g 2 q 1 3 1 i 3 o 1 9 1 1 2 7 3 1 4 6 1 1 1 8
  6 a 2 3 c 1m 4 t 11 2 1 1 1 5 1 o 1 1 1 n 2 5 1 1 1 7 1 a 2 4 w 20 1 10 4 13 1 10 1 f 1 d 11 5i 1 1 5 1 2 ah 1 4 2 7
  1 1 1 4 2 15 1 4 2 x 1 4 2 7 1 1 1 4 2 f 1 1l 1 4 2 1v 2 w 3 q 6 2e 2 6 2 hs 1 s 3 2h 7 m 9 o 9 k c d 1 3 1 2 c 2m 2
  a 6 a 6 e 1 b 6 2h 7 17 5 1y a v 1 c 4 c 4 1 3 16 2 5 b 18 4 q 6 b 3 1q 2 1t 1 t 2 b 6 a 6 e 2 v 1d 25 3 1b 1 38 8
  1o 3 f 3 1o 7 17 2 b 8 17 5 eu 2 6 2 12 2 6 2 8 1 1 1 1 1 1 1 v 2 1h 1 f 1 e 2 6 1 j 2 3 1 9 h o 8 1b h 2 2 r 1 d 3
  x f x f 3w 4 if p b l 1ec 2 w 1 9p 5 19 1 1 5 1 2 1k 7 2 e o 9 7 1 7 1 7 1 7 1 7 1 7 1 7 1 7 1 3i y q 1 2h c 5y q c
  5 1r 1 2e 2 2v 5 17 1 2m 1 2c c 1b 1 mlp 3 1j 9 9o k 54 8 5n 5 2 1 1 1 5 o 1n 3 a 6 1k 8 1y 8 c 6 38 b u 3 26 1 b 4
  x 1 1j 9 e 2 a 2 2v o s a 6 2 6 2 6 9 7 1 7 1 1o 4 3i 2 a 6 8mc c n 4 1d 6is a6 2 2y 12 7 c 5 5 q 1 5 1 1 1 2 1 2 1
  3h g cd 2 1i 7 1 w 16 6 1f 1 j 1 4 4 5 1 3r 4 5a 3 6 2 6 2 6 2 3 3 7 1 7 d 2 2 c 1 q 1 j 1 2 1 f 2 e y 3f 5 3 4 19 3
  2g 1 d 3 1 1b 1a 3m t 3 1d f s 4 10 9 u 5 17 5 u 1 11 4 e 16 4e 2 a 6 10 4 10 4 14 8 1g b c 1 f 1 7 1 2 1 b 1 f 1 7
  1 2 1v 8n 9 m a 8 o 6 1 16 1 9 1x 6 2 1 1 18 1 2 3 1 2 n 1 20 8 9 1c j 1 2 5 x 3 r 5 1 1s 1k 4 k 2 1e 1 2 5 8 1 3 1
  t 2 3 4 a 7 9 7 1s w 13 4 c 9 1i 3 t 2 r 5 q 7 4 c 7 28 21 1j 1f d 1f 7 1a 8 a 86 v 1 16 1 3 2 2 23 17 8 16 m q 12 s
  k n 9 26 4 10 9 1q 1 5 d p 7 a 6 1h 1 i 8 13 9 2o 1 k b i 1 1b 1q 7 1 1 1 4 1 f 1 b 6 1n 5 a 6 4 1 8 2 2 2 m 1 7 1 2
  1 5 1 a 2 2 2 3 2 1 6 1 5 7 2 7 3 5 3v 2k 1 5 u 20 8 a 4m 1i 2 12 y 1x b a 6 d j 1m 6 a 1i r 2 f 4 n 55 1o 2s 2b c 8
  2 1 2 8 1 2 1 u 1 2 2 c 9 a 1y 8 2 1a 2 b r 20 8 2b d 21 7 a 6u 9 1 19 1 e a t 3 w 2 m 1 e 21 7 1 2 1 18 3 1 1 2 1 9
  8 a 6 6 1 2 1 11 1 2 1 6 7 a 8m p 7 h 1 15 3 s 2e 1 f 1e d pn 2u 33 1 5 b 5g 218 2r d ts g m 33e g7 6nt ft 7 v 1 a 4
  29 1 a 6 u 2 6 a 1y a a 1 7 1 l 5 j j4 2j 2t 23 4 1l 7 h 1s 5 b 2 e 4qg 8 ye 16 9 6w7 4 1 7 1 2 1 83 f 1 t 3 2 1 e 4
  8 b0 1s4 2z 5 d 3 9 7 a 2 4 3mo 1a 2 n 9 38 1o 6u a 13 2 22 8 34 l 1y 3e k c k c 2f 9 p 3r 2d 1 1z 1 2 2 1 2 2 2 4 1
  c 1 1 1 7 1 1t 1 4 2 8 1 7 1 s 1 4 1 5 1 1 3 7 1 9g 2 84 2 ji f 5 1 f uo v 6 6 5x 7 1 h 2 7 1 2 1 5 5 1q x 1 34 19 3
  e 2 a 4 2 8w v h 1m 5 1 cw 16 km 7 1 4 1 2 1 f 1 5h 2 g 15 24 4 a 4 2 lt 1w 24 1p 5e 4 1 r 1 2 1 1 2 1 1 a 1 4 1 1 1
  1 6 1 4 1 1 1 1 1 1 3 1 2 1 1 2 1 1 1 1 1 1 1 1 1 1 2 1 1 2 4 1 7 1 4 1 4 1 1 1 a 1 h 5 3 1 5 1 h 1g 2 7i 18 4 2s c
  f 2 f 1 f 1 11 a 4u 1k t d 18 4 9 7 2 e 6 4a rc 4 h 3 d 3 3b 4 2n 6 c 4 1 f c 4 1k 8 a 6 14 8 u 2 2 26 9g c e 2 d 3
  9 7 1a 1 7 8 e 4 9 7 9 7 43 1 1j 11 a sm wyo w 37e 6 66 2 4g2 e 5rl 2e7 f2 15u 3t7 5 38g f9e8 6o
`;
/** First characters of the runs; those at odd places begin printable runs. */
const starts = (() => {
	let at = 128;
	return [128, ...runLengths.trim().split(/\s+/).map((length) => {
		at += Number.parseInt(length, 36);
		return at;
	})];
})();
/** @param rune not ASCII */
function isPrintableAboveAscii(rune) {
	let low = 0;
	let high = starts.length;
	while (high - low > 1) {
		const middle = low + high >> 1;
		if ((starts[middle] ?? 0) <= rune) low = middle;
		else high = middle;
	}
	return low % 2 === 1;
}

// src/lang/text/bytes.ts
/** Go strings are bytes. Here a Go string is a JavaScript string with one character, U+0000 to U+00FF, for each byte. */
const ascii = /^[\0-\x7f]*$/;
function toBytes(text) {
	return ascii.test(text) ? text : Buffer.from(text, "utf8").toString("latin1");
}
/** Bytes that are not UTF-8 become U+FFFD; see {@link isUtf8}. */
function fromBytes(bytes) {
	return ascii.test(bytes) ? bytes : Buffer.from(bytes, "latin1").toString("utf8");
}
const runeError = 65533;
const maxRune = 1114111;
const isContinuation = (code) => code >= 128 && code <= 191;
/** Smallest and largest second byte after a first byte, and the length of the sequence; Unicode 15, table 3-7. */
function sequence$1(first) {
	if (first >= 194 && first <= 223) return [
		2,
		128,
		191
	];
	if (first >= 224 && first <= 239) return [
		3,
		first === 224 ? 160 : 128,
		first === 237 ? 159 : 191
	];
	if (first >= 240 && first <= 244) return [
		4,
		first === 240 ? 144 : 128,
		first === 244 ? 143 : 191
	];
	return [
		1,
		0,
		0
	];
}
/** The rune that begins at byte `at`, which must exist. */
function runeAt(bytes, at) {
	const first = bytes.charCodeAt(at);
	if (first < 128) return {
		rune: first,
		size: 1
	};
	const [size, low, high] = sequence$1(first);
	const second = bytes.charCodeAt(at + 1);
	if (size === 1 || !(second >= low && second <= high)) return {
		rune: runeError,
		size: 1
	};
	let rune = (first & 127 >> size) << 6 | second & 63;
	for (let i = 2; i < size; i++) {
		const code = bytes.charCodeAt(at + i);
		if (!isContinuation(code)) return {
			rune: runeError,
			size: 1
		};
		rune = rune << 6 | code & 63;
	}
	return {
		rune,
		size
	};
}
/** Bytes of the rune that ends before `end`. */
function runeSizeBefore(bytes, end) {
	for (let size = 2; size <= 4 && size <= end; size++) if (runeAt(bytes, end - size).size === size) return size;
	return 1;
}
function* runes(bytes) {
	for (let at = 0; at < bytes.length;) {
		const rune = runeAt(bytes, at);
		yield {
			...rune,
			at
		};
		at += rune.size;
	}
}
function runeCount(bytes) {
	if (ascii.test(bytes)) return bytes.length;
	let count = 0;
	for (const _ of runes(bytes)) count++;
	return count;
}
function isUtf8(bytes) {
	if (ascii.test(bytes)) return true;
	for (const { rune, size } of runes(bytes)) if (rune === 65533 && size === 1) return false;
	return true;
}
const isValidRune = (rune) => rune >= 0 && rune < 55296 || rune > 57343 && rune <= 1114111;
/** The rune in UTF-8; U+FFFD for what is no code point. */
function encodeRune(rune) {
	const valid = isValidRune(rune) ? rune : runeError;
	if (valid < 128) return String.fromCharCode(valid);
	const last = 128 | valid & 63;
	if (valid < 2048) return String.fromCharCode(192 | valid >> 6, last);
	const third = 128 | valid >> 6 & 63;
	if (valid < 65536) return String.fromCharCode(224 | valid >> 12, third, last);
	return String.fromCharCode(240 | valid >> 18, 128 | valid >> 12 & 63, third, last);
}
const letterOrDigit = /^[\p{L}\p{Nd}]$/u;
const isSpace = (rune) => rune === 32 || rune === 9 || rune === 13 || rune === 10;
/** Letter, decimal digit or underscore. Letters that Go's Unicode version does not have are not printable. */
function isAlphaNumeric(rune) {
	return rune === 95 || isPrint(rune) && letterOrDigit.test(String.fromCodePoint(rune));
}
/** Go's unicode.IsPrint: letters, marks, numbers, punctuation, symbols and the ASCII space. */
function isPrint(rune) {
	return rune < 128 ? rune >= 32 && rune <= 126 : isPrintableAboveAscii(rune);
}

// src/lang/text/quote.ts
/** Go's string and character literals (strconv.Quote, strconv.Unquote and relatives). Strings hold one character per byte. */
const named$2 = /* @__PURE__ */ new Map([
	[7, "\\a"],
	[8, "\\b"],
	[12, "\\f"],
	[10, "\\n"],
	[13, "\\r"],
	[9, "\\t"],
	[11, "\\v"]
]);
const hex = (value, width) => value.toString(16).padStart(width, "0");
function escapeRune(rune, quote, ascii) {
	if (rune === quote.charCodeAt(0) || rune === 92) return `\\${String.fromCharCode(rune)}`;
	if (isPrint(rune) && (!ascii || rune < 128)) return encodeRune(rune);
	const short = named$2.get(rune);
	if (short !== void 0) return short;
	if (rune < 32 || rune === 127) return `\\x${hex(rune, 2)}`;
	const valid = isValidRune(rune) ? rune : runeError;
	return valid < 65536 ? `\\u${hex(valid, 4)}` : `\\U${hex(valid, 8)}`;
}
/** A double-quoted Go string literal; with `ascii`, everything above ASCII is escaped. */
function quote(bytes, ascii = false) {
	let out = "\"";
	for (const { rune, size, at } of runes(bytes)) out += rune === 65533 && size === 1 ? `\\x${hex(bytes.charCodeAt(at), 2)}` : escapeRune(rune, "\"", ascii);
	return `${out}"`;
}
/** A single-quoted Go character literal. */
function quoteRune(rune, ascii = false) {
	return `'${escapeRune(isValidRune(rune) ? rune : runeError, "'", ascii)}'`;
}
/** Whether the string may stand between backquotes: one line, no control characters but tab. */
function canBackquote(bytes) {
	for (const { rune, size } of runes(bytes)) {
		if (size > 1 ? rune === 65279 : rune === 65533 || rune === 96 || rune === 127) return false;
		if (rune < 32 && rune !== 9) return false;
	}
	return true;
}
const simpleEscapes = {
	a: 7,
	b: 8,
	f: 12,
	n: 10,
	r: 13,
	t: 9,
	v: 11,
	"\\": 92
};
const hexLengths = {
	x: 2,
	u: 4,
	U: 8
};
/** The first character of the inside of a literal with this quote; undefined where it is malformed. */
function unquoteChar(bytes, at, quoteMark) {
	const first = bytes[at];
	if (first === void 0 || first === quoteMark) return void 0;
	if (first !== "\\") {
		const { rune, size } = runeAt(bytes, at);
		return {
			value: rune,
			multibyte: rune >= 128,
			size
		};
	}
	const letter = bytes[at + 1] ?? "";
	const simple = simpleEscapes[letter];
	if (simple !== void 0) return {
		value: simple,
		multibyte: false,
		size: 2
	};
	if (letter === "'" || letter === "\"") return letter === quoteMark ? {
		value: letter.charCodeAt(0),
		multibyte: false,
		size: 2
	} : void 0;
	const length = hexLengths[letter];
	if (length !== void 0) {
		const digits = bytes.slice(at + 2, at + 2 + length);
		if (digits.length !== length || !/^[0-9a-fA-F]+$/.test(digits)) return void 0;
		const value = Number.parseInt(digits, 16);
		if (letter !== "x" && !isValidRune(value)) return void 0;
		return {
			value,
			multibyte: letter !== "x",
			size: 2 + length
		};
	}
	const octal = /^[0-7]{3}/.exec(bytes.slice(at + 1, at + 4))?.[0];
	const value = Number.parseInt(octal ?? "", 8);
	return value <= 255 ? {
		value,
		multibyte: false,
		size: 4
	} : void 0;
}
/** Value of a double-quoted or raw string literal; undefined where it is malformed. */
function unquote$2(literal) {
	const mark = literal[0];
	const inside = literal.slice(1, -1);
	if (literal.length < 2 || literal.at(-1) !== mark) return void 0;
	if (mark === "`") return inside.includes("`") ? void 0 : inside.replaceAll("\r", "");
	if (mark !== "\"" || inside.includes("\n")) return void 0;
	if (!inside.includes("\\") && isUtf8(inside)) return inside.includes("\"") ? void 0 : inside;
	let out = "";
	for (let at = 0; at < inside.length;) {
		const char = unquoteChar(inside, at, "\"");
		if (char === void 0) return void 0;
		out += char.multibyte ? encodeRune(char.value) : String.fromCharCode(char.value);
		at += char.size;
	}
	return out;
}

// src/lang/template/nodes.ts
/** Syntax tree of a template. Offsets are bytes of the source; they are what text/template/parse calls Pos. */
/** The node as messages show it, between `<` and `>`. */
function nodeText(node) {
	switch (node.kind) {
		case "text": return node.bytes;
		case "list": return node.nodes.map(nodeText).join("");
		case "action": return `{{${nodeText(node.pipe)}}}`;
		case "pipe": {
			const commands = node.commands.map(nodeText).join(" | ");
			return node.variables.length === 0 ? commands : `${node.variables.join(", ")} ${node.assigns ? "=" : ":="} ${commands}`;
		}
		case "command": return node.args.map(inParens).join(" ");
		case "if":
		case "with":
		case "range": {
			const otherwise = node.otherwise ? `{{else}}${nodeText(node.otherwise)}` : "";
			return `{{${node.kind} ${nodeText(node.pipe)}}}${nodeText(node.list)}${otherwise}{{end}}`;
		}
		case "template": return `{{template ${quote(node.name)}${node.pipe ? ` ${nodeText(node.pipe)}` : ""}}}`;
		case "break":
		case "continue": return `{{${node.kind}}}`;
		case "field":
		case "variable":
		case "chain":
		case "identifier":
		case "number":
		case "bool":
		case "string":
		case "dot":
		case "nil": return operandText(node);
	}
}
function operandText(node) {
	switch (node.kind) {
		case "field": return node.names.map((name) => `.${name}`).join("");
		case "variable": return [node.name, ...node.fields].join(".");
		case "chain": return [inParens(node.head), ...node.fields].join(".");
		case "identifier": return node.name;
		case "number": return node.text;
		case "string": return node.quoted;
		case "bool": return String(node.value);
		case "dot": return ".";
		case "nil": return "nil";
	}
}
const inParens = (node) => node.kind === "pipe" ? `(${nodeText(node)})` : nodeText(node);
/** unicode.IsSpace; JavaScript's own idea of white space has U+FEFF and lacks U+0085. */
const unicodeSpace = /^[\t-\r\u0085\u2028\u2029\p{Zs}]*$/u;
/** Nothing but white space: such a definition does not replace another. */
function isEmptyTree(node) {
	if (node.kind === "list") return node.nodes.every(isEmptyTree);
	return node.kind === "text" && unicodeSpace.test(fromBytes(node.bytes));
}

// src/lang/template/values/types.ts
const goInt = {
	kind: "basic",
	name: "int"
};
const goString = {
	kind: "basic",
	name: "string"
};
const goBool = {
	kind: "basic",
	name: "bool"
};
const goFloat64 = {
	kind: "basic",
	name: "float64"
};
const goAny = { kind: "interface" };
const goValue = { kind: "value" };
/** As Go's reflect spells the type: `map[string]interface {}`. */
function goTypeName(type) {
	switch (type.kind) {
		case "basic":
		case "named": return type.name;
		case "slice": return `[]${goTypeName(type.elem)}`;
		case "map": return `map[${goTypeName(type.key)}]${goTypeName(type.elem)}`;
		case "interface": return "interface {}";
		case "value": return "reflect.Value";
	}
}
/** Whether an untyped nil may stand for a value of the type. */
function canBeNil(type) {
	return type.kind === "named" ? type.nilable : type.kind !== "basic";
}

// src/lang/template/values/values.ts
/**
* What templates compute with. {@link Value} is how callers write a value; {@link GoValue} is the same value with its Go
* type, which the evaluator uses. Strings inside a GoValue hold one character per byte, as `len`, `index`, `slice` and
* `%x` count bytes; strings of callers are ordinary text.
*/
const int = (value, type = "int") => ({
	kind: "int",
	type,
	value: BigInt(value)
});
const uint = (value, type = "uint") => ({
	kind: "uint",
	type,
	value: BigInt(value)
});
const bool = (value) => ({
	kind: "bool",
	value
});
/** A float64, even where the number is integral. */
const float = (value) => ({
	kind: "float",
	value
});
/** From bytes, one character each. */
const bytesValue = (bytes) => ({
	kind: "string",
	bytes
});
/** A slice whose element type has a name in messages; a plain array is []any. */
function slice$1(elem, values) {
	const store = (values ?? []).map(toGo);
	return {
		kind: "slice",
		elem,
		store,
		from: 0,
		to: store.length,
		limit: store.length,
		isNil: values === null
	};
}
function mapValue(key, elem, entries) {
	return {
		kind: "map",
		key,
		elem,
		entries: (entries ?? []).map(([k, v]) => [toGo(k), toGo(v)]),
		isNil: entries === null
	};
}
/** A struct value with exported and unexported fields, in order; `{{ . }}` prints it as fmt does. */
function struct(type, fields) {
	const nil = {
		kind: "interface",
		value: void 0
	};
	return {
		kind: "struct",
		type,
		fields: Object.entries(fields).map(([name, value]) => [name, toGo(value) ?? nil])
	};
}
function toGo(value) {
	if (value === null || value === void 0) return void 0;
	if (typeof value === "string") return bytesValue(toBytes(value));
	if (typeof value === "boolean") return bool(value);
	if (typeof value === "bigint") return int(value);
	if (typeof value === "number") return Number.isSafeInteger(value) && !Object.is(value, -0) ? int(value) : float(value);
	if (isList$1(value)) return slice$1(goAny, value);
	if (value instanceof Map) return mapValue(goString, goAny, [...value]);
	if (isDotted(value)) return {
		kind: "object",
		object: value
	};
	return value;
}
const isList$1 = (value) => Array.isArray(value);
const isDotted = (value) => "goType" in value;
/** The other way round, for arguments of functions that callers wrote. */
function fromGo(operand) {
	const value = concrete(operand);
	switch (value?.kind) {
		case void 0: return null;
		case "string": return fromBytes(value.bytes);
		case "bool": return value.value;
		case "int": {
			const small = Number(value.value);
			return value.type === "int" ? Number.isSafeInteger(small) ? small : value.value : value;
		}
		case "object": return value.object;
		case "uint":
		case "float":
		case "complex":
		case "slice":
		case "map":
		case "struct":
		case "func":
		case "seq":
		case "interface": return value;
	}
}
/** What lies inside an interface value. */
function concrete(operand) {
	let value = operand;
	while (value?.kind === "interface") value = value.value;
	return value;
}
/** The value as an element of a container: of static type `any` where the container's is. */
function asElement(type, operand) {
	return type.kind === "interface" ? {
		kind: "interface",
		value: concrete(operand)
	} : operand;
}
function items(value) {
	return value.store.slice(value.from, value.to).map((item) => asElement(value.elem, item));
}
function typeOf$3(value) {
	switch (value.kind) {
		case "bool": return goBool;
		case "int":
		case "uint": return {
			kind: "basic",
			name: value.type
		};
		case "float": return goFloat64;
		case "complex": return {
			kind: "basic",
			name: "complex128"
		};
		case "string": return goString;
		case "slice": return {
			kind: "slice",
			elem: value.elem
		};
		case "map": return {
			kind: "map",
			key: value.key,
			elem: value.elem
		};
		case "struct": return {
			kind: "named",
			name: value.type,
			nilable: false
		};
		case "object": return {
			kind: "named",
			name: value.object.goType,
			nilable: true
		};
		case "func": return {
			kind: "named",
			name: functionType(value.func),
			nilable: true
		};
		case "seq": return {
			kind: "named",
			name: value.seq.goType,
			nilable: true
		};
		case "interface": return goAny;
	}
}
const typeNameOf = (value) => goTypeName(typeOf$3(value));
function functionType(f) {
	const params = f.params.map(goTypeName);
	if (f.variadic) params.push(`...${goTypeName(f.variadic)}`);
	return `func(${params.join(", ")}) ${goTypeName(f.result ?? goAny)}`;
}

// src/lang/template/values/ordering.ts
/** Equality and order of map keys, as Go and its internal/fmtsort have them. */
function sortedEntries(map) {
	return map.entries.toSorted(([a], [b]) => compareKeys(concrete(a), concrete(b)));
}
function findEntry(map, key) {
	return map.entries.find(([k]) => equal(k, key));
}
/** Go's `==` on comparable values of any type. */
function equal(left, right) {
	const a = concrete(left);
	const b = concrete(right);
	if (a === void 0 || b === void 0) return a === b;
	if (typeNameOf(a) !== typeNameOf(b)) return false;
	if (a.kind === "string" && b.kind === "string") return a.bytes === b.bytes;
	if (a.kind === "complex" && b.kind === "complex") return a.real === b.real && a.imag === b.imag;
	if (a.kind === "object" && b.kind === "object") return a.object === b.object;
	if (a.kind === "struct" && b.kind === "struct") return a.fields.every(([, value], i) => equal(value, b.fields[i]?.[1]));
	return "value" in a && "value" in b && a.value === b.value;
}
const order = (a, b) => a < b ? -1 : a > b ? 1 : 0;
/** NaN before every other float. */
const orderFloats = (a, b) => Number.isNaN(a) || Number.isNaN(b) ? order(Number(!Number.isNaN(a)), Number(!Number.isNaN(b))) : order(a, b);
/** Nil first; keys of different types by the types' names (Go: by where the types lie in memory). */
function compareKeys(a, b) {
	if (a === void 0 || b === void 0) return order(Number(a !== void 0), Number(b !== void 0));
	const byType = order(typeNameOf(a), typeNameOf(b));
	if (byType !== 0) return byType;
	if (a.kind === "string" && b.kind === "string") return order(a.bytes, b.bytes);
	if (a.kind === "float" && b.kind === "float") return orderFloats(a.value, b.value);
	if (a.kind === "complex" && b.kind === "complex") return orderFloats(a.real, b.real) || orderFloats(a.imag, b.imag);
	if (a.kind === "struct" && b.kind === "struct") return a.fields.reduce((sum, [, value], i) => sum || compareKeys(concrete(value), concrete(b.fields[i]?.[1])), 0);
	if ((a.kind === "int" || a.kind === "uint") && (b.kind === "int" || b.kind === "uint")) return order(a.value, b.value);
	return a.kind === "bool" && b.kind === "bool" ? order(a.value, b.value) : 0;
}

// src/lang/template/values/floats.ts
/**
* @param precision digits after the point (`g`: significant digits); -1 for as few as tell the number apart
*/
function formatFloat(value, format, precision) {
	if (Number.isNaN(value)) return "NaN";
	if (!Number.isFinite(value)) return value < 0 ? "-Inf" : "+Inf";
	return (value < 0 || Object.is(value, -0) ? "-" : "") + formatMagnitude(Math.abs(value), format, precision);
}
function formatMagnitude(value, format, precision) {
	switch (format) {
		case "b": {
			const { mantissa, exponent } = parts(value);
			return `${mantissa}p${exponent >= 0 ? "+" : ""}${exponent}`;
		}
		case "x":
		case "X": return hexadecimal(value, format, precision);
		case "e":
		case "E": {
			const decimal = precision < 0 ? shortest(value) : round(exact(value), precision + 1);
			return exponential(decimal, precision < 0 ? Math.max(decimal.digits.length - 1, 0) : precision, format);
		}
		case "f": {
			const whole = precision < 0 ? shortest(value) : exact(value);
			const decimal = precision < 0 ? whole : round(whole, whole.point + precision);
			return fixed(decimal, precision < 0 ? Math.max(decimal.digits.length - decimal.point, 0) : precision);
		}
		case "g":
		case "G": return general(value, format, precision);
	}
}
/** `e` for exponents below -4 or not below the precision, else `f`; trailing zeros go. */
function general(value, format, precision) {
	const few = precision < 0;
	const significant = precision === 0 ? 1 : precision;
	const decimal = few ? shortest(value) : round(exact(value), significant);
	const count = decimal.digits.length;
	const wanted = few ? count : significant;
	let limit = few ? 6 : wanted;
	if (!few && limit > count && count >= decimal.point) limit = count;
	const exponent = decimal.point - 1;
	if (exponent < -4 || exponent >= limit) return exponential(decimal, Math.min(wanted, count) - 1, format === "g" ? "e" : "E");
	return fixed(decimal, Math.max((wanted > decimal.point ? count : wanted) - decimal.point, 0));
}
function exponential(decimal, precision, letter) {
	const digits = decimal.digits.padEnd(precision + 1, "0") || "0";
	const fraction = precision > 0 ? `.${digits.slice(1, precision + 1)}` : "";
	const exponent = decimal.digits === "" ? 0 : decimal.point - 1;
	const size = Math.abs(exponent).toString().padStart(2, "0");
	return `${digits[0]}${fraction}${letter}${exponent < 0 ? "-" : "+"}${size}`;
}
function fixed(decimal, precision) {
	const { digits, point } = decimal;
	const whole = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
	if (precision <= 0) return whole;
	return `${whole}.${(point >= 0 ? digits.slice(point) : "0".repeat(-point) + digits).slice(0, precision).padEnd(precision, "0")}`;
}
function shortest(value) {
	if (value === 0) return {
		digits: "",
		point: 0
	};
	const [digits = "", exponent = ""] = value.toExponential().split("e");
	return trimmed(digits.replace(".", ""), Number(exponent) + 1);
}
function exact(value) {
	if (value === 0) return {
		digits: "",
		point: 0
	};
	const { mantissa, exponent } = parts(value);
	if (exponent >= 0) {
		const digits = (mantissa << BigInt(exponent)).toString();
		return trimmed(digits, digits.length);
	}
	const digits = (mantissa * 5n ** BigInt(-exponent)).toString();
	return trimmed(digits, digits.length + exponent);
}
const trimmed = (digits, point) => ({
	digits: digits.replace(/0+$/, ""),
	point
});
/** To `count` digits, half to even. */
function round(decimal, count) {
	const { digits, point } = decimal;
	if (count >= digits.length) return decimal;
	if (count < 0) return {
		digits: "",
		point: 0
	};
	const kept = digits.slice(0, count);
	const next = digits.charCodeAt(count) - 48;
	const odd = count > 0 && digits.charCodeAt(count - 1) % 2 === 1;
	if (!(next > 5 || next === 5 && (digits.length > count + 1 || odd))) return kept.replace(/0+$/, "") === "" ? {
		digits: "",
		point: 0
	} : trimmed(kept, point);
	const raised = (BigInt(kept || "0") + 1n).toString().padStart(count, "0");
	return trimmed(raised, point + raised.length - count);
}
/** value = mantissa × 2^exponent, with the 53 bits of the format (fewer for denormals). */
function parts(value) {
	const bits = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));
	bits.setFloat64(0, value);
	const raw = bits.getBigUint64(0);
	const biased = Number(raw >> 52n & 2047n);
	const fraction = raw & (1n << 52n) - 1n;
	return biased === 0 ? {
		mantissa: fraction,
		exponent: -1074
	} : {
		mantissa: fraction | 1n << 52n,
		exponent: biased - 1075
	};
}
/** -0x1.yyyyp±dd: one binary digit before the point. */
function hexadecimal(value, format, precision) {
	const split = parts(value);
	let exponent = value === 0 ? 0 : split.exponent + 52;
	let mantissa = split.mantissa << 8n;
	while (mantissa !== 0n && mantissa < 1n << 60n) {
		mantissa <<= 1n;
		exponent--;
	}
	if (precision >= 0 && precision < 15) {
		const dropped = BigInt(60 - precision * 4);
		const rest = mantissa & (1n << dropped) - 1n;
		const half = 1n << dropped - 1n;
		mantissa >>= dropped;
		if (rest > half || rest === half && (mantissa & 1n) === 1n) mantissa++;
		mantissa <<= dropped;
		if (mantissa >= 1n << 61n) {
			mantissa >>= 1n;
			exponent++;
		}
	}
	const lead = mantissa >> 60n;
	const all = (mantissa & (1n << 60n) - 1n).toString(16).padStart(15, "0");
	const digits = precision < 0 ? all.replace(/0+$/, "") : all.padEnd(precision, "0").slice(0, precision);
	const size = Math.abs(exponent).toString().padStart(2, "0");
	const text = `0x${lead}${digits === "" ? "" : `.${digits}`}p${exponent < 0 ? "-" : "+"}${size}`;
	return format === "X" ? text.toUpperCase() : text;
}

// src/lang/template/values/format.ts
/** Formatting of single values with fmt's flags, width and precision. Text holds one character per byte. */
const noFlags = () => ({
	width: void 0,
	precision: void 0,
	minus: false,
	plus: false,
	sharp: false,
	space: false,
	zero: false,
	plusV: false,
	sharpV: false
});
/** Spaces, or zeros where the flag asks for them on the left. */
const padding = (flags, count, zero = flags.zero) => (zero && !flags.minus ? "0" : " ").repeat(Math.max(count, 0));
function pad(flags, text, zero = flags.zero) {
	if (!flags.width) return text;
	const fill = padding(flags, flags.width - runeCount(text), zero);
	return flags.minus ? text + fill : fill + text;
}
function formatString(flags, bytes) {
	return pad(flags, truncate(flags, bytes));
}
function truncate(flags, bytes) {
	let left = flags.precision ?? bytes.length;
	if (left >= bytes.length) return bytes;
	for (const { at } of runes(bytes)) if (left-- === 0) return bytes.slice(0, at);
	return bytes;
}
function formatQuoted(flags, bytes) {
	const text = truncate(flags, bytes);
	return pad(flags, flags.sharp && canBackquote(text) ? `\`${text}\`` : quote(text, flags.plus));
}
/** `%x` and `%X` of a string or of bytes. */
function formatHex(flags, bytes, upper) {
	const prefix = flags.sharp ? upper ? "0X" : "0x" : "";
	const pairs = [...bytes.slice(0, flags.precision)].map((c) => {
		const pair = c.charCodeAt(0).toString(16).padStart(2, "0");
		return upper ? pair.toUpperCase() : pair;
	});
	if (pairs.length === 0) return padding(flags, flags.width ?? 0);
	return pad(flags, flags.space ? pairs.map((pair) => prefix + pair).join(" ") : prefix + pairs.join(""));
}
const asUnsigned = (value) => BigInt.asUintN(64, value);
/** The character a number stands for; U+FFFD for what is none. */
function asRune(value) {
	const unsigned = asUnsigned(value);
	return unsigned > BigInt(1114111) ? runeError : Number(unsigned);
}
const formatChar = (flags, value) => pad(flags, encodeRune(asRune(value)));
const formatQuotedChar = (flags, value) => pad(flags, quoteRune(asRune(value), flags.plus));
/** `U+0078`, with `#` `U+0078 'x'`. */
function formatUnicode(flags, value) {
	const unsigned = asUnsigned(value);
	return pad(flags, `U+${unsigned.toString(16).toUpperCase().padStart(Math.max(flags.precision ?? 4, 4), "0")}${flags.sharp && unsigned <= BigInt(1114111) && isPrint(Number(unsigned)) ? ` '${encodeRune(Number(unsigned))}'` : ""}`, false);
}
function formatInteger(flags, value, { base, upper, octalPrefix }) {
	const negative = value < 0n;
	if (flags.precision === 0 && value === 0n) return padding(flags, flags.width ?? 0, false);
	let least = flags.precision ?? 0;
	if (flags.precision === void 0 && flags.zero && !flags.minus && flags.width !== void 0) least = flags.width - (negative || flags.plus || flags.space ? 1 : 0);
	let digits = (negative ? -value : value).toString(base).padStart(least, "0");
	if (flags.sharp && base === 2) digits = `0b${digits}`;
	if (flags.sharp && base === 8 && !digits.startsWith("0")) digits = `0${digits}`;
	if (flags.sharp && base === 16) digits = `0x${digits}`;
	if (upper) digits = digits.toUpperCase();
	if (octalPrefix) digits = `0o${digits}`;
	return pad(flags, (negative ? "-" : flags.plus ? "+" : flags.space ? " " : "") + digits, false);
}
function formatFloatVerb(flags, value, format, usual) {
	const precision = flags.precision ?? usual;
	const plain = formatFloat(value, format, precision);
	const signed = /^[+-]/.test(plain);
	let sign = signed ? plain.charAt(0) : "+";
	let digits = signed ? plain.slice(1) : plain;
	if (flags.space && sign === "+" && !flags.plus) sign = " ";
	if (!Number.isFinite(value)) return pad(flags, Number.isNaN(value) && !flags.space && !flags.plus ? digits : sign + digits, false);
	if (flags.sharp && format !== "b") digits = withPoint(digits, format, precision);
	if (!flags.plus && sign === "+") return pad(flags, digits);
	const missing = (flags.width ?? 0) - digits.length - 1;
	if (flags.zero && !flags.minus && missing > 0) return sign + "0".repeat(missing) + digits;
	return pad(flags, sign + digits);
}
/** `#`: always a decimal point, and the zeros that `%g` drops. */
function withPoint(digits, format, precision) {
	const hexadecimal = format === "x" || format === "X";
	const restores = format === "g" || format === "G" || format === "x";
	const [, head = "", tail = ""] = (hexadecimal ? /^(.*?)([pP].*)?$/ : /^(.*?)([eE].*)?$/).exec(digits) ?? [];
	let wanted = restores ? precision === -1 ? 6 : precision : 0;
	wanted -= head.replace(".", "").replace(/^0+/, "").length;
	if (!head.includes(".") && head === "0") wanted--;
	return (head.includes(".") ? head : `${head}.`) + "0".repeat(Math.max(wanted, 0)) + tail;
}

// src/lang/template/values/print-value.ts
/** fmt's choice of a format for a verb and a value, containers included. */
/** Addresses cannot be told and would change from run to run; all pointers print as this one. */
const address = 824633720832n;
/** Formats an argument of a formatting function: not nested in another value. */
function printOperand(printer, value, verb) {
	if (value === void 0) return verb === "T" || verb === "v" ? pad(printer.flags, "<nil>") : `%!${verb}(<nil>)`;
	if (verb === "T") return formatString(printer.flags, toBytes(typeNameOf(value)));
	if (verb === "p") return pointer(printer, value, verb);
	if (isBytes(value)) {
		const bytes = byteItems(value);
		if (verb === "v" && printer.flags.sharpV) return goBytes(printer, value, bytes, "[]byte");
		if (verb === "v" || verb === "d") return byteList(printer, bytes, verb);
	}
	return printValue(printer, value, verb, 0);
}
function printValue(printer, value, verb, depth) {
	switch (value?.kind) {
		case void 0: return "<nil>";
		case "func":
		case "seq":
		case "map":
		case "slice":
		case "struct":
			if (verb === "w" && !(depth === 0 && isBytes(value))) return badVerb(printer, value, verb);
			return container(printer, value, verb, depth);
		case "interface":
			if (value.value !== void 0) return printValue(printer, value.value, verb, depth + 1);
			return printer.flags.sharpV ? "interface {}(nil)" : "<nil>";
		case "bool": return verb === "t" || verb === "v" ? pad(printer.flags, String(value.value)) : badVerb(printer, value, verb);
		case "int":
		case "uint": return integer(printer, value, verb);
		case "float": return floatParts(printer.flags, [value.value], verb) ?? badVerb(printer, value, verb);
		case "complex": return floatParts(printer.flags, [value.real, value.imag], verb) ?? badVerb(printer, value, verb);
		case "string": return text$2(printer, value.bytes, verb) ?? badVerb(printer, value, verb);
		case "object": return object(printer, value, verb);
	}
}
function container(printer, value, verb, depth) {
	switch (value.kind) {
		case "map": return mapText(printer, value, verb, depth);
		case "slice": return sliceText(printer, value, verb, depth);
		case "struct": return structText(printer, value, verb, depth);
		case "func":
		case "seq": return pointer(printer, value, verb);
	}
}
function badVerb(printer, value, verb) {
	const shown = printOperand({
		flags: printer.flags,
		erroring: true
	}, value, "v");
	return `%!${verb}(${toBytes(typeNameOf(value))}=${shown})`;
}
const bases = {
	d: 10,
	b: 2,
	o: 8,
	O: 8,
	x: 16,
	X: 16
};
function integer(printer, value, verb) {
	const { flags } = printer;
	switch (verb) {
		case "v":
			if (flags.sharpV && value.kind === "uint") return hexNumber(flags, value.value, true);
			return formatInteger(flags, value.value, { base: 10 });
		case "d":
		case "b":
		case "o":
		case "O":
		case "x":
		case "X": return formatInteger(flags, value.value, {
			base: bases[verb],
			upper: verb === "X",
			octalPrefix: verb === "O"
		});
		case "c": return formatChar(flags, value.value);
		case "q": return formatQuotedChar(flags, value.value);
		case "U": return formatUnicode(flags, value.value);
		default: return badVerb(printer, value, verb);
	}
}
const hexNumber = (flags, value, prefix) => formatInteger({
	...flags,
	sharp: prefix
}, value, { base: 16 });
const floatVerbs = {
	v: ["g", -1],
	b: ["b", -1],
	g: ["g", -1],
	G: ["G", -1],
	x: ["x", -1],
	X: ["X", -1],
	f: ["f", 6],
	e: ["e", 6],
	E: ["E", 6],
	F: ["f", 6]
};
/** One number, or the two of a complex one; undefined for a verb that floats do not have. */
function floatParts(flags, [real, imag], verb) {
	const form = floatVerbs[verb];
	if (form === void 0) return void 0;
	const first = formatFloatVerb(flags, real, ...form);
	return imag === void 0 ? first : `(${first}${formatFloatVerb({
		...flags,
		plus: true
	}, imag, ...form)}i)`;
}
function text$2({ flags }, bytes, verb) {
	switch (verb) {
		case "v": return flags.sharpV ? formatQuoted(flags, bytes) : formatString(flags, bytes);
		case "s": return formatString(flags, bytes);
		case "q": return formatQuoted(flags, bytes);
		case "x":
		case "X": return formatHex(flags, bytes, verb === "X");
		default: return;
	}
}
/** An object stands in a string as its placeholder, where the verb asks for text (fmt: Stringer). */
function object(printer, value, verb) {
	if (!printer.erroring && !printer.flags.sharpV && /^[vsxXq]$/.test(verb) && value.object.placeholder) return text$2(printer, toBytes(value.object.placeholder()), verb) ?? "";
	return !printer.erroring && verb === "w" ? badVerb(printer, value, verb) : pointer(printer, value, verb);
}
function pointer(printer, value, verb) {
	const { flags } = printer;
	const isContainer = value.kind === "slice" || value.kind === "map";
	if (!(isContainer || value.kind === "object" || value.kind === "func" || value.kind === "seq")) return badVerb(printer, value, verb);
	const target = isContainer && value.isNil ? 0n : address;
	if (verb === "p") return hexNumber(flags, target, !flags.sharp);
	if (verb === "v") return flags.sharpV ? `(${toBytes(typeNameOf(value))})(${hexNumber(flags, target, true)})` : hexNumber(flags, target, !flags.sharp);
	return /^[bodxX]$/.test(verb) ? integer(printer, {
		kind: "uint",
		type: "uintptr",
		value: target
	}, verb) : badVerb(printer, value, verb);
}
function mapText(printer, value, verb, depth) {
	const { sharpV } = printer.flags;
	const name = toBytes(typeNameOf(value));
	if (sharpV && value.isNil) return `${name}(nil)`;
	const entries = sortedEntries(value).map(([key, item]) => [key, item].map((part, i) => printValue(printer, asElement(i === 0 ? value.key : value.elem, part), verb, depth + 1)).join(":"));
	return sharpV ? `${name}{${entries.join(", ")}}` : `map[${entries.join(" ")}]`;
}
function structText(printer, value, verb, depth) {
	const { sharpV, plusV } = printer.flags;
	const fields = value.fields.map(([name, field]) => {
		const inside = field?.kind === "interface" && field.value !== void 0 ? field.value : field;
		return `${sharpV || plusV ? `${name}:` : ""}${printValue(printer, inside, verb, depth + 1)}`;
	});
	return sharpV ? `${toBytes(value.type)}{${fields.join(", ")}}` : `{${fields.join(" ")}}`;
}
function sliceText(printer, value, verb, depth) {
	if (/^[sqxX]$/.test(verb) && isBytes(value)) return text$2(printer, byteItems(value), verb) ?? "";
	const name = toBytes(typeNameOf(value));
	const { sharpV } = printer.flags;
	if (sharpV && value.isNil) return `${name}(nil)`;
	const parts = items(value).map((item) => printValue(printer, item, verb, depth + 1));
	return sharpV ? `${name}{${parts.join(", ")}}` : `[${parts.join(" ")}]`;
}
const isBytes = (value) => value.kind === "slice" && value.elem.kind === "basic" && value.elem.name === "uint8";
const byteItems = (value) => String.fromCharCode(...items(value).map((item) => item?.kind === "uint" ? Number(item.value) : 0));
function goBytes(printer, value, bytes, name) {
	if (value.isNil) return `${name}(nil)`;
	return `${name}{${[...bytes].map((c) => hexNumber(printer.flags, BigInt(c.charCodeAt(0)), true)).join(", ")}}`;
}
const byteList = (printer, bytes, verb) => `[${[...bytes].map((c) => integer(printer, {
	kind: "uint",
	type: "uint8",
	value: BigInt(c.charCodeAt(0))
}, verb)).join(" ")}]`;

// src/lang/template/values/printf.ts
/** Go's fmt.Sprint, Sprintln and Sprintf. Text holds one character per byte. */
const printer = () => ({
	flags: noFlags(),
	erroring: false
});
/** A space goes between two operands when neither is a string. */
function sprint(args) {
	const isString = (operand) => concrete(operand)?.kind === "string";
	return args.map((arg, i) => {
		return (i === 0 || isString(arg) || isString(args[i - 1]) ? "" : " ") + printOperand(printer(), concrete(arg), "v");
	}).join("");
}
function sprintln(args) {
	return `${args.map((arg) => printOperand(printer(), concrete(arg), "v")).join(" ")}\n`;
}
function sprintf(format, args) {
	const reader = {
		format,
		args,
		at: 0,
		arg: 0,
		reordered: false,
		goodIndex: true,
		afterIndex: false
	};
	let out = "";
	while (reader.at < format.length) {
		const percent = format.indexOf("%", reader.at);
		out += format.slice(reader.at, percent < 0 ? void 0 : percent);
		if (percent < 0) break;
		reader.at = percent + 1;
		out += verb(reader);
	}
	return out + extraArguments(reader);
}
/** One verb with its flags; the `%` has been read. */
function verb(reader) {
	const { format, args } = reader;
	const flags = noFlags();
	reader.goodIndex = true;
	readFlags(reader, flags);
	const simple = /[a-z]/.test(format[reader.at] ?? "") && reader.arg < args.length;
	let problems = "";
	if (!simple) {
		reader.afterIndex = false;
		readIndex(reader);
		problems = readWidth(reader, flags) + readPrecision(reader, flags);
		if (!reader.afterIndex) readIndex(reader);
	}
	if (reader.at >= format.length) return `${problems}%!(NOVERB)`;
	const { size } = runeAt(format, reader.at);
	const letter = format.slice(reader.at, reader.at + size);
	reader.at += size;
	const shown = runeAt(letter, 0).rune === 65533 ? "ï¿½" : letter;
	if (letter === "%") return `${problems}%`;
	if (!reader.goodIndex) return `${problems}%!${shown}(BADINDEX)`;
	if (reader.arg >= args.length) return `${problems}%!${shown}(MISSING)`;
	if (letter === "v" || letter === "w") Object.assign(flags, {
		sharpV: flags.sharp,
		sharp: false,
		plusV: flags.plus,
		plus: false
	});
	return problems + printOperand({
		flags,
		erroring: false
	}, concrete(args[reader.arg++]), shown);
}
const flagNames = {
	"#": "sharp",
	"0": "zero",
	"+": "plus",
	"-": "minus",
	" ": "space"
};
function readFlags(reader, flags) {
	for (; reader.at < reader.format.length; reader.at++) {
		const char = reader.format[reader.at];
		if (!Object.hasOwn(flagNames, char)) return;
		flags[flagNames[char]] = true;
	}
}
/** Returns the complaint about a bad `*`, else ''. */
function readWidth(reader, flags) {
	if (reader.format[reader.at] !== "*") {
		flags.width = readNumber(reader);
		if (reader.afterIndex && flags.width !== void 0) reader.goodIndex = false;
		return "";
	}
	reader.at++;
	reader.afterIndex = false;
	flags.width = intArgument(reader);
	if (flags.width === void 0) return "%!(BADWIDTH)";
	if (flags.width < 0) {
		flags.width = -flags.width;
		flags.minus = true;
		flags.zero = false;
	}
	return "";
}
function readPrecision(reader, flags) {
	if (reader.format[reader.at] !== "." || reader.at + 1 >= reader.format.length) return "";
	reader.at++;
	if (reader.afterIndex) reader.goodIndex = false;
	readIndex(reader);
	if (reader.format[reader.at] !== "*") {
		flags.precision = readNumber(reader) ?? 0;
		return "";
	}
	reader.at++;
	reader.afterIndex = false;
	const precision = intArgument(reader);
	flags.precision = precision !== void 0 && precision >= 0 ? precision : void 0;
	return flags.precision === void 0 ? "%!(BADPREC)" : "";
}
const largest = 1e6;
/** Digits; a number too large takes the rest of the format with it and counts as none. */
function readNumber(reader) {
	const digits = /^[0-9]*/.exec(reader.format.slice(reader.at))?.[0] ?? "";
	const value = decimal(digits);
	reader.at = digits !== "" && value === void 0 ? reader.format.length : reader.at + digits.length;
	return value;
}
/** Undefined for no digits, and where all but the last digit make a number too large. */
function decimal(digits) {
	return /^[0-9]+$/.test(digits) && Number(digits.slice(0, -1)) <= largest ? Number(digits) : void 0;
}
/** The next argument as width or precision; undefined where it is no fitting integer. */
function intArgument(reader) {
	if (reader.arg >= reader.args.length) return void 0;
	const value = concrete(reader.args[reader.arg++]);
	if (value?.kind !== "int" && value?.kind !== "uint") return void 0;
	const number = Number(value.value);
	return Math.abs(number) <= largest ? number : void 0;
}
/** `[n]`: the next argument is the n-th. */
function readIndex(reader) {
	reader.afterIndex = false;
	const { format, at } = reader;
	if (format[at] !== "[") return;
	reader.reordered = true;
	const close = format.indexOf("]", at);
	if (close < 0 || format.length - at < 3) {
		reader.goodIndex = false;
		reader.at = at + 1;
		return;
	}
	reader.at = close + 1;
	const number = decimal(format.slice(at + 1, close));
	if (number !== void 0 && number >= 1 && number <= reader.args.length) reader.arg = number - 1;
	else reader.goodIndex = false;
	reader.afterIndex = number !== void 0;
}
/** Not reported where the format chose its arguments by index. */
function extraArguments({ reordered, arg, args }) {
	if (reordered || arg >= args.length) return "";
	return `%!(EXTRA ${args.slice(arg).map((operand) => {
		const value = concrete(operand);
		return value === void 0 ? "<nil>" : `${typeNameOf(value)}=${printOperand(printer(), value, "v")}`;
	}).join(", ")})`;
}

// src/lang/template/values/comparison.ts
/** The functions `eq`, `ne`, `lt`, `le`, `gt`, `ge`. Errors are thrown with Go's text. */
const basicKinds = /* @__PURE__ */ new Set([
	"bool",
	"int",
	"uint",
	"float",
	"complex",
	"string"
]);
/** Undefined for values that are not of a basic type, nil among them. */
const basicKind = (value) => value && basicKinds.has(value.kind) ? value.kind : void 0;
const fault = (format, ...args) => new Error(fromBytes(sprintf(format, args)));
const named$1 = (value) => bytesValue(toBytes(typeNameOf(value)));
const incompatible = (a, b) => fault("incompatible types for comparison: %v and %v", named$1(a), named$1(b));
/** Whether the first is equal to any of the others. */
function isEqual([first, ...others]) {
	if (others.length === 0) throw new Error("missing argument for comparison");
	const a = concrete(first);
	return others.some((other) => equalPair(a, concrete(other)));
}
const isInteger = (value) => value.kind === "int" || value.kind === "uint";
function equalPair(a, b) {
	const kind = basicKind(a);
	if (kind !== basicKind(b)) {
		if (a === void 0 || b === void 0) return false;
		if (isInteger(a) && isInteger(b)) return a.value === b.value;
		throw incompatible(a, b);
	}
	if (kind === void 0) return equalOther(a, b);
	if (a?.kind === "complex" && b?.kind === "complex") return a.real === b.real && a.imag === b.imag;
	if (a?.kind === "string" && b?.kind === "string") return a.bytes === b.bytes;
	return a !== void 0 && b !== void 0 && "value" in a && "value" in b && a.value === b.value;
}
/** What reflect calls the kind: all functions are one. */
const reflectKind = (value) => value.kind === "seq" ? "func" : value.kind;
/** Slices, maps and functions equal nothing but nil. */
function equalOther(a, b) {
	if (a && b && reflectKind(a) !== reflectKind(b)) throw fault("non-comparable types %s: %v, %s: %v", a, named$1(a), named$1(b), b);
	if (a === void 0 || b === void 0 || isNil(a) || isNil(b)) return isNil(a) === isNil(b);
	if (!isComparable(b)) throw fault("non-comparable type %s: %v", b, named$1(b));
	return equal(a, b);
}
const isNil = (value) => value === void 0 || (value.kind === "slice" || value.kind === "map") && value.isNil;
function isComparable(operand) {
	const value = concrete(operand);
	if (value?.kind === "struct") return value.fields.every(([, field]) => isComparable(field));
	return value === void 0 || !/^(slice|map|func|seq)$/.test(value.kind);
}
function isLess(left, right) {
	const a = concrete(left);
	const b = concrete(right);
	if (basicKind(a) === void 0 || basicKind(b) === void 0 || !a || !b) throw badType();
	if (isInteger(a) && isInteger(b)) return a.value < b.value;
	if (a.kind !== b.kind) throw incompatible(a, b);
	if (a.kind === "float" && b.kind === "float") return a.value < b.value;
	if (a.kind === "string" && b.kind === "string") return a.bytes < b.bytes;
	throw badType();
}
const badType = () => /* @__PURE__ */ new Error("invalid type for comparison");
const isLessOrEqual = (a, b) => isLess(a, b) || isEqual([a, b]);

// src/lang/template/values/escape.ts
/** The functions `html`, `js` and `urlquery`. Text holds one character per byte. */
const htmlEscapes = {
	"\0": "ï¿½",
	"\"": "&#34;",
	"'": "&#39;",
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;"
};
const escapeHtml = (bytes) => bytes.replace(/[\0"'&<>]/g, (c) => htmlEscapes[c] ?? c);
const codeUnit = (rune) => `\\u${rune.toString(16).toUpperCase().padStart(4, "0")}`;
/** For the inside of a JavaScript string literal. */
function escapeJs(bytes) {
	let out = "";
	for (const { rune, size, at } of runes(bytes)) {
		const char = bytes.slice(at, at + size);
		if (`\\'"`.includes(char)) out += `\\${char}`;
		else if (rune < 32 || "<>&=".includes(char)) out += codeUnit(rune);
		else out += rune < 128 || isPrint(rune) ? char : codeUnit(rune);
	}
	return out;
}
/** net/url.QueryEscape. */
function escapeQuery(bytes) {
	return bytes.replace(/[^A-Za-z0-9_.~-]/g, (c) => c === " " ? "+" : `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}

// src/lang/template/values/truth.ts
/** What `if`, `with`, `and`, `or` and `not` take for true: not the zero value of its type. Structs and objects are true. */
function isTrue(operand) {
	const value = concrete(operand);
	switch (value?.kind) {
		case void 0: return false;
		case "bool": return value.value;
		case "int":
		case "uint": return value.value !== 0n;
		case "float": return value.value !== 0;
		case "complex": return value.real !== 0 || value.imag !== 0;
		case "string": return value.bytes !== "";
		case "slice": return value.to > value.from;
		case "map": return value.entries.length > 0;
		case "struct":
		case "func":
		case "seq":
		case "object":
		case "interface": return true;
	}
}
/** As messages of `range` show a value: fmt's `%v`; objects by their type, for Go shows what they point to. */
function formatOperand(operand) {
	const value = concrete(operand);
	return value?.kind === "object" ? value.object.goType : sprint([value]);
}

// src/lang/template/built-in-functions.ts
/** The built-in functions. They throw errors with Go's text; the evaluator says which function failed. */
const text$1 = (print) => ({
	params: [],
	variadic: goAny,
	call: (args) => bytesValue(print(args))
});
const escaper = (escaped) => text$1((args) => escaped(sprint(args.map((arg) => arg ?? bytesValue("<no value>")))));
const compare = (test) => ({
	params: [goValue, goValue],
	variadic: void 0,
	call: ([a, b]) => bool(test(a, b))
});
/** Evaluated where they are called, for they leave out arguments. */
const shortCircuit$1 = {
	params: [goValue],
	variadic: goValue,
	call: () => {
		throw new TypeError("and, or: not called as functions");
	}
};
const indexed$2 = (call) => ({
	params: [goValue],
	variadic: goValue,
	call
});
const builtins = {
	and: shortCircuit$1,
	or: shortCircuit$1,
	not: {
		params: [goValue],
		variadic: void 0,
		call: ([value]) => bool(!isTrue(value))
	},
	eq: indexed$2((args) => bool(isEqual(args))),
	ne: compare((a, b) => !isEqual([a, b])),
	lt: compare(isLess),
	le: compare(isLessOrEqual),
	gt: compare((a, b) => !isLessOrEqual(a, b)),
	ge: compare((a, b) => !isLess(a, b)),
	index: indexed$2(([item, ...indexes]) => index(item, indexes)),
	slice: indexed$2(([item, ...indexes]) => slice(concrete(item), indexes)),
	len: {
		params: [goValue],
		variadic: void 0,
		call: ([item]) => int(length(item))
	},
	print: text$1(sprint),
	println: text$1(sprintln),
	printf: {
		params: [goString],
		variadic: goAny,
		call: ([format, ...args]) => bytesValue(sprintf(format?.kind === "string" ? format.bytes : "", args))
	},
	html: escaper(escapeHtml),
	js: escaper(escapeJs),
	urlquery: escaper(escapeQuery),
	call: indexed$2(([name, callee, ...args]) => callFunction(name, concrete(callee), args))
};
/** The type of what a pointer points to: messages about containers name that. */
const pointedName = (value) => typeNameOf(value).replace(/^\*(?=.)/, "");
/** What `[]` gives for an integer, at most `limit`. A value of static type `any` is none. */
function position(value, limit) {
	if (value === void 0) throw new Error("cannot index slice/array with nil");
	if (value.kind !== "int" && value.kind !== "uint") throw new Error(`cannot index slice/array with type ${typeNameOf(value)}`);
	const signed = BigInt.asIntN(64, value.value);
	if (signed < 0n || signed > BigInt(limit)) throw new Error(`index out of range: ${signed}`);
	return Number(signed);
}
/** `index x 1 2` is `x[1][2]`. */
function index(container, indexes) {
	let item = container;
	if (concrete(item) === void 0) throw new Error("index of untyped nil");
	for (const at of indexes.map(concrete)) {
		const value = concrete(item);
		if (value === void 0) throw new Error("index of nil pointer");
		if (value.kind === "slice") item = element$1(value, at);
		else if (value.kind === "string") item = byte(value.bytes, at);
		else if (value.kind === "map") {
			const key = prepare(at, value.key);
			if (key !== void 0 && !isComparable(key)) throw new Error(`runtime error: hash of unhashable type ${typeNameOf(key)}`);
			const entry = findEntry(value, key);
			item = entry ? asElement(value.elem, entry[1]) : zero(value.elem);
		} else throw new Error(`can't index item of type ${pointedName(value)}`);
	}
	return item;
}
function element$1(value, at) {
	const i = position(at, value.to - value.from);
	if (i === value.to - value.from) throw new Error("reflect: slice index out of range");
	return asElement(value.elem, value.store[value.from + i]);
}
function byte(bytes, at) {
	const i = position(at, bytes.length);
	if (i === bytes.length) throw new Error("reflect: string index out of range");
	return uint(bytes.charCodeAt(i), "uint8");
}
/** The zero value of a type. */
function zero(type) {
	if (type.kind === "slice") return {
		kind: "slice",
		elem: type.elem,
		store: [],
		from: 0,
		to: 0,
		limit: 0,
		isNil: true
	};
	if (type.kind === "map") return {
		...type,
		entries: [],
		isNil: true
	};
	if (type.kind !== "basic") return {
		kind: "interface",
		value: void 0
	};
	switch (type.name) {
		case "bool": return bool(false);
		case "string": return bytesValue("");
		case "float64": return float(0);
		case "complex128": return {
			kind: "complex",
			real: 0,
			imag: 0
		};
		case "int":
		case "int8":
		case "int16":
		case "int32":
		case "int64": return int(0, type.name);
		default: return uint(0, type.name);
	}
}
/** `slice x 1 2 3` is `x[1:2:3]`. */
function slice(value, indexes) {
	if (value === void 0) throw new Error("slice of untyped nil");
	if (indexes.length > 3) throw new Error(`too many slice indexes: ${indexes.length}`);
	if (value.kind !== "string" && value.kind !== "slice") throw new Error(`can't slice item of type ${pointedName(value)}`);
	if (value.kind === "string" && indexes.length === 3) throw new Error("cannot 3-index slice a string");
	const size = value.kind === "string" ? value.bytes.length : value.to - value.from;
	const capacity = value.kind === "string" ? size : value.limit - value.from;
	const [from = 0, to = size, limit = capacity] = indexes.map((operand) => position(operand, capacity));
	if (from > to) throw new Error(`invalid slice index: ${from} > ${to}`);
	if (to > limit) throw new Error(`invalid slice index: ${to} > ${limit}`);
	if (value.kind === "string") return bytesValue(value.bytes.slice(from, to));
	const { store, from: base } = value;
	return {
		...value,
		store,
		from: base + from,
		to: base + to,
		limit: base + limit
	};
}
function length(operand) {
	const value = concrete(operand);
	if (value === void 0) throw new Error(operand ? "len of nil pointer" : "reflect: call of reflect.Value.Type on zero Value");
	switch (value.kind) {
		case "slice": return value.to - value.from;
		case "map": return value.entries.length;
		case "string": return value.bytes.length;
		case "bool":
		case "int":
		case "uint":
		case "float":
		case "complex":
		case "struct":
		case "func":
		case "seq":
		case "object":
		case "interface": throw new Error(`len of type ${pointedName(value)}`);
	}
}
/** The value as a map key or argument of this type; integers convert. */
function prepare(value, type) {
	if (value === void 0) {
		if (canBeNil(type)) return void 0;
		throw new Error(`value is nil; should be of type ${goTypeName(type)}`);
	}
	if (type.kind === "interface" || type.kind === "value" || typeNameOf(value) === goTypeName(type)) return value;
	if (value.kind === "int" || value.kind === "uint") {
		const like = zero(type);
		if (like?.kind === "int") return {
			...like,
			value: BigInt.asIntN(bits(like.type), value.value)
		};
		if (like?.kind === "uint") return {
			...like,
			value: BigInt.asUintN(bits(like.type), value.value)
		};
	}
	throw new Error(`value has type ${typeNameOf(value)}; should be ${goTypeName(type)}`);
}
const bits = (name) => Number(/[0-9]+$/.exec(name)?.[0] ?? 64);
function callFunction(named, callee, args) {
	const name = named?.kind === "string" ? fromBytes(named.bytes) : "";
	if (callee === void 0) throw new Error("call of nil");
	if (callee.kind !== "func") throw new Error(`non-function ${name} of type ${typeNameOf(callee)}`);
	const { params, variadic } = callee.func;
	if (variadic ? args.length < params.length : args.length !== params.length) {
		const want = `${variadic ? "at least " : ""}${params.length}`;
		throw new Error(`wrong number of args for ${name}: got ${args.length} want ${want}`);
	}
	const prepared = args.map((arg, i) => {
		try {
			return prepare(concrete(arg), params[i] ?? variadic ?? goAny);
		} catch (error) {
			throw new Error(`arg ${i}: ${error instanceof Error ? error.message : error}`, { cause: error });
		}
	});
	return toGo(callee.func.call(prepared.map(fromGo)));
}

// src/lang/template/builtin-names.ts
/** Functions every template may call. Kept apart from their code, which the parser need not load. */
const builtinNames = [
	"and",
	"call",
	"eq",
	"ge",
	"gt",
	"html",
	"index",
	"js",
	"le",
	"len",
	"lt",
	"ne",
	"not",
	"or",
	"print",
	"printf",
	"println",
	"slice",
	"urlquery"
];

// src/lang/template/state.ts
/** State of one execution, and the error every part of it raises. */
/** The text of what was thrown. */
const messageOf = (thrown) => thrown instanceof Error ? thrown.message : String(thrown);
/** @throws TemplateExecError naming the place and the node, as Go does; `message` holds bytes */
function fail(state, message, cause) {
	const { offset } = state.node;
	const before = state.program.source.slice(0, offset);
	const line = before.split("\n").length;
	const place = `${state.program.name}:${line}:${offset - (before.lastIndexOf("\n") + 1)}`;
	const where = `executing ${quote(state.treeName)} at <${nodeText(state.node)}>`;
	throw new TemplateExecError(fromBytes(`template: ${place}: ${where}: ${message}`), offset, cause);
}
/** Errors that are bugs of this program rather than of a template. */
const isBug = (thrown) => thrown instanceof TypeError || thrown instanceof ReferenceError || thrown instanceof RangeError;
/** Runs foreign code; `describe` words its error. Bugs pass through. */
function guarded(state, describe, run) {
	try {
		return run();
	} catch (thrown) {
		if (isBug(thrown) || thrown instanceof TemplateExecError) throw thrown;
		return fail(state, describe(messageOf(thrown)), thrown);
	}
}
function setVariable(state, name, value) {
	const variable = state.variables.findLast((v) => v.name === name);
	if (variable === void 0) fail(state, `undefined variable: ${name}`);
	variable.value = value;
}

// src/lang/template/operands.ts
/** Evaluation of pipelines, commands, fields, calls and their arguments. */
/** No value comes from the command before. */
const missing$1 = Symbol("missing");
/** Value of the last command; declares or assigns the pipeline's variables. */
function evalPipeline(state, dot, pipe) {
	state.node = pipe;
	let piped = missing$1;
	for (const command of pipe.commands) {
		const value = evalCommand(state, dot, command, piped);
		piped = value?.kind === "interface" ? value.value : value;
	}
	const value = piped === missing$1 ? void 0 : piped;
	for (const name of pipe.variables) if (pipe.assigns) setVariable(state, name, value);
	else state.variables.push({
		name,
		value
	});
	return value;
}
function evalCommand(state, dot, command, piped) {
	const [head, ...args] = command.args;
	const call = {
		args,
		piped,
		node: head
	};
	switch (head.kind) {
		case "field":
		case "chain":
		case "variable": return evalPath(state, dot, head, call);
		case "identifier": return evalFunction(state, dot, head.name, {
			...call,
			node: command
		}, head);
	}
	if (head.kind !== "pipe") state.node = head;
	refuseArguments(state, head, call);
	switch (head.kind) {
		case "pipe": return evalPipeline(state, dot, head);
		case "dot": return dot;
		case "nil": return fail(state, "nil is not a command");
		case "bool": return bool(head.value);
		case "string": return bytesValue(head.bytes);
		case "number": return untypedNumber(state, head);
	}
}
function refuseArguments(state, head, { args, piped }) {
	if (args.length > 0 || piped !== missing$1) fail(state, `can't give argument to non-function ${nodeText(head)}`);
}
/** A number where no type is asked for: its spelling decides. */
function untypedNumber(state, node) {
	state.node = node;
	const { literal, text } = node;
	if (literal.complex) return {
		kind: "complex",
		...literal.complex
	};
	const hexInteger = /^0[xX][^pP]+$/.test(text);
	const floating = /[.eEpP]/.test(text) && !hexInteger && !text.startsWith("'");
	if (literal.float !== void 0 && floating) return float(literal.float);
	if (literal.int !== void 0) return int(literal.int);
	return literal.uint === void 0 ? void 0 : fail(state, `${text} overflows int`);
}
/** `.X.Y`, `(pipe).X`, `$x.Y`: all names but the last without arguments. */
function evalPath(state, dot, path, call) {
	state.node = path;
	let receiver = dot;
	if (path.kind === "chain") receiver = evalArg(state, dot, void 0, path.head);
	if (path.kind === "variable") {
		const variable = state.variables.findLast(({ name }) => name === path.name);
		if (variable === void 0) fail(state, `undefined variable: ${path.name}`);
		receiver = variable.value;
		if (path.fields.length === 0) {
			refuseArguments(state, path, call);
			return receiver;
		}
	}
	const names = path.kind === "field" ? path.names : path.fields;
	names.forEach((name, i) => {
		const last = i === names.length - 1;
		receiver = evalField(state, dot, receiver, last ? {
			...call,
			name
		} : {
			name,
			args: [],
			piped: missing$1,
			node: path
		});
	});
	return receiver;
}
function evalField(state, dot, receiver, call) {
	if (receiver === void 0) return void 0;
	const type = typeNameOf(receiver);
	const value = concrete(receiver);
	if (value === void 0) fail(state, `nil pointer evaluating ${type}.${call.name}`);
	const hasArguments = call.args.length > 0 || call.piped !== missing$1;
	if (value.kind === "object") {
		const member = value.object.member(call.name);
		if (member?.kind === "method") return evalCall(state, dot, foreign(member.method), call);
		if (member?.kind === "field") {
			if (hasArguments) fail(state, `${call.name} has arguments but cannot be invoked as function`);
			return toGo(member.value);
		}
	}
	if (value.kind === "struct") {
		const field = value.fields.find(([name]) => name === call.name);
		if (field) {
			if (!/^\p{Lu}/u.test(call.name)) fail(state, `${call.name} is an unexported field of struct type ${type}`);
			if (hasArguments) fail(state, `${call.name} has arguments but cannot be invoked as function`);
			return field[1];
		}
	}
	if (value.kind === "map" && (value.key.kind === "interface" || goTypeName(value.key) === "string")) {
		if (hasArguments) fail(state, `${call.name} is not a method but has arguments`);
		const entry = findEntry(value, bytesValue(call.name));
		return entry && asElement(value.elem, entry[1]);
	}
	return fail(state, `can't evaluate field ${call.name} in type ${type}`);
}
const isBuiltin = (name) => builtinNames.includes(name);
/** A function of a caller, taking and giving typed values. A nil result has the static type `any`. */
function foreign(func) {
	return {
		params: func.params,
		variadic: func.variadic,
		call: (args) => toGo(func.call(args.map(fromGo))) ?? {
			kind: "interface",
			value: void 0
		}
	};
}
function evalFunction(state, dot, name, call, at) {
	state.node = at;
	const own = state.functions.get(name);
	if (own) return evalCall(state, dot, foreign(own), {
		...call,
		name
	});
	if (!isBuiltin(name)) return fail(state, `${quote(name)} is not a defined function`);
	return evalCall(state, dot, builtins[name], {
		...call,
		name
	}, name);
}
function evalCall(state, dot, func, call, builtin) {
	const { name, args, piped, node } = call;
	const given = args.length + (piped === missing$1 ? 0 : 1);
	const fixed = func.params.length;
	if (func.variadic && given < fixed) fail(state, `wrong number of args for ${name}: want at least ${fixed} got ${args.length}`);
	if (!func.variadic && given !== fixed) fail(state, `wrong number of args for ${name}: want ${fixed} got ${given}`);
	if (builtin === "and" || builtin === "or") return shortCircuit(state, dot, call, builtin);
	const paramAt = (i) => func.params[i] ?? func.variadic ?? goAny;
	const values = args.map((arg, i) => evalArg(state, dot, paramAt(i), arg));
	if (piped !== missing$1) values.push(assignable(state, piped, paramAt(args.length)));
	if (builtin === "call") values.unshift(bytesValue(calleeName(args[0], piped)));
	return guarded(state, (message) => {
		state.node = node;
		return `error calling ${name}: ${toBytes(message)}`;
	}, () => func.call(values));
}
/** The first argument that settles the question, else the last; later ones are not evaluated. */
function shortCircuit(state, dot, { args, piped }, name) {
	let value;
	for (const arg of args) {
		value = evalArg(state, dot, { kind: "value" }, arg);
		if (isTrue(value) === (name === "or")) return value;
	}
	return piped === missing$1 ? value : piped;
}
/** What messages of `call` name the function by. */
function calleeName(first, piped) {
	if (first) return nodeText(first);
	if (piped === missing$1 || piped === void 0) return "<invalid Value>";
	return piped.kind === "string" ? piped.bytes : `<${typeNameOf(piped)} Value>`;
}
/** The value as a parameter of this type takes it. */
function assignable(state, operand, type) {
	if (operand === void 0) {
		if (type === void 0 || canBeNil(type)) return void 0;
		return fail(state, `invalid value; expected ${goTypeName(type)}`);
	}
	if (type === void 0 || type.kind === "value") return operand;
	if (type.kind === "interface") return concrete(operand);
	const value = concrete(operand) ?? operand;
	if (typeNameOf(value) === goTypeName(type)) return value;
	return fail(state, `wrong type for value; expected ${goTypeName(type)}; got ${typeNameOf(value)}`);
}
/** @param type of the parameter; undefined: any value, as it is */
function evalArg(state, dot, type, node) {
	state.node = node;
	const bare = {
		args: [],
		piped: missing$1,
		node
	};
	switch (node.kind) {
		case "dot": return assignable(state, dot, type);
		case "nil":
			if (type && !canBeNil(type)) fail(state, `cannot assign nil to ${goTypeName(type)}`);
			return;
		case "field":
		case "variable":
		case "chain": return assignable(state, evalPath(state, dot, node, bare), type);
		case "pipe": return assignable(state, evalPipeline(state, dot, node), type);
		case "identifier": return assignable(state, evalFunction(state, dot, node.name, bare, node), type);
		case "bool":
		case "string":
		case "number": return evalLiteral(state, type ?? goAny, node);
	}
}
function evalLiteral(state, type, node) {
	if (type.kind === "interface" || type.kind === "value") {
		if (node.kind === "number") return untypedNumber(state, node);
		return node.kind === "bool" ? bool(node.value) : bytesValue(node.bytes);
	}
	if (type.kind !== "basic") return fail(state, `can't handle ${nodeText(node)} for arg of type ${goTypeName(type)}`);
	const [wanted, value] = literalAs(type.name, node);
	return value ?? fail(state, `expected ${wanted}; found ${nodeText(node)}`);
}
/** The literal as a basic type, and what to call that type when the literal is none. */
function literalAs(name, node) {
	const number = node.kind === "number" ? node.literal : {};
	switch (name) {
		case "bool": return ["bool", node.kind === "bool" ? bool(node.value) : void 0];
		case "string": return ["string", node.kind === "string" ? bytesValue(node.bytes) : void 0];
		case "float64": return ["float", number.float === void 0 ? void 0 : float(number.float)];
		case "complex128": return ["complex", number.complex && {
			kind: "complex",
			...number.complex
		}];
		case "int":
		case "int8":
		case "int16":
		case "int32":
		case "int64": return ["integer", number.int === void 0 ? void 0 : int(number.int, name)];
		default: return ["unsigned integer", number.uint === void 0 ? void 0 : uint(number.uint, name)];
	}
}

// src/lang/template/evaluate.ts
/** Execution of templates: text, actions and control structures. Values: operands.ts. */
/** Go takes 100000, 1000 where stacks are small. */
const maxDepth = 500;
/** Of templates and their control structures together: keeps far from the end of the JavaScript stack. */
const maxNesting = 1500;
/**
* Executes the template that has the program's name.
*
* @throws TemplateExecError
*/
function runTemplate(program, dot, functions) {
	const tree = program.trees.get(program.name);
	const out = [];
	if (tree === void 0) return out;
	const variables = [{
		name: "$",
		value: dot
	}];
	walk({
		program,
		functions,
		out,
		treeName: program.name,
		depth: 0,
		nesting: 0,
		variables,
		node: tree.root
	}, dot, tree.root);
	return out;
}
function walk(state, dot, node) {
	state.node = node;
	if (state.nesting === maxNesting) fail(state, `exceeded maximum nesting of control structures (${maxNesting})`);
	state.nesting++;
	const exit = walkNode(state, dot, node);
	state.nesting--;
	return exit;
}
function walkNode(state, dot, node) {
	switch (node.kind) {
		case "list":
			for (const child of node.nodes) {
				const exit = walk(state, dot, child);
				if (exit) return exit;
			}
			return;
		case "text":
			write(state, node.bytes, node.offset);
			return;
		case "action": {
			const value = evalPipeline(state, dot, node.pipe);
			if (node.pipe.variables.length === 0) printAction(state, node, value);
			return;
		}
		case "if":
		case "with": return walkCondition(state, dot, node);
		case "range": return walkRange(state, dot, node);
		case "template":
			walkTemplate(state, dot, node);
			return;
		case "break":
		case "continue": return node.kind;
	}
}
function write(state, bytes, offset) {
	if (bytes !== "") state.out.push({
		kind: "bytes",
		bytes,
		offset
	});
}
function printAction(state, node, operand) {
	state.node = node;
	const printed = guarded(state, toBytes, () => printedForm(operand));
	if (printed === void 0) fail(state, `can't print ${nodeText(node)} of type ${operand && typeNameOf(operand)}`);
	if (typeof printed === "string") write(state, printed, node.offset);
	else if (printed.kind === "text") write(state, toBytes(printed.text), node.offset);
	else state.out.push({
		kind: "node",
		node: printed.node,
		offset: node.offset
	});
}
/** Bytes, or what an object says it prints as; undefined for what cannot be printed. */
function printedForm(operand) {
	if (operand === void 0) return "<no value>";
	const value = concrete(operand);
	if (value?.kind === "func" || value?.kind === "seq") return void 0;
	return value?.kind === "object" ? value.object.print?.() : sprint([value]);
}
function walkCondition(state, dot, node) {
	const mark = state.variables.length;
	const value = evalPipeline(state, dot, node.pipe);
	let exit;
	if (isTrue(value)) exit = walk(state, node.kind === "with" ? value : dot, node.list);
	else if (node.otherwise) exit = walk(state, dot, node.otherwise);
	state.variables.length = mark;
	return exit;
}
function walkRange(state, dot, node) {
	state.node = node;
	const outside = state.variables.length;
	const steps = rangeSteps(state, node, concrete(evalPipeline(state, dot, node.pipe)));
	const mark = state.variables.length;
	let ran = false;
	for (const step of steps) {
		ran = true;
		bindStep(state, node, step);
		const exit = walk(state, step[1], node.list);
		state.variables.length = mark;
		if (exit === "break") break;
	}
	const exit = !ran && node.otherwise ? walk(state, dot, node.otherwise) : void 0;
	state.variables.length = outside;
	return exit === "continue" ? exit : void 0;
}
/** With one variable it is the element; with two, index and element. */
function bindStep(state, node, [index, element]) {
	const { variables, assigns } = node.pipe;
	const values = variables.length === 1 ? [element] : [index, element];
	const base = state.variables.length - variables.length;
	for (const [i, name] of variables.entries()) {
		const declared = state.variables[base + i];
		if (assigns) setVariable(state, name, values[i]);
		else if (declared) declared.value = values[i];
	}
}
/** Nothing for nil, which counts as empty. */
function rangeSteps(state, node, value) {
	const two = node.pipe.variables.length > 1;
	switch (value?.kind) {
		case void 0: return [];
		case "int":
		case "uint":
			if (two) fail(state, `can't use ${value.value} to iterate over more than one variable`);
			return count$1(value);
		case "slice": return items(value).map((item, i) => [int(i), item]);
		case "map": return sortedEntries(value).map(([key, item]) => [asElement(value.key, key), asElement(value.elem, item)]);
		case "seq":
			if (two && value.seq.width === 1) fail(state, `can't use ${formatOperand(value)} iterate over more than one variable`);
			return sequence(value.seq, two);
		case "bool":
		case "float":
		case "complex":
		case "string":
		case "struct":
		case "func":
		case "object":
		case "interface": return fail(state, `range can't iterate over ${formatOperand(value)}`);
	}
}
function* count$1(limit) {
	for (let i = 0n; i < limit.value; i++) yield [void 0, {
		...limit,
		value: i
	}];
}
function* sequence(seq, two) {
	for (const [first, second] of seq.iterate()) if (two) yield [toGo(first), toGo(second)];
	else yield [void 0, toGo(first)];
}
function walkTemplate(state, dot, node) {
	state.node = node;
	const tree = state.program.trees.get(node.name);
	if (tree === void 0) fail(state, `template ${quote(node.name)} not defined`);
	if (state.depth === maxDepth) fail(state, `exceeded maximum template depth (${maxDepth})`);
	const value = node.pipe ? evalPipeline(state, dot, node.pipe) : void 0;
	const variables = [{
		name: "$",
		value
	}];
	walk({
		...state,
		treeName: tree.name,
		depth: state.depth + 1,
		variables,
		node
	}, value, tree.root);
}

// src/lang/template/lexer-state.ts
/** The lexer's place in the source, and how it makes tokens. */
/** What `next` gives at the end of the source. */
const end = -1;
function makeLexer(source, isFunction) {
	return {
		source,
		position: 0,
		start: 0,
		line: 1,
		startLine: 1,
		atEnd: false,
		parens: 0,
		insideAction: false,
		breakIsFunction: isFunction("break"),
		continueIsFunction: isFunction("continue")
	};
}
function nextRune(lexer) {
	if (lexer.position >= lexer.source.length) {
		lexer.atEnd = true;
		return -1;
	}
	const { rune, size } = runeAt(lexer.source, lexer.position);
	lexer.position += size;
	if (rune === 10) lexer.line++;
	return rune;
}
function backRune(lexer) {
	if (lexer.atEnd || lexer.position === 0) return;
	lexer.position -= runeSizeBefore(lexer.source, lexer.position);
	if (lexer.source[lexer.position] === "\n") lexer.line--;
}
function peekRune(lexer) {
	const rune = nextRune(lexer);
	backRune(lexer);
	return rune;
}
function countLines(lexer) {
	for (let i = lexer.start; i < lexer.position; i++) if (lexer.source[i] === "\n") lexer.line++;
}
function token(lexer, kind) {
	const made = {
		kind,
		text: lexer.source.slice(lexer.start, lexer.position),
		offset: lexer.start,
		line: lexer.startLine
	};
	lexer.start = lexer.position;
	lexer.startLine = lexer.line;
	return made;
}
/** Drops what was passed over without `next`. */
function ignore(lexer) {
	countLines(lexer);
	lexer.start = lexer.position;
	lexer.startLine = lexer.line;
}
function error(lexer, message) {
	const made = {
		kind: "error",
		text: message,
		offset: lexer.start,
		line: lexer.startLine
	};
	lexer.source = "";
	lexer.position = 0;
	lexer.start = 0;
	return made;
}

// src/lang/template/template-tokens.ts
const keywords = /* @__PURE__ */ new Set([
	".",
	"block",
	"break",
	"continue",
	"define",
	"else",
	"end",
	"if",
	"range",
	"nil",
	"template",
	"with"
]);
const isKeyword = (token, word) => token.kind === "keyword" && token.text === word;
/** As it appears in messages: keywords in angle brackets, else quoted, at most ten characters. */
function tokenText(token) {
	if (token.kind === "eof") return "EOF";
	if (token.kind === "error") return token.text;
	if (token.kind === "keyword") return `<${token.text}>`;
	if (token.text.length <= 10) return quote(token.text);
	return `${quote(firstRunes(token.text, 10))}...`;
}
function firstRunes(bytes, count) {
	if (runeCount(bytes) <= count) return bytes;
	let left = count;
	for (const { at } of runes(bytes)) if (left-- === 0) return bytes.slice(0, at);
	return bytes;
}

// src/lang/template/lexer.ts
/** Splits template source into tokens. The line counting follows text/template/parse, for messages name lines. */
const leftDelimiter = "{{";
const rightDelimiter = "}}";
const rest = (lexer, ahead, from = lexer.position) => lexer.source.startsWith(ahead, from);
/** The next token; after an error or the end it goes on answering. */
function nextToken(lexer) {
	return lexer.insideAction ? insideAction(lexer) : text(lexer);
}
const skipSpace = (source, from) => {
	let at = from;
	while (at < source.length && isSpace(source.charCodeAt(at))) at++;
	return at;
};
function text(lexer) {
	const at = lexer.source.indexOf(leftDelimiter, lexer.position);
	if (at < 0) {
		lexer.position = lexer.source.length;
		if (lexer.position === lexer.start) return {
			...token(lexer, "eof"),
			text: "EOF"
		};
		countLines(lexer);
		return token(lexer, "text");
	}
	if (at > lexer.position) {
		let stop = at;
		if (trimsLeft(lexer.source, at + 2)) while (stop > lexer.start && isSpace(lexer.source.charCodeAt(stop - 1))) stop--;
		lexer.position = stop;
		countLines(lexer);
		const made = token(lexer, "text");
		lexer.position = at;
		ignore(lexer);
		if (made.text !== "") return made;
	}
	return openAction(lexer);
}
const trimsLeft = (source, at) => source[at] === "-" && isSpace(source.charCodeAt(at + 1));
const trimsRight = (source, at) => isSpace(source.charCodeAt(at)) && source[at + 1] === "-";
function openAction(lexer) {
	lexer.position += 2;
	const marker = trimsLeft(lexer.source, lexer.position) ? 2 : 0;
	if (rest(lexer, "/*", lexer.position + marker)) {
		lexer.position += marker;
		ignore(lexer);
		return comment(lexer);
	}
	const made = token(lexer, "left-delimiter");
	lexer.insideAction = true;
	lexer.position += marker;
	ignore(lexer);
	lexer.parens = 0;
	return made;
}
/** Length of the trim marker where the right delimiter follows, else undefined. */
function atRightDelimiter(lexer, at = lexer.position) {
	if (trimsRight(lexer.source, at) && rest(lexer, rightDelimiter, at + 2)) return 2;
	return rest(lexer, rightDelimiter, at) ? 0 : void 0;
}
function comment(lexer) {
	const close = lexer.source.indexOf("*/", lexer.position + 2);
	if (close < 0) return error(lexer, "unclosed comment");
	lexer.position = close + 2;
	const marker = atRightDelimiter(lexer);
	if (marker === void 0) return error(lexer, "comment ends before closing delimiter");
	lexer.position += marker + 2;
	if (marker > 0) lexer.position = skipSpace(lexer.source, lexer.position);
	ignore(lexer);
	return text(lexer);
}
function closeAction(lexer) {
	const marker = atRightDelimiter(lexer) ?? 0;
	if (marker > 0) {
		lexer.position += marker;
		ignore(lexer);
	}
	lexer.position += 2;
	const made = token(lexer, "right-delimiter");
	if (marker > 0) {
		lexer.position = skipSpace(lexer.source, lexer.position);
		ignore(lexer);
	}
	lexer.insideAction = false;
	return made;
}
const single = {
	"=": "assign",
	"|": "pipe"
};
function insideAction(lexer) {
	if (atRightDelimiter(lexer) !== void 0) return lexer.parens === 0 ? closeAction(lexer) : error(lexer, "unclosed left paren");
	const rune = nextRune(lexer);
	if (rune === -1) return error(lexer, "unclosed action");
	const char = String.fromCodePoint(rune);
	const kind = single[char];
	if (kind !== void 0) return token(lexer, kind);
	if (isSpace(rune)) return space(lexer);
	if (char === ":") return nextRune(lexer) === 61 ? token(lexer, "declare") : error(lexer, "expected :=");
	if (char === "\"") return quoted$2(lexer, "\"", "string", "unterminated quoted string");
	if (char === "'") return quoted$2(lexer, "'", "char-constant", "unterminated character constant");
	if (char === "`") return rawString(lexer);
	if (char === "$") return name$1(lexer, "variable");
	if (char === "." && lexer.position < lexer.source.length && !/[0-9]/.test(lexer.source[lexer.position] ?? "")) return name$1(lexer, "field");
	if (/[.+\-0-9]/.test(char)) return number$2(lexer);
	if (isAlphaNumeric(rune)) return word$1(lexer);
	if (char === "(") {
		lexer.parens++;
		return token(lexer, "left-paren");
	}
	if (char === ")") {
		lexer.parens--;
		return lexer.parens < 0 ? error(lexer, "unexpected right paren") : token(lexer, "right-paren");
	}
	if (rune < 128 && isPrint(rune)) return token(lexer, "char");
	return error(lexer, `unrecognized character in action: ${runeName(rune)}`);
}
/** `U+0040 '@'`. */
function runeName(rune) {
	const code = `U+${rune.toString(16).toUpperCase().padStart(4, "0")}`;
	return isPrint(rune) ? `${code} '${encodeRune(rune)}'` : code;
}
/** One space has been read. A space may also begin a right delimiter that trims. */
function space(lexer) {
	let count = 1;
	while (isSpace(peekRune(lexer))) {
		nextRune(lexer);
		count++;
	}
	if (atRightDelimiter(lexer, lexer.position - 1) === 2) {
		backRune(lexer);
		if (count === 1) return closeAction(lexer);
	}
	return token(lexer, "space");
}
/** Whether a name may end here. */
function atTerminator(lexer) {
	const rune = peekRune(lexer);
	if (rune === -1 || isSpace(rune)) return true;
	return ".,|:)(".includes(String.fromCodePoint(rune)) || rest(lexer, rightDelimiter);
}
function passName(lexer) {
	let rune = nextRune(lexer);
	while (isAlphaNumeric(rune)) rune = nextRune(lexer);
	backRune(lexer);
	return rune;
}
/** The `.` or `$` has been read. */
function name$1(lexer, kind) {
	if (atTerminator(lexer)) return token(lexer, kind === "variable" ? "variable" : "keyword");
	const stopped = passName(lexer);
	return atTerminator(lexer) ? token(lexer, kind) : error(lexer, `bad character ${runeName(stopped)}`);
}
function word$1(lexer) {
	const stopped = passName(lexer);
	const spelled = lexer.source.slice(lexer.start, lexer.position);
	if (!atTerminator(lexer)) return error(lexer, `bad character ${runeName(stopped)}`);
	if (spelled === "true" || spelled === "false") return token(lexer, "bool");
	const taken = spelled === "break" && lexer.breakIsFunction || spelled === "continue" && lexer.continueIsFunction;
	return token(lexer, keywords.has(spelled) && !taken ? "keyword" : "identifier");
}
/** The opening quote has been read. */
function quoted$2(lexer, mark, kind, unterminated) {
	for (;;) {
		let rune = nextRune(lexer);
		if (rune === mark.charCodeAt(0)) return token(lexer, kind);
		if (rune === 92) rune = nextRune(lexer);
		if (rune === -1 || rune === 10) return error(lexer, unterminated);
	}
}
function rawString(lexer) {
	for (;;) {
		const rune = nextRune(lexer);
		if (rune === -1) return error(lexer, "unterminated raw quoted string");
		if (rune === 96) return token(lexer, "raw-string");
	}
}
const numberForm = /[+-]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?)i?/y;
/** Passes over one number; false where a letter or digit follows it. What it accepts may still be no number. */
function passNumber(lexer) {
	numberForm.lastIndex = lexer.position;
	lexer.position += numberForm.exec(lexer.source)?.[0].length ?? 0;
	if (!isAlphaNumeric(peekRune(lexer))) return true;
	nextRune(lexer);
	return false;
}
/** The first character has been read. */
function number$2(lexer) {
	lexer.position = lexer.start;
	const bad = () => error(lexer, `bad number syntax: ${quote(lexer.source.slice(lexer.start, lexer.position))}`);
	if (!passNumber(lexer)) return bad();
	if (!/[+-]/.test(lexer.source[lexer.position] ?? "")) return token(lexer, "number");
	return passNumber(lexer) && lexer.source[lexer.position - 1] === "i" ? token(lexer, "complex") : bad();
}

// src/lang/template/parse-state.ts
/** What the functions of the parser share: tokens with look-ahead, the variables in scope, and how errors are worded. */
function makeParser(from) {
	const { lexer, parseName, isFunction, trees } = from;
	return {
		lexer,
		parseName,
		isFunction,
		trees,
		pending: [],
		current: {
			kind: "error",
			text: "",
			offset: 0,
			line: 0
		},
		variables: ["$"],
		actionLine: 0,
		rangeDepth: 0,
		branchDepth: 0,
		parenDepth: 0
	};
}
function next(parser) {
	const pending = parser.pending.pop();
	if (pending) return pending;
	parser.current = nextToken(parser.lexer);
	return parser.current;
}
/** Hands tokens back, the first to be read again first. */
function back(parser, ...tokens) {
	parser.pending.push(...tokens.toReversed());
}
function peek(parser) {
	const token = next(parser);
	back(parser, token);
	return token;
}
function nextNonSpace(parser) {
	let token = next(parser);
	while (token.kind === "space") token = next(parser);
	return token;
}
function peekNonSpace(parser) {
	const token = nextNonSpace(parser);
	back(parser, token);
	return token;
}
const peeksKeyword = (parser, word) => isKeyword(peek(parser), word);
function failParse(parser, message) {
	const { line, offset } = parser.current;
	throw new TemplateSyntaxError(fromBytes(`template: ${parser.parseName}:${line}: ${message}`), line, offset);
}
function unexpected(parser, token, context) {
	if (token.kind !== "error") failParse(parser, `unexpected ${tokenText(token)} in ${context}`);
	let extra = "";
	if (parser.actionLine !== 0 && parser.actionLine !== token.line) extra = `${token.text.endsWith(" action") ? "" : " in action"} started at ${parser.parseName}:${parser.actionLine}`;
	failParse(parser, tokenText(token) + extra);
}
function expect(parser, kinds, context) {
	const token = nextNonSpace(parser);
	return kinds.includes(token.kind) ? token : unexpected(parser, token, context);
}

// src/lang/template/values/numbers.ts
/** Number literals of templates: which Go types can hold them, and Go's errors (parse.NumberNode, strconv, fmt.Sscan). */
const maxInt = 2n ** 63n - 1n;
const maxUint = 2n ** 64n - 1n;
/** `'x'` with its quotes. */
function parseChar(text) {
	const char = unquoteChar(text, 1, "'");
	if (char === void 0) return { error: "invalid syntax" };
	if (text.slice(1 + char.size) !== "'") return { error: `malformed character constant: ${text}` };
	const value = BigInt(char.value);
	return {
		int: value,
		uint: value,
		float: char.value
	};
}
/** An integer, float or imaginary literal with an optional sign. */
function parseNumber(text) {
	if (text.endsWith("i")) {
		const imag = parseFloat64(text.slice(0, -1));
		if (typeof imag === "number") return simplify(0, imag);
	}
	const int = parseInt64(text);
	const uint = parseUint64(text) ?? (int === 0n ? 0n : void 0);
	if (int !== void 0) return {
		int,
		uint,
		float: Number(int)
	};
	if (uint !== void 0) return {
		uint,
		float: Number(uint)
	};
	const float = parseFloat64(text);
	if (typeof float !== "number") return { error: `illegal number syntax: ${quote(text)}` };
	if (!/[.eEpP]/.test(text)) return { error: `integer overflow: ${quote(text)}` };
	return {
		...integers(float),
		float
	};
}
/** `1+2i`. Go leaves this to fmt.Sscan, whose errors show. */
function parseComplex(text) {
	const parts = /^([+-]?)(.*)$/s.exec(text);
	const realToken = (parts?.[1] ?? "") + floatToken(parts?.[2] ?? "");
	const rest = text.slice(realToken.length);
	const imagToken = rest.slice(0, 1) + floatToken(rest.slice(1));
	if (!/^[+-]/.test(rest) || rest[imagToken.length] !== "i") return { error: "syntax error scanning complex number" };
	const real = parseFloat64(realToken);
	const imag = parseFloat64(imagToken);
	for (const [token, value] of [[realToken, real], [imagToken, imag]]) if (typeof value === "string") return { error: `strconv.ParseFloat: parsing ${quote(token)}: ${value}` };
	return simplify(real, imag);
}
/** What fmt's scanner takes for a float at the beginning of the text. */
function floatToken(text) {
	return /^0[xX][0-9a-fA-F_]*(\.[0-9a-fA-F_]*)?([pP][+-]?[0-9_]*)?/.exec(text)?.[0] ?? /^[0-9_]*(\.[0-9_]*)?([eEp][+-]?[0-9_]*)?/.exec(text)?.[0] ?? "";
}
function simplify(real, imag) {
	return imag === 0 ? {
		...integers(real),
		float: real,
		complex: {
			real,
			imag
		}
	} : { complex: {
		real,
		imag
	} };
}
/** The integers equal to a float. */
function integers(float) {
	if (!Number.isInteger(float)) return {};
	const value = BigInt(float);
	return {
		int: value >= -maxInt - 1n && value <= maxInt ? value : void 0,
		uint: value >= 0n && value <= maxUint ? value : void 0
	};
}
function parseInt64(text) {
	const negative = text.startsWith("-");
	const magnitude = parseUint64(text.replace(/^[+-]/, ""));
	if (magnitude === void 0 || magnitude > (negative ? maxInt + 1n : maxInt)) return void 0;
	return negative ? -magnitude : magnitude;
}
const integerForms = [
	/^0[bB][01_]+$/,
	/^0[oO][0-7_]+$/,
	/^0[xX][0-9a-fA-F_]+$/,
	/^0[0-7_]*$/,
	/^[1-9][0-9_]*$/
];
function parseUint64(text) {
	if (!integerForms.some((form) => form.test(text)) || !underscoresOk(text)) return void 0;
	const digits = text.replaceAll("_", "");
	const value = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
	return value <= maxUint ? value : void 0;
}
/** Underscores may only separate digits; a base prefix counts as a digit. */
function underscoresOk(text) {
	const unsigned = text.replace(/^[+-]/, "");
	const prefix = /^0[bBoOxX]/.exec(unsigned)?.[0];
	const digits = prefix === void 0 ? unsigned : `0${unsigned.slice(2)}`;
	const digit = prefix?.[1]?.toLowerCase() === "x" ? "[0-9a-fA-F]" : "[0-9]";
	return !new RegExp(`^_|(?<!${digit})_|_(?!${digit})`).test(digits);
}
const floatForm = /^(?<sign>[+-]?)(?:0[xX](?<hex>[0-9a-fA-F_]*)(?:\.(?<hexFraction>[0-9a-fA-F_]*))?[pP](?<binary>[+-]?[0-9][0-9_]*)|(?:[0-9_]*\.?[0-9_]*)(?:[eE][+-]?[0-9][0-9_]*)?)$/;
/** strconv.ParseFloat, or the text of its error. */
function parseFloat64(text) {
	const match = floatForm.exec(text);
	const digits = text.replaceAll("_", "");
	if (!match || !underscoresOk(text)) return "invalid syntax";
	const { hex, hexFraction = "", binary, sign } = match.groups ?? {};
	let value;
	if (hex !== void 0 && binary !== void 0) {
		const mantissa = (hex + hexFraction).replaceAll("_", "");
		if (mantissa === "") return "invalid syntax";
		const exponent = Number(binary.replaceAll("_", "")) - 4 * hexFraction.replaceAll("_", "").length;
		value = scale(BigInt(`0x${mantissa}`), exponent) * (sign === "-" ? -1 : 1);
	} else {
		if (!/^[+-]?\.?[0-9]/.test(digits)) return "invalid syntax";
		value = Number(digits);
	}
	return Number.isFinite(value) ? value : "value out of range";
}
/** mantissa × 2^exponent, rounded once, half to even. */
function scale(mantissa, exponent) {
	if (mantissa === 0n) return 0;
	const bits = mantissa.toString(2).length;
	const kept = Math.min(53, bits + exponent + 1074);
	if (kept < 0) return 0;
	const shift = bits - kept;
	if (shift <= 0) return Number(mantissa) * 2 ** exponent;
	const by = BigInt(shift);
	const half = 1n << by - 1n;
	const rest = mantissa & (1n << by) - 1n;
	let rounded = mantissa >> by;
	if (rest > half || rest === half && (rounded & 1n) === 1n) rounded++;
	return Number(rounded) * 2 ** (exponent + shift);
}

// src/lang/template/parse-pipeline.ts
/** The inside of actions: pipelines, commands, operands. */
/** Go takes 10000, 1000 where stacks are small. */
const maxParens = 500;
/** Reads `declarations? command ('|' command)*` up to and with `end`. */
function pipeline(parser, context, end) {
	const { offset } = peekNonSpace(parser);
	const { variables, assigns } = declarations$1(parser, context);
	const commands = [];
	for (;;) {
		const token = nextNonSpace(parser);
		if (token.kind === end) break;
		if (!startsOperand(token)) unexpected(parser, token, context);
		back(parser, token);
		commands.push(command$1(parser));
	}
	if (commands.length === 0) failParse(parser, `missing value for ${context}`);
	commands.slice(1).forEach(({ args: [first] }, i) => {
		if (constants.has(first.kind)) failParse(parser, `non executable command in pipeline stage ${i + 2}`);
	});
	return {
		kind: "pipe",
		offset,
		assigns,
		variables,
		commands
	};
}
const constants = /* @__PURE__ */ new Set([
	"bool",
	"dot",
	"nil",
	"number",
	"string"
]);
const operandKinds = /* @__PURE__ */ new Set([
	"bool",
	"char-constant",
	"complex",
	"field",
	"identifier",
	"number",
	"raw-string",
	"string",
	"variable",
	"left-paren"
]);
const isWordOperand = (token) => token.kind === "keyword" && (token.text === "." || token.text === "nil");
const startsOperand = (token) => operandKinds.has(token.kind) || isWordOperand(token);
/** `$x :=`, `$x =`, and in a range `$i, $x :=`; nothing where the variable is an operand. */
function declarations$1(parser, context) {
	const variables = [];
	let assigns = false;
	for (;;) {
		const variable = peekNonSpace(parser);
		if (variable.kind !== "variable") break;
		next(parser);
		const after = peek(parser);
		const sign = peekNonSpace(parser);
		if (sign.kind === "assign" || sign.kind === "declare") {
			nextNonSpace(parser);
			assigns = sign.kind === "assign";
			declare(parser, variables, variable);
			break;
		}
		if (sign.kind !== "char" || sign.text !== ",") {
			if (after.kind === "space") back(parser, variable, after);
			else back(parser, variable);
			break;
		}
		nextNonSpace(parser);
		declare(parser, variables, variable);
		if (context !== "range" || variables.length >= 2) failParse(parser, `too many declarations in ${context}`);
		const second = peekNonSpace(parser).kind;
		if (second !== "variable" && second !== "right-delimiter" && second !== "right-paren") failParse(parser, "range can only initialize variables");
	}
	return {
		variables,
		assigns
	};
}
function declare(parser, variables, token) {
	variables.push(token.text);
	parser.variables.push(token.text);
}
/** Operands separated by space. Takes the `|` that ends the command, but no closing delimiter. */
function command$1(parser) {
	const { offset } = peekNonSpace(parser);
	const args = [];
	for (;;) {
		peekNonSpace(parser);
		const arg = operand(parser);
		if (arg) args.push(arg);
		const token = next(parser);
		if (token.kind === "space") continue;
		if (token.kind === "right-delimiter" || token.kind === "right-paren") back(parser, token);
		else if (token.kind !== "pipe") unexpected(parser, token, "operand");
		break;
	}
	const [first, ...others] = args;
	if (first === void 0) failParse(parser, "empty command");
	return {
		kind: "command",
		offset,
		args: [first, ...others]
	};
}
/** A term and the fields that follow it without space; undefined where no operand begins. */
function operand(parser) {
	const head = term(parser);
	if (head === void 0 || peek(parser).kind !== "field") return head;
	const { offset } = peek(parser);
	const fields = [];
	while (peek(parser).kind === "field") fields.push(next(parser).text.slice(1));
	switch (head.kind) {
		case "field": return {
			kind: "field",
			offset,
			names: [...head.names, ...fields]
		};
		case "variable": return {
			...head,
			offset,
			fields: [...head.fields, ...fields]
		};
		case "bool":
		case "string":
		case "number":
		case "nil":
		case "dot": return failParse(parser, `unexpected . after term ${quote(nodeText(head))}`);
		case "chain":
		case "identifier":
		case "pipe": return {
			kind: "chain",
			offset,
			head,
			fields
		};
	}
}
function term(parser) {
	const token = nextNonSpace(parser);
	const { kind, offset, text } = token;
	switch (kind) {
		case "identifier":
			if (!parser.isFunction(text)) failParse(parser, `function ${quote(text)} not defined`);
			return {
				kind,
				offset,
				name: text
			};
		case "variable":
			if (!parser.variables.includes(text)) failParse(parser, `undefined variable ${quote(text)}`);
			return {
				kind,
				offset,
				name: text,
				fields: []
			};
		case "field": return {
			kind,
			offset,
			names: [text.slice(1)]
		};
		case "bool": return {
			kind,
			offset,
			value: text === "true"
		};
		case "char-constant":
		case "complex":
		case "number": return number$1(parser, token);
		case "left-paren": return parenthesized(parser);
		case "string":
		case "raw-string": return {
			kind: "string",
			offset,
			quoted: text,
			bytes: unquote$2(text) ?? failParse(parser, "invalid syntax")
		};
	}
	if (isWordOperand(token)) return {
		kind: text === "." ? "dot" : "nil",
		offset
	};
	back(parser, token);
}
function number$1(parser, { kind, offset, text }) {
	const literal = (kind === "char-constant" ? parseChar : kind === "complex" ? parseComplex : parseNumber)(text);
	if ("error" in literal) failParse(parser, literal.error);
	return {
		kind: "number",
		offset,
		text,
		literal
	};
}
function parenthesized(parser) {
	if (parser.parenDepth >= maxParens) failParse(parser, "max expression depth exceeded");
	parser.parenDepth++;
	const pipe = pipeline(parser, "parenthesized pipeline", "right-paren");
	parser.parenDepth--;
	return pipe;
}

// src/lang/template/parser.ts
/** Template source to trees: bodies, control actions, definitions. What stands inside an action: parse-pipeline.ts. */
/** Go has no such limit; without one, a JavaScript stack has an end. */
const maxBranches = 500;
/**
* Parses a template and the templates it defines.
*
* @param source UTF-8, one character per byte
* @param functions names of functions besides the built-in ones
* @throws TemplateSyntaxError
*/
function parse$1(name, source, functions) {
	const known = /* @__PURE__ */ new Set([...builtinNames, ...functions]);
	const isFunction = (word) => known.has(word);
	const trees = /* @__PURE__ */ new Map();
	const parser = makeParser({
		lexer: makeLexer(source, isFunction),
		parseName: name,
		isFunction,
		trees
	});
	const nodes = [];
	const { offset } = peek(parser);
	while (peek(parser).kind !== "eof") {
		if (skipDefinition(parser)) continue;
		const item = textOrAction(parser);
		if (item.kind === "end" || item.kind === "else") failParse(parser, `unexpected {{${item.kind}}}`);
		nodes.push(item);
	}
	add(parser, {
		name,
		root: {
			kind: "list",
			offset,
			nodes
		}
	});
	return trees;
}
/** Parses `{{define "name"}} … {{end}}` where one begins. */
function skipDefinition(parser) {
	if (peek(parser).kind !== "left-delimiter") return false;
	const delimiter = next(parser);
	const word = nextNonSpace(parser);
	if (isKeyword(word, "define")) {
		const inner = makeParser(parser);
		const context = "define clause";
		const name = unquoted(inner, expect(inner, ["string", "raw-string"], context));
		expect(inner, ["right-delimiter"], context);
		add(inner, {
			name,
			root: bodyToEnd(inner, inner, context)
		});
		return true;
	}
	back(parser, delimiter, word);
	return false;
}
/** A list that only `{{end}}` may close; a wrong ending is reported by the parser `reporter`. */
function bodyToEnd(parser, reporter, context) {
	const [list, ending] = itemList(parser);
	if (ending.kind !== "end") failParse(reporter, `unexpected {{else}} in ${context}`);
	return list;
}
function add(parser, tree) {
	const before = parser.trees.get(tree.name);
	if (before === void 0 || isEmptyTree(before.root)) parser.trees.set(tree.name, tree);
	else if (!isEmptyTree(tree.root)) failParse(parser, `template: multiple definition of template ${quote(tree.name)}`);
}
function unquoted(parser, token) {
	return unquote$2(token.text) ?? failParse(parser, "invalid syntax");
}
function itemList(parser) {
	const { offset } = peekNonSpace(parser);
	const nodes = [];
	while (peekNonSpace(parser).kind !== "eof") {
		const item = textOrAction(parser);
		if (item.kind === "end" || item.kind === "else") return [{
			kind: "list",
			offset,
			nodes
		}, item];
		nodes.push(item);
	}
	return failParse(parser, "unexpected EOF");
}
function textOrAction(parser) {
	const token = nextNonSpace(parser);
	if (token.kind === "text") return {
		kind: "text",
		offset: token.offset,
		bytes: token.text
	};
	if (token.kind !== "left-delimiter") return unexpected(parser, token, "input");
	parser.actionLine = token.line;
	const node = action(parser);
	parser.actionLine = 0;
	return node;
}
function action(parser) {
	const token = nextNonSpace(parser);
	if (token.kind === "keyword") switch (token.text) {
		case "block": return block(parser);
		case "break":
		case "continue": return leaveLoop(parser, token.text, token.offset);
		case "else": return elseAction(parser);
		case "end":
			expect(parser, ["right-delimiter"], "end");
			return { kind: "end" };
		case "if":
		case "range":
		case "with": return branch(parser, token.text);
		case "template": return template(parser);
	}
	back(parser, token);
	return {
		kind: "action",
		offset: token.offset,
		pipe: pipeline(parser, "command", "right-delimiter")
	};
}
function leaveLoop(parser, kind, offset) {
	const token = nextNonSpace(parser);
	if (token.kind !== "right-delimiter") unexpected(parser, token, `{{${kind}}}`);
	if (parser.rangeDepth === 0) failParse(parser, `{{${kind}}} outside {{range}}`);
	return {
		kind,
		offset
	};
}
/** `{{else if` and `{{else with` leave the `if` or `with` to be read by the branch they continue. */
function elseAction(parser) {
	const ahead = peekNonSpace(parser);
	if (isKeyword(ahead, "if") || isKeyword(ahead, "with")) return {
		kind: "else",
		offset: ahead.offset
	};
	return {
		kind: "else",
		offset: expect(parser, ["right-delimiter"], "else").offset
	};
}
function branch(parser, kind) {
	const scope = parser.variables.length;
	if (parser.branchDepth === maxBranches) failParse(parser, "max nesting depth exceeded");
	parser.branchDepth++;
	const pipe = pipeline(parser, kind, "right-delimiter");
	if (kind === "range") parser.rangeDepth++;
	const [list, ending] = itemList(parser);
	if (kind === "range") parser.rangeDepth--;
	const otherwise = ending.kind === "else" ? elseList(parser, kind, ending.offset) : void 0;
	parser.variables.length = scope;
	parser.branchDepth--;
	return {
		kind,
		offset: pipe.offset,
		pipe,
		list,
		otherwise
	};
}
function elseList(parser, kind, offset) {
	if (kind !== "range" && peeksKeyword(parser, kind)) {
		next(parser);
		return {
			kind: "list",
			offset,
			nodes: [branch(parser, kind)]
		};
	}
	const [list, ending] = itemList(parser);
	if (ending.kind !== "end") failParse(parser, "expected end; found {{else}}");
	return list;
}
function templateName(parser, token, context) {
	if (token.kind !== "string" && token.kind !== "raw-string") unexpected(parser, token, context);
	return unquoted(parser, token);
}
/** `{{block "name" pipeline}} … {{end}}`: a definition and a call of it. */
function block(parser) {
	const context = "block clause";
	const token = nextNonSpace(parser);
	const name = templateName(parser, token, context);
	const pipe = pipeline(parser, context, "right-delimiter");
	const inner = makeParser(parser);
	add(inner, {
		name,
		root: bodyToEnd(inner, parser, context)
	});
	return {
		kind: "template",
		offset: token.offset,
		name,
		pipe
	};
}
function template(parser) {
	const context = "template clause";
	const token = nextNonSpace(parser);
	const name = templateName(parser, token, context);
	const ahead = nextNonSpace(parser);
	let pipe;
	if (ahead.kind !== "right-delimiter") {
		back(parser, ahead);
		pipe = pipeline(parser, context, "right-delimiter");
	}
	return {
		kind: "template",
		offset: token.offset,
		name,
		pipe
	};
}

// src/lang/template/template.ts
/**
* Go's text/template (Go 1.26) for the templates in aspect files: same language, same results, same messages. The
* result is not one string but chunks, so that each piece of text can be traced to its place in the template and a
* syntax node that an action prints stays a node. Specification: Go's text/template, text/template/parse and fmt.
*
* Differences, all deliberate: templates that call one another, parentheses and control structures may nest 500 deep (Go:
* 100000, 10000, any number; more than a JavaScript stack holds); addresses (`%p`) are one fixed number; objects have no
* fields that `%d` or `%#v` could show; output that is not UTF-8 is an error, as Go source must be.
*/
/**
* Parses a template.
*
* @param name appears in messages and is what `{{ template }}` calls the whole by
* @param functions names that may be called besides the built-in ones
* @throws TemplateSyntaxError with Go's message
*/
function parseTemplate(name, source, functions = []) {
	const bytes = {
		name: toBytes(name),
		source: toBytes(source)
	};
	return {
		...bytes,
		trees: parse$1(bytes.name, bytes.source, functions.map(toBytes))
	};
}
/**
* Executes a template on `dot`.
*
* @returns what it printed, in order, without empty text; offsets are bytes of the template source
* @throws TemplateExecError with Go's message
*/
function executeTemplate(template, dot, functions = {}) {
	return decode(template, runTemplate(template, toGo(dot), new Map(Object.entries(functions).map(([k, f]) => [toBytes(k), f]))));
}
/** Bytes to text. A character may be printed in parts; then the parts become one chunk. */
function decode(template, raw) {
	const chunks = [];
	for (let i = 0; i < raw.length; i++) {
		const chunk = raw[i];
		if (chunk.kind === "node") {
			chunks.push(chunk);
			continue;
		}
		let bytes = chunk.bytes;
		for (let next = raw[i + 1]; !isUtf8(bytes) && next?.kind === "bytes"; next = raw[i + 1]) {
			bytes += next.bytes;
			i++;
		}
		if (!isUtf8(bytes)) throw new TemplateExecError(`template: ${fromBytes(template.name)}: the output is not valid UTF-8`, chunk.offset);
		chunks.push({
			kind: "text",
			text: fromBytes(bytes),
			offset: chunk.offset
		});
	}
	return chunks;
}

// src/rewrite/names/resolve-imports.ts
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

// src/rewrite/render/dot/field-readers.ts
const textField = (value) => ({
	kind: "text",
	text: value
});
const flagField = (value) => ({
	kind: "flag",
	value
});
const one$1 = (node) => ({
	kind: "node",
	node
});
/** The node in a field of the grammar. */
function inField(name) {
	return (node) => one$1(at(node, node.syntax.field(name)));
}
/** The nodes of a list in a field of the grammar; a single node counts as a list of one. */
function listIn(name) {
	return (node) => ({
		kind: "nodes",
		nodes: allFields(node, listed$1(node.syntax.field(name)))
	});
}
/** The n-th child that the grammar has no field name for. */
function child(index = 0) {
	return (node) => one$1(at(node, node.syntax.children.filter((c) => c.kind !== "operator")[index]));
}
function at(node, syntax) {
	return syntax === void 0 ? void 0 : goNode(node.unit, syntax);
}
function allFields(node, list) {
	return list.map((syntax) => goNode(node.unit, syntax)).filter((found) => found !== void 0);
}

// src/rewrite/render/dot/declaration-fields.ts
function keyword(node) {
	return textField(node.syntax.kind.replace("_declaration", ""));
}
/** Identifiers that the grammar keeps under one field name, `a, b int`. */
function names(node) {
	return {
		kind: "nodes",
		nodes: allFields(node, node.syntax.fields("name"))
	};
}
function values(node) {
	return {
		kind: "nodes",
		nodes: node.unit.changes.values.get(node.syntax) ?? allFields(node, node.syntax.field("value")?.children ?? [])
	};
}
/** A function's type has no node of its own in the grammar. */
function typeOfFunction(node) {
	return one$1(nodeOfKind(node.unit, node.syntax, "FuncType"));
}
function results(node) {
	const result = node.syntax.field("result");
	return one$1(result === void 0 ? void 0 : nodeOfKind(node.unit, result, "FieldList"));
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
	if (syntax.kind === "method_elem") return one$1(nodeOfKind(node.unit, syntax, "FuncType"));
	return one$1(at(node, syntax.kind.endsWith("_declaration") ? syntax.field("type") : syntax));
}
const declarationFields = {
	Field: {
		Names: names,
		Type: fieldType,
		Tag: inField("tag")
	},
	FieldList: { List: listMembers },
	File: {
		Name: (node) => one$1(at(node, node.syntax.children.find((c) => c.kind === "package_clause")?.children[0])),
		Decls: (node) => ({
			kind: "nodes",
			nodes: allFields(node, node.syntax.children.filter((c) => c.kind !== "package_clause"))
		}),
		Imports: (node) => ({
			kind: "nodes",
			nodes: allFields(node, node.syntax.children.filter((c) => c.kind === "import_declaration").flatMap(specsOf))
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
			nodes: allFields(node, specsOf(node.syntax))
		})
	},
	ImportSpec: {
		Name: inField("name"),
		Path: inField("path")
	},
	InterfaceType: { Methods: (node) => one$1(nodeOfKind(node.unit, node.syntax, "FieldList")) },
	StructType: { Fields: (node) => one$1(at(node, node.syntax.children[0])) },
	TypeSpec: {
		Name: inField("name"),
		TypeParams: inField("type_parameters"),
		Assign: (node) => flagField(node.syntax.kind === "type_alias"),
		Type: inField("type")
	},
	ValueSpec: {
		Names: names,
		Type: inField("type"),
		Values: values
	}
};

// src/rewrite/render/dot/statement-fields.ts
const list = (nodes) => ({
	kind: "nodes",
	nodes
});
/** Statements of a block or clause. */
const statements$1 = (node) => {
	const inside = node.syntax.children.find((c) => c.kind === "statement_list");
	return list(allFields(node, inside?.children ?? []));
};
function assignToken(node) {
	if (node.syntax.kind === "short_var_declaration") return textField(":=");
	const left = node.syntax.field("left");
	if (node.syntax.kind === "receive_statement") return textField(left !== void 0 && isDefinition(node.unit.tree, left) ? ":=" : "=");
	const operator = node.syntax.field("operator");
	return textField(operator === void 0 ? "=" : syntaxText(node.unit, operator));
}
function branchToken(node) {
	return textField(node.syntax.kind.replace("_statement", ""));
}
function clause(node, kind) {
	return node.syntax.children.find((c) => c.kind === kind);
}
/** The condition of `for cond {}` stands without a clause around it. */
function loopCondition(node) {
	const written = clause(node, "for_clause");
	if (written !== void 0) return one$1(at(node, written.field("condition")));
	return one$1(at(node, node.syntax.children.find((c) => c.fieldName !== "body")));
}
function rangeVariable(index) {
	return (node) => one$1(at(node, listed$1(clause(node, "range_clause")?.field("left"))[index]));
}
function rangeToken(node) {
	const left = clause(node, "range_clause")?.field("left");
	if (left === void 0) return textField("ILLEGAL");
	return textField(isDefinition(node.unit.tree, left) ? ":=" : "=");
}
/** The braces of a switch have no node in the grammar, so its body shares the node of the switch. */
const switchBody = (node) => one$1(nodeOfKind(node.unit, node.syntax, "BlockStmt"));
const blockMembers = (node, ctx) => {
	if (node.syntax.kind === "block") return statements$1(node, ctx);
	return list(allFields(node, node.syntax.children.filter((c) => c.kind.endsWith("_case"))));
};
const caseValues = (node) => list(allFields(node, node.syntax.kind === "type_case" ? node.syntax.fields("type") : listed$1(node.syntax.field("value"))));
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
	DeclStmt: { Decl: (node) => one$1(nodeOfKind(node.unit, node.syntax, "GenDecl")) },
	DeferStmt: { Call: child() },
	ExprStmt: { X: child() },
	ForStmt: {
		Init: (node) => one$1(at(node, clause(node, "for_clause")?.field("initializer"))),
		Cond: loopCondition,
		Post: (node) => one$1(at(node, clause(node, "for_clause")?.field("update"))),
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
		Tok: (node) => textField(node.syntax.kind === "inc_statement" ? "++" : "--")
	},
	LabeledStmt: {
		Label: inField("label"),
		Stmt: child(1)
	},
	RangeStmt: {
		Key: rangeVariable(0),
		Value: rangeVariable(1),
		Tok: rangeToken,
		X: (node) => one$1(at(node, clause(node, "range_clause")?.field("right"))),
		Body: inField("body")
	},
	ReturnStmt: { Results: (node) => list(allFields(node, listed$1(node.syntax.children[0]))) },
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

// src/rewrite/render/dot/fields.ts
/**
* A field of a node by its name in go/ast (as dst has them: `pkg.Name` is one identifier with a path).
*
* @returns undefined where the node has no such field
*/
function fieldOf(node, name, ctx) {
	if (node.kind === "SelectorExpr") {
		const folded = nameOf(node, ctx);
		if (folded !== void 0) return name === "Name" || name === "Path" ? textField((name === "Name" ? folded.name : folded.path) ?? "") : void 0;
	}
	return tables.map((table) => table[node.kind]?.[name]).find((reader) => reader !== void 0)?.(node, ctx);
}
/** The text of the operator child, or of the first character for kinds that do not keep it. */
const operator = (node) => {
	const found = node.syntax.field("operator");
	return textField(found === void 0 ? "" : syntaxText(node.unit, found));
};
/** Parentheses around a callee mean nothing, so that templates need not know of them. */
function callFun(node) {
	const written = calleeOf(node.syntax);
	const bare = written && unparenthesized(written);
	const callee = bare !== void 0 && /^(?:identifier|selector_expression|generic_type|index_expression)$/.test(bare.kind) ? bare : written;
	if (callee !== void 0 && hasTypeArguments(node.syntax) && !node.unit.changes.slots.has(callee)) {
		const count = node.syntax.field("type_arguments")?.children.length ?? 1;
		return one$1(nodeOfKind(node.unit, node.syntax, count > 1 ? "IndexListExpr" : "IndexExpr"));
	}
	return one$1(at(node, callee));
}
/** Arguments as they are now: with those that advice has appended. */
function callArgs(node) {
	return {
		kind: "nodes",
		nodes: [...allFields(node, argumentsOf$1(node.syntax)), ...node.unit.changes.appendedArgs.get(node.syntax) ?? []]
	};
}
function elements(node) {
	return {
		kind: "nodes",
		nodes: allFields(node, (literalBody(node.syntax)?.children ?? []).map(unwrapElement))
	};
}
function element(name) {
	return (node) => {
		const wrapped = node.syntax.field(name);
		return one$1(wrapped === void 0 ? void 0 : at(node, unwrapElement(wrapped)));
	};
}
function literalKind(node) {
	return textField({
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
	return one$1(at(node, inner));
}
function indices(node) {
	const { syntax } = node;
	const index = syntax.field("index");
	if (index !== void 0) return allFields(node, [index]);
	const args = syntax.field("type_arguments")?.children ?? syntax.children.slice(1);
	return allFields(node, args.map((arg) => arg.kind === "type_elem" ? arg.children[0] ?? arg : arg));
}
function chanDirection(node) {
	const written = textOf$1(node);
	return textField(written.startsWith("<-") ? "2" : /^chan\s*<-/.test(written) ? "1" : "3");
}
/** So that `.AST.Fun.Name` is the name of the function, with type arguments behind it too. */
const indexedName = (node, ctx) => {
	const inner = indexed$1(node);
	return inner.kind === "node" && inner.node && fieldOf(inner.node, "Name", ctx) || textField("");
};
const selectorName = (node) => {
	const right = node.syntax.field("field") ?? node.syntax.field("name");
	return textField(right === void 0 ? "" : syntaxText(node.unit, right));
};
const tables = [
	{
		ArrayType: {
			Len: inField("length"),
			Elt: inField("element")
		},
		BasicLit: {
			Kind: literalKind,
			Value: (node) => textField(textOf$1(node))
		},
		BinaryExpr: {
			X: inField("left"),
			Op: operator,
			Y: inField("right")
		},
		CallExpr: {
			Fun: callFun,
			Args: callArgs,
			Ellipsis: (node) => flagField(isSpread(node.syntax))
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
			Type: (node) => one$1(nodeOfKind(node.unit, node.syntax, "FuncType")),
			Body: inField("body")
		},
		Ident: {
			Name: (node) => textField(textOf$1(node)),
			Path: (node, ctx) => textField(nameOf(node, ctx)?.path ?? "")
		},
		IndexExpr: {
			X: indexed$1,
			Name: indexedName,
			Index: (node) => one$1(indices(node)[0])
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
			X: (node) => one$1(at(node, node.syntax.field("operand") ?? node.syntax.field("package"))),
			Sel: (node) => one$1(at(node, node.syntax.field("field") ?? node.syntax.field("name"))),
			Name: selectorName
		},
		SliceExpr: {
			X: inField("operand"),
			Low: inField("start"),
			High: inField("end"),
			Max: inField("capacity"),
			Slice3: (node) => flagField(node.syntax.field("capacity") !== void 0)
		},
		StarExpr: { X: child() },
		TypeAssertExpr: {
			X: inField("operand"),
			Type: inField("type")
		},
		UnaryExpr: {
			Op: (node, ctx) => node.syntax.kind === "negated_type" ? textField("~") : operator(node, ctx),
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

// src/rewrite/render/dot/ast-view.ts
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
		case "nodes": return slice$1(nodeType, value.nodes.map((node) => nodeView(node, view)));
	}
}

// src/lang/tree/comments.ts
const known$5 = /* @__PURE__ */ new WeakMap();
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
	let leading = known$5.get(unit);
	if (leading === void 0) {
		leading = attach(unit);
		known$5.set(unit, leading);
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

// src/rewrite/render/dot/directive-args.ts
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
	if (ctx.oracle === void 0) weaveNeedsTypes(spanOf$1(unit, start), question);
	const answer = ctx.oracle.implementsInterface({
		file: unit.tree.source.name,
		start,
		end
	}, type);
	return isUnknown(answer) ? weaveTypeUnknown(spanOf$1(unit, start), question, answer.unknown) : answer;
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

// src/rewrite/names/entry-names.ts
/** The name of the entry at a flat index, which it is given if it has none. */
function entryNameAt(groups, index, list, own) {
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
		name: entryNameAt(groups, index, list, own),
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

// src/rewrite/render/dot/function-view.ts
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
		case "Argument": return indexed((index) => entryNameAt(signatureOf(inside(fn)).parameters, index, "argument", own));
		case "Result": return indexed((index) => entryNameAt(signatureOf(inside(fn)).results, index, "result", own));
		case "ArgumentOfType": return typed((type) => firstName(site, fn, "argument", (field, f) => matchesType(type, typeOfGroup(f.unit, field), site.session.ctx)));
		case "ResultOfType": return typed((type) => firstName(site, fn, "result", (field, f) => matchesType(type, typeOfGroup(f.unit, field), site.session.ctx)));
		case "ArgumentThatImplements": return askable(asked, (type) => implementing$1(site, fn, {
			list: "argument",
			type,
			last: false
		}));
		case "ResultThatImplements": return askable(asked, (type) => implementing$1(site, fn, {
			list: "result",
			type,
			last: false
		}));
		case "LastResultThatImplements": return askable(asked, (type) => implementing$1(site, fn, {
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
			params: [goString],
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
	return entryNameAt(receiver, 0, "receiver", own);
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
	return found < 0 ? "" : entryNameAt(groups, flatIndex(groups, found), list, site.session.pkg.own);
}
function flatIndex(groups, group) {
	return groups.fields.slice(0, group).reduce((sum, field) => sum + Math.max(1, field.names.length), 0);
}
/** A type written as the name wins over one that implements it. */
function implementing$1(site, fn, { list, type, last }) {
	if (fn === void 0) return "";
	const { ctx } = site.session;
	const groups = listOf$1(fn, list);
	const find = (test) => last ? groups.fields.findLastIndex(test) : groups.fields.findIndex(test);
	let found = find((field) => matchesType(type, typeOfGroup(fn.unit, field), ctx));
	if (found < 0) found = find((field) => implementsType(site, fn, field, type));
	if (found < 0) return "";
	const width = groups.fields[found]?.names.length ?? 0;
	return entryNameAt(groups, flatIndex(groups, found) + (last ? Math.max(0, width - 1) : 0), list, site.session.pkg.own);
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

// src/rewrite/render/dot/dot.ts
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
						params: [goString],
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

// src/rewrite/render/dot/otelc-arguments.ts
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

// src/rewrite/render/dot/otelc-dot.ts
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
		case "FuncArgument": return method([goInt], ([index]) => entryNameAt(groupsOf(fn(), "argument"), Number(index), "argument", own));
		case "FuncReturn": return method([goInt], ([index]) => entryNameAt(groupsOf(fn(), "result"), Number(index), "result", own));
		case "FuncArgumentCount": return method([], () => BigInt(count(groupsOf(fn(), "argument"))));
		case "FuncReturnCount": return method([], () => BigInt(count(groupsOf(fn(), "result"))));
		case "FuncArgumentOfType": return method([goString], ([type]) => ofType(site, fn(), "argument", String(type)));
		case "FuncReturnOfType": return method([goString], ([type]) => ofType(site, fn(), "result", String(type)));
		case "DirectiveArgs": return method([], () => argumentsOf(fn(), directive).map(({ key, value }) => struct("ast.DirectiveArg", {
			Key: key,
			Value: value
		})));
		case "DirectiveArg": return method([goString], ([key]) => argumentsOf(fn(), directive).find((arg) => arg.key === key)?.value ?? "");
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
	return entryNameAt(groups, count({
		...groups,
		fields: groups.fields.slice(0, found)
	}), list, site.session.pkg.own);
}
function argumentsOf(fn, directive) {
	if (directive === void 0) return [];
	const comment = leadingComments(fn).find((text) => isDirective(text, directive));
	return comment === void 0 ? [] : parseArguments(comment.slice(directive.length + 2));
}

// src/rewrite/render/render.ts
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
	return textOf$1(node).replace(/\s+/g, " ").slice(0, 60);
}
function overlap(a, b) {
	return a.unit === b.unit && a.syntax.start < b.syntax.end && b.syntax.start < a.syntax.end;
}
function excerpt(unit, start, end) {
	const lineEnd = unit.tree.source.text.indexOf("\n", start);
	return textBetween(unit, start, Math.min(end, lineEnd < 0 ? end : lineEnd, start + 60)).replace(/_\.__PLACEHOLDER_[0-9]+__/g, "{{…}}").trim();
}

// src/vocabulary/advice/call-fit.ts
/** For advice that changes calls. */
const callFit = {
	accepts: (kind) => kind === "CallExpr",
	wanted: "a call",
	hint: "match calls with \"function-call\" or \"method-call\""
};

// src/rewrite/call-shape.ts
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

// src/vocabulary/advice/append-args/curried-call.ts
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
function curriedCall({ span }, site, added) {
	const { node, session } = site;
	const shape = shapeOf(node, session);
	if (shape.values === 1) return void 0;
	const callee = calleeOf(node.syntax);
	const name = callee === void 0 ? "" : syntaxText(node.unit, callee);
	if (shape.inferred) adviceResultsAsArguments(span, name, "it is generic, and its type arguments are not written");
	if (!shape.called) adviceResultsAsArguments(span, name, "it is no function");
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
		span
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

// src/vocabulary/advice/append-args/spread-operand.ts
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

// src/vocabulary/advice/append-args/append-args.ts
const shape$5 = map({
	type: {
		shape: typeName,
		doc: "Type of the parameter that takes them.",
		required: true
	},
	values: {
		shape: list$1(templateShape),
		doc: "The arguments.",
		required: true
	}
});
const appendArgs = {
	words: { "append-args": {
		shape: shape$5,
		doc: "Adds arguments at the end of a call, evaluated after the others: also to `f(xs...)` and to `f(g())` of several results.",
		example: "{ type: google.golang.org/grpc.DialOption, values: [{ imports: { x: example.com/x }, template: x.Option() }] }",
		read: read$17
	} },
	templates: ({ values }) => values,
	injects: ({ type }) => type === void 0 ? [] : pathsIn(type),
	reads: () => [],
	onNode: {
		fits: callFit,
		apply: apply$7,
		mayHideErrors: () => true,
		mayMoveOrder: true,
		oncePerFile: false
	},
	onPackage: void 0
};
function read$17(entry, ctx) {
	const where = "\"append-args\"";
	const found = fields(ctx, entry.value, {
		where,
		known: keysOf(shape$5)
	});
	const type = required(found.type, "type", entry.value, where);
	const values = required(found.values, "values", entry.value, where);
	return {
		kind: "append-args",
		type: typeNameAt(type.value.span, yamlText(type.value, "\"type\"")),
		values: attemptEach(ctx, listOf$2(values.value, "\"values\"").items, (item) => readTemplate(ctx, item, "an item of \"values\"")),
		span: entry.span
	};
}
/** @throws GotsError advice_wrong_node, advice_results_as_arguments, weave_needs_types, weave_type_unknown */
function apply$7(advice, site) {
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
	const type = typeText$1(advice.type, site, {
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

// src/rewrite/require-constant.ts
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
	const text = textOf$1(part).replace(/_\.__PLACEHOLDER_[0-9]+__/g, "{{…}}").replace(/\s+/g, " ").slice(0, 60);
	adviceNoConstant(span, advice.kind, {
		text,
		at: `${file}:${line}:${column}`
	});
}

// src/vocabulary/advice/assign-value/assign-value.ts
const shape$4 = map({
	...templateFields,
	name: {
		shape: text$3("a name"),
		doc: "Only this name of the declaration; by default the names that the join point says, or else all."
	},
	wraps: {
		shape: flag,
		doc: "`{{ . }}` is the value there is; declarations without one are left alone, unless they are named."
	}
}, true);
const assignValue = {
	words: { "assign-value": {
		shape: shape$4,
		doc: "Gives declared variables or constants another value. Constants that repeat the expression of a changed one keep theirs.",
		example: "{ template: \"true\" }",
		read: read$16
	} },
	templates: ({ template }) => [template],
	injects: () => [],
	reads: () => [],
	onNode: {
		fits: {
			accepts: (kind) => kind === "ValueSpec",
			wanted: "a variable or constant declaration",
			hint: "match one with \"value-declaration\""
		},
		apply: apply$6,
		mayHideErrors: () => true,
		mayMoveOrder: true,
		oncePerFile: false,
		dotKinds: (matched, { wraps }) => wraps ? "any" : matched
	},
	onPackage: void 0,
	forNames: (advice, names) => advice.names === void 0 ? {
		...advice,
		names
	} : advice,
	valueTemplate: ({ template }) => template
};
function read$16(entry, ctx) {
	const where = "\"assign-value\"";
	const found = fields(ctx, entry.value, {
		where,
		known: keysOf(shape$4)
	});
	const name = found.name && filledTextOf(found.name, where);
	const wraps = found.wraps !== void 0 && booleanOf(found.wraps.value, "\"wraps\"");
	return {
		kind: "assign-value",
		template: templateFrom(ctx, found, entry.value),
		...name === void 0 ? {} : { names: [name] },
		...wraps ? { wraps } : {},
		span: entry.span
	};
}
/** @throws GotsError advice_wrong_node, advice_no_value, advice_no_constant */
function apply$6(advice, site) {
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

// src/rewrite/names/used-imports.ts
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

// src/rewrite/hidden-errors.ts
/** Whether a function whose results have no names returns without values: an error that names for them would hide. */
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

// src/vocabulary/advice/hooks/check-signature.ts
/**
* Parameters are compared as far as texts can be: their number, and the names and pointers of plain types.
*
* @throws GotsError hook_signature
*/
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

// src/vocabulary/advice/hooks/package-trees.ts
const known$4 = /* @__PURE__ */ new WeakMap();
/**
* The parsed files of another package, tests left out. Each is parsed once while a package is woven, however many functions
* are hooked.
*
* @returns undefined if its files are not at hand
*/
function treesOfPackage(pkg, path) {
	const cache = known$4.get(pkg) ?? /* @__PURE__ */ new Map();
	known$4.set(pkg, cache);
	if (!cache.has(path)) {
		const files = pkg.request.packageFiles?.(path);
		cache.set(path, files?.map((file) => pkg.grammar.parse(sourceFile(file.name, file.bytes))));
	}
	return cache.get(path);
}

// src/vocabulary/advice/hooks/context-methods.ts
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
const all$1 = Object.keys(signatures);
/** What the tools' own interfaces have, where no file of them is at hand. */
const publishedMethods = {
	otelc: all$1,
	loongsuite: all$1.filter((name) => name !== "GetParamCount" && name !== "GetReturnValCount")
};
/** The body of an interface with these methods. */
function interfaceBody(methods) {
	return `interface {\n${methods.map((name) => `\t${name}${signatures[name]}\n`).join("")}}`;
}
/** A number that differs for different sets of methods. */
function numberOfMethods(methods) {
	return methods.reduce((sum, name) => sum + 2 ** all$1.indexOf(name), 0);
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
	return all$1.filter((name) => methods.includes(name));
}
/** @returns undefined if the interface lies in a package whose files are not at hand */
function methodsOf(pkg, place, links) {
	const { type, tree, trees } = place;
	if (type?.kind === "interface_type") return methodsIn(pkg, place, type, links);
	const [, qualifier, name] = /^(?:([\p{L}_][\p{L}\p{Nd}_]*)\s*\.\s*)?([\p{L}_][\p{L}\p{Nd}_]*)$/u.exec(textOf(place)) ?? [];
	if (name === void 0 || links > mostLinks) return notAnInterface(place);
	if (qualifier === void 0) {
		const found = declarationOf$1(trees, name);
		if (found !== void 0) return methodsOf(pkg, {
			...place,
			...found
		}, links + 1);
		if (name === "any") return [];
	}
	for (const path of pathsOf(importTable(tree, pkg.request.packageName), qualifier)) {
		const others = treesOfPackage(pkg, path);
		if (others === void 0) return void 0;
		const found = declarationOf$1(others, name);
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
function declarationOf$1(trees, name) {
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

// src/vocabulary/advice/hooks/context-text.ts
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
		const text = Buffer.from(`//line <gots>/${base}:1:1\npackage ${nameOfPackage(pkg) ?? "_"}\n${own}`);
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

// src/vocabulary/advice/hooks/declared-functions.ts
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

// src/vocabulary/advice/hooks/context-use.ts
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

// src/vocabulary/advice/hooks/hook-source.ts
const known$3 = /* @__PURE__ */ new WeakMap();
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
	const cache = known$3.get(pkg) ?? /* @__PURE__ */ new Map();
	known$3.set(pkg, cache);
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
function spanOf({ tree, node }) {
	return spanAt(tree.source, node.start);
}

// src/vocabulary/advice/hooks/hooked-function.ts
/** The function of a site; its parameters and results get names where they have none. */
function hookedFunction({ node, session }) {
	const { receiver, parameters, results } = signatureOf(node);
	const typeParameters = typeParametersOf(node);
	const { own } = session.pkg;
	const entry = (each) => ({
		name: each.name,
		type: typeOf$2(node, each, typeParameters)
	});
	return {
		name: functionName(node),
		packageName: nameOfPackage(session.pkg) ?? "",
		isGeneric: typeParameters.size > 0,
		params: [...namedEntries(receiver, "receiver", own), ...namedEntries(parameters, "argument", own)].map(entry),
		results: namedEntries(results, "result", own).map(entry)
	};
}
function typeOf$2(node, { field }, typeParameters) {
	if (mentions$2(node, field.type, typeParameters)) return "";
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
function mentions$2(node, type, names) {
	if (names.size === 0) return false;
	if (type.children.length === 0) return names.has(syntaxText(node.unit, type));
	return type.children.some((child) => mentions$2(node, child, names));
}

// src/vocabulary/advice/hooks/trampoline.ts
/**
* The text that runs hooks around a function. A context lies in the function's own frame, and accessors are made only where a hook
* uses them: the price of a call is that of calling the hooks, with two deferred functions for what they may throw.
*/
function trampoline(target, hooks) {
	const { before, after, own, advice } = hooks;
	const use = union$1([before, after].flatMap((hook) => hook?.use ?? []));
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
function union$1(uses) {
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
/** Whether a hook that sets nil sets the zero value. Hooks of loongsuite set nil where they have nothing to set. */
const nilSets = {
	otelc: true,
	loongsuite: false
};
function setterTexts(makes) {
	const { target, id, flavour, name } = makes;
	if (target.isGeneric) return [];
	const [place, value, none, zero] = [
		name("p"),
		name("v"),
		name("none"),
		name("zero")
	];
	const setNil = (type) => nilSets[flavour] ? `var ${zero} ${type}\n\t\t*${place} = ${zero}` : "";
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

// src/vocabulary/advice/hooks/hooks.ts
const flavours = {
	HookContext: "otelc",
	CallContext: "loongsuite"
};
const shape$3 = map({
	path: {
		shape: importPath$1,
		doc: "Package that declares the hooks. It is linked, not imported.",
		required: true
	},
	before: {
		shape: text$3("a function name"),
		doc: "Runs before the function, with its receiver and arguments."
	},
	after: {
		shape: text$3("a function name"),
		doc: "Runs after the function, with its results."
	},
	context: {
		shape: choice(...Object.keys(flavours)),
		doc: "The interface that the hooks take first: that of otelc (the default) or of loongsuite."
	}
});
const hooks = {
	words: { hooks: {
		shape: shape$3,
		doc: "Runs functions of another package before and after a function, with a context of the call. Functions without a body are passed over, unless they are named.",
		example: "{ path: example.com/hooks, before: BeforeGet, after: AfterGet }",
		read: read$15
	} },
	templates: () => [],
	injects: ({ path }) => [path],
	reads: ({ path }) => [{ path }],
	onNode: {
		fits: void 0,
		apply: apply$5,
		mayHideErrors: (_, slot) => hasBareReturn(slot),
		mayMoveOrder: false,
		oncePerFile: false
	},
	onPackage: void 0,
	rank: ({ order = 0 }) => ({ order }),
	needsBody: true
};
function read$15(entry, ctx) {
	const where = "\"hooks\"";
	const found = fields(ctx, entry.value, {
		where,
		known: keysOf(shape$3)
	});
	const path = required(found.path, "path", entry.value, where);
	const before = found.before && filledTextOf(found.before, where);
	const after = found.after && filledTextOf(found.after, where);
	if (before === void 0 && after === void 0) aspectHooksNone(entry.span);
	const common = {
		path: filledTextOf(path, where),
		before,
		after,
		span: entry.span
	};
	const context = found.context ? yamlText(found.context.value, "\"context\"") : "HookContext";
	const flavour = flavours[context];
	if (flavour === void 0) aspectBadValue(found.context?.value.span ?? entry.span, "\"context\"", context, `one of ${Object.keys(flavours).join(", ")}`);
	return {
		kind: "hooks",
		flavour,
		contextOnly: false,
		...common
	};
}
/** @throws GotsError advice_wrong_node, hook_missing, hook_signature, aspect_package_missing */
function apply$5(advice, site) {
	const { node, session } = site;
	const body = node.syntax.field("body");
	if (node.kind !== "FuncDecl" || body === void 0 || node.unit.rendered !== void 0) wrongNode(site, advice, "a declared function with a body");
	const { jumps } = node.unit.changes;
	const key = `${advice.flavour} ${advice.path} ${advice.before ?? ""} ${advice.after ?? ""} ${advice.contextOnly}`;
	const own = jumps.get(body) ?? [];
	if (own.some((jump) => jump.key === key)) return;
	const [before, after] = [calledHook(session, advice, advice.before), calledHook(session, advice, advice.after)];
	const target = hookedFunction(site);
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

// src/rewrite/append-declarations.ts
/** Injected declarations may match aspects that inject more; beyond this, they never come to an end. */
const maxGenerations = 8;
/** The same advice that rendered the same text inside of itself that often does so for ever. */
const maxRepetitions = 2;
/** Each generation may be many times as large as the one before it. */
const maxInjectedByInjected = 5e3;
/**
* Puts rendered declarations at the end of the file, where the same walk visits them.
*
* @throws GotsError weave_endless_injection
*/
function appendDeclarations(unit, { session, slot }, span) {
	const within = session.injected.get(slot.unit);
	const injected = {
		text: unit.tree.source.text,
		span,
		within
	};
	const chain = generations(within);
	const same = chain.filter((each) => each.span === span && each.text === injected.text);
	const isTooMany = within !== void 0 && injectedByInjected(session) > maxInjectedByInjected;
	if (chain.length >= maxGenerations || same.length >= maxRepetitions || isTooMany) weaveEndlessInjection(span, isTooMany ? maxInjectedByInjected : Math.max(1, chain.length));
	for (const name of topLevelNames(unit.tree)) session.pkg.declared.add(name);
	session.injected.set(unit, injected);
	session.appended.push(unit);
}
function injectedByInjected({ injected }) {
	if (injected.size <= maxInjectedByInjected) return 0;
	return [...injected.values()].filter(({ within }) => within !== void 0).length;
}
/** The innermost first. */
function generations(injected) {
	const chain = [];
	for (let at = injected; at !== void 0; at = at.within) chain.push(at);
	return chain;
}

// src/vocabulary/advice/inject-declarations/inject-declarations.ts
const shape$2 = map({
	...templateFields,
	once: {
		shape: flag,
		doc: "Only for the first match in each package, so that what is declared there may have a name."
	}
}, true);
const injectDeclarations = {
	words: { "inject-declarations": {
		shape: shape$2,
		doc: "Adds declarations at the end of the file.",
		example: "{ template: \"func init() { println(1) }\" }",
		read: (entry, ctx) => {
			const found = fields(ctx, entry.value, {
				where: "\"inject-declarations\"",
				known: keysOf(shape$2)
			});
			const once = found.once !== void 0 && booleanOf(found.once.value, "\"once\"");
			return {
				kind: "inject-declarations",
				template: templateFrom(ctx, found, entry.value),
				links: textsOf(found.links).map(({ text }) => text),
				...once ? { once } : {},
				span: entry.span
			};
		}
	} },
	templates: ({ template }) => [template],
	injects: ({ links }) => links,
	reads: () => [],
	onNode: {
		fits: void 0,
		apply: apply$4,
		mayHideErrors: () => true,
		mayMoveOrder: true,
		oncePerFile: false
	},
	onPackage: void 0
};
/** @throws GotsError template_…, weave_endless_injection */
function apply$4(advice, site) {
	const { template, links, span } = advice;
	const { session } = site;
	if (advice.once && !isFirst(advice, session.pkg)) return;
	const unit = renderDeclarations(template, site, site.node);
	refuseMoves(unit);
	settleSymbols(unit, links, session.pkg.own);
	appendDeclarations(unit, site, span);
	if (links.length === 0) return;
	needImport(session, "unsafe");
	for (const path of links) needLink(session, path);
}
/** Advice that was applied once for all of a package. */
const applied = /* @__PURE__ */ new WeakMap();
function isFirst(advice, pkg) {
	const before = applied.get(pkg) ?? /* @__PURE__ */ new Set();
	applied.set(pkg, before);
	if (before.has(advice)) return false;
	before.add(advice);
	return true;
}

// src/vocabulary/advice/plugin/code.ts
/** What a piece of Go is made of; kept here, so that none can be made by hand. */
const pieces = /* @__PURE__ */ new WeakMap();
function made(parts) {
	const code = Object.freeze({ kind: "code" });
	pieces.set(code, parts);
	return code;
}
const identifier$2 = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;
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
			if (!identifier$2.test(name)) throw new TypeError(`${JSON.stringify(name)} is not an identifier`);
			return made([{
				kind: "import",
				path,
				name
			}]);
		},
		ident: (name) => {
			if (!identifier$2.test(name)) throw new TypeError(`${JSON.stringify(name)} is not an identifier`);
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

// src/vocabulary/advice/plugin/node-view.ts
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
				return textOf$1(shown);
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

// src/vocabulary/advice/plugin/rewrite.ts
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
	runPlugin(advice, "rewrite", () => rewrite({
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
function runPlugin({ id, span }, what, call) {
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
	if (!(node.unit !== site.node.unit || within$1(node, site.node))) throw new TypeError("only the node that matched, and what is inside it, can be changed");
	return node;
}
function within$1({ syntax }, { syntax: outer }) {
	return outer.start <= syntax.start && syntax.end <= outer.end;
}

// src/vocabulary/advice/plugin/files.ts
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
		const text = runPlugin(advice, "replaceSource", () => plugin.replaceSource?.(view, file));
		if (text === void 0 || pkg.replaced.has(name)) continue;
		pkg.replaced.set(name, checked(pkg, advice, {
			what: "replaceSource",
			name: file.name,
			text
		}));
	}
	const files = runPlugin(advice, "extraFiles", () => plugin.extraFiles?.(view) ?? []);
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
	return runPlugin(advice, what, () => {
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

// src/vocabulary/advice/plugin/plugin.ts
const plugin = {
	words: {},
	templates: () => [],
	injects: ({ packages }) => packages,
	reads: () => [],
	onNode: {
		fits: void 0,
		apply: rewriteByPlugin,
		mayHideErrors: () => true,
		mayMoveOrder: true,
		oncePerFile: false
	},
	onPackage: {
		when: ({ part }) => part === "files" ? "always" : "never",
		apply: (advice, pkg, { id, span, matchesAll }) => {
			if (!matchesAll) pluginOfNodes(span, id);
			return filesByPlugin(pkg, advice);
		}
	},
	sharesId: true
};

// node_modules/re2js/build/index.cjs
var require_build = /* @__PURE__ */ __commonJSMin(((exports) => {
	/*!
	* re2js
	* RE2JS is the JavaScript port of RE2, a regular expression engine that provides linear time matching
	*
	* @version v2.10.0
	* @author Oleksii Vasyliev
	* @homepage https://github.com/le0pard/re2js#readme
	* @repository [object Object]
	* @license MIT
	*/
	Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
	var RE2Flags = class RE2Flags {
		static FOLD_CASE = 1;
		static LITERAL = 2;
		static CLASS_NL = 4;
		static DOT_NL = 8;
		static ONE_LINE = 16;
		static NON_GREEDY = 32;
		static PERL_X = 64;
		static UNICODE_GROUPS = 128;
		static WAS_DOLLAR = 256;
		static LOOKBEHIND = 512;
		static MATCH_NL = RE2Flags.CLASS_NL | RE2Flags.DOT_NL;
		static PERL = RE2Flags.CLASS_NL | RE2Flags.ONE_LINE | RE2Flags.PERL_X | RE2Flags.UNICODE_GROUPS;
		static POSIX = 0;
		static UNANCHORED = 0;
		static ANCHOR_START = 1;
		static ANCHOR_BOTH = 2;
	};
	/**
	* Public flags for RE2JS and RE2Set compilation.
	*/
	const PublicFlags = {
		CASE_INSENSITIVE: 1,
		DOTALL: 2,
		MULTILINE: 4,
		DISABLE_UNICODE_GROUPS: 8,
		LONGEST_MATCH: 16,
		LOOKBEHINDS: 512
	};
	/**
	* Various constants and helper for unicode codepoints.
	*/
	const ASCII_SIZE = 128;
	const ASCII_TO_UPPER = new Int32Array(ASCII_SIZE);
	const ASCII_TO_LOWER = new Int32Array(ASCII_SIZE);
	const MAX_BMP = 65535;
	for (let i = 0; i < ASCII_SIZE; i++) {
		if (i >= 97 && i <= 122) ASCII_TO_UPPER[i] = i - 32;
		else ASCII_TO_UPPER[i] = i;
		if (i >= 65 && i <= 90) ASCII_TO_LOWER[i] = i + 32;
		else ASCII_TO_LOWER[i] = i;
	}
	var Codepoint = class {
		static CODES = Object.freeze({
			"\x07": 7,
			"\b": 8,
			"	": 9,
			"\n": 10,
			"\v": 11,
			"\f": 12,
			"\r": 13,
			" ": 32,
			"\"": 34,
			$: 36,
			"&": 38,
			"'": 39,
			"(": 40,
			")": 41,
			"*": 42,
			"+": 43,
			"-": 45,
			".": 46,
			0: 48,
			1: 49,
			2: 50,
			3: 51,
			4: 52,
			5: 53,
			6: 54,
			7: 55,
			8: 56,
			9: 57,
			":": 58,
			"<": 60,
			">": 62,
			"?": 63,
			A: 65,
			B: 66,
			C: 67,
			F: 70,
			P: 80,
			Q: 81,
			U: 85,
			Z: 90,
			"[": 91,
			"\\": 92,
			"]": 93,
			"^": 94,
			_: 95,
			"`": 96,
			a: 97,
			b: 98,
			f: 102,
			i: 105,
			m: 109,
			n: 110,
			r: 114,
			s: 115,
			t: 116,
			v: 118,
			x: 120,
			z: 122,
			"{": 123,
			"|": 124,
			"}": 125
		});
		static toUpperCase(codepoint) {
			if (codepoint < ASCII_SIZE) return ASCII_TO_UPPER[codepoint];
			const s = String.fromCodePoint(codepoint).toUpperCase();
			const expectedLen = s.codePointAt(0) > MAX_BMP ? 2 : 1;
			if (s.length > expectedLen) return codepoint;
			const sOrigin = String.fromCodePoint(s.codePointAt(0)).toLowerCase();
			const originExpectedLen = sOrigin.codePointAt(0) > MAX_BMP ? 2 : 1;
			if (sOrigin.length > originExpectedLen || sOrigin.codePointAt(0) !== codepoint) return codepoint;
			return s.codePointAt(0);
		}
		static toLowerCase(codepoint) {
			if (codepoint < ASCII_SIZE) return ASCII_TO_LOWER[codepoint];
			const s = String.fromCodePoint(codepoint).toLowerCase();
			const expectedLen = s.codePointAt(0) > MAX_BMP ? 2 : 1;
			if (s.length > expectedLen) return codepoint;
			const sOrigin = String.fromCodePoint(s.codePointAt(0)).toUpperCase();
			const originExpectedLen = sOrigin.codePointAt(0) > MAX_BMP ? 2 : 1;
			if (sOrigin.length > originExpectedLen || sOrigin.codePointAt(0) !== codepoint) return codepoint;
			return s.codePointAt(0);
		}
	};
	var UnicodeRangeTable = class {
		/**
		* @param {Uint32Array | number[]} data
		* @param {boolean} isStride1
		*/
		constructor(data, isStride1 = false) {
			this.data = data;
			this.isStride1 = isStride1;
			this.SIZE = isStride1 ? 2 : 3;
		}
		getLo(index) {
			return this.data[index * this.SIZE];
		}
		getHi(index) {
			return this.data[index * this.SIZE + 1];
		}
		getStride(index) {
			return this.isStride1 ? 1 : this.data[index * this.SIZE + 2];
		}
		get length() {
			return this.data.length / this.SIZE;
		}
	};
	const B64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-";
	const B64_MAP = /* @__PURE__ */ new Uint8Array(256);
	for (let i = 0; i < 64; i++) B64_MAP[B64.charCodeAt(i)] = i;
	const decodeVLQ = (str) => {
		const res = [];
		let value = 0;
		let shift = 0;
		for (let i = 0; i < str.length; i++) {
			const digit = B64_MAP[str.charCodeAt(i)];
			value |= (digit & 31) << shift;
			if ((digit & 32) === 0) {
				res.push(value);
				value = 0;
				shift = 0;
			} else shift += 5;
		}
		return res;
	};
	const decodeRanges = (str, isStride1) => {
		const res = decodeVLQ(str);
		const numRanges = isStride1 ? res.length / 2 : res.length / 3;
		const out = new Uint32Array(numRanges * 3);
		let current = 0;
		let resIdx = 0;
		for (let i = 0; i < numRanges; i++) {
			current += res[resIdx++];
			out[i * 3] = current;
			current += res[resIdx++];
			out[i * 3 + 1] = current;
			out[i * 3 + 2] = isStride1 ? 1 : res[resIdx++];
		}
		return out;
	};
	const decodeOrbit = (str) => {
		const res = decodeVLQ(str);
		const map = /* @__PURE__ */ new Map();
		let currentKey = 0;
		for (let i = 0; i < res.length; i += 2) {
			currentKey += res[i];
			const zz = res[i + 1];
			const delta = zz >>> 1 ^ -(zz & 1);
			map.set(currentKey, currentKey + delta);
		}
		return map;
	};
	var LazyMap = class {
		constructor(initializer) {
			this.initializer = initializer;
			this.cache = /* @__PURE__ */ new Map();
		}
		has(key) {
			return Object.hasOwn(this.initializer, key);
		}
		get(key) {
			if (this.cache.has(key)) return this.cache.get(key);
			const val = this.has(key) ? this.initializer[key]() : null;
			this.cache.set(key, val);
			return val;
		}
	};
	var UnicodeTables = class {
		static _CASE_ORBIT = null;
		static get CASE_ORBIT() {
			if (!this._CASE_ORBIT) this._CASE_ORBIT = decodeOrbit("rCgCIgCY+rQI4QiCuuBLgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCCgCBgCBgCBgCBgCBgCBgCB+7OB-BB-BB-BB-BB-BBskQB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BC-BB-BB-BB-BB-BB-BB-BByHBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBDCBBBCBBBCBBCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBxHBCBBBCBBBCBBB3SBmMBkNBCBBBCBBB8MBCBBB6MB6MBCBBC+EB0MB2MBCBBB6MB+MBiGBmNBiNBCBBBmKBikzCBmNBqNBkIBsNBCBBBCBBBCBBB0NBCBBB0NDCBBB0NBCBBByNByNBCBBBCBBB2NBCBBDCBBCwDFCBCBDBCBCBDBCBCBDBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBB9EBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCCBCBDBCBBBhGBvDBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBjICCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBH2iVBCBBBlKBwiVB+jVB+jVBCBBBlMBqEBuEBCBBBCBBBCBBBCBBBCBBB+hVB4hVB8hVBjNB7MC5MB5MCzMC1MB+0yCE5MB20yCC9MBu2yCBwyyCBo0yCChNBlNBo0yCBu-UBi0yCDlNC6-UBpNDrNIu+UDzNCm0yCBzNE0yyCBzNBpEBxNBxNBtEG1NLqxyCBkxyCnFoFrBCBBBCBBDCBBEkIBkIBkICoHHsCCqCBqCBqCCgEC+DB+DBmkOBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCC+BBgCBgCBgCBgCBgCBgCBgCBgCBrCBpCBpCBpCBmjOB-BB8BB-BB-BBgEB-BB-BByBBqgOBsDB-BBtwBB-BB-BB-BBsBBgDBCB-BB-BB-BBeB-BB-BB61OB-BB-BB-DB9DB9DBQB7DBmCE9CBrDBPBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBrFB-EBOBnHB3FB-FCCBBBNBCBBCjIBjIBjIBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB8kMB-BB6kMB-BB-BB-BB-BB-BB-BB-BB-BB-BBokMB-BB-BBkkMBkkMB-BB-BB-BB-BB-BB-BB-BB4jMB-BB-BB-BB-BB-BB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EBCBBBCBoiMBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBJCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBeBCBBBCBBBCBBBCBBBCBBBCBBBCBBBdBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDL-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-C64CgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOCgmOGgmODg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FDg8FBg8FBg8FhVg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBQBQBQBQBQBQDPBPBPBPBPBPjkC7mMB5mMBnmMBjmMBCBlmMB3lMBpiMBk8kCBCBBG-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FD-7FB-7FB-7F6FoglCEsuHRwjlCyDCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCB0DBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBG1DD97OCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQDPBPBPBPBPBPDQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQDPBPBPBPBPBPEQCQCQCQCPCPCPCPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPB0EB0EBsFBsFBsFBsFBoGBoGBgIBgIBgHBgHB8HB8HDQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQCSFPBPBzEBzEBRCxnOFSFrFBrFBrFBrFBREQBQClkOFPBPBnGBnGFQBQCljOCODPBPB-GB-GBNHSF-HB-HB7HB7HBRqJ53OE9tQBrmQH4Bc3BSgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBfBfBfBfBfBfBfBfBfBfBfBfBfBfBfBfECBByZ0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzB34BgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CBCBBBt-UBruHBt+UB1iVBviVBCBBBCBBBCBBB3hVB5-UB9hVB7hVCCBBCCBBI9jVB9jVBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBICBBBCBBECBBN-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOC-lOG-lOzoeCBBBCBBBCBBBCBBBCBBBCBl8kCBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBTCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBnECBBBCBBBCBBBCBBBCBBBCBBBCBBDCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBKCBBBCBBBnglCBCBBBCBBBCBBBCBBBCBBECBBBvyyCDCBBBCBBBgDCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBn0yCB90yCB10yCBh0yCBn0yCCjxyCBzyyCBpxyCBg6BBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBB-CBl0yCBvjlCBCBBBCBBBt2yCBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBhkzCZCBB9a-5Bd-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCm6TCBB7gBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCH-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BmlBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvChDwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCFvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvC1DuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCCuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCCuCBuCBuCBuCBuCBuCBuCCuCBuCCtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCCtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCCtCBtCBtCBtCBtCBtCBtCCtCBtCk2BgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEO-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-D+CgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCL-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-B74CgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BhrVgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BhB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BD1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BtxekCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjC");
			return this._CASE_ORBIT;
		}
		static _Print = null;
		static get Print() {
			if (!this._Print) this._Print = new UnicodeRangeTable(decodeRanges("hB9CBjBLBCpWBDFBFGBCCCBSBCsMBClBBDxBBDCBC2BBJaBFFBSVBC-FBCvBBD6BBDkDBP6BBDwBBDOBCbBDCCBJBGfBIqCBCgFBCHBDBBDVBCGBCEEBCBDIBDBBDDBJFFBCCBDBDYBDCBCFBFBBDVBCGBCBBCBBCBBDCCBDBFBBDCBEIIBCBCIIBPBLCBCIBCCBCVBCGBCBBCEBDJBCCBCCBDQQBCBDLBIGBCCBCHBDBBDVBCGBCBBCEBDIBDBBDCBICBFBBCEBDRBLBBCFBECBCDBEBBCCCBEEBEEBBBELBFEBECBCDBDHHPUBGMBCCBCWBCPBDIBCCBCDBIBBCCBCBBDDBDJBIVBCCBCWBCJBCEBDIBCCBCDBIBBGCBCDBDJBCCBNMBCCBCyBBCCBCFBFPBDZBCCBCRBEXBCIBCDDBFBEFFBEBCCCBGBHJBDCBN5BBFcBmBBBCCCBDBCXBCCCBVBDEBCCCBFBCJBDDBhBnCBCjBBFmBBCjBBCOBCMBmBlGBCGGD4LBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBDfBEZBH1CBDFBD-TBCbBE4CBIVBKXBKTBNMBCCBCBBN9CBDJBHJBHNBCKBH4CBIqBBGlCBLeBCLBFLBFEEBoBBDEBMrBBFZBHKBE9BBDgCBCcBDKBHJBHNBDtBBDLBVsCBClFBJ7BBEOBE9BBGqBBDKBJqBBG1QBDFBDlBBDFBDHBCGCBdBD0BBCOBCNBDFBCSBDCBCIBSXBJuBBSBBDaBCMBEhBBPgBBQrEBF5UBXKBWz4BBD9LBGsBBCGGD3BBIBBPXBKGBCGBCGBCGBCGBCGBCGBCGBC9DBjBZBC4CBN1GBbPBC+BBC1CBDmDBGqBBC9CBC1CBKvBBCszcBE2BBK7KBV3FBJ8GBV7BBEJBH3BBJlCBJLBHzDBMdBEtCBCKBFgBBC2BBKNBDJBDmDBZbBLFBDFBDFBKGBCGBC7BBF9DBDJBHj9KBNWBFwBBloItLBDpDBnBGBNEBGZBCEBCCCBCCBCCBoUBhBpBBHyBBCSBCDBFEBCmEBF9FBEFBDFBDFBDCBEGBCGBOBBDLBCZBCSBCBBCOBDNBjB6DBGCBFsBBE3CBCMBEwBwBBsBBjEcBEwBBQbBFjBBKdBGqBBGdBCkBBFNBrB9EBDJBHjBBFjBBFnBBJzBBMLBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBCnCBJIBxBSBCBBGgBBEaBGaBnB3BBFTBDxBBCBBGHBCCBCcBDCBFJBIIBI-BBhBmBBFLBK1BBEcBDaBGZBIDBNGBxCoCB4ByBBOyBBItBBJJBHlBBEcBJBBxGeBCpBBCCBDBBRFBJIBiBtBBJpBBXZBnBbBVWBKtCBFjBBK9BBCEBOYBIJBH0BBCRBJmBBK-CBCTBMRBCuBB-BGBCCCBCBCOBCKBH6BBGJBHDBCHBDBBDVBCGBCBBCEBCJBDBBDCBDHHGGBDGBEEBMJBCDDClBBCJBCDDCDBCJBCBBJBBe7CBCEBfnCBJJBnF1BBDlBBjBkCBMJBHMBU5BBHJBHTBdaBDOBFWB6F7BBlDyCBNHBDDDBGBCBBCdBCBBDLBKJBnCHBDtBBDKBcnCBJyCBOoCBIJB3CHB5ChBBPJBHIBCsBBCNBLcBEfBDVBCNBqCGBCBBCrBBECCBCCBHBJJBHFBCBBCkBBCBBCFBIJBHrBBFJB3HYBIQBCoBBEcB2CQQBwBBO6cBnDuDBCEBMjGBtyCiDBOvhBBRVBL68DBGmSB61G5BBn2B4RBIeBCJBFwCBCJBHdBDFBLlCBLJBCGBCUBGSBxN5BBnG6CBGYBDYBtBqCBF4BBIQBhCEBMGBK1mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBDDBh7D8HBEzNBHWBQQBQtBBDWBKzDB9B1HBLmBBDpCBJvDBWlCB7DTBNTBN2CBKYBoE0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBD9VBQEBCOBxiBeBHFB2GGBCQBDGBCBBCEBG9BBiBxDxDBrBBENBDJBFBBhKeBS5BBGxOxOBoBB3GqBBFhGhGBdBCVBJBBhHGBCDBCBBCOBCkGBDPBqBrCBFJBFBByYjCBtC8BBjGDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBBvIrBBFjDBNOBDOBCOBCkBBLtFB5BcBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBCmDBmgB-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIBnkzVvHB", false));
			return this._Print;
		}
		static CATEGORIES = new LazyMap({
			C: () => new UnicodeRangeTable(decodeRanges("AfBgDgBBOrWrWBHHBCBICCVuMuMnBBBzBBBE4B4BBGBcDBHQBXhGhGxBBB8BBBmDNB8BBByBBBQddBCCMEBhBGBsCiFiFJBBDBBXIICCBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBPMMBEB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKMMBDBbEByBPBDBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBjoIBvLBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCB-FCBHBBHBBHBBECBIIIBLBDBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIB-BGGBLBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMBxhBPBXJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBF-6DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBrCHBxDUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIlkzVBxHvw-FB", false)),
			Cc: () => new UnicodeRangeTable(decodeRanges("AfgDgB", true)),
			Cf: () => new UnicodeRangeTable(decodeRanges("tFzqBzqBBEBXhGhGyBhMhMBxCxCs5D9-B9-BBDBbEByBEBCJBw03B6H6HBBBimEQQj7IPBhjiBDBwmFHBn0rYffB+CB", false)),
			Cn: () => new UnicodeRangeTable(decodeRanges("4bBBHDBICCVuMuMnBBBzBBBE4B4BBGBcDBHKBvI9B9BBmDmDBMB8BBByBBBQddBCCMEBjBEBuHJJBDDBXXICCBBBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBbFB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKmDmDNBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBDBvzIBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCC-FCBHBBHBBHBBECBIIIBIBGBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIBlCJBCBBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMB3iBJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBJ76DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBjGUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIm8yVBCdBhD-DBxHvw-BB---BBB---BBB", false)),
			Co: () => new UnicodeRangeTable(decodeRanges("gg4B-nGh4hc9--BD9--B", true)),
			Cs: () => new UnicodeRangeTable(decodeRanges("gg2B--B", true)),
			L: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBLLFGGBVBCeBCpOBFLBPEBICCiEEBCBBDDBCHHCCBCCCBSBCyCBCqEBJlFBClBBDHHBnBBoCaBFDBuBqBBkBBBCiDBCQQBIIBLLBBBDRRCdBe4CBMZZBfBKBBFGGBUBFKKEYYBXBIKBGXBCGBRpBB7B1BBETTIJBQPBFHBDBBDVBCGBCEEBCBERROBBCCBPBBLJJBEBFBBDVBCGBCBBCBBCBBgBDBCUUBBBRIBCCBCVBCGBCBBCEBETTQBBYMMBGBDBBDVBCGBCBBCEBEffBCCBBBQSSCFBECBCDBEBBCCCBEEBEEBBBELBX1B1BBGBCCBCWBCPBEbbBBBCBBDBBfFFBGBCCBCWBCJBCEBEffBBBCBBQBBSIBCCBCoBBDRRGCBJCBZFBGRBEXBCIBCDDBFB7BvBBCBBNGB7BBBCCCBDBCXBCCCBIBCBBKDDBDBCWWBCBhBgCgCBGBCjBBcEB0DqBBVRRBEBFDBEEEBIIBBBFMBNSSBkBBCGGDqBBCsKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPBR1CBDFBErTBDQBCZBGqCBHHBIRBOSBPRBPMBCCBQzBBkBFFkC4CBIEBDhBBCGGBkCBLeByBdBDEBMrBBFZB3BWBK0BBzC+C+CBtBBSHB3BdBOBBLrBBbjBBqBCBLjBBDKBGqBBDCBqBDBCFBCBBEGGB+FBhC1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGB1DOORMBmDFFDJBCEEBDBHGCBCBCKBDDBGEBF1B1BB8zC8zCBjHBHDBEBBNlBBCGGD3BBIRRBVBKGBCGBCGBCGBCGBCGBCGBCGBxC2O2OBrBrBBDBGBBF1CBHCBC5CBCDBGqBBC9CBSfBxBPBhQ-tGBhCs0VBkCtBBDsIBEPBLBBVuBBReBDlCByBIBDmDBDxCBVQBCCBCDBCWBezBBPxBB-BFBECCBMMBaBLWBacBIuBBdRRBDBCJBLEBCoBBYCBCHBVWBEEEBwBBCEEBDDBDBDCCZCBDKBICBNFBDFBDFBKGBCGBCqBBCNBHyDBej9KBNWBFwBBloItLBDpDBnBGBNEBGCCBIBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBlBZBHZBM4CBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmMcBEwBBwBfBOTBCHBHlBBLdBDjBBFHBxB9EBTjBBFjBBFnBBJzBBNKBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCQQBCBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4ByBBOyBBOjBBnBbBKWB7HpBBHBBRFB5BcBLJJBUBrBRBvBUBcWBN0BB6BBBDOOBrBBhBYBbjBBeDDJiBBENNBuBBPDBWCCkBRBCYBUBBgCGBCCCBCBCOBCJBIuBBnBHBDBBDVBCGBCBBCEBETTNEBfJBCDDClBBCaaCtBtBBzBBTDBVCBfvBBVBBC5F5FBtBBqBDBlBvBBV8B8BBpBBOoCoCBZBmBGB6FrBB1D-BBgBHBDDDBGBCBBCXBQCC-CHBDmBBRCCdLLBmBBIWWMtBBUTTBnCBoGgBBgBIBCkBBSyByBBcBxDGBCBBClBBWaaBEBCBBCfBPYYBqBBlISBQCCBLBChBB9DwCwCB4cBnHjGBtyCgDBQvhBBSFBa68DBGmSB61GdBj3B4RBIeBSuCBSdBTvBBRDBgBUBGSBxNsBB0G-BBhBYBDYBtBqCBGjCjCBLBhCBBCPPBNNB0mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBn7F0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BeBHFBmI9BBzEsBBLGBRiKiKBcBTrBBlPbBlHdBDwGwGBdBCCBCBBCGBDEBKBBhHGBCDBCBBCOBCkGB8BjCBI1lB1lBBCBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQBlqE-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
			LC: () => new UnicodeRangeTable(decodeRanges("hCZBHZB7BLLBVBCeBCiGBCDBFvGBDZBhGDBDBBECBCHHCCBCCCBSBCyCBCqEBJlFBClBBKoBB44ClBBCGGDqBBDCBhV1CBDFBjkCKBGqBBDCBhCrBBgCMBChBBmD1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGBmIFFDJBCEEBDBHGCBCBCFBFDDBCBGEBF1B1BB8zC8zCB6DBDmDBHDBEBBNlBBCGGzoetBBTbBnEtCBCWBEDBCsCBZBBE2Z2ZBpBBGIBIvCBh6TGBNEBqgBZBHZBmlBvCBhDjBBFjBB1DKBCOBCGBCBBCKBCOBCGBCBBk2ByBBOyBB+CVBLVB74C-BBhrV-BBhBYBDYBtpZ0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BJBCTBHFB2uCjCB", false)),
			Ll: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBC2BCBQCBuBCDECBBBDCCDEEBFFDEEBBBDDDCCCDCCBCCDEECDDBDDBBBHGDCOCBSCBDDCEEC4BCBFBDDDBCCFICBjCBDZBiGCCEEEBBBTccBhBBCBBECBCWCBDBCGDB0B0BBuBBCgBCK0BCDMCBgDCxBoBBo6CqBBDCB5XFBjkCIBC2D2DBqBBgCMBChBBnD0ECBHBCgDCBHBJFBLHBJHBJFBLHBJHBJNBDHBJHBJHBJEBCBBHEEBBBCBBJDBDBBJHBLCBCBBzIEEBEEcKFDBBJDBF2B2Bs1CvBBCEEBGCFCCBCCBEBGiDCBIICFFNlBBCGG0oesBCUaCoEMCBBBC+BCBGBCCCDICFCCDCCBBBCSCGGGCMCFCCDOCbEE2ZqBBGIBIvCBh6TGBNEBqhBZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBnqZZBbGBCRBbZBbDBCCCBFBCKBbZBbZBbZBbZBbZBbZBbZBbZBbbBdYBCFBbYBCFBbYBCFBbYBCFBbYBCFBC15B15BBIBCTBHFB4vChBB", false)),
			Lm: () => new UnicodeRangeTable(decodeRanges("wVRBFLBPEBICCmEGG-OnHnHlFBBuIBBFgBgBKEEhFoFoF1mBgEgE2R72B72BsDkTkTxOFBvF+BBOjBjBBjBByVOORMBg-CBByHgGgG2OsBsBBDBGiDiDB+C+CBBB34bjnBjnBBEBvIzDzDdBB6DIBxCYYpDDBEBB2OXXqEtDtDWBBoDDBKngVngVuBBBh-BFBCpBBCIB0sBhBhB2K04D04DnrTDB9PCBpBBBnRMBhCBBCPPB9-P9-PBCBCGBCBByhM9BBqGGBud0Q0QsSAB", false)),
			Lo: () => new UnicodeRangeTable(decodeRanges("qFQQhIFFBCBxGBB7ZaBFDBuBfBCJBkBBBCiDBCZZBLLBBBDRRCdBe4CBMZZBfBWVBrBYBIKBGXBCGBRoBB8B1BBETTIJBROBFHBDBBDVBCGBCEEBCBERROBBCCBPBBLJJBEBFBBDVBCGBCBBCBBCBBgBDBCUUBBBRIBCCBCVBCGBCBBCEBETTQBBYMMBGBDBBDVBCGBCBBCEBEffBCCBBBQSSCFBECBCDBEBBCCCBEEBEEBBBELBX1B1BBGBCCBCWBCPBEbbBBBCBBDBBfFFBGBCCBCWBCJBCEBEffBBBCBBQBBSIBCCBCoBBDRRGCBJCBZFBGRBEXBCIBCDDBFB7BvBBCBBNFB8BBBCCCBDBCXBCCCBIBCBBKDDBDBYDBhBgCgCBGBCjBBcEB0DqBBVRRBEBFDBEEEBIIBBBFMBNyDyDBnKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPByDrTBDQBCZBGqCBHHBIRBOSBPRBPMBCCBQzBBpBkCkCBhBBC0BBIEBDhBBCGGBkCBLeByBdBDEBMrBBFZB3BWBK0BBxFuBBSHB3BdBOBBLrBBbjBBqBCBLdByDDBCFBCBBE7hB7hBBCB4-C3BBZWBKGBCGBCGBCGBCGBCGBCGBCGBoR2B2BF1CBJCCB4CBFGGBpBBC9CBSfBxBPBhQ-tGBhC0wUBC2jBBkCnBBJrIBFPBLBBjCyByBBkCBqFoDoDEGBCCBCDBCWBezBBPxBB-BFBECCBMMBaBLWBacBIuBBuBEBDIBLEBCoBBYCBCHBVPBCFBEEEBwBBCEEBDDBDBDCCZBBEKBIPPBEBDFBDFBKGBCGByEiBBej9KBNWBFwBBloItLBDpDBkCCCBIBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBqDJBCsBBDeBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmMcBEwBBwBfBOTBCHBHlBBLdBDjBBFHBhEtCBjDnBBJzBB9CzBBN2JBKVBLHB5EFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCQQBCBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4FjBBnBDBCxJxJBoBBHBBRCBCBB5BcBLJJBUBrBRBvBUBcWBN0BB6BBBDOOBrBBhBYBbjBBeDDJiBBENNBuBBPDBWCCkBRBCYBUBBgCGBCCCBCBCOBCJBIuBBnBHBDBBDVBCGBCBBCEBETTNEBfJBCDDClBBCaaCtBtBBzBBTDBVCBfvBBVBBC5F5FBtBBqBDBlBvBBV8B8BBpBBOoCoCBZBmBGB6FrBB0GHBDDDBGBCBBCXBQCC-CHBDmBBRCCdLLBmBBIWWMtBBUTTBnCBoGgBBgBIBCkBBSyByBBcBxDGBCBBClBBWaaBEBCBBCfBPYYBnBBCBBlISBQCCBLBChBB9DwCwCB4cBnHjGBtyCgDBQvhBBSFBa68DBGmSB61GdBj3B4RBIeBSuCBSdBTvBB0BUBGSB0NnBB2MqCBGwFwFB0mHBqBfBiDyDBuwIiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBxzI2P2PBrBBiBiKiKBcBTrBBlPaBmHdBDwGwGBdBCCBCBBCGBDEBKiHiHBFBCDBCBBCOBCkGB8pBDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQBlqE-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
			Lt: () => new UnicodeRangeTable(decodeRanges("lOGDnB2sH2sHBGBJHBJHBNQQwBAB", false)),
			Lu: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiB2BCDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIJDCMCDQCDDDCCBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBDDBBBEWCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBpCDBNDBNDBNEBMDBnIFFECBDCBDEEBDBHGCBCBDDBLBBG+B+B9zCvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoqZZBbZBbZBbCCBGDBDDBCBCHBbZBbBBCDBDHBCGBcBBCDBCEBCEEBFBcZBbZBbZBbZBbZBbZBfYBiBYBiBYBiBYBiBYBiB2pE2pEBgBB", false)),
			M: () => new UnicodeRangeTable(decodeRanges("gYvDB0IGBoIsBBCCCBCCBCCpCKBxBUBRmDmDBFBDFBDBBCDBkBffBZB8CKB7BIBKZZBCBCIBCCBCEBsBCB8BIBrBXBCgBB3BCBCRBCGBLBBeCB5BCCBFBDBBDCBKLLBbbDCB5BCCBDBFBBDCBEffBEEMCB5BCCBGBCCBCCBVBBXFBCCB5BCCBFBDBBDCBICBLBBf8B8BBDBECBCDBKpBpBBDB4BCCBFBCCBCDBIBBMBBeCB5BCCBFBCCBCDBIBBMBBQNNBCB4BBBCGBCCBCDBKLLBeeBBBnCFFBEBCCCBGBTBB+BDDBFBNHBjDDDBHBMGBqCBBcECFBByBTBCBBGKBCjBBKlDlDBSBYDBFCBCCBDGBEDBOLBCLLBCBgWCBzdDBdCBeBBfBBhCfBKuBuBBBBC2D2DBjBjB3DLBFLB8GEB6BJBCcBDxBxBBsBBDLBVEBwBQBnBIBNCBfMB5BNBxBTB5ECBCUBFHHDCBnG-BBxWgBB--CCBuEhDhDBeBrRFBqDBB1udDBCJBhBBBxCBBxIEEFYYBDBF0C0CBzBzBBQBbRBOnBnBBGBaMBtBDBwBNBlBkCkCBMBNJJBuBuBBBBzBCCBBBDBBGBBCqBqBBDBGBBtHHBCBBx5TiXiXBOBRPBuejHjH2EEBn0BCBCBBGDBpBCBFmFmFB+R+RBCBiCEB+JBBuCFBnCKByBDB7DCB2BOBqBDDBLLBCBuBKBI+B+BBBBlBNBRBBtBNNBBBxBNBJDBCBB9CLBHDD+ELBWDB4BBBCGBDBBDCBKLLBDDBFBEEBkCIBCDDCDBCEBCPPBzCzCBQBYyCyCBSBsHGBDIBcBBzCQBrDMBmDOBhIOB2HFBCBBDDBCCCBuEuEBFBDGBEddBIBpBGBCDBJKKBJBvBPBnGHBoGHBCHBzCVBCNB7DFBECCBCCBFBCjCjCBDBCBBCEB8KDBKBBCxBxBBFBEEBYmnFmnFHOBpmLRBhuCEB8BGB5gBCCB1BBIDByCMMBslTslTBizEizEBsBBDWB-QEBEFBJHBDGBfDB1ECB89B2BBFxBBJPPXEBCOBxqBGBCQBDGBCBBCEBlDhFhFBFB4L+B+BBCB9PDB-HBB0HDDIBBG7O7OBFBuDGB29lYvHB", false)),
			Mc: () => new UnicodeRangeTable(decodeRanges("joC4B4BDCBJDBCBBzBBB7BCBHBBDBBLsBsB7BCBjC7B7BBBBJCCB2B2BB7B7BCHHBDDBLLnDBBCBBECBCCBLqBqBBBB+BDB+BBB7BCCBDBDBBCBBKBBdPPB7B7BBBBGCBCCBLrBrBBsCsCBBBHHBTBBrKBBgCsFsFBFFHDDBaaBLLBBBDGBWBBDFBDLLBBB5zBffiEIIBGBCBB7KDBDCBFBBCFBhHBB7BCCKCCBJJBEByExBxBGCCBDBCBB+BffFBBD9B9BDCBCEEBxBxBBGBJBBsFWW35EBB0-dBBD5C5CBzBzBBOBvEBBwBxBxBBFFBDDBBBvDBBDBBZuBuBCuDuDDBBGuHuHBCCBCCBCC0gZCCgEuBuBBBBFBB0DZZB8B8BxBCBKBBO+C+CBBBEBBCrFrFBBBgBBB7BBBCDBDBBDCBKLLB1C1CBBBIDDCDBCBBCmDmDBBBJBBErDrDBBBHCCBCBDuHuHBBBHDBDyDyDBBBJBBCuDuDCBBHoDoDCBBFmImIBBBK4H4HBEBCBBFDDCvEvEBBBJDBF1C1CeBB-BqGqGECCoGPPrDIID2G2GBDBFBBC-K-KBNNxBBBJBBCpvQpvQBBBlxD2BBpDBB0rYBBHFB", false)),
			Me: () => new UnicodeRangeTable(decodeRanges("okBBB1xF-wB-wBBCBCCBsshBCB", false)),
			Mn: () => new UnicodeRangeTable(decodeRanges("gYvDB0IEBqIsBBCCCBCCBCCpCKBxBUBRmDmDBFBDFBDBBCDBkBffBZB8CKB7BIBKZZBCBCIBCCBCEBsBCB8BIBrBXBCfB4BCCFHBFEEBFBLBBe7B7BFDBJVVBbbDBB6BFFBFFBDDBBBEffBEEMBB6BFFBDBCBBFVVBXXBEBC7B7BDCCBCBJIIBMMBff+BNNzBEE4BCCBBBGCBCDBIBBMBBe7B7BDHHGBBVBBdBB6BBBFDBJVVBeepCIIBBBC7C7CDGBNHBjDDDBHBMGBqCBBcEC4BNBCEBCBBGKBCjBBKnDnDBCBCFBCBBDBBaBBFCBRDBODDBHHQgWgWBBBzdCBeBBfBBfBBhCBBCGBJDDBJBKuBuBBBBC2D2DBjBjB3DCBFBBKHHBBB8GBBD7B7BCGBCCCDHBHJBDxBxBBMBCeBDLBVDBxBCCBDBCGGpBIBNBBhBDBDBBCCB5BCCBEECCB7BHBDBB5ECBCMBCGBFHHEBBnG-BBxWMBFEEBKB--CCBuEhDhDBeBrRDBsDBB1udFFBIBhBBBxCBBxIEEFaaBGG4EBBbRBOnBnBBGBaKBvBCBxBDDBCBDBBoBkCkCBEBDBBDBBNJJwB0B0BCCBDBBGBBCrBrBBJJvHDDFx5Tx5TiXPBRPBuejHjH2EEBn0BCBCBBGDBpBCBFmFmFB+R+RBCBiCEB+JBBuCFBnCKByBDB8D3B3BBNBqBDDBLLBBByBDBDBBI+B+BBBBlBEBCHB-BNNB1B1BBHBLDBDgDgDBBBDCCBHHD+E+EEHBWBB6BBBEmBmBBFBEEBnCFBOECPBB2CHBDCBCYY1CFBCFFBCCBvHvHBCBHBBCBBcBB2CHBDCCBrDrDCDDBEBCmDmDCDDBCBCEBkIIBCBBhIBBCFFxEDBDBBFhBhBBIBpBFBDDBJKKBEBDCBvBMBCBBnGCCBBBCqGqGBFBCFBCzCzCBUBDGBCBBCBB7DFBECCBCCBFBCpCpCBEEC8K8KBMMB1B1BBDBGCCYmnFmnFHOBpmLLBECBhuCEB8BGB5gBgCgCBCByC5lT5lTBizEizEBsBBDWBhRCBSHBDGBfDB1ECB89B2BBFxBBJPPXEBCOBxqBGBCQBDGBCBBCEBlDhFhFBFB4L+B+BBCB9PDB-HBB0HDDIBBG7O7OBFBuDGB29lYvHB", false)),
			N: () => new UnicodeRangeTable(decodeRanges("wBJB5DBBGDDBBBitBJBnEJBnGJB9MJB3DJBFFBtDJB3DJB3DJBDFBvDMB0DJBJGBoDJBpDGBISBuDJBhDJB3DJBnCTBtIJBnCJBwWTBybCBwHJBHJBXJBtJJBhEKBmFJBHJB3FJB3CJBnEJBHJB3gBEEBEBHJBnGyBBDEB3W7BBvCVB3TdBqrBqYqYaIBPCB4KDBrEJBfHBCOBhBJBoBOBh7cJB9FJBhKFB7EJBnBJBnGJBXJB3CJB3MJB34UJBuPsBBN4BBSBB2KaBlBDBeJJnEEBrGJBvdHBaGBoBIBsCEBXFBhFBBDPBDtBBhCIB1BBBfCBsCEBpDHBZHBqBGBrKFBxBJBHJB3IeB-EJBrBDBxDGBnEdBhEJB9BJBxEJBITB8HJB3KJB3DJB3LJBnDJBHTBtCLBlNSB+CJB3UJB3CcBkHJBnCJB3BJBnLJBnDUBshBuDBimPJBnpCJB3CJBnEJBCGBvQJBnIWB+KCB6nXJBnuBTBNTBtDYB2iBxBBhqCJBnNJB3PJB4HJBtWIBhEJB4Y6BBCCBCDBtCsBBCOBjeMBk3CJB", false)),
			Nd: () => new UnicodeRangeTable(decodeRanges("wBJnxBJnEJnGJ9MJ3DJ3DJ3DJ3DJ3DJ3DJ3DJ3DJ3DJhDJ3DJnCJ3IJnCJn6BJnBJtJJhEJnFJHJ3FJ3CJnEJHJnuiBJnVJnBJnGJXJ3CJ3MJ34UJnsBJnkCJHJ9YJhEJ9BJxEJ3IJ3KJ3DJ3LJnDJHTtCJnNJnDJ3UJ3CJ3HJnCJ3BJnLJ3uQJnpCJ3CJnEJ3QJ37XJ12CxBhqCJnNJ3PJ4HJ2aJ30EJ", true)),
			Nl: () => new UnicodeRangeTable(decodeRanges("u3FCBwzCiBBDDB-zDaaBHBPCBs1dJBxyW0BBtOJJnEEBrhIuDBm8SCB", false)),
			No: () => new UnicodeRangeTable(decodeRanges("yFBBGDDBBB2pCFB5LFB5DCBmEGB6GGBSIByNJB2hBTB0jBJBhP20B20BEFBHJBnGPBqB3W3WB6BBvCVB3TdBqrB1kB1kBBCBrEJBfHBCOBhBJBoBOBxrdFBymWsBBiCDBSBB2KaBlBDB1pBHBaGBoBIBsCEBXFBhFBBDPBDtBBhCIB1BBBfCBsCEBpDHBZHBqBGBrKFBhLeB-EJBrBDBxDGBnETB8LTBmqBBBvNIBobSB0aUBn8SGB-YWBqhZTBNTBtDYBvqFIBid6BBCCBCDBtCsBBCOBjeMB", false)),
			P: () => new UnicodeRangeTable(decodeRanges("hBCBCFBCDBLBBEBBbCBCccCkBkBGEELBBEEE-VJJzOFBqBBB0BCCDDDtBBBVBBCBBOCCBBBrCDBnDsBsBBMBqHCB3BOBgBmImIBLLtE5D5D6DnMnMNwLwL7CLLBpFpFBNBCmBmBBCBoCrCrCBDBFBBwDFBsFlTlTBHB4EuTuTtBBBvCCBoCBB+ECBCCBmBKB6JBB5GBBhEGBCFBhFBBLGBdCB9DDB8BEB-BBBhCHBM9Z9ZBWBJTBCMBCLBfBBPBB6TDBeBB+hBNBwCBBgBJB0MVBgCDBhBBB8XDBCBBxDwEwEBtBBCfBDLBkNCBFJBDLBRNNjD7C7CjgdBBuICBkDLL0DFB9LDB3CBBpBCBCyByBBwBwBiDMBRBB9DDB-DBBRBB6HzqUzqUBxGxGBIBXiBBCNBCFFCBB2ECBCFBCDBLBBEBBbCBCccCCCBFB7MCB9UxBxB-MoXoXoGgBgBxIIBnBxDxDBFBjCGB6CDByO-J-JjBlElEBDBtBDB+FGBuDBBCDB-DDBxBBBwCDBFOOCCB5CFBsDrJrJBCCBzDzDBDBLBBCpDpD7HWBqDCBdMBtCjEjEBBB9HpIpIBBB8E9C9CBGB0CCBCEB+CJB4GgDgDBDBrBBBmUBBrCMBwFxjBxjBBDB97CBB8zOBBmEiCiCBDBJpRpRBBBoJDBoK9lT9lTovHEB07C-a-aBAB", false)),
			Pc: () => new UnicodeRangeTable(decodeRanges("-Cg-Hg-HBUU-u3BBBZCBwHAB", false)),
			Pd: () => new UnicodeRangeTable(decodeRanges("tB9qB9qB0BiyDiyDmgBqgCqgCBEBiwDDDgBBBFdd-NUUwDxszBxszBBmBmBLqFqFhzD-J-J", false)),
			Pe: () => new UnicodeRangeTable(decodeRanges("pB0B0BgB+1D+1DC-6B-6BqtC4B4BQ7T7TCff-hBMCxChBhBCGC1MUChCCCiBmhBmhBCECtBGCtNICEGCDBB-ozB6G6GeOCESSCCCrF0B0BgBGD", false)),
			Pf: () => new UnicodeRangeTable(decodeRanges("7F+6H+6HEddpuDCCFDDQEE", false)),
			Pi: () => new UnicodeRangeTable(decodeRanges("rFt7Ht7HDBBDaapuDCCFDDQEE", false)),
			Po: () => new UnicodeRangeTable(decodeRanges("hBCBCCBDECBLLBEEBcclCGGPBBI-V-VJzOzOBEBqB3B3BDDDtBBBVBBCBBOCCBBBrCDBnDsBsBBMBqHCB3BOBgBmImIBLLtE5D5D6DnMnMNwLwL7CLLBpFpFBNBCxDxDrCEBFBBwDFBsFlTlTBHBmY9D9DBBBoCBB+ECBCCBmBFBCDB6JBB5GBBhEGBCFBhFBBLGBdCB9DDB8BEB-BBBhCHBMjajaBJJBGBJIBDDBDCBEKBCCCBIB7kDDBCBBxDwEwEBFFBBBDDDBHBCBBCDDBLLBDBCJBDDBCCCBLBDCBtNCB6B+F+FjgdBBuICBkDLL0DFB9LDB3CBBpBCBCyByBBwBwBiDMBRBB9DDB-DBBRBB6HlxUlxUBFBDXXVBBDDBECBCDBICBHCCB2E2EBBBCCBDECBLLBEEBcclBDDB7M7MBBB9UxBxB-MoXoXoGgBgBxIIBnBxDxDBFBjCGB6CDB0ZlElEBDBtBDB+FGBuDBBCDB-DDBxBBBwCDBFOOCCB5CFBsDrJrJBCCBzDzDBDBLBBCpDpD7HWBqDCBdMBtCjEjEBBB9HpIpIBBB8E9C9CBGB0CCBCEB+CJB4GgDgDBDBrBBBmUBBrCMBwFxjBxjBBDB97CBB8zOBBmEiCiCBDBJpRpRBBBoJDBoK9lT9lTovHEB07C-a-aBAB", false)),
			Ps: () => new UnicodeRangeTable(decodeRanges("oBzBzBgB-1D-1DC-6B-6B-rCEEnB4B4BQ7T7TCff-hBMCxChBhBCGC1MUChCCCiBmhBmhBCECaTTCECtNICEGCDipzBipzB4GeeCMCESSCCCrFzBzBgBEEDAB", false)),
			S: () => new UnicodeRangeTable(decodeRanges("kBHHRCBgBCCcCCkBEBCBBDCCBCBDEEfgBgBrODBNNBGGBCCCBPB2DPPBxDxDsErIrIBBB3DCBDDDBvGvGLUUB4H4HIBBpEqLqLBHHB2H2H-DjEjEBGBlEwGwGqBmGmGiGCBQCCBBBDFBVECmEHBCFBCBBGDBmGBBxXJB0WuLuLlL+E+EBgBBiLJBKIBhiBCCBBBMCBOCBOCBOBBmCOOoBCBOCBUhBB-BBBCDBCBBLCCBBBGFBCECFMMBFFBDBGDBC7B7BBFFB2LBFcBD+HBXKByCtCBXnTBtBwBBDeBLyMBX+BBFfBD1LBDpEBmHFBmLBBvBZBC4CBN1GBbPBFOOBNNWBBHBB8CBB0HBBFJBhBlBBKRRBdBMdBJQQBeBLmBBQ-JBhuG-BBx0V2BB6RWBKBBoDBB+EDBLDB+RCBiHPPB+9T+9TpEgBBuLPBhCBB3BHBtBDBjDCCBBBD7E7EHRRBBBgBCCcCCiEGBCGBOBB6JIB6BQBDCBCMBEwBwBBrBB7zBBBwSmWmWBiKiKBGBnjC2kC2kCBbBr6SDBG3qU3qUk7DvHBLCBEzNBHWBQQBgDzDB9B1HBLmBBD7BBGCBXBBIdBF8BBWhCBE7F7FB1CBrbaagBaagBaagBaagBaa9B-PB4BDBzBHBCNBCBBp2BwNwNttCEE+DiOiOBvIvIBqBBFjDBNOBDOBCOBCkBBYgFB5BcBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBC7CBLAB", false)),
			Sc: () => new UnicodeRangeTable(decodeRanges("kB+D+DBCBqnB8D8DzPBBzPBBI2H2HoImSmS8sClmClmCBgBB37hBkuVkuVtD7E7E8GBBEBB3-HDB-4wBxtCxtC", false)),
			Sk: () => new UnicodeRangeTable(decodeRanges("+CCCoCHHFEEqQDBNNBGGBCCCBPB2DPPBjoBjoB15FCCBBBMCBOCBOCBOBB9kEBBkzdWBKBBoDBBxePPBniUniUBPB8bCCjF4g9B4g9BBDB", false)),
			Sm: () => new UnicodeRangeTable(decodeRanges("rBRRBBB+BCCuBFFmBgBgB-XwQwQBBB8xGOOoBCBOCBsEoBoBBDBHlClCBDBGBBFGDIgBgBBDDCgBgBBqIBhBBB7CffBXBpBFB2OKK3BHBwDxKxKBDBDeBLPBhIiEBX+BBFfBDhIBxBUBDFB9+zB5Z5ZCCBlFRRBBB+BCCkEHHBCBitDBBhrwBx+Bx+BagBgBagBgBagBgBagBgBat5Ft5FB-uC-uCBHB", false)),
			So: () => new UnicodeRangeTable(decodeRanges("mFDDFCCyerIrIBgEgEBvGvGLUUB4H4HkQ2L2LjEFBClElEwGqBqBoMCBQCCBBBDFBVECmEHBCFBCBBGDBmGBBxXJB0WzWzW+EhBBiLJBKIBksBBBCDBCBBLCCBHHBEBCECFMMBPPCBBC7B7BBKKBDBDDBCBBCBBCGBCeBDBBCCCBdBtIHBFTBDGBDwCBCdBanBBHnCBXKByCtCBX2FBCIBC1BBJuDBC3HBtBrBBhC-HBhQvBBWBBHmBBDpEBmHFBmLBBvBZBC4CBN1GBbPBFOOBNNWBBHBBxKBBFJBhBlBBKRRBdBMdBJQQBeBLmBBQ-JBhuG-BBx0V2BBibDBLBBC+R+RBBBqqUPBuLPBhCBB3BHBuBCBlPEEFBBOBB6JIB6BQBDCBCMBEwBwBBrBB7zBBBwSpgBpgBBGBnjC2kC2kCBGBFQBr6SDBG3qU3qUk7DvHBLCBEzNBHWBQPBhDzDB9B1HBLmBBD7BBGCBXBBIdBF8BBWhCBE7F7FB1CBqlB-PB4BDBzBHBCNBCBBp2B96C96CiEyWyWBqBBFjDBNOBDOBCOBCkBBYgFB5BcBOrBBFIBIBBPFB7E6HBG4WBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBB-B3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBC7CBLAB", false)),
			Z: () => new UnicodeRangeTable(decodeRanges("gBgEgEgvFgsCgsCBJBeBBGwBwBh9DAB", false)),
			Zl: () => new UnicodeRangeTable(decodeRanges("ohIA", true)),
			Zp: () => new UnicodeRangeTable(decodeRanges("phIA", true)),
			Zs: () => new UnicodeRangeTable(decodeRanges("gBgEgEgvFgsCgsCBJBlBwBwBh9DAB", false)),
			ASCII_Hex_Digit: () => new UnicodeRangeTable(decodeRanges("wBJIFbF", true)),
			Alphabetic: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBLLFGGBVBCeBCpOBFLBPEBICC3CeeBQBCBBDDBCHHCCBCCCBSBCyCBCqEBJlFBClBBDHHBnBBoBNBCCCBCCBCCJaBFDBeKBG3BBCGBPlDBCHBFHBFCBLCBDRRBuBBOkDBZgBBKBBFGGBWBDSBUYBIKBGXBCGBIJJBoBBLLBEGBHrCBCPBCCBFOBOSBCHBDBBDVBCGBCEEBCBEHBDBBDBBCJJFBBCEBNBBLFFBBBCFBFBBDVBCGBCBBCBBCBBFEBFBBDBBFIIBCBCSSBEBMCBCIBCCBCVBCGBCBBCEBEIBCCBCBBEQQBCBWDBFCBCHBDBBDVBCGBCBBCEBEHBDBBDBBKBBFBBCEBORRBCCBEBECBCDBEBBCCCBEEBEEBBBELBFEBECBCCBEHHpBMBCCBCWBCPBEHBCCBCCBJBBCCBCBBDDBdDBCHBCCBCWBCJBCEBEHBCCBCCBJBBGCBCDBOCBNMBCCBCoBBDHBCCBCCBCGGBCBIEBXFBCCBCRBEXBCIBCDDBFBJFBCCCBGBTBBO5BBGGBH0B0BBECBDBCXBCCCBRBCCBDEBCHHPDBhBgCgCBGBCjBBFSBFPBCjBBkC2BBCDDBDBR-BBLDBDlBBCGGDqBBCsKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPBR1CBDFBErTBDQBCZBGqCBEKBITBMUBNTBNMBCCBCBBNzBBDSBPFFkC4CBIqBBGlCBLeBCLBFIBYdBDEBMrBBFZB3BbBF+BBDTBzBYYBMMBBByBzBBCOBCHB0BpBBDDBLrBBCKBP2BBXCBLjBBDKBGqBBDCBqBDBCFBCBBEGGB+FBUhBBM1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGB1DOORMBmDFFDJBCEEBDBHGCBCBCKBDDBGEBFSSBnBBuZzBB34BkHBHDBEBBNlBBCGGD3BBIRRBVBKGBCGBCGBCGBCGBCGBCGBCGBCfBwB2O2OBBBaIBIEBDEBF1CBHCBC5CBCDBGqBBC9CBSfBxBPBhQ-tGBhCs0VBkCtBBDsIBEPBLBBVuBBGHBEwDBoBIBDmDBDxCBVUBCgBBZzBBNjCBCtBtBBEBECCBBBLgBBGiBBOcBEyBBCLBQRRBOBLEBC2BBKNBTWBEkCBCCCZCBDPBDDBMFBDFBDFBKGBCGBCqBBCNBH6DBWj9KBNWBFwBBloItLBDpDBnBGBNEBGLBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBlBZBHZBM4CBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmC0BBsIcBEwBBwBfBOdBGqBBGdBDjBBFHBCEBrB9EBTjBBFjBBFnBBJzBBNKBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCDBCBBGHBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4ByBBOyBBOnBBjBbBEGGBVB7HpBBCBBEBBRFBzBCBEcBLJJBUBrBRBvBUBcWBKlCBsBEBL4BBKOOBXBYyBBSDBJiBBEKKB+BBCDBKBBLCCkBRBChBBDHHBCB-BGBCCCBCBCOBCJBI4BBYDBCHBDBBDVBCGBCBBCEBEHBDBBDBBEHHGGBdJBCDDClBBCJBCDDCDBCBBECCtBhCBCCBCDBVCBfhCBDBBC5F5FB0BBDGBaFBjB+BBCEE8B1BBDoCoCBZBDNBWGB6F4BBoD-BBgBHBDDDBGBCBBCdBCBBDBBDDB+CHBDtBBDFBCCCBccBxBBDJBSnCBGTTBnCBoDHB5CgBBgBIBCsBBCGBCyByBBcBDVBCNBqCGBCBBCrBBECCBCCBBBCDDBZZBEBCBBCkBBCBBCDBCYYBqBBlIWBKQBCoBBECBwDwCwCB4cBnDuDBSjGBtyCgDBQvhBBSFBa68DBGmSB61GuBBy2B4RBIeBSuCBSdBTvBBRDBgBUBGSBxNsBB0G-BBhBYBDYBtBqCBF4BBIQBhCBBCNNBFBK1mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBFi7Fi7FBzCBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BeBHFB2GGBCQBDGBCBBCEBG9BBiBxDxDBrBBLGBRiKiKBcBTrBBlPbBlHdBDwGwGBdBCVBJBBhHGBCDBCBBCOBCkGB8BjCBEEE1lBDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1TZBHZBHZB3zD-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
			Dash: () => new UnicodeRangeTable(decodeRanges("tB9qB9qB0BiyDiyDmgBqgCqgCBEB+BoBoBQnMnMlgDDDgBBBFdd-NUUwDxszBxszBBmBmBLqFqFhzD-J-J", false)),
			Emoji: () => new UnicodeRangeTable(decodeRanges("jBHHGJBwDFFu8HNN5GXX7CFBQBBwLBBNnFnFaKBFCBoGoHoHBLLK7B7BBCBCEBKGDBDDFDDCBBDIEBJJBBBGCCGLBMBBDCCBCCTDDBTTBEBCCCBEEBGGDBBFBBMBBGBBDGGBECBVVBGGBEBCDBDFFDDDBEBCDDCCCHEEHLLBQQDFFCFFBBBCMMBxBxBBBBKeP1LBBwOCBUBB0BFF7mBNN6SCCrrvDrGrGhFBBNBBPDDBIBsCZBCBBYVVDIBWBBvFhBBDvDBDBBCCBDyCBDCBCmIBC+BBMFBCXBIBBDHBNDDBCBDFFBOOBDDJBBKGGBBBNCBJCBDCCFHHEHHB0CBxBlCBGHBDDBEJBECCBEEDJBkHLBF8I8IBtBBCJBC4FBxDMBEKBE4BBCFFBOBDLBFJB", false)),
			Emoji_Component: () => new UnicodeRangeTable(decodeRanges("jBHHGJB0+H2G2Gsp3B3+8B3+8BBYB8PEBxtBDBtzhY-CB", false)),
			Emoji_Modifier: () => new UnicodeRangeTable(decodeRanges("7-8DE", true)),
			Emoji_Modifier_Base: () => new UnicodeRangeTable(decodeRanges("9wJ8G8GRDB4jzD9B9BBBBDDDBBB2DBBDKBWSBEFFBBBCCBICCZqGqGBFFWFFBvFvFBBBEEB0CRRBBBKMMgSDDJHBHKKBIBDCB5B+B+BBCCBCCSCBCMBmHCBrBIB", false)),
			Emoji_Presentation: () => new UnicodeRangeTable(decodeRanges("64IBBuGDBEDDqQBBWBBzBLBsBUUOJJBSSBGGBJJGWWIBBCFFDIIFBBdkBkBCFFBBBC+B+BBBBZPP8aBB0BFFvlxDrGrG-FDDBIBsCZBCZZVDDBDBCCBWBBvFgBBNIBClCBCVBNqBBFEBNQBEEEBlCBCCCB5FBD+BBODBCXBTbbBOO3C0CBxBlCBHEEBBBDDBEDBMBBIIBkHLBF8I8IBtBBCJBC4FBxDMBEKBE4BBCFFBOBDLBFJB", false)),
			Extended_Pictographic: () => new UnicodeRangeTable(decodeRanges("pFFFu8HNN5GXX7CFBQBBwLBBNnFnFaKBFCBoGoHoHBLLK7B7BBCBCEBKGDBDDFDDCBBDIEBJJBBBGCCGLBMBBDCCBCCTDDBTTBEBCCCBEEBGGDBBFBBMBBGBBDGGBECBVVBGGBEBCDBDFFDDDBEBCDDCCCHEEHLLBQQDFFCFFBBBCMMBxBxBBBBKeP1LBBwOCBUBB0BFF7mBNN6SCCrrvDoBoBBCBlDLBQBBQPPBmBmBBIBxDBBNBBPDDBIBU3BBcOBLVVDIBCDBKWBH7FBDvDBDBBCCBDyCBDCBCDBG9HBC+BBMFBCXBIBBDHBNDDBCBDFFBOOBDDJBBKGGBBBNCBJCBDCCFHHEHHB0CBxBlCBGHBDQBECCBEBDMB7GlBBNDB5BHBLFBpBHBfBBNDBDNBKmBBNuBBCJBC4FB5CHBPxEBhI9fB", false)),
			Hex_Digit: () => new UnicodeRangeTable(decodeRanges("wBJIFbFq1-BJIFbF", true)),
			Lowercase: () => new UnicodeRangeTable(decodeRanges("hDZBwBLLFlBlBBWBCHBC2BCBQCBuBCDECBBBDCCDEEBFFDEEBBBDDDCCCDCCBCCDEECDDBDDBBBHGDCOCBSCBDDCEEC4BCBFBDDDBCCFICBjCBDiBBIBBfEBhDsBsBCEEDDBTccBhBBCBBECBCWCBDBCGDB0B0BBuBBCgBCK0BCDMCBgDCxBoBBo6CqBBCDB5XFBjkCIBC2D2DB+FBiC0ECBHBCgDCBHBJFBLHBJHBJFBLHBJHBJNBDHBJHBJHBJEBCBBHEEBBBCBBJDBDBBJHBLCBCBB6DOORMBuDEEBEEcKFDBBJDBFiBiBBOBFsasaBYBn6BvBBCEEBGCFCCBCCBGBEiDCBIICFFNlBBCGG0oesBCUaCBBBmEMCBBBC8BCBIBCCCDICFCCDCCBBBCSCGGGCMCFCCDOCWDBCCCBBB2ZqBBCNBHvCBh6TGBNEBqhBZBumBnBBpEjBB8EKBCOBCGBCBBkODDBBBCpBBCIBmoByBB+DVB75CfBhsVfB8BYBnqZZBbGBCRBbZBbDBCCCBFBCKBbZBbZBbZBbZBbZBbZBbZBbZBbbBdYBCFBbYBCFBbYBCFBbYBCFBbYBCFBC15B15BBIBCTBHFBmI9BB1lChBB", false)),
			Math: () => new UnicodeRangeTable(decodeRanges("rBRRBBBgBeeCuBuBFmBmBgB5W5WBBBDbbBDDBBBwQCBuwGccBBBMEEOPPBCBWEBMEBiCMBFEEBFFBDBTFFDJBCDDBEBHEEBDDBCCBBBCFBENBClClCBWBCFBCBBFBBFfBCHHBPPBqIBJDBVBB7CffBZBCZZMGB+NBBNJBFFBFBBDBBEEBPCCDFBMHBGBB6BCCeDBKCBxK-BBhI-PBxBUBDFB9+zB4Z4ZBEBCjFjFRCBeCCeCCkEHHBCBitDBBhrwBwoBwoBBzCBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBDxBBhwFDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBB-uCIB", false)),
			Quotation_Mark: () => new UnicodeRangeTable(decodeRanges("iBFFkEQQ96HHBaBBowDqOqOBCBOCBixzBDB+FFF7CBB", false)),
			Terminal_Punctuation: () => new UnicodeRangeTable(decodeRanges("hBLLCMMBEE-ZJJiQ6B6BpCPPCCB1FsBsBBJBCsHsHB3B3BBEBCHBgBmImIB1nB1nBBtFtFFFB4JBB2YHBmY9D9DBBBoCBB+ECBEoBoBBCBDBB7JBBjLDBjFBBLBBCCBeCB8FEB-BBBldYYBKKBBBwlDCBzJOOFLLCBBEBBtNBB8ndBBuICBkHEB-LBB3CBBgD4E4EBBB0ECBgERRB6H6HnxUDDB6B6BBBBCDBqFLLCMMBEEiCDD7hBxBxBnkBoGoG3JBB5EFBlCFB6CDB5dEBtBDB+FGBxDDBgECBiEBBHRRB5C5CBDBtDrJrJB2D2DBBBNBBnLDBEOBqDBB6HCBmQCC8HBB4CBBFBB-MCBuBmUmUBrCrCBspBspBBDB6vRBBmEiCiCBBBLqRqRBoJoJBnwTnwTovHDB", false)),
			Uppercase: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiB2BCDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIJDCMCDQCDDDCCBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBDDBBBEWCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBpCDBNDBNDBNEBMDBnIFFECBDCBDEEBDBHGCBCBDDBLBBGbbBOBUzZzZBYBx5BvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoqZZBbZBbZBbCCBGDBDDBCBCHBbZBbBBCDBDHBCGBcBBCDBCEBCEEBFBcZBbZBbZBbZBbZBbZBfYBiBYBiBYBiBYBiBYBiB2pE2pEBgBBvgCZBHZBHZB", false)),
			White_Space: () => new UnicodeRangeTable(decodeRanges("JEBTlDlDbgvFgvFgsCKBeBBGwBwBh9DAB", false))
		});
		static SCRIPTS = new LazyMap({
			Adlam: () => new UnicodeRangeTable(decodeRanges("go6DrCFJFB", true)),
			Ahom: () => new UnicodeRangeTable(decodeRanges("g4lCaDOFW", true)),
			Anatolian_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("ggxCmS", true)),
			Arabic: () => new UnicodeRangeTable(decodeRanges("gwBEBCFBCNBCCBCfBCJBMZBCrDBChBBxCvBBxHhBBGqCBCcBxy8BtPBDvEBhBPBxDEBCmEBk7DeBkCFBJIBiBFBh43BDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBB", false)),
			Armenian: () => new UnicodeRangeTable(decodeRanges("xpBlBDxBDCks9BE", true)),
			Avestan: () => new UnicodeRangeTable(decodeRanges("g4iC1BEG", true)),
			Balinese: () => new UnicodeRangeTable(decodeRanges("g4GsCCxB", true)),
			Bamum: () => new UnicodeRangeTable(decodeRanges("g1pB3CpowB4R", true)),
			Bassa_Vah: () => new UnicodeRangeTable(decodeRanges("w26CdDF", true)),
			Batak: () => new UnicodeRangeTable(decodeRanges("g+GzBJD", true)),
			Bengali: () => new UnicodeRangeTable(decodeRanges("gsCDBCHBDBBDVBCGBCEEBCBDIBDBBDDBJFFBCCBDBDYB", false)),
			Beria_Erfe: () => new UnicodeRangeTable(decodeRanges("g17CYDY", true)),
			Bhaiksuki: () => new UnicodeRangeTable(decodeRanges("ggnCICsBCNLc", true)),
			Bopomofo: () => new UnicodeRangeTable(decodeRanges("qXB6wLqBxDf", true)),
			Brahmi: () => new UnicodeRangeTable(decodeRanges("ggkCtCFjBKA", true)),
			Braille: () => new UnicodeRangeTable(decodeRanges("ggK-H", true)),
			Buginese: () => new UnicodeRangeTable(decodeRanges("gwGbDB", true)),
			Buhid: () => new UnicodeRangeTable(decodeRanges("g6FT", true)),
			Canadian_Aboriginal: () => new UnicodeRangeTable(decodeRanges("ggF-TxRlC7tgCP", true)),
			Carian: () => new UnicodeRangeTable(decodeRanges("g1gCwB", true)),
			Caucasian_Albanian: () => new UnicodeRangeTable(decodeRanges("wphCzBMA", true)),
			Chakma: () => new UnicodeRangeTable(decodeRanges("gokC0BCR", true)),
			Cham: () => new UnicodeRangeTable(decodeRanges("gwqB2BKNDJDD", true)),
			Cherokee: () => new UnicodeRangeTable(decodeRanges("g9E1CDFz7lBvC", true)),
			Chorasmian: () => new UnicodeRangeTable(decodeRanges("w9jCb", true)),
			Common: () => new UnicodeRangeTable(decodeRanges("AgCBbFBbuBBCOBCEBYgBgBiOmBBGEBDTB1DKKHCC+THHPEEhB9E9ElQiEiEB6mB6mB2MDBjJwvBwvBBBBoCBBsGBBCumBumBOIIBCBCFBCCBDmYmYBKBD2CBCKBEKBCOBShBB-BlBBCCBDFBCaBCQBqBCBF5UBXKBW-cBhIzTBDpEBhQ9CBzMUBCCCBXBQHBFDB8CBBE7C7CB0E0EBOBhBlBBKxBxBB+BBgBwCBwB5C5CBmFBhuG-BBhoWhBBnDCBmFJB1HhFhFsMPPBzuUzuUBxGxGBIBXiBBCSBCDB0ECCBeBbFBbKBLuBuBBhChCBFBCGBLEBjICBFsBBEIBxCMB0BsBBlHaBltuBDB96D8HBEzNBHWBQQBgDzDB9B1HBLmBBD9BBEQBJBBIdBF8BB2GTBNTBN2CBKYBoE0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBDxBByjFjCBtC8BBjWrBBFjDBNOBDOBCOBCkBBLtFB5BZBCBBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBCmDBnghYffB+CB", false)),
			Coptic: () => new UnicodeRangeTable(decodeRanges("ifNxkKzDGG", true)),
			Cuneiform: () => new UnicodeRangeTable(decodeRanges("ggoC5cnDuDCEMjG", true)),
			Cypriot: () => new UnicodeRangeTable(decodeRanges("ggiCFBDCCBqBBCBBEDD", false)),
			Cypro_Minoan: () => new UnicodeRangeTable(decodeRanges("w8rCiD", true)),
			Cyrillic: () => new UnicodeRangeTable(decodeRanges("ggBkEBDoFBx6FKBhFtCtCojEfBhie-CBv8VBBhw4B9BBiBAB", false)),
			Deseret: () => new UnicodeRangeTable(decodeRanges("gghCvC", true)),
			Devanagari: () => new UnicodeRangeTable(decodeRanges("goCwCFODZh7nBfhwcJ", true)),
			Dives_Akuru: () => new UnicodeRangeTable(decodeRanges("gomCGBDDDBGBCBBCdBCBBDLBKJB", false)),
			Dogra: () => new UnicodeRangeTable(decodeRanges("ggmC7B", true)),
			Duployan: () => new UnicodeRangeTable(decodeRanges("ggvDqDGMEIIJDD", true)),
			Egyptian_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("ggsC1iBL68D", true)),
			Elbasan: () => new UnicodeRangeTable(decodeRanges("gohCnB", true)),
			Elymaic: () => new UnicodeRangeTable(decodeRanges("g-jCW", true)),
			Ethiopic: () => new UnicodeRangeTable(decodeRanges("gwEoCBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBDfBEZBnvGWBKGBCGBCGBCGBCGBCGBCGBCGBjpfFBDFBDFBKGBCGBylvCGBCDBCBBCOB", false)),
			Garay: () => new UnicodeRangeTable(decodeRanges("gqjClBEcJB", true)),
			Georgian: () => new UnicodeRangeTable(decodeRanges("glElBBCGGDqBBCDBx8CqBBDCBhiElBBCGG", false)),
			Glagolitic: () => new UnicodeRangeTable(decodeRanges("ggL-Ch9sDGCQDGCBCE", true)),
			Gothic: () => new UnicodeRangeTable(decodeRanges("w5gCa", true)),
			Grantha: () => new UnicodeRangeTable(decodeRanges("g4kCDBCHBDBBDVBCGBCBBCEBDIBDBBDCBDHHGGBDGBEEB", false)),
			Greek: () => new UnicodeRangeTable(decodeRanges("wbDBCCBDDBCFFCCCBBBCCCBSBC+BBPPBnpGEBzBEBFEB1ChKhKBUBDFBDlBBDFBDHBCGCBdBD0BBCOBCNBDFBCSBDCBCIBoJ-xiB-xiB7uVuCBSgj0Bgj0BBkCB", false)),
			Gujarati: () => new UnicodeRangeTable(decodeRanges("h0CCBCIBCCBCVBCGBCBBCEBDJBCCBCCBDQQBCBDLBIGB", false)),
			Gunjala_Gondi: () => new UnicodeRangeTable(decodeRanges("grnCFCBCkBCBCFIJ", true)),
			Gurmukhi: () => new UnicodeRangeTable(decodeRanges("hwCCBCFBFBBDVBCGBCBBCBBCBBDCCBDBFBBDCBEIIBCBCIIBPB", false)),
			Gurung_Khema: () => new UnicodeRangeTable(decodeRanges("go4C5B", true)),
			Han: () => new UnicodeRangeTable(decodeRanges("g0LZBC4CBN1GBwBCCaIBPDBle-tGBhC-vUBhoWtLBDpDBpodBBNGBqgkB-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
			Hangul: () => new UnicodeRangeTable(decodeRanges("goE-HvxHBiI9CyDeiCei3dckUj9KNWFwBl9JeEFDFDFDC", true)),
			Hanifi_Rohingya: () => new UnicodeRangeTable(decodeRanges("gojCnBJJ", true)),
			Hanunoo: () => new UnicodeRangeTable(decodeRanges("g5FU", true)),
			Hatran: () => new UnicodeRangeTable(decodeRanges("gniCSCBGE", true)),
			Hebrew: () => new UnicodeRangeTable(decodeRanges("xsB2BBJaBFFBpp9BZBCEBCCCBCCBCCBIB", false)),
			Hiragana: () => new UnicodeRangeTable(decodeRanges("hiM1CBHCBi7-C+IBTeeBBBulQAB", false)),
			Imperial_Aramaic: () => new UnicodeRangeTable(decodeRanges("giiCVCI", true)),
			Inherited: () => new UnicodeRangeTable(decodeRanges("gYvDB2IBBlOKBbhXhXBCB8qEtBBDLBlPCBCMBCGBFHHEBBnG-BBtQBBjGgBB65DDBsDBBmrzBPBRNBwejHjH7iEl+uBl+uBBsBBDWBhRCBSHBDGBfDBz6rYvHB", false)),
			Inscriptional_Pahlavi: () => new UnicodeRangeTable(decodeRanges("g7iCSGH", true)),
			Inscriptional_Parthian: () => new UnicodeRangeTable(decodeRanges("g6iCVDH", true)),
			Javanese: () => new UnicodeRangeTable(decodeRanges("gsqBtCDJFB", true)),
			Kaithi: () => new UnicodeRangeTable(decodeRanges("gkkCiCLA", true)),
			Kannada: () => new UnicodeRangeTable(decodeRanges("gkDMCCCWCJCEDICCCDIBGCCDDJCC", true)),
			Katakana: () => new UnicodeRangeTable(decodeRanges("hlM5CBDCBxHPBxGuBBC3CBvgzBJBCsBBzisBDBCGBCBBCgJgJBBBzBPPBCB", false)),
			Kawi: () => new UnicodeRangeTable(decodeRanges("g4nCQCoBEc", true)),
			Kayah_Li: () => new UnicodeRangeTable(decodeRanges("goqBtBCA", true)),
			Kharoshthi: () => new UnicodeRangeTable(decodeRanges("gwiCDCBGHCCCcDCFJII", true)),
			Khitan_Small_Script: () => new UnicodeRangeTable(decodeRanges("k-7C84G84GB0OBqBAB", false)),
			Khmer: () => new UnicodeRangeTable(decodeRanges("g8F9CDJHJnPf", true)),
			Khojki: () => new UnicodeRangeTable(decodeRanges("gwkCRCuB", true)),
			Khudawadi: () => new UnicodeRangeTable(decodeRanges("w1kC6BGJ", true)),
			Kirat_Rai: () => new UnicodeRangeTable(decodeRanges("gq7C5B", true)),
			Lao: () => new UnicodeRangeTable(decodeRanges("h0DBBCCCBDBCXBCCCBVBDEBCCCBFBCJBDDB", false)),
			Latin: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBQQGWBCeBCgOBoBEB8wGlBBHwBBGDBGMBClCBiC-HByLOORMBuEBBHccSoBB42CfBj1elDBExCBVOBxZqBBCIBCDB38TGB7gBZBHZBmhCFBCpBBCIBm61BeBHFB", false)),
			Lepcha: () => new UnicodeRangeTable(decodeRanges("ggH3BEOEC", true)),
			Limbu: () => new UnicodeRangeTable(decodeRanges("goGeBCLBFLBFEEBKB", false)),
			Linear_A: () => new UnicodeRangeTable(decodeRanges("gwhC2JKVLH", true)),
			Linear_B: () => new UnicodeRangeTable(decodeRanges("gggCLCZCSCBCODNjB6D", true)),
			Lisu: () => new UnicodeRangeTable(decodeRanges("wmpBvBx1eA", true)),
			Lycian: () => new UnicodeRangeTable(decodeRanges("g0gCc", true)),
			Lydian: () => new UnicodeRangeTable(decodeRanges("gpiCZGA", true)),
			Mahajani: () => new UnicodeRangeTable(decodeRanges("wqkCmB", true)),
			Makasar: () => new UnicodeRangeTable(decodeRanges("g3nCY", true)),
			Malayalam: () => new UnicodeRangeTable(decodeRanges("goDMCCCyBCCCFFPDZ", true)),
			Mandaic: () => new UnicodeRangeTable(decodeRanges("giCbDA", true)),
			Manichaean: () => new UnicodeRangeTable(decodeRanges("g2iCmBFL", true)),
			Marchen: () => new UnicodeRangeTable(decodeRanges("wjnCfDVCN", true)),
			Masaram_Gondi: () => new UnicodeRangeTable(decodeRanges("gonCGBCBBCrBBECCBCCBHBJJB", false)),
			Medefaidrin: () => new UnicodeRangeTable(decodeRanges("gy7C6C", true)),
			Meetei_Mayek: () => new UnicodeRangeTable(decodeRanges("g3qBWqGtBDJ", true)),
			Mende_Kikakui: () => new UnicodeRangeTable(decodeRanges("gg6DkGDP", true)),
			Meroitic_Cursive: () => new UnicodeRangeTable(decodeRanges("gtiCXFTDtB", true)),
			Meroitic_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("gsiCf", true)),
			Miao: () => new UnicodeRangeTable(decodeRanges("g47CqCF4BIQ", true)),
			Modi: () => new UnicodeRangeTable(decodeRanges("gwlCkCMJ", true)),
			Mongolian: () => new UnicodeRangeTable(decodeRanges("ggGBBDCCBSBH4CBIqBB2t-BMB", false)),
			Mro: () => new UnicodeRangeTable(decodeRanges("gy6CeCJFB", true)),
			Multani: () => new UnicodeRangeTable(decodeRanges("g0kCGBCCCBCBCOBCKB", false)),
			Myanmar: () => new UnicodeRangeTable(decodeRanges("ggE-EhqmBeiDfxibT", true)),
			Nabataean: () => new UnicodeRangeTable(decodeRanges("gkiCeJI", true)),
			Nag_Mundari: () => new UnicodeRangeTable(decodeRanges("wm5DpB", true)),
			Nandinagari: () => new UnicodeRangeTable(decodeRanges("gtmCHDtBDK", true)),
			New_Tai_Lue: () => new UnicodeRangeTable(decodeRanges("gsGrBFZHKEB", true)),
			Newa: () => new UnicodeRangeTable(decodeRanges("gglC7CCE", true)),
			Nko: () => new UnicodeRangeTable(decodeRanges("g+B6BDC", true)),
			Nushu: () => new UnicodeRangeTable(decodeRanges("h-7CvsQvsQBqMB", false)),
			Nyiakeng_Puachue_Hmong: () => new UnicodeRangeTable(decodeRanges("go4DsBENDJFB", true)),
			Ogham: () => new UnicodeRangeTable(decodeRanges("g0Fc", true)),
			Ol_Chiki: () => new UnicodeRangeTable(decodeRanges("wiHvB", true)),
			Ol_Onal: () => new UnicodeRangeTable(decodeRanges("wu5DqBFA", true)),
			Old_Hungarian: () => new UnicodeRangeTable(decodeRanges("gkjCyBOyBIF", true)),
			Old_Italic: () => new UnicodeRangeTable(decodeRanges("g4gCjBKC", true)),
			Old_North_Arabian: () => new UnicodeRangeTable(decodeRanges("g0iCf", true)),
			Old_Permic: () => new UnicodeRangeTable(decodeRanges("w6gCqB", true)),
			Old_Persian: () => new UnicodeRangeTable(decodeRanges("g9gCjBFN", true)),
			Old_Sogdian: () => new UnicodeRangeTable(decodeRanges("g4jCnB", true)),
			Old_South_Arabian: () => new UnicodeRangeTable(decodeRanges("gziCf", true)),
			Old_Turkic: () => new UnicodeRangeTable(decodeRanges("ggjCoC", true)),
			Old_Uyghur: () => new UnicodeRangeTable(decodeRanges("w7jCZ", true)),
			Oriya: () => new UnicodeRangeTable(decodeRanges("h4CCCHDBDVCGCBCEDIDBDCICFBCEDR", true)),
			Osage: () => new UnicodeRangeTable(decodeRanges("wlhCjBFjB", true)),
			Osmanya: () => new UnicodeRangeTable(decodeRanges("gkhCdDJ", true)),
			Pahawh_Hmong: () => new UnicodeRangeTable(decodeRanges("g46ClCLJCGCUGS", true)),
			Palmyrene: () => new UnicodeRangeTable(decodeRanges("gjiCf", true)),
			Pau_Cin_Hau: () => new UnicodeRangeTable(decodeRanges("g2mC4B", true)),
			Phags_Pa: () => new UnicodeRangeTable(decodeRanges("giqB3B", true)),
			Phoenician: () => new UnicodeRangeTable(decodeRanges("goiCbEA", true)),
			Psalter_Pahlavi: () => new UnicodeRangeTable(decodeRanges("g8iCRIDNG", true)),
			Rejang: () => new UnicodeRangeTable(decodeRanges("wpqBjBMA", true)),
			Runic: () => new UnicodeRangeTable(decodeRanges("g1FqCEK", true)),
			Samaritan: () => new UnicodeRangeTable(decodeRanges("ggCtBDO", true)),
			Saurashtra: () => new UnicodeRangeTable(decodeRanges("gkqBlCJL", true)),
			Sharada: () => new UnicodeRangeTable(decodeRanges("gskC-ChsCH", true)),
			Shavian: () => new UnicodeRangeTable(decodeRanges("wihCvB", true)),
			Siddham: () => new UnicodeRangeTable(decodeRanges("gslC1BDlB", true)),
			Sidetic: () => new UnicodeRangeTable(decodeRanges("gqiCZ", true)),
			SignWriting: () => new UnicodeRangeTable(decodeRanges("gg2DrUQECO", true)),
			Sinhala: () => new UnicodeRangeTable(decodeRanges("hsDCBCRBEXBCIBCDDBFBEFFBEBCCCBGBHJBDCBt-gCTB", false)),
			Sogdian: () => new UnicodeRangeTable(decodeRanges("w5jCpB", true)),
			Sora_Sompeng: () => new UnicodeRangeTable(decodeRanges("wmkCYIJ", true)),
			Soyombo: () => new UnicodeRangeTable(decodeRanges("wymCyC", true)),
			Sundanese: () => new UnicodeRangeTable(decodeRanges("g8G-BhIH", true)),
			Sunuwar: () => new UnicodeRangeTable(decodeRanges("g+mChBPJ", true)),
			Syloti_Nagri: () => new UnicodeRangeTable(decodeRanges("ggqBsB", true)),
			Syriac: () => new UnicodeRangeTable(decodeRanges("g4BNC7BDCxIK", true)),
			Tagalog: () => new UnicodeRangeTable(decodeRanges("g4FVKA", true)),
			Tagbanwa: () => new UnicodeRangeTable(decodeRanges("g7FMCCCB", true)),
			Tai_Le: () => new UnicodeRangeTable(decodeRanges("wqGdDE", true)),
			Tai_Tham: () => new UnicodeRangeTable(decodeRanges("gxG+BCcDKHJHN", true)),
			Tai_Viet: () => new UnicodeRangeTable(decodeRanges("g0qBiCZE", true)),
			Tai_Yo: () => new UnicodeRangeTable(decodeRanges("g25DeCVJB", true)),
			Takri: () => new UnicodeRangeTable(decodeRanges("g0lC5BHJ", true)),
			Tamil: () => new UnicodeRangeTable(decodeRanges("i8CBBCFBECBCDBEBBCCCBEEBEEBBBELBFEBECBCDBDHHPUBm+kCxBBOAB", false)),
			Tangsa: () => new UnicodeRangeTable(decodeRanges("wz6CuCCJ", true)),
			Tangut: () => new UnicodeRangeTable(decodeRanges("g-7CgBgBB+3GBhQeBiDyDB", false)),
			Telugu: () => new UnicodeRangeTable(decodeRanges("ggDMCCCWCPDICCCDIBCCCBDDDJII", true)),
			Thaana: () => new UnicodeRangeTable(decodeRanges("g8BxB", true)),
			Thai: () => new UnicodeRangeTable(decodeRanges("hwD5BGb", true)),
			Tibetan: () => new UnicodeRangeTable(decodeRanges("g4DnCCjBFmBCjBCOCGFB", true)),
			Tifinagh: () => new UnicodeRangeTable(decodeRanges("wpL3BIBPA", true)),
			Tirhuta: () => new UnicodeRangeTable(decodeRanges("gklCnCJJ", true)),
			Todhri: () => new UnicodeRangeTable(decodeRanges("guhCzB", true)),
			Tolong_Siki: () => new UnicodeRangeTable(decodeRanges("wtnCrBFJ", true)),
			Toto: () => new UnicodeRangeTable(decodeRanges("w04De", true)),
			Tulu_Tigalari: () => new UnicodeRangeTable(decodeRanges("g8kCJBCDDClBBCJBCDDCDBCJBCBBJBB", false)),
			Ugaritic: () => new UnicodeRangeTable(decodeRanges("g8gCdCA", true)),
			Unknown: () => new UnicodeRangeTable(decodeRanges("4bBBHDBICCVuMuMnBBBzBBBE4B4BBGBcDBHKBvI9B9BBmDmDBMB8BBByBBBQddBCCMEBjBEBuHJJBDDBXXICCBBBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBbFB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKmDmDNBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBjoIBvLBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCC-FCBHBBHBBHBBECBIIIBIBGBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIBlCJBCBBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMB3iBJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBJ76DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBjGUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIm8yVBCdBhD-DBxHvw-FB", false)),
			Vai: () => new UnicodeRangeTable(decodeRanges("gopBrJ", true)),
			Vithkuqi: () => new UnicodeRangeTable(decodeRanges("wrhCKCOCGCBCKCOCGCB", true)),
			Wancho: () => new UnicodeRangeTable(decodeRanges("g24D5BGA", true)),
			Warang_Citi: () => new UnicodeRangeTable(decodeRanges("glmCyCNA", true)),
			Yezidi: () => new UnicodeRangeTable(decodeRanges("g0jCpBCCDB", true)),
			Yi: () => new UnicodeRangeTable(decodeRanges("ggoBskBE2B", true)),
			Zanabazar_Square: () => new UnicodeRangeTable(decodeRanges("gwmCnC", true))
		});
		static FOLD_CATEGORIES = new LazyMap({
			L: () => new UnicodeRangeTable(decodeRanges("laA", true)),
			LC: () => new UnicodeRangeTable(decodeRanges("laA", true)),
			Ll: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiBuBCEECDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIBBCBBCBBCOCDQCDBBCCCBBBC4BCIBBCBBDCCBCBCGC3HrBrBCEEJHHCCBCCCBCCBPBCIBkBJJCUCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBZHBJHBJHBJEBMEBMDBNEBMEBqJEEBHHxC9zC9zCBuBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoyehBB", false)),
			Lt: () => new UnicodeRangeTable(decodeRanges("kOCCBCCBCClBCCtsHHBJHBJHBMQQwBAB", false)),
			Lu: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBCuBCEECDOCDsBCDECBBBDCCDEEGDDECBDDDCCCDFFDEECDDECCGBBCBBCBBCOCBSCDBBCEECkBCEQCJDDBCCFICBEBCBBCCCBEEBCCBCBCEBDCCBDDIDDCBBEFBGLLBnFnFsBCCEEEBBBvBDBCdBCBBECBCWCBDBCGD1BvBBCgBCK0BCDMCBgDCyBlBBq6CqBBDCB5XFBjkCIBCvHvHERRzD0ECGGGC8CCBHBJFBLHBJHBJFBMGCJHBJNBzBBBNSSBPPBEEpL2B2Bs1CvBBCEEBGCHDDLiDCJCCFNNBkBBCGG0oesBCUaCoEMCE8BCLCCDICFFFCBBDSCMOCFCCDOCb9a9advCBi8UZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBvyehBB", false)),
			M: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false)),
			Mn: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false)),
			Emoji: () => new UnicodeRangeTable(decodeRanges("8mJA", true)),
			Extended_Pictographic: () => new UnicodeRangeTable(decodeRanges("8mJA", true)),
			Lowercase: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiBuBCEECDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIBBCBBCBBCOCDQCDBBCCCBBBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBJJCUCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBZHBJHBJHBJEBMEBMDBNEBMEBqJEEBHHuBPBUzZzZBYBx5BvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoyehBB", false)),
			Math: () => new UnicodeRangeTable(decodeRanges("ycGDCHHFMMDDDCHHFAB", false)),
			Uppercase: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBCuBCEECDOCDsBCDECBBBDCCDEEGDDECBDDDCCCDFFDEECDDECCGBBCBBCBBCOCBSCDBBCEECkBCEQCJDDBCCFICBEBCBBCCCBEEBCCBCBCEBDCCBDDIDDCBBEFBGLLBnFnFsBCCEEEBBBvBDBCdBCBBECBCWCBDBCGD1BvBBCgBCK0BCDMCBgDCyBlBBq6CqBBDCB5XFBjkCIBCvHvHERRzD0ECGGGC8CCBHBJFBLHBJHBJFBMGCJHBJNBzBBBNSSBPPBEEpLiBiBBOBFsasaBYBn6BvBBCEEBGCHDDLiDCJCCFNNBkBBCGG0oesBCUaCoEMCE8BCLCCDICFFFCBBDSCMOCFCCDOCb9a9advCBi8UZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBvyehBB", false))
		});
		static FOLD_SCRIPT = new LazyMap({
			Common: () => new UnicodeRangeTable(decodeRanges("8cgBgB", false)),
			Greek: () => new UnicodeRangeTable(decodeRanges("1FwUwU", false)),
			Inherited: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false))
		});
	};
	/**
	* Utilities for dealing with Unicode better than JS does.
	*/
	var Unicode = class Unicode {
		static MAX_RUNE = 1114111;
		static RUNE_ERROR = 65533;
		static isUnsearchable(r) {
			return r === Unicode.RUNE_ERROR || r >= Unicode.MIN_HIGH_SURROGATE && r <= Unicode.MAX_LOW_SURROGATE;
		}
		static MAX_ASCII = 127;
		static MAX_LATIN1 = 255;
		static MAX_BMP = 65535;
		static MIN_FOLD = 65;
		static MAX_FOLD = 125251;
		static MIN_HIGH_SURROGATE = 55296;
		static MAX_HIGH_SURROGATE = 56319;
		static MIN_LOW_SURROGATE = 56320;
		static MAX_LOW_SURROGATE = 57343;
		static MIN_SUPPLEMENTARY_CODE_POINT = 65536;
		static is32(ranges, r) {
			let lo = 0;
			let hi = ranges.length;
			while (lo < hi) {
				const m = lo + Math.floor((hi - lo) / 2);
				const rlo = ranges.getLo(m);
				const rhi = ranges.getHi(m);
				if (rlo <= r && r <= rhi) {
					const stride = ranges.getStride(m);
					return (r - rlo) % stride === 0;
				}
				if (r < rlo) hi = m;
				else lo = m + 1;
			}
			return false;
		}
		static is(ranges, r) {
			if (r <= Unicode.MAX_LATIN1) {
				for (let i = 0; i < ranges.length; i++) {
					if (r > ranges.getHi(i)) continue;
					const rlo = ranges.getLo(i);
					if (r < rlo) return false;
					const stride = ranges.getStride(i);
					return (r - rlo) % stride === 0;
				}
				return false;
			}
			return ranges.length > 0 && r >= ranges.getLo(0) && Unicode.is32(ranges, r);
		}
		static isPrint(r) {
			if (r <= Unicode.MAX_LATIN1) return r >= 32 && r < Unicode.MAX_ASCII || r >= 161 && r !== 173;
			return Unicode.is(UnicodeTables.Print, r);
		}
		static simpleFold(r) {
			if (UnicodeTables.CASE_ORBIT.has(r)) return UnicodeTables.CASE_ORBIT.get(r);
			if (r <= Unicode.MAX_ASCII) {
				const l = Codepoint.toLowerCase(r);
				return l !== r ? l : Codepoint.toUpperCase(r);
			}
			return r;
		}
		static equalsIgnoreCase(r1, r2) {
			if (r1 === r2) return true;
			if (r1 < 0 || r2 < 0) return false;
			if (r1 <= Unicode.MAX_ASCII && r2 <= Unicode.MAX_ASCII) {
				if (65 <= r1 && r1 <= 90) r1 |= 32;
				if (65 <= r2 && r2 <= 90) r2 |= 32;
				return r1 === r2;
			}
			for (let r = Unicode.simpleFold(r1); r !== r1; r = Unicode.simpleFold(r)) if (r === r2) return true;
			return false;
		}
	};
	var RE2JSException = class extends Error {
		/** @param {string} message */
		constructor(message) {
			super(message);
			this.name = "RE2JSException";
		}
	};
	/**
	* An exception thrown by the parser if the pattern was invalid.
	*/
	var RE2JSSyntaxException = class extends RE2JSException {
		/**
		* @param {string} error
		* @param {string|null} [input=null]
		*/
		constructor(error, input = null) {
			let message = `error parsing regexp: ${error}`;
			if (input) message += `: \`${input}\``;
			super(message);
			this.name = "RE2JSSyntaxException";
			this.message = message;
			/** @type {string} */
			this.error = error;
			/** @type {string|null} */
			this.input = input;
		}
		/**
		* Retrieves the description of the error.
		* @returns {string}
		*/
		getDescription() {
			return this.error;
		}
		/**
		* Retrieves the erroneous regular-expression pattern.
		* @returns {string|null}
		*/
		getPattern() {
			return this.input;
		}
	};
	/**
	* An exception thrown by the compiler
	*/
	var RE2JSCompileException = class extends RE2JSException {
		/** @param {string} message */
		constructor(message) {
			super(message);
			this.name = "RE2JSCompileException";
		}
	};
	/**
	* An exception thrown by using groups
	*/
	var RE2JSGroupException = class extends RE2JSException {
		/** @param {string} message */
		constructor(message) {
			super(message);
			this.name = "RE2JSGroupException";
		}
	};
	/**
	* An exception thrown by flags
	*/
	var RE2JSFlagsException = class extends RE2JSException {
		/** @param {string} message */
		constructor(message) {
			super(message);
			this.name = "RE2JSFlagsException";
		}
	};
	/**
	* An exception thrown for internal engine errors, such as corrupted bytecodes.
	*/
	var RE2JSInternalException = class extends RE2JSException {
		/** @param {string} message */
		constructor(message) {
			super(message);
			this.name = "RE2JSInternalException";
		}
	};
	/**
	* Size of the precomputed single-byte lookup table.
	* Covers standard ASCII and Latin-1 characters for fast-path execution.
	*/
	const FAST_PATH_TABLE_SIZE = 256;
	/**
	* Precomputed lookup table for Word Boundary (\b, \B) assertions.
	* * By precomputing the boolean results for standard ASCII word ranges
	* ('a'-'z', 'A'-'Z', '0'-'9', '_'), we completely eliminate 4 logical
	* branches from the NFA's hot execution loop. This prevents costly
	* CPU branch mispredictions when scanning large strings.
	*/
	const WORD_RUNE_TABLE = new Uint8Array(FAST_PATH_TABLE_SIZE);
	for (let i = 0; i < FAST_PATH_TABLE_SIZE; i++) WORD_RUNE_TABLE[i] = 97 <= i && i <= 122 || 65 <= i && i <= 90 || 48 <= i && i <= 57 || i === 95 ? 1 : 0;
	let cachedNativeEncoder = null;
	let cachedNativeDecoder = null;
	/**
	* Various constants and helper utilities.
	*/
	var Utils = class Utils {
		static METACHARACTERS = "\\.+*?()|[]{}^$";
		static EMPTY_BEGIN_LINE = 1;
		static EMPTY_END_LINE = 2;
		static EMPTY_BEGIN_TEXT = 4;
		static EMPTY_END_TEXT = 8;
		static EMPTY_WORD_BOUNDARY = 16;
		static EMPTY_NO_WORD_BOUNDARY = 32;
		static EMPTY_ALL = -1;
		static emptyInts() {
			return [];
		}
		static isString(value) {
			return typeof value === "string" || Object.prototype.toString.call(value) === "[object String]";
		}
		static typeName(value) {
			if (value === null || typeof value !== "object" && typeof value !== "function") return value === null ? "null" : typeof value;
			return Object.prototype.toString.call(value).slice(8, -1);
		}
		static checkPattern(pattern) {
			if (!Utils.isString(pattern)) throw new TypeError(`The pattern must be a string, not ${Utils.typeName(pattern)} (RE2JS.translateRegExp() converts a RegExp)`);
		}
		static checkInput(input) {
			if (!Utils.isString(input) && !Utils.isByteArray(input)) throw new TypeError(`The input must be a string or a byte array (Uint8Array or number[]), not ${Utils.typeName(input)}`);
		}
		static checkFlags(flags) {
			const known = PublicFlags.MULTILINE | PublicFlags.DOTALL | PublicFlags.CASE_INSENSITIVE | PublicFlags.DISABLE_UNICODE_GROUPS | PublicFlags.LONGEST_MATCH | PublicFlags.LOOKBEHINDS;
			if (!Number.isInteger(flags) || (flags & ~known) !== 0) throw new RE2JSFlagsException("Flags should only be a combination of MULTILINE, DOTALL, CASE_INSENSITIVE, DISABLE_UNICODE_GROUPS, LONGEST_MATCH, LOOKBEHINDS");
		}
		static isByteArray(input) {
			return Array.isArray(input) || Object.prototype.toString.call(input) === "[object Uint8Array]";
		}
		static isalnum(c) {
			return Codepoint.CODES["0"] <= c && c <= Codepoint.CODES["9"] || Codepoint.CODES["a"] <= c && c <= Codepoint.CODES["z"] || Codepoint.CODES["A"] <= c && c <= Codepoint.CODES["Z"];
		}
		static unhex(c) {
			if (Codepoint.CODES["0"] <= c && c <= Codepoint.CODES["9"]) return c - Codepoint.CODES["0"];
			if (Codepoint.CODES["a"] <= c && c <= Codepoint.CODES["f"]) return c - Codepoint.CODES["a"] + 10;
			if (Codepoint.CODES["A"] <= c && c <= Codepoint.CODES["F"]) return c - Codepoint.CODES["A"] + 10;
			return -1;
		}
		static escapeRune(rune) {
			let out = "";
			if (Unicode.isPrint(rune)) {
				if (Utils.METACHARACTERS.indexOf(String.fromCodePoint(rune)) >= 0) out += "\\";
				out += String.fromCodePoint(rune);
			} else switch (rune) {
				case Codepoint.CODES["\""]:
					out += "\\\"";
					break;
				case Codepoint.CODES["\\"]:
					out += "\\\\";
					break;
				case Codepoint.CODES["	"]:
					out += "\\t";
					break;
				case Codepoint.CODES["\n"]:
					out += "\\n";
					break;
				case Codepoint.CODES["\r"]:
					out += "\\r";
					break;
				case Codepoint.CODES["\b"]:
					out += "\\b";
					break;
				case Codepoint.CODES["\f"]:
					out += "\\f";
					break;
				default: {
					let s = rune.toString(16);
					if (rune < 256) {
						out += "\\x";
						if (s.length === 1) out += "0";
						out += s;
					} else out += `\\x{${s}}`;
					break;
				}
			}
			return out;
		}
		static stringToRunes(str) {
			const string = String(str);
			const runes = [];
			let i = 0;
			while (i < string.length) {
				const cp = string.codePointAt(i);
				runes.push(cp);
				i += cp > Unicode.MAX_BMP ? 2 : 1;
			}
			return new Int32Array(runes);
		}
		static runeToString(r) {
			return String.fromCodePoint(r);
		}
		static isWordRune(r) {
			return r < FAST_PATH_TABLE_SIZE ? WORD_RUNE_TABLE[r] === 1 : false;
		}
		static emptyOpContext(r1, r2) {
			let op = 0;
			if (r1 < 0) op |= Utils.EMPTY_BEGIN_TEXT | Utils.EMPTY_BEGIN_LINE;
			if (r1 === 10) op |= Utils.EMPTY_BEGIN_LINE;
			if (r2 < 0) op |= Utils.EMPTY_END_TEXT | Utils.EMPTY_END_LINE;
			if (r2 === 10) op |= Utils.EMPTY_END_LINE;
			if (Utils.isWordRune(r1) !== Utils.isWordRune(r2)) op |= Utils.EMPTY_WORD_BOUNDARY;
			else op |= Utils.EMPTY_NO_WORD_BOUNDARY;
			return op;
		}
		/**
		* Returns a string that quotes all regular expression metacharacters inside the argument text;
		* the returned string is a regular expression matching the literal text. For example,
		* {@code quoteMeta("[foo]").equals("\\[foo\\]")}.
		* @param {string} str
		* @returns {string}
		*/
		static quoteMeta(str) {
			return str.split("").map((s) => {
				if (Utils.METACHARACTERS.indexOf(s) >= 0) return `\\${s}`;
				return s;
			}).join("");
		}
		static charCount(codePoint) {
			return codePoint > Unicode.MAX_BMP ? 2 : 1;
		}
		/**
		* High-speed conversion from TypedArrays to standard JS Arrays.
		* Bypasses the expensive Symbol.iterator overhead of Array.from()
		*/
		static toArray(typedArray) {
			const len = typedArray.length;
			const res = new Array(len);
			for (let i = 0; i < len; i++) res[i] = typedArray[i];
			return res;
		}
		static stringToUtf8ByteArray(str) {
			if (globalThis.TextEncoder) {
				if (!cachedNativeEncoder) cachedNativeEncoder = new TextEncoder();
				return cachedNativeEncoder.encode(str);
			} else {
				let out = [], p = 0;
				for (let i = 0; i < str.length; i++) {
					let c = str.charCodeAt(i);
					if (c < 128) out[p++] = c;
					else if (c < 2048) {
						out[p++] = c >> 6 | 192;
						out[p++] = c & 63 | 128;
					} else if ((c & 64512) === Unicode.MIN_HIGH_SURROGATE && i + 1 < str.length && (str.charCodeAt(i + 1) & 64512) === Unicode.MIN_LOW_SURROGATE) {
						c = Unicode.MIN_SUPPLEMENTARY_CODE_POINT + ((c & 1023) << 10) + (str.charCodeAt(++i) & 1023);
						out[p++] = c >> 18 | 240;
						out[p++] = c >> 12 & 63 | 128;
						out[p++] = c >> 6 & 63 | 128;
						out[p++] = c & 63 | 128;
					} else {
						out[p++] = c >> 12 | 224;
						out[p++] = c >> 6 & 63 | 128;
						out[p++] = c & 63 | 128;
					}
				}
				return out;
			}
		}
		static utf8ByteArrayToString(bytes) {
			if (globalThis.TextDecoder) {
				if (!cachedNativeDecoder) cachedNativeDecoder = new TextDecoder("utf-8");
				const view = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
				return cachedNativeDecoder.decode(view);
			} else {
				let out = [], pos = 0, c = 0;
				while (pos < bytes.length) {
					let c1 = bytes[pos++];
					if (c1 < 128) out[c++] = String.fromCharCode(c1);
					else if (c1 > 191 && c1 < 224) {
						let c2 = bytes[pos++];
						out[c++] = String.fromCharCode((c1 & 31) << 6 | c2 & 63);
					} else if (c1 > 239 && c1 < 365) {
						let c2 = bytes[pos++];
						let c3 = bytes[pos++];
						let c4 = bytes[pos++];
						let u = ((c1 & 7) << 18 | (c2 & 63) << 12 | (c3 & 63) << 6 | c4 & 63) - Unicode.MIN_SUPPLEMENTARY_CODE_POINT;
						out[c++] = String.fromCharCode(Unicode.MIN_HIGH_SURROGATE + (u >> 10));
						out[c++] = String.fromCharCode(Unicode.MIN_LOW_SURROGATE + (u & 1023));
					} else {
						let c2 = bytes[pos++];
						let c3 = bytes[pos++];
						out[c++] = String.fromCharCode((c1 & 15) << 12 | (c2 & 63) << 6 | c3 & 63);
					}
				}
				return out.join("");
			}
		}
	};
	const createEnum = (values = [], initNum = 0) => {
		const enumObject = Object.create(null);
		for (let i = 0; i < values.length; i++) {
			const val = values[i];
			const keyVal = initNum + i;
			enumObject[val] = keyVal;
			enumObject[keyVal] = val;
		}
		return Object.freeze(enumObject);
	};
	/**
	* Abstract the representations of input text supplied to Matcher.
	*/
	var MatcherInputBase = class MatcherInputBase {
		static Encoding = createEnum(["UTF_16", "UTF_8"]);
		getEncoding() {
			throw Error("not implemented");
		}
		/** @returns {string} */
		asCharSequence() {
			throw Error("not implemented");
		}
		/** @returns {Uint8Array|number[]|null} */
		asBytes() {
			throw Error("not implemented");
		}
		/** @returns {number} */
		length() {
			throw Error("not implemented");
		}
		/**
		*
		* @returns {boolean}
		*/
		isUTF8Encoding() {
			return this.getEncoding() === MatcherInputBase.Encoding.UTF_8;
		}
		/**
		*
		* @returns {boolean}
		*/
		isUTF16Encoding() {
			return this.getEncoding() === MatcherInputBase.Encoding.UTF_16;
		}
	};
	var Utf8MatcherInput = class extends MatcherInputBase {
		/** @param {Uint8Array|number[]|null} bytes */
		constructor(bytes = null) {
			super();
			this.bytes = bytes;
		}
		getEncoding() {
			return MatcherInputBase.Encoding.UTF_8;
		}
		/**
		*
		* @returns {string}
		*/
		asCharSequence() {
			return Utils.utf8ByteArrayToString(this.bytes);
		}
		/**
		*
		* @returns {Uint8Array|number[]|null}
		*/
		asBytes() {
			return this.bytes;
		}
		/**
		*
		* @returns {number}
		*/
		length() {
			return this.bytes.length;
		}
	};
	var Utf16MatcherInput = class extends MatcherInputBase {
		/** @param {string|null} charSequence */
		constructor(charSequence = null) {
			super();
			this.charSequence = charSequence;
		}
		getEncoding() {
			return MatcherInputBase.Encoding.UTF_16;
		}
		/**
		*
		* @returns {string}
		*/
		asCharSequence() {
			return this.charSequence;
		}
		/**
		*
		* @returns {number[]}
		*/
		asBytes() {
			return Utils.stringToUtf8ByteArray(this.charSequence.toString());
		}
		/**
		*
		* @returns {number}
		*/
		length() {
			return this.charSequence.length;
		}
	};
	var MatcherInput = class {
		/**
		* Return the MatcherInput for UTF_16 encoding.
		* @returns {Utf16MatcherInput}
		*/
		static utf16(charSequence) {
			Utils.checkInput(charSequence);
			return new Utf16MatcherInput(charSequence);
		}
		/**
		* Return the MatcherInput for UTF_8 encoding.
		* @returns {Utf8MatcherInput}
		*/
		static utf8(input) {
			if (Utils.isByteArray(input)) return new Utf8MatcherInput(input);
			return new Utf8MatcherInput(Utils.stringToUtf8ByteArray(input));
		}
	};
	/**
	* MachineInput abstracts different representations of the input text supplied to the Machine. It
	* provides one-character lookahead.
	*/
	var MachineInputBase = class {
		static EOF() {
			return -8;
		}
		constructor() {
			this.start = 0;
			this.end = 0;
		}
		canCheckPrefix() {
			return true;
		}
		endPos() {
			return this.end - this.start;
		}
		hasString() {
			return false;
		}
		hasAnyString() {
			return false;
		}
		prefixLength() {
			return 0;
		}
	};
	var MachineUTF8Input = class MachineUTF8Input extends MachineInputBase {
		static RUNE_ERROR_STEP = Unicode.RUNE_ERROR << 3 | 1;
		constructor(bytes, start = 0, end = bytes.length) {
			super();
			this.bytes = bytes;
			this.start = start;
			this.end = end;
		}
		hasString(prefilter, pos) {
			const target = prefilter.bytes;
			if (target.length === 0) return true;
			const idx = this.indexOf(this.bytes, target, this.start + pos);
			return idx !== -1 && idx <= this.end - target.length;
		}
		hasAnyString(prefilter, pos) {
			return prefilter.automaton8().searchUTF8(this.bytes, this.start + pos, this.end);
		}
		step(pos) {
			pos += this.start;
			if (pos >= this.end) return MachineInputBase.EOF();
			const c = this.bytes[pos] & 255;
			if (c < 128) return c << 3 | 1;
			let size;
			let rune;
			let lo = 128;
			let hi = 191;
			if (c >= 194 && c <= 223) {
				size = 2;
				rune = c & 31;
			} else if (c >= 224 && c <= 239) {
				size = 3;
				rune = c & 15;
				if (c === 224) lo = 160;
				else if (c === 237) hi = 159;
			} else if (c >= 240 && c <= 244) {
				size = 4;
				rune = c & 7;
				if (c === 240) lo = 144;
				else if (c === 244) hi = 143;
			} else return MachineUTF8Input.RUNE_ERROR_STEP;
			if (pos + size > this.end) return MachineUTF8Input.RUNE_ERROR_STEP;
			const c1 = this.bytes[pos + 1] & 255;
			if (c1 < lo || c1 > hi) return MachineUTF8Input.RUNE_ERROR_STEP;
			rune = rune << 6 | c1 & 63;
			if (size > 2) {
				const c2 = this.bytes[pos + 2] & 255;
				if ((c2 & 192) !== 128) return MachineUTF8Input.RUNE_ERROR_STEP;
				rune = rune << 6 | c2 & 63;
				if (size > 3) {
					const c3 = this.bytes[pos + 3] & 255;
					if ((c3 & 192) !== 128) return MachineUTF8Input.RUNE_ERROR_STEP;
					rune = rune << 6 | c3 & 63;
				}
			}
			return rune << 3 | size;
		}
		index(re2, pos) {
			pos += this.start;
			const i = this.indexOf(this.bytes, re2.prefixUTF8, pos);
			return i < 0 ? i : i - pos;
		}
		context(pos) {
			pos += this.start;
			let r1 = -1;
			if (pos > this.start && pos <= this.end) {
				let start = pos - 1;
				r1 = this.bytes[start--];
				if (r1 >= 128) {
					let lim = pos - 4;
					if (lim < this.start) lim = this.start;
					while (start >= lim && (this.bytes[start] & 192) === 128) start--;
					if (start < this.start) start = this.start;
					const r = this.step(start - this.start);
					r1 = start + (r & 7) === pos ? r >> 3 : Unicode.RUNE_ERROR;
				}
			}
			const r2 = pos < this.end ? this.step(pos - this.start) >> 3 : -1;
			return Utils.emptyOpContext(r1, r2);
		}
		indexOf(source, target, fromIndex = 0) {
			let targetLength = target.length;
			if (targetLength === 0) return fromIndex <= this.end ? fromIndex : -1;
			const firstByte = target[0];
			let limit = this.end - targetLength;
			const hasNativeIndexOf = typeof source.indexOf === "function";
			let i = fromIndex;
			while (i <= limit) {
				if (hasNativeIndexOf) {
					i = source.indexOf(firstByte, i);
					if (i === -1 || i > limit) return -1;
				} else {
					while (i <= limit && source[i] !== firstByte) i++;
					if (i > limit) return -1;
				}
				let match = true;
				for (let j = 1; j < targetLength; j++) if (source[i + j] !== target[j]) {
					match = false;
					break;
				}
				if (match) return i;
				i++;
			}
			return -1;
		}
		prefixLength(re2) {
			return re2.prefixUTF8.length;
		}
	};
	var MachineUTF16Input = class extends MachineInputBase {
		constructor(charSequence, start = 0, end = charSequence.length) {
			super();
			this.charSequence = charSequence;
			this.start = start;
			this.end = end;
		}
		hasString(prefilter, pos) {
			const idx = this.charSequence.indexOf(prefilter.str, this.start + pos);
			return idx !== -1 && idx <= this.end - prefilter.str.length;
		}
		hasAnyString(prefilter, pos) {
			return prefilter.automaton16().searchUTF16(this.charSequence, this.start + pos, this.end);
		}
		step(pos) {
			pos += this.start;
			if (pos >= this.end) return MachineInputBase.EOF();
			const c1 = this.charSequence.charCodeAt(pos);
			if (c1 < Unicode.MIN_HIGH_SURROGATE || c1 > Unicode.MAX_HIGH_SURROGATE || pos + 1 >= this.end) return c1 << 3 | 1;
			const c2 = this.charSequence.charCodeAt(pos + 1);
			if (c2 >= Unicode.MIN_LOW_SURROGATE && c2 <= Unicode.MAX_LOW_SURROGATE) return (c1 - Unicode.MIN_HIGH_SURROGATE) * 1024 + (c2 - Unicode.MIN_LOW_SURROGATE) + Unicode.MIN_SUPPLEMENTARY_CODE_POINT << 3 | 2;
			return c1 << 3 | 1;
		}
		index(re2, pos) {
			pos += this.start;
			const i = this.charSequence.indexOf(re2.prefix, pos);
			if (i < 0 || i > this.end - re2.prefix.length) return -1;
			return i - pos;
		}
		context(pos) {
			pos += this.start;
			const r1 = pos > this.start && pos <= this.end ? this.charSequence.charCodeAt(pos - 1) : -1;
			const r2 = pos < this.end ? this.charSequence.charCodeAt(pos) : -1;
			return Utils.emptyOpContext(r1, r2);
		}
		prefixLength(re2) {
			return re2.prefix.length;
		}
	};
	var MachineInput = class {
		static fromUTF8(bytes, start = 0, end = bytes.length) {
			return new MachineUTF8Input(bytes, start, end);
		}
		static fromUTF16(charSequence, start = 0, end = void 0) {
			Utils.checkInput(charSequence);
			return new MachineUTF16Input(charSequence, start, end ?? charSequence.length);
		}
	};
	/**
	* A stateful iterator that interprets a regex {@code RE2JS} on a specific input.
	*
	* Conceptually, a Matcher consists of four parts:
	* <ol>
	* <li>A compiled regular expression {@code RE2JS}, set at construction and fixed for the lifetime
	* of the matcher.</li>
	*
	* <li>The remainder of the input string, set at construction or {@link #reset()} and advanced by
	* each match operation such as {@link #find}, {@link #matches} or {@link #lookingAt}.</li>
	*
	* <li>The current match information, accessible via {@link #start}, {@link #end}, and
	* {@link #group}, and updated by each match operation.</li>
	*
	* <li>The append position, used and advanced by {@link #appendReplacement} and {@link #appendTail}
	* if performing a search and replace from the input to an external {@code StringBuffer}.
	*
	* </ol>
	*
	*
	* @author rsc@google.com (Russ Cox)
	*/
	var Matcher = class Matcher {
		/**
		* V8 and WebKit have historical hard limits on the number of arguments
		* that can be passed to a function. We cap replacer arguments to prevent
		* Call Stack Overflow (DoS) vulnerabilities on massive ASTs.
		*/
		static MAX_REPLACER_ARGS = 65535;
		/**
		* Quotes '\' and '$' in {@code s}, so that the returned string could be used in
		* {@link #appendReplacement} as a literal replacement of {@code s}.
		*
		* @param {string} str the string to be quoted
		* @param {boolean} [javaMode=false] whether the replacement will be used in javaMode
		* @returns {string} the quoted string
		*/
		static quoteReplacement(str, javaMode = false) {
			if (javaMode) {
				if (str.indexOf("\\") < 0 && str.indexOf("$") < 0) return str;
				return str.split("").map((s) => {
					const c = s.codePointAt(0);
					if (c === Codepoint.CODES["\\"] || c === Codepoint.CODES["$"]) return `\\${s}`;
					return s;
				}).join("");
			}
			if (str.indexOf("$") < 0) return str;
			return str.split("").map((s) => {
				if (s.codePointAt(0) === Codepoint.CODES["$"]) return "$$";
				return s;
			}).join("");
		}
		/**
		*
		* @param {import('./index.js').RE2JS} pattern
		* @param {string|number[]|Uint8Array|MatcherInputBase} input
		*/
		constructor(pattern, input) {
			if (pattern === null) throw new Error("pattern is null");
			/**
			* The pattern being matched.
			* @type {import('./index.js').RE2JS}
			*/
			this.patternInput = pattern;
			const re2 = this.patternInput.re2();
			/** @type {number} */
			this.patternGroupCount = re2.numberOfCapturingGroups();
			/** @type {number[]} */
			this.groups = [];
			/** @type {Record<string, number>} */
			this.namedGroups = re2.namedGroups;
			/** @type {boolean} */
			this.hasNamedGroups = Object.keys(this.namedGroups).length > 0;
			/** @type {number} */
			this.numberOfInstructions = re2.numberOfInstructions();
			/** @type {import('./Machine.js').LookbehindState|null} */
			this.lookbehindState = null;
			if (input instanceof MatcherInputBase) this.resetMatcherInput(input);
			else if (Utils.isByteArray(input)) this.resetMatcherInput(MatcherInput.utf8(input));
			else this.resetMatcherInput(MatcherInput.utf16(input));
		}
		/**
		* Returns the {@code RE2JS} associated with this {@code Matcher}.
		* @returns {import('./index.js').RE2JS}
		*/
		pattern() {
			return this.patternInput;
		}
		/**
		* Resets the {@code Matcher}, rewinding input and discarding any match information.
		*
		* @returns {Matcher} the {@code Matcher} itself, for chained method calls
		*/
		reset() {
			/** @type {number} */
			this.matcherInputLength = this.matcherInput.length();
			/** @type {number} */
			this.appendPos = 0;
			this.hasMatch = false;
			this.hasGroups = false;
			this.anchorFlag = 0;
			return this;
		}
		/**
		* Resets the {@code Matcher} and changes the input.
		* @param {string|number[]|Uint8Array|MatcherInputBase} input
		* @returns {Matcher} the {@code Matcher} itself, for chained method calls
		*/
		resetMatcherInput(input) {
			if (input === null) throw new Error("input is null");
			if (!(input instanceof MatcherInputBase)) {
				if (Utils.isByteArray(input)) input = MatcherInput.utf8(input);
				else input = MatcherInput.utf16(input);
			}
			this.matcherInput = input;
			if (this.lookbehindState !== null) this.lookbehindState.reset();
			else this.lookbehindState = this.patternInput.re2().createLookbehindState();
			this.reset();
			return this;
		}
		/**
		* Returns the start of the named group of the most recent match, or -1 if the group was not
		* matched.
		* @param {string|number} [group=0]
		* @returns {number}
		*/
		start(group = 0) {
			if (typeof group === "string") {
				const groupInt = this.namedGroups[group];
				if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group}' not found`);
				group = groupInt;
			}
			this.loadGroup(group);
			return this.groups[2 * group];
		}
		/**
		* Returns the end of the named group of the most recent match, or -1 if the group was not
		* matched.
		* @param {string|number} [group=0]
		* @returns {number}
		*/
		end(group = 0) {
			if (typeof group === "string") {
				const groupInt = this.namedGroups[group];
				if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group}' not found`);
				group = groupInt;
			}
			this.loadGroup(group);
			return this.groups[2 * group + 1];
		}
		/**
		* Returns the program size of this pattern.
		*
		* <p>
		* Similar to the C++ implementation, the program size is a very approximate measure of a regexp's
		* "cost". Larger numbers are more expensive than smaller numbers.
		* </p>
		*
		* @returns {number} the program size of this pattern
		*/
		programSize() {
			return this.numberOfInstructions;
		}
		/**
		* Returns the named group of the most recent match, or {@code null} if the group was not matched.
		* @param {string|number} [group=0]
		* @returns {string|null}
		*/
		group(group = 0) {
			if (typeof group === "string") {
				const groupInt = this.namedGroups[group];
				if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group}' not found`);
				group = groupInt;
			}
			const start = this.start(group);
			const end = this.end(group);
			if (start < 0 && end < 0) return null;
			return this.substring(start, end);
		}
		/**
		* Returns a dictionary map of all named capturing groups and their matched values.
		* If a group was not matched, its value will be `null`.
		* @returns {Record<string, string|null>}
		*/
		getNamedGroups() {
			if (!this.hasMatch) throw new RE2JSGroupException("perhaps no match attempted");
			const result = Object.create(null);
			for (const name of Object.keys(this.namedGroups)) result[name] = this.group(name);
			return result;
		}
		/**
		* Returns the number of subgroups in this pattern.
		*
		* @returns {number} the number of subgroups; the overall match (group 0) does not count
		*/
		groupCount() {
			return this.patternGroupCount;
		}
		/**
		* Helper: finds subgroup information if needed for group.
		* @param {number} group
		* @private
		*/
		loadGroup(group) {
			if (!Number.isInteger(group) || group < 0 || group > this.patternGroupCount) throw new RE2JSGroupException(`Group index out of bounds: ${group}`);
			if (!this.hasMatch) throw new RE2JSGroupException("perhaps no match attempted");
			if (group === 0 || this.hasGroups) return;
			const end = this.matcherInputLength;
			const res = this.patternInput.re2().matchMachineInput(this.matcherInput, this.groups[0], end, this.anchorFlag, 1 + this.patternGroupCount, this.lookbehindState);
			if (!res[0]) throw new RE2JSGroupException("inconsistency in matching group data");
			this.groups = res[1];
			this.hasGroups = true;
		}
		/**
		* Matches the entire input against the pattern (anchored start and end). If there is a match,
		* {@code matches} sets the match state to describe it.
		*
		* @returns {boolean} true if the entire input matches the pattern
		*/
		matches() {
			return this.genMatch(0, RE2Flags.ANCHOR_BOTH);
		}
		/**
		* Matches the beginning of input against the pattern (anchored start). If there is a match,
		* {@code lookingAt} sets the match state to describe it.
		*
		* @returns {boolean} true if the beginning of the input matches the pattern
		*/
		lookingAt() {
			return this.genMatch(0, RE2Flags.ANCHOR_START);
		}
		/**
		* Matches the input against the pattern (unanchored), starting at a specified position. If there
		* is a match, {@code find} sets the match state to describe it.
		*
		* @param {number|null} [start=null] the input position where the search begins
		* @returns {boolean} if it finds a match
		* @throws IndexOutOfBoundsException if start is not a valid input position
		*/
		find(start = null) {
			if (start !== null) {
				if (!Number.isInteger(start) || start < 0 || start > this.matcherInputLength) throw new RE2JSGroupException(`start index out of bounds: ${start}`);
				this.reset();
				return this.genMatch(start, 0);
			}
			start = 0;
			if (this.hasMatch) {
				start = this.groups[1];
				if (this.groups[0] === this.groups[1]) {
					const r = (this.matcherInput.isUTF16Encoding() ? MachineInput.fromUTF16(this.matcherInput.asCharSequence(), 0, this.matcherInputLength) : MachineInput.fromUTF8(this.matcherInput.asBytes(), 0, this.matcherInputLength)).step(start);
					if (r < 0) start++;
					else start += r & 7;
				}
			}
			return this.genMatch(start, RE2Flags.UNANCHORED);
		}
		/**
		* Helper: does match starting at start, with RE2 anchor flag.
		* @param {number} startByte
		* @param {number} anchor
		* @returns {boolean}
		* @private
		*/
		genMatch(startByte, anchor) {
			const res = this.patternInput.re2().matchMachineInput(this.matcherInput, startByte, this.matcherInputLength, anchor, 1, this.lookbehindState);
			if (!res[0]) {
				this.hasMatch = false;
				return false;
			}
			this.groups = res[1];
			this.hasMatch = true;
			this.hasGroups = this.patternGroupCount === 0;
			this.anchorFlag = anchor;
			return true;
		}
		/**
		* Helper: return substring for [start, end).
		* @param {number} start
		* @param {number} end
		* @returns {string}
		*/
		substring(start, end) {
			if (this.matcherInput.isUTF8Encoding()) return Utils.utf8ByteArrayToString(this.matcherInput.asBytes().slice(start, end));
			return this.matcherInput.asCharSequence().substring(start, end).toString();
		}
		/**
		* Helper for Pattern: return input length.
		* @returns {number}
		*/
		inputLength() {
			return this.matcherInputLength;
		}
		/**
		* Appends to result two strings: the text from the append position up to the beginning of the
		* most recent match, and then the replacement with submatch groups substituted for references to
		* them. It advances the append position to where the most recent match ended.
		*
		* By default the replacement is expanded as by String.prototype.replace (see
		* appendReplacementInternalJs). In Java mode it follows re2j / java.util.regex: $n takes as
		* many digits as still form a valid group number, ${name} is a named group, and a backslash
		* escapes the next character (so "\\$" in a JS string literal inserts a literal $).
		*
		* @param {string} replacement the replacement string
		* @param {boolean} [javaMode=false] activate java mode (different behaviour for capture groups and special characters)
		* @returns {string}
		* @throws IllegalStateException if there was no most recent match
		* @throws IndexOutOfBoundsException in Java mode, if replacement refers to an invalid group
		* @private
		*/
		appendReplacement(replacement, javaMode = false) {
			let res = "";
			const s = this.start();
			const e = this.end();
			if (this.appendPos < s) res += this.substring(this.appendPos, s);
			this.appendPos = e;
			res += javaMode ? this.appendReplacementInternalJava(replacement) : this.appendReplacementInternalJs(replacement);
			return res;
		}
		/**
		* @param {string} replacement - the replacement string
		* @returns {string}
		* @private
		*/
		appendReplacementInternalJava(replacement) {
			let res = "";
			let last = 0;
			const m = replacement.length;
			let i = 0;
			while (i < m) {
				const cCode = replacement.codePointAt(i);
				if (cCode === Codepoint.CODES["\\"]) {
					if (last < i) res += replacement.substring(last, i);
					i++;
					if (i >= m) throw new RE2JSGroupException("character to be escaped is missing");
					last = i;
					i++;
					continue;
				}
				if (cCode === Codepoint.CODES["$"]) {
					if (last < i) res += replacement.substring(last, i);
					if (i + 1 >= m) throw new RE2JSGroupException("Illegal group reference: group index is missing");
					const nextCode = replacement.codePointAt(i + 1);
					if (Codepoint.CODES["0"] <= nextCode && nextCode <= Codepoint.CODES["9"]) {
						let n = nextCode - Codepoint.CODES["0"];
						let j = i + 2;
						for (; j < m; j++) {
							const digit = replacement.codePointAt(j);
							if (digit < Codepoint.CODES["0"] || digit > Codepoint.CODES["9"] || n * 10 + digit - Codepoint.CODES["0"] > this.patternGroupCount) break;
							n = n * 10 + digit - Codepoint.CODES["0"];
						}
						if (n > this.patternGroupCount) throw new RE2JSGroupException(`n > number of groups: ${n}`);
						const group = this.group(n);
						if (group !== null) res += group;
						i = j;
						last = i;
					} else if (nextCode === Codepoint.CODES["{"]) {
						let j = i + 2;
						while (j < m && replacement.codePointAt(j) !== Codepoint.CODES["}"]) j++;
						if (j >= m) throw new RE2JSGroupException("named capture group is missing trailing '}'");
						const groupName = replacement.substring(i + 2, j);
						const groupVal = this.group(groupName);
						if (groupVal !== null) res += groupVal;
						i = j + 1;
						last = i;
					} else throw new RE2JSGroupException("Illegal group reference");
					continue;
				}
				i++;
			}
			if (last < m) res += replacement.substring(last, m);
			return res;
		}
		/**
		* Expands |replacement| for the current match by the rules of String.prototype.replace
		* (ECMAScript GetSubstitution): $$ is "$", $& the match, $` the text before it, $' the text
		* after it, $n and $nn a group (two digits only when they form a valid group number, so with
		* one group "$10" is group 1 then "0"; an unmatched group is empty), and $<name> a named group
		* (empty when no such group), only when the pattern has named groups. Anything else, such as
		* "$0" or "$<" without a closing ">", is kept as is.
		* @param {string} replacement - the replacement string
		* @returns {string}
		* @private
		*/
		appendReplacementInternalJs(replacement) {
			const isDigit = (c) => c >= 48 && c <= 57;
			const groupCount = this.patternGroupCount;
			let res = "";
			let i = 0;
			while (i < replacement.length) {
				const dollar = replacement.indexOf("$", i);
				if (dollar < 0) break;
				res += replacement.substring(i, dollar);
				i = dollar;
				const c = replacement.charCodeAt(i + 1);
				if (c === Codepoint.CODES["$"]) {
					res += "$";
					i += 2;
				} else if (c === Codepoint.CODES["&"]) {
					res += this.group(0);
					i += 2;
				} else if (c === Codepoint.CODES["`"]) {
					res += this.substring(0, this.start(0));
					i += 2;
				} else if (c === Codepoint.CODES["'"]) {
					res += this.substring(this.end(0), this.matcherInputLength);
					i += 2;
				} else if (isDigit(c)) {
					let digits = 1;
					let index = c - 48;
					const c2 = replacement.charCodeAt(i + 2);
					if (isDigit(c2) && index * 10 + c2 - 48 <= groupCount) {
						digits = 2;
						index = index * 10 + c2 - 48;
					}
					if (index >= 1 && index <= groupCount) {
						const group = this.group(index);
						if (group !== null) res += group;
					} else res += replacement.substring(i, i + 1 + digits);
					i += 1 + digits;
				} else if (c === Codepoint.CODES["<"] && this.hasNamedGroups) {
					const gt = replacement.indexOf(">", i + 2);
					if (gt < 0) {
						res += "$<";
						i += 2;
					} else {
						const name = replacement.substring(i + 2, gt);
						if (Object.hasOwn(this.namedGroups, name)) {
							const group = this.group(name);
							if (group !== null) res += group;
						}
						i = gt + 1;
					}
				} else {
					res += "$";
					i += 1;
				}
			}
			return res + replacement.substring(i);
		}
		/**
		* Return the substring of the input from the append position to the end of the
		* input.
		* @returns {string}
		*/
		appendTail() {
			return this.substring(this.appendPos, this.matcherInputLength);
		}
		/**
		* Returns the input with all matches replaced by {@code replacement}, interpreted as for
		* {@code appendReplacement}.
		*
		* @param {string|((...args: any[]) => string)} replacement - the replacement string or a replacer function
		* @param {boolean} [javaMode=false] - activate java mode (different behaviour for capture groups and special characters)
		* @returns {string} the input string with the matches replaced
		* @throws IndexOutOfBoundsException if replacement refers to an invalid group and javaMode is true
		*/
		replaceAll(replacement, javaMode = false) {
			return this.replace(replacement, true, javaMode);
		}
		/**
		* Returns the input with the first match replaced by {@code replacement}, interpreted as for
		* {@code appendReplacement}.
		*
		* @param {string|((...args: any[]) => string)} replacement - the replacement string or a replacer function
		* @param {boolean} [javaMode=false] - activate java mode (different behaviour for capture groups and special characters)
		* @returns {string} the input string with the first match replaced
		* @throws IndexOutOfBoundsException if replacement refers to an invalid group and javaMode is true
		*/
		replaceFirst(replacement, javaMode = false) {
			return this.replace(replacement, false, javaMode);
		}
		/**
		* Helper: replaceAll/replaceFirst hybrid.
		* @param {string|((...args: any[]) => string)} replacement - the replacement string or a replacer function
		* @param {boolean} [all=true] - replace all matches
		* @param {boolean} [javaMode=false] - activate java mode (different behaviour for capture groups and special characters)
		* @returns {string}
		* @private
		*/
		replace(replacement, all = true, javaMode = false) {
			let res = "";
			this.reset();
			const isFunc = typeof replacement === "function";
			let originalInput = null;
			if (isFunc) {
				if (this.groupCount() >= Matcher.MAX_REPLACER_ARGS) throw new RE2JSGroupException("Too many capture groups to safely invoke replacer function");
				originalInput = this.matcherInput.isUTF8Encoding() ? this.matcherInput.asBytes() : this.matcherInput.asCharSequence();
			}
			while (this.find()) {
				res += isFunc ? this.appendReplacementFunc(replacement, originalInput) : this.appendReplacement(replacement, javaMode);
				if (!all) break;
			}
			res += this.appendTail();
			return res;
		}
		/**
		* Evaluates a replacer function for the current match and appends the result,
		* along with any un-matched preceding text, advancing the append position.
		* @param {Function} replacer - the replacer function
		* @param {string|Uint8Array|number[]} originalInput - the cached original input reference
		* @returns {string} the evaluated string to append
		* @private
		*/
		appendReplacementFunc(replacer, originalInput) {
			let res = "";
			const s = this.start();
			const e = this.end();
			if (this.appendPos < s) res += this.substring(this.appendPos, s);
			this.appendPos = e;
			/** @type {unknown[]} */
			const args = this.matchArray();
			args.push(s, originalInput);
			if (this.hasNamedGroups) args.push(this.namedGroupsObject());
			res += String(replacer(...args));
			return res;
		}
		/**
		* The match and its groups, as the elements of a JS RegExpExecArray: undefined for a group that
		* did not take part in the match. Used by exec(), matchAll() and replacer functions.
		* @returns {Array<string|undefined>}
		* @private
		*/
		matchArray() {
			const result = [this.group(0)];
			for (let i = 1; i <= this.patternGroupCount; i++) {
				const group = this.group(i);
				result.push(group === null ? void 0 : group);
			}
			return result;
		}
		/**
		* The named groups, as the groups property of a JS RegExpExecArray: an object without a
		* prototype mapping each name to its group (undefined when it did not take part in the match),
		* or undefined when the pattern has no named groups.
		* @returns {Record<string, string|undefined>|undefined}
		* @private
		*/
		namedGroupsObject() {
			if (!this.hasNamedGroups) return;
			const result = this.getNamedGroups();
			for (const name in result) if (result[name] === null) result[name] = void 0;
			return result;
		}
	};
	/**
	* A single instruction in the regular expression virtual machine.
	*
	* @see http://swtch.com/~rsc/regexp/regexp2.html
	*/
	var Inst = class Inst {
		static ALT = 1;
		static ALT_MATCH = 2;
		static CAPTURE = 3;
		static EMPTY_WIDTH = 4;
		static FAIL = 5;
		static MATCH = 6;
		static NOP = 7;
		static RUNE = 8;
		static RUNE1 = 9;
		static RUNE_ANY = 10;
		static RUNE_ANY_NOT_NL = 11;
		static LB_WRITE = 12;
		static LB_CHECK = 13;
		static isRuneOp(op) {
			return Inst.RUNE <= op && op <= Inst.RUNE_ANY_NOT_NL;
		}
		static escapeRunes(runes) {
			let out = "\"";
			for (let rune of runes) out += Utils.escapeRune(rune);
			out += "\"";
			return out;
		}
		constructor(op) {
			this.op = op;
			this.out = 0;
			this.arg = 0;
			/** @type {Int32Array} */
			this.runes = /* @__PURE__ */ new Int32Array(0);
			/** @type {Uint32Array | number[] | null} */
			this.next = null;
		}
		matchRune(r) {
			if (this.runes.length === 1) {
				const r0 = this.runes[0];
				if ((this.arg & RE2Flags.FOLD_CASE) !== 0) return Unicode.equalsIgnoreCase(r0, r);
				return r === r0;
			}
			const len = this.runes.length;
			if (len === 0) return false;
			if (len === 2 || len === 4 || len === 6 || len === 8) {
				for (let j = 0; j < len; j += 2) {
					if (r < this.runes[j]) return false;
					if (r <= this.runes[j + 1]) return true;
				}
				return false;
			}
			let base = 0;
			let n = len >> 1;
			while (n > 1) {
				const half = n >> 1;
				base += this.runes[base + half << 1] <= r ? half : 0;
				n -= half;
			}
			base += this.runes[base << 1] <= r ? 1 : 0;
			const m = base - 1;
			return m >= 0 && r <= this.runes[m << 1 | 1];
		}
		matchRunePos(r) {
			if (this.runes.length === 1) {
				const r0 = this.runes[0];
				if ((this.arg & RE2Flags.FOLD_CASE) !== 0) return Unicode.equalsIgnoreCase(r0, r) ? 0 : -1;
				return r === r0 ? 0 : -1;
			}
			const len = this.runes.length;
			if (len === 0) return -1;
			if (len === 2 || len === 4 || len === 6 || len === 8) {
				for (let j = 0; j < len; j += 2) {
					if (r < this.runes[j]) return -1;
					if (r <= this.runes[j + 1]) return Math.floor(j / 2);
				}
				return -1;
			}
			let base = 0;
			let n = len >> 1;
			while (n > 1) {
				const half = n >> 1;
				base += this.runes[base + half << 1] <= r ? half : 0;
				n -= half;
			}
			base += this.runes[base << 1] <= r ? 1 : 0;
			const m = base - 1;
			return m >= 0 && r <= this.runes[m << 1 | 1] ? m : -1;
		}
		/**
		*
		* @returns {string}
		*/
		toString() {
			switch (this.op) {
				case Inst.ALT: return `alt -> ${this.out}, ${this.arg}`;
				case Inst.ALT_MATCH: return `altmatch -> ${this.out}, ${this.arg}`;
				case Inst.CAPTURE: return `cap ${this.arg} -> ${this.out}`;
				case Inst.EMPTY_WIDTH: return `empty ${this.arg} -> ${this.out}`;
				case Inst.MATCH: return `match${this.arg !== 0 ? ` ${this.arg}` : ""}`;
				case Inst.FAIL: return "fail";
				case Inst.NOP: return `nop -> ${this.out}`;
				case Inst.LB_WRITE: return `lbwrite ${this.arg} -> ${this.out}`;
				case Inst.LB_CHECK: return `lbcheck ${this.arg} -> ${this.out}`;
				case Inst.RUNE:
					if (this.runes === null) return "rune <null>";
					return [
						"rune ",
						Inst.escapeRunes(this.runes),
						(this.arg & RE2Flags.FOLD_CASE) !== 0 ? "/i" : "",
						" -> ",
						this.out
					].join("");
				case Inst.RUNE1: return `rune1 ${Inst.escapeRunes(this.runes)} -> ${this.out}`;
				case Inst.RUNE_ANY: return `any -> ${this.out}`;
				case Inst.RUNE_ANY_NOT_NL: return `anynotnl -> ${this.out}`;
				default: throw new Error("unhandled case in Inst.toString");
			}
		}
	};
	var Queue = class Queue {
		constructor(numInst) {
			this.sparse = new Int32Array(numInst);
			this.densePcs = new Int32Array(numInst);
			this.denseCaps = null;
			this.size = 0;
			this.ncap = 0;
			this.mainThreads = 0;
		}
		static INITIAL_THREADS = 32;
		init(ncap) {
			this.ncap = ncap;
			const needed = Math.min(this.densePcs.length, Queue.INITIAL_THREADS) * ncap;
			if (!this.denseCaps || this.denseCaps.length < needed) this.denseCaps = new Int32Array(needed);
		}
		growCaps(needed) {
			const limit = this.densePcs.length * this.ncap;
			const grown = new Int32Array(Math.min(limit, Math.max(needed, 2 * this.denseCaps.length)));
			grown.set(this.denseCaps);
			this.denseCaps = grown;
		}
		contains(pc) {
			const j = this.sparse[pc];
			return j < this.size && this.densePcs[j] === pc;
		}
		isEmpty() {
			return this.size === 0;
		}
		add(pc) {
			const j = this.size++;
			this.sparse[pc] = j;
			this.densePcs[j] = pc;
			return j;
		}
		clear() {
			this.size = 0;
			this.mainThreads = 0;
		}
		toString() {
			let out = "{";
			for (let i = 0; i < this.size; i++) {
				if (i !== 0) out += ", ";
				out += this.densePcs[i];
			}
			out += "}";
			return out;
		}
	};
	var LookbehindState = class {
		constructor(prog) {
			this.pos = -1;
			this.pcs = new Int32Array(prog.numInst());
			this.size = 0;
			this.lbTable = new Int32Array(prog.numLb + 1);
		}
		reset() {
			this.pos = -1;
			this.size = 0;
		}
	};
	var Machine = class Machine {
		static fromRE2(re2) {
			const m = new Machine();
			m.prog = re2.prog;
			m.re2 = re2;
			m.q0 = new Queue(m.prog.numInst());
			m.q1 = new Queue(m.prog.numInst());
			m.addStack = new Int32Array(2 * (m.prog.numInst() + 1));
			m.matched = false;
			m.matchcap = new Int32Array(m.prog.numCap < 2 ? 2 : m.prog.numCap);
			m.ncap = 0;
			return m;
		}
		constructor() {
			this.prog = null;
			this.re2 = null;
			this.q0 = null;
			this.q1 = null;
			this.addStack = null;
			this.matched = false;
			this.matchcap = null;
			this.ncap = 0;
			this.lbTable = null;
		}
		init(ncap) {
			this.ncap = ncap;
			if (ncap > this.matchcap.length) this.matchcap = new Int32Array(ncap).fill(-1);
			else this.matchcap.fill(-1);
			this.q0.init(ncap);
			this.q1.init(ncap);
			if (this.prog.numLb > 0) {
				if (!this.lbTable || this.lbTable.length < this.prog.numLb + 1) this.lbTable = new Int32Array(this.prog.numLb + 1);
				this.lbTable.fill(-1);
			}
		}
		submatches() {
			if (this.ncap === 0) return Utils.emptyInts();
			return Utils.toArray(this.matchcap.subarray(0, this.ncap));
		}
		match(input, pos, anchor, lbState = null) {
			const startCond = this.re2.cond;
			if (startCond === Utils.EMPTY_ALL) return false;
			if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return false;
			this.matched = false;
			this.matchcap.fill(-1);
			const hasLookbehinds = this.prog.numLb > 0;
			const matchStartPos = pos;
			let currentPos = pos;
			let resumeLookbehinds = false;
			if (hasLookbehinds) {
				if (lbState !== null && lbState.pos >= 0 && lbState.pos <= pos) {
					currentPos = lbState.pos;
					resumeLookbehinds = true;
				} else currentPos = 0;
			}
			let saveLookbehinds = hasLookbehinds && lbState !== null;
			let runq = this.q0;
			let nextq = this.q1;
			let r = input.step(currentPos);
			let rune = r >> 3;
			let width = r & 7;
			let rune1 = -1;
			let width1 = 0;
			if (r !== MachineInputBase.EOF()) {
				r = input.step(currentPos + width);
				rune1 = r >> 3;
				width1 = r & 7;
			}
			let flag;
			if (currentPos === 0) flag = Utils.emptyOpContext(-1, rune);
			else flag = input.context(currentPos);
			if (hasLookbehinds) {
				if (resumeLookbehinds) this.restoreLookbehinds(lbState, runq, flag);
				else this.spawnLookbehinds(runq, currentPos, flag);
			}
			while (true) {
				if (runq.mainThreads === 0) {
					if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && currentPos !== 0) break;
					if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && currentPos !== 0) break;
					if (this.matched) break;
					if (this.prog.numLb === 0 && runq.isEmpty() && !(this.re2.prefix.length === 0) && rune1 !== this.re2.prefixRune && input.canCheckPrefix()) {
						const advance = input.index(this.re2, currentPos);
						if (advance < 0) break;
						currentPos += advance;
						r = input.step(currentPos);
						rune = r >> 3;
						width = r & 7;
						r = input.step(currentPos + width);
						rune1 = r >> 3;
						width1 = r & 7;
						flag = input.context(currentPos);
					}
				}
				if (currentPos >= matchStartPos) {
					if (saveLookbehinds) {
						this.saveLookbehinds(lbState, runq, currentPos);
						saveLookbehinds = false;
					}
					if (!this.matched && (currentPos === 0 || anchor === RE2Flags.UNANCHORED)) {
						if (this.ncap > 0) this.matchcap[0] = currentPos;
						this.add(runq, this.prog.start, currentPos, this.matchcap, 0, flag);
					}
				}
				const nextPos = currentPos + width;
				flag = input.context(nextPos);
				this.step(runq, nextq, currentPos, nextPos, rune, flag, anchor, currentPos === input.endPos());
				if (width === 0) break;
				if (this.ncap === 0 && this.matched) break;
				currentPos += width;
				rune = rune1;
				width = width1;
				if (rune !== -1) {
					r = input.step(currentPos + width);
					rune1 = r >> 3;
					width1 = r & 7;
				}
				const tmpq = runq;
				runq = nextq;
				nextq = tmpq;
			}
			runq.clear();
			nextq.clear();
			return this.matched;
		}
		matchSet(input, pos, anchor) {
			const startCond = this.re2.cond;
			if (startCond === Utils.EMPTY_ALL) return [];
			if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return [];
			let currentPos = this.prog.numLb > 0 ? 0 : pos;
			let matchStartPos = pos;
			let runq = this.q0;
			let nextq = this.q1;
			let r = input.step(currentPos);
			let rune = r >> 3;
			let width = r & 7;
			let rune1 = -1;
			let width1 = 0;
			if (r !== MachineInputBase.EOF()) {
				r = input.step(currentPos + width);
				rune1 = r >> 3;
				width1 = r & 7;
			}
			let flag = currentPos === 0 ? Utils.emptyOpContext(-1, rune) : input.context(currentPos);
			const matches = /* @__PURE__ */ new Set();
			if (this.prog.numLb > 0) this.spawnLookbehinds(runq, currentPos, flag);
			while (true) {
				if (runq.mainThreads === 0) {
					if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && currentPos !== 0) break;
					if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && currentPos !== 0) break;
				}
				if (currentPos === 0 || anchor === RE2Flags.UNANCHORED) {
					if (currentPos >= matchStartPos) this.add(runq, this.prog.start, currentPos, this.matchcap, 0, flag);
				}
				const nextPos = currentPos + width;
				flag = input.context(nextPos);
				for (let j = 0; j < runq.size; j++) {
					const pc = runq.densePcs[j];
					const i = this.prog.inst[pc];
					const capOffset = j * this.ncap;
					let add = false;
					switch (i.op) {
						case Inst.MATCH:
							if (anchor === RE2Flags.ANCHOR_BOTH && currentPos !== input.endPos()) break;
							matches.add(i.arg);
							break;
						case Inst.RUNE:
							add = i.matchRune(rune);
							break;
						case Inst.RUNE1:
							add = rune === i.runes[0];
							break;
						case Inst.RUNE_ANY:
							add = true;
							break;
						case Inst.RUNE_ANY_NOT_NL:
							add = rune !== 10;
							break;
						default: continue;
					}
					if (add) this.add(nextq, i.out, nextPos, runq.denseCaps, capOffset, flag);
				}
				runq.clear();
				if (width === 0) break;
				currentPos += width;
				rune = rune1;
				width = width1;
				if (rune !== -1) {
					r = input.step(currentPos + width);
					rune1 = r >> 3;
					width1 = r & 7;
				}
				const tmpq = runq;
				runq = nextq;
				nextq = tmpq;
			}
			nextq.clear();
			return Array.from(matches).sort((a, b) => a - b);
		}
		step(runq, nextq, pos, nextPos, c, nextCond, anchor, atEnd) {
			const longest = this.re2.longest;
			for (let j = 0; j < runq.size; j++) {
				const pc = runq.densePcs[j];
				const capOffset = j * this.ncap;
				if (longest && this.matched && this.ncap > 0 && this.matchcap[0] < runq.denseCaps[capOffset]) continue;
				const i = this.prog.inst[pc];
				let add = false;
				switch (i.op) {
					case Inst.MATCH:
						if (anchor === RE2Flags.ANCHOR_BOTH && !atEnd) break;
						if (this.ncap > 0 && (!longest || !this.matched || this.matchcap[1] < pos)) {
							runq.denseCaps[capOffset + 1] = pos;
							for (let k = 0; k < this.ncap; k++) this.matchcap[k] = runq.denseCaps[capOffset + k];
						}
						if (!longest) runq.size = 0;
						this.matched = true;
						break;
					case Inst.RUNE:
						add = i.matchRune(c);
						break;
					case Inst.RUNE1:
						add = c === i.runes[0];
						break;
					case Inst.RUNE_ANY:
						add = true;
						break;
					case Inst.RUNE_ANY_NOT_NL:
						add = c !== 10;
						break;
					default: continue;
				}
				if (add) this.add(nextq, i.out, nextPos, runq.denseCaps, capOffset, nextCond);
			}
			runq.clear();
		}
		spawnLookbehinds(q, pos, flag) {
			for (let i = 0; i < this.prog.lbStarts.length; i++) this.add(q, this.prog.lbStarts[i], pos, this.matchcap, 0, flag);
		}
		restoreLookbehinds(lbState, q, flag) {
			this.lbTable.set(lbState.lbTable);
			for (let j = 0; j < lbState.size; j++) this.add(q, lbState.pcs[j], lbState.pos, this.matchcap, 0, flag);
		}
		saveLookbehinds(lbState, q, pos) {
			let size = 0;
			for (let j = 0; j < q.size; j++) {
				const pc = q.densePcs[j];
				if (this.prog.lbInst[pc] === 1 && Inst.isRuneOp(this.prog.inst[pc].op)) lbState.pcs[size++] = pc;
			}
			lbState.size = size;
			lbState.pos = pos;
			lbState.lbTable.set(this.lbTable);
		}
		add(q, pc, pos, capArray, capOffset, cond) {
			const stk = this.addStack;
			let nstk = 0;
			for (;;) {
				while (pc !== 0 && !q.contains(pc)) {
					const d = q.add(pc);
					const inst = this.prog.inst[pc];
					switch (inst.op) {
						case Inst.FAIL:
							pc = 0;
							break;
						case Inst.ALT:
						case Inst.ALT_MATCH:
							stk[nstk++] = inst.arg;
							stk[nstk++] = 0;
							pc = inst.out;
							break;
						case Inst.EMPTY_WIDTH:
							pc = (inst.arg & ~cond) === 0 ? inst.out : 0;
							break;
						case Inst.NOP:
							pc = inst.out;
							break;
						case Inst.CAPTURE:
							if (inst.arg < this.ncap) {
								stk[nstk++] = -inst.arg - 1;
								stk[nstk++] = capArray[capOffset + inst.arg];
								capArray[capOffset + inst.arg] = pos;
							}
							pc = inst.out;
							break;
						case Inst.LB_WRITE:
							this.lbTable[Math.abs(inst.arg)] = pos;
							pc = inst.out;
							break;
						case Inst.LB_CHECK:
							if (inst.arg > 0) pc = this.lbTable[inst.arg] === pos ? inst.out : 0;
							else pc = this.lbTable[-inst.arg] !== pos ? inst.out : 0;
							break;
						case Inst.MATCH:
						case Inst.RUNE:
						case Inst.RUNE1:
						case Inst.RUNE_ANY:
						case Inst.RUNE_ANY_NOT_NL:
							if (this.prog.lbInst[pc] === 0) q.mainThreads++;
							if (this.ncap > 0) {
								const destOffset = d * this.ncap;
								if (destOffset + this.ncap > q.denseCaps.length) q.growCaps(destOffset + this.ncap);
								for (let c = 0; c < this.ncap; c++) q.denseCaps[destOffset + c] = capArray[capOffset + c];
							}
							pc = 0;
							break;
						default: throw new RE2JSInternalException("unhandled");
					}
				}
				if (nstk === 0) return;
				nstk -= 2;
				const entry = stk[nstk];
				if (entry < 0) {
					capArray[capOffset - entry - 1] = stk[nstk + 1];
					pc = 0;
				} else pc = entry;
			}
		}
	};
	const hashState = (pcs, flag, ids) => {
		let h = -2128831035;
		for (let i = 0; i < pcs.length; i++) {
			h ^= pcs[i];
			h = Math.imul(h, 16777619);
		}
		h ^= flag;
		h = Math.imul(h, 16777619);
		for (let i = 0; i < ids.length; i++) {
			h ^= ids[i];
			h = Math.imul(h, 16777619);
		}
		return h;
	};
	const arraysEqual = (a, b) => {
		if (a.length !== b.length) return false;
		for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
		return true;
	};
	const isState = (state, pcs, flag, ids) => state.flag === flag && arraysEqual(state.nfaStates, pcs) && arraysEqual(state.matchIDs, ids);
	const NO_IDS = [];
	const END_TEXT = -1;
	var DFAState = class {
		constructor(nfaStates, flag, matchIDs) {
			this.nfaStates = nfaStates;
			this.flag = flag;
			this.isMatch = (flag & DFA.FLAG_MATCH) !== 0;
			this.matchIDs = matchIDs;
			this.next = null;
			this.nextAnchored = null;
		}
	};
	var DFA = class DFA {
		static FLAG_EMPTY_MASK = 255;
		static FLAG_MATCH = 256;
		static FLAG_LAST_WORD = 512;
		static FLAG_NEED_SHIFT = 16;
		static STATE_OVERHEAD = 150;
		static ARRAY_OVERHEAD = 40;
		static ELEMENT_SIZE = 8;
		static TABLE_OVERHEAD = 48;
		static PROGRESS_PER_STATE = 10;
		constructor(prog, maxMem = 8388608) {
			this.prog = prog;
			this.maxMem = maxMem;
			this.stateCache = /* @__PURE__ */ new Map();
			this.stateCount = 0;
			this.startStates = /* @__PURE__ */ new Map();
			this.failed = false;
			for (let pc = 0; pc < prog.numInst(); pc++) {
				const op = prog.getInst(pc).op;
				if (op === Inst.LB_WRITE || op === Inst.LB_CHECK) {
					this.failed = true;
					break;
				}
			}
			this.computeRuneClasses();
			this.stateBudget = maxMem;
			this.memBudget = maxMem;
		}
		computeRuneClasses() {
			const bounds = /* @__PURE__ */ new Set();
			const addRange = (lo, hi) => {
				bounds.add(lo);
				bounds.add(hi + 1);
			};
			for (let pc = 0; pc < this.prog.numInst(); pc++) {
				const inst = this.prog.getInst(pc);
				switch (inst.op) {
					case Inst.RUNE:
					case Inst.RUNE1:
						if (inst.runes.length === 1) {
							addRange(inst.runes[0], inst.runes[0]);
							if ((inst.arg & RE2Flags.FOLD_CASE) !== 0) for (let f = Unicode.simpleFold(inst.runes[0]); f !== inst.runes[0]; f = Unicode.simpleFold(f)) addRange(f, f);
						} else for (let j = 0; j < inst.runes.length; j += 2) addRange(inst.runes[j], inst.runes[j + 1]);
						break;
					case Inst.RUNE_ANY_NOT_NL:
						addRange(10, 10);
						break;
					case Inst.EMPTY_WIDTH:
						if ((inst.arg & (Utils.EMPTY_BEGIN_LINE | Utils.EMPTY_END_LINE)) !== 0) addRange(10, 10);
						if ((inst.arg & (Utils.EMPTY_WORD_BOUNDARY | Utils.EMPTY_NO_WORD_BOUNDARY)) !== 0) {
							addRange(48, 57);
							addRange(65, 90);
							addRange(95, 95);
							addRange(97, 122);
						}
				}
			}
			bounds.delete(0);
			this.classBounds = Int32Array.from(bounds).sort();
			this.numClasses = this.classBounds.length + 1;
			const latin1Class = new Int32Array(Unicode.MAX_LATIN1 + 1);
			for (let r = 0; r <= Unicode.MAX_LATIN1; r++) latin1Class[r] = this.searchClass(r);
			this.latin1Class = latin1Class;
		}
		runeClass(r) {
			if (r <= Unicode.MAX_LATIN1) return this.latin1Class[r];
			return this.searchClass(r);
		}
		searchClass(r) {
			const bounds = this.classBounds;
			let lo = 0;
			let hi = bounds.length;
			while (lo < hi) {
				const mid = lo + hi >> 1;
				if (bounds[mid] <= r) lo = mid + 1;
				else hi = mid;
			}
			return lo;
		}
		closure(pcs, flag) {
			const closure = /* @__PURE__ */ new Set();
			const stack = Array.from(pcs);
			let needflags = 0;
			while (stack.length > 0) {
				const pc = stack.pop();
				if (pc === 0 || closure.has(pc)) continue;
				closure.add(pc);
				const inst = this.prog.getInst(pc);
				switch (inst.op) {
					case Inst.ALT:
					case Inst.ALT_MATCH:
						stack.push(inst.out);
						stack.push(inst.arg);
						break;
					case Inst.NOP:
					case Inst.CAPTURE:
						stack.push(inst.out);
						break;
					case Inst.EMPTY_WIDTH:
						needflags |= inst.arg;
						if ((inst.arg & ~flag) === 0) stack.push(inst.out);
				}
			}
			return {
				pcs: Array.from(closure).sort((a, b) => a - b),
				needflags
			};
		}
		getState(pcs, flag, ids) {
			const hash = hashState(pcs, flag, ids);
			const cached = this.stateCache.get(hash);
			if (cached instanceof DFAState) {
				if (isState(cached, pcs, flag, ids)) return cached;
			} else if (cached !== void 0) {
				for (let i = 0; i < cached.length; i++) if (isState(cached[i], pcs, flag, ids)) return cached[i];
			}
			const cost = DFA.stateCost(pcs, ids);
			if (this.memBudget < cost) return null;
			this.memBudget -= cost;
			const state = new DFAState(pcs, flag, ids);
			if (cached === void 0) this.stateCache.set(hash, state);
			else if (cached instanceof DFAState) this.stateCache.set(hash, [cached, state]);
			else cached.push(state);
			this.stateCount++;
			return state;
		}
		static stateCost(pcs, ids) {
			const idsCost = ids.length === 0 ? 0 : DFA.ARRAY_OVERHEAD + DFA.ELEMENT_SIZE * ids.length;
			return DFA.STATE_OVERHEAD + DFA.ELEMENT_SIZE * pcs.length + idsCost;
		}
		*cachedStates() {
			for (const cached of this.stateCache.values()) if (cached instanceof DFAState) yield cached;
			else yield* cached;
		}
		makeState(pcs, flag, ids) {
			const closure = this.closure(pcs, flag & DFA.FLAG_EMPTY_MASK);
			let stateFlag = flag;
			if (closure.needflags === 0) stateFlag &= DFA.FLAG_MATCH;
			stateFlag |= closure.needflags << DFA.FLAG_NEED_SHIFT;
			return this.getState(closure.pcs, stateFlag, ids);
		}
		allocTable(state, anchor) {
			const size = this.numClasses + 1;
			const cost = DFA.TABLE_OVERHEAD + DFA.ELEMENT_SIZE * size;
			if (this.memBudget < cost) return null;
			this.memBudget -= cost;
			const table = new Array(size).fill(null);
			if (anchor === RE2Flags.UNANCHORED) state.next = table;
			else state.nextAnchored = table;
			return table;
		}
		clearCache() {
			this.stateCache.clear();
			this.stateCount = 0;
			this.startStates.clear();
			this.memBudget = this.stateBudget;
		}
		resetCache(current) {
			this.clearCache();
			return this.getState(current.nfaStates, current.flag, current.matchIDs);
		}
		step(state, cls, rune, anchor) {
			let table = anchor === RE2Flags.UNANCHORED ? state.next : state.nextAnchored;
			if (table !== null) {
				const cached = table[cls];
				if (cached !== null) return cached;
			} else {
				table = this.allocTable(state, anchor);
				if (table === null) return null;
			}
			const needflag = state.flag >>> DFA.FLAG_NEED_SHIFT;
			const oldbeforeflag = state.flag & DFA.FLAG_EMPTY_MASK;
			let beforeflag = oldbeforeflag;
			let afterflag = 0;
			if (rune === 10) {
				beforeflag |= Utils.EMPTY_END_LINE;
				afterflag |= Utils.EMPTY_BEGIN_LINE;
			}
			if (rune === END_TEXT) beforeflag |= Utils.EMPTY_END_LINE | Utils.EMPTY_END_TEXT;
			const islastword = (state.flag & DFA.FLAG_LAST_WORD) !== 0;
			const isword = rune !== END_TEXT && Utils.isWordRune(rune);
			beforeflag |= isword === islastword ? Utils.EMPTY_NO_WORD_BOUNDARY : Utils.EMPTY_WORD_BOUNDARY;
			let pcs = state.nfaStates;
			if ((beforeflag & ~oldbeforeflag & needflag) !== 0) pcs = this.closure(pcs, beforeflag).pcs;
			const nextPCs = [];
			let ismatch = false;
			let ids = NO_IDS;
			for (let i = 0; i < pcs.length; i++) {
				const inst = this.prog.getInst(pcs[i]);
				if (inst.op === Inst.MATCH) {
					if (!ismatch) {
						ismatch = true;
						ids = [];
					}
					ids.push(inst.arg);
				} else if (rune !== END_TEXT && Inst.isRuneOp(inst.op) && inst.matchRune(rune)) nextPCs.push(inst.out);
			}
			if (ids.length > 1) ids.sort((a, b) => a - b);
			if (anchor === RE2Flags.UNANCHORED && rune !== END_TEXT) nextPCs.push(this.prog.start);
			let flag = afterflag;
			if (ismatch) flag |= DFA.FLAG_MATCH;
			if (isword) flag |= DFA.FLAG_LAST_WORD;
			const nextState = this.makeState(nextPCs, flag, ids);
			if (nextState === null) return null;
			table[cls] = nextState;
			return nextState;
		}
		start(input, pos) {
			const context = input.context(pos);
			let flags;
			if ((context & Utils.EMPTY_BEGIN_TEXT) !== 0) flags = Utils.EMPTY_BEGIN_TEXT | Utils.EMPTY_BEGIN_LINE;
			else if ((context & Utils.EMPTY_BEGIN_LINE) !== 0) flags = Utils.EMPTY_BEGIN_LINE;
			else {
				const r = input.step(pos);
				const nextIsWord = r >= 0 && Utils.isWordRune(r >> 3);
				flags = (context & Utils.EMPTY_WORD_BOUNDARY) !== 0 !== nextIsWord ? DFA.FLAG_LAST_WORD : 0;
			}
			let state = this.startStates.get(flags);
			if (state === void 0) {
				state = this.makeState([this.prog.start], flags, NO_IDS);
				if (state === null) {
					this.clearCache();
					state = this.makeState([this.prog.start], flags, NO_IDS);
					if (state === null) return null;
				}
				this.startStates.set(flags, state);
			}
			return state;
		}
		stepOrReset(state, cls, rune, anchor, pos, search) {
			let next = this.step(state, cls, rune, anchor);
			if (next !== null) return next;
			if (search.resetPos >= 0 && pos - search.resetPos < DFA.PROGRESS_PER_STATE * this.stateCount) return null;
			search.resetPos = pos;
			const restored = this.resetCache(state);
			if (restored === null) return null;
			next = this.step(restored, cls, rune, anchor);
			return next;
		}
		run(input, pos, anchor, state, onMatch) {
			const endPos = input.endPos();
			const latin1Class = this.latin1Class;
			const unanchored = anchor === RE2Flags.UNANCHORED;
			const search = { resetPos: -1 };
			let i = pos;
			while (i < endPos) {
				const r = input.step(i);
				const rune = r >> 3;
				const width = r & 7;
				if (width === 0) break;
				const cls = rune <= Unicode.MAX_LATIN1 ? latin1Class[rune] : this.runeClass(rune);
				let next = unanchored && state.next !== null ? state.next[cls] : null;
				if (next === null) {
					next = this.stepOrReset(state, cls, rune, anchor, i, search);
					if (next === null) return null;
				}
				state = next;
				if (state.isMatch && onMatch(state, false)) return true;
				if (!unanchored && state.nfaStates.length === 0) return false;
				i += width;
			}
			state = this.stepOrReset(state, this.numClasses, END_TEXT, anchor, i, search);
			if (state === null) return null;
			return state.isMatch && onMatch(state, true);
		}
		match(input, pos, anchor) {
			if (this.failed) return null;
			if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return false;
			const startState = this.start(input, pos);
			if (startState === null) return null;
			return this.run(input, pos, anchor, startState, (state, atEnd) => anchor !== RE2Flags.ANCHOR_BOTH || atEnd);
		}
		matchSet(input, pos, anchor) {
			if (this.failed) return null;
			if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return [];
			const startState = this.start(input, pos);
			if (startState === null) return null;
			const matches = /* @__PURE__ */ new Set();
			const collect = (state, atEnd) => {
				if (anchor !== RE2Flags.ANCHOR_BOTH || atEnd) for (let k = 0; k < state.matchIDs.length; k++) matches.add(state.matchIDs[k]);
				return false;
			};
			if (this.run(input, pos, anchor, startState, collect) === null) return null;
			return Array.from(matches).sort((a, b) => a - b);
		}
	};
	const VISITED_BITS = 32;
	const MAX_BACKTRACK_PROG = 500;
	const INITIAL_JOB_CAPACITY = 256;
	const MAX_BACKTRACK_VECTOR = 262144;
	var BitState = class {
		constructor() {
			this.end = 0;
			this.cap = /* @__PURE__ */ new Int32Array(0);
			this.matchcap = /* @__PURE__ */ new Int32Array(0);
			this.ncap = 0;
			this.jobPc = new Int32Array(INITIAL_JOB_CAPACITY);
			this.jobArg = new Uint8Array(INITIAL_JOB_CAPACITY);
			this.jobPos = new Int32Array(INITIAL_JOB_CAPACITY);
			this.jobLen = 0;
			this.visited = /* @__PURE__ */ new Uint32Array(0);
		}
		reset(prog, end, ncap) {
			this.end = end;
			this.jobLen = 0;
			this.ncap = ncap;
			const visitedSize = prog.numInst() * (end + 1) + VISITED_BITS - 1 >>> 5;
			if (this.visited.length < visitedSize) this.visited = new Uint32Array(visitedSize);
			else this.visited.fill(0, 0, visitedSize);
			if (this.cap.length < ncap) this.cap = new Int32Array(ncap).fill(-1);
			else this.cap.fill(-1, 0, ncap);
			if (this.matchcap.length < ncap) this.matchcap = new Int32Array(ncap).fill(-1);
			else this.matchcap.fill(-1, 0, ncap);
		}
		shouldVisit(pc, pos) {
			const n = pc * (this.end + 1) + pos;
			const idx = n >>> 5;
			const mask = 1 << (n & 31);
			if ((this.visited[idx] & mask) !== 0) return false;
			this.visited[idx] |= mask;
			return true;
		}
		push(re2, pc, pos, arg) {
			if (re2.prog.getInst(pc).op !== Inst.FAIL && (arg || this.shouldVisit(pc, pos))) {
				if (this.jobLen >= this.jobPc.length) {
					const newSize = this.jobPc.length * 2;
					const newPc = new Int32Array(newSize);
					newPc.set(this.jobPc);
					this.jobPc = newPc;
					const newArg = new Uint8Array(newSize);
					newArg.set(this.jobArg);
					this.jobArg = newArg;
					const newPos = new Int32Array(newSize);
					newPos.set(this.jobPos);
					this.jobPos = newPos;
				}
				this.jobPc[this.jobLen] = pc;
				this.jobArg[this.jobLen] = arg ? 1 : 0;
				this.jobPos[this.jobLen] = pos;
				this.jobLen++;
			}
		}
		tryBacktrack(re2, input, pc, pos, anchor) {
			const longest = re2.longest;
			this.push(re2, pc, pos, false);
			while (this.jobLen > 0) {
				this.jobLen--;
				let currentPc = this.jobPc[this.jobLen];
				let arg = this.jobArg[this.jobLen] === 1;
				let currentPos = this.jobPos[this.jobLen];
				let skipShouldVisit = true;
				while (true) {
					if (!skipShouldVisit) {
						if (!this.shouldVisit(currentPc, currentPos)) break;
					}
					skipShouldVisit = false;
					const inst = re2.prog.getInst(currentPc);
					switch (inst.op) {
						case Inst.FAIL: break;
						case Inst.ALT: if (arg) {
							arg = false;
							currentPc = inst.arg;
							continue;
						} else {
							this.push(re2, currentPc, currentPos, true);
							currentPc = inst.out;
							continue;
						}
						case Inst.ALT_MATCH: {
							const outInst = re2.prog.getInst(inst.out);
							if (Inst.isRuneOp(outInst.op)) {
								this.push(re2, inst.arg, currentPos, false);
								currentPc = inst.arg;
								currentPos = this.end;
								continue;
							}
							this.push(re2, inst.out, this.end, false);
							currentPc = inst.out;
							continue;
						}
						case Inst.RUNE: {
							const r = input.step(currentPos);
							if (r === MachineInputBase.EOF()) break;
							if (!inst.matchRune(r >> 3)) break;
							currentPos += r & 7;
							currentPc = inst.out;
							continue;
						}
						case Inst.RUNE1: {
							const r = input.step(currentPos);
							if (r === MachineInputBase.EOF()) break;
							if (r >> 3 !== inst.runes[0]) break;
							currentPos += r & 7;
							currentPc = inst.out;
							continue;
						}
						case Inst.RUNE_ANY_NOT_NL: {
							const r = input.step(currentPos);
							if (r === MachineInputBase.EOF()) break;
							if (r >> 3 === 10) break;
							currentPos += r & 7;
							currentPc = inst.out;
							continue;
						}
						case Inst.RUNE_ANY: {
							const r = input.step(currentPos);
							if (r === MachineInputBase.EOF()) break;
							currentPos += r & 7;
							currentPc = inst.out;
							continue;
						}
						case Inst.CAPTURE: if (arg) {
							this.cap[inst.arg] = currentPos;
							break;
						} else {
							if (inst.arg < this.ncap) {
								this.push(re2, currentPc, this.cap[inst.arg], true);
								this.cap[inst.arg] = currentPos;
							}
							currentPc = inst.out;
							continue;
						}
						case Inst.EMPTY_WIDTH: {
							const flag = input.context(currentPos);
							if ((inst.arg & ~flag) !== 0) break;
							currentPc = inst.out;
							continue;
						}
						case Inst.NOP:
							currentPc = inst.out;
							continue;
						case Inst.MATCH: {
							if (anchor === RE2Flags.ANCHOR_BOTH && currentPos !== this.end) break;
							if (this.ncap === 0) return true;
							if (this.ncap > 1) this.cap[1] = currentPos;
							const old = this.matchcap[1];
							if (old === -1 || longest && currentPos > 0 && currentPos > old) this.matchcap.set(this.cap);
							if (!longest) return true;
							if (currentPos === this.end) return true;
							break;
						}
						case Inst.LB_WRITE:
						case Inst.LB_CHECK: throw new RE2JSInternalException("Backtracker cannot evaluate Lookbehind instructions");
						default: throw new RE2JSInternalException("bad inst");
					}
					break;
				}
			}
			return longest && this.matchcap.length > 1 && this.matchcap[1] >= 0;
		}
	};
	const bitStatePool = [];
	var Backtracker = class Backtracker {
		static shouldBacktrack(prog) {
			return prog.numInst() <= MAX_BACKTRACK_PROG;
		}
		static maxBitStateLen(prog) {
			if (!Backtracker.shouldBacktrack(prog)) return 0;
			return Math.floor(MAX_BACKTRACK_VECTOR / prog.numInst());
		}
		static execute(re2, input, pos, anchor, ncap) {
			const startCond = re2.cond;
			if (startCond === Utils.EMPTY_ALL) return null;
			if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return null;
			if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && pos !== 0) return null;
			const b = bitStatePool.length > 0 ? bitStatePool.pop() : new BitState();
			const end = input.endPos();
			b.reset(re2.prog, end, ncap);
			let matched = false;
			if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 || anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) {
				if (b.ncap > 0) b.cap[0] = pos;
				if (b.tryBacktrack(re2, input, re2.prog.start, pos, anchor)) matched = true;
			} else {
				let width = -1;
				for (; pos <= end && width !== 0; pos += width) {
					if (re2.prefix.length > 0) {
						const advance = input.index(re2, pos);
						if (advance < 0) break;
						pos += advance;
					}
					if (b.ncap > 0) b.cap[0] = pos;
					if (b.tryBacktrack(re2, input, re2.prog.start, pos, anchor)) {
						matched = true;
						break;
					}
					const r = input.step(pos);
					width = r === MachineInputBase.EOF() ? 0 : r & 7;
				}
			}
			if (!matched) {
				bitStatePool.push(b);
				return null;
			}
			const result = ncap === 0 ? [] : Utils.toArray(b.matchcap.subarray(0, ncap));
			bitStatePool.push(b);
			return result;
		}
	};
	var QueueOnePass = class {
		constructor(size) {
			this.sparse = new Uint32Array(size);
			this.dense = new Uint32Array(size);
			this.size = 0;
			this.nextIndex = 0;
		}
		empty() {
			return this.nextIndex >= this.size;
		}
		next() {
			return this.dense[this.nextIndex++];
		}
		clear() {
			this.size = 0;
			this.nextIndex = 0;
		}
		contains(u) {
			return u < this.sparse.length && this.sparse[u] < this.size && this.dense[this.sparse[u]] === u;
		}
		insert(u) {
			if (!this.contains(u)) this.insertNew(u);
		}
		insertNew(u) {
			if (u >= this.sparse.length) return;
			this.sparse[u] = this.size;
			this.dense[this.size] = u;
			this.size++;
		}
	};
	const mergeRuneSets = (leftRunes, rightRunes, leftPC, rightPC) => {
		const leftLen = leftRunes.length;
		const rightLen = rightRunes.length;
		let lx = 0, rx = 0;
		const merged = [];
		const next = [];
		let ok = true;
		let ix = -1;
		const extend = (isLeft) => {
			const newArray = isLeft ? leftRunes : rightRunes;
			const low = isLeft ? lx : rx;
			const pc = isLeft ? leftPC : rightPC;
			if (ix > 0 && newArray[low] <= merged[ix]) return false;
			merged.push(newArray[low], newArray[low + 1]);
			if (isLeft) lx += 2;
			else rx += 2;
			ix += 2;
			next.push(pc);
			return true;
		};
		while (lx < leftLen || rx < rightLen) {
			if (rx >= rightLen) ok = extend(true);
			else if (lx >= leftLen) ok = extend(false);
			else if (rightRunes[rx] < leftRunes[lx]) ok = extend(false);
			else ok = extend(true);
			if (!ok) return null;
		}
		return {
			merged,
			next
		};
	};
	var OnePassProg = class {
		constructor(prog) {
			this.start = prog.start;
			this.numCap = prog.numCap;
			this.inst = new Array(prog.inst.length);
			for (let i = 0; i < prog.inst.length; i++) {
				const orig = prog.inst[i];
				const inst = new Inst(orig.op);
				inst.out = orig.out;
				inst.arg = orig.arg;
				inst.runes = orig.runes ? new Int32Array(orig.runes) : /* @__PURE__ */ new Int32Array(0);
				inst.next = null;
				this.inst[i] = inst;
			}
		}
	};
	const onePassCopy = (prog) => {
		const p = new OnePassProg(prog);
		for (let pc = 0; pc < p.inst.length; pc++) {
			const inst = p.inst[pc];
			if (inst.op !== Inst.ALT && inst.op !== Inst.ALT_MATCH) continue;
			let pAOther = "out";
			let pAAlt = "arg";
			let instAlt = p.inst[inst[pAAlt]];
			if (instAlt.op !== Inst.ALT && instAlt.op !== Inst.ALT_MATCH) {
				pAOther = "arg";
				pAAlt = "out";
				instAlt = p.inst[inst[pAAlt]];
				if (instAlt.op !== Inst.ALT && instAlt.op !== Inst.ALT_MATCH) continue;
			}
			const instOther = p.inst[inst[pAOther]];
			if (instOther.op === Inst.ALT || instOther.op === Inst.ALT_MATCH) continue;
			let pBAlt = "out";
			let pBOther = "arg";
			let patch = false;
			if (instAlt.out === pc) patch = true;
			else if (instAlt.arg === pc) {
				patch = true;
				pBAlt = "arg";
				pBOther = "out";
			}
			if (patch) instAlt[pBAlt] = inst[pAOther];
			if (inst[pAOther] === instAlt[pBAlt]) inst[pAAlt] = instAlt[pBOther];
		}
		return p;
	};
	const makeOnePass = (p) => {
		if (p.inst.length >= 1e3) return null;
		const instQueue = new QueueOnePass(p.inst.length);
		const visitQueue = new QueueOnePass(p.inst.length);
		const onePassRunes = new Array(p.inst.length);
		const m = new Array(p.inst.length).fill(false);
		const check = (pc) => {
			let ok = true;
			const inst = p.inst[pc];
			if (visitQueue.contains(pc)) return true;
			visitQueue.insert(pc);
			switch (inst.op) {
				case Inst.ALT:
				case Inst.ALT_MATCH: {
					ok = check(inst.out) && check(inst.arg);
					let matchOut = m[inst.out];
					let matchArg = m[inst.arg];
					if (matchOut && matchArg) return false;
					if (matchArg) {
						const tempOut = inst.out;
						inst.out = inst.arg;
						inst.arg = tempOut;
						const tempMatch = matchOut;
						matchOut = matchArg;
						matchArg = tempMatch;
					}
					if (matchOut) {
						m[pc] = true;
						inst.op = Inst.ALT_MATCH;
					}
					const leftRunes = onePassRunes[inst.out] || [];
					const rightRunes = onePassRunes[inst.arg] || [];
					const mergeRes = mergeRuneSets(leftRunes, rightRunes, inst.out, inst.arg);
					if (!mergeRes) return false;
					onePassRunes[pc] = new Int32Array(mergeRes.merged);
					inst.next = new Uint32Array(mergeRes.next);
					break;
				}
				case Inst.CAPTURE:
				case Inst.EMPTY_WIDTH:
				case Inst.NOP:
					ok = check(inst.out);
					m[pc] = m[inst.out];
					onePassRunes[pc] = onePassRunes[inst.out] ? new Int32Array(onePassRunes[inst.out]) : /* @__PURE__ */ new Int32Array(0);
					inst.next = new Uint32Array(Math.floor(onePassRunes[pc].length / 2) + 1).fill(inst.out);
					break;
				case Inst.MATCH:
				case Inst.FAIL:
					m[pc] = inst.op === Inst.MATCH;
					break;
				case Inst.RUNE: {
					m[pc] = false;
					if (inst.next && inst.next.length > 0) break;
					instQueue.insert(inst.out);
					if (!inst.runes || inst.runes.length === 0) {
						onePassRunes[pc] = /* @__PURE__ */ new Int32Array(0);
						inst.next = new Uint32Array([inst.out]);
						break;
					}
					let runes = [];
					if (inst.runes.length === 1 && (inst.arg & RE2Flags.FOLD_CASE) !== 0) {
						const r0 = inst.runes[0];
						runes.push(r0, r0);
						for (let r1 = Unicode.simpleFold(r0); r1 !== r0; r1 = Unicode.simpleFold(r1)) runes.push(r1, r1);
						runes.sort((a, b) => a - b);
					} else for (let j = 0; j < inst.runes.length; j++) runes.push(inst.runes[j]);
					onePassRunes[pc] = new Int32Array(runes);
					inst.next = new Uint32Array(Math.floor(runes.length / 2) + 1).fill(inst.out);
					inst.op = Inst.RUNE;
					break;
				}
				case Inst.RUNE1: {
					m[pc] = false;
					if (inst.next && inst.next.length > 0) break;
					instQueue.insert(inst.out);
					let runes = [];
					if ((inst.arg & RE2Flags.FOLD_CASE) !== 0) {
						const r0 = inst.runes[0];
						runes.push(r0, r0);
						for (let r1 = Unicode.simpleFold(r0); r1 !== r0; r1 = Unicode.simpleFold(r1)) runes.push(r1, r1);
						runes.sort((a, b) => a - b);
					} else runes.push(inst.runes[0], inst.runes[0]);
					onePassRunes[pc] = new Int32Array(runes);
					inst.next = new Uint32Array(Math.floor(runes.length / 2) + 1).fill(inst.out);
					inst.op = Inst.RUNE;
					break;
				}
				case Inst.RUNE_ANY:
					m[pc] = false;
					if (inst.next && inst.next.length > 0) break;
					instQueue.insert(inst.out);
					onePassRunes[pc] = new Int32Array([0, Unicode.MAX_RUNE]);
					inst.next = new Uint32Array([inst.out]);
					break;
				case Inst.RUNE_ANY_NOT_NL:
					m[pc] = false;
					if (inst.next && inst.next.length > 0) break;
					instQueue.insert(inst.out);
					onePassRunes[pc] = new Int32Array([
						0,
						9,
						11,
						Unicode.MAX_RUNE
					]);
					inst.next = new Uint32Array(Math.floor(onePassRunes[pc].length / 2) + 1).fill(inst.out);
			}
			return ok;
		};
		instQueue.clear();
		instQueue.insert(p.start);
		while (!instQueue.empty()) {
			visitQueue.clear();
			if (!check(instQueue.next())) return null;
		}
		for (let i = 0; i < p.inst.length; i++) if (onePassRunes[i]) p.inst[i].runes = onePassRunes[i];
		return p;
	};
	const cleanupOnePass = (p, original) => {
		for (let ix = 0; ix < original.inst.length; ix++) {
			const instOriginal = original.inst[ix];
			switch (instOriginal.op) {
				case Inst.ALT:
				case Inst.ALT_MATCH:
				case Inst.RUNE: break;
				case Inst.CAPTURE:
				case Inst.EMPTY_WIDTH:
				case Inst.NOP:
				case Inst.MATCH:
				case Inst.FAIL:
					p.inst[ix].next = null;
					break;
				case Inst.RUNE1:
				case Inst.RUNE_ANY:
				case Inst.RUNE_ANY_NOT_NL:
					p.inst[ix].next = null;
					p.inst[ix].op = instOriginal.op;
					p.inst[ix].runes = instOriginal.runes ? new Int32Array(instOriginal.runes) : /* @__PURE__ */ new Int32Array(0);
			}
		}
	};
	var OnePass = class OnePass {
		static compile(prog) {
			if (prog.start === 0) return null;
			if (prog.numLb > 0) return null;
			const startInst = prog.inst[prog.start];
			if (startInst.op !== Inst.EMPTY_WIDTH || (startInst.arg & Utils.EMPTY_BEGIN_TEXT) === 0) return null;
			let hasAlt = false;
			for (let i = 0; i < prog.inst.length; i++) if (prog.inst[i].op === Inst.ALT || prog.inst[i].op === Inst.ALT_MATCH) {
				hasAlt = true;
				break;
			}
			for (let i = 0; i < prog.inst.length; i++) {
				const inst = prog.inst[i];
				const opOut = prog.inst[inst.out].op;
				switch (inst.op) {
					case Inst.ALT:
					case Inst.ALT_MATCH:
						if (opOut === Inst.MATCH || prog.inst[inst.arg].op === Inst.MATCH) return null;
						break;
					case Inst.EMPTY_WIDTH:
						if (opOut === Inst.MATCH) {
							if ((inst.arg & Utils.EMPTY_END_TEXT) === Utils.EMPTY_END_TEXT) continue;
							return null;
						}
						break;
					default: if (opOut === Inst.MATCH && hasAlt) return null;
				}
			}
			let p = onePassCopy(prog);
			p = makeOnePass(p);
			if (p !== null) cleanupOnePass(p, prog);
			return p;
		}
		static next(inst, r) {
			const nextIdx = inst.matchRunePos(r);
			if (nextIdx >= 0) return inst.next[nextIdx];
			if (inst.op === Inst.ALT_MATCH) return inst.out;
			return 0;
		}
		static execute(re2, input, pos, anchor, ncap) {
			const onepass = re2.onepass;
			if (!onepass) return null;
			const matchcap = new Int32Array(ncap).fill(-1);
			let matched = false;
			let r = input.step(pos);
			let rune = r >> 3;
			let width = r & 7;
			let r1 = MachineInputBase.EOF();
			let rune1 = -1;
			let width1 = 0;
			if (r !== MachineInputBase.EOF()) {
				r1 = input.step(pos + width);
				if (r1 !== MachineInputBase.EOF()) {
					rune1 = r1 >> 3;
					width1 = r1 & 7;
				}
			}
			let flag = pos === 0 ? Utils.emptyOpContext(-1, rune) : input.context(pos);
			let pc = onepass.start;
			let inst;
			while (true) {
				inst = onepass.inst[pc];
				pc = inst.out;
				switch (inst.op) {
					case Inst.MATCH:
						if (anchor === RE2Flags.ANCHOR_BOTH && pos !== input.endPos()) return null;
						matched = true;
						if (matchcap.length > 0) {
							matchcap[0] = 0;
							matchcap[1] = pos;
						}
						return ncap === 0 ? [] : Utils.toArray(matchcap);
					case Inst.RUNE:
						if (!inst.matchRune(rune)) return null;
						break;
					case Inst.RUNE1:
						if (rune !== inst.runes[0]) return null;
						break;
					case Inst.RUNE_ANY: break;
					case Inst.RUNE_ANY_NOT_NL:
						if (rune === 10) return null;
						break;
					case Inst.ALT:
					case Inst.ALT_MATCH:
						pc = OnePass.next(inst, rune);
						continue;
					case Inst.FAIL: return null;
					case Inst.NOP: continue;
					case Inst.EMPTY_WIDTH:
						if ((inst.arg & ~flag) !== 0) return null;
						continue;
					case Inst.CAPTURE:
						if (inst.arg < matchcap.length) matchcap[inst.arg] = pos;
						continue;
					default: throw new RE2JSInternalException("bad inst");
				}
				if (width === 0) break;
				flag = Utils.emptyOpContext(rune, rune1);
				pos += width;
				rune = rune1;
				width = width1;
				if (rune !== -1) {
					r1 = input.step(pos + width);
					if (r1 !== MachineInputBase.EOF()) {
						rune1 = r1 >> 3;
						width1 = r1 & 7;
					} else {
						rune1 = -1;
						width1 = 0;
					}
				}
			}
			if (!matched) return null;
			return ncap === 0 ? [] : Utils.toArray(matchcap);
		}
	};
	/**
	* Regular expression abstract syntax tree. Produced by parser, used by compiler. NB, this
	* corresponds to {@code syntax.regexp} in the Go implementation; Go's {@code regexp} is called
	* {@code RE2} in Java.
	*/
	var Regexp = class Regexp {
		static Op = createEnum([
			"NO_MATCH",
			"EMPTY_MATCH",
			"LITERAL",
			"CHAR_CLASS",
			"ANY_CHAR_NOT_NL",
			"ANY_CHAR",
			"BEGIN_LINE",
			"END_LINE",
			"BEGIN_TEXT",
			"END_TEXT",
			"WORD_BOUNDARY",
			"NO_WORD_BOUNDARY",
			"CAPTURE",
			"STAR",
			"PLUS",
			"QUEST",
			"REPEAT",
			"CONCAT",
			"ALTERNATE",
			"PLB",
			"NLB",
			"LEFT_PAREN",
			"VERTICAL_BAR"
		]);
		static isPseudoOp(op) {
			return op >= Regexp.Op.LEFT_PAREN;
		}
		static emptySubs() {
			return [];
		}
		static quoteIfHyphen(rune) {
			if (rune === Codepoint.CODES["-"]) return "\\";
			return "";
		}
		static fromRegexp(re) {
			const regex = new Regexp(re.op);
			regex.flags = re.flags;
			regex.subs = re.subs;
			regex.runes = re.runes;
			regex.cap = re.cap;
			regex.min = re.min;
			regex.max = re.max;
			regex.name = re.name;
			regex.namedGroups = re.namedGroups;
			regex.lb = re.lb;
			return regex;
		}
		constructor(op) {
			this.op = op;
			this.flags = 0;
			this.subs = Regexp.emptySubs();
			this.runes = /* @__PURE__ */ new Int32Array(0);
			this.min = 0;
			this.max = 0;
			this.cap = 0;
			this.name = null;
			this.namedGroups = Object.create(null);
			this.lb = 0;
		}
		reinit() {
			this.flags = 0;
			this.subs = Regexp.emptySubs();
			this.runes = /* @__PURE__ */ new Int32Array(0);
			this.cap = 0;
			this.min = 0;
			this.max = 0;
			this.name = null;
			this.namedGroups = Object.create(null);
			this.lb = 0;
		}
		toString() {
			return this.appendTo();
		}
		appendTo() {
			let out = "";
			switch (this.op) {
				case Regexp.Op.NO_MATCH:
					out += "[^\\x00-\\x{10FFFF}]";
					break;
				case Regexp.Op.EMPTY_MATCH:
					out += "(?:)";
					break;
				case Regexp.Op.STAR:
				case Regexp.Op.PLUS:
				case Regexp.Op.QUEST:
				case Regexp.Op.REPEAT: {
					const sub = this.subs[0];
					if (sub.op > Regexp.Op.CAPTURE || sub.op === Regexp.Op.LITERAL && sub.runes.length > 1) out += `(?:${sub.appendTo()})`;
					else out += sub.appendTo();
					switch (this.op) {
						case Regexp.Op.STAR:
							out += "*";
							break;
						case Regexp.Op.PLUS:
							out += "+";
							break;
						case Regexp.Op.QUEST:
							out += "?";
							break;
						case Regexp.Op.REPEAT:
							out += `{${this.min}`;
							if (this.min !== this.max) {
								out += ",";
								if (this.max >= 0) out += this.max;
							}
							out += "}";
					}
					if ((this.flags & RE2Flags.NON_GREEDY) !== 0) out += "?";
					break;
				}
				case Regexp.Op.CONCAT:
					for (let sub of this.subs) if (sub.op === Regexp.Op.ALTERNATE) out += `(?:${sub.appendTo()})`;
					else out += sub.appendTo();
					break;
				case Regexp.Op.ALTERNATE: {
					let sep = "";
					for (let sub of this.subs) {
						out += sep;
						sep = "|";
						out += sub.appendTo();
					}
					break;
				}
				case Regexp.Op.LITERAL:
					if ((this.flags & RE2Flags.FOLD_CASE) !== 0) out += "(?i:";
					for (let rune of this.runes) out += Utils.escapeRune(rune);
					if ((this.flags & RE2Flags.FOLD_CASE) !== 0) out += ")";
					break;
				case Regexp.Op.ANY_CHAR_NOT_NL:
					out += "(?-s:.)";
					break;
				case Regexp.Op.ANY_CHAR:
					out += "(?s:.)";
					break;
				case Regexp.Op.PLB:
					out += `(?<=${this.subs[0].appendTo()})`;
					break;
				case Regexp.Op.NLB:
					out += `(?<!${this.subs[0].appendTo()})`;
					break;
				case Regexp.Op.CAPTURE:
					if (this.name === null || this.name.length === 0) out += "(";
					else out += `(?P<${this.name}>`;
					if (this.subs[0].op !== Regexp.Op.EMPTY_MATCH) out += this.subs[0].appendTo();
					out += ")";
					break;
				case Regexp.Op.BEGIN_TEXT:
					out += "\\A";
					break;
				case Regexp.Op.END_TEXT:
					if ((this.flags & RE2Flags.WAS_DOLLAR) !== 0) out += "(?-m:$)";
					else out += "\\z";
					break;
				case Regexp.Op.BEGIN_LINE:
					out += "^";
					break;
				case Regexp.Op.END_LINE:
					out += "$";
					break;
				case Regexp.Op.WORD_BOUNDARY:
					out += "\\b";
					break;
				case Regexp.Op.NO_WORD_BOUNDARY:
					out += "\\B";
					break;
				case Regexp.Op.CHAR_CLASS:
					if (this.runes.length % 2 !== 0) {
						out += "[invalid char class]";
						break;
					}
					out += "[";
					if (this.runes.length === 0) out += "^\\x00-\\x{10FFFF}";
					else if (this.runes[0] === 0 && this.runes[this.runes.length - 1] === Unicode.MAX_RUNE) {
						out += "^";
						for (let i = 1; i < this.runes.length - 1; i += 2) {
							const lo = this.runes[i] + 1;
							const hi = this.runes[i + 1] - 1;
							out += Regexp.quoteIfHyphen(lo);
							out += Utils.escapeRune(lo);
							if (lo !== hi) {
								out += "-";
								out += Regexp.quoteIfHyphen(hi);
								out += Utils.escapeRune(hi);
							}
						}
					} else for (let i = 0; i < this.runes.length; i += 2) {
						const lo = this.runes[i];
						const hi = this.runes[i + 1];
						out += Regexp.quoteIfHyphen(lo);
						out += Utils.escapeRune(lo);
						if (lo !== hi) {
							out += "-";
							out += Regexp.quoteIfHyphen(hi);
							out += Utils.escapeRune(hi);
						}
					}
					out += "]";
					break;
				default: out += this.op;
			}
			return out;
		}
		maxCap() {
			let m = 0;
			if (this.op === Regexp.Op.CAPTURE) m = this.cap;
			if (this.subs !== null) for (let sub of this.subs) {
				const n = sub.maxCap();
				if (m < n) m = n;
			}
			return m;
		}
		equals(that) {
			if (!(that !== null && that instanceof Regexp)) return false;
			if (this.op !== that.op) return false;
			switch (this.op) {
				case Regexp.Op.END_TEXT:
					if ((this.flags & RE2Flags.WAS_DOLLAR) !== (that.flags & RE2Flags.WAS_DOLLAR)) return false;
					break;
				case Regexp.Op.LITERAL:
				case Regexp.Op.CHAR_CLASS:
					if ((this.flags & RE2Flags.FOLD_CASE) !== (that.flags & RE2Flags.FOLD_CASE)) return false;
					if (this.runes === null && that.runes === null) break;
					if (this.runes === null || that.runes === null) return false;
					if (this.runes.length !== that.runes.length) return false;
					for (let i = 0; i < this.runes.length; i++) if (this.runes[i] !== that.runes[i]) return false;
					break;
				case Regexp.Op.ALTERNATE:
				case Regexp.Op.CONCAT:
					if (this.subs.length !== that.subs.length) return false;
					for (let i = 0; i < this.subs.length; ++i) if (!this.subs[i].equals(that.subs[i])) return false;
					break;
				case Regexp.Op.STAR:
				case Regexp.Op.PLUS:
				case Regexp.Op.QUEST:
					if ((this.flags & RE2Flags.NON_GREEDY) !== (that.flags & RE2Flags.NON_GREEDY) || !this.subs[0].equals(that.subs[0])) return false;
					break;
				case Regexp.Op.REPEAT:
					if ((this.flags & RE2Flags.NON_GREEDY) !== (that.flags & RE2Flags.NON_GREEDY) || this.min !== that.min || this.max !== that.max || !this.subs[0].equals(that.subs[0])) return false;
					break;
				case Regexp.Op.CAPTURE:
					if (this.cap !== that.cap || (this.name === null ? that.name !== null : this.name !== that.name) || !this.subs[0].equals(that.subs[0])) return false;
					break;
				case Regexp.Op.PLB:
				case Regexp.Op.NLB: if (this.lb !== that.lb || !this.subs[0].equals(that.subs[0])) return false;
			}
			return true;
		}
	};
	/**
	* Walks a Regexp tree without recursion, visiting nodes in the same order a recursive walk
	* would (RE2: re2/walker-inl.h, "Helper class for traversing Regexps without recursion").
	*
	* The handler sees a node without subexpressions once, through `leaf(re)`, which returns its
	* result. Any other node is seen up to three times:
	* - `enter(re)` before its children. It returns the state kept for `re` while its children are
	*   visited; a state whose `result` is already set skips the children.
	* - `child(re, state, result, i)` after child `i` produced `result`. Setting `state.result`
	*   stops visiting the remaining children.
	* - `leave(re, state)` after the last child; it returns the result for `re`.
	*
	* Counted repetitions expand into one nesting level per copy, so the simplified tree can be
	* thousands of levels deep; recursion over it would overflow the JS stack, which has no fixed
	* relation to the parser's nesting limit. This walk keeps its frames on the heap instead.
	*/
	var RegexpWalker = class {
		static walk(root, handler) {
			const stack = [];
			let re = root;
			let result;
			for (;;) {
				if (re.subs.length === 0) result = handler.leaf(re);
				else {
					const state = handler.enter(re);
					if (state.result === void 0) {
						stack.push({
							re,
							state,
							i: 0
						});
						re = re.subs[0];
						continue;
					}
					result = state.result;
				}
				for (;;) {
					if (stack.length === 0) return result;
					const frame = stack[stack.length - 1];
					handler.child(frame.re, frame.state, result, frame.i);
					frame.i++;
					if (frame.state.result === void 0 && frame.i < frame.re.subs.length) {
						re = frame.re.subs[frame.i];
						break;
					}
					stack.pop();
					result = frame.state.result !== void 0 ? frame.state.result : handler.leave(frame.re, frame.state);
				}
			}
		}
	};
	var AhoCorasick = class {
		constructor(words, alphabetSize) {
			const edges = /* @__PURE__ */ new Map();
			const parent = [0];
			const unit = [0];
			const depth = [0];
			const terminal = [0];
			for (const word of words) {
				let node = 0;
				for (let i = 0; i < word.length; i++) {
					const key = node * alphabetSize + word[i];
					let child = edges.get(key);
					if (child === void 0) {
						child = parent.length;
						edges.set(key, child);
						parent.push(node);
						unit.push(word[i]);
						depth.push(depth[node] + 1);
						terminal.push(0);
					}
					node = child;
				}
				terminal[node] = 1;
			}
			const numNodes = parent.length;
			const children = new Int32Array(numNodes - 1);
			for (let c = 1; c < numNodes; c++) children[c - 1] = c;
			children.sort((a, b) => parent[a] - parent[b] || unit[a] - unit[b]);
			const childStart = new Int32Array(numNodes + 1);
			for (let c = 1; c < numNodes; c++) childStart[parent[c] + 1]++;
			for (let n = 0; n < numNodes; n++) childStart[n + 1] += childStart[n];
			const childUnit = new Int32Array(numNodes - 1);
			for (let k = 0; k < children.length; k++) childUnit[k] = unit[children[k]];
			this.childStart = childStart;
			this.childUnit = childUnit;
			this.childNode = children;
			const byDepth = new Int32Array(numNodes);
			for (let n = 0; n < numNodes; n++) byDepth[n] = n;
			byDepth.sort((a, b) => depth[a] - depth[b]);
			const fail = new Int32Array(numNodes);
			const match = Uint8Array.from(terminal);
			for (let k = 1; k < numNodes; k++) {
				const c = byDepth[k];
				const p = parent[c];
				if (p !== 0) {
					let f = fail[p];
					let next = this.next(f, unit[c]);
					while (next < 0 && f !== 0) {
						f = fail[f];
						next = this.next(f, unit[c]);
					}
					fail[c] = next >= 0 ? next : 0;
				}
				match[c] |= match[fail[c]];
			}
			this.fail = fail;
			this.match = match;
		}
		next(node, u) {
			let lo = this.childStart[node];
			let hi = this.childStart[node + 1];
			const units = this.childUnit;
			while (lo < hi) {
				const mid = lo + hi >> 1;
				const m = units[mid];
				if (m === u) return this.childNode[mid];
				if (m < u) lo = mid + 1;
				else hi = mid;
			}
			return -1;
		}
		advance(node, u) {
			for (;;) {
				const next = this.next(node, u);
				if (next >= 0) return next;
				if (node === 0) return 0;
				node = this.fail[node];
			}
		}
		searchUTF16(charSeq, start, end) {
			let node = 0;
			for (let i = start; i < end; i++) {
				node = this.advance(node, charSeq.charCodeAt(i));
				if (this.match[node] === 1) return true;
			}
			return false;
		}
		searchUTF8(bytes, start, end) {
			let node = 0;
			for (let i = start; i < end; i++) {
				node = this.advance(node, bytes[i]);
				if (this.match[node] === 1) return true;
			}
			return false;
		}
	};
	var Prefilter = class Prefilter {
		static Type = {
			NONE: 0,
			EXACT: 1,
			AND: 2,
			OR: 3
		};
		static MAX_SCANS = 32;
		static MAX_AC_UNITS = 1 << 18;
		constructor(type) {
			this.type = type;
			this.subs = [];
			this.str = "";
			this.bytes = null;
			this.cost = type === Prefilter.Type.EXACT ? 1 : 0;
			this.allExact = false;
			this.ac16 = null;
			this.ac8 = null;
		}
		automaton16() {
			if (this.ac16 === null) {
				const words = this.subs.map((s) => {
					const arr = new Array(s.str.length);
					for (let i = 0; i < s.str.length; i++) arr[i] = s.str.charCodeAt(i);
					return arr;
				});
				this.ac16 = new AhoCorasick(words, 65536);
			}
			return this.ac16;
		}
		automaton8() {
			if (this.ac8 === null) this.ac8 = new AhoCorasick(this.subs.map((s) => s.bytes), 256);
			return this.ac8;
		}
		eval(input, pos) {
			switch (this.type) {
				case Prefilter.Type.NONE: return true;
				case Prefilter.Type.EXACT: return input.hasString(this, pos);
				case Prefilter.Type.AND:
					for (let i = 0; i < this.subs.length; i++) if (!this.subs[i].eval(input, pos)) return false;
					return true;
				case Prefilter.Type.OR:
					if (this.allExact) return input.hasAnyString(this, pos);
					for (let i = 0; i < this.subs.length; i++) if (this.subs[i].eval(input, pos)) return true;
					return false;
				default: return true;
			}
		}
	};
	var PrefilterTree = class PrefilterTree {
		static build(re) {
			if (!re) return new Prefilter(Prefilter.Type.NONE);
			return RegexpWalker.walk(re, PrefilterTree.WALKER);
		}
		static WALKER = {
			leaf: (re) => PrefilterTree.leaf(re),
			enter: (re) => PrefilterTree.enter(re),
			child: (re, state, result) => PrefilterTree.child(re, state, result),
			leave: (re, state) => PrefilterTree.leave(re, state)
		};
		static leaf(re) {
			if (re.op !== Regexp.Op.LITERAL) return new Prefilter(Prefilter.Type.NONE);
			if (re.runes.length === 0 || (re.flags & RE2Flags.FOLD_CASE) !== 0) return new Prefilter(Prefilter.Type.NONE);
			let str = "";
			for (let i = 0; i < re.runes.length; i++) {
				if (Unicode.isUnsearchable(re.runes[i])) return new Prefilter(Prefilter.Type.NONE);
				str += String.fromCodePoint(re.runes[i]);
			}
			const pf = new Prefilter(Prefilter.Type.EXACT);
			pf.str = str;
			pf.bytes = Utils.stringToUtf8ByteArray(pf.str);
			return pf;
		}
		static enter(re) {
			switch (re.op) {
				case Regexp.Op.CAPTURE:
				case Regexp.Op.PLUS: return { sub: null };
				case Regexp.Op.REPEAT:
					if (re.min >= 1) return { sub: null };
					return { result: new Prefilter(Prefilter.Type.NONE) };
				case Regexp.Op.CONCAT: return {
					pf: new Prefilter(Prefilter.Type.AND),
					subs: []
				};
				case Regexp.Op.ALTERNATE: return {
					pf: new Prefilter(Prefilter.Type.OR),
					subs: []
				};
				default: return { result: new Prefilter(Prefilter.Type.NONE) };
			}
		}
		static child(re, state, s) {
			if (state.subs === void 0) {
				state.sub = s;
				return;
			}
			if (state.pf.type === Prefilter.Type.AND) {
				if (s.type === Prefilter.Type.NONE) return;
				if (s.type === Prefilter.Type.AND) {
					for (let j = 0; j < s.subs.length; j++) state.subs.push(s.subs[j]);
					return;
				}
				state.subs.push(s);
				return;
			}
			if (s.type === Prefilter.Type.NONE) {
				state.result = new Prefilter(Prefilter.Type.NONE);
				return;
			}
			if (s.type === Prefilter.Type.OR) {
				for (let j = 0; j < s.subs.length; j++) state.subs.push(s.subs[j]);
				return;
			}
			state.subs.push(s);
		}
		static leave(re, state) {
			if (state.subs === void 0) return state.sub;
			const pf = state.pf;
			const seen = /* @__PURE__ */ new Set();
			const subs = [];
			for (const sub of state.subs) {
				if (sub.type === Prefilter.Type.EXACT) {
					if (seen.has(sub.str)) continue;
					seen.add(sub.str);
				}
				subs.push(sub);
			}
			if (pf.type === Prefilter.Type.AND) {
				const kept = [];
				let cost = 0;
				for (const sub of subs) {
					if (cost + sub.cost > Prefilter.MAX_SCANS) continue;
					kept.push(sub);
					cost += sub.cost;
				}
				if (kept.length === 0) return new Prefilter(Prefilter.Type.NONE);
				if (kept.length === 1) return kept[0];
				pf.subs = kept;
				pf.cost = cost;
				return pf;
			}
			if (subs.length === 0) return new Prefilter(Prefilter.Type.NONE);
			if (subs.length === 1) return subs[0];
			pf.subs = subs;
			let allExact = true;
			let cost = 0;
			let units = 0;
			for (const sub of subs) {
				if (sub.type !== Prefilter.Type.EXACT) allExact = false;
				else units += sub.bytes.length;
				cost += sub.cost;
			}
			if (allExact) {
				if (units > Prefilter.MAX_AC_UNITS) return new Prefilter(Prefilter.Type.NONE);
				pf.allExact = true;
				pf.cost = 1;
				return pf;
			}
			if (cost > Prefilter.MAX_SCANS) return new Prefilter(Prefilter.Type.NONE);
			pf.cost = cost;
			return pf;
		}
	};
	/**
	* A list of instruction pointers waiting to be patched.
	* Tracks both `head` and `tail` to allow O(1) appending during compilation.
	* * Values are encoded integers, not standard memory pointers:
	* - Program instruction index: `l >> 1`
	* - Patch `.out` field if: `(l & 1) === 0`
	* - Patch `.arg` field if: `(l & 1) === 1`
	* - `0` denotes an empty list.
	* * @see https://swtch.com/~rsc/regexp/regexp1.html
	*/
	var PatchList = class {
		/**
		* @param {number} head - Encoded pointer to the start of the patch list.
		* @param {number} tail - Encoded pointer to the end of the patch list.
		*/
		constructor(head = 0, tail = 0) {
			this.head = head;
			this.tail = tail;
		}
	};
	/**
	* A Prog is a compiled regular expression program.
	*/
	var Prog = class {
		constructor() {
			this.inst = [];
			this.start = 0;
			this.numCap = 2;
			this.lbStarts = [];
			this.numLb = 0;
			this.lbInst = null;
		}
		getInst(pc) {
			return this.inst[pc];
		}
		numInst() {
			return this.inst.length;
		}
		addInst(op) {
			this.inst.push(new Inst(op));
		}
		markLookbehindInsts() {
			const lbInst = new Uint8Array(this.inst.length);
			const pending = this.lbStarts.slice();
			while (pending.length > 0) {
				const pc = pending.pop();
				if (pc === 0 || lbInst[pc] === 1) continue;
				lbInst[pc] = 1;
				const i = this.inst[pc];
				switch (i.op) {
					case Inst.ALT:
					case Inst.ALT_MATCH:
						pending.push(i.out, i.arg);
						break;
					case Inst.MATCH:
					case Inst.FAIL: break;
					default: pending.push(i.out);
				}
			}
			this.lbInst = lbInst;
		}
		skipNop(pc) {
			let i = this.inst[pc];
			while (i.op === Inst.NOP || i.op === Inst.CAPTURE) {
				i = this.inst[pc];
				pc = i.out;
			}
			return i;
		}
		/** @returns {[boolean, string]} */
		prefix() {
			let prefix = "";
			let i = this.skipNop(this.start);
			if (!Inst.isRuneOp(i.op) || i.runes.length !== 1) return [i.op === Inst.MATCH, prefix];
			while (Inst.isRuneOp(i.op) && i.runes.length === 1 && (i.arg & RE2Flags.FOLD_CASE) === 0 && !Unicode.isUnsearchable(i.runes[0])) {
				prefix += String.fromCodePoint(i.runes[0]);
				i = this.skipNop(i.out);
			}
			return [i.op === Inst.MATCH, prefix];
		}
		startCond() {
			let flag = 0;
			let pc = this.start;
			loop: for (;;) {
				const i = this.inst[pc];
				switch (i.op) {
					case Inst.EMPTY_WIDTH:
						flag |= i.arg;
						break;
					case Inst.FAIL: return -1;
					case Inst.CAPTURE:
					case Inst.NOP: break;
					default: break loop;
				}
				pc = i.out;
			}
			return flag;
		}
		patch(l, val) {
			let head = l.head;
			while (head !== 0) {
				const i = this.inst[head >> 1];
				if ((head & 1) === 0) {
					head = i.out;
					i.out = val;
				} else {
					head = i.arg;
					i.arg = val;
				}
			}
		}
		append(l1, l2) {
			if (l1.head === 0) return l2;
			if (l2.head === 0) return l1;
			const i = this.inst[l1.tail >> 1];
			if ((l1.tail & 1) === 0) i.out = l2.head;
			else i.arg = l2.head;
			return new PatchList(l1.head, l2.tail);
		}
		/**
		*
		* @returns {string}
		*/
		toString() {
			let out = "";
			for (let pc = 0; pc < this.inst.length; pc++) {
				const len = out.length;
				out += pc;
				if (pc === this.start) out += "*";
				out += "        ".substring(out.length - len);
				out += this.inst[pc];
				out += "\n";
			}
			return out;
		}
	};
	const ANY_RUNE_NOT_NL = new Int32Array([
		0,
		Codepoint.CODES["\n"] - 1,
		Codepoint.CODES["\n"] + 1,
		Unicode.MAX_RUNE
	]);
	const ANY_RUNE = new Int32Array([0, Unicode.MAX_RUNE]);
	/**
	* A fragment of a compiled regular expression program.
	*
	* @see http://swtch.com/~rsc/regexp/regexp1.html
	* @class
	*/
	var Frag = class {
		constructor(i = 0, out = new PatchList(), nullable = false) {
			this.i = i;
			this.out = out;
			this.nullable = nullable;
		}
	};
	/**
	* Compiler from {@code Regexp} (RE2 abstract syntax) to {@code RE2} (compiled regular expression).
	*
	* The only entry point is {@link #compileRegexp}.
	*/
	var Compiler = class Compiler {
		static compileRegexp(re) {
			const c = new Compiler();
			const f = c.compile(re);
			c.prog.patch(f.out, c.newInst(Inst.MATCH).i);
			c.prog.start = f.i;
			c.prog.markLookbehindInsts();
			return c.prog;
		}
		static compileSet(regexps) {
			const c = new Compiler();
			if (regexps.length === 0) {
				c.prog.start = c.newInst(Inst.FAIL).i;
				c.prog.markLookbehindInsts();
				return c.prog;
			}
			let starts = [];
			for (let i = 0; i < regexps.length; i++) {
				c.lbOffset = c.prog.numLb;
				const f = c.compile(regexps[i]);
				const m = c.newInst(Inst.MATCH);
				c.prog.getInst(m.i).arg = i;
				c.prog.patch(f.out, m.i);
				starts.push(f.i);
			}
			let start = starts[0];
			for (let i = 1; i < starts.length; i++) {
				const f = c.newInst(Inst.ALT);
				const inst = c.prog.getInst(f.i);
				inst.out = start;
				inst.arg = starts[i];
				start = f.i;
			}
			c.prog.start = start;
			c.prog.markLookbehindInsts();
			return c.prog;
		}
		constructor() {
			this.prog = new Prog();
			this.newInst(Inst.FAIL);
			this.lbOffset = 0;
			this.runeCache = /* @__PURE__ */ new Map();
			this.walker = {
				leaf: (re) => this.leaf(re),
				enter: (re) => this.enter(re),
				child: (re, state, result) => this.child(re, state, result),
				leave: (re, state) => this.leave(re, state)
			};
		}
		newInst(op) {
			this.prog.addInst(op);
			return new Frag(this.prog.numInst() - 1, new PatchList(), true);
		}
		nop() {
			const f = this.newInst(Inst.NOP);
			f.out = new PatchList(f.i << 1, f.i << 1);
			return f;
		}
		fail() {
			return new Frag();
		}
		cap(arg) {
			const f = this.newInst(Inst.CAPTURE);
			f.out = new PatchList(f.i << 1, f.i << 1);
			this.prog.getInst(f.i).arg = arg;
			if (this.prog.numCap < arg + 1) this.prog.numCap = arg + 1;
			return f;
		}
		cat(f1, f2) {
			if (f1.i === 0 || f2.i === 0) {
				this.prog.patch(f1.out, 0);
				this.prog.patch(f2.out, 0);
				return this.fail();
			}
			this.prog.patch(f1.out, f2.i);
			return new Frag(f1.i, f2.out, f1.nullable && f2.nullable);
		}
		alt(f1, f2) {
			if (f1.i === 0) return f2;
			if (f2.i === 0) return f1;
			const f = this.newInst(Inst.ALT);
			const i = this.prog.getInst(f.i);
			i.out = f1.i;
			i.arg = f2.i;
			f.out = this.prog.append(f1.out, f2.out);
			f.nullable = f1.nullable || f2.nullable;
			return f;
		}
		loop(f1, nongreedy) {
			const f = this.newInst(Inst.ALT);
			const i = this.prog.getInst(f.i);
			if (nongreedy) {
				i.arg = f1.i;
				f.out = new PatchList(f.i << 1, f.i << 1);
			} else {
				i.out = f1.i;
				f.out = new PatchList(f.i << 1 | 1, f.i << 1 | 1);
			}
			this.prog.patch(f1.out, f.i);
			return f;
		}
		quest(f1, nongreedy) {
			if (f1.i === 0) return this.nop();
			const f = this.newInst(Inst.ALT);
			const i = this.prog.getInst(f.i);
			if (nongreedy) {
				i.arg = f1.i;
				f.out = new PatchList(f.i << 1, f.i << 1);
			} else {
				i.out = f1.i;
				f.out = new PatchList(f.i << 1 | 1, f.i << 1 | 1);
			}
			f.out = this.prog.append(f.out, f1.out);
			return f;
		}
		star(f1, nongreedy) {
			if (f1.i === 0) return this.nop();
			if (f1.nullable) return this.quest(this.plus(f1, nongreedy), nongreedy);
			return this.loop(f1, nongreedy);
		}
		plus(f1, nongreedy) {
			if (f1.i === 0) return this.fail();
			return new Frag(f1.i, this.loop(f1, nongreedy).out, f1.nullable);
		}
		empty(op) {
			const f = this.newInst(Inst.EMPTY_WIDTH);
			this.prog.getInst(f.i).arg = op;
			f.out = new PatchList(f.i << 1, f.i << 1);
			return f;
		}
		rune(runes, flags) {
			const f = this.newInst(Inst.RUNE);
			f.nullable = false;
			const i = this.prog.getInst(f.i);
			i.runes = runes;
			flags &= RE2Flags.FOLD_CASE;
			if (runes.length !== 1 || Unicode.simpleFold(runes[0]) === runes[0]) flags &= ~RE2Flags.FOLD_CASE;
			i.arg = flags;
			f.out = new PatchList(f.i << 1, f.i << 1);
			if ((flags & RE2Flags.FOLD_CASE) === 0 && runes.length === 1 || runes.length === 2 && runes[0] === runes[1]) i.op = Inst.RUNE1;
			else if (runes.length === 2 && runes[0] === 0 && runes[1] === Unicode.MAX_RUNE) i.op = Inst.RUNE_ANY;
			else if (runes.length === 4 && runes[0] === 0 && runes[1] === Codepoint.CODES["\n"] - 1 && runes[2] === Codepoint.CODES["\n"] + 1 && runes[3] === Unicode.MAX_RUNE) i.op = Inst.RUNE_ANY_NOT_NL;
			return f;
		}
		lookBehind(a, parsedLb) {
			const lb = Math.sign(parsedLb) * (Math.abs(parsedLb) + this.lbOffset);
			const id = this.newInst(Inst.LB_WRITE);
			this.prog.getInst(id.i).arg = lb;
			const any = this.rune(ANY_RUNE, 0);
			const dotStar = this.star(any, true);
			const lbAutomaton = this.cat(dotStar, a);
			this.prog.patch(lbAutomaton.out, id.i);
			const checkId = this.newInst(Inst.LB_CHECK);
			this.prog.getInst(checkId.i).arg = lb;
			this.prog.lbStarts.push(lbAutomaton.i);
			if (Math.abs(lb) > this.prog.numLb) this.prog.numLb = Math.abs(lb);
			checkId.out = new PatchList(checkId.i << 1, checkId.i << 1);
			return checkId;
		}
		compile(re) {
			return RegexpWalker.walk(re, this.walker);
		}
		leaf(re) {
			switch (re.op) {
				case Regexp.Op.NO_MATCH: return this.fail();
				case Regexp.Op.EMPTY_MATCH: return this.nop();
				case Regexp.Op.LITERAL: {
					if (re.runes.length === 0) return this.nop();
					let f = null;
					for (let r of re.runes) {
						let singleRune = this.runeCache.get(r);
						if (singleRune === void 0) {
							singleRune = new Int32Array([r]);
							this.runeCache.set(r, singleRune);
						}
						const f1 = this.rune(singleRune, re.flags);
						f = f === null ? f1 : this.cat(f, f1);
					}
					return f;
				}
				case Regexp.Op.CHAR_CLASS: return this.rune(re.runes, re.flags);
				case Regexp.Op.ANY_CHAR_NOT_NL: return this.rune(ANY_RUNE_NOT_NL, 0);
				case Regexp.Op.ANY_CHAR: return this.rune(ANY_RUNE, 0);
				case Regexp.Op.BEGIN_LINE: return this.empty(Utils.EMPTY_BEGIN_LINE);
				case Regexp.Op.END_LINE: return this.empty(Utils.EMPTY_END_LINE);
				case Regexp.Op.BEGIN_TEXT: return this.empty(Utils.EMPTY_BEGIN_TEXT);
				case Regexp.Op.END_TEXT: return this.empty(Utils.EMPTY_END_TEXT);
				case Regexp.Op.WORD_BOUNDARY: return this.empty(Utils.EMPTY_WORD_BOUNDARY);
				case Regexp.Op.NO_WORD_BOUNDARY: return this.empty(Utils.EMPTY_NO_WORD_BOUNDARY);
				case Regexp.Op.CONCAT:
				case Regexp.Op.ALTERNATE: return this.nop();
				default: throw new RE2JSCompileException("regexp: unhandled case in compile");
			}
		}
		enter(re) {
			switch (re.op) {
				case Regexp.Op.PLB:
				case Regexp.Op.NLB:
				case Regexp.Op.STAR:
				case Regexp.Op.PLUS:
				case Regexp.Op.QUEST: return { sub: null };
				case Regexp.Op.CAPTURE: return {
					bra: this.cap(re.cap << 1),
					sub: null
				};
				case Regexp.Op.CONCAT:
				case Regexp.Op.ALTERNATE: return { f: null };
				default: throw new RE2JSCompileException("regexp: unhandled case in compile");
			}
		}
		child(re, state, f1) {
			if (re.op === Regexp.Op.CONCAT) state.f = state.f === null ? f1 : this.cat(state.f, f1);
			else if (re.op === Regexp.Op.ALTERNATE) state.f = state.f === null ? f1 : this.alt(state.f, f1);
			else state.sub = f1;
		}
		leave(re, state) {
			switch (re.op) {
				case Regexp.Op.PLB:
				case Regexp.Op.NLB: return this.lookBehind(state.sub, re.lb);
				case Regexp.Op.CAPTURE: {
					const ket = this.cap(re.cap << 1 | 1);
					return this.cat(this.cat(state.bra, state.sub), ket);
				}
				case Regexp.Op.STAR: return this.star(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
				case Regexp.Op.PLUS: return this.plus(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
				case Regexp.Op.QUEST: return this.quest(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
				case Regexp.Op.CONCAT:
				case Regexp.Op.ALTERNATE: return state.f;
				default: throw new RE2JSCompileException("regexp: unhandled case in compile");
			}
		}
	};
	var Simplify = class Simplify {
		static simplify(re) {
			if (re === null) return null;
			return RegexpWalker.walk(re, Simplify.WALKER);
		}
		static WALKER = {
			leaf: (re) => Simplify.leaf(re),
			enter: (re) => Simplify.enter(re),
			child: (re, state, result, i) => Simplify.child(re, state, result, i),
			leave: (re, state) => Simplify.leave(re, state)
		};
		static leaf(re) {
			if (re.op === Regexp.Op.CHAR_CLASS) {
				if (re.runes === null) return re;
				if (re.runes.length === 0) return new Regexp(Regexp.Op.NO_MATCH);
				if (re.runes.length === 2 && re.runes[0] === 0 && re.runes[1] === Unicode.MAX_RUNE) return new Regexp(Regexp.Op.ANY_CHAR);
				if (re.runes.length === 4 && re.runes[0] === 0 && re.runes[1] === Codepoint.CODES["\n"] - 1 && re.runes[2] === Codepoint.CODES["\n"] + 1 && re.runes[3] === Unicode.MAX_RUNE) return new Regexp(Regexp.Op.ANY_CHAR_NOT_NL);
			}
			return re;
		}
		static enter(re) {
			switch (re.op) {
				case Regexp.Op.PLB:
				case Regexp.Op.NLB:
				case Regexp.Op.CAPTURE:
				case Regexp.Op.STAR:
				case Regexp.Op.PLUS:
				case Regexp.Op.QUEST: return { sub: null };
				case Regexp.Op.CONCAT:
				case Regexp.Op.ALTERNATE: return {
					subs: [],
					changed: false
				};
				case Regexp.Op.REPEAT:
					if (re.min === 0 && re.max === 0) return { result: new Regexp(Regexp.Op.EMPTY_MATCH) };
					return { sub: null };
				default: return { result: re };
			}
		}
		static child(re, state, nsub, i) {
			if (state.subs === void 0) {
				state.sub = nsub;
				return;
			}
			if (nsub !== re.subs[i]) state.changed = true;
			if (re.op === Regexp.Op.CONCAT) {
				if (nsub.op === Regexp.Op.NO_MATCH) {
					state.result = new Regexp(Regexp.Op.NO_MATCH);
					return;
				}
				if (nsub.op === Regexp.Op.EMPTY_MATCH) {
					state.changed = true;
					return;
				}
				if (nsub.op === Regexp.Op.CONCAT) {
					state.changed = true;
					for (let j = 0; j < nsub.subs.length; j++) state.subs.push(nsub.subs[j]);
					return;
				}
			} else {
				if (nsub.op === Regexp.Op.NO_MATCH) {
					state.changed = true;
					return;
				}
				if (nsub.op === Regexp.Op.ALTERNATE) {
					state.changed = true;
					for (let j = 0; j < nsub.subs.length; j++) state.subs.push(nsub.subs[j]);
					return;
				}
			}
			state.subs.push(nsub);
		}
		static leave(re, state) {
			switch (re.op) {
				case Regexp.Op.PLB:
				case Regexp.Op.NLB:
				case Regexp.Op.CAPTURE: {
					const sub = state.sub;
					if (sub !== re.subs[0]) {
						const nre = Regexp.fromRegexp(re);
						nre.runes = /* @__PURE__ */ new Int32Array(0);
						nre.subs = [sub];
						return nre;
					}
					return re;
				}
				case Regexp.Op.CONCAT:
				case Regexp.Op.ALTERNATE:
					if (state.changed) {
						const newSubs = state.subs;
						if (newSubs.length === 0) return new Regexp(re.op === Regexp.Op.CONCAT ? Regexp.Op.EMPTY_MATCH : Regexp.Op.NO_MATCH);
						if (newSubs.length === 1) return newSubs[0];
						const nre = Regexp.fromRegexp(re);
						nre.runes = /* @__PURE__ */ new Int32Array(0);
						nre.subs = newSubs;
						return nre;
					}
					return re;
				case Regexp.Op.STAR:
				case Regexp.Op.PLUS:
				case Regexp.Op.QUEST: return Simplify.simplify1(re.op, re.flags, state.sub, re);
				case Regexp.Op.REPEAT: return Simplify.simplifyRepeat(re, state.sub);
				default: return re;
			}
		}
		static simplifyRepeat(re, sub) {
			if (re.max === -1) {
				if (re.min === 0) return Simplify.simplify1(Regexp.Op.STAR, re.flags, sub, null);
				if (re.min === 1) return Simplify.simplify1(Regexp.Op.PLUS, re.flags, sub, null);
				const subs = [];
				for (let i = 0; i < re.min - 1; i++) subs.push(sub);
				subs.push(Simplify.simplify1(Regexp.Op.PLUS, re.flags, sub, null));
				return Simplify.concat(subs);
			}
			if (re.min === 1 && re.max === 1) return sub;
			let prefixSubs = null;
			if (re.min > 0) {
				prefixSubs = [];
				for (let i = 0; i < re.min; i++) prefixSubs.push(sub);
			}
			if (re.max > re.min) {
				let suffix = Simplify.simplify1(Regexp.Op.QUEST, re.flags, sub, null);
				for (let i = re.min + 1; i < re.max; i++) suffix = Simplify.simplify1(Regexp.Op.QUEST, re.flags, Simplify.concat([sub, suffix]), null);
				if (prefixSubs === null) return suffix;
				prefixSubs.push(suffix);
			}
			if (prefixSubs !== null) return Simplify.concat(prefixSubs);
			return new Regexp(Regexp.Op.NO_MATCH);
		}
		static concat(subs) {
			const newSubs = [];
			for (let i = 0; i < subs.length; i++) {
				const sub = subs[i];
				if (sub.op === Regexp.Op.NO_MATCH) return new Regexp(Regexp.Op.NO_MATCH);
				if (sub.op === Regexp.Op.EMPTY_MATCH) continue;
				if (sub.op === Regexp.Op.CONCAT) {
					for (let j = 0; j < sub.subs.length; j++) newSubs.push(sub.subs[j]);
					continue;
				}
				newSubs.push(sub);
			}
			if (newSubs.length === 0) return new Regexp(Regexp.Op.EMPTY_MATCH);
			if (newSubs.length === 1) return newSubs[0];
			const nre = new Regexp(Regexp.Op.CONCAT);
			nre.subs = newSubs;
			return nre;
		}
		static simplify1(op, flags, sub, re) {
			if (sub.op === Regexp.Op.EMPTY_MATCH) return sub;
			if (sub.op === Regexp.Op.NO_MATCH) {
				if (op === Regexp.Op.PLUS) return sub;
				return new Regexp(Regexp.Op.EMPTY_MATCH);
			}
			if (op === sub.op && (flags & RE2Flags.NON_GREEDY) === (sub.flags & RE2Flags.NON_GREEDY)) return sub;
			if (re !== null && re.op === op && (re.flags & RE2Flags.NON_GREEDY) === (flags & RE2Flags.NON_GREEDY) && sub === re.subs[0]) return re;
			const nre = new Regexp(op);
			nre.flags = flags;
			nre.subs = [sub];
			return nre;
		}
	};
	var CharGroup = class {
		constructor(sign, cls) {
			this.sign = sign;
			this.cls = cls;
		}
	};
	const code1 = [48, 57];
	const code2 = [
		9,
		10,
		12,
		13,
		32,
		32
	];
	const code3 = [
		48,
		57,
		65,
		90,
		95,
		95,
		97,
		122
	];
	const PERL_GROUPS = /* @__PURE__ */ new Map([
		["\\d", new CharGroup(1, code1)],
		["\\D", new CharGroup(-1, code1)],
		["\\s", new CharGroup(1, code2)],
		["\\S", new CharGroup(-1, code2)],
		["\\w", new CharGroup(1, code3)],
		["\\W", new CharGroup(-1, code3)]
	]);
	const code4 = [
		48,
		57,
		65,
		90,
		97,
		122
	];
	const code5 = [
		65,
		90,
		97,
		122
	];
	const code6 = [0, 127];
	const code7 = [
		9,
		9,
		32,
		32
	];
	const code8 = [
		0,
		31,
		127,
		127
	];
	const code9 = [48, 57];
	const code10 = [33, 126];
	const code11 = [97, 122];
	const code12 = [32, 126];
	const code13 = [
		33,
		47,
		58,
		64,
		91,
		96,
		123,
		126
	];
	const code14 = [
		9,
		13,
		32,
		32
	];
	const code15 = [65, 90];
	const code16 = [
		48,
		57,
		65,
		90,
		95,
		95,
		97,
		122
	];
	const code17 = [
		48,
		57,
		65,
		70,
		97,
		102
	];
	const POSIX_GROUPS = /* @__PURE__ */ new Map([
		["[:alnum:]", new CharGroup(1, code4)],
		["[:^alnum:]", new CharGroup(-1, code4)],
		["[:alpha:]", new CharGroup(1, code5)],
		["[:^alpha:]", new CharGroup(-1, code5)],
		["[:ascii:]", new CharGroup(1, code6)],
		["[:^ascii:]", new CharGroup(-1, code6)],
		["[:blank:]", new CharGroup(1, code7)],
		["[:^blank:]", new CharGroup(-1, code7)],
		["[:cntrl:]", new CharGroup(1, code8)],
		["[:^cntrl:]", new CharGroup(-1, code8)],
		["[:digit:]", new CharGroup(1, code9)],
		["[:^digit:]", new CharGroup(-1, code9)],
		["[:graph:]", new CharGroup(1, code10)],
		["[:^graph:]", new CharGroup(-1, code10)],
		["[:lower:]", new CharGroup(1, code11)],
		["[:^lower:]", new CharGroup(-1, code11)],
		["[:print:]", new CharGroup(1, code12)],
		["[:^print:]", new CharGroup(-1, code12)],
		["[:punct:]", new CharGroup(1, code13)],
		["[:^punct:]", new CharGroup(-1, code13)],
		["[:space:]", new CharGroup(1, code14)],
		["[:^space:]", new CharGroup(-1, code14)],
		["[:upper:]", new CharGroup(1, code15)],
		["[:^upper:]", new CharGroup(-1, code15)],
		["[:word:]", new CharGroup(1, code16)],
		["[:^word:]", new CharGroup(-1, code16)],
		["[:xdigit:]", new CharGroup(1, code17)],
		["[:^xdigit:]", new CharGroup(-1, code17)]
	]);
	/**
	* A "builder"-style helper class for manipulating character classes represented as an array of
	* pairs of runes [lo, hi], each denoting an inclusive interval.
	*
	* All methods mutate the internal state and return {@code this}, allowing operations to be chained.
	*/
	var CharClass = class CharClass {
		static charClassToString(r, len) {
			let result = "[";
			for (let i = 0; i < len; i += 2) {
				if (i > 0) result += " ";
				const lo = r[i];
				const hi = r[i + 1];
				if (lo === hi) result += `0x${lo.toString(16)}`;
				else result += `0x${lo.toString(16)}-0x${hi.toString(16)}`;
			}
			result += "]";
			return result;
		}
		static sortRanges(array, len) {
			const n = len >> 1;
			const order = new Array(n);
			for (let i = 0; i < n; i++) order[i] = i;
			order.sort((a, b) => array[2 * a] - array[2 * b] || array[2 * b + 1] - array[2 * a + 1]);
			const sorted = array.slice(0, len);
			for (let i = 0; i < n; i++) {
				array[2 * i] = sorted[2 * order[i]];
				array[2 * i + 1] = sorted[2 * order[i] + 1];
			}
		}
		/**
		* @param {number[]|Int32Array} [r]
		*/
		constructor(r = Utils.emptyInts()) {
			/** @type {number[]|Int32Array} */
			this.r = r;
			this.len = r.length;
		}
		toArray() {
			if (this.r instanceof Int32Array) return this.len === this.r.length ? this.r : this.r.subarray(0, this.len);
			return new Int32Array(this.len === this.r.length ? this.r : this.r.slice(0, this.len));
		}
		toGrowableArray() {
			if (Array.isArray(this.r)) {
				this.r.length = this.len;
				return this.r;
			}
			return Array.from(this.r.subarray(0, this.len));
		}
		cleanClass() {
			if (this.len < 4) return this;
			CharClass.sortRanges(this.r, this.len);
			let w = 2;
			for (let i = 2; i < this.len; i += 2) {
				const lo = this.r[i];
				const hi = this.r[i + 1];
				if (lo <= this.r[w - 1] + 1) {
					if (hi > this.r[w - 1]) this.r[w - 1] = hi;
					continue;
				}
				this.r[w] = lo;
				this.r[w + 1] = hi;
				w += 2;
			}
			this.len = w;
			return this;
		}
		appendLiteral(x, flags) {
			return (flags & RE2Flags.FOLD_CASE) !== 0 ? this.appendFoldedRange(x, x) : this.appendRange(x, x);
		}
		appendRange(lo, hi) {
			if (this.len > 0) {
				for (let i = 2; i <= 4; i += 2) if (this.len >= i) {
					const rlo = this.r[this.len - i];
					const rhi = this.r[this.len - i + 1];
					if (lo <= rhi + 1 && rlo <= hi + 1) {
						if (lo < rlo) this.r[this.len - i] = lo;
						if (hi > rhi) this.r[this.len - i + 1] = hi;
						return this;
					}
				}
			}
			this.r[this.len++] = lo;
			this.r[this.len++] = hi;
			return this;
		}
		appendFoldedRange(lo, hi) {
			if (lo <= Unicode.MIN_FOLD && hi >= Unicode.MAX_FOLD) return this.appendRange(lo, hi);
			if (hi < Unicode.MIN_FOLD || lo > Unicode.MAX_FOLD) return this.appendRange(lo, hi);
			if (lo < Unicode.MIN_FOLD) {
				this.appendRange(lo, Unicode.MIN_FOLD - 1);
				lo = Unicode.MIN_FOLD;
			}
			if (hi > Unicode.MAX_FOLD) {
				this.appendRange(Unicode.MAX_FOLD + 1, hi);
				hi = Unicode.MAX_FOLD;
			}
			for (let c = lo; c <= hi; c++) {
				this.appendRange(c, c);
				for (let f = Unicode.simpleFold(c); f !== c; f = Unicode.simpleFold(f)) this.appendRange(f, f);
			}
			return this;
		}
		appendClass(x) {
			for (let i = 0; i < x.length; i += 2) this.appendRange(x[i], x[i + 1]);
			return this;
		}
		appendFoldedClass(x) {
			for (let i = 0; i < x.length; i += 2) this.appendFoldedRange(x[i], x[i + 1]);
			return this;
		}
		appendNegatedClass(x) {
			let nextLo = 0;
			for (let i = 0; i < x.length; i += 2) {
				const lo = x[i];
				const hi = x[i + 1];
				if (nextLo <= lo - 1) this.appendRange(nextLo, lo - 1);
				nextLo = hi + 1;
			}
			if (nextLo <= Unicode.MAX_RUNE) this.appendRange(nextLo, Unicode.MAX_RUNE);
			return this;
		}
		appendTable(table) {
			for (let i = 0; i < table.length; ++i) {
				const lo = table.getLo(i);
				const hi = table.getHi(i);
				const stride = table.getStride(i);
				if (stride === 1) {
					this.appendRange(lo, hi);
					continue;
				}
				for (let c = lo; c <= hi; c += stride) this.appendRange(c, c);
			}
			return this;
		}
		appendNegatedTable(table) {
			let nextLo = 0;
			for (let i = 0; i < table.length; ++i) {
				const lo = table.getLo(i);
				const hi = table.getHi(i);
				const stride = table.getStride(i);
				if (stride === 1) {
					if (nextLo <= lo - 1) this.appendRange(nextLo, lo - 1);
					nextLo = hi + 1;
					continue;
				}
				for (let c = lo; c <= hi; c += stride) {
					if (nextLo <= c - 1) this.appendRange(nextLo, c - 1);
					nextLo = c + 1;
				}
			}
			if (nextLo <= Unicode.MAX_RUNE) this.appendRange(nextLo, Unicode.MAX_RUNE);
			return this;
		}
		appendTableWithSign(table, sign) {
			return sign < 0 ? this.appendNegatedTable(table) : this.appendTable(table);
		}
		negateClass() {
			let nextLo = 0;
			let w = 0;
			for (let i = 0; i < this.len; i += 2) {
				const lo = this.r[i];
				const hi = this.r[i + 1];
				if (nextLo <= lo - 1) {
					this.r[w] = nextLo;
					this.r[w + 1] = lo - 1;
					w += 2;
				}
				nextLo = hi + 1;
			}
			this.len = w;
			if (nextLo <= Unicode.MAX_RUNE) {
				this.r[this.len++] = nextLo;
				this.r[this.len++] = Unicode.MAX_RUNE;
			}
			return this;
		}
		appendClassWithSign(x, sign) {
			return sign < 0 ? this.appendNegatedClass(x) : this.appendClass(x);
		}
		appendGroup(g, foldCase) {
			let cls = g.cls;
			if (foldCase) cls = new CharClass().appendFoldedClass(cls).cleanClass().toArray();
			return this.appendClassWithSign(cls, g.sign);
		}
		toString() {
			return CharClass.charClassToString(this.r, this.len);
		}
	};
	var StringIterator = class {
		constructor(str) {
			this.str = str;
			this.position = 0;
		}
		pos() {
			return this.position;
		}
		rewindTo(pos) {
			this.position = pos;
		}
		more() {
			return this.position < this.str.length;
		}
		peek() {
			return this.str.codePointAt(this.position);
		}
		skip(n) {
			this.position += n;
		}
		skipString(s) {
			this.position += s.length;
		}
		pop() {
			const r = this.str.codePointAt(this.position);
			this.position += Utils.charCount(r);
			return r;
		}
		lookingAt(s) {
			return this.str.startsWith(s, this.position);
		}
		rest() {
			return this.str.substring(this.position);
		}
		from(beforePos) {
			return this.str.substring(beforePos, this.position);
		}
		toString() {
			return this.rest();
		}
	};
	/**
	* A parser of regular expression patterns.
	*
	* The only public entry point is {@link #parse(String pattern, int flags)}.
	*/
	var Parser = class Parser {
		static ERR_INTERNAL_ERROR = "regexp/syntax: internal error";
		static ERR_INVALID_CHAR_RANGE = "invalid character class range";
		static ERR_INVALID_ESCAPE = "invalid escape sequence";
		static ERR_INVALID_NAMED_CAPTURE = "invalid named capture";
		static ERR_INVALID_PERL_OP = "invalid or unsupported Perl syntax";
		static ERR_INVALID_REPEAT_OP = "invalid nested repetition operator";
		static ERR_INVALID_REPEAT_SIZE = "invalid repeat count";
		static ERR_MISSING_BRACKET = "missing closing ]";
		static ERR_MISSING_PAREN = "missing closing )";
		static ERR_MISSING_REPEAT_ARGUMENT = "missing argument to repetition operator";
		static ERR_TRAILING_BACKSLASH = "trailing backslash at end of expression";
		static ERR_DUPLICATE_NAMED_CAPTURE = "duplicate capture group name";
		static ERR_UNEXPECTED_PAREN = "unexpected )";
		static ERR_NESTING_DEPTH = "expression nests too deeply";
		static ERR_LARGE = "expression too large";
		static ERR_INVALID_CAPTURE_IN_LOOKBEHIND = "invalid capture in lookbehind";
		static MAX_HEIGHT = 1e3;
		static MAX_SIZE = 1398101;
		static MAX_RUNES = 33554432;
		static ANY_TABLE = new UnicodeRangeTable(new Uint32Array([
			0,
			Unicode.MAX_RUNE,
			1
		]));
		static ASCII_TABLE = new UnicodeRangeTable(new Uint32Array([
			0,
			127,
			1
		]));
		static ASCII_FOLD_TABLE = new UnicodeRangeTable(new Uint32Array([
			0,
			127,
			1,
			383,
			383,
			1,
			8490,
			8490,
			1
		]));
		static unicodeTable(name) {
			if (name === "Any") return {
				tab: Parser.ANY_TABLE,
				fold: Parser.ANY_TABLE,
				sign: 1
			};
			if (name === "Ascii") return {
				tab: Parser.ASCII_TABLE,
				fold: Parser.ASCII_FOLD_TABLE,
				sign: 1
			};
			if (name === "Assigned") return {
				tab: UnicodeTables.CATEGORIES.get("Cn"),
				fold: UnicodeTables.CATEGORIES.get("Cn"),
				sign: -1
			};
			if (name === "Lc") return {
				tab: UnicodeTables.CATEGORIES.get("LC"),
				fold: UnicodeTables.FOLD_CATEGORIES.get("LC"),
				sign: 1
			};
			if (UnicodeTables.CATEGORIES.has(name)) return {
				tab: UnicodeTables.CATEGORIES.get(name),
				fold: UnicodeTables.FOLD_CATEGORIES.get(name),
				sign: 1
			};
			if (UnicodeTables.SCRIPTS.has(name)) return {
				tab: UnicodeTables.SCRIPTS.get(name),
				fold: UnicodeTables.FOLD_SCRIPT.get(name),
				sign: 1
			};
			return null;
		}
		static minFoldRune(r) {
			if (r < Unicode.MIN_FOLD || r > Unicode.MAX_FOLD) return r;
			let min = r;
			const r0 = r;
			for (r = Unicode.simpleFold(r); r !== r0; r = Unicode.simpleFold(r)) if (min > r) min = r;
			return min;
		}
		static leadingRegexp(re) {
			if (re.op === Regexp.Op.EMPTY_MATCH) return null;
			if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
				const sub = re.subs[0];
				if (sub.op === Regexp.Op.EMPTY_MATCH) return null;
				return sub;
			}
			return re;
		}
		static literalRegexp(s, flags) {
			const re = new Regexp(Regexp.Op.LITERAL);
			re.flags = flags;
			re.runes = Utils.stringToRunes(s);
			return re;
		}
		/**
		* Parse regular expression pattern {@code pattern} with mode flags {@code flags}.
		* @param {string} pattern
		* @param {number} flags
		*/
		static parse(pattern, flags) {
			return new Parser(pattern, flags).parseInternal();
		}
		static parseRepeat(t) {
			const start = t.pos();
			if (!t.more() || !t.lookingAt("{")) return -1;
			t.skip(1);
			const min = Parser.parseInt(t);
			if (min === -1) return -1;
			if (!t.more()) return -1;
			let max;
			if (!t.lookingAt(",")) max = min;
			else {
				t.skip(1);
				if (!t.more()) return -1;
				if (t.lookingAt("}")) max = -1;
				else if ((max = Parser.parseInt(t)) === -1) return -1;
			}
			if (!t.more() || !t.lookingAt("}")) return -1;
			t.skip(1);
			if (min < 0 || min > 1e3 || max === -2 || max > 1e3 || max >= 0 && min > max) throw new RE2JSSyntaxException(Parser.ERR_INVALID_REPEAT_SIZE, t.from(start));
			return min << 16 | max & Unicode.MAX_BMP;
		}
		static isValidCaptureName(name) {
			if (name.length === 0) return false;
			for (let i = 0; i < name.length; i++) {
				const c = name.codePointAt(i);
				if (c !== Codepoint.CODES["_"] && !Utils.isalnum(c)) return false;
			}
			return true;
		}
		static parseInt(t) {
			const start = t.pos();
			while (t.more() && t.peek() >= Codepoint.CODES["0"] && t.peek() <= Codepoint.CODES["9"]) t.skip(1);
			const n = t.from(start);
			if (n.length === 0 || n.length > 1 && n.codePointAt(0) === Codepoint.CODES["0"]) return -1;
			if (n.length > 8) return -2;
			return parseInt(n, 10);
		}
		static isCharClass(re) {
			return re.op === Regexp.Op.LITERAL && re.runes.length === 1 || re.op === Regexp.Op.CHAR_CLASS || re.op === Regexp.Op.ANY_CHAR_NOT_NL || re.op === Regexp.Op.ANY_CHAR;
		}
		static matchRune(re, r) {
			switch (re.op) {
				case Regexp.Op.LITERAL: return re.runes.length === 1 && re.runes[0] === r;
				case Regexp.Op.CHAR_CLASS:
					for (let i = 0; i < re.runes.length; i += 2) if (re.runes[i] <= r && r <= re.runes[i + 1]) return true;
					return false;
				case Regexp.Op.ANY_CHAR_NOT_NL: return r !== Codepoint.CODES["\n"];
				case Regexp.Op.ANY_CHAR: return true;
			}
			return false;
		}
		static mergeCharClass(dst, src) {
			switch (dst.op) {
				case Regexp.Op.ANY_CHAR: break;
				case Regexp.Op.ANY_CHAR_NOT_NL:
					if (Parser.matchRune(src, Codepoint.CODES["\n"])) dst.op = Regexp.Op.ANY_CHAR;
					break;
				case Regexp.Op.CHAR_CLASS: {
					const cc = new CharClass(Array.isArray(dst.runes) ? dst.runes : Array.from(dst.runes));
					if (src.op === Regexp.Op.LITERAL) cc.appendLiteral(src.runes[0], src.flags);
					else cc.appendClass(src.runes);
					dst.runes = cc.toGrowableArray();
					break;
				}
				case Regexp.Op.LITERAL:
					if (src.runes[0] === dst.runes[0] && src.flags === dst.flags) break;
					dst.op = Regexp.Op.CHAR_CLASS;
					dst.runes = new CharClass().appendLiteral(dst.runes[0], dst.flags).appendLiteral(src.runes[0], src.flags).toGrowableArray();
			}
		}
		static parseEscape(t) {
			const startPos = t.pos();
			t.skip(1);
			if (!t.more()) throw new RE2JSSyntaxException(Parser.ERR_TRAILING_BACKSLASH);
			let c = t.pop();
			bigswitch: switch (c) {
				case Codepoint.CODES["1"]:
				case Codepoint.CODES["2"]:
				case Codepoint.CODES["3"]:
				case Codepoint.CODES["4"]:
				case Codepoint.CODES["5"]:
				case Codepoint.CODES["6"]:
				case Codepoint.CODES["7"]: if (!t.more() || t.peek() < Codepoint.CODES["0"] || t.peek() > Codepoint.CODES["7"]) break;
				case Codepoint.CODES["0"]: {
					let r = c - Codepoint.CODES["0"];
					for (let i = 1; i < 3; i++) {
						if (!t.more() || t.peek() < Codepoint.CODES["0"] || t.peek() > Codepoint.CODES["7"]) break;
						r = r * 8 + t.peek() - Codepoint.CODES["0"];
						t.skip(1);
					}
					return r;
				}
				case Codepoint.CODES["x"]: {
					if (!t.more()) break;
					c = t.pop();
					if (c === Codepoint.CODES["{"]) {
						let nhex = 0;
						let r = 0;
						while (true) {
							if (!t.more()) break bigswitch;
							c = t.pop();
							if (c === Codepoint.CODES["}"]) break;
							const v = Utils.unhex(c);
							if (v < 0) break bigswitch;
							r = r * 16 + v;
							if (r > Unicode.MAX_RUNE) break bigswitch;
							nhex++;
						}
						if (nhex === 0) break bigswitch;
						return r;
					}
					const x = Utils.unhex(c);
					if (!t.more()) break;
					c = t.pop();
					const y = Utils.unhex(c);
					if (x < 0 || y < 0) break;
					return x * 16 + y;
				}
				case Codepoint.CODES["a"]: return Codepoint.CODES["\x07"];
				case Codepoint.CODES["f"]: return Codepoint.CODES["\f"];
				case Codepoint.CODES["n"]: return Codepoint.CODES["\n"];
				case Codepoint.CODES["r"]: return Codepoint.CODES["\r"];
				case Codepoint.CODES["t"]: return Codepoint.CODES["	"];
				case Codepoint.CODES["v"]: return Codepoint.CODES["\v"];
				default: if (c <= Unicode.MAX_ASCII && !Utils.isalnum(c)) return c;
			}
			throw new RE2JSSyntaxException(Parser.ERR_INVALID_ESCAPE, t.from(startPos));
		}
		static parseClassChar(t, wholeClassPos) {
			if (!t.more()) throw new RE2JSSyntaxException(Parser.ERR_MISSING_BRACKET, t.from(wholeClassPos));
			if (t.lookingAt("\\")) return Parser.parseEscape(t);
			return t.pop();
		}
		static hasCapture(re) {
			if (re === null) return false;
			if (re.op === Regexp.Op.CAPTURE) return true;
			if (re.subs) {
				for (let sub of re.subs) if (Parser.hasCapture(sub)) return true;
			}
			return false;
		}
		constructor(wholeRegexp, flags = 0) {
			this.wholeRegexp = wholeRegexp;
			this.flags = flags;
			this.numCap = 0;
			this.namedGroups = Object.create(null);
			this.stack = [];
			this.free = null;
			this.numRegexp = 0;
			this.numRunes = 0;
			this.repeats = 0;
			this.height = null;
			this.size = null;
			this.nlb = 0;
		}
		newRegexp(op) {
			let re = this.free;
			if (re !== null && re.subs !== null && re.subs.length > 0) {
				this.free = re.subs[0];
				re.reinit();
				re.op = op;
			} else {
				re = new Regexp(op);
				this.numRegexp += 1;
			}
			return re;
		}
		reuse(re) {
			if (this.height !== null && this.height.has(re)) this.height.delete(re);
			if (re.subs !== null && re.subs.length > 0) re.subs[0] = this.free;
			this.free = re;
		}
		checkLimits(re) {
			if (this.numRunes > Parser.MAX_RUNES) throw new RE2JSSyntaxException(Parser.ERR_LARGE);
			this.checkSize(re);
			this.checkHeight(re);
		}
		checkSize(re) {
			if (this.size === null) {
				if (this.repeats === 0) this.repeats = 1;
				if (re.op === Regexp.Op.REPEAT) {
					let n = re.max;
					if (n === -1) n = re.min;
					if (n <= 0) n = 1;
					if (n > Math.floor(Parser.MAX_SIZE / this.repeats)) this.repeats = Parser.MAX_SIZE;
					else this.repeats *= n;
				}
				if (this.numRegexp < Math.floor(Parser.MAX_SIZE / this.repeats)) return;
				this.size = /* @__PURE__ */ new Map();
				for (let reEx of this.stack) this.checkSize(reEx);
			}
			if (this.calcSize(re, true) > Parser.MAX_SIZE) throw new RE2JSSyntaxException(Parser.ERR_LARGE);
		}
		calcSize(re, force = false) {
			if (!force && this.size !== null) {
				if (this.size.has(re)) return this.size.get(re);
			}
			let size = 0;
			switch (re.op) {
				case Regexp.Op.LITERAL:
					size = re.runes.length;
					break;
				case Regexp.Op.PLB:
				case Regexp.Op.NLB:
				case Regexp.Op.CAPTURE:
				case Regexp.Op.STAR:
					size = 2 + this.calcSize(re.subs[0]);
					break;
				case Regexp.Op.PLUS:
				case Regexp.Op.QUEST:
					size = 1 + this.calcSize(re.subs[0]);
					break;
				case Regexp.Op.CONCAT:
					for (let sub of re.subs) size = size + this.calcSize(sub);
					break;
				case Regexp.Op.ALTERNATE:
					for (let sub of re.subs) size = size + this.calcSize(sub);
					if (re.subs.length > 1) size = size + re.subs.length - 1;
					break;
				case Regexp.Op.REPEAT: {
					let sub = this.calcSize(re.subs[0]);
					if (re.max === -1) {
						if (re.min === 0) size = 2 + sub;
						else size = 1 + re.min * sub;
						break;
					}
					size = re.max * sub + (re.max - re.min);
					break;
				}
			}
			size = Math.max(1, size);
			if (this.size === null) this.size = /* @__PURE__ */ new Map();
			this.size.set(re, size);
			return size;
		}
		checkHeight(re) {
			if (this.numRegexp < Parser.MAX_HEIGHT) return;
			if (this.height === null) {
				this.height = /* @__PURE__ */ new Map();
				for (let reEx of this.stack) this.checkHeight(reEx);
			}
			if (this.calcHeight(re, true) > Parser.MAX_HEIGHT) throw new RE2JSSyntaxException(Parser.ERR_NESTING_DEPTH);
		}
		calcHeight(re, force = false) {
			if (!force && this.height !== null) {
				if (this.height.has(re)) return this.height.get(re);
			}
			let h = 1;
			for (let sub of re.subs) {
				const hsub = this.calcHeight(sub);
				if (h < 1 + hsub) h = 1 + hsub;
			}
			if (this.height === null) this.height = /* @__PURE__ */ new Map();
			this.height.set(re, h);
			return h;
		}
		pop() {
			return this.stack.pop();
		}
		popToPseudo() {
			const n = this.stack.length;
			let i = n;
			while (i > 0 && !Regexp.isPseudoOp(this.stack[i - 1].op)) i--;
			return this.stack.splice(i, n - i);
		}
		push(re) {
			this.numRunes += re.runes.length;
			if (re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 2 && re.runes[0] === re.runes[1]) {
				if (this.maybeConcat(re.runes[0], this.flags & ~RE2Flags.FOLD_CASE)) return null;
				re.op = Regexp.Op.LITERAL;
				re.runes = [re.runes[0]];
				re.flags = this.flags & ~RE2Flags.FOLD_CASE;
			} else if (re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 4 && re.runes[0] === re.runes[1] && re.runes[2] === re.runes[3] && Unicode.simpleFold(re.runes[0]) === re.runes[2] && Unicode.simpleFold(re.runes[2]) === re.runes[0] || re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 2 && re.runes[0] + 1 === re.runes[1] && Unicode.simpleFold(re.runes[0]) === re.runes[1] && Unicode.simpleFold(re.runes[1]) === re.runes[0]) {
				if (this.maybeConcat(re.runes[0], this.flags | RE2Flags.FOLD_CASE)) return null;
				re.op = Regexp.Op.LITERAL;
				re.runes = [re.runes[0]];
				re.flags = this.flags | RE2Flags.FOLD_CASE;
			} else this.maybeConcat(-1, 0);
			this.stack.push(re);
			this.checkLimits(re);
			return re;
		}
		maybeConcat(r, flags) {
			const n = this.stack.length;
			if (n < 2) return false;
			const re1 = this.stack[n - 1];
			const re2 = this.stack[n - 2];
			if (re1.op !== Regexp.Op.LITERAL || re2.op !== Regexp.Op.LITERAL || (re1.flags & RE2Flags.FOLD_CASE) !== (re2.flags & RE2Flags.FOLD_CASE)) return false;
			if (!Array.isArray(re2.runes)) re2.runes = Array.from(re2.runes);
			for (let i = 0; i < re1.runes.length; i++) re2.runes.push(re1.runes[i]);
			if (r >= 0) {
				re1.runes = [r];
				re1.flags = flags;
				return true;
			}
			this.pop();
			this.reuse(re1);
			return false;
		}
		newLiteral(r, flags) {
			const re = this.newRegexp(Regexp.Op.LITERAL);
			re.flags = flags;
			if ((flags & RE2Flags.FOLD_CASE) !== 0) r = Parser.minFoldRune(r);
			re.runes = [r];
			return re;
		}
		literal(r) {
			this.push(this.newLiteral(r, this.flags));
		}
		op(op) {
			const re = this.newRegexp(op);
			re.flags = this.flags;
			return this.push(re);
		}
		repeat(op, min, max, beforePos, t, lastRepeatPos) {
			let flags = this.flags;
			if ((flags & RE2Flags.PERL_X) !== 0) {
				if (t.more() && t.lookingAt("?")) {
					t.skip(1);
					flags ^= RE2Flags.NON_GREEDY;
				}
				if (lastRepeatPos !== -1) throw new RE2JSSyntaxException(Parser.ERR_INVALID_REPEAT_OP, t.from(lastRepeatPos));
			}
			const n = this.stack.length;
			if (n === 0) throw new RE2JSSyntaxException(Parser.ERR_MISSING_REPEAT_ARGUMENT, t.from(beforePos));
			const sub = this.stack[n - 1];
			if (Regexp.isPseudoOp(sub.op)) throw new RE2JSSyntaxException(Parser.ERR_MISSING_REPEAT_ARGUMENT, t.from(beforePos));
			const re = this.newRegexp(op);
			re.min = min;
			re.max = max;
			re.flags = flags;
			re.subs = [sub];
			this.stack[n - 1] = re;
			this.checkLimits(re);
			if (op === Regexp.Op.REPEAT && (min >= 2 || max >= 2) && !this.repeatIsValid(re, 1e3)) throw new RE2JSSyntaxException(Parser.ERR_INVALID_REPEAT_SIZE, t.from(beforePos));
		}
		repeatIsValid(re, n) {
			if (re.op === Regexp.Op.REPEAT) {
				let m = re.max;
				if (m === 0) return true;
				if (m < 0) m = re.min;
				if (m > n) return false;
				if (m > 0) n = Math.trunc(n / m);
			}
			for (let sub of re.subs) if (!this.repeatIsValid(sub, n)) return false;
			return true;
		}
		concat() {
			this.maybeConcat(-1, 0);
			const subs = this.popToPseudo();
			if (subs.length === 0) return this.push(this.newRegexp(Regexp.Op.EMPTY_MATCH));
			return this.push(this.collapse(subs, Regexp.Op.CONCAT));
		}
		alternate() {
			const subs = this.popToPseudo();
			if (subs.length > 0) this.cleanAlt(subs[subs.length - 1]);
			if (subs.length === 0) return this.push(this.newRegexp(Regexp.Op.NO_MATCH));
			return this.push(this.collapse(subs, Regexp.Op.ALTERNATE));
		}
		cleanAlt(re) {
			if (re.op === Regexp.Op.CHAR_CLASS) {
				re.runes = new CharClass(Array.from(re.runes)).cleanClass().toArray();
				if (re.runes.length === 2 && re.runes[0] === 0 && re.runes[1] === Unicode.MAX_RUNE) {
					re.runes = /* @__PURE__ */ new Int32Array(0);
					re.op = Regexp.Op.ANY_CHAR;
				} else if (re.runes.length === 4 && re.runes[0] === 0 && re.runes[1] === Codepoint.CODES["\n"] - 1 && re.runes[2] === Codepoint.CODES["\n"] + 1 && re.runes[3] === Unicode.MAX_RUNE) {
					re.runes = /* @__PURE__ */ new Int32Array(0);
					re.op = Regexp.Op.ANY_CHAR_NOT_NL;
				}
			}
		}
		collapse(subs, op) {
			if (subs.length === 1) return subs[0];
			let len = 0;
			for (let sub of subs) len += sub.op === op ? sub.subs.length : 1;
			let newsubs = new Array(len).fill(null);
			let i = 0;
			for (let sub of subs) if (sub.op === op) {
				for (let j = 0; j < sub.subs.length; j++) newsubs[i++] = sub.subs[j];
				this.reuse(sub);
			} else newsubs[i++] = sub;
			let re = this.newRegexp(op);
			re.subs = newsubs;
			if (op === Regexp.Op.ALTERNATE) {
				re.subs = this.factor(re.subs);
				if (re.subs.length === 1) {
					const old = re;
					re = re.subs[0];
					this.reuse(old);
				}
			}
			return re;
		}
		factor(array) {
			if (array.length < 2) return array;
			let s = 0;
			let lensub = array.length;
			let lenout = 0;
			let str = null;
			let strlen = 0;
			let strflags = 0;
			let start = 0;
			for (let i = 0; i <= lensub; i++) {
				let istr = null;
				let istrlen = 0;
				let iflags = 0;
				if (i < lensub) {
					let re = array[s + i];
					if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) re = re.subs[0];
					if (re.op === Regexp.Op.LITERAL) {
						istr = re.runes;
						istrlen = re.runes.length;
						iflags = re.flags & RE2Flags.FOLD_CASE;
					}
					if (iflags === strflags) {
						let same = 0;
						while (same < strlen && same < istrlen && str[same] === istr[same]) same++;
						if (same > 0) {
							strlen = same;
							continue;
						}
					}
				}
				if (i === start) {} else if (i === start + 1) array[lenout++] = array[s + start];
				else {
					const prefix = this.newRegexp(Regexp.Op.LITERAL);
					prefix.flags = strflags;
					prefix.runes = str.slice(0, strlen);
					for (let j = start; j < i; j++) {
						array[s + j] = this.removeLeadingString(array[s + j], strlen);
						this.checkLimits(array[s + j]);
					}
					const suffix = this.collapse(array.slice(s + start, s + i), Regexp.Op.ALTERNATE);
					const re = this.newRegexp(Regexp.Op.CONCAT);
					re.subs = [prefix, suffix];
					array[lenout++] = re;
				}
				start = i;
				str = istr;
				strlen = istrlen;
				strflags = iflags;
			}
			lensub = lenout;
			s = 0;
			start = 0;
			lenout = 0;
			let first = null;
			for (let i = 0; i <= lensub; i++) {
				let ifirst = null;
				if (i < lensub) {
					ifirst = Parser.leadingRegexp(array[s + i]);
					if (first !== null && first.equals(ifirst) && (Parser.isCharClass(first) || first.op === Regexp.Op.REPEAT && first.min === first.max && Parser.isCharClass(first.subs[0]))) continue;
				}
				if (i === start) {} else if (i === start + 1) array[lenout++] = array[s + start];
				else {
					const prefix = first;
					for (let j = start; j < i; j++) {
						const reuse = j !== start;
						array[s + j] = this.removeLeadingRegexp(array[s + j], reuse);
						this.checkLimits(array[s + j]);
					}
					const suffix = this.collapse(array.slice(s + start, s + i), Regexp.Op.ALTERNATE);
					const re = this.newRegexp(Regexp.Op.CONCAT);
					re.subs = [prefix, suffix];
					array[lenout++] = re;
				}
				start = i;
				first = ifirst;
			}
			lensub = lenout;
			s = 0;
			start = 0;
			lenout = 0;
			for (let i = 0; i <= lensub; i++) {
				if (i < lensub && Parser.isCharClass(array[s + i])) continue;
				if (i === start) {} else if (i === start + 1) array[lenout++] = array[s + start];
				else {
					let max = start;
					for (let j = start + 1; j < i; j++) {
						const subMax = array[s + max];
						const subJ = array[s + j];
						if (subMax.op < subJ.op || subMax.op === subJ.op && (subMax.runes !== null ? subMax.runes.length : 0) < (subJ.runes !== null ? subJ.runes.length : 0)) max = j;
					}
					const tmp = array[s + start];
					array[s + start] = array[s + max];
					array[s + max] = tmp;
					for (let j = start + 1; j < i; j++) {
						Parser.mergeCharClass(array[s + start], array[s + j]);
						this.reuse(array[s + j]);
					}
					this.cleanAlt(array[s + start]);
					array[lenout++] = array[s + start];
				}
				if (i < lensub) array[lenout++] = array[s + i];
				start = i + 1;
			}
			lensub = lenout;
			s = 0;
			start = 0;
			lenout = 0;
			for (let i = 0; i < lensub; ++i) {
				if (i + 1 < lensub && array[s + i].op === Regexp.Op.EMPTY_MATCH && array[s + i + 1].op === Regexp.Op.EMPTY_MATCH) continue;
				array[lenout++] = array[s + i];
			}
			lensub = lenout;
			s = 0;
			return array.slice(s, lensub);
		}
		removeLeadingString(re, n) {
			if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
				const sub = this.removeLeadingString(re.subs[0], n);
				re.subs[0] = sub;
				if (sub.op === Regexp.Op.EMPTY_MATCH) {
					this.reuse(sub);
					switch (re.subs.length) {
						case 0:
						case 1:
							re.op = Regexp.Op.EMPTY_MATCH;
							re.subs = Regexp.emptySubs();
							break;
						case 2: {
							const old = re;
							re = re.subs[1];
							this.reuse(old);
							break;
						}
						default: re.subs = re.subs.slice(1, re.subs.length);
					}
				}
				return re;
			}
			if (re.op === Regexp.Op.LITERAL) {
				re.runes = re.runes.slice(n, re.runes.length);
				if (re.runes.length === 0) re.op = Regexp.Op.EMPTY_MATCH;
			}
			return re;
		}
		removeLeadingRegexp(re, reuse) {
			if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
				if (reuse) this.reuse(re.subs[0]);
				re.subs = re.subs.slice(1, re.subs.length);
				switch (re.subs.length) {
					case 0:
						re.op = Regexp.Op.EMPTY_MATCH;
						re.subs = Regexp.emptySubs();
						break;
					case 1: {
						const old = re;
						re = re.subs[0];
						this.reuse(old);
						break;
					}
				}
				return re;
			}
			if (reuse) this.reuse(re);
			return this.newRegexp(Regexp.Op.EMPTY_MATCH);
		}
		parseInternal() {
			if ((this.flags & RE2Flags.LITERAL) !== 0) return Parser.literalRegexp(this.wholeRegexp, this.flags);
			let lastRepeatPos = -1;
			let min = -1;
			let max = -1;
			const t = new StringIterator(this.wholeRegexp);
			while (t.more()) {
				let repeatPos = -1;
				bigswitch: switch (t.peek()) {
					case Codepoint.CODES["("]:
						if ((this.flags & RE2Flags.LOOKBEHIND) !== 0) {
							if (t.lookingAt("(?<=")) {
								this.parsePosLookBehind();
								t.skip(4);
								break;
							}
							if (t.lookingAt("(?<!")) {
								this.parseNegLookBehind();
								t.skip(4);
								break;
							}
						}
						if ((this.flags & RE2Flags.PERL_X) !== 0 && t.lookingAt("(?")) {
							this.parsePerlFlags(t);
							break;
						}
						this.op(Regexp.Op.LEFT_PAREN).cap = ++this.numCap;
						t.skip(1);
						break;
					case Codepoint.CODES["|"]:
						this.parseVerticalBar();
						t.skip(1);
						break;
					case Codepoint.CODES[")"]:
						this.parseRightParen();
						t.skip(1);
						break;
					case Codepoint.CODES["^"]:
						if ((this.flags & RE2Flags.ONE_LINE) !== 0) this.op(Regexp.Op.BEGIN_TEXT);
						else this.op(Regexp.Op.BEGIN_LINE);
						t.skip(1);
						break;
					case Codepoint.CODES["$"]:
						if ((this.flags & RE2Flags.ONE_LINE) !== 0) this.op(Regexp.Op.END_TEXT).flags |= RE2Flags.WAS_DOLLAR;
						else this.op(Regexp.Op.END_LINE);
						t.skip(1);
						break;
					case Codepoint.CODES["."]:
						if ((this.flags & RE2Flags.DOT_NL) !== 0) this.op(Regexp.Op.ANY_CHAR);
						else this.op(Regexp.Op.ANY_CHAR_NOT_NL);
						t.skip(1);
						break;
					case Codepoint.CODES["["]:
						this.parseClass(t);
						break;
					case Codepoint.CODES["*"]:
					case Codepoint.CODES["+"]:
					case Codepoint.CODES["?"]: {
						repeatPos = t.pos();
						let op = null;
						switch (t.pop()) {
							case Codepoint.CODES["*"]:
								op = Regexp.Op.STAR;
								break;
							case Codepoint.CODES["+"]:
								op = Regexp.Op.PLUS;
								break;
							case Codepoint.CODES["?"]: op = Regexp.Op.QUEST;
						}
						this.repeat(op, min, max, repeatPos, t, lastRepeatPos);
						break;
					}
					case Codepoint.CODES["{"]: {
						const before = t.pos();
						const minMax = Parser.parseRepeat(t);
						if (minMax < 0) {
							t.rewindTo(before);
							this.literal(t.pop());
							break;
						}
						repeatPos = before;
						min = minMax >> 16;
						max = (minMax & Unicode.MAX_BMP) << 16 >> 16;
						this.repeat(Regexp.Op.REPEAT, min, max, repeatPos, t, lastRepeatPos);
						break;
					}
					case Codepoint.CODES["\\"]: {
						const savedPos = t.pos();
						t.skip(1);
						if ((this.flags & RE2Flags.PERL_X) !== 0 && t.more()) switch (t.pop()) {
							case Codepoint.CODES["A"]:
								this.op(Regexp.Op.BEGIN_TEXT);
								break bigswitch;
							case Codepoint.CODES["b"]:
								this.op(Regexp.Op.WORD_BOUNDARY);
								break bigswitch;
							case Codepoint.CODES["B"]:
								this.op(Regexp.Op.NO_WORD_BOUNDARY);
								break bigswitch;
							case Codepoint.CODES["C"]: throw new RE2JSSyntaxException(Parser.ERR_INVALID_ESCAPE, "\\C");
							case Codepoint.CODES["Q"]: {
								let lit = t.rest();
								const i = lit.indexOf("\\E");
								if (i >= 0) {
									lit = lit.substring(0, i);
									t.skipString(lit);
									t.skipString("\\E");
								} else t.skipString(lit);
								let j = 0;
								while (j < lit.length) {
									const codepoint = lit.codePointAt(j);
									this.literal(codepoint);
									j += Utils.charCount(codepoint);
								}
								break bigswitch;
							}
							case Codepoint.CODES["z"]:
								this.op(Regexp.Op.END_TEXT);
								break bigswitch;
							default: t.rewindTo(savedPos);
						}
						else t.rewindTo(savedPos);
						const re = this.newRegexp(Regexp.Op.CHAR_CLASS);
						re.flags = this.flags;
						if (t.lookingAt("\\p") || t.lookingAt("\\P")) {
							const cc = new CharClass();
							if (this.parseUnicodeClass(t, cc)) {
								re.runes = cc.toArray();
								this.push(re);
								break bigswitch;
							}
						}
						const cc = new CharClass();
						if (this.parsePerlClassEscape(t, cc)) {
							re.runes = cc.toArray();
							this.push(re);
							break bigswitch;
						}
						t.rewindTo(savedPos);
						this.reuse(re);
						this.literal(Parser.parseEscape(t));
						break;
					}
					default: this.literal(t.pop());
				}
				lastRepeatPos = repeatPos;
			}
			this.concat();
			if (this.swapVerticalBar()) this.pop();
			this.alternate();
			if (this.stack.length !== 1) throw new RE2JSSyntaxException(Parser.ERR_MISSING_PAREN, this.wholeRegexp);
			this.stack[0].namedGroups = this.namedGroups;
			return this.stack[0];
		}
		parsePerlFlags(t) {
			const startPos = t.pos();
			const s = t.rest();
			if (s.startsWith("(?P<") || s.startsWith("(?<")) {
				const begin = s.charAt(2) === "P" ? 4 : 3;
				const end = s.indexOf(">");
				if (end < 0) throw new RE2JSSyntaxException(Parser.ERR_INVALID_NAMED_CAPTURE, s);
				const name = s.substring(begin, end);
				t.skipString(name);
				t.skip(begin + 1);
				if (!Parser.isValidCaptureName(name)) throw new RE2JSSyntaxException(Parser.ERR_INVALID_NAMED_CAPTURE, s.substring(0, end + 1));
				const re = this.op(Regexp.Op.LEFT_PAREN);
				re.cap = ++this.numCap;
				if (this.namedGroups[name]) throw new RE2JSSyntaxException(Parser.ERR_DUPLICATE_NAMED_CAPTURE, name);
				this.namedGroups[name] = this.numCap;
				re.name = name;
				return;
			}
			t.skip(2);
			let flags = this.flags;
			let sign = 1;
			let sawFlag = false;
			loop: while (t.more()) {
				const c = t.pop();
				switch (c) {
					case Codepoint.CODES["i"]:
						flags |= RE2Flags.FOLD_CASE;
						sawFlag = true;
						break;
					case Codepoint.CODES["m"]:
						flags &= ~RE2Flags.ONE_LINE;
						sawFlag = true;
						break;
					case Codepoint.CODES["s"]:
						flags |= RE2Flags.DOT_NL;
						sawFlag = true;
						break;
					case Codepoint.CODES["U"]:
						flags |= RE2Flags.NON_GREEDY;
						sawFlag = true;
						break;
					case Codepoint.CODES["-"]:
						if (sign < 0) break loop;
						sign = -1;
						flags = ~flags;
						sawFlag = false;
						break;
					case Codepoint.CODES[":"]:
					case Codepoint.CODES[")"]:
						if (sign < 0) {
							if (!sawFlag) break loop;
							flags = ~flags;
						}
						if (c === Codepoint.CODES[":"]) this.op(Regexp.Op.LEFT_PAREN);
						this.flags = flags;
						return;
					default: break loop;
				}
			}
			throw new RE2JSSyntaxException(Parser.ERR_INVALID_PERL_OP, t.from(startPos));
		}
		parsePosLookBehind() {
			const re = this.newRegexp(Regexp.Op.LEFT_PAREN);
			re.flags = this.flags;
			re.lb = ++this.nlb;
			return this.push(re);
		}
		parseNegLookBehind() {
			const re = this.newRegexp(Regexp.Op.LEFT_PAREN);
			re.flags = this.flags;
			re.lb = -++this.nlb;
			return this.push(re);
		}
		parseVerticalBar() {
			this.concat();
			if (!this.swapVerticalBar()) this.op(Regexp.Op.VERTICAL_BAR);
		}
		swapVerticalBar() {
			const n = this.stack.length;
			if (n >= 3 && this.stack[n - 2].op === Regexp.Op.VERTICAL_BAR && Parser.isCharClass(this.stack[n - 1]) && Parser.isCharClass(this.stack[n - 3])) {
				let re1 = this.stack[n - 1];
				let re3 = this.stack[n - 3];
				if (re1.op > re3.op) {
					const tmp = re3;
					re3 = re1;
					re1 = tmp;
					this.stack[n - 3] = re3;
				}
				Parser.mergeCharClass(re3, re1);
				this.reuse(re1);
				this.pop();
				return true;
			}
			if (n >= 2) {
				const re1 = this.stack[n - 1];
				const re2 = this.stack[n - 2];
				if (re2.op === Regexp.Op.VERTICAL_BAR) {
					if (n >= 3) this.cleanAlt(this.stack[n - 3]);
					this.stack[n - 2] = re1;
					this.stack[n - 1] = re2;
					return true;
				}
			}
			return false;
		}
		parseRightParen() {
			this.concat();
			if (this.swapVerticalBar()) this.pop();
			this.alternate();
			if (this.stack.length < 2) throw new RE2JSSyntaxException(Parser.ERR_UNEXPECTED_PAREN, this.wholeRegexp);
			const re1 = this.pop();
			const re2 = this.pop();
			if (re2.op !== Regexp.Op.LEFT_PAREN) throw new RE2JSSyntaxException(Parser.ERR_UNEXPECTED_PAREN, this.wholeRegexp);
			this.flags = re2.flags;
			if (re2.lb !== 0) {
				if (Parser.hasCapture(re1)) throw new RE2JSSyntaxException(Parser.ERR_INVALID_CAPTURE_IN_LOOKBEHIND, this.wholeRegexp);
				if (re2.lb > 0) re2.op = Regexp.Op.PLB;
				else re2.op = Regexp.Op.NLB;
				re2.subs = [re1];
				this.push(re2);
				return;
			}
			if (re2.cap === 0) this.push(re1);
			else {
				re2.op = Regexp.Op.CAPTURE;
				re2.subs = [re1];
				this.push(re2);
			}
		}
		parsePerlClassEscape(t, cc) {
			const beforePos = t.pos();
			if ((this.flags & RE2Flags.PERL_X) === 0 || !t.more() || t.pop() !== Codepoint.CODES["\\"] || !t.more()) return false;
			t.pop();
			const p = t.from(beforePos);
			const g = PERL_GROUPS.has(p) ? PERL_GROUPS.get(p) : null;
			if (g === null) return false;
			cc.appendGroup(g, (this.flags & RE2Flags.FOLD_CASE) !== 0);
			return true;
		}
		parseNamedClass(t, cc) {
			const cls = t.rest();
			const i = cls.indexOf(":]");
			if (i < 0) return false;
			const name = cls.substring(0, i + 2);
			t.skipString(name);
			const g = POSIX_GROUPS.has(name) ? POSIX_GROUPS.get(name) : null;
			if (g === null) throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, name);
			cc.appendGroup(g, (this.flags & RE2Flags.FOLD_CASE) !== 0);
			return true;
		}
		parseUnicodeClass(t, cc) {
			const startPos = t.pos();
			if ((this.flags & RE2Flags.UNICODE_GROUPS) === 0 || !t.lookingAt("\\p") && !t.lookingAt("\\P")) return false;
			t.skip(1);
			let sign = 1;
			let c = t.pop();
			if (c === Codepoint.CODES["P"]) sign = -1;
			if (!t.more()) {
				t.rewindTo(startPos);
				throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.rest());
			}
			c = t.pop();
			let name;
			if (c !== Codepoint.CODES["{"]) name = Utils.runeToString(c);
			else {
				const rest = t.rest();
				const end = rest.indexOf("}");
				if (end < 0) {
					t.rewindTo(startPos);
					throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.rest());
				}
				name = rest.substring(0, end);
				t.skipString(name);
				t.skip(1);
			}
			if (!(name.length === 0) && name.codePointAt(0) === Codepoint.CODES["^"]) {
				sign = 0 - sign;
				name = name.substring(1);
			}
			const pair = Parser.unicodeTable(name);
			if (pair === null) throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.from(startPos));
			if (pair.sign < 0) sign = 0 - sign;
			const tab = pair.tab;
			const fold = pair.fold;
			if ((this.flags & RE2Flags.FOLD_CASE) === 0 || fold === null) cc.appendTableWithSign(tab, sign);
			else {
				const tmp = new CharClass().appendTable(tab).appendTable(fold).cleanClass().toArray();
				cc.appendClassWithSign(Array.from(tmp), sign);
			}
			return true;
		}
		parseClass(t) {
			const startPos = t.pos();
			t.skip(1);
			const re = this.newRegexp(Regexp.Op.CHAR_CLASS);
			re.flags = this.flags;
			const cc = new CharClass();
			let sign = 1;
			if (t.more() && t.lookingAt("^")) {
				sign = -1;
				t.skip(1);
				if ((this.flags & RE2Flags.CLASS_NL) === 0) cc.appendRange(Codepoint.CODES["\n"], Codepoint.CODES["\n"]);
			}
			let first = true;
			while (!t.more() || t.peek() !== Codepoint.CODES["]"] || first) {
				if (t.more() && t.lookingAt("-") && (this.flags & RE2Flags.PERL_X) === 0 && !first) {
					const s = t.rest();
					if (s === "-" || !s.startsWith("-]")) {
						t.rewindTo(startPos);
						throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.rest());
					}
				}
				first = false;
				const beforePos = t.pos();
				if (t.lookingAt("[:")) {
					if (this.parseNamedClass(t, cc)) continue;
					t.rewindTo(beforePos);
				}
				if (this.parseUnicodeClass(t, cc)) continue;
				if (this.parsePerlClassEscape(t, cc)) continue;
				t.rewindTo(beforePos);
				const lo = Parser.parseClassChar(t, startPos);
				let hi = lo;
				if (t.more() && t.lookingAt("-")) {
					t.skip(1);
					if (t.more() && t.lookingAt("]")) t.skip(-1);
					else {
						hi = Parser.parseClassChar(t, startPos);
						if (hi < lo) throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.from(beforePos));
					}
				}
				if ((this.flags & RE2Flags.FOLD_CASE) === 0) cc.appendRange(lo, hi);
				else cc.appendFoldedRange(lo, hi);
			}
			t.skip(1);
			cc.cleanClass();
			if (sign < 0) cc.negateClass();
			re.runes = cc.toArray();
			this.push(re);
		}
	};
	/**
	* An RE2 class instance is a compiled representation of an RE2 regular expression, independent of
	* the public Java-like Pattern/Matcher API.
	*
	* This class also contains various implementation helpers for RE2 regular expressions.
	*
	* Use the {@link #quoteMeta(String)} utility function to quote all regular expression
	* metacharacters in an arbitrary string.
	*
	*/
	var RE2 = class RE2 {
		static initTest(expr) {
			const re2 = RE2.compile(expr);
			const res = new RE2(re2.expr, re2.prog, re2.numSubexp, re2.longest);
			res.cond = re2.cond;
			res.prefix = re2.prefix;
			res.prefixUTF8 = re2.prefixUTF8;
			res.prefixComplete = re2.prefixComplete;
			res.prefixRune = re2.prefixRune;
			res.prefilter = re2.prefilter;
			res.namedGroups = re2.namedGroups;
			return res;
		}
		/**
		* Parses a regular expression and returns, if successful, an {@code RE2} instance that can be
		* used to match against text.
		*
		* When matching against text, the regexp returns a match that begins as early as possible in the
		* input (leftmost), and among those it chooses the one that a backtracking search would have
		* found first. This so-called leftmost-first matching is the same semantics that Perl, Python,
		* and other implementations use, although this package implements it without the expense of
		* backtracking. For POSIX leftmost-longest matching, see {@link #compilePOSIX}.
		*/
		static compile(expr) {
			return RE2.compileImpl(expr, RE2Flags.PERL, false);
		}
		/**
		* {@code compilePOSIX} is like {@link #compile} but restricts the regular expression to POSIX ERE
		* (egrep) syntax and changes the match semantics to leftmost-longest.
		*
		* That is, when matching against text, the regexp returns a match that begins as early as
		* possible in the input (leftmost), and among those it chooses a match that is as long as
		* possible. This so-called leftmost-longest matching is the same semantics that early regular
		* expression implementations used and that POSIX specifies.
		*
		* However, there can be multiple leftmost-longest matches, with different submatch choices, and
		* here this package diverges from POSIX. Among the possible leftmost-longest matches, this
		* package chooses the one that a backtracking search would have found first, while POSIX
		* specifies that the match be chosen to maximize the length of the first subexpression, then the
		* second, and so on from left to right. The POSIX rule is computationally prohibitive and not
		* even well-defined. See http://swtch.com/~rsc/regexp/regexp2.html#posix
		*/
		static compilePOSIX(expr) {
			return RE2.compileImpl(expr, RE2Flags.POSIX, true);
		}
		static compileImpl(expr, mode, longest) {
			let re = Parser.parse(expr, mode);
			const maxCap = re.maxCap();
			const namedGroups = re.namedGroups;
			re = Simplify.simplify(re);
			const prefilter = PrefilterTree.build(re);
			const prog = Compiler.compileRegexp(re);
			const re2 = new RE2(expr, prog, maxCap, longest);
			re2.prefilter = prefilter.type === Prefilter.Type.NONE ? null : prefilter;
			const [prefixCompl, prefixStr] = prog.prefix();
			re2.prefixComplete = prefixCompl;
			re2.prefix = prefixStr;
			re2.prefixUTF8 = Utils.stringToUtf8ByteArray(re2.prefix);
			if (re2.prefix.length > 0) re2.prefixRune = re2.prefix.codePointAt(0);
			re2.namedGroups = namedGroups;
			return re2;
		}
		/**
		* Returns true iff textual regular expression {@code pattern} matches string {@code s}.
		*
		* More complicated queries need to use {@link #compile} and the full {@code RE2} interface.
		*/
		static match(pattern, s) {
			return RE2.compile(pattern).match(s);
		}
		constructor(expr, prog, numSubexp = 0, longest = 0) {
			this.expr = expr;
			this.prog = prog;
			this.numSubexp = numSubexp;
			this.longest = longest;
			this.cond = prog.startCond();
			this.prefix = null;
			this.prefixUTF8 = null;
			this.prefixComplete = false;
			this.prefixRune = 0;
			/** @type {Record<string, number>} */
			this.namedGroups = Object.create(null);
			this.machinePool = [];
			this.lazyDFA = null;
			this.onepass = OnePass.compile(this.prog);
			this.prefilter = null;
		}
		get dfa() {
			if (this.lazyDFA === null) this.lazyDFA = new DFA(this.prog);
			return this.lazyDFA;
		}
		matchPrefixComplete(input, pos, anchor, ncap) {
			if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return null;
			let matchStart = -1;
			let matchEnd = -1;
			const pLen = input.prefixLength(this);
			if (anchor === RE2Flags.UNANCHORED) {
				const idx = input.index(this, pos);
				if (idx < 0) return null;
				matchStart = pos + idx;
				matchEnd = matchStart + pLen;
			} else if (anchor === RE2Flags.ANCHOR_BOTH) {
				if (input.endPos() !== pLen) return null;
				if (input.index(this, 0) !== 0) return null;
				matchStart = 0;
				matchEnd = pLen;
			} else if (anchor === RE2Flags.ANCHOR_START) {
				if (input.index(this, 0) !== 0) return null;
				matchStart = 0;
				matchEnd = pLen;
			}
			if (matchStart < 0) return null;
			if (ncap > 0) {
				const matchcap = new Int32Array(ncap).fill(-1);
				matchcap[0] = matchStart;
				matchcap[1] = matchEnd;
				return Array.from(matchcap);
			}
			return [];
		}
		createLookbehindState() {
			return this.prog.numLb > 0 ? new LookbehindState(this.prog) : null;
		}
		executeEngine(input, pos, anchor, ncap, lbState = null) {
			if (this.prefixComplete && (ncap === 0 || this.numSubexp === 0)) return this.matchPrefixComplete(input, pos, anchor, ncap);
			if (this.prefilter !== null && anchor === RE2Flags.UNANCHORED) {
				if (!this.prefilter.eval(input, pos)) return null;
			}
			if (this.onepass !== null) return OnePass.execute(this, input, pos, anchor, ncap);
			if (ncap > 0) {
				if (this.prog.numLb === 0 && input.endPos() <= Backtracker.maxBitStateLen(this.prog)) return Backtracker.execute(this, input, pos, anchor, ncap);
				return this.doExecuteNFA(input, pos, anchor, ncap, lbState);
			}
			if (this.prog.numLb === 0) {
				const dfaResult = this.dfa.match(input, pos, anchor);
				if (dfaResult !== null) return dfaResult ? [] : null;
				if (input.endPos() <= Backtracker.maxBitStateLen(this.prog)) return Backtracker.execute(this, input, pos, anchor, ncap);
			}
			return this.doExecuteNFA(input, pos, anchor, ncap, lbState);
		}
		/**
		* Returns the number of parenthesized subexpressions in this regular expression.
		*/
		numberOfCapturingGroups() {
			return this.numSubexp;
		}
		/**
		* Returns the number of instructions in this compiled regular expression program.
		*/
		numberOfInstructions() {
			return this.prog.numInst();
		}
		get() {
			return this.machinePool.length > 0 ? this.machinePool.pop() : null;
		}
		reset() {
			this.machinePool.length = 0;
		}
		put(m) {
			this.machinePool.push(m);
		}
		toString() {
			return this.expr;
		}
		doExecuteNFA(input, pos, anchor, ncap, lbState = null) {
			let m = this.get();
			if (!m) m = Machine.fromRE2(this);
			m.init(ncap);
			const cap = m.match(input, pos, anchor, lbState) ? m.submatches() : null;
			this.put(m);
			return cap;
		}
		match(s) {
			return this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, 0) !== null;
		}
		/**
		* Matches the regular expression against input starting at position start and ending at position
		* end, with the given anchoring. Records the submatch boundaries in group, which is [start, end)
		* pairs of byte offsets. The number of boundaries needed is inferred from the size of the group
		* array. It is most efficient not to ask for submatch boundaries.
		*
		* @param input the input byte array
		* @param start the beginning position in the input
		* @param end the end position in the input
		* @param anchor the anchoring flag (UNANCHORED, ANCHOR_START, ANCHOR_BOTH)
		* @param group the array to fill with submatch positions
		* @param ngroup the number of array pairs to fill in
		* @param lbState optional state carried between successive matches over the same input (see
		*   createLookbehindState); omit it to evaluate lookbehinds from the beginning of the input
		* @returns true if a match was found
		*/
		matchWithGroup(input, start, end, anchor, ngroup, lbState = null) {
			if (!(input instanceof MatcherInputBase)) {
				if (Utils.isByteArray(input)) input = MatcherInput.utf8(input);
				else input = MatcherInput.utf16(input);
			}
			return this.matchMachineInput(input, start, end, anchor, ngroup, lbState);
		}
		matchMachineInput(input, start, end, anchor, ngroup, lbState = null) {
			if (start > end) return [false, null];
			const machineInput = input.isUTF16Encoding() ? MachineInput.fromUTF16(input.asCharSequence(), 0, end) : MachineInput.fromUTF8(input.asBytes(), 0, end);
			const groupMatch = this.executeEngine(machineInput, start, anchor, 2 * ngroup, lbState);
			if (groupMatch === null) return [false, null];
			return [true, groupMatch];
		}
		/**
		* Returns true iff this regexp matches the UTF-8 byte array {@code b}.
		*/
		matchUTF8(b) {
			return this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, 0) !== null;
		}
		/**
		* Returns a copy of {@code src} in which all matches for this regexp have been replaced by
		* {@code repl}. No support is provided for expressions (e.g. {@code \1} or {@code $1}) in the
		* replacement string.
		*/
		replaceAll(src, repl) {
			return this.replaceAllFunc(src, () => repl, 2 * src.length + 1);
		}
		/**
		* Returns a copy of {@code src} in which only the first match for this regexp has been replaced
		* by {@code repl}. No support is provided for expressions (e.g. {@code \1} or {@code $1}) in the
		* replacement string.
		*/
		replaceFirst(src, repl) {
			return this.replaceAllFunc(src, () => repl, 1);
		}
		/**
		* Returns a copy of {@code src} in which at most {@code maxReplaces} matches for this regexp have
		* been replaced by the return value of of function {@code repl} (whose first argument is the
		* matched string). No support is provided for expressions (e.g. {@code \1} or {@code $1}) in the
		* replacement string.
		*/
		replaceAllFunc(src, replFunc, maxReplaces) {
			let lastMatchEnd = 0;
			let searchPos = 0;
			let out = "";
			const input = MachineInput.fromUTF16(src);
			const lbState = this.createLookbehindState();
			let numReplaces = 0;
			while (searchPos <= src.length) {
				const a = this.executeEngine(input, searchPos, RE2Flags.UNANCHORED, 2, lbState);
				if (a === null || a.length === 0) break;
				out += src.substring(lastMatchEnd, a[0]);
				if (a[1] > lastMatchEnd || a[0] === 0) {
					out += replFunc(src.substring(a[0], a[1]));
					numReplaces++;
				}
				lastMatchEnd = a[1];
				const width = input.step(searchPos) & 7;
				if (searchPos + width > a[1]) searchPos += width;
				else if (searchPos + 1 > a[1]) searchPos++;
				else searchPos = a[1];
				if (numReplaces >= maxReplaces) break;
			}
			out += src.substring(lastMatchEnd);
			return out;
		}
		pad(a) {
			if (a === null) return null;
			let n = (1 + this.numSubexp) * 2;
			if (a.length < n) {
				let a2 = new Array(n).fill(-1);
				for (let i = 0; i < a.length; i++) a2[i] = a[i];
				a = a2;
			}
			return a;
		}
		allMatches(input, n, deliverFun = (v) => v) {
			let result = [];
			const end = input.endPos();
			if (n < 0) n = end + 1;
			let pos = 0;
			let i = 0;
			let prevMatchEnd = -1;
			const lbState = this.createLookbehindState();
			while (i < n && pos <= end) {
				const matches = this.executeEngine(input, pos, RE2Flags.UNANCHORED, this.prog.numCap, lbState);
				if (matches === null || matches.length === 0) break;
				let accept = true;
				if (matches[1] === pos) {
					if (matches[0] === prevMatchEnd) accept = false;
					const r = input.step(pos);
					if (r < 0) pos = end + 1;
					else pos += r & 7;
				} else pos = matches[1];
				prevMatchEnd = matches[1];
				if (accept) {
					result.push(deliverFun(this.pad(matches)));
					i++;
				}
			}
			return result;
		}
		/**
		* Returns an array holding the text of the leftmost match in {@code b} of this regular
		* expression.
		*
		* A return value of null indicates no match.
		*/
		findUTF8(b) {
			const a = this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, 2);
			if (a === null) return null;
			return b.slice(a[0], a[1]);
		}
		/**
		* Returns a two-element array of integers defining the location of the leftmost match in
		* {@code b} of this regular expression. The match itself is at {@code b[loc[0]...loc[1]]}.
		*
		* A return value of null indicates no match.
		*/
		findUTF8Index(b) {
			const a = this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, 2);
			if (a === null) return null;
			return a.slice(0, 2);
		}
		/**
		* Returns a string holding the text of the leftmost match in {@code s} of this regular
		* expression.
		*
		* If there is no match, the return value is an empty string, but it will also be empty if the
		* regular expression successfully matches an empty string. Use {@link #findIndex} or
		* {@link #findSubmatch} if it is necessary to distinguish these cases.
		*/
		find(s) {
			const a = this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, 2);
			if (a === null) return "";
			return s.substring(a[0], a[1]);
		}
		/**
		* Returns a two-element array of integers defining the location of the leftmost match in
		* {@code s} of this regular expression. The match itself is at
		* {@code s.substring(loc[0], loc[1])}.
		*
		* A return value of null indicates no match.
		*/
		findIndex(s) {
			return this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, 2);
		}
		/**
		* Returns an array of arrays the text of the leftmost match of the regular expression in
		* {@code b} and the matches, if any, of its subexpressions, as defined by the <a
		* href='#submatch'>Submatch</a> description above.
		*
		* A return value of null indicates no match.
		*/
		findUTF8Submatch(b) {
			const a = this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, this.prog.numCap);
			if (a === null) return null;
			const ret = new Array(1 + this.numSubexp).fill(null);
			for (let i = 0; i < ret.length; i++) if (2 * i < a.length && a[2 * i] >= 0) ret[i] = b.slice(a[2 * i], a[2 * i + 1]);
			return ret;
		}
		/**
		* Returns an array holding the index pairs identifying the leftmost match of this regular
		* expression in {@code b} and the matches, if any, of its subexpressions, as defined by the the
		* <a href='#submatch'>Submatch</a> and <a href='#index'>Index</a> descriptions above.
		*
		* A return value of null indicates no match.
		*/
		findUTF8SubmatchIndex(b) {
			return this.pad(this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, this.prog.numCap));
		}
		/**
		* Returns an array of strings holding the text of the leftmost match of the regular expression in
		* {@code s} and the matches, if any, of its subexpressions, as defined by the <a
		* href='#submatch'>Submatch</a> description above.
		*
		* A return value of null indicates no match.
		*/
		findSubmatch(s) {
			const a = this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, this.prog.numCap);
			if (a === null) return null;
			const ret = new Array(1 + this.numSubexp).fill(null);
			for (let i = 0; i < ret.length; i++) if (2 * i < a.length && a[2 * i] >= 0) ret[i] = s.substring(a[2 * i], a[2 * i + 1]);
			return ret;
		}
		/**
		* Returns an array holding the index pairs identifying the leftmost match of this regular
		* expression in {@code s} and the matches, if any, of its subexpressions, as defined by the <a
		* href='#submatch'>Submatch</a> description above.
		*
		* A return value of null indicates no match.
		*/
		findSubmatchIndex(s) {
			return this.pad(this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, this.prog.numCap));
		}
		/**
		* {@code findAllUTF8()} is the <a href='#all'>All</a> version of {@link #findUTF8}; it returns a
		* list of up to {@code n} successive matches of the expression, as defined by the <a
		* href='#all'>All</a> description above.
		*
		* A return value of null indicates no match.
		*
		* TODO(adonovan): think about defining a byte slice view class, like a read-only Go slice backed
		* by |b|.
		*/
		findAllUTF8(b, n) {
			const result = this.allMatches(MachineInput.fromUTF8(b), n, (match) => b.slice(match[0], match[1]));
			if (result.length === 0) return null;
			return result;
		}
		/**
		* {@code findAllUTF8Index} is the <a href='#all'>All</a> version of {@link #findUTF8Index}; it
		* returns a list of up to {@code n} successive matches of the expression, as defined by the <a
		* href='#all'>All</a> description above.
		*
		* A return value of null indicates no match.
		*/
		findAllUTF8Index(b, n) {
			const result = this.allMatches(MachineInput.fromUTF8(b), n, (match) => match.slice(0, 2));
			if (result.length === 0) return null;
			return result;
		}
		/**
		* {@code findAll} is the <a href='#all'>All</a> version of {@link #find}; it returns a list of up
		* to {@code n} successive matches of the expression, as defined by the <a href='#all'>All</a>
		* description above.
		*
		* A return value of null indicates no match.
		*/
		findAll(s, n) {
			const result = this.allMatches(MachineInput.fromUTF16(s), n, (match) => s.substring(match[0], match[1]));
			if (result.length === 0) return null;
			return result;
		}
		/**
		* {@code findAllIndex} is the <a href='#all'>All</a> version of {@link #findIndex}; it returns a
		* list of up to {@code n} successive matches of the expression, as defined by the <a
		* href='#all'>All</a> description above.
		*
		* A return value of null indicates no match.
		*/
		findAllIndex(s, n) {
			const result = this.allMatches(MachineInput.fromUTF16(s), n, (match) => match.slice(0, 2));
			if (result.length === 0) return null;
			return result;
		}
		/**
		* {@code findAllUTF8Submatch} is the <a href='#all'>All</a> version of {@link #findUTF8Submatch};
		* it returns a list of up to {@code n} successive matches of the expression, as defined by the <a
		* href='#all'>All</a> description above.
		*
		* A return value of null indicates no match.
		*/
		findAllUTF8Submatch(b, n) {
			const result = this.allMatches(MachineInput.fromUTF8(b), n, (match) => {
				let slice = new Array(match.length / 2 | 0).fill(null);
				for (let j = 0; j < slice.length; j++) if (match[2 * j] >= 0) slice[j] = b.slice(match[2 * j], match[2 * j + 1]);
				return slice;
			});
			if (result.length === 0) return null;
			return result;
		}
		/**
		* {@code findAllUTF8SubmatchIndex} is the <a href='#all'>All</a> version of
		* {@link #findUTF8SubmatchIndex}; it returns a list of up to {@code n} successive matches of the
		* expression, as defined by the <a href='#all'>All</a> description above.
		*
		* A return value of null indicates no match.
		*/
		findAllUTF8SubmatchIndex(b, n) {
			const result = this.allMatches(MachineInput.fromUTF8(b), n);
			if (result.length === 0) return null;
			return result;
		}
		/**
		* {@code findAllSubmatch} is the <a href='#all'>All</a> version of {@link #findSubmatch}; it
		* returns a list of up to {@code n} successive matches of the expression, as defined by the <a
		* href='#all'>All</a> description above.
		*
		* A return value of null indicates no match.
		*/
		findAllSubmatch(s, n) {
			const result = this.allMatches(MachineInput.fromUTF16(s), n, (match) => {
				let slice = new Array(match.length / 2 | 0).fill(null);
				for (let j = 0; j < slice.length; j++) if (match[2 * j] >= 0) slice[j] = s.substring(match[2 * j], match[2 * j + 1]);
				return slice;
			});
			if (result.length === 0) return null;
			return result;
		}
		/**
		* {@code findAllSubmatchIndex} is the <a href='#all'>All</a> version of
		* {@link #findSubmatchIndex}; it returns a list of up to {@code n} successive matches of the
		* expression, as defined by the <a href='#all'>All</a> description above.
		*
		* A return value of null indicates no match.
		*/
		findAllSubmatchIndex(s, n) {
			const result = this.allMatches(MachineInput.fromUTF16(s), n);
			if (result.length === 0) return null;
			return result;
		}
	};
	var RE2Set = class RE2Set {
		/** @type {number} */
		static UNANCHORED = RE2Flags.UNANCHORED;
		/** @type {number} */
		static ANCHOR_START = RE2Flags.ANCHOR_START;
		/** @type {number} */
		static ANCHOR_BOTH = RE2Flags.ANCHOR_BOTH;
		/**
		* Constructs a new RE2Set with the specified anchor mode and flags.
		* @param {number} [anchor=RE2Set.UNANCHORED] - The anchoring mode (e.g., RE2Set.UNANCHORED).
		* @param {number} [flags=0] - The public flags to apply to all patterns in the set.
		* @param {number} [maxMem=8388608] - The maximum memory in bytes to use for the DFA (default 8MB).
		*/
		constructor(anchor = RE2Set.UNANCHORED, flags = 0, maxMem = 8388608) {
			if (![
				RE2Set.UNANCHORED,
				RE2Set.ANCHOR_START,
				RE2Set.ANCHOR_BOTH
			].includes(anchor)) throw new RE2JSFlagsException("The anchor should be RE2Set.UNANCHORED, RE2Set.ANCHOR_START or RE2Set.ANCHOR_BOTH");
			Utils.checkFlags(flags);
			this.anchor = anchor;
			this.jsFlags = flags;
			this.maxMem = maxMem;
			let re2Flags = RE2Flags.PERL;
			if ((flags & PublicFlags.DISABLE_UNICODE_GROUPS) !== 0) re2Flags &= ~RE2Flags.UNICODE_GROUPS;
			if ((flags & PublicFlags.LOOKBEHINDS) !== 0) re2Flags |= RE2Flags.LOOKBEHIND;
			this.re2Flags = re2Flags;
			this.regexps = [];
			this.prog = null;
			this.dfa = null;
			this.dummyRe2 = null;
		}
		/**
		* Adds a new regular expression pattern to the set.
		* Patterns cannot be added after the set has been compiled.
		* @param {string} pattern - The regular expression pattern to add.
		* @returns {number} The integer index assigned to the added pattern.
		* @throws {RE2JSCompileException} If patterns are added after compilation.
		*/
		add(pattern) {
			if (this.prog) throw new RE2JSCompileException("Cannot add patterns after compile");
			Utils.checkPattern(pattern);
			let fregex = pattern;
			if ((this.jsFlags & PublicFlags.CASE_INSENSITIVE) !== 0) fregex = `(?i)${fregex}`;
			if ((this.jsFlags & PublicFlags.DOTALL) !== 0) fregex = `(?s)${fregex}`;
			if ((this.jsFlags & PublicFlags.MULTILINE) !== 0) fregex = `(?m)${fregex}`;
			const re = Parser.parse(fregex, this.re2Flags);
			this.regexps.push(Simplify.simplify(re));
			return this.regexps.length - 1;
		}
		/**
		* Compiles the added patterns into a single state machine.
		* This is automatically called on the first match if not called explicitly.
		* @returns {void}
		*/
		compile() {
			if (this.prog) return;
			const prog = Compiler.compileSet(this.regexps);
			if (prog.numInst() > Parser.MAX_SIZE) throw new RE2JSCompileException(`${Parser.ERR_LARGE}: the set compiles to ${prog.numInst()} instructions, more than ${Parser.MAX_SIZE}`);
			this.prog = prog;
			this.dfa = new DFA(this.prog, this.maxMem);
			this.dummyRe2 = {
				prog: this.prog,
				cond: this.prog.startCond(),
				prefix: "",
				prefixRune: 0,
				longest: false
			};
		}
		/**
		* Matches the input against the compiled set of regular expressions.
		* @param {string|number[]|Uint8Array} input - The input string or UTF-8 byte array to match against.
		* @returns {number[]} An array of indices representing the patterns that successfully matched the input.
		*/
		match(input) {
			if (!this.prog) this.compile();
			const machineInput = Utils.isByteArray(input) ? MachineInput.fromUTF8(input) : MachineInput.fromUTF16(input);
			let internalAnchor = RE2Flags.UNANCHORED;
			if (this.anchor === RE2Set.ANCHOR_START) internalAnchor = RE2Flags.ANCHOR_START;
			else if (this.anchor === RE2Set.ANCHOR_BOTH) internalAnchor = RE2Flags.ANCHOR_BOTH;
			const dfaResult = this.dfa.matchSet(machineInput, 0, internalAnchor);
			if (dfaResult !== null) return dfaResult;
			const machine = Machine.fromRE2(this.dummyRe2);
			machine.init(0);
			return machine.matchSet(machineInput, 0, internalAnchor);
		}
	};
	/**
	* Transform JS regex string to RE2 regex string
	*/
	var TranslateRegExpString = class TranslateRegExpString {
		static isHexadecimal(ch) {
			return "0" <= ch && ch <= "9" || "A" <= ch && ch <= "F" || "a" <= ch && ch <= "f";
		}
		static translate(data) {
			let prefixFlags = "";
			if (Object.prototype.toString.call(data) === "[object RegExp]") {
				if (data.ignoreCase) prefixFlags += "i";
				if (data.multiline) prefixFlags += "m";
				if (data.dotAll) prefixFlags += "s";
				data = data.source;
			}
			if (typeof data !== "string") return data;
			let result = "";
			let changed = false;
			let size = data.length;
			if (size === 0) {
				result = "(?:)";
				changed = true;
			}
			let inCharClass = false;
			let i = 0;
			while (i < size) {
				let ch = data[i];
				if (ch === "\\") {
					if (i + 1 < size) {
						ch = data[i + 1];
						switch (ch) {
							case "\\":
								result += "\\\\";
								i += 2;
								continue;
							case "c":
								if (i + 2 < size) {
									let code = data[i + 2].charCodeAt(0);
									if (code >= 65 && code <= 90 || code >= 97 && code <= 122) {
										let val = code % 32;
										result += "\\x";
										result += (val >> 4).toString(16).toUpperCase();
										result += (val & 15).toString(16).toUpperCase();
										i += 3;
										changed = true;
										continue;
									}
								}
								result += "c";
								i += 2;
								changed = true;
								continue;
							case "u":
								if (i + 2 < size) {
									if (data[i + 2] === "{") {
										let j = i + 3;
										let hasHex = false;
										let closed = false;
										while (j < size) {
											const hexChar = data[j];
											if (hexChar === "}") {
												closed = true;
												break;
											}
											if (!TranslateRegExpString.isHexadecimal(hexChar)) break;
											hasHex = true;
											j++;
										}
										if (closed && hasHex) {
											result += "\\x";
											i += 2;
											changed = true;
											continue;
										}
									} else if (i + 5 < size) {
										let isHex4 = true;
										for (let j = 0; j < 4; j++) if (!TranslateRegExpString.isHexadecimal(data[i + 2 + j])) {
											isHex4 = false;
											break;
										}
										if (isHex4) {
											result += "\\x{" + data.substring(i + 2, i + 6) + "}";
											i += 6;
											changed = true;
											continue;
										}
									}
								}
								result += "u";
								i += 2;
								changed = true;
								continue;
							case "x": {
								let isValidHex = false;
								if (i + 2 < size && data[i + 2] === "{") {
									let j = i + 3;
									let hasHex = false;
									let closed = false;
									while (j < size) {
										const hexChar = data[j];
										if (hexChar === "}") {
											closed = true;
											break;
										}
										if (!TranslateRegExpString.isHexadecimal(hexChar)) break;
										hasHex = true;
										j++;
									}
									if (closed && hasHex) isValidHex = true;
								} else if (i + 3 < size && TranslateRegExpString.isHexadecimal(data[i + 2]) && TranslateRegExpString.isHexadecimal(data[i + 3])) isValidHex = true;
								if (isValidHex) {
									result += "\\x";
									i += 2;
								} else {
									result += "x";
									i += 2;
									changed = true;
								}
								continue;
							}
							case "n":
							case "r":
							case "t":
							case "a":
							case "f":
							case "v":
							case "d":
							case "D":
							case "s":
							case "S":
							case "w":
							case "W":
							case "b":
							case "B":
							case "p":
							case "P":
							case "A":
							case "z":
							case "Q":
							case "E":
							case "0":
							case "1":
							case "2":
							case "3":
							case "4":
							case "5":
							case "6":
							case "7":
								result += "\\" + ch;
								i += 2;
								continue;
							default: {
								let cp = data.codePointAt(i + 1);
								if (cp >= 48 && cp <= 57 || cp >= 65 && cp <= 90 || cp >= 97 && cp <= 122) {
									let symSize = Utils.charCount(cp);
									result += data.substring(i + 1, i + 1 + symSize);
									i += symSize + 1;
									changed = true;
								} else {
									result += "\\";
									let symSize = Utils.charCount(cp);
									result += data.substring(i + 1, i + 1 + symSize);
									i += symSize + 1;
								}
								continue;
							}
						}
					}
				} else if (ch === "/") {
					result += "\\/";
					i += 1;
					changed = true;
					continue;
				} else if (ch === "[") {
					if (!inCharClass && data[i + 1] === "]") {
						result += "[^\\x00-\\x{10FFFF}]";
						i += 2;
						changed = true;
						continue;
					}
					if (!inCharClass && data[i + 1] === "^" && data[i + 2] === "]") {
						result += "[\\x00-\\x{10FFFF}]";
						i += 3;
						changed = true;
						continue;
					}
					inCharClass = true;
				} else if (ch === "]") inCharClass = false;
				else if (!inCharClass && ch === "(" && i + 2 < size && data[i + 1] === "?" && data[i + 2] === "<") {
					if (i + 3 < size && !"=!>)".includes(data[i + 3])) {
						result += "(?P<";
						i += 3;
						changed = true;
						continue;
					}
				}
				let cp = data.codePointAt(i);
				let symSize = Utils.charCount(cp);
				result += data.substring(i, i + symSize);
				i += symSize;
			}
			const finalResult = changed ? result : data;
			if (prefixFlags.length > 0) return `(?${prefixFlags})${finalResult}`;
			return finalResult;
		}
	};
	const execResult = (m, input) => {
		const result = m.matchArray();
		result.index = m.start(0);
		result.input = input;
		result.groups = m.namedGroupsObject();
		return result;
	};
	/**
	* A compiled representation of an RE2 regular expression
	*
	* The matching functions take {@code String} arguments instead of the more general Java
	* {@code CharSequence} since the latter doesn't provide UTF-16 decoding.
	*
	*
	* @author rsc@google.com (Russ Cox)
	* @class
	*/
	var RE2JS = class RE2JS {
		/**
		* Flag: case insensitive matching.
		*/
		static CASE_INSENSITIVE = PublicFlags.CASE_INSENSITIVE;
		/**
		* Flag: dot ({@code .}) matches all characters, including newline.
		*/
		static DOTALL = PublicFlags.DOTALL;
		/**
		* Flag: multiline matching: {@code ^} and {@code $} match at beginning and end of line, not just
		* beginning and end of input.
		*/
		static MULTILINE = PublicFlags.MULTILINE;
		/**
		* Flag: Unicode groups (e.g. {@code \p\ Greek\} ) will be syntax errors.
		*/
		static DISABLE_UNICODE_GROUPS = PublicFlags.DISABLE_UNICODE_GROUPS;
		/**
		* Flag: matches longest possible string.
		*/
		static LONGEST_MATCH = PublicFlags.LONGEST_MATCH;
		/**
		* Flag: enable linear-time captureless lookbehinds.
		*/
		static LOOKBEHINDS = PublicFlags.LOOKBEHINDS;
		/**
		* Returns a literal pattern string for the specified string.
		*
		* This method produces a string that can be used to create a <code>RE2JS</code> that would
		* match the string <code>s</code> as if it were a literal pattern.
		*
		* Metacharacters or escape sequences in the input sequence will be given no special meaning.
		*
		* @param {string} str The string to be literalized
		* @returns {string} A literal string replacement
		*/
		static quote(str) {
			return Utils.quoteMeta(str);
		}
		/**
		* Quotes '\' and '$' in {@code str}, so that the returned string could be used in
		* replacement methods as a literal replacement of {@code str}.
		*
		* This is a convenience delegation to {@link Matcher.quoteReplacement}.
		*
		* @param {string} str the string to be quoted
		* @param {boolean} [javaMode=false] whether the replacement will be used in javaMode
		* @returns {string} the quoted string
		*/
		static quoteReplacement(str, javaMode = false) {
			return Matcher.quoteReplacement(str, javaMode);
		}
		/**
		* Translates a given regular expression string to ensure compatibility with RE2JS.
		*
		* This function preprocesses the input regex string by applying necessary transformations,
		* such as escaping special characters (e.g., `/`), converting named capture groups to
		* RE2JS-compatible syntax, and handling Unicode sequences properly. It ensures that the
		* resulting regex is safe and properly formatted before compilation.
		*
		* @param {string|RegExp} expr - The regular expression string to be translated.
		* @returns {string} - The transformed regular expression string, ready for compilation.
		*/
		static translateRegExp(expr) {
			return TranslateRegExpString.translate(expr);
		}
		/**
		* Helper: create new RE2JS with given regex and flags. Flregex is the regex with flags applied.
		* @param {string} regex
		* @param {number} [flags=0]
		* @returns {RE2JS}
		*/
		static compile(regex, flags = 0) {
			Utils.checkPattern(regex);
			Utils.checkFlags(flags);
			let fregex = regex;
			if ((flags & RE2JS.CASE_INSENSITIVE) !== 0) fregex = `(?i)${fregex}`;
			if ((flags & RE2JS.DOTALL) !== 0) fregex = `(?s)${fregex}`;
			if ((flags & RE2JS.MULTILINE) !== 0) fregex = `(?m)${fregex}`;
			let re2Flags = RE2Flags.PERL;
			if ((flags & RE2JS.DISABLE_UNICODE_GROUPS) !== 0) re2Flags &= ~RE2Flags.UNICODE_GROUPS;
			if ((flags & RE2JS.LOOKBEHINDS) !== 0) re2Flags |= RE2Flags.LOOKBEHIND;
			const p = new RE2JS(regex, flags);
			p.re2Input = RE2.compileImpl(fregex, re2Flags, (flags & RE2JS.LONGEST_MATCH) !== 0);
			return p;
		}
		/**
		* Matches a string against a regular expression.
		*
		* @param {string} regex the regular expression
		* @param {string|number[]|Uint8Array} input the input
		* @returns {boolean} true if the regular expression matches the entire input
		* @throws RE2JSSyntaxException if the regular expression is malformed
		*/
		static matches(regex, input) {
			return RE2JS.compile(regex).testExact(input);
		}
		/**
		* This is visible for testing.
		* @private
		*/
		static initTest(pattern, flags, re2) {
			if (pattern == null) throw new Error("pattern is null");
			if (re2 == null) throw new Error("re2 is null");
			const p = new RE2JS(pattern, flags);
			p.re2Input = re2;
			return p;
		}
		/**
		*
		* @param {string} pattern
		* @param {number} flags
		*/
		constructor(pattern, flags) {
			this.patternInput = pattern;
			this.flagsInput = flags;
			/** @type {import('./RE2.js').RE2} */
			this.re2Input = null;
		}
		/**
		* Releases memory used by internal caches associated with this pattern. Does not change the
		* observable behaviour. Useful for tests that detect memory leaks via allocation tracking.
		*/
		reset() {
			this.re2Input.reset();
		}
		/**
		* Returns the flags used in the constructor.
		* @returns {number}
		*/
		flags() {
			return this.flagsInput;
		}
		/**
		* Returns the pattern used in the constructor.
		* @returns {string}
		*/
		pattern() {
			return this.patternInput;
		}
		re2() {
			return this.re2Input;
		}
		/**
		* Matches a string against a regular expression.
		*
		* @param {string|number[]|Uint8Array} input the input
		* @returns {boolean} true if the regular expression matches the entire input
		*/
		matches(input) {
			return this.testExact(input);
		}
		/**
		* Creates a new {@code Matcher} matching the pattern against the input.
		*
		* @param {string|number[]|Uint8Array|MatcherInputBase} input the input string
		* @returns {Matcher}
		*/
		matcher(input) {
			if (Utils.isByteArray(input)) input = MatcherInput.utf8(input);
			return new Matcher(this, input);
		}
		/**
		* Tests whether the regular expression matches any part of the input string.
		* Performance Note: This method is highly optimized. Because it only returns
		* a boolean and does not extract capture groups, it bypasses the `Matcher` overhead
		* and guarantees execution on the high-speed DFA engine whenever possible.
		*
		* @param {string|number[]|Uint8Array} input - The input string or UTF-8 byte array to test against.
		* @returns {boolean} `true` if the pattern is found anywhere in the input, `false` otherwise.
		*/
		test(input) {
			if (Utils.isByteArray(input)) return this.re2Input.matchUTF8(input);
			return this.re2Input.match(input);
		}
		/**
		* Tests whether the regular expression matches the ENTIRE input string.
		* * **Performance Note:** This operates identically to `.matches()`, but is significantly
		* faster because it does not request capture group data. By requesting 0 capture groups,
		* it securely routes execution through the DFA fast-path.
		*
		* @param {string|number[]|Uint8Array} input - The input string or UTF-8 byte array to test against.
		* @returns {boolean} `true` if the exact input string fully matches the pattern, `false` otherwise.
		*/
		testExact(input) {
			const machineInput = Utils.isByteArray(input) ? MachineInput.fromUTF8(input) : MachineInput.fromUTF16(input);
			return this.re2Input.executeEngine(machineInput, 0, RE2Flags.ANCHOR_BOTH, 0) !== null;
		}
		/**
		* Executes a search for a match in a specified string.
		* Returns a result array, or null if no match is found.
		* The returned array perfectly mirrors standard JavaScript `RegExpExecArray`,
		* including `.index`, `.input`, and `.groups` properties.
		*
		* @param {string|number[]|Uint8Array} input the input string or byte array
		* @returns {Array|null} the match array with index, input, and groups properties, or null
		*/
		exec(input) {
			const m = this.matcher(input);
			return m.find() ? execResult(m, input) : null;
		}
		/**
		* Splits input around instances of the regular expression. It returns an array giving the strings
		* that occur before, between, and after instances of the regular expression.
		*
		* If {@code limit <= 0}, there is no limit on the size of the returned array. If
		* {@code limit == 0}, empty strings that would occur at the end of the array are omitted. If
		* {@code limit > 0}, at most limit strings are returned. The final string contains the remainder
		* of the input, possibly including additional matches of the pattern.
		*
		* @param {string} input the input string to be split
		* @param {number} [limit=0] the limit
		* @returns {string[]} the split strings
		*/
		split(input, limit = 0) {
			const m = this.matcher(input);
			const result = [];
			let emptiesSkipped = 0;
			let last = 0;
			while (m.find()) {
				if (last === 0 && m.end() === 0) {
					last = m.end();
					continue;
				}
				if (limit > 0 && result.length === limit - 1) break;
				if (last === m.start()) {
					if (limit === 0) {
						emptiesSkipped += 1;
						last = m.end();
						continue;
					}
				} else while (emptiesSkipped > 0) {
					result.push("");
					emptiesSkipped -= 1;
				}
				result.push(m.substring(last, m.start()));
				last = m.end();
			}
			if (limit === 0 && last !== m.inputLength()) {
				while (emptiesSkipped > 0) {
					result.push("");
					emptiesSkipped -= 1;
				}
				result.push(m.substring(last, m.inputLength()));
			}
			if (limit !== 0 || result.length === 0 && !(last === m.inputLength() && last > 0)) result.push(m.substring(last, m.inputLength()));
			return result;
		}
		/**
		* Returns an iterator of all results matching a string against the regular expression,
		* including capturing groups.
		*
		* @param {string|number[]|Uint8Array} input the input string or byte array
		* @returns {IterableIterator<RegExpMatchArray>}
		*/
		*matchAll(input) {
			const m = this.matcher(input);
			while (m.find()) yield execResult(m, input);
		}
		/**
		*
		* @returns {string}
		*/
		toString() {
			return this.patternInput;
		}
		/**
		* Returns the program size of this pattern.
		*
		* <p>
		* Similar to the C++ implementation, the program size is a very approximate measure of a regexp's
		* "cost". Larger numbers are more expensive than smaller numbers.
		* </p>
		*
		* @returns {number} the program size of this pattern
		*/
		programSize() {
			return this.re2Input.numberOfInstructions();
		}
		/**
		* Returns the number of capturing groups in this matcher's pattern. Group zero denotes the entire
		* pattern and is excluded from this count.
		*
		* @returns {number} the number of capturing groups in this pattern
		*/
		groupCount() {
			return this.re2Input.numberOfCapturingGroups();
		}
		/**
		* Return a map of the capturing groups in this matcher's pattern, where key is the name and value
		* is the index of the group in the pattern.
		* @returns {Record<string, number>}
		*/
		namedGroups() {
			return this.re2Input.namedGroups;
		}
		/**
		*
		* @param {*} other
		* @returns {boolean}
		*/
		equals(other) {
			if (this === other) return true;
			if (other === null || this.constructor !== other.constructor) return false;
			return this.flagsInput === other.flagsInput && this.patternInput === other.patternInput;
		}
	};
	/**
	* Creates an RE2JS regex directly from a template literal.
	* @overload
	* @param {TemplateStringsArray} stringsOrFlags - The raw string segments of the template literal.
	* @param {...any} values - The interpolated values.
	* @returns {RE2JS}
	*/
	/**
	* Creates a template literal tag function with specific RE2JS flags.
	* @overload
	* @param {number} stringsOrFlags - The RE2JS flags to apply (e.g., RE2JS.CASE_INSENSITIVE).
	* @returns {(strings: TemplateStringsArray, ...tagValues: any[]) => RE2JS}
	*/
	/**
	* Implementation signature
	* @param {TemplateStringsArray | number} stringsOrFlags
	* @param {...any} values
	* @returns {RE2JS | ((strings: TemplateStringsArray, ...tagValues: any[]) => RE2JS)}
	*/
	function re(stringsOrFlags, ...values) {
		if (Array.isArray(stringsOrFlags) && "raw" in stringsOrFlags) {
			const pattern = String.raw(stringsOrFlags, ...values);
			return RE2JS.compile(pattern);
		}
		const flags = typeof stringsOrFlags === "number" ? stringsOrFlags : 0;
		return (strings, ...tagValues) => {
			const pattern = String.raw(strings, ...tagValues);
			return RE2JS.compile(pattern, flags);
		};
	}
	exports.Matcher = Matcher;
	exports.MatcherInput = MatcherInput;
	exports.MatcherInputBase = MatcherInputBase;
	exports.RE2JS = RE2JS;
	exports.RE2JSCompileException = RE2JSCompileException;
	exports.RE2JSException = RE2JSException;
	exports.RE2JSFlagsException = RE2JSFlagsException;
	exports.RE2JSGroupException = RE2JSGroupException;
	exports.RE2JSInternalException = RE2JSInternalException;
	exports.RE2JSSyntaxException = RE2JSSyntaxException;
	exports.RE2Set = RE2Set;
	exports.re = re;
}));

// src/lang/patterns/re2.cjs
var require_re2 = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.loadRe2 = () => require_build();
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

// src/rewrite/names/result-names.ts
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

// src/vocabulary/advice/prepend-statements/prepend-statements.ts
const shape$1 = map({
	...templateFields,
	order: {
		shape: number$3,
		doc: "Statements of lower order stand further down: the last applied stands first."
	},
	open: {
		shape: flag,
		doc: "Not in a block of their own: the rest of the function sees what they declare."
	},
	"result-names": {
		shape: text$3("a name"),
		doc: "Results without a name get this one and their index, under which the statements know them."
	},
	namespace: {
		shape: text$3("any name"),
		doc: "Orders count within a namespace; the default one comes last."
	}
}, true);
const prependStatements = {
	words: { "prepend-statements": {
		shape: shape$1,
		doc: "Puts statements, in a block of their own, at the top of a block. Needs a block: `function-body`.",
		example: "{ template: \"defer trace({{ .Function.Name | printf `%q` }})()\" }",
		read: read$14
	} },
	templates: ({ template }) => [template],
	injects: () => [],
	reads: () => [],
	onNode: {
		fits: {
			accepts: (kind) => kind === "BlockStmt",
			wanted: "a block",
			hint: "put the join point into \"function-body\""
		},
		apply: apply$3,
		mayHideErrors,
		mayMoveOrder: true,
		oncePerFile: false
	},
	onPackage: void 0,
	rank: ({ order, namespace }) => ({
		order,
		namespace
	})
};
function read$14(entry, ctx) {
	const where = "\"prepend-statements\"";
	const found = fields(ctx, entry.value, {
		where,
		known: keysOf(shape$1)
	});
	const namespace = found.namespace ? yamlText(found.namespace.value, "\"namespace\"") : "";
	const order = found.order ? integerOf(found.order.value, "\"order\"") : 0;
	const resultNames = found["result-names"] && filledTextOf(found["result-names"], where);
	const open = found.open !== void 0 && booleanOf(found.open.value, "\"open\"");
	const more = {
		...open ? { open } : {},
		...resultNames === void 0 ? {} : { resultNames }
	};
	return {
		kind: "prepend-statements",
		template: templateFrom(ctx, found, entry.value),
		order,
		...more,
		span: entry.span,
		...namespace === "" ? {} : { namespace }
	};
}
const jump = /\b(?:goto|break|continue)[ \t]+[\p{L}_]/u;
/**
* At the top of a declared function, statements are known to hide little: new names of results make a bare `return` valid,
* statements end an empty body, and a jump uses a label.
*/
function mayHideErrors({ beside, template }, slot) {
	const fn = functionOfBody(slot);
	if (fn?.kind !== "FuncDecl" || beside !== void 0 || jump.test(template.source)) return true;
	return hasBareReturn(fn) || slot.syntax.children.length === 0 && signatureOf(fn).results.fields.length > 0;
}
/** @throws GotsError advice_wrong_node, advice_no_statement, template_… */
function apply$3(advice, site) {
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

// src/vocabulary/advice/replace-file/replace-file.ts
const shape = map({
	path: {
		shape: importPath$1,
		doc: "Package in whose folder the file lies.",
		required: true
	},
	file: {
		shape: text$3("a file name"),
		doc: "Name of the file, here and there.",
		required: true
	}
});
const replaceFile = {
	words: { "replace-file": {
		shape,
		doc: "Compiles a Go file of another package in place of the package's own file of the same name.",
		example: "{ path: example.com/x, file: server.go }",
		read: (entry, ctx) => {
			const found = fields(ctx, entry.value, {
				where: "\"replace-file\"",
				known: keysOf(shape)
			});
			return {
				kind: "replace-file",
				...fileNamedBy(entry, found)
			};
		}
	} },
	templates: () => [],
	injects: () => [],
	reads: ({ path, file }) => [{
		path,
		file
	}],
	onNode: void 0,
	onPackage: {
		when: () => "always",
		apply: (advice, pkg) => {
			replaceIn(pkg, advice);
			return true;
		}
	}
};
/** @throws GotsError replaced_file_missing, and those of {@link adoptFile} */
function replaceIn(pkg, advice) {
	const { request, replaced } = pkg;
	const own = request.files.find(({ name }) => baseName(name) === advice.file);
	if (own === void 0) {
		const known = request.files.map(({ name }) => baseName(name));
		replacedFileMissing(advice.span, {
			file: advice.file,
			path: request.facts.importPath
		}, known);
	}
	if (!replaced.has(own.name)) replaced.set(own.name, adoptFile(pkg, advice, "kept"));
}

// src/vocabulary/advice/replace-function/replace-function.ts
const replaceFunction = {
	words: { "replace-function": {
		shape: text$3("[path.]Name"),
		doc: "Calls another function with the same arguments and type arguments.",
		example: "example.com/x.Get",
		read: read$13
	} },
	templates: () => [],
	injects: ({ path }) => path === void 0 ? [] : [path],
	reads: () => [],
	onNode: {
		fits: callFit,
		apply: apply$2,
		mayHideErrors: () => true,
		mayMoveOrder: true,
		oncePerFile: false
	},
	onPackage: void 0
};
/** Split at the last dot; without one the function is predeclared or of the package itself. */
function read$13(entry, { quirks }) {
	const written = filledTextOf(entry, "the advice");
	const dot = written.lastIndexOf(".");
	const common = {
		name: written.slice(dot + 1),
		...quirks ? { quirks } : {},
		span: entry.span
	};
	return dot < 0 ? {
		kind: "replace-function",
		...common
	} : {
		kind: "replace-function",
		path: written.slice(0, dot),
		...common
	};
}
/** @throws GotsError advice_wrong_node */
function apply$2(advice, site) {
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

// src/vocabulary/advice/set-fields/set-fields.ts
const item = map({
	name: {
		shape: text$3("a field name"),
		doc: "The field.",
		required: true
	},
	wrap: {
		shape: templateShape,
		doc: "What becomes of the value it has: `{{ . }}`."
	},
	value: {
		shape: templateShape,
		doc: "The value it gets where it has none; without `wrap`, also in place of the one it has."
	}
});
const setFields = {
	words: { "set-fields": {
		shape: list$1(item),
		doc: "Sets or wraps fields of a struct literal.",
		example: "[{ name: Transport, wrap: { imports: { x: example.com/x }, template: \"x.Wrap({{ . }})\" } }]",
		read: read$12
	} },
	templates: ({ fields }) => fields.flatMap(({ wrap, value }) => [wrap, value].filter((template) => template !== void 0)),
	injects: () => [],
	reads: () => [],
	onNode: {
		fits: void 0,
		apply: apply$1,
		mayHideErrors: () => true,
		mayMoveOrder: true,
		oncePerFile: false,
		dotKinds: (matched, { fields: all }, template) => all.some(({ wrap, value }) => value === template && wrap !== void 0) ? matched : "any"
	},
	onPackage: void 0
};
function read$12(entry, ctx) {
	const where = "an item of \"set-fields\"";
	return {
		kind: "set-fields",
		fields: listOf$2(entry.value, "\"set-fields\"").items.map((node) => {
			const found = fields(ctx, node, {
				where,
				known: keysOf(item)
			});
			const name = filledTextOf(required(found.name, "name", node, where), where);
			const wrap = found.wrap && readTemplate(ctx, found.wrap.value, "\"wrap\"");
			const value = found.value && readTemplate(ctx, found.value.value, "\"value\"");
			if (wrap === void 0 && value === void 0) aspectMissingKey(node.span, "value", where);
			return {
				name,
				...wrap ? { wrap } : {},
				...value ? { value } : {}
			};
		}),
		span: entry.span
	};
}
/** @throws GotsError advice_wrong_node, template_… */
function apply$1(advice, site) {
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

// src/vocabulary/advice/wrap-expression/late-call.ts
/**
* Keeps the time of a call behind `go` or `defer` that is wrapped: `defer f(x)` evaluates f and x, and calls later, while
* `defer wrap(f(x))` would call f at once. The call becomes a variable that has f and x; the wrapping runs with it, later.
*
* @param wrapped what was rendered for the call, which is still in its place
* @throws GotsError weave_needs_types, weave_type_unknown
*/
function runLate({ span }, { slot, session }, wrapped) {
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
		span
	}) : void 0;
	if (bound !== void 0) {
		wrapped.unit.rendered?.holes.delete(place);
		wrapped.unit.changes.texts.set(place, bound.text);
	}
	late.set(statement, {
		bound,
		call: syntax,
		span
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

// src/vocabulary/advice/wrap-expression/wrap-expression.ts
const wrapExpression = {
	words: { "wrap-expression": {
		shape: templateShape,
		doc: "Replaces an expression by another, which may hold it. Behind `go` and `defer`, the call that it holds is still made later, with arguments evaluated at once.",
		example: "{ imports: { x: example.com/x }, template: \"x.Wrap({{ . }})\" }",
		read: (entry, ctx) => ({
			kind: "wrap-expression",
			template: readTemplate(ctx, entry.value, "\"wrap-expression\""),
			...ctx.quirks ? { quirks: ctx.quirks } : {},
			span: entry.span
		})
	} },
	templates: ({ template }) => [template],
	injects: () => [],
	reads: () => [],
	onNode: {
		fits: {
			accepts: isExpression,
			wanted: "an expression",
			hint: "match a call or a literal"
		},
		apply,
		mayHideErrors: () => true,
		mayMoveOrder: true,
		oncePerFile: false,
		dotKinds: (matched) => matched !== "any" && matched.includes("KeyValueExpr") ? "any" : matched
	},
	onPackage: void 0
};
/** @throws GotsError advice_wrong_node, advice_no_constant, template_…, weave_needs_types, weave_type_unknown */
function apply(advice, site) {
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

// src/vocabulary/advice.ts
/** The order is that of the reference page. */
const kinds$2 = {
	"prepend-statements": prependStatements,
	"wrap-expression": wrapExpression,
	"append-args": appendArgs,
	"replace-function": replaceFunction,
	"assign-value": assignValue,
	"set-fields": setFields,
	"add-struct-field": addStructField,
	"add-blank-import": addBlankImport,
	"inject-declarations": injectDeclarations,
	hooks,
	"add-file": addFile,
	"replace-file": replaceFile,
	plugin
};
/** Every kind of advice. A module under a key that is not its kind does not compile. */
const adviceKinds = kinds$2;
/** The kind of an advice. */
function kindOfAdvice(advice) {
	return adviceKinds[advice.kind];
}
/** Every template that an advice renders. */
function templatesOf(advice) {
	return kindOfAdvice(advice).templates(advice);
}
/** Every key that an advice can have in YAML. */
const adviceWords = Object.assign({}, ...Object.values(adviceKinds).map(({ words }) => words));

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
	return attemptEach(ctx, listOf$2(entry.value, `"${entry.key}"`).items, inner);
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
		shape: list$1(ref("join-point"), true),
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
	asks: nothing,
	interfaces: nothing,
	implied: ({ points }, ask) => points.flatMap(ask.implied),
	texts: nothing,
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
	...ofPackage(({ value }, facts) => isCommand(facts) === value, (_, facts) => `the package is ${isCommand(facts) ? "" : "not "}compiled to be a program`),
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
	asks: nothing,
	interfaces: nothing,
	implied: nothing,
	lint: {
		...silent,
		fact: flagFact
	},
	names: nameless
};
/** Where the facts do not say how the package is compiled, its name does. */
function isCommand(facts) {
	return facts.command ?? (facts.name === "main" || facts.importPath === "main");
}

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
		shape: text$3("path.Name"),
		doc: "The declaration of a function, variable or constant at the top level of a package.",
		example: "os.Exit",
		read: read$11
	} },
	...noMembers,
	asks: nothing,
	interfaces: nothing,
	implied: ({ path }) => [path],
	texts: ({ name }) => [name],
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
function read$11(entry, ctx) {
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
		shape: text$3("the name of a comment"),
		doc: "The node below a comment `//name`, with arguments or without.",
		example: "myapp:trace",
		read: (entry) => ({
			kind: "directive",
			name: filledText(entry),
			span: entry.span
		})
	} },
	...noMembers,
	asks: nothing,
	interfaces: nothing,
	implied: nothing,
	texts: ({ name }) => [`//${name}`],
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
		shape: text$3("a function name"),
		doc: "A function or method of this name."
	},
	receiver: {
		shape: text$3("`T` or `*T`"),
		doc: "Receiver of that method; functions have none."
	},
	struct: {
		shape: text$3("a type name without path"),
		doc: "A struct type of this name."
	},
	directive: {
		shape: text$3("the name of a comment"),
		doc: "A comment `//name` above the package clause."
	}
});
const known$1 = /* @__PURE__ */ new WeakMap();
const fileHas = {
	words: { "file-has": {
		shape: keys$5,
		doc: "Everything in files that have something at their top level.",
		example: "{ function: ServeHTTP, receiver: \"*Server\" }",
		read: read$10
	} },
	...noMembers,
	asks: nothing,
	interfaces: nothing,
	implied: nothing,
	texts: ({ part }) => [part.name],
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
		node: ({ part }) => `the file holds no ${part.kind} ${part.name}`,
		members: nothing
	},
	lint: silent,
	names: nameless
};
/** Exactly one of the three parts, the receiver beside a function. */
function read$10(entry, ctx) {
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
	const [part] = parts;
	if (part === void 0 || parts.length > 1) return aspectNotSingleKey(entry.span, where, mapOf(entry.value, where).entries.map(({ key }) => key), "name one function, struct or directive; several files are matched with one-of");
	return {
		kind: "file-has",
		part,
		span: entry.span
	};
}
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
		reach: maybe,
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
	reach: maybe,
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
	reach: maybe,
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
	reach: ({ type }, facts) => possibly(reachesPackage(type.path, facts)),
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
		shape: text$3("a function name"),
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
	reach: maybe,
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

// src/vocabulary/options/name-matches/name-matches.ts
const nameMatches = {
	words: { "name-matches": {
		shape: text$3("a regular expression of Go's"),
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
	reach: maybe,
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
	reach: ({ type }, facts) => possibly(type.path === facts.importPath),
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
	reach: maybe,
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
		shape: text$3("a regular expression of Go's"),
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
	reach: maybe,
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
		shape: list$1(typeName, true),
		doc: "Types of the parameters in order; `a, b int` counts once."
	},
	returns: {
		shape: list$1(typeName, true),
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
function reachOfTypes(types, facts) {
	return possibly(allTypes(types).every((type) => reachesPackage(type.path, facts)));
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
	reach: reachOfTypes,
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
	reach: reachOfTypes,
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
		shape: list$1(ref("function-option"), true),
		doc: "Function declarations and literals that satisfy every option.",
		example: "[{ receiver: \"*net/http.Server\" }, { name: Serve }]",
		read: read$8
	} },
	...noMembers,
	asks: nothing,
	interfaces: ({ options }) => options.flatMap((option) => kindOfOption(option).interfaces(option)),
	implied: ({ options }) => options.flatMap((option) => kindOfOption(option).implied(option).flatMap(({ path }) => path === void 0 ? [] : [path])),
	texts: ({ options }) => options.flatMap((option) => kindOfOption(option).texts(option)),
	reach: ({ options }, { facts }) => all(["maybe", ...options.map((option) => kindOfOption(option).reach(option, facts))]),
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
	const items = isNothing(entry.value) ? [] : listOf$2(entry.value, "\"function\"").items;
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
	asks: nothing,
	interfaces: nothing,
	implied: ({ point }, ask) => ask.implied(point),
	texts: nothing,
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
	const text = oneLine(textOf$1(callee));
	const name = nameIfKnown(callee, ctx);
	if (name !== void 0) {
		if (name.path !== void 0) return `it calls ${name.path}.${name.name}`;
		return isLocalName(callee) ? `it calls ${text}, which is declared inside the function` : `it calls ${text}`;
	}
	const { left } = selectorParts(callee.syntax);
	const operand = left && goNode(callee.unit, left);
	if (operand === void 0) return `it calls ${text}`;
	const what = operand.kind === "Ident" && ctx.imports.byName.has(textOf$1(operand)) ? "a variable, which hides the import of that name" : "no package";
	return `it calls ${text}, where ${oneLine(textOf$1(operand))} is ${what}`;
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
		shape: text$3("[path.]Name"),
		doc: "Calls of a function and conversions to a type of another package, however it is imported; not calls of methods. Without a path: of the package itself, or predeclared.",
		example: "net/http.Get",
		read: read$7
	} },
	...noMembers,
	asks: nothing,
	interfaces: nothing,
	implied: ({ path }) => path === void 0 ? [] : [path],
	texts: ({ name }) => [name],
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
	const { right } = selectorParts(called.syntax);
	return called.kind === "Ident" ? true : right !== void 0 && syntaxText(called.unit, right) === name;
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
	...ofPackage(({ range }, facts) => isInRange(facts.goVersion === void 0 ? void 0 : goVersionAsSemver(facts.goVersion), range), (_, facts) => `this is ${facts.goVersion ?? "an unknown version of Go"}`),
	words: { "go-version": {
		shape: text$3("a range of versions"),
		doc: "The Go version that compiles, as a range like that of `module`.",
		example: "v1.26.0",
		read: (entry) => ({
			kind: "go-version",
			range: rangeOf(entry, filledText(entry)),
			span: entry.span
		})
	} },
	asks: () => ["go-version"],
	interfaces: nothing,
	implied: nothing,
	lint: silent,
	names: nameless
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
		out += c === "-" && chars[at - 1] !== "\\" && out !== "" && chars[at + 1] !== "]" ? "-" : quoted$1(c);
	}
	if (out === "") throw new SyntaxError("a class is empty");
	return {
		source: negated ? `(?!/)[^${out}]` : `(?!/)[${out}]`,
		end: at + 1
	};
}
function quoted$1(c) {
	return /[\\^$.*+?()[\]{}|-]/.test(c) ? `\\${c}` : c;
}

// src/vocabulary/points/import-glob/import-glob.ts
const importGlob = {
	...ofPackage(({ pattern }, { importPath }) => doublestar(pattern).test(importPath), (_, facts) => otherPackage(facts)),
	words: { "import-glob": {
		shape: text$3("a pattern"),
		doc: "Everything in packages whose path matches: `*` inside a segment, `**` for any number of them, `[a-z]` and `{a,b}`.",
		example: "\"example.com/{api,web}/**\"",
		read: read$6
	} },
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
		shape: text$3("a type name without `*`"),
		doc: "Static type of what the method is called on.",
		required: true
	},
	name: {
		shape: text$3("a method name"),
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
	asks: nothing,
	interfaces: nothing,
	implied: ({ receiver: { path } }) => path === void 0 ? [] : [path],
	texts: ({ name }) => [name],
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
	if (ctx.oracle === void 0) weaveNeedsTypes(spanOf$1(unit, syntax.start), question);
	const answer = ctx.oracle.typeOf({
		file: unit.tree.source.name,
		start: syntax.start,
		end: syntax.end
	});
	return isUnknown(answer) ? weaveTypeUnknown(spanOf$1(unit, syntax.start), question, answer.unknown) : answer;
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
	return `it calls ${receiver.method} on ${text === void 0 ? oneLine(textOf$1(receiver)) : `a ${text}`}`;
}

// src/vocabulary/points/module/module.ts
const keys$3 = map({
	path: {
		shape: text$3("a module path"),
		doc: "The module; any by default."
	},
	version: {
		shape: text$3("a range of versions"),
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
	asks: nothing,
	interfaces: nothing,
	implied: nothing,
	texts: nothing,
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
		shape: list$1(ref("join-point"), true),
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
	asks: nothing,
	interfaces: nothing,
	implied: ({ points }, ask) => {
		const [first = [], ...others] = points.map((point) => new Set(ask.implied(point)));
		return [...first].filter((path) => others.every((other) => other.has(path)));
	},
	texts: nothing,
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
		shape: text$3("a pattern"),
		doc: "As for the short form."
	}
});
const packageFilter = {
	...ofPackage(packageFilterMatches, ({ root }, facts) => {
		const wanted = root ? ` in the root module ${facts.rootModule ?? "(unknown)"}` : "";
		return `${otherPackage(facts)}${wanted && `, and it asks for one${wanted}`}`;
	}),
	words: { "package-filter": {
		shape: anyOf(text$3("a pattern"), keys$2),
		doc: "Everything in packages whose path satisfies a pattern: Go's path.Match, and `**` for any number of segments.",
		example: "{ root: true, pattern: internal/** }",
		read: read$3
	} },
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

// src/vocabulary/points/package-name/package-name.ts
const packageName = {
	words: { "package-name": {
		shape: text$3("a package name"),
		doc: "Everything in packages of this name.",
		example: "main",
		read: (entry) => ({
			kind: "package-name",
			name: filledText(entry),
			span: entry.span
		})
	} },
	...noMembers,
	asks: nothing,
	interfaces: nothing,
	implied: nothing,
	texts: nothing,
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
		shape: text$3("a name"),
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
		shape: anyOf(text$3("a name"), keys$1),
		doc: "The declaration of a variable or constant of this name at the top level, in whatever package.",
		example: "{ name: version, keyword: var }",
		read: read$2
	} },
	...noMembers,
	asks: nothing,
	interfaces: nothing,
	implied: nothing,
	texts: ({ name }) => [name],
	reach: maybe,
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
		shape: text$3("path.Name"),
		doc: "The definition of a struct type at the top level of the package that has it.",
		example: "net/http.Request",
		read: read$1
	} },
	...noMembers,
	asks: nothing,
	interfaces: nothing,
	implied: ({ type: { path } }) => path === void 0 ? [] : [path],
	texts: ({ type }) => ["struct", type.name],
	reach: ({ type, anyPackage }, { facts }) => possibly(anyPackage === true || type.path === facts.importPath),
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
		shape: text$3("a field name"),
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
	asks: nothing,
	interfaces: nothing,
	implied: ({ type: { path } }) => path === void 0 ? [] : [path],
	texts: ({ type }) => [type.name],
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
		node: (_, node) => `it is ${oneLine(textOf$1(node))}`,
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
	return node.kind === "UnaryExpr" && textOf$1(node).startsWith("&");
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
	asks: nothing,
	interfaces: nothing,
	implied: nothing,
	texts: nothing,
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
	asks: nothing,
	interfaces: nothing,
	implied: ({ type: { path } }) => path === void 0 ? [] : [path],
	texts: nothing,
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
	asks: nothing,
	interfaces: nothing,
	implied: ({ point }, ask) => ask.implied(point),
	texts: nothing,
	reach: ({ point }, at, ask) => possibly(ask.reach(point, at) !== "none"),
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
/** How many nodes of a package, or of one file of it, can match. A file must hold the words that the point names. */
function reach(point, at) {
	const { file } = at;
	if (file !== void 0 && !textsIn(point).every((text) => text === "" || file.bytes.includes(text))) return "none";
	return kindOfPoint(point).reach(point, at, ask);
}
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
	nodeKinds: kindsOf,
	matches,
	mentions,
	constant: constantIn,
	values: namedValues,
	saysFunction: (point) => kindOfPoint(point).names.saysFunction(point),
	withBodies
};

export { rawFile as $, removeImport as A, map as At, TemplateSyntaxError as B, scalarOf as Bt, commaRange as C, weaveBrokenOutput as Ct, templatesOf as D, flag as Dt, kindOfAdvice as E, choice as Et, parseTemplate as F, listOf$2 as Ft, lineForm as G, attempt as Gt, importNames as H, textsOf as Ht, quote as I, mapOf as It, importInsertion as J, predeclaredPath as Jt, fileEdits as K, attemptEach as Kt, unquote$2 as L, pairsOf as Lt, usesDotImport as M, text$3 as Mt, allLeading as N, booleanOf as Nt, compileGoRegexp as O, keysOf as Ot, fieldNames as P, fields as Pt, packageClauseName as Q, fromBytes as R, plainBoolean as Rt, bracketRange as S, initOrderMoved as St, adviceWords as T, anyOf as Tt, typeNameAt as U, yamlText as Ut, predeclaredFile as V, singleEntry as Vt, splice as W, isNothing as Wt, addedName as X, freeNames as Y, predeclaredSource as Yt, packageSession as Z, idPattern as _, current as _t, matches as a, importTable as at, decisive as b, textOf$1 as bt, namedValues as c, inquiry as ct, reachOfPackage as d, topLevelNames as dt, once as et, readJoinPoint as f, guessPackageNames as ft, packageFilterMatches as g, positionsOf as gt, withPointsIn as h, spanInTemplate as ht, kindsOf as i, noChanges as it, usedNames as j, ref as jt, usesIdleImport as k, list$1 as kt, questionsOf as l, isDeclaredLocally as lt, withBodies as m, spanOf$1 as mt, impliedImports as n, noForesight as nt, membersOf as o, samePath as ot, textsIn as p, spanAt as pt, inconstantPart as q, askedPackages as qt, kindOfPoint as r, ownNames as rt, mentions as s, selectorParts as st, constantIn as t, WeaveAgain as tt, reachOfFile as u, specsOf as ut, doublestar as v, goNode as vt, isInRange as w, weaveSyntaxUnknown as wt, pointText as x, kindOf as xt, answerOf as y, nodeOfKind as yt, toBytes as z, required as zt };