// How long an empty machine takes that fetches from a shared cache over a line with a delay, beside a warm machine and one without any cache.
//
// usage: node bench/remote.mjs [--runs N] [--app own|injected] [--rtt MS] [--mbit N] [--phases warm,remote,direct,none] [--most-minutes N] [--s3 VERSITYGW] [--lock FILE] [--keep]
//
// For each run, in turn: `warm` (caches full, plan and program gone: plan and link only), `remote` (empty caches, the shared cache behind the line),
// `none` (empty caches, no shared cache), and `direct` (empty caches, the shared cache without a line). Modules are there in all of them.
// The warm machine gets a copy of the caches that filled the shared one: one build in all compiles, besides those of `none`. With --s3 the server is a
// versitygw, else one of this process. --lock is that of run.mjs. After --most-minutes no further build begins, one at work is ended, and what was measured until then is printed.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { apps } from './apps.mjs';
import { startLine, startStore } from './delay-proxy.mjs';
import { commandLine, measure, processIds, run } from './measure.mjs';
import { median, megabytes, seconds, spread, table } from './numbers.mjs';
import { copyApp } from './project.mjs';
import { inTurn, takeTurnsBy } from './turn.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    app: { type: 'string', default: 'own' },
    rtt: { type: 'string', default: '50' },
    mbit: { type: 'string', default: '100' },
    phases: { type: 'string', default: 'warm,remote,direct,none' },
    'most-minutes': { type: 'string', default: '60' },
    s3: { type: 'string' },
    lock: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});
takeTurnsBy(values.lock);
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const gots = join(root, 'dist', 'gots');
const scratch = mkdtempSync(join(tmpdir(), 'gots-bench-remote-'));
const store = values.s3 ? await startS3(values.s3, join(scratch, 's3')) : await startStore();
const line = await startLine({
  to: store.port,
  roundTripMs: Number(values.rtt),
  bitsPerSecond: Number(values.mbit) * 1e6,
});
// A build at work ends with its limit, and with Ctrl-C.
const ending = new AbortController();
const limit = ending.signal;
const end = (why) => ending.abort(new Error(why));
setTimeout(
  end,
  Number(values['most-minutes']) * 60_000,
  `not finished within ${values['most-minutes']} minutes`,
).unref();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, end);
let what = 'filling the shared cache';
try {
  const { folder } = copyApp(apps[values.app], join(scratch, 'app'));
  const program = join(folder, 'bench-app');
  const environment = (machine, remote, mode = 'read') => ({
    ...process.env,
    ...store.env,
    GOFLAGS: '-trimpath',
    GOCACHE: join(scratch, machine, 'go'),
    GOTS_CACHE: join(scratch, machine, 'gots'),
    GOTS_REMOTE: remote,
    GOTS_REMOTE_MODE: mode,
  });
  const direct = store.remoteAt(store.port);
  const slow = store.remoteAt(line.port);
  const build = async (env) => {
    rmSync(program, { force: true });
    const measured = await inTurn(() =>
      measure([gots, 'go', 'build', '-o', program, '.'], { ...{ cwd: folder, env, signal: limit } }),
    );
    if (!existsSync(program)) throw new Error('no program was built');
    return measured;
  };
  const empty = (machine, remote) => {
    rmSync(join(scratch, machine), { recursive: true, force: true });
    return environment(machine, remote);
  };

  console.log(`${what} …`);
  const writer = environment('writer', direct, 'read-write');
  await run([gots, 'go', 'build', '-o', program, '.'], { ...{ cwd: folder, env: writer, signal: limit } });
  await run([gots, 'cache', 'remote', 'push'], {
    ...{ cwd: folder, env: writer, signal: limit },
  });
  const stored = store.sizes();
  console.log(`${stored.length} blobs, ${megabytes(stored.reduce((sum, size) => sum + size, 0))}`);

  const warm = environment('warm', 'off');
  for (const cache of ['go', 'gots'])
    cpSync(join(scratch, 'writer', cache), join(scratch, 'warm', cache), { recursive: true, preserveTimestamps: true });
  const all = {
    warm: () => {
      // A build as on a machine that has all packages: it plans and links.
      for (const name of ['plans', 'builds', 'work'])
        rmSync(join(scratch, 'warm', 'gots', name), { recursive: true, force: true });
      return build(warm);
    },
    remote: () => build(empty('remote', slow)),
    direct: () => build(empty('direct', direct)),
    none: () => build(empty('none', 'off')),
  };
  const phases = Object.fromEntries(values.phases.split(',').map((name) => [name, all[name]]));
  const samples = Object.fromEntries(Object.keys(phases).map((name) => [name, { ms: [], cpuMs: [] }]));
  const before = { ...line.counts };
  let remoteBuilds = 0;
  measuring: for (let at = 1; at <= Number(values.runs); at++) {
    for (const [name, phase] of Object.entries(phases)) {
      what = `run ${at}: ${name}`;
      const measured = await phase().catch((error) => {
        if (!limit.aborted) throw error;
      });
      // What was measured until then is printed.
      if (measured === undefined) break measuring;
      const { ms, cpuMs } = measured;
      if (name === 'remote') remoteBuilds++;
      samples[name].ms.push(ms);
      samples[name].cpuMs.push(cpuMs ?? 0);
      console.log(`run ${at}: ${name} ${seconds(ms)}, ${seconds(cpuMs ?? 0)} of processors`);
    }
  }
  const per = (key) => (line.counts[key] - before[key]) / Math.max(remoteBuilds, 1);
  const warmMs = samples.warm?.ms.length ? median(samples.warm.ms) : Number.NaN;
  const rows = Object.entries(samples)
    .filter(([, { ms }]) => ms.length > 0)
    .map(([name, { ms, cpuMs }]) => [
      name,
      spread(ms),
      `${(median(ms) / warmMs).toFixed(2)} ×`,
      seconds(median(cpuMs)),
    ]);
  console.log(`\n${table(['machine', 'median (range)', 'of warm', 'processors'], rows)}`);
  console.log(
    `line: ${values.rtt} ms, ${values.mbit} Mbit/s; per build ${per('requests')} requests, ${megabytes(per('bytesDown'))} down`,
  );
  console.log(`transfer alone: ${seconds((per('bytesDown') * 8) / (Number(values.mbit) * 1000))}`);
} catch (error) {
  if (!limit.aborted) throw error;
} finally {
  if (limit.aborted) console.error(`${what}: ${limit.reason.message}`);
  store.close();
  line.close();
  endStarted(scratch);
  if (values.keep) console.log(`kept: ${scratch}`);
  else rmSync(scratch, { recursive: true, force: true });
}
process.exit(limit.aborted ? 1 : 0);

/** Ends what was started for a folder and outlives its command, such as an upload. */
function endStarted(folder) {
  for (const pid of processIds().filter((each) => commandLine(each).includes(folder))) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
  }
}

/** A versitygw before a folder: a real S3 server, in place of the one in memory. */
async function startS3(program, root) {
  mkdirSync(join(root, 'builds'), { recursive: true });
  const env = { AWS_ACCESS_KEY_ID: 'gots', AWS_SECRET_ACCESS_KEY: 'secret-of-bench', AWS_REGION: 'us-east-1' };
  const port = await freePort();
  const keys = { ROOT_ACCESS_KEY: env.AWS_ACCESS_KEY_ID, ROOT_SECRET_KEY: env.AWS_SECRET_ACCESS_KEY };
  const args = ['--port', `127.0.0.1:${port}`, 'posix', root];
  const server = spawn(program, args, { env: { ...process.env, ...keys }, stdio: 'ignore' });
  for (let attempt = 0; ; attempt++) {
    const isUp = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (isUp) break;
    if (attempt === 100) throw new Error(`${program} does not listen`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    ...{ port, env },
    remoteAt: (at) => `s3://builds/bench?endpoint=http://127.0.0.1:${at}`,
    sizes: () =>
      readdirSync(join(root, 'builds'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
        .map((entry) => statSync(join(entry.parentPath, entry.name)).size),
    close: () => server.kill('SIGTERM'),
  };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
