import { randomUUID } from 'node:crypto';
import { appendFileSync, createReadStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/**
 * What a run's token may do, as the service reads it from the token: a scope is a ref. Entries are read from any of the scopes,
 * first come first, and written to the first.
 */
export interface CacheScopes {
  readonly scopes: readonly string[];
  readonly mayWrite: boolean;
}

/** An entry as it lies on disk; never changed once it is complete. */
export interface StoredEntry {
  readonly id: number;
  readonly scope: string;
  readonly key: string;
  readonly version: string;
  readonly file: string;
  readonly complete: boolean;
}

export interface CacheService {
  /** ACTIONS_RESULTS_URL. */
  readonly url: string;
  /** ACTIONS_RUNTIME_TOKEN. */
  readonly token: (scopes: CacheScopes) => string;
  readonly entries: () => readonly StoredEntry[];
  /** Calls so far, by method. */
  readonly calls: () => Readonly<Record<string, number>>;
  /** Answers every call with this status from here on; 0: answers properly. */
  readonly failWith: (status: number) => void;
  readonly close: () => Promise<void>;
}

const prefix = '/twirp/github.actions.results.api.v1.CacheService/';

/**
 * A cache service that speaks what GitHub's does (v2): Twirp with JSON for entries, and the blob storage's upload in one piece or in
 * blocks. Its data lies in `folder`.
 *
 * @see https://github.com/actions/toolkit/tree/main/packages/cache/src/generated/results/api/v1
 * @see https://learn.microsoft.com/en-us/rest/api/storageservices/put-blob, put-block, put-block-list
 */
export async function startCacheService(folder: string): Promise<CacheService> {
  mkdirSync(folder, { recursive: true });
  const state: State = { folder, entries: [], calls: {}, status: 0, url: '' };
  const server = createServer((request, response) => {
    void handle(state, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url: state.url,
    token: (scopes) => `e30.${Buffer.from(JSON.stringify(scopes)).toString('base64url')}.x`,
    entries: () => [...state.entries],
    calls: () => ({ ...state.calls }),
    failWith: (status) => {
      state.status = status;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

interface State {
  readonly folder: string;
  entries: StoredEntry[];
  readonly calls: Record<string, number>;
  status: number;
  url: string;
}

async function handle(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readAll(request);
  const url = new URL(request.url ?? '/', state.url);
  const method = url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : `${request.method} blob`;
  state.calls[method] = (state.calls[method] ?? 0) + 1;
  if (state.status !== 0) {
    response.writeHead(state.status, { 'Content-Type': 'application/json', 'Retry-After': '30' });
    response.end(JSON.stringify({ code: 'resource_exhausted', msg: 'too many requests' }));
  } else if (method.endsWith(' blob')) serveBlob(state, request, url, body, response);
  else {
    const fields = JSON.parse(body.toString('utf8')) as Fields;
    const [status, value] = answerTo(state, method, request.headers.authorization, fields);
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
  }
}

type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Status and JSON. */
type Answer = readonly [status: number, value: unknown];

function answerTo(state: State, method: string, authorization: string | undefined, fields: Fields): Answer {
  const scopes = scopesOf(authorization);
  if (!scopes) return [401, { code: 'unauthenticated', msg: 'no token' }];
  const [key, version] = [fields['key'], fields['version']];
  if (typeof key !== 'string' || typeof version !== 'string' || !/^[0-9a-f]{64}$/.test(version))
    return [400, { code: 'invalid_argument', msg: 'key and version are needed' }];
  if (method === 'CreateCacheEntry') return create(state, scopes, { key, version });
  if (method === 'FinalizeCacheEntryUpload') return finalize(state, scopes, { key, version });
  if (method !== 'GetCacheEntryDownloadURL') return [404, { code: 'bad_route', msg: method }];
  const keys = [key, ...((fields['restore_keys'] as readonly string[] | undefined) ?? [])];
  const found = lookUp(state, scopes, keys, version);
  if (!found) return [200, { ok: false }];
  return [200, { ok: true, signed_download_url: `${state.url}blob/${found.id}`, matched_key: found.key }];
}

type Name = { readonly key: string; readonly version: string };

function create(state: State, scopes: CacheScopes, { key, version }: Name): Answer {
  const scope = scopes.scopes[0] as string;
  if (!scopes.mayWrite) return [200, { ok: false, message: 'cache write denied: the token is read-only' }];
  if (state.entries.some((entry) => entry.scope === scope && entry.key === key && entry.version === version)) {
    const msg = 'cache entry with the same key, version, and scope already exists';
    return [409, { code: 'already_exists', msg }];
  }
  const id = state.entries.length + 1;
  const file = join(state.folder, `${id}-${randomUUID()}`);
  state.entries = [...state.entries, { id, scope, key, version, file, complete: false }];
  return [200, { ok: true, signed_upload_url: `${state.url}blob/${id}?sig=secret` }];
}

function finalize(state: State, scopes: CacheScopes, { key, version }: Name): Answer {
  const found = state.entries.find(
    (entry) => entry.key === key && entry.version === version && entry.scope === scopes.scopes[0],
  );
  if (!found || !existsSync(found.file)) return [404, { code: 'not_found', msg: 'no such upload' }];
  state.entries = state.entries.map((entry) => (entry === found ? { ...entry, complete: true } : entry));
  return [200, { ok: true, entry_id: String(found.id) }];
}

/** In each scope the whole key first, then each beginning; of several the newest. */
function lookUp(state: State, scopes: CacheScopes, keys: readonly string[], version: string): StoredEntry | undefined {
  for (const scope of scopes.scopes) {
    const own = state.entries.filter((entry) => entry.complete && entry.scope === scope && entry.version === version);
    for (const key of keys) {
      const found = own.findLast((entry) => entry.key === key) ?? own.findLast((entry) => entry.key.startsWith(key));
      if (found) return found;
    }
  }
  return undefined;
}

function scopesOf(authorization: string | undefined): CacheScopes | undefined {
  const payload = /^Bearer [^.]+\.([^.]+)\./.exec(authorization ?? '')?.[1];
  return payload ? (JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as CacheScopes) : undefined;
}

function serveBlob(state: State, request: IncomingMessage, url: URL, body: Buffer, response: ServerResponse): void {
  const id = Number(/^\/blob\/(\d+)$/.exec(url.pathname)?.[1]);
  const entry = state.entries.find((candidate) => candidate.id === id);
  if (!entry) {
    response.writeHead(404).end();
    return;
  }
  if (request.method === 'GET') {
    response.writeHead(200, { 'Content-Length': readFileSync(entry.file).length });
    createReadStream(entry.file).pipe(response);
    return;
  }
  if (request.method !== 'PUT' || url.searchParams.get('sig') !== 'secret' || entry.complete) {
    response.writeHead(403).end();
    return;
  }
  writeBlob(entry.file, url, body);
  const [etag, modified] = ['"0x1"', new Date().toUTCString()];
  response.writeHead(201, { ETag: etag, 'Last-Modified': modified, 'x-ms-request-id': randomUUID() }).end();
}

/** Put Blob, Put Block, Put Block List: a list puts the blocks together that it names. */
function writeBlob(file: string, url: URL, body: Buffer): void {
  const blockFile = (id: string) => `${file}.${Buffer.from(id).toString('hex')}`;
  const kind = url.searchParams.get('comp');
  if (kind === 'block') writeFileSync(blockFile(url.searchParams.get('blockid') as string), body);
  else if (kind === 'blocklist') {
    writeFileSync(file, '');
    for (const [, block] of body.toString('utf8').matchAll(/<Latest>([^<]+)<\/Latest>/g)) {
      appendFileSync(file, readFileSync(blockFile(block as string)));
      rmSync(blockFile(block as string));
    }
  } else writeFileSync(file, body);
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
