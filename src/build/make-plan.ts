import { realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkCodeTemplate } from '../aspects/check-template.ts';
import { discoverAspects } from '../aspects/discover.ts';
import { diskReader } from '../aspects/disk-reader.ts';
import { impliedImports, injectablePackages } from '../aspects/injectable.ts';
import type { Aspect } from '../aspects/ir.ts';
import { type LoadedAspects, loadAspects } from '../aspects/load.ts';
import { splitQuoted } from '../go/flags.ts';
import { runGo } from '../go/go.ts';
import type { GoEnv } from '../go/go-env.ts';
import { listModules, type ModuleFlags } from '../gomod/list-modules.ts';
import { holdsPackage, type ModuleTable, packageDir } from '../gomod/module-table.ts';
import { checkVendor, vendorOf } from '../gomod/vendor.ts';
import {
  buildList,
  checkWorkspace,
  type HookModule,
  makeWorkspace,
  type WorkspaceOptions,
} from '../gomod/workspace.ts';
import { goFailed } from '../report/codes/cli.ts';
import { type Diagnostic, formatError, GotsError } from '../report/diagnostic.ts';
import { asksForVersions } from '../weave/1-select/package.ts';
import type { PlanRequest } from './current-plan.ts';
import {
  type AddedModule,
  hashFile,
  hashInput,
  modulePathOf,
  type Plan,
  type PlanInput,
  weaverVersion,
} from './plan.ts';

export interface PlanPlace {
  readonly moduleDir: string;
  /** `-mod=mod` or `-modfile` where the user's flags say so. */
  readonly modFlag: string | undefined;
  readonly moduleFlags: ModuleFlags;
  readonly shim: string;
}

/**
 * Makes a plan anew: finds and reads the aspects, and joins the modules they inject to the user's.
 *
 * @throws GotsError of aspects and modules
 */
export async function newPlan(request: PlanRequest, place: PlanPlace): Promise<Plan> {
  const { moduleDir, modFlag, shim } = place;
  const { goEnv, home } = request;
  const loaded = aspectsOfBuild(request, moduleDir);
  for (const warning of loaded.warnings) request.log.warn(formatError(new GotsError(warning)));
  const modules = await mainModules(request);
  const options: WorkspaceOptions = {
    go: request.go,
    cwd: moduleDir,
    env: request.env,
    moduleDir,
    userGoWork: goEnv.goWork,
    hooks: [],
    goVersion: goEnv.version,
    folder: join(request.cacheDir, 'work'),
    modFlag,
  };
  const hooks = hooksFor(loaded, modules, home);
  const joined = await bringIn(loaded.aspects, hooks, options);
  const { goWork, added } = joined;
  const table = joined.aspects.some((aspect) => aspect.needs || asksForVersions(aspect.joinPoint))
    ? await listModules(options, goWork, place.moduleFlags)
    : undefined;
  const aspects = joined.aspects.filter(
    ({ needs }) => needs?.every((path) => table && holdsPackage(table, path)) ?? true,
  );
  const editable = editableInputs(
    table,
    joined.aspects.flatMap(({ needs = [] }) => needs),
    goEnv.modCache,
  );
  const vendor = vendorOf(options);
  // Beside a workspace every vendored file was compared with its module; without one only the versions were read.
  const vendorInput = vendor === undefined || goWork !== '' ? vendor : table && join(vendor, 'modules.txt');
  return {
    version: weaverVersion,
    goVersion: goEnv.version,
    modules: table,
    aspects,
    aspectFiles: loaded.files,
    inputs: inputsOf(moduleDir, goEnv, loaded, [...modules, ...hooks], [vendorInput, ...editable]),
    rootModule: modules.find((m) => m.dir === moduleDir)?.path ?? modules[0]?.path ?? '',
    moduleDirs: modules.map((m) => realpathSync(m.dir)),
    goWork,
    added,
    goCache: goEnv.goCache,
    cacheDir: request.cacheDir,
    shim,
    goflags: splitQuoted(goEnv.goflags).filter(
      (word) => !word.startsWith('-toolexec') && !(goWork !== '' && /^--?mod=vendor$/.test(word)),
    ),
    backing: goEnv.goCacheProg,
  };
}

/**
 * The aspects of a build: those named, else those of the module.
 *
 * @throws GotsError of aspects
 */
export function aspectsOfBuild(request: PlanRequest, moduleDir: string): LoadedAspects {
  const { home, goEnv } = request;
  const found =
    request.aspectFiles.length > 0
      ? { entries: request.aspectFiles, orchestrionBuiltIns: false, warnings: [] as readonly Diagnostic[] }
      : discoverAspects(moduleDir, diskReader);
  const loaded = loadAspects({
    entries: found.entries,
    root: moduleDir,
    moduleCache: goEnv.modCache,
    reader: diskReader,
    builtInSet: (name) => (isDirectory(join(home, 'aspects', name)) ? join(home, 'aspects', name) : undefined),
    checkTemplate: checkCodeTemplate,
    orchestrionBuiltIns: found.orchestrionBuiltIns,
  });
  return { ...loaded, warnings: [...found.warnings, ...loaded.warnings] };
}

interface MainModule {
  readonly path: string;
  readonly dir: string;
}

async function mainModules(request: PlanRequest): Promise<readonly MainModule[]> {
  const env = { ...request.env, GOFLAGS: '-buildvcs=false', GOCACHEPROG: '' };
  const args = ['list', '-m', '-f', '{{.Path}}\t{{.Dir}}'];
  const result = await runGo(args, { go: request.go, cwd: dirname(request.goEnv.goMod), env });
  if (result.exitCode !== 0) goFailed('go list -m', result.stderr);
  return result.stdout
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([path = '', dir = '']) => ({ path, dir }));
}

/** Modules in directories that hold injectable packages and are none of the user's own: the built-in one, and an aspect file's own. */
function hooksFor(loaded: LoadedAspects, modules: readonly MainModule[], home: string): readonly HookModule[] {
  const dirs = new Set<string>();
  for (const file of loaded.files) {
    const dir = moduleAbove(dirname(file.path));
    if (dir !== undefined && !modules.some((m) => m.dir === dir)) dirs.add(dir);
  }
  if (loaded.files.some((file) => file.path.startsWith(join(home, 'aspects')))) dirs.add(join(home, 'aspects'));
  const injected = loaded.aspects.flatMap((aspect) => injectablePackages(aspect));
  return [...dirs]
    .sort()
    .map((dir) => ({ dir, path: modulePathOf(dir) }))
    .filter(({ path }) => injected.some((name) => name === path || name.startsWith(`${path}/`)));
}

function moduleAbove(dir: string): string | undefined {
  for (let at = dir; ; at = dirname(at)) {
    if (hashFile(join(at, 'go.mod')) !== '') return at;
    if (dirname(at) === at) return undefined;
  }
}

/** Joins the hook modules to the build, if any aspect that needs them can match in it. */
async function bringIn(
  all: readonly Aspect[],
  hooks: readonly HookModule[],
  options: WorkspaceOptions,
): Promise<{ readonly aspects: readonly Aspect[]; readonly goWork: string; readonly added: readonly AddedModule[] }> {
  if (hooks.length === 0) return { aspects: all, goWork: '', added: [] };
  const before = await buildList(options, '');
  const aspects = all.filter((aspect) => impliedImports(aspect.joinPoint).every((path) => isProvided(path, before)));
  const needed = new Set(aspects.flatMap((aspect) => injectablePackages(aspect)));
  const used = hooks.filter((hook) =>
    [...needed].some((path) => path === hook.path || path.startsWith(`${hook.path}/`)),
  );
  if (used.length === 0) return { aspects, goWork: '', added: [] };
  await checkVendor(options);
  const withHooks = { ...options, hooks: used };
  const goWork = await makeWorkspace(withHooks);
  await checkWorkspace(
    withHooks,
    goWork,
    [...needed].filter((path) => used.some((hook) => path === hook.path || path.startsWith(`${hook.path}/`))),
  );
  return { aspects, goWork, added: changesOf(before, await buildList(withHooks, goWork)) };
}

/** Whether the build list, or the standard library, can hold a package of this path. */
function isProvided(path: string, list: ReadonlyMap<string, string>): boolean {
  if (!(path.split('/')[0] as string).includes('.')) return true;
  for (let at = path; at !== '.'; at = dirname(at)) if (list.has(at)) return true;
  return false;
}

function changesOf(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly AddedModule[] {
  const changes: AddedModule[] = [];
  for (const [path, version] of after) {
    // The generated module itself.
    if (version === '') continue;
    const old = before.get(path);
    if (old === undefined) changes.push({ path, version });
    else if (old !== version) changes.push({ path, version, raisedFrom: old });
  }
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Files whose change makes the plan stale, absent ones that would matter included. */
function inputsOf(
  moduleDir: string,
  goEnv: GoEnv,
  loaded: LoadedAspects,
  modules: readonly { readonly dir: string }[],
  more: readonly (string | undefined)[],
): readonly PlanInput[] {
  const paths = new Set([
    join(moduleDir, 'gots.yml'),
    join(moduleDir, 'orchestrion.yml'),
    join(moduleDir, 'orchestrion.tool.go'),
  ]);
  for (const { dir } of modules) for (const name of ['go.mod', 'go.sum']) paths.add(join(dir, name));
  if (goEnv.goWork !== '') paths.add(goEnv.goWork);
  for (const file of loaded.files) paths.add(file.path);
  for (const folder of loaded.folders) paths.add(folder);
  for (const path of more) if (path !== undefined) paths.add(path);
  return [...paths].sort().map((path) => ({ path, hash: hashInput(path) }));
}

/** Of modules that lie outside the module cache the go.mod, and the folders of packages that aspects depend on. */
function editableInputs(table: ModuleTable | undefined, needs: readonly string[], modCache: string): readonly string[] {
  if (table === undefined) return [];
  const mods = Object.values(table.dirs).map((dir) => join(dir, 'go.mod'));
  const dirs = needs.map((path) => packageDir(table, path)).filter((dir) => dir !== undefined);
  return [...mods, ...dirs].filter((path) => !path.startsWith(`${modCache}/`));
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
