import { spawn } from 'node:child_process';

/** How a process ended and what it printed. */
export interface RunResult {
  readonly status: number | NodeJS.Signals;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program while this process stays free to serve it. `started` gets the child's pid. */
export function run(
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  options: { readonly cwd?: string; readonly started?: (pid: number) => void } = {},
): Promise<RunResult> {
  const [program = '', ...args] = argv;
  const child = spawn(program, args, { env, cwd: options.cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      output[stream] += text;
    });
  }
  if (child.pid !== undefined) options.started?.(child.pid);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ status: signal ?? code ?? -1, ...output }));
  });
}
