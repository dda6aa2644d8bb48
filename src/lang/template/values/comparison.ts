/** The functions `eq`, `ne`, `lt`, `le`, `gt`, `ge`. Errors are thrown with Go's text. */

import { fromBytes, toBytes } from '../../text/bytes.ts';
import { equal } from './ordering.ts';
import { sprintf } from './printf.ts';
import { bytesValue, concrete, type GoValue, type Operand, typeNameOf } from './values.ts';

const basicKinds: ReadonlySet<string> = new Set(['bool', 'int', 'uint', 'float', 'complex', 'string']);

type BasicKind = Extract<GoValue, { kind: 'bool' | 'int' | 'uint' | 'float' | 'complex' | 'string' }>['kind'];

/** Undefined for values that are not of a basic type, nil among them. */
const basicKind = (value: Operand): BasicKind | undefined =>
  value && basicKinds.has(value.kind) ? (value.kind as BasicKind) : undefined;

const fault = (format: string, ...args: readonly Operand[]): Error => new Error(fromBytes(sprintf(format, args)));

const named = (value: GoValue): GoValue => bytesValue(toBytes(typeNameOf(value)));

const incompatible = (a: GoValue, b: GoValue): Error =>
  fault('incompatible types for comparison: %v and %v', named(a), named(b));

/** Whether the first is equal to any of the others. */
export function isEqual([first, ...others]: readonly Operand[]): boolean {
  if (others.length === 0) throw new Error('missing argument for comparison');
  const a = concrete(first);
  return others.some((other) => equalPair(a, concrete(other)));
}

const isInteger = (value: GoValue): value is Extract<GoValue, { kind: 'int' | 'uint' }> =>
  value.kind === 'int' || value.kind === 'uint';

function equalPair(a: Operand, b: Operand): boolean {
  const kind = basicKind(a);
  if (kind !== basicKind(b)) {
    if (a === undefined || b === undefined) return false;
    if (isInteger(a) && isInteger(b)) return a.value === b.value;
    throw incompatible(a, b);
  }
  if (kind === undefined) return equalOther(a, b);
  if (a?.kind === 'complex' && b?.kind === 'complex') return a.real === b.real && a.imag === b.imag;
  if (a?.kind === 'string' && b?.kind === 'string') return a.bytes === b.bytes;
  return a !== undefined && b !== undefined && 'value' in a && 'value' in b && a.value === b.value;
}

/** What reflect calls the kind: all functions are one. */
const reflectKind = (value: GoValue): string => (value.kind === 'seq' ? 'func' : value.kind);

/** Slices, maps and functions equal nothing but nil. */
function equalOther(a: Operand, b: Operand): boolean {
  if (a && b && reflectKind(a) !== reflectKind(b)) {
    throw fault('non-comparable types %s: %v, %s: %v', a, named(a), named(b), b);
  }
  if (a === undefined || b === undefined || isNil(a) || isNil(b)) return isNil(a) === isNil(b);
  if (!isComparable(b)) throw fault('non-comparable type %s: %v', b, named(b));
  return equal(a, b);
}

const isNil = (value: Operand): boolean =>
  value === undefined || ((value.kind === 'slice' || value.kind === 'map') && value.isNil);

export function isComparable(operand: Operand): boolean {
  const value = concrete(operand);
  if (value?.kind === 'struct') return value.fields.every(([, field]) => isComparable(field));
  return value === undefined || !/^(slice|map|func|seq)$/.test(value.kind);
}

export function isLess(left: Operand, right: Operand): boolean {
  const a = concrete(left);
  const b = concrete(right);
  if (basicKind(a) === undefined || basicKind(b) === undefined || !a || !b) throw badType();
  if (isInteger(a) && isInteger(b)) return a.value < b.value;
  if (a.kind !== b.kind) throw incompatible(a, b);
  if (a.kind === 'float' && b.kind === 'float') return a.value < b.value;
  if (a.kind === 'string' && b.kind === 'string') return a.bytes < b.bytes;
  throw badType();
}

const badType = (): Error => new Error('invalid type for comparison');

export const isLessOrEqual = (a: Operand, b: Operand): boolean => isLess(a, b) || isEqual([a, b]);
