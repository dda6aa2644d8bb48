import { yamlText } from '../../../aspects/schema.ts';
import { text } from '../../../aspects/shape.ts';
import { functionName } from '../../../lang/tree/functions.ts';
import { everywhere } from '../../conditions/condition.ts';
import { maybe, nothing, silentOption, undecided } from '../../nothing.ts';
import type { OptionKind } from '../../option-kind.ts';
import { notAName } from '../../reasons.ts';
import { nameReason } from '../what-there-is.ts';

/** The name of the function; '' for literals. */
export interface Name {
  readonly kind: 'name';
  readonly name: string;
}

export const name: OptionKind<Name> = {
  words: {
    name: {
      shape: text('a function name'),
      doc: 'The name; the empty one for literals.',
      example: 'ServeHTTP',
      read: (entry) => ({ kind: 'name', name: yamlText(entry.value, '"name"') }),
    },
  },
  types: nothing,
  interfaces: nothing,
  implied: nothing,
  texts: (option) => [option.name],
  near: (option) => [option.name],
  reach: maybe,
  bound: () => everywhere,
  holds: (option, fn) => functionName(fn) === option.name,
  explain: { package: undecided, node: (_, fn) => nameReason(fn) },
  lint: {
    ...silentOption,
    impossible: (option) => (option.name === '' ? undefined : notAName(option.name, 'a function name')),
    fixes: (option) => [['the name of a function', JSON.stringify(option.name)]],
  },
};
