import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goEnv } from '../../go/go-env.ts';
import type { FullManifest } from '../../manifest/from-report.ts';
import { pageAssets } from '../../page/assets.ts';
import type { PageAssets } from '../../page/render-page.ts';
import { type ActionContext, cliContext } from '../action-context.ts';
import { artifactName } from '../artifacts/artifact-names.ts';
import { type ManifestFile, manifestFileName, type TargetNote } from '../artifacts/manifest-file.ts';
import { packProgram } from '../artifacts/pack-program.ts';
import { reasonOf, statusOf } from '../github/github-client.ts';
import { type RunFacts, runUrl } from '../github/run-facts.ts';
import { manifestsOfBranch } from '../pull-request/remote-manifests.ts';
import { longestComment, postComment } from '../pull-request/sticky-comment.ts';
import { publishRelease } from '../release/release.ts';
import type { RunResults } from '../results.ts';
import { addSummary } from '../runner/add-summary.ts';
import { commentBody, type ReportText, summaryText } from '../summary/report-text.ts';
import { type Surroundings, surroundingsOf } from '../surroundings.ts';
import { manifestsOf, slim } from './manifests.ts';
import { writeReportFolder } from './write-report.ts';

/**
 * Tells what a run did: report, artifacts, summary, comment, and the release of a tag. What the runner or the token does not let
 * it do is a notice; only a release that was asked for and cannot be made fails.
 *
 * @param assets of the report's page
 * @returns false if the release failed
 */
export async function publish(
  context: ActionContext,
  results: RunResults,
  assets: PageAssets = pageAssets(),
): Promise<boolean> {
  const { commands, inputs } = context;
  if (results.outcome === 'cancelled') return true;
  return commands.group('gots: report', async () => {
    const around = await surroundingsOf(context);
    await attemptStep(context, 'the report is not complete', () => publishReport(around, results, assets));
    if (!inputs.release || results.outcome !== 'passed') return true;
    return publishRelease(around, results);
  });
}

async function publishReport(around: Surroundings, results: RunResults, assets: PageAssets): Promise<void> {
  const { context } = around;
  const full = await writeManifests(context, results, assets);
  const names = results.targets.map(({ name }) => name);
  const file = await manifestFileOf(around, full, names, notesOf(results));
  const uploaded = await uploadAll(around, results, file, names);
  setReportOutputs(context, full, uploaded.reportId);
  await tell(around, uploaded);
}

/** Runs a part that may fail without the job failing. */
export async function attemptStep<T>(
  context: ActionContext,
  what: string,
  body: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await body();
  } catch (error) {
    context.commands.annotate('notice', `${what}: ${reasonOf(error)}`);
    return undefined;
  }
}

async function writeManifests(
  context: ActionContext,
  results: RunResults,
  assets: PageAssets,
): Promise<readonly FullManifest[]> {
  const cli = cliContext(context);
  const { goRoot } = await goEnv(cli.go, context.cwd, cli.env);
  const full = manifestsOf(results, join(goRoot, 'bin', 'gofmt'));
  writeReportFolder(join(context.folder, 'report'), full, assets);
  return full;
}

function notesOf(results: RunResults): readonly TargetNote[] {
  return results.targets.map(({ name, problem, tests }) => ({
    name,
    ...(problem === undefined ? {} : { problem: problem.slice(0, 2000) }),
    ...(tests === undefined
      ? {}
      : {
          tests: {
            passed: tests.passed,
            failed: tests.failed,
            skipped: tests.skipped,
            ms: Math.round(tests.ms),
            failures: tests.failures.slice(0, 200).map(({ importPath, test, passesPlain }) => ({
              importPath,
              test,
              ...(passesPlain === undefined ? {} : { passesPlain }),
            })),
          },
        }),
  }));
}

/** With what it is compared with: the same job's manifests on the branch that the pull request is for. */
async function manifestFileOf(
  around: Surroundings,
  full: readonly FullManifest[],
  names: readonly string[],
  targets: readonly TargetNote[],
): Promise<ManifestFile> {
  const { configuration } = around.context.inputs;
  const builds = full.map(({ manifest }) => slim(manifest));
  const base = await baseOf(around, artifactName('manifest', configuration, names));
  return { schema: 1, configuration, builds, targets, ...(base === undefined ? {} : { base }) };
}

/** The builds of the base branch's last run; undefined outside of pull requests, and where there are none. */
export async function baseOf(around: Surroundings, name: string): Promise<ManifestFile['base']> {
  const { context, run, github } = around;
  const branch = run?.pullRequest?.baseBranch;
  if (!run || !github || !branch) return undefined;
  try {
    const found = await manifestsOfBranch(github, run, name, branch);
    return found && { branch, builds: found.builds };
  } catch (error) {
    const hint = statusOf(error) === 403 ? '; give the job `permissions: actions: read`' : '';
    context.commands.annotate('notice', `not compared with ${branch}: ${reasonOf(error)}${hint}`);
    return undefined;
  }
}

/** Uploads what the inputs ask for. @returns the manifest file, with the number of the report's artifact if there is one */
async function uploadAll(
  around: Surroundings,
  results: RunResults,
  file: ManifestFile,
  names: readonly string[],
): Promise<ManifestFile> {
  const { context, service } = around;
  const { inputs, commands } = context;
  if (!inputs.upload) return file;
  if (!service) {
    commands.annotate('notice', `this runner has no artifact service; everything is in ${context.folder}`);
    return file;
  }
  const send = (kind: 'report' | 'manifest' | 'programs', folder: string) =>
    attemptStep(context, `the artifact "${artifactName(kind, inputs.configuration, names)}" is not uploaded`, () =>
      service.upload(artifactName(kind, inputs.configuration, names), folder, inputs['retention-days']),
    );
  const report = await send('report', join(context.folder, 'report'));
  const whole = { ...file, ...(report === undefined ? {} : { reportId: report.id }) };
  await send('manifest', writeManifestFile(context, whole));
  const programs = await packAll(results, join(context.folder, 'programs'));
  if (programs !== undefined) await send('programs', programs);
  return whole;
}

export function writeManifestFile(context: ActionContext, file: ManifestFile): string {
  const folder = join(context.folder, 'manifest');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, manifestFileName), `${JSON.stringify(file)}\n`);
  return folder;
}

/** Programs in archives, since artifacts keep no modes, and packages as they are. @returns undefined if there are none */
async function packAll(results: RunResults, folder: string): Promise<string | undefined> {
  const { targets } = results;
  if (targets.every(({ binaries, packages }) => binaries.length + packages.length === 0)) return undefined;
  mkdirSync(folder, { recursive: true });
  for (const { kind, goos, goarch, binaries, packages } of targets) {
    for (const { name, path } of kind === 'executable' ? binaries : [])
      await packProgram(path, goos, `${name.replace(/\.exe$/, '')}_${goos}_${goarch}`, folder);
    for (const { name, path } of packages) writeFileSync(join(folder, name), readFileSync(path));
  }
  return folder;
}

function setReportOutputs(
  { commands, folder }: ActionContext,
  full: readonly FullManifest[],
  id: number | undefined,
): void {
  const points = full.map(({ manifest }) =>
    manifest.packages.reduce((sum, { joinPoints }) => sum + joinPoints.length, 0),
  );
  commands.setOutput('report', join(folder, 'report', 'report.html'));
  commands.setOutput('manifest', join(folder, 'report', 'manifest.json'));
  commands.setOutput('join-points', String(Math.max(0, ...points)));
  commands.setOutput('artifact-id', id === undefined ? '' : String(id));
}

/** Summary and comment. */
export async function tell(around: Surroundings, file: ManifestFile): Promise<void> {
  const { context, run } = around;
  const { inputs, commands } = context;
  const text = publishedText(file, run, run?.pullRequest?.headSha || run?.sha || '');
  addSummary(context, () => summaryText(text));
  if (!inputs.comment || !run?.pullRequest) return;
  const { number, isFork } = run.pullRequest;
  const companion = 'the job summary has everything, and a workflow_run workflow can comment (docs/action.md)';
  if (!around.github) return commands.annotate('notice', `no comment without a token; ${companion}`);
  try {
    const posted = await postComment(
      around.github,
      run,
      number,
      identityOf(run, file),
      commentBody(text, longestComment),
    );
    commands.line(`comment ${posted.kind}${posted.kind === 'unchanged' ? '' : `: ${posted.url}`}`);
  } catch (error) {
    const why = isFork ? 'the token of a fork may not write' : 'the job needs `permissions: pull-requests: write`';
    commands.annotate(
      'notice',
      `no comment: ${reasonOf(error)}${statusOf(error) === 403 ? ` (${why})` : ''}; ${companion}`,
    );
  }
}

export function identityOf(run: RunFacts, { configuration }: Pick<ManifestFile, 'configuration'>) {
  return { workflow: run.endedRun?.workflow ?? run.workflow, configuration };
}

/** @param sha commit that was built */
export function publishedText(file: ManifestFile, run: RunFacts | undefined, sha: string): ReportText {
  const { configuration, builds, base, targets, reportId } = file;
  const url = run && runUrl(run.endedRun ? { ...run, runId: run.endedRun.id } : run);
  const reportUrl = url === undefined || reportId === undefined ? undefined : `${url}/artifacts/${reportId}`;
  return { configuration, builds, base, targets, runUrl: url, reportUrl, sha };
}
