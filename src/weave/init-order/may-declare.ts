import { byteString } from '../../lang/syntax/source.ts';
import { topLevelWords } from '../../lang/syntax/top-level-words.ts';

const words = new WeakMap<Buffer, ReadonlySet<string>>();

/**
 * Whether a Go text may declare what has this key in `mentions.ts`: a function or variable of that name, or, behind a dot, a
 * method. In doubt true. The text is not parsed: most do not hold the name at all.
 */
export function mayDeclare(text: Buffer, key: string): boolean {
  const isMethod = key.startsWith('.');
  const name = isMethod ? key.slice(1) : key;
  if (!text.includes(name)) return false;
  // Behind the receiver, or a comment behind that.
  if (isMethod)
    return !plain.test(name) || new RegExp(`[)/]\\s*${name}(?![\\w\\x80-\\xff])`).test(text.toString('latin1'));
  let known = words.get(text);
  if (known === undefined) {
    known = topLevelWords(byteString(text));
    words.set(text, known);
  }
  return known.has(byteString(Buffer.from(name)));
}

const plain = /^\w+$/;
