import { GotsError } from '../diagnostic.ts';

/** Raised when two edits cover a part of each other: advice must nest its edits or keep them apart. */
export function spliceOverlap(file: string, one: Range, other: Range): never {
  throw new GotsError({
    code: 'splice_overlap',
    message: `edits [${one.start}, ${one.end}) and [${other.start}, ${other.end}) of ${file} overlap in part`,
    family: 'bug',
  });
}

/** Raised when an edit, or a piece of one, reaches out of its bounds. */
export function spliceOutside(file: string, inner: Range, outer: Range): never {
  throw new GotsError({
    code: 'splice_outside',
    message: `[${inner.start}, ${inner.end}) is not within [${outer.start}, ${outer.end}) of ${file}`,
    family: 'bug',
  });
}

/** Raised when a file name cannot stand in a line directive, so that positions could not be kept. */
export function spliceFileName(file: string): never {
  throw new GotsError({
    code: 'splice_file_name',
    message: `the file name ${JSON.stringify(file)} cannot be written in a line directive`,
    hint: 'rename the file or its folder: names with "*/" or a line break cannot be woven',
  });
}

interface Range {
  readonly start: number;
  readonly end: number;
}
