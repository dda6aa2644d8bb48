import type { SyntaxNode } from '../syntax/syntax.ts';
import { isFunction } from './go-kind.ts';
import { goNode, syntaxText } from './go-node.ts';
import { signatureOf } from './signature.ts';
import type { GoNode } from './unit.ts';

/** The declared name; empty for a literal. */
export function functionName(fn: GoNode): string {
  const name = fn.kind === 'FuncDecl' ? fn.syntax.field('name') : undefined;
  return name === undefined ? '' : syntaxText(fn.unit, name);
}

/** `T` or `*T`, without parentheses and type arguments; empty where there is no receiver. */
export function receiverText(fn: GoNode): string {
  let type: SyntaxNode | undefined = signatureOf(fn).receiver?.fields[0]?.type;
  let pointer = '';
  while (type !== undefined) {
    if (type.kind === 'generic_type') {
      type = type.field('type');
    } else if (type.kind === 'pointer_type' || type.kind === 'parenthesized_type') {
      if (type.kind === 'pointer_type') pointer = '*';
      type = type.children[0];
    } else {
      return pointer + syntaxText(fn.unit, type);
    }
  }
  return '';
}

/** The function whose body the block is. */
export function functionOfBody(node: GoNode): GoNode | undefined {
  const { parent } = node.syntax;
  if (node.kind !== 'BlockStmt' || parent === undefined || node.syntax.fieldName !== 'body') return undefined;
  const fn = goNode(node.unit, parent);
  return fn !== undefined && isFunction(fn.kind) ? fn : undefined;
}
