import type { CodeTemplate } from '../../aspects/ir.ts';
import { readable } from '../syntax/source.ts';
import type { Comment, SyntaxNode, SyntaxTree } from '../syntax/syntax.ts';
import type { Changes } from './changes.ts';
import { type GoKind, kindOf } from './go-kind.ts';

/** A text with its tree: a file of the package, or what one template rendered. */
export interface Unit {
  readonly tree: SyntaxTree;
  /** Undefined for a file of the package. */
  readonly rendered: RenderedText | undefined;
  readonly changes: Changes;
  /** One object per node and kind, so that nodes can be compared and used as keys. */
  readonly nodes: Map<SyntaxNode, GoNode[]>;
}

export interface Segment {
  readonly start: number;
  readonly offset: number;
  readonly literal: boolean;
  /** An action printed it. */
  readonly printed: boolean;
}

/** What a rendered unit knows of its making. */
export interface RenderedText {
  readonly template: CodeTemplate;
  /** Rendered text from `start` on comes from `offset` in the template's source; `literal` text runs on in step with it. */
  readonly segments: readonly Segment[];
  /** Placeholder → the node that the template printed there. */
  readonly holes: Map<SyntaxNode, GoNode>;
  /** Those placeholders that stand for a copy: the node itself stays where it is. */
  readonly copies: ReadonlySet<SyntaxNode>;
  /** Where the unit hangs: ancestors of its root are the ancestors of this node, itself included. */
  readonly host: GoNode | undefined;
}

/**
 * A node as Go's own tools see it: tree-sitter's node and the kind that go/ast gives it. A few nodes of go/ast have no
 * node of their own in tree-sitter's tree (a declaration statement and its declaration, the field list of a single
 * result); they share one syntax node and differ in kind.
 */
export interface GoNode {
  readonly unit: Unit;
  readonly syntax: SyntaxNode;
  readonly kind: GoKind;
}

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

const wide = /[\u0100-\uffff]/;

export function textBetween(unit: Unit, start: number, end: number): string {
  const { source } = unit.tree;
  const text = source.text.slice(start, end);
  return wide.test(text) ? readable(source, start, end) : text;
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
