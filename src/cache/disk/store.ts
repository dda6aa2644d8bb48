import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { seal, unseal } from '../../base/sealed.ts';
import { temporaryName } from '../../base/temporary.ts';
import { distrust } from '../../base/trust.ts';
import type { StoreMemory } from '../last-build.ts';
import type { Toucher } from '../used-files.ts';
import type { SpoolFile } from '../wire/gocacheprog.ts';
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
  private readonly isOurs: boolean;
  private readonly overflow: Overflow | undefined;
  private readonly memory: StoreMemory | undefined;
  private readonly touch: Toucher | undefined;
  private readonly overflown = new Map<string, Entry>();
  private readonly made = new Set<string>();

  /**
   * @param warnCorrupt told once of every entry that is there but cannot be used
   * @param more.isOurs the weave cache: what another user made, or may have changed, is not believed. The user's own cache is the go command's affair
   * @param more.overflow takes objects that cannot be written here; without it, {@link put} throws
   * @param more.memory what an earlier build was answered
   * @param more.touch told of each file that is read or written
   */
  constructor(
    dir: string,
    warnCorrupt: (what: string) => void,
    more: {
      readonly isOurs?: boolean;
      readonly overflow?: Overflow;
      readonly memory?: StoreMemory;
      readonly touch?: Toucher | undefined;
    } = {},
  ) {
    this.dir = dir;
    this.isOurs = more.isOurs ?? false;
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
    return info?.isFile() && info.size === known.size && this.believes(path, info) ? { ...known, path } : undefined;
  }

  private find(actionId: string): Entry | undefined {
    const file = this.pathOf(actionId, 'a');
    const text = this.read(file);
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
    if (!this.believes(path, info)) return undefined;
    markUsed(file);
    markUsed(path, info.mtimeMs);
    return { ...entry, path };
  }

  /** A file that may be believed; undefined if there is none. */
  private read(file: string): Buffer | undefined {
    const info = this.isOurs ? statSync(file, { throwIfNoEntry: false }) : undefined;
    return info && !this.believes(file, info) ? undefined : readIfThere(file);
  }

  private believes(file: string, info: Stats): boolean {
    const reason = this.isOurs ? distrust(info, 'world') : undefined;
    if (reason !== undefined) this.warnCorrupt(`${file}: ${reason}`);
    return reason === undefined;
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
    if (info?.size !== size || !this.believes(path, info) || !sameContent(path, outputId)) this.place(path, body);
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
    const path = temporaryName(this.pathOf(outputId, 'd'));
    try {
      this.makeFolder(dirname(path));
      return { fd: openSync(path, 'wx', this.fileMode), path };
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
        this.makeFolder(dirname(path));
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
    const text = this.read(file);
    if (text === undefined) return undefined;
    const sealed = unseal(key, text.toString('utf8'));
    if ('reason' in sealed) {
      this.warnCorrupt(`${file}: ${sealed.reason}`);
      return undefined;
    }
    const value = JSON.parse(sealed.text) as T;
    markUsed(file);
    this.touch?.(key, 'f');
    this.memory?.noteText(key, value);
    return value;
  }

  putJson(key: string, value: unknown): void {
    this.memory?.noteText(key, value, true);
    this.putAside(key, value);
  }

  /** Files a JSON text that is seldom read, and by this process not again. */
  putAside(key: string, value: unknown): void {
    this.write(this.pathOf(key, 'f'), Buffer.from(seal(key, JSON.stringify(value))));
    this.touch?.(key, 'f');
  }

  /** Such a text; undefined if it is not there, or broken. */
  getAside<T>(key: string): T | undefined {
    const text = this.read(this.pathOf(key, 'f'));
    const sealed = text && unseal(key, text.toString('utf8'));
    return sealed && 'text' in sealed ? (JSON.parse(sealed.text) as T) : undefined;
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

  /** Whatever the umask, nobody else may write to what is believed; in the user's cache modes are those that go gives. */
  private get fileMode(): number {
    return this.isOurs ? 0o644 : 0o666;
  }

  private makeFolder(folder: string): void {
    mkdirSync(folder, { recursive: true, mode: this.isOurs ? 0o755 : 0o777 });
    this.made.add(folder);
  }

  private write(file: string, body: Buffer): void {
    const folder = dirname(file);
    const wasMade = this.made.has(folder);
    if (!wasMade) this.makeFolder(folder);
    const temp = temporaryName(file);
    try {
      writeFileSync(temp, body, { flag: 'wx', mode: this.fileMode });
      renameSync(temp, file);
    } catch (error) {
      this.made.delete(folder);
      if (existsSync(temp)) unlinkSync(temp);
      // The cache was cleaned meanwhile.
      if (wasMade && !existsSync(folder)) this.write(file, body);
      else throw error;
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
