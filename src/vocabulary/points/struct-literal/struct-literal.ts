import { fields, type ReadContext, required, yamlText as textOfValue } from '../../../aspects/schema.ts';
import { keysOf, map, text, typeName } from '../../../aspects/shape.ts';
import type { YamlEntry } from '../../../aspects/yaml-node.ts';
import type { MatchContext } from '../../../lang/names/match-context.ts';
import { matchesType } from '../../../lang/names/matches-type.ts';
import { reachesPackage } from '../../../lang/names/reaches-package.ts';
import type { TypeName } from '../../../lang/names/type-name.ts';
import { current, goNode, syntaxText, textOf } from '../../../lang/tree/go-node.ts';
import { parentOf } from '../../../lang/tree/parents.ts';
import { unparenthesized, unwrapElement } from '../../../lang/tree/syntax-shapes.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import { aspectFieldWithMatch } from '../../../report/codes/aspect.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { atMost } from '../../conditions/bounds.ts';
import { reaches } from '../../conditions/condition.ts';
import { mentionOfType } from '../../mention.ts';
import { nameless, noMembers, nothing, silent } from '../../nothing.ts';
import type { PointKind, Quirks } from '../../point-kind.ts';
import { oneLine } from '../../point-text.ts';
import { possibly } from '../../reach.ts';
import { type MatchMode, matchKey, matchModeOf, quirksOf, typeOf } from '../../read-values.ts';
import { notAName, notImported } from '../../reasons.ts';

/**
 * A composite literal with the type written on it; with `pointer-only` the `&T{…}` around it; with `field` the `Field: value`
 * pair inside it.
 */
export interface StructLiteral {
  readonly kind: 'struct-literal';
  readonly type: TypeName;
  /** Undefined where `field` is set. */
  readonly match?: MatchMode | undefined;
  readonly field?: string | undefined;
  readonly quirks?: Quirks;
  readonly span: Span;
}

const keys = map({
  type: { shape: typeName, doc: 'Type that is written on the literal.', required: true },
  match: matchKey,
  field: {
    shape: text('a field name'),
    doc: 'Matches the pair of this field and its value in a literal, instead of the literal.',
  },
});

export const structLiteral: PointKind<StructLiteral> = {
  words: {
    'struct-literal': {
      shape: keys,
      doc: 'Composite literals with the type written on them.',
      example: '{ type: net/http.Server, match: pointer-only }',
      read,
    },
  },
  ...noMembers,
  bounds: ({ type }) => atMost(reaches(type.path)),
  asks: nothing,
  interfaces: nothing,
  implied: ({ type: { path } }) => (path === undefined ? [] : [path]),
  texts: ({ type }) => [type.name],
  near: ({ type }) => [type.name],
  reach: ({ type }, { facts }) => possibly(reachesPackage(type.path, facts)),
  nodeKinds: ({ field, match }) => {
    if (field !== undefined) return ['KeyValueExpr'];
    return match === 'pointer-only' ? ['UnaryExpr'] : ['CompositeLit'];
  },
  matches: (point, node, ctx) => {
    if (point.field !== undefined) return isField(point.field, node) && isLiteral(point, parentOf(node), ctx);
    if (point.match === 'pointer-only') return isAddress(node) && isLiteral(point, operandOf(point, node), ctx);
    if (!isLiteral(point, node, ctx)) return false;
    return point.match !== 'value-only' || !isAddressed(point, node);
  },
  explain: {
    package: ({ type }) => notImported(type.path),
    node: (_, node) => `it is ${oneLine(textOf(node))}`,
    members: nothing,
  },
  lint: {
    ...silent,
    impossible: ({ type, field }, negated) => {
      if (negated) return undefined;
      if (type.pointer) return 'no literal has a pointer type; write "match: pointer-only" for &T{…}';
      return field === undefined ? undefined : notAName(field, 'a field name');
    },
    mentions: ({ type, span }) => mentionOfType(type, span),
  },
  names: nameless,
};

function read(entry: YamlEntry, ctx: ReadContext): StructLiteral {
  const where = '"struct-literal"';
  const found = fields(ctx, entry.value, { where, known: keysOf(keys) });
  const type = typeOf(required(found.type, 'type', entry.value, where));
  const match = matchModeOf(found.match, where);
  const field = found.field ? textOfValue(found.field.value, '"field"') : '';
  const common = { type, ...quirksOf(ctx), span: entry.span };
  if (field === '') return { kind: 'struct-literal', match, ...common };
  if (match !== 'any') aspectFieldWithMatch(found.match?.value.span ?? entry.span, match);
  return { kind: 'struct-literal', field, ...common };
}

/** Whether `&` stands in front; behind parentheses, Orchestrion does not see it. */
function isAddressed({ quirks }: StructLiteral, node: GoNode): boolean {
  let parent = parentOf(node);
  while (!quirks && parent?.kind === 'ParenExpr') parent = parentOf(parent);
  return parent !== undefined && isAddress(parent);
}

function isLiteral(point: StructLiteral, node: GoNode | undefined, ctx: MatchContext): boolean {
  if (node?.kind !== 'CompositeLit') return false;
  const type = node.syntax.field('type');
  return type !== undefined && matchesType(point.type, goNode(node.unit, type), ctx);
}

function isField(name: string, node: GoNode): boolean {
  const key = node.kind === 'KeyValueExpr' ? node.syntax.field('key') : undefined;
  if (key === undefined) return false;
  const element = unwrapElement(key);
  return element.kind === 'identifier' && syntaxText(node.unit, element) === name;
}

/** `&x` */
function isAddress(node: GoNode): boolean {
  return node.kind === 'UnaryExpr' && textOf(node).startsWith('&');
}

function operandOf({ quirks }: StructLiteral, node: GoNode): GoNode | undefined {
  const operand = node.syntax.field('operand');
  const literal = operand && goNode(node.unit, quirks ? operand : unparenthesized(operand));
  return literal === undefined ? undefined : current(literal);
}
