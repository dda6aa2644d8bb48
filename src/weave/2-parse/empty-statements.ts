import type { Token } from '../../lang/syntax/tokens.ts';

/**
 * Offsets of semicolons that are empty statements, as in `{ ; f() }`, `f();; g()` and `case 1: ; f()`. The grammar knows
 * them only where nothing follows. Semicolons in the headers of `for`, `if` and `switch` are none.
 *
 * @param all tokens without comments
 */
export function emptyStatements(text: string, all: readonly Token[]): number[] {
  const mark = (index: number): string => {
    const token = all[index];
    return token === undefined ? '' : text.slice(token.start, token.end);
  };
  const found: number[] = [];
  /** What encloses a token, the innermost last: a header, or a function in one, ends with the brace that opens its block. */
  const around: ('header' | 'function' | 'block' | 'list')[] = [];
  all.forEach(({ start }, i) => {
    const token = mark(i);
    if (token === 'for' || token === 'if' || token === 'switch' || token === 'select') around.push('header');
    else if (token === 'func' && around.at(-1) === 'header') around.push('function');
    else if (token === '(' || token === '[') around.push('list');
    else if (token === '{') {
      const isHeader = around.at(-1) === 'header' && !isComposite(mark, i);
      if (isHeader || around.at(-1) === 'function') around.pop();
      around.push('block');
    } else if (token === ')' || token === ']' || token === '}') around.pop();
    else if (token === ';' && around.at(-1) === 'block' && /^[{;:]$/.test(mark(i - 1))) found.push(start);
  });
  return found;
}

/** `[]T{` and `map[K]p.V{`: literals that may stand in a header without parentheses. */
function isComposite(mark: (index: number) => string, brace: number): boolean {
  const type = mark(brace - 2) === '.' ? brace - 3 : brace - 1;
  return mark(type - 1) === ']' && /^[\p{L}_]/u.test(mark(type));
}
