import {
  chmodSync,
  closeSync,
  copyFileSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  type Stats,
  statSync,
} from 'node:fs';
import { sha256 } from '../../base/hash.ts';
import { readSealed, writeSealed } from '../../base/sealed.ts';
import { temporaryName } from '../../base/temporary.ts';
import { distrust } from '../../base/trust.ts';

/** Programs of ours may be run by everyone, whatever the umask, and written by their owner only. */
const programMode = 0o755;

/** What is filed beside a program. */
interface Note {
  readonly sha256: string;
  /** State of the file for which that was found out. */
  readonly state: string;
}

/** Where that is filed. */
export const noteOf = (path: string): string => `${path}.sum`;

/**
 * Gives a program that was just written its mode and its name, and notes what it holds.
 *
 * @throws the error of the file system
 */
export function settle(temporary: string, path: string): void {
  chmodSync(temporary, programMode);
  const hash = sha256(readFileSync(temporary));
  sync(temporary);
  renameSync(temporary, path);
  note(path, hash, statSync(path));
}

/** What a launcher runs is not looked at before: after a crash, the name must not be there without the content. */
function sync(file: string): void {
  const fd = openSync(file, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/**
 * Copies a program to where it is wanted too, if it is not there as it was built.
 *
 * @throws the error of the file system
 */
export function ensureCopy(path: string, copy: string): void {
  if (isWhole(copy)) return;
  const temporary = temporaryName(copy);
  copyFileSync(path, temporary);
  settle(temporary, copy);
}

/** Whether a program is there as it was built, and only its owner can have written it. Its mode is set right if need be. */
export function isWhole(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile() || distrust(stat, 'group') !== undefined) return false;
  const sealed = readSealed(noteOf(path), 'program');
  if ('reason' in sealed) return false;
  const { sha256: hash, state } = JSON.parse(sealed.text) as Note;
  if (state === stateOf(stat)) return true;
  if (sha256(readFileSync(path)) !== hash) return false;
  try {
    if ((stat.mode & 0o777) !== programMode) chmodSync(path, programMode);
    note(path, hash, statSync(path));
  } catch {
    // A read-only cache: the content is looked at each time.
  }
  return true;
}

function note(path: string, hash: string, stat: Stats): void {
  const text: Note = { sha256: hash, state: stateOf(stat) };
  writeSealed(noteOf(path), 'program', JSON.stringify(text));
}

function stateOf({ mode, size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${mode} ${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}
