import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type SourceFile, sourceFile } from '../../src/lang/syntax/source.ts';
import { splice } from '../../src/rewrite/splice/splice.ts';
import { runOnLines } from './go-program.ts';
import { drawFrom, type RandomEdits, randomEdits } from './random-edits.ts';

export interface SpliceCase {
  /** Where positions say the file is. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly seed: number;
}

/**
 * Splices random edits into each file and holds the tokens go/scanner finds in the result against those of the original:
 * text and position (file, line and column) of each must have survived, in the order in which the edits print them.
 *
 * @param size about one edit in so many tokens
 * @returns one line for each case that fails
 */
export function spliceCampaign(program: string, dir: string, cases: readonly SpliceCase[], size: number): string[] {
  const scanned = scanTokens(program, dir, cases, (one) => one.bytes);
  const prepared = cases.map((one, index) => prepare(one, (scanned[index] as Scanned).tokens, size));
  const woven = scanTokens(program, dir, cases, (_, index) => {
    const { source, edits } = prepared[index] as Prepared;
    return splice(source, edits.edits);
  });
  return cases.flatMap(({ name, seed }, index) => {
    const { edits } = prepared[index] as Prepared;
    const failure = compare(scanned[index] as Scanned, woven[index] as Scanned, edits);
    return failure === undefined ? [] : [`${name} (seed ${seed}): ${failure}`];
  });
}

export interface GoToken {
  readonly offset: number;
  readonly text: string;
  readonly at: string;
}

export interface Scanned {
  readonly errors: readonly string[];
  readonly tokens: readonly GoToken[];
}

interface Prepared {
  readonly source: SourceFile;
  readonly edits: RandomEdits;
}

function prepare({ name, bytes, seed }: SpliceCase, tokens: readonly GoToken[], size: number): Prepared {
  const source = sourceFile(name, bytes);
  const borders = new Set(tokens.map((token) => token.offset));
  for (const { offset, text } of tokens) {
    // Inserted at its end, the text would be part of a line comment; where go/scanner drops `\r` the end is not known.
    const end = offset + Buffer.byteLength(text);
    if (!text.startsWith('/') && bytes.toString('utf8', offset, end) === text) borders.add(end);
  }
  borders.add(bytes.length);
  const ordered = [...borders].sort((a, b) => a - b);
  return { source, edits: randomEdits(ordered, size, drawFrom(seed)) };
}

function compare(original: Scanned, woven: Scanned, { printed }: RandomEdits): string | undefined {
  const error = woven.errors.find((one) => !original.errors.includes(one));
  if (error !== undefined) return `go/scanner: ${error}`;
  const first = original.tokens[0]?.offset ?? 0;
  const wanted = printed.flatMap(([start, end]) => tokensIn(original.tokens, Math.max(start, first), end));
  const found = woven.tokens.filter((token) => !token.text.includes('zz_Woven_zz'));
  const at = wanted.findIndex((token, i) => token.text !== found[i]?.text || token.at !== found[i]?.at);
  if (at < 0 && wanted.length === found.length) return undefined;
  const index = at < 0 ? wanted.length : at;
  const show = (token: GoToken | undefined) => token && `${token.at} ${token.text}`;
  return `wanted ${show(wanted[index])}, found ${show(found[index])}`;
}

function tokensIn(tokens: readonly GoToken[], start: number, end: number): readonly GoToken[] {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as GoToken).offset < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < tokens.length && (tokens[last] as GoToken).offset < end) last++;
  return tokens.slice(low, last);
}

/** Files of odd lines: line directives of all forms, comments, letters of several bytes, line ends of both kinds. */
export function oddFiles(count: number, seed: number): SpliceCase[] {
  const line = fc.constantFrom(
    'var a, b = c /d, e&^ f',
    '// plain',
    '//line /d/y.y:7',
    '//line /e/z z.y:9:4',
    '//line :12:3',
    '//go:noinline',
    'x /*line /f/g:3:5*/ := /*line :5:6*/ "日本" + `raw\n//line /raw:1\n` + \'é\' // end',
    '\t\tf( g /* in\nside */ )',
    '/*line /h:1*/ return //line /i:1:1',
    '//line /bad:0:1',
    '',
  );
  const one = fc.record({
    name: fc.constantFrom('/a.go', '/a b:3.go', '/日.go'),
    bytes: fc
      .tuple(fc.boolean(), fc.constantFrom('\n', '\r\n'), fc.array(line, { maxLength: 25 }))
      .map(([mark, end, lines]) => Buffer.from(`${mark ? '\ufeff' : ''}package p${end}${lines.join(end)}${end}`)),
    seed: fc.nat(),
  });
  return fc.sample(one, { numRuns: count, seed });
}

/** The tokens of each case's text, and what go/scanner complains of. */
export function scanTokens(
  program: string,
  dir: string,
  cases: readonly SpliceCase[],
  bytesOf: (one: SpliceCase, index: number) => Buffer,
): Scanned[] {
  const lines = cases.map((one, index) => {
    const path = join(dir, `${index}.go`);
    writeFileSync(path, bytesOf(one, index));
    return JSON.stringify({ name: one.name, path });
  });
  return runOnLines(program, lines) as Scanned[];
}
