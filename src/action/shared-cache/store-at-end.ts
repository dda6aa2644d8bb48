import { join } from 'node:path';
import { megabytes, plural, seconds } from '../../base/amounts.ts';
import { waitingJobs } from '../../cache/remote/outbox.ts';
import type { RemoteRequest, StoredJob } from '../../cache/remote/remote-request.ts';
import { exitCodeOf, runToEnd } from '../../process/spawn.ts';
import { programEnv } from '../action-context.ts';
import type { Inputs } from '../inputs/table.ts';
import type { Commands } from '../runner/commands.ts';
import { accessOf, type SharedState, secretsOf } from './open-shared-cache.ts';

/** What was stored at the end of a job. */
export interface StoredResult {
  readonly jobs: readonly StoredJob[];
  /** What kept it from storing all of it, in one line for people. */
  readonly problem: string | undefined;
}

/** What {@link storeAtEnd} works with. */
export interface StoreContext {
  /** The runner's variables, tokens included. */
  readonly env: NodeJS.ProcessEnv;
  readonly inputs: Inputs;
  readonly commands: Commands;
  /** The folder that holds dist/. */
  readonly home: string;
  /** A job does not wait longer. */
  readonly limitMs: number;
}

const graceMs = 2000;

/**
 * Stores in the shared cache what the builds of this job have left, and waits for it. Nothing that can happen is an error.
 *
 * @returns undefined where there is nothing to store, or this run may not
 */
export async function storeAtEnd(
  { cacheDir, wish }: SharedState,
  { env, inputs, commands, home, limitMs }: StoreContext,
): Promise<StoredResult | undefined> {
  // Decided again: what the main step has left lies in a folder that tests can write to.
  const access = accessOf(inputs['remote-cache-mode'], env);
  if (access.mode !== 'read-write' || waitingJobs(cacheDir, Date.now()).length === 0) return undefined;
  const request: RemoteRequest = { do: 'push', cacheDir, wish, wait: true, json: true };
  const jobs: StoredJob[] = [];
  const limit = AbortSignal.timeout(limitMs);
  const problem = await runToEnd({
    program: process.execPath,
    args: [join(home, 'dist', 'remote.mjs'), JSON.stringify(request)],
    env: secretsOf({ env, inputs, childEnv: programEnv(env) }, access, wish),
    cwd: cacheDir,
    group: true,
    cancel: { signal: limit, graceMs },
    stdout: { line: (line) => void jobs.push(JSON.parse(line) as StoredJob) },
  }).then(
    (ended) => {
      if (limit.aborted) return `not all was stored within ${Math.round(limitMs / 60_000)} minutes`;
      return exitCodeOf(ended) === 0 ? undefined : firstLine(ended.stderr);
    },
    (error: Error) => error.message,
  );
  if (problem !== undefined) commands.annotate('notice', `shared cache: ${problem}; later builds store it`);
  for (const { command, packs, objects, bytes, kept, ms } of jobs) {
    const stored =
      packs === 0
        ? 'nothing new'
        : `${plural(packs, 'pack')} stored, ${plural(objects, 'object')}, ${megabytes(bytes)}`;
    commands.line(`shared cache: ${command}: ${stored} (${plural(kept, 'pack')} before; ${seconds(ms)})`);
  }
  return { jobs, problem };
}

function firstLine(text: string): string {
  return (
    text
      .trim()
      .split('\n', 1)[0]
      ?.replace(/^gots: /, '') || 'what stores ended without a word'
  );
}
