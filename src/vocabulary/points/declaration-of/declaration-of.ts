import { type ReadContext, yamlText } from '../../../aspects/schema.ts';
import { text } from '../../../aspects/shape.ts';
import type { YamlEntry } from '../../../aspects/yaml-node.ts';
import { samePath } from '../../../lang/names/names.ts';
import { syntaxText } from '../../../lang/tree/go-node.ts';
import { isTopLevel } from '../../../lang/tree/syntax-shapes.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import { aspectBadSymbol } from '../../../report/codes/aspect.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { atMost } from '../../conditions/bounds.ts';
import { pathIs } from '../../conditions/condition.ts';
import { nameless, noMembers, nothing, silent } from '../../nothing.ts';
import type { PointKind, Quirks } from '../../point-kind.ts';
import { possibly } from '../../reach.ts';
import { identifier, quirksOf } from '../../read-values.ts';
import { declaredReason, otherPackage } from '../../reasons.ts';

/**
 * The function, variable or constant of that name, in that package. Orchestrion counts methods of that name, and variables
 * inside functions.
 */
export interface DeclarationOf {
  readonly kind: 'declaration-of';
  readonly path: string;
  readonly name: string;
  readonly quirks?: Quirks;
  readonly span: Span;
}

export const declarationOf: PointKind<DeclarationOf> = {
  words: {
    'declaration-of': {
      shape: text('path.Name'),
      doc: 'The declaration of a function, variable or constant at the top level of a package.',
      example: 'os.Exit',
      read,
    },
  },
  ...noMembers,
  bounds: ({ path }) => atMost(pathIs(path)),
  asks: nothing,
  interfaces: nothing,
  implied: ({ path }) => [path],
  texts: ({ name }) => [name],
  near: ({ name }) => [name],
  reach: ({ path }, { facts }) => possibly(path === facts.importPath),
  nodeKinds: () => ['FuncDecl', 'ValueSpec'],
  matches: (point, node, ctx) =>
    (node.kind === 'FuncDecl' || node.kind === 'ValueSpec') &&
    samePath(point.path, ctx.facts.importPath) &&
    (point.quirks === true || isOfPackage(node)) &&
    node.syntax.fields('name').some((name) => syntaxText(node.unit, name) === point.name),
  explain: {
    package: (_, facts) => otherPackage(facts),
    node: (_, node, ctx) => declaredReason(node, ctx),
    members: nothing,
  },
  lint: {
    ...silent,
    home: ({ path }) => path,
    mentions: ({ path, name, quirks, span }) => [
      { path, span, symbol: { name, what: quirks ? 'declaration or method' : 'declaration' } },
    ],
    constant: ({ path, name }, isConstant) => (isConstant(path, name) ? `${path}.${name}` : undefined),
  },
  names: { ...nameless, values: ({ name }) => [name] },
};

const symbol = new RegExp(`^(.+)\\.(${identifier})$`, 'u');

function read(entry: YamlEntry, ctx: ReadContext): DeclarationOf {
  const written = yamlText(entry.value, '"declaration-of"');
  const [, path, name] = symbol.exec(written) ?? [];
  if (path === undefined || name === undefined) {
    return aspectBadSymbol(entry.value.span, '"declaration-of"', written, 'import/path.Name');
  }
  return { kind: 'declaration-of', path, name, ...quirksOf(ctx), span: entry.span };
}

function isOfPackage({ kind, syntax }: GoNode): boolean {
  return kind === 'FuncDecl' ? syntax.kind === 'function_declaration' : isTopLevel(syntax);
}
