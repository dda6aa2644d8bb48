import { join, resolve } from 'node:path';
import type { FileView } from '../../base/file-view.ts';
import { toolFileBoth, toolFileImport, toolFileNoRules } from '../../report/codes/otelc.ts';
import type { ModulePlace } from '../contract.ts';
import { checkoutVariable, ruleFileName, rulesVariable, toolFileNames } from './facts.ts';

/** Files of rules, in the order in which they count. */
export interface FoundRules {
  readonly files: readonly string[];
  /** Tool files, and folders that were searched: their change makes other rules. */
  readonly inputs: readonly string[];
}

/**
 * The rules of otelc that a module is set up with: files and folders in OTELC_RULES; else what its tool file imports; else rule files
 * beside its go.mod; else all that a checkout has whose folder is named in GOTS_OTELC. Undefined where there are none.
 *
 * @throws GotsError otelc_tool_file_both, otelc_tool_file_import, otelc_tool_file_no_rules
 */
export async function findOtelcRules(place: ModulePlace): Promise<FoundRules | undefined> {
  const { env, dir, reader } = place;
  const named = env[rulesVariable] ?? '';
  if (named !== '') {
    const paths = named.split(',').map((path) => resolve(dir, path.trim()));
    const files = paths.flatMap((path) => (reader.isDirectory(path) ? rulesBelow(reader, path, false) : [path]));
    return { files, inputs: paths.filter((path) => reader.isDirectory(path)) };
  }
  const tool = toolFileIn(reader, dir);
  if (tool !== undefined) return followToolFile(place, tool);
  const own = list(reader, dir).filter((name) => ruleFileName.test(name));
  if (own.length > 0) return { files: own.map((name) => join(dir, name)), inputs: [] };
  const checkout = env[checkoutVariable] ?? '';
  if (checkout === '') return undefined;
  const folder = join(checkout, 'instrumentation');
  return { files: rulesBelow(reader, folder, false), inputs: [folder] };
}

/** Rule files of a folder and of those below it, in the order of their paths. */
function rulesBelow(reader: FileView, folder: string, withinModule: boolean): string[] {
  return list(reader, folder).flatMap((name) => {
    const path = join(folder, name);
    if (!reader.isDirectory(path)) return ruleFileName.test(name) ? [path] : [];
    return withinModule && list(reader, path).includes('go.mod') ? [] : rulesBelow(reader, path, withinModule);
  });
}

function list(reader: FileView, folder: string): string[] {
  return [...reader.list(folder)].sort();
}

function toolFileIn(reader: FileView, folder: string): string | undefined {
  const [first, second] = toolFileNames.filter((name) => list(reader, folder).includes(name));
  if (second !== undefined) toolFileBoth(folder, [...toolFileNames]);
  return first === undefined ? undefined : join(folder, first);
}

/** Packages that a tool file imports, and those that the tool files of their modules do, each once, breadth first. */
async function followToolFile({ reader, dir, findPackages }: ModulePlace, first: string): Promise<FoundRules> {
  const files: string[] = [];
  const toolFiles = [first];
  const folders: string[] = [];
  const seen = new Set<string>();
  for (const tool of toolFiles) {
    const imports = importsOf(reader, tool).filter(({ path }) => !seen.has(path));
    for (const { path } of imports) seen.add(path);
    const paths = imports.map(({ path }) => path);
    const packages = paths.length === 0 ? undefined : await findPackages?.(paths, dir);
    for (const { path, line } of imports) {
      const folder = packages?.get(path);
      const found = folder === undefined || 'problem' in folder ? undefined : folder;
      const rules = found === undefined ? [] : rulesBelow(reader, found.dir, true);
      const { module } = found ?? {};
      const nested = module === undefined || module.dir === dir ? undefined : toolFileIn(reader, module.dir);
      if (rules.length === 0 && nested === undefined) toolFileNoRules({ file: tool, line, column: 1 }, path);
      if (found !== undefined && !module?.isFixed) folders.push(found.dir);
      files.push(...rules.filter((file) => !files.includes(file)));
      if (nested !== undefined && !toolFiles.includes(nested)) toolFiles.push(nested);
    }
  }
  return { files, inputs: [...toolFiles, ...folders] };
}

/** The imports of a tool file, which is not compiled: blank ones, alone or in parentheses. */
function importsOf(reader: FileView, file: string): { readonly path: string; readonly line: number }[] {
  const lines = (reader.read(file) ?? Buffer.alloc(0))
    .toString('utf8')
    .replace(/\/\*[\s\S]*?\*\//g, (text) => text.replace(/[^\n]/g, ' '))
    .split('\n');
  return lines.flatMap((text, i) => {
    const code = text.replace(/\/\/.*$/, '').trim();
    const [, name, path] = /^(?:import\s*\(?\s*)?(?:([\w.]+)\s+)?"([^"]+)"\s*\)?;?$/.exec(code) ?? [];
    if (path === undefined) return [];
    if (name !== '_') toolFileImport({ file, line: i + 1, column: 1 }, path);
    return [{ path, line: i + 1 }];
  });
}
