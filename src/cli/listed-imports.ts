import { join } from 'node:path';
import type { FileView } from '../base/file-view.ts';
import type { GoOptions } from '../go/go.ts';
import { type ListedPackage, listPackages } from '../go/list.ts';
import { goImports } from '../lang/syntax/go-imports.ts';

/**
 * Packages as {@link listPackages} tells of them. go is asked for their files only and the imports are read here: go would look for
 * everything that they import in turn, which takes longer than all the rest.
 *
 * @param files what go reads
 * @throws GotsError cli_go_failed
 */
export async function listWithImports(
  patterns: readonly string[],
  options: GoOptions,
  files: FileView,
): Promise<readonly ListedPackage[]> {
  const found = await listPackages(['-find', '--', ...patterns], options);
  const read = found.map((each) => withImports(each, files));
  return read.every((each) => each !== undefined) ? read : listPackages(['--', ...patterns], options);
}

/**
 * A package that was listed with `-find`, with its imports.
 *
 * @returns undefined where only go can tell: of the standard library, which has names of its own for what it vendors, and of files
 *   that cannot be read
 */
export function withImports(listed: ListedPackage, files: FileView): ListedPackage | undefined {
  const { Dir: dir, Standard, GoFiles = [], CgoFiles = [], TestGoFiles = [], XTestGoFiles = [] } = listed;
  if (dir === undefined) return listed;
  if (Standard) return undefined;
  const of = (names: readonly string[]) =>
    importsOfFiles(
      names.map((name) => join(dir, name)),
      files,
    );
  const [own, tests, external] = [of([...GoFiles, ...CgoFiles]), of(TestGoFiles), of(XTestGoFiles)];
  if (!own || !tests || !external) return undefined;
  return { ...listed, Imports: own, TestImports: tests, XTestImports: external };
}

/** Imports of files, sorted; undefined where one cannot be read. */
export function importsOfFiles(paths: readonly string[], files: FileView): readonly string[] | undefined {
  try {
    const all = paths.flatMap((path) => goImports({ display: path, bytes: files.read(path) ?? Buffer.alloc(0) }));
    return [...new Set(all.map(({ path }) => path))].sort();
  } catch {
    return undefined;
  }
}
