import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { pidNamespace, processStart } from '../process/identity.ts';
import { sha256 } from './hash.ts';

/** Where process ids mean the same processes as here: a cache may be shared by machines and containers. */
export const processPlace: string = `${hostname()}/${pidNamespace()}`;

let maker: string | undefined;

/** This process, in names of files: `<place>-<pid>-<start>`. */
export function processMark(): string {
  maker ??= `${placeMark}-${process.pid}-${processStart(process.pid) ?? 0}`;
  return maker;
}

const placeMark = sha256(processPlace).slice(0, 8);
const temporary = /\.([0-9a-f]{8})-(\d+)-(\d+)\.[0-9a-f]{12}\.tmp$/;

/** A new name beside a file, for what becomes that file by a rename. It tells which process made it, see {@link removeLeftOvers}. */
export function temporaryName(file: string): string {
  return `${file}.${processMark()}.${randomBytes(6).toString('hex')}.tmp`;
}

/** Whether a mark of {@link processMark} is of a process of this place that has ended. */
export function hasEnded(mark: string): boolean {
  const [place, pid, start] = mark.split('-');
  return place === placeMark && processStart(Number(pid)) !== start;
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
    renameSync(temp, file);
  } catch (error) {
    rmSync(temp, { force: true });
    throw error;
  }
}
