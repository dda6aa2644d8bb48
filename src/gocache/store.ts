import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { StoreMemory } from './last-build.ts';
import type { SpoolFile } from './protocol.ts';
import type { Toucher } from './touched.ts';
import { hourMs, readIfThere, trimCache } from './trim.ts';

/** One object of a cache, as cmd/go's cache.Entry: ids in hex, size in bytes, time in ms since 1970. */
export interface Entry {
  readonly outputId: string;
  readonly size: number;
  readonly timeMs: number;
  /** Absolute path of the body. */
  readonly path: string;
}

/** Bytes of an object: in memory, or in a file that may be moved. */
export type Body = Buffer | { readonly file: string; readonly size: number };

export function bodySize(body: Body): number {
  return Buffer.isBuffer(body) ? body.length : body.size;
}

/** The bytes themselves; a file is read and removed. */
export function takeBytes(body: Body): Buffer {
  if (Buffer.isBuffer(body)) return body;
  const bytes = readFileSync(body.file);
  unlinkSync(body.file);
  return bytes;
}

/** An object that a cache could not take. */
export interface OverflowObject {
  readonly actionId: string;
  readonly outputId: string;
  readonly body: Body;
}

/** Takes objects that their cache cannot. */
export interface Overflow {
  take(error: unknown, object: OverflowObject): Entry;
}

/**
 * A directory in the layout of GOCACHE: `xx/<action>-a` names the output, `xx/<output>-d` holds it, and, ours,
 * `xx/<key>-f` holds a small text by its key. Files appear by rename, so readers and writers need no lock.
 */
export class Store {
  readonly dir: string;
  private readonly warnCorrupt: (what: string) => void;
  private readonly overflow: Overflow | undefined;
  private readonly memory: StoreMemory | undefined;
  private readonly touch: Toucher | undefined;
  private readonly overflown = new Map<string, Entry>();
  private readonly made = new Set<string>();

  /**
   * @param warnCorrupt told once of every entry that is there but cannot be used
   * @param more.overflow takes objects that cannot be written here; without it, {@link put} throws
   * @param more.memory what an earlier build was answered
   * @param more.touch told of each file that is read or written
   */
  constructor(
    dir: string,
    warnCorrupt: (what: string) => void,
    more: { readonly overflow?: Overflow; readonly memory?: StoreMemory; readonly touch?: Toucher | undefined } = {},
  ) {
    this.dir = dir;
    this.warnCorrupt = warnCorrupt;
    this.overflow = more.overflow;
    this.memory = more.memory;
    this.touch = more.touch;
  }

  /** The entry of an action, or undefined: absent, or present but broken (then warned of). */
  get(actionId: string): Entry | undefined {
    const overflown = this.overflown.get(actionId);
    if (overflown) return overflown;
    const entry = this.recall(actionId) ?? this.find(actionId);
    if (entry) this.noteEntry(actionId, entry);
    return entry;
  }

  private noteEntry(actionId: string, entry: Entry): void {
    this.memory?.noteEntry(actionId, entry);
    this.touch?.(actionId, 'a');
    this.touch?.(entry.outputId, 'd');
  }

  private recall(actionId: string): Entry | undefined {
    const known = this.memory?.entry(actionId);
    if (!known) return undefined;
    const path = this.pathOf(known.outputId, 'd');
    const info = statSync(path, { throwIfNoEntry: false });
    return info?.isFile() && info.size === known.size ? { ...known, path } : undefined;
  }

  private find(actionId: string): Entry | undefined {
    const file = this.pathOf(actionId, 'a');
    const text = readIfThere(file);
    if (text === undefined) return undefined;
    const entry = parseEntry(text.toString('latin1'), actionId);
    if (!entry) {
      this.warnCorrupt(`${file}: not a cache entry`);
      return undefined;
    }
    const path = this.pathOf(entry.outputId, 'd');
    const info = statSync(path, { throwIfNoEntry: false });
    if (!info || info.isDirectory()) return undefined;
    if (info.size !== entry.size) {
      this.warnCorrupt(`${path}: ${info.size} bytes instead of ${entry.size}`);
      return undefined;
    }
    markUsed(file);
    markUsed(path, info.mtimeMs);
    return { ...entry, path };
  }

  /**
   * Files `body` under both ids; nothing half-written is ever visible. What cannot be written goes to the overflow, where this
   * store finds it again.
   *
   * @throws the file system's error (full disk, read-only), if there is no overflow
   */
  put(actionId: string, outputId: string, body: Body): Entry {
    try {
      const entry = this.file(actionId, outputId, body);
      this.noteEntry(actionId, entry);
      return entry;
    } catch (error) {
      if (!this.overflow) throw error;
      const entry = this.overflow.take(error, { actionId, outputId, body: this.stillThere(outputId, body) });
      this.overflown.set(actionId, entry);
      return entry;
    }
  }

  private file(actionId: string, outputId: string, body: Body): Entry {
    const path = this.pathOf(outputId, 'd');
    const size = bodySize(body);
    const info = statSync(path, { throwIfNoEntry: false });
    if (info?.size !== size || !sameContent(path, outputId)) this.place(path, body);
    else {
      markUsed(path, info.mtimeMs);
      if (!Buffer.isBuffer(body)) unlinkSync(body.file);
    }
    const timeMs = Date.now();
    const line = `v1 ${actionId} ${outputId} ${String(size).padStart(20)} ${`${timeMs}000000`.padStart(20)}\n`;
    this.write(this.pathOf(actionId, 'a'), Buffer.from(line, 'latin1'));
    return { outputId, size, timeMs, path };
  }

  /** Opens a file beside the place of an output, for a body that arrives in parts; undefined if that cannot be written. */
  spool(outputId: string): SpoolFile | undefined {
    const path = this.temporary(this.pathOf(outputId, 'd'));
    try {
      mkdirSync(dirname(path), { recursive: true });
      return { fd: openSync(path, 'wx'), path };
    } catch {
      return undefined;
    }
  }

  /** A body after a failed attempt, which may have moved its file already. */
  private stillThere(outputId: string, body: Body): Body {
    if (Buffer.isBuffer(body) || existsSync(body.file)) return body;
    return readFileSync(this.pathOf(outputId, 'd'));
  }

  private place(path: string, body: Body): void {
    if (!Buffer.isBuffer(body)) {
      try {
        mkdirSync(dirname(path), { recursive: true });
        renameSync(body.file, path);
        return;
      } catch {
        // Spooled on another file system than this cache: copied.
      }
    }
    this.write(path, takeBytes(body));
  }

  /** A small JSON text by its key; undefined when absent or broken (then warned of). */
  getJson<T>(key: string): T | undefined {
    const known = this.memory?.text(key);
    if (known !== undefined) {
      this.touch?.(key, 'f');
      return known as T;
    }
    const file = this.pathOf(key, 'f');
    const text = readIfThere(file);
    if (text === undefined) return undefined;
    try {
      const value = JSON.parse(text.toString('utf8')) as T;
      markUsed(file);
      this.touch?.(key, 'f');
      this.memory?.noteText(key, value);
      return value;
    } catch {
      this.warnCorrupt(`${file}: not JSON`);
      return undefined;
    }
  }

  putJson(key: string, value: unknown): void {
    this.memory?.noteText(key, value, true);
    this.putAside(key, value);
  }

  /** Files a JSON text that is seldom read, and by this process not again. */
  putAside(key: string, value: unknown): void {
    this.write(this.pathOf(key, 'f'), Buffer.from(JSON.stringify(value)));
    this.touch?.(key, 'f');
  }

  /** Such a text; undefined if it is not there, or broken. */
  getAside<T>(key: string): T | undefined {
    const text = readIfThere(this.pathOf(key, 'f'));
    try {
      return text && (JSON.parse(text.toString('utf8')) as T);
    } catch {
      return undefined;
    }
  }

  /** Keeps such a text from being trimmed, together with what it belongs to. */
  markAside(key: string): void {
    this.touch?.(key, 'f');
    markUsed(this.pathOf(key, 'f'));
  }

  /** Removes what was not used for five days, at most once a day, as cmd/go does. Errors are nobody's concern. */
  trim(now: number = Date.now()): void {
    trimCache(this.dir, now, (stamp, text) => this.write(stamp, text));
  }

  private pathOf(id: string, kind: 'a' | 'd' | 'f'): string {
    if (!/^[0-9a-f]{64}$/.test(id)) throw new Error(`bad cache id ${JSON.stringify(id)}`);
    return join(this.dir, id.slice(0, 2), `${id}-${kind}`);
  }

  private temporary(file: string): string {
    return `${file}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`;
  }

  private write(file: string, body: Buffer): void {
    const folder = dirname(file);
    if (!this.made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.made.add(folder);
    }
    const temp = this.temporary(file);
    try {
      writeFileSync(temp, body, { flag: 'wx' });
      renameSync(temp, file);
    } catch (error) {
      this.made.delete(folder);
      if (existsSync(temp)) unlinkSync(temp);
      throw error;
    }
  }
}

function parseEntry(text: string, actionId: string): { outputId: string; size: number; timeMs: number } | undefined {
  const fields = /^v1 ([0-9a-f]{64}) ([0-9a-f]{64}) +(\d+) +(\d+)\n$/.exec(text);
  if (!fields || fields[1] !== actionId) return undefined;
  return { outputId: fields[2] as string, size: Number(fields[3]), timeMs: Number(fields[4]) / 1e6 };
}

function sameContent(path: string, outputId: string): boolean {
  const bytes = readIfThere(path);
  return bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === outputId;
}

/** Refreshes the mtime if it is more than an hour old, so that trimming (ours and cmd/go's) sees the use. */
function markUsed(file: string, mtimeMs = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0): void {
  const now = Date.now();
  if (mtimeMs === 0 || now - mtimeMs < hourMs) return;
  try {
    utimesSync(file, new Date(now), new Date(now));
  } catch {
    // Read-only cache: it is trimmed by its owner.
  }
}
