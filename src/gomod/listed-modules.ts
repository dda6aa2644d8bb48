import { join } from 'node:path';
import { someVersion } from './versions.ts';

/** What `go list -m -json` says. */
export interface ListedModule {
  readonly Path: string;
  readonly Version?: string;
  readonly Dir?: string;
  readonly GoMod?: string;
  readonly Replace?: { readonly Path: string; readonly Version?: string; readonly GoMod?: string };
}

/** What `go list -json` says. */
export interface PackageOfModule {
  readonly ImportPath: string;
  readonly Dir?: string;
  readonly Module?: ListedModule;
}

/** A hook module of which only source files are read. */
export function folderModule(path: string, dir: string): ListedModule {
  return { Path: path, Version: someVersion(path), Dir: dir, Replace: { Path: dir, GoMod: join(dir, 'go.mod') } };
}

/** Folder by import path of the packages of each module, by module path. */
export function packagesByModule(listed: readonly PackageOfModule[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const byModule = new Map<string, Map<string, string>>();
  for (const { ImportPath, Dir = '', Module: module } of listed) {
    if (!module) continue;
    const known = byModule.get(module.Path) ?? new Map<string, string>();
    byModule.set(module.Path, known.set(ImportPath, Dir));
  }
  return byModule;
}
