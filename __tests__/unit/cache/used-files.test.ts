import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../../src/base/hash.ts';
import { DiskCache } from '../../../src/cache/disk/disk.ts';
import { Recorded } from '../../../src/cache/tiers/recorded.ts';
import { parseUsedFiles, UsedFiles } from '../../../src/cache/used-files.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gots-used-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const [one, two, three] = [sha256('one'), sha256('two'), sha256('three')];
const body = Buffer.from('body');
const name = (id: string, kind: string) => `${id.slice(0, 2)}/${id}-${kind}`;
const saved = (file: string) => parseUsedFiles(readFileSync(file, 'utf8'));

test('notes what a cache serves and stores, and nothing else', async () => {
  const cache = join(dir, 'cache');
  const disk = new DiskCache(cache, { warn: () => {} });
  await disk.put(one, sha256(body), body);
  await disk.put(sha256('never asked for'), sha256('x'), Buffer.from('x'));
  const used = new UsedFiles(join(dir, 'list'));
  const recorded = new Recorded(disk, used.in(cache));
  await recorded.get(one);
  await recorded.get(sha256('absent'));
  await recorded.getRecord(sha256('no record'));
  await recorded.putRecord(two, { a: 1 });
  await recorded.keepRecord(three);
  used.save();
  expect(saved(join(dir, 'list'))).toEqual([
    { dir: cache, names: [name(one, 'a'), name(sha256(body), 'd'), name(two, 'f'), name(three, 'f')].sort() },
  ]);
});

test('gathers what is used for a child, across waiting, apart from what is used for others', async () => {
  const used = new UsedFiles(join(dir, 'list'));
  const note = used.in('/cache');
  const later = async (id: string) => {
    await new Promise((done) => setTimeout(done, 1));
    note(id, 'f');
  };
  await Promise.all([used.within('1', () => later(one)), used.within('', () => later(two))]);
  expect(used.of('1')).toEqual([{ dir: '/cache', names: [name(one, 'f')] }]);
  expect(used.of('2')).toEqual([]);
  used.save();
  expect(saved(join(dir, 'list'))).toEqual([{ dir: '/cache', names: [name(one, 'f'), name(two, 'f')].sort() }]);
});

test('several processes add to one file; a line that is no whole one counts for nothing', () => {
  const lines = [
    '{"dir":"/c","names":["a"]}',
    '{"dir":"/c","na',
    '{"dir":"/c"}',
    '[]',
    'null',
    '',
    '{"dir":"/c","names":["b","a"]}',
  ];
  expect(parseUsedFiles(lines.join('\n'))).toEqual([{ dir: '/c', names: ['a', 'b'] }]);
  expect(parseUsedFiles('')).toEqual([]);
});
