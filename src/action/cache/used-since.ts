import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { namesIfThere } from '../../base/read-if-there.ts';

/**
 * Files of GOCACHE that were made or marked as used since then, as in a pack; plain go marks what has not been used for an hour.
 *
 * @param sinceMs in ms since 1970
 */
export function usedSince(goCache: string, sinceMs: number): string[] {
  const folders = namesIfThere(goCache).filter((name) => /^[0-9a-f]{2}$/.test(name));
  return folders.flatMap((sub) =>
    readdirSync(join(goCache, sub))
      .filter((name) => (statSync(join(goCache, sub, name), { throwIfNoEntry: false })?.mtimeMs ?? 0) >= sinceMs - 1000)
      .map((name) => `go/${sub}/${name}`),
  );
}
