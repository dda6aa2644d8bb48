import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { type Body, takeBytes } from '../../cache/body.ts';
import type { Entry } from '../../cache/cache.ts';
import { actionPrefix, type Facts, objectKey, subkey, weaveId } from '../../cache/keys.ts';
import { isArchive } from '../../toolexec/archive.ts';
import type { GoProcess } from './go-process.ts';
import { KnownActions, type Outcome } from './known-actions.ts';
import { identitiesOf, packageFacts, type Session } from './session.ts';

/** An object that an earlier build filed, and what the compiler printed when it was made. */
export interface KeptObject {
  readonly object: Entry;
  readonly output: Buffer;
}

const outputs = ['stdout', 'link-stdout'] as const;

/**
 * Decides for each Get and Put of cmd/go which cache answers: the user's own for packages as plain go makes them, the
 * weave cache for woven ones.
 */
export class CachePolicy {
  private readonly session: Session;
  private readonly known: KnownActions;
  private readonly outcomes = new Map<string, Outcome>();
  /** When woven compilations began, for the report. */
  private readonly begunMs = new Map<string, number>();
  /** Ids under which cmd/go files the output of woven compilations → where it lies in the weave cache. */
  private readonly redirected = new Map<string, string>();
  /** Puts of a `-a` build whose action is not known yet: no Get came before (build-protocol H2). */
  private held: { readonly actionId: string; readonly outputId: string; readonly body: Buffer }[] = [];

  constructor(session: Session) {
    this.session = session;
    this.known = new KnownActions(session);
  }

  /** An answer that needs no waiting and no thought: what the last build was told, under the same conditions. */
  quick(actionId: string, owner: GoProcess): Entry | undefined {
    const { session } = this;
    if (owner.mode !== 'weaving') return undefined;
    const answer = session.lastBuild.answer(actionId);
    if (!answer) return undefined;
    session.stats.gets++;
    if (answer.weaveId === '') session.stats.vanillaHits++;
    else {
      session.stats.wovenHits++;
      this.redirect(actionId, answer.weaveId);
    }
    return answer;
  }

  /** Package names that were not asked for while answers came quickly, for the first package that is woven. */
  async recallNames(): Promise<void> {
    for (const actionId of [...this.session.lastBuild.answered()]) {
      const facts = await this.known.factsOf(actionId);
      if (facts) this.session.names.set(packageFacts(facts, this.session.plan).importPath, facts.name);
    }
  }

  async get(actionId: string, owner: GoProcess): Promise<Entry | undefined> {
    const { session } = this;
    session.stats.gets++;
    const prefix = actionPrefix(actionId);
    owner.actions.set(prefix, actionId);
    if (owner.mode !== 'weaving') return session.caches.user.get(actionId);
    const redirect = this.redirected.get(actionId);
    if (redirect !== undefined) return session.caches.weave.get(redirect);
    await session.jobs.wait(prefix, owner);
    const { lastBuild } = session;
    if (lastBuild.isOther(actionId)) return this.getOther(actionId);
    const facts = await this.known.factsOf(actionId);
    if (facts) return this.getPackage(owner, actionId, facts);
    const entry = await session.caches.user.get(actionId);
    if (!entry) return undefined;
    if (!isArchiveFile(entry.path)) {
      lastBuild.noteOther(actionId);
      return this.getOther(actionId);
    }
    const peeked = await this.known.peek(actionId, entry.path);
    return peeked ? this.getPackage(owner, actionId, peeked) : undefined;
  }

  private async getOther(actionId: string): Promise<Entry | undefined> {
    const entry = await this.session.caches.user.get(actionId);
    if (entry) this.session.lastBuild.noteAnswer(actionId, entry, '');
    return entry;
  }

  private async getPackage(owner: GoProcess, actionId: string, facts: Facts): Promise<Entry | undefined> {
    const { session } = this;
    session.names.set(packageFacts(facts, session.plan).importPath, facts.name);
    const key = this.known.keyOf(actionId, facts);
    const record = await this.known.recordOf(key, facts);
    if (record === 'unknown') {
      session.stats.misses++;
      return undefined;
    }
    if (record === 'vanilla') {
      const entry = await session.caches.user.get(actionId);
      if (entry) {
        session.stats.vanillaHits++;
        session.lastBuild.noteAnswer(actionId, entry, '');
      } else session.stats.misses++;
      return entry;
    }
    const id = weaveId(session.plan.code, record, facts.inherited, (path) => identitiesOf(session).of(path));
    const entry = await session.caches.weave.get(objectKey(actionId, id, 'object'));
    if (!entry || !(await this.known.reportKept(owner, facts, record, key))) {
      session.stats.misses++;
      return undefined;
    }
    session.stats.wovenHits++;
    session.lastBuild.noteAnswer(actionId, entry, id);
    this.redirect(actionId, id);
    return entry;
  }

  /**
   * Notes what a compilation is, before it runs.
   *
   * @param prefix the action id as -buildid shows it; the full one is known if a Get came before
   */
  async compiled(owner: GoProcess, prefix: string, outcome: Outcome): Promise<void> {
    const actionId = owner.actions.get(prefix);
    if (actionId !== undefined) await this.settle(actionId, outcome);
    // What matched is filed then, and may be much.
    const kept =
      actionId !== undefined && outcome.woven
        ? { ...outcome, woven: { ...outcome.woven, matches: [], files: undefined } }
        : outcome;
    this.outcomes.set(prefix, kept);
    if (!outcome.woven) return;
    this.known.report(owner, outcome.facts, { ...outcome.woven, fromCache: false });
    if (this.session.report) this.begunMs.set(prefix, performance.now());
  }

  private async settle(actionId: string, outcome: Outcome): Promise<void> {
    // First, since what cmd/go asks and puts meanwhile goes the new way already.
    if (outcome.woven) this.redirect(actionId, outcome.woven.weaveId);
    await this.known.file(actionId, outcome);
  }

  private redirect(actionId: string, id: string): void {
    for (const what of outputs) this.redirected.set(subkey(actionId, what), objectKey(actionId, id, what));
  }

  /** The woven object of an action, if an earlier build made the same one under other aspects. */
  async wovenObject(owner: GoProcess, prefix: string, id: string): Promise<KeptObject | undefined> {
    const actionId = owner.actions.get(prefix);
    if (actionId === undefined) return undefined;
    const { weave } = this.session.caches;
    const object = await weave.get(objectKey(actionId, id, 'object'));
    if (!object) return undefined;
    const output = await weave.get(objectKey(actionId, id, 'stdout'));
    return { object, output: output ? readFileSync(output.path) : Buffer.alloc(0) };
  }

  /** What plain go keeps for an action; undefined if what the compiler printed is not there to be replayed (build-protocol B2). */
  async plainObject(owner: GoProcess, prefix: string): Promise<KeptObject | undefined> {
    const actionId = owner.actions.get(prefix);
    if (actionId === undefined) return undefined;
    const { user } = this.session.caches;
    const object = await user.get(actionId);
    const output = object && (await user.get(subkey(actionId, 'stdout')));
    return object && output ? { object, output: readFileSync(output.path) } : undefined;
  }

  async put(actionId: string, outputId: string, body: Body, owner: GoProcess): Promise<Entry> {
    const { session } = this;
    const prefix = actionPrefix(actionId);
    if (owner.mode !== 'weaving') return session.caches.user.put(actionId, outputId, body);
    const redirect = this.redirected.get(actionId);
    if (redirect !== undefined) return session.caches.weave.put(redirect, outputId, body);
    const outcome = this.outcomes.get(prefix);
    if (!outcome) {
      if (!owner.actions.has(prefix) && owner.flags?.values.get('a') === 'true')
        return this.hold(actionId, outputId, body);
      return session.caches.user.put(actionId, outputId, body);
    }
    if (!owner.actions.has(prefix)) {
      owner.actions.set(prefix, actionId);
      await this.settle(actionId, outcome);
      await this.releaseHeld(actionId);
    }
    try {
      const { woven } = outcome;
      const entry = woven
        ? await session.caches.weave.put(objectKey(actionId, woven.weaveId, 'object'), outputId, body)
        : await session.caches.user.put(actionId, outputId, body);
      session.lastBuild.noteAnswer(actionId, entry, woven?.weaveId ?? '');
      const begunMs = this.begunMs.get(prefix);
      const reported = begunMs === undefined ? undefined : session.report?.get(outcome.facts.path);
      if (reported && begunMs !== undefined) reported.compileMs = Math.round(performance.now() - begunMs);
      return entry;
    } finally {
      session.jobs.arrived(prefix);
    }
  }

  private hold(actionId: string, outputId: string, body: Body): Promise<Entry> {
    const bytes = takeBytes(body);
    this.held.push({ actionId, outputId, body: bytes });
    return this.session.caches.weave.put(objectKey(actionId, '', 'held'), outputId, bytes);
  }

  /** Files what was held for this action where it belongs. */
  private async releaseHeld(actionId: string): Promise<void> {
    const mine = new Set(outputs.map((what) => subkey(actionId, what)));
    const due = this.held.filter((put) => mine.has(put.actionId));
    this.held = this.held.filter((put) => !mine.has(put.actionId));
    for (const put of due) {
      const redirect = this.redirected.get(put.actionId);
      if (redirect !== undefined) await this.session.caches.weave.put(redirect, put.outputId, put.body);
      else await this.session.caches.user.put(put.actionId, put.outputId, put.body);
    }
  }

  /** At the end of a build, what is still held belongs to actions that were never compiled here. */
  async close(): Promise<void> {
    for (const put of this.held) await this.session.caches.user.put(put.actionId, put.outputId, put.body);
    this.held = [];
  }
}

function isArchiveFile(path: string): boolean {
  const head = Buffer.alloc(8);
  try {
    const fd = openSync(path, 'r');
    try {
      readSync(fd, head, 0, 8, 0);
    } finally {
      closeSync(fd);
    }
  } catch {
    return false;
  }
  return isArchive(head);
}
