import { chmodSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../../base/hash.ts';
import {
  type CacheFolders,
  outputId,
  type PackFiles,
  readEntry,
  readRegular,
  sourceOf,
} from '../../cache/packs/entries.ts';
import { place } from './pack.ts';

/** What became of a pack's files. */
export interface Merged {
  readonly added: readonly string[];
  /** Were there already. */
  readonly kept: readonly string[];
  /** Not what the pack's list says: left out. */
  readonly broken: readonly string[];
  /** Could not be written. */
  readonly refused: readonly string[];
}

/**
 * Restored entries look this old: old enough for cmd/go, and for gots, to mark those that are used (done for files of more than an
 * hour), and far too young to be trimmed (after five days).
 */
export const restoredAgeMs = 2 * 3_600_000;

/**
 * Adds the files of an unpacked pack to the caches. What is there stays as it is; what is not what the list says is left out;
 * an entry appears after the output that it names.
 *
 * @param folder of the pack; its files may be moved
 */
export function mergePack(folder: string, files: PackFiles, folders: CacheFolders, now: number): Merged {
  const merged: Record<keyof Merged, string[]> = { added: [], kept: [], broken: [], refused: [] };
  const time = new Date(now - restoredAgeMs);
  for (const path of inOrder(files)) merged[mergeFile(folder, path, files, folders, time)].push(path);
  return merged;
}

function inOrder(files: PackFiles): string[] {
  return Object.keys(files).sort((a, b) => Number(outputId(b) !== undefined) - Number(outputId(a) !== undefined));
}

function mergeFile(folder: string, path: string, files: PackFiles, folders: CacheFolders, time: Date): keyof Merged {
  const target = sourceOf(folders, path);
  const [digest, size] = files[path] as readonly [string, number];
  if (isThere(path, target, size)) return 'kept';
  const source = join(folder, path);
  const bytes = readRegular(source);
  if (bytes === undefined || bytes.length !== size || sha256(bytes) !== digest) return 'broken';
  if ((outputId(path) ?? digest) !== digest) return 'broken';
  if (path.endsWith('-a') && !isUsable(path, target, bytes)) return 'broken';
  try {
    chmodSync(source, path.includes('/bin/') ? 0o755 : 0o644);
    utimesSync(source, time, time);
    if (statSync(target, { throwIfNoEntry: false })) replace(source, target);
    else place(source, target);
    return 'added';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EEXIST' ? 'kept' : 'refused';
  }
}

/** An output that was cut off is not there, nor is an entry whose output is gone. */
function isThere(path: string, target: string, size: number): boolean {
  const info = statSync(target, { throwIfNoEntry: false });
  if (!info?.isFile()) return false;
  if (outputId(path) !== undefined) return info.size === size;
  return !path.endsWith('-a') || isUsable(path, target, readRegular(target) ?? Buffer.alloc(0));
}

/** Whether the text of an entry is one of its action, and the output that it names is there. */
function isUsable(path: string, target: string, text: Buffer): boolean {
  const entry = readEntry(path, text);
  if (!entry) return false;
  const file = join(dirname(dirname(target)), entry.outputId.slice(0, 2), `${entry.outputId}-d`);
  return statSync(file, { throwIfNoEntry: false })?.size === entry.size;
}

/** Takes the place of a file that cannot be used. */
function replace(source: string, target: string): void {
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    place(source, temporary);
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
}
