import { expect, test } from 'vitest';
import { type BuildSummary, buildLine } from '../../../../src/driver/summary/build-line.ts';

const nothing: BuildSummary = {
  ...{ aspects: 0, places: 0, packages: 0, fromCache: 0, unknown: 0, foreign: [] },
  ...{ modules: [], uncovered: [], isPart: false },
};
const some = { aspects: 9, places: 41, packages: 6 };
const library = (n: number) => ({ path: `example.com/l${n}`, version: `v1.${n}.0` });

const cases: readonly (readonly [string, Partial<BuildSummary>, string])[] = [
  ['nothing woven', {}, 'no aspect matched; modules added: none'],
  ['nothing woven in a part', { isPart: true }, 'no aspect matched in what was compiled; modules added: none'],
  ['one of each', { aspects: 1, places: 1, packages: 1 }, '1 aspect at 1 place in 1 package; modules added: none'],
  ['several', some, '9 aspects at 41 places in 6 packages; modules added: none'],
  [
    'some packages of the cache',
    { ...some, fromCache: 4 },
    '9 aspects at 41 places in 6 packages (4 from the cache); modules added: none',
  ],
  [
    'only packages of the cache',
    { ...some, fromCache: 6 },
    '9 aspects at 41 places in 6 packages (from the cache); modules added: none',
  ],
  [
    'packages of which it is not known what matched',
    { ...some, fromCache: 1, unknown: 2 },
    '9 aspects at 41 places in 6 packages (1 from the cache), and 2 more from the cache; modules added: none',
  ],
  ['only such packages', { unknown: 2 }, '2 packages woven, from the cache; modules added: none'],
  ['one such package', { unknown: 1 }, '1 package woven, from the cache; modules added: none'],
  [
    'no program',
    { ...some, isPart: true },
    '9 aspects at 41 places in 6 packages that this build compiled; modules added: none',
  ],
  [
    'modules',
    {
      ...some,
      modules: [
        { path: 'example.com/a', version: 'v1.0.0' },
        { path: 'example.com/folder', version: 'v0.0.0' },
        { path: 'example.com/b', version: 'v1.2.0', raisedFrom: 'v1.1.0' },
      ],
    },
    '9 aspects at 41 places in 6 packages; modules added: example.com/a v1.0.0, example.com/folder; modules raised: example.com/b v1.1.0 to v1.2.0',
  ],
  [
    'five libraries',
    { ...some, uncovered: [1, 2, 3, 4, 5].map(library) },
    '9 aspects at 41 places in 6 packages; modules added: none; no aspect for: example.com/l1 (v1.1.0), example.com/l2 (v1.2.0), example.com/l3 (v1.3.0), example.com/l4 (v1.4.0), example.com/l5 (v1.5.0)',
  ],
  [
    'seven libraries',
    { ...some, uncovered: [1, 2, 3, 4, 5, 6, 7].map(library) },
    '9 aspects at 41 places in 6 packages; modules added: none; no aspect for: example.com/l1 (v1.1.0), example.com/l2 (v1.2.0), example.com/l3 (v1.3.0), example.com/l4 (v1.4.0), example.com/l5 (v1.5.0) and 2 more',
  ],
  [
    'a package that writes labels',
    { ...some, foreign: ['example.com/x'] },
    '9 aspects at 41 places in 6 packages; modules added: none; example.com/x writes the labels of goroutines itself: calls without a context find no trace there',
  ],
  [
    'two such packages',
    { ...some, foreign: ['example.com/x', 'example.com/y'] },
    '9 aspects at 41 places in 6 packages; modules added: none; example.com/x, example.com/y write the labels of goroutines themselves: calls without a context find no trace there',
  ],
];

test.each(cases)('%s', (_, more, expected) => {
  expect(buildLine({ ...nothing, ...more })).toBe(`gots: ${expected}`);
});
