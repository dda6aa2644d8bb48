/**
 * One change to one file. Offsets are bytes of the original file, half-open `[start, end)`.
 * Edits of a file may nest: an edit inside an `original` piece of another is applied where that piece is printed;
 * an edit inside a replaced range that no piece prints is dropped. Partial overlap is a bug.
 * Several insertions (`start === end`) at one offset are printed in the order given.
 */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly EditPiece[];
}

export type EditPiece =
  /** Bytes of the original, with the edits inside them applied; keeps its original position. */
  | { readonly kind: 'original'; readonly start: number; readonly end: number }
  /** New text. With `origin`, its first character is reported at that place (an aspect file's line). */
  | { readonly kind: 'inserted'; readonly text: string; readonly origin?: Origin | undefined };

export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
