import type { AdviceOf } from '../../../aspects/ir.ts';
import type { Unit } from '../../3-match/go-node.ts';
import { functionOfBody } from '../../3-match/points/function-body.ts';
import { refuseMoves, renderStatements } from '../render.ts';
import { nameResults } from '../result-names.ts';
import type { Site } from '../session.ts';
import { wrongNode } from '../wrong-node.ts';

/** Puts statements, as a rule in a block of their own, in front of all others in a block. */
export function prependStatements(advice: AdviceOf<'prepend-statements'>, site: Site): void {
  const { node } = site;
  if (node.kind !== 'BlockStmt') wrongNode(site, advice, 'a block');
  const fn = advice.resultNames === undefined ? undefined : functionOfBody(node);
  // Before the template asks for them.
  if (fn !== undefined) nameResults(fn, advice.resultNames as string, undefined);
  const unit: Unit = renderStatements(advice.template, site, node);
  refuseMoves(unit);
  if (fn !== undefined) nameResults(fn, advice.resultNames as string, unit);
  const { prepended } = node.unit.changes;
  prepended.set(node.syntax, [...(prepended.get(node.syntax) ?? []), { unit, open: advice.open === true }]);
}
