import { isFunction } from '../../../lang/tree/go-kind.ts';
import { goNode } from '../../../lang/tree/go-node.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';

/** `function-body: point`: the function whose body this block is, which the point is asked about. */
export function functionOfBody(node: GoNode): GoNode | undefined {
  const { parent } = node.syntax;
  if (node.kind !== 'BlockStmt' || parent === undefined || node.syntax.fieldName !== 'body') return undefined;
  const fn = goNode(node.unit, parent);
  return fn !== undefined && isFunction(fn.kind) ? fn : undefined;
}
