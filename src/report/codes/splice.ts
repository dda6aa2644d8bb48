import { failure } from '../message.ts';
import { texts } from '../texts/splice.ts';

/** Raised when two edits cover a part of each other: advice must nest its edits or keep them apart. */
export function spliceOverlap(file: string, one: Range, other: Range): never {
  throw failure(texts.splice_overlap, {
    start: one.start,
    end: one.end,
    otherStart: other.start,
    otherEnd: other.end,
    file,
  });
}

/** Raised when an edit, or a piece of one, reaches out of its bounds. */
export function spliceOutside(file: string, inner: Range, outer: Range): never {
  throw failure(texts.splice_outside, {
    start: inner.start,
    end: inner.end,
    outerStart: outer.start,
    outerEnd: outer.end,
    file,
  });
}

/** Raised when a file name cannot stand in a line directive, so that positions could not be kept. */
export function spliceFileName(file: string): never {
  throw failure(texts.splice_file_name, { file: JSON.stringify(file) });
}

interface Range {
  readonly start: number;
  readonly end: number;
}
