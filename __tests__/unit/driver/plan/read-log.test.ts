import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { disk } from '../../../../src/base/file-view.ts';
import { sha256 } from '../../../../src/base/hash.ts';
import { hashInput } from '../../../../src/driver/plan/plan.ts';
import { ReadLog } from '../../../../src/driver/plan/read-log.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gots-read-log-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const later = () => Date.now() + 5_000;
const at = (name: string) => join(dir, name);
const write = (name: string, text: string) => writeFileSync(at(name), text);

test('an input has the hash of the bytes that were read, not of what lies there afterwards', () => {
  const log = new ReadLog(later());
  write('gots.yml', 'first');
  expect(log.watch(disk).read(at('gots.yml'))?.toString()).toBe('first');
  write('gots.yml', 'second');
  const inputs = log.inputs([], at('mod'));
  expect(inputs).toEqual([{ path: at('gots.yml'), hash: sha256('first') }]);
  expect(log.changed(inputs, at('cache'))).toBe(at('gots.yml'));
});

test('a file that was looked for, and appears, has changed', () => {
  const log = new ReadLog(later());
  log.watch(disk).read(at('gots.yml'));
  const inputs = log.inputs([], at('mod'));
  expect(inputs).toEqual([{ path: at('gots.yml'), hash: '' }]);
  expect(log.changed(inputs, at('cache'))).toBeUndefined();
  write('gots.yml', 'new');
  expect(log.changed(inputs, at('cache'))).toBe(at('gots.yml'));
});

test('a file that was read twice with different bytes has changed, even if it is as it was', () => {
  const log = new ReadLog(later());
  for (const text of ['a', 'b', 'a']) {
    write('x', text);
    log.watch(disk).read(at('x'));
  }
  expect(log.changed(log.inputs([], at('mod')), at('cache'))).toBe(at('x'));
});

test('what others read is judged by its last change, whatever its times of modification say', () => {
  write('go.mod', 'module m');
  mkdirSync(at('vendor'));
  write('vendor/modules.txt', '#');
  utimesSync(at('go.mod'), 1, 1);
  for (const path of [at('go.mod'), at('vendor')]) {
    const inputs = [{ path, hash: hashInput(path) }];
    expect(new ReadLog(Date.now() - 60_000).changed(inputs, at('cache')), 'changed after the beginning').toBe(path);
    expect(new ReadLog(later()).changed(inputs, at('cache')), 'changed before').toBeUndefined();
    expect(new ReadLog(Date.now() - 60_000).changed(inputs, dir), 'written by planning itself').toBeUndefined();
  }
});

test('files of versions never change: they are no inputs', () => {
  const log = new ReadLog();
  log.watch(disk).read(at('mod/x@v1/orchestrion.yml'));
  expect(log.inputs([at('go.mod')], at('mod'))).toEqual([{ path: at('go.mod'), hash: '' }]);
});
