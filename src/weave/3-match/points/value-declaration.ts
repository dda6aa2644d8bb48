import { matchesType } from '../../../lang/names/matches-type.ts';
import { goNode } from '../../../lang/tree/go-node.ts';
import type { PointHandler } from './handler.ts';

/** `value-declaration: type`: variables and constants declared with that type, or without one. */
export const valueDeclaration: PointHandler<'value-declaration'> = {
  kinds: () => ['ValueSpec'],
  matches: (point, node, ctx) => {
    if (node.kind !== 'ValueSpec') return false;
    const type = node.syntax.field('type');
    return type === undefined || matchesType(point.type, goNode(node.unit, type), ctx);
  },
};
