import { expect, test } from 'vitest';
import { readYaml } from '../../../src/aspects/yaml.ts';
import { isNothing, type YamlNode } from '../../../src/aspects/yaml-node.ts';
import { errorOf } from './helpers.ts';

function read(text: string): YamlNode | undefined {
  return readYaml(Buffer.from(text), 'f.yml');
}

/** Plain data: lists, objects and texts. */
function dataOf(node: YamlNode | undefined): unknown {
  if (!node) return undefined;
  if (node.kind === 'scalar') return isNothing(node) ? null : node.text;
  if (node.kind === 'list') return node.items.map(dataOf);
  return Object.fromEntries(node.entries.map((entry) => [entry.key, dataOf(entry.value)]));
}

test('scalars stay as written, by YAML 1.2 rules whatever the file declares', () => {
  const text = '# first\n%YAML 1.1\n---\n[on, off, yes, no, 012, 0x1f, 1_000, 1:30, true, ~, null, "null", ]\n';
  const words = ['on', 'off', 'yes', 'no', '012', '0x1f', '1_000', '1:30', 'true', null, null, 'null'];
  expect(dataOf(read(text))).toEqual(words);
});

test.each(['', '\n', '# nothing\n', '---\n', '---\n...\n'])('a file without content: %j', (text) => {
  expect(isNothing(read(text))).toBe(true);
});

test('only the first document counts, and errors behind it do not', () => {
  expect(dataOf(read('a: 1\n---\na: [\n'))).toEqual({ a: '1' });
});

test('aliases and merge keys: own keys win, then the earlier mapping', () => {
  const text = `
one: &one {a: 1, b: 1}
two: &two {b: 2, c: 2}
both: {<<: [*one, *two], c: 3}
late: {a: 0, <<: *two}
again: *one
quoted: {"<<": *one}
`;
  const both = { a: '1', b: '1', c: '3' };
  const late = { a: '0', b: '2', c: '2' };
  const one = { a: '1', b: '1' };
  expect(dataOf(read(text))).toMatchObject({ both, late, again: one, quoted: { '<<': one } });
});

test('keys and values have spans; columns count bytes, and a BOM counts as nothing', () => {
  const root = read('\uFEFFé: {ü: x}\nb: 1\n');
  const [first, second] = root?.kind === 'map' ? root.entries : [];
  const inner = first?.value.kind === 'map' ? first.value.entries[0] : undefined;
  expect(first?.span).toEqual({ file: 'f.yml', line: 1, column: 1 });
  expect(inner?.span).toEqual({ file: 'f.yml', line: 1, column: 6 });
  expect(inner?.value.span).toEqual({ file: 'f.yml', line: 1, column: 10 });
  expect(second?.value.span).toEqual({ file: 'f.yml', line: 2, column: 4 });
});

test.each([
  ['a: [1, 2', '1:9', 'flow sequence in block collection must be sufficiently indented and end with a ]'],
  ['a: b: c', '1:4', 'nested mappings are not allowed in compact mappings'],
  ['a:\n\t- 1', '2:1', 'tabs are not allowed as indentation'],
  ['ä: *nope', '1:5', 'the alias *nope has no anchor &nope before it'],
  ['a: &a [*a]', '1:8', 'the alias *a has no anchor &a before it'],
  ['a: !secret x', '1:12', 'the tag !secret has no meaning here'],
  ['[x]: 1', '1:1', 'a key must be text'],
  ['a: {<<: 1}', '1:9', 'only mappings can be merged with <<'],
  ['a: {<<: [1]}', '1:10', 'only mappings can be merged with <<'],
  [`a: ${'['.repeat(200)}${']'.repeat(200)}`, '1:104', 'it is nested too deeply'],
  [`a: ${'['.repeat(30_000)}`, '1:1', 'it is nested too deeply'],
])('%.40s is not valid', (text, at, problem) => {
  expect(errorOf(() => read(text))).toBe(`f.yml:${at}: not valid YAML: ${problem} (aspect_syntax)`);
});

test('aliases of aliases cannot fill the memory', () => {
  const lines = ['l0: &l0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 12; i++)
    lines.push(
      `l${i}: &l${i} [${Array(10)
        .fill(`*l${i - 1}`)
        .join(', ')}]`,
    );
  const problem = 'its aliases expand to more than 200000 values';
  expect(errorOf(() => read(lines.join('\n')))).toMatch(`not valid YAML: ${problem} (aspect_syntax)`);
});

test('bytes that are not UTF-8', () => {
  const bytes = Buffer.from([0x61, 0x3a, 0x20, 0xff]);
  const message = 'f.yml:1:1: not valid YAML: the file is not UTF-8 text (aspect_syntax)';
  expect(errorOf(() => readYaml(bytes, 'f.yml'))).toBe(message);
});

test.each([
  [
    'a: 1\nb: 2\na: 3',
    'f.yml:3:1: the key "a" is written twice (aspect_duplicate_key); the first is on line 1; remove one',
  ],
  [
    'x: &x {a: 1}\ny: {<<: *x, <<: *x}',
    'f.yml:2:13: the key "<<" is written twice (aspect_duplicate_key); the first is on line 2; remove one',
  ],
])('a key written twice: %j', (text, message) => {
  expect(errorOf(() => read(text))).toBe(message);
});
