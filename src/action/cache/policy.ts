import { readFileSync } from 'node:fs';

/** The input `cache`. */
export const cacheModes = ['auto', 'read', 'write', 'off'] as const;
export type CacheMode = (typeof cacheModes)[number];

/** Whether caches are restored and saved in this run, and why not. */
export interface ActionCachePolicy {
  readonly restores: boolean;
  readonly saves: boolean;
  readonly reason: string;
}

/** What decides about caches besides the input. */
export interface CacheRunFacts {
  readonly event: string;
  /** `refs/heads/main`. */
  readonly ref: string;
  readonly defaultBranch: string;
  /** ACTIONS_CACHE_MODE, by which the runner says what the run's token may do; '' where it says nothing. */
  readonly tokenMode: string;
}

/** Events that anybody can cause and whose runs have the rights of the default branch: GitHub's service takes nothing from them. */
export const outsideEvents: ReadonlySet<string> = new Set([
  'pull_request_target',
  'issue_comment',
  'commit_comment',
  'issues',
  'discussion',
  'discussion_comment',
  'fork',
  'gollum',
  'watch',
  'workflow_run',
]);

/**
 * Whether to restore and save. `auto` saves where others can use it: on the default branch, by schedule, for tags. An entry that a
 * pull request saves serves no other branch and pushes others out of the repository's share of the service.
 */
export function cachePolicy(mode: CacheMode, facts: CacheRunFacts): ActionCachePolicy {
  const { tokenMode } = facts;
  if (mode === 'off') return { restores: false, saves: false, reason: 'the input `cache` is `off`' };
  const mayRead = tokenMode !== 'none' && tokenMode !== 'write-only';
  const mayWrite = tokenMode !== 'none' && tokenMode !== 'read';
  const unwilling = whyNotSave(mode, facts);
  const reason = !mayRead || (!mayWrite && unwilling === '') ? `this run's cache mode is \`${tokenMode}\`` : unwilling;
  return { restores: mayRead, saves: mayWrite && unwilling === '', reason };
}

function whyNotSave(mode: CacheMode, { event, ref, defaultBranch }: CacheRunFacts): string {
  if (mode === 'read') return 'the input `cache` is `read`';
  if (mode === 'write') return '';
  if (outsideEvents.has(event)) return `runs of the event ${event} may not save`;
  const isShared = ref === `refs/heads/${defaultBranch}` || ref.startsWith('refs/tags/');
  return isShared ? '' : `it is saved on ${defaultBranch} and for tags only`;
}

/** What the runner tells of this run. */
export function cacheRunFacts(env: NodeJS.ProcessEnv): CacheRunFacts {
  return {
    event: env['GITHUB_EVENT_NAME'] ?? '',
    ref: env['GITHUB_REF'] ?? '',
    defaultBranch: defaultBranchOf(env['GITHUB_EVENT_PATH']) ?? 'main',
    tokenMode: knownMode((env['ACTIONS_CACHE_MODE'] ?? '').trim().toLowerCase()),
  };
}

/** A mode that is not known forbids nothing: the service itself decides. */
function knownMode(mode: string): string {
  return ['none', 'read', 'write', 'write-only'].includes(mode) ? mode : '';
}

function defaultBranchOf(eventFile: string | undefined): string | undefined {
  try {
    const event = JSON.parse(readFileSync(eventFile ?? '', 'utf8')) as { repository?: { default_branch?: unknown } };
    const branch = event.repository?.default_branch;
    return typeof branch === 'string' ? branch : undefined;
  } catch {
    return undefined;
  }
}
