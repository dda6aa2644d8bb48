import { t as GotsError } from "./chunk-diagnostic.mjs";
import { A as not, D as all, O as any, j as possibly, k as exactly, w as reachOfPackage } from "./chunk-quote.mjs";

// src/weave/1-select/file.ts
function rawFile(bytes) {
	return {
		bytes,
		packageName: packageClauseName(bytes)
	};
}
/** Which nodes of a file can satisfy a point, from the package's facts and the raw text: a name must occur in it. */
function reachOfFile(point, facts, file) {
	switch (point.kind) {
		case "all-of": return all(point.points.map((p) => reachOfFile(p, facts, file)));
		case "one-of": return any(point.points.map((p) => reachOfFile(p, facts, file)));
		case "not": return not(reachOfFile(point.point, facts, file));
		case "function-body": return possibly(reachOfFile(point.point, facts, file) !== "none");
		case "package-name": return file.packageName === void 0 ? "maybe" : exactly(file.packageName === point.name);
		default: return hasWords(point, file) ? reachOfPackage(point, facts) : "none";
	}
}
/** Words without which a file holds no match; none where any file may. Points that are made of others, and packages' own, have none. */
const wordsByPoint = {
	directive: ({ name }) => [`//${name}`],
	"file-has": ({ part }) => [part.name],
	"package-value": ({ name }) => [name],
	"function-call": ({ name }) => [name],
	"method-call": ({ name }) => [name],
	"declaration-of": ({ name }) => [name],
	"struct-definition": ({ type }) => ["struct", type.name],
	"struct-literal": ({ type }) => [type.name],
	function: ({ options }) => options.flatMap(wordsOfOption),
	"value-declaration": noWords,
	"all-of": noWords,
	"one-of": noWords,
	not: noWords,
	"function-body": noWords,
	"import-path": noWords,
	"package-name": noWords,
	"package-filter": noWords,
	"test-main": noWords,
	"module-version": noWords,
	"go-version": noWords,
	"import-glob": noWords,
	command: noWords,
	"test-build": noWords,
	configuration: noWords
};
const wordsByOption = {
	name: ({ name }) => [name],
	receiver: ({ type }) => [type.name],
	"receiver-is": ({ text }) => [text.replace("*", "")],
	"name-matches": noWords,
	"receiver-matches": noWords,
	"has-receiver": noWords,
	"has-body": noWords,
	signature: noWords,
	"signature-contains": noWords,
	"has-type": noWords,
	"argument-implements": noWords,
	"result-implements": noWords,
	"final-result-implements": noWords
};
function noWords() {
	return [];
}
function wordsOfOption(option) {
	return wordsByOption[option.kind](option);
}
function hasWords(point, file) {
	return wordsByPoint[point.kind](point).every((word) => has(file, word));
}
function has(file, word) {
	return word === "" || file.bytes.includes(word);
}
const leading = /^(?:\uFEFF|\s|\/\/[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*package(?:\s|\/\*[\s\S]*?\*\/)+([\p{L}_][\p{L}\p{Nd}_]*)/u;
/** The name in the package clause, found without a parser; undefined for text that does not begin as a Go file does. */
function packageClauseName(bytes) {
	return (leading.exec(bytes.toString("utf8", 0, 8192)) ?? leading.exec(bytes.toString("utf8")))?.[1];
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
/** Raised when a template uses a predeclared name that means something else where it is put, and that nothing stands in for. */
function templateNameHidden(span, name, by) {
	throw new GotsError({
		code: "template_name_hidden",
		message: `the predeclared "${name}" cannot be reached here, since ${by} declares that name`,
		hint: "call a function of a package of yours instead, which the template imports",
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
/** Raised when woven code refers to a variable of the package in such a way that its variables would be initialised in another order. */
function initOrderMoved({ importPath, early, late }, span) {
	throw new GotsError({
		code: "weave_init_order",
		message: `in ${importPath}, ${early} would be initialised before ${late}: woven code that ${late} calls refers to it`,
		hint: "leave the function that is called so early out of the join point, or keep what woven code needs in a package that it imports",
		span
	});
}

// src/weave/3-match/syntax-shapes.ts
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
function listed(node) {
	if (node === void 0) return [];
	return node.kind === "expression_list" || node.kind === "statement_list" ? node.children : [node];
}

// src/weave/4-advise/predeclared-package.ts
/**
* A package of ours by way of which a package that declares predeclared names anew reaches the originals. What is in it is types,
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

export { weaveNeedsTypes as A, templateNodeTwice as C, weaveBrokenOutput as D, templateSyntax as E, reachOfFile as F, weaveTypeUnknown as M, packageClauseName as N, weaveDotImports as O, rawFile as P, templateNodeInString as S, templateRendersNothing as T, codeBrokenGo as _, calleeOf as a, templateExecution as b, isSpread as c, listed as d, literalBody as f, adviceWrongNode as g, adviceBadName as h, argumentsOf as i, weaveSyntaxUnknown as j, weaveEndlessInjection as k, isTopLevel as l, unwrapElement as m, predeclaredPath as n, hasTypeArguments as o, unparenthesized as p, predeclaredSource as r, insideOf as s, exportedName as t, isVariadic as u, initOrderMoved as v, templateNodeUnprintable as w, templateNameHidden as x, templateBrokenGo as y };