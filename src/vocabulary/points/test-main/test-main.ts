import { booleanOf } from '../../../aspects/schema.ts';
import { flag } from '../../../aspects/shape.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { exact } from '../../conditions/bounds.ts';
import { isTestMain, negation } from '../../conditions/condition.ts';
import { nameless, nothing, ofPackage, silent } from '../../nothing.ts';
import type { PointKind } from '../../point-kind.ts';
import { flagFact } from '../flag-fact.ts';

/** The main package that `go test` generates. */
export interface TestMain {
  readonly kind: 'test-main';
  readonly value: boolean;
  readonly span: Span;
}

export const testMain: PointKind<TestMain> = {
  ...ofPackage<TestMain>(
    ({ value }, facts) => value === facts.testMain,
    (_, facts) => (facts.testMain ? 'this is the main package of a test' : 'this is not the main package of a test'),
  ),
  words: {
    'test-main': {
      shape: flag,
      doc: 'The main package that `go test` generates, or all others.',
      example: 'false',
      read: (entry) => ({ kind: 'test-main', value: booleanOf(entry.value, '"test-main"'), span: entry.span }),
    },
  },
  bounds: ({ value }) => exact(value ? isTestMain : negation(isTestMain)),
  asks: nothing,
  interfaces: nothing,
  implied: nothing,
  lint: { ...silent, aboutPackage: true, fact: flagFact },
  names: nameless,
};
