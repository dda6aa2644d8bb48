import { ref } from '../../../aspects/shape.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { notBounds } from '../../conditions/bounds.ts';
import type { InnerPoint } from '../../inner-point.ts';
import { anyNode, nameless, noReason, nothing, silent } from '../../nothing.ts';
import type { PointKind } from '../../point-kind.ts';
import { not as negated } from '../../reach.ts';

/** Every node that the point does not match. */
export interface Not<P = InnerPoint> {
  readonly kind: 'not';
  readonly point: P;
  readonly span: Span;
}

export const not: PointKind<Not> = {
  words: {
    not: {
      shape: ref('join-point'),
      doc: 'The join point does not match.',
      example: '{ test-main: true }',
      read: (entry, _, inner) => ({ kind: 'not', point: inner(entry.value), span: entry.span }),
    },
  },
  members: ({ point }) => [point],
  combines: 'not',
  bounds: ({ point }, build, ask) => notBounds(ask.bounds(point, build)),
  asks: nothing,
  interfaces: nothing,
  implied: nothing,
  texts: nothing,
  near: nothing,
  reach: ({ point }, at, ask) => negated(ask.reach(point, at)),
  nodeKinds: anyNode,
  matches: ({ point }, node, ctx, ask) => !ask.matches(point, node, ctx),
  explain: {
    package: noReason,
    node: noReason,
    members: ({ point }, node, _, explain) => [explain(point, node)],
  },
  lint: silent,
  names: nameless,
};
