import {
  aspectBadValue,
  aspectMissingKey,
  aspectNotSingleKey,
  aspectUnknownKey,
  aspectWrongType,
  unknownKey,
} from '../report/codes/aspect.ts';
import type { Diagnostic } from '../report/diagnostic.ts';
import { attempt, type Problems } from './attempt.ts';
import { isNothing, type YamlEntry, type YamlList, type YamlMap, type YamlNode, type YamlScalar } from './yaml-node.ts';

/** Finds the first syntax error of a template; `offset` counts bytes of UTF-8 from the start of `source`. */
export type CheckTemplate = (source: string) => { readonly message: string; readonly offset: number } | undefined;

/** What a dialect needs besides the text. */
export interface ReadContext extends Problems {
  /** Unknown keys and malformed globs are errors instead of warnings. */
  readonly strict: boolean;
  readonly warn: (warning: Diagnostic) => void;
  /** Join points match as Orchestrion's do, where it does not do what its documentation says. */
  readonly quirks?: true | undefined;
  /** Without it, template errors surface when the aspect is applied. */
  readonly checkTemplate?: CheckTemplate | undefined;
}

/**
 * The known keys of a mapping; a key without a value counts as absent. Unknown keys warn, or throw when strict.
 *
 * @throws GotsError aspect_wrong_type, aspect_unknown_key
 */
export function fields<K extends string>(
  ctx: ReadContext,
  node: YamlNode,
  schema: { readonly where: string; readonly known: readonly K[] },
): { readonly [key in K]?: YamlEntry } {
  const found: { [key in K]?: YamlEntry } = {};
  for (const entry of mapOf(node, schema.where).entries) {
    const key = schema.known.find((known) => known === entry.key);
    if (key) {
      if (!isNothing(entry.value)) found[key] = entry;
    } else {
      const problem = { key: entry.key, where: schema.where, known: schema.known };
      if (ctx.strict) attempt(ctx, () => aspectUnknownKey(entry.span, problem));
      else ctx.warn(unknownKey(entry.span, problem));
    }
  }
  return found;
}

/** @throws GotsError aspect_missing_key – at the mapping that lacks the key */
export function required(entry: YamlEntry | undefined, key: string, owner: YamlNode, where: string): YamlEntry {
  return entry ?? aspectMissingKey(owner.span, key, where);
}

/**
 * The only entry of a mapping such as `function-call: net/http.Get`.
 *
 * @throws GotsError aspect_wrong_type, aspect_not_single_key
 */
export function singleEntry(node: YamlNode, what: string, hint: string): YamlEntry {
  const { entries, span } = mapOf(node, what);
  const [first] = entries;
  if (!first || entries.length !== 1) {
    aspectNotSingleKey(
      span,
      what,
      entries.map((entry) => entry.key),
      hint,
    );
  }
  return first;
}

/** @throws GotsError aspect_wrong_type */
export function mapOf(node: YamlNode, where: string): YamlMap {
  return node.kind === 'map' ? node : aspectWrongType(node.span, where, 'a mapping', kindOf(node));
}

/** @throws GotsError aspect_wrong_type */
export function listOf(node: YamlNode, where: string): YamlList {
  return node.kind === 'list' ? node : aspectWrongType(node.span, where, 'a list', kindOf(node));
}

/** @throws GotsError aspect_wrong_type */
export function scalarOf(node: YamlNode, where: string): YamlScalar {
  return node.kind === 'scalar' ? node : aspectWrongType(node.span, where, 'text', kindOf(node));
}

/** Text of a scalar; numbers and `true` are taken as they are written, a missing value is the empty text. */
export function yamlText(node: YamlNode, where: string): string {
  const scalar = scalarOf(node, where);
  return isNothing(scalar) ? '' : scalar.text;
}

/** @throws GotsError aspect_wrong_type, aspect_missing_key – for the empty text */
export function filledTextOf(entry: YamlEntry, where: string): string {
  const text = yamlText(entry.value, `"${entry.key}"`);
  return text === '' ? aspectMissingKey(entry.span, entry.key, where) : text;
}

/** `true` or `false`, unquoted. @throws GotsError aspect_wrong_type, aspect_bad_value */
export function booleanOf(node: YamlNode, where: string): boolean {
  const scalar = scalarOf(node, where);
  const value = plainBoolean(scalar);
  return value ?? aspectBadValue(scalar.span, where, scalar.text, 'true or false, without quotes');
}

/** The value of a bare `true` or `false`, undefined for everything else. */
export function plainBoolean(scalar: YamlScalar): boolean | undefined {
  if (!scalar.plain || !/^(true|True|TRUE|false|False|FALSE)$/.test(scalar.text)) return undefined;
  return scalar.text.toLowerCase() === 'true';
}

/** A whole number. @throws GotsError aspect_wrong_type, aspect_bad_value */
export function integerOf(node: YamlNode, where: string): number {
  const scalar = scalarOf(node, where);
  const value = scalar.plain && /^([-+]?[0-9]+|0x[0-9a-fA-F]+|0o[0-7]+)$/.test(scalar.text) ? Number(scalar.text) : NaN;
  return Number.isSafeInteger(value)
    ? value
    : aspectBadValue(scalar.span, where, scalar.text, 'a whole number, without quotes');
}

/** A list of texts; absent is empty. @throws GotsError aspect_wrong_type */
export function textsOf(entry: YamlEntry | undefined): { readonly text: string; readonly node: YamlNode }[] {
  if (!entry) return [];
  return listOf(entry.value, `"${entry.key}"`).items.map((node) => ({
    text: yamlText(node, `an item of "${entry.key}"`),
    node,
  }));
}

/** A mapping from text to text. @throws GotsError aspect_wrong_type */
export function pairsOf(node: YamlNode, where: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    mapOf(node, where).entries.map((entry) => [entry.key, yamlText(entry.value, `"${entry.key}" in ${where}`)]),
  );
}

function kindOf(node: YamlNode): string {
  if (isNothing(node)) return 'empty';
  if (node.kind === 'map') return 'a mapping';
  if (node.kind === 'list') return 'a list';
  const [first = ''] = node.text.split('\n');
  return `the text "${first.length > 40 ? `${first.slice(0, 40)}…` : first}"`;
}
