import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type CacheMode, type CacheRunFacts, cachePolicy, cacheRunFacts } from '../../../../src/action/cache/policy.ts';

const push: CacheRunFacts = { event: 'push', ref: 'refs/heads/main', defaultBranch: 'main', tokenMode: '' };
const pull: CacheRunFacts = { ...push, event: 'pull_request', ref: 'refs/pull/7/merge' };

test.each<[CacheMode, CacheRunFacts, boolean, boolean]>([
  ['auto', push, true, true],
  ['auto', { ...push, event: 'schedule' }, true, true],
  ['auto', { ...push, event: 'workflow_dispatch' }, true, true],
  ['auto', { ...push, ref: 'refs/tags/v1.0.0' }, true, true],
  ['auto', { ...push, ref: 'refs/heads/feature' }, true, false],
  ['auto', { ...push, defaultBranch: 'trunk' }, true, false],
  ['auto', pull, true, false],
  ['auto', { ...pull, event: 'merge_group', ref: 'refs/heads/gh-readonly-queue/main/pr-7-abc' }, true, false],
  // These run with the default branch's ref, and anybody can cause them.
  ['auto', { ...push, event: 'pull_request_target' }, true, false],
  ['auto', { ...push, event: 'issue_comment' }, true, false],
  ['auto', { ...push, event: 'workflow_run' }, true, false],
  ['write', pull, true, true],
  ['read', push, true, false],
  ['off', push, false, false],
  ['write', { ...push, tokenMode: 'read' }, true, false],
  ['write', { ...push, tokenMode: 'write-only' }, false, true],
  ['write', { ...push, tokenMode: 'none' }, false, false],
  ['auto', { ...push, tokenMode: 'write' }, true, true],
])('%s, %j: restores %s, saves %s', (mode, facts, restores, saves) => {
  const policy = cachePolicy(mode, facts);
  expect([policy.restores, policy.saves]).toEqual([restores, saves]);
  // Whoever gets less than everything is told why.
  expect(policy.reason === '').toBe(restores && saves);
});

test('what the runner tells: event, ref, the default branch of the event, the mode of the token', () => {
  const dir = mkdtempSync(join(tmpdir(), 'gots-event-'));
  const file = join(dir, 'event.json');
  writeFileSync(file, '{"repository": {"default_branch": "trunk"}}');
  const env = { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/trunk', GITHUB_EVENT_PATH: file };
  expect(cacheRunFacts({ ...env, ACTIONS_CACHE_MODE: ' Read ' })).toEqual({
    event: 'push',
    ref: 'refs/heads/trunk',
    defaultBranch: 'trunk',
    tokenMode: 'read',
  });
  // A mode of tomorrow forbids nothing, and an event that is not there has the usual branch.
  expect(cacheRunFacts({ ACTIONS_CACHE_MODE: 'append' })).toEqual({
    event: '',
    ref: '',
    defaultBranch: 'main',
    tokenMode: '',
  });
  rmSync(dir, { recursive: true });
});
