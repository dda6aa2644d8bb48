import { describe, expect, test } from 'vitest';
import { weave } from '../../../../support/weave.ts';

const hookPackage = `package hooks

type HookContext interface {
	SetSkipCall(bool)
	IsSkipCall() bool
	SetData(interface{})
	GetData() interface{}
	GetKeyData(key string) interface{}
	SetKeyData(key string, val interface{})
	HasKeyData(key string) bool
	GetParamCount() int
	GetParam(idx int) interface{}
	SetParam(idx int, val interface{})
	GetReturnValCount() int
	GetReturnVal(idx int) interface{}
	SetReturnVal(idx int, val interface{})
	GetFuncName() string
	GetPackageName() string
}

func NoContext() {}

func Before(ctx HookContext, s string) {}

func Variadic(ctx HookContext, s ...string) {}

func Pointer(ctx HookContext, s *string) {}

func Calls(ctx HookContext, s string) { helper(1, ctx) }

func helper(n int, c HookContext) { if n > 0 { helper(n-1, c) }; c.SetData(n) }

func Closes(ctx HookContext, s string) { func() { ctx.SetData(1) }() }

func Goes(ctx HookContext, s string) { go ctx.SetData(1) }

func Loops(ctx HookContext, s string) { for range 3 { defer ctx.SetData(1) } }

func Defers(ctx HookContext, s string) { defer ctx.SetData(1) }

func Unknown(ctx HookContext, s string) { print(ctx) }

func Local(ctx HookContext, s string) { helper := func(int, HookContext) {}; helper(1, ctx) }

func MethodValue(ctx HookContext, s string) { f := ctx.SetData; f(1) }
`;

const packageFiles = (path: string) =>
  path === 'example.com/hooks'
    ? [{ name: 'example.com/hooks/hooks.go', bytes: Buffer.from(hookPackage) }]
    : path === 'example.com/broken'
      ? [{ name: 'example.com/broken/hooks.go', bytes: Buffer.from('package hooks\n\nfunc {\n') }]
      : undefined;

function woven(advice: string, text = 'package demo\n\nfunc F(s string) {}\n') {
  const yaml = `aspects:
  - id: hook
    join-point: {function: [{name: F}]}
    advice:
      - hooks: {${advice}}
`;
  const { files, added } = weave(yaml, { 'a.go': text }, { packageFiles });
  return { text: files[0]?.text?.toString('utf8') ?? '', added: added.map(({ name }) => name) };
}

const hooks = 'path: example.com/hooks';

describe('where the context lies', () => {
  test.each(['Calls', 'Defers'])('%s: in the frame, as the hook cannot keep it', (hook) => {
    expect(woven(`${hooks}, before: ${hook}`).text).toContain('__gotsHidden(__gotsC)');
  });

  test.each(['Closes', 'Goes', 'Loops', 'Unknown', 'Local', 'MethodValue'])('%s: the hook may keep it', (hook) => {
    const { text } = woven(`${hooks}, before: ${hook}`);
    expect(text).toContain('var __gotsC1 __gotsContext');
    expect(text).not.toContain('__gotsHidden');
  });

  test('nowhere, if the hook does not use it', () => {
    expect(woven(`${hooks}, before: Before`).text).not.toContain('__gotsContext');
  });
});

test('a package gets what trampolines need, once', () => {
  const text = 'package demo\n\nfunc F(s string) {}\n\ntype T int\n\nfunc (T) F(s string) {}\n';
  expect(() => woven(`${hooks}, before: Calls`, text)).toThrow(expect.objectContaining({ code: 'hook_signature' }));
  expect(woven(`${hooks}, before: Calls`).added).toEqual(['gots.hooks.go', 'gots.otelc_context.go', 'gots.names.go']);
});

test.each([
  [hooks, 'aspect_hooks_none'],
  [`${hooks}, before: Befor`, 'hook_missing'],
  [`${hooks}, before: NoContext`, 'hook_syntax'],
  [`${hooks}, after: Before`, 'hook_signature'],
  [`${hooks}, before: Pointer`, 'hook_signature'],
  ['path: example.com/none, before: Before', 'aspect_package_missing'],
  ['path: example.com/broken, before: Before', 'hook_syntax'],
])('%s is %s', (advice, code) => {
  expect(() => woven(advice)).toThrow(expect.objectContaining({ code }));
});

test('variadic parameters are slices to their hooks', () => {
  const text = 'package demo\n\nfunc F(s ...string) {}\n';
  expect(woven(`${hooks}, before: Variadic`, text).text).toContain('__gotsP0 []string');
});

test('parameters whose types depend on type parameters need hooks that take anything', () => {
  const text = 'package demo\n\nfunc F[T any](s []T) {}\n';
  expect(() => woven(`${hooks}, before: Before`, text)).toThrow(expect.objectContaining({ code: 'hook_signature' }));
});

test('functions without a body cannot be hooked', () => {
  const text = 'package demo\n\nfunc F(s string)\n';
  expect(() => woven(`${hooks}, before: Before`, text)).toThrow(expect.objectContaining({ code: 'advice_wrong_node' }));
});

describe('the interface of the context', () => {
  const api = `package api

type Context = Data

type Data interface {
	Getter
	SetData(interface{})
}

type Getter interface{ GetData() any }

type Odd interface{ Cancel() }

type Number int
`;

  /** The interface that the woven package declares for a hook whose context is of this type. */
  function declared(type: string, more = ''): string {
    const hook = `package hooks\n\nimport "example.com/api"\n\nvar _ api.Data\n${more}\nfunc Before(ctx ${type}, s string) {}\n`;
    const yaml = `aspects:
  - id: hook
    join-point: {function: [{name: F}]}
    advice:
      - hooks: {path: example.com/hooks, before: Before}
`;
    const texts: Readonly<Record<string, string>> = { 'example.com/hooks': hook, 'example.com/api': api };
    const { added } = weave(
      yaml,
      { 'a.go': 'package demo\n\nfunc F(s string) {}\n' },
      {
        packageFiles: (path) =>
          texts[path] === undefined ? undefined : [{ name: `${path}/a.go`, bytes: Buffer.from(texts[path]) }],
      },
    );
    const text = added.find(({ name }) => name.includes('context'))?.text.toString('utf8') ?? '';
    return [...text.matchAll(/^\t(\w+)\(/gm)].map(([, name]) => name).join(' ');
  }

  test.each([
    ['api.Data', '', 'SetData GetData'],
    ['api.Context', '', 'SetData GetData'],
    ['Own', 'type Own = api.Context', 'SetData GetData'],
    ['Own', 'type Own interface { api.Data; IsSkipCall() bool }', 'IsSkipCall SetData GetData'],
    ['interface{ api.Getter; IsSkipCall() bool }', '', 'IsSkipCall GetData'],
    ['any', '', ''],
    ['interface{}', '', ''],
  ])('%s %s', (type, more, methods) => {
    expect(declared(type, more)).toBe(methods);
  });

  test('in a package whose files are not at hand it is the one that the tool published', () => {
    expect(declared('gone.Context', 'import "example.com/gone"').split(' ')).toHaveLength(15);
  });

  test.each([
    ['api.Odd', 'the context has the method Cancel, which gots does not know'],
    ['api.Number', 'the first parameter is a int, which is no interface that can be read'],
    ['api.Absent', 'the first parameter is a api.Absent, which is no interface that can be read'],
    ['*api.Data', 'the first parameter is a *api.Data, which is no interface that can be read'],
  ])('%s is refused', (type, message) => {
    expect(() => declared(type)).toThrow(expect.objectContaining({ code: 'hook_syntax', message }));
  });
});

describe('functions without a body', () => {
  const text =
    'package demo\n\nfunc Asm(s string)\n\nfunc Go(s string) {}\n\nfunc _(s string) {}\n\nvar _ = func(s string) {}\n';
  const files = (path: string) =>
    path === 'example.com/hooks'
      ? [
          {
            name: 'example.com/hooks/h.go',
            bytes: Buffer.from('package hooks\n\ntype CallContext interface{}\n\nfunc B(c CallContext) {}\n'),
          },
        ]
      : undefined;
  const matched = (rules: string, aspectFile: string) =>
    weave(rules, { 'input.go': text }, { aspectFile, packageFiles: files }).matches.map(({ at }) => at.line);
  const rule = (name: string) =>
    `[{"ImportPath": "example.com/demo", "Function": "${name}", "OnEnter": "B", "Path": "example.com/hooks"}]`;
  const aspect = (point: string) =>
    `aspects:\n  - join-point: ${point}\n    advice: [{hooks: {path: example.com/hooks, before: B, context: CallContext}}]\n`;

  test('a pattern passes over them', () => {
    expect(matched(rule('.*'), 'rules.json')).toEqual([5, 7]);
    expect(() => matched(aspect('{function: [{name-matches: "^[AG]"}]}'), 'gots.yml')).toThrowError(
      expect.objectContaining({ code: 'hook_signature' }),
    );
    expect(() => matched(aspect('{one-of: [{function: [{name-matches: "^A"}]}]}'), 'gots.yml')).not.toThrow();
  });

  test.each([
    [rule('Asm'), 'rules.json'],
    [aspect('{function: [{name: Asm}]}'), 'gots.yml'],
    [aspect('{all-of: [{function: [{name: Asm}]}, {function: [{receiver: false}]}]}'), 'gots.yml'],
  ])('one that is named must have one: %s', (rules, aspectFile) => {
    expect(() => matched(rules, aspectFile)).toThrowError(expect.objectContaining({ code: 'advice_wrong_node' }));
  });
});
