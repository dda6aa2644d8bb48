import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** What may be in a pack: entries of caches in Go's layout, and gots' own helper programs. Nothing that is believed by its time. */
const entryName =
  /^(?:go\/([0-9a-f]{2})\/\1[0-9a-f]{62}-[ad]|weave\/([0-9a-f]{2})\/\2[0-9a-f]{62}-[adf]|weave\/bin\/[a-z]+-[0-9a-f]{20}(?:\.sum)?)$/;

export function isEntryName(path: string): boolean {
  return entryName.test(path);
}

/** The id by which an output is filed is its digest; undefined for other files. */
export function outputId(path: string): string | undefined {
  return /([0-9a-f]{64})-d$/.exec(path)?.[1];
}

/** Where a file of a pack lies in the caches of this machine. */
export function sourceOf(folders: CacheFolders, path: string): string {
  const slash = path.indexOf('/');
  return join(folders[path.slice(0, slash) as keyof CacheFolders], path.slice(slash + 1));
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

/** What the text of an entry file `-a` says; undefined if it is not one of its action. */
export function readEntry(
  path: string,
  text: Buffer,
): { readonly outputId: string; readonly size: number } | undefined {
  const action = /([0-9a-f]{64})-a$/.exec(path)?.[1];
  const fields = /^v1 ([0-9a-f]{64}) ([0-9a-f]{64}) +(\d+) +\d+\n$/.exec(text.toString('latin1'));
  if (!fields || fields[1] !== action) return undefined;
  return { outputId: fields[2] as string, size: Number(fields[3]) };
}
