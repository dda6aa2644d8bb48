import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The texts of all files below a folder. */
function textsBelow(folder: string, endings: RegExp): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

test('each error code is expected by a test', () => {
  const codes = textsBelow('src/report/texts', /\.ts$/).flatMap((text) =>
    [...text.matchAll(/\bcode: '([a-z_0-9]+)'/g)].map(([, code]) => code as string),
  );
  const tests = textsBelow('__tests__', /\.(ts|txtar|yml|txt)$/).join('\n');
  const words = new Set(tests.match(/[a-z][a-z_0-9]+/g));
  expect(codes.length).toBeGreaterThan(100);
  expect([...new Set(codes)].filter((code) => !words.has(code))).toEqual([]);
});
