import { expect, test } from 'vitest';
import { impliedImports } from '../../../src/vocabulary/ask.ts';
import { consultedPackages, injectablePackages } from '../../../src/vocabulary/aspect-packages.ts';
import { expectOne, orchestrion, pointOf, withAdvice } from '../aspects/helpers.ts';

test.each([
  ['prepend-statements: {imports: {b: x/b, a: x/a, u: unsafe}}', ['x/a', 'x/b']],
  ['wrap-expression: {imports: {a: x/a, again: x/a}}', ['x/a']],
  ['assign-value: {imports: {_: x/blank}}', ['x/blank']],
  ['append-args: {type: x/t.T, values: [{imports: {a: x/a}}, {imports: {b: x/b}}]}', ['x/a', 'x/b', 'x/t']],
  ['append-args: {type: T, values: []}', []],
  ['replace-function: x/a.F', ['x/a']],
  ['replace-function: close', []],
  ['add-struct-field: {name: f, type: "*x/a.T"}', ['x/a']],
  ['add-struct-field: {name: f, type: T}', []],
  ['add-blank-import: x/a', ['x/a']],
  ['inject-declarations: {imports: {a: x/a, u: unsafe}, links: [x/link, x/a]}', ['x/a', 'x/link']],
])('%s may inject', (advice, expected) => {
  expect(injectablePackages(expectOne(orchestrion(withAdvice(`- ${advice}`)).aspects))).toEqual(expected);
});

test('all advice of an aspect counts', () => {
  const { aspects } = orchestrion(
    withAdvice('- add-blank-import: x/b\n- add-blank-import: x/a\n- add-blank-import: x/b'),
  );
  expect(injectablePackages(expectOne(aspects))).toEqual(['x/a', 'x/b']);
});

test.each([
  ['import-path: a', ['a']],
  ['function-call: x/a.F', ['x/a']],
  ['function-call: close', []],
  ['declaration-of: x/a.F', ['x/a']],
  ['value-declaration: x/a.T', ['x/a']],
  ['value-declaration: bool', []],
  ['struct-definition: x/a.T', ['x/a']],
  ['struct-literal: {type: x/a.T}', ['x/a']],
  ['method-call: {receiver: x/a.T, name: M}', ['x/a']],
  ['function: [receiver: "*x/a.T", name: F]', ['x/a']],
  ['function: [signature: {args: [x/a.T, int], returns: [x/b.T]}]', ['x/a', 'x/b']],
  ['function: [signature-contains: {args: [x/a.T], returns: [x/b.T]}]', []],
  ['function: [argument-implements: x/a.I, result-implements: x/b.I, final-result-implements: x/c.I]', []],
  ['function-body: {function: [receiver: x/a.T]}', ['x/a']],
  ['all-of: [{import-path: b}, {import-path: a}, {not: {import-path: c}}]', ['a', 'b']],
  ['one-of: [{all-of: [{import-path: a}, {import-path: b}]}, {function-call: b.F}]', ['b']],
  ['one-of: [{import-path: a}, {package-name: b}]', []],
  ['one-of: []', []],
  ['all-of: []', []],
  ['not: {import-path: a}', []],
  ['package-name: a', []],
  ['package-filter: a', []],
  ['test-main: true', []],
  ['configuration: {a: b}', []],
  ['directive: a', []],
])('%s implies imports', (point, expected) => {
  const flat = point.replace(/function: \[(receiver: [^,\]]+), (name: F)\]/, 'function: [{$1}, {$2}]');
  expect(impliedImports(pointOf(flat))).toEqual(expected);
});

test.each([
  ['{function: [argument-implements: x/a.I]}', '', ['x/a']],
  [
    '{all-of: [{not: {function-body: {function: [result-implements: x/b.I]}}}, {function: [receiver: x/c.T]}]}',
    '',
    ['x/b'],
  ],
  ['{one-of: [{function: [final-result-implements: error]}]}', '', []],
  [
    '{import-path: a}',
    '{{ .Function.ArgumentThatImplements "x.y/a.I" }}{{ .Function.FinalResultImplements `b.I` }}',
    ['b', 'x.y/a'],
  ],
  ['{import-path: a}', '{{ .Function.ArgumentOfType "x/a.T" }}', []],
])('%s with the template %s asks about interfaces of', (point, template, expected) => {
  const yaml = `aspects: [{id: x, join-point: ${point}, advice: [{prepend-statements: {template: ${JSON.stringify(template)}}}]}]`;
  expect(consultedPackages(expectOne(orchestrion(yaml).aspects))).toEqual(expected);
});
