import type { ClientResult } from './client.ts';

/** How caches speak to the job; what is said is one line each. */
export interface CacheVoice {
  readonly line: (text: string) => void;
  readonly notice: (text: string) => void;
  readonly mask: (secret: string) => void;
  readonly debug: (text: string) => void;
  /** Sets a variable for later steps. */
  readonly exportVariable: (name: string, value: string) => void;
}

/** Says why nothing was restored: a line if there was nothing, a notice if something is wrong. */
export function notRestored(what: string, { answer, complaints }: ClientResult, voice: CacheVoice): void {
  if (answer.kind === 'unavailable') voice.notice(`cache: no ${what}: this runner has no cache service`);
  else if (answer.kind === 'failed') voice.notice(`cache: ${what} not restored: ${singleLine([answer.reason])}`);
  else if (complaints.length > 0) voice.notice(`cache: ${what} not restored: ${singleLine(complaints)}`);
  else voice.line(`cache: no ${what} of an earlier run`);
}

/** Says why something could not be saved. */
export function notSaved(what: string, { answer, complaints }: ClientResult, voice: CacheVoice): void {
  if (answer.kind === 'unavailable') voice.line(`cache: ${what} not saved: this runner has no cache service`);
  else voice.notice(`cache: ${what} not saved: ${singleLine(answer.kind === 'failed' ? [answer.reason] : complaints)}`);
}

export function singleLine(texts: readonly string[]): string {
  return texts.join('; ').replaceAll(/\s+/g, ' ').slice(0, 400) || 'the service did not say why';
}
