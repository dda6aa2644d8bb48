import { matchesType } from '../../../lang/names/matches-type.ts';
import type { TypeName } from '../../../lang/names/type-name.ts';
import { signatureOf, typeOfGroup } from '../../../lang/tree/signature.ts';
import type { FieldGroups } from '../../../lang/tree/unit.ts';
import { nothing, silentOption } from '../../nothing.ts';
import type { OptionKind } from '../../option-kind.ts';
import {
  absentType,
  allTypes,
  boundOfTypes,
  reachOfTypes,
  type SignatureTypes,
  signatureKeys,
  signatureTypes,
} from '../signature-types.ts';
import { signatureReason } from '../what-there-is.ts';

/** One of the results or one of the parameters is enough. */
export interface SignatureContains extends SignatureTypes {
  readonly kind: 'signature-contains';
}

export const signatureContains: OptionKind<SignatureContains> = {
  words: {
    'signature-contains': {
      shape: signatureKeys,
      doc: 'At least one of the parameters or results.',
      example: '{ args: [context.Context] }',
      read: (entry) => ({ kind: 'signature-contains', ...signatureTypes(entry) }),
    },
  },
  types: allTypes,
  interfaces: nothing,
  // It asks for any one of its types, so it implies no particular one.
  implied: nothing,
  texts: nothing,
  near: nothing,
  reach: reachOfTypes,
  bound: boundOfTypes,
  holds: ({ args, returns }, fn, ctx) => {
    const some = (wanted: readonly TypeName[], { fields }: FieldGroups): boolean =>
      wanted.some((type) => fields.some((field) => matchesType(type, typeOfGroup(fn.unit, field), ctx)));
    const { parameters, results } = signatureOf(fn);
    return some(returns, results) || some(args, parameters);
  },
  explain: { package: absentType, node: (_, fn) => signatureReason(fn) },
  lint: silentOption,
};
