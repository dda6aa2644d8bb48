import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../../src/base/hash.ts';
import { Store } from '../../../src/cache/disk/store.ts';
import { LastBuild } from '../../../src/cache/last-build.ts';

let dir = '';
const action = sha256('action');
const body = Buffer.from('body');
const hourMs = 3_600_000;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gots-last-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const file = () => join(dir, 'builds', 'last.json');
const store = (last: LastBuild) => new Store(join(dir, 'cache'), () => {}, { memory: last.store('cache') });

test('an answer holds for the next build under the same conditions, and only there', () => {
  const first = new LastBuild(file());
  const entry = store(first).put(action, sha256(body), body);
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

test('an answer ends with its file', () => {
  const first = new LastBuild(file());
  const entry = store(first).put(action, sha256(body), body);
  first.validate('conditions');
  first.noteAnswer(action, entry, '');
  first.save();
  writeFileSync(entry.path, 'longer than before');
  const second = new LastBuild(file());
  second.validate('conditions');
  expect(second.answer(action)).toBeUndefined();
  expect(store(second).get(action)).toBeUndefined();
});

test('a store recalls entries and texts, and what was put since wins', () => {
  const first = new LastBuild(file());
  store(first).put(action, sha256(body), body);
  store(first).putJson(action, { a: 1 });
  first.save();
  rmSync(join(dir, 'cache', action.slice(0, 2), `${action}-a`));
  rmSync(join(dir, 'cache', action.slice(0, 2), `${action}-f`));
  const second = new LastBuild(file());
  expect(store(second).get(action)?.outputId).toBe(sha256(body));
  expect(store(second).getJson(action)).toEqual({ a: 1 });
  const other = Buffer.from('another body');
  store(second).put(action, sha256(other), other);
  store(second).putJson(action, { a: 2 });
  expect(store(second).get(action)?.outputId).toBe(sha256(other));
  expect(store(second).getJson(action)).toEqual({ a: 2 });
});

test('after an hour, or damaged, it knows nothing', () => {
  const first = new LastBuild(file());
  store(first).put(action, sha256(body), body);
  first.save(Date.now() - hourMs);
  expect(new LastBuild(file()).store('cache').entry(action)).toBeUndefined();
  first.save();
  expect(new LastBuild(file()).store('cache').entry(action)).toBeDefined();
  writeFileSync(file(), '{"savedMs":');
  expect(new LastBuild(file()).store('cache').entry(action)).toBeUndefined();
});
