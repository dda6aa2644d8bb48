import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { candidates } from '../../../../src/cache/packs/manifest-names.ts';
import { addJob, waitingJobs } from '../../../../src/cache/remote/outbox.ts';
import { push, stat, trim } from '../../../../src/cache/remote/store-program.ts';
import { startBlobServer } from '../../../support/remote/blob-server.ts';
import { fillCaches, kindOfTests } from '../../../support/remote/built-cache.ts';
import { tempDir } from '../../../support/temp-module.ts';

/** What the shared cache's program has around it, on a machine that has built something. */
async function machine(url: string, mode = 'read-write') {
  const dir = tempDir();
  const folders = { go: join(dir, 'go'), weave: join(dir, 'weave') };
  const used = await fillCaches(folders, ['a', 'b']);
  const leave = () => addJob(folders.weave, { kind: kindOfTests, folders, used, createdMs: Date.now() });
  const written: string[] = [];
  const env = { HOME: dir, GOTS_REMOTE: url, GOTS_REMOTE_MODE: mode };
  const terminal = { write: () => {}, isTerminal: false };
  const around = { env, write: (text: string) => void written.push(text), terminal, now: Date.now };
  return { cacheDir: folders.weave, leave, around, written, folders };
}

const code = (value: string) => expect.objectContaining({ code: value });

describe('push', () => {
  test('stores what builds left, once', async () => {
    const server = await startBlobServer();
    const { cacheDir, leave, around, written } = await machine(server.url);
    leave();
    await push({ do: 'push', cacheDir, wish: undefined, wait: true }, around);
    expect(waitingJobs(cacheDir, Date.now())).toEqual([]);
    expect(written).toEqual([expect.stringMatching(/^build \.: 1 packs stored \(0\.0 MB\), 0 were there\n$/)]);
    expect([...server.kept.keys()].map((name) => name.slice(0, 5)).sort()).toEqual(
      [...Array(4).fill('/ac/'), '/cas/'].map((name) => expect.stringContaining(name)),
    );
    leave();
    server.asked.length = 0;
    await push({ do: 'push', cacheDir, wish: undefined, wait: true }, around);
    expect(written.at(-1)).toBe('build .: nothing new, 1 packs are there\n');
    leave();
    await push({ do: 'push', cacheDir, wish: undefined, wait: true, json: true }, around);
    const told = { command: 'build .', packs: 0, bytes: 0, objects: 0, kept: 1, isNew: false, ms: expect.any(Number) };
    expect(JSON.parse(written.at(-1) ?? '')).toEqual(told);
    expect(server.asked.filter((line) => line.startsWith('PUT'))).toEqual([]);
  });

  test('of a machine that may only read stores nothing: remote_read_only', async () => {
    const server = await startBlobServer();
    const { cacheDir, leave, around } = await machine(server.url, 'read');
    leave();
    await expect(push({ do: 'push', cacheDir, wish: undefined, wait: true }, around)).rejects.toEqual(
      code('remote_read_only'),
    );
    await push({ do: 'push', cacheDir, wish: undefined, wait: false }, around);
    expect(server.asked).toEqual([]);
    expect(waitingJobs(cacheDir, Date.now())).toEqual([]);
  });

  test('to a server that is full keeps the job, and tells who waits: remote_failed', async () => {
    const server = await startBlobServer();
    server.misbehave = (request, response) => {
      if (request.method === 'PUT') response.writeHead(507).end();
      return request.method === 'PUT';
    };
    const { cacheDir, leave, around } = await machine(server.url);
    leave();
    await push({ do: 'push', cacheDir, wish: undefined, wait: false }, around);
    expect(waitingJobs(cacheDir, Date.now())).toHaveLength(1);
    expect(JSON.parse(readFileSync(join(cacheDir, 'remote', 'state.json'), 'utf8'))).toMatchObject({
      lastUpload: { problem: expect.stringMatching(/status 507/) },
    });
    await expect(push({ do: 'push', cacheDir, wish: undefined, wait: true }, around)).rejects.toEqual(
      code('remote_failed'),
    );
    // No manifest names a pack that could not be stored.
    expect([...server.kept.keys()]).toEqual([]);
  });

  test('a job of the day before is given up', async () => {
    const { cacheDir, leave } = await machine('http://127.0.0.1:49150');
    leave();
    expect(waitingJobs(cacheDir, Date.now() + 25 * 3_600_000)).toEqual([]);
    expect(waitingJobs(cacheDir, Date.now())).toEqual([]);
  });
});

describe('stat', () => {
  test('without a shared cache is an error: remote_not_set', async () => {
    const { cacheDir, around } = await machine('off');
    await expect(stat({ do: 'stat', cacheDir, wish: undefined, json: false }, around)).rejects.toEqual(
      code('remote_not_set'),
    );
  });

  test('tells what waits, though the server cannot list', async () => {
    const server = await startBlobServer();
    server.misbehave = (request, response) => {
      if (request.method === 'PROPFIND') response.writeHead(405).end();
      return request.method === 'PROPFIND';
    };
    const { cacheDir, leave, around, written } = await machine(server.url);
    leave();
    await stat({ do: 'stat', cacheDir, wish: undefined, json: false }, around);
    expect(written.join('')).toMatch(
      /mode +read-write\nuploads waiting +1\nserver +it cannot list what it holds \(PROPFIND: 405\)/,
    );
    await expect(
      trim({ do: 'trim', cacheDir, wish: undefined, days: 1, mostBytes: undefined }, around),
    ).rejects.toEqual(code('remote_failed'));
  });
});

test('a manifest is stored under each name by which builds look for it', async () => {
  const server = await startBlobServer();
  const { cacheDir, leave, around } = await machine(server.url);
  leave();
  await push({ do: 'push', cacheDir, wish: undefined, wait: false }, around);
  const [first] = candidates(kindOfTests);
  expect(server.kept.has(`/ac/${first?.name}`)).toBe(true);
  expect(existsSync(join(cacheDir, 'remote', 'upload.lock'))).toBe(false);
});
