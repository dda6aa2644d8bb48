import type { Span } from '../report/diagnostic.ts';

/** Translates offsets (UTF-16 units) in a text to lines and byte columns. */
export interface LineTable {
  readonly span: (offset: number) => Span;
}

/**
 * Builds the table of one file.
 *
 * @param file display name put into every span
 */
export function lineTable(text: string, file: string): LineTable {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return {
    span: (offset) => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      const column = Buffer.byteLength(text.slice(starts[low], offset)) + 1;
      return { file, line: low + 1, column };
    },
  };
}
