import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/**
 * When a process started, in the system's own unit: clock ticks since boot on Linux, seconds since 1970 on macOS. With the pid it names
 * a process once and for all. `helper/shim` computes the same text.
 *
 * @returns undefined if there is no such process, or it cannot be asked
 */
export function processStart(pid: number): string | undefined {
  return process.platform === 'darwin' ? startByPs(pid) : startByProc(pid);
}

/** @see proc_pid_stat(5): the name in parentheses may hold anything; `starttime` is field 22, the 20th behind the name. */
function startByProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat
      .slice(stat.lastIndexOf(')') + 1)
      .trim()
      .split(' ')[19];
  } catch {
    return undefined;
  }
}

/** Process id of a process's parent; undefined if there is no such process, or it cannot be asked. */
export function parentPid(pid: number): number | undefined {
  try {
    if (process.platform === 'darwin') {
      return Number.parseInt(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }), 10);
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 1).trim();
    return Number(fields.split(' ')[1]);
  } catch {
    return undefined;
  }
}

/** Arguments of a process in one text; '' where the system does not tell. */
export function commandLine(pid: number): string {
  try {
    return process.platform === 'linux' ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : '';
  } catch {
    return '';
  }
}

/** Arguments of a process, program first; empty where the system does not tell. macOS tells them in one text: blanks inside them are lost. */
export function argumentsOf(pid: number): readonly string[] {
  try {
    if (process.platform !== 'darwin') return commandLine(pid).split('\0').slice(0, -1);
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/);
  } catch {
    return [];
  }
}

function startByPs(pid: number): string | undefined {
  try {
    const env = { ...process.env, TZ: 'UTC', LC_ALL: 'C' };
    const text = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { env, encoding: 'utf8' });
    return secondsOfLstart(text);
  } catch {
    return undefined;
  }
}

/** Seconds since 1970 of what `ps -o lstart=` prints with TZ=UTC and LC_ALL=C, such as `Sat Nov 21 07:33:05 2026`. */
export function secondsOfLstart(text: string): string | undefined {
  const milliseconds = Date.parse(`${text.trim()} UTC`);
  return Number.isNaN(milliseconds) ? undefined : String(milliseconds / 1000);
}

/** Inode of our PID namespace, since containers that share a directory may have equal pids; "0" where there are no namespaces. */
export function pidNamespace(): string {
  try {
    return /^pid:\[(\d+)\]$/.exec(readlinkSync('/proc/self/ns/pid'))?.[1] ?? '0';
  } catch {
    return '0';
  }
}
