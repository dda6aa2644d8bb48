import { weavingEnv } from '../../cli/weaving-env.ts';
import { weaverVersion } from '../../driver/plan/plan.ts';
import { noModule } from '../../report/codes/action.ts';
import { type ActionContext, cliContext } from '../action-context.ts';
import { aspectEntries, buildPlaceOf } from '../targets/build-targets.ts';

/**
 * Prints what is going to be done: versions, module, aspects, modules that come in with them, targets.
 *
 * @throws GotsError of planning
 */
export async function showPlan(context: ActionContext, goVersion: string): Promise<void> {
  const { commands, inputs } = context;
  const [target] = inputs.targets;
  const early = target && buildPlaceOf(context, target);
  const use = early && (await context.shared?.begin(early.cli, early.goArgs));
  const goArgs = ['build', ...inputs['build-flags']];
  const weaving = await weavingEnv(cliContext(context), aspectEntries(context), goArgs, use);
  if (!weaving) noModule(context.cwd);
  const { plan } = weaving;
  const rows = [
    ['gots', weaverVersion],
    ['go', goVersion],
    ['module', `${plan.rootModule} (${plan.moduleDirs.join(', ')})`],
    ['packages', inputs.packages.join(' ')],
    ['targets', inputs.targets.map(({ name }) => name).join(' ')],
    ['aspects', `${plan.aspects.length} from ${plan.aspectFiles.map(({ display }) => display).join(', ')}`],
    ...plan.added.map(({ path, version, raisedFrom }) => [
      'module in',
      `${path} ${version}${raisedFrom === undefined ? '' : ` (raised from ${raisedFrom})`}`,
    ]),
    ['output', context.folder],
  ];
  // Names of files and modules are the project's.
  await commands.foreign(async () => {
    for (const [what = '', value = ''] of rows) commands.line(`${what.padEnd(10)} ${value.replaceAll(/[\r\n]/g, ' ')}`);
  });
}
