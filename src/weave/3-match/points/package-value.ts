import { syntaxText } from '../../../lang/tree/go-node.ts';
import { isTopLevel } from '../../../lang/tree/syntax-shapes.ts';
import type { PointHandler } from './handler.ts';

/** `package-value`: the specification of a variable or constant at the top level of its file. */
export const packageValue: PointHandler<'package-value'> = {
  kinds: () => ['ValueSpec'],
  matches: ({ name, keyword }, node) => {
    if (node.kind !== 'ValueSpec') return false;
    if (!isTopLevel(node.syntax) || (keyword !== undefined && node.syntax.kind !== `${keyword}_spec`)) return false;
    return node.syntax.fields('name').some((each) => syntaxText(node.unit, each) === name);
  },
};
