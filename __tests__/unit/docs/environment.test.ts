import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'docs/environment.md'), 'utf8');

/** Tracked files, and new ones that are not ignored. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 1 << 28,
})
  .split('\n')
  .filter((name) => /\.(ts|go|txtar|yml)$/.test(name));
const isTest = (name: string): boolean => /^__tests__\/|_test\.go$|^aspects\/e2e\//.test(name);
const textOf = (name: string): string => readFileSync(join(root, name), 'utf8');

/** Names in the first column of the tables; a name that ends with … stands for all that begin so. */
const documented = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((line) => [...(line.split(' | ')[0] ?? '').matchAll(/`([A-Z_0-9]+)…?`/g)].map(([, name]) => name as string));

/** A line that ends a value in $GITHUB_ENV, no variable. */
const delimiter = 'GOTS_END';

function namesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, names]) => (names ?? '').match(/\b[A-Z][A-Z_0-9]{2,}\b/g) ?? []);
}

const sources = files.filter((name) => /^(src|helper|aspects)\//.test(name) && !isTest(name));

test('each variable of gots is on the page, and each on the page is in the code', () => {
  const code = new Set(sources.flatMap((name) => namesIn(textOf(name), /\b(GOTS_[A-Z_]+)/g)));
  code.delete(delimiter);
  const pageNames = documented.filter((name) => name.startsWith('GOTS_'));
  expect(pageNames.length).toBeGreaterThan(15);
  expect([...pageNames].sort()).toEqual([...code].sort());
});

test('each variable that the code reads is on the page', () => {
  const reads = [
    /\benv\??\.?\['([A-Z_0-9]+)'\]/g,
    /\{([^{}]*)\} = (?:process\.env|(?:context\.)?env)\b/g,
    /^\s*(?:export const \w+Variable = |\w+: )'((?:OTELC|OTELTOOL|GOTS)_[A-Z_]+)'/gm,
  ];
  const typescript = sources
    .filter((name) => name.startsWith('src/'))
    .flatMap((name) => reads.flatMap((read) => namesIn(textOf(name), read)));
  const go = sources
    .filter((name) => name.startsWith('helper/'))
    .flatMap((name) => namesIn(textOf(name), /\b(?:g|os\.G)etenv\("([A-Z_]+)"\)/g));
  expect(new Set(typescript).size).toBeGreaterThan(40);
  expect(new Set(go).size).toBeGreaterThan(10);
  expect([...new Set([...typescript, ...go])].filter((name) => !documented.includes(name))).toEqual([]);
});

test('no variable is on the page that the code does not name', () => {
  const code = new Set(sources.flatMap((name) => namesIn(textOf(name), /\b([A-Z][A-Z_0-9]{2,})\b/g)));
  expect(documented.filter((name) => !code.has(name))).toEqual([]);
});

/** Tests that compare documents with the code use no variable. */
const ofDocuments = /\/(environment|telemetry)\.test\.ts$/;

test('each variable of gots is used by a test', () => {
  const tests = files.filter((name) => isTest(name) && !ofDocuments.test(name)).map(textOf);
  const used = new Set(tests.flatMap((text) => namesIn(text, /\b(GOTS_[A-Z_]+)/g)));
  expect(documented.filter((name) => name.startsWith('GOTS_') && !used.has(name))).toEqual([]);
});
