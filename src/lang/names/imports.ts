import type { SyntaxNode, SyntaxTree } from '../syntax/syntax.ts';
import { guessPackageNames, stripVendor } from './import-paths.ts';
import { specsOf } from './scope.ts';

export interface ImportSpec {
  readonly syntax: SyntaxNode;
  /** Without vendor prefix. */
  readonly path: string;
  readonly kind: 'named' | 'unnamed' | 'dot' | 'blank';
  /** Name the file uses it under; empty for dot and blank imports. */
  readonly name: string;
  /** The name is written, known from the package, or seen in use; otherwise it is only likely. */
  readonly certain: boolean;
}

export interface ImportTable {
  readonly specs: readonly ImportSpec[];
  /** Name in the file → what it imports. */
  readonly byName: ReadonlyMap<string, ImportSpec>;
  readonly dots: readonly ImportSpec[];
}

/**
 * The imports of a file, `import "C"` left out.
 *
 * @param packageName declared name of a path, where known
 */
export function importTable(tree: SyntaxTree, packageName: (path: string) => string | undefined): ImportTable {
  const specs = tree.root.children
    .filter((node) => node.kind === 'import_declaration')
    .flatMap((declaration) => specsOf(declaration))
    .map((syntax) => importSpec(tree, syntax, packageName))
    .filter((spec) => spec.path !== 'C');
  const byName = new Map<string, ImportSpec>();
  for (const spec of specs) if (spec.name !== '' && !byName.has(spec.name)) byName.set(spec.name, spec);
  return { specs, byName, dots: specs.filter((spec) => spec.kind === 'dot') };
}

function importSpec(
  tree: SyntaxTree,
  syntax: SyntaxNode,
  packageName: (path: string) => string | undefined,
): ImportSpec {
  const { bytes } = tree.source;
  const written = syntax.field('path');
  const fullPath = written === undefined ? '' : unquoteString(bytes.toString('utf8', written.start, written.end));
  const path = stripVendor(fullPath);
  const alias = syntax.field('name');
  if (alias !== undefined) {
    const name = bytes.toString('utf8', alias.start, alias.end);
    if (name === '.') return { syntax, path, kind: 'dot', name: '', certain: true };
    if (name === '_') return { syntax, path, kind: 'blank', name: '', certain: true };
    return { syntax, path, kind: 'named', name, certain: true };
  }
  const known = packageName(fullPath) ?? packageName(path);
  if (known !== undefined) return { syntax, path, kind: 'unnamed', name: known, certain: true };
  const guesses = guessPackageNames(path);
  const seen = guesses.find((guess) => new RegExp(`(?<![\\w.])${guess}\\s*\\.`).test(tree.source.text));
  return { syntax, path, kind: 'unnamed', name: seen ?? guesses[0] ?? '', certain: seen !== undefined };
}

/** Value of a Go string literal. Import paths hold escapes only in theory; the common ones are read. */
export function unquoteString(literal: string): string {
  if (literal.startsWith('`')) return literal.slice(1, -1).replaceAll('\r', '');
  const inner = literal.slice(1, -1);
  if (!inner.includes('\\')) return inner;
  return inner.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.))/g,
    (_, x?: string, u?: string, long?: string, octal?: string, c?: string) => {
      const hex = x ?? u ?? long;
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      return octal !== undefined ? String.fromCharCode(Number.parseInt(octal, 8)) : (c ?? '');
    },
  );
}
