import type { WaitGraph } from '../injected/wait-graph.ts';
import type { Clock } from '../ports.ts';
import type { GoProcess } from './go-process.ts';

/** How long after a compiler's end its package may take to reach the cache (asm, pack, content id) before the server stops waiting for it. */
const putGraceMs = 2000;

/** A compilation whose shim has asked and whose process lives. */
export interface Job {
  readonly node: string;
  readonly importPath: string;
  readonly owner: GoProcess;
  /** Resolves when the package is in the cache, or will not be. */
  readonly done: Promise<void>;
  finish(): void;
}

/**
 * The compilations under way, so that a Get for one of them waits for its Put instead of compiling again.
 * Only live compilers are waited for (build-protocol C1).
 */
export class Jobs {
  private readonly running = new Map<string, Job>();
  private readonly graph: WaitGraph;
  private readonly clock: Pick<Clock, 'later'>;
  private counter = 0;

  constructor(graph: WaitGraph, clock: Pick<Clock, 'later'>) {
    this.graph = graph;
    this.clock = clock;
  }

  /** Registers a compilation. A second one of the same action is not registered: its output is the same. */
  start(prefix: string, importPath: string, owner: GoProcess): Job {
    const node = `compile ${importPath} #${++this.counter}`;
    let release: () => void = () => {};
    const done = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { resolution } = owner;
    if (resolution) this.graph.add(resolution, node);
    let finished = false;
    const finish = () => {
      if (finished) return;
      finished = true;
      if (resolution) this.graph.remove(resolution, node);
      if (this.running.get(prefix) === job) this.running.delete(prefix);
      release();
    };
    const job: Job = { node, importPath, owner, done, finish };
    if (!this.running.has(prefix)) this.running.set(prefix, job);
    return job;
  }

  /** The tool's process is gone: its package must arrive soon. */
  ended(job: Job): void {
    this.clock.later(putGraceMs, () => job.finish());
  }

  /** The package of this action arrived. */
  arrived(prefix: string): void {
    this.running.get(prefix)?.finish();
  }

  /** Waits while another go command compiles this action; returns at once if that could never end. */
  async wait(prefix: string, asker: GoProcess): Promise<void> {
    for (let job = this.running.get(prefix); job && job.owner !== asker; job = this.running.get(prefix)) {
      const { resolution } = asker;
      if (resolution && this.graph.add(resolution, job.node)) return;
      await job.done;
      if (resolution) this.graph.remove(resolution, job.node);
    }
  }

  finishAll(): void {
    for (const job of [...this.running.values()]) job.finish();
  }
}
