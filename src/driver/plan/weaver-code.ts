import { existsSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { hashParts, sha256 } from '../../base/hash.ts';
import { isHelperSource } from '../../base/helper-source.ts';
import { readSealed, writeSealed } from '../../base/sealed.ts';

/** Folders below `home` with the files in them that decide what weaving makes of a package. */
const folders: Readonly<Record<string, (name: string) => boolean>> = {
  dist: (name) => /\.([mc]js|wasm)$/.test(name),
  'helper/oracle': isHelperSource,
  'helper/shim': isHelperSource,
};

/** A file changed this shortly ago may change again without its state showing it; file systems may count whole seconds. */
const restlessMs = 2_000;

/**
 * Files of the code that weaves; absolute, sorted. `dist/weaver.json`, which the build of dist writes, names those of the command
 * and the cache program; without it all count.
 *
 * @param home folder that holds dist/ and helper/
 */
export function weaverFiles(home: string): readonly string[] {
  const listed = listOf(join(home, 'dist', 'weaver.json'));
  return Object.entries(folders).flatMap(([folder, isSource]) => {
    const dir = join(home, folder);
    const isMeant = (name: string): boolean => isSource(name) && (folder !== 'dist' || (listed?.has(name) ?? true));
    const names = existsSync(dir) ? readdirSync(dir).filter(isMeant).sort() : [];
    return names.map((name) => join(dir, name));
  });
}

function listOf(file: string): ReadonlySet<string> | undefined {
  return existsSync(file) ? new Set(JSON.parse(readFileSync(file, 'utf8')) as readonly string[]) : undefined;
}

/**
 * Hash of the code that weaves: part of every key, so that nothing that other code made is ever taken for what this code would
 * make. The files are read once, after that only their states are looked at.
 *
 * @param cacheDir where the hash is remembered
 */
export function weaverCode(home: string, cacheDir: string): string {
  const files = weaverFiles(home);
  const stats = files.map((file) => statSync(file));
  const state = sha256(files.map((file, at) => `${file} ${stateOf(stats[at] as Stats)}`).join('\n'));
  const memo = join(cacheDir, 'builds', `weaver-${sha256(home).slice(0, 16)}.json`);
  const known = readSealed(memo, `weaver ${state}`);
  if ('text' in known) return known.text;
  const code = hashParts(...files.flatMap((file) => [file.slice(home.length), readFileSync(file)]));
  const newest = Math.max(0, ...stats.map(({ ctimeMs }) => ctimeMs));
  if (newest + restlessMs < Date.now()) remember(memo, state, code);
  return code;
}

function remember(memo: string, state: string, code: string): void {
  try {
    writeSealed(memo, `weaver ${state}`, code);
  } catch {
    // A cache that cannot be written: the files are read each time.
  }
}

function stateOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}
