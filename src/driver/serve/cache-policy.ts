import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CacheEntry } from '../../cache/cache.ts';
import { entryName } from '../../cache/disk/folder.ts';
import { actionPrefix, type Facts, objectKey, subkey, weaveId } from '../../cache/keys.ts';
import { type Body, takeBytes } from '../../cache/object-body.ts';
import type { Caches } from '../../cache/open.ts';
import { isArchiveFile } from '../../toolexec/export-data.ts';
import { packageFacts } from '../plan/package-aspects.ts';
import type { Clock } from '../ports.ts';
import type { GoProcess } from './go-process.ts';
import type { Jobs } from './jobs.ts';
import { type CompileOutcome, KnownActions, type KnownActionsContext } from './known-actions.ts';

/** An object that an earlier build filed, and what the compiler printed when it was made. */
export interface KeptObject {
  readonly object: CacheEntry;
  readonly output: Buffer;
}

/** What the policy decides between, and with. */
export interface PolicyContext extends KnownActionsContext {
  readonly caches: Pick<Caches, 'weave' | 'aside' | 'user'>;
  readonly jobs: Pick<Jobs, 'wait' | 'arrived'>;
  /** Package name by import path; the policy adds the names of packages that it meets. */
  readonly names: Map<string, string>;
  readonly clock: Pick<Clock, 'now'>;
  /** Told of each action whose objects belong into the weave cache, with their key there. */
  readonly placed?: ((actionId: string, key: string) => void) | undefined;
}

const outputs = ['stdout', 'link-stdout'] as const;

/**
 * Decides for each Get and Put of cmd/go which cache answers: the user's own for packages as plain go makes them, the
 * weave cache for woven ones.
 */
export class CachePolicy {
  private readonly context: PolicyContext;
  private readonly known: KnownActions;
  private readonly outcomes = new Map<string, CompileOutcome>();
  /** Prefixes of actions whose compilation has begun and whose object has not come. */
  private readonly begun = new Set<string>();
  /** Ids under which go files what linkers printed, of links that have begun: it does so when one has succeeded. */
  private readonly linking = new Set<string>();
  /** When woven compilations began, for the report. */
  private readonly begunMs = new Map<string, number>();
  /** Ids under which cmd/go files the output of woven compilations → where it lies in the weave cache. */
  private readonly redirected = new Map<string, string>();
  /** Puts of a `-a` build whose action is not known yet: no Get came before (build-protocol H2). */
  private held: { readonly actionId: string; readonly outputId: string; readonly body: Buffer }[] = [];

  constructor(context: PolicyContext) {
    this.context = context;
    this.known = new KnownActions(context);
  }

  /** An answer that needs no waiting and no thought: what the last build was told, under the same conditions. */
  quick(actionId: string, owner: GoProcess): CacheEntry | undefined {
    const { context } = this;
    if (owner.mode !== 'weaving') return undefined;
    const answer = context.lastBuild.answer(actionId);
    if (!answer) return undefined;
    context.tally.stats.gets++;
    if (answer.weaveId === '') context.tally.stats.vanillaHits++;
    else {
      context.tally.stats.wovenHits++;
      this.redirect(actionId, answer.weaveId);
    }
    return answer;
  }

  async get(actionId: string, owner: GoProcess): Promise<CacheEntry | undefined> {
    const { context } = this;
    context.tally.stats.gets++;
    const prefix = actionPrefix(actionId);
    owner.actions.set(prefix, actionId);
    if (owner.mode !== 'weaving') return context.caches.user.get(actionId);
    const redirect = this.redirected.get(actionId);
    if (redirect !== undefined) return context.caches.weave.get(redirect);
    await context.jobs.wait(prefix, owner);
    const { lastBuild } = context;
    if (lastBuild.isOther(actionId)) return this.getOther(actionId);
    const facts = await this.known.factsOf(actionId);
    if (facts) return this.getPackage(owner, actionId, facts);
    const entry = await context.caches.user.get(actionId);
    if (!entry) return undefined;
    if (!isArchiveFile(entry.path)) {
      lastBuild.noteOther(actionId);
      return this.getOther(actionId);
    }
    const peeked = await this.known.peek(actionId, entry.path);
    return peeked ? this.getPackage(owner, actionId, peeked) : undefined;
  }

  private async getOther(actionId: string): Promise<CacheEntry | undefined> {
    const entry = await this.context.caches.user.get(actionId);
    if (entry) this.context.lastBuild.noteAnswer(actionId, entry, '');
    return entry;
  }

  private async getPackage(owner: GoProcess, actionId: string, facts: Facts): Promise<CacheEntry | undefined> {
    const { context } = this;
    context.names.set(packageFacts(facts, context.plan).importPath, facts.name);
    const key = this.known.keyOf(actionId, facts);
    const record = await this.known.recordOf(key, facts);
    if (record === 'unknown') {
      context.tally.stats.misses++;
      return undefined;
    }
    if (record === 'vanilla') {
      const entry = await context.caches.user.get(actionId);
      if (entry) {
        context.tally.stats.vanillaHits++;
        context.lastBuild.noteAnswer(actionId, entry, '');
      } else context.tally.stats.misses++;
      return entry;
    }
    const id = weaveId(context.plan.code, record, facts.inherited, (path) => context.injected.identities.of(path));
    const entry = await context.caches.weave.get(objectKey(actionId, id, 'object'));
    if (!entry || !(await this.known.reportKept(owner, facts, record, key))) {
      context.tally.stats.misses++;
      return undefined;
    }
    context.tally.stats.wovenHits++;
    context.lastBuild.noteAnswer(actionId, entry, id);
    this.redirect(actionId, id);
    return entry;
  }

  /**
   * Notes what a compilation is, before it runs.
   *
   * @param prefix the action id as -buildid shows it; the full one is known if a Get came before
   */
  async compiled(owner: GoProcess, prefix: string, outcome: CompileOutcome): Promise<void> {
    const actionId = owner.actions.get(prefix);
    if (actionId !== undefined) await this.settle(actionId, outcome);
    // What matched is filed then, and may be much.
    const kept =
      actionId !== undefined && outcome.woven
        ? { ...outcome, woven: { ...outcome.woven, matches: [], files: undefined } }
        : outcome;
    this.outcomes.set(prefix, kept);
    this.begun.add(prefix);
    if (!outcome.woven) return;
    const { tally, clock } = this.context;
    tally.noteWoven(owner.token === '', outcome.facts.path, { ...outcome.woven, fromCache: false });
    if (tally.wants.matches) this.begunMs.set(prefix, clock.now());
  }

  private async settle(actionId: string, outcome: CompileOutcome): Promise<void> {
    // First, since what cmd/go asks and puts meanwhile goes the new way already.
    if (outcome.woven) {
      this.redirect(actionId, outcome.woven.weaveId);
      this.context.placed?.(actionId, objectKey(actionId, outcome.woven.weaveId, 'object'));
    }
    await this.known.file(actionId, outcome);
  }

  private redirect(actionId: string, id: string): void {
    for (const what of outputs) {
      const [from, key] = [subkey(actionId, what), objectKey(actionId, id, what)];
      this.redirected.set(from, key);
      this.context.placed?.(from, key);
    }
  }

  /** What matched in the package of an action that an earlier build wove; undefined where no record tells it. */
  matchesIn(actionId: string): Promise<readonly unknown[] | undefined> {
    return this.known.matchesIn(actionId);
  }

  /** The woven object of an action, if an earlier build made the same one under other aspects. */
  async wovenObject(owner: GoProcess, prefix: string, id: string): Promise<KeptObject | undefined> {
    const actionId = owner.actions.get(prefix);
    if (actionId === undefined) return undefined;
    const { weave } = this.context.caches;
    const object = await weave.get(objectKey(actionId, id, 'object'));
    if (!object) return undefined;
    const output = await weave.get(objectKey(actionId, id, 'stdout'));
    return { object, output: output ? readFileSync(output.path) : Buffer.alloc(0) };
  }

  /** What plain go keeps for an action; undefined if what the compiler printed is not there to be replayed (build-protocol B2). */
  async plainObject(owner: GoProcess, prefix: string): Promise<KeptObject | undefined> {
    const actionId = owner.actions.get(prefix);
    if (actionId === undefined) return undefined;
    const { user } = this.context.caches;
    const object = await user.get(actionId);
    const output = object && (await user.get(subkey(actionId, 'stdout')));
    return object && output ? { object, output: readFileSync(output.path) } : undefined;
  }

  async put(actionId: string, outputId: string, body: Body, owner: GoProcess): Promise<CacheEntry> {
    const { context } = this;
    const prefix = actionPrefix(actionId);
    if (owner.mode !== 'weaving') return context.caches.user.put(actionId, outputId, body);
    this.linking.delete(actionId);
    const redirect = this.redirected.get(actionId);
    if (redirect !== undefined) return context.caches.weave.put(redirect, outputId, body);
    const outcome = this.outcomes.get(prefix);
    if (!outcome) {
      if (!owner.actions.has(prefix) && owner.flags?.values.get('a') === 'true')
        return this.hold(actionId, outputId, body);
      return context.caches.user.put(actionId, outputId, body);
    }
    if (!owner.actions.has(prefix)) {
      owner.actions.set(prefix, actionId);
      await this.settle(actionId, outcome);
      await this.releaseHeld(actionId);
    }
    try {
      const { woven } = outcome;
      const entry = woven
        ? await context.caches.weave.put(objectKey(actionId, woven.weaveId, 'object'), outputId, body)
        : await context.caches.user.put(actionId, outputId, body);
      context.lastBuild.noteAnswer(actionId, entry, woven?.weaveId ?? '');
      this.begun.delete(prefix);
      const begunMs = this.begunMs.get(prefix);
      if (begunMs !== undefined) context.tally.noteCompileMs(outcome.facts.path, context.clock.now() - begunMs);
      return entry;
    } finally {
      context.jobs.arrived(prefix);
    }
  }

  /**
   * Notes that a linker starts.
   *
   * @param mainPrefix the action id of the main package as -buildid shows it; undefined: nothing will tell how it ends
   * @see cmd/go/internal/work/buildid.go, updateBuildID (Go 1.24 to 1.27): the linker's output is filed under the main package's action
   */
  linkBegan(owner: GoProcess, mainPrefix: string | undefined): void {
    const actionId = mainPrefix === undefined ? undefined : owner.actions.get(mainPrefix);
    if (actionId !== undefined) this.linking.add(subkey(actionId, 'link-stdout'));
  }

  /** Whether every compilation and link that began has brought its result: none failed, and none was cut off. */
  isWhole(): boolean {
    return this.begun.size === 0 && this.linking.size === 0;
  }

  /**
   * The front has filed an object, where {@link PolicyContext.placed} says or in the user's cache.
   *
   * @param place.key key in the weave cache; '' if the object lies in the user's
   * @param place.isPlain whether it is a package that was compiled as it is
   */
  filed(
    actionId: string,
    { outputId, size, timeMs }: Omit<CacheEntry, 'path'>,
    { key, isPlain }: { readonly key: string; readonly isPlain: boolean },
  ): void {
    const { lastBuild, jobs, plan } = this.context;
    this.linking.delete(actionId);
    const dir = key === '' ? plan.goCache : plan.cacheDir;
    const entry = { outputId, size, timeMs, path: join(dir, entryName(outputId, 'd')) };
    lastBuild.store(key === '' ? dir : 'weave').noteEntry(key === '' ? actionId : key, entry);
    const prefix = actionPrefix(actionId);
    const outcome = this.outcomes.get(prefix);
    if (!outcome && !isPlain) return;
    lastBuild.noteAnswer(actionId, entry, outcome?.woven?.weaveId ?? '');
    this.begun.delete(prefix);
    jobs.arrived(prefix);
  }

  private hold(actionId: string, outputId: string, body: Body): Promise<CacheEntry> {
    const bytes = takeBytes(body);
    this.held.push({ actionId, outputId, body: bytes });
    return this.context.caches.weave.put(objectKey(actionId, '', 'held'), outputId, bytes);
  }

  /** Files what was held for this action where it belongs. */
  private async releaseHeld(actionId: string): Promise<void> {
    const mine = new Set(outputs.map((what) => subkey(actionId, what)));
    const due = this.held.filter((put) => mine.has(put.actionId));
    this.held = this.held.filter((put) => !mine.has(put.actionId));
    for (const put of due) {
      const redirect = this.redirected.get(put.actionId);
      if (redirect !== undefined) await this.context.caches.weave.put(redirect, put.outputId, put.body);
      else await this.context.caches.user.put(put.actionId, put.outputId, put.body);
    }
  }

  /** At the end of a build, what is still held belongs to actions that were never compiled here. */
  async close(): Promise<void> {
    for (const put of this.held) await this.context.caches.user.put(put.actionId, put.outputId, put.body);
    this.held = [];
  }
}
