import { exitCodeOf, runToEnd } from '../../process/spawn.ts';
import { goNotFound } from '../../report/codes/cli.ts';

export interface ProgramOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Stops the program: first as Ctrl-C does, its whole process group; what is left after some seconds is killed. */
  readonly cancel: AbortSignal;
  /** Gets what the program prints on both streams, as it comes. */
  readonly write: (text: string) => void;
  /** Gets standard output instead of `write`, line by line, without line ends. */
  readonly onLine?: (line: string) => void;
  /** Said on each minute of silence, so that a log that does not move is not taken for a job that hangs. */
  readonly busy: string;
}

export interface ProgramRun {
  readonly exitCode: number;
  readonly ms: number;
  /** The first megabyte of what was printed. */
  readonly output: string;
}

const silenceMs = 60_000;
const graceMs = 5000;
const keptBytes = 1 << 20;

/**
 * Runs a program, without a shell, in a process group of its own.
 *
 * @throws GotsError cli_go_not_found where there is no such program
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: ProgramOptions,
): Promise<ProgramRun> {
  const started = Date.now();
  const log = new Printed(options);
  const print = (text: string) => log.print(text);
  try {
    const ended = await runToEnd({
      program,
      args,
      cwd: options.cwd,
      env: options.env,
      group: true,
      cancel: { signal: options.cancel, graceMs },
      stdout: options.onLine ? { line: options.onLine } : print,
      stderr: print,
    });
    return { exitCode: exitCodeOf(ended), ms: Date.now() - started, output: log.text() };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') goNotFound(program);
    throw error;
  } finally {
    log.end();
  }
}

/** What a program has printed, on its way to the log; ends with a full line, and breaks long silence. */
class Printed {
  readonly #options: ProgramOptions;
  readonly #parts: string[] = [];
  readonly #started = Date.now();
  readonly #timer: NodeJS.Timeout;
  #size = 0;
  #last = '\n';
  #moved = false;

  constructor(options: ProgramOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.#tick(), silenceMs);
  }

  print(text: string): void {
    this.#moved = true;
    this.#options.write(text);
    this.#last = text.at(-1) ?? this.#last;
    if (this.#size < keptBytes) this.#parts.push(text);
    this.#size += text.length;
  }

  /** A command that follows must begin a line, else the runner does not see it. */
  end(): void {
    clearInterval(this.#timer);
    if (this.#last !== '\n') this.#options.write('\n');
  }

  text(): string {
    return this.#parts.join('').slice(0, keptBytes);
  }

  #tick(): void {
    const minutes = Math.round((Date.now() - this.#started) / 60_000);
    if (!this.#moved && this.#last === '\n') this.#options.write(`… ${this.#options.busy}, ${minutes} min\n`);
    this.#moved = false;
  }
}
