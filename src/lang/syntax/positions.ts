import type { SourceFile } from './source.ts';
import { tokens } from './tokens.ts';

/** A position as the compiler reports it: honours line directives. */
export interface Place {
  readonly file: string;
  readonly line: number;
  /** In bytes, from 1. Undefined after a directive without a column: the compiler then reports none. */
  readonly column: number | undefined;
}

/** A comment that names a position for what follows it: `//line …`, or the general form of the same. */
export interface LineDirective {
  readonly start: number;
  /** Offset of the first byte it speaks of: after the comment, and after the newline that ends a line comment. */
  readonly next: number;
  readonly place: Place;
  /** The directive names no file and goes on with the one in force. */
  readonly sameFile: boolean;
}

export interface Positions {
  readonly directives: readonly LineDirective[];
  /** Where the byte at this offset is reported. */
  readonly at: (offset: number) => Place;
}

/**
 * Positions of a file as the compiler and go/scanner report them; lines end with `\n`, columns count bytes (those of a
 * byte order mark too).
 *
 * Rules: cmd/compile/internal/syntax `updateBase`, `NewLineBase`, `RelCol` and go/scanner `updateLineInfo`, Go 1.26. File
 * names are kept as written: the compiler resolves them later, go/scanner cleans them at once.
 */
export function positionsOf(source: SourceFile): Positions {
  let positions = known.get(source);
  if (positions === undefined) {
    positions = findPositions(source);
    known.set(source, positions);
  }
  return positions;
}

const known = new WeakMap<SourceFile, Positions>();

function findPositions(source: SourceFile): Positions {
  const starts = lineStarts(source.text);
  const directives: LineDirective[] = [];
  const at = (offset: number): Place => {
    const here = physical(starts, offset);
    const directive = directives[lastBefore(directives.length, (i) => (directives[i] as LineDirective).next <= offset)];
    if (directive === undefined) return { file: source.name, ...here };
    const there = physical(starts, directive.next);
    return relative(directive.place, there, here);
  };
  if (directiveWords.some((word) => source.text.includes(word))) {
    for (const token of tokens(source.text)) {
      const directive = token.kind === 'comment' ? readDirective(source, token, at) : undefined;
      if (directive) directives.push(directive);
    }
  }
  return { directives, at };
}

/** A point in a text, from 1, directives aside. */
export interface Physical {
  readonly line: number;
  readonly column: number;
}

/** The place of `here`, when a directive gave the point `base` the place `place`. */
export function relative(place: Place, base: Physical, here: Physical): Place {
  const column = here.line === base.line ? (place.column ?? 0) + here.column - base.column : here.column;
  return {
    file: place.file,
    line: place.line + here.line - base.line,
    column: place.column === undefined ? undefined : column,
  };
}

const directiveWords = ['//line ', '/*line '];
const maxLineOrColumn = 2 ** 30;

function readDirective(
  source: SourceFile,
  comment: { readonly start: number; readonly end: number },
  at: (offset: number) => Place,
): LineDirective | undefined {
  const { text, bytes } = source;
  const general = text[comment.start + 1] === '*';
  const atLineStart = comment.start === 0 || text[comment.start - 1] === '\n';
  if (!text.startsWith('line ', comment.start + 2) || !(general || atLineStart)) return undefined;
  let end = general ? comment.end - 2 : comment.end;
  if (!general && text[end - 1] === '\r') end--;
  const written = readPlace(bytes.toString('utf8', comment.start + 7, end));
  if (written === undefined) return undefined;
  const sameFile = written.file === '' && written.column !== undefined;
  return {
    start: comment.start,
    next: general ? comment.end : Math.min(comment.end + 1, text.length),
    place: sameFile ? { ...written, file: at(comment.start).file } : written,
    sameFile,
  };
}

/** `file:line` or `file:line:column`, read from the right; undefined where the compiler sees no directive or refuses it. */
function readPlace(text: string): Place | undefined {
  const last = trailingNumber(text);
  if (last === undefined || last.value === undefined) return undefined;
  const before = trailingNumber(last.rest);
  if (before?.value === undefined) {
    return inRange(last.value) ? { file: last.rest, line: last.value, column: undefined } : undefined;
  }
  if (!inRange(last.value) || !inRange(before.value)) return undefined;
  return { file: before.rest, line: before.value, column: last.value };
}

function trailingNumber(text: string): { readonly rest: string; readonly value: number | undefined } | undefined {
  const colon = text.lastIndexOf(':');
  if (colon < 0) return undefined;
  const digits = text.slice(colon + 1);
  return { rest: text.slice(0, colon), value: /^[0-9]+$/.test(digits) ? Number(digits) : undefined };
}

function inRange(value: number): boolean {
  return value > 0 && value <= maxLineOrColumn;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function physical(starts: readonly number[], offset: number): Physical {
  const line = lastBefore(starts.length, (i) => (starts[i] as number) <= offset);
  return { line: line + 1, column: offset - (starts[line] as number) + 1 };
}

/** The last index for which `holds`, which is true up to it and false after; -1 if there is none. */
function lastBefore(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
