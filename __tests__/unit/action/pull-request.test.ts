import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { type ManifestFile, manifestFileName } from '../../../src/action/artifacts/manifest-file.ts';
import { gitHub } from '../../../src/action/github/github-client.ts';
import { commentMode } from '../../../src/action/publish/other-modes.ts';
import { baseOf, tell } from '../../../src/action/publish/publish.ts';
import { markerOf, postComment } from '../../../src/action/pull-request/sticky-comment.ts';
import { surroundingsOf } from '../../../src/action/surroundings.ts';
import type { Manifest } from '../../../src/manifest/manifest.ts';
import { type GitHubApi, startGitHubApi } from '../../action/support/github-api.ts';
import { testStep } from '../../support/action-context.ts';
import { exampleManifest, wovenPackage } from '../../support/example-manifest.ts';
import { tempDir } from '../../support/temp-module.ts';

let api: GitHubApi;
let dir: string;

beforeEach(async () => {
  dir = tempDir();
  api = await startGitHubApi(join(dir, 'api'));
});

afterEach(async () => {
  await api.close();
});

const place = { owner: 'example', repository: 'hello' };
const identity = { workflow: 'ci', configuration: 'a--> <b>' };

/** The event of pull request 5 from `feature` to `main`. */
const pullRequest = (from = 'example/hello') => ({
  pull_request: {
    number: 5,
    head: { sha: 'b'.repeat(40), repo: { full_name: from } },
    base: { ref: 'main', repo: { full_name: 'example/hello' } },
  },
});

function step(inputs: Readonly<Record<string, string>> = {}, payload: unknown = pullRequest(), event = 'pull_request') {
  const variables = { GITHUB_API_URL: api.url, GITHUB_EVENT_NAME: event, GITHUB_REF_NAME: '5/merge' };
  return testStep(dir, { token: 'job-token', ...inputs }, variables, payload);
}

function manifestFile(builds: readonly Manifest[], more: Partial<ManifestFile> = {}): ManifestFile {
  return { schema: 1, configuration: '', builds, targets: [{ name: 'linux/amd64' }], ...more };
}

async function zipOf(name: string, text: string): Promise<string> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  mkdirSync(join(dir, 'zips'), { recursive: true });
  const file = join(dir, 'zips', `${Math.random()}.zip`);
  writeFileSync(file, Buffer.concat(chunks));
  return file;
}

const builds = [exampleManifest([wovenPackage('m/a', [1, 5]), wovenPackage('m/new', [9])])];
const before = [exampleManifest([wovenPackage('m/a', [1, 4]), wovenPackage('m/gone', [2])])];

test('a comment is written once and then changed, on whatever page it is', async () => {
  const github = await gitHub({ apiUrl: api.url }, 'job-token');
  const others = Array.from({ length: 130 }, (_, n) => ({
    id: n + 1,
    issue: 5,
    login: 'somebody',
    body: `hello ${n}`,
  }));
  api.change({ comments: others });
  expect((await postComment(github, place, 5, identity, 'first')).kind).toBe('created');
  expect((await postComment(github, place, 5, identity, 'first')).kind).toBe('unchanged');
  expect((await postComment(github, place, 5, identity, 'second')).kind).toBe('updated');
  expect((await postComment(github, place, 5, { ...identity, configuration: 'b' }, 'other')).kind).toBe('created');
  const own = api.state().comments.slice(130);
  expect(own.map(({ body }) => body)).toEqual([
    `${markerOf(identity)}\nsecond`,
    `${markerOf({ ...identity, configuration: 'b' })}\nother`,
  ]);
  expect(markerOf(identity)).toMatch(/^<!-- [^<>]*[^-] -->$/);
  expect(api.refused()).toEqual([]);
});

test("somebody else's comment with the same marker is left alone", async () => {
  const github = await gitHub({ apiUrl: api.url }, 'job-token');
  const theirs = { id: 1, issue: 5, login: 'mallory', body: `${markerOf(identity)}\nmine` };
  api.change({ comments: [theirs] });
  await postComment(github, place, 5, identity, 'ours');
  expect(api.state().comments[0]).toEqual(theirs);
  expect(api.state().comments).toHaveLength(2);
});

test('a pull request is told what changed against the last run of its base branch', async () => {
  const artifact = { name: 'gots-manifest-linux-amd64', runId: 70, branch: 'main', isFork: false };
  const file = await zipOf(manifestFileName, JSON.stringify(manifestFile(before)));
  const old = await zipOf(manifestFileName, JSON.stringify(manifestFile([])));
  api.change({
    artifacts: [
      { ...artifact, id: 1, file: old },
      { ...artifact, id: 2, file },
      // Neither another branch nor a fork's branch of the same name is the base.
      { ...artifact, id: 3, branch: 'other', file: old },
      { ...artifact, id: 4, isFork: true, file: old },
    ],
  });
  const around = await surroundingsOf(step().context);
  const base = await baseOf(around, artifact.name);
  await tell(around, manifestFile(builds, { base, reportId: 44 }));
  const [comment] = api.state().comments;
  expect(comment?.body).toContain('gots: 3 join points in 2 packages');
  expect(comment?.body).toContain('**Against `main`**: 1 new, 1 gone, 1 moved.');
  expect(comment?.body).toContain('| new | `m/new/file.go:9` | `trace` |');
  expect(comment?.body).toContain('https://github.com/example/hello/actions/runs/77/artifacts/44');
  expect(comment?.body).toContain('| Build `linux/amd64` | 12.3 s | 10.0 s | +23.0 % |');
  expect(readFileSync(join(dir, 'summary.md'), 'utf8')).toContain('1 new, 1 gone, 1 moved');
  expect(api.refused()).toEqual([]);
});

test('api-url counts before the API that the runner names', async () => {
  const variables = {
    GITHUB_API_URL: 'http://127.0.0.1:1',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_REF_NAME: '5/merge',
  };
  const { context, output } = testStep(dir, { token: 'job-token', 'api-url': api.url }, variables, pullRequest());
  await tell(await surroundingsOf(context), manifestFile(builds));
  expect(
    api.state().comments.map(({ issue }) => issue),
    output(),
  ).toEqual([5]);
});

test('a fork has no token that may write: the summary has everything, the job goes on', async () => {
  const { context, output } = step({ token: 'fork-token' }, pullRequest('mallory/hello'));
  await tell(await surroundingsOf(context), manifestFile(builds));
  expect(api.state().comments).toEqual([]);
  expect(output()).toMatch(/::notice::no comment: HTTP 403: .*\(the token of a fork may not write\)/);
  expect(readFileSync(join(dir, 'summary.md'), 'utf8')).toContain('`m/new`');
});

test('without a token, or outside of pull requests, there is no comment', async () => {
  const without = testStep(dir, {}, { GITHUB_API_URL: api.url, GITHUB_EVENT_NAME: 'pull_request' }, pullRequest());
  await tell(await surroundingsOf(without.context), manifestFile(builds));
  expect(without.output()).toContain('::notice::no comment without a token');
  const push = step({}, {}, 'push');
  await tell(await surroundingsOf(push.context), manifestFile(builds));
  expect(push.output()).not.toContain('notice');
  expect(api.operations()).toEqual([]);
});

test('a comment of a huge program fits, and a summary counts bytes', async () => {
  const huge = exampleManifest(
    Array.from({ length: 3000 }, (_, n) => wovenPackage(`example.com/größe/${'x'.repeat(200)}/p${n}`, [1, 2, 3])),
  );
  await tell(await surroundingsOf(step().context), manifestFile([huge]));
  expect(api.state().comments[0]?.body.length).toBeLessThanOrEqual(60_200);
  expect(api.state().comments[0]?.body).toContain('more, in the report');
  expect(readFileSync(join(dir, 'summary.md')).length).toBeLessThanOrEqual(1_000_000);
  expect(readFileSync(join(dir, 'summary.md'), 'utf8')).toContain('9000 join points in 3000 packages');
});

/** The event of a run that has ended, of a pull request from somebody's fork. */
const ended = (sha = 'c'.repeat(40)) => ({
  workflow_run: {
    id: 70,
    name: 'ci',
    event: 'pull_request',
    head_sha: sha,
    head_branch: 'patch',
    head_repository: { owner: { login: 'mallory' } },
    pull_requests: [],
  },
});

async function offer(file: string): Promise<void> {
  const pulls = [
    { number: 8, head: 'mallory:patch', sha: 'd'.repeat(40) },
    { number: 9, head: 'mallory:patch', sha: 'c'.repeat(40) },
  ];
  const artifact = { id: 3, name: 'gots-manifest-linux-amd64', runId: 70, branch: 'patch', isFork: true, file };
  api.change({ artifacts: [artifact], pulls });
}

test('the companion comments on the pull request of the commit, under the name of the workflow that built', async () => {
  const hostile = exampleManifest([wovenPackage('m/`|<img src=x onerror=alert(1)>@team', [1])]);
  await offer(
    await zipOf(
      manifestFileName,
      JSON.stringify(manifestFile([hostile], { base: { branch: 'main', builds: before } })),
    ),
  );
  await commentMode(step({ mode: 'comment' }, ended(), 'workflow_run').context);
  const [comment, ...more] = api.state().comments;
  expect(more).toEqual([]);
  expect(comment?.issue).toBe(9);
  expect(comment?.body.startsWith(markerOf({ workflow: 'ci', configuration: '' }))).toBe(true);
  // Everything a stranger chose stands in code spans.
  expect(comment?.body.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '')).not.toMatch(/<img|@team/);
  expect(api.refused()).toEqual([]);
});

test('the companion leaves a commit alone that is no longer the head of its branch', async () => {
  await offer(await zipOf(manifestFileName, JSON.stringify(manifestFile(builds))));
  const { context, output } = step({ mode: 'comment' }, ended('e'.repeat(40)), 'workflow_run');
  await commentMode(context);
  expect(api.state().comments).toEqual([]);
  expect(output()).toContain('no open pull request has the commit');
});

test.each([
  ['another file', async () => zipOf('other.json', '{}'), /holds no manifests\.json/],
  ['no zip', async () => zipFile('no zip'), /not a zip file/],
  [
    'a broken manifest',
    async () => zipOf(manifestFileName, '{"schema": 1, "configuration": []}'),
    /no text of at most/,
  ],
  [
    'an archive that is too large inside',
    async () => zipOf(manifestFileName, ' '.repeat(100_000_001)),
    /more than 100000000 bytes/,
  ],
])('the companion refuses %s', async (_, make, message) => {
  await offer(await make());
  await expect(commentMode(step({ mode: 'comment' }, ended(), 'workflow_run').context)).rejects.toThrow(message);
  expect(api.state().comments).toEqual([]);
});

function zipFile(text: string): string {
  const file = join(dir, 'broken.zip');
  writeFileSync(file, text);
  return file;
}

test('the companion says where it belongs', async () => {
  await expect(commentMode(step({ mode: 'comment' }).context)).rejects.toMatchObject({
    code: 'action_no_ended_run',
    message: expect.stringContaining('mode comment: the event is "pull_request"'),
  });
});
