import { fields, filledTextOf, type ReadContext, required } from '../../../aspects/schema.ts';
import { keysOf, map, text } from '../../../aspects/shape.ts';
import type { YamlEntry } from '../../../aspects/yaml-node.ts';
import type { MatchContext } from '../../../lang/names/match-context.ts';
import { nameOf, samePath, selectorParts } from '../../../lang/names/names.ts';
import { reachesPackage } from '../../../lang/names/reaches-package.ts';
import { printTypeName, type TypeName, typeNameAt } from '../../../lang/names/type-name.ts';
import { isUnknown, type NamedType } from '../../../lang/names/type-oracle.ts';
import { current, goNode, syntaxText, textOf as textOfNode } from '../../../lang/tree/go-node.ts';
import { spanOf } from '../../../lang/tree/span.ts';
import { calleeOf, unparenthesized } from '../../../lang/tree/syntax-shapes.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import { aspectPointerType } from '../../../report/codes/aspect.ts';
import { weaveNeedsTypes, weaveTypeUnknown } from '../../../report/codes/weave.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { atMost } from '../../conditions/bounds.ts';
import { reaches } from '../../conditions/condition.ts';
import { mentionOfType } from '../../mention.ts';
import { nameless, noMembers, nothing, silent } from '../../nothing.ts';
import type { PointKind, Quirks } from '../../point-kind.ts';
import { oneLine } from '../../point-text.ts';
import { possibly } from '../../reach.ts';
import { type MatchMode, matchKey, matchModeOf, quirksOf } from '../../read-values.ts';
import { notAName, notImported } from '../../reasons.ts';
import { calledReason } from '../call-reason.ts';

/**
 * Calls `x.Name(…)` where the static type of `x`, as the program is written, is the receiver type, or a pointer to it; calls of
 * method expressions `T.Name(x, …)` too. A method that `x` has from an embedded field counts as one of `x`.
 */
export interface MethodCall {
  readonly kind: 'method-call';
  readonly receiver: TypeName;
  readonly name: string;
  readonly match: MatchMode;
  readonly quirks?: Quirks;
  readonly span: Span;
}

const keys = map({
  receiver: {
    shape: text('a type name without `*`'),
    doc: 'Static type of what the method is called on.',
    required: true,
  },
  name: { shape: text('a method name'), doc: 'The method.', required: true },
  match: matchKey,
});

export const methodCall: PointKind<MethodCall> = {
  words: {
    'method-call': {
      shape: keys,
      doc: 'Calls of a method on values of a type, by their static type. A method from an embedded field is one of the type that embeds it.',
      example: '{ receiver: net/http.Client, name: Do }',
      read,
    },
  },
  ...noMembers,
  bounds: ({ receiver }) => atMost(reaches(receiver.path)),
  asks: nothing,
  interfaces: nothing,
  implied: ({ receiver: { path } }) => (path === undefined ? [] : [path]),
  texts: ({ name }) => [name],
  near: ({ name }) => [name],
  reach: ({ receiver }, { facts }) => possibly(reachesPackage(receiver.path, facts)),
  nodeKinds: () => ['CallExpr'],
  matches: (point, node, ctx) => {
    const operand = node.kind === 'CallExpr' ? receiverOf(node, ctx, point.quirks) : undefined;
    if (operand?.method !== point.name) return false;
    const type = typeOf(operand, `whether ${point.name} is called on a ${printTypeName(point.receiver)}`, ctx);
    if (type?.name !== point.receiver.name || !samePath(type.path || undefined, point.receiver.path)) return false;
    return point.match === 'any' || type.pointer === (point.match === 'pointer-only');
  },
  explain: {
    package: ({ receiver }) => notImported(receiver.path),
    node: (_, node, ctx) => methodReason(node, ctx),
    members: nothing,
  },
  lint: {
    ...silent,
    impossible: ({ name }, negated) => (negated ? undefined : notAName(name, 'a method name')),
    fixes: ({ name, receiver }) => [
      ['the method of a call', JSON.stringify(name)],
      ['the receiver of a call', printTypeName(receiver)],
    ],
    mentions: ({ receiver, span }) => mentionOfType(receiver, span),
  },
  names: nameless,
};

function read(entry: YamlEntry, ctx: ReadContext): MethodCall {
  const where = '"method-call"';
  const found = fields(ctx, entry.value, { where, known: keysOf(keys) });
  const receiver = required(found.receiver, 'receiver', entry.value, where);
  const type = typeNameAt(receiver.value.span, filledTextOf(receiver, where));
  if (type.pointer) {
    const hint = 'remove the *, and write "match: pointer-only" if values must not match';
    aspectPointerType(receiver.value.span, '"receiver" of "method-call"', printTypeName(type), hint);
  }
  return {
    kind: 'method-call',
    receiver: type,
    name: filledTextOf(required(found.name, 'name', entry.value, where), where),
    match: matchModeOf(found.match, where),
    ...quirksOf(ctx),
    span: entry.span,
  };
}

/** The `x` of `x.Name(…)`, as it stands in a file of the package. */
interface Receiver extends GoNode {
  readonly method: string;
}

/** Undefined where `x` is an import, where the callee was replaced, and in code of a template, which has no types. */
function receiverOf(call: GoNode, ctx: MatchContext, quirks?: true): Receiver | undefined {
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

/** On what a call calls which method, where that is not the one that the point names. */
function methodReason(call: GoNode, ctx: MatchContext): string {
  const receiver = receiverOf(call, ctx);
  if (receiver === undefined) return calledReason(call, ctx);
  const { unit, syntax } = receiver;
  const type = ctx.oracle?.typeOf({ file: unit.tree.source.name, start: syntax.start, end: syntax.end });
  const named = type === undefined || isUnknown(type) ? undefined : type;
  const { path = '', name = '', pointer = false } = named ?? {};
  const text = named && printTypeName({ pointer, name, ...(path === '' ? {} : { path }) });
  return `it calls ${receiver.method} on ${text === undefined ? oneLine(textOfNode(receiver)) : `a ${text}`}`;
}
