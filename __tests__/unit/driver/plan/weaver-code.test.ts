import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { weaverCode, weaverFiles } from '../../../../src/driver/plan/weaver-code.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gots-code-'));
  write('gots/dist/weaver.json', JSON.stringify(['cli.mjs', 'grammar.wasm']));
  for (const name of [
    'dist/cli.mjs',
    'dist/grammar.wasm',
    'dist/action.mjs',
    'helper/shim/main.go',
    'helper/shim/go.mod',
  ])
    write(`gots/${name}`, name);
  write('gots/helper/oracle/main.go', 'oracle');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(join(dir, name, '..'), { recursive: true });
  writeFileSync(join(dir, name), text);
}

const code = (home = 'gots') => weaverCode(join(dir, home), join(dir, 'cache'));

test.each([
  ['dist/cli.mjs', true],
  ['dist/grammar.wasm', true],
  ['dist/action.mjs', false],
  ['helper/oracle/main.go', true],
  ['helper/oracle/new.go', true],
  ['helper/shim/go.mod', true],
  ['helper/shim/main_test.go', false],
  ['helper/gate/main.go', false],
  ['README.md', false],
])('an edit of %s makes other code: %s', (name, isOther) => {
  const before = code();
  write(`gots/${name}`, 'edited');
  expect(code() !== before).toBe(isOther);
});

test('the same files elsewhere are the same code', () => {
  const before = code();
  cpSync(join(dir, 'gots'), join(dir, 'copy'), { recursive: true });
  expect(code('copy')).toBe(before);
});

test('without a list every module counts', () => {
  rmSync(join(dir, 'gots/dist/weaver.json'));
  expect(weaverFiles(join(dir, 'gots')).map((file) => file.slice(dir.length + 6))).toContain('dist/action.mjs');
});

test('the hash is remembered while no file changes, once the files are at rest, and damage to what is remembered does no harm', async () => {
  const builds = join(dir, 'cache', 'builds');
  const first = code();
  expect(() => readdirSync(builds)).toThrow();
  await delay(2_100);
  expect(code()).toBe(first);
  const [memo = ''] = readdirSync(builds);
  expect(code()).toBe(first);
  writeFileSync(join(builds, memo), 'gots weaver\nwrong');
  expect(code()).toBe(first);
  write('gots/dist/cli.mjs', 'edited!');
  expect(code()).not.toBe(first);
});
