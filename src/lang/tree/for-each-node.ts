import type { SyntaxNode } from '../syntax/syntax.ts';

/** Without recursion: chains of operators nest deeper than the stack is. */
export function forEachNode(root: SyntaxNode, visit: (node: SyntaxNode) => void): void {
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    visit(node);
    for (const child of node.children) open.push(child);
  }
}

/** Whether a node for which `holds` is there; looks no further then. */
export function someNode(root: SyntaxNode, holds: (node: SyntaxNode) => boolean): boolean {
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (holds(node)) return true;
    for (const child of node.children) open.push(child);
  }
  return false;
}
