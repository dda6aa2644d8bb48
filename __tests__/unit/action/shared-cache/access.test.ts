import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type AccessFacts,
  type AccessMode,
  accessFacts,
  remoteAccess,
  type Trust,
} from '../../../../src/action/shared-cache/access.ts';
import { tempDir } from '../../../support/temp-module.ts';

const push: AccessFacts = {
  event: 'push',
  ref: 'refs/heads/main',
  defaultBranch: 'main',
  isProtected: false,
  isFork: false,
};
const branch: AccessFacts = { ...push, ref: 'refs/heads/feature' };
const pull: AccessFacts = { ...push, event: 'pull_request', ref: 'refs/pull/7/merge' };
const fork: AccessFacts = { ...pull, isFork: true };
const target: AccessFacts = { ...push, event: 'pull_request_target' };

test.each<[AccessMode, AccessFacts, 'read' | 'read-write', Trust]>([
  ['auto', push, 'read-write', 'trusted'],
  ['auto', { ...push, event: 'schedule' }, 'read-write', 'trusted'],
  ['auto', { ...push, event: 'workflow_dispatch' }, 'read-write', 'trusted'],
  ['auto', { ...push, ref: 'refs/heads/release-1', isProtected: true }, 'read-write', 'trusted'],
  ['auto', branch, 'read', 'inside'],
  ['auto', { ...branch, event: 'workflow_dispatch' }, 'read', 'inside'],
  ['auto', { ...push, ref: 'refs/tags/v1.0.0', isProtected: true }, 'read', 'inside'],
  ['auto', { ...push, event: 'repository_dispatch' }, 'read', 'inside'],
  ['auto', { ...push, event: 'merge_group', ref: 'refs/heads/gh-readonly-queue/main/pr-7' }, 'read', 'inside'],
  // A protected base branch does not make the merge commit of a pull request trusted.
  ['auto', { ...pull, isProtected: true }, 'read', 'inside'],
  ['auto', fork, 'read', 'fork'],
  // These run with the ref of the default branch.
  ['auto', target, 'read', 'outside'],
  ['auto', { ...push, event: 'issue_comment' }, 'read', 'outside'],
  ['auto', { ...push, event: 'workflow_run' }, 'read', 'outside'],
  ['auto', { ...push, event: 'gollum' }, 'read', 'outside'],
  ['read', push, 'read', 'trusted'],
  ['read-write', branch, 'read-write', 'inside'],
  ['read-write', pull, 'read-write', 'inside'],
  ['read-write', fork, 'read', 'fork'],
  ['read-write', target, 'read', 'outside'],
  ['read-write', { ...target, isFork: true, isProtected: true }, 'read', 'outside'],
])('%s, %j: %s, %s', (asked, facts, mode, trust) => {
  const access = remoteAccess(asked, facts);
  expect([access.mode, access.trust]).toEqual([mode, trust]);
  expect(access.reason === '').toBe(mode === 'read-write');
  expect(access.isRefused).toBe(asked === 'read-write' && mode === 'read');
});

describe('what the runner tells', () => {
  const event = (payload: unknown) => {
    const file = join(tempDir(), 'event.json');
    writeFileSync(file, JSON.stringify(payload));
    return {
      GITHUB_REPOSITORY: 'example/hello',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: file,
      GITHUB_REF: 'refs/pull/7/merge',
    };
  };
  const from = (name: string | undefined) => ({
    pull_request: {
      number: 7,
      head: { repo: name === undefined ? null : { full_name: name } },
      base: { repo: { full_name: 'example/hello' } },
    },
  });

  test.each([
    ['of this repository', from('example/hello'), false],
    ['of a fork', from('stranger/hello'), true],
    ['of a fork that is gone', from(undefined), true],
    ['that is not described', {}, true],
  ])('a pull request %s', (_, payload, isFork) => {
    expect(accessFacts(event(payload))).toMatchObject({ event: 'pull_request', isFork, isProtected: false });
  });

  test('a push to a protected branch', () => {
    const env = { ...event({ repository: { default_branch: 'trunk' } }), GITHUB_EVENT_NAME: 'push' };
    expect(accessFacts({ ...env, GITHUB_REF: 'refs/heads/next', GITHUB_REF_PROTECTED: 'true' })).toEqual({
      event: 'push',
      ref: 'refs/heads/next',
      defaultBranch: 'trunk',
      isProtected: true,
      isFork: false,
    });
  });
});
