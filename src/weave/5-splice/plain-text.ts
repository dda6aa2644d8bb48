import { byteString } from '../2-parse/source.ts';
import { tokens } from '../2-parse/tokens.ts';

/** As the compiler knows them: the line form counts at the beginning of a line only. */
const lineForm = /^\/\/line [^\n]*:\d+\s*$/;
const generalForm = /^\/\*line [^*]*:\d+\*\/$/;

/**
 * A Go file without line directives, for people to read: what is left is what an editor would have written. Directives of the
 * file's own go as well.
 */
export function plainText(bytes: Buffer): Buffer {
  const text = byteString(bytes);
  const kept: Buffer[] = [];
  let from = 0;
  for (const { kind, start, end } of tokens(text)) {
    if (kind !== 'comment') continue;
    const comment = text.slice(start, end);
    const isLine = lineForm.test(comment) && (start === 0 || text[start - 1] === '\n');
    if (!isLine && !generalForm.test(comment)) continue;
    kept.push(bytes.subarray(from, start));
    from = isLine ? Math.min(end + 1, bytes.length) : end;
  }
  kept.push(bytes.subarray(from));
  return Buffer.concat(kept);
}
