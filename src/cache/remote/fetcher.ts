import { sha256 } from '../../base/hash.ts';
import type { CacheFolders } from '../packs/entries.ts';
import type { Candidate } from '../packs/manifest-names.ts';
import { decodePack } from '../packs/pack-format.ts';
import type { PackRef } from '../packs/pack-manifest.ts';
import { Unpacker } from '../packs/unpack.ts';
import { type LeastSpeed, SpeedWatch } from './breaker.ts';
import { bestManifest } from './manifest-store.ts';
import type { Signer } from './signer.ts';
import { type BlobName, type BlobStore, RemoteError } from './stores/blob-store.ts';

/** What a {@link Fetcher} works with. */
export interface FetchContext {
  readonly store: BlobStore;
  readonly candidates: readonly Candidate[];
  readonly signer: Signer | undefined;
  readonly folders: CacheFolders;
  /** Time of the files that are added; now, if undefined. */
  readonly fileTime?: Date | undefined;
  /** What the caches of this machine hold, as {@link import('./local-ids.ts').localIds}. */
  readonly local: ReadonlySet<string>;
  readonly leastSpeed: LeastSpeed;
  /** Told at most once what is wrong with the server. */
  readonly notice: (text: string) => void;
  readonly events: FetchEvents;
  readonly now: () => number;
}

/** What others learn of a fetch. Each pack of {@link onIndex} ends with one call of {@link onPack}, unless it is never wanted. */
export interface FetchEvents {
  /** The packs that may come, by number; empty where there is no manifest. */
  readonly onIndex: (packs: readonly PackRef[]) => void;
  /** A pack is unpacked, or will not come. */
  readonly onPack: (number: number) => void;
  readonly onProgress: (progress: FetchProgress) => void;
  /** Called often during work that holds up all else. */
  readonly onWork: () => void;
}

/** How far a fetch is. */
export interface FetchProgress {
  readonly packs: number;
  readonly wanted: number;
  readonly bytes: number;
}

/** What a fetch did. */
export interface FetchResult extends FetchProgress {
  /** Files that were added to the caches. */
  readonly added: number;
  /** Undefined: nothing is wrong with the server. */
  readonly problem: string | undefined;
}

const parallel = 8;
/** A pack of which most is here already is fetched only if a build asks for the rest. */
const worthShare = 0.1;

/**
 * Fetches the packs of a build's manifest and unpacks them into the caches of this machine. A server that is silent, slow, refuses or lies ends
 * all of it: the build compiles what has not come.
 */
export class Fetcher {
  private readonly context: FetchContext;
  private readonly unpacker: Unpacker;
  private readonly speed: SpeedWatch;
  private packs: readonly PackRef[] = [];
  private readonly queue: number[] = [];
  private readonly asked = new Set<number>();
  private readonly giving = new AbortController();
  private readonly workers = new Set<Promise<void>>();
  private active = 0;
  private problem: string | undefined;
  private noticed = false;
  private hasAnswered = false;
  private done = 0;
  private bytes = 0;
  private added = 0;

  constructor(context: FetchContext) {
    this.context = context;
    this.unpacker = new Unpacker(context.folders, context.fileTime);
    this.speed = new SpeedWatch(context.leastSpeed);
  }

  /** Fetches what a build will most likely ask for. Never rejects. */
  async run(): Promise<void> {
    const { candidates, signer, events, local } = this.context;
    try {
      const best = await bestManifest(
        { get: (name, { mostBytes }) => this.receive(name, mostBytes) },
        candidates,
        signer,
        (reason) => this.tell(`${reason}; it is not used`),
      );
      this.packs = best?.manifest.packs ?? [];
      events.onIndex(this.packs);
      if (best?.isOwn) {
        for (const [number, { ids }] of this.packs.entries()) {
          if (ids.filter((id) => !local.has(id)).length > worthShare * ids.length) this.want(number);
        }
      }
    } catch (error) {
      this.fail(error);
      events.onIndex([]);
    }
    await this.settled();
  }

  /** A build asks for something of this pack. */
  want(number: number, first = false): void {
    if (this.asked.has(number) || this.packs[number] === undefined) return;
    this.asked.add(number);
    if (this.problem !== undefined) {
      this.context.events.onPack(number);
      return;
    }
    if (first) this.queue.unshift(number);
    else this.queue.push(number);
    this.startWorkers();
  }

  /** A build waits for this pack: it is the next one. */
  hurry(number: number): void {
    this.want(number, true);
    const at = this.queue.indexOf(number);
    if (at > 0) this.queue.unshift(...this.queue.splice(at, 1));
  }

  /** Settles when nothing that was asked for is under way. */
  async settled(): Promise<void> {
    while (this.workers.size > 0) await Promise.all(this.workers);
  }

  /** To be called a few times a second: ends a fetch that is too slow. */
  tick(): void {
    if (this.active === 0) this.speed.forget();
    else if (this.speed.isSlow(this.context.now())) {
      const { bytesPerSecond, windowMs } = this.context.leastSpeed;
      const slow = `it sends less than ${Math.round(bytesPerSecond / 1024)} kB/s`;
      this.fail(new RemoteError(this.hasAnswered ? slow : `no answer within ${windowMs / 1000} s`));
    }
  }

  result(): FetchResult {
    return { ...this.progress(), added: this.added, problem: this.problem };
  }

  private progress(): FetchProgress {
    return { packs: this.done, wanted: this.asked.size, bytes: this.bytes };
  }

  private startWorkers(): void {
    while (this.workers.size < parallel && this.workers.size < this.queue.length + this.active) {
      const worker = this.work();
      this.workers.add(worker);
      void worker.then(() => this.workers.delete(worker));
    }
  }

  private async work(): Promise<void> {
    // Others are asked for meanwhile.
    await Promise.resolve();
    for (let number = this.queue.shift(); number !== undefined; number = this.queue.shift()) {
      if (this.problem === undefined) await this.fetchPack(this.packs[number] as PackRef);
      this.done++;
      this.context.events.onPack(number);
      this.context.events.onProgress(this.progress());
    }
  }

  private async fetchPack(ref: PackRef): Promise<void> {
    const count = (bytes: number) => {
      this.bytes += bytes;
      this.context.events.onProgress(this.progress());
    };
    const bytes = await this.receive(`cas/${ref.digest}`, ref.size, count).catch((error: unknown) => this.fail(error));
    if (bytes === undefined || this.problem !== undefined) return;
    if (sha256(bytes) !== ref.digest) {
      this.tell('a pack is not what its digest says; it is not used');
      return;
    }
    try {
      const files = await decodePack(bytes);
      this.context.events.onWork();
      this.added += this.unpacker.unpack(files, this.context.events.onWork).added;
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== undefined && !code.startsWith('ERR_'))
        this.fail(new Error(`what it sends cannot be written here (${code})`));
      else this.tell(`a pack is damaged: ${message}; it is not used`);
    }
  }

  /** @throws RemoteError */
  private async receive(name: BlobName, mostBytes: number, onBytes?: (count: number) => void) {
    this.active++;
    try {
      return await this.context.store.get(name, {
        mostBytes,
        signal: this.giving.signal,
        onBytes: (count) => {
          this.hasAnswered = true;
          this.speed.add(count);
          onBytes?.(count);
        },
      });
    } finally {
      this.active--;
    }
  }

  private fail(error: unknown): void {
    if (this.problem !== undefined) return;
    this.problem = (error as Error).message;
    this.tell(`${this.problem}; the build goes on without it`);
    this.giving.abort();
    for (const number of this.asked) this.context.events.onPack(number);
  }

  private tell(text: string): void {
    if (this.noticed) return;
    this.noticed = true;
    this.context.notice(`shared cache ${this.context.store.place}: ${text}`);
  }
}
