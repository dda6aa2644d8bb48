import { join, resolve } from 'node:path';
import type { HookModule } from '../../aspects/hook-module.ts';
import { readIfThere } from '../../gomod/read-if-there.ts';
import { isFolder, parseModFile } from '../../lang/modules/mod-file.ts';

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
 */
export function neighbours(hooks: readonly HookModule[], moduleDir: string): Neighbours {
  const users = foldersOf(moduleDir, true);
  const missing = hooks.filter(({ path }) => !users.has(path));
  const found = new Map<string, string>();
  const todo = missing.map(({ dir }) => dir);
  for (const dir of todo) {
    for (const [path, folder] of foldersOf(dir)) {
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
function foldersOf(dir: string, onlyRequired = false): ReadonlyMap<string, string> {
  const { replaces, requires } = parseModFile(readIfThere(join(dir, 'go.mod')));
  const isRequired = (path: string): boolean => requires.some((each) => each.path === path);
  const local = replaces.filter(({ version, target }) => version === '' && isFolder(target));
  const counted = onlyRequired ? local.filter(({ path }) => isRequired(path)) : local;
  return new Map(counted.map(({ path, target }) => [path, resolve(dir, target)]));
}
