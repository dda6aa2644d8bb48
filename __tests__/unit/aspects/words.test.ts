import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { idPattern, isMalformedGoGlob } from '../../../src/aspects/glob.ts';
import { parseTypeName, printTypeName } from '../../../src/lang/names/type-name.ts';
import { spanInTemplate } from '../../../src/lang/template/code-template.ts';
import { languageVersion } from '../../../src/lang/versions/go-version.ts';
import { nearest, suggest } from '../../../src/report/nearest.ts';

test.each([
  ['T', { pointer: false, name: 'T' }],
  [' T', { pointer: false, name: 'T' }],
  ['*T', { pointer: true, name: 'T' }],
  ['*  a/b.T', { pointer: true, path: 'a/b', name: 'T' }],
  ['net/http.Server', { pointer: false, path: 'net/http', name: 'Server' }],
  ['github.com/A/B.C.t', { pointer: false, path: 'github.com/A/B.C', name: 't' }],
  ['gopkg.in/y.v3._T1', { pointer: false, path: 'gopkg.in/y.v3', name: '_T1' }],
])('the type name %s', (text, expected) => {
  expect(parseTypeName(text)).toEqual(expected);
  expect(printTypeName(expected)).toBe(text.replace(/\s/g, ''));
});

test.each([
  '',
  '*',
  '[]byte',
  'map[a]b',
  'interface{}',
  'a/~b.T',
  'a.T[int]',
  '\u00a0T',
  'T ',
  '**T',
  'a//b.T',
  'a/b.1',
  'Tü',
])('%j is not a type name', (text) => {
  expect(parseTypeName(text)).toBeUndefined();
});

test.each([
  ['net/http.*', 'net/http.Server', true],
  ['net/http.*', 'x/net/http.Server', false],
  ['*', 'net/http.Server', false],
  ['**', 'net/http.Server', true],
  ['**/Server', 'a/b/Server', true],
  ['a?c', 'abc', true],
  ['a?c', 'a/c', false],
  ['a?c', 'a😀c', true],
  ['a.c', 'abc', false],
  ['(a|b)[c]{1}^$\\', '(a|b)[c]{1}^$\\', true],
])('the pattern %s and the id %s', (pattern, id, expected) => {
  expect(idPattern(pattern)(id)).toBe(expected);
});

test.each([
  ['fuction-call', 'function-call'],
  ['function_call', 'function-call'],
  ['Import Path', 'import-path'],
  ['import-paht', 'import-path'],
  ['xyz', undefined],
])('near %s is %s', (word, expected) => {
  expect(nearest(word, ['function-call', 'import-path', 'not'])).toBe(expected);
});

test('without a near word all are named', () => {
  expect(suggest('xyz', ['one', 'two'])).toBe('known are one, two');
});

test('a place in a template: bytes, beyond the end is the end', () => {
  const at = (line: number, column: number) => ({ file: 'f', line, column });
  const template = { source: 'é{{x}}\n\nab', lines: [at(3, 5), at(4, 1), at(5, 5)] };
  const places = [0, 2, 7, 8, 9, 10, 11, 99].map((offset) => spanInTemplate(template, offset));
  expect(places.map((span) => `${span.line}:${span.column}`)).toEqual([
    '3:5',
    '3:7',
    '3:12',
    '4:1',
    '5:5',
    '5:6',
    '5:7',
    '5:7',
  ]);
});

const program = `package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"go/version"
	"os"
	"path"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var word string
		if err := json.Unmarshal(lines.Bytes(), &word); err != nil {
			panic(err)
		}
		_, err := path.Match(word, "")
		fmt.Println(err != nil, version.Lang(word))
	}
}
`;

test("versions and patterns agree with Go's own packages", { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'gots-words-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'main.go'), program);
  const piece = (...words: string[]) =>
    fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((all) => all.join(''));
  const words = [
    ...fc.sample(
      piece('[', ']', '^', '-', '\\', '*', '/', 'a', '😀').map((text) => text.replaceAll('**', '*')),
      { numRuns: 3000, seed: 1 },
    ),
    ...fc.sample(
      piece('1', '.', '0', '21', 'rc', '-x', 'Z').map((text) => `go1${text}`),
      { numRuns: 1000, seed: 2 },
    ),
    ...['go', 'go1', 'go1.0', 'go01.1', 'go1.21rc2', 'go1.21.3', 'go1.21-custom', '1.21', 'go2', 'go2.0', 'go1.21beta'],
  ];
  const env = { ...process.env, GOFLAGS: '', GOWORK: 'off', GO111MODULE: 'off' };
  const input = words.map((word) => `${JSON.stringify(word)}\n`).join('');
  const go = spawnSync('go', ['run', 'main.go'], { cwd: folder, env, input, encoding: 'utf8' });
  expect(go.stderr).toBe('');
  const theirs = go.stdout
    .trimEnd()
    .split('\n')
    .map((line, i) => `${words[i]} ${line}`);
  const ours = words.map((word) => `${word} ${isMalformedGoGlob(word)} ${languageVersion(word) ?? ''}`);
  expect(ours).toEqual(theirs);
});

test('with ** in it, a pattern is judged by its segments', () => {
  expect(['**/[a', '[a/b]', '**/[a/b]', 'a**b/[c]'].map(isMalformedGoGlob)).toEqual([true, false, true, false]);
});
