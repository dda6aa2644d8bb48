import type { CacheFolders } from '../packs/entries.ts';
import type { BuildKind } from '../packs/manifest-names.ts';
import type { FetchResult } from './fetcher.ts';
import type { RemoteWish } from './remote-settings.ts';
import type { UploadResult } from './upload.ts';

/**
 * Lines that a `fetch` and a quiet `pull` print for the command that started them: a sign of life, the end, and what was done until all had
 * come that a build most likely asks for, and once more before the end (`fetched`, a blank, and a {@link FetchReport} in JSON; the last one counts).
 */
export const pullSigns = { alive: 'alive', done: 'done', fetched: 'fetched' } as const;

/** What a fetch did, and the time until all had come that a build most likely asks for. */
export interface FetchReport extends FetchResult {
  readonly ms: number;
}

/** What was stored of one build. */
export interface StoredJob extends UploadResult {
  readonly command: string;
  readonly ms: number;
}

/** What the program of the shared cache (main.ts) is asked for: its only argument, in JSON. It holds nothing secret: others may see it. */
export type RemoteRequest =
  /** Fills the caches beside a build, until it is done or standard input ends. */
  | (FetchPlace & { readonly do: 'fetch'; readonly socket: string })
  /** The same without a build; `quiet` says nothing unless something is wrong. */
  | (FetchPlace & { readonly do: 'pull'; readonly quiet: boolean })
  /** Stores what builds have left in the outbox; `wait` tells what was done, `json` as a line of {@link StoredJob} for each job. */
  | (RemotePlace & { readonly do: 'push'; readonly wait: boolean; readonly json?: boolean | undefined })
  | (RemotePlace & { readonly do: 'stat'; readonly json: boolean })
  | (RemotePlace & { readonly do: 'trim'; readonly days: number; readonly mostBytes: number | undefined });

interface RemotePlace {
  /** $GOTS_CACHE. */
  readonly cacheDir: string;
  readonly wish: RemoteWish | undefined;
}

interface FetchPlace extends RemotePlace {
  readonly kind: BuildKind;
  readonly folders: CacheFolders;
  /** Files that are added look as if they were used so many ms ago: then go notes that it uses them. 0 if undefined. */
  readonly fileAgeMs?: number | undefined;
  /** What is noted when all was fetched, so that the next build need not ask. */
  readonly stamp: { readonly file: string; readonly text: string };
}
