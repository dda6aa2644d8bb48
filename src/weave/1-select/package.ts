import type { PackageFacts } from '../../lang/names/package-facts.ts';
import { packageFilterMatches } from '../../lang/patterns/path-match.ts';
import { boundsOfPackage, questionsOf, reachOfPackage, withPointsIn } from '../../vocabulary/ask.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';
import {
  type BuildConstants,
  type Condition,
  disjunction,
  withoutTexts,
} from '../../vocabulary/conditions/condition.ts';
import type { BuildQuestion } from '../../vocabulary/point-kind.ts';
import type { JoinPoint } from '../../vocabulary/points.ts';
import { isOfPackage } from '../4-advise/change-package.ts';
import { weavingOf } from './special-cases.ts';

/**
 * The aspects that package facts cannot rule out, in the order given: those whose join point may match, without the
 * packages that are never woven and, in those that are only woven by internal aspects, without the others.
 */
export function aspectsForPackage(aspects: readonly Aspect[], facts: PackageFacts): Aspect[] {
  const weaving = weavingOf(facts.importPath);
  if (weaving === 'never') return [];
  return aspects.filter(
    (aspect) => (weaving === 'normal' || aspect.tracerInternal) && reachOfPackage(aspect.joinPoint, facts) !== 'none',
  );
}

/**
 * Where one of the aspects may change something, were each package woven as others are; see {@link aspectsForPackage}. What an aspect does to a
 * package as a whole does not depend on texts of files.
 */
export function whereAnyMatches(aspects: readonly Aspect[], build: BuildConstants): Condition {
  return disjunction(
    aspects.map((aspect) => {
      const { some } = boundsOfPackage(aspect.joinPoint, build);
      return isOfPackage(aspect, false) ? withoutTexts(some) : some;
    }),
  );
}

/** Whether versions decide anything in this join point; then they are part of what weaving depends on. */
export function asksForVersions(point: JoinPoint): boolean {
  return questionsOf(point).some((question) => question !== 'root-module');
}

/**
 * What decides whether a join point matches in a package, though no action id covers it: versions that it asks for, and
 * whether the package is one of the main module's. '' if there is nothing of the kind.
 */
export function buildText(point: JoinPoint, facts: PackageFacts): string {
  const words = questionsOf(point).map((question) => buildWords[question](point, facts));
  return words.join('\n');
}

const buildWords: { readonly [K in BuildQuestion]: (point: JoinPoint, facts: PackageFacts) => string } = {
  'module-version': (_, { module }) => `module ${module?.path} ${module?.version}`,
  'go-version': (_, { goVersion }) => `go ${goVersion}`,
  'root-module': (point, facts) => {
    const filters = withPointsIn(point).filter((each) => each.kind === 'package-filter');
    return `root ${filters.map((filter) => packageFilterMatches(filter, facts)).join(' ')}`;
  },
};
