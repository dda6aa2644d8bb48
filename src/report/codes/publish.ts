import { GotsError } from '../diagnostic.ts';

export function actionNothingToMerge(name: string): never {
  throw new GotsError({
    code: 'action_nothing_to_merge',
    message: `no artifact "${name}-…" was uploaded in this run`,
    hint: 'let the jobs that build come before (`needs:`), with the same `configuration`, and `upload: true`',
  });
}

/** `mode: comment` is for one event only, which says which run it is about. */
export function actionNoEndedRun(event: string): never {
  throw new GotsError({
    code: 'action_no_ended_run',
    message: `mode comment: the event is ${JSON.stringify(event)}, and there must be a token`,
    hint: 'use it in a workflow with `on: workflow_run`, as docs/action.md shows',
  });
}

export function releaseFailed(what: string, reason: string): never {
  throw new GotsError({
    code: 'action_release_failed',
    message: `${what}: ${reason}`,
    hint: 'the job needs `permissions: contents: write`, and a tag',
  });
}
