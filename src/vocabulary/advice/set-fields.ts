import type { AdviceOf, FieldValue } from '../../aspects/ir.ts';
import type { SyntaxNode } from '../../lang/syntax/syntax.ts';
import { current, goNode, syntaxText } from '../../lang/tree/go-node.ts';
import { literalBody, unwrapElement } from '../../lang/tree/syntax-shapes.ts';
import type { GoNode } from '../../lang/tree/unit.ts';
import { refuseMoves, renderExpression } from '../../rewrite/render/render.ts';
import type { Site } from '../../rewrite/session.ts';
import { wrongNode } from '../../rewrite/wrong-node.ts';

/**
 * Sets fields of a struct literal. A field that is there is wrapped, if the advice says how, else replaced; one that is not
 * is put in front of the others. Literals without field names are left as they are.
 */
export function setFields(advice: AdviceOf<'set-fields'>, site: Site): void {
  const { node } = site;
  const body = node.kind === 'CompositeLit' ? literalBody(node.syntax) : undefined;
  if (body === undefined) wrongNode(site, advice, 'a composite literal');
  if (body.children.some((element) => element.kind !== 'keyed_element')) return;
  for (const field of advice.fields) setField(field, body, site);
}

function setField({ name, wrap, value }: FieldValue, body: SyntaxNode, site: Site): void {
  const { node } = site;
  const written = body.children.find((element) => keyOf(node, element) === name)?.field('value');
  const slot = written === undefined ? undefined : goNode(node.unit, unwrapElement(written));
  if (slot !== undefined) {
    const template = wrap ?? value;
    if (template !== undefined)
      node.unit.changes.slots.set(slot.syntax, renderExpression(template, site, current(slot)));
  } else if (value !== undefined) {
    const rendered = renderExpression(value, site, node);
    refuseMoves(rendered.unit);
    const { addedElements } = node.unit.changes;
    addedElements.set(body, [...(addedElements.get(body) ?? []), { name, value: rendered }]);
  }
}

function keyOf(node: GoNode, element: SyntaxNode): string | undefined {
  const key = element.field('key');
  return key === undefined ? undefined : syntaxText(node.unit, unwrapElement(key));
}
