import { join, resolve } from 'node:path';
import { type HookModule, readModule, type WorkspaceOptions } from '../gomod/workspace.ts';

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
export async function neighbours(hooks: readonly HookModule[], options: WorkspaceOptions): Promise<Neighbours> {
  const users = await foldersOf(options, options.moduleDir, true);
  const missing = hooks.filter(({ path }) => !users.has(path));
  const found = new Map<string, string>();
  const todo = missing.map(({ dir }) => dir);
  for (const dir of todo) {
    for (const [path, folder] of await foldersOf(options, dir)) {
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
async function foldersOf(
  options: WorkspaceOptions,
  dir: string,
  onlyRequired = false,
): Promise<ReadonlyMap<string, string>> {
  const { Replace, Require } = await readModule(options, join(dir, 'go.mod'));
  const isRequired = (path: string): boolean => Require?.some(({ Path }) => Path === path) ?? false;
  const local = (Replace ?? []).filter(
    ({ Old, New }) => !Old.Version && /^(\.{1,2}[\\/]|[\\/]|\.{1,2}$)/.test(New.Path),
  );
  const counted = onlyRequired ? local.filter(({ Old }) => isRequired(Old.Path)) : local;
  return new Map(counted.map(({ Old, New }) => [Old.Path, resolve(dir, New.Path)]));
}
