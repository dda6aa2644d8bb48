import { spawnSync } from 'node:child_process';

/**
 * Runs a program that ends at once, and waits for it. Its standard error is not read.
 *
 * @returns its standard output, and its exit code, which is null if a signal ended it
 * @throws the system's error if it cannot be started
 */
export function runSync(
  program: string,
  args: readonly string[],
  {
    env,
    cwd,
    input = '',
  }: { readonly env?: NodeJS.ProcessEnv | undefined; readonly cwd?: string; readonly input?: string } = {},
): { readonly code: number | null; readonly stdout: string } {
  const { error, status, stdout } = spawnSync(program, args, {
    env,
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  if (error) throw error;
  return { code: status, stdout };
}
