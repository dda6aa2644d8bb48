import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type ParsedNode,
  Parser,
  type YAMLError,
} from 'yaml';
import { aspectDuplicateKey, aspectSyntax } from '../report/codes/aspect.ts';
import type { Span } from '../report/diagnostic.ts';
import { attempt, type Problems } from './attempt.ts';
import { type LineTable, lineTable } from './line-table.ts';
import { type ScalarStyle, scalarLines } from './scalar-lines.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './yaml-node.ts';

/** More than any real file has, few enough that nested aliases cannot fill the memory. */
const maxNodes = 200_000;
const maxDepth = 100;

/**
 * Reads the first document of a YAML file, by YAML 1.2 rules even where the file says `%YAML 1.1`:
 * bare `on`, `off`, `yes` and `no` stay text.
 *
 * @param file display name for spans
 * @param problems without a sink the first problem is thrown
 * @returns undefined for a file without content
 * @throws GotsError aspect_syntax, aspect_duplicate_key
 */
export function readYaml(bytes: Buffer, file: string, problems: Problems = {}): YamlNode | undefined {
  const text = decode(bytes, file);
  const table = lineTable(text, file);
  const document = parseFirst(text, table);
  if (!document) return undefined;
  const errors = [...document.errors].sort((a, b) => a.pos[0] - b.pos[0]);
  for (const problem of errors) attempt(problems, () => refuse(problem, table));
  if (errors.length > 0) return undefined;
  const content = document.contents as ParsedNode | null;
  if (!content) return undefined;
  return convert(content, { text, table, anchors: new Map(), sizes: new Map(), count: 0, problems }, 0);
}

function refuse(problem: YAMLError, table: LineTable): never {
  // Where the library gives up depends on the stack, so no place is named.
  if (problem.code === 'RESOURCE_EXHAUSTION') aspectSyntax(table.span(0), 'it is nested too deeply', problem);
  return aspectSyntax(table.span(problem.pos[0]), sentence(problem.message), problem);
}

interface State {
  readonly problems: Problems;
  readonly text: string;
  readonly table: LineTable;
  readonly anchors: Map<string, YamlNode>;
  /** Number of nodes below each anchor, aliases expanded. */
  readonly sizes: Map<string, number>;
  count: number;
}

function decode(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    return aspectSyntax({ file, line: 1, column: 1 }, 'the file is not UTF-8 text', cause);
  }
}

function parseFirst(text: string, table: LineTable): Document | undefined {
  const options = { schema: 'failsafe', version: '1.2', prettyErrors: false, uniqueKeys: false } as const;
  try {
    const [first] = new Composer({ ...options, logLevel: 'silent' }).compose(tokensOf(text, table));
    return first as Document | undefined;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return aspectSyntax(table.span(0), 'it is nested too deeply', cause);
  }
}

/** Composing is recursive, and what the engine does at the end of its stack is not always an error that can be caught. */
const maxOpen = 1000;

function* tokensOf(text: string, table: LineTable): Generator<CST.Token> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > maxOpen) aspectSyntax(table.span(0), 'it is nested too deeply');
  }
  yield* parser.end();
}

function convert(node: ParsedNode, state: State, depth: number): YamlNode {
  const before = state.count++;
  const span = state.table.span(node.range[0]);
  if (depth > maxDepth) aspectSyntax(span, 'it is nested too deeply');
  if (isAlias(node)) return alias(node.source, span, state);
  if (node.tag && !/^(!|tag:yaml\.org,2002:(str|null|bool|int|float|map|seq))$/.test(node.tag)) {
    aspectSyntax(span, `the tag ${node.tag} has no meaning here`);
  }
  const result = shape(node, { span, state, depth });
  if (state.count > maxNodes) aspectSyntax(span, `its aliases expand to more than ${maxNodes} values`);
  const anchor = node.anchor;
  if (anchor) {
    state.anchors.set(anchor, result);
    state.sizes.set(anchor, state.count - before);
  }
  return result;
}

function alias(name: string, span: Span, state: State): YamlNode {
  const target = state.anchors.get(name);
  if (!target) return aspectSyntax(span, `the alias *${name} has no anchor &${name} before it`);
  state.count += state.sizes.get(name) ?? 0;
  if (state.count > maxNodes) aspectSyntax(span, `its aliases expand to more than ${maxNodes} values`);
  return target;
}

function shape(node: ParsedNode, at: { span: Span; state: State; depth: number }): YamlNode {
  const { span, state, depth } = at;
  if (isSeq(node)) {
    return { kind: 'list', span, items: node.items.map((item) => convert(item as ParsedNode, state, depth + 1)) };
  }
  if (isMap(node)) return mapping(node.items as Pair[], at);
  if (!isScalar(node)) return aspectSyntax(span, 'a value of an unknown kind');
  const value = typeof node.value === 'string' ? node.value : '';
  const style = styles[node.type ?? 'PLAIN'] ?? 'plain';
  const [start, end] = node.range;
  return {
    kind: 'scalar',
    span,
    text: value,
    plain: style === 'plain' && node.tag !== 'tag:yaml.org,2002:str' && node.tag !== '!',
    lines: () => scalarLines(state.text, { style, start, end, value }).map(state.table.span),
  };
}

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

interface Pair {
  readonly key: ParsedNode;
  readonly value: ParsedNode | null;
}

function mapping(pairs: readonly Pair[], at: { span: Span; state: State; depth: number }): YamlMap {
  const { span, state, depth } = at;
  const own = new Map<string, YamlEntry>();
  const merged = new Map<string, YamlEntry>();
  const mergeKeys: Span[] = [];
  for (const pair of pairs) {
    const key = convert(pair.key, state, depth + 1);
    if (key.kind !== 'scalar') return aspectSyntax(key.span, 'a key must be text');
    const value = pair.value ? convert(pair.value, state, depth + 1) : nothing(key.span);
    const [firstMerge] = mergeKeys;
    if (key.text === '<<' && key.plain) {
      if (firstMerge) attempt(state.problems, () => aspectDuplicateKey(key.span, key.text, firstMerge));
      mergeKeys.push(key.span);
      for (const entry of mergeEntries(value)) if (!merged.has(entry.key)) merged.set(entry.key, entry);
      continue;
    }
    const first = own.get(key.text);
    if (first) attempt(state.problems, () => aspectDuplicateKey(key.span, key.text, first.span));
    own.set(key.text, { key: key.text, span: key.span, value });
  }
  const inherited = [...merged.values()].filter((entry) => !own.has(entry.key));
  return { kind: 'map', span, entries: [...own.values(), ...inherited] };
}

/** `<<: *a` or `<<: [*a, *b]`; the earlier mapping wins. */
function mergeEntries(value: YamlNode): readonly YamlEntry[] {
  if (value.kind === 'map') return value.entries;
  if (value.kind === 'list') {
    return value.items.flatMap((item) =>
      item.kind === 'map' ? item.entries : aspectSyntax(item.span, 'only mappings can be merged with <<'),
    );
  }
  return aspectSyntax(value.span, 'only mappings can be merged with <<');
}

function nothing(span: Span): YamlScalar {
  return { kind: 'scalar', span, text: '', plain: true, lines: () => [span] };
}

/** The library's messages are sentences of their own: `Missing closing "quote`. */
function sentence(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
