import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isOtelcFile } from '../aspects/dialects/otelc.ts';
import { runGo } from '../go/go.ts';
import { toolFileBoth, toolFileImport, toolFileNoRules } from '../report/codes/otelc.ts';

/** Where the rules of otelc are looked for. */
export interface RulesRequest {
  readonly go: string;
  readonly env: NodeJS.ProcessEnv;
  /** Folder of the main module. */
  readonly moduleDir: string;
}

/** Files of rules, in the order in which they count. */
export interface FoundRules {
  readonly files: readonly string[];
  /** Tool files: their change makes other rules. */
  readonly toolFiles: readonly string[];
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
  const { env, moduleDir } = request;
  const named = env['OTELC_RULES'] ?? '';
  if (named !== '') {
    const files = named.split(',').flatMap((path) => rulesAt(resolve(moduleDir, path.trim())));
    return { files, toolFiles: [] };
  }
  const tool = toolFileIn(moduleDir);
  if (tool !== undefined) return followToolFile(request, tool);
  const own = list(moduleDir).filter(isOtelcFile);
  if (own.length > 0) return { files: own.map((name) => join(moduleDir, name)), toolFiles: [] };
  const checkout = env['GOTS_OTELC'] ?? '';
  return checkout === '' ? undefined : { files: rulesBelow(join(checkout, 'instrumentation'), false), toolFiles: [] };
}

function rulesAt(path: string): string[] {
  return isDirectory(path) ? rulesBelow(path, false) : [path];
}

/** Rule files of a folder and of those below it, in the order of their paths. */
function rulesBelow(folder: string, withinModule: boolean): string[] {
  return list(folder).flatMap((name) => {
    const path = join(folder, name);
    if (!isDirectory(path)) return isOtelcFile(name) ? [path] : [];
    return withinModule && list(path).includes('go.mod') ? [] : rulesBelow(path, withinModule);
  });
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function toolFileIn(folder: string): string | undefined {
  const [first, second] = toolFileNames.filter((name) => list(folder).includes(name));
  if (second !== undefined) toolFileBoth(folder, [...toolFileNames]);
  return first === undefined ? undefined : join(folder, first);
}

interface ListedPackage {
  readonly path: string;
  readonly dir: string;
  readonly moduleDir: string;
}

/** Packages that a tool file imports, and those that the tool files of their modules do, each once, breadth first. */
async function followToolFile(request: RulesRequest, first: string): Promise<FoundRules> {
  const files: string[] = [];
  const toolFiles = [first];
  const seen = new Set<string>();
  for (const tool of toolFiles) {
    const imports = importsOf(tool).filter(({ path }) => !seen.has(path));
    for (const { path } of imports) seen.add(path);
    const packages = await listPackages(
      request,
      imports.map(({ path }) => path),
    );
    for (const { path, line } of imports) {
      const found = packages.find((each) => each.path === path);
      const rules = found === undefined ? [] : rulesBelow(found.dir, true);
      const nested =
        found === undefined || found.moduleDir === request.moduleDir ? undefined : toolFileIn(found.moduleDir);
      if (rules.length === 0 && nested === undefined) toolFileNoRules({ file: tool, line, column: 1 }, path);
      files.push(...rules.filter((file) => !files.includes(file)));
      if (nested !== undefined && !toolFiles.includes(nested)) toolFiles.push(nested);
    }
  }
  return { files, toolFiles };
}

/** The imports of a tool file, which is not compiled: blank ones, alone or in parentheses. */
function importsOf(file: string): { readonly path: string; readonly line: number }[] {
  const lines = readFileSync(file, 'utf8')
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

async function listPackages(request: RulesRequest, paths: readonly string[]): Promise<readonly ListedPackage[]> {
  if (paths.length === 0) return [];
  const env = { ...request.env, GOFLAGS: '-buildvcs=false', GOCACHEPROG: '' };
  const format = '{{.ImportPath}}\t{{.Dir}}\t{{with .Module}}{{.Dir}}{{end}}';
  const args = ['list', '-e', '-find', '-f', format, '--', ...paths];
  const result = await runGo(args, { go: request.go, cwd: request.moduleDir, env });
  return result.stdout
    .split('\n')
    .map((row) => row.split('\t'))
    .flatMap(([path = '', dir = '', moduleDir = '']) => (dir === '' ? [] : [{ path, dir, moduleDir }]));
}
