import { endOfBlock, endOfComment } from '../../../lang/syntax/braces.ts';
import type { Comment } from '../../../lang/syntax/syntax.ts';
import {
  classes,
  DIGIT,
  ends,
  escapeSequence,
  LETTER,
  numberLiteral,
  OTHER,
  runeLiteral,
  T,
  wordAt,
} from './token-table.ts';

/** The text is not what this parser knows, or only the grammar can tell. */
export class NotPlain extends Error {}
const notPlain = new NotPlain('not plain Go');

export function giveUp(): never {
  throw notPlain;
}

interface Mark {
  readonly token: number;
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly comments: number;
}

/** The tokens of a byte string (`lang/syntax/source.ts`), one at a time. */
export class Scanner {
  readonly text: string;
  readonly comments: Comment[] = [];
  /** The token at hand. */
  token: number = T.EOF;
  start = 0;
  end = 0;
  /** Where the token before it ends. */
  before = 0;

  constructor(text: string) {
    this.text = text;
  }

  at(token: number): boolean {
    return this.token === token;
  }

  mark(): Mark {
    const { token, start, end, before, comments } = this;
    return { token, start, end, before, comments: comments.length };
  }

  reset({ token, start, end, before, comments }: Mark): void {
    this.token = token;
    this.start = start;
    this.end = end;
    this.before = before;
    this.comments.length = comments;
  }

  /** Takes the next token, and returns what it is. */
  next(): number {
    const { text } = this;
    const mayEnd = ends[this.token] === 1;
    let newline = false;
    let at = this.end;
    this.before = at;
    for (;;) {
      const c = text.charCodeAt(at);
      if (c === 0x20 || c === 0x09 || c === 0x0d) {
        at++;
      } else if (c === 0x0a) {
        const first = at++;
        if (!mayEnd) continue;
        // The grammar's token takes the empty lines behind it along.
        while (text.charCodeAt(at) === 0x0a) at++;
        return this.take(T[';'], first, at);
      } else if (c === 0x2f) {
        const end = endOfComment(text, at + 1);
        if (end < 0) giveUp();
        if (end === at + 1) break;
        if (mayEnd && !newline) newline = text.slice(at, end).includes('\n');
        this.comments.push({ start: at, end });
        at = end;
      } else {
        break;
      }
    }
    if (at >= text.length) return mayEnd ? this.take(T[';'], at, at) : this.take(T.EOF, at, at);
    const token = this.scan(at);
    // Go ends the statement at a comment of several lines, the grammar at the newline behind it.
    if (newline && this.token !== T[')'] && this.token !== T['}']) giveUp();
    return token;
  }

  /** From a brace that opens to behind the one that closes it, without looking at what is between them. Comments are kept. */
  skipBraces(): void {
    const end = endOfBlock(this.text, this.end, this.comments);
    if (end < 0) giveUp();
    this.take(T['}'], end - 1, end);
    this.next();
  }

  private take(token: number, start: number, end: number): number {
    this.token = token;
    this.start = start;
    this.end = end;
    return token;
  }

  private scan(at: number): number {
    const { text } = this;
    const c = text.charCodeAt(at);
    const kind = classes[c];
    if (kind === LETTER) {
      let end = at + 1;
      while (classes[text.charCodeAt(end)] !== OTHER && end < text.length) end++;
      return this.take(wordAt(text, at, end), at, end);
    }
    if (kind === DIGIT) return this.number(at);
    if (c === 0x22) return this.interpreted(at);
    if (c === 0x60) {
      const end = text.indexOf('`', at + 1) + 1;
      if (end === 0) giveUp();
      return this.take(T.RAW, at, end);
    }
    if (c === 0x27) {
      runeLiteral.lastIndex = at;
      if (!runeLiteral.test(text)) giveUp();
      return this.take(T.RUNE, at, runeLiteral.lastIndex);
    }
    return this.operator(at, c);
  }

  private number(at: number): number {
    const { text } = this;
    const first = text.charCodeAt(at);
    let end = at + 1;
    while (classes[text.charCodeAt(end)] === DIGIT) end++;
    const after = text.charCodeAt(end);
    // Most are decimal and short; a zero before others begins an octal one.
    const isPlain = (first !== 0x30 || end === at + 1) && first !== 0x2e && after !== 0x2e && classes[after] !== LETTER;
    if (isPlain) return this.take(T.INT, at, end);
    numberLiteral.lastIndex = at;
    if (!numberLiteral.test(text)) giveUp();
    end = numberLiteral.lastIndex;
    const written = text.slice(at, end);
    const isHex = /^0[xX]/.test(written);
    if (classes[text.charCodeAt(end)] === LETTER || (isHex && written.includes('.') && !/[pP]/.test(written))) giveUp();
    if (written.endsWith('i')) return this.take(T.IMAGINARY, at, end);
    if (isHex ? /[pP]/.test(written) : /[.eE]/.test(written)) return this.take(T.FLOAT, at, end);
    if (/^0\d/.test(written) && !/^0[0-7_]+$/.test(written)) giveUp();
    return this.take(T.INT, at, end);
  }

  private interpreted(start: number): number {
    const { text } = this;
    let at = start + 1;
    for (;;) {
      const c = text.charCodeAt(at);
      if (c === 0x22) return this.take(T.STRING, start, at + 1);
      if (c === 0x5c) {
        escapeSequence.lastIndex = at;
        if (!escapeSequence.test(text)) giveUp();
        at = escapeSequence.lastIndex;
      } else if (c === 0x0a || at >= text.length) giveUp();
      else at++;
    }
  }

  private operator(at: number, c: number): number {
    const { text } = this;
    const second = text.charCodeAt(at + 1);
    const third = text.charCodeAt(at + 2);
    const isAssigned = second === 0x3d;
    switch (c) {
      case 0x28:
        return this.take(T['('], at, at + 1);
      case 0x29:
        return this.take(T[')'], at, at + 1);
      case 0x5b:
        return this.take(T['['], at, at + 1);
      case 0x5d:
        return this.take(T[']'], at, at + 1);
      case 0x7b:
        return this.take(T['{'], at, at + 1);
      case 0x7d:
        return this.take(T['}'], at, at + 1);
      case 0x2c:
        return this.take(T[','], at, at + 1);
      case 0x3b:
        return this.take(T[';'], at, at + 1);
      case 0x7e:
        return this.take(T['~'], at, at + 1);
      case 0x2e:
        if (classes[second] === DIGIT) return this.number(at);
        if (second === 0x2e && third === 0x2e) return this.take(T['...'], at, at + 3);
        return this.take(T['.'], at, at + 1);
      case 0x3a:
        return isAssigned ? this.take(T[':='], at, at + 2) : this.take(T[':'], at, at + 1);
      case 0x3d:
        return isAssigned ? this.take(T.COMPARE, at, at + 2) : this.take(T['='], at, at + 1);
      case 0x21:
        return isAssigned ? this.take(T.COMPARE, at, at + 2) : this.take(T['!'], at, at + 1);
      case 0x2b:
        if (second === c) return this.take(T['++'], at, at + 2);
        return this.arithmetic(T['+'], at, 1);
      case 0x2d:
        if (second === c) return this.take(T['--'], at, at + 2);
        return this.arithmetic(T['-'], at, 1);
      case 0x2a:
        return this.arithmetic(T['*'], at, 1);
      case 0x2f:
      case 0x25:
        return this.arithmetic(T.MULTIPLY, at, 1);
      case 0x5e:
        return this.arithmetic(T['^'], at, 1);
      case 0x7c:
        return second === c ? this.take(T['||'], at, at + 2) : this.arithmetic(T['|'], at, 1);
      case 0x26:
        if (second === c) return this.take(T['&&'], at, at + 2);
        return second === 0x5e ? this.arithmetic(T.MULTIPLY, at, 2) : this.arithmetic(T['&'], at, 1);
      case 0x3c:
        if (second === 0x2d) return this.take(T['<-'], at, at + 2);
        if (second === c) return this.arithmetic(T.MULTIPLY, at, 2);
        return this.take(T.COMPARE, at, isAssigned ? at + 2 : at + 1);
      case 0x3e:
        if (second === c) return this.arithmetic(T.MULTIPLY, at, 2);
        return this.take(T.COMPARE, at, isAssigned ? at + 2 : at + 1);
      default:
        return giveUp();
    }
  }

  /** An operator that may go on to be an assignment. */
  private arithmetic(token: number, at: number, length: number): number {
    if (this.text.charCodeAt(at + length) === 0x3d) return this.take(T.ASSIGN, at, at + length + 1);
    return this.take(token, at, at + length);
  }
}
