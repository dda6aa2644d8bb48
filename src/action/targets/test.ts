import { weavingEnv } from '../../cli/weaving-env.ts';
import { quoteWord, readFlags } from '../../go/flags.ts';
import { noModule } from '../../report/codes/action.ts';
import { type ActionContext, cliContext } from '../action-context.ts';
import type { TestFailure, TestResults } from '../results.ts';
import { runProgram } from '../runner/run-program.ts';
import { aspectEntries } from './build-targets.ts';
import type { Runner } from './emulator.ts';
import { buildSettings } from './settings.ts';
import type { Target } from './target.ts';
import { TestLog } from './test-output.ts';

/**
 * Runs the tests of the packages, woven. Those that fail are run once more without weaving: what passes then fails because of
 * an aspect.
 *
 * @throws GotsError of planning
 */
export async function testTarget(
  context: ActionContext,
  target: Target,
  runner: Exclude<Runner, { kind: 'none' }>,
): Promise<TestResults> {
  const settings = buildSettings(target, context.inputs['build-flags']);
  const cli = cliContext(context, settings.env);
  // The race detector needs cgo, and with it a C compiler for the other machine.
  const emulated = runner.kind === 'emulated';
  const given = context.inputs['test-flags'].filter((word) => !emulated || !/^--?race(=|$)/.test(word));
  const flags = [...settings.flags, ...given];
  const exec = emulated ? [`-exec=${quoteWord(runner.emulator) ?? runner.emulator}`] : [];
  const goArgs = ['test', ...context.inputs.packages, ...flags];
  const use = await context.shared?.begin(cli, goArgs);
  const weaving = await weavingEnv(cli, aspectEntries(context), goArgs, use);
  if (!weaving) noModule(context.cwd);
  const verbose = readFlags(['test', ...flags], []).values.get('v') === 'true';
  const goTest = async (env: NodeJS.ProcessEnv, packages: readonly string[]) => {
    const log = new TestLog({ write: context.write, verbose });
    const options = {
      cwd: context.cwd,
      env,
      cancel: context.cancel,
      write: context.write,
      onLine: (line: string) => log.line(line),
      busy: `testing ${target.name}`,
    };
    const run = await runProgram(cli.go, ['test', '-json', ...exec, ...packages, ...flags], options);
    return { run, counts: log.counts() };
  };
  const { run, counts } = await goTest({ ...cli.env, ...weaving.variables }, context.inputs.packages);
  weaving.ended();
  const failures = [...counts.failures];
  if (run.exitCode !== 0 && failures.length === 0 && !context.cancel.aborted) {
    failures.push({ importPath: context.inputs.packages.join(' '), test: '', output: run.output });
  }
  const failed = run.exitCode === 0 ? 0 : Math.max(1, counts.failed);
  const emulator = emulated ? { emulator: runner.emulator } : {};
  const results = { ...emulator, ms: run.ms, passed: counts.passed, failed, skipped: counts.skipped, failures };
  if (failures.length === 0 || context.cancel.aborted) return results;
  context.write('\nThe packages that failed, without weaving:\n');
  const packages = [...new Set(failures.map(({ importPath }) => importPath))];
  const plain = await goTest(cli.env, packages);
  return {
    ...results,
    failures: failures.map((failure) => judged(failure, plain.counts.failures, plain.run.exitCode)),
  };
}

/** A failure with what the run without weaving says about it. */
function judged(failure: TestFailure, plain: readonly TestFailure[], exitCode: number): TestFailure {
  if (exitCode !== 0 && plain.length === 0) return failure;
  const again = plain.some(
    ({ importPath, test }) => importPath === failure.importPath && (test === failure.test || test === ''),
  );
  return { ...failure, passesPlain: !again };
}
