import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answered, type Asked, type RunningServer, startServer } from './http-server.ts';

export interface UploadedArtifact {
  readonly id: number;
  readonly name: string;
  /** Backend id of the run, which comes from the token. */
  readonly run: string;
  readonly complete: boolean;
  readonly expiresAt?: string | undefined;
  /** Path of the zip. */
  readonly file: string;
}

export interface ArtifactServer extends RunningServer {
  /** ACTIONS_RUNTIME_TOKEN of a job of a run. */
  readonly token: (run: string) => string;
  readonly artifacts: () => readonly UploadedArtifact[];
}

const prefix = '/twirp/github.actions.results.api.v1.ArtifactService/';

/** Fields of each request, as the protocol's messages name them; those with `!` must be there. */
const requests: Readonly<Record<string, readonly string[]>> = {
  CreateArtifact: [
    'workflow_run_backend_id!',
    'workflow_job_run_backend_id!',
    'name!',
    'expires_at',
    'version!',
    'mime_type',
  ],
  FinalizeArtifact: ['workflow_run_backend_id!', 'workflow_job_run_backend_id!', 'name!', 'size!', 'hash'],
  ListArtifacts: ['workflow_run_backend_id!', 'workflow_job_run_backend_id!', 'name_filter', 'id_filter'],
  GetSignedArtifactURL: ['workflow_run_backend_id!', 'workflow_job_run_backend_id!', 'name!'],
};

/**
 * The service for artifacts that GitHub's runners are given, written to the messages of its protocol: Twirp with JSON, and the blob
 * storage's upload in blocks. Names are unique in a run, sizes and hashes are compared with what was uploaded. Data lie in a folder.
 *
 * @see https://github.com/actions/toolkit/tree/main/packages/artifact/src/generated/results/api/v1
 * @see https://learn.microsoft.com/en-us/rest/api/storageservices/put-block-list
 */
export async function startArtifactServer(folder: string): Promise<ArtifactServer> {
  mkdirSync(folder, { recursive: true });
  const state: State = { folder, artifacts: [] };
  const server = await startServer(async (asked, url) => {
    if (asked.url.pathname.startsWith('/blob/')) return blob(state, asked);
    const method = asked.url.pathname.startsWith(prefix) ? asked.url.pathname.slice(prefix.length) : '';
    return call(state, method, asked, url);
  });
  return {
    ...server,
    token: (run) => {
      const claims = { scp: `Actions.Results:${run}:job`, exp: 4_000_000_000 };
      return `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
    },
    artifacts: () => [...state.artifacts],
  };
}

interface State {
  readonly folder: string;
  artifacts: UploadedArtifact[];
}

type Fields = Readonly<Record<string, unknown>>;

function problem(status: number, code: string, msg: string): Answered {
  return { status, body: { code, msg } };
}

function call(state: State, method: string, asked: Asked, url: string): Answered {
  const [, claims = ''] = /^Bearer [^.]+\.([^.]+)\./.exec(asked.headers.authorization ?? '') ?? [];
  const run = /Actions\.Results:([^:]+):/.exec(Buffer.from(claims, 'base64url').toString())?.[1];
  if (run === undefined) return problem(401, 'unauthenticated', 'no token');
  const known = requests[method];
  if (!known) return problem(404, 'bad_route', method);
  const fields = JSON.parse(asked.body.toString('utf8')) as Fields;
  const missing = known.find((name) => name.endsWith('!') && fields[name.slice(0, -1)] === undefined);
  const odd = Object.keys(fields).find((name) => !known.includes(name) && !known.includes(`${name}!`));
  if (missing !== undefined || odd !== undefined) return problem(400, 'invalid_argument', `${missing ?? odd}`);
  if (fields['workflow_run_backend_id'] !== run) return problem(403, 'permission_denied', 'a token of another run');
  const own = state.artifacts.filter((each) => each.run === run);
  if (method === 'CreateArtifact') return create(state, own, run, fields, url);
  if (method === 'FinalizeArtifact') return finalize(state, own, fields);
  if (method === 'ListArtifacts') {
    const list = own.filter(({ complete }) => complete);
    const shown = list.map(({ id, name, file }) => ({
      workflow_run_backend_id: run,
      workflow_job_run_backend_id: 'job',
      database_id: String(id),
      name,
      size: String(readFileSync(file).length),
    }));
    const [byName, byId] = [fields['name_filter'] as string | undefined, fields['id_filter'] as string | undefined];
    const wanted = shown.filter(({ name, database_id: id }) => (byName ?? name) === name && (byId ?? id) === id);
    return { status: 200, body: { artifacts: wanted } };
  }
  const found = own.find(({ name, complete }) => complete && name === fields['name']);
  return found
    ? { status: 200, body: { signed_url: `${url}/blob/${found.id}` } }
    : problem(404, 'not_found', 'no such artifact');
}

function create(state: State, own: readonly UploadedArtifact[], run: string, fields: Fields, url: string): Answered {
  const name = fields['name'] as string;
  if (/["<>|*?\r\n:\\/]/.test(name) || name === '') return problem(400, 'invalid_argument', `bad name ${name}`);
  if (own.some((each) => each.name === name))
    return problem(409, 'already_exists', 'an artifact with this name already exists on the workflow run');
  const id = state.artifacts.length + 1;
  const expiresAt = fields['expires_at'] as string | undefined;
  const file = join(state.folder, `${id}.zip`);
  state.artifacts = [...state.artifacts, { id, name, run, complete: false, expiresAt, file }];
  return { status: 200, body: { ok: true, signed_upload_url: `${url}/blob/${id}?sig=secret` } };
}

function finalize(state: State, own: readonly UploadedArtifact[], fields: Fields): Answered {
  const found = own.find(({ name }) => name === fields['name']);
  if (!found || !existsSync(found.file)) return problem(404, 'not_found', 'nothing was uploaded');
  const bytes = readFileSync(found.file);
  const hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  if (String(bytes.length) !== fields['size'] || (fields['hash'] ?? hash) !== hash)
    return problem(400, 'invalid_argument', 'size or hash differ from what was uploaded');
  state.artifacts = state.artifacts.map((each) => (each === found ? { ...each, complete: true } : each));
  return { status: 200, body: { ok: true, artifact_id: String(found.id) } };
}

function blob(state: State, { method, url, body }: Asked): Answered {
  const found = state.artifacts.find(({ id }) => url.pathname === `/blob/${id}`);
  if (!found) return { status: 404 };
  if (method === 'GET') return { status: 200, body: readFileSync(found.file) };
  if (url.searchParams.get('sig') !== 'secret') return { status: 403 };
  const block = (id: string) => `${found.file}.${Buffer.from(id).toString('hex')}`;
  const id = url.searchParams.get('blockid');
  if (url.searchParams.get('comp') === 'block' && id !== null) writeFileSync(block(id), body);
  else if (url.searchParams.get('comp') === 'blocklist') {
    const ids = [...body.toString('utf8').matchAll(/<Latest>([^<]+)<\/Latest>/g)].map(([, each]) => each as string);
    writeFileSync(found.file, Buffer.concat(ids.map((each) => readFileSync(block(each)))));
  } else writeFileSync(found.file, body);
  return { status: 201, headers: { ETag: '"1"', 'Last-Modified': new Date().toUTCString() } };
}
