import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiDescription, type Described } from './api-description.ts';
import { type Answered, type Asked, type RunningServer, startServer } from './http-server.ts';

export interface Comment {
  readonly id: number;
  readonly issue: number;
  readonly login: string;
  readonly body: string;
}

export interface ReleaseAsset {
  readonly id: number;
  readonly release: number;
  readonly name: string;
  readonly file: string;
}

export interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  readonly runId: number;
  readonly branch: string;
  readonly isFork: boolean;
  /** Path of the zip. */
  readonly file: string;
}

export interface Pull {
  readonly number: number;
  /** `owner:branch`. */
  readonly head: string;
  readonly sha: string;
}

interface ApiState {
  readonly comments: readonly Comment[];
  readonly releases: readonly { readonly id: number; readonly tag: string }[];
  readonly assets: readonly ReleaseAsset[];
  readonly artifacts: readonly StoredArtifact[];
  readonly pulls: readonly Pull[];
}

export interface GitHubApi extends RunningServer {
  readonly state: () => ApiState;
  readonly change: (change: Partial<ApiState>) => void;
  /** Requests that the description does not allow; they were answered with 422. */
  readonly refused: () => readonly string[];
  /** Operations so far, in their order. */
  readonly operations: () => readonly string[];
}

/** Who a token is, and whether it may write. */
export const tokens: Readonly<Record<string, { readonly login: string; readonly mayWrite: boolean }>> = {
  'job-token': { login: 'github-actions[bot]', mayWrite: true },
  'fork-token': { login: 'github-actions[bot]', mayWrite: false },
};

/**
 * A part of GitHub's REST API: comments, releases and their assets, artifacts, pull requests. Each request is compared with GitHub's
 * own description before anything else. Data lie in a folder.
 */
export async function startGitHubApi(folder: string): Promise<GitHubApi> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'state.json');
  const description = apiDescription();
  const empty: ApiState = { comments: [], releases: [], assets: [], artifacts: [], pulls: [] };
  const state = () => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ApiState) : empty);
  const change = (part: Partial<ApiState>) => writeFileSync(file, JSON.stringify({ ...state(), ...part }, null, 1));
  const refused: string[] = [];
  const operations: string[] = [];
  const server = await startServer(async (asked, url) => {
    const blob = /^\/blob\/(\d+)$/.exec(asked.url.pathname)?.[1];
    const stored = blob && state().artifacts.find(({ id }) => id === Number(blob));
    if (stored) return { status: 200, body: readFileSync(stored.file) };
    const who = tokens[/^(?:token|Bearer) (.+)$/i.exec(asked.headers.authorization ?? '')?.[1] ?? ''];
    if (!who) return { status: 401, body: { message: 'Bad credentials' } };
    if (asked.url.pathname === '/graphql') return graphql(asked, who.login);
    const described = description.check(asked);
    if (typeof described === 'string') {
      refused.push(described);
      return { status: 422, body: { message: described } };
    }
    operations.push(described.operation);
    if (asked.method !== 'GET' && !who.mayWrite)
      return { status: 403, body: { message: 'Resource not accessible by integration' } };
    return answer({ folder, url, state, change, login: who.login }, described, asked);
  });
  return { ...server, state, change, refused: () => [...refused], operations: () => [...operations] };
}

/** Only what is asked here. GitHub names bots without their suffix. */
function graphql({ body }: Asked, login: string): Answered {
  const { query } = JSON.parse(body.toString('utf8')) as { query: string };
  if (!/^query\s*\{\s*viewer\s*\{\s*login\s*\}\s*\}$/.test(query))
    return { status: 400, body: { message: 'unknown query' } };
  return { status: 200, body: { data: { viewer: { login } } } };
}

interface Api {
  readonly folder: string;
  readonly url: string;
  readonly state: () => ApiState;
  readonly change: (part: Partial<ApiState>) => void;
  readonly login: string;
}

type Handler = (api: Api, described: Described, asked: Asked) => Answered;

function answer(api: Api, described: Described, asked: Asked): Answered {
  const handler = handlers[described.operation];
  return handler
    ? handler(api, described, asked)
    : { status: 501, body: { message: `no ${described.operation} here` } };
}

const notFound: Answered = { status: 404, body: { message: 'Not Found' } };

function page<T>(all: readonly T[], { query }: Described): readonly T[] {
  const size = Math.min(Number(query['per_page'] ?? 30), 100);
  const number = Number(query['page'] ?? 1);
  return all.slice((number - 1) * size, number * size);
}

function shownComment(api: Api, { id, issue, login, body }: Comment): unknown {
  return { id, body, user: { login, type: 'Bot' }, html_url: `${api.url}/issues/${issue}#issuecomment-${id}` };
}

function shownRelease(
  api: Api,
  { owner, repo }: Described['parameters'],
  release: ApiState['releases'][number],
): unknown {
  const upload = `${api.url}/repos/${owner}/${repo}/releases/${release.id}/assets{?name,label}`;
  return { id: release.id, tag_name: release.tag, upload_url: upload };
}

function shownArtifact({ id, name, runId, branch, isFork, file }: StoredArtifact): unknown {
  const run = { id: runId, repository_id: 1, head_repository_id: isFork ? 2 : 1, head_branch: branch };
  return { id, name, size_in_bytes: readFileSync(file).length, expired: false, workflow_run: run };
}

const handlers: Readonly<Record<string, Handler>> = {
  'issues/list-comments': (api, described) => {
    const all = api.state().comments.filter(({ issue }) => issue === Number(described.parameters['issue_number']));
    return { status: 200, body: page(all, described).map((comment) => shownComment(api, comment)) };
  },
  'issues/create-comment': (api, { parameters, json }) => {
    const body = json['body'] as string;
    if (body.length > 65_536)
      return { status: 422, body: { message: 'Body is too long (maximum is 65536 characters)' } };
    const { comments } = api.state();
    const comment = { id: comments.length + 1, issue: Number(parameters['issue_number']), login: api.login, body };
    api.change({ comments: [...comments, comment] });
    return { status: 201, body: shownComment(api, comment) };
  },
  'issues/update-comment': (api, { parameters, json }) => {
    const { comments } = api.state();
    const old = comments.find(({ id }) => id === Number(parameters['comment_id']));
    if (!old) return notFound;
    const comment = { ...old, body: json['body'] as string };
    api.change({ comments: comments.map((each) => (each === old ? comment : each)) });
    return { status: 200, body: shownComment(api, comment) };
  },
  'repos/get-release-by-tag': (api, { parameters }) => {
    const release = api.state().releases.find(({ tag }) => tag === decodeURIComponent(parameters['tag'] ?? ''));
    return release ? { status: 200, body: shownRelease(api, parameters, release) } : notFound;
  },
  'repos/create-release': (api, { parameters, json }) => {
    const { releases } = api.state();
    const release = { id: releases.length + 1, tag: json['tag_name'] as string };
    if (releases.some(({ tag }) => tag === release.tag))
      return { status: 422, body: { message: 'Validation Failed', errors: [{ code: 'already_exists' }] } };
    api.change({ releases: [...releases, release] });
    return { status: 201, body: shownRelease(api, parameters, release) };
  },
  'repos/list-release-assets': (api, described) => {
    const all = api.state().assets.filter(({ release }) => release === Number(described.parameters['release_id']));
    return { status: 200, body: page(all, described).map(({ id, name }) => ({ id, name })) };
  },
  'repos/upload-release-asset': (api, { parameters, query }, { body, headers }) => {
    const { assets } = api.state();
    const release = Number(parameters['release_id']);
    const name = query['name'] as string;
    if (Number(headers['content-length']) !== body.length)
      return { status: 400, body: { message: 'Bad Content-Length' } };
    if (assets.some((asset) => asset.release === release && asset.name === name))
      return { status: 422, body: { message: 'Validation Failed', errors: [{ code: 'already_exists' }] } };
    const id = Math.max(0, ...assets.map((asset) => asset.id)) + 1;
    const file = join(api.folder, `asset-${id}`);
    writeFileSync(file, body);
    api.change({ assets: [...assets, { id, release, name, file }] });
    return { status: 201, body: { id, name, size: body.length } };
  },
  'repos/delete-release-asset': (api, { parameters }) => {
    const { assets } = api.state();
    const left = assets.filter(({ id }) => id !== Number(parameters['asset_id']));
    api.change({ assets: left });
    return left.length === assets.length ? notFound : { status: 204 };
  },
  'actions/list-artifacts-for-repo': (api, described) => {
    const all = api.state().artifacts.filter(({ name }) => name === (described.query['name'] ?? name));
    return { status: 200, body: { total_count: all.length, artifacts: page(all, described).map(shownArtifact) } };
  },
  'actions/list-workflow-run-artifacts': (api, described) => {
    const all = api.state().artifacts.filter(({ runId }) => runId === Number(described.parameters['run_id']));
    return { status: 200, body: { total_count: all.length, artifacts: page(all, described).map(shownArtifact) } };
  },
  'actions/download-artifact': (api, { parameters }) => {
    const found = api.state().artifacts.find(({ id }) => id === Number(parameters['artifact_id']));
    return found ? { status: 302, headers: { Location: `${api.url}/blob/${found.id}` } } : notFound;
  },
  'pulls/list': (api, described) => {
    const all = api.state().pulls.filter(({ head }) => head === (described.query['head'] ?? head));
    const shown = page(all, described).map(({ number, sha }) => ({ number, head: { sha } }));
    return { status: 200, body: shown };
  },
};
