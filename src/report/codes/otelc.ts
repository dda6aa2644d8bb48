import { GotsError, type Span } from '../diagnostic.ts';
import { suggest } from '../nearest.ts';

/** Raised when a rule of otelc is not put together as rules are: `where`, `do` and the modifiers in it. */
export function otelcShape(span: Span, problem: string): never {
  throw new GotsError({
    code: 'otelc_shape',
    message: problem,
    hint: 'a rule has "target", perhaps "version" and "where", and "do" with one or more modifiers',
    span,
  });
}

/** Raised for a key of `where`, or a modifier of `do`, that otelc does not know. */
export function otelcUnknown(span: Span, what: string, key: string, known: readonly string[]): never {
  throw new GotsError({
    code: 'otelc_unknown',
    message: `unknown ${what} "${key}"`,
    hint: suggest(key, known),
    span,
  });
}

/** Raised when a rule of otelc lacks a value that its kind needs. */
export function otelcMissing(span: Span, kind: string, keys: string): never {
  throw new GotsError({
    code: 'otelc_missing',
    message: `a ${kind} rule needs ${keys}`,
    hint: `add ${keys}; an empty value counts as none`,
    span,
  });
}

/** Raised when a value in a rule of otelc is not what it has to be. */
export function otelcValue(span: Span, found: { key: string; text: string; expected: string }): never {
  const shown = found.text.length > 60 ? `${found.text.slice(0, 60)}…` : found.text;
  throw new GotsError({
    code: 'otelc_value',
    message: `"${found.key}" is ${JSON.stringify(shown)}, which is not ${found.expected}`,
    hint: `write ${found.expected}`,
    span,
  });
}

/** Raised for a node of `where.file` that is no predicate, or more than one. */
export function otelcFilter(span: Span, problem: string): never {
  throw new GotsError({
    code: 'otelc_filter',
    message: `not a filter of files: ${problem}`,
    hint: 'a filter is has_func (perhaps with has_recv), has_struct, has_directive, has_package, is_test, all-of, one-of or not, and nothing beside it',
    span,
  });
}

/** Raised for what otelc has names for but does not support either. */
export function otelcUnsupported(span: Span, what: string): never {
  throw new GotsError({
    code: 'otelc_unsupported',
    message: `${what} is not supported, here as in otelc`,
    hint: 'write one rule for each case',
    span,
  });
}

/** Raised when a module has its tool file under both of its names. */
export function toolFileBoth(folder: string, names: readonly string[]): never {
  throw new GotsError({
    code: 'otelc_tool_file_both',
    message: `${folder} holds both ${names.join(' and ')}`,
    hint: 'remove one of them',
  });
}

/** Raised when a tool file imports a package under a name. */
export function toolFileImport(span: Span, path: string): never {
  throw new GotsError({
    code: 'otelc_tool_file_import',
    message: `the import of ${path} is not a blank one`,
    hint: `write _ "${path}"`,
    span,
  });
}

/** Raised when a tool file imports a package that has no rules, or is not there. */
export function toolFileNoRules(span: Span, path: string): never {
  throw new GotsError({
    code: 'otelc_tool_file_no_rules',
    message: `${path} is no package with rules: neither it nor its module brings any, or go does not find it`,
    hint: 'its module must be required by the project; rules are in otelc.yml, NAME.otelc.yml or a tool file of its module',
    span,
  });
}
