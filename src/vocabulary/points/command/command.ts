import { booleanOf } from '../../../aspects/schema.ts';
import { flag } from '../../../aspects/shape.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { exact } from '../../conditions/bounds.ts';
import { isCommand, isCompiledAsCommand, negation } from '../../conditions/condition.ts';
import { nameless, nothing, ofPackage, silent } from '../../nothing.ts';
import type { PointKind } from '../../point-kind.ts';
import { flagFact } from '../flag-fact.ts';

/** Packages that are compiled to be programs, test programs included. */
export interface Command {
  readonly kind: 'command';
  readonly value: boolean;
  readonly span: Span;
}

export const command: PointKind<Command> = {
  ...ofPackage<Command>(
    ({ value }, facts) => isCompiledAsCommand(facts) === value,
    (_, facts) => `the package is ${isCompiledAsCommand(facts) ? '' : 'not '}compiled to be a program`,
  ),
  words: {
    command: {
      shape: flag,
      doc: 'Packages that are compiled to be programs, or all others.',
      example: 'true',
      read: (entry) => ({ kind: 'command', value: booleanOf(entry.value, '"command"'), span: entry.span }),
    },
  },
  bounds: ({ value }) => exact(value ? isCommand : negation(isCommand)),
  asks: nothing,
  interfaces: nothing,
  implied: nothing,
  lint: { ...silent, fact: flagFact },
  names: nameless,
};
