import type { LastBuild } from '../../cache/last-build.ts';
import type { Match } from '../../weave/weave-request.ts';
import { stripVariant } from '../plan/package-aspects.ts';
import type { Plan } from '../plan/plan.ts';
import type { CachePolicy } from '../serve/cache-policy.ts';
import type { GoProcess } from '../serve/go-process.ts';
import type { Tally } from '../serve/tally.ts';
import { buildLine } from './build-line.ts';
import type { LinkedPrograms } from './linked-programs.ts';
import { uncoveredLibraries } from './uncovered.ts';
import { countWoven, type WovenPlaces } from './woven-counts.ts';

/** Where a summary finds what a build did. */
export interface SummaryContext {
  readonly plan: Pick<Plan, 'aspects' | 'added' | 'cacheDir'>;
  readonly tally: Pick<Tally, 'stats' | 'wovenPackages'>;
  readonly programs: Pick<LinkedPrograms, 'isEmpty' | 'packages' | 'modules'>;
  readonly lastBuild: Pick<LastBuild, 'wovenActions'>;
  readonly policy: Pick<CachePolicy, 'matchesIn'>;
}

/** Not run: go ends its cache program when the program has ended. */
const saying: ReadonlySet<string> = new Set(['build', 'install', 'test']);

/**
 * The line at the end of a build (build-line.ts). Packages of the program that an earlier build compiled are counted as well: the server
 * need not have been asked about them, but the linker gets them.
 *
 * @returns undefined for a go command that makes no program, and where nothing was compiled or linked
 */
export async function summaryLine(
  context: SummaryContext,
  root: Pick<GoProcess, 'mode' | 'flags'>,
): Promise<string | undefined> {
  const { plan, tally, programs } = context;
  if (root.mode !== 'weaving' || !saying.has(root.flags?.command ?? '')) return undefined;
  if (tally.stats.compiled === 0 && programs.isEmpty) return undefined;
  return buildLine({
    ...countWoven(await wovenPlaces(context)),
    modules: plan.added,
    isPart: programs.isEmpty,
    uncovered: uncoveredLibraries(plan.aspects, programs),
  });
}

async function wovenPlaces({ plan, tally, programs, lastBuild, policy }: SummaryContext): Promise<WovenPlaces[]> {
  const compiled = tally
    .wovenPackages()
    .filter(({ asked }) => asked)
    .map(({ importPath, fromCache, matches }): WovenPlaces => {
      return { importPath: stripVariant(importPath), fromCache, matches: matches as readonly Match[] };
    });
  const isCompiled = new Set(compiled.map(({ importPath }) => importPath));
  const actions = lastBuild.wovenActions();
  const kept = [...programs.packages].filter(([path, file]) => {
    return !isCompiled.has(path) && (actions.has(file) || file.startsWith(`${plan.cacheDir}/`));
  });
  const found = kept.map(async ([importPath, file]): Promise<WovenPlaces> => {
    const actionId = actions.get(file);
    const matches = actionId === undefined ? undefined : await policy.matchesIn(actionId);
    return { importPath, fromCache: true, matches: matches as readonly Match[] | undefined };
  });
  return [...compiled, ...(await Promise.all(found))];
}
