import { join } from 'node:path';
import { holdsGo } from '../base/module-folder.ts';
import { pathAndParents } from '../lang/names/import-paths.ts';

/** The modules of a build, as far as packages must be told apart by them. Plain JSON. */
export interface ModuleTable {
  /** Version by path: of the code in use, so of a replacement; '' for main modules and for modules in folders. */
  readonly versions: Readonly<Record<string, string>>;
  /** Folder by path, where go has one; empty with vendor/. */
  readonly dirs: Readonly<Record<string, string>>;
  /** Module by import path, with vendor/: there one folder holds the packages of all modules. */
  readonly vendored: Readonly<Record<string, string>>;
}

const found = new WeakMap<ModuleTable, Map<string, string | undefined>>();

/**
 * The module that holds a package; undefined for the standard library and for packages of no module.
 *
 * As the go command does (modload/import.go, importFromModules): of the modules whose path the import path begins with, the
 * one in which there is such a folder with a Go file; only where there are several, folders are looked at.
 */
export function moduleOf(table: ModuleTable, importPath: string): { path: string; version: string } | undefined {
  let known = found.get(table);
  if (!known) {
    known = new Map();
    found.set(table, known);
  }
  if (!known.has(importPath)) known.set(importPath, table.vendored[importPath] ?? search(table, importPath));
  const path = known.get(importPath);
  return path === undefined ? undefined : { path, version: table.versions[path] ?? '' };
}

function search({ versions, dirs }: ModuleTable, importPath: string): string | undefined {
  const candidates: string[] = [];
  for (const path of pathAndParents(importPath)) {
    if (Object.hasOwn(versions, path)) candidates.push(path);
  }
  if (candidates.length < 2) return candidates[0];
  const holder = candidates.find((path) => {
    const dir = dirs[path];
    return dir !== undefined && holdsGo(join(dir, importPath.slice(path.length)));
  });
  return holder ?? candidates[0];
}

/**
 * Reads vendor/modules.txt: `# path version`, `# path version => path [version]`, and the packages of each module below it.
 */
export function vendoredModules(modulesTxt: string): ModuleTable {
  const versions: Record<string, string> = {};
  const vendored: Record<string, string> = {};
  let module: string | undefined;
  for (const line of modulesTxt.split(/\r?\n/)) {
    const [path, ...rest] = line.startsWith('# ') ? line.slice(2).split(' ') : [];
    if (path !== undefined) {
      const arrow = rest.indexOf('=>');
      module = path;
      versions[path] = (arrow < 0 ? rest[0] : rest[arrow + 2]) ?? '';
    } else if (module !== undefined && line !== '' && !line.startsWith('#')) {
      vendored[line] = module;
    }
  }
  return { versions, dirs: {}, vendored };
}

/** The folder that a package of a module of the build has, or would have. */
export function packageDir(table: ModuleTable, importPath: string): string | undefined {
  const path = search(table, importPath);
  const dir = path === undefined ? undefined : table.dirs[path];
  return dir === undefined ? undefined : join(dir, importPath.slice((path as string).length));
}
