import { booleanOf } from '../../../aspects/schema.ts';
import { flag } from '../../../aspects/shape.ts';
import type { PackageFacts } from '../../../lang/names/package-facts.ts';
import type { Span } from '../../../report/diagnostic.ts';
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
    ({ value }, facts) => isCommand(facts) === value,
    (_, facts) => `the package is ${isCommand(facts) ? '' : 'not '}compiled to be a program`,
  ),
  words: {
    command: {
      shape: flag,
      doc: 'Packages that are compiled to be programs, or all others.',
      example: 'true',
      read: (entry) => ({ kind: 'command', value: booleanOf(entry.value, '"command"'), span: entry.span }),
    },
  },
  asks: nothing,
  interfaces: nothing,
  implied: nothing,
  lint: { ...silent, fact: flagFact },
  names: nameless,
};

/** Where the facts do not say how the package is compiled, its name does. */
function isCommand(facts: PackageFacts): boolean {
  return facts.command ?? (facts.name === 'main' || facts.importPath === 'main');
}
