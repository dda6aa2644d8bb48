import type { Span } from '../diagnostic.ts';
import { failure } from '../message.ts';
import { suggest } from '../nearest.ts';
import { texts } from '../texts/otelc.ts';

/** Raised when a rule of otelc is not put together as rules are: `where`, `do` and the modifiers in it. */
export function otelcShape(span: Span, problem: string): never {
  throw failure(texts.otelc_shape, { problem }, { span });
}

/** Raised for a key of `where`, or a modifier of `do`, that otelc does not know. */
export function otelcUnknown(span: Span, what: string, key: string, known: readonly string[]): never {
  throw failure(texts.otelc_unknown, { what, key, suggestion: suggest(key, known) }, { span });
}

/** Raised when a rule of otelc lacks a value that its kind needs. */
export function otelcMissing(span: Span, kind: string, keys: string): never {
  throw failure(texts.otelc_missing, { kind, keys }, { span });
}

/** Raised when a value in a rule of otelc is not what it has to be. */
export function otelcValue(span: Span, found: { key: string; text: string; expected: string }): never {
  const shown = found.text.length > 60 ? `${found.text.slice(0, 60)}…` : found.text;
  throw failure(
    texts.otelc_value,
    { key: found.key, shown: JSON.stringify(shown), expected: found.expected },
    { span },
  );
}

/** Raised for a node of `where.file` that is no predicate, or more than one. */
export function otelcFilter(span: Span, problem: string): never {
  throw failure(texts.otelc_filter, { problem }, { span });
}

/** Raised for what otelc has names for but does not support either. */
export function otelcUnsupported(span: Span, what: string): never {
  throw failure(texts.otelc_unsupported, { what }, { span });
}

/** Raised when a module has its tool file under both of its names. */
export function toolFileBoth(folder: string, names: readonly string[]): never {
  throw failure(texts.otelc_tool_file_both, { folder, names: names.join(' and ') });
}

/** Raised when a tool file imports a package under a name. */
export function toolFileImport(span: Span, path: string): never {
  throw failure(texts.otelc_tool_file_import, { path }, { span });
}

/** Raised when a tool file imports a package that has no rules, or is not there. */
export function toolFileNoRules(span: Span, path: string): never {
  throw failure(texts.otelc_tool_file_no_rules, { path }, { span });
}
