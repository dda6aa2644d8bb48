import type { Comment } from '../../lang/syntax/syntax.ts';
import { commentText, textBetween } from '../../lang/tree/go-node.ts';
import { originOf, spanAt } from '../../lang/tree/span.ts';
import type { Unit } from '../../lang/tree/unit.ts';
import type { Span } from '../../report/diagnostic.ts';
import type { FileSession } from '../file-session.ts';
import type { Edit, EditPiece } from '../splice/edit.ts';
import type { LocalEdit, Part } from './edit-parts.ts';
import { localEdits } from './local-edits.ts';

/** The edits of a file, with everything that templates rendered put in place. */
export function fileEdits(
  file: Unit,
  { appended, declarations }: Pick<FileSession, 'appended' | 'declarations'>,
): Edit[] {
  const printer: Printer = { edits: new Map(), active: [] };
  const edits: Edit[] = localEdits(file).map((edit) => ({
    start: edit.start,
    end: edit.end,
    pieces: edit.parts.flatMap((part) => piecesOf(printer, part)).map((piece) => asText(file, piece, edit)),
  }));
  if (appended.length + declarations.length > 0) {
    const end = file.tree.source.text.length;
    const pieces = appended.flatMap((unit) => declarationPieces(printer, unit));
    for (const { text, span } of declarations) pieces.push(...ownPieces(text, span));
    edits.push({ start: end, end, pieces: pieces.map((piece) => asText(file, piece, { start: end, end })) });
  }
  return printedEdits(edits);
}

/** Copies of nodes from elsewhere are new text, reported where the node stands. */
function asText(file: Unit, piece: EditPiece, { start, end }: Range): EditPiece {
  if (piece.kind === 'inserted' || (piece.start >= start && piece.end <= end)) return piece;
  const origin = spanAt(file.tree.source, piece.start);
  return { kind: 'inserted', text: textBetween(file, piece.start, piece.end), origin };
}

/**
 * The edits that show in the result. What replaced a part of a node may itself have been moved somewhere else by what
 * replaced the whole; then its pieces are printed there, and its own edit has no place any more.
 */
function printedEdits(edits: readonly Edit[]): Edit[] {
  const order = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.start - b.edit.start || byExtent(a.edit, b.edit) || b.index - a.index)
    .map(({ edit }) => edit);
  const kept = new Set<Edit>();
  const keepWithin = (range: Range, from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      const edit = order[i] as Edit;
      if (!isWithin(edit, range)) continue;
      kept.add(edit);
      let next = i + 1;
      while (next < to && (order[next] as Edit).start < edit.end) next++;
      if (edit.start === edit.end) continue;
      for (const piece of edit.pieces) if (piece.kind === 'original') keepWithin(piece, i + 1, next);
      i = next - 1;
    }
  };
  keepWithin({ start: -1, end: Number.MAX_SAFE_INTEGER }, 0, order.length);
  return edits.filter((edit) => kept.has(edit));
}

interface Printer {
  /** Edits of a rendered unit, as they are when it is printed first. */
  readonly edits: Map<Unit, readonly LocalEdit[]>;
  /** Edits that are being printed, the innermost last. What they replace is printed without them. */
  readonly active: { readonly edit: LocalEdit; readonly unit: Unit }[];
}

/** Behind a newline, since the file may end in a comment, and since pragmas must begin a line. */
function declarationPieces(printer: Printer, unit: Unit): EditPiece[] {
  const clause = unit.tree.root.children.find((child) => child.kind === 'package_clause');
  const { length } = unit.tree.source.text;
  const start = (clause?.end ?? 0) + 1;
  return [{ kind: 'inserted', text: '\n' }, ...rangePieces(printer, unit, { start, end: length })];
}

/** Text of ours, of which every line is reported where the advice stands. */
function ownPieces(text: string, origin: Span): EditPiece[] {
  return text
    .split(/(?<=\n)/)
    .map((line) => ({ kind: 'inserted', text: line, ...(line.trim() === '' ? {} : { origin }) }));
}

function piecesOf(printer: Printer, part: Part): EditPiece[] {
  switch (part.kind) {
    case 'text':
      return part.text === '' ? [] : [{ kind: 'inserted', text: part.text, origin: part.origin }];
    case 'comments':
      return inlineComments(part.unit, part);
    case 'range':
      return rangePieces(printer, part.unit, part);
  }
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A stretch of a unit with its edits applied. Inside a file of the package splicing does that. */
function rangePieces(printer: Printer, unit: Unit, range: Range): EditPiece[] {
  if (unit.rendered === undefined) return [{ kind: 'original', start: range.start, end: range.end }];
  const pieces: EditPiece[] = [];
  const active = printer.active.filter((each) => each.unit === unit).map((each) => each.edit);
  let from = range.start;
  for (const edit of outermost(editsOf(printer, unit), range, active)) {
    if (edit.start < from) continue;
    pieces.push(...textPieces(unit, from, edit.start));
    printer.active.push({ edit, unit });
    pieces.push(...edit.parts.flatMap((part) => piecesOf(printer, part)));
    printer.active.pop();
    from = edit.end;
  }
  return [...pieces, ...textPieces(unit, from, range.end)];
}

function editsOf(printer: Printer, unit: Unit): readonly LocalEdit[] {
  let edits = printer.edits.get(unit);
  if (edits === undefined) {
    edits = localEdits(unit);
    printer.edits.set(unit, edits);
  }
  return edits;
}

/** Edits inside a range, outer ones first; of those that are being printed, and their like, only what came before. */
function outermost(edits: readonly LocalEdit[], range: Range, active: readonly LocalEdit[]): LocalEdit[] {
  const outer = active.at(-1);
  const limit = outer === undefined ? edits.length : edits.indexOf(outer);
  return edits
    .map((edit, index) => ({ edit, index }))
    .filter(({ edit, index }) => {
      if (active.includes(edit) || !isWithin(edit, range)) return false;
      return edit.start !== outer?.start || edit.end !== outer.end || index < limit;
    })
    .sort((a, b) => a.edit.start - b.edit.start || byExtent(a.edit, b.edit) || b.index - a.index)
    .map(({ edit }) => edit);
}

/** Insertions come before what begins at their offset, long ranges before short ones. */
function byExtent(a: Range, b: Range): number {
  return Number(b.start === b.end) - Number(a.start === a.end) || b.end - a.end;
}

/** An insertion at the border of a moved node is the affair of what is around the node. */
function isWithin(edit: Range, range: Range): boolean {
  if (edit.start === edit.end) return range.start < edit.start && edit.end < range.end;
  return range.start <= edit.start && edit.end <= range.end;
}

/** Rendered text line by line, so that each line is positioned at its own place in the aspect file. */
function textPieces(unit: Unit, start: number, end: number): EditPiece[] {
  const { rendered, tree } = unit;
  if (rendered === undefined || start >= end) return [];
  const pieces: EditPiece[] = [];
  for (let from = start; from < end; ) {
    const newline = tree.source.text.indexOf('\n', from);
    const to = newline < 0 || newline >= end ? end : newline + 1;
    const text = textBetween(unit, from, to);
    pieces.push({ kind: 'inserted', text, ...(text.trim() === '' ? {} : { origin: originOf(rendered, from) }) });
    from = to;
  }
  return pieces;
}

/** Comments around a rendered expression, in the form that may stand in mid-line: without newlines. */
function inlineComments(unit: Unit, range: Range): EditPiece[] {
  const inside = unit.tree.comments.filter(({ start, end }) => start >= range.start && end <= range.end);
  return inside.map((comment) => ({ kind: 'inserted', text: ` ${inline(unit, comment)} ` }));
}

function inline(unit: Unit, comment: Comment): string {
  const written = commentText(unit, comment);
  const body = written.startsWith('//') ? written.slice(2) : written.slice(2, -2);
  return `/*${body.replaceAll('*/', '* /').replace(/\s*\n\s*/g, ' ')}*/`;
}
