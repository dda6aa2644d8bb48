import { type Advice, kindOfAdvice } from '../../vocabulary/advice.ts';
import type { Rank } from '../../vocabulary/advice-kind.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';

/** One advice of one aspect. */
export interface OrderedAdvice {
  readonly aspect: Aspect;
  readonly advice: Advice;
}

/**
 * The advice of all aspects that match one node, in the order in which it is applied: by namespace, by `order`, and as
 * defined. Advice that cannot carry them counts as order 0 of the default namespace, which comes after every other.
 */
export function adviceInOrder(aspects: readonly Aspect[]): OrderedAdvice[] {
  const steps = aspects.flatMap((aspect) => aspect.advice.map((advice) => ({ aspect, advice, rank: rankOf(advice) })));
  return steps.sort((a, b) => byNamespace(a.rank, b.rank) || a.rank.order - b.rank.order);
}

function rankOf(advice: Advice): Rank {
  return kindOfAdvice(advice).rank?.(advice) ?? { order: 0 };
}

/** Bytes of UTF-8 decide, as in Go; JavaScript's own order is that of UTF-16 and differs beyond the first plane. */
function byNamespace(a: Rank, b: Rank): number {
  const [left = '', right = ''] = [a.namespace, b.namespace];
  if (left === right) return 0;
  if (left === '') return 1;
  if (right === '') return -1;
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
