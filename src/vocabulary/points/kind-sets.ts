import type { Kinds } from '../../lang/tree/go-kind.ts';

export function intersection(a: Kinds, b: Kinds): Kinds {
  if (a === 'any') return b;
  return b === 'any' ? a : a.filter((kind) => b.includes(kind));
}

export function union(a: Kinds, b: Kinds): Kinds {
  return a === 'any' || b === 'any' ? 'any' : [...new Set([...a, ...b])];
}
