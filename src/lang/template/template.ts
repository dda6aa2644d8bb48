/**
 * Go's text/template (Go 1.26) for the templates in aspect files: same language, same results, same messages. The
 * result is not one string but chunks, so that each piece of text can be traced to its place in the template and a
 * syntax node that an action prints stays a node. Specification: Go's text/template, text/template/parse and fmt.
 *
 * Differences, all deliberate: templates that call one another, parentheses and control structures may nest 500 deep (Go:
 * 100000, 10000, any number; more than a JavaScript stack holds); addresses (`%p`) are one fixed number; objects have no
 * fields that `%d` or `%#v` could show; output that is not UTF-8 is an error, as Go source must be.
 */
import { fromBytes, isUtf8, toBytes } from '../text/bytes.ts';
import { TemplateExecError } from './errors.ts';
import { type RawChunk, runTemplate } from './evaluate.ts';
import type { Tree } from './nodes.ts';
import { parse } from './parser.ts';
import { type TemplateFunction, toGo, type Value } from './values/values.ts';

export interface Template {
  /** This and the source are UTF-8, one character per byte. */
  readonly name: string;
  readonly source: string;
  /** The template itself and those it defines. */
  readonly trees: ReadonlyMap<string, Tree>;
}

export type Chunk =
  /** Literal text, or a printed value. `offset` is where its first byte (or the action that printed it) stands. */
  | { readonly kind: 'text'; readonly text: string; readonly offset: number }
  | { readonly kind: 'node'; readonly node: unknown; readonly offset: number };

/**
 * Parses a template.
 *
 * @param name appears in messages and is what `{{ template }}` calls the whole by
 * @param functions names that may be called besides the built-in ones
 * @throws TemplateSyntaxError with Go's message
 */
export function parseTemplate(name: string, source: string, functions: readonly string[] = []): Template {
  const bytes = { name: toBytes(name), source: toBytes(source) };
  return { ...bytes, trees: parse(bytes.name, bytes.source, functions.map(toBytes)) };
}

/**
 * Executes a template on `dot`.
 *
 * @returns what it printed, in order, without empty text; offsets are bytes of the template source
 * @throws TemplateExecError with Go's message
 */
export function executeTemplate(
  template: Template,
  dot: Value,
  functions: Readonly<Record<string, TemplateFunction>> = {},
): readonly Chunk[] {
  return decode(
    template,
    runTemplate(template, toGo(dot), new Map(Object.entries(functions).map(([k, f]) => [toBytes(k), f]))),
  );
}

/** Line (from 0) and column (bytes, from 0) of a byte offset in the template source. */
export function templatePosition(
  template: Template,
  offset: number,
): { readonly line: number; readonly column: number } {
  const before = template.source.slice(0, offset);
  return { line: before.split('\n').length - 1, column: offset - (before.lastIndexOf('\n') + 1) };
}

/** Bytes to text. A character may be printed in parts; then the parts become one chunk. */
function decode(template: Template, raw: readonly RawChunk[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let i = 0; i < raw.length; i++) {
    const chunk = raw[i] as RawChunk;
    if (chunk.kind === 'node') {
      chunks.push(chunk);
      continue;
    }
    let bytes = chunk.bytes;
    for (let next = raw[i + 1]; !isUtf8(bytes) && next?.kind === 'bytes'; next = raw[i + 1]) {
      bytes += next.bytes;
      i++;
    }
    if (!isUtf8(bytes)) {
      throw new TemplateExecError(`template: ${fromBytes(template.name)}: the output is not valid UTF-8`, chunk.offset);
    }
    chunks.push({ kind: 'text', text: fromBytes(bytes), offset: chunk.offset });
  }
  return chunks;
}
