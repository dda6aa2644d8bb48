import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { disk } from '../../base/file-view.ts';
import { parseJsonStream, runGo } from '../../go/go.ts';
import { injectedFlags } from '../../gomod/injected-flags.ts';
import type { ModuleTable } from '../../gomod/module-table.ts';
import { compareGo } from '../../gomod/versions.ts';
import { bazelPlanPlugin } from '../../report/codes/bazel.ts';
import { goFailed } from '../../report/codes/cli.ts';
import { injectablePackages } from '../../vocabulary/aspect-packages.ts';
import { importsOfAdopted } from '../injected/find-injected.ts';
import type { Plan } from '../plan/plan.ts';
import { type BazelPackage, moduleFolder, oracleFile, writeBazelPlan } from './bazel-plan.ts';

/** What a plan for Bazel is made from. */
export interface BazelPlanRequest {
  readonly plan: Plan;
  readonly go: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Flags of the build that decide which files and modules belong to it. */
  readonly flags: readonly string[];
  /** The oracle program. */
  readonly oracle: string;
}

interface Listed {
  readonly ImportPath: string;
  readonly Name?: string;
  readonly Dir?: string;
  readonly Standard?: boolean;
  readonly Imports?: readonly string[];
  readonly ImportMap?: Readonly<Record<string, string>>;
  readonly Module?: {
    readonly Path: string;
    readonly Version?: string;
    readonly Main?: boolean;
    readonly GoVersion?: string;
  };
  readonly Error?: { readonly Err: string };
}

type Module = NonNullable<Listed['Module']>;

/**
 * Writes a folder from which packages can be woven on any machine, without network, module cache and GOCACHE: the aspects, the sources of
 * all packages that they may bring in, and the oracle program.
 *
 * @param folder is replaced
 * @throws GotsError bazel_plan_plugin, cli_go_failed
 */
export async function makeBazelPlan(folder: string, request: BazelPlanRequest): Promise<void> {
  const { plan } = request;
  for (const { id, advice } of plan.aspects) if (advice.some(({ kind }) => kind === 'plugin')) bazelPlanPlugin(id);
  const roots = [...new Set(plan.aspects.flatMap(injectablePackages))].sort();
  const flags = injectedFlags(request.flags, plan.injection);
  const named = await list(request, [...flags, '--', ...roots], roots.length > 0);
  const places = named.map(({ ImportPath: path, Dir: dir = '' }) => ({ path, dir }));
  const extra = importsOfAdopted(plan.aspects, { packages: places }, disk);
  const listed = extra.length === 0 ? named : await list(request, [...flags, '--', ...roots, ...extra], true);
  const usersFlags = plan.injection?.raises ? flags : request.flags;
  const program = await list(request, [...usersFlags, '--', './...'], true);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const found = listed.filter(({ Dir, Error: error }) => Dir !== undefined && error === undefined);
  const packages = copyModules(join(folder, moduleFolder), found, plan);
  const users = new Set(program.map(({ ImportPath }) => ImportPath));
  writeBazelPlan(folder, {
    version: plan.version,
    rootModule: plan.rootModule,
    goVersion: plan.goVersion,
    modules: plan.modules && portable(plan.modules, [...program, ...found]),
    aspects: plan.aspects,
    packages,
    injectedOnly: packages.map(({ path }) => path).filter((path) => !users.has(path)),
  });
  cpSync(request.oracle, join(folder, oracleFile));
}

async function list({ go, cwd, env }: BazelPlanRequest, args: readonly string[], isNeeded: boolean): Promise<Listed[]> {
  if (!isNeeded) return [];
  const fields = 'ImportPath,Name,Dir,Standard,Imports,ImportMap,Module,Error';
  const result = await runGo(['list', '-e', '-deps', `-json=${fields}`, ...args], { go, cwd, env });
  if (result.exitCode !== 0) goFailed('go list', result.stderr);
  return parseJsonStream<Listed>(result.stdout).filter(({ ImportPath }) => ImportPath !== 'unsafe');
}

/** The table without folders: which module holds each package is written down, so that no folder is looked at. */
function portable(table: ModuleTable, packages: readonly Listed[]): ModuleTable {
  const pairs = packages.flatMap(({ ImportPath, Module: module }) => (module ? [[ImportPath, module.Path]] : []));
  return { versions: table.versions, dirs: {}, vendored: { ...table.vendored, ...Object.fromEntries(pairs) } };
}

/** Copies packages into a main module and folders that it replaces modules by, each with the language version of its own go.mod. */
function copyModules(folder: string, listed: readonly Listed[], { rootModule, goVersion }: Plan): BazelPackage[] {
  const modules = new Map<string, Module>();
  for (const { Module: module } of listed) if (module) modules.set(module.Path, module);
  const own = modules.get(rootModule);
  const newest = [...modules.values()]
    .map(({ GoVersion = '1.16' }) => GoVersion)
    .sort(compareGo)
    .at(-1);
  // The main module must not have a lower go line than what it requires, and its packages keep theirs.
  const isMain = own?.Main === true && compareGo(own.GoVersion ?? '1.16', newest ?? '1.16') >= 0;
  const folderOf = ({ Path, Version = 'v0.0.0' }: Module): string =>
    isMain && Path === rootModule ? '' : join('gots.modules', `${Path}@${Version}`);
  const others = [...modules.values()].filter((module) => folderOf(module) !== '');
  const go = isMain ? own.GoVersion : (newest ?? goVersion.replace(/^go/, ''));
  const lines = others.flatMap((module) => [
    `require ${module.Path} ${module.Version ?? 'v0.0.0'}`,
    `replace ${module.Path} => ./${folderOf(module)}`,
  ]);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'go.mod'),
    `${[`module ${isMain ? rootModule : 'gots.bazel'}`, `go ${go}`, ...lines].join('\n')}\n`,
  );
  for (const module of others) {
    const dir = join(folder, folderOf(module));
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, 'go.mod'), `module ${module.Path}\n\ngo ${module.GoVersion ?? '1.16'}\n`);
  }
  return listed.map((each) => {
    const { ImportPath: path, Name: name = '', Imports = [], ImportMap = {}, Module: module, Dir = '' } = each;
    const imports = Imports.map((imported) => ImportMap[imported] ?? imported).filter(isArchived);
    if (!module) return { path, name, imports, dir: '' };
    const dir = join(folderOf(module), path.slice(module.Path.length)) || '.';
    copyPackage(Dir, join(folder, dir));
    return { path, name, imports, dir };
  });
}

/** A package's own files and those that it may embed, without the packages below it and without tests. */
function copyPackage(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    if (entry.name === 'go.mod' || entry.name.endsWith('_test.go')) continue;
    if (!entry.isDirectory()) cpSync(source, join(to, entry.name), { dereference: true });
    else if (!holdsGo(source)) cpSync(source, join(to, entry.name), { recursive: true, dereference: true });
  }
}

function holdsGo(folder: string): boolean {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) => /\.go$|(^|\/)go\.mod$/.test(name));
}

function isArchived(path: string): boolean {
  return path !== 'unsafe' && path !== 'C';
}
