import { mkdirSync, readdirSync, readFileSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

export const hourMs = 3_600_000;
/** As cmd/go/internal/cache (Go 1.24–1.27): mtimes are refreshed hourly, entries unused for 5 days go, checked daily. */
const trimAfterMs = 5 * 24 * hourMs;
const trimIntervalMs = 24 * hourMs;

/**
 * Removes from a cache what was not used for five days, at most once a day. Errors are ignored.
 *
 * @param writeStamp writes the file that says when this was done
 */
export function trimCache(dir: string, now: number, writeStamp: (file: string, text: Buffer) => void): void {
  const stamp = join(dir, 'trim.txt');
  const last = Number(bytesIfThere(stamp)?.toString('latin1').trim() ?? Number.NaN) * 1000;
  if (now - last < trimIntervalMs && now - last > -hourMs) return;
  try {
    mkdirSync(dir, { recursive: true });
    writeStamp(stamp, Buffer.from(String(Math.floor(now / 1000))));
    for (const sub of readdirSync(dir)) {
      if (/^[0-9a-f]{2}$|^builds$/.test(sub)) trimFolder(join(dir, sub), now - trimAfterMs);
    }
  } catch {
    // A cache that cannot be trimmed still works.
  }
}

/** Files and their bytes. */
export interface FileCount {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Removes from one folder of a cache what was last used before a time. Uses are noted at most hourly, hence an hour more.
 *
 * @returns what was removed
 */
export function trimFolder(folder: string, unusedSinceMs: number): FileCount {
  const removed = { files: 0, bytes: 0 };
  for (const name of readdirSync(folder)) {
    if (!/-[adf]$|\.(tmp|json|replay|facts|running)$/.test(name)) continue;
    const file = join(folder, name);
    const info = statSync(file, { throwIfNoEntry: false });
    if (!info?.isFile() || info.mtimeMs >= unusedSinceMs - hourMs) continue;
    unlinkSync(file);
    removed.files++;
    removed.bytes += info.size;
  }
  return removed;
}

/** The bytes of a file; undefined if it is not there or cannot be read. */
export function bytesIfThere(file: string): Buffer | undefined {
  try {
    // Most look-ups of a build find nothing, and an exception costs more than this question.
    return statSync(file, { throwIfNoEntry: false }) ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}
