/** Go's string and character literals (strconv.Quote, strconv.Unquote and relatives). Strings hold one character per byte. */
import { encodeRune, isPrint, isUtf8, isValidRune, runeAt, runeError, runes } from './bytes.ts';

const named: ReadonlyMap<number, string> = new Map([
  [7, '\\a'],
  [8, '\\b'],
  [12, '\\f'],
  [10, '\\n'],
  [13, '\\r'],
  [9, '\\t'],
  [11, '\\v'],
]);

const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0');

function escapeRune(rune: number, quote: string, ascii: boolean): string {
  if (rune === quote.charCodeAt(0) || rune === 0x5c) return `\\${String.fromCharCode(rune)}`;
  if (isPrint(rune) && (!ascii || rune < 0x80)) return encodeRune(rune);
  const short = named.get(rune);
  if (short !== undefined) return short;
  if (rune < 0x20 || rune === 0x7f) return `\\x${hex(rune, 2)}`;
  const valid = isValidRune(rune) ? rune : runeError;
  return valid < 0x10000 ? `\\u${hex(valid, 4)}` : `\\U${hex(valid, 8)}`;
}

/** A double-quoted Go string literal; with `ascii`, everything above ASCII is escaped. */
export function quote(bytes: string, ascii = false): string {
  let out = '"';
  for (const { rune, size, at } of runes(bytes)) {
    const invalid = rune === runeError && size === 1;
    out += invalid ? `\\x${hex(bytes.charCodeAt(at), 2)}` : escapeRune(rune, '"', ascii);
  }
  return `${out}"`;
}

/** A single-quoted Go character literal. */
export function quoteRune(rune: number, ascii = false): string {
  return `'${escapeRune(isValidRune(rune) ? rune : runeError, "'", ascii)}'`;
}

/** Whether the string may stand between backquotes: one line, no control characters but tab. */
export function canBackquote(bytes: string): boolean {
  for (const { rune, size } of runes(bytes)) {
    if (size > 1 ? rune === 0xfeff : rune === runeError || rune === 0x60 || rune === 0x7f) return false;
    if (rune < 0x20 && rune !== 9) return false;
  }
  return true;
}

export interface UnquotedChar {
  readonly value: number;
  /** Printed as UTF-8, not as one byte. */
  readonly multibyte: boolean;
  /** Bytes of the literal that were read. */
  readonly size: number;
}

const simpleEscapes: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 0x5c };
const hexLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** The first character of the inside of a literal with this quote; undefined where it is malformed. */
export function unquoteChar(bytes: string, at: number, quoteMark: string): UnquotedChar | undefined {
  const first = bytes[at];
  if (first === undefined || first === quoteMark) return undefined;
  if (first !== '\\') {
    const { rune, size } = runeAt(bytes, at);
    return { value: rune, multibyte: rune >= 0x80, size };
  }
  const letter = bytes[at + 1] ?? '';
  const simple = simpleEscapes[letter];
  if (simple !== undefined) return { value: simple, multibyte: false, size: 2 };
  if (letter === "'" || letter === '"') {
    return letter === quoteMark ? { value: letter.charCodeAt(0), multibyte: false, size: 2 } : undefined;
  }
  const length = hexLengths[letter];
  if (length !== undefined) {
    const digits = bytes.slice(at + 2, at + 2 + length);
    if (digits.length !== length || !/^[0-9a-fA-F]+$/.test(digits)) return undefined;
    const value = Number.parseInt(digits, 16);
    if (letter !== 'x' && !isValidRune(value)) return undefined;
    return { value, multibyte: letter !== 'x', size: 2 + length };
  }
  const octal = /^[0-7]{3}/.exec(bytes.slice(at + 1, at + 4))?.[0];
  const value = Number.parseInt(octal ?? '', 8);
  return value <= 255 ? { value, multibyte: false, size: 4 } : undefined;
}

/** Value of a double-quoted or raw string literal; undefined where it is malformed. */
export function unquote(literal: string): string | undefined {
  const mark = literal[0];
  const inside = literal.slice(1, -1);
  if (literal.length < 2 || literal.at(-1) !== mark) return undefined;
  if (mark === '`') return inside.includes('`') ? undefined : inside.replaceAll('\r', '');
  if (mark !== '"' || inside.includes('\n')) return undefined;
  if (!inside.includes('\\') && isUtf8(inside)) return inside.includes('"') ? undefined : inside;
  let out = '';
  for (let at = 0; at < inside.length; ) {
    const char = unquoteChar(inside, at, '"');
    if (char === undefined) return undefined;
    out += char.multibyte ? encodeRune(char.value) : String.fromCharCode(char.value);
    at += char.size;
  }
  return out;
}
