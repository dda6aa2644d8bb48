import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../../../src/base/hash.ts';
import { DiskCache } from '../../../../src/cache/disk/disk.ts';

let dir = '';
let warnings: string[] = [];
let store: DiskCache;
const action = sha256('action');
const body = Buffer.from('body of an object');
const dayMs = 24 * 3_600_000;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gots-store-'));
  warnings = [];
  store = new DiskCache(dir, { warn: (what) => warnings.push(what) });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const fileOf = (id: string, kind: string) => join(dir, id.slice(0, 2), `${id}-${kind}`);

describe('a cache on disk', () => {
  test('keeps an object in the layout of GOCACHE', async () => {
    expect(await store.get(action)).toBeUndefined();
    const put = await store.put(action, sha256(body), body);
    const got = await store.get(action);
    expect(got).toEqual({ ...put, timeMs: expect.closeTo(put.timeMs, 0) });
    expect(readFileSync(put.path)).toEqual(body);
    // cmd/go reads exactly this form: see entrySize in cmd/go/internal/cache.
    const line = readFileSync(fileOf(action, 'a'), 'latin1');
    expect(line).toMatch(new RegExp(`^v1 ${action} ${sha256(body)} {1,20}17 {1,20}\\d{19}\n$`));
    expect(line.length).toBe(2 + 1 + 64 + 1 + 64 + 1 + 20 + 1 + 20 + 1);
  });

  test('leaves no temporary file behind and replaces a damaged object', async () => {
    const { path } = await store.put(action, sha256(body), body);
    writeFileSync(path, 'other content, wrong!');
    await store.put(action, sha256(body), body);
    expect(readFileSync(path)).toEqual(body);
    const names = readdirSync(dir).flatMap((sub) => readdirSync(join(dir, sub)));
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('an object of the wrong size is a miss and a warning', async () => {
    const { path } = await store.put(action, sha256(body), body);
    writeFileSync(path, 'cut');
    expect(await store.get(action)).toBeUndefined();
    expect(warnings).toEqual([`${path}: 3 bytes instead of 17`]);
  });

  test.each(['', 'v1 nonsense\n', `v1 ${sha256('other')} ${sha256(body)} ${'17'.padStart(20)} ${'1'.padStart(20)}\n`])(
    'an entry that reads %j is a miss and a warning',
    async (text) => {
      await store.put(action, sha256(body), body);
      writeFileSync(fileOf(action, 'a'), text);
      expect(await store.get(action)).toBeUndefined();
      expect(warnings).toHaveLength(1);
    },
  );

  test('a lost body and an executable entry of cmd/go are plain misses', async () => {
    const { path } = await store.put(action, sha256(body), body);
    rmSync(path);
    expect(await store.get(action)).toBeUndefined();
    mkdirSync(path);
    expect(await store.get(action)).toBeUndefined();
    expect(warnings).toEqual([]);
  });

  test('what is there and cannot be read is a miss and a warning', async () => {
    await store.put(action, sha256(body), body);
    await store.putRecord(action, 1);
    for (const file of [fileOf(action, 'a'), fileOf(action, 'f')]) {
      rmSync(file);
      symlinkSync(file, file);
    }
    expect(await store.get(action)).toBeUndefined();
    expect(await store.getRecord(action)).toBeUndefined();
    expect(warnings).toEqual(['a', 'f'].map((kind) => `${fileOf(action, kind)}: it cannot be read (ELOOP)`));
  });

  test('a body of the weave cache that its owner may not read is a miss and a warning', async () => {
    const ours = new DiskCache(dir, { isOurs: true, warn: (what) => warnings.push(what) });
    const { path } = await ours.put(action, sha256(body), body);
    chmodSync(path, 0o200);
    expect(await ours.get(action)).toBeUndefined();
    expect(ours.bodyOf(sha256(body), body.length)).toBeUndefined();
    expect(new Set(warnings)).toEqual(new Set([`${path}: its owner may not read it`]));
    await ours.put(action, sha256(body), body);
    expect(await ours.get(action)).toMatchObject({ path });
  });

  test('small texts: kept, and broken ones warned of', async () => {
    await store.putRecord(action, { a: [1] });
    expect(await store.getRecord(action)).toEqual({ a: [1] });
    writeFileSync(fileOf(action, 'f'), '{"a": [');
    expect(await store.getRecord(action)).toBeUndefined();
    expect(warnings).toEqual([`${fileOf(action, 'f')}: it is damaged, or of another version of gots`]);
  });

  test('refuses ids that are none', async () => {
    await expect(store.get('../../etc/passwd')).rejects.toThrow(/bad cache id/);
  });

  test('a use refreshes an mtime that is older than an hour, both files', async () => {
    const { path } = await store.put(action, sha256(body), body);
    const old = new Date(Date.now() - 2 * 3_600_000);
    for (const file of [path, fileOf(action, 'a')]) utimesSync(file, old, old);
    await store.get(action);
    for (const file of [path, fileOf(action, 'a')]) expect(Date.now() - statSync(file).mtimeMs).toBeLessThan(60_000);
  });

  test('trims what five days saw no use of, at most once a day', async () => {
    const { path } = await store.put(action, sha256(body), body);
    await store.putRecord(sha256('young'), 1);
    const old = new Date(Date.now() - 6 * dayMs);
    const notes = ['x.replay', 'x.facts'].map((name) => join(dir, 'builds', name));
    mkdirSync(join(dir, 'builds'));
    for (const file of notes) writeFileSync(file, '');
    for (const file of [path, fileOf(action, 'a'), ...notes]) utimesSync(file, old, old);
    writeFileSync(join(dir, 'trim.txt'), String(Math.floor(Date.now() / 1000) - 60));
    store.trim();
    expect(statSync(path, { throwIfNoEntry: false })).toBeDefined();
    writeFileSync(join(dir, 'trim.txt'), String(Math.floor((Date.now() - 2 * dayMs) / 1000)));
    store.trim();
    for (const file of [path, ...notes]) expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined();
    expect(await store.getRecord(sha256('young'))).toBe(1);
    expect(Number(readFileSync(join(dir, 'trim.txt'), 'utf8'))).toBeCloseTo(Date.now() / 1000, -2);
  });
});
