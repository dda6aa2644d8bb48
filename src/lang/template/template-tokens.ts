import { runeCount, runes } from '../text/bytes.ts';
import { quote } from '../text/quote.ts';

export type Keyword =
  | '.'
  | 'block'
  | 'break'
  | 'continue'
  | 'define'
  | 'else'
  | 'end'
  | 'if'
  | 'range'
  | 'nil'
  | 'template'
  | 'with';

export const keywords: ReadonlySet<string> = new Set<Keyword>([
  '.',
  'block',
  'break',
  'continue',
  'define',
  'else',
  'end',
  'if',
  'range',
  'nil',
  'template',
  'with',
]);

export type TokenKind =
  /** `text` is the message. */
  | 'error'
  | 'bool'
  /** A printable ASCII character without a meaning of its own; the comma. */
  | 'char'
  | 'char-constant'
  | 'complex'
  | 'assign'
  | 'declare'
  | 'eof'
  | 'field'
  | 'identifier'
  | 'left-delimiter'
  | 'left-paren'
  | 'number'
  | 'pipe'
  | 'raw-string'
  | 'right-delimiter'
  | 'right-paren'
  | 'space'
  | 'string'
  | 'text'
  | 'variable'
  | 'keyword';

export interface TemplateToken {
  readonly kind: TokenKind;
  readonly text: string;
  /** Byte offset of the first character. */
  readonly offset: number;
  /** Counts from 1; where the token begins. */
  readonly line: number;
}

export const isKeyword = (token: TemplateToken, word: Keyword): boolean =>
  token.kind === 'keyword' && token.text === word;

/** As it appears in messages: keywords in angle brackets, else quoted, at most ten characters. */
export function tokenText(token: TemplateToken): string {
  if (token.kind === 'eof') return 'EOF';
  if (token.kind === 'error') return token.text;
  if (token.kind === 'keyword') return `<${token.text}>`;
  if (token.text.length <= 10) return quote(token.text);
  return `${quote(firstRunes(token.text, 10))}...`;
}

function firstRunes(bytes: string, count: number): string {
  if (runeCount(bytes) <= count) return bytes;
  let left = count;
  for (const { at } of runes(bytes)) if (left-- === 0) return bytes.slice(0, at);
  return bytes;
}
