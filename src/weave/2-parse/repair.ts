import { TreeNode } from './convert.ts';

/** Kinds that {@link repair} looks at. */
export const suspectKinds: ReadonlySet<string> = new Set(['parameter_list', 'type_conversion_expression']);

/**
 * Turns what tree-sitter-go reads otherwise than go/parser into what go/parser reads, without an ERROR node to tell it.
 * `suspects` in the order of a walk, parents first. Found by holding both trees against each other over the standard
 * library of Go 1.24 to 1.27 and the go repository's test folder.
 */
export function repair(suspects: readonly TreeNode[]): void {
  for (const node of suspects) {
    if (node.kind === 'parameter_list') joinNames(node);
    else liftStar(node);
  }
}

/**
 * `(a, b, …, j uintptr)`: from the tenth name on, the parser drops the reading in which the first ones are names, and
 * takes those for types. Where one parameter has a name all have, so a lone type before a named one is a name of it.
 */
function joinNames(list: TreeNode): void {
  const { children } = list;
  if (!children.some((child) => child.field('name')) || children.every((child) => child.field('name'))) return;
  const kept: TreeNode[] = [];
  let waiting: TreeNode[] = [];
  for (const child of children) {
    const type = child.field('type');
    if (child.kind === 'parameter_declaration' && !child.field('name') && type?.kind === 'type_identifier') {
      waiting.push(type);
    } else if (waiting.length === 0) {
      kept.push(child);
    } else {
      const first = waiting[0] as TreeNode;
      const joined = new TreeNode(child.kind, first.start, child.end, child.fieldName, list);
      for (const name of waiting) joined.adopt(new TreeNode('identifier', name.start, name.end, 'name', joined));
      for (const grandchild of child.children) joined.adopt(grandchild);
      kept.push(joined);
      waiting = [];
    }
  }
  children.splice(0, children.length, ...kept);
}

/**
 * `*(*[]byte)(x)`: read as a conversion to a pointer, because `(*[]byte)` can only be a type; in Go the star applies to
 * the converted value. The conversion itself becomes the operand.
 */
function liftStar(conversion: TreeNode): void {
  const pointer = conversion.field('type');
  const type = pointer?.children[0];
  if (pointer?.kind !== 'pointer_type' || type === undefined) return;
  const rest = conversion.children.filter((child) => child !== pointer);
  const inner = new TreeNode('type_conversion_expression', type.start, conversion.end, 'operand', conversion);
  type.fieldName = 'type';
  inner.adopt(type);
  for (const child of rest) inner.adopt(child);
  conversion.kind = 'unary_expression';
  conversion.children.length = 0;
  conversion.adopt(new TreeNode('operator', pointer.start, pointer.start + 1, 'operator', conversion));
  conversion.adopt(inner);
  liftStar(inner);
}
