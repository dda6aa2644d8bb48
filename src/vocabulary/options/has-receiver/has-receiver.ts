import { signatureOf } from '../../../lang/tree/signature.ts';
import { everywhere } from '../../conditions/condition.ts';
import { maybe, nothing, silentOption, undecided } from '../../nothing.ts';
import type { OptionKind } from '../../option-kind.ts';
import { receiverReason } from '../what-there-is.ts';

/** Methods, or all other functions. */
export interface HasReceiver {
  readonly kind: 'has-receiver';
  readonly value: boolean;
}

/** YAML writes it `receiver: true`: the word is with the kind `receiver`. */
export const hasReceiver: OptionKind<HasReceiver> = {
  words: {},
  types: nothing,
  interfaces: nothing,
  implied: nothing,
  texts: nothing,
  near: nothing,
  reach: maybe,
  bound: () => everywhere,
  holds: ({ value }, fn) => (signatureOf(fn).receiver !== undefined) === value,
  explain: { package: undecided, node: (_, fn) => receiverReason(fn) },
  lint: { ...silentOption, fixes: ({ value }) => [['whether a function is a method', String(value)]] },
};
