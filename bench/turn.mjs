// Takes turns with other work on the machine, so that a benchmark is not measured beside it.
import { spawn } from 'node:child_process';

/** The file that is locked, undefined when the machine is the benchmark's alone. @type {string | undefined} */
let lock;

/**
 * From now on {@link inTurn} waits for other work.
 *
 * @param {string | undefined} file a lock file as flock(1) has it. Work that gives way takes `file` for a moment before it begins, and
 *   `file`.running shared while it runs
 */
export function takeTurnsBy(file) {
  lock = file;
}

/**
 * Runs `work` while no other work runs that gives way.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 * @throws what `work` throws; Error when the locks cannot be taken
 */
export async function inTurn(work) {
  if (lock === undefined) return await work();
  const release = [await take(lock), await take(`${lock}.running`)];
  try {
    return await work();
  } finally {
    for (const end of release) end();
  }
}

/** Holds a lock until the returned function is called, or this process ends. */
function take(file) {
  const holder = spawn('flock', [file, 'sh', '-c', 'echo; exec cat >/dev/null'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    holder.once('error', reject);
    holder.once('exit', (code) => reject(new Error(`flock ${file}: exit ${code}`)));
    holder.stdout.once('data', () => resolve(() => holder.stdin.end()));
  });
}
