import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashParts } from '../../base/hash.ts';
import { isHelperSource } from '../../base/helper-source.ts';
import { readIfThere } from '../../base/read-if-there.ts';

/** What tells systems apart; a launcher in sh can look at nothing else without starting a program. */
const systemFiles = ['/proc/self', '/System/Library'];
/** Dynamic linkers: of those that there are, a program of this machine's kind uses one. */
const linkers = [
  '/lib64/ld-linux-x86-64.so.2',
  '/lib/ld-linux-aarch64.so.1',
  '/lib/ld-musl-x86_64.so.1',
  '/lib/ld-musl-aarch64.so.1',
];
const machineFiles = [...systemFiles, ...linkers];
const none = '0'.repeat(linkers.length);

/** What a shell says of a machine in HOSTTYPE, by what Node says. */
const hostTypes: Readonly<Record<string, string>> = { x64: 'x86_64', arm64: 'arm64' };

/** Where the program is that starts `gots go` without Node. */
export interface LaunchedProgram {
  readonly path: string;
  /** A part of its name: what {@link startDigest} was when the launcher was made. */
  readonly digest: string;
}

/**
 * The program that the launcher looks for: a copy of the shim, under a name that a shell can tell. It is the same for every toolchain, and of this
 * code: versions of gots may share a cache, and machines may.
 *
 * @param home the folder that holds dist/
 * @returns undefined where there is no launcher
 */
export function launchedProgram({
  home,
  cacheDir,
}: {
  readonly home: string;
  readonly cacheDir: string;
}): LaunchedProgram | undefined {
  const digest = /\/start-([0-9a-f]+)-/.exec(readIfThere(join(home, 'dist', 'gots')))?.[1];
  if (digest === undefined) return undefined;
  return { path: join(cacheDir, 'bin', `start-${digest}-${machine(existsSync, process.arch)}`), digest };
}

/**
 * The kind of this machine, as far as a shell sees it.
 *
 * @param isThere whether there is a file of this path
 * @param arch as `process.arch`
 */
export function machine(isThere: (path: string) => boolean, arch: string): string {
  const digits = machineFiles.map((path) => (isThere(path) ? '1' : '0')).join('');
  return digits.endsWith(none) ? `${digits}-${hostTypes[arch] ?? arch}` : digits;
}

/**
 * The launcher for this code.
 *
 * @param template the text of launcher.sh
 * @param home the folder that holds helper/
 */
export function launcherText(template: string, home: string): string {
  const values: Readonly<Record<string, string>> = {
    FILES: machineFiles.join(' '),
    NONE: none,
    DIGEST: startDigest(home),
  };
  return template.replace(/@([A-Z]+)@/g, (_, name: string) => values[name] ?? '');
}

/** What tells the sources of the program. */
export function startDigest(home: string): string {
  const dir = join(home, 'helper', 'shim');
  const names = readdirSync(dir).filter(isHelperSource).sort();
  return hashParts(...names.flatMap((name) => [name, readFileSync(join(dir, name))])).slice(0, 20);
}
