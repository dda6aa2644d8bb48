import { join } from 'node:path';
import { readIfThere } from '../base/read-if-there.ts';
import type { GoAnswer } from '../go/go-answers.ts';
import { isFolder, type ModFile, parseModFile } from '../lang/modules/mod-file.ts';
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

/** What one round of resolution found. */
export interface Round {
  readonly listed: readonly PackageOfModule[];
  /** go.sum after it. */
  readonly sums: string;
}

/** A round as it is remembered: the go.mod of each module in a folder, and the packages in such folders, decide it as well. */
export function roundOf(
  { listed, sums, goMod }: Round & { readonly goMod: string },
  modCache: string,
): GoAnswer<Round> {
  const isFixed = (dir: string): boolean => dir.startsWith(`${modCache}/`);
  const targets = parseModFile(goMod).replaces.flatMap(({ target }) => (isFolder(target) ? [target] : []));
  const dirs = [...new Set(listed.flatMap(({ Dir, Module }) => (Dir && Module ? [Dir] : [])))];
  const mods = [...new Set(targets)].map((dir) => join(dir, 'go.mod'));
  return {
    value: { listed: listed.map(onlyAsked), sums },
    files: [...mods, ...dirs.filter((dir) => !isFixed(dir))],
    folders: dirs.filter(isFixed),
  };
}

/** Without the fields of a module that go lists unasked: times, deprecation, errors. */
function onlyAsked({ ImportPath, Dir, Module }: PackageOfModule): PackageOfModule {
  const known = { ImportPath, ...(Dir === undefined ? {} : { Dir }) };
  if (Module === undefined) return known;
  const { Path, Version, Dir: dir, GoMod, Replace } = Module;
  return { ...known, Module: JSON.parse(JSON.stringify({ Path, Version, Dir: dir, GoMod, Replace })) as ListedModule };
}

/** A module that holds packages of injected code. */
export interface HookProvider {
  readonly path: string;
  /** As it is required. */
  readonly version: string;
  /** What stands in for it: a folder, or another module. */
  readonly replace: { readonly path: string; readonly version: string } | undefined;
  /** Where its files are. */
  readonly dir: string;
  readonly mod: ModFile;
}

export function providerOf({ Path: path, Version = '', Dir = '', GoMod, Replace }: ListedModule): HookProvider {
  return {
    path,
    version: Version,
    dir: Dir,
    replace: Replace && { path: Replace.Path, version: Replace.Version ?? '' },
    mod: parseModFile(readIfThere(Replace?.GoMod ?? GoMod ?? '')),
  };
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
