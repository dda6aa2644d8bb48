import type { SyntaxNode } from '../syntax/syntax.ts';
import { isFunction, kindOf } from './go-kind.ts';
import { nodeOfKind } from './go-node.ts';
import type { GoNode } from './unit.ts';

/**
 * The node above in go/ast's tree. Above the root of a rendered text comes the node that it was rendered for.
 */
export function parentOf(node: GoNode): GoNode | undefined {
  const { unit, syntax } = node;
  if (node.kind === 'GenDecl' && kindOf(syntax, unit.tree) === 'DeclStmt') return nodeOfKind(unit, syntax, 'DeclStmt');
  for (let up = syntax.parent; up !== undefined; up = up.parent) {
    if (unit.rendered !== undefined && isWrapping(up)) return unit.rendered.host;
    const kind = kindOf(up, unit.tree);
    // Coming from below, a declaration statement is first met as its declaration.
    if (kind !== undefined) return nodeOfKind(unit, up, kind === 'DeclStmt' ? 'GenDecl' : kind);
  }
  return undefined;
}

/** What a template's output was put into so that it could be parsed: a file, in it perhaps a function named `_`. */
function isWrapping(syntax: SyntaxNode): boolean {
  if (syntax.kind === 'source_file') return true;
  return syntax.parent?.parent?.kind === 'source_file' && syntax.kind === 'block' && isWrapper(syntax.parent);
}

function isWrapper(fn: SyntaxNode): boolean {
  const name = fn.field('name');
  return (
    fn.kind === 'function_declaration' &&
    name !== undefined &&
    name.end - name.start === 1 &&
    fn.field('parameters')?.children.length === 0
  );
}

/** The nearest function around a node, itself included. */
export function enclosingFunction(node: GoNode): GoNode | undefined {
  for (let up: GoNode | undefined = node; up !== undefined; up = parentOf(up)) if (isFunction(up.kind)) return up;
  return undefined;
}
