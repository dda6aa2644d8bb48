import type { TypeName } from '../../lang/names/type-name.ts';
import { typeNameAt } from '../../lang/names/type-name.ts';
import { compileGoRegexp } from '../../lang/patterns/go-regexp.ts';
import { aspectBadValue, aspectMissingKey, aspectUnknownKey, aspectUnknownOption } from '../../report/codes/aspect.ts';
import type { FunctionOption } from '../ir.ts';
import { booleanOf, filledTextOf, mapOf, plainBoolean, scalarOf, singleEntry, textOf, textsOf } from '../schema.ts';
import { keysOf } from '../shape.ts';
import { isNothing, type YamlEntry, type YamlNode } from '../yaml.ts';
import { type functionOptionWords, signatureKeys } from './words-point.ts';

const readers: Readonly<Record<keyof typeof functionOptionWords, (entry: YamlEntry) => FunctionOption>> = {
  name: (entry) => ({ kind: 'name', name: textOf(entry.value, '"name"') }),
  'name-matches': (entry) => ({ kind: 'name-matches', pattern: pattern(entry) }),
  receiver,
  'receiver-matches': (entry) => ({ kind: 'receiver-matches', pattern: pattern(entry) }),
  body: (entry) => ({ kind: 'has-body', value: booleanOf(entry.value, '"body"') }),
  signature: (entry) => ({ kind: 'signature', ...signature(entry) }),
  'signature-contains': (entry) => ({ kind: 'signature-contains', ...signature(entry) }),
  argument: (entry) => ({ kind: 'has-type', list: 'argument', type: interfaceName(entry) }),
  result: (entry) => ({ kind: 'has-type', list: 'result', type: interfaceName(entry) }),
  'final-result': (entry) => ({ kind: 'has-type', list: 'final-result', type: interfaceName(entry) }),
  'argument-implements': (entry) => ({ kind: 'argument-implements', type: interfaceName(entry) }),
  'result-implements': (entry) => ({ kind: 'result-implements', type: interfaceName(entry) }),
  'final-result-implements': (entry) => ({ kind: 'final-result-implements', type: interfaceName(entry) }),
};

/** Reads one item of the list under `function:`. @throws GotsError aspect_unknown_option and those of its value */
export function readFunctionOption(node: YamlNode): FunctionOption {
  const entry = singleEntry(node, 'an option of "function"', 'put a dash before each option');
  const read = Object.hasOwn(readers, entry.key) ? readers[entry.key as keyof typeof readers] : undefined;
  return read ? read(entry) : aspectUnknownOption(entry.span, entry.key, Object.keys(readers));
}

/** A bare `true` or `false` asks whether there is a receiver; anything else names its type. */
function receiver(entry: YamlEntry): FunctionOption {
  const scalar = scalarOf(entry.value, '"receiver"');
  const has = plainBoolean(scalar);
  if (has !== undefined) return { kind: 'has-receiver', value: has };
  if (scalar.plain && scalar.text !== '' && !Number.isNaN(Number(scalar.text))) {
    aspectBadValue(scalar.span, '"receiver"', scalar.text, 'a type name, true or false');
  }
  return { kind: 'receiver', type: typeNameAt(scalar.span, scalar.text) };
}

/** A regular expression as Go reads it. */
function pattern(entry: YamlEntry): string {
  const written = filledTextOf(entry, 'an option of "function"');
  try {
    compileGoRegexp(written);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    aspectBadValue(entry.value.span, `"${entry.key}"`, written, `a regular expression: ${error.message}`);
  }
  return written;
}

/** Here an extra key is an error in every dialect: it would change which functions match. */
function signature(entry: YamlEntry): { args: TypeName[]; returns: TypeName[] } {
  if (isNothing(entry.value)) return { args: [], returns: [] };
  const where = `"${entry.key}"`;
  const known: readonly string[] = keysOf(signatureKeys);
  const { entries } = mapOf(entry.value, where);
  for (const { key, span } of entries) if (!known.includes(key)) aspectUnknownKey(span, { key, where, known });
  return { args: typesOf(entries, 'args'), returns: typesOf(entries, 'returns') };
}

function typesOf(entries: readonly YamlEntry[], key: string): TypeName[] {
  const entry = entries.find((candidate) => candidate.key === key);
  if (!entry || isNothing(entry.value)) return [];
  return textsOf(entry).map(({ text, node }) => typeNameAt(node.span, text));
}

function interfaceName(entry: YamlEntry): TypeName {
  const text = textOf(entry.value, `"${entry.key}"`);
  if (text === '') aspectMissingKey(entry.span, entry.key, 'an option of "function"');
  return typeNameAt(entry.value.span, text);
}
