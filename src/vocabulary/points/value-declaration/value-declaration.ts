import { typeName } from '../../../aspects/shape.ts';
import { matchesType } from '../../../lang/names/matches-type.ts';
import { reachesPackage } from '../../../lang/names/reaches-package.ts';
import type { TypeName } from '../../../lang/names/type-name.ts';
import { goNode } from '../../../lang/tree/go-node.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { atMost } from '../../conditions/bounds.ts';
import { reaches } from '../../conditions/condition.ts';
import { mentionOfType } from '../../mention.ts';
import { nameless, noMembers, nothing, silent } from '../../nothing.ts';
import type { PointKind } from '../../point-kind.ts';
import { possibly } from '../../reach.ts';
import { typeOf } from '../../read-values.ts';
import { declaredReason, notImported } from '../../reasons.ts';

/** Variables and constants declared with that type, or without one. */
export interface ValueDeclaration {
  readonly kind: 'value-declaration';
  readonly type: TypeName;
  readonly span: Span;
}

export const valueDeclaration: PointKind<ValueDeclaration> = {
  words: {
    'value-declaration': {
      shape: typeName,
      doc: 'Declarations of variables and constants of a type, or without one.',
      example: 'bool',
      read: (entry) => ({ kind: 'value-declaration', type: typeOf(entry), span: entry.span }),
    },
  },
  ...noMembers,
  bounds: ({ type }) => atMost(reaches(type.path)),
  asks: nothing,
  interfaces: nothing,
  implied: ({ type: { path } }) => (path === undefined ? [] : [path]),
  // A declaration without a type matches too.
  texts: nothing,
  near: nothing,
  reach: ({ type }, { facts }) => possibly(reachesPackage(type.path, facts)),
  nodeKinds: () => ['ValueSpec'],
  matches: (point, node, ctx) => {
    if (node.kind !== 'ValueSpec') return false;
    const type = node.syntax.field('type');
    return type === undefined || matchesType(point.type, goNode(node.unit, type), ctx);
  },
  explain: {
    package: ({ type }) => notImported(type.path),
    node: (_, node, ctx) => declaredReason(node, ctx),
    members: nothing,
  },
  lint: { ...silent, mentions: ({ type, span }) => mentionOfType(type, span) },
  names: nameless,
};
