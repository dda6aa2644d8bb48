/** How long another process may be silent while something is awaited of it, in ms: with its steps less than a second. */
export const mostSilenceMs = 800;
/** How often a process that is well says something, in ms. */
export const beatMs = 100;

/** Watches a process that may hang: only time in which something is awaited counts, and each sign of life begins it again. */
export class SilenceWatch {
  private readonly onSilence: () => void;
  private readonly busyMs: () => number | undefined;
  private waiting = 0;
  private silentMs = 0;
  private lastMs = 0;
  private lastBusyMs: number | undefined;
  private isOver = false;
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param onSilence called at most once, when the process has been silent for {@link mostSilenceMs}
   * @param busyMs processor time that the process has used, if it runs or would if a processor were free: then that time counts, since on a busy machine a
   *   process may be well and wait for its turn for seconds. Undefined if it does not, or if that is not known
   */
  constructor(onSilence: () => void, busyMs: () => number | undefined = () => undefined) {
    this.onSilence = onSilence;
    this.busyMs = busyMs;
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
    this.lastBusyMs = this.busyMs();
    this.timer = setInterval(() => this.step(), beatMs);
    // It keeps no process alive.
    this.timer.unref();
  }

  private step(): void {
    const now = performance.now();
    // On a machine that is too busy for this timer, the other process is late as well.
    const [busyMs, lastBusyMs] = [this.busyMs(), this.lastBusyMs];
    if (busyMs === undefined) this.silentMs += Math.min(now - this.lastMs, 2 * beatMs);
    else if (lastBusyMs !== undefined) this.silentMs += busyMs - lastBusyMs;
    this.lastMs = now;
    // What it has used while it was not looked at does not count.
    this.lastBusyMs = busyMs ?? lastBusyMs;
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
