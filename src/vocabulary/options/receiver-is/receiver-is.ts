import { receiverText } from '../../../lang/tree/functions.ts';
import { everywhere } from '../../conditions/condition.ts';
import { maybe, nothing, silentOption, undecided } from '../../nothing.ts';
import type { OptionKind } from '../../option-kind.ts';
import { receiverReason } from '../what-there-is.ts';

/** The receiver's type as `T` or `*T`, of the package itself, type arguments left out. */
export interface ReceiverIs {
  readonly kind: 'receiver-is';
  readonly text: string;
}

/** Only rules of otelc and loongsuite name a receiver without its package. */
export const receiverIs: OptionKind<ReceiverIs> = {
  words: {},
  types: nothing,
  interfaces: nothing,
  implied: nothing,
  texts: ({ text }) => [text.replace('*', '')],
  near: ({ text }) => [text.replace('*', '')],
  reach: maybe,
  bound: () => everywhere,
  holds: ({ text }, fn) => fn.kind === 'FuncDecl' && receiverText(fn) === text,
  explain: { package: undecided, node: (_, fn) => receiverReason(fn) },
  lint: silentOption,
};
