import { importTable } from '../../lang/names/imports.ts';
import { specsOf } from '../../lang/names/scope.ts';
import type { Grammar } from '../../lang/syntax/grammar.ts';
import { positionsOf } from '../../lang/syntax/positions.ts';
import { readable, sourceFile } from '../../lang/syntax/source.ts';
import type { Comment, SyntaxNode, SyntaxTree } from '../../lang/syntax/syntax.ts';
import { usedNames } from '../../rewrite/names/used-imports.ts';
import { lineForm } from '../../rewrite/splice/writer.ts';

/** A woven text without some of its variables, and a file that declares these. */
export interface Parted {
  readonly rest: Buffer;
  readonly early: Buffer;
  readonly imports: readonly string[];
}

/**
 * Takes variables out of a text into a file of their own, which is for the compiler to get first: of variables that are ready it initialises
 * the one that is declared first. Nothing else in the text moves, not by a byte: the place of a declaration is left blank.
 *
 * @param names variables to take; a declaration of several goes as a whole
 * @returns `none` where there is none; `kept` where the text does not let it be taken: names may come from a dot import, and a
 *   `//go:embed` belongs to what follows it
 */
export function takeVariables(
  text: Buffer,
  names: ReadonlySet<string>,
  file: {
    readonly name: string;
    readonly grammar: Grammar;
    readonly packageName: (path: string) => string | undefined;
  },
): Parted | 'none' | 'kept' {
  const tree = file.grammar.outline(sourceFile(file.name, text));
  const taken = tree.root.children.filter(
    (node) =>
      node.kind === 'var_declaration' && specsOf(node).some((spec) => namesOf(tree, spec).some((n) => names.has(n))),
  );
  const { specs, dots } = importTable(tree, file.packageName);
  if (taken.length === 0) return 'none';
  if (dots.length > 0) return 'kept';
  const regions = taken.map((node) => ({ start: endBefore(tree, node), end: node.end }));
  const inRegions = ({ start }: Comment) => regions.some((each) => each.start <= start && start < each.end);
  const comments = tree.comments.filter(
    (each) => inRegions(each) && directive.test(tree.source.text.slice(each.start, each.end)),
  );
  if (comments.some(({ start }) => tree.source.text.startsWith('//go:embed', start))) return 'kept';
  const rest = Buffer.from(text);
  const positions = positionsOf(tree.source);
  const copies: Buffer[] = [];
  for (const { start, end } of regions) {
    const copy = Buffer.from(text.subarray(start, end));
    for (const comment of comments) {
      if (comment.start < start || comment.start >= end) continue;
      if (tree.source.text.startsWith('//go:', comment.start)) blank(copy, comment.start - start, comment.end - start);
    }
    let from = start;
    for (const comment of [...comments.filter((each) => each.start >= start && each.end <= end), { start: end, end }]) {
      blank(rest, from, comment.start);
      from = comment.end;
    }
    blank(rest, end, semicolonAfter(tree.source.text, end) ?? end);
    copies.push(Buffer.from(lineForm(positions.at(start))), copy, Buffer.from('\n'));
  }
  const left = file.grammar.outline(sourceFile(file.name, rest));
  const early = file.grammar.outline(sourceFile(file.name, Buffer.concat([Buffer.from('package _\n'), ...copies])));
  const known = specs.filter(({ name }) => name !== '');
  const [before, still, inEarly] = [tree, left, early].map((each) =>
    usedNames(
      each,
      known.map(({ name }) => name),
    ),
  );
  const wanted = known.filter(({ name }) => inEarly?.has(name));
  for (const { syntax, name } of known) {
    const alias = syntax.field('name');
    if (alias === undefined || !before?.has(name) || still?.has(name)) continue;
    blank(rest, alias.start, alias.end);
    rest[alias.start] = '_'.charCodeAt(0);
  }
  const clause = tree.root.children.find((node) => node.kind === 'package_clause')?.children[0];
  const head = [
    '//line <gots>/vars.go:1:1\n',
    `package ${clause === undefined ? '_' : readable(tree.source, clause.start, clause.end)}`,
    ...wanted.map(({ syntax }) => `; import ${readable(tree.source, syntax.start, syntax.end)}`),
    '\n',
  ];
  return {
    rest,
    early: Buffer.concat([Buffer.from(head.join('')), ...copies]),
    imports: wanted.map(({ path }) => path),
  };
}

/** Positions hold for what is left as well; a pragma such as go:linkname speaks of the whole package, and must be there once. */
const directive = /^(?:\/\/go:|\/\/line |\/\*line )/;

function namesOf(tree: SyntaxTree, spec: SyntaxNode): string[] {
  return spec.fields('name').map((name) => readable(tree.source, name.start, name.end));
}

/** Where what stands before a declaration ends: comments in between are the declaration's. */
function endBefore(tree: SyntaxTree, node: SyntaxNode): number {
  const { children } = tree.root;
  const end = children[children.indexOf(node) - 1]?.end ?? 0;
  const { text } = tree.source;
  const newline = text.indexOf('\n', end);
  if (newline >= 0 && newline < node.start) return newline + 1;
  return semicolonAfter(text, end) ?? end;
}

/** The offset behind a semicolon that ends a declaration on its line. */
function semicolonAfter(text: string, end: number): number | undefined {
  const found = /^[ \t\r]*;/.exec(text.slice(end, end + 100));
  return found ? end + found[0].length : undefined;
}

function blank(bytes: Buffer, start: number, end: number): void {
  for (let at = start; at < end; at++) if (bytes[at] !== 0x0a && bytes[at] !== 0x0d) bytes[at] = 0x20;
}
