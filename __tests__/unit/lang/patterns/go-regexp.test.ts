import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileGoRegexp } from '../../../../src/lang/patterns/go-regexp.ts';
import { go } from '../../../support/go-command.ts';

const patterns = [
  ...['', 'a', '^*DB$', '^\\*DB$', '^f[12]$', '^a|b$', '.*', '^.*$', '^\\*recv.*$', 'On(Enter|Exit)[A-Z]\\w*'],
  ...['a**', 'a++', 'x{2}{3}', 'x{2,1}', 'a{1001}', 'a{,2}', 'a{2', '*', '+a', '(?:)*', '|*', '(|a)*', '(a*)*'],
  ...['(', ')', '(a', 'a)', '(?', '(?P', '(?P<n', '(?P<n>a)', '(?<n>a)', '(?P<>a)', '(?P<1a>)'],
  ...['[a', '[z-a]', '[]a]', '[^]a]', '[a-\\d]', '[[:alpha:]]', '[[:word:]]', '[[:nope:]]', '[^\\D\\d]', '[a-]', '[]'],
  ...[
    '\\',
    'a\\',
    '\\8',
    '\\1',
    '\\C',
    '\\Z',
    '\\z',
    '\\A',
    '\\b',
    '\\B',
    '\\pL',
    '\\p{Greek}',
    '\\pX',
    '\\p{',
    '\\PN',
  ],
  ...['\\Qa.b\\E', '\\Q*', '\\u1234', '\\x41', '\\x{41}', '\\x{10FFFF}', '\\x{110000}', '\\07', '\\a\\f\\t\\n\\r\\v'],
  ...[
    '(?i)k',
    '(?i)\u212a',
    '(?i:DB)',
    '(?s).',
    '(?m)^b',
    '(?U)a+',
    '(?-i)a',
    '(?z)a',
    '(?i',
    '(?=a)',
    '(?!a)',
    '(?<=a)b',
  ],
  ...[
    '\u00e4',
    '[\u00e0-\u00ff]+',
    '\u{1f600}',
    '[^a]',
    '\\s',
    '\\S+',
    '\\w+\\.\\w+',
    '(a|ab)(c|bcd)(d*)',
    'a.c',
    '$^',
  ],
];
const texts = [
  '',
  'a',
  'DB',
  '*DB',
  'f1',
  'f12',
  'K',
  '\u212a',
  'b',
  'a\nb',
  'OnEnterServe',
  '*recvOne',
  '\u00e4',
  '\u{1f600}',
];

const program = `package main

import ("encoding/json"; "os"; "regexp")

func main() {
	var in struct{ Patterns, Texts []string }
	text, err := os.ReadFile(os.Args[1])
	if err == nil { err = json.Unmarshal(text, &in) }
	if err != nil { panic(err) }
	out := []any{}
	for _, p := range in.Patterns {
		re, err := regexp.Compile(p)
		if err != nil { out = append(out, err.Error()); continue }
		hits := []string{}
		for _, t := range in.Texts { if re.MatchString(t) { hits = append(hits, t) } }
		out = append(out, hits)
	}
	json.NewEncoder(os.Stdout).Encode(out)
}
`;

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'gots-regexp-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function ours(pattern: string): readonly string[] | string {
  try {
    const compiled = compileGoRegexp(pattern);
    return texts.filter((text) => compiled.test(text));
  } catch (error) {
    if (error instanceof SyntaxError) return error.message;
    throw error;
  }
}

test('patterns match, and are refused, as by package regexp', () => {
  writeFileSync(join(dir, 'main.go'), program);
  writeFileSync(join(dir, 'in.json'), JSON.stringify({ Patterns: patterns, Texts: texts }));
  const answers = JSON.parse(go(['run', join(dir, 'main.go'), join(dir, 'in.json')], dir)) as unknown[];
  const table = (results: readonly unknown[]) =>
    Object.fromEntries(patterns.map((pattern, i) => [pattern, results[i]]));
  expect(table(patterns.map(ours))).toEqual(table(answers));
});
