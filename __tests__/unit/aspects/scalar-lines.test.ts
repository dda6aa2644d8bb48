import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument, type Scalar, stringify } from 'yaml';
import { scalarLines } from '../../../src/aspects/scalar-lines.ts';
import { readYaml } from '../../../src/aspects/yaml.ts';
import type { YamlScalar } from '../../../src/aspects/yaml-node.ts';

/** `line:column text` of each line of the value of the only key. */
function linesOf(yaml: string): string[] {
  const root = readYaml(Buffer.from(yaml), 'f.yml');
  const value = (root?.kind === 'map' ? root.entries.at(-1)?.value : undefined) as YamlScalar;
  const texts = value.text.split('\n');
  return value.lines().map((span, index) => `${span.line}:${span.column} ${texts[index]}`);
}

test.each([
  ['a literal block', 'a: |\n  one\n    two\n\n  three\n', ['2:3 one', '3:3   two', '4:1 ', '5:3 three', '6:1 ']],
  ['a stripped block', 'a: |-\n  one\n  two\n\n\n', ['2:3 one', '3:3 two']],
  ['a kept block', 'a: |+\n  one\n\n', ['2:3 one', '3:1 ', '4:1 ']],
  ['a block with a comment in its header', 'a: | # why\n  one\n', ['2:3 one', '3:1 ']],
  ['a block that begins with blank lines', 'a: |-\n\n\n  one\n', ['2:1 ', '3:1 ', '4:3 one']],
  ['a block with an indentation indicator', 'a: |2-\n    one\n  two\n', ['2:3   one', '3:3 two']],
  ['a block with CRLF', 'a: |-\r\n  one\r\n  two\r\n', ['2:3 one', '3:3 two']],
  ['a block behind non-ASCII keys', 'é: |-\n  é\n  x', ['2:3 é', '3:3 x']],
  ['an empty block', 'a: |\nb: |-\n', ['3:1 ']],
  ['a folded block', 'a: >-\n  one\n  two\n\n  three\n', ['2:3 one two', '5:3 three']],
  ['a folded block with deeper lines', 'a: >-\n  one\n    two\n  three\n', ['2:3 one', '3:3   two', '4:3 three']],
  ['a folded block with blank lines', 'a: >-\n  one\n\n\n  two\n', ['2:3 one', '3:1 ', '5:3 two']],
  ['a bare scalar', 'a: one\n  two\n\n  three\n', ['1:4 one two', '4:3 three']],
  ['a bare scalar with two blank lines', 'a: one\n\n\n  two\n', ['1:4 one', '2:1 ', '4:3 two']],
  ['single quotes', "a: 'one\n\n  it''s'\n", ['1:5 one', "3:3 it's"]],
  ['double quotes', 'a: "one\\n\\ttwo\\u000a\\x0athree"', ['1:5 one', '1:10 \ttwo', '1:21 ', '1:25 three']],
  ['double quotes over lines', 'a: "one\n\n  two \\\n  three\\\n\n  four"', ['1:5 one', '3:3 two three four']],
  ['bytes, not characters', 'a: "éé\\nx"', ['1:5 éé', '1:11 x']],
])('the lines of %s', (_, yaml, expected) => {
  expect(linesOf(yaml)).toEqual(expected);
});

test('an alias points to the text of its anchor', () => {
  expect(linesOf('a: &x |-\n  one\n  two\nb: *x\n')).toEqual(['2:3 one', '3:3 two']);
});

test('in every style, each line begins where its first character is written', () => {
  const word = fc.constantFrom('a', 'bc', 'x: y', '# z', "it's", '"q"', '{{ .x }}', 'é', '\\n');
  const line = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
  const style = fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED');
  const values = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    style,
    width: fc.integer({ min: 10, max: 60 }),
    crlf: fc.boolean(),
  });
  fc.assert(
    fc.property(values, ({ lines, style, width, crlf }) => {
      // No other word has an L, so the places of the lines in the YAML text are known.
      const value = lines.map((text) => `L${text}`.trimEnd()).join('\n');
      const written = stringify({ a: { b: value } }, { defaultStringType: style as Scalar.Type, lineWidth: width });
      const yaml = crlf ? written.replaceAll('\n', '\r\n') : written;
      const scalar = parseDocument(yaml).getIn(['a', 'b'], true) as Scalar;
      // The writer itself breaks some texts at very small widths.
      fc.pre(scalar.value === value);
      const [start, end] = scalar.range ?? [0, 0];
      const styles = { PLAIN: 'plain', QUOTE_SINGLE: 'single', QUOTE_DOUBLE: 'double', BLOCK_LITERAL: 'literal' };
      const actual = styles[scalar.type as keyof typeof styles] ?? 'folded';
      const found = scalarLines(yaml, { style: actual as 'plain', start, end, value });
      expect(found).toEqual([...yaml.matchAll(/L/g)].map((match) => match.index));
    }),
    { numRuns: 500 },
  );
});
