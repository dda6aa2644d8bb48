import { join } from 'node:path';
import { enableCompileCache } from '../base/compile-cache.ts';
import { allowBrokenPipes } from '../process/broken-pipe.ts';
import { runInForeground } from '../process/foreground.ts';
import { commandContext } from './command-context.ts';
import { lastStart } from './start/last-start.ts';

/**
 * The command. All but the start of a go command for which nothing has changed is in run-command.ts, which is loaded when it is needed: the time
 * until go runs counts on every build, and most of it is Node loading code.
 */
async function run(argv: readonly string[]): Promise<number> {
  const { env } = process;
  const cwd = process.cwd();
  const [command, ...goArgs] = argv;
  const context = commandContext(env, cwd);
  if (command === 'go') {
    // The launcher has asked already, unless gots was called without it, or runs on another Node than the first in PATH.
    const variables = lastStart(context, goArgs)?.variables;
    if (variables) return runInForeground(context.go, goArgs, { ...env, ...variables }, context.cwd);
  }
  enableCompileCache(join(context.cacheDir, 'code'));
  const { runCommandLine } = await import('./run-command.ts');
  return runCommandLine(argv, { env, cwd });
}

allowBrokenPipes();
process.exitCode = await run(process.argv.slice(2));
