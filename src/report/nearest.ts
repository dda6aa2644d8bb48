import { distance } from 'fastest-levenshtein';

/**
 * The known word that was probably meant.
 *
 * @returns the nearest of `known`, or undefined when none is near (more than a third of the letters differ)
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const wanted = normalize(word);
  let best: string | undefined;
  let bestCost = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    const cost = distance(wanted, normalize(candidate));
    if (cost < bestCost) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}

/** `did you mean "x"?`, or the list of what is known. */
export function suggest(word: string, known: readonly string[]): string {
  const best = nearest(word, known);
  return best === undefined ? `known are ${known.join(', ')}` : `did you mean "${best}"?`;
}

/** `Join_Point` and `join point` count as `join-point`. */
function normalize(word: string): string {
  return word.toLowerCase().replace(/[_ ]/g, '-');
}
