import { join, resolve } from 'node:path';
import type { FileView } from '../../base/file-view.ts';
import { runGo } from '../../go/go.ts';
import { toolFileBoth, toolFileImport, toolFileNoRules } from '../../report/codes/otelc.ts';
import { isOtelcFile } from './read-otelc.ts';

/** Where the rules of otelc are looked for. */
export interface RulesRequest {
  /** Undefined where packages cannot be looked up. */
  readonly go: { readonly go: string; readonly flags: readonly string[] } | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly reader: FileView;
  /** Folder of the main module. */
  readonly moduleDir: string;
}

/** Files of rules, in the order in which they count. */
export interface FoundRules {
  readonly files: readonly string[];
  /** Tool files, and folders that were searched: their change makes other rules. */
  readonly inputs: readonly string[];
}

const toolFileNames = ['otel.instrumentation.go', 'otelc.tool.go'] as const;

/** Names of tool files, for whoever watches the folder of a module. */
export const otelcToolFiles: readonly string[] = toolFileNames;

/**
 * The rules of otelc that a module is set up with: files and folders in OTELC_RULES; else what its tool file imports; else rule files
 * beside its go.mod; else all that a checkout has whose folder is named in GOTS_OTELC. Undefined where there are none.
 *
 * @throws GotsError otelc_tool_file_both, otelc_tool_file_import, otelc_tool_file_no_rules
 */
export async function findOtelcRules(request: RulesRequest): Promise<FoundRules | undefined> {
  const { env, moduleDir, reader } = request;
  const named = env['OTELC_RULES'] ?? '';
  if (named !== '') {
    const paths = named.split(',').map((path) => resolve(moduleDir, path.trim()));
    const files = paths.flatMap((path) => (reader.isDirectory(path) ? rulesBelow(reader, path, false) : [path]));
    return { files, inputs: paths.filter((path) => reader.isDirectory(path)) };
  }
  const tool = toolFileIn(reader, moduleDir);
  if (tool !== undefined) return followToolFile(request, tool);
  const own = list(reader, moduleDir).filter(isOtelcFile);
  if (own.length > 0) return { files: own.map((name) => join(moduleDir, name)), inputs: [] };
  const checkout = env['GOTS_OTELC'] ?? '';
  if (checkout === '') return undefined;
  const folder = join(checkout, 'instrumentation');
  return { files: rulesBelow(reader, folder, false), inputs: [folder] };
}

/** Rule files of a folder and of those below it, in the order of their paths. */
function rulesBelow(reader: FileView, folder: string, withinModule: boolean): string[] {
  return list(reader, folder).flatMap((name) => {
    const path = join(folder, name);
    if (!reader.isDirectory(path)) return isOtelcFile(name) ? [path] : [];
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

interface ListedPackage {
  readonly path: string;
  readonly dir: string;
  readonly moduleDir: string;
  /** Of a version: its files never change. */
  readonly isFixed: boolean;
}

/** Packages that a tool file imports, and those that the tool files of their modules do, each once, breadth first. */
async function followToolFile(request: RulesRequest, first: string): Promise<FoundRules> {
  const { reader } = request;
  const files: string[] = [];
  const toolFiles = [first];
  const folders: string[] = [];
  const seen = new Set<string>();
  for (const tool of toolFiles) {
    const imports = importsOf(reader, tool).filter(({ path }) => !seen.has(path));
    for (const { path } of imports) seen.add(path);
    const packages = await listPackages(
      request,
      imports.map(({ path }) => path),
    );
    for (const { path, line } of imports) {
      const found = packages.find((each) => each.path === path);
      const rules = found === undefined ? [] : rulesBelow(reader, found.dir, true);
      const nested =
        found === undefined || found.moduleDir === request.moduleDir ? undefined : toolFileIn(reader, found.moduleDir);
      if (rules.length === 0 && nested === undefined) toolFileNoRules({ file: tool, line, column: 1 }, path);
      if (found !== undefined && !found.isFixed) folders.push(found.dir);
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

async function listPackages(
  { go, env, moduleDir }: RulesRequest,
  paths: readonly string[],
): Promise<readonly ListedPackage[]> {
  if (paths.length === 0 || go === undefined) return [];
  const own = { ...env, GOFLAGS: '-buildvcs=false', GOCACHEPROG: '' };
  const format =
    '{{.ImportPath}}\t{{.Dir}}\t{{with .Module}}{{.Dir}}\t{{with .Replace}}{{.Version}}{{else}}{{.Version}}{{end}}{{end}}';
  const args = ['list', '-e', '-find', '-f', format, ...go.flags, '--', ...paths];
  const result = await runGo(args, { go: go.go, cwd: moduleDir, env: own });
  return result.stdout
    .split('\n')
    .map((row) => row.split('\t'))
    .flatMap(([path = '', dir = '', folder = '', version = '']) =>
      dir === '' ? [] : [{ path, dir, moduleDir: folder, isFixed: version !== '' }],
    );
}
