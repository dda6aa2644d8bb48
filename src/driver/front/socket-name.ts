import { lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pidNamespace, processStart } from '../../process/identity.ts';
import { runtimeDirUnusable, socketNoProcess } from '../../report/codes/toolexec.ts';

/** sun_path of macOS has 104 bytes; the shim passes over longer names. A temporary name to bind to must be no longer. */
const maxPathBytes = 99;
/** `<pid>-<start>-<namespace>.sock` at its longest. */
const nameBytes = '4194304-18446744073709551615-4294967295.sock'.length;

/** Variables that say where a user's sockets lie. */
export interface RuntimePlaces {
  readonly XDG_RUNTIME_DIR?: string | undefined;
  readonly TMPDIR?: string | undefined;
}

/**
 * Path of the socket on which the build server of a go command listens. The shim computes the same from its ancestors, so nothing has
 * to be handed down to it (`helper/shim/server.go`).
 *
 * @param goPid process id of the go command
 * @throws GotsError socket_no_process if there is no such process; runtime_dir_unusable
 */
export function socketPath(goPid: number, places: RuntimePlaces): string {
  const start = processStart(goPid) ?? socketNoProcess(goPid);
  return join(runtimeDir(places), `${goPid}-${start}-${pidNamespace()}.sock`);
}

/**
 * Directory of our sockets: `$XDG_RUNTIME_DIR/gots`, else `$TMPDIR/gots-<uid>`, else `/tmp/gots-<uid>`; made if it is missing. It belongs
 * to us, is no symbolic link and is closed to all others; a directory that fails this is passed over, as the shim does.
 *
 * @throws GotsError runtime_dir_unusable if none of them can be used
 */
export function runtimeDir({ XDG_RUNTIME_DIR: xdg, TMPDIR: tmp }: RuntimePlaces): string {
  const uid = process.getuid?.() ?? 0;
  return firstUsableDir([...(xdg ? [`${xdg}/gots`] : []), ...(tmp ? [`${tmp}/gots-${uid}`] : []), `/tmp/gots-${uid}`]);
}

/**
 * The first of some directories that sockets of ours may lie in.
 *
 * @throws GotsError runtime_dir_unusable
 */
export function firstUsableDir(candidates: readonly string[]): string {
  const reasons: string[] = [];
  for (const dir of candidates) {
    const isShort = Buffer.byteLength(dir) + 1 + nameBytes <= maxPathBytes;
    const reason = isShort ? claimPrivateDir(dir) : 'its path is too long for a socket';
    if (reason === undefined) return dir;
    reasons.push(`${dir}: ${reason}`);
  }
  return runtimeDirUnusable(reasons);
}

/**
 * Makes a directory that is ours alone, or checks that an existing one is.
 *
 * @returns why it cannot be used; undefined if it can
 */
export function claimPrivateDir(dir: string): string | undefined {
  try {
    mkdirSync(dir, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return (error as Error).message;
  }
  const stat = lstatSync(dir);
  if (!stat.isDirectory()) return 'it is no directory';
  if (stat.uid !== process.getuid?.()) return `it belongs to user ${stat.uid}`;
  return (stat.mode & 0o077) === 0 ? undefined : 'others may enter it';
}
