import { expect, test } from 'vitest';
import type { TypeOracle } from '../../../../src/lang/names/type-oracle.ts';
import { marking, matchesOf, weave } from '../../../support/weave.ts';

const head = 'package demo\n';

function at(point: string, text: string, oracle?: TypeOracle, aspectFile = 'gots.yml'): string[] {
  const input = { aspectFile, ...(oracle === undefined ? {} : { oracle }) };
  return matchesOf(marking(point), head + text, input).map((m) => m.slice('mark '.length));
}

/** As in an orchestrion.yml. */
function inOrchestrion(point: string, text: string): string[] {
  return at(point, text, undefined, 'orchestrion.yml');
}

test('function-call: imports are looked through, locals are not imports', () => {
  const text = `import ("net/http"; h "net/url"; . "strings")
var a, _ = http.Get("1")
var b, _ = h.Parse("2")
func f(http client) {
	http.Get("3")
	http.DefaultClient.Get("4")
}
func g() {
	(http.Get)("5")
	http.DefaultClient.Get("6")
	{
		http := client{}
		http.Get("7")
	}
	if http := (client{}); true { http.Get("8") } else { http.Get("9") }
	for _, http := range []client{} { http.Get("10") }
	switch http := any(1).(type) { case client: http.Get("11") }
	select { case http := <-make(chan client): http.Get("12"); default: http.Get("13") }
	http, e := http.Get("14")
	_, _ = http, e
	ToUpper("15")
	func(ToUpper func(string)) { ToUpper("16") }(nil)
}
type client struct{}
func (client) Get(string) {}
func (ToUpper client) h() { ToUpper.Get("17") }
`;
  expect(at('{function-call: net/http.Get}', text)).toEqual(['3:12', '10:2', '19:70', '20:13']);
  expect(inOrchestrion('{function-call: net/http.Get}', text)).toEqual(['3:12', '11:2', '19:70', '20:13']);
  expect(at('{function-call: net/url.Parse}', text)).toEqual(['4:12']);
  expect(at('{function-call: strings.ToUpper}', text)).toEqual(['22:2']);
});

test('function-call: instantiations and conversions match, own calls do not; in orchestrion.yml members do, instantiations not', () => {
  const text = `import "example.com/lib"
func F(x any) {
	lib.F[int](1)
	lib.T(2)
	F(3)
	x.F(4)
	lib.G.F(5)
	(lib.F[int, string])(6, 7)
	lib.F[lib.T](8, 9)
	lib.F[0](10)
	func(F func(int)) { F(11); (F)(12) }(nil)
	(F)(13)
}
`;
  expect(at('{function-call: example.com/lib.F}', text)).toEqual(['4:2', '9:2', '10:2']);
  expect(inOrchestrion('{function-call: example.com/lib.F}', text)).toEqual(['8:2']);
  for (const dialect of [at, inOrchestrion]) {
    expect(dialect('{function-call: example.com/lib.T}', text)).toEqual(['5:2']);
    expect(dialect('{function-call: example.com/demo.F}', text)).toEqual([]);
  }
  expect(at('{function-call: F}', text)).toEqual(['6:2', '13:2']);
  expect(inOrchestrion('{function-call: F}', text)).toEqual(['6:2', '7:2', '12:22']);
});

test('a dot import is no candidate for what another file of the package declares', () => {
  const files = {
    'a.go': 'package demo\nimport . "strings"\nvar _ = ToUpper("a") + Title("b")\n',
    'b.go': 'package demo\nfunc Title(s string) string { return s }\n',
  };
  const at = (name: string) =>
    weave(marking(`{function-call: strings.${name}}`), files).matches.map((m) => m.at.column);
  expect(at('ToUpper')).toEqual([9]);
  expect(at('Title')).toEqual([]);
});

test('which of several dot imports a name comes from is not guessed', () => {
  const text = 'import (. "strings"; . "bytes")\nvar _ = ToUpper("a")\n';
  expect(() => at('{function-call: strings.ToUpper}', text)).toThrowError(
    expect.objectContaining({ code: 'weave_dot_imports', span: { file: 'input.go', line: 3, column: 9 } }),
  );
});

test('the declared name of an unnamed import comes from the caller, from its use, or from its path', () => {
  const text = (path: string, use: string) => ({ 'input.go': `package demo\nimport "${path}"\nvar _ = ${use}.F()\n` });
  const count = (path: string, use: string, names: Record<string, string> = {}) =>
    weave(marking(`{function-call: ${path}.F}`), text(path, use), { names }).matches.length;
  expect(count('github.com/go-chi/chi/v5', 'chi')).toBe(1);
  expect(count('gopkg.in/yaml.v3', 'yaml')).toBe(1);
  expect(count('github.com/x/go-redis', 'redis')).toBe(1);
  expect(count('github.com/x/y', 'z')).toBe(0);
  expect(count('github.com/x/y', 'z', { 'github.com/x/y': 'z' })).toBe(1);
  expect(count('github.com/x/y', 'y', { 'github.com/x/y': 'z' })).toBe(0);
});

test('function: name, receiver, signature', () => {
  const text = `import "net/http"
func a(w http.ResponseWriter, r *http.Request) {}
func b(a, b int) (int, error) { return 0, nil }
func c(a int, b int) (r int, err error) { return 0, nil }
func (*T) a(interface{}) any { return func(string) {} }
func (t T[K]) b() {}
type T[K any] struct{}
func d(...int) {}
func e()
`;
  expect(at('{function: [{name: a}]}', text)).toEqual(['3:1', '6:1']);
  expect(at('{function: [{name: ""}]}', text)).toEqual(['6:39']);
  expect(at('{function: [{receiver: true}]}', text)).toEqual(['6:1', '7:1']);
  expect(at('{function: [{receiver: "*example.com/demo.T"}]}', text)).toEqual(['6:1']);
  expect(at('{function: [{receiver: example.com/demo.T}]}', text)).toEqual(['7:1']);
  const signature = (args: string, returns: string) =>
    at(`{function: [{signature: {args: [${args}], returns: [${returns}]}}]}`, text);
  expect(signature('net/http.ResponseWriter, "*net/http.Request"', '')).toEqual(['3:1']);
  expect(signature('net/http.ResponseWriter, net/http.Request', '')).toEqual([]);
  expect(signature('int', 'int, error')).toEqual(['4:1']);
  expect(signature('int, int', 'int, error')).toEqual(['5:1']);
  expect(signature('any', 'any')).toEqual(['6:1']);
  expect(signature('int', '')).toEqual([]);
  expect(signature('', '')).toEqual(['7:1', '10:1']);
  expect(at('{function: [{signature-contains: {args: [string, int]}}]}', text)).toEqual(['4:1', '5:1', '6:39']);
  expect(at('{function: [{signature-contains: {returns: [error, any]}}]}', text)).toEqual(['4:1', '5:1', '6:1']);
  expect(at('{function-body: {function: [{name: e}]}}', text)).toEqual([]);
});

test('types in signatures: pointers, generics, aliases, own types', () => {
  const text = `import web "net/http"
func a(*web.Request) {}
func b(web.Generic[int, string]) {}
func c(*Request) {}
func d([]web.Request) {}
func e(p *(web.Request)) {}
type Request struct{}
`;
  const args = (type: string) => at(`{function: [{signature-contains: {args: ["${type}"]}}]}`, text);
  expect(args('*net/http.Request')).toEqual(['3:1', '7:1']);
  expect(args('net/http.Generic')).toEqual(['4:1']);
  expect(args('*Request')).toEqual(['5:1']);
  expect(args('*example.com/demo.Request')).toEqual([]);
});

test('struct-literal: value, pointer, field', () => {
  const text = `import "net/http"
var a, b, c = http.Client{}, &http.Client{}, &(http.Client{})
var d = []http.Client{{}, {Timeout: 1}}
var e = http.Client{Timeout: 2, Jar: nil}
var f = map[string]int{Timeout: 3}
`;
  expect(at('{struct-literal: {type: net/http.Client}}', text)).toEqual(['3:15', '3:31', '3:48', '5:9']);
  const only = (match: string) => `{struct-literal: {type: net/http.Client, match: ${match}}}`;
  expect(at(only('value-only'), text)).toEqual(['3:15', '5:9']);
  expect(at(only('pointer-only'), text)).toEqual(['3:30', '3:46']);
  expect(inOrchestrion(only('value-only'), text)).toEqual(['3:15', '3:48', '5:9']);
  expect(inOrchestrion(only('pointer-only'), text)).toEqual(['3:30']);
  expect(at('{struct-literal: {type: net/http.Client, field: Timeout}}', text)).toEqual(['5:21']);
});

test('declarations', () => {
  const text = `type A struct{}
type B = struct{}
type C int
var x, y bool
var z = true
const w bool = true
func f() { type A struct{}; var x string; const v = 1 }
func (C) f() { _ = struct{ A int }{} }
`;
  expect(at('{struct-definition: example.com/demo.A}', text)).toEqual(['2:6']);
  expect(at('{struct-definition: example.com/demo.B}', text)).toEqual(['3:6']);
  expect(at('{struct-definition: example.com/demo.C}', text)).toEqual([]);
  expect(at('{declaration-of: example.com/demo.x}', text)).toEqual(['5:5']);
  expect(at('{declaration-of: example.com/demo.f}', text)).toEqual(['8:1']);
  expect(inOrchestrion('{declaration-of: example.com/demo.x}', text)).toEqual(['5:5', '8:33']);
  expect(inOrchestrion('{declaration-of: example.com/demo.f}', text)).toEqual(['8:1', '9:1']);
  expect(at('{value-declaration: bool}', text)).toEqual(['5:5', '6:5', '7:7', '8:49']);
});

test('method-call asks for the type of the receiver', () => {
  const text = `import "net/http"
func f(p *http.Client, v http.Client, o other) {
	p.Do(1)
	v.Do(2)
	o.Do(3)
	http.Do(4)
	p.Get(5)
}
`;
  const source = head + text;
  const types: Record<string, ReturnType<TypeOracle['typeOf']>> = {
    p: { path: 'net/http', name: 'Client', pointer: true },
    v: { path: 'net/http', name: 'Client', pointer: false },
    o: { path: 'example.com/demo', name: 'Client', pointer: false },
  };
  const oracle: TypeOracle = {
    typeOf: ({ start, end }) => types[source.slice(start, end)],
    implementsInterface: () => undefined,
    packageOf: () => undefined,
    callShape: () => ({ unknown: 'not asked' }),
  };
  const point = (match: string) => `{method-call: {receiver: net/http.Client, name: Do, match: ${match}}}`;
  expect(at(point('any'), text, oracle)).toEqual(['4:2', '5:2']);
  expect(at(point('pointer-only'), text, oracle)).toEqual(['4:2']);
  expect(at(point('value-only'), text, oracle)).toEqual(['5:2']);
  expect(() => at(point('any'), text)).toThrowError(
    expect.objectContaining({ code: 'weave_needs_types', span: { file: 'input.go', line: 4, column: 2 } }),
  );
});

test('argument-implements needs types only where the name does not decide', () => {
  const text = `import "context"
func a(n int, ctx context.Context) {}
func b() {}
func c(n int) {}
`;
  const asked: string[] = [];
  const source = head + text;
  const oracle: TypeOracle = {
    typeOf: () => undefined,
    implementsInterface: ({ start, end }) => {
      asked.push(source.slice(start, end));
      return false;
    },
    packageOf: () => undefined,
    callShape: () => ({ unknown: 'not asked' }),
  };
  expect(at('{function: [{argument-implements: context.Context}]}', text, oracle)).toEqual(['3:1']);
  expect(asked).toEqual(['int']);
  expect(at('{function: [{name: a}, {argument-implements: context.Context}]}', text)).toEqual(['3:1']);
  expect(() => at('{function: [{argument-implements: context.Context}]}', text)).toThrowError(
    expect.objectContaining({ code: 'weave_needs_types', span: { file: 'input.go', line: 5, column: 10 } }),
  );
  expect(at('{function: [{final-result-implements: error}]}', text)).toEqual([]);
});

test('name-matches, receiver-matches: T or *T without type arguments, nothing for functions; literals have no name', () => {
  const text = `func f1() { _ = func() {} }
func f12() {}
func (t T) f2() {}
func (*T) f3() {}
func (*G[A]) f4() {}
func (g (G[A])) f5() {}
func (*P[A, B]) f6() {}
type T struct{}
type G[X any] struct{}
type P[X, Y any] struct{}
`;
  const where = (name: string, receiver: string) =>
    at(`{function: [{name-matches: '${name}'}, {receiver-matches: '${receiver}'}]}`, text);
  expect(where('^f[12]$', '.*')).toEqual(['2:1', '4:1']);
  expect(where('.*', '^$')).toEqual(['2:1', '3:1']);
  expect(where('.*', '^\\*T$')).toEqual(['5:1']);
  expect(where('.*', '^*T$')).toEqual(['4:1', '5:1']);
  expect(where('^f', '^\\*?[GP]$')).toEqual(['6:1', '7:1', '8:1']);
});

test.each([
  ['gots.yml', marking('{struct-definition: example.com/demo.T}')],
  ['orchestrion.yml', marking('{struct-definition: example.com/demo.T}')],
  [
    'otelc.yml',
    'mark:\n  target: example.com/demo\n  where: {struct: T}\n  do: [{add_struct_fields: {new_field: [{name: a, type: int}]}}]\n',
  ],
  ['rules.json', '[{"ImportPath": "example.com/demo", "StructType": "T", "FieldName": "a", "FieldType": "int"}]'],
])('a struct rule of %s is about the type of the package', (aspectFile, rules) => {
  const text = `package demo
func f() { type T struct{}; _ = func() { type T struct{} } }
type (
	T struct{}
	G[T any] struct{}
)
`;
  expect(matchesOf(rules, text, { aspectFile }).map((match) => match.split(' ')[1])).toEqual(['4:2']);
});

test('calls in rules of otelc: qualified ones, with parentheses and type arguments', () => {
  const rules =
    'mark:\n  target: example.com/demo\n  where: {function_call: example.com/lib.F}\n  do: [{wrap_call: {replace: "{{ . }}"}}]\n';
  const text = `package demo
import ("example.com/lib"; . "example.com/lib")
func f(l lib.T) {
	lib.F(1)
	(lib.F)(2)
	lib.F[int](3)
	F(4)
	lib.V.F(5)
	l.F(6)
	func(lib lib.T) { lib.F(7) }(l)
}
`;
  expect(matchesOf(rules, text, { aspectFile: 'otelc.yml' })).toEqual(['mark 4:2', 'mark 5:2', 'mark 6:2']);
});
