import { join } from 'node:path';
import { hashParts } from '../../base/hash.ts';
import type { CommandContext } from '../command-context.ts';
import type { SourceFolders } from './answer-sources.ts';

/** The answer of a command as it is kept in a sealed file. It holds no value of the environment and no command line. */
export interface AnswerNote {
  /** In ms since 1970. */
  readonly savedMs: number;
  readonly exitCode: number;
  /** What was printed, in order. */
  readonly printed: readonly PrintedPart[];
  /** States of files that it follows from, by path. */
  readonly files: readonly (readonly [path: string, state: string])[];
  readonly sources: SourceFolders;
  readonly sourceState: string;
}

export interface PrintedPart {
  readonly to: 'stdout' | 'stderr';
  readonly text: string;
}

export const answerKind = 'answer 1';

/** Commands whose answers are kept: they print what follows from files, and change none. */
const answering: ReadonlySet<string> = new Set(['explain', 'lint', 'diff']);

/** Variables that shells and terminals change by themselves, and that have no say here. */
const restless: ReadonlySet<string> = new Set(['_', 'SHLVL', 'OLDPWD', 'COLUMNS', 'LINES', 'GOTS_STATS']);

/** With these, commands do or print more than what is kept. */
const unkept = ['GOTS_DEBUG', 'GOTS_TOUCHED', 'GOTS_SAVED', 'GOTS_PLAN', 'GOTS_TOOLEXEC'];

/**
 * Where the answer to a command line is kept, named by all that is given to it.
 *
 * @returns undefined for a command line whose answer is not kept
 */
export function answerFile(
  { cwd, env, home, cacheDir }: Pick<CommandContext, 'cwd' | 'env' | 'home' | 'cacheDir'>,
  command: string,
  argv: readonly string[],
): string | undefined {
  if (!answering.has(command) || unkept.some((name) => env[name])) return undefined;
  const settings = Object.entries(env).filter(([name]) => !restless.has(name));
  const parts = [cwd, home, process.execPath, process.version, 'arguments', ...argv, 'environment'];
  const name = hashParts(answerKind, ...parts, ...settings.map((each) => each.join('=')).sort()).slice(0, 32);
  return join(cacheDir, 'builds', `${name}.answer`);
}
