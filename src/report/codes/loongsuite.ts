import { type Diagnostic, GotsError, type Span } from '../diagnostic.ts';
import { suggest } from '../nearest.ts';

/** Raised when a rule file is not JSON. */
export function jsonSyntax(span: Span, wanted: string, found: string): never {
  throw new GotsError({ code: 'rule_json', message: `not valid JSON: expected ${wanted}, found ${found}`, span });
}

/** Raised when a value in a rule file is of another type than its key has. */
export function ruleWrongType(span: Span, where: string, expected: string, found: string): never {
  throw new GotsError({
    code: 'rule_wrong_type',
    message: `${where} must be ${expected}, not ${found}`,
    hint: 'a rule file is a list of objects: [{"ImportPath": "net/http", "Function": "Get", …}]',
    span,
  });
}

/** A warning: a key that no rule has, which the loongsuite tool would ignore without a word. */
export function ruleUnknownKey(span: Span, key: string, known: readonly string[]): Diagnostic {
  return { code: 'rule_unknown_key', message: `unknown key "${key}" in a rule`, hint: suggest(key, known), span };
}

/** Raised when a rule lacks a key that its kind needs. */
export function ruleMissingKey(span: Span, kind: string, key: string): never {
  throw new GotsError({
    code: 'rule_missing_key',
    message: `a ${kind} rule needs "${key}"`,
    hint: `add "${key}", or remove the rule`,
    span,
  });
}

/** Raised when an object is no rule of any kind. */
export function ruleNoKind(span: Span): never {
  throw new GotsError({
    code: 'rule_no_kind',
    message: 'this rule has none of "StructType", "Function" and "FileName"',
    hint: 'add the one that says what the rule changes',
    span,
  });
}

/** Raised when `Version` or `GoVersion` is no range. */
export function ruleBadRange(span: Span, key: string, text: string, problem: string): never {
  throw new GotsError({
    code: 'rule_bad_range',
    message: `"${key}" cannot be "${text}": ${problem}`,
    hint: 'write [1.2.0,1.4.0), where either bound may be left out, without a v',
    span,
  });
}

/** Raised when a regular expression does not compile. `problem` is what Go says of it. */
export function ruleBadRegexp(span: Span, key: string, problem: string): never {
  throw new GotsError({
    code: 'rule_bad_regexp',
    message: `"${key}": ${problem}`,
    hint: 'it is a regular expression of Go (RE2); a backslash is written \\\\ in JSON',
    span,
  });
}

/** Raised when a name that must be a Go identifier, or a Go file, is none. */
export function ruleBadName(span: Span, key: string, text: string, wanted: string): never {
  throw new GotsError({
    code: 'rule_bad_name',
    message: `"${key}" cannot be "${text}"`,
    hint: `write ${wanted}`,
    span,
  });
}

/** Raised when the loongsuite tool is configured, and its own rules are nowhere to be found. */
export function noCheckout(config: string, folder: string | undefined): never {
  const seen = folder === undefined ? 'nothing says where its checkout is' : `there is no base.json in ${folder}`;
  throw new GotsError({
    code: 'rule_no_checkout',
    message: `${config} or OTELTOOL_RULE_JSON_FILES asks for the rules of loongsuite-go-agent, but ${seen}`,
    hint: 'set OTELTOOL_PKG_PATH to the folder pkg of a checkout, or write a gots.yml that extends rule files',
  });
}

/** Raised when a rule file of the tool's configuration does not exist. */
export function configRuleMissing(path: string): never {
  throw new GotsError({
    code: 'rule_file_missing',
    message: `the rule file ${path} does not exist`,
    hint: 'correct "RuleJsonFiles" in .otel-build/conf.json, or OTELTOOL_RULE_JSON_FILES',
  });
}

/** A warning: `DisableRules` names a file that is none of the tool's own. */
export function configUnknownDisabled(name: string, known: readonly string[]): Diagnostic {
  return {
    code: 'rule_unknown_disabled',
    message: `"DisableRules" names "${name}", which is none of the rule files`,
    hint: suggest(name, known),
  };
}
