import type { Edit, EditPiece } from '../../src/rewrite/splice/edit.ts';

/** Draws a whole number of [0, below). */
export type Draw = (below: number) => number;

/** Numbers that depend on the seed alone (a linear congruence, high bits first), so that a seed tells the whole case. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export interface RandomEdits {
  readonly edits: readonly Edit[];
  /** Ranges of the original that are printed, in the order of printing. */
  readonly printed: readonly (readonly [number, number])[];
}

/**
 * Edits at the borders of tokens: insertions, replacements, wrappers, ranges printed in part, twice or not at all, with
 * further edits inside of what they print. `borders` are offsets at which a token begins or ends, ascending.
 */
export function randomEdits(borders: readonly number[], size: number, draw: Draw): RandomEdits {
  const edits: Edit[] = [];
  const printed: (readonly [number, number])[] = [];
  const at = (index: number) => borders[index] as number;
  /** Fills the borders `[from, to]` with edits; returns what is printed of it. */
  const fill = (from: number, to: number, depth: number): (readonly [number, number])[] => {
    const out: (readonly [number, number])[] = [];
    let place = from;
    // Strictly inside, so that no insertion stands at the border of an outer edit's range.
    for (let i = from + 1 + draw(gap(size, depth)); i < to; i += 1 + draw(gap(size, depth))) {
      if (draw(2) === 0) {
        edits.push({ start: at(i), end: at(i), pieces: inserted(draw) });
        out.push([at(place), at(i)]);
        place = i;
      } else {
        const end = Math.min(to, i + 1 + draw(6 * (3 - depth)));
        out.push([at(place), at(i)], ...replace(i, end, depth));
        place = end;
        i = end;
      }
    }
    out.push([at(place), at(to)]);
    return out;
  };
  const replace = (from: number, to: number, depth: number): (readonly [number, number])[] => {
    const pieces: EditPiece[] = [...inserted(draw)];
    const parts: (readonly [number, number])[] = [];
    const kept = draw(4) === 0 ? undefined : fillPiece(from, to, depth);
    for (let copies = kept ? 1 + Number(draw(6) === 0) : 0; copies > 0; copies--) {
      pieces.push({ kind: 'original', start: at(from), end: at(to) }, ...inserted(draw));
      parts.push(...(kept ?? []));
    }
    edits.push({ start: at(from), end: at(to), pieces });
    return parts;
  };
  const fillPiece = (from: number, to: number, depth: number) =>
    depth < 3 && draw(2) === 0 ? fill(from, to, depth + 1) : [[at(from), at(to)] as const];
  printed.push(...fill(0, borders.length - 1, 0));
  return { edits, printed };
}

function gap(size: number, depth: number): number {
  return depth === 0 ? size : 4;
}

const words = [
  'zz_Woven_zz',
  '"zz_Woven_zz /* "',
  '/* zz_Woven_zz */',
  '\n\tzz_Woven_zz',
  '`zz_Woven_zz\nzz_Woven_zz`',
  '// zz_Woven_zz /*',
];

/** Text whose every token holds `zz_Woven_zz`; several pieces, of several origins or none. */
function inserted(draw: Draw): EditPiece[] {
  return Array.from({ length: 1 + draw(3) }, (_, index): EditPiece => {
    const word = words[draw(words.length)] as string;
    const text = ` ${word}${word.startsWith('//') || draw(3) === 0 ? '\n' : ' '}`;
    if (draw(3) === 0) return { kind: 'inserted', text };
    return { kind: 'inserted', text, origin: { file: '/aspects/a b.yml', line: 1 + draw(50), column: 1 + index } };
  });
}
