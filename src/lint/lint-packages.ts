import { specsOf, topLevelNames } from '../lang/names/scope.ts';
import type { SyntaxNode, SyntaxTree } from '../lang/syntax/syntax.ts';
import { packageAbsent, symbolAbsent } from '../report/codes/lint.ts';
import type { Diagnostic } from '../report/diagnostic.ts';
import { nearest } from '../report/nearest.ts';
import { mentions } from '../vocabulary/ask.ts';
import type { Aspect } from '../vocabulary/aspect.ts';
import type { Mention, MentionedSymbol } from '../vocabulary/mention.ts';

/** What a package declares, build constraints of all platforms included. */
export interface Declared {
  readonly topLevel: readonly string[];
  /** Those of them that are constants. */
  readonly constants: readonly string[];
  /** Type → its methods. */
  readonly methods: ReadonlyMap<string, readonly string[]>;
}

/** What is looked for in a package. */
export interface Sought {
  /** Names that the files which declare it hold. */
  readonly words: readonly string[];
  /** Whether it is among what some of the files declare; then it is among what all of them do. */
  readonly isIn: (declared: Declared) => boolean;
}

/** The packages of a build. */
export interface KnownPackages {
  /**
   * What a package declares: where what is sought is there, at least that; else all. Where nothing is sought it may be nothing.
   * Undefined where no module provides the package.
   */
  readonly declared: (path: string, sought?: Sought) => Declared | undefined;
  /** For suggestions. */
  readonly paths: readonly string[];
}

/** Import paths that aspects speak of, sorted. */
export function mentionedPaths(aspects: readonly Aspect[]): string[] {
  return [...new Set(aspects.flatMap((aspect) => mentions(aspect.joinPoint).map(({ path }) => path)))].sort();
}

/** Packages that are not there, and names that they do not declare. */
export function lintPackages(aspects: readonly Aspect[], known: KnownPackages): Diagnostic[] {
  const seen = new Set<string>();
  return aspects
    .flatMap((aspect) => mentions(aspect.joinPoint))
    .flatMap((mention) => {
      const found = lintMention(mention, known);
      const key = JSON.stringify(found);
      if (found === undefined || seen.has(key)) return [];
      seen.add(key);
      return [found];
    });
}

function lintMention({ path, span, symbol }: Mention, known: KnownPackages): Diagnostic | undefined {
  const declared = known.declared(path, symbol && soughtFor(symbol));
  if (declared === undefined) return packageAbsent(span, path, nearest(path, known.paths));
  if (symbol === undefined) return undefined;
  const names = namesFor(symbol, declared);
  // A method of a type that is not there would be said twice.
  if (names === undefined || names.includes(symbol.name)) return undefined;
  const what = words[symbol.what];
  const owner = symbol.receiver === undefined ? '' : `${symbol.receiver}.`;
  return symbolAbsent(
    span,
    { path, name: `${owner}${symbol.name}`, what },
    names.map((name) => `${owner}${name}`),
  );
}

function soughtFor(symbol: MentionedSymbol): Sought {
  const { name, receiver } = symbol;
  return {
    words: receiver === undefined ? [name] : [name, receiver],
    isIn: (declared) => namesFor(symbol, declared)?.includes(name) === true,
  };
}

const words: Readonly<Record<MentionedSymbol['what'], string>> = {
  type: 'type',
  method: 'method',
  declaration: 'function, type, variable or constant',
  'declaration or method': 'function, method, type, variable or constant',
};

function namesFor({ what, receiver }: MentionedSymbol, { topLevel, methods }: Declared): readonly string[] | undefined {
  if (what === 'type' || what === 'declaration') return topLevel;
  if (what === 'method') return topLevel.includes(receiver ?? '') ? (methods.get(receiver ?? '') ?? []) : undefined;
  return [...topLevel, ...[...methods.values()].flat()];
}

/** Collects what the files of a package declare. */
export function declaredIn(trees: readonly SyntaxTree[]): Declared {
  const methods = new Map<string, string[]>();
  for (const tree of trees) {
    for (const node of tree.root.children) {
      const name = node.kind === 'method_declaration' ? node.field('name') : undefined;
      if (name === undefined) continue;
      const receiver = baseType(tree, node.field('receiver'));
      methods.set(receiver, [...(methods.get(receiver) ?? []), text(tree, name)]);
    }
  }
  const constants = trees.flatMap((tree) =>
    tree.root.children
      .filter(({ kind }) => kind === 'const_declaration')
      .flatMap((declaration) => specsOf(declaration).flatMap((spec) => spec.fields('name')))
      .map((name) => text(tree, name)),
  );
  return { topLevel: trees.flatMap(topLevelNames), constants, methods };
}

/** `T` of a receiver `(t *T[K])`. */
function baseType(tree: SyntaxTree, receiver: SyntaxNode | undefined): string {
  const type = receiver?.children[0]?.field('type');
  return type === undefined ? '' : (/^[*(\s]*([\p{L}_][\p{L}\p{Nd}_]*)/u.exec(text(tree, type))?.[1] ?? '');
}

function text(tree: SyntaxTree, node: SyntaxNode): string {
  return tree.source.bytes.toString('utf8', node.start, node.end);
}
