import { expect, test } from 'vitest';
import type { Grammar } from '../../../../src/lang/syntax/grammar.ts';
import { sourceFile } from '../../../../src/lang/syntax/source.ts';
import { GotsError } from '../../../../src/report/diagnostic.ts';
import { weavePackage } from '../../../../src/weave/weave-package.ts';
import { testGrammar } from '../../../support/grammar.ts';
import { aspectsOf, weave, weaveText } from '../../../support/weave.ts';

function failure(run: () => unknown): { code: string; message: string; at: string } {
  try {
    run();
  } catch (error) {
    if (!(error instanceof GotsError)) throw error;
    const { code, message, span } = error;
    return { code, message, at: span === undefined ? '' : `${span.file}:${span.line}:${span.column}` };
  }
  throw new Error('nothing was raised');
}

/** The template begins at line 7, column 13 of the aspect file. */
function wrapping(template: string): string {
  const lines = template.split('\n').map((line) => `            ${line}`);
  return `aspects:
  - id: demo
    join-point: {function-call: strings.ToUpper}
    advice:
      - wrap-expression:
          template: |
${lines.join('\n')}
`;
}

const call = 'package demo\nimport "strings"\nvar a = strings.ToUpper("x" + "y")\n';

test.each([
  ['', 'template_renders_nothing', 'the template renders nothing, one Go expression is needed', '7:1'],
  [
    '{{ if false }}{{ . }}{{ end }}',
    'template_renders_nothing',
    'the template renders nothing, one Go expression is needed',
    '7:13',
  ],
  [
    'f(\n{{ . }}',
    'template_broken_go',
    'the template does not render one Go expression: cannot be parsed near "("',
    '7:14',
  ],
  [
    'f(\n  1,\n  2 3,\n)',
    'template_broken_go',
    'the template does not render one Go expression: cannot be parsed near "3,"',
    '9:17',
  ],
  [
    'x := {{ . }}',
    'template_broken_go',
    'the template does not render one Go expression: cannot be parsed near "x := {{…}}"',
    '7:13',
  ],
  [
    '{{ . }}\n f()',
    'template_broken_go',
    'the template does not render one Go expression: cannot be parsed near "f()"',
    '8:14',
  ],
  [
    '}; func g() {',
    'template_broken_go',
    'the template does not render one Go expression: cannot be parsed near "func g() {"',
    '7:16',
  ],
  [
    'pick({{ . }},\n  {{ . }})',
    'template_node_twice',
    'the template prints "strings.ToUpper("x" + "y")" twice; it would be evaluated twice',
    '8:18',
  ],
  [
    'pick({{ . }}, {{ index .AST.Args 0 }})',
    'template_node_twice',
    'the template prints ""x" + "y"" twice; it would be evaluated twice',
    '7:30',
  ],
  ['f({{ . )', 'aspect_template_syntax', 'template: code.Template:1: unexpected right paren', '7:20'],
  [
    'f({{ .AST.Nope }})',
    'template_execution',
    'template: code.Template:1:9: executing "code.Template" at <.AST.Nope>: can\'t evaluate field Nope in type *dst.CallExpr',
    '7:22',
  ],
  [
    '{{ .Function.Name }}',
    'template_execution',
    'template: code.Template:1:12: executing "code.Template" at <.Function.Name>: error calling Name: no enclosing function',
    '7:25',
  ],
  [
    'f(\n  {{ index .AST.Args 3 }})',
    'template_execution',
    'template: code.Template:2:5: executing "code.Template" at <index .AST.Args 3>: error calling index: index out of range: 3',
    '8:18',
  ],
])('template %j', (template, code, message, at) => {
  expect(failure(() => weaveText(wrapping(template), call))).toEqual({ code, message, at: `aspects.yml:${at}` });
});

test('a template that nothing has checked before', async () => {
  const text = JSON.stringify(aspectsOf(wrapping('f({{ . }})'))).replace('f({{ . }})', 'f({{ . )');
  const aspects = JSON.parse(text) as ReturnType<typeof aspectsOf>;
  const request = {
    facts: { importPath: 'example.com/demo', imports: new Set(['strings']), testMain: false },
    files: [{ name: 'input.go', bytes: Buffer.from(call) }],
    packageName: () => undefined,
    weaverVersion: '',
  };
  const grammar = await testGrammar();
  const run = () => weavePackage(request, aspects, { grammar });
  expect(failure(run)).toMatchObject({ code: 'template_syntax', at: 'aspects.yml:7:20' });
});

const inFunction = 'package demo\nfunc f(a int, _ string) (int, error) { return 0, nil }\n';

test.each([
  ['{{ .Function.Argument 2 }}', 'index out of bounds: 2 (only 2 items)'],
  ['{{ .Function.Argument -1 }}', 'index out of bounds: -1 (only 2 items)'],
  ['{{ .Function.Result 7 }}', 'index out of bounds: 7 (only 2 items)'],
  ['{{ .Function.Receiver }}', 'the enclosing function is not a method'],
  ['{{ .Function.ArgumentOfType "[]int" }}', 'invalid type name "[]int"'],
])('function method %s', (template, message) => {
  const yaml = `aspects:
  - join-point: {function-body: {function: []}}
    advice: [{prepend-statements: {template: '${template}'}}]
`;
  const { code, message: full } = failure(() => weaveText(yaml, inFunction));
  expect(code).toBe('template_execution');
  expect(full).toMatch(new RegExp(`: error calling \\w+: ${message.replace(/[()[\]]/g, '\\$&')}$`));
});

test.each([
  [
    'prepend-statements: {template: x()}',
    'prepend-statements needs a block, but the join point matched a FuncDecl at input.go:2:1',
  ],
  [
    'wrap-expression: {template: x()}',
    'wrap-expression needs an expression, but the join point matched a FuncDecl at input.go:2:1',
  ],
  [
    'append-args: {type: any, values: []}',
    'append-args needs a call, but the join point matched a FuncDecl at input.go:2:1',
  ],
  ['replace-function: x.Y', 'replace-function needs a call, but the join point matched a FuncDecl at input.go:2:1'],
  [
    'assign-value: {template: "1"}',
    'assign-value needs a variable or constant declaration, but the join point matched a FuncDecl at input.go:2:1',
  ],
  [
    'add-struct-field: {name: x, type: int}',
    'add-struct-field needs a struct type definition, but the join point matched a FuncDecl at input.go:2:1',
  ],
])('wrong node: %s', (advice, message) => {
  const yaml = `aspects:
  - join-point: {function: []}
    advice:
      - ${advice}
`;
  const found = failure(() => weaveText(yaml, inFunction));
  expect(found).toMatchObject({ code: 'advice_wrong_node', message });
  expect(found.at).toMatch(/^aspects\.yml:4:/);
});

test('go and defer take a call', () => {
  const text = 'package demo\nimport "strings"\nfunc f() { defer strings.ToUpper("") }\n';
  expect(failure(() => weaveText(wrapping('any({{ . }}).(string)'), text))).toMatchObject({
    code: 'advice_wrong_node',
    message:
      'wrap-expression needs to render a call where go or defer stands in front, not a TypeAssertExpr, but the join point matched a CallExpr at input.go:3:18',
  });
});

test.each([
  ['import "os"', 'declarations without imports (use `imports:`)'],
  ['f()', 'Go declarations'],
  ['var x = = 1', 'Go declarations'],
])('declarations: %s', (template, wanted) => {
  const yaml = `aspects:
  - join-point: {function: []}
    advice: [{inject-declarations: {template: '${template}'}}]
`;
  const { code, message } = failure(() => weaveText(yaml, inFunction));
  expect(code).toBe('template_broken_go');
  expect(message).toContain(`does not render ${wanted}: `);
});

test('declarations: nothing, and the node itself', () => {
  const yaml = (template: string) => `aspects:
  - join-point: {function: []}
    advice: [{inject-declarations: {template: '${template}'}}]
`;
  expect(failure(() => weaveText(yaml('// only a comment'), inFunction)).code).toBe('template_renders_nothing');
  expect(failure(() => weaveText(yaml('var _ = {{ .AST.Name }}'), inFunction)).code).toBe('template_node_twice');
});

test('declarations that match their own aspect come to an end', () => {
  const yaml = `aspects:
  - join-point: {function: []}
    advice: [{inject-declarations: {template: 'func _() {}'}}]
`;
  expect(failure(() => weaveText(yaml, inFunction))).toMatchObject({
    code: 'weave_endless_injection',
    at: 'aspects.yml:3:15',
  });
});

test.each([
  ['the same text', 'func init() { println(1) }'],
  ['another text each time', 'var _ = "{{ printf "%T" . }}" + "x"'],
  ['text that may differ', 'var _, _ = {{ if true }}1{{ end }}, 2'],
])('declarations that match all nodes of their own come to an end: %s', (_, template) => {
  const yaml = `aspects:
  - join-point: {import-path: example.com/demo}
    advice: [{inject-declarations: {template: ${JSON.stringify(template)}}}]
`;
  expect(failure(() => weaveText(yaml, inFunction)).code).toBe('weave_endless_injection');
});

test('a file that does not parse', () => {
  const yaml = wrapping('{{ . }}');
  const broken = 'package demo\nimport "strings"\nvar a = strings.ToUpper("x") + + + *\nfunc f( {\n';
  expect(failure(() => weave(yaml, { 'input.go': broken }))).toMatchObject({ code: 'weave_syntax_unknown' });
  expect(weave(yaml, { 'input.go': broken }, { acceptBroken: true }).files).toEqual([
    { name: 'input.go', text: undefined },
  ]);
  const elsewhere = { 'input.go': 'package demo\nfunc f( {\n' };
  expect(weave(yaml, elsewhere).files).toEqual([{ name: 'input.go', text: undefined }]);
});

test('a node without text of its own cannot be printed', () => {
  const yaml = `aspects:
  - join-point: {function: []}
    advice: [{inject-declarations: {template: 'var _ = {{ .AST.Type }}'}}]
`;
  expect(failure(() => weaveText(yaml, 'package demo\nfunc f() {}\n')).code).toBe('template_node_unprintable');
});

test('a woven file that does not parse is never handed on', async () => {
  const real = await testGrammar();
  // No aspect is known to get this far, so the woven text is spoilt on its way to the parser.
  const parse: Grammar['parse'] = (source) =>
    real.parse(
      source.text.startsWith('//line') ? sourceFile(source.name, Buffer.from(`${source.bytes}func (`)) : source,
    );
  const request = {
    facts: { importPath: 'example.com/demo', imports: new Set(['strings']), testMain: false },
    files: [{ name: 'input.go', bytes: Buffer.from(call) }],
    packageName: () => undefined,
    weaverVersion: '',
  };
  const run = () => weavePackage(request, aspectsOf(wrapping('{{ . }} + ""')), { grammar: { parse, outline: parse } });
  expect(failure(run)).toMatchObject({
    code: 'weave_broken_output',
    message: 'what demo made of this file does not parse, near "func ("',
  });
});

test('a field needs a name', () => {
  const yaml = `aspects:
  - join-point: {struct-definition: example.com/demo.T}
    advice: [{add-struct-field: {name: "a int; b", type: int}}]
`;
  expect(failure(() => weaveText(yaml, 'package demo\ntype T struct{}\n'))).toEqual({
    code: 'advice_bad_name',
    message: 'add-struct-field cannot add a field named "a int; b"',
    at: 'aspects.yml:3:15',
  });
});

test.each([
  ['prepend-statements: {template: "{{ . }}"}', '{function-body: {function: []}}'],
  ['prepend-statements: {template: "{{ index .AST.List 0 }}"}', '{function-body: {function: []}}'],
  ['append-args: {type: any, values: [{template: "{{ index .AST.Args 0 }}"}]}', '{function-call: println}'],
])('%s would have a node twice', (advice, point) => {
  const yaml = `aspects:
  - join-point: ${point}
    advice:
      - ${advice}
`;
  const text = 'package demo\nfunc f() { println(1) }\n';
  expect(failure(() => weaveText(yaml, text))).toMatchObject({ code: 'template_node_twice' });
});

test('a node cannot be printed into a string, its name can', () => {
  expect(failure(() => weaveText(wrapping('f("{{ index .AST.Args 0 }}")'), call))).toEqual({
    code: 'template_node_in_string',
    message: 'the template prints the node ""x" + "y"" inside a string',
    at: 'aspects.yml:7:15',
  });
  expect(weaveText(wrapping('f("{{ .AST.Fun.Name }}", {{ . }}) // {{ . }}'), call)).toContain(
    'var a = f("ToUpper", strings.ToUpper("x" + "y"))',
  );
});

test('copies may stand anywhere', () => {
  const yaml = `aspects:
  - join-point: {function-call: println}
    advice:
      - append-args: {type: any, values: [{template: "{{ (index .AST.Args 0).Copy }}"}]}
      - inject-declarations: {template: "var _ = {{ (index .AST.Args 0).Copy }}"}
`;
  expect(weaveText(yaml, 'package demo\nfunc f() { println(1 +\n2) }\n')).toBe(
    'package demo\nfunc f() { println(1 +\n2, 1 +\n2) }\n\nvar _ = 1 +\n2\n',
  );
});

test.each([
  [{ called: true, inferred: true }, 'it is generic, and its type arguments are not written'],
  [{ called: false, inferred: false }, 'it is no function'],
])('arguments cannot be added to the results of a call: %o', (shape, why) => {
  const yaml = `aspects:
  - join-point: {function-call: strings.Join}
    advice:
      - append-args: {type: string, values: [{template: '"x"'}]}
`;
  const unknown = () => ({ unknown: 'not asked' });
  const call = { values: 2, params: 1, variadic: true, results: 1, constant: [false], ...shape };
  const oracle = { typeOf: unknown, implementsInterface: unknown, packageOf: unknown, callShape: () => call };
  const text = 'package demo\nimport "strings"\nvar a = strings.Join(f())\n';
  expect(failure(() => weaveText(yaml, text, { oracle }))).toEqual({
    code: 'advice_results_as_arguments',
    message: `append-args cannot add to the arguments of strings.Join, which are the results of one call: ${why}`,
    at: 'aspects.yml:4:9',
  });
  expect(failure(() => weaveText(yaml, text))).toMatchObject({ code: 'weave_needs_types', at: 'input.go:3:9' });
});
