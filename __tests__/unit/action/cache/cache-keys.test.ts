import { expect, test } from 'vitest';
import { cacheKeys, type KeyParts } from '../../../../src/action/cache/cache-keys.ts';

const parts: KeyParts = {
  os: 'linux',
  arch: 'x64',
  flavour: ['linux/amd64', '-race'],
  goVersion: 'go1.26.8',
  weaver: '1'.repeat(64),
  aspects: '2'.repeat(64),
  sums: '3'.repeat(64),
  commit: '4'.repeat(40),
  run: '77.1.build',
};

test('restore keys drop parts from the right, and each begins the key', () => {
  const { key, restoreKeys } = cacheKeys(parts);
  const [head] = key.split('-go1');
  expect(key).toBe(`${head}-go1.26.8-111111111111-222222222222-333333333333-444444444444-77.1.build`);
  expect(restoreKeys).toEqual([
    `${head}-go1.26.8-111111111111-222222222222-333333333333-444444444444-`,
    `${head}-go1.26.8-111111111111-222222222222-333333333333-`,
    `${head}-go1.26.8-111111111111-222222222222-`,
    `${head}-go1.26.8-111111111111-`,
    `${head}-go1.26.8-`,
  ]);
  for (const prefix of restoreKeys) expect(key.startsWith(prefix)).toBe(true);
});

test('builds of other targets or flags never share a beginning; the order of targets does not matter', () => {
  const last = (change: Partial<KeyParts>) => cacheKeys({ ...parts, ...change }).restoreKeys.at(-1);
  expect(last({ flavour: ['-race', 'linux/amd64', '-race'] })).toBe(last({}));
  expect(last({ flavour: ['linux/amd64'] })).not.toBe(last({}));
  expect(last({ flavour: ['linux/amd64 -race'] })).not.toBe(last({}));
  // No Go version begins another one.
  expect(last({ goVersion: 'go1.26.80' })?.startsWith(last({}) as string)).toBe(false);
});

test('a key holds nothing that the service refuses', () => {
  const { key } = cacheKeys({ ...parts, goVersion: 'devel go1.28-abc, X:y', run: '1.1.a job, named so', commit: '' });
  expect(key).toMatch(/^[\w.-]+$/);
  expect(key.length).toBeLessThan(512);
});
