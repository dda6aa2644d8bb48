import type { Cache, CacheEntry } from '../cache.ts';
import type { Body } from '../object-body.ts';
import { Tier } from './tier.ts';

/** What was found in a cache before: entries without their path, which follows from the output id, and records. */
export interface Memory {
  entry(actionId: string): Omit<CacheEntry, 'path'> | undefined;
  noteEntry(actionId: string, entry: Omit<CacheEntry, 'path'>): void;
  record(key: string): unknown;
  /** @param isNew what was known of this key holds no more */
  noteRecord(key: string, value: unknown, isNew?: boolean): void;
}

/** Where the file of an output is, if it is there whole and is to be believed. */
export type BodyFinder = (outputId: string, size: number) => string | undefined;

/**
 * Spares the reading of what is known from an earlier build. Bodies are still looked at: an entry holds only while its file has the
 * size that it should have.
 */
export class Remembered extends Tier {
  private readonly memory: Memory;
  private readonly bodyOf: BodyFinder;

  constructor(below: Cache, memory: Memory, bodyOf: BodyFinder) {
    super(below);
    this.memory = memory;
    this.bodyOf = bodyOf;
  }

  override async get(actionId: string): Promise<CacheEntry | undefined> {
    const entry = this.recall(actionId) ?? (await super.get(actionId));
    if (entry) this.memory.noteEntry(actionId, entry);
    return entry;
  }

  override async put(actionId: string, outputId: string, body: Body): Promise<CacheEntry> {
    const entry = await super.put(actionId, outputId, body);
    this.memory.noteEntry(actionId, entry);
    return entry;
  }

  override async getRecord<T>(key: string): Promise<T | undefined> {
    const known = this.memory.record(key);
    if (known !== undefined) return known as T;
    const value = await super.getRecord<T>(key);
    if (value !== undefined) this.memory.noteRecord(key, value);
    return value;
  }

  /** Known from here on, whether it can be kept or not. */
  override async putRecord(key: string, value: unknown): Promise<void> {
    this.memory.noteRecord(key, value, true);
    await super.putRecord(key, value);
  }

  private recall(actionId: string): CacheEntry | undefined {
    const known = this.memory.entry(actionId);
    if (!known) return undefined;
    const path = this.bodyOf(known.outputId, known.size);
    return path === undefined ? undefined : { ...known, path };
  }
}
