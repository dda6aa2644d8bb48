import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countWoven, type WovenPlaces } from '../../../../src/driver/summary/woven-counts.ts';
import type { Match } from '../../../../src/weave/weave-request.ts';
import { home } from '../../../support/script.ts';

/** A match of the aspect in this line. */
const match = (line: number, aspect = ''): Match => ({
  aspect,
  aspectSpan: { file: 'gots.yml', line, column: 3 },
  what: 'function FuncDecl',
  at: { file: 'a.go', line: 1, column: 1 },
});
const woven = (importPath: string, matches: WovenPlaces['matches'], fromCache = false): WovenPlaces => ({
  ...{ importPath, fromCache, matches },
});
const nothing = { aspects: 0, places: 0, packages: 0, fromCache: 0, unknown: 0, foreign: [] };

const cases: readonly (readonly [string, readonly WovenPlaces[], object])[] = [
  ['nothing', [], nothing],
  ['a package in which nothing matched', [woven('a', [], true)], nothing],
  [
    'aspects without names are told apart by their places',
    [woven('a', [match(1), match(1), match(2)]), woven('b', [match(2)], true)],
    { ...nothing, aspects: 2, places: 4, packages: 2, fromCache: 1 },
  ],
  [
    'of variants of a package the one with most places',
    [woven('a', [match(1)]), woven('a', [match(1), match(2)]), woven('a', [])],
    { ...nothing, aspects: 2, places: 2, packages: 1 },
  ],
  [
    'what is not known is counted apart',
    [woven('a', undefined, true), woven('b', [match(1)])],
    { ...nothing, aspects: 1, places: 1, packages: 1, unknown: 1 },
  ],
  [
    'packages that write goroutine labels, each once and in order',
    [
      woven('b', [match(1, 'runtime/pprof.foreign'), match(1, 'runtime/pprof.foreign')]),
      woven('a', [match(2, 'runtime/pprof.foreign.routine')]),
    ],
    { ...nothing, aspects: 2, places: 3, packages: 2, foreign: ['a', 'b'] },
  ],
];

test.each(cases)('%s', (_, given, expected) => {
  expect(countWoven(given)).toEqual(expected);
});

test('the built-in set has the aspects that are looked for', () => {
  const text = readFileSync(join(home, 'aspects', 'runtime', 'pprof', 'gots.yml'), 'utf8');
  for (const id of ['runtime/pprof.foreign', 'runtime/pprof.foreign.routine']) expect(text).toContain(`- id: ${id}\n`);
});
