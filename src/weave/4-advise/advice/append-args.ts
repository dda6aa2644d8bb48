import type { AdviceOf } from '../../../aspects/ir.ts';
import { isSpread } from '../../3-match/syntax-shapes.ts';
import { refuseMoves, renderExpression } from '../render.ts';
import type { Site } from '../session.ts';
import { typeText } from '../type-text.ts';
import { wrongNode } from '../wrong-node.ts';

/** Adds arguments to a call. Where the last argument is spread with `...`, a function appends them to it. */
export function appendArgs(advice: AdviceOf<'append-args'>, site: Site): void {
  const { node } = site;
  if (node.kind !== 'CallExpr' || node.syntax.kind !== 'call_expression') wrongNode(site, advice, 'a call');
  const values = advice.values.map((template) => renderExpression(template, site, node));
  for (const value of values) refuseMoves(value.unit);
  const { appendedArgs, spreads } = node.unit.changes;
  if (isSpread(node.syntax)) {
    if (advice.type === undefined) return;
    const type = typeText(advice.type, site, { unit: node.unit, syntax: node.syntax });
    spreads.set(node.syntax, [...(spreads.get(node.syntax) ?? []), { type, values, span: advice.span }]);
  } else {
    appendedArgs.set(node.syntax, [...(appendedArgs.get(node.syntax) ?? []), ...values]);
  }
}
