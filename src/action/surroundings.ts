import type { ActionContext } from './action-context.ts';
import { type ArtifactService, artifactService } from './artifacts/service.ts';
import { type GitHub, gitHub } from './github/github-client.ts';
import { type RunFacts, runFacts } from './github/run-facts.ts';

/** What reports are made with; each part of it may be missing. */
export interface Surroundings {
  readonly context: ActionContext;
  readonly run: RunFacts | undefined;
  readonly service: ArtifactService | undefined;
  readonly github: GitHub | undefined;
}

/** Finds out what there is to work with. */
export async function surroundingsOf(context: ActionContext): Promise<Surroundings> {
  const { env, inputs } = context;
  const known = runFacts(env);
  const run = known && { ...known, apiUrl: inputs['api-url'] || known.apiUrl };
  // Outside of a workflow this expression is not replaced by the token.
  const token = inputs.token.startsWith('${{') ? '' : inputs.token;
  if (token !== '') context.commands.mask(token);
  return {
    context,
    run,
    service: await artifactService(env),
    github: run && token !== '' ? await gitHub(run, token) : undefined,
  };
}
