// Counts what gots itself does in builds of a small program, and compares that with bounds.json: processes, system calls, files, bytes, requests.
//   node scripts/speed/gate.mjs [--renew] [--runs N] [--keep]
// Counts do not depend on how busy the machine is. `--renew` writes bounds.json from what is measured now. Linux only: strace counts.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { boundsFor, compare, lowest, printBounds } from './bounds.mjs';
import { edit, files, phases } from './program.mjs';
import { countTraces, noCounts, traced } from './trace.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const home = dirname(dirname(here));
const boundsFile = join(here, 'bounds.json');
const { values } = parseArgs({
  options: {
    renew: { type: 'boolean', default: false },
    runs: { type: 'string', default: '2' },
    keep: { type: 'boolean', default: false },
  },
});
if (process.platform !== 'linux') {
  console.log('speed: strace counts on Linux only');
  process.exit(0);
}
needStrace();

const work = mkdtempSync(join(tmpdir(), 'gots-speed-'));
const module = join(work, 'm');
const env = environment();
let seconds = Math.floor(Date.now() / 1000) - 86_400;
try {
  const measurements = Array.from({ length: Number(values.runs) }, (_, run) => measure(run));
  const counts = lowest(measurements);
  if (values.renew) {
    // What chance may add shows between the runs.
    const highest = Object.fromEntries(
      Object.entries(counts).map(([name, count]) => [
        name,
        Math.max(count, ...measurements.map((each) => each[name] ?? 0)),
      ]),
    );
    writeFileSync(boundsFile, printBounds(boundsFor(highest)));
    console.log(`speed: ${Object.keys(highest).length} bounds in scripts/speed/bounds.json`);
  } else {
    const problems = compare(counts, JSON.parse(readFileSync(boundsFile, 'utf8')));
    for (const problem of problems) console.error(`speed: ${problem}`);
    if (problems.length > 0) {
      console.error('speed: `node scripts/speed/gate.mjs --renew` writes new bounds, where more work is meant');
      process.exitCode = 1;
    } else console.log(`speed: ${Object.keys(counts).length} counts are within their bounds`);
  }
} finally {
  if (!values.keep) rmSync(work, { recursive: true, force: true });
}

function needStrace() {
  if (spawnSync('strace', ['-V']).status === 0) return;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'strace']]) {
    const [program, ...rest] = [...sudo, 'apt-get', '-q', ...args];
    const run = spawnSync(program, rest, { encoding: 'utf8' });
    if (run.status === 0) continue;
    console.error(`speed: strace is missing, and apt-get ${args[0]} fails: ${run.error?.message ?? run.stderr}`);
    process.exit(1);
  }
}

function environment() {
  const changing = /^(GOTS_.*|GOFLAGS|GOWORK|GOCACHEPROG|GOCACHE|GOOS|GOARCH|GODEBUG|GOENV|NODE_.*)$/;
  const kept = Object.entries(process.env).filter(([name]) => !changing.test(name));
  const own = { GOTS_CACHE: join(work, 'gots'), GOCACHE: join(work, 'go'), CGO_ENABLED: '0', GOENV: 'off' };
  return { ...Object.fromEntries(kept), ...own, GOTS_STATS: join(work, 'stats.json') };
}

/** One run of all phases, each after an edit of its own. */
function measure(run) {
  rmSync(module, { recursive: true, force: true });
  write(files);
  // Once to fill the caches, twice more until the record of the last build is whole.
  for (let n = 0; n < 3; n++) build([]);
  const counts = {};
  for (const { name, change } of phases) {
    if (change) write(edit(files, change, run + 1));
    const counted = traceBuild();
    // Only the command's own calls: those of the front, the server and the shims depend on which of them is faster.
    const { processes, calls, opened, stated, read } = counted.get('command') ?? noCounts();
    Object.assign(counts, {
      [`${name}: processes of the command`]: processes,
      [`${name}: system calls of the command`]: calls,
      [`${name}: files opened by the command`]: opened,
      [`${name}: files looked at by the command`]: stated,
      [`${name}: kilobytes read by the command`]: Math.ceil(read / 1000),
    });
    Object.assign(counts, requestsOf(name));
    write(files);
    for (let n = 0; n < 2; n++) build([]);
  }
  return counts;
}

/** Writes what is not so yet, long ago, each time a second later: go keeps an index only of folders that are at rest. */
function write(texts) {
  for (const [name, text] of Object.entries(texts)) {
    const file = join(module, name);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    seconds++;
    for (const path of [file, dirname(file), module]) utimesSync(path, seconds, seconds);
  }
}

/** Builds the program woven, and sees that it is. */
function build(before) {
  const [program, ...args] = [...before, join(home, 'dist', 'gots'), 'go', 'build', '-o', join(work, 'program'), '.'];
  const built = spawnSync(program, args, { cwd: module, env: { ...env, PWD: module }, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`the build failed: ${built.error?.message ?? built.stderr}`);
  const said = spawnSync(join(work, 'program'), { encoding: 'utf8' });
  if (!/woven main/.test(said.stderr) || !/woven shared/.test(said.stderr))
    throw new Error(`not woven: ${said.stderr}`);
}

function traceBuild() {
  const folder = join(work, 'traces');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  build(['strace', '-f', '-ff', '-qq', '-s', '200', '-e', `trace=${traced}`, '-o', join(folder, 't')]);
  const traces = readdirSync(folder).map((name) => [Number(name.slice(2)), readFileSync(join(folder, name), 'latin1')]);
  return countTraces(new Map(traces), partOf);
}

/** gots' own programs; all others are go's. */
function partOf(argv) {
  if (/dist\/cacheprog\.mjs/.test(argv)) return 'server';
  // The launcher, what it becomes, and Node where that must look at everything.
  if (/dist\/(gots|cli\.mjs)"/.test(argv)) return 'command';
  return /^"[^"]*\/shim-[0-9a-f]+"/.test(argv) ? 'shim' : undefined;
}

function requestsOf(name) {
  const { forwarded = 0, misses, compiled = 0 } = JSON.parse(readFileSync(env.GOTS_STATS, 'utf8'));
  return {
    [`${name}: requests that the server is asked`]: forwarded,
    [`${name}: objects that the caches lack`]: misses,
    [`${name}: packages compiled`]: compiled,
  };
}
