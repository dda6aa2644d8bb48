// Evaluates crc32.ChecksumIEEE([]byte("literal")) while the program is compiled.
import { checksum } from './checksum.mjs';

/** @type {import('gots/plugin').Plugin} */
export const plugin = {
  id: 'crc32.constant',
  select: { 'function-call': 'hash/crc32.ChecksumIEEE' },
  rewrite({ node, edit, go }) {
    const [bytes] = node.field('Args');
    const text = literalOf(bytes);
    if (text !== undefined) edit.replace(node, go`uint32(${checksum(text)})`);
  },
};

/** The text in `[]byte("text")`; undefined for everything else. */
function literalOf(conversion) {
  const isBytes = conversion.kind === 'CallExpr' && conversion.field('Fun').text.replaceAll(' ', '') === '[]byte';
  const [literal] = isBytes ? conversion.field('Args') : [];
  if (literal?.kind !== 'BasicLit' || literal.field('Kind') !== 'STRING') return undefined;
  const written = literal.text;
  // Escapes are left to Go.
  return written.includes('\\') ? undefined : written.slice(1, -1);
}
