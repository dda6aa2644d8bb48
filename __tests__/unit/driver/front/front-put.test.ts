import { createHash } from 'node:crypto';
import { mkdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DiskCache } from '../../../../src/cache/disk/disk.ts';
import { go } from '../../../support/go-command.ts';
import { tempDir } from '../../../support/temp-module.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

test('the front reads, files and answers as the server does', async () => {
  const dir = join(import.meta.dirname, '../../../../helper/shim');
  const cache = join(tempDir(), 'ö "cache"');
  mkdirSync(cache, { recursive: true });
  const store = new DiskCache(cache, { warn: (what) => expect.unreachable(what) });
  const others = new Map<string, string>();
  const put = async (text: string) => {
    const entry = await store.put(sha256(`ours ${text}`), sha256(text), Buffer.from(text));
    const fields = JSON.stringify({
      OutputID: Buffer.from(entry.outputId, 'hex').toString('base64'),
      Size: entry.size,
      Time: new Date(entry.timeMs).toISOString(),
      DiskPath: entry.path,
    });
    others.set(Buffer.from(sha256(`ours ${text}`), 'hex').toString('base64'), fields.slice(1, -1));
    return entry;
  };
  const entries = [];
  for (const text of ['', 'one', 'cut', 'x'.repeat(5000)]) entries.push(await put(text));
  truncateSync(entries[2]?.path ?? '', 1);
  const env = { CACHE: cache, OTHERS: JSON.stringify(Object.fromEntries(others)) };
  const output = go(['test', '-count=1', '-v', '-run', '^TestSharedCache$', '.'], dir, env);
  const filed = [...output.matchAll(/^filed (\w+) (\w+) (\d+)$/gm)];
  expect(filed.length).toBeGreaterThan(60);
  for (const [, action = '', outputId, size] of filed) {
    expect(await store.get(action)).toMatchObject({ outputId, size: Number(size) });
  }
  const answers = [...output.matchAll(/^answer (\w+) (.*)$/gm)];
  // One of them was cut off.
  expect(answers.map(([, same]) => same).sort()).toEqual(['false', 'true', 'true', 'true']);
}, 120_000);
