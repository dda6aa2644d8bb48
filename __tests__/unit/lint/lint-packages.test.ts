import { expect, test } from 'vitest';
import { lintConstants } from '../../../src/lint/lint-constants.ts';
import { declaredIn, type KnownPackages, lintPackages, mentionedPaths } from '../../../src/lint/lint-packages.ts';
import { parseGo, testGrammar } from '../../support/grammar.ts';
import { gots, orchestrion, withPoint } from '../aspects/helpers.ts';

const grammar = await testGrammar();
const declared = declaredIn([
  parseGo(
    grammar,
    'package p\ntype T struct{}\nfunc (t *T) Serve() {}\nfunc (T) Close() {}\nfunc Get() {}\nvar V, W int\n',
  ),
  parseGo(grammar, 'package p\ntype G[K any] struct{}\nfunc (g *G[K]) Len() int { return 0 }\nconst C = 1\n'),
]);
const known: KnownPackages = {
  paths: ['x/p', 'net/http'],
  declared: (path) => (path === 'x/p' ? declared : undefined),
};

function lint(point: string): string[] {
  return lintPackages(orchestrion(withPoint(point)).aspects, known).map(
    ({ code, message, hint }) => `${code}: ${message}; ${hint}`,
  );
}

test('what the files of a package declare', () => {
  expect([...declared.topLevel].sort()).toEqual(['C', 'G', 'Get', 'T', 'V', 'W']);
  expect(Object.fromEntries(declared.methods)).toEqual({ T: ['Serve', 'Close'], G: ['Len'] });
});

test.each([
  'import-path: x/p',
  'function-call: x/p.Get',
  // In an orchestrion.yml, a method of the package's variables counts as its function.
  'function-call: x/p.Close',
  'declaration-of: x/p.V',
  'struct-literal: {type: x/p.T}',
  'method-call: {receiver: x/p.T, name: Promoted}',
  'function: [{receiver: "*x/p.T"}, {name: Serve}]',
  'function: [{receiver: x/p.G}, {name: Len}]',
  'function: [{name: Anything}]',
  'not: {import-path: x/gone}',
  'function-call: close',
])('%s names what is there', (point) => {
  expect(lint(point)).toEqual([]);
});

const absent = 'aspect_symbol_absent: the package "x/p" has no';

test.each([
  [
    'import-path: x/q',
    ['aspect_package_absent: no module of this build provides the package "x/q"; did you mean "x/p"?'],
  ],
  [
    'function-call: elsewhere.example/y.F',
    [
      'aspect_package_absent: no module of this build provides the package "elsewhere.example/y"; the aspect matches nothing here; check the spelling',
    ],
  ],
  ['function-call: x/p.Gett', [`${absent} function, method, type, variable or constant "Gett"; did you mean "Get"?`]],
  ['struct-definition: x/p.Tt', [`${absent} type "Tt"; did you mean "T"?`]],
  [
    'function-body: {function: [{receiver: "*x/p.T"}, {name: Sreve}]}',
    [`${absent} method "T.Sreve"; did you mean "T.Serve"?`],
  ],
  [
    'function: [{receiver: x/p.Gone}, {name: F}]',
    [`${absent} type "Gone"; check the name and the version of the module in use`],
  ],
  [
    'function: [{signature: {args: [x/p.Gone, x/p.Gone]}}]',
    [`${absent} type "Gone"; check the name and the version of the module in use`],
  ],
])('%s names what is not there', (point, problems) => {
  expect(lint(point)).toEqual(problems);
});

test('in a gots.yml, methods are no functions of their package', () => {
  const { aspects } = gots(withPoint('function-call: x/p.Close'));
  expect(lintPackages(aspects, known).map(({ message }) => message)).toEqual([
    'the package "x/p" has no function, type, variable or constant "Close"',
  ]);
});

test.each([
  [
    'declaration-of: x/p.C',
    'f()',
    'aspect_value_no_constant 8:22 the constant x/p.C cannot have this value: f() is no constant',
  ],
  [
    'all-of: [{import-path: x/p}, {declaration-of: x/p.C}]',
    '{{ . }} + &x',
    'aspect_value_no_constant 8:32 the constant x/p.C cannot have this value: &x is no constant',
  ],
  [
    'package-value: {name: D, keyword: const}',
    'T{}',
    'aspect_value_no_constant 8:22 the constant D cannot have this value: T{} is no constant',
  ],
  ['declaration-of: x/p.C', '{{ . }} + lib.F(1)', undefined],
  ['declaration-of: x/p.C', '{{ if true }}f(){{ end }}', undefined],
  ['declaration-of: x/p.V', 'f()', undefined],
])('%s and the value %s', (point, template, problem) => {
  const text = `aspects:\n  - join-point:\n      ${point}\n    advice:\n      - assign-value:\n          wraps: true\n          # the value\n          template: '${template}'\n`;
  const found = lintConstants(gots(text).aspects, { known, grammar });
  expect(found.map(({ code, message, span }) => `${code} ${span?.line}:${span?.column} ${message}`)).toEqual(
    problem ? [problem] : [],
  );
});

test('every package that is spoken of is looked up once', () => {
  const point =
    'all-of: [{import-path: b}, {one-of: [{function-call: a.F}, {function-body: {function: [{receiver: b.T}]}}]}]';
  expect(mentionedPaths(orchestrion(withPoint(point)).aspects)).toEqual(['a', 'b']);
});
