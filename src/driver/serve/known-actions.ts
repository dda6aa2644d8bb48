import { type Facts, factsKey, matchesKey, sourcesKey, type WeaveRecord, weaveKey } from '../../cache/keys.ts';
import { warnUnwritable } from '../../cache/spill.ts';
import { peekArchiveFile } from '../../toolexec/export-data.ts';
import { languageFor } from '../steps/language.ts';
import type { GoProcess } from './go-process.ts';
import { liveAspects, packageFacts, type Session, type SourcePair, type WovenEntry, weavingText } from './session.ts';

/** What a compilation in this build turned out to be; decides where its Put goes. */
export interface Outcome {
  readonly facts: Facts;
  /** Undefined: as plain go makes it. */
  readonly woven?:
    | {
        readonly record: WeaveRecord;
        readonly weaveId: string;
        readonly matches: readonly unknown[];
        /** What weaving changed or added; undefined if nobody wants to know. */
        readonly files?: readonly SourcePair[] | undefined;
      }
    | undefined;
}

/** L1's answer for packages that weaving leaves alone. */
export const untouched: WeaveRecord = { textHash: '', imports: [], links: [], pending: [] };

/** Whether an archive of this record is, byte for byte, what plain go makes. */
export function isUntouched(record: WeaveRecord, facts: Facts): boolean {
  return (
    record.textHash === '' && record.links.length === 0 && record.pending.length === 0 && facts.inherited.length === 0
  );
}

/** What builds have learnt of actions: facts, what weaving makes of them, what matched. */
export class KnownActions {
  private readonly session: Session;
  private readonly facts = new Map<string, Facts | undefined>();

  constructor(session: Session) {
    this.session = session;
  }

  /** Reports what was woven into a package of the cache; false if that is wanted and not known, so that it must be woven again. */
  reportKept(owner: GoProcess, facts: Facts, record: WeaveRecord, key: string): boolean {
    if (record.textHash === '') return true;
    const { weave, report, reportsSources } = this.session;
    const aside = matchesKey(key);
    const matches = report ? weave.getAside<readonly unknown[]>(aside) : [];
    if (!matches) return false;
    const files = reportsSources ? weave.getAside<readonly SourcePair[]>(sourcesKey(key)) : undefined;
    if (reportsSources && !files) return false;
    weave.markAside(aside);
    if (files) weave.markAside(sourcesKey(key));
    this.report(owner, facts, { matches, files, fromCache: true });
    return true;
  }

  /** '' if no aspect can touch the package. */
  keyOf(actionId: string, facts: Facts): string {
    const { plan } = this.session;
    const known = packageFacts(facts, plan);
    const live = liveAspects(this.session, known);
    const language = languageFor(plan.injection?.languages, known.importPath);
    if (live.length === 0 && facts.inherited.length === 0 && language === undefined) return '';
    const text = weavingText(this.session, live, known);
    return weaveKey(plan.code, actionId, language === undefined ? text : `${text}\nlanguage ${language}`);
  }

  /** What weaving makes of this action under the current aspects, as far as known. */
  recordOf(key: string, facts: Facts): WeaveRecord | 'vanilla' | 'unknown' {
    if (key === '') return 'vanilla';
    const record = this.session.weave.getJson<WeaveRecord>(key);
    if (!record) return 'unknown';
    return isUntouched(record, facts) ? 'vanilla' : record;
  }

  /** Undefined where no build has noted what the action is. */
  factsOf(actionId: string): Facts | undefined {
    if (!this.facts.has(actionId)) {
      const { plan, weave } = this.session;
      this.facts.set(actionId, weave.getJson<Facts>(factsKey(plan.code, actionId)));
    }
    return this.facts.get(actionId);
  }

  /** Facts that an archive tells of itself; undefined if it does not tell enough. */
  peek(actionId: string, path: string): Facts | undefined {
    const known = peekArchiveFile(path);
    // A main package's archive does not hold its import path; compiling it once more costs little.
    if (!known || known.path === 'main' || known.name === 'main') return undefined;
    const facts: Facts = { path: known.path, name: known.name, imports: known.imports, testMain: false, inherited: [] };
    this.rememberFacts(actionId, facts);
    return facts;
  }

  private rememberFacts(actionId: string, facts: Facts): void {
    this.facts.set(actionId, facts);
    this.remember(factsKey(this.session.plan.code, actionId), facts);
  }

  private remember(key: string, value: unknown): void {
    this.writing(() => this.session.weave.putJson(key, value));
  }

  private writing(write: () => void): void {
    try {
      write();
    } catch (error) {
      warnUnwritable(this.session.log, this.session.weave.dir, error);
    }
  }

  /** Files all that a compilation showed under its full action id. */
  file(actionId: string, { facts, woven }: Outcome): void {
    this.rememberFacts(actionId, facts);
    const key = this.keyOf(actionId, facts);
    if (key === '') return;
    // First, so that where there is an answer there is what matched as well.
    if (woven && woven.record.textHash !== '') {
      this.writing(() => this.session.weave.putAside(matchesKey(key), woven.matches));
      const { files } = woven;
      if (files) this.writing(() => this.session.weave.putAside(sourcesKey(key), files));
    }
    this.remember(key, woven?.record ?? untouched);
  }

  /** Notes what was woven, if somebody wants to know. */
  report(
    owner: GoProcess,
    { path }: Facts,
    { matches, files, fromCache }: Pick<WovenEntry, 'matches' | 'files' | 'fromCache'>,
  ): void {
    if (matches.length === 0) return;
    const known = this.session.report?.get(path);
    const asked = owner.token === '' || known?.asked === true;
    const isKept = fromCache && known?.fromCache !== false;
    const entry = { importPath: path, fromCache: isKept, asked, matches, files, compileMs: known?.compileMs };
    this.session.report?.set(path, entry);
  }
}
