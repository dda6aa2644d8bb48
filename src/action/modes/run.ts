import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { seconds } from '../../base/amounts.ts';
import { modulePathOf } from '../../base/module-folder.ts';
import { weaverVersion } from '../../driver/plan/plan.ts';
import { type GoEnv, goEnv } from '../../go/go-env.ts';
import { noModule } from '../../report/codes/action.ts';
import { formatError, GotsError } from '../../report/diagnostic.ts';
import { type ActionContext, cliContext } from '../action-context.ts';
import type { DeliveryPackage, RunOutcome, RunResults, TargetResult, TestResults } from '../results.ts';
import { annotateAll, placedMessages, showError } from '../runner/annotations.ts';
import { type Built, buildTarget } from '../targets/build-targets.ts';
import { runnerFor } from '../targets/emulator.ts';
import { annotateFailures } from '../targets/failures.ts';
import type { Target } from '../targets/target.ts';
import { testTarget } from '../targets/test.ts';
import { showPlan } from './show-plan.ts';

/**
 * `mode: run`: builds every target, runs the tests where this machine can run them, packages, and records it all. A target
 * that fails does not keep the others from being built.
 *
 * @throws GotsError where nothing can be built at all: no go, no module, aspects that cannot be read
 */
export async function runMode(context: ActionContext): Promise<RunResults> {
  const { inputs, commands, folder, workspace } = context;
  const cli = cliContext(context);
  const found = await goEnv(cli.go, context.cwd, cli.env);
  if (found.goMod === '') noModule(context.cwd);
  const moduleDir = dirname(found.goMod);
  const module = { module: modulePathOf(moduleDir), moduleDir };
  await commands.group('gots: plan', () => showPlan(context, found.version));
  const tested = new Map<string, TestResults | undefined>();
  const built: TargetResult[] = [];
  for (const target of inputs.targets) {
    if (context.cancel.aborted) break;
    built.push(await runTarget(context, target, module, tested));
  }
  const targets = await withImages(context, built, found);
  const outcome = worst(
    targets.map((target) => target.outcome),
    context.cancel.aborted,
  );
  const results: RunResults = {
    schema: 1,
    weaver: weaverVersion,
    go: found.version,
    ...module,
    workspace,
    folder,
    outcome,
    targets,
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  return results;
}

async function runTarget(
  context: ActionContext,
  target: Target,
  place: { readonly module: string; readonly moduleDir: string },
  tested: Map<string, TestResults | undefined>,
): Promise<TargetResult> {
  const { commands } = context;
  const { name, kind, goos, goarch } = target;
  const base = { name, kind, goos, goarch, packages: [] };
  try {
    const built = await commands.group(`gots: build ${name}`, () =>
      commands.foreign(() => buildTarget(context, target)),
    );
    const { binaries, plan, report, plainMs, plainCompiled, run } = built;
    const result = { ...base, binaries, plan, report, plainMs, plainCompiled, wovenMs: run.ms };
    if (context.cancel.aborted) return { ...result, outcome: 'cancelled' };
    if (run.exitCode !== 0) {
      const problem = `go build for ${name} failed (exit code ${run.exitCode})`;
      annotateAll(commands, 'error', problem, placedMessages(run.output, context.cwd, context.workspace));
      commands.annotate('error', problem);
      return { ...result, outcome: 'failed', problem };
    }
    const packages = await packagesOf(context, target, built);
    const tests = await testsOf(context, target, tested);
    if (tests) {
      const platform = `${goos}/${goarch}`;
      annotateFailures(commands, tests.failures, {
        ...place,
        workspace: context.workspace,
        cwd: context.cwd,
        platform,
      });
    }
    if (context.cancel.aborted) return { ...result, packages, tests, outcome: 'cancelled' };
    const problem = tests && tests.failed > 0 ? `${tests.failed} tests failed for ${name}` : undefined;
    return { ...result, packages, tests, problem, outcome: problem === undefined ? 'passed' : 'failed' };
  } catch (error) {
    if (!(error instanceof GotsError) || error.family === 'bug') throw error;
    showError(context, error);
    return { ...base, binaries: [], wovenMs: 0, outcome: 'failed', problem: formatError(error) };
  }
}

/** Loaded when there is something to pack: most runs have nothing. */
async function packagesOf(context: ActionContext, target: Target, built: Built): Promise<readonly DeliveryPackage[]> {
  if (target.kind === 'executable') return [];
  const { packageTarget } = await import('../packaging/package-target.ts');
  return packageTarget(context, target, built.binaries, built.mains);
}

/** The images of all machines belong to the first target that asks for one. */
async function withImages(
  context: ActionContext,
  targets: readonly TargetResult[],
  go: GoEnv,
): Promise<readonly TargetResult[]> {
  const first = targets.find(({ kind }) => kind === 'oci');
  const incomplete = targets.some(({ kind, binaries }) => kind === 'oci' && binaries.length === 0);
  if (!first || incomplete || context.cancel.aborted) return targets;
  const { packageImages } = await import('../packaging/package-target.ts');
  const packages = await packageImages(context, targets, go.goRoot);
  return targets.map((target) => (target === first ? { ...target, packages } : target));
}

/** Tests run once for each system and machine, whatever is packaged for it. */
async function testsOf(
  context: ActionContext,
  target: Target,
  tested: Map<string, TestResults | undefined>,
): Promise<TestResults | undefined> {
  const { commands, inputs } = context;
  const platform = `${target.goos}/${target.goarch}`;
  if (!inputs.test || tested.has(platform)) return undefined;
  const results = await commands.group(`gots: test ${platform}`, () =>
    commands.foreign(async () => {
      const runner = await runnerFor(context, target);
      return runner.kind === 'none' ? runner.reason : testTarget(context, target, runner);
    }),
  );
  if (typeof results === 'string') {
    commands.annotate('notice', `tests for ${platform} are not run: ${results}`);
    tested.set(platform, undefined);
    return undefined;
  }
  tested.set(platform, results);
  commands.line(
    `${platform}: ${results.passed} passed, ${results.failed} failed, ${results.skipped} skipped (${seconds(results.ms)})`,
  );
  return results;
}

function worst(outcomes: readonly RunOutcome[], cancelled: boolean): RunOutcome {
  if (cancelled || outcomes.includes('cancelled')) return 'cancelled';
  return outcomes.includes('failed') ? 'failed' : 'passed';
}
