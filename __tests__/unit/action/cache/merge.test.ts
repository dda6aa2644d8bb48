import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mergePack } from '../../../../src/action/cache/merge.ts';
import { layOut, readIndex } from '../../../../src/action/cache/pack.ts';
import { sha256 } from '../../../../src/base/hash.ts';
import { DiskCache } from '../../../../src/cache/disk/disk.ts';
import { type CacheFolders, describeFiles } from '../../../../src/cache/packs/entries.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gots-pack-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const action = sha256('action');
const body = Buffer.from('body of an object');
const output = sha256(body);
const helper = `weave/bin/shim-${'0'.repeat(20)}`;
const text = `weave/${action.slice(0, 2)}/${action}-f`;
const entry = `go/${action.slice(0, 2)}/${action}-a`;
const object = `go/${output.slice(0, 2)}/${output}-d`;
const everything = [entry, object, helper, text];
const disk = (dir: string) => new DiskCache(dir, { warn: () => {} });

function caches(name: string): CacheFolders {
  return { go: join(dir, name, 'go'), weave: join(dir, name, 'weave') };
}

/** A pack of a cache with one of each. */
async function pack() {
  const from = caches('from');
  await disk(from.go).put(action, output, body);
  await disk(from.weave).putRecord(action, { a: 1 });
  mkdirSync(join(from.weave, 'bin'));
  writeFileSync(join(from.weave, helper.slice('weave/'.length)), 'program');
  const files = describeFiles(from, everything);
  layOut(from, files, join(dir, 'pack'));
  return { files, folder: join(dir, 'pack') };
}

test('what is packed is found again, marked as used some time ago', async () => {
  const { files, folder } = await pack();
  expect(Object.keys(files).sort()).toEqual([...everything].sort());
  expect(readIndex(folder)).toEqual(files);
  const to = caches('to');
  const now = Date.now();
  const merged = mergePack(folder, files, to, now);
  expect([...merged.added].sort()).toEqual([...everything].sort());
  const store = disk(to.go);
  expect(statSync(join(to.go, object.slice(3))).mtimeMs).toBeCloseTo(now - 2 * 3_600_000, 0);
  expect(readFileSync((await store.get(action))?.path as string)).toEqual(body);
  // Its use shows, so that trimming and later runs see it.
  expect(statSync(join(to.go, object.slice(3))).mtimeMs).toBeGreaterThan(now - 60_000);
  expect(await disk(to.weave).getRecord(action)).toEqual({ a: 1 });
  expect(statSync(join(to.weave, helper.slice('weave/'.length))).mode & 0o777).toBe(0o755);
});

test('merging twice changes nothing, and what is there stays as it is', async () => {
  const { files, folder } = await pack();
  const to = caches('to');
  await disk(to.weave).putRecord(action, { a: 'newer' });
  mergePack(folder, files, to, Date.now());
  layOut(caches('from'), files, join(dir, 'again'));
  const second = mergePack(join(dir, 'again'), files, to, Date.now());
  expect(second.added).toEqual([]);
  expect(second.kept).toHaveLength(4);
  expect(await disk(to.weave).getRecord(action)).toEqual({ a: 'newer' });
});

test.each(everything)(
  'damaged in the pack: %s is left out, and an entry does not name what is not there',
  async (path) => {
    const { files, folder } = await pack();
    const damaged = join(folder, path);
    const bytes = readFileSync(damaged);
    rmSync(damaged);
    writeFileSync(damaged, Buffer.from([...bytes.subarray(1), 0]));
    const to = caches('to');
    const { broken, added } = mergePack(folder, files, to, Date.now());
    expect(broken).toEqual(path === object ? [object, entry] : [path]);
    expect(added).toHaveLength(4 - broken.length);
    const stored = await disk(to.go).get(action);
    if (path === object || path === entry) expect(stored).toBeUndefined();
    else expect(stored?.outputId).toBe(output);
  },
);

test('an entry and an output that are of no use on the machine are replaced', async () => {
  const { files, folder } = await pack();
  const to = caches('to');
  for (const [path, content] of [
    [entry, 'v1 nonsense'],
    [object, 'cut'],
  ] as const) {
    mkdirSync(dirname(join(to.go, path.slice(3))), { recursive: true });
    writeFileSync(join(to.go, path.slice(3)), content);
  }
  expect(mergePack(folder, files, to, Date.now()).added).toHaveLength(4);
  expect((await disk(to.go).get(action))?.outputId).toBe(output);
});

test('neither a list with other names nor a link is followed', async () => {
  const { files, folder } = await pack();
  const index = join(folder, 'index.json');
  const write = (value: unknown) => {
    rmSync(index);
    writeFileSync(index, JSON.stringify(value));
  };
  for (const name of [
    '../../etc/passwd',
    'go/ab/x-d',
    'weave/bin/../../x',
    `go/${action.slice(0, 2)}/${action}-f`,
    'weave/plans/p/plan.json',
  ]) {
    write({ schema: 1, files: { ...files, [name]: ['0', 1] } });
    expect(readIndex(folder)).toBeUndefined();
  }
  write({ schema: 2, files });
  expect(readIndex(folder)).toBeUndefined();
  const secret = join(dir, 'secret');
  writeFileSync(secret, body);
  rmSync(join(folder, object));
  symlinkSync(secret, join(folder, object));
  expect(mergePack(folder, files, caches('to'), Date.now()).broken).toEqual([object, entry]);
});

test('what is damaged or gone is not packed', async () => {
  await pack();
  const { go, weave } = caches('from');
  const path = join(go, object.slice(3));
  rmSync(path);
  writeFileSync(path, 'other');
  utimesSync(path, new Date(), new Date());
  rmSync(join(weave, text.slice('weave/'.length)));
  expect(Object.keys(describeFiles({ go, weave }, everything)).sort()).toEqual([entry, helper].sort());
  expect(describeFiles({ go, weave }, ['../secret', 'go/trim.txt'])).toEqual({});
});
