import type { GotsError } from '../../report/diagnostic.ts';
import type { LoadedAspects, LoadOptions, PackageFolder } from './load.ts';
import { loadWithPlugins } from './load-plugins.ts';

/** Looks packages up by import path; those it has no answer for cannot be found, and the answer says why. */
export type FindPackages = (paths: readonly string[]) => Promise<ReadonlyMap<string, PackageFolder>>;

/**
 * As `loadWithPlugins`, for configurations that name Go packages: reads as far as it can, has the packages met so far looked up,
 * and reads again, until none is unknown. A configuration without any is read once.
 *
 * @throws GotsError as `loadWithPlugins`, and what `find` throws
 */
export async function loadWithPackages(options: LoadOptions, find: FindPackages): Promise<LoadedAspects> {
  const known = new Map<string, PackageFolder>();
  for (;;) {
    const unknown = new Set<string>();
    const problems: GotsError[] = [];
    const packageFolder = (path: string): PackageFolder | undefined => {
      const folder = known.get(path);
      if (!folder) unknown.add(path);
      return folder;
    };
    const sink = options.sink && ((problem: GotsError) => void problems.push(problem));
    // What is wrong in files read so far is wrong in the end as well, so it may be thrown at once.
    const loaded = await loadWithPlugins({ ...options, sink, packageFolder });
    if (unknown.size === 0) {
      for (const problem of problems) options.sink?.(problem);
      return loaded;
    }
    const found = await find([...unknown]);
    for (const path of unknown) known.set(path, found.get(path) ?? { problem: 'go list does not name it' });
  }
}
