import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashParts } from '../../base/hash.ts';
import { namesIfThere } from '../../base/read-if-there.ts';
import { configurationFiles, isConfiguration } from '../../dialects/facts.ts';
import { weaverVersion } from '../../driver/plan/plan.ts';
import type { GoEnv } from '../../go/go-env.ts';

/**
 * Digest of the aspect files of a build. It only finds the cache that fits best: what is in the caches is named by all that
 * decides it, so that a file which is missed here costs time, never a wrong answer.
 *
 * @param named files and folders given to the action, absolute; names of built-in sets may be among them
 */
export function aspectsDigest(moduleDir: string, named: readonly string[]): string {
  const names = new Set([...configurationFiles, ...namesIfThere(moduleDir).filter(isConfiguration)]);
  const own = [...names].sort().map((name) => join(moduleDir, name));
  const files = [...own.filter(existsSync), ...named].flatMap((path) =>
    statSync(path, { throwIfNoEntry: false })?.isDirectory()
      ? namesIfThere(path).map((name) => join(path, name))
      : [path],
  );
  return hashParts(...files.map((file) => readIfFile(file) ?? file));
}

/** Digest of what says which modules there are. */
export function sumsDigest({ goMod, goWork }: Pick<GoEnv, 'goMod' | 'goWork'>): string {
  const files = [goMod, join(dirname(goMod), 'go.sum'), ...(goWork === '' ? [] : [goWork, `${goWork}.sum`])];
  return hashParts(...files.map((file) => readIfFile(file) ?? ''));
}

/** Digest of the programs that weave and of the built-in aspects. */
export function weaverDigest(home: string): string {
  const programs = namesIfThere(join(home, 'dist'))
    .filter((name) => /\.[mc]js$/.test(name) && !name.startsWith('action-'))
    .map((name) => join('dist', name));
  const others = ['helper', 'aspects'].flatMap((folder) =>
    filesBelow(join(home, folder))
      .filter((name) => !isTestOnly(name))
      .map((name) => join(folder, name)),
  );
  const files = [...programs, ...others].flatMap((name) => [name, readIfFile(join(home, name)) ?? '']);
  return hashParts(weaverVersion, ...files);
}

/** Tests of Go programs, and what they read: no build uses them. */
function isTestOnly(name: string): boolean {
  return /_test\.go$|(^|[/\\])testdata([/\\]|$)/.test(name);
}

function filesBelow(dir: string): string[] {
  try {
    return readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort();
  } catch {
    return [];
  }
}

function readIfFile(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
