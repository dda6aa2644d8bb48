import { isWhole } from '../../driver/programs/program-file.ts';
import { runSync } from '../../process/spawn-sync.ts';
import type { CommandContext } from '../command-context.ts';
import { launchedProgram } from './start-program.ts';

/** What is known of a start before anything is looked at again. */
export interface LastStart {
  /** Where this start is noted; '' where it may not be. */
  readonly file: string;
  /**
   * The variables of the woven go command, if the start was noted and nothing has changed since that they follow from: no go command is asked
   * and no plan is read.
   */
  readonly variables: Readonly<Record<string, string>> | undefined;
}

/** Commands of go that compile the module's packages. All others run as they are. */
export const buildingCommands: ReadonlySet<string> = new Set(['build', 'run', 'test', 'install', 'vet', 'list']);

/**
 * Asks the program that the launcher starts (helper/shim/start.go).
 *
 * @param goArgs arguments of the go command
 * @returns undefined where there is no such program yet, or not as it was built
 */
export function lastStart(context: CommandContext, goArgs: readonly string[]): LastStart | undefined {
  const { cwd, env, home, cacheDir } = context;
  if (!buildingCommands.has(goArgs[0] ?? '')) return undefined;
  try {
    const program = launchedProgram(context)?.path;
    if (program === undefined || !isWhole(program)) return undefined;
    const args = ['start-print', process.execPath, home, cacheDir, 'go', ...goArgs];
    const { code, stdout } = runSync(program, args, { env, cwd });
    if (code !== 0) return undefined;
    const [file = '', ...words] = stdout.split('\0').slice(0, -1);
    const variables = words.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]);
    return { file, variables: words.length === 0 ? undefined : Object.fromEntries(variables) };
  } catch {
    // What cannot be looked at is for the long way to tell of.
    return undefined;
  }
}
