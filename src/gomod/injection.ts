import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { holdsGo } from '../base/module-folder.ts';
import { readIfThere } from '../base/read-if-there.ts';
import { type ModFile, modWord, withoutDirectives } from '../lang/modules/mod-file.ts';
import { vendorTooOld } from '../report/codes/modules.ts';
import { atLeast, modOf, settled } from './floors.ts';
import { GeneratedFiles } from './generated-files.ts';
import type { HookProvider } from './listed-modules.ts';
import type { ModuleOptions } from './module-options.ts';
import type { OverlayEntries } from './overlay-file.ts';
import { type RaisedModule, raisedBy, sumsOfRaised, sumsOfRaisedModule, sumsOfRaisedWorkspace } from './raised.ts';
import type { HookRequest, ResolvedHooks } from './resolve-hooks.ts';
import { standIn } from './stand-in.ts';
import { knownSums, sumFileOf, sumsOfMember, uniqueLines } from './sums.ts';
import type { UserModules } from './user-modules.ts';
import { vendoredFolders } from './vendored.ts';
import { compareGo, compareModuleVersions } from './versions.ts';

/** How a go command finds the injected packages, and with which versions. Plain JSON. */
export interface Injection {
  /** File for -overlay: puts the generated go.mod and go.sum, or go.work, in the place of the user's. */
  readonly overlay: string;
  /** Overlay entries, for a user's own -overlay to be joined with. */
  readonly entries: OverlayEntries;
  /** Whether weaving raises modules of the program: then the user's go command needs the overlay as well. */
  readonly raises: boolean;
  /** The generated go.sum. */
  readonly sums: string;
  /**
   * Language version (`go1.24`) of the packages of modules whose go line is lowered in the overlay, by module path; '' for modules below one of these that keep
   * theirs.
   */
  readonly languages: Readonly<Record<string, string>>;
  /** `path@version` by folder, of copies of modules whose files never change. */
  readonly standIns: Readonly<Record<string, string>>;
  /** Version by path of the modules that come in. */
  readonly versions: Readonly<Record<string, string>>;
  /** Folder by path of the modules that come in. */
  readonly dirs: Readonly<Record<string, string>>;
}

export interface Injected {
  readonly injection: Injection;
  readonly raised: readonly RaisedModule[];
}

/** The first version whose go line go insists on: a module must not require one with a higher line. */
const strict = '1.21';
/** Below {@link strict}, and with a pruned graph. */
const lenient = '1.20';

/** A module that the generated files name. */
interface Joined {
  readonly path: string;
  readonly version: string;
  /** ` => …` as it stands in a replacement, or undefined. */
  readonly target: string | undefined;
  /** Replaces every version of the module. */
  readonly everyVersion: boolean;
}

/**
 * Writes what lets a go command find the hook modules beside the user's, in a folder named by its content. The modules of the program keep
 * their versions: what comes in is added as modules without requirements, wherever these would move something. Raised is only what injected
 * packages import and have in a version that is too low.
 *
 * @throws GotsError modules_vendor_too_old, modules_unresolved
 */
export async function inject(
  resolved: ResolvedHooks,
  request: HookRequest,
  user: UserModules,
  options: ModuleOptions,
): Promise<Injected> {
  const raised = await raisedBy(resolved, request, user, options);
  const first = raised[0];
  if (first && user.vendor) vendorTooOld(first.path, first.from, first.to, first.askedBy);
  const raisedSums = await sumsOfRaised(raised, uniqueLines([resolved.sums, knownSums([], user)]), options);
  const files = new GeneratedFiles();
  const limit = user.work?.mod.go || user.mains[0]?.mod.go || '1.16';
  const final = new Map(user.versions);
  for (const { path, to } of raised) final.set(path, to);
  for (const { path, version } of resolved.providers) if (!final.has(path)) final.set(path, version);
  const languages: Record<string, string> = {};
  const standIns: Record<string, string> = {};
  const dirs: Record<string, string> = {};
  const joined: Joined[] = [];
  const pinned = new Set(request.pins.map(({ path }) => path));
  const moved = new Set(raised.map(({ path }) => path));
  const hooks = new Set(request.hooks.map(({ path }) => path));
  /** What raised modules that stand alone require and the program does not have. */
  const brought = new Map<string, string>();
  for (const each of resolved.providers) {
    if (user.versions.has(each.path) && !moved.has(each.path)) continue;
    const go = loweredGo(each.mod.go, limit);
    const goMod = `module ${each.path}\n${go === '' ? '' : `\ngo ${go}\n`}`;
    if (go !== each.mod.go) languages[each.path] = languageOf(each.mod.go);
    const isFolder = each.replace !== undefined && each.replace.version === '';
    const isInCache = each.dir.startsWith(`${options.modCache}/`);
    let target: string | undefined = each.replace && `${each.replace.path} ${each.replace.version}`.trim();
    dirs[each.path] = each.dir;
    if (isFolder && !isInCache) {
      files.over(join(each.dir, 'go.mod'), goMod);
      target = modWord(each.dir);
    } else if (isFolder || mustStandAlone(each, final, { limit, isPruned: user.isPruned })) {
      const dir = standIn({ ...each, goMod, folder: options.folder });
      standIns[dir] = `${each.replace?.path || each.path}@${each.replace?.version || each.version}`;
      for (const { path, version } of moved.has(each.path) ? each.mod.requires : [])
        if (!final.has(path)) brought.set(path, atLeast(version, brought.get(path)));
      dirs[each.path] = dir;
      target = modWord(dir);
    }
    const ownVersion = hooks.has(each.path) ? user.versions.get(each.path) : undefined;
    const everyVersion = pinned.has(each.path) || ownVersion !== undefined;
    joined.push({ path: each.path, version: ownVersion ?? each.version, target, everyVersion });
  }
  for (const { path, to } of raised) {
    if (!joined.some((each) => each.path === path))
      joined.push({ path, version: to, target: undefined, everyVersion: false });
  }
  if (user.isPruned && !user.vendor) {
    const known = new Set([...joined.map(({ path }) => path), ...user.mains.map(({ path }) => path)]);
    // The go.mod of what stands in a folder requires nothing.
    const alone = new Set(joined.flatMap(({ path, target }) => (target === undefined ? [] : [path])));
    const beside = new Map([...final].filter(([path]) => !alone.has(path)));
    const others = [...resolved.others].filter(([path]) => !known.has(path) && !isPartOf(path, user));
    for (const [path, version] of settled(new Map(others), beside, user, options)) {
      if (!moves(modOf(path, version, user, options.modCache), final))
        joined.push({ path, version, target: undefined, everyVersion: false });
    }
  }
  // A package of a raised module may import what only the new version requires.
  for (const [path, version] of user.isPruned || user.vendor ? [] : brought) {
    const isMain = user.mains.some((main) => main.path === path);
    if (!isMain && !isPartOf(path, user)) joined.push({ path, version, target: undefined, everyVersion: false });
  }
  for (const lowered of Object.keys(languages)) {
    for (const path of [...user.versions.keys(), ...user.mains.map((main) => main.path)])
      if (path.startsWith(`${lowered}/`)) languages[path] ??= '';
  }
  overVendor(files, resolved, user);
  const sums = await writeModFiles(files, joined, {
    resolved: { ...resolved, sums: resolved.sums + raisedSums },
    user,
    limit,
    options: raised.length > 0 ? options : undefined,
  });
  const { folder, overlay } = files.write(options.folder);
  const versions = Object.fromEntries(joined.map(({ path, version }) => [path, hooks.has(path) ? '' : version]));
  const injection: Injection = {
    overlay: join(folder, 'overlay.json'),
    entries: overlay,
    raises: raised.length > 0,
    sums: join(folder, sums),
    languages,
    standIns,
    versions,
    dirs,
  };
  return { injection, raised };
}

/** Whether a module of the program's has the folder of a module: each package of it would be in both. */
function isPartOf(path: string, { table }: UserModules): boolean {
  for (let at = dirname(path); at !== '.'; at = dirname(at)) {
    const dir = table.dirs[at];
    if (dir !== undefined && existsSync(join(dir, relative(at, path)))) return true;
  }
  return false;
}

/** The go line that a module may have beside a main module with the go line `limit`. */
function loweredGo(go: string, limit: string): string {
  if (compareGo(go, strict) < 0 || compareGo(go, limit) <= 0) return go;
  return compareGo(limit, strict) < 0 ? lenient : limit;
}

/** `go1.24` of 1.24.0, as cmd/go hands it to the compiler. */
function languageOf(go: string): string {
  return `go${/^\d+\.\d+/.exec(go)?.[0] ?? go}`;
}

/** Whether the go.mod of a module that comes in would move something: the go line, a module of the program's, or anything in a graph that is not pruned. */
function mustStandAlone(
  { mod }: HookProvider,
  versions: ReadonlyMap<string, string>,
  { limit, isPruned }: { readonly limit: string; readonly isPruned: boolean },
): boolean {
  if (!isPruned || loweredGo(mod.go, limit) !== mod.go) return true;
  return moves(mod, versions);
}

/** Whether a go.mod requires a higher version of a module than there is. */
function moves({ requires }: ModFile, versions: ReadonlyMap<string, string>): boolean {
  return requires.some(({ path, version }) => {
    const has = versions.get(path);
    return has !== undefined && compareModuleVersions(has, version) < 0;
  });
}

/** Makes modules of what is in vendor/, with those packages that injected code needs and vendor/ lacks. */
function overVendor(files: GeneratedFiles, { packages }: ResolvedHooks, user: UserModules): void {
  if (!user.vendor) return;
  for (const { path, dir, goMod } of vendoredFolders(user.vendor)) {
    files.over(join(dir, 'go.mod'), goMod);
    for (const [importPath, source] of packages.get(path) ?? []) {
      const folder = join(user.vendor.dir, importPath);
      if (source === folder || holdsGo(folder)) continue;
      for (const name of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
        if (statSync(join(source, name)).isFile() && isOfPackage(source, name))
          files.put(join(folder, name), join(source, name));
      }
    }
  }
}

/** A package's own files, and what it may embed; not the packages below it. */
function isOfPackage(folder: string, name: string): boolean {
  return !name.includes('/') || !holdsGo(dirname(join(folder, name)));
}

/** What the files are made of. */
interface ModFileParts {
  readonly resolved: ResolvedHooks;
  readonly user: UserModules;
  readonly limit: string;
  /** Undefined where no module is raised. */
  readonly options: ModuleOptions | undefined;
}

/** @returns name of the go.sum */
async function writeModFiles(
  files: GeneratedFiles,
  joined: readonly Joined[],
  { resolved, user, limit, options }: ModFileParts,
): Promise<string> {
  const vendored = user.vendor ? vendoredFolders(user.vendor) : [];
  // A workspace has the program's requirements from its members, unless go cannot load these.
  const isWhole = user.work?.isLoaded === true && !user.vendor;
  const versions = new Map(user.work ? [] : user.versions);
  if (user.vendor) {
    versions.clear();
    for (const { path, version } of vendored) versions.set(path, version);
  }
  for (const { path, version } of joined) versions.set(path, version);
  for (const { path, version } of isWhole ? [] : resolved.providers)
    if (!versions.has(path)) versions.set(path, user.versions.get(path) ?? version);
  const requires = [...versions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, version]) => `require ${path} ${version}`);
  const ours = joined.flatMap(({ path, version, target, everyVersion }) =>
    target === undefined ? [] : [`replace ${path}${everyVersion ? '' : ` ${version}`} => ${target}`],
  );
  const stood = [...vendored, ...joined.filter(({ everyVersion }) => everyVersion)];
  const taken = new Set(stood.map(({ path }) => path));
  const exact = new Set(
    joined.filter(({ target }) => target !== undefined).map(({ path, version }) => `${path} ${version}`),
  );
  for (const { path, version, dir } of vendored) ours.push(`replace ${path} ${version} => ${modWord(dir)}`);
  const users = user.replaces
    .filter(({ path, version }) => !taken.has(path) && !exact.has(`${path} ${version}`))
    .map(({ path, version, target, targetVersion }) => {
      const to = `${modWord(target)}${targetVersion && ` ${targetVersion}`}`;
      return `replace ${path}${version && ` ${version}`} => ${to}`;
    });
  const sums = [resolved.sums, ...user.mains.map(({ file }) => readIfThere(sumFileOf(file)))];
  const overlaid = files.overlaid();
  if (!user.work) {
    const [main] = user.mains;
    if (!main) return '';
    const kept = withoutDirectives(main.text, ['require', 'replace']).trimEnd();
    const goMod = `${[kept, ...requires, ...users, ...ours].join('\n')}\n`;
    files.over(main.file, goMod);
    const known = { goMod, goSum: uniqueLines(sums), overlaid };
    const deeper = options && !user.isPruned ? await sumsOfRaisedModule(known, user, options) : '';
    return files.over(sumFileOf(main.file), uniqueLines([...sums, deeper]), 'go.sum');
  }
  if (!isWhole) for (const { file, text } of user.mains) files.over(file, withoutDirectives(text, ['require']));
  const goMod = `module gots.injected\n\ngo ${limit}\n\n${requires.join('\n')}\n`;
  files.file('mod/go.mod', goMod);
  const kept = withoutDirectives(user.work.text, ['replace']).trimEnd();
  const workReplaces = user.work.mod.replaces;
  const ofWork = users.filter((line) => workReplaces.some(({ path }) => line.startsWith(`replace ${path} `)));
  const goSum = sumsOfMember(uniqueLines([user.work.sums, ...sums]), user.work, resolved.providers);
  const added = { replaces: [...ofWork, ...ours], goMod, goSum, overlaid };
  const deeper = options && isWhole ? await sumsOfRaisedWorkspace(user.work, added, user, options) : '';
  files.late(
    user.work.file,
    (folder) => `${[kept, `use ${modWord(join(folder, 'mod'))}`, ...ofWork, ...ours].join('\n')}\n`,
  );
  // Not over go.work.sum: go stops where it would add to a file of an overlay, and in a workspace any build may add to that one.
  return files.file('mod/go.sum', uniqueLines([goSum, deeper]));
}
