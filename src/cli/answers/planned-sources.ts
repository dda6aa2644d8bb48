import { isPluginFile } from '../../dialects/plugins/plugin-file.ts';
import type { PlannedView } from '../build-view.ts';
import type { AnswerSources } from './answer-sources.ts';
import { localTrees } from './local-trees.ts';

/**
 * What the answer to a question about a planned build follows from.
 *
 * @param folders those of packages that the answer is about, wherever they lie
 * @returns undefined where the answer is not to be kept
 */
export function plannedSources(
  { plan, goEnv, context }: Pick<PlannedView, 'plan' | 'goEnv' | 'context'>,
  folders: readonly string[],
): AnswerSources | undefined {
  // What planning warns of is said once; plug-ins may read what they like.
  if (context.log.warnings() > 0 || plan.aspectFiles.some(({ path }) => isPluginFile(path))) return undefined;
  const trees = localTrees(plan.moduleDirs, goEnv.goWork);
  const inputs = plan.inputs.map(({ path }) => path);
  return { goEnv, inputs, sources: { trees, folders: [...new Set(folders)].sort() } };
}
