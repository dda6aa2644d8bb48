import { join } from 'node:path';
import { readIfThere } from '../base/read-if-there.ts';
import { type ModFile, parseModFile } from '../lang/modules/mod-file.ts';
import type { ModuleOptions } from './module-options.ts';
import { firstPruned, replacementOf, type UserModules } from './user-modules.ts';
import { compareGo, compareModuleVersions, escaped } from './versions.ts';

/** Version by path: the lowest that a module may have beside the program's. */
export type Floors = ReadonlyMap<string, string>;

/**
 * What the program's modules require of modules that the program's go.mod does not list, since it has no package of them. What comes in at a
 * lower version would be a mistake in go.mod, for go loads these requirements once it looks beyond go.mod. Read are files that are here
 * already: what go has never downloaded it has never looked at.
 */
export function floorsOf(user: UserModules, { modCache }: Pick<ModuleOptions, 'modCache'>): Floors {
  if (!user.isPruned || user.vendor) return new Map();
  const floors = requiredBy(user.versions, user, modCache);
  for (const path of [...user.versions.keys(), ...user.mains.map((main) => main.path)]) floors.delete(path);
  return floors;
}

/**
 * Modules with versions, each raised to what these modules require of it, and their requirements in turn.
 *
 * @param beside modules whose requirements count as well
 */
export function settled(
  modules: ReadonlyMap<string, string>,
  beside: ReadonlyMap<string, string>,
  user: UserModules,
  { modCache }: Pick<ModuleOptions, 'modCache'>,
): ReadonlyMap<string, string> {
  let now = modules;
  for (;;) {
    const required = requiredBy(new Map([...beside, ...now]), user, modCache);
    const next = new Map([...now].map(([path, version]) => [path, atLeast(version, required.get(path))]));
    if ([...next].every(([path, version]) => now.get(path) === version)) return next;
    now = next;
  }
}

/** The highest version that go.mod files require of each module. */
function requiredBy(modules: ReadonlyMap<string, string>, user: UserModules, modCache: string): Map<string, string> {
  const floors = new Map<string, string>();
  const seen = new Set<string>();
  const todo = [...modules];
  for (const [path, version] of todo) {
    if (seen.has(`${path}@${version}`)) continue;
    seen.add(`${path}@${version}`);
    const mod = modOf(path, version, user, modCache);
    const isPruned = compareGo(mod.go || '1.16', firstPruned) >= 0;
    for (const each of mod.requires) {
      if (!isPruned) todo.push([each.path, each.version]);
      if (compareModuleVersions(each.version, floors.get(each.path) ?? '') > 0) floors.set(each.path, each.version);
    }
  }
  return floors;
}

/** The go.mod of a module at a version, as replacements have it; an empty one where it is not here. */
export function modOf(path: string, version: string, { replaces }: UserModules, modCache: string): ModFile {
  const replacement = replacementOf(replaces, path, version);
  if (replacement && replacement.targetVersion === '') {
    return parseModFile(readIfThere(join(replacement.target, 'go.mod')));
  }
  const [name, at] = replacement ? [replacement.target, replacement.targetVersion] : [path, version];
  return parseModFile(readIfThere(join(modCache, 'cache/download', escaped(name), '@v', `${escaped(at)}.mod`)));
}

/** The higher of a version and the lowest that a module may have. */
export function atLeast(version: string, floor: string | undefined): string {
  return floor !== undefined && compareModuleVersions(floor, version) > 0 ? floor : version;
}
