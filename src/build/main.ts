import { writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allowBrokenPipes } from '../base/broken-pipe.ts';
import { hashParts } from '../base/hash.ts';
import { lineLog, warnOfFirst } from '../base/log.ts';
import { quoteWord, splitQuoted } from '../go/flags.ts';
import { LastBuild } from '../gocache/last-build.ts';
import { Store } from '../gocache/store.ts';
import { Touched } from '../gocache/touched.ts';
import { planVersion } from '../report/codes/build.ts';
import { formatError, GotsError } from '../report/diagnostic.ts';
import { checkGoCommand } from './go-command.ts';
import { Jobs } from './jobs.ts';
import { isNested } from './nested.ts';
import { nodeFlags } from './node-flags.ts';
import { TemporaryOverflow, warnUnwritable } from './overflow.ts';
import { readPlan, weaverVersion } from './plan.ts';
import { argumentsOf, commandLine } from './process-identity.ts';
import { readResumed } from './resume.ts';
import { BuildServer } from './server.ts';
import type { Session } from './session.ts';
import { runtimeDir, socketPath } from './socket-name.ts';
import { TypeChecker } from './type-checker.ts';
import { backingCache, diskCache } from './vanilla.ts';
import { WaitGraph } from './wait-graph.ts';

// Ctrl-C reaches the whole foreground group; go ends the build and then this stream, and that is when we end (build-protocol C3).
for (const signal of ['SIGINT', 'SIGQUIT', 'SIGHUP', 'SIGTERM'] as const) process.on(signal, () => {});

allowBrokenPipes();

const startedMs = Date.now() - process.uptime() * 1000;
const resumedFd = process.env['GOTS_RESUME'];
delete process.env['GOTS_RESUME'];
const planFile = process.env['GOTS_PLAN'];
try {
  if (planFile) await main(planFile);
  else throw new Error('GOTS_PLAN is not set; run `gots env`');
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
  const plan = readPlan(file);
  if (plan.version !== weaverVersion) planVersion(plan.version, weaverVersion);
  const nested = process.env['GOTS_NESTED'] !== '1' && isNested(process.ppid);
  const log = lineLog((line) => process.stderr.write(line), process.env['GOTS_DEBUG'] !== undefined);
  const touched = process.env['GOTS_TOUCHED'] ? new Touched(process.env['GOTS_TOUCHED']) : undefined;
  // An answer that is only repeated does not tell which records led to it.
  const lastBuild = new LastBuild(join(plan.cacheDir, 'builds', `${commandHash(file)}.json`), { canRepeat: !touched });
  const overflow = new TemporaryOverflow((error) => warnUnwritable(log, plan.cacheDir, error));
  const weave = new Store(plan.cacheDir, warnOfFirst(log, 'weaving anew'), {
    overflow,
    memory: lastBuild.store('weave'),
    touch: touched?.in(plan.cacheDir),
  });
  const goCache = process.env['GOCACHE'] || plan.goCache;
  const backing = splitQuoted(plan.backing);
  const vanilla =
    backing.length > 0
      ? await backingCache(backing, log)
      : diskCache(goCache, { spill: weave, log, memory: lastBuild.store(goCache), touch: touched?.in(goCache) });
  const graph = new WaitGraph();
  const session: Session = {
    plan: { ...plan, goCache },
    log,
    weave,
    vanilla,
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
    injectedOnly: new Set(),
    names: new Map(),
    report: process.env['GOTS_REPORT'] ? new Map() : undefined,
    reportsSources: Boolean(process.env['GOTS_REPORT'] && process.env['GOTS_REPORT_SOURCES']),
    lastBuild,
    touched,
    nested,
  };
  if (!nested) checkGoCommand(argumentsOf(process.ppid), plan, log);
  runtimeDir();
  const self = join(dirname(fileURLToPath(import.meta.url)), 'cacheprog.mjs');
  const build = new BuildServer({
    session,
    socket: resumed?.listening?.socket ?? socketPath(process.ppid),
    startedMs,
    resumed,
    childCacheProg: [plan.shim, 'cacheprog', process.execPath, ...nodeFlags, self].map(quoteWord).join(' '),
    toolexecFlag: `-toolexec=${quoteWord(plan.shim)}`,
    types: new TypeChecker(session, join(dirname(self), '..', 'helper')),
  });
  await build.listen();
  await build.serve(process.stdin, { write: writeStdout });
  await build.close();
  overflow.remove();
  process.exit(0);
}
