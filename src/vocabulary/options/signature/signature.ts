import { matchesType } from '../../../lang/names/matches-type.ts';
import type { TypeName } from '../../../lang/names/type-name.ts';
import { signatureOf, typeOfGroup } from '../../../lang/tree/signature.ts';
import type { FieldGroup, FieldGroups } from '../../../lang/tree/unit.ts';
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
  wordsOfTypes,
} from '../signature-types.ts';
import { signatureReason } from '../what-there-is.ts';

/** Exactly these parameters and results. */
export interface Signature extends SignatureTypes {
  readonly kind: 'signature';
  /** `(a, b int)` counts as two, not as one. */
  readonly flat?: boolean | undefined;
}

export const signature: OptionKind<Signature> = {
  words: {
    signature: {
      shape: signatureKeys,
      doc: 'Exactly these parameters and results.',
      example: '{ args: [string], returns: [error] }',
      read: (entry) => ({ kind: 'signature', ...signatureTypes(entry) }),
    },
  },
  types: allTypes,
  interfaces: nothing,
  implied: allTypes,
  texts: nothing,
  near: wordsOfTypes,
  reach: reachOfTypes,
  bound: boundOfTypes,
  holds: (option, fn, ctx) => {
    const exact = (wanted: readonly TypeName[], groups: FieldGroups): boolean => {
      const fields = listed(option, groups);
      return (
        wanted.length === fields.length &&
        wanted.every((type, i) => matchesType(type, typeOfGroup(fn.unit, fields[i] as FieldGroup), ctx))
      );
    };
    const { parameters, results } = signatureOf(fn);
    return exact(option.args, parameters) && exact(option.returns, results);
  },
  explain: { package: absentType, node: (_, fn) => signatureReason(fn) },
  lint: silentOption,
};

/** Group by group, as Orchestrion compares: `(a, b int)` is one entry. */
function listed({ flat }: Signature, { fields }: FieldGroups): readonly FieldGroup[] {
  if (!flat) return fields;
  return fields.flatMap((field) => Array.from({ length: Math.max(1, field.names.length) }, () => field));
}
