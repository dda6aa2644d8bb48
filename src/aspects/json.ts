import { jsonSyntax } from '../report/codes/loongsuite.ts';
import type { Span } from '../report/diagnostic.ts';
import { type LineTable, lineTable } from './line-table.ts';

/** JSON with a place on everything. */
export type JsonNode = JsonString | JsonArray | JsonObject | JsonOther;

export interface JsonString {
  readonly kind: 'string';
  readonly span: Span;
  readonly text: string;
  /** Position in the file of the first character of each line of `text`. */
  readonly lines: readonly Span[];
}

export interface JsonArray {
  readonly kind: 'array';
  readonly span: Span;
  readonly items: readonly JsonNode[];
}

export interface JsonObject {
  readonly kind: 'object';
  readonly span: Span;
  /** In order; a key may occur more than once. */
  readonly entries: readonly JsonEntry[];
}

export interface JsonEntry {
  readonly key: string;
  readonly span: Span;
  readonly value: JsonNode;
}

/** A number as it is written, `true`, `false` or `null`. */
export interface JsonOther {
  readonly kind: 'number' | 'boolean' | 'null';
  readonly span: Span;
  readonly text: string;
}

interface Reader {
  readonly text: string;
  readonly table: LineTable;
  at: number;
  depth: number;
}

/** Deeper nesting than any rule has, and less than the stack holds. */
const maxDepth = 500;

/**
 * Reads JSON text (RFC 8259) of which encoding/json would take every part.
 * Written here because parsers with positions, such as jsonc-parser, name the token that is wrong, neither the character in it
 * nor what should stand there, and do not say where the lines of a text begin.
 *
 * @throws GotsError rule_json at the first character that is wrong
 */
export function readJson(bytes: Buffer, display: string): JsonNode {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const reader: Reader = { text, table: lineTable(text, display), at: 0, depth: 0 };
  const value = readValue(reader, 'a value');
  skipBlanks(reader);
  if (reader.at < text.length) fail(reader, 'nothing more after the value');
  return value;
}

function skipBlanks(reader: Reader): void {
  while (/^[ \t\r\n]$/.test(reader.text.charAt(reader.at))) reader.at++;
}

function fail(reader: Reader, wanted: string, at = reader.at): never {
  const found = reader.text.codePointAt(at);
  const shown = found === undefined ? 'the end of the file' : JSON.stringify(String.fromCodePoint(found));
  return jsonSyntax(reader.table.span(at), wanted, shown);
}

function readValue(reader: Reader, wanted: string): JsonNode {
  skipBlanks(reader);
  const span = reader.table.span(reader.at);
  const first = reader.text.charAt(reader.at);
  if (first === '"') return readString(reader);
  if (first === '[' || first === '{') {
    if (++reader.depth > maxDepth) fail(reader, 'less nesting');
    reader.at++;
    const node: JsonNode =
      first === '['
        ? { kind: 'array', span, items: readItems(reader, ']', () => readValue(reader, 'a value')) }
        : { kind: 'object', span, entries: readItems(reader, '}', () => readEntry(reader)) };
    reader.depth--;
    return node;
  }
  const word =
    readAt(reader, /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y) ?? fail(reader, wanted);
  const kind = word === 'null' ? 'null' : word === 'true' || word === 'false' ? 'boolean' : 'number';
  return { kind, span, text: word };
}

function readItems<T>(reader: Reader, close: string, readItem: () => T): T[] {
  const items: T[] = [];
  skipBlanks(reader);
  if (reader.text.charAt(reader.at) === close) {
    reader.at++;
    return items;
  }
  for (;;) {
    items.push(readItem());
    skipBlanks(reader);
    const next = reader.text.charAt(reader.at);
    if (next !== ',' && next !== close) fail(reader, `"," or "${close}"`);
    reader.at++;
    if (next === close) return items;
  }
}

function readEntry(reader: Reader): JsonEntry {
  skipBlanks(reader);
  if (reader.text.charAt(reader.at) !== '"') fail(reader, 'a key in double quotes');
  const key = readString(reader);
  skipBlanks(reader);
  if (reader.text.charAt(reader.at) !== ':') fail(reader, '":" behind the key');
  reader.at++;
  return { key: key.text, span: key.span, value: readValue(reader, 'a value') };
}

function readString(reader: Reader): JsonString {
  const { text, at, table } = reader;
  reader.at++;
  const lines = [table.span(reader.at)];
  // Piece by piece: one expression for the whole of a long string would need too much stack.
  for (let piece = readPiece(reader); piece !== undefined; piece = readPiece(reader))
    if (/^\\(?:n|u000a)$/i.test(piece)) lines.push(table.span(reader.at));
  if (text.charAt(reader.at) !== '"') failInString(reader);
  reader.at++;
  const value = JSON.parse(text.slice(at, reader.at)) as string;
  // Halves of surrogate pairs become U+FFFD, as encoding/json has it.
  return { kind: 'string', span: table.span(at), text: Buffer.from(value).toString(), lines };
}

/** Reads an escape of a string, or the characters up to the next one. */
function readPiece(reader: Reader): string | undefined {
  return readAt(reader, /[^"\\\0-\x1f]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y);
}

/** Fails at the first character that no string holds. */
function failInString(reader: Reader): never {
  const { text, at } = reader;
  if (text.charAt(at) !== '\\') fail(reader, 'the end of the text, or an escape such as \\n');
  if (text.charAt(at + 1) === 'u') fail(reader, 'four hexadecimal digits behind \\u', at + 2);
  return fail(reader, 'one of " \\ / b f n r t u behind the backslash', at + 1);
}

/** Reads what a sticky expression matches here. */
function readAt(reader: Reader, sticky: RegExp): string | undefined {
  sticky.lastIndex = reader.at;
  const [found] = sticky.exec(reader.text) ?? [];
  reader.at += found?.length ?? 0;
  return found;
}
