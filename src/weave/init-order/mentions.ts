import { once } from '../../base/once.ts';
import { specsOf } from '../../lang/names/scope.ts';
import { readable } from '../../lang/syntax/source.ts';
import type { SyntaxNode, SyntaxTree } from '../../lang/syntax/syntax.ts';

/**
 * A declaration at package level that initialisation can depend on. Functions and variables are known by their names, methods of whatever
 * type by their names behind a dot.
 */
export interface Initialised {
  readonly key: string;
  readonly kind: 'function' | 'variable';
  /** Of a variable: whether its value is computed while the program starts. A literal is a part of the program's data. */
  readonly isComputed: boolean;
  /** What it mentions, by key; names that are something else, a local variable or a field, among them. */
  readonly mentions: () => ReadonlySet<string>;
}

/** The same in a tree. */
export interface Declaration extends Initialised {
  /** Tells declarations of one file apart. */
  readonly id: string;
  /** One character per byte. */
  readonly text: string;
  /** The mentions of a part of its text, and of the names at the edges of that. Offsets are those of `text`. */
  readonly mentionsIn: (start: number, end: number) => ReadonlySet<string>;
}

/** The declarations of a file. */
export function declarationsOf(tree: SyntaxTree): readonly Declaration[] {
  const declared: Declaration[] = [];
  const count = new Map<string, number>();
  const add = (key: string, node: SyntaxNode, part: Pick<Declaration, 'kind' | 'isComputed'>): void => {
    const receiver = node.field('receiver');
    const base = `${receiver === undefined ? '' : textOf(tree, receiver)} ${key}`;
    const n = count.get(base) ?? 0;
    count.set(base, n + 1);
    declared.push({
      key,
      id: `${base} ${n}`,
      text: tree.source.text.slice(node.start, node.end),
      mentions: once(() => namesIn(tree, node, node)),
      mentionsIn: (start, end) => namesIn(tree, node, { start: node.start + start, end: node.start + end }),
      ...part,
    });
  };
  for (const node of tree.root.children) {
    const name = node.field('name');
    if (node.kind === 'function_declaration' && name !== undefined) {
      add(textOf(tree, name), node, { kind: 'function', isComputed: false });
    } else if (node.kind === 'method_declaration' && name !== undefined) {
      add(`.${textOf(tree, name)}`, node, { kind: 'function', isComputed: false });
    } else if (node.kind === 'var_declaration') {
      for (const spec of specsOf(node)) {
        const isComputed = spec.fields('value').some(isComputedValue);
        for (const each of spec.fields('name')) {
          if (/identifier$/.test(each.kind)) add(textOf(tree, each), spec, { kind: 'variable', isComputed });
        }
      }
    }
  }
  return declared;
}

function textOf(tree: SyntaxTree, node: SyntaxNode): string {
  return readable(tree.source, node.start, node.end);
}

const literals: ReadonlySet<string> = new Set([
  'expression_list',
  'false',
  'float_literal',
  'imaginary_literal',
  'int_literal',
  'interpreted_string_literal',
  'nil',
  'operator',
  'parenthesized_expression',
  'raw_string_literal',
  'rune_literal',
  'true',
  'unary_expression',
]);

function isComputedValue(node: SyntaxNode): boolean {
  return !literals.has(node.kind) || node.children.some(isComputedValue);
}

/** Names in what of a node is in a range or touches it. */
function namesIn(
  tree: SyntaxTree,
  root: SyntaxNode,
  range: { readonly start: number; readonly end: number },
): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.end < range.start || node.start > range.end) continue;
    if (node.kind === 'identifier') found.add(textOf(tree, node));
    else if (node.kind === 'field_identifier') found.add(`.${textOf(tree, node)}`);
    for (const child of node.children) open.push(child);
  }
  return found;
}
