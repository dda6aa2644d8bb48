/*
 * The one place that starts programs; spawn-sync.ts is for those that end at once. No program is started through a shell.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Writable } from 'node:stream';
import { lineSplitter } from './lines.ts';
import { system } from './system.ts';

/** What becomes of an output stream. A number is an open file descriptor; a function gets the text as it comes. */
export type Sink =
  | 'capture'
  | 'inherit'
  | 'ignore'
  | number
  | ((text: string) => void)
  | { readonly line: (line: string) => void };

/** A program and how to run it. */
export interface Invocation {
  /** Path, or a name that is looked up in `PATH` of `env`. */
  readonly program: string;
  readonly args: readonly string[];
  /** All variables that the program gets; undefined: those of this process. */
  readonly env?: NodeJS.ProcessEnv | undefined;
  /** Undefined: the folder of this process. */
  readonly cwd?: string | undefined;
  /** The program leads a process group of its own, so that Ctrl-C at the terminal does not reach it and {@link Running.signal} reaches all of it. */
  readonly group?: boolean | undefined;
  /** `pipe`: {@link Running.input} writes to it; a text or bytes: all that the program reads. `none` if undefined. */
  readonly stdin?: 'none' | 'inherit' | 'pipe' | { readonly text: string } | undefined;
  /** `capture` if undefined. */
  readonly stdout?: Sink | undefined;
  /** `capture` if undefined. */
  readonly stderr?: Sink | undefined;
  /** Ends the program: with SIGINT as Ctrl-C does, and with SIGKILL if it still runs after `graceMs`. */
  readonly cancel?: { readonly signal: AbortSignal; readonly graceMs: number } | undefined;
}

/** How a program ended: by itself with a code, or by a signal. */
export type Exit =
  | { readonly code: number; readonly signal: null }
  | { readonly code: null; readonly signal: NodeJS.Signals };

/** How a program ended, and what it printed on the streams that were captured. */
export type Ended = Exit & { readonly stdout: string; readonly stderr: string };

/** A program that was started. */
export interface Running {
  /** Undefined if it could not be started. */
  readonly pid: number | undefined;
  /** Its standard input, if that is `pipe`. Writing to a program that has ended is no error: {@link ended} tells. */
  readonly input: Writable | undefined;
  /** Settles when the program has ended, though others may still hold its streams. Rejects with the system's error if it could not be started. */
  readonly exited: Promise<Exit>;
  /** Settles when the program has ended and its streams are read. Rejects as {@link exited} does. */
  readonly ended: Promise<Ended>;
  /** How it ended; undefined while it runs, or if it could not be started. */
  exit(): Exit | undefined;
  /** Sends a signal to the program, or to its whole group if it leads one. Does nothing when all have ended. */
  signal(name: NodeJS.Signals): void;
}

/**
 * Runs a program to its end.
 *
 * @throws the system's error if it cannot be started (ENOENT and the like)
 */
export function runToEnd(command: Invocation): Promise<Ended> {
  return start(command).ended;
}

/** Starts a program. Whatever goes wrong is told by `exited` and `ended`. */
export function start(command: Invocation): Running {
  const group = (command.group ?? false) && system.hasGroups;
  const child = spawn(command.program, command.args, {
    cwd: command.cwd,
    env: command.env,
    detached: group,
    stdio: [stdinOf(command), stdioOf(command.stdout), stdioOf(command.stderr)],
  });
  const [stdout, stderr] = [read(child.stdout, command.stdout), read(child.stderr, command.stderr)];
  // A program that has ended, or never ran, does not read.
  child.stdin?.on('error', () => {});
  if (typeof command.stdin === 'object') child.stdin?.end(command.stdin.text);
  const exit = (): Exit | undefined => {
    if (child.exitCode !== null && child.pid !== undefined) return { code: child.exitCode, signal: null };
    return child.signalCode === null ? undefined : { code: null, signal: child.signalCode };
  };
  const signal = (name: NodeJS.Signals) => {
    if (child.pid === undefined) return;
    if (group) signalGroup(child.pid, name);
    else child.kill(name);
  };
  const exited = exitOf(child, 'exit');
  const ended = exitOf(child, 'close').then((how) => ({ ...how, stdout: stdout(), stderr: stderr() }));
  // Callers wait for the one that they want.
  for (const promise of [exited, ended]) promise.catch(() => {});
  if (command.cancel) stopOnCancel(command.cancel, signal, ended);
  return {
    pid: child.pid,
    input: command.stdin === 'pipe' ? (child.stdin ?? undefined) : undefined,
    exited,
    ended,
    exit,
    signal,
  };
}

/** Sends a signal to all processes of a group. Does nothing when they have ended. */
export function signalGroup(leader: number, name: NodeJS.Signals): void {
  try {
    process.kill(system.hasGroups ? -leader : leader, name);
  } catch {
    // It has ended meanwhile.
  }
}

/** The exit code by which a shell tells of an end: that of the program, or 128 and the number of the signal. */
export function exitCodeOf({ code, signal }: Exit): number {
  return code ?? 128 + constants.signals[signal];
}

function stdinOf({ stdin = 'none' }: Invocation): 'ignore' | 'inherit' | 'pipe' {
  if (stdin === 'none') return 'ignore';
  return stdin === 'inherit' ? 'inherit' : 'pipe';
}

function stdioOf(sink: Sink = 'capture'): 'pipe' | 'inherit' | 'ignore' | number {
  return sink === 'inherit' || sink === 'ignore' || typeof sink === 'number' ? sink : 'pipe';
}

/** Reads a stream into its sink; gives what was captured. */
function read(stream: NodeJS.ReadableStream | null, sink: Sink = 'capture'): () => string {
  if (!stream) return () => '';
  if (sink === 'capture') {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString('utf8');
  }
  stream.setEncoding('utf8');
  if (typeof sink === 'function') stream.on('data', sink);
  else if (typeof sink === 'object') {
    const lines = lineSplitter(sink.line);
    stream.on('data', lines.push).on('end', lines.end);
  }
  return () => '';
}

function exitOf(child: ChildProcess, event: 'exit' | 'close'): Promise<Exit> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.once(event, (code: number | null, signal: NodeJS.Signals | null) =>
      resolve(signal === null ? { code: code ?? 0, signal } : { code: null, signal }),
    );
  });
}

function stopOnCancel(
  { signal: cancel, graceMs }: NonNullable<Invocation['cancel']>,
  signal: Running['signal'],
  ended: Promise<Ended>,
): void {
  let grace: NodeJS.Timeout | undefined;
  const stop = () => {
    signal('SIGINT');
    grace ??= setTimeout(() => signal('SIGKILL'), graceMs);
  };
  const forget = () => {
    clearTimeout(grace);
    cancel.removeEventListener('abort', stop);
  };
  ended.then(forget, forget);
  if (cancel.aborted) stop();
  cancel.addEventListener('abort', stop);
}
