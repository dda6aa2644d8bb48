import { Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { isatty } from 'node:tty';
import { fileURLToPath } from 'node:url';
import { lineLog } from '../base/log.ts';
import { allowBrokenPipes } from '../process/broken-pipe.ts';
import { commandLine, processArguments } from '../process/identity.ts';
import { planUnusable } from '../report/codes/build.ts';
import { formatError, GotsError } from '../report/diagnostic.ts';
import { readConfig } from './config.ts';
import { readBegin } from './front/channel.ts';
import { checkGoCommand } from './front/check-go-command.ts';
import { isNested } from './front/nested.ts';
import { runtimeDir, socketPath } from './front/socket-name.ts';
import { nodeFlags } from './node-flags.ts';
import { readPlan } from './plan/plan.ts';
import { weaverCode } from './plan/weaver-code.ts';
import { assemble } from './serve/assemble.ts';
import { removeAllLeftOvers } from './serve/left-overs.ts';
import { realClock, realProcesses } from './serve/real-ports.ts';
import { writeStdout } from './serve/write-stdout.ts';

// Ctrl-C reaches the whole foreground group; go ends the build and then this stream, and that is when we end (build-protocol C3).
for (const signal of ['SIGINT', 'SIGQUIT', 'SIGHUP', 'SIGTERM'] as const) process.on(signal, () => {});

allowBrokenPipes();

const startedMs = Date.now() - process.uptime() * 1000;

/**
 * Serves the go command that started this process, until it closes the stream. What goes wrong is printed.
 *
 * @param env the environment of this process
 * @param served called when the build was served, before this process ends
 */
export async function serveBuild(env: NodeJS.ProcessEnv, served: () => void): Promise<void> {
  try {
    await serve(env);
    served();
    process.exit(0);
  } catch (error) {
    const text = error instanceof GotsError ? formatError(error) : `gots: ${(error as Error).stack}`;
    process.stderr.write(`${text}\n`);
    process.exitCode = 1;
  }
}

async function serve(env: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig(env);
  const { planFile } = config;
  if (planFile === '') planUnusable('GOTS_PLAN', 'it is not set');
  const front = config.frontFd === '' ? undefined : readBegin(Number(config.frontFd));
  const here = dirname(fileURLToPath(import.meta.url));
  // As the shim does: the plan lies in $GOTS_CACHE/plans/<name>/.
  const known = readPlan(planFile, weaverCode(dirname(here), dirname(dirname(dirname(planFile)))));
  const plan = 'plan' in known ? known.plan : planUnusable(planFile, known.reason);
  const goPid = front?.goPid ?? process.ppid;
  const nested = !config.weavesNested && isNested(goPid, config.runtime);
  const log = lineLog((line) => process.stderr.write(line), config.debug);
  if (!nested) checkGoCommand(processArguments(goPid), plan, log);
  runtimeDir(config.runtime);
  // Beside a front, only go commands of our own come here.
  const socket = socketPath(front ? process.pid : goPid, config.runtime);
  const build = await assemble(config, {
    plan,
    log,
    // A program that reads what go prints gets nothing new.
    say: isatty(2) ? (line) => process.stderr.write(`${line}\n`) : undefined,
    clock: realClock,
    processes: realProcesses,
    nested,
    front,
    socket,
    startedMs,
    pid: process.pid,
    command: { cwd: process.cwd(), commandLine: commandLine(goPid) },
    cacheProg: [process.execPath, ...nodeFlags, join(here, 'cacheprog.cjs')],
    helperDir: join(here, '..', 'helper'),
    // As the front names it, symbolic links included.
    home: dirname(dirname(process.argv[1] ?? '')),
  });
  if (front) {
    const isWhole = await build.serveFront(new Socket({ fd: Number(config.frontFd) }));
    if (!isWhole) process.exit(1);
  } else await build.serve(process.stdin, { write: writeStdout });
  removeAllLeftOvers(plan.cacheDir, socket);
}
