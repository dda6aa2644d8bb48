import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lineLog } from '../../../../src/base/log.ts';
import { DiskCache } from '../../../../src/cache/disk/disk.ts';
import { LastBuild } from '../../../../src/cache/last-build.ts';
import { openCaches } from '../../../../src/cache/open.ts';
import { Counted, describeCounts } from '../../../../src/cache/tiers/counted.ts';
import { tempDir } from '../../../support/temp-module.ts';
import { putText, textOf } from '../conformance.ts';

test('counts what is found, missed and put, with its bytes; what is refused is not counted', async () => {
  const dir = join(tempDir(), 'cache');
  const counted = new Counted(new DiskCache(dir, { warn: (what) => expect.unreachable(what) }));
  expect(counted.counts).toEqual({ hits: 0, misses: 0, puts: 0, bytesFound: 0, bytesPut: 0 });
  await putText(counted, 'a', 'four');
  await putText(counted, 'b', 'sixsix');
  for (const action of ['a', 'b', 'b', 'c']) await textOf(counted, action);
  const counts = { hits: 3, misses: 1, puts: 2, bytesFound: 16, bytesPut: 10 };
  expect(counted.counts).toEqual(counts);
  await counted.putRecord('0'.repeat(64), 'not an object');
  expect(counted.counts).toEqual(counts);
  expect(describeCounts('weave', { ...counts, bytesPut: 2_340_000 })).toBe(
    'weave: 3 hits (0.0 MB), 1 misses, 2 puts (2.3 MB)',
  );
});

test('a put that is refused', async () => {
  const dir = join(tempDir(), 'cache');
  writeFileSync(dir, '');
  const counted = new Counted(new DiskCache(dir, { warn: (what) => expect.unreachable(what) }));
  await expect(putText(counted, 'a', 'text')).rejects.toThrow();
  expect(counted.counts).toMatchObject({ puts: 0, bytesPut: 0 });
});

test('a build tells what was asked of its caches when it is debugged, and only then', async () => {
  const build = async (debug: boolean) => {
    const dir = tempDir();
    const lines: string[] = [];
    const { user, weave, close } = await openCaches({
      weaveDir: join(dir, 'weave'),
      goCache: join(dir, 'go'),
      program: [],
      lastBuild: new LastBuild(join(dir, 'builds', 'x.json')),
      usedFiles: undefined,
      log: lineLog((line) => lines.push(line), debug),
    });
    await putText(weave, 'a', 'text');
    await textOf(weave, 'a');
    await textOf(user, 'a');
    await close();
    return lines;
  };
  expect(await build(true)).toEqual([
    'gots: cache: user: 0 hits (0.0 MB), 1 misses, 0 puts (0.0 MB)\n',
    'gots: cache: weave: 1 hits (0.0 MB), 0 misses, 1 puts (0.0 MB)\n',
  ]);
  expect(await build(false)).toEqual([]);
});
