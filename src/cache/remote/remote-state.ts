import { join } from 'node:path';
import { readIfThere } from '../../base/read-if-there.ts';
import { writeWhole } from '../../base/temporary.ts';
import type { FetchResult } from './fetcher.ts';
import type { UploadResult } from './upload.ts';

/** What the shared cache last did on this machine, for `gots cache remote stat`. */
export interface RemoteState {
  readonly lastFetch?: FetchResult & { readonly atMs: number };
  readonly lastUpload?: Partial<UploadResult> & { readonly atMs: number; readonly problem: string | undefined };
  /** Process id of an upload that is under way, and when it began. */
  readonly uploading?: { readonly pid: number; readonly sinceMs: number } | undefined;
}

function fileOf(cacheDir: string): string {
  return join(cacheDir, 'remote', 'state.json');
}

export function readState(cacheDir: string): RemoteState {
  try {
    return (JSON.parse(readIfThere(fileOf(cacheDir)) || '{}') ?? {}) as RemoteState;
  } catch {
    return {};
  }
}

/** Notes something beside what is known. Errors are ignored: it is for people. */
export function noteState(cacheDir: string, news: RemoteState): void {
  try {
    writeWhole(fileOf(cacheDir), JSON.stringify({ ...readState(cacheDir), ...news }));
  } catch {
    // Nothing depends on it.
  }
}
