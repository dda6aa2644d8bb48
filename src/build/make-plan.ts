import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkCodeTemplate } from '../aspects/check-template.ts';
import { type Discovered, discoverAspects } from '../aspects/discover.ts';
import { diskReader } from '../aspects/disk-reader.ts';
import { injectablePackages } from '../aspects/injectable.ts';
import type { LoadedAspects, LoadOptions } from '../aspects/load.ts';
import { loadWithPackages } from '../aspects/load-packages.ts';
import { ruleConfigFile } from '../aspects/loongsuite-config.ts';
import { readFlags, splitQuoted } from '../go/flags.ts';
import { runGo } from '../go/go.ts';
import type { GoEnv } from '../go/go-env.ts';
import { findPackages } from '../go/packages.ts';
import { existingPackages, listModules, type ModuleFlags } from '../gomod/list-modules.ts';
import { type ModuleTable, packageDir } from '../gomod/module-table.ts';
import { vendorOf } from '../gomod/vendor.ts';
import type { HookModule, WorkspaceOptions } from '../gomod/workspace.ts';
import { goFailed } from '../report/codes/cli.ts';
import { formatError, GotsError } from '../report/diagnostic.ts';
import { asksForVersions } from '../weave/1-select/package.ts';
import type { PlanRequest } from './current-plan.ts';
import { joinModules } from './join-modules.ts';
import { findOtelcRules, otelcToolFiles } from './otelc-rules.ts';
import { hashFile, hashInput, modulePathOf, type Plan, type PlanInput, weaverVersion } from './plan.ts';
import { neighbours } from './replaced-modules.ts';
import { ruleModules } from './rule-modules.ts';

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
  const loaded = await aspectsOfBuild(request, moduleDir);
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
  const rules = await ruleModules(loaded, options, request.env['OTELTOOL_PKG_PATH']);
  const beside = hooksFor(loaded, modules, home);
  const { hooks: own, replaced } = await neighbours(beside, options);
  const hooks = [...own, ...rules.hooks.filter(({ dir }) => !own.some((hook) => hook.dir === dir))];
  const joined = await joinModules(loaded.aspects, hooks, { ...options, pins: rules.pins, replaced });
  const { goWork, added } = joined;
  const table = joined.aspects.some((aspect) => aspect.needs || asksForVersions(aspect.joinPoint))
    ? await listModules(options, goWork, place.moduleFlags)
    : undefined;
  const needs = [...new Set(joined.aspects.flatMap((aspect) => aspect.needs ?? []))].sort();
  const existing = await existingPackages(options, goWork, needs);
  const aspects = joined.aspects.filter((aspect) => aspect.needs?.every((path) => existing.has(path)) ?? true);
  const editable = editableInputs(table, needs, goEnv.modCache);
  const vendor = vendorOf(options);
  // Beside a workspace every vendored file was compared with its module; without one only the versions were read.
  const vendorInput = vendor === undefined || goWork !== '' ? vendor : table && join(vendor, 'modules.txt');
  return {
    version: weaverVersion,
    goVersion: goEnv.version,
    modules: table,
    aspects,
    aspectFiles: loaded.files,
    inputs: inputsOf(moduleDir, goEnv, loaded, [...modules, ...hooks, ...replaced], [vendorInput, ...editable]),
    rootModule: modules.find((m) => m.dir === moduleDir)?.path ?? modules[0]?.path ?? '',
    moduleDirs: modules.map((m) => realpathSync(m.dir)),
    goWork,
    added,
    goCache: goEnv.goCache,
    cacheDir: request.cacheDir,
    shim,
    goflags: splitQuoted(goEnv.goflags).filter(
      (word) => !/^--?toolexec\b/.test(word) && !(goWork !== '' && /^--?mod=vendor$/.test(word)),
    ),
    backing: goEnv.goCacheProg,
  };
}

/**
 * The aspects of a build: those named, else those of the module.
 *
 * @throws GotsError of aspects
 */
export async function aspectsOfBuild(request: PlanRequest, moduleDir: string): Promise<LoadedAspects> {
  const { home, goEnv, go, env } = request;
  const found =
    request.aspectFiles.length > 0
      ? { entries: request.aspectFiles, orchestrionBuiltIns: false, warnings: [] }
      : await configuredAspects({ go, env, moduleDir });
  const options: LoadOptions = {
    entries: found.entries,
    root: moduleDir,
    moduleCache: goEnv.modCache,
    reader: diskReader,
    builtInSet: (name) => (isDirectory(join(home, 'aspects', name)) ? join(home, 'aspects', name) : undefined),
    checkTemplate: checkCodeTemplate,
    orchestrionBuiltIns: found.orchestrionBuiltIns,
  };
  const { values } = readFlags(request.goArgs, splitQuoted(goEnv.goflags));
  const flags = ['mod', 'modfile', 'overlay'].flatMap((name) =>
    values.has(name) ? [`-${name}=${values.get(name)}`] : [],
  );
  const loaded = await loadWithPackages(options, (paths) => findPackages(paths, { go, cwd: moduleDir, env, flags }));
  const folders = [...loaded.folders, ...(found.inputs ?? [])];
  return { ...loaded, folders, warnings: [...found.warnings, ...loaded.warnings] };
}

/**
 * What a module is configured with: its own aspect files, the rules of otelc, those of loongsuite, or the built-in set.
 *
 * @throws GotsError of aspects
 */
export async function configuredAspects(where: {
  readonly go: string;
  readonly env: NodeJS.ProcessEnv;
  readonly moduleDir: string;
}): Promise<Discovered> {
  const rules = hasOwnAspects(where.moduleDir) ? undefined : await findOtelcRules(where);
  if (!rules) return discoverAspects(where.moduleDir, diskReader, where.env);
  return { entries: rules.files, orchestrionBuiltIns: false, warnings: [], inputs: rules.toolFiles };
}

/** What a module says for gots or Orchestrion comes before what it says for otelc. */
function hasOwnAspects(moduleDir: string): boolean {
  return ['gots.yml', 'orchestrion.yml', 'orchestrion.tool.go'].some((name) => existsSync(join(moduleDir, name)));
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
    // Where rules have their packages is another question.
    if (file.path.endsWith('.json')) continue;
    const dir = moduleAbove(dirname(file.path));
    const isThere = dir === undefined || modules.some((m) => m.dir === dir) || loaded.modules.includes(dir);
    if (!isThere) dirs.add(dir);
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
    join(moduleDir, ruleConfigFile),
    join(moduleDir, 'otelc.yml'),
    ...otelcToolFiles.map((name) => join(moduleDir, name)),
  ]);
  for (const { dir } of modules) for (const name of ['go.mod', 'go.sum']) paths.add(join(dir, name));
  if (goEnv.goWork !== '') paths.add(goEnv.goWork);
  for (const file of loaded.files) paths.add(file.path);
  for (const path of [...loaded.folders, ...loaded.absent]) paths.add(path);
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
