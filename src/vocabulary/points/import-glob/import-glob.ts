import { filledTextOf } from '../../../aspects/schema.ts';
import { text } from '../../../aspects/shape.ts';
import type { YamlEntry } from '../../../aspects/yaml-node.ts';
import { doublestar } from '../../../lang/patterns/doublestar.ts';
import { aspectBadValue } from '../../../report/codes/aspect.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { patternBounds } from '../../conditions/bounds.ts';
import { nameless, nothing, ofPackage, silent } from '../../nothing.ts';
import type { PointKind } from '../../point-kind.ts';
import { otherPackage } from '../../reasons.ts';

/** doublestar's patterns over the import path: `*` inside a segment, `**` for any segments, classes and `{a,b}`. */
export interface ImportGlob {
  readonly kind: 'import-glob';
  readonly pattern: string;
  readonly span: Span;
}

/** Characters of a pattern that do not stand for themselves. */
const special = /[*?[\]{}\\]/;

export const importGlob: PointKind<ImportGlob> = {
  ...ofPackage<ImportGlob>(
    ({ pattern }, { importPath }) => doublestar(pattern).test(importPath),
    (_, facts) => otherPackage(facts),
  ),
  words: {
    'import-glob': {
      shape: text('a pattern'),
      doc: 'Everything in packages whose path matches: `*` inside a segment, `**` for any number of them, `[a-z]` and `{a,b}`.',
      example: '"example.com/{api,web}/**"',
      read,
    },
  },
  bounds: ({ pattern }) => patternBounds(pattern, special),
  asks: nothing,
  interfaces: nothing,
  implied: nothing,
  lint: {
    ...silent,
    rulesOut: ({ pattern }, home, negated) =>
      doublestar(pattern).test(home) === negated
        ? `it matches in "${home}" only, which "${pattern}" ${negated ? 'excludes' : 'does not contain'}`
        : undefined,
  },
  names: nameless,
};

function read(entry: YamlEntry): ImportGlob {
  const pattern = filledTextOf(entry, 'the join point');
  try {
    doublestar(pattern);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    aspectBadValue(entry.value.span, '"import-glob"', pattern, `a pattern: ${error.message}`);
  }
  return { kind: 'import-glob', pattern, span: entry.span };
}
