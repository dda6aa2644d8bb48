import { megabytes } from '../../base/amounts.ts';
import type { CacheEntry } from '../cache.ts';
import { type Body, bodySize } from '../object-body.ts';
import { Tier } from './tier.ts';

/** What was asked of a cache: objects that it had and had not, those that it took, and the bytes of them. */
export interface Counts {
  readonly hits: number;
  readonly misses: number;
  readonly puts: number;
  /** Bytes of the objects that were found. */
  readonly bytesFound: number;
  /** Bytes of the objects that were put. */
  readonly bytesPut: number;
}

/** Counts the objects that are asked for and put; what is refused is not counted. */
export class Counted extends Tier {
  private readonly counted = { hits: 0, misses: 0, puts: 0, bytesFound: 0, bytesPut: 0 };

  /** As of now. */
  get counts(): Counts {
    return { ...this.counted };
  }

  override async get(actionId: string): Promise<CacheEntry | undefined> {
    const entry = await super.get(actionId);
    if (entry) {
      this.counted.hits++;
      this.counted.bytesFound += entry.size;
    } else this.counted.misses++;
    return entry;
  }

  override async put(actionId: string, outputId: string, body: Body): Promise<CacheEntry> {
    const size = bodySize(body);
    const entry = await super.put(actionId, outputId, body);
    this.counted.puts++;
    this.counted.bytesPut += size;
    return entry;
  }
}

/** `weave: 12 hits (3.4 MB), 5 misses, 2 puts (0.1 MB)` */
export function describeCounts(name: string, { hits, misses, puts, bytesFound, bytesPut }: Counts): string {
  return `${name}: ${hits} hits (${megabytes(bytesFound)}), ${misses} misses, ${puts} puts (${megabytes(bytesPut)})`;
}
