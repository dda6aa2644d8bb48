import { expect, test } from 'vitest';
import { checkCodeTemplate } from '../../../../src/aspects/check-template.ts';
import { adviceOf, errorOf, orchestrion, withAdvice, withoutSpans } from '../../aspects/helpers.ts';

const template = (source: string) => ({ source, imports: {} });

test.each([
  ['prepend-statements: {template: x()}', { template: template('x()'), order: 0 }],
  [
    'prepend-statements: {template: "", order: -3, namespace: n}',
    { template: template(''), order: -3, namespace: 'n' },
  ],
  ['prepend-statements: {namespace: ""}', { template: template(''), order: 0 }],
  ['wrap-expression: {template: "{{ . }}"}', { template: template('{{ . }}'), quirks: true }],
  [
    'wrap-expression: {template: "a.B({{ . }})", imports: {a: x/a}, lang: go1.18}',
    { template: { source: 'a.B({{ . }})', imports: { a: 'x/a' }, lang: 'go1.18' }, quirks: true },
  ],
  [
    'wrap-expression: {template: 1, lang: go1.21.3}',
    { template: { source: '1', imports: {}, lang: 'go1.21' }, quirks: true },
  ],
  [
    'append-args: {type: a/b.Option, values: [{template: x}, {imports: {b: a/b}, template: b.C}]}',
    {
      type: { pointer: false, path: 'a/b', name: 'Option' },
      values: [template('x'), { source: 'b.C', imports: { b: 'a/b' } }],
    },
  ],
  ['replace-function: gopkg.in/y.v3.New', { path: 'gopkg.in/y.v3', name: 'New', quirks: true }],
  ['replace-function: close', { name: 'close', quirks: true }],
  ['assign-value: {template: "true"}', { template: template('true') }],
  ['add-struct-field: {name: f, type: "*t.T"}', { name: 'f', type: { pointer: true, path: 't', name: 'T' } }],
  ['add-blank-import: net/http/pprof', { path: 'net/http/pprof' }],
  [
    'inject-declarations: {template: func f(), links: [a/b, c]}',
    { template: template('func f()'), links: ['a/b', 'c'] },
  ],
  ['inject-declarations: {}', { template: template(''), links: [] }],
])('%s', (yaml, expected) => {
  const kind = yaml.split(':', 1)[0];
  expect(withoutSpans(adviceOf(`- ${yaml}`))).toEqual([{ kind, ...expected }]);
  expect(withoutSpans(adviceOf(yaml))).toEqual([{ kind, ...expected }]);
});

test('every line of a template has its place', () => {
  const [advice] = adviceOf('- wrap-expression:\n    template: |-\n      one\n        two\n\n      ünf');
  expect(advice).toMatchObject({
    span: { file: 'orchestrion.yml', line: 4, column: 9 },
    template: {
      lines: [
        { line: 6, column: 13 },
        { line: 7, column: 13 },
        { line: 8, column: 1 },
        { line: 9, column: 13 },
      ],
    },
  });
});

test('without a template, the place is that of the mapping', () => {
  const [advice] = adviceOf('- assign-value: {imports: {a: b}}');
  expect(advice).toMatchObject({ template: { lines: [{ line: 4, column: 23 }] } });
});

test.each([
  [
    '- wrap-expresion: {}',
    '4:9: unknown advice "wrap-expresion" (aspect_unknown_advice); did you mean "wrap-expression"?',
  ],
  [
    '- {}',
    '4:9: an advice must have exactly one key, found none (aspect_not_single_key); put a dash before each advice',
  ],
  [
    'assign-value: {template: a}\nadd-blank-import: b',
    '4:7: an advice must have exactly one key, found 2: "assign-value", "add-blank-import" (aspect_not_single_key); ' +
      'put a dash before each advice',
  ],
  [
    '- wrap-expression: x',
    '4:26: "wrap-expression" must be a mapping, not the text "x" (aspect_wrong_type); check the indentation and the dashes',
  ],
  [
    '- prepend-statements: {order: first}',
    '4:37: "order" cannot be "first" (aspect_bad_value); write a whole number, without quotes',
  ],
  [
    '- prepend-statements: {order: "1"}',
    '4:37: "order" cannot be "1" (aspect_bad_value); write a whole number, without quotes',
  ],
  ['- assign-value: {lang: "1.21"}', '4:30: "1.21" is not a Go language version (aspect_bad_lang); write it as go1.21'],
  ['- append-args: {values: []}', '4:22: "append-args" needs the key "type" (aspect_missing_key); add "type:"'],
  ['- append-args: {type: T}', '4:22: "append-args" needs the key "values" (aspect_missing_key); add "values:"'],
  ['- add-struct-field: {type: T}', '4:27: "add-struct-field" needs the key "name" (aspect_missing_key); add "name:"'],
  [
    '- add-blank-import:',
    '4:9: the advice needs the key "add-blank-import" (aspect_missing_key); add "add-blank-import:"',
  ],
  [
    '- assign-value: {imports: [a]}',
    '4:33: "imports" must be a mapping, not a list (aspect_wrong_type); check the indentation and the dashes',
  ],
  [
    '- inject-declarations: {links: a}',
    '4:38: "links" must be a list, not the text "a" (aspect_wrong_type); check the indentation and the dashes',
  ],
])('%s is an error', (yaml, message) => {
  expect(errorOf(() => orchestrion(withAdvice(yaml)))).toBe(`orchestrion.yml:${message}`);
});

test.each([
  ['|-\n      a\n      é {{ .X | nope }}', '7:', 'template: code.Template:2: function "nope" not defined'],
  ['"a\\n{{ if .X }}"', '5:', 'template: code.Template:2: unexpected EOF'],
])('a template that does not parse points to its line: %j', (yaml, place, message) => {
  const error = errorOf(() => orchestrion(withAdvice(`- wrap-expression:\n    template: ${yaml}`), checkCodeTemplate));
  expect(error).toMatch(new RegExp(`^orchestrion\\.yml:${place}\\d+: `));
  expect(error.replace(/^orchestrion\.yml:\d+:\d+: /, '')).toBe(`${message} (aspect_template_syntax)`);
});

test('the place of a template error is the byte in the YAML file', () => {
  const check = (source: string) => ({
    message: 'here',
    offset: Buffer.byteLength(source.slice(0, source.indexOf('!'))),
  });
  const text = withAdvice('- wrap-expression:\n    template: |-\n      é\n      ü {{ ! }}');
  expect(errorOf(() => orchestrion(text, check))).toBe('orchestrion.yml:7:19: here (aspect_template_syntax)');
});

test('templates may use Version', () => {
  expect(checkCodeTemplate('{{ Version | printf "%q" }}')).toBeUndefined();
});
