import type { Changes } from './unit.ts';

export function noChanges(): Changes {
  return {
    slots: new Map(),
    prepended: new Map(),
    beside: new Map(),
    addedElements: new Map(),
    jumps: new Map(),
    appendedArgs: new Map(),
    curried: new Map(),
    late: new Map(),
    spreads: new Map(),
    values: new Map(),
    addedFields: new Map(),
    texts: new Map(),
    directives: new Map(),
    dropped: new Set(),
    signatures: new Map(),
  };
}
