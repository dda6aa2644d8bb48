import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { peekArchiveFile } from '../../toolexec/export-data.ts';
import type { PackageCompile } from './package-compile.ts';

/**
 * Adds the names of the packages that a package imports, as the archives tell them that the compiler reads. Most are known from Gets; where
 * the front answered those, they are not.
 *
 * @param names package name by import path
 */
export function learnNames(
  { importcfg, request }: Pick<PackageCompile, 'importcfg' | 'request'>,
  names: Map<string, string>,
): void {
  for (const [path, file] of importcfg.packageFiles) {
    const archive = resolve(request.cwd, file);
    // What is not there the compiler complains about.
    if (names.has(path) || !existsSync(archive)) continue;
    const name = peekArchiveFile(archive)?.name;
    if (name !== undefined) names.set(path, name);
  }
}
