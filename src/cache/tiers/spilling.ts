import type { Cache, CacheEntry } from '../cache.ts';
import type { Body } from '../object-body.ts';
import { Tier } from './tier.ts';

/**
 * Objects that the cache below refuses (full disk, read-only) go to a second cache, and are found there: cmd/go needs the
 * files of injected packages, and those that `go list -export` asked for (build-protocol H4). Records do not: what is not
 * known is found out again.
 */
export class Spilling extends Tier {
  private readonly second: Cache;
  private readonly warn: (error: unknown) => void;
  private readonly spilled = new Map<string, CacheEntry>();

  /**
   * @param second outlives this one, and is closed by who opened it
   * @param warn told of each object that the cache below refused
   */
  constructor(below: Cache, second: Cache, warn: (error: unknown) => void) {
    super(below);
    this.second = second;
    this.warn = warn;
  }

  override async get(actionId: string): Promise<CacheEntry | undefined> {
    return this.spilled.get(actionId) ?? super.get(actionId);
  }

  override async put(actionId: string, outputId: string, body: Body): Promise<CacheEntry> {
    try {
      const entry = await super.put(actionId, outputId, body);
      this.spilled.delete(actionId);
      return entry;
    } catch (error) {
      this.warn(error);
      const entry = await this.second.put(actionId, outputId, body);
      this.spilled.set(actionId, entry);
      return entry;
    }
  }
}
