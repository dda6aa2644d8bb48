import { existsSync, mkdirSync, openSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryName } from '../../base/temporary.ts';
import type { SpoolFile } from '../object-body.ts';

/** File of a cache: `a` names an action's output, `d` is an output, `f` a record by its key. */
export type EntryKind = 'a' | 'd' | 'f';

/** A file of a cache by its id, below the cache's folder, with slashes. */
export function entryName(id: string, kind: EntryKind): string {
  return `${id.slice(0, 2)}/${id}-${kind}`;
}

/** Writes to a folder in the layout of GOCACHE. Files appear by rename, so readers and writers need no lock. */
export class CacheFolder {
  readonly dir: string;
  private readonly isOurs: boolean;
  private readonly made = new Set<string>();

  /** @param isOurs whatever the umask, only this user may write to what it makes; in the user's own cache modes are those that go gives */
  constructor(dir: string, isOurs: boolean) {
    this.dir = dir;
    this.isOurs = isOurs;
  }

  /** @throws Error for an id that is none: ids become names of files */
  pathOf(id: string, kind: EntryKind): string {
    if (!/^[0-9a-f]{64}$/.test(id)) throw new Error(`bad cache id ${JSON.stringify(id)}`);
    return join(this.dir, entryName(id, kind));
  }

  /** Writes a file as a whole or not at all. */
  write(file: string, bytes: Buffer): void {
    const folder = dirname(file);
    const wasMade = this.made.has(folder);
    if (!wasMade) this.makeFolder(folder);
    const temp = temporaryName(file);
    try {
      writeFileSync(temp, bytes, { flag: 'wx', mode: this.fileMode });
      renameSync(temp, file);
    } catch (error) {
      this.made.delete(folder);
      if (existsSync(temp)) unlinkSync(temp);
      // The cache was cleaned meanwhile.
      if (wasMade && !existsSync(folder)) this.write(file, bytes);
      else throw error;
    }
  }

  /** Moves a file into place; false where only a copy can get there, since it lies on another file system. */
  move(from: string, to: string): boolean {
    try {
      this.makeFolder(dirname(to));
      renameSync(from, to);
      return true;
    } catch {
      return false;
    }
  }

  /** Opens a file beside the place of an output, for a body that arrives in parts; undefined if that cannot be written. */
  spool(outputId: string): SpoolFile | undefined {
    const path = temporaryName(this.pathOf(outputId, 'd'));
    try {
      this.makeFolder(dirname(path));
      return { fd: openSync(path, 'wx', this.fileMode), path };
    } catch {
      return undefined;
    }
  }

  private get fileMode(): number {
    return this.isOurs ? 0o644 : 0o666;
  }

  private makeFolder(folder: string): void {
    mkdirSync(folder, { recursive: true, mode: this.isOurs ? 0o755 : 0o777 });
    this.made.add(folder);
  }
}
