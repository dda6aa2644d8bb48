import { chmodSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { enableCompileCache } from '../../../src/base/compile-cache.ts';
import { tempDir } from '../../support/temp-module.ts';

/** The folders that Node is told to use. */
function told(dir: string | undefined): (string | undefined)[] {
  const folders: (string | undefined)[] = [];
  enableCompileCache(dir, (each) => folders.push(each));
  return folders;
}

test('compiled code is kept in a folder that only its owner may write to', () => {
  const dir = join(tempDir(), 'a', 'code');
  expect(told(dir)).toEqual([dir]);
  expect(statSync(dir).mode & 0o777).toBe(0o700);
  expect(told(dir)).toEqual([dir]);
});

test.each<[string, (dir: string) => void]>([
  [
    'that its group may write to',
    (dir) => {
      mkdirSync(dir);
      chmodSync(dir, 0o770);
    },
  ],
  [
    'that everyone may write to',
    (dir) => {
      mkdirSync(dir);
      chmodSync(dir, 0o707);
    },
  ],
  ['that is a file', (dir) => writeFileSync(dir, '')],
  ['that is a link', (dir) => symlinkSync(tempDir(), dir)],
])('and not in one %s', (_, make) => {
  const dir = join(tempDir(), 'code');
  make(dir);
  expect(told(dir)).toEqual([]);
});

test('nor where no folder can be made', () => {
  const file = join(tempDir(), 'file');
  writeFileSync(file, '');
  expect(told(join(file, 'code'))).toEqual([]);
});

test('Node chooses a place where none is named', () => {
  expect(told(undefined)).toEqual([undefined]);
});
