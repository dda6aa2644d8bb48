import {
  aspectName,
  type FileManifest,
  type InjectedModule,
  type Manifest,
  type WovenJoinPoint,
} from '../manifest/manifest.ts';

/** A package as the page shows it: what several targets wove alike is shown once. */
export interface PagePackage {
  readonly importPath: string;
  readonly targets: readonly string[];
  readonly joinPoints: readonly WovenJoinPoint[];
  readonly files: readonly FileManifest[];
  /** Longest of the targets; undefined where nothing was compiled. */
  readonly compileMs?: number | undefined;
  /** Name and number of join points of each aspect that went in. */
  readonly aspects: readonly { readonly name: string; readonly count: number }[];
}

export interface PageAspect {
  readonly name: string;
  readonly place: string;
  readonly packages: number;
  readonly joinPoints: number;
}

/** All that the page shows, of one build or of several of the same program. */
export interface PageModel {
  readonly title: string;
  readonly builds: readonly Manifest[];
  readonly packages: readonly PagePackage[];
  /** Most join points first; those that matched nothing at the end. */
  readonly aspects: readonly PageAspect[];
  readonly modules: readonly InjectedModule[];
  /** Known libraries of the program that no aspect names. */
  readonly uncovered: NonNullable<Manifest['uncovered']>;
  readonly joinPoints: number;
}

/** @param builds at least one */
export function pageModel(builds: readonly Manifest[]): PageModel {
  const packages = mergePackages(builds);
  const modules = new Map(builds.flatMap((build) => build.modules).map((module) => [module.path, module]));
  const uncovered = new Map(builds.flatMap((build) => build.uncovered ?? []).map((library) => [library.path, library]));
  return {
    title: builds[0]?.rootModule || 'program',
    builds,
    packages,
    aspects: aspectsOf(builds, packages),
    modules: [...modules.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    uncovered: [...uncovered.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    joinPoints: packages.reduce((sum, { joinPoints }) => sum + joinPoints.length, 0),
  };
}

/** Packages of all builds; those that are woven differently stay apart. */
export function mergePackages(builds: readonly Manifest[]): readonly PagePackage[] {
  const merged = new Map<string, PagePackage>();
  for (const build of builds) {
    for (const { importPath, joinPoints, files, compileMs } of build.packages) {
      const key = JSON.stringify([importPath, joinPoints, files.map(({ name, diff }) => [name, diff])]);
      const known = merged.get(key);
      const longest = Math.max(compileMs ?? -1, known?.compileMs ?? -1);
      merged.set(key, {
        importPath,
        targets: [...(known?.targets ?? []), build.target],
        joinPoints,
        files,
        compileMs: longest < 0 ? undefined : longest,
        aspects: known?.aspects ?? countAspects(joinPoints),
      });
    }
  }
  return [...merged.values()].sort((a, b) => (a.importPath < b.importPath ? -1 : 1));
}

/** What a reader calls the aspect of a join point. */
export function pageNameAt({ aspect, aspectFile, aspectLine }: WovenJoinPoint): string {
  return aspectName({ id: aspect, file: aspectFile, line: aspectLine });
}

function countAspects(joinPoints: readonly WovenJoinPoint[]): PagePackage['aspects'] {
  const counts = new Map<string, number>();
  for (const point of joinPoints) counts.set(pageNameAt(point), (counts.get(pageNameAt(point)) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function aspectsOf(builds: readonly Manifest[], packages: readonly PagePackage[]): readonly PageAspect[] {
  const found = new Map<string, { place: string; packages: number; joinPoints: number }>();
  for (const aspect of builds.flatMap((build) => build.aspects))
    found.set(aspectName(aspect), { place: `${aspect.file}:${aspect.line}`, packages: 0, joinPoints: 0 });
  for (const each of packages) {
    for (const { name, count } of each.aspects) {
      const sum = found.get(name) ?? { place: '', packages: 0, joinPoints: 0 };
      found.set(name, { ...sum, packages: sum.packages + 1, joinPoints: sum.joinPoints + count });
    }
  }
  return [...found]
    .map(([name, sum]) => ({ name, ...sum }))
    .sort((a, b) => b.joinPoints - a.joinPoints || (a.name < b.name ? -1 : 1));
}
