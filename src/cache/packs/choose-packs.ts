import type { PackRef } from './pack-manifest.ts';

/** A thing that a build used: an entry with its output, a record, or a program. */
export interface UsedThing {
  /** {@link import('./pack-manifest.ts').packId} of it. */
  readonly id: string;
  /** Its files, as in a pack; an output before what names it. */
  readonly paths: readonly string[];
  /** Bytes of all of them. */
  readonly bytes: number;
}

/** What becomes of the packs of the last manifest, and what new packs hold. */
export interface PackChoice {
  /** Packs that stay as they are. */
  readonly kept: readonly PackRef[];
  /** One list for each new pack, in the order of use. */
  readonly fresh: readonly (readonly UsedThing[])[];
}

/**
 * Sizes and shares by which packs are cut and kept. A pack of 16 MB is 3 MB when compressed: a quarter of a second at 100 Mbit/s, five times a
 * round trip of 50 ms, so that eight requests at once keep the line busy; an application of 600 packages has a dozen.
 */
export const packRules = {
  /** A new pack is closed when it holds this many bytes before compression. */
  packBytes: 16_000_000,
  /** A pack stays if at least this share of what it holds was used. */
  leastUse: 0.6,
  /** A pack of fewer bytes, as it is stored, is a small one. */
  smallBytes: 1_000_000,
  /**
   * So many small packs are packed together. The number of all packs would be the wrong measure: a program of 1,000 packages has more than 30 full ones,
   * and half of them would be packed and stored again at each build (bench/results-fleet.md).
   */
  mostSmall: 12,
} as const;

/**
 * Which packs a new manifest names: those of the last one that are still of use, and new ones with all that these lack. A commit that changes
 * little adds one small pack; when there are many small ones, they are packed together.
 *
 * @param used in the order of use
 */
export function choosePacks(last: readonly PackRef[], used: readonly UsedThing[], rules = packRules): PackChoice {
  const wanted = new Set(used.map(({ id }) => id));
  const useful = last.filter(
    ({ ids }) => ids.length > 0 && ids.filter((id) => wanted.has(id)).length >= rules.leastUse * ids.length,
  );
  const inUse = withoutDoubles(useful);
  const full = inUse.filter(({ size }) => size >= rules.smallBytes);
  const kept = inUse.length - full.length >= rules.mostSmall ? full : inUse;
  const held = new Set(kept.flatMap(({ ids }) => ids));
  return {
    kept,
    fresh: cut(
      used.filter(({ id }) => !held.has(id)),
      rules.packBytes,
    ),
  };
}

/** Packs without those that add nothing to the others. */
function withoutDoubles(packs: readonly PackRef[]): readonly PackRef[] {
  const held = new Set<string>();
  return packs.filter(({ ids }) => {
    const isNew = ids.some((id) => !held.has(id));
    for (const id of ids) held.add(id);
    return isNew;
  });
}

function cut(things: readonly UsedThing[], most: number): readonly (readonly UsedThing[])[] {
  const packs: UsedThing[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const thing of things) {
    if (bytes >= most) {
      packs.push([]);
      bytes = 0;
    }
    packs.at(-1)?.push(thing);
    bytes += thing.bytes;
  }
  return packs;
}
