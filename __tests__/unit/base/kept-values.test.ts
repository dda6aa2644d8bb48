import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KeptValues } from '../../../src/base/kept-values.ts';
import { tempDir } from '../../support/temp-module.ts';

test.each([
  { name: 'with the others', withOthers: true, later: { a: 1, b: 3, c: 4 } },
  { name: 'alone', withOthers: false, later: { b: 3, c: 4 } },
])('what a process noted is filed $name', ({ withOthers, later }) => {
  const file = join(tempDir(), 'values.json');
  const first = new KeptValues<number>(file, 'numbers 1');
  first.note('a', 1);
  first.note('b', 2);
  first.save(withOthers);
  const second = new KeptValues<number>(file, 'numbers 1');
  expect([second.get('a'), second.get('b'), second.get('c')]).toEqual([1, 2, undefined]);
  second.note('b', 3);
  second.note('c', 4);
  expect(second.get('b')).toBe(3);
  second.save(withOthers);
  const third = new KeptValues<number>(file, 'numbers 1');
  const all = Object.fromEntries(['a', 'b', 'c'].flatMap((key) => (third.get(key) ? [[key, third.get(key)]] : [])));
  expect(all).toEqual(later);
  expect(new KeptValues<number>(file, 'numbers 2').get('b')).toBeUndefined();
});

test('a file that holds what is to be filed is left alone, and a damaged one is not believed', () => {
  const file = join(tempDir(), 'values.json');
  const first = new KeptValues<number>(file, 'numbers');
  first.save(true);
  expect(existsSync(file)).toBe(false);
  first.note('a', 1);
  first.save(false);
  const { ino } = statSync(file);
  const second = new KeptValues<number>(file, 'numbers');
  second.note('a', second.get('a') ?? 0);
  second.save(false);
  second.save(true);
  expect(statSync(file).ino).toBe(ino);
  writeFileSync(file, readFileSync(file, 'utf8').replace('1', '2'));
  expect(new KeptValues<number>(file, 'numbers').get('a')).toBeUndefined();
});
