import type { FetchProgress } from './fetcher.ts';

/** Where progress is shown. */
export interface Terminal {
  readonly write: (text: string) => void;
  /** Nothing is shown elsewhere. */
  readonly isTerminal: boolean;
}

/** What takes less time is not worth a word. */
const quietMs = 1000;
const everyMs = 200;

/** The one line of a terminal that says how far a fetch is. */
export class FetchProgressLine {
  private readonly terminal: Terminal;
  private readonly now: () => number;
  private readonly startedMs: number;
  private shownMs = 0;
  private isShown = false;

  constructor(terminal: Terminal, now: () => number) {
    this.terminal = terminal;
    this.now = now;
    this.startedMs = now();
  }

  show({ packs, wanted, bytes }: FetchProgress): void {
    const now = this.now();
    if (!this.terminal.isTerminal || now - this.startedMs < quietMs || now - this.shownMs < everyMs) return;
    this.shownMs = now;
    this.isShown = true;
    this.terminal.write(`\r\u001b[Kfetching packs ${packs} of ${wanted}, ${Math.round(bytes / 1e6)} MB`);
  }

  clear(): void {
    if (this.isShown) this.terminal.write('\r\u001b[K');
    this.isShown = false;
  }

  /** Prints something that stays. */
  print(text: string): void {
    this.clear();
    this.terminal.write(text);
  }
}
