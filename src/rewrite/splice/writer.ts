import { type Physical, type Place, relative } from '../../lang/syntax/positions.ts';
import { spliceFileName } from '../../report/codes/splice.ts';

/**
 * Collects a Go text and follows where its next byte would be reported, so that a line directive is written only where
 * the position would otherwise be wrong. Owns its buffer.
 */
export class Writer {
  readonly #chunks: Buffer[] = [];
  #here: Physical = { line: 1, column: 1 };
  #base: Physical = { line: 1, column: 1 };
  #place: Place;
  #last = 0;
  /** The line so far holds nothing but blanks. */
  #blank = true;
  #openComment = false;

  constructor(file: string) {
    this.#place = { file, line: 1, column: 1 };
  }

  /** Where the next byte would be reported. */
  get place(): Place {
    return relative(this.#place, this.#base, this.#here);
  }

  put(bytes: Buffer): void {
    if (bytes.length === 0) return;
    if (this.#openComment) {
      this.#openComment = false;
      if (!/^\r?\n/.test(bytes.toString('latin1', 0, 2))) this.put(newlineBytes);
    }
    this.#chunks.push(bytes);
    this.#last = bytes[bytes.length - 1] as number;
    const newline = bytes.lastIndexOf(0x0a);
    if (newline < 0) {
      this.#here = { line: this.#here.line, column: this.#here.column + bytes.length };
    } else {
      this.#here = { line: this.#here.line + countNewlines(bytes), column: bytes.length - newline };
    }
    this.#blank = (newline >= 0 || this.#blank) && isBlank(bytes.subarray(newline + 1));
  }

  /** The compiler now takes the next byte for this place, because of a directive that has just been put. */
  rebase(place: Place): void {
    this.#place = place;
    this.#base = this.#here;
  }

  /**
   * Makes the next byte be reported at `place`. A comment that the line form of a directive or a `//go:` pragma follows
   * must be alone on its line (`ownLine`): there the line form is written, else the general form, which is no more than
   * a blank to the parser (a general comment without newline never ends a statement).
   */
  positionAt(place: Place, ownLine: boolean): void {
    if (this.#openComment || (ownLine && !this.#blank)) this.put(newlineBytes);
    if (samePlace(this.place, place)) return;
    if (ownLine) {
      if (this.#here.column !== 1) this.put(newlineBytes);
      if (samePlace(this.place, place)) return;
      this.put(Buffer.from(lineForm(place)));
    } else {
      // `/` and a comment behind it would make a line comment.
      if (this.#last === 0x2f) this.put(Buffer.from(' '));
      this.put(Buffer.from(this.#generalForm(place)));
    }
    this.rebase(place);
  }

  /** What was written last is a line comment without its newline: one is added before anything else is. */
  leaveCommentOpen(): void {
    this.#openComment = true;
  }

  finish(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  #generalForm(place: Place): string {
    if (/\*\/|\n/.test(place.file)) spliceFileName(place.file);
    // An empty name with a column means the name in force, so an empty one is put in force first.
    const before = place.file === '' && place.column !== undefined && this.#place.file !== '' ? '/*line :1*/' : '';
    return `${before}/*line ${suffix(place)}*/`;
  }
}

/** `//line FILE:L:C` with its newline, for the beginning of a line. */
export function lineForm(place: Place): string {
  if (place.file.includes('\n')) spliceFileName(place.file);
  return `//line ${suffix(place)}\n`;
}

function suffix({ file, line, column }: Place): string {
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
}

function samePlace(a: Place, b: Place): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
}

const newlineBytes = Buffer.from('\n');

function countNewlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) count++;
  return count;
}

function isBlank(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return false;
  return true;
}
