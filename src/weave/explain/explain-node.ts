import type { MatchContext } from '../../lang/names/match-context.ts';
import type { GoNode } from '../../lang/tree/unit.ts';
import { kindOfPoint, kindsOf, matches } from '../../vocabulary/ask.ts';
import { answerOf, type Explanation } from '../../vocabulary/explanation.ts';
import type { ExplainInner } from '../../vocabulary/point-kind.ts';
import { pointText } from '../../vocabulary/point-text.ts';
import type { JoinPoint } from '../../vocabulary/points.ts';

/** Asks a join point and all it is made of about a node. Every answer is the matcher's own; only reasons are found here. */
export function explainNode(point: JoinPoint, node: GoNode, ctx: MatchContext): Explanation {
  const asked = answerOf(() => matches(point, node, ctx));
  const inner: ExplainInner = (member, at) => explainNode(member as unknown as JoinPoint, at, ctx);
  const members = kindOfPoint(point).explain.members(point, node, ctx, inner);
  const reason =
    asked.reason ?? (asked.answer === 'no' && members.length === 0 ? reasonOf(point, node, ctx) : undefined);
  return { point: pointText(point), span: point.span, answer: asked.answer, reason, members };
}

function reasonOf(point: JoinPoint, node: GoNode, ctx: MatchContext): string {
  const kinds = kindsOf(point);
  if (kinds !== 'any' && !kinds.includes(node.kind)) return `the node is a ${node.kind}, not a ${kinds.join(' or ')}`;
  return kindOfPoint(point).explain.node(point, node, ctx);
}
