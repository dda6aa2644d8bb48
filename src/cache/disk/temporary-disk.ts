import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cache, CacheEntry } from '../cache.ts';
import type { Body } from '../object-body.ts';
import { DiskCache } from './disk.ts';

/** A cache in a folder of its own, which is made by the first put and removed by close. */
export class TemporaryDisk implements Cache {
  private readonly prefix: string;
  private opened: { readonly dir: string; readonly cache: DiskCache } | undefined;

  /** @param prefix beginning of the folder's name */
  constructor(prefix: string) {
    this.prefix = prefix;
  }

  async get(actionId: string): Promise<CacheEntry | undefined> {
    return this.opened?.cache.get(actionId);
  }

  async put(actionId: string, outputId: string, body: Body): Promise<CacheEntry> {
    return this.open().put(actionId, outputId, body);
  }

  async getRecord<T>(key: string): Promise<T | undefined> {
    return this.opened?.cache.getRecord(key);
  }

  async putRecord(key: string, value: unknown): Promise<void> {
    await this.open().putRecord(key, value);
  }

  async keepRecord(key: string): Promise<void> {
    await this.opened?.cache.keepRecord(key);
  }

  async close(): Promise<void> {
    if (this.opened) rmSync(this.opened.dir, { recursive: true, force: true });
  }

  private open(): DiskCache {
    if (!this.opened) {
      const dir = mkdtempSync(join(tmpdir(), this.prefix));
      this.opened = { dir, cache: new DiskCache(dir, { warn: () => {} }) };
    }
    return this.opened.cache;
  }
}
