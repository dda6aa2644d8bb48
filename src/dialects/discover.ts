import { join } from 'node:path';
import type { Diagnostic } from '../report/diagnostic.ts';
import { type AspectReader, toolFileName } from './load/load.ts';
import { ruleConfig } from './loongsuite/rule-config.ts';

/** What {@link discoverAspects} found; it goes to `loadAspects` as it is. */
export interface Discovered {
  readonly entries: readonly string[];
  readonly orchestrionBuiltIns: boolean;
  readonly warnings: readonly Diagnostic[];
  /** Files and folders beyond the well-known ones that decided this. */
  readonly inputs?: readonly string[] | undefined;
}

/**
 * Finds the configuration of a project: `gots.yml`, else `orchestrion.tool.go` and `orchestrion.yml`, else that of the
 * loongsuite tool, else the built-in set `gots:otel`.
 *
 * @param root folder of the main module, absolute
 */
export function discoverAspects(root: string, reader: AspectReader, env: NodeJS.ProcessEnv = {}): Discovered {
  const present = (name: string): boolean => reader.read(join(root, name)) !== undefined;
  if (present('gots.yml')) return { entries: [join(root, 'gots.yml')], orchestrionBuiltIns: false, warnings: [] };
  const entries = [toolFileName, 'orchestrion.yml'].filter(present).map((name) => join(root, name));
  if (entries.length > 0) return { entries, orchestrionBuiltIns: true, warnings: [] };
  const rules = ruleConfig(root, reader, env);
  if (rules) return { ...rules, orchestrionBuiltIns: false };
  return { entries: ['gots:otel'], orchestrionBuiltIns: false, warnings: [] };
}
