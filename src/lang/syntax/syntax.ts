/**
 * The syntax tree the rest of weaving works on: plain JavaScript objects, converted once from tree-sitter's tree, so that
 * nothing outside `grammar.ts` owns WebAssembly memory. Kinds and fields are those of tree-sitter-go 0.25.
 *
 * Differences from tree-sitter's own tree:
 * - `children` holds named nodes only; comments are in {@link SyntaxTree.comments}; the contents of string literals are left out;
 * - the operator of `binary_expression`, `unary_expression` and `assignment_statement` is a child with the field `operator`,
 *   whose kind is `operator`;
 * - syntax newer than the grammar appears as if the grammar knew it: `new(expr)` is a `call_expression`, and a generic
 *   method is a `method_declaration` with the field `type_parameters`.
 */
import type { SourceFile } from './source.ts';

export interface SyntaxNode {
  readonly kind: NodeKind;
  /** Byte offsets, half-open. */
  readonly start: number;
  readonly end: number;
  /** Undefined at the root only. */
  readonly parent: SyntaxNode | undefined;
  /** Field under which the parent holds this node. */
  readonly fieldName: FieldName | undefined;
  /**
   * Of a body that is unread, this reads it.
   *
   * @throws UnreadableBody only in a tree from `Grammar.outline`
   */
  readonly children: readonly SyntaxNode[];
  /** The body of a function that has not been parsed yet: its text is known, its children are not. */
  readonly isUnread: boolean;
  /** The first child in that field. */
  field(name: FieldName): SyntaxNode | undefined;
  /** All children in that field, e.g. the several `name`s of a `parameter_declaration`. */
  fields(name: FieldName): SyntaxNode[];
}

export interface Comment {
  readonly start: number;
  /** Of a line comment: the offset of its newline (or the end of file); a `\r` before it is part of the comment. */
  readonly end: number;
}

export interface SyntaxTree {
  readonly source: SourceFile;
  /** Of kind `source_file`. */
  readonly root: SyntaxNode;
  /** All comments of the file in order, wherever they stand. */
  readonly comments: readonly Comment[];
  /** Text is left that the grammar cannot read: nodes near it may be missing or misplaced, so nothing may be woven by guess. */
  readonly hasErrors: boolean;
  /** Offset of the first ERROR or MISSING node; undefined where there is none. */
  readonly firstError: number | undefined;
}

export type NodeKind =
  | 'ERROR'
  | 'operator'
  | 'argument_list'
  | 'array_type'
  | 'assignment_statement'
  | 'binary_expression'
  | 'blank_identifier'
  | 'block'
  | 'break_statement'
  | 'call_expression'
  | 'channel_type'
  | 'communication_case'
  | 'composite_literal'
  | 'const_declaration'
  | 'const_spec'
  | 'continue_statement'
  | 'dec_statement'
  | 'default_case'
  | 'defer_statement'
  | 'dot'
  | 'empty_statement'
  | 'expression_case'
  | 'expression_list'
  | 'expression_statement'
  | 'expression_switch_statement'
  | 'fallthrough_statement'
  | 'false'
  | 'field_declaration'
  | 'field_declaration_list'
  | 'field_identifier'
  | 'float_literal'
  | 'for_clause'
  | 'for_statement'
  | 'func_literal'
  | 'function_declaration'
  | 'function_type'
  | 'generic_type'
  | 'go_statement'
  | 'goto_statement'
  | 'identifier'
  | 'if_statement'
  | 'imaginary_literal'
  | 'implicit_length_array_type'
  | 'import_declaration'
  | 'import_spec'
  | 'import_spec_list'
  | 'inc_statement'
  | 'index_expression'
  | 'int_literal'
  | 'interface_type'
  | 'interpreted_string_literal'
  | 'iota'
  | 'keyed_element'
  | 'label_name'
  | 'labeled_statement'
  | 'literal_element'
  | 'literal_value'
  | 'map_type'
  | 'method_declaration'
  | 'method_elem'
  | 'negated_type'
  | 'nil'
  | 'package_clause'
  | 'package_identifier'
  | 'parameter_declaration'
  | 'parameter_list'
  | 'parenthesized_expression'
  | 'parenthesized_type'
  | 'pointer_type'
  | 'qualified_type'
  | 'range_clause'
  | 'raw_string_literal'
  | 'receive_statement'
  | 'return_statement'
  | 'rune_literal'
  | 'select_statement'
  | 'selector_expression'
  | 'send_statement'
  | 'short_var_declaration'
  | 'slice_expression'
  | 'slice_type'
  | 'source_file'
  | 'statement_list'
  | 'struct_type'
  | 'true'
  | 'type_alias'
  | 'type_arguments'
  | 'type_assertion_expression'
  | 'type_case'
  | 'type_constraint'
  | 'type_conversion_expression'
  | 'type_declaration'
  | 'type_elem'
  | 'type_identifier'
  | 'type_instantiation_expression'
  | 'type_parameter_declaration'
  | 'type_parameter_list'
  | 'type_spec'
  | 'type_switch_statement'
  | 'unary_expression'
  | 'var_declaration'
  | 'var_spec'
  | 'var_spec_list'
  | 'variadic_argument'
  | 'variadic_parameter_declaration';

export type FieldName =
  | 'alias'
  | 'alternative'
  | 'arguments'
  | 'body'
  | 'capacity'
  | 'channel'
  | 'communication'
  | 'condition'
  | 'consequence'
  | 'element'
  | 'end'
  | 'field'
  | 'function'
  | 'index'
  | 'initializer'
  | 'key'
  | 'label'
  | 'left'
  | 'length'
  | 'name'
  | 'operand'
  | 'operator'
  | 'package'
  | 'parameters'
  | 'path'
  | 'receiver'
  | 'result'
  | 'right'
  | 'start'
  | 'tag'
  | 'type'
  | 'type_arguments'
  | 'type_parameters'
  | 'update'
  | 'value';
