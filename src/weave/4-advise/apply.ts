import { adviceParts } from '../../aspects/advice-parts.ts';
import type { Advice, AdviceKind, AdviceOf, Aspect } from '../../aspects/ir.ts';
import { current } from '../../lang/tree/go-node.ts';
import { spanOf } from '../../lang/tree/span.ts';
import type { GoNode } from '../../lang/tree/unit.ts';
import type { Session, Site } from '../../rewrite/session.ts';
import { addBlankImport } from '../../vocabulary/advice/add-blank-import.ts';
import { addFile } from '../../vocabulary/advice/add-file.ts';
import { addStructField } from '../../vocabulary/advice/add-struct-field.ts';
import { appendArgs } from '../../vocabulary/advice/append-args/append-args.ts';
import { assignValue } from '../../vocabulary/advice/assign-value.ts';
import { hooks } from '../../vocabulary/advice/hooks/hooks.ts';
import { injectDeclarations } from '../../vocabulary/advice/inject-declarations.ts';
import { rewriteByPlugin } from '../../vocabulary/advice/plugin/rewrite.ts';
import { prependStatements } from '../../vocabulary/advice/prepend-statements.ts';
import { replaceFunction } from '../../vocabulary/advice/replace-function.ts';
import { setFields } from '../../vocabulary/advice/set-fields.ts';
import { wrapExpression } from '../../vocabulary/advice/wrap-expression/wrap-expression.ts';
import type { Match } from '../weave-request.ts';
import { mayHideErrors } from './hidden-errors.ts';
import { inOrder } from './order.ts';

type Apply<K extends AdviceKind> = (advice: AdviceOf<K>, site: Site) => void;

/** Whole files are replaced before any node of them matches. */
type OfNode = Exclude<AdviceKind, 'replace-file'>;

const appliers: { readonly [K in OfNode]: Apply<K> } = {
  'add-blank-import': addBlankImport,
  'add-file': addFile,
  'add-struct-field': addStructField,
  'append-args': appendArgs,
  'assign-value': assignValue,
  hooks,
  'inject-declarations': injectDeclarations,
  plugin: rewriteByPlugin,
  'prepend-statements': prependStatements,
  'replace-function': replaceFunction,
  'set-fields': setFields,
  'wrap-expression': wrapExpression,
};

/**
 * Applies the advice of all aspects that matched one node, each to what the one before left.
 *
 * @returns one record for each aspect
 * @throws GotsError advice_wrong_node, template_…
 */
export function applyAdvice(session: Session, slot: GoNode, aspects: readonly Aspect[]): Match[] {
  for (const { advice } of inOrder(aspects)) {
    const site: Site = { session, slot, node: current(slot), span: advice.span };
    session.applied.add(advice.kind);
    if (mayHideErrors(advice, slot)) session.hiding.add(advice.kind);
    (appliers[advice.kind as OfNode] as (advice: Advice, site: Site) => void)(advice, site);
    const lang = langOf(advice);
    for (const level of lang) session.langs.add(level);
  }
  const at = spanOf(slot.unit, slot.syntax.start);
  return aspects.map((aspect) => ({
    aspect: aspect.id,
    aspectSpan: aspect.span,
    what: `${aspect.joinPoint.kind} ${slot.kind}`,
    at,
  }));
}

function langOf(advice: Advice): string[] {
  return adviceParts(advice).templates.flatMap(({ lang }) => (lang === undefined || lang === '' ? [] : [lang]));
}
