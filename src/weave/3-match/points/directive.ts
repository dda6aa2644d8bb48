import type { SyntaxNode } from '../../../lang/syntax/syntax.ts';
import { isDirective, leadingComments } from '../../../lang/tree/comments.ts';
import { parentOf } from '../../../lang/tree/parents.ts';
import { calleeOf } from '../../../lang/tree/syntax-shapes.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import type { PointHandler } from './handler.ts';

/**
 * `directive: name`: the comment `//name`, perhaps with arguments, stands above the node; or above a statement that
 * hands it on: an assignment to its right side (a definition to its left too), a call to its callee, a send to the sent value,
 * `go`, `defer`, `return` and expression statements to what they hold; a declaration to its specifications.
 */
export const directive: PointHandler<'directive'> = {
  kinds: () => 'any',
  matches: (point, node) => hasDirective(node, point.name),
};

function hasDirective(node: GoNode, name: string): boolean {
  if (leadingComments(node).some((comment) => isDirective(comment, name))) return true;
  const parent = parentOf(node);
  return parent !== undefined && handsOn(parent, node) && hasDirective(parent, name);
}

function handsOn(parent: GoNode, child: GoNode): boolean {
  const { syntax } = parent;
  switch (parent.kind) {
    case 'GenDecl':
      return child.kind === 'ImportSpec' || child.kind === 'ValueSpec' || child.kind === 'TypeSpec';
    case 'AssignStmt':
      return syntax.kind === 'short_var_declaration' || isWithin(child.syntax, syntax.field('right'));
    case 'CallExpr':
      return calleeOf(syntax) === child.syntax;
    case 'SendStmt':
      return syntax.field('value') === child.syntax;
    case 'DeferStmt':
    case 'GoStmt':
    case 'ReturnStmt':
    case 'ExprStmt':
      return true;
    default:
      return false;
  }
}

function isWithin(node: SyntaxNode, list: SyntaxNode | undefined): boolean {
  return list !== undefined && node.start >= list.start && node.end <= list.end;
}
