import { TreeNode } from './convert.ts';

/** Kinds that {@link repair} looks at. */
export const suspectKinds: ReadonlySet<string> = new Set(['parameter_list', 'type_conversion_expression']);

/**
 * Turns what tree-sitter-go reads otherwise than go/parser into what go/parser reads, without an ERROR node to tell it.
 * `suspects` in the order of a walk, parents first. Found by holding both trees against each other over the standard
 * library of Go 1.24 to 1.27 and the go repository's test folder.
 */
export function repair(suspects: readonly TreeNode[], text: string): void {
  for (const node of suspects) {
    if (node.kind === 'parameter_list') joinNames(node);
    else liftOperator(node, text);
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
 * the converted value. Likewise `<-chan int(x)` receives from `chan int(x)`. The conversion becomes the operand.
 */
function liftOperator(conversion: TreeNode, text: string): void {
  const outer = conversion.field('type');
  if (outer === undefined) return;
  const length = outer.kind === 'pointer_type' ? 1 : text.startsWith('<-', outer.start) ? 2 : 0;
  if (length === 0) return;
  const type = length === 1 ? outer.children[0] : sendingChannel(outer, text);
  if (type === undefined) return;
  const rest = conversion.children.filter((child) => child !== outer);
  const inner = new TreeNode('type_conversion_expression', type.start, conversion.end, 'operand', conversion);
  type.fieldName = 'type';
  inner.adopt(type);
  for (const child of rest) inner.adopt(child);
  conversion.kind = 'unary_expression';
  conversion.children.length = 0;
  conversion.adopt(new TreeNode('operator', outer.start, outer.start + length, 'operator', conversion));
  conversion.adopt(inner);
  liftOperator(inner, text);
}

/** The type `chan T` of `<-chan T`. */
function sendingChannel(receiving: TreeNode, text: string): TreeNode | undefined {
  if (receiving.kind !== 'channel_type') return undefined;
  const start = text.indexOf('chan', receiving.start);
  const type = new TreeNode('channel_type', start, receiving.end, 'type', undefined);
  for (const child of receiving.children) type.adopt(child);
  return type;
}
