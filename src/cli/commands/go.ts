import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { readFlags } from '../../go/flags.ts';
import { goNotFound } from '../../report/codes/cli.ts';
import type { CommandLine } from '../args.ts';
import type { CommandContext } from '../context.ts';
import { weavingEnv } from '../weaving-env.ts';

/** Commands of go that compile the module's packages. All others run as they are. */
const building = new Set(['build', 'run', 'test', 'install', 'vet', 'list']);

/**
 * `gots go ARGS…`: any go command, woven.
 *
 * @returns go's exit code
 * @throws GotsError of planning; then go was not run
 */
export async function runGoCommand(line: CommandLine, context: CommandContext): Promise<number> {
  const { command } = readFlags(line.rest, []);
  const weaving = building.has(command) ? await weavingEnv(context, line.aspectFiles, line.rest) : undefined;
  if (building.has(command) && !weaving) context.log.warn('not weaving: no go.mod here');
  return runAttached(context.go, weaving?.goArgs ?? line.rest, { ...context.env, ...weaving?.variables }, context.cwd);
}

/** Runs a command on this terminal; signals reach it through the terminal's process group, or are passed on. */
export function runAttached(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd: string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: 'inherit' });
    const ignore = () => {};
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    // The terminal sends these to go as well; this process only has to outlive it.
    for (const signal of ['SIGINT', 'SIGQUIT'] as const) process.on(signal, ignore);
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, pass);
    child.on('error', (error: NodeJS.ErrnoException) => {
      try {
        if (error.code === 'ENOENT') goNotFound(program);
        reject(error);
      } catch (described) {
        reject(described);
      }
    });
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
