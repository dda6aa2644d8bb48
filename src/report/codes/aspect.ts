import { type Diagnostic, GotsError, type Span } from '../diagnostic.ts';
import { suggest } from '../nearest.ts';

/** Raised when an aspect file is not UTF-8 or not YAML. */
export function aspectSyntax(span: Span, problem: string, cause?: unknown): never {
  throw new GotsError({ code: 'aspect_syntax', message: `not valid YAML: ${problem}`, span, cause });
}

/** Raised when a mapping says the same key twice. */
export function aspectDuplicateKey(span: Span, key: string, first: Span): never {
  throw new GotsError({
    code: 'aspect_duplicate_key',
    message: `the key "${key}" is written twice`,
    hint: `the first is on line ${first.line}; remove one`,
    span,
  });
}

/** An unknown key: a warning in `orchestrion.yml`, whose own loader ignores it, and an error in `gots.yml`. */
export function unknownKey(span: Span, found: { key: string; where: string; known: readonly string[] }): Diagnostic {
  return {
    code: 'aspect_unknown_key',
    message: `unknown key "${found.key}" in ${found.where}`,
    hint: suggest(found.key, found.known),
    span,
  };
}

/** Raised for {@link unknownKey} where keys are strict. */
export function aspectUnknownKey(span: Span, found: { key: string; where: string; known: readonly string[] }): never {
  throw new GotsError(unknownKey(span, found));
}

/** Raised when an aspect names a join point that does not exist. */
export function aspectUnknownPoint(span: Span, key: string, known: readonly string[]): never {
  throw new GotsError({
    code: 'aspect_unknown_point',
    message: `unknown join point "${key}"`,
    hint: suggest(key, known),
    span,
  });
}

/** Raised when an aspect names an advice that does not exist. */
export function aspectUnknownAdvice(span: Span, key: string, known: readonly string[]): never {
  throw new GotsError({
    code: 'aspect_unknown_advice',
    message: `unknown advice "${key}"`,
    hint: suggest(key, known),
    span,
  });
}

/** Raised when the join point `function` has an option that does not exist. */
export function aspectUnknownOption(span: Span, key: string, known: readonly string[]): never {
  throw new GotsError({
    code: 'aspect_unknown_option',
    message: `unknown option "${key}" of the join point "function"`,
    hint: suggest(key, known),
    span,
  });
}

/** Raised when a join point, advice or option is a mapping of no or several keys. */
export function aspectNotSingleKey(span: Span, what: string, keys: readonly string[], hint: string): never {
  const found = keys.length === 0 ? 'none' : `${keys.length}: ${keys.map((key) => `"${key}"`).join(', ')}`;
  throw new GotsError({
    code: 'aspect_not_single_key',
    message: `${what} must have exactly one key, found ${found}`,
    hint,
    span,
  });
}

/** Raised when a required key is absent or empty. */
export function aspectMissingKey(span: Span, key: string, where: string): never {
  throw new GotsError({
    code: 'aspect_missing_key',
    message: `${where} needs the key "${key}"`,
    hint: `add "${key}:"`,
    span,
  });
}

/** Raised when a value has the wrong shape: a list where text is expected, and so on. */
export function aspectWrongType(span: Span, where: string, expected: string, found: string): never {
  throw new GotsError({
    code: 'aspect_wrong_type',
    message: `${where} must be ${expected}, not ${found}`,
    hint: 'check the indentation and the dashes',
    span,
  });
}

/** Raised when a value is none of the allowed ones. */
export function aspectBadValue(span: Span, where: string, value: string, allowed: string): never {
  throw new GotsError({
    code: 'aspect_bad_value',
    message: `${where} cannot be "${value}"`,
    hint: `write ${allowed}`,
    span,
  });
}

/** Raised when a type name does not follow `[*]path.Name`. */
export function aspectBadTypeName(span: Span, name: string): never {
  throw new GotsError({
    code: 'aspect_bad_type_name',
    message: `"${name}" is not a type name`,
    hint: 'write Name, path.Name or *path.Name; slices, maps, channels, functions and type arguments cannot be named',
    span,
  });
}

/** Raised when a function or symbol does not follow `path.Name`. */
export function aspectBadSymbol(span: Span, where: string, symbol: string, form: string): never {
  throw new GotsError({
    code: 'aspect_bad_symbol',
    message: `"${symbol}" is not a name that ${where} can use`,
    hint: `write ${form}`,
    span,
  });
}

/** Raised when `lang` is not a Go version. */
export function aspectBadLang(span: Span, lang: string): never {
  throw new GotsError({
    code: 'aspect_bad_lang',
    message: `"${lang}" is not a Go language version`,
    hint: 'write it as go1.21',
    span,
  });
}

/** Raised where a pointer type cannot match. */
export function aspectPointerType(span: Span, where: string, name: string, hint: string): never {
  throw new GotsError({
    code: 'aspect_pointer_type',
    message: `${where} cannot be the pointer "${name}"`,
    hint,
    span,
  });
}

/** Raised when `struct-literal` has both `field` and a `match` that concerns the whole literal. */
export function aspectFieldWithMatch(span: Span, match: string): never {
  throw new GotsError({
    code: 'aspect_field_with_match',
    message: `"match: ${match}" cannot be combined with "field"`,
    hint: 'remove one of the two; a field matches in every literal of the type',
    span,
  });
}

/** A malformed glob never matches: a warning in `orchestrion.yml`, an error in `gots.yml`. */
export function badGlob(span: Span, pattern: string): Diagnostic {
  return {
    code: 'aspect_bad_glob',
    message: `"${pattern}" is a malformed pattern and matches nothing`,
    hint: 'close the bracket, give it a range, or put a backslash before it',
    span,
  };
}

/** Raised for {@link badGlob} where values are strict. */
export function aspectBadGlob(span: Span, pattern: string): never {
  throw new GotsError(badGlob(span, pattern));
}

/** Raised when a template is not valid in Go's template language. */
export function aspectTemplateSyntax(span: Span, problem: string): never {
  throw new GotsError({ code: 'aspect_template_syntax', message: problem, span });
}

/** Raised when an aspect file named on the command line or found at the root cannot be read. */
export function aspectFileMissing(path: string): never {
  throw new GotsError({
    code: 'aspect_file_missing',
    message: `the aspect file ${path} does not exist`,
    hint: 'check the path given with --aspects',
  });
}

/** Raised when the file system refuses to read an aspect file. */
export function aspectFileUnreadable(path: string, cause: unknown): never {
  throw new GotsError({
    code: 'aspect_file_unreadable',
    message: `the aspect file ${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
    hint: 'check its permissions',
    cause,
  });
}

/** Raised when an `extends` entry names nothing. */
export function aspectExtendsMissing(span: Span, target: string): never {
  throw new GotsError({
    code: 'aspect_extends_missing',
    message: `extends "${target}", which does not exist`,
    hint: 'the path is relative to the folder of this file',
    span,
  });
}

/** Raised when a Go package is named where no go command can be asked for its folder. */
export function aspectExtendsPackage(span: Span, target: string): never {
  throw new GotsError({
    code: 'aspect_extends_package',
    message: `"${target}" is a Go package, and there is no module here to find it in`,
    hint: 'run the command in a module that requires it, or name a file or folder relative to this file, beginning with ./ or ../',
    span,
  });
}

/** Raised when a Go package that is to provide aspects cannot be found. */
export function aspectPackageMissing(span: Span, path: string, problem: string): never {
  throw new GotsError({
    code: 'aspect_package_missing',
    message: `the package "${path}" cannot be found${problem === '' ? '' : `: ${problem}`}`,
    hint: `\`go get ${path}\` adds its module; or remove the import`,
    span,
  });
}

/** A Go package without aspect files: a warning for Orchestrion's files, whose own loader skips it, else an error. */
export function emptyPackage(span: Span, path: string): Diagnostic {
  return {
    code: 'aspect_empty_package',
    message: `the package "${path}" provides no aspects: it has neither orchestrion.tool.go nor orchestrion.yml`,
    hint: 'remove it, or update its module to a version that has aspects',
    span,
  };
}

/** Raised for {@link emptyPackage} in `gots.yml`. */
export function aspectEmptyPackage(span: Span, path: string): never {
  throw new GotsError(emptyPackage(span, path));
}

/** Raised when `orchestrion.tool.go` cannot be read as far as its imports. */
export function aspectToolFileSyntax(span: Span, wanted: string): never {
  throw new GotsError({
    code: 'aspect_tool_file_syntax',
    message: `${wanted} is expected here`,
    hint: 'the file is Go: a package clause, then imports of the packages that provide aspects',
    span,
  });
}

/** Raised when `gots:NAME` names no built-in set; without a span when it was given on the command line. */
export function aspectExtendsUnknownSet(span: Span | undefined, name: string): never {
  throw new GotsError({
    code: 'aspect_unknown_set',
    message: `there is no built-in set "${name}"`,
    hint: 'the general one is gots:otel',
    span,
  });
}

/** A folder without aspect files: a warning for `orchestrion.yml`, whose own loader skips it, else an error. */
export function emptyFolder(span: Span, target: string): Diagnostic {
  return {
    code: 'aspect_empty_folder',
    message: `extends the folder "${target}", which has neither gots.yml nor orchestrion.yml`,
    hint: 'name a file, or remove the entry',
    span,
  };
}

/** Raised for {@link emptyFolder} in `gots.yml`. */
export function aspectEmptyFolder(span: Span, target: string): never {
  throw new GotsError(emptyFolder(span, target));
}

/** A warning: a `disable` pattern that no aspect's id matches. */
export function disableUnused(span: Span, pattern: string, ids: readonly string[]): Diagnostic {
  return {
    code: 'aspect_disable_unused',
    message: `disable: "${pattern}" matches no aspect`,
    hint: ids.length === 0 ? 'this file has no aspects with ids' : suggest(pattern, ids),
    span,
  };
}
