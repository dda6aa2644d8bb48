import { copyFileSync, linkSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../../base/hash.ts';

/** The caches of a build by the names of their folders in a pack. */
export interface CacheFolders {
  /** GOCACHE. */
  readonly go: string;
  /** GOTS_CACHE. */
  readonly weave: string;
}

export const cacheNames = ['go', 'weave'] as const satisfies readonly (keyof CacheFolders)[];

/** Digest and size of each file of a pack, by its path below the pack's folder. */
export type PackFiles = Readonly<Record<string, readonly [sha256: string, bytes: number]>>;

interface PackIndex {
  readonly schema: 1;
  readonly files: PackFiles;
}

const indexName = 'index.json';

/** What may be in a pack: entries of caches in Go's layout, and gots' own helper programs. Nothing that is believed by its time. */
const entryName =
  /^(?:go\/[0-9a-f]{2}\/[0-9a-f]{64}-[ad]|weave\/[0-9a-f]{2}\/[0-9a-f]{64}-[adf]|weave\/bin\/[a-z]+-[0-9a-f]{20}(?:\.sum)?)$/;

export function isEntryName(path: string): boolean {
  return entryName.test(path);
}

/** The id by which an output is filed is its digest; undefined for other files. */
export function outputId(path: string): string | undefined {
  return /([0-9a-f]{64})-d$/.exec(path)?.[1];
}

/**
 * Digests of cache files, as a pack would hold them.
 *
 * @param paths below a pack's folder: `go/ab/ab…-d`
 * @returns what is there and whole; entries that were trimmed meanwhile, or are damaged, are left out
 */
export function describeFiles(folders: CacheFolders, paths: Iterable<string>): PackFiles {
  const files: Record<string, readonly [string, number]> = {};
  for (const path of [...new Set(paths)].sort()) {
    const bytes = isEntryName(path) ? readRegular(sourceOf(folders, path)) : undefined;
    if (bytes === undefined) continue;
    const digest = sha256(bytes);
    if ((outputId(path) ?? digest) === digest) files[path] = [digest, bytes.length];
  }
  return files;
}

/** Lays files of the caches out in a folder to be packed; they are linked, not copied, where the file system allows. */
export function layOut(folders: CacheFolders, files: PackFiles, target: string): void {
  for (const path of Object.keys(files)) place(sourceOf(folders, path), join(target, path));
  const index: PackIndex = { schema: 1, files };
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, indexName), JSON.stringify(index));
}

/** The list of a pack; undefined if it is not one of ours, or damaged. */
export function readIndex(folder: string): PackFiles | undefined {
  try {
    const { schema, files } = JSON.parse(readFileSync(join(folder, indexName), 'utf8')) as Partial<PackIndex>;
    const isWhole =
      schema === 1 &&
      typeof files === 'object' &&
      Object.entries(files).every(([path, value]) => isEntryName(path) && Array.isArray(value) && value.length === 2);
    return isWhole ? files : undefined;
  } catch {
    return undefined;
  }
}

export function sourceOf(folders: CacheFolders, path: string): string {
  const slash = path.indexOf('/');
  return join(folders[path.slice(0, slash) as keyof CacheFolders], path.slice(slash + 1));
}

export function totalBytes(files: PackFiles): number {
  return Object.values(files).reduce((sum, [, bytes]) => sum + bytes, 0);
}

/** The bytes of a plain file; undefined for what is not there, or is anything else than a file. */
export function readRegular(file: string): Buffer | undefined {
  try {
    return lstatSync(file).isFile() ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Links a file to a second place, or copies it there.
 *
 * @throws the file system's error; EEXIST if something is there
 */
export function place(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    copyFileSync(from, to, 1 /* COPYFILE_EXCL */);
  }
}
