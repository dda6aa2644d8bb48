import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../../src/base/hash.ts';
import { seal } from '../../../../src/base/sealed.ts';
import { DiskCache } from '../../../../src/cache/disk/disk.ts';
import { decodePack, encodePack } from '../../../../src/cache/packs/pack-format.ts';
import { Unpacker } from '../../../../src/cache/packs/unpack.ts';
import { tempDir } from '../../../support/temp-module.ts';

const object = (name: string, text: string) => {
  const [action, output] = [sha256(name), sha256(text)];
  const size = Buffer.byteLength(text);
  const line = `v1 ${action} ${output} ${String(size).padStart(20)} ${'1700000000000000000'.padStart(20)}\n`;
  return [
    { path: `go/${action.slice(0, 2)}/${action}-a`, bytes: Buffer.from(line) },
    { path: `go/${output.slice(0, 2)}/${output}-d`, bytes: Buffer.from(text) },
  ] as const;
};
const record = (name: string, value: unknown, key = sha256(name)) => ({
  path: `weave/${sha256(name).slice(0, 2)}/${sha256(name)}-f`,
  bytes: Buffer.from(seal(key, JSON.stringify(value))),
});
const raw = (text: string) => promisify(brotliCompress)(Buffer.from(text));
const folders = (dir = tempDir()) => ({ go: join(dir, 'go'), weave: join(dir, 'weave') });

describe('a pack', () => {
  test('holds files as they were', async () => {
    const files = [...object('a', 'text of a'), ...object('b', ''), record('r', { x: 1 })];
    const read = await decodePack(await encodePack(files));
    expect(read.map(({ path, bytes }) => [path, bytes.toString()])).toEqual(
      files.map(({ path, bytes }) => [path, bytes.toString()]),
    );
  });

  test('is the same for the same files, so that machines share it', async () => {
    const files = object('a', 'text'.repeat(10_000));
    expect(sha256(await encodePack(files))).toBe(sha256(await encodePack(files)));
  });

  const [entry, body] = object('a', 'text');
  const list = (...rows: unknown[]) => `gots-pack 1\n${JSON.stringify({ files: rows })}\n`;
  test.each([
    ['no brotli', Buffer.from('hello'), /./],
    ['something else', raw('tar\n'), /no pack/],
    ['no list', raw('gots-pack 1\n{}\n'), /list/],
    ['a path out of the cache', raw(`${list(['go/../../etc/passwd', sha256('x'), 1])}x`), /no cache has/],
    ['a plan', raw(`${list(['weave/plans/x/plan.json', sha256('x'), 1])}x`), /no cache has/],
    ['an id in the wrong folder', raw(`${list([`go/00/${sha256('a')}-d`, sha256('x'), 1])}x`), /no cache has/],
    ['another digest', raw(`${list([entry.path, sha256('y'), 1])}x`), /digest/],
    ['an output of another name', raw(`${list([body.path, sha256('x'), 1])}x`), /name/],
    ['a body that is cut off', raw(`${list([entry.path, sha256('xyz'), 3])}xy`), /digest/],
    ['a negative size', raw(`${list([entry.path, sha256(''), -1])}`), /list/],
    ['more than its list says', raw(`${list([entry.path, sha256('x'), 1])}xtail`), /longer/],
  ] as const)('that holds %s is refused as a whole', async (_, bytes, reason) => {
    await expect(decodePack(await bytes)).rejects.toThrow(reason);
  });
});

describe('unpacking', () => {
  test('makes entries that the caches find', async () => {
    const dirs = folders();
    const files = [...object('a', 'text of a'), record('r', { x: 1 })];
    expect(new Unpacker(dirs).unpack(files)).toEqual({ added: 3, kept: 0, broken: 0 });
    const warn = (what: string) => expect.unreachable(what);
    const found = await new DiskCache(dirs.go, { warn }).get(sha256('a'));
    expect(readFileSync(found?.path ?? '', 'utf8')).toBe('text of a');
    expect(await new DiskCache(dirs.weave, { isOurs: true, warn }).getRecord(sha256('r'))).toEqual({ x: 1 });
  });

  test('leaves what is there as it is, and mends what is not whole', () => {
    const dirs = folders();
    const files = object('a', 'text of a');
    new Unpacker(dirs).unpack(files);
    expect(new Unpacker(dirs).unpack(files)).toEqual({ added: 0, kept: 2, broken: 0 });
    writeFileSync(join(dirs.go, files[1].path.slice(3)), 'cut');
    expect(new Unpacker(dirs).unpack(files)).toEqual({ added: 1, kept: 1, broken: 0 });
  });

  test.each([
    ['an entry whose output is not there', [object('a', 'text')[0]]],
    ['an entry of another action', [{ ...object('b', 'text')[0], path: object('a', 'text')[0].path }]],
    ['a record of another key', [record('r', 1, sha256('other'))]],
  ])('leaves out %s', (_, files) => {
    expect(new Unpacker(folders()).unpack(files)).toEqual({ added: 0, kept: 0, broken: 1 });
  });

  test('throws where nothing can be written', () => {
    const dirs = folders();
    mkdirSync(dirname(dirs.go), { recursive: true });
    writeFileSync(dirs.go, '');
    expect(() => new Unpacker(dirs).unpack(object('a', 'text'))).toThrow(/ENOTDIR|EEXIST/);
  });
});
