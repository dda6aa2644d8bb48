import { a as configurationMatches, c as guessPackageNames, l as stripVendor, n as rawFile, o as reachOfPackage, r as reachOfFile, s as packageFilterMatches } from "./chunk-file.mjs";
import { t as GotsError } from "./chunk-diagnostic.mjs";
import { B as TemplateExecError, F as bool, I as slice, L as struct, N as executeTemplate, P as parseTemplate, R as goInt, V as TemplateSyntaxError, n as parseTypeName, t as spanInTemplate, z as goString$1 } from "./chunk-code-template.mjs";
import { t as tokens } from "./chunk-tokens.mjs";

// src/weave/2-parse/source.ts
const high = /[\x80-\xff]/;
const everyHigh = /[\x80-\xff]/g;
function sourceFile(name, bytes) {
	return {
		name,
		bytes,
		text: byteString(bytes)
	};
}
/** Bytes as a string of the same length; see {@link SourceFile}. */
function byteString(bytes) {
	const latin = bytes.toString("latin1");
	return high.test(latin) ? latin.replace(everyHigh, (c) => String.fromCharCode(c.charCodeAt(0) + 256)) : latin;
}
/** What a person reads in `[start, end)`: the bytes decoded as UTF-8. */
function readable(source, start, end) {
	return source.bytes.toString("utf8", start, end);
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

// src/report/codes/weave.ts
/** Raised when only type checking can tell whether a join point matches, and none is at hand. */
function weaveNeedsTypes(span, question) {
	throw new GotsError({
		code: "weave_needs_types",
		message: `only type checking can tell ${question}, and there is no type oracle here`,
		hint: "weave the package in a build (`gots go build`), or use a join point that names the type",
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

// src/weave/3-match/changes.ts
function noChanges() {
	return {
		slots: /* @__PURE__ */ new Map(),
		prepended: /* @__PURE__ */ new Map(),
		appendedArgs: /* @__PURE__ */ new Map(),
		spreads: /* @__PURE__ */ new Map(),
		values: /* @__PURE__ */ new Map(),
		addedFields: /* @__PURE__ */ new Map(),
		texts: /* @__PURE__ */ new Map(),
		dropped: /* @__PURE__ */ new Set(),
		signatures: /* @__PURE__ */ new Map()
	};
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

// src/weave/3-match/comments.ts
const known$2 = /* @__PURE__ */ new WeakMap();
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
	let leading = known$2.get(unit);
	if (leading === void 0) {
		leading = attach(unit);
		known$2.set(unit, leading);
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
	while (at < text.length && isBlank$1(text.charCodeAt(at))) at++;
	return at;
}
/** Offset just behind the last visible character before `before`; -1 at the start of the file. */
function lastToken(text, before) {
	let at = before;
	while (at > 0 && isBlank$1(text.charCodeAt(at - 1))) at--;
	return at === 0 || at === byteOrderMark$1.length && text.startsWith(byteOrderMark$1) ? -1 : at;
}
/** As `SourceFile.text` shows it: one character per byte. */
const byteOrderMark$1 = "ǯƻƿ";
function isBlank$1(code) {
	return code === 32 || code === 10 || code === 9 || code === 13;
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
const known$1 = /* @__PURE__ */ new WeakMap();
/** Where the compiler reports an offset of a file: line and byte column, with line directives honoured. */
function spanAt(source, offset) {
	let positions = known$1.get(source);
	if (positions === void 0) {
		positions = positionsOf(source);
		known$1.set(source, positions);
	}
	const { file, line, column } = positions.at(offset);
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
	if (others.length > 0) weaveDotImports(spanOf(node.unit, node.syntax.start), name);
	return first?.path;
}
/** Whether two import paths are the same package once vendor prefixes are gone. */
function samePath(a, b) {
	return a === b || a !== void 0 && b !== void 0 && stripVendor(a) === stripVendor(b);
}

// src/weave/3-match/points/declaration-of.ts
/** `declaration-of: path.Name`: the function (or method), variable or constant of that name, in that package. */
const declarationOf = {
	kinds: () => ["FuncDecl", "ValueSpec"],
	matches: (point, node, ctx) => (node.kind === "FuncDecl" || node.kind === "ValueSpec") && samePath(point.path, ctx.facts.importPath) && node.syntax.fields("name").some((name) => syntaxText(node.unit, name) === point.name)
};

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
* @throws GotsError weave_needs_types when only the type checker can say and none is at hand
*/
function groupImplements(type, where, ctx) {
	const { unit, field } = where;
	const written = typeOfGroup(unit, field);
	if (matchesType(type, written, ctx)) return true;
	if (unit.rendered !== void 0) return false;
	if (ctx.oracle === void 0) weaveNeedsTypes(spanOf(unit, field.type.start), `whether a type implements ${typeNameText(type)}`);
	const { start, end } = field.type;
	return ctx.oracle.implementsInterface({
		file: unit.tree.source.name,
		start,
		end
	}, type);
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
		case "receiver": return receiverMatches(option.type, fn, ctx);
		case "has-receiver": return signatureOf(fn).receiver !== void 0 === option.value;
		case "signature": return isSignature(option, fn, ctx);
		case "signature-contains": return containsAny(option, fn, ctx);
		case "argument-implements": return someImplements(option.type, fn.unit, signatureOf(fn).parameters.fields, ctx);
		case "result-implements": return someImplements(option.type, fn.unit, signatureOf(fn).results.fields, ctx);
		case "final-result-implements": return someImplements(option.type, fn.unit, signatureOf(fn).results.fields.slice(-1), ctx);
	}
}
/** The declared name; empty for a literal. */
function functionName(fn) {
	const name = fn.kind === "FuncDecl" ? fn.syntax.field("name") : void 0;
	return name === void 0 ? "" : syntaxText(fn.unit, name);
}
function receiverMatches(type, fn, ctx) {
	const fields = signatureOf(fn).receiver?.fields;
	const only = fields?.length === 1 ? fields[0] : void 0;
	return only !== void 0 && matchesDefinition(type, typeOfGroup(fn.unit, only), ctx);
}
/** Compared group by group, as Orchestrion does: `(a, b int)` is one entry. */
function isSignature(types, fn, ctx) {
	const exact = (wanted, { fields }) => wanted.length === fields.length && wanted.every((type, i) => matchesType(type, typeOfGroup(fn.unit, fields[i]), ctx));
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

// src/weave/3-match/points/function-body.ts
/** `function-body: point`: the function whose body this block is, which the point is asked about. */
function functionOfBody(node) {
	const { parent } = node.syntax;
	if (node.kind !== "BlockStmt" || parent === void 0 || node.syntax.fieldName !== "body") return void 0;
	const fn = goNode(node.unit, parent);
	return fn !== void 0 && isFunction(fn.kind) ? fn : void 0;
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
		return callee !== void 0 && isCallee(point, current(callee), ctx);
	}
};
function isCallee(point, callee, ctx) {
	if (!mentions(point.name, callee)) return false;
	const name = nameOf(callee, ctx);
	if (name !== void 0) return name.name === point.name && samePath(name.path, point.path);
	return isMemberOf(point, callee, ctx);
}
/** Cheap: most calls are ruled out by the last word of their callee, before scopes are looked at. */
function mentions(name, callee) {
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
		const type = typeOf(operand, `whether ${point.name} is called on a ${typeNameText(point.receiver)}`, ctx);
		if (type?.name !== point.receiver.name || !samePath(type.path, point.receiver.path)) return false;
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
function typeOf(operand, question, ctx) {
	const { unit, syntax } = operand;
	if (ctx.oracle === void 0) weaveNeedsTypes(spanOf(unit, syntax.start), question);
	return ctx.oracle.typeOf({
		file: unit.tree.source.name,
		start: syntax.start,
		end: syntax.end
	});
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

// src/weave/3-match/points/struct-definition.ts
/** `struct-definition: path.T`: the specification of T, written as a struct type, in that package. */
const structDefinition = {
	kinds: () => ["TypeSpec"],
	matches: (point, node, ctx) => {
		const name = node.syntax.field("name");
		return node.kind === "TypeSpec" && name !== void 0 && node.syntax.field("type")?.kind === "struct_type" && syntaxText(node.unit, name) === point.type.name && samePath(point.type.path, ctx.facts.importPath);
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
		kinds: (point) => point.points.map(kindsOf).reduce(union, []),
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
	configuration: {
		kinds: () => "any",
		matches: (point) => configurationMatches(point.pairs)
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
function union(a, b) {
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
	const clause = root.children.find((node) => node.kind === "package_clause");
	if (clause !== void 0 && ignoredStarts(file).has(clause.start)) return;
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
const ignores = /^\/\/(?:orchestrion|dd|gots):ignore(?: |$)/;
const none = /* @__PURE__ */ new Set();
const known = /* @__PURE__ */ new WeakMap();
/** Offsets of the tokens above which a comment says that what starts there is to be left alone. */
function ignoredStarts(unit) {
	if (unit.tree.comments.length === 0) return none;
	let starts = known.get(unit);
	if (starts === void 0) {
		starts = new Set([...allLeading(unit)].filter(([, texts]) => texts.some((t) => ignores.test(t))).map(([at]) => at));
		known.set(unit, starts);
	}
	return starts;
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

// src/weave/4-advise/type-text.ts
/** A type name as Go text for a place in the file; its package is imported if need be. */
function typeText({ pointer, path, name }, { session }, at) {
	const star = pointer ? "*" : "";
	if (path === void 0 || samePath(path, session.ctx.facts.importPath)) return `${star}${name}`;
	return `${star}${session.names.nameFor(path, keyOfPath(path), at)}.${name}`;
}

// src/weave/4-advise/wrong-node.ts
/** @throws GotsError advice_wrong_node */
function wrongNode({ node, slot }, advice, wanted) {
	const { file, line, column } = spanOf(slot.unit, slot.syntax.start);
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
		nodes: [...all(node, argumentsOf(node.syntax)), ...node.unit.changes.appendedArgs.get(node.syntax) ?? []]
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
		value: unquote(word.slice(colon + 1))
	};
}
function unquote(value) {
	const first = value[0];
	return value.length >= 2 && (first === "\"" || first === "'") && value.endsWith(first) ? value.slice(1, -1) : value;
}

// src/weave/4-advise/dot/function-view.ts
/** `.Function`: the nearest function around the node, itself included. Asking for a name gives one in the signature. */
function functionView(site) {
	const fn = isFunction(site.node.kind) ? site.node : enclosingFunction(site.slot);
	return {
		goType: "*code.function",
		member: (name) => memberOf(site, fn, name)
	};
}
function memberOf(site, fn, name) {
	switch (name) {
		case "Name": return method(() => functionName(inside(fn)));
		case "Receiver": return method(() => receiverName(inside(fn)));
		case "Argument": return indexed((index) => nameAt(signatureOf(inside(fn)).parameters, index, "argument"));
		case "Result": return indexed((index) => nameAt(signatureOf(inside(fn)).results, index, "result"));
		case "ArgumentOfType": return typed((type) => firstName(fn, "argument", (field, f) => matchesType(type, typeOfGroup(f.unit, field), site.session.ctx)));
		case "ResultOfType": return typed((type) => firstName(fn, "result", (field, f) => matchesType(type, typeOfGroup(f.unit, field), site.session.ctx)));
		case "ArgumentThatImplements": return typed((type) => implementing(site, fn, {
			list: "argument",
			type,
			last: false
		}));
		case "ResultThatImplements": return typed((type) => implementing(site, fn, {
			list: "result",
			type,
			last: false
		}));
		case "LastResultThatImplements": return typed((type) => implementing(site, fn, {
			list: "result",
			type,
			last: true
		}));
		case "FinalResultImplements": return typed((type) => finalImplements(site, fn, type));
		default: return;
	}
}
function method(call) {
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
function listOf(fn, list) {
	const { parameters, results } = signatureOf(fn);
	return list === "argument" ? parameters : results;
}
/** The first name of the first group that satisfies the test; empty if none does. */
function firstName(fn, list, test) {
	if (fn === void 0) return "";
	const groups = listOf(fn, list);
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
	const groups = listOf(fn, list);
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
function dotOf(site, node, placeholders) {
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
					value: functionView(site)
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
* @throws GotsError template_execution, template_broken_go, template_node_twice, template_node_unprintable
*/
function renderStatements(template, site, dot) {
	return render$1(template, {
		site,
		dot,
		form: statements
	});
}
/** @throws GotsError as {@link renderStatements}, and template_renders_nothing */
function renderExpression(template, site, dot) {
	const wanted = "one Go expression";
	const unit = render$1(template, {
		site,
		dot,
		form: {
			...statements,
			wanted
		}
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
function renderDeclarations(template, site, dot) {
	const unit = render$1(template, {
		site,
		dot,
		form: declarations
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
function render$1(template, job) {
	const printed = [];
	const { text, segments } = join(template, execute(template, job, printed), {
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
		templateBrokenGo(originOf(rendered, offset), job.form.wanted, excerpt(unit, offset, source.text.length));
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
	const add = (node, copy) => placeholder(printed.push({
		node,
		copy
	}) - 1);
	try {
		return executeTemplate(parsed(template), dotOf(site, dot, { add }), { Version: {
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

// src/weave/4-advise/advice/append-args.ts
/** Adds arguments to a call. Where the last argument is spread with `...`, a function appends them to it. */
function appendArgs(advice, site) {
	const { node } = site;
	if (node.kind !== "CallExpr" || node.syntax.kind !== "call_expression") wrongNode(site, advice, "a call");
	const values = advice.values.map((template) => renderExpression(template, site, node));
	for (const value of values) refuseMoves(value.unit);
	const { appendedArgs, spreads } = node.unit.changes;
	if (isSpread(node.syntax)) {
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
/** Gives every name of a variable or constant specification the rendered value; the type stays. */
function assignValue(advice, site) {
	const { node } = site;
	if (node.kind !== "ValueSpec") wrongNode(site, advice, "a variable or constant declaration");
	const value = renderExpression(advice.template, site, node);
	const names = node.syntax.fields("name").filter((name) => name.kind === "identifier" || name.kind === "blank_identifier");
	node.unit.changes.values.set(node.syntax, names.map(() => value));
}

// src/weave/4-advise/advice/inject-declarations.ts
/** Injected declarations may match aspects that inject more; beyond this, they never come to an end. */
const maxGenerations = 8;
/** Appends declarations to the file, where the same walk visits them; `links` must be in the binary. */
function injectDeclarations(advice, site) {
	const { session } = site;
	const unit = renderDeclarations(advice.template, site, site.node);
	refuseMoves(unit);
	const generation = (session.generation.get(site.slot.unit) ?? 0) + 1;
	if (generation > maxGenerations) weaveEndlessInjection(advice.span, maxGenerations);
	session.generation.set(unit, generation);
	session.appended.push(unit);
	if (advice.links.length === 0) return;
	needImport(session, "unsafe");
	for (const path of advice.links) if (!session.ctx.imports.specs.some((spec) => samePath(spec.path, path))) session.links.add(path);
}

// src/weave/4-advise/advice/prepend-statements.ts
/** Puts statements, in a block of their own, in front of all others in a block. */
function prependStatements(advice, site) {
	const { node } = site;
	if (node.kind !== "BlockStmt") wrongNode(site, advice, "a block");
	const unit = renderStatements(advice.template, site, node);
	refuseMoves(unit);
	const { prepended } = node.unit.changes;
	prepended.set(node.syntax, [...prepended.get(node.syntax) ?? [], unit]);
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
	return advice.kind === "prepend-statements" ? advice.order : 0;
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
	"add-struct-field": addStructField,
	"append-args": appendArgs,
	"assign-value": assignValue,
	"inject-declarations": injectDeclarations,
	"prepend-statements": prependStatements,
	"replace-function": replaceFunction,
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
	const at = spanOf(slot.unit, slot.syntax.start);
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
	for (const [node, replacement] of changes.texts) edits.push(replace(node, [text(replacement, spanOf(unit, node.start))]));
	for (const node of changes.dropped) edits.push(replace(node, []));
	for (const [node, moved] of unit.rendered?.holes ?? []) edits.push(replace(node, contentParts(moved, unit, node)));
	for (const [node, content] of changes.slots) edits.push(replace(node, contentParts(content, unit, node)));
	for (const [block, units] of changes.prepended) edits.push(insert(block.start + 1, units.toReversed().flatMap(blockParts)));
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
function blockParts(unit) {
	const body = unit.tree.root.children.find((child) => child.kind === "function_declaration")?.field("body");
	if (body === void 0) return [];
	return [
		text("{"),
		{
			kind: "range",
			unit,
			start: body.start + 1,
			end: body.end - 1
		},
		text("};")
	];
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
function fileEdits(file, appended) {
	const printer = {
		edits: /* @__PURE__ */ new Map(),
		active: []
	};
	const edits = localEdits(file).map((edit) => ({
		start: edit.start,
		end: edit.end,
		pieces: edit.parts.flatMap((part) => piecesOf(printer, part)).map((piece) => asText(file, piece, edit))
	}));
	if (appended.length > 0) {
		const end = file.tree.source.text.length;
		const pieces = appended.flatMap((unit) => declarationPieces(printer, unit));
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
		if (!within(edit, all)) spliceOutside(source.name, edit, all);
		for (const piece of edit.pieces) if (piece.kind === "original" && !within(piece, edit)) spliceOutside(source.name, piece, edit);
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
function within(inner, outer) {
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
		this.#blank = (newline >= 0 || this.#blank) && isBlank(bytes.subarray(newline + 1));
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
function isBlank(bytes) {
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
	render(job, roots, {
		start: putHead(job),
		end: source.bytes.length
	});
	return writer.finish();
}
const byteOrderMark = Buffer.from([
	239,
	187,
	191
]);
/** Writes the mark and the first directive; returns where the text behind the mark begins. */
function putHead({ source, writer }) {
	const marked = source.bytes.subarray(0, 3).equals(byteOrderMark);
	if (marked) writer.put(Buffer.concat([byteOrderMark, Buffer.from("\n")]));
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
function render(job, edits, range) {
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
		render(job, innerOf(job, inner, piece, edit), piece);
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
function openSession({ request, tools, packageLevel }, file) {
	const { facts } = request;
	const imports = importTable(file.tree, request.packageName);
	const ctx = {
		facts,
		file,
		imports,
		packageLevel,
		oracle: tools.oracle
	};
	const texts = request.files.map((each) => each.bytes);
	const names = importNames(imports, texts);
	return {
		ctx,
		file,
		grammar: tools.grammar,
		names,
		version: request.weaverVersion,
		appended: [],
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
	return advice.every(({ kind }) => kind === "add-blank-import");
}
/**
* Splices the edits, then looks at the result: it must parse, and every import must be used. Only the result can tell
* whether one is, since templates refer to names of the file freely and later advice may drop what earlier advice made.
*/
function finish(session, matches) {
	const { file, names } = session;
	const edits = fileEdits(file, session.appended);
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
	const pkg = {
		request,
		tools,
		packageLevel: once(() => packageLevelNames(request, tools.grammar))
	};
	return merge(request, request.files.map((file) => weaveFile(pkg, file, aspectsForFile(live, file, request))));
}
function aspectsForFile(live, file, { facts }) {
	if (live.length === 0) return [];
	const raw = rawFile(file.bytes);
	return live.filter((aspect) => reachOfFile(aspect.joinPoint, facts, raw) !== "none");
}
function packageLevelNames({ files }, grammar) {
	return new Set(files.flatMap((file) => topLevelNames(grammar.parse(sourceFile(file.name, file.bytes)))));
}
function merge({ facts }, woven) {
	const sorted = (pick) => [...new Set(woven.flatMap(pick))].sort();
	const imports = sorted((file) => file.imports).filter((path) => !facts.imports.has(path));
	const links = sorted((file) => file.links).filter((path) => !imports.includes(path) && !facts.imports.has(path));
	return {
		files: woven.map(({ name, text }) => ({
			name,
			text
		})),
		imports,
		links,
		lang: highest(woven.flatMap((file) => file.langs)),
		matches: woven.flatMap((file) => file.matches)
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

export { importTable as n, sourceFile as r, weavePackage as t };