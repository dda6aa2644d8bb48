import { copyFileSync, linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type CacheFolders, isEntryName, type PackFiles, sourceOf } from '../../cache/packs/entries.ts';

interface PackIndex {
  readonly schema: 1;
  readonly files: PackFiles;
}

const indexName = 'index.json';

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
