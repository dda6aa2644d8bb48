import { current } from '../../lang/tree/go-node.ts';
import { spanOf } from '../../lang/tree/span.ts';
import type { GoNode } from '../../lang/tree/unit.ts';
import type { FileSession } from '../../rewrite/file-session.ts';
import { kindOfAdvice } from '../../vocabulary/advice.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';
import type { Match } from '../weave-request.ts';
import { adviceInOrder } from './order.ts';

/**
 * Applies the advice of all aspects that matched one node, each to what the one before left.
 *
 * @returns one record for each aspect
 * @throws GotsError advice_wrong_node, template_…
 */
export function applyAdvice(session: FileSession, slot: GoNode, aspects: readonly Aspect[]): Match[] {
  for (const { advice } of adviceInOrder(aspects)) {
    const { onNode, templates } = kindOfAdvice(advice);
    if (onNode === undefined) throw new Error(`${advice.kind} changes packages, not nodes`);
    if (onNode.mayMoveOrder) session.effects.add('moves order');
    if (onNode.mayHideErrors(advice, slot)) session.effects.add('hides errors');
    onNode.apply(advice, { session, slot, node: current(slot), span: advice.span });
    for (const { lang } of templates(advice)) if (lang) session.langs.add(lang);
  }
  const at = spanOf(slot.unit, slot.syntax.start);
  return aspects.map((aspect) => ({
    aspect: aspect.id,
    aspectSpan: aspect.span,
    what: `${aspect.joinPoint.kind} ${slot.kind}`,
    at,
  }));
}
