import { dirname } from 'node:path';
import { impliedImports, injectablePackages, linkedPackages } from '../aspects/injectable.ts';
import type { Aspect, JoinPoint } from '../aspects/ir.ts';
import { isInRange } from '../aspects/version-range.ts';
import { checkVendor } from '../gomod/vendor.ts';
import {
  buildList,
  checkWorkspace,
  type HookModule,
  makeWorkspace,
  type WorkspaceOptions,
} from '../gomod/workspace.ts';
import type { AddedModule } from './plan.ts';

/** Version by path. */
type BuildList = ReadonlyMap<string, string>;

export interface Joined {
  /** Those that can match in this build. */
  readonly aspects: readonly Aspect[];
  /** The generated go.work, or ''. */
  readonly goWork: string;
  readonly added: readonly AddedModule[];
}

/** A hook module may bring in packages for which there are more rules; so often that is looked at. */
const maxRounds = 5;

/**
 * Joins the hook modules to the build, if any aspect that needs them can match in it. Rules of loongsuite are for what hooks bring
 * in as well.
 *
 * @throws GotsError workspace_…
 */
export async function joinModules(
  all: readonly Aspect[],
  hooks: readonly HookModule[],
  options: WorkspaceOptions,
): Promise<Joined> {
  if (hooks.length === 0) return { aspects: all, goWork: '', added: [] };
  const before = await buildList(options, '');
  let round: Round = { list: before, used: [], goWork: '' };
  let aspects: readonly Aspect[] = [];
  for (let n = 0; n < maxRounds; n++) {
    const { list } = round;
    aspects = all.filter((aspect) => canMatch(aspect, aspect.dialect === 'loongsuite' ? list : before));
    const needed = new Set(aspects.filter((aspect) => versionsAllow(aspect, list)).flatMap(injectablePackages));
    const used = hooks.filter((hook) => round.used.includes(hook) || [...needed].some((path) => holds(hook, path)));
    if (used.length === round.used.length) break;
    if (round.goWork === '') await checkVendor(options);
    const withHooks = { ...options, hooks: used };
    const goWork = await makeWorkspace(withHooks);
    const longer = await buildList(withHooks, goWork).catch(async (error: unknown) => {
      // A list of packages fails as well, and names the file that imports what cannot be had.
      await checkWorkspace(withHooks, goWork, linkedIn(aspects, used));
      throw error;
    });
    round = { used, goWork, list: longer };
  }
  const { goWork, used, list } = round;
  if (goWork === '') return { aspects, goWork, added: [] };
  await checkWorkspace({ ...options, hooks: used }, goWork, linkedIn(aspects, used));
  return { aspects, goWork, added: changesOf(before, list) };
}

/** The packages of the hook modules that the aspects link. */
function linkedIn(aspects: readonly Aspect[], used: readonly HookModule[]): string[] {
  const linked = new Set(aspects.flatMap(linkedPackages));
  return [...linked].filter((path) => used.some((hook) => holds(hook, path)));
}

interface Round {
  readonly list: BuildList;
  readonly used: readonly HookModule[];
  readonly goWork: string;
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
  for (let at = path; at !== '.'; at = dirname(at)) if (list.has(at)) return at;
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

function changesOf(before: BuildList, after: BuildList): readonly AddedModule[] {
  const changes: AddedModule[] = [];
  for (const [path, version] of after) {
    // The generated module itself.
    if (version === '') continue;
    const old = before.get(path);
    if (old === undefined) changes.push({ path, version });
    else if (old !== version) changes.push({ path, version, raisedFrom: old });
  }
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
}
