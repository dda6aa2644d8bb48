import type { Facts } from '../../cache/keys.ts';
import { moduleOf } from '../../gomod/module-table.ts';
import type { PackageFacts } from '../../lang/names/package-facts.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';
import { consultedPackages, readPackages } from '../../vocabulary/aspect-packages.ts';
import { type BuildConstants, type Condition, conditionHolds } from '../../vocabulary/conditions/condition.ts';
import { aspectsForPackage, buildText, whereAnyMatches } from '../../weave/1-select/package.ts';
import type { Plan } from './plan.ts';

/** Identities of packages, as far as a woven text depends on them. */
export interface PackageIdentities {
  /** Changes whenever anything that the package's archive is made from does. */
  of(path: string): string;
  /** Changes with the package's own Go files. */
  sourceOf(path: string): string;
}

/** Facts of the cache in the weaver's terms; the test-variant suffix goes. */
export function packageFacts(
  facts: Pick<Facts, 'path' | 'name' | 'imports' | 'testMain'>,
  plan: Pick<Plan, 'rootModule' | 'modules' | 'goVersion'>,
): PackageFacts {
  const importPath = stripVariant(facts.path);
  return {
    importPath,
    imports: new Set(facts.imports),
    testMain: facts.testMain,
    command: facts.name === 'main' && importPath === facts.path,
    rootModule: plan.rootModule,
    name: facts.name === '' ? undefined : facts.name,
    module: plan.modules && moduleOf(plan.modules, importPath),
    goVersion: plan.goVersion,
  };
}

/** `p [p.test]` → `p`. */
export function stripVariant(path: string): string {
  return /^(.*?) \[.*\]$/s.exec(path)?.[1] ?? path;
}

/** The go distribution's own programs lie here, and are never woven (build-protocol F1). */
export const toolchainPrograms = 'cmd';

/**
 * The aspects that facts cannot rule out, in the order given.
 *
 * @param injectedOnly packages that only injected code brings into the build: aspects with the reach `user` leave them alone
 */
export function liveAspects(
  { aspects }: Pick<Plan, 'aspects'>,
  injectedOnly: ReadonlySet<string>,
  facts: PackageFacts,
): readonly Aspect[] {
  const { importPath } = facts;
  if (importPath === toolchainPrograms || importPath.startsWith(`${toolchainPrograms}/`)) return [];
  if (!conditionHolds(whereLive(aspects, facts), facts)) return [];
  const live = aspectsForPackage(aspects, facts);
  return injectedOnly.has(importPath) ? live.filter(({ reach }) => reach === 'everything') : live;
}

const conditions = new WeakMap<readonly Aspect[], { readonly build: BuildConstants; readonly where: Condition }>();

/** One condition for all aspects of a plan: most packages need not be held against each of them. */
function whereLive(aspects: readonly Aspect[], { rootModule, goVersion }: PackageFacts): Condition {
  const known = conditions.get(aspects);
  if (known && known.build.rootModule === rootModule && known.build.goVersion === goVersion) return known.where;
  const build: BuildConstants = { rootModule, goVersion };
  const where = whereAnyMatches(aspects, build);
  conditions.set(aspects, { build, where });
  return where;
}

const texts = new WeakMap<Aspect, string>();

/**
 * Canonical text of aspects for keys: everything that reaches the woven text, positions included, and what some of them ask
 * of the build: an action id need not cover that (a vendored module can change its version and nothing else).
 */
export function liveText(live: readonly Aspect[], facts: PackageFacts): string {
  const asked = new Set(live.map((aspect) => buildText(aspect.joinPoint, facts)));
  return [aspectsText(live), ...asked].filter((text) => text !== '').join('\n');
}

/** The part of {@link liveText} that is the same in every package. */
export function aspectsText(live: readonly Aspect[]): string {
  return live
    .map((aspect) => {
      let text = texts.get(aspect);
      if (text === undefined) {
        text = JSON.stringify(aspect);
        texts.set(aspect, text);
      }
      return text;
    })
    .join('\n');
}

/**
 * What decides the woven text of a package besides its own sources: {@link liveText}, the sources that advice reads, and the
 * packages of interfaces that types are compared with.
 *
 * @param identities asked for only if aspects look at other packages
 */
export function weavingText(live: readonly Aspect[], facts: PackageFacts, identities: () => PackageIdentities): string {
  const read = [...new Set(live.flatMap(readPackages))].sort();
  const consulted = [...new Set(live.flatMap(consultedPackages))].sort();
  if (read.length === 0 && consulted.length === 0) return liveText(live, facts);
  const ids = identities();
  return [
    liveText(live, facts),
    ...read.map((path) => `${path}=${ids.sourceOf(path)}`),
    ...consulted.map((path) => `types of ${path}=${ids.of(path)}`),
  ].join('\n');
}
