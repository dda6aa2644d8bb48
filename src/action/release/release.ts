import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatError, GotsError } from '../../report/diagnostic.ts';
import type { ActionContext } from '../action-context.ts';
import { type PackedProgram, packProgram, sha256Of } from '../artifacts/pack-program.ts';
import { type GitHub, reasonOf, statusOf } from '../github/github-client.ts';
import type { RunFacts } from '../github/run-facts.ts';
import type { RunResults, TargetResult } from '../results.ts';
import type { Surroundings } from '../surroundings.ts';
import { writeSbom } from './sbom.ts';

/**
 * `release: true` on a tag: programs in archives, packages, a bill of materials of each program and their checksums, attached to the
 * release of the tag, which is made if there is none. What is there under the same name is replaced, so that a job can run again.
 *
 * @returns false if it failed; the job then fails, since somebody waits for a release
 */
export async function publishRelease({ context, run, github }: Surroundings, results: RunResults): Promise<boolean> {
  const { commands } = context;
  if (!run?.isTag) {
    commands.annotate('notice', 'release: nothing to do, this run is for no tag');
    return true;
  }
  try {
    const files = await releaseFiles(context, results, run.refName);
    commands.setOutput('release-files', JSON.stringify(files.map(({ path }) => path)));
    commands.setOutput('checksums', files.at(-1)?.path ?? '');
    if (!github) throw new Error('there is no token');
    await attach(context, github, run, files);
    return true;
  } catch (error) {
    const text = error instanceof GotsError ? formatError(error) : `release ${run.refName}: ${reasonOf(error)}`;
    const hint = statusOf(error) === 403 ? '; the job needs `permissions: contents: write`' : '';
    commands.annotate('error', `${text}${hint}`);
    return false;
  }
}

/** What a release gets; the file of checksums is the last. */
export async function releaseFiles(
  context: ActionContext,
  results: RunResults,
  tag: string,
): Promise<readonly PackedProgram[]> {
  const folder = join(context.folder, 'release');
  mkdirSync(folder, { recursive: true });
  const version = tag.replace(/[^\w.+-]+/g, '-');
  const files: PackedProgram[] = [];
  for (const target of results.targets) files.push(...(await filesOf(context, target, version, folder)));
  const sums: string[] = [];
  for (const { name, path } of files) sums.push(`${await sha256Of(path)}  ${name}\n`);
  // Jobs of a matrix attach to the same release: each its own sums.
  const scope = results.targets.map(({ name }) => name.replaceAll('/', '-')).join('_');
  const checksums = `checksums_${version}_${scope}.txt`.slice(0, 200);
  writeFileSync(join(folder, checksums), sums.join(''));
  return [...files, { name: checksums, path: join(folder, checksums) }];
}

async function filesOf(
  context: ActionContext,
  { kind, name: target, goos, goarch, binaries, packages }: TargetResult,
  version: string,
  folder: string,
): Promise<readonly PackedProgram[]> {
  const files: PackedProgram[] = [];
  for (const { name, path } of binaries) {
    const platform = kind === 'executable' ? `${goos}_${goarch}` : target.replaceAll('/', '_');
    const title = `${name.replace(/\.exe$/, '')}_${version}_${platform}`;
    if (kind === 'executable') files.push(await packProgram(path, goos, title, folder));
    const sbom = `${title}.cdx.json`;
    await writeSbom(context, path, join(folder, sbom));
    files.push({ name: sbom, path: join(folder, sbom) });
  }
  return [...files, ...packages.map(({ name, path }) => ({ name, path }))];
}

async function attach(
  context: ActionContext,
  github: GitHub,
  { owner, repository: repo, refName: tag }: RunFacts,
  files: readonly PackedProgram[],
): Promise<void> {
  const release = await releaseOf(github, { owner, repo, tag });
  const { data: present } = await github.rest.repos.listReleaseAssets({
    owner,
    repo,
    release_id: release.id,
    per_page: 100,
  });
  for (const { name, path } of files) {
    const old = present.find((asset) => asset.name === name);
    if (old) await github.rest.repos.deleteReleaseAsset({ owner, repo, asset_id: old.id });
    const data = readFileSync(path);
    const headers = { 'content-type': 'application/octet-stream', 'content-length': data.length };
    await github.request(`POST ${release.uploadUrl}`, { name, data, headers });
    context.commands.line(`attached ${name} (${data.length} bytes)`);
  }
}

interface Release {
  readonly id: number;
  /** Without the template of its query. */
  readonly uploadUrl: string;
}

async function releaseOf(
  github: GitHub,
  { owner, repo, tag }: { readonly owner: string; readonly repo: string; readonly tag: string },
): Promise<Release> {
  const described = ({ id, upload_url: url }: { id: number; upload_url: string }): Release => ({
    id,
    uploadUrl: `${url.replace(/\{.*\}$/, '')}{?name}`,
  });
  try {
    return described((await github.rest.repos.getReleaseByTag({ owner, repo, tag })).data);
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
  try {
    const body = { owner, repo, tag_name: tag, name: tag, generate_release_notes: true, prerelease: /-/.test(tag) };
    return described((await github.rest.repos.createRelease(body)).data);
  } catch (error) {
    // Another job of a matrix was quicker.
    if (statusOf(error) !== 422) throw error;
    return described((await github.rest.repos.getReleaseByTag({ owner, repo, tag })).data);
  }
}
