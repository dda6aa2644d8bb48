import type { Cache, CacheEntry } from '../cache.ts';
import type { Body } from '../object-body.ts';
import type { UseNote } from '../used-files.ts';
import { Tier } from './tier.ts';

/** Notes each file of a cache on disk that is served or stored, for who keeps exactly those (GOTS_TOUCHED). */
export class Recorded extends Tier {
  private readonly note: UseNote;

  constructor(below: Cache, note: UseNote) {
    super(below);
    this.note = note;
  }

  override async get(actionId: string): Promise<CacheEntry | undefined> {
    const entry = await super.get(actionId);
    return entry && this.noted(actionId, entry);
  }

  override async put(actionId: string, outputId: string, body: Body): Promise<CacheEntry> {
    return this.noted(actionId, await super.put(actionId, outputId, body));
  }

  override async getRecord<T>(key: string): Promise<T | undefined> {
    const value = await super.getRecord<T>(key);
    if (value !== undefined) this.note(key, 'f');
    return value;
  }

  override async putRecord(key: string, value: unknown): Promise<void> {
    await super.putRecord(key, value);
    this.note(key, 'f');
  }

  override async keepRecord(key: string): Promise<void> {
    this.note(key, 'f');
    await super.keepRecord(key);
  }

  private noted(actionId: string, entry: CacheEntry): CacheEntry {
    this.note(actionId, 'a');
    this.note(entry.outputId, 'd');
    return entry;
  }
}
