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
  const { text, at, table } = reader;
  const span = table.span(at);
  const first = text.charAt(at);
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
  const [word] =
    /^(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)/.exec(text.slice(at, at + 400)) ?? [];
  if (word === undefined) return fail(reader, wanted);
  reader.at += word.length;
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

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

function readString(reader: Reader): JsonString {
  const { text, table } = reader;
  const span = table.span(reader.at);
  const lines = [table.span(reader.at + 1)];
  let value = '';
  for (reader.at++; ; ) {
    const char = text.charAt(reader.at);
    if (char === '"') break;
    if (char < ' ') fail(reader, 'the end of the text, or an escape such as \\n');
    const decoded = char === '\\' ? readEscape(reader) : char;
    if (char !== '\\') reader.at++;
    value += decoded;
    if (decoded === '\n') lines.push(table.span(reader.at));
  }
  reader.at++;
  return { kind: 'string', span, text: wellFormed(value), lines };
}

function readEscape(reader: Reader): string {
  const { text, at } = reader;
  const letter = text.charAt(at + 1);
  if (letter === 'u') {
    const digits = text.slice(at + 2, at + 6);
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) fail(reader, 'four hexadecimal digits behind \\u', at + 2);
    reader.at += 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }
  reader.at += 2;
  return escapes[letter] ?? fail(reader, 'one of " \\ / b f n r t u behind the backslash', at + 1);
}

/** Halves of surrogate pairs become U+FFFD, as encoding/json has it. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
