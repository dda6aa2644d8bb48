import { ref } from '../../../aspects/shape.ts';
import { isFunction } from '../../../lang/tree/go-kind.ts';
import { parentOf } from '../../../lang/tree/parents.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { atMost } from '../../conditions/bounds.ts';
import type { InnerPoint, Where } from '../../inner-point.ts';
import { anyNode, nameless, noReason, nothing, silent } from '../../nothing.ts';
import type { PointKind } from '../../point-kind.ts';
import { possibly } from '../../reach.ts';

/** Every node inside a function that the point matches; the function itself is not inside it. */
export interface Within<P = InnerPoint> {
  readonly kind: 'within';
  readonly point: P;
  readonly span: Span;
}

export const within: PointKind<Within> = {
  words: {
    within: {
      shape: ref('join-point'),
      doc: 'Everything inside functions that the join point matches, function literals in them included.',
      example: '{ function: [{ name: main }] }',
      read: (entry, _, inner) => ({ kind: 'within', point: inner(entry.value), span: entry.span }),
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
  // The function and what is inside it are in one file.
  reach: ({ point }, at, ask) => possibly(ask.reach(point, aroundIt(at)) !== 'none'),
  nodeKinds: anyNode,
  matches: ({ point }, node, ctx, ask) => functionsAround(node).some((fn) => ask.matches(point, fn, ctx)),
  explain: {
    package: noReason,
    node: () => 'no function is around it',
    members: ({ point }, node, _, explain) => {
      const asked = functionsAround(node).map((fn) => explain(point, fn));
      // One function that matches is enough; else the outermost has the reason.
      return [asked.find(({ answer }) => answer === 'yes') ?? asked[0] ?? []].flat();
    },
  },
  lint: { ...silent, mentions: ({ point }, ask) => ask.mentions(point) },
  names: nameless,
};

/** What is in a body is also inside of the function that has the body. */
function aroundIt(at: Where): Where {
  const { part } = at;
  if (part === undefined) return at;
  return { ...at, part: { text: part.declaration, declaration: part.declaration, isBody: false } };
}

/** The outermost comes first: it is the one that a rule most likely names. */
function functionsAround(node: GoNode): readonly GoNode[] {
  const found: GoNode[] = [];
  for (let up = parentOf(node); up !== undefined; up = parentOf(up)) if (isFunction(up.kind)) found.unshift(up);
  return found;
}
