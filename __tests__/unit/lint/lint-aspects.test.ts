import { expect, test } from 'vitest';
import { checkCodeTemplate } from '../../../src/aspects/check-template.ts';
import { lintAspects } from '../../../src/lint/lint-aspects.ts';
import type { Aspect } from '../../../src/vocabulary/aspect.ts';
import { gots, orchestrion, withPoint } from '../aspects/helpers.ts';

/** `severity line:column code: message; hint` of each problem. */
function lint(yaml: string): string[] {
  return problems(orchestrion(yaml, checkCodeTemplate).aspects);
}

function problems(aspects: readonly Aspect[]): string[] {
  return lintAspects(aspects).map(({ severity, diagnostic }) => {
    const { code, message, hint, span } = diagnostic;
    return `${severity} ${span?.line}:${span?.column} ${code}: ${message}; ${hint}`;
  });
}

function reasonOf(point: string): string | undefined {
  const [only] = lint(withPoint(point));
  return /aspect_never_matches: this join point can never match: (.*); correct or remove it$/.exec(only ?? '')?.[1];
}

test.each([
  ['all-of: [{import-path: a/b}, {import-path: a/c}]', 'no package is both "a/b" and "a/c"'],
  ['all-of: [{import-path: a}, {struct-definition: b.T}]', 'no package is both "a" and "b"'],
  ['all-of: [{import-path: a}, {not: {import-path: a}}]', 'it wants "import-path" and excludes the same'],
  ['all-of: [{struct-definition: a.T}, {not: {import-path: a}}]', 'it matches in "a" only, which is excluded'],
  ['all-of: [{import-path: a/b}, {package-filter: b/**}]', 'it matches in "a/b" only, which "b/**" does not contain'],
  ['all-of: [{import-path: a}, {not: {package-filter: a}}]', 'it matches in "a" only, which "a" excludes'],
  [
    'all-of: [{import-path: a}, {function-call: a.F}]',
    'calls of "a" are matched in other packages only, not in itself',
  ],
  ['import-path: cmd/compile', `"cmd/compile" is part of the go command's own tools, which are never woven`],
  ['import-path: github.com/DataDog/orchestrion', '"github.com/DataDog/orchestrion" is never woven'],
  [
    'import-path: github.com/DataDog/dd-trace-go/v2/x',
    '"github.com/DataDog/dd-trace-go/v2/x" is only woven by aspects with "tracer-internal: true"',
  ],
  [
    'all-of: [{import-path: a/b}, {import-glob: "{b,c}/**"}]',
    'it matches in "a/b" only, which "{b,c}/**" does not contain',
  ],
  ['all-of: [{command: true}, {command: false}]', '"command" is not both true and false'],
  ['import-path: ./here', '"./here" is not an import path'],
  ['all-of: [{package-name: a}, {package-name: b}]', 'no package is named both "a" and "b"'],
  ['package-name: a-b', '"a-b" is not a package name'],
  ['all-of: [{test-main: true}, {not: {test-main: true}}]', 'it wants "test-main" and excludes the same'],
  ['all-of: [{test-main: true}, {test-main: false}]', '"test-main" is not both true and false'],
  ['configuration: {httpmode: report}', 'the only configuration there is says httpmode: wrap'],
  ['not: {package-filter: "**"}', 'it excludes "**", which is everything'],
  ['one-of: []', 'an empty "one-of" matches nothing'],
  ['not: {one-of: [{import-path: a}, {not: {import-path: a}}]}', 'it wants "import-path" and excludes the same'],
  [
    'function-body: {struct-definition: a.T}',
    '"function-body" asks about a function, and "struct-definition" a type definition; no node is both',
  ],
  [
    'all-of: [{function-call: a.F}, {function: []}]',
    '"function-call" matches a call, and "function" a function; no node is both',
  ],
  ['all-of: [{function-call: a.F}, {function-call: a.G}]', 'the callee of a call is not both "a.F" and "a.G"'],
  ['all-of: [{import-path: a}, {function-body: {function: [{receiver: b.T}]}}]', 'no package is both "a" and "b"'],
  ['function: [{name: F}, {name: G}]', 'the name of a function is not both "F" and "G"'],
  ['function: [{receiver: a.T}, {receiver: "*a.T"}]', 'a receiver is not both a.T and *a.T'],
  ['function: [{receiver: a.T}, {receiver: false}]', 'whether a function is a method is not both true and false'],
  ['function: [{name: a.F}]', '"a.F" is not a function name'],
  ['function: [{receiver: T}]', 'a receiver is named with its package: path.T'],
  ['method-call: {receiver: a.T, name: F()}', '"F()" is not a method name'],
  ['struct-literal: {type: "*a.T"}', 'no literal has a pointer type; write "match: pointer-only" for &T{…}'],
  ['struct-literal: {type: a.T, field: a.b}', '"a.b" is not a field name'],
  ['struct-definition: T', 'a struct is named with its package: path.Name'],
  [
    'all-of: [{import-path: a}, {one-of: [{declaration-of: b.F}, {struct-definition: a.T}]}]',
    'no package is both "a" and "b"',
  ],
])('%s can never match', (point, reason) => {
  expect(reasonOf(point)).toBe(reason);
});

test.each([
  'all-of: [{import-path: a}, {struct-definition: a.T}]',
  'all-of: [{import-path: net/http}, {declaration-of: vendor/net/http.F}]',
  'not: {import-path: a}',
  'not: {all-of: []}',
  'function: [{name: ""}]',
  'function: [{name: F}, {receiver: true}, {receiver: a.T}]',
  'all-of: [{directive: a}, {function-call: a.F}]',
  'all-of: [{import-path: a/b}, {package-filter: a/*}]',
  'all-of: [{import-path: a}, {package-filter: {root: true}}]',
  'one-of: [{import-path: a}, {import-path: b}]',
  'function-body: {all-of: [{function: []}, {directive: x}]}',
])('%s may match', (point) => {
  expect(lint(withPoint(point))).toEqual([]);
});

const withTemplate = (point: string, advice: string): string =>
  `aspects:\n  - join-point: ${point}\n    advice:\n      - ${advice}\n`;
const body = '{function-body: {function: []}}';
const call = '{function-call: a.F}';

test.each([
  ['{function: []}', 'prepend-statements: {template: x}', 'needs a block, but the join point matches a function'],
  [body, 'wrap-expression: {template: x}', 'needs an expression, but the join point matches a block'],
  [body, 'append-args: {type: any, values: []}', 'needs a call, but the join point matches a block'],
  ['{struct-literal: {type: a.T}}', 'replace-function: b.F', 'needs a call, but the join point matches a literal'],
  [call, 'assign-value: {template: x}', 'needs a variable or constant declaration, but the join point matches a call'],
  [
    call,
    'add-struct-field: {name: f, type: int}',
    'needs the definition of a struct type, but the join point matches a call',
  ],
])('%s with %s does not fit', (point, advice, message) => {
  const [only, ...others] = lint(withTemplate(point, advice));
  expect(others).toEqual([]);
  expect(only).toMatch(/^error 4:9 aspect_advice_misfit: /);
  expect(only).toContain(message);
});

test.each([
  [body, '{{ .Func }}', 'error 4:45', 'the dot of an aspect has no "Func"; known are AST, Function, DirectiveArgs'],
  [body, '{{ .Function.Argumnt 0 }}', 'error 4:54', '.Function has no "Argumnt"; did you mean "Argument"?'],
  [
    body,
    '{{ $f := .Function }}{{ if true }}{{ $f.Nam }}{{ end }}',
    'error 4:81',
    '.Function has no "Nam"; did you mean "Name"?',
  ],
  [
    body,
    '{{ with .Function }}{{ .Nme }}{{ $.AST.Lst }}{{ end }}',
    'error 4:65',
    '.Function has no "Nme"; did you mean "Name"?',
  ],
  [body, '{{ printf "%s" (.Function.Foo 1) }}', 'error 4:67', '.Function has no "Foo"; known are Name'],
])('in %s the template %s is wrong', (point, template, place, message) => {
  const found = lint(withTemplate(point, `prepend-statements: { template: '${template}' }`));
  expect(found[0]).toMatch(new RegExp(`^${place} aspect_template_member: `));
  expect(found[0]).toContain(message);
});

test('fields of the node are known by its kind', () => {
  const found = lint(withTemplate(call, `wrap-expression: { template: 'f({{ .AST.Args }}, {{ .AST.Elts }})' }`));
  expect(found).toEqual([
    'error 4:65 aspect_template_member: a CallExpr has no "Elts"; known are Args, Copy, Ellipsis, Fun',
  ]);
});

const literal = '{struct-literal: {type: a.T}}';
const value = '{value-declaration: int}';

test.each([
  [literal, "set-fields: [{ name: F, wrap: { template: 'f({{ .AST.Fun }})' } }]"],
  // A field that is there is replaced, and is then the dot.
  [literal, "set-fields: [{ name: F, value: { template: 'f({{ .AST.Fun }})' } }]"],
  [value, "assign-value: { wraps: true, template: 'f({{ .AST.Fun }})' }"],
])('in %s the dot of %s is the value there is', (point, advice) => {
  expect(lint(withTemplate(point, advice))).toEqual([]);
});

test.each([
  [literal, "set-fields: [{ name: F, wrap: { template: 'f({{ . }})' }, value: { template: '{{ .AST.Fun }}' } }]"],
  [value, "assign-value: { template: 'f({{ .AST.Fun }})' }"],
])('in %s the dot of %s is what the join point matches', (point, advice) => {
  const found = lint(withTemplate(point, advice));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(
    /^error 4:\d+ aspect_template_member: a (?:CompositeLit|ValueSpec) has no "Fun"; known are /,
  );
});

test.each([
  [body, 'f({{ .Function.Name }}, {{ range .DirectiveArgs "x" }}{{ .Key }}{{ end }}, {{ .AST.List }})'],
  [body, '{{ $x := .Function.Argument 0 }}{{ $x = .AST }}{{ $x.Whatever }}'],
  ['{struct-literal: {type: a.T, field: F}}', '{{ .AST.Elts }}'],
  [call, '{{ .AST.Fun.X.Sel.Name }} {{ .Function.ArgumentOfType "context.Context" }}'],
  ['{directive: x}', '{{ .AST.Args }} {{ .Function.Name }}'],
  [call, '{{ $c := .Function.ArgumentOfType "a.T" }}{{ if $c }}{{ .Function.Argument 3 }}{{ end }}'],
  [call, '{{ if .Function.ArgumentOfType "a.T" }}{{ .Function.Name }}{{ end }}'],
])('in %s the template %s is fine', (point, template) => {
  const advice = point === body ? 'prepend-statements' : 'wrap-expression';
  expect(lint(withTemplate(point, `${advice}: { template: '${template}' }`))).toEqual([]);
});

test.each([
  'f({{ .Function.Name }})',
  '{{ $c := .Function.ArgumentOfType "a.T" }}{{ if not $c }}{{ .Function.Name }}{{ end }}',
  '{{ $c := .Function.ArgumentOfType "a.T" }}{{ if $c }}{{ else }}{{ .Function.Name }}{{ end }}',
  '{{ $c := .Function.ArgumentOfType "a.T" }}{{ $c = "x" }}{{ if $c }}{{ .Function.Name }}{{ end }}',
])('%s asks for a function where there may be none', (template) => {
  const found = lint(withTemplate(call, `wrap-expression: { template: '${template}' }`));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(
    /^warning 4:\d+ aspect_template_no_function: \.Function\.Name fails where there is no function/,
  );
});

test.each([
  ['x: a/x', 'x.F()', []],
  ['x: a/x', 'y.F()', ['warning aspect_import_unused']],
  ['x: a/x', '"x.F"', ['warning aspect_import_unused']],
  ['x: a/x', 'f("{{ . }} x.F") // x.G', ['warning aspect_import_unused']],
  ['x: a/x', 'x.{{ .Function.Name }}()', []],
  ['x: a/x', 'a.x.F()', ['warning aspect_import_unused']],
  ['', 'fmt.Println()', ['warning aspect_import_unknown']],
  ['', 'var fmt T; fmt.Println()', []],
  ['', 'unheard.Of()', []],
  ['', '"fmt.X {{ . }} fmt.Y"', []],
])('imports {%s} with the text %s', (imports, template, expected) => {
  const quoted = template.replaceAll("'", "''");
  const found = lint(withTemplate(body, `prepend-statements: { imports: {${imports}}, template: '${quoted}' }`));
  expect(found.map((line) => line.replace(/^(\w+) \S+ (\w+):.*$/, '$1 $2'))).toEqual(expected);
});

test('a package that the join point implies needs no import', () => {
  const point = '{struct-literal: {type: net/http.Client}}';
  expect(lint(withTemplate(point, "wrap-expression: { template: 'http.F({{ . }})' }"))).toEqual([]);
});

test('links that nothing follows', () => {
  const links = 'template: x, links: [a/b]';
  const one = (advice: string) => lint(withTemplate(call, advice));
  const idle =
    'aspect_links_idle: "links" does nothing here: only "inject-declarations" links packages; remove it, or use add-blank-import';
  expect(one(`wrap-expression: {${links}}`)).toEqual([`warning 4:40 ${idle}`]);
  expect(one(`append-args: {type: any, values: [{${links}}]}`)).toEqual([`warning 4:57 ${idle}`]);
  expect(one(`inject-declarations: {${links}}`)).toEqual([]);
  expect(one('wrap-expression: {template: x, links: []}')).toEqual([]);
});

test('advice for nodes beside advice that changes packages first', () => {
  const text = (advice: string) => `aspects:
  - id: one
    join-point: {import-path: a}
    advice:
      - replace-file: {path: b, file: a.go}
      ${advice}
`;
  const of = (advice: string) => problems(gots(text(advice), checkCodeTemplate).aspects);
  expect(of('- add-blank-import: os')).toEqual([
    'warning 6:9 aspect_advice_idle: add-blank-import does nothing here: replace-file in the same aspect changes the package before its nodes are looked at; move it to an aspect of its own',
  ]);
  expect(of('- add-file: {path: b, file: c.go}')).toEqual([]);
});

test('ids are unique', () => {
  const one = (id: string): string => `  - {id: ${id}, join-point: {function: []}, advice: []}\n`;
  expect(lint(`aspects:\n${one('a')}${one('""')}${one('""')}${one('b')}${one('a')}`)).toEqual([
    'warning 6:5 aspect_duplicate_id: the id "a" is used twice, first at orchestrion.yml:2; "disable" and reports cannot tell the two apart; rename one',
  ]);
});
