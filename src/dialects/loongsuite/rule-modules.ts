import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { PinnedModule } from '../../aspects/hook-module.ts';
import { disk } from '../../base/file-view.ts';
import { hasGoMod, modulePathOf } from '../../base/module-folder.ts';
import { isFolder, parseModFile } from '../../lang/modules/mod-file.ts';
import { injectablePackages } from '../../vocabulary/aspect-packages.ts';
import type { BuildModules, HookModules } from '../contract.ts';
import type { LoadedAspects, LoadedFile } from '../load/load-types.ts';
import { variables } from './facts.ts';
import { baseRules, pkgIn } from './rule-config.ts';

/** Modules that must have the versions of the checkout: whole files of them are replaced. */
const pinned = 'go.opentelemetry.io/';

/**
 * The modules that hold the packages which rules name: below the checkout that the rule file lies in, or where the user's go.mod
 * replaces a module by a folder, which it need not require then (tool/preprocess/update.go); and the modules in folders that rules name.
 */
export function ruleModules(
  files: readonly LoadedFile[],
  { aspects }: LoadedAspects,
  { moduleDir, goMod, env }: BuildModules,
): HookModules {
  const paths = new Set(aspects.filter(({ dialect }) => dialect === 'loongsuite').flatMap(injectablePackages));
  if (paths.size === 0) return { beside: [], checkout: [], pins: [] };
  const replaced = goMod.replaces.filter(({ target }) => isFolder(target));
  const folders = new Map([
    ...files.flatMap(({ path }) => foldersNamedIn(path)),
    ...replaced.map(({ path, target }) => [path, resolve(moduleDir, target)] as const),
  ]);
  const pkg =
    pkgIn(env[variables.PkgPath] ?? '', hasGoMod) ||
    files.map(({ path }) => checkoutOf(dirname(path))).find((dir) => dir !== undefined);
  const agent = agentModule(pkg, folders);
  if (agent) folders.set(agent.path, agent.dir);
  const modules = new Map<string, string>();
  for (const path of paths) {
    const module = moduleOf(path, folders);
    if (module !== undefined) modules.set(module.path, module.dir);
  }
  // Every hook of the checkout requires this one, at a version that does not exist.
  const used = agent && [...modules.keys()].some((path) => isBelow(path, agent.path)) ? agent : undefined;
  if (used) modules.set(used.path, used.dir);
  const sorted = [...modules].sort(([a], [b]) => (a < b ? -1 : 1));
  const checkout = sorted.map(([path, dir]) => ({ path, dir, anyVersion: true }));
  return { beside: [], checkout, pins: used ? pinsOf(used.dir) : [] };
}

/** The modules in folders that the rules of a file name, with these folders. */
function foldersNamedIn(file: string): (readonly [string, string])[] {
  const text = disk.read(file)?.toString('utf8') ?? '[]';
  // Most files name packages alone, and were read once already.
  if (!/"[./]/.test(text)) return [];
  const rules = JSON.parse(text) as readonly Readonly<Record<string, unknown>>[];
  return rules.flatMap((rule) => {
    const key = Object.keys(rule).findLast((each) => each.toLowerCase() === 'path');
    const path = key === undefined ? undefined : rule[key];
    if (typeof path !== 'string' || !isFolder(path)) return [];
    const dir = resolve(dirname(file), path);
    return [[modulePathOf(dir), dir] as const];
  });
}

function isBelow(path: string, parent: string): boolean {
  return path === parent || path.startsWith(`${parent}/`);
}

/**
 * The module, the `pkg` of the checkout, that all its hooks use. The tool renamed it once, so its go.mod says its path. A folder
 * by which the user's go.mod replaces it comes first.
 *
 * @param folders by which the user's go.mod replaces modules, by path of the module
 */
function agentModule(
  pkg: string | undefined,
  folders: ReadonlyMap<string, string>,
): { readonly path: string; readonly dir: string } | undefined {
  const path = pkg === undefined ? '' : modulePathOf(pkg);
  if (pkg !== undefined && path !== '') return { path, dir: folders.get(path) ?? pkg };
  const [replaced] = [...folders].filter(([, dir]) => isCheckoutPkg(dir));
  return replaced && { path: replaced[0], dir: replaced[1] };
}

/** The `pkg` of the checkout that a folder lies in. */
function checkoutOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (isCheckoutPkg(join(at, 'pkg'))) return join(at, 'pkg');
    if (dirname(at) === at) return undefined;
  }
}

function isCheckoutPkg(pkg: string): boolean {
  return modulePathOf(pkg) !== '' && existsSync(baseRules(pkg));
}

/**
 * The module that holds a package: the innermost folder with a go.mod, under the path that its place gives it. What its go.mod says
 * does not count for a replacement, and is another path in several modules of the checkout.
 */
function moduleOf(path: string, folders: ReadonlyMap<string, string>): { path: string; dir: string } | undefined {
  for (let root = path; root !== '.'; root = dirname(root)) {
    const dir = folders.get(root);
    if (dir === undefined) continue;
    for (let at = path; isBelow(at, root); at = dirname(at)) {
      const folder = join(dir, at.slice(root.length));
      if (hasGoMod(folder)) return { path: at, dir: folder };
    }
  }
  return undefined;
}

function pinsOf(pkg: string): readonly PinnedModule[] {
  const { requires } = parseModFile(disk.read(join(pkg, 'go.mod'))?.toString('utf8') ?? '');
  return requires.filter(({ path }) => path.startsWith(pinned)).map(({ path, version }) => ({ path, version }));
}
