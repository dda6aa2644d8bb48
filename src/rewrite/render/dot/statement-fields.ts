import { isDefinition } from '../../../lang/names/scope.ts';
import type { SyntaxNode } from '../../../lang/syntax/syntax.ts';
import { nodeOfKind, syntaxText } from '../../../lang/tree/go-node.ts';
import { listed } from '../../../lang/tree/syntax-shapes.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import {
  allFields,
  at,
  child,
  type DotValue,
  type FieldReader,
  type FieldTable,
  inField,
  listIn,
  one,
  textField,
} from './field-readers.ts';

const list = (nodes: readonly GoNode[]): DotValue => ({ kind: 'nodes', nodes });

/** Statements of a block or clause. */
const statements: FieldReader = (node) => {
  const inside = node.syntax.children.find((c) => c.kind === 'statement_list');
  return list(allFields(node, inside?.children ?? []));
};

function assignToken(node: GoNode): DotValue {
  if (node.syntax.kind === 'short_var_declaration') return textField(':=');
  const left = node.syntax.field('left');
  if (node.syntax.kind === 'receive_statement') {
    return textField(left !== undefined && isDefinition(node.unit.tree, left) ? ':=' : '=');
  }
  const operator = node.syntax.field('operator');
  return textField(operator === undefined ? '=' : syntaxText(node.unit, operator));
}

function branchToken(node: GoNode): DotValue {
  return textField(node.syntax.kind.replace('_statement', ''));
}

function clause(node: GoNode, kind: 'for_clause' | 'range_clause'): SyntaxNode | undefined {
  return node.syntax.children.find((c) => c.kind === kind);
}

/** The condition of `for cond {}` stands without a clause around it. */
function loopCondition(node: GoNode): DotValue {
  const written = clause(node, 'for_clause');
  if (written !== undefined) return one(at(node, written.field('condition')));
  return one(
    at(
      node,
      node.syntax.children.find((c) => c.fieldName !== 'body'),
    ),
  );
}

function rangeVariable(index: number): FieldReader {
  return (node) => one(at(node, listed(clause(node, 'range_clause')?.field('left'))[index]));
}

function rangeToken(node: GoNode): DotValue {
  const left = clause(node, 'range_clause')?.field('left');
  if (left === undefined) return textField('ILLEGAL');
  return textField(isDefinition(node.unit.tree, left) ? ':=' : '=');
}

/** The braces of a switch have no node in the grammar, so its body shares the node of the switch. */
const switchBody: FieldReader = (node) => one(nodeOfKind(node.unit, node.syntax, 'BlockStmt'));

const blockMembers: FieldReader = (node, ctx) => {
  if (node.syntax.kind === 'block') return statements(node, ctx);
  return list(
    allFields(
      node,
      node.syntax.children.filter((c) => c.kind.endsWith('_case')),
    ),
  );
};

const caseValues: FieldReader = (node) =>
  list(
    allFields(node, node.syntax.kind === 'type_case' ? node.syntax.fields('type') : listed(node.syntax.field('value'))),
  );

export const statementFields: FieldTable = {
  AssignStmt: { Lhs: listIn('left'), Tok: assignToken, Rhs: listIn('right') },
  BlockStmt: { List: blockMembers },
  BranchStmt: { Tok: branchToken, Label: child() },
  CaseClause: { List: caseValues, Body: statements },
  CommClause: { Comm: inField('communication'), Body: statements },
  DeclStmt: { Decl: (node) => one(nodeOfKind(node.unit, node.syntax, 'GenDecl')) },
  DeferStmt: { Call: child() },
  ExprStmt: { X: child() },
  ForStmt: {
    Init: (node) => one(at(node, clause(node, 'for_clause')?.field('initializer'))),
    Cond: loopCondition,
    Post: (node) => one(at(node, clause(node, 'for_clause')?.field('update'))),
    Body: inField('body'),
  },
  GoStmt: { Call: child() },
  IfStmt: {
    Init: inField('initializer'),
    Cond: inField('condition'),
    Body: inField('consequence'),
    Else: inField('alternative'),
  },
  IncDecStmt: {
    X: child(),
    Tok: (node) => textField(node.syntax.kind === 'inc_statement' ? '++' : '--'),
  },
  LabeledStmt: { Label: inField('label'), Stmt: child(1) },
  RangeStmt: {
    Key: rangeVariable(0),
    Value: rangeVariable(1),
    Tok: rangeToken,
    X: (node) => one(at(node, clause(node, 'range_clause')?.field('right'))),
    Body: inField('body'),
  },
  ReturnStmt: { Results: (node) => list(allFields(node, listed(node.syntax.children[0]))) },
  SelectStmt: { Body: switchBody },
  SendStmt: { Chan: inField('channel'), Value: inField('value') },
  SwitchStmt: { Init: inField('initializer'), Tag: inField('value'), Body: switchBody },
  TypeSwitchStmt: { Init: inField('initializer'), Body: switchBody },
};
