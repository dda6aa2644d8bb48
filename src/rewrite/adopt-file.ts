import { importTable } from '../lang/names/imports.ts';
import { topLevelNames } from '../lang/names/scope.ts';
import { readable, sourceFile } from '../lang/syntax/source.ts';
import { spanAt } from '../lang/tree/span.ts';
import { addedFileSyntax } from '../report/codes/hooks.ts';
import type { Span } from '../report/diagnostic.ts';
import { settleFile } from './edits/settle-file.ts';
import { fileOfPackage, nameOfPackage, type PackageSession } from './package-session.ts';
import type { Edit } from './splice/edit.ts';
import { splice } from './splice/splice.ts';

/** A file of another package's folder. */
export interface ForeignFile {
  readonly path: string;
  readonly file: string;
  /** Of the advice that asks for it. */
  readonly span: Span;
}

/** The text of another package's file as a part of this one, and what it imports. */
export interface AdoptedFile {
  readonly text: Buffer;
  readonly imports: readonly string[];
}

/**
 * Puts a file of another package's folder under this package's name. Its positions stay.
 *
 * @param names `settled`: its names are made to fit into the package; `kept`: it stands in for a file of the package and fits
 * @throws GotsError aspect_package_missing, aspect_file_of_package, added_file_syntax
 */
export function adoptFile(pkg: PackageSession, wanted: ForeignFile, names: 'settled' | 'kept'): AdoptedFile {
  const file = fileOfPackage(pkg, wanted);
  pkg.own.admit(file.bytes);
  const source = sourceFile(file.name, file.bytes);
  const tree = pkg.grammar.parse(source);
  const clause = tree.root.children.find((node) => node.kind === 'package_clause')?.children[0];
  if (tree.hasErrors || clause === undefined) {
    const at = tree.firstError ?? 0;
    addedFileSyntax(spanAt(source, at), readable(source, at, Math.min(at + 40, source.text.length)).trim());
  }
  for (const each of topLevelNames(tree)) pkg.declared.add(each);
  const name = nameOfPackage(pkg) ?? readable(source, clause.start, clause.end);
  // cmd/go heeds constraints before it calls the compiler; there they would only say that the file is not for this build.
  const constraints = tree.comments
    .filter(({ start, end }) => end < clause.start && /^\/\/(go:build| *\+build)\b/.test(source.text.slice(start, end)))
    .map(({ start, end }) => ({ start, end, pieces: [] }));
  const clauseEdit: Edit = { start: clause.start, end: clause.end, pieces: [{ kind: 'inserted', text: name }] };
  const { edits, imports } = names === 'settled' ? settleFile(tree, pkg) : { edits: [], imports: [] };
  const text = splice(source, [...constraints, clauseEdit, ...edits]);
  return { text, imports: [...importTable(tree, () => undefined).specs.map((spec) => spec.path), ...imports] };
}
