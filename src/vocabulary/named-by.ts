import type { JoinPoint } from '../aspects/ir.ts';
import { type Advice, kindOfAdvice } from './advice.ts';

/**
 * Names of variables and constants that a join point says; undefined where it may match declarations of other names. An advice
 * that gives a value means these: of `A, B = 1, 2`, a point that names B leaves A alone.
 */
export function namedValues(point: JoinPoint): readonly string[] | undefined {
  switch (point.kind) {
    case 'declaration-of':
    case 'package-value':
      return [point.name];
    case 'all-of':
      return joined(point.points.map(namedValues).filter((names) => names !== undefined));
    case 'one-of': {
      const names = point.points.map(namedValues);
      return names.includes(undefined) ? undefined : joined(names);
    }
    default:
      return undefined;
  }
}

function joined(lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  return lists.length === 0 ? undefined : [...new Set(lists.flatMap((names) => names ?? []))];
}

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

/**
 * For advice that needs a body: a point that matches functions by anything but their name passes over those without one. A
 * function that is named must have one, or the hook would be lost silently.
 */
export function withBodies(point: JoinPoint): JoinPoint {
  switch (point.kind) {
    case 'function':
      return namesFunction(point)
        ? point
        : { ...point, options: [...point.options, { kind: 'has-body', value: true }] };
    case 'all-of':
      return point.points.some(namesFunction) ? point : { ...point, points: point.points.map(withBodies) };
    case 'one-of':
      return { ...point, points: point.points.map(withBodies) };
    default:
      return point;
  }
}

function namesFunction(point: JoinPoint): boolean {
  return point.kind === 'function' && point.options.some((option) => option.kind === 'name' && option.name !== '');
}
