import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statfsSync } from 'node:fs';
import { run } from '../run.ts';

/** A folder on a file system of its own, whose room can be taken away. */
export interface SmallDisk {
  readonly dir: string;
  /** Leaves so many bytes free until `more()`. */
  fill(free: number): void;
  more(): void;
  unmount(): void;
}

const wholeSize = 6_000_000_000;

/** Mounts memory as a disk; undefined where this process may not. */
export function smallDisk(dir: string): SmallDisk | undefined {
  mkdirSync(dir, { recursive: true });
  const mount = (...args: string[]) => execFileSync('mount', args, { stdio: 'ignore' });
  try {
    mount('-t', 'tmpfs', '-o', `size=${wholeSize}`, 'tmpfs', dir);
  } catch {
    return undefined;
  }
  return {
    dir,
    fill: (free) => {
      const { blocks, bfree, bsize } = statfsSync(dir);
      mount('-o', `remount,size=${(blocks - bfree) * bsize + free}`, dir);
    },
    more: () => mount('-o', `remount,size=${wholeSize}`, dir),
    unmount: () => execFileSync('umount', ['-l', dir]),
  };
}

/**
 * Compares, for each package of a program, what plain go takes from two caches.
 *
 * @returns import paths whose archives differ
 */
export async function differingArchives(dir: string, a: NodeJS.ProcessEnv, b: NodeJS.ProcessEnv): Promise<string[]> {
  const [from, to] = [await archives(dir, a), await archives(dir, b)];
  const names = [...new Set([...from.keys(), ...to.keys()])];
  const bytes = (file: string | undefined) => (file ? readFileSync(file) : Buffer.alloc(0));
  return names.filter((name) => !bytes(from.get(name)).equals(bytes(to.get(name))));
}

async function archives(dir: string, env: NodeJS.ProcessEnv): Promise<Map<string, string>> {
  const list = ['go', 'list', '-export', '-deps', '-f', '{{.ImportPath}} {{.Export}}', '.'];
  const { status, stdout, stderr } = await run(list, env, { cwd: dir });
  if (status !== 0) throw new Error(stderr);
  return new Map(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ') as [string, string]),
  );
}

/** Copies a cache. */
export function copyCache(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  execFileSync('cp', ['-R', `${from}/.`, to]);
}
