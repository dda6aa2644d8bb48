import { n as failure, r as GotsError, t as diagnostic } from "./chunk-message.mjs";
import { n as suggest } from "./chunk-nearest.mjs";

// src/report/texts/aspect.ts
const texts = {
	aspect_syntax: {
		code: "aspect_syntax",
		message: "not valid YAML: %problem%"
	},
	aspect_file_empty: {
		code: "aspect_file_empty",
		message: "the file holds nothing",
		hint: "write \"aspects: []\" for a build without aspects, or remove the file"
	},
	aspect_duplicate_key: {
		code: "aspect_duplicate_key",
		message: "the key \"%key%\" is written twice",
		hint: "the first is on line %line%; remove one"
	},
	aspect_unknown_key: {
		code: "aspect_unknown_key",
		message: "unknown key \"%key%\" in %where%",
		hint: "%suggestion%"
	},
	aspect_unknown_point: {
		code: "aspect_unknown_point",
		message: "unknown join point \"%key%\"",
		hint: "%suggestion%"
	},
	aspect_unknown_advice: {
		code: "aspect_unknown_advice",
		message: "unknown advice \"%key%\"",
		hint: "%suggestion%"
	},
	aspect_unknown_option: {
		code: "aspect_unknown_option",
		message: "unknown option \"%key%\" of the join point \"function\"",
		hint: "%suggestion%"
	},
	aspect_not_single_key: {
		code: "aspect_not_single_key",
		message: "%what% must have exactly one key, found %found%",
		hint: "%hint%"
	},
	aspect_missing_key: {
		code: "aspect_missing_key",
		message: "%where% needs the key \"%key%\"",
		hint: "add \"%key%:\""
	},
	aspect_wrong_type: {
		code: "aspect_wrong_type",
		message: "%where% must be %expected%, not %found%",
		hint: "check the indentation and the dashes"
	},
	aspect_bad_value: {
		code: "aspect_bad_value",
		message: "%where% cannot be \"%value%\"",
		hint: "write %allowed%"
	},
	aspect_bad_function_pattern: {
		code: "aspect_bad_function_pattern",
		message: "\"%pattern%\" names no functions: %problem%",
		hint: "write path.Name, path.Type.Name or path.(*Type).Name; /... behind a path means all packages below it, * in a name any letters"
	},
	aspect_bad_type_name: {
		code: "aspect_bad_type_name",
		message: "\"%name%\" is not a type name",
		hint: "write Name, path.Name or *path.Name; slices, maps, channels, functions and type arguments cannot be named"
	},
	aspect_bad_symbol: {
		code: "aspect_bad_symbol",
		message: "\"%symbol%\" is not a name that %where% can use",
		hint: "write %form%"
	},
	aspect_bad_lang: {
		code: "aspect_bad_lang",
		message: "\"%lang%\" is not a Go language version",
		hint: "write it as go1.21"
	},
	aspect_pointer_type: {
		code: "aspect_pointer_type",
		message: "%where% cannot be the pointer \"%name%\"",
		hint: "%hint%"
	},
	aspect_field_with_match: {
		code: "aspect_field_with_match",
		message: "\"match: %match%\" cannot be combined with \"field\"",
		hint: "remove one of the two; a field matches in every literal of the type"
	},
	aspect_bad_glob: {
		code: "aspect_bad_glob",
		message: "\"%pattern%\" is a malformed pattern and matches nothing",
		hint: "close the bracket, give it a range, or put a backslash before it"
	},
	aspect_template_syntax: {
		code: "aspect_template_syntax",
		message: "%problem%"
	},
	aspect_file_missing: {
		code: "aspect_file_missing",
		message: "the aspect file %path% does not exist",
		hint: "check the path given with --aspects"
	},
	aspect_file_unreadable: {
		code: "aspect_file_unreadable",
		message: "the aspect file %path% cannot be read: %cause%",
		hint: "check its permissions"
	},
	aspect_extends_missing: {
		code: "aspect_extends_missing",
		message: "extends \"%target%\", which does not exist",
		hint: "the path is relative to the folder of this file"
	},
	aspect_extends_package: {
		code: "aspect_extends_package",
		message: "\"%target%\" is a Go package, and there is no module here to find it in",
		hint: "run the command in a module that requires it, or name a file or folder relative to this file, beginning with ./ or ../"
	},
	aspect_package_missing: {
		code: "aspect_package_missing",
		message: "the package \"%path%\" cannot be found%problem%",
		hint: "`go get %path%` adds its module; or remove the import"
	},
	aspect_empty_package: {
		code: "aspect_empty_package",
		message: "the package \"%path%\" provides no aspects: it has neither orchestrion.tool.go nor orchestrion.yml",
		hint: "remove it, or update its module to a version that has aspects"
	},
	aspect_tool_file_syntax: {
		code: "aspect_tool_file_syntax",
		message: "%wanted% is expected here",
		hint: "the file is Go: a package clause, then imports of the packages that provide aspects"
	},
	aspect_unknown_set: {
		code: "aspect_unknown_set",
		message: "there is no built-in set \"%name%\"",
		hint: "the general one is gots:otel"
	},
	aspect_empty_folder: {
		code: "aspect_empty_folder",
		message: "extends the folder \"%target%\", which has neither gots.yml nor orchestrion.yml",
		hint: "name a file, or remove the entry"
	},
	aspect_disable_unused: {
		code: "aspect_disable_unused",
		message: "disable: \"%pattern%\" matches no aspect",
		hint: "%suggestion%"
	}
};

// src/report/codes/aspect.ts
/** Raised when an aspect file is not UTF-8 or not YAML. */
function aspectSyntax(span, problem, cause) {
	throw failure(texts.aspect_syntax, { problem }, {
		span,
		cause
	});
}
/** Raised when a `gots.yml` holds no YAML. */
function aspectFileEmpty(span) {
	throw failure(texts.aspect_file_empty, {}, { span });
}
/** Raised when a mapping says the same key twice. */
function aspectDuplicateKey(span, key, first) {
	throw failure(texts.aspect_duplicate_key, {
		key,
		line: first.line
	}, { span });
}
/** An unknown key: a warning in `orchestrion.yml`, whose own loader ignores it, and an error in `gots.yml`. */
function unknownKey(span, found) {
	return diagnostic(texts.aspect_unknown_key, {
		key: found.key,
		where: found.where,
		suggestion: suggest(found.key, found.known)
	}, { span });
}
/** Raised for {@link unknownKey} where keys are strict. */
function aspectUnknownKey(span, found) {
	throw new GotsError(unknownKey(span, found));
}
/** Raised when an aspect names a join point that does not exist. */
function aspectUnknownPoint(span, key, known) {
	throw failure(texts.aspect_unknown_point, {
		key,
		suggestion: suggest(key, known)
	}, { span });
}
/** Raised when an aspect names an advice that does not exist. */
function aspectUnknownAdvice(span, key, known) {
	throw failure(texts.aspect_unknown_advice, {
		key,
		suggestion: suggest(key, known)
	}, { span });
}
/** Raised when the join point `function` has an option that does not exist. */
function aspectUnknownOption(span, key, known) {
	throw failure(texts.aspect_unknown_option, {
		key,
		suggestion: suggest(key, known)
	}, { span });
}
/** Raised when a join point, advice or option is a mapping of no or several keys. */
function aspectNotSingleKey(span, what, keys, hint) {
	const found = keys.length === 0 ? "none" : `${keys.length}: ${keys.map((key) => `"${key}"`).join(", ")}`;
	throw failure(texts.aspect_not_single_key, {
		what,
		found,
		hint
	}, { span });
}
/** Raised when a required key is absent or empty. */
function aspectMissingKey(span, key, where) {
	throw failure(texts.aspect_missing_key, {
		where,
		key
	}, { span });
}
/** Raised when a value has the wrong shape: a list where text is expected, and so on. */
function aspectWrongType(span, where, expected, found) {
	throw failure(texts.aspect_wrong_type, {
		where,
		expected,
		found
	}, { span });
}
/** Raised when a value is none of the allowed ones. */
function aspectBadValue(span, where, value, allowed) {
	throw failure(texts.aspect_bad_value, {
		where,
		value,
		allowed
	}, { span });
}
/** Raised when an item of `spans` names no functions. */
function aspectBadFunctionPattern(span, pattern, problem) {
	throw failure(texts.aspect_bad_function_pattern, {
		pattern,
		problem
	}, { span });
}
/** Raised when a type name does not follow `[*]path.Name`. */
function aspectBadTypeName(span, name) {
	throw failure(texts.aspect_bad_type_name, { name }, { span });
}
/** Raised when a function or symbol does not follow `path.Name`. */
function aspectBadSymbol(span, where, symbol, form) {
	throw failure(texts.aspect_bad_symbol, {
		symbol,
		where,
		form
	}, { span });
}
/** Raised when `lang` is not a Go version. */
function aspectBadLang(span, lang) {
	throw failure(texts.aspect_bad_lang, { lang }, { span });
}
/** Raised where a pointer type cannot match. */
function aspectPointerType(span, where, name, hint) {
	throw failure(texts.aspect_pointer_type, {
		where,
		name,
		hint
	}, { span });
}
/** Raised when `struct-literal` has both `field` and a `match` that concerns the whole literal. */
function aspectFieldWithMatch(span, match) {
	throw failure(texts.aspect_field_with_match, { match }, { span });
}
/** A malformed glob never matches: a warning in `orchestrion.yml`, an error in `gots.yml`. */
function badGlob(span, pattern) {
	return diagnostic(texts.aspect_bad_glob, { pattern }, { span });
}
/** Raised for {@link badGlob} where values are strict. */
function aspectBadGlob(span, pattern) {
	throw new GotsError(badGlob(span, pattern));
}
/** Raised when a template is not valid in Go's template language. */
function aspectTemplateSyntax(span, problem) {
	throw failure(texts.aspect_template_syntax, { problem }, { span });
}
/** Raised when an aspect file named on the command line or found at the root cannot be read. */
function aspectFileMissing(path) {
	throw failure(texts.aspect_file_missing, { path });
}
/** Raised when the file system refuses to read an aspect file. */
function aspectFileUnreadable(path, cause) {
	throw failure(texts.aspect_file_unreadable, {
		path,
		cause: cause instanceof Error ? cause.message : String(cause)
	}, { cause });
}
/** Raised when an `extends` entry names nothing. */
function aspectExtendsMissing(span, target) {
	throw failure(texts.aspect_extends_missing, { target }, { span });
}
/** Raised when a Go package is named where no go command can be asked for its folder. */
function aspectExtendsPackage(span, target) {
	throw failure(texts.aspect_extends_package, { target }, { span });
}
/** Raised when a Go package that is to provide aspects cannot be found. */
function aspectPackageMissing(span, path, problem) {
	throw failure(texts.aspect_package_missing, {
		path,
		problem: problem === "" ? "" : `: ${problem}`
	}, { span });
}
/** A Go package without aspect files: a warning for Orchestrion's files, whose own loader skips it, else an error. */
function emptyPackage(span, path) {
	return diagnostic(texts.aspect_empty_package, { path }, { span });
}
/** Raised for {@link emptyPackage} in `gots.yml`. */
function aspectEmptyPackage(span, path) {
	throw new GotsError(emptyPackage(span, path));
}
/** Raised when `orchestrion.tool.go` cannot be read as far as its imports. */
function aspectToolFileSyntax(span, wanted) {
	throw failure(texts.aspect_tool_file_syntax, { wanted }, { span });
}
/** Raised when `gots:NAME` names no built-in set; without a span when it was given on the command line. */
function aspectExtendsUnknownSet(span, name) {
	throw failure(texts.aspect_unknown_set, { name }, { span });
}
/** A folder without aspect files: a warning for `orchestrion.yml`, whose own loader skips it, else an error. */
function emptyFolder(span, target) {
	return diagnostic(texts.aspect_empty_folder, { target }, { span });
}
/** Raised for {@link emptyFolder} in `gots.yml`. */
function aspectEmptyFolder(span, target) {
	throw new GotsError(emptyFolder(span, target));
}
/** A warning: a `disable` pattern that no aspect's id matches. */
function disableUnused(span, pattern, ids) {
	return diagnostic(texts.aspect_disable_unused, {
		pattern,
		suggestion: ids.length === 0 ? "this file has no aspects with ids" : suggest(pattern, ids)
	}, { span });
}

export { disableUnused as A, aspectToolFileSyntax as C, aspectUnknownPoint as D, aspectUnknownOption as E, emptyPackage as M, unknownKey as N, aspectWrongType as O, aspectTemplateSyntax as S, aspectUnknownKey as T, aspectMissingKey as _, aspectBadTypeName as a, aspectPointerType as b, aspectEmptyFolder as c, aspectExtendsPackage as d, aspectExtendsUnknownSet as f, aspectFileUnreadable as g, aspectFileMissing as h, aspectBadSymbol as i, emptyFolder as j, badGlob as k, aspectEmptyPackage as l, aspectFileEmpty as m, aspectBadGlob as n, aspectBadValue as o, aspectFieldWithMatch as p, aspectBadLang as r, aspectDuplicateKey as s, aspectBadFunctionPattern as t, aspectExtendsMissing as u, aspectNotSingleKey as v, aspectUnknownAdvice as w, aspectSyntax as x, aspectPackageMissing as y };