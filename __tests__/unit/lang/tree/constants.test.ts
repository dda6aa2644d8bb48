import { describe, expect, test } from 'vitest';
import { GotsError } from '../../../../src/report/diagnostic.ts';
import { weaveText } from '../../../support/weave.ts';

function failure(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (!(error instanceof GotsError)) throw error;
    const { file = '', line = 0, column = 0 } = error.span ?? {};
    return `${file}:${line}:${column} ${error.code}: ${error.message}`;
  }
  throw new Error('nothing was raised');
}

/** The template begins at line 5, column 35. */
function assigning(template: string, point: string, more = ''): string {
  return `aspects:
  - id: demo
    join-point: ${point}
    advice:
      - assign-value: {template: '${template}'${more}}
`;
}

const b = '{declaration-of: example.com/demo.B}';

describe('assign-value', () => {
  test.each([
    ['one of several names', 'var A, B = 1, 2', b, 'var A, B = 1, 9'],
    ['one of several names without values', 'var B int', b, 'var B int = 9'],
    ['a point that may match other names', 'const A, B = 1, 2', '{value-declaration: int}', 'const A, B = 9, 9'],
    [
      'a name among others',
      'const A, B = 1, 2',
      `{one-of: [${b}, {declaration-of: example.com/demo.A}]}`,
      'const A, B = 9, 9',
    ],
    [
      'a name that must also be int',
      'var A, B int = 1, 2',
      `{all-of: [{value-declaration: int}, ${b}]}`,
      'var A, B int = 1, 9',
    ],
    ['no constant group', 'const (\n\tA = iota\n\tB\n)', b, 'const (\n\tA = iota\n\tB = 9\n)'],
    ['typed groups', 'const (\n\tA T = iota\n\tB\n\tC\n)', b, 'const (\n\tA T = iota\n\tB T = 9\n\tC T = iota\n)'],
    [
      'several in a row',
      'const (\n\tB, C = iota, 1\n\tD, E\n\tF, G\n)',
      b,
      'const (\n\tB, C = 9, 1\n\tD, E = iota, 1\n\tF, G\n)',
    ],
    [
      'the next has its own',
      'const (\n\tA = iota\n\tB\n\tC = 7\n\tD\n)',
      b,
      'const (\n\tA = iota\n\tB = 9\n\tC = 7\n\tD\n)',
    ],
  ])('%s', (_, text, point, expected) => {
    expect(weaveText(assigning('9', point), `package demo\n${text}\n`)).toBe(`package demo\n${expected}\n`);
  });

  test.each([
    ['each value has its own dot', 'var A, B = 1, 2', '{value-declaration: int}', 'var A, B = 1 + 9, 2 + 9'],
    ['one of them', 'var A, B = 1, 2', b, 'var A, B = 1, 2 + 9'],
    ['nothing to wrap is left alone', 'var A int', '{value-declaration: int}', 'var A int'],
    ['one value for several names is left alone', 'var A, B = f()', '{value-declaration: int}', 'var A, B = f()'],
    [
      'repeated expressions',
      'const (\n\tA = iota\n\tB\n\tC\n)',
      b,
      'const (\n\tA = iota\n\tB = (iota + 9)\n\tC = iota\n)',
    ],
  ])('wraps: %s', (_, text, point, expected) => {
    const yaml = assigning('{{ . }} + 9', point, ', wraps: true');
    expect(weaveText(yaml, `package demo\n${text}\n`)).toBe(`package demo\n${expected}\n`);
  });

  test('in orchestrion.yml the whole declaration is meant', () => {
    const text = 'package demo\nvar A, B = 1, 2\n';
    expect(weaveText(assigning('9', b), text, { aspectFile: 'orchestrion.yml' })).toContain('var A, B = 9, 9');
  });

  test.each(['var A, B = f()', 'var A, B int'])('a name without a value of its own: %s', (text) => {
    expect(failure(() => weaveText(assigning('9', b), `package demo\n${text}\n`))).toMatch(/advice_no_value/);
  });

  test.each([
    ['&x', '&x', 35],
    ['1 + f[0]', 'f[0]', 39],
    ['T{}', 'T{}', 35],
    ['func() int { return 1 }()', 'func() int { return 1 }()', 35],
    ['-(<-c)', '<-c', 37],
    ['new(int)', 'new(int)', 35],
    ['f()', 'f()', 35],
    ['f(1, 2)', 'f(1, 2)', 35],
    ['time.Duration(x.(int))', 'x.(int)', 49],
    ['nil', 'nil', 35],
    ['s[1:]', 's[1:]', 35],
  ])('%s is no constant', (template, part, column) => {
    const run = () => weaveText(assigning(template, b), 'package demo\n\nconst B = 1\n');
    expect(failure(run)).toBe(
      `aspects.yml:5:${column} advice_no_constant: assign-value puts ${part}, which is no constant, where only a constant can stand, at input.go:3:7`,
    );
  });

  test.each([
    '1 << 3',
    'iota',
    'T(1)',
    'len("abc")',
    'unsafe.Sizeof(f())',
    'math.MaxInt8 - 1',
    'min(1, 2)',
    '!true',
    '"a" + `b`',
    'complex(1, 2)',
  ])('%s may be one', (template) => {
    expect(weaveText(assigning(template, b), 'package demo\nconst B = 1\n')).toContain(`B = ${template}\n`);
  });
});

describe('wrap-expression', () => {
  const wrapping = `aspects:
  - id: demo
    join-point: {function-call: example.com/p.T}
    advice:
      - wrap-expression: {template: '*f({{ . }})'}
`;
  test.each([
    ['const c = 1 + p.T(2)', true],
    ['var a [p.T(2)]int', true],
    ['var a = [...]int{p.T(2): 1}', true],
    ['var a = map[p.T][]int{p.T(2): {}}', false],
    ['const c = unsafe.Sizeof(p.T(2))', false],
    ['const c = len([p.T(2)]int{})', true],
    ['func f() { switch x { case p.T(2): } }', false],
    ['type t struct { a [p.T(2)]int }', true],
    ['var a = [3]func(){1: func() { p.T(2) }}', false],
    ['var a = [3]int{1: p.T(2)}', false],
  ])('%s', (text, wantsConstant) => {
    const run = () => weaveText(wrapping, `package demo\nimport ("example.com/p"; "unsafe")\n${text}\n`);
    if (wantsConstant) expect(failure(run)).toMatch(/^aspects.yml:5:38 advice_no_constant/);
    else expect(run()).toContain('*f(p.T(2))');
  });

  test('what only the compiler can tell begins in the template', () => {
    const yaml = wrapping.replace('*f({{ . }})', '{{ . }} + p.F(1)');
    const woven = weaveText(yaml, 'package demo\nimport "example.com/p"\nconst c = p.T(2)\n');
    expect(woven).toContain('const c = (p.T(2) + p.F(1))');
  });
});
