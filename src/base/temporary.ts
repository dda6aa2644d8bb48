import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hasEnded, processMark } from '../process/identity.ts';

const temporary = /\.([0-9a-f]{8})-(\d+)-(\d+)\.[0-9a-f]{12}\.tmp$/;

/** A new name beside a file, for what becomes that file by a rename. It tells which process made it, see {@link removeLeftOvers}. */
export function temporaryName(file: string): string {
  return `${file}.${processMark()}.${randomBytes(6).toString('hex')}.tmp`;
}

/**
 * Removes from a folder the temporary files of processes that were killed. Errors are ignored: the next build tries again.
 *
 * @returns how many were removed
 */
export function removeLeftOvers(folder: string): number {
  let removed = 0;
  try {
    for (const name of readdirSync(folder)) {
      const [, place, pid, start] = temporary.exec(name) ?? [];
      if (place === undefined || !hasEnded(`${place}-${pid}-${start}`)) continue;
      rmSync(join(folder, name), { force: true });
      removed++;
    }
  } catch {
    // No such folder, or none of ours.
  }
  return removed;
}

/**
 * Writes a file that appears as a whole or not at all, readable by its owner only unless `mode` says otherwise.
 *
 * @throws the error of the file system
 */
export function writeWhole(file: string, content: string | Buffer, mode = 0o600): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o755 });
  const temp = temporaryName(file);
  try {
    writeFileSync(temp, content, { flag: 'wx', mode });
    // A file of the owner's alone is readable for its owner whatever the umask.
    if ((mode & 0o077) === 0) chmodSync(temp, mode);
    renameSync(temp, file);
  } catch (error) {
    rmSync(temp, { force: true });
    throw error;
  }
}
