import type { Cache, CacheEntry } from '../cache.ts';
import { Tier } from './tier.ts';

/** Tells of a thing that another process may be bringing; waits until it is there, or will not come. */
export type Arrival = (id: string) => Promise<boolean>;

/**
 * What the cache below lacks may be on its way from a shared cache: then this waits for it, and looks again. What is not on its way is a miss at
 * once.
 */
export class Awaited extends Tier {
  private readonly arrives: Arrival;

  constructor(below: Cache, arrives: Arrival) {
    super(below);
    this.arrives = arrives;
  }

  override async get(actionId: string): Promise<CacheEntry | undefined> {
    const entry = await super.get(actionId);
    return entry ?? ((await this.arrives(actionId)) ? super.get(actionId) : undefined);
  }

  override async getRecord<T>(key: string): Promise<T | undefined> {
    const value = await super.getRecord<T>(key);
    return value ?? ((await this.arrives(key)) ? super.getRecord<T>(key) : undefined);
  }
}
