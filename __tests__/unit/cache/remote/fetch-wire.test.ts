import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sha256 } from '../../../../src/base/hash.ts';
import type { Cache } from '../../../../src/cache/cache.ts';
import { DiskCache } from '../../../../src/cache/disk/disk.ts';
import { packIdOf } from '../../../../src/cache/packs/pack-manifest.ts';
import { connectToFetcher, FetchServer } from '../../../../src/cache/remote/fetch-wire.ts';
import { Awaited } from '../../../../src/cache/tiers/awaited.ts';
import { tempDir } from '../../../support/temp-module.ts';
import { cacheConformance, putText, textOf } from '../conformance.ts';

const idOf = (name: string) => packIdOf(sha256(name));
const pack = (...names: string[]) => ({ digest: sha256(names.join()), size: 1, ids: names.map(idOf) });

async function pair(onWant: (number: number, server: FetchServer) => void = () => {}) {
  const socket = join(tempDir(), 's');
  const server: FetchServer = new FetchServer((number) => onWant(number, server));
  await server.listen(socket);
  const coming = connectToFetcher(socket);
  onTestFinished(() => {
    coming.close();
    server.close();
  });
  return { server, coming, socket };
}

const tier = (below: Cache, coming: { arrives: (id: string) => Promise<boolean> }) =>
  new Awaited(below, (id) => coming.arrives(packIdOf(id)));

test('a look-up that misses waits for its pack, and for no other', async () => {
  const wanted: number[] = [];
  const { server, coming } = await pair((number) => wanted.push(number));
  const disk = new DiskCache(join(tempDir(), 'c'), { warn: () => {} });
  const cache = tier(disk, coming);
  const [a, b, other] = [textOf(cache, 'a'), textOf(cache, 'b'), textOf(cache, 'other')];
  server.index([pack('a'), pack('b')]);
  // What is in no pack is a miss at once.
  expect(await other).toBeUndefined();
  await putText(disk, 'b', 'text of b');
  server.arrived(1);
  expect(await b).toBe('text of b');
  let isSettled = false;
  void a.then(() => {
    isSettled = true;
  });
  await textOf(cache, 'other');
  expect(isSettled).toBe(false);
  await putText(disk, 'a', 'text of a');
  server.arrived(0);
  expect(await a).toBe('text of a');
  expect(wanted.sort()).toEqual([0, 1]);
});

test('a pack that does not bring what it should is a miss', async () => {
  const { server, coming } = await pair();
  server.index([pack('a')]);
  server.arrived(0);
  expect(await textOf(tier(new DiskCache(join(tempDir(), 'c'), { warn: () => {} }), coming), 'a')).toBeUndefined();
});

test('who comes late learns what was said before', async () => {
  const { server, socket } = await pair();
  server.index([pack('a')]);
  server.arrived(0);
  const late = connectToFetcher(socket);
  expect(await late.arrives(idOf('a'))).toBe(true);
  expect(await late.arrives(idOf('b'))).toBe(false);
  late.close();
});

test.each([
  ['before it has said anything', (server: FetchServer) => server.close()],
  [
    'in the middle',
    (server: FetchServer) => {
      server.index([pack('a')]);
      server.close();
    },
  ],
])('a fetch that ends %s holds up nothing', async (_, end) => {
  const { server, coming } = await pair();
  const cache = tier(new DiskCache(join(tempDir(), 'c'), { warn: () => {} }), coming);
  const asked = textOf(cache, 'a');
  end(server);
  expect(await asked).toBeUndefined();
  expect(await textOf(cache, 'a')).toBeUndefined();
});

test('no fetch at all holds up nothing', async () => {
  const coming = connectToFetcher(join(tempDir(), 'nothing'));
  expect(await coming.arrives(idOf('a'))).toBe(false);
});

cacheConformance('the tier that waits for a shared cache', {
  open: (dir) => tier(new DiskCache(dir, { isOurs: true, warn: () => {} }), { arrives: async (id) => id < '8' }),
});
