import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sha256 } from '../../../src/base/hash.ts';
import type { Cache, CacheEntry } from '../../../src/cache/cache.ts';
import { tempDir } from '../../support/temp-module.ts';

/** A cache that is held to the contract of src/cache/cache.ts. */
export interface Subject {
  /** Opens the cache whose things lie in a folder, which need not exist. */
  readonly open: (dir: string) => Cache | Promise<Cache>;
  /** Opens one that cannot keep anything. */
  readonly openRefusing?: (dir: string) => Cache | Promise<Cache>;
  /** Whether it can hold records. */
  readonly records?: false;
  /** Whether what one process put is there for the next. */
  readonly lasts?: false;
}

const id = (name: string) => sha256(name);
const bodies = { small: 'body of an object', empty: '', large: 'x'.repeat(700_000) } as const;

/** Tests that every cache must pass, whatever it is made of. */
export function cacheConformance(name: string, subject: Subject): void {
  const open = async (dir = join(tempDir(), 'cache')) => closedAtEnd(await subject.open(dir));

  describe(`${name} is a cache`, () => {
    test('what was never put is a miss', async () => {
      const cache = await open();
      expect(await cache.get(id('a'))).toBeUndefined();
      expect(await cache.getRecord(id('a'))).toBeUndefined();
      await cache.keepRecord(id('a'));
    });

    test.each(Object.entries(bodies))('a %s object is found as it was put', async (_, text) => {
      const cache = await open();
      const before = Date.now();
      const put = await putText(cache, 'a', text);
      expect(put).toMatchObject({ outputId: id(text), size: text.length });
      expect(isAbsolute(put.path)).toBe(true);
      expect(readFileSync(put.path, 'utf8')).toBe(text);
      const got = await cache.get(id('a'));
      expect(got).toMatchObject({ outputId: id(text), size: text.length, path: put.path });
      expect(got?.timeMs).toBeGreaterThanOrEqual(before - 1000);
      expect(got?.timeMs).toBeLessThanOrEqual(Date.now() + 1000);
    });

    test('a body in a file is taken; a second time, too', async () => {
      const [cache, dir] = [await open(), tempDir()];
      for (const action of ['a', 'b']) {
        const file = join(dir, action);
        writeFileSync(file, bodies.large);
        const entry = await cache.put(id(action), id(bodies.large), { file, size: bodies.large.length });
        expect(existsSync(file)).toBe(false);
        expect(statSync(entry.path).size).toBe(bodies.large.length);
      }
      expect((await cache.get(id('a')))?.outputId).toBe(id(bodies.large));
    });

    test('another object of the same action takes its place, and the file of the first stays as it was', async () => {
      const cache = await open();
      const first = await putText(cache, 'a', 'first');
      await putText(cache, 'a', 'second');
      expect(await textOf(cache, 'a')).toBe('second');
      expect(readFileSync(first.path, 'utf8')).toBe('first');
    });

    test('actions may share an output', async () => {
      const cache = await open();
      await Promise.all(['a', 'b', 'c'].map((action) => putText(cache, action, 'same')));
      expect(await Promise.all(['a', 'b', 'c'].map((action) => textOf(cache, action)))).toEqual(Array(3).fill('same'));
    });

    test('of puts at once one wins, and who asks meanwhile finds nothing or a whole object', async () => {
      const cache = await open();
      const texts = Array.from({ length: 12 }, (_, at) => `${at}`.repeat(3000));
      const found = Promise.all(texts.map(() => textOf(cache, 'a')));
      const puts = await Promise.all(texts.map((text) => putText(cache, 'a', text)));
      expect(puts.map(({ path }) => readFileSync(path, 'utf8'))).toEqual(texts);
      for (const text of await found) expect([undefined, ...texts]).toContain(text);
      expect(texts).toContain(await textOf(cache, 'a'));
    });

    test('any puts and gets, in any order, give what a map gives', async () => {
      const action = fc.constantFrom('a', 'b', 'c');
      const step = fc.record({ action, text: fc.option(fc.string({ maxLength: 5 }), { nil: undefined }) });
      const cache = await open();
      const expected = new Map<string, string>();
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
          for (const { action, text } of steps) {
            if (text === undefined) expect(await textOf(cache, action)).toBe(expected.get(action));
            else {
              await putText(cache, action, text);
              expected.set(action, text);
            }
          }
        }),
        { numRuns: 15 },
      );
    });

    if (subject.records === false) {
      test('it refuses records, and finds none', async () => {
        const cache = await open();
        await expect(cache.putRecord(id('a'), 1)).rejects.toThrow();
        expect(await cache.getRecord(id('a'))).toBeUndefined();
      });
    } else {
      test.each([[0], [''], ['text'], [false], [[]], [{ a: [1, { b: null }], 'ö"\n': '€' }]])(
        'the record %j is found as it was put',
        async (value) => {
          const cache = await open();
          await cache.putRecord(id('a'), value);
          await cache.keepRecord(id('a'));
          expect(await cache.getRecord(id('a'))).toEqual(value);
        },
      );

      test('another record of the same key takes its place', async () => {
        const cache = await open();
        await cache.putRecord(id('a'), { n: 1 });
        expect(await cache.getRecord(id('a'))).toEqual({ n: 1 });
        await cache.putRecord(id('a'), { n: 2 });
        expect(await cache.getRecord(id('a'))).toEqual({ n: 2 });
      });

      test('an object and a record of the same id have nothing to do with each other', async () => {
        const cache = await open();
        await cache.putRecord(id('a'), 'record');
        expect(await cache.get(id('a'))).toBeUndefined();
        await putText(cache, 'a', 'object');
        expect(await cache.getRecord(id('a'))).toBe('record');
        expect(await textOf(cache, 'a')).toBe('object');
      });
    }

    if (subject.lasts !== false) {
      test('what one put another finds, at once and after it was closed', async () => {
        const dir = join(tempDir(), 'cache');
        const [first, second] = [await open(dir), await open(dir)];
        await putText(first, 'a', 'text');
        expect(await textOf(second, 'a')).toBe('text');
        if (subject.records !== false) {
          await first.putRecord(id('r'), { a: 1 });
          expect(await second.getRecord(id('r'))).toEqual({ a: 1 });
        }
        await first.close();
        expect(await textOf(await open(dir), 'a')).toBe('text');
      });
    }

    const { openRefusing } = subject;
    if (openRefusing) {
      test('what cannot be kept is refused, is a miss, and its body is still there', async () => {
        const dir = tempDir();
        const cache = closedAtEnd(await openRefusing(join(dir, 'cache')));
        const file = join(dir, 'body');
        writeFileSync(file, bodies.large);
        await expect(cache.put(id('a'), id(bodies.large), { file, size: bodies.large.length })).rejects.toThrow();
        expect(readFileSync(file, 'utf8')).toBe(bodies.large);
        expect(await cache.get(id('a'))).toBeUndefined();
        await expect(putText(cache, 'a', 'text')).rejects.toThrow();
        await expect(cache.putRecord(id('a'), 1)).rejects.toThrow();
      });
    }
  });
}

/** A cache that is closed when the test ends. */
function closedAtEnd(cache: Cache): Cache {
  onTestFinished(() => cache.close());
  return cache;
}

export function putText(cache: Cache, action: string, text: string): Promise<CacheEntry> {
  return cache.put(id(action), id(text), Buffer.from(text));
}

export async function textOf(cache: Cache, action: string): Promise<string | undefined> {
  const entry = await cache.get(id(action));
  return entry && readFileSync(entry.path, 'utf8');
}
