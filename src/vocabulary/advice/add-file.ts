import type { AdviceOf } from '../../aspects/ir.ts';
import { importTable } from '../../lang/names/imports.ts';
import { topLevelNames } from '../../lang/names/scope.ts';
import { readable, sourceFile } from '../../lang/syntax/source.ts';
import { spanAt } from '../../lang/tree/span.ts';
import { addedFileSyntax, replacedFileMissing } from '../../report/codes/hooks.ts';
import { settleFile } from '../../rewrite/edits/settle-file.ts';
import { addedName, baseName, fileOfPackage, type PackageSession, packageName } from '../../rewrite/package-session.ts';
import type { Site } from '../../rewrite/session.ts';
import type { Edit } from '../../weave/5-splice/edit.ts';
import { splice } from '../../weave/5-splice/splice.ts';

/** Adds the file to the package, wherever in it the aspect matched. */
export function addFile(advice: AdviceOf<'add-file'>, { session }: Site): void {
  addFileTo(session.pkg, advice);
}

/**
 * Puts a file of another package's folder under this package's name. Nothing else in it changes, and its positions stay.
 *
 * @throws GotsError aspect_package_missing, aspect_file_of_package, added_file_syntax
 */
export function addFileTo(pkg: PackageSession, advice: AdviceOf<'add-file'>): void {
  const key = `file ${advice.path} ${advice.file}`;
  if (pkg.added.has(key)) return;
  const links = advice.unlinked === true ? [] : [advice.path];
  pkg.added.set(key, { name: addedName(pkg, advice.file), ...ownFile(pkg, advice, settleFile), links });
}

/**
 * Puts a file of another package's folder in the place of this package's file of the same name.
 *
 * @throws GotsError aspect_package_missing, aspect_file_of_package, added_file_syntax, replaced_file_missing
 */
export function replaceFileIn(pkg: PackageSession, advice: AdviceOf<'replace-file'>): void {
  const { request, replaced } = pkg;
  const own = request.files.find(({ name }) => baseName(name) === advice.file);
  if (own === undefined) {
    const known = request.files.map(({ name }) => baseName(name));
    replacedFileMissing(advice.span, { file: advice.file, path: request.facts.importPath }, known);
  }
  if (!replaced.has(own.name))
    replaced.set(
      own.name,
      ownFile(pkg, advice, () => ({ edits: [], imports: [] })),
    );
}

/** The text of another package's file as a part of this one. */
function ownFile(
  pkg: PackageSession,
  advice: AdviceOf<'add-file'> | AdviceOf<'replace-file'>,
  settle: typeof settleFile,
): { readonly text: Buffer; readonly imports: readonly string[] } {
  const file = fileOfPackage(pkg, advice);
  pkg.own.admit(file.bytes);
  const source = sourceFile(file.name, file.bytes);
  const tree = pkg.grammar.parse(source);
  const clause = tree.root.children.find((node) => node.kind === 'package_clause')?.children[0];
  if (tree.hasErrors || clause === undefined) {
    const at = tree.firstError ?? 0;
    addedFileSyntax(spanAt(source, at), readable(source, at, Math.min(at + 40, source.text.length)).trim());
  }
  for (const each of topLevelNames(tree)) pkg.declared.add(each);
  const name = packageName(pkg) ?? readable(source, clause.start, clause.end);
  // cmd/go heeds constraints before it calls the compiler; there they would only say that the file is not for this build.
  const constraints = tree.comments
    .filter(({ start, end }) => end < clause.start && /^\/\/(go:build| *\+build)\b/.test(source.text.slice(start, end)))
    .map(({ start, end }) => ({ start, end, pieces: [] }));
  const clauseEdit: Edit = { start: clause.start, end: clause.end, pieces: [{ kind: 'inserted', text: name }] };
  const { edits, imports } = settle(tree, pkg);
  const text = splice(source, [...constraints, clauseEdit, ...edits]);
  return { text, imports: [...importTable(tree, () => undefined).specs.map((spec) => spec.path), ...imports] };
}
