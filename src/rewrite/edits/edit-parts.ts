import type { SyntaxNode } from '../../lang/syntax/syntax.ts';
import { isExpression } from '../../lang/tree/go-kind.ts';
import { moved } from '../../lang/tree/go-node.ts';
import { spanOf } from '../../lang/tree/span.ts';
import type { GoNode, Unit } from '../../lang/tree/unit.ts';
import type { Span } from '../../report/diagnostic.ts';
import { extentOf } from './extent.ts';
import { needsParentheses } from './parentheses.ts';

/** A change of one unit's text, before it is known how the units fit together. */
export interface LocalEdit {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly Part[];
}

export type Part =
  | { readonly kind: 'text'; readonly text: string; readonly origin?: Span | undefined }
  | { readonly kind: 'range'; readonly unit: Unit; readonly start: number; readonly end: number }
  /** An expression out of a template, with the comments that stand around it there. */
  | { readonly kind: 'comments'; readonly unit: Unit; readonly start: number; readonly end: number };

export const textPart = (value: string, origin?: Span): Part => ({ kind: 'text', text: value, origin });

export function replace(node: SyntaxNode, parts: readonly Part[]): LocalEdit {
  return { start: node.start, end: node.end, parts };
}

export function insert(at: number, parts: readonly Part[]): LocalEdit {
  return { start: at, end: at, parts };
}

/** The text of a node, in parentheses where its new place asks for them. */
export function contentParts(content: GoNode, unit: Unit, place: SyntaxNode): Part[] {
  const range = extentOf(content) ?? content.syntax;
  const printed: Part = { kind: 'range', unit: content.unit, start: range.start, end: range.end };
  const body = isOutput(content) ? withComments(content, printed) : [printed];
  const shown = moved(content);
  return isExpression(shown.kind) && needsParentheses(shown, unit, place)
    ? [textPart('('), ...body, textPart(')')]
    : body;
}

/**
 * The same where only a constant can stand. Whether the value is one is for the compiler to say, which blames the place where
 * the expression begins: that has to be the template, though the text begins with what was moved there.
 */
export function constantParts(content: GoNode, unit: Unit, place: SyntaxNode): Part[] {
  const { rendered } = content.unit;
  const parts = contentParts(content, unit, place);
  const isMade = rendered !== undefined && !rendered.holes.has(content.syntax);
  if (!isMade || !rendered.holes.has(firstOperand(content.syntax, rendered.holes))) return parts;
  return [textPart('(', spanOf(content.unit, content.syntax.start)), ...parts, textPart(')')];
}

function firstOperand(node: SyntaxNode, holes: ReadonlyMap<SyntaxNode, GoNode>): SyntaxNode {
  const first = node.children[0];
  return first === undefined || first.start !== node.start || holes.has(node) ? node : firstOperand(first, holes);
}

/** Whether the node is all that its template rendered; then the comments around it belong to it. */
function isOutput({ unit, syntax }: GoNode): boolean {
  const wrapper = unit.tree.root.children.find((child) => child.kind === 'function_declaration');
  return unit.rendered !== undefined && syntax.parent?.parent?.parent?.parent === wrapper && wrapper !== undefined;
}

function withComments({ unit, syntax }: GoNode, printed: Part): Part[] {
  if (unit.tree.comments.length === 0) return [printed];
  const block = syntax.parent?.parent?.parent ?? syntax;
  return [
    { kind: 'comments', unit, start: block.start, end: syntax.start },
    printed,
    { kind: 'comments', unit, start: syntax.end, end: block.end },
  ];
}
