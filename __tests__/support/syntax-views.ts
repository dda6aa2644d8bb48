/**
 * Views that classify nodes as go/parser does. Where tree-sitter-go decides by guess what only types can tell, go/parser
 * does not decide, and neither do these:
 *
 * | Go | go/parser | tree-sitter-go |
 * |---|---|---|
 * | `f(x)`, `T(x)`, `p.T(x)` | CallExpr | `call_expression` |
 * | `[]byte(x)`, `map[K]V(x)`, `chan int(x)`, `struct{}(x)`, `f[[]T](x)` | CallExpr | `type_conversion_expression` |
 * | `f[T](x)` | CallExpr of IndexExpr | `call_expression` with `type_arguments`, or with an `index_expression` as function |
 * | `new(T)`, `make(T, n)` | CallExpr | `call_expression`; a type as argument |
 * | `p.T` as a type, `p.F` as a value | SelectorExpr | `qualified_type`, `selector_expression` |
 * | `T{…}` | CompositeLit | `composite_literal` |
 * | `{…}` inside of it, type left out | CompositeLit | `literal_value` under `literal_element` |
 */
import type { SyntaxNode, SyntaxTree } from '../../src/lang/syntax/syntax.ts';

/** A call or conversion. */
export interface Call {
  readonly node: SyntaxNode;
  /** What stands before the parenthesis, without the type arguments below: an expression or a type. */
  readonly callee: SyntaxNode;
  readonly typeArguments: readonly SyntaxNode[];
  /** Offset of the opening parenthesis; the closing one is the last byte of the node. */
  readonly open: number;
  /** Expressions, or types; of `f(xs...)` the last one is a `variadic_argument`. */
  readonly arguments: readonly SyntaxNode[];
}

/** What go/parser calls a CallExpr; undefined for any other node. */
export function callOf(tree: SyntaxTree, node: SyntaxNode): Call | undefined {
  if (node.kind === 'call_expression') {
    const callee = node.field('function');
    const list = node.field('arguments');
    if (callee === undefined || list === undefined) return undefined;
    const typeArguments = node.field('type_arguments')?.children ?? [];
    return { node, callee, typeArguments, open: list.start, arguments: list.children };
  }
  if (node.kind === 'type_conversion_expression') {
    const callee = node.field('type');
    const operand = node.field('operand');
    if (callee === undefined || operand === undefined) return undefined;
    const open = skipBlanks(tree, callee.end);
    return { node, callee, typeArguments: [], open, arguments: [operand] };
  }
  return undefined;
}

/** Offset of the first byte at or after `offset` that is neither blank nor comment. */
export function skipBlanks(tree: SyntaxTree, offset: number): number {
  const { text } = tree.source;
  let at = offset;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++;
    if (text[at] !== '/') return at;
    const comment = commentAt(tree, at);
    if (comment === undefined) return at;
    at = comment.end;
  }
}

function commentAt(tree: SyntaxTree, offset: number) {
  let low = 0;
  let high = tree.comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tree.comments[middle] as { start: number }).start < offset) low = middle + 1;
    else high = middle;
  }
  const found = tree.comments[low];
  return found?.start === offset ? found : undefined;
}
