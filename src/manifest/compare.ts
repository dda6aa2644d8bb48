import type { InjectedModule, Manifest, WovenJoinPoint } from './manifest.ts';

/** A join point with the package that it is in. */
export interface PlacedJoinPoint extends WovenJoinPoint {
  readonly importPath: string;
}

export interface MovedJoinPoint {
  readonly from: PlacedJoinPoint;
  readonly to: PlacedJoinPoint;
}

/** What changed from one build to another of the same program. */
export interface ManifestChange {
  readonly added: readonly PlacedJoinPoint[];
  readonly gone: readonly PlacedJoinPoint[];
  readonly moved: readonly MovedJoinPoint[];
  readonly modules: readonly { readonly path: string; readonly before: string; readonly now: string }[];
}

/** The join points of all builds, each once: targets that weave alike say the same. */
export function placedJoinPoints(builds: readonly Pick<Manifest, 'packages'>[]): readonly PlacedJoinPoint[] {
  const found = new Map<string, PlacedJoinPoint>();
  for (const { packages } of builds)
    for (const { importPath, joinPoints } of packages)
      for (const point of joinPoints) {
        const placed = { importPath, ...point };
        found.set(exactly(placed), placed);
      }
  return [...found.values()];
}

/**
 * Compares the builds of two commits. A join point that one aspect has no longer at one place of a package and now at another, in the
 * same file if there is such a one, has moved: edits above a function move it.
 */
export function compareBuilds(before: readonly Manifest[], now: readonly Manifest[]): ManifestChange {
  const old = new Map(placedJoinPoints(before).map((point) => [exactly(point), point]));
  const current = new Map(placedJoinPoints(now).map((point) => [exactly(point), point]));
  let gone = [...old].filter(([key]) => !current.has(key)).map(([, point]) => point);
  let added = [...current].filter(([key]) => !old.has(key)).map(([, point]) => point);
  const moved: MovedJoinPoint[] = [];
  for (const keyOf of [inFile, inPackage]) {
    const left: PlacedJoinPoint[] = [];
    for (const from of gone) {
      const at = added.findIndex((to) => keyOf(to) === keyOf(from));
      const [to] = at < 0 ? [] : added.slice(at, at + 1);
      if (to === undefined) left.push(from);
      else {
        added = added.filter((each) => each !== to);
        moved.push({ from, to });
      }
    }
    gone = left;
  }
  return { added, gone, moved, modules: changedModules(modulesOf(before), modulesOf(now)) };
}

export function isUnchanged({ added, gone, moved, modules }: ManifestChange): boolean {
  return added.length + gone.length + moved.length + modules.length === 0;
}

function exactly(point: PlacedJoinPoint): string {
  return JSON.stringify([inFile(point), point.line, point.column]);
}

function inFile(point: PlacedJoinPoint): string {
  return JSON.stringify([inPackage(point), point.file]);
}

/** The place of an aspect in its file may change without its meaning. */
function inPackage({ importPath, aspect, aspectFile, what }: PlacedJoinPoint): string {
  return JSON.stringify([importPath, aspect || aspectFile, what]);
}

function modulesOf(builds: readonly Manifest[]): ReadonlyMap<string, InjectedModule> {
  return new Map(builds.flatMap(({ modules }) => modules).map((module) => [module.path, module]));
}

function changedModules(
  before: ReadonlyMap<string, InjectedModule>,
  now: ReadonlyMap<string, InjectedModule>,
): ManifestChange['modules'] {
  const paths = [...new Set([...before.keys(), ...now.keys()])].sort();
  return paths
    .map((path) => ({ path, before: before.get(path)?.version ?? '', now: now.get(path)?.version ?? '' }))
    .filter((module) => module.before !== module.now);
}
