import { basename } from 'node:path';
import type { DialectName } from '../vocabulary/aspect.ts';
import type { BuildModules, HookModules } from './contract.ts';
import { dialectNamed } from './facts.ts';
import type { LoadedAspects } from './load/load-types.ts';
import { dialects } from './registry.ts';

/** The modules that injected packages come from, for all dialects, each once and in the order of their folders. */
export function hookModules(loaded: LoadedAspects, place: BuildModules): HookModules {
  const found = Object.values(dialects).map(({ name, modules }) => {
    const files = loaded.files.filter(({ path }) => dialectOf(path) === name);
    return modules(files, loaded, place);
  });
  const beside = new Map(found.flatMap((each) => each.beside.map((module) => [module.dir, module])));
  return {
    beside: [...beside.values()].sort((a, b) => (a.dir < b.dir ? -1 : 1)),
    checkout: found.flatMap(({ checkout }) => checkout),
    pins: found.flatMap(({ pins }) => pins),
  };
}

/** Where a name says nothing, the dialect that most files are in: their modules are found in the same way. */
function dialectOf(path: string): DialectName {
  return dialectNamed(basename(path)) ?? 'gots';
}
