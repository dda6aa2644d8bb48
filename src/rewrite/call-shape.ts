import { type CallShape, isUnknown } from '../lang/names/type-oracle.ts';
import { spanOf } from '../lang/tree/span.ts';
import type { GoNode } from '../lang/tree/unit.ts';
import { weaveNeedsTypes, weaveTypeUnknown } from '../report/codes/weave.ts';
import type { FileSession } from './file-session.ts';

/**
 * The shape of a call in a file of the package.
 *
 * @param onlyValues as for `TypeOracle.callShape`
 * @throws GotsError weave_needs_types, weave_type_unknown
 */
export function shapeOf({ unit, syntax }: GoNode, { ctx }: FileSession, onlyValues = false): CallShape {
  const { start, end } = syntax;
  const question = 'how many values this call takes and has';
  if (ctx.oracle === undefined) return weaveNeedsTypes(spanOf(unit, start), question);
  const shape = ctx.oracle.callShape({ file: unit.tree.source.name, start, end }, onlyValues);
  return isUnknown(shape) ? weaveTypeUnknown(spanOf(unit, start), question, shape.unknown) : shape;
}

/** `A0`, `A1` and so on. */
export function numbered(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${letter}${i}`);
}
