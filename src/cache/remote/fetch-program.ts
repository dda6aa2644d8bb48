import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Readable } from 'node:stream';
import { megabytes } from '../../base/amounts.ts';
import { writeWhole } from '../../base/temporary.ts';
import type { CacheFolders } from '../packs/entries.ts';
import { candidates } from '../packs/manifest-names.ts';
import { leastSpeed } from './breaker.ts';
import { FetchServer } from './fetch-wire.ts';
import { type FetchEvents, Fetcher, type FetchResult } from './fetcher.ts';
import { localIds } from './local-ids.ts';
import { FetchProgressLine, type Terminal } from './progress-line.ts';
import { type FetchReport, pullSigns, type RemoteRequest } from './remote-request.ts';
import { remoteSettings } from './remote-settings.ts';
import { noteState } from './remote-state.ts';
import { beatMs } from './silence-watch.ts';
import { hasty } from './stores/http-request.ts';
import { openStore } from './stores/open-store.ts';

/** What a program of the shared cache has around it. */
export interface RemoteSurroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly write: (text: string) => void;
  readonly terminal: Terminal;
  readonly now: () => number;
}

type FetchRequest = Extract<RemoteRequest, { readonly do: 'fetch' | 'pull' }>;

/**
 * Fills the caches beside a build, and tells the build what may come and what has come. Ends with `parent`, which is the build's end, or when
 * nothing is left that the build could ask for.
 */
export async function fetchForBuild(
  request: Extract<RemoteRequest, { readonly do: 'fetch' }>,
  around: RemoteSurroundings,
  parent: Readable,
): Promise<number> {
  let isOver = false;
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      isOver = true;
      resolve();
    };
    parent.on('end', end).on('error', end).resume();
  });
  let hurry: (number: number) => void = () => {};
  const server = new FetchServer((number) => hurry(number));
  try {
    await server.listen(request.socket);
    around.write('listening\n');
    let packs = 0;
    const asked = new Set<number>();
    let resolveAll = () => {};
    const allAsked = new Promise<void>((resolve) => {
      resolveAll = resolve;
    });
    const events = {
      onIndex: (refs: Parameters<FetchEvents['onIndex']>[0]) => {
        packs = refs.length;
        server.index(refs);
        if (packs === 0) resolveAll();
      },
      onPack: (number: number) => {
        server.arrived(number);
        if (asked.add(number).size >= packs) resolveAll();
      },
      onWork: () => server.alive(),
    };
    const fetching = await startFetch(request, around, events, () => isOver);
    hurry = (number) => fetching?.fetcher.hurry(number);
    if (!fetching) server.index([]);
    else {
      const told = fetching.finished.then((report) => around.write(`${signOf(report)}\n`));
      await Promise.race([told.then(() => allAsked), ended]);
      around.write(`${signOf(fetching.report())}\n`);
    }
    fetching?.stop();
    if (!isOver) around.write(`${pullSigns.done}\n`);
  } finally {
    server.close();
    rmSync(request.socket, { force: true });
  }
  return 0;
}

/** Fetches what a build of this kind will ask for, and tells what that was. */
export async function pull(
  request: Extract<RemoteRequest, { readonly do: 'pull' }>,
  around: RemoteSurroundings,
): Promise<number> {
  // A command that waits for a quiet one watches whether it hangs.
  const alive = () => void (request.quiet && around.write(`${pullSigns.alive}\n`));
  const beat = setInterval(alive, beatMs);
  const fetching = await startFetch(request, around, { onIndex: () => {}, onPack: () => {}, onWork: () => {} });
  const result = await fetching?.finished;
  fetching?.stop();
  clearInterval(beat);
  if (request.quiet) around.write(`${result ? `${signOf(result)}\n` : ''}${pullSigns.done}\n`);
  if (!request.quiet && result) around.write(`fetched ${described(result)}\n`);
  return result?.problem === undefined || request.quiet ? 0 : 1;
}

interface Fetching {
  readonly fetcher: Fetcher;
  /** All that a build will most likely ask for has come, or will not. */
  readonly finished: Promise<FetchReport>;
  /** What was done until now. */
  report(): FetchReport;
  stop(): void;
}

async function startFetch(
  request: FetchRequest,
  { env, terminal, now }: RemoteSurroundings,
  events: Omit<FetchEvents, 'onProgress'>,
  isOver: () => boolean = () => false,
): Promise<Fetching | undefined> {
  const settings = remoteSettings(env, request.wish);
  if (!settings) return undefined;
  const store = await openStore(settings, env, hasty);
  const line = new FetchProgressLine(terminal, now);
  const startedMs = now();
  let endedMs: number | undefined;
  const fetcher = new Fetcher({
    store,
    candidates: candidates(request.kind),
    signer: settings.signer,
    folders: request.folders,
    fileTime: request.fileAgeMs === undefined ? undefined : new Date(startedMs - request.fileAgeMs),
    local: localIds(request.folders as CacheFolders),
    leastSpeed: leastSpeed(availableParallelism()),
    // The end of the build may be known, but not yet read, where this process was stopped meanwhile: then it is too late for a word.
    notice: (text) => setImmediate(() => isOver() || line.print(`gots: ${text}\n`)),
    events: { ...events, onProgress: (progress) => line.show(progress) },
    now,
  });
  const timer = setInterval(() => fetcher.tick(), beatMs);
  const report = (): FetchReport => ({ ...fetcher.result(), ms: Math.round((endedMs ?? now()) - startedMs) });
  const finished = fetcher.run().then(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    line.clear();
    const result = fetcher.result();
    endedMs = now();
    noteState(request.cacheDir, { lastFetch: { atMs: now(), ...result } });
    if (result.problem === undefined) noteStamp(request.stamp);
    return report();
  });
  return {
    fetcher,
    finished,
    report,
    stop: () => {
      clearInterval(timer);
      line.clear();
    },
  };
}

/** A fetch that need not be repeated at once. Errors are ignored: then it is. */
function noteStamp({ file, text }: FetchRequest['stamp']): void {
  try {
    writeWhole(file, text);
  } catch {
    // The next build asks again.
  }
}

function signOf(report: FetchReport): string {
  return `${pullSigns.fetched} ${JSON.stringify(report)}`;
}

function described({ packs, bytes, added }: FetchResult): string {
  return `${packs} ${packs === 1 ? 'pack' : 'packs'}, ${megabytes(bytes)}, ${added.toLocaleString('en')} new files`;
}
