import { type Diagnostic, GotsError, type Span } from '../diagnostic.ts';
import { diagnostic, failure } from '../message.ts';
import { suggest } from '../nearest.ts';
import { texts } from '../texts/aspect.ts';

/** Raised when an aspect file is not UTF-8 or not YAML. */
export function aspectSyntax(span: Span, problem: string, cause?: unknown): never {
  throw failure(texts.aspect_syntax, { problem }, { span, cause });
}

/** Raised when a `gots.yml` holds no YAML. */
export function aspectFileEmpty(span: Span): never {
  throw failure(texts.aspect_file_empty, {}, { span });
}

/** Raised when a mapping says the same key twice. */
export function aspectDuplicateKey(span: Span, key: string, first: Span): never {
  throw failure(texts.aspect_duplicate_key, { key, line: first.line }, { span });
}

/** An unknown key: a warning in `orchestrion.yml`, whose own loader ignores it, and an error in `gots.yml`. */
export function unknownKey(span: Span, found: { key: string; where: string; known: readonly string[] }): Diagnostic {
  return diagnostic(
    texts.aspect_unknown_key,
    { key: found.key, where: found.where, suggestion: suggest(found.key, found.known) },
    { span },
  );
}

/** Raised for {@link unknownKey} where keys are strict. */
export function aspectUnknownKey(span: Span, found: { key: string; where: string; known: readonly string[] }): never {
  throw new GotsError(unknownKey(span, found));
}

/** Raised when an aspect names a join point that does not exist. */
export function aspectUnknownPoint(span: Span, key: string, known: readonly string[]): never {
  throw failure(texts.aspect_unknown_point, { key, suggestion: suggest(key, known) }, { span });
}

/** Raised when an aspect names an advice that does not exist. */
export function aspectUnknownAdvice(span: Span, key: string, known: readonly string[]): never {
  throw failure(texts.aspect_unknown_advice, { key, suggestion: suggest(key, known) }, { span });
}

/** Raised when the join point `function` has an option that does not exist. */
export function aspectUnknownOption(span: Span, key: string, known: readonly string[]): never {
  throw failure(texts.aspect_unknown_option, { key, suggestion: suggest(key, known) }, { span });
}

/** Raised when a join point, advice or option is a mapping of no or several keys. */
export function aspectNotSingleKey(span: Span, what: string, keys: readonly string[], hint: string): never {
  const found = keys.length === 0 ? 'none' : `${keys.length}: ${keys.map((key) => `"${key}"`).join(', ')}`;
  throw failure(texts.aspect_not_single_key, { what, found, hint }, { span });
}

/** Raised when a required key is absent or empty. */
export function aspectMissingKey(span: Span, key: string, where: string): never {
  throw failure(texts.aspect_missing_key, { where, key }, { span });
}

/** Raised when a value has the wrong shape: a list where text is expected, and so on. */
export function aspectWrongType(span: Span, where: string, expected: string, found: string): never {
  throw failure(texts.aspect_wrong_type, { where, expected, found }, { span });
}

/** Raised when a value is none of the allowed ones. */
export function aspectBadValue(span: Span, where: string, value: string, allowed: string): never {
  throw failure(texts.aspect_bad_value, { where, value, allowed }, { span });
}

/** Raised when an item of `spans` names no functions. */
export function aspectBadFunctionPattern(span: Span, pattern: string, problem: string): never {
  throw failure(texts.aspect_bad_function_pattern, { pattern, problem }, { span });
}

/** Raised when a type name does not follow `[*]path.Name`. */
export function aspectBadTypeName(span: Span, name: string): never {
  throw failure(texts.aspect_bad_type_name, { name }, { span });
}

/** Raised when a function or symbol does not follow `path.Name`. */
export function aspectBadSymbol(span: Span, where: string, symbol: string, form: string): never {
  throw failure(texts.aspect_bad_symbol, { symbol, where, form }, { span });
}

/** Raised when `lang` is not a Go version. */
export function aspectBadLang(span: Span, lang: string): never {
  throw failure(texts.aspect_bad_lang, { lang }, { span });
}

/** Raised where a pointer type cannot match. */
export function aspectPointerType(span: Span, where: string, name: string, hint: string): never {
  throw failure(texts.aspect_pointer_type, { where, name, hint }, { span });
}

/** Raised when `struct-literal` has both `field` and a `match` that concerns the whole literal. */
export function aspectFieldWithMatch(span: Span, match: string): never {
  throw failure(texts.aspect_field_with_match, { match }, { span });
}

/** A malformed glob never matches: a warning in `orchestrion.yml`, an error in `gots.yml`. */
export function badGlob(span: Span, pattern: string): Diagnostic {
  return diagnostic(texts.aspect_bad_glob, { pattern }, { span });
}

/** Raised for {@link badGlob} where values are strict. */
export function aspectBadGlob(span: Span, pattern: string): never {
  throw new GotsError(badGlob(span, pattern));
}

/** Raised when a template is not valid in Go's template language. */
export function aspectTemplateSyntax(span: Span, problem: string): never {
  throw failure(texts.aspect_template_syntax, { problem }, { span });
}

/** Raised when an aspect file named on the command line or found at the root cannot be read. */
export function aspectFileMissing(path: string): never {
  throw failure(texts.aspect_file_missing, { path });
}

/** Raised when the file system refuses to read an aspect file. */
export function aspectFileUnreadable(path: string, cause: unknown): never {
  throw failure(
    texts.aspect_file_unreadable,
    { path, cause: cause instanceof Error ? cause.message : String(cause) },
    { cause },
  );
}

/** Raised when an `extends` entry names nothing. */
export function aspectExtendsMissing(span: Span, target: string): never {
  throw failure(texts.aspect_extends_missing, { target }, { span });
}

/** Raised when a Go package is named where no go command can be asked for its folder. */
export function aspectExtendsPackage(span: Span, target: string): never {
  throw failure(texts.aspect_extends_package, { target }, { span });
}

/** Raised when a Go package that is to provide aspects cannot be found. */
export function aspectPackageMissing(span: Span, path: string, problem: string): never {
  throw failure(texts.aspect_package_missing, { path, problem: problem === '' ? '' : `: ${problem}` }, { span });
}

/** A Go package without aspect files: a warning for Orchestrion's files, whose own loader skips it, else an error. */
export function emptyPackage(span: Span, path: string): Diagnostic {
  return diagnostic(texts.aspect_empty_package, { path }, { span });
}

/** Raised for {@link emptyPackage} in `gots.yml`. */
export function aspectEmptyPackage(span: Span, path: string): never {
  throw new GotsError(emptyPackage(span, path));
}

/** Raised when `orchestrion.tool.go` cannot be read as far as its imports. */
export function aspectToolFileSyntax(span: Span, wanted: string): never {
  throw failure(texts.aspect_tool_file_syntax, { wanted }, { span });
}

/** Raised when `gots:NAME` names no built-in set; without a span when it was given on the command line. */
export function aspectExtendsUnknownSet(span: Span | undefined, name: string): never {
  throw failure(texts.aspect_unknown_set, { name }, { span });
}

/** A folder without aspect files: a warning for `orchestrion.yml`, whose own loader skips it, else an error. */
export function emptyFolder(span: Span, target: string): Diagnostic {
  return diagnostic(texts.aspect_empty_folder, { target }, { span });
}

/** Raised for {@link emptyFolder} in `gots.yml`. */
export function aspectEmptyFolder(span: Span, target: string): never {
  throw new GotsError(emptyFolder(span, target));
}

/** A warning: a `disable` pattern that no aspect's id matches. */
export function disableUnused(span: Span, pattern: string, ids: readonly string[]): Diagnostic {
  return diagnostic(
    texts.aspect_disable_unused,
    { pattern, suggestion: ids.length === 0 ? 'this file has no aspects with ids' : suggest(pattern, ids) },
    { span },
  );
}
