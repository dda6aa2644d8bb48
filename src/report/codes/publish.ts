import { failure } from '../message.ts';
import { texts } from '../texts/publish.ts';

export function actionNothingToMerge(name: string): never {
  throw failure(texts.action_nothing_to_merge, { name });
}

/** `mode: comment` is for one event only, which says which run it is about. */
export function actionNoEndedRun(event: string): never {
  throw failure(texts.action_no_ended_run, { event: JSON.stringify(event) });
}

export function releaseFailed(what: string, reason: string): never {
  throw failure(texts.action_release_failed, { what, reason });
}
