import { syntaxText } from '../go-node.ts';
import type { PointHandler } from './handler.ts';

/** `package-value`: the specification of a variable or constant at the top level of its file. */
export const packageValue: PointHandler<'package-value'> = {
  kinds: () => ['ValueSpec'],
  matches: ({ name, keyword }, node) => {
    if (node.kind !== 'ValueSpec') return false;
    const list = node.syntax.parent;
    const declaration = list?.kind === 'var_spec_list' ? list.parent : list;
    if (declaration?.parent?.kind !== 'source_file') return false;
    if (keyword !== undefined && declaration.kind !== `${keyword}_declaration`) return false;
    return node.syntax.fields('name').some((each) => syntaxText(node.unit, each) === name);
  },
};
