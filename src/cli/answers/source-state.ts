import { createHash, type Hash } from 'node:crypto';
import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileState, settledState } from '../../base/file-state.ts';
import type { SourceFolders } from './answer-sources.ts';

/** Files that go looks at in a folder of sources, and those that configure what is woven. */
const decisive =
  /^go\.(mod|sum|work|work\.sum)$|\.(go|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|s|S|sx|swig|swigcxx|syso|ya?ml)$/;

/** Folders of these names hold no packages for go (`go help packages`); one that is asked about is named by itself. */
const passedOver = /^[._]|^testdata$/;

/** More files than this take as long to look at as all that is saved. */
const maxFiles = 10_000;

/**
 * What tells states of sources apart: the names in their folders, and of each file that decides mode, size, times and inode. Other files,
 * such as a program that is built into its package's folder, do not count.
 *
 * @param beforeMs where given, in ms since 1970: when reading of the sources began
 * @returns undefined if there are too many files, or if one changed after that, or so shortly before that another change might not show
 */
export function sourceState({ trees, folders }: SourceFolders, beforeMs?: number): string | undefined {
  const hash = createHash('sha256');
  const seen = new Set<string>();
  const todo = [...trees.map((dir) => ({ dir, isRoot: true, isTree: true })), ...folders.map(alone)];
  let files = 0;
  for (const { dir, isRoot, isTree } of todo) {
    if (seen.has(dir)) continue;
    seen.add(dir);
    // Whether a file has left shows in its folder alone. Changes of the folder's own times are no other state: programs are built into it.
    if (beforeMs !== undefined && settledState(dir, beforeMs) === undefined) return undefined;
    const entries = entriesOf(dir);
    hash.update(`${dir}\n${entries.length}\n`);
    // What lies below a module of its own is none of this one's.
    const goesOn = isTree && (isRoot || !entries.some(({ name }) => name === 'go.mod'));
    for (const entry of entries) {
      if (entry.isDirectory()) {
        if (goesOn) todo.push({ dir: join(dir, entry.name), isRoot: false, isTree: true });
      } else if (!addFile(hash, join(dir, entry.name), beforeMs)) return undefined;
    }
    files += entries.length + 1;
    if (files > maxFiles) return undefined;
  }
  return hash.digest('hex');
}

function alone(dir: string): { readonly dir: string; readonly isRoot: boolean; readonly isTree: boolean } {
  return { dir, isRoot: true, isTree: false };
}

/** The entries that decide; none of a folder that is not there. */
function entriesOf(dir: string): readonly Dirent[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(dir, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .filter((entry) => (entry.isDirectory() ? !passedOver.test(entry.name) : decisive.test(entry.name)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function addFile(hash: Hash, path: string, beforeMs: number | undefined): boolean {
  const state = beforeMs === undefined ? fileState(path) : settledState(path, beforeMs);
  if (state !== undefined) hash.update(`${path} ${state}\n`);
  return state !== undefined;
}
