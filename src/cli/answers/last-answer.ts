import { fileState } from '../../base/file-state.ts';
import { readSealed } from '../../base/sealed.ts';
import { type AnswerNote, answerKind, type PrintedPart } from './answer-note.ts';
import { sourceState } from './source-state.ts';

/** Like notes of starts: what is taken for fixed, such as files of the module cache, is looked at again at times. */
const longestMs = 3_600_000;

/**
 * What a command printed last time, if nothing has changed since that it follows from.
 *
 * @param file of {@link import('./answer-note.ts').answerFile}
 */
export function lastAnswer(
  file: string,
  now: number = Date.now(),
): { readonly exitCode: number; readonly printed: readonly PrintedPart[] } | undefined {
  const sealed = readSealed(file, answerKind);
  if ('reason' in sealed) return undefined;
  const note = JSON.parse(sealed.text) as AnswerNote;
  const ageMs = now - note.savedMs;
  const holds =
    ageMs >= 0 &&
    ageMs <= longestMs &&
    note.files.every(([path, state]) => fileState(path) === state) &&
    sourceState(note.sources) === note.sourceState;
  return holds ? note : undefined;
}
