import { text } from '../../../aspects/shape.ts';
import type { SyntaxNode } from '../../../lang/syntax/syntax.ts';
import { isDirective, leadingComments } from '../../../lang/tree/comments.ts';
import { parentOf } from '../../../lang/tree/parents.ts';
import { calleeOf } from '../../../lang/tree/syntax-shapes.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { anywhere } from '../../conditions/bounds.ts';
import { anyNode, maybe, nameless, noMembers, noReason, nothing, silent } from '../../nothing.ts';
import type { PointKind } from '../../point-kind.ts';
import { filledText } from '../../read-values.ts';

/**
 * The comment `//name`, perhaps with arguments, stands above the node; or above a statement that hands it on: an assignment
 * to its right side (a definition to its left too), a call to its callee, a send to the sent value, `go`, `defer`, `return`
 * and expression statements to what they hold; a declaration to its specifications.
 */
export interface Directive {
  readonly kind: 'directive';
  readonly name: string;
  readonly span: Span;
}

export const directive: PointKind<Directive> = {
  words: {
    directive: {
      shape: text('the name of a comment'),
      doc: 'The node below a comment `//name`, with arguments or without.',
      example: 'myapp:trace',
      read: (entry) => ({ kind: 'directive', name: filledText(entry), span: entry.span }),
    },
  },
  ...noMembers,
  bounds: anywhere,
  asks: nothing,
  interfaces: nothing,
  implied: nothing,
  texts: ({ name }) => [`//${name}`],
  near: ({ name }) => [`//${name}`],
  reach: maybe,
  nodeKinds: anyNode,
  matches: ({ name }, node) => hasDirective(node, name),
  explain: {
    package: noReason,
    node: (_, node) => {
      const found = leadingComments(node).filter((comment) => /^\/\/\S/.test(comment));
      return found.length === 0 ? 'no such comment stands above it' : `above it stands ${found.join(' ')}`;
    },
    members: nothing,
  },
  lint: silent,
  names: nameless,
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
