import { expect, test } from 'vitest';
import { savedSettings, userCacheProg, withoutOurs } from '../../../../src/driver/plan/saved-settings.ts';

const ours = {
  GOFLAGS: '-toolexec=/c/bin/shim-0a1b',
  GOCACHEPROG: '/c/bin/shim-0a1b cacheprog node x',
  GOTS_PLAN: 'p',
};

test.each<[NodeJS.ProcessEnv, string]>([
  [{}, ''],
  [{ GOFLAGS: '-mod=mod', GOWORK: 'off' }, ''],
  [{ GOCACHEPROG: 'prog --token=secret' }, 'prog --token=secret'],
  [{}, 'set by go env -w'],
])('%j come back, and the cache program %j is handed on', (user, cacheProg) => {
  const env = { HOME: '/h', ...user, ...ours, GOTS_SAVED: savedSettings({ HOME: '/h', ...user }, cacheProg) };
  expect(withoutOurs(env)).toEqual({ HOME: '/h', ...user });
  expect(userCacheProg(env)).toBe(cacheProg);
});

test('an environment that gots has not touched stays as it is', () => {
  const env = { GOFLAGS: '-v' };
  expect(withoutOurs(env)).toBe(env);
  expect(userCacheProg(env)).toBe('');
});
