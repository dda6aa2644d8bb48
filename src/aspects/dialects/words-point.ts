import { anyOf, choice, flag, importPath, list, map, ref, text, textsByName, typeName, type Word } from '../shape.ts';

const match = {
  shape: choice('any', 'pointer-only', 'value-only'),
  doc: 'Whether values, pointers to them, or both match; `any` by default.',
};

export const packageFilterKeys = map({
  root: { shape: flag, doc: 'Only packages of the root module; the pattern then applies to the path inside it.' },
  pattern: { shape: text('a pattern'), doc: 'As for the short form.' },
});

export const methodCallKeys = map({
  receiver: {
    shape: text('a type name without `*`'),
    doc: 'Static type of what the method is called on.',
    required: true,
  },
  name: { shape: text('a method name'), doc: 'The method.', required: true },
  match,
});

export const structLiteralKeys = map({
  type: { shape: typeName, doc: 'Type that is written on the literal.', required: true },
  match,
  field: {
    shape: text('a field name'),
    doc: 'Matches the pair of this field and its value in a literal, instead of the literal.',
  },
});

export const moduleKeys = map({
  path: { shape: text('a module path'), doc: 'The module; any by default.' },
  version: {
    shape: text('a range of versions'),
    doc: 'Versions, as `v1.2.0` (or later), `v1.2.0,v1.4.0` or `[1.2.0,1.4.0)`.',
    required: true,
  },
});

export const signatureKeys = map(
  {
    args: { shape: list(typeName, true), doc: 'Types of the parameters in order; `a, b int` counts once.' },
    returns: { shape: list(typeName, true), doc: 'Types of the results in order.' },
  },
  true,
);

export const fileHasKeys = map({
  function: { shape: text('a function name'), doc: 'A function or method of this name.' },
  receiver: { shape: text('`T` or `*T`'), doc: 'Receiver of that method; functions have none.' },
  struct: { shape: text('a type name without path'), doc: 'A struct type of this name.' },
  directive: { shape: text('the name of a comment'), doc: 'A comment `//name` above the package clause.' },
});

export const packageValueKeys = map({
  name: { shape: text('a name'), doc: 'The variable or constant.', required: true },
  keyword: { shape: choice('var', 'const'), doc: 'Only variables, or only constants.' },
});

const points = list(ref('join-point'), true);

/** Every join point. */
export const joinPointWords = {
  'all-of': {
    shape: points,
    doc: 'Every one of the join points matches.',
    example: '[{ import-path: net/http }, { function: [{ name: Get }] }]',
  },
  'one-of': {
    shape: points,
    doc: 'At least one of the join points matches.',
    example: '[{ function-call: net/http.Get }, { function-call: net/http.Head }]',
  },
  not: { shape: ref('join-point'), doc: 'The join point does not match.', example: '{ test-main: true }' },
  'import-path': { shape: importPath, doc: 'Everything in the package of this path.', example: 'net/http' },
  'package-name': { shape: text('a package name'), doc: 'Everything in packages of this name.', example: 'main' },
  'package-filter': {
    shape: anyOf(text('a pattern'), packageFilterKeys),
    doc: "Everything in packages whose path satisfies a pattern: Go's path.Match, and `**` for any number of segments.",
    example: '{ root: true, pattern: internal/** }',
  },
  'import-glob': {
    shape: text('a pattern'),
    doc: 'Everything in packages whose path matches: `*` inside a segment, `**` for any number of them, `[a-z]` and `{a,b}`.',
    example: '"example.com/{api,web}/**"',
  },
  command: { shape: flag, doc: 'Packages that are compiled to be programs, or all others.', example: 'true' },
  'test-build': {
    shape: flag,
    doc: 'Packages that are compiled with test files and test programs, or all others.',
    example: 'false',
  },
  'file-has': {
    shape: fileHasKeys,
    doc: 'Everything in files that have something at their top level.',
    example: '{ function: ServeHTTP, receiver: "*Server" }',
  },
  'package-value': {
    shape: anyOf(text('a name'), packageValueKeys),
    doc: 'The declaration of a variable or constant of this name at the top level, in whatever package.',
    example: '{ name: version, keyword: var }',
  },
  'test-main': { shape: flag, doc: 'The main package that `go test` generates, or all others.', example: 'false' },
  module: {
    shape: moduleKeys,
    doc: 'Everything in packages of a module at certain versions. Packages without a version (main module, folders) do not match.',
    example: '{ path: github.com/redis/go-redis/v9, version: "v9.0.0,v9.7.0" }',
  },
  'go-version': {
    shape: text('a range of versions'),
    doc: 'The Go version that compiles, as a range like that of `module`.',
    example: 'v1.26.0',
  },
  configuration: {
    shape: textsByName,
    doc: "Orchestrion's configuration, which is `httpmode: wrap` in every build.",
    example: '{ httpmode: wrap }',
  },
  directive: {
    shape: text('the name of a comment'),
    doc: 'The node below a comment `//name`, with arguments or without.',
    example: 'myapp:trace',
  },
  function: {
    shape: list(ref('function-option'), true),
    doc: 'Function declarations and literals that satisfy every option.',
    example: '[{ receiver: "*net/http.Server" }, { name: Serve }]',
  },
  'function-body': {
    shape: ref('join-point'),
    doc: 'The body of functions that the join point matches.',
    example: '{ function: [{ name: main }] }',
  },
  'function-call': {
    shape: text('[path.]Name'),
    doc: 'Calls of a function and conversions to a type of another package, however it is imported; not calls of methods. Without a path: of the package itself, or predeclared.',
    example: 'net/http.Get',
  },
  'method-call': {
    shape: methodCallKeys,
    doc: 'Calls of a method on values of a type, by their static type. A method from an embedded field is one of the type that embeds it.',
    example: '{ receiver: net/http.Client, name: Do }',
  },
  'struct-definition': {
    shape: text('path.Name'),
    doc: 'The definition of a struct type at the top level of the package that has it.',
    example: 'net/http.Request',
  },
  'struct-literal': {
    shape: structLiteralKeys,
    doc: 'Composite literals with the type written on them.',
    example: '{ type: net/http.Server, match: pointer-only }',
  },
  'declaration-of': {
    shape: text('path.Name'),
    doc: 'The declaration of a function, variable or constant at the top level of a package.',
    example: 'os.Exit',
  },
  'value-declaration': {
    shape: typeName,
    doc: 'Declarations of variables and constants of a type, or without one.',
    example: 'bool',
  },
} as const satisfies Readonly<Record<string, Word>>;

/** Every option of the join point `function`. */
export const functionOptionWords = {
  name: { shape: text('a function name'), doc: 'The name; the empty one for literals.', example: 'ServeHTTP' },
  'name-matches': {
    shape: text("a regular expression of Go's"),
    doc: 'The name matches; literals have none.',
    example: "'^Get[A-Z]'",
  },
  receiver: {
    shape: anyOf(flag, typeName),
    doc: 'The type of the receiver, or whether there is one.',
    example: '"*net/http.ServeMux"',
  },
  'receiver-matches': {
    shape: text("a regular expression of Go's"),
    doc: 'The receiver type as `T` or `*T` matches; the empty text for functions without one.',
    example: "'^\\*?Client$'",
  },
  body: {
    shape: flag,
    doc: 'Whether there is a body: functions written in assembly have none.',
    example: 'false',
  },
  signature: {
    shape: signatureKeys,
    doc: 'Exactly these parameters and results.',
    example: '{ args: [string], returns: [error] }',
  },
  'signature-contains': {
    shape: signatureKeys,
    doc: 'At least one of the parameters or results.',
    example: '{ args: [context.Context] }',
  },
  argument: { shape: typeName, doc: 'A parameter is of this type.', example: 'context.Context' },
  result: { shape: typeName, doc: 'A result is of this type.', example: 'error' },
  'final-result': { shape: typeName, doc: 'The last result is of this type.', example: 'error' },
  'argument-implements': {
    shape: typeName,
    doc: 'A parameter is of this type or implements this interface.',
    example: 'context.Context',
  },
  'result-implements': {
    shape: typeName,
    doc: 'A result is of this type or implements this interface.',
    example: 'error',
  },
  'final-result-implements': {
    shape: typeName,
    doc: 'The last result is of this type or implements this interface.',
    example: 'error',
  },
} as const satisfies Readonly<Record<string, Word>>;
