import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { DiskCache } from '../../../src/cache/disk/disk.ts';
import { tempDir } from '../../support/temp-module.ts';
import { cacheConformance, putText, textOf } from './conformance.ts';
import { HttpTier, startServer } from './http-tier.ts';

const disk = (dir: string) => new DiskCache(dir, { warn: (what) => expect.unreachable(what) });
const honest = await startServer((_, stored) => stored);
const lying = await startServer((name) => Buffer.from(name.startsWith('/record') ? 'null' : 'f'.repeat(64)));
const servers = [honest.server, lying.server];
afterAll(() => {
  for (const server of servers) server.close();
});

// A server of its own for each cache: what another one sent is there.
cacheConformance('a tier before a server', {
  open: async (dir) => {
    const { url, server } = await startServer((_, stored) => stored);
    servers.push(server);
    return new HttpTier(disk(dir), url);
  },
});
cacheConformance('a tier before a server that lies', { open: (dir) => new HttpTier(disk(dir), lying.url) });
cacheConformance('a tier before no server', { open: (dir) => new HttpTier(disk(dir), 'http://127.0.0.1:1') });

test('what one machine put another one finds, and keeps', async () => {
  const [first, second] = [disk(join(tempDir(), 'a')), disk(join(tempDir(), 'b'))];
  const sender = new HttpTier(first, honest.url);
  await putText(sender, 'a', 'from the first');
  await sender.putRecord('a'.repeat(64), { n: 1 });
  await sender.close();
  const receiver = new HttpTier(second, honest.url);
  expect(await textOf(receiver, 'a')).toBe('from the first');
  expect(await receiver.getRecord('a'.repeat(64))).toEqual({ n: 1 });
  expect(await textOf(second, 'a')).toBe('from the first');
});
