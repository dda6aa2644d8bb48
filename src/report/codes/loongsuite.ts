import type { Diagnostic, Span } from '../diagnostic.ts';
import { diagnostic, failure } from '../message.ts';
import { suggest } from '../nearest.ts';
import { texts } from '../texts/loongsuite.ts';

/** Raised when a rule file is not JSON. */
export function jsonSyntax(span: Span, wanted: string, found: string): never {
  throw failure(texts.rule_json, { wanted, found }, { span });
}

/** Raised when a value in a rule file is of another type than its key has. */
export function ruleWrongType(span: Span, where: string, expected: string, found: string): never {
  throw failure(texts.rule_wrong_type, { where, expected, found }, { span });
}

/** A warning: a key that no rule has, which the loongsuite tool would ignore without a word. */
export function ruleUnknownKey(span: Span, key: string, known: readonly string[]): Diagnostic {
  return diagnostic(texts.rule_unknown_key, { key, suggestion: suggest(key, known) }, { span });
}

/** Raised when a rule lacks a key that its kind needs. */
export function ruleMissingKey(span: Span, kind: string, key: string): never {
  throw failure(texts.rule_missing_key, { kind, key }, { span });
}

/** Raised when an object is no rule of any kind. */
export function ruleNoKind(span: Span): never {
  throw failure(texts.rule_no_kind, {}, { span });
}

/** Raised when `Version` or `GoVersion` is no range. */
export function ruleBadRange(span: Span, key: string, text: string, problem: string): never {
  throw failure(texts.rule_bad_range, { key, text, problem }, { span });
}

/** Raised when a regular expression does not compile. `problem` is what Go says of it. */
export function ruleBadRegexp(span: Span, key: string, problem: string): never {
  throw failure(texts.rule_bad_regexp, { key, problem }, { span });
}

/** Raised when a name that must be a Go identifier, or a Go file, is none. */
export function ruleBadName(span: Span, key: string, text: string, wanted: string): never {
  throw failure(texts.rule_bad_name, { key, text, wanted }, { span });
}

/** Raised when the loongsuite tool is configured, and its own rules are nowhere to be found. */
export function noCheckout(config: string, folder: string | undefined): never {
  const seen = folder === undefined ? 'nothing says where its checkout is' : `there is no base.json in ${folder}`;
  throw failure(texts.rule_no_checkout, { config, seen });
}

/** Raised when a rule file of the tool's configuration does not exist. */
export function configRuleMissing(path: string): never {
  throw failure(texts.rule_file_missing, { path });
}

/** A warning: `DisableRules` names a file that is none of the tool's own. */
export function configUnknownDisabled(name: string, known: readonly string[]): Diagnostic {
  return diagnostic(texts.rule_unknown_disabled, { name, suggestion: suggest(name, known) });
}
