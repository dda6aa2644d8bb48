import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { processPlace, processStart } from './identity.ts';

const pollMs = 50;
/** A lock of another machine or container cannot be asked whether its owner lives; nothing done under a lock takes so long. */
const foreignStaleMs = 10 * 60_000;

/**
 * Runs a task while no other process runs one under the same lock file. Waits for its turn. A lock that a dead process left behind is
 * broken; should two processes break it at once, both may run, so the task must be harmless when done twice at a time.
 *
 * @param path lock file; its directory is made
 * @throws what the task throws, and the errors of the file system
 */
export async function withLock<T>(path: string, task: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  while (!tryTake(path)) {
    if (isStale(path)) rmSync(path, { force: true });
    else await delay(pollMs);
  }
  try {
    return await task();
  } finally {
    rmSync(path, { force: true });
  }
}

function tryTake(path: string): boolean {
  try {
    writeFileSync(path, `${processPlace} ${process.pid} ${processStart(process.pid)}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isStale(path: string): boolean {
  try {
    const age = Date.now() - statSync(path).mtimeMs;
    const [host, pid, start] = readFileSync(path, 'utf8').split(' ');
    // An owner between creating and filling the file has no words in it yet.
    if (start === undefined) return age > 1000;
    return host === processPlace ? processStart(Number(pid)) !== start : age > foreignStaleMs;
  } catch {
    return false;
  }
}
