import type { AdviceOf } from '../../../aspects/ir.ts';
import { renderExpression } from '../render.ts';
import type { Site } from '../session.ts';
import { wrongNode } from '../wrong-node.ts';

/** Gives every name of a variable or constant specification the rendered value; the type stays. */
export function assignValue(advice: AdviceOf<'assign-value'>, site: Site): void {
  const { node } = site;
  if (node.kind !== 'ValueSpec') wrongNode(site, advice, 'a variable or constant declaration');
  const value = renderExpression(advice.template, site, node);
  const names = node.syntax
    .fields('name')
    .filter((name) => name.kind === 'identifier' || name.kind === 'blank_identifier');
  node.unit.changes.values.set(
    node.syntax,
    names.map(() => value),
  );
}
