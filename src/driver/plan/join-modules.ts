import type { HookModule, PinnedModule } from '../../aspects/hook-module.ts';
import { dialectFacts } from '../../dialects/facts.ts';
import { type Injection, inject } from '../../gomod/injection.ts';
import type { ModuleOptions } from '../../gomod/module-options.ts';
import type { RaisedModule } from '../../gomod/raised.ts';
import { type ResolvedHooks, resolveHooks } from '../../gomod/resolve-hooks.ts';
import type { UserModules } from '../../gomod/user-modules.ts';
import { pathAndParents } from '../../lang/names/import-paths.ts';
import { isInRange } from '../../lang/versions/version-range.ts';
import { impliedImports } from '../../vocabulary/ask.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';
import { injectablePackages, linkedPackages } from '../../vocabulary/aspect-packages.ts';
import type { JoinPoint } from '../../vocabulary/points.ts';
import type { AddedModule } from './plan.ts';

/** Version by path, '' for modules without. */
type BuildList = ReadonlyMap<string, string>;

export interface Joined {
  /** Those that can match in this build. */
  readonly aspects: readonly Aspect[];
  /** Undefined where the user's own modules provide all that is injected. */
  readonly injection: Injection | undefined;
  readonly added: readonly AddedModule[];
  readonly raised: readonly RaisedModule[];
}

/** What may come in beside the user's modules. */
export interface Offered {
  readonly hooks: readonly HookModule[];
  readonly replaced: readonly HookModule[];
  readonly pins: readonly PinnedModule[];
}

/** A hook module may bring in packages for which there are more rules; so often that is looked at. */
const maxRounds = 5;

/**
 * Joins the hook modules to the build, if any aspect that needs them can match in it. The aspects of some dialects are for
 * what hooks bring in as well.
 *
 * @throws GotsError modules_…
 */
export async function joinModules(
  all: readonly Aspect[],
  { hooks, replaced, pins }: Offered,
  user: UserModules,
  options: ModuleOptions,
): Promise<Joined> {
  if (hooks.length === 0) return { aspects: all, injection: undefined, added: [], raised: [] };
  const before = listOf(user, undefined);
  let list: BuildList = before;
  let used: readonly HookModule[] = [];
  let aspects: readonly Aspect[] = [];
  let resolved: ResolvedHooks | undefined;
  for (let n = 0; n < maxRounds; n++) {
    aspects = all.filter((aspect) => canMatch(aspect, dialectFacts[aspect.dialect].matchesInjected ? list : before));
    const needed = new Set(aspects.filter((aspect) => versionsAllow(aspect, list)).flatMap(injectablePackages));
    const more = hooks.filter((hook) => used.includes(hook) || [...needed].some((path) => holds(hook, path)));
    if (more.length === used.length) break;
    used = more;
    const packages = linkedIn(aspects, used, hooks);
    resolved = await resolveHooks({ hooks: used, replaced, pins, packages }, user, options);
    list = listOf(user, resolved);
  }
  if (!resolved) return { aspects, injection: undefined, added: [], raised: [] };
  const request = { hooks: used, replaced, pins, packages: linkedIn(aspects, used, hooks) };
  const { injection, raised } = await inject(resolved, request, user, options);
  return { aspects, injection, raised, added: addedModules(resolved, raised, user) };
}

/** The modules of the build, with main modules and what injected code brings along. */
function listOf(user: UserModules, resolved: ResolvedHooks | undefined): BuildList {
  const list = new Map([...user.versions].map(([path, version]) => [path, user.table.versions[path] || version]));
  for (const { path } of user.mains) list.set(path, '');
  for (const { path, version, replace } of resolved?.providers ?? []) list.set(path, replace?.version || version);
  return list;
}

function addedModules(
  { providers }: ResolvedHooks,
  raised: readonly RaisedModule[],
  user: UserModules,
): readonly AddedModule[] {
  const added = new Map<string, AddedModule>();
  for (const { path, version } of providers) if (!user.versions.has(path)) added.set(path, { path, version });
  for (const { path, from, to } of raised) added.set(path, { path, version: to, raisedFrom: from });
  return [...added.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The packages of the hook modules in use that the aspects link. */
function linkedIn(aspects: readonly Aspect[], used: readonly HookModule[], all: readonly HookModule[]): string[] {
  const linked = new Set(aspects.flatMap(linkedPackages));
  return [...linked].filter((path) => used.some((hook) => hook === ownerOf(path, all)));
}

/** The hook module that has a package: one of them may lie below another. */
function ownerOf(path: string, hooks: readonly HookModule[]): HookModule | undefined {
  const [owner] = hooks.filter((hook) => holds(hook, path)).sort((a, b) => b.path.length - a.path.length);
  return owner;
}

function holds(hook: HookModule, path: string): boolean {
  return path === hook.path || path.startsWith(`${hook.path}/`);
}

function canMatch(aspect: Aspect, list: BuildList): boolean {
  return impliedImports(aspect.joinPoint).every((path) => isProvided(path, list));
}

/** Whether the build list, or the standard library, can hold a package of this path. */
function isProvided(path: string, list: BuildList): boolean {
  return !(path.split('/')[0] as string).includes('.') || moduleIn(path, list) !== undefined;
}

function moduleIn(path: string, list: BuildList): string | undefined {
  const module = [...pathAndParents(path)].find((each) => list.has(each));
  if (module !== undefined) return module;
  // The external test of a package is where the package is.
  return path.endsWith('_test') ? moduleIn(path.slice(0, -'_test'.length), list) : undefined;
}

/** False where the module of the only package that can match has a version the aspect is not for: its hooks may ask for another. */
function versionsAllow({ joinPoint }: Aspect, list: BuildList): boolean {
  const points: readonly JoinPoint[] = joinPoint.kind === 'all-of' ? joinPoint.points : [];
  const path = points.find((point) => point.kind === 'import-path')?.path;
  const version = path === undefined ? undefined : list.get(moduleIn(path, list) ?? '');
  if (!version) return true;
  return points.every((point) => point.kind !== 'module-version' || isInRange(version, point.range));
}
