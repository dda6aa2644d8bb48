import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Running, start } from '../../../process/spawn.ts';
import { demoBadEnd, demoNotReady } from '../../../report/codes/demo.ts';

const startTimeoutMs = 30_000;
const stopTimeoutMs = 15_000;

/** A running program of the demo; what it writes goes to files. */
export interface DemoProgram {
  readonly name: string;
  /** Where it listens, `http://host:port`. */
  readonly url: string;
  /** File with its standard output: the spans. */
  readonly outFile: string;
  /** File with its standard error: the log. */
  readonly logFile: string;
  readonly running: Running;
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
): Promise<DemoProgram> {
  const outFile = join(run.dir, `${name}.out`);
  const logFile = join(run.dir, `${name}.log`);
  const [out, log] = [openSync(outFile, 'w'), openSync(logFile, 'w')];
  const running = start({ program: run.file, args: run.args, cwd: run.dir, env: run.env, stdout: out, stderr: log });
  closeSync(out);
  closeSync(log);
  let ended = false;
  const end = () => {
    ended = true;
  };
  running.exited.then(end, end);
  for (const deadline = Date.now() + startTimeoutMs; Date.now() < deadline && !ended; await sleep(20)) {
    const address = /"msg":"\w+ is open","addr":"([^"]+)"/.exec(readFileSync(logFile, 'utf8'))?.[1];
    if (address) return { name, url: `http://${address}`, outFile, logFile, running };
  }
  running.signal('SIGKILL');
  demoNotReady(name, readFileSync(logFile, 'utf8'));
}

/**
 * Stops a program with SIGTERM.
 *
 * @param wanted how it ends when it is not woven: an exit code, or the signal itself
 * @throws GotsError demo_bad_end
 */
export async function stopProgram(program: DemoProgram, wanted: number | NodeJS.Signals): Promise<void> {
  const { running, name } = program;
  if (running.exit()) demoBadEnd(name, 'had ended before it was stopped, not');
  running.signal('SIGTERM');
  const timer = setTimeout(() => running.signal('SIGKILL'), stopTimeoutMs);
  const { code, signal } = await running.exited;
  clearTimeout(timer);
  const how = code ?? signal;
  // Windows has no signals: there a stopped process just ends.
  if (how !== wanted && process.platform !== 'win32') demoBadEnd(name, `ended with ${how} instead of ${wanted}`);
}

/** Ends a program that an error left running. */
export function killProgram(program: DemoProgram): void {
  if (!program.running.exit()) program.running.signal('SIGKILL');
}
