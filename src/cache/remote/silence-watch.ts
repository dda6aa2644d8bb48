/** How long another process may be silent while something is awaited of it, in ms: with its steps less than a second. */
export const mostSilenceMs = 800;
/** How often a process that is well says something, in ms. */
export const beatMs = 100;

/** Watches a process that may hang: only time in which something is awaited counts, and each sign of life begins it again. */
export class SilenceWatch {
  private readonly onSilence: () => void;
  private readonly isBusy: () => boolean;
  private waiting = 0;
  private silentMs = 0;
  private lastMs = 0;
  private isOver = false;
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param onSilence called at most once, when the process has been silent for {@link mostSilenceMs}
   * @param isBusy whether the process runs, or would if a processor were free: such time counts for a quarter
   */
  constructor(onSilence: () => void, isBusy: () => boolean = () => false) {
    this.onSilence = onSilence;
    this.isBusy = isBusy;
  }

  /** The process has given a sign of life. */
  heard(): void {
    this.silentMs = 0;
  }

  /** Watches while something is awaited, and gives what that gives. */
  async during<T>(awaited: Promise<T>): Promise<T> {
    if (this.waiting++ === 0) this.begin();
    try {
      return await awaited;
    } finally {
      if (--this.waiting === 0) clearInterval(this.timer);
    }
  }

  private begin(): void {
    if (this.isOver) return;
    this.lastMs = performance.now();
    this.timer = setInterval(() => this.step(), beatMs);
    // It keeps no process alive.
    this.timer.unref();
  }

  private step(): void {
    const now = performance.now();
    // On a machine that is too busy for this timer, the other process is late as well.
    this.silentMs += Math.min(now - this.lastMs, 2 * beatMs) * (this.isBusy() ? 0.25 : 1);
    this.lastMs = now;
    if (this.silentMs < mostSilenceMs) return;
    // What came while this process was busy is read first.
    setImmediate(() => {
      if (this.silentMs < mostSilenceMs || this.isOver) return;
      this.isOver = true;
      clearInterval(this.timer);
      this.onSilence();
    });
  }
}
