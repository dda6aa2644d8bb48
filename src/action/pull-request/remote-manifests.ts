import {
  type ManifestFile,
  manifestFileName,
  mostFileBytes,
  mostZipBytes,
  readManifestFile,
} from '../artifacts/manifest-file.ts';
import { fileInZip } from '../artifacts/read-zip.ts';
import type { GitHub } from '../github/github-client.ts';
import type { RunFacts } from '../github/run-facts.ts';

type Place = Pick<RunFacts, 'owner' | 'repository'>;

/**
 * The manifests of the newest run on a branch of the repository itself that uploaded an artifact of this name. Needs
 * `actions: read`.
 *
 * @returns undefined if there is none any more, or none yet
 * @throws of the API; GotsError manifest_invalid; ZipProblem
 */
export async function manifestsOfBranch(
  github: GitHub,
  { owner, repository: repo }: Place,
  name: string,
  branch: string,
): Promise<ManifestFile | undefined> {
  const { data } = await github.rest.actions.listArtifactsForRepo({ owner, repo, name, per_page: 100 });
  const found = data.artifacts
    .filter(({ expired, workflow_run: run }) => {
      const isOwn = run?.head_repository_id === run?.repository_id;
      return !expired && isOwn && run?.head_branch === branch;
    })
    .sort((a, b) => b.id - a.id);
  const [newest] = found;
  return newest && manifestsIn(github, { owner, repository: repo }, newest);
}

/** Those that a run uploaded, of all its configurations. The author of a pull request decides what they hold. */
export async function manifestsOfRun(
  github: GitHub,
  { owner, repository: repo }: Place,
  runId: number,
): Promise<readonly ManifestFile[]> {
  const { data } = await github.rest.actions.listWorkflowRunArtifacts({ owner, repo, run_id: runId, per_page: 100 });
  const live = data.artifacts.filter(({ expired }) => !expired);
  const merged = live.filter(({ name }) => name.startsWith('gots-merged'));
  const wanted = merged.length > 0 ? merged : live.filter(({ name }) => name.startsWith('gots-manifest'));
  const files: ManifestFile[] = [];
  for (const artifact of wanted.slice(0, mostArtifacts))
    files.push(await manifestsIn(github, { owner, repository: repo }, artifact));
  return files;
}

const mostArtifacts = 20;

async function manifestsIn(
  github: GitHub,
  { owner, repository: repo }: Place,
  { id, name, size_in_bytes: size }: { readonly id: number; readonly name: string; readonly size_in_bytes: number },
): Promise<ManifestFile> {
  if (size > mostZipBytes) throw new Error(`${name} has ${size} bytes, more than ${mostZipBytes}`);
  const { data } = await github.rest.actions.downloadArtifact({ owner, repo, artifact_id: id, archive_format: 'zip' });
  const zip = Buffer.from(data as ArrayBuffer);
  if (zip.length > mostZipBytes) throw new Error(`${name} has ${zip.length} bytes, more than ${mostZipBytes}`);
  const file = await fileInZip(zip, manifestFileName, mostFileBytes);
  if (!file) throw new Error(`${name} holds no ${manifestFileName}`);
  return readManifestFile(`${name}/${manifestFileName}`, file.toString('utf8'));
}
