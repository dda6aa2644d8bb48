import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSealed, seal, unseal, writeSealed } from '../../../src/base/sealed.ts';
import { distrust } from '../../../src/base/trust.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gots-sealed-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const text = JSON.stringify({ a: 'text', b: [1, 2] });
const sealed = seal('plan code', text);

test('a whole text is read again, whatever is in it', () => {
  for (const each of ['', text, 'gots x\n', '\n\n', 'ä\u0000😀']) {
    expect(unseal('plan code', seal('plan code', each))).toEqual({ text: each });
  }
});

test('a text cut off anywhere is none', () => {
  for (let at = 0; at < sealed.length; at++) expect(unseal('plan code', sealed.slice(0, at))).toHaveProperty('reason');
});

test('a text with any character changed, or with one more, is none', () => {
  for (let at = 0; at < sealed.length; at++) {
    const other = sealed[at] === 'x' ? 'y' : 'x';
    expect(unseal('plan code', sealed.slice(0, at) + other + sealed.slice(at + 1)), `${at}`).toHaveProperty('reason');
  }
  expect(unseal('plan code', `${sealed} `)).toHaveProperty('reason');
});

test('another kind, other code, and what was there before there were seals', () => {
  const reason = 'it was made by another version of gots, or for something else';
  expect(unseal('plan other', sealed)).toEqual({ reason });
  expect(unseal('answers code', sealed)).toEqual({ reason });
  expect(unseal('plan code', text)).toEqual({ reason: 'it is damaged, or of another version of gots' });
});

describe('files', () => {
  const file = () => join(dir, 'folder', 'plan.json');

  test('are written whole and for their owner only, whatever the umask', () => {
    const umask = process.umask(0);
    try {
      writeSealed(file(), 'plan', text);
    } finally {
      process.umask(umask);
    }
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(readSealed(file(), 'plan')).toEqual({ text });
  });

  test.each([
    [0o606, 'every user may write to it'],
    [0o660, 'its group may write to it'],
    [0o666, 'every user may write to it'],
  ])('of mode %o are not believed', (mode, reason) => {
    writeSealed(file(), 'plan', text);
    chmodSync(file(), mode);
    expect(readSealed(file(), 'plan')).toEqual({ reason });
  });

  test('that are folders, or absent, or damaged, are none', () => {
    expect(readSealed(dir, 'plan')).toEqual({ reason: 'it cannot be read (EISDIR)' });
    expect(readSealed(file(), 'plan')).toEqual({ reason: 'it cannot be read (ENOENT)' });
    writeSealed(file(), 'plan', text);
    writeFileSync(file(), readFileSync(file(), 'utf8').replace('text', 'test'), { mode: 0o600 });
    expect(readSealed(file(), 'plan')).toEqual({ reason: 'it is damaged' });
  });
});

test.each([
  [{ uid: 7, mode: 0o100644 }, 'group', undefined],
  [{ uid: 0, mode: 0o100755 }, 'group', undefined],
  [{ uid: 8, mode: 0o100600 }, 'group', 'it belongs to user 8'],
  [{ uid: 7, mode: 0o100664 }, 'world', undefined],
  [{ uid: 7, mode: 0o100664 }, 'group', 'its group may write to it'],
  [{ uid: 7, mode: 0o100200 }, 'world', 'its owner may not read it'],
  [{ uid: 0, mode: 0o100666 }, 'world', 'every user may write to it'],
] as const)('%j, where the %s may not write', (info, who, reason) => {
  expect(distrust(info, who, 7)).toBe(reason);
});
