import { join, resolve } from 'node:path';
import { makeBazelPlan } from '../../driver/bazel/make-bazel-plan.ts';
import { withoutOurs } from '../../driver/plan/saved-settings.ts';
import { ensureHelper } from '../../driver/programs/helper-program.ts';
import { badUsage } from '../../report/codes/cli.ts';
import type { CommandLine } from '../args.ts';
import type { CommandContext } from '../command-context.ts';
import { parseOptions } from '../read-options.ts';
import { usageOf } from '../usage.ts';
import { weavingEnv } from '../weaving-env.ts';

/**
 * `gots bazel-plan -o DIR`: writes what `gots bazel-builder` weaves by.
 *
 * @throws GotsError cli_usage, bazel_plan_plugin and those of planning
 */
export async function runBazelPlanCommand(line: CommandLine, context: CommandContext): Promise<number> {
  const { value, flags } = parseOptions('bazel-plan', line.rest);
  const folder = value('o') ?? badUsage('gots bazel-plan needs a folder', usageOf('bazel-plan'));
  const env = withoutOurs(context.env);
  const weaving = await weavingEnv(context, line.aspectFiles, ['build', ...flags]);
  if (!weaving) badUsage(`no go.mod in ${context.cwd} or above`, 'run `gots bazel-plan` in the module to be woven');
  const oracle = await ensureHelper('oracle', {
    go: context.go,
    goVersion: weaving.goEnv.version,
    cacheDir: context.cacheDir,
    sourceDir: join(context.home, 'helper', 'oracle'),
    log: context.log,
    env,
  });
  const { go, cwd } = context;
  await makeBazelPlan(resolve(cwd, folder), { plan: weaving.plan, go, cwd, env, flags, oracle });
  return 0;
}
