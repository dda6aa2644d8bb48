import type { JoinPointKind, PointOf } from '../../../aspects/ir.ts';
import type { MatchContext } from '../../../lang/names/context.ts';
import type { Kinds } from '../../../lang/tree/go-kind.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';

/** How one kind of join point is asked about one node. */
export interface PointHandler<K extends JoinPointKind> {
  readonly kinds: (point: PointOf<K>) => Kinds;
  readonly matches: (point: PointOf<K>, node: GoNode, ctx: MatchContext) => boolean;
}
