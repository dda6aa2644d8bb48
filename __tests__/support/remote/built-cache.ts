import { sha256 } from '../../../src/base/hash.ts';
import { DiskCache } from '../../../src/cache/disk/disk.ts';
import type { CacheFolders } from '../../../src/cache/packs/entries.ts';
import type { BuildKind } from '../../../src/cache/packs/manifest-names.ts';

/** A kind of build, for tests. */
export const kindOfTests: BuildKind = {
  module: 'example.com/m',
  target: 'linux amd64 1',
  toolchain: 'go1.26.8',
  code: 'code',
  command: 'build .',
  branch: 'main',
  defaultBranches: ['main'],
};

const warn = () => {};

/** Puts objects into both caches, and records into the weave cache; gives the files that a build would have used. */
export async function fillCaches(folders: CacheFolders, names: readonly string[]): Promise<string[]> {
  const used: string[] = [];
  for (const name of names) {
    for (const cache of ['go', 'weave'] as const) {
      const text = `${cache} object ${name} `.repeat(200);
      const disk = new DiskCache(folders[cache], { isOurs: cache === 'weave', warn });
      await disk.put(sha256(name), sha256(text), Buffer.from(text));
      used.push(`${cache}/${entry(name)}-a`, `${cache}/${sha256(text).slice(0, 2)}/${sha256(text)}-d`);
    }
    await new DiskCache(folders.weave, { isOurs: true, warn }).putRecord(sha256(name), { name });
    used.push(`weave/${entry(name)}-f`);
  }
  return used;
}

/** Which of those objects and records the caches have. */
export async function foundIn(folders: CacheFolders, names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    const go = await new DiskCache(folders.go, { warn }).get(sha256(name));
    const weaveCache = new DiskCache(folders.weave, { isOurs: true, warn });
    const woven = await weaveCache.get(sha256(name));
    const record = await weaveCache.getRecord(sha256(name));
    if (go && woven && record !== undefined) found.push(name);
  }
  return found;
}

function entry(name: string): string {
  return `${sha256(name).slice(0, 2)}/${sha256(name)}`;
}
