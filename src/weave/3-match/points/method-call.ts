import type { MatchContext } from '../../../lang/names/context.ts';
import { nameOf, samePath, selectorParts } from '../../../lang/names/names.ts';
import { printTypeName } from '../../../lang/names/type-name.ts';
import { isUnknown, type NamedType } from '../../../lang/names/type-oracle.ts';
import { current, goNode, syntaxText } from '../../../lang/tree/go-node.ts';
import { spanOf } from '../../../lang/tree/span.ts';
import { calleeOf, unparenthesized } from '../../../lang/tree/syntax-shapes.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import { weaveNeedsTypes, weaveTypeUnknown } from '../../../report/codes/weave.ts';
import type { PointHandler } from './handler.ts';

/**
 * `method-call`: calls `x.Name(…)` where the static type of `x`, as the program is written, is the receiver type, or a pointer
 * to it; calls of method expressions `T.Name(x, …)` too. A method that `x` has from an embedded field counts as one of `x`.
 */
export const methodCall: PointHandler<'method-call'> = {
  kinds: () => ['CallExpr'],
  matches: (point, node, ctx) => {
    const operand = node.kind === 'CallExpr' ? receiverOf(node, ctx, point.quirks) : undefined;
    if (operand?.method !== point.name) return false;
    const type = typeOf(operand, `whether ${point.name} is called on a ${printTypeName(point.receiver)}`, ctx);
    if (type?.name !== point.receiver.name || !samePath(type.path || undefined, point.receiver.path)) return false;
    return point.match === 'any' || type.pointer === (point.match === 'pointer-only');
  },
};

/** The `x` of `x.Name(…)`, as it stands in a file of the package. */
export interface Receiver extends GoNode {
  readonly method: string;
}

/** Undefined where `x` is an import, where the callee was replaced, and in code of a template, which has no types. */
export function receiverOf(call: GoNode, ctx: MatchContext, quirks?: true): Receiver | undefined {
  const callee = calleeOf(call.syntax);
  const syntax = callee && (quirks ? callee : unparenthesized(callee));
  const selector = syntax && goNode(call.unit, syntax);
  if (selector?.syntax.kind !== 'selector_expression' || call.unit.rendered !== undefined) return undefined;
  if (current(selector) !== selector || nameOf(selector, ctx) !== undefined) return undefined;
  const { left, right } = selectorParts(selector.syntax);
  // What advice made of `x` does not count: in a chain of calls, each has the type that it was written with.
  const operand = left && goNode(call.unit, left);
  return operand && right && { ...operand, method: syntaxText(call.unit, right) };
}

/** @throws GotsError weave_needs_types, weave_type_unknown */
function typeOf(operand: GoNode, question: string, ctx: MatchContext): NamedType | undefined {
  const { unit, syntax } = operand;
  if (ctx.oracle === undefined) weaveNeedsTypes(spanOf(unit, syntax.start), question);
  const answer = ctx.oracle.typeOf({ file: unit.tree.source.name, start: syntax.start, end: syntax.end });
  return isUnknown(answer) ? weaveTypeUnknown(spanOf(unit, syntax.start), question, answer.unknown) : answer;
}
