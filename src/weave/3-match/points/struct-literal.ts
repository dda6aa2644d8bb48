import type { PointOf } from '../../../aspects/ir.ts';
import type { MatchContext } from '../../../lang/names/context.ts';
import { matchesType } from '../../../lang/names/matches-type.ts';
import { current, goNode, syntaxText, textOf } from '../../../lang/tree/go-node.ts';
import { parentOf } from '../../../lang/tree/parents.ts';
import { unparenthesized, unwrapElement } from '../../../lang/tree/syntax-shapes.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import type { PointHandler } from './handler.ts';

/**
 * `struct-literal`: a composite literal with the type written on it; with `pointer-only` the `&T{…}` around it; with
 * `field` the `Field: value` pair inside it.
 */
export const structLiteral: PointHandler<'struct-literal'> = {
  kinds: (point) => {
    if (point.field !== undefined) return ['KeyValueExpr'];
    return point.match === 'pointer-only' ? ['UnaryExpr'] : ['CompositeLit'];
  },
  matches: (point, node, ctx) => {
    if (point.field !== undefined) return isField(point.field, node) && isLiteral(point, parentOf(node), ctx);
    if (point.match === 'pointer-only') return isAddress(node) && isLiteral(point, operandOf(point, node), ctx);
    if (!isLiteral(point, node, ctx)) return false;
    return point.match !== 'value-only' || !isAddressed(point, node);
  },
};

/** Whether `&` stands in front; behind parentheses, Orchestrion does not see it. */
function isAddressed({ quirks }: PointOf<'struct-literal'>, node: GoNode): boolean {
  let parent = parentOf(node);
  while (!quirks && parent?.kind === 'ParenExpr') parent = parentOf(parent);
  return parent !== undefined && isAddress(parent);
}

function isLiteral(point: PointOf<'struct-literal'>, node: GoNode | undefined, ctx: MatchContext): boolean {
  if (node?.kind !== 'CompositeLit') return false;
  const type = node.syntax.field('type');
  return type !== undefined && matchesType(point.type, goNode(node.unit, type), ctx);
}

function isField(name: string, node: GoNode): boolean {
  const key = node.kind === 'KeyValueExpr' ? node.syntax.field('key') : undefined;
  if (key === undefined) return false;
  const inner = unwrapElement(key);
  return inner.kind === 'identifier' && syntaxText(node.unit, inner) === name;
}

/** `&x` */
export function isAddress(node: GoNode): boolean {
  return node.kind === 'UnaryExpr' && textOf(node).startsWith('&');
}

function operandOf({ quirks }: PointOf<'struct-literal'>, node: GoNode): GoNode | undefined {
  const operand = node.syntax.field('operand');
  const literal = operand && goNode(node.unit, quirks ? operand : unparenthesized(operand));
  return literal === undefined ? undefined : current(literal);
}
