import { mapOf, yamlText } from '../../aspects/schema.ts';
import { isNothing, type YamlEntry, type YamlMap, type YamlNode } from '../../aspects/yaml-node.ts';
import { otelcShape, otelcUnknown } from '../../report/codes/otelc.ts';
import type { Span } from '../../report/diagnostic.ts';

/** One rule with one modifier: everything that is said of it, side by side. */
export interface Flat {
  /** Name in the file, or the `name` that overrides it. */
  readonly id: string;
  readonly span: Span;
  readonly given: (key: string) => YamlEntry | undefined;
  /** The entry, unless its value is nothing or blank. */
  readonly filled: (key: string) => YamlEntry | undefined;
  /** Everything that is said, by key. */
  readonly entries: readonly YamlEntry[];
  /** Trimmed text of a value; '' where there is none. */
  readonly text: (key: string) => string;
}

const selectors = [
  'func',
  'recv',
  'struct',
  'struct_literal',
  'function_call',
  'directive',
  'kind',
  'identifier',
  'signature',
  'signature_contains',
  'result',
  'last_result',
  'param',
  'pattern',
  'placement',
];
const nested = ['file', 'all-of', 'one-of', 'not'];

export const modifiers = [
  'inject_hooks',
  'inject_code',
  'add_struct_fields',
  'add_file',
  'wrap_call',
  'expand_directive',
  'assign_value',
  'set_fields',
];

/** Every key of a flat rule. */
export const ruleKeys: readonly string[] = [
  ...['name', 'target', 'version', 'imports'],
  ...selectors,
  ...['path', 'before', 'after', 'file', 'raw', 'new_field', 'template', 'replace', 'append_args', 'variadic_type'],
  ...['field', 'wrap'],
  ...nested.map((key) => `where.${key}`),
];

/**
 * The flat rules of one entry of a rule file, in the order of its modifiers. The payload of a modifier wins over selectors of the
 * same name. Filters of files keep the keys `where.file` and so on.
 *
 * @throws GotsError otelc_shape, otelc_unknown
 */
export function flatten(entry: YamlEntry): Flat[] {
  const map = mapOf(entry.value, `the rule "${entry.key}"`);
  const own = new Map(map.entries.map((each) => [each.key, each]));
  const [where, does] = [own.get('where'), own.get('do')];
  if (!where && !does) return [flat(entry, own)];
  if (!does) return otelcShape(entry.span, `the rule "${entry.key}" has no "do"`);
  own.delete('where');
  own.delete('do');
  if (where) for (const [key, value] of hoisted(where)) own.set(key, value);
  return payloads(does).map((payload) =>
    flat(entry, new Map([...own, ...payload.entries.map((each) => [each.key, each] as const)])),
  );
}

function flat({ key, span }: YamlEntry, entries: ReadonlyMap<string, YamlEntry>): Flat {
  const given = (name: string): YamlEntry | undefined => entries.get(name);
  const text = (name: string): string => {
    const entry = given(name);
    return entry === undefined ? '' : yamlText(entry.value, `"${name}"`).trim();
  };
  const filled = (name: string): YamlEntry | undefined => {
    const entry = given(name);
    const blank = entry?.value.kind === 'scalar' && (isNothing(entry.value) || entry.value.text.trim() === '');
    return blank ? undefined : entry;
  };
  return { id: text('name') || key, span, given, filled, text, entries: [...entries.values()] };
}

function hoisted(where: YamlEntry): (readonly [string, YamlEntry])[] {
  if (where.value.kind !== 'map') return otelcShape(where.span, '"where" must be a mapping');
  return where.value.entries.map((entry) => {
    const { key, span, value } = entry;
    if (key === 'target' || key === 'version') otelcShape(span, `"${key}" stands beside "where", not in it`);
    if (selectors.includes(key)) return [key, entry];
    if (!nested.includes(key)) return otelcUnknown(span, 'key of "where"', key, [...selectors, ...nested]);
    if (key === 'file' && value.kind !== 'map') otelcShape(span, '"where.file" must be a mapping');
    return [`where.${key}`, entry];
  });
}

function payloads({ span, value }: YamlEntry): YamlMap[] {
  const items: readonly YamlNode[] = value.kind === 'list' ? value.items : [value];
  if (items.length === 0) return otelcShape(span, '"do" is empty');
  return items.map((item) => {
    if (item.kind !== 'map' || isNothing(item))
      return otelcShape(item.span, 'an item of "do" must be a mapping of one modifier');
    const [modifier, ...others] = item.entries;
    if (modifier === undefined || others.length > 0) {
      return otelcShape(item.span, `an item of "do" has ${item.entries.length} modifiers, not one`);
    }
    if (!modifiers.includes(modifier.key)) otelcUnknown(modifier.span, 'modifier', modifier.key, modifiers);
    if (modifier.value.kind !== 'map') return otelcShape(modifier.span, `"${modifier.key}" must be a mapping`);
    return modifier.value;
  });
}
