import { join } from 'node:path';
import { disk, type FileView } from '../../base/file-view.ts';
import type { GoFile } from '../../rewrite/package-source.ts';

/** Whether a name is that of a Go file that counts, tests left out. */
export function isGoFile(name: string): boolean {
  return /^[^._].*\.go$/.test(name) && !name.endsWith('_test.go');
}

/**
 * The Go files directly in a package's folder, tests left out, whatever their build constraints say; in the order of their names.
 * Each is named after the import path, so that positions are the same wherever the folder lies.
 */
export function goFilesIn(folder: string, path: string, view: FileView = disk): readonly GoFile[] {
  const names = view.list(folder).filter((name) => isGoFile(name) && !view.isDirectory(join(folder, name)));
  return [...names].sort().flatMap((name): GoFile[] => {
    const bytes = view.read(join(folder, name));
    return bytes === undefined ? [] : [{ name: `${path}/${name}`, bytes }];
  });
}
