import type { Comment } from '../../lang/syntax/syntax.ts';
import { type Token, tokens } from '../../lang/syntax/tokens.ts';
import type { TreeNode } from './convert.ts';
import { emptyStatements } from './empty-statements.ts';

/**
 * Makes text readable to tree-sitter-go that it cannot read as it is, by text of the same length, so that every offset
 * stays. The tree is set right again by {@link unmask} and {@link graft}.
 */

const rune = /'[\u0180-\u01ff]{2,4}'/g;
const byteOrderMark = '\u01ef\u01bb\u01bf';

/**
 * What disturbs the grammar in any version of Go: a byte order mark, and rune literals of several bytes, which become numbers: an
 * expression of one token, as they are. In strings and comments the change does no harm. A declaration that ends with the
 * file gets the newline the grammar asks for: the one change of length, behind the last offset.
 */
export function maskBytes(text: string): string {
  const body = text.startsWith(byteOrderMark) ? `   ${text.slice(3)}` : text;
  const readable = body.replace(rune, (literal) => '1'.repeat(literal.length));
  return readable === '' || readable.endsWith('\n') ? readable : `${readable}\n`;
}

/** Gives the literals that {@link maskBytes} made numbers of their kind back. */
export function unmask(root: TreeNode, original: string): void {
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.kind === 'int_literal' && original[node.start] === "'") node.kind = 'rune_literal';
    for (const child of node.children) waiting.push(child);
  }
}

export interface Mask {
  readonly text: string;
  /** Where type parameters of methods were, brackets included. */
  readonly typeParameters: readonly Range[];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Hides what is newer than the grammar: type parameters of methods (Go 1.27) become blanks; in `new(expr)` (Go 1.26),
 * and in calls of functions that shadow `new` or `make`, the name is spelled so that the argument need not be a type.
 * Also what is old but unknown to the grammar: empty initializers and statements, several labels without a statement, and type literals in
 * method expressions, which become identifiers.
 *
 * @param parses whether tree-sitter reads a text without error; asked for each `new(…)` and `make(…)` alone
 */
export function maskNewer(text: string, parses: (text: string) => boolean): Mask {
  const all = [...tokens(text)].filter((token) => token.kind !== 'comment');
  const closing = closingOf(text, all);
  const typeParameters = methodTypeParameters(text, all, closing);
  let masked = text;
  for (const { start, end } of [...typeParameters, ...furtherLabels(text, all)]) {
    masked = overwrite(masked, start, ' '.repeat(end - start));
  }
  for (const offset of [...emptyInitializers(text, all), ...emptyStatements(text, all)])
    masked = overwrite(masked, offset, ' ');
  for (const { start, end } of methodExpressions(text, all, closing)) {
    masked = overwrite(masked, start, 'T'.padEnd(end - start, '_'));
  }
  // From the last to the first, so that an argument is tried with its own calls masked already.
  for (let i = all.length - 1; i >= 0; i--) {
    const word = all[i] as Token;
    const close = closing.get(i + 1);
    if (close === undefined || !isAllocation(text, word) || text[(all[i + 1] as Token).start] !== '(') continue;
    const call = masked.slice(word.start, (all[close] as Token).end);
    if (!parses(`package p\nvar _ = ${call}\n`)) masked = overwrite(masked, word.end - 1, '_');
  }
  return { text: masked, typeParameters };
}

/**
 * Spells predeclared names in another way, for files that declare them as labels, type parameters or struct types, where the
 * grammar does not take them for names.
 */
export function maskPredeclared(text: string): string {
  const all = [...tokens(text)].filter((token) => token.kind !== 'comment');
  let masked = text;
  all.forEach((word, i) => {
    const next = all[i + 1];
    const isCall = next !== undefined && text[next.start] === '(';
    const name = text.slice(word.start, word.end);
    if (/^(?:nil|true|false|iota)$/.test(name) || (isAllocation(text, word) && !isCall)) {
      masked = overwrite(masked, word.end - 1, '_');
    }
  });
  return masked;
}

/** The `;` of `if ; ok {` and `switch ; {`. */
function emptyInitializers(text: string, all: readonly Token[]): number[] {
  return all.flatMap(({ start, end }, i) => {
    const next = all[i + 1];
    const word = text.slice(start, end);
    return (word === 'if' || word === 'switch') && next && text[next.start] === ';' ? [next.start] : [];
  });
}

/** The second label, and further ones, of `L: M: }`: the grammar knows one label without a statement. */
function furtherLabels(text: string, all: readonly Token[]): Range[] {
  const found: Range[] = [];
  const mark = (index: number): string | undefined => text[all[index]?.start ?? text.length];
  all.forEach((_, close) => {
    if (mark(close) !== '}') return;
    for (let i = close - 2; all[i - 2]?.kind === 'word' && mark(i - 1) === ':' && all[i]?.kind === 'word'; i -= 2) {
      if (mark(i + 1) !== ':') return;
      found.push({ start: (all[i] as Token).start, end: (all[i + 1] as Token).end });
    }
  });
  return found;
}

/** The type of `interface{ M() }.M`, `(struct{ T }).M` and `(*struct{ T }).M`. */
function methodExpressions(text: string, all: readonly Token[], closing: ReadonlyMap<number, number>): Range[] {
  const mark = (index: number): string | undefined => text[all[index]?.start ?? text.length];
  return all.flatMap(({ start, end }, i) => {
    const word = text.slice(start, end);
    const close = closing.get(i + 1);
    if ((word !== 'struct' && word !== 'interface') || close === undefined || mark(i + 1) !== '{') return [];
    const open = mark(i - 1) === '*' ? i - 2 : i - 1;
    const before = all[open - 1];
    // Behind a dot they are those of a type assertion, behind `new` or `make` those of a call.
    const isOperand = before === undefined || (mark(open - 1) !== '.' && !isAllocation(text, before));
    const inParentheses = mark(open) === '(' && isOperand && mark(close + 1) === ')';
    if (mark(inParentheses ? close + 2 : close + 1) !== '.') return [];
    return [{ start, end: (all[close] as Token).end }];
  });
}

function isAllocation(text: string, { start, end }: Token): boolean {
  const word = text.slice(start, end);
  return word === 'new' || word === 'make';
}

function overwrite(text: string, start: number, by: string): string {
  return text.slice(0, start) + by + text.slice(start + by.length);
}

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Index of each opening bracket among the tokens → index of the one that closes it. */
function closingOf(text: string, all: readonly Token[]): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  all.forEach((token, index) => {
    if (token.kind !== 'mark') return;
    const mark = text.slice(token.start, token.end);
    if (pairs[mark] !== undefined) open.push(index);
    else if (open.length > 0 && pairs[text[(all[open.at(-1) as number] as Token).start] as string] === mark) {
      closing.set(open.pop() as number, index);
    }
  });
  return closing;
}

/** `[P any]` of `func (r T) M[P any](…)`: top-level declarations only, since a function type may end in `R[P]`. */
function methodTypeParameters(text: string, all: readonly Token[], closing: ReadonlyMap<number, number>): Range[] {
  const found: Range[] = [];
  const at = (index: number): string => {
    const token = all[index];
    return token ? text.slice(token.start, token.end) : '';
  };
  for (let i = 0; i < all.length; i++) {
    const token = all[i] as Token;
    if (at(i) === 'func' && at(i + 1) === '(' && beginsDeclaration(text, all, i)) {
      const bracket = (closing.get(i + 1) ?? i) + 2;
      const close = closing.get(bracket);
      if (all[bracket - 1]?.kind === 'word' && at(bracket) === '[' && close !== undefined) {
        found.push({ start: (all[bracket] as Token).start, end: (all[close] as Token).end });
      }
    }
    // Nothing inside of brackets is at the top level.
    if (token.kind === 'mark') i = closing.get(i) ?? i;
  }
  return found;
}

function beginsDeclaration(text: string, all: readonly Token[], index: number): boolean {
  const before = all[index - 1];
  if (before === undefined) return true;
  const last = text.slice(before.start, before.end);
  if (last === ';') return true;
  const endsStatement = before.kind !== 'mark' || [')', ']', '}'].includes(last);
  return endsStatement && text.slice(before.end, (all[index] as Token).start).includes('\n');
}

/** A text of which tree-sitter makes the type parameter list at the same offsets. */
export function typeParametersAlone(original: string, { start, end }: Range): string {
  const head = 'func F';
  return `${' '.repeat(start - head.length)}${head}${original.slice(start, end)}()\n`;
}

/** Puts type parameters back into the method they were hidden from. */
export function graft(root: TreeNode, alone: TreeNode): void {
  const list = alone.children[0]?.field('type_parameters');
  if (list === undefined) return;
  const method = root.children.find((node) => node.start < list.start && list.end < node.end);
  if (method?.kind !== 'method_declaration') return;
  const after = method.children.findIndex((child) => child.fieldName === 'parameters');
  list.parent = method;
  method.children.splice(after, 0, list);
}

export function inOrder(comments: readonly Comment[]): readonly Comment[] {
  return [...comments].sort((a, b) => a.start - b.start);
}
