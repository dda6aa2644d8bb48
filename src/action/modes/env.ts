import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gateFolder } from '../../cli/gate-folder.ts';
import { weavingEnv } from '../../cli/weaving-env.ts';
import { noModule } from '../../report/codes/action.ts';
import { type ActionContext, cliContext } from '../action-context.ts';
import type { Commands } from '../runner/commands.ts';
import { problemMatcher } from '../runner/problem-matcher.ts';
import { aspectEntries, buildPlaceOf } from '../targets/build-targets.ts';

/**
 * `mode: env`: from here on the go commands of the job weave the module, whatever starts them. Where modules of the program are
 * raised, GOFLAGS holds an overlay that commands like `go mod tidy` must not see; so a gate comes before go in PATH that takes all
 * of it back for these, and outside the module.
 *
 * @throws GotsError of planning; action_no_module
 */
export async function envMode(context: ActionContext): Promise<void> {
  const { commands } = context;
  const cli = cliContext(context);
  const [target] = context.inputs.targets;
  const early = target && buildPlaceOf(context, target);
  const use = early && (await context.shared?.begin(early.cli, early.goArgs, 'before'));
  const goArgs = ['build', ...context.inputs['build-flags']];
  const weaving = await weavingEnv(cli, aspectEntries(context), goArgs, use);
  if (!weaving) noModule(context.cwd);
  for (const [name, value] of Object.entries(weaving.variables)) commands.exportVariable(name, value);
  if (weaving.plan.injection?.raises === true) commands.addPath(await gateFolder(cli, weaving.goEnv.version));
  const matcher = join(context.folder, 'problem-matcher.json');
  writeFileSync(matcher, JSON.stringify(problemMatcher));
  commands.addMatcher(matcher);
  commands.line(`go commands in ${weaving.plan.moduleDirs.join(', ')} weave from here on; \`mode: unset\` ends that`);
}

const names = ['GOFLAGS', 'GOCACHEPROG'] as const;

/** `mode: unset`: the variables are again what they were before `mode: env`. A variable that was not set is empty, which means the same to go. */
export function unsetMode(commands: Commands, env: NodeJS.ProcessEnv): void {
  const text = env['GOTS_SAVED'];
  if (!text) {
    commands.annotate('notice', 'mode: unset: no earlier step of this job used mode: env');
    return;
  }
  const values = JSON.parse(text) as readonly (string | null)[];
  for (const [at, name] of names.entries()) commands.exportVariable(name, values[at] ?? '');
  for (const name of ['GOTS_PLAN', 'GOTS_SAVED', 'GOTS_TOOLEXEC']) commands.exportVariable(name, '');
  commands.line(`::remove-matcher owner=${problemMatcher.problemMatcher[0].owner}::`);
}
