/** The built-in functions. They throw errors with Go's text; the evaluator says which function failed. */

import { fromBytes } from '../text/bytes.ts';
import type { BuiltinName } from './builtin-names.ts';
import { isComparable, isEqual, isLess, isLessOrEqual } from './values/comparison.ts';
import { escapeHtml, escapeJs, escapeQuery } from './values/escape.ts';
import { findEntry } from './values/ordering.ts';
import { sprint, sprintf, sprintln } from './values/printf.ts';
import { isTrue } from './values/truth.ts';
import { canBeNil, type GoType, goAny, goString, goTypeName, goValue } from './values/types.ts';
import {
  asElement,
  bool,
  bytesValue,
  concrete,
  float,
  fromGo,
  type GoValue,
  int,
  type Operand,
  type SliceValue,
  toGo,
  typeNameOf,
  uint,
} from './values/values.ts';

/** A function as the evaluator calls it: arguments checked and typed. */
export interface Builtin {
  readonly params: readonly GoType[];
  readonly variadic: GoType | undefined;
  call(args: readonly Operand[]): Operand;
}

const text = (print: (args: readonly Operand[]) => string): Builtin => ({
  params: [],
  variadic: goAny,
  call: (args) => bytesValue(print(args)),
});

const escaper = (escaped: (bytes: string) => string): Builtin =>
  text((args) => escaped(sprint(args.map((arg) => arg ?? bytesValue('<no value>')))));

const compare = (test: (a: Operand, b: Operand) => boolean): Builtin => ({
  params: [goValue, goValue],
  variadic: undefined,
  call: ([a, b]) => bool(test(a, b)),
});

/** Evaluated where they are called, for they leave out arguments. */
const shortCircuit: Builtin = {
  params: [goValue],
  variadic: goValue,
  call: () => {
    throw new TypeError('and, or: not called as functions');
  },
};

const indexed = (call: Builtin['call']): Builtin => ({ params: [goValue], variadic: goValue, call });

export const builtins: Readonly<Record<BuiltinName, Builtin>> = {
  and: shortCircuit,
  or: shortCircuit,
  not: { params: [goValue], variadic: undefined, call: ([value]) => bool(!isTrue(value)) },
  eq: indexed((args) => bool(isEqual(args))),
  ne: compare((a, b) => !isEqual([a, b])),
  lt: compare(isLess),
  le: compare(isLessOrEqual),
  gt: compare((a, b) => !isLessOrEqual(a, b)),
  ge: compare((a, b) => !isLess(a, b)),
  index: indexed(([item, ...indexes]) => index(item, indexes)),
  slice: indexed(([item, ...indexes]) => slice(concrete(item), indexes)),
  len: { params: [goValue], variadic: undefined, call: ([item]) => int(length(item)) },
  print: text(sprint),
  println: text(sprintln),
  printf: {
    params: [goString],
    variadic: goAny,
    call: ([format, ...args]) => bytesValue(sprintf(format?.kind === 'string' ? format.bytes : '', args)),
  },
  html: escaper(escapeHtml),
  js: escaper(escapeJs),
  urlquery: escaper(escapeQuery),
  // The evaluator puts the name of the function in front.
  call: indexed(([name, callee, ...args]) => callFunction(name, concrete(callee), args)),
};

/** The type of what a pointer points to: messages about containers name that. */
const pointedName = (value: GoValue): string => typeNameOf(value).replace(/^\*(?=.)/, '');

/** What `[]` gives for an integer, at most `limit`. A value of static type `any` is none. */
function position(value: Operand, limit: number): number {
  if (value === undefined) throw new Error('cannot index slice/array with nil');
  if (value.kind !== 'int' && value.kind !== 'uint') {
    throw new Error(`cannot index slice/array with type ${typeNameOf(value)}`);
  }
  const signed = BigInt.asIntN(64, value.value);
  if (signed < 0n || signed > BigInt(limit)) throw new Error(`index out of range: ${signed}`);
  return Number(signed);
}

/** `index x 1 2` is `x[1][2]`. */
function index(container: Operand, indexes: readonly Operand[]): Operand {
  let item = container;
  if (concrete(item) === undefined) throw new Error('index of untyped nil');
  for (const at of indexes.map(concrete)) {
    const value = concrete(item);
    if (value === undefined) throw new Error('index of nil pointer');
    if (value.kind === 'slice') item = element(value, at);
    else if (value.kind === 'string') item = byte(value.bytes, at);
    else if (value.kind === 'map') {
      const key = prepare(at, value.key);
      if (key !== undefined && !isComparable(key))
        throw new Error(`runtime error: hash of unhashable type ${typeNameOf(key)}`);
      const entry = findEntry(value, key);
      item = entry ? asElement(value.elem, entry[1]) : zero(value.elem);
    } else throw new Error(`can't index item of type ${pointedName(value)}`);
  }
  return item;
}

function element(value: SliceValue, at: Operand): Operand {
  const i = position(at, value.to - value.from);
  if (i === value.to - value.from) throw new Error('reflect: slice index out of range');
  return asElement(value.elem, value.store[value.from + i]);
}

function byte(bytes: string, at: Operand): Operand {
  const i = position(at, bytes.length);
  if (i === bytes.length) throw new Error('reflect: string index out of range');
  return uint(bytes.charCodeAt(i), 'uint8');
}

/** The zero value of a type. */
function zero(type: GoType): Operand {
  if (type.kind === 'slice')
    return { kind: 'slice', elem: type.elem, store: [], from: 0, to: 0, limit: 0, isNil: true };
  if (type.kind === 'map') return { ...type, entries: [], isNil: true };
  if (type.kind !== 'basic') return { kind: 'interface', value: undefined };
  switch (type.name) {
    case 'bool':
      return bool(false);
    case 'string':
      return bytesValue('');
    case 'float64':
      return float(0);
    case 'complex128':
      return { kind: 'complex', real: 0, imag: 0 };
    case 'int':
    case 'int8':
    case 'int16':
    case 'int32':
    case 'int64':
      return int(0, type.name);
    default:
      return uint(0, type.name);
  }
}

/** `slice x 1 2 3` is `x[1:2:3]`. */
function slice(value: Operand, indexes: readonly Operand[]): Operand {
  if (value === undefined) throw new Error('slice of untyped nil');
  if (indexes.length > 3) throw new Error(`too many slice indexes: ${indexes.length}`);
  if (value.kind !== 'string' && value.kind !== 'slice') {
    throw new Error(`can't slice item of type ${pointedName(value)}`);
  }
  if (value.kind === 'string' && indexes.length === 3) throw new Error('cannot 3-index slice a string');
  const size = value.kind === 'string' ? value.bytes.length : value.to - value.from;
  const capacity = value.kind === 'string' ? size : value.limit - value.from;
  const at = indexes.map((operand) => position(operand, capacity));
  const [from = 0, to = size, limit = capacity] = at;
  if (from > to) throw new Error(`invalid slice index: ${from} > ${to}`);
  if (to > limit) throw new Error(`invalid slice index: ${to} > ${limit}`);
  if (value.kind === 'string') return bytesValue(value.bytes.slice(from, to));
  const { store, from: base } = value;
  return { ...value, store, from: base + from, to: base + to, limit: base + limit };
}

function length(operand: Operand): number {
  const value = concrete(operand);
  if (value === undefined) {
    throw new Error(operand ? 'len of nil pointer' : 'reflect: call of reflect.Value.Type on zero Value');
  }
  switch (value.kind) {
    case 'slice':
      return value.to - value.from;
    case 'map':
      return value.entries.length;
    case 'string':
      return value.bytes.length;
    case 'bool':
    case 'int':
    case 'uint':
    case 'float':
    case 'complex':
    case 'struct':
    case 'func':
    case 'seq':
    case 'object':
    case 'interface':
      throw new Error(`len of type ${pointedName(value)}`);
  }
}

/** The value as a map key or argument of this type; integers convert. */
function prepare(value: Operand, type: GoType): Operand {
  if (value === undefined) {
    if (canBeNil(type)) return undefined;
    throw new Error(`value is nil; should be of type ${goTypeName(type)}`);
  }
  if (type.kind === 'interface' || type.kind === 'value' || typeNameOf(value) === goTypeName(type)) return value;
  if (value.kind === 'int' || value.kind === 'uint') {
    const like = zero(type);
    if (like?.kind === 'int') return { ...like, value: BigInt.asIntN(bits(like.type), value.value) };
    if (like?.kind === 'uint') return { ...like, value: BigInt.asUintN(bits(like.type), value.value) };
  }
  throw new Error(`value has type ${typeNameOf(value)}; should be ${goTypeName(type)}`);
}

const bits = (name: string): number => Number(/[0-9]+$/.exec(name)?.[0] ?? 64);

function callFunction(named: Operand, callee: Operand, args: readonly Operand[]): Operand {
  const name = named?.kind === 'string' ? fromBytes(named.bytes) : '';
  if (callee === undefined) throw new Error('call of nil');
  if (callee.kind !== 'func') throw new Error(`non-function ${name} of type ${typeNameOf(callee)}`);
  const { params, variadic } = callee.func;
  const wrong = variadic ? args.length < params.length : args.length !== params.length;
  if (wrong) {
    const want = `${variadic ? 'at least ' : ''}${params.length}`;
    throw new Error(`wrong number of args for ${name}: got ${args.length} want ${want}`);
  }
  const prepared = args.map((arg, i) => {
    try {
      return prepare(concrete(arg), params[i] ?? variadic ?? goAny);
    } catch (error) {
      throw new Error(`arg ${i}: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
  });
  return toGo(callee.func.call(prepared.map(fromGo)));
}
