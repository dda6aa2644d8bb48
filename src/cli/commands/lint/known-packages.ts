import { join } from 'node:path';
import type { FileView } from '../../../base/file-view.ts';
import { type GoOptions, runGo } from '../../../go/go.ts';
import { type ListedPackage, listPackages } from '../../../go/list.ts';
import type { Grammar } from '../../../lang/syntax/grammar.ts';
import { sourceFile } from '../../../lang/syntax/source.ts';
import { type Declared, declaredIn, type KnownPackages } from '../../../lint/lint-packages.ts';

/**
 * Looks packages up in the module of the working directory.
 *
 * @param paths those that will be asked about
 * @throws GotsError cli_go_failed
 */
export async function knownPackages(
  paths: readonly string[],
  go: GoOptions,
  reading: { readonly grammar: Grammar; readonly view: FileView },
): Promise<KnownPackages> {
  const plain = paths.filter((path) => /^[^\s.-][^\s]*$/.test(path));
  const listed = plain.length === 0 ? [] : await listPackages(['-find', '--', ...plain], go);
  const byPath = new Map(listed.filter(isThere).map((listing) => [listing.ImportPath, listing]));
  const isComplete = paths.every((path) => byPath.has(path));
  const read = new Map<string, Declared>();
  return {
    paths: isComplete ? [...byPath.keys()] : await allPaths(go),
    declared: (path) => {
      const listing = byPath.get(path);
      if (listing === undefined) return undefined;
      const known = read.get(path) ?? declaredIn(filesOf(listing).map((file) => parse(file, reading)));
      read.set(path, known);
      return known;
    },
  };
}

/** A package whose files are all left out by constraints is there as well. */
function isThere({ Dir, GoFiles, CgoFiles, IgnoredGoFiles, TestGoFiles, XTestGoFiles }: ListedPackage): boolean {
  return Dir !== undefined && [GoFiles, CgoFiles, IgnoredGoFiles, TestGoFiles, XTestGoFiles].some((files) => files);
}

function filesOf({ Dir = '', GoFiles = [], CgoFiles = [], IgnoredGoFiles = [] }: ListedPackage): string[] {
  return [...GoFiles, ...CgoFiles, ...IgnoredGoFiles].map((name) => join(Dir, name));
}

function parse(
  file: string,
  { grammar, view }: { readonly grammar: Grammar; readonly view: FileView },
): ReturnType<Grammar['parse']> {
  return grammar.parse(sourceFile(file, view.read(file) ?? Buffer.alloc(0)));
}

/** Everything that the module's packages import, and the standard library. */
async function allPaths(go: GoOptions): Promise<readonly string[]> {
  const { stdout } = await runGo(['list', '-e', '-deps', '-f', '{{.ImportPath}}', './...', 'std'], go);
  return [...new Set(stdout.split('\n'))].filter((path) => path !== '' && !path.startsWith('vendor/'));
}
