import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { ProcessSystem } from './process-system.ts';
import { runSync } from './spawn-sync.ts';

/** `ps` of macOS, at its fixed place. */
const ps = '/bin/ps';
/** Linux counts processor time in hundredths of a second (USER_HZ), whatever the machine. */
const tickMs = 10;

/** Linux tells about processes in /proc. */
export const linux: ProcessSystem = {
  /** @see proc_pid_stat(5): `starttime` is field 22, the 20th behind the name. */
  startOf: (pid) => orUndefined(() => statFields(pid)[19]),
  parentOf: (pid) => orUndefined(() => Number(statFields(pid)[1])),
  busyMsOf: (pid) =>
    orUndefined(() => {
      const threads = readdirSync(`/proc/${pid}/task`);
      const isBusy = threads.some((id) => orUndefined(() => statFields(`${pid}/task/${id}`)[0]) === 'R');
      const [user, system] = statFields(pid).slice(11, 13).map(Number);
      return isBusy ? ((user ?? 0) + (system ?? 0)) * tickMs : undefined;
    }),
  argumentsOf: (pid) => linux.commandLineOf(pid).split('\0').slice(0, -1),
  commandLineOf: (pid) => orUndefined(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')) ?? '',
  namespace: () => orUndefined(() => /^pid:\[(\d+)\]$/.exec(readlinkSync('/proc/self/ns/pid'))?.[1]) ?? '0',
  hasGroups: true,
};

/** macOS has no /proc; `ps` tells. */
export const darwin: ProcessSystem = {
  startOf: (pid) => orUndefined(() => secondsOfLstart(askPs('lstart=', pid, { TZ: 'UTC', LC_ALL: 'C' }))),
  parentOf: (pid) => orUndefined(() => Number.parseInt(askPs('ppid=', pid), 10)),
  busyMsOf: (pid) =>
    orUndefined(() => {
      const [state = '', time = ''] = askPs('state=,time=', pid).trim().split(/\s+/);
      return state.startsWith('R') ? msOfTime(time) : undefined;
    }),
  // `ps` prints the arguments as one text, so blanks inside an argument are lost.
  argumentsOf: (pid) => orUndefined(() => askPs('args=', pid).trim().split(/\s+/)) ?? [],
  commandLineOf: () => '',
  namespace: () => '0',
  hasGroups: true,
};

/** The fields behind the program's name, which stands in parentheses and may hold anything. */
function statFields(pid: number | string): readonly string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  return stat
    .slice(stat.lastIndexOf(')') + 1)
    .trim()
    .split(' ');
}

function askPs(column: string, pid: number, env?: NodeJS.ProcessEnv): string {
  return runSync(ps, ['-o', column, '-p', String(pid)], { env }).stdout;
}

/** Milliseconds of what `ps -o time=` prints: minutes and seconds with two digits behind the point, such as `12:03.45`. */
export function msOfTime(text: string): number | undefined {
  const [, minutes, seconds] = /^(\d+):(\d\d\.\d\d)$/.exec(text) ?? [];
  return minutes === undefined ? undefined : Math.round(Number(minutes) * 60_000 + Number(seconds) * 1000);
}

/** Seconds since 1970 of what `ps -o lstart=` prints with TZ=UTC and LC_ALL=C, such as `Sat Nov 21 07:33:05 2026`. */
export function secondsOfLstart(text: string): string | undefined {
  const milliseconds = Date.parse(`${text.trim()} UTC`);
  return Number.isNaN(milliseconds) ? undefined : String(milliseconds / 1000);
}

function orUndefined<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
