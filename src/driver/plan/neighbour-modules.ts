import { join, resolve } from 'node:path';
import type { HookModule } from '../../aspects/hook-module.ts';
import { readIfThere } from '../../base/read-if-there.ts';
import { isFolder, type ModFile, parseModFile } from '../../lang/modules/mod-file.ts';

/** Modules of folders that stand beside each other, as in a checkout of otelc. */
export interface Neighbours {
  /** The hook modules that the user's own go.mod does not bring in from a folder already. */
  readonly hooks: readonly HookModule[];
  /** What these replace by folders, and what those do: in go.mod files of dependencies that counts for nothing. */
  readonly replaced: readonly HookModule[];
}

/**
 * The modules that hook modules replace by folders in their own go.mod files. Where there are any, the versions that they require of each
 * other mean nothing, and the folders stand in for all.
 *
 * @param main the user's module
 */
export function neighbours(
  hooks: readonly HookModule[],
  main: { readonly moduleDir: string; readonly goMod: ModFile },
): Neighbours {
  const { goMod } = main;
  const isRequired = (path: string): boolean => goMod.requires.some((each) => each.path === path);
  const users = new Map([...foldersOf(main.moduleDir, goMod)].filter(([path]) => isRequired(path)));
  const missing = hooks.filter(({ path }) => !users.has(path));
  const found = new Map<string, string>();
  const todo = missing.map(({ dir }) => dir);
  for (const dir of todo) {
    for (const [path, folder] of foldersOf(dir, parseModFile(readIfThere(join(dir, 'go.mod'))))) {
      if (found.has(path) || users.has(path)) continue;
      found.set(path, folder);
      todo.push(folder);
    }
  }
  const replaced = [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, dir]) => ({ path, dir, anyVersion: true }));
  return { hooks: missing.map((hook) => (found.has(hook.path) ? { ...hook, anyVersion: true } : hook)), replaced };
}

/** Module path → folder, for the replacements of all versions by a folder. */
function foldersOf(dir: string, { replaces }: ModFile): ReadonlyMap<string, string> {
  const local = replaces.filter(({ version, target }) => version === '' && isFolder(target));
  return new Map(local.map(({ path, target }) => [path, resolve(dir, target)]));
}
