import { join } from 'node:path';
import { megabytes } from '../../base/amounts.ts';
import { withLock } from '../../process/lock.ts';
import { remoteFailed, remoteNotSet, remoteReadOnly } from '../../report/codes/remote.ts';
import type { RemoteSurroundings } from './fetch-program.ts';
import { removeJob, waitingJobs } from './outbox.ts';
import type { RemoteRequest, StoredJob } from './remote-request.ts';
import { type RemoteSettings, remoteSettings } from './remote-settings.ts';
import { noteState, readState } from './remote-state.ts';
import { statText } from './stat-text.ts';
import { type BlobStore, RemoteError } from './stores/blob-store.ts';
import { patient } from './stores/http-request.ts';
import { openStore } from './stores/open-store.ts';
import { storeContents, trimStore } from './trim-store.ts';
import { type UploadResult, upload } from './upload.ts';

type RequestTo<Do extends RemoteRequest['do']> = Extract<RemoteRequest, { readonly do: Do }>;

/** An upload that takes longer ends, and the next one begins with what is left. */
const mostUploadMs = 15 * 60_000;

/**
 * Stores what builds have left, one upload at a time on this machine.
 *
 * @throws GotsError remote_read_only, remote_failed if somebody waits for it
 */
export async function push(request: RequestTo<'push'>, around: RemoteSurroundings): Promise<number> {
  const { cacheDir, wish, wait } = request;
  setTimeout(() => process.exit(1), mostUploadMs).unref();
  const settings = remoteSettings(around.env, wish);
  if (wait) {
    const { url, mode } = settings ?? remoteNotSet();
    if (mode !== 'read-write') remoteReadOnly(placeOf(url));
  }
  await withLock(join(cacheDir, 'remote', 'upload.lock'), () => pushAll(request, settings, around));
  return 0;
}

async function pushAll(
  { cacheDir, wait, json }: RequestTo<'push'>,
  settings: RemoteSettings | undefined,
  { env, write, now }: RemoteSurroundings,
): Promise<void> {
  noteState(cacheDir, { uploading: { pid: process.pid, sinceMs: now() } });
  try {
    for (const waiting of waitingJobs(cacheDir, now())) {
      if (settings?.mode !== 'read-write') {
        removeJob(waiting);
        continue;
      }
      const store = await openStore(settings, env, patient);
      const { signer } = settings;
      const startedMs = now();
      const result = await upload(waiting.job, { store, signer, now }).catch((error: Error) => error);
      if (result instanceof Error) {
        noteState(cacheDir, { lastUpload: { atMs: now(), problem: `${store.place}: ${result.message}` } });
        if (wait) throwFor(store, result);
        // What follows would fail in the same way; the next build tries again.
        return;
      }
      removeJob(waiting);
      noteState(cacheDir, { lastUpload: { atMs: now(), problem: undefined, ...result } });
      const { command } = waiting.job.kind;
      const stored: StoredJob = { command, ...result, ms: Math.round(now() - startedMs) };
      if (wait) write(`${json ? JSON.stringify(stored) : `${command}: ${describedUpload(result)}`}\n`);
    }
  } finally {
    noteState(cacheDir, { uploading: undefined });
  }
}

function describedUpload({ packs, bytes, kept, isNew }: UploadResult): string {
  if (!isNew) return `nothing new, ${kept} packs are there`;
  return `${packs} packs stored (${megabytes(bytes)}), ${kept} were there`;
}

/** @throws GotsError remote_not_set */
export async function stat({ cacheDir, wish, json }: RequestTo<'stat'>, around: RemoteSurroundings): Promise<number> {
  const { env, write, now } = around;
  const settings = remoteSettings(env, wish) ?? remoteNotSet();
  const store = await openStore(settings, env, patient);
  const waiting = waitingJobs(cacheDir, now()).length;
  const state = readState(cacheDir);
  const { lastFetch, lastUpload, uploading } = state;
  const holds = await storeContents(store).catch((error: Error) => ({ problem: error.message }));
  const common = { place: store.place, mode: settings.mode, signed: settings.signer !== undefined, waiting };
  if (json) {
    const contents = 'problem' in holds ? holds : { contents: holds };
    write(`${JSON.stringify({ ...common, uploading, lastFetch, lastUpload, ...contents }, null, 2)}\n`);
  } else write(statText({ ...common, state, holds }));
  return 0;
}

/** @throws GotsError remote_not_set, remote_read_only, remote_failed */
export async function trim({ wish, days, mostBytes }: RequestTo<'trim'>, around: RemoteSurroundings): Promise<number> {
  const settings = remoteSettings(around.env, wish) ?? remoteNotSet();
  if (settings.mode !== 'read-write') remoteReadOnly(placeOf(settings.url));
  const store = await openStore(settings, around.env, patient);
  const limits = { ageMs: days * 24 * 3_600_000, mostBytes: mostBytes ?? Number.POSITIVE_INFINITY };
  const { files, bytes } = await trimStore(store, limits, around.now()).catch((error: Error) => throwFor(store, error));
  around.write(`removed ${files.toLocaleString('en')} ${files === 1 ? 'blob' : 'blobs'}, ${megabytes(bytes)}\n`);
  return 0;
}

function throwFor({ place }: BlobStore, error: Error): never {
  if (error instanceof RemoteError) remoteFailed(place, error.message);
  throw error;
}

function placeOf(url: RemoteSettings['url']): string {
  return `${url.protocol}//${url.host}${url.pathname}`.replace(/\/$/, '');
}
