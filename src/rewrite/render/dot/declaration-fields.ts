import { specsOf } from '../../../lang/names/scope.ts';
import { nodeOfKind } from '../../../lang/tree/go-node.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import { allFields, at, type DotValue, type FieldTable, flagField, inField, one, textField } from './field-readers.ts';

function keyword(node: GoNode): DotValue {
  return textField(node.syntax.kind.replace('_declaration', ''));
}

/** Identifiers that the grammar keeps under one field name, `a, b int`. */
function names(node: GoNode): DotValue {
  return { kind: 'nodes', nodes: allFields(node, node.syntax.fields('name')) };
}

function values(node: GoNode): DotValue {
  const changed = node.unit.changes.values.get(node.syntax);
  return { kind: 'nodes', nodes: changed ?? allFields(node, node.syntax.field('value')?.children ?? []) };
}

/** A function's type has no node of its own in the grammar. */
function typeOfFunction(node: GoNode): DotValue {
  return one(nodeOfKind(node.unit, node.syntax, 'FuncType'));
}

function results(node: GoNode): DotValue {
  const result = node.syntax.field('result');
  return one(result === undefined ? undefined : nodeOfKind(node.unit, result, 'FieldList'));
}

/** Members of a parameter list, a field list or, for a single result, the result itself. */
function listMembers(node: GoNode): DotValue {
  const { syntax } = node;
  const isList = syntax.kind.endsWith('_list') || syntax.kind === 'interface_type';
  const members = isList ? syntax.children : [syntax];
  return { kind: 'nodes', nodes: members.map((member) => nodeOfKind(node.unit, member, 'Field')) };
}

function fieldType(node: GoNode): DotValue {
  const { syntax } = node;
  if (syntax.kind === 'method_elem') return one(nodeOfKind(node.unit, syntax, 'FuncType'));
  // A single result without parentheses is itself the field that holds it.
  return one(at(node, syntax.kind.endsWith('_declaration') ? syntax.field('type') : syntax));
}

export const declarationFields: FieldTable = {
  Field: {
    Names: names,
    Type: fieldType,
    Tag: inField('tag'),
  },
  FieldList: { List: listMembers },
  File: {
    Name: (node) => one(at(node, node.syntax.children.find((c) => c.kind === 'package_clause')?.children[0])),
    Decls: (node) => ({
      kind: 'nodes',
      nodes: allFields(
        node,
        node.syntax.children.filter((c) => c.kind !== 'package_clause'),
      ),
    }),
    Imports: (node) => ({
      kind: 'nodes',
      nodes: allFields(node, node.syntax.children.filter((c) => c.kind === 'import_declaration').flatMap(specsOf)),
    }),
  },
  FuncDecl: { Recv: inField('receiver'), Name: inField('name'), Type: typeOfFunction, Body: inField('body') },
  FuncType: { TypeParams: inField('type_parameters'), Params: inField('parameters'), Results: results },
  GenDecl: { Tok: keyword, Specs: (node) => ({ kind: 'nodes', nodes: allFields(node, specsOf(node.syntax)) }) },
  ImportSpec: {
    Name: inField('name'),
    Path: inField('path'),
  },
  InterfaceType: { Methods: (node) => one(nodeOfKind(node.unit, node.syntax, 'FieldList')) },
  StructType: { Fields: (node) => one(at(node, node.syntax.children[0])) },
  TypeSpec: {
    Name: inField('name'),
    TypeParams: inField('type_parameters'),
    Assign: (node) => flagField(node.syntax.kind === 'type_alias'),
    Type: inField('type'),
  },
  ValueSpec: { Names: names, Type: inField('type'), Values: values },
};
