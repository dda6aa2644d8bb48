import { kindOfPoint } from '../vocabulary/ask.ts';
import type { Literal, Never } from './conjunctions.ts';

/** Points that ask for two names of one thing. */
export function clashOfNames(literals: readonly Literal[]): Never | undefined {
  const seen = new Map<string, string>();
  for (const { point, negated } of literals) {
    if (negated) continue;
    for (const [what, value] of kindOfPoint(point).lint.fixes(point)) {
      const before = seen.get(what);
      if (before !== undefined && before !== value)
        return { point, reason: `${what} is not both ${before} and ${value}` };
      seen.set(what, value);
    }
  }
  return undefined;
}
