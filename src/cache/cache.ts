import type { Body } from './object-body.ts';

/** One object of a cache, as cmd/go's cache.Entry: ids in hex, size in bytes, time in ms since 1970. */
export interface CacheEntry {
  readonly outputId: string;
  readonly size: number;
  readonly timeMs: number;
  /** Absolute path of the body. */
  readonly path: string;
}

/**
 * A cache: what cmd/go and the weaver keep between builds. Backends (disk/, program.ts) keep things; tiers (tiers/) add one
 * behaviour to any other cache. open.ts puts them together. `conformance.ts` among the tests holds each of them to this contract.
 *
 * **Two kinds of things.** *Objects* are files under an action id, as in GOCACHE; *records* are small JSON values under a key. Both ids are
 * 64 hex digits, and an object and a record of the same id have nothing to do with each other. A backend that can hold objects only finds
 * no record and refuses to put one.
 *
 * **Immutable.** The file of an entry holds the same bytes as long as it is there. An action or a key may be put again; from then on
 * `get` gives the new one, or still the old one where another process wrote both.
 *
 * **Errors.** Reading never fails: what is missing, damaged, cut off, not to be believed or out of reach is a miss, and the
 * backend tells its log. Writing rejects if the thing cannot be kept; nothing half-written is ever found, and the body is still
 * the caller's. A build goes on in either case. An id that is none rejects everywhere: it is a mistake in the program.
 *
 * **Concurrent.** Any number of calls may be under way at once, of any number of processes; none waits for another. Of two `put`s of
 * the same action, one wins, and both give an entry whose file is there.
 */
export interface Cache {
  /** The object of an action. */
  get(actionId: string): Promise<CacheEntry | undefined>;

  /**
   * Keeps an object, and gives it as the next `get` does: its file is there when the promise settles.
   *
   * @param outputId SHA-256 of the body
   * @param body a file is moved, and gone afterwards; if this rejects, it is still there
   */
  put(actionId: string, outputId: string, body: Body): Promise<CacheEntry>;

  /** The record of a key. The caller knows of what type it is: keys say what they are for. It must not be changed. */
  getRecord<T>(key: string): Promise<T | undefined>;

  /** @param value what JSON can express, without null at its top; it must not be changed afterwards */
  putRecord(key: string, value: unknown): Promise<void>;

  /** Says that a record is still of use, without reading it: caches forget what is not used. */
  keepRecord(key: string): Promise<void>;

  /** Ends what was begun, and removes what is old. Nothing is called afterwards. Never rejects. */
  close(): Promise<void>;
}
