import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsOfPackage, reachOfPackage, withPointsIn } from '../../../../src/vocabulary/ask.ts';
import { patternBounds } from '../../../../src/vocabulary/conditions/bounds.ts';
import { conditionHolds } from '../../../../src/vocabulary/conditions/condition.ts';
import type { JoinPoint } from '../../../../src/vocabulary/points.ts';
import { pointKinds } from '../../../../src/vocabulary/points.ts';
import type { Reach } from '../../../../src/vocabulary/reach.ts';
import { anyPackage, anyPoint, pointsOf } from '../../../support/random-points.ts';

const kinds = pointsOf(anyPoint);

/** Whether the bounds of a point tell as much as its reach. Of patterns and versions they only tell the beginning. */
function isExact(point: JoinPoint): boolean {
  return withPointsIn(point).every((each) => {
    if (each.kind === 'module-version') return false;
    if (each.kind === 'package-filter' || each.kind === 'import-glob') return !/[*?[\\{]/.test(each.pattern ?? '');
    return true;
  });
}

function boundedReach(
  point: JoinPoint,
  { facts, build }: typeof anyPackage extends fc.Arbitrary<infer T> ? T : never,
): Reach {
  const { some, every } = boundsOfPackage(point, build);
  if (!conditionHolds(some, facts)) return 'none';
  return conditionHolds(every, facts) ? 'every' : 'maybe';
}

describe.each(Object.keys(pointKinds) as JoinPoint['kind'][])('bounds of %s', (kind) => {
  test('never say less than the reach allows, and as much where the facts are exact', () => {
    fc.assert(
      fc.property(kinds[kind] as fc.Arbitrary<JoinPoint>, anyPackage, (point, where) => {
        const reach = reachOfPackage(point, where.facts);
        const bounded = boundedReach(point, where);
        if (isExact(point)) expect(bounded).toBe(reach);
        else if (bounded !== 'maybe') expect(bounded).toBe(reach);
      }),
      { numRuns: 400 },
    );
  });
});

test('the random packages and points show each reach of each kind that has it', () => {
  const seen = new Map<string, Set<Reach>>();
  for (const [kind, points] of Object.entries(kinds)) {
    const reaches = seen.get(kind) ?? new Set();
    seen.set(kind, reaches);
    for (const [point, { facts }] of fc.sample(fc.tuple(points as fc.Arbitrary<JoinPoint>, anyPackage), 300)) {
      reaches.add(reachOfPackage(point, facts));
    }
  }
  const few = [...seen].filter(([, reaches]) => reaches.size < 2).map(([kind]) => kind);
  expect(few.sort()).toEqual(['directive', 'file-has', 'package-value', 'test-build']);
});

const special = /[*?[\]\\]/;

test.each([
  ['a/b', { kind: 'path', texts: ['a/b'] }],
  ['a/*', { kind: 'prefix', texts: ['a'] }],
  ['a/b*', { kind: 'prefix', texts: ['a/b'] }],
  // Both match `a`, too.
  ['a/**/**', { kind: 'prefix', texts: ['a'] }],
  ['a/***', { kind: 'prefix', texts: ['a'] }],
  ['*/b', { kind: 'always' }],
  ['a/\\*', { kind: 'prefix', texts: ['a'] }],
])('the pattern %s needs a path that begins as it does', (pattern, some) => {
  expect(patternBounds(pattern, special).some).toEqual(some);
});

test('a pattern for a folder and all below it is exact', () => {
  const { some, every } = patternBounds('a/**', special, 'root/');
  expect(some).toEqual(every);
  const matched = ['root/a', 'root/a/b', 'root/ab', 'root', 'a'].filter((importPath) =>
    conditionHolds(some, { importPath, imports: new Set(), testMain: false }),
  );
  expect(matched).toEqual(['root/a', 'root/a/b']);
});
