import type { Diagnostic, Span } from '../diagnostic.ts';
import { diagnostic } from '../message.ts';
import { suggest } from '../nearest.ts';
import { texts } from '../texts/lint.ts';

/** An aspect, or an alternative in it, that matches nothing whatever it is asked about. */
export function neverMatches(span: Span, reason: string): Diagnostic {
  return diagnostic(texts.aspect_never_matches, { reason }, { span });
}

/** Advice that fails wherever the aspect matches. */
export function adviceMisfit(
  span: Span,
  advice: string,
  found: { wanted: string; got: string; hint: string },
): Diagnostic {
  return diagnostic(
    texts.aspect_advice_misfit,
    { advice, wanted: found.wanted, got: found.got, hint: found.hint },
    { span },
  );
}

/** A template that asks for something its node does not have. */
export function templateMember(span: Span, name: string, found: { of: string; known: readonly string[] }): Diagnostic {
  return diagnostic(
    texts.aspect_template_member,
    {
      of: found.of,
      name,
      suggestion: found.known.length === 0 ? 'print the node itself with `{{ . }}`' : suggest(name, found.known),
    },
    { span },
  );
}

/** A template that asks for the function around a node which may stand outside of all functions. */
export function templateNoFunction(span: Span, name: string, certain: boolean): Diagnostic {
  return diagnostic(
    texts.aspect_template_no_function,
    { name, where: certain ? ', and here there never is one' : ', at package level' },
    { span },
  );
}

/** An entry of `imports:` that the template does not use. */
export function importUnused(span: Span, name: string, path: string): Diagnostic {
  return diagnostic(texts.aspect_import_unused, { name, path }, { span });
}

/** `links` of a template that nothing follows. */
export function linksIdle(span: Span): Diagnostic {
  return diagnostic(texts.aspect_links_idle, {}, { span });
}

/** Advice for nodes beside advice that changes packages before any node is looked at. */
export function adviceIdle(span: Span, advice: string, other: string): Diagnostic {
  return diagnostic(texts.aspect_advice_idle, { advice, other }, { span });
}

/** A package name in a template that no import declares: it then means whatever the woven file means by it. */
export function importUnknown(span: Span, name: string, path: string): Diagnostic {
  return diagnostic(texts.aspect_import_unknown, { name, path }, { span });
}

/** Two aspects of one id. */
export function duplicateId(span: Span, id: string, first: Span): Diagnostic {
  return diagnostic(texts.aspect_duplicate_id, { id, file: first.file, line: first.line }, { span });
}

/** A package that no module of the build provides. */
export function packageAbsent(span: Span, path: string, nearby: string | undefined): Diagnostic {
  return diagnostic(
    texts.aspect_package_absent,
    {
      path,
      suggestion:
        nearby === undefined ? 'the aspect matches nothing here; check the spelling' : `did you mean "${nearby}"?`,
    },
    { span },
  );
}

/** A name that its package does not declare. */
export function symbolAbsent(
  span: Span,
  symbol: { path: string; name: string; what: string },
  known: readonly string[],
): Diagnostic {
  return diagnostic(
    texts.aspect_symbol_absent,
    { path: symbol.path, what: symbol.what, name: symbol.name, suggestion: nearestOrCheck(symbol.name, known) },
    { span },
  );
}

function nearestOrCheck(name: string, known: readonly string[]): string {
  const text = suggest(name, known);
  return text.startsWith('did you mean') ? text : 'check the name and the version of the module in use';
}

/** A value for a constant that can be none. */
export function valueNoConstant(span: Span, name: string, part: string): Diagnostic {
  return diagnostic(texts.aspect_value_no_constant, { name, part: part.replace(/\s+/g, ' ') }, { span });
}

/** A case of a cases.yml that does not hold. */
export function caseFailed(span: Span, name: string, problem: string, detail: string | undefined): Diagnostic {
  return diagnostic(texts.aspect_case_failed, { name, problem }, { span, detail });
}
