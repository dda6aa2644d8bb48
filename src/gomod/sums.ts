import { join } from 'node:path';
import { readIfThere } from '../base/read-if-there.ts';
import type { UserModules } from './user-modules.ts';

/**
 * Checksums of modules, by `path version`, from every go.sum that the build reads.
 *
 * @param moduleDirs folders of the main modules
 * @param injectedSums the go.sum of what is injected
 */
export function moduleSums(
  moduleDirs: readonly string[],
  injectedSums: string | undefined,
): ReadonlyMap<string, string> {
  const sums = new Map<string, string>();
  const files = moduleDirs.map((dir) => join(dir, 'go.sum'));
  if (injectedSums !== undefined) files.push(injectedSums);
  for (const file of files) {
    for (const line of readIfThere(file).split('\n')) {
      const [path, version, sum] = line.split(' ');
      if (path && version && sum && !version.endsWith('/go.mod')) sums.set(`${path} ${version}`, sum);
    }
  }
  return sums;
}

/** The go.sum beside a go.mod, the alt.sum beside an alt.mod. */
export function sumFileOf(modFile: string): string {
  return modFile.replace(/\.mod$/, '.sum');
}

/** The lines of several go.sum files, sorted, each once. */
export function uniqueLines(texts: readonly string[]): string {
  const lines = new Set(texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== ''));
  return [...lines]
    .sort()
    .map((line) => `${line}\n`)
    .join('');
}

/** The checksums that modules in folders come with, and those that the user has accepted. */
export function knownSums(folders: readonly string[], { mains, work }: Pick<UserModules, 'mains' | 'work'>): string {
  const files = [
    ...folders.flatMap((dir) => [join(dir, 'go.sum'), join(dir, 'gots.sum')]),
    ...mains.map(({ file }) => sumFileOf(file)),
    ...(work ? [`${work.file}.sum`] : []),
  ];
  return uniqueLines(files.map(readIfThere));
}
