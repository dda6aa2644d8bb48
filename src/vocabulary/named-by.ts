import { type Advice, kindOfAdvice } from './advice.ts';
import { namedValues } from './ask.ts';
import type { JoinPoint } from './points.ts';

/** Advice with the names that its join point says, where it says none itself. */
export function withNames(advice: readonly Advice[], point: JoinPoint): readonly Advice[] {
  const names = namedValues(point);
  if (names === undefined) return advice;
  return advice.map((each) => kindOfAdvice(each).forNames?.(each, names) ?? each);
}

/** Whether the functions that an aspect matches must have a body. */
export function needBodies(advice: readonly Advice[]): boolean {
  return advice.some((each) => kindOfAdvice(each).needsBody === true);
}
