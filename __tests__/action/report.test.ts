import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type ActRepository, actionFolder, actRepository, runAct } from '../support/act.ts';
import { home } from '../support/script.ts';
import { type ArtifactServer, startArtifactServer } from './support/artifact-service.ts';
import { type GitHubApi, startGitHubApi } from './support/github-api.ts';

const action = actionFolder();
const made: ActRepository[] = [];
let dir: string;
let service: ArtifactServer;
let api: GitHubApi;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'gots-report-'));
  service = await startArtifactServer(join(dir, 'artifacts'));
  api = await startGitHubApi(join(dir, 'api'));
});

afterAll(async () => {
  for (const repository of made) repository.remove();
  for (const folder of [action, dir]) rmSync(folder, { recursive: true, force: true });
  await service.close();
  await api.close();
});

/** A recipe of docs/, as users copy it. act knows no other API than its own, so the step is told of the one that is here. */
function recipe(name: string, folder: string = join('docs', 'workflows')): string {
  const text = readFileSync(join(home, folder, name), 'utf8');
  const step = /^( +)- uses: org\/gots-action@v1\n(?: +with:\n)?/gm;
  return text.replaceAll(step, `$1- uses: org/gots-action@v1\n$1  with:\n$1    api-url: ${api.url}\n`);
}

function hello(files: Readonly<Record<string, string>>): ActRepository {
  const repository = actRepository('__tests__/action/testdata/hello', inject('warmGoCache'), files);
  made.push(repository);
  return repository;
}

interface Run {
  readonly event?: string;
  readonly payload?: unknown;
  /** Tells the artifacts of runs apart. */
  readonly run: string;
  readonly token?: string;
  readonly workflow?: string;
  readonly args?: readonly string[];
}

/** Runs a workflow with the services that GitHub's runners have, on this machine. */
function runWith(repository: ActRepository, options: Run) {
  const { event = 'push', payload, run, token = 'job-token', workflow, args = [] } = options;
  const variables = [`ACTIONS_RESULTS_URL=${service.url}/`, `ACTIONS_RUNTIME_TOKEN=${service.token(run)}`];
  return runAct(repository, action, {
    event,
    ...(payload === undefined ? {} : { payload }),
    args: [
      ...args,
      ...variables.flatMap((each) => ['--env', each]),
      '-s',
      `GITHUB_TOKEN=${token}`,
      ...(workflow === undefined ? [] : ['-W', `.github/workflows/${workflow}`]),
    ],
  });
}

/** What the API tells of the artifacts of a run. */
function publishArtifacts(run: string, more: { runId: number; branch: string; isFork: boolean }): void {
  const own = service.artifacts().filter((each) => each.run === run);
  api.change({
    artifacts: [...api.state().artifacts, ...own.map(({ id, name, file }) => ({ id, name, file, ...more }))],
  });
}

const pullRequest = (from: string, sha: string) => ({
  pull_request: {
    number: 5,
    head: { ref: 'feature', sha, repo: { full_name: from } },
    base: { ref: 'main', repo: { full_name: 'example/hello' } },
  },
});

test('a pull request is commented with what it changes, once; a fork is by the companion', async () => {
  const workflows = {
    '.github/workflows/build.yml': recipe('pull-request.yml'),
    '.github/workflows/comment.yml': recipe('comment.yml'),
  };
  const repository = hello(workflows);
  const base = await runWith(repository, { run: 'base', workflow: 'build.yml' });
  expect(base.exitCode, base.output).toBe(0);
  publishArtifacts('base', { runId: 1, branch: 'main', isFork: false });
  repository.write({ 'greet/more.go': 'package greet\n\ntype loud struct{}\n\nfunc (loud) Hello() {}\n' });
  const event = { event: 'pull_request', payload: pullRequest('example/hello', 'a'.repeat(40)), workflow: 'build.yml' };
  for (const run of ['first', 'second']) {
    const { exitCode, output } = await runWith(repository, { ...event, run });
    expect(exitCode, output).toBe(0);
    expect(api.state().comments, output).toHaveLength(1);
  }
  const [comment, ...others] = api.state().comments;
  expect(others).toEqual([]);
  expect(comment?.body).toContain('**Against `main`**: 1 new.');
  expect(comment?.body).toContain('| new | `example.com/hello/greet/more.go:5` | `greet` |');
  expect(comment?.body).toContain('gots: 2 join points in 1 package');

  const fork = { ...event, payload: pullRequest('mallory/hello', 'c'.repeat(40)), run: 'fork', token: 'fork-token' };
  const forked = await runWith(repository, fork);
  expect(forked.exitCode, forked.output).toBe(0);
  expect(forked.output).toMatch(/no comment: HTTP 403/);
  publishArtifacts('fork', { runId: 70, branch: 'feature', isFork: true });
  api.change({ pulls: [{ number: 9, head: 'mallory:feature', sha: 'c'.repeat(40) }] });
  const ended = {
    id: 70,
    name: 'build',
    event: 'pull_request',
    head_sha: 'c'.repeat(40),
    head_branch: 'feature',
    head_repository: { owner: { login: 'mallory' } },
    pull_requests: [],
  };
  const companion = {
    event: 'workflow_run',
    payload: { workflow_run: ended },
    run: 'companion',
    workflow: 'comment.yml',
  };
  const said = await runWith(repository, companion);
  expect(said.exitCode, said.output).toBe(0);
  expect(api.state().comments.map(({ issue }) => issue)).toEqual([5, 9]);
  expect(api.refused()).toEqual([]);
}, 600_000);

/** What the reusable workflow may skip, and then must not run: setting up a Go that is there. */
function failingAction(): string {
  const folder = join(dir, 'setup-go');
  mkdirSync(folder, { recursive: true });
  const step = { run: 'exit 1', shell: 'bash' };
  writeFileSync(join(folder, 'action.yml'), JSON.stringify({ name: 'x', runs: { using: 'composite', steps: [step] } }));
  return folder;
}

test('a matrix has one summary and one comment', async () => {
  const reusable = recipe('woven-build.yml', join('.github', 'workflows'));
  const setup = /actions\/setup-go@[0-9a-f]{40}/.exec(reusable)?.[0] as string;
  const caller = recipe('matrix.yml')
    .replace(/uses: org\/.*woven-build\.yml@v1/, 'uses: ./.github/workflows/woven-build.yml')
    .concat("      go-version-file: ''\n");
  const files = { '.github/workflows/woven-build.yml': reusable, '.github/workflows/build.yml': caller };
  const { exitCode, output } = await runWith(hello(files), {
    event: 'pull_request',
    payload: { ...pullRequest('example/hello', 'a'.repeat(40)), number: 6 },
    run: 'matrix',
    workflow: 'build.yml',
    args: ['--local-repository', `${setup}=${failingAction()}`],
  });
  expect(exitCode, output).toBe(0);
  const names = service.artifacts().flatMap(({ run, name }) => (run === 'matrix' ? [name] : []));
  expect(names).toContain('gots-manifest-linux-amd64');
  expect(names).toContain('gots-manifest-windows-amd64');
  expect(names).toContain('gots-merged');
  const own = api.state().comments.filter(({ body }) => body.includes('`windows/amd64`'));
  expect(own).toHaveLength(1);
  expect(own[0]?.body).toMatch(/Build `linux\/amd64`[\s\S]*Build `windows\/amd64`/);
  expect(api.refused()).toEqual([]);
}, 600_000);

/** A module of hooks, which needs another one. */
const hooks = {
  'hooks/go.mod': 'module example.com/hooks\n\ngo 1.24\n\nrequire github.com/pmezard/go-difflib v1.0.0\n',
  'hooks/go.sum': [
    'github.com/pmezard/go-difflib v1.0.0 h1:4DBwDE0NGyQoBHbLQYPwSUPoCMWR5BEzIk/f1lZbAQM=',
    'github.com/pmezard/go-difflib v1.0.0/go.mod h1:iKH77koFhYxTK1pcRnkKkqfTogsbg7gZNVY4sRDYZ/4=\n',
  ].join('\n'),
  'hooks/hooks.go': [
    'package hooks\n\nimport "github.com/pmezard/go-difflib/difflib"\n',
    'func Hook() { println(len(difflib.SplitLines("a\\nb\\n"))) }\n',
  ].join('\n'),
  'hooks/gots.yml': `aspects:
  - id: main
    join-point: {all-of: [{package-name: main}, {function-body: {function: [{name: main}]}}]}
    advice:
      - prepend-statements: {imports: {hooks: example.com/hooks}, template: 'hooks.Hook()'}
`,
  'gots.yml': 'extends: [./hooks]\n',
};

test('a tag has a release, whose bills of materials name the injected modules', async () => {
  const repository = hello({ ...hooks, '.github/workflows/release.yml': recipe('release.yml') });
  const { exitCode, output } = await runWith(repository, { payload: { ref: 'refs/tags/v1.2.0' }, run: 'tag' });
  expect(exitCode, output).toBe(0);
  expect(api.state().releases.map(({ tag }) => tag)).toEqual(['v1.2.0']);
  const { assets } = api.state();
  expect(assets.map(({ name }) => name).sort()).toEqual([
    'checksums_v1.2.0_linux-amd64_windows-amd64.txt',
    'hello_v1.2.0_linux_amd64.cdx.json',
    'hello_v1.2.0_linux_amd64.tar.gz',
    'hello_v1.2.0_windows_amd64.cdx.json',
    'hello_v1.2.0_windows_amd64.zip',
  ]);
  const text = (end: string) => readFileSync(assets.find(({ name }) => name.endsWith(end))?.file as string, 'utf8');
  const bill = JSON.parse(text('linux_amd64.cdx.json')) as {
    metadata: { component: { name: string } };
    components: { name: string; version: string }[];
  };
  expect(bill.metadata.component.name).toBe('example.com/hello');
  expect(bill.components.map(({ name, version }) => `${name} ${version}`).sort()).toEqual([
    expect.stringMatching(/^example\.com\/hooks v/),
    'github.com/pmezard/go-difflib v1.0.0',
  ]);
  const sums = assets.filter(({ name }) => !name.startsWith('checksums'));
  expect(text('amd64.txt').trim().split('\n').sort()).toEqual(
    sums.map(({ name, file }) => `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${name}`).sort(),
  );
  expect(api.refused()).toEqual([]);
}, 600_000);
