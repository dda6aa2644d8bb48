/** A rough cut of a Go text: enough to tell comments, strings and words apart, without a parser. */
export interface Token {
  /** `mark` is an operator or a bracket; `string` is of either quote. */
  readonly kind: 'comment' | 'word' | 'number' | 'string' | 'rune' | 'mark';
  readonly start: number;
  readonly end: number;
}

const blank = /[ \t\r\n\f\v]+/y;
const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['word', /[A-Za-z_\u0180-\u01ff][\w\u0180-\u01ff]*/y],
  ['comment', /\/\/[^\n]*/y],
  ['comment', /\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//y],
  ['number', /\.?\d(?:[eEpP][+-]|[\w.])*/y],
  ['string', /"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"?/y],
  ['string', /`[^`]*`?/y],
  ['mark', /<<=|>>=|&\^=|\.\.\.|&&|\|\||<-|\+\+|--|&\^|<<|>>|:=|[-+*%&|^=!<>]=/y],
  ['rune', /'[^'\\\n]*(?:\\[^\n][^'\\\n]*)*'?/y],
];

/**
 * The tokens of a byte string (see `source.ts`) in order, comments included. An unterminated string ends with its line
 * (a raw one with the text); an unterminated general comment is cut into marks and words.
 */
export function* tokens(text: string, from = 0): Generator<Token> {
  for (let token = tokenAt(text, from); token !== undefined; token = tokenAt(text, token.end)) yield token;
}

/** The first token that begins at an offset or behind it; undefined at the end of the text. */
export function tokenAt(text: string, from: number): Token | undefined {
  blank.lastIndex = from;
  const start = blank.test(text) ? blank.lastIndex : from;
  if (start >= text.length) return undefined;
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = start;
    if (pattern.test(text)) return { kind, start, end: pattern.lastIndex };
  }
  return { kind: 'mark', start, end: start + 1 };
}
