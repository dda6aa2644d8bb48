import { AsyncLocalStorage } from 'node:async_hooks';
import { appendFileSync } from 'node:fs';

/** File of a cache: `a` names an action's output, `d` is an output, `f` a small text by its key (see store.ts). */
export type EntryKind = 'a' | 'd' | 'f';

/** Told of each file of one cache that was read or written. */
export type Toucher = (id: string, kind: EntryKind) => void;

/** Files of one cache that a process used: the cache's folder, and names below it. */
export interface TouchedFiles {
  readonly dir: string;
  readonly names: readonly string[];
}

/** Names go command for whom something is done, and what it used; see {@link Touched.within}. */
interface Share {
  readonly names: Map<string, Set<string>>;
}

/**
 * What a go command was served and what it stored, for whoever keeps exactly that (GOTS_TOUCHED). Each process adds a few lines
 * to the file when it ends, so that any number of them may write at once.
 */
export class Touched {
  private readonly file: string;
  private readonly all = new Map<string, Set<string>>();
  private readonly shares = new Map<string, Share>();
  private readonly current = new AsyncLocalStorage<Share>();

  /** @param file that lines are added to */
  constructor(file: string) {
    this.file = file;
  }

  /** Notes what is used of the cache in `dir`. */
  in(dir: string): Toucher {
    return (id, kind) => this.note(dir, `${id.slice(0, 2)}/${id}-${kind}`);
  }

  /** @param name below `dir`, with slashes */
  note(dir: string, name: string): void {
    add(this.all, dir, name);
    const share = this.current.getStore();
    if (share) add(share.names, dir, name);
  }

  /** Notes what an earlier build used for the same purpose. */
  noteAll(files: readonly TouchedFiles[]): void {
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

  /** What was used on behalf of a child. */
  of(token: string): TouchedFiles[] {
    return listed(this.shares.get(token)?.names ?? new Map());
  }

  /** Adds what was noted to the file. */
  save(): void {
    appendTouched(this.file, listed(this.all));
  }
}

function add(names: Map<string, Set<string>>, dir: string, name: string): void {
  const known = names.get(dir);
  if (known) known.add(name);
  else names.set(dir, new Set([name]));
}

function listed(names: ReadonlyMap<string, ReadonlySet<string>>): TouchedFiles[] {
  return [...names].map(([dir, set]) => ({ dir, names: [...set].sort() }));
}

/** Adds lines to a file of touched entries in one write, so that those of several processes do not mix. Errors are nobody's concern. */
export function appendTouched(file: string, touched: readonly TouchedFiles[]): void {
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
export function parseTouched(text: string): TouchedFiles[] {
  const all = new Map<string, Set<string>>();
  for (const line of text.split('\n')) {
    const files = parseLine(line);
    for (const name of files?.names ?? []) add(all, files?.dir as string, name);
  }
  return listed(all);
}

function parseLine(line: string): TouchedFiles | undefined {
  try {
    const { dir, names } = JSON.parse(line) as Partial<TouchedFiles>;
    const isWhole = typeof dir === 'string' && Array.isArray(names) && names.every((name) => typeof name === 'string');
    return isWhole ? { dir, names } : undefined;
  } catch {
    return undefined;
  }
}
