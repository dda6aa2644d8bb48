/**
 * How many nodes of a package or file satisfy a join point. `none` and `every` are certain; in doubt `maybe`: it costs a
 * parse, while a wrong `none` loses an aspect. Asking "how many" instead of "may any" keeps negation exact.
 */
export type Reach = 'none' | 'maybe' | 'every';

export function not(reach: Reach): Reach {
  return reach === 'none' ? 'every' : reach === 'every' ? 'none' : 'maybe';
}

/** Two `maybe` may be two different nodes, so the answer is no stronger than `maybe`. No members at all match nothing. */
export function all(reaches: readonly Reach[]): Reach {
  if (reaches.length === 0 || reaches.includes('none')) return 'none';
  return reaches.every((r) => r === 'every') ? 'every' : 'maybe';
}

/** No members at all match nothing. */
export function any(reaches: readonly Reach[]): Reach {
  if (reaches.includes('every')) return 'every';
  return reaches.includes('maybe') ? 'maybe' : 'none';
}

/** For facts that hold of the whole package. */
export function exactly(holds: boolean): Reach {
  return holds ? 'every' : 'none';
}

/** For facts without which no node can match. */
export function possibly(possible: boolean): Reach {
  return possible ? 'maybe' : 'none';
}
