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
const rules = { packBytes: 3, leastUse: 0.6, mostPacks: 4, packsAfter: 2 } as unknown as typeof packRules;

describe('packs of a new manifest', () => {
  test.each([
    ['the first build packs all, in the order of use', [], 'cbadefg', { kept: [], fresh: ['cba', 'def', 'g'] }],
    ['nothing new: all stay', [pack('abc'), pack('de')], 'abcde', { kept: ['abc', 'de'], fresh: [] }],
    ['a little new: one small pack more', [pack('abc'), pack('de')], 'abcdex', { kept: ['abc', 'de'], fresh: ['x'] }],
    ['a pack that is mostly used stays', [pack('abc')], 'abx', { kept: ['abc'], fresh: ['x'] }],
    ['a pack that is hardly used goes', [pack('abc')], 'axy', { kept: [], fresh: ['axy'] }],
    ['a pack that adds nothing goes', [pack('abc'), pack('bc')], 'abc', { kept: ['abc'], fresh: [] }],
    [
      'many packs become few: the smallest are packed together',
      [pack('ab', 9), pack('c', 1), pack('de', 8), pack('f', 2)],
      'abcdef',
      { kept: ['ab', 'de'], fresh: ['cf'] },
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
      expect(last.length).toBeLessThanOrEqual(packRules.mostPacks + 1);
    }
    // The first build, and for each commit its own packages: nothing that stays the same is stored again.
    expect(stored).toBe(400 * 300_000 + 100 * 5 * 300_000);
  });
});
