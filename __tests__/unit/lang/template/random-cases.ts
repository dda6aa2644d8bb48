/** Cases made at random, the same in each run; GOTS_SEED chooses others. */
import fc from 'fast-check';
import { toBytes } from '../../../../src/lang/text/bytes.ts';
import { data } from './corpus.ts';
import { type Case, type Spec, spec } from './go-oracle.ts';

const seed = Number(process.env['GOTS_SEED'] ?? 1);

const { any, bool, complex, dict, float, int, list, nil, num, raw, str } = spec;

const scalar: fc.Arbitrary<Spec> = fc.oneof(
  fc.constant(nil),
  fc.boolean().map(bool),
  fc.integer().map(int),
  fc.integer({ min: -20, max: 400 }).map(int),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((n) => num('int64', n)),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((n) => num('uint64', n)),
  fc.integer({ min: -128, max: 127 }).map((n) => num('int8', n)),
  fc.integer({ min: 0, max: 255 }).map((n) => num('uint8', n)),
  fc.integer({ min: 0, max: 0x110000 }).map((n) => num('int32', n)),
  fc.double().map(float),
  fc.double({ min: -1e7, max: 1e7 }).map(float),
  fc.integer({ min: -4000, max: 4000 }).map((n) => float(n / 16)),
  fc.tuple(fc.double(), fc.double({ min: -9, max: 9 })).map(([re, im]) => complex(re, im)),
  fc.string({ unit: 'binary', maxLength: 12 }).map(str),
  fc.string({ maxLength: 12 }).map(str),
  fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 6 }).map((b) => raw(String.fromCharCode(...b))),
);

const value: fc.Arbitrary<Spec> = fc.oneof(
  { weight: 8, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }).map((items) => list('interface {}', ...items)) },
  { weight: 1, arbitrary: fc.array(fc.integer().map(int), { maxLength: 3 }).map((items) => list('int', ...items)) },
  {
    weight: 1,
    arbitrary: fc.uint8Array({ maxLength: 5 }).map((b) => list('uint8', ...[...b].map((n) => num('uint8', n)))),
  },
  { weight: 1, arbitrary: fc.dictionary(fc.string({ maxLength: 3 }), scalar, { maxKeys: 3 }).map(any) },
  {
    weight: 1,
    arbitrary: fc.tuple(scalar, fc.string({ maxLength: 4 })).map(
      ([inside, key]): Spec => ({
        T: 'main.Pair',
        L: [str(key), str('v"'), inside],
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Spec>(
      { T: 'nil []int' },
      { T: 'nil map[string]int' },
      dict('map[int]string', int(3), str('x'), int(-4), str('y')),
    ),
  },
);

const directive: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.constantFrom('+', '-', '#', '0', ' '), { maxLength: 3 }),
    fc.constantFrom('', '', '', '', '[1]', '[2]', '[9]', '[x]', '[', '[0]', '[]'),
    fc.constantFrom('', '', '', '5', '12', '30', '*', '0', '1000001', '12345678901'),
    fc.constantFrom('', '', '', '.', '.0', '.1', '.3', '.10', '.20', '.*', '.[1]*', '.25'),
    fc.constantFrom('', '', '', '', '', '[1]', '[2]', '[3]'),
    fc.constantFrom(...'vvvvdsqxXTtbcoOUeEfFgGzw%!é', ''),
  )
  .map(
    ([flags, index, width, precision, last, verb]) => `%${flags.join('')}${index}${width}${precision}${last}${verb}`,
  );

const format = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: directive }, { weight: 1, arbitrary: fc.constantFrom('', ' ', 'x', 'é', '\n') }),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((parts) => toBytes(parts.join('')));

/** Formats with arguments of every kind, `%p` and other addresses left out. */
export function randomFormats(count: number): readonly Case[] {
  const one = fc
    .tuple(format, fc.array(value, { maxLength: 3 }))
    .map(([Text, args]): Case => ({ Text, Data: list('interface {}', ...args), Printf: true }));
  return fc.sample(one, { seed, numRuns: count });
}

const words =
  '.S .I .F .B .L .SS .M.x .M.y.z .M.none .T .T.Name .T.Self .P.Key .None .Nil . $ $x $y $x.Key .T.Arg nil true 1 2 0 -1 1.5 "s" `r` \'c\' len index print printf eq lt and or not add upper ( ) | := = , .X .Y end else if with'.split(
    ' ',
  );

const action = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', ' ', ' ', ' ', '', '\n')), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.map(([word, gap]) => word + gap).join(''));

const sensible = fc.constantFrom(
  'if .S',
  'if .None',
  'range .L',
  'range $x := .SS',
  'range $x, $y := .MI',
  'range .II',
  'with .M',
  'with $x := .P',
  '$x := 1',
  '$y := .S',
  '$x = 2',
  'else',
  'else if .I',
  'else with .T',
  'end',
  'end',
  'end',
  'break',
  'continue',
  '.',
  '$x',
  'define "d"',
  'template "d" .',
  'block "e" .S',
  '/* c */',
);

const fragment = fc.oneof(
  { weight: 5, arbitrary: sensible.map((a) => `{{${a}}}`) },
  { weight: 2, arbitrary: action.map((a) => `{{${a}}}`) },
  { weight: 1, arbitrary: action.map((a) => `{{- ${a} -}}`) },
  { weight: 2, arbitrary: fc.constantFrom('text', ' \n', '  ', '\n') },
  { weight: 1, arbitrary: fc.constantFrom('{{', '}}', '{{"', '{{`', '{{/*', '{{(', '{') },
);

export function randomTemplates(count: number): readonly Case[] {
  const one = fc
    .array(fragment, { minLength: 1, maxLength: 9 })
    .map((parts): Case => ({ Text: parts.join(''), Data: data }));
  return fc.sample(one, { seed, numRuns: count });
}
