import { $ as parentOf, $t as number$2, A as compileGoRegexp, At as adviceWrongNode, B as typeNameAt, Bt as templateSyntax, Ct as syntaxText, Dt as isFunction, Et as isExpression, F as matchesType, Ft as templateNameHidden, G as hasTypeArguments, Gt as weaveTypeUnknown, H as typeOfGroup, Ht as weaveEndlessInjection, It as templateNodeInString, J as listed, Jt as flag, K as insideOf, L as isDirective, Lt as templateNodeTwice, M as functionOfBody, N as receiverText, Nt as templateBrokenGo, Ot as kindOf, P as groupImplements, Pt as templateExecution, Q as enclosingFunction, Qt as map, R as leadingComments, Rt as templateNodeUnprintable, Sn as stripVendor, St as nodeOfKind, Tt as textOf$1, U as argumentsOf$1, Ut as weaveNeedsTypes, V as signatureOf, W as calleeOf, X as unparenthesized, Xt as keysOf, Y as literalBody, Yt as importPath, Z as unwrapElement, Zt as list$1, _t as relative, an as fields, at as isUnknown, bn as guessPackageNames, bt as goNode, cn as listOf$2, ct as isDefinition, dt as topLevelNames, et as isPredeclaredName, fn as required, ft as originOf, gn as yamlText, gt as positionsOf, hn as textsOf, ht as spanInTemplate, in as booleanOf, j as functionName, jt as codeBrokenGo, kt as adviceBadName, lt as isIdentifier, mt as spanOf$1, nn as textsByName, nt as samePath, on as filledTextOf, pn as scalarOf, pt as spanAt, q as isSpread, qt as choice, rn as typeName, rt as selectorParts, sn as integerOf, st as isDeclaredLocally, tn as text$3, tt as nameOf, un as pairsOf, ut as specsOf, vn as attempt, vt as commentText, wt as textBetween, xt as moved, yn as attemptEach, yt as current, z as parseTypeName, zt as templateRendersNothing } from "./chunk-ask.mjs";
import { n as readable, r as sourceFile, t as byteString } from "./chunk-source.mjs";
import { n as failure, r as GotsError } from "./chunk-message.mjs";
import { n as suggest } from "./chunk-nearest.mjs";
import { n as tokens, t as tokenAt } from "./chunk-tokens.mjs";
import { t as endOfBlock } from "./chunk-braces.mjs";
import { S as aspectTemplateSyntax, _ as aspectMissingKey, o as aspectBadValue, r as aspectBadLang } from "./chunk-aspect.mjs";
import { n as pluginFailed, o as pluginOfNodes, t as pluginAbsent } from "./chunk-plugin.mjs";

// src/rewrite/render/asked-packages.ts
/**
* Packages of the interfaces that a template names: `.Function.ArgumentThatImplements "path.Name"` and its kin. Strings that
* cannot be such names do no harm.
*/
function askedPackages({ source }) {
	if (!source.includes("Implements")) return [];
	return [...source.matchAll(/["`]\*?([\w.~\-/]+)\.\w+["`]/g)].map(([, path]) => path);
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
		shape: importPath,
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
		for (const child of node.children) open.push(child);
	}
}
/** Whether a node for which `holds` is there; looks no further then. */
function someNode(root, holds) {
	const open = [root];
	for (let node = open.pop(); node !== void 0; node = open.pop()) {
		if (holds(node)) return true;
		for (const child of node.children) open.push(child);
	}
	return false;
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
	const all = outerTokens(text);
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
/** The tokens of a text, comments and what is between braces left out. */
function outerTokens(text) {
	const found = [];
	for (let at = 0;;) {
		const token = tokenAt(text, at);
		if (token === void 0) return found;
		at = token.end;
		if (token.kind === "comment") continue;
		found.push(token);
		if (text[token.start] !== "{") continue;
		const end = endOfBlock(text, at);
		at = end < 0 ? at : end - 1;
	}
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
	const fn = declarationAround$2(node.syntax);
	return fn !== void 0 && (foresight.locals.get(node.unit.tree.source.name)?.get(fn.start)?.has(name) ?? false);
}
/**
* Asks that, when the package is woven again, what the function around a node declares under a predeclared name is called
* something else: so templates reach the predeclared one. The name of a type stays, since programs can print it.
*
* @returns whether that can be done
*/
function freeNameIn({ unit, syntax }, name, { foresight }) {
	const fn = declarationAround$2(syntax);
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
function declarationAround$2(node) {
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
	for (const { name, kind, printed } of names) if (printed && kind === "local" && declared.has(name) && entries().has(name)) meeting.add(name);
	for (const [place, node] of unit.rendered?.holes ?? []) for (const word of wordsOf(node)) if (declared.has(word) && isDeclaredLocally(unit.tree, place, word)) meeting.add(word);
	const given = new Map([...meeting].map((name) => [name, ownName(own, `${name}${own.number()}`)]));
	for (const { node, name } of locals) {
		const other = given.get(name);
		if (other !== void 0) unit.changes.texts.set(node, other);
	}
}
const word$1 = /[\p{L}_][\p{L}\p{Nd}_]*/gu;
function wordsIn(text) {
	return new Set(text.match(word$1) ?? []);
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
		for (const [place, content] of unit.rendered?.holes ?? []) if (isInside(place)) visit(content);
		for (const [place, content] of slots) if (isInside(place)) visit(content);
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
	const fn = declarationAround$2(block.syntax);
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
	const fn = declarationAround$2(syntax);
	return (fn && own.foresight.open.get(keyOf$1(unit, fn.start)))?.has(name) ? ownName(own, `Open${name}`) : void 0;
}
function keyOf$1({ tree }, start) {
	return `${start} ${tree.source.name}`;
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
	if (level === "inside") keepApart(unit, found, once(() => entriesAround(slot)), pkg.own);
	reach(unit, found, {
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
function reach(unit, names, to) {
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
	const list = (values) => values.flatMap((value, i) => [textPart(i === 0 ? "" : ", "), rangeOf(unit, value)]);
	const head = "helper" in bound ? [
		textPart(`${bound.variable} := ${bound.helper}(`, span),
		rangeOf(unit, callee),
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
		rangeOf(unit, callee),
		textPart(")")
	]), replace(results, [
		rangeOf(unit, results),
		textPart(")("),
		...listParts$1(args)
	])];
}
/** `f(xs...)` becomes `f(append[T](xs, v)...)`, or `f(func(opts ...T) []T { return append(opts, v) }(xs...)...)`. */
function spreadEdits(unit, call, spreads) {
	const last = isSpread(call) ? argumentsOf$1(call).at(-1) : void 0;
	if (last === void 0) return [];
	let parts = [rangeOf(unit, last)];
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
function rangeOf(unit, { start, end }) {
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
	reach(unit, namesIn(unit), {
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
function compare$1(a, b) {
	return a.start - b.start || Number(isInsertion(b)) - Number(isInsertion(a)) || b.end - a.end;
}
function tie(edits, a, b) {
	return isInsertion(edits[a]) ? a - b : b - a;
}
function within$1(inner, outer) {
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
		shape: importPath,
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
		type: typeText(advice.type, site, {
			unit: node.unit,
			syntax: type
		}),
		span: advice.span
	});
}

// src/lang/versions/go-version.ts
const int$1 = "(?:0|[1-9][0-9]*)";
const grammar = new RegExp(`^go(?<major>${int$1})(?:\\.(?<minor>${int$1})(?:\\.${int$1}|[a-z]+(?:${int$1})?)?)?$`);
/**
* The language version of a Go version: `go1.21.3`, `go1.21rc2` and `go1.21-custom` are all `go1.21`.
*
* @returns undefined where go/version.IsValid says no (Go 1.26, go/version and internal/gover)
*/
function languageVersion(version) {
	const [plain = ""] = version.split("-", 1);
	const groups = grammar.exec(plain)?.groups;
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
		shape: list$1(importPath, true),
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
* Builds the template from keys already picked out of their mapping; a missing `template` is the empty one. Who follows `links`
* keeps them back: those given here do nothing.
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
	const idleLinks = textsOf(found.links).length > 0 ? found.links?.span : void 0;
	return {
		source,
		imports,
		...lang === void 0 ? {} : { lang },
		...idleLinks === void 0 ? {} : { idleLinks },
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
function typeOf$1(value) {
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
const typeNameOf = (value) => goTypeName(typeOf$1(value));
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
	if (char === "\"") return quoted(lexer, "\"", "string", "unterminated quoted string");
	if (char === "'") return quoted(lexer, "'", "char-constant", "unterminated character constant");
	if (char === "`") return rawString(lexer);
	if (char === "$") return name(lexer, "variable");
	if (char === "." && lexer.position < lexer.source.length && !/[0-9]/.test(lexer.source[lexer.position] ?? "")) return name(lexer, "field");
	if (/[.+\-0-9]/.test(char)) return number$1(lexer);
	if (isAlphaNumeric(rune)) return word(lexer);
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
function name(lexer, kind) {
	if (atTerminator(lexer)) return token(lexer, kind === "variable" ? "variable" : "keyword");
	const stopped = passName(lexer);
	return atTerminator(lexer) ? token(lexer, kind) : error(lexer, `bad character ${runeName(stopped)}`);
}
function word(lexer) {
	const stopped = passName(lexer);
	const spelled = lexer.source.slice(lexer.start, lexer.position);
	if (!atTerminator(lexer)) return error(lexer, `bad character ${runeName(stopped)}`);
	if (spelled === "true" || spelled === "false") return token(lexer, "bool");
	const taken = spelled === "break" && lexer.breakIsFunction || spelled === "continue" && lexer.continueIsFunction;
	return token(lexer, keywords.has(spelled) && !taken ? "keyword" : "identifier");
}
/** The opening quote has been read. */
function quoted(lexer, mark, kind, unterminated) {
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
function number$1(lexer) {
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
		commands.push(command(parser));
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
function command(parser) {
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
		case "number": return number(parser, token);
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
function number(parser, { kind, offset, text }) {
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
function parse(name, source, functions) {
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
		trees: parse(bytes.name, bytes.source, functions.map(toBytes))
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
		nodes: allFields(node, listed(node.syntax.field(name)))
	});
}
/** The n-th child that the grammar has no field name for. */
function child(index = 0) {
	return (node) => one(at(node, node.syntax.children.filter((c) => c.kind !== "operator")[index]));
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
	InterfaceType: { Methods: (node) => one(nodeOfKind(node.unit, node.syntax, "FieldList")) },
	StructType: { Fields: (node) => one(at(node, node.syntax.children[0])) },
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
	if (written !== void 0) return one(at(node, written.field("condition")));
	return one(at(node, node.syntax.children.find((c) => c.fieldName !== "body")));
}
function rangeVariable(index) {
	return (node) => one(at(node, listed(clause(node, "range_clause")?.field("left"))[index]));
}
function rangeToken(node) {
	const left = clause(node, "range_clause")?.field("left");
	if (left === void 0) return textField("ILLEGAL");
	return textField(isDefinition(node.unit.tree, left) ? ":=" : "=");
}
/** The braces of a switch have no node in the grammar, so its body shares the node of the switch. */
const switchBody = (node) => one(nodeOfKind(node.unit, node.syntax, "BlockStmt"));
const blockMembers = (node, ctx) => {
	if (node.syntax.kind === "block") return statements$1(node, ctx);
	return list(allFields(node, node.syntax.children.filter((c) => c.kind.endsWith("_case"))));
};
const caseValues = (node) => list(allFields(node, node.syntax.kind === "type_case" ? node.syntax.fields("type") : listed(node.syntax.field("value"))));
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
		X: (node) => one(at(node, clause(node, "range_clause")?.field("right"))),
		Body: inField("body")
	},
	ReturnStmt: { Results: (node) => list(allFields(node, listed(node.syntax.children[0]))) },
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
		return one(nodeOfKind(node.unit, node.syntax, count > 1 ? "IndexListExpr" : "IndexExpr"));
	}
	return one(at(node, callee));
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
		return one(wrapped === void 0 ? void 0 : at(node, unwrapElement(wrapped)));
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
	return one(at(node, inner));
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
			Type: (node) => one(nodeOfKind(node.unit, node.syntax, "FuncType")),
			Body: inField("body")
		},
		Ident: {
			Name: (node) => textField(textOf$1(node)),
			Path: (node, ctx) => textField(nameOf(node, ctx)?.path ?? "")
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
		case "QualifiedName": return method$1(() => qualifiedName(inside(fn), site));
		case "Receiver": return method$1(() => receiverName(inside(fn), own));
		case "Argument": return indexed((index) => entryNameAt(signatureOf(inside(fn)).parameters, index, "argument", own));
		case "Result": return indexed((index) => entryNameAt(signatureOf(inside(fn)).results, index, "result", own));
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
/** As stack traces name it, without type arguments: `example.com/shop.(*Cart).Add`, `main.run`; a literal as the function that it is in. */
function qualifiedName(fn, { session }) {
	const { facts, file } = session.ctx;
	const path = facts.command !== false && packageClauseName(file.tree.source.bytes) === "main" ? "main" : facts.importPath;
	const named = declarationAround$1(fn);
	const suffix = named === fn ? "" : ".func";
	if (named === void 0) return path + suffix;
	const receiver = receiverText(named);
	return `${path}.${receiver.startsWith("*") ? `(${receiver}).` : receiver && `${receiver}.`}${functionName(named)}${suffix}`;
}
function declarationAround$1(fn) {
	for (let up = fn; up !== void 0; up = parentOf(up)) if (up.kind === "FuncDecl") return up;
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
function implementing(site, fn, { list, type, last }) {
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
* @param onlyValues as for `TypeOracle.callShape`
* @throws GotsError weave_needs_types, weave_type_unknown
*/
function shapeOf({ unit, syntax }, { ctx }, onlyValues = false) {
	const { start, end } = syntax;
	const question = "how many values this call takes and has";
	if (ctx.oracle === void 0) return weaveNeedsTypes(spanOf$1(unit, start), question);
	const shape = ctx.oracle.callShape({
		file: unit.tree.source.name,
		start,
		end
	}, onlyValues);
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
	const shape = shapeOf(node, session, true);
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
		read: read$5
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
function read$5(entry, ctx) {
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
		read: read$4
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
function read$4(entry, ctx) {
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
	return new Set(names.filter((name) => isUsed(tree, byteString(Buffer.from(name)), name)));
}
/** Looks at the places where the text holds the name, those in bodies that are unread last: most are not the only use. */
function isUsed(tree, word, name) {
	const { text } = tree.source;
	const unread = [];
	for (let at = text.indexOf(word); at >= 0 && word !== ""; at = text.indexOf(word, at + word.length)) {
		if (isWordCharacter(text.charCodeAt(at - 1)) || isWordCharacter(text.charCodeAt(at + word.length))) continue;
		const node = nodeAt(tree.root, at);
		if (node.isUnread) unread.push(at);
		else if (isUse(tree, node, at, name)) return true;
	}
	return unread.some((at) => {
		const body = nodeAt(tree.root, at);
		return isUse(tree, body.isUnread ? nodeAt(body, at, true) : body, at, name);
	});
}
function isUse(tree, node, at, name) {
	if (!(node.kind === "identifier" || node.kind === "package_identifier") || node.start !== at || node.parent === void 0) return false;
	if (node.parent.kind !== "selector_expression" && node.parent.kind !== "qualified_type") return false;
	return selectorParts(node.parent).left === node && !isDeclaredLocally(tree, node, name);
}
/** The innermost node at an offset, or the unread body there. @param reads begins with reading `top` */
function nodeAt(top, at, reads = false) {
	let node = top;
	for (let mayRead = reads; mayRead || !node.isUnread; mayRead = false) {
		const inner = node.children.find(({ start, end }) => start <= at && at < end);
		if (inner === void 0) return node;
		node = inner;
	}
	return node;
}
/** Of a byte string. */
function isWordCharacter(code) {
	return code >= 97 && code <= 122 || code >= 65 && code <= 90 || code >= 48 && code <= 57 || code === 95 || code >= 384;
}
/** Whether some bare name of a file can only come from a dot import. */
function usesDotImport(tree, packageLevel) {
	const own = new Set(topLevelNames(tree));
	return someNode(tree.root, (node) => {
		if (node.kind !== "identifier" && node.kind !== "type_identifier" || node.fieldName === "name") return false;
		const name = tree.source.bytes.toString("utf8", node.start, node.end);
		if (!/^\p{Lu}/u.test(name) || packageLevel.has(name) || own.has(name)) return false;
		if (node.parent?.kind === "literal_element" && node.parent.fieldName === "key") return false;
		return !isDeclaredLocally(tree, node, name);
	});
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
	const { text } = fn.unit.tree.source;
	if (!bareReturn.test(text.slice(body.start, body.end))) return false;
	const open = [body];
	for (let node = open.pop(); node !== void 0; node = open.pop()) {
		if (node.kind === "return_statement" && node.children.length === 0) return true;
		if (node.kind !== "func_literal") open.push(...node.children);
	}
	return false;
}
/** What may be one: only a newline, a comment or what ends a statement can stand behind it. */
const bareReturn = /\breturn[ \t\r]*[\n;}/]/;
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
		type: typeOf(node, each, typeParameters)
	});
	return {
		name: functionName(node),
		packageName: nameOfPackage(session.pkg) ?? "",
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

// src/vocabulary/advice/hooks/trampoline.ts
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
		shape: importPath,
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
		read: read$3
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
function read$3(entry, ctx) {
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
			const { links, ...text } = found;
			const once = found.once !== void 0 && booleanOf(found.once.value, "\"once\"");
			return {
				kind: "inject-declarations",
				template: templateFrom(ctx, text, entry.value),
				links: textsOf(links).map((link) => link.text),
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
	if (!(node.unit !== site.node.unit || within(node, site.node))) throw new TypeError("only the node that matched, and what is inside it, can be changed");
	return node;
}
function within({ syntax }, { syntax: outer }) {
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
		shape: number$2,
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
		read: read$2
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
function read$2(entry, ctx) {
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
		shape: importPath,
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
		read: read$1
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
function read$1(entry, { quirks }) {
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
		read
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
function read(entry, ctx) {
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
const kinds = {
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
const adviceKinds = kinds;
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

export { importTable as A, packageClauseName as C, noForesight as D, WeaveAgain as E, ownNames as O, topLevelWords as S, once as T, inconstantPart as _, removeImport as a, addedName as b, fieldNames as c, TemplateSyntaxError as d, predeclaredFile as f, fileEdits as g, lineForm as h, usesIdleImport as i, askedPackages as j, noChanges as k, parseTemplate as l, splice as m, kindOfAdvice as n, usedNames as o, importNames as p, templatesOf as r, usesDotImport as s, adviceWords as t, fromBytes as u, importInsertion as v, rawFile as w, packageSession as x, freeNames as y };