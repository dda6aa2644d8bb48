import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HookModule, PinnedModule } from '../aspects/hook-module.ts';
import { readIfThere } from '../base/read-if-there.ts';
import { splitQuoted } from '../go/flags.ts';
import { parseJsonStream, runGo } from '../go/go.ts';
import { GoRefused, goVariables } from '../go/go-answers.ts';
import { placesIn } from '../go/say-places.ts';
import { type ModFile, modWord, parseModFile } from '../lang/modules/mod-file.ts';
import { modulesGoTooOld, modulesUnresolved } from '../report/codes/modules.ts';
import { atLeast, type Floors, floorsOf } from './floors.ts';
import {
  folderModule,
  type HookProvider,
  type ListedModule,
  type PackageOfModule,
  packagesByModule,
  providerOf,
  roundOf,
} from './listed-modules.ts';
import type { ModuleOptions } from './module-options.ts';
import { preferenceOf, preferredVersions } from './preferred.ts';
import { knownSums } from './sums.ts';
import type { UserModules } from './user-modules.ts';
import { vendoredFolders } from './vendored.ts';
import { compareGo, compareModuleVersions, escaped, highestGo, someVersion } from './versions.ts';

/** What is to be resolved beside the user's modules. */
export interface HookRequest {
  /** Modules in folders that hold the packages. */
  readonly hooks: readonly HookModule[];
  /** Modules for which folders stand in, where anything requires them. */
  readonly replaced: readonly HookModule[];
  readonly pins: readonly PinnedModule[];
  /** The packages of the hook modules that aspects link. */
  readonly packages: readonly string[];
}

/** What injected code needs, resolved apart from the program: with the program's versions of the modules that both use. */
export interface ResolvedHooks {
  readonly providers: readonly HookProvider[];
  /** Folder by import path of the packages of each module, by module path. */
  readonly packages: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Version by path of modules that hook modules require and that hold no package here; on other systems they may. */
  readonly others: ReadonlyMap<string, string>;
  /** Lines of go.sum. */
  readonly sums: string;
}

const ownPath = 'gots.injected';
/** Each round can find modules of the program's that the one before did not know to be used. */
const maxRounds = 8;

/**
 * Resolves the hook modules in a module of their own, outside the user's tree, so that nothing is read, asked for or written that only
 * concerns the program. Where both use a module, it has the program's version there, unless hook modules require a higher one.
 *
 * @throws GotsError modules_go_too_old, modules_unresolved
 */
export async function resolveHooks(
  request: HookRequest,
  user: UserModules,
  options: ModuleOptions,
): Promise<ResolvedHooks> {
  const folders = [...request.hooks, ...request.replaced];
  const files = folders.map(({ dir }) => parseModFile(readIfThere(join(dir, 'go.mod'))));
  const needed = highestGo(files.map(({ go }) => go || '1.16'));
  if (compareGo(needed, options.goVersion.replace(/^go/, '')) > 0) modulesGoTooOld(needed, options.goVersion);
  mkdirSync(options.folder, { recursive: true });
  const dir = mkdtempSync(join(options.folder, 'resolve-'));
  try {
    const run = new Resolution(dir, request, user, options, { files, needed });
    return await run.resolve();
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

class Resolution {
  private readonly dir: string;
  private readonly request: HookRequest;
  private readonly user: UserModules;
  private readonly options: ModuleOptions;
  private readonly files: readonly ModFile[];
  private readonly needed: string;
  /** Paths that are never taken from the program's list: the hook modules themselves, and main modules. */
  private readonly own: ReadonlySet<string>;
  private readonly seeds = new Map<string, string>();
  private readonly floors: Floors;
  /** Modules of vendor/ that lack a package which injected code needs: taken from where `go mod vendor` took them. */
  private readonly incomplete = new Set<string>();
  /** Whether a Go file imports the packages: then go requires each module that they use. */
  private isImporting = false;

  constructor(
    dir: string,
    request: HookRequest,
    user: UserModules,
    options: ModuleOptions,
    known: { readonly files: readonly ModFile[]; readonly needed: string },
  ) {
    this.dir = dir;
    this.request = request;
    this.user = user;
    this.options = options;
    this.files = known.files;
    this.needed = known.needed;
    this.floors = floorsOf(user, options);
    const folders = [...request.hooks, ...request.replaced].map(({ path }) => path);
    this.own = new Set([...folders, ...user.mains.map(({ path }) => path)]);
  }

  async resolve(): Promise<ResolvedHooks> {
    const requires = this.files.flatMap(({ requires: each }) => each).filter(({ path }) => !this.own.has(path));
    const preferences = requires.flatMap((each) => preferenceOf(each) ?? []);
    const preferred = await preferredVersions(preferences, this.user.versions, (path, version) =>
      this.isBuildable(path, version),
    );
    for (const { path, version } of requires) {
      const known = this.user.versions.get(path) ?? preferred.get(path);
      const lowest = atLeast(known ?? version, this.floors.get(path));
      if (known !== undefined || lowest !== version) this.seeds.set(path, lowest);
    }
    let listed = await this.list();
    for (let n = 0; n < maxRounds && this.learn(listed); n++) listed = await this.list();
    const modules = new Map(listed.flatMap(({ Module: m }): [string, ListedModule][] => (m ? [[m.Path, m]] : [])));
    for (const { path, dir } of this.request.hooks) {
      if (!modules.has(path)) modules.set(path, folderModule(path, dir));
    }
    const providers = [...modules.values()].filter(({ Path }) => !this.user.mains.some(({ path }) => path === Path));
    return {
      providers: providers.map(providerOf).sort((a, b) => (a.path < b.path ? -1 : 1)),
      packages: packagesByModule(listed),
      others: this.othersOf(requires, modules, preferred),
      sums: readIfThere(join(this.dir, 'go.sum')),
    };
  }

  /** Takes up what a round has shown: modules of the program's that are used; false where nothing is new. */
  private learn(listed: readonly PackageOfModule[]): boolean {
    const before = this.seeds.size + this.incomplete.size;
    for (const { Module: module } of listed) {
      if (!module || this.own.has(module.Path)) continue;
      const lowest = atLeast(module.Version ?? '', this.floors.get(module.Path));
      const version = this.user.versions.get(module.Path) ?? (lowest === module.Version ? undefined : lowest);
      if (!version) continue;
      if (this.seeds.get(module.Path) === undefined) this.seeds.set(module.Path, version);
      if (this.user.vendor && this.stands(module.Path) && module.Version !== version) this.incomplete.add(module.Path);
    }
    return this.seeds.size + this.incomplete.size > before;
  }

  private stands(path: string): boolean {
    return !this.incomplete.has(path) && Object.values(this.user.vendor?.table.vendored ?? {}).includes(path);
  }

  private async list(): Promise<readonly PackageOfModule[]> {
    if (this.request.packages.length === 0) return [];
    const vendored = this.user.vendor ? vendoredFolders(this.user.vendor).filter(({ path }) => this.stands(path)) : [];
    const overlay = join(this.dir, 'overlay.json');
    const replaced: Record<string, string> = {};
    for (const [n, { dir, goMod }] of vendored.entries()) {
      const file = join(this.dir, `vendored-${n}.mod`);
      writeFileSync(file, goMod);
      replaced[join(dir, 'go.mod')] = file;
    }
    writeFileSync(overlay, JSON.stringify({ Replace: replaced }));
    const folders = [...this.request.hooks, ...this.request.replaced].map((each) => each.dir);
    const [goMod, sums] = [this.goMod(vendored), knownSums([...folders, this.dir], this.user)];
    const { flags, answers, env, goVersion, modCache } = this.options;
    const tags = flags.tags ? [`-tags=${flags.tags}`] : [];
    const packages = this.isImporting ? ['.', ...this.request.packages] : this.request.packages;
    const ask = async () => {
      writeFileSync(join(this.dir, 'go.mod'), goMod);
      writeFileSync(join(this.dir, 'go.sum'), sums);
      const args = ['list', '-mod=mod', '-deps', '-json=ImportPath,Dir,Module', ...tags];
      const { exitCode, stdout, stderr } = await this.run([...args, `-overlay=${overlay}`, '--', ...packages]);
      if (exitCode !== 0) throw new GoRefused(stderr);
      const listed = parseJsonStream<PackageOfModule>(stdout).filter(({ Module }) => Module?.Path !== ownPath);
      return roundOf({ listed, sums: readIfThere(join(this.dir, 'go.sum')), goMod }, modCache);
    };
    const question = ['resolve', goVersion, goVariables(env), ...tags, goMod, sums, JSON.stringify(vendored)];
    try {
      const round = await answers.recall([...question, '--', ...packages], ask);
      writeFileSync(join(this.dir, 'go.sum'), round.sums);
      return round.listed;
    } catch (error) {
      if (!(error instanceof GoRefused)) throw error;
      if (this.lacks(error.message) || this.isAmbiguous(error.message)) return this.list();
      return modulesUnresolved(placesIn(error.message.trim(), this.dir, this.options.moduleDir));
    }
  }

  /**
   * A package that two modules have: an old one as a whole, and one that it was split into. What go.mod lists goes before the rest, so the
   * program's choice is listed. Else modules that hook modules use may require the old one without the package, but go looks at their
   * requirements only once they are listed, as `go mod tidy` does.
   */
  private isAmbiguous(stderr: string): boolean {
    if (!stderr.includes('ambiguous import: found package')) return false;
    const before = this.seeds.size;
    for (const [, path = ''] of stderr.matchAll(/^\t(\S+) v\S+ \(/gm)) {
      const version = this.user.versions.get(path);
      if (version !== undefined && !this.seeds.has(path)) this.seeds.set(path, version);
    }
    if (this.seeds.size > before || this.isImporting) return this.seeds.size > before;
    const imports = this.request.packages.filter((path) => !path.split('/').includes('internal'));
    writeFileSync(
      join(this.dir, 'imports.go'),
      `package p\n\n${imports.map((path) => `import _ "${path}"\n`).join('')}`,
    );
    this.isImporting = true;
    return true;
  }

  /** Takes up which modules of vendor/ lack a package that go does not find; false where it is another mistake. */
  private lacks(stderr: string): boolean {
    if (!this.user.vendor) return false;
    const { vendored } = this.user.vendor.table;
    const unknown = stderr.split(/[\s:,;()"]+/).filter((word) => word.includes('/') && !Object.hasOwn(vendored, word));
    const modules = new Set(Object.values(vendored));
    const before = this.incomplete.size;
    for (const path of modules)
      if (this.stands(path) && unknown.some((word) => word.startsWith(`${path}/`))) this.incomplete.add(path);
    return this.incomplete.size > before;
  }

  private run(args: readonly string[]): ReturnType<typeof runGo> {
    const { go, env, goVersion } = this.options;
    const kept = splitQuoted(env['GOFLAGS'] ?? '').filter((word) => /^--?modcacherw/.test(word));
    const release = /^go1\.\S+/.exec(goVersion)?.[0];
    return runGo(args, {
      go,
      cwd: this.dir,
      env: {
        ...env,
        PWD: this.dir,
        GOFLAGS: ['-buildvcs=false', ...kept].join(' '),
        GOCACHEPROG: '',
        GOWORK: 'off',
        GOTOOLCHAIN: release ?? 'local',
      },
    });
  }

  private goMod(
    vendored: readonly { readonly path: string; readonly version: string; readonly dir: string }[],
  ): string {
    const { hooks, replaced, pins } = this.request;
    const lines = [`module ${ownPath}`, `go ${highestGo([this.needed, '1.17'])}`];
    for (const { path } of hooks) lines.push(`require ${path} ${someVersion(path)}`);
    for (const { path, version } of vendored) if (!this.own.has(path)) lines.push(`require ${path} ${version}`);
    const stood = new Set(vendored.map(({ path }) => path));
    for (const [path, version] of this.seeds) if (!stood.has(path)) lines.push(`require ${path} ${version}`);
    const taken = new Set<string>();
    const replace = (path: string, version: string, target: string): void => {
      lines.push(`replace ${path}${version && ` ${version}`} => ${target}`);
      if (version === '') taken.add(path);
    };
    for (const { path, dir, anyVersion } of hooks) replace(path, anyVersion ? '' : someVersion(path), modWord(dir));
    for (const { path, dir } of replaced) if (!taken.has(path)) replace(path, '', modWord(dir));
    for (const { path, version } of pins) if (!taken.has(path)) replace(path, '', `${path} ${version}`);
    for (const { path, dir } of this.user.mains) if (!taken.has(path)) replace(path, '', modWord(dir));
    for (const { path, version, dir } of vendored) {
      if (!taken.has(path)) replace(path, this.user.isReplaced(path) ? '' : version, modWord(dir));
    }
    const ours = new Set([...taken, ...stood]);
    for (const { path, version, target, targetVersion } of this.user.replaces) {
      if (!ours.has(path)) replace(path, version, `${modWord(target)}${targetVersion && ` ${targetVersion}`}`);
    }
    const excludes = this.user.mains.flatMap(({ mod }) => mod.excludes);
    for (const { path, version } of excludes) lines.push(`exclude ${path} ${version}`);
    return `${lines.join('\n')}\n`;
  }

  private othersOf(
    requires: ModFile['requires'],
    providers: ReadonlyMap<string, ListedModule>,
    preferred: ReadonlyMap<string, string>,
  ): ReadonlyMap<string, string> {
    const others = new Map<string, string>();
    for (const { path, version } of requires) {
      if (providers.has(path) || this.user.versions.has(path)) continue;
      const best = atLeast(preferred.get(path) ?? version, this.floors.get(path));
      if (compareModuleVersions(best, others.get(path) ?? '') > 0) others.set(path, best);
    }
    return others;
  }

  private async isBuildable(path: string, version: string): Promise<boolean> {
    const known = join(this.options.modCache, 'cache/download', escaped(path), '@v', `${escaped(version)}.mod`);
    let text = readIfThere(known);
    if (text === '') {
      writeFileSync(join(this.dir, 'go.mod'), `module ${ownPath}\n`);
      const listed = await this.run(['list', '-m', '-f', '{{.GoMod}}', `${path}@${version}`]);
      text = readIfThere(listed.stdout.trim());
    }
    return text !== '' && compareGo(parseModFile(text).go, this.options.goVersion.replace(/^go/, '')) <= 0;
  }
}
