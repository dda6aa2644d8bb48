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
  /** What weaving changed or added; undefined if the report does not hold sources. */
  readonly files?: readonly SourcePair[] | undefined;
  /** Whether the outermost go command wanted it: whether nested ones run at all depends on what is in the cache. */
  readonly asked: boolean;
  /** From the end of weaving until the object was kept; undefined where nothing was compiled. */
  compileMs?: number | undefined;
}

/** What the report and the line at the end ask for. */
export interface ReportWish {
  /** Every woven package is looked at, those of the cache too. */
  readonly matches: boolean;
  /** What matched in the packages that this build compiles; {@link matches} asks for that as well. */
  readonly compiledMatches?: boolean | undefined;
  /** Woven files as well. */
  readonly sources: boolean;
}

/** Counts what a build does and, where a report is wanted, collects what was woven. */
export class Tally {
  readonly stats: Stats = {
    gets: 0,
    vanillaHits: 0,
    wovenHits: 0,
    misses: 0,
    compiles: 0,
    woven: 0,
    restored: 0,
    resolutions: 0,
    compiled: 0,
  };
  readonly wants: ReportWish;
  /** By import path with its variant. */
  private readonly woven = new Map<string, WovenEntry>();

  constructor(wants: ReportWish) {
    this.wants = wants;
  }

  /**
   * Notes what was woven into a package. Of a package that was compiled, that stays, even if it comes from the cache afterwards.
   *
   * @param isRoot whether the outermost go command wanted it
   */
  noteWoven(
    isRoot: boolean,
    path: string,
    { matches, files, fromCache }: Pick<WovenEntry, 'matches' | 'files' | 'fromCache'>,
  ): void {
    if (!(this.wants.matches || this.wants.compiledMatches) || matches.length === 0) return;
    const known = this.woven.get(path);
    const asked = isRoot || known?.asked === true;
    const isKept = fromCache && known?.fromCache !== false;
    const { compileMs } = known ?? {};
    this.woven.set(path, { importPath: path, fromCache: isKept, asked, matches, files, compileMs });
  }

  /** Notes how long a package that was woven took from there to the cache. */
  noteCompileMs(path: string, ms: number): void {
    const known = this.woven.get(path);
    if (known) known.compileMs = Math.round(ms);
  }

  /** In the order in which the packages were first woven. */
  wovenPackages(): readonly WovenEntry[] {
    return [...this.woven.values()];
  }
}
