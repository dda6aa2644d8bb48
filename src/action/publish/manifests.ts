import { readFileSync } from 'node:fs';
import type { BuildReport } from '../../driver/serve/report-file.ts';
import { type FullManifest, manifestOf } from '../../manifest/from-report.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { RunResults, TargetResult } from '../results.ts';

/** The manifests of all targets that were built far enough to have one. */
export function manifestsOf(results: RunResults, gofmt: string): readonly FullManifest[] {
  return results.targets.flatMap((target) => {
    const report = reportOf(target);
    if (report === undefined) return [];
    const { name, wovenMs, plainMs, plainCompiled, binaries } = target;
    return manifestOf(report, {
      root: results.workspace,
      moduleDir: results.moduleDir,
      gofmt,
      target: name,
      buildMs: Math.round(wovenMs),
      plainBuildMs: plainMs === undefined ? undefined : Math.round(plainMs),
      plainCompiled,
      binaries: binaries.map((binary) => ({
        name: binary.name,
        bytes: binary.bytes,
        ...(binary.plainBytes === undefined ? {} : { plainBytes: binary.plainBytes }),
      })),
    });
  });
}

/** Undefined where the build ended before its report was written whole. */
function reportOf({ report }: TargetResult): BuildReport | undefined {
  if (report === undefined) return undefined;
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as BuildReport;
  } catch {
    return undefined;
  }
}

/** Without diffs: small enough to be kept for comparisons, and for those who only comment. */
export function slim(manifest: Manifest): Manifest {
  const packages = manifest.packages.map((each) => ({
    ...each,
    files: each.files.map((file) => ({ ...file, diff: '' })),
  }));
  return { ...manifest, packages };
}
