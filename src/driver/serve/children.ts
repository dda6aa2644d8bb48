import type { Processes } from '../ports.ts';
import type { GoProcess } from './go-process.ts';

/** The go commands that this server starts to build injected packages, and their process groups. */
export class Children {
  private readonly processes: Processes;
  private readonly known = new Map<string, GoProcess>();
  private readonly groups = new Set<number>();

  private readonly counted: (count: number) => void;

  /** @param counted told how many there are, each time that changes */
  constructor(processes: Processes, counted: (count: number) => void = () => {}) {
    this.processes = processes;
    this.counted = counted;
  }

  /** Announces a child, so that its tools and its cache program are served when they come. */
  adopt(child: GoProcess): void {
    this.known.set(child.token, child);
    this.counted(this.known.size);
  }

  dismiss(child: GoProcess): void {
    this.known.delete(child.token);
    this.counted(this.known.size);
  }

  /** @param token value of GOTS_CHAIN */
  byToken(token: string): GoProcess | undefined {
    return this.known.get(token);
  }

  /** Keeps a process group in mind, to kill it if the build ends first. */
  started(pid: number): void {
    this.groups.add(pid);
  }

  /** Kills what still runs of all groups. */
  killAll(): void {
    for (const pid of this.groups) this.processes.killGroup(pid);
  }
}
