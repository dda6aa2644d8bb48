import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { withoutOurs } from '../../driver/plan/saved-settings.ts';
import type { BuildReport } from '../../driver/serve/report-file.ts';
import { heldIn, uncoveredLibraries } from '../../driver/summary/uncovered.ts';
import { runGo } from '../../go/go.ts';
import { goEnv } from '../../go/go-env.ts';
import { listPackages } from '../../go/list.ts';
import { type FullManifest, manifestOf } from '../../manifest/from-report.ts';
import { manifestFrom } from '../../manifest/read-manifest.ts';
import { writeSources } from '../../manifest/write-sources.ts';
import { badUsage, goFailed } from '../../report/codes/cli.ts';
import { manifestInvalid } from '../../report/codes/manifest.ts';
import type { CommandLine } from '../args.ts';
import type { CommandContext } from '../command-context.ts';
import { parseOptions } from '../read-options.ts';
import { usageOf } from '../usage.ts';
import { weavingEnv } from '../weaving-env.ts';

interface ReportOptions {
  readonly format: 'md' | 'html' | 'json';
  readonly output: string | undefined;
  /** Folder for the woven files. */
  readonly sources: string | undefined;
  /** Files that builds wrote for GOTS_REPORT, or manifests; none: the packages are built. */
  readonly from: readonly string[];
  readonly patterns: readonly string[];
  readonly flags: readonly string[];
}

/**
 * `gots report`: what weaving did to packages and all they import, as a page, as Markdown or as the manifest itself. The packages are
 * built for it, `./...` by default, which with a warm cache compiles nothing: so the report is never of older sources.
 *
 * @throws GotsError cli_usage, cli_go_failed, manifest_invalid, those of planning
 */
export async function runReportCommand(line: CommandLine, context: CommandContext): Promise<number> {
  const options = readReportOptions(line.rest);
  const full =
    options.from.length > 0
      ? await readAll(options.from, context)
      : [await buildReport(line.aspectFiles, { patterns: options.patterns, flags: options.flags }, context)];
  if (options.sources !== undefined)
    writeSources(
      resolve(context.cwd, options.sources),
      full.flatMap(({ sources }) => sources),
    );
  const text = await rendered(full, options.format);
  if (options.output === undefined) context.write(text);
  else {
    const file = resolve(context.cwd, options.output);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return 0;
}

async function rendered(full: readonly FullManifest[], format: ReportOptions['format']): Promise<string> {
  const manifests = full.map(({ manifest }) => manifest);
  if (format === 'json') {
    const value = manifests.length === 1 ? manifests[0] : manifests;
    return `${JSON.stringify(value, null, 2)}\n`;
  }
  const { pageModel } = await import('../../page/model.ts');
  if (format === 'md') return (await import('../../page/markdown.ts')).markdownReport(pageModel(manifests));
  const [{ renderPage }, { pageAssets }] = await Promise.all([
    import('../../page/render-page.ts'),
    import('../../page/assets.ts'),
  ]);
  return renderPage(pageModel(manifests), pageAssets());
}

/** A build whose only product is its report. */
async function buildReport(
  aspectFiles: readonly string[],
  { patterns, flags }: { readonly patterns: readonly string[]; readonly flags: readonly string[] },
  context: CommandContext,
): Promise<FullManifest> {
  const args = ['list', '-export', ...flags, '-f', '{{with .ImportPath}}{{end}}', '--', ...patterns];
  const weaving = await weavingEnv(context, aspectFiles, args);
  if (!weaving)
    return badUsage(`no go.mod in ${context.cwd} or above`, 'run `gots report` in the module that is built');
  const dir = mkdtempSync(join(tmpdir(), 'gots-report-'));
  try {
    const file = join(dir, 'report.json');
    const env = { ...context.env, ...weaving.variables, GOTS_REPORT: file, GOTS_REPORT_SOURCES: '1' };
    const began = performance.now();
    const { exitCode, stderr } = await runGo(args, { go: context.go, cwd: context.cwd, env });
    if (exitCode !== 0) goFailed('go list -export', stderr);
    const buildMs = Math.round(performance.now() - began);
    const report = JSON.parse(readFileSync(file, 'utf8')) as BuildReport;
    // The build links no program, so it knows none of the packages that it found in the cache.
    const go = { go: context.go, cwd: context.cwd, env: withoutOurs(context.env) };
    const all = await listPackages(['-deps', ...flags, '--', ...patterns], go, 'ImportPath,Module');
    const uncovered = uncoveredLibraries(weaving.plan.aspects, heldIn(all));
    return manifestOf({ ...report, uncovered }, { ...placesOf(weaving.goEnv), buildMs });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function placesOf({ goRoot, goMod }: { readonly goRoot: string; readonly goMod: string }) {
  const moduleDir = dirname(goMod);
  return { gofmt: join(goRoot, 'bin', 'gofmt'), root: moduleDir, moduleDir };
}

/** @throws GotsError manifest_invalid */
async function readAll(names: readonly string[], context: CommandContext): Promise<readonly FullManifest[]> {
  const places = placesOf(await goEnv(context.go, context.cwd, context.env));
  return names.flatMap((name): FullManifest[] => {
    const value = parsed(name, resolve(context.cwd, name));
    if (isBuildReport(value)) return [manifestOf(value, places)];
    const all: readonly unknown[] = Array.isArray(value) ? value : [value];
    return all.map((each) => ({ manifest: manifestFrom(name, each), sources: [] }));
  });
}

function parsed(name: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return manifestInvalid(name, (error as Error).message.replace(/\s+/g, ' '));
  }
}

/** A report has no schema: it is of this version of gots, or of none. */
function isBuildReport(value: unknown): value is BuildReport {
  const fields = value as Partial<BuildReport> | null;
  return typeof fields === 'object' && Array.isArray(fields?.packages) && fields.buildMs !== undefined;
}

/** @throws GotsError cli_usage */
export function readReportOptions(rest: readonly string[]): ReportOptions {
  const { value, values, operands, flags } = parseOptions('report', rest);
  const from = values('from');
  if (from.length > 0 && operands.length > 0)
    badUsage(`${operands[0]}: packages are built or a report is read, not both`, usageOf('report'));
  const output = value('o');
  const format = value('format') ?? formatOf(output);
  if (format !== 'md' && format !== 'html' && format !== 'json')
    badUsage(`unknown format "${format}"`, usageOf('report'));
  return {
    format,
    output,
    sources: value('sources'),
    from,
    patterns: operands.length === 0 ? ['./...'] : operands,
    flags,
  };
}

/** As the output file is named; Markdown otherwise. */
function formatOf(output: string | undefined): string {
  return /\.(html|json)$/.exec(output ?? '')?.[1] ?? 'md';
}
