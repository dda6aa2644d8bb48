import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const secondNs = 1_000_000_000n;

/** What tells states of a file or folder apart: mode, size, times and inode, as helper/shim/replay.go writes them; '-' if there is none. */
export function fileState(path: string): string {
  return read(path)?.state ?? '-';
}

/**
 * The {@link fileState}, if it tells of every later change.
 *
 * @param beforeMs in ms since 1970; when reading of what the state stands for began
 * @returns undefined if the file changed after that, or so shortly before that another change might not show
 */
export function settledState(path: string, beforeMs: number): string | undefined {
  const found = read(path);
  if (!found) return '-';
  // File systems that count whole seconds show no second change within one; the others count in ticks of some milliseconds.
  const ticksNs = found.ctimeNs % secondNs === 0n ? 2n * secondNs : secondNs / 10n;
  return found.ctimeNs + ticksNs > BigInt(Math.floor(beforeMs)) * 1_000_000n ? undefined : found.state;
}

/** What {@link fileState} is to be asked of so that each change below a path shows: a folder with all files and folders below it; of a file, the file. */
export function withAllBelow(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  return [path, ...readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))];
}

function read(path: string): { readonly state: string; readonly ctimeNs: bigint } | undefined {
  const info = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (!info) return undefined;
  const { mode, size, mtimeNs, ctimeNs, ino } = info;
  return { state: `${mode} ${size} ${mtimeNs} ${ctimeNs} ${ino}`, ctimeNs };
}
