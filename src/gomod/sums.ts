import { join } from 'node:path';
import { readIfThere } from '../base/read-if-there.ts';
import type { HookProvider } from './listed-modules.ts';
import type { Workspace } from './own-workspace.ts';
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
  ];
  return uniqueLines([...files.map(readIfThere), work?.sums ?? '']);
}

/**
 * The sums for a member of a workspace, without those that only the user's go.work.sum vouches for: go compares a sum with all files that
 * have one, and refuses a module if the user replaces a wrong one in go.work.sum and another file keeps it.
 */
export function sumsOfMember(
  text: string,
  work: Pick<Workspace, 'file'>,
  providers: readonly Pick<HookProvider, 'path' | 'version' | 'replace'>[],
): string {
  const checked = new Set(
    providers.map((each) => `${each.replace?.path || each.path} ${each.replace?.version || each.version}`),
  );
  const isChecked = (line: string): boolean => {
    const [path, version = ''] = line.split(' ');
    return version.endsWith('/go.mod') || checked.has(`${path} ${version}`);
  };
  const unchecked = new Set(
    readIfThere(`${work.file}.sum`)
      .split('\n')
      .filter((line) => !isChecked(line)),
  );
  return uniqueLines([
    text
      .split('\n')
      .filter((line) => !unchecked.has(line))
      .join('\n'),
  ]);
}
