import { attempt } from '../../../aspects/attempt.ts';
import { isMalformedGoGlob } from '../../../aspects/glob.ts';
import { booleanOf, fields, filledTextOf, type ReadContext, yamlText } from '../../../aspects/schema.ts';
import { anyOf, flag, keysOf, map, text } from '../../../aspects/shape.ts';
import type { YamlEntry } from '../../../aspects/yaml-node.ts';
import { matchesPattern, packageFilterMatches } from '../../../lang/patterns/path-match.ts';
import { aspectBadGlob, aspectMissingKey, badGlob } from '../../../report/codes/aspect.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { anyBounds, exact, patternBounds } from '../../conditions/bounds.ts';
import {
  type BuildConstants,
  everywhere,
  nowhere,
  type PackageBounds,
  pathIs,
  pathIsIn,
} from '../../conditions/condition.ts';
import { nameless, nothing, ofPackage, silent } from '../../nothing.ts';
import type { PointKind } from '../../point-kind.ts';
import { otherPackage } from '../../reasons.ts';

/** Everything in packages whose path satisfies a pattern; with `root`, only those of the root module. */
export interface PackageFilter {
  readonly kind: 'package-filter';
  readonly root: boolean;
  readonly pattern?: string | undefined;
  readonly span: Span;
}

const keys = map({
  root: { shape: flag, doc: 'Only packages of the root module; the pattern then applies to the path inside it.' },
  pattern: { shape: text('a pattern'), doc: 'As for the short form.' },
});

export const packageFilter: PointKind<PackageFilter> = {
  ...ofPackage<PackageFilter>(packageFilterMatches, ({ root }, facts) => {
    const wanted = root ? ` in the root module ${facts.rootModule ?? '(unknown)'}` : '';
    return `${otherPackage(facts)}${wanted && `, and it asks for one${wanted}`}`;
  }),
  words: {
    'package-filter': {
      shape: anyOf(text('a pattern'), keys),
      doc: "Everything in packages whose path satisfies a pattern: Go's path.Match, and `**` for any number of segments.",
      example: '{ root: true, pattern: internal/** }',
      read,
    },
  },
  bounds: filterBounds,
  asks: ({ root }) => (root ? ['root-module'] : []),
  interfaces: nothing,
  implied: nothing,
  lint: {
    ...silent,
    aboutPackage: true,
    impossible: ({ root, pattern }, negated) =>
      negated && !root && /^\*\*?$/.test(pattern ?? '') ? `it excludes "${pattern}", which is everything` : undefined,
    rulesOut: (point, home, negated) => {
      // What the root module is, only a build knows.
      if (point.root) return undefined;
      const isInside = packageFilterMatches(point, { importPath: home, imports: new Set(), testMain: false });
      if (isInside !== negated) return undefined;
      return `it matches in "${home}" only, which "${point.pattern}" ${negated ? 'excludes' : 'does not contain'}`;
    },
  },
  names: nameless,
};

/** Either the pattern, or a mapping with `root`, `pattern` or both. */
function read(entry: YamlEntry, ctx: ReadContext): PackageFilter {
  const { span, value } = entry;
  if (value.kind === 'scalar') {
    const pattern = filledTextOf(entry, 'the join point');
    checkGlob(ctx, value.span, pattern);
    return { kind: 'package-filter', root: false, pattern, span };
  }
  const found = fields(ctx, value, { where: '"package-filter"', known: keysOf(keys) });
  const root = found.root ? booleanOf(found.root.value, '"root"') : false;
  const pattern = found.pattern ? yamlText(found.pattern.value, '"pattern"') : '';
  if (pattern === '') {
    return root ? { kind: 'package-filter', root, span } : aspectMissingKey(span, 'pattern', '"package-filter"');
  }
  checkGlob(ctx, found.pattern?.value.span ?? span, pattern);
  return { kind: 'package-filter', root, pattern, span };
}

function checkGlob(ctx: ReadContext, span: Span, pattern: string): void {
  if (!isMalformedGoGlob(pattern)) return;
  if (ctx.strict) attempt(ctx, () => aspectBadGlob(span, pattern));
  else ctx.warn(badGlob(span, pattern));
}

/** Characters of a pattern that do not stand for themselves. */
const special = /[*?[\]\\]/;

function filterBounds({ root, pattern }: PackageFilter, { rootModule }: BuildConstants): PackageBounds {
  const isAll = pattern === '*' || pattern === '**';
  if (!root)
    return pattern === undefined ? exact(nowhere) : isAll ? exact(everywhere) : patternBounds(pattern, special);
  if (rootModule === undefined) return exact(nowhere);
  if (pattern === undefined || isAll) return exact(pathIsIn([rootModule]));
  const below = patternBounds(pattern, special, `${rootModule}/`);
  // Inside its module the path of the module's own package is ".".
  return matchesPattern(pattern, '.') ? anyBounds([exact(pathIs(rootModule)), below]) : below;
}
