import type { NodeKind } from '../../../lang/syntax/syntax.ts';
import type { TreeNode } from '../convert.ts';
import { field, inner, isType, leaf } from './make-nodes.ts';
import { TypeParser } from './parse-types.ts';
import { giveUp } from './scan-tokens.ts';

const words: ReadonlySet<NodeKind> = new Set<NodeKind>(['identifier', 'nil', 'true', 'false', 'iota']);

/** What was read as an expression, read as a type: which of both tree-sitter-go takes where Go's own parser leaves it open. */
export abstract class ReadingParser extends TypeParser {
  /**
   * What stands before anything but a call or a literal. An index that may be an instantiation as well is that one which the grammar
   * prefers.
   */
  protected settled(found: TreeNode): TreeNode {
    const { kind, end, children } = found;
    if (kind !== 'type_instantiation_expression' && kind !== 'index_expression') return found;
    const [name, ...given] = children as [TreeNode, ...TreeNode[]];
    const isOpen = kind === 'type_instantiation_expression' && name.fieldName === 'operand';
    if (kind === 'type_instantiation_expression' && !isOpen) return found;
    const isIndexed = kind === 'index_expression';
    if (isIndexed && !mayBeType(given[0] as TreeNode)) return found;
    const type = this.isName(name) || name.kind === 'index_expression' ? this.asType(name) : undefined;
    const types = type && this.asTypes(given);
    if (type === undefined || types === undefined) return isIndexed ? found : giveUp();
    if (isIndexed && weightOfTypes([type, ...types]) - 1 < weight(found)) return found;
    return inner('type_instantiation_expression', type.start, end, [field('type', type), ...types]);
  }

  /** The type that a call of one operand converts to; undefined where it is no conversion. */
  protected calledType(called: TreeNode): TreeNode | undefined {
    if (called.kind === 'implicit_length_array_type') giveUp();
    if (isType(called)) return called;
    if (called.kind === 'index_expression' || called.kind === 'type_instantiation_expression')
      return this.asType(called);
    if (called.kind !== 'parenthesized_expression') return undefined;
    const type = this.asType(called);
    return type !== undefined && weightOfTypes([type]) - 1 >= weight(called) ? type : undefined;
  }

  /** `[A, B]` of a call `f[A, B](…)`; undefined for a call of an element. */
  protected calledTypes(called: TreeNode): TreeNode | undefined {
    const { kind, children } = called;
    if (kind !== 'index_expression' && kind !== 'type_instantiation_expression') return undefined;
    const [name, ...given] = children as [TreeNode, ...TreeNode[]];
    const types = this.asTypes(given);
    if (kind === 'index_expression') {
      if (types === undefined || weightOfTypes(types) + 1 <= weight(given[0] as TreeNode)) return undefined;
    }
    return types === undefined ? giveUp() : this.typeArguments(name, types, called.end);
  }

  protected isName({ kind, children }: TreeNode): boolean {
    return kind === 'identifier' || (kind === 'selector_expression' && children[0]?.kind === 'identifier');
  }

  private asTypes(given: readonly TreeNode[]): TreeNode[] | undefined {
    const types: TreeNode[] = [];
    for (const each of given) {
      const type = this.asType(each);
      if (type === undefined) return undefined;
      types.push(type);
    }
    return types;
  }

  /** What was read as an expression, as the type that it may be as well; undefined for what is no type. */
  protected asType(node: TreeNode): TreeNode | undefined {
    const { kind, start, end, children } = node;
    const [first, second] = children;
    if (isType(node)) return node;
    if (words.has(kind)) return leaf('type_identifier', start, end);
    if (first === undefined) return undefined;
    switch (kind) {
      case 'selector_expression': {
        if (first.kind !== 'identifier' || second === undefined) return undefined;
        const name = field('name', leaf('type_identifier', second.start, second.end));
        const pkg = field('package', leaf('package_identifier', first.start, first.end));
        return inner('qualified_type', start, end, [pkg, name]);
      }
      case 'parenthesized_expression': {
        const type = this.asType(first);
        return type && inner('parenthesized_type', start, end, [field(undefined, type)]);
      }
      case 'unary_expression': {
        const type = this.text[start] === '*' && second !== undefined ? this.asType(second) : undefined;
        return type && inner('pointer_type', start, end, [field(undefined, type)]);
      }
      case 'index_expression':
      case 'type_instantiation_expression': {
        const type = this.isName(first) || isType(first) ? this.asType(first) : undefined;
        const types = type && this.asTypes(children.slice(1));
        if (type === undefined || types === undefined) return undefined;
        const list = this.typeArguments(type, types, end);
        return inner('generic_type', start, end, [field('type', type), field('type_arguments', list)]);
      }
      default:
        return undefined;
    }
  }

  /** @param name what the brackets follow */
  private typeArguments(name: TreeNode, types: readonly TreeNode[], end: number): TreeNode {
    const open = this.text.indexOf('[', name.end);
    if (this.text.slice(name.end, open).includes('/')) giveUp();
    const elements = types.map((type) => inner('type_elem', type.start, type.end, [field(undefined, type)]));
    return inner('type_arguments', open, end, elements);
  }
}

/** Cheap: most indexes are no types, as they are literals, calls and sums. */
function mayBeType({ kind }: TreeNode): boolean {
  return (
    kind === 'identifier' ||
    kind === 'selector_expression' ||
    kind === 'index_expression' ||
    kind === 'unary_expression' ||
    kind === 'parenthesized_expression' ||
    kind === 'type_instantiation_expression'
  );
}

/**
 * How much tree-sitter-go prefers a reading: the sum of its `prec.dynamic`, for the nodes that can be read in two ways. Of two
 * readings with the same sum it takes an instantiation before an index, a conversion before a call, and a call of an element before
 * one with type arguments.
 */
function weight({ kind, children }: TreeNode): number {
  const [first, second] = children;
  switch (kind) {
    case 'index_expression':
      return 1 + weight(first as TreeNode) + weight(second as TreeNode);
    case 'type_instantiation_expression':
      return weightOfTypes(children) - 1;
    case 'parenthesized_expression':
      return weight(first as TreeNode);
    case 'unary_expression':
      return weight(second as TreeNode);
    default:
      return 0;
  }
}

function weightOfTypes(types: readonly TreeNode[]): number {
  let sum = 0;
  for (const { kind, children } of types) {
    if (kind === 'type_identifier') sum--;
    else if (kind === 'pointer_type' || kind === 'parenthesized_type' || kind === 'type_elem')
      sum += weightOfTypes(children);
    else if (kind === 'generic_type') sum += 3 + weightOfTypes(children[1]?.children ?? []);
  }
  return sum;
}
