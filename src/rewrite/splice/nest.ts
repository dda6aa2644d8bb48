import type { SourceFile } from '../../lang/syntax/source.ts';
import { spliceOutside, spliceOverlap } from '../../report/codes/splice.ts';
import type { Edit } from './edit.ts';

/** An edit and those that lie within its range, in the order of their places. */
export interface Nested {
  readonly edit: Edit;
  readonly inner: readonly Nested[];
}

interface Building {
  readonly edit: Edit;
  readonly inner: Building[];
}

/**
 * Edits as a forest. Of two edits of the same range the one given later is the outer one: it was made for what the
 * earlier one left. An insertion at the border of a range is outside of it.
 *
 * @throws GotsError splice_overlap, splice_outside
 */
export function nest(source: SourceFile, edits: readonly Edit[]): readonly Nested[] {
  const all = { start: 0, end: source.text.length };
  const order = edits
    .map((_, index) => index)
    .sort((a, b) => compare(edits[a] as Edit, edits[b] as Edit) || tie(edits, a, b));
  const roots: Building[] = [];
  const open: Building[] = [];
  for (const index of order) {
    const edit = edits[index] as Edit;
    if (!within(edit, all)) spliceOutside(source.name, edit, all);
    for (const piece of edit.pieces) {
      if (piece.kind === 'original' && !within(piece, edit)) spliceOutside(source.name, piece, edit);
    }
    while (open.length > 0 && (open.at(-1) as Building).edit.end <= edit.start) open.pop();
    const outer = open.at(-1);
    if (outer && outer.edit.end < edit.end) spliceOverlap(source.name, outer.edit, edit);
    const made: Building = { edit, inner: [] };
    (outer?.inner ?? roots).push(made);
    if (!isInsertion(edit)) open.push(made);
  }
  return roots;
}

export function isInsertion(edit: Edit): boolean {
  return edit.start === edit.end;
}

/** Insertions come before what begins at their offset; longer ranges before shorter ones. */
function compare(a: Edit, b: Edit): number {
  return a.start - b.start || Number(isInsertion(b)) - Number(isInsertion(a)) || b.end - a.end;
}

function tie(edits: readonly Edit[], a: number, b: number): number {
  return isInsertion(edits[a] as Edit) ? a - b : b - a;
}

function within(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
}

interface Range {
  readonly start: number;
  readonly end: number;
}
