import { list, ref } from '../../../aspects/shape.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { allBounds } from '../../conditions/bounds.ts';
import type { InnerPoint } from '../../inner-point.ts';
import { nothing } from '../../nothing.ts';
import type { PointKind } from '../../point-kind.ts';
import { all } from '../../reach.ts';
import { intersection } from '../kind-sets.ts';
import { explainPoints, joinedNames, lintPoints, readMembers } from '../members.ts';

/** Every one of the points. Without points it matches nothing, as in Orchestrion. */
export interface AllOf<P = InnerPoint> {
  readonly kind: 'all-of';
  readonly points: readonly P[];
  readonly span: Span;
}

export const allOf: PointKind<AllOf> = {
  words: {
    'all-of': {
      shape: list(ref('join-point'), true),
      doc: 'Every one of the join points matches.',
      example: '[{ import-path: net/http }, { function: [{ name: Get }] }]',
      read: (entry, ctx, inner) => ({ kind: 'all-of', points: readMembers(entry, ctx, inner), span: entry.span }),
    },
  },
  members: ({ points }) => points,
  combines: 'all',
  bounds: ({ points }, build, ask) => allBounds(points.map((point) => ask.bounds(point, build))),
  asks: nothing,
  interfaces: nothing,
  implied: ({ points }, ask) => points.flatMap(ask.implied),
  texts: nothing,
  near: nothing,
  reach: ({ points }, at, ask) => all(points.map((point) => ask.reach(point, at))),
  nodeKinds: ({ points }, ask) => points.map(ask.nodeKinds).reduce(intersection, 'any'),
  matches: ({ points }, node, ctx, ask) => points.length > 0 && points.every((point) => ask.matches(point, node, ctx)),
  explain: explainPoints,
  lint: lintPoints,
  names: {
    values: ({ points }, ask) => joinedNames(points.map(ask.values).filter((names) => names !== undefined)),
    saysFunction: () => false,
    withBodies: (point, ask) =>
      point.points.some(ask.saysFunction) ? point : { ...point, points: point.points.map(ask.withBodies) },
  },
};
