import type { getOctokit } from '@actions/github';
import type { RunFacts } from './run-facts.ts';

export type GitHub = ReturnType<typeof getOctokit>;

/** GitHub's API for a token; loaded when it is needed. */
export async function gitHub({ apiUrl }: Pick<RunFacts, 'apiUrl'>, token: string): Promise<GitHub> {
  const { getOctokit } = await import('@actions/github');
  const quiet = () => {};
  return getOctokit(token, { baseUrl: apiUrl, log: { debug: quiet, info: quiet, warn: quiet, error: quiet } });
}

/** Status of an answer of the API that is an error; undefined for errors of other kinds. */
export function statusOf(error: unknown): number | undefined {
  const { status } = error as { status?: unknown };
  return typeof status === 'number' ? status : undefined;
}

/** Why the API said no, in one line. */
export function reasonOf(error: unknown): string {
  const status = statusOf(error);
  const message = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 300);
  return status === undefined ? message : `HTTP ${status}: ${message}`;
}
