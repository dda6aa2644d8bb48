import { plural } from '../../base/amounts.ts';
import { compareBuilds } from '../../manifest/compare.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import {
  aspectTable,
  changeSection,
  headline,
  measures,
  moduleTable,
  packageTable,
  uncoveredLine,
} from '../../page/markdown.ts';
import { code, fitting, folded, plain, table } from '../../page/markdown-text.ts';
import { type PageModel, pageModel } from '../../page/model.ts';
import { milliseconds } from '../../page/words.ts';
import type { TargetNote } from '../artifacts/manifest-file.ts';

/** What a comment or a summary tells. */
export interface ReportText {
  /** Names the use of the action where a repository has several; '' for the only one. */
  readonly configuration: string;
  readonly builds: readonly Manifest[];
  /** Builds of the base branch, and that branch; undefined where none are known. */
  readonly base: { readonly branch: string; readonly builds: readonly Manifest[] } | undefined;
  /** Tests by target, and what failed. */
  readonly targets: readonly TargetNote[];
  /** Where the report, with every diff, is; undefined where nothing was uploaded. */
  readonly reportUrl: string | undefined;
  readonly runUrl: string | undefined;
  /** Commit that was built. */
  readonly sha: string;
}

/** GitHub drops a summary of more than 1 MiB, all of it. Other uses of the action in the same step add to this. */
const longestSummary = 1_000_000;

/** The job's summary: everything, tables shortened where that would be too long; diffs are in the report. */
export function summaryText(text: ReportText): string {
  return fitting((most) => render(text, most, false), longestSummary);
}

/** The comment of a pull request: what a reviewer wants to know first, the rest folded. @param longest in characters */
export function commentBody(text: ReportText, longest: number): string {
  return fitting(
    (most) => render(text, Math.min(most, 100), true),
    longest,
    (rendered) => rendered.length,
  );
}

function render(text: ReportText, most: number, isBrief: boolean): string {
  const model = pageModel(text.builds);
  const name = text.configuration === '' ? '' : ` · ${plain(text.configuration)}`;
  const parts = [
    `### gots${name}: ${text.builds.length === 0 ? 'no build' : headline(model)}`,
    problems(text, most),
    links(text),
    text.base && text.builds.length > 0
      ? changeSection(compareBuilds(text.base.builds, text.builds), code(text.base.branch), most)
      : '',
    text.builds.length > 0 ? measures(model) : '',
    isBrief && model.joinPoints > 0
      ? folded(`${plural(usedAspects(model), 'aspect')} of ${model.aspects.length}`, aspectTable(model, most))
      : aspectTable(model, most),
    model.modules.length > 0
      ? folded(
          `${plural(model.modules.length, 'module')} in the build list because of weaving`,
          moduleTable(model, most),
        )
      : '',
    uncoveredLine(model, most),
    model.packages.length > 0
      ? folded(`${plural(model.packages.length, 'package')} woven`, packageTable(model, most))
      : '',
    testTable(text, most),
    footer(text),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function usedAspects({ aspects }: PageModel): number {
  return aspects.filter(({ joinPoints }) => joinPoints > 0).length;
}

function problems({ targets }: ReportText, most: number): string {
  const failed = targets.filter(({ problem }) => problem !== undefined);
  return failed
    .slice(0, Math.max(1, most))
    .map(({ name, problem }) => `> [!CAUTION]\n> ${code(name)}: ${plain((problem ?? '').slice(0, 500))}`)
    .join('\n\n');
}

function links({ reportUrl, base, builds }: ReportText): string {
  const parts: string[] = [];
  if (reportUrl !== undefined) parts.push(`[Report with every diff](${reportUrl})`);
  if (base === undefined && builds.length > 0) parts.push('nothing to compare with yet');
  return parts.join(' · ');
}

function testTable({ targets }: ReportText, most: number): string {
  const tested = targets.filter(({ tests }) => tests !== undefined);
  if (tested.length === 0) return '';
  const rows = tested.map(({ name, tests }) => [
    code(name),
    String(tests?.passed ?? 0),
    String(tests?.failed ?? 0),
    String(tests?.skipped ?? 0),
    milliseconds(tests?.ms ?? 0),
  ]);
  const failures = tested.flatMap(({ name, tests }) =>
    (tests?.failures ?? []).map(({ importPath, test, passesPlain }) => [
      code(name),
      code(test === '' ? importPath : `${importPath} ${test}`),
      passesPlain === true ? 'passes without weaving' : passesPlain === false ? 'fails without weaving, too' : '',
    ]),
  );
  return [
    table(['Tests', 'Passed', 'Failed', 'Skipped', 'Time'], rows, most),
    ...(failures.length > 0 ? [table(['Target', 'Failed test', ''], failures, most)] : []),
  ].join('\n\n');
}

function footer({ builds, sha, runUrl }: ReportText): string {
  const [first] = builds;
  const versions = first ? `gots ${plain(first.gotsVersion)}, ${plain(first.goVersion)}` : 'gots';
  const run = runUrl === undefined ? '' : ` in [this run](${runUrl})`;
  const commit = sha === '' ? '' : ` of ${sha.slice(0, 12)}`;
  return `<sub>${versions}${commit}${run}</sub>`;
}
