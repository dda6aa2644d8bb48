import { existsSync } from 'node:fs';
import { type Log, warnOfFirst } from '../base/log.ts';
import { type Running, start } from '../process/spawn.ts';
import { type Body, type Entry, type Overflow, Store, takeBytes } from './disk/store.ts';
import type { StoreMemory } from './last-build.ts';
import type { Toucher } from './used-files.ts';
import type { CacheResponse, Spool } from './wire/gocacheprog.ts';

/** The cache of packages as plain go would make them: the user's GOCACHE, or the user's own GOCACHEPROG. */
export interface VanillaCache {
  get(actionId: string): Promise<Entry | undefined> | Entry | undefined;
  put(actionId: string, outputId: string, body: Body): Promise<Entry> | Entry;
  /** Where a large body may be written before its request is complete; undefined: kept in memory. */
  readonly spool: Spool;
  close(): Promise<void>;
}

/**
 * GOCACHE on disk. What cannot be written there (read-only, full) goes to `spill`, since cmd/go needs a path for packages
 * that `go list -export` asked for (build-protocol H4).
 */
export function diskCache(
  dir: string,
  more: {
    readonly spill: Store;
    readonly log: Log;
    readonly memory: StoreMemory;
    readonly touch?: Toucher | undefined;
  },
): VanillaCache {
  const { spill, log, memory, touch } = more;
  const overflow: Overflow = {
    take(error, { actionId, outputId, body }) {
      log.warn(`cache: cannot write to ${dir} (${(error as NodeJS.ErrnoException).code}); it is left as it is`);
      return spill.put(actionId, outputId, body);
    },
  };
  const store = new Store(dir, warnOfFirst(log, 'building anew'), { overflow, memory, touch });
  return {
    get: (actionId) => store.get(actionId),
    put: (actionId, outputId, body) => store.put(actionId, outputId, body),
    spool: (outputId) => store.spool(outputId),
    close: async () => store.trim(),
  };
}

/** The user's own GOCACHEPROG, driven as cmd/go would drive it (protocol: see wire/gocacheprog.ts). */
export async function backingCache(argv: readonly string[], log: Log): Promise<VanillaCache> {
  const backing = new Backing(argv);
  await backing.ready;
  return {
    async get(actionId) {
      const answer = await backing.ask({ Command: 'get', ActionID: base64(actionId) });
      if (answer.Err || answer.Miss || !answer.OutputID || !answer.DiskPath) {
        if (answer.Err) log.warn(`cache: GOCACHEPROG: ${answer.Err}`);
        return undefined;
      }
      const outputId = Buffer.from(answer.OutputID, 'base64').toString('hex');
      const timeMs = answer.Time ? Date.parse(answer.Time) : Date.now();
      return existsSync(answer.DiskPath)
        ? { outputId, size: answer.Size ?? 0, timeMs, path: answer.DiskPath }
        : undefined;
    },
    async put(actionId, outputId, body) {
      const bytes = takeBytes(body);
      const request = {
        Command: 'put',
        ActionID: base64(actionId),
        OutputID: base64(outputId),
        BodySize: bytes.length,
      };
      const answer = await backing.ask(request, bytes);
      if (answer.Err || !answer.DiskPath) throw new Error(answer.Err ?? 'GOCACHEPROG gave no DiskPath');
      return { outputId, size: bytes.length, timeMs: Date.now(), path: answer.DiskPath };
    },
    spool: () => undefined,
    async close() {
      await backing.close();
    },
  };
}

function base64(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64');
}

/** One running GOCACHEPROG. */
class Backing {
  readonly ready: Promise<void>;
  private readonly running: Running;
  private readonly waiting = new Map<number, (answer: CacheResponse) => void>();
  private known: readonly string[] = [];
  private nextId = 1;
  private ended = false;

  constructor([program = '', ...args]: readonly string[]) {
    const line = (text: string) => {
      const answer = JSON.parse(text) as CacheResponse;
      const done = this.waiting.get(answer.ID);
      this.waiting.delete(answer.ID);
      done?.(answer);
    };
    this.running = start({ program, args, group: true, stdin: 'pipe', stdout: { line }, stderr: 'inherit' });
    this.ready = new Promise((resolve, reject) => {
      this.waiting.set(0, (hello) => {
        this.known = hello.KnownCommands ?? [];
        resolve();
      });
      this.running.exited.then(() => {
        this.ended = true;
        reject(new Error('GOCACHEPROG ended before its first message'));
        for (const [id, answer] of this.waiting) answer({ ID: id, Err: 'GOCACHEPROG ended' });
      }, reject);
    });
  }

  ask(request: { readonly Command: string; readonly [key: string]: unknown }, body?: Buffer): Promise<CacheResponse> {
    const id = this.nextId++;
    if (this.ended) return Promise.resolve({ ID: id, Err: 'GOCACHEPROG ended' });
    if (!this.known.includes(request.Command))
      return Promise.resolve({ ID: id, Miss: true, Err: `GOCACHEPROG cannot ${request.Command}` });
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.running.input?.write(`${JSON.stringify({ ID: id, ...request })}\n\n`);
      if (body && body.length > 0) this.running.input?.write(`"${body.toString('base64')}"\n`);
    });
  }

  async close(): Promise<void> {
    if (!this.ended && this.known.includes('close')) await this.ask({ Command: 'close' });
    this.running.input?.end();
  }
}
