import { guessPackageNames } from '../../lang/names/import-paths.ts';
import { importTable } from '../../lang/names/imports.ts';
import { selectorParts } from '../../lang/names/names.ts';
import { isDeclaredLocally } from '../../lang/names/scope.ts';
import { byteString } from '../../lang/syntax/source.ts';
import type { SyntaxNode, SyntaxTree } from '../../lang/syntax/syntax.ts';
import { type Token, tokens } from '../../lang/syntax/tokens.ts';

/**
 * A Go file as what it says: its tokens without comments, separators that may be left out and the names of its imports. Two
 * files with the same answer are the same program, however they are written and whatever they call their imports.
 */
export function canonicalGo(tree: SyntaxTree): string[] {
  const { specs, byName } = importTable(tree, () => undefined);
  const paths = new Map<number, string>();
  const imports = tree.root.children.filter((node) => node.kind === 'import_declaration');
  forEachNode(tree.root, (node) => {
    if (node.kind !== 'selector_expression' && node.kind !== 'qualified_type') return;
    const { left } = selectorParts(node);
    if (left?.kind !== 'identifier' && left?.kind !== 'package_identifier') return;
    const name = tree.source.bytes.toString('utf8', left.start, left.end);
    const spec = byName.get(name);
    if (spec !== undefined && !isDeclaredLocally(tree, left, name)) paths.set(left.start, JSON.stringify(spec.path));
  });
  const blank = specs.filter(({ kind }) => kind === 'blank').map(({ path }) => `import _ ${JSON.stringify(path)}`);
  const isImport = ({ start }: Token): boolean => imports.some((node) => node.start <= start && start < node.end);
  const words = [...tokens(tree.source.text)]
    .filter((token) => !isImport(token))
    .flatMap(({ kind, start, end }) => {
      const text = tree.source.text.slice(start, end);
      // Pragmas mean something; whatever else is said in comments does not.
      if (kind === 'comment') return /^\/\/go:/.test(text) ? [text.trimEnd()] : [];
      return text === ';' ? [] : [paths.get(start) ?? text];
    });
  const closing = new Set([')', '}', ']']);
  return [...blank.sort(), ...words.filter((word, at) => word !== ',' || !closing.has(words[at + 1] ?? ''))];
}

function forEachNode(root: SyntaxNode, visit: (node: SyntaxNode) => void): void {
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    visit(node);
    open.push(...node.children);
  }
}

/**
 * Whether the tokens of a piece of Go stand in a row in a file. Blanks, comments and positions do not count; a package is named as
 * in the file, or as its path suggests.
 *
 * @param file as {@link canonicalGo} gives it
 */
export function containsGo(file: readonly string[], piece: string): boolean {
  const text = byteString(Buffer.from(piece));
  const wanted = [...tokens(text)]
    .filter(({ kind }) => kind !== 'comment')
    .map(({ start, end }) => text.slice(start, end))
    .filter((word) => word !== ';');
  return file.some((_, at) => wanted.every((word, i) => isWord(file[at + i], word)));
}

function isWord(found: string | undefined, wanted: string): boolean {
  if (found === undefined || found === wanted) return found !== undefined;
  return found.startsWith('"') && guessPackageNames(found.slice(1, -1)).includes(wanted);
}
