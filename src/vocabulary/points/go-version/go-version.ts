import { text } from '../../../aspects/shape.ts';
import type { PackageFacts } from '../../../lang/names/package-facts.ts';
import { goVersionAsSemver, isInRange, type VersionRange } from '../../../lang/versions/version-range.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { exact } from '../../conditions/bounds.ts';
import { constant } from '../../conditions/condition.ts';
import { nameless, nothing, ofPackage, silent } from '../../nothing.ts';
import type { PointKind } from '../../point-kind.ts';
import { filledText, rangeOf } from '../../read-values.ts';

/** The version of Go that compiles. */
export interface GoVersion {
  readonly kind: 'go-version';
  readonly range: VersionRange;
  readonly span: Span;
}

export const goVersion: PointKind<GoVersion> = {
  ...ofPackage<GoVersion>(
    ({ range }, facts) => isOfVersion(range, facts),
    (_, facts) => `this is ${facts.goVersion ?? 'an unknown version of Go'}`,
  ),
  words: {
    'go-version': {
      shape: text('a range of versions'),
      doc: 'The Go version that compiles, as a range like that of `module`.',
      example: 'v1.26.0',
      read: (entry) => ({ kind: 'go-version', range: rangeOf(entry, filledText(entry)), span: entry.span }),
    },
  },
  bounds: ({ range }, build) => exact(constant(isOfVersion(range, build))),
  asks: () => ['go-version'],
  interfaces: nothing,
  implied: nothing,
  lint: silent,
  names: nameless,
};

function isOfVersion(range: VersionRange, { goVersion }: Pick<PackageFacts, 'goVersion'>): boolean {
  return isInRange(goVersion === undefined ? undefined : goVersionAsSemver(goVersion), range);
}
