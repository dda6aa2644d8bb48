import type { NodeKind, SyntaxNode, SyntaxTree } from '../syntax/syntax.ts';

/** The node types of go/ast, as `.AST` of a template names them. */
export type GoKind =
  | 'ArrayType'
  | 'AssignStmt'
  | 'BasicLit'
  | 'BinaryExpr'
  | 'BlockStmt'
  | 'BranchStmt'
  | 'CallExpr'
  | 'CaseClause'
  | 'ChanType'
  | 'CommClause'
  | 'CompositeLit'
  | 'DeclStmt'
  | 'DeferStmt'
  | 'Ellipsis'
  | 'EmptyStmt'
  | 'ExprStmt'
  | 'Field'
  | 'FieldList'
  | 'File'
  | 'ForStmt'
  | 'FuncDecl'
  | 'FuncLit'
  | 'FuncType'
  | 'GenDecl'
  | 'GoStmt'
  | 'Ident'
  | 'IfStmt'
  | 'ImportSpec'
  | 'IncDecStmt'
  | 'IndexExpr'
  | 'IndexListExpr'
  | 'InterfaceType'
  | 'KeyValueExpr'
  | 'LabeledStmt'
  | 'MapType'
  | 'ParenExpr'
  | 'RangeStmt'
  | 'ReturnStmt'
  | 'SelectStmt'
  | 'SelectorExpr'
  | 'SendStmt'
  | 'SliceExpr'
  | 'StarExpr'
  | 'StructType'
  | 'SwitchStmt'
  | 'TypeAssertExpr'
  | 'TypeSpec'
  | 'TypeSwitchStmt'
  | 'UnaryExpr'
  | 'ValueSpec';

/** Node kinds at which a join point can match, or `any`: the kind of the node plays no part in the answer. */
export type Kinds = readonly GoKind[] | 'any';

type Decide = (node: SyntaxNode, tree: SyntaxTree) => GoKind | undefined;

/** Kinds of tree-sitter-go that have no node in go/ast are missing: lists, clauses and the like. */
const kinds: Partial<Record<NodeKind, GoKind | Decide>> = {
  array_type: 'ArrayType',
  assignment_statement: 'AssignStmt',
  binary_expression: 'BinaryExpr',
  blank_identifier: 'Ident',
  block: 'BlockStmt',
  break_statement: 'BranchStmt',
  call_expression: 'CallExpr',
  channel_type: 'ChanType',
  communication_case: 'CommClause',
  composite_literal: 'CompositeLit',
  const_declaration: declaration,
  const_spec: 'ValueSpec',
  continue_statement: 'BranchStmt',
  dec_statement: 'IncDecStmt',
  default_case: (node) => (node.parent?.kind === 'select_statement' ? 'CommClause' : 'CaseClause'),
  defer_statement: 'DeferStmt',
  dot: 'Ident',
  empty_statement: 'EmptyStmt',
  expression_case: 'CaseClause',
  expression_statement: 'ExprStmt',
  expression_switch_statement: 'SwitchStmt',
  fallthrough_statement: 'BranchStmt',
  false: 'Ident',
  field_declaration: 'Field',
  field_declaration_list: 'FieldList',
  field_identifier: 'Ident',
  float_literal: 'BasicLit',
  for_statement: (node) => (node.children.some((c) => c.kind === 'range_clause') ? 'RangeStmt' : 'ForStmt'),
  func_literal: 'FuncLit',
  function_declaration: 'FuncDecl',
  function_type: 'FuncType',
  generic_type: instantiation,
  go_statement: 'GoStmt',
  goto_statement: 'BranchStmt',
  identifier: 'Ident',
  if_statement: 'IfStmt',
  imaginary_literal: 'BasicLit',
  implicit_length_array_type: 'ArrayType',
  import_declaration: 'GenDecl',
  import_spec: 'ImportSpec',
  inc_statement: 'IncDecStmt',
  index_expression: 'IndexExpr',
  int_literal: 'BasicLit',
  interface_type: 'InterfaceType',
  interpreted_string_literal: 'BasicLit',
  iota: 'Ident',
  keyed_element: 'KeyValueExpr',
  label_name: 'Ident',
  labeled_statement: 'LabeledStmt',
  literal_value: (node) => (node.parent?.kind === 'literal_element' ? 'CompositeLit' : undefined),
  map_type: 'MapType',
  method_declaration: 'FuncDecl',
  method_elem: 'Field',
  negated_type: 'UnaryExpr',
  nil: 'Ident',
  package_identifier: 'Ident',
  parameter_declaration: 'Field',
  parameter_list: 'FieldList',
  parenthesized_expression: 'ParenExpr',
  parenthesized_type: 'ParenExpr',
  pointer_type: 'StarExpr',
  qualified_type: 'SelectorExpr',
  raw_string_literal: 'BasicLit',
  receive_statement: (node) => (node.field('left') === undefined ? 'ExprStmt' : 'AssignStmt'),
  return_statement: 'ReturnStmt',
  rune_literal: 'BasicLit',
  select_statement: 'SelectStmt',
  selector_expression: 'SelectorExpr',
  send_statement: 'SendStmt',
  short_var_declaration: 'AssignStmt',
  slice_expression: 'SliceExpr',
  slice_type: 'ArrayType',
  source_file: 'File',
  struct_type: 'StructType',
  true: 'Ident',
  type_alias: 'TypeSpec',
  type_assertion_expression: 'TypeAssertExpr',
  type_case: 'CaseClause',
  type_conversion_expression: 'CallExpr',
  type_declaration: declaration,
  type_elem: (node) => (node.parent?.kind === 'interface_type' ? 'Field' : undefined),
  type_identifier: 'Ident',
  type_instantiation_expression: instantiation,
  type_parameter_declaration: 'Field',
  type_parameter_list: 'FieldList',
  type_spec: 'TypeSpec',
  type_switch_statement: 'TypeSwitchStmt',
  unary_expression: (node, tree) => (tree.source.text[node.start] === '*' ? 'StarExpr' : 'UnaryExpr'),
  var_declaration: declaration,
  var_spec: 'ValueSpec',
  variadic_parameter_declaration: 'Field',
};

/**
 * The kind go/ast gives a node; undefined where go/ast has no node of its own. A declaration inside a function answers
 * `DeclStmt` (its `GenDecl` shares the syntax node). `pkg.Name` answers `SelectorExpr` here: whether it is one folded
 * identifier depends on imports and scopes.
 */
export function kindOf(node: SyntaxNode, tree: SyntaxTree): GoKind | undefined {
  const kind = kinds[node.kind];
  return typeof kind === 'function' ? kind(node, tree) : kind;
}

function declaration(node: SyntaxNode): GoKind {
  return node.parent?.kind === 'source_file' ? 'GenDecl' : 'DeclStmt';
}

function instantiation(node: SyntaxNode): GoKind {
  const args = node.field('type_arguments')?.children ?? node.children.slice(1);
  return args.length > 1 ? 'IndexListExpr' : 'IndexExpr';
}

const expressions: ReadonlySet<GoKind> = new Set<GoKind>([
  'ArrayType',
  'BasicLit',
  'BinaryExpr',
  'CallExpr',
  'ChanType',
  'CompositeLit',
  'Ellipsis',
  'FuncLit',
  'FuncType',
  'Ident',
  'IndexExpr',
  'IndexListExpr',
  'InterfaceType',
  'KeyValueExpr',
  'MapType',
  'ParenExpr',
  'SelectorExpr',
  'SliceExpr',
  'StarExpr',
  'StructType',
  'TypeAssertExpr',
  'UnaryExpr',
]);

/** Types are expressions too, as in go/ast. */
export function isExpression(kind: GoKind): boolean {
  return expressions.has(kind);
}

export function isFunction(kind: GoKind): boolean {
  return kind === 'FuncDecl' || kind === 'FuncLit';
}
