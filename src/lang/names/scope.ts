import { byteString } from '../syntax/source.ts';
import type { SyntaxNode, SyntaxTree } from '../syntax/syntax.ts';

/**
 * Whether a function, block, clause or type parameter list around `at` declares `name` so that it is visible there
 * (Go specification, "Declarations and scope"). Package level and imports are not looked at: the language forbids a
 * package-level name that is also the name of an import of the same file.
 */
export function isDeclaredLocally(tree: SyntaxTree, at: SyntaxNode, name: string): boolean {
  const lookup: Lookup = { tree, name: byteString(Buffer.from(name)) };
  let child = at;
  for (let scope = at.parent; scope !== undefined; scope = scope.parent) {
    if (declaresFor(lookup, scope, child)) return true;
    child = scope;
  }
  return false;
}

/** Names that the file declares at package level: functions, variables, constants, types; not methods. */
export function topLevelNames(tree: SyntaxTree): string[] {
  const names: SyntaxNode[] = [];
  for (const declaration of tree.root.children) {
    if (declaration.kind === 'function_declaration') names.push(...declaration.fields('name'));
    else if (declaration.kind !== 'import_declaration')
      for (const spec of specsOf(declaration)) names.push(...spec.fields('name'));
  }
  return names.map((node) => tree.source.bytes.toString('utf8', node.start, node.end));
}

interface Lookup {
  readonly tree: SyntaxTree;
  readonly name: string;
}

/** Whether `scope` declares the name for its part `child`. */
function declaresFor(lookup: Lookup, scope: SyntaxNode, child: SyntaxNode): boolean {
  switch (scope.kind) {
    case 'statement_list':
      return scope.children.some((statement) => statement.start < child.start && declares(lookup, statement));
    case 'var_spec_list':
    case 'var_declaration':
    case 'const_declaration':
      return scope.parent?.kind !== 'source_file' && earlierSpec(lookup, scope, child);
    case 'type_declaration':
      return scope.parent?.kind !== 'source_file' && (named(lookup, child) || earlierSpec(lookup, scope, child));
    case 'type_spec':
    case 'type_alias':
      return listDeclares(lookup, scope.field('type_parameters'));
    case 'if_statement':
    case 'expression_switch_statement':
    case 'for_clause':
      return initializerDeclares(lookup, scope, child);
    case 'type_switch_statement':
      return initializerDeclares(lookup, scope, child) || (isCase(child) && listNames(lookup, scope.field('alias')));
    case 'for_statement':
      return child.fieldName === 'body' && scope.children.some((clause) => clauseDeclares(lookup, clause));
    case 'communication_case':
      return child.kind === 'statement_list' && clauseDeclares(lookup, scope.field('communication'));
    case 'func_literal':
    case 'function_declaration':
    case 'method_declaration':
      return functionDeclares(lookup, scope, child);
    default:
      return false;
  }
}

function functionDeclares(lookup: Lookup, fn: SyntaxNode, child: SyntaxNode): boolean {
  if (child.fieldName !== 'name' && listDeclares(lookup, fn.field('type_parameters'))) return true;
  const receiver = fn.field('receiver');
  if (receiver !== undefined && receiverTypeParameters(receiver).some((node) => matches(lookup, node))) return true;
  if (child.fieldName !== 'body') return false;
  return [receiver, fn.field('parameters'), fn.field('result')].some((list) => listDeclares(lookup, list));
}

/** `func (r *T[K, V]) m()` declares K and V. */
function receiverTypeParameters(receiver: SyntaxNode): SyntaxNode[] {
  const generic: SyntaxNode[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.kind === 'type_arguments') generic.push(...leaves(node));
    else node.children.forEach(visit);
  };
  visit(receiver);
  return generic;
}

function leaves(node: SyntaxNode): SyntaxNode[] {
  return node.children.length === 0 ? [node] : node.children.flatMap(leaves);
}

function initializerDeclares(lookup: Lookup, scope: SyntaxNode, child: SyntaxNode): boolean {
  const initializer = scope.field('initializer');
  return initializer !== undefined && initializer !== child && declares(lookup, initializer);
}

function isCase(node: SyntaxNode): boolean {
  return node.kind === 'type_case' || node.kind === 'default_case';
}

/** What a `for` clause, a range clause or the communication of a `select` case declares. */
function clauseDeclares(lookup: Lookup, clause: SyntaxNode | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.kind === 'for_clause') {
    const initializer = clause.field('initializer');
    return initializer !== undefined && declares(lookup, initializer);
  }
  if (clause.kind !== 'range_clause' && clause.kind !== 'receive_statement') return false;
  const left = clause.field('left');
  return left !== undefined && isDefinition(lookup.tree, left) && listNames(lookup, left);
}

/** Whether the list on the left is followed by `:=`. */
export function isDefinition(tree: SyntaxTree, left: SyntaxNode): boolean {
  return /^(?:\s|\/\*[\s\S]*?\*\/)*:=/.test(tree.source.text.slice(left.end, left.end + 200));
}

function declares(lookup: Lookup, statement: SyntaxNode): boolean {
  switch (statement.kind) {
    case 'short_var_declaration':
      return listNames(lookup, statement.field('left'));
    case 'var_declaration':
    case 'const_declaration':
    case 'type_declaration':
      return specsOf(statement).some((spec) => named(lookup, spec));
    case 'labeled_statement':
      return statement.children.some((inner) => declares(lookup, inner));
    default:
      return false;
  }
}

function earlierSpec(lookup: Lookup, declaration: SyntaxNode, child: SyntaxNode): boolean {
  return declaration.children.some((spec) => spec.start < child.start && named(lookup, spec));
}

/** The specifications of a declaration, grouped or not. */
export function specsOf(declaration: SyntaxNode): readonly SyntaxNode[] {
  if (!/^(?:var|const|type|import)_declaration$/.test(declaration.kind)) return [];
  return declaration.children.flatMap((child) => (child.kind.endsWith('_list') ? child.children : [child]));
}

function listDeclares(lookup: Lookup, list: SyntaxNode | undefined): boolean {
  return list?.children.some((declaration) => named(lookup, declaration)) ?? false;
}

function listNames(lookup: Lookup, list: SyntaxNode | undefined): boolean {
  return list?.children.some((node) => isIdentifier(node) && matches(lookup, node)) ?? false;
}

/** The grammar has kinds of their own for some predeclared names, though programs may declare these as well. */
export function isIdentifier({ kind }: SyntaxNode): boolean {
  return kind === 'identifier' || kind === 'nil' || kind === 'true' || kind === 'false' || kind === 'iota';
}

function named(lookup: Lookup, declaration: SyntaxNode): boolean {
  return declaration.fields('name').some((node) => matches(lookup, node));
}

function matches({ tree, name }: Lookup, node: SyntaxNode): boolean {
  return node.end - node.start === name.length && tree.source.text.startsWith(name, node.start);
}
