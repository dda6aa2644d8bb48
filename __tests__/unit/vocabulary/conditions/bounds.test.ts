import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rawFile } from '../../../../src/lang/syntax/raw-file.ts';
import { boundsOfPackage, reachOfFile, reachOfPackage, textsIn, withPointsIn } from '../../../../src/vocabulary/ask.ts';
import { patternBounds } from '../../../../src/vocabulary/conditions/bounds.ts';
import {
  conditionHolds,
  conjunction,
  nameIs,
  negation,
  withoutTexts,
} from '../../../../src/vocabulary/conditions/condition.ts';
import type { JoinPoint } from '../../../../src/vocabulary/points.ts';
import { pointKinds } from '../../../../src/vocabulary/points.ts';
import type { Reach } from '../../../../src/vocabulary/reach.ts';
import { span } from '../../../support/key-samples.ts';
import { anyPackage, anyPoint, pointsOf } from '../../../support/random-points.ts';

const kinds = pointsOf(anyPoint);

type PackageSample = typeof anyPackage extends fc.Arbitrary<infer T> ? T : never;

/** Whether the bounds of a point tell as much as its reach. Of patterns and versions they only tell the beginning. */
function isExact(point: JoinPoint): boolean {
  return withPointsIn(point).every((each) => {
    if (each.kind === 'module-version') return false;
    if (each.kind === 'package-filter' || each.kind === 'import-glob') return !/[*?[\\{]/.test(each.pattern ?? '');
    return true;
  });
}

function boundedReach(point: JoinPoint, { facts, build }: PackageSample): Reach {
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

/** Every text that the random points look for. */
const words = [
  ...new Set(
    Object.values(kinds).flatMap((points) =>
      fc.sample(points as fc.Arbitrary<JoinPoint>, 200).flatMap((point) => withPointsIn(point).flatMap(textsIn)),
    ),
  ),
].filter((text) => text !== '');

test('bounds rule out by texts only packages in which no file can hold a match', () => {
  const anyFiles = fc.array(fc.subarray(words, { maxLength: 4 }), { maxLength: 3 });
  let ruledOut = 0;
  const run = (point: JoinPoint, { facts, build }: PackageSample, files: readonly (readonly string[])[]) => {
    const raw = files.map((texts) => rawFile(Buffer.from(`package ${facts.name ?? 'p'}\n${texts.join('\n')}`)));
    const { some } = boundsOfPackage(point, build);
    if (conditionHolds(some, facts, (text) => raw.some(({ bytes }) => bytes.includes(text)))) return;
    if (conditionHolds(some, facts)) ruledOut++;
    expect(raw.filter((file) => reachOfFile(point, facts, file) !== 'none')).toEqual([]);
  };
  for (const points of Object.values(kinds)) {
    fc.assert(fc.property(points as fc.Arbitrary<JoinPoint>, anyPackage, anyFiles, run), { numRuns: 200 });
  }
  expect(ruledOut).toBeGreaterThan(100);
});

test('a text may be there as long as the files are not known', () => {
  const point: JoinPoint = { kind: 'directive', name: 'x:y', span };
  const { some } = boundsOfPackage(point, { rootModule: 'root', goVersion: 'go1.26.8' });
  expect(some).toEqual({ kind: 'holds', texts: ['//x:y'] });
  const not = boundsOfPackage({ kind: 'not', point, span }, { rootModule: 'root', goVersion: 'go1.26.8' });
  expect(not).toEqual({ some: { kind: 'always' }, every: { kind: 'not', of: [some] } });
  const facts = { importPath: 'a', imports: new Set<string>(), testMain: false };
  expect([conditionHolds(some, facts), conditionHolds(not.every, facts)]).toEqual([true, false]);
  expect([conditionHolds(some, facts, () => false), conditionHolds(not.every, facts, () => false)]).toEqual([
    false,
    true,
  ]);
  expect(withoutTexts(some)).toEqual({ kind: 'always' });
  const both = conjunction([negation(not.every), nameIs('p'), negation(nameIs('q'))]);
  expect(withoutTexts(both)).toEqual(conjunction([nameIs('p'), negation(nameIs('q'))]));
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
