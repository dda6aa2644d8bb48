import { choice, flag, importPath, list, map, number, text, typeName, type Word } from '../shape.ts';
import { templateFields, templateShape } from '../template-shape.ts';

export const prependShape = map(
  {
    ...templateFields,
    order: { shape: number, doc: 'Statements of lower order stand further down: the last applied stands first.' },
    open: { shape: flag, doc: 'Not in a block of their own: the rest of the function sees what they declare.' },
    'result-names': {
      shape: text('a name'),
      doc: 'Results without a name get this one and their index, under which the statements know them.',
    },
    namespace: { shape: text('any name'), doc: 'Orders count within a namespace; the default one comes last.' },
  },
  true,
);

export const assignShape = map(
  {
    ...templateFields,
    name: {
      shape: text('a name'),
      doc: 'Only this name of the declaration; by default the names that the join point says, or else all.',
    },
    wraps: {
      shape: flag,
      doc: '`{{ . }}` is the value there is; declarations without one are left alone, unless they are named.',
    },
  },
  true,
);

const fieldValueShape = map({
  name: { shape: text('a field name'), doc: 'The field.', required: true },
  wrap: { shape: templateShape, doc: 'What becomes of the value it has: `{{ . }}`.' },
  value: { shape: templateShape, doc: 'The value it gets where it has none.' },
});

export const setFieldsShape = list(fieldValueShape);
export const fieldValueKeys = fieldValueShape;

export const appendArgsShape = map({
  type: { shape: typeName, doc: 'Type of the parameter that takes them.', required: true },
  values: { shape: list(templateShape), doc: 'The arguments.', required: true },
});

export const structFieldShape = map({
  name: { shape: text('a field name'), doc: 'The field.', required: true },
  type: { shape: typeName, doc: 'Its type.', required: true },
});

export const hooksShape = map({
  path: { shape: importPath, doc: 'Package that declares the hooks. It is linked, not imported.', required: true },
  before: { shape: text('a function name'), doc: 'Runs before the function, with its receiver and arguments.' },
  after: { shape: text('a function name'), doc: 'Runs after the function, with its results.' },
  context: {
    shape: choice('HookContext', 'CallContext'),
    doc: 'The interface that the hooks take first: that of otelc (the default) or of loongsuite.',
  },
});

export const addFileShape = map({
  path: {
    shape: importPath,
    doc: 'Package in whose folder the file lies; its build constraints do not count.',
    required: true,
  },
  file: { shape: text('a file name'), doc: 'Name of the file.', required: true },
  link: { shape: flag, doc: 'Whether the package that the file comes from is linked as well; `true` by default.' },
});

export const replaceFileShape = map({
  path: { shape: importPath, doc: 'Package in whose folder the file lies.', required: true },
  file: { shape: text('a file name'), doc: 'Name of the file, here and there.', required: true },
});

/** Every advice. */
export const adviceWords = {
  'prepend-statements': {
    shape: prependShape,
    doc: 'Puts statements, in a block of their own, at the top of a block. Needs a block: `function-body`.',
    example: '{ template: "defer trace({{ .Function.Name | printf `%q` }})()" }',
  },
  'wrap-expression': {
    shape: templateShape,
    doc: 'Replaces an expression by another, which may hold it. Behind `go` and `defer`, the call that it holds is still made later, with arguments evaluated at once.',
    example: '{ imports: { x: example.com/x }, template: "x.Wrap({{ . }})" }',
  },
  'append-args': {
    shape: appendArgsShape,
    doc: 'Adds arguments at the end of a call, evaluated after the others: also to `f(xs...)` and to `f(g())` of several results.',
    example:
      '{ type: google.golang.org/grpc.DialOption, values: [{ imports: { x: example.com/x }, template: x.Option() }] }',
  },
  'replace-function': {
    shape: text('[path.]Name'),
    doc: 'Calls another function with the same arguments and type arguments.',
    example: 'example.com/x.Get',
  },
  'assign-value': {
    shape: assignShape,
    doc: 'Gives declared variables or constants another value. Constants that repeat the expression of a changed one keep theirs.',
    example: '{ template: "true" }',
  },
  'set-fields': {
    shape: setFieldsShape,
    doc: 'Sets or wraps fields of a struct literal.',
    example: '[{ name: Transport, wrap: { imports: { x: example.com/x }, template: "x.Wrap({{ . }})" } }]',
  },
  'add-struct-field': {
    shape: structFieldShape,
    doc: 'Adds a field at the end of a struct type.',
    example: '{ name: traced, type: bool }',
  },
  'add-blank-import': {
    shape: importPath,
    doc: 'Imports a package for what it does when it is initialized.',
    example: 'example.com/x/init',
  },
  'inject-declarations': {
    shape: templateShape,
    doc: 'Adds declarations at the end of the file.',
    example: '{ template: "func init() { println(1) }" }',
  },
  hooks: {
    shape: hooksShape,
    doc: 'Runs functions of another package before and after a function, with a context of the call. Functions without a body are passed over, unless they are named.',
    example: '{ path: example.com/hooks, before: BeforeGet, after: AfterGet }',
  },
  'add-file': {
    shape: addFileShape,
    doc: 'Adds a Go file of another package to the package.',
    example: '{ path: example.com/x, file: extra.go }',
  },
  'replace-file': {
    shape: replaceFileShape,
    doc: "Compiles a Go file of another package in place of the package's own file of the same name.",
    example: '{ path: example.com/x, file: server.go }',
  },
} as const satisfies Readonly<Record<string, Word>>;
