import type { BuildReport } from '../driver/serve/report-file.ts';

/**
 * One report of several go commands that built parts of one program with the same aspects. A package that one of them compiled and
 * the others had from the cache was compiled.
 *
 * @param reports at least one
 */
export function mergeReports(reports: readonly BuildReport[]): BuildReport {
  const [first, ...others] = reports as readonly [BuildReport, ...BuildReport[]];
  const packages = new Map(first.packages.map((each) => [each.importPath, each]));
  for (const each of others.flatMap((report) => report.packages)) {
    if (packages.get(each.importPath)?.fromCache === false) continue;
    packages.set(each.importPath, each);
  }
  const uncovered = new Map(
    reports.flatMap((report) => report.uncovered ?? []).map((library) => [library.path, library]),
  );
  return {
    ...first,
    ...(reports.some((report) => report.uncovered) ? { uncovered: [...uncovered.values()].sort(byPath) } : {}),
    packages: [...packages.values()].sort((a, b) => (a.importPath < b.importPath ? -1 : 1)),
    buildMs: reports.reduce((sum, { buildMs }) => sum + buildMs, 0),
    compiled: reports.reduce((sum, { compiled }) => sum + compiled, 0),
  };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}
