import { importPath as importPathShape } from '../../../aspects/shape.ts';
import { samePath } from '../../../lang/names/names.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { exact } from '../../conditions/bounds.ts';
import { pathIs } from '../../conditions/condition.ts';
import { nameless, nothing, ofPackage, silent } from '../../nothing.ts';
import type { PointKind } from '../../point-kind.ts';
import { filledText } from '../../read-values.ts';
import { otherPackage } from '../../reasons.ts';

/** Everything in the package of this path. */
export interface ImportPath {
  readonly kind: 'import-path';
  readonly path: string;
  readonly span: Span;
}

/** What cmd/go accepts as an import path, roughly: no blanks, quotes or empty elements (golang.org/x/mod/module.CheckImportPath). */
const valid = /^(?![./~-])[\p{L}\p{Nd}._~+=@-]+(?:\/[\p{L}\p{Nd}._~+=@-]+)*$/u;

export const importPath: PointKind<ImportPath> = {
  ...ofPackage<ImportPath>(
    ({ path }, facts) => path === facts.importPath,
    (_, facts) => otherPackage(facts),
  ),
  words: {
    'import-path': {
      shape: importPathShape,
      doc: 'Everything in the package of this path.',
      example: 'net/http',
      read: (entry) => ({ kind: 'import-path', path: filledText(entry), span: entry.span }),
    },
  },
  bounds: ({ path }) => exact(pathIs(path)),
  asks: nothing,
  interfaces: nothing,
  implied: ({ path }) => [path],
  matches: ({ path }, _, { facts }) => samePath(path, facts.importPath),
  lint: {
    ...silent,
    aboutPackage: true,
    impossible: ({ path }, negated) => (negated || valid.test(path) ? undefined : `"${path}" is not an import path`),
    home: ({ path }) => path,
    rulesOut: ({ path }, home, negated) =>
      negated && samePath(path, home) ? `it matches in "${home}" only, which is excluded` : undefined,
    mentions: ({ path, span }) => [{ path, span }],
  },
  names: nameless,
};
