import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionNoEndedRun, actionNothingToMerge } from '../../report/codes/publish.ts';
import type { ActionContext } from '../action-context.ts';
import { artifactName } from '../artifacts/artifact-names.ts';
import { type ManifestFile, manifestFileName, readManifestFile } from '../artifacts/manifest-file.ts';
import type { GitHub } from '../github/github-client.ts';
import type { EndedRun, RunFacts } from '../github/run-facts.ts';
import { manifestsOfRun } from '../pull-request/remote-manifests.ts';
import { longestComment, postComment } from '../pull-request/sticky-comment.ts';
import { commentBody } from '../summary/report-text.ts';
import { type Surroundings, surroundingsOf } from '../surroundings.ts';
import { attemptStep, baseOf, identityOf, publishedText, tell, writeManifestFile } from './publish.ts';

/**
 * `mode: merge`: one summary and one comment of what the jobs of a matrix did before, by the manifests that they uploaded.
 *
 * @throws GotsError action_nothing_to_merge
 */
export async function mergeMode(context: ActionContext): Promise<void> {
  const around = await surroundingsOf(context);
  const { configuration } = context.inputs;
  const files = around.service ? await downloadAll(around, artifactName('manifest', configuration)) : [];
  if (files.length === 0) return actionNothingToMerge(artifactName('manifest', configuration));
  const name = artifactName('merged', configuration);
  const base = await baseOf(around, name);
  const merged = { ...mergeFiles(files), ...(base === undefined ? {} : { base }) };
  await attemptStep(context, `the artifact "${name}" is not uploaded`, async () =>
    around.service?.upload(name, writeManifestFile(context, merged), context.inputs['retention-days']),
  );
  await tell(around, merged);
}

async function downloadAll({ context, service }: Surroundings, beginning: string): Promise<readonly ManifestFile[]> {
  const files: ManifestFile[] = [];
  const found =
    (await service?.list())?.filter(({ name }) => name === beginning || name.startsWith(`${beginning}-`)) ?? [];
  for (const { id, name } of [...found].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const folder = join(context.folder, 'downloaded', name);
    await service?.download(id, folder);
    const file = readManifestFile(name, readFileSync(join(folder, manifestFileName), 'utf8'));
    // A configuration whose name begins with this one's.
    if (file.configuration === context.inputs.configuration) files.push(file);
  }
  return files;
}

/**
 * `mode: comment`, in a workflow that runs when another one has ended (`workflow_run`): writes the comment that the other, started by
 * a fork, could not write. What the other uploaded is data of a stranger; nothing of it is run, checked out or believed but the numbers
 * and names that the comment shows. Which pull request it is for says GitHub alone.
 *
 * @throws GotsError action_no_ended_run; of the API; manifest_invalid
 */
export async function commentMode(context: ActionContext): Promise<void> {
  const around = await surroundingsOf(context);
  const { run, github } = around;
  const ended = run?.endedRun;
  if (!run || !ended || !github) return actionNoEndedRun(run?.event ?? '');
  const number = ended.event === 'pull_request' ? await pullRequestOf(github, run, ended) : undefined;
  if (number === undefined) {
    context.commands.line(`no open pull request has the commit ${ended.headSha}`);
    return;
  }
  for (const file of byConfiguration(await manifestsOfRun(github, run, ended.id))) {
    const text = publishedText(file, run, ended.headSha);
    const posted = await postComment(github, run, number, identityOf(run, file), commentBody(text, longestComment));
    context.commands.line(`comment ${posted.kind} on #${number}`);
  }
}

/** Jobs of a matrix that were not merged share a comment. */
function byConfiguration(files: readonly ManifestFile[]): readonly ManifestFile[] {
  const names = [...new Set(files.map(({ configuration }) => configuration))];
  return names.map((name) => mergeFiles(files.filter(({ configuration }) => configuration === name)));
}

/** @param files at least one */
function mergeFiles(files: readonly ManifestFile[]): ManifestFile {
  const [first, ...others] = files as [ManifestFile, ...ManifestFile[]];
  const { reportId: _, base: __, ...rest } = first;
  const bases = files.flatMap(({ base }) => base ?? []);
  const base = bases[0] && { branch: bases[0].branch, builds: bases.flatMap(({ builds }) => builds) };
  return {
    ...rest,
    builds: files.flatMap(({ builds }) => builds),
    targets: files.flatMap(({ targets }) => targets),
    ...(base === undefined ? {} : { base }),
    // Several reports: the run's page lists them all.
    ...(others.length === 0 && first.reportId !== undefined ? { reportId: first.reportId } : {}),
  };
}

/** The event names the pull request only if it comes from the repository itself: so it is found by its branch and commit. */
async function pullRequestOf(
  github: GitHub,
  { owner, repository: repo }: RunFacts,
  { headOwner, headBranch, headSha }: EndedRun,
): Promise<number | undefined> {
  const head = `${headOwner}:${headBranch}`;
  const { data } = await github.rest.pulls.list({ owner, repo, state: 'open', head, per_page: 100 });
  return data.find((pull) => pull.head.sha === headSha)?.number;
}
