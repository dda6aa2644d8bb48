import { type LineDirective, type Place, type Positions, positionsOf } from '../../lang/syntax/positions.ts';
import { type SourceFile, sourceFile } from '../../lang/syntax/source.ts';
import { type Token, tokens } from '../../lang/syntax/tokens.ts';
import { spliceOverlap } from '../../report/codes/splice.ts';
import type { Edit, EditPiece } from './edit.ts';
import { isInsertion, type Nested, nest } from './nest.ts';
import { lineForm, Writer } from './writer.ts';

/**
 * Applies edits once. What no edit covers stays as it is, byte for byte, and every token of it keeps the position
 * (file, line, column) at which the compiler reports it: line directives see to that, in the general form, which may
 * stand between any two tokens. The result begins with `//line NAME:1:1` (behind a byte order mark and a newline, where
 * there is a mark: the line form counts only at the beginning of a line). The caller sees to it that inserted text does
 * not run together with what stands before it.
 *
 * @returns the same Buffer if there are no edits
 * @throws GotsError splice_overlap, splice_outside (bugs), splice_file_name
 */
export function splice(source: SourceFile, edits: readonly Edit[]): Buffer {
  if (edits.length === 0) return source.bytes;
  const roots = nest(source, edits);
  const writer = new Writer(source.name);
  const job: Job = { source, positions: positionsOf(source), writer };
  const body = putHead(job);
  render(job, roots, { start: body, end: source.bytes.length });
  return writer.finish();
}

interface Job {
  readonly source: SourceFile;
  readonly positions: Positions;
  readonly writer: Writer;
}

type InsertedPiece = Extract<EditPiece, { kind: 'inserted' }>;

interface Range {
  readonly start: number;
  readonly end: number;
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** Writes the mark and the first directive; returns where the text behind the mark begins. */
function putHead({ source, writer }: Job): number {
  const marked = source.bytes.subarray(0, 3).equals(byteOrderMark);
  if (marked) writer.put(Buffer.concat([byteOrderMark, Buffer.from('\n')]));
  const place = { file: source.name, line: 1, column: marked ? 4 : 1 };
  writer.put(Buffer.from(lineForm(place)));
  writer.rebase(place);
  return marked ? 3 : 0;
}

/** Prints a range of the original with edits inside it, which are in order and apart. */
function render(job: Job, edits: readonly Nested[], range: Range): void {
  let from = range.start;
  for (const nested of edits) {
    putOriginal(job, from, nested.edit.start);
    renderEdit(job, nested);
    from = Math.max(from, nested.edit.end);
  }
  putOriginal(job, from, range.end);
}

function renderEdit(job: Job, { edit, inner }: Nested): void {
  let run: InsertedPiece[] = [];
  for (const piece of edit.pieces) {
    if (piece.kind === 'inserted') {
      run.push(piece);
    } else {
      putInserted(job, run);
      run = [];
      render(job, innerOf(job, inner, piece, edit), piece);
    }
  }
  putInserted(job, run);
}

/** The inner edits that a piece prints. An insertion between two pieces belongs to the later one. */
function innerOf(job: Job, inner: readonly Nested[], piece: Range, outer: Edit): readonly Nested[] {
  return inner.filter(({ edit }) => {
    const inside = piece.start <= edit.start && edit.end <= piece.end;
    if (isInsertion(edit)) {
      const goesOn = (p: EditPiece) => p.kind === 'original' && p.start === edit.start && p.end > p.start;
      return inside && (edit.start < piece.end || !outer.pieces.some(goesOn));
    }
    if (!inside && edit.start < piece.end && piece.start < edit.end) spliceOverlap(job.source.name, edit, piece);
    return inside;
  });
}

/** Copies original bytes, at their original position. */
function putOriginal({ source, positions, writer }: Job, start: number, end: number): void {
  if (start >= end) return;
  const { text } = source;
  const ahead = lookAhead(text, start, end);
  const place = positions.at(start);
  if (ahead === 'line-comment') {
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    writer.positionAt(place, blanks.test(text.slice(lineStart, start)));
  } else if (ahead === 'token' || (ahead === 'newline' && !sameLine(writer.place, place))) {
    writer.positionAt(place, false);
  }
  putFollowing(writer, source.bytes, positions.directives, { start, end });
}

/** Writes bytes and follows the line directives among them. */
function putFollowing(writer: Writer, bytes: Buffer, directives: readonly LineDirective[], range: Range): void {
  let from = range.start;
  for (const { start, next, place, sameFile } of directives) {
    if (start < range.start || start >= range.end) continue;
    const { file } = sameFile ? writer.place : place;
    writer.put(bytes.subarray(from, Math.min(next, range.end)));
    // The range ends between a line directive and its newline, without which it would be no directive.
    if (next > range.end) writer.put(Buffer.from('\n'));
    writer.rebase({ ...place, file });
    from = Math.min(next, range.end);
  }
  writer.put(bytes.subarray(from, range.end));
}

/** Writes new text. Positions change between its tokens only, also where a piece begins inside a string or comment. */
function putInserted({ writer }: Job, run: readonly InsertedPiece[]): void {
  const text = run.map((piece) => piece.text).join('');
  if (text === '') return;
  const source = sourceFile('', Buffer.from(text));
  const all = [...tokens(source.text)];
  const { directives } = positionsOf(source);
  let from = 0;
  for (const { offset, place } of placesOf(run, all)) {
    putFollowing(writer, source.bytes, directives, { start: from, end: offset });
    from = offset;
    const ahead = lookAhead(source.text, offset, source.text.length);
    if (ahead === 'blank' || (ahead === 'newline' && sameLine(writer.place, place))) continue;
    writer.positionAt(place, ahead === 'line-comment' && pragma.test(source.text.slice(offset)));
  }
  putFollowing(writer, source.bytes, directives, { start: from, end: source.bytes.length });
  const last = all.at(-1);
  if (last?.end === source.text.length && source.text.startsWith('//', last.start)) writer.leaveCommentOpen();
}

/** Where in the joined text of the pieces a position is due, and which; offsets are bytes. */
function placesOf(run: readonly InsertedPiece[], all: readonly Token[]): readonly { offset: number; place: Place }[] {
  const places: { offset: number; place: Place }[] = [];
  let start = 0;
  let token = 0;
  for (const { text, origin } of run) {
    const bytes = Buffer.from(text);
    while ((all[token]?.end ?? Infinity) <= start) token++;
    const cut = all[token];
    const skip = cut && cut.start < start ? cut.end - start : 0;
    if (origin && skip < bytes.length) {
      const passed = bytes.subarray(0, skip).toString('latin1');
      const line = origin.line + passed.split('\n').length - 1;
      const column = passed.includes('\n') ? skip - passed.lastIndexOf('\n') : origin.column + skip;
      places.push({ offset: start + skip, place: { file: origin.file, line, column } });
    }
    start += bytes.length;
  }
  return places;
}

const blanks = /^[ \t\r]*$/;
/** A comment that may be a pragma and then has to begin its line. */
const pragma = /^[ \t]*\/\/[a-z]/;

/** What comes first in a range of a text: a newline, a line comment, another token, or nothing but blanks. */
function lookAhead(text: string, start: number, end: number): 'blank' | 'newline' | 'line-comment' | 'token' {
  let at = start;
  while (at < end && (text[at] === ' ' || text[at] === '\t' || text[at] === '\r')) at++;
  if (at >= end) return 'blank';
  if (text[at] === '\n') return 'newline';
  return text.startsWith('//', at) ? 'line-comment' : 'token';
}

/** Enough before a newline: behind it the column is the text's own. */
function sameLine(a: Place, b: Place): boolean {
  return a.file === b.file && a.line === b.line && (a.column === undefined) === (b.column === undefined);
}
