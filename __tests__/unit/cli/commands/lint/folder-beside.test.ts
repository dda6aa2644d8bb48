import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { folderBeside } from '../../../../../src/cli/commands/lint/folder-beside.ts';

const work = mkdtempSync(join(tmpdir(), 'gots-beside-'));
mkdirSync(join(work, 'outer', 'log', 'inner', 'deep'), { recursive: true });
writeFileSync(join(work, 'outer', 'go.mod'), 'module example.com/outer\n');
writeFileSync(join(work, 'outer', 'log', 'inner', 'go.mod'), 'module example.com/outer/inner\n');

afterAll(() => rmSync(work, { recursive: true, force: true }));

test.each([
  ['example.com/outer/log', 'outer/log', 'outer/log'],
  ['example.com/outer', 'outer/log', 'outer'],
  ['example.com/outer/inner/deep', 'outer/log/inner', 'outer/log/inner/deep'],
  ['example.com/outer/log', 'outer/log/inner', undefined],
  ['example.com/outermost', 'outer', undefined],
  ['example.com/outer', '', undefined],
])('%s beside the aspects in %s lies in %s', (path, folder, expected) => {
  expect(folderBeside(path, join(work, folder))).toBe(expected && join(work, expected));
});
