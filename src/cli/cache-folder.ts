import { lstatSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { namesIfThere, readIfThere } from '../base/read-if-there.ts';
import { type FileCount, trimFolder } from '../cache/disk/trim.ts';

const dayMs = 24 * 3_600_000;
/** Plans are marked as used once a day at most, and a shell after `gots env` uses one without that. */
const planDays = 30;

/** What a weave cache holds, by what it is for. */
export interface CacheContents {
  /** What was compiled and linked, woven. */
  readonly objects: FileCount;
  /** Entries that name objects, and what is known of packages. */
  readonly records: FileCount;
  /** What the last builds were answered. */
  readonly builds: FileCount;
  /** Plans, and what was generated for them: overlays, copies of modules. */
  readonly plans: FileCount;
  /** Programs that were built for this machine, and compiled code of gots. */
  readonly programs: FileCount;
  /** Last use of the entry that was not used for the longest time, in ms since 1970; undefined if there is none. */
  readonly oldestMs: number | undefined;
}

type Part = keyof Omit<CacheContents, 'oldestMs'>;

/** Folders that gots makes in its cache; nothing else is ever removed. */
const parts: Readonly<Record<string, Part>> = {
  builds: 'builds',
  // What waits to be stored in a shared cache, and what was fetched when.
  remote: 'builds',
  plans: 'plans',
  work: 'plans',
  bin: 'programs',
  path: 'programs',
  code: 'programs',
};

const isEntryFolder = (name: string) => /^[0-9a-f]{2}$/.test(name);

/** Counts what is in a weave cache. A folder that is not there holds nothing. */
export function cacheContents(dir: string): CacheContents {
  const counts: Record<Part, { files: number; bytes: number }> = {
    objects: { files: 0, bytes: 0 },
    records: { files: 0, bytes: 0 },
    builds: { files: 0, bytes: 0 },
    plans: { files: 0, bytes: 0 },
    programs: { files: 0, bytes: 0 },
  };
  let oldestMs: number | undefined;
  for (const top of namesIfThere(dir)) {
    const part = isEntryFolder(top) ? undefined : parts[top];
    if (!part && !isEntryFolder(top)) continue;
    for (const { name, size, mtimeMs } of filesBelow(join(dir, top))) {
      const count = counts[part ?? (name.endsWith('-d') ? 'objects' : 'records')];
      count.files++;
      count.bytes += size;
      if (!part) oldestMs = Math.min(oldestMs ?? mtimeMs, mtimeMs);
    }
  }
  return { ...counts, oldestMs };
}

/**
 * Removes what was not used for some days: entries after `days`, plans, what they need and programs after thirty days at least.
 *
 * @returns what was removed
 */
export function trimContents(dir: string, days: number, now: number): FileCount {
  const removed = namesIfThere(dir)
    .filter((name) => isEntryFolder(name) || name === 'builds')
    .map((name) => trimFolder(join(dir, name), now - days * dayMs));
  return sum([...removed, ...trimPlans(dir, now - (Math.max(days, planDays) + 1) * dayMs)]);
}

/** Removes plans that were not used since then, and with them overlays, copies of modules and programs that no other plan names. */
function trimPlans(dir: string, sinceMs: number): FileCount[] {
  const isOld = (path: string) =>
    (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY) < sinceMs;
  const folders = namesIfThere(join(dir, 'plans')).map((name) => join(dir, 'plans', name));
  const old = folders.filter((folder) => isOld(join(folder, 'plan.json')));
  const named = folders
    .filter((folder) => !old.includes(folder))
    .map((folder) => readIfThere(join(folder, 'plan.json')))
    .join('\n');
  const others = ['work', 'bin', 'code'].flatMap((part) =>
    namesIfThere(join(dir, part)).map((name) => join(dir, part, name)),
  );
  const unnamed = others.filter((path) => isOld(path) && !named.includes(path));
  return [...old, ...unnamed].map(removeAll);
}

/**
 * Removes everything that gots has put into its cache, and the folder itself if nothing else is in it.
 *
 * @returns what was removed
 */
export function cleanContents(dir: string): FileCount {
  const ours = namesIfThere(dir).filter((name) => isEntryFolder(name) || name in parts || name === 'trim.txt');
  const removed = ours.map((name) => removeAll(join(dir, name)));
  try {
    rmdirSync(dir);
  } catch {
    // It holds what is not ours, or was not there.
  }
  return sum(removed);
}

function removeAll(path: string): FileCount {
  const files = filesBelow(path);
  rmSync(path, { recursive: true, force: true });
  return { files: files.length, bytes: files.reduce((bytes, { size }) => bytes + size, 0) };
}

function sum(counts: readonly FileCount[]): FileCount {
  return {
    files: counts.reduce((total, { files }) => total + files, 0),
    bytes: counts.reduce((total, { bytes }) => total + bytes, 0),
  };
}

interface FoundFile {
  readonly name: string;
  readonly size: number;
  readonly mtimeMs: number;
}

/** Every file at or below a path, links not followed. Files that vanish meanwhile are left out. */
function filesBelow(path: string): FoundFile[] {
  const info = lstatSync(path, { throwIfNoEntry: false });
  if (!info) return [];
  if (info.isDirectory()) return namesIfThere(path).flatMap((name) => filesBelow(join(path, name)));
  return [{ name: path, size: info.size, mtimeMs: info.mtimeMs }];
}
