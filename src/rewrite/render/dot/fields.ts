import type { MatchContext } from '../../../lang/names/match-context.ts';
import { nameOf } from '../../../lang/names/names.ts';
import { type GoKind, isExpression } from '../../../lang/tree/go-kind.ts';
import { nodeOfKind, syntaxText, textOf } from '../../../lang/tree/go-node.ts';
import {
  argumentsOf,
  calleeOf,
  hasTypeArguments,
  isSpread,
  literalBody,
  unparenthesized,
  unwrapElement,
} from '../../../lang/tree/syntax-shapes.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import { declarationFields } from './declaration-fields.ts';
import {
  allFields,
  at,
  child,
  type DotValue,
  type FieldReader,
  type FieldTable,
  flagField,
  inField,
  one,
  textField,
} from './field-readers.ts';
import { statementFields } from './statement-fields.ts';

/**
 * A field of a node by its name in go/ast (as dst has them: `pkg.Name` is one identifier with a path).
 *
 * @returns undefined where the node has no such field
 */
export function fieldOf(node: GoNode, name: string, ctx: MatchContext): DotValue | undefined {
  if (node.kind === 'SelectorExpr') {
    const folded = nameOf(node, ctx);
    if (folded !== undefined) {
      return name === 'Name' || name === 'Path'
        ? textField((name === 'Name' ? folded.name : folded.path) ?? '')
        : undefined;
    }
  }
  return tables.map((table) => table[node.kind]?.[name]).find((reader) => reader !== undefined)?.(node, ctx);
}

/** The text of the operator child, or of the first character for kinds that do not keep it. */
const operator: FieldReader = (node) => {
  const found = node.syntax.field('operator');
  return textField(found === undefined ? '' : syntaxText(node.unit, found));
};

/** Parentheses around a callee mean nothing, so that templates need not know of them. */
function callFun(node: GoNode): DotValue {
  const written = calleeOf(node.syntax);
  const bare = written && unparenthesized(written);
  const isPlain =
    bare !== undefined && /^(?:identifier|selector_expression|generic_type|index_expression)$/.test(bare.kind);
  const callee = isPlain ? bare : written;
  if (callee !== undefined && hasTypeArguments(node.syntax) && !node.unit.changes.slots.has(callee)) {
    const count = node.syntax.field('type_arguments')?.children.length ?? 1;
    return one(nodeOfKind(node.unit, node.syntax, count > 1 ? 'IndexListExpr' : 'IndexExpr'));
  }
  return one(at(node, callee));
}

/** Arguments as they are now: with those that advice has appended. */
function callArgs(node: GoNode): DotValue {
  const written = allFields(node, argumentsOf(node.syntax));
  return { kind: 'nodes', nodes: [...written, ...(node.unit.changes.appendedArgs.get(node.syntax) ?? [])] };
}

function elements(node: GoNode): DotValue {
  return { kind: 'nodes', nodes: allFields(node, (literalBody(node.syntax)?.children ?? []).map(unwrapElement)) };
}

function element(name: 'key' | 'value'): FieldReader {
  return (node) => {
    const wrapped = node.syntax.field(name);
    return one(wrapped === undefined ? undefined : at(node, unwrapElement(wrapped)));
  };
}

function literalKind(node: GoNode): DotValue {
  const names: Record<string, string> = {
    int_literal: 'INT',
    float_literal: 'FLOAT',
    imaginary_literal: 'IMAG',
    rune_literal: 'CHAR',
  };
  return textField(names[node.syntax.kind] ?? 'STRING');
}

/** `X[A]`: the grammar has one form for values, one for types, one for instantiated functions, one for calls of them. */
function indexed(node: GoNode): DotValue {
  const { syntax } = node;
  const inner =
    syntax.kind === 'call_expression' ? syntax.field('function') : (syntax.field('operand') ?? syntax.field('type'));
  return one(at(node, inner));
}

function indices(node: GoNode): GoNode[] {
  const { syntax } = node;
  const index = syntax.field('index');
  if (index !== undefined) return allFields(node, [index]);
  const args = syntax.field('type_arguments')?.children ?? syntax.children.slice(1);
  return allFields(
    node,
    args.map((arg) => (arg.kind === 'type_elem' ? (arg.children[0] ?? arg) : arg)),
  );
}

function chanDirection(node: GoNode): DotValue {
  const written = textOf(node);
  return textField(written.startsWith('<-') ? '2' : /^chan\s*<-/.test(written) ? '1' : '3');
}

/** So that `.AST.Fun.Name` is the name of the function, with type arguments behind it too. */
const indexedName: FieldReader = (node, ctx) => {
  const inner = indexed(node);
  return (inner.kind === 'node' && inner.node && fieldOf(inner.node, 'Name', ctx)) || textField('');
};

const selectorName: FieldReader = (node) => {
  const right = node.syntax.field('field') ?? node.syntax.field('name');
  return textField(right === undefined ? '' : syntaxText(node.unit, right));
};

const expressionFields: FieldTable = {
  ArrayType: { Len: inField('length'), Elt: inField('element') },
  BasicLit: { Kind: literalKind, Value: (node) => textField(textOf(node)) },
  BinaryExpr: { X: inField('left'), Op: operator, Y: inField('right') },
  CallExpr: { Fun: callFun, Args: callArgs, Ellipsis: (node) => flagField(isSpread(node.syntax)) },
  ChanType: { Dir: chanDirection, Value: inField('value') },
  CompositeLit: { Type: inField('type'), Elts: elements },
  FuncLit: { Type: (node) => one(nodeOfKind(node.unit, node.syntax, 'FuncType')), Body: inField('body') },
  Ident: { Name: (node) => textField(textOf(node)), Path: (node, ctx) => textField(nameOf(node, ctx)?.path ?? '') },
  IndexExpr: { X: indexed, Name: indexedName, Index: (node) => one(indices(node)[0]) },
  IndexListExpr: { X: indexed, Name: indexedName, Indices: (node) => ({ kind: 'nodes', nodes: indices(node) }) },
  KeyValueExpr: { Key: element('key'), Value: element('value') },
  MapType: { Key: inField('key'), Value: inField('value') },
  ParenExpr: { X: child() },
  SelectorExpr: {
    X: (node) => one(at(node, node.syntax.field('operand') ?? node.syntax.field('package'))),
    Sel: (node) => one(at(node, node.syntax.field('field') ?? node.syntax.field('name'))),
    Name: selectorName,
  },
  SliceExpr: {
    X: inField('operand'),
    Low: inField('start'),
    High: inField('end'),
    Max: inField('capacity'),
    Slice3: (node) => flagField(node.syntax.field('capacity') !== undefined),
  },
  StarExpr: { X: child() },
  TypeAssertExpr: { X: inField('operand'), Type: inField('type') },
  UnaryExpr: {
    Op: (node, ctx) => (node.syntax.kind === 'negated_type' ? textField('~') : operator(node, ctx)),
    X: child(),
  },
};

const tables: readonly FieldTable[] = [expressionFields, statementFields, declarationFields];

/** Names that {@link fieldOf} knows for at least one of the kinds, sorted; `Copy`, which expressions have, included. */
export function fieldNames(kinds: readonly GoKind[] | 'any'): string[] {
  const names = tables.flatMap((table) =>
    Object.entries(table).flatMap(([kind, readers]) =>
      kinds === 'any' || kinds.includes(kind as GoKind) ? Object.keys(readers) : [],
    ),
  );
  const folded = kinds === 'any' || kinds.includes('SelectorExpr') ? ['Name', 'Path'] : [];
  const copy = kinds === 'any' || kinds.some(isExpression) ? ['Copy'] : [];
  return [...new Set([...names, ...folded, ...copy])].sort();
}
