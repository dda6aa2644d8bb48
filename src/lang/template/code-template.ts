import type { CodeTemplate } from '../../aspects/ir.ts';
import type { Span } from '../../report/diagnostic.ts';

/**
 * The position in the aspect file of a place in a template.
 *
 * Exact on unescaped text; in a quoted YAML string, columns behind an escape are those of the decoded text.
 *
 * @param offset bytes of UTF-8 from the start of `template.source`, as templates count; beyond its end counts as its end
 */
export function spanInTemplate(template: Pick<CodeTemplate, 'source' | 'lines'>, offset: number): Span {
  const before = Buffer.from(template.source).subarray(0, offset);
  const lineStart = before.lastIndexOf(0x0a) + 1;
  const lineIndex = before.filter((byte) => byte === 0x0a).length;
  const line = template.lines[Math.min(lineIndex, template.lines.length - 1)];
  if (!line) throw new RangeError('a template has at least one line');
  return { ...line, column: line.column + before.length - lineStart };
}
