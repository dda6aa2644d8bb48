import { current, goNode, syntaxText } from '../tree/go-node.ts';
import type { GoNode } from '../tree/unit.ts';
import type { MatchContext } from './match-context.ts';
import { isLocalName, nameOf, samePath, selectorParts } from './names.ts';
import type { TypeName } from './type-name.ts';

/**
 * Whether a type expression names the type, by syntax alone: type arguments are ignored, `interface{}` is `any`, and a
 * type of the package itself has no path, so that a library's own use of its types never matches `path.T`.
 */
export function matchesType(type: TypeName, node: GoNode | undefined, ctx: MatchContext): boolean {
  if (node === undefined) return false;
  const expression = current(node);
  const { unit, syntax } = expression;
  switch (expression.kind) {
    case 'StarExpr': {
      const inner = syntax.children.find((child) => child.kind !== 'operator');
      return type.pointer && inner !== undefined && matchesType({ ...type, pointer: false }, goNode(unit, inner), ctx);
    }
    case 'IndexExpr':
    case 'IndexListExpr': {
      const generic = syntax.field('type') ?? syntax.field('operand') ?? syntax.children[0];
      return !type.pointer && generic !== undefined && matchesType(type, goNode(unit, generic), ctx);
    }
    case 'ParenExpr': {
      const [inner] = syntax.children;
      return inner !== undefined && matchesType(type, goNode(unit, inner), ctx);
    }
    case 'InterfaceType':
      return type.name === 'any' && type.path === undefined && syntax.children.length === 0;
    case 'Ident':
    case 'SelectorExpr':
      return !type.pointer && matchesName(type, expression, ctx);
    default:
      return false;
  }
}

function matchesName(type: TypeName, node: GoNode, ctx: MatchContext): boolean {
  const name = nameOf(node, ctx);
  if (name !== undefined) {
    if (name.name !== type.name || !samePath(name.path, type.path)) return false;
    // Type parameters and types of functions are none of the package.
    return name.path !== undefined || !isLocalName(node);
  }
  const { left, right } = selectorParts(node.syntax);
  // Only text from a template can have a qualifier that is no import; it is compared as it is written.
  if (node.unit.rendered === undefined || left === undefined || right === undefined) return false;
  return syntaxText(node.unit, right) === type.name && syntaxText(node.unit, left) === type.path;
}

/** Whether a receiver's type is this type, which has to belong to the package at hand. */
export function matchesDefinition(type: TypeName, node: GoNode | undefined, ctx: MatchContext): boolean {
  if (!samePath(type.path, ctx.facts.importPath)) return false;
  return matchesType({ pointer: type.pointer, name: type.name }, node, ctx);
}
