import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GoFile } from '../weave/weave-request.ts';

/**
 * The Go files directly in a package's folder, tests left out, whatever their build constraints say; in the order of their names.
 * Each is named after the import path, so that positions are the same wherever the folder lies.
 */
export function goFilesIn(folder: string, path: string): readonly GoFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && /^[^._].*\.go$/.test(entry.name) && !entry.name.endsWith('_test.go'))
    .map(({ name }) => name)
    .sort()
    .map((name) => ({ name: `${path}/${name}`, bytes: readFileSync(join(folder, name)) }));
}
