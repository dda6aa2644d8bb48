import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { injectablePackages } from '../aspects/injectable.ts';
import type { LoadedAspects } from '../aspects/load.ts';
import { ruleConfigFile } from '../aspects/loongsuite-config.ts';
import { runGo } from '../go/go.ts';
import type { GoEnv } from '../go/go-env.ts';
import type { Overlay } from '../go/overlay.ts';
import { existingPackages, listModules, type ModuleFlags } from '../gomod/list-modules.ts';
import { type ModuleTable, packageDir } from '../gomod/module-table.ts';
import { vendorOf } from '../gomod/vendor.ts';
import type { HookModule, WorkspaceOptions } from '../gomod/workspace.ts';
import { planUnsteady } from '../report/codes/build.ts';
import { goFailed } from '../report/codes/cli.ts';
import { formatError, GotsError } from '../report/diagnostic.ts';
import { asksForVersions } from '../weave/1-select/package.ts';
import { type AspectsPlace, configuredAspects } from './configured-aspects.ts';
import type { PlanRequest } from './current-plan.ts';
import { joinModules } from './join-modules.ts';
import { otelcToolFiles } from './otelc-rules.ts';
import { hashFile, modulePathOf, type Plan, weaverVersion } from './plan.ts';
import { ReadLog } from './read-log.ts';
import { neighbours } from './replaced-modules.ts';
import { ruleModules } from './rule-modules.ts';

export interface PlanPlace {
  readonly moduleDir: string;
  /** `-mod=mod` or `-modfile` where the user's flags say so. */
  readonly modFlag: string | undefined;
  readonly moduleFlags: ModuleFlags;
  /** Flags by which packages are found: -mod, -modfile and -overlay. */
  readonly findFlags: readonly string[];
  readonly overlay: Overlay;
  readonly shim: string;
  /** {@link Plan.code} */
  readonly code: string;
}

/** Files that change as fast as this are not read in peace. */
const attempts = 5;
const pauseMs = 250;

/**
 * Makes a plan anew: finds and reads the aspects, and joins the modules they inject to the user's. Files that change meanwhile are
 * read again: a plan stands for what was read.
 *
 * @throws GotsError of aspects and modules; build_plan_unsteady
 */
export async function newPlan(request: PlanRequest, place: PlanPlace): Promise<Plan> {
  for (let attempt = 1; ; attempt++) {
    const log = new ReadLog();
    const { plan, warnings } = await onePlan(request, place, log);
    const changed = log.changed(plan.inputs, request.cacheDir);
    if (changed === undefined) {
      for (const warning of warnings) request.log.warn(formatError(new GotsError(warning)));
      return plan;
    }
    // Node has loaded the plug-in, and does not load its parts again.
    if (attempt === attempts || /\.m?js$/.test(changed)) planUnsteady(changed);
    await delay(pauseMs * attempt);
  }
}

interface Made {
  readonly plan: Plan;
  readonly warnings: LoadedAspects['warnings'];
}

async function onePlan(request: PlanRequest, place: PlanPlace, log: ReadLog): Promise<Made> {
  const { moduleDir, modFlag, shim, overlay } = place;
  const { goEnv, home } = request;
  const aspectsPlace: AspectsPlace = {
    root: moduleDir,
    home,
    moduleCache: goEnv.modCache,
    env: request.env,
    go: { program: request.go, flags: place.findFlags },
    overlay,
  };
  const watch = (below: Parameters<ReadLog['watch']>[0]) => log.watch(below);
  const loaded = await configuredAspects(aspectsPlace, { named: request.aspectFiles, cwd: request.cwd, watch });
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
  const paths = inputsOf(moduleDir, goEnv, loaded, [...modules, ...hooks, ...replaced], [vendorInput, ...editable]);
  const plan: Plan = {
    version: weaverVersion,
    code: place.code,
    goVersion: goEnv.version,
    modules: table,
    aspects,
    aspectFiles: loaded.files.map((file) => ({ ...file, path: overlay.actual(file.path) ?? file.path })),
    inputs: log.inputs(underOverlay(paths, overlay), goEnv.modCache),
    rootModule: modules.find((m) => m.dir === moduleDir)?.path ?? modules[0]?.path ?? '',
    moduleDirs: modules.map((m) => realpathSync(m.dir)),
    goWork,
    added,
    goCache: goEnv.goCache,
    cacheDir: request.cacheDir,
    shim,
  };
  return { plan, warnings: loaded.warnings };
}

/** Where the contents of paths lie, and what says so. */
function underOverlay(paths: readonly string[], { actual, file }: Overlay): readonly string[] {
  const places = paths.map(actual).filter((path) => path !== undefined);
  return file === '' ? places : [...places, file];
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

/** Files whose change makes the plan stale, besides those that were read here; absent ones that would matter included. */
function inputsOf(
  moduleDir: string,
  goEnv: GoEnv,
  loaded: LoadedAspects,
  modules: readonly { readonly dir: string }[],
  more: readonly (string | undefined)[],
): readonly string[] {
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
  return [...paths];
}

/** Of modules that lie outside the module cache the go.mod, and the folders of packages that aspects depend on. */
function editableInputs(table: ModuleTable | undefined, needs: readonly string[], modCache: string): readonly string[] {
  if (table === undefined) return [];
  const mods = Object.values(table.dirs).map((dir) => join(dir, 'go.mod'));
  const dirs = needs.map((path) => packageDir(table, path)).filter((dir) => dir !== undefined);
  return [...mods, ...dirs].filter((path) => !path.startsWith(`${modCache}/`));
}
