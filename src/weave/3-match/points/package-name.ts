import { syntaxText } from '../../../lang/tree/go-node.ts';
import type { PointHandler } from './handler.ts';

/** `package-name: n`: the name in the file's package clause, so external tests are `n_test`. */
export const packageName: PointHandler<'package-name'> = {
  kinds: () => 'any',
  matches: (point, _, ctx) => {
    const clause = ctx.file.tree.root.children.find((node) => node.kind === 'package_clause');
    const name = clause?.children[0];
    return name !== undefined && syntaxText(ctx.file, name) === point.name;
  },
};
