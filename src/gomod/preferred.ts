import type { Requirement } from '../lang/modules/mod-file.ts';

/**
 * What a requirement of a hook module says of the version to take where the program does not have the module. The version that it requires
 * is the lowest that its packages work with.
 */
export interface Preference {
  readonly path: string;
  /** Module of the same release family: the version of the one goes for the other. */
  readonly as: string | undefined;
  /** Candidates, best first. */
  readonly versions: readonly string[];
}

/**
 * Reads `// gots: prefer V1 [V2 …][, as MODULE]` behind a requirement.
 *
 * @returns undefined where there is no such comment
 */
export function preferenceOf({ path, comment }: Requirement): Preference | undefined {
  const said = /(?:^|;)\s*gots:\s*prefer\s+([^,;]+?)\s*(?:,\s*as\s+(\S+?)\s*)?(?:;|$)/.exec(comment);
  return said ? { path, as: said[2], versions: (said[1] as string).split(/\s+/) } : undefined;
}

/**
 * Version by path of the modules that the program does not have: the version of the family's module, if the program has that or it is chosen
 * here, else the first candidate that can be built.
 *
 * @param isBuildable whether the running toolchain takes a version; asked only where there are several candidates
 */
export async function preferredVersions(
  preferences: readonly Preference[],
  program: ReadonlyMap<string, string>,
  isBuildable: (path: string, version: string) => Promise<boolean>,
): Promise<ReadonlyMap<string, string>> {
  const byPath = new Map(preferences.map((preference) => [preference.path, preference]));
  const chosen = new Map<string, string>();
  const choose = async (path: string, asked: readonly string[]): Promise<string | undefined> => {
    const known = program.get(path) ?? chosen.get(path);
    const preference = byPath.get(path);
    if (known !== undefined || preference === undefined) return known;
    const { as, versions } = preference;
    const family = as === undefined || asked.includes(as) ? undefined : await choose(as, [...asked, path]);
    const version = family ?? (await firstBuildable(path, versions, isBuildable));
    chosen.set(path, version);
    return version;
  };
  for (const { path } of preferences) await choose(path, [path]);
  return chosen;
}

async function firstBuildable(
  path: string,
  versions: readonly string[],
  isBuildable: (path: string, version: string) => Promise<boolean>,
): Promise<string> {
  for (const version of versions.slice(0, -1)) if (await isBuildable(path, version)) return version;
  return versions.at(-1) as string;
}
