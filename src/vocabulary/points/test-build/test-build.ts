import { booleanOf } from '../../../aspects/schema.ts';
import { flag } from '../../../aspects/shape.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { anywhere } from '../../conditions/bounds.ts';
import { anyNode, maybe, nameless, noMembers, noReason, nothing, silent } from '../../nothing.ts';
import type { PointKind } from '../../point-kind.ts';
import { flagFact } from '../flag-fact.ts';

/** Packages that are compiled with test files, and test programs. */
export interface TestBuild {
  readonly kind: 'test-build';
  readonly value: boolean;
  readonly span: Span;
}

export const testBuild: PointKind<TestBuild> = {
  words: {
    'test-build': {
      shape: flag,
      doc: 'Packages that are compiled with test files and test programs, or all others.',
      example: 'false',
      read: (entry) => ({ kind: 'test-build', value: booleanOf(entry.value, '"test-build"'), span: entry.span }),
    },
  },
  ...noMembers,
  bounds: anywhere,
  asks: nothing,
  interfaces: nothing,
  implied: nothing,
  texts: nothing,
  near: nothing,
  // The facts do not say which files there are.
  reach: maybe,
  nodeKinds: anyNode,
  matches: ({ value }, _, ctx) => ctx.testBuild === value,
  explain: {
    package: noReason,
    node: ({ value }) => (value ? 'no file of the package is a test' : 'a file of the package is a test'),
    members: nothing,
  },
  lint: { ...silent, fact: flagFact },
  names: nameless,
};
