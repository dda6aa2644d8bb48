import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ActionCacheRequest, restoreCaches } from '../../../../src/action/cache/caches.ts';
import { tempDir } from '../../../support/temp-module.ts';

test('a second use of the action in one job takes what the first has restored, by GOTS_CACHE_STATE_…', async () => {
  const dir = tempDir();
  const exported: [string, string][] = [];
  const voice = {
    line: () => {},
    notice: (text: string) => expect.unreachable(text),
    mask: () => {},
    debug: () => {},
    exportVariable: (name: string, value: string) => exported.push([name, value]),
  };
  const request = {
    mode: 'off',
    flavour: ['host'],
    go: { version: 'go1.26.8', goMod: join(dir, 'go.mod'), goWork: '', goCache: join(dir, 'go') },
    weaveCache: join(dir, 'gots'),
    home: dir,
    aspects: [],
    env: {},
    temp: join(dir, 'temp'),
    voice,
  } as unknown as ActionCacheRequest;
  const first = await restoreCaches(request);
  expect(exported).toEqual([[expect.stringMatching(/^GOTS_CACHE_STATE_\w+$/), join(first.root, 'state.json')]]);
  const env = Object.fromEntries(exported);
  expect(await restoreCaches({ ...request, env })).toEqual(first);
  expect(exported).toHaveLength(1);
  const other = await restoreCaches({ ...request, env: { [exported[0]?.[0] ?? '']: join(dir, 'gone') } });
  expect(other.root).not.toBe(first.root);
  expect(existsSync(other.root)).toBe(true);
});
