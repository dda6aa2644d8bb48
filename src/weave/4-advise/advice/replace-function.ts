import type { AdviceOf, CodeTemplate } from '../../../aspects/ir.ts';
import { goNode } from '../../3-match/go-node.ts';
import { calleeOf } from '../../3-match/syntax-shapes.ts';
import { keyOfPath } from '../import-names.ts';
import { renderExpression } from '../render.ts';
import type { Site } from '../session.ts';
import { wrongNode } from '../wrong-node.ts';

/** Calls another function with the same arguments. */
export function replaceFunction(advice: AdviceOf<'replace-function'>, site: Site): void {
  const { node } = site;
  const callee = node.kind === 'CallExpr' ? calleeOf(node.syntax) : undefined;
  const slot = callee === undefined ? undefined : goNode(node.unit, callee);
  if (slot === undefined) wrongNode(site, advice, 'a call');
  const { slots, dropped } = node.unit.changes;
  slots.set(slot.syntax, renderExpression(calleeTemplate(advice), site, node));
  const typeArguments = node.syntax.kind === 'call_expression' ? node.syntax.field('type_arguments') : undefined;
  if (typeArguments !== undefined) dropped.add(typeArguments);
}

/** The new callee as a template, so that its package is imported and named as those of templates are. */
function calleeTemplate({ path, name, span }: AdviceOf<'replace-function'>): CodeTemplate {
  if (path === undefined) return { source: name, imports: {}, lines: [span] };
  const key = keyOfPath(path);
  return { source: `${key}.${name}`, imports: { [key]: path }, lines: [span] };
}
