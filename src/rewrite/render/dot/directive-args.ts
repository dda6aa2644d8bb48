import { leadingComments } from '../../../lang/tree/comments.ts';
import { parentOf } from '../../../lang/tree/parents.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';

export interface DirectiveArgument {
  readonly key: string;
  readonly value: string;
}

/**
 * Arguments of the nearest `//name …` comment above the node or one of its ancestors: words separated by spaces, quotes
 * keep spaces together, `key:value` splits at the first colon and loses the quotes around the value. No such comment: none.
 */
export function directiveArguments(node: GoNode, name: string): DirectiveArgument[] {
  for (let up: GoNode | undefined = node; up !== undefined; up = parentOf(up)) {
    for (const comment of leadingComments(up)) {
      const words = splitWords(comment.trim());
      if (words[0] === `//${name}`) return words.slice(1).map(argument);
    }
  }
  return [];
}

/** Only blanks separate, and not inside quotes. */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  let word = '';
  let quote = '';
  for (const c of text) {
    if (quote === '' && c === ' ') {
      if (word !== '') words.push(word);
      word = '';
      continue;
    }
    if (quote === '' && (c === '"' || c === "'")) quote = c;
    else if (c === quote) quote = '';
    word += c;
  }
  if (word !== '') words.push(word);
  return words;
}

function argument(word: string): DirectiveArgument {
  const colon = word.indexOf(':');
  if (colon < 0) return { key: word, value: '' };
  return { key: word.slice(0, colon), value: unquote(word.slice(colon + 1)) };
}

function unquote(value: string): string {
  const first = value[0];
  const quoted = value.length >= 2 && (first === '"' || first === "'") && value.endsWith(first);
  return quoted ? value.slice(1, -1) : value;
}
