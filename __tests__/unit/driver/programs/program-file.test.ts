import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isWhole, noteOf, settle } from '../../../../src/driver/programs/program-file.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gots-program-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const program = () => join(dir, 'shim');

function make(umask = 0o022): void {
  const saved = process.umask(umask);
  try {
    writeFileSync(`${program()}.tmp`, '#!/bin/sh\nexit 0\n');
    settle(`${program()}.tmp`, program());
  } finally {
    process.umask(saved);
  }
}

test.each([0o000, 0o022, 0o077, 0o177, 0o777])(
  'a program may be run by all and written by its owner, with the umask %o',
  (umask) => {
    make(umask);
    expect(statSync(program()).mode & 0o777).toBe(0o755);
    expect(isWhole(program())).toBe(true);
  },
);

const damages: readonly [string, () => void][] = [
  ['is cut off', () => truncateSync(program(), 5)],
  ['has grown', () => appendFileSync(program(), ' ')],
  ['has other bytes of the same number', () => writeFileSync(program(), '#!/bin/sh\nexit 1\n')],
  ['may be written by all', () => chmodSync(program(), 0o777)],
  ['may be written by its group', () => chmodSync(program(), 0o775)],
  ['has no note', () => rmSync(noteOf(program()))],
  ['has a note that is cut off', () => truncateSync(noteOf(program()), 20)],
  ['has a note that all may write', () => chmodSync(noteOf(program()), 0o666)],
  ['is not there', () => rmSync(program())],
];

test.each(damages)('one that %s is not whole', (_, damage) => {
  make();
  damage();
  expect(isWhole(program())).toBe(false);
});

test('one that was copied here, or lost its mode, is whole, and gets its mode back', () => {
  make();
  utimesSync(program(), 1, 1);
  chmodSync(program(), 0o600);
  expect(isWhole(program())).toBe(true);
  expect(statSync(program()).mode & 0o777).toBe(0o755);
  expect(readFileSync(noteOf(program()), 'utf8')).toContain(`${statSync(program()).ino}`);
});
