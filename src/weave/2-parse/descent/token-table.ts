/** What a token is: an operator, a bracket or a keyword by its text, else one of the words in capitals. */
export const T = {
  EOF: 0,
  IDENT: 1,
  INT: 2,
  FLOAT: 3,
  IMAGINARY: 4,
  RUNE: 5,
  STRING: 6,
  RAW: 7,
  /** Written, or the newline that ends a statement. */
  ';': 8,
  '(': 9,
  ')': 10,
  '[': 11,
  ']': 12,
  '{': 13,
  '}': 14,
  ',': 15,
  ':': 16,
  '.': 17,
  '...': 18,
  ':=': 19,
  '=': 20,
  /** `+=` and its like. */
  ASSIGN: 21,
  '++': 22,
  '--': 23,
  '<-': 24,
  '*': 25,
  '&': 26,
  '+': 27,
  '-': 28,
  '!': 29,
  '^': 30,
  '|': 31,
  '~': 32,
  /** `/`, `%`, `<<`, `>>`, `&^`. */
  MULTIPLY: 33,
  COMPARE: 34,
  '&&': 35,
  '||': 36,
  break: 40,
  case: 41,
  chan: 42,
  const: 43,
  continue: 44,
  default: 45,
  defer: 46,
  else: 47,
  fallthrough: 48,
  for: 49,
  func: 50,
  go: 51,
  goto: 52,
  if: 53,
  import: 54,
  interface: 55,
  map: 56,
  package: 57,
  range: 58,
  return: 59,
  select: 60,
  struct: 61,
  switch: 62,
  type: 63,
  var: 64,
} as const;

/** Keywords by first letter and length. */
const keywords: (readonly [word: string, token: number])[][] = [];
for (const [word, token] of Object.entries(T)) {
  if (token < T.break) continue;
  const at = slotOf(word.charCodeAt(0), word.length);
  keywords[at] = [...(keywords[at] ?? []), [word, token]];
}
for (let at = 0; at < 26 * 16; at++) keywords[at] ??= [];

function slotOf(first: number, length: number): number {
  return (first - 97) * 16 + length;
}

export const OTHER = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** Of a character that is not beyond what byte strings hold. */
export const classes = new Uint8Array(0x200);
for (let c = 0; c < 0x200; c++) {
  const isLetter = (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95 || c >= 0x180;
  classes[c] = isLetter ? LETTER : c >= 48 && c <= 57 ? DIGIT : OTHER;
}

/** Tokens behind which a newline ends the statement. */
export const ends = new Uint8Array(65);
for (const word of ['IDENT', 'INT', 'FLOAT', 'IMAGINARY', 'RUNE', 'STRING', 'RAW'] as const) ends[T[word]] = 1;
for (const word of [')', ']', '}', '++', '--', 'break', 'continue', 'fallthrough', 'return'] as const)
  ends[T[word]] = 1;

export const numberLiteral =
  /0[xX](?:_?[\da-fA-F])+(?:\.(?:[\da-fA-F](?:_?[\da-fA-F])*)?)?(?:[pP][+-]?\d(?:_?\d)*)?i?|0[bB](?:_?[01])+i?|0[oO](?:_?[0-7])+i?|(?:\d(?:_?\d)*(?:\.(?:\d(?:_?\d)*)?)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?i?/y;
export const runeLiteral =
  /'(?:[^'\\\n\u0180-\u01ff]|[\u0180-\u01ff]{2,4}|\\(?:[abfnrtv\\']|[0-7]{3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}))'/y;
export const escapeSequence = /\\(?:[abfnrtv\\"]|[0-7]{3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/y;

/** The keyword at an offset, or an identifier. */
export function wordAt(text: string, start: number, end: number): number {
  const length = end - start;
  const first = text.charCodeAt(start);
  if (length < 2 || length > 11 || first < 97 || first > 122) return T.IDENT;
  for (const [word, token] of keywords[slotOf(first, length)] as (typeof keywords)[number]) {
    if (text.startsWith(word, start)) return token;
  }
  return T.IDENT;
}
