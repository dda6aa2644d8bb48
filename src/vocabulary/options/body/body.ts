import { booleanOf } from '../../../aspects/schema.ts';
import { flag } from '../../../aspects/shape.ts';
import { everywhere } from '../../conditions/condition.ts';
import { maybe, nothing, silentOption, undecided } from '../../nothing.ts';
import type { OptionKind } from '../../option-kind.ts';

/** Functions that are written in another language have no body. */
export interface HasBody {
  readonly kind: 'has-body';
  readonly value: boolean;
}

export const body: OptionKind<HasBody> = {
  words: {
    body: {
      shape: flag,
      doc: 'Whether there is a body: functions written in assembly have none.',
      example: 'false',
      read: (entry) => ({ kind: 'has-body', value: booleanOf(entry.value, '"body"') }),
    },
  },
  types: nothing,
  interfaces: nothing,
  implied: nothing,
  texts: nothing,
  near: nothing,
  reach: maybe,
  bound: () => everywhere,
  holds: ({ value }, fn) => (fn.syntax.field('body') !== undefined) === value,
  explain: {
    package: undecided,
    node: (_, fn) => (fn.syntax.field('body') === undefined ? 'there is no body' : 'there is a body'),
  },
  lint: silentOption,
};
