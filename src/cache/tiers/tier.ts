import type { Cache, CacheEntry } from '../cache.ts';
import type { Body } from '../object-body.ts';

/** A cache that passes everything on to another one. A tier extends it and changes what it is for. */
export abstract class Tier implements Cache {
  protected readonly below: Cache;

  constructor(below: Cache) {
    this.below = below;
  }

  get(actionId: string): Promise<CacheEntry | undefined> {
    return this.below.get(actionId);
  }

  put(actionId: string, outputId: string, body: Body): Promise<CacheEntry> {
    return this.below.put(actionId, outputId, body);
  }

  getRecord<T>(key: string): Promise<T | undefined> {
    return this.below.getRecord<T>(key);
  }

  putRecord(key: string, value: unknown): Promise<void> {
    return this.below.putRecord(key, value);
  }

  keepRecord(key: string): Promise<void> {
    return this.below.keepRecord(key);
  }

  close(): Promise<void> {
    return this.below.close();
  }
}
