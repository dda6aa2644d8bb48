import { syntaxText } from '../go-node.ts';
import { samePath } from '../names.ts';
import type { PointHandler } from './handler.ts';

/** `declaration-of: path.Name`: the function (or method), variable or constant of that name, in that package. */
export const declarationOf: PointHandler<'declaration-of'> = {
  kinds: () => ['FuncDecl', 'ValueSpec'],
  matches: (point, node, ctx) =>
    (node.kind === 'FuncDecl' || node.kind === 'ValueSpec') &&
    samePath(point.path, ctx.facts.importPath) &&
    node.syntax.fields('name').some((name) => syntaxText(node.unit, name) === point.name),
};
