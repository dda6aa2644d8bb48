import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { plainText } from '../../../../src/rewrite/splice/plain-text.ts';

const plain = (text: string): string => plainText(Buffer.from(text)).toString('utf8');

test.each([
  ['//line a.go:1:1\npackage p\n', 'package p\n'],
  ['x /*line a.go:1:2*/y', 'x y'],
  ['x /*line :1:2*/y', 'x y'],
  ['x //line a.go:1\ny', 'x //line a.go:1\ny'],
  ['"/*line a.go:1:2*/" // /*line a.go:1:2*/', '"/*line a.go:1:2*/" // /*line a.go:1:2*/'],
  ['/*line up*/ /* line a.go:1 */', '/*line up*/ /* line a.go:1 */'],
  ['é /*line ü.go:1:2*/ö', 'é ö'],
  ['//line a.go:7', ''],
])('%j is %j', (text, expected) => {
  expect(plain(text)).toBe(expected);
});

test('where inserted text comes from is said once for each run', () => {
  const show = (file: string, line: number): string => `/* ${file}:${line} */ `;
  const text = 'a /*line x.yml:3:1*/b /*line x.yml:4:1*/c /*line p.go:1:5*/d /*line x.yml:9:1*/e /*line y.yml:1:1*/f';
  expect(plainText(Buffer.from(text), { own: 'p.go', show }).toString()).toBe(
    'a /* x.yml:3 */ b c d /* x.yml:9 */ e /* y.yml:1 */ f',
  );
});

test('no directive is left in golden results', () => {
  const golden = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'golden');
  const names = readdirSync(golden).filter((name) => !name.includes('.') && name !== 'line-directives');
  const texts = names.map((name) => readFileSync(join(golden, name, 'expected.go')));
  expect(texts.filter((text) => text.includes('//line input.go:1:1')).length).toBeGreaterThan(20);
  expect(texts.map((text) => plain(text.toString('utf8'))).filter((text) => /[/][/*]line \S+:\d/.test(text))).toEqual(
    [],
  );
});
