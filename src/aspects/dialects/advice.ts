import { typeNameAt } from '../../lang/names/type-name.ts';
import { aspectBadValue, aspectMissingKey, aspectUnknownAdvice } from '../../report/codes/aspect.ts';
import { aspectHooksNone } from '../../report/codes/hooks.ts';
import { attemptEach } from '../attempt.ts';
import type { Advice, AdviceOf } from '../ir.ts';
import { readTemplate, templateFrom } from '../read-template.ts';
import {
  booleanOf,
  fields,
  filledTextOf,
  integerOf,
  listOf,
  type ReadContext,
  required,
  singleEntry,
  textOf,
  textsOf,
} from '../schema.ts';
import { keysOf } from '../shape.ts';
import { templateShape } from '../template-shape.ts';
import type { YamlEntry, YamlNode } from '../yaml.ts';
import {
  addFileShape,
  type adviceWords,
  appendArgsShape,
  assignShape,
  fieldValueKeys,
  hooksShape,
  prependShape,
  replaceFileShape,
  structFieldShape,
} from './words-advice.ts';

type Reader = (entry: YamlEntry, ctx: ReadContext) => Advice;

const readers: Readonly<Record<keyof typeof adviceWords, Reader>> = {
  'prepend-statements': prependStatements,
  'wrap-expression': (entry, ctx) => ({
    kind: 'wrap-expression',
    template: readTemplate(ctx, entry.value, '"wrap-expression"'),
    ...(ctx.quirks ? { quirks: ctx.quirks } : {}),
    span: entry.span,
  }),
  'append-args': appendArgs,
  'replace-function': replaceFunction,
  'assign-value': assignValue,
  'set-fields': setFields,
  'add-struct-field': addStructField,
  'add-blank-import': (entry) => ({
    kind: 'add-blank-import',
    path: filledTextOf(entry, 'the advice'),
    span: entry.span,
  }),
  'inject-declarations': injectDeclarations,
  'add-file': addFile,
  'replace-file': replaceFile,
  hooks,
};

/** Every advice of the dialect, as written in YAML. */
export const adviceNames: readonly string[] = Object.keys(readers);

/**
 * Reads one advice, a mapping of a single key.
 *
 * @throws GotsError aspect_not_single_key, aspect_unknown_advice, and what the value can violate
 */
export function readAdvice(node: YamlNode, ctx: ReadContext): Advice {
  const entry = singleEntry(node, 'an advice', 'put a dash before each advice');
  const read = Object.hasOwn(readers, entry.key) ? readers[entry.key as keyof typeof adviceWords] : undefined;
  return read ? read(entry, ctx) : aspectUnknownAdvice(entry.span, entry.key, adviceNames);
}

function prependStatements(entry: YamlEntry, ctx: ReadContext): Advice {
  const where = '"prepend-statements"';
  const found = fields(ctx, entry.value, { where, known: keysOf(prependShape) });
  const namespace = found.namespace ? textOf(found.namespace.value, '"namespace"') : '';
  const order = found.order ? integerOf(found.order.value, '"order"') : 0;
  const resultNames = found['result-names'] && filledTextOf(found['result-names'], where);
  const open = found.open !== undefined && booleanOf(found.open.value, '"open"');
  const more = { ...(open ? { open } : {}), ...(resultNames === undefined ? {} : { resultNames }) };
  const common = { template: templateFrom(ctx, found, entry.value), order, ...more, span: entry.span };
  // An empty namespace is the default one, which sorts last.
  return { kind: 'prepend-statements', ...common, ...(namespace === '' ? {} : { namespace }) };
}

function assignValue(entry: YamlEntry, ctx: ReadContext): Advice {
  const where = '"assign-value"';
  const found = fields(ctx, entry.value, { where, known: keysOf(assignShape) });
  const name = found.name && filledTextOf(found.name, where);
  const wraps = found.wraps !== undefined && booleanOf(found.wraps.value, '"wraps"');
  const template = templateFrom(ctx, found, entry.value);
  const more = { ...(name === undefined ? {} : { names: [name] }), ...(wraps ? { wraps } : {}) };
  return { kind: 'assign-value', template, ...more, span: entry.span };
}

function setFields(entry: YamlEntry, ctx: ReadContext): Advice {
  const where = 'an item of "set-fields"';
  const items = listOf(entry.value, '"set-fields"').items.map((item) => {
    const found = fields(ctx, item, { where, known: keysOf(fieldValueKeys) });
    const name = filledTextOf(required(found.name, 'name', item, where), where);
    const wrap = found.wrap && readTemplate(ctx, found.wrap.value, '"wrap"');
    const value = found.value && readTemplate(ctx, found.value.value, '"value"');
    if (wrap === undefined && value === undefined) aspectMissingKey(item.span, 'value', where);
    return { name, ...(wrap ? { wrap } : {}), ...(value ? { value } : {}) };
  });
  return { kind: 'set-fields', fields: items, span: entry.span };
}

function appendArgs(entry: YamlEntry, ctx: ReadContext): Advice {
  const where = '"append-args"';
  const found = fields(ctx, entry.value, { where, known: keysOf(appendArgsShape) });
  const type = required(found.type, 'type', entry.value, where);
  const values = required(found.values, 'values', entry.value, where);
  return {
    kind: 'append-args',
    type: typeNameAt(type.value.span, textOf(type.value, '"type"')),
    values: attemptEach(ctx, listOf(values.value, '"values"').items, (item) =>
      readTemplate(ctx, item, 'an item of "values"'),
    ),
    span: entry.span,
  };
}

/** Split at the last dot; without one the function is predeclared or of the package itself. */
function replaceFunction(entry: YamlEntry, { quirks }: ReadContext): Advice {
  const written = filledTextOf(entry, 'the advice');
  const dot = written.lastIndexOf('.');
  const common = { name: written.slice(dot + 1), ...(quirks ? { quirks } : {}), span: entry.span };
  return dot < 0
    ? { kind: 'replace-function', ...common }
    : { kind: 'replace-function', path: written.slice(0, dot), ...common };
}

function addStructField(entry: YamlEntry, ctx: ReadContext): Advice {
  const where = '"add-struct-field"';
  const found = fields(ctx, entry.value, { where, known: keysOf(structFieldShape) });
  const type = required(found.type, 'type', entry.value, where);
  return {
    kind: 'add-struct-field',
    name: filledTextOf(required(found.name, 'name', entry.value, where), where),
    type: typeNameAt(type.value.span, textOf(type.value, '"type"')),
    span: entry.span,
  };
}

function injectDeclarations(entry: YamlEntry, ctx: ReadContext): Advice {
  const found = fields(ctx, entry.value, { where: '"inject-declarations"', known: keysOf(templateShape) });
  return {
    kind: 'inject-declarations',
    template: templateFrom(ctx, found, entry.value),
    links: textsOf(found.links).map(({ text }) => text),
    span: entry.span,
  };
}

const flavours: Readonly<Record<string, AdviceOf<'hooks'>['flavour']>> = {
  HookContext: 'otelc',
  CallContext: 'loongsuite',
};

function hooks(entry: YamlEntry, ctx: ReadContext): Advice {
  const where = '"hooks"';
  const found = fields(ctx, entry.value, { where, known: keysOf(hooksShape) });
  const path = required(found.path, 'path', entry.value, where);
  const before = found.before && filledTextOf(found.before, where);
  const after = found.after && filledTextOf(found.after, where);
  if (before === undefined && after === undefined) aspectHooksNone(entry.span);
  const common = { path: filledTextOf(path, where), before, after, span: entry.span };
  const context = found.context ? textOf(found.context.value, '"context"') : 'HookContext';
  const flavour = flavours[context];
  if (flavour === undefined) {
    aspectBadValue(
      found.context?.value.span ?? entry.span,
      '"context"',
      context,
      `one of ${Object.keys(flavours).join(', ')}`,
    );
  }
  return { kind: 'hooks', flavour, contextOnly: false, ...common };
}

function addFile(entry: YamlEntry, ctx: ReadContext): Advice {
  const found = fields(ctx, entry.value, { where: '"add-file"', known: keysOf(addFileShape) });
  const unlinked = found.link !== undefined && !booleanOf(found.link.value, '"link"');
  return { kind: 'add-file', ...fileOf(entry, found), ...(unlinked ? { unlinked } : {}) };
}

function replaceFile(entry: YamlEntry, ctx: ReadContext): Advice {
  const found = fields(ctx, entry.value, { where: '"replace-file"', known: keysOf(replaceFileShape) });
  return { kind: 'replace-file', ...fileOf(entry, found) };
}

function fileOf(
  entry: YamlEntry,
  found: { readonly path?: YamlEntry; readonly file?: YamlEntry },
): Pick<AdviceOf<'add-file'>, 'path' | 'file' | 'span'> {
  const where = `"${entry.key}"`;
  const path = filledTextOf(required(found.path, 'path', entry.value, where), where);
  const file = filledTextOf(required(found.file, 'file', entry.value, where), where);
  return { path, file, span: entry.span };
}
