import type { Match } from '../../weave/weave-request.ts';

/** What is known of one woven package of a program. */
export interface WovenPlaces {
  /** Without the variant that tests make of it. */
  readonly importPath: string;
  readonly fromCache: boolean;
  /** Undefined where the cache has the package and not what matched in it. */
  readonly matches: readonly Match[] | undefined;
}

/** What was woven into programs, in numbers. */
export interface WovenCounts {
  /** How many aspects matched at all. */
  readonly aspects: number;
  readonly places: number;
  /** Packages in which something matched. */
  readonly packages: number;
  /** How many of them an earlier build compiled. */
  readonly fromCache: number;
  /** Woven packages of the cache of which it is not known what matched; not among {@link packages}. */
  readonly unknown: number;
  /** Import paths of packages that write goroutine labels without runtime/pprof, sorted. */
  readonly foreign: readonly string[];
}

/** Aspects of aspects/runtime/pprof/gots.yml that match code which takes the goroutine's scope away (ADR 47). */
const foreignAspects: ReadonlySet<string> = new Set(['runtime/pprof.foreign', 'runtime/pprof.foreign.routine']);

/** Counts what was woven. Of several variants of a package the one with most places counts: it holds the files of the others. */
export function countWoven(woven: readonly WovenPlaces[]): WovenCounts {
  const packages = new Map<string, WovenPlaces>();
  for (const each of woven) {
    const known = packages.get(each.importPath);
    if (!known || (known.matches?.length ?? -1) < (each.matches?.length ?? -1)) packages.set(each.importPath, each);
  }
  const counted = [...packages.values()].filter(({ matches }) => matches === undefined || matches.length > 0);
  const matched = counted.flatMap(({ importPath, matches = [] }) => matches.map((match) => ({ importPath, match })));
  const known = counted.filter(({ matches }) => matches !== undefined);
  const foreign = matched.filter(({ match }) => foreignAspects.has(match.aspect)).map(({ importPath }) => importPath);
  return {
    aspects: new Set(matched.map(({ match: { aspectSpan } }) => `${aspectSpan.file}:${aspectSpan.line}`)).size,
    places: matched.length,
    packages: known.length,
    fromCache: known.filter(({ fromCache }) => fromCache).length,
    unknown: counted.length - known.length,
    foreign: [...new Set(foreign)].sort(),
  };
}
