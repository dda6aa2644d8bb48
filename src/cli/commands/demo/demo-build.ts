import { runToEnd } from '../../../process/spawn.ts';
import { demoBuildFailed } from '../../../report/codes/demo.ts';

/** How long the same packages took to build, in milliseconds: first with the caches as they were, then with nothing changed. */
export interface BuildTimes {
  readonly label: string;
  readonly firstMs: number;
  readonly againMs: number;
}

/**
 * Builds twice and takes the time. The command's own messages go to this process's standard error.
 *
 * @param argv program and arguments
 * @throws GotsError demo_build_failed
 */
export async function timeBuild(
  label: string,
  argv: readonly [string, ...string[]],
  at: {
    readonly cwd: string;
    readonly env: NodeJS.ProcessEnv;
    /** Set for the first of the two builds only. */
    readonly firstEnv?: NodeJS.ProcessEnv | undefined;
  },
): Promise<BuildTimes> {
  const firstMs = await timeOnce(argv, { cwd: at.cwd, env: { ...at.env, ...at.firstEnv } });
  return { label, firstMs, againMs: await timeOnce(argv, { cwd: at.cwd, env: at.env }) };
}

async function timeOnce(
  [program, ...args]: readonly [string, ...string[]],
  at: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<number> {
  const began = performance.now();
  const { code } = await runToEnd({ program, args, ...at, stdout: 'inherit', stderr: 'inherit' });
  const exitCode = code ?? 1;
  if (exitCode !== 0) demoBuildFailed([program, ...args].join(' '), exitCode);
  return performance.now() - began;
}

/** A table of build times, in seconds. */
export function renderTimes(plain: BuildTimes, woven: BuildTimes): string {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`.padStart(10);
  const width = Math.max(plain.label.length, woven.label.length);
  const row = (times: BuildTimes) => `${times.label.padEnd(width)}${seconds(times.firstMs)}${seconds(times.againMs)}`;
  return [
    `${''.padEnd(width)}${'first'.padStart(10)}${'again'.padStart(10)}`,
    row(plain),
    row(woven),
    '(first: with the caches as they were; again: nothing changed)',
    '',
  ].join('\n');
}
