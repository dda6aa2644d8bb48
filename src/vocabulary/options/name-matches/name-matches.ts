import { text } from '../../../aspects/shape.ts';
import { compileGoRegexp } from '../../../lang/patterns/go-regexp.ts';
import { functionName } from '../../../lang/tree/functions.ts';
import { everywhere } from '../../conditions/condition.ts';
import { maybe, nothing, silentOption, undecided } from '../../nothing.ts';
import type { OptionKind } from '../../option-kind.ts';
import { patternOf } from '../read-option.ts';
import { nameReason } from '../what-there-is.ts';

/** A regular expression of Go, found anywhere in the name unless it is anchored. Literals have no name. */
export interface NameMatches {
  readonly kind: 'name-matches';
  readonly pattern: string;
}

export const nameMatches: OptionKind<NameMatches> = {
  words: {
    'name-matches': {
      shape: text("a regular expression of Go's"),
      doc: 'The name matches; literals have none.',
      example: "'^Get[A-Z]'",
      read: (entry) => ({ kind: 'name-matches', pattern: patternOf(entry) }),
    },
  },
  types: nothing,
  interfaces: nothing,
  implied: nothing,
  texts: nothing,
  near: nothing,
  reach: maybe,
  bound: () => everywhere,
  holds: ({ pattern }, fn) => fn.kind === 'FuncDecl' && compileGoRegexp(pattern).test(functionName(fn)),
  explain: { package: undecided, node: (_, fn) => nameReason(fn) },
  lint: silentOption,
};
