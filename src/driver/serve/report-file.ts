import { writeFileSync } from 'node:fs';
import { hashFile, type Plan } from '../plan/plan.ts';
import type { LibraryVersion } from '../summary/uncovered.ts';
import type { Tally, WovenEntry } from './tally.ts';

/**
 * What GOTS_REPORT names a file for: all woven packages that one go command asked for, whether they were compiled then or came from
 * the cache. Packages that only injected code imports are left out. Names of files are those that positions show: absolute, or as
 * -trimpath makes them.
 */
export interface BuildReport {
  /** Of gots. */
  readonly version: string;
  readonly goVersion: string;
  /** Path of the main module. */
  readonly rootModule: string;
  readonly packages: readonly Omit<WovenEntry, 'asked'>[];
  /** Modules that weaving adds to, or raises in, the build list. */
  readonly added: readonly {
    readonly path: string;
    readonly version: string;
    readonly raisedFrom?: string | undefined;
  }[];
  /** Known libraries of the program that no aspect names; undefined where the build linked none. */
  readonly uncovered?: readonly LibraryVersion[] | undefined;
  /** SHA-256 of each aspect file. */
  readonly aspectFiles: readonly { readonly name: string; readonly sha256: string }[];
  /** All aspects of the build in their order, those that matched nothing as well. `file` is a display name. */
  readonly aspects: readonly { readonly id: string; readonly file: string; readonly line: number }[];
  /** From the start of the cache program until go had all it asked for. */
  readonly buildMs: number;
  /** How many packages were compiled, woven or not; without those that only injected code needs. */
  readonly compiled: number;
}

/**
 * Writes what GOTS_REPORT and GOTS_STATS ask for; '' for a file that is not asked for.
 *
 * @param times when this process started, and now: ms since 1970
 */
export function writeReport(
  { reportFile, statsFile }: { readonly reportFile: string; readonly statsFile: string },
  { plan, tally, uncovered }: Pick<BuildReport, 'uncovered'> & { readonly plan: Plan; readonly tally: Tally },
  { startedMs, nowMs }: { readonly startedMs: number; readonly nowMs: number },
): void {
  const { stats } = tally;
  if (reportFile !== '') {
    const written: BuildReport = {
      version: plan.version,
      goVersion: plan.goVersion,
      rootModule: plan.rootModule,
      packages: tally
        .wovenPackages()
        .filter(({ asked }) => asked)
        .map(({ asked, ...entry }) => entry)
        .sort((a, b) => (a.importPath < b.importPath ? -1 : 1)),
      added: plan.added,
      uncovered,
      aspectFiles: plan.aspectFiles.map(({ display, path }) => ({ name: display, sha256: hashFile(path) })),
      aspects: plan.aspects.map(({ id, span }) => ({ id, file: span.file, line: span.line })),
      buildMs: Math.round(nowMs - startedMs),
      compiled: stats.compiled,
    };
    writeFileSync(reportFile, `${JSON.stringify(written, null, 2)}\n`);
  }
  if (statsFile !== '') {
    const maxRssBytes = process.resourceUsage().maxRSS * 1024;
    writeFileSync(statsFile, `${JSON.stringify({ ...stats, replayed: 0, maxRssBytes })}\n`);
  }
}
