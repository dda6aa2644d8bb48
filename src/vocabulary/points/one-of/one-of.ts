import { list, ref } from '../../../aspects/shape.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { anyBounds } from '../../conditions/bounds.ts';
import type { InnerPoint } from '../../inner-point.ts';
import { nothing } from '../../nothing.ts';
import type { PointKind } from '../../point-kind.ts';
import { any } from '../../reach.ts';
import { union } from '../kind-sets.ts';
import { explainPoints, joinedNames, lintPoints, readMembers } from '../members.ts';

/** At least one of the points. */
export interface OneOf<P = InnerPoint> {
  readonly kind: 'one-of';
  readonly points: readonly P[];
  readonly span: Span;
}

export const oneOf: PointKind<OneOf> = {
  words: {
    'one-of': {
      shape: list(ref('join-point'), true),
      doc: 'At least one of the join points matches.',
      example: '[{ function-call: net/http.Get }, { function-call: net/http.Head }]',
      read: (entry, ctx, inner) => ({ kind: 'one-of', points: readMembers(entry, ctx, inner), span: entry.span }),
    },
  },
  members: ({ points }) => points,
  combines: 'any',
  bounds: ({ points }, build, ask) => anyBounds(points.map((point) => ask.bounds(point, build))),
  asks: nothing,
  interfaces: nothing,
  implied: ({ points }, ask) => {
    const [first = [], ...others] = points.map((point) => new Set(ask.implied(point)));
    return [...first].filter((path) => others.every((other) => other.has(path)));
  },
  texts: nothing,
  near: nothing,
  reach: ({ points }, at, ask) => any(points.map((point) => ask.reach(point, at))),
  nodeKinds: ({ points }, ask) => points.map(ask.nodeKinds).reduce(union, []),
  matches: ({ points }, node, ctx, ask) => points.some((point) => ask.matches(point, node, ctx)),
  explain: explainPoints,
  lint: lintPoints,
  names: {
    values: ({ points }, ask) => {
      const names = points.map(ask.values);
      return names.includes(undefined) ? undefined : joinedNames(names);
    },
    saysFunction: () => false,
    withBodies: (point, ask) => ({ ...point, points: point.points.map(ask.withBodies) }),
  },
};
