import { createHash } from 'node:crypto';
import { copyFileSync, linkSync, readFileSync, type Stats, statSync, utimesSync } from 'node:fs';
import { statIfThere } from '../../base/read-if-there.ts';
import { seal, unseal } from '../../base/sealed.ts';
import { distrust } from '../../base/trust.ts';
import type { Cache, CacheEntry } from '../cache.ts';
import { type Body, bodySize, discardBody, readBody, type Spool } from '../object-body.ts';
import { CacheFolder } from './folder.ts';
import { bytesIfThere, hourMs, trimCache } from './trim.ts';

/** How a cache on disk behaves. */
export interface DiskOptions {
  /** The weave cache: what another user made, or may have changed, is not believed. The user's own cache is the go command's affair. */
  readonly isOurs?: boolean;
  /** Told of every entry that is there but cannot be used. */
  readonly warn: (what: string) => void;
}

/**
 * A folder in the layout of GOCACHE: `xx/<action>-a` names the output, `xx/<output>-d` holds it, and, ours, `xx/<key>-f` holds a
 * record, sealed by its key. Close trims it, as cmd/go does. All work is done when a call returns its promise: answers to go are in order.
 *
 * The front reads and writes the same files (helper/shim/put.go, replay.go).
 */
export class DiskCache implements Cache {
  private readonly folder: CacheFolder;
  private readonly isOurs: boolean;
  private readonly warn: (what: string) => void;
  readonly spool: Spool;

  constructor(dir: string, { isOurs = false, warn }: DiskOptions) {
    this.folder = new CacheFolder(dir, isOurs);
    this.isOurs = isOurs;
    this.warn = warn;
    this.spool = (outputId) => this.folder.spool(outputId);
  }

  async get(actionId: string): Promise<CacheEntry | undefined> {
    const file = this.folder.pathOf(actionId, 'a');
    const text = this.read(file);
    if (text === undefined) return undefined;
    const entry = parseEntry(text.toString('latin1'), actionId);
    if (!entry) {
      this.warn(`${file}: not a cache entry`);
      return undefined;
    }
    const path = this.folder.pathOf(entry.outputId, 'd');
    const info = this.stat(path);
    // A program that cmd/go keeps in its cache lies in a folder.
    if (!info || info.isDirectory()) return undefined;
    if (info.size !== entry.size) {
      this.warn(`${path}: ${info.size} bytes instead of ${entry.size}`);
      return undefined;
    }
    if (!this.believes(path, info)) return undefined;
    markUsed(file);
    markUsed(path, info.mtimeMs);
    return { ...entry, path };
  }

  async put(actionId: string, outputId: string, body: Body): Promise<CacheEntry> {
    const file = this.folder.pathOf(actionId, 'a');
    const path = this.folder.pathOf(outputId, 'd');
    const size = bodySize(body);
    const isMoved = this.place(path, outputId, body);
    const timeMs = Date.now();
    const line = `v1 ${actionId} ${outputId} ${String(size).padStart(20)} ${`${timeMs}000000`.padStart(20)}\n`;
    try {
      this.folder.write(file, Buffer.from(line, 'latin1'));
    } catch (error) {
      if (isMoved && !Buffer.isBuffer(body)) putBack(path, body.file);
      throw error;
    }
    if (!isMoved) discardBody(body);
    return { outputId, size, timeMs, path };
  }

  /** The file of an output, if it is there whole and is to be believed. */
  bodyOf(outputId: string, size: number): string | undefined {
    const path = this.folder.pathOf(outputId, 'd');
    const info = this.stat(path);
    return info?.isFile() && info.size === size && this.believes(path, info) ? path : undefined;
  }

  async getRecord<T>(key: string): Promise<T | undefined> {
    const file = this.folder.pathOf(key, 'f');
    const text = this.read(file);
    if (text === undefined) return undefined;
    const sealed = unseal(key, text.toString('utf8'));
    if ('reason' in sealed) {
      this.warn(`${file}: ${sealed.reason}`);
      return undefined;
    }
    markUsed(file);
    return JSON.parse(sealed.text) as T;
  }

  async putRecord(key: string, value: unknown): Promise<void> {
    this.folder.write(this.folder.pathOf(key, 'f'), Buffer.from(seal(key, JSON.stringify(value))));
  }

  async keepRecord(key: string): Promise<void> {
    markUsed(this.folder.pathOf(key, 'f'));
  }

  async close(): Promise<void> {
    this.trim();
  }

  /** Removes what was not used for five days, at most once a day, as cmd/go does. Errors are ignored: the next build tries again. */
  trim(now: number = Date.now()): void {
    trimCache(this.folder.dir, now, (stamp, text) => this.folder.write(stamp, text));
  }

  /** Brings a body to its place, unless it is there; true if the body's file was moved. */
  private place(path: string, outputId: string, body: Body): boolean {
    const info = statIfThere(path);
    if (info?.size === bodySize(body) && this.believes(path, info) && sameContent(path, outputId)) {
      markUsed(path, info.mtimeMs);
      return false;
    }
    if (!Buffer.isBuffer(body) && this.folder.move(body.file, path)) return true;
    this.folder.write(path, readBody(body));
    return false;
  }

  /** A file that may be believed; undefined if there is none. */
  private read(file: string): Buffer | undefined {
    const info = this.stat(file);
    if (!info || !this.believes(file, info)) return undefined;
    try {
      return readFileSync(file);
    } catch (error) {
      return this.unreadable(file, error);
    }
  }

  /** Undefined for what is not there or cannot be reached. */
  private stat(file: string): Stats | undefined {
    try {
      return statSync(file, { throwIfNoEntry: false });
    } catch (error) {
      return this.unreadable(file, error);
    }
  }

  private unreadable(file: string, error: unknown): undefined {
    const { code } = error as NodeJS.ErrnoException;
    // Not there, or removed after it was seen.
    if (code !== 'ENOENT' && code !== 'ENOTDIR') this.warn(`${file}: it cannot be read (${code})`);
  }

  private believes(file: string, info: Stats): boolean {
    const reason = this.isOurs ? distrust(info, 'world') : undefined;
    if (reason !== undefined) this.warn(`${file}: ${reason}`);
    return reason === undefined;
  }
}

/** Gives a moved body back. The output stays, since another process may have found it; a second name needs no room on a full disk. */
function putBack(path: string, file: string): void {
  try {
    linkSync(path, file);
  } catch {
    copyFileSync(path, file);
  }
}

function parseEntry(text: string, actionId: string): { outputId: string; size: number; timeMs: number } | undefined {
  const fields = /^v1 ([0-9a-f]{64}) ([0-9a-f]{64}) +(\d+) +(\d+)\n$/.exec(text);
  if (!fields || fields[1] !== actionId) return undefined;
  return { outputId: fields[2] as string, size: Number(fields[3]), timeMs: Number(fields[4]) / 1e6 };
}

function sameContent(path: string, outputId: string): boolean {
  const bytes = bytesIfThere(path);
  return bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === outputId;
}

/** Refreshes the mtime if it is more than an hour old, so that trimming (ours and cmd/go's) sees the use. */
function markUsed(file: string, mtimeMs = statIfThere(file)?.mtimeMs ?? 0): void {
  const now = Date.now();
  if (mtimeMs === 0 || now - mtimeMs < hourMs) return;
  try {
    utimesSync(file, new Date(now), new Date(now));
  } catch {
    // Read-only cache: it is trimmed by its owner.
  }
}
