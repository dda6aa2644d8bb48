import { expect, test } from 'vitest';
import { readConfig } from '../../../src/driver/config.ts';

test('an empty environment asks for nothing', () => {
  expect(readConfig({})).toMatchObject({
    ...{ planFile: '', frontFd: '', debug: false, weavesNested: false, reportFile: '', reportsSources: false },
    ...{ statsFile: '', usedFile: '', userCacheProg: '', goCache: '', childEnv: {} },
    build: { goflags: '', goWork: '', godebug: '', goarch: '' },
  });
});

test.each([
  [{ GOTS_PLAN: '/p' }, { planFile: '/p' }],
  [{ GOTS_DEBUG: '' }, { debug: true }],
  [{ GOTS_NESTED: '1' }, { weavesNested: true }],
  [{ GOTS_NESTED: 'yes' }, { weavesNested: false }],
  [{ GOTS_REPORT: '/r' }, { reportFile: '/r', reportsSources: false }],
  [
    { GOTS_REPORT: '/r', GOTS_REPORT_SOURCES: '1' },
    { reportFile: '/r', reportsSources: true },
  ],
  [{ GOTS_REPORT_SOURCES: '1' }, { reportsSources: false }],
  [{ GOTS_STATS: '/s' }, { statsFile: '/s' }],
  [{ GOTS_TOUCHED: '/t' }, { usedFile: '/t' }],
  [{ GOTS_SAVED: '[null,null,"prog x"]' }, { userCacheProg: 'prog x' }],
  [{ GOCACHE: '/c' }, { goCache: '/c' }],
])('%j', (env, wanted) => {
  expect(readConfig(env)).toMatchObject(wanted);
});

test('children get the environment without the state that the front handed over', () => {
  const { frontFd, childEnv } = readConfig({ GOTS_FRONT: '5', PATH: '/bin', GOTS_PLAN: '/p' });
  expect(frontFd).toBe('5');
  expect(childEnv).toEqual({ PATH: '/bin', GOTS_PLAN: '/p' });
});

test('what decides the content of archives holds the user’s own -toolexec', () => {
  const { archives } = readConfig({ CGO_CFLAGS: '-O1', GOTS_TOOLEXEC: 'wrap' }).build;
  expect(archives.split('\n')).toEqual(expect.arrayContaining(['CGO_CFLAGS=-O1', 'GOTS_TOOLEXEC=wrap', 'CC=']));
});
