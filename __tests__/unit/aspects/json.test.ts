import { expect, test } from 'vitest';
import { type JsonNode, readJson } from '../../../src/aspects/json.ts';
import { errorOf } from './helpers.ts';

function plainValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'array':
      return node.items.map(plainValue);
    case 'object':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, plainValue(value)]));
    case 'string':
      return node.text;
    default:
      return JSON.parse(node.text);
  }
}

test.each([
  '[]',
  ' {"a" : [1, -2.5e+3, true, false, null, "x"], "b":{}}\r\n',
  '"\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u00e4 \\ud83d\\ude00 ä 😀"',
  '[[[]],{"":""}]',
  `[${'1'.repeat(500)}]`,
])('%s is read as JSON.parse reads it', (text) => {
  expect(plainValue(readJson(Buffer.from(text), 'r.json'))).toEqual(JSON.parse(text));
});

test('a long text with many escapes is read', () => {
  const text = `"${'x\\t'.repeat(4_000_000)}"`;
  expect(plainValue(readJson(Buffer.from(text), 'r.json')) === 'x\t'.repeat(4_000_000)).toBe(true);
});

test('half a surrogate pair becomes U+FFFD, as with encoding/json', () => {
  expect(plainValue(readJson(Buffer.from('"a\\ud800b"'), 'r.json'))).toBe('a\ufffdb');
});

test.each([
  ['', 'r.json:1:1: not valid JSON: expected a value, found the end of the file (rule_json)'],
  ['[1,]', 'r.json:1:4: not valid JSON: expected a value, found "]" (rule_json)'],
  ['[1 2]', 'r.json:1:4: not valid JSON: expected "," or "]", found "2" (rule_json)'],
  ['{"a" 1}', 'r.json:1:6: not valid JSON: expected ":" behind the key, found "1" (rule_json)'],
  ['{a: 1}', 'r.json:1:2: not valid JSON: expected a key in double quotes, found "a" (rule_json)'],
  ['{"ä": 01}', 'r.json:1:9: not valid JSON: expected "," or "}", found "1" (rule_json)'],
  ['[\n  // no\n]', 'r.json:2:3: not valid JSON: expected a value, found "/" (rule_json)'],
  ['[] []', 'r.json:1:4: not valid JSON: expected nothing more after the value, found "[" (rule_json)'],
  [
    '"\\x"',
    'r.json:1:3: not valid JSON: expected one of " \\ / b f n r t u behind the backslash, found "x" (rule_json)',
  ],
  ['"\\u12g4"', 'r.json:1:4: not valid JSON: expected four hexadecimal digits behind \\u, found "1" (rule_json)'],
  [
    '"a\nb"',
    'r.json:1:3: not valid JSON: expected the end of the text, or an escape such as \\n, found "\\n" (rule_json)',
  ],
  ['['.repeat(600), 'r.json:1:501: not valid JSON: expected less nesting, found "[" (rule_json)'],
])('%s', (text, message) => {
  expect(errorOf(() => readJson(Buffer.from(text), 'r.json'))).toBe(message);
});

test('each line of a text has its place', () => {
  const node = readJson(Buffer.from('[\n "a\\nbä\\u000ac"]'), 'r.json');
  const [text] = node.kind === 'array' ? node.items : [];
  expect(text?.kind === 'string' && text.lines.map(({ line, column }) => [line, column])).toEqual([
    [2, 3],
    [2, 6],
    [2, 15],
  ]);
});
