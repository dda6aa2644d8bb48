import { weaveNeedsTypes, weaveTypeUnknown } from '../../report/codes/weave.ts';
import { typeOfGroup } from '../tree/signature.ts';
import { spanOf } from '../tree/span.ts';
import type { FieldGroup, Unit } from '../tree/unit.ts';
import type { MatchContext } from './match-context.ts';
import { matchesType } from './matches-type.ts';
import type { TypeName } from './type-name.ts';
import { printTypeName } from './type-name.ts';
import { isUnknown } from './type-oracle.ts';

/**
 * Whether a parameter or result is written as the type, or implements it where it is an interface.
 *
 * @returns undefined where the interface cannot be found
 * @throws GotsError weave_needs_types when only the type checker can say and none is at hand, weave_type_unknown when it cannot
 */
export function groupImplements(
  type: TypeName,
  where: { readonly unit: Unit; readonly field: FieldGroup },
  ctx: MatchContext,
): boolean | undefined {
  const { unit, field } = where;
  const written = typeOfGroup(unit, field);
  if (matchesType(type, written, ctx)) return true;
  // A type that only a template wrote was never type-checked.
  if (unit.rendered !== undefined) return false;
  const { start, end } = field.type;
  const question = `whether a type implements ${printTypeName(type)}`;
  if (ctx.oracle === undefined) weaveNeedsTypes(spanOf(unit, start), question);
  const answer = ctx.oracle.implementsInterface({ file: unit.tree.source.name, start, end }, type);
  return isUnknown(answer) ? weaveTypeUnknown(spanOf(unit, start), question, answer.unknown) : answer;
}
