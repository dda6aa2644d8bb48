import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lineLog } from '../../../../src/base/log.ts';
import { DiskCache } from '../../../../src/cache/disk/disk.ts';
import { TemporaryDisk } from '../../../../src/cache/disk/temporary-disk.ts';
import { LastBuild } from '../../../../src/cache/last-build.ts';
import { openCaches } from '../../../../src/cache/open.ts';
import { Spilling } from '../../../../src/cache/tiers/spilling.ts';
import { tempDir } from '../../../support/temp-module.ts';
import { putText, textOf } from '../conformance.ts';

const disk = (dir: string) => new DiskCache(dir, { warn: (what) => expect.unreachable(what) });

test('what the cache refuses is told and found; once there is room, the cache itself is used again', async () => {
  const dir = join(tempDir(), 'cache');
  writeFileSync(dir, '');
  const refused: unknown[] = [];
  const temporary = new TemporaryDisk('gots-test-overflow-');
  const cache = new Spilling(disk(dir), temporary, (error) => refused.push((error as NodeJS.ErrnoException).code));
  const spilled = await putText(cache, 'a', 'one');
  expect(await textOf(cache, 'a')).toBe('one');
  expect(await textOf(cache, 'b')).toBeUndefined();
  expect(refused).toEqual(['ENOTDIR']);
  rmSync(dir);
  await putText(cache, 'a', 'two');
  expect(await textOf(disk(dir), 'a')).toBe('two');
  expect(await textOf(cache, 'a')).toBe('two');
  await cache.close();
  expect(readFileSync(spilled.path, 'utf8')).toBe('one');
  await temporary.close();
  expect(() => readFileSync(spilled.path)).toThrow();
});

test('a build whose caches cannot be written has all that it puts, says so once for each, and leaves nothing', async () => {
  const dir = tempDir();
  const lines: string[] = [];
  for (const name of ['weave', 'go']) writeFileSync(join(dir, name), '');
  const { user, weave, spool, close } = await openCaches({
    weaveDir: join(dir, 'weave'),
    goCache: join(dir, 'go'),
    program: [],
    lastBuild: new LastBuild(join(dir, 'builds', 'x.json')),
    usedFiles: undefined,
    log: lineLog((line) => lines.push(line), false),
  });
  expect(spool('0'.repeat(64))).toBeUndefined();
  const entries = [];
  for (const name of ['a', 'b']) {
    for (const cache of [user, weave]) entries.push(await putText(cache, name, `text of ${name}`));
    expect([await textOf(user, name), await textOf(weave, name)]).toEqual([`text of ${name}`, `text of ${name}`]);
  }
  expect(lines).toEqual([
    `gots: cache: cannot write to ${join(dir, 'go')} (ENOTDIR); it is left as it is\n`,
    `gots: cache: cannot write to ${join(dir, 'weave')} (ENOTDIR); what is woven now is woven again next time\n`,
  ]);
  await close();
  for (const { path } of entries) expect(() => readFileSync(path)).toThrow();
  expect(readdirSync(dir).sort()).toEqual(['go', 'weave']);
});

test('a disk on which only the last file of a put has no room keeps the body for the other cache', async () => {
  const dir = tempDir();
  const action = 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb';
  // A file where the folder of the action's entry should be; the output's own folder can be made.
  mkdirSync(join(dir, 'cache'));
  writeFileSync(join(dir, 'cache', action.slice(0, 2)), '');
  const body = join(dir, 'body');
  writeFileSync(body, 'text');
  const cache = new Spilling(disk(join(dir, 'cache')), disk(join(dir, 'second')), () => {});
  const output = '982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1';
  const entry = await cache.put(action, output, { file: body, size: 4 });
  expect(entry.path.startsWith(join(dir, 'second'))).toBe(true);
  expect(await textOf(cache, 'a')).toBe('text');
  expect(() => readFileSync(body)).toThrow();
});
