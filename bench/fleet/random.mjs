/**
 * Numbers from 0 to 1 that are the same for the same seed (mulberry32).
 *
 * @param {number} seed 32 bits
 */
export function randomOf(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** An integer from 0 to below `end`. */
export const below = (random, end) => Math.floor(random() * end);

/** The values in another order. */
export function shuffled(random, values) {
  const result = [...values];
  for (let at = result.length - 1; at > 0; at--) {
    const other = below(random, at + 1);
    [result[at], result[other]] = [result[other], result[at]];
  }
  return result;
}

/** A number of 53 bits that two numbers decide; stands for a hash. */
export function mix(a, b) {
  let high = Math.imul((a / 4294967296) ^ a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b | 0, 0xc2b2ae35);
  let low = Math.imul(a ^ (b / 4294967296), 0x27d4eb2f) ^ Math.imul((b ^ (a >>> 7)) | 0, 0x165667b1);
  high = Math.imul(high ^ (high >>> 15), 0x2c1b3c6d) ^ (low >>> 13);
  low = Math.imul(low ^ (low >>> 12), 0x297a2d39) ^ (high >>> 11);
  return ((high >>> 0) & 0x1fffff) * 4294967296 + (low >>> 0);
}

/** A number of 53 bits that a text decides. */
export function hashOf(text) {
  let hash = 0x1505;
  for (let at = 0; at < text.length; at++) hash = mix(hash, text.charCodeAt(at));
  return hash;
}
