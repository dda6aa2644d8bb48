import type { MatchContext } from '../../../lang/names/match-context.ts';
import type { FieldName, SyntaxNode } from '../../../lang/syntax/syntax.ts';
import type { GoKind } from '../../../lang/tree/go-kind.ts';
import { goNode } from '../../../lang/tree/go-node.ts';
import { listed } from '../../../lang/tree/syntax-shapes.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';

/** What a field of a node of go/ast holds. */
export type DotValue =
  | { readonly kind: 'node'; readonly node: GoNode | undefined }
  | { readonly kind: 'nodes'; readonly nodes: readonly GoNode[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'flag'; readonly value: boolean };

export type FieldReader = (node: GoNode, ctx: MatchContext) => DotValue;
export type FieldTable = { readonly [K in GoKind]?: Readonly<Record<string, FieldReader>> };

export const textField = (value: string): DotValue => ({ kind: 'text', text: value });
export const flagField = (value: boolean): DotValue => ({ kind: 'flag', value });
export const one = (node: GoNode | undefined): DotValue => ({ kind: 'node', node });

/** The node in a field of the grammar. */
export function inField(name: FieldName): FieldReader {
  return (node) => one(at(node, node.syntax.field(name)));
}

/** The nodes of a list in a field of the grammar; a single node counts as a list of one. */
export function listIn(name: FieldName): FieldReader {
  return (node) => ({ kind: 'nodes', nodes: allFields(node, listed(node.syntax.field(name))) });
}

/** The n-th child that the grammar has no field name for. */
export function child(index = 0): FieldReader {
  return (node) => one(at(node, node.syntax.children.filter((c) => c.kind !== 'operator')[index]));
}

export function at(node: GoNode, syntax: SyntaxNode | undefined): GoNode | undefined {
  return syntax === undefined ? undefined : goNode(node.unit, syntax);
}

export function allFields(node: GoNode, list: readonly SyntaxNode[]): GoNode[] {
  return list.map((syntax) => goNode(node.unit, syntax)).filter((found) => found !== undefined);
}
