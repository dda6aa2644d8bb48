import { describe, expect, test } from 'vitest';
import { weave, weaveText } from '../../../support/weave.ts';

const rule = (where: string, modifier: string) => `r:
  target: example.com/demo
  where: {${where}}
  do: [{${modifier}}]
`;

const text = `package demo

import "sync"

var a, b = f()

var c int

func f() (int, int) { g(); return 1, 2 }

func g() {}

var pool = sync.Pool{nil, nil}
`;

describe('what cannot be done is an error', () => {
  test.each([
    [rule('func: f, pattern: "^h"', 'inject_code: {raw: "g()"}'), 'advice_no_statement'],
    [rule('identifier: a', 'assign_value: {replace: "1"}'), 'advice_no_value'],
    [rule('identifier: c', 'assign_value: {wrap: "1 + {{ . }}"}'), 'advice_no_value'],
    [rule('func: f', 'inject_code: {raw: "{{ .FuncArgument 0 }}"}'), 'template_execution'],
    [rule('func: f', 'inject_code: {raw: "if"}'), 'code_broken_go'],
  ])('%s', (rules, code) => {
    expect(() => weave(rules, { 'a.go': text })).toThrow(expect.objectContaining({ code }));
  });
});

describe('directives', () => {
  const traced = (args: string) =>
    weaveText(
      rule('directive: "a:b"', `expand_directive: {template: 'g("{{ .DirectiveArg "k" }}")'}`),
      `package demo\n\n//a:b${args}\nfunc f() {}\n`,
    );

  test.each([
    ['', 'g("")'],
    [' k:v', 'g("v")'],
    [' x:1 k:"two words" k:later', 'g("two words")'],
    ['\tk:', 'g("")'],
  ])('%j', (args, expected) => {
    expect(traced(args)).toContain(expected);
  });

  test.each([' k', ' :v', " k:'v'", ' k:"v', ' k:"\\x"'])('%j is malformed', (args) => {
    expect(() => traced(args)).toThrow(expect.objectContaining({ code: 'template_execution' }));
  });
});

test('literals without field names stay as they are', () => {
  const rules = rule('struct_literal: sync.Pool', 'set_fields: {field: [{name: New, value: nil}]}');
  expect(weaveText(rules, text)).toBe(text);
});

test('calls of methods, of locals and of dot imports are no calls of a package', () => {
  const rules = rule('function_call: fmt.Println', 'wrap_call: {replace: "w({{ . }})"}');
  const source =
    'package demo\n\nimport "fmt"\n\nfunc f(x T) { x.Println(); fmt := x; fmt.Println() }\n\nvar _ = fmt.Sprint\n';
  expect(weaveText(rules, source)).toBe(source);
});
