/** The lexer's place in the source, and how it makes tokens. */
import { runeAt, runeSizeBefore } from '../text/bytes.ts';
import type { TemplateToken, TokenKind } from './template-tokens.ts';

/** What `next` gives at the end of the source. */
export const end = -1;

export interface Lexer {
  source: string;
  /** Where the next character is read. */
  position: number;
  /** Where the token being read began. */
  start: number;
  line: number;
  startLine: number;
  atEnd: boolean;
  parens: number;
  insideAction: boolean;
  /** Functions of these names take the place of the keywords. */
  readonly breakIsFunction: boolean;
  readonly continueIsFunction: boolean;
}

export function makeLexer(source: string, isFunction: (name: string) => boolean): Lexer {
  return {
    source,
    position: 0,
    start: 0,
    line: 1,
    startLine: 1,
    atEnd: false,
    parens: 0,
    insideAction: false,
    breakIsFunction: isFunction('break'),
    continueIsFunction: isFunction('continue'),
  };
}

export function nextRune(lexer: Lexer): number {
  if (lexer.position >= lexer.source.length) {
    lexer.atEnd = true;
    return end;
  }
  const { rune, size } = runeAt(lexer.source, lexer.position);
  lexer.position += size;
  if (rune === 10) lexer.line++;
  return rune;
}

export function backRune(lexer: Lexer): void {
  if (lexer.atEnd || lexer.position === 0) return;
  lexer.position -= runeSizeBefore(lexer.source, lexer.position);
  if (lexer.source[lexer.position] === '\n') lexer.line--;
}

export function peekRune(lexer: Lexer): number {
  const rune = nextRune(lexer);
  backRune(lexer);
  return rune;
}

export function countLines(lexer: Lexer): void {
  for (let i = lexer.start; i < lexer.position; i++) if (lexer.source[i] === '\n') lexer.line++;
}

export function token(lexer: Lexer, kind: TokenKind): TemplateToken {
  const made = {
    kind,
    text: lexer.source.slice(lexer.start, lexer.position),
    offset: lexer.start,
    line: lexer.startLine,
  };
  lexer.start = lexer.position;
  lexer.startLine = lexer.line;
  return made;
}

/** Drops what was passed over without `next`. */
export function ignore(lexer: Lexer): void {
  countLines(lexer);
  lexer.start = lexer.position;
  lexer.startLine = lexer.line;
}

export function error(lexer: Lexer, message: string): TemplateToken {
  const made: TemplateToken = { kind: 'error', text: message, offset: lexer.start, line: lexer.startLine };
  lexer.source = '';
  lexer.position = 0;
  lexer.start = 0;
  return made;
}
