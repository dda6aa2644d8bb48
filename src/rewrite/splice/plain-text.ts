import { byteString } from '../../lang/syntax/source.ts';
import { tokens } from '../../lang/syntax/tokens.ts';

/** As the compiler knows them: the line form counts at the beginning of a line only. */
const lineForm = /^\/\/line ([^\n]*?):\d+(?::\d+)?\s*$/;
const generalForm = /^\/\*line ([^*]*?):(\d+)(?::\d+)?\*\/$/;

/**
 * A Go file without line directives, for people to read: what is left is what an editor would have written. Directives of the
 * file's own go as well.
 *
 * @param origin what to say where a run of text from another file begins (an aspect file's, for inserted text); nothing if absent
 */
export function plainText(
  bytes: Buffer,
  origin?: { own: string; show: (file: string, line: number) => string },
): Buffer {
  const text = byteString(bytes);
  const kept: Buffer[] = [];
  let from = 0;
  let shown: string | undefined;
  for (const { kind, start, end } of tokens(text)) {
    if (kind !== 'comment') continue;
    const comment = bytes.toString('utf8', start, end);
    const isLine = lineForm.test(comment) && (start === 0 || text[start - 1] === '\n');
    const [, file, line] = generalForm.exec(comment) ?? [];
    if (!isLine && file === undefined) continue;
    kept.push(bytes.subarray(from, start));
    // Once for a run of inserted text; without a name, a directive speaks of the file that the one before it named.
    if (origin && file && file !== origin.own && file !== shown)
      kept.push(Buffer.from(origin.show(file, Number(line))));
    if (file) shown = file;
    from = isLine ? Math.min(end + 1, bytes.length) : end;
  }
  kept.push(bytes.subarray(from));
  return Buffer.concat(kept);
}
