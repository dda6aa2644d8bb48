import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FunctionOption } from '../../../../src/vocabulary/options.ts';
import { type JoinPoint, type JoinPointKind, pointKinds } from '../../../../src/vocabulary/points.ts';
import { span } from '../../../support/key-samples.ts';
import { anyPointOf, optionsOf, pointsOf } from '../../../support/random-points.ts';
import { type SkipSubject, skipSubject } from '../../../support/skip-campaign.ts';

/** Names far from where they are declared, and all the ways in which Go writes one thing. */
const text = readFileSync(new URL('../forms/names.go.txt', import.meta.url));
const names = new Map([
  ['net/http', 'http'],
  ['context', 'context'],
  ['strings', 'strings'],
  ['math', 'math'],
]);
const subject = skipSubject('names.go', text, (path) => names.get(path)) as SkipSubject;
const kinds = pointsOf(anyPointOf(subject.words), subject.words);

/** Those that name what is written near a match, and what combines them. */
const naming = new Set<JoinPointKind>([
  'all-of',
  'declaration-of',
  'directive',
  'function',
  'function-body',
  'function-call',
  'method-call',
  'one-of',
  'package-value',
  'struct-definition',
  'struct-literal',
]);

test.each(Object.keys(pointKinds) as JoinPointKind[])('what is left out for %s holds no match', (kind) => {
  let matched = 0;
  let left = 0;
  fc.assert(
    fc.property(kinds[kind] as fc.Arbitrary<JoinPoint>, (point) => {
      const found = subject.matches(point);
      expect(found.walked).toEqual(found.all);
      matched += found.all.length;
      if (found.all.length > 0) left += found.left;
    }),
    { numRuns: 300, seed: 11 },
  );
  if (!naming.has(kind)) return;
  expect(matched, 'matches').toBeGreaterThan(0);
  expect(left, 'left out of a file with a match').toBeGreaterThan(0);
});

/** Those that name what is written in a signature or before it. */
const writing = new Set<FunctionOption['kind']>(['name', 'receiver', 'receiver-is', 'signature']);
const options = optionsOf(subject.words);

test.each(Object.keys(options) as FunctionOption['kind'][])(
  'what is left out for functions by %s holds no match',
  (kind) => {
    let matched = 0;
    let left = 0;
    fc.assert(
      fc.property(options[kind] as fc.Arbitrary<FunctionOption>, (option) => {
        const found = subject.matches({ kind: 'function', options: [option], span });
        expect(found.walked).toEqual(found.all);
        matched += found.all.length;
        if (found.all.length > 0) left += found.left;
      }),
      { numRuns: 600, seed: 11 },
    );
    if (!writing.has(kind)) return;
    expect(matched, 'matches').toBeGreaterThan(0);
    expect(left, 'left out of a file with a match').toBeGreaterThan(0);
  },
);
