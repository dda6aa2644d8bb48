import { current, goNode } from './go-node.ts';
import { calleeOf, insideOf } from './syntax-shapes.ts';
import type { GoNode } from './unit.ts';

/**
 * What a call calls, as it is now: the `f` of `(f[int])(x)`. Without types, `f[k](x)` could as well call an element of `f`;
 * it is taken for a call of `f`, since a join point names functions.
 */
export function calledNode(call: GoNode): GoNode | undefined {
  const callee = calleeOf(call.syntax);
  let found = callee === undefined ? undefined : goNode(call.unit, callee);
  while (found !== undefined) {
    found = current(found);
    const inner = insideOf(found.syntax);
    if (inner === undefined) return found;
    found = goNode(found.unit, inner);
  }
  return undefined;
}
