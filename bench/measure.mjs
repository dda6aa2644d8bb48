// One timed command: wall time, processor time, and the peak memory of processes that it started.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const sampleMs = 100;
/** A command that is told to end has this long. */
const graceMs = 5000;

/**
 * Runs a command and waits for its end, and for the end of the processes that it leaves behind: a build server ends after the go command.
 *
 * @param {readonly string[]} command program and arguments
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, watch?: RegExp, signal?: AbortSignal }} options `watch` matches the command lines (arguments joined by
 *   blanks) of processes whose peak memory is wanted
 * @returns {Promise<{ ms: number, laterMs: number | undefined, cpuMs: number | undefined, peakBytes: number | undefined }>} `ms` until the command's
 *   end; `laterMs` from there to the end of what it left behind; `cpuMs` is what all of them took of the processors; `peakBytes` the largest
 *   peak of one watched process, undefined when none was seen, or without /proc. On other systems than Linux only `ms` is measured.
 * @throws Error with the end of the command's output when it fails
 */
export async function measure(command, { cwd, env, watch, signal }) {
  const sampler = watch === undefined ? undefined : startSampler(watch);
  try {
    if (platform() !== 'linux') {
      const started = process.hrtime.bigint();
      await run(command, { cwd, env, signal });
      return {
        ms: Number(process.hrtime.bigint() - started) / 1e6,
        laterMs: undefined,
        cpuMs: undefined,
        peakBytes: undefined,
      };
    }
    reaper ??= await buildReaper();
    const file = join(dirname(reaper), 'usage.json');
    await run([reaper, file, ...command], { cwd, env, signal });
    const { wallMs, laterMs, cpuMs } = JSON.parse(readFileSync(file, 'utf8'));
    return { ms: wallMs, laterMs, cpuMs, peakBytes: sampler?.peak() };
  } finally {
    sampler?.stop();
  }
}

/** Path of the program that waits for orphans (reaper/main.go), once it is built. @type {string | undefined} */
let reaper;

async function buildReaper() {
  const folder = mkdtempSync(join(tmpdir(), 'gots-bench-reaper-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const program = join(folder, 'reaper');
  const env = { ...process.env, GOFLAGS: '', GOCACHEPROG: '', GOWORK: 'off' };
  await run(['go', 'build', '-o', program, join(import.meta.dirname, 'reaper/main.go')], { cwd: folder, env });
  return program;
}

/**
 * Runs a command to its end and returns what it printed on stdout.
 *
 * @param {readonly string[]} command
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, signal?: AbortSignal }} options `signal` ends the command as Ctrl-C does, and kills it if it still runs
 *   some seconds later
 * @throws the reason of `signal`, once the command has ended; Error with the end of the command's output when it fails
 */
export function run(command, { cwd, env, signal }) {
  const [program, ...args] = command;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    let killing;
    const cancel = () => {
      child.kill('SIGINT');
      killing = setTimeout(() => child.kill('SIGKILL'), graceMs);
    };
    signal?.addEventListener('abort', cancel);
    child.stdout.on('data', (data) => (stdout += data));
    child.stderr.on('data', (data) => (stderr += data));
    child.on('error', (cause) => reject(new Error(`${program}: ${cause.message}`, { cause })));
    child.on('close', (code, ended) => {
      clearTimeout(killing);
      signal?.removeEventListener('abort', cancel);
      if (code === 0) return resolve(stdout);
      if (signal?.aborted) return reject(signal.reason);
      reject(new Error(`${command.join(' ')}: ${ended ?? `exit ${code}`}\n${(stdout + stderr).slice(-4000)}`));
    });
  });
}

/** Reads the peak (VmHWM) of matching processes ten times a second; exact up to growth in a process's last tenth. */
function startSampler(watch) {
  const watched = new Set();
  const seen = new Map();
  let peakKb = 0;
  const sample = () => {
    for (const pid of processIds()) {
      if (!watched.has(pid) && !isWatched(pid, watch, seen)) continue;
      watched.add(pid);
      peakKb = Math.max(peakKb, Number(/VmHWM:\s*(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0));
    }
  };
  const timer = setInterval(sample, sampleMs);
  return {
    stop: () => clearInterval(timer),
    peak: () => (peakKb === 0 ? undefined : peakKb * 1024),
  };
}

/** Looks at a process twice, since between fork and exec it has its parent's command line. */
function isWatched(pid, watch, seen) {
  const looks = seen.get(pid) ?? 0;
  if (looks >= 2) return false;
  seen.set(pid, looks + 1);
  return watch.test(commandLine(pid));
}

/** A process's arguments, joined by blanks; empty without /proc, or if it has ended. */
export function commandLine(pid) {
  return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
}

/** Ids of all processes; none without /proc. */
export function processIds() {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return []; // no /proc: not Linux
  }
}

/** The file's text, empty for a process that has ended. */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
