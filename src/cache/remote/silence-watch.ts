/** How long a process may be silent while something is awaited of it, in ms: with the steps of the watch less than a second. */
export const mostSilenceMs = 800;
/** How often a process that is well says something, in ms. */
export const beatMs = 100;

/** What silence is. */
export interface SilenceRules {
  /** In ms; {@link mostSilenceMs} if undefined. */
  readonly mostMs?: number | undefined;
  /**
   * Processor time that the other process has used, in ms, if it runs or would if a processor were free: then that time counts, since on a busy machine a
   * process may be well and wait for its turn for seconds. Undefined if it does not, or if that is not known.
   */
  readonly busyMs?: (() => number | undefined) | undefined;
}

/** Watches a process or a server that may hang: only time in which something is awaited counts, and each sign of life begins it again. */
export class SilenceWatch {
  private readonly onSilence: () => void;
  private readonly mostMs: number;
  private readonly busyMs: () => number | undefined;
  private waiting = 0;
  private silentMs = 0;
  private lastMs = 0;
  private lastBusyMs: number | undefined;
  private isOver = false;
  private timer: NodeJS.Timeout | undefined;

  /** @param onSilence called at most once, when there was silence for so long */
  constructor(onSilence: () => void, { mostMs = mostSilenceMs, busyMs = () => undefined }: SilenceRules = {}) {
    this.onSilence = onSilence;
    this.mostMs = mostMs;
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
    if (this.silentMs < this.mostMs) return;
    // What came while this process was busy is read first.
    setImmediate(() => {
      if (this.silentMs < this.mostMs || this.isOver) return;
      this.isOver = true;
      clearInterval(this.timer);
      this.onSilence();
    });
  }
}
