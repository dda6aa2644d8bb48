import type { DialectName } from '../vocabulary/aspect.ts';
import type { ModuleConfiguration, ModulePlace } from './contract.ts';
import { dialects } from './registry.ts';

/** What {@link discoverAspects} found. */
export interface Discovered extends ModuleConfiguration {
  /** Dialects whose built-in aspects come first. */
  readonly builtIns: readonly DialectName[];
}

/** Whose configuration counts: the module's own, or that of the workspace it is in. */
type Owner = 'module' | 'workspace';

/** Where a configuration is looked for; the first one found counts. */
const search: readonly (readonly [Owner, DialectName])[] = [
  ['module', 'gots'],
  ['module', 'orchestrion'],
  ['module', 'otelc'],
  ['workspace', 'gots'],
  ['workspace', 'orchestrion'],
  ['module', 'loongsuite'],
];

/**
 * Finds the configuration of a module: its own aspect files, the rules of otelc, the workspace's aspect files, the rules of
 * loongsuite, else the built-in set `gots:otel`.
 *
 * @param workDir folder of the workspace that the module is in
 * @throws GotsError what the dialects throw
 */
export async function discoverAspects(place: ModulePlace, workDir?: string): Promise<Discovered> {
  for (const [owner, name] of search) {
    const dir = owner === 'module' ? place.dir : workDir;
    const { discover, builtIn } = dialects[name];
    const found = dir === undefined ? undefined : await discover({ ...place, dir });
    if (found) return { ...found, builtIns: builtIn ? [name] : [] };
  }
  return { entries: ['gots:otel'], inputs: [], warnings: [], builtIns: [] };
}
