import { dirname } from 'node:path';
import { statIfThere } from '../base/read-if-there.ts';
import { readSealed, writeSealed } from '../base/sealed.ts';
import { removeLeftOvers } from '../base/temporary.ts';
import { distrust } from '../base/trust.ts';
import type { CacheEntry } from './cache.ts';
import type { Memory } from './tiers/remembered.ts';

/** Output id, size in bytes, time in ms: an entry without its path, which follows from the output id. */
type Known = readonly [outputId: string, size: number, timeMs: number];

/** An answer to a Get as it was given; `weaveId` is W if it came from the weave cache, else ''. */
export interface Answer extends CacheEntry {
  readonly weaveId: string;
}

interface Saved {
  readonly savedMs: number;
  /** Hash of all that decides answers besides the action ids; '' if the build did not weave. */
  readonly validity: string;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly stores: Readonly<
    Record<
      string,
      { readonly entries: Readonly<Record<string, Known>>; readonly texts: Readonly<Record<string, unknown>> }
    >
  >;
  readonly others: readonly string[];
}

interface LastBuildOptions {
  readonly canRepeat?: boolean;
  readonly now?: number;
  /** Hash of the code that weaves. */
  readonly code?: string;
  /** Only a part of the build's requests come here: what is not asked for is kept. */
  readonly isPart?: boolean;
}

/** Of other code, the form may be another one. */
const kindOf = (code: string): string => `answers ${code}`;

/** After an hour the stores are asked themselves again: that refreshes the times by which they are trimmed. */
const validMs = 3_600_000;

/**
 * What the last build with the same command line was answered by its caches, in one file. A build in which nothing changed
 * asks for the same again, thousands of times; this spares it two or three files for each. Bodies are still looked at: an
 * entry holds only while its file has the size it should have.
 */
export class LastBuild {
  private readonly file: string;
  private readonly code: string;
  private readonly stores = new Map<string, StoreMemory>();
  private readonly knownOthers: ReadonlySet<string>;
  private readonly usedOthers = new Set<string>();
  private readonly saved: Saved;
  private readonly isPart: boolean;
  private readonly answers = new Map<string, Answer>();
  private known: ReadonlyMap<string, Answer> = new Map();
  private validity = '';
  private news = false;
  private readonly canRepeat: boolean;

  /** @param canRepeat whether {@link answer} may give answers again, for which nothing else of the caches is looked at */
  constructor(file: string, { canRepeat = true, now = Date.now(), code = '', isPart = false }: LastBuildOptions = {}) {
    this.file = file;
    this.code = code;
    this.canRepeat = canRepeat;
    this.isPart = isPart;
    this.saved = load(file, code, now);
    this.knownOthers = new Set(this.saved.others);
  }

  /** Memory of one store; the name tells the stores of a build apart. */
  store(name: string): StoreMemory {
    let memory = this.stores.get(name);
    if (!memory) {
      const saved = this.saved.stores[name];
      memory = new StoreMemory(
        new Map(Object.entries(saved?.entries ?? {})),
        new Map(Object.entries(saved?.texts ?? {})),
      );
      this.stores.set(name, memory);
    }
    return memory;
  }

  /** From here on answers of the last build hold, if they were given under the same hash of all that decides them. */
  validate(validity: string): void {
    this.validity = validity;
    if (this.canRepeat && validity === this.saved.validity) this.known = new Map(Object.entries(this.saved.answers));
    else this.news = true;
  }

  /** What the last build was answered, if its file is still there whole. */
  answer(actionId: string): Answer | undefined {
    const known = this.known.get(actionId);
    if (!known) return undefined;
    const info = statIfThere(known.path);
    if (!info?.isFile() || info.size !== known.size) return undefined;
    if (known.weaveId !== '' && distrust(info, 'world') !== undefined) return undefined;
    this.answers.set(actionId, known);
    return known;
  }

  noteAnswer(actionId: string, entry: CacheEntry, weaveId: string): void {
    if (!this.known.has(actionId)) this.news = true;
    this.answers.set(actionId, { ...entry, weaveId });
  }

  /** What this build has answered so far. */
  given(actionId: string): Answer | undefined {
    return this.answers.get(actionId);
  }

  /** Action by file of the woven objects that this build answered with, and of those that it answers again if it is asked. */
  wovenActions(): ReadonlyMap<string, string> {
    const answers = [...this.known, ...this.answers];
    return new Map(answers.flatMap(([actionId, { path, weaveId }]) => (weaveId === '' ? [] : [[path, actionId]])));
  }

  /** Whether an action is known to hold something else than a package's archive. */
  isOther(actionId: string): boolean {
    const known = this.knownOthers.has(actionId) || this.usedOthers.has(actionId);
    if (known) this.usedOthers.add(actionId);
    return known;
  }

  noteOther(actionId: string): void {
    this.usedOthers.add(actionId);
  }

  private used(savedMs: number): Saved {
    const { validity } = this;
    const stores = Object.fromEntries([...this.stores].map(([name, memory]) => [name, memory.used()]));
    return { savedMs, validity, answers: Object.fromEntries(this.answers), stores, others: [...this.usedOthers] };
  }

  /** What was used, and what was known before. Its age is that of the last build that asked for everything. */
  private withSaved(): Saved {
    const { saved } = this;
    const used = this.used(saved.savedMs);
    const stores = Object.fromEntries(
      [...new Set([...Object.keys(saved.stores), ...Object.keys(used.stores)])].map((name) => {
        const [before, now] = [saved.stores[name], used.stores[name]];
        const entries = { ...before?.entries, ...now?.entries };
        return [name, { entries, texts: { ...before?.texts, ...now?.texts } }];
      }),
    );
    const answers = used.validity === saved.validity ? { ...saved.answers, ...used.answers } : used.answers;
    return { ...used, answers, stores, others: [...new Set([...saved.others, ...used.others])] };
  }

  private isNew(): boolean {
    if (this.news || this.saved.savedMs === 0 || (!this.isPart && this.answers.size !== this.known.size)) return true;
    return [...this.stores.values()].some((memory) => memory.hasNews()) || this.usedOthers.size > this.knownOthers.size;
  }

  /** Writes what this build used, if that is not what was loaded. Errors are ignored. */
  save(now: number = Date.now()): void {
    if (!this.isNew()) return;
    const saved = this.isPart && this.saved.savedMs > 0 ? this.withSaved() : this.used(now);
    try {
      writeSealed(this.file, kindOf(this.code), JSON.stringify(saved));
      removeLeftOvers(dirname(this.file));
    } catch {
      // The next build asks the stores.
    }
  }
}

/** What one store answered: known from the last build, used in this one. */
export class StoreMemory implements Memory {
  private readonly entries: ReadonlyMap<string, Known>;
  private readonly texts: ReadonlyMap<string, unknown>;
  private readonly usedEntries = new Map<string, Known>();
  private readonly usedTexts = new Map<string, unknown>();
  private news = false;

  constructor(entries: ReadonlyMap<string, Known>, texts: ReadonlyMap<string, unknown>) {
    this.entries = entries;
    this.texts = texts;
  }

  entry(actionId: string): Omit<CacheEntry, 'path'> | undefined {
    const known = this.usedEntries.get(actionId) ?? this.entries.get(actionId);
    if (!known) return undefined;
    return { outputId: known[0], size: known[1], timeMs: known[2] };
  }

  noteEntry(actionId: string, { outputId, size, timeMs }: Omit<CacheEntry, 'path'>): void {
    const known = this.entries.get(actionId);
    if (known?.[0] !== outputId) this.news = true;
    this.usedEntries.set(actionId, known?.[0] === outputId ? known : [outputId, size, timeMs]);
  }

  record(key: string): unknown {
    const value = this.usedTexts.get(key) ?? this.texts.get(key);
    if (value !== undefined) this.usedTexts.set(key, value);
    return value;
  }

  noteRecord(key: string, value: unknown, isNew = !this.texts.has(key)): void {
    if (isNew) this.news = true;
    this.usedTexts.set(key, value);
  }

  hasNews(): boolean {
    return this.news;
  }

  used() {
    return { entries: Object.fromEntries(this.usedEntries), texts: Object.fromEntries(this.usedTexts) };
  }
}

function load(file: string, code: string, now: number): Saved {
  const nothing: Saved = { savedMs: 0, validity: '', answers: {}, stores: {}, others: [] };
  const sealed = readSealed(file, kindOf(code));
  if ('reason' in sealed) return nothing;
  const saved = JSON.parse(sealed.text) as Saved;
  const ageMs = now - saved.savedMs;
  return ageMs >= 0 && ageMs < validMs ? saved : nothing;
}
