import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pidNamespace, processStart } from '../../../src/process/identity.ts';
import { withLock } from '../../../src/process/lock.ts';
import { tempDir } from '../../support/temp-module.ts';

test('tasks under one lock run one after the other, and leave no lock', async () => {
  const path = join(tempDir(), 'deep', 'lock');
  const events: string[] = [];
  const task = (name: string) => async () => {
    events.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    events.push(`${name} ends`);
    return name;
  };
  expect(await Promise.all(['a', 'b', 'c'].map((name) => withLock(path, task(name))))).toEqual(['a', 'b', 'c']);
  expect(events.filter((_, at) => at % 2 === 0).map((event) => event.split(' ')[0])).toEqual(
    events.filter((_, at) => at % 2 === 1).map((event) => event.split(' ')[0]),
  );
  expect(existsSync(path)).toBe(false);
});

test('a task that fails gives the lock back', async () => {
  const path = join(tempDir(), 'lock');
  await expect(withLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await withLock(path, async () => 'free')).toBe('free');
});

const here = `${hostname()}/${pidNamespace()}`;
const longAgo = new Date(Date.now() - 3_600_000);

test.each([
  ['of a process that is gone', `${here} ${2 ** 22 + 1} 12345`, new Date()],
  ['of an earlier process with the pid of a living one', `${here} ${process.pid} 1`, new Date()],
  ['of another machine, an hour old', 'elsewhere/1 1 1', longAgo],
  ['that was never filled', '', longAgo],
])('a lock %s is broken', async (_, owner, modified) => {
  const path = join(tempDir(), 'lock');
  writeFileSync(path, owner);
  utimesSync(path, modified, modified);
  expect(await withLock(path, async () => 'taken')).toBe('taken');
});

test.each([
  ['of a living process, however old', `${here} ${process.pid} ${processStart(process.pid)}`, longAgo],
  ['of another machine, a moment old', 'elsewhere/1 1 1', new Date()],
])('a lock %s is kept', async (_, owner, modified) => {
  const path = join(tempDir(), 'lock');
  writeFileSync(path, owner);
  utimesSync(path, modified, modified);
  const waiting = withLock(path, async () => 'taken');
  // Longer than a few polls of the waiting one.
  expect(await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 300, 'waits'))])).toBe('waits');
  writeFileSync(path, `${here} ${process.pid} 1`);
  expect(await waiting).toBe('taken');
});
