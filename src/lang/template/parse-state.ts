/** What the functions of the parser share: tokens with look-ahead, the variables in scope, and how errors are worded. */
import { fromBytes } from '../text/bytes.ts';
import { TemplateSyntaxError } from './errors.ts';
import { nextToken } from './lexer.ts';
import type { Lexer } from './lexer-state.ts';
import type { Tree } from './nodes.ts';
import { isKeyword, type Keyword, type TemplateToken, type TokenKind, tokenText } from './template-tokens.ts';

/** State of one template body; a `define` or `block` inside it has its own, on the same lexer. */
export interface Parser {
  readonly lexer: Lexer;
  /** Name of the whole, for messages. */
  readonly parseName: string;
  readonly isFunction: (name: string) => boolean;
  readonly trees: Map<string, Tree>;
  /** Tokens handed back, the next one last. */
  readonly pending: TemplateToken[];
  /** What the lexer gave last, or was put in its place: errors name its line. */
  current: TemplateToken;
  variables: string[];
  /** Line of the action being parsed, 0 outside. */
  actionLine: number;
  rangeDepth: number;
  /** Of if, with and range. */
  branchDepth: number;
  parenDepth: number;
}

export function makeParser(from: Pick<Parser, 'lexer' | 'parseName' | 'isFunction' | 'trees'>): Parser {
  const { lexer, parseName, isFunction, trees } = from;
  const current: TemplateToken = { kind: 'error', text: '', offset: 0, line: 0 };
  const nothing = {
    pending: [],
    current,
    variables: ['$'],
    actionLine: 0,
    rangeDepth: 0,
    branchDepth: 0,
    parenDepth: 0,
  };
  return { lexer, parseName, isFunction, trees, ...nothing };
}

export function next(parser: Parser): TemplateToken {
  const pending = parser.pending.pop();
  if (pending) return pending;
  parser.current = nextToken(parser.lexer);
  return parser.current;
}

/** Hands tokens back, the first to be read again first. */
export function back(parser: Parser, ...tokens: readonly TemplateToken[]): void {
  parser.pending.push(...tokens.toReversed());
}

export function peek(parser: Parser): TemplateToken {
  const token = next(parser);
  back(parser, token);
  return token;
}

export function nextNonSpace(parser: Parser): TemplateToken {
  let token = next(parser);
  while (token.kind === 'space') token = next(parser);
  return token;
}

export function peekNonSpace(parser: Parser): TemplateToken {
  const token = nextNonSpace(parser);
  back(parser, token);
  return token;
}

export const peeksKeyword = (parser: Parser, word: Keyword): boolean => isKeyword(peek(parser), word);

export function failParse(parser: Parser, message: string): never {
  const { line, offset } = parser.current;
  throw new TemplateSyntaxError(fromBytes(`template: ${parser.parseName}:${line}: ${message}`), line, offset);
}

export function unexpected(parser: Parser, token: TemplateToken, context: string): never {
  if (token.kind !== 'error') failParse(parser, `unexpected ${tokenText(token)} in ${context}`);
  let extra = '';
  if (parser.actionLine !== 0 && parser.actionLine !== token.line) {
    const what = token.text.endsWith(' action') ? '' : ' in action';
    extra = `${what} started at ${parser.parseName}:${parser.actionLine}`;
  }
  failParse(parser, tokenText(token) + extra);
}

export function expect(parser: Parser, kinds: readonly TokenKind[], context: string): TemplateToken {
  const token = nextNonSpace(parser);
  return kinds.includes(token.kind) ? token : unexpected(parser, token, context);
}
