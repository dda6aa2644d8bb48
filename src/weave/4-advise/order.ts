import type { Advice, Aspect } from '../../aspects/ir.ts';

export interface Step {
  readonly aspect: Aspect;
  readonly advice: Advice;
}

/**
 * The advice of all aspects that match one node, in the order in which it is applied: by namespace, by `order`, and as
 * defined. Advice that cannot carry them counts as order 0 of the default namespace, which comes after every other.
 */
export function inOrder(aspects: readonly Aspect[]): Step[] {
  const steps = aspects.flatMap((aspect) => aspect.advice.map((advice) => ({ aspect, advice })));
  return steps.sort((a, b) => byNamespace(a.advice, b.advice) || orderOf(a.advice) - orderOf(b.advice));
}

function orderOf(advice: Advice): number {
  return advice.kind === 'prepend-statements' || advice.kind === 'hooks' ? (advice.order ?? 0) : 0;
}

/** Bytes of UTF-8 decide, as in Go; JavaScript's own order is that of UTF-16 and differs beyond the first plane. */
function byNamespace(a: Advice, b: Advice): number {
  const left = namespaceOf(a);
  const right = namespaceOf(b);
  if (left === right) return 0;
  if (left === undefined) return 1;
  if (right === undefined) return -1;
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

function namespaceOf(advice: Advice): string | undefined {
  return advice.kind === 'prepend-statements' && advice.namespace !== '' ? advice.namespace : undefined;
}
