import { dirname, join } from 'node:path';
import { moduleAbove, modulePathOf } from '../base/module-folder.ts';
import { injectablePackages } from '../vocabulary/aspect-packages.ts';
import type { BuildModules, HookModules } from './contract.ts';
import type { LoadedAspects, LoadedFile } from './load/load-types.ts';

/**
 * The modules that aspect files lie in and that the program does not have, as far as aspects inject packages of them: those of
 * plug-in configurations, of a checkout's rules, and the one with the built-in sets.
 */
export function modulesBeside(
  files: readonly LoadedFile[],
  { aspects, modules }: LoadedAspects,
  { mainDirs, home }: BuildModules,
): HookModules {
  const dirs = new Set<string>();
  for (const { path } of files) {
    const dir = moduleAbove(dirname(path));
    if (dir !== undefined && !mainDirs.includes(dir) && !modules.includes(dir)) dirs.add(dir);
  }
  const builtIn = join(home, 'aspects');
  if (files.some(({ path }) => path.startsWith(builtIn))) dirs.add(builtIn);
  const injected = aspects.flatMap((aspect) => injectablePackages(aspect));
  const beside = [...dirs]
    .map((dir) => ({ dir, path: modulePathOf(dir) }))
    .filter(({ path }) => injected.some((name) => name === path || name.startsWith(`${path}/`)));
  return { beside, checkout: [], pins: [] };
}
