import type { JoinPointKind, PointOf } from '../../../aspects/ir.ts';
import type { MatchContext } from '../../../lang/names/context.ts';
import type { GoKind } from '../../../lang/tree/go-kind.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';

/** Node kinds at which a point can match, or `any`: the node plays no part in the answer. */
export type Kinds = readonly GoKind[] | 'any';

/** How one kind of join point is asked about one node. */
export interface PointHandler<K extends JoinPointKind> {
  readonly kinds: (point: PointOf<K>) => Kinds;
  readonly matches: (point: PointOf<K>, node: GoNode, ctx: MatchContext) => boolean;
}
