/** Splits template source into tokens. The line counting follows text/template/parse, for messages name lines. */
import { encodeRune, isAlphaNumeric, isPrint, isSpace } from '../text/bytes.ts';
import { quote } from '../text/quote.ts';
import { backRune, countLines, end, error, ignore, type Lexer, nextRune, peekRune, token } from './lexer-state.ts';
import { keywords, type TemplateToken, type TokenKind } from './template-tokens.ts';

const leftDelimiter = '{{';
const rightDelimiter = '}}';

const rest = (lexer: Lexer, ahead: string, from = lexer.position): boolean => lexer.source.startsWith(ahead, from);

/** The next token; after an error or the end it goes on answering. */
export function nextToken(lexer: Lexer): TemplateToken {
  return lexer.insideAction ? insideAction(lexer) : text(lexer);
}

const skipSpace = (source: string, from: number): number => {
  let at = from;
  while (at < source.length && isSpace(source.charCodeAt(at))) at++;
  return at;
};

function text(lexer: Lexer): TemplateToken {
  const at = lexer.source.indexOf(leftDelimiter, lexer.position);
  if (at < 0) {
    lexer.position = lexer.source.length;
    if (lexer.position === lexer.start) return { ...token(lexer, 'eof'), text: 'EOF' };
    countLines(lexer);
    return token(lexer, 'text');
  }
  if (at > lexer.position) {
    let stop = at;
    if (trimsLeft(lexer.source, at + leftDelimiter.length)) {
      while (stop > lexer.start && isSpace(lexer.source.charCodeAt(stop - 1))) stop--;
    }
    lexer.position = stop;
    countLines(lexer);
    const made = token(lexer, 'text');
    lexer.position = at;
    ignore(lexer);
    if (made.text !== '') return made;
  }
  return openAction(lexer);
}

const trimsLeft = (source: string, at: number): boolean => source[at] === '-' && isSpace(source.charCodeAt(at + 1));
const trimsRight = (source: string, at: number): boolean => isSpace(source.charCodeAt(at)) && source[at + 1] === '-';

function openAction(lexer: Lexer): TemplateToken {
  lexer.position += leftDelimiter.length;
  const marker = trimsLeft(lexer.source, lexer.position) ? 2 : 0;
  if (rest(lexer, '/*', lexer.position + marker)) {
    lexer.position += marker;
    ignore(lexer);
    return comment(lexer);
  }
  const made = token(lexer, 'left-delimiter');
  lexer.insideAction = true;
  lexer.position += marker;
  ignore(lexer);
  lexer.parens = 0;
  return made;
}

/** Length of the trim marker where the right delimiter follows, else undefined. */
function atRightDelimiter(lexer: Lexer, at = lexer.position): 0 | 2 | undefined {
  if (trimsRight(lexer.source, at) && rest(lexer, rightDelimiter, at + 2)) return 2;
  return rest(lexer, rightDelimiter, at) ? 0 : undefined;
}

function comment(lexer: Lexer): TemplateToken {
  const close = lexer.source.indexOf('*/', lexer.position + 2);
  if (close < 0) return error(lexer, 'unclosed comment');
  lexer.position = close + 2;
  const marker = atRightDelimiter(lexer);
  if (marker === undefined) return error(lexer, 'comment ends before closing delimiter');
  lexer.position += marker + rightDelimiter.length;
  if (marker > 0) lexer.position = skipSpace(lexer.source, lexer.position);
  ignore(lexer);
  return text(lexer);
}

function closeAction(lexer: Lexer): TemplateToken {
  const marker = atRightDelimiter(lexer) ?? 0;
  if (marker > 0) {
    lexer.position += marker;
    ignore(lexer);
  }
  lexer.position += rightDelimiter.length;
  const made = token(lexer, 'right-delimiter');
  if (marker > 0) {
    lexer.position = skipSpace(lexer.source, lexer.position);
    ignore(lexer);
  }
  lexer.insideAction = false;
  return made;
}

const single: Readonly<Record<string, TokenKind>> = { '=': 'assign', '|': 'pipe' };

function insideAction(lexer: Lexer): TemplateToken {
  if (atRightDelimiter(lexer) !== undefined) {
    return lexer.parens === 0 ? closeAction(lexer) : error(lexer, 'unclosed left paren');
  }
  const rune = nextRune(lexer);
  if (rune === end) return error(lexer, 'unclosed action');
  const char = String.fromCodePoint(rune);
  const kind = single[char];
  if (kind !== undefined) return token(lexer, kind);
  if (isSpace(rune)) return space(lexer);
  if (char === ':') return nextRune(lexer) === 0x3d ? token(lexer, 'declare') : error(lexer, 'expected :=');
  if (char === '"') return quoted(lexer, '"', 'string', 'unterminated quoted string');
  if (char === "'") return quoted(lexer, "'", 'char-constant', 'unterminated character constant');
  if (char === '`') return rawString(lexer);
  if (char === '$') return name(lexer, 'variable');
  if (char === '.' && lexer.position < lexer.source.length && !/[0-9]/.test(lexer.source[lexer.position] ?? '')) {
    return name(lexer, 'field');
  }
  if (/[.+\-0-9]/.test(char)) return number(lexer);
  if (isAlphaNumeric(rune)) return word(lexer);
  if (char === '(') {
    lexer.parens++;
    return token(lexer, 'left-paren');
  }
  if (char === ')') {
    lexer.parens--;
    return lexer.parens < 0 ? error(lexer, 'unexpected right paren') : token(lexer, 'right-paren');
  }
  if (rune < 0x80 && isPrint(rune)) return token(lexer, 'char');
  return error(lexer, `unrecognized character in action: ${runeName(rune)}`);
}

/** `U+0040 '@'`. */
function runeName(rune: number): string {
  const code = `U+${rune.toString(16).toUpperCase().padStart(4, '0')}`;
  return isPrint(rune) ? `${code} '${encodeRune(rune)}'` : code;
}

/** One space has been read. A space may also begin a right delimiter that trims. */
function space(lexer: Lexer): TemplateToken {
  let count = 1;
  while (isSpace(peekRune(lexer))) {
    nextRune(lexer);
    count++;
  }
  if (atRightDelimiter(lexer, lexer.position - 1) === 2) {
    backRune(lexer);
    if (count === 1) return closeAction(lexer);
  }
  return token(lexer, 'space');
}

/** Whether a name may end here. */
function atTerminator(lexer: Lexer): boolean {
  const rune = peekRune(lexer);
  if (rune === end || isSpace(rune)) return true;
  return '.,|:)('.includes(String.fromCodePoint(rune)) || rest(lexer, rightDelimiter);
}

function passName(lexer: Lexer): number {
  let rune = nextRune(lexer);
  while (isAlphaNumeric(rune)) rune = nextRune(lexer);
  backRune(lexer);
  return rune;
}

/** The `.` or `$` has been read. */
function name(lexer: Lexer, kind: 'field' | 'variable'): TemplateToken {
  if (atTerminator(lexer)) return token(lexer, kind === 'variable' ? 'variable' : 'keyword');
  const stopped = passName(lexer);
  return atTerminator(lexer) ? token(lexer, kind) : error(lexer, `bad character ${runeName(stopped)}`);
}

function word(lexer: Lexer): TemplateToken {
  const stopped = passName(lexer);
  const spelled = lexer.source.slice(lexer.start, lexer.position);
  if (!atTerminator(lexer)) return error(lexer, `bad character ${runeName(stopped)}`);
  if (spelled === 'true' || spelled === 'false') return token(lexer, 'bool');
  const taken = (spelled === 'break' && lexer.breakIsFunction) || (spelled === 'continue' && lexer.continueIsFunction);
  return token(lexer, keywords.has(spelled) && !taken ? 'keyword' : 'identifier');
}

/** The opening quote has been read. */
function quoted(lexer: Lexer, mark: string, kind: TokenKind, unterminated: string): TemplateToken {
  for (;;) {
    let rune = nextRune(lexer);
    if (rune === mark.charCodeAt(0)) return token(lexer, kind);
    if (rune === 0x5c) rune = nextRune(lexer);
    if (rune === end || rune === 10) return error(lexer, unterminated);
  }
}

function rawString(lexer: Lexer): TemplateToken {
  for (;;) {
    const rune = nextRune(lexer);
    if (rune === end) return error(lexer, 'unterminated raw quoted string');
    if (rune === 0x60) return token(lexer, 'raw-string');
  }
}

const numberForm =
  /[+-]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?)i?/y;

/** Passes over one number; false where a letter or digit follows it. What it accepts may still be no number. */
function passNumber(lexer: Lexer): boolean {
  numberForm.lastIndex = lexer.position;
  lexer.position += numberForm.exec(lexer.source)?.[0].length ?? 0;
  if (!isAlphaNumeric(peekRune(lexer))) return true;
  nextRune(lexer);
  return false;
}

/** The first character has been read. */
function number(lexer: Lexer): TemplateToken {
  lexer.position = lexer.start;
  const bad = (): TemplateToken =>
    error(lexer, `bad number syntax: ${quote(lexer.source.slice(lexer.start, lexer.position))}`);
  if (!passNumber(lexer)) return bad();
  if (!/[+-]/.test(lexer.source[lexer.position] ?? '')) return token(lexer, 'number');
  const complex = passNumber(lexer) && lexer.source[lexer.position - 1] === 'i';
  return complex ? token(lexer, 'complex') : bad();
}
