import type { SyntaxNode } from '../syntax/syntax.ts';

export function isVariadic(field: SyntaxNode): boolean {
  return field.kind === 'variadic_parameter_declaration';
}

/** The callee of a call, or the type of a conversion. */
export function calleeOf(call: SyntaxNode): SyntaxNode | undefined {
  return call.kind === 'type_conversion_expression' ? call.field('type') : call.field('function');
}

const literals = /_literal$|^(?:func_literal|composite_literal)$/;

/** What is inside parentheses, or in front of what may be type arguments; undefined for anything else. */
export function insideOf(node: SyntaxNode): SyntaxNode | undefined {
  switch (node.kind) {
    case 'parenthesized_expression':
    case 'parenthesized_type':
      return node.children[0];
    case 'generic_type':
    case 'type_instantiation_expression':
      return node.field('type') ?? node.children[0];
    case 'index_expression': {
      const index = node.field('index');
      return index === undefined || literals.test(index.kind) ? undefined : node.field('operand');
    }
    default:
      return undefined;
  }
}

/** The node without parentheses around it. */
export function unparenthesized(node: SyntaxNode): SyntaxNode {
  const inner = node.kind.startsWith('parenthesized_') ? node.children[0] : undefined;
  return inner === undefined ? node : unparenthesized(inner);
}

/** Whether a specification stands at the top level of its file. */
export function isTopLevel(spec: SyntaxNode): boolean {
  const list = spec.parent;
  const declaration = list?.kind.endsWith('_list') ? list.parent : list;
  return declaration?.parent?.kind === 'source_file';
}

/** A call whose callee is an explicit instantiation, `f[T](x)`, as far as the tree keeps the type arguments apart. */
export function hasTypeArguments(call: SyntaxNode): boolean {
  return call.kind === 'call_expression' && call.field('type_arguments') !== undefined;
}

/** Arguments of a call; of `f(xs...)` the expression `xs`. */
export function argumentsOf(call: SyntaxNode): SyntaxNode[] {
  if (call.kind === 'type_conversion_expression') return call.fields('operand');
  return (call.field('arguments')?.children ?? []).map((arg) =>
    arg.kind === 'variadic_argument' ? (arg.children[0] ?? arg) : arg,
  );
}

/** Whether the last argument is followed by `...`. */
export function isSpread(call: SyntaxNode): boolean {
  return call.field('arguments')?.children.at(-1)?.kind === 'variadic_argument';
}

/** The expression or literal inside a literal element. */
export function unwrapElement(node: SyntaxNode): SyntaxNode {
  return node.kind === 'literal_element' ? (node.children[0] ?? node) : node;
}

/** The literal's `{…}` where its elements are. */
export function literalBody(literal: SyntaxNode): SyntaxNode | undefined {
  return literal.kind === 'literal_value' ? literal : literal.field('body');
}

/** Members of a wrapper node that go/ast does not have: the expressions of an expression list, else the node itself. */
export function listed(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  if (node === undefined) return [];
  return node.kind === 'expression_list' || node.kind === 'statement_list' ? node.children : [node];
}
