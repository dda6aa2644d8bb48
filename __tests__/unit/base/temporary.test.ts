import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeLeftOvers, temporaryName, writeWhole } from '../../../src/base/temporary.ts';
import { processMark } from '../../../src/process/identity.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gots-temporary-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** The name that a process which has ended would have made: this one's, with another start. */
const ofDead = (file: string): string => temporaryName(file).replace(processMark(), deadMark());
const deadMark = (): string => processMark().replace(/\d+$/, '1');

test('files of killed processes go; those of living ones, of other machines and all else stay', () => {
  const mine = temporaryName(join(dir, 'a'));
  const foreign = ofDead(join(dir, 'b')).replace(/\.[0-9a-f]{8}-/, '.00000000-');
  const others = ['c', 'c.1234', 'd.tmp', `${'0'.repeat(64)}-a`].map((name) => join(dir, name));
  for (const file of [mine, foreign, ...others, ofDead(join(dir, 'e')), ofDead(join(dir, 'f'))])
    writeFileSync(file, '');
  expect(removeLeftOvers(dir)).toBe(2);
  expect(readdirSync(dir).sort()).toEqual([mine, foreign, ...others].map((file) => basename(file)).sort());
});

test('a folder that is not there has none', () => {
  expect(removeLeftOvers(join(dir, 'none'))).toBe(0);
});

test('a file that cannot take its place leaves nothing behind', () => {
  writeWhole(join(dir, 'x', 'y'), 'text');
  expect(() => writeWhole(join(dir, 'x'), 'text')).toThrow();
  expect(readdirSync(dir)).toEqual(['x']);
  expect(existsSync(join(dir, 'x', 'y'))).toBe(true);
});
