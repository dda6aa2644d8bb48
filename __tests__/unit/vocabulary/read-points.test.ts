import { expect, test } from 'vitest';
import { pointWords } from '../../../src/vocabulary/points.ts';
import { errorOf, gots, orchestrion, pointOf, withoutSpans, withPoint } from '../aspects/helpers.ts';

const handler = { pointer: false, path: 'net/http', name: 'Handler' };
const server = { pointer: false, path: 'net/http', name: 'Server' };
const servePointer = { pointer: true, path: 'net/http', name: 'Server' };

test.each([
  ['import-path: net/http', { kind: 'import-path', path: 'net/http' }],
  ['package-name: main', { kind: 'package-name', name: 'main' }],
  ['package-filter: "example.com/**"', { kind: 'package-filter', root: false, pattern: 'example.com/**' }],
  ['package-filter: {root: true}', { kind: 'package-filter', root: true }],
  ['package-filter: {root: true, pattern: "cmd/*"}', { kind: 'package-filter', root: true, pattern: 'cmd/*' }],
  ['package-filter: {pattern: x}', { kind: 'package-filter', root: false, pattern: 'x' }],
  ['test-main: true', { kind: 'test-main', value: true }],
  ['test-main: False', { kind: 'test-main', value: false }],
  ['configuration: {httpmode: wrap, n: 1}', { kind: 'configuration', pairs: { httpmode: 'wrap', n: '1' } }],
  ['directive: dd:span', { kind: 'directive', name: 'dd:span' }],
  ['function-call: net/http.Get', { kind: 'function-call', path: 'net/http', name: 'Get', quirks: true }],
  ['function-call: gopkg.in/y.v3.New', { kind: 'function-call', path: 'gopkg.in/y.v3', name: 'New', quirks: true }],
  ['function-call: close', { kind: 'function-call', name: 'close', quirks: true }],
  ['function-call: a/b.Größe', { kind: 'function-call', path: 'a/b', name: 'Größe', quirks: true }],
  ['declaration-of: a/b.C', { kind: 'declaration-of', path: 'a/b', name: 'C', quirks: true }],
  ['value-declaration: bool', { kind: 'value-declaration', type: { pointer: false, name: 'bool' } }],
  ['value-declaration: "*net/http.Server"', { kind: 'value-declaration', type: servePointer }],
  ['struct-definition: net/http.Server', { kind: 'struct-definition', type: server }],
  ['struct-literal: {type: net/http.Server}', { kind: 'struct-literal', type: server, match: 'any', quirks: true }],
  [
    'struct-literal: {type: net/http.Server, match: pointer-only}',
    { kind: 'struct-literal', type: server, match: 'pointer-only', quirks: true },
  ],
  [
    'struct-literal: {type: net/http.Server, field: Handler, match: any}',
    { kind: 'struct-literal', type: server, field: 'Handler', quirks: true },
  ],
  [
    'method-call: {receiver: net/http.Server, name: Serve}',
    { kind: 'method-call', receiver: server, name: 'Serve', match: 'any', quirks: true },
  ],
  [
    'method-call: {receiver: net/http.Server, name: Serve, match: value-only}',
    { kind: 'method-call', receiver: server, name: 'Serve', match: 'value-only', quirks: true },
  ],
  ['within: {import-path: a}', { kind: 'within', point: { kind: 'import-path', path: 'a' } }],
  ['not: {import-path: a}', { kind: 'not', point: { kind: 'import-path', path: 'a' } }],
  ['all-of: [{import-path: a}]', { kind: 'all-of', points: [{ kind: 'import-path', path: 'a' }] }],
  ['one-of: []', { kind: 'one-of', points: [] }],
  ['function: []', { kind: 'function', options: [] }],
  [
    'function-body: {function: [name: F]}',
    { kind: 'function-body', point: functionPoint({ kind: 'name', name: 'F' }) },
  ],
  ['function: [name: ""]', functionPoint({ kind: 'name', name: '' })],
  ['function: [receiver: "*net/http.Server"]', functionPoint({ kind: 'receiver', type: servePointer })],
  ['function: [receiver: true]', functionPoint({ kind: 'has-receiver', value: true })],
  ['function: [receiver: "false"]', functionPoint({ kind: 'receiver', type: { pointer: false, name: 'false' } })],
  ['function: [signature: {}]', functionPoint({ kind: 'signature', args: [], returns: [] })],
  ['function: [signature: ]', functionPoint({ kind: 'signature', args: [], returns: [] })],
  [
    'function: [signature: {args: ["*net/http.Server"], returns: [error]}]',
    functionPoint({ kind: 'signature', args: [servePointer], returns: [{ pointer: false, name: 'error' }] }),
  ],
  [
    'function: [signature-contains: {args: [net/http.Handler]}]',
    functionPoint({ kind: 'signature-contains', args: [handler], returns: [] }),
  ],
  ['function: [argument-implements: net/http.Handler]', functionPoint({ kind: 'argument-implements', type: handler })],
  ['function: [result-implements: net/http.Handler]', functionPoint({ kind: 'result-implements', type: handler })],
  [
    'function: [final-result-implements: net/http.Handler]',
    functionPoint({ kind: 'final-result-implements', type: handler }),
  ],
])('%s', (yaml, expected) => {
  expect(withoutSpans(pointOf(yaml))).toEqual(expected);
});

function functionPoint(...options: unknown[]): unknown {
  return { kind: 'function', options };
}

test('there are twenty-four', () => {
  expect(Object.keys(pointWords)).toHaveLength(25);
});

test('a join point stands where its key stands, also one that was merged or aliased', () => {
  const text =
    'aspects:\n  - join-point: &x\n      import-path: a\n    advice: []\n  - join-point: *x\n    advice: []\n';
  expect(orchestrion(text).aspects.map((aspect) => aspect.joinPoint.span)).toEqual([
    { file: 'orchestrion.yml', line: 3, column: 7 },
    { file: 'orchestrion.yml', line: 3, column: 7 },
  ]);
  expect(pointOf('all-of:\n  - not:\n      import-path: a')).toMatchObject({
    span: { line: 3, column: 7 },
    points: [{ span: { line: 4, column: 11 }, point: { span: { line: 5, column: 13 } } }],
  });
});

test.each([
  [
    'functoin-call: a.B',
    '3:7: unknown join point "functoin-call" (aspect_unknown_point); did you mean "function-call"?',
  ],
  [
    'toString: 1',
    `3:7: unknown join point "toString" (aspect_unknown_point); known are ${Object.keys(pointWords).join(', ')}`,
  ],
  [
    'import-path: a\npackage-name: b',
    '3:7: a join point must have exactly one key, found 2: "import-path", "package-name" (aspect_not_single_key); ' +
      'combine several with "all-of" or "one-of"',
  ],
  [
    '{}',
    '3:7: a join point must have exactly one key, found none (aspect_not_single_key); ' +
      'combine several with "all-of" or "one-of"',
  ],
  [
    'function',
    '3:7: a join point must be a mapping, not the text "function" (aspect_wrong_type); check the indentation and the dashes',
  ],
  ['not:', '3:11: a join point must be a mapping, not empty (aspect_wrong_type); check the indentation and the dashes'],
  [
    'all-of: {import-path: a}',
    '3:15: "all-of" must be a list, not a mapping (aspect_wrong_type); check the indentation and the dashes',
  ],
  [
    'import-path: [a]',
    '3:20: "import-path" must be text, not a list (aspect_wrong_type); check the indentation and the dashes',
  ],
  ['import-path: ""', '3:7: the join point needs the key "import-path" (aspect_missing_key); add "import-path:"'],
  [
    'function: [nam: F]',
    '3:18: unknown option "nam" of the join point "function" (aspect_unknown_option); did you mean "name"?',
  ],
  [
    'function: [{name: F, receiver: T}]',
    '3:18: an option of "function" must have exactly one key, found 2: "name", "receiver" (aspect_not_single_key); ' +
      'put a dash before each option',
  ],
  [
    'function: [signature: {arg: [int]}]',
    '3:30: unknown key "arg" in "signature" (aspect_unknown_key); did you mean "args"?',
  ],
  ['function: [receiver: 12]', '3:28: "receiver" cannot be "12" (aspect_bad_value); write a type name, true or false'],
  [
    'function: [result-implements: ""]',
    '3:18: an option of "function" needs the key "result-implements" (aspect_missing_key); add "result-implements:"',
  ],
  [
    'function: [signature: {args: ["[]byte"]}]',
    '3:37: "[]byte" is not a type name (aspect_bad_type_name); write Name, path.Name or *path.Name; slices, maps, ' +
      'channels, functions and type arguments cannot be named',
  ],
  [
    'function-call: net/http.Get()',
    '3:22: "net/http.Get()" is not a name that "function-call" can use (aspect_bad_symbol); write Name or import/path.Name',
  ],
  [
    'declaration-of: Name',
    '3:23: "Name" is not a name that "declaration-of" can use (aspect_bad_symbol); write import/path.Name',
  ],
  ['test-main: "true"', '3:18: "test-main" cannot be "true" (aspect_bad_value); write true or false, without quotes'],
  ['test-main: yes', '3:18: "test-main" cannot be "yes" (aspect_bad_value); write true or false, without quotes'],
  [
    'struct-literal: {type: a.B, match: pointer}',
    '3:42: "match" of "struct-literal" cannot be "pointer" (aspect_bad_value); write one of any, pointer-only, value-only',
  ],
  [
    'struct-literal: {type: a.B, match: value-only, field: F}',
    '3:42: "match: value-only" cannot be combined with "field" (aspect_field_with_match); ' +
      'remove one of the two; a field matches in every literal of the type',
  ],
  ['struct-literal: {field: F}', '3:23: "struct-literal" needs the key "type" (aspect_missing_key); add "type:"'],
  [
    'struct-definition: "*a.B"',
    '3:26: "struct-definition" cannot be the pointer "*a.B" (aspect_pointer_type); remove the *',
  ],
  [
    'method-call: {receiver: "*a.B", name: C}',
    '3:31: "receiver" of "method-call" cannot be the pointer "*a.B" (aspect_pointer_type); ' +
      'remove the *, and write "match: pointer-only" if values must not match',
  ],
  ['method-call: {name: C}', '3:20: "method-call" needs the key "receiver" (aspect_missing_key); add "receiver:"'],
  ['method-call: {receiver: a.B}', '3:20: "method-call" needs the key "name" (aspect_missing_key); add "name:"'],
  ['package-filter: {}', '3:7: "package-filter" needs the key "pattern" (aspect_missing_key); add "pattern:"'],
  [
    'package-filter: {root: false}',
    '3:7: "package-filter" needs the key "pattern" (aspect_missing_key); add "pattern:"',
  ],
])('%s is an error', (yaml, message) => {
  expect(errorOf(() => orchestrion(withPoint(yaml)))).toBe(`orchestrion.yml:${message}`);
});

test('a malformed glob warns in orchestrion.yml and is an error in gots.yml', () => {
  const text = withPoint('package-filter: "a/[b"');
  expect(orchestrion(text).warnings).toEqual([
    {
      code: 'aspect_bad_glob',
      message: '"a/[b" is a malformed pattern and matches nothing',
      hint: 'close the bracket, give it a range, or put a backslash before it',
      span: { file: 'orchestrion.yml', line: 3, column: 23 },
    },
  ]);
  expect(errorOf(() => gots(text))).toBe(
    'gots.yml:3:23: "a/[b" is a malformed pattern and matches nothing (aspect_bad_glob); ' +
      'close the bracket, give it a range, or put a backslash before it',
  );
});
