import { readdirSync, readFileSync, statSync } from 'node:fs';

/** A view of the file system: the disk, or the disk under the -overlay of a go command. */
export interface FileView {
  /** The bytes of a file; undefined if there is none. Throws the file system's other errors. */
  readonly read: (path: string) => Buffer | undefined;
  readonly isDirectory: (path: string) => boolean;
  /** Names in a folder; none if there is no such folder. */
  readonly list: (folder: string) => readonly string[];
}

const isAbsent = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

function unlessAbsent<T>(make: () => T, otherwise: T): T {
  try {
    return make();
  } catch (error) {
    if (isAbsent(error)) return otherwise;
    throw error;
  }
}

/** The disk itself. */
export const disk: FileView = {
  read: (path) => unlessAbsent<Buffer | undefined>(() => readFileSync(path), undefined),
  isDirectory: (path) => unlessAbsent(() => statSync(path).isDirectory(), false),
  list: (folder) => unlessAbsent<readonly string[]>(() => readdirSync(folder), []),
};
