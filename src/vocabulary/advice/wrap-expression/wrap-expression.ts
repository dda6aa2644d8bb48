import type { AdviceOf } from '../../../aspects/ir.ts';
import { wantsConstant } from '../../../lang/tree/constants.ts';
import { isExpression } from '../../../lang/tree/go-kind.ts';
import { current, goNode, moved } from '../../../lang/tree/go-node.ts';
import { unwrapElement } from '../../../lang/tree/syntax-shapes.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import { renderExpression } from '../../../rewrite/render/render.ts';
import { requireConstant } from '../../../rewrite/require-constant.ts';
import type { Site } from '../../../rewrite/session.ts';
import { wrongNode } from '../../../rewrite/wrong-node.ts';
import { runLate } from './late-call.ts';

/** Replaces an expression by the rendered one; of a `key: value` pair only the value, which then is the dot. */
export function wrapExpression(advice: AdviceOf<'wrap-expression'>, site: Site): void {
  const slot = slotOf(site);
  if (slot === undefined) wrongNode(site, advice, 'an expression');
  const wrapped = renderExpression(advice.template, site, current(slot));
  const shown = moved(wrapped);
  const statement = slot.syntax.parent?.kind;
  const isLate = statement === 'go_statement' || statement === 'defer_statement';
  if (isLate && shown.kind !== 'CallExpr') {
    wrongNode(site, advice, `to render a call where go or defer stands in front, not a ${shown.kind}`);
  }
  if (wantsConstant(slot.unit, slot.syntax)) requireConstant(wrapped, advice, slot);
  if (isLate && !advice.quirks) runLate(advice, { ...site, slot }, wrapped);
  slot.unit.changes.slots.set(slot.syntax, wrapped);
}

function slotOf({ slot, node }: Site): GoNode | undefined {
  if (node.kind === 'KeyValueExpr') {
    const value = node.syntax.field('value');
    return value === undefined ? undefined : goNode(node.unit, unwrapElement(value));
  }
  return isExpression(node.kind) ? slot : undefined;
}
