import { endOfBlock } from './braces.ts';
import { type Token, tokenAt } from './tokens.ts';

/**
 * The names that a byte string of Go declares at its top level, methods left out, found without a parser and ten times as fast. In
 * files that are no Go it may find others.
 */
export function topLevelWords(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  const all = outerTokens(text);
  const word = (at: number): string => text.slice(all[at]?.start, all[at]?.end);
  let depth = 0;
  let inGroup = false;
  for (let at = 0; at < all.length; at++) {
    const token = all[at] as Token;
    const here = word(at);
    if (token.kind === 'mark') {
      if (here === '(' || here === '[' || here === '{') depth++;
      else if (here === ')' || here === ']' || here === '}') depth--;
      if (depth === 0) inGroup = false;
    } else if (token.kind === 'word' && beginsStatement(text, all, at)) {
      const isSpec = depth === 1 && inGroup;
      const isDeclaration = depth === 0 && /^(?:var|const|type|func)$/.test(here);
      if (isDeclaration && word(at + 1) === '(') inGroup = here !== 'func';
      else if (isSpec || isDeclaration) addNames(found, word, isSpec ? at : at + 1);
    }
  }
  return found;
}

/** The tokens of a text, comments and what is between braces left out. */
function outerTokens(text: string): Token[] {
  const found: Token[] = [];
  for (let at = 0; ; ) {
    const token = tokenAt(text, at);
    if (token === undefined) return found;
    at = token.end;
    if (token.kind === 'comment') continue;
    found.push(token);
    if (text[token.start] !== '{') continue;
    const end = endOfBlock(text, at);
    at = end < 0 ? at : end - 1;
  }
}

/** `a, b, c` from a token on. */
function addNames(found: Set<string>, word: (at: number) => string, from: number): void {
  for (let at = from; ; at += 2) {
    found.add(word(at));
    if (word(at + 1) !== ',') return;
  }
}

/** Whether the token comes first behind a `(`, a `;`, or a newline that ends a statement. */
function beginsStatement(text: string, all: readonly Token[], at: number): boolean {
  const before = all[at - 1];
  if (before === undefined) return true;
  const last = text.slice(before.start, before.end);
  if (last === ';' || last === '(') return true;
  const mayEnd = before.kind !== 'mark' || [')', ']', '}'].includes(last);
  return mayEnd && text.slice(before.end, (all[at] as Token).start).includes('\n');
}
