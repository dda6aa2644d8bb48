/**
 * What templates compute with. {@link Value} is how callers write a value; {@link GoValue} is the same value with its Go
 * type, which the evaluator uses. Strings inside a GoValue hold one character per byte, as `len`, `index`, `slice` and
 * `%x` count bytes; strings of callers are ordinary text.
 */
import { fromBytes, toBytes } from '../../text/bytes.ts';
import {
  type GoType,
  goAny,
  goBool,
  goFloat64,
  goString,
  goTypeName,
  type SignedName,
  type UnsignedName,
} from './types.ts';

/**
 * string, boolean; integral number or bigint → int; other number → float64; null, undefined → nil; array → []any;
 * Map → map[string]any; an object with members; or a GoValue made by one of the functions below.
 */
export type Value =
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | readonly Value[]
  | ReadonlyMap<string, Value>
  | Dotted
  | GoValue;

/** An object with methods and fields. Two are equal when they are the same object. */
export interface Dotted {
  /** As messages and `%T` name the type: `*code.dot`. */
  readonly goType: string;
  /** Undefined: the template fails with Go's "can't evaluate field NAME in type TYPE". */
  member(name: string): DottedMember | undefined;
  /** What an action that ends in this object emits; called once for each print. Absent: such an action fails. */
  print?(): Printed;
  /** Text to stand for the object inside a string (`print`, `printf "%s"`, a printed list); called once for each use. */
  placeholder?(): string;
}

export type Printed =
  | { readonly kind: 'text'; readonly text: string }
  /** Becomes a chunk of its own: the node itself moves here. */
  | { readonly kind: 'node'; readonly node: unknown };

export type DottedMember =
  | { readonly kind: 'field'; readonly value: Value }
  | { readonly kind: 'method'; readonly method: TemplateFunction };

/** A function or method. The number and the types of arguments are checked, in Go's words, before `call`. */
export interface TemplateFunction {
  readonly params: readonly GoType[];
  /** Type of further arguments; undefined: there are none. */
  readonly variadic?: GoType | undefined;
  /** Only named in messages; any type may be returned. */
  readonly result?: GoType | undefined;
  /**
   * Arguments come as string, number (bigint beyond the safe range), boolean, null, Dotted, or a GoValue for the rest.
   * An error thrown ends the template with "error calling NAME: MESSAGE" and stays its `cause`.
   */
  call(args: readonly Value[]): Value;
}

/** A function to `range` over (Go: iter.Seq, iter.Seq2). */
export interface Sequence {
  readonly goType: string;
  /** Values of each step: one, or two. */
  readonly width: 1 | 2;
  iterate(): Iterable<readonly [Value] | readonly [Value, Value]>;
}

export type GoValue =
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'int'; readonly type: SignedName; readonly value: bigint }
  | { readonly kind: 'uint'; readonly type: UnsignedName; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'complex'; readonly real: number; readonly imag: number }
  | { readonly kind: 'string'; readonly bytes: string }
  | SliceValue
  | MapValue
  | { readonly kind: 'struct'; readonly type: string; readonly fields: readonly (readonly [string, Operand])[] }
  | { readonly kind: 'object'; readonly object: Dotted }
  | { readonly kind: 'func'; readonly func: TemplateFunction }
  | { readonly kind: 'seq'; readonly seq: Sequence }
  /** A value whose static type is `any`; undefined inside is nil. */
  | { readonly kind: 'interface'; readonly value: Operand };

/** Undefined is Go's "no value": untyped nil, the missing entry of a map. */
export type Operand = GoValue | undefined;

/** `store[from, to)`; the capacity reaches to the end of `store`, or to `limit`. */
export interface SliceValue {
  readonly kind: 'slice';
  readonly elem: GoType;
  readonly store: readonly Operand[];
  readonly from: number;
  readonly to: number;
  readonly limit: number;
  readonly isNil: boolean;
}

export interface MapValue {
  readonly kind: 'map';
  readonly key: GoType;
  readonly elem: GoType;
  readonly entries: readonly (readonly [Operand, Operand])[];
  readonly isNil: boolean;
}

export const int = (value: bigint | number, type: SignedName = 'int'): GoValue => ({
  kind: 'int',
  type,
  value: BigInt(value),
});
export const uint = (value: bigint | number, type: UnsignedName = 'uint'): GoValue => ({
  kind: 'uint',
  type,
  value: BigInt(value),
});
export const bool = (value: boolean): GoValue => ({ kind: 'bool', value });
/** A float64, even where the number is integral. */
export const float = (value: number): GoValue => ({ kind: 'float', value });
/** From bytes, one character each. */
export const bytesValue = (bytes: string): GoValue => ({ kind: 'string', bytes });

/** A slice whose element type has a name in messages; a plain array is []any. */
export function slice(elem: GoType, values: readonly Value[] | null): SliceValue {
  const store = (values ?? []).map(toGo);
  return { kind: 'slice', elem, store, from: 0, to: store.length, limit: store.length, isNil: values === null };
}

export function mapValue(key: GoType, elem: GoType, entries: readonly (readonly [Value, Value])[] | null): MapValue {
  const converted = (entries ?? []).map(([k, v]) => [toGo(k), toGo(v)] as const);
  return { kind: 'map', key, elem, entries: converted, isNil: entries === null };
}

/** A struct value with exported and unexported fields, in order; `{{ . }}` prints it as fmt does. */
export function struct(type: string, fields: Readonly<Record<string, Value>>): GoValue {
  const nil: GoValue = { kind: 'interface', value: undefined };
  const operands = Object.entries(fields).map(([name, value]) => [name, toGo(value) ?? nil] as const);
  return { kind: 'struct', type, fields: operands };
}

export function func(f: TemplateFunction): GoValue {
  return { kind: 'func', func: f };
}

export function toGo(value: Value): Operand {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return bytesValue(toBytes(value));
  if (typeof value === 'boolean') return bool(value);
  if (typeof value === 'bigint') return int(value);
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? int(value) : float(value);
  if (isList(value)) return slice(goAny, value);
  if (value instanceof Map) return mapValue(goString, goAny, [...value]);
  if (isDotted(value)) return { kind: 'object', object: value };
  return value as GoValue;
}

// Array.isArray does not narrow a readonly array out of a union.
const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
const isDotted = (value: object): value is Dotted => 'goType' in value;

/** The other way round, for arguments of functions that callers wrote. */
export function fromGo(operand: Operand): Value {
  const value = concrete(operand);
  switch (value?.kind) {
    case undefined:
      return null;
    case 'string':
      return fromBytes(value.bytes);
    case 'bool':
      return value.value;
    case 'int': {
      const small = Number(value.value);
      return value.type === 'int' ? (Number.isSafeInteger(small) ? small : value.value) : value;
    }
    case 'object':
      return value.object;
    case 'uint':
    case 'float':
    case 'complex':
    case 'slice':
    case 'map':
    case 'struct':
    case 'func':
    case 'seq':
    case 'interface':
      return value;
  }
}

/** What lies inside an interface value. */
export function concrete(operand: Operand): Operand {
  let value = operand;
  while (value?.kind === 'interface') value = value.value;
  return value;
}

/** The value as an element of a container: of static type `any` where the container's is. */
export function asElement(type: GoType, operand: Operand): Operand {
  return type.kind === 'interface' ? { kind: 'interface', value: concrete(operand) } : operand;
}

export function items(value: SliceValue): readonly Operand[] {
  return value.store.slice(value.from, value.to).map((item) => asElement(value.elem, item));
}

function typeOf(value: GoValue): GoType {
  switch (value.kind) {
    case 'bool':
      return goBool;
    case 'int':
    case 'uint':
      return { kind: 'basic', name: value.type };
    case 'float':
      return goFloat64;
    case 'complex':
      return { kind: 'basic', name: 'complex128' };
    case 'string':
      return goString;
    case 'slice':
      return { kind: 'slice', elem: value.elem };
    case 'map':
      return { kind: 'map', key: value.key, elem: value.elem };
    case 'struct':
      return { kind: 'named', name: value.type, nilable: false };
    case 'object':
      return { kind: 'named', name: value.object.goType, nilable: true };
    case 'func':
      return { kind: 'named', name: functionType(value.func), nilable: true };
    case 'seq':
      return { kind: 'named', name: value.seq.goType, nilable: true };
    case 'interface':
      return goAny;
  }
}

export const typeNameOf = (value: GoValue): string => goTypeName(typeOf(value));

function functionType(f: TemplateFunction): string {
  const params = f.params.map(goTypeName);
  if (f.variadic) params.push(`...${goTypeName(f.variadic)}`);
  return `func(${params.join(', ')}) ${goTypeName(f.result ?? goAny)}`;
}
