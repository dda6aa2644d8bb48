import type { CacheFolders } from '../packs/entries.ts';
import type { BuildKind } from '../packs/manifest-names.ts';
import type { RemoteWish } from './remote-settings.ts';

/** Lines for the command that has started a `fetch` or a quiet `pull`: a sign of life, and that all is done. */
export const pullSigns = { alive: 'alive', done: 'done' } as const;

/** What the program of the shared cache (main.ts) is asked for: its only argument, in JSON. It holds nothing secret: others may see it. */
export type RemoteRequest =
  /** Fills the caches beside a build, until it is done or standard input ends. */
  | (FetchPlace & { readonly do: 'fetch'; readonly socket: string })
  /** The same without a build; `quiet` says nothing unless something is wrong. */
  | (FetchPlace & { readonly do: 'pull'; readonly quiet: boolean })
  /** Stores what builds have left in the outbox; `wait` tells what was done. */
  | (RemotePlace & { readonly do: 'push'; readonly wait: boolean })
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
  /** What is noted when all was fetched, so that the next build need not ask. */
  readonly stamp: { readonly file: string; readonly text: string };
}
