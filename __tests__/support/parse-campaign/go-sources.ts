import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Modules of a module cache, each in one version, in an order that depends on their paths alone and mixes their owners: any
 * first part of it is a sample of all.
 */
export function sampledModules(cache: string): string[] {
  const versions = new Map<string, string>();
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isDirectory() || (folder === cache && entry.name === 'cache')) continue;
      const path = join(folder, entry.name);
      const at = entry.name.indexOf('@');
      if (at < 0) visit(path);
      else {
        const module = join(folder, entry.name.slice(0, at));
        if ((versions.get(module) ?? '') < path) versions.set(module, path);
      }
    }
  };
  if (existsSync(cache)) visit(cache);
  const rank = (module: string) => createHash('sha256').update(module.slice(cache.length)).digest('hex');
  const ranked = [...versions].map(([module, path]) => [rank(module), path] as const);
  return ranked.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, path]) => path);
}

/** All of a folder, testdata and broken files included. */
export function goSources(root: string): string[] {
  return readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.go'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
