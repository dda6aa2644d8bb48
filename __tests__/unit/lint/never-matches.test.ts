import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neverMatching } from '../../../src/lint/never-matches.ts';
import type { Aspect } from '../../../src/vocabulary/aspect.ts';
import type { JoinPoint } from '../../../src/vocabulary/points.ts';
import { weavePackage } from '../../../src/weave/weave-package.ts';
import { testGrammar } from '../../support/grammar.ts';
import { pointOf } from '../aspects/helpers.ts';

const grammar = await testGrammar();
const source = `package p

import "x/a"

type T struct{ F int }

func (t T) M() { a.F(); _ = a.T{G: 1} }

func (t *T) P() { g() }

//x:here
func F() { a.F() }

var V = &a.T{}
`;
const leaves = [
  'import-path: p',
  'import-path: x/a',
  'package-name: p',
  'package-name: q',
  'package-filter: "*"',
  'package-filter: x/**',
  'import-glob: "{p,q}"',
  'import-glob: x/*',
  'command: false',
  'command: true',
  'test-build: true',
  'package-value: V',
  'file-has: {struct: T}',
  'file-has: {text: T}',
  'test-main: false',
  'test-main: true',
  'directive: x:here',
  'function: [{name: F}]',
  'function: [{name-glob: "F*"}]',
  'function: [{name: M}, {receiver: true}]',
  'function: [{receiver: p.T}]',
  'function: [{receiver: "*p.T"}]',
  'function: [{receiver: false}]',
  'function-call: x/a.F',
  'function-call: g',
  'struct-definition: p.T',
  'struct-literal: {type: x/a.T}',
  'struct-literal: {type: x/a.T, match: pointer-only}',
  'struct-literal: {type: x/a.T, field: G}',
  'declaration-of: p.F',
  'declaration-of: x/a.F',
  'value-declaration: int',
].map(pointOf);
const [{ span } = { span: { file: '', line: 1, column: 1 } }] = leaves;

const { point } = fc.letrec<{ point: JoinPoint }>((tie) => ({
  point: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...leaves),
    fc.array(tie('point'), { maxLength: 3 }).map((points): JoinPoint => ({ kind: 'all-of', points, span })),
    fc.array(tie('point'), { maxLength: 3 }).map((points): JoinPoint => ({ kind: 'one-of', points, span })),
    tie('point').map((inner): JoinPoint => ({ kind: 'not', point: inner, span })),
    tie('point').map((inner): JoinPoint => ({ kind: 'function-body', point: inner, span })),
    tie('point').map((inner): JoinPoint => ({ kind: 'within', point: inner, span })),
  ),
}));

function aspectOf(joinPoint: JoinPoint): Aspect {
  const advice = [{ kind: 'add-blank-import', path: 'x/b', span } as const];
  return { id: 'x', dialect: 'gots', span, tracerInternal: false, reach: 'everything', joinPoint, advice };
}

test('what is said never to match matches nothing', () => {
  const request = {
    facts: { importPath: 'p', imports: new Set(['x/a']), testMain: false },
    files: [{ name: 'p.go', bytes: Buffer.from(source) }],
    packageName: () => 'a',
    weaverVersion: '',
  };
  let never = 0;
  let matched = 0;
  fc.assert(
    fc.property(point, (joinPoint) => {
      const aspect = aspectOf(joinPoint);
      const matches = weavePackage(request, [aspect], { grammar }).matches.length;
      const [dead] = neverMatching(aspect);
      if (matches > 0) matched++;
      if (dead?.point !== joinPoint) return;
      never++;
      expect(matches).toBe(0);
    }),
    { numRuns: 1500, seed: 20 },
  );
  // The property would hold of an analysis that never says anything, and of points that never match.
  expect(never).toBeGreaterThan(100);
  expect(matched).toBeGreaterThan(100);
});
