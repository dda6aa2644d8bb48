import type { FieldName, NodeKind } from '../../../lang/syntax/syntax.ts';
import { TreeNode } from '../convert.ts';

/** Kinds of nodes that can only be types. */
const typeKinds: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'array_type',
  'channel_type',
  'function_type',
  'generic_type',
  'implicit_length_array_type',
  'interface_type',
  'map_type',
  'negated_type',
  'parenthesized_type',
  'pointer_type',
  'qualified_type',
  'slice_type',
  'struct_type',
  'type_identifier',
]);

export function isType(node: TreeNode): boolean {
  return typeKinds.has(node.kind);
}

/** Shared by all leaves, which are half of a tree. */
const none: TreeNode[] = [];

export function leaf(kind: NodeKind, start: number, end: number): TreeNode {
  return new TreeNode(kind, start, end, undefined, undefined, none);
}

export function inner(kind: NodeKind, start: number, end: number, children: TreeNode[]): TreeNode {
  // A list that was pushed to has room for 17; as a copy it takes a sixth of the memory, and trees live long enough to be moved.
  const made = new TreeNode(kind, start, end, undefined, undefined, children.slice());
  for (const child of children) child.parent = made;
  return made;
}

export function field(name: FieldName | undefined, node: TreeNode): TreeNode {
  node.fieldName = name;
  return node;
}
