import { samePath } from '../../../lang/names/names.ts';
import { syntaxText } from '../../../lang/tree/go-node.ts';
import { isTopLevel } from '../../../lang/tree/syntax-shapes.ts';
import type { PointHandler } from './handler.ts';

/** `struct-definition: path.T`: the specification of T, written as a struct type, in that package; not a T inside a function. */
export const structDefinition: PointHandler<'struct-definition'> = {
  kinds: () => ['TypeSpec'],
  matches: (point, node, ctx) => {
    const name = node.syntax.field('name');
    return (
      node.kind === 'TypeSpec' &&
      name !== undefined &&
      node.syntax.field('type')?.kind === 'struct_type' &&
      syntaxText(node.unit, name) === point.type.name &&
      isTopLevel(node.syntax) &&
      (point.anyPackage === true || samePath(point.type.path, ctx.facts.importPath))
    );
  },
};
