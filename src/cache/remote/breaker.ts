/** What a transfer must reach, or it is slower than the compiler. */
export interface LeastSpeed {
  readonly bytesPerSecond: number;
  /** Over which time. */
  readonly windowMs: number;
}

/**
 * The speed below which compiling is faster: a core compiles about 2 MB of archives a second, which are 0.4 MB in packs; a sixth of that leaves
 * room for a slow start. With the steps of its clock that is less than a second.
 */
export function leastSpeed(cores: number): LeastSpeed {
  return { bytesPerSecond: 64 * 1024 * cores, windowMs: 900 };
}

/** Watches how fast bytes come while some are awaited. */
export class SpeedWatch {
  private readonly least: LeastSpeed;
  private readonly samples: { readonly atMs: number; readonly bytes: number }[] = [];
  private bytes = 0;
  private lastMs = 0;
  private clockMs = 0;

  constructor(least: LeastSpeed) {
    this.least = least;
  }

  add(count: number): void {
    this.bytes += count;
  }

  /**
   * Takes note of the time; to be called a few times in each window while bytes are awaited.
   *
   * @returns whether too little came during the whole window that ends now
   */
  isSlow(nowMs: number): boolean {
    const { windowMs, bytesPerSecond } = this.least;
    // Of a time in which this process was busy with something else only a part counts: what came meanwhile was not read.
    this.clockMs += Math.min(Math.max(nowMs - this.lastMs, 0), windowMs / 4);
    this.lastMs = nowMs;
    this.samples.push({ atMs: this.clockMs, bytes: this.bytes });
    const start = this.samples.findLast(({ atMs }) => this.clockMs - atMs >= windowMs);
    if (!start) return false;
    return this.bytes - start.bytes < (bytesPerSecond * (this.clockMs - start.atMs)) / 1000;
  }

  /** Nothing is awaited any more: the window begins again. */
  forget(): void {
    this.samples.length = 0;
  }
}
