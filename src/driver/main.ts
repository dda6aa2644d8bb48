import { writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashParts } from '../base/hash.ts';
import { lineLog } from '../base/log.ts';
import { LastBuild } from '../cache/last-build.ts';
import { openCaches } from '../cache/open.ts';
import { UsedFiles } from '../cache/used-files.ts';
import { quoteWord, splitQuoted } from '../go/flags.ts';
import { allowBrokenPipes } from '../process/broken-pipe.ts';
import { argumentsOf, commandLine } from '../process/identity.ts';
import { planUnusable } from '../report/codes/build.ts';
import { formatError, GotsError } from '../report/diagnostic.ts';
import { checkGoCommand } from './front/check-go-command.ts';
import { readResumed } from './front/handover.ts';
import { isNested } from './front/nested.ts';
import { runtimeDir, socketPath } from './front/socket-name.ts';
import { WaitGraph } from './injected/wait-graph.ts';
import { nodeFlags } from './node-flags.ts';
import { readPlan } from './plan/plan.ts';
import { userCacheProg } from './plan/saved-settings.ts';
import { weaverCode } from './plan/weaver-code.ts';
import { Jobs } from './serve/jobs.ts';
import { noteAtWork, removeAllLeftOvers } from './serve/left-overs.ts';
import { BuildServer } from './serve/server.ts';
import type { Session } from './serve/session.ts';
import { TypeChecker } from './steps/type-checker.ts';

// Ctrl-C reaches the whole foreground group; go ends the build and then this stream, and that is when we end (build-protocol C3).
for (const signal of ['SIGINT', 'SIGQUIT', 'SIGHUP', 'SIGTERM'] as const) process.on(signal, () => {});

allowBrokenPipes();

const startedMs = Date.now() - process.uptime() * 1000;
const resumedFd = process.env['GOTS_RESUME'];
delete process.env['GOTS_RESUME'];
const planFile = process.env['GOTS_PLAN'];
try {
  if (planFile) await main(planFile);
  else planUnusable('GOTS_PLAN', 'it is not set');
} catch (error) {
  const text = error instanceof GotsError ? formatError(error) : `gots: ${(error as Error).stack}`;
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}

/** Writes without a stream: a build asks thousands of questions one after the other, and each answer is waited for. */
function writeStdout(text: string): void {
  let bytes = Buffer.from(text);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // go is gone: its end of the stream we read tells the rest.
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

/** Tells go commands apart: the same command line in the same place asks for the same packages. */
function commandHash(planPath: string): string {
  const { GOOS, GOARCH, CGO_ENABLED, GOFLAGS, GOEXPERIMENT, GOTOOLCHAIN } = process.env;
  const settings = [GOOS, GOARCH, CGO_ENABLED, GOFLAGS, GOEXPERIMENT, GOTOOLCHAIN].map((value) => value ?? '');
  return hashParts(planPath, process.cwd(), commandLine(process.ppid), ...settings).slice(0, 32);
}

async function main(file: string): Promise<void> {
  const resumed = resumedFd ? readResumed(resumedFd) : undefined;
  const here = dirname(fileURLToPath(import.meta.url));
  // As the shim does: the plan lies in $GOTS_CACHE/plans/<name>/.
  const known = readPlan(file, weaverCode(dirname(here), dirname(dirname(dirname(file)))));
  const plan = 'plan' in known ? known.plan : planUnusable(file, known.reason);
  const nested = process.env['GOTS_NESTED'] !== '1' && isNested(process.ppid);
  const log = lineLog((line) => process.stderr.write(line), process.env['GOTS_DEBUG'] !== undefined);
  const usedFiles = process.env['GOTS_TOUCHED'] ? new UsedFiles(process.env['GOTS_TOUCHED']) : undefined;
  // An answer that is only repeated does not tell which records led to it.
  const lastBuild = new LastBuild(join(plan.cacheDir, 'builds', `${commandHash(file)}.json`), {
    canRepeat: !usedFiles,
    code: plan.code,
  });
  const goCache = process.env['GOCACHE'] || plan.goCache;
  const caches = await openCaches({
    weaveDir: plan.cacheDir,
    goCache,
    program: splitQuoted(userCacheProg()),
    lastBuild,
    usedFiles,
    log,
  });
  const graph = new WaitGraph();
  const session: Session = {
    plan: { ...plan, goCache },
    log,
    caches,
    graph,
    jobs: new Jobs(graph),
    stats: {
      gets: 0,
      vanillaHits: 0,
      wovenHits: 0,
      misses: 0,
      compiles: 0,
      woven: 0,
      restored: 0,
      resolutions: 0,
      compiled: 0,
    },
    identities: undefined,
    overlay: undefined,
    injectedOnly: new Set(),
    names: new Map(),
    report: process.env['GOTS_REPORT'] ? new Map() : undefined,
    reportsSources: Boolean(process.env['GOTS_REPORT'] && process.env['GOTS_REPORT_SOURCES']),
    lastBuild,
    usedFiles,
    nested,
  };
  if (!nested) checkGoCommand(argumentsOf(process.ppid), plan, log);
  runtimeDir();
  const self = join(here, 'cacheprog.mjs');
  const socket = resumed?.listening?.socket ?? socketPath(process.ppid);
  const build = new BuildServer({
    session,
    socket,
    startedMs,
    resumed,
    childCacheProg: [plan.shim, 'cacheprog', process.execPath, ...nodeFlags, self].map(quoteWord).join(' '),
    toolexecFlag: `-toolexec=${quoteWord(plan.shim)}`,
    types: new TypeChecker(session, join(dirname(self), '..', 'helper')),
  });
  const ended = noteAtWork(plan.cacheDir, [plan.cacheDir, goCache]);
  await build.listen();
  await build.serve(process.stdin, { write: writeStdout });
  await build.close();
  ended();
  removeAllLeftOvers(plan.cacheDir, socket);
  process.exit(0);
}
