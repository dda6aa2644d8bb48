import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CommandContext } from '../../cli/command-context.ts';
import { weavingEnv } from '../../cli/weaving-env.ts';
import type { BuildReport } from '../../driver/serve/report-file.ts';
import { mergeReports } from '../../manifest/merge-reports.ts';
import { inputOutsideWorkspace, noMainPackage, noModule } from '../../report/codes/action.ts';
import { type ActionContext, cliContext } from '../action-context.ts';
import type { Binary } from '../results.ts';
import { inWorkspace } from '../runner/annotations.ts';
import { type ProgramRun, runProgram } from '../runner/run-program.ts';
import { goName, listTargetPackages, type Main, mainsOf, type TargetPackage } from './mains.ts';
import { buildSettings } from './settings.ts';
import type { Target } from './target.ts';

/** A target that was built, or was tried to. */
export interface Built {
  readonly run: ProgramRun;
  readonly binaries: readonly Binary[];
  readonly mains: readonly Main[];
  readonly plan: string;
  /** Absent when the build ended before the cache program could write it. */
  readonly report: string | undefined;
  readonly plainMs?: number | undefined;
  readonly plainCompiled?: number | undefined;
}

/**
 * Builds the packages of the input woven for a target and, for comparison, once more without weaving. The programs' files
 * go to a folder named after the target.
 *
 * @throws GotsError of planning; action_no_module, action_no_main; cli_go_failed of `go list`
 */
export async function buildTarget(context: ActionContext, target: Target): Promise<Built> {
  const { inputs } = context;
  const settings = buildSettings(target, inputs['build-flags']);
  const cli = cliContext(context, settings.env);
  const list = { go: cli.go, cwd: context.cwd, env: cli.env };
  const { goArgs } = buildPlaceOf(context, target);
  const use = await context.shared?.begin(cli, goArgs);
  const weaving = await weavingEnv(cli, aspectEntries(context), goArgs, use);
  if (!weaving) noModule(context.cwd);
  const packages = await listTargetPackages(settings.flags, inputs.packages, list);
  const mains = mainsOf(packages);
  if (mains.length === 0 && target.kind !== 'executable') noMainPackage(target.name, inputs.packages);
  const report = join(context.folder, 'reports', `${fileName(target)}.json`);
  mkdirSync(join(context.folder, 'reports'), { recursive: true });
  rmSync(report, { force: true });
  const folder = join(context.folder, fileName(target));
  const env = { ...cli.env, ...weaving.variables, GOTS_REPORT_SOURCES: '1' };
  const place = { context, target, go: cli.go, flags: settings.flags, mains, packages };
  const run = await goBuild({ ...place, env, folder, report, busy: `building ${target.name}` });
  const found = run.exitCode === 0 ? filesOf(mains, target, folder) : [];
  const made = {
    run,
    mains,
    plan: weaving.variables['GOTS_PLAN'] ?? '',
    report: existsSync(report) ? report : undefined,
  };
  if (run.exitCode !== 0 || !inputs.compare || context.cancel.aborted) {
    weaving.ended();
    return { ...made, binaries: found };
  }
  const plainFolder = join(context.folder, 'plain');
  const graphs = join(context.folder, 'plain-actions');
  try {
    // Plain go does not wait for what is on its way.
    await use?.fetched();
    weaving.ended();
    const sinceMs = Date.now();
    const busy = `building ${target.name} plain`;
    const plain = await goBuild({ ...place, env: cli.env, folder: plainFolder, graphs, busy });
    const sizes = new Map(
      plain.exitCode === 0 ? filesOf(mains, target, plainFolder).map((b) => [b.name, b.bytes]) : [],
    );
    const binaries = found.map((binary) => ({ ...binary, plainBytes: sizes.get(binary.name) }));
    if (plain.exitCode !== 0) return { ...made, binaries };
    await context.shared?.keepPlain(cli, goArgs, sinceMs);
    return { ...made, binaries, plainMs: plain.ms, plainCompiled: compiledIn(graphs) };
  } finally {
    for (const path of [plainFolder, graphs]) rmSync(path, { recursive: true, force: true });
  }
}

/** The surroundings of the build of a target, and its arguments, by which the shared cache knows it. */
export function buildPlaceOf(
  context: ActionContext,
  target: Target,
): { readonly cli: CommandContext; readonly goArgs: readonly string[] } {
  const settings = buildSettings(target, context.inputs['build-flags']);
  return {
    cli: cliContext(context, settings.env),
    goArgs: ['build', ...settings.flags, ...context.inputs.packages],
  };
}

/** How many packages go compiled, by its graphs of actions (-debug-actiongraph); undefined where they are not as they have been so far. */
function compiledIn(folder: string): number | undefined {
  try {
    const graphs = readdirSync(folder).map(
      (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoAction[],
    );
    return graphs.flat().filter(({ Mode, Cmd }) => Mode === 'build' && Cmd).length;
  } catch {
    return undefined;
  }
}

/** @see cmd/go/internal/work/action.go, actionJSON, the same in Go 1.24 to 1.27 */
interface GoAction {
  readonly Mode: string;
  /** What was run; null where the action's result came from the cache. */
  readonly Cmd: readonly string[] | null;
}

/**
 * The input `aspects` as the loader takes it.
 *
 * @throws GotsError action_input_outside
 */
export function aspectEntries({ inputs, cwd, workspace }: ActionContext): readonly string[] {
  return inputs.aspects.map((entry) => {
    if (entry.startsWith('gots:')) return entry;
    const path = resolve(cwd, entry);
    return inWorkspace(path, workspace) === undefined ? inputOutsideWorkspace('aspects', entry, workspace) : path;
  });
}

/** A target's name in file names. */
export function fileName(target: Pick<Target, 'name'>): string {
  return target.name.replaceAll('/', '-');
}

function joinReports(files: readonly string[], file: string): void {
  const reports = files.map((each) => JSON.parse(readFileSync(each, 'utf8')) as BuildReport);
  writeFileSync(file, JSON.stringify(mergeReports(reports)));
  for (const each of files) rmSync(each);
}

interface GoBuild {
  readonly context: ActionContext;
  readonly target: Target;
  readonly go: string;
  readonly flags: readonly string[];
  readonly mains: readonly Main[];
  readonly packages: readonly TargetPackage[];
  readonly env: NodeJS.ProcessEnv;
  readonly folder: string;
  /** File for what was woven; absent for a plain build. */
  readonly report?: string;
  /** Folder for go's graphs of actions, if they are wanted. */
  readonly graphs?: string;
  readonly busy: string;
}

/** Builds all packages; the times and messages of several commands are put together. */
async function goBuild(build: GoBuild): Promise<ProgramRun> {
  const { context, folder } = build;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (build.graphs !== undefined) mkdirSync(build.graphs, { recursive: true });
  const { write, cancel } = context;
  const options = { cwd: context.cwd, write, cancel, busy: build.busy };
  const runs: ProgramRun[] = [];
  const reports: string[] = [];
  for (const args of goCommands(build)) {
    // Each go command would write over the report of the one before.
    const own = build.report === undefined ? undefined : `${build.report}.${runs.length}`;
    const env = own === undefined ? build.env : { ...build.env, GOTS_REPORT: own };
    const graph = build.graphs === undefined ? [] : [`-debug-actiongraph=${join(build.graphs, `${runs.length}.json`)}`];
    const run = await runProgram(build.go, ['build', ...graph, ...args], { ...options, env });
    runs.push(run);
    if (own !== undefined && existsSync(own)) reports.push(own);
    if (run.exitCode !== 0) break;
  }
  if (build.report !== undefined && reports.length > 0) joinReports(reports, build.report);
  return {
    exitCode: runs.at(-1)?.exitCode ?? 0,
    ms: runs.reduce((sum, { ms }) => sum + ms, 0),
    output: runs.map(({ output }) => output).join(''),
  };
}

/**
 * One go command for all packages, unless programs share a name: go writes those over each other, so that each program gets
 * a command of its own.
 */
function goCommands({ context, folder, flags, mains, packages, target }: GoBuild): readonly (readonly string[])[] {
  if (mains.every((main) => main.name === goName(main.importPath))) {
    const output = mains.length === 0 ? [] : ['-o', `${folder}/`];
    return [[...output, ...flags, ...context.inputs.packages]];
  }
  const libraries = packages.filter(({ Name }) => Name !== 'main').map(({ ImportPath }) => ImportPath);
  return [
    ...(libraries.length > 0 ? [[...flags, ...libraries]] : []),
    ...mains.map((main) => ['-o', join(folder, withSuffix(main.name, target)), ...flags, main.importPath]),
  ];
}

function filesOf(mains: readonly Main[], target: Target, folder: string): readonly Binary[] {
  return mains.map(({ name, importPath }) => {
    const file = withSuffix(name, target);
    const path = join(folder, file);
    return { name: file, importPath, path, bytes: statSync(path).size };
  });
}

function withSuffix(name: string, target: Target): string {
  return target.goos === 'windows' ? `${name}.exe` : name;
}
