import { byteString } from '../2-parse/source.ts';
import type { SyntaxNode, SyntaxTree } from '../2-parse/syntax.ts';
import { selectorParts } from '../3-match/names.ts';
import { isDeclaredLocally } from '../3-match/scope.ts';

/** Whether a file uses an import under this name: in some `name.X` where no local of that name is in the way. */
export function isUsed(tree: SyntaxTree, name: string): boolean {
  const wanted = byteString(Buffer.from(name));
  const { text } = tree.source;
  const visit = (node: SyntaxNode): boolean => {
    if (node.kind === 'selector_expression' || node.kind === 'qualified_type') {
      const { left } = selectorParts(node);
      if (
        (left?.kind === 'identifier' || left?.kind === 'package_identifier') &&
        left.end - left.start === wanted.length &&
        text.startsWith(wanted, left.start) &&
        !isDeclaredLocally(tree, left, name)
      ) {
        return true;
      }
    }
    return node.children.some(visit);
  };
  return visit(tree.root);
}
