import { text } from '../../../aspects/shape.ts';
import type { YamlEntry } from '../../../aspects/yaml-node.ts';
import { samePath } from '../../../lang/names/names.ts';
import { printTypeName, type TypeName } from '../../../lang/names/type-name.ts';
import { syntaxText } from '../../../lang/tree/go-node.ts';
import { isTopLevel } from '../../../lang/tree/syntax-shapes.ts';
import { aspectPointerType } from '../../../report/codes/aspect.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { atMost } from '../../conditions/bounds.ts';
import { everywhere, nowhere, pathIs } from '../../conditions/condition.ts';
import { mentionOfType } from '../../mention.ts';
import { nameless, noMembers, nothing, silent } from '../../nothing.ts';
import type { PointKind } from '../../point-kind.ts';
import { possibly } from '../../reach.ts';
import { typeOf } from '../../read-values.ts';
import { declaredReason, otherPackage } from '../../reasons.ts';

/** The specification of the type, written as a struct type, in its package; not a type inside a function. */
export interface StructDefinition {
  readonly kind: 'struct-definition';
  readonly type: TypeName;
  /** The path does not count: another point says which package it is. */
  readonly anyPackage?: boolean | undefined;
  readonly span: Span;
}

export const structDefinition: PointKind<StructDefinition> = {
  words: {
    'struct-definition': {
      shape: text('path.Name'),
      doc: 'The definition of a struct type at the top level of the package that has it.',
      example: 'net/http.Request',
      read,
    },
  },
  ...noMembers,
  bounds: ({ type, anyPackage }) =>
    atMost(anyPackage === true ? everywhere : type.path === undefined ? nowhere : pathIs(type.path)),
  asks: nothing,
  interfaces: nothing,
  implied: ({ type: { path } }) => (path === undefined ? [] : [path]),
  texts: ({ type }) => ['struct', type.name],
  near: ({ type }) => ['struct', type.name],
  // No function holds a type of the package.
  reach: ({ type, anyPackage }, { facts, part }) =>
    possibly(part === undefined && (anyPackage === true || type.path === facts.importPath)),
  nodeKinds: () => ['TypeSpec'],
  matches: ({ type, anyPackage }, node, ctx) => {
    const name = node.syntax.field('name');
    return (
      node.kind === 'TypeSpec' &&
      name !== undefined &&
      node.syntax.field('type')?.kind === 'struct_type' &&
      syntaxText(node.unit, name) === type.name &&
      isTopLevel(node.syntax) &&
      (anyPackage === true || samePath(type.path, ctx.facts.importPath))
    );
  },
  explain: {
    package: (_, facts) => otherPackage(facts),
    node: (_, node, ctx) => declaredReason(node, ctx),
    members: nothing,
  },
  lint: {
    ...silent,
    impossible: ({ type, anyPackage }, negated) =>
      negated || type.path !== undefined || anyPackage === true
        ? undefined
        : 'a struct is named with its package: path.Name',
    fixes: ({ type }) => [['the name of a type', JSON.stringify(type.name)]],
    home: ({ type, anyPackage }) => (anyPackage === true ? undefined : type.path),
    mentions: ({ type, span }) => mentionOfType(type, span),
  },
  names: nameless,
};

function read(entry: YamlEntry): StructDefinition {
  const type = typeOf(entry);
  if (type.pointer) {
    aspectPointerType(entry.value.span, '"struct-definition"', printTypeName(type), 'remove the *');
  }
  return { kind: 'struct-definition', type, span: entry.span };
}
