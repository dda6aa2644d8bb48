import type { Draft } from './decode.ts';
import { type Field, type Message, requestMessages, type ScalarType } from './message-fields.ts';
import { Budget, invalid } from './otlp-error.ts';
import type { OtlpRequest, Signal } from './otlp-json.ts';

/**
 * Reads a request of OTLP in JSON: what comes out has the same shape as what {@link import('./decode.ts').decode} makes, and nothing
 * else of what was in the text. `null` counts as left out.
 *
 * @throws OtlpError
 */
export function decodeJson(signal: Signal, text: string): OtlpRequest {
  return decodeValue(signal, parse(text));
}

/** {@link decodeJson} of a value that is parsed already. */
export function decodeValue(signal: Signal, value: unknown): OtlpRequest {
  return messageOf(requestMessages[signal], value, { budget: new Budget(), depth: 0, path: '' });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return invalid(`no JSON: ${(error as Error).message}`);
  }
}

interface Place {
  readonly budget: Budget;
  readonly depth: number;
  /** Where the value is, for messages. */
  readonly path: string;
}

function messageOf(message: Message, value: unknown, place: Place): Draft {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(place, 'an object', value);
  const draft: Draft = {};
  for (const [name, given] of Object.entries(value)) {
    const field = message.byName.get(name);
    if (!field || given === null) continue;
    const at = { ...place, depth: place.depth + 1, path: `${place.path}.${name}` };
    place.budget.take(place.depth);
    for (const rival of field.rivals) delete draft[rival];
    draft[name] = field.isRepeated ? listOf(field, given, at) : fieldValue(field, given, at);
  }
  return draft;
}

function listOf(field: Field, value: unknown, place: Place): readonly unknown[] {
  if (!Array.isArray(value)) return wrong(place, 'a list', value);
  return value.map((each, at) => {
    place.budget.take(place.depth);
    return fieldValue(field, each, { ...place, path: `${place.path}[${at}]` });
  });
}

function fieldValue({ type }: Field, value: unknown, place: Place): unknown {
  return typeof type === 'string' ? scalars[type](value, place) : messageOf(type, value, place);
}

type Read = (value: unknown, place: Place) => unknown;

const string: Read = (value, place) => (typeof value === 'string' ? value : wrong(place, 'a text', value));

/** A whole number between two others, which a text may hold too. */
function whole(least: bigint, most: bigint, make: (value: bigint) => string | number): Read {
  return (value, place) => {
    const isWhole = typeof value === 'number' ? Number.isInteger(value) : /^-?\d{1,20}$/.test(String(value));
    if (!isWhole || typeof value === 'boolean') return wrong(place, 'a whole number', value);
    const read = BigInt(value as string | number);
    return read < least || read > most ? wrong(place, `a number from ${least} to ${most}`, value) : make(read);
  };
}

const max32 = 2n ** 32n - 1n;
const max64 = 2n ** 64n - 1n;
const half32 = 2n ** 31n;
const half64 = 2n ** 63n;
const uint32 = whole(0n, max32, Number);
const int32 = whole(-half32, half32 - 1n, Number);
const uint64 = whole(0n, max64, String);
const int64 = whole(-half64, half64 - 1n, String);

const scalars: Readonly<Record<ScalarType, Read>> = {
  string,
  bytes: string,
  id: (value, place) => {
    if (typeof value !== 'string' || !/^(?:[0-9a-f]{2})*$/i.test(value)) return wrong(place, 'hexadecimal', value);
    return value.toLowerCase();
  },
  bool: (value, place) => (typeof value === 'boolean' ? value : wrong(place, 'true or false', value)),
  enum: int32,
  uint32,
  sint32: int32,
  fixed32: uint32,
  fixed64: uint64,
  uint64,
  sfixed64: int64,
  int64,
  double: (value, place) => {
    if (value === 'NaN' || value === 'Infinity' || value === '-Infinity') return value;
    const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof read === 'number' && Number.isFinite(read) ? read : wrong(place, 'a number', value);
  },
};

function wrong({ path }: Place, wanted: string, value: unknown): never {
  const text = JSON.stringify(value) ?? 'undefined';
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return invalid(`${path.slice(1) || 'the request'} is ${shown}, not ${wanted}`);
}
