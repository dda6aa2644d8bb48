// How long an empty machine takes that fetches from a shared cache over a line with a delay, beside a warm machine and one without any cache.
//
// usage: node bench/remote.mjs [--runs N] [--app own|injected] [--rtt MS] [--mbit N] [--keep]
//
// For each run, in turn: `warm` (caches full, plan and program gone: plan and link only), `remote` (empty caches, the shared cache behind the line),
// `none` (empty caches, no shared cache), and `direct` (empty caches, the shared cache without a line). Modules are there in all of them.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { apps } from './apps.mjs';
import { startLine, startStore } from './delay-proxy.mjs';
import { measure, run } from './measure.mjs';
import { median, megabytes, seconds, spread, table } from './numbers.mjs';
import { copyApp } from './project.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    app: { type: 'string', default: 'own' },
    rtt: { type: 'string', default: '50' },
    mbit: { type: 'string', default: '100' },
    keep: { type: 'boolean', default: false },
  },
});
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const gots = join(root, 'dist', 'gots');
const scratch = mkdtempSync(join(tmpdir(), 'gots-bench-remote-'));
const store = await startStore();
const line = await startLine({
  to: store.port,
  roundTripMs: Number(values.rtt),
  bitsPerSecond: Number(values.mbit) * 1e6,
});
try {
  const { folder } = copyApp(apps[values.app], join(scratch, 'app'));
  const program = join(folder, 'bench-app');
  const environment = (machine, remote, mode = 'read') => ({
    ...process.env,
    GOFLAGS: '-trimpath',
    GOCACHE: join(scratch, machine, 'go'),
    GOTS_CACHE: join(scratch, machine, 'gots'),
    GOTS_REMOTE: remote,
    GOTS_REMOTE_MODE: mode,
  });
  const direct = `http://127.0.0.1:${store.port}`;
  const slow = `http://127.0.0.1:${line.port}`;
  const build = async (env) => {
    rmSync(program, { force: true });
    const measured = await measure([gots, 'go', 'build', '-o', program, '.'], { cwd: folder, env });
    if (!existsSync(program)) throw new Error('no program was built');
    return measured;
  };
  const empty = (machine, remote) => {
    rmSync(join(scratch, machine), { recursive: true, force: true });
    return environment(machine, remote);
  };

  console.log('filling the shared cache …');
  const writer = environment('writer', direct, 'read-write');
  await build(writer);
  await run([gots, 'cache', 'remote', 'push'], { cwd: folder, env: writer });
  const stored = [...store.kept].reduce((sum, [, bytes]) => sum + bytes.length, 0);
  console.log(`${store.kept.size} blobs, ${megabytes(stored)}`);

  const warm = environment('warm', 'off');
  await build(warm);
  const phases = {
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
  const samples = Object.fromEntries(Object.keys(phases).map((name) => [name, { ms: [], cpuMs: [] }]));
  const before = { ...line.counts };
  for (let at = 1; at <= Number(values.runs); at++) {
    for (const [name, phase] of Object.entries(phases)) {
      const { ms, cpuMs } = await phase();
      samples[name].ms.push(ms);
      samples[name].cpuMs.push(cpuMs ?? 0);
      console.log(`run ${at}: ${name} ${seconds(ms)}, ${seconds(cpuMs ?? 0)} of processors`);
    }
  }
  const per = (key) => (line.counts[key] - before[key]) / Number(values.runs);
  const warmMs = median(samples.warm.ms);
  const rows = Object.entries(samples).map(([name, { ms, cpuMs }]) => [
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
  console.log(
    `entries of an empty machine afterwards: ${readdirSync(join(scratch, 'remote', 'go')).length} folders of GOCACHE`,
  );
} finally {
  store.close();
  line.close();
  if (values.keep) console.log(`kept: ${scratch}`);
  else rmSync(scratch, { recursive: true, force: true });
}
process.exit(0);
