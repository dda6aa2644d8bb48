import { crc32 } from 'node:zlib';
import { listOf, mapOf, pairsOf, type ReadContext, scalarOf, yamlText } from '../../aspects/schema.ts';
import { isNothing, type YamlEntry, type YamlNode } from '../../aspects/yaml-node.ts';
import { compileGoRegexp } from '../../lang/patterns/go-regexp.ts';
import type { CodeTemplate } from '../../lang/template/code-template.ts';
import { otelcMissing, otelcValue } from '../../report/codes/otelc.ts';
import type { FieldValue } from '../../vocabulary/advice/set-fields/set-fields.ts';
import type { Advice } from '../../vocabulary/advice.ts';
import type { FunctionOption } from '../../vocabulary/options.ts';
import type { JoinPoint } from '../../vocabulary/points.ts';
import type { Flat } from './flat.ts';
import { plainGoCode, template, withPlaceholder } from './otelc-template.ts';
import { signaturePoints } from './where.ts';

/** What rules of one kind say besides their package: where in it, and what to do there. */
export interface Read {
  readonly point: readonly JoinPoint[];
  readonly advice: readonly Advice[];
}

export interface RuleKind {
  /** The first of these keys that a flat rule has decides its kind. */
  readonly key: string;
  readonly read: (flat: Flat, ctx: ReadContext) => Read;
}

/** In the order in which otelc looks for them (tool/internal/setup/match.go). */
export const ruleKinds: readonly RuleKind[] = [
  { key: 'struct', read: structRule },
  { key: 'file', read: fileRule },
  { key: 'directive', read: directiveRule },
  { key: 'raw', read: rawRule },
  { key: 'func', read: hookRule },
  { key: 'function_call', read: callRule },
  { key: 'struct_literal', read: literalRule },
  { key: 'identifier', read: valueRule },
];

/** Names that templates may use. */
export function importsOf(flat: Flat): Readonly<Record<string, string>> {
  const entry = flat.filled('imports');
  const pairs = entry === undefined ? {} : pairsOf(entry.value, '"imports"');
  return Object.fromEntries(Object.entries(pairs).filter(([name]) => name !== '_' && name !== '.'));
}

function needed(flat: Flat, kind: string, key: string): YamlEntry {
  return flat.filled(key) ?? otelcMissing(flat.given(key)?.span ?? flat.span, kind, `"${key}"`);
}

function structRule(flat: Flat): Read {
  const { span } = needed(flat, 'struct', 'struct');
  const fields = flat.filled('new_field');
  const imports = importsOf(flat);
  const items = fields === undefined ? [] : listOf(fields.value, '"new_field"').items;
  const advice = items.map((item): Advice => {
    const map = mapOf(item, 'an item of "new_field"');
    const value = (key: string): string => textOfKey(map.entries, key);
    return {
      kind: 'add-struct-field',
      name: value('name'),
      type: { kind: 'text', text: value('type'), imports },
      span: map.span,
    };
  });
  const type = { pointer: false, name: flat.text('struct') };
  return { point: [{ kind: 'struct-definition', type, anyPackage: true, span }], advice };
}

function textOfKey(entries: readonly YamlEntry[], key: string): string {
  const entry = entries.find((each) => each.key === key);
  return entry === undefined ? '' : yamlText(entry.value, `"${key}"`).trim();
}

function fileRule(flat: Flat): Read {
  const { span } = needed(flat, 'file', 'file');
  needed(flat, 'file', 'path');
  return { point: [], advice: [{ kind: 'add-file', path: flat.text('path'), file: flat.text('file'), span }] };
}

function functionOptions(flat: Flat): FunctionOption[] {
  const receiver = flat.text('recv');
  return [
    { kind: 'name', name: flat.text('func') },
    receiver === '' ? { kind: 'has-receiver', value: false } : { kind: 'receiver-is', text: receiver },
  ];
}

function hookRule(flat: Flat): Read {
  const { span } = needed(flat, 'hook', 'func');
  const [before, after] = [flat.text('before') || undefined, flat.text('after') || undefined];
  if (before === undefined && after === undefined) otelcMissing(flat.span, 'hook', '"before" or "after"');
  const path = needed(flat, 'hook', 'path');
  const fn = (options: readonly FunctionOption[]): JoinPoint => ({ kind: 'function', options, span });
  const advice: Advice = {
    kind: 'hooks',
    flavour: 'otelc',
    contextOnly: false,
    path: flat.text('path'),
    before,
    after,
    span: path.span,
  };
  return { point: [fn(functionOptions(flat)), ...signaturePoints(flat, fn)], advice: [advice] };
}

function rawRule(flat: Flat, ctx: ReadContext): Read {
  const raw = needed(flat, 'raw', 'raw');
  const pattern = flat.filled('pattern');
  if (pattern) checkRegexp(pattern, flat.text('pattern'));
  const placement = flat.filled('placement');
  const after = flat.text('placement') === 'after';
  if (placement && !['before', 'after'].includes(flat.text('placement'))) {
    otelcValue(placement.value.span, { key: 'placement', text: flat.text('placement'), expected: 'before or after' });
  }
  const node = scalarOf(raw.value, '"raw"');
  const code = node.text.includes('{{') ? template(ctx, node, importsOf(flat), {}) : plainGoCode(node, importsOf(flat));
  const point: JoinPoint = { kind: 'function', options: functionOptions(flat), span: raw.span };
  return {
    point:
      flat.filled('func') === undefined
        ? [{ kind: 'one-of', points: [], span: raw.span }]
        : [{ kind: 'function-body', point, span: raw.span }],
    advice: [
      {
        kind: 'prepend-statements',
        template: code,
        order: 0,
        open: true,
        resultNames: '_unnamedRetVal',
        ...(pattern
          ? { beside: { pattern: yamlText(pattern.value, '"pattern"'), placement: after ? 'after' : 'before' } }
          : {}),
        span: raw.span,
      },
    ],
  };
}

function checkRegexp(entry: YamlEntry, text: string): void {
  try {
    compileGoRegexp(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    otelcValue(entry.value.span, { key: entry.key, text, expected: `a regular expression of Go: ${error.message}` });
  }
}

const identifier = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;

/** `import/path.Name`, split at the last dot. */
function symbol(
  flat: Flat,
  kind: string,
  key: string,
): { readonly path: string; readonly name: string; readonly entry: YamlEntry } {
  const entry = needed(flat, kind, key);
  const text = flat.text(key);
  const dot = text.lastIndexOf('.');
  const [path, name] = [text.slice(0, Math.max(0, dot)), text.slice(dot + 1)];
  if (path === '' || !identifier.test(name)) otelcValue(entry.value.span, { key, text, expected: 'import/path.Name' });
  return { path, name, entry };
}

function callRule(flat: Flat, ctx: ReadContext): Read {
  const { path, name, entry } = symbol(flat, 'call', 'function_call');
  const [replace, append] = [flat.filled('replace'), flat.filled('append_args')];
  if (!replace && !append) otelcMissing(flat.span, 'call', '"replace" or "append_args"');
  const imports = importsOf(flat);
  const advice: Advice[] = [];
  if (append) {
    const values = listOf(append.value, '"append_args"').items.map((item) => {
      const node = scalarOf(item, 'an item of "append_args"');
      if (node.text.trim() === '') otelcValue(item.span, { key: 'append_args', text: '', expected: 'an expression' });
      return plainGoCode(node, imports);
    });
    const variadic = flat.text('variadic_type');
    const type = variadic === '' ? undefined : ({ kind: 'text', text: variadic, imports } as const);
    advice.push({ kind: 'append-args', type, values, span: append.span });
  }
  if (replace) {
    const node = scalarOf(replace.value, '"replace"');
    advice.push({
      kind: 'wrap-expression',
      template: withPlaceholder(ctx, 'replace', node, imports),
      span: replace.span,
    });
  }
  return { point: [{ kind: 'function-call', path, name, qualified: true, span: entry.span }], advice };
}

function directiveRule(flat: Flat, ctx: ReadContext): Read {
  const entry = needed(flat, 'directive', 'directive');
  const name = yamlText(entry.value, '"directive"');
  if (/\s/.test(name) || name.startsWith('//')) {
    otelcValue(entry.value.span, {
      key: 'directive',
      text: name,
      expected: 'a name without blanks and slashes in front',
    });
  }
  const node = scalarOf(needed(flat, 'directive', 'template').value, '"template"');
  const salt = crc32(
    ['target', 'version'].map((key) => sized(flat.text(key))).join('') + sized(name) + sized(node.text),
  );
  const { span } = entry;
  const fn: JoinPoint = {
    kind: 'all-of',
    points: [
      { kind: 'function', options: [{ kind: 'name-matches', pattern: '.' }], span },
      { kind: 'directive', name, span },
    ],
    span,
  };
  const code = template(ctx, node, importsOf(flat), { directive: name });
  return {
    point: [{ kind: 'function-body', point: fn, span }],
    advice: [
      {
        kind: 'prepend-statements',
        template: code,
        order: 0,
        open: true,
        resultNames: `_unnamedRetVal_${salt}_`,
        span,
      },
    ],
  };
}

/** Length and text, as otelc joins them for its salts; the length counts bytes. */
function sized(text: string): string {
  return `${Buffer.byteLength(text)}:${text}`;
}

function valueRule(flat: Flat, ctx: ReadContext): Read {
  const { span } = needed(flat, 'declaration', 'identifier');
  const kind = flat.text('kind');
  const keyword = kind === 'var' || kind === 'const' ? kind : undefined;
  const written = flat.filled('kind');
  if (written && keyword === undefined)
    otelcValue(written.value.span, { key: 'kind', text: kind, expected: 'var or const' });
  const [replace, wrap] = [flat.filled('replace'), flat.filled('wrap')];
  if ((replace === undefined) === (wrap === undefined))
    otelcMissing(flat.span, 'declaration', 'either "replace" or "wrap"');
  const name = flat.text('identifier');
  const imports = importsOf(flat);
  const code = (replace ?? wrap) as YamlEntry;
  const node = scalarOf(code.value, `"${code.key}"`);
  const value = wrap ? withPlaceholder(ctx, 'wrap', node, imports) : plainGoCode(node, imports);
  return {
    point: [{ kind: 'package-value', name, keyword, span }],
    advice: [{ kind: 'assign-value', template: value, names: [name], wraps: wrap !== undefined, span: code.span }],
  };
}

function literalRule(flat: Flat, ctx: ReadContext): Read {
  const { path, name, entry } = symbol(flat, 'literal', 'struct_literal');
  const list = needed(flat, 'literal', 'field');
  const fields = listOf(list.value, '"field"').items.map((item) => fieldValue(item, importsOf(flat), ctx));
  if (fields.length === 0) otelcMissing(list.span, 'literal', '"field"');
  const names = fields.map((field) => field.name);
  const twice = names.find((each, i) => names.indexOf(each) !== i);
  if (twice !== undefined) otelcValue(list.span, { key: 'field', text: twice, expected: 'a list of different fields' });
  return {
    point: [{ kind: 'struct-literal', type: { pointer: false, path, name }, match: 'any', span: entry.span }],
    advice: [{ kind: 'set-fields', fields, span: list.span }],
  };
}

function fieldValue(item: YamlNode, imports: Readonly<Record<string, string>>, ctx: ReadContext): FieldValue {
  const { entries, span } = mapOf(item, 'an item of "field"');
  const code = (key: string): CodeTemplate | undefined => {
    const entry = entries.find((each) => each.key === key);
    if (entry === undefined || isNothing(entry.value)) return undefined;
    const node = scalarOf(entry.value, `"${key}"`);
    if (node.text.trim() === '') return undefined;
    return key === 'wrap' ? withPlaceholder(ctx, key, node, imports) : plainGoCode(node, imports);
  };
  const name = textOfKey(entries, 'name');
  if (name === '') otelcMissing(span, 'literal', '"name" for each field');
  const [wrap, value] = [code('wrap'), code('value')];
  if (!wrap && !value) otelcMissing(span, 'literal', '"value" or "wrap" for each field');
  return { name, wrap, value };
}
