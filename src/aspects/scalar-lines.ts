/** How a scalar is written: bare, quoted, or as an indented block. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/**
 * Where each line of a scalar's value begins in the YAML text.
 *
 * YAML drops indentation, folds lines and decodes escapes, so value and text differ; this walks both.
 *
 * @param text the whole YAML file
 * @param scalar its style, the half-open range of its spelling (quotes or block header included) and its decoded value
 * @returns one offset (UTF-16 units in `text`) per `\n`-separated line of the value
 */
export function scalarLines(
  text: string,
  scalar: { style: ScalarStyle; start: number; end: number; value: string },
): number[] {
  const { style, start, end, value } = scalar;
  if (style === 'literal' || style === 'folded') return blockLines(text, scalar);
  const quoted = style !== 'plain';
  const found = flowLines(text, style, quoted ? start + 1 : start, quoted ? end - 1 : end);
  return exactly(found, value.split('\n').length);
}

interface SourceLine {
  readonly start: number;
  readonly text: string;
}

function blockLines(text: string, scalar: { style: ScalarStyle; start: number; end: number; value: string }): number[] {
  const values = scalar.value.split('\n');
  const header = text.indexOf('\n', scalar.start);
  if (header < 0) return exactly([scalar.start], values.length);
  const source = sourceLines(text, header + 1, scalar.end);
  const first = values.findIndex((line) => line.trim() !== '');
  const firstSource = source.findIndex((line) => line.text.trim() !== '');
  const indent = first < 0 ? 0 : leading(source[firstSource]?.text ?? '') - leading(values[first] ?? '');
  const begin = (line: SourceLine): number => line.start + Math.min(indent, line.text.length);
  if (scalar.style === 'literal') {
    return exactly(source.map(begin), values.length);
  }
  return exactly(foldedLines(values, source, { indent, begin }), values.length);
}

/** A value line stands for as many source lines as it is long, joined by single blanks. */
function foldedLines(
  values: readonly string[],
  source: readonly SourceLine[],
  at: { indent: number; begin: (line: SourceLine) => number },
): number[] {
  const found: number[] = [];
  let next = 0;
  const isBlank = (index: number): boolean => (source[index]?.text ?? 'x').slice(at.indent) === '';
  for (const value of values) {
    if (value !== '') while (next < source.length && isBlank(next)) next++;
    const line = source[next];
    if (!line) break;
    found.push(at.begin(line));
    if (value === '') {
      if (isBlank(next)) next++;
      continue;
    }
    let length = -1;
    do {
      length += (source[next]?.text.length ?? 0) - at.indent + 1;
      next++;
    } while (length < value.length && next < source.length);
  }
  return found;
}

/** Plain and quoted scalars: a single line break folds to a blank, n of them to n - 1 breaks. */
function flowLines(text: string, style: ScalarStyle, start: number, end: number): number[] {
  const found = [start];
  let at = start;
  while (at < end) {
    const char = text[at];
    if (char === '\n') {
      const fold = foldAt(text, at, end);
      if (fold.blanks.length > 0) found.push(...fold.blanks.slice(1), fold.next);
      at = fold.next;
    } else if (style === 'double' && char === '\\') {
      const decoded = escapeAt(text, at);
      at = decoded.next;
      if (decoded.lineBreak) {
        // An escaped break joins the lines; blank lines after it are breaks all the same.
        const fold = foldAt(text, at - 1, end);
        found.push(...fold.blanks.slice(1), ...(fold.blanks.length > 0 ? [fold.next] : []));
        at = fold.next;
      } else if (decoded.newline) {
        found.push(at);
      }
    } else {
      at++;
    }
  }
  return found;
}

/** From a line break on: the starts of the blank lines after it, and where content goes on. */
function foldAt(text: string, at: number, end: number): { blanks: number[]; next: number } {
  const blanks: number[] = [];
  let lineStart = at + 1;
  let next = lineStart;
  for (;;) {
    while (next < end && (text[next] === ' ' || text[next] === '\t' || text[next] === '\r')) next++;
    if (next >= end || text[next] !== '\n') return { blanks, next };
    blanks.push(lineStart);
    lineStart = ++next;
  }
}

function escapeAt(text: string, at: number): { next: number; newline: boolean; lineBreak: boolean } {
  const kind = text[at + 1] ?? '';
  if (kind === '\n') return { next: at + 2, newline: false, lineBreak: true };
  if (kind === '\r' && text[at + 2] === '\n') return { next: at + 3, newline: false, lineBreak: true };
  const digits = { x: 2, u: 4, U: 8 }[kind] ?? 0;
  const newline = kind === 'n' || (digits > 0 && Number.parseInt(text.slice(at + 2, at + 2 + digits), 16) === 10);
  return { next: at + 2 + digits, newline, lineBreak: false };
}

function sourceLines(text: string, start: number, end: number): SourceLine[] {
  const lines: SourceLine[] = [];
  let at = start;
  while (at < end) {
    const stop = text.indexOf('\n', at);
    const lineEnd = stop < 0 || stop >= end ? end : stop;
    lines.push({ start: at, text: text.slice(at, lineEnd).replace(/\r$/, '') });
    at = lineEnd + 1;
  }
  return lines.length > 0 ? [...lines, { start: end, text: '' }] : [{ start: end, text: '' }];
}

function leading(line: string): number {
  return line.length - line.replace(/^ +/, '').length;
}

/** The value may have fewer lines than the text (chomped) or one more (a final break). */
function exactly(offsets: readonly number[], count: number): number[] {
  const last = offsets.at(-1) ?? 0;
  return Array.from({ length: count }, (_, index) => offsets[index] ?? last);
}
