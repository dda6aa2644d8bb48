import { fields, filledTextOf, type ReadContext, required, yamlText } from '../../../aspects/schema.ts';
import { anyOf, choice, keysOf, map, text } from '../../../aspects/shape.ts';
import type { YamlEntry } from '../../../aspects/yaml-node.ts';
import { syntaxText } from '../../../lang/tree/go-node.ts';
import { isTopLevel } from '../../../lang/tree/syntax-shapes.ts';
import { aspectBadValue } from '../../../report/codes/aspect.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { anywhere } from '../../conditions/bounds.ts';
import { nameless, noMembers, noReason, nothing, silent } from '../../nothing.ts';
import type { PointKind } from '../../point-kind.ts';
import { possibly } from '../../reach.ts';
import { declaredReason } from '../../reasons.ts';

/** The specification of a variable or constant of that name at the top level of its file, in whatever package. */
export interface PackageValue {
  readonly kind: 'package-value';
  readonly name: string;
  readonly keyword?: 'var' | 'const' | undefined;
  readonly span: Span;
}

const keys = map({
  name: { shape: text('a name'), doc: 'The variable or constant.', required: true },
  keyword: { shape: choice('var', 'const'), doc: 'Only variables, or only constants.' },
});

export const packageValue: PointKind<PackageValue> = {
  words: {
    'package-value': {
      shape: anyOf(text('a name'), keys),
      doc: 'The declaration of a variable or constant of this name at the top level, in whatever package.',
      example: '{ name: version, keyword: var }',
      read,
    },
  },
  ...noMembers,
  bounds: anywhere,
  asks: nothing,
  interfaces: nothing,
  implied: nothing,
  texts: ({ name }) => [name],
  near: ({ name }) => [name],
  // No function holds a declaration of the package.
  reach: (_, { part }) => possibly(part === undefined),
  nodeKinds: () => ['ValueSpec'],
  matches: ({ name, keyword }, node) => {
    if (node.kind !== 'ValueSpec') return false;
    if (!isTopLevel(node.syntax) || (keyword !== undefined && node.syntax.kind !== `${keyword}_spec`)) return false;
    return node.syntax.fields('name').some((each) => syntaxText(node.unit, each) === name);
  },
  explain: { package: noReason, node: (_, node, ctx) => declaredReason(node, ctx), members: nothing },
  lint: { ...silent, constant: ({ name, keyword }) => (keyword === 'const' ? name : undefined) },
  names: { ...nameless, values: ({ name }) => [name] },
};

function read(entry: YamlEntry, ctx: ReadContext): PackageValue {
  const { span, value } = entry;
  if (value.kind === 'scalar') return { kind: 'package-value', name: filledTextOf(entry, 'the join point'), span };
  const where = '"package-value"';
  const found = fields(ctx, value, { where, known: keysOf(keys) });
  const name = filledTextOf(required(found.name, 'name', value, where), where);
  if (!found.keyword) return { kind: 'package-value', name, span };
  const keyword = yamlText(found.keyword.value, '"keyword"');
  if (keyword === 'var' || keyword === 'const') return { kind: 'package-value', name, keyword, span };
  return aspectBadValue(found.keyword.value.span, '"keyword"', keyword, 'var or const');
}
