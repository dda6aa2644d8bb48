import { typeName } from '../../aspects/shape.ts';
import { groupImplements } from '../../lang/names/implements.ts';
import { matchesType } from '../../lang/names/matches-type.ts';
import type { TypeName } from '../../lang/names/type-name.ts';
import { typeOfGroup } from '../../lang/tree/signature.ts';
import type { FieldGroup, GoNode } from '../../lang/tree/unit.ts';
import { everywhere } from '../conditions/condition.ts';
import { maybe, nothing, silentOption, undecided } from '../nothing.ts';
import type { OptionKind } from '../option-kind.ts';
import { filledTypeOf } from './read-option.ts';
import { signatureReason } from './what-there-is.ts';

interface Implements<K extends string> {
  readonly kind: K;
  readonly type: TypeName;
}

/**
 * An option of this kind: one of the fields is written with the type, or implements it. A type implements an interface
 * without importing its package, so nothing is implied; what the interface declares decides.
 */
export function implementing<K extends string>(
  kind: K,
  doc: string,
  example: string,
  fieldsOf: (fn: GoNode) => readonly FieldGroup[],
): OptionKind<Implements<K>> {
  return {
    words: { [kind]: { shape: typeName, doc, example, read: (entry) => ({ kind, type: filledTypeOf(entry) }) } },
    types: ({ type }) => [type],
    interfaces: ({ type }) => [type],
    implied: nothing,
    texts: nothing,
    near: nothing,
    reach: maybe,
    bound: () => everywhere,
    holds: ({ type }, fn, ctx) => {
      const { unit } = fn;
      const fields = fieldsOf(fn);
      // The cheap answer first: a type written as the name needs no type checker.
      if (fields.some((field) => matchesType(type, typeOfGroup(unit, field), ctx))) return true;
      return fields.some((field) => groupImplements(type, { unit, field }, ctx) === true);
    },
    explain: { package: undecided, node: (_, fn) => signatureReason(fn) },
    lint: silentOption,
  };
}
