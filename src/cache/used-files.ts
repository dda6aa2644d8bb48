import { AsyncLocalStorage } from 'node:async_hooks';
import { appendFileSync } from 'node:fs';
import { type EntryKind, entryName } from './disk/folder.ts';

/** Told of each file of one cache that was read or written. */
export type UseNote = (id: string, kind: EntryKind) => void;

/** Files of one cache that a process used: the cache's folder, and names below it. */
export interface CacheFiles {
  readonly dir: string;
  readonly names: readonly string[];
}

/** Names go command for whom something is done, and what it used; see {@link UsedFiles.within}. */
interface Share {
  readonly names: Map<string, Set<string>>;
}

/**
 * What a go command was served and what it stored, for a caller that keeps exactly that (GOTS_TOUCHED). Each process adds a few lines
 * to the file when it ends, so that any number of them may write at once.
 */
export class UsedFiles {
  private readonly file: string;
  private readonly all = new Map<string, Set<string>>();
  private readonly shares = new Map<string, Share>();
  private readonly current = new AsyncLocalStorage<Share>();

  /** @param file that lines are added to */
  constructor(file: string) {
    this.file = file;
  }

  /** Notes what is used of the cache in `dir`. */
  in(dir: string): UseNote {
    return (id, kind) => this.note(dir, entryName(id, kind));
  }

  /** @param name below `dir`, with slashes */
  note(dir: string, name: string): void {
    add(this.all, dir, name);
    const share = this.current.getStore();
    if (share) add(share.names, dir, name);
  }

  /** Notes what an earlier build used for the same purpose. */
  noteAll(files: readonly CacheFiles[]): void {
    for (const { dir, names } of files) for (const name of names) this.note(dir, name);
  }

  /** Does something for a child of the build; what it uses meanwhile is gathered by `token` too. Does it as it is for ''. */
  within<T>(token: string, action: () => T): T {
    if (token === '') return action();
    let share = this.shares.get(token);
    if (!share) {
      share = { names: new Map() };
      this.shares.set(token, share);
    }
    return this.current.run(share, action);
  }

  /** All that was used, in the order of use. */
  inOrder(): CacheFiles[] {
    return [...this.all].map(([dir, names]) => ({ dir, names: [...names] }));
  }

  /** What was used on behalf of a child. */
  of(token: string): CacheFiles[] {
    return listed(this.shares.get(token)?.names ?? new Map());
  }

  /** Adds what was noted to the file. */
  save(): void {
    appendUsedFiles(this.file, listed(this.all));
  }
}

function add(names: Map<string, Set<string>>, dir: string, name: string): void {
  const known = names.get(dir);
  if (known) known.add(name);
  else names.set(dir, new Set([name]));
}

function listed(names: ReadonlyMap<string, ReadonlySet<string>>): CacheFiles[] {
  return [...names].map(([dir, set]) => ({ dir, names: [...set].sort() }));
}

/** Adds lines to a file of touched entries in one write, so that those of several processes do not mix. Errors are ignored. */
export function appendUsedFiles(file: string, touched: readonly CacheFiles[]): void {
  if (touched.length === 0) return;
  try {
    appendFileSync(file, touched.map((files) => `${JSON.stringify(files)}\n`).join(''));
  } catch {
    // What was used is kept a shorter time, and built again.
  }
}

/**
 * What all processes have used together. A line that is not whole (of a process that was killed, on a full disk) counts for nothing.
 *
 * @param text of a file of touched entries
 */
export function parseUsedFiles(text: string): CacheFiles[] {
  const all = new Map<string, Set<string>>();
  for (const line of text.split('\n')) {
    const files = parseLine(line);
    for (const name of files?.names ?? []) add(all, files?.dir as string, name);
  }
  return listed(all);
}

function parseLine(line: string): CacheFiles | undefined {
  try {
    const { dir, names } = JSON.parse(line) as Partial<CacheFiles>;
    const isWhole = typeof dir === 'string' && Array.isArray(names) && names.every((name) => typeof name === 'string');
    return isWhole ? { dir, names } : undefined;
  } catch {
    return undefined;
  }
}
