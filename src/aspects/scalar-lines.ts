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
  const found: number[] = [];
  // A line begins where its first character is written, which may be behind escaped breaks.
  let begun = false;
  const endLine = (at: number): void => {
    if (!begun) found.push(at);
    begun = false;
  };
  let at = start;
  while (at < end) {
    const decoded = style === 'double' && text[at] === '\\' ? escapeAt(text, at) : undefined;
    if (decoded?.kind === 'joins') {
      at = skipBlanks(text, decoded.next, end);
    } else if (decoded?.kind === 'newline') {
      endLine(at);
      at = decoded.next;
    } else if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] === '\n')) {
      const fold = foldAt(text, at, end);
      if (fold.blanks.length > 0) endLine(at);
      found.push(...fold.blanks.slice(0, -1));
      at = fold.next;
    } else {
      if (!begun) found.push(at);
      begun = true;
      at = decoded?.next ?? at + 1;
    }
  }
  endLine(end);
  return found;
}

/** From a line break on: the starts of the blank lines after it, and where content goes on. */
function foldAt(text: string, at: number, end: number): { blanks: number[]; next: number } {
  const blanks: number[] = [];
  let lineStart = text.indexOf('\n', at) + 1;
  for (;;) {
    const next = skipBlanks(text, lineStart, end);
    if (next >= end || text[next] !== '\n') return { blanks, next };
    blanks.push(lineStart);
    lineStart = next + 1;
  }
}

function skipBlanks(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && (text[next] === ' ' || text[next] === '\t' || text[next] === '\r')) next++;
  return next;
}

type Escape = { readonly kind: 'character' | 'newline' | 'joins'; readonly next: number };

/** What a backslash in double quotes stands for; before a line break it joins the lines. */
function escapeAt(text: string, at: number): Escape {
  const letter = text[at + 1] ?? '';
  if (letter === '\n') return { kind: 'joins', next: at + 2 };
  if (letter === '\r' && text[at + 2] === '\n') return { kind: 'joins', next: at + 3 };
  const digits = { x: 2, u: 4, U: 8 }[letter] ?? 0;
  const code = Number.parseInt(text.slice(at + 2, at + 2 + digits), 16);
  return { kind: letter === 'n' || code === 10 ? 'newline' : 'character', next: at + 2 + digits };
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
