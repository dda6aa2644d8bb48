import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { FileView } from '../../base/file-view.ts';
import { aspectFileUnreadable } from '../../report/codes/aspect.ts';

/** Reads aspect files from disk. @throws GotsError aspect_file_unreadable where the file system refuses */
export const diskReader: FileView = {
  read: (path) => {
    try {
      return readFileSync(path);
    } catch (error) {
      return isAbsent(error) ? undefined : aspectFileUnreadable(path, error);
    }
  },
  isDirectory: (path) => {
    try {
      return statSync(path).isDirectory();
    } catch (error) {
      return isAbsent(error) ? false : aspectFileUnreadable(path, error);
    }
  },
  list: (path) => {
    try {
      return readdirSync(path);
    } catch (error) {
      return isAbsent(error) ? [] : aspectFileUnreadable(path, error);
    }
  },
};

function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
