import { readFlags } from '../../go/flags.ts';
import { runInForeground } from '../../process/foreground.ts';
import { goNotFound } from '../../report/codes/cli.ts';
import type { CommandLine } from '../args.ts';
import type { CommandContext } from '../command-context.ts';
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
  const weaving = building.has(command) ? await weavingEnv(context, line.aspectFiles, line.rest, 'beside') : undefined;
  if (building.has(command) && !weaving) context.log.warn('not weaving: no go.mod here');
  const env = { ...context.env, ...weaving?.variables };
  try {
    return await runOnTerminal(context.go, weaving?.goArgs ?? line.rest, env, context.cwd);
  } finally {
    weaving?.ended();
  }
}

/** @throws GotsError cli_go_not_found */
async function runOnTerminal(
  go: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd: string,
): Promise<number> {
  try {
    return await runInForeground(go, args, env, cwd);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') goNotFound(go);
    throw error;
  }
}
