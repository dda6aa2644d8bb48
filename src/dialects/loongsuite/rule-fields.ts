import type { JsonEntry, JsonNode, JsonObject, JsonString } from '../../aspects/json.ts';
import type { ReadContext } from '../../aspects/schema.ts';
import { ruleUnknownKey, ruleWrongType } from '../../report/codes/loongsuite.ts';

const types = {
  ImportPath: 'string',
  Version: 'string',
  GoVersion: 'string',
  Path: 'string',
  Function: 'string',
  ReceiverType: 'string',
  OnEnter: 'string',
  OnExit: 'string',
  UseRaw: 'boolean',
  Order: 'number',
  Dependencies: 'array',
  StructType: 'string',
  FieldName: 'string',
  FieldType: 'string',
  FileName: 'string',
  Replace: 'boolean',
} as const;

type Key = keyof typeof types;
type KeyOf<T> = { [K in Key]: (typeof types)[K] extends T ? K : never }[Key];

/** One rule with its values checked; absent and empty texts are undefined, as no rule tells these apart. */
export interface RuleFields {
  readonly node: JsonObject;
  readonly text: (key: KeyOf<'string'>) => JsonString | undefined;
  readonly flag: (key: KeyOf<'boolean'>) => boolean;
  readonly order: number;
  readonly dependencies: readonly JsonString[];
}

const keys = Object.keys(types) as Key[];
const shown = {
  string: 'a text in double quotes',
  boolean: 'true or false',
  number: 'a whole number',
  array: 'a list',
};

/**
 * Reads an object as encoding/json fills a struct: the case of keys does not count, of two with one key the last holds, null
 * changes nothing. Unknown keys warn.
 *
 * @throws GotsError rule_wrong_type
 */
export function ruleFields(node: JsonNode, ctx: ReadContext): RuleFields {
  if (node.kind !== 'object') return ruleWrongType(node.span, 'a rule', 'an object', described(node));
  const found = new Map<Key, JsonEntry>();
  for (const entry of node.entries) {
    const key = keyOf(entry.key);
    if (key === undefined) ctx.warn(ruleUnknownKey(entry.span, entry.key, keys));
    else if (entry.value.kind !== 'null') found.set(key, checked(key, entry));
  }
  const given = (key: Key): JsonNode | undefined => found.get(key)?.value;
  const order = given('Order');
  const dependencies = given('Dependencies');
  return {
    node,
    text: (key) => {
      const value = given(key);
      return value?.kind === 'string' && value.text !== '' ? value : undefined;
    },
    flag: (key) => {
      const value = given(key);
      return value?.kind === 'boolean' && value.text === 'true';
    },
    order: order?.kind === 'number' ? Number(order.text) : 0,
    dependencies: dependencies?.kind === 'array' ? dependencies.items.map(dependency) : [],
  };
}

function keyOf(written: string): Key | undefined {
  const folded = written.toLowerCase();
  return keys.find((key) => key === written) ?? keys.find((key) => key.toLowerCase() === folded);
}

function checked(key: Key, entry: JsonEntry): JsonEntry {
  const { value } = entry;
  const isInteger = value.kind !== 'number' || /^-?[0-9]+$/.test(value.text);
  if (value.kind !== types[key] || !isInteger) {
    ruleWrongType(value.span, `"${key}"`, shown[types[key]], described(value));
  }
  return entry;
}

function dependency(node: JsonNode): JsonString {
  if (node.kind === 'string') return node;
  return ruleWrongType(node.span, 'an item of "Dependencies"', 'an import path in double quotes', described(node));
}

/** A value for a message. */
export function described(node: JsonNode): string {
  switch (node.kind) {
    case 'object':
      return 'an object';
    case 'array':
      return 'a list';
    case 'string':
      return `the text ${JSON.stringify(node.text.length > 40 ? `${node.text.slice(0, 40)}…` : node.text)}`;
    case 'number':
    case 'boolean':
    case 'null':
      return node.text;
  }
}
