import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sha256 } from '../../../../src/base/hash.ts';
import type { Cache } from '../../../../src/cache/cache.ts';
import { DiskCache } from '../../../../src/cache/disk/disk.ts';
import { packIdOf } from '../../../../src/cache/packs/pack-manifest.ts';
import { connectToFetcher, FetchServer } from '../../../../src/cache/remote/fetch-wire.ts';
import { mostSilenceMs } from '../../../../src/cache/remote/silence-watch.ts';
import { Awaited } from '../../../../src/cache/tiers/awaited.ts';
import { tempDir } from '../../../support/temp-module.ts';
import { cacheConformance, putText, textOf } from '../conformance.ts';

const idOf = (name: string) => packIdOf(sha256(name));
const pack = (...names: string[]) => ({ digest: sha256(names.join()), size: 1, ids: names.map(idOf) });

async function pair(onWant: (number: number, server: FetchServer) => void = () => {}) {
  const socket = join(tempDir(), 's');
  const server: FetchServer = new FetchServer((number) => onWant(number, server));
  await server.listen(socket);
  const hung: string[] = [];
  const coming = connectToFetcher(socket, () => hung.push('hangs'));
  onTestFinished(() => {
    coming.close();
    server.close();
  });
  return { server, coming, socket, hung };
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
  const late = connectToFetcher(socket, () => {});
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
  const coming = connectToFetcher(join(tempDir(), 'nothing'), () => {});
  expect(await coming.arrives(idOf('a'))).toBe(false);
});

describe('a program that hangs', () => {
  /** A fetcher in a process of its own, which has said what `says` is and can be stopped. */
  async function stopped(says: string) {
    const socket = join(tempDir(), 's');
    const code = `require('node:net').createServer((socket) => socket.write(process.argv[2])).listen(process.argv[1], () => console.log('listening'))`;
    const child = spawn(process.execPath, ['-e', code, socket, says], { stdio: ['ignore', 'pipe', 'ignore'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    return { socket, child };
  }

  test.each([
    ['has said nothing', '', undefined],
    ['has said what may come', `${JSON.stringify({ packs: [[idOf('a')], [idOf('b')]] })}\n`, undefined],
  ])('and %s is given up once, and nothing waits for it again', async (_, says, expected) => {
    const { socket, child } = await stopped(says);
    const hung: string[] = [];
    const coming = connectToFetcher(socket, () => hung.push('hangs'));
    // It gets the connection and its first words, which may not have been said if it is stopped before.
    if (says !== '') expect(await coming.arrives(idOf('other'))).toBe(false);
    child.kill('SIGSTOP');
    const cache = tier(new DiskCache(join(tempDir(), 'c'), { warn: () => {} }), coming);
    expect(await Promise.all([textOf(cache, 'a'), textOf(cache, 'b')])).toEqual([expected, expected]);
    expect(hung).toEqual(['hangs']);
    expect(await textOf(cache, 'a')).toBeUndefined();
    expect(hung).toEqual(['hangs']);
    coming.close();
  });
});

test('a program that is at work for long is waited for', async () => {
  const { server, coming, hung } = await pair();
  server.index([pack('a')]);
  const asked = coming.arrives(idOf('a'));
  await delay(3 * mostSilenceMs);
  server.arrived(0);
  expect([await asked, hung]).toEqual([true, []]);
});

cacheConformance('the tier that waits for a shared cache', {
  open: (dir) => tier(new DiskCache(dir, { isOurs: true, warn: () => {} }), { arrives: async (id) => id < '8' }),
});
