import { unknownCommand } from '../report/codes/cli.ts';
import { formatError, GotsError } from '../report/diagnostic.ts';
import { answerFile } from './answers/answer-note.ts';
import { lastAnswer } from './answers/last-answer.ts';
import { type CommandLine, readCommandLine } from './args.ts';
import { type CommandContext, commandContext } from './command-context.ts';
import { type CommandName, commandNames, isCommandName } from './command-table.ts';

type Command = (line: CommandLine, context: CommandContext) => Promise<number>;

/** Each command's code is loaded when it is run: start-up counts on every build. */
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  go: async () => (await import('./commands/go.ts')).runGoCommand,
  env: async () => (await import('./commands/env.ts')).runEnvCommand,
  weave: async () => (await import('./commands/weave.ts')).runWeaveCommand,
  diff: async () => (await import('./commands/diff.ts')).runDiffCommand,
  explain: async () => (await import('./commands/explain.ts')).runExplainCommand,
  report: async () => (await import('./commands/report.ts')).runReportCommand,
  lint: async () => (await import('./commands/lint.ts')).runLintCommand,
  cache: async () => (await import('./commands/cache.ts')).runCacheCommand,
  'bazel-plan': async () => (await import('./commands/bazel-plan.ts')).runBazelPlanCommand,
  'bazel-builder': async () => (await import('./commands/bazel-builder.ts')).runBazelBuilderCommand,
  demo: async () => (await import('./commands/demo.ts')).runDemoCommand,
  view: async () => (await import('./commands/view.ts')).runViewCommand,
  doctor: async () => (await import('./commands/doctor.ts')).runDoctorCommand,
  version: async () => (await import('./commands/version.ts')).runVersionCommand,
  help: async () => (await import('./commands/help.ts')).runHelpCommand,
};

interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
}

/**
 * Runs a command line of gots. What goes wrong is printed.
 *
 * @param argv arguments behind the program's name
 * @returns the exit code
 */
export async function runCommandLine(argv: readonly string[], { env, cwd }: Surroundings): Promise<number> {
  try {
    const line = readCommandLine(argv);
    const { command } = line;
    if (!isCommandName(command)) unknownCommand(command, commandNames);
    // go shows its own help.
    if (command !== 'go' && line.rest.some((word) => /^--?(help|h)$/.test(word))) {
      const runHelp = await commands.help();
      return await runHelp({ ...line, rest: [command] }, commandContext(env, cwd));
    }
    const context = commandContext(env, cwd);
    const file = answerFile(context, command, argv);
    return await (file === undefined ? runNow(command, line, context) : answer(file, command, line, context));
  } catch (error) {
    if (error instanceof GotsError && error.family !== 'bug') {
      process.stderr.write(`${formatError(error)}\n`);
      return error.family === 'user' ? 2 : 1;
    }
    process.stderr.write(`gots: internal error: ${(error as Error).stack ?? String(error)}\n`);
    return 70;
  }
}

async function runNow(command: CommandName, line: CommandLine, context: CommandContext): Promise<number> {
  return (await commands[command]())(line, context);
}

/** Says what a command said last time if nothing has changed since that it follows from; else runs it, and keeps what it says. */
async function answer(file: string, command: CommandName, line: CommandLine, context: CommandContext): Promise<number> {
  const last = lastAnswer(file);
  if (last) {
    for (const { to, text } of last.printed) process[to].write(text);
    return last.exitCode;
  }
  const { recordAnswer } = await import('./answers/keep-answer.ts');
  const recording = recordAnswer(context, file);
  const exitCode = await runNow(command, line, recording.context);
  recording.keep(exitCode);
  return exitCode;
}
