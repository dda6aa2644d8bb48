import { readFlags } from '../../go/flags.ts';
import { runInForeground } from '../../process/foreground.ts';
import { goNotFound } from '../../report/codes/cli.ts';
import type { CommandLine } from '../args.ts';
import type { CommandContext } from '../command-context.ts';
import { buildingCommands } from '../start/last-start.ts';
import { noteStart } from '../start/note-start.ts';
import { weavingEnv } from '../weaving-env.ts';

/**
 * `gots go ARGS…`: any go command, woven.
 *
 * @returns go's exit code
 * @throws GotsError of planning; then go was not run
 */
export async function runGoCommand(line: CommandLine, context: CommandContext): Promise<number> {
  const startedMs = Date.now();
  const { command } = readFlags(line.rest, []);
  const weaving = buildingCommands.has(command)
    ? await weavingEnv(context, line.aspectFiles, line.rest, 'beside')
    : undefined;
  if (weaving && line.aspectFiles.length === 0) noteStart(context, line.rest, weaving, startedMs);
  if (buildingCommands.has(command) && !weaving) context.log.warn('not weaving: no go.mod here');
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
