import type { Diagnostic, Span } from '../diagnostic.ts';
import { suggest } from '../nearest.ts';

/** An aspect, or an alternative in it, that matches nothing whatever it is asked about. */
export function neverMatches(span: Span, reason: string): Diagnostic {
  return {
    code: 'aspect_never_matches',
    message: `this join point can never match: ${reason}`,
    hint: 'correct or remove it',
    span,
  };
}

/** Advice that fails wherever the aspect matches. */
export function adviceMisfit(
  span: Span,
  advice: string,
  found: { wanted: string; got: string; hint: string },
): Diagnostic {
  return {
    code: 'aspect_advice_misfit',
    message: `${advice} needs ${found.wanted}, but the join point matches ${found.got}`,
    hint: found.hint,
    span,
  };
}

/** A template that asks for something its node does not have. */
export function templateMember(span: Span, name: string, found: { of: string; known: readonly string[] }): Diagnostic {
  return {
    code: 'aspect_template_member',
    message: `${found.of} has no "${name}"`,
    hint: found.known.length === 0 ? 'print the node itself with `{{ . }}`' : suggest(name, found.known),
    span,
  };
}

/** A template that asks for the function around a node which may stand outside of all functions. */
export function templateNoFunction(span: Span, name: string, certain: boolean): Diagnostic {
  return {
    code: 'aspect_template_no_function',
    message: `.Function.${name} fails where there is no function around the node${certain ? ', and here there never is one' : ', at package level'}`,
    hint: 'match functions or their bodies, or ask for something that does without (ArgumentOfType, ResultOfType)',
    span,
  };
}

/** An entry of `imports:` that the template does not use. */
export function importUnused(span: Span, name: string, path: string): Diagnostic {
  return {
    code: 'aspect_import_unused',
    message: `the template does not use its import "${name}" of ${path}`,
    hint: 'remove it; where the package is only to be linked, use add-blank-import or links',
    span,
  };
}

/** A package name in a template that no import declares: it then means whatever the woven file means by it. */
export function importUnknown(span: Span, name: string, path: string): Diagnostic {
  return {
    code: 'aspect_import_unknown',
    message: `the template uses "${name}" without importing it, so it depends on the imports of the woven file`,
    hint: `add "${name}: ${path}" under "imports:"`,
    span,
  };
}

/** Two aspects of one id. */
export function duplicateId(span: Span, id: string, first: Span): Diagnostic {
  return {
    code: 'aspect_duplicate_id',
    message: `the id "${id}" is used twice, first at ${first.file}:${first.line}`,
    hint: '"disable" and reports cannot tell the two apart; rename one',
    span,
  };
}

/** A package that no module of the build provides. */
export function packageAbsent(span: Span, path: string, nearby: string | undefined): Diagnostic {
  return {
    code: 'aspect_package_absent',
    message: `no module of this build provides the package "${path}"`,
    hint: nearby === undefined ? 'the aspect matches nothing here; check the spelling' : `did you mean "${nearby}"?`,
    span,
  };
}

/** A name that its package does not declare. */
export function symbolAbsent(
  span: Span,
  symbol: { path: string; name: string; what: string },
  known: readonly string[],
): Diagnostic {
  return {
    code: 'aspect_symbol_absent',
    message: `the package "${symbol.path}" has no ${symbol.what} "${symbol.name}"`,
    hint: nearestOrCheck(symbol.name, known),
    span,
  };
}

function nearestOrCheck(name: string, known: readonly string[]): string {
  const text = suggest(name, known);
  return text.startsWith('did you mean') ? text : 'check the name and the version of the module in use';
}

/** A value for a constant that can be none. */
export function valueNoConstant(span: Span, name: string, part: string): Diagnostic {
  return {
    code: 'aspect_value_no_constant',
    message: `the constant ${name} cannot have this value: ${part.replace(/\s+/g, ' ')} is no constant`,
    hint: 'write a constant expression',
    span,
  };
}

/** A case of a cases.yml that does not hold. */
export function caseFailed(span: Span, name: string, problem: string, detail: string | undefined): Diagnostic {
  return { code: 'aspect_case_failed', message: `case "${name}": ${problem}`, span, detail };
}
