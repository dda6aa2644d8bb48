import { samePath } from '../../../lang/names/names.ts';
import { syntaxText } from '../../../lang/tree/go-node.ts';
import { isTopLevel } from '../../../lang/tree/syntax-shapes.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import type { PointHandler } from './handler.ts';

/**
 * `declaration-of: path.Name`: the function, variable or constant of that name, in that package. Orchestrion counts methods
 * of that name, and variables inside functions.
 */
export const declarationOf: PointHandler<'declaration-of'> = {
  kinds: () => ['FuncDecl', 'ValueSpec'],
  matches: (point, node, ctx) =>
    (node.kind === 'FuncDecl' || node.kind === 'ValueSpec') &&
    samePath(point.path, ctx.facts.importPath) &&
    (point.quirks === true || isOfPackage(node)) &&
    node.syntax.fields('name').some((name) => syntaxText(node.unit, name) === point.name),
};

function isOfPackage({ kind, syntax }: GoNode): boolean {
  return kind === 'FuncDecl' ? syntax.kind === 'function_declaration' : isTopLevel(syntax);
}
