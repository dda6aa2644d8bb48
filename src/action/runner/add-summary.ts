import { appendFileSync } from 'node:fs';
import type { ActionContext } from '../action-context.ts';

/** Adds Markdown to the job's summary, unless the input `summary` says no, or the runner has none. */
export function addSummary({ inputs, env }: Pick<ActionContext, 'inputs' | 'env'>, text: () => string): void {
  const file = env['GITHUB_STEP_SUMMARY'];
  if (inputs.summary && file) appendFileSync(file, text());
}
