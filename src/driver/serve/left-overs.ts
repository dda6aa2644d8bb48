import { lstatSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { namesIfThere, readIfThere } from '../../base/read-if-there.ts';
import { removeLeftOvers, writeWhole } from '../../base/temporary.ts';
import { hasEnded, pidNamespace, processMark, processStart } from '../../process/identity.ts';

/** A name that a socket or a file has for a moment only, and still has after this time, belongs to no process any more. */
const momentMs = 60_000;
const entryFolders = Array.from({ length: 256 }, (_, at) => at.toString(16).padStart(2, '0'));

/**
 * Notes in the weave cache that a build is at work, so that the next one can remove what this one leaves if it is killed.
 *
 * @param caches folders in the layout of GOCACHE that this process writes to
 * @returns ends the note
 */
export function noteAtWork(cacheDir: string, caches: readonly string[]): () => void {
  const file = join(cacheDir, 'builds', `${processMark()}.running`);
  try {
    writeWhole(file, caches.join('\n'));
  } catch {
    // A cache that cannot be written gets no left-overs either.
  }
  return () => rmSync(file, { force: true });
}

/**
 * Removes what killed builds left: temporary files in the caches they wrote to, sockets and greetings beside our own socket. Errors
 * are ignored: the next build tries again.
 *
 * @param socket path of this build's socket
 */
export function removeAllLeftOvers(cacheDir: string, socket: string): void {
  const builds = join(cacheDir, 'builds');
  for (const name of namesIfThere(builds)) {
    const mark = /^(.+)\.running$/.exec(name)?.[1];
    if (mark === undefined || !hasEnded(mark)) continue;
    // The process that removes it first does the work; a cache of the user's is swept only for builds that wrote to it.
    const caches = readIfThere(join(builds, name)).split('\n');
    for (const dir of caches) for (const folder of entryFolders) removeLeftOvers(join(dir, folder));
    rmSync(join(builds, name), { force: true });
  }
  const sockets = dirname(socket);
  for (const name of namesIfThere(sockets)) if (isLeftOver(sockets, name)) rmSync(join(sockets, name), { force: true });
}

/** As helper/shim/leftovers.go. */
function isLeftOver(dir: string, name: string): boolean {
  const [, pid, start, namespace] = /^(\d+)-(\d+)-(\d+)\.(?:sock|hello|fetch)$/.exec(name) ?? [];
  if (pid !== undefined) return namespace === pidNamespace() && processStart(Number(pid)) !== start;
  if (!/\.(new|resume)$|\.hello\.\d+$/.test(name)) return false;
  const info = lstatSync(join(dir, name), { throwIfNoEntry: false });
  return info !== undefined && Date.now() - info.ctimeMs > momentMs;
}
