import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Draw } from '../random-edits.ts';

/** A way to damage files of a cache. */
export type Damage = 'truncate' | 'empty' | 'grow' | 'swap' | 'remove';

/** Damages that cmd/go sees in its own cache: it compares sizes, not contents. */
export const goDamages: readonly Damage[] = ['truncate', 'empty', 'grow', 'remove'];
export const weaveDamages: readonly Damage[] = [...goDamages, 'swap'];

/**
 * Damages some files of a cache.
 *
 * @returns what was done, with the names
 */
export function damageCache(cache: string, damage: Damage, draw: Draw): string {
  const files = filesOf(cache);
  if (files.length < 2) return `nothing to ${damage}`;
  const done: string[] = [];
  for (let count = 1 + draw(12); count > 0; count--) {
    const file = files[draw(files.length)] as string;
    const other = files[draw(files.length)] as string;
    if (!existsSync(file) || !existsSync(other) || [file, other].some((each) => isBelieved(each, damage))) continue;
    damages[damage](file, other, draw);
    done.push(file.slice(cache.length + 1));
  }
  return `${damage} ${done.join(' ')}`;
}

/** The launcher, in sh, can see only whether the program that it runs is there and holds something (ADR 34). */
function isBelieved(file: string, damage: Damage): boolean {
  const isStart = /\/bin\/start-[^/]*$/.test(file) && !file.endsWith('.sum');
  return isStart && damage !== 'empty' && damage !== 'remove';
}

const damages: Readonly<Record<Damage, (file: string, other: string, draw: Draw) => void>> = {
  truncate: (file, _, draw) => truncateSync(file, draw(Math.max(1, statSync(file).size))),
  empty: (file) => truncateSync(file, 0),
  grow: (file, _, draw) => appendFileSync(file, Buffer.alloc(1 + draw(5000), draw(256))),
  swap: (file, other) => {
    const [a, b] = [readFileSync(file), readFileSync(other)];
    writeFileSync(file, b);
    writeFileSync(other, a);
  },
  remove: (file) => rmSync(file),
};

function filesOf(cache: string): string[] {
  return readdirSync(cache, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
