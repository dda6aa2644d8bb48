import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cacheContents, cleanContents, trimContents } from '../../../src/cli/cache-folder.ts';

const id = 'ab'.repeat(32);
const now = Date.now();
const dayMs = 24 * 3_600_000;
let dir = '';

beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'gots-cache-folder-')), 'gots');
});
afterEach(() => rmSync(dirname(dir), { recursive: true, force: true }));

/** Writes a file of 10 bytes that was last used so many days ago. */
function file(name: string, days: number, text = '0123456789'): string {
  const path = join(dir, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  const time = new Date(now - days * dayMs);
  utimesSync(path, time, time);
  return path;
}

test('counts by what files are for', () => {
  expect(cacheContents(dir)).toMatchObject({ objects: { files: 0, bytes: 0 }, oldestMs: undefined });
  const oldest = file(`ab/${id}-d`, 3);
  for (const name of [`ab/${id}-a`, `ab/${id}-f`, 'builds/x.json', 'plans/p/plan.json', 'work/w/go.work', 'bin/shim-1'])
    file(name, 1);
  file('of-somebody-else/x', 9);
  expect(cacheContents(dir)).toEqual({
    objects: { files: 1, bytes: 10 },
    records: { files: 2, bytes: 20 },
    builds: { files: 1, bytes: 10 },
    plans: { files: 2, bytes: 20 },
    programs: { files: 1, bytes: 10 },
    oldestMs: statSync(oldest).mtimeMs,
  });
});

test('trims what was not used for days; a plan keeps what it names', () => {
  const kept = [
    file(`ab/${id}-d`, 1),
    file('builds/new.json', 1),
    file('work/used/overlay.json', 90),
    file('bin/shim-used', 90),
    file(
      'plans/new/plan.json',
      20,
      JSON.stringify({ injection: { overlay: join(dir, 'work/used/overlay.json') }, shim: join(dir, 'bin/shim-used') }),
    ),
    file('of-somebody-else/x', 90),
    file('ab/README', 90),
  ];
  const gone = [
    file(`ab/${id}-f`, 3),
    file('builds/old.replay', 3),
    file('bin/shim-old', 90),
    file('plans/old/plan.json', 40, JSON.stringify({ injection: { overlay: join(dir, 'work/old/overlay.json') } })),
    file('work/old/overlay.json', 90),
  ];
  for (const name of ['work/old', 'work/used'])
    utimesSync(join(dir, name), new Date(now - 90 * dayMs), new Date(now - 90 * dayMs));
  expect(trimContents(dir, 2, now).files).toBe(gone.length);
  expect(gone.filter((path) => existsSync(path))).toEqual([]);
  expect(kept.filter((path) => !existsSync(path))).toEqual([]);
  // Uses are noted once an hour, so that nothing of the last hour goes, whatever is asked for.
  const recent = file(`cd/${'cd'.repeat(32)}-d`, 0.03);
  trimContents(dir, 0, now);
  expect(existsSync(recent)).toBe(true);
});

test('cleans what is its own', () => {
  file(`ab/${id}-d`, 1);
  file('plans/p/plan.json', 1);
  file('trim.txt', 1);
  expect(cleanContents(dir)).toEqual({ files: 3, bytes: 30 });
  expect(existsSync(dir)).toBe(false);
  file(`ab/${id}-d`, 1);
  file('photo.jpg', 1);
  cleanContents(dir);
  expect(readdirSync(dir)).toEqual(['photo.jpg']);
});
