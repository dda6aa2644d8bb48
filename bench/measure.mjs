// One timed command: wall time, processor time, and the peak memory of processes that it started.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const sampleMs = 100;

/**
 * Runs a command and waits for its end.
 *
 * @param {readonly string[]} command program and arguments
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, watch?: RegExp, signal?: AbortSignal }} options `watch` matches the command lines (arguments joined by
 *   blanks) of processes whose peak memory is wanted
 * @returns {Promise<{ ms: number, cpuMs: number | undefined, peakBytes: number | undefined }>} `cpuMs` is what the command and all that it
 *   waited for took of the processors (in steps of 10 ms; undefined without /proc); `peakBytes` the largest peak of one watched process,
 *   undefined when none was seen, or without /proc
 * @throws Error with the end of the command's output when it fails
 */
export async function measure(command, { cwd, env, watch, signal }) {
  const sampler = watch === undefined ? undefined : startSampler(watch);
  const cpuBefore = childCpuMs();
  const started = process.hrtime.bigint();
  try {
    await run(command, { cwd, env, signal });
    const ms = Number(process.hrtime.bigint() - started) / 1e6;
    const cpuMs = cpuBefore === undefined ? undefined : childCpuMs() - cpuBefore;
    return { ms, cpuMs, peakBytes: sampler?.peak() };
  } finally {
    sampler?.stop();
  }
}

/**
 * Runs a command to its end and returns what it printed on stdout.
 *
 * @throws Error with the end of the command's output when it fails
 */
export function run(command, { cwd, env, signal }) {
  const [program, ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], signal, killSignal: 'SIGINT' });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data) => (stdout += data));
    child.stderr.on('data', (data) => (stderr += data));
    child.on('error', (cause) => reject(new Error(`${program}: ${cause.message}`, { cause })));
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(stdout);
      reject(new Error(`${command.join(' ')}: ${signal ?? `exit ${code}`}\n${(stdout + stderr).slice(-4000)}`));
    });
  });
}

/** Processor time, user and system, of all processes that this one waited for, and of those that they waited for; see proc(5). */
function childCpuMs() {
  const fields = read('/proc/self/stat').split(') ')[1]?.split(' ');
  return fields === undefined ? undefined : (Number(fields[13]) + Number(fields[14])) * 10;
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
  return watch.test(read(`/proc/${pid}/cmdline`).replaceAll('\0', ' '));
}

function processIds() {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
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
