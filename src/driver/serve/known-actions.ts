import type { Log } from '../../base/log.ts';
import type { Cache } from '../../cache/cache.ts';
import { type Facts, factsKey, matchesKey, sourcesKey, type WeaveRecord, weaveKey } from '../../cache/keys.ts';
import type { LastBuild } from '../../cache/last-build.ts';
import type { Caches } from '../../cache/open.ts';
import { warnUnwritable } from '../../cache/open.ts';
import { peekArchiveFile } from '../../toolexec/export-data.ts';
import type { InjectedPackages } from '../injected/injected-packages.ts';
import { liveAspects, packageFacts, weavingText } from '../plan/package-aspects.ts';
import type { Plan } from '../plan/plan.ts';
import { languageFor } from '../steps/language.ts';
import type { GoProcess } from './go-process.ts';
import type { SourcePair, Tally } from './tally.ts';

/** What a compilation in this build turned out to be; decides where its Put goes. */
export interface CompileOutcome {
  readonly facts: Facts;
  /** The archive, as plain go makes it, tells the same facts: they need no record. */
  readonly isTold?: boolean;
  /** Undefined: as plain go makes it. */
  readonly woven?:
    | {
        readonly record: WeaveRecord;
        readonly weaveId: string;
        readonly matches: readonly unknown[];
        /** What weaving changed or added; undefined unless asked for. */
        readonly files?: readonly SourcePair[] | undefined;
      }
    | undefined;
}

/** Where the file of the last build has facts that have no record, by action. */
const factsStore = 'facts';

/** L1's answer for packages that weaving leaves alone. */
export const untouched: WeaveRecord = { textHash: '', imports: [], links: [], pending: [] };

/** Whether an archive of this record is, byte for byte, what plain go makes. */
export function isUntouched(record: WeaveRecord, facts: Facts): boolean {
  return (
    record.textHash === '' && record.links.length === 0 && record.pending.length === 0 && facts.inherited.length === 0
  );
}

/** What {@link KnownActions} works with. */
export interface KnownActionsContext {
  readonly plan: Plan;
  readonly injected: Pick<InjectedPackages, 'identities' | 'injectedOnly'>;
  readonly caches: Pick<Caches, 'weave' | 'aside'>;
  /** What the last build with the same command line was answered. */
  readonly lastBuild: LastBuild;
  readonly tally: Tally;
  readonly log: Log;
}

/** What builds have learnt of actions: facts, what weaving makes of them, what matched. */
export class KnownActions {
  private readonly context: KnownActionsContext;
  private readonly facts = new Map<string, Facts | undefined>();

  constructor(context: KnownActionsContext) {
    this.context = context;
  }

  /** Reports what was woven into a package of the cache; false if that is wanted and not known, so that it must be woven again. */
  async reportKept(owner: GoProcess, facts: Facts, record: WeaveRecord, key: string): Promise<boolean> {
    if (record.textHash === '') return true;
    const { caches, tally } = this.context;
    const { wants } = tally;
    const { aside } = caches;
    const matches = wants.matches ? await aside.getRecord<readonly unknown[]>(matchesKey(key)) : [];
    if (!matches) return false;
    const files = wants.sources ? await aside.getRecord<readonly SourcePair[]>(sourcesKey(key)) : undefined;
    if (wants.sources && !files) return false;
    // Else they would be gone before the object that they belong to.
    if (!wants.matches) await aside.keepRecord(matchesKey(key));
    tally.noteWoven(owner.token === '', facts.path, { matches, files, fromCache: true });
    return true;
  }

  /** What matched in the package of an action that an earlier build wove; undefined where no record tells it. */
  async matchesIn(actionId: string): Promise<readonly unknown[] | undefined> {
    const facts = await this.factsOf(actionId);
    if (!facts) return undefined;
    const key = this.keyOf(actionId, facts);
    const record = await this.recordOf(key, facts);
    if (record === 'unknown') return undefined;
    // Only its dependencies are woven.
    if (record === 'vanilla' || record.textHash === '') return [];
    return this.context.caches.aside.getRecord<readonly unknown[]>(matchesKey(key));
  }

  /** '' if no aspect can touch the package. */
  keyOf(actionId: string, facts: Facts): string {
    const { plan, injected } = this.context;
    const known = packageFacts(facts, plan);
    const live = liveAspects(plan, injected.injectedOnly, known);
    const language = languageFor(plan.injection?.languages, known.importPath);
    if (live.length === 0 && facts.inherited.length === 0 && language === undefined) return '';
    const text = weavingText(live, known, () => injected.identities);
    return weaveKey(plan.code, actionId, language === undefined ? text : `${text}\nlanguage ${language}`);
  }

  /** What weaving makes of this action under the current aspects, as far as known. */
  async recordOf(key: string, facts: Facts): Promise<WeaveRecord | 'vanilla' | 'unknown'> {
    if (key === '') return 'vanilla';
    const record = await this.context.caches.weave.getRecord<WeaveRecord>(key);
    if (!record) return 'unknown';
    return isUntouched(record, facts) ? 'vanilla' : record;
  }

  /** Undefined where no build has noted what the action is. */
  async factsOf(actionId: string): Promise<Facts | undefined> {
    if (!this.facts.has(actionId)) {
      const { plan, caches } = this.context;
      const facts = this.told(actionId) ?? (await caches.weave.getRecord<Facts>(factsKey(plan.code, actionId)));
      // A compilation may have told meanwhile.
      if (!this.facts.has(actionId)) this.facts.set(actionId, facts);
    }
    return this.facts.get(actionId);
  }

  /** Facts that an archive tells of itself; undefined if it does not tell enough. */
  async peek(actionId: string, path: string): Promise<Facts | undefined> {
    const known = peekArchiveFile(path);
    // A main package's archive does not hold its import path; compiling it once more costs little.
    if (!known || known.path === 'main' || known.name === 'main') return undefined;
    const facts: Facts = { path: known.path, name: known.name, imports: known.imports, testMain: false, inherited: [] };
    this.noteFacts(actionId, facts);
    return facts;
  }

  /** Facts that the archive tells as well: only the next build with this command line is spared the reading. */
  private noteFacts(actionId: string, facts: Facts): void {
    this.facts.set(actionId, facts);
    this.context.lastBuild.store(factsStore).noteRecord(actionId, facts);
  }

  private told(actionId: string): Facts | undefined {
    return this.context.lastBuild.store(factsStore).record(actionId) as Facts | undefined;
  }

  private async rememberFacts(actionId: string, facts: Facts): Promise<void> {
    this.facts.set(actionId, facts);
    const { plan, caches } = this.context;
    await this.put(caches.weave, factsKey(plan.code, actionId), facts);
  }

  /** What cannot be kept is found out again by the next build. */
  private async put(cache: Cache, key: string, value: unknown): Promise<void> {
    try {
      await cache.putRecord(key, value);
    } catch (error) {
      warnUnwritable(this.context.log, this.context.plan.cacheDir, error);
    }
  }

  /** Files all that a compilation showed under its full action id. */
  async file(actionId: string, { facts, isTold, woven }: CompileOutcome): Promise<void> {
    if (isTold && !woven) this.noteFacts(actionId, facts);
    else await this.rememberFacts(actionId, facts);
    const key = this.keyOf(actionId, facts);
    if (key === '') return;
    const { weave, aside } = this.context.caches;
    // First, so that where there is an answer there is what matched as well.
    if (woven && woven.record.textHash !== '') {
      await this.put(aside, matchesKey(key), woven.matches);
      if (woven.files) await this.put(aside, sourcesKey(key), woven.files);
    }
    await this.put(weave, key, woven?.record ?? untouched);
  }
}
