import type { AdviceOf } from '../../aspects/ir.ts';
import type { SyntaxNode } from '../../lang/syntax/syntax.ts';
import type { CodeTemplate } from '../../lang/template/code-template.ts';
import { calleeOf, insideOf } from '../../lang/tree/syntax-shapes.ts';
import type { GoNode } from '../../lang/tree/unit.ts';
import { keyOfPath } from '../../rewrite/names/import-names.ts';
import { renderExpression } from '../../rewrite/render/render.ts';
import type { Site } from '../../rewrite/session.ts';
import { wrongNode } from '../../rewrite/wrong-node.ts';

/** Calls another function with the same arguments, and type arguments. */
export function replaceFunction(advice: AdviceOf<'replace-function'>, site: Site): void {
  const { node } = site;
  const slot = node.kind === 'CallExpr' ? slotOf(node, advice.quirks) : undefined;
  if (slot === undefined) wrongNode(site, advice, 'a call');
  const { slots, dropped } = node.unit.changes;
  slots.set(slot, renderExpression(calleeTemplate(advice), site, node));
  const typeArguments = node.syntax.kind === 'call_expression' ? node.syntax.field('type_arguments') : undefined;
  if (advice.quirks && typeArguments !== undefined) dropped.add(typeArguments);
}

/** The name that is called; type arguments behind it stay, those of `f[int]` are those of what replaces `f`. */
function slotOf({ unit, syntax }: GoNode, quirks: true | undefined): SyntaxNode | undefined {
  let slot = calleeOf(syntax);
  while (slot !== undefined && !quirks && !unit.changes.slots.has(slot)) {
    const inner = insideOf(slot);
    if (inner === undefined) break;
    slot = inner;
  }
  return slot;
}

/** The new callee as a template, so that its package is imported and named as those of templates are. */
function calleeTemplate({ path, name, span }: AdviceOf<'replace-function'>): CodeTemplate {
  if (path === undefined) return { source: name, imports: {}, lines: [span] };
  const key = keyOfPath(path);
  return { source: `${key}.${name}`, imports: { [key]: path }, lines: [span] };
}
