import { readFileSync } from 'node:fs';
import type { Grammar } from '../../../src/lang/syntax/grammar.ts';
import { type SourceFile, sourceFile } from '../../../src/lang/syntax/source.ts';
import type { SyntaxNode, SyntaxTree } from '../../../src/lang/syntax/syntax.ts';
import { parsePlain } from '../../../src/weave/2-parse/descent/parse-plain.ts';
import { judgeByGo, testGrammar, treeSitter } from '../grammar.ts';

/** What the two parsers of gots make of a text. */
export type Outcome =
  /** Both make the same tree. */
  | { readonly kind: 'same' }
  /** The descent parser leaves the text to tree-sitter. */
  | { readonly kind: 'left' }
  /** The descent parser claims to know the text, and tree-sitter makes another tree of it, or finds an error. */
  | { readonly kind: 'differs'; readonly what: string; readonly at: number };

/** @param reference tree-sitter alone */
export function compareParsers(reference: Grammar, name: string, bytes: Buffer): Outcome {
  const source = sourceFile(name, bytes);
  const own = parsePlain(source);
  if (own === undefined) return { kind: 'left' };
  const wanted = reference.parse(source);
  if (wanted.hasErrors) return { kind: 'differs', what: 'an error for tree-sitter', at: wanted.firstError ?? 0 };
  return treeDifference(own, wanted, source) ?? { kind: 'same' };
}

type Difference = Extract<Outcome, { readonly kind: 'differs' }>;

/** The first node, from the top, that is not the same on both sides; then comments. */
function treeDifference(own: SyntaxTree, wanted: SyntaxTree, source: SourceFile): Difference | undefined {
  const waiting: [SyntaxNode, SyntaxNode][] = [[own.root, wanted.root]];
  for (let pair = waiting.pop(); pair; pair = waiting.pop()) {
    const [a, b] = pair;
    if (label(a) !== label(b)) return { kind: 'differs', what: `${label(a)}, not ${label(b)}`, at: a.start };
    if (a.start !== b.start || a.end !== b.end)
      return { kind: 'differs', what: `${a.kind} at ${a.start}–${a.end}, not ${b.start}–${b.end}`, at: a.start };
    if (a.children.length !== b.children.length)
      return { kind: 'differs', what: `${a.kind} of ${listOf(a)}, not of ${listOf(b)}`, at: a.start };
    for (const [index, child] of a.children.entries()) {
      if (child.parent !== a) return { kind: 'differs', what: `${child.kind} with another parent`, at: child.start };
      waiting.push([child, b.children[index] as SyntaxNode]);
    }
  }
  const [found, expected] = [own, wanted].map(({ comments }) => comments.map(({ start, end }) => `${start}–${end}`));
  if (String(found) === String(expected)) return undefined;
  const at = (found ?? []).findIndex((range, index) => range !== expected?.[index]);
  return { kind: 'differs', what: 'comments', at: own.comments[at]?.start ?? source.text.length };
}

function label({ kind, fieldName }: SyntaxNode): string {
  return fieldName === undefined ? kind : `${fieldName}: ${kind}`;
}

function listOf({ children }: SyntaxNode): string {
  return children.map(label).join(' ') || 'nothing';
}

export interface Counts {
  files: number;
  bytes: number;
  /** The same tree by both parsers. */
  same: number;
  left: number;
  /** Another tree than tree-sitter's, and go/parser reads the text as the descent parser does. */
  asGo: number;
  /** Another tree than tree-sitter's, and no Go for go/parser. */
  noGo: number;
}

/** Holds both parsers against each other, and what gots reads against go/parser. */
export class ParserComparison {
  readonly counts: Counts = { files: 0, bytes: 0, same: 0, left: 0, asGo: 0, noGo: 0 };
  /** Files that the descent parser claims to know and go/parser reads in another way. */
  readonly wrong: string[] = [];
  /** Files of Go that tree-sitter, to which they were left, has an error in or reads in another way. */
  readonly leftWrong: string[] = [];
  /** What tree-sitter makes otherwise, by kind of difference: how often, and one place. */
  readonly asGo = new Map<string, { count: number; readonly place: string }>();
  private readonly reference: Grammar;
  private readonly grammar: Grammar;
  private readonly program: string;

  private constructor(reference: Grammar, grammar: Grammar, program: string) {
    this.reference = reference;
    this.grammar = grammar;
    this.program = program;
  }

  /** @param program go-facts, built */
  static async start(program: string): Promise<ParserComparison> {
    return new ParserComparison(await treeSitter(), await testGrammar(), program);
  }

  add(files: readonly string[]): void {
    const outcomes = new Map(files.map((file) => [file, this.parse(file)]));
    for (const { file, refused, difference } of judgeByGo(this.grammar, this.program, files)) {
      const outcome = outcomes.get(file) as Outcome;
      if (difference !== undefined) {
        const text = outcome.kind === 'differs' ? `${difference}; tree-sitter: ${outcome.what}` : difference;
        (outcome.kind === 'left' ? this.leftWrong : this.wrong).push(`${file}: ${text}`);
      } else if (outcome.kind === 'differs') this.note(file, outcome, refused);
    }
  }

  private parse(file: string): Outcome {
    const bytes = readFileSync(file);
    const outcome = compareParsers(this.reference, file, bytes);
    this.counts.files++;
    this.counts.bytes += bytes.length;
    if (outcome.kind !== 'differs') this.counts[outcome.kind]++;
    return outcome;
  }

  private note(file: string, { what, at }: Difference, refused: string | undefined): void {
    this.counts[refused === undefined ? 'asGo' : 'noGo']++;
    const kind = `${refused === undefined ? '' : 'no Go: '}${what.replace(/\d+–\d+/g, 'n')}`;
    const known = this.asGo.get(kind);
    if (known) known.count++;
    else this.asGo.set(kind, { count: 1, place: `${file} at ${at}` });
  }

  /** One line of figures, and one for each kind of difference that go/parser decides for the descent parser. */
  report(name: string): string {
    const { files, bytes, same, left, asGo, noGo } = this.counts;
    const kinds = [...this.asGo].map(([kind, { count, place }]) => `  ${count} times ${kind}, first in ${place}\n`);
    return (
      `${name}: ${files} files, ${Math.round(bytes / 1e6)} MB; ${same} same trees, ${left} left to tree-sitter, ` +
      `${asGo} as go/parser and not as tree-sitter, ${noGo} of what is no Go; ${this.wrong.length} wrong, ` +
      `${this.leftWrong.length} wrong of those left\n${kinds.join('')}`
    );
  }
}
