import { join } from 'node:path';
import { aspectToolFileOnly, toolFileUnread } from '../report/codes/aspect.ts';
import type { Diagnostic } from '../report/diagnostic.ts';
import type { AspectReader } from './load.ts';
import { ruleConfig } from './loongsuite-config.ts';

/** What {@link discoverAspects} found; `entries` and `orchestrionBuiltIns` go to `loadAspects` as they are. */
export interface Discovered {
  readonly entries: readonly string[];
  readonly orchestrionBuiltIns: boolean;
  readonly warnings: readonly Diagnostic[];
  /** Files and folders beyond the well-known ones that decided this. */
  readonly inputs?: readonly string[] | undefined;
}

/**
 * Finds the configuration of a project: `gots.yml`, else `orchestrion.yml`, else that of the loongsuite tool, else the built-in
 * set `gots:otel`.
 *
 * @param root folder of the main module, absolute
 * @throws GotsError aspect_tool_file_only – only `orchestrion.tool.go` is there
 */
export function discoverAspects(root: string, reader: AspectReader, env: NodeJS.ProcessEnv = {}): Discovered {
  const has = (name: string): boolean => reader.read(join(root, name)) !== undefined;
  if (has('gots.yml')) return { entries: [join(root, 'gots.yml')], orchestrionBuiltIns: false, warnings: [] };
  const toolFile = { file: 'orchestrion.tool.go', line: 1, column: 1 };
  const hasTool = has(toolFile.file);
  if (has('orchestrion.yml')) {
    const warnings = hasTool ? [toolFileUnread(toolFile)] : [];
    return { entries: [join(root, 'orchestrion.yml')], orchestrionBuiltIns: true, warnings };
  }
  if (hasTool) aspectToolFileOnly(toolFile);
  const rules = ruleConfig(root, reader, env);
  if (rules) return { ...rules, orchestrionBuiltIns: false };
  return { entries: ['gots:otel'], orchestrionBuiltIns: false, warnings: [] };
}
