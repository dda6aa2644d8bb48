import { readFileSync } from 'node:fs';

/** A workflow run as its runner describes it: variables and the event's payload, both of GitHub's making. */
export interface RunFacts {
  readonly event: string;
  /** `owner/name`. */
  readonly owner: string;
  readonly repository: string;
  readonly sha: string;
  /** Name of the branch or tag that was pushed; of a pull request, `12/merge`. */
  readonly refName: string;
  readonly isTag: boolean;
  /** Name of the workflow and path of its file: together with a configuration they tell comments apart. */
  readonly workflow: string;
  readonly runId: number;
  readonly attempt: number;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly pullRequest: PullRequest | undefined;
  /** For `workflow_run`: the run that ended. */
  readonly endedRun: EndedRun | undefined;
}

export interface PullRequest {
  readonly number: number;
  readonly headSha: string;
  readonly baseBranch: string;
  /** From another repository: its runs get no token that may write. */
  readonly isFork: boolean;
}

export interface EndedRun {
  readonly id: number;
  readonly event: string;
  readonly headSha: string;
  readonly headBranch: string;
  /** Owner of the repository that the branch is in. */
  readonly headOwner: string;
  readonly workflow: string;
}

/** Reads what the runner says of its run; undefined where there is none: outside of a workflow, or without a repository. */
export function runFacts(env: NodeJS.ProcessEnv): RunFacts | undefined {
  const [, owner, repository] = /^([\w.-]+)\/([\w.-]+)$/.exec(env['GITHUB_REPOSITORY'] ?? '') ?? [];
  const event = env['GITHUB_EVENT_NAME'];
  if (owner === undefined || repository === undefined || !event) return undefined;
  const payload = readPayload(env['GITHUB_EVENT_PATH']);
  return {
    event,
    owner,
    repository,
    sha: env['GITHUB_SHA'] ?? '',
    refName: env['GITHUB_REF_NAME'] || (env['GITHUB_REF'] ?? '').replace(/^refs\/(heads|tags|pull)\//, ''),
    isTag: env['GITHUB_REF_TYPE'] === 'tag' || (env['GITHUB_REF'] ?? '').startsWith('refs/tags/'),
    workflow: env['GITHUB_WORKFLOW'] ?? '',
    runId: Number(env['GITHUB_RUN_ID'] ?? 0),
    attempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? 1) || 1,
    serverUrl: env['GITHUB_SERVER_URL'] || 'https://github.com',
    apiUrl: env['GITHUB_API_URL'] || 'https://api.github.com',
    pullRequest: pullRequestIn(payload),
    endedRun: endedRunIn(payload),
  };
}

/** Where people see the run. */
export function runUrl({ serverUrl, owner, repository, runId }: RunFacts): string {
  return `${serverUrl}/${owner}/${repository}/actions/runs/${runId}`;
}

type Json = Readonly<Record<string, unknown>>;

function readPayload(file: string | undefined): Json {
  try {
    return file ? objectOf(JSON.parse(readFileSync(file, 'utf8'))) : {};
  } catch {
    return {};
  }
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce((inner, name) => objectOf(inner)[name], value);
}

function textAt(value: unknown, ...path: readonly string[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : '';
}

function pullRequestIn(payload: Json): PullRequest | undefined {
  const number = at(payload, 'pull_request', 'number');
  if (typeof number !== 'number') return undefined;
  const head = at(payload, 'pull_request', 'head', 'repo', 'full_name');
  return {
    number,
    headSha: textAt(payload, 'pull_request', 'head', 'sha'),
    baseBranch: textAt(payload, 'pull_request', 'base', 'ref'),
    isFork: head !== at(payload, 'pull_request', 'base', 'repo', 'full_name'),
  };
}

function endedRunIn(payload: Json): EndedRun | undefined {
  const id = at(payload, 'workflow_run', 'id');
  if (typeof id !== 'number') return undefined;
  return {
    id,
    event: textAt(payload, 'workflow_run', 'event'),
    headSha: textAt(payload, 'workflow_run', 'head_sha'),
    headBranch: textAt(payload, 'workflow_run', 'head_branch'),
    headOwner: textAt(payload, 'workflow_run', 'head_repository', 'owner', 'login'),
    workflow: textAt(payload, 'workflow_run', 'name'),
  };
}
