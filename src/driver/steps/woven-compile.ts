import { join } from 'node:path';
import { GotsError } from '../../report/diagnostic.ts';
import { type CompileCommand, changeCompile, printCompile } from '../../toolexec/argv.ts';
import { flagValue, setFlag } from '../../toolexec/tool-flags.ts';
import type { DoneReply, EndedRequest, Reply, RunReply } from '../front/protocol.ts';

/** What follows when the command of a `run` reply has ended. */
export interface Afterwards {
  /** @throws GotsError that is shown in place of the tool's end */
  ended(request: EndedRequest): Promise<Reply> | Reply;
}

/** The answer to a request, and what follows when its command has ended. */
export interface Step {
  readonly reply: Reply;
  readonly afterwards?: Afterwards;
}

/** A compilation of woven files. */
export interface WovenCompile {
  /** Path of the compiler. */
  readonly tool: string;
  /** As cmd/go gave it. */
  readonly command: CompileCommand;
  /** Folder for the files of this compilation, absolute. */
  readonly folder: string;
  /** Woven file, absolute → the name of its original, as the compiler was given it. */
  readonly originals: ReadonlyMap<string, string>;
  /** Whether weaving may have made valid what is not. Asked once, when the woven files have compiled. */
  readonly mayHideErrors: () => Promise<boolean>;
}

/**
 * Shows the user's errors as plain go does: where woven files do not compile, or may compile only because they are woven, the package's
 * own files are compiled, for their messages alone. If these have no error, weaving made it, and the woven files' messages are shown.
 */
export function messagesOfPlainGo(woven: WovenCompile): Afterwards {
  let failed: EndedRequest | undefined;
  let isPlain = false;
  return {
    async ended(request) {
      if (isPlain) return failed === undefined || request.exitCode !== 0 ? show(request) : showWoven(woven, failed);
      if (request.exitCode === 0 && !(await woven.mayHideErrors())) return show(request);
      if (request.exitCode > 128) return show(request);
      if (request.exitCode !== 0) failed = request;
      isPlain = true;
      return plainCompile(woven);
    },
  };
}

/**
 * A compile of what was woven with guesses: where the compiler says that one is wrong, the exact text is compiled.
 *
 * @param exact weaves and compiles with types
 */
export function unlessRefuted(guessed: Step, exact: () => Promise<Step>): Step {
  let next = guessed.afterwards;
  let isFirst = true;
  const ended = async (request: EndedRequest): Promise<Reply> => {
    const isRefuted = isFirst && request.exitCode !== 0 && request.output.includes('multiple-value');
    isFirst = false;
    if (!isRefuted) return next ? next.ended(request) : show(request);
    try {
      const step = await exact();
      next = step.afterwards;
      return step.reply;
    } catch (error) {
      // Types cannot be told: the mistake is in the package, and the compiler explains it.
      if (error instanceof GotsError && error.code === 'weave_type_unknown' && next) return next.ended(request);
      throw error;
    }
  };
  return guessed.reply.kind === 'run' ? { reply: guessed.reply, afterwards: { ended } } : guessed;
}

const done: DoneReply = { kind: 'done', exitCode: 0, stdout: '', stderr: '' };

/** Ends as the tool did. */
function show({ output }: EndedRequest): Reply {
  return { ...done, stdout: output };
}

function showWoven(woven: WovenCompile, { exitCode, output }: EndedRequest): Reply {
  return { ...done, exitCode, stdout: withoutWovenNames(woven, output) };
}

/** Compiles the package as it is and keeps nothing of that but the messages. */
function plainCompile({ tool, command, folder }: WovenCompile): RunReply {
  const { flags } = command;
  const asmHeader = command.asmHeader === undefined ? flags : setFlag(flags, 'asmhdr', join(folder, 'plain.h'));
  // Builders other than cmd/go have the object written beside the archive.
  const object =
    flagValue(flags, 'linkobj') === undefined ? asmHeader : setFlag(asmHeader, 'linkobj', join(folder, 'plain.o'));
  const plain = changeCompile({ ...command, flags: object }, { output: join(folder, 'plain.a') });
  return { kind: 'run', argv: [tool, ...printCompile(plain)], env: [], appends: [] };
}

/**
 * Takes the names of woven files out of a compiler's messages. The compiler adds them in brackets to a place inside a message that a line
 * directive moved: `main.go:3:8[/tmp/…/gots/src/main.go:4:8]`.
 */
function withoutWovenNames({ originals }: WovenCompile, output: Buffer): Buffer {
  const bytes = (text: string) => Buffer.from(text).toString('latin1');
  let text = output.toString('latin1');
  for (const [file, original] of originals) {
    const name = bytes(file);
    const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    text = text.replace(new RegExp(`\\[${pattern}:\\d+(?::\\d+)?\\]`, 'g'), '').replaceAll(name, bytes(original));
  }
  return Buffer.from(text, 'latin1');
}
