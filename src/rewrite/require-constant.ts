import type { SyntaxNode } from '../lang/syntax/syntax.ts';
import { inconstantPart } from '../lang/tree/constants.ts';
import { textOf } from '../lang/tree/go-node.ts';
import { spanOf } from '../lang/tree/span.ts';
import type { GoNode, Unit } from '../lang/tree/unit.ts';
import { adviceNoConstant } from '../report/codes/hooks.ts';
import type { Span } from '../report/diagnostic.ts';

/**
 * Refuses a value that is no constant for a place where only one can stand: the compiler would blame the file.
 *
 * @param at what takes the value; the place that the message names
 * @throws GotsError advice_no_constant
 */
export function requireConstant(
  value: GoNode,
  advice: { kind: string; span: Span },
  at: { unit: Unit; syntax: SyntaxNode },
): void {
  const part = inconstantPart(value);
  if (part === undefined) return;
  const { file, line, column } = spanOf(at.unit, at.syntax.start);
  // A part that the template moved there stands in the file; then the advice is what is wrong.
  const span = part.unit.rendered === undefined ? advice.span : spanOf(part.unit, part.syntax.start);
  const text = textOf(part)
    .replace(/_\.__PLACEHOLDER_[0-9]+__/g, '{{…}}')
    .replace(/\s+/g, ' ')
    .slice(0, 60);
  adviceNoConstant(span, advice.kind, { text, at: `${file}:${line}:${column}` });
}
