/** Equality and order of map keys, as Go and its internal/fmtsort have them. */
import { concrete, type MapValue, type Operand, typeNameOf } from './values.ts';

type Entry = readonly [Operand, Operand];

export function sortedEntries(map: MapValue): readonly Entry[] {
  return map.entries.toSorted(([a], [b]) => compareKeys(concrete(a), concrete(b)));
}

export function findEntry(map: MapValue, key: Operand): Entry | undefined {
  return map.entries.find(([k]) => equal(k, key));
}

/** Go's `==` on comparable values of any type. */
export function equal(left: Operand, right: Operand): boolean {
  const a = concrete(left);
  const b = concrete(right);
  if (a === undefined || b === undefined) return a === b;
  if (typeNameOf(a) !== typeNameOf(b)) return false;
  if (a.kind === 'string' && b.kind === 'string') return a.bytes === b.bytes;
  if (a.kind === 'complex' && b.kind === 'complex') return a.real === b.real && a.imag === b.imag;
  if (a.kind === 'object' && b.kind === 'object') return a.object === b.object;
  if (a.kind === 'struct' && b.kind === 'struct') {
    return a.fields.every(([, value], i) => equal(value, b.fields[i]?.[1]));
  }
  return 'value' in a && 'value' in b && a.value === b.value;
}

const order = <T extends number | bigint | string | boolean>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** NaN before every other float. */
const orderFloats = (a: number, b: number): number =>
  Number.isNaN(a) || Number.isNaN(b) ? order(Number(!Number.isNaN(a)), Number(!Number.isNaN(b))) : order(a, b);

/** Nil first; keys of different types by the types' names (Go: by where the types lie in memory). */
function compareKeys(a: Operand, b: Operand): number {
  if (a === undefined || b === undefined) return order(Number(a !== undefined), Number(b !== undefined));
  const byType = order(typeNameOf(a), typeNameOf(b));
  if (byType !== 0) return byType;
  if (a.kind === 'string' && b.kind === 'string') return order(a.bytes, b.bytes);
  if (a.kind === 'float' && b.kind === 'float') return orderFloats(a.value, b.value);
  if (a.kind === 'complex' && b.kind === 'complex') {
    return orderFloats(a.real, b.real) || orderFloats(a.imag, b.imag);
  }
  if (a.kind === 'struct' && b.kind === 'struct') {
    return a.fields.reduce((sum, [, value], i) => sum || compareKeys(concrete(value), concrete(b.fields[i]?.[1])), 0);
  }
  if ((a.kind === 'int' || a.kind === 'uint') && (b.kind === 'int' || b.kind === 'uint'))
    return order(a.value, b.value);
  return a.kind === 'bool' && b.kind === 'bool' ? order(a.value, b.value) : 0;
}
