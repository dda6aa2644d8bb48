import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../../src/base/hash.ts';
import { DiskCache } from '../../../src/cache/disk/disk.ts';
import { LastBuild } from '../../../src/cache/last-build.ts';
import { Remembered } from '../../../src/cache/tiers/remembered.ts';

let dir = '';
const action = sha256('action');
const body = Buffer.from('body');
const hourMs = 3_600_000;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gots-last-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const file = () => join(dir, 'builds', 'last.json');
const store = (last: LastBuild) => {
  const disk = new DiskCache(join(dir, 'cache'), { warn: () => {} });
  return new Remembered(disk, last.store('cache'), (outputId, size) => disk.bodyOf(outputId, size));
};

test('an answer holds for the next build under the same conditions, and only there', async () => {
  const first = new LastBuild(file());
  const entry = await store(first).put(action, sha256(body), body);
  first.validate('conditions');
  first.noteAnswer(action, entry, 'w');
  first.save();
  const second = new LastBuild(file());
  expect(second.answer(action)).toBeUndefined();
  second.validate('conditions');
  expect(second.answer(action)).toEqual({ ...entry, weaveId: 'w' });
  const third = new LastBuild(file());
  third.validate('other conditions');
  expect(third.answer(action)).toBeUndefined();
});

test('an answer ends with its file', async () => {
  const first = new LastBuild(file());
  const entry = await store(first).put(action, sha256(body), body);
  first.validate('conditions');
  first.noteAnswer(action, entry, '');
  first.save();
  writeFileSync(entry.path, 'longer than before');
  const second = new LastBuild(file());
  second.validate('conditions');
  expect(second.answer(action)).toBeUndefined();
  expect(await store(second).get(action)).toBeUndefined();
});

test.each([0o000, 0o200])('an answer of the weave cache whose file has the mode %o does not hold', async (mode) => {
  const first = new LastBuild(file());
  const entry = await store(first).put(action, sha256(body), body);
  first.validate('conditions');
  first.noteAnswer(action, entry, 'w');
  first.save();
  chmodSync(entry.path, mode);
  const second = new LastBuild(file());
  second.validate('conditions');
  expect(second.answer(action)).toBeUndefined();
});

test('an answer whose folder cannot be reached does not hold', async () => {
  const first = new LastBuild(file());
  const entry = await store(first).put(action, sha256(body), body);
  first.validate('conditions');
  first.noteAnswer(action, entry, 'w');
  first.save();
  rmSync(dirname(entry.path), { recursive: true });
  symlinkSync(dirname(entry.path), dirname(entry.path));
  const second = new LastBuild(file());
  second.validate('conditions');
  expect(second.answer(action)).toBeUndefined();
});

test('a store recalls entries and texts, and what was put since wins', async () => {
  const first = new LastBuild(file());
  await store(first).put(action, sha256(body), body);
  await store(first).putRecord(action, { a: 1 });
  first.save();
  rmSync(join(dir, 'cache', action.slice(0, 2), `${action}-a`));
  rmSync(join(dir, 'cache', action.slice(0, 2), `${action}-f`));
  const second = new LastBuild(file());
  expect((await store(second).get(action))?.outputId).toBe(sha256(body));
  expect(await store(second).getRecord(action)).toEqual({ a: 1 });
  const other = Buffer.from('another body');
  await store(second).put(action, sha256(other), other);
  await store(second).putRecord(action, { a: 2 });
  expect((await store(second).get(action))?.outputId).toBe(sha256(other));
  expect(await store(second).getRecord(action)).toEqual({ a: 2 });
});

test('after an hour, or damaged, it knows nothing', async () => {
  const first = new LastBuild(file());
  await store(first).put(action, sha256(body), body);
  first.save(Date.now() - hourMs);
  expect(new LastBuild(file()).store('cache').entry(action)).toBeUndefined();
  first.save();
  expect(new LastBuild(file()).store('cache').entry(action)).toBeDefined();
  writeFileSync(file(), '{"savedMs":');
  expect(new LastBuild(file()).store('cache').entry(action)).toBeUndefined();
});

test('woven actions are those of this build, and those of the last one that still hold', async () => {
  const [old, plain, now] = ['old', 'plain', 'now'].map((name) => sha256(name)) as [string, string, string];
  const entry = (name: string) => ({ outputId: sha256(name), size: 4, timeMs: 1, path: `/cache/${name}` });
  const first = new LastBuild(file());
  first.validate('conditions');
  first.noteAnswer(old, entry('old'), 'w');
  first.noteAnswer(plain, entry('plain'), '');
  first.save();
  const second = new LastBuild(file());
  second.validate('conditions');
  second.noteAnswer(now, entry('now'), 'w');
  expect([...second.wovenActions()]).toEqual([
    ['/cache/old', old],
    ['/cache/now', now],
  ]);
  const third = new LastBuild(file());
  third.validate('other conditions');
  third.noteAnswer(now, entry('now'), 'w');
  expect([...third.wovenActions()]).toEqual([['/cache/now', now]]);
});
