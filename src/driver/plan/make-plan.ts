import { realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readIfThere } from '../../base/read-if-there.ts';
import { type AspectsPlace, configuredAspects } from '../../dialects/configured.ts';
import { configurationFiles } from '../../dialects/facts.ts';
import { hookModules } from '../../dialects/hook-modules.ts';
import { KeptFiles } from '../../dialects/load/kept-files.ts';
import type { LoadedAspects } from '../../dialects/load/load-types.ts';
import { isPluginFile } from '../../dialects/plugins/plugin-file.ts';
import { runGo } from '../../go/go.ts';
import type { GoAnswers } from '../../go/go-answers.ts';
import type { GoEnv } from '../../go/go-env.ts';
import type { Overlay } from '../../go/overlay.ts';
import { packageFinder } from '../../go/packages.ts';
import { existingPackages } from '../../gomod/existing-packages.ts';
import type { Injection } from '../../gomod/injection.ts';
import type { ModuleFlags, ModuleOptions } from '../../gomod/module-options.ts';
import { type ModuleTable, packageDir } from '../../gomod/module-table.ts';
import type { RaisedModule } from '../../gomod/raised.ts';
import { sumFileOf } from '../../gomod/sums.ts';
import { type UserModules, userModules } from '../../gomod/user-modules.ts';
import { isFolder, parseModFile } from '../../lang/modules/mod-file.ts';
import { planUnsteady } from '../../report/codes/build.ts';
import { goFailed } from '../../report/codes/cli.ts';
import { formatError, GotsError } from '../../report/diagnostic.ts';
import { asksForVersions } from '../../weave/1-select/package.ts';
import type { BuildPlace } from './build-place.ts';
import { joinModules } from './join-modules.ts';
import { neighbours } from './neighbour-modules.ts';
import { type Plan, weaverVersion } from './plan.ts';
import type { PlanRequest } from './plan-request.ts';
import { ReadLog } from './read-log.ts';

export interface PlanPlace extends BuildPlace {
  /** Directory of the go command to come. */
  readonly cwd: string;
  readonly moduleFlags: ModuleFlags;
  /** Flags by which packages are found: -mod, -modfile and -overlay. */
  readonly findFlags: readonly string[];
  readonly overlay: Overlay;
  /** Path of the shim, once it is built. */
  readonly shim: Promise<string>;
  /** {@link Plan.code} */
  readonly code: string;
  /** What go said when the last plan was made. */
  readonly answers: GoAnswers;
}

/** Files that change as fast as this are not read in peace. */
const attempts = 5;
const pauseMs = 250;

/**
 * Makes a new plan: finds and reads the aspects, and joins the modules they inject to the user's. Files that change meanwhile are
 * read again: a plan stands for what was read.
 *
 * @throws GotsError of aspects and modules; build_plan_unsteady
 */
export async function newPlan(request: PlanRequest, place: PlanPlace): Promise<Plan> {
  for (let attempt = 1; ; attempt++) {
    const log = new ReadLog();
    const { plan, warnings, raised } = await onePlan(request, place, log);
    const changed = log.changed(plan.inputs, request.cacheDir);
    if (changed === undefined) {
      for (const warning of warnings) request.log.warn(formatError(new GotsError(warning)));
      for (const each of raised) request.log.warn(raisedNotice(each));
      return plan;
    }
    // Node has loaded the plug-in, and does not load its parts again.
    if (attempt === attempts || isPluginFile(changed)) planUnsteady(changed);
    await delay(pauseMs * attempt);
  }
}

interface Made {
  readonly plan: Plan;
  readonly warnings: LoadedAspects['warnings'];
  readonly raised: readonly RaisedModule[];
}

async function onePlan(request: PlanRequest, place: PlanPlace, log: ReadLog): Promise<Made> {
  const { moduleDir, configDirs, overlay, answers } = place;
  const { goEnv, home } = request;
  const aspectsPlace: AspectsPlace = {
    root: moduleDir,
    configDirs,
    workDir: goEnv.goWork === '' ? undefined : dirname(goEnv.goWork),
    home,
    moduleCache: goEnv.modCache,
    env: request.env,
    findPackages: packageFinder(
      { go: request.go, flags: place.findFlags, env: request.env },
      { answers, decisive: moduleFiles(request, place) },
    ),
    over: overlay.over,
  };
  const watch = (below: Parameters<ReadLog['watch']>[0]) => log.watch(below);
  const kept = new KeptFiles(join(request.cacheDir, 'builds', `aspects-${place.code.slice(0, 20)}.json`), place.code);
  const loaded = await configuredAspects(aspectsPlace, { named: request.aspectFiles, cwd: request.cwd, watch, kept });
  kept.save();
  const modules = await mainModules(request, place);
  const options: ModuleOptions = {
    go: request.go,
    cwd: place.cwd,
    env: request.env,
    moduleDir,
    userGoWork: goEnv.goWork,
    goVersion: goEnv.version,
    modCache: goEnv.modCache,
    folder: join(request.cacheDir, 'work'),
    flags: place.moduleFlags,
    answers,
  };
  const goMod = parseModFile(readIfThere(join(moduleDir, 'go.mod')));
  const mainDirs = modules.map(({ dir }) => dir);
  const user = await userModules(mainDirs, options);
  const brought = hookModules(loaded, { moduleDir, goMod, mainDirs, home, env: request.env });
  const { hooks: own, replaced } = neighbours(brought.beside, { moduleDir, goMod });
  const hooks = [...own, ...brought.checkout.filter(({ dir }) => !own.some((hook) => hook.dir === dir))];
  const joined = await joinModules(loaded.aspects, { hooks, replaced, pins: brought.pins }, user, options);
  const { injection, added, raised } = joined;
  const all = withInjected(user.table, injection);
  const table = joined.aspects.some((aspect) => aspect.needs || asksForVersions(aspect.joinPoint)) ? all : undefined;
  const needs = [...new Set(joined.aspects.flatMap((aspect) => aspect.needs ?? []))].sort();
  const existing = await existingPackages(needs, all, { ...options, injection });
  const aspects = joined.aspects.filter((aspect) => aspect.needs?.every((path) => existing.has(path)) ?? true);
  const editable = editableInputs(table ?? (injection && user.table), needs, goEnv.modCache);
  const more = [...moduleInputs(user, moduleDir, place.moduleFlags), ...editable];
  const paths = inputsOf(place, goEnv, loaded, [...modules, ...hooks, ...replaced], more);
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
    workDir: goEnv.goWork === '' ? '' : realpathSync(dirname(goEnv.goWork)),
    injection,
    added,
    goCache: goEnv.goCache,
    moduleCache: goEnv.modCache,
    cacheDir: request.cacheDir,
    shim: await place.shim,
  };
  return { plan, warnings: loaded.warnings, raised };
}

/** The modules of the program, with those that come in. */
function withInjected(table: ModuleTable, injection: Injection | undefined): ModuleTable {
  if (!injection) return table;
  return {
    ...table,
    versions: { ...table.versions, ...injection.versions },
    dirs: { ...table.dirs, ...injection.dirs },
  };
}

function raisedNotice({ path, from, to, askedBy }: RaisedModule): string {
  return (
    `weaving raises ${path} from ${from} to ${to}, which ${askedBy} asks for; ` +
    `\`go get ${path}@${to}\` makes that the program's own version, \`disable\` in gots.yml leaves aspects out`
  );
}

/** Files beyond go.mod and go.sum of the main modules that decide how modules are found. */
function moduleInputs(user: UserModules, moduleDir: string, { modfile }: ModuleFlags): readonly string[] {
  return [
    // Absent, too: once it is there, go builds from vendor/.
    join(user.work ? dirname(user.work.file) : moduleDir, 'vendor', 'modules.txt'),
    // Where go can load a workspace, any build may add to go.work.sum; it decides no version.
    ...(user.work && !user.work.isLoaded ? [`${user.work.file}.sum`] : []),
    ...(modfile === undefined ? [] : [modfile, sumFileOf(modfile)]),
  ];
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

/** Files that decide which modules there are, and in which versions. */
function moduleFiles({ goEnv }: PlanRequest, { moduleDir, moduleFlags, overlay }: PlanPlace): readonly string[] {
  const { goWork } = goEnv;
  const { modfile } = moduleFlags;
  const root = goWork === '' ? moduleDir : dirname(goWork);
  const used = parseModFile(readIfThere(goWork)).uses.map((dir) => resolve(root, dir));
  const mods = [...new Set([moduleDir, ...used])].map((dir) => join(dir, 'go.mod'));
  const own = [...mods, ...(goWork === '' ? [] : [goWork]), ...(modfile === undefined ? [] : [modfile])];
  const replaced = own.flatMap((file) =>
    parseModFile(readIfThere(file)).replaces.flatMap(({ target, targetVersion }) =>
      isFolder(target) && targetVersion === '' ? [join(resolve(dirname(file), target), 'go.mod')] : [],
    ),
  );
  const files = [...own, ...own.map(sumFileOf), ...replaced, join(root, 'vendor', 'modules.txt')];
  return [...new Set(overlay.file === '' ? files : [...files, overlay.file])];
}

/** Outside a workspace there is one main module, and its go.mod names it; what is wrong with a go.mod, go says. */
async function mainModules(request: PlanRequest, place: PlanPlace): Promise<readonly MainModule[]> {
  const { moduleDir, answers } = place;
  const { module: path } = parseModFile(readIfThere(join(moduleDir, 'go.mod')));
  if (request.goEnv.goWork === '' && path !== '') return [{ path, dir: moduleDir }];
  return answers.recall(['main modules', moduleDir, request.goEnv.goWork], async () => ({
    value: await listMainModules(request, moduleDir),
    files: moduleFiles(request, place),
    folders: [],
  }));
}

async function listMainModules(request: PlanRequest, moduleDir: string): Promise<readonly MainModule[]> {
  const env = { ...request.env, GOFLAGS: '-buildvcs=false', GOCACHEPROG: '' };
  const args = ['list', '-m', '-f', '{{.Path}}\t{{.Dir}}'];
  const result = await runGo(args, { go: request.go, cwd: moduleDir, env });
  if (result.exitCode !== 0) goFailed('go list -m', result.stderr);
  return result.stdout
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([path = '', dir = '']) => ({ path, dir }));
}

/** Files whose change makes the plan stale, besides those that were read here; absent ones that would matter included. */
function inputsOf(
  { configDirs }: BuildPlace,
  goEnv: GoEnv,
  loaded: LoadedAspects,
  modules: readonly { readonly dir: string }[],
  more: readonly string[],
): readonly string[] {
  const folders = [...configDirs, ...(goEnv.goWork === '' ? [] : [dirname(goEnv.goWork)])];
  const paths = new Set(folders.flatMap((dir) => configurationFiles.map((name) => join(dir, name))));
  for (const { dir } of modules) for (const name of ['go.mod', 'go.sum']) paths.add(join(dir, name));
  if (goEnv.goWork !== '') paths.add(goEnv.goWork);
  for (const file of loaded.files) paths.add(file.path);
  for (const path of [...loaded.folders, ...loaded.absent]) paths.add(path);
  for (const path of more) paths.add(path);
  return [...paths];
}

/** Of modules that lie outside the module cache the go.mod, and the folders of packages that aspects depend on. */
function editableInputs(table: ModuleTable | undefined, needs: readonly string[], modCache: string): readonly string[] {
  if (table === undefined) return [];
  const mods = Object.values(table.dirs).map((dir) => join(dir, 'go.mod'));
  const dirs = needs.map((path) => packageDir(table, path)).filter((dir) => dir !== undefined);
  return [...mods, ...dirs].filter((path) => !path.startsWith(`${modCache}/`));
}
