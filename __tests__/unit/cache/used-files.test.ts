import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../../src/base/hash.ts';
import { Store } from '../../../src/cache/disk/store.ts';
import { parseTouched, Touched } from '../../../src/cache/used-files.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gots-touched-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const [one, two] = [sha256('one'), sha256('two')];
const body = Buffer.from('body');
const name = (id: string, kind: string) => `${id.slice(0, 2)}/${id}-${kind}`;
const saved = (file: string) => parseTouched(readFileSync(file, 'utf8'));

test('notes what a store serves and stores, and nothing else', () => {
  const cache = join(dir, 'cache');
  new Store(cache, () => {}).put(one, sha256(body), body);
  new Store(cache, () => {}).put(sha256('never asked for'), sha256('x'), Buffer.from('x'));
  const touched = new Touched(join(dir, 'list'));
  const store = new Store(cache, () => {}, { touch: touched.in(cache) });
  store.get(one);
  store.get(sha256('absent'));
  store.getJson(sha256('no text'));
  store.putJson(two, { a: 1 });
  touched.save();
  expect(saved(join(dir, 'list'))).toEqual([
    { dir: cache, names: [name(one, 'a'), name(sha256(body), 'd'), name(two, 'f')].sort() },
  ]);
});

test('gathers what is used for a child, across waiting, apart from what is used for others', async () => {
  const touched = new Touched(join(dir, 'list'));
  const note = touched.in('/cache');
  const later = async (id: string) => {
    await new Promise((done) => setTimeout(done, 1));
    note(id, 'f');
  };
  await Promise.all([touched.within('1', () => later(one)), touched.within('', () => later(two))]);
  expect(touched.of('1')).toEqual([{ dir: '/cache', names: [name(one, 'f')] }]);
  expect(touched.of('2')).toEqual([]);
  touched.save();
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
  expect(parseTouched(lines.join('\n'))).toEqual([{ dir: '/c', names: ['a', 'b'] }]);
  expect(parseTouched('')).toEqual([]);
});
