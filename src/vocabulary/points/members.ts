import { attemptEach } from '../../aspects/attempt.ts';
import { listOf, type ReadContext } from '../../aspects/schema.ts';
import { isNothing, type YamlEntry, type YamlNode } from '../../aspects/yaml-node.ts';
import type { AnyPoint, InnerPoint } from '../inner-point.ts';
import { silent } from '../nothing.ts';
import type { PointExplain } from '../point-kind.ts';
import type { PointLint } from '../point-lint.ts';

/** A list of join points; nothing is the empty list. @throws GotsError aspect_wrong_type and those of its items */
export function readMembers(entry: YamlEntry, ctx: ReadContext, inner: (node: YamlNode) => InnerPoint): InnerPoint[] {
  if (isNothing(entry.value)) return [];
  return attemptEach(ctx, listOf(entry.value, `"${entry.key}"`).items, inner);
}

export function joinedNames(lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  return lists.length === 0 ? undefined : [...new Set(lists.flatMap((names) => names ?? []))];
}

/** A point that asks each of several points about the same node. */
interface Listed extends AnyPoint {
  readonly points: readonly InnerPoint[];
}

/** The points have the reasons, where there are any. */
export const explainPoints: PointExplain<Listed> = {
  package: reasonOfNone,
  node: reasonOfNone,
  members: ({ points }, node, _, explain) => points.map((point) => explain(point, node)),
};

function reasonOfNone({ kind, points }: Listed): string {
  return points.length === 0 ? `an empty ${kind} matches nothing` : '';
}

export const lintPoints: PointLint<Listed> = {
  ...silent,
  mentions: ({ points }, ask) => points.flatMap(ask.mentions),
  constant: ({ points }, isConstant, ask) =>
    points.map((point) => ask.constant(point, isConstant)).find((name) => name !== undefined),
};
