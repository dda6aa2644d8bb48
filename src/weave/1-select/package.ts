import type { FunctionOption, JoinPoint, PointOf } from '../../aspects/ir.ts';
import { type BuildQuestion, questionsOf, withPointsIn } from '../../aspects/point-parts.ts';
import { stripVendor } from '../../lang/names/import-paths.ts';
import type { PackageFacts } from '../../lang/names/package-facts.ts';
import { doublestar } from '../../lang/patterns/doublestar.ts';
import { packageFilterMatches } from '../../lang/patterns/path-match.ts';
import { goVersionAsSemver, isInRange } from '../../lang/versions/version-range.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';
import { all, any, exactly, not, possibly, type Reach } from '../../vocabulary/reach.ts';
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

/** What the deprecated `configuration` point is compared with: the value Orchestrion has in every build. */
export const rootConfiguration: Readonly<Record<string, string>> = { httpmode: 'wrap' };

export function configurationMatches(pairs: Readonly<Record<string, string>>): boolean {
  return Object.entries(pairs).every(([key, value]) => rootConfiguration[key] === value);
}

/** Whether the versions that a point asks for are those in use. */
export function versionHolds(point: PointOf<'module-version' | 'go-version'>, facts: PackageFacts): boolean {
  if (point.kind === 'go-version') {
    return isInRange(facts.goVersion === undefined ? undefined : goVersionAsSemver(facts.goVersion), point.range);
  }
  const { module } = facts;
  return module !== undefined && (point.path ?? module.path) === module.path && isInRange(module.version, point.range);
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

/** Where the facts do not say how the package is compiled, its name does. */
export function isCommand(facts: PackageFacts): boolean {
  return facts.command ?? (facts.name === 'main' || facts.importPath === 'main');
}

/**
 * Which nodes of a package can satisfy a point, from the package's facts alone. As in Orchestrion, points about another
 * package's functions and types need that package among the *direct* imports.
 */
export function reachOfPackage(point: JoinPoint, facts: PackageFacts): Reach {
  switch (point.kind) {
    case 'all-of':
      return all(point.points.map((p) => reachOfPackage(p, facts)));
    case 'one-of':
      return any(point.points.map((p) => reachOfPackage(p, facts)));
    case 'not':
      return not(reachOfPackage(point.point, facts));
    case 'function-body':
      return possibly(reachOfPackage(point.point, facts) !== 'none');
    case 'import-path':
      return exactly(point.path === facts.importPath);
    case 'package-filter':
      return exactly(packageFilterMatches(point, facts));
    case 'test-main':
      return exactly(point.value === facts.testMain);
    case 'module-version':
    case 'go-version':
      return exactly(versionHolds(point, facts));
    case 'import-glob':
      return exactly(doublestar(point.pattern).test(facts.importPath));
    case 'command':
      return exactly(point.value === isCommand(facts));
    case 'test-build':
    case 'file-has':
      return 'maybe';
    case 'configuration':
      return exactly(configurationMatches(point.pairs));
    case 'package-name':
      return facts.name === undefined ? 'maybe' : exactly(facts.name === point.name);
    default:
      return reachOfLeaf(point, facts);
  }
}

type Leaf = Extract<
  JoinPoint,
  {
    kind:
      | 'directive'
      | 'function'
      | 'function-call'
      | 'method-call'
      | 'struct-definition'
      | 'struct-literal'
      | 'declaration-of'
      | 'package-value'
      | 'value-declaration';
  }
>;

function reachOfLeaf(point: Leaf, facts: PackageFacts): Reach {
  switch (point.kind) {
    case 'directive':
    case 'package-value':
      return 'maybe';
    case 'function':
      return all(['maybe', ...point.options.map((option) => reachOfOption(option, facts))]);
    case 'function-call':
      return possibly(reachesPackage(point.path, facts));
    case 'method-call':
      return possibly(reachesPackage(point.receiver.path, facts));
    case 'struct-literal':
    case 'value-declaration':
      return possibly(reachesPackage(point.type.path, facts));
    case 'struct-definition':
      return possibly(point.anyPackage === true || point.type.path === facts.importPath);
    case 'declaration-of':
      return possibly(point.path === facts.importPath);
  }
}

type OptionKind = FunctionOption['kind'];
type OptionOf<K extends OptionKind> = Extract<FunctionOption, { kind: K }>;

const maybe = (): Reach => 'maybe';
const ofSignature = ({ args, returns }: OptionOf<'signature' | 'signature-contains'>, facts: PackageFacts): Reach =>
  possibly([...args, ...returns].every((type) => reachesPackage(type.path, facts)));

const reachByOption: { readonly [K in OptionKind]: (option: OptionOf<K>, facts: PackageFacts) => Reach } = {
  receiver: ({ type }, facts) => possibly(type.path === facts.importPath),
  'has-type': ({ type }, facts) => possibly(reachesPackage(type.path, facts)),
  signature: ofSignature,
  'signature-contains': ofSignature,
  name: maybe,
  'name-matches': maybe,
  'receiver-matches': maybe,
  'receiver-is': maybe,
  'has-receiver': maybe,
  'has-body': maybe,
  'argument-implements': maybe,
  'result-implements': maybe,
  'final-result-implements': maybe,
};

function reachOfOption(option: FunctionOption, facts: PackageFacts): Reach {
  return (reachByOption[option.kind] as (option: FunctionOption, facts: PackageFacts) => Reach)(option, facts);
}

/** The package itself, a direct import, or no package at all (a builtin or local name). */
function reachesPackage(path: string | undefined, facts: PackageFacts): boolean {
  return path === undefined || path === facts.importPath || importsOf(facts).has(path);
}

const stripped = new WeakMap<PackageFacts, ReadonlySet<string>>();

/** Imports without vendor prefixes: the standard library imports `vendor/golang.org/x/…`, aspects say `golang.org/x/…`. */
function importsOf(facts: PackageFacts): ReadonlySet<string> {
  let known = stripped.get(facts);
  if (known === undefined) {
    known = new Set([...facts.imports].map(stripVendor));
    stripped.set(facts, known);
  }
  return known;
}
