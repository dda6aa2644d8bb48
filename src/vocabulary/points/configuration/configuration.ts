import { pairsOf } from '../../../aspects/schema.ts';
import { textsByName } from '../../../aspects/shape.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { exact } from '../../conditions/bounds.ts';
import { constant } from '../../conditions/condition.ts';
import { nameless, nothing, ofPackage, silent } from '../../nothing.ts';
import type { PointKind } from '../../point-kind.ts';

/** Orchestrion's deprecated `configuration`, which is the same in every build. */
export interface Configuration {
  readonly kind: 'configuration';
  readonly pairs: Readonly<Record<string, string>>;
  readonly span: Span;
}

/** The value that Orchestrion has in every build. */
const root: Readonly<Record<string, string>> = { httpmode: 'wrap' };

export const configuration: PointKind<Configuration> = {
  ...ofPackage<Configuration>(holds, () => 'the configuration says httpmode: wrap'),
  words: {
    configuration: {
      shape: textsByName,
      doc: "Orchestrion's configuration, which is `httpmode: wrap` in every build.",
      example: '{ httpmode: wrap }',
      read: (entry) => ({
        kind: 'configuration',
        pairs: pairsOf(entry.value, '"configuration"'),
        span: entry.span,
      }),
    },
  },
  bounds: (point) => exact(constant(holds(point))),
  asks: nothing,
  interfaces: nothing,
  implied: nothing,
  lint: {
    ...silent,
    impossible: (point, negated) =>
      negated || holds(point) ? undefined : 'the only configuration there is says httpmode: wrap',
  },
  names: nameless,
};

function holds({ pairs }: Configuration): boolean {
  return Object.entries(pairs).every(([key, value]) => root[key] === value);
}
