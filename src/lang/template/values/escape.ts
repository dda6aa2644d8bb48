/** The functions `html`, `js` and `urlquery`. Text holds one character per byte. */
import { isPrint, runes } from '../../text/bytes.ts';

const htmlEscapes: Readonly<Record<string, string>> = {
  '\0': '\xef\xbf\xbd',
  '"': '&#34;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
};

export const escapeHtml = (bytes: string): string => bytes.replace(/[\0"'&<>]/g, (c) => htmlEscapes[c] ?? c);

const codeUnit = (rune: number): string => `\\u${rune.toString(16).toUpperCase().padStart(4, '0')}`;

/** For the inside of a JavaScript string literal. */
export function escapeJs(bytes: string): string {
  let out = '';
  for (const { rune, size, at } of runes(bytes)) {
    const char = bytes.slice(at, at + size);
    if (`\\'"`.includes(char)) out += `\\${char}`;
    else if (rune < 0x20 || '<>&='.includes(char)) out += codeUnit(rune);
    // A byte that is not UTF-8 is U+FFFD, which is printable, so it stays.
    else out += rune < 0x80 || isPrint(rune) ? char : codeUnit(rune);
  }
  return out;
}

/** net/url.QueryEscape. */
export function escapeQuery(bytes: string): string {
  return bytes.replace(/[^A-Za-z0-9_.~-]/g, (c) =>
    c === ' ' ? '+' : `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
