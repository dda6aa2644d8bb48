import { typeName } from '../../../aspects/shape.ts';
import { matchesType } from '../../../lang/names/matches-type.ts';
import { reachesPackage } from '../../../lang/names/reaches-package.ts';
import type { TypeName } from '../../../lang/names/type-name.ts';
import { signatureOf, typeOfGroup } from '../../../lang/tree/signature.ts';
import type { FieldGroup, GoNode } from '../../../lang/tree/unit.ts';
import { reaches } from '../../conditions/condition.ts';
import { nothing, silentOption } from '../../nothing.ts';
import type { OptionKind, OptionWord } from '../../option-kind.ts';
import { possibly } from '../../reach.ts';
import { notImported } from '../../reasons.ts';
import { filledTypeOf } from '../read-option.ts';
import { signatureReason } from '../what-there-is.ts';

/** A parameter, a result, or the last result is of the type. */
export interface HasType {
  readonly kind: 'has-type';
  readonly list: 'argument' | 'result' | 'final-result';
  readonly type: TypeName;
}

/** Three words read to this kind, each to one list. */
export const hasType: OptionKind<HasType> = {
  words: {
    argument: word('argument', 'A parameter is of this type.', 'context.Context'),
    result: word('result', 'A result is of this type.', 'error'),
    'final-result': word('final-result', 'The last result is of this type.', 'error'),
  },
  types: ({ type }) => [type],
  interfaces: nothing,
  implied: nothing,
  texts: nothing,
  near: nothing,
  reach: ({ type }, facts) => possibly(reachesPackage(type.path, facts)),
  bound: ({ type }) => reaches(type.path),
  holds: ({ type, list }, fn, ctx) =>
    lists[list](fn).some((field) => matchesType(type, typeOfGroup(fn.unit, field), ctx)),
  explain: {
    package: ({ type: { path } }, facts) => (reachesPackage(path, facts) ? undefined : notImported(path)),
    node: (_, fn) => signatureReason(fn),
  },
  lint: silentOption,
};

function word(list: HasType['list'], doc: string, example: string): OptionWord<HasType> {
  return { shape: typeName, doc, example, read: (entry) => ({ kind: 'has-type', list, type: filledTypeOf(entry) }) };
}

const lists: Readonly<Record<HasType['list'], (fn: GoNode) => readonly FieldGroup[]>> = {
  argument: (fn) => signatureOf(fn).parameters.fields,
  result: (fn) => signatureOf(fn).results.fields,
  'final-result': (fn) => signatureOf(fn).results.fields.slice(-1),
};
