import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { system } from './system.ts';

/**
 * When a process started: clock ticks since boot on Linux, seconds since 1970 on macOS. With the pid it names a process once and for
 * all. `helper/shim` computes the same text.
 *
 * @returns undefined if there is no such process, or the system does not tell
 */
export function processStart(pid: number): string | undefined {
  return system.startOf(pid);
}

/** Process id of a process's parent; undefined if there is no such process, or the system does not tell. */
export function parentPid(pid: number): number | undefined {
  return system.parentOf(pid);
}

/**
 * Processor time in ms that a process has used, if one of its threads runs, or would if a processor were free; undefined if none does, or if the system
 * does not tell.
 */
export function busyMs(pid: number | undefined): number | undefined {
  return pid === undefined ? undefined : system.busyMsOf(pid);
}

/** Arguments of a process in one text; '' where the system does not tell. */
export function commandLine(pid: number): string {
  return system.commandLineOf(pid);
}

/** Arguments of a process, program first; empty where the system does not tell. */
export function processArguments(pid: number): readonly string[] {
  return system.argumentsOf(pid);
}

/** Inode of our PID namespace, since containers that share a directory may have equal pids; "0" where there are no namespaces. */
export function pidNamespace(): string {
  return system.namespace();
}

/** Where process ids mean the same processes as here: machines and containers may share a cache. */
export const processPlace: string = `${hostname()}/${pidNamespace()}`;

const placeMark = createHash('sha256').update(processPlace).digest('hex').slice(0, 8);
let ownMark: string | undefined;

/** This process, in names of files: `<place>-<pid>-<start>`. */
export function processMark(): string {
  ownMark ??= `${placeMark}-${process.pid}-${processStart(process.pid) ?? 0}`;
  return ownMark;
}

/** Whether a mark of {@link processMark} is of a process of this place that has ended. */
export function hasEnded(mark: string): boolean {
  const [place, pid, start] = mark.split('-');
  return place === placeMark && processStart(Number(pid)) !== start;
}
