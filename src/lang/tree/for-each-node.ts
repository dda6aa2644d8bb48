import type { SyntaxNode } from '../syntax/syntax.ts';

/** Without recursion: chains of operators nest deeper than the stack is. */
export function forEachNode(root: SyntaxNode, visit: (node: SyntaxNode) => void): void {
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    visit(node);
    open.push(...node.children);
  }
}
