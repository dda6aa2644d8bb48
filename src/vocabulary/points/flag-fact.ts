import type { AnyPoint } from '../inner-point.ts';
import type { WantedFact } from '../point-lint.ts';

/** Something that a package either is or is not. */
export function flagFact({ kind, value }: AnyPoint & { readonly value: boolean }, negated: boolean): WantedFact {
  return { what: kind, value: String(value !== negated), clash: () => `"${kind}" is not both true and false` };
}
