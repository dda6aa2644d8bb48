import { readFileSync } from 'node:fs';
import { wasmPath } from '../../src/base/asset.ts';
import type { Grammar } from '../../src/lang/syntax/grammar.ts';
import { sourceFile } from '../../src/lang/syntax/source.ts';
import type { SyntaxTree } from '../../src/lang/syntax/syntax.ts';
import { loadGrammar, loadTreeSitter } from '../../src/weave/2-parse/load-grammar.ts';
import { factsOf } from './go-facts.ts';
import { runOnLines } from './go-program.ts';

/** The grammar gots ships. */
export function testGrammar(): Promise<Grammar> {
  return loadGrammar(wasm());
}

/** tree-sitter alone, which decides how any text is read. */
export function treeSitter(): Promise<Grammar> {
  return loadTreeSitter(wasm());
}

function wasm() {
  return {
    runtimeWasm: readFileSync(wasmPath('web-tree-sitter.wasm')),
    goWasm: readFileSync(wasmPath('tree-sitter-go.wasm')),
  };
}

export function parseGo(grammar: Grammar, text: string): SyntaxTree {
  return grammar.parse(sourceFile('x.go', Buffer.from(text)));
}

export interface Comparison {
  readonly compared: number;
  /** `file: what` for each file whose tree is not go/parser's. */
  readonly differences: readonly string[];
}

/** Holds gots' tree of each file against go/parser's, as the go-facts program reports it; files go/parser refuses fail. */
export function compareWithGo(grammar: Grammar, program: string, files: readonly string[]): Comparison {
  const judged = judgeByGo(grammar, program, files);
  const differences = judged.flatMap(({ file, refused, difference }) => {
    const problem = refused ?? difference;
    return problem === undefined ? [] : [`${file}: ${problem}`];
  });
  return { compared: judged.length, differences };
}

export interface Judgement {
  readonly file: string;
  /** What go/parser says of a file that is no Go. */
  readonly refused?: string | undefined;
  /** Where gots' tree is not go/parser's. */
  readonly difference?: string | undefined;
}

/** Holds gots' tree of each file against go/parser's, as the go-facts program reports it. */
export function judgeByGo(grammar: Grammar, program: string, files: readonly string[]): Judgement[] {
  const judged: Judgement[] = [];
  for (let from = 0; from < files.length; from += 200) {
    for (const report of runOnLines(program, files.slice(from, from + 200)) as Report[]) {
      const { file, error } = report;
      judged.push(
        error === undefined ? { file, difference: firstDifference(grammar, report) } : { file, refused: error },
      );
    }
  }
  return judged;
}

interface Report {
  readonly file: string;
  readonly error?: string;
  readonly facts: string;
}

function firstDifference(grammar: Grammar, { file, facts }: Report): string | undefined {
  const tree = grammar.parse(sourceFile(file, readFileSync(file)));
  if (tree.hasErrors) return `ERROR node at ${tree.firstError}`;
  const wanted = facts.trimEnd().split('\n').sort();
  const found = factsOf(tree);
  const at = wanted.findIndex((fact, index) => fact !== found[index]);
  if (at < 0 && wanted.length === found.length) return undefined;
  return `go/parser: ${wanted[at]}, gots: ${found[at < 0 ? wanted.length : at]}`;
}
