import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/base/hash.ts';
import { addJob } from '../../src/cache/remote/outbox.ts';
import { remoteSettings } from '../../src/cache/remote/remote-settings.ts';
import type { BlobStore } from '../../src/cache/remote/stores/blob-store.ts';
import { patient } from '../../src/cache/remote/stores/http-request.ts';
import { openStore } from '../../src/cache/remote/stores/open-store.ts';
import { storeContents, trimStore } from '../../src/cache/remote/trim-store.ts';
import { fillCaches, foundIn, kindOfTests } from '../support/remote/built-cache.ts';
import { type RealServer, startNginx, startVersity } from '../support/remote/real-servers.ts';
import { tempDir } from '../support/temp-module.ts';

const program = join(import.meta.dirname, '../../dist/remote.mjs');
const run = promisify(execFile);
const day = 24 * 3_600_000;

describe.each([
  ['versitygw (S3)', startVersity],
  ['nginx with dav (HTTP)', startNginx],
])('%s', (_, start) => {
  let dir: string;
  let server: RealServer;
  let store: BlobStore;
  const env = () => ({
    ...server.env,
    HOME: '/nonexistent',
    GOTS_REMOTE: server.remote,
    GOTS_REMOTE_MODE: 'read-write',
  });

  beforeAll(async () => {
    dir = realpathSync(mkdtempSync(join(tmpdir(), 'gots-test-servers-')));
    server = await start(dir);
    const settings = remoteSettings(env(), undefined);
    store = await openStore(settings as NonNullable<typeof settings>, env(), patient);
  }, 600_000);
  afterAll(async () => {
    await server?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  test('keeps blobs, lists them, and removes them', async () => {
    const bytes = randomBytes(300_000);
    const name = `cas/${sha256(bytes)}` as const;
    const mostBytes = 1_000_000;
    expect(await store.get(name, { mostBytes })).toBeUndefined();
    expect(await store.put(name, bytes, true)).toBe('stored');
    expect(await store.get(name, { mostBytes })).toEqual(bytes);
    await expect(store.get(name, { mostBytes: 10 })).rejects.toThrow(/more than 10 bytes/);
    // Stored again or refused: either leaves these bytes.
    await store.put(name, bytes, true);
    expect(await store.list()).toEqual([{ name, size: bytes.length, timeMs: expect.any(Number) }]);
    const [listed] = await store.list();
    expect(Math.abs((listed?.timeMs ?? 0) - Date.now())).toBeLessThan(day);
    await store.remove(name);
    await store.remove(name);
    expect(await store.list()).toEqual([]);
  });

  test('refuses who has no right', async () => {
    const wrong = {
      ...env(),
      AWS_SECRET_ACCESS_KEY: 'wrong',
      GOTS_REMOTE: server.remote.replace('pass-word', 'wrong'),
    };
    const settings = remoteSettings(wrong, undefined);
    const other = await openStore(settings as NonNullable<typeof settings>, wrong, patient);
    await expect(other.get(`ac/${sha256('x')}`, { mostBytes: 10 })).rejects.toThrow(
      /refuses these credentials \(40[13]\)/,
    );
  });

  test('eight builders at once fill it, and a machine that has nothing gets a whole build', async () => {
    const names = (builder: number) => ['shared-1', 'shared-2', `own-${builder}`];
    const machines = await Promise.all(
      Array.from({ length: 8 }, async (__, builder) => {
        const own = tempDir();
        const folders = { go: join(own, 'go'), weave: join(own, 'weave') };
        const used = await fillCaches(folders, names(builder));
        addJob(folders.weave, { kind: kindOfTests, folders, used, createdMs: Date.now() });
        return folders;
      }),
    );
    const child = { ...process.env, ...env() };
    const push = ({ weave }: { weave: string }) =>
      run(process.execPath, [program, JSON.stringify({ do: 'push', cacheDir: weave, wait: true })], { env: child });
    const pushed = await Promise.all(machines.map(push));
    for (const { stdout } of pushed) expect(stdout).toMatch(/packs stored|nothing new/);
    const empty = tempDir();
    const folders = { go: join(empty, 'go'), weave: join(empty, 'weave') };
    const stamp = { file: join(empty, 'stamp'), text: '' };
    const pull = { do: 'pull', quiet: false, cacheDir: folders.weave, kind: kindOfTests, folders, stamp };
    const { stdout, stderr } = await run(process.execPath, [program, JSON.stringify(pull)], {
      env: { ...child, GOTS_REMOTE_MODE: 'read' },
    });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^fetched \d+ packs?, /);
    const whole = await Promise.all(
      machines.map(async (__, builder) => (await foundIn(folders, names(builder))).length === names(builder).length),
    );
    // The last manifest counts, and is whole.
    expect(whole.filter((isWhole) => isWhole).length).toBeGreaterThanOrEqual(1);
  });

  test('is trimmed by age and size; packs that are new stay, since a build may be about to name them', async () => {
    const before = await storeContents(store);
    expect(before).toMatchObject({ manifests: 4, oldestMs: expect.any(Number) });
    const later = Date.now() + 2 * day;
    expect(await trimStore(store, { ageMs: 14 * day, mostBytes: Number.POSITIVE_INFINITY }, Date.now())).toEqual({
      files: 0,
      bytes: 0,
    });
    await trimStore(store, { ageMs: 14 * day, mostBytes: Number.POSITIVE_INFINITY }, later);
    const trimmed = await storeContents(store);
    expect(trimmed.unnamed).toEqual({ packs: 0, bytes: 0 });
    expect(trimmed.manifests).toBe(4);
    expect(trimmed.packs).toBeGreaterThanOrEqual(1);
    await trimStore(store, { ageMs: 14 * day, mostBytes: 10 }, later);
    expect(await storeContents(store)).toMatchObject({ manifests: 0, packs: 0, bytes: 0 });
  });
});
