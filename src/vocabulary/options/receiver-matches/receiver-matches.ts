import { text } from '../../../aspects/shape.ts';
import { compileGoRegexp } from '../../../lang/patterns/go-regexp.ts';
import { receiverText } from '../../../lang/tree/functions.ts';
import { everywhere } from '../../conditions/condition.ts';
import { maybe, nothing, silentOption, undecided } from '../../nothing.ts';
import type { OptionKind } from '../../option-kind.ts';
import { patternOf } from '../read-option.ts';
import { receiverReason } from '../what-there-is.ts';

/** A regular expression over `T` or `*T`, type arguments left out; over the empty text where there is no receiver. */
export interface ReceiverMatches {
  readonly kind: 'receiver-matches';
  readonly pattern: string;
}

export const receiverMatches: OptionKind<ReceiverMatches> = {
  words: {
    'receiver-matches': {
      shape: text("a regular expression of Go's"),
      doc: 'The receiver type as `T` or `*T` matches; the empty text for functions without one.',
      example: "'^\\*?Client$'",
      read: (entry) => ({ kind: 'receiver-matches', pattern: patternOf(entry) }),
    },
  },
  types: nothing,
  interfaces: nothing,
  implied: nothing,
  texts: nothing,
  near: nothing,
  reach: maybe,
  bound: () => everywhere,
  holds: ({ pattern }, fn) => fn.kind === 'FuncDecl' && compileGoRegexp(pattern).test(receiverText(fn)),
  explain: { package: undecided, node: (_, fn) => receiverReason(fn) },
  lint: silentOption,
};
