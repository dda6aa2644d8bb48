import { weaveNeedsTypes, weaveTypeUnknown } from '../../../report/codes/weave.ts';
import type { MatchContext } from '../context.ts';
import { current, type GoNode, goNode, syntaxText } from '../go-node.ts';
import { nameOf, samePath, selectorParts } from '../names.ts';
import { spanOf } from '../span.ts';
import { calleeOf } from '../syntax-shapes.ts';
import { typeNameText } from '../type-name.ts';
import { isUnknown, type NamedType } from '../type-oracle.ts';
import type { PointHandler } from './handler.ts';

/** `method-call`: calls `x.Name(…)` where the static type of `x` is the receiver type, or a pointer to it. */
export const methodCall: PointHandler<'method-call'> = {
  kinds: () => ['CallExpr'],
  matches: (point, node, ctx) => {
    const operand = node.kind === 'CallExpr' ? receiverOf(node, point.name, ctx) : undefined;
    if (operand === undefined) return false;
    const type = typeOf(operand, `whether ${point.name} is called on a ${typeNameText(point.receiver)}`, ctx);
    if (type?.name !== point.receiver.name || !samePath(type.path || undefined, point.receiver.path)) return false;
    return point.match === 'any' || type.pointer === (point.match === 'pointer-only');
  },
};

/** The `x` of `x.name(…)`; undefined where it is an import, or was put there by advice and so has no type. */
function receiverOf(call: GoNode, name: string, ctx: MatchContext): GoNode | undefined {
  const syntax = calleeOf(call.syntax);
  const callee = syntax === undefined ? undefined : goNode(call.unit, syntax);
  if (callee?.syntax.kind !== 'selector_expression' || current(callee) !== callee) return undefined;
  const { left, right } = selectorParts(callee.syntax);
  if (left === undefined || right === undefined || syntaxText(call.unit, right) !== name) return undefined;
  if (nameOf(callee, ctx) !== undefined) return undefined;
  const operand = goNode(call.unit, left);
  return operand === undefined || current(operand) !== operand || call.unit.rendered !== undefined
    ? undefined
    : operand;
}

function typeOf(operand: GoNode, question: string, ctx: MatchContext): NamedType | undefined {
  const { unit, syntax } = operand;
  if (ctx.oracle === undefined) weaveNeedsTypes(spanOf(unit, syntax.start), question);
  const answer = ctx.oracle.typeOf({ file: unit.tree.source.name, start: syntax.start, end: syntax.end });
  return isUnknown(answer) ? weaveTypeUnknown(spanOf(unit, syntax.start), question, answer.unknown) : answer;
}
