import { spawn } from 'node:child_process';
import { constants } from 'node:os';
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
export function runProgram(program: string, args: readonly string[], options: ProgramOptions): Promise<ProgramRun> {
  const started = Date.now();
  const ownGroup = process.platform !== 'win32';
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: ownGroup,
  });
  const log = new Printed(options);
  const signal = (name: NodeJS.Signals) => {
    if (child.pid === undefined) return;
    try {
      process.kill(ownGroup ? -child.pid : child.pid, name);
    } catch {
      // It has ended meanwhile.
    }
  };
  let grace: NodeJS.Timeout | undefined;
  const stop = () => {
    signal('SIGINT');
    grace ??= setTimeout(() => signal('SIGKILL'), graceMs);
  };
  if (options.cancel.aborted) stop();
  options.cancel.addEventListener('abort', stop);
  const lines = options.onLine ? lineSplitter(options.onLine) : undefined;
  child.stdout.setEncoding('utf8').on('data', (text: string) => (lines ? lines.push(text) : log.print(text)));
  child.stderr.setEncoding('utf8').on('data', (text: string) => log.print(text));
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(grace);
      options.cancel.removeEventListener('abort', stop);
      lines?.end();
      log.end();
    };
    child.on('error', (error: NodeJS.ErrnoException) => {
      end();
      try {
        if (error.code === 'ENOENT') goNotFound(program);
        reject(error);
      } catch (described) {
        reject(described);
      }
    });
    child.on('close', (code, name) => {
      end();
      const exitCode = code ?? 128 + (name ? constants.signals[name] : 0);
      resolve({ exitCode, ms: Date.now() - started, output: log.text() });
    });
  });
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

function lineSplitter(onLine: (line: string) => void): { push: (text: string) => void; end: () => void } {
  let rest = '';
  return {
    push: (text) => {
      const parts = (rest + text).split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) onLine(part.replace(/\r$/, ''));
    },
    end: () => {
      if (rest !== '') onLine(rest);
      rest = '';
    },
  };
}
