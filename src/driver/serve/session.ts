import type { Log } from '../../base/log.ts';
import type { Facts } from '../../cache/keys.ts';
import type { LastBuild } from '../../cache/last-build.ts';
import type { Caches } from '../../cache/open.ts';
import type { UsedFiles } from '../../cache/used-files.ts';
import { moduleOf } from '../../gomod/module-table.ts';
import type { PackageFacts } from '../../lang/names/package-facts.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';
import { consultedPackages, readPackages } from '../../vocabulary/aspect-packages.ts';
import { aspectsForPackage, buildText } from '../../weave/1-select/package.ts';
import type { Identities } from '../injected/identities.ts';
import type { WaitGraph } from '../injected/wait-graph.ts';
import type { Plan } from '../plan/plan.ts';
import type { GoProcess } from './go-process.ts';
import type { Jobs } from './jobs.ts';

/** What one build did, for GOTS_STATS and the notice at the end. */
export interface Stats {
  gets: number;
  vanillaHits: number;
  wovenHits: number;
  misses: number;
  compiles: number;
  woven: number;
  restored: number;
  /** Packages that were compiled for the program itself, woven or not; without those that only injected code needs. */
  compiled: number;
  resolutions: number;
}

/** A file of a package before and after weaving, as the compiler was given it. */
export interface SourcePair {
  /** As positions show it. */
  readonly name: string;
  /** Undefined for a file that weaving adds. */
  readonly before?: string | undefined;
  readonly after: string;
}

/** A package that was woven in this build or came woven from the cache. */
export interface WovenEntry {
  readonly importPath: string;
  readonly fromCache: boolean;
  readonly matches: readonly unknown[];
  /** What weaving changed or added; undefined unless asked for. */
  readonly files?: readonly SourcePair[] | undefined;
  /** Whether the outermost go command wanted it: whether nested ones run at all depends on what is in the cache. */
  readonly asked: boolean;
  /** From the end of weaving until the object was kept; undefined where nothing was compiled. */
  compileMs?: number | undefined;
}

/** State of one build, shared by the parts of the server. */
export interface Session {
  readonly plan: Plan;
  readonly log: Log;
  readonly caches: Caches;
  readonly graph: WaitGraph;
  readonly jobs: Jobs;
  readonly stats: Stats;
  /** Set at the first hello; nothing that needs it runs before. */
  identities: Identities | undefined;
  /** Overlay of go commands that find injected packages; known from the first hello on. */
  overlay: string | undefined;
  /** Packages that only injected code brings in, as far as aspects ask for that; known from the first hello on. */
  injectedOnly: ReadonlySet<string>;
  /** Declared package name by import path, as far as seen. */
  readonly names: Map<string, string>;
  /** Whether this go command was started by a program that runs below another one: a test, a generator. */
  readonly nested: boolean;
  readonly lastBuild: LastBuild;
  /** Notes what is used of the caches, if somebody wants to know. */
  readonly usedFiles: UsedFiles | undefined;
  /** What was woven, by import path with its variant; undefined unless asked for. */
  readonly report: Map<string, WovenEntry> | undefined;
  /** Whether the report is to hold the woven files. */
  readonly reportsSources: boolean;
}

/** Does something for a go command; what it uses of the caches is noted as used by that one. */
export function usedBy<T>({ usedFiles }: Session, owner: GoProcess, action: () => T): T {
  return usedFiles ? usedFiles.within(owner.token, action) : action();
}

export function identitiesOf(session: Session): Identities {
  if (!session.identities) throw new Error('identities are asked for before the hello');
  return session.identities;
}

/** Facts of the cache in the weaver's terms; the test-variant suffix goes. */
export function packageFacts(facts: Pick<Facts, 'path' | 'name' | 'imports' | 'testMain'>, plan: Plan): PackageFacts {
  return {
    importPath: stripVariant(facts.path),
    imports: new Set(facts.imports),
    testMain: facts.testMain,
    command: facts.name === 'main' && stripVariant(facts.path) === facts.path,
    rootModule: plan.rootModule,
    name: facts.name === '' ? undefined : facts.name,
    module: plan.modules && moduleOf(plan.modules, stripVariant(facts.path)),
    goVersion: plan.goVersion,
  };
}

export function stripVariant(path: string): string {
  return /^(.*?) \[.*\]$/s.exec(path)?.[1] ?? path;
}

/** Aspects that facts cannot rule out. The go distribution's own programs are never woven (build-protocol F1). */
export function liveAspects(
  { plan, injectedOnly }: Pick<Session, 'plan' | 'injectedOnly'>,
  facts: PackageFacts,
): readonly Aspect[] {
  if (facts.importPath === 'cmd' || facts.importPath.startsWith('cmd/')) return [];
  const live = aspectsForPackage(plan.aspects, facts);
  return injectedOnly.has(facts.importPath) ? live.filter(({ reach }) => reach === 'everything') : live;
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

/** What is the same of aspects in every package. */
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
 */
export function weavingText(session: Session, live: readonly Aspect[], facts: PackageFacts): string {
  const read = [...new Set(live.flatMap(readPackages))].sort();
  const consulted = [...new Set(live.flatMap(consultedPackages))].sort();
  if (read.length === 0 && consulted.length === 0) return liveText(live, facts);
  const identities = identitiesOf(session);
  return [
    liveText(live, facts),
    ...read.map((path) => `${path}=${identities.sourceOf(path)}`),
    ...consulted.map((path) => `types of ${path}=${identities.of(path)}`),
  ].join('\n');
}
