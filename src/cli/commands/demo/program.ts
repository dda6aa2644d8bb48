import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { demoBadEnd, demoNotReady } from '../../../report/codes/demo.ts';

const startTimeoutMs = 30_000;
const stopTimeoutMs = 15_000;

/** A running program of the demo; what it writes goes to files. */
export interface Program {
  readonly name: string;
  /** Where it listens, `http://host:port`. */
  readonly url: string;
  /** File with its standard output: the spans. */
  readonly outFile: string;
  /** File with its standard error: the log. */
  readonly logFile: string;
  readonly child: ChildProcess;
}

/**
 * Starts a program and waits until its log says on which address it listens.
 *
 * @throws GotsError demo_not_ready
 */
export async function startProgram(
  name: string,
  run: {
    readonly file: string;
    readonly args: readonly string[];
    readonly env: NodeJS.ProcessEnv;
    readonly dir: string;
  },
): Promise<Program> {
  const outFile = join(run.dir, `${name}.out`);
  const logFile = join(run.dir, `${name}.log`);
  const [out, log] = [openSync(outFile, 'w'), openSync(logFile, 'w')];
  const child = spawn(run.file, run.args, { cwd: run.dir, env: run.env, stdio: ['ignore', out, log] });
  closeSync(out);
  closeSync(log);
  let ended = false;
  child.once('error', () => {
    ended = true;
  });
  child.once('exit', () => {
    ended = true;
  });
  for (const deadline = Date.now() + startTimeoutMs; Date.now() < deadline && !ended; await sleep(20)) {
    const address = /"msg":"\w+ is open","addr":"([^"]+)"/.exec(readFileSync(logFile, 'utf8'))?.[1];
    if (address) return { name, url: `http://${address}`, outFile, logFile, child };
  }
  child.kill('SIGKILL');
  demoNotReady(name, readFileSync(logFile, 'utf8'));
}

/**
 * Stops a program with SIGTERM.
 *
 * @param wanted how it ends when it is not woven: an exit code, or the signal itself
 * @throws GotsError demo_bad_end
 */
export async function stopProgram(program: Program, wanted: number | NodeJS.Signals): Promise<void> {
  const { child, name } = program;
  if (child.exitCode !== null || child.signalCode !== null) demoBadEnd(name, 'had ended before it was stopped, not');
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  await ended;
  clearTimeout(timer);
  const how = child.exitCode ?? child.signalCode;
  // Windows has no signals: there a stopped process just ends.
  if (how !== wanted && process.platform !== 'win32') demoBadEnd(name, `ended with ${how} instead of ${wanted}`);
}

/** Ends a program that an error left running. */
export function killProgram(program: Program): void {
  if (program.child.exitCode === null && program.child.signalCode === null) program.child.kill('SIGKILL');
}
