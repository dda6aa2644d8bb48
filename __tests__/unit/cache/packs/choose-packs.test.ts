import { describe, expect, test } from 'vitest';
import { choosePacks, packRules, type UsedThing } from '../../../../src/cache/packs/choose-packs.ts';
import type { PackRef } from '../../../../src/cache/packs/pack-manifest.ts';

const thing = (id: string, bytes = 1): UsedThing => ({ id, paths: [`go/${id}`], bytes });
const pack = (ids: string, size = ids.length): PackRef => ({ digest: ids, size, ids: [...ids] });
const used = (ids: string) => [...ids].map((id) => thing(id));
const shown = ({ kept, fresh }: ReturnType<typeof choosePacks>) => ({
  kept: kept.map(({ digest }) => digest),
  fresh: fresh.map((things) => things.map(({ id }) => id).join('')),
});
const rules = { packBytes: 3, leastUse: 0.6, smallBytes: 5, mostSmall: 2 } as unknown as typeof packRules;

describe('packs of a new manifest', () => {
  test.each([
    ['the first build packs all, in the order of use', [], 'cbadefg', { kept: [], fresh: ['cba', 'def', 'g'] }],
    ['nothing new: all stay', [pack('abc', 5), pack('de')], 'abcde', { kept: ['abc', 'de'], fresh: [] }],
    [
      'a little new: one small pack more',
      [pack('abc', 5), pack('de')],
      'abcdex',
      { kept: ['abc', 'de'], fresh: ['x'] },
    ],
    ['a pack that is mostly used stays', [pack('abc')], 'abx', { kept: ['abc'], fresh: ['x'] }],
    ['a pack that is hardly used goes', [pack('abc')], 'axy', { kept: [], fresh: ['axy'] }],
    ['a pack that adds nothing goes', [pack('abc', 5), pack('bc')], 'abc', { kept: ['abc'], fresh: [] }],
    [
      'many small packs are packed together, others stay',
      [pack('ab', 9), pack('c', 1), pack('de', 8), pack('f', 2)],
      'abcdef',
      { kept: ['ab', 'de'], fresh: ['cf'] },
    ],
    [
      'many packs that are not small stay',
      [pack('ab', 9), pack('c', 5), pack('de', 8), pack('f', 6)],
      'abcdef',
      { kept: ['ab', 'c', 'de', 'f'], fresh: [] },
    ],
    ['an empty pack goes', [pack('')], 'a', { kept: [], fresh: ['a'] }],
  ])('%s', (_, last, ids, expected) => {
    expect(shown(choosePacks(last, used(ids), rules))).toEqual(expected);
  });

  test('a hundred commits that change little each never need more packs than the rule allows, and lack nothing', () => {
    let last: readonly PackRef[] = [];
    let stored = 0;
    const stable = Array.from({ length: 400 }, (_, at) => thing(`s${at}`, 300_000));
    for (let commit = 0; commit < 100; commit++) {
      const own = Array.from({ length: 5 }, (_, at) => thing(`c${commit}-${at}`, 300_000));
      const all = [...stable, ...own];
      const { kept, fresh } = choosePacks(last, all);
      const made = fresh.map((things, at) => ({
        digest: `${commit}-${at}`,
        size: things.reduce((sum, { bytes }) => sum + bytes, 0),
        ids: things.map(({ id }) => id),
      }));
      stored += made.reduce((sum, { size }) => sum + size, 0);
      last = [...kept, ...made];
      const held = new Set(last.flatMap(({ ids }) => ids));
      expect(all.every(({ id }) => held.has(id))).toBe(true);
      expect(last.filter(({ size }) => size < packRules.smallBytes).length).toBeLessThanOrEqual(packRules.mostSmall);
    }
    // The first build, and for each commit its own packages: nothing that stays the same is stored again.
    expect(stored).toBe(400 * 300_000 + 100 * 5 * 300_000);
  });

  test('a program of 40 full packs stores little for each of 50 commits, and its packs do not become many', () => {
    const compressed = 0.18;
    const versions = new Map(Array.from({ length: 1200 }, (_, at) => [at, 0]));
    let last: readonly PackRef[] = [];
    let stored = 0;
    const build = (commit: number) => {
      const all = [...versions].map(([at, version]) => thing(`p${at}.${version}`, 530_000));
      const { kept, fresh } = choosePacks(last, all);
      const made = fresh.map((things, at) => ({
        digest: `${commit}-${at}`,
        size: compressed * things.reduce((sum, { bytes }) => sum + bytes, 0),
        ids: things.map(({ id }) => id),
      }));
      stored += made.reduce((sum, { size }) => sum + size, 0);
      last = [...kept, ...made];
    };
    build(0);
    const first = stored;
    expect(last.length).toBeGreaterThanOrEqual(38);
    for (let commit = 1; commit <= 50; commit++) {
      for (let n = 0; n < 2; n++) versions.set((commit * 31 + n) % 1200, commit);
      build(commit);
      expect(last.length).toBeLessThanOrEqual(38 + 14 + commit / 10);
    }
    // 100 packages are new, and some of them are stored once more where small packs become one.
    expect(stored - first).toBeLessThan(3 * 100 * 530_000 * compressed);
  });
});
