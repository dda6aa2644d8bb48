import { join } from 'node:path';
import type { FileView } from '../../../base/file-view.ts';
import { type GoOptions, runGo } from '../../../go/go.ts';
import { type ListedPackage, listPackages } from '../../../go/list.ts';
import type { Grammar } from '../../../lang/syntax/grammar.ts';
import { type SourceFile, sourceFile } from '../../../lang/syntax/source.ts';
import type { SyntaxTree } from '../../../lang/syntax/syntax.ts';
import { type Declared, declaredIn, type KnownPackages, type Sought } from '../../../lint/lint-packages.ts';

/** Packages, and where they lie. */
interface FoundPackages extends KnownPackages {
  readonly folders: readonly string[];
}

/**
 * Looks packages up in the module of the working directory.
 *
 * @param paths those that will be asked about
 * @throws GotsError cli_go_failed
 */
export async function knownPackages(paths: readonly string[], go: GoOptions, reading: Reading): Promise<FoundPackages> {
  const plain = paths.filter((path) => /^[^\s.-][^\s]*$/.test(path));
  const listed = plain.length === 0 ? [] : await listPackages(['-find', '--', ...plain], go);
  const byPath = new Map(listed.filter(isThere).map((listing) => [listing.ImportPath, listing]));
  const isComplete = paths.every((path) => byPath.has(path));
  const read = new Map<string, PackageReader>();
  return {
    folders: [...byPath.values()].flatMap(({ Dir }) => Dir ?? []),
    paths: isComplete ? [...byPath.keys()] : await allPaths(go),
    declared: (path, sought) => {
      const listing = byPath.get(path);
      if (listing === undefined) return undefined;
      const reader = read.get(path) ?? new PackageReader(filesOf(listing), reading);
      read.set(path, reader);
      return sought === undefined ? reader.known() : reader.find(sought);
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

interface Reading {
  readonly grammar: Grammar;
  readonly view: FileView;
}

/** Reads what a package declares, of its files only those that it has to. */
class PackageReader {
  private readonly files: readonly SourceFile[];
  private readonly grammar: Grammar;
  private readonly trees = new Map<SourceFile, SyntaxTree>();

  constructor(paths: readonly string[], { grammar, view }: Reading) {
    this.files = paths.map((path) => sourceFile(path, view.read(path) ?? Buffer.alloc(0)));
    this.grammar = grammar;
  }

  /** @see KnownPackages.declared */
  find({ words, isIn }: Sought): Declared {
    if (isIn(this.known())) return this.known();
    for (const file of likely(this.files, words)) {
      this.parse(file);
      if (isIn(this.known())) return this.known();
    }
    for (const file of this.files) this.parse(file);
    return this.known();
  }

  /** Of the files that were parsed so far. */
  known(): Declared {
    return declaredIn(this.files.flatMap((file) => this.trees.get(file) ?? []));
  }

  private parse(file: SourceFile): void {
    if (!this.trees.has(file)) this.trees.set(file, this.grammar.parse(file));
  }
}

/** The files with some of the words; first those in which a declaration seems to begin with one. */
function likely(files: readonly SourceFile[], words: readonly string[]): readonly SourceFile[] {
  const names = words.map((word) => word.replace(/[^\p{L}\p{Nd}_]/gu, '\\$&')).join('|');
  const start = new RegExp(`^(?:func\\s+(?:\\([^)]*\\)\\s*)?|(?:type|var|const)\\s+|\\s+)(?:${names})\\b`, 'm');
  const some = files.filter(({ bytes }) => words.some((word) => bytes.includes(word)));
  const isLikely = some.map(({ bytes }) => start.test(bytes.toString('utf8')));
  return [...some.filter((_, at) => isLikely[at]), ...some.filter((_, at) => !isLikely[at])];
}

/** Everything that the module's packages import, and the standard library. */
async function allPaths(go: GoOptions): Promise<readonly string[]> {
  const { stdout } = await runGo(['list', '-e', '-deps', '-f', '{{.ImportPath}}', './...', 'std'], go);
  return [...new Set(stdout.split('\n'))].filter((path) => path !== '' && !path.startsWith('vendor/'));
}
