import type { RemoteMode } from '../../cache/remote/remote-settings.ts';
import { cacheRunFacts, outsideEvents } from '../cache/policy.ts';
import { runFacts } from '../github/run-facts.ts';

/** The input `remote-cache-mode`. */
export const accessModes = ['auto', 'read', 'read-write'] as const;
export type AccessMode = (typeof accessModes)[number];

/** What decides about access to the shared cache besides the input. */
export interface AccessFacts {
  readonly event: string;
  /** `refs/heads/main`. */
  readonly ref: string;
  readonly defaultBranch: string;
  /** Whether a rule of the repository protects the ref (GITHUB_REF_PROTECTED). */
  readonly isProtected: boolean;
  /** Whether the event is about a pull request from another repository. */
  readonly isFork: boolean;
}

/** Who decides what a run executes and when it runs. */
export type Trust =
  /** People who may write to the default branch or a protected one, and their code. */
  | 'trusted'
  /** People who may write to the repository; the code need not be reviewed. */
  | 'inside'
  /** A pull request from a fork: code of a stranger. GitHub gives its run no secrets. */
  | 'fork'
  /** An event that a stranger can cause, in whose runs GitHub gives secrets. */
  | 'outside';

/** What this run may do with the shared cache. */
export interface RemoteAccess {
  readonly mode: RemoteMode;
  readonly trust: Trust;
  /** Why it only reads; '' if it stores, too. */
  readonly reason: string;
  /** `read-write` was asked for and is not given. */
  readonly isRefused: boolean;
}

/** Events by which people with the right to write run what is on a branch. */
const ownEvents: ReadonlySet<string> = new Set(['push', 'schedule', 'workflow_dispatch']);

/** @param asked the input, or GOTS_REMOTE_MODE where the input is `auto` */
export function remoteAccess(asked: AccessMode, facts: AccessFacts): RemoteAccess {
  const trust = trustOf(facts);
  const reading = (reason: string) =>
    ({ mode: 'read', trust, reason, isRefused: asked === 'read-write' && reason !== '' }) as const;
  if (trust === 'fork') return reading('a pull request from a fork only reads');
  if (trust === 'outside') return reading(`runs of the event ${facts.event} only read`);
  if (asked === 'read') return { ...reading('`read` is set'), isRefused: false };
  if (asked === 'auto' && trust !== 'trusted')
    return reading(`builds are stored on ${facts.defaultBranch} and on protected branches only`);
  return { mode: 'read-write', trust, reason: '', isRefused: false };
}

function trustOf({ event, ref, defaultBranch, isProtected, isFork }: AccessFacts): Trust {
  if (outsideEvents.has(event)) return 'outside';
  if (isFork) return 'fork';
  const isGuarded = ref.startsWith('refs/heads/') && (isProtected || ref === `refs/heads/${defaultBranch}`);
  return ownEvents.has(event) && isGuarded ? 'trusted' : 'inside';
}

/** What the runner tells of this run. A fork whose repository is gone is a fork. */
export function accessFacts(env: NodeJS.ProcessEnv): AccessFacts {
  const { event, ref, defaultBranch } = cacheRunFacts(env);
  return {
    event,
    ref,
    defaultBranch,
    isProtected: env['GITHUB_REF_PROTECTED'] === 'true',
    isFork: runFacts(env)?.pullRequest?.isFork ?? /^pull_request/.test(event),
  };
}
