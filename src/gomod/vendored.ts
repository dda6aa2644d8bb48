import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { UserModules } from './user-modules.ts';

/** A module of vendor/ as a module of its own: the go.mod that is not in vendor/. */
export interface VendoredModule {
  readonly path: string;
  readonly version: string;
  readonly dir: string;
  /** Without requirements: what its packages import is in vendor/ as well. */
  readonly goMod: string;
}

/**
 * The modules that have packages in vendor/, with the go line that modules.txt notes of each: on it depend the language of its packages
 * and their action ids.
 *
 * @see cmd/go/internal/modload/vendor.go, readVendorList (Go 1.24 to 1.27)
 */
export function vendoredFolders({ dir, table, text }: NonNullable<UserModules['vendor']>): readonly VendoredModule[] {
  const used = new Set(Object.values(table.vendored));
  const modules = new Map<string, { version: string; go: string }>();
  let current: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const [, path, version] = /^# (\S+) (v\S+)/.exec(line) ?? [];
    if (path !== undefined && version !== undefined) {
      current = path;
      modules.set(path, { version, go: modules.get(path)?.go ?? '' });
    } else if (line.startsWith('# ')) current = undefined;
    else if (current !== undefined && line.startsWith('## ')) {
      const go = /(?:^|;)\s*go (\S+?)\s*(?:;|$)/.exec(line.slice(3))?.[1];
      const known = modules.get(current);
      if (go !== undefined && known) known.go = go;
    }
  }
  return [...modules].flatMap(([path, { version, go }]) => {
    const folder = join(dir, path);
    if (!used.has(path) || !existsSync(folder)) return [];
    return [{ path, version, dir: folder, goMod: `module ${path}\n${go === '' ? '' : `\ngo ${go}\n`}` }];
  });
}
