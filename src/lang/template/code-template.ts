import type { Span } from '../../report/diagnostic.ts';

/** Go template source with what it needs around it. */
export interface CodeTemplate {
  readonly source: string;
  /** Name used in the template → import path. */
  readonly imports: Readonly<Record<string, string>>;
  /** `go1.N`, or undefined. */
  readonly lang?: string | undefined;
  /** Where the aspect file gives `links` that nothing follows, for `gots lint`. */
  readonly idleLinks?: Span | undefined;
  /** Position in the aspect file of the first character of each line of `source`. Never empty. */
  readonly lines: readonly Span[];
  /** Go code as it is, no template; this stands around it. */
  readonly around?: { readonly before: string; readonly after: string } | undefined;
  /** The dot of otelc's templates; with the directive whose arguments it has. */
  readonly otelc?: { readonly directive?: string | undefined } | undefined;
}

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
