import { exitCodeOf, start } from './spawn.ts';

/**
 * Runs a program on this terminal in place of this process: it has the three standard streams, and this process outlives it. Signals from
 * the terminal reach it through the terminal's process group, others are passed on.
 *
 * @returns the exit code, as a shell tells it
 * @throws the system's error if it cannot be started
 */
export async function runInForeground(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd: string,
): Promise<number> {
  const running = start({ program, args, env, cwd, stdin: 'inherit', stdout: 'inherit', stderr: 'inherit' });
  const ignore = () => {};
  const pass = (name: NodeJS.Signals) => running.signal(name);
  for (const name of ['SIGINT', 'SIGQUIT'] as const) process.on(name, ignore);
  for (const name of ['SIGTERM', 'SIGHUP'] as const) process.on(name, pass);
  return exitCodeOf(await running.ended);
}
