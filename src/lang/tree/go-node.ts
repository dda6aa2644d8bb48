import { readable } from '../syntax/source.ts';
import type { Comment, SyntaxNode } from '../syntax/syntax.ts';
import { type GoKind, kindOf } from './go-kind.ts';
import type { GoNode, Unit } from './unit.ts';

/** The node of go/ast that this syntax node stands for; undefined for what go/ast has no node for. */
export function goNode(unit: Unit, syntax: SyntaxNode): GoNode | undefined {
  const kind = kindOf(syntax, unit.tree);
  return kind === undefined ? undefined : nodeOfKind(unit, syntax, kind);
}

export function nodeOfKind(unit: Unit, syntax: SyntaxNode, kind: GoKind): GoNode {
  let made = unit.nodes.get(syntax);
  if (made === undefined) {
    made = [];
    unit.nodes.set(syntax, made);
  }
  const found = made.find((node) => node.kind === kind);
  if (found !== undefined) return found;
  const node: GoNode = { unit, syntax, kind };
  made.push(node);
  return node;
}

/** The node's text as a person reads it; of placeholders and changes inside nothing is known here. */
export function textOf(node: { unit: Unit; syntax: SyntaxNode }): string {
  return syntaxText(node.unit, node.syntax);
}

export function syntaxText(unit: Unit, syntax: SyntaxNode): string {
  return textBetween(unit, syntax.start, syntax.end);
}

export function textBetween(unit: Unit, start: number, end: number): string {
  return readable(unit.tree.source, start, end);
}

export function commentText(unit: Unit, comment: Comment): string {
  return textBetween(unit, comment.start, comment.end).replace(/\r$/, '');
}

/**
 * What stands in a node's place now: the node that replaced it, the node that a placeholder stands for, or itself.
 */
export function current(node: GoNode): GoNode {
  return moved(node.unit.changes.slots.get(node.syntax) ?? node);
}

/** The node that a placeholder stands for; any other node itself. */
export function moved(node: GoNode): GoNode {
  return node.unit.rendered?.holes.get(node.syntax) ?? node;
}
