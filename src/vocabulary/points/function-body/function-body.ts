import { ref } from '../../../aspects/shape.ts';
import { functionOfBody } from '../../../lang/tree/functions.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { atMost } from '../../conditions/bounds.ts';
import type { InnerPoint } from '../../inner-point.ts';
import { nameless, noReason, nothing, silent } from '../../nothing.ts';
import type { PointKind } from '../../point-kind.ts';
import { possibly } from '../../reach.ts';

/** The body of functions that the point matches: the point is asked about the function. */
export interface FunctionBody<P = InnerPoint> {
  readonly kind: 'function-body';
  readonly point: P;
  readonly span: Span;
}

export const functionBody: PointKind<FunctionBody> = {
  words: {
    'function-body': {
      shape: ref('join-point'),
      doc: 'The body of functions that the join point matches.',
      example: '{ function: [{ name: main }] }',
      read: (entry, _, inner) => ({ kind: 'function-body', point: inner(entry.value), span: entry.span }),
    },
  },
  members: ({ point }) => [point],
  combines: { elsewhere: ['FuncDecl', 'FuncLit'] },
  bounds: ({ point }, build, ask) => atMost(ask.bounds(point, build).some),
  asks: nothing,
  interfaces: nothing,
  implied: ({ point }, ask) => ask.implied(point),
  texts: nothing,
  near: nothing,
  reach: ({ point }, at, ask) => possibly(ask.reach(point, at) !== 'none'),
  nodeKinds: () => ['BlockStmt'],
  matches: ({ point }, node, ctx, ask) => {
    const fn = functionOfBody(node);
    return fn !== undefined && ask.matches(point, fn, ctx);
  },
  explain: {
    package: noReason,
    node: () => 'the block is not the body of a function',
    members: ({ point }, node, _, explain) => {
      const fn = functionOfBody(node);
      return fn === undefined ? [] : [explain(point, fn)];
    },
  },
  lint: { ...silent, mentions: ({ point }, ask) => ask.mentions(point) },
  names: nameless,
};
