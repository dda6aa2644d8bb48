import type { SyntaxNode } from '../../lang/syntax/syntax.ts';

/**
 * Whether an identifier is the key of an element of a struct literal, and so the name of a field. Where the type of the
 * literal only has a name, it is taken for a struct's: named maps and slices seldom have variables for keys.
 */
export function isFieldKey(node: SyntaxNode): boolean {
  const element = node.parent;
  if (element?.kind !== 'literal_element' || element.fieldName !== 'key') return false;
  const type = typeOfBody(element.parent?.parent);
  return type === undefined || !/^(?:map|slice|array|implicit_length_array)_type$/.test(type.kind);
}

/** The type of the literal with this `{…}`; of one without a type of its own, that of the elements around it. */
function typeOfBody(body: SyntaxNode | undefined): SyntaxNode | undefined {
  const owner = body?.parent;
  if (owner?.kind === 'composite_literal') return owner.field('type');
  if (owner?.kind !== 'literal_element') return undefined;
  const outer = typeOfBody(owner.parent?.kind === 'keyed_element' ? owner.parent.parent : owner.parent);
  return outer?.field(owner.fieldName === 'key' ? 'key' : outer.kind === 'map_type' ? 'value' : 'element');
}
