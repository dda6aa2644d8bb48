import { withAllBelow } from '../../base/file-state.ts';
import { lineLog } from '../../base/log.ts';
import { writeSealed } from '../../base/sealed.ts';
import { readFlags, splitQuoted } from '../../go/flags.ts';
import type { CommandContext } from '../command-context.ts';
import { decisiveFiles, plainGo, programPlaces, statesOf } from '../start/decisive-files.ts';
import { type AnswerNote, answerKind, type PrintedPart } from './answer-note.ts';
import type { AnswerSources } from './answer-sources.ts';
import { sourceState } from './source-state.ts';

/** A command that runs, and whose answer may be kept. */
interface Recording {
  /** For the command: what it prints through this is noted, and it may say what its answer follows from. */
  readonly context: CommandContext;
  /** Keeps the answer, if the command has said what it follows from. A cache that cannot be written stays as it is. */
  readonly keep: (exitCode: number) => void;
}

/**
 * Records what a command prints.
 *
 * @param file where the answer is kept
 * @param startedMs when the command began, in ms since 1970
 */
export function recordAnswer(context: CommandContext, file: string, startedMs: number = Date.now()): Recording {
  const printed: PrintedPart[] = [];
  let sources: AnswerSources | undefined;
  const note = (to: PrintedPart['to'], text: string): void => void printed.push({ to, text });
  return {
    context: {
      ...context,
      write: (text) => {
        note('stdout', text);
        context.write(text);
      },
      log: lineLog((line) => {
        note('stderr', line);
        process.stderr.write(line);
      }, false),
      followsFrom: (found) => {
        sources = found;
      },
    },
    keep: (exitCode) => {
      const states = sources && statesFor(context, sources, startedMs);
      if (states === undefined) return;
      const answer: AnswerNote = { savedMs: Date.now(), exitCode, printed, ...states };
      try {
        writeSealed(file, answerKind, JSON.stringify(answer));
      } catch {
        // The next command looks at everything again.
      }
    },
  };
}

/** Undefined where something decides that is not looked at, or has changed since the command began. */
function statesFor(
  context: CommandContext,
  { goEnv, inputs, sources }: AnswerSources,
  startedMs: number,
): Pick<AnswerNote, 'files' | 'sources' | 'sourceState'> | undefined {
  const go = plainGo(context, goEnv);
  const { values } = readFlags([], splitQuoted(goEnv.goflags));
  const isPlain =
    go !== undefined &&
    !values.has('overlay') &&
    !values.has('modfile') &&
    values.get('mod') !== 'mod' &&
    !/-toolexec/.test(goEnv.goflags);
  if (!isPlain) return undefined;
  const paths = [...programPlaces(context), ...decisiveFiles(context, goEnv, go), ...inputs.flatMap(withAllBelow)];
  const files = statesOf([...new Set(paths)], startedMs);
  const state = files && sourceState(sources, startedMs);
  return state === undefined || files === undefined ? undefined : { files, sources, sourceState: state };
}
