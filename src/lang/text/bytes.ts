/** Go strings are bytes. Here a Go string is a JavaScript string with one character, U+0000 to U+00FF, for each byte. */

import { isPrintableAboveAscii } from './printable.ts';

const ascii = /^[\0-\x7f]*$/;

export function toBytes(text: string): string {
  return ascii.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1');
}

/** Bytes that are not UTF-8 become U+FFFD; see {@link isUtf8}. */
export function fromBytes(bytes: string): string {
  return ascii.test(bytes) ? bytes : Buffer.from(bytes, 'latin1').toString('utf8');
}

export const runeError = 0xfffd;
export const maxRune = 0x10ffff;

export interface Rune {
  readonly rune: number;
  /** Bytes; 1 with `runeError` where the bytes are not UTF-8. */
  readonly size: number;
}

const isContinuation = (code: number): boolean => code >= 0x80 && code <= 0xbf;

/** Smallest and largest second byte after a first byte, and the length of the sequence; Unicode 15, table 3-7. */
function sequence(first: number): readonly [size: number, low: number, high: number] {
  if (first >= 0xc2 && first <= 0xdf) return [2, 0x80, 0xbf];
  if (first >= 0xe0 && first <= 0xef) return [3, first === 0xe0 ? 0xa0 : 0x80, first === 0xed ? 0x9f : 0xbf];
  if (first >= 0xf0 && first <= 0xf4) return [4, first === 0xf0 ? 0x90 : 0x80, first === 0xf4 ? 0x8f : 0xbf];
  return [1, 0, 0];
}

/** The rune that begins at byte `at`, which must exist. */
export function runeAt(bytes: string, at: number): Rune {
  const first = bytes.charCodeAt(at);
  if (first < 0x80) return { rune: first, size: 1 };
  const [size, low, high] = sequence(first);
  const second = bytes.charCodeAt(at + 1);
  if (size === 1 || !(second >= low && second <= high)) return { rune: runeError, size: 1 };
  let rune = ((first & (0x7f >> size)) << 6) | (second & 0x3f);
  for (let i = 2; i < size; i++) {
    const code = bytes.charCodeAt(at + i);
    if (!isContinuation(code)) return { rune: runeError, size: 1 };
    rune = (rune << 6) | (code & 0x3f);
  }
  return { rune, size };
}

/** Bytes of the rune that ends before `end`. */
export function runeSizeBefore(bytes: string, end: number): number {
  for (let size = 2; size <= 4 && size <= end; size++) {
    if (runeAt(bytes, end - size).size === size) return size;
  }
  return 1;
}

export function* runes(bytes: string): Generator<Rune & { readonly at: number }> {
  for (let at = 0; at < bytes.length; ) {
    const rune = runeAt(bytes, at);
    yield { ...rune, at };
    at += rune.size;
  }
}

export function runeCount(bytes: string): number {
  if (ascii.test(bytes)) return bytes.length;
  let count = 0;
  for (const _ of runes(bytes)) count++;
  return count;
}

export function isUtf8(bytes: string): boolean {
  if (ascii.test(bytes)) return true;
  for (const { rune, size } of runes(bytes)) if (rune === runeError && size === 1) return false;
  return true;
}

export const isValidRune = (rune: number): boolean =>
  (rune >= 0 && rune < 0xd800) || (rune > 0xdfff && rune <= maxRune);

/** The rune in UTF-8; U+FFFD for what is no code point. */
export function encodeRune(rune: number): string {
  const valid = isValidRune(rune) ? rune : runeError;
  if (valid < 0x80) return String.fromCharCode(valid);
  const last = 0x80 | (valid & 0x3f);
  if (valid < 0x800) return String.fromCharCode(0xc0 | (valid >> 6), last);
  const third = 0x80 | ((valid >> 6) & 0x3f);
  if (valid < 0x10000) return String.fromCharCode(0xe0 | (valid >> 12), third, last);
  return String.fromCharCode(0xf0 | (valid >> 18), 0x80 | ((valid >> 12) & 0x3f), third, last);
}

const letterOrDigit = /^[\p{L}\p{Nd}]$/u;

export const isSpace = (rune: number): boolean => rune === 0x20 || rune === 9 || rune === 13 || rune === 10;

/** Letter, decimal digit or underscore. Letters that Go's Unicode version does not have are not printable. */
export function isAlphaNumeric(rune: number): boolean {
  return rune === 0x5f || (isPrint(rune) && letterOrDigit.test(String.fromCodePoint(rune)));
}

/** Go's unicode.IsPrint: letters, marks, numbers, punctuation, symbols and the ASCII space. */
export function isPrint(rune: number): boolean {
  return rune < 0x80 ? rune >= 0x20 && rune <= 0x7e : isPrintableAboveAscii(rune);
}
