import { isAbsolute, relative } from 'node:path';
import type { BuildReport } from '../driver/serve/report-file.ts';
import type { SourcePair } from '../driver/serve/tally.ts';
import { laidOutDiffs } from '../go/laid-out-diffs.ts';
import { plainText } from '../rewrite/splice/plain-text.ts';
import type { Match } from '../weave/weave-request.ts';
import {
  type Manifest,
  manifestSchema,
  type PackageManifest,
  type WovenJoinPoint,
  type WovenSource,
} from './manifest.ts';

export interface ManifestOptions {
  /** Absolute; files below it get a path. */
  readonly root: string;
  /** Folder of the main module, absolute: where -trimpath left only the module's path. */
  readonly moduleDir: string;
  readonly gofmt: string;
  readonly target?: string | undefined;
  readonly binaries?: Manifest['binaries'] | undefined;
  readonly plainBuildMs?: number | undefined;
  readonly plainCompiled?: number | undefined;
  /** Of the whole go command, where the caller measured it. */
  readonly buildMs?: number | undefined;
}

/** A manifest, and the texts that are too large for it. */
export interface FullManifest {
  readonly manifest: Manifest;
  readonly sources: readonly WovenSource[];
}

/** The manifest of a build, made from its report (GOTS_REPORT, with GOTS_REPORT_SOURCES for diffs). */
export function manifestOf(report: BuildReport, options: ManifestOptions): FullManifest {
  const named = report.packages.map((each) => ({ ...each, files: withBaseNames(each.files ?? []) }));
  const diffs = diffsOf(named, options.gofmt);
  const packages = named.map(({ importPath, fromCache, compileMs, matches, files }): PackageManifest => {
    const joinPoints = (matches as readonly Match[]).map((match) => joinPointOf(match, files));
    return {
      importPath,
      fromCache,
      ...(compileMs === undefined ? {} : { compileMs }),
      joinPoints: joinPoints.sort(inOrder),
      files: files.map(({ pair, base }) => {
        const path = pair.before === undefined ? undefined : pathOf(pair.name, report.rootModule, options);
        return {
          name: base,
          ...(path === undefined ? {} : { path }),
          added: pair.before === undefined,
          diff: diffs.get(pair) ?? '',
        };
      }),
    };
  });
  const { target = '', binaries = [], plainBuildMs, plainCompiled, buildMs = report.buildMs } = options;
  const { version, goVersion, rootModule, aspectFiles, aspects, added, uncovered, compiled } = report;
  const timings = {
    buildMs,
    compiled,
    ...(plainBuildMs === undefined ? {} : { plainBuildMs }),
    ...(plainCompiled === undefined ? {} : { plainCompiled }),
  };
  return {
    manifest: {
      schema: manifestSchema,
      target,
      gotsVersion: version,
      goVersion,
      rootModule,
      aspectFiles,
      aspects,
      packages,
      modules: added,
      ...(uncovered === undefined ? {} : { uncovered }),
      binaries,
      timings,
    },
    sources: named.flatMap(({ importPath, files }) =>
      files.map(({ pair, base }) => ({ importPath, name: base, text: pair.after })),
    ),
  };
}

interface NamedPair {
  readonly pair: SourcePair;
  readonly base: string;
}

function baseOf(name: string): string {
  return name.split(/[\\/]/).at(-1) as string;
}

/** Two files of one package may have the same base name: cgo's output beside sources, files that aspects add. */
function withBaseNames(pairs: readonly SourcePair[]): readonly NamedPair[] {
  const used = new Set<string>();
  return pairs.map((pair) => {
    let base = baseOf(pair.name);
    for (let n = 1; used.has(base); n++) base = `${n}_${baseOf(pair.name)}`;
    used.add(base);
    return { pair, base };
  });
}

function joinPointOf({ aspect, aspectSpan, what, at }: Match, files: readonly NamedPair[]): WovenJoinPoint {
  const file = files.find(({ pair }) => pair.name === at.file)?.base ?? baseOf(at.file);
  const { line, column } = at;
  return { aspect, aspectFile: aspectSpan.file, aspectLine: aspectSpan.line, what, file, line, column };
}

function inOrder(a: WovenJoinPoint, b: WovenJoinPoint): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.aspect < b.aspect ? -1 : a.aspect > b.aspect ? 1 : 0);
}

/** From the workspace's root; undefined where the file lies outside, or where its name does not tell. */
function pathOf(name: string, rootModule: string, { root, moduleDir }: ManifestOptions): string | undefined {
  const trimmed = rootModule !== '' && name.startsWith(`${rootModule}/`) ? name.slice(rootModule.length) : undefined;
  if (trimmed === undefined && !isAbsolute(name)) return undefined;
  const path = relative(root, trimmed === undefined ? name : `${moduleDir}${trimmed}`).replaceAll('\\', '/');
  return path.startsWith('../') || isAbsolute(path) ? undefined : path;
}

interface NamedPackage {
  readonly importPath: string;
  readonly files: readonly NamedPair[];
}

function diffsOf(packages: readonly NamedPackage[], gofmt: string): ReadonlyMap<SourcePair, string> {
  const all = packages.flatMap(({ importPath, files }) =>
    files.map(({ pair, base }) => ({
      pair,
      path: `${importPath}/${base}`,
      before: pair.before,
      after: readable(pair),
    })),
  );
  const diffs = laidOutDiffs(all, gofmt);
  return new Map(all.map(({ pair }, at) => [pair, diffs[at] as string]));
}

/** Directives become notes of where inserted text comes from. */
function readable({ name, after }: SourcePair): string {
  const show = (file: string, line: number) => `/* ${file}:${line} */ `;
  return plainText(Buffer.from(after), { own: name, show }).toString('utf8');
}
