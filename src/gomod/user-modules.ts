import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readIfThere } from '../base/read-if-there.ts';
import { isFolder, type ModFile, parseModFile, type Replacement } from '../lang/modules/mod-file.ts';
import { modulesUnresolved } from '../report/codes/modules.ts';
import type { ModuleOptions } from './module-options.ts';
import { type ModuleTable, vendoredModules } from './module-table.ts';
import { type OwnWorkspace, ownWorkspace, type Workspace } from './own-workspace.ts';
import { runModuleList } from './run-module-list.ts';
import { compareGo, compareModuleVersions, escaped } from './versions.ts';

/** A main module of the build. */
export interface MainModule {
  readonly path: string;
  readonly dir: string;
  /** Absolute path of its go.mod, or of what -modfile names. */
  readonly file: string;
  readonly text: string;
  readonly mod: ModFile;
}

/** The modules of the plain build: what go resolves without gots. */
export interface UserModules {
  readonly mains: readonly MainModule[];
  readonly work: Workspace | undefined;
  /** Version by path, as it is required, of every module that can hold a package of the build; not of main modules. */
  readonly versions: ReadonlyMap<string, string>;
  /** All replacements that count, folders absolute. */
  readonly replaces: readonly Replacement[];
  /** Folder that go takes modules from instead of the module cache, with the modules that have packages in it. */
  readonly vendor: { readonly dir: string; readonly table: ModuleTable; readonly text: string } | undefined;
  readonly table: ModuleTable;
  /** Whether every version of a module is replaced by the same: then its version says nothing. */
  readonly isReplaced: (path: string) => boolean;
  /** Whether go.mod lists every module that holds packages of the build, so that go need not load the graph of all requirements. */
  readonly isPruned: boolean;
}

/** The first version of which a go.mod lists all modules that provide packages (lazy loading). */
export const firstPruned = '1.17';
/** The first version that takes vendor/ unasked. */
const vendoring = '1.14';

/**
 * The modules of the plain build. Nothing is asked for that a plain build does not ask for: with a go.mod of Go 1.17 or newer, only that
 * is read; workspaces and older ones are listed, since go loads the graph of all requirements for these in each build.
 *
 * @param dirs folders of the main modules, as `go list -m` names them
 * @throws GotsError modules_unresolved
 */
export async function userModules(dirs: readonly string[], options: ModuleOptions): Promise<UserModules> {
  const text = (file: string): string => readIfThere(options.flags.overlay.actual(file) ?? '');
  const mains = dirs.map((dir): MainModule => {
    const { modfile } = options.flags;
    const file = modfile ?? join(dir, 'go.mod');
    const source = text(file);
    const mod = parseModFile(source);
    return { path: mod.module, dir, file, text: source, mod };
  });
  const work =
    options.userGoWork === ''
      ? undefined
      : {
          file: options.userGoWork,
          text: text(options.userGoWork),
          mod: parseModFile(text(options.userGoWork)),
          sums: readIfThere(`${options.userGoWork}.sum`),
          isLoaded: false,
        };
  const replaces = replacesOf(mains, work);
  const vendor = vendorInUse(mains, work, options);
  const go = work?.mod.go || mains[0]?.mod.go || '';
  const isPruned = work === undefined && compareGo(go, firstPruned) >= 0;
  const isReplaced = (path: string): boolean => replaces.some((each) => each.path === path && each.version === '');
  const known = { mains, work, replaces, vendor, isPruned, isReplaced };
  if (vendor) {
    const versions = new Map([...requirements(mains), ...nominalVersions(vendor.text)]);
    return { ...known, versions, table: withMains(vendor.table, mains) };
  }
  if (isPruned) {
    const versions = requirements(mains);
    return { ...known, versions, table: withMains(tableOf(versions, replaces, options.modCache), mains) };
  }
  const listed = await listAll(options, work);
  if (listed) return { ...known, ...listed };
  // Go loads the graph of a workspace only for packages of other modules; where that cannot be done, the build has none.
  const versions = requirements(mains);
  return { ...known, versions, table: withMains(tableOf(versions, replaces, options.modCache), mains) };
}

function replacesOf(mains: readonly MainModule[], work: UserModules['work']): Replacement[] {
  const absolute = (base: string) => (each: Replacement) =>
    isFolder(each.target) && each.targetVersion === '' ? { ...each, target: resolve(base, each.target) } : each;
  const ofWork = work ? work.mod.replaces.map(absolute(dirname(work.file))) : [];
  const overridden = new Set(ofWork.map(({ path }) => path));
  const ofMains = mains.flatMap(({ dir, mod }) => mod.replaces.map(absolute(dir)));
  const key = ({ path, version }: Replacement): string => `${path} ${version}`;
  const kept = new Map(ofMains.filter(({ path }) => !overridden.has(path)).map((each) => [key(each), each]));
  return [...ofWork, ...kept.values()];
}

/** The vendor folder that go uses, unasked or because of -mod=vendor. */
function vendorInUse(
  mains: readonly MainModule[],
  work: UserModules['work'],
  { flags, moduleDir }: ModuleOptions,
): UserModules['vendor'] {
  if (flags.mod !== undefined && flags.mod !== 'vendor') return undefined;
  const dir = join(work ? dirname(work.file) : moduleDir, 'vendor');
  const list = join(dir, 'modules.txt');
  if (!existsSync(list)) return undefined;
  const text = readFileSync(list, 'utf8');
  const isOfWorkspace = text.startsWith('## workspace');
  const go = work?.mod.go || mains[0]?.mod.go || '';
  const isTaken = isOfWorkspace === (work !== undefined) && compareGo(go, vendoring) >= 0;
  return flags.mod === 'vendor' || isTaken ? { dir, table: vendoredModules(text), text } : undefined;
}

/** Version by path, the highest where several main modules require a module. */
function requirements(mains: readonly MainModule[]): Map<string, string> {
  const own = new Set(mains.map(({ path }) => path));
  const versions = new Map<string, string>();
  for (const { path, version } of mains.flatMap(({ mod }) => mod.requires)) {
    if (!own.has(path) && compareModuleVersions(version, versions.get(path) ?? '') > 0) versions.set(path, version);
  }
  return versions;
}

/** Version by path as vendor/modules.txt names it in front of `=>`. */
function nominalVersions(modulesTxt: string): Map<string, string> {
  return new Map([...modulesTxt.matchAll(/^# (\S+) (v\S+)/gm)].map(([, path = '', version = '']) => [path, version]));
}

/** The replacement of a module at a version: one for that version goes before one for all. */
export function replacementOf(
  replaces: readonly Replacement[],
  path: string,
  version: string,
): Replacement | undefined {
  return (
    replaces.find((each) => each.path === path && each.version === version) ??
    replaces.find((each) => each.path === path && each.version === '')
  );
}

/** Versions in use and folders, computed as go would find them. */
export function tableOf(
  versions: ReadonlyMap<string, string>,
  replaces: readonly Replacement[],
  modCache: string,
): ModuleTable {
  const used: Record<string, string> = {};
  const dirs: Record<string, string> = {};
  for (const [path, version] of versions) {
    const replacement = replacementOf(replaces, path, version);
    const isDir = replacement !== undefined && replacement.targetVersion === '';
    used[path] = replacement ? replacement.targetVersion : version;
    const [name, at] = replacement ? [replacement.target, replacement.targetVersion] : [path, version];
    dirs[path] = isDir ? replacement.target : join(modCache, `${escaped(name)}@${escaped(at)}`);
  }
  return { versions: used, dirs, vendored: {} };
}

function withMains(table: ModuleTable, mains: readonly MainModule[]): ModuleTable {
  return {
    ...table,
    versions: { ...table.versions, ...Object.fromEntries(mains.map(({ path }) => [path, ''])) },
    dirs:
      table.vendored && Object.keys(table.vendored).length > 0
        ? table.dirs
        : { ...table.dirs, ...Object.fromEntries(mains.map(({ path, dir }) => [path, dir])) },
  };
}

/** Undefined where a workspace's graph cannot be loaded. */
async function listAll(
  options: ModuleOptions,
  work: Workspace | undefined,
): Promise<Pick<UserModules, 'versions' | 'table' | 'work'> | undefined> {
  const own = work && ownWorkspace(work, options.folder);
  try {
    return await listIn(options, work, own);
  } finally {
    own?.remove();
  }
}

async function listIn(
  options: ModuleOptions,
  work: Workspace | undefined,
  own: OwnWorkspace | undefined,
): Promise<Pick<UserModules, 'versions' | 'table' | 'work'> | undefined> {
  const used = '{{if .Replace}}{{.Replace.Version}}{{else}}{{.Version}}{{end}}';
  const args = ['-f', `{{.Path}}\t{{.Version}}\t${used}\t{{.Dir}}`];
  if (options.flags.modfile !== undefined) args.push(`-modfile=${options.flags.modfile}`);
  const place = own ? { GOWORK: own.file } : {};
  const env = { ...options.env, ...place, GOFLAGS: '-buildvcs=false -mod=readonly', GOCACHEPROG: '' };
  const result = await runModuleList(args, { go: options.go, cwd: options.moduleDir, env });
  if (result.exitCode !== 0 && work) return undefined;
  if (result.exitCode !== 0) modulesUnresolved(result.stderr.trim());
  const rows = result.stdout.split('\n').map((line) => line.split('\t'));
  const known = rows.filter(([path]) => path !== undefined && path !== '') as [string, string, string, string][];
  return {
    work: work && own && { ...work, sums: own.sums(), isLoaded: true },
    versions: new Map(known.filter(([, version]) => version !== '').map(([path, version]) => [path, version])),
    table: {
      versions: Object.fromEntries(known.map(([path, , version]) => [path, version])),
      dirs: Object.fromEntries(known.filter(([, , , dir]) => dir !== '').map(([path, , , dir]) => [path, dir])),
      vendored: {},
    },
  };
}
