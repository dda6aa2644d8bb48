/**
 * A Go file as gots looks at it: bytes, and the same bytes as a string with **one character per byte**, so that every
 * offset in `text`, in tree-sitter's nodes and in edits is a byte offset of the original. Bytes ≥ 0x80 appear as
 * U+0100 + byte, all of which tree-sitter-go takes for letters, as Go does for the letters an identifier may contain.
 * (Columns are bytes; a BOM, CRLF and invalid UTF-8 survive.)
 */
export interface SourceFile {
  /** The name the compiler was given; what positions are reported at unless a line directive says otherwise. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly text: string;
}

const high = /[\x80-\xff]/;
const wide = /[\u0100-\uffff]/;
const everyHigh = /[\x80-\xff]/g;

export function sourceFile(name: string, bytes: Buffer): SourceFile {
  return { name, bytes, text: byteString(bytes) };
}

/** Bytes as a string of the same length; see {@link SourceFile}. */
export function byteString(bytes: Buffer): string {
  const latin = bytes.toString('latin1');
  return high.test(latin) ? latin.replace(everyHigh, (c) => String.fromCharCode(c.charCodeAt(0) + 0x100)) : latin;
}

/** What a person reads in `[start, end)`: the bytes decoded as UTF-8. */
export function readable({ text, bytes }: SourceFile, start: number, end: number): string {
  const read = text.slice(start, end);
  return wide.test(read) ? bytes.toString('utf8', start, end) : read;
}
